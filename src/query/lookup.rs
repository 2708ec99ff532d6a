//! Finds roles by the names that people type: exact names first, then titles of adverts, then
//! beginnings. Whatever is no exact name is told in a note.

use crate::catalog::Catalog;
use crate::catalog::model::RoleIx;
use crate::query::namer::Namer;
use crate::query::title;
use crate::text::{fold, suggest};
use crate::titles::{Decision, How, Step, Titles};
use crate::view::PlacedTitle;
use crate::view::error::{Error, ticked};

/// A role that a name finds, and what had to be set aside to find it.
#[derive(Debug, Clone)]
pub struct Found<'a> {
    pub role: RoleIx,
    /// Said on stderr; none of an exact name.
    pub note: Option<String>,
    /// The same in JSON.
    pub placed: Option<Box<PlacedTitle<'a>>>,
}

impl<'a> Found<'a> {
    fn exact(role: RoleIx) -> Self {
        Self { role, note: None, placed: None }
    }

    fn noted(catalog: &Catalog<'a>, name: &str, decision: &Decision, role: RoleIx, note: String) -> Self {
        let placed = title::placed(&Namer::new(*catalog), name, decision);
        Self { role, note: Some(note), placed: Some(Box::new(placed)) }
    }
}

/// Finds the one role that a name means.
///
/// # Errors
/// Where it means none, or several: with the nearest names, as a command.
pub fn one<'a>(catalog: &Catalog<'a>, name: &str) -> Result<Found<'a>, Error> {
    if fold::key(name).is_empty() {
        return Err(Error::failed("a role's name is empty").hint("`roles list` shows every role"));
    }
    if let Some(role) = whole(catalog, name) {
        return Ok(Found::exact(role));
    }
    if catalog.wants_exact_names() {
        let abroad = catalog.named_abroad(&fold::key(name));
        return Err(if abroad.is_empty() { unknown(catalog, name, &[]) } else { ambiguous(catalog, name, &abroad) });
    }
    let titles = Titles::new(*catalog);
    let decision = titles.look_up(name);
    if let Some(role) = decision.role {
        return Ok(Found::noted(catalog, name, &decision, role, note(&titles, role, &decision)));
    }
    let begun = beginnings(catalog, name);
    match begun.as_slice() {
        [role] if titles.say_enough(name, *role) => {
            let note = format!("{} begins a name of `{}`: showing it", ticked(name), catalog.head(*role).id);
            let begun = Decision::shown(*role, How::Beginning, BEGUN, Step::Unnamed);
            return Ok(Found::noted(catalog, name, &begun, *role, note));
        }
        [_, _, ..] if decision.score < LIKELY => return Err(ambiguous(catalog, name, &begun)),
        _ => {}
    }
    Err(undecided(catalog, name, &decision, &begun))
}

/// Finds the role that has exactly this name, as [`one`] does.
pub fn exact<'a>(catalog: &Catalog<'a>, name: &str) -> Option<Found<'a>> {
    whole(catalog, name).map(Found::exact)
}

/// Finds the role that has exactly this name.
pub fn whole(catalog: &Catalog<'_>, name: &str) -> Option<RoleIx> {
    let key = fold::key(name);
    let named = catalog.named(&key).first().map(|(role, _)| *role);
    named.or_else(|| match catalog.named_abroad(&key).as_slice() {
        [role] => Some(*role),
        _ => None,
    })
}

/// Finds the one role that all words together mean.
///
/// # Errors
/// As [`one`]; and where the words name several roles.
pub fn only<'a>(catalog: &Catalog<'a>, words: &[String]) -> Result<Found<'a>, Error> {
    let mut found = several(catalog, words)?;
    match (found.pop(), found.first()) {
        (Some(only), None) => Ok(only),
        (_, first) => {
            let id = first.map_or("", |first| catalog.head(first.role).id);
            Err(Error::failed(format!("{} names more than one role", ticked(&words.join(" "))))
                .hint(format!("this command takes one role: `{id}`")))
        }
    }
}

