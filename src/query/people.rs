//! The people of a team, as they are written: a self-assessment each, or lines of one table.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::catalog::Catalog;
use crate::catalog::model::{Begin, CompetencyIx, Proficiency, RoleIx, ToolIx};
use crate::catalog::read::files::SourceFile;
use crate::query::claims::{Claimed, Claims, NONE, NOT_APPLICABLE, OursOn, Place};
use crate::query::counterparts::Counterparts;
use crate::query::scales::{Claim, Words};
use crate::query::{graded, grades, lookup, profile};
use crate::text::hint::Hint;
use crate::text::naming::{Named, Naming};
use crate::text::sorting::Arrange;
use crate::view::error::{Error, ticked};

/// What a team claims, as it is written.
pub enum People {
    /// A self-assessment a person; the file is called as the person is.
    Files(Vec<SourceFile>),
    /// Lines of person, competency or tool, and level.
    Table(SourceFile),
}

/// One of a team.
pub struct Person {
    pub name: String,
    pub claims: Claims,
    /// The grade within the role that is held, by its position.
    pub grade: Option<usize>,
}

/// A team, read.
pub struct Read {
    pub people: Vec<Person>,
    pub notes: Vec<String>,
    pub warnings: Vec<Hint>,
}

/// Reads what a team claims.
///
/// # Errors
/// When a profile is not valid. A line that cannot be read is left out and told.
pub fn read(catalog: &Catalog<'_>, people: &People) -> Result<Read, Error> {
    match people {
        People::Files(files) => of_files(catalog, files),
        People::Table(file) => Ok(Lines::new(catalog, file).read()),
    }
}

fn of_files(catalog: &Catalog<'_>, files: &[SourceFile]) -> Result<Read, Error> {
    let mut read = Read { people: Vec::new(), notes: Vec::new(), warnings: Vec::new() };
    for file in files {
        let assessment = profile::read(catalog, file)?;
        let name = file.path.rsplit(['/', '\\']).next().unwrap_or(&file.path);
        let name = name.rsplit_once('.').map_or(name, |(name, _)| name).to_owned();
        read.warnings.extend(assessment.warnings());
        read.notes.extend(assessment.notes);
        let grade = assessment.held.and_then(|held| held.grade);
        read.people.push(Person { name, claims: assessment.claims, grade });
    }
    read.notes.dedup();
    Ok(read)
}

/// What a word of the second column means.
#[derive(Clone, Copy)]
enum Means {
    Role,
    Grade,
    Competency(CompetencyIx),
    Tool(ToolIx),
    Nothing,
}

/// What the third column says.
#[derive(Clone, Copy)]
enum Said {
    Level(Claim),
    None,
    NotApplicable,
}

impl Said {
    fn of(words: &Words<'_>, of: Option<CompetencyIx>, word: &str) -> Option<Self> {
        match words.read(of, word) {
            Some(level) => Some(Self::Level(level)),
            None if word.eq_ignore_ascii_case(NONE) => Some(Self::None),
            None if word.eq_ignore_ascii_case(NOT_APPLICABLE) => Some(Self::NotApplicable),
            None => None,
        }
    }

    /// Puts it in the place of what was said before, and tells whether something was.
    fn put<Ix: Place>(self, of: Ix, levels: &mut Claimed<Ix>, [nones, aside]: [&mut BTreeSet<Ix>; 2]) -> bool {
        let before = [levels.remove(&of).is_some(), nones.remove(&of), aside.remove(&of)];
        match self {
            Self::Level(claim) => drop(claim.ours.map(|level: Proficiency| levels.insert(of, level))),
            Self::None => drop(nones.insert(of)),
            Self::NotApplicable => drop(aside.insert(of)),
        }
        before.contains(&true)
    }
}

/// A role that is held, and the grade that its name says.
type Held = (RoleIx, Option<usize>);

