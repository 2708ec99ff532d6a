//! What is searched for: words and phrases as they are typed, and as they may be written.
//!
//! A long word is found in longer ones that it begins. A short one begins too many: `r`, `go`, `sql` are
//! matched whole, as are names with signs, `c#` and `.net`. `full-stack`, `full stack` and `fullstack`
//! find the same.

use std::collections::BTreeMap;

use crate::catalog::model::{RoleIx, Section, Tool};
use crate::catalog::{Catalog, Words};
use crate::text::fold;
use crate::text::sorting::Arrange;

/// Words of so many letters are matched whole.
const SHORT: usize = 3;
/// What `.NET` is written as too.
const DOTNET: &str = "dotnet";
/// A word that is put apart has so many letters on each side.
const PART: usize = 2;

/// What one word or quoted phrase of the question stands for.
#[derive(Debug, Clone)]
pub struct Term {
    /// The ways in which it may be written, as it is typed first.
    pub phrases: Vec<Phrase>,
    /// A name that folding takes the sign from: `.net`.
    literal: Option<String>,
    /// The name of a tool that is an everyday word too: prose has it only as it is written here.
    name: Option<String>,
}

/// Words that follow each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    pub words: Vec<String>,
    /// Whether the last word stands whole, or may begin another.
    pub is_whole: bool,
}

/// Where words stand: sections by role.
type Found = BTreeMap<RoleIx, u8>;

impl Phrase {
    fn new(words: Vec<String>) -> Self {
        let is_whole = words.last().is_some_and(|last| is_short(last));
        Self { words, is_whole }
    }

    /// Whether it stands in the words of a text.
    fn stands_in(&self, words: &[String]) -> bool {
        let Some((last, first)) = self.words.split_last() else { return false };
        words.windows(self.words.len()).any(|window| {
            let (end, start) = window.split_last().expect("as long as the phrase");
            start == first && (end == last || is_plural(end, last) || !self.is_whole && end.starts_with(last.as_str()))
        })
    }

    fn found(&self, index: Words<'_>, mask: u8) -> Found {
        let Some((last, first)) = self.words.split_last() else { return Found::new() };
        let found = postings(index, last, self.is_whole, mask);
        first.iter().fold(found, |found, word| both(found, &postings(index, word, true, mask)))
    }

    /// A single letter: it is searched for as it stands, since `R&D` has no R.
    fn letter(&self) -> Option<&String> {
        let is_letter = self.is_whole && self.words.len() == 1 && self.words[0].chars().count() == 1;
        self.words.first().filter(|_| is_letter)
    }
}

impl Term {
    /// Reads a word or a phrase of the question; none where it has no letter.
    pub fn new(catalog: &Catalog<'_>, index: Words<'_>, typed: &str) -> Option<Self> {
        let words = fold::words(typed);
        let [first, rest @ ..] = words.as_slice() else { return None };
        let is_dotted = rest.is_empty() && typed.trim_start().starts_with('.');
        if !is_dotted && words.concat() == DOTNET {
            return Self::new(catalog, index, ".net");
        }
        let literal = is_dotted.then(|| format!(".{first}"));
        let names = if rest.is_empty() && is_short(first) { tool_names(catalog, typed.trim()) } else { Vec::new() };
        let name = names.first().cloned();
        let mut phrases: Vec<Vec<String>> = vec![words.clone()];
        // `Go` is `Golang` too, and `C#` is `C Sharp`.
        let others =
            names.iter().map(|name| fold::words(name)).filter(|other| !is_dotted && !other.starts_with(&words));
        phrases.extend(others);
        phrases.extend(joined(&words));
        phrases.extend(apart(index, &words));
        let mut term = Self { phrases: phrases.into_iter().map(Phrase::new).collect(), literal, name };
        if term.found(index, u8::MAX).is_empty() {
            // Nothing is called so: then it is the beginning of something.
            term.phrases.iter_mut().for_each(|phrase| phrase.is_whole = false);
        }
        Some(term)
    }

    /// Terms that stand side by side may be one word too.
    pub fn join(terms: &mut [Self], index: Words<'_>) {
        for at in 1..terms.len() {
            let word = [&terms[at - 1], &terms[at]].map(|term| term.phrases[0].words.concat()).concat();
            let both = Phrase { words: vec![word], is_whole: false };
            if !postings(index, &both.words[0], true, u8::MAX).is_empty() {
                terms[at - 1].phrases.push(both.clone());
                terms[at].phrases.push(both);
            }
        }
    }

    /// The roles that have it, and in which sections.
    pub fn found(&self, index: Words<'_>, mask: u8) -> Found {
        let mut all = Found::new();
        for (role, sections) in self.phrases.iter().flat_map(|phrase| phrase.found(index, mask)) {
            *all.entry(role).or_default() |= sections;
        }
        all
    }

    /// Whether it stands in a text of a section.
    pub fn stands_in(&self, text: &str, words: &[String], section: Section) -> bool {
        if !self.phrases.iter().any(|phrase| phrase.stands_in(words)) {
            return false;
        }
        // Another name of the tool is no everyday word.
        if self.phrases.iter().skip(1).any(|phrase| phrase.stands_in(words)) {
            return true;
        }
        let is_prose = matches!(section, Section::Summary | Section::Day);
        if let Some(name) = self.name.as_ref().filter(|_| is_prose) {
            return stands_alone(text, name);
        }
        if let Some(literal) = &self.literal {
            return has_dotted(text, literal);
        }
        self.phrases[0].letter().is_none_or(|letter| stands_alone(&fold::letters(text), letter))
    }
}

