//! Readings: the weights and levels that readers gave, batch by batch, on one scale.
//!
//! A batch holds some roles; a few stand in every batch of a reading. By these a batch is brought half of
//! the way to where the reading has them on the whole, so that scales do not drift from batch to batch.

use std::collections::{BTreeMap, HashMap};

use crate::catalog::model::evidence::{Judged, ReadCell, Reading, Readings};
use crate::catalog::model::{CompetencyIx, Hundredths, Proficiency, SourceIx};
use crate::catalog::read::diagnostic::{Diagnostic, FileOf};
use crate::catalog::read::load::Layer;
use crate::catalog::read::schema;
use crate::catalog::read::schema::{JudgedCell, ReasonedCell, Spanned, Whole, Word, place};
use crate::catalog::resolve::draft::Draft;
use crate::catalog::resolve::evidence::off_scale;
use crate::catalog::resolve::faults::Faults;
use crate::text::harmless::shown;
use crate::text::suggest;

/// A cell's weight, 0 to 100, and level, 0 to 4, as they are written.
type Given = (f64, f64);
/// By role.
type Batch<'a> = BTreeMap<&'a str, Given>;
/// By role and competency.
type Cells<'a> = BTreeMap<(&'a str, CompetencyIx), Vec<Reading<'a>>>;

impl<'a> Draft<'a> {
    /// Lays readings: a cell in the place of the one that the catalogs beneath have.
    pub(super) fn lay_readings(&mut self, layer: &'a Layer, catalog: u8, faults: &mut Faults) {
        let mut cells = Cells::new();
        for written in &layer.readings {
            let (file, value) = (written.of(catalog), &written.value);
            let Some(source) = faults.keep(self.source(file, &value.source)) else { continue };
            self.evidence.scoring.readers = Some(source);
            faults.0.extend(value.anchors.iter().filter_map(|word| self.role(file, word).err()));
            for (competency, batches) in self.batches(file, value, faults) {
                for (role, reading) in aligned(&batches) {
                    cells.entry((role, competency)).or_default().push(reading);
                }
            }
            for (role, competency, reading) in self.reasoned(file, &value.cells, faults) {
                cells.entry((role, competency)).or_default().push(reading);
            }
        }
        for ((role, competency), readings) in cells {
            self.lay_cell(role, ReadCell { competency, readings, judged: None });
        }
        self.lay_judged(layer, catalog, faults);
    }

    /// The batches of a reading, by competency.
    fn batches(
        &self,
        file: FileOf<'_>,
        written: &'a schema::Readings,
        faults: &mut Faults,
    ) -> BTreeMap<CompetencyIx, Vec<Batch<'a>>> {
        let mut batches: BTreeMap<CompetencyIx, Vec<Batch<'a>>> = BTreeMap::new();
        for (word, roles) in written.batches.iter().flat_map(|batch| &batch.weights.0) {
            let Some(competency) = faults.keep(self.competency(file, word)) else { continue };
            let mut batch = Batch::new();
            for (role, given) in &roles.0 {
                let role = faults.keep(self.role(file, role));
                batch.extend(role.zip(faults.keep(self::given(file, given))));
            }
            batches.entry(competency.into()).or_default().push(batch);
        }
        batches
    }

    fn lay_judged(&mut self, layer: &'a Layer, catalog: u8, faults: &mut Faults) {
        for written in &layer.readings {
            let file = written.of(catalog);
            for cell in &written.value.judged {
                if let Some((role, competency, judged)) = self.judged(file, cell, faults) {
                    self.judge(role, competency, judged);
                }
            }
        }
    }

    /// A cell that was judged again: of one that nobody has read, both the weight and the level.
    fn judged(
        &self,
        file: FileOf<'_>,
        cell: &'a JudgedCell,
        faults: &mut Faults,
    ) -> Option<(&'a str, CompetencyIx, Judged<'a>)> {
        let role = faults.keep(self.role(file, &cell.role))?;
        let competency = faults.keep(self.competency(file, &cell.competency))?.into();
        let weight = cell.weight.as_ref().map(|weight| on_scale(file, weight, faults));
        let level = cell.level.as_ref().map(|word| faults.keep(level(file, word, &word.value)));
        let is_read = self.reading(role, competency).is_some_and(|cell| !cell.readings.is_empty());
        let lacks = match (cell.weight.is_some(), cell.level.is_some()) {
            (true, true) => None,
            (true, false) => (!is_read).then_some("a `level`, since nobody has read it"),
            (false, true) => (!is_read).then_some("a `weight`, since nobody has read it"),
            (false, false) => Some("a `weight`, a `level` or both"),
        };
        let lacks = lacks.or_else(|| cell.why.trim().is_empty().then_some("its reason behind `why`"));
        if let Some(lacks) = lacks {
            let message = format!("what was judged again needs {lacks}");
            faults.0.push(Diagnostic::at(file, place(&cell.role), "missing-field", message));
            return None;
        }
        let level = level.map_or(Some(None), |level| level.map(Some))?;
        let weight = weight.map_or(Some(None), |weight| weight.map(Some))?;
        Some((role, competency, Judged { weight, level, why: cell.why.trim_end() }))
    }

    /// Cells that are written one by one, each with its reason.
    fn reasoned(
        &self,
        file: FileOf<'_>,
        written: &'a [ReasonedCell],
        faults: &mut Faults,
    ) -> Vec<(&'a str, CompetencyIx, Reading<'a>)> {
        let cell = |cell: &'a ReasonedCell| {
            let role = faults.keep(self.role(file, &cell.role));
            let competency = faults.keep(self.competency(file, &cell.competency));
            let level = faults.keep(level(file, &cell.level, &cell.level.value));
            let weight = Hundredths::of(f64::from(on_scale(file, &cell.weight, faults)?));
            let reading = Reading { weight, level: level?, why: cell.why.trim_end() };
            Some((role?, competency?.into(), reading))
        };
        written.iter().filter_map(cell).collect()
    }

    fn judge(&mut self, role: &'a str, competency: CompetencyIx, judged: Judged<'a>) {
        let cells = self.cells_of(role);
        match cells.iter_mut().find(|cell| cell.competency == competency) {
            Some(cell) => cell.judged = Some(judged),
            None => cells.push(ReadCell { competency, readings: Vec::new(), judged: Some(judged) }),
        }
    }

    fn lay_cell(&mut self, role: &'a str, cell: ReadCell<'a>) {
        let cells = self.cells_of(role);
        match cells.iter_mut().find(|known| known.competency == cell.competency) {
            Some(known) => *known = cell,
            None => cells.push(cell),
        }
    }

    fn cells_of(&mut self, role: &'a str) -> &mut Vec<ReadCell<'a>> {
        let table = &mut self.evidence.readings;
        let at = *self.read.entry(role).or_insert_with(|| {
            table.push(Readings { role, cells: Vec::new() });
            table.len() - 1
        });
        &mut table[at].cells
    }

    /// Returns what readers gave a role for a competency.
    pub fn reading(&self, role: &str, competency: CompetencyIx) -> Option<&ReadCell<'a>> {
        self.readings_of(role).find(|cell| cell.competency == competency)
    }

    /// Returns what readers gave a role.
    pub fn readings_of(&self, role: &str) -> impl Iterator<Item = &ReadCell<'a>> {
        self.read.get(role).into_iter().flat_map(|at| &self.evidence.readings[*at].cells)
    }

    /// Returns the source that readings are, where there are any.
    pub fn readers(&self) -> Option<SourceIx> {
        self.evidence.scoring.readers
    }
}

