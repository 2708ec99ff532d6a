//! Which roles of a table lie over roles of the catalog beneath, and the ids of the others.

use std::collections::HashMap;

use crate::catalog::Catalog;
use crate::catalog::model::{NameKind, RoleIx};
use crate::table::made::Role;
use crate::table::names::Ids;
use crate::text::fold;

/// Gives each role its id: that of the role beneath that has its title, or else has it as an alias and no other
/// role of the table for itself; a new one to the rest.
pub fn over(catalog: &Catalog<'_>, roles: &mut [Role]) {
    let mut taken: HashMap<RoleIx, usize> = HashMap::new();
    let mut placed = vec![false; roles.len()];
    for is_alias in [false, true] {
        for (at, role) in roles.iter().enumerate() {
            if placed[at] {
                continue;
            }
            if let Some(beneath) = named(catalog, &role.title, is_alias) {
                placed[at] = *taken.entry(beneath).or_insert(at) == at;
            }
        }
    }
    let mut ids = Ids::default();
    catalog.roles().for_each(|role| ids.take(catalog.id(role)));
    let places: HashMap<usize, RoleIx> = taken.into_iter().map(|(role, at)| (at, role)).collect();
    let titles: Vec<String> = roles.iter().map(|role| fold::key(&role.title)).collect();
    for (at, role) in roles.iter_mut().enumerate() {
        match places.get(&at) {
            Some(beneath) => {
                catalog.id(*beneath).clone_into(&mut role.id);
                role.is_over = true;
                role.aliases = kept(catalog, *beneath, &titles);
            }
            None => role.id = ids.give(&role.title, "role"),
        }
    }
}

/// The role that a title names: by its title or id, or by an alias.
fn named(catalog: &Catalog<'_>, title: &str, is_alias: bool) -> Option<RoleIx> {
    let found = catalog.named(&fold::key(title));
    let is_meant = |kind: &NameKind| match kind {
        NameKind::Id | NameKind::Title => !is_alias,
        NameKind::Alias => is_alias,
        // Which role stands for another is not the table's to say.
        NameKind::Translation | NameKind::Replaced => false,
    };
    found.into_iter().find(|(_, kind)| is_meant(kind)).map(|(role, _)| role)
}

/// The aliases that a role beneath keeps; none where the table takes none of them away.
fn kept(catalog: &Catalog<'_>, role: RoleIx, titles: &[String]) -> Option<Vec<String>> {
    let aliases = catalog.prose(role).aliases;
    let is_free = |name: &str| !titles.contains(&fold::key(name));
    let kept: Vec<String> = aliases.iter().map(|it| it.name.to_owned()).filter(|name| is_free(name)).collect();
    (kept.len() < aliases.len()).then_some(kept)
}
