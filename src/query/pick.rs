//! Finds something of the vocabulary by the word that a person types for it.

use crate::catalog::Catalog;
use crate::catalog::model;
use crate::catalog::model::preparation::Certificate;
use crate::catalog::model::{
    Begin, CertificateIx, CompetencyHead, CompetencyIx, FamilyIx, SourceIx, Tool, ToolIx, TrackIx,
};
use crate::query::absent;
use crate::text::hint::{Ask, hint};
use crate::text::{fold, naming, suggest};
use crate::view::error::{Error, ticked};

/// How much of a name a word must be, strictest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reading {
    /// An id, as it is typed.
    Id,
    /// All of a name, as it is typed.
    Typed,
    /// All of a name, but for case, accents and punctuation.
    Whole,
    /// All of a name, or a part that only one name has.
    Part,
}

/// What a word picks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pick<'a, T> {
    pub at: T,
    pub id: &'a str,
    title: &'a str,
    /// How much of its name the word was.
    pub reading: Reading,
}

impl<T> Pick<'_, T> {
    /// Returns what was picked. Where the word is neither the id nor a name as typed, a note says what
    /// was read.
    pub fn told(self, word: &str, notes: &mut Vec<String>) -> T {
        if self.reading > Reading::Typed {
            notes.push(read_as(word, self.id, self.title));
        }
        self.at
    }
}

/// Says what a word was taken for.
pub fn read_as(word: &str, id: &str, title: &str) -> String {
    format!("read {} as `{id}` ({title})", ticked(word))
}

/// A record that may be picked, and the names that pick it: its id, its title, its aliases.
pub struct Choice<'a> {
    pub at: usize,
    /// The catalog that brings it, from the bottom.
    pub layer: usize,
    pub names: Vec<&'a str>,
}

/// A kind of vocabulary, in the words of an error.
pub struct Kind {
    pub what: &'static str,
    pub several: &'static str,
    /// The command that lists it.
    pub listing: &'static str,
    /// The rule that a name breaks that nothing is called by.
    pub unknown: &'static str,
    pub parts: Parts,
}

/// Which parts of a name may stand for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parts {
    /// Its beginning.
    Beginning,
    /// Its beginning, or whole words of it: `word` is Microsoft Word as well as the start of WordPress.
    Words,
    /// A beginning of four letters or more: shorter ones are codes.
    LongBeginning,
}

pub const COMPETENCY: Kind = Kind {
    what: "competency",
    several: "competencies",
    listing: "competencies",
    unknown: "unknown-competency",
    parts: Parts::Words,
};
pub const TOOL: Kind =
    Kind { what: "tool", several: "tools", listing: "tools", unknown: "unknown-tool", parts: Parts::Words };
const CERTIFICATE: Kind = Kind {
    what: "certificate",
    several: "certificates",
    listing: "certificates",
    unknown: "unknown-certificate",
    parts: Parts::Words,
};
const FAMILY: Kind =
    Kind { what: "family", several: "families", listing: "families", unknown: "unknown-family", parts: Parts::Words };
const TRACK: Kind =
    Kind { what: "track", several: "tracks", listing: "levels", unknown: "unknown-track", parts: Parts::Beginning };
const SOURCE: Kind =
    Kind { what: "source", several: "sources", listing: "sources", unknown: "unknown-source", parts: Parts::Beginning };
const LEVEL: Kind =
    Kind { what: "level", several: "levels", listing: "levels", unknown: "unknown-level", parts: Parts::Beginning };

pub fn competency<'a>(catalog: &Catalog<'a>, word: &str) -> Result<Pick<'a, CompetencyIx>, Error> {
    pick(word, &competencies(catalog), &COMPETENCY)
}

/// Finds the competency that a word means in one reading; none where nothing is called so.
///
/// # Errors
/// Where it means several.
pub fn competency_read<'a>(
    catalog: &Catalog<'a>,
    word: &str,
    reading: Reading,
) -> Result<Option<Pick<'a, CompetencyIx>>, Error> {
    pick_read(word, &competencies(catalog), &COMPETENCY, reading)
}

