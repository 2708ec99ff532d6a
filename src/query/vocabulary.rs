//! The vocabulary's listings: sources, competencies, tools, families, levels, regions.

use crate::catalog::Catalog;
use crate::catalog::model;
use crate::catalog::model::{CompetencyIx, Proficiency, RegionIx, RegionLevel, SourceIx, ToolIx};
use crate::catalog::standing::is_old;
use crate::query::namer::Namer;
use crate::query::scales::looks;
use crate::query::{Answer, absent, arithmetic, fit, lookup, pick, scales, show};
use crate::request;
use crate::request::RegionsBy;
use crate::text::hint::{Ask, hint};
use crate::text::sorting::Arrange;
use crate::view::error::Error;
use crate::view::{
    Accuracy, Competencies, CompetencyEntry, CompetencyPage, Correlation, Element, Entry, Families, FamilyEntry,
    LevelEntry, Levels, MeasuredError, RegionEntry, Regions, RoleWeight, SourceEntry, Sources, ToolEntry, ToolPage,
    ToolUser, Tools, TrackLevel, View,
};

/// Who the facts and figures come from.
///
/// # Errors
/// When the source is unknown or ambiguous.
pub fn sources<'a>(catalog: Catalog<'a>, args: &request::SourceId) -> Result<Answer<'a>, Error> {
    let namer = Namer::new(catalog);
    let mut notes = Vec::new();
    let word = args.id.join(" ");
    let wanted: Vec<SourceIx> = match args.id.as_slice() {
        [] => (0..catalog.source_names().count()).map(SourceIx::from).collect(),
        _ => vec![pick::source(&catalog, &word)?.told(&word, &mut notes)],
    };
    let mut sources: Vec<SourceEntry<'a>> = wanted.iter().map(|source| source_entry(&namer, *source)).collect();
    if let ([entry], [source]) = (sources.as_mut_slice(), wanted.as_slice()) {
        entry.accuracy = (catalog.about().readers == Some(*source)).then(|| accuracy(&namer));
    }
    if args.stale {
        sources.retain(|source| source.year.is_some_and(|year| is_old(year, catalog.about().newest)));
        match (sources.is_empty(), wanted.as_slice()) {
            (false, _) => notes.push(format!("{}, the year of the newest source", older(&catalog))),
            (true, wanted) => return Err(none_stale(&catalog, wanted)),
        }
    }
    let one = !args.id.is_empty();
    let catalogs = if one { Vec::new() } else { namer.imprints() };
    let view = View::Sources(Sources { sources, catalogs, one });
    Ok(Answer::noted(view, notes))
}

/// "more than three years older than 2026".
fn older(catalog: &Catalog<'_>) -> String {
    format!("more than three years older than {}", catalog.about().newest)
}

/// Says that no source is stale: none is old, none says its year, or there is none.
fn none_stale(catalog: &Catalog<'_>, all: &[SourceIx]) -> Error {
    if all.is_empty() {
        return Error::nothing(absent::none_there("source"));
    }
    let has_year = all.iter().any(|source| catalog.source(*source).year.is_some());
    let message =
        if has_year { format!("no source is {}", older(catalog)) } else { "no source says its year".to_owned() };
    Error::nothing(message).hint(hint![Ask::of("sources"), " lists all that there are"])
}

/// Returns a source as listings show it.
pub fn source_entry<'a>(namer: &Namer<'a>, source: SourceIx) -> SourceEntry<'a> {
    let record = namer.catalog.source(source);
    SourceEntry {
        source: namer.source(source),
        title: record.title,
        year: record.year,
        publisher: record.publisher,
        kind: record.kind.name(),
        licence: record.licence,
        url: record.url,
        credit: record.credit,
        caveat: record.caveat,
        catalog: namer.origin(record.origin),
        accuracy: None,
    }
}

fn accuracy<'a>(namer: &Namer<'a>) -> Accuracy<'a> {
    let catalog = namer.catalog;
    let measured = catalog.scoring().measured.map(|measured| MeasuredError {
        cells: measured.cells,
        error: measured.error.value(),
        within_15: measured.within_15,
        levels: measured.levels,
        orderings: measured.orderings,
        held: measured.held,
    });
    let scales: Vec<(SourceIx, model::evidence::Scales)> =
        catalog.about().frameworks.into_iter().zip(catalog.scales()).collect();
    let of_competency = |(at, name): (usize, model::Name<'a>)| {
        let of_source = move |(source, scales): &(SourceIx, model::evidence::Scales)| {
            let scale = scales.competencies.get(at)?;
            Some(Correlation {
                competency: Entry { id: name.id, title: name.title },
                source: namer.source(*source),
                roles: scale.known,
                correlation: f64::from(scale.correlation?) / 100.0,
                standing: arithmetic::standing(scale.standing(model::Match::Exact)),
            })
        };
        scales.iter().filter_map(of_source).collect::<Vec<_>>()
    };
    let correlations = catalog.competency_names().enumerate().flat_map(of_competency).collect();
    let mut accuracy = Accuracy { measured, read: 0, judged: 0, judged_weights: 0, judged_levels: 0, correlations };
    count_judged(&catalog, &mut accuracy);
    accuracy
}

