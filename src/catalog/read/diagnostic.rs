//! What is wrong with a catalog's files, where, and how to mend it.

use std::cmp::Ordering;
use std::fmt;

/// A fault in a catalog file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Path as the catalog names it, relative to its root.
    pub file: String,
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
    pub help: Option<String>,
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
    pub fn of_file(file: &str, rule: &'static str, message: impl Into<String>) -> Self {
        Self::at(file, Place::default(), rule, message)
    }

    /// Returns a fault at a place in the file.
    pub fn at(file: &str, place: Place, rule: &'static str, message: impl Into<String>) -> Self {
        let Place { line, column, width } = place;
        Self { file: file.to_owned(), line, column, width, rule, message: message.into(), help: None }
    }

    /// Adds what to do.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Causes before their consequences: a role's file is wrong because a table is, and never the other way
/// round. Then by file and line.
impl Ord for Diagnostic {
    fn cmp(&self, other: &Self) -> Ordering {
        fn key(it: &Diagnostic) -> (usize, &str, [u32; 3], &str, &str, Option<&str>) {
            let Diagnostic { file, line, column, width, rule, message, help } = it;
            (rank(file), file, [*line, *column, *width], rule, message, help.as_deref())
        }
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Diagnostic {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// What a file stands on stands before it.
fn rank(file: &str) -> usize {
    const BENEATH: [&str; 2] = ["vocabulary", "evidence"];
    let table = |folder: &str| BENEATH.iter().position(|beneath| *beneath == folder);
    file.split('/').find_map(table).unwrap_or(BENEATH.len())
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
