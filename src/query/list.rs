//! `roles list`: which roles are there.

use std::cmp::Reverse;

use crate::catalog::Catalog;
use crate::catalog::model::preparation::{Certificate, Preparation};
use crate::catalog::model::{CertificateIx, CompetencyIx, Head, Proficiency, Profile, RoleIx};
use crate::query::certificates::counting;
use crate::query::lookup::Found;
use crate::query::namer::Namer;
use crate::query::pick::Reading;
use crate::query::preparation::Part;
use crate::query::{Answer, absent, fit, listed, lookup, pick, preparation, required, scales};
use crate::request;
use crate::request::Sort;
use crate::text::fold;
use crate::text::hint::{Ask, hint};
use crate::text::sorting::Arrange;
use crate::view::error::{Error, ticked, typeable};
use crate::view::{Asked, Certified, Entry, ListedRole, Prepared, RoleList, View};

/// Whether a role passes one filter.
pub fn has_any(catalog: Catalog<'_>, option: &str, value: &str) -> bool {
    let mut args = request::List::default();
    let value = value.to_owned();
    match option {
        "--family" => args.family = Some(value),
        "--track" => args.track = Some(value),
        "--level" => args.level = Some(value),
        "--tool" => args.tool = vec![value],
        _ => args.competency = vec![value],
    }
    answer(catalog, &args).is_ok()
}

/// Lists the roles that pass every filter. A ladder comes lowest rung first.
///
/// # Errors
/// When a filter names nothing, or several things.
pub fn answer<'a>(catalog: Catalog<'a>, args: &request::List) -> Result<Answer<'a>, Error> {
    let namer = Namer::new(catalog);
    let mut heads: Vec<(RoleIx, Head<'a>)> = catalog.heads().collect();
    let mut notes = Vec::new();
    by_head(&catalog, args, &mut heads, &mut notes)?;
    let asked = by_profile(&catalog, args, &mut heads, &mut notes)?;
    let found = by_ladder(&catalog, args, &mut heads)?;
    let certificates = by_certificate(&namer, args, &mut heads, &mut notes)?;
    by_education(&catalog, args, &mut heads)?;
    match args.sort {
        Sort::Title => heads.arrange_by_key(|(_, head)| head.title),
        Sort::Level => heads.arrange_by_key(|(_, head)| (head.level, head.title)),
        Sort::Id => heads.arrange_by_key(|(_, head)| head.id),
        Sort::Family | Sort::Growth | Sort::Weight => {}
    }
    if heads.is_empty() {
        let is_empty = catalog.heads().next().is_none();
        let error =
            Error::nothing(if is_empty { "no role is there to list" } else { "no role passes all of these filters" });
        return Err(notes.into_iter().fold(error, Error::hint).hint(absent::all_roles(&catalog)));
    }
    let mut roles: Vec<ListedRole<'a>> =
        heads.iter().map(|(role, head)| listed(&namer, *role, head, args, &asked)).collect();
    for (listed, (role, head)) in roles.iter_mut().zip(&heads) {
        listed.certificates = certificates.iter().map(|it| certified(&namer, *role, head, it)).collect();
    }
    match args.sort {
        Sort::Growth => roles.arrange_by_key(growing),
        Sort::Family if args.education.is_some() => by_occupation(&mut roles),
        Sort::Weight if asked.is_empty() => {
            return Err(Error::failed("no competency is named to sort by").hint(hint![
                Ask::of("list").words(["--competency", "ID", "--sort", "weight"]),
                ": ",
                Ask::of("competencies"),
                " lists them",
            ]));
        }
        Sort::Weight => roles.arrange_by_key(|listed| Reverse(listed.competencies.first().map(|asked| asked.weight))),
        Sort::Family | Sort::Title | Sort::Level | Sort::Id => {}
    }
    Ok(Answer::noted(View::List(RoleList { roles }), notes).told(found))
}

