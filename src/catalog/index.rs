//! The indexes by which roles are found: by name, by name in other languages, by word.

use std::collections::BTreeMap;

use super::diagnostic::{Diagnostic, Place};
use super::draft::Draft;
use super::fold;
use super::model::{NameKind, Posting, RoleIx, Section};
use super::role::Resolved;
use super::table::Faults;

/// Folded names, each with the roles that it names.
pub type Names = BTreeMap<String, Vec<(RoleIx, NameKind)>>;
/// Folded words, each with where it stands.
pub type Words = BTreeMap<String, Vec<Posting>>;

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
    let text = second.texts.last()?;
    Some(Diagnostic::at(text.path, place_of(text.text, name), "two-roles-one-name", message).help(help))
}

/// Where a name stands in a file; the whole file where it does not stand there to the letter.
fn place_of(text: &str, name: &str) -> Place {
    let found =
        text.lines().enumerate().find_map(|(line, text)| Some((line, text[..text.find(name)?].chars().count())));
    found.map_or_else(Place::default, |(line, column)| Place {
        line: line as u32 + 1,
        column: column as u32 + 1,
        width: name.chars().count() as u32,
    })
}

/// Indexes the names in other languages. One may stand for several roles.
pub fn foreign(draft: &Draft<'_>, roles: &[Resolved<'_>]) -> BTreeMap<String, Vec<RoleIx>> {
    let mut names: BTreeMap<String, Vec<RoleIx>> = BTreeMap::new();
    for (role, resolved) in visible(roles) {
        let titles = draft.evidence.titles.iter().filter(|t| t.role == resolved.head.id && t.language != "en");
        for name in titles.flat_map(|titles| &titles.names) {
            names.entry(fold::key(name)).or_default().push(role);
        }
    }
    names.retain(|key, _| !key.is_empty());
    names.values_mut().for_each(|roles| roles.dedup());
    names
}

/// Indexes every word of every page.
pub fn words(draft: &Draft<'_>, roles: &[Resolved<'_>]) -> Words {
    let mut words: BTreeMap<String, BTreeMap<RoleIx, u8>> = BTreeMap::new();
    for (role, resolved) in visible(roles) {
        for (section, text) in texts(draft, resolved) {
            for word in fold::words(text) {
                *words.entry(word).or_default().entry(role).or_default() |= 1 << section as u8;
            }
        }
    }
    let postings = |roles: BTreeMap<RoleIx, u8>| roles.into_iter().map(|(role, sections)| Posting { role, sections });
    words.into_iter().map(|(word, roles)| (word, postings(roles).collect())).collect()
}

/// Returns what search looks through, section by section.
fn texts<'r>(draft: &'r Draft<'_>, role: &'r Resolved<'_>) -> Vec<(Section, &'r str)> {
    let mut texts =
        vec![(Section::Title, role.head.title), (Section::Title, role.head.id), (Section::Summary, role.prose.summary)];
    texts.extend(role.prose.aliases.iter().map(|alias| (Section::Alias, alias.name)));
    texts.extend(role.prose.day.iter().map(|paragraph| (Section::Day, *paragraph)));
    for rating in &role.profile.ratings {
        texts.push((Section::Competencies, draft.competencies.records[rating.competency.at()].title));
    }
    for used in &role.profile.tools {
        let tool = &draft.tools.records[used.tool.at()];
        texts.push((Section::Tools, tool.title));
        texts.extend(tool.aliases.iter().map(|alias| (Section::Tools, *alias)));
    }
    texts
}

fn visible<'r, 'a>(roles: &'r [Resolved<'a>]) -> impl Iterator<Item = (RoleIx, &'r Resolved<'a>)> {
    roles.iter().enumerate().filter(|(_, role)| !role.head.hidden).map(|(at, role)| (at.into(), role))
}
