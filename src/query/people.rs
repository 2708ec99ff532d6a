//! The people of a team, as they are written: a self-assessment each, or lines of one table.

use std::collections::{BTreeSet, HashMap};

use crate::catalog::Catalog;
use crate::catalog::model::{Begin, CompetencyIx, Proficiency, RoleIx, ToolIx};
use crate::catalog::read::files::SourceFile;
use crate::query::claims::{Claimed, Claims, NONE, NOT_APPLICABLE, OursOn, Place};
use crate::query::counterparts::Counterparts;
use crate::query::scales::{Claim, Words};
use crate::query::{grades, lookup, profile};
use crate::text::naming::{Named, Naming};
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
}

/// A team, read.
pub struct Read {
    pub people: Vec<Person>,
    pub notes: Vec<String>,
    pub warnings: Vec<String>,
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
        read.people.push(Person { name, claims: assessment.claims });
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

/// The lines of a table of people.
struct Lines<'r, 'a> {
    catalog: &'r Catalog<'a>,
    file: &'r SourceFile,
    people: Vec<Person>,
    by_name: HashMap<&'r str, usize>,
    words: HashMap<&'r str, Means>,
    roles: HashMap<&'r str, Option<RoleIx>>,
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
            levels: Words::new(catalog),
            ours_on: OursOn::new(&catalog.about().scales),
            faults: Vec::new(),
            told: HashMap::new(),
        }
    }

    fn read(mut self) -> Read {
        let competencies: Vec<_> =
            self.catalog.competencies().map(|it| (it.id, [vec![it.title], it.aliases].concat())).collect();
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
            Means::Role => match self.role(level) {
                Some(role) => self.people[of].claims.role = Some(role),
                None => self.fault(at, format!("no role is called {}", ticked(level))),
            },
            Means::Grade => self.grade(at, of, level),
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

    fn role(&mut self, name: &'r str) -> Option<RoleIx> {
        let catalog = self.catalog;
        *self.roles.entry(name).or_insert_with(|| lookup::one(catalog, name).ok().map(|found| found.role))
    }

    /// A grade that one role alone has says the role, where no line does.
    fn grade(&mut self, at: usize, of: usize, word: &str) {
        match grades::called(self.catalog, word).as_slice() {
            [] => self.fault(at, format!("no role has the grade {}", ticked(word))),
            [(role, _)] => _ = self.people[of].claims.role.get_or_insert(*role),
            _ => {}
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
