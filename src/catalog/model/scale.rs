//! Scales of a company's own for levels of competencies, and where its roles stand on them.

use serde::{Deserialize, Serialize};

use crate::catalog::model::{CompetencyIx, Proficiency, ScaleIx};

/// A scale of two to seven steps with words of their own, lowest first.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct OwnScale<'a> {
    #[serde(borrow)]
    pub steps: Vec<OwnStep<'a>>,
}

/// A step of a scale.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnStep<'a> {
    pub word: &'a str,
    /// The level of ours that it stands for, where somebody says.
    pub means: Option<Proficiency>,
}

impl<'a> OwnScale<'a> {
    /// Finds a step by its word; the lowest is 1.
    pub fn find(&self, word: &str) -> Option<(u8, OwnStep<'a>)> {
        let word = word.trim().to_lowercase();
        let at = self.steps.iter().position(|step| step.word.to_lowercase() == word)?;
        Some((u8::try_from(at + 1).ok()?, self.steps[at]))
    }

    /// The words of the steps, lowest first.
    pub fn words(&self) -> Vec<&'a str> {
        self.steps.iter().map(|step| step.word).collect()
    }

    /// How many steps it has.
    pub fn count(&self) -> u8 {
        u8::try_from(self.steps.len()).unwrap_or(u8::MAX)
    }
}

/// A step of a scale, without its words: what levels are measured by.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stand {
    pub scale: ScaleIx,
    /// From 1.
    pub step: u8,
    /// How many there are.
    pub steps: u8,
}

impl Stand {
    /// The part of the scale that it is, 0 to 100.
    pub fn percent(self) -> u8 {
        (u16::from(self.step) * 100 / u16::from(self.steps.max(1))).min(100) as u8
    }
}

/// Where a role's file puts a competency on a scale of the company's own.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    pub competency: CompetencyIx,
    pub stand: Stand,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_found_by_its_word() {
        let step = |word| OwnStep { word, means: None };
        let scale = OwnScale { steps: vec![step("Novice"), step("Able")] };
        assert_eq!(scale.find(" able ").map(|(at, step)| (at, step.word)), Some((2, "Able")));
        assert_eq!(scale.find("expert"), None);
        let stand = |step| Stand { scale: ScaleIx(0), step, steps: 3 }.percent();
        assert_eq!([1, 2, 3].map(stand), [33, 66, 100]);
    }
}
