//! Competencies of two catalogs that are one by two names, or of which one is a part of another.
//!
//! Where a person says a level of one and nothing of the other, the level is carried across: between two names of
//! one competency as it is; from a whole to its parts as it is; to a whole the mean of its parts, rounded down to a
//! step, in which a part that nobody claims counts nothing.

use std::collections::BTreeMap;

use crate::catalog::Catalog;
use crate::catalog::model::{CompetencyIx, Proficiency, Profile, Rating};
use crate::query::claims::Claims;

/// What corresponds to what.
#[derive(Default)]
pub struct Counterparts {
    /// The one that a competency is by another name: the last of those that say so of each other.
    same: BTreeMap<CompetencyIx, CompetencyIx>,
    /// By whole: its parts.
    parts: BTreeMap<CompetencyIx, Vec<CompetencyIx>>,
}

impl Counterparts {
    pub fn new(catalog: &Catalog<'_>) -> Self {
        let all: Vec<_> = catalog.competency_heads().collect();
        let mut counterparts = Self::default();
        for (at, competency) in all.iter().enumerate() {
            let next = |at: &CompetencyIx| all[at.at()].same_as;
            if let Some(last) = std::iter::successors(competency.same_as, next).take(all.len()).last() {
                counterparts.same.insert(at.into(), last);
            }
            for whole in &competency.part_of {
                counterparts.parts.entry(*whole).or_default().push(at.into());
            }
        }
        counterparts
    }

    /// How many competencies are others by another name.
    pub fn doubled(&self) -> usize {
        self.same.len()
    }

    fn first_name(&self, of: CompetencyIx) -> CompetencyIx {
        self.same.get(&of).copied().unwrap_or(of)
    }

    /// Carries levels to what corresponds to what is claimed. Returns what they were carried to.
    pub fn carry(&self, claims: &mut Claims) -> Vec<CompetencyIx> {
        let mut carried = Vec::new();
        // Most catalogs have none, and a large team is carried one by one.
        if self.same.is_empty() && self.parts.is_empty() {
            return carried;
        }
        let mut put = |claims: &mut Claims, at: CompetencyIx, level: Proficiency| {
            if !claims.competencies.contains_key(&at) && !claims.no_competencies.contains(&at) {
                claims.competencies.insert(at, level);
                carried.push(at);
            }
        };
        self.across(claims, &mut put);
        let said = claims.competencies.clone();
        for (whole, parts) in &self.parts {
            match said.get(whole) {
                Some(level) => parts.iter().for_each(|part| put(claims, *part, *level)),
                None => {
                    let level = |part: &CompetencyIx| said.get(part).map_or(0, |level| usize::from(level.score()));
                    let mean = parts.iter().map(level).sum::<usize>() / parts.len().max(1);
                    let step = Proficiency::ALL.into_iter().rev().find(|step| usize::from(step.score()) <= mean);
                    step.into_iter().for_each(|step| put(claims, *whole, step));
                }
            }
        }
        self.across(claims, &mut put);
        carried
    }

    /// Carries each level to all names of its competency: of several that are claimed the highest.
    fn across(&self, claims: &mut Claims, put: &mut impl FnMut(&mut Claims, CompetencyIx, Proficiency)) {
        let mut highest: BTreeMap<CompetencyIx, Proficiency> = BTreeMap::new();
        for (at, level) in claims.competencies.iter() {
            let held = highest.entry(self.first_name(*at)).or_insert(*level);
            *held = (*held).max(*level);
        }
        for (other, first) in &self.same {
            if let Some(level) = highest.get(first) {
                put(claims, *other, *level);
                put(claims, *first, *level);
            }
        }
    }

    /// The rating of a role that stands for a competency: its own, that of the same by another name, or that of the
    /// heaviest part.
    pub fn rating<'p, 'a>(&self, profile: &'p Profile<'a>, of: CompetencyIx) -> Option<&'p Rating<'a>> {
        let own = profile.ratings.iter().find(|rating| rating.competency == of);
        let is_same = |rating: &&Rating<'a>| self.first_name(rating.competency) == self.first_name(of);
        let is_part = |rating: &&Rating<'a>| self.parts.get(&of).is_some_and(|it| it.contains(&rating.competency));
        own.or_else(|| profile.ratings.iter().find(is_same))
            .or_else(|| profile.ratings.iter().filter(is_part).max_by_key(|rating| rating.weight))
    }

    /// Whether a role is rated by what corresponds to a competency.
    pub fn is_spoken_for(&self, profile: &Profile<'_>, of: CompetencyIx) -> bool {
        let has = |whole: CompetencyIx| self.parts.get(&whole).is_some_and(|parts| parts.contains(&of));
        self.rating(profile, of).is_some() || profile.ratings.iter().any(|rating| has(rating.competency))
    }

    /// Whether a competency stands in the row of another one, of which the other roles are rated.
    pub fn stands_elsewhere(&self, profiles: &[Profile<'_>], of: CompetencyIx) -> bool {
        let rates = |profile: &Profile<'_>, at| profile.ratings.iter().any(|rating| rating.competency == at);
        let wholes = self.parts.iter().filter(|(_, parts)| parts.contains(&of)).map(|(whole, _)| *whole);
        let first = self.first_name(of);
        let others = self.same.iter().filter(|(other, name)| **name == first && **other < of).map(|(other, _)| *other);
        let mut rows = wholes.chain([first]).chain(others).filter(|row| *row != of);
        rows.any(|row| {
            let is_rated = profiles.iter().any(|profile| rates(profile, row));
            is_rated && !profiles.iter().any(|profile| rates(profile, row) && rates(profile, of))
        })
    }
}
