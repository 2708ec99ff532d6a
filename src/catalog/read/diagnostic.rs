//! What is wrong with a catalog's files, where, and how to mend it.

use std::cmp::Ordering;
use std::fmt;

use crate::text::hint::Hint;

/// A fault in a catalog file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Path as the catalog names it, relative to its root.
    pub file: String,
    /// The catalog that the file lies in, counted from the bottom.
    pub catalog: u8,
    /// Line, from 1; 0 where the whole file is meant.
    pub line: u32,
    /// Column in characters, from 1; 0 where the whole file is meant.
    pub column: u32,
    /// How many characters are at fault, from the column on.
    pub width: u32,
    /// Name of the rule: what `--explain` and `--skip` take.
    pub rule: &'static str,
    /// One line, lower case, the user's word in backticks.
    pub message: String,
    /// What to do, where there is something to say.
    pub help: Option<Hint>,
    /// Whether it is only advice: a catalog with it is sound.
    pub is_warning: bool,
    /// What the file calls a role that is not there: who knows titles may say which role is meant.
    pub named: Option<Box<str>>,
}

/// A file of one of several catalogs: two of them may have files of one path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileOf<'a> {
    /// Relative to the catalog's root.
    pub path: &'a str,
    /// Counted from the bottom.
    pub catalog: u8,
}

impl<'a> From<&'a str> for FileOf<'a> {
    /// A file of a catalog that is read by itself: whoever lays it among others counts them.
    fn from(path: &'a str) -> Self {
        Self { path, catalog: 0 }
    }
}

impl<'a> From<&'a String> for FileOf<'a> {
    fn from(path: &'a String) -> Self {
        Self::from(path.as_str())
    }
}

/// A place in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    pub line: u32,
    pub column: u32,
    pub width: u32,
}

impl Diagnostic {
    /// Returns a fault of the whole file.
    pub fn of_file<'a>(file: impl Into<FileOf<'a>>, rule: &'static str, message: impl Into<String>) -> Self {
        Self::at(file, Place::default(), rule, message)
    }

    /// Returns a fault at a place in the file.
    pub fn at<'a>(file: impl Into<FileOf<'a>>, place: Place, rule: &'static str, message: impl Into<String>) -> Self {
        let (FileOf { path, catalog }, Place { line, column, width }) = (file.into(), place);
        Self {
            file: path.to_owned(),
            catalog,
            line,
            column,
            width,
            rule,
            message: message.into(),
            help: None,
            is_warning: false,
            named: None,
        }
    }

    /// Says in which of several catalogs the file lies.
    pub fn of_catalog(self, catalog: u8) -> Self {
        Self { catalog, ..self }
    }

    /// Says that it is only advice.
    pub fn warning(self) -> Self {
        Self { is_warning: true, ..self }
    }

    /// Adds what to do.
    pub fn help(mut self, help: impl Into<Hint>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Causes before their consequences: a role's file is wrong because a table is, and never the other way
/// round. Then by file and line.
impl Ord for Diagnostic {
    fn cmp(&self, other: &Self) -> Ordering {
        fn key(it: &Diagnostic) -> (usize, &str, u8, [u32; 3], &str, &str, Option<&Hint>) {
            let Diagnostic { file, catalog, line, column, width, rule, message, help, .. } = it;
            (it.rank(), file, *catalog, [*line, *column, *width], rule, message, help.as_ref())
        }
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Diagnostic {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Diagnostic {
    /// What a file stands on stands before it, and before all what is not read.
    fn rank(&self) -> usize {
        const BENEATH: [&str; 2] = ["vocabulary", "evidence"];
        let table = |folder: &str| BENEATH.iter().position(|beneath| *beneath == folder);
        match self.rule {
            "misnamed-file" => 0,
            _ if matches!(self.file.as_str(), "catalog.yaml" | "catalog.yml") => 0,
            _ => 1 + self.file.split('/').find_map(table).unwrap_or(BENEATH.len()),
        }
    }

    /// What parts the faults of one file from those of others, in their order.
    pub fn of_one_file(&self) -> (usize, &str, u8) {
        (self.rank(), &self.file, self.catalog)
    }
}

impl fmt::Display for Diagnostic {
    /// One line, as compilers and CI annotations have it: `file:line:column: rule: message`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, rule, message, .. } = self;
        match line {
            0 => write!(f, "{file}: {rule}: {message}")?,
            _ => write!(f, "{file}:{line}:{column}: {rule}: {message}")?,
        }
        match &self.help {
            Some(help) => write!(f, " ({help})"),
            None => Ok(()),
        }
    }
}
