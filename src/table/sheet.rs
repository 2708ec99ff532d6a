//! A table as a spreadsheet saves it: parted by commas, semicolons or tabs, with whatever stands above it.

use csv::ReaderBuilder;

use crate::table::columns::{Columns, Field, Wide};
use crate::view::error::{Error, ticked, typeable};

/// What parts cells; a table is read by the first with which its columns are found.
const SEPARATORS: [u8; 4] = [b'\t', b';', b',', b'|'];
/// How many lines may stand above the names of the columns: a title, a date.
const ABOVE: usize = 20;

/// What a table is called that is no file.
pub const STANDARD_INPUT: &str = "standard input";

/// A table, read.
pub struct Sheet {
    /// As it was typed.
    pub name: String,
    pub separator: char,
    /// The rows above the names of the columns.
    pub above: Vec<Vec<String>>,
    pub names: Vec<String>,
    pub columns: Columns,
    /// The grades that have a column each, with its place; none where a row says one.
    pub grades: Vec<(String, usize)>,
    /// The role of all rows, where no column says it.
    pub role: Option<String>,
    pub rows: Vec<Row>,
    /// Whether quotes are opened that nothing closes.
    pub is_open: bool,
}

/// A row of cells.
pub struct Row {
    /// As a spreadsheet counts: the first is 1.
    pub number: usize,
    pub cells: Vec<String>,
}

impl Row {
    /// A cell without the blanks around it; empty where there is none.
    pub fn cell(&self, at: usize) -> &str {
        self.cells.get(at).map_or("", |cell| cell.trim())
    }

    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

impl Sheet {
    /// Reads a table.
    ///
    /// # Errors
    /// Where no line names the columns that a row needs, or one that is asked for is not there.
    pub fn read(name: &str, text: &str, stated: &[(Field, String)], wide: Wide) -> Result<Self, Error> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.trim().is_empty() {
            return Err(Error::nothing(format!("{} is empty", ticked(name))));
        }
        let tried = SEPARATORS.map(|separator| (separator, cells(text, separator)));
        let found = tried.iter().find_map(|(separator, rows)| {
            let (at, columns) = header(rows, stated, &wide)?;
            Some((*separator, rows, at, columns))
        });
        let Some((separator, rows, at, columns)) = found else {
            return Err(without_columns(name, &tried, stated, &wide));
        };
        let names = rows[at].iter().map(|name| name.trim().to_owned()).collect::<Vec<_>>();
        if let Some((field, missing)) = stated.iter().find(|(field, _)| columns.at(*field).is_none()) {
            return Err(no_column(missing, &format!("--column {}", field.name()), &names));
        }
        let grades = wide.places(&names).map_err(|missing| no_column(missing, "--grade", &names))?;
        let role_column = columns.at(Field::Role);
        let rest = rows.iter().enumerate().skip(at + 1);
        Ok(Self {
            name: name.to_owned(),
            separator: separator.into(),
            above: rows[..at].to_vec(),
            rows: rest.map(|(at, cells)| Row { number: at + 1, cells: cells.clone() }).collect(),
            names,
            columns,
            grades,
            role: wide.role.filter(|_| role_column.is_none()),
            is_open: text.matches('"').count() % 2 == 1,
        })
    }

    /// What the files that are made of it call it: without the way to it.
    pub fn file(&self) -> &str {
        if self.name == STANDARD_INPUT { "table" } else { self.name.rsplit('/').next().unwrap_or_default() }
    }

    /// Where the cell of a column stands.
    pub fn place_of(&self, row: &Row, at: usize) -> String {
        format!("{}: row {}, column {}", self.name, row.number, ticked(&self.names[at]))
    }

    /// Where a cell stands.
    pub fn place(&self, row: &Row, field: Field) -> String {
        match self.columns.at(field) {
            Some(at) => self.place_of(row, at),
            None => format!("{}: row {}", self.name, row.number),
        }
    }
}

