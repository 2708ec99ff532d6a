//! The catalog resolved: what the baked form holds and what every query reads.
//!
//! Text borrows from the baked bytes, so that decoding a role copies none of its prose.
//! Records point at each other by index, never by name: an index is checked once, when the
//! catalog is built.

pub mod evidence;
mod grades;
mod money;
mod moves;
mod pay;
pub mod preparation;
mod profile;
mod scale;
mod titles;
mod vocabulary;
mod weights;

pub use grades::{Grade, Graded};
pub use moves::{Back, Edge, Ladder, Moves, Observed, Related, Rung, Statement};
pub use pay::{Basis, Money, PayKind, PayLabel, PayRow, Period, Seniority, Series};
pub use profile::{Expectation, Match, Proficiency, Profile, Share, ToolUse, bit};
pub use scale::{OwnScale, OwnStep, Placed, Stand};
pub use titles::{Class, Kinds, TitleKind, TitleName, TitleRole, TitleWord};
pub use vocabulary::{
    Competency, CompetencyHead, CompetencyScale, Family, Level, LevelName, Look, Name, Region, RegionLevel, RegionName,
    Source, SourceKind, SourceName, Tool, ToolName, Track, Translation,
};
pub use weights::{
    Band, Confidence, EvidenceItem, EvidenceRows, EvidenceValue, Ground, Heard, Leveled, Mapped, Mapping, Moved,
    Rating, Standing, Terms,
};

use std::borrow::Cow;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::text::packed;

/// Declares the index types: one a table, so that a tool cannot be looked up among the regions.
macro_rules! indexes {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// Returns the position in the table.
            pub fn at(self) -> usize {
                self.0 as usize
            }
        }

        impl From<usize> for $name {
            fn from(position: usize) -> Self {
                Self(u32::try_from(position).expect("a table has fewer than 2^32 records"))
            }
        }
    )*};
}

indexes! {
    /// A role, in catalog order: by family, then track, level and title.
    RoleIx,
    /// A family of roles.
    FamilyIx,
    /// A track: individual contributor, management, executive.
    TrackIx,
    /// A competency.
    CompetencyIx,
    /// A tool.
    ToolIx,
    /// A region: the world, a country, a state or a metropolitan area.
    RegionIx,
    /// A source of facts or figures.
    SourceIx,
    /// A published pay label, with its rows.
    SeriesIx,
    /// A record of getting in or outlook.
    PreparationIx,
    /// A certificate.
    CertificateIx,
    /// A scale of a company's own for levels of competencies.
    ScaleIx,
}

/// What a listing shows of a role.
#[derive(Serialize, Deserialize, Clone, Copy, Debug)]
pub struct Head<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub family: FamilyIx,
    pub track: TrackIx,
    /// Rank, 1 (intern) to 9 (executive).
    pub level: u8,
    /// Retired by a catalog laid over this one: found by nobody, kept for the edges.
    pub hidden: bool,
    /// The catalogs that say something of this role, as bits: bit 0 is the built-in one.
    pub origins: u32,
    pub elsewhere: Elsewhere<'a>,
}

/// A page elsewhere that tells more of a role.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Elsewhere<'a> {
    #[default]
    Nowhere,
    /// As the role's file states it.
    Stated(&'a str),
    /// The page of an O*NET occupation, by its code.
    Onet(&'a str),
}

impl<'a> Elsewhere<'a> {
    /// Returns its address.
    pub fn url(self) -> Option<Cow<'a, str>> {
        match self {
            Self::Nowhere => None,
            Self::Stated(url) => Some(Cow::Borrowed(url)),
            Self::Onet(code) => Some(Cow::Owned(format!("https://www.onetonline.org/link/summary/{code}"))),
        }
    }
}

/// The text of a role.
#[derive(Serialize, Deserialize, Clone, Debug, Default)]
pub struct Prose<'a> {
    #[serde(borrow)]
    pub summary: &'a str,
    pub aliases: Vec<Alias<'a>>,
    pub occupations: Vec<Occupation<'a>>,
    /// What a company asks for, in its own words.
    pub requires: Option<preparation::Requires<'a>>,
    /// The roles that it stands for, by their ids: they are hidden.
    pub replaces: Vec<&'a str>,
}

/// The paragraphs of a role's day: half of what the built-in catalog says in sentences, and asked for by few
/// questions.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub enum Day<'a> {
    #[serde(borrow)]
    Plain(Vec<&'a str>),
    /// In fewer bytes, parted by a character that no text has.
    Packed(&'a [u8]),
}

/// Stands in no text that was read.
const PARTED: char = '\0';

impl<'a> Day<'a> {
    /// Returns the paragraphs.
    pub fn paragraphs(&self) -> Vec<Cow<'a, str>> {
        match self {
            Self::Plain(paragraphs) => paragraphs.iter().map(|paragraph| Cow::Borrowed(*paragraph)).collect(),
            Self::Packed(bytes) => {
                let text = packed::unpack_role(bytes).expect("it is read by the version that packed it");
                text.split(PARTED).map(|paragraph| Cow::Owned(paragraph.to_owned())).collect()
            }
        }
    }

    /// Returns the bytes of a day in fewer of them; none for one that has no paragraph or is packed already.
    pub fn packed(&self) -> Option<Vec<u8>> {
        match self {
            Self::Plain(paragraphs) if !paragraphs.is_empty() => {
                Some(packed::pack_role(&paragraphs.join(PARTED.encode_utf8(&mut [0; 4]))))
            }
            _ => None,
        }
    }
}

