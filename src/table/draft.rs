//! The rows of a table as roles, competencies and families in the making.

mod skills;
mod told;

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::catalog::Catalog;
use crate::request;
use crate::table::belongs::{family, track};
use crate::table::columns::Field;
use crate::table::made::{Own, Rating, Role};
use crate::table::merged::filled;
use crate::table::names::{Ids, one_line, title};
use crate::table::placed;
use crate::table::rank::{MIDDLE, Ranks, numbered};
use crate::table::scale::{Said, Scale, number, weight};
use crate::table::sheet::{Row, Sheet};
use crate::table::steps;
use crate::table::tools;
use crate::table::tools::Tools;
use crate::text::fold;
use crate::text::naming::Naming;
use crate::view::error::{Error, ticked};

/// The roles and competencies that a row became ratings of, each with the column of its grade, where it has one.
pub type Became = Vec<(usize, String, Option<usize>)>;

/// What the rows make.
pub struct Draft {
    pub roles: Vec<Role>,
    pub competencies: Vec<Own>,
    /// How many competencies there are in all.
    pub named: usize,
    /// How many tools of the catalog beneath skills of the table are.
    pub tools: usize,
    /// Families that no catalog beneath has: id and title.
    pub families: Vec<(String, String)>,
    /// What each row became, in their order.
    pub became: Vec<Became>,
    pub notes: Vec<String>,
    pub warnings: Vec<String>,
}

impl Draft {
    /// Reads the rows.
    ///
    /// # Errors
    /// When the family or track that is asked for is not there, or no row says anything.
    pub fn new(catalog: Catalog<'_>, args: &request::Import, sheet: &Sheet, scale: &Scale) -> Result<Self, Error> {
        let names: Vec<(&str, Vec<&str>)> =
            catalog.competency_heads().map(|it| (it.id, [vec![it.title], it.aliases].concat())).collect();
        let mut reading = Reading::new(catalog, args, sheet, scale, &names)?;
        let rows = filled(sheet, &mut reading.filled);
        reading.find_tools(&rows);
        reading.find_titles(&rows);
        for row in &rows {
            let became = reading.grades(row);
            reading.draft.became.push(became);
        }
        placed::over(&catalog, &mut reading.draft.roles);
        reading.draft.roles.iter_mut().for_each(|role| tools::complete(&catalog, role));
        reading.tell();
        match reading.draft.roles.iter().all(|role| role.ratings.is_empty() && role.tools.is_empty()) {
            true => Err(Error::nothing(format!("no row of {} names a role and a competency", ticked(&sheet.name)))
                .warnings(reading.draft.warnings)
                .hint("`--column role=NAME --column competency=NAME` say which columns do")),
            false => Ok(reading.draft),
        }
    }
}

struct Reading<'r, 'a> {
    catalog: Catalog<'a>,
    args: &'r request::Import,
    sheet: &'r Sheet,
    /// The grade that is read, and its column, where each grade has one.
    grade: Option<(&'r str, usize)>,
    scale: &'r Scale,
    ranks: Ranks,
    known: &'r [(&'a str, Vec<&'a str>)],
    naming: Naming<'r>,
    tools: Tools<'a>,
    /// Whether the grades of the table are titles by themselves.
    are_titles: bool,
    /// The family of roles of which the table says none.
    family: Option<String>,
    track: String,
    competency_ids: Ids,
    /// Roles by the folded names of role and grade.
    roles: HashMap<(String, String), usize>,
    titles: HashSet<String>,
    competencies: HashMap<String, String>,
    families: HashMap<String, String>,
    /// Words that are no level, with the place of the first and how often they stand there.
    unknown: BTreeMap<String, (String, usize)>,
    filled: usize,
    draft: Draft,
}

impl<'r, 'a> Reading<'r, 'a> {
    fn new(
        catalog: Catalog<'a>,
        args: &'r request::Import,
        sheet: &'r Sheet,
        scale: &'r Scale,
        known: &'r [(&'a str, Vec<&'a str>)],
    ) -> Result<Self, Error> {
        let family = args.family.as_ref().map(|name| family(&catalog, name)).transpose()?;
        let track = track(&catalog, args.track.as_deref())?;
        let naming = Naming::new(known.iter().map(|(id, names)| (*id, names.iter().copied())));
        let mut competency_ids = Ids::default();
        known.iter().for_each(|(id, _)| competency_ids.take(id));
        let draft = Draft {
            roles: Vec::new(),
            competencies: Vec::new(),
            named: 0,
            tools: 0,
            families: Vec::new(),
            became: Vec::new(),
            notes: vec![sheet.columns.told(&sheet.names, &sheet.grades)],
            warnings: Vec::new(),
        };
        Ok(Self {
            ranks: Ranks::new(&catalog),
            catalog,
            args,
            sheet,
            grade: None,
            scale,
            known,
            naming,
            tools: Tools::default(),
            are_titles: false,
            family,
            track,
            competency_ids,
            roles: HashMap::new(),
            titles: HashSet::new(),
            competencies: HashMap::new(),
            families: HashMap::new(),
            unknown: BTreeMap::new(),
            filled: 0,
            draft,
        })
    }

