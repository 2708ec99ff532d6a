//! The other end of a move, as it is written: a role, or a role at one of its grades.

use std::ops::Deref;

use serde::Deserialize;

use crate::catalog::read::schema::Word;
use crate::catalog::read::schema::word_or::WordOr;

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
        let serde_yaml::Spanned { value, referenced, .. } = serde_yaml::Spanned::<WordOr<AtGrade>>::deserialize(from)?;
        Ok(match value {
            WordOr::Word(role) => Self { role: Word::at(role, referenced), grade: None },
            WordOr::Fields(AtGrade { role, grade }) => Self { role, grade: Some(grade) },
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AtGrade {
    role: Word,
    grade: Word,
}
