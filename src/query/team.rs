//! `roles match --profiles`: the people of a team against roles.
//!
//! Each is placed as `roles match` places one: the same measures, roles decoded once, people on as many threads as
//! the machine has.

use std::collections::HashMap;

use crate::catalog::Catalog;
use crate::catalog::model::{CompetencyIx, Proficiency, RoleIx, ToolIx};
use crate::catalog::parallel;
use crate::catalog::read::files::SourceFile;
use crate::query::fit::{entry, rated};
use crate::query::ladders::distances;
use crate::query::matches::{self, Asking, Measured, Placed, SHOWN};
use crate::query::namer::Namer;
use crate::query::profile::{self, Claims};
use crate::query::{Answer, lookup};
use crate::request;
use crate::text::naming::{Named, Naming};
use crate::view::error::{Error, ticked};
use crate::view::{Coverage, PersonFit, Team, View};

/// What a team claims, as it is written.
pub enum People {
    /// A self-assessment a person; the file is called as the person is.
    Files(Vec<SourceFile>),
    /// Lines of person, competency or tool, and level.
    Table(SourceFile),
}

/// One of a team.
struct Person {
    name: String,
    claims: Claims,
}

/// Says who of a team fits which role, or who could step into one, and how many master what.
///
/// # Errors
/// When a profile or a line is not valid, a role or filter names nothing, or nobody claims anything that a role
/// asks for.
pub fn answer<'a>(catalog: Catalog<'a>, args: &request::Match, people: &People) -> Result<Answer<'a>, Error> {
    let goal = args.role.as_ref().map(|name| lookup::one(&catalog, name)).transpose()?;
    let mut read = match people {
        People::Files(files) => of_files(&catalog, files)?,
        People::Table(file) => Lines::new(&catalog, file).read()?,
    };
    let roles = asked_roles(&catalog, args, &mut read.notes)?;
    let of = goal.as_ref().map(|found| found.role);
    let fits = match of {
        Some(role) => into(&catalog, &roles, &read.people, role, args),
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
        false => Error::nothing("no role asks for anything that somebody of the team claims")
            .hint("`roles competencies` and `roles tools` list what roles ask for"),
    }
}

/// The roles that a team is measured by: those of a family and level, or all.
fn asked_roles<'a>(
    catalog: &Catalog<'a>,
    args: &request::Match,
    notes: &mut Vec<String>,
) -> Result<(Vec<Asking<'a>>, Vec<RoleIx>), Error> {
    let asking = matches::asking(catalog);
    // Filters are told of roles as they are measured: by somebody who claims nothing.
    let mut all = matches::measured(&asking, &Claims::default(), 1);
    matches::narrow(catalog, args, &mut all, notes)?;
    Ok((asking, all.into_iter().map(|it| it.role).collect()))
}

/// What a thread found of a person.
type Found<'a> = (Vec<Measured<'a>>, u8);

/// The roles that each person fits best.
fn best<'a>(
    catalog: &Catalog<'a>,
    (asking, shown): &(Vec<Asking<'a>>, Vec<RoleIx>),
    people: &[Person],
    args: &request::Match,
) -> Vec<PersonFit<'a>> {
    let competencies = catalog.competency_names().count();
    let ranks: HashMap<RoleIx, u8> = catalog.heads().map(|(role, head)| (role, head.level)).collect();
    let is_narrow = args.family.is_some() || args.level.is_some();
    let most = args.max.unwrap_or(1) as usize;
    let work = |(): &mut (), person: &Person| -> Option<Found<'a>> {
        let mut measured = matches::measured(asking, &person.claims, competencies);
        let held = person.claims.role.and_then(|role| Some((role, *ranks.get(&role)?)));
        let Placed { first, outgrown, .. } = matches::placed(&measured, held)?;
        if is_narrow {
            measured.retain(|it| shown.contains(&it.role));
        }
        matches::sort(&mut measured, first, outgrown);
        measured.truncate(most);
        Some((measured, outgrown))
    };
    let found = parallel::map(parallel::threads(people.len()), people, work);
    let (namer, mut steps) = (Namer::new(*catalog), Steps::default());
    let mut fits = Vec::new();
    for (person, found) in people.iter().zip(found) {
        let Some((measured, outgrown)) = found else { continue };
        for it in &measured {
            let away = steps.of(catalog, person.claims.role, it.role);
            let fit = matches::fit(&namer, it, &person.claims, outgrown, away);
            fits.push(PersonFit { person: person.name.clone(), fit });
        }
    }
    fits
}

