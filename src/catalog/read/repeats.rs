//! Lists that have a word twice: the second says nothing, or stood there for another.

use std::collections::HashSet;

use serde_yaml::granit_parser::{Event, Parser, Span};

use crate::catalog::read::diagnostic::{Diagnostic, Place};
use crate::text::harmless::shown;

/// Returns a fault for each word that a list of a text has already. A list is one of words alone; of entries
/// with fields only their readers know what tells two of them apart.
pub fn told(path: &str, text: &str) -> Vec<Diagnostic> {
    if !may_have(text) {
        return Vec::new();
    }
    let mut lists = Lists { path, open: Vec::new(), faults: Vec::new() };
    for (event, span) in Parser::new_from_str(text.strip_prefix('\u{feff}').unwrap_or(text)).flatten() {
        match event {
            Event::SequenceStart(..) => lists.open.push(Some(HashSet::new())),
            Event::MappingStart(..) => lists.open.push(None),
            Event::SequenceEnd | Event::MappingEnd => _ = lists.open.pop(),
            Event::Scalar(value, ..) => lists.word(&value, &span),
            _ => {}
        }
    }
    lists.faults
}

/// The lists that a place of a text lies in, outermost first.
struct Lists<'p> {
    path: &'p str,
    /// The words so far; none of fields.
    open: Vec<Option<HashSet<String>>>,
    faults: Vec<Diagnostic>,
}

impl Lists<'_> {
    fn word(&mut self, value: &str, span: &Span) {
        let Some(Some(seen)) = self.open.last_mut() else { return };
        if value.is_empty() || seen.insert(value.to_owned()) {
            return;
        }
        let number = |number: usize| u32::try_from(number).unwrap_or(0);
        let width = number(value.lines().next().unwrap_or("").chars().count());
        let place = Place { line: number(span.start.line()), column: number(span.start.col()) + 1, width };
        let message = format!("`{}` stands in this list twice", shown(&shortened(value)));
        let fault = Diagnostic::at(self.path, place, "duplicate-entry", message);
        self.faults.push(fault.help("take one of the two out"));
    }
}

/// The beginning of a text, as a message has it.
fn shortened(value: &str) -> String {
    const LONGEST: usize = 60;
    let line = value.lines().next().unwrap_or("");
    let start: String = line.chars().take(LONGEST).collect();
    if start.len() < value.trim_end().len() { format!("{start}…") } else { start }
}

/// Tells whether a list may have a word twice: a file in which no two entries look alike is not read again.
fn may_have(text: &str) -> bool {
    repeats_an_entry(text)
        || text.split('[').skip(1).any(|list| {
            let mut words = HashSet::new();
            let mut words_of = list.split(']').next().unwrap_or("").split([',', '\n']).map(bare);
            words_of.any(|word| !word.is_empty() && !words.insert(word))
        })
}

/// Tells whether two entries begin alike: on the line of their dash, or below it where that only says how
/// the text is broken.
fn repeats_an_entry(text: &str) -> bool {
    let mut entries = HashSet::new();
    let mut is_below = false;
    text.lines().map(str::trim_start).any(|line| {
        let entry = line.strip_prefix("- ").map(bare);
        let begins = entry.or(is_below.then_some(line));
        is_below = entry.is_some_and(|entry| entry.starts_with(['>', '|']));
        begins.is_some_and(|begins| !is_below && !entries.insert(begins))
    })
}

/// A word as it is written, without blanks, quotes and comment.
fn bare(word: &str) -> &str {
    word.split(" #").next().unwrap_or(word).trim().trim_matches(['"', '\''])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn twice(text: &str) -> Vec<String> {
        told("x.yaml", text).into_iter().map(|it| format!("{}:{} {}", it.line, it.column, it.message)).collect()
    }

    #[test]
    fn a_word_that_a_list_has_twice_is_told() {
        let told = |at: &str, word: &str| vec![format!("{at} `{word}` stands in this list twice")];
        assert_eq!(twice("aliases: [A, B, A]\n"), told("1:17", "A"));
        assert_eq!(twice("aliases: [A, 'B', \"B\"]\n"), told("1:19", "B"));
        assert_eq!(twice("- id: a\n  aliases:\n    - A\n    - \"A\"  # again\n"), told("4:7", "A"));
        assert_eq!(twice("- {id: a, onet: [X, \"X\"]}\n"), told("1:21", "X"));
        assert_eq!(twice("rules:\n  skip: [house,\n    warning, house]\n"), told("3:14", "house"));
        assert_eq!(twice("day:\n  - You write.\n  - You write.\n"), told("3:5", "You write."));
        assert_eq!(twice("a: [[x, x]]\n"), told("1:9", "x"));
    }

    #[test]
    fn words_of_two_lists_are_not() {
        for text in [
            "a: [x]\nb: [x]\n",
            "a: [x, [x]]\n",
            "- {id: a, aliases: [x]}\n- {id: a, aliases: [x]}\n",
            "- id: a\n  aliases:\n    - x\n- id: b\n  aliases:\n    - x\n",
            "day:\n  - >-\n    You write.\n  - >-\n    You read.\n",
            "a: [x, X]\n",
        ] {
            assert_eq!(twice(text), Vec::<String>::new(), "{text}");
        }
    }
}
