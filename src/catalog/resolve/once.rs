//! What stands in a catalog twice: one of the two would silently stand in the other's place.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use crate::catalog::model::{Basis, PayKind, Period};
use crate::catalog::read::diagnostic::{Diagnostic, FileOf, Place};
use crate::catalog::read::ids;
use crate::catalog::read::load::{In, Layer};
use crate::catalog::read::schema;
use crate::catalog::read::schema::{Spanned, Whole, Word, place};
use crate::catalog::resolve::faults::Faults;
use crate::catalog::resolve::standards;
use crate::catalog::resolve::texts;
use crate::catalog::resolve::written::{MergedRole, Stated};
use crate::text::harmless::shown;

/// Notes each key that the files of one catalog have twice.
pub fn look(layer: &Layer, catalog: u8, faults: &mut Faults) {
    let mut look = Look { catalog, faults };
    look.roles(layer);
    look.vocabulary(layer);
    look.frameworks(layer);
    look.surveys(layer);
    look.pay(layer);
    look.preparation(layer);
    look.moves_and_cells(layer);
}

struct Look<'f> {
    catalog: u8,
    faults: &'f mut Faults,
}

/// A key, what a reader knows it by, and where it is written.
type Key<'a, K> = (K, &'a str, &'a str, Place);

impl Look<'_> {
    fn roles(&mut self, layer: &Layer) {
        let roles = layer.roles.iter().map(|role| (&role.id, role.id.as_str(), role.file.as_str(), Place::default()));
        self.once("role", "give one of the two files another name", roles);
    }

    fn vocabulary(&mut self, layer: &Layer) {
        let files = layer.about.iter().map(|about| ((), "catalog.yaml", about.file.as_str(), Place::default()));
        self.once("file", "take one of the two out", files);
        self.ids("family", &layer.families, |family| &family.id);
        self.ids("track", &layer.tracks, |track| &track.id);
        self.ids("competency", &layer.competencies, |competency| &competency.id);
        self.ids("tool", &layer.tools, |tool| &tool.id);
        self.ids("certificate", &layer.certificates, |certificate| &certificate.id);
        self.ids("region", &layer.regions, |region| &region.id);
        self.ids("source", &layer.sources, |source| &source.id);
        let ranks: Vec<String> = layer.levels.iter().map(|level| level.value.rank.value.0.to_string()).collect();
        let levels = layer.levels.iter().zip(&ranks);
        let levels = levels.map(|(level, rank)| (rank, rank.as_str(), level.file.as_str(), place(&level.value.rank)));
        self.once("level", ONE_OF_THEM, levels);
        for level in &layer.levels {
            self.words("track", level, level.value.names.iter().map(|name| &name.track));
        }
    }

    fn frameworks(&mut self, layer: &Layer) {
        for file in &layer.onet_technologies {
            for occupation in &file.value.occupations {
                let names = occupation.technologies.iter().map(|technology| &technology.name);
                self.words("technology", file, names);
            }
            self.words("occupation", file, file.value.occupations.iter().map(|occupation| &occupation.code));
        }
        let records = layer.frameworks.iter().flat_map(|file| {
            let of = &file.value.source.value;
            in_file(file, &file.value.records).map(move |(file, at)| key((of, &at.code.value), file, &at.code))
        });
        self.once("record", ONE_OF_THEM, records);
        for file in &layer.frameworks {
            for lists in file.value.records.iter().filter_map(|record| record.items.as_ref()) {
                // What one list has twice is told while files are read.
                self.words("item", file, lists.0.iter().flat_map(|(_, items)| distinct(items)));
            }
        }
    }

    fn surveys(&mut self, layer: &Layer) {
        for file in &layer.usage {
            for label in &file.value.labels {
                self.words("tool", file, label.shares.iter().map(|share| &share.tool));
            }
        }
        let labels = layer.usage.iter().flat_map(|file| {
            let of = &file.value.source.value;
            in_file(file, &file.value.labels).map(move |(file, at)| key((of, &at.label.value), file, &at.label))
        });
        self.once("label", ONE_OF_THEM, labels);
    }

    fn pay(&mut self, layer: &Layer) {
        let labels = layer.pay.iter().flat_map(|file| file.value.labels.iter().map(move |label| (file, label)));
        let rows = labels.flat_map(|(file, label)| {
            let series = (&file.value.source.value, &label.label.value, &label.currency.value);
            let kind = (label.per, label.basis, label.kind);
            let rows = label.rows.iter();
            rows.map(move |row| key((series, kind, &row.region.value, row.year.value), &file.file, &row.region))
        });
        self.once("row of this label and year for", "take one of the two out", rows);
        self.spans(layer);
    }

    /// A label's figure a month beside that a year is one that was reckoned from the other, or a typing error.
    fn spans(&mut self, layer: &Layer) {
        let mut first: HashMap<_, (Period, u32)> = HashMap::new();
        for (file, label) in layer.pay.iter().flat_map(|file| file.value.labels.iter().map(move |label| (file, label)))
        {
            for row in &label.rows {
                let series = (&file.value.source.value, &label.label.value, &label.currency.value);
                let key = (series, label.basis, label.kind, &row.region.value, row.year.value);
                let (per, line) = *first.entry(key).or_insert((label.per, place(&row.region).line));
                if per != label.per {
                    let of = shown(&row.region.value);
                    let message = format!("the row for `{of}` stands in line {line} already, per {}", per.name());
                    let fault = Diagnostic::at(file.of(self.catalog), place(&row.region), "duplicate-id", message);
                    self.faults.0.push(fault.help("take one of the two out: a source publishes a figure per one span"));
                }
            }
        }
    }

    /// What one source says of two roles, and of a cell, it says once.
    fn moves_and_cells(&mut self, layer: &Layer) {
        for file in &layer.moves {
            let moves = file.value.moves.iter();
            let keys = moves.map(|it| key((&it.from.value, &it.to.value, it.kind), &file.file, &it.to));
            self.once("move of this kind to", "take one of the two out", keys);
        }
        for file in &layer.readings {
            let cells = file.value.cells.iter().map(|it| (&it.role, &it.competency));
            let cells = cells.map(|(role, competency)| key((&role.value, &competency.value), &file.file, competency));
            self.once("cell of this role for", "take one of the two out", cells);
        }
        let judged = layer.readings.iter().flat_map(|file| file.value.judged.iter().map(move |cell| (file, cell)));
        let judged = judged.map(|(file, it)| key((&it.role.value, &it.competency.value), &file.file, &it.competency));
        self.once("judged cell of this role for", "take one of the two out", judged);
    }

    fn preparation(&mut self, layer: &Layer) {
        let records = layer.preparation.iter().flat_map(|file| {
            let of = &file.value.source.value;
            in_file(file, &file.value.records).map(move |(file, at)| key((of, &at.code.value), file, &at.code))
        });
        self.once("record", ONE_OF_THEM, records);
        for file in &layer.preparation {
            for record in &file.value.records {
                self.words("row for", file, record.degrees_held.iter().map(|degrees| &degrees.region));
            }
        }
    }

    fn ids<T>(&mut self, what: &str, entries: &[In<T>], id: impl Fn(&T) -> &Word) {
        for entry in entries {
            let (file, id) = (entry.of(self.catalog), id(&entry.value));
            if self.faults.keep(texts::name(file, "id", id)).is_some() {
                self.faults.0.extend(ids::wrong_entry_id(file, id));
            }
        }
        self.once(
            what,
            ONE_OF_THEM,
            entries.iter().map(|entry| {
                let id = id(&entry.value);
                key(&id.value, &entry.file, id)
            }),
        );
    }

    fn words<'a, T>(&mut self, what: &str, file: &In<T>, words: impl Iterator<Item = &'a Word>) {
        self.once(what, ONE_OF_THEM, words.map(|word| key(&word.value, &file.file, word)));
    }

    fn once<'a, K: Hash + Eq>(&mut self, what: &str, help: &str, keys: impl Iterator<Item = Key<'a, K>>) {
        let mut first: HashMap<K, (&str, Place)> = HashMap::new();
        for (key, named, file, place) in keys {
            let Some((beside, at)) = first.get(&key) else {
                first.insert(key, (file, place));
                continue;
            };
            let line = if at.line == 0 { String::new() } else { format!(":{}", at.line) };
            let message = format!("the {what} `{}` stands in {beside}{line} already", shown(named));
            let file = FileOf { path: file, catalog: self.catalog };
            self.faults.0.push(Diagnostic::at(file, place, "duplicate-id", message).help(help));
        }
    }
}

