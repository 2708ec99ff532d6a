//! Getting in, and outlook: what sources say of occupations, titles and work roles.

use serde::Serialize;

use crate::view::{Entry, RegionName, RoleName, SourceName};

/// What one brings along, where a company says so, and what people and adverts say.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct GettingIn<'a> {
    /// What a catalog asks for, in its own words.
    pub requires: Option<Requires<'a>>,
    /// One record a source, years first.
    pub records: Vec<Prepared<'a>>,
}

#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Requires<'a> {
    pub years: Option<&'a str>,
    pub education: Option<&'a str>,
    pub certificates: Vec<&'a str>,
    /// The catalog that says so.
    pub catalog: &'a str,
}

/// What a record of a source says. What it does not say is absent.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Prepared<'a> {
    pub source: SourceName<'a>,
    pub record: &'a str,
    /// The occupation, title or work role, as published.
    pub title: &'a str,
    /// `occupation`: all grades together. `title`: a title and its grade. `work-role`: of an employer's own staff.
    pub about: &'a str,
    /// How well it names the role: `exact`, `close` or `proxy`.
    #[serde(rename = "match")]
    pub quality: &'a str,
    pub country: RegionName<'a>,
    pub year: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<&'a str>,
    /// In the occupation; of getting in those whose education is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
    /// People a year, of the past.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change_a_year: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub growth: Option<Growing>,
    /// The same of all jobs, and of all computing jobs.
    pub beside: Vec<Beside<'a>>,
    /// Growth and replacement together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub openings_a_year: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<&'a str>,
    /// Typical on entry to the occupation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry_education: Option<&'a str>,
    /// Typical on entry; absent for a senior role where it is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub related_experience: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub training: Option<&'a str>,
    /// O*NET's preparation, 1 (little) to 5 (extensive).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_zone: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub education_needed: Option<AnswersOf<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub experience_needed: Option<AnswersOf<'a>>,
    /// Highest education of those at work.
    pub education_held: Vec<Band<'a>>,
    /// Years in the trade of those who hold the title now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub years_held: Option<Quantiles>,
    /// Months of experience that adverts ask.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub months_asked: Option<AskedFor>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub diploma: Option<DiplomaSpan<'a>>,
    pub degrees_held: Vec<DegreesIn<'a>>,
    /// Any one of a list counts for the employer's own staff at that proficiency.
    pub certificates: Vec<OneOf<'a>>,
}

/// Projected change, in all and not a year.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Growing {
    pub percent: f64,
    pub from: u16,
    pub to: u16,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Beside<'a> {
    pub title: &'a str,
    pub percent: f64,
}

/// Answers of people at work, or of experts, in bands.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AnswersOf<'a> {
    pub bands: Vec<Band<'a>>,
    pub n: u32,
    /// Year and month.
    pub date: &'a str,
    /// `workers` or `experts`.
    pub by: &'a str,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Band<'a> {
    pub band: &'a str,
    pub percent: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Quantiles {
    /// How many people, or adverts.
    pub n: u32,
    /// Whether they are fewer than 20.
    pub few: bool,
    pub p10: f64,
    pub p25: f64,
    pub median: f64,
    pub p75: f64,
    pub p90: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AskedFor {
    /// Adverts in all; `n` of them ask.
    pub adverts: u32,
    #[serde(flatten)]
    pub months: Quantiles,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DiplomaSpan<'a> {
    pub lowest: &'a str,
    pub highest: &'a str,
    pub mentions_experience: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DegreesIn<'a> {
    pub region: RegionName<'a>,
    pub n: u32,
    pub bands: Vec<Band<'a>>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct OneOf<'a> {
    /// `basic`, `intermediate` or `advanced`.
    pub proficiency: &'a str,
    /// Ids, and the names in lists.
    pub certificates: Vec<Entry<'a>>,
    /// A degree that counts in their place.
    pub or_degree: Option<&'a str>,
}

/// `certificates`: those that sources name.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Certificates<'a> {
    pub certificates: Vec<CertificateEntry<'a>>,
}

#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CertificateEntry<'a> {
    #[serde(flatten)]
    pub certificate: Entry<'a>,
    /// The name in lists.
    pub short: &'a str,
    pub issuer: &'a str,
    pub aliases: Vec<&'a str>,
    /// Roles that it counts for.
    pub roles: usize,
}

/// `certificates ID`: one, and the roles that it counts for.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CertificatePage<'a> {
    #[serde(flatten)]
    pub certificate: CertificateEntry<'a>,
    pub counts_for: Vec<CountsFor<'a>>,
    /// Roles whose catalog asks for it, in words of its own.
    pub required_by: Vec<RequiredBy<'a>>,
}

/// A role for which a company asks for a certificate.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RequiredBy<'a> {
    pub role: RoleName<'a>,
    /// The catalog that says so.
    pub catalog: &'a str,
}

/// A role that a certificate counts for, by a work role of an employer's own staff.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CountsFor<'a> {
    pub role: RoleName<'a>,
    pub proficiencies: Vec<&'a str>,
    pub work_role: &'a str,
    #[serde(rename = "match")]
    pub quality: &'a str,
    pub source: SourceName<'a>,
}
