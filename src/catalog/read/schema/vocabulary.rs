//! The vocabulary's files.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::catalog::model::{Class, RegionLevel, SourceKind};
use crate::catalog::read::schema::{Spanned, Whole, Word};

/// A family of roles. Of each entry of the vocabulary only the id must be stated: what is left out is
/// taken from the entry of that id in the catalog beneath.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Family {
    pub id: Word,
    pub title: Option<Word>,
    pub definition: Option<Word>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Track {
    pub id: Word,
    pub title: Option<Word>,
    pub definition: Option<Word>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    pub rank: Spanned<Whole<u8>>,
    pub definition: Option<Word>,
    #[serde(default)]
    pub names: Vec<LevelName>,
}

/// What a rank is called on a track.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelName {
    pub track: Word,
    pub name: Option<Word>,
    pub aliases: Option<Vec<Word>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Competency {
    pub id: Word,
    pub title: Option<Word>,
    pub definition: Option<Word>,
    #[serde(default)]
    pub levels: Looks,
    pub onet: Option<Vec<Word>>,
    pub gdad: Option<Vec<Word>>,
    pub esco: Option<Vec<Word>>,
    pub ladders: Option<BTreeMap<String, Vec<Word>>>,
}

/// What each proficiency looks like.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Looks {
    pub awareness: Option<Word>,
    pub working: Option<Word>,
    pub practitioner: Option<Word>,
    pub expert: Option<Word>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tool {
    pub id: Word,
    pub title: Option<Word>,
    pub group: Option<Word>,
    pub aliases: Option<Vec<Word>>,
    pub onet: Option<Vec<Word>>,
    pub surveys: Option<Vec<Word>>,
    /// The role that the tool makes of a general title.
    pub makes: Option<Word>,
}

/// A group of words that titles are made of: what they stand for, or what they are.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TitleWords {
    /// The language of the words; for the reader.
    pub language: Option<String>,
    /// Words and phrases, and the words that each stands for.
    pub means: BTreeMap<String, String>,
    /// Words that name a rank.
    pub seniority: BTreeMap<String, Whole<u8>>,
    /// What a person does whose title has one of the words.
    pub class: Option<Class>,
    pub words: Vec<String>,
    pub noise: Vec<String>,
    pub outside: Vec<String>,
    pub trade: Vec<String>,
    pub tail: Vec<String>,
    pub weak: Vec<String>,
    pub general: Vec<String>,
    pub refines: Vec<String>,
    /// Words that mean nearly the same, and how nearly, in hundredths.
    pub kin: Vec<String>,
    pub alike: Option<Whole<u8>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    pub id: Word,
    pub name: Option<Word>,
    pub level: Option<RegionLevel>,
    pub parent: Option<Word>,
    pub currency: Option<Word>,
    pub aliases: Option<Vec<Word>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: Word,
    pub title: Option<Word>,
    /// What tables and lines call it, with its year; the title where there is none.
    pub short: Option<Word>,
    pub publisher: Option<Word>,
    pub year: Option<Spanned<Whole<u16>>>,
    pub url: Option<Word>,
    pub licence: Option<Word>,
    pub kind: Option<SourceKind>,
    pub credit: Option<Word>,
    pub caveat: Option<Word>,
}
