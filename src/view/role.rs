//! The page of a role, and lists of roles.

use std::borrow::Cow;

use serde::Serialize;

use crate::catalog::model::Elsewhere;
use crate::view::{Edge, Entry, GettingIn, GradeRow, OwnLevel, Pay, Prepared, RegionName, RoleName, Rung, SourceName};

/// `list`: roles, one a line.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RoleList<'a> {
    pub roles: Vec<ListedRole<'a>>,
}

/// A role of a list, what it was sorted or filtered by, and how much the competencies that the list was
/// narrowed by matter in it.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ListedRole<'a> {
    #[serde(flatten)]
    pub role: RoleName<'a>,
    /// In the order in which they were asked for; empty where none was.
    pub competencies: Vec<Asked<'a>>,
    /// What its occupation is said to grow by, or to ask on entry; where the list was asked for by that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occupation: Option<Prepared<'a>>,
    /// At which level each certificate counts for it; where the list was asked for by certificates.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(default))]
    pub certificates: Vec<Certified<'a>>,
}

/// How a certificate that was asked for counts for a role.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Certified<'a> {
    /// None where it is a company's own.
    pub certificate: Option<Entry<'a>>,
    /// `basic`, `intermediate`, `advanced`; empty where it does not count.
    pub proficiencies: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work_role: Option<&'a str>,
    /// How well the work role names the role: `exact`, `close` or `proxy`.
    #[serde(rename = "match", skip_serializing_if = "Option::is_none")]
    pub quality: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceName<'a>>,
    /// The catalog that asks for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked_for_by: Option<&'a str>,
}

/// The weight and level of a competency that was asked for.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Asked<'a> {
    #[serde(flatten)]
    pub competency: Entry<'a>,
    pub weight: u8,
    /// None where nobody rates it.
    pub proficiency: Option<&'a str>,
    /// The level in a company's own words, where its file states it in them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_level: Option<OwnLevel<'a>>,
}

/// `show`: the pages of one role or several.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RolePages<'a> {
    /// The regions that the salary was narrowed to, as they were read.
    pub regions: Vec<RegionName<'a>>,
    pub roles: Vec<RolePage<'a>>,
}

/// The page of a role. A section that was not asked for is absent.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RolePage<'a> {
    #[serde(flatten)]
    pub role: RoleName<'a>,
    /// A page elsewhere that tells more: the one that the role's file states, or that of the O*NET
    /// occupation which it maps to first. With the summary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Cow<'a, str>>,
    /// What the first of its catalogs calls itself, where it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub catalog_title: Option<&'a str>,
    /// Where several catalogs speak of the role: which of them has the last word on what.
    pub stated: Vec<Stated<'a>>,
    pub aliases: Vec<Alias<'a>>,
    /// The roles of catalogs beneath that it stands for: they are hidden.
    pub replaces: Vec<Entry<'a>>,
    /// The ladder that the role stands on, lowest rung first; empty where it stands on none.
    pub ladder: Vec<Rung<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Vec<Cow<'a, str>>>,
    /// Heaviest first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub competencies: Option<Vec<Competency<'a>>>,
    /// The grades within the role, lowest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(default))]
    pub grades: Vec<GradeRow<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub salary: Option<Vec<Pay<'a>>>,
    /// What the best paid of the largest companies get; with the salary.
    pub top_of_market: Vec<Pay<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tools: Option<Vec<Tool<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub getting_in: Option<GettingIn<'a>>,
    /// Of the role's occupations, one record a source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlook: Option<Vec<Prepared<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub career: Option<Career<'a>>,
    /// Outside classifications that the role maps to; with `--all`.
    pub occupations: Vec<Occupation<'a>>,
    /// Names in other languages; with `--all`.
    pub translations: Vec<Translation<'a>>,
    /// Whether the page was asked to leave nothing out.
    #[serde(skip)]
    pub whole: bool,
    /// The sources of what is shown, in the order of the catalog.
    pub sources: Vec<SourceName<'a>>,
}

