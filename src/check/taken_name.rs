//! A name that a role of a catalog beneath has too means the role of the catalog on top: its writer is told.

use std::collections::{HashMap, HashSet};

use crate::catalog::Catalog;
use crate::catalog::model::RoleIx;
use crate::catalog::read::diagnostic::{Diagnostic, Place};
use crate::catalog::read::load::RoleFile;
use crate::catalog::read::schema::place;
use crate::check::{Rule, Subject};
use crate::text::fold;
use crate::text::harmless::shown;

pub static RULE: Rule = Rule {
    name: "taken-name",
    what: "a name that a role or an entry of the vocabulary beneath has too finds that of the catalog on top",
    why: "who knows the other one by it is led to yours: that may be meant, or a surprise",
    mend: "leave it, where yours is meant; say `replaces: ROLE` where it stands for the other; else take the name out",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let Some(catalog) = subject.catalog else { return Vec::new() };
    let files: HashMap<&str, &RoleFile> = subject.layer.roles.iter().map(|file| (file.id.as_str(), file)).collect();
    // A role over which a file lies keeps the names beneath that the file does not state.
    let is_written = |id: &str, name: &str| files.get(id).is_some_and(|file| writes(file, name));
    let mut beneath: HashMap<String, Vec<RoleIx>> = HashMap::new();
    for (role, head) in catalog.heads() {
        let prose = catalog.prose(role);
        let names = [head.id, head.title].into_iter().chain(prose.aliases.iter().map(|alias| alias.name));
        for name in names.filter(|name| !is_written(head.id, name)) {
            beneath.entry(fold::key(name)).or_default().push(role);
        }
    }
    subject.layer.roles.iter().flat_map(|file| in_role(&catalog, file, &beneath)).collect()
}

/// Whether a role's file gives it a name: its title, an alias, or the id of a role of its own.
fn writes(file: &RoleFile, name: &str) -> bool {
    let is_own = file.role.title.is_some() && file.id == name;
    let mut names = file.role.title.iter().chain(file.role.aliases.iter().flatten());
    is_own || names.any(|word| fold::key(&word.value) == fold::key(name))
}

fn in_role(catalog: &Catalog<'_>, file: &RoleFile, beneath: &HashMap<String, Vec<RoleIx>>) -> Vec<Diagnostic> {
    let is_shown = catalog.find_id(&file.id).is_some_and(|role| !catalog.head(role).hidden);
    let id = (file.id.as_str(), Place::default());
    let names = file.role.title.iter().chain(file.role.aliases.iter().flatten());
    let names = std::iter::once(id).chain(names.map(|word| (word.value.as_ref(), place(word))));
    let mut seen = HashSet::new();
    let names = names.filter(|(name, _)| is_shown && seen.insert(fold::key(name)));
    let told = names.filter_map(|(name, place)| {
        let others = beneath.get(&fold::key(name))?.iter().map(|role| catalog.id(*role));
        let other = others.into_iter().find(|id| *id != file.id)?;
        let message = format!("the name `{}` finds `{}` now, and not `{other}` of a catalog beneath", shown(name), file.id);
        let help = format!(
            "leave it, if that is meant; `replaces: {other}` in this file says that it stands for the other; or take the name out"
        );
        Some(Diagnostic::at(&file.file, place, RULE.name, message).help(help).warning())
    });
    told.collect()
}
