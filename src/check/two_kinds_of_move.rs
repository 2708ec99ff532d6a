//! A role is reached from another by one kind of move.

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
    subject.layer.roles.iter().flat_map(|file| in_role(&catalog, file)).collect()
}

/// Looks at the moves of the resolved role, for another catalog may state the other list.
fn in_role(catalog: &Catalog<'_>, file: &RoleFile) -> Vec<Diagnostic> {
    let Some(role) = catalog.find_id(&file.id) else { return Vec::new() };
    let moves = catalog.moves(role);
    let has = |edges: &[Edge<'_>], word: &Word| edges.iter().any(|edge| catalog.head(edge.role).id == &*word.value);
    let (before, aside) = (file.role.prerequisites.iter().flatten(), file.role.lateral.iter().flatten());
    // Where one file states both lists, the place is told once.
    let aside: Vec<&Word> = aside.filter(|word| has(&moves.prerequisites, word)).collect();
    let before = before.filter(|word| has(&moves.lateral, word)).filter(|_| aside.is_empty());
    let fault = |word: &Word| {
        let message = format!("`{}` is a prerequisite of `{}` and a lateral move from it", word.value, file.id);
        Diagnostic::at(&file.file, place(word), RULE.name, message).help(RULE.mend)
    };
    aside.iter().copied().chain(before).map(fault).collect()
}
