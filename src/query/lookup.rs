//! Finds roles by the names that people type: exact names first, then titles of adverts, then
//! beginnings. Whatever is no exact name is told in a note.

use crate::catalog::Catalog;
use crate::catalog::model::{NameKind, RoleIx};
use crate::catalog::titles::clean;
use crate::query::grades;
use crate::query::namer::Namer;
use crate::query::{absent, placed};
use crate::text::hint::{Ask, Hint, hint};
use crate::text::sorting::Arrange;
use crate::text::{fold, suggest};
use crate::titles::{Aside, Decision, How, Step, Titles};
use crate::view::error::{Error, ticked};
use crate::view::{PlacedTitle, RoleName};

/// A role that a name finds, and what had to be set aside to find it.
#[derive(Debug, Clone)]
pub struct Found<'a> {
    pub role: RoleIx,
    pub how: How,
    /// The grade of the role that the name says, by its position; none of most names.
    pub grade: Option<usize>,
    /// What of the name had no part in it.
    pub asides: Vec<Aside>,
    /// Said on stderr; none of an exact name.
    pub note: Option<String>,
    /// The same in JSON.
    pub placed: Option<Box<PlacedTitle<'a>>>,
}

impl<'a> Found<'a> {
    fn exact(role: RoleIx) -> Self {
        Self { role, how: How::Exact, grade: None, asides: Vec::new(), note: None, placed: None }
    }

    /// Found by a name of a role that this one stands for.
    fn in_place(catalog: &Catalog<'a>, name: &str, role: RoleIx) -> Self {
        let (head, namer) = (catalog.head(role), Namer::new(*catalog));
        let by = namer.origin(whose(head.origins));
        let note = format!("{} is replaced by `{}` in the catalog `{by}`: showing it", ticked(name), head.id);
        let decision = Decision::shown(role, How::Replaced, 1.0, Step::Unnamed);
        let placed = placed::placed(&namer, name, &decision, &[]);
        let placed = Some(Box::new(placed));
        Self { role, how: How::Replaced, grade: None, asides: Vec::new(), note: Some(note), placed }
    }

    fn noted(titles: &Titles<'a>, name: &str, decision: &Decision, role: RoleIx, note: String) -> Self {
        let asides = titles.aside(name, decision);
        let placed = placed::placed(&Namer::new(titles.catalog), name, decision, &asides);
        Self { role, how: decision.how, grade: None, asides, note: Some(note), placed: Some(Box::new(placed)) }
    }

    /// Says the grade of the role that the name says, where it says one.
    fn graded(self, catalog: &Catalog<'a>, name: &str) -> Self {
        match grades::said(catalog, self.role, name) {
            Some(at) => self.at(catalog, name, at),
            None => self,
        }
    }

    fn at(mut self, catalog: &Catalog<'a>, name: &str, at: usize) -> Self {
        self.grade = Some(at);
        let said = grades::note(catalog, name, self.role, at);
        self.note = self.note.take().into_iter().chain(said).reduce(|note, said| format!("{note}; {said}"));
        let namer = Namer::new(*catalog);
        let mut placed = self.placed.take().unwrap_or_else(|| {
            let decision = Decision::shown(self.role, self.how, 1.0, Step::Unnamed);
            Box::new(placed::placed(&namer, name, &decision, &[]))
        });
        let grade = catalog.grades(self.role).get(at).map(grades::entry);
        placed.role = Some(RoleName { grade, ..namer.role(self.role) });
        self.placed = Some(placed);
        self
    }
}

/// Finds the one role that a name means.
///
/// # Errors
/// Where it means none, or several: with the nearest names, as a command.
pub fn one<'a>(catalog: &Catalog<'a>, name: &str) -> Result<Found<'a>, Error> {
    one_of(&Titles::new(*catalog), name)
}

/// Finds the one role that a name means, as [`one`] does, with what is known of titles.
///
/// # Errors
/// As [`one`].
pub fn one_of<'a>(titles: &Titles<'a>, name: &str) -> Result<Found<'a>, Error> {
    let catalog = &titles.catalog;
    if fold::key(name).is_empty() {
        return Err(absent::nameless(name, "role").hint(absent::all_roles(catalog)));
    }
    if let Some(found) = exact(catalog, name) {
        return Ok(found);
    }
    match grades::called(catalog, name).as_slice() {
        [] => {}
        [(role, at)] => return Ok(Found::exact(*role).at(catalog, name, *at)),
        several => return Err(grades::several(catalog, name, several).role(name)),
    }
    if catalog.wants_exact_names() {
        let abroad = catalog.named_abroad(name);
        return Err(if abroad.is_empty() { unknown(catalog, name, &[]) } else { ambiguous(catalog, name, &abroad) });
    }
    let decision = titles.look_up(name);
    if let Some(role) = decision.role {
        let note = note(titles, name, role, &decision);
        return Ok(Found::noted(titles, name, &decision, role, note).graded(catalog, name));
    }
    let begun = beginnings(catalog, name);
    match begun.as_slice() {
        [role] if titles.say_enough(name, *role) => {
            let note = format!("{} begins a name of `{}`: showing it", ticked(name), catalog.id(*role));
            let begun = Decision::shown(*role, How::Beginning, BEGUN, Step::Unnamed);
            return Ok(Found::noted(titles, name, &begun, *role, note));
        }
        [_, _, ..] if decision.score < LIKELY => return Err(ambiguous(catalog, name, &begun)),
        _ => {}
    }
    Err(undecided(catalog, name, &decision, &begun))
}

