//! What sources say of getting into a role, and where it is heading.

use serde::Deserialize;

use crate::catalog::model::Match;
use crate::catalog::model::preparation::Subject;
use crate::catalog::read::schema::{Decimal, Fraction, Spanned, Whole, Word};

/// A file of one source.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PreparationFile {
    pub source: Word,
    pub about: Subject,
    pub country: Word,
    /// Records that the growth of the others is told beside.
    #[serde(default)]
    pub beside: Vec<Word>,
    pub records: Vec<PreparationRecord>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PreparationRecord {
    pub code: Word,
    pub title: Option<String>,
    pub note: Option<String>,
    pub people: Option<Whole<u32>>,
    pub change_a_year: Option<Whole<i32>>,
    pub growth: Option<WrittenGrowth>,
    pub openings_a_year: Option<Whole<u32>>,
    pub reason: Option<String>,
    pub entry_education: Option<String>,
    pub related_experience: Option<String>,
    pub training: Option<String>,
    pub job_zone: Option<Spanned<Whole<u8>>>,
    pub education_needed: Option<EducationNeeded>,
    pub experience_needed: Option<ExperienceNeeded>,
    pub education_held: Option<EducationHeld>,
    pub years_held: Option<WrittenSpread>,
    pub months_asked: Option<MonthsAsked>,
    pub diploma: Option<WrittenDiploma>,
    #[serde(default)]
    pub mentions_experience: bool,
    #[serde(default)]
    pub degrees_held: Vec<DegreesHeld>,
    pub certificates: Option<ByProficiency<Vec<Word>>>,
    pub degree_counts: Option<ByProficiency<String>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenGrowth {
    /// May be negative.
    pub percent: Spanned<Fraction>,
    pub from: Spanned<Whole<u16>>,
    pub to: Spanned<Whole<u16>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EducationNeeded {
    pub below_bachelor: Spanned<Decimal>,
    pub bachelor: Spanned<Decimal>,
    pub master_or_more: Spanned<Decimal>,
    pub n: Whole<u32>,
    pub date: String,
    pub by: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExperienceNeeded {
    pub up_to_1_year: Spanned<Decimal>,
    pub from_1_to_4_years: Spanned<Decimal>,
    pub from_4_to_8_years: Spanned<Decimal>,
    pub over_8_years: Spanned<Decimal>,
    pub n: Whole<u32>,
    pub date: String,
    pub by: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EducationHeld {
    pub below_bachelor: Spanned<Decimal>,
    pub bachelor: Spanned<Decimal>,
    pub master_or_more: Spanned<Decimal>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenSpread {
    pub n: Whole<u32>,
    pub p10: Spanned<Decimal>,
    pub p25: Spanned<Decimal>,
    pub median: Spanned<Decimal>,
    pub p75: Spanned<Decimal>,
    pub p90: Spanned<Decimal>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MonthsAsked {
    pub adverts: Whole<u32>,
    pub n: Whole<u32>,
    pub p10: Spanned<Decimal>,
    pub p25: Spanned<Decimal>,
    pub median: Spanned<Decimal>,
    pub p75: Spanned<Decimal>,
    pub p90: Spanned<Decimal>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenDiploma {
    pub lowest: String,
    pub highest: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DegreesHeld {
    pub region: Word,
    pub n: Whole<u32>,
    pub no_degree: Spanned<Decimal>,
    pub associate: Spanned<Decimal>,
    pub bachelor: Spanned<Decimal>,
    pub master: Spanned<Decimal>,
    pub doctorate: Spanned<Decimal>,
    pub other: Spanned<Decimal>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, bound = "T: Deserialize<'de>")]
pub struct ByProficiency<T> {
    pub basic: Option<T>,
    pub intermediate: Option<T>,
    pub advanced: Option<T>,
}

/// A certificate of the vocabulary.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    pub id: Word,
    #[serde(alias = "name")]
    pub title: Option<Word>,
    pub short: Option<Word>,
    pub issuer: Option<Word>,
    pub aliases: Option<Vec<Word>>,
}

/// A record of a source that stands for a role.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PreparationLink {
    pub source: Word,
    pub record: Word,
    #[serde(rename = "match")]
    pub quality: Match,
}

/// What a company asks for, in its own words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requires {
    pub years: Option<Word>,
    pub education: Option<Word>,
    #[serde(default)]
    pub certificates: Vec<Word>,
}
