//! `roles match --profiles`: the people of a team against roles.
//!
//! Each is placed as `roles match` places one: the same measures, roles decoded once, people on as many threads as
//! the machine has.

use std::collections::HashMap;

use crate::catalog::Catalog;
use crate::catalog::model::{CompetencyIx, RoleIx, ScaleIx, Stand};
use crate::catalog::parallel;
use crate::query::claims::Claims;
use crate::query::fit::entry;
use crate::query::ladders::distances;
use crate::query::matches::{self, Asking, Measured, SHOWN, Start};
use crate::query::namer::Namer;
use crate::query::need::Need;
use crate::query::people::{self, People, Person};
use crate::query::share::rated;
use crate::query::{Answer, lookup, scales};
use crate::request;
use crate::text::hint::{Ask, hint};
use crate::text::sorting::Arrange;
use crate::view::error::{Error, ticked};
use crate::view::{Coverage, PersonFit, StepCount, Team, View};

/// Says who of a team fits which role, or who could step into one, and how many master what.
///
/// # Errors
/// When a profile or a line is not valid, a role or filter names nothing, or nobody claims anything that a role
/// asks for.
pub fn answer<'a>(catalog: Catalog<'a>, args: &request::Match, people: &People) -> Result<Answer<'a>, Error> {
    let goal = args.role.as_ref().map(|name| lookup::one(&catalog, name)).transpose()?;
    let mut read = people::read(&catalog, people)?;
    let roles = asked_roles(&catalog, args, &mut read.notes)?;
    let of = goal.as_ref().map(|found| found.role);
    let into_role = goal.as_ref().map(|found| (found.role, found.grade));
    read.notes.extend(into_role.into_iter().flat_map(|goal| of_grade(&catalog, goal, &read.people)));
    let fits = match into_role {
        Some(goal) => into(&catalog, &roles.0, &read.people, goal, args),
        None => best(&catalog, &roles, &read.people, args),
    };
    if fits.is_empty() {
        return Err(nobody(&read.people, of.is_some()).warnings(read.warnings));
    }
    let namer = Namer::new(catalog);
    let coverage = coverage(&catalog, &read.people, of);
    let view = Team { role: of.map(|role| namer.role(role)), people: read.people.len(), fits, coverage };
    Ok(Answer { warnings: read.warnings, ..Answer::noted(View::Team(view), read.notes).told(goal) })
}

fn nobody(people: &[Person], has_role: bool) -> Error {
    match people.is_empty() {
        true => Error::nothing("the profiles name nobody")
            .hint("a line is PERSON, COMPETENCY or TOOL, LEVEL, parted by tabs"),
        false if has_role => {
            Error::nothing("nobody of the team could step into it: who is left holds it, or claims nothing")
        }
        false => Error::nothing("no role asks for anything that somebody of the team claims").hint(hint![
            Ask::of("competencies"),
            " and ",
            Ask::of("tools"),
            " list what roles ask for"
        ]),
    }
}

/// The roles that a team is measured by, and those of a family and level, or all.
fn asked_roles<'a>(
    catalog: &Catalog<'a>,
    args: &request::Match,
    notes: &mut Vec<String>,
) -> Result<(Asking<'a>, Vec<RoleIx>), Error> {
    let asking = Asking::new(catalog);
    // Filters are told of roles as they are measured: by somebody who claims nothing.
    let mut all = asking.measured(&Claims::default());
    matches::narrow(catalog, args, &mut all, notes)?;
    Ok((asking, all.into_iter().map(|it| it.role).collect()))
}

/// The role that a person starts at, and whether it is held.
type At = (RoleIx, bool);

/// Where people stand, looked up once for each role that they start at.
#[derive(Default)]
struct Starts(HashMap<At, Start>);

impl Starts {
    fn of(&mut self, catalog: &Catalog<'_>, at: At) -> &Start {
        self.0.entry(at).or_insert_with(|| Start::new(catalog, at.0, at.1))
    }
}

