//! `why`: the rows and the arithmetic behind what is printed.

use serde::Serialize;

use crate::view::{Competency, Edge, Occupation, Pay, Prepared, Requires, RoleName, SourceEntry, SourceName, Tool};

/// The evidence of a role, or of one thing that its page says.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Why<'a> {
    pub role: RoleName<'a>,
    pub of: Because<'a>,
    /// What a catalog asks for, in its own words; where getting in was asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requires: Option<Requires<'a>>,
    /// The sources drawn on, with license, credit and caveat.
    pub sources: Vec<SourceEntry<'a>>,
}

/// What was asked about.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Because<'a> {
    Role(Box<WhyRole<'a>>),
    Competency(Box<WhyCompetency<'a>>),
    Salary(Vec<WhySalary<'a>>),
    Tool(Box<WhyTool<'a>>),
    Move(Vec<WhyMove<'a>>),
    GettingIn(Vec<WhyPrepared<'a>>),
    Outlook(Vec<WhyPrepared<'a>>),
}

/// What a role as a whole rests on.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WhyRole<'a> {
    pub occupations: Vec<Occupation<'a>>,
    pub competencies: Vec<Competency<'a>>,
    /// Pay labels that stand for the role, best first.
    pub labels: Vec<PayLabel<'a>>,
    /// A region that the role has a figure in, to ask about.
    #[serde(skip)]
    pub region: Option<&'a str>,
}

/// A pay label that stands for a role.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PayLabel<'a> {
    pub source: &'a str,
    pub label: &'a str,
    #[serde(rename = "match")]
    pub quality: &'a str,
    pub countries: usize,
    pub states: usize,
    pub metros: usize,
}

/// The terms and the rows behind a weight and a level.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WhyCompetency<'a> {
    pub competency: Competency<'a>,
    /// None for what the role's file states.
    pub terms: Option<WeightTerms<'a>>,
    /// What the records that the role maps to say for the competency.
    pub rows: Vec<EvidenceRow<'a>>,
    /// The terms in words, a line a step.
    pub arithmetic: Vec<String>,
}

/// How a weight and a level came about.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WeightTerms<'a> {
    pub readings: Vec<ReadTerm<'a>>,
    pub judged: Option<JudgedTerm<'a>>,
    /// What was judged again, or the median of the readings.
    pub editors: Option<f64>,
    pub sources: Vec<SourceTerm<'a>>,
    /// The mean of the outside scores that may move the weight, or else of those that confirm it.
    pub outside: Option<f64>,
    /// The same, where it moved what was read.
    pub towards: Option<f64>,
    /// Where the way to that mean began: at the editors' weight; where nobody has read the role, at the mean of what
    /// was read of others. None where nothing was moved.
    pub from: Option<f64>,
    /// The share of the outside scores in what was read, before it is taken times W / (W + 1), W what they count.
    pub most: Option<f64>,
    /// The part of the way that the weight went: 0 to 0.15 of what was read; else what the sources count, 1 at most.
    pub share: Option<f64>,
    /// Where it came.
    pub moved: Option<f64>,
    /// The rungs of its ladder, lowest first, where that changed something.
    pub rungs: Vec<RungTerm<'a>>,
    /// The weight before its ladder evened it out; none where it did not.
    pub weight_before_ladder: Option<f64>,
    pub level_before_ladder: Option<&'a str>,
}

/// A rung of a ladder, before and after it was evened out.
#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RungTerm<'a> {
    pub role: &'a str,
    pub weight_before: f64,
    pub weight: u8,
    pub level_before: Option<&'a str>,
    pub level: Option<&'a str>,
}

/// What one reading gave, aligned with its other batches.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ReadTerm<'a> {
    pub weight: f64,
    pub level: &'a str,
    /// The reason, of a cell that was read once more by itself.
    pub why: Option<String>,
}

/// What was judged again: the weight, the level or both.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct JudgedTerm<'a> {
    /// None where the median of the readings stands.
    pub weight: Option<u8>,
    pub level: Option<&'a str>,
    pub why: String,
}

/// What a source says of a weight and a level.
#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SourceTerm<'a> {
    pub source: SourceName<'a>,
    #[serde(rename = "match")]
    pub quality: &'a str,
    /// On the readers' scale, 0 to 100; none where it speaks for the level alone.
    pub score: Option<f64>,
    /// `moves`, `confirms`, or `shown` where it counts for nothing.
    pub standing: &'a str,
    /// What its score counts in the outside mean: 1 exact, 0.6 close, half of that where two sources share a vote;
    /// where nobody has read the competency, its rank correlation with the readings.
    pub counts: f64,
    /// Whether it lies within 12 of the editors' weight.
    pub agrees: bool,
    /// The level that it gives.
    pub level: Option<&'a str>,
}

/// What a record of a framework says for a competency.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct EvidenceRow<'a> {
    pub source: SourceName<'a>,
    /// The record's code, and its title.
    pub record: &'a str,
    pub title: &'a str,
    #[serde(rename = "match")]
    pub quality: &'a str,
    pub element: &'a str,
    /// What the element is called.
    pub name: &'a str,
    /// `direct`: it is the competency; `weak`: it points to it.
    pub strength: &'a str,
    /// A number on its scale, a step, or the kind of a list's item.
    pub value: String,
}

/// A pay figure among the others of its region.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WhySalary<'a> {
    /// Whether this is the row that the page shows.
    pub shown: bool,
    pub pay: Pay<'a>,
}

/// A record on getting in or on the outlook.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WhyPrepared<'a> {
    /// Whether the page shows it.
    pub shown: bool,
    pub of: Prepared<'a>,
}

/// What speaks for a tool.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WhyTool<'a> {
    pub tool: Tool<'a>,
    /// The role's O*NET occupations that list it.
    pub occupations: Vec<Occupation<'a>>,
}

/// Who states a move.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WhyMove<'a> {
    /// `prerequisite`, `next`, `lateral` or `related`.
    pub kind: &'a str,
    pub edge: Edge<'a>,
    pub statements: Vec<Statement<'a>>,
}

#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Statement<'a> {
    pub source: &'a str,
    /// The titles as the source states them.
    pub stated: &'a str,
    /// Where in the source it stands.
    pub reference: &'a str,
}
