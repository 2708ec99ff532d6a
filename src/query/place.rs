//! Finds a region by the code or the name that a person types for it.
//!
//! A code is a country's (ISO 3166-1), also where no figure comes from there; states and provinces
//! bear their country's before their own: `us-pa`. What is called so wins over what begins so, and a
//! country over a metropolitan area, which is named after its towns.

use crate::catalog::Catalog;
use crate::catalog::model::{Region, RegionIx, RegionLevel};
use crate::query::pick::{Choice, Kind, Parts, Picked, Reading, choose, pick_read, read_as, unknown};
use crate::query::{Answer, pay};
use crate::text::fold;
use crate::view::RegionName;
use crate::view::error::{Error, Exit, ticked};

/// A region, and the word that asked for it.
pub struct Place<'a> {
    pub at: RegionIx,
    region: Region<'a>,
    word: String,
    reading: Reading,
    /// States and provinces whose code is the word: Pennsylvania where Panama was read.
    namesakes: Vec<Region<'a>>,
}

const KIND: Kind = Kind { what: "region", several: "regions", listing: "roles regions", parts: Parts::LongBeginning };

/// Finds the region that a word means.
///
/// # Errors
/// Where it means none, or several.
pub fn find<'a>(catalog: &Catalog<'a>, word: &str) -> Result<Place<'a>, Error> {
    find_read(catalog, word, Reading::Part)?.ok_or_else(|| none(catalog, word))
}

/// Finds the regions that words mean.
///
/// # Errors
/// As [`find`], for the first word that means no region.
pub fn all<'a>(catalog: &Catalog<'a>, words: &[String]) -> Result<Vec<Place<'a>>, Error> {
    words.iter().map(|word| find(catalog, word)).collect()
}

/// The regions of a question: those that were typed, or else the usual one.
pub struct Asked<'a> {
    pub places: Vec<Place<'a>>,
    /// Whether nobody typed a region, and the usual one stands for it.
    pub is_usual: bool,
}

/// Says beside an answer that its region is the usual one.
pub fn usual_note(places: &[Place<'_>]) -> Option<String> {
    places.first().map(|place| format!("the region is {}, from ROLES_REGION", place.shown()))
}

/// Finds the regions that words mean, or the usual one where there are none.
///
/// # Errors
/// As [`find`], for the first word that means no region.
pub fn asked<'a>(catalog: &Catalog<'a>, words: &[String], usual: Option<&str>) -> Result<Asked<'a>, Error> {
    match usual.map(str::trim).filter(|_| words.is_empty()) {
        None | Some("") => Ok(Asked { places: all(catalog, words)?, is_usual: false }),
        Some(usual) => {
            let place = find(catalog, usual).map_err(|error| error.hint("ROLES_REGION names it"))?;
            Ok(Asked { places: vec![place], is_usual: true })
        }
    }
}

/// Finds the region that a word means in one reading; none where nothing is called so.
///
/// # Errors
/// Where it means several.
pub fn find_read<'a>(catalog: &Catalog<'a>, word: &str, most: Reading) -> Result<Option<Place<'a>>, Error> {
    let regions: Vec<Region<'a>> = catalog.regions().collect();
    let (metros, larger): (Vec<_>, Vec<_>) =
        regions.iter().enumerate().map(choice).partition(|choice| regions[choice.at].level == RegionLevel::Metro);
    let is_larger = !matches!(choose(word, &larger, KIND.parts, most), Picked::Nothing);
    let Some(pick) = pick_read::<RegionIx>(word, if is_larger { &larger } else { &metros }, &KIND, most)? else {
        return Ok(None);
    };
    let region = regions[pick.at.at()].clone();
    let others = regions.into_iter().filter(|other| other.id != region.id);
    let namesakes = others.filter(|other| is_namesake(other, word)).collect();
    Ok(Some(Place { at: pick.at, region, word: word.to_owned(), reading: pick.reading, namesakes }))
}