/// Where a person starts; none where no role asks for anything that is claimed.
fn start(person: &Person, measured: &[Measured<'_>]) -> Option<At> {
    let like = matches::most_like(measured)?;
    Some((person.claims.role.unwrap_or(like), person.claims.role.is_some()))
}

/// The roles that each person fits best.
fn best<'a>(
    catalog: &Catalog<'a>,
    (asking, shown): &(Asking<'a>, Vec<RoleIx>),
    people: &[Person],
    args: &request::Match,
) -> Vec<PersonFit<'a>> {
    let is_narrow = args.family.is_some() || args.level.is_some();
    let most = args.max.unwrap_or(1) as usize;
    let work = |starts: &mut Starts, person: &Person| -> Option<(Vec<Measured<'a>>, At)> {
        let mut measured = asking.measured(&person.claims);
        let at = start(person, &measured)?;
        if is_narrow {
            measured.retain(|it| shown.contains(&it.role));
        }
        starts.of(catalog, at).sort(&mut measured);
        measured.truncate(most);
        Some((measured, at))
    };
    let found = parallel::map(parallel::threads(people.len()), people, work);
    let mut fitting = Fitting::new(*catalog);
    let mut fits = Vec::new();
    for (person, found) in people.iter().zip(found) {
        let Some((measured, at)) = found else { continue };
        fits.extend(measured.iter().map(|it| fitting.fit(person, it, at)));
    }
    fits
}

/// A role that somebody could step into, and the grade that is meant.
type Goal = (RoleIx, Option<usize>);

/// Whether somebody holds a role already: of one at a grade, that grade or a higher one.
fn holds(person: &Person, (role, grade): Goal) -> bool {
    let is_beneath = || grade.zip(person.grade).is_some_and(|(asked, held)| held < asked);
    person.claims.role == Some(role) && !is_beneath()
}

/// Says what is measured where a grade is meant, and who is left out because nobody says which one they hold.
fn of_grade(catalog: &Catalog<'_>, goal: Goal, people: &[Person]) -> Vec<String> {
    if goal.1.is_none() {
        return Vec::new();
    }
    let measured = "measured by the whole role: each line says the grade that is nearest".to_owned();
    let unsaid = people.iter().filter(|person| person.claims.role == Some(goal.0) && person.grade.is_none()).count();
    let id = ticked(catalog.id(goal.0));
    let left_out = match unsaid {
        0 => None,
        1 => Some(format!("left out: one who holds {id} and says no grade")),
        several => Some(format!("left out: {several} who hold {id} and say no grade")),
    };
    std::iter::once(measured).chain(left_out).collect()
}

/// The people who could step into a role next, best first. Who holds it already is none of them.
fn into<'a>(
    catalog: &Catalog<'a>,
    asking: &Asking<'a>,
    people: &[Person],
    goal: Goal,
    args: &request::Match,
) -> Vec<PersonFit<'a>> {
    let work = |starts: &mut Starts, person: &&Person| -> Option<(Measured<'a>, At, bool)> {
        let measured = asking.measured(&person.claims);
        let at = start(person, &measured)?;
        let it = measured.into_iter().find(|it| it.role == goal.0)?;
        let is_outgrown = starts.of(catalog, at).has_outgrown(&it);
        Some((it, at, is_outgrown))
    };
    let others: Vec<&Person> = people.iter().filter(|person| !holds(person, goal)).collect();
    let found = parallel::map(parallel::threads(others.len()), &others, work);
    let mut found: Vec<_> = others.iter().zip(found).filter_map(|(person, found)| Some((person, found?))).collect();
    found.arrange_by(|(a, (x, _, out_x)), (b, (y, _, out_y))| {
        let share = |it: &Measured<'_>| it.share.unwrap_or(0.0);
        let best = share(y).total_cmp(&share(x)).then(y.likeness().total_cmp(&x.likeness()));
        // Who has outgrown it steps down, and not into it.
        out_x.cmp(out_y).then(best).then(a.name.cmp(&b.name))
    });
    let mut fitting = Fitting::new(*catalog);
    let shown = found.into_iter().take(args.max.unwrap_or(SHOWN) as usize);
    shown.map(|(person, (it, at, _))| fitting.fit(person, &it, at)).collect()
}

