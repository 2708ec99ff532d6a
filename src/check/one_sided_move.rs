//! A lateral move stands in the files of both roles.

use std::collections::HashSet;

use crate::catalog::model::Edge;
use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::schema::place;
use crate::check::{Rule, Subject};

pub static RULE: Rule = Rule {
    name: "one-sided-move",
    what: "of two roles of a catalog, each lists the lateral move to the other, or neither does",
    why: "a move aside goes both ways: who holds the other role is not told of it",
    mend: "write it in both files, or take it out",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let Some(catalog) = subject.catalog else { return Vec::new() };
    let written: HashSet<&str> = subject.layer.roles.iter().map(|file| file.id.as_str()).collect();
    let mut faults = Vec::new();
    for file in &subject.layer.roles {
        for word in file.role.lateral.iter().flatten().filter(|word| written.contains(&*word.value)) {
            let (Some(role), Some(other)) = (catalog.find_id(&file.id), catalog.find_id(&word.value)) else { continue };
            let leads_back = |edges: &[Edge<'_>]| edges.iter().any(|edge| edge.role == role);
            let moves = catalog.moves(other);
            // What is hidden, and what leads up as well, is told by rules of their own.
            let is_told = [role, other].into_iter().any(|role| catalog.head(role).hidden)
                || leads_back(&moves.prerequisites)
                || leads_back(&moves.next);
            if !is_told && role != other && !leads_back(&moves.lateral) {
                let message = format!("`{}` leads aside to `{}`, and not the other way", file.id, word.value);
                faults.push(Diagnostic::at(&file.file, place(word), RULE.name, message).help(RULE.mend).warning());
            }
        }
    }
    faults
}