    fn cell<'w>(&self, row: &'w Row, field: Field) -> &'w str
    where
        'r: 'w,
    {
        let at = |field| self.sheet.columns.at(field).map_or("", |at| row.cell(at));
        match (field, self.grade) {
            (Field::Role, _) => self.sheet.role.as_deref().unwrap_or_else(|| at(field)),
            (Field::Grade, Some((grade, _))) => grade,
            (Field::Expected, Some((_, column))) => row.cell(column),
            // What a row of a matrix says is true of all grades: it says what the competency is.
            (Field::Text, Some(_)) => "",
            (Field::Definition, Some(_)) if self.sheet.columns.at(field).is_none() => at(Field::Text),
            _ => at(field),
        }
    }

    fn place(&self, row: &Row, field: Field) -> String {
        match self.grade.filter(|_| field == Field::Expected) {
            Some((_, column)) => self.sheet.place_of(row, column),
            None => self.sheet.place(row, field),
        }
    }

    /// Reads a row once, or once for each grade that has a column; what is blank there is not asked for.
    fn grades(&mut self, row: &Row) -> Became {
        if self.sheet.grades.is_empty() {
            return self.row(row).into_iter().map(|(role, competency)| (role, competency, None)).collect();
        }
        let mut became = Vec::new();
        for (grade, column) in &self.sheet.grades {
            self.grade = Some((grade, *column));
            if !row.cell(*column).is_empty() {
                became.extend(self.row(row).map(|(role, competency)| (role, competency, Some(*column))));
            }
        }
        became
    }

    /// Reads a row, and tells what of it cannot be read.
    fn row(&mut self, row: &Row) -> Option<(usize, String)> {
        if row.is_blank() {
            return None;
        }
        let (role, competency) = (one_line(self.cell(row, Field::Role)), one_line(self.cell(row, Field::Competency)));
        for (said, field) in [(&role, Field::Role), (&competency, Field::Competency)] {
            if fold::key(said).is_empty() {
                let what = if said.is_empty() { "nothing" } else { "no name" };
                let place = self.place(row, field);
                self.draft.warnings.push(format!("{place}: {what} stands here: the row is kept as it is"));
                return None;
            }
        }
        let said = self.scale.read(self.cell(row, Field::Expected));
        let weight = self.weight(row);
        let at = self.role(row, &role);
        if said == Said::None {
            return None;
        }
        let level = if let Said::Level(level) = said { Some(level) } else { None };
        if let Some(((tool, title), level)) = self.tools.find(&competency).zip(level) {
            return self.tool(row, at, (tool, title), level);
        }
        let text = self.cell(row, Field::Text).to_owned();
        // What levels of ours look like is no matter where the folder has a scale of its own.
        let own = self.scale.own();
        let competency = self.competency(row, &competency, level.filter(|_| own.is_none()), &text);
        let steps = own.or_else(|| steps::of(&self.catalog, &competency));
        let cell = self.scale.step(self.cell(row, Field::Expected));
        let step = steps.as_ref().and_then(|steps| steps::step(steps, cell, level));
        let level = level.filter(|_| steps.is_none());
        if said != Said::Nothing && level.is_none() && step.is_none() {
            self.no_level(row);
        }
        if self.draft.roles[at].ratings.iter().any(|rating| rating.competency == competency) {
            self.stands_twice(row, at, &competency);
            return None;
        }
        self.draft.roles[at].ratings.push(Rating { competency: competency.clone(), weight, level, step, text });
        Some((at, competency))
    }

    /// Notes a word that is no level.
    fn no_level(&mut self, row: &Row) {
        let cell = self.cell(row, Field::Expected);
        let place = self.place(row, Field::Expected);
        self.unknown.entry(cell.to_owned()).or_insert((place, 0)).1 += 1;
    }