/// What the fits of a team are made with.
struct Fitting<'a> {
    namer: Namer<'a>,
    starts: Starts,
    steps: Steps,
}

impl<'a> Fitting<'a> {
    fn new(catalog: Catalog<'a>) -> Self {
        Self { namer: Namer::new(catalog), starts: Starts::default(), steps: Steps::default() }
    }

    fn fit(&mut self, person: &Person, measured: &Measured<'a>, at: At) -> PersonFit<'a> {
        let catalog = self.namer.catalog;
        let away = self.steps.of(&catalog, person.claims.role, measured.role);
        let fit = matches::fit(&self.namer, measured, &person.claims, self.starts.of(&catalog, at), away);
        PersonFit { person: person.name.clone(), fit }
    }
}

/// How far roles are from those that people hold, looked up once for each of these.
#[derive(Default)]
struct Steps(HashMap<RoleIx, HashMap<RoleIx, usize>>);

impl Steps {
    fn of(&mut self, catalog: &Catalog<'_>, held: Option<RoleIx>, to: RoleIx) -> Option<usize> {
        let held = held?;
        self.0.entry(held).or_insert_with(|| distances(catalog, held)).get(&to).copied()
    }
}

/// How many master each competency, by level; of a role, those that it asks for.
fn coverage<'a>(catalog: &Catalog<'a>, people: &[Person], role: Option<RoleIx>) -> Vec<Coverage<'a>> {
    let mut counts: HashMap<CompetencyIx, [usize; 4]> = HashMap::new();
    let mut stood: HashMap<CompetencyIx, HashMap<Stand, usize>> = HashMap::new();
    for person in people {
        person.claims.competencies.iter().for_each(|(of, level)| counts.entry(*of).or_default()[*level as usize] += 1);
        let stands = person.claims.stands.iter();
        stands.for_each(|(of, stand)| *stood.entry(*of).or_default().entry(*stand).or_default() += 1);
    }
    let of = |competency: CompetencyIx, need: Option<Need>| {
        let [awareness, working, practitioner, expert] = counts.get(&competency).copied().unwrap_or_default();
        let is_met = |need: Need| people.iter().filter(|it| need.is_met(competency, &it.claims)).count();
        let own = need.and_then(|need| need.stand).map(|stand| scales::level(catalog, stand).word);
        let ours = need.and_then(|need| need.ours).map(|level| level.name());
        Coverage {
            competency: entry(catalog, competency),
            awareness,
            working,
            practitioner,
            expert,
            steps: stood.get(&competency).map(|stood| steps(catalog, stood)).unwrap_or_default(),
            need: own.or(ours),
            reached: need.map(is_met),
        }
    };
    match role {
        Some(role) => rated(&catalog.profile(role)).map(|(rating, need)| of(rating.competency, Some(need))).collect(),
        None => (0..catalog.competency_names().count()).map(|at| of(at.into(), None)).collect(),
    }
}

/// How many claim each step of the scales of a company's own.
fn steps<'a>(catalog: &Catalog<'a>, stood: &HashMap<Stand, usize>) -> Vec<StepCount<'a>> {
    let mut scales: Vec<(ScaleIx, u8)> = stood.keys().map(|stand| (stand.scale, stand.steps)).collect();
    scales.arrange();
    scales.dedup();
    let count = |(scale, steps): (ScaleIx, u8)| {
        let stands = (1..=steps).map(move |step| Stand { scale, step, steps });
        stands.map(|stand| StepCount {
            word: scales::level(catalog, stand).word,
            people: stood.get(&stand).copied().unwrap_or(0),
        })
    };
    scales.into_iter().flat_map(count).collect()
}