/// A role, and what its occupation grows by or asks on entry where the list is asked for by that.
fn listed<'a>(
    namer: &Namer<'a>,
    role: RoleIx,
    head: &Head<'a>,
    args: &request::List,
    asked: &[CompetencyIx],
) -> ListedRole<'a> {
    let catalog = &namer.catalog;
    let found = match (args.sort, &args.education) {
        (Sort::Growth, _) => preparation::first_that(catalog, role, |it| preparation::growth(it).is_some())
            .map(|found| (found, Part::Outlook)),
        (_, Some(_)) => {
            preparation::first_that(catalog, role, |it| entry_of(it).is_some()).map(|found| (found, Part::GettingIn))
        }
        _ => None,
    };
    let occupation = found.map(|((link, record), part)| preparation::prepared(namer, head.level, &link, &record, part));
    let profile = if asked.is_empty() { Profile::default() } else { catalog.profile(role) };
    ListedRole {
        role: namer.head(head),
        competencies: weights(catalog, asked, &profile),
        occupation,
        certificates: Vec::new(),
    }
}

/// By growth, the most first; the roles of one occupation together; those without a projection last.
fn growing<'a>(listed: &ListedRole<'a>) -> (bool, i64, &'a str, usize) {
    let occupation = listed.occupation.as_ref();
    let growth = occupation.and_then(|it| it.growth).map_or(0, |growth| (growth.percent * 10.0).round() as i64);
    (occupation.is_none(), -growth, occupation.map_or("", |it| it.record), quality_of(listed))
}

/// The roles of one occupation together, those that bear its name first; occupations in the order of their roles.
fn by_occupation(roles: &mut [ListedRole<'_>]) {
    let code = |listed: &ListedRole<'_>| listed.occupation.as_ref().map(|it| it.record.to_owned());
    let mut met: Vec<Option<String>> = Vec::new();
    for listed in roles.iter() {
        let code = code(listed);
        if !met.contains(&code) {
            met.push(code);
        }
    }
    roles.arrange_by_key(|listed| (met.iter().position(|it| *it == code(listed)), quality_of(listed)));
}

/// How near the label of a role's occupation comes, the nearest first.
fn quality_of(listed: &ListedRole<'_>) -> usize {
    let near = |it: &Prepared<'_>| ["exact", "close"].iter().position(|near| *near == it.quality).unwrap_or(2);
    listed.occupation.as_ref().map_or(0, near)
}

fn entry_of<'a>(record: &Preparation<'a>) -> Option<&'a str> {
    record.entry.and_then(|entry| entry.education)
}

/// Keeps the roles that all of these certificates count for, and those whose company asks for them.
fn by_certificate(
    namer: &Namer<'_>,
    args: &request::List,
    heads: &mut Vec<(RoleIx, Head<'_>)>,
    notes: &mut Vec<String>,
) -> Result<Vec<Wanted>, Error> {
    let (catalog, mut all) = (&namer.catalog, Vec::new());
    for word in listed::certificate_words(catalog, &args.certificate) {
        let found = pick::certificate_read(catalog, word, Reading::Part)?;
        let names = found.as_ref().map_or(vec![word], |pick| required::names(&catalog.certificate(pick.at)));
        let own = required::roles(catalog, &names);
        let wanted = match found {
            Some(pick) => Some(pick.told(word, notes)),
            // A company asks for courses of its own too.
            None if !own.is_empty() => None,
            None => Some(pick::certificate(catalog, word)?.told(word, notes)),
        };
        let counts_for =
            |role: RoleIx, head: &Head<'_>| wanted.is_some_and(|it| counting(namer, role, head, it).is_some());
        heads.retain(|(role, head)| own.contains(role) || counts_for(*role, head));
        all.push(Wanted { certificate: wanted, asked_for_by: own });
    }
    Ok(all)
}

/// A certificate that was asked for, and the roles whose company asks for it.
struct Wanted {
    /// None where it is a company's own.
    certificate: Option<CertificateIx>,
    asked_for_by: Vec<RoleIx>,
}

/// How a certificate counts for a role, and who asks for it.
fn certified<'a>(namer: &Namer<'a>, role: RoleIx, head: &Head<'a>, wanted: &Wanted) -> Certified<'a> {
    let counts = wanted.certificate.and_then(|it| counting(namer, role, head, it));
    let entry = |it: Certificate<'a>| Entry { id: it.id, title: it.short };
    let by = |role| namer.catalog.prose(role).requires.map(|it| namer.origin(it.origin));
    Certified {
        certificate: wanted.certificate.map(|it| entry(namer.catalog.certificate(it))),
        work_role: counts.as_ref().map(|it| it.work_role),
        quality: counts.as_ref().map(|it| it.quality),
        source: counts.as_ref().map(|it| it.source),
        proficiencies: counts.map(|it| it.proficiencies).unwrap_or_default(),
        asked_for_by: wanted.asked_for_by.contains(&role).then(|| by(role)).flatten(),
    }
}

/// Keeps the roles whose occupation typically asks a degree on entry.
fn by_education(catalog: &Catalog<'_>, args: &request::List, heads: &mut Vec<(RoleIx, Head<'_>)>) -> Result<(), Error> {
    let Some(word) = &args.education else { return Ok(()) };
    let key = fold::key(word);
    let known = || catalog.preparations().filter_map(|record| entry_of(&record));
    let is_meant = |education: &str| !key.is_empty() && fold::key(education).starts_with(&key);
    if !known().any(is_meant) {
        let mut all: Vec<&str> = known().collect();
        all.arrange();
        all.dedup();
        let error = Error::failed(format!("no occupation asks for {} on entry", ticked(word)));
        return Err(match all.is_empty() {
            true => error.hint("the catalog has no figures of what occupations ask on entry"),
            false => error.hint(format!("those that some ask for: {}", all.join("; "))),
        });
    }
    heads.retain(|(role, _)| {
        let asked = preparation::first_that(catalog, *role, |record| entry_of(record).is_some());
        asked.and_then(|(_, record)| entry_of(&record)).is_some_and(is_meant)
    });
    Ok(())
}

