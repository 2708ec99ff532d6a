//! A record's own score for each competency, 0 to 1, by the shape of its framework.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::catalog::model::evidence::{Cell, Element, Framework, Record, Shape, Tables};
use crate::catalog::model::{CompetencyIx, Hundredths, Mapping, Match, Proficiency};
use crate::text::sorting::Arrange;

/// What an element that only points to a competency counts, beside one that is the competency.
const WEAK: f64 = 0.5;

/// What a record says of a competency.
#[derive(Clone, Copy, Default)]
struct Own {
    /// None where it is silent, and its silence says nothing.
    score: Option<f32>,
    /// The level, 0 to 100, where the record gives one.
    level: Option<u8>,
}

/// What a framework says of a role: by its records of the best match.
#[derive(Clone, Copy)]
pub struct Spoken {
    pub framework: u32,
    pub quality: Match,
    /// 0 to 1.
    pub score: Option<f64>,
    pub level: Option<u8>,
}

/// The records' own scores, each computed when it is first asked for.
pub struct Raws<'t, 'a> {
    pub tables: &'t Tables<'a>,
    competencies: usize,
    /// By framework, then by element.
    speaking: Vec<HashMap<&'a str, Vec<Element<'a>>>>,
    by_record: Vec<OnceLock<Box<[Own]>>>,
}

impl<'t, 'a> Raws<'t, 'a> {
    pub fn new(tables: &'t Tables<'a>, competencies: usize) -> Self {
        let speaking = tables.frameworks.iter().map(|framework| speaking(tables, framework.name)).collect();
        let by_record = tables.records.iter().map(|_| OnceLock::new()).collect();
        Self { tables, competencies, speaking, by_record }
    }

    /// Returns what each framework that a role maps to says of a competency, in the order of frameworks.
    pub fn spoken(&self, mapping: &Mapping, competency: CompetencyIx) -> Vec<Spoken> {
        let framework = |record: u32| self.tables.records[record as usize].framework;
        let mut frameworks: Vec<u32> = mapping.records.iter().map(|mapped| framework(mapped.record)).collect();
        frameworks.arrange();
        frameworks.dedup();
        let of = |at: u32| mapping.records.iter().filter(move |mapped| framework(mapped.record) == at);
        let spoken = |at: u32| {
            let quality = of(at).map(|mapped| mapped.quality).min()?;
            let best = of(at).filter(|mapped| mapped.quality == quality);
            let own: Vec<Own> = best.map(|mapped| self.own(mapped.record, competency)).collect();
            let score = mean(own.iter().filter_map(|own| own.score).map(f64::from));
            Some(Spoken { framework: at, quality, score, level: own.iter().filter_map(|own| own.level).max() })
        };
        frameworks.into_iter().filter_map(spoken).collect()
    }

    fn own(&self, record: u32, competency: CompetencyIx) -> Own {
        let all = self.by_record[record as usize].get_or_init(|| self.computed(record));
        all.get(competency.at()).copied().unwrap_or_default()
    }

    fn computed(&self, record: u32) -> Box<[Own]> {
        let record = &self.tables.records[record as usize];
        let framework = &self.tables.frameworks[record.framework as usize];
        let speaking = &self.speaking[record.framework as usize];
        let mut sums = vec![Sum::default(); self.competencies];
        let mut whole = 0.0;
        for cell in &record.cells {
            let counts = counts(framework, cell);
            whole += if only_adds(framework, cell) { 0.0 } else { counts };
            for element in speaking.get(cell.element).into_iter().flatten() {
                if let Some(sum) = sums.get_mut(element.competency.at()) {
                    sum.add(framework, record, cell, counts * if element.is_weak { WEAK } else { 1.0 });
                }
            }
        }
        sums.iter().map(|sum| Own { score: sum.score(framework, whole), level: sum.level }).collect()
    }
}

/// The elements of a framework, by name.
fn speaking<'a>(tables: &Tables<'a>, framework: &str) -> HashMap<&'a str, Vec<Element<'a>>> {
    let mut by_name: HashMap<&'a str, Vec<Element<'a>>> = HashMap::new();
    let of = tables.elements.iter().filter(|elements| elements.source == framework);
    for element in of.flat_map(|elements| &elements.elements) {
        by_name.entry(element.name).or_default().push(*element);
    }
    by_name
}

/// What the cells of a record that speak for a competency add up to.
#[derive(Clone, Copy, Default)]
struct Sum {
    /// What counts, and that times its place on the scale.
    counts: f64,
    placed: f64,
    level: Option<u8>,
}

impl Sum {
    fn add(&mut self, framework: &Framework<'_>, record: &Record<'_>, cell: &Cell<'_>, counts: f64) {
        self.counts += counts;
        match framework.shape {
            Shape::Ratings | Shape::Relevance => self.placed += counts * place(framework, cell),
            Shape::Levels if framework.full.contains(&record.code) => {}
            Shape::Levels => self.level = self.level.max(step(framework, cell)),
            Shape::Lists => {}
        }
    }

    /// Ratings have their mean, lists and levels the part of the record that speaks for the competency.
    fn score(&self, framework: &Framework<'_>, whole: f64) -> Option<f32> {
        let score = match framework.shape {
            Shape::Ratings | Shape::Relevance => (self.counts > 0.0).then(|| self.placed / self.counts),
            Shape::Levels | Shape::Lists if self.counts > 0.0 => Some((self.counts / whole.max(1.0)).min(1.0)),
            Shape::Levels | Shape::Lists => framework.is_complete.then_some(0.0),
        };
        score.map(|score| score as f32)
    }
}

/// Where on its scale a rating lies, 0 to 1.
fn place(framework: &Framework<'_>, cell: &Cell<'_>) -> f64 {
    let Some((ends, value)) = framework.ends(cell.element).zip(cell.value) else { return 0.0 };
    (Hundredths(value).value() - ends.lowest.value()) / (ends.highest.value() - ends.lowest.value())
}

/// The level that a step stands for, 0 to 100: by its word, or by its place.
fn step(framework: &Framework<'_>, cell: &Cell<'_>) -> Option<u8> {
    let at = usize::from(cell.value?);
    let by_word = Proficiency::ALL.into_iter().find(|level| framework.steps.get(at) == Some(&level.name()));
    let last = framework.steps.len().saturating_sub(1).max(1);
    Some(by_word.map_or_else(|| (100 * at / last).min(100) as u8, Proficiency::score))
}

fn kind<'f, 'a>(
    framework: &'f Framework<'a>,
    cell: &Cell<'_>,
) -> Option<&'f crate::catalog::model::evidence::Kind<'a>> {
    let is_list = framework.shape == Shape::Lists;
    cell.value.filter(|_| is_list).and_then(|at| framework.kinds.get(usize::from(at)))
}

fn counts(framework: &Framework<'_>, cell: &Cell<'_>) -> f64 {
    kind(framework, cell).map_or(1.0, |kind| kind.counts.value())
}

fn only_adds(framework: &Framework<'_>, cell: &Cell<'_>) -> bool {
    kind(framework, cell).is_some_and(|kind| kind.only_adds)
}

pub fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    (count > 0.0).then(|| sum / count)
}
