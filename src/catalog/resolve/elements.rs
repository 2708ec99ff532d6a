//! Which elements of the sources speak for which competency.

use std::collections::HashMap;

use crate::catalog::model::CompetencyIx;
use crate::catalog::model::evidence::{Element, Elements, Scoring};
use crate::catalog::read::diagnostic::{Diagnostic, FileOf};
use crate::catalog::read::load::{In, Layer};
use crate::catalog::read::schema;
use crate::catalog::read::schema::{Fraction, Spanned, Word, place};
use crate::catalog::resolve::draft::{Draft, ESCO, GDAD, ONET};
use crate::catalog::resolve::evidence::off_scale;
use crate::catalog::resolve::faults::Faults;
use crate::catalog::resolve::once::distinct;
use crate::catalog::score::MOST_SHARE;
use crate::text::harmless::shown;
use crate::text::sorting::Arrange;

impl<'a> Draft<'a> {
    /// Lays the lists of `vocabulary/elements`, then those of competencies: what is stated of a source and a
    /// competency stands in the place of what the catalogs beneath say of the two.
    pub(super) fn lay_elements(&mut self, layer: &'a Layer, catalog: u8, faults: &mut Faults) {
        for written in &layer.elements {
            let (file, value) = (written.of(catalog), &written.value);
            if faults.keep(self.source(file, &value.source)).is_none() {
                continue;
            }
            once(file, value, faults);
            for (word, speaking) in &value.elements.0 {
                let Some(competency) = faults.keep(self.competency(file, word)) else { continue };
                let direct = speaking.direct.iter().map(|name| (name.value.as_ref(), false));
                let weak = speaking.weak.iter().map(|name| (name.value.as_ref(), true));
                self.speak(&value.source.value, competency.into(), direct.chain(weak).collect());
            }
        }
        layer.competencies.iter().for_each(|written| self.lay_own_elements(&written.value));
    }

    /// The elements that a competency's own entry names.
    fn lay_own_elements(&mut self, written: &'a schema::Competency) {
        let schema::Competency { id, onet, gdad, esco, ladders, .. } = written;
        let Some(competency) = self.competencies.find(&id.value).map(CompetencyIx::from) else { return };
        let of_ladders = ladders.iter().flatten().map(|(source, axes)| (source.as_str(), axes));
        let lists =
            [(ONET, onet), (GDAD, gdad)].into_iter().filter_map(|(source, list)| Some((source, list.as_ref()?)));
        for (source, names) in lists.chain(of_ladders) {
            self.speak(source, competency, names.iter().map(|name| (name.value.as_ref(), false)).collect());
        }
        if let Some(pieces) = esco {
            let names = self.with_pieces(ESCO, pieces);
            self.speak(ESCO, competency, names.into_iter().map(|name| (name, false)).collect());
        }
    }

    /// Returns the elements of a source whose names contain one of some pieces, in any case.
    fn with_pieces(&self, source: &str, pieces: &[Word]) -> Vec<&'a str> {
        let Some(framework) = self.framework(source) else { return Vec::new() };
        let pieces: Vec<String> = pieces.iter().map(|piece| piece.value.to_lowercase()).collect();
        let records = self.evidence.records.iter().filter(|record| record.framework == framework);
        let mut names: Vec<&'a str> = records.flat_map(|record| &record.cells).map(|cell| cell.element).collect();
        names.arrange();
        names.dedup();
        names.retain(|name| pieces.iter().any(|piece| name.to_lowercase().contains(piece)));
        names
    }

    fn speak(&mut self, source: &'a str, competency: CompetencyIx, names: Vec<(&'a str, bool)>) {
        let table = &mut self.evidence.elements;
        let at = table.iter().position(|elements| elements.source == source).unwrap_or_else(|| {
            table.push(Elements { source, elements: Vec::new() });
            table.len() - 1
        });
        let elements = &mut table[at].elements;
        elements.retain(|element| element.competency != competency);
        elements.extend(names.into_iter().map(|(name, is_weak)| Element { name, competency, is_weak }));
    }

    pub(super) fn lay_scoring(&mut self, written: &'a In<schema::Scoring>, catalog: u8, faults: &mut Faults) {
        let (file, value) = (written.of(catalog), &written.value);
        let share = faults.keep(share(file, &value.share)).unwrap_or_default();
        let mut shares = Vec::with_capacity(value.shares.0.len());
        for (word, own) in &value.shares.0 {
            let Some(competency) = faults.keep(self.competency(file, word)) else { continue };
            shares.extend(faults.keep(self::share(file, own)).map(|share| (CompetencyIx::from(competency), share)));
        }
        let measured = value.measured.as_ref().map(|written| written.read());
        let Scoring { readers, .. } = self.evidence.scoring;
        self.evidence.scoring = Scoring { readers, share, shares, measured };
    }
}

/// Returns a share in thousandths.
fn share(file: FileOf<'_>, written: &Spanned<Fraction>) -> Result<u16, Diagnostic> {
    match written.value.0 {
        share if (0.0..=MOST_SHARE).contains(&share) => Ok((share * 1000.0).round() as u16),
        _ => Err(off_scale(file, written, 0, MOST_SHARE)),
    }
}

/// Notes elements that a file sorts into two competencies, or twice into one.
fn once(file: FileOf<'_>, written: &schema::Elements, faults: &mut Faults) {
    let mut seen: HashMap<&str, &str> = HashMap::new();
    for (competency, speaking) in &written.elements.0 {
        // What one list has twice is told while files are read.
        for name in distinct(&speaking.direct).chain(distinct(&speaking.weak)) {
            if let Some(first) = seen.insert(&name.value, &competency.value) {
                let message = format!("`{}` speaks for `{first}` already", shown(&name.value));
                let fault = Diagnostic::at(file, place(name), "duplicate-entry", message);
                faults.0.push(fault.help("an element speaks for one competency: take one of the two out"));
            }
        }
    }
}