/// How many weights rest on readings, and how many of them were judged again.
fn count_judged(catalog: &Catalog<'_>, accuracy: &mut Accuracy<'_>) {
    for grounds in catalog.roles().map(|role| catalog.grounds(role)) {
        for terms in grounds.terms().iter().filter(|terms| terms.editors.is_some()) {
            let judged = terms.judged.map(|judged| (judged.weight.is_some(), judged.level.is_some()));
            let (weight, level) = judged.unwrap_or_default();
            accuracy.read += 1;
            accuracy.judged += usize::from(judged.is_some());
            accuracy.judged_weights += usize::from(weight);
            accuracy.judged_levels += usize::from(level);
        }
    }
}

/// What roles are measured by; or one competency.
///
/// # Errors
/// When the competency is unknown or ambiguous.
pub fn competencies<'a>(catalog: Catalog<'a>, args: &request::CompetencyId) -> Result<Answer<'a>, Error> {
    if !args.id.is_empty() {
        let (word, mut notes) = (args.id.join(" "), Vec::new());
        let competency = pick::competency(&catalog, &word)
            .map_err(|error| of_role(&catalog, &word, "competencies", error))?
            .told(&word, &mut notes);
        let view = View::Competency(competency_page(&Namer::new(catalog), competency));
        return Ok(Answer::noted(view, notes));
    }
    let competencies = catalog.competencies().map(|competency| competency_entry(&competency)).collect();
    Ok(View::Competencies(Competencies { competencies }).into())
}

fn competency_entry<'a>(competency: &model::Competency<'a>) -> CompetencyEntry<'a> {
    let model::Competency { id, title, definition, .. } = competency;
    CompetencyEntry { competency: Entry { id, title }, definition }
}

fn competency_page<'a>(namer: &Namer<'a>, index: CompetencyIx) -> CompetencyPage<'a> {
    let catalog = namer.catalog;
    let competency = catalog.competency(index);
    let own = catalog.about().scales;
    let mut roles: Vec<RoleWeight<'a>> = catalog
        .heads()
        .filter_map(|(role, head)| {
            let profile = catalog.profile(role);
            let rating = profile.ratings.iter().find(|rating| rating.competency == index)?;
            let proficiency = rating.level.map(Proficiency::word);
            let own_level = profile.stand(index).map(|stand| scales::level_on(&own, stand));
            let confidence = show::confidence(rating.confidence);
            Some(RoleWeight { role: namer.head(&head), weight: rating.weight, proficiency, own_level, confidence })
        })
        .collect();
    roles.arrange_by_key(|role| (std::cmp::Reverse(role.weight), role.role.title));
    CompetencyPage {
        competency: competency_entry(&competency),
        levels: looks(&catalog, &competency),
        same_as: competency.same_as.map(|other| fit::entry(&catalog, other)),
        part_of: competency.part_of.iter().map(|whole| fit::entry(&catalog, *whole)).collect(),
        terms: competency.terms.clone(),
        elements: elements(&catalog, index),
        roles,
    }
}

fn elements<'a>(catalog: &Catalog<'a>, competency: CompetencyIx) -> Vec<Element<'a>> {
    let frameworks: Vec<model::evidence::Framework<'a>> = catalog.frameworks().collect();
    let of_source = |elements: model::evidence::Elements<'a>| {
        let framework = frameworks.iter().find(|framework| framework.name == elements.source);
        let own = elements.elements.into_iter().filter(|element| element.competency == competency);
        own.map(|element| Element {
            framework: elements.source,
            element: element.name,
            name: framework.map_or(element.name, |framework| framework.name_of(element.name)),
            strength: if element.is_weak { "weak" } else { "direct" },
        })
        .collect::<Vec<_>>()
    };
    catalog.elements().flat_map(of_source).collect()
}

/// What roles work with; or one tool.
///
/// # Errors
/// When the tool is unknown or ambiguous.
pub fn tools<'a>(catalog: Catalog<'a>, args: &request::ToolId) -> Result<Answer<'a>, Error> {
    if !args.id.is_empty() {
        let (word, mut notes) = (args.id.join(" "), Vec::new());
        let tool = pick::tool(&catalog, &word)
            .map_err(|error| of_role(&catalog, &word, "tools", error))?
            .told(&word, &mut notes);
        let view = View::Tool(tool_page(&Namer::new(catalog), tool));
        return Ok(Answer::noted(view, notes));
    }
    let mut used = vec![0; catalog.tools().count()];
    for (role, _) in catalog.heads() {
        catalog.profile(role).tools.iter().for_each(|tool| used[tool.tool.at()] += 1);
    }
    let tools = catalog.tools().zip(used).map(|(tool, roles)| tool_entry(&tool, roles)).collect();
    Ok(View::Tools(Tools { tools }).into())
}

fn tool_entry<'a>(tool: &model::Tool<'a>, roles: usize) -> ToolEntry<'a> {
    let model::Tool { id, title, group, aliases, .. } = tool;
    ToolEntry { tool: Entry { id, title }, group, roles, aliases: aliases.clone() }
}

