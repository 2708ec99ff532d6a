//! Finds something of the vocabulary by the word that a person types for it.

use crate::catalog::Catalog;
use crate::catalog::model::{CompetencyIx, FamilyIx, Region, RegionIx, RegionLevel, SourceIx, Tool, ToolIx, TrackIx};
use crate::text::{fold, suggest};
use crate::view::error::{Error, ticked};

/// How much of a name a word must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// All of it.
    Whole,
    /// All of it, or a beginning that only one name has.
    Beginning,
}

/// A record that may be picked, and the names that pick it. The first is its id.
struct Choice<'a> {
    at: usize,
    names: Vec<&'a str>,
}

/// A kind of vocabulary, in the words of an error.
struct Kind {
    what: &'static str,
    several: &'static str,
    /// The command that lists it.
    listing: &'static str,
}

pub fn competency(catalog: &Catalog<'_>, word: &str) -> Result<CompetencyIx, Error> {
    competency_read(catalog, word, Reading::Beginning)
}

pub fn competency_read(catalog: &Catalog<'_>, word: &str, reading: Reading) -> Result<CompetencyIx, Error> {
    let choices = catalog.competencies().enumerate().map(|(at, c)| Choice { at, names: vec![c.id, c.title] });
    let kind = Kind { what: "competency", several: "competencies", listing: "roles competencies" };
    pick_read(word, choices.collect(), &kind, reading).map(CompetencyIx::from)
}

pub fn tool(catalog: &Catalog<'_>, word: &str) -> Result<ToolIx, Error> {
    tool_read(catalog, word, Reading::Beginning)
}

pub fn tool_read(catalog: &Catalog<'_>, word: &str, reading: Reading) -> Result<ToolIx, Error> {
    let choices = catalog.tools().enumerate().map(|(at, tool)| Choice { at, names: tool_names(&tool) });
    let kind = Kind { what: "tool", several: "tools", listing: "roles tools" };
    pick_read(word, choices.collect(), &kind, reading).map(ToolIx::from)
}

fn tool_names<'a>(tool: &Tool<'a>) -> Vec<&'a str> {
    [tool.id, tool.title].into_iter().chain(tool.aliases.iter().copied()).collect()
}

pub fn family(catalog: &Catalog<'_>, word: &str) -> Result<FamilyIx, Error> {
    let choices: Vec<Choice<'_>> = catalog
        .families()
        .enumerate()
        .map(|(at, family)| Choice { at, names: vec![family.id, family.title] })
        .collect();
    let kind = Kind { what: "family", several: "families", listing: "roles families" };
    // A word that names only one: `security`, `data`, `cloud` does not.
    let key = fold::key(word);
    let named: Vec<&Choice<'_>> =
        choices.iter().filter(|c| c.names.iter().any(|n| fold::words(n).contains(&key))).collect();
    match named.as_slice() {
        [only] => Ok(only.at.into()),
        _ => pick(word, choices, &kind).map(FamilyIx::from),
    }
}

pub fn track(catalog: &Catalog<'_>, word: &str) -> Result<TrackIx, Error> {
    let short = [("ic", "individual-contributor"), ("mgmt", "management"), ("exec", "executive")];
    let word = short.iter().find(|(short, _)| *short == fold::key(word)).map_or(word, |(_, long)| *long);
    let choices = catalog.tracks().enumerate().map(|(at, track)| Choice { at, names: vec![track.id, track.title] });
    let kind = Kind { what: "track", several: "tracks", listing: "roles levels" };
    pick(word, choices.collect(), &kind).map(TrackIx::from)
}

pub fn source(catalog: &Catalog<'_>, word: &str) -> Result<SourceIx, Error> {
    let choices = catalog.sources().enumerate().map(|(at, source)| Choice { at, names: vec![source.id, source.title] });
    let kind = Kind { what: "source", several: "sources", listing: "roles sources" };
    pick(word, choices.collect(), &kind).map(SourceIx::from)
}

/// Finds a region by its code, or by a name that means only one.
pub fn region(catalog: &Catalog<'_>, word: &str) -> Result<RegionIx, Error> {
    region_read(catalog, word, Reading::Beginning)
}

pub fn region_read(catalog: &Catalog<'_>, word: &str, reading: Reading) -> Result<RegionIx, Error> {
    let kind = Kind { what: "region", several: "regions", listing: "roles regions" };
    let (metros, larger): (Vec<_>, Vec<_>) =
        catalog.regions().enumerate().partition(|(_, region)| region.level == RegionLevel::Metro);
    let (metros, larger) = (region_choices(&metros), region_choices(&larger));
    // Metropolitan areas are named after their towns: they answer only where nothing larger does.
    let is_metro = matches!(choose(word, &larger, reading), Picked::Nothing)
        && !matches!(choose(word, &metros, reading), Picked::Nothing);
    pick_read(word, if is_metro { metros } else { larger }, &kind, reading).map(RegionIx::from)
}

