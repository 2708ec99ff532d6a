//! What the screens ask: the very questions of the commands, with ids for names. No figure is made here.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use crate::browse::data::near;
use crate::catalog::Catalog;
use crate::catalog::model::RoleIx;
use crate::catalog::read::files::SourceFile;
use crate::query;
use crate::query::sieve::Sieve;
use crate::render::Style;
use crate::request;
use crate::request::{By, Decide, Explore, PaySort, Section, Usual, Verify};
use crate::text::harmless::shown;
use crate::text::suggest;
use crate::view::error::Error;
use crate::view::{Comparison, Entry, Fits, Gap, Ladder, Ladders, RoleName, RolePage, Salaries, Step, Template, View};

/// A role, by its place in the list of all.
pub type At = usize;

/// The page of a role, at a grade, whole or not.
type Asked<'a> = (At, Option<&'a str>, bool);

/// A catalog that is asked.
pub struct Answers<'a> {
    pub catalog: Catalog<'a>,
    pub style: Style,
    pub names: Vec<RoleName<'a>>,
    places: HashMap<&'a str, At>,
    /// Made when it is needed first, or before.
    sieve: OnceCell<Sieve<'a>>,
    pages: RefCell<HashMap<Asked<'a>, Rc<View<'a>>>>,
    usual: Option<String>,
    /// Where steps are paid: the usual region, or the one that most figures are of.
    pub region: Option<String>,
}

fn told<T>(answer: Result<T, Error>) -> Result<T, String> {
    answer.map_err(|error| in_a_line(&error))
}

/// What went wrong, in a line: of a file the first of its faults, with its place.
pub fn in_a_line(error: &Error) -> String {
    let Some(fault) = error.faults.first().map(|fault| &fault.diagnostic) else { return error.message.clone() };
    let place = if fault.line > 0 { format!(":{}", fault.line) } else { String::new() };
    let more = match error.faults.len() - 1 {
        0 => String::new(),
        more => format!(" (and {more} more)"),
    };
    format!("{}{place}: {}{more}", shown(&fault.file), fault.message)
}

