//! `roles match`: the roles that a person fits, and is fitted by.
//!
//! A fit alone says how much of a role is mastered, and every role below one's own is mastered whole. So
//! roles are ordered by the fit and the use together, as their harmonic mean: the use is the part of
//! what the person masters that the role asks for, strong sides first. Roles of a lower rank than one's own
//! come after the others. The rank is that of the role held, where somebody says which; else the middle one
//! of the five roles whose weights are most like what is claimed.

use std::cmp::Reverse;

use crate::app::cli;
use crate::catalog::Catalog;
use crate::catalog::model::{Head, Proficiency, Profile, Rating, RoleIx};
use crate::catalog::read::files::SourceFile;
use crate::query::fit::{COMPETENCIES, entry, lacks, mastered, percent, rated, share, tool_mastered};
use crate::query::ladders::distances;
use crate::query::namer::Namer;
use crate::query::profile;
use crate::query::profile::Claims;
use crate::query::{Answer, lookup, pick};
use crate::view::error::{Error, ticked};
use crate::view::{Fit, Fits, View};

/// How many competencies a fit names.
const NAMED: usize = 3;
/// How many roles tell the rank of a person who does not say which role is held.
const ALIKE: usize = 5;

/// A role, measured.
struct Measured<'a> {
    role: RoleIx,
    head: Head<'a>,
    /// 0 to 1.
    share: f64,
    usage: f64,
    /// How much the person's strong sides are the role's: 0 to 1.
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
    if measured.iter().all(|role| role.share == 0.0) {
        return Err(fits_nothing(&file.path).warnings(profile.warnings()));
    }
    let like = like(&mut measured);
    let rank = held.map_or(like.1, |role| catalog.head(role).level);
    narrow(&catalog, args, &mut measured, &mut notes)?;
    let first = held.unwrap_or(like.0);
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
        inferred_from: held.is_none().then(|| namer.role(like.0)),
    };
    let warnings = profile.warnings();
    Ok(Answer { warnings, ..Answer::noted(View::Match(view), notes).told(from.or(profile.held)) })
}

fn measured<'a>(catalog: &Catalog<'a>, claims: &Claims) -> Vec<Measured<'a>> {
    let measured = |(role, head): (RoleIx, Head<'a>)| {
        let asked = catalog.profile(role);
        let share = share(&asked, claims)?;
        let likeness = share * f64::midpoint(1.0, alike(&asked, claims));
        Some(Measured { role, head, share, usage: usage(&asked, claims), likeness })
    };
    catalog.heads().filter_map(measured).collect()
}

/// The role that a person is most like, and the middle rank of those that come next to it.
fn like(measured: &mut [Measured<'_>]) -> (RoleIx, u8) {
    measured.sort_by(|a, b| b.likeness.total_cmp(&a.likeness).then(a.head.id.cmp(b.head.id)));
    let mut ranks: Vec<u8> = measured.iter().take(ALIKE).map(|role| role.head.level).collect();
    ranks.sort_unstable();
    let rank = ranks[ranks.len() / 2];
    let of_rank = measured.iter().find(|role| role.head.level == rank);
    (of_rank.unwrap_or(&measured[0]).role, rank)
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
        true => Err(Error::nothing("no role passes all of these filters").hint("`roles list` shows every role")),
        false => Ok(()),
    }
}

fn fits_nothing(path: &str) -> Error {
    Error::nothing(format!("no role asks for anything that the profile {} claims", ticked(path)))
        .hint("`roles competencies` and `roles tools` list what roles ask for")
}

/// The part of what a person masters that a role asks for, 0 to 1: a level counts by its square, so that
/// strong sides come first.
fn usage(asked: &Profile<'_>, claims: &Claims) -> f64 {
    let square = |level: &Proficiency| f64::from(level.score()).powi(2);
    let whole: f64 = claims.competencies.values().map(square).sum();
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
        (false, _) => used_tools / tools,
    }
}

/// How far the levels that are claimed run with the weights of a role, -1 to 1.
fn alike(asked: &Profile<'_>, claims: &Claims) -> f64 {
    let pair = |rating: &Rating<'_>| {
        let have = claims.competencies.get(&rating.competency).map_or(0, |level| level.score());
        (f64::from(have), f64::from(rating.weight))
    };
    let pairs: Vec<(f64, f64)> = asked.ratings.iter().map(pair).collect();
    let mean = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / pairs.len() as f64;
    let middle = (mean(|pair| pair.0), mean(|pair| pair.1));
    let product =
        |x: fn(f64, f64) -> f64| pairs.iter().map(|pair| x(pair.0 - middle.0, pair.1 - middle.1)).sum::<f64>();
    let spread = (product(|x, _| x * x) * product(|_, y| y * y)).sqrt();
    if spread > 0.0 { product(|x, y| x * y) / spread } else { 0.0 }
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
