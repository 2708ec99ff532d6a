//! How people come to hold a role, and where it is heading: what sources say of occupations, titles and work
//! roles. Nearly all of it is of an occupation, all grades together.

use serde::{Deserialize, Serialize};

use crate::catalog::model::{CertificateIx, Hundredths, Match, PreparationIx, RegionIx, SourceIx};

/// A record of a source.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Preparation<'a> {
    pub source: SourceIx,
    pub about: Subject,
    /// Where it holds.
    pub country: RegionIx,
    pub code: &'a str,
    pub title: &'a str,
    pub note: Option<&'a str>,
    /// Records of the same source that its growth is told beside: all jobs, all computing jobs.
    pub beside: Vec<PreparationIx>,
    #[serde(borrow)]
    pub outlook: Option<Outlook<'a>>,
    pub entry: Option<Entry<'a>>,
    /// O*NET's preparation, 1 (little) to 5 (extensive).
    pub job_zone: Option<u8>,
    pub education_needed: Option<Answers<'a>>,
    pub experience_needed: Option<Answers<'a>>,
    /// Below a bachelor's degree, a bachelor's, a master's or more: per cent of those at work.
    pub education_held: Option<[Hundredths; 3]>,
    pub years_held: Option<Spread>,
    pub months_asked: Option<Asked>,
    pub diploma: Option<Diploma<'a>>,
    pub degrees_held: Vec<Degrees>,
    pub certificates: Option<Counting<'a>>,
}

/// What a record is of.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// All grades together.
    Occupation,
    /// A title and its grade.
    Title,
    /// A work role of an employer's own staff.
    WorkRole,
}

impl Subject {
    pub fn name(self) -> &'static str {
        match self {
            Self::Occupation => "occupation",
            Self::Title => "title",
            Self::WorkRole => "work-role",
        }
    }
}

/// People in an occupation, and how many there will be.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Outlook<'a> {
    pub people: Option<u32>,
    /// People a year, of the past.
    pub change_a_year: Option<i32>,
    pub growth: Option<Growth>,
    /// Growth and replacement together.
    pub openings_a_year: Option<u32>,
    pub reason: Option<&'a str>,
}

/// Projected change from one year to the other, in all.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Growth {
    /// Tenths of a per cent.
    pub tenths: i16,
    pub from: u16,
    pub to: u16,
}

/// What is typical on entry to an occupation.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    pub education: Option<&'a str>,
    pub experience: Option<&'a str>,
    pub training: Option<&'a str>,
}

/// What people say that an occupation needs.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Answers<'a> {
    /// Per cent of the answers, from little to much.
    pub bands: Vec<Hundredths>,
    pub n: u32,
    /// Year and month.
    pub date: &'a str,
    /// `workers` or `experts`.
    pub by: &'a str,
}

/// How something is spread over those who hold or ask it: years, or months.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    pub n: u32,
    /// p10, p25, median, p75, p90.
    pub quantiles: [Hundredths; 5],
}

/// Months of experience that adverts ask.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Adverts in all: those that ask are the spread's n.
    pub adverts: u32,
    pub months: Spread,
}

/// The span of diplomas that lead to a job in France.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Diploma<'a> {
    pub lowest: &'a str,
    pub highest: &'a str,
    /// Whether the source speaks of experience too.
    pub mentions_experience: bool,
}

/// Highest degrees of people.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Degrees {
    pub region: RegionIx,
    pub n: u32,
    /// None, associate, bachelor, master, doctorate, other: per cent.
    pub shares: [Hundredths; 6],
}

/// Certificates of which any one counts for an employer's own staff, at basic, intermediate and advanced
/// proficiency, and the degrees that count in their place.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Default)]
pub struct Counting<'a> {
    pub certificates: [Vec<CertificateIx>; 3],
    #[serde(borrow)]
    pub degrees: [Option<&'a str>; 3],
}

/// The proficiencies of [`Counting`].
pub const PROFICIENCIES: [&str; 3] = ["basic", "intermediate", "advanced"];

/// A record that stands for a role.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct PreparationLink {
    pub record: PreparationIx,
    pub quality: Match,
    pub origin: u8,
}

/// What a company asks for, in its own words.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Default)]
pub struct Requires<'a> {
    pub years: Option<&'a str>,
    pub education: Option<&'a str>,
    #[serde(borrow)]
    pub certificates: Vec<&'a str>,
    pub origin: u8,
}

/// A certificate.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct Certificate<'a> {
    pub id: &'a str,
    pub title: &'a str,
    /// The name in lists: `CISSP`.
    pub short: &'a str,
    pub issuer: &'a str,
    #[serde(borrow)]
    pub aliases: Vec<&'a str>,
}
