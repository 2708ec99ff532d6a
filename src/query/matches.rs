//! `roles match`: the roles that a person fits, and is fitted by.
//!
//! Roles are ordered by their likeness to the person, closeness times shape: see `likeness`. The role held comes
//! first, where somebody says which; else the likest of the rank that the person seems to have, which is that of
//! the role whose levels and tools are closest. Roles that the person has outgrown come after the others: those of
//! a lower rank; of a rank that is inferred, which may well be one off, those of two ranks less. A role that states
//! no level has no fit; its weights place it all the same.

use std::cmp::Reverse;

use crate::catalog::Catalog;
use crate::catalog::model::{Head, Profile, Rating, RoleIx};
use crate::catalog::read::files::SourceFile;
use crate::query::fit::{asked_for, entry, lacks, mastered, percent, rated, share};
use crate::query::ladders::distances;
use crate::query::likeness::{closeness, shape};
use crate::query::namer::Namer;
use crate::query::profile;
use crate::query::profile::Claims;
use crate::query::{Answer, absent, lookup, pick};
use crate::request;
use crate::view::error::{Error, ticked};
use crate::view::{Fit, Fits, View};

/// How many competencies a fit names.
const NAMED: usize = 3;
/// How many roles are shown.
pub const SHOWN: u32 = 10;

/// A role, measured.
pub struct Measured<'a> {
    pub role: RoleIx,
    pub head: Head<'a>,
    /// 0 to 1; none where the role asks for no level and no tool.
    pub share: Option<f64>,
    closeness: f64,
    shape: f64,
}

/// A role, and what it asks for: decoded once for a whole team.
pub struct Asking<'a> {
    role: RoleIx,
    head: Head<'a>,
    asked: Profile<'a>,
}

/// What each role that is found asks for.
pub fn asking<'a>(catalog: &Catalog<'a>) -> Vec<Asking<'a>> {
    catalog.heads().map(|(role, head)| Asking { role, head, asked: catalog.profile(role) }).collect()
}

impl Measured<'_> {
    pub fn likeness(&self) -> f64 {
        self.closeness * self.shape
    }
}

/// Roles by how well a person fits them. A role of which nothing can be measured is left out.
///
/// # Errors
/// When the profile is not valid, the role held is unknown, a filter names nothing, or the profile claims
/// nothing that a role asks for.
pub fn answer<'a>(catalog: Catalog<'a>, args: &request::Match, file: &SourceFile) -> Result<Answer<'a>, Error> {
    let profile = profile::read(&catalog, file)?;
    let from = args.from.as_ref().map(|name| lookup::one(&catalog, name)).transpose()?;
    let claims = profile.measurable(&file.path)?;
    let held = from.as_ref().map(|found| found.role).or(claims.role);
    let mut notes = profile.notes.clone();
    let mut measured = measured(&asking(&catalog), claims, catalog.competency_names().count());
    let held_rank = held.map(|role| (role, catalog.head(role).level));
    let Some(Placed { like, first, rank, outgrown }) = placed(&measured, held_rank) else {
        return Err(fits_nothing(&file.path).warnings(profile.warnings()));
    };
    narrow(&catalog, args, &mut measured, &mut notes)?;
    sort(&mut measured, first, outgrown);
    let namer = Namer::new(catalog);
    let steps = held.map(|role| distances(&catalog, role));
    let best = measured.iter().take(args.max.unwrap_or(SHOWN) as usize);
    let fits =
        best.map(|role| fit(&namer, role, claims, outgrown, steps.as_ref().and_then(|s| s.get(&role.role).copied())));
    let view = Fits {
        fits: fits.collect(),
        from: held.map(|role| namer.role(role)),
        rank,
        level: namer.role(first).level,
        inferred_from: held.is_none().then(|| namer.role(like)),
    };
    let warnings = profile.warnings();
    Ok(Answer { warnings, ..Answer::noted(View::Match(view), notes).told(from.or(profile.held)) })
}

/// Measures roles against what a person claims; `competencies` is how many the catalog has.
pub fn measured<'a>(roles: &[Asking<'a>], claims: &Claims, competencies: usize) -> Vec<Measured<'a>> {
    let measured = |Asking { role, head, asked }: &Asking<'a>| {
        let share = share(asked, claims);
        let is_weighed = asked.ratings.iter().any(|rating| rating.weight > 0 && rating.level.is_none());
        let (closeness, shape) = (closeness(asked, claims, competencies), shape(asked, claims, competencies));
        (share.is_some() || is_weighed).then_some(Measured { role: *role, head: *head, share, closeness, shape })
    };
    roles.iter().filter_map(measured).collect()
}

/// Where a person stands.
pub struct Placed {
    /// The role that the person is most like.
    pub like: RoleIx,
    /// The role held, or else that one.
    pub first: RoleIx,
    pub rank: u8,
    /// Roles of lower ranks are outgrown.
    pub outgrown: u8,
}

/// Says where a person stands who may hold a role, which is given with its rank; none where no role asks for
/// anything that is claimed.
pub fn placed(measured: &[Measured<'_>], held: Option<(RoleIx, u8)>) -> Option<Placed> {
    let (like, like_rank) = most_like(measured)?;
    let (first, rank) = held.unwrap_or((like, like_rank));
    Some(Placed { like, first, rank, outgrown: rank.saturating_sub(u8::from(held.is_none())) })
}

/// Puts the role held first, then others by likeness, those outgrown last.
pub fn sort(measured: &mut [Measured<'_>], first: RoleIx, outgrown: u8) {
    measured.sort_by(|a, b| {
        let key = |it: &Measured<'_>| (it.head.level < outgrown, it.role != first);
        key(a).cmp(&key(b)).then(b.likeness().total_cmp(&a.likeness())).then(a.head.id.cmp(b.head.id))
    });
}

/// The role that a person is most like, among those of the rank of the closest; none where no role asks for
/// anything that is claimed.
fn most_like(measured: &[Measured<'_>]) -> Option<(RoleIx, u8)> {
    let fitting = || measured.iter().filter(|role| role.share.is_some_and(|share| share > 0.0));
    let first = |a: &Measured<'_>, b: &Measured<'_>| b.head.id.cmp(a.head.id);
    let closest = fitting().max_by(|a, b| a.closeness.total_cmp(&b.closeness).then_with(|| first(a, b)))?;
    let peers = fitting().filter(|role| role.head.level == closest.head.level);
    peers
        .max_by(|a, b| a.likeness().total_cmp(&b.likeness()).then_with(|| first(a, b)))
        .map(|role| (role.role, role.head.level))
}

/// Keeps the roles of a family and of a level.
pub fn narrow<'a>(
    catalog: &Catalog<'a>,
    args: &request::Match,
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

pub fn fit<'a>(
    namer: &Namer<'a>,
    measured: &Measured<'a>,
    claims: &Claims,
    outgrown: u8,
    steps: Option<usize>,
) -> Fit<'a> {
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
        fit: measured.share.map(percent),
        likeness: percent(measured.likeness()),
        outgrown: measured.head.level < outgrown,
        carried_by: carried.iter().take(NAMED).map(|(_, r)| entry(&catalog, r.competency)).collect(),
        missing: missing.iter().take(NAMED).map(|lack| lack.competency).collect(),
        rated: rated(&profile).count(),
        of: asked_for(&profile),
        steps,
    }
}
