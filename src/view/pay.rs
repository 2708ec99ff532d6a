//! Pay: one figure, and the answers of `salary`.

use serde::Serialize;

use crate::view::{Amount, Entry, RoleName, SourceName};

/// A region, as figures name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RegionName<'a> {
    pub id: &'a str,
    pub name: &'a str,
    /// `world`, `country`, `state` or `metro`.
    pub level: &'a str,
}

/// What a role is paid in a region, by one source.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Pay<'a> {
    pub region: RegionName<'a>,
    pub p10: Option<Amount>,
    pub p25: Option<Amount>,
    pub median: Option<Amount>,
    pub p75: Option<Amount>,
    pub p90: Option<Amount>,
    /// ISO 4217; as published, never converted.
    pub currency: &'a str,
    /// `year`, `month`, `day` or `hour`; as published.
    pub per: &'a str,
    pub year: u16,
    /// Whether it is more than three years older than the catalog's newest source.
    pub old: bool,
    /// Respondents, adverts or employees, as the source says.
    pub n: Option<u32>,
    /// `gross`, `net` or `total` (total compensation before tax).
    pub basis: &'a str,
    /// `earned`, `offered` (to one person, and stated to an authority) or `advertised`.
    pub kind: &'a str,
    /// How well the label names the role: `exact`, `close` or `proxy`.
    #[serde(rename = "match")]
    pub quality: &'a str,
    /// The label that the source publishes the figure under.
    pub label: &'a str,
    /// The grade within the role that a company's band is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<Entry<'a>>,
    /// The part of a label's people that the figure is of, where the source cuts it.
    pub seniority: Option<Seniority<'a>>,
    /// Whether it is of every rank of the trade, and not of the role's alone.
    pub all_ranks: bool,
    /// Whether its label names another rank than the role's: a senior's pay where the role is a staff engineer.
    pub another_rank: bool,
    /// Whether it is of the best paid of the largest companies: never what the role is paid.
    pub top_of_market: bool,
    /// Whether another source knows most rungs of the role's ladder there, and not this one.
    pub another_source: bool,
    /// Whether the source gives one figure for several of p25, median, p75 and p90; the notes say which.
    pub collapsed: bool,
    pub source: SourceName<'a>,
    /// What the source warns of.
    pub notes: Vec<&'a str>,
    /// What a role's own file says beside the figure that it states: in `notes` too.
    #[serde(skip)]
    pub own_note: Option<&'a str>,
    /// The catalog that maps the label to the role.
    pub catalog: &'a str,
    /// Of a company's band: the best published figure of the same region.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Box<Published<'a>>>,
}

/// What is published of a role, beside a company's band of it.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Published<'a> {
    /// The role of a catalog beneath whose figure it is; none where it is of the role's own labels.
    pub of: Option<Entry<'a>>,
    pub pay: Pay<'a>,
    /// By how many percent the band's median lies above it. None where medians, currency, period, basis or kind do
    /// not agree, or it is not of the role's rank.
    pub difference: Option<i64>,
    /// Why there is no difference.
    pub why: Option<&'static str>,
}

impl Pay<'_> {
    /// Tells whether it is the role's own, and may stand beside others' in an order of pay.
    pub fn is_own(&self) -> bool {
        !self.all_ranks && !self.another_rank
    }
}

/// Which part of a label's people a figure is of, in the source's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Seniority<'a> {
    /// The label that is cut.
    pub of: &'a str,
    /// What it is cut by: `title`, `level`, `grade`, `years_coding` or `experience`.
    pub scale: &'a str,
    /// The part: `senior level`.
    pub said: &'a str,
}

/// `salary`: the pay of roles in regions.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Salaries<'a> {
    /// The regions that were asked for, as they were read.
    pub regions: Vec<RegionName<'a>>,
    pub rows: Vec<RolePay<'a>>,
    /// What the best paid of the largest companies get, of the roles and regions that were asked for.
    pub top_of_market: Vec<RolePay<'a>>,
    /// Roles that have no figure where one was asked for.
    pub without: Vec<RoleName<'a>>,
    /// Whether each source's own row is given, and not the best one of each region.
    #[serde(skip)]
    pub all_sources: bool,
    /// Whether the rows are the parts of labels, one block a source, label and region.
    #[serde(skip)]
    pub by_seniority: bool,
}

/// A role's pay in one region.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RolePay<'a> {
    pub role: RoleName<'a>,
    pub pay: Pay<'a>,
}
