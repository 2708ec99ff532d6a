//! Pay: what sources publish under their labels, and which labels stand for a role.

use serde::{Deserialize, Serialize};

use crate::catalog::model::{Match, RegionIx, SeriesIx, SourceIx};

/// A published pay label that stands for a role.
#[derive(Serialize, Deserialize, Clone, Copy, Debug)]
pub struct PayLabel {
    pub series: SeriesIx,
    pub quality: Match,
    pub origin: u8,
    /// Whether the role's own file states the figures: a company's band.
    pub is_stated: bool,
}

/// What a source publishes under one label, in one currency and period.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct Series<'a> {
    pub source: SourceIx,
    pub label: &'a str,
    /// Classification code of the label, where the source has one.
    pub code: Option<&'a str>,
    /// ISO 4217.
    pub currency: &'a str,
    pub per: Period,
    pub basis: Basis,
    pub kind: PayKind,
    pub seniority: Option<Seniority<'a>>,
    /// What the best paid of the largest companies get: never what a role is paid.
    pub top_of_market: bool,
    pub note: Option<&'a str>,
    /// The world and countries. States and metropolitan areas stand in tables of their own.
    pub rows: Vec<PayRow<'a>>,
}

/// Which part of a label's people a figure is of, in the source's own words.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seniority<'a> {
    /// The label that is cut; it groups, and need not be published itself.
    pub of: &'a str,
    /// What it is cut by: `title`, `level`, `grade`, `years_coding`, `experience`.
    pub scale: &'a str,
    /// The cut: "senior level", "6 to 10 years of coding".
    pub word: &'a str,
}

impl Seniority<'_> {
    /// The scale of a company's own grades: the bands of a role's grades are cut by it.
    pub const GRADE: &'static str = "grade within the role";
}

#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub enum Period {
    Year,
    Month,
    Hour,
    Day,
}

impl Period {
    pub fn name(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Month => "month",
            Self::Hour => "hour",
            Self::Day => "day",
        }
    }
}

/// What a pay figure counts.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Before tax.
    Gross,
    /// After tax.
    Net,
    /// Total compensation before tax: salary, bonus, shares.
    Total,
}

impl Basis {
    pub fn name(self) -> &'static str {
        match self {
            Self::Gross => "gross",
            Self::Net => "net",
            Self::Total => "total",
        }
    }
}

/// Whether a figure was paid to somebody, offered to somebody, or offered to anybody; in the order of
/// preference.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub enum PayKind {
    Earned,
    /// To one person, and stated to an authority.
    Offered,
    Advertised,
}

impl PayKind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Earned => "earned",
            Self::Offered => "offered",
            Self::Advertised => "advertised",
        }
    }
}

/// One region's figures under a label.
#[derive(Clone, Copy, Debug)]
pub struct PayRow<'a> {
    pub region: RegionIx,
    pub year: u16,
    /// Respondents, adverts or employees, as the source says.
    pub n: Option<u32>,
    pub p10: Option<Money>,
    pub p25: Option<Money>,
    pub median: Option<Money>,
    pub p75: Option<Money>,
    pub p90: Option<Money>,
    /// The source itself warns that this row runs high or low.
    pub biased: bool,
    /// The source gives one figure for p25 to p90: more is not known.
    pub collapsed: bool,
    pub note: Option<&'a str>,
}

/// An amount in hundredths of the currency's unit, so that no figure passes through a float.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(pub u64);

impl Money {
    /// Returns the amount in the currency's unit; exact for every amount below 2^53 hundredths.
    pub fn value(self) -> f64 {
        self.0 as f64 / 100.0
    }
}
