//! A role says what it is for; a competency what it is, and what each level of it looks like.

use crate::catalog::Catalog;
use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::load::{In, RoleFile};
use crate::catalog::read::schema;
use crate::catalog::read::schema::place;
use crate::check::{Rule, Subject};

pub static RULE: Rule = Rule {
    name: "left-unsaid",
    what: "a role has a summary; a competency has a definition, and a sentence for each of its levels",
    why: "who assesses herself by a bare name guesses what is asked for",
    mend: "write `summary:` of the role; `definition:` and `levels:` of the competency",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let Some(catalog) = subject.catalog else { return Vec::new() };
    let roles = subject.layer.roles.iter().filter_map(|file| role(&catalog, file));
    let competencies = subject.layer.competencies.iter().filter_map(|written| competency(&catalog, written));
    roles.chain(competencies).collect()
}

fn role(catalog: &Catalog<'_>, file: &RoleFile) -> Option<Diagnostic> {
    let is_unsaid = catalog.prose(catalog.find_id(&file.id)?).summary.is_empty() && file.role.hidden != Some(true);
    let message = format!("the role `{}` has no summary", file.id);
    is_unsaid.then(|| Diagnostic::of_file(&file.file, RULE.name, message).help("write its `summary:`"))
}

fn competency(catalog: &Catalog<'_>, written: &In<schema::Competency>) -> Option<Diagnostic> {
    let id = &written.value.id;
    let (at, _) = catalog.competency_names().enumerate().find(|(_, it)| it.id == id.value.as_ref())?;
    let competency = catalog.competency(at.into());
    let scales = catalog.about().scales;
    let unsaid = competency.steps(&scales).into_iter().filter(|step| step.look.says.is_empty()).map(|step| step.word);
    let definition = competency.definition.is_empty().then_some("definition");
    let lacks: Vec<&str> = definition.into_iter().chain(unsaid).collect();
    let message = format!("the competency `{}` does not say: {}", competency.id, lacks.join(", "));
    let mend = "write its `definition:`, and a sentence for each level under its `levels:`";
    (!lacks.is_empty()).then(|| Diagnostic::at(&written.file, place(id), RULE.name, message).help(mend))
}
