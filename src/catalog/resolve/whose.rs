//! Whose a published figure is: the role's own, that of all ranks of its trade, or that of another rank.
//!
//! One rule, and it asks for the figure, its match and the role's rank alone:
//!
//! - A label is *of the ranks* of the roles that it names exactly or closely. Where it says a rank itself and names
//!   no role, its words say of which.
//! - A label that says "all", or groups titles of no rank, is of *all ranks* for everybody.
//! - A label that says no rank *pools* them where roles tell them apart: where it names roles of two ranks, where the
//!   base of a trade with junior or senior rungs bears it, where two rungs of one ladder do, or where its source cuts
//!   it and a part names a role of another rank. A title as it was offered pools none: other rungs have titles of
//!   their own. One that names no role is an occupation's, and pools all; so does any for whom it is a broader group.
//! - A band (a part by level or years) is of no rank from staff up; seniors are who bear the word.

use std::collections::HashMap;

use crate::catalog::model::{Head, Ladder, Match, PayKind, PayLabel, RoleIx, Series, SeriesIx, SourceIx};
use crate::catalog::resolve::draft::Draft;
use crate::catalog::said::{STAFF, bears, is_called};
use crate::catalog::standing::{Grade, Whose};

/// Ranks as bits.
type Bits = u16;

/// The ranks that a label is of.
enum Of {
    /// A label that names these.
    Ranks(Bits),
    /// A bare title of these.
    Title(Bits),
    /// A broader group, of roles of these.
    Group(Bits),
}

/// The roles that a label names.
#[derive(Default)]
struct Named {
    ranks: Bits,
    /// Whether one of them is the base of a trade with junior or senior rungs.
    has_rungs: bool,
    /// The roles that list it, named or not.
    listed: Vec<RoleIx>,
    /// The ranks of each two of these that are rungs of one ladder.
    rungs: Vec<Bits>,
}

/// Which ranks the labels of a catalog are of.
pub struct Ranks<'d, 'a> {
    draft: &'d Draft<'a>,
    named: HashMap<SeriesIx, Named>,
    /// The labels that a source cuts by seniority, and their parts.
    cut: HashMap<(SourceIx, &'a str), Vec<SeriesIx>>,
}

/// A role whose labels are judged.
pub struct Bearer<'r, 'a> {
    pub role: RoleIx,
    pub head: &'r Head<'a>,
    pub grade: Grade,
    pub ladder: Option<&'r Ladder<'a>>,
}

impl<'d, 'a> Ranks<'d, 'a> {
    pub fn new(draft: &'d Draft<'a>) -> Self {
        let mut cut: HashMap<_, Vec<SeriesIx>> = HashMap::new();
        for (at, series) in draft.series.iter().enumerate() {
            if let Some(part) = series.seniority {
                cut.entry((series.source, part.of)).or_default().push(at.into());
            }
        }
        Self { draft, named: HashMap::new(), cut }
    }

    /// Notes the rank of a role that labels name.
    pub fn note(&mut self, of: &Bearer<'_, 'a>, pay: &[PayLabel]) {
        for label in pay.iter().filter(|_| !of.head.hidden) {
            let series = &self.draft.series[label.series.at()];
            let named = self.named.entry(label.series).or_default();
            if label.quality != Match::Proxy && of.may_be_named(series, label.quality) {
                named.ranks |= bit(of.head.level);
                named.has_rungs |= of.has_rungs();
            }
            let rungs = of.ladder.iter().flat_map(|ladder| &ladder.rungs);
            let others = rungs.filter(|rung| named.listed.contains(&rung.role));
            named.rungs.extend(others.map(|other| bit(other.rank) | bit(of.head.level)));
            named.listed.push(of.role);
        }
    }

    /// Returns whose the figures of a label are, beside a role of a rank.
    pub fn whose(&self, rank: u8, label: &PayLabel) -> Whose {
        let series = &self.draft.series[label.series.at()];
        if label.is_stated || series.top_of_market {
            return Whose::Own;
        }
        let is_broader = label.quality == Match::Proxy && series.kind != PayKind::Offered;
        match self.of(label.series, series) {
            Of::Title(_) if is_broader => Whose::AllRanks,
            Of::Ranks(ranks) | Of::Title(ranks) if ranks & bit(rank) != 0 => Whose::Own,
            Of::Ranks(_) => Whose::AnotherRank,
            Of::Group(ranks) if ranks & bit(rank) == 0 => Whose::AnotherRank,
            Of::Title(_) | Of::Group(_) => Whose::AllRanks,
        }
    }

