//! A scale of one's own for levels of competencies, as it is written: words, or words with the level of ours that
//! each stands for.

use serde::Deserialize;

use crate::catalog::read::schema::Word;

/// A step: `able`, or `{step: able, as: working}`.
#[derive(Debug, Clone)]
pub struct ScaleStep {
    pub word: Word,
    /// The level of ours that it stands for: a slip in it loses nothing of the scale.
    pub means: Option<Word>,
}

impl<'de> Deserialize<'de> for ScaleStep {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let serde_yaml::Spanned { value, referenced, .. } = serde_yaml::Spanned::<Written>::deserialize(from)?;
        Ok(match value {
            Written::Word(word) => Self { word: Word::at(word, referenced), means: None },
            Written::Mapped(Mapped { step, means }) => Self { word: step, means },
        })
    }
}

enum Written {
    Word(Box<str>),
    Mapped(Mapped),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mapped {
    step: Word,
    #[serde(rename = "as")]
    means: Option<Word>,
}

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> serde::de::Visitor<'de> for Either {
            type Value = Written;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a string")
            }

            fn visit_str<E: serde::de::Error>(self, word: &str) -> Result<Written, E> {
                Ok(Written::Word(word.into()))
            }

            // Steps that are numbers are words too.
            fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Written, E> {
                Ok(Written::Word(number.to_string().into()))
            }

            fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Written, E> {
                Ok(Written::Word(number.to_string().into()))
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Written, A::Error> {
                Mapped::deserialize(serde::de::value::MapAccessDeserializer::new(map)).map(Written::Mapped)
            }
        }
        from.deserialize_any(Either)
    }
}