/// The lines of a table of people.
struct Lines<'r, 'a> {
    catalog: &'r Catalog<'a>,
    file: &'r SourceFile,
    people: Vec<Person>,
    by_name: HashMap<&'r str, usize>,
    words: HashMap<&'r str, Means>,
    roles: HashMap<&'r str, Option<Held>>,
    /// The lines that say a grade, by person: the line of the role may stand behind them.
    grades: Vec<(usize, usize, &'r str)>,
    /// Those whose role nothing is called by.
    without_role: HashSet<usize>,
    levels: Words<'a>,
    ours_on: OursOn,
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
            grades: Vec::new(),
            without_role: HashSet::new(),
            levels: Words::new(catalog),
            ours_on: OursOn::new(&catalog.about().scales),
            faults: Vec::new(),
            told: HashMap::new(),
        }
    }

    fn read(mut self) -> Read {
        let competencies: Vec<_> =
            self.catalog.competency_heads().map(|it| (it.id, [vec![it.title], it.aliases].concat())).collect();
        let tools: Vec<_> = self.catalog.tools().map(|it| (it.id, [vec![it.title], it.aliases].concat())).collect();
        let about = self.catalog.about();
        let begins = |of| Begin::all(&about.begins, of);
        let competencies = Naming::new(competencies.iter().map(|(id, names)| (*id, names.iter().copied())))
            .over(begins(|it| it.competencies));
        let tools =
            Naming::new(tools.iter().map(|(id, names)| (*id, names.iter().copied()))).over(begins(|it| it.tools));
        let text = self.file.text.strip_prefix('\u{feff}').unwrap_or(&self.file.text);
        let separator = if text.lines().next().is_some_and(|line| line.contains('\t')) { '\t' } else { ',' };
        for (at, line) in text.lines().enumerate() {
            if !line.trim().is_empty() {
                self.line(at + 1, line, separator, &competencies, &tools);
            }
        }
        self.hold_grades();
        self.faults.arrange_by_key(|(line, ..)| *line);
        let counterparts = Counterparts::new(self.catalog);
        self.people.iter_mut().for_each(|person| drop(counterparts.carry(&mut person.claims)));
        Read { people: self.people, notes: Vec::new(), warnings: warnings(&self.file.path, self.faults) }
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
            // A cell that is blank says nothing.
            Means::Role | Means::Grade if level.is_empty() => {}
            Means::Role => self.hold(at, of, level),
            Means::Grade => self.grades.push((at, of, level)),
            Means::Nothing => self.fault(at, format!("no competency or tool is called {}", ticked(word))),
            means => self.level(at, of, means, level),
        }
    }

    fn person(&mut self, name: &'r str) -> usize {
        let (people, ours_on) = (&mut self.people, &self.ours_on);
        *self.by_name.entry(name).or_insert_with(|| {
            people.push(Person {
                name: name.to_owned(),
                claims: Claims { ours_on: ours_on.clone(), ..Claims::default() },
                grade: None,
            });
            people.len() - 1
        })
    }

    fn means(&mut self, word: &'r str, competencies: &Naming<'_>, tools: &Naming<'_>) -> Means {
        *self.words.entry(word).or_insert_with(|| match (competencies.find(word), tools.find(word)) {
            _ if word.eq_ignore_ascii_case("role") => Means::Role,
            _ if word.eq_ignore_ascii_case("grade") => Means::Grade,
            (Named::One(at), _) => Means::Competency(at.into()),
            (_, Named::One(at)) => Means::Tool(at.into()),
            _ => Means::Nothing,
        })
    }

    fn hold(&mut self, at: usize, of: usize, name: &'r str) {
        let catalog = self.catalog;
        let find = || lookup::one(catalog, name).ok().map(|found| (found.role, found.grade));
        match *self.roles.entry(name).or_insert_with(find) {
            Some((role, grade)) => {
                let person = &mut self.people[of];
                (person.claims.role, person.grade) = (Some(role), grade);
            }
            None => {
                self.without_role.insert(of);
                self.fault(at, format!("no role is called {}", ticked(name)));
            }
        }
    }

    /// Holds people to the grades that lines say, as a self-assessment does: the grade is one of the role held, or
    /// says the role where one role alone has it. Each is looked up once.
    fn hold_grades(&mut self) {
        let said = std::mem::take(&mut self.grades);
        if said.is_empty() {
            return;
        }
        let names = grades::Names::new(self.catalog);
        let mut known: HashMap<(Option<RoleIx>, &str), Result<Held, String>> = HashMap::new();
        for (at, of, word) in said {
            let role = self.people[of].claims.role;
            // What is wrong with the role is told already.
            if role.is_none() && self.without_role.contains(&of) {
                continue;
            }
            let held = known.entry((role, word)).or_insert_with(|| grade(self.catalog, &names, role, word));
            match held.clone() {
                Ok((role, Some(at_grade))) if self.people[of].grade.is_some_and(|said| said != at_grade) => {
                    self.fault(at, two_grades(self.catalog, role, at_grade));
                }
                Ok((role, grade)) => {
                    let person = &mut self.people[of];
                    (person.claims.role, person.grade) = (Some(role), grade);
                }
                Err(message) => self.fault(at, message),
            }
        }
    }

    fn level(&mut self, at: usize, of: usize, means: Means, word: &str) {
        if word.is_empty() {
            return;
        }
        let competency = if let Means::Competency(of) = means { Some(of) } else { None };
        let Some(said) = Said::of(&self.levels, competency, word) else {
            return self.fault(at, format!("no level is called {}", ticked(word)));
        };
        let claims = &mut self.people[of].claims;
        let is_again = match means {
            Means::Competency(of) => {
                let stood = claims.stands.remove(&of).is_some();
                if let Said::Level(Claim { stand: Some(stand), .. }) = said {
                    claims.stands.insert(of, stand);
                }
                stood | said.put(of, &mut claims.competencies, [&mut claims.no_competencies, &mut claims.aside])
            }
            Means::Tool(of) => said.put(of, &mut claims.tools, [&mut claims.no_tools, &mut claims.tools_aside]),
            Means::Role | Means::Grade | Means::Nothing => false,
        };
        if is_again {
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

/// The role and grade that a grade says of somebody who holds a role, or whose role no line says.
fn grade(catalog: &Catalog<'_>, names: &grades::Names, role: Option<RoleIx>, word: &str) -> Result<Held, String> {
    let told = |error: Error| match error.hints.first() {
        Some(hint) => format!("{} ({hint})", error.message),
        None => error.message,
    };
    match (role, names.called(word)) {
        (Some(role), _) if catalog.grades(role).is_empty() => {
            Err(format!("{} has no grade {} (it has no grades)", ticked(catalog.id(role)), ticked(word)))
        }
        (Some(role), _) => graded::position(catalog, role, word).map(|at| (role, Some(at))).map_err(told),
        (None, []) => Err(format!("no role has the grade {}", ticked(word))),
        (None, [(role, at)]) => Ok((*role, Some(*at))),
        (None, several) => Err(grades::several(catalog, word, several).message),
    }
}

/// Says that a line names another grade than the name of the role, which stands.
fn two_grades(catalog: &Catalog<'_>, role: RoleIx, at: usize) -> String {
    let grades = catalog.grades(role);
    format!("`role` says another grade of {} than {}", ticked(catalog.id(role)), ticked(grades[at].id))
}

/// Tells what was left out, line by line.
fn warnings(path: &str, faults: Vec<(usize, String, usize)>) -> Vec<Hint> {
    const TOLD: usize = 20;
    let more = faults.len().saturating_sub(TOLD);
    let told = faults.into_iter().take(TOLD).map(|(line, message, count)| match count {
        1 => format!("{path}:{line}: {message}"),
        _ => format!("{path}:{line}: {message} ({count} lines)"),
    });
    told.chain((more > 0).then(|| format!("{more} more lines cannot be read"))).map(Hint::from).collect()
}