fn region_choices<'a>(regions: &[(usize, Region<'a>)]) -> Vec<Choice<'a>> {
    let names =
        |region: &Region<'a>| [region.id, region.name].into_iter().chain(region.aliases.iter().copied()).collect();
    regions.iter().map(|(at, region)| Choice { at: *at, names: names(region) }).collect()
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
        let kind = Kind { what: "level", several: "levels", listing: "roles levels" };
        return Err(unknown(word, names.into_iter(), &kind));
    }
    Ok(named)
}

/// Picks the one choice that a word means.
fn pick(word: &str, choices: Vec<Choice<'_>>, kind: &Kind) -> Result<usize, Error> {
    pick_read(word, choices, kind, Reading::Beginning)
}

fn pick_read(word: &str, choices: Vec<Choice<'_>>, kind: &Kind, reading: Reading) -> Result<usize, Error> {
    if fold::key(word).is_empty() && !choices.iter().any(|choice| choice.is_typed(word)) {
        let message = format!("the name of a {} is empty", kind.what);
        return Err(Error::failed(message).hint(format!("`{}` lists them", kind.listing)));
    }
    match choose(word, &choices, reading) {
        Picked::One(at) => Ok(at),
        Picked::Several(several) => Err(ambiguous(word, &several, kind)),
        Picked::Nothing => Err(unknown(word, choices.iter().flat_map(|choice| choice.names.iter().copied()), kind)),
    }
}

/// What a word picks.
enum Picked<'c, 'a> {
    One(usize),
    Several(Vec<&'c Choice<'a>>),
    Nothing,
}

impl Choice<'_> {
    /// An id is meant as it is typed: `c`, `c++` and `c#` are three.
    fn is_typed(&self, word: &str) -> bool {
        self.names.iter().any(|name| name.eq_ignore_ascii_case(word.trim()))
    }

    fn has(&self, matches: impl Fn(&str) -> bool) -> bool {
        self.names.iter().any(|name| matches(name))
    }
}

/// What is typed exactly; else what has the folded name; else what alone begins so.
fn choose<'c, 'a>(word: &str, choices: &'c [Choice<'a>], reading: Reading) -> Picked<'c, 'a> {
    let key = fold::key(word);
    let typed: Vec<_> = choices.iter().filter(|choice| choice.is_typed(word)).collect();
    let exact = || choices.iter().filter(|choice| choice.has(|name| fold::key(name) == key)).collect::<Vec<_>>();
    let beginning = || match reading {
        Reading::Whole => Vec::new(),
        Reading::Beginning => {
            choices.iter().filter(|choice| choice.has(|name| fold::key(name).starts_with(&key))).collect()
        }
    };
    let near = Some(typed)
        .filter(|t| !t.is_empty())
        .or_else(|| Some(exact()).filter(|e| !e.is_empty()))
        .unwrap_or_else(beginning);
    match near.as_slice() {
        [] => Picked::Nothing,
        [only] => Picked::One(only.at),
        _ => Picked::Several(near),
    }
}

fn ambiguous(word: &str, several: &[&Choice<'_>], kind: &Kind) -> Error {
    const SHOWN: usize = 8;
    let ids: Vec<&str> = several.iter().map(|choice| choice.names[0]).take(SHOWN).collect();
    let more = if several.len() > SHOWN { ", ..." } else { "" };
    Error::failed(format!("{} may mean {} {}: {}{more}", ticked(word), several.len(), kind.several, ids.join(", ")))
        .hint(format!("say which, by its id: `{}`", ids[0]))
}

fn unknown<'n>(word: &str, names: impl Iterator<Item = &'n str>, kind: &Kind) -> Error {
    let error = Error::failed(format!("no {} is called {}", kind.what, ticked(word)));
    match suggest::did_you_mean(&suggest::nearest(word, names, 3)) {
        Some(hint) => error.hint(hint),
        None => error.hint(format!("`{}` lists them", kind.listing)),
    }
}

/// A competency and the least weight asked for: `architecture:80`.
pub fn weighted(catalog: &Catalog<'_>, word: &str) -> Result<(CompetencyIx, u8), Error> {
    let (name, least) = word.rsplit_once(':').unwrap_or((word, "0"));
    let weight = least.trim().parse::<u8>().ok().filter(|weight| *weight <= 100).ok_or_else(|| {
        Error::failed(format!("{} is not a weight from 0 to 100", ticked(least)))
            .hint("a competency with its least weight: `--competency architecture:80`")
    })?;
    Ok((competency(catalog, name)?, weight))
}
