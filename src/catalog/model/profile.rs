//! What a role asks for and is paid: the part of it that is read apart.

use serde::{Deserialize, Serialize};

use crate::catalog::model::{CompetencyIx, PayLabel, Placed, Rating, SourceIx, Stand, ToolIx, preparation};

/// What a role asks for, lives in and is paid by.
#[derive(Serialize, Deserialize, Clone, Debug, Default)]
pub struct Profile<'a> {
    /// By weight, heaviest first.
    #[serde(borrow)]
    pub ratings: Vec<Rating<'a>>,
    pub tools: Vec<ToolUse>,
    /// In the order of the role's file.
    pub pay: Vec<PayLabel>,
    /// In the order of the role's file: by source, then by match.
    pub preparation: Vec<preparation::PreparationLink>,
    /// What is expected of a competency, in words; in the order of the role's file.
    pub expectations: Vec<Expectation<'a>>,
    /// Where it stands on scales of a company's own; in the order of the role's file.
    pub placed: Vec<Placed>,
}

/// What a role's file says that it expects of a competency.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct Expectation<'a> {
    pub competency: CompetencyIx,
    #[serde(borrow)]
    pub says: Vec<&'a str>,
}

impl<'a> Profile<'a> {
    /// Returns what is expected of a competency.
    pub fn expects(&self, of: CompetencyIx) -> Vec<&'a str> {
        let expected = self.expectations.iter().filter(|it| it.competency == of);
        expected.flat_map(|it| it.says.iter().copied()).collect()
    }

    /// Returns where a competency stands on a scale of a company's own.
    pub fn stand(&self, of: CompetencyIx) -> Option<Stand> {
        self.placed.iter().find(|it| it.competency == of).map(|it| it.stand)
    }
}

/// How well something is mastered, as a word.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[serde(rename_all = "kebab-case")]
pub enum Proficiency {
    Awareness,
    Working,
    Practitioner,
    Expert,
}

impl Proficiency {
    pub const ALL: [Self; 4] = [Self::Awareness, Self::Working, Self::Practitioner, Self::Expert];

    /// Returns the word for a level from 0 to 100, in four bands around 25, 50, 75 and 100.
    pub fn of_level(level: u8) -> Self {
        match level {
            0..=37 => Self::Awareness,
            38..=62 => Self::Working,
            63..=87 => Self::Practitioner,
            _ => Self::Expert,
        }
    }

    /// Returns the word for a level from 0 to 100 that somebody gave; `none` for 0.
    pub fn word(level: u8) -> &'static str {
        if level == 0 { "none" } else { Self::of_level(level).name() }
    }

    /// Returns the middle of the word's band: 25, 50, 75 or 100.
    pub fn score(self) -> u8 {
        25 * (self as u8 + 1)
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Awareness => "awareness",
            Self::Working => "working",
            Self::Practitioner => "practitioner",
            Self::Expert => "expert",
        }
    }
}

/// A tool of a role. The proficiency is the catalog's judgment; the rest is evidence.
#[derive(Serialize, Deserialize, Clone, Copy, Debug)]
pub struct ToolUse {
    pub tool: ToolIx,
    pub proficiency: Proficiency,
    /// O*NET: often asked for in postings for one of the role's occupations.
    pub in_demand: bool,
    /// O*NET: often asked for in postings of all kinds.
    pub hot: bool,
    /// Which of the role's first 32 O*NET occupations list it, as bits in their order.
    pub marked_by: u32,
    pub share: Option<Share>,
    pub origin: u8,
}

/// Which part of a survey's respondents worked with a tool.
#[derive(Serialize, Deserialize, Clone, Copy, Debug)]
pub struct Share {
    pub source: SourceIx,
    /// Per cent, 0 to 100.
    pub percent: u8,
    /// Respondents of the kind.
    pub respondents: u32,
}

/// Returns the bit that stands for a position; none beyond the 32nd, so that no two share one.
pub fn bit(position: usize) -> u32 {
    u32::try_from(position).ok().and_then(|position| 1u32.checked_shl(position)).unwrap_or(0)
}

/// How well a published label names a role.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[serde(rename_all = "kebab-case")]
pub enum Match {
    /// The label is the role's own title.
    Exact,
    /// A neighbouring or slightly wider label.
    Close,
    /// The broader group that the role belongs to.
    Proxy,
}

impl Match {
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Close => "close",
            Self::Proxy => "proxy",
        }
    }
}
