//! What is typed, and the roles that it finds.

use crate::browse::answers::{Answers, At};
use crate::browse::scroll::Scroll;

/// What is typed, and what it finds.
#[derive(Debug, Default)]
pub struct Roles {
    pub typed: String,
    pub hits: Vec<At>,
    pub list: Scroll,
}

impl Roles {
    pub fn new(answers: &Answers<'_>, typed: String) -> Self {
        Self { hits: answers.sift(&typed), typed, list: Scroll::default() }
    }

    pub fn chosen(&self) -> Option<At> {
        self.hits.get(self.list.at).copied()
    }

    /// Chooses a role, where it is among those that are shown.
    pub fn choose(&mut self, role: At) {
        self.list.at = self.hits.iter().position(|at| *at == role).unwrap_or(0);
    }
}
