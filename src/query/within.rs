//! One place by two names: a town, or a state, and the wider region that it lies in, parted by a comma.

use crate::catalog::model::{Region, RegionLevel};
use crate::text::{fold, suggest};

/// What `San Jose, CA` or `Rome, Italy` means.
pub enum Within<'r, 'a> {
    /// The region of a position.
    Here(usize),
    /// A city of a country that has no figures by city.
    NoCity(&'r Region<'a>),
    /// No such pair.
    Nothing,
}

/// Finds the one place that two names mean. Ids are a list, and so are names that do not lie in each other.
pub fn find<'r, 'a>(word: &str, regions: &'r [Region<'a>]) -> Within<'r, 'a> {
    let Some((first, wider)) = word.rsplit_once(',').map(|(first, wider)| (first.trim(), wider.trim())) else {
        return Within::Nothing;
    };
    let is_whole = |region: &Region<'_>| region.name.eq_ignore_ascii_case(word.trim());
    let is_id = |region: &Region<'_>| region.id.eq_ignore_ascii_case(first);
    if first.is_empty() || first.contains(',') || regions.iter().any(|region| is_whole(region) || is_id(region)) {
        return Within::Nothing;
    }
    let wider: Vec<usize> = (0..regions.len()).filter(|at| is_wider(&regions[*at], wider)).collect();
    let lies = |at: usize| wider.iter().any(|wider| lies_in(regions, at, *wider));
    let found: Vec<usize> = (0..regions.len()).filter(|at| is_called(&regions[*at], first) && lies(*at)).collect();
    match (found.as_slice(), wider.as_slice()) {
        ([only], _) => Within::Here(*only),
        ([], [only]) if is_town_elsewhere(first, &regions[*only], regions) => Within::NoCity(&regions[*only]),
        _ => Within::Nothing,
    }
}

/// Tells whether a country or a state is meant: by its name, its code, or its code without the country's.
fn is_wider(region: &Region<'_>, word: &str) -> bool {
    let own = region.id.rsplit_once('-').map(|(_, own)| own);
    let is_word = |name: &&str| name.eq_ignore_ascii_case(word) || fold::key(name) == fold::key(word);
    let names = [region.id, region.name].into_iter().chain(region.aliases.iter().copied());
    let is_state = region.level == RegionLevel::State;
    matches!(region.level, RegionLevel::State | RegionLevel::Country)
        && (names.clone().any(|name| is_word(&name)) || is_state && own.is_some_and(|own| is_word(&own)))
}

/// Tells whether a metro has a town of this name, or a state is called so.
fn is_called(region: &Region<'_>, name: &str) -> bool {
    let key = fold::key(name);
    match region.level {
        RegionLevel::Metro => towns(region).any(|town| fold::key(town) == key),
        RegionLevel::State => fold::key(region.name) == key,
        _ => false,
    }
}

/// The towns of a metro: it is named after them, and after its states behind a comma.
fn towns<'r>(region: &Region<'r>) -> impl Iterator<Item = &'r str> {
    region.name.rsplit_once(", ").map_or(region.name, |(towns, _)| towns).split('-')
}

/// Tells whether a region lies in a wider one. A metro of several states lies in each that its name has.
fn lies_in(regions: &[Region<'_>], at: usize, wider: usize) -> bool {
    let region = &regions[at];
    let own = regions[wider].id.rsplit_once('-').map_or("", |(_, own)| own);
    let states = region.name.rsplit_once(", ").map_or("", |(_, states)| states);
    let is_named = region.level == RegionLevel::Metro
        && regions[wider].level == RegionLevel::State
        && states.split('-').any(|state| state.eq_ignore_ascii_case(own));
    let above = |at: &usize| regions[*at].parent.map(|parent| parent.at());
    is_named || std::iter::successors(above(&at), above).any(|above| above == wider)
}

/// Tells whether a name before that of a country without figures by city is a city's: no wider region is
/// called so, or nearly so.
fn is_town_elsewhere(first: &str, country: &Region<'_>, regions: &[Region<'_>]) -> bool {
    let larger = regions.iter().filter(|region| region.level != RegionLevel::Metro);
    let names = larger.flat_map(|region| [region.id, region.name].into_iter().chain(region.aliases.iter().copied()));
    country.level == RegionLevel::Country
        && !has_cities(country, regions)
        && names.clone().all(|name| fold::key(name) != fold::key(first))
        && suggest::alike(first, names, 1).is_empty()
}

fn has_cities(country: &Region<'_>, regions: &[Region<'_>]) -> bool {
    let above = |region: &&Region<'_>| region.parent.map(|parent| &regions[parent.at()]);
    let lies_there = |metro: &Region<'_>| {
        std::iter::successors(Some(metro), |region| above(region)).any(|region| region.id == country.id)
    };
    regions.iter().any(|region| region.level == RegionLevel::Metro && lies_there(region))
}
