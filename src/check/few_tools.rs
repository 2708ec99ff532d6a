//! A role lives in ten tools or more.

use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::schema::place;
use crate::check::{Rule, Subject};

/// Fewest tools of a role that states any.
const FEWEST: usize = 10;

pub static RULE: Rule = Rule {
    name: "few-tools",
    what: "a role that states tools states ten or more",
    why: "fewer tell a reader too little of where the day is spent",
    mend: "add what this person really has open; `roles tools` lists what there is",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let few = subject.layer.roles.iter().filter_map(|file| {
        let tools = file.role.tools.as_ref().filter(|tools| tools.len() < FEWEST)?;
        let message = format!("the role has too few tools: {}", tools.len());
        let fault = match tools.first() {
            Some(first) => Diagnostic::at(&file.file, place(&first.tool), RULE.name, message),
            None => Diagnostic::of_file(&file.file, RULE.name, message),
        };
        Some(fault.help(RULE.mend))
    });
    few.collect()
}
