//! What one masters, against a goal or all.

use std::collections::HashMap;

use crate::browse::answers::{Answers, At, role_page};
use crate::browse::data::near;
use crate::browse::scroll::Scroll;
use crate::browse::sheet;
use crate::browse::sheet::{Kind, NONE, Names, Sheet};
use crate::catalog::model::Proficiency;
use crate::present;
use crate::present::figures::graded_title;
use crate::view::{Fits, Gap, Look, Template};

/// Something that has a level.
pub struct Row<'a> {
    pub id: &'a str,
    pub title: &'a str,
    /// What the goal asks for; none without one, or where nobody rates it.
    pub need: Option<&'a str>,
}

pub struct Me<'a> {
    pub sheet: Sheet,
    pub goal: Option<At>,
    /// The grade of the goal that is meant; none where it is the whole role.
    pub grade: Option<&'a str>,
    pub kind: Kind,
    pub list: Scroll,
    pub names: Names<'a>,
    pub rows: Vec<Row<'a>>,
    pub looks: HashMap<&'a str, Vec<Look<'a>>>,
    pub levels: HashMap<&'a str, String>,
    /// Where levels of ours stand on the scales of a company.
    ours: HashMap<&'a str, [Option<usize>; 4]>,
    pub fit: Option<Result<Fitting, String>>,
    /// The nearest roles with their fits, and whether they are yet to be asked: all roles are, so that it is done
    /// when the key is drawn.
    pub nearest: Result<Vec<(At, u8)>, String>,
    /// How many of the nearest are the role held and what follows.
    pub ahead: usize,
    pub is_due: bool,
    pub is_begun: bool,
    pub template: Option<Template<'a>>,
    /// What was done, the last thing last.
    pub done: Vec<Done<'a>>,
}

/// How well one fits the goal, and how much of it the file leaves open and takes out.
#[derive(Debug, Clone, Copy)]
pub struct Fitting {
    pub fit: u8,
    pub not_said: usize,
    pub not_applicable: usize,
}

impl From<Gap<'_>> for Fitting {
    fn from(Gap { fit, not_said, not_applicable, .. }: Gap<'_>) -> Self {
        Self { fit, not_said, not_applicable }
    }
}

/// What can be undone.
#[derive(Debug)]
pub enum Done<'a> {
    /// A level of something, which the sheet remembers.
    Level(Kind, String),
    /// A goal was chosen: what it was before.
    Goal(Option<At>, Option<&'a str>),
}

impl<'a> Me<'a> {
    pub fn new(sheet: Sheet, goal: Option<At>) -> Self {
        Self {
            sheet,
            goal,
            grade: None,
            kind: Kind::Competency,
            list: Scroll::default(),
            names: Names::default(),
            rows: Vec::new(),
            looks: HashMap::new(),
            levels: HashMap::new(),
            ours: HashMap::new(),
            fit: None,
            nearest: Ok(Vec::new()),
            ahead: 0,
            is_due: false,
            is_begun: false,
            template: None,
            done: Vec::new(),
        }
    }

    /// Reads what is asked and what is claimed.
    pub fn measure(&mut self, answers: &Answers<'a>) {
        if !self.is_begun {
            self.is_begun = true;
            self.names = Names::new(&answers.catalog);
            self.ours = sheet::ours_on(&answers.catalog);
            self.template = answers.template();
            if let Some(template) = &self.template {
                let looks = |it: &crate::view::TemplateCompetency<'a>| (it.competency.id, it.levels.clone());
                self.looks = template.competencies.iter().map(looks).collect();
                self.sheet.begin(present::template(template));
            }
        }
        self.rows = self.asked(answers);
        self.list.at = self.list.at.min(self.rows.len().saturating_sub(1));
        let file = self.sheet.file();
        let stated = sheet::stated(&answers.catalog, &file, self.kind);
        self.levels = stated.unwrap_or_else(|_| sheet::levels(&self.sheet.text, &self.names, self.kind));
        self.fit = self.goal.map(|goal| answers.gap(goal, self.grade, &file).map(Fitting::from));
        self.is_due = true;
    }

    /// Asks for the nearest roles where what is claimed has changed; tells whether it did.
    pub fn settle(&mut self, answers: &Answers<'a>) -> bool {
        if !std::mem::take(&mut self.is_due) {
            return false;
        }
        let roles =
            |fits: Fits<'a>| fits.fits.iter().filter_map(|fit| Some((answers.at(fit.role.id)?, fit.fit?))).collect();
        let fits = answers.fits(&self.sheet.file());
        self.ahead = fits.as_ref().map_or(0, near::ahead);
        self.nearest = fits.map(roles);
        true
    }

