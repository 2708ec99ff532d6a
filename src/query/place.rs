//! Finds a region by the code or the name that a person types for it.
//!
//! A code is a country's (ISO 3166-1), also where no figure comes from there; states and provinces
//! bear their country's before their own: `us-pa`. What is called so wins over what begins so, and a
//! country over a metropolitan area, which is named after its towns.

use crate::catalog::Catalog;
use crate::catalog::model::{Region, RegionIx, RegionLevel};
use crate::query::listed::listed;
use crate::query::pick::{Choice, Kind, Parts, Picked, Reading, choose, pick_read, read_as};
use crate::query::within;
use crate::query::within::Within;
use crate::query::{Answer, absent, pay};
use crate::request;
use crate::text::hint::{Ask, Hint, hint};
use crate::text::sorting::Arrange;
use crate::text::{fold, suggest};
use crate::view::RegionName;
use crate::view::error::{Error, Exit, ticked, typeable};

/// A region, and the word that asked for it.
pub struct Place<'a> {
    pub at: RegionIx,
    region: Region<'a>,
    word: String,
    reading: Reading,
    /// States and provinces whose code is the word: Pennsylvania where Panama was read.
    namesakes: Vec<Region<'a>>,
}

const KIND: Kind = Kind {
    what: "region",
    several: "regions",
    listing: "regions",
    unknown: "unknown-region",
    parts: Parts::LongBeginning,
};

/// Finds the region that a word means.
///
/// # Errors
/// Where it means none, or several.
pub fn find<'a>(catalog: &Catalog<'a>, word: &str) -> Result<Place<'a>, Error> {
    find_read(catalog, word, Reading::Part)?.ok_or_else(|| none(catalog, word))
}

/// Finds the regions that words mean, several of them parted by commas.
///
/// # Errors
/// As [`find`], for the first word that means no region.
pub fn all<'a>(catalog: &Catalog<'a>, words: &[String]) -> Result<Vec<Place<'a>>, Error> {
    each(catalog, words).into_iter().collect()
}

fn each<'a>(catalog: &Catalog<'a>, words: &[String]) -> Vec<Result<Place<'a>, Error>> {
    let is_name =
        |word: &str| is_within(word, catalog) || matches!(find_read(catalog, word, Reading::Typed), Ok(Some(_)));
    listed(words, is_name).into_iter().map(|word| find(catalog, word)).collect()
}

/// The regions of a question: those that were typed, or else the usual ones.
#[derive(Default)]
pub struct Asked<'a> {
    pub places: Vec<Place<'a>>,
    /// Whether nobody typed a region, and the usual ones stand for it.
    pub is_usual: bool,
    /// Whether the variable names more regions than are asked for.
    pub is_first: bool,
    /// What of the variable names no region: it is set aside, for nobody typed it with this question.
    pub aside: Vec<Error>,
}

impl Asked<'_> {
    /// Says beside an answer which regions are the usual ones, and what of the variable was set aside.
    pub fn notes(&self) -> Vec<String> {
        let shown: Vec<String> = self.places.iter().filter(|_| self.is_usual).map(Place::shown).collect();
        let said = match shown.as_slice() {
            [] => None,
            [one] if self.is_first => Some(format!("the region is {one}, the first of ROLES_REGION")),
            [one] => Some(format!("the region is {one}, from ROLES_REGION")),
            several => Some(format!("the regions are {}, from ROLES_REGION", several.join(" and "))),
        };
        said.into_iter().chain(self.set_aside()).collect()
    }

    /// Says what of the variable was set aside.
    pub fn set_aside(&self) -> Vec<String> {
        self.aside.iter().map(|error| format!("ROLES_REGION is set aside: {}", error.message)).collect()
    }
}

/// Finds the regions that words mean, or the usual ones where there are none.
///
/// # Errors
/// As [`find`], for the first word that means no region. What the variable says is no error.
pub fn asked<'a>(catalog: &Catalog<'a>, words: &[String], usual: &request::Usual) -> Result<Asked<'a>, Error> {
    if !words.is_empty() {
        return Ok(Asked { places: all(catalog, words)?, ..Asked::default() });
    }
    let usual = usual.region.as_deref().map(str::trim).filter(|usual| !usual.is_empty());
    let (mut places, mut aside): (Vec<Place<'a>>, Vec<Error>) = (Vec::new(), Vec::new());
    for found in usual.into_iter().flat_map(|usual| each(catalog, &[usual.to_owned()])) {
        match found {
            Ok(place) if places.iter().any(|other| other.at == place.at) => {}
            Ok(place) => places.push(place),
            Err(error) => aside.push(error),
        }
    }
    Ok(Asked { is_usual: !places.is_empty(), places, aside, ..Asked::default() })
}

