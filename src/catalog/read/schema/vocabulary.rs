//! The vocabulary's files.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::catalog::model::{Class, Hundredths, RegionLevel, SourceKind, evidence};
use crate::catalog::read::schema::written::Listed;
use crate::catalog::read::schema::{Fraction, OneOrMore, Pairs, ScaleStep, Spanned, Whole, Word};

/// A family of roles. Of each entry of the vocabulary only the id must be stated: what is left out is
/// taken from the entry of that id in the catalog beneath.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Family {
    pub id: Word,
    #[serde(alias = "name")]
    pub title: Option<Word>,
    pub definition: Option<Word>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Track {
    pub id: Word,
    #[serde(alias = "name")]
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
    #[serde(alias = "title")]
    pub name: Option<Word>,
    pub aliases: Option<Vec<Word>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Competency {
    pub id: Word,
    #[serde(alias = "name")]
    pub title: Option<Word>,
    pub definition: Option<Word>,
    /// The levels that it has, lowest first, where they are neither ours nor its catalog's.
    pub scale: Option<Vec<ScaleStep>>,
    #[serde(default)]
    pub levels: Looks,
    pub aliases: Option<Vec<Word>>,
    /// What the trades call it.
    pub terms: Option<Vec<Word>>,
    /// The competency of a catalog beneath that it is by another name.
    pub same_as: Option<Word>,
    /// Those that it is a part of.
    pub part_of: Option<OneOrMore>,
    /// Elements of O*NET that speak for it, in the place of those of `vocabulary/elements/onet`; so `gdad`,
    /// and `ladders` by their source.
    pub onet: Option<Vec<Word>>,
    pub gdad: Option<Vec<Word>>,
    /// Pieces of the names of ESCO skills, as the first edition had them.
    pub esco: Option<Vec<Word>>,
    pub ladders: Option<BTreeMap<String, Vec<Word>>>,
}

/// The elements of a source that speak for competencies, sorted by hand.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Elements {
    pub source: Word,
    /// By competency.
    pub elements: Pairs<Speaking>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Speaking {
    /// The competency itself, by another name.
    pub direct: Vec<Word>,
    /// What points to it.
    pub weak: Vec<Word>,
}

/// How far evidence moves what was read, and how near the weights come to cells that were rated apart.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scoring {
    /// The share of the outside scores, 0 to 0.15.
    pub share: Spanned<Fraction>,
    /// By competency, where one has a share of its own.
    #[serde(default)]
    pub shares: Pairs<Spanned<Fraction>>,
    pub measured: Option<Measured>,
}

impl Measured {
    pub fn read(&self) -> evidence::Measured {
        let Self { cells, error, within_15, levels, orderings, held } = *self;
        evidence::Measured {
            cells: cells.0,
            error: Hundredths::of(error.0),
            within_15: within_15.0,
            levels: levels.0,
            orderings: orderings.0,
            held: held.0,
        }
    }
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measured {
    pub cells: Whole<u16>,
    pub error: Fraction,
    pub within_15: Whole<u8>,
    pub levels: Whole<u8>,
    pub orderings: Whole<u16>,
    pub held: Whole<u8>,
}

/// What each level looks like, by its word.
pub type Looks = Pairs<Look>;

/// What one proficiency looks like: a text, a list of sentences, or these with examples and signals.
#[derive(Debug, Clone, Default)]
pub struct Look {
    pub says: Vec<Word>,
    /// What somebody at it has done, or may do.
    pub examples: Vec<Word>,
    /// By what it is seen.
    pub signals: Vec<Word>,
}

impl<'de> Deserialize<'de> for Look {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let serde_yaml::Spanned { value, referenced, .. } = serde_yaml::Spanned::<WrittenLook>::deserialize(from)?;
        Ok(match value {
            WrittenLook::Says(Listed::One(text)) => Self { says: vec![Word::at(text, referenced)], ..Self::default() },
            WrittenLook::Says(Listed::More(says)) => Self { says, ..Self::default() },
            WrittenLook::More(MoreLook { looks, examples, signals }) => {
                let list = |list: Option<OneOrMore>| list.map(|list| list.0).unwrap_or_default();
                Self { says: list(looks), examples: list(examples), signals: list(signals) }
            }
        })
    }
}

enum WrittenLook {
    Says(Listed),
    More(MoreLook),
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct MoreLook {
    looks: Option<OneOrMore>,
    examples: Option<OneOrMore>,
    signals: Option<OneOrMore>,
}

impl<'de> Deserialize<'de> for WrittenLook {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> serde::de::Visitor<'de> for Either {
            type Value = WrittenLook;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a string")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<WrittenLook, E> {
                Ok(WrittenLook::Says(Listed::One(text.into())))
            }

            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, list: A) -> Result<WrittenLook, A::Error> {
                Listed::of(list).map(WrittenLook::Says)
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<WrittenLook, A::Error> {
                MoreLook::deserialize(serde::de::value::MapAccessDeserializer::new(map)).map(WrittenLook::More)
            }
        }
        from.deserialize_any(Either)
    }
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tool {
    pub id: Word,
    #[serde(alias = "name")]
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
    pub language: Option<Word>,
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
    pub vague: Vec<String>,
    /// Words that with a function behind them are a function of their own.
    pub decides: Vec<String>,
    /// Words that mean nearly the same, and how nearly, in hundredths.
    pub kin: Vec<String>,
    pub alike: Option<Whole<u8>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    pub id: Word,
    #[serde(alias = "title")]
    pub name: Option<Word>,
    pub level: Option<RegionLevel>,
    pub parent: Option<Word>,
    pub currency: Option<Word>,
    pub aliases: Option<Vec<Word>>,
    /// The country of a better known place of the same name.
    pub elsewhere: Option<Word>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: Word,
    #[serde(alias = "name")]
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
