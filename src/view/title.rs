//! `title`: the role that each title means.

use serde::Serialize;

use crate::view::RoleName;

/// Titles in the order in which they were asked.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PlacedTitles<'a> {
    pub titles: Vec<PlacedTitle<'a>>,
}

/// A title, and what it was found to mean.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PlacedTitle<'a> {
    pub title: String,
    /// `shown`: one role; `listed`: candidates; `missed`: none.
    pub verdict: &'static str,
    /// The role that is meant, where the title is sure enough.
    pub role: Option<RoleName<'a>>,
    /// `exact`, `words`, `refined`, `tool`, `first-of-two`, `weighed`, `beginning` or `unsure`.
    pub how: &'static str,
    /// How sure, 0 to 1.
    pub score: f64,
    pub step: Option<TitleStep>,
    /// Words that had no part in it.
    pub set_aside: Vec<String>,
    /// Other roles that may be meant, best first.
    pub candidates: Vec<TitleCandidate<'a>>,
}

/// The seniority that a title names.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TitleStep {
    pub word: String,
    /// Whether the role is that step of its ladder.
    pub is_found: bool,
}

/// A role that may be meant.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TitleCandidate<'a> {
    pub role: RoleName<'a>,
    /// How sure, 0 to 1.
    pub score: f64,
}