/// The people who could step into a role next, best first. Who holds it already is none of them.
fn into<'a>(
    catalog: &Catalog<'a>,
    (asking, _): &(Vec<Asking<'a>>, Vec<RoleIx>),
    people: &[Person],
    role: RoleIx,
    args: &request::Match,
) -> Vec<PersonFit<'a>> {
    let competencies = catalog.competency_names().count();
    let ranks: HashMap<RoleIx, u8> = catalog.heads().map(|(role, head)| (role, head.level)).collect();
    let work = |(): &mut (), person: &Person| -> Option<(Measured<'a>, u8)> {
        let measured = matches::measured(asking, &person.claims, competencies);
        let held = person.claims.role.and_then(|role| Some((role, *ranks.get(&role)?)));
        let Placed { outgrown, .. } = matches::placed(&measured, held)?;
        measured.into_iter().find(|it| it.role == role).map(|it| (it, outgrown))
    };
    let others: Vec<&Person> = people.iter().filter(|person| person.claims.role != Some(role)).collect();
    let found = parallel::map(parallel::threads(others.len()), &others, |state, person| work(state, person));
    let mut found: Vec<_> = others.iter().zip(found).filter_map(|(person, found)| Some((person, found?))).collect();
    found.sort_by(|(a, (x, out_x)), (b, (y, out_y))| {
        // Who has outgrown it steps down, and not into it.
        let key = |it: &Measured<'_>, outgrown: u8| it.head.level < outgrown;
        let share = |it: &Measured<'_>| it.share.unwrap_or(0.0);
        let best = share(y).total_cmp(&share(x)).then(y.likeness().total_cmp(&x.likeness()));
        key(x, *out_x).cmp(&key(y, *out_y)).then(best).then(a.name.cmp(&b.name))
    });
    let (namer, mut steps) = (Namer::new(*catalog), Steps::default());
    let shown = found.into_iter().take(args.max.unwrap_or(SHOWN) as usize);
    let fit = |(person, (it, outgrown)): (&&Person, (Measured<'a>, u8))| {
        let away = steps.of(catalog, person.claims.role, role);
        PersonFit { person: person.name.clone(), fit: matches::fit(&namer, &it, &person.claims, outgrown, away) }
    };
    shown.map(fit).collect()
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
    for person in people {
        person.claims.competencies.iter().for_each(|(of, level)| counts.entry(*of).or_default()[*level as usize] += 1);
    }
    let of = |competency: CompetencyIx, need: Option<Proficiency>| {
        let [awareness, working, practitioner, expert] = counts.get(&competency).copied().unwrap_or_default();
        let reached = need.map(|need| counts.get(&competency).map_or(0, |it| it[need as usize..].iter().sum()));
        let competency = entry(catalog, competency);
        Coverage { competency, awareness, working, practitioner, expert, need: need.map(Proficiency::name), reached }
    };
    match role {
        Some(role) => rated(&catalog.profile(role)).map(|(rating, need)| of(rating.competency, Some(need))).collect(),
        None => (0..catalog.competency_names().count()).map(|at| of(at.into(), None)).collect(),
    }
}

/// A team, read.
struct Read {
    people: Vec<Person>,
    notes: Vec<String>,
    warnings: Vec<String>,
}

fn of_files(catalog: &Catalog<'_>, files: &[SourceFile]) -> Result<Read, Error> {
    let mut read = Read { people: Vec::new(), notes: Vec::new(), warnings: Vec::new() };
    for file in files {
        let assessment = profile::read(catalog, file)?;
        let name = file.path.rsplit(['/', '\\']).next().unwrap_or(&file.path);
        let name = name.rsplit_once('.').map_or(name, |(name, _)| name).to_owned();
        read.warnings.extend(assessment.warnings());
        read.notes.extend(assessment.notes);
        read.people.push(Person { name, claims: assessment.claims });
    }
    read.notes.dedup();
    Ok(read)
}

/// What a word of the second column means.
#[derive(Clone, Copy)]
enum Means {
    Role,
    Competency(CompetencyIx),
    Tool(ToolIx),
    Nothing,
}

/// The lines of a table of people.
struct Lines<'r, 'a> {
    catalog: &'r Catalog<'a>,
    file: &'r SourceFile,
    people: Vec<Person>,
    by_name: HashMap<&'r str, usize>,
    words: HashMap<&'r str, Means>,
    roles: HashMap<&'r str, Option<RoleIx>>,
    /// What cannot be read, told once a word: the line, what is wrong, how often.
    faults: Vec<(usize, String, usize)>,
    told: HashMap<String, usize>,
}

impl<'r, 'a> Lines<'r, 'a> {
    fn new(catalog: &'r Catalog<'a>, file: &'r SourceFile) -> Self {
        Self {
            catalog,
            file,
            people: Vec::new(),
            by_name: HashMap::new(),
            words: HashMap::new(),
            roles: HashMap::new(),
            faults: Vec::new(),
            told: HashMap::new(),
        }
    }