/// Notes each entry that a list of a role's file has twice.
pub fn look_in_role(written: &MergedRole<'_>, defaults: Option<&schema::PayDefaults>, faults: &mut Faults) {
    each(written.competencies, |stated| alone(&stated.competency), faults);
    each(written.tools, |used| alone(&used.tool), faults);
    each(written.pay, |label| ((&label.source.value, &label.label.value), &label.label), faults);
    each(written.preparation, |link| ((&link.source.value, &link.record.value), &link.record), faults);
    each(written.usage, |label| ((&label.source.value, &label.label.value), &label.label), faults);
    if let Some(said) = written.salary {
        salaries_twice(said.file, said.value, defaults, faults);
        in_two_currencies(said.file, said.value, defaults, faults);
    }
    if let Some(said) = written.occupations {
        let codes = said.value;
        let positions = codes.ladders.iter().map(|at| ((&at.source.value, &at.position.value), &at.position));
        twice(said.file, positions, faults);
        let records = codes.frameworks.iter().map(|at| ((&at.source.value, &at.record.value), &at.record));
        twice(said.file, records, faults);
    }
}

/// Notes each competency and band that a grade of a role has twice.
pub fn look_in_grade(
    file: FileOf<'_>,
    grade: &schema::Grade,
    defaults: Option<&schema::PayDefaults>,
    faults: &mut Faults,
) {
    twice(file, grade.competencies.iter().map(|rating| alone(&rating.competency)), faults);
    salaries_twice(file, &grade.salary, defaults, faults);
}