fn cells(text: &str, separator: u8) -> Vec<Vec<String>> {
    let reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    // The text is UTF-8, and rows may be of any length: nothing is left to go wrong.
    let mut records = reader.into_records().flatten().map(|record| record.iter().map(str::to_owned).collect());
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (blanks, before) in blank_lines(text, separator).iter().enumerate() {
        rows.extend(records.by_ref().take(blanks + before - rows.len()));
        rows.push(Vec::new());
    }
    rows.extend(records);
    rows
}

/// How many rows stand above each line that is blank: no reader of CSV tells of them, and a spreadsheet counts them.
fn blank_lines(text: &str, separator: u8) -> Vec<usize> {
    let (mut blanks, mut rows) = (Vec::new(), 0);
    let (mut is_quoted, mut before) = (false, b'\n');
    let is_end = |byte: u8| byte == b'\n' || byte == b'\r';
    for byte in text.bytes() {
        match byte {
            b'"' if is_quoted => is_quoted = false,
            // A quote opens a cell, or goes on with one in which it stands twice.
            b'"' => is_quoted = is_end(before) || before == separator || before == b'"',
            _ if is_quoted || !is_end(byte) || (before, byte) == (b'\r', b'\n') => {}
            _ if is_end(before) => blanks.push(rows),
            _ => rows += 1,
        }
        before = if is_quoted && is_end(byte) { b' ' } else { byte };
    }
    blanks
}

/// The first line that names enough columns.
fn header(rows: &[Vec<String>], stated: &[(Field, String)], wide: &Wide) -> Option<(usize, Columns)> {
    let columns = |(at, names): (usize, &Vec<String>)| {
        let columns = Columns::find(names, stated);
        columns.missing(wide).is_empty().then_some((at, columns))
    };
    rows.iter().take(ABOVE).enumerate().find_map(columns)
}

fn no_column(missing: &str, option: &str, names: &[String]) -> Error {
    let names: Vec<String> = names.iter().filter(|name| !name.is_empty()).map(|name| ticked(name)).collect();
    Error::failed(format!("no column is called {}, which `{option}` names", ticked(missing)))
        .hint(format!("its columns: {}", names.join(", ")))
}

/// Says which column is missing, and how to name it.
fn without_columns(name: &str, tried: &[(u8, Vec<Vec<String>>)], stated: &[(Field, String)], wide: &Wide) -> Error {
    // The first of the widest rows: what stands above a table is narrower.
    let rows = tried.iter().flat_map(|(_, rows)| rows.iter().take(ABOVE));
    let filled = |row: &&Vec<String>| row.iter().filter(|cell| !cell.trim().is_empty()).count();
    let widest = rows.reduce(|a, b| if filled(&b) > filled(&a) { b } else { a });
    let names: Vec<&String> = widest.into_iter().flatten().filter(|name| !name.trim().is_empty()).collect();
    let columns = widest.map(|names| Columns::find(names, stated)).unwrap_or_default();
    let missing = columns.missing(wide);
    if let Some((field, word)) = stated.iter().find(|(field, _)| missing.contains(field)) {
        let names: Vec<String> = names.into_iter().cloned().collect();
        return no_column(word, &format!("--column {}", field.name()), &names);
    }
    let which: Vec<&str> = missing.iter().map(|field| field.name()).collect();
    // A column that is found already says something else.
    let free =
        widest.into_iter().flatten().enumerate().filter(|(at, name)| !columns.has(*at) && !name.trim().is_empty());
    let free: Vec<&String> = free.map(|(_, name)| name).collect();
    let example = |at: usize| free.get(at).map_or("NAME".into(), |name| typeable(name));
    let options: Vec<String> =
        which.iter().enumerate().map(|(at, field)| format!("--column {field}={}", example(at))).collect();
    let mut error = Error::failed(format!("no column of {} is called {}", ticked(name), which.join(" or ")));
    if which == [Field::Role.name()] {
        error =
            error.hint("where all rows are of one role: `--role TITLE`, and `--grade NAME` for each column of a grade");
    }
    let listed: Vec<String> = names.iter().map(|name| ticked(name)).collect();
    error.hint(format!("name it: `{}`", options.join(" "))).hint(format!("the columns found: {}", listed.join(", ")))
}