fn tool_page<'a>(namer: &Namer<'a>, index: ToolIx) -> ToolPage<'a> {
    let catalog = namer.catalog;
    let mut users: Vec<(Proficiency, ToolUser<'a>)> = Vec::new();
    for (role, head) in catalog.heads() {
        for used in catalog.profile(role).tools.iter().filter(|used| used.tool == index) {
            let (in_demand, hot, proficiency) = (used.in_demand, used.hot, used.proficiency.name());
            users.push((used.proficiency, ToolUser { role: namer.head(&head), proficiency, in_demand, hot }));
        }
    }
    users.arrange_by_key(|(proficiency, user)| (std::cmp::Reverse(*proficiency), user.role.title));
    let used_by: Vec<ToolUser<'a>> = users.into_iter().map(|(_, user)| user).collect();
    ToolPage { tool: tool_entry(&catalog.tool(index), used_by.len()), used_by }
}

/// What kinds of work there are.
pub fn families<'a>(catalog: Catalog<'a>) -> View<'a> {
    let mut roles = vec![0; catalog.families().count()];
    catalog.heads().for_each(|(_, head)| roles[head.family.at()] += 1);
    let families = catalog.families().zip(roles).map(|(family, roles)| FamilyEntry {
        family: Entry { id: family.id, title: family.title },
        definition: family.definition,
        roles,
    });
    View::Families(Families { families: families.collect() })
}

/// The ranks, and what each track calls them.
pub fn levels<'a>(catalog: Catalog<'a>) -> View<'a> {
    let levels = catalog.levels().map(|level| LevelEntry {
        rank: level.rank,
        names: level.names.iter().map(|name| track_level(&catalog, name)).collect(),
        definition: level.definition,
        roles: catalog.heads().filter(|(_, head)| head.level == level.rank).count(),
    });
    View::Levels(Levels { levels: levels.collect() })
}

fn track_level<'a>(catalog: &Catalog<'a>, name: &model::LevelName<'a>) -> TrackLevel<'a> {
    TrackLevel { track: catalog.track(name.track).id, name: name.name, aliases: name.aliases.clone() }
}

/// Where figures come from: countries, unless states or metropolitan areas are asked for. The catalog
/// knows every country by name; those without a figure are no answer.
pub fn regions<'a>(catalog: Catalog<'a>, args: &request::Regions) -> View<'a> {
    let wanted: &[RegionLevel] = match args.by {
        None | Some(RegionsBy::Country) => &[RegionLevel::World, RegionLevel::Country],
        Some(RegionsBy::State) => &[RegionLevel::State],
        Some(RegionsBy::Metro) => &[RegionLevel::Metro],
    };
    let roles = roles_by_region(&catalog, wanted);
    let namer = Namer::new(catalog);
    let mut regions: Vec<RegionEntry<'a>> = catalog
        .regions()
        .enumerate()
        .filter(|(at, region)| wanted.contains(&region.level) && roles[*at] > 0)
        .map(|(at, region)| RegionEntry {
            region: namer.region(at.into()),
            parent: region.parent.map(|parent| catalog.region_name(parent).id),
            currency: region.currency,
            roles: roles[at],
        })
        .collect();
    regions.arrange_by_key(|region| (region.region.level != "world", region.region.name));
    View::Regions(Regions { regions })
}

/// How many roles have a figure in each region.
fn roles_by_region(catalog: &Catalog<'_>, levels: &[RegionLevel]) -> Vec<usize> {
    let by_series: Vec<Vec<RegionIx>> =
        catalog.all_series().map(|(at, series)| regions_of(catalog, at, &series, levels)).collect();
    let mut roles = vec![0; catalog.regions().count()];
    for (role, _) in catalog.heads() {
        let mut regions: Vec<RegionIx> =
            catalog.profile(role).pay.iter().flat_map(|label| by_series[label.series.at()].iter().copied()).collect();
        regions.arrange();
        regions.dedup();
        regions.into_iter().for_each(|region| roles[region.at()] += 1);
    }
    roles
}

fn regions_of(
    catalog: &Catalog<'_>,
    at: model::SeriesIx,
    series: &model::Series<'_>,
    levels: &[RegionLevel],
) -> Vec<RegionIx> {
    match levels {
        [RegionLevel::State] => catalog.state_rows(at).iter().map(|row| row.region).collect(),
        [RegionLevel::Metro] => catalog.metro_rows(at).iter().map(|row| row.region).collect(),
        _ => series.rows.iter().map(|row| row.region).collect(),
    }
}

/// Where a role is named in place of one of a listing: the part of the role's page that has them.
fn of_role(catalog: &Catalog<'_>, word: &str, section: &str, error: Error) -> Error {
    match lookup::whole(catalog, word) {
        Some(role) => Error { hints: Vec::new(), ..error }
            .hint(hint!["of a role: ", Ask::of("show").words([catalog.id(role), "--section", section])]),
        None => error,
    }
}
