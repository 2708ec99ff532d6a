//! Grades within a role: which of them a name says.

use std::collections::{HashMap, HashSet};

use crate::catalog::model::{Edge, Grade, Graded, RoleIx};
use crate::catalog::{Catalog, spelled};
use crate::text::fold;
use crate::text::hint::{Ask, Hint};
use crate::titles::numerals;
use crate::view::Entry;
use crate::view::error::{Error, ticked};

/// What a grade is called: its id, its title, its other names.
pub fn names<'g>(grade: &'g Grade<'_>) -> impl Iterator<Item = &'g str> {
    [grade.id, grade.title].into_iter().chain(grade.aliases.iter().copied())
}

pub fn entry<'a>(grade: &Grade<'a>) -> Entry<'a> {
    Entry { id: grade.id, title: grade.title }
}

/// Returns the grade that a name says of a role: the one whose name or id has the most words of it, whichever numerals
/// they are written in, and by whichever name the role is called before them.
pub fn said(catalog: &Catalog<'_>, role: RoleIx, name: &str) -> Option<usize> {
    let grades = catalog.grades(role);
    if grades.is_empty() {
        return None;
    }
    let head = catalog.head(role);
    let own = [head.id, head.title];
    // The role's own title says no grade, where one is called so too.
    if own.iter().any(|whole| fold::key(whole) == fold::key(name)) {
        return None;
    }
    let own = own.map(numerals::words);
    let readings = readings(catalog, role, numerals::words(name));
    let is_said = |words: &Vec<String>| readings.iter().any(|typed| find(typed, words).is_some());
    let longest = |grade: &Grade<'_>| {
        let words = names(grade).map(numerals::words).filter(|words| !own.contains(words) && is_said(words));
        words.map(|words| words.len()).max()
    };
    let said = grades.iter().enumerate().filter_map(|(at, grade)| Some((longest(grade)?, at)));
    said.max_by_key(|(words, at)| (*words, std::cmp::Reverse(*at))).map(|(_, at)| at)
}

/// The words of a name as they are typed, and with the role's title in the place of each other name of it.
fn readings(catalog: &Catalog<'_>, role: RoleIx, typed: Vec<String>) -> Vec<Vec<String>> {
    let head = catalog.head(role);
    let (title, prose) = (numerals::words(head.title), catalog.prose(role));
    let others = std::iter::once(head.id).chain(prose.aliases.iter().map(|alias| alias.name));
    let in_place = |other: &str| {
        let words = numerals::words(other);
        let at = find(&typed, &words)?;
        Some([&typed[..at], &title, &typed[at + words.len()..]].concat())
    };
    let read: Vec<Vec<String>> = others.filter_map(in_place).collect();
    std::iter::once(typed).chain(read).collect()
}

/// Where words stand in others, one behind the other.
fn find(typed: &[String], words: &[String]) -> Option<usize> {
    (!words.is_empty()).then(|| typed.windows(words.len()).position(|part| part == words))?
}

/// Returns the position of the grade that is called so: by its id, else by its names, else by these in other numerals.
pub fn position(grades: &[Grade<'_>], asked: &str) -> Option<usize> {
    let (key, words) = (fold::key(asked), numerals::words(asked));
    let by_id = grades.iter().position(|grade| fold::key(grade.id) == key);
    let by_name = || grades.iter().position(|grade| names(grade).any(|name| fold::key(name) == key));
    let by_words = || grades.iter().position(|grade| names(grade).any(|name| numerals::words(name) == words));
    by_id.or_else(by_name).or_else(by_words)
}

/// Roles that have a grade of a name, each with its position.
pub type Called = Vec<(RoleIx, usize)>;

/// What the grades of all roles are called, for who asks for many.
#[derive(Default)]
pub struct Names {
    by_id: HashMap<String, Called>,
    by_name: HashMap<String, Called>,
    /// How names are written, where no other spelling counts.
    spelled: Option<HashSet<String>>,
}

impl Names {
    pub fn new(catalog: &Catalog<'_>) -> Self {
        let mut all = Self { spelled: catalog.wants_exact_names().then(HashSet::new), ..Self::default() };
        for Graded { role, grades } in catalog.graded().filter(|graded| !catalog.head(graded.role).hidden) {
            for (at, grade) in grades.iter().enumerate() {
                let spelled = &mut all.spelled;
                let mut note = |map: &mut HashMap<String, Called>, name| {
                    spelled.as_mut().map(|spelled| spelled.insert(spelled::spelling(name)));
                    let called = map.entry(fold::key(name)).or_default();
                    if !called.contains(&(role, at)) {
                        called.push((role, at));
                    }
                };
                note(&mut all.by_id, grade.id);
                names(grade).for_each(|name| note(&mut all.by_name, name));
            }
        }
        all
    }

    /// Returns the roles that have a grade of an id, or else of another name.
    pub fn called(&self, name: &str) -> &[(RoleIx, usize)] {
        let key = fold::key(name);
        if self.spelled.as_ref().is_some_and(|spelled| !spelled.contains(&spelled::spelling(name))) {
            return &[];
        }
        self.by_id.get(&key).or_else(|| self.by_name.get(&key)).map_or(&[], Vec::as_slice)
    }
}

/// Returns the roles that have a grade of an id, or else of another name, each with its position.
pub fn called(catalog: &Catalog<'_>, name: &str) -> Called {
    Names::new(catalog).called(name).to_vec()
}

/// The position of the grade by which a role is left, where the move says one.
pub fn left_by(catalog: &Catalog<'_>, role: RoleIx, edge: &Edge<'_>) -> Option<usize> {
    let id = edge.grade?;
    catalog.grades(role).iter().position(|grade| grade.id == id)
}

/// Says which grade of which role a name means.
pub fn note(catalog: &Catalog<'_>, name: &str, role: RoleIx, at: usize) -> Option<String> {
    let grades = catalog.grades(role);
    let grade = grades.get(at)?;
    Some(format!("{} is grade {} of `{}`", ticked(name), ticked(grade.id), catalog.id(role)))
}

/// Says that several roles have a grade of an id.
pub fn several(catalog: &Catalog<'_>, id: &str, roles: &[(RoleIx, usize)]) -> Error {
    let ids: Vec<&str> = roles.iter().map(|(role, _)| catalog.id(*role)).take(8).collect();
    let asks = ids.iter().take(3).map(|role| Ask::role(format!("{role} {id}")));
    Error::failed(format!("{} is a grade of {} roles: {}", ticked(id), roles.len(), ids.join(", ")))
        .hint(Hint::from("say which: ").then(Hint::one_of(asks).unwrap_or_default()))
}
