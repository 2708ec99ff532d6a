//! What the frameworks, surveys and ladders say, by their own codes and labels. Kept in the baked
//! catalog for `why`, and for those who lay a catalog of their own over it.

use serde::{Deserialize, Serialize};

use crate::catalog::model::{Hundredths, Proficiency, SourceIx, Statement};

/// All evidence but pay.
#[derive(Default, Clone)]
pub struct Tables<'a> {
    pub onet: Vec<Onet<'a>>,
    pub gdad: Vec<Gdad<'a>>,
    pub esco: Vec<Esco<'a>>,
    pub ladders: Vec<Ladder<'a>>,
    pub usage: Vec<Usage<'a>>,
    pub moves: Vec<Move<'a>>,
    pub titles: Vec<Titles<'a>>,
}

/// An O*NET occupation.
#[derive(Serialize, Deserialize, Clone)]
pub struct Onet<'a> {
    pub code: &'a str,
    pub title: &'a str,
    #[serde(borrow)]
    pub ratings: Vec<OnetRating<'a>>,
    pub technologies: Vec<Technology<'a>>,
}

#[derive(Serialize, Deserialize, Clone, Copy)]
pub struct OnetRating<'a> {
    /// Kind and name: `skill:Programming`.
    pub element: &'a str,
    /// 1 to 5.
    pub importance: Hundredths,
    /// 0 to 7.
    pub level: Option<Hundredths>,
}

#[derive(Serialize, Deserialize, Clone, Copy)]
pub struct Technology<'a> {
    pub name: &'a str,
    pub hot: bool,
    pub in_demand: bool,
}

/// A role level of the GDaD capability framework.
#[derive(Serialize, Deserialize, Clone)]
pub struct Gdad<'a> {
    pub role: &'a str,
    pub level: &'a str,
    #[serde(borrow)]
    pub skills: Vec<GdadSkill<'a>>,
}

#[derive(Serialize, Deserialize, Clone, Copy)]
pub struct GdadSkill<'a> {
    pub name: &'a str,
    pub level: Option<Proficiency>,
}

/// An ESCO occupation.
#[derive(Serialize, Deserialize, Clone)]
pub struct Esco<'a> {
    pub label: &'a str,
    pub isco: &'a str,
    #[serde(borrow)]
    pub essential: Vec<&'a str>,
    pub optional: Vec<&'a str>,
}

/// A position of a public ladder.
#[derive(Serialize, Deserialize, Clone)]
pub struct Ladder<'a> {
    pub source: SourceIx,
    /// The source's id, by which competencies name their axes.
    pub name: &'a str,
    pub position: &'a str,
    #[serde(borrow)]
    pub scores: Vec<(&'a str, u8)>,
}

/// A kind of survey respondent.
#[derive(Serialize, Deserialize, Clone)]
pub struct Usage<'a> {
    pub source: SourceIx,
    pub label: &'a str,
    pub respondents: u32,
    /// Tool as the survey names it, and the share who worked with it, 0 to 1.
    #[serde(borrow)]
    pub shares: Vec<(&'a str, f64)>,
}

/// A career move as a source states it.
#[derive(Serialize, Deserialize, Clone, Copy)]
pub struct Move<'a> {
    pub from: &'a str,
    pub to: &'a str,
    pub kind: MoveKind,
    #[serde(borrow)]
    pub statement: Statement<'a>,
}

#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoveKind {
    Promotion,
    Lateral,
    Related,
    /// Counted in payrolls, stated by nobody.
    Observed,
}

/// Names of a role, from a source.
#[derive(Clone)]
pub struct Titles<'a> {
    pub role: &'a str,
    pub language: &'a str,
    pub source: SourceIx,
    pub names: Vec<&'a str>,
}
