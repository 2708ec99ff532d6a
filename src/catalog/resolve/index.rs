//! The indexes by which roles are found: by name, and by name in other languages.

use std::collections::BTreeMap;

use crate::catalog::model::{NameKind, RoleIx};
use crate::catalog::read::diagnostic::{Diagnostic, Place};
use crate::catalog::read::schema::place;
use crate::catalog::resolve::draft::Draft;
use crate::catalog::resolve::role::Resolved;
use crate::catalog::resolve::table::Faults;
use crate::text::fold;

/// Folded names, each with the roles that it names.
pub type Names = BTreeMap<String, Vec<(RoleIx, NameKind)>>;

/// Indexes ids, titles and English aliases. A name that two roles claim is a fault.
pub fn names(roles: &[Resolved<'_>], faults: &mut Faults) -> Names {
    let mut names = Names::new();
    for (role, resolved) in visible(roles) {
        add_name(&mut names, resolved.head.id, role, NameKind::Id);
        add_name(&mut names, resolved.head.title, role, NameKind::Title);
        for alias in &resolved.prose.aliases {
            add_name(&mut names, alias.name, role, NameKind::Alias);
        }
    }
    names.retain(|key, _| !key.is_empty());
    for claims in names.values_mut() {
        claims.sort_by_key(|(role, kind)| (*kind, *role));
        let mut seen = Vec::new();
        claims.retain(|(role, _)| {
            !seen.contains(role) && {
                seen.push(*role);
                true
            }
        });
        faults.0.extend(contested(roles, claims));
    }
    names
}

fn add_name(names: &mut Names, name: &str, role: RoleIx, kind: NameKind) {
    names.entry(fold::key(name)).or_default().push((role, kind));
}

fn contested(roles: &[Resolved<'_>], claims: &[(RoleIx, NameKind)]) -> Option<Diagnostic> {
    // The catalog on top is the one that can be mended.
    let mut claims = claims.to_vec();
    claims.sort_by_key(|(role, _)| roles[role.at()].texts.last().map(|text| text.origin));
    let [(first, _), (second, kind), ..] = claims.as_slice() else { return None };
    let (first, second) = (&roles[first.at()], &roles[second.at()]);
    let key = |name: &str| fold::key(name);
    let name = match kind {
        NameKind::Id => second.head.id,
        NameKind::Title => second.head.title,
        _ => {
            let taken = [first.head.id, first.head.title].map(key);
            let is_taken =
                |name: &str| taken.contains(&key(name)) || first.prose.aliases.iter().any(|a| key(a.name) == key(name));
            second.prose.aliases.iter().map(|alias| alias.name).find(|name| is_taken(name))?
        }
    };
    let message = format!("the name `{name}` already finds `{}`", first.head.id);
    let help = format!("take it out of `{}`, or of `{}`: a name finds one role", second.head.id, first.head.id);
    let path = second.texts.last()?.path;
    let place = second.names.iter().find(|word| &*word.value == name).map_or_else(Place::default, |word| place(word));
    Some(Diagnostic::at(path, place, "two-roles-one-name", message).help(help))
}

/// Indexes the names in other languages. One may stand for several roles.
pub fn foreign(draft: &Draft<'_>, roles: &[Resolved<'_>]) -> BTreeMap<String, Vec<RoleIx>> {
    let mut names: BTreeMap<String, Vec<RoleIx>> = BTreeMap::new();
    for (role, resolved) in visible(roles) {
        let titles = draft.titles_of(resolved.head.id).filter(|titles| titles.language != "en");
        for name in titles.flat_map(|titles| &titles.names) {
            names.entry(fold::key(name)).or_default().push(role);
        }
    }
    names.retain(|key, _| !key.is_empty());
    names.values_mut().for_each(|roles| roles.dedup());
    names
}

fn visible<'r, 'a>(roles: &'r [Resolved<'a>]) -> impl Iterator<Item = (RoleIx, &'r Resolved<'a>)> {
    roles.iter().enumerate().filter(|(_, role)| !role.head.hidden).map(|(at, role)| (at.into(), role))
}
