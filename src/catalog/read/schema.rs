//! The YAML as people write it. Positions are kept wherever a value can be wrong by itself.
//!
//! No `flatten` and no `untagged`: both lose positions. Every struct denies unknown fields, so
//! that a mistyped key is a fault and not lost data.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};

use crate::catalog::model::{Basis, Class, Match, PayKind, Period, Proficiency, RegionLevel, SourceKind};
use crate::catalog::read::diagnostic::Place;

/// A value, and where it was written: a quarter of what the parser's own type takes, of which a
/// large catalog has a million.
#[derive(Debug, Clone)]
pub struct Spanned<T> {
    pub value: T,
    place: Place,
}

/// A text with its place; no room is kept for it to grow.
pub type Word = Spanned<Box<str>>;

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Spanned<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let serde_yaml::Spanned { value, referenced: at, .. } = Deserialize::deserialize(from)?;
        Ok(Self { value, place: place_of(at) })
    }
}

/// Returns a place of the parser's as one of ours.
pub fn place_of(at: serde_yaml::Location) -> Place {
    let number = |number: u64| u32::try_from(number).unwrap_or(0);
    Place { line: number(at.line()), column: number(at.column()), width: number(at.span().len()) }
}

/// Returns where a value was written.
pub fn place<T>(value: &Spanned<T>) -> Place {
    value.place
}

/// A role's file. What is optional here may be left to the catalog beneath.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Role {
    pub title: Option<Word>,
    /// The folder's name, unless stated.
    pub family: Option<Word>,
    #[serde(default)]
    pub aliases: Option<Vec<Word>>,
    pub track: Option<Word>,
    pub level: Option<Spanned<u8>>,
    /// The ladder that the role stands on.
    pub ladder: Option<LadderStep>,
    pub summary: Option<Word>,
    /// A page elsewhere that tells more.
    pub url: Option<Word>,
    pub day: Option<Vec<Word>>,
    pub occupations: Option<Occupations>,
    pub competencies: Option<Vec<StatedRating>>,
    pub pay: Option<Vec<PayLabel>>,
    pub salary: Option<Vec<StatedSalary>>,
    pub usage: Option<Vec<UsageLabel>>,
    pub tools: Option<Vec<ToolUse>>,
    pub prerequisites: Option<Vec<Word>>,
    pub lateral: Option<Vec<Word>>,
    /// Retires the role of the catalog beneath.
    pub hidden: Option<bool>,
}

impl Role {
    /// Returns the fields that are stated, as bits in the order of [`FIELDS`](crate::catalog::model::FIELDS).
    pub fn stated(&self) -> u32 {
        let stated: [bool; crate::catalog::model::FIELDS.len()] = [
            self.title.is_some(),
            self.family.is_some(),
            self.aliases.is_some(),
            self.track.is_some(),
            self.level.is_some(),
            self.ladder.is_some(),
            self.summary.is_some(),
            self.url.is_some(),
            self.day.is_some(),
            self.occupations.is_some(),
            self.competencies.is_some(),
            self.pay.is_some(),
            self.salary.is_some(),
            self.usage.is_some(),
            self.tools.is_some(),
            self.prerequisites.is_some(),
            self.lateral.is_some(),
            self.hidden.is_some(),
        ];
        stated.iter().enumerate().fold(0, |bits, (at, is_stated)| bits | u32::from(*is_stated) << at)
    }

    /// Gives back the room that lists were left to grow.
    pub fn shrink(&mut self) {
        [&mut self.aliases, &mut self.day, &mut self.prerequisites, &mut self.lateral].into_iter().for_each(shrink);
        shrink(&mut self.competencies);
        shrink(&mut self.pay);
        shrink(&mut self.salary);
        shrink(&mut self.usage);
        shrink(&mut self.tools);
    }
}

fn shrink<T>(list: &mut Option<Vec<T>>) {
    list.iter_mut().for_each(Vec::shrink_to_fit);
}

/// Where a role stands on the ladder of its trade.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LadderStep {
    /// The role that the ladder grows from: itself, for the base.
    pub of: Word,
    /// What the rung is called, where that is not the name of its rank.
    pub step: Option<Word>,
    /// Of a base: the ladder whose rungs stand for the ranks that this one lacks.
    pub joins: Option<Word>,
}

/// The outside codes that a role maps to.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Occupations {
    pub onet: Vec<Word>,
    /// Rated occupations that stand in where O*NET rates none of the role's own.
    pub nearest: Vec<Word>,
    pub esco: Vec<Word>,
    pub isco: Vec<Word>,
    pub gdad: Option<GdadLevel>,
    pub nice: Vec<Word>,
    pub ladders: Vec<LadderPosition>,
}

/// A role level of the GDaD capability framework.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GdadLevel {
    pub role: Word,
    pub level: Word,
}

/// A position of a public ladder.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LadderPosition {
    pub source: Word,
    pub position: Word,
}

/// A weight and level that the file states itself, because no evidence speaks or a company decided.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatedRating {
    pub competency: Word,
    pub weight: Spanned<u8>,
    pub level: Option<Proficiency>,
    pub why: Option<String>,
}

