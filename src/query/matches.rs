//! `roles match`: the roles that a person fits, and is fitted by.
//!
//! Roles are ordered by their likeness to the person, closeness times shape: see `likeness`. The role held comes
//! first, where somebody says which; else the likest, whose rank is taken for the person's. The next rung of its
//! ladder follows: it asks for more than the person has nearly everywhere, so that roles of other trades and of the
//! person's own rank lie closer, and it is where the trade goes. So do the other roles that the role held leads to,
//! which is all that is there where a ladder ends. Roles that the person has outgrown come after the others: those of
//! a lower rank, and the lower rungs of the ladder. A rank that is inferred may well be one off, and two where a manager
//! is taken for a director: there only those of three ranks less are outgrown. A role that states no level has no fit;
//! its weights place it all the same.

use crate::catalog::Catalog;
use crate::catalog::model::{Head, Profile, Rating, RoleIx};
use crate::catalog::read::files::SourceFile;
use crate::query::by_grade;
use crate::query::claims::Claims;
use crate::query::counterparts::Counterparts;
use crate::query::fit::{entry, lacks};
use crate::query::graded::Graded;
use crate::query::ladders::distances;
use crate::query::likeness::{closeness, likeness, shape};
use crate::query::measured::Unsaid;
use crate::query::namer::Namer;
use crate::query::profile;
use crate::query::share::{asked_for, mastered, percent, rated, share};
use crate::query::unmeasured::fits_nothing;
use crate::query::{Answer, absent, lookup, pick};
use crate::request;
use crate::text::sorting::Arrange;
use crate::view::error::{Error, typeable};
use crate::view::{Fit, Fits, View};

/// How many competencies a fit names.
const NAMED: usize = 3;
/// How many roles that the start leads to go before those that are merely alike: the best supported ones.
const STEPS: usize = 4;
/// How many roles are shown.
pub const SHOWN: u32 = 10;

/// A role, measured.
pub struct Measured<'a> {
    pub role: RoleIx,
    pub head: Head<'a>,
    /// 0 to 1; none where the role asks for no level and no tool.
    pub share: Option<f64>,
    /// Whether it asks for anything that is claimed.
    is_shared: bool,
    closeness: f64,
    shape: f64,
}

/// What the roles of a catalog ask for: decoded once for a whole team.
pub struct Asking<'a> {
    roles: Vec<(RoleIx, Head<'a>, Profile<'a>)>,
    /// How many competencies there are, each counted by one of its names.
    competencies: usize,
}

impl<'a> Asking<'a> {
    pub fn new(catalog: &Catalog<'a>) -> Self {
        let roles = catalog.heads().map(|(role, head)| (role, head, catalog.profile(role))).collect();
        let competencies = catalog.competency_names().count() - Counterparts::new(catalog).doubled();
        Self { roles, competencies }
    }

    /// Measures roles against what a person claims.
    pub fn measured(&self, claims: &Claims) -> Vec<Measured<'a>> {
        let competencies = self.competencies.saturating_sub(claims.aside.len());
        let measured = |(role, head, whole): &(RoleIx, Head<'a>, Profile<'a>)| {
            let asked = claims.measured_of(whole);
            let share = share(&asked, claims);
            let is_weighed = asked.ratings.iter().any(|rating| rating.weight > 0 && rating.level.is_none());
            let (closeness, shape) = (closeness(&asked, claims, competencies), shape(&asked, claims, competencies));
            let is_shared = is_shared(&asked, claims);
            let measured = Measured { role: *role, head: *head, share, is_shared, closeness, shape };
            (share.is_some() || is_weighed).then_some(measured)
        };
        self.roles.iter().filter_map(measured).collect()
    }
}

/// Whether a role asks for a competency or a tool that is claimed.
fn is_shared(asked: &Profile<'_>, claims: &Claims) -> bool {
    let is_claimed = |of| claims.competencies.contains_key(&of) || claims.stands.contains_key(&of);
    let mut competencies = asked.ratings.iter().filter(|rating| rating.weight > 0).map(|rating| rating.competency);
    competencies.any(is_claimed) || asked.tools.iter().any(|used| claims.tools.contains_key(&used.tool))
}

impl Measured<'_> {
    pub fn likeness(&self) -> f64 {
        likeness(self.closeness, self.shape)
    }
}

/// Roles by how well a person fits them. A role of which nothing can be measured is left out, and one that asks for
/// nothing that is claimed, unless it is the one held or where it leads.
///
/// # Errors
/// When the profile is not valid, the role held is unknown, a filter names nothing, or the profile claims
/// nothing that a role asks for.
pub fn answer<'a>(catalog: Catalog<'a>, args: &request::Match, file: &SourceFile) -> Result<Answer<'a>, Error> {
    let profile = profile::read(&catalog, file)?;
    let stated = args.from.as_ref().map(|name| lookup::one(&catalog, name)).transpose()?;
    let claims = profile.measurable(&file.path)?;
    let found = stated.as_ref().or(profile.held.as_ref());
    let held = found.map(|found| found.role);
    let mut notes = profile.notes.clone();
    let mut measured = Asking::new(&catalog).measured(claims);
    let Some(like) = most_like(&measured) else {
        return Err(fits_nothing(&catalog, claims, &file.path).warnings(profile.warnings()));
    };
    let first = held.unwrap_or(like);
    let from = Start::new(&catalog, first, held.is_some());
    measured.retain(|it| it.is_shared || it.role == first || from.is_ahead(it.role));
    narrow(&catalog, args, &mut measured, &mut notes)?;
    from.sort(&mut measured);
    let namer = Namer::new(catalog);
    let steps = held.map(|role| distances(&catalog, role));
    let away = |role: &Measured<'_>| steps.as_ref().and_then(|steps| steps.get(&role.role).copied());
    let best = measured.iter().take(args.max.unwrap_or(SHOWN) as usize);
    let fits = best.map(|role| fit(&namer, role, claims, &from, away(role)));
    let view = Fits {
        fits: fits.collect(),
        from: found.map(|found| Graded::of(&catalog, found).name(&namer)),
        rank: from.rank,
        level: namer.role(first).level,
        file: if file.path == "-" { String::new() } else { typeable(&file.path) },
        inferred_from: held.is_none().then(|| namer.role(like)),
    };
    let warnings = profile.warnings();
    Ok(Answer { warnings, ..Answer::noted(View::Match(view), notes).told(stated.or(profile.held)) })
}

