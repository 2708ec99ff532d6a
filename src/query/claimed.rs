//! The levels that somebody claims, by what they are of: of a large team they are looked up a hundred million times.

use crate::catalog::model::{CompetencyIx, Proficiency, ToolIx};

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

/// Levels by what they are claimed of, in the order of its table.
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
        assert_eq!((claimed.get(&ToolIx(3)), claimed.get(&ToolIx(99))), (None, None));
        assert_eq!(claimed.iter().map(|(of, _)| of.0).collect::<Vec<_>>(), [2, 7]);
        assert!(!claimed.is_empty() && claimed.values().all(|level| *level == expert));
    }
}
