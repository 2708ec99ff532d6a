//! An entry of the vocabulary laid over the one of its id beneath: field by field, as roles are.

use std::fmt::Display;

use crate::catalog::read::diagnostic::{Diagnostic, FileOf, Place};
use crate::catalog::read::schema::Word;
use crate::catalog::resolve::faults::Faults;
use crate::catalog::resolve::texts;

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
            let message =
                format!("the {} `{}` has no `{}`", self.what, self.id, name.rsplit(": ").next().unwrap_or(name));
            let field = name
                .split_once(": ")
                .map_or(format!("`{name}:`"), |(above, name)| format!("`{name}:` under `{above}:`"));
            let help = format!("add {field}; only an entry that the catalog beneath has may leave it out");
            faults.0.push(Diagnostic::at(self.file, self.place, "missing-field", message).help(help));
        }
        found
    }

    /// Returns a text that every entry has; an empty one where that is noted.
    pub fn text<'a>(
        &self,
        field: &str,
        stated: &'a Option<Word>,
        beneath: impl Fn(&R) -> &'a str,
        faults: &mut Faults,
    ) -> &'a str {
        match stated {
            Some(word) => faults.keep(texts::text(self.file, field, word)),
            None => self.required(field, None, beneath, faults),
        }
        .unwrap_or_default()
    }

    /// Returns a text that an entry may do without.
    pub fn said<'a>(
        &self,
        field: &str,
        stated: &'a Option<Word>,
        beneath: impl Fn(&R) -> &'a str,
        faults: &mut Faults,
    ) -> &'a str {
        let stated = stated.as_ref().and_then(|word| faults.keep(texts::text(self.file, field, word)));
        self.field(stated, beneath).unwrap_or_default()
    }

    /// Returns a name that every entry has, as [`text`](Self::text) does.
    pub fn name<'a>(
        &self,
        field: &str,
        stated: &'a Option<Word>,
        beneath: impl Fn(&R) -> &'a str,
        faults: &mut Faults,
    ) -> &'a str {
        match stated {
            Some(word) => faults.keep(texts::name(self.file, field, word)),
            None => self.required(field, None, beneath, faults),
        }
        .unwrap_or_default()
    }

    /// Returns a list of names: the stated one replaces the one beneath.
    pub fn list<'a>(
        &self,
        field: &str,
        stated: &'a Option<Vec<Word>>,
        beneath: impl Fn(&R) -> &Vec<&'a str>,
        faults: &mut Faults,
    ) -> Vec<&'a str> {
        let read = |words: &'a Vec<Word>| names(self.file, field, words, faults);
        self.field(stated.as_ref().map(read), |record| beneath(record).clone()).unwrap_or_default()
    }

    /// Returns aliases as [`list`](Self::list) does, and with them the name that lies beneath where another is
    /// stated: people still look for the old one.
    pub fn aliases<'a>(
        &self,
        name: &Option<Word>,
        stated: &'a Option<Vec<Word>>,
        beneath: impl Fn(&R) -> (&'a str, &Vec<&'a str>),
        faults: &mut Faults,
    ) -> Vec<&'a str> {
        let mut aliases = self.list("aliases", stated, |record| beneath(record).1, faults);
        let former = self.beneath.as_ref().map(|record| beneath(record).0);
        let is_new = |former: &&str| name.as_ref().is_some_and(|name| name.value.trim() != *former);
        if let Some(former) = former.filter(is_new).filter(|former| !aliases.contains(former)) {
            aliases.push(former);
        }
        aliases
    }
}

/// Returns names without their places, and notes those that are none.
pub fn names<'a>(file: FileOf<'_>, field: &str, written: &'a [Word], faults: &mut Faults) -> Vec<&'a str> {
    written.iter().filter_map(|word| faults.keep(texts::name(file, field, word))).collect()
}

/// Returns words without their places.
pub fn words(written: &[Word]) -> Vec<&str> {
    written.iter().map(|word| word.value.as_ref()).collect()
}
