//! What lies over a screen, and what was typed there.

use crate::browse::answers::{Answers, At};
use crate::browse::scroll::Scroll;

/// What a role is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    Target,
    Goal,
    Comparison,
}

/// A role that is looked for by typing.
#[derive(Debug)]
pub struct Pick {
    pub purpose: Purpose,
    pub typed: String,
    pub hits: Vec<At>,
    pub list: Scroll,
}

#[derive(Debug)]
pub enum Over {
    Help(Scroll),
    Pick(Pick),
    Find(Find),
    /// Leaving would lose what is not saved.
    Unsaved,
    /// The file has changed since it was read.
    Changed {
        then_leave: bool,
    },
}

impl Pick {
    /// All roles, with one of them chosen.
    pub fn new(answers: &Answers<'_>, purpose: Purpose, first: Option<At>) -> Self {
        let hits = answers.sift("");
        let at = first.and_then(|first| hits.iter().position(|at| *at == first)).unwrap_or(0);
        Self { purpose, typed: String::new(), hits, list: Scroll::at(at) }
    }

    pub fn what(&self) -> &'static str {
        match self.purpose {
            Purpose::Target => "the role that the way is to lead to",
            Purpose::Goal => "the role to be measured against",
            Purpose::Comparison => "a role to compare",
        }
    }
}

/// What is looked for, and the row that one came from.
#[derive(Debug)]
pub struct Find {
    pub typed: String,
    pub from: usize,
}