    /// Chooses a goal, or none.
    pub fn aim(&mut self, answers: &Answers<'a>, goal: Option<At>) {
        if self.goal != goal || self.grade.is_some() {
            self.done.push(Done::Goal(self.goal, self.grade));
        }
        (self.goal, self.grade) = (goal, None);
        self.list = Scroll::default();
        self.measure(answers);
    }

    /// The goal as it is called, with its grade; of a role that has grades, that the whole is meant where none is.
    pub fn told_goal(&self, answers: &Answers<'a>) -> String {
        let Some(goal) = self.goal else { return "no goal".to_owned() };
        let view = answers.page_at(goal, self.grade);
        let page = view.as_deref().and_then(role_page);
        let title = page.map_or(answers.title(goal).into(), |page| graded_title(&page.role));
        let is_whole = self.grade.is_none() && page.is_some_and(|page| !page.grades.is_empty());
        format!("goal: {title}{}", if is_whole { ", the whole role" } else { "" })
    }

    /// Takes a file for what it says now.
    pub fn reload(&mut self, answers: &Answers<'a>, sheet: Sheet) {
        self.sheet = sheet;
        self.done.clear();
        self.measure(answers);
    }

    /// Takes back what was done last, and shows where; tells whether there was anything.
    pub fn undo(&mut self, answers: &Answers<'a>) -> bool {
        let at = match self.done.pop() {
            Some(Done::Goal(goal, grade)) => {
                (self.goal, self.grade) = (goal, grade);
                self.list = Scroll::default();
                None
            }
            Some(Done::Level(kind, id)) if self.sheet.undo() => {
                self.kind = kind;
                Some(id)
            }
            _ => return false,
        };
        self.measure(answers);
        if let Some(row) = at.and_then(|id| self.rows.iter().position(|row| row.id == id)) {
            self.list.at = row;
        }
        true
    }

    pub fn row_names(&self) -> Vec<String> {
        self.rows.iter().map(|row| row.title.to_owned()).collect()
    }

    /// The level that a goal asks for, on the scale of the competency: a company's word, or ours.
    fn need(&self, it: &crate::view::Competency<'a>) -> Option<&'a str> {
        let looks = self.looks.get(it.competency.id);
        let is_step = |word: &&str| looks.is_some_and(|looks| looks.iter().any(|look| look.proficiency == *word));
        it.own_level.as_ref().map(|own| own.word).filter(is_step).or(it.proficiency)
    }

    /// The levels of a row from the lowest: of a competency those of its own scale.
    pub fn scale(&self, row: usize) -> Vec<&'a str> {
        let looks = self.rows.get(row).filter(|_| self.kind == Kind::Competency).and_then(|row| self.looks.get(row.id));
        let words: Vec<&'a str> = match looks {
            Some(looks) => looks.iter().map(|look| look.proficiency).collect(),
            None => Proficiency::ALL.map(Proficiency::name).to_vec(),
        };
        std::iter::once(NONE).chain(words).collect()
    }

    /// The step of a row's scale that a level is, or that one of ours reaches; none where nobody says.
    pub fn step(&self, row: usize, level: Option<&str>) -> Option<usize> {
        let level = level?.to_lowercase();
        let of_ours = || {
            let ours = self.rows.get(row).filter(|_| self.kind == Kind::Competency).and_then(|it| self.ours.get(it.id));
            ours?[Proficiency::ALL.into_iter().position(|known| known.name() == level)?]
        };
        self.scale(row).iter().position(|known| known.to_lowercase() == level).or_else(of_ours)
    }

    /// What the goal asks for, heaviest first; everything without one.
    fn asked(&self, answers: &Answers<'a>) -> Vec<Row<'a>> {
        let view = self.goal.and_then(|goal| answers.page_at(goal, self.grade));
        match (view.as_deref().and_then(role_page), self.kind) {
            (Some(page), Kind::Competency) => {
                let competencies = page.competencies.iter().flatten();
                let row = |it: &crate::view::Competency<'a>| {
                    let need = self.need(it);
                    Row { id: it.competency.id, title: it.competency.title, need }
                };
                competencies.map(row).collect()
            }
            (Some(page), Kind::Tool) => {
                let tools = page.tools.iter().flatten();
                tools.map(|it| Row { id: it.tool.id, title: it.tool.title, need: Some(it.proficiency) }).collect()
            }
            (None, kind) => {
                let Some(template) = &self.template else { return Vec::new() };
                let row = |it: &crate::view::Entry<'a>| Row { id: it.id, title: it.title, need: None };
                match kind {
                    Kind::Competency => template.competencies.iter().map(|it| row(&it.competency)).collect(),
                    Kind::Tool => template.tools.iter().flat_map(|group| group.tools.iter().map(row)).collect(),
                }
            }
        }
    }

    pub fn level(&self, row: usize) -> Option<&str> {
        self.rows.get(row).and_then(|row| self.levels.get(row.id)).map(String::as_str)
    }
}