/// The weights and levels of the competencies that were asked for.
fn weights<'a>(catalog: &Catalog<'a>, asked: &[CompetencyIx], profile: &Profile<'a>) -> Vec<Asked<'a>> {
    let weight = |competency: &CompetencyIx| {
        let rating = profile.ratings.iter().find(|rating| rating.competency == *competency)?;
        let proficiency = rating.level.map(Proficiency::word);
        let own_level = scales::of_role(catalog, profile, *competency);
        Some(Asked { competency: fit::entry(catalog, *competency), weight: rating.weight, proficiency, own_level })
    };
    asked.iter().filter_map(weight).collect()
}

/// Keeps the rungs of a ladder.
fn by_ladder<'a>(
    catalog: &Catalog<'a>,
    args: &request::List,
    heads: &mut Vec<(RoleIx, Head<'a>)>,
) -> Result<Option<Found<'a>>, Error> {
    let Some(name) = &args.ladder else { return Ok(None) };
    if let Some((first, _)) = name.split_once(',').filter(|_| lookup::whole(catalog, name).is_none()) {
        let error = Error::failed(format!("{} names several ladders", ticked(name)));
        return Err(error.hint(format!("one ladder is asked for: `--ladder {}`", typeable(first.trim()))));
    }
    let found = lookup::one(catalog, name)?;
    let Some(ladder) = catalog.ladder(found.role) else {
        let id = catalog.id(found.role);
        return Err(Error::nothing(format!("{} stands on no ladder", ticked(id))).hint(Ask::of("next").word(id)));
    };
    let rung = |role: RoleIx| ladder.rungs.iter().position(|rung| rung.role == role);
    heads.retain(|(role, _)| rung(*role).is_some());
    heads.arrange_by_key(|(role, _)| rung(*role));
    Ok(Some(found))
}

fn by_head(
    catalog: &Catalog<'_>,
    args: &request::List,
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
    args: &request::List,
    heads: &mut Vec<(RoleIx, Head<'_>)>,
    notes: &mut Vec<String>,
) -> Result<Vec<CompetencyIx>, Error> {
    let mut tools = Vec::new();
    for word in listed::tool_words(catalog, &args.tool) {
        tools.push(pick::tool(catalog, word)?.told(word, notes));
    }
    let mut weights = Vec::new();
    for word in listed::competency_words(catalog, &args.competency) {
        let (competency, least) = listed::weighted(catalog, word)?;
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
