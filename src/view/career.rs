//! Moves between roles: trees of them, and the ladders that they make.

use serde::Serialize;

use crate::view::{Amount, Entry, RoleName, SourceName};

/// A move to or from a role.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Edge<'a> {
    #[serde(flatten)]
    pub role: RoleName<'a>,
    /// Who states the move; empty where it is the catalog's own.
    pub sources: Vec<SourceName<'a>>,
    /// Whether no source states the move.
    pub editorial: bool,
    /// The catalog that draws the move.
    pub catalog: &'a str,
}

/// A rung of the ladder that a role stands on, lowest first.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Rung<'a> {
    /// What the rung is called: `senior`.
    pub step: &'a str,
    /// Rank, 1 (intern) to 9 (executive).
    pub rank: u8,
    /// The role that stands there; none where the catalog has no such rung.
    pub role: Option<Entry<'a>>,
    /// Whether it is the role itself.
    pub here: bool,
}

/// `prereqs` and `next`: what leads to a role, or where it leads, to a depth.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Tree<'a> {
    pub role: RoleName<'a>,
    /// Every role met, nearest first, with the moves that meet it.
    pub moves: Vec<Branch<'a>>,
}

/// A move of a tree.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Branch<'a> {
    /// Steps from the role asked for, from 1.
    pub depth: u32,
    /// The role at the near end: the one asked for, at depth 1.
    pub of: &'a str,
    #[serde(flatten)]
    pub edge: Edge<'a>,
    /// Whether the role stands nearer already; its own moves are not repeated.
    pub repeated: bool,
}

/// `path`: ladders, best first.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Ladders<'a> {
    /// None where every ladder into the target was asked for.
    pub from: Option<RoleName<'a>>,
    pub to: RoleName<'a>,
    /// The region of the pay steps.
    pub region: Option<Entry<'a>>,
    pub paths: Vec<Ladder<'a>>,
}

/// One ladder.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Ladder<'a> {
    pub from: RoleName<'a>,
    pub steps: Vec<Step<'a>>,
}

/// One step of a ladder, and what it takes.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Step<'a> {
    pub from: &'a str,
    pub to: RoleName<'a>,
    pub sources: Vec<SourceName<'a>>,
    pub editorial: bool,
    /// The competencies that grow most, at most three.
    pub grows: Vec<Growth<'a>>,
    /// Tools that the role before does not ask for.
    pub new_tools: Vec<Entry<'a>>,
    /// The change of median pay; none where no region was asked for.
    pub pay: Option<PayChange<'a>>,
}

/// What a competency grows by in a step.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Growth<'a> {
    #[serde(flatten)]
    pub competency: Entry<'a>,
    pub weight_from: u8,
    pub weight_to: u8,
    pub level_from: Option<u8>,
    pub level_to: Option<u8>,
}

/// How median pay changes in a step.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(tag = "comparable", rename_all = "kebab-case")]
pub enum PayChange<'a> {
    /// Both medians come from one source, currency, period, basis and quality of label.
    Yes {
        from: Amount,
        to: Amount,
        currency: &'a str,
        per: &'a str,
        year: u16,
        #[serde(rename = "match")]
        quality: &'a str,
        source: SourceName<'a>,
    },
    /// Why the two cannot be compared.
    No { why: &'a str },
}
