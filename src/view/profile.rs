//! A self-assessment against roles: `profile`, `gap`, `match`.

use serde::Serialize;

use crate::view::{Entry, Look, OwnLevel, RoleName};

/// `profile`: an empty self-assessment to fill in.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Template<'a> {
    /// A role that somebody may hold, for the example.
    #[serde(skip)]
    pub role: Option<&'a str>,
    /// The roles that ask for what is listed; none where everything is.
    pub roles: Vec<RoleName<'a>>,
    pub competencies: Vec<TemplateCompetency<'a>>,
    pub tools: Vec<TemplateTools<'a>>,
    /// The levels of the grade that is meant, where one is: what the assessment is filled in with.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(default))]
    pub asked: Vec<AskedLevel<'a>>,
}

/// A level that a grade asks for of a competency or a tool.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AskedLevel<'a> {
    #[serde(flatten)]
    pub of: Entry<'a>,
    /// In the words of its scale.
    pub level: &'a str,
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
    /// Competencies that have a level, of all that the role asks for: the others are left out of the measure.
    pub rated: usize,
    pub of: usize,
    /// Where the role has grades and none was asked for: how well the person fits each of them, lowest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(default))]
    pub grades: Vec<GradeFit<'a>>,
    /// By weight times distance, largest first.
    pub competencies: Vec<Lack<'a>>,
    /// Tools below the proficiency expected.
    pub tools: Vec<ToolLack<'a>>,
    /// Competencies mastered as well as the role asks, or better.
    pub met: Vec<Entry<'a>>,
    /// What the role asks for and the profile says nothing of, competencies and tools together: it counts as none.
    pub not_said: usize,
    /// What the role asks for and the profile calls `n/a`: left out of the measure.
    pub not_applicable: usize,
    /// Competencies of the role whose level nobody rates: left out of the measure.
    pub not_rated: Vec<Entry<'a>>,
    /// Competencies that the role and the profile put on scales of which nobody says how they compare: left out too.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(default))]
    pub scales_differ: Vec<Entry<'a>>,
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
    /// None where the profile does not say; `none` where it says so.
    pub have: Option<&'a str>,
    pub need: &'a str,
    /// What the role asks for in a company's own words, where it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own: Option<OwnNeed<'a>>,
    /// Weight times the levels missing: the order.
    pub urgency: u32,
    /// What the role's file expects of it, in words.
    pub expects: Vec<&'a str>,
    /// The next level up, and what it looks like.
    pub next: Look<'a>,
}

/// A level that a role asks for in a company's own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct OwnNeed<'a> {
    #[serde(flatten)]
    pub level: OwnLevel<'a>,
    /// The step of the same scale that the person has, 0 for none; none where the two are compared by our levels.
    pub have: Option<u8>,
}

/// A tool that is not yet mastered as the role asks.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ToolLack<'a> {
    #[serde(flatten)]
    pub tool: Entry<'a>,
    /// None where the profile does not say; `none` where it says so.
    pub have: Option<&'a str>,
    pub need: &'a str,
}

/// `match`: roles by how well a person fits them.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Fits<'a> {
    /// The role held first, or the one that the person is most like; the next rung of its ladder; the best supported
    /// of the other roles that the one held leads to; then by likeness; roles that one has outgrown after all others.
    pub fits: Vec<Fit<'a>>,
    /// The role that the person holds, where the profile or the command line says.
    pub from: Option<RoleName<'a>>,
    /// The person's rank, 1 (intern) to 9 (executive).
    pub rank: u8,
    /// What the rank is called.
    pub level: &'a str,
    /// Where nobody says which role is held: the role that the person is most like, whose rank is
    /// taken for the person's.
    pub inferred_from: Option<RoleName<'a>>,
    /// The profile's file as a command takes it; empty where it can be read once only.
    #[serde(skip)]
    pub file: String,
}

/// How well a person fits a role, and why.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Fit<'a> {
    #[serde(flatten)]
    pub role: RoleName<'a>,
    /// 0 to 100: of the weight of the rated competencies, and a fifth for tools, what is mastered; none where
    /// nobody rates a level of the role, and it names no tool.
    pub fit: Option<u8>,
    /// 0 to 100, the order: how near the role's levels and tools are to the person's, times how far the person is
    /// strong where the role weighs most.
    pub likeness: u8,
    /// Whether it is of a lower rank than the person's; of one that is inferred, by two ranks, or a lower rung of the
    /// ladder.
    pub outgrown: bool,
    /// Whether it is the next rung of the ladder.
    pub next_rung: bool,
    /// Whether it is that, or another role that the one held leads to.
    pub next_step: bool,
    /// What carries it most.
    pub carried_by: Vec<Entry<'a>>,
    /// What is missing most.
    pub missing: Vec<Entry<'a>>,
    /// Competencies that have a level, of all that the role asks for.
    pub rated: usize,
    pub of: usize,
    /// Of the others, those whose levels cannot be compared with the person's: nobody says how the scales compare.
    #[serde(skip_serializing_if = "is_none_of_them")]
    #[cfg_attr(test, schemars(default))]
    pub scales_differ: usize,
    /// What the role asks for and the profile says nothing of, competencies and tools together: it counts as none.
    pub not_said: usize,
    /// What the role asks for and the profile calls `n/a`: left out of the measure.
    pub not_applicable: usize,
    /// Fewest promotions from the role held.
    pub steps: Option<usize>,
    /// Of a role with grades, the highest that the person reaches, or else the nearest: all else is of the whole role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nearest_grade: Option<GradeFit<'a>>,
}

fn is_none_of_them(count: &usize) -> bool {
    *count == 0
}

/// How well a person fits a grade within a role.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct GradeFit<'a> {
    #[serde(flatten)]
    pub grade: Entry<'a>,
    /// As of a role; none where nothing of it can be measured.
    pub fit: Option<u8>,
    /// Whether all that it asks for is mastered.
    pub reached: bool,
    /// How near its levels are to the person's, 0 to 1.
    #[serde(skip)]
    pub closeness: f64,
}

/// `match --profiles`: a team against roles.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Team<'a> {
    /// The role that somebody is to step into, where one is asked for.
    pub role: Option<RoleName<'a>>,
    /// How many people were read.
    pub people: usize,
    /// By person, then as `match` orders roles; where a role is asked for, by fit.
    pub fits: Vec<PersonFit<'a>>,
    /// In the order of the catalog; where a role is asked for, what it asks for, by weight.
    pub coverage: Vec<Coverage<'a>>,
}

/// How well one of a team fits a role.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PersonFit<'a> {
    pub person: String,
    #[serde(flatten)]
    pub fit: Fit<'a>,
}

/// How many of a team claim a step of a company's own scale.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct StepCount<'a> {
    pub word: &'a str,
    pub people: usize,
}

/// How many of a team master a competency, by the level that they claim.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Coverage<'a> {
    #[serde(flatten)]
    pub competency: Entry<'a>,
    pub awareness: usize,
    pub working: usize,
    pub practitioner: usize,
    pub expert: usize,
    /// How many claim each step of a company's own scale, where somebody does.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(default))]
    pub steps: Vec<StepCount<'a>>,
    /// The level that the role asks for, where one is asked for: in the company's own word, where it has one.
    pub need: Option<&'a str>,
    /// How many master it as well, or better.
    pub reached: Option<usize>,
}
