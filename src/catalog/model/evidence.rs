//! What the frameworks, surveys and ladders say, by their own codes and labels. Kept in the baked
//! catalog for `why`, and for those who lay a catalog of their own over it.

use serde::{Deserialize, Serialize};

use crate::catalog::model::{
    CompetencyIx, EvidenceItem, EvidenceRows, EvidenceValue, Hundredths, Match, SourceIx, Statement,
};

/// All evidence but pay.
#[derive(Default, Clone)]
pub struct Tables<'a> {
    pub frameworks: Vec<Framework<'a>>,
    pub records: Vec<Record<'a>>,
    pub elements: Vec<Elements<'a>>,
    pub readings: Vec<Readings<'a>>,
    /// By framework, in the order of the frameworks.
    pub scales: Vec<Scales>,
    pub scoring: Scoring,
    pub technologies: Vec<Equipped<'a>>,
    pub usage: Vec<Usage<'a>>,
    pub moves: Vec<Move<'a>>,
    pub titles: Vec<Titles<'a>>,
}

/// What of it nothing but a catalog that is laid over this one asks for.
#[derive(Serialize, Deserialize)]
pub struct Beneath<'a> {
    #[serde(borrow)]
    pub readings: Vec<Readings<'a>>,
    pub technologies: Vec<Equipped<'a>>,
    pub usage: Vec<Usage<'a>>,
    pub moves: Vec<Move<'a>>,
}

/// What a source says of occupations or positions, each a [`Record`]. Four shapes cover all of them.
#[derive(Serialize, Deserialize, Clone)]
pub struct Framework<'a> {
    pub source: SourceIx,
    /// The source's id.
    pub name: &'a str,
    pub shape: Shape,
    /// Whether what a record does not name matters little to it.
    pub is_complete: bool,
    /// The framework whose ratings this one began with: the two share a vote.
    pub seeded_by: Option<&'a str>,
    /// Of lists: the kinds of their items.
    #[serde(borrow)]
    pub kinds: Vec<Kind<'a>>,
    /// Of ratings and relevance: the scale of each domain; an empty domain stands for all.
    pub scales: Vec<Ends<'a>>,
    /// Of levels: the scale's words or numbers, lowest first.
    pub steps: Vec<&'a str>,
    /// Of levels: records whose levels are all at the top, and tell nothing.
    pub full: Vec<&'a str>,
    /// What an element is called, where the records know it by a number; sorted.
    pub names: Vec<(&'a str, &'a str)>,
}

/// What the cells of a framework's records say.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// A number on a scale for each element.
    Ratings,
    /// How well each skill that is listed must be mastered.
    Levels,
    /// Items that belong to the record, by kind.
    Lists,
    /// How much each competence matters.
    Relevance,
}

/// What an item of a kind counts in a list.
#[derive(Serialize, Deserialize, Clone, Copy)]
pub struct Kind<'a> {
    pub name: &'a str,
    pub counts: Hundredths,
    /// Whether it can only add: a list with more of them says no less of the others.
    pub only_adds: bool,
}

/// The ends of a scale.
#[derive(Serialize, Deserialize, Clone, Copy)]
pub struct Ends<'a> {
    /// The part of an element before the colon.
    pub domain: &'a str,
    pub lowest: Hundredths,
    pub highest: Hundredths,
}

impl<'a> Framework<'a> {
    /// Returns the scale of an element.
    pub fn ends(&self, element: &str) -> Option<Ends<'a>> {
        let domain = element.split_once(':').map_or("", |(domain, _)| domain);
        let of = |domain: &str| self.scales.iter().find(|ends| ends.domain == domain).copied();
        of(domain).or_else(|| of(""))
    }

    /// Returns what a cell says, as the shape has it.
    pub fn value(&self, cell: &Cell<'_>) -> Option<EvidenceValue<'a>> {
        let at = cell.value.map(usize::from);
        match self.shape {
            Shape::Ratings | Shape::Relevance => {
                let ends = self.ends(cell.element)?;
                let value = Hundredths(cell.value?);
                Some(EvidenceValue::Rating { value, lowest: ends.lowest, highest: ends.highest })
            }
            Shape::Lists => Some(EvidenceValue::Kind(self.kinds.get(at?)?.name)),
            Shape::Levels => Some(match at.and_then(|at| self.steps.get(at)) {
                Some(step) => EvidenceValue::Step(step),
                None => EvidenceValue::Listed,
            }),
        }
    }

    /// Returns what an element is called.
    pub fn name_of(&self, element: &'a str) -> &'a str {
        let at = self.names.binary_search_by_key(&element, |(id, _)| id);
        at.map_or(element, |at| self.names[at].1)
    }
}

/// An occupation, a role level or a position of a framework.
#[derive(Clone)]
pub struct Record<'a> {
    /// Position of the framework.
    pub framework: u32,
    pub code: &'a str,
    pub title: &'a str,
    pub cells: Vec<Cell<'a>>,
}