/// A word of a list that is its own key.
fn alone(word: &Word) -> (&str, &Word) {
    (&word.value, word)
}

/// Region, source and currency; year; span; basis and kind.
type SalaryKey<'a> = ((&'a str, &'a str, &'a str), Whole<u16>, Period, Basis, PayKind);

/// What tells two salaries of a role apart, and the region that they are told by; none where one is not
/// whole, which is told by itself.
fn salary<'a>(
    stated: &'a schema::StatedSalary,
    defaults: Option<&'a schema::PayDefaults>,
) -> Option<(SalaryKey<'a>, &'a Word)> {
    let region = stated.region.as_ref().or_else(|| defaults?.region.as_ref())?;
    let source = stated.source.as_ref().or_else(|| defaults?.source.as_ref())?;
    let currency = stated.currency.as_ref().or_else(|| defaults?.currency.as_ref())?;
    let year = stated.year.as_ref().or_else(|| defaults?.year.as_ref())?;
    let per = stated.per.or_else(|| defaults?.per)?;
    let basis = stated.basis.or_else(|| defaults?.basis)?;
    let kind = stated.kind.or_else(|| defaults?.kind)?;
    Some((((&*region.value, &*source.value, &*currency.value), year.value, per, basis, kind), region))
}

/// Notes a salary that another of its region, source and year says in another currency, or per another
/// span: a page shows one of the two.
fn in_two_currencies(
    file: FileOf<'_>,
    salaries: &[Spanned<schema::StatedSalary>],
    defaults: Option<&schema::PayDefaults>,
    faults: &mut Faults,
) {
    let mut first: HashMap<_, (&str, Period)> = HashMap::new();
    for stated in salaries {
        let Some((((region, source, currency), year, per, basis, kind), word)) = salary(&stated.value, defaults) else {
            continue;
        };
        // What is no currency is told by itself.
        if !standards::is_currency(currency) {
            continue;
        }
        let (other, other_per) = *first.entry((region, source, year, basis, kind)).or_insert((currency, per));
        if (other, other_per) != (currency, per) {
            let (other, region) = (shown(other), shown(&word.value));
            let message =
                format!("`{region}` has a salary of this source and year already: in {other} per {}", other_per.name());
            let fault = Diagnostic::at(file, place(stated), "duplicate-entry", message);
            faults
                .0
                .push(fault.help("take one of the two out; what differs is told apart by `basis`, `kind` or `source`"));
        }
    }
}

/// Notes each salary that a list has twice; the region that the two share may be written in catalog.yaml.
fn salaries_twice(
    file: FileOf<'_>,
    salaries: &[Spanned<schema::StatedSalary>],
    defaults: Option<&schema::PayDefaults>,
    faults: &mut Faults,
) {
    let mut seen = HashSet::new();
    for stated in salaries {
        if let Some((key, region)) = salary(&stated.value, defaults)
            && !seen.insert(key)
        {
            faults.0.push(stands_twice(file, schema::StatedSalary::place(stated), region));
        }
    }
}

fn each<'a, T, K: Hash + Eq>(
    said: Option<Stated<'a, Vec<T>>>,
    entry: impl Fn(&'a T) -> (K, &'a Word),
    faults: &mut Faults,
) {
    if let Some(said) = said {
        twice(said.file, said.value.iter().map(entry), faults);
    }
}

fn twice<'a, K: Hash + Eq>(file: FileOf<'_>, entries: impl Iterator<Item = (K, &'a Word)>, faults: &mut Faults) {
    let mut seen = HashSet::new();
    for (key, word) in entries {
        if !seen.insert(key) {
            faults.0.push(stands_twice(file, place(word), word));
        }
    }
}

fn stands_twice(file: FileOf<'_>, at: Place, word: &Word) -> Diagnostic {
    let message = format!("`{}` stands in this list twice", shown(&word.value));
    Diagnostic::at(file, at, "duplicate-entry", message).help("take one of the two out")
}

const ONE_OF_THEM: &str = "take one of the two out, or give it a name of its own";

fn key<'a, K>(key: K, file: &'a str, word: &'a Word) -> Key<'a, K> {
    (key, &word.value, file, place(word))
}

/// The words of a list, each once.
pub fn distinct(words: &[Word]) -> impl Iterator<Item = &Word> {
    let mut seen = HashSet::new();
    words.iter().filter(move |word| seen.insert(&*word.value))
}

fn in_file<'a, F, T>(file: &'a In<F>, entries: &'a [T]) -> impl Iterator<Item = (&'a str, &'a T)> {
    entries.iter().map(|entry| (file.file.as_str(), entry))
}
