//! The YAML as people write it. Positions are kept wherever a value can be wrong by itself.
//!
//! No `flatten` and no `untagged`: both lose positions. Every struct denies unknown fields, so
//! that a mistyped key is a fault and not lost data.

mod about;
mod evidence;
mod grades;
mod moves;
mod preparation;
mod scale;
mod vocabulary;
mod word_or;
mod written;

pub use about::*;
pub use evidence::*;
pub use grades::*;
pub use moves::MoveEnd;
pub use preparation::*;
pub use scale::ScaleStep;
pub use vocabulary::*;
pub use written::{Decimal, Fraction, OneOrMore, Spanned, Whole, Word, place, place_of};

use serde::Deserialize;

use crate::catalog::model::{Basis, Match, PayKind, Period, Proficiency};
use crate::catalog::read::diagnostic::Place;

/// A role's file. What is optional here may be left to the catalog beneath.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Role {
    /// Some call it a name: here and in the vocabulary the two are one.
    #[serde(alias = "name")]
    pub title: Option<Word>,
    /// The folder's name, unless stated.
    pub family: Option<Word>,
    #[serde(default)]
    pub aliases: Option<Vec<Word>>,
    pub track: Option<Word>,
    pub level: Option<Spanned<Whole<u8>>>,
    /// The ladder that the role stands on.
    pub ladder: Option<LadderStep>,
    pub summary: Option<Word>,
    /// A page elsewhere that tells more.
    pub url: Option<Word>,
    pub day: Option<Vec<Word>>,
    pub occupations: Option<Occupations>,
    pub competencies: Option<Vec<StatedRating>>,
    pub pay: Option<Vec<PayLabel>>,
    pub salary: Option<Vec<Spanned<StatedSalary>>>,
    /// What sources say of getting in, and of the outlook.
    pub preparation: Option<Vec<PreparationLink>>,
    pub requires: Option<Requires>,
    pub usage: Option<Vec<UsageLabel>>,
    pub tools: Option<Vec<ToolUse>>,
    pub prerequisites: Option<Vec<MoveEnd>>,
    pub lateral: Option<Vec<MoveEnd>>,
    /// Retires the role of the catalog beneath.
    pub hidden: Option<bool>,
    /// The roles of the catalogs beneath that it stands for.
    pub replaces: Option<OneOrMore>,
    /// Steps within the role, lowest first.
    pub grades: Option<Vec<Grade>>,
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
            self.preparation.is_some(),
            self.requires.is_some(),
            self.usage.is_some(),
            self.tools.is_some(),
            self.prerequisites.is_some(),
            self.lateral.is_some(),
            self.hidden.is_some(),
            self.replaces.is_some(),
            self.grades.is_some(),
        ];
        stated.iter().enumerate().fold(0, |bits, (at, is_stated)| bits | u32::from(*is_stated) << at)
    }

    /// Gives back the room that lists were left to grow.
    pub fn shrink(&mut self) {
        [&mut self.aliases, &mut self.day].into_iter().for_each(shrink);
        [&mut self.prerequisites, &mut self.lateral].into_iter().for_each(shrink);
        shrink(&mut self.competencies);
        shrink(&mut self.pay);
        shrink(&mut self.salary);
        shrink(&mut self.preparation);
        shrink(&mut self.usage);
        shrink(&mut self.tools);
        shrink(&mut self.grades);
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
    /// Records of any other framework.
    pub frameworks: Vec<MappedRecord>,
}

/// A record of a framework that stands for the role, and how well.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MappedRecord {
    pub source: Word,
    pub record: Word,
    #[serde(rename = "match")]
    pub quality: Match,
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
    /// Where none is stated, what was read or computed; else as much as every other without one.
    pub weight: Option<Spanned<Whole<u8>>>,
    /// A word of the scale on which the competency stands: ours, or one of the catalog's own.
    pub level: Option<Word>,
    pub why: Option<String>,
    /// What is expected, in words.
    pub expects: Option<OneOrMore>,
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

/// A salary that the file states itself, with its source: a company's own bands. What every salary must
/// have is optional here, so that all that one lacks is told at once.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatedSalary {
    pub region: Option<Word>,
    pub source: Option<Word>,
    pub currency: Option<Word>,
    pub per: Option<Period>,
    pub basis: Option<Basis>,
    pub kind: Option<PayKind>,
    pub year: Option<Spanned<Whole<u16>>>,
    pub n: Option<Whole<u32>>,
    pub p10: Option<Spanned<Decimal>>,
    pub p25: Option<Spanned<Decimal>>,
    pub median: Option<Spanned<Decimal>>,
    pub p75: Option<Spanned<Decimal>>,
    pub p90: Option<Spanned<Decimal>>,
    pub note: Option<String>,
}

impl StatedSalary {
    /// Where a salary stands: at its region, or as a whole where it leaves that to the catalog.
    pub fn place(stated: &Spanned<Self>) -> Place {
        stated.value.region.as_ref().map_or_else(|| place(stated), place)
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::model::FIELDS;
    use crate::catalog::read::yaml;

    #[test]
    fn each_field_has_its_bit() {
        let lines = "title: T\nfamily: f\naliases: []\ntrack: t\nlevel: 3\nladder: {of: r}\nsummary: S\nurl: u\nday: []\noccupations: {}\n\
                     competencies: []\npay: []\nsalary: []\npreparation: []\nrequires: {}\nusage: []\ntools: []\nprerequisites: []\nlateral: []\nhidden: true\nreplaces: r\ngrades: []\n";
        let stated = |text: &str| yaml::parse::<Role>("x.yaml", text, yaml::BY_HAND).expect("it is a role").stated();
        let all = (1 << FIELDS.len()) - 1;
        assert_eq!(stated(lines), all);
        for (at, line) in lines.split_inclusive('\n').enumerate() {
            assert!(line.starts_with(FIELDS[at]));
            assert_eq!(stated(&lines.replacen(line, "", 1)), all & !(1 << at), "{line}");
        }
    }
}