/// As [`asked`], where one region is asked for at most: of several usual ones, it is the first.
///
/// # Errors
/// As [`find`].
pub fn asked_one<'a>(catalog: &Catalog<'a>, word: Option<&str>, usual: &request::Usual) -> Result<Asked<'a>, Error> {
    match word {
        Some(word) => {
            if let Some(error) = several_for_one(catalog, word, |id| format!("`--region {id}`").into()) {
                return Err(error);
            }
            Ok(Asked { places: vec![find(catalog, word)?], ..Asked::default() })
        }
        None => asked(catalog, &[], usual).map(|mut asked| {
            asked.is_first = asked.places.len() > 1;
            asked.places.truncate(1);
            asked
        }),
    }
}

/// Says that a word names several regions, and how to name one alone, where no more are asked for.
pub fn several_for_one(catalog: &Catalog<'_>, word: &str, one: impl Fn(&str) -> Hint) -> Option<Error> {
    let regions: Vec<Region<'_>> = catalog.regions().collect();
    several(word, &regions, |ids| Hint::from("one region is asked for: ").then(one(ids[0])))
}

/// Says that ids stand side by side in a word, and which region's id they are together.
fn several(word: &str, regions: &[Region<'_>], hint: impl Fn(&[&str]) -> Hint) -> Option<Error> {
    let ids = several_ids(word, regions)?;
    let error = Error::failed(format!("{} names {} regions", ticked(word), ids.len())).hint(hint(&ids));
    let together = ids.join("-");
    let region = regions.iter().find(|region| region.id == together);
    Some(region.into_iter().fold(error, |error, region| error.hint(is(region))))
}

/// Finds the region that a word means in one reading; none where nothing is called so.
///
/// # Errors
/// Where it means several.
pub fn find_read<'a>(catalog: &Catalog<'a>, word: &str, most: Reading) -> Result<Option<Place<'a>>, Error> {
    let regions: Vec<Region<'a>> = catalog.regions().collect();
    if let Some(error) =
        several(word, &regions, |ids| format!("part them by commas: `--region {}`", ids.join(",")).into())
    {
        return Err(error);
    }
    match within::find(word, &regions) {
        Within::Here(at) => {
            let (region, word) = (regions[at].clone(), word.to_owned());
            return Ok(Some(Place { at: at.into(), region, word, reading: Reading::Part, namesakes: Vec::new() }));
        }
        Within::NoCity(of) => return Err(no_city(word, of)),
        Within::Nothing => {}
    }
    let (metros, larger): (Vec<_>, Vec<_>) =
        regions.iter().enumerate().map(choice).partition(|choice| regions[choice.at].level == RegionLevel::Metro);
    let is_larger = !matches!(choose(word, &larger, KIND.parts, most), Picked::Nothing);
    if !is_larger && let Some(error) = elsewhere(word, &metros, &regions, most) {
        return Err(error);
    }
    let Some(pick) = pick_read::<RegionIx>(word, if is_larger { &larger } else { &metros }, &KIND, most)? else {
        return Ok(None);
    };
    let region = regions[pick.at.at()].clone();
    let others = regions.into_iter().filter(|other| other.id != region.id);
    let namesakes = others.filter(|other| is_namesake(other, word)).collect();
    Ok(Some(Place { at: pick.at, region, word: word.to_owned(), reading: pick.reading, namesakes }))
}

/// Says that a bare town's name is that of a better known place abroad too: neither is guessed.
fn elsewhere(word: &str, metros: &[Choice<'_>], regions: &[Region<'_>], most: Reading) -> Option<Error> {
    let found = match choose(word, metros, KIND.parts, most) {
        Picked::One(only, Reading::Part) => vec![only],
        Picked::Several(several) => several,
        _ => return None,
    };
    // An id is no town's name, nor is its beginning.
    let is_name = |choice: &&&Choice<'_>| !fold::key(choice.names[0]).starts_with(&fold::key(word));
    let country = found.iter().filter(is_name).find_map(|choice| regions[choice.at].elsewhere)?;
    let ids: Vec<&str> = found.iter().map(|choice| regions[choice.at].id).collect();
    let message = format!(
        "{word} may mean {} in {country}, of which there is no figure by city, or {}",
        word.trim(),
        suggest::one_of(&ids),
        word = ticked(word)
    );
    let is_country = |region: &&Region<'_>| region.level == RegionLevel::Country && region.name == country;
    let abroad = regions.iter().find(is_country).map(|region| region.id);
    let hints = abroad.into_iter().chain(ids).map(|id| format!("`--region {id}`")).collect::<Vec<_>>();
    Some(Error::failed(message).hint(format!("say which: {}", hints.join(" or "))))
}

