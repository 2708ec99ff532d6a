//! The vocabulary: sources, competencies, tools, families, levels, regions.

use std::borrow::Cow;

use serde::Serialize;

use crate::view::{Entry, OwnLevel, RegionName, RoleName, SourceName};

/// `sources`: who the facts and figures come from.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Sources<'a> {
    pub sources: Vec<SourceEntry<'a>>,
    /// What catalogs say of themselves, bottom first; none of one that says nothing, or where one source was asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(default))]
    pub catalogs: Vec<CatalogName<'a>>,
    /// Whether one source was asked for.
    #[serde(skip)]
    pub one: bool,
}

/// What a catalog says of itself in its `catalog.yaml`.
#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CatalogName<'a> {
    /// What answers call it: its folder.
    pub catalog: &'a str,
    pub title: Option<&'a str>,
    pub owner: Option<&'a str>,
    /// What its prose is written in, ISO 639-1.
    pub language: Option<&'a str>,
}

#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SourceEntry<'a> {
    #[serde(flatten)]
    pub source: SourceName<'a>,
    pub title: &'a str,
    pub year: Option<u16>,
    pub publisher: &'a str,
    /// `official`, `survey`, `payroll`, `advertised`, `framework`, `ladder` or `editorial`.
    pub kind: &'a str,
    pub licence: &'a str,
    pub url: Option<&'a str>,
    /// The line that the license asks to be printed.
    pub credit: &'a str,
    /// Whom it speaks for, and how it is biased.
    pub caveat: Option<&'a str>,
    pub catalog: &'a str,
    /// Of the source that readings are, where it is asked for alone: how near its weights come to others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accuracy: Option<Accuracy<'a>>,
}

/// How near the weights that were read come to cells rated apart, and to what frameworks say.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Accuracy<'a> {
    /// None where the catalog measures nothing.
    pub measured: Option<MeasuredError>,
    /// Weights and levels that readers read.
    pub read: usize,
    /// Those of them that were judged again: a median stood where nobody in the trade would put it.
    pub judged: usize,
    /// Of these, where the weight was, and where the level; a cell may be both.
    pub judged_weights: usize,
    pub judged_levels: usize,
    /// Rank correlations of the readings with each framework that knows enough roles.
    pub correlations: Vec<Correlation<'a>>,
}

/// What was measured on cells that were rated apart.
#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct MeasuredError {
    pub cells: u16,
    /// Mean absolute error of a weight.
    pub error: f64,
    /// Weights within 15, of 100.
    pub within_15: u8,
    /// Levels that the ratings gave, of 100.
    pub levels: u8,
    /// Pairs of roles of which one needs a competency more.
    pub orderings: u16,
    /// Those that hold, of 100.
    pub held: u8,
}

/// How the readings of a competency run with the scores of a framework.
#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Correlation<'a> {
    pub competency: Entry<'a>,
    pub source: SourceName<'a>,
    /// Roles that the framework knows exactly or closely.
    pub roles: u16,
    /// Spearman's, -1 to 1.
    pub correlation: f64,
    /// `moves`, `confirms`, or `shown` where it counts for nothing.
    pub standing: &'a str,
}

/// `competencies`: what roles are measured by.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Competencies<'a> {
    pub competencies: Vec<CompetencyEntry<'a>>,
}

#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CompetencyEntry<'a> {
    #[serde(flatten)]
    pub competency: Entry<'a>,
    pub definition: &'a str,
}

/// `competencies ID`: one competency, what each level looks like, and who needs it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CompetencyPage<'a> {
    #[serde(flatten)]
    pub competency: CompetencyEntry<'a>,
    pub levels: Vec<Look<'a>>,
    /// The competency that it is by another name.
    pub same_as: Option<Entry<'a>>,
    /// Those that it is a part of.
    pub part_of: Vec<Entry<'a>>,
    /// What the trades call it: whole words of a page.
    pub terms: Vec<&'a str>,
    /// The elements of the frameworks that speak for it.
    pub elements: Vec<Element<'a>>,
    /// Roles by weight, heaviest first.
    pub roles: Vec<RoleWeight<'a>>,
}

