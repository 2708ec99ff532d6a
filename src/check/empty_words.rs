//! Words that praise a role, or fill a line, tell nobody what the work is.

use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::schema::place;
use crate::check::prose::Paragraph;
use crate::check::{Rule, Subject};

const WORDS: [&str; 22] = [
    "passionate",
    "world-class",
    "fast-paced",
    "rockstar",
    "ninja",
    "guru",
    "cutting-edge",
    "best-in-class",
    "synergy",
    "wear many hats",
    "wears many hats",
    "bridge the gap",
    "bridges the gap",
    "at the heart of",
    "at its core",
    "no two days are",
    "plays a crucial role",
    "plays a key role",
    "plays a vital role",
    "seamless",
    "robust solutions",
    "thrives",
];

pub static RULE: Rule = Rule {
    name: "empty-words",
    what: "no praise, no filler",
    why: "a reader wants to know what the work is; a word that fits any role is no help",
    mend: "say what is done instead, or leave the words out",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for Paragraph { file, text, .. } in &subject.paragraphs {
        let lower = text.value.to_lowercase();
        for word in WORDS.iter().filter(|word| lower.contains(*word)) {
            let message = format!("`{word}` says nothing of this role");
            faults.push(Diagnostic::at(&file.file, place(text), RULE.name, message).help(RULE.mend));
        }
    }
    faults
}
