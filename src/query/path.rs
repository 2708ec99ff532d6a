//! `roles path`: how to get from one role to another, and what each step takes.

use crate::catalog::Catalog;
use crate::catalog::model::{Edge, Proficiency, Profile, RegionIx, RoleIx, TrackIx};
use crate::query::graded;
use crate::query::graded::Graded;
use crate::query::grades;
use crate::query::growths;
use crate::query::ladders;
use crate::query::ladders::Wanted;
use crate::query::lookup;
use crate::query::lookup::Found;
use crate::query::namer::Namer;
use crate::query::place::Place;
use crate::query::within_role::{Climb, Rung};
use crate::query::{Answer, absent, pay, pick, place, preparation, steps_of_pay, words};
use crate::request;
use crate::text::hint::{Ask, Hint, hint};
use crate::text::sorting::Arrange;
use crate::view::error::{Error, ticked};
use crate::view::{Entry, Ladder, Ladders, Step, View, YearsHeld};

/// How many ladders into a role are shown, unless said.
const INTO: u32 = 5;

/// Finds the best ladders.
///
/// # Errors
/// When a role is unknown, or no ladder leads there.
pub fn answer<'a>(catalog: Catalog<'a>, args: &request::Path) -> Result<Answer<'a>, Error> {
    let mut ends = words::several(&catalog, &args.roles, words::PATH)?;
    if let (Some(last), Some(grade)) = (ends.last_mut(), &args.grade) {
        last.grade = Some(graded::asked_position(&catalog, last, grade)?);
    }
    let mut notes = Vec::new();
    let (from, to, at) = match ends.as_slice() {
        [Found { role: to, grade, .. }] => (None, *to, (None, *grade)),
        [Found { role: from, grade: before, .. }, Found { role: to, grade, .. }] => {
            (Some(*from), *to, (*before, *grade))
        }
        _ => {
            return Err(Error::failed(format!("{} names {} roles", ticked(&args.roles.join(" ")), ends.len()))
                .hint(two_ends(&catalog, &ends))
                .again());
        }
    };
    let asked = place::asked_one(&catalog, args.region.as_deref(), &args.usual)?;
    notes.extend(asked.notes());
    let place::Asked { places, is_usual, .. } = asked;
    let place = places.first();
    let (via, avoid) = (each(&catalog, &args.via)?, each(&catalog, &args.avoid)?);
    let namer = Namer::new(catalog);
    let both = Ends { from: (from, at.0), to: (to, at.1) };
    let route = Route::new(&catalog, args, both, (&via, &avoid), &mut notes)?;
    let found: Vec<Vec<RoleIx>> = match both.is_within(&catalog) {
        // From one grade of a role to another there is no other role.
        true => vec![vec![to]],
        false => route.found(&catalog, args.max)?,
    };
    let region = place.map(|place| place.at);
    let ladders: Vec<Vec<Rung<'a>>> = found.iter().map(|roles| rungs(&namer, roles, &via, at)).collect();
    notes.extend(without_grade(&catalog, &ladders));
    let paths = ladders.iter().map(|rungs| view(&namer, rungs, region)).collect();
    let region = place.map(Place::name).map(|region| Entry { id: region.id, title: region.name });
    let paid_in = pay::example(&catalog, to, &catalog.profile(to));
    let paid_in = paid_in.map(|region| match catalog.regions().any(|region| region.id == "us") {
        true => "us",
        false => catalog.region_name(region).id,
    });
    let name = |found: &Found<'a>| Graded::of(&catalog, found).name(&namer);
    let (first, last) = (ends.first().filter(|_| from.is_some()).map(name), ends.last().map(name));
    let view = Ladders { from: first, to: last.unwrap_or_else(|| namer.role(to)), region, paid_in, paths };
    let mut answer = Answer::noted(View::Path(view), notes).told([ends, via, avoid].into_iter().flatten());
    let roles = || found.iter().flatten();
    let has_figure = |place: &Place<'_>| roles().any(|role| graded::has_figure(&catalog, *role, place.at));
    if !is_usual {
        place::tell(&mut answer, &places, " of these roles", has_figure);
    }
    Ok(answer)
}