    fn weight(&mut self, row: &Row) -> Option<u8> {
        let cell = self.cell(row, Field::Weight);
        let weight = weight(cell);
        if weight.is_none() && !cell.is_empty() {
            let place = self.place(row, Field::Weight);
            let told = format!("{place}: {} is no weight from 0 to 100: left without one", ticked(cell));
            self.draft.warnings.push(told);
        }
        weight
    }

    /// Finds the role of a row, or makes it.
    fn role(&mut self, row: &Row, role: &str) -> usize {
        let grade = one_line(self.cell(row, Field::Grade));
        let key = (fold::key(role), fold::key(&grade));
        if let Some(at) = self.roles.get(&key) {
            return *at;
        }
        let mut title = title(role, &grade, self.ranks.is_name(&grade), self.are_titles);
        if self.titles.contains(&fold::key(&title)) {
            let wished = title.clone();
            let others = std::iter::once(format!("{role} {grade}")).chain((2..).map(|it| format!("{wished} {it}")));
            title = others.map(|it| one_line(&it)).find(|it| !self.titles.contains(&fold::key(it))).unwrap_or(wished);
            let place = self.place(row, Field::Role);
            self.draft
                .warnings
                .push(format!("{place}: another role has its title: it is written as {}", ticked(&title)));
        }
        let made = self.made(row, role, &grade, title);
        let at = self.draft.roles.len();
        self.titles.insert(fold::key(&made.title));
        self.draft.roles.push(made);
        self.roles.insert(key, at);
        at
    }

    fn made(&mut self, row: &Row, role: &str, grade: &str, title: String) -> Role {
        let (rank, track, is_ranked) = self.rank(row, &title, grade);
        let family = self.family(row);
        let summary = self.cell(row, Field::Summary).to_owned();
        let of = fold::key(role);
        // Which role beneath it lies over, if any, is known once every row is read.
        let (id, aliases) = (String::new(), None);
        let (ratings, tools) = (Vec::new(), Vec::new());
        Role { id, title, of, is_over: false, aliases, family, track, rank, is_ranked, summary, ratings, tools }
    }

    fn rank(&mut self, row: &Row, title: &str, grade: &str) -> (u8, String, bool) {
        let named = self.ranks.named(title, grade);
        let is_asked = self.args.track.is_some();
        let track = named.filter(|_| !is_asked).map(|(_, track)| self.catalog.track(track).id.to_owned());
        let track = track.unwrap_or_else(|| self.track.clone());
        let cell = self.cell(row, Field::Rank);
        let stated =
            number(cell).filter(|rank| rank.fract() == 0.0 && (1.0..=9.0).contains(rank)).map(|rank| rank as u8);
        if stated.is_none() && !cell.is_empty() {
            let place = self.place(row, Field::Rank);
            self.draft.warnings.push(format!("{place}: {} is no rank from 1 to 9", ticked(cell)));
        }
        let said = stated.or(named.map(|(rank, _)| rank)).or_else(|| numbered(grade));
        (said.unwrap_or(MIDDLE), track, said.is_some())
    }

    /// The id of the family that a row names, or else of the one for all.
    fn family(&mut self, row: &Row) -> String {
        let said = one_line(self.cell(row, Field::Family));
        if fold::key(&said).is_empty() {
            if let Some(family) = &self.family {
                return family.clone();
            }
            let stem = self.sheet.file();
            let stem = stem.split('.').next().unwrap_or_default();
            let stem = if fold::key(stem).is_empty() { "Imported" } else { stem };
            return self.family_called(&stem.replace(['_', '-'], " "));
        }
        self.family_called(&said)
    }

    fn family_called(&mut self, name: &str) -> String {
        let key = fold::key(name);
        if let Some(id) = self.families.get(&key) {
            return id.clone();
        }
        let known = self.catalog.families().find(|it| fold::key(it.title) == key || fold::key(it.id) == key);
        let id = match known {
            Some(family) => family.id.to_owned(),
            None => {
                let mut ids = Ids::default();
                self.catalog.families().for_each(|it| ids.take(it.id));
                self.draft.families.iter().for_each(|(id, _)| ids.take(id));
                let id = ids.give(name, "family");
                self.draft.families.push((id.clone(), name.to_owned()));
                id
            }
        };
        self.families.insert(key, id.clone());
        id
    }
}
