//! A scale of one's own for levels of competencies, as it is written: words, or words with the level of ours that
//! each stands for.

use serde::Deserialize;

use crate::catalog::read::schema::Word;
use crate::catalog::read::schema::word_or::WordOr;

/// A step: `able`, or `{step: able, as: working}`.
#[derive(Debug, Clone)]
pub struct ScaleStep {
    pub word: Word,
    /// The level of ours that it stands for: a slip in it loses nothing of the scale.
    pub means: Option<Word>,
}

impl<'de> Deserialize<'de> for ScaleStep {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let serde_yaml::Spanned { value, referenced, .. } = serde_yaml::Spanned::<WordOr<Mapped>>::deserialize(from)?;
        Ok(match value {
            WordOr::Word(word) => Self { word: Word::at(word, referenced), means: None },
            WordOr::Fields(Mapped { step, means }) => Self { word: step, means },
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mapped {
    step: Word,
    #[serde(rename = "as")]
    means: Option<Word>,
}
