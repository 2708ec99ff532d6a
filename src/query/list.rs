//! `roles list`: which roles are there.

use crate::app::cli;
use crate::app::cli::Sort;
use crate::catalog::Catalog;
use crate::catalog::model::{CompetencyIx, Head, Proficiency, Rating, RoleIx};
use crate::query::lookup::Found;
use crate::query::namer::Namer;
use crate::query::{Answer, fit, lookup, pick};
use crate::view::error::{Error, ticked};
use crate::view::{Asked, ListedRole, RoleList, View};

/// Lists the roles that pass every filter. A ladder comes lowest rung first.
///
/// # Errors
/// When a filter names nothing, or several things.
pub fn answer<'a>(catalog: Catalog<'a>, args: &cli::List) -> Result<Answer<'a>, Error> {
    let namer = Namer::new(catalog);
    let mut heads: Vec<(RoleIx, Head<'a>)> = catalog.heads().collect();
    let mut notes = Vec::new();
    by_head(&catalog, args, &mut heads, &mut notes)?;
    let asked = by_profile(&catalog, args, &mut heads, &mut notes)?;
    let found = by_ladder(&catalog, args, &mut heads)?;
    match args.sort {
        Sort::Family => {}
        Sort::Title => heads.sort_by_key(|(_, head)| head.title),
        Sort::Level => heads.sort_by_key(|(_, head)| (head.level, head.title)),
        Sort::Id => heads.sort_by_key(|(_, head)| head.id),
    }
    if heads.is_empty() {
        let error = Error::nothing("no role passes all of these filters");
        return Err(notes.into_iter().fold(error, Error::hint).hint("`roles list` shows every role"));
    }
    let listed = |(role, head): &(RoleIx, Head<'a>)| {
        let ratings = if asked.is_empty() { Vec::new() } else { catalog.profile(*role).ratings };
        ListedRole { role: namer.head(head), competencies: weights(&catalog, &asked, &ratings) }
    };
    let roles = heads.iter().map(listed).collect();
    Ok(Answer::noted(View::List(RoleList { roles }), notes).told(found))
}

/// The weights and levels of the competencies that were asked for.
fn weights<'a>(catalog: &Catalog<'a>, asked: &[CompetencyIx], ratings: &[Rating<'a>]) -> Vec<Asked<'a>> {
    let weight = |competency: &CompetencyIx| {
        let rating = ratings.iter().find(|rating| rating.competency == *competency)?;
        let proficiency = rating.level.map(Proficiency::word);
        Some(Asked { competency: fit::entry(catalog, *competency), weight: rating.weight, proficiency })
    };
    asked.iter().filter_map(weight).collect()
}

/// Keeps the rungs of a ladder.
fn by_ladder<'a>(
    catalog: &Catalog<'a>,
    args: &cli::List,
    heads: &mut Vec<(RoleIx, Head<'a>)>,
) -> Result<Option<Found<'a>>, Error> {
    let Some(name) = &args.ladder else { return Ok(None) };
    let found = lookup::one(catalog, name)?;
    let Some(ladder) = catalog.ladder(found.role) else {
        let id = catalog.head(found.role).id;
        return Err(Error::nothing(format!("{} stands on no ladder", ticked(id))).hint(format!("`roles next {id}`")));
    };
    let rung = |role: RoleIx| ladder.rungs.iter().position(|rung| rung.role == role);
    heads.retain(|(role, _)| rung(*role).is_some());
    heads.sort_by_key(|(role, _)| rung(*role));
    Ok(Some(found))
}

fn by_head(
    catalog: &Catalog<'_>,
    args: &cli::List,
    heads: &mut Vec<(RoleIx, Head<'_>)>,
    notes: &mut Vec<String>,
) -> Result<(), Error> {
    if let Some(family) = &args.family {
        let family = pick::family(catalog, family)?.told(family, notes);
        heads.retain(|(_, head)| head.family == family);
    }
    if let Some(track) = &args.track {
        let track = pick::track(catalog, track)?.told(track, notes);
        heads.retain(|(_, head)| head.track == track);
    }
    if let Some(level) = &args.level {
        let ranks = pick::ranks(catalog, level)?;
        notes.extend(pick::ranks_of_one_name(catalog, level, &ranks));
        heads.retain(|(_, head)| {
            ranks.iter().any(|(rank, track)| head.level == *rank && track.is_none_or(|track| head.track == track))
        });
    }
    Ok(())
}

/// Keeps the roles that work with the tools, and need the competencies, which are returned.
fn by_profile(
    catalog: &Catalog<'_>,
    args: &cli::List,
    heads: &mut Vec<(RoleIx, Head<'_>)>,
    notes: &mut Vec<String>,
) -> Result<Vec<CompetencyIx>, Error> {
    let mut tools = Vec::new();
    for word in pick::tool_words(catalog, &args.tool) {
        tools.push(pick::tool(catalog, word)?.told(word, notes));
    }
    let mut weights = Vec::new();
    for word in pick::competency_words(catalog, &args.competency) {
        let (competency, least) = pick::weighted(catalog, word)?;
        weights.push((competency.told(word, notes), least));
    }
    if tools.is_empty() && weights.is_empty() {
        return Ok(Vec::new());
    }
    heads.retain(|(role, _)| {
        let profile = catalog.profile(*role);
        let uses = |tool| profile.tools.iter().any(|used| used.tool == tool);
        let needs = |(competency, least)| {
            profile.ratings.iter().any(|rating| rating.competency == competency && rating.weight >= least)
        };
        tools.iter().copied().all(uses) && weights.iter().copied().all(needs)
    });
    Ok(weights.into_iter().map(|(competency, _)| competency).collect())
}
