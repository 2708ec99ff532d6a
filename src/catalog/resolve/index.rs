//! The indexes by which roles are found: by name, and by name in other languages.

use std::collections::{BTreeMap, HashSet};

use crate::catalog::model::{Alias, NameKind, RoleIx};
use crate::catalog::read::diagnostic::{Diagnostic, FileOf, Place};
use crate::catalog::read::schema::place;
use crate::catalog::resolve::draft::Draft;
use crate::catalog::resolve::faults::Faults;
use crate::catalog::resolve::role::Resolved;
use crate::text::fold;

/// Folded names, each with the roles that it names.
pub type Names = BTreeMap<String, Vec<(RoleIx, NameKind)>>;

/// Indexes ids, titles and English aliases. A name that two roles claim is a fault.
pub fn names<'a>(draft: &Draft<'a>, roles: &[Resolved<'a>], faults: &mut Faults) -> Names {
    let mut names = Names::new();
    for (role, resolved) in visible(roles) {
        add_name(&mut names, resolved.head.id, role, NameKind::Id);
        add_name(&mut names, resolved.head.title, role, NameKind::Title);
        for alias in &resolved.prose.aliases {
            add_name(&mut names, alias.name, role, NameKind::Alias);
        }
    }
    names.retain(|key, _| !key.is_empty());
    for (key, claims) in &mut names {
        claims.sort_by_key(|(role, kind)| (*kind, *role));
        let mut seen = Vec::new();
        claims.retain(|(role, _)| {
            !seen.contains(role) && {
                seen.push(*role);
                true
            }
        });
        faults.0.extend(contested(draft, roles, key, claims));
    }
    names
}

/// Keeps the title that another catalog replaced as an alias, where nothing else is called so by now: who
/// knows the role by it still finds it, and no other in its place.
pub fn keep_former<'a>(draft: &Draft<'a>, roles: &mut [Resolved<'a>]) {
    if roles.iter().all(|role| role.former.is_empty()) {
        return;
    }
    let named = |role: &Resolved<'_>| {
        let aliases = role.prose.aliases.iter().map(|alias| fold::key(alias.name));
        [role.head.id, role.head.title].map(fold::key).into_iter().chain(aliases).collect::<Vec<_>>()
    };
    let mut taken: HashSet<String> = visible(roles).flat_map(|(_, role)| named(role)).collect();
    let editorial = draft.editorial();
    for role in roles {
        let former = role.former.iter().filter(|title| taken.insert(fold::key(title)));
        role.prose.aliases.extend(former.map(|name| Alias { name, source: editorial }));
    }
}

fn add_name(names: &mut Names, name: &str, role: RoleIx, kind: NameKind) {
    names.entry(fold::key(name)).or_default().push((role, kind));
}

/// Says that a name finds two roles, where the catalog on top writes it: that one can be mended.
fn contested<'a>(
    draft: &Draft<'a>,
    roles: &[Resolved<'a>],
    key: &str,
    claims: &[(RoleIx, NameKind)],
) -> Option<Diagnostic> {
    if claims.len() < 2 {
        return None;
    }
    let mut claims: Vec<Claim<'_>> =
        claims.iter().map(|(role, kind)| claim(draft, &roles[role.at()], *kind, key)).collect();
    claims.sort_by_key(|claim| claim.file.catalog);
    let [Claim { id: first, file: beneath, .. }, Claim { id: second, name, file, place }, ..] = claims.as_slice()
    else {
        return None;
    };
    let message = format!("the name `{name}` already finds `{first}`");
    let help = match beneath.catalog < file.catalog {
        // The file of the other lies in a catalog that may not be the writer's.
        true => format!(
            "take it out of `{second}`; or write `{first}.yaml` into this catalog, with `hidden: true`, or with \
             `aliases:` of its own: a name finds one role"
        ),
        false => format!("take it out of `{second}`, or of `{first}`: a name finds one role"),
    };
    Some(Diagnostic::at(*file, *place, "two-roles-one-name", message).help(help))
}

/// A name of a role, and where it is written.
struct Claim<'r> {
    id: &'r str,
    name: &'r str,
    file: FileOf<'r>,
    place: Place,
}

/// Finds the name by which a folded one finds a role.
fn claim<'r>(draft: &Draft<'r>, role: &Resolved<'r>, kind: NameKind, key: &str) -> Claim<'r> {
    let id = role.head.id;
    let text = role.texts.last();
    let file = text.map_or(FileOf::from(""), |text| FileOf { path: text.path, catalog: text.origin });
    let is_meant = |name: &str| fold::key(name) == key;
    if kind == NameKind::Id {
        return Claim { id, name: id, file, place: Place::default() };
    }
    if let Some((file, word)) = role.names.iter().find(|(_, word)| is_meant(&word.value)) {
        return Claim { id, name: &word.value, file: *file, place: place(word) };
    }
    let mut names = std::iter::once(role.head.title).chain(role.prose.aliases.iter().map(|alias| alias.name));
    let name = names.find(|name| is_meant(name)).unwrap_or(role.head.title);
    // A role that no file at hand speaks of is one of the catalog beneath.
    let (file, place) =
        draft.sourced.get(&(id, name)).copied().unwrap_or((FileOf { catalog: 0, ..file }, Place::default()));
    Claim { id, name, file, place }
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
