//! Which published figure stands for a role in a region. One rule, told in roles/README.md:
//!
//! what a catalog on top says; no top of the market; no broader group of a few; not more than three years
//! old; no adverts in a foreign currency; no broader group and no band of a few; the role's own before one of all ranks
//! or of another; exact, close, proxy; of one match those of enough people, then the source that knows most rungs of the role's ladder there; then
//! official statistics, surveys, payrolls, offers and adverts; rows that their source does not warn of; the order of
//! the labels in the role's file; the newest year. Figures are never averaged or converted.
//!
//! The match stands before the ladder: a role's own title is not hidden for a neighbor's sake. Rungs are set beside
//! each other by `one_source`, which looks for a source that knows both.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::catalog::Catalog;
use crate::catalog::model;
use crate::catalog::model::{
    Basis, Match, PayKind, PayLabel, PayRow, Profile, RegionIx, RegionLevel, RoleIx, Series, SourceKind,
};
use crate::catalog::standing::{Standing, Whose, is_old};
use crate::query::namer::Namer;
use crate::text::sorting::Arrange;
use crate::view::{Amount, Entry, Pay, Seniority};

/// Fewer people than this tell no step of pay, and stand behind a broader group that has more.
const FEW: u32 = 30;
/// Said of a figure where another source speaks along its role's ladder, and does not know the role.
const ANOTHER_SOURCE: &str = "another source than other rungs of the ladder";

/// One row that may stand for a role in a region.
#[derive(Clone)]
pub struct Candidate<'a> {
    pub row: PayRow<'a>,
    pub label: PayLabel,
    pub series: Series<'a>,
    /// As in the role's file; of adverts in a foreign currency at most close.
    pub quality: Match,
    pub whose: Whose,
    is_old: bool,
    is_foreign: bool,
    /// Whether its source speaks along the role's ladder.
    speaks: bool,
    /// Whether it is the best of its region: the one that `salary` shows.
    pub is_first: bool,
    /// Whether it is shown where the source that speaks along the role's ladder does not know the role.
    is_of_another_source: bool,
    kind: SourceKind,
    order: usize,
}

/// What a candidate is preferred by; the least wins.
type Rank = (Doubts, Match, bool, bool, (bool, SourceKind, PayKind), bool, usize, Reverse<u16>);
/// Whether it may stand at all, the catalog, and what puts a figure behind every other.
type Doubts = (bool, Reverse<u8>, bool, bool, bool, bool, bool);

impl<'a> Candidate<'a> {
    fn rank(&self) -> Rank {
        let Self { row, label, series, kind, order, .. } = self;
        let (stands, is_thin) = (self.stands(), row.is_thin(self.quality));
        // A broader group stands behind a title of all ranks, whatever rank it is cut to; so does a band of a few.
        let is_wide = self.quality == Match::Proxy || series.is_band() && row.is_of_few();
        let doubts = (!stands, Reverse(label.origin), is_thin, self.is_old, self.is_foreign, is_wide, !self.is_own());
        let is_few = row.n.is_some_and(|n| n < FEW) && !label.is_stated;
        let is_left_over = self.quality == Match::Proxy && series.is_left_over();
        let kinds = (!self.speaks, *kind, series.kind);
        (doubts, self.quality, is_few, is_left_over, kinds, row.biased, *order, Reverse(row.year))
    }

    /// Whether it may be the figure of the role.
    pub fn stands(&self) -> bool {
        !self.series.top_of_market
    }

