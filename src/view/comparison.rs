//! `compare`: roles side by side.

use serde::Serialize;

use crate::view::{Entry, OwnLevel, Pay, RegionName, RoleName};

/// Roles side by side.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Comparison<'a> {
    pub roles: Vec<RoleName<'a>>,
    /// By the differences of weights and levels together, biggest first.
    pub competencies: Vec<ComparedCompetency<'a>>,
    pub tools: Vec<ComparedTool<'a>>,
    /// Regions in which every role has a figure of one source, currency, period and basis.
    pub salary: Vec<ComparedPay<'a>>,
    /// Regions that were asked for and have no such figures: each role's own, and why they stand apart.
    pub apart: Vec<PayApart<'a>>,
    /// How far apart the roles stand: fewest promotions from one to the other.
    pub distances: Vec<Distance<'a>>,
    /// Whether equal rows were left out.
    pub differences_only: bool,
}

/// A competency in each role, in the order of the roles; none where there is no evidence.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ComparedCompetency<'a> {
    #[serde(flatten)]
    pub competency: Entry<'a>,
    pub marks: Vec<Option<Mark<'a>>>,
    /// Between the heaviest and the lightest weight; what has no evidence differs from nothing.
    pub difference: Option<u8>,
    /// Between the highest and the lowest level, by their words: 25 for each of ours, on a company's own scale the
    /// part of it.
    pub level_difference: Option<u8>,
    /// Whether levels stand on scales of which nobody says how they compare.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(test, schemars(default))]
    pub scales_differ: bool,
}

/// A weight and level.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Mark<'a> {
    pub weight: u8,
    pub level: Option<u8>,
    pub proficiency: Option<&'a str>,
    /// The level in a company's own words, where its file states it in them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_level: Option<OwnLevel<'a>>,
    /// The role's own competency, where it corresponds to that of the row: the same by another name, or a part.
    pub of: Option<Entry<'a>>,
    /// What the role's file expects of it, in words.
    pub expects: Vec<&'a str>,
}

/// A tool, and the proficiency that each role expects; none where it does not ask for it.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ComparedTool<'a> {
    #[serde(flatten)]
    pub tool: Entry<'a>,
    pub proficiencies: Vec<Option<&'a str>>,
}

/// A region's figures, one a role, all from one source.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ComparedPay<'a> {
    pub pay: Vec<Pay<'a>>,
    /// Roles of which `salary` shows another figure there: this one is of the source that knows all of them.
    pub shown_otherwise: Vec<&'a str>,
}

/// The figures of a region that are not compared.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PayApart<'a> {
    pub region: RegionName<'a>,
    pub why: &'a str,
    /// In the order of the roles, as `salary` shows them; none where a role has none.
    pub pay: Vec<Option<Pay<'a>>>,
}

/// Fewest promotions from one role to another, those from grade to grade too where a grade is meant; none where no
/// ladder leads there.
#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Distance<'a> {
    pub from: &'a str,
    /// The grade that is meant; where one is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_grade: Option<Entry<'a>>,
    pub to: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_grade: Option<Entry<'a>>,
    pub steps: Option<usize>,
}
