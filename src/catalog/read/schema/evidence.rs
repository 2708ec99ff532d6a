//! The files of evidence.

use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

use crate::catalog::model::evidence::Shape;
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
    /// The label that this one is a part of, by seniority.
    pub of: Option<Word>,
    /// The part, in the source's own words.
    pub seniority: Option<Word>,
    /// What the label is cut by.
    pub scale: Option<Word>,
    /// What the best paid of the largest companies get: never what a role is paid.
    #[serde(default)]
    pub top_of_market: bool,
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
    /// The source gives one figure for p25 to p90.
    #[serde(default)]
    pub collapsed: bool,
    pub note: Option<String>,
}

/// What a source says of occupations, role levels or positions.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Framework {
    pub source: Word,
    pub shape: Shape,
    /// Whether what a record does not name matters little to it.
    #[serde(default)]
    pub complete: bool,
    /// The framework whose ratings this one began with.
    pub seeded_by: Option<Word>,
    /// Of lists: what an item of each kind counts.
    #[serde(default)]
    pub kinds: Pairs<Spanned<Decimal>>,
    /// Of lists: the kinds that only add.
    #[serde(default)]
    pub adds: Vec<Word>,
    /// Of ratings and relevance: the lowest and the highest number.
    pub scale: Option<Scale>,
    /// Of levels: the words or numbers of its scale, lowest first.
    #[serde(default)]
    pub steps: Vec<Word>,
    /// Of levels: codes of records whose levels are all at the top, and tell nothing.
    #[serde(default)]
    pub full: Vec<Word>,
    /// What an element is called that the records know by a number.
    #[serde(default)]
    pub names: Pairs<Box<str>>,
    pub records: Vec<FrameworkRecord>,
}

/// A record of a framework: one of the four maps, as the framework's shape has it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameworkRecord {
    pub code: Word,
    pub title: Word,
    pub ratings: Option<Pairs<Spanned<Decimal>>>,
    pub levels: Option<Pairs<Option<Word>>>,
    pub items: Option<Pairs<Vec<Word>>>,
    pub relevance: Option<Pairs<Spanned<Decimal>>>,
}

/// A map in its order, each key with its place.
#[derive(Debug, Clone)]
pub struct Pairs<V>(pub Vec<(Word, V)>);

impl<V> Default for Pairs<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Pairs<V> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Each<V>(PhantomData<V>);
        impl<'de, V: Deserialize<'de>> Visitor<'de> for Each<V> {
            type Value = Pairs<V>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs<V>, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        from.deserialize_map(Each(PhantomData))
    }
}

/// The ends of a scale: `[0, 9]`, or `{skill: [1, 5], knowledge: [1, 3]}` by the domain of an element.
#[derive(Debug, Clone)]
pub enum Scale {
    One(Vec<Spanned<Decimal>>),
    ByDomain(Pairs<Vec<Spanned<Decimal>>>),
}

impl<'de> Deserialize<'de> for Scale {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Scale;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("the lowest and the highest number, or a map of them")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Scale, A::Error> {
                let mut ends = Vec::new();
                while let Some(end) = list.next_element()? {
                    ends.push(end);
                }
                Ok(Scale::One(ends))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Scale, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Scale::ByDomain(Pairs(pairs)))
            }
        }
        from.deserialize_any(Either)
    }
}

/// Weights and levels as a reader gave them, batch by batch or cell by cell, or what was judged again.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Readings {
    pub source: Word,
    /// Which reading it is.
    pub reading: Option<Spanned<Whole<u8>>>,
    /// The roles that stand in every batch, by which batches are brought to one scale.
    #[serde(default)]
    pub anchors: Vec<Word>,
    #[serde(default)]
    pub batches: Vec<Batch>,
    /// What was read cell by cell: it stands in no batch, and is not aligned.
    #[serde(default)]
    pub cells: Vec<ReasonedCell>,
    #[serde(default)]
    pub judged: Vec<JudgedCell>,
}

/// What was read at one sitting: by competency, then by role, as `80 expert`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Batch {
    pub batch: Spanned<Whole<u16>>,
    pub weights: Pairs<Pairs<Word>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReasonedCell {
    pub role: Word,
    pub competency: Word,
    pub weight: Spanned<Whole<u8>>,
    pub level: Word,
    pub why: String,
}

/// A cell that was judged again: its weight, its level, or both.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JudgedCell {
    pub role: Word,
    pub competency: Word,
    pub weight: Option<Spanned<Whole<u8>>>,
    pub level: Option<Word>,
    pub why: String,
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

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
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
    pub lang: Word,
    pub names: Vec<Word>,
}
