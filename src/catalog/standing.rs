//! Which published figures may stand for a role as its own.
//!
//! Most labels are an occupation's, all ranks together, and some name a rank that is not the role's. A role is
//! paid by its title or by a part of a label that its source cuts by seniority; the rest is marked, by the one
//! rule of `resolve/whose.rs`.

use serde::{Deserialize, Serialize};

use crate::catalog::model::{Ladder, Match, Money, PayKind, PayRow, RegionIx, RoleIx, Series, SeriesIx, SourceIx};

/// The rank of somebody who is neither new nor senior: titles without a rank mean it.
pub const MID: u8 = 3;
/// Fewer people than this are few, and say nothing of a broader group.
pub const FEWEST: u32 = 20;
/// Figures that are more years older than the catalog's newest source are old.
const YEARS: u16 = 3;
/// The kinds of label that are left over when every other has its name.
const LEFT_OVER: [&str; 3] = ["All Other", "all other", "not elsewhere classified"];

/// What a role's rank is beside others of its trade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// No rank is told apart.
    Whole,
    /// The rung that its trade's title names.
    Base,
    /// A rank of its own.
    Own,
}

/// Whose a figure is, beside a role of a rank.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Of the role's rank: of its title, or of a part of a broader label.
    Own,
    /// Of every rank of the trade.
    AllRanks,
    /// Of a rank that the label names, and that is not the role's.
    AnotherRank,
}

/// What is known of a role's pay once all roles are.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct Standing {
    /// In a country or state, the source that knows most rungs of the role's ladder.
    pub speaks: Vec<(RegionIx, SourceIx)>,
    /// The labels of the role's, and their parts, that are not its own.
    pub marked: Vec<(SeriesIx, Whose)>,
}

impl Grade {
    /// Returns what a role's rank is, by its ladder.
    pub fn of(role: RoleIx, rank: u8, ladder: Option<&Ladder<'_>>) -> Self {
        let ladder = ladder.filter(|ladder| ladder.rungs.len() > 1);
        match ladder {
            None if rank == MID => Self::Whole,
            Some(ladder) if rank == MID && ladder.base == role => Self::Base,
            _ => Self::Own,
        }
    }
}

impl Standing {
    /// Returns whose the figures of one of the role's labels are.
    pub fn whose(&self, series: SeriesIx) -> Whose {
        self.marked.iter().find(|(marked, _)| *marked == series).map_or(Whose::Own, |(_, whose)| *whose)
    }
}

impl Series<'_> {
    /// Tells whether what is published is a part of a label by name: a title of its own (`Senior Engineer` of
    /// `Engineer`) is a label.
    pub fn is_part(&self, of: &str) -> bool {
        let is_title = self.seniority.is_some_and(|it| it.scale == "title");
        !is_title || self.label != of && self.label.starts_with(of)
    }

    /// Tells whether the label is what is left over of a classification.
    pub fn is_left_over(&self) -> bool {
        LEFT_OVER.iter().any(|word| self.label.contains(word))
    }

    /// Tells whether adverts name another currency than their region's: most were written elsewhere.
    pub fn is_foreign(&self, currency: Option<&str>) -> bool {
        self.kind == PayKind::Advertised && currency.is_some_and(|currency| currency != self.currency)
    }
}

impl PayRow<'_> {
    /// Says which of its figures are one: more is not known than that one.
    pub fn collapse(&self) -> Option<&'static str> {
        let is_one = |a: Option<Money>, b: Option<Money>| a.is_some() && a == b;
        match (is_one(self.p25, self.median), is_one(self.median, self.p75)) {
            _ if self.collapsed => Some("one figure is published for p25 to p90"),
            (true, true) => Some("one figure is published for p25 to p75"),
            (true, false) => Some("one figure is published for p25 and the median"),
            (false, true) => Some("one figure is published for the median and p75"),
            (false, false) => None,
        }
    }

    /// Tells whether few people stand behind it.
    pub fn is_of_few(&self) -> bool {
        self.n.is_some_and(|n| n < FEWEST)
    }

    /// Tells whether too few people stand behind the figure of a broader group.
    pub fn is_thin(&self, quality: Match) -> bool {
        quality == Match::Proxy && self.is_of_few()
    }
}

/// Tells whether a year lies more than three years before the newest of the catalog.
pub fn is_old(year: u16, newest: u16) -> bool {
    newest.saturating_sub(year) > YEARS
}
