//! Ids and titles for what a table names.

use std::collections::HashSet;

use crate::text::fold;

/// Longest id of a role.
const LONGEST: usize = 64;
/// What no role may be called: files of that name are something else.
const TAKEN: [&str; 1] = ["catalog"];

/// Ids that are given out, each once.
#[derive(Debug, Default)]
pub struct Ids(HashSet<String>);

impl Ids {
    /// Takes an id out of those to give.
    pub fn take(&mut self, id: &str) {
        self.0.insert(id.to_owned());
    }

    /// Gives an id that says a name; another one, with a number, where it is given already.
    pub fn give(&mut self, name: &str, what: &str) -> String {
        let plain = slug(name);
        let plain = if plain.is_empty() || TAKEN.contains(&plain.as_str()) { what.to_owned() } else { plain };
        let numbered = (2..).map(|number| format!("{plain}-{number}"));
        let id = std::iter::once(plain.clone()).chain(numbered).find(|id| !self.0.contains(id));
        let id = id.expect("numbers do not end");
        self.0.insert(id.clone());
        id
    }
}

/// A name as an id: small letters, digits and hyphens.
pub fn slug(name: &str) -> String {
    let written = name.replace('&', " and ").replace("++", " plus plus").replace('#', " sharp");
    let words = fold::words(&written);
    let plain = words.iter().map(|word| word.chars().filter(char::is_ascii_alphanumeric).collect::<String>());
    let mut slug = plain.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    // A number behind it must fit too.
    slug.truncate(LONGEST - 4);
    slug.trim_matches('-').to_owned()
}

/// Whether the grades of a table are titles by themselves: most of them name their role.
pub fn are_titles(grades: &HashSet<(String, String)>) -> bool {
    let is_whole = |(role, grade): &&(String, String)| has_all(&fold::words(grade), &fold::words(role));
    grades.iter().filter(is_whole).count() * 2 > grades.len()
}

fn has_all(words: &[String], names: &[String]) -> bool {
    names.iter().all(|name| words.contains(name))
}

/// What a role is called at a grade.
pub fn title(role: &str, grade: &str, is_rank: bool, are_titles: bool) -> String {
    let (names, words) = (fold::words(role), fold::words(grade));
    // What stands in brackets is an aside.
    if words.is_empty() || names == words || grade.starts_with('(') {
        return role.to_owned();
    }
    if are_titles || has_all(&words, &names) {
        return grade.to_owned();
    }
    if names.last() == words.last() && words.len() > 1 {
        // `Senior Engineer` of `Software Engineer`.
        let before: Vec<&str> = grade.split_whitespace().collect();
        return format!("{} {role}", before[..before.len() - 1].join(" "));
    }
    match is_rank {
        true => format!("{} {role}", capital(grade)),
        false => format!("{role} {grade}"),
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A text on one line.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grade_makes_a_title() {
        let title = |role: &str, grade: &str, is_rank| title(role, grade, is_rank, false);
        assert_eq!(title("Data Engineer", "", false), "Data Engineer");
        assert_eq!(title("Data Engineer", "Lead data engineer", false), "Lead data engineer");
        assert_eq!(title("Software Engineer", "Senior Engineer", false), "Senior Software Engineer");
        assert_eq!(title("Software Engineer", "senior", true), "Senior Software Engineer");
        assert_eq!(title("Software Engineer", "L3", false), "Software Engineer L3");
        assert_eq!(title("Harbor Master", "(no grades)", false), "Harbor Master");
    }

    #[test]
    fn grades_that_name_their_roles_are_titles() {
        let table = |grades: &[&str]| grades.iter().map(|it| ("Data Analyst".to_owned(), (*it).to_owned())).collect();
        assert!(are_titles(&table(&["Junior data analyst", "Data analyst", "Head of data analysis"])));
        assert!(!are_titles(&table(&["L1", "L2", "Lead data analyst"])));
        assert_eq!(title("Data Analyst", "Head of data analysis", false, true), "Head of data analysis");
    }

    #[test]
    fn an_id_is_given_once() {
        let mut ids = Ids::default();
        assert_eq!(ids.give("C++ Engineer (m/w/d)", "role"), "c-plus-plus-engineer-m-w-d");
        assert_eq!([ids.give("QA & Test", "role"), ids.give("QA and Test", "role")], ["qa-and-test", "qa-and-test-2"]);
        assert_eq!([ids.give("软件", "role"), ids.give("Catalog", "role")], ["role", "role-2"]);
        assert_eq!(slug(&"x".repeat(80)).len(), 60);
    }
}
