//! `roles match`: the roles that a person fits, and is fitted by.
//!
//! A fit alone says how much of a role is mastered, and every role below one's own is mastered whole. So
//! roles are ordered by the fit and the use together, as their harmonic mean: the use is the part of
//! what the person masters that the role asks for, strong sides first. Roles of a lower rank than one's own
//! come after the others. The rank is that of the role held, where somebody says which; else that of the role
//! whose levels and tools are most like what is claimed: asking for less is as unlike as asking for more.

use std::cmp::Reverse;

use crate::app::cli;
use crate::catalog::Catalog;
use crate::catalog::model::{CompetencyIx, Head, Proficiency, Profile, Rating, RoleIx};
use crate::catalog::read::files::SourceFile;
use crate::query::fit::{COMPETENCIES, entry, lacks, mastered, percent, rated, share, tool_mastered};
use crate::query::ladders::distances;
use crate::query::namer::Namer;
use crate::query::profile;
use crate::query::profile::Claims;
use crate::query::{Answer, absent, lookup, pick};
use crate::view::error::{Error, ticked};
use crate::view::{Fit, Fits, View};

/// How many competencies a fit names.
const NAMED: usize = 3;
/// The levels' part of a likeness, where tools are claimed: tools tell trades apart better than they tell how
/// much of a role is mastered.
const LEVELS: f64 = 0.7;

/// A role, measured.
struct Measured<'a> {
    role: RoleIx,
    head: Head<'a>,
    /// 0 to 1.
    share: f64,
    usage: f64,
    /// How near the role's levels and tools are to the person's: 0 to 1.
    likeness: f64,
}

impl Measured<'_> {
    /// The harmonic mean of the fit and the use.
    fn order(&self) -> f64 {
        let sum = self.share + self.usage;
        if sum > 0.0 { 2.0 * self.share * self.usage / sum } else { 0.0 }
    }
}

/// Roles by how well a person fits them. A role of which nothing can be measured is left out.
///
/// # Errors
/// When the profile is not valid, the role held is unknown, a filter names nothing, or the profile claims
/// nothing that a role asks for.
pub fn answer<'a>(catalog: Catalog<'a>, args: &cli::Match, file: &SourceFile) -> Result<Answer<'a>, Error> {
    let profile = profile::read(&catalog, file)?;
    let from = args.from.as_ref().map(|name| lookup::one(&catalog, name)).transpose()?;
    let claims = profile.measurable(&file.path)?;
    let held = from.as_ref().map(|found| found.role).or(claims.role);
    let mut notes = profile.notes.clone();
    let mut measured = measured(&catalog, claims);
    let Some(like) = most_like(&measured) else {
        return Err(fits_nothing(&file.path).warnings(profile.warnings()));
    };
    let first = held.unwrap_or(like);
    let rank = catalog.head(first).level;
    narrow(&catalog, args, &mut measured, &mut notes)?;
    measured.sort_by(|a, b| {
        let key = |it: &Measured<'_>| (it.head.level < rank, it.role != first);
        key(a).cmp(&key(b)).then(b.order().total_cmp(&a.order())).then(a.head.id.cmp(b.head.id))
    });
    let namer = Namer::new(catalog);
    let steps = held.map(|role| distances(&catalog, role));
    let best = measured.iter().take(args.max as usize);
    let fits =
        best.map(|role| fit(&namer, role, claims, rank, steps.as_ref().and_then(|s| s.get(&role.role).copied())));
    let view = Fits {
        fits: fits.collect(),
        from: held.map(|role| namer.role(role)),
        rank,
        inferred_from: held.is_none().then(|| namer.role(like)),
    };
    let warnings = profile.warnings();
    Ok(Answer { warnings, ..Answer::noted(View::Match(view), notes).told(from.or(profile.held)) })
}

fn measured<'a>(catalog: &Catalog<'a>, claims: &Claims) -> Vec<Measured<'a>> {
    let competencies = catalog.competency_names().count();
    let measured = |(role, head): (RoleIx, Head<'a>)| {
        let asked = catalog.profile(role);
        let share = share(&asked, claims)?;
        let likeness = likeness(&asked, claims, competencies);
        Some(Measured { role, head, share, usage: usage(&asked, claims), likeness })
    };
    catalog.heads().filter_map(measured).collect()
}

/// The role that a person is most like; none where no role asks for anything that is claimed.
fn most_like(measured: &[Measured<'_>]) -> Option<RoleIx> {
    let fitting = measured.iter().filter(|role| role.share > 0.0);
    let like =
        |a: &&Measured<'_>, b: &&Measured<'_>| a.likeness.total_cmp(&b.likeness).then_with(|| b.head.id.cmp(a.head.id));
    fitting.max_by(like).map(|role| role.role)
}

/// Keeps the roles of a family and of a level.
fn narrow<'a>(
    catalog: &Catalog<'a>,
    args: &cli::Match,
    measured: &mut Vec<Measured<'a>>,
    notes: &mut Vec<String>,
) -> Result<(), Error> {
    if let Some(family) = &args.family {
        let family = pick::family(catalog, family)?.told(family, notes);
        measured.retain(|role| role.head.family == family);
    }
    if let Some(level) = &args.level {
        let ranks = pick::ranks(catalog, level)?;
        let is_meant = |head: &Head<'_>| {
            ranks.iter().any(|(rank, track)| head.level == *rank && track.is_none_or(|track| head.track == track))
        };
        measured.retain(|role| is_meant(&role.head));
    }
    match measured.is_empty() {
        true => Err(Error::nothing("no role passes all of these filters").hint(absent::all_roles(catalog))),
        false => Ok(()),
    }
}

