//! The other end of a move, as it is written: a role, or a role at one of its grades.

use std::ops::Deref;

use serde::Deserialize;

use crate::catalog::read::schema::Word;

/// `teller`, or `{role: teller, grade: L4}`.
#[derive(Debug, Clone)]
pub struct MoveEnd {
    role: Word,
    pub grade: Option<Word>,
}

/// The role.
impl Deref for MoveEnd {
    type Target = Word;

    fn deref(&self) -> &Word {
        &self.role
    }
}

impl<'de> Deserialize<'de> for MoveEnd {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let serde_yaml::Spanned { value, referenced, .. } = serde_yaml::Spanned::<Written>::deserialize(from)?;
        Ok(match value {
            Written::Role(role) => Self { role: Word::at(role, referenced), grade: None },
            Written::AtGrade(AtGrade { role, grade }) => Self { role, grade: Some(grade) },
        })
    }
}

enum Written {
    Role(Box<str>),
    AtGrade(AtGrade),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AtGrade {
    role: Word,
    grade: Word,
}

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> serde::de::Visitor<'de> for Either {
            type Value = Written;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a string")
            }

            fn visit_str<E: serde::de::Error>(self, role: &str) -> Result<Written, E> {
                Ok(Written::Role(role.into()))
            }

            // What YAML takes for a number, a truth or nothing is a word here too.
            fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Written, E> {
                self.visit_str(&number.to_string())
            }

            fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Written, E> {
                self.visit_str(&number.to_string())
            }

            fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Written, E> {
                self.visit_str(&number.to_string())
            }

            fn visit_bool<E: serde::de::Error>(self, truth: bool) -> Result<Written, E> {
                self.visit_str(if truth { "true" } else { "false" })
            }

            fn visit_unit<E: serde::de::Error>(self) -> Result<Written, E> {
                self.visit_str("")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Written, A::Error> {
                AtGrade::deserialize(serde::de::value::MapAccessDeserializer::new(map)).map(Written::AtGrade)
            }
        }
        from.deserialize_any(Either)
    }
}
