//! Weights and levels, what they come from, and what the records of frameworks say for them.

use serde::{Deserialize, Serialize};

use crate::catalog::model::evidence;
use crate::catalog::model::{CompetencyIx, Hundredths, Match, SourceIx};

/// How much a competency matters in a role, and how well it must be mastered.
#[derive(Serialize, Deserialize, Clone, Copy, Debug)]
pub struct Rating<'a> {
    pub competency: CompetencyIx,
    /// How much it matters, 0 to 100.
    pub weight: u8,
    /// How well it must be mastered, 0 (not at all) to 100; none where nobody says.
    pub level: Option<u8>,
    pub confidence: Confidence,
    #[serde(borrow)]
    pub ground: Ground<'a>,
    /// The mean of the outside scores, 0 to 100, where a source speaks that counts: those that move the weight, or
    /// else those that confirm it.
    pub outside: Option<u8>,
    /// Whether that mean is far from what was read.
    pub is_contested: bool,
    /// The frameworks that speak, as bits by their position.
    pub heard: u32,
    /// The catalog that states it; 0 is the built-in one.
    pub origin: u8,
}

impl Rating<'_> {
    /// Returns the weight, where somebody or something says one.
    pub fn stated_weight(&self) -> Option<u8> {
        (!matches!(self.ground, Ground::Equal(_))).then_some(self.weight)
    }
}

/// What a weight rests on.
#[derive(Serialize, Deserialize, Clone, Copy, Debug)]
pub enum Ground<'a> {
    /// The weights that readers gave, 0 to 100 each.
    Read(&'a [u8]),
    /// The same, and the weight that was judged again.
    Judged(&'a [u8], u8),
    /// Nobody has read it: outside scores alone.
    Evidence,
    /// Stated in the role's file, with the reason; empty where it gives none.
    Stated(&'a str),
    /// Stated without a weight, with the reason: it weighs as much as every other without one.
    Equal(&'a str),
}

/// How far readings and sources agree on a weight.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// The readings lie close together, and two independent sources agree.
    A,
    /// The readings lie close together and one source agrees, or they do not and two agree.
    B,
    /// Readings alone, evidence alone, or a statement.
    C,
}

/// How much a competency matters in the roles of a catalog: half of them lie from `low` to `high`.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    pub low: u8,
    pub median: u8,
    pub high: u8,
}

/// How one weight and level came about: what `why` prints.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct Terms<'a> {
    pub competency: CompetencyIx,
    #[serde(borrow)]
    pub readings: Vec<evidence::Reading<'a>>,
    pub judged: Option<evidence::Judged<'a>>,
    /// The readers' weight, in hundredths: the median, or what was judged again; none where nobody read.
    pub editors: Option<Hundredths>,
    pub heard: Vec<Heard>,
    /// The mean of the outside scores that may move the weight, or else of those that confirm it, in hundredths.
    pub outside: Option<Hundredths>,
    /// How far the weight went to that mean.
    pub moved: Option<Moved>,
    pub ladder: Option<Leveled>,
    pub confidence: Confidence,
    pub is_contested: bool,
}

/// What a source says of a weight.
#[derive(Serialize, Deserialize, Clone, Copy, Debug)]
pub struct Heard {
    /// Position of the framework.
    pub framework: u8,
    pub quality: Match,
    /// On the readers' scale, in hundredths; none where the source speaks for the level alone.
    pub score: Option<Hundredths>,
    pub standing: Standing,
    /// What its score counts in the outside mean, in hundredths: match and vote; where nobody has read the
    /// competency, rank correlation with the readings and vote.
    pub counts: Hundredths,
    /// Whether it lies close to what was read.
    pub agrees: bool,
    /// The level that it gives, 0 to 100.
    pub level: Option<u8>,
}

/// What a source's word on a competency can do.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It may move weights.
    Moves,
    /// It confirms or contests.
    Confirms,
    /// It counts for nothing.
    Shown,
}

/// How far the outside scores moved a weight.
#[derive(Serialize, Deserialize, Clone, Copy, Debug)]
pub struct Moved {
    /// What readers gave the role; where nobody has read it, the mean of what they gave others, in hundredths.
    pub from: Hundredths,
    /// The part of the way that it went, in thousandths.
    pub share: u16,
    /// Where it came, in hundredths.
    pub to: Hundredths,
}

/// What a ladder changed: none of a rung's levels and weighty competencies falls on the way up.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub struct Leveled {
    /// The weight before, in hundredths, where it changed.
    pub weight: Option<Hundredths>,
    /// The level before, 0 to 100, where it changed.
    pub level: Option<u8>,
}

/// The records that a role maps to.
#[derive(Serialize, Deserialize, Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Mapping {
    pub records: Vec<Mapped>,
}

#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Mapped {
    /// Position of the record.
    pub record: u32,
    pub quality: Match,
}

/// What a record says for one competency.
#[derive(Clone, Debug)]
pub struct EvidenceRows<'a> {
    pub source: SourceIx,
    pub code: &'a str,
    pub title: &'a str,
    pub quality: Match,
    pub rows: Vec<EvidenceItem<'a>>,
}

/// A row of a record.
#[derive(Clone, Copy, Debug)]
pub struct EvidenceItem<'a> {
    pub element: &'a str,
    /// What the element is called, where it is known by a number.
    pub name: &'a str,
    pub is_weak: bool,
    pub value: EvidenceValue<'a>,
}

#[derive(Clone, Copy, Debug)]
pub enum EvidenceValue<'a> {
    Rating {
        value: Hundredths,
        lowest: Hundredths,
        highest: Hundredths,
    },
    /// The kind of a list's item.
    Kind(&'a str),
    /// A step of a scale of levels.
    Step(&'a str),
    /// Listed without a level.
    Listed,
}
