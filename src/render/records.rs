//! What lines, TSV and CSV are made of: records of named fields.
//!
//! A line says a fact as a reader wants it, `111,374`; the same record under a header says it as
//! a program wants it, `111374`. A field may be for one of the two only.

/// The facts of an answer.
#[derive(Debug, Clone, Default)]
pub struct Records {
    /// The header of TSV and CSV: every field that a record of this answer may have, in order.
    pub fields: &'static [&'static str],
    pub records: Vec<Record>,
}

/// One fact.
#[derive(Debug, Clone, Default)]
pub struct Record {
    /// Records of one kind are aligned with each other. Listings have one kind.
    pub kind: &'static str,
    pub cells: Vec<Cell>,
}

/// A field of a record.
#[derive(Debug, Clone)]
pub struct Cell {
    /// Where it stands under a header; none where it is for lines only.
    pub field: Option<&'static str>,
    pub line: Line,
    pub exact: String,
    pub right: bool,
}

/// What a line says of a field.
#[derive(Debug, Clone)]
pub enum Line {
    /// What stands under the header too.
    Same,
    /// Something else: thousands parted, several fields in one.
    Said(String),
    /// Nothing: the field is for headers only.
    Silent,
}

impl Cell {
    /// Returns what a line says; none where it says nothing.
    pub fn said(&self) -> Option<&str> {
        match &self.line {
            Line::Same if self.exact.is_empty() => Some(ABSENT),
            Line::Same => Some(&self.exact),
            Line::Said(said) => Some(said),
            Line::Silent => None,
        }
    }
}

impl Record {
    pub fn new(kind: &'static str) -> Self {
        Self { kind, cells: Vec::new() }
    }

    /// Adds a field that says the same everywhere.
    pub fn text(mut self, field: &'static str, text: impl Into<String>) -> Self {
        self.cells.push(Cell { field: Some(field), line: Line::Same, exact: text.into(), right: false });
        self
    }

    /// Adds a number, which a line aligns to the right.
    pub fn number(mut self, field: &'static str, line: impl Into<String>, exact: impl Into<String>) -> Self {
        let line: String = line.into();
        let line = Line::Said(if line.is_empty() { ABSENT.to_owned() } else { line });
        self.cells.push(Cell { field: Some(field), line, exact: exact.into(), right: true });
        self
    }

    /// Adds what only a line says.
    pub fn said(mut self, line: impl Into<String>) -> Self {
        let line: String = line.into();
        self.cells.push(Cell { field: None, line: Line::Said(line), exact: String::new(), right: false });
        self
    }

    /// Adds what only stands under a header.
    pub fn exact(mut self, field: &'static str, exact: impl Into<String>) -> Self {
        self.cells.push(Cell { field: Some(field), line: Line::Silent, exact: exact.into(), right: false });
        self
    }
}

/// What a line says where there is nothing to say.
pub const ABSENT: &str = "-";
