//! The words that titles are made of, and the names of roles in them.

use serde::{Deserialize, Serialize};

use crate::catalog::model::RoleIx;

/// What a person of a title does there: the class of its function word.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    Administrator,
    Advocate,
    Analyst,
    Architect,
    Auditor,
    Coach,
    Consultant,
    Coordinator,
    Designer,
    Director,
    Engineer,
    Executive,
    Lead,
    Manager,
    Master,
    Officer,
    Operator,
    Owner,
    Planner,
    Recruiter,
    Scientist,
    Specialist,
    Support,
    Technician,
    Tester,
    Trainer,
    Writer,
}

/// What a word is, beside its class: a set of these.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, Default, PartialEq, Eq)]
#[serde(transparent)]
pub struct Kinds(pub u16);

impl Kinds {
    /// Says nothing of the work: articles, places, kinds of contract.
    pub const NOISE: Self = Self(1);
    /// Belongs to another trade: a title with it is not guessed.
    pub const OUTSIDE: Self = Self(1 << 1);
    /// Belongs to this trade.
    pub const TRADE: Self = Self(1 << 2);
    /// Begins a tail, as a comma does.
    pub const TAIL: Self = Self(1 << 3);
    /// Names a function only where nothing else does.
    pub const WEAK: Self = Self(1 << 4);
    /// Adds nothing to a general title.
    pub const GENERAL: Self = Self(1 << 5);
    /// Stands in the vocabulary, and not in names alone.
    pub const LEXEME: Self = Self(1 << 6);
    /// Phrases begin with it.
    pub const PHRASE: Self = Self(1 << 7);
    /// A specialty that makes a role of a general title.
    pub const REFINES: Self = Self(1 << 8);
    /// Many specialties share it: alone it tells none of them.
    pub const VAGUE: Self = Self(1 << 10);
    /// A tool's name.
    pub const TOOL: Self = Self(1 << 9);
    /// With the function behind it a function of its own, whatever stands before: `sales engineer`.
    pub const DECIDES: Self = Self(1 << 11);

    pub fn has(self, kinds: Self) -> bool {
        self.0 & kinds.0 != 0
    }

    pub fn add(&mut self, kinds: Self) {
        self.0 |= kinds.0;
    }
}

/// What is known of a word, or of a phrase of several.
#[derive(Serialize, Deserialize, Clone, Debug, Default)]
pub struct TitleWord<'a> {
    /// The words that it stands for; none where it stands for itself.
    #[serde(borrow)]
    pub means: Vec<&'a str>,
    /// The rank that it names, 1 to 9; 0 where it names none.
    pub rank: u8,
    pub class: Option<Class>,
    pub kinds: Kinds,
    /// Words that mean nearly the same, and how nearly, in hundredths.
    pub kin: Vec<(&'a str, u8)>,
    /// The role that a tool makes of a general title.
    pub makes: Option<RoleIx>,
    /// How much it tells, in hundredths; 0 where no name has it.
    pub weight: u16,
}

/// How a name came to a role: the lower, the surer.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TitleKind {
    Id,
    Title,
    Alias,
    /// A name that a source gives, in English.
    Sourced,
    /// A name in another language.
    Foreign,
}

/// A role that some words name.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct TitleRole {
    pub role: RoleIx,
    pub kind: TitleKind,
}

/// A name of a role, as words.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct TitleName {
    pub role: RoleIx,
    pub kind: TitleKind,
    /// Whether the role is of a catalog laid over another.
    pub is_above: bool,
    /// What the name says that a person does.
    pub class: Option<Class>,
    /// Whether it has a word as short as `CTO`.
    pub is_short: bool,
    /// Where in the table of words each stands, and how much it tells of this name, in thousandths.
    pub words: Vec<(u32, u16)>,
}
