//! An entry of the vocabulary laid over the one of its id beneath: field by field, as roles are.

use std::fmt::Display;

use crate::catalog::read::diagnostic::{Diagnostic, FileOf, Place};
use crate::catalog::read::schema::Word;
use crate::catalog::resolve::table::Faults;

/// Where an entry is written, and what lies beneath it.
pub struct Entry<'e, R> {
    /// What one is called: `tool`.
    pub what: &'static str,
    pub id: &'e dyn Display,
    pub file: FileOf<'e>,
    pub place: Place,
    /// The entry of that id in the catalogs beneath, where there is one.
    pub beneath: Option<R>,
}

impl<R> Entry<'_, R> {
    /// Returns what is stated, or else what lies beneath.
    pub fn field<T>(&self, stated: Option<T>, beneath: impl Fn(&R) -> T) -> Option<T> {
        stated.or_else(|| self.beneath.as_ref().map(beneath))
    }

    /// Returns a field that every entry has; where none has it, that is noted.
    pub fn required<T>(
        &self,
        name: &str,
        stated: Option<T>,
        beneath: impl Fn(&R) -> T,
        faults: &mut Faults,
    ) -> Option<T> {
        let found = self.field(stated, beneath);
        if found.is_none() {
            let message = format!("the {} `{}` has no `{name}`", self.what, self.id);
            let help = format!("add `{name}:`; only an entry that the catalog beneath has may leave it out");
            faults.0.push(Diagnostic::at(self.file, self.place, "missing-field", message).help(help));
        }
        found
    }

    /// Returns a text that every entry has; an empty one where that is noted.
    pub fn text<'a>(
        &self,
        name: &str,
        stated: &'a Option<String>,
        beneath: impl Fn(&R) -> &'a str,
        faults: &mut Faults,
    ) -> &'a str {
        self.required(name, stated.as_deref().map(str::trim_end), beneath, faults).unwrap_or_default()
    }

    /// Returns a list: the stated one replaces the one beneath.
    pub fn list<'a>(&self, stated: &'a Option<Vec<Word>>, beneath: impl Fn(&R) -> &Vec<&'a str>) -> Vec<&'a str> {
        self.field(stated.as_deref().map(words), |record| beneath(record).clone()).unwrap_or_default()
    }
}

/// Returns words without their places.
pub fn words(written: &[Word]) -> Vec<&str> {
    written.iter().map(|word| word.value.as_ref()).collect()
}
