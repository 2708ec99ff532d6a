//! Nobody starts at the top: a role above the entry ranks has a role that leads to it.

use crate::catalog::read::diagnostic::Diagnostic;
use crate::check::{Rule, Subject};

/// The highest rank at which people enter from outside.
const ENTRY: u8 = 3;

pub static RULE: Rule = Rule {
    name: "unreachable-role",
    what: "a role above rank 3 has a prerequisite",
    why: "a reader asks how to get there",
    mend: "add the role that people usually hold before under `prerequisites:`",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let Some(catalog) = subject.catalog else { return Vec::new() };
    let unreachable = subject.layer.roles.iter().filter_map(|file| {
        let role = catalog.find_id(&file.id)?;
        let head = catalog.head(role);
        let is_unreachable = !head.hidden && head.level > ENTRY && catalog.moves(role).prerequisites.is_empty();
        let message = format!("nothing leads to `{}`", file.id);
        is_unreachable.then(|| Diagnostic::of_file(&file.file, RULE.name, message).help(RULE.mend))
    });
    unreachable.collect()
}