/// A weight from 0 to 100.
fn on_scale(file: FileOf<'_>, written: &Spanned<Whole<u8>>, faults: &mut Faults) -> Option<u8> {
    let weight = Some(written.value.0).filter(|weight| *weight <= 100);
    if weight.is_none() {
        faults.0.push(off_scale(file, written, 0, 100));
    }
    weight
}

/// Brings the batches of a reading to one scale, and takes the mean where a role stands in several.
fn aligned<'a>(batches: &[Batch<'a>]) -> BTreeMap<&'a str, Reading<'a>> {
    let anchors = anchors(batches);
    let means: Vec<f64> = batches.iter().map(|batch| mean(anchors.iter().map(|role| batch[role].0))).collect();
    let whole = mean(means.iter().copied());
    let mut given: HashMap<&'a str, Vec<Given>> = HashMap::new();
    for (batch, own) in batches.iter().zip(means) {
        let shift = if anchors.is_empty() { 0.0 } else { (whole - own) / 2.0 };
        for (role, (weight, level)) in batch {
            given.entry(role).or_default().push(((weight + shift).clamp(0.0, 100.0), *level));
        }
    }
    let reading = |given: &[Given]| Reading {
        weight: Hundredths::of(mean(given.iter().map(|(weight, _)| *weight))),
        level: (mean(given.iter().map(|(_, level)| *level)) + 0.5).floor() as u8,
        why: "",
    };
    given.into_iter().map(|(role, given)| (role, reading(&given))).collect()
}

/// The roles that stand in every batch.
fn anchors<'a>(batches: &[Batch<'a>]) -> Vec<&'a str> {
    let [first, others @ ..] = batches else { return Vec::new() };
    first.keys().copied().filter(|role| others.iter().all(|batch| batch.contains_key(role))).collect()
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    if count > 0.0 { sum / count } else { 0.0 }
}

/// Reads `80 expert`.
fn given(file: FileOf<'_>, written: &Word) -> Result<Given, Diagnostic> {
    let (weight, level) = written.value.split_once(' ').unwrap_or((&written.value, ""));
    let weight: f64 = weight.parse::<u8>().ok().filter(|weight| *weight <= 100).map(f64::from).ok_or_else(|| {
        let message = format!("`{}` is no weight and level", shown(&written.value));
        Diagnostic::at(file, place(written), "crooked-rating", message)
            .help("a weight from 0 to 100 and a level: `80 expert`")
    })?;
    Ok((weight, f64::from(self::level(file, written, level.trim())?)))
}

/// Reads a level, from 0 (none) to 4 (expert).
fn level(file: FileOf<'_>, written: &Word, level: &str) -> Result<u8, Diagnostic> {
    let names: Vec<&str> = ["none"].into_iter().chain(Proficiency::ALL.map(Proficiency::name)).collect();
    let at = names.iter().position(|name| *name == level);
    at.and_then(|at| u8::try_from(at).ok()).ok_or_else(|| {
        let message = format!("no level is called `{}`", shown(level));
        let help = format!("levels are {}", suggest::all_of(&names));
        Diagnostic::at(file, place(written), "crooked-rating", message).help(help)
    })
}
