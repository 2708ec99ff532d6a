//! What is known of a word of a title or of a name.

use crate::catalog::model::{Class, Kinds, RoleIx};
use crate::catalog::titles::words;

/// A word of a title or of a name.
#[derive(Debug, Clone, Default)]
pub struct Word {
    pub text: String,
    /// Where it stands in the table of words; none for a word that no name and no vocabulary has.
    pub place: Option<u32>,
    pub rank: u8,
    pub class: Option<Class>,
    pub kinds: Kinds,
    pub makes: Option<RoleIx>,
    /// How much it tells; 0 where no name has it.
    pub weight: f32,
    pub kin: Vec<(u32, f32)>,
}

impl Word {
    pub fn is_known(&self) -> bool {
        self.weight > 0.0 || self.kinds.has(Kinds::LEXEME)
    }

    /// How much it tells as evidence: the function tells less than the specialty.
    pub fn evidence(&self) -> f32 {
        let part = if self.class.is_some() { words::OF_FUNCTION } else { 1.0 };
        (self.weight * part).max(words::LEAST)
    }

    /// Whether it tells what kind of a function is meant.
    pub fn is_telling(&self) -> bool {
        self.class.is_none() && (self.weight > 0.0 || !self.kin.is_empty())
    }
}
