//! A role as all catalogs together write it: field by field, the later catalog wins.

use crate::catalog::model::{FileText, Text, bit};
use crate::catalog::read::diagnostic::FileOf;
use crate::catalog::read::load;
use crate::catalog::read::load::RoleFile;
use crate::catalog::read::schema;
use crate::catalog::read::schema::{Spanned, Whole, Word};

/// A field's value, with the file that gives it.
#[derive(Debug)]
pub struct Stated<'a, T> {
    pub value: &'a T,
    pub file: FileOf<'a>,
}

impl<T> Clone for Stated<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Stated<'_, T> {}

/// A role's fields, each from the last catalog that states it.
pub struct MergedRole<'a> {
    pub id: &'a str,
    /// The first file that names the role: where whole-role faults are told.
    pub file: FileOf<'a>,
    pub folder: &'a str,
    /// Its files, bottom first.
    pub texts: Vec<FileText<'a>>,
    pub title: Option<Stated<'a, Word>>,
    /// Titles that another catalog replaced: people still know the role by them.
    pub former: Vec<&'a str>,
    pub family: Option<Stated<'a, Word>>,
    pub aliases: Option<Stated<'a, Vec<Word>>>,
    pub track: Option<Stated<'a, Word>>,
    pub level: Option<Stated<'a, Spanned<Whole<u8>>>>,
    pub ladder: Option<Stated<'a, schema::LadderStep>>,
    pub summary: Option<Stated<'a, Word>>,
    pub url: Option<Stated<'a, Word>>,
    pub day: Option<Stated<'a, Vec<Word>>>,
    pub occupations: Option<Stated<'a, schema::Occupations>>,
    pub competencies: Option<Stated<'a, Vec<schema::StatedRating>>>,
    pub pay: Option<Stated<'a, Vec<schema::PayLabel>>>,
    pub salary: Option<Stated<'a, Vec<Spanned<schema::StatedSalary>>>>,
    pub preparation: Option<Stated<'a, Vec<schema::PreparationLink>>>,
    pub requires: Option<Stated<'a, schema::Requires>>,
    pub usage: Option<Stated<'a, Vec<schema::UsageLabel>>>,
    pub tools: Option<Stated<'a, Vec<schema::ToolUse>>>,
    pub prerequisites: Option<Stated<'a, Vec<schema::MoveEnd>>>,
    pub lateral: Option<Stated<'a, Vec<schema::MoveEnd>>>,
    pub hidden: bool,
    pub replaces: Option<Stated<'a, schema::OneOrMore>>,
    pub grades: Option<Stated<'a, Vec<schema::Grade>>>,
}

impl<'a> MergedRole<'a> {
    /// Returns a role of which nothing is stated yet.
    pub fn new(written: &'a RoleFile, catalog: u8) -> Self {
        Self {
            id: &written.id,
            file: FileOf { path: &written.file, catalog },
            folder: &written.folder,
            texts: Vec::new(),
            title: None,
            former: Vec::new(),
            family: None,
            aliases: None,
            track: None,
            level: None,
            ladder: None,
            summary: None,
            url: None,
            day: None,
            occupations: None,
            competencies: None,
            pay: None,
            salary: None,
            preparation: None,
            requires: None,
            usage: None,
            tools: None,
            prerequisites: None,
            lateral: None,
            hidden: false,
            replaces: None,
            grades: None,
        }
    }

    /// Lays a file over what is there: each field that it states replaces the one beneath.
    pub fn lay(&mut self, written: &'a RoleFile, origin: u8) {
        let (role, file) = (&written.role, FileOf { path: &written.file, catalog: origin });
        let text = match &written.text {
            load::Text::Kept(text) => Text::Here(text),
            load::Text::Packed(bytes) => Text::Packed(bytes),
            load::Text::Left(folder) => Text::Below(folder),
        };
        self.texts.push(FileText { origin, path: file.path, text, fields: role.stated() });
        let replaced = self.title.filter(|_| role.title.is_some());
        self.former.extend(replaced.map(|title| title.value.value.trim()));
        lay(&mut self.title, &role.title, file);
        lay(&mut self.family, &role.family, file);
        lay(&mut self.aliases, &role.aliases, file);
        lay(&mut self.track, &role.track, file);
        lay(&mut self.level, &role.level, file);
        lay(&mut self.ladder, &role.ladder, file);
        lay(&mut self.summary, &role.summary, file);
        lay(&mut self.url, &role.url, file);
        lay(&mut self.day, &role.day, file);
        lay(&mut self.occupations, &role.occupations, file);
        lay(&mut self.competencies, &role.competencies, file);
        lay(&mut self.pay, &role.pay, file);
        lay(&mut self.salary, &role.salary, file);
        lay(&mut self.preparation, &role.preparation, file);
        lay(&mut self.requires, &role.requires, file);
        lay(&mut self.usage, &role.usage, file);
        lay(&mut self.tools, &role.tools, file);
        lay(&mut self.prerequisites, &role.prerequisites, file);
        lay(&mut self.lateral, &role.lateral, file);
        lay(&mut self.replaces, &role.replaces, file);
        lay(&mut self.grades, &role.grades, file);
        self.hidden = role.hidden.unwrap_or(self.hidden);
    }

    /// Returns the catalogs that say something of the role, as bits.
    pub fn origins(&self) -> u32 {
        self.texts.iter().fold(0, |bits, text| bits | bit(usize::from(text.origin)))
    }
}

fn lay<'a, T>(slot: &mut Option<Stated<'a, T>>, value: &'a Option<T>, file: FileOf<'a>) {
    if let Some(value) = value {
        *slot = Some(Stated { value, file });
    }
}
