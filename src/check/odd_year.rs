//! A year in which a digit is wrong shows beside the others.

use std::collections::{BTreeMap, HashMap};

use crate::catalog::read::diagnostic::{Diagnostic, Place};
use crate::catalog::read::load::Layer;
use crate::catalog::read::schema::{Spanned, Whole, place};
use crate::catalog::standing::is_old;
use crate::check::{Rule, Subject};
use crate::text::harmless::shown;
use crate::text::sorting::Arrange;

pub static RULE: Rule = Rule {
    name: "odd-year",
    what: "no source is so new that all others are old beside it, and no figure is newer than its source",
    why: "figures are marked old beside those of the newest source: one wrong digit marks all others",
    mend: "compare it with what the source says of itself",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let Some(catalog) = subject.catalog else { return Vec::new() };
    let years: HashMap<&str, u16> = catalog.sources().filter_map(|it| Some((it.id, it.year?))).collect();
    let mut faults = far_sources(subject.layer, years.values().copied().collect());
    faults.extend(newer_figures(subject.layer, &years));
    faults
}

fn far_sources(layer: &Layer, years: Vec<u16>) -> Vec<Diagnostic> {
    let Some(newest) = newest_but_few(years) else { return Vec::new() };
    let mut faults = Vec::new();
    for source in &layer.sources {
        if let Some(year) = source.value.year.as_ref().filter(|year| year.value.0 > newest) {
            let message =
                format!("`{}` is of {}, and the others are of {newest} at most", source.value.id.value, year.value.0);
            faults.push(Diagnostic::at(&source.file, place(year), RULE.name, message).help(RULE.mend).warning());
        }
    }
    faults
}

/// The last year before a gap beyond which all are old, where hardly a source lies behind it: of a few sources nobody
/// can say which is odd.
fn newest_but_few(mut years: Vec<u16>) -> Option<u16> {
    const FEW: usize = 8;
    years.arrange();
    let is_gap = |at: &usize| is_old(years[at - 1], years[*at]) && FEW * (years.len() - at) <= *at;
    (1..years.len()).find(is_gap).map(|at| years[at - 1])
}

/// A figure as it is written.
struct Figure<'l> {
    file: &'l str,
    at: Place,
    year: u16,
}

impl<'l> Figure<'l> {
    fn new(file: &'l str, year: &Spanned<Whole<u16>>) -> Self {
        Self { file, at: place(year), year: year.value.0 }
    }
}

/// Says once of a source that figures are newer than it is.
fn newer_figures(layer: &Layer, years: &HashMap<&str, u16>) -> Vec<Diagnostic> {
    let mut newer: BTreeMap<&str, Vec<Figure<'_>>> = BTreeMap::new();
    for (source, figure) in published(layer).chain(stated(layer)) {
        if years.get(source).is_some_and(|year| figure.year > *year) {
            newer.entry(source).or_default().push(figure);
        }
    }
    let told = |(source, figures): (&str, Vec<Figure<'_>>)| {
        let Figure { file, at, year } = &figures[0];
        let more = match figures.len() - 1 {
            0 => String::new(),
            1 => ", and so is one more".to_owned(),
            more => format!(", and so are {more} more"),
        };
        let source_year = format!("`{}` is of {}", shown(source), years[source]);
        let message = format!("a figure of {year} is newer than its source{more}: {source_year}");
        Diagnostic::at(*file, *at, RULE.name, message).help(RULE.mend).warning()
    };
    newer.into_iter().map(told).collect()
}

fn published(layer: &Layer) -> impl Iterator<Item = (&str, Figure<'_>)> {
    layer.pay.iter().flat_map(|pay| {
        let rows = pay.value.labels.iter().flat_map(|label| &label.rows);
        rows.map(|row| (pay.value.source.value.as_ref(), Figure::new(&pay.file, &row.year)))
    })
}

/// The salaries of roles and grades; what one does not say, the catalog says of all of them.
fn stated(layer: &Layer) -> impl Iterator<Item = (&str, Figure<'_>)> {
    let about = layer.about.last();
    layer.roles.iter().flat_map(move |file| {
        let grades = file.role.grades.iter().flatten().flat_map(|grade| &grade.salary);
        let salaries = file.role.salary.iter().flatten().chain(grades);
        salaries.filter_map(move |salary| {
            let source = salary.value.source.as_ref().or_else(|| about?.value.pay.source.as_ref())?;
            let own = salary.value.year.as_ref().map(|year| Figure::new(&file.file, year));
            let beneath = || about.and_then(|about| Some(Figure::new(&about.file, about.value.pay.year.as_ref()?)));
            Some((source.value.as_ref(), own.or_else(beneath)?))
        })
    })
}