fn choice<'a>((at, region): (usize, &Region<'a>)) -> Choice<'a> {
    let names = [region.id, region.name].into_iter().chain(region.aliases.iter().copied());
    Choice { at, layer: 0, names: names.collect() }
}

/// Tells whether a word is the code of a state without its country's.
fn is_namesake(region: &Region<'_>, word: &str) -> bool {
    let own = region.id.rsplit_once('-').map(|(_, own)| own);
    region.level == RegionLevel::State && own.is_some_and(|own| own.eq_ignore_ascii_case(word.trim()))
}

/// Says that no region is called so: a state that bears the code, else the nearest names.
fn none(catalog: &Catalog<'_>, word: &str) -> Error {
    let regions: Vec<Region<'_>> = catalog.regions().collect();
    if regions.is_empty() {
        return Error::failed(format!("no region is called {}", ticked(word))).hint(absent::none_there(KIND.what));
    }
    let namesakes: Vec<&Region<'_>> = regions.iter().filter(|region| is_namesake(region, word)).collect();
    if let Some((first, _)) = word.split_once(',') {
        let error = Error::failed(format!("no region is called {}", ticked(word)));
        return error.hint(format!("one region is asked for: `--region {}`", typeable(first.trim())));
    }
    if namesakes.is_empty() {
        // Everything is like a code of two letters: there is nothing to suggest.
        let names =
            regions.iter().flat_map(|region| [region.id, region.name].into_iter().chain(region.aliases.clone()));
        let is_long = fold::key(word).chars().count() > 3;
        // As it is spelt: who asks for London is not helped with New London.
        let near = suggest::did_you_mean(&suggest::alike(word, names.filter(|_| is_long), 3));
        let error = Error::failed(format!("no region is called {}", ticked(word)));
        let error = error.hint(near.map_or_else(|| hint![Ask::of(KIND.listing), " lists them"], Hint::from));
        return cities(&regions).filter(|_| is_long).into_iter().fold(error, Error::hint);
    }
    let error = Error::failed(format!("no region is called {}", ticked(word)));
    namesakes.into_iter().fold(error, |error, region| error.hint(is(region)))
}

/// The ids that stand side by side in a word, parted by anything but a comma: `us de` is not Delaware.
fn several_ids<'a>(word: &str, regions: &[Region<'a>]) -> Option<Vec<&'a str>> {
    let is_apart = |c: char| !c.is_alphanumeric() && c != '-' && c != ',';
    let parts: Vec<&str> = word.split(is_apart).filter(|part| !part.is_empty()).collect();
    let id = |part: &&str| regions.iter().map(|region| region.id).find(|id| id.eq_ignore_ascii_case(part));
    if parts.len() < 2 {
        return None;
    }
    parts.iter().map(id).collect()
}

/// Tells whether a word names one place by the wider one that it lies in.
fn is_within(word: &str, catalog: &Catalog<'_>) -> bool {
    !matches!(within::find(word, &catalog.regions().collect::<Vec<_>>()), Within::Nothing)
}

/// Says that there is no figure of a city, but of the country that it was said to lie in.
fn no_city(word: &str, country: &Region<'_>) -> Error {
    let message = format!("no region is called {}: there is no figure by city in {}", ticked(word), country.name);
    Error::failed(message).hint(format!("name the country: `--region {}`", country.id))
}

/// Says in which countries cities are told apart; nothing where there are none.
fn cities(regions: &[Region<'_>]) -> Option<String> {
    let metros = regions.iter().filter(|region| region.level == RegionLevel::Metro);
    let country = |region: &Region<'_>| {
        let mut at = region.parent;
        while let Some(above) = at.map(|at| &regions[at.at()]).filter(|above| above.level != RegionLevel::Country) {
            at = above.parent;
        }
        at.map(|at| regions[at.at()].id)
    };
    let mut countries: Vec<&str> = metros.filter_map(country).collect();
    countries.arrange();
    countries.dedup();
    let of = suggest::all_of(&countries);
    (!countries.is_empty()).then(|| format!("figures by city are of {of} only: elsewhere, name the country"))
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
        match namesakes.as_slice() {
            [] if *reading <= Reading::Typed => None,
            [] => Some(read_as(word, region.id, region.name)),
            _ if word.trim() == region.id => None,
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
