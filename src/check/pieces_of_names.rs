//! A competency names the ESCO skills that speak for it, and not pieces of their names.

use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::schema::place;
use crate::check::{Rule, Subject};

pub static RULE: Rule = Rule {
    name: "pieces-of-names",
    what: "ESCO skills are named whole, in vocabulary/elements",
    why: "a piece of a name finds strangers: `ict` stands in `conflict`, `test` in `latest`",
    mend: "list the skills in vocabulary/elements/esco.yaml, each under one competency: \
           `{source: esco, elements: {COMPETENCY: {direct: [SKILL]}}}`, and take `esco:` out",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let with_pieces = subject.layer.competencies.iter().filter_map(|written| {
        let first = written.value.esco.as_ref()?.first()?;
        let message = format!("`{}` is told by pieces of the names of ESCO skills", written.value.id.value);
        Some(Diagnostic::at(&written.file, place(first), RULE.name, message).help(RULE.mend).warning())
    });
    with_pieces.collect()
}
