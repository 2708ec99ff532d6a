//! `grades:` of a role's file.

use serde::Deserialize;

use crate::catalog::read::schema::{OneOrMore, Spanned, StatedSalary, Word};

/// A grade within a role. What it leaves out is as in the role.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grade {
    /// As people write it: `L4`.
    pub id: Word,
    #[serde(alias = "name")]
    pub title: Word,
    #[serde(default)]
    pub aliases: Vec<Word>,
    /// In the company's words.
    pub years: Option<Word>,
    #[serde(default)]
    pub competencies: Vec<GradeRating>,
    #[serde(default)]
    pub salary: Vec<Spanned<StatedSalary>>,
}

/// What a grade asks of a competency.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GradeRating {
    pub competency: Word,
    pub level: Option<Word>,
    pub expects: Option<OneOrMore>,
}
