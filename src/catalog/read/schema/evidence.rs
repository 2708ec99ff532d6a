//! The files of evidence.

use serde::Deserialize;

use crate::catalog::model::{Basis, PayKind, Period};
use crate::catalog::read::schema::{Decimal, Fraction, Spanned, Whole, Word};

/// A file of pay figures.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayFile {
    pub source: Word,
    pub labels: Vec<PaySeries>,
}

impl PayFile {
    /// Gives back the room that lists were left to grow.
    pub fn shrink(&mut self) {
        self.labels.iter_mut().for_each(|label| label.rows.shrink_to_fit());
    }
}

/// What a source publishes under one label, in one currency and period.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaySeries {
    pub label: Word,
    pub code: Option<String>,
    pub currency: Word,
    pub per: Period,
    pub basis: Basis,
    pub kind: PayKind,
    pub note: Option<String>,
    pub rows: Vec<PayRow>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayRow {
    pub region: Word,
    pub year: Spanned<Whole<u16>>,
    pub n: Option<Whole<u32>>,
    pub p10: Option<Spanned<Decimal>>,
    pub p25: Option<Spanned<Decimal>>,
    pub median: Option<Spanned<Decimal>>,
    pub p75: Option<Spanned<Decimal>>,
    pub p90: Option<Spanned<Decimal>>,
    #[serde(default)]
    pub biased: bool,
    pub note: Option<String>,
}

/// O*NET ratings.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnetRatings {
    pub source: Word,
    pub occupations: Vec<RatedOccupation>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RatedOccupation {
    pub code: Word,
    pub title: String,
    pub ratings: Option<Vec<OnetRating>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnetRating {
    pub element: Word,
    pub importance: Spanned<Decimal>,
    pub level: Option<Spanned<Decimal>>,
}

/// O*NET technologies that are hot or in demand.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnetTechnologies {
    pub source: Word,
    pub occupations: Vec<EquippedOccupation>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EquippedOccupation {
    pub code: Word,
    pub technologies: Vec<Technology>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Technology {
    pub name: Word,
    #[serde(default)]
    pub hot: bool,
    #[serde(default)]
    pub in_demand: bool,
}

/// Skills of the GDaD role levels.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GdadSkills {
    pub source: Word,
    pub role_levels: Vec<GdadRoleLevel>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GdadRoleLevel {
    pub role: Word,
    pub level: String,
    pub skills: Vec<GdadSkill>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GdadSkill {
    pub skill: Word,
    pub level: GdadSkillLevel,
}

/// GDaD's four levels, or a skill that is listed for a chief officer without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GdadSkillLevel {
    Listed,
    Awareness,
    Working,
    Practitioner,
    Expert,
}

/// ESCO occupations with their skills.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EscoSkills {
    pub source: Word,
    pub occupations: Vec<EscoOccupation>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EscoOccupation {
    pub label: Word,
    pub uri: String,
    pub isco: Word,
    #[serde(default)]
    pub essential: Vec<String>,
    #[serde(default)]
    pub optional: Vec<String>,
}

/// A public ladder.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ladder {
    pub source: Word,
    pub positions: Vec<ScoredPosition>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScoredPosition {
    pub position: Word,
    pub scores: Vec<AxisScore>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AxisScore {
    pub axis: Word,
    pub score: Spanned<Whole<u8>>,
}

/// Shares of survey respondents who worked with a tool.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Usage {
    pub source: Word,
    pub labels: Vec<UsageShares>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UsageShares {
    pub label: Word,
    pub n: Whole<u32>,
    pub shares: Vec<ToolShare>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToolShare {
    pub tool: Word,
    pub share: Spanned<Fraction>,
}

/// Career moves as a source states them.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moves {
    pub source: Word,
    pub moves: Vec<Move>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Move {
    pub from: Word,
    pub to: Word,
    pub kind: MoveKind,
    /// Of a promotion or a lateral move: the source says that one feeds the other, and nothing of grade.
    #[serde(default)]
    pub feeds: bool,
    /// Of an observed move: persons who went this way, and back, and how the median of their pay
    /// changed, in percent.
    pub n: Option<Whole<u32>>,
    pub back: Option<Whole<u32>>,
    /// Where the source publishes no count of those who went back but that it is small.
    pub back_fewer_than: Option<Whole<u32>>,
    pub pay_change: Option<Whole<i16>>,
    #[serde(rename = "as")]
    pub stated: String,
    #[serde(rename = "ref")]
    pub reference: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MoveKind {
    Promotion,
    Lateral,
    Related,
    Observed,
}

/// Names of roles, from a source.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Titles {
    pub source: Word,
    pub titles: Vec<RoleTitles>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleTitles {
    pub role: Word,
    pub lang: String,
    pub names: Vec<Word>,
}
