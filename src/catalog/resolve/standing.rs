//! What is known of pay once all roles are: whose figures a role's labels have, and which source speaks along a
//! ladder in each country and state.

use std::collections::{BTreeMap, HashSet};

use crate::catalog::model::{Ladder, Match, PayLabel, PayRow, Profile, RegionIx, RoleIx, SeriesIx, SourceIx};
use crate::catalog::resolve::draft::Draft;
use crate::catalog::resolve::role::Resolved;
use crate::catalog::resolve::whose::{Bearer, Ranks};
use crate::catalog::standing::{Grade, Standing, Whose, is_old};

/// What a source knows of a ladder in a region: exact rungs count before all rungs only where those are equal.
#[derive(Default)]
struct Known {
    rungs: HashSet<RoleIx>,
    exact: HashSet<RoleIx>,
}

/// By region, then by source.
type Voices = BTreeMap<(RegionIx, SourceIx), Known>;

/// A role's labels and their parts, each with whose its figures are.
type Labels = Vec<(PayLabel, Whose)>;

/// Returns what is known of the pay of every role, in catalog order.
pub fn standings<'a>(draft: &Draft<'a>, roles: &[Resolved<'a>], ladders: &[Option<Ladder<'a>>]) -> Vec<Standing> {
    let grades: Vec<Grade> = roles
        .iter()
        .zip(ladders)
        .enumerate()
        .map(|(at, (role, ladder))| Grade::of(at.into(), role.head.level, ladder.as_ref()))
        .collect();
    let labels = labels(draft, roles, &grades, ladders);
    let newest = draft.newest();
    let mut known: BTreeMap<Vec<RoleIx>, Vec<(RegionIx, SourceIx)>> = BTreeMap::new();
    let standing = |(ladder, own): (&Option<Ladder<'a>>, &Labels)| {
        let rungs: Vec<RoleIx> = ladder.iter().flat_map(|ladder| &ladder.rungs).map(|rung| rung.role).collect();
        let speaks = match rungs.len() {
            0 | 1 => Vec::new(),
            _ => {
                known.entry(rungs).or_insert_with_key(|rungs| speaking(&voices(draft, &labels, rungs, newest))).clone()
            }
        };
        let marked = own.iter().filter(|(_, whose)| *whose != Whose::Own);
        Standing { speaks, marked: marked.map(|(label, whose)| (label.series, *whose)).collect() }
    };
    ladders.iter().zip(&labels).map(standing).collect()
}

fn labels<'a>(
    draft: &Draft<'a>,
    roles: &[Resolved<'a>],
    grades: &[Grade],
    ladders: &[Option<Ladder<'a>>],
) -> Vec<Labels> {
    let pay = |role: &Resolved<'a>| {
        let profile: Profile<'_> = postcard::from_bytes(&role.profile).expect("it was encoded here");
        profile.pay
    };
    let pay: Vec<Vec<PayLabel>> = roles.iter().map(pay).collect();
    let mut ranks = Ranks::new(draft);
    for (at, (role, pay)) in roles.iter().zip(&pay).enumerate() {
        let of = Bearer { role: at.into(), head: &role.head, grade: grades[at], ladder: ladders[at].as_ref() };
        ranks.note(&of, pay);
    }
    let whose = |(role, pay): (&Resolved<'a>, Vec<PayLabel>)| {
        let parts = ranks.unlisted(&pay);
        pay.into_iter().chain(parts).map(|label| (label, ranks.whose(role.head.level, &label))).collect()
    };
    roles.iter().zip(pay).map(whose).collect()
}

/// Counts the rungs that each source knows by a figure of their own.
fn voices(draft: &Draft<'_>, labels: &[Labels], rungs: &[RoleIx], newest: u16) -> Voices {
    let mut voices = Voices::new();
    for role in rungs {
        for (label, whose) in &labels[role.at()] {
            let series = &draft.series[label.series.at()];
            if *whose != Whose::Own || label.quality == Match::Proxy || series.top_of_market || label.is_stated {
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
