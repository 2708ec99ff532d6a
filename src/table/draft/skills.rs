//! Skills of a table, competencies and tools of the catalog beneath; and what its grades are.

use std::collections::HashSet;

use crate::catalog::model::Proficiency;
use crate::table::columns::Field;
use crate::table::draft::Reading;
use crate::table::made::Own;
use crate::table::names::{are_titles, one_line};
use crate::table::scale::Said;
use crate::table::sheet::Row;
use crate::table::tools;
use crate::table::tools::Tools;
use crate::text::fold;
use crate::text::naming::Named;
use crate::view::error::ticked;

impl Reading<'_, '_> {
    /// Finds the skills that are tools, unless they are all to be competencies.
    pub fn find_tools(&mut self, rows: &[Row]) {
        if self.args.no_tools {
            return;
        }
        let says_more = |row: &Row, field| self.sheet.columns.at(field).is_some_and(|at| !row.cell(at).is_empty());
        let is_level = |at: usize, row: &Row| matches!(self.scale.read(row.cell(at)), Said::Level(_) | Said::None);
        let is_rated = |row: &Row| match self.sheet.grades.as_slice() {
            [] => self.sheet.columns.at(Field::Expected).is_some_and(|at| is_level(at, row)),
            grades => grades.iter().all(|(_, at)| row.cell(*at).is_empty() || is_level(*at, row)),
        };
        let is_matrix = !self.sheet.grades.is_empty();
        let is_bare =
            |row: &Row| is_rated(row) && !says_more(row, Field::Weight) && (is_matrix || !says_more(row, Field::Text));
        let rows = rows.iter().filter(|row| !row.is_blank());
        let skills = rows.map(|row| (self.cell(row, Field::Competency), is_bare(row)));
        let skills = skills.filter(|(skill, _)| !matches!(self.naming.find(skill), Named::One(_)));
        self.tools = Tools::new(&self.catalog, skills);
        self.draft.tools = self.tools.titles().len();
    }

    /// Finds out whether what the table has for grades are titles.
    pub fn find_titles(&mut self, rows: &[Row]) {
        let said = |row: &Row, field| one_line(self.cell(row, field));
        let pairs = rows.iter().map(|row| (said(row, Field::Role), said(row, Field::Grade)));
        let pairs: HashSet<(String, String)> = pairs.filter(|(_, grade)| !grade.is_empty()).collect();
        self.are_titles = self.sheet.grades.is_empty() && are_titles(&pairs);
    }

    /// Takes a row for what a role asks of a tool.
    pub fn tool(
        &mut self,
        row: &Row,
        at: usize,
        (tool, title): (&str, &str),
        level: Proficiency,
    ) -> Option<(usize, String)> {
        if self.draft.roles[at].tools.iter().any(|(it, _)| it == tool) {
            self.stands_twice(row, at, title);
            return None;
        }
        self.draft.roles[at].tools.push((tool.to_owned(), level));
        Some((at, tools::marked(tool)))
    }

    pub fn stands_twice(&mut self, row: &Row, role: usize, what: &str) {
        let (place, title) = (self.place(row, Field::Competency), &self.draft.roles[role].title);
        let again = format!("{place}: {} stands twice for {}", ticked(what), ticked(title));
        self.draft.warnings.push(format!("{again}: the first counts, the row is kept as it is"));
    }

    /// The id of the competency that a row names; a new one where no catalog beneath has it.
    pub fn competency(&mut self, row: &Row, name: &str, level: Option<Proficiency>, text: &str) -> String {
        let spelled = name.replace('&', " and ");
        let key = fold::words(&spelled).concat();
        if let Some(id) = self.competencies.get(&key).cloned() {
            self.looks(&id, level, text);
            return id;
        }
        self.draft.named += 1;
        let found = [name, &spelled].into_iter().find_map(|name| match self.naming.find(name) {
            Named::One(at) => Some(self.known[at].0.to_owned()),
            _ => None,
        });
        let id = match found {
            Some(id) => id,
            None => {
                let id = self.competency_ids.give(name, "competency");
                let definition = one_line(self.cell(row, Field::Definition));
                let own = Own { id: id.clone(), title: name.to_owned(), definition, looks: Default::default() };
                self.draft.competencies.push(own);
                id
            }
        };
        self.competencies.insert(key, id.clone());
        self.looks(&id, level, text);
        id
    }

    /// Takes what a row says of a level for what that level looks like, where it is the first to say so.
    fn looks(&mut self, id: &str, level: Option<Proficiency>, text: &str) {
        let own = self.draft.competencies.iter_mut().find(|own| own.id == id);
        if let (Some(own), Some(level)) = (own, level) {
            let look = &mut own.looks[level as usize];
            if look.is_empty() {
                *look = one_line(text);
            }
        }
    }
}
