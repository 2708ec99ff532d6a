//! The catalog resolved: what the baked form holds and what every query reads.
//!
//! Text borrows from the baked bytes, so that decoding a role copies none of its prose.
//! Records point at each other by index, never by name: an index is checked once, when the
//! catalog is built.

pub mod evidence;
mod grades;
mod pay;
pub mod preparation;
mod titles;
mod weights;

pub use grades::{Grade, Graded};
pub use pay::{Basis, Money, PayKind, PayLabel, PayRow, Period, Seniority, Series};
pub use titles::{Class, Kinds, TitleKind, TitleName, TitleRole, TitleWord};
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
const PARTED: &str = "\0";

impl<'a> Day<'a> {
    /// Returns the paragraphs.
    pub fn paragraphs(&self) -> Vec<Cow<'a, str>> {
        match self {
            Self::Plain(paragraphs) => paragraphs.iter().map(|paragraph| Cow::Borrowed(*paragraph)).collect(),
            Self::Packed(bytes) => {
                let text = packed::unpack(bytes).expect("it is read by the version that packed it");
                text.split(PARTED).map(|paragraph| Cow::Owned(paragraph.to_owned())).collect()
            }
        }
    }

    /// Returns the bytes of a day in fewer of them; none for one that has no paragraph or is packed already.
    pub fn packed(&self) -> Option<Vec<u8>> {
        match self {
            Self::Plain(paragraphs) if !paragraphs.is_empty() => Some(packed::pack(&paragraphs.join(PARTED))),
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

/// What a role asks for, lives in and is paid by.
#[derive(Serialize, Deserialize, Clone, Debug, Default)]
pub struct Profile<'a> {
    /// By weight, heaviest first.
    #[serde(borrow)]
    pub ratings: Vec<Rating<'a>>,
    pub tools: Vec<ToolUse>,
    /// In the order of the role's file.
    pub pay: Vec<PayLabel>,
    /// In the order of the role's file: by source, then by match.
    pub preparation: Vec<preparation::PreparationLink>,
    /// What is expected of a competency, in words; in the order of the role's file.
    pub expectations: Vec<Expectation<'a>>,
}

/// What a role's file says that it expects of a competency.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct Expectation<'a> {
    pub competency: CompetencyIx,
    #[serde(borrow)]
    pub says: Vec<&'a str>,
}

impl<'a> Profile<'a> {
    /// Returns what is expected of a competency.
    pub fn expects(&self, of: CompetencyIx) -> Vec<&'a str> {
        let expected = self.expectations.iter().filter(|it| it.competency == of);
        expected.flat_map(|it| it.says.iter().copied()).collect()
    }
}

/// How well something is mastered, as a word.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[serde(rename_all = "kebab-case")]
pub enum Proficiency {
    Awareness,
    Working,
    Practitioner,
    Expert,
}

impl Proficiency {
    pub const ALL: [Self; 4] = [Self::Awareness, Self::Working, Self::Practitioner, Self::Expert];

    /// Returns the word for a level from 0 to 100, in four bands around 25, 50, 75 and 100.
    pub fn of_level(level: u8) -> Self {
        match level {
            0..=37 => Self::Awareness,
            38..=62 => Self::Working,
            63..=87 => Self::Practitioner,
            _ => Self::Expert,
        }
    }

    /// Returns the word for a level from 0 to 100 that somebody gave; `none` for 0.
    pub fn word(level: u8) -> &'static str {
        if level == 0 { "none" } else { Self::of_level(level).name() }
    }

    /// Returns the middle of the word's band: 25, 50, 75 or 100.
    pub fn score(self) -> u8 {
        25 * (self as u8 + 1)
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Awareness => "awareness",
            Self::Working => "working",
            Self::Practitioner => "practitioner",
            Self::Expert => "expert",
        }
    }
}

/// A tool of a role. The proficiency is the catalog's judgment; the rest is evidence.
#[derive(Serialize, Deserialize, Clone, Copy, Debug)]
pub struct ToolUse {
    pub tool: ToolIx,
    pub proficiency: Proficiency,
    /// O*NET: often asked for in postings for one of the role's occupations.
    pub in_demand: bool,
    /// O*NET: often asked for in postings of all kinds.
    pub hot: bool,
    /// Which of the role's first 32 O*NET occupations list it, as bits in their order.
    pub marked_by: u32,
    pub share: Option<Share>,
    pub origin: u8,
}

/// Which part of a survey's respondents worked with a tool.
#[derive(Serialize, Deserialize, Clone, Copy, Debug)]
pub struct Share {
    pub source: SourceIx,
    /// Per cent, 0 to 100.
    pub percent: u8,
    /// Respondents of the kind.
    pub respondents: u32,
}