/// Finds the roles that words mean, so that quotes are not needed: exact names one after the other,
/// else one title of all words, else a title a word.
///
/// # Errors
/// As [`one`], for all words together, or for the first that finds nothing.
pub fn several<'a>(catalog: &Catalog<'a>, words: &[String]) -> Result<Vec<Found<'a>>, Error> {
    if let Some(roles) = exact_names(catalog, words) {
        return Ok(roles.into_iter().map(Found::exact).collect());
    }
    let all = words.join(" ");
    let together = one(catalog, &all);
    if together.is_ok() || words.len() == 1 {
        return together.map(|found| vec![found]);
    }
    let mut found = Vec::new();
    let mut rest = words;
    while !rest.is_empty() {
        match first(catalog, rest) {
            Ok((role, used)) => {
                found.push(role);
                rest = &rest[used..];
            }
            // A miss speaks of the words together, unless they were told apart.
            Err(_) if found.is_empty() && !words.iter().any(|word| word.contains(' ')) => {
                return together.map(|it| vec![it]);
            }
            Err(error) => return Err(error),
        }
    }
    Ok(found)
}

/// Finds a role for each end of a way: the words are parted wherever both halves have a meaning, exact
/// names before titles.
///
/// # Errors
/// As [`several`].
pub fn ends<'a>(catalog: &Catalog<'a>, words: &[String]) -> Result<Vec<Found<'a>>, Error> {
    if words.len() == 2 {
        return words
            .iter()
            .map(|word| one(catalog, word))
            .collect::<Result<_, _>>()
            .or_else(|error| one(catalog, &words.join(" ")).map(|found| vec![found]).map_err(|_| error));
    }
    if words.len() < 2 || exact_names(catalog, words).is_some() {
        return several(catalog, words);
    }
    let half = |words: &[String]| one(catalog, &words.join(" ")).ok();
    let splits = (1..words.len()).filter_map(|at| Some([half(&words[..at])?, half(&words[at..])?]));
    let exact = |ends: &[Found<'a>; 2]| ends.iter().filter(|found| found.note.is_none()).count();
    match splits.max_by_key(exact) {
        Some(ends) if exact(&ends) > 0 => Ok(ends.to_vec()),
        _ => several(catalog, words),
    }
}

/// Parts words into exact names, as few as there are.
fn exact_names(catalog: &Catalog<'_>, words: &[String]) -> Option<Vec<RoleIx>> {
    let each: Option<Vec<RoleIx>> = words.iter().map(|word| whole(catalog, word)).collect();
    if each.is_some() {
        return each;
    }
    let mut best: Vec<Option<Vec<RoleIx>>> = vec![None; words.len() + 1];
    best[0] = Some(Vec::new());
    for end in 1..=words.len() {
        for start in end.saturating_sub(LONGEST_NAME)..end {
            let Some(before) = best[start].clone() else { continue };
            let is_fewer = best[end].as_ref().is_none_or(|known| known.len() > before.len() + 1);
            if let Some(role) = is_fewer.then(|| whole(catalog, &words[start..end].join(" "))).flatten() {
                best[end] = Some(before.into_iter().chain([role]).collect());
            }
        }
    }
    best.pop().flatten()
}

/// Finds the role that the first words mean, and how many of them name it.
///
/// # Errors
/// As [`one`].
pub fn first<'a>(catalog: &Catalog<'a>, words: &[String]) -> Result<(Found<'a>, usize), Error> {
    for used in (2..=words.len().min(LONGEST_NAME)).rev() {
        if let Some(role) = whole(catalog, &words[..used].join(" ")) {
            return Ok((Found::exact(role), used));
        }
    }
    match one(catalog, &words[0]) {
        Ok(found) => Ok((found, 1)),
        // Words that say nothing alone may be an advert's title together.
        Err(error) if words.len() > 1 => {
            one(catalog, &words.join(" ")).map(|found| (found, words.len())).map_err(|_| error)
        }
        Err(error) => Err(error),
    }
}

/// The score of a beginning.
const BEGUN: f32 = 0.8;

/// A score from which on candidates are listed.
const LIKELY: f32 = 0.5;

/// No title has more words than this.
const LONGEST_NAME: usize = 12;

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
    roles.sort_unstable();
    roles.dedup();
    let editorial = catalog.about().editorial;
    let begins = |name: &str| fold::words(name).starts_with(&words);
    roles.retain(|role| {
        let (head, prose) = (catalog.head(*role), catalog.prose(*role));
        let mut own = prose.aliases.iter().filter(|alias| alias.source == editorial);
        begins(head.id) || begins(head.title) || own.any(|alias| begins(alias.name))
    });
    roles
}