/// What a proficiency looks like.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Look<'a> {
    pub proficiency: &'a str,
    pub looks: Cow<'a, str>,
    /// What somebody at it has done, or may do.
    pub examples: Vec<&'a str>,
    /// By what it is seen.
    pub signals: Vec<&'a str>,
}

impl Look<'_> {
    /// The level, and behind it what it looks like, where the catalog says.
    pub fn told(&self) -> String {
        let parts = [self.proficiency, &*self.looks];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
    }

    /// Whether there is anything to tell: a step of a company's own scale is, by its word alone.
    pub fn is_told(&self) -> bool {
        let is_ours = || ["awareness", "working", "practitioner", "expert"].contains(&self.proficiency);
        !self.looks.is_empty() || !self.examples.is_empty() || !self.signals.is_empty() || !is_ours()
    }
}

/// An element of a framework that speaks for a competency.
#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Element<'a> {
    /// The id of the source.
    pub framework: &'a str,
    pub element: &'a str,
    /// What it is called, where the source knows it by a number.
    pub name: &'a str,
    /// `direct`: it is the competency; `weak`: it points to it.
    pub strength: &'a str,
}

#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RoleWeight<'a> {
    #[serde(flatten)]
    pub role: RoleName<'a>,
    pub weight: u8,
    pub proficiency: Option<&'a str>,
    /// The level in a company's own words, where its file states it in them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_level: Option<OwnLevel<'a>>,
    pub confidence: char,
}

/// `tools`: what roles work with.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Tools<'a> {
    pub tools: Vec<ToolEntry<'a>>,
}

#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ToolEntry<'a> {
    #[serde(flatten)]
    pub tool: Entry<'a>,
    pub group: &'a str,
    /// How many roles ask for it.
    pub roles: usize,
    pub aliases: Vec<&'a str>,
}

/// `tools ID`: one tool, and who works with it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ToolPage<'a> {
    #[serde(flatten)]
    pub tool: ToolEntry<'a>,
    pub used_by: Vec<ToolUser<'a>>,
}

#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ToolUser<'a> {
    #[serde(flatten)]
    pub role: RoleName<'a>,
    pub proficiency: &'a str,
    pub in_demand: bool,
    pub hot: bool,
}

/// `families`: what kinds of work there are.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Families<'a> {
    pub families: Vec<FamilyEntry<'a>>,
}

#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct FamilyEntry<'a> {
    #[serde(flatten)]
    pub family: Entry<'a>,
    pub definition: &'a str,
    pub roles: usize,
}

/// `levels`: the ranks, and what each track calls them.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Levels<'a> {
    pub levels: Vec<LevelEntry<'a>>,
}

#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LevelEntry<'a> {
    pub rank: u8,
    pub names: Vec<TrackLevel<'a>>,
    pub definition: &'a str,
    pub roles: usize,
}

/// What a track calls a rank.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TrackLevel<'a> {
    pub track: &'a str,
    pub name: &'a str,
    pub aliases: Vec<&'a str>,
}

/// `regions`: where figures come from.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Regions<'a> {
    pub regions: Vec<RegionEntry<'a>>,
}

#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RegionEntry<'a> {
    #[serde(flatten)]
    pub region: RegionName<'a>,
    pub parent: Option<&'a str>,
    /// ISO 4217.
    pub currency: Option<&'a str>,
    /// How many roles have a figure there.
    pub roles: usize,
}

/// The groups of tools in the order in which pages show them; others follow by name.
const GROUPS: [&str; 15] = [
    "Languages",
    "Frameworks",
    "Data",
    "AI",
    "Cloud",
    "Infrastructure",
    "Delivery",
    "Observability",
    "Security",
    "Quality",
    "Design",
    "Collaboration",
    "Office",
    "Business",
    "Hardware",
];

/// Returns where a group of tools stands on a page.
pub fn group_order(group: &str) -> (usize, &str) {
    (GROUPS.iter().position(|known| *known == group).unwrap_or(GROUPS.len()), group)
}