/// The topmost of the catalogs that say something of a role.
fn whose(origins: u32) -> u8 {
    u8::try_from(31 - (origins | 1).leading_zeros()).unwrap_or(0)
}

/// Whether a name is none of a role, and as a title may be one of several.
pub fn is_listed(titles: &Titles<'_>, name: &str) -> bool {
    if titles.catalog.wants_exact_names() || whole(&titles.catalog, name).is_some() {
        return false;
    }
    let decision = titles.look_up_words(name);
    decision.role.is_none() && is_likely(&decision)
}

/// Whether several candidates of a title are likely enough to be listed.
fn is_likely(decision: &Decision) -> bool {
    decision.score >= LIKELY && decision.candidates.len() > 1
}

/// Finds the role that has exactly this name, as [`one`] does.
pub fn exact<'a>(catalog: &Catalog<'a>, name: &str) -> Option<Found<'a>> {
    match catalog.called(name) {
        Some((role, NameKind::Replaced)) => Some(Found::in_place(catalog, name, role)),
        _ => whole(catalog, name).map(|role| Found::exact(role).graded(catalog, name)),
    }
}

/// Finds the role that has exactly this name.
pub fn whole(catalog: &Catalog<'_>, name: &str) -> Option<RoleIx> {
    let named = catalog.called(name).map(|(role, _)| role);
    named.or_else(|| match catalog.named_abroad(name).as_slice() {
        [role] => Some(*role),
        _ => None,
    })
}

/// The score of a beginning.
const BEGUN: f32 = 0.8;

/// A score from which on candidates are listed.
const LIKELY: f32 = 0.5;

/// Finds the roles that have a name that begins with these words, the last of them whole.
fn beginnings(catalog: &Catalog<'_>, name: &str) -> Vec<RoleIx> {
    const SHORTEST: usize = 4;
    let key = fold::key(name);
    if key.chars().count() < SHORTEST {
        return Vec::new();
    }
    let words = fold::words(name);
    let mut roles: Vec<RoleIx> =
        catalog.names_beginning(&key).flat_map(|(_, roles)| roles).map(|(role, _)| role).collect();
    roles.arrange();
    roles.dedup();
    let editorial = catalog.about().editorial;
    let begins = |name: &str| fold::words(name).starts_with(&words);
    let is_titled = |role: &RoleIx| begins(catalog.id(*role)) || begins(catalog.head(*role).title);
    roles.retain(|role| {
        let prose = catalog.prose(*role);
        let mut own = prose.aliases.iter().filter(|alias| alias.source == editorial);
        is_titled(role) || own.any(|alias| begins(alias.name))
    });
    // A role that is called so itself goes before one that is called so too.
    roles.arrange_by_key(|role| !is_titled(role));
    roles
}

/// Says what was set aside, that a step is missing, and which steps the ladder has.
fn note(titles: &Titles<'_>, name: &str, role: RoleIx, decision: &Decision) -> String {
    let catalog = &titles.catalog;
    let head = catalog.head(role);
    let mut note = format!("showing `{}`", head.id);
    let aside: Vec<String> = titles.aside(name, decision).iter().map(|aside| ticked(&aside.text)).collect();
    if !aside.is_empty() {
        note.push_str(&format!("; set aside: {}", aside.join(", ")));
    }
    let (read, rest) = clean::read(name);
    if !rest.trim().is_empty() {
        note.push_str(&format!("; only its first {} characters were read", read.chars().count()));
    }
    if let Step::Missing { word } = &decision.step {
        note.push_str(&format!("; no {word} step of {} is in the catalog", catalog.head(titles.base(role)).title));
    }
    if matches!(decision.step, Step::Found { .. } | Step::Missing { .. }) {
        note.push_str(&steps(catalog, role));
    }
    if decision.how == How::FirstOfTwo
        && let Some(second) = decision.candidates.get(1)
    {
        note.push_str(&format!("; the other title: `{}`", catalog.id(second.role)));
    }
    note
}