impl<'a> Record<'a> {
    /// Returns the rows that speak for a competency, by the elements that do.
    pub fn said(&self, framework: &Framework<'a>, quality: Match, speaking: &[Element<'a>]) -> EvidenceRows<'a> {
        let row = |cell: &Cell<'a>| {
            let element = speaking.iter().find(|element| element.name == cell.element)?;
            Some(EvidenceItem {
                element: cell.element,
                name: framework.name_of(cell.element),
                is_weak: element.is_weak,
                value: framework.value(cell)?,
            })
        };
        let rows = self.cells.iter().filter_map(row).collect();
        EvidenceRows { source: framework.source, code: self.code, title: self.title, quality, rows }
    }
}

/// A record as it is kept: its elements by their numbers in the table of names.
#[derive(Serialize, Deserialize, Clone)]
pub struct BakedRecord<'a> {
    pub framework: u32,
    pub code: &'a str,
    pub title: &'a str,
    pub cells: Vec<(u32, Option<u16>)>,
}

/// What a record says of an element.
#[derive(Clone, Copy)]
pub struct Cell<'a> {
    pub element: &'a str,
    /// As the framework's shape reads it: hundredths on its scale, the position of a step, or of a kind;
    /// none for a skill that is listed without a level.
    pub value: Option<u16>,
}

/// The elements of a source that speak for competencies.
#[derive(Serialize, Deserialize, Clone)]
pub struct Elements<'a> {
    /// The source's id.
    pub source: &'a str,
    #[serde(borrow)]
    pub elements: Vec<Element<'a>>,
}

#[derive(Serialize, Deserialize, Clone, Copy, PartialEq, Eq)]
pub struct Element<'a> {
    pub name: &'a str,
    pub competency: CompetencyIx,
    /// It points to the competency, and is not the competency itself.
    pub is_weak: bool,
}

/// What readers gave the competencies of a role.
#[derive(Serialize, Deserialize, Clone)]
pub struct Readings<'a> {
    /// The role's id.
    pub role: &'a str,
    #[serde(borrow)]
    pub cells: Vec<ReadCell<'a>>,
}

#[derive(Serialize, Deserialize, Clone)]
pub struct ReadCell<'a> {
    pub competency: CompetencyIx,
    #[serde(borrow)]
    pub readings: Vec<Reading<'a>>,
    pub judged: Option<Judged<'a>>,
}

/// A weight and a level as one reader gave them, aligned with the reader's other batches.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub struct Reading<'a> {
    /// 0 to 100, in hundredths.
    pub weight: Hundredths,
    /// 0 (none) to 4 (expert).
    pub level: u8,
    /// The reason, of a cell that was read alone; else empty.
    pub why: &'a str,
}

/// What was judged again, and stands in the place of the readings: a weight, a level or both.
#[derive(Serialize, Deserialize, Clone, Copy, Debug)]
pub struct Judged<'a> {
    /// None where the median stands.
    pub weight: Option<u8>,
    /// 0 (none) to 4 (expert); none where the median stands.
    pub level: Option<u8>,
    pub why: &'a str,
}

/// How a framework's own scores stand on the readers' scale.
#[derive(Serialize, Deserialize, Clone, Default, Debug)]
pub struct Scales {
    /// By competency.
    pub competencies: Vec<Scale>,
    /// Of all competencies together: for one that nobody has read.
    pub pooled: Scale,
}

/// How the scores of a framework for a competency stand on the readers' scale, by equal ranks.
#[derive(Serialize, Deserialize, Clone, Default, Debug)]
pub struct Scale {
    /// Roles with readings that the framework knows exactly or closely.
    pub known: u16,
    /// Those of them that it names the competency for.
    pub named: u16,
    /// Rank correlation with the readings, in hundredths; none where all scores are alike.
    pub correlation: Option<i8>,
    /// The mean of what readers gave those roles.
    pub middle: Hundredths,
    /// Scores that stand for a weight, lowest first; weights in hundredths.
    pub steps: Vec<(f32, Hundredths)>,
}

/// How far evidence moves the readers' weights, and what came of it.
#[derive(Serialize, Deserialize, Clone, Default, Debug)]
pub struct Scoring {
    /// The source that readings are.
    pub readers: Option<SourceIx>,
    /// The share of the outside scores, 0 to 0.15, in thousandths, where a competency has none of its own.
    pub share: u16,
    pub shares: Vec<(CompetencyIx, u16)>,
    pub measured: Option<Measured>,
}

impl Scoring {
    /// Returns the share of the outside scores in a competency's weight, 0 to 1.
    pub fn share_of(&self, competency: CompetencyIx) -> f64 {
        let own = self.shares.iter().find(|(of, _)| *of == competency).map(|(_, share)| *share);
        f64::from(own.unwrap_or(self.share)) / 1000.0
    }
}

/// How far the weights lie from cells that were rated apart.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    pub cells: u16,
    /// Mean absolute error, in hundredths.
    pub error: Hundredths,
    /// Of 100 cells.
    pub within_15: u8,
    /// Of 100 levels.
    pub levels: u8,
    pub orderings: u16,
    /// Of 100 orderings.
    pub held: u8,
}

/// The technologies of an O*NET occupation.
#[derive(Serialize, Deserialize, Clone)]
pub struct Equipped<'a> {
    pub code: &'a str,
    #[serde(borrow)]
    pub technologies: Vec<Technology<'a>>,
}

#[derive(Serialize, Deserialize, Clone, Copy)]
pub struct Technology<'a> {
    pub name: &'a str,
    pub hot: bool,
    pub in_demand: bool,
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