/// Where a path begins, unless it is one from wherever people enter, and where it ends; each at a grade, where one is
/// said.
#[derive(Clone, Copy)]
struct Ends {
    from: (Option<RoleIx>, Option<usize>),
    to: (RoleIx, Option<usize>),
}

impl Ends {
    /// Whether it is a path to a higher grade of the role in which it begins, or in which people enter.
    fn is_within(self, catalog: &Catalog<'_>) -> bool {
        let (to, after) = self.to;
        let (before, is_one) = match self.from {
            (Some(from), before) => (before, from == to),
            (None, _) => (None, is_entry(catalog, to)),
        };
        is_one && after.is_some_and(|after| before.unwrap_or(0) < after)
    }

    /// The roles that a path is to stop at on its way, each once. A grade of a role at one of its ends is on the way.
    ///
    /// # Errors
    /// Where such a grade lies beyond the end.
    fn stops(self, catalog: &Catalog<'_>, via: &[Found<'_>]) -> Result<Vec<RoleIx>, Error> {
        let mut stops = Vec::new();
        for found in via {
            let role = found.role;
            let grade = found.grade.filter(|_| Some(role) == self.from.0 || role == self.to.0 && self.to.1.is_some());
            match grade {
                Some(at) => self.beyond(catalog, role, at).map_or(Ok(()), Err)?,
                None if stops.contains(&role) => {}
                None => stops.push(role),
            }
        }
        Ok(stops)
    }

    /// Says that a grade of a role at an end is not on the way.
    fn beyond(self, catalog: &Catalog<'_>, role: RoleIx, at: usize) -> Option<Error> {
        let lowest = self.from.1.filter(|_| self.from.0 == Some(role));
        let highest = self.to.1.filter(|_| self.to.0 == role);
        let beneath = lowest.filter(|lowest| at < *lowest).map(|end| (end, "beneath", "begins"));
        let (end, side, verb) = beneath.or(highest.filter(|end| at > *end).map(|end| (end, "above", "ends")))?;
        let id = |at: usize| ticked(catalog.grades(role).get(at).map_or("", |grade| grade.id));
        let head = catalog.head(role);
        Some(Error::failed(format!(
            "grade {} of {} cannot be passed: the path {verb} at {}, and it lies {side}",
            id(at),
            ticked(head.id),
            id(end)
        )))
    }
}

/// Finds the role of each name. A comma parts names, unless it stands in one.
fn each<'a>(catalog: &Catalog<'a>, names: &[String]) -> Result<Vec<Found<'a>>, Error> {
    let mut found = Vec::new();
    for name in names {
        if name.trim().is_empty() {
            return Err(absent::nameless(name, "role").hint(absent::all_roles(catalog)));
        }
        match lookup::exact(catalog, name) {
            Some(one) => found.push(one),
            None => {
                for part in name.split(',').filter(|part| !part.trim().is_empty()) {
                    found.push(lookup::one(catalog, part.trim())?);
                }
            }
        }
    }
    Ok(found)
}

/// Names the first and the last of too many roles.
fn two_ends(catalog: &Catalog<'_>, ends: &[Found<'_>]) -> Hint {
    let ids = [ends.first(), ends.last()].map(|found| found.map_or("", |found| catalog.id(found.role)));
    hint!["a path has two ends: ", Ask::of("path").words(ids)]
}

/// Which ladders were asked for.
struct Route {
    from: Option<RoleIx>,
    to: RoleIx,
    via: Vec<RoleIx>,
    avoid: Vec<RoleIx>,
    track: Option<TrackIx>,
}