    /// Returns the parts of a role's labels that it does not list itself: they stand for a broader group.
    pub fn unlisted(&self, pay: &[PayLabel]) -> Vec<PayLabel> {
        let mut parts: Vec<PayLabel> = Vec::new();
        for label in pay {
            let series = &self.draft.series[label.series.at()];
            let of = series.seniority.map_or(series.label, |part| part.of);
            let others = self.cut.get(&(series.source, of)).into_iter().flatten();
            for part in others.map(|part| PayLabel { series: *part, quality: Match::Proxy, ..*label }) {
                let is_listed = pay.iter().chain(&parts).any(|known| known.series == part.series);
                parts.extend((!is_listed).then_some(part));
            }
        }
        parts
    }

    /// Returns the ranks that a label is of.
    fn of(&self, at: SeriesIx, series: &Series<'a>) -> Of {
        let ranks = self.ranks(at);
        match (series.said(), series.seniority.is_some()) {
            _ if series.is_of_all() => Of::Group(Bits::MAX),
            (Some(_), _) | (_, true) if ranks != 0 => Of::Ranks(ranks),
            (Some(said), true) => Of::Ranks(of_band(series, bits(said))),
            (None, true) => Of::Ranks(0),
            (Some(said), false) => Of::Group(bits(said)),
            (None, false) if self.pools(at, series) => Of::Group(Bits::MAX),
            (None, false) => Of::Title(ranks),
        }
    }

    /// The ranks of the roles that a label names.
    fn ranks(&self, at: SeriesIx) -> Bits {
        self.named.get(&at).map_or(0, |named| named.ranks)
    }

    /// Tells whether a label without a word of rank is of several that roles tell apart.
    fn pools(&self, at: SeriesIx, series: &Series<'a>) -> bool {
        let ranks = self.ranks(at);
        let is_told_apart = |part: &SeriesIx| self.ranks(*part) & !ranks != 0;
        let parts = self.cut.get(&(series.source, series.label));
        let are_both = |pair: &Bits| pair & !ranks == 0;
        let has_rungs = || self.named.get(&at).is_some_and(|named| named.has_rungs || named.rungs.iter().any(are_both));
        let is_cut = || parts.is_some_and(|parts| parts.iter().any(is_told_apart));
        ranks == 0 || series.kind != PayKind::Offered && (ranks.count_ones() > 1 || has_rungs() || is_cut())
    }
}

impl Bearer<'_, '_> {
    /// Tells whether a label may be of the role's rank: what a part says itself counts, and no band is of staff.
    fn may_be_named(&self, series: &Series<'_>, quality: Match) -> bool {
        let said = series.said();
        let is_senior = || said.as_ref().is_some_and(|said| bears(self.head, said));
        if series.is_band() && self.head.level >= STAFF && !is_senior() {
            return false;
        }
        let is_near = quality == Match::Close && series.seniority.is_some() && self.grade != Grade::Whole;
        !is_near || said.is_none_or(|said| is_called(self.head, self.grade, &said))
    }

    /// Tells whether the role's trade has another rung, of seniors or below.
    fn has_rungs(&self) -> bool {
        let is_lower = |ladder: &Ladder<'_>| {
            ladder.base == self.role && ladder.rungs.iter().any(|rung| rung.role != self.role && rung.rank < STAFF)
        };
        self.ladder.is_some_and(is_lower)
    }
}

fn bit(rank: u8) -> Bits {
    1 << rank.min(15)
}

fn bits(ranks: std::ops::RangeInclusive<u8>) -> Bits {
    ranks.map(bit).sum()
}

/// Of a band only what lies below staff.
fn of_band(series: &Series<'_>, ranks: Bits) -> Bits {
    if series.is_band() { ranks & (bit(STAFF) - 1) } else { ranks }
}
