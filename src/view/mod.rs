//! What the world sees: plain data, complete in itself, and the only thing that users depend on.
//!
//! The JSON of a command is its view, serialized behind a version and the command's name. Whoever
//! changes a view changes what scripts read: a test compares these types with the published
//! schema, and says what that means for [`JSON_VERSION`].

mod career;
mod check;
mod comparison;
pub mod error;
mod grades;
mod pay;
mod preparation;
mod profile;
mod role;
mod scale;
mod search;
mod title;
mod vocabulary;
mod why;

pub use career::*;
pub use check::*;
pub use comparison::*;
pub use grades::*;
pub use pay::*;
pub use preparation::*;
pub use profile::*;
pub use role::*;
pub use scale::*;
pub use search::*;
pub use title::*;
pub use vocabulary::*;
pub use why::*;

use serde::Serialize;

use crate::catalog::model::{Elsewhere, Money};

/// The version of the JSON: raised by any change that a reader of it could notice.
pub const JSON_VERSION: u32 = 2;

/// The answer of a command.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(tag = "command", rename_all = "kebab-case")]
pub enum View<'a> {
    #[serde(borrow)]
    List(RoleList<'a>),
    Show(RolePages<'a>),
    Prereqs(Tree<'a>),
    Next(Tree<'a>),
    Path(Ladders<'a>),
    Search(Hits<'a>),
    Title(PlacedTitles<'a>),
    Salary(Salaries<'a>),
    Compare(Comparison<'a>),
    Profile(Template<'a>),
    Gap(Gap<'a>),
    Match(Fits<'a>),
    Team(Team<'a>),
    Why(Why<'a>),
    Sources(Sources<'a>),
    Competencies(Competencies<'a>),
    Competency(CompetencyPage<'a>),
    Tools(Tools<'a>),
    Tool(ToolPage<'a>),
    Certificates(Certificates<'a>),
    Certificate(CertificatePage<'a>),
    Families(Families<'a>),
    Levels(Levels<'a>),
    Regions(Regions<'a>),
    Check(Checked),
    Rules(Rules),
    Unused(Unused),
}

/// A role, as every answer names it.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RoleName<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub family: Entry<'a>,
    pub track: &'a str,
    /// Rank, 1 (intern) to 9 (executive).
    pub rank: u8,
    /// What the rank is called on the track.
    pub level: &'a str,
    /// The grade within the role that is meant; where one is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<Entry<'a>>,
    /// The catalogs that say something of the role.
    pub catalogs: Vec<&'a str>,
    #[serde(skip)]
    pub elsewhere: Elsewhere<'a>,
}

/// Something of the vocabulary: its id and its title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Entry<'a> {
    pub id: &'a str,
    pub title: &'a str,
}

/// A source, as figures name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SourceName<'a> {
    pub id: &'a str,
    /// What tables and lines call it, with its year.
    pub short: &'a str,
    #[serde(skip)]
    pub url: Option<&'a str>,
}

/// An amount in the currency's unit, exactly as published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount(pub Money);

impl Serialize for Amount {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.0 % 100 {
            0 => serializer.serialize_u64(self.0.0 / 100),
            _ => serializer.serialize_f64(self.0.value()),
        }
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Amount {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Amount".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        f64::json_schema(generator)
    }
}
