//! Along a ladder one source speaks: which, in each country and state.

use std::collections::{BTreeMap, HashSet};

use crate::catalog::model::{Ladder, Match, PayRow, Profile, RegionIx, RoleIx, SeriesIx, SourceIx};
use crate::catalog::resolve::draft::Draft;
use crate::catalog::resolve::role::Resolved;
use crate::catalog::standing::{Grade, Standing, is_old};

/// What a source knows of a ladder in a region: exact rungs count before all rungs only where those are equal.
#[derive(Default)]
struct Known {
    rungs: HashSet<RoleIx>,
    exact: HashSet<RoleIx>,
}

/// By region, then by source.
type Voices = BTreeMap<(RegionIx, SourceIx), Known>;

/// Returns what is known of the pay of every role, in catalog order.
pub fn standings<'a>(draft: &Draft<'a>, roles: &[Resolved<'a>], ladders: &[Option<Ladder<'a>>]) -> Vec<Standing> {
    let grades: Vec<Grade> = roles
        .iter()
        .zip(ladders)
        .enumerate()
        .map(|(at, (role, ladder))| Standing::grade(at.into(), role.head.level, ladder.as_ref()))
        .collect();
    let newest = draft.newest();
    let mut known: BTreeMap<Vec<RoleIx>, Vec<(RegionIx, SourceIx)>> = BTreeMap::new();
    let standing = |(grade, ladder): (&Grade, &Option<Ladder<'a>>)| {
        let rungs: Vec<RoleIx> = ladder.iter().flat_map(|ladder| &ladder.rungs).map(|rung| rung.role).collect();
        let speaks = match rungs.len() {
            0 | 1 => Vec::new(),
            _ => known
                .entry(rungs)
                .or_insert_with_key(|rungs| speaking(&voices(draft, roles, &grades, rungs, newest)))
                .clone(),
        };
        Standing { grade: *grade, speaks }
    };
    grades.iter().zip(ladders).map(standing).collect()
}

/// Counts the rungs that each source knows by a figure of their own.
fn voices<'a>(draft: &Draft<'a>, roles: &[Resolved<'a>], grades: &[Grade], rungs: &[RoleIx], newest: u16) -> Voices {
    let mut voices = Voices::new();
    for role in rungs {
        let profile: Profile<'_> = postcard::from_bytes(&roles[role.at()].profile).expect("it was encoded here");
        for label in &profile.pay {
            let series = &draft.series[label.series.at()];
            if label.is_all_ranks(series, grades[role.at()]) || series.top_of_market || label.is_stated {
                continue;
            }
            for row in rows(draft, label.series) {
                let currency = draft.regions.records[row.region.at()].currency;
                let speaks = !series.is_foreign(currency) && !is_old(row.year, newest) && !row.is_thin(label.quality);
                if speaks && row.median.is_some() {
                    let known = voices.entry((row.region, series.source)).or_default();
                    known.rungs.insert(*role);
                    known.exact.extend((label.quality == Match::Exact).then_some(*role));
                }
            }
        }
    }
    voices
}

/// The rows of the world, of countries and of states.
fn rows<'d, 'a>(draft: &'d Draft<'a>, series: SeriesIx) -> impl Iterator<Item = &'d PayRow<'a>> {
    draft.series[series.at()].rows.iter().chain(draft.states.get(&series).into_iter().flatten())
}

/// Returns the source that knows most rungs of each region, where one knows two or more.
fn speaking(voices: &Voices) -> Vec<(RegionIx, SourceIx)> {
    let mut best: BTreeMap<RegionIx, ((usize, usize), SourceIx)> = BTreeMap::new();
    for ((region, source), known) in voices {
        let counted = (known.rungs.len(), known.exact.len());
        if counted.0 > 1 && best.get(region).is_none_or(|(most, _)| counted > *most) {
            best.insert(*region, (counted, *source));
        }
    }
    best.into_iter().map(|(region, (_, source))| (region, source)).collect()
}

impl Draft<'_> {
    /// Returns the year of the newest source.
    pub fn newest(&self) -> u16 {
        self.sources.records.iter().filter_map(|source| source.year).max().unwrap_or(0)
    }
}