impl Route {
    fn new(
        catalog: &Catalog<'_>,
        args: &request::Path,
        ends: Ends,
        (via, avoid): (&[Found<'_>], &[Found<'_>]),
        notes: &mut Vec<String>,
    ) -> Result<Self, Error> {
        let (from, to, is_within) = (ends.from.0, ends.to.0, ends.is_within(catalog));
        let (via, avoid) = (ends.stops(catalog, via)?, avoid.iter().map(|found| found.role).collect());
        let track = match &args.track {
            Some(word) => Some(pick::track(catalog, word)?.told(word, notes)),
            None => None,
        };
        if from == Some(to) && !is_within {
            return Err(Error::nothing(format!("{} is where the path begins already", ticked(catalog.id(to))))
                .hint(hint![Ask::of("path").word(catalog.id(to)), " shows the ladders into it"]));
        }
        let route = Self { from, to, via, avoid, track };
        let contradiction = route.contradiction(catalog);
        contradiction.or_else(|| route.elsewhere(catalog).filter(|_| is_within)).map_or(Ok(route), Err)
    }

    /// Says that a path from grade to grade of one role passes no other.
    fn elsewhere(&self, catalog: &Catalog<'_>) -> Option<Error> {
        let [other, to] = [*self.via.first()?, self.to].map(|role| ticked(catalog.id(role)));
        Some(Error::failed(format!("{other} cannot be passed: from grade to grade of {to} there is no other role")))
    }

    /// Says where conditions leave no path, whatever the catalog has.
    fn contradiction(&self, catalog: &Catalog<'_>) -> Option<Error> {
        let id = |role: &RoleIx| ticked(catalog.id(*role));
        let ends = [(self.from, "begins"), (Some(self.to), "ends")];
        let at_end = |role: &RoleIx| ends.iter().find(|(end, _)| *end == Some(*role)).map(|(_, verb)| *verb);
        if let Some(both) = self.via.iter().find(|role| self.avoid.contains(role)) {
            return Some(Error::failed(format!("{} is both to be passed and to be avoided", id(both))));
        }
        let avoided = self.avoid.iter().find_map(|role| Some((role, at_end(role)?, "cannot be avoided")));
        let passed = self.via.iter().find_map(|role| Some((role, at_end(role)?, "need not be passed")));
        let (role, verb, what) = avoided.or(passed)?;
        Some(Error::failed(format!("{} {what}: the path {verb} there", id(role))))
    }

    fn ladders(&self, catalog: &Catalog<'_>, max: Option<u32>, sideways: bool) -> Vec<ladders::Ladder> {
        let max = max.unwrap_or(if self.from.is_some() { 1 } else { INTO });
        let starts = self.from.map_or_else(|| entries(catalog), |from| vec![from]);
        let may_pass = |role: RoleIx| {
            let head = catalog.head(role);
            let is_on_track = self.track.is_none_or(|track| head.track == track || self.via.contains(&role));
            !head.hidden && is_on_track && !self.avoid.contains(&role)
        };
        let starts: Vec<RoleIx> = starts.into_iter().filter(|start| !self.avoid.contains(start)).collect();
        let stops: Vec<RoleIx> = self.via.iter().copied().chain([self.to]).collect();
        let wanted = Wanted { max: max as usize, may_pass: &may_pass, sideways };
        if self.from.is_some() {
            return ladders::best_via(catalog, &starts, &stops, &wanted);
        }
        // From wherever people enter, the ladder that most is known of says more than the shortest.
        let mut into = ladders::best_of_each(catalog, &starts, &stops, &wanted);
        into.arrange_by_key(|ladder| (ladder.editorial, ladder.roles.len(), catalog.id(ladder.roles[0])));
        into.truncate(max as usize);
        into
    }

    /// Returns the best ladders, as the roles that they pass. Only where no ladder goes up all the way may one step go
    /// sideways.
    fn found(&self, catalog: &Catalog<'_>, max: Option<u32>) -> Result<Vec<Vec<RoleIx>>, Error> {
        let found = [false, true].iter().map(|sideways| self.ladders(catalog, max, *sideways));
        let found = found.into_iter().find(|found| !found.is_empty()).ok_or_else(|| self.none(catalog))?;
        Ok(found.into_iter().map(|ladder| ladder.roles).collect())
    }