fn fits_nothing(path: &str) -> Error {
    Error::nothing(format!("no role asks for anything that the profile {} claims", ticked(path)))
        .hint("`roles competencies` and `roles tools` list what roles ask for")
}

/// The part of what a person masters that a role asks for, 0 to 1: a level counts by its square, so that
/// strong sides come first. What nobody rates for the role is left out: it may well be asked for.
fn usage(asked: &Profile<'_>, claims: &Claims) -> f64 {
    let square = |level: &Proficiency| f64::from(level.score()).powi(2);
    let is_rated = |of: &CompetencyIx| asked.ratings.iter().any(|it| it.competency == *of && it.level.is_some());
    let whole: f64 = claims.competencies.iter().filter(|(of, _)| is_rated(of)).map(|(_, level)| square(level)).sum();
    let used = rated(asked).filter_map(|(rating, need)| {
        let have = claims.competencies.get(&rating.competency)?;
        let part = (f64::from(need.score()) / f64::from(have.score())).min(1.0);
        Some(square(have) * part * f64::from(rating.weight) / 100.0)
    });
    let used: f64 = used.sum();
    let tools: f64 = claims.tools.values().map(|level| f64::from(level.score())).sum();
    let used_tools: f64 = asked.tools.iter().map(|tool| tool_mastered(tool, claims)).sum();
    match (whole > 0.0, tools > 0.0) {
        (true, true) => COMPETENCIES * used / whole + (1.0 - COMPETENCIES) * used_tools / tools,
        (true, false) => used / whole,
        (false, true) => used_tools / tools,
        (false, false) => 0.0,
    }
}

/// How near the levels and tools of a role are to what is claimed, 0 to 1. What nobody rates for the role counts
/// as a level off.
fn likeness(asked: &Profile<'_>, claims: &Claims, competencies: usize) -> f64 {
    let claimed = |of: CompetencyIx| claims.competencies.get(&of).map_or(0, |level| level.score());
    let off = |rating: &Rating<'_>| Some(f64::from(rating.level?.abs_diff(claimed(rating.competency))));
    let offs: Vec<f64> = asked.ratings.iter().filter_map(off).collect();
    let unrated = competencies.saturating_sub(offs.len()) as f64 * f64::from(Proficiency::Awareness.score());
    let levels = 1.0 - (offs.iter().sum::<f64>() + unrated) / competencies as f64 / 100.0;
    match claims.tools.is_empty() {
        true => levels,
        false => LEVELS * levels + (1.0 - LEVELS) * tools_in_common(asked, claims),
    }
}

/// The part of the tools of a role and of a person that both have, 0 to 1.
fn tools_in_common(asked: &Profile<'_>, claims: &Claims) -> f64 {
    let score = |level: &Proficiency| f64::from(level.score());
    let both: f64 = asked.tools.iter().map(|used| tool_mastered(used, claims)).sum();
    let asked: f64 = asked.tools.iter().map(|used| score(&used.proficiency)).sum();
    let claimed: f64 = claims.tools.values().map(score).sum();
    // Of two levels the lower is common to both; the higher is the rest of the sum.
    both / (asked + claimed - both).max(1.0)
}

fn fit<'a>(namer: &Namer<'a>, measured: &Measured<'a>, claims: &Claims, rank: u8, steps: Option<usize>) -> Fit<'a> {
    let catalog = namer.catalog;
    let profile = catalog.profile(measured.role);
    let mut carried: Vec<(f64, &Rating<'a>)> =
        rated(&profile).map(|(r, need)| (mastered(r, need, claims), r)).collect();
    carried.retain(|(mastered, _)| *mastered > 0.0);
    carried.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.competency.cmp(&b.1.competency)));
    let mut missing = lacks(&catalog, &profile, claims);
    missing.sort_by_key(|lack| Reverse(lack.urgency));
    Fit {
        role: namer.role(measured.role),
        fit: percent(measured.share),
        uses: percent(measured.usage),
        outgrown: measured.head.level < rank,
        carried_by: carried.iter().take(NAMED).map(|(_, r)| entry(&catalog, r.competency)).collect(),
        missing: missing.iter().take(NAMED).map(|lack| lack.competency).collect(),
        rated: rated(&profile).count(),
        of: profile.ratings.iter().filter(|rating| rating.level != Some(0)).count(),
        steps,
    }
}
