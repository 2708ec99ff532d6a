//! Faults, as they are found.

use crate::catalog::read::diagnostic::{Diagnostic, FileOf};
use crate::catalog::read::schema::{Word, place};
use crate::text::harmless::shown;

/// The faults found so far.
#[derive(Default)]
pub struct Faults(pub Vec<Diagnostic>);

impl Faults {
    /// Keeps what is right, and notes what is wrong.
    pub fn keep<T>(&mut self, result: Result<T, Diagnostic>) -> Option<T> {
        result.map_err(|fault| self.0.push(fault)).ok()
    }
}

/// Says that a list has a word, or another name of the same, already.
pub fn again(file: FileOf<'_>, word: &Word, id: &str) -> Diagnostic {
    let written = shown(&word.value);
    let message = match &*word.value == id {
        true => format!("`{written}` stands in this list twice"),
        false => format!("`{written}` is `{id}`, which stands in this list twice"),
    };
    Diagnostic::at(file, place(word), "duplicate-entry", message).help("take one of the two out")
}
