//! Records in their order, found by id, and the faults of looking for one that is not there.

use std::collections::HashMap;

use crate::catalog::read::diagnostic::{Diagnostic, FileOf};
use crate::catalog::read::schema::{Word, place};
use crate::catalog::resolve::entry::Entry;
use crate::text::harmless::shown;
use crate::text::hint::{Ask, Hint, hint};
use crate::text::naming::{Named, Naming};
use crate::text::sorting::Arrange;
use crate::text::suggest;
use crate::text::suggest::SuggestionBudget;

/// Records of one kind, found by id.
pub struct Table<'a, T> {
    pub records: Vec<T>,
    by_id: HashMap<&'a str, usize>,
    /// What one record is called: `tool`.
    what: &'static str,
    /// The rule that an unknown id breaks: `unknown-tool`.
    rule: &'static str,
    sparing: SuggestionBudget,
}

impl<'a, T> Table<'a, T> {
    pub fn new(what: &'static str, rule: &'static str) -> Self {
        Self { records: Vec::new(), by_id: HashMap::new(), what, rule, sparing: SuggestionBudget::default() }
    }

    /// Puts a record in the place of the one of that id, or behind all others.
    pub fn lay(&mut self, id: &'a str, record: T) -> usize {
        let next = self.records.len();
        let at = *self.by_id.entry(id).or_insert(next);
        match self.records.get_mut(at) {
            Some(old) => *old = record,
            None => self.records.push(record),
        }
        at
    }

    pub fn find(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// Begins an entry of an id, over the one that is there.
    pub fn entry<'e>(&self, file: FileOf<'e>, id: &'e Word) -> Entry<'e, T>
    where
        T: Clone,
    {
        let beneath = self.find(&id.value).map(|at| self.records[at].clone());
        Entry { what: self.what, id: &id.value, file, place: place(id), beneath }
    }

    /// Finds the record that a word names.
    ///
    /// # Errors
    /// A diagnostic with the nearest names where there is none.
    pub fn look_up(&self, file: FileOf<'_>, word: &Word) -> Result<usize, Diagnostic> {
        self.find(&word.value).ok_or_else(|| {
            let nearest = self.sparing.nearest(file.path, &word.value, self.by_id.keys().copied());
            let message = format!("no {} is called `{}`", self.what, shown(&word.value));
            let fault = Diagnostic::at(file, place(word), self.rule, message);
            fault.help(self.instead(&nearest))
        })
    }

    /// Finds the record that a word names by its id, or else by another of its names.
    ///
    /// # Errors
    /// A diagnostic where the word names none, or several.
    pub fn named<'n>(
        &self,
        file: FileOf<'_>,
        word: &Word,
        names: impl FnOnce() -> &'n Naming<'a>,
    ) -> Result<usize, Diagnostic>
    where
        'a: 'n,
    {
        if let Some(at) = self.find(&word.value) {
            return Ok(at);
        }
        match names().find(&word.value) {
            Named::One(at) => Ok(at),
            Named::Several(several) => Err(self.ambiguous(file, word, several)),
            Named::Nothing => self.look_up(file, word),
        }
    }

    fn ambiguous(&self, file: FileOf<'_>, word: &Word, several: &[usize]) -> Diagnostic {
        let mut ids: Vec<&str> = self.by_id.iter().filter(|(_, at)| several.contains(at)).map(|(id, _)| *id).collect();
        ids.arrange();
        let message = format!("`{}` may mean {}", shown(&word.value), suggest::one_of(&ids));
        Diagnostic::at(file, place(word), self.rule, message).help("say which, by its id")
    }

    /// Says what to write instead: the nearest, every one where they are few, or a new one.
    fn instead(&self, nearest: &[&str]) -> Hint {
        const FEW: usize = 6;
        let nearest = suggest::did_you_mean(nearest);
        let mut ids: Vec<&str> = self.by_id.keys().copied().collect();
        if ids.is_empty() || ids.len() > FEW {
            return nearest.map_or_else(|| self.where_to_add(), Hint::from);
        }
        ids.arrange_by_key(|id| self.by_id[id]);
        let all = match ids.as_slice() {
            [only] => format!("the only {} is `{only}`", self.what),
            _ => format!("the {} are {}", self.several(), suggest::all_of(&ids)),
        };
        nearest.map_or(all.clone(), |nearest| format!("{nearest} {all}")).into()
    }

    fn several(&self) -> String {
        match self.what.strip_suffix('y') {
            Some(stem) => format!("{stem}ies"),
            None => format!("{}s", self.what),
        }
    }

    /// Says where a record that is not there yet would stand.
    fn where_to_add(&self) -> Hint {
        const LISTED: [&str; 5] = ["families", "competencies", "tools", "regions", "sources"];
        let several = self.several();
        let new = format!("a new {} is an entry of vocabulary/{several}.yaml", self.what);
        match LISTED.contains(&several.as_str()) {
            true => hint![Ask::of(several), " lists them"].or(new),
            false => new.into(),
        }
    }
}
