//! What lines, TSV and CSV are made of: records of named fields.
//!
//! A line says a fact as a reader wants it, `111,374`; the same record under a header says it as
//! a program wants it, `111374`. A field may be for one of the two only.

use std::borrow::Cow;

use crate::view::{Entry, OwnLevel};

/// For whom records are made: what nobody will read is not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// A reader of lines.
    Lines,
    /// A program that finds fields by their header.
    Fields,
}

impl Audience {
    /// Returns a record without cells.
    pub fn record<'v>(self, kind: &'static str) -> Record<'v> {
        Record { kind, audience: self, cells: Vec::new() }
    }
}

/// The facts of an answer.
#[derive(Debug, Clone)]
pub struct Records<'v> {
    /// The header of TSV and CSV: every field that a record of this answer may have, in order.
    pub fields: &'static [&'static str],
    pub records: Vec<Record<'v>>,
}

/// One fact.
#[derive(Debug, Clone)]
pub struct Record<'v> {
    /// Records of one kind are aligned with each other. Listings have one kind.
    pub kind: &'static str,
    pub cells: Vec<Cell<'v>>,
    audience: Audience,
}

/// A field of a record.
#[derive(Debug, Clone)]
pub struct Cell<'v> {
    /// Where it stands under a header; empty where it is for lines only.
    pub field: &'static str,
    /// Of the view, where it says it in these words.
    pub text: Cow<'v, str>,
    pub right: bool,
}

/// Joins lists of fields into one, when the program is built.
macro_rules! joined {
    ($($part:expr),* $(,)?) => {{
        const PARTS: &[&[&str]] = &[$($part),*];
        const ALL: [&str; crate::present::records::total(PARTS)] = crate::present::records::join(PARTS);
        &ALL
    }};
}
pub(crate) use joined;

/// Returns how many fields several lists have.
pub const fn total(parts: &[&[&str]]) -> usize {
    let (mut fields, mut at) = (0, 0);
    while at < parts.len() {
        fields += parts[at].len();
        at += 1;
    }
    fields
}

/// Returns the fields of several lists in their order.
pub const fn join<const N: usize>(parts: &[&[&'static str]]) -> [&'static str; N] {
    let (mut all, mut at, mut part) = ([""; N], 0, 0);
    while part < parts.len() {
        let mut field = 0;
        while field < parts[part].len() {
            all[at] = parts[part][field];
            (at, field) = (at + 1, field + 1);
        }
        part += 1;
    }
    all
}

impl<'v> Record<'v> {
    /// Returns for whom the record is made.
    pub fn audience(&self) -> Audience {
        self.audience
    }

    /// Adds a field that says the same everywhere.
    pub fn text(self, field: &'static str, text: impl Into<Cow<'v, str>>) -> Self {
        match self.audience {
            Audience::Lines => self.cell("", present(text.into()), false),
            Audience::Fields => self.cell(field, text.into(), false),
        }
    }

    /// Adds a number, which a line aligns to the right.
    pub fn number(self, field: &'static str, line: impl ToString, exact: impl ToString) -> Self {
        match self.audience {
            Audience::Lines => self.cell("", present(line.to_string().into()), true),
            Audience::Fields => self.cell(field, exact.to_string().into(), true),
        }
    }

    /// Adds what only a line says.
    pub fn said(self, line: impl Into<Cow<'v, str>>) -> Self {
        match self.audience {
            Audience::Lines => self.cell("", line.into(), false),
            Audience::Fields => self,
        }
    }

    /// Adds a number that only a line says, aligned to the right.
    pub fn said_number(self, line: impl ToString) -> Self {
        match self.audience {
            Audience::Lines => self.cell("", present(line.to_string().into()), true),
            Audience::Fields => self,
        }
    }

    /// Adds what only stands under a header.
    pub fn exact(self, field: &'static str, exact: impl ToString) -> Self {
        match self.audience {
            Audience::Lines => self,
            Audience::Fields => self.cell(field, exact.to_string().into(), false),
        }
    }

    /// Adds what only stands under a header, where nothing may stand.
    pub fn exact_or_none(self, field: &'static str, exact: Option<impl ToString>) -> Self {
        match exact {
            Some(exact) => self.exact(field, exact),
            None => self.exact(field, ""),
        }
    }

    /// Adds a level in a company's own words, where there is one.
    pub fn own_level(self, own: Option<&OwnLevel<'_>>) -> Self {
        match own {
            Some(own) => self.exact(OWN_LEVEL, own.word),
            None => self,
        }
    }

    /// Adds the grade that is meant, where there is one.
    pub fn of_grade(self, grade: Option<&Entry<'_>>) -> Self {
        match grade {
            Some(grade) => self.exact(GRADE, grade.id),
            None => self,
        }
    }

    fn cell(mut self, field: &'static str, text: Cow<'v, str>, right: bool) -> Self {
        self.cells.push(Cell { field, text, right });
        self
    }
}

/// The field of a level in a company's own words: it stands last, and only where some record has one.
pub const OWN_LEVEL: &str = "own_level";

/// The field of a grade within a role.
pub const GRADE: &str = "grade";

/// Tells whether some record has a field.
pub fn has_field(records: &[Record<'_>], field: &str) -> bool {
    records.iter().any(|record| record.cells.iter().any(|cell| cell.field == field))
}

/// The fields of records: the longer list where a level stands in a company's own words.
pub fn fields_of(
    records: &[Record<'_>],
    fields: &'static [&'static str],
    with_own: &'static [&'static str],
) -> &'static [&'static str] {
    if has_field(records, OWN_LEVEL) { with_own } else { fields }
}

/// What a line says where there is nothing to say.
pub const ABSENT: &str = "-";

fn present(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.is_empty() { ABSENT.into() } else { text }
}
