//! Moves between roles: trees of them, and the ladders that they make.

use serde::Serialize;

use crate::view::{Entry, OwnLevel, Pay, Prepared, RoleName, SourceName};

/// A move to or from a role.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Edge<'a> {
    #[serde(flatten)]
    pub role: RoleName<'a>,
    /// The grade at which a move on leaves the role that is asked of, where somebody says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_grade: Option<Entry<'a>>,
    #[serde(flatten)]
    pub support: Support<'a>,
    /// The catalog that draws the move.
    pub catalog: &'a str,
}

/// What a move rests on.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Support<'a> {
    /// Who states the move; empty where nobody does.
    pub sources: Vec<SourceName<'a>>,
    /// Whether what is stated is only that one feeds the other, and nothing of grade.
    pub feeds: bool,
    /// Where people were seen to make the move; nobody states it by that.
    pub observed: Vec<Observation<'a>>,
    /// The catalog whose own word the move is, where no source states it: its title, its owner or its name.
    pub stated_by: Option<&'a str>,
    /// Whether nobody states the move but the makers of the lowest catalog.
    pub editorial: bool,
}

/// How many people were seen to make a move.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Observation<'a> {
    pub source: SourceName<'a>,
    /// Persons who went this way.
    pub n: u32,
    /// Persons who went the other way; none where the source does not count them.
    pub back: Option<u32>,
    /// Where the source only says that they were fewer than this.
    pub back_fewer_than: Option<u32>,
    /// Median change of pay, in percent.
    pub pay_change: Option<i16>,
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
    /// Where there is a figure of the target, for an example.
    #[serde(skip)]
    pub paid_in: Option<&'a str>,
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
    /// The grade of the role before from which the step goes, where that role has grades.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_grade: Option<Entry<'a>>,
    pub to: RoleName<'a>,
    /// Whether the step goes sideways, and not up.
    pub lateral: bool,
    /// Whether the step is from one grade of the role to the next.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(test, schemars(default))]
    pub within: bool,
    #[serde(flatten)]
    pub support: Support<'a>,
    /// The competencies that grow most, at most three.
    pub grows: Vec<Growth<'a>>,
    /// Tools that the role before does not ask for.
    pub new_tools: Vec<Entry<'a>>,
    /// Years that people of both titles hold, side by side: what lies between is nobody's figure.
    pub years_held: Option<YearsHeld<'a>>,
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
    /// The levels in a company's own words, where its files state them in them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_from: Option<OwnLevel<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_to: Option<OwnLevel<'a>>,
}

/// Years that people of two titles hold, by one source.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct YearsHeld<'a> {
    pub from: Box<Prepared<'a>>,
    pub to: Box<Prepared<'a>>,
}

/// How median pay changes in a step.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(tag = "comparable", rename_all = "kebab-case")]
pub enum PayChange<'a> {
    /// Both medians come from one source, currency, period, basis, kind, scale of seniority and year, of two
    /// labels, each of 30 people or more. Of some roles `salary` may show another figure: the best of each are not
    /// of one source.
    Yes { from: Box<Pay<'a>>, to: Box<Pay<'a>>, shown_otherwise: Vec<&'a str> },
    /// Why the two cannot be compared, and the figure of each role where there is one.
    No { why: &'a str, from: Option<Box<Pay<'a>>>, to: Option<Box<Pay<'a>>> },
}