    fn read(mut self) -> Result<Read, Error> {
        let competencies: Vec<_> =
            self.catalog.competencies().map(|it| (it.id, [vec![it.title], it.aliases].concat())).collect();
        let tools: Vec<_> = self.catalog.tools().map(|it| (it.id, [vec![it.title], it.aliases].concat())).collect();
        let competencies = Naming::new(competencies.iter().map(|(id, names)| (*id, names.iter().copied())));
        let tools = Naming::new(tools.iter().map(|(id, names)| (*id, names.iter().copied())));
        let text = self.file.text.strip_prefix('\u{feff}').unwrap_or(&self.file.text);
        let separator = if text.lines().next().is_some_and(|line| line.contains('\t')) { '\t' } else { ',' };
        for (at, line) in text.lines().enumerate() {
            if !line.trim().is_empty() {
                self.line(at + 1, line, separator, &competencies, &tools);
            }
        }
        Ok(Read { people: self.people, notes: Vec::new(), warnings: warnings(&self.file.path, self.faults) })
    }

    fn line(&mut self, at: usize, line: &'r str, separator: char, competencies: &Naming<'_>, tools: &Naming<'_>) {
        let mut cells = line.split(separator).map(|cell| cell.trim().trim_matches('"').trim());
        let (Some(person), Some(word), Some(level)) = (cells.next(), cells.next(), cells.next()) else {
            return self.fault(at, "a line is a person, a competency or tool, and a level".to_owned());
        };
        let is_header = at == 1 && ["level", "proficiency"].iter().any(|name| level.eq_ignore_ascii_case(name));
        if is_header {
            return;
        }
        if person.is_empty() {
            return self.fault(at, "nobody is named".to_owned());
        }
        let of = self.person(person);
        match self.means(word, competencies, tools) {
            Means::Role => match self.role(level) {
                Some(role) => self.people[of].claims.role = Some(role),
                None => self.fault(at, format!("no role is called {}", ticked(level))),
            },
            Means::Nothing => self.fault(at, format!("no competency or tool is called {}", ticked(word))),
            means => self.level(at, of, means, level),
        }
    }

    fn person(&mut self, name: &'r str) -> usize {
        let people = &mut self.people;
        *self.by_name.entry(name).or_insert_with(|| {
            people.push(Person { name: name.to_owned(), claims: Claims::default() });
            people.len() - 1
        })
    }

    fn means(&mut self, word: &'r str, competencies: &Naming<'_>, tools: &Naming<'_>) -> Means {
        *self.words.entry(word).or_insert_with(|| match (competencies.find(word), tools.find(word)) {
            _ if word.eq_ignore_ascii_case("role") => Means::Role,
            (Named::One(at), _) => Means::Competency(at.into()),
            (_, Named::One(at)) => Means::Tool(at.into()),
            _ => Means::Nothing,
        })
    }

    fn role(&mut self, name: &'r str) -> Option<RoleIx> {
        let catalog = self.catalog;
        *self.roles.entry(name).or_insert_with(|| lookup::one(catalog, name).ok().map(|found| found.role))
    }

    fn level(&mut self, at: usize, of: usize, means: Means, word: &str) {
        let level = Proficiency::ALL.into_iter().find(|level| level.name().eq_ignore_ascii_case(word));
        let Some(level) = level else {
            if !word.is_empty() && !word.eq_ignore_ascii_case("none") {
                self.fault(at, format!("no level is called {}", ticked(word)));
            }
            return;
        };
        let claims = &mut self.people[of].claims;
        let before = match means {
            Means::Competency(competency) => claims.competencies.insert(competency, level),
            Means::Tool(tool) => claims.tools.insert(tool, level),
            Means::Role | Means::Nothing => None,
        };
        if before.is_some() {
            let name = self.people[of].name.clone();
            self.fault(at, format!("{} says the same twice: the last counts", ticked(&name)));
        }
    }

    /// Keeps what is wrong; the same words are told once, with how often they stand there.
    fn fault(&mut self, at: usize, message: String) {
        match self.told.get(&message) {
            Some(told) => self.faults[*told].2 += 1,
            None => {
                self.told.insert(message.clone(), self.faults.len());
                self.faults.push((at, message, 1));
            }
        }
    }
}

/// Tells what was left out, line by line.
fn warnings(path: &str, faults: Vec<(usize, String, usize)>) -> Vec<String> {
    const TOLD: usize = 20;
    let more = faults.len().saturating_sub(TOLD);
    let told = faults.into_iter().take(TOLD).map(|(line, message, count)| match count {
        1 => format!("{path}:{line}: {message}"),
        _ => format!("{path}:{line}: {message} ({count} lines)"),
    });
    told.chain((more > 0).then(|| format!("{more} more lines cannot be read"))).collect()
}
