//! Moves between roles, and the ladders that they make.

use serde::{Deserialize, Serialize};

use crate::catalog::model::{RoleIx, SourceIx};
use crate::text::sorting::Arrange;

/// The moves around a role.
#[derive(Serialize, Deserialize, Clone, Debug, Default)]
pub struct Moves<'a> {
    /// Roles that lead here, in the order of the role's file.
    #[serde(borrow)]
    pub prerequisites: Vec<Edge<'a>>,
    /// Roles that this one leads to: the prerequisites read backwards.
    pub next: Vec<Edge<'a>>,
    pub lateral: Vec<Edge<'a>>,
}

/// A move to or from another role.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct Edge<'a> {
    pub role: RoleIx,
    /// Who states the move; empty where it is the catalog's own.
    #[serde(borrow)]
    pub statements: Vec<Statement<'a>>,
    pub origin: u8,
    /// The grade at which the move leaves the role that it comes from, by its id; of a lateral one the grade of the
    /// other role. None where nobody says.
    pub grade: Option<&'a str>,
}

impl Edge<'_> {
    /// Tells whether no source states the move, and none observed it.
    pub fn is_editorial(&self) -> bool {
        self.statements.is_empty()
    }

    /// Returns how many sources state the move; one that observed it states nothing.
    pub fn stated_by(&self) -> usize {
        let mut sources: Vec<SourceIx> = self.stating().map(|statement| statement.source).collect();
        sources.arrange();
        sources.dedup();
        sources.len()
    }

    fn stating(&self) -> impl Iterator<Item = &Statement<'_>> {
        self.statements.iter().filter(|statement| statement.observed.is_none())
    }
}

/// A source's own words for a move.
#[derive(Serialize, Deserialize, Clone, Copy, Debug)]
pub struct Statement<'a> {
    pub source: SourceIx,
    /// The titles as the source states them.
    pub stated: &'a str,
    /// Where in the source it stands.
    pub reference: &'a str,
    /// Whether the source says that one feeds the other, and nothing of grade.
    pub feeds: bool,
    /// What was counted, where the move is observed and not stated.
    pub observed: Option<Observed>,
}

/// How many people were seen to make a move.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Observed {
    pub n: u32,
    pub back: Back,
    /// Median change of pay, in percent.
    pub pay_change: Option<i16>,
}

/// How many people were seen to move the other way.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Back {
    Counted(u32),
    /// Too few for the source to publish their number.
    FewerThan(u32),
    Unknown,
}

/// The rungs of one trade, lowest first; each has a rank of its own.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct Ladder<'a> {
    /// The role that the ladder grows from.
    pub base: RoleIx,
    /// The base of the ladder whose rungs stand for the ranks that this one lacks.
    pub joins: Option<RoleIx>,
    #[serde(borrow)]
    pub rungs: Vec<Rung<'a>>,
}

/// A role on a ladder.
#[derive(Serialize, Deserialize, Clone, Copy, Debug)]
pub struct Rung<'a> {
    pub role: RoleIx,
    /// Rank, 1 (intern) to 9 (executive).
    pub rank: u8,
    /// What the rung is called; none where the name of its rank serves.
    pub step: Option<&'a str>,
    /// Whether it is of this ladder, and not of the one that this one joins.
    pub is_own: bool,
}

/// An affinity between occupations: never a prerequisite.
#[derive(Serialize, Deserialize, Clone, Debug, Default)]
pub struct Related<'a> {
    #[serde(borrow)]
    pub edges: Vec<Edge<'a>>,
}