/// Names the steps of a role's ladder above it.
fn steps(catalog: &Catalog<'_>, role: RoleIx) -> String {
    const NAMED: usize = 4;
    let level = catalog.head(role).level;
    let above: Vec<&str> = catalog
        .ladder(role)
        .into_iter()
        .flat_map(|ladder| ladder.rungs)
        .filter(|rung| rung.rank > level)
        .map(|rung| catalog.id(rung.role))
        .take(NAMED)
        .collect();
    if above.is_empty() { String::new() } else { format!("; its next steps: {}", suggest::one_of(&above)) }
}

fn ambiguous(catalog: &Catalog<'_>, name: &str, roles: &[RoleIx]) -> Error {
    const SHOWN: usize = 8;
    let ids: Vec<&str> = roles.iter().map(|role| catalog.id(*role)).take(SHOWN).collect();
    let more = match roles.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!(", and {more} more"),
    };
    Error::failed(format!("{} may mean {} roles: {}{more}", ticked(name), roles.len(), ids.join(", ")))
        .hint(hint!["say which: ", Ask::role(ids[0])])
        .role(name)
}

/// Lists the candidates of a title, where one of them is likely; else says that nothing is called so.
fn undecided(catalog: &Catalog<'_>, name: &str, decision: &Decision, begun: &[RoleIx]) -> Error {
    let roles: Vec<RoleIx> = decision.candidates.iter().map(|candidate| candidate.role).collect();
    match is_likely(decision) {
        true => ambiguous(catalog, name, &roles),
        false => unknown(catalog, name, &[begun, &roles].concat()),
    }
}

/// Returns the roles that are meant by what is typed of a name: those whose title begins so, else those
/// with any name that does, else those that it means as a title.
pub fn completed(catalog: &Catalog<'_>, typed: &str) -> Vec<RoleIx> {
    const SHORTEST: usize = 2;
    let key = fold::key(typed);
    if key.chars().count() < SHORTEST {
        return Vec::new();
    }
    let mut named: Vec<(RoleIx, NameKind)> = catalog.names_beginning(&key).flat_map(|(_, roles)| roles).collect();
    // Of a role whose title is its id in other letters, the id alone stands among the names.
    let is_own = |kind: NameKind| matches!(kind, NameKind::Id | NameKind::Title);
    if named.iter().any(|(_, kind)| is_own(*kind)) {
        named.retain(|(_, kind)| is_own(*kind));
    }
    let mut roles: Vec<RoleIx> = named.into_iter().map(|(role, _)| role).collect();
    roles.arrange();
    roles.dedup();
    // A role whose own title begins so comes first, and of several the general one.
    let title = |role: &RoleIx| catalog.head(*role).title;
    roles.arrange_by_key(|role| (!fold::key(title(role)).starts_with(&key), title(role).len()));
    if roles.is_empty() {
        let likely = Titles::new(*catalog).look_up(typed).candidates.into_iter();
        roles.extend(likely.filter(|candidate| candidate.score >= LIKELY).map(|candidate| candidate.role));
    }
    roles
}

/// Returns the ids of the roles that a name may mean, nearest first: what the title means, what it may
/// mean, and what is spelled like it.
pub fn suggested<'a>(catalog: &Catalog<'a>, name: &str) -> Vec<&'a str> {
    const SUGGESTED: usize = 3;
    let decision = Titles::new(*catalog).look_up(name);
    let likely = decision.candidates.iter().filter(|candidate| candidate.score >= LIKELY);
    let mut ids: Vec<&str> = likely.map(|candidate| catalog.id(candidate.role)).collect();
    for id in nearest(catalog, name) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids.truncate(SUGGESTED);
    ids
}

/// Says that nothing is called so, with the nearest names as commands.
fn unknown(catalog: &Catalog<'_>, name: &str, candidates: &[RoleIx]) -> Error {
    const SUGGESTED: usize = 3;
    let error = Error::failed(format!("no role is called {}", ticked(name)));
    let mut nearest = nearest(catalog, name);
    for id in candidates.iter().map(|role| catalog.id(*role)) {
        if !nearest.contains(&id) && nearest.len() < SUGGESTED {
            nearest.push(id);
        }
    }
    match nearest.as_slice() {
        [] if catalog.heads().next().is_none() => error.hint(absent::all_roles(catalog)),
        [] => error.hint(hint![
            Ask::of("list"),
            " shows every role; ",
            Ask::of("search").word("WORD"),
            " looks inside them"
        ]),
        ids => {
            let meant = Hint::did_you_mean(ids.iter().copied().map(Ask::role));
            meant.into_iter().fold(error.role(name), Error::hint)
        }
    }
}

/// Returns the ids of the roles whose names are most like a name.
fn nearest<'a>(catalog: &Catalog<'a>, name: &str) -> Vec<&'a str> {
    let mut ids = Vec::new();
    for near in suggest::alike(name, catalog.folded_names(), 12) {
        let Some((role, _)) = catalog.named(near).first().copied() else { continue };
        let id = catalog.id(role);
        if !ids.contains(&id) && ids.len() < 3 {
            ids.push(id);
        }
    }
    ids
}