/// Says of each choice which catalog brings it: a name that several have is that of the catalog on top.
pub fn laid<'a>(catalog: &Catalog<'_>, kind: &Kind, mut choices: Vec<Choice<'a>>) -> Vec<Choice<'a>> {
    let begins = begins(catalog, kind);
    for choice in &mut choices {
        choice.layer = naming::layer(&begins, choice.at).unwrap_or_default();
    }
    choices
}

/// Where the entries of a kind begin of each catalog; of a kind that needs no such order, nowhere.
pub fn begins(catalog: &Catalog<'_>, kind: &Kind) -> Vec<usize> {
    let of: fn(&Begin) -> usize = match kind.unknown {
        "unknown-competency" => |it| it.competencies,
        "unknown-tool" => |it| it.tools,
        "unknown-family" => |it| it.families,
        "unknown-track" => |it| it.tracks,
        _ => return Vec::new(),
    };
    Begin::all(&catalog.about().begins, of)
}

fn competencies<'a>(catalog: &Catalog<'a>) -> Vec<Choice<'a>> {
    let names = |it: CompetencyHead<'a>| [it.id, it.title].into_iter().chain(it.aliases).collect();
    let choices = catalog.competency_heads().enumerate().map(|(at, it)| Choice { at, layer: 0, names: names(it) });
    laid(catalog, &COMPETENCY, choices.collect())
}

pub fn tool<'a>(catalog: &Catalog<'a>, word: &str) -> Result<Pick<'a, ToolIx>, Error> {
    pick(word, &tools(catalog), &TOOL)
}

/// Finds the tool that a word means in one reading, as [`competency_read`] does.
///
/// # Errors
/// Where it means several.
pub fn tool_read<'a>(catalog: &Catalog<'a>, word: &str, reading: Reading) -> Result<Option<Pick<'a, ToolIx>>, Error> {
    pick_read(word, &tools(catalog), &TOOL, reading)
}

fn tools<'a>(catalog: &Catalog<'a>) -> Vec<Choice<'a>> {
    let names = |tool: Tool<'a>| [tool.id, tool.title].into_iter().chain(tool.aliases).collect();
    let choices = catalog.tools().enumerate().map(|(at, tool)| Choice { at, layer: 0, names: names(tool) });
    laid(catalog, &TOOL, choices.collect())
}

/// Finds a certificate by its id, its title, its name in lists or an alias: `Security+`.
pub fn certificate<'a>(catalog: &Catalog<'a>, word: &str) -> Result<Pick<'a, CertificateIx>, Error> {
    pick(word, &certificates(catalog), &CERTIFICATE)
}

/// Finds the certificate that a word means in one reading, as [`competency_read`] does.
///
/// # Errors
/// Where it means several.
pub fn certificate_read<'a>(
    catalog: &Catalog<'a>,
    word: &str,
    reading: Reading,
) -> Result<Option<Pick<'a, CertificateIx>>, Error> {
    pick_read(word, &certificates(catalog), &CERTIFICATE, reading)
}

fn certificates<'a>(catalog: &Catalog<'a>) -> Vec<Choice<'a>> {
    let names = |it: Certificate<'a>| [it.id, it.title, it.short].into_iter().chain(it.aliases).collect();
    catalog.certificates().enumerate().map(|(at, it)| Choice { at, layer: 0, names: names(it) }).collect()
}

/// Finds a family by its id, its title, or a word that names only one: `security`, but not `data`
/// where there are two.
pub fn family<'a>(catalog: &Catalog<'a>, word: &str) -> Result<Pick<'a, FamilyIx>, Error> {
    let choices = catalog.families().enumerate().map(|(at, it)| Choice { at, layer: 0, names: vec![it.id, it.title] });
    pick(word, &laid(catalog, &FAMILY, choices.collect()), &FAMILY)
}

pub fn track<'a>(catalog: &Catalog<'a>, word: &str) -> Result<Pick<'a, TrackIx>, Error> {
    const SHORT: [(&str, &str); 3] = [("individual-contributor", "ic"), ("management", "mgmt"), ("executive", "exec")];
    let short = |id| SHORT.iter().find(|(long, _)| *long == id).map(|(_, short)| *short);
    let names = |it: model::Name<'a>| [it.id, it.title].into_iter().chain(short(it.id)).collect();
    let choices = catalog.track_names().enumerate().map(|(at, it)| Choice { at, layer: 0, names: names(it) });
    pick(word, &laid(catalog, &TRACK, choices.collect()), &TRACK)
}