impl<'a> Answers<'a> {
    pub fn new(catalog: Catalog<'a>, style: Style, usual: Option<String>) -> Self {
        let list = request::List { sort: request::Sort::Family, ..request::List::default() };
        let listed = query::explore(catalog, &Explore::List(list), || unreachable!("a list asks for no words"));
        let names: Vec<RoleName<'a>> = match listed.map(|answer| answer.view) {
            Ok(View::List(list)) => list.roles.into_iter().map(|listed| listed.role).collect(),
            _ => Vec::new(),
        };
        let places = names.iter().enumerate().map(|(at, name)| (name.id, at)).collect();
        let us = || catalog.regions().any(|region| region.id == "us").then(|| "us".to_owned());
        let first = usual.as_deref().and_then(|usual| query::usual_region(catalog, usual)).map(str::to_owned);
        let usual = usual.filter(|_| first.is_some());
        let region = first.or_else(us);
        let (sieve, pages) = (OnceCell::new(), RefCell::default());
        Self { catalog, style, names, places, sieve, pages, usual, region }
    }

    pub fn id(&self, at: At) -> &'a str {
        self.names.get(at).map_or("", |name| name.id)
    }

    pub fn title(&self, at: At) -> &'a str {
        self.names.get(at).map_or("", |name| name.title)
    }

    pub fn at(&self, id: &str) -> Option<At> {
        self.places.get(id).copied()
    }

    fn sieve(&self) -> &Sieve<'a> {
        self.sieve.get_or_init(|| Sieve::new(self.catalog))
    }

    /// Makes what typing needs.
    pub fn prepare(&self) {
        self.sieve();
    }

    /// Returns the roles that are meant by what is typed, best first; all where nothing is.
    pub fn sift(&self, typed: &str) -> Vec<At> {
        if typed.trim().is_empty() {
            return (0..self.names.len()).collect();
        }
        let place = |role: RoleIx| self.at(self.catalog.id(role));
        self.sieve().sift(typed).into_iter().filter_map(place).collect()
    }

    /// The name of a role, a tool or a competency that what is typed is most like, or its last word.
    pub fn near(&self, typed: &str) -> Option<&'a str> {
        let tools = self.catalog.tools().flat_map(|it| it.aliases.into_iter().chain([it.title]));
        let competencies = self.catalog.competencies().flat_map(|it| it.aliases.into_iter().chain([it.title]));
        let known: Vec<&'a str> = self.names.iter().map(|it| it.title).chain(tools).chain(competencies).collect();
        let near = |word: &str| suggest::alike(word, known.iter().copied(), 1).first().copied();
        near(typed.trim()).or_else(|| near(typed.split_whitespace().last()?))
    }

    fn usual(&self) -> Usual {
        Usual { region: self.usual.clone() }
    }

    fn explore(&self, command: &Explore) -> Result<View<'a>, String> {
        let words = || unreachable!("no page asks for the index of words");
        told(query::explore(self.catalog, command, words)).map(|answer| answer.view)
    }

    fn decide(&self, command: &Decide, file: &SourceFile) -> Result<View<'a>, String> {
        let read = |_: &std::path::Path| Ok(SourceFile { path: file.path.clone(), text: file.text.clone() });
        told(query::decide(self.catalog, command, read)).map(|answer| answer.view)
    }

    fn decide_without(&self, command: &Decide) -> Result<View<'a>, String> {
        self.decide(command, &SourceFile { path: String::new(), text: String::new() })
    }

    /// `roles show ROLE`; asked once.
    pub fn page(&self, at: At) -> Option<Rc<View<'a>>> {
        self.page_at(at, None)
    }

    /// `roles show ROLE --grade GRADE`.
    pub fn page_at(&self, at: At, grade: Option<&'a str>) -> Option<Rc<View<'a>>> {
        self.show((at, grade), &[])
    }

    /// The id of a role's grade.
    pub fn grade(&self, at: At, id: &str) -> Option<&'a str> {
        let view = self.page(at)?;
        role_page(&view)?.grades.iter().map(|it| it.grade.id).find(|known| *known == id)
    }

    fn has_grades(&self, at: At) -> bool {
        self.page(at).as_deref().and_then(role_page).is_some_and(|page| !page.grades.is_empty())
    }

    /// The same without the day: what a look beside a list is for.
    pub fn preview(&self, at: At) -> Option<Rc<View<'a>>> {
        use Section::{Career, Competencies, GettingIn, Outlook, Salary, Summary, Tools};
        self.show((at, None), &[Summary, Competencies, Salary, Tools, GettingIn, Outlook, Career])
    }

    fn show(&self, (at, grade): (At, Option<&'a str>), section: &[Section]) -> Option<Rc<View<'a>>> {
        let asked = (at, grade, section.is_empty());
        if let Some(page) = self.pages.borrow().get(&asked) {
            return Some(page.clone());
        }
        let roles = vec![self.names.get(at)?.id.to_owned()];
        let show = request::Show {
            roles,
            section: section.to_vec(),
            region: vec![],
            all: false,
            grade: grade.map(str::to_owned),
            usual: self.usual(),
        };
        let page = Rc::new(self.explore(&Explore::Show(show)).ok()?);
        self.pages.borrow_mut().insert(asked, page.clone());
        Some(page)
    }

    /// `roles why ROLE WHAT`.
    pub fn why(&self, words: &[&str]) -> Result<View<'a>, String> {
        let why = request::Why { words: words.iter().map(|word| (*word).to_owned()).collect() };
        told(query::verify(self.catalog, &Verify::Why(why))).map(|answer| answer.view)
    }

    /// What a move takes: a step of `roles path`, from grade to grade where one of the two roles has some.
    pub fn step(&self, from: At, to: At) -> Option<Step<'a>> {
        let whole = query::one_step(self.catalog, self.id(from), self.id(to), self.region.as_deref())?;
        if whole.lateral || !self.has_grades(from) && !self.has_grades(to) {
            return Some(whole);
        }
        let ladders = self.ladders(from, to, self.region.clone());
        let steps = ladders.into_iter().flat_map(|it| it.paths).map(|ladder| ladder.steps);
        steps.filter(|steps| steps.len() == 1).flatten().next().or(Some(whole))
    }

    /// The same as a page: the ladder of this step alone.
    pub fn step_page(&self, from: At, to: At) -> Option<View<'a>> {
        let region = self.region.as_deref().and_then(|id| self.catalog.regions().find(|region| region.id == id));
        let region = region.map(|region| Entry { id: region.id, title: region.name });
        let step = self.step(from, to)?;
        let from_name = RoleName { grade: step.from_grade, ..self.names.get(from)?.clone() };
        let to_name = step.to.clone();
        let paths = vec![Ladder { from: from_name.clone(), steps: vec![step] }];
        Some(View::Path(Ladders { from: Some(from_name), to: to_name, region, paid_in: None, paths }))
    }

    /// `roles path ROLE ROLE`.
    pub fn path(&self, from: At, to: At) -> Result<Ladders<'a>, String> {
        self.ladders(from, to, None)
    }

    fn ladders(&self, from: At, to: At, region: Option<String>) -> Result<Ladders<'a>, String> {
        let path = request::Path {
            roles: vec![self.id(from).to_owned(), self.id(to).to_owned()],
            via: vec![],
            avoid: vec![],
            track: None,
            grade: None,
            max: None,
            region,
            usual: Usual::default(),
        };
        match self.decide_without(&Decide::Path(path))? {
            View::Path(ladders) => Ok(ladders),
            _ => Err(String::new()),
        }
    }

    /// `roles compare ROLE ROLE ...`.
    pub fn compare(&self, roles: &[At], differences: bool) -> Result<Comparison<'a>, String> {
        let roles = roles.iter().map(|at| self.id(*at).to_owned()).collect();
        let compare = request::Compare { roles, differences, region: vec![], usual: self.usual() };
        match self.decide_without(&Decide::Compare(compare))? {
            View::Compare(comparison) => Ok(comparison),
            _ => Err(String::new()),
        }
    }

    /// `roles salary ROLE`.
    pub fn salary(&self, at: At, by: Option<By>, sort: PaySort) -> Result<Salaries<'a>, String> {
        let roles = vec![self.id(at).to_owned()];
        let region = vec![];
        let salary =
            request::Salary { roles, region, by, all_sources: false, sort, grade: None, usual: Usual::default() };
        match self.decide_without(&Decide::Salary(salary))? {
            View::Salary(salaries) => Ok(salaries),
            _ => Err(String::new()),
        }
    }

    /// `roles gap ROLE --profile FILE`.
    pub fn gap(&self, goal: At, grade: Option<&str>, file: &SourceFile) -> Result<Gap<'a>, String> {
        let gap = request::Gap {
            role: vec![self.id(goal).to_owned()],
            profile: file.path.clone().into(),
            grade: grade.map(str::to_owned),
            exit_code: false,
        };
        match self.decide(&Decide::Gap(gap), file)? {
            View::Gap(gap) => Ok(gap),
            _ => Err(String::new()),
        }
    }

    /// `roles match --profile FILE`, as a page, the nearest alone.
    pub fn fits_page(&self, file: &SourceFile) -> Result<View<'a>, String> {
        let (profile, max) = (Some(file.path.clone().into()), Some(near::ENOUGH));
        let args = request::Match { profile, max, ..request::Match::default() };
        let mut view = self.decide(&Decide::Match(args), file)?;
        if let View::Match(fits) = &mut view {
            near::keep(fits);
        }
        Ok(view)
    }

    pub fn fits(&self, file: &SourceFile) -> Result<Fits<'a>, String> {
        match self.fits_page(file)? {
            View::Match(fits) => Ok(fits),
            _ => Err(String::new()),
        }
    }

    /// `roles profile`.
    pub fn template(&self) -> Option<Template<'a>> {
        match self.decide_without(&Decide::Profile(request::Profile {
            roles: vec![],
            grade: None,
            ask: false,
            output: None,
        })) {
            Ok(View::Profile(template)) => Some(template),
            _ => None,
        }
    }
}

/// The one page of a view that has one.
pub fn role_page<'v, 'a>(view: &'v View<'a>) -> Option<&'v RolePage<'a>> {
    match view {
        View::Show(pages) => pages.roles.first(),
        _ => None,
    }
}
