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
    what: "a name that a role of a catalog beneath has too finds the role of the catalog on top",
    why: "who knows the other role by it is led to yours: that may be meant, or a surprise",
    mend: "leave it, where yours is meant; say `replaces: ROLE` where it stands for the other; else take the name out",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let Some(catalog) = subject.catalog else { return Vec::new() };
    let of_layer: HashSet<&str> = subject.layer.roles.iter().map(|file| file.id.as_str()).collect();
    let mut beneath: HashMap<String, Vec<RoleIx>> = HashMap::new();
    for (role, head) in catalog.heads().filter(|(_, head)| !of_layer.contains(head.id)) {
        let prose = catalog.prose(role);
        for name in [head.id, head.title].into_iter().chain(prose.aliases.iter().map(|alias| alias.name)) {
            beneath.entry(fold::key(name)).or_default().push(role);
        }
    }
    subject.layer.roles.iter().flat_map(|file| in_role(&catalog, file, &beneath)).collect()
}

fn in_role(catalog: &Catalog<'_>, file: &RoleFile, beneath: &HashMap<String, Vec<RoleIx>>) -> Vec<Diagnostic> {
    let is_shown = catalog.find_id(&file.id).is_some_and(|role| !catalog.head(role).hidden);
    let id = (file.id.as_str(), Place::default());
    let names = file.role.title.iter().chain(file.role.aliases.iter().flatten());
    let names = std::iter::once(id).chain(names.map(|word| (word.value.as_ref(), place(word))));
    let mut seen = HashSet::new();
    let names = names.filter(|(name, _)| is_shown && seen.insert(fold::key(name)));
    let told = names.filter_map(|(name, place)| {
        let other = catalog.head(*beneath.get(&fold::key(name))?.first()?).id;
        let message = format!("the name `{}` finds `{}` now, and not `{other}` of a catalog beneath", shown(name), file.id);
        let help = format!(
            "leave it, if that is meant; `replaces: {other}` in this file says that it stands for the other; or take the name out"
        );
        Some(Diagnostic::at(&file.file, place, RULE.name, message).help(help).warning())
    });
    told.collect()
}