/// A published pay label that stands for the role.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayLabel {
    pub source: Word,
    pub label: Word,
    #[serde(rename = "match")]
    pub quality: Match,
}

/// A salary that the file states itself, with its source: a company's own bands.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatedSalary {
    pub region: Word,
    pub source: Word,
    pub currency: String,
    pub per: Period,
    pub basis: Basis,
    pub kind: PayKind,
    pub year: u16,
    pub n: Option<u32>,
    pub p10: Option<Spanned<f64>>,
    pub p25: Option<Spanned<f64>>,
    pub median: Option<Spanned<f64>>,
    pub p75: Option<Spanned<f64>>,
    pub p90: Option<Spanned<f64>>,
    pub note: Option<String>,
}

/// A kind of survey respondent that stands for the role.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UsageLabel {
    pub source: Word,
    pub label: Word,
}

/// A tool of the role.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToolUse {
    pub tool: Word,
    pub proficiency: Proficiency,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Family {
    pub id: Word,
    pub title: String,
    pub definition: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Track {
    pub id: Word,
    pub title: String,
    pub definition: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    pub rank: Spanned<u8>,
    pub definition: String,
    pub names: Vec<LevelName>,
}

/// What a rank is called on a track.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelName {
    pub track: Word,
    pub name: String,
    #[serde(default)]
    pub aliases: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Competency {
    pub id: Word,
    pub title: String,
    pub definition: String,
    pub levels: Looks,
    #[serde(default)]
    pub onet: Vec<String>,
    #[serde(default)]
    pub gdad: Vec<String>,
    #[serde(default)]
    pub esco: Vec<String>,
    #[serde(default)]
    pub ladders: std::collections::BTreeMap<String, Vec<String>>,
}

/// What each proficiency looks like.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Looks {
    pub awareness: String,
    pub working: String,
    pub practitioner: String,
    pub expert: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tool {
    pub id: Word,
    pub title: String,
    pub group: String,
    #[serde(default)]
    pub aliases: Vec<Word>,
    #[serde(default)]
    pub onet: Vec<String>,
    #[serde(default)]
    pub surveys: Vec<String>,
    /// The role that the tool makes of a general title.
    pub makes: Option<Word>,
}

/// A group of words that titles are made of: what they stand for, or what they are.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TitleWords {
    /// The language of the words; for the reader.
    pub language: Option<String>,
    /// Words and phrases, and the words that each stands for.
    pub means: BTreeMap<String, String>,
    /// Words that name a rank.
    pub seniority: BTreeMap<String, u8>,
    /// What a person does whose title has one of the words.
    pub class: Option<Class>,
    pub words: Vec<String>,
    pub noise: Vec<String>,
    pub outside: Vec<String>,
    pub trade: Vec<String>,
    pub tail: Vec<String>,
    pub weak: Vec<String>,
    pub general: Vec<String>,
    pub refines: Vec<String>,
    /// Words that mean nearly the same, and how nearly, in hundredths.
    pub kin: Vec<String>,
    pub alike: Option<u8>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    pub id: Word,
    pub name: String,
    pub level: RegionLevel,
    pub parent: Option<Word>,
    pub currency: Option<String>,
    #[serde(default)]
    pub aliases: Vec<Word>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: Word,
    pub title: String,
    /// What tables and lines call it, with its year; the title where there is none.
    pub short: Option<String>,
    pub publisher: String,
    pub year: Option<u16>,
    pub url: Option<Word>,
    pub licence: String,
    pub kind: SourceKind,
    pub credit: String,
    pub caveat: Option<String>,
}

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
    pub currency: String,
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
    pub year: u16,
    pub n: Option<u32>,
    pub p10: Option<f64>,
    pub p25: Option<f64>,
    pub median: Option<f64>,
    pub p75: Option<f64>,
    pub p90: Option<f64>,
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
    #[serde(default)]
    pub ratings: Vec<OnetRating>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnetRating {
    pub element: String,
    pub importance: f64,
    pub level: Option<f64>,
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
    pub name: String,
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
    pub skill: String,
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
    pub isco: String,
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
    pub axis: String,
    pub score: u8,
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
    pub n: u32,
    pub shares: Vec<ToolShare>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToolShare {
    pub tool: String,
    pub share: f64,
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
    pub names: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::model::FIELDS;
    use crate::catalog::read::load;

    #[test]
    fn each_field_has_its_bit() {
        let lines = "title: T\nfamily: f\naliases: []\ntrack: t\nlevel: 3\nladder: {of: r}\nsummary: S\nurl: u\nday: []\noccupations: {}\n\
                     competencies: []\npay: []\nsalary: []\nusage: []\ntools: []\nprerequisites: []\nlateral: []\nhidden: true\n";
        let stated = |text: &str| load::yaml::<Role>("x.yaml", text, load::BY_HAND).expect("it is a role").stated();
        let all = (1 << FIELDS.len()) - 1;
        assert_eq!(stated(lines), all);
        for (at, line) in lines.split_inclusive('\n').enumerate() {
            assert!(line.starts_with(FIELDS[at]));
            assert_eq!(stated(&lines.replacen(line, "", 1)), all & !(1 << at), "{line}");
        }
    }
}