/// What one of several catalogs states of a role.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Stated<'a> {
    pub catalog: &'a str,
    /// What it calls itself, where it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub catalog_title: Option<&'a str>,
    /// Fields of the role's file.
    pub fields: Vec<&'static str>,
}

/// Another name of a role, and who uses it.
#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Alias<'a> {
    pub name: &'a str,
    pub source: SourceName<'a>,
    /// Whether it is the catalog's own, and not a framework's.
    #[serde(skip)]
    pub own: bool,
}

/// How much a competency matters in a role, and how well it must be mastered.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Competency<'a> {
    #[serde(flatten)]
    pub competency: Entry<'a>,
    /// How much it matters, 0 to 100.
    pub weight: u8,
    /// How much it matters in the middle half of all roles of the catalog; none where under twenty rate it.
    pub band: Option<WeightBand>,
    /// The weight less that of the median role.
    pub difference: Option<i16>,
    /// How well it must be mastered, 0 (not at all) to 100; none where nobody says.
    pub level: Option<u8>,
    /// The level as a word: `none`, `awareness`, `working`, `practitioner` or `expert`.
    pub proficiency: Option<&'a str>,
    /// The level in a company's own words, where its file states it in them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_level: Option<OwnLevel<'a>>,
    /// `A`: the readings lie close together and two independent sources agree; `B`: one source agrees, or two
    /// agree and the readings lie apart; `C`: readings alone, evidence alone, or a statement.
    pub confidence: char,
    /// `readings`, `evidence` where nobody has read it, `stated` in the role's file, or `equal`: stated without a weight, so that it
    /// weighs as much as every other without one.
    pub basis: &'static str,
    /// The weights that readers gave, 0 to 100 each.
    pub readings: Vec<u8>,
    /// The weight that was judged again, in the place of the readings' median.
    pub judged: Option<u8>,
    /// The mean of the outside scores that count, 0 to 100.
    pub outside: Option<u8>,
    /// Whether that mean is more than 30 off what was read.
    pub contested: bool,
    /// The frameworks that speak.
    pub sources: Vec<&'a str>,
    /// Why the catalog or a company states it.
    pub editorial: Option<&'a str>,
    /// The catalog that states it: its title, its owner or its name; none of what the lowest catalog states.
    pub stated_by: Option<&'a str>,
    /// What the role's file expects of it, in words.
    pub expects: Vec<&'a str>,
}

/// How much a competency matters in all roles: half of them lie from `low` to `high`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WeightBand {
    pub low: u8,
    pub median: u8,
    pub high: u8,
}

/// A tool of a role.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Tool<'a> {
    #[serde(flatten)]
    pub tool: Entry<'a>,
    pub group: &'a str,
    /// Expected proficiency: the catalog's own judgment.
    pub proficiency: &'a str,
    /// O*NET: often asked for in postings for one of the role's occupations.
    pub in_demand: bool,
    /// O*NET: often asked for in postings of all kinds.
    pub hot: bool,
    pub share: Option<Share<'a>>,
}

/// Which part of a survey's respondents worked with a tool.
#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Share<'a> {
    pub percent: u8,
    pub respondents: u32,
    pub source: SourceName<'a>,
}

/// What leads to a role and where it leads.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Career<'a> {
    pub prerequisites: Vec<Edge<'a>>,
    pub next: Vec<Edge<'a>>,
    pub lateral: Vec<Edge<'a>>,
    /// Affinities between occupations, never prerequisites; with `--all`.
    pub related: Vec<Edge<'a>>,
}

/// An entry of an outside classification.
#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Occupation<'a> {
    pub scheme: &'a str,
    pub code: &'a str,
    pub title: &'a str,
    #[serde(skip)]
    pub elsewhere: Elsewhere<'a>,
}

/// A role's names in one language.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Translation<'a> {
    /// ISO 639-1.
    pub language: String,
    pub names: Vec<String>,
    pub source: SourceName<'a>,
}
