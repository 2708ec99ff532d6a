//! The indexes by which roles are found: by name, and by name in other languages.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use crate::catalog::model::{Alias, NameKind, RoleIx};
use crate::catalog::read::diagnostic::{Diagnostic, FileOf, Place};
use crate::catalog::read::schema::place;
use crate::catalog::resolve::draft::Draft;
use crate::catalog::resolve::faults::Faults;
use crate::catalog::resolve::replaced;
use crate::catalog::resolve::role::Resolved;
use crate::text::fold;
use crate::text::sorting::Arrange;

/// Folded names, each with the roles that it names.
pub type Names = BTreeMap<String, Vec<(RoleIx, NameKind)>>;

/// Indexes ids, titles and English aliases. A name that two roles of one catalog claim is a fault; of two catalogs
/// the one on top has it. Names of a role that another stands for find that one, where nothing else is called so.
pub fn names<'a>(draft: &Draft<'a>, roles: &[Resolved<'a>], faults: &mut Faults) -> Names {
    let mut names = Names::new();
    for (role, resolved) in visible(roles) {
        each_name(resolved, |name, kind| add_name(&mut names, name, role, kind));
    }
    names.retain(|key, _| !key.is_empty());
    for (key, claims) in &mut names {
        claims.arrange_by_key(|(role, kind)| (*kind, *role));
        let mut seen = Vec::new();
        claims.retain(|(role, _)| {
            !seen.contains(role) && {
                seen.push(*role);
                true
            }
        });
        faults.0.extend(contested(draft, roles, key, claims));
    }
    // `payments-engineer L4` and `Payments Engineer L4` say the grade, where nothing else is called so.
    for (role, resolved) in visible(roles) {
        for grade in &resolved.grades {
            for name in [resolved.head.id, resolved.head.title].map(|name| format!("{name} {}", grade.id)) {
                names.entry(fold::key(&name)).or_insert_with(|| vec![(role, NameKind::Alias)]);
            }
        }
    }
    for (role, replaced) in replaced::replaced_by(roles).into_iter().enumerate() {
        for old in replaced {
            each_name(&roles[old.at()], |name, _| {
                names.entry(fold::key(name)).or_insert_with(|| vec![(role.into(), NameKind::Replaced)]);
            });
        }
    }
    names
}

fn each_name(role: &Resolved<'_>, mut with: impl FnMut(&str, NameKind)) {
    with(role.head.id, NameKind::Id);
    with(role.head.title, NameKind::Title);
    role.prose.aliases.iter().for_each(|alias| with(alias.name, NameKind::Alias));
    let grades = || role.grades.iter();
    grades().for_each(|grade| with(grade.title, NameKind::Alias));
    grades().flat_map(|grade| &grade.aliases).for_each(|alias| with(alias, NameKind::Alias));
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

/// Leaves a name to the role of the catalog on top. Where that has two of them, says so, at the second.
fn contested<'a>(
    draft: &Draft<'a>,
    roles: &[Resolved<'a>],
    key: &str,
    claims: &mut Vec<(RoleIx, NameKind)>,
) -> Option<Diagnostic> {
    if claims.len() < 2 {
        return None;
    }
    let mut claimed: Vec<(Claim<'_>, (RoleIx, NameKind))> =
        claims.iter().map(|entry| (claim(draft, &roles[entry.0.at()], entry.1, key), *entry)).collect();
    // Of one catalog they stay in their order.
    claimed.arrange_by_key(|(claim, _)| Reverse(claim.catalog));
    let top = claimed.first()?.0.catalog;
    let shared = claimed.iter().filter(|(claim, _)| claim.catalog == top).count();
    // Whoever types an id to the letter means the role of that id.
    let is_kept =
        |(at, (_, (_, kind))): &(usize, &(Claim<'_>, (RoleIx, NameKind)))| *at < shared || *kind == NameKind::Id;
    *claims = claimed.iter().enumerate().filter(is_kept).map(|(_, (_, entry))| *entry).collect();
    let [(Claim { id: first, .. }, _), (Claim { id: second, name, file, place, .. }, _), ..] = &claimed[..shared]
    else {
        return None;
    };
    let message = format!("the name `{name}` already finds `{first}`");
    let help = format!("take it out of `{second}`, or of `{first}`: a name finds one role");
    Some(Diagnostic::at(*file, *place, "two-roles-one-name", message).help(help))
}

/// A name of a role, and where it is written.
struct Claim<'r> {
    id: &'r str,
    /// The catalog that gives it the name.
    catalog: u8,
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
        let catalog = role.texts.first().map_or(0, |text| text.origin);
        return Claim { id, catalog, name: id, file, place: Place::default() };
    }
    if let Some((file, word)) = role.names.iter().find(|(_, word)| is_meant(&word.value)) {
        return Claim { id, catalog: file.catalog, name: &word.value, file: *file, place: place(word) };
    }
    let grades = role.grades.iter().flat_map(|grade| std::iter::once(grade.title).chain(grade.aliases.iter().copied()));
    let aliases = role.prose.aliases.iter().map(|alias| alias.name);
    let mut names = std::iter::once(role.head.title).chain(aliases).chain(grades);
    let name = names.find(|name| is_meant(name)).unwrap_or(role.head.title);
    // A role that no file at hand speaks of is one of the catalog beneath.
    let (file, place) =
        draft.sourced.get(&(id, name)).copied().unwrap_or((FileOf { catalog: 0, ..file }, Place::default()));
    Claim { id, catalog: file.catalog, name, file, place }
}

/// Indexes the names in other languages. One may stand for several roles.
pub fn foreign(draft: &Draft<'_>, roles: &[Resolved<'_>]) -> BTreeMap<String, Vec<RoleIx>> {
    let mut names: BTreeMap<String, Vec<RoleIx>> = BTreeMap::new();
    let replaced = replaced::replaced_by(roles);
    for (role, resolved) in visible(roles) {
        let ids = replaced[role.at()].iter().map(|old| roles[old.at()].head.id).chain([resolved.head.id]);
        let titles = ids.flat_map(|id| draft.titles_of(id)).filter(|titles| titles.language != "en");
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
