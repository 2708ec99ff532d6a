//! Where regions lie: metros in states or countries, states in countries, countries in the one world.

use std::collections::{HashMap, HashSet};

use crate::catalog::model::{Region, RegionLevel};
use crate::catalog::read::diagnostic::{Diagnostic, Place};
use crate::catalog::read::load::{In, Layer};
use crate::catalog::read::schema;
use crate::catalog::read::schema::place;
use crate::catalog::resolve::table::Table;
use crate::text::harmless::shown;

/// Notes regions that lie in none of the wider ones, or in the wrong one: then they lie in no circle
/// either. Told where the layer writes the region, or its parent. Of some it is unsaid of which level they
/// are, or in which one they lie: that is told by itself, and nothing follows from it.
pub fn crooked(regions: &Table<'_, Region<'_>>, layer: &Layer, catalog: u8, unsaid: &HashSet<&str>) -> Vec<Diagnostic> {
    let written: HashMap<&str, &In<schema::Region>> =
        layer.regions.iter().map(|written| (written.value.id.value.as_ref(), written)).collect();
    let world = regions.records.iter().find(|region| region.level == RegionLevel::World).map(|world| world.id);
    let crooked = |region: &Region<'_>| {
        let parent = parent(regions, region);
        let mut own_and_parents = std::iter::once(region.id).chain(parent.map(|parent| parent.id));
        if own_and_parents.clone().any(|id| unsaid.contains(id)) {
            return None;
        }
        let written = own_and_parents.find_map(|id| written.get(id))?;
        let message = misplaced(regions, region, parent, world)?;
        let place = written.value.parent.as_ref().filter(|_| *written.value.id.value == *region.id);
        let place: Place = place.map_or_else(|| self::place(&written.value.id), self::place);
        let fault = Diagnostic::at(written.of(catalog), place, "crooked-region", message);
        Some(fault.help("metros lie in states or countries, states in countries, countries in the world"))
    };
    let mut faults: Vec<Diagnostic> = regions.records.iter().filter_map(crooked).collect();
    // One region that is written wrongly may have hundreds below it.
    let mut places = HashSet::new();
    faults.retain(|fault| places.insert((fault.file.clone(), fault.line, fault.column)));
    faults
}

/// Says that a region of a catalog beneath cannot become one of another kind: its figures would turn with it.
pub fn turned(written: &In<schema::Region>, catalog: u8, was: RegionLevel) -> Option<Diagnostic> {
    let level = written.value.level?;
    let id = shown(&written.value.id.value);
    let message = format!("`{id}` is a {} in the catalog beneath, and cannot become a {}", was.name(), level.name());
    let fault = Diagnostic::at(written.of(catalog), place(&written.value.id), "crooked-region", message);
    Some(
        fault
            .help("a code is a country's; give a state or a metro one of its own, behind that of its country: `us-pa`"),
    )
}

fn parent<'r, 'a>(regions: &'r Table<'a, Region<'a>>, region: &Region<'_>) -> Option<&'r Region<'a>> {
    region.parent.map(|parent| &regions.records[parent.at()])
}

/// Says what is wrong with the place of a region.
fn misplaced(
    regions: &Table<'_, Region<'_>>,
    region: &Region<'_>,
    parent: Option<&Region<'_>>,
    world: Option<&str>,
) -> Option<String> {
    use RegionLevel::{Country, Metro, State, World};
    let (id, level) = (shown(region.id), region.level.name());
    match (region.level, parent.map(|parent| parent.level)) {
        (World, None) => {
            world.filter(|world| *world != region.id).map(|world| format!("the world is `{world}`, and no other"))
        }
        (State, None) => Some(format!("the state `{id}` lies in no country: it has no `parent`")),
        (Metro, None) => Some(format!("the metro `{id}` lies in no state or country: it has no `parent`")),
        (Country, None | Some(World)) => None,
        (State, Some(Country)) | (Metro, Some(State | Country)) => abroad(regions, region),
        (_, Some(wider)) => {
            let parent = parent.map_or("", |parent| parent.id);
            Some(format!("the {level} `{id}` cannot lie in the {} `{}`", wider.name(), shown(parent)))
        }
    }
}

/// Says that a region's code is one of another country's: `us-ca` lies in no other than `us`.
fn abroad(regions: &Table<'_, Region<'_>>, region: &Region<'_>) -> Option<String> {
    let parent = parent(regions, region)?;
    let beginnings = region.id.match_indices('-').map(|(at, _)| &region.id[..at]);
    let mut of_code = beginnings.rev().filter_map(|id| regions.find(id)).map(|at| &regions.records[at]);
    let of_code = of_code.find(|wider| match region.level {
        RegionLevel::State => wider.level == RegionLevel::Country && is_subdivision(region.id),
        _ => wider.level == RegionLevel::State,
    })?;
    (country(regions, of_code)? != country(regions, region)?).then(|| {
        let (level, id) = (region.level.name(), shown(region.id));
        format!("the {level} `{id}` cannot lie in `{}`: its code is one of `{}`", parent.id, of_code.id)
    })
}

/// Tells whether an id has the form of ISO 3166-2: `us-ca`, `gb-eng`.
fn is_subdivision(id: &str) -> bool {
    let is_code =
        |code: &str, lengths: std::ops::RangeInclusive<usize>| lengths.contains(&code.len()) && !code.contains('-');
    id.split_once('-').is_some_and(|(country, own)| is_code(country, 2..=2) && is_code(own, 1..=3))
}

/// Returns the country that a region lies in, or is.
fn country<'r>(regions: &'r Table<'_, Region<'_>>, region: &'r Region<'_>) -> Option<&'r str> {
    // A region may lie in a circle, and is told of elsewhere.
    const DEEPEST: usize = 4;
    let mut above = std::iter::successors(Some(region), |region| parent(regions, region)).take(DEEPEST);
    above.find(|region| region.level == RegionLevel::Country).map(|country| country.id)
}