pub fn source<'a>(catalog: &Catalog<'a>, word: &str) -> Result<Pick<'a, SourceIx>, Error> {
    let choices = catalog.sources().enumerate().map(|(at, it)| Choice { at, layer: 0, names: vec![it.id, it.title] });
    pick(word, &choices.collect::<Vec<_>>(), &SOURCE)
}

/// The ranks that a word names: a number from 1 to 9, or a level's name on any track.
pub fn ranks(catalog: &Catalog<'_>, word: &str) -> Result<Vec<(u8, Option<TrackIx>)>, Error> {
    let levels: Vec<_> = catalog.levels().collect();
    if let Ok(rank) = word.trim().parse::<u8>()
        && levels.iter().any(|level| level.rank == rank)
    {
        return Ok(vec![(rank, None)]);
    }
    let key = fold::key(word);
    let mut named = Vec::new();
    for level in &levels {
        for name in &level.names {
            if [name.name].iter().chain(&name.aliases).any(|name| fold::key(name) == key) {
                named.push((level.rank, Some(name.track)));
            }
        }
    }
    if named.is_empty() {
        let names: Vec<&str> = levels.iter().flat_map(|level| level.names.iter().map(|name| name.name)).collect();
        return Err(unknown(word, names.into_iter(), &LEVEL));
    }
    Ok(named)
}

/// Says that a name stands for several ranks of one track: `manager` is rank 4 and 5 of management.
pub fn ranks_of_one_name(catalog: &Catalog<'_>, word: &str, ranks: &[(u8, Option<TrackIx>)]) -> Vec<String> {
    let tracks = catalog.track_names().enumerate().map(|(at, track)| (Some(TrackIx::from(at)), track.id));
    let several = tracks.filter_map(|(at, id)| {
        let of_track: Vec<String> =
            ranks.iter().filter(|(_, track)| *track == at).map(|(rank, _)| rank.to_string()).collect();
        (of_track.len() > 1)
            .then(|| format!("{} is each of the ranks {} of {id}", ticked(word), of_track.join(" and ")))
    });
    several.collect()
}

/// Picks the one choice that a word means.
fn pick<'a, T: From<usize>>(word: &str, choices: &[Choice<'a>], kind: &Kind) -> Result<Pick<'a, T>, Error> {
    match pick_read(word, choices, kind, Reading::Part)? {
        Some(pick) => Ok(pick),
        None => {
            let nearest: Vec<&str> = choices.iter().filter_map(|choice| choice.nearest(word)).collect();
            let all = choices.iter().flat_map(|choice| choice.names.iter().copied());
            Err(match suggest::alike(word, nearest.iter().copied(), 1).is_empty() {
                true => unknown(word, all, kind),
                false => unknown(word, nearest.into_iter(), kind),
            })
        }
    }
}

/// Picks the one choice that a word means in a reading; none where nothing is called so.
///
/// # Errors
/// Where the word is empty, or means several.
pub fn pick_read<'a, T: From<usize>>(
    word: &str,
    choices: &[Choice<'a>],
    kind: &Kind,
    reading: Reading,
) -> Result<Option<Pick<'a, T>>, Error> {
    if fold::key(word).is_empty() && !choices.iter().any(|choice| choice.is_typed(word)) {
        return Err(absent::nameless(word, kind.what).hint(hint![Ask::of(kind.listing), " lists them"]));
    }
    match choose(word, choices, kind.parts, reading) {
        Picked::One(only, reading) => {
            Ok(Some(Pick { at: only.at.into(), id: only.names[0], title: only.names[1], reading }))
        }
        Picked::Several(several) => Err(ambiguous(word, &several, kind)),
        Picked::Nothing => Ok(None),
    }
}

/// What a word picks, and by which reading.
pub enum Picked<'c, 'a> {
    One(&'c Choice<'a>, Reading),
    Several(Vec<&'c Choice<'a>>),
    Nothing,
}

