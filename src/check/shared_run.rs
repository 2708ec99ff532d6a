//! No two roles share eight words in a row: text is written for a role, not carried over.

use std::collections::HashMap;

use super::{Rule, Subject, paragraphs, words};
use crate::catalog::diagnostic::Diagnostic;
use crate::catalog::schema::place;

/// How many words in a row make a run.
const RUN: usize = 8;

pub static RULE: Rule = Rule {
    name: "shared-run",
    what: "no run of eight words stands in two roles",
    why: "text that was carried over is text that nobody wrote for the role",
    mend: "write the sentence anew",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut seen: HashMap<Vec<String>, &str> = HashMap::new();
    let mut faults = Vec::new();
    for file in &subject.layer.roles {
        for paragraph in paragraphs(file) {
            let words = words(&paragraph.value);
            let shared = words.windows(RUN).find_map(|run| {
                let first = *seen.entry(run.to_vec()).or_insert(&file.id);
                (first != file.id).then(|| (first, run.join(" ")))
            });
            if let Some((first, run)) = shared {
                let message = format!("`{first}` has this run of words too: \"{run}\"");
                faults.push(Diagnostic::at(&file.file, place(paragraph), RULE.name, message).help(RULE.mend));
            }
        }
    }
    faults
}
