//! No two roles share a sentence: one that fits both says nothing of either.

use std::collections::HashMap;

use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::schema::place;
use crate::check::{Rule, Subject};

pub static RULE: Rule = Rule {
    name: "shared-sentence",
    what: "no sentence stands in two roles",
    why: "a sentence that fits two roles says nothing of either",
    mend: "write what only this role does, or leave the sentence out",
    look: Some(look),
};

/// Fewest words of a sentence that says something.
const FEWEST: usize = 4;

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut seen: HashMap<&[u32], &str> = HashMap::new();
    let mut faults = Vec::new();
    for paragraph in &subject.paragraphs {
        let file = paragraph.file;
        for (sentence, words) in paragraph.sentences().filter(|(_, words)| words.len() >= FEWEST) {
            let first = *seen.entry(words).or_insert(&file.id);
            if first != file.id {
                let message = format!("`{first}` says this too: \"{}\"", sentence.trim());
                faults.push(Diagnostic::at(&file.file, place(paragraph.text), RULE.name, message).help(RULE.mend));
            }
        }
    }
    faults
}
