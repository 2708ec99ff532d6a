//! A self-assessment against roles: `profile`, `gap`, `match`.

use serde::Serialize;

use crate::view::{Entry, Look, RoleName};

/// `profile`: an empty self-assessment to fill in.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Template<'a> {
    pub competencies: Vec<TemplateCompetency<'a>>,
    pub tools: Vec<TemplateTools<'a>>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TemplateCompetency<'a> {
    #[serde(flatten)]
    pub competency: Entry<'a>,
    pub definition: &'a str,
    pub levels: Vec<Look<'a>>,
}

/// The tools of one group.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TemplateTools<'a> {
    pub group: &'a str,
    pub tools: Vec<Entry<'a>>,
}

/// `gap`: what a person lacks for a role.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Gap<'a> {
    pub role: RoleName<'a>,
    /// 0 to 100: see [`Fit::fit`].
    pub fit: u8,
    /// By weight times distance, largest first.
    pub competencies: Vec<Lack<'a>>,
    /// Tools below the proficiency expected.
    pub tools: Vec<ToolLack<'a>>,
    /// Competencies mastered as well as the role asks, or better.
    pub met: Vec<Entry<'a>>,
    /// Competencies of the role whose level nobody rates: left out of the measure.
    pub not_rated: Vec<Entry<'a>>,
    /// Competencies that nobody rates for the role at all.
    pub no_evidence: Vec<Entry<'a>>,
}

/// A competency that is not yet mastered as the role asks.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Lack<'a> {
    #[serde(flatten)]
    pub competency: Entry<'a>,
    pub weight: u8,
    /// None where the profile claims nothing.
    pub have: Option<&'a str>,
    pub need: &'a str,
    /// Weight times the levels missing: the order.
    pub urgency: u32,
    /// The next level up, and what it looks like.
    pub next: Look<'a>,
}

/// A tool that is not yet mastered as the role asks.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ToolLack<'a> {
    #[serde(flatten)]
    pub tool: Entry<'a>,
    pub have: Option<&'a str>,
    pub need: &'a str,
}

/// `match`: roles by how well a person fits them.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Fits<'a> {
    /// The role held first, then by fit and use together; roles that one has outgrown after all others.
    pub fits: Vec<Fit<'a>>,
    /// The role that the person holds, where the profile or the command line says.
    pub from: Option<RoleName<'a>>,
    /// The person's rank, 1 (intern) to 9 (executive).
    pub rank: u8,
    /// Where nobody says which role is held: the role that the person is most like, of the rank that is
    /// taken for the person's.
    pub inferred_from: Option<RoleName<'a>>,
}

/// How well a person fits a role, and why.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Fit<'a> {
    #[serde(flatten)]
    pub role: RoleName<'a>,
    /// 0 to 100: of the weight of the rated competencies, and a fifth for tools, what is mastered.
    pub fit: u8,
    /// 0 to 100: of what the person masters, what the role asks for, strong sides first.
    pub uses: u8,
    /// Whether it is of a lower rank than the person's.
    pub outgrown: bool,
    /// What carries it most.
    pub carried_by: Vec<Entry<'a>>,
    /// What is missing most.
    pub missing: Vec<Entry<'a>>,
    /// Rated competencies, of all that the role has.
    pub rated: usize,
    pub of: usize,
    /// Fewest promotions from the role held.
    pub steps: Option<usize>,
}
