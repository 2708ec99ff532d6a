//! `check`: what is wrong with a catalog, and the rules that it is held to.

use serde::Serialize;

use crate::view::error::Fault;

/// The faults of a catalog.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Checked {
    pub catalog: String,
    /// How many roles its files name.
    pub roles: usize,
    /// Sorted by file and line.
    pub faults: Vec<FaultEntry>,
}

/// A fault in a file.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct FaultEntry {
    /// `error`, or `warning` where it is only advice.
    pub severity: &'static str,
    pub rule: &'static str,
    /// As it is opened from where the program was started: `ladder/security/ciso.yaml`.
    pub file: String,
    /// From 1; 0 where the whole file is meant.
    pub line: u32,
    /// In characters, from 1; 0 where the whole file is meant.
    pub column: u32,
    pub message: String,
    pub help: Option<String>,
    /// The fault with its file's text, for an excerpt.
    #[serde(skip)]
    pub fault: Fault,
}

/// `check --list-unused`: what the catalog's files bring along, and nothing uses.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Unused {
    pub catalog: String,
    /// Only kinds of which the files have something.
    pub kinds: Vec<UnusedKind>,
}

/// One kind of what a catalog's files bring along.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct UnusedKind {
    /// `tool`, `pay label`, `O*NET occupation` and so on.
    pub kind: &'static str,
    /// How many there are, used ones too.
    pub count: usize,
    /// Sorted.
    pub unused: Vec<UnusedEntry>,
}

/// Something that nothing uses.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct UnusedEntry {
    /// The source that publishes it, or the role of a role level; empty where the name says it all.
    pub source: String,
    pub name: String,
}

/// `check --list-rules` and `check --explain`: the rules.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Rules {
    pub rules: Vec<RuleEntry>,
}

/// A rule.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RuleEntry {
    pub name: &'static str,
    /// `structural`, `editorial`, `house` or `warning`.
    pub kind: &'static str,
    pub what: &'static str,
    pub why: &'static str,
    pub mend: &'static str,
}
