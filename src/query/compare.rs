//! `roles compare`: roles side by side.

use crate::catalog::Catalog;
use crate::catalog::model::{CompetencyIx, Proficiency, Profile, RegionIx, RegionLevel, RoleIx, ToolIx};
use crate::query::counterparts::Counterparts;
use crate::query::fit::entry;
use crate::query::graded::Graded;
use crate::query::grades;
use crate::query::ladders::{climbs, distances};
use crate::query::namer::Namer;
use crate::query::one_source;
use crate::query::one_source::{End, Picked};
use crate::query::pay;
use crate::query::pay::{ByRegion, Candidate};
use crate::query::place;
use crate::query::place::Place;
use crate::query::{Answer, scales, words};
use crate::request;
use crate::text::hint::{Ask, hint};
use crate::text::sorting::Arrange;
use crate::view::error::{Error, Exit, ticked};
use crate::view::{
    ComparedCompetency, ComparedPay, ComparedTool, Comparison, Distance, Entry, Mark, OwnLevel, PayApart, View,
};

/// Puts two roles or more side by side.
///
/// # Errors
/// When a role is unknown, or only one is named.
pub fn answer<'a>(catalog: Catalog<'a>, args: &request::Compare) -> Result<Answer<'a>, Error> {
    let found = words::several(&catalog, &args.roles, words::COMPARE)?;
    let mut graded: Vec<Graded<'a>> = Vec::new();
    for one in &found {
        let one = Graded::of(&catalog, one);
        if !graded.iter().any(|other| other.is(&one)) {
            graded.push(one);
        }
    }
    let roles: Vec<RoleIx> = graded.iter().map(|one| one.role).collect();
    if roles.len() < 2 {
        return Err(one_role(&catalog, args, &roles));
    }
    let asked = place::asked(&catalog, &args.region, &args.usual)?;
    let usual = asked.notes();
    let place::Asked { places, is_usual, .. } = asked;
    let namer = Namer::new(catalog);
    let profiles: Vec<Profile<'a>> = graded.iter().map(|one| one.profile(&catalog)).collect();
    let (salary, apart) = salary(&namer, &roles, &profiles, &places);
    let view = Comparison {
        roles: graded.iter().map(|one| one.name(&namer)).collect(),
        competencies: competencies(&catalog, &profiles, args.differences),
        tools: tools(&catalog, &profiles, args.differences),
        salary,
        apart,
        distances: distances_between(&catalog, &graded),
        differences_only: args.differences,
    };
    let notes = if is_usual { usual } else { usual.into_iter().chain(told_of(&view, &places)).collect() };
    let is_none = !is_usual && !places.is_empty() && places.iter().all(|place| figures(&view, place) == 0);
    let exit = if is_none { Exit::Nothing } else { Exit::Answered };
    Ok(Answer { exit, ..Answer::noted(View::Compare(view), notes) }.told(found))
}

/// Of how many roles there is a figure in a region.
fn figures(view: &Comparison<'_>, place: &Place<'_>) -> usize {
    let apart = view.apart.iter().find(|it| it.region.id == place.id());
    apart.map_or(view.roles.len(), |apart| apart.pay.iter().flatten().count())
}

/// Says how regions were read, and where some of the roles have no figure, or none of them.
fn told_of(view: &Comparison<'_>, places: &[Place<'_>]) -> Vec<String> {
    let without = |place: &Place<'_>| match figures(view, place) {
        0 => Some(place.without(" of these roles")),
        some if some < view.roles.len() => Some(place.without(" of all of them")),
        _ => None,
    };
    places.iter().filter_map(Place::note).chain(places.iter().filter_map(without)).collect()
}

/// Says that one role is not enough, and names another beside it: one that it leads to or comes from.
fn one_role(catalog: &Catalog<'_>, args: &request::Compare, roles: &[RoleIx]) -> Error {
    let error = Error::failed(format!("{} is one role", ticked(&args.roles.join(" "))));
    let moves = roles.iter().map(|role| catalog.moves(*role));
    let near = moves.flat_map(|it| it.next.into_iter().chain(it.prerequisites).chain(it.lateral)).map(|edge| edge.role);
    let others = near.chain(catalog.heads().map(|(role, _)| role));
    let other =
        others.map(|role| (role, catalog.head(role))).find(|(role, head)| !head.hidden && !roles.contains(role));
    let other = other.map(|(_, head)| head.id);
    let ids = roles.iter().map(|role| catalog.id(*role)).chain(other);
    error.hint(hint!["name two or more: ", Ask::of("compare").words(ids)]).again()
}

