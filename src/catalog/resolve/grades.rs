//! Grades within a role, from what its file says to what is baked.

use std::collections::HashSet;

use crate::catalog::model::{Expectation, Grade, PayLabel, Placed, Proficiency};
use crate::catalog::read::diagnostic::{Diagnostic, FileOf};
use crate::catalog::read::schema;
use crate::catalog::read::schema::{Word, place};
use crate::catalog::resolve::draft::Draft;
use crate::catalog::resolve::faults::Faults;
use crate::catalog::resolve::once;
use crate::catalog::resolve::texts;
use crate::catalog::resolve::written::MergedRole;
use crate::text::fold;
use crate::text::harmless::shown;

/// Resolves the grades of a role, each with the bands that became series before.
pub fn grades<'a>(
    draft: &Draft<'a>,
    written: &MergedRole<'a>,
    pay: &[Vec<PayLabel>],
    faults: &mut Faults,
) -> Vec<Grade<'a>> {
    let Some(said) = written.grades else { return Vec::new() };
    look(draft, said.file, said.value, faults);
    let pay = pay.iter().cloned().chain(std::iter::repeat_with(Vec::new));
    said.value.iter().zip(pay).map(|(stated, pay)| grade(draft, said.file, stated, pay, faults)).collect()
}

fn grade<'a>(
    draft: &Draft<'a>,
    file: FileOf<'a>,
    stated: &'a schema::Grade,
    pay: Vec<PayLabel>,
    faults: &mut Faults,
) -> Grade<'a> {
    let (mut levels, mut placed, mut expectations) = (Vec::new(), Vec::new(), Vec::new());
    for rating in &stated.competencies {
        let Some(competency) = faults.keep(draft.competency(file, &rating.competency)) else { continue };
        let level = rating.level.as_ref().and_then(|word| faults.keep(draft.level_of(file, competency, word)));
        levels.extend(level.map(|level| (competency.into(), level.ours.map(Proficiency::score))));
        let stand = level.and_then(|level| level.stand);
        placed.extend(stand.map(|stand| Placed { competency: competency.into(), stand }));
        let words = rating.expects.iter().flat_map(|words| &words.0);
        let says: Vec<&str> = words.filter_map(|word| faults.keep(texts::text(file, "expects", word))).collect();
        expectations.extend((!says.is_empty()).then_some(Expectation { competency: competency.into(), says }));
    }
    Grade {
        id: stated.id.value.trim(),
        title: stated.title.value.trim(),
        aliases: stated.aliases.iter().map(|alias| alias.value.trim()).collect(),
        years: stated.years.as_ref().map(|years| years.value.trim()),
        levels,
        placed,
        expectations,
        pay,
        origin: file.catalog,
    }
}

/// Notes what no list of grades may have: a grade or a name twice, a text that says nothing, a competency or a band
/// twice in one grade.
fn look(draft: &Draft<'_>, file: FileOf<'_>, grades: &[schema::Grade], faults: &mut Faults) {
    for stated in grades {
        let named = [("id", &stated.id), ("title", &stated.title)].into_iter();
        let others = stated.years.iter().map(|word| ("years", word));
        let all = named.chain(others).chain(stated.aliases.iter().map(|alias| ("aliases", alias)));
        all.for_each(|(field, word)| _ = faults.keep(texts::name(file, field, word)));
        once::look_in_grade(file, stated, draft.defaults_of(file), faults);
    }
    twice(file, grades.iter().map(|stated| &stated.id), faults);
    twice(file, grades.iter().flat_map(|stated| std::iter::once(&stated.title).chain(&stated.aliases)), faults);
}

fn twice<'w>(file: FileOf<'_>, words: impl Iterator<Item = &'w Word>, faults: &mut Faults) {
    let mut seen = HashSet::new();
    for word in words.filter(|word| !seen.insert(fold::key(&word.value))) {
        let message = format!("`{}` is a grade of this role already", shown(&word.value));
        let fault = Diagnostic::at(file, place(word), "duplicate-entry", message);
        faults.0.push(fault.help("take one of the two out, or give it a name of its own"));
    }
}

/// The competencies that grades speak of, for the role rates each of them.
pub fn spoken_of<'a>(written: &MergedRole<'a>) -> impl Iterator<Item = (FileOf<'a>, &'a Word)> {
    let grades = written.grades.into_iter().flat_map(|said| said.value.iter().map(move |grade| (said.file, grade)));
    grades.flat_map(|(file, grade)| grade.competencies.iter().map(move |rating| (file, &rating.competency)))
}

/// The names of the grades of a role, where its file writes them.
pub fn names<'a>(written: &MergedRole<'a>) -> impl Iterator<Item = (FileOf<'a>, &'a Word)> {
    let grades = written.grades.into_iter().flat_map(|said| said.value.iter().map(move |grade| (said.file, grade)));
    grades.flat_map(|(file, grade)| std::iter::once(&grade.title).chain(&grade.aliases).map(move |word| (file, word)))
}