/// Returns the bit that stands for a position; none beyond the 32nd, so that no two share one.
pub fn bit(position: usize) -> u32 {
    u32::try_from(position).ok().and_then(|position| 1u32.checked_shl(position)).unwrap_or(0)
}

/// How well a published label names a role.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[serde(rename_all = "kebab-case")]
pub enum Match {
    /// The label is the role's own title.
    Exact,
    /// A neighbouring or slightly wider label.
    Close,
    /// The broader group that the role belongs to.
    Proxy,
}

impl Match {
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Close => "close",
            Self::Proxy => "proxy",
        }
    }
}

/// The moves around a role.
#[derive(Serialize, Deserialize, Clone, Debug, Default)]
pub struct Moves<'a> {
    /// Roles that lead here, in the order of the role's file.
    #[serde(borrow)]
    pub prerequisites: Vec<Edge<'a>>,
    /// Roles that this one leads to: the prerequisites read backwards.
    pub next: Vec<Edge<'a>>,
    pub lateral: Vec<Edge<'a>>,
}

/// A move to or from another role.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct Edge<'a> {
    pub role: RoleIx,
    /// Who states the move; empty where it is the catalog's own.
    #[serde(borrow)]
    pub statements: Vec<Statement<'a>>,
    pub origin: u8,
}

impl Edge<'_> {
    /// Tells whether no source states the move, and none observed it.
    pub fn is_editorial(&self) -> bool {
        self.statements.is_empty()
    }

    /// Returns how many sources state the move; one that observed it states nothing.
    pub fn stated_by(&self) -> usize {
        let mut sources: Vec<SourceIx> = self.stating().map(|statement| statement.source).collect();
        sources.sort_unstable();
        sources.dedup();
        sources.len()
    }

    fn stating(&self) -> impl Iterator<Item = &Statement<'_>> {
        self.statements.iter().filter(|statement| statement.observed.is_none())
    }
}

/// A source's own words for a move.
#[derive(Serialize, Deserialize, Clone, Copy, Debug)]
pub struct Statement<'a> {
    pub source: SourceIx,
    /// The titles as the source states them.
    pub stated: &'a str,
    /// Where in the source it stands.
    pub reference: &'a str,
    /// Whether the source says that one feeds the other, and nothing of grade.
    pub feeds: bool,
    /// What was counted, where the move is observed and not stated.
    pub observed: Option<Observed>,
}

/// How many people were seen to make a move.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Observed {
    pub n: u32,
    pub back: Back,
    /// Median change of pay, in percent.
    pub pay_change: Option<i16>,
}

/// How many people were seen to move the other way.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Back {
    Counted(u32),
    /// Too few for the source to publish their number.
    FewerThan(u32),
    Unknown,
}

/// The rungs of one trade, lowest first; each has a rank of its own.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct Ladder<'a> {
    /// The role that the ladder grows from.
    pub base: RoleIx,
    /// The base of the ladder whose rungs stand for the ranks that this one lacks.
    pub joins: Option<RoleIx>,
    #[serde(borrow)]
    pub rungs: Vec<Rung<'a>>,
}

/// A role on a ladder.
#[derive(Serialize, Deserialize, Clone, Copy, Debug)]
pub struct Rung<'a> {
    pub role: RoleIx,
    /// Rank, 1 (intern) to 9 (executive).
    pub rank: u8,
    /// What the rung is called; none where the name of its rank serves.
    pub step: Option<&'a str>,
    /// Whether it is of this ladder, and not of the one that this one joins.
    pub is_own: bool,
}

/// An affinity between occupations: never a prerequisite.
#[derive(Serialize, Deserialize, Clone, Debug, Default)]
pub struct Related<'a> {
    #[serde(borrow)]
    pub edges: Vec<Edge<'a>>,
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
            Text::Packed(bytes) => packed::unpack(bytes).map(Cow::Owned),
            Text::Below(folder) => std::fs::read_to_string(Path::new(folder).join(self.path)).map(Cow::Owned),
        }
    }
}

/// A role's names in one language.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct Translation<'a> {
    /// ISO 639-1.
    pub language: &'a str,
    pub source: SourceIx,
    #[serde(borrow)]
    pub names: Vec<&'a str>,
}

#[derive(Serialize, Deserialize, Clone, Copy, Debug)]
pub struct Family<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub definition: &'a str,
}

#[derive(Serialize, Deserialize, Clone, Copy, Debug)]
pub struct Track<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub definition: &'a str,
}

#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct Level<'a> {
    pub rank: u8,
    pub definition: &'a str,
    #[serde(borrow)]
    pub names: Vec<LevelName<'a>>,
}