    /// What parts two figures, whatever their labels are worth; nothing where they come from one source, year,
    /// currency, period, basis and kind, and are two labels, two titles of one scale or two parts of one label.
    pub fn parts_from(&self, other: &Self) -> Option<&'static str> {
        let (a, b) = (&self.series, &other.series);
        let same = [
            (a.source == b.source, "not comparable: not of one source"),
            (self.row.year == other.row.year, "not comparable: not of one year"),
            ((a.currency, a.per) == (b.currency, b.per), "not comparable: not in one currency and period"),
            (a.basis == b.basis, "not comparable: pay before tax, after tax or in total"),
            (a.kind == b.kind, "not comparable: not both earned, offered or advertised"),
            (self.is_cut() == other.is_cut(), "not comparable: one figure is cut by seniority, and the other is not"),
            (self.scale() == other.scale(), "not comparable: not of one scale of seniority"),
            (self.part() == other.part(), "not comparable: not parts of one label"),
        ];
        same.into_iter().find(|(is_same, _)| !is_same).map(|(_, why)| why)
    }

    fn is_cut(&self) -> bool {
        self.cut().is_some()
    }

    /// What parts the people of its label.
    fn scale(&self) -> Option<&'a str> {
        self.cut().map(|it| it.scale)
    }

    /// The label of which it is a part by name.
    fn part(&self) -> Option<&'a str> {
        self.cut().map(|it| it.of).filter(|of| self.series.is_part(of))
    }

    /// The part of a label that it is of; a company's band for a grade is of no part.
    fn cut(&self) -> Option<model::Seniority<'a>> {
        self.series.seniority.filter(|it| it.scale != model::Seniority::GRADE)
    }

    /// The grade within the role that it is the band of.
    fn grade(&self) -> Option<Entry<'a>> {
        let cut = self.series.seniority.filter(|it| it.scale == model::Seniority::GRADE)?;
        Some(Entry { id: cut.word, title: self.series.label })
    }

    /// Whether it is the role's own, and not of all ranks or of another.
    pub fn is_own(&self) -> bool {
        self.whose == Whose::Own
    }

    /// Whether it may stand beside another role's.
    pub fn may_be_compared(&self) -> bool {
        self.stands() && self.is_own() && !self.row.is_thin(self.quality)
    }

    pub fn is_of_another_rank(&self) -> bool {
        self.whose == Whose::AnotherRank
    }

    /// Whether it is of the broader group that the role belongs to.
    pub fn is_broader(&self) -> bool {
        self.quality == Match::Proxy
    }

    /// Whether few people, or nobody knows how many, stand behind it. A company's band is no sample.
    pub fn is_few(&self) -> bool {
        !self.label.is_stated && self.row.n.is_none_or(|n| n < FEW)
    }

    /// Whether it says something of a step: a median of enough people, of which the source does not warn.
    pub fn tells_a_step(&self) -> bool {
        self.stands() && self.is_own() && self.row.median.is_some() && !self.row.biased && !self.is_few()
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
            old: self.is_old,
            n: row.n,
            basis: series.basis.name(),
            kind: series.kind.name(),
            quality: self.quality.name(),
            label: series.label,
            grade: self.grade(),
            seniority: self.cut().map(|it| Seniority { of: it.of, scale: it.scale, said: it.word }),
            all_ranks: self.whose == Whose::AllRanks,
            another_rank: self.whose == Whose::AnotherRank,
            top_of_market: series.top_of_market,
            another_source: self.is_of_another_source,
            collapsed: row.collapse().is_some(),
            source: namer.source(series.source),
            notes: self.notes(),
            own_note: row.note.filter(|_| label.is_stated),
            catalog: namer.origin(label.origin),
            published: None,
        }
    }

    /// What the source warns of, and what its figures show.
    fn notes(&self) -> Vec<&'a str> {
        let Self { row, label, series, .. } = self;
        let is_wide = row.p25.zip(row.p75).is_some_and(|(p25, p75)| p75.0 > 3 * p25.0);
        let own = [
            (self.is_of_another_source, ANOTHER_SOURCE),
            (is_wide, "wide: p75 is more than three times p25"),
            (self.is_foreign, "adverts in a foreign currency"),
            (row.is_of_few() && !label.is_stated, "few: fewer than 20 people"),
        ];
        let own = own.into_iter().filter(|(is, _)| *is).map(|(_, note)| note);
        series.note.into_iter().chain(row.note).chain(row.collapse()).chain(own).collect()
    }
}

pub const ALL_LEVELS: [RegionLevel; 4] =
    [RegionLevel::World, RegionLevel::Country, RegionLevel::State, RegionLevel::Metro];

/// Every row of a role by region, the best of each first; those that may not stand last.
pub type ByRegion<'a> = BTreeMap<RegionIx, Vec<Candidate<'a>>>;

/// Every row that may stand for a role at some levels of region, the best of each region first.
pub fn candidates<'a>(catalog: &Catalog<'a>, role: RoleIx, levels: &[RegionLevel]) -> ByRegion<'a> {
    let profile: Profile<'a> = catalog.profile(role);
    of_profile(catalog, role, &profile, levels)
}

/// As [`candidates`], for a profile that is decoded already.
pub fn of_profile<'a>(
    catalog: &Catalog<'a>,
    role: RoleIx,
    profile: &Profile<'a>,
    levels: &[RegionLevel],
) -> ByRegion<'a> {
    of_regions(catalog, role, profile, levels, &|_| true)
}