fn choice<'a>((at, region): (usize, &Region<'a>)) -> Choice<'a> {
    let names = [region.id, region.name].into_iter().chain(region.aliases.iter().copied());
    Choice { at, names: names.collect() }
}

/// Tells whether a word is the code of a state without its country's.
fn is_namesake(region: &Region<'_>, word: &str) -> bool {
    let own = region.id.rsplit_once('-').map(|(_, own)| own);
    region.level == RegionLevel::State && own.is_some_and(|own| own.eq_ignore_ascii_case(word.trim()))
}

/// Says that no region is called so: a state that bears the code, else the nearest names.
fn none(catalog: &Catalog<'_>, word: &str) -> Error {
    let regions: Vec<Region<'_>> = catalog.regions().collect();
    let namesakes: Vec<&Region<'_>> = regions.iter().filter(|region| is_namesake(region, word)).collect();
    if namesakes.is_empty() {
        // Everything is like a code of two letters: there is nothing to suggest.
        let names =
            regions.iter().flat_map(|region| [region.id, region.name].into_iter().chain(region.aliases.clone()));
        return unknown(word, names.filter(|_| fold::key(word).chars().count() > 3), &KIND);
    }
    let error = Error::failed(format!("no region is called {}", ticked(word)));
    namesakes.into_iter().fold(error, |error, region| error.hint(is(region)))
}

/// "Pennsylvania is `us-pa`".
fn is(region: &Region<'_>) -> String {
    format!("{} is `{}`", region.name, region.id)
}

impl<'a> Place<'a> {
    /// Says what was read, where the word is neither an id nor a name of the region, or is the code of
    /// a state too.
    pub fn note(&self) -> Option<String> {
        let Self { region, word, reading, namesakes, .. } = self;
        match reading {
            Reading::Part => Some(read_as(word, region.id, region.name)),
            _ if word.trim() == region.id || namesakes.is_empty() => None,
            _ => Some(format!("{}; {}", read_as(word, region.id, region.name), self.namesakes().join("; "))),
        }
    }

    /// What else the word may have meant: "Pennsylvania is `us-pa`".
    pub fn namesakes(&self) -> Vec<String> {
        self.namesakes.iter().map(is).collect()
    }

    /// "`pa` (Panama)".
    pub fn shown(&self) -> String {
        format!("`{}` ({})", self.region.id, self.region.name)
    }

    pub fn id(&self) -> &'a str {
        self.region.id
    }

    /// Whether the region stands among its own figures at this level.
    pub fn level(&self) -> RegionLevel {
        self.region.level
    }

    pub fn name(&self) -> RegionName<'a> {
        RegionName { id: self.region.id, name: self.region.name, level: self.region.level.name() }
    }

    /// Tells whether a region is this one, or lies in it.
    pub fn holds(&self, catalog: &Catalog<'_>, region: RegionIx) -> bool {
        pay::lies_in(catalog, region, self.at)
    }

    /// Says that there is no figure of what was asked, and what else the word may have meant.
    pub fn without(&self, of: &str) -> String {
        let mut said = vec![format!("no public figure{of} in {}", self.shown())];
        said.extend(self.namesakes());
        said.join("; ")
    }
}

/// Says beside an answer which regions were read, and where there is no figure. Where there is none
/// in any of them, what was asked for was not found.
pub fn tell(answer: &mut Answer<'_>, places: &[Place<'_>], of: &str, has_figure: impl Fn(&Place<'_>) -> bool) {
    let (with, without): (Vec<_>, Vec<_>) = places.iter().partition(|place| has_figure(place));
    answer.notes.extend(with.iter().filter_map(|place| place.note()));
    answer.notes.extend(without.iter().map(|place| place.without(of)));
    if with.is_empty() && !without.is_empty() {
        answer.exit = Exit::Nothing;
    }
}
