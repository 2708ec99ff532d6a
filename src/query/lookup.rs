//! Finds roles by the names that people type: ids, titles, aliases, beginnings, other languages,
//! and the titles of adverts with words of seniority and trade in them.

use crate::catalog::Catalog;
use crate::catalog::model::RoleIx;
use crate::text::{fold, suggest};
use crate::view::error::{Error, ticked};

/// A role that a name finds, and what had to be set aside to find it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub role: RoleIx,
    pub note: Option<String>,
}

/// What a name finds.
enum Hit {
    One(RoleIx),
    Several(Vec<RoleIx>),
    Nothing,
}

/// Words that say how senior a post is, and not what it does.
const SENIORITY: &[&str] = &[
    "intern",
    "trainee",
    "apprentice",
    "graduate",
    "entry",
    "entrylevel",
    "associate",
    "junior",
    "jr",
    "jnr",
    "mid",
    "midlevel",
    "middle",
    "intermediate",
    "regular",
    "experienced",
    "senior",
    "sr",
    "snr",
    "lead",
    "staff",
    "principal",
    "expert",
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "vi",
    "1",
    "2",
    "3",
    "4",
    "5",
    "l1",
    "l2",
    "l3",
    "l4",
    "l5",
    "l6",
    "l7",
    "ic1",
    "ic2",
    "ic3",
    "ic4",
    "ic5",
    "ic6",
    "level",
    "grade",
    "remote",
    "hybrid",
    "contract",
    "freelance",
    "temporary",
    "permanent",
    "parttime",
    "fulltime",
    "mf",
    "mfd",
    "mwd",
    "fmd",
    "wmd",
    "hf",
    "fh",
];

/// Finds the one role that a name means.
///
/// # Errors
/// Where it means none, or several: with the nearest names, as a command.
pub fn one(catalog: &Catalog<'_>, name: &str) -> Result<Found, Error> {
    if fold::key(name).is_empty() {
        return Err(Error::failed("a role's name is empty").hint("`roles list` shows every role"));
    }
    match exact_or_beginning(catalog, name) {
        Hit::One(role) => Ok(Found { role, note: None }),
        Hit::Several(roles) => Err(ambiguous(catalog, name, &roles)),
        Hit::Nothing => set_aside(catalog, name),
    }
}

/// Finds the role that has exactly this name.
pub fn whole(catalog: &Catalog<'_>, name: &str) -> Option<RoleIx> {
    match exact(catalog, &fold::key(name)) {
        Hit::One(role) => Some(role),
        _ => None,
    }
}