/// As [`of_profile`], of some regions alone: most questions ask for one of a hundred.
pub fn of_regions<'a>(
    catalog: &Catalog<'a>,
    role: RoleIx,
    profile: &Profile<'a>,
    levels: &[RegionLevel],
    wants: &dyn Fn(RegionIx) -> bool,
) -> ByRegion<'a> {
    let mut regions = ByRegion::new();
    if profile.pay.is_empty() {
        return regions;
    }
    let of = Of { catalog, standing: catalog.standing(role), newest: catalog.about().newest };
    for (order, label) in profile.pay.iter().enumerate() {
        let mut series = catalog.series(label.series);
        let rows = rows(catalog, label, &mut series, levels, wants);
        let kind = catalog.source_name(series.source).kind;
        for row in rows {
            regions.entry(row.region).or_default().push(of.candidate(row, label, &series, kind, order));
        }
    }
    for (region, candidates) in &mut regions {
        candidates.arrange_by_key(Candidate::rank);
        of.tell_first(*region, &mut candidates[0]);
    }
    regions
}

/// What a row is judged by, beside what it says itself.
struct Of<'c, 'a> {
    catalog: &'c Catalog<'a>,
    standing: Standing,
    newest: u16,
}

impl<'a> Of<'_, 'a> {
    fn candidate(
        &self,
        row: PayRow<'a>,
        label: &PayLabel,
        series: &Series<'a>,
        kind: SourceKind,
        order: usize,
    ) -> Candidate<'a> {
        let is_advert = series.kind == PayKind::Advertised && !label.is_stated;
        let is_foreign = is_advert && series.is_foreign(self.catalog.region(row.region).currency);
        Candidate {
            quality: if is_foreign { label.quality.max(Match::Close) } else { label.quality },
            whose: self.standing.whose(label.series),
            is_old: !label.is_stated && is_old(row.year, self.newest),
            is_foreign,
            speaks: self.standing.speaks.contains(&(row.region, series.source)),
            is_first: false,
            is_of_another_source: false,
            row,
            label: *label,
            series: series.clone(),
            kind,
            order,
        }
    }

    /// Notes which figure is shown, and that the other rungs of its role's ladder are of another source.
    fn tell_first(&self, region: RegionIx, first: &mut Candidate<'a>) {
        let is_spoken_of = self.standing.speaks.iter().any(|(known, _)| *known == region);
        first.is_first = true;
        first.is_of_another_source = is_spoken_of && !first.speaks && !first.label.is_stated;
    }
}

/// Returns a label's rows of the regions and at the levels asked for; the series itself keeps none.
fn rows<'a>(
    catalog: &Catalog<'a>,
    label: &PayLabel,
    series: &mut Series<'a>,
    levels: &[RegionLevel],
    wants: &dyn Fn(RegionIx) -> bool,
) -> Vec<PayRow<'a>> {
    let has = |level| levels.contains(&level);
    let mut rows = std::mem::take(&mut series.rows);
    rows.retain(|row| wants(row.region));
    if !has(RegionLevel::World) || !has(RegionLevel::Country) {
        rows.retain(|row| has(catalog.region_name(row.region).level));
    }
    if has(RegionLevel::State) {
        rows.extend(catalog.state_rows(label.series).into_iter().filter(|row| wants(row.region)));
    }
    if has(RegionLevel::Metro) {
        rows.extend(catalog.metro_rows(label.series).into_iter().filter(|row| wants(row.region)));
    }
    rows
}

/// Returns the figure of a region; or all of its rows, the best first.
pub fn shown<'c, 'a>(candidates: &'c [Candidate<'a>], all: bool) -> impl Iterator<Item = &'c Candidate<'a>> {
    let is_shown = move |(at, candidate): &(usize, &Candidate<'a>)| all || *at == 0 && candidate.stands();
    candidates.iter().enumerate().filter(is_shown).map(|(_, candidate)| candidate)
}

/// Returns the base salary of the best paid of the largest companies in a region, where it is known.
pub fn top_of_market<'c, 'a>(candidates: &'c [Candidate<'a>]) -> Option<&'c Candidate<'a>> {
    let top = || candidates.iter().filter(|candidate| candidate.series.top_of_market);
    top().find(|candidate| candidate.series.basis == Basis::Gross).or_else(|| top().next())
}

/// Returns a region that a profile has a figure for, for whoever asks for an example: a country before the
/// world, and either before a state.
pub fn example(catalog: &Catalog<'_>, role: RoleIx, profile: &Profile<'_>) -> Option<RegionIx> {
    const ORDER: [RegionLevel; 4] = [RegionLevel::Country, RegionLevel::World, RegionLevel::State, RegionLevel::Metro];
    let stands = |(region, rows): (RegionIx, Vec<Candidate<'_>>)| rows[0].stands().then_some(region);
    ORDER.iter().find_map(|level| of_profile(catalog, role, profile, &[*level]).into_iter().find_map(stands))
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
    rows.arrange_by_key(|pay| (pay.region.level != "world", pay.region.name, pay.region.id));
}