/// How many ranks an inferred one may be too high.
const UNSURE: u8 = 2;

/// Where a person stands: at the role held, or at the one that they are most like.
pub struct Start {
    role: RoleIx,
    rank: u8,
    /// Roles of a lower rank are outgrown.
    outgrown: u8,
    /// The lower rungs of its ladder, where it is held, and the next one: several where two roles have that rank.
    below: Vec<RoleIx>,
    next: Vec<RoleIx>,
    /// The roles that it leads to, the best supported first; none where nobody says that it is held.
    steps: Vec<RoleIx>,
}

impl Start {
    pub fn new(catalog: &Catalog<'_>, role: RoleIx, is_held: bool) -> Self {
        let rank = catalog.head(role).level;
        let rungs: Vec<(RoleIx, u8)> =
            catalog.ladder(role).into_iter().flat_map(|it| it.rungs).map(|rung| (rung.role, rung.rank)).collect();
        let above = rungs.iter().map(|(_, other)| *other).filter(|other| *other > rank).min();
        let of = |is: &dyn Fn(u8) -> bool| -> Vec<RoleIx> {
            rungs.iter().filter(|rung| is(rung.1)).map(|rung| rung.0).collect()
        };
        // Of a role that is inferred, and may be a neighbor of one's own, the ladder says enough.
        let steps = catalog.moves(role).next.into_iter().map(|edge| edge.role).filter(|_| is_held);
        Self {
            role,
            rank,
            outgrown: if is_held { rank } else { rank.saturating_sub(UNSURE) },
            below: of(&|other| is_held && other < rank),
            next: of(&|other| Some(other) == above),
            steps: steps.filter(|role| !catalog.head(*role).hidden).collect(),
        }
    }

    /// Whether the role is the next rung of the ladder, or one that the start leads to.
    fn is_ahead(&self, role: RoleIx) -> bool {
        self.next.contains(&role) || self.steps.contains(&role)
    }

    pub fn has_outgrown(&self, measured: &Measured<'_>) -> bool {
        measured.head.level < self.outgrown || self.below.contains(&measured.role)
    }

    /// Puts the role itself first, then the next rung of its ladder, then the other roles that it leads to, then others
    /// by likeness, of which those last that ask for nothing that is claimed, and those outgrown last of all.
    pub fn sort(&self, measured: &mut [Measured<'_>]) {
        let others = self.steps.iter().filter(|role| !self.next.contains(role)).take(STEPS);
        let ahead: Vec<RoleIx> = others.copied().collect();
        measured.arrange_by(|a, b| {
            let key = |it: &Measured<'_>| {
                let is_next = self.next.contains(&it.role);
                let is_strange = !it.is_shared;
                (self.has_outgrown(it), it.role != self.role, !is_next, !ahead.contains(&it.role), is_strange)
            };
            key(a).cmp(&key(b)).then(b.likeness().total_cmp(&a.likeness())).then(a.head.id.cmp(b.head.id))
        });
    }
}

/// The role that a person is most like; none where no role asks for anything that is claimed.
pub fn most_like(measured: &[Measured<'_>]) -> Option<RoleIx> {
    let fitting = measured.iter().filter(|role| role.share.is_some_and(|share| share > 0.0));
    let first = |a: &Measured<'_>, b: &Measured<'_>| b.head.id.cmp(a.head.id);
    fitting.max_by(|a, b| a.likeness().total_cmp(&b.likeness()).then_with(|| first(a, b))).map(|role| role.role)
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

pub fn fit<'a>(
    namer: &Namer<'a>,
    measured: &Measured<'a>,
    claims: &Claims,
    from: &Start,
    steps: Option<usize>,
) -> Fit<'a> {
    let catalog = namer.catalog;
    let whole = catalog.profile(measured.role);
    let Unsaid { not_said, not_applicable } = claims.unsaid(&whole);
    let scales_differ = claims.differing(&whole).len();
    let profile = claims.measured(whole);
    let mut carried: Vec<(f64, &Rating<'a>)> =
        rated(&profile).map(|(r, need)| (mastered(r, need, claims), r)).collect();
    carried.retain(|(mastered, _)| *mastered > 0.0);
    carried.arrange_by(|a, b| b.0.total_cmp(&a.0).then(a.1.competency.cmp(&b.1.competency)));
    let missing = lacks(&catalog, &profile, claims);
    Fit {
        role: namer.role(measured.role),
        fit: measured.share.map(percent),
        likeness: percent(measured.likeness()),
        outgrown: from.has_outgrown(measured),
        next_rung: from.next.contains(&measured.role),
        next_step: from.is_ahead(measured.role),
        carried_by: carried.iter().take(NAMED).map(|(_, r)| entry(&catalog, r.competency)).collect(),
        missing: missing.iter().take(NAMED).map(|lack| lack.competency).collect(),
        rated: rated(&profile).count(),
        of: asked_for(&profile),
        scales_differ,
        steps,
        nearest_grade: by_grade::best(&catalog, measured.role, claims),
        not_said,
        not_applicable,
    }
}
