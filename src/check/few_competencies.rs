//! A role is measured by eight competencies or more.

use crate::catalog::read::diagnostic::Diagnostic;
use crate::check::{Rule, Subject};

/// Fewest competencies of a role.
const FEWEST: usize = 8;

pub static RULE: Rule = Rule {
    name: "few-competencies",
    what: "a role has weights for eight competencies or more",
    why: "fewer cannot be compared with other roles",
    mend: "map the role to an occupation that is rated, or add estimates under `competencies:` with a reason",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let Some(catalog) = subject.catalog else { return Vec::new() };
    let few = subject.layer.roles.iter().filter_map(|file| {
        let count = catalog.profile(catalog.find_id(&file.id)?).ratings.len();
        let is_few = count < FEWEST && file.role.hidden != Some(true);
        let message = format!("the role has weights for too few competencies: {count}");
        is_few.then(|| Diagnostic::of_file(&file.file, RULE.name, message).help(RULE.mend))
    });
    few.collect()
}