/// Finds the one role that all words together mean.
///
/// # Errors
/// As [`one`]; and where the words name several roles.
pub fn only(catalog: &Catalog<'_>, words: &[String]) -> Result<Found, Error> {
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

/// Finds the roles that words mean: all of them joined, or one after the other, the longest
/// name first, so that quotes are not needed.
///
/// # Errors
/// As [`one`], for the first words that find nothing.
pub fn several(catalog: &Catalog<'_>, words: &[String]) -> Result<Vec<Found>, Error> {
    let mut found = Vec::new();
    let mut rest = words;
    while !rest.is_empty() {
        let (role, used) = first(catalog, rest)?;
        found.push(role);
        rest = &rest[used..];
    }
    Ok(found)
}

/// Finds the role that the first words mean, and how many of them name it.
///
/// # Errors
/// As [`one`].
pub fn first(catalog: &Catalog<'_>, words: &[String]) -> Result<(Found, usize), Error> {
    for used in (2..=words.len().min(LONGEST_NAME)).rev() {
        if let Hit::One(role) = exact(catalog, &fold::key(&words[..used].join(" "))) {
            return Ok((Found { role, note: None }, used));
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

/// No title has more words than this.
const LONGEST_NAME: usize = 12;

fn exact_or_beginning(catalog: &Catalog<'_>, name: &str) -> Hit {
    let key = fold::key(name);
    match exact(catalog, &key) {
        Hit::Nothing => beginning(catalog, &key),
        hit => hit,
    }
}

/// A name in English finds one role; one in another language may find several.
fn exact(catalog: &Catalog<'_>, key: &str) -> Hit {
    if let Some((role, _)) = catalog.named(key).first() {
        return Hit::One(*role);
    }
    match catalog.named_abroad(key).as_slice() {
        [] => Hit::Nothing,
        [role] => Hit::One(*role),
        roles => Hit::Several(roles.to_vec()),
    }
}

fn beginning(catalog: &Catalog<'_>, key: &str) -> Hit {
    let mut roles: Vec<RoleIx> =
        catalog.names_beginning(key).flat_map(|(_, roles)| roles).map(|(role, _)| role).collect();
    roles.sort_unstable();
    roles.dedup();
    match roles.as_slice() {
        [] => Hit::Nothing,
        [role] => Hit::One(*role),
        _ => Hit::Several(roles),
    }
}

/// Tries the name without its words of seniority, then without those of a trade too.
fn set_aside(catalog: &Catalog<'_>, name: &str) -> Result<Found, Error> {
    let bare = without_brackets(name);
    let (kept, seniority): (Vec<&str>, Vec<&str>) = parts(&bare).into_iter().partition(|word| !is_seniority(word));
    let trade = trade_words(catalog, &kept);
    let plain: Vec<&str> = kept.iter().copied().filter(|word| !trade.contains(word)).collect();
    let tries = [
        (parts(&bare), Vec::new()),
        (kept.clone(), seniority.clone()),
        (plain, [seniority.clone(), trade.clone()].concat()),
    ];
    for (words, aside) in tries {
        let changed = !aside.is_empty() || bare.len() < name.len();
        match exact(catalog, &fold::key(&words.join(" "))) {
            Hit::One(role) if changed => {
                return Ok(Found { role, note: Some(note(catalog, role, &aside, !seniority.is_empty())) });
            }
            Hit::Several(roles) if changed => return Err(ambiguous(catalog, name, &roles)),
            _ => {}
        }
    }
    Err(unknown(catalog, name))
}

/// Says what was set aside, and which roles are the senior steps.
fn note(catalog: &Catalog<'_>, role: RoleIx, aside: &[&str], is_senior: bool) -> String {
    let words: Vec<String> = aside.iter().map(|word| ticked(word)).collect();
    let head = catalog.head(role);
    let mut note = format!("showing `{}`", head.id);
    if !words.is_empty() {
        note.push_str(&format!("; set aside: {}", words.join(", ")));
    }
    let next = catalog.moves(role).next;
    let steps: Vec<&str> =
        next.iter().map(|edge| catalog.head(edge.role)).filter(|h| !h.hidden).map(|h| h.id).collect();
    if is_senior && !steps.is_empty() {
        note.push_str(&format!("; its next steps: {}", suggest::one_of(&steps[..steps.len().min(4)])));
    }
    note
}

/// Adverts add the letters of genders, a place or a term in brackets.
fn without_brackets(name: &str) -> String {
    let mut depth = 0_u32;
    let mut kept = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}

fn parts(name: &str) -> Vec<&str> {
    name.split([' ', ',', '/', '-', '–', '|', '\t', '\n', '_'])
        .filter(|word| !fold::key(word).is_empty())
        .take(40)
        .collect()
}

fn is_seniority(word: &str) -> bool {
    SENIORITY.contains(&fold::key(word).as_str())
}

/// Words that name a tool: `Java`, `Salesforce`, `SAP`.
fn trade_words<'w>(catalog: &Catalog<'_>, words: &[&'w str]) -> Vec<&'w str> {
    let keys: Vec<String> = catalog
        .tools()
        .flat_map(|tool| {
            tool.aliases.iter().map(|alias| fold::key(alias)).chain([fold::key(tool.title)]).collect::<Vec<_>>()
        })
        .collect();
    words.iter().copied().filter(|word| keys.contains(&fold::key(word))).collect()
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
}

/// Says that nothing is called so, with the nearest names as commands.
fn unknown(catalog: &Catalog<'_>, name: &str) -> Error {
    let error = Error::failed(format!("no role is called {}", ticked(name)));
    let nearest = nearest(catalog, name);
    match nearest.as_slice() {
        [] => error.hint("`roles list` shows every role; `roles search WORD` looks inside them"),
        ids => {
            let commands: Vec<String> = ids.iter().map(|id| format!("roles show {id}")).collect();
            let commands: Vec<&str> = commands.iter().map(String::as_str).collect();
            error.hint(format!("did you mean {}?", suggest::one_of(&commands)))
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