/// Another English name of a role.
#[derive(Serialize, Deserialize, Clone, Copy, Debug)]
pub struct Alias<'a> {
    pub name: &'a str,
    pub source: SourceIx,
}

/// An entry of an outside classification that the role maps to.
#[derive(Serialize, Deserialize, Clone, Copy, Debug)]
pub struct Occupation<'a> {
    pub scheme: Scheme,
    /// Who publishes it, where the scheme does not say: the id of a source.
    pub source: &'a str,
    /// Code, or the label where the scheme is known by labels (ESCO, GDaD, ladders).
    pub code: &'a str,
    pub title: &'a str,
}

/// An outside classification.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    Onet,
    /// O*NET's nearest rated occupation, where the role's own has no ratings.
    Nearest,
    Esco,
    Isco,
    Gdad,
    Nice,
    Ladder,
    /// Any other framework, by the id of its source.
    Framework,
}

/// A rating as published, with two decimals, so that no rating passes through a float.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hundredths(pub u16);

impl Hundredths {
    /// Returns a number from 0 to 655 in hundredths, rounded half up.
    pub fn of(value: f64) -> Self {
        Self((value * 100.0 + 0.5 + 1e-6).floor().clamp(0.0, f64::from(u16::MAX)) as u16)
    }

    /// Returns it rounded half up.
    pub fn rounded(self) -> u8 {
        ((u32::from(self.0) + 50) / 100).min(255) as u8
    }

    pub fn value(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

/// A role's file, as it is written.
#[derive(Serialize, Deserialize, Clone, Copy, Debug)]
pub struct FileText<'a> {
    /// The catalog it belongs to; 0 is the built-in one.
    pub origin: u8,
    /// Relative to the catalog's folder.
    pub path: &'a str,
    #[serde(borrow)]
    pub text: Text<'a>,
    /// The fields that it states, as bits in the order of [`FIELDS`].
    pub fields: u32,
}

/// The fields of a role's file.
pub const FIELDS: [&str; 22] = [
    "title",
    "family",
    "aliases",
    "track",
    "level",
    "ladder",
    "summary",
    "url",
    "day",
    "occupations",
    "competencies",
    "pay",
    "salary",
    "preparation",
    "requires",
    "usage",
    "tools",
    "prerequisites",
    "lateral",
    "hidden",
    "replaces",
    "grades",
];

/// Where the text of a role's file is.
#[derive(Serialize, Deserialize, Clone, Copy, Debug)]
pub enum Text<'a> {
    Here(&'a str),
    /// In fewer bytes.
    Packed(&'a [u8]),
    /// Still in its file, below this folder.
    Below(&'a str),
}

impl<'a> FileText<'a> {
    /// Returns the text, read from its file where it lies there.
    ///
    /// # Errors
    /// When the file cannot be read any more.
    pub fn read(&self) -> std::io::Result<Cow<'a, str>> {
        match self.text {
            Text::Here(text) => Ok(Cow::Borrowed(text)),
            Text::Packed(bytes) => packed::unpack_role(bytes).map(Cow::Owned),
            Text::Below(folder) => std::fs::read_to_string(Path::new(folder).join(self.path)).map(Cow::Owned),
        }
    }
}

/// Why a name finds a role.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    Id,
    Title,
    Alias,
    /// A name in another language.
    Translation,
    /// A name of another role, which this one stands for.
    Replaced,
}

/// A section of a role's page, as search and `--section` know it.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    Title,
    Alias,
    Summary,
    Competencies,
    Tools,
    Day,
}

/// Where a word stands: the role, and its sections as bits.
#[derive(Serialize, Deserialize, Clone, Copy, Debug)]
pub struct Posting {
    pub role: RoleIx,
    pub sections: u8,
}

/// What a catalog says of itself.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imprint<'a> {
    /// What it is called.
    pub title: Option<&'a str>,
    pub owner: Option<&'a str>,
    /// ISO 639-1.
    pub language: Option<&'a str>,
    /// The scale of levels of its own.
    pub scale: Option<ScaleIx>,
}

/// How many entries the vocabulary had before a catalog was laid: its own stand behind those of the catalogs beneath.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, Default)]
pub struct Begin {
    pub families: usize,
    pub tracks: usize,
    pub competencies: usize,
    pub tools: usize,
}

impl Begin {
    /// Returns where the catalogs' entries of one kind begin.
    pub fn all(begins: &[Self], of: fn(&Self) -> usize) -> Vec<usize> {
        begins.iter().map(of).collect()
    }
}

/// What the catalog is made of.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct About<'a> {
    /// Catalogs, the built-in one first: name shown to the reader.
    #[serde(borrow)]
    pub origins: Vec<&'a str>,
    /// What each of them says of itself.
    pub imprints: Vec<Imprint<'a>>,
    /// Where the vocabulary of each of them begins.
    pub begins: Vec<Begin>,
    pub editorial: SourceIx,
    /// The source that readings are, where there are any.
    pub readers: Option<SourceIx>,
    /// The year of the newest source.
    pub newest: u16,
    /// The sources that are frameworks, by their position.
    pub frameworks: Vec<SourceIx>,
    /// Scales of levels beside ours.
    pub scales: Vec<OwnScale<'a>>,
}
