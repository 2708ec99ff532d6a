//! Which published figures may stand for a role as its own.
//!
//! Most labels are an occupation's, all ranks together. A role with a rank of its own is paid by its
//! title or by a part of a label that its source cuts by seniority; the rest is marked.

use serde::{Deserialize, Serialize};

use crate::catalog::model::{Ladder, Match, PayKind, PayLabel, PayRow, RegionIx, RoleIx, Series, SourceIx};

/// The rank of somebody who is neither new nor senior: titles without a rank mean it.
const MID: u8 = 3;
/// Fewer people than this say nothing of a broader group.
const FEWEST: u32 = 20;
/// Figures that are more years older than the catalog's newest source are old.
const YEARS: u16 = 3;
/// The kinds of label that are left over when every other has its name.
const LEFT_OVER: [&str; 3] = ["All Other", "all other", "not elsewhere classified"];

/// What a role's rank asks of a figure.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// No rank is told apart: a label of the trade is the role's.
    Whole,
    /// The rung that its trade's title names: a label of that title has the other rungs' people too.
    Base,
    /// A rank of its own.
    Own,
}

/// What is known of a role's pay once all roles are.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct Standing {
    pub grade: Grade,
    /// In a country or state, the source that knows most rungs of the role's ladder.
    pub speaks: Vec<(RegionIx, SourceIx)>,
}

impl Standing {
    /// Returns what a role's rank asks, by its ladder.
    pub fn grade(role: RoleIx, rank: u8, ladder: Option<&Ladder<'_>>) -> Grade {
        let ladder = ladder.filter(|ladder| ladder.rungs.len() > 1);
        match ladder {
            None if rank == MID => Grade::Whole,
            Some(ladder) if rank == MID && ladder.base == role => Grade::Base,
            _ => Grade::Own,
        }
    }
}

impl PayLabel {
    /// Tells whether what is published under the label is of all ranks, and not of the role's alone.
    pub fn is_all_ranks(&self, series: &Series<'_>, grade: Grade) -> bool {
        let is_pool = series.seniority.is_none() && !self.is_stated && !series.top_of_market;
        is_pool
            && match grade {
                Grade::Whole => false,
                // A title as somebody was offered it says nothing of other rungs' titles.
                Grade::Base => self.quality != Match::Exact || series.kind != PayKind::Offered,
                Grade::Own => self.quality == Match::Proxy,
            }
    }
}

impl Series<'_> {
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
    /// Tells whether too few people stand behind the figure of a broader group.
    pub fn is_thin(&self, quality: Match) -> bool {
        quality == Match::Proxy && self.n.is_some_and(|n| n < FEWEST)
    }
}

/// Tells whether a year lies more than three years before the newest of the catalog.
pub fn is_old(year: u16, newest: u16) -> bool {
    newest.saturating_sub(year) > YEARS
}
