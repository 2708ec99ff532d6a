//! Which published figure stands for a role in a region.
//!
//! By match first (exact, close, proxy), then official statistics before surveys before payrolls
//! before advertised pay, then rows that their source does not warn of, then the order of the
//! labels in the role's file, then the newest year. Figures are never averaged or converted.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::catalog::Catalog;
use crate::catalog::model::{Match, PayLabel, PayRow, Profile, RegionIx, RegionLevel, RoleIx, Series, SourceKind};
use crate::query::namer::Namer;
use crate::view::{Amount, Pay};

/// One row that stands for a role in a region.
#[derive(Clone)]
pub struct Candidate<'a> {
    pub row: PayRow<'a>,
    pub label: PayLabel,
    pub series: Series<'a>,
    kind: SourceKind,
    order: usize,
}

/// What a candidate is preferred by; the least wins.
type Rank = (Reverse<u8>, Match, SourceKind, bool, usize, Reverse<u16>);

impl<'a> Candidate<'a> {
    fn rank(&self) -> Rank {
        let Self { row, label, kind, order, .. } = self;
        (Reverse(label.origin), label.quality, *kind, row.biased, *order, Reverse(row.year))
    }

    /// Whether the difference of two figures says something of the roles.
    pub fn is_comparable(&self, other: &Self) -> bool {
        self.is_alike(other) && self.label.quality == other.label.quality
    }

    /// Whether two figures come from one source, year, currency, period and basis, whatever their
    /// labels are worth.
    pub fn is_alike(&self, other: &Self) -> bool {
        let of = |c: &Self| (c.series.source, c.series.currency, c.series.per, c.series.basis, c.row.year);
        of(self) == of(other)
    }

    pub fn view(&self, namer: &Namer<'a>) -> Pay<'a> {
        let Self { row, label, series, .. } = self;
        Pay {
            region: namer.region(row.region),
            p10: row.p10.map(Amount),
            p25: row.p25.map(Amount),
            median: row.median.map(Amount),
            p75: row.p75.map(Amount),
            p90: row.p90.map(Amount),
            currency: series.currency,
            per: series.per.name(),
            year: row.year,
            n: row.n,
            basis: series.basis.name(),
            kind: series.kind.name(),
            quality: label.quality.name(),
            label: series.label,
            source: namer.source(series.source),
            notes: series.note.into_iter().chain(row.note).collect(),
            catalog: namer.origin(label.origin),
        }
    }
}

/// Every row that stands for a role at some levels of region, the best of each region first.
pub fn candidates<'a>(
    catalog: &Catalog<'a>,
    role: RoleIx,
    levels: &[RegionLevel],
) -> BTreeMap<RegionIx, Vec<Candidate<'a>>> {
    let profile: Profile<'a> = catalog.profile(role);
    of_profile(catalog, &profile, levels)
}

/// As [`candidates`], for a profile that is decoded already.
pub fn of_profile<'a>(
    catalog: &Catalog<'a>,
    profile: &Profile<'a>,
    levels: &[RegionLevel],
) -> BTreeMap<RegionIx, Vec<Candidate<'a>>> {
    let mut regions: BTreeMap<RegionIx, Vec<Candidate<'a>>> = BTreeMap::new();
    for (order, label) in profile.pay.iter().enumerate() {
        let mut series = catalog.series(label.series);
        let rows = rows(catalog, label, &mut series, levels);
        let kind = catalog.source_name(series.source).kind;
        for row in rows {
            let candidate = Candidate { row, label: *label, series: series.clone(), kind, order };
            regions.entry(row.region).or_default().push(candidate);
        }
    }
    regions.values_mut().for_each(|candidates| candidates.sort_by_key(Candidate::rank));
    regions
}

/// Returns a label's rows at the levels asked for; the series itself keeps none.
fn rows<'a>(
    catalog: &Catalog<'a>,
    label: &PayLabel,
    series: &mut Series<'a>,
    levels: &[RegionLevel],
) -> Vec<PayRow<'a>> {
    let wants = |level| levels.contains(&level);
    let mut rows = std::mem::take(&mut series.rows);
    if !wants(RegionLevel::World) || !wants(RegionLevel::Country) {
        rows.retain(|row| wants(catalog.region_name(row.region).level));
    }
    if wants(RegionLevel::State) {
        rows.extend(catalog.state_rows(label.series));
    }
    if wants(RegionLevel::Metro) {
        rows.extend(catalog.metro_rows(label.series));
    }
    rows
}

/// Tells whether a role has a figure for a region itself.
pub fn has_figure(catalog: &Catalog<'_>, role: RoleIx, region: RegionIx) -> bool {
    candidates(catalog, role, &level_of(catalog, region)).contains_key(&region)
}

/// Returns a region that a profile has a figure for, for whoever asks for an example: a country before the
/// world, and either before a state.
pub fn example(catalog: &Catalog<'_>, profile: &Profile<'_>) -> Option<RegionIx> {
    const ORDER: [RegionLevel; 4] = [RegionLevel::Country, RegionLevel::World, RegionLevel::State, RegionLevel::Metro];
    ORDER.iter().find_map(|level| of_profile(catalog, profile, &[*level]).into_keys().next())
}

/// The levels at which a region's own row stands.
pub fn level_of(catalog: &Catalog<'_>, region: RegionIx) -> [RegionLevel; 1] {
    [catalog.region_name(region).level]
}

/// Tells whether a region is another one, or lies in it.
pub fn lies_in(catalog: &Catalog<'_>, region: RegionIx, in_region: RegionIx) -> bool {
    region == in_region || catalog.region_name(region).parent.is_some_and(|parent| lies_in(catalog, parent, in_region))
}

/// Returns the rows a reader sees: countries by name with the world first, or as asked.
pub fn sorted<'a>(rows: &mut [Pay<'a>]) {
    rows.sort_by_key(|pay| (pay.region.level != "world", pay.region.name, pay.region.id));
}
