//! A role is reached from another by one kind of move.

use std::collections::HashSet;

use crate::catalog::Catalog;
use crate::catalog::model::Edge;
use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::load::RoleFile;
use crate::catalog::read::schema::{Word, place};
use crate::check::{Rule, Subject};

pub static RULE: Rule = Rule {
    name: "two-kinds-of-move",
    what: "no role is a prerequisite of a role and a lateral move from it",
    why: "a reader cannot tell whether the step leads up or aside",
    mend: "take it out of one of the two lists",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let Some(catalog) = subject.catalog else { return Vec::new() };
    let lateral = subject.layer.roles.iter().filter(|file| file.role.lateral.is_some());
    let checked: HashSet<&str> = lateral.map(|file| file.id.as_str()).collect();
    subject.layer.roles.iter().flat_map(|file| in_role(&catalog, file, &checked)).collect()
}

/// Looks at the moves of the resolved roles at both ends, for another file or catalog may state the other
/// list. Where a file states both, or both files are checked, the lateral move is told of.
fn in_role(catalog: &Catalog<'_>, file: &RoleFile, checked: &HashSet<&str>) -> Vec<Diagnostic> {
    let Some(role) = catalog.find_id(&file.id) else { return Vec::new() };
    let moves = catalog.moves(role);
    let of = |word: &Word| catalog.find_id(&word.value).map(|other| catalog.moves(other));
    let has = |edges: &[Edge<'_>], id: &str| edges.iter().any(|edge| catalog.id(edge.role) == id);
    let fault = |before: &str, after: &str, word: &Word| {
        let message = format!("`{before}` is a prerequisite of `{after}` and a lateral move from it");
        Diagnostic::at(&file.file, place(word), RULE.name, message).help(RULE.mend)
    };
    let mut faults = Vec::new();
    for word in file.role.lateral.iter().flatten() {
        if has(&moves.prerequisites, &word.value) {
            faults.push(fault(&word.value, &file.id, word));
        } else if of(word).is_some_and(|moves| has(&moves.prerequisites, &file.id)) {
            faults.push(fault(&file.id, &word.value, word));
        }
    }
    if !faults.is_empty() {
        return faults;
    }
    for word in file.role.prerequisites.iter().flatten() {
        let is_aside = has(&moves.lateral, &word.value);
        let is_back = !checked.contains(&*word.value) && of(word).is_some_and(|moves| has(&moves.lateral, &file.id));
        if is_aside || is_back {
            faults.push(fault(&word.value, &file.id, word));
        }
    }
    faults
}
