//! Grades within a role.

use serde::Serialize;

use crate::view::{Entry, OwnLevel, Pay};

/// A grade within a role, and what is its own; the rest is as in the role.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct GradeRow<'a> {
    #[serde(flatten)]
    pub grade: Entry<'a>,
    pub aliases: Vec<&'a str>,
    /// Years of experience that are asked for, in the company's words.
    pub years: Option<&'a str>,
    pub competencies: Vec<GradeLevel<'a>>,
    /// Its bands, in the order of the file.
    pub salary: Vec<Pay<'a>>,
    /// The catalog that states it.
    pub catalog: &'a str,
    /// Whether it is the one that was asked for.
    pub here: bool,
}

/// What a grade asks of a competency.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct GradeLevel<'a> {
    #[serde(flatten)]
    pub competency: Entry<'a>,
    /// 0 to 100; none where it is that of the role.
    pub level: Option<u8>,
    pub proficiency: Option<&'a str>,
    /// Where it stands on a scale of the company's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_level: Option<OwnLevel<'a>>,
    pub expects: Vec<&'a str>,
}
