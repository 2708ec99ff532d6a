//! Frameworks: one reader for every source of occupations, role levels and positions, by its shape.

use std::collections::BTreeSet;

use crate::catalog::model::Hundredths;
use crate::catalog::model::evidence::{Cell, Ends, Framework, Kind, Record, Shape};
use crate::catalog::read::diagnostic::{Diagnostic, FileOf};
use crate::catalog::read::load::In;
use crate::catalog::read::schema;
use crate::catalog::read::schema::{Decimal, Pairs, Spanned, Word, place};
use crate::catalog::resolve::draft::{Draft, narrow};
use crate::catalog::resolve::entry::words;
use crate::catalog::resolve::evidence::off_scale;
use crate::catalog::resolve::faults::Faults;
use crate::catalog::resolve::pay::hundredths;
use crate::text::harmless::shown;
use crate::text::sorting::Arrange;
use crate::text::suggest;

impl<'a> Draft<'a> {
    /// Lays a framework over the one of its source: each record in the place of the one with its code.
    pub(super) fn lay_framework(&mut self, written: &'a In<schema::Framework>, catalog: u8, faults: &mut Faults) {
        let (file, value) = (written.of(catalog), &written.value);
        let Some(source) = faults.keep(self.source(file, &value.source)) else { return };
        value.seeded_by.iter().for_each(|word| _ = faults.keep(self.source(file, word)));
        let mut reader = Reader { file, faults };
        let framework = Framework {
            source,
            name: &value.source.value,
            shape: value.shape,
            is_complete: value.complete,
            seeded_by: value.seeded_by.as_ref().map(|word| word.value.as_ref()),
            kinds: reader.kinds(value),
            scales: reader.scales(value),
            steps: words(&value.steps),
            full: words(&value.full),
            names: names(&value.names),
        };
        let at = match self.framework(framework.name) {
            Some(at) => at,
            None => {
                self.evidence.frameworks.push(framework.clone());
                self.frameworks.insert(framework.name, narrow(self.evidence.frameworks.len() - 1));
                narrow(self.evidence.frameworks.len() - 1)
            }
        };
        for record in &value.records {
            let cells = reader.cells(&framework, record);
            self.lay_record(Record { framework: at, code: &record.code.value, title: &record.title.value, cells });
        }
        self.evidence.frameworks[at as usize] = framework;
        self.look_at_head(file, value, at, faults);
    }

    /// Notes records and elements that the head of a file speaks of, and that its framework does not have.
    fn look_at_head(&self, file: FileOf<'_>, written: &schema::Framework, framework: u32, faults: &mut Faults) {
        let mut reader = Reader { file, faults };
        let records = || self.evidence.records.iter().filter(|record| record.framework == framework);
        for word in written.full.iter().filter(|word| self.record(framework, &word.value).is_none()) {
            reader.unknown(word, "record", records().map(|record| record.code));
        }
        if written.names.0.is_empty() {
            return;
        }
        let elements: BTreeSet<&str> = records().flat_map(|record| &record.cells).map(|cell| cell.element).collect();
        for (word, _) in written.names.0.iter().filter(|(word, _)| !elements.contains(&*word.value)) {
            reader.unknown(word, "element", elements.iter().copied());
        }
    }
}

fn names(written: &Pairs<Box<str>>) -> Vec<(&str, &str)> {
    let mut names: Vec<(&str, &str)> = written.0.iter().map(|(id, name)| (id.value.as_ref(), name.as_ref())).collect();
    names.arrange();
    names
}

/// Reads one file, and notes what is wrong in it.
struct Reader<'f> {
    file: FileOf<'f>,
    faults: &'f mut Faults,
}