impl<'a> Choice<'a> {
    /// Returns its name that is most like a word: the first of those that are alike, so that it is suggested once.
    fn nearest(&self, word: &str) -> Option<&'a str> {
        suggest::alike(word, self.names.iter().copied(), 1).first().copied()
    }

    fn is_id(&self, word: &str) -> bool {
        self.names[0].eq_ignore_ascii_case(word.trim())
    }

    /// A name is meant as it is typed: `c`, `c++` and `c#` are three.
    fn is_typed(&self, word: &str) -> bool {
        self.has(|name| name.eq_ignore_ascii_case(word.trim()))
    }

    fn is_part(&self, key: &str, words: &[String], parts: Parts) -> bool {
        let begins = |name: &str| fold::key(name).starts_with(key);
        let has_words = |name: &str| fold::words(name).windows(words.len().max(1)).any(|run| run == words);
        match parts {
            Parts::Beginning => self.has(begins),
            Parts::Words => self.has(|name| begins(name) || has_words(name)),
            Parts::LongBeginning => key.chars().count() > 3 && self.has(begins),
        }
    }

    fn has(&self, matches: impl Fn(&str) -> bool) -> bool {
        self.names.iter().any(|name| matches(name))
    }
}

/// What has the id; else what is called so to the letter; else what has the folded name; else what
/// alone has it as a part. An id wins: no alias of another record may make it unreachable.
/// Of what is called alike, that of the catalog on top is meant.
pub fn choose<'c, 'a>(word: &str, choices: &'c [Choice<'a>], parts: Parts, most: Reading) -> Picked<'c, 'a> {
    let (key, words) = (fold::key(word), fold::words(word));
    let is_id = |choice: &Choice<'_>| choice.is_id(word);
    let is_typed = |choice: &Choice<'_>| choice.is_typed(word);
    let is_called = |choice: &Choice<'_>| choice.has(|name| fold::key(name) == key);
    let is_part = |choice: &Choice<'_>| choice.is_part(&key, &words, parts);
    type Means<'m> = &'m dyn Fn(&Choice<'_>) -> bool;
    let steps: [(Reading, Means<'_>); 4] =
        [(Reading::Id, &is_id), (Reading::Typed, &is_typed), (Reading::Whole, &is_called), (Reading::Part, &is_part)];
    // A comma parts names: with one, nothing is read but a name that has it.
    let most = if word.contains(',') { most.min(Reading::Typed) } else { most };
    for (reading, is_meant) in steps.into_iter().filter(|(reading, _)| *reading <= most) {
        let mut found: Vec<_> = choices.iter().filter(|choice| is_meant(choice)).collect();
        let top = found.iter().map(|choice| choice.layer).max();
        // A name as it is typed goes before an id in other letters that lies beneath it.
        if reading == Reading::Id && choices.iter().any(|it| Some(it.layer) > top && top.is_some() && is_typed(it)) {
            found.retain(|choice| choice.names[0] == word.trim());
        }
        // A part of a name is no name: whose it is must be said.
        found.retain(|choice| reading == Reading::Part || Some(choice.layer) == top);
        match found.as_slice() {
            [] => {}
            [only] => return Picked::One(only, reading),
            _ => return Picked::Several(found),
        }
    }
    Picked::Nothing
}

fn ambiguous(word: &str, several: &[&Choice<'_>], kind: &Kind) -> Error {
    const SHOWN: usize = 8;
    let ids: Vec<&str> = several.iter().map(|choice| choice.names[0]).take(SHOWN).collect();
    let more = if several.len() > SHOWN { ", ..." } else { "" };
    Error::failed(format!("{} may mean {} {}: {}{more}", ticked(word), several.len(), kind.several, ids.join(", ")))
        .hint(format!("say which, by its id: `{}`", ids[0]))
}

/// Says that nothing is called so, with the nearest names.
pub fn unknown<'n>(word: &str, names: impl Iterator<Item = &'n str>, kind: &Kind) -> Error {
    let error = Error::failed(format!("no {} is called {}", kind.what, ticked(word)));
    let mut names = names.peekable();
    if names.peek().is_none() {
        return error.hint(absent::none_there(kind.what));
    }
    match suggest::did_you_mean(&suggest::nearest(word, names, 3)) {
        Some(hint) => error.hint(hint),
        None if word.contains(',') => error.hint(format!("one {} is asked for, not several", kind.what)),
        None => error.hint(hint![Ask::of(kind.listing), " lists them"]),
    }
}