    /// Says that there is no ladder, and what else could be asked.
    fn none(&self, catalog: &Catalog<'_>) -> Error {
        let to = catalog.id(self.to);
        let is_entered = catalog.first_prerequisite(self.to).is_none();
        let Some(from) = self.from else {
            let error = Error::nothing(format!("no ladder leads to {}", ticked(to)));
            return match is_entered {
                true => error.hint(hint!["people enter there from outside; ", Ask::of("next").word(to), " leads on"]),
                false => error.hint(hint![Ask::of("prereqs").word(to), " shows what does"]),
            };
        };
        let from_id = catalog.id(from);
        let is_narrowed = !self.via.is_empty() || !self.avoid.is_empty() || self.track.is_some();
        let condition = if is_narrowed { " under these conditions" } else { "" };
        let error = Error::nothing(format!("no ladder leads from {} to {}{condition}", ticked(from_id), ticked(to)));
        if ladders::distances(catalog, self.to).contains_key(&from) {
            return error.hint(hint!["one leads the other way: ", Ask::of("path").words([to, from_id])]).again();
        }
        let ahead = Ask::of("next").words([from_id, "--all"]);
        match is_entered {
            true => error.hint(hint!["people enter there from outside; ", ahead, " shows what lies ahead"]),
            false => {
                error.hint(hint![Ask::of("path").word(to), " shows the ladders into it, ", ahead, " what lies ahead"])
            }
        }
    }
}

/// Roles that nothing leads to: where people enter.
fn entries(catalog: &Catalog<'_>) -> Vec<RoleIx> {
    catalog.heads().map(|(role, _)| role).filter(|role| is_entry(catalog, *role)).collect()
}

fn is_entry(catalog: &Catalog<'_>, role: RoleIx) -> bool {
    let is_shown = |role: RoleIx| !catalog.head(role).hidden;
    match catalog.first_prerequisite(role) {
        None => true,
        Some(first) if is_shown(first) => false,
        Some(_) => !catalog.prerequisites(role).iter().any(|edge| is_shown(edge.role)),
    }
}

/// Returns what a move takes, whether or not a ladder goes that way; none where there is no such move.
#[cfg(feature = "browse")]
pub fn one_step<'a>(catalog: Catalog<'a>, from: &str, to: &str, region: Option<&str>) -> Option<Step<'a>> {
    let (from, to) = (catalog.find_id(from)?, catalog.find_id(to)?);
    let moves = catalog.moves(to);
    let is_there = moves.prerequisites.iter().chain(&moves.lateral).any(|edge| edge.role == from);
    let region = region.and_then(|region| place::find(&catalog, region).ok()).map(|place| place.at);
    let whole = |role| Graded { role, grade: None };
    is_there.then(|| step(&Namer::new(catalog), &whole(from), &whole(to), region))
}

/// The roles of a ladder, at its ends at the grades that are meant. In each it climbs to the grade by which it is left,
/// and to those that are to be passed.
fn rungs<'a>(
    namer: &Namer<'a>,
    roles: &[RoleIx],
    via: &[Found<'a>],
    (from, to): (Option<usize>, Option<usize>),
) -> Vec<Rung<'a>> {
    let climb = |at: usize| {
        let passed = via.iter().filter(|found| found.role == roles[at]).filter_map(|found| found.grade);
        let leaves = roles.get(at + 1).and_then(|next| leaves(&namer.catalog, roles[at], *next));
        let on_the_way: Vec<usize> = leaves.into_iter().chain(passed).collect();
        let is_last = at + 1 == roles.len();
        // Who begins in a role without saying a grade begins at the first that the way has.
        let begins = || on_the_way.iter().copied().min().filter(|_| !is_last);
        let first = if at == 0 { from.or_else(begins) } else { None };
        let highest = on_the_way.iter().copied().max();
        let last = highest.filter(|last| first.is_none_or(|first| first <= *last));
        Climb { first, last: if is_last { to } else { last } }
    };
    roles.iter().enumerate().map(|(at, role)| Rung::new(namer, *role, climb(at))).collect()
}

