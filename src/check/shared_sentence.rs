//! No two roles share a sentence: one that fits both says nothing of either.

use std::collections::HashMap;

use super::{Rule, Subject, paragraphs, words};
use crate::catalog::diagnostic::Diagnostic;
use crate::catalog::schema::place;

pub static RULE: Rule = Rule {
    name: "shared-sentence",
    what: "no sentence stands in two roles",
    why: "a sentence that fits two roles says nothing of either",
    mend: "write what only this role does, or leave the sentence out",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut seen: HashMap<Vec<String>, &str> = HashMap::new();
    let mut faults = Vec::new();
    for file in &subject.layer.roles {
        for paragraph in paragraphs(file) {
            for sentence in paragraph.value.split_inclusive(['.', '?', '!']) {
                let key = words(sentence);
                if key.len() < 4 {
                    continue;
                }
                let first = *seen.entry(key).or_insert(&file.id);
                if first != file.id {
                    let message = format!("`{first}` says this too: \"{}\"", sentence.trim());
                    let fault = Diagnostic::at(&file.file, place(paragraph), RULE.name, message);
                    faults.push(fault.help(RULE.mend));
                }
            }
        }
    }
    faults
}