fn competencies<'a>(catalog: &Catalog<'a>, profiles: &[Profile<'a>], differences: bool) -> Vec<ComparedCompetency<'a>> {
    let counterparts = Counterparts::new(catalog);
    let is_rated = |at: CompetencyIx| profiles.iter().any(|it| it.ratings.iter().any(|it| it.competency == at));
    let has_row = |at: CompetencyIx| is_rated(at) && !counterparts.stands_elsewhere(profiles, at);
    let mut compared: Vec<ComparedCompetency<'a>> = catalog
        .competency_names()
        .enumerate()
        .filter(|(at, _)| has_row((*at).into()))
        .map(|(at, competency)| {
            let marks: Vec<_> =
                profiles.iter().map(|profile| mark(catalog, &counterparts, profile, at.into())).collect();
            // Where one alone has evidence, nothing is known of a difference.
            let is_rated = marks.iter().flatten().count() > 1;
            let difference = is_rated.then(|| difference(&marks, |mark| Some(mark.weight)));
            let level_difference = is_rated.then(|| difference_of_levels(&marks)).flatten();
            let scales_differ = is_rated && level_difference.is_none();
            let competency = Entry { id: competency.id, title: competency.title };
            ComparedCompetency { competency, marks, difference, level_difference, scales_differ }
        })
        .filter(|row| row.marks.iter().any(Option::is_some))
        .collect();
    if differences {
        compared.retain(|row| {
            row.difference.is_some_and(|it| it > 0)
                || row.level_difference.is_some_and(|it| it > 0)
                || row.scales_differ
        });
    }
    compared.arrange_by_key(|row| {
        // A step of level counts as much as the competency matters to whom it matters most.
        let matters = row.marks.iter().flatten().map(|mark| mark.weight).max().unwrap_or(0);
        let level = row.level_difference.map_or(0, |level| u16::from(level) * u16::from(matters) / 100);
        let differs = row.difference.map(|weight| u16::from(weight) + level);
        (std::cmp::Reverse(differs), row.competency.title)
    });
    compared
}

fn mark<'a>(
    catalog: &Catalog<'a>,
    counterparts: &Counterparts,
    profile: &Profile<'a>,
    competency: CompetencyIx,
) -> Option<Mark<'a>> {
    let rating = counterparts.rating(profile, competency)?;
    let proficiency = rating.level.map(Proficiency::word);
    let of = (rating.competency != competency).then(|| entry(catalog, rating.competency));
    let expects = profile.expects(rating.competency);
    let own_level = scales::of_role(catalog, profile, rating.competency);
    Some(Mark { weight: rating.weight, level: rating.level, proficiency, own_level, of, expects })
}

/// How far apart the highest and the lowest of something are. What nobody knows differs from nothing.
fn difference(marks: &[Option<Mark<'_>>], of: impl Fn(&Mark<'_>) -> Option<u8>) -> u8 {
    let known = || marks.iter().flatten().filter_map(&of);
    known().max().unwrap_or(0) - known().min().unwrap_or(0)
}

