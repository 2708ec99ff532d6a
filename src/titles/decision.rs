//! What was decided of a title: a role, and how it was found, or roles that are listed.

use crate::catalog::model::RoleIx;
use crate::titles::rungs::Step;

/// How a role was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// The title is a name of the role.
    Exact,
    /// The title is a name of a role that this one stands for.
    Replaced,
    /// The title, or its head, has the words of a name.
    Words,
    /// The tail says which kind of a general title.
    Refined,
    /// The tool says it.
    Tool,
    /// The first of two titles.
    FirstOfTwo,
    /// It was weighed against all names.
    Weighed,
    /// It begins a name, and only of this role.
    Beginning,
    /// Several roles may be meant, or none.
    Unsure,
}

/// A role that a title may mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    pub role: RoleIx,
    /// 0 to 1.
    pub score: f32,
}

/// What was decided of a title.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// The role that is shown.
    pub role: Option<RoleIx>,
    pub how: How,
    /// 0 to 1.
    pub score: f32,
    /// Words that had no part in it.
    pub set_aside: Vec<String>,
    /// Words of a specialty whose ladder joins another there.
    pub joined: Vec<String>,
    /// What became of the seniority that the title names.
    pub step: Step,
    /// Best first; the role that is shown leads them.
    pub candidates: Vec<Candidate>,
}

/// What a list of roles is sure of at most.
pub const UNSURE: f32 = 0.9;

/// The most candidates that are listed.
pub const LISTED: usize = 8;

impl Decision {
    pub fn shown(role: RoleIx, how: How, score: f32, step: Step) -> Self {
        let candidates = vec![Candidate { role, score }];
        Self { role: Some(role), how, score, set_aside: Vec::new(), joined: Vec::new(), step, candidates }
    }

    /// The same roles as a list.
    pub fn unsure(self) -> Self {
        Self { role: None, how: How::Unsure, score: self.score.min(UNSURE), step: Step::Unnamed, ..self }
    }

    pub fn listed(roles: &[RoleIx], score: f32) -> Self {
        let candidates = roles.iter().take(LISTED).map(|role| Candidate { role: *role, score }).collect();
        Self {
            role: None,
            how: How::Unsure,
            score,
            set_aside: Vec::new(),
            joined: Vec::new(),
            step: Step::Unnamed,
            candidates,
        }
    }
}