/// Says what was set aside, that a step is missing, and which steps the ladder has.
fn note(titles: &Titles<'_>, role: RoleIx, decision: &Decision) -> String {
    let catalog = &titles.catalog;
    let head = catalog.head(role);
    let mut note = format!("showing `{}`", head.id);
    let aside: Vec<String> = decision.set_aside.iter().map(|word| ticked(word)).collect();
    if !aside.is_empty() {
        note.push_str(&format!("; set aside: {}", aside.join(", ")));
    }
    if let Step::Missing { word } = &decision.step {
        note.push_str(&format!("; no {word} step of {} is in the catalog", catalog.head(titles.base(role)).title));
    }
    if decision.step != Step::Unnamed {
        note.push_str(&steps(catalog, role));
    }
    if decision.how == How::FirstOfTwo
        && let Some(second) = decision.candidates.get(1)
    {
        note.push_str(&format!("; the other title: `{}`", catalog.head(second.role).id));
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
        .map(|rung| catalog.head(rung.role).id)
        .take(NAMED)
        .collect();
    if above.is_empty() { String::new() } else { format!("; its next steps: {}", suggest::one_of(&above)) }
}

fn ambiguous(catalog: &Catalog<'_>, name: &str, roles: &[RoleIx]) -> Error {
    const SHOWN: usize = 8;
    let ids: Vec<&str> = roles.iter().map(|role| catalog.head(*role).id).take(SHOWN).collect();
    let more = match roles.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!(", and {more} more"),
    };
    Error::failed(format!("{} may mean {} roles: {}{more}", ticked(name), roles.len(), ids.join(", ")))
        .hint(format!("say which: `roles show {}`", ids[0]))
        .role(name)
}

/// Lists the candidates of a title, where one of them is likely; else says that nothing is called so.
fn undecided(catalog: &Catalog<'_>, name: &str, decision: &Decision, begun: &[RoleIx]) -> Error {
    let roles: Vec<RoleIx> = decision.candidates.iter().map(|candidate| candidate.role).collect();
    match decision.score >= LIKELY && roles.len() > 1 {
        true => ambiguous(catalog, name, &roles),
        false => unknown(catalog, name, &[begun, &roles].concat()),
    }
}

/// Returns the roles that are meant by what is typed of a name: those with a name that begins so, else
/// those that it means as a title.
pub fn completed(catalog: &Catalog<'_>, typed: &str) -> Vec<RoleIx> {
    const SHORTEST: usize = 2;
    let key = fold::key(typed);
    if key.chars().count() < SHORTEST {
        return Vec::new();
    }
    let mut roles: Vec<RoleIx> =
        catalog.names_beginning(&key).flat_map(|(_, roles)| roles).map(|(role, _)| role).collect();
    roles.sort_unstable();
    roles.dedup();
    // A role whose own title begins so comes first, and of several the general one.
    let title = |role: &RoleIx| catalog.head(*role).title;
    roles.sort_by_key(|role| (!fold::key(title(role)).starts_with(&key), title(role).len()));
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
    let mut ids: Vec<&str> = likely.map(|candidate| catalog.head(candidate.role).id).collect();
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
    for id in candidates.iter().map(|role| catalog.head(*role).id) {
        if !nearest.contains(&id) && nearest.len() < SUGGESTED {
            nearest.push(id);
        }
    }
    match nearest.as_slice() {
        [] => error.hint("`roles list` shows every role; `roles search WORD` looks inside them"),
        ids => {
            let commands: Vec<String> = ids.iter().map(|id| format!("roles show {id}")).collect();
            let commands: Vec<&str> = commands.iter().map(String::as_str).collect();
            error.role(name).hint(format!("did you mean {}?", suggest::one_of(&commands)))
        }
    }
}

/// Returns the ids of the roles whose names are most like a name.
fn nearest<'a>(catalog: &Catalog<'a>, name: &str) -> Vec<&'a str> {
    let names: Vec<(&str, RoleIx)> =
        catalog.names_beginning("").filter_map(|(name, roles)| Some((name, roles.first()?.0))).collect();
    let mut ids = Vec::new();
    for near in suggest::nearest(name, names.iter().map(|(name, _)| *name), 12) {
        let role = names.iter().find(|(name, _)| *name == near).expect("it is one of these").1;
        let id = catalog.head(role).id;
        if !ids.contains(&id) && ids.len() < 3 {
            ids.push(id);
        }
    }
    ids
}
