//! Grades within a role: which of them a name says.

use crate::catalog::Catalog;
use crate::catalog::model::{Grade, RoleIx};
use crate::text::{fold, suggest};
use crate::view::Entry;
use crate::view::error::{Error, ticked};

/// What a grade is called: its id, its title, its other names.
pub fn names<'g>(grade: &'g Grade<'_>) -> impl Iterator<Item = &'g str> {
    [grade.id, grade.title].into_iter().chain(grade.aliases.iter().copied())
}

pub fn entry<'a>(grade: &Grade<'a>) -> Entry<'a> {
    Entry { id: grade.id, title: grade.title }
}

/// Returns the grade that a name says of a role: the one whose name or id has the most words of it.
pub fn said(catalog: &Catalog<'_>, role: RoleIx, name: &str) -> Option<usize> {
    let grades = catalog.grades(role);
    if grades.is_empty() {
        return None;
    }
    let head = catalog.head(role);
    let typed = fold::words(name);
    let has = |words: &[String]| !words.is_empty() && typed.windows(words.len()).any(|part| part == words);
    // The role's own title says no grade, where one is called so too.
    let is_whole = [head.id, head.title].iter().any(|whole| fold::key(whole) == fold::key(name));
    let longest = |grade: &Grade<'_>| {
        let words = names(grade).map(fold::words).filter(|words| has(words));
        words.map(|words| words.len()).max()
    };
    let said = grades.iter().enumerate().filter_map(|(at, grade)| Some((longest(grade)?, at)));
    said.max_by_key(|(words, at)| (*words, std::cmp::Reverse(*at))).map(|(_, at)| at).filter(|_| !is_whole)
}

/// Returns the roles that have a grade of an id, each with its position.
pub fn called(catalog: &Catalog<'_>, id: &str) -> Vec<(RoleIx, usize)> {
    let key = fold::key(id);
    let of = |graded: crate::catalog::model::Graded<'_>| {
        let at = graded.grades.iter().position(|grade| fold::key(grade.id) == key)?;
        Some((graded.role, at))
    };
    catalog.graded().filter_map(of).filter(|(role, _)| !catalog.head(*role).hidden).collect()
}

/// Says which grade of which role a name means.
pub fn note(catalog: &Catalog<'_>, name: &str, role: RoleIx, at: usize) -> Option<String> {
    let grades = catalog.grades(role);
    let grade = grades.get(at)?;
    Some(format!("{} is grade {} of `{}`", ticked(name), ticked(grade.id), catalog.head(role).id))
}

/// Says that several roles have a grade of an id.
pub fn several(catalog: &Catalog<'_>, id: &str, roles: &[(RoleIx, usize)]) -> Error {
    let ids: Vec<&str> = roles.iter().map(|(role, _)| catalog.head(*role).id).take(8).collect();
    let commands: Vec<String> = ids.iter().take(3).map(|role| format!("roles show {role} {id}")).collect();
    let commands: Vec<&str> = commands.iter().map(String::as_str).collect();
    Error::failed(format!("{} is a grade of {} roles: {}", ticked(id), roles.len(), ids.join(", ")))
        .hint(format!("say which: {}", suggest::one_of(&commands)))
}
