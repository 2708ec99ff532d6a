//! `search`: the lines that words stand in.

use std::borrow::Cow;

use serde::Serialize;

use crate::view::RoleName;

/// What a search found.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Hits<'a> {
    /// The words looked for, folded.
    pub words: Vec<String>,
    /// What a page marks.
    #[serde(skip)]
    pub marks: Vec<Spelling>,
    /// Words that stand nowhere, and the near ones that were looked for in their place.
    pub corrected: Vec<Correction>,
    /// Best first.
    pub hits: Vec<Hit<'a>>,
}

/// A word in any of its spellings.
#[derive(Debug, Clone)]
pub struct Spelling {
    pub word: String,
    /// Whether it stands whole, or begins another.
    pub is_whole: bool,
}

/// A misspelt word, and what was looked for.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Correction {
    pub word: String,
    pub instead: Vec<String>,
}

/// A role that has all the words.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Hit<'a> {
    #[serde(flatten)]
    pub role: RoleName<'a>,
    /// The lines with the most of the words, best section first.
    pub lines: Vec<Line<'a>>,
}

/// A line that words stand in.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Line<'a> {
    /// `title`, `alias`, `translation`, `summary`, `competency`, `tool` or `day`.
    pub section: &'a str,
    pub text: Cow<'a, str>,
}
