//! What a self-assessment claims, and what it leaves open.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::catalog::model::{CompetencyIx, OwnScale, Proficiency, RoleIx, ScaleIx, Stand, ToolIx};

/// The word for a level that is not claimed at all.
pub const NONE: &str = "none";

/// The word for what has no bearing on a person's work: it is taken out of the measure.
pub const NOT_APPLICABLE: &str = "n/a";

/// Where levels of ours stand on the scales of companies: by scale and level.
#[derive(Debug, Default, Clone)]
pub struct OursOn(Arc<[[Option<Reached>; 4]]>);

/// The step that a level of ours reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    pub step: u8,
    /// Whether it stands for that level; else for a lower one, and how far beyond it the level reaches nobody says.
    pub is_exact: bool,
}

impl OursOn {
    pub fn new(scales: &[OwnScale<'_>]) -> Self {
        Self(scales.iter().map(|scale| Proficiency::ALL.map(|level| reached(scale, level))).collect())
    }

    /// The step that a level of ours reaches; none where nobody says.
    pub fn reached(&self, scale: ScaleIx, level: Proficiency) -> Option<Reached> {
        self.0.get(scale.at())?[level as usize]
    }
}

fn reached(scale: &OwnScale<'_>, level: Proficiency) -> Option<Reached> {
    let at = scale.steps.iter().rposition(|step| step.means.is_some_and(|means| means <= level))?;
    Some(Reached { step: u8::try_from(at + 1).ok()?, is_exact: scale.steps[at].means == Some(level) })
}

/// What a person claims to master.
#[derive(Debug, Default, Clone)]
pub struct Claims {
    /// The role that the person holds, where the profile says.
    pub role: Option<RoleIx>,
    pub competencies: Claimed<CompetencyIx>,
    pub tools: Claimed<ToolIx>,
    /// What is claimed in a company's own words; with the level of ours beside it, where its step stands for one.
    pub stands: BTreeMap<CompetencyIx, Stand>,
    /// Where levels of ours stand on the scales of companies.
    pub ours_on: OursOn,
    /// What is said to be mastered not at all. It counts like what is not said.
    pub no_competencies: BTreeSet<CompetencyIx>,
    pub no_tools: BTreeSet<ToolIx>,
    /// What is said to have no bearing on the person's work: it is taken out of every measure.
    pub aside: BTreeSet<CompetencyIx>,
    pub tools_aside: BTreeSet<ToolIx>,
}

impl Claims {
    /// The word for the level claimed of a competency; none where nothing is said.
    pub fn said(&self, of: CompetencyIx) -> Option<&'static str> {
        let none = || self.no_competencies.contains(&of).then_some(NONE);
        self.competencies.get(&of).map(|level| level.name()).or_else(none)
    }

    /// Whether a level of a competency is claimed, of ours or on a scale of a company's own.
    pub fn is_claimed(&self, of: CompetencyIx) -> bool {
        self.competencies.contains_key(&of) || self.stands.contains_key(&of)
    }

    /// Of how many competencies a level is claimed, of ours or on a scale of a company's own.
    pub fn claimed(&self) -> usize {
        let alone = self.stands.keys().filter(|of| !self.competencies.contains_key(of)).count();
        self.competencies.all.len() + alone
    }

    /// Whether the profile says anything of a competency.
    pub fn is_said(&self, of: CompetencyIx) -> bool {
        self.said(of).is_some() || self.stands.contains_key(&of)
    }

    /// Whether a level of anything is claimed.
    pub fn has_levels(&self) -> bool {
        !self.competencies.is_empty() || !self.tools.is_empty() || !self.stands.is_empty()
    }

    /// The word for the level claimed of a tool; none where nothing is said.
    pub fn said_of_tool(&self, of: ToolIx) -> Option<&'static str> {
        let none = || self.no_tools.contains(&of).then_some(NONE);
        self.tools.get(&of).map(|level| level.name()).or_else(none)
    }
}

/// The position of something in its table.
pub trait Place: Copy + Ord {
    fn place(self) -> usize;
}

impl Place for CompetencyIx {
    fn place(self) -> usize {
        self.at()
    }
}

impl Place for ToolIx {
    fn place(self) -> usize {
        self.at()
    }
}

/// Levels by what they are claimed of, in the order of its table: of a large team they are looked up a hundred
/// million times.
#[derive(Debug, Clone)]
pub struct Claimed<Ix> {
    /// By position: none where nothing is claimed.
    levels: Vec<Option<Proficiency>>,
    all: Vec<(Ix, Proficiency)>,
}

impl<Ix> Default for Claimed<Ix> {
    fn default() -> Self {
        Self { levels: Vec::new(), all: Vec::new() }
    }
}

impl<Ix: Place> Claimed<Ix> {
    pub fn get(&self, of: &Ix) -> Option<&Proficiency> {
        self.levels.get(of.place())?.as_ref()
    }

    pub fn contains_key(&self, of: &Ix) -> bool {
        self.get(of).is_some()
    }

    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub fn values(&self) -> impl Iterator<Item = &Proficiency> {
        self.all.iter().map(|(_, level)| level)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&Ix, &Proficiency)> {
        self.all.iter().map(|(of, level)| (of, level))
    }

    /// Claims a level, and returns the one that was claimed before.
    pub fn insert(&mut self, of: Ix, level: Proficiency) -> Option<Proficiency> {
        if self.levels.len() <= of.place() {
            self.levels.resize(of.place() + 1, None);
        }
        match self.all.binary_search_by_key(&of, |(known, _)| *known) {
            Ok(at) => self.all[at].1 = level,
            Err(at) => self.all.insert(at, (of, level)),
        }
        self.levels[of.place()].replace(level)
    }

    /// Takes a claim back, and returns its level.
    pub fn remove(&mut self, of: &Ix) -> Option<Proficiency> {
        self.all.retain(|(known, _)| known != of);
        self.levels.get_mut(of.place())?.take()
    }
}

impl<Ix: Place> FromIterator<(Ix, Proficiency)> for Claimed<Ix> {
    fn from_iter<T: IntoIterator<Item = (Ix, Proficiency)>>(levels: T) -> Self {
        let mut claimed = Self::default();
        for (of, level) in levels {
            claimed.insert(of, level);
        }
        claimed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_claim_counts_and_order_is_that_of_the_table() {
        let [working, expert] = [Proficiency::Working, Proficiency::Expert];
        let mut claimed: Claimed<ToolIx> = [(ToolIx(7), working), (ToolIx(2), expert)].into_iter().collect();
        assert_eq!(claimed.insert(ToolIx(7), expert), Some(working));
        assert_eq!(claimed.get(&ToolIx(7)), Some(&expert));
        let mut fewer = claimed.clone();
        assert_eq!((fewer.remove(&ToolIx(7)), fewer.remove(&ToolIx(7))), (Some(expert), None));
        assert_eq!(fewer.iter().count(), 1);
        assert_eq!((claimed.get(&ToolIx(3)), claimed.get(&ToolIx(99))), (None, None));
        assert_eq!(claimed.iter().map(|(of, _)| of.0).collect::<Vec<_>>(), [2, 7]);
        assert!(!claimed.is_empty() && claimed.values().all(|level| *level == expert));
    }
}