/// By their words: a quarter of the scale for each, and on one scale of a company's own the part of it that a step is.
/// None where scales differ and nobody says how they compare.
fn difference_of_levels(marks: &[Option<Mark<'_>>]) -> Option<u8> {
    let own = || marks.iter().flatten().map(|mark| mark.own_level.as_ref());
    let first = own().flatten().next();
    if first.is_some_and(|first| own().all(|other| other.is_some_and(|other| other.scale == first.scale))) {
        let part = |own: &OwnLevel<'_>| (u16::from(own.step) * 100 / u16::from(own.steps.max(1))) as u8;
        return Some(difference(marks, |mark| mark.own_level.as_ref().map(part)));
    }
    let word = |level: u8| if level == 0 { 0 } else { Proficiency::of_level(level).score() };
    let is_apart = marks.iter().flatten().any(|mark| mark.own_level.is_some() && mark.level.is_none());
    let has_level = |mark: &&Mark<'_>| mark.level.is_some() || mark.own_level.is_some();
    let has_several = marks.iter().flatten().filter(has_level).count() > 1;
    (!is_apart || !has_several).then(|| difference(marks, |mark| mark.level.map(word)))
}

/// Tools by how many of the roles ask for them, those that only one asks for first.
fn tools<'a>(catalog: &Catalog<'a>, profiles: &[Profile<'a>], differences: bool) -> Vec<ComparedTool<'a>> {
    let mut seen: Vec<ToolIx> = Vec::new();
    for used in profiles.iter().flat_map(|profile| &profile.tools) {
        if !seen.contains(&used.tool) {
            seen.push(used.tool);
        }
    }
    let of = |profile: &Profile<'a>, tool| {
        profile.tools.iter().find(|used| used.tool == tool).map(|used| used.proficiency.name())
    };
    let mut compared: Vec<ComparedTool<'a>> = seen
        .into_iter()
        .map(|tool| {
            let proficiencies = profiles.iter().map(|profile| of(profile, tool)).collect();
            let tool = catalog.tool_name(tool);
            ComparedTool { tool: Entry { id: tool.id, title: tool.title }, proficiencies }
        })
        .collect();
    if differences {
        compared.retain(|row| row.proficiencies.iter().any(|proficiency| *proficiency != row.proficiencies[0]));
    }
    compared.arrange_by_key(|row| row.proficiencies.iter().flatten().count());
    compared
}

/// Regions where every role has a figure of one source, each set side by side with its like; and those that were
/// asked for where it has not, with what each role is paid there.
fn salary<'a>(
    namer: &Namer<'a>,
    roles: &[RoleIx],
    profiles: &[Profile<'a>],
    places: &[Place<'a>],
) -> (Vec<ComparedPay<'a>>, Vec<PayApart<'a>>) {
    let levels = match places {
        [] => vec![RegionLevel::World, RegionLevel::Country],
        places => places.iter().map(Place::level).collect(),
    };
    let of_role = |(role, profile): (&RoleIx, &Profile<'a>)| pay::of_profile(&namer.catalog, *role, profile, &levels);
    let of_roles: Vec<ByRegion<'a>> = roles.iter().zip(profiles).map(of_role).collect();
    let asked: Vec<RegionIx> = match places {
        [] => of_roles[0].keys().copied().collect(),
        places => places.iter().map(|place| place.at).collect(),
    };
    let (mut rows, mut apart) = (Vec::new(), Vec::new());
    for region in asked {
        match beside(namer, roles, profiles, &of_roles, region) {
            Ok(row) => rows.push(row),
            Err(it) => apart.extend((!places.is_empty()).then_some(it)),
        }
    }
    rows.arrange_by_key(|row| (row.pay[0].region.level != "world", row.pay[0].region.name));
    (rows, apart)
}

/// The figures of a region beside each other, or apart.
fn beside<'a>(
    namer: &Namer<'a>,
    roles: &[RoleIx],
    profiles: &[Profile<'a>],
    of_roles: &[ByRegion<'a>],
    region: RegionIx,
) -> Result<ComparedPay<'a>, PayApart<'a>> {
    let rows = |regions: &ByRegion<'a>| regions.get(&region).cloned().unwrap_or_default();
    let rows: Vec<Vec<Candidate<'a>>> = of_roles.iter().map(rows).collect();
    let ends = roles.iter().zip(profiles).zip(&rows);
    let ends: Vec<End<'_, 'a>> = ends.map(|((role, profile), rows)| End { role: *role, profile, rows }).collect();
    match one_source::pick(&ends, &|_| None) {
        Picked::Beside(row) => Ok(ComparedPay {
            shown_otherwise: one_source::shown_otherwise(namer, &ends, &row),
            pay: row.iter().map(|candidate| candidate.view(namer)).collect(),
        }),
        Picked::Apart { why, shown } => {
            let pay = shown.iter().map(|figure| figure.map(|figure| figure.view(namer))).collect();
            Err(PayApart { region: namer.region(region), why, pay })
        }
    }
}

/// How far each is from each other. From one grade of a role to a higher one a promotion is a grade; to or from a grade
/// of another role they are those of a path: up to the grade by which a role is left, and from the lowest of the next.
fn distances_between<'a>(catalog: &Catalog<'a>, graded: &[Graded<'a>]) -> Vec<Distance<'a>> {
    let at = |it: &Graded<'a>| {
        let grades = catalog.grades(it.role);
        it.grade.as_ref().and_then(|own| grades.iter().position(|grade| grade.id == own.id))
    };
    let mut apart = Vec::new();
    for from in graded {
        let (steps, climbs) = (distances(catalog, from.role), climbs(catalog, from.role, at(from)));
        for to in graded.iter().filter(|to| !to.is(from)) {
            let steps = match (from.role == to.role, at(from), at(to)) {
                (true, Some(before), Some(after)) => after.checked_sub(before),
                // The whole of a role and one of its grades are no steps apart.
                (true, ..) => continue,
                (false, None, None) => steps.get(&to.role).copied(),
                (false, _, after) => climbs.get(&to.role).map(|steps| steps + after.unwrap_or(0)),
            };
            let [from_grade, to_grade] = [from, to].map(|it| it.grade.as_ref().map(grades::entry));
            let [from, to] = [from, to].map(|it| catalog.id(it.role));
            apart.push(Distance { from, from_grade, to, to_grade, steps });
        }
    }
    apart
}