/// Whether words of this length are matched whole, or have a sign that says where they end.
fn is_short(word: &str) -> bool {
    word.chars().count() <= SHORT || word.contains(['+', '#'])
}

/// `apis` is `api`; of two letters and less no plural is made.
fn is_plural(word: &str, of: &str) -> bool {
    of.chars().count() == SHORT && word.strip_suffix('s') == Some(of)
}

/// Whether a name stands in a text with nothing joined to it.
fn stands_alone(text: &str, name: &str) -> bool {
    let joins = |c: char| fold::is_word(c) || "&-'’/".contains(c);
    // `C/C++` has both; `R&D` neither.
    let ends = |c: Option<char>| c.is_none_or(|c| c == '/' || !joins(c));
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        let next = text[at + name.len()..].trim_start_matches(' ');
        // `C Sharp` is no C.
        let is_sharp = name.len() == 1 && next.get(..5).is_some_and(|next| next.eq_ignore_ascii_case("sharp"));
        ends(after) && ends(before) && !is_sharp
    })
}

/// Whether a name with a dot in front stands in a text: `ASP.NET` has it, the domain `diagrams.net` not.
fn has_dotted(text: &str, name: &str) -> bool {
    let is_end = |rest: &str| !rest.chars().next().is_some_and(fold::is_word);
    let has = |text: &str, name: &str, may_join: bool| {
        text.match_indices(name).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            is_end(&text[at + name.len()..]) && (may_join || !before.is_some_and(fold::is_word))
        })
    };
    has(text, &name.to_uppercase(), true) || has(&fold::letters(text), name, false)
}

/// Returns a tool's names as they are written, the one that was typed first.
fn tool_names(catalog: &Catalog<'_>, typed: &str) -> Vec<String> {
    let names = |tool: Tool<'_>| [tool.title].into_iter().chain(tool.aliases).map(str::to_owned).collect::<Vec<_>>();
    let is_typed = |name: &String| name.eq_ignore_ascii_case(typed);
    let mut named = catalog.tools().map(names).find(|names| names.iter().any(is_typed)).unwrap_or_default();
    named.arrange_by_key(|name| !is_typed(name));
    named
}

/// `full stack` as `fullstack`.
fn joined(words: &[String]) -> Vec<Vec<String>> {
    let pair = |at: usize| {
        let joined = words[at - 1].clone() + &words[at];
        [&words[..at - 1], &[joined], &words[at + 1..]].concat()
    };
    (1..words.len()).map(pair).collect()
}

/// `fullstack` as `full stack`, where both are words of the catalog.
fn apart(index: Words<'_>, words: &[String]) -> Vec<Vec<String>> {
    let [word] = words else { return Vec::new() };
    let is_word = |word: &str| !postings(index, word, true, u8::MAX).is_empty();
    let ends = word.char_indices().map(|(at, _)| at);
    let ends = ends.filter(|at| word[..*at].chars().count() >= PART && word[*at..].chars().count() >= PART);
    let parts = ends.map(|at| word.split_at(at)).filter(|(one, other)| is_word(one) && is_word(other));
    parts.map(|(one, other)| vec![one.to_owned(), other.to_owned()]).collect()
}

/// Where a word stands, whole or as a beginning.
pub fn postings(index: Words<'_>, word: &str, is_whole: bool, mask: u8) -> Found {
    let mut found = Found::new();
    let is_meant = |other: &str| !is_whole || other == word || is_plural(other, word);
    for (_, postings) in index.beginning(word, is_meant) {
        for posting in postings.into_iter().filter(|posting| posting.sections & mask != 0) {
            *found.entry(posting.role).or_default() |= posting.sections & mask;
        }
    }
    found
}

/// What stands in both.
pub fn both(kept: Found, other: &Found) -> Found {
    kept.into_iter().filter_map(|(role, sections)| Some((role, sections | other.get(&role)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_alone() {
        for (text, name, is_so) in [
            ("c/c++ and r", "c", true),
            ("c/c++ and r", "r", true),
            ("r&d, c-level", "r", false),
            ("r&d, c-level", "c", false),
            ("C Sharp", "C", false),
            ("You go on", "Go", false),
            ("in Go, mostly", "Go", true),
        ] {
            assert_eq!(stands_alone(text, name), is_so, "{name} in {text}");
        }
    }

    #[test]
    fn a_name_with_a_dot_is_no_domain() {
        assert!(has_dotted("ASP.NET Core", ".net") && has_dotted("asp and .net", ".net"));
        assert!(!has_dotted("diagrams.net", ".net") && !has_dotted(".network", ".net"));
    }

    #[test]
    fn short_words_are_whole() {
        let stands = |phrase: &str, text: &str| Phrase::new(fold::words(phrase)).stands_in(&fold::words(text));
        assert!(stands("kube", "Kubernetes"));
        assert!(!stands("go", "Google"));
        assert!(stands("api", "REST APIs"));
        assert!(stands("c++", "C/C++"));
        assert!(!stands("c", "C++"));
        assert!(stands("on call", "an on-call rotation"));
    }
}