/// The grade by which a role is left for another, where its move says one.
fn leaves(catalog: &Catalog<'_>, from: RoleIx, to: RoleIx) -> Option<usize> {
    let moves = catalog.moves(to);
    let edge = moves.prerequisites.iter().chain(&moves.lateral).find(|edge| edge.role == from)?;
    grades::left_by(catalog, from, edge)
}

/// Says of which roles on the ladders nobody says the grade.
fn without_grade(catalog: &Catalog<'_>, ladders: &[Vec<Rung<'_>>]) -> Vec<String> {
    let mut told: Vec<RoleIx> = Vec::new();
    let mut notes = Vec::new();
    for rung in ladders.iter().flatten() {
        let grades = rung.unsaid();
        if !grades.is_empty() && !told.contains(&rung.role) {
            told.push(rung.role);
            let id = ticked(catalog.id(rung.role));
            notes.push(format!(
                "{id} has the grades {}: no move says by which it is entered or left",
                grades.join(", ")
            ));
        }
    }
    notes
}

fn view<'a>(namer: &Namer<'a>, rungs: &[Rung<'a>], region: Option<RegionIx>) -> Ladder<'a> {
    let mut steps = rungs[0].steps(namer, region);
    for ends in rungs.windows(2) {
        steps.push(step(namer, &ends[0].exit(), &ends[1].entry(), region));
        steps.extend(ends[1].steps(namer, region));
    }
    Ladder { from: rungs[0].entry().name(namer), steps }
}

fn step<'a>(namer: &Namer<'a>, from: &Graded<'a>, to: &Graded<'a>, region: Option<RegionIx>) -> Step<'a> {
    let catalog = namer.catalog;
    let moves = catalog.moves(to.role);
    let of = |edges: Vec<Edge<'a>>| edges.into_iter().find(|edge| edge.role == from.role);
    let up = of(moves.prerequisites);
    let lateral = up.is_none();
    let edge = up.or_else(|| of(moves.lateral)).expect("a ladder's steps are prerequisites, or lateral");
    let (before, after) = (from.profile(&catalog), to.profile(&catalog));
    let pay = region.map(|region| steps_of_pay::change(namer, (from.role, &before), (to.role, &after), region));
    Step {
        from: catalog.id(from.role),
        from_grade: from.grade.as_ref().map(grades::entry),
        to: to.name(namer),
        lateral,
        within: false,
        support: namer.support(&edge),
        years_held: years_held(namer, (from.role, &before), (to.role, &after)),
        grows: growths::growths(&catalog, &before, &after),
        new_tools: new_tools(&catalog, &before, &after),
        pay,
    }
}

/// Years that people of both titles hold, by one source.
fn years_held<'a>(
    namer: &Namer<'a>,
    (from, before): (RoleIx, &Profile<'a>),
    (to, after): (RoleIx, &Profile<'a>),
) -> Option<YearsHeld<'a>> {
    let held = |role, profile| preparation::years_held(namer, namer.catalog.head(role).level, profile);
    let (from, to) = (held(from, before)?, held(to, after)?);
    let is_one = from.source.id == to.source.id && from.record != to.record;
    is_one.then(|| YearsHeld { from: Box::new(from), to: Box::new(to) })
}

fn new_tools<'a>(catalog: &Catalog<'a>, before: &Profile<'_>, after: &Profile<'_>) -> Vec<Entry<'a>> {
    let is_new = |used: &&crate::catalog::model::ToolUse| {
        used.proficiency >= Proficiency::Working && before.tools.iter().all(|old| old.tool != used.tool)
    };
    let tools = after.tools.iter().filter(is_new).map(|used| catalog.tool_name(used.tool));
    tools.map(|tool| Entry { id: tool.id, title: tool.title }).collect()
}
