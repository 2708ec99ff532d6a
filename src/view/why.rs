//! `why`: the rows and the arithmetic behind what is printed.

use serde::Serialize;

use crate::view::{Competency, Edge, Occupation, Pay, RoleName, SourceEntry, Tool};

/// The evidence of a role, or of one thing that its page says.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Why<'a> {
    pub role: RoleName<'a>,
    pub of: Because<'a>,
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

/// The rows behind a weight and a level.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WhyCompetency<'a> {
    pub competency: Competency<'a>,
    pub onet: Vec<OnetEvidence<'a>>,
    pub gdad: Vec<GdadEvidence<'a>>,
    pub esco_essential: Vec<&'a str>,
    pub esco_optional: Vec<&'a str>,
    pub ladders: Vec<LadderEvidence<'a>>,
    /// The formula with the figures in it, a line a step.
    pub arithmetic: Vec<String>,
}

#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct OnetEvidence<'a> {
    pub occupation: &'a str,
    pub element: &'a str,
    /// 1 to 5.
    pub importance: f64,
    /// 0 to 7.
    pub level: Option<f64>,
}

#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct GdadEvidence<'a> {
    pub skill: &'a str,
    /// A proficiency, or `listed`.
    pub level: &'a str,
}

#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LadderEvidence<'a> {
    pub ladder: &'a str,
    pub position: &'a str,
    pub axis: &'a str,
    /// 1 to 5.
    pub score: u8,
}

/// A pay figure among the others of its region.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WhySalary<'a> {
    /// Whether this is the row that the page shows.
    pub shown: bool,
    pub pay: Pay<'a>,
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
