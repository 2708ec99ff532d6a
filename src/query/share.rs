//! How much of a role is mastered.
//!
//! A fit is the part of a role that is mastered, 0 to 100. Each rated competency counts by its
//! weight, each tool by the proficiency that the role expects; competencies make four fifths of
//! the fit and tools one fifth, or either all of it where the other is not there. What is
//! mastered of one thing is the level claimed over the level asked, at most the whole of it:
//! raising a level never lowers a fit. What nobody rates is left out, and said.

use crate::catalog::model::{Profile, Rating, ToolUse};
use crate::query::claims::Claims;
use crate::query::need::Need;

/// The competencies' part of a fit; the tools' is the rest.
pub const COMPETENCIES: f64 = 0.8;

/// How many competencies a role asks for, whether or not somebody rates the level.
pub fn asked_for(asked: &Profile<'_>) -> usize {
    asked.ratings.iter().filter(|rating| rating.level != Some(0)).count()
}

/// Rounds down: 100 is all of it.
pub fn percent(share: f64) -> u8 {
    (share * 100.0 + 1e-9).floor().clamp(0.0, 100.0) as u8
}

/// The part of a role that is mastered, 0 to 1; none where nothing of it can be measured.
pub fn share(asked: &Profile<'_>, claims: &Claims) -> Option<f64> {
    let weights: f64 = rated(asked).map(|(rating, _)| f64::from(rating.weight)).sum();
    let mastered: f64 = rated(asked).map(|(rating, need)| mastered(rating, need, claims)).sum();
    let tool_weights: f64 = asked.tools.iter().map(|used| f64::from(used.proficiency.score())).sum();
    let tools: f64 = asked.tools.iter().map(|used| tool_mastered(used, claims)).sum();
    match (weights > 0.0, tool_weights > 0.0) {
        (true, true) => Some(COMPETENCIES * mastered / weights + (1.0 - COMPETENCIES) * tools / tool_weights),
        (true, false) => Some(mastered / weights),
        (false, true) => Some(tools / tool_weights),
        (false, false) => None,
    }
}

/// The competencies of a role that ask for a level, with that level.
pub fn rated<'p, 'a>(profile: &'p Profile<'a>) -> impl Iterator<Item = (&'p Rating<'a>, Need)> {
    profile.ratings.iter().filter_map(move |rating| Some((rating, Need::of(profile, rating)?)))
}

pub fn mastered(rating: &Rating<'_>, need: Need, claims: &Claims) -> f64 {
    let steps = need.steps(rating.competency, claims);
    let part = steps.map_or(0.0, |steps| f64::from(steps.have) / f64::from(steps.need));
    f64::from(rating.weight) * part.min(1.0)
}

pub fn tool_mastered(used: &ToolUse, claims: &Claims) -> f64 {
    let have = claims.tools.get(&used.tool).map_or(0, |level| level.score());
    f64::from(have.min(used.proficiency.score()))
}