/// What a rank is called on a track.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct LevelName<'a> {
    pub track: TrackIx,
    pub name: &'a str,
    #[serde(borrow)]
    pub aliases: Vec<&'a str>,
}

/// What a proficiency looks like.
#[derive(Serialize, Deserialize, Clone, Debug, Default)]
pub struct Look<'a> {
    /// Sentences.
    #[serde(borrow)]
    pub says: Vec<&'a str>,
    /// What somebody at it has done, or may do.
    pub examples: Vec<&'a str>,
    /// By what it is seen.
    pub signals: Vec<&'a str>,
}

#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct Competency<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub definition: &'a str,
    /// What awareness, working, practitioner and expert look like.
    #[serde(borrow)]
    pub looks: [Look<'a>; 4],
    /// Other names of it.
    pub aliases: Vec<&'a str>,
    /// What the trades call it.
    pub terms: Vec<&'a str>,
    /// The competency of a catalog beneath that it is by another name.
    pub same_as: Option<CompetencyIx>,
    /// Those that it is a part of.
    pub part_of: Vec<CompetencyIx>,
}

#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct Tool<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub group: &'a str,
    #[serde(borrow)]
    pub aliases: Vec<&'a str>,
    pub onet: Vec<&'a str>,
    pub surveys: Vec<&'a str>,
    /// The role that the tool makes of a general title: a `Salesforce Developer` is a CRM developer.
    pub makes: Option<&'a str>,
}

#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct Region<'a> {
    pub id: &'a str,
    pub name: &'a str,
    pub level: RegionLevel,
    pub parent: Option<RegionIx>,
    /// ISO 4217; none for the world.
    pub currency: Option<&'a str>,
    #[serde(borrow)]
    pub aliases: Vec<&'a str>,
    /// The country of a better known place of the same name: Italy, for Rome in Georgia.
    pub elsewhere: Option<&'a str>,
}

#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[serde(rename_all = "kebab-case")]
pub enum RegionLevel {
    World,
    Country,
    State,
    Metro,
}

impl RegionLevel {
    pub fn name(self) -> &'static str {
        match self {
            Self::World => "world",
            Self::Country => "country",
            Self::State => "state",
            Self::Metro => "metro",
        }
    }
}

#[derive(Serialize, Deserialize, Clone, Copy, Debug)]
pub struct Source<'a> {
    pub id: &'a str,
    /// What tables and lines call it, with its year.
    pub short: &'a str,
    pub url: Option<&'a str>,
    pub kind: SourceKind,
    pub title: &'a str,
    pub publisher: &'a str,
    pub year: Option<u16>,
    pub licence: &'a str,
    /// The line that the license asks to be printed.
    pub credit: &'a str,
    /// Whom it speaks for, and how it is biased.
    pub caveat: Option<&'a str>,
    pub origin: u8,
}

/// The first fields of a family, a track or a competency, which can be decoded without the rest.
#[derive(Deserialize, Clone, Copy, Debug)]
pub struct Name<'a> {
    pub id: &'a str,
    pub title: &'a str,
}

/// The first fields of a [`Tool`].
#[derive(Deserialize, Clone, Copy, Debug)]
pub struct ToolName<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub group: &'a str,
}

/// The first fields of a [`Region`].
#[derive(Deserialize, Clone, Copy, Debug)]
pub struct RegionName<'a> {
    pub id: &'a str,
    pub name: &'a str,
    pub level: RegionLevel,
    pub parent: Option<RegionIx>,
}

/// The first fields of a [`Source`].
#[derive(Deserialize, Clone, Copy, Debug)]
pub struct SourceName<'a> {
    pub id: &'a str,
    pub short: &'a str,
    pub url: Option<&'a str>,
    pub kind: SourceKind,
}

/// What a source is, in the order in which pay figures are preferred.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    Official,
    Survey,
    Payroll,
    Advertised,
    Framework,
    Ladder,
    Editorial,
}

impl SourceKind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Survey => "survey",
            Self::Payroll => "payroll",
            Self::Advertised => "advertised",
            Self::Framework => "framework",
            Self::Ladder => "ladder",
            Self::Editorial => "editorial",
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
}

/// What the catalog is made of.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct About<'a> {
    /// Catalogs, the built-in one first: name shown to the reader.
    #[serde(borrow)]
    pub origins: Vec<&'a str>,
    /// What each of them says of itself.
    pub imprints: Vec<Imprint<'a>>,
    pub editorial: SourceIx,
    /// The source that readings are, where there are any.
    pub readers: Option<SourceIx>,
    /// The year of the newest source.
    pub newest: u16,
    /// The sources that are frameworks, by their position.
    pub frameworks: Vec<SourceIx>,
}