impl Reader<'_> {
    fn kinds<'a>(&mut self, written: &'a schema::Framework) -> Vec<Kind<'a>> {
        let adds = words(&written.adds);
        for word in written.adds.iter().filter(|word| written.kinds.0.iter().all(|(kind, _)| kind.value != word.value))
        {
            self.unknown(word, "kind of item", written.kinds.0.iter().map(|(kind, _)| kind.value.as_ref()));
        }
        let mut kinds = Vec::with_capacity(written.kinds.0.len());
        for (name, counts) in &written.kinds.0 {
            let counts = self.number(counts, Hundredths(0), Hundredths(100));
            let name = name.value.as_ref();
            kinds.push(Kind { name, counts: counts.unwrap_or(Hundredths(0)), only_adds: adds.contains(&name) });
        }
        kinds
    }

    fn scales<'a>(&mut self, written: &'a schema::Framework) -> Vec<Ends<'a>> {
        let by_domain: Vec<(&str, &Vec<Spanned<Decimal>>)> = match &written.scale {
            None => Vec::new(),
            Some(schema::Scale::One(ends)) => vec![("", ends)],
            Some(schema::Scale::ByDomain(Pairs(pairs))) => {
                pairs.iter().map(|(domain, ends)| (domain.value.as_ref(), ends)).collect()
            }
        };
        let needs_one = matches!(written.shape, Shape::Ratings | Shape::Relevance);
        let mut scales = Vec::new();
        for (domain, ends) in &by_domain {
            let numbers: Vec<Hundredths> =
                ends.iter().filter_map(|end| self.number(end, Hundredths(0), Hundredths(60_000))).collect();
            match numbers[..] {
                [lowest, highest] if lowest < highest => scales.push(Ends { domain, lowest, highest }),
                _ => self.crooked(&written.source, "a scale is its lowest and its highest number: `[1, 5]`"),
            }
        }
        if needs_one && by_domain.is_empty() {
            self.crooked(&written.source, "ratings have a scale: add `scale: [1, 5]`");
        }
        scales
    }

    /// What a record says, as the shape of its framework has it.
    fn cells<'a>(&mut self, framework: &Framework<'a>, record: &'a schema::FrameworkRecord) -> Vec<Cell<'a>> {
        let schema::FrameworkRecord { code, ratings, levels, items, relevance, .. } = record;
        let stated = [ratings.is_some(), levels.is_some(), items.is_some(), relevance.is_some()];
        let wanted = [Shape::Ratings, Shape::Levels, Shape::Lists, Shape::Relevance];
        if wanted.iter().zip(stated).any(|(shape, is_stated)| is_stated && *shape != framework.shape) {
            self.crooked(code, "the record is of another shape than its file says");
            return Vec::new();
        }
        match framework.shape {
            Shape::Ratings => self.ratings(framework, ratings.as_ref()),
            Shape::Relevance => self.ratings(framework, relevance.as_ref()),
            Shape::Levels => self.levels(framework, levels.as_ref()),
            Shape::Lists => self.items(framework, items.as_ref()),
        }
    }

    fn ratings<'a>(
        &mut self,
        framework: &Framework<'a>,
        written: Option<&'a Pairs<Spanned<Decimal>>>,
    ) -> Vec<Cell<'a>> {
        let mut cells = Vec::new();
        for (element, value) in written.into_iter().flat_map(|pairs| &pairs.0) {
            let name = element.value.as_ref();
            match framework.ends(name) {
                Some(ends) => {
                    let value = self.number(value, ends.lowest, ends.highest);
                    cells.extend(value.map(|value| Cell { element: name, value: Some(value.0) }));
                }
                None if framework.scales.is_empty() => {}
                None => self.unknown(element, "scale for the domain of", std::iter::empty()),
            }
        }
        cells
    }

    fn levels<'a>(&mut self, framework: &Framework<'a>, written: Option<&'a Pairs<Option<Word>>>) -> Vec<Cell<'a>> {
        let mut cells = Vec::new();
        for (skill, step) in written.into_iter().flat_map(|pairs| &pairs.0) {
            let value = step.as_ref().and_then(|step| {
                let at = framework.steps.iter().position(|known| *known == &*step.value);
                if at.is_none() {
                    self.unknown(step, "step", framework.steps.iter().copied());
                }
                at.and_then(|at| u16::try_from(at).ok())
            });
            cells.push(Cell { element: &skill.value, value });
        }
        cells
    }

    fn items<'a>(&mut self, framework: &Framework<'a>, written: Option<&'a Pairs<Vec<Word>>>) -> Vec<Cell<'a>> {
        let mut cells = Vec::new();
        for (kind, items) in written.into_iter().flat_map(|pairs| &pairs.0) {
            let at = framework.kinds.iter().position(|known| known.name == &*kind.value);
            let Some(at) = at.and_then(|at| u16::try_from(at).ok()) else {
                self.unknown(kind, "kind of item", framework.kinds.iter().map(|kind| kind.name));
                continue;
            };
            cells.extend(items.iter().map(|item| Cell { element: item.value.as_ref(), value: Some(at) }));
        }
        cells
    }

    /// Returns a number that lies on its scale.
    fn number(&mut self, written: &Spanned<Decimal>, lowest: Hundredths, highest: Hundredths) -> Option<Hundredths> {
        let value = self.faults.keep(hundredths(self.file, written, "crooked-rating"))?;
        match u16::try_from(value).map(Hundredths) {
            Ok(value) if (lowest..=highest).contains(&value) => Some(value),
            _ => {
                self.faults.0.push(off_scale(self.file, written, lowest.value(), highest.value()));
                None
            }
        }
    }

    fn crooked(&mut self, word: &Word, help: &str) {
        let message = format!("`{}` cannot be read by its shape", shown(&word.value));
        self.faults.0.push(Diagnostic::at(self.file, place(word), "crooked-rating", message).help(help));
    }

    fn unknown<'n>(&mut self, word: &Word, what: &str, known: impl Iterator<Item = &'n str>) {
        let nearest = suggest::nearest(&word.value, known, 3);
        let message = format!("the file has no {what} `{}`", shown(&word.value));
        let help = suggest::did_you_mean(&nearest)
            .unwrap_or_else(|| "`kinds`, `scale` and `steps` at the head of the file say what there is".to_owned());
        self.faults.0.push(Diagnostic::at(self.file, place(word), "crooked-rating", message).help(help));
    }
}
