//! How like a person a role is.
//!
//! A fit says how much of a role is mastered, and every role below one's own is mastered whole. The likeness
//! says whether it is one's trade: closeness times shape, each 0 to 1.
//!
//! Closeness is how near the role's levels and tools are to what is claimed; asking for less is as unlike as
//! asking for more. It tells ranks apart. Trades of one rank ask for much the same levels, so it tells those
//! badly apart; shape does: Pearson's correlation of the levels claimed with the weights of the role, since
//! people are strongest where their trade weighs most. Of a correlation r the shape is (1 + r) / 2: levels
//! that run against the weights take all of it, and levels that have nothing to do with them half.
//!
//! Some roles ask for much the same level of everything, whatever its weight. Whose levels are those of the role
//! nearly to the letter loses little by that: the closer they are, the less the shape takes.

use crate::catalog::model::{CompetencyIx, Proficiency, Profile, Rating};
use crate::query::claims::Claims;
use crate::query::share::tool_mastered;

/// The levels' part of closeness, where tools are claimed: tools tell trades apart better than they tell how
/// much of a role is mastered.
const LEVELS: f64 = 0.7;
/// How soon the shape has its full say: three levels a step off leave it two thirds.
const TO_THE_LETTER: i32 = 32;

/// Closeness times shape, and the less of the shape the closer.
pub fn likeness(closeness: f64, shape: f64) -> f64 {
    closeness * (shape + (1.0 - shape) * closeness.powi(TO_THE_LETTER))
}

/// How near the levels and tools of a role are to what is claimed, 0 to 1. What is claimed and nobody rates for the
/// role counts as a level off; of what neither speaks of, nothing is off.
pub fn closeness(asked: &Profile<'_>, claims: &Claims, competencies: usize) -> f64 {
    let (mut off, mut rated, mut met) = (0.0, 0, 0);
    for rating in &asked.ratings {
        let Some(apart) = self::off(asked, rating, claims) else { continue };
        off += f64::from(apart);
        rated += 1;
        met += usize::from(claims.is_claimed(rating.competency));
    }
    let unrated = claims.claimed().saturating_sub(met).min(competencies.saturating_sub(rated)) as f64;
    let levels = 1.0 - (off + unrated * f64::from(Proficiency::Awareness.score())) / competencies.max(1) as f64 / 100.0;
    // Who names no tool says nothing of tools.
    match claims.tools.is_empty() || asked.tools.is_empty() {
        true => levels,
        false => LEVELS * levels + (1.0 - LEVELS) * tools_in_common(asked, claims),
    }
}

/// How far a person is strong where a role weighs most, 0 to 1; a half where nothing tells. It needs no level
/// of the role. A role that has weights for a few competencies alone tells as much less.
pub fn shape(asked: &Profile<'_>, claims: &Claims, competencies: usize) -> f64 {
    let pair = |rating: &Rating<'_>| (f64::from(claimed(claims, rating.competency)), f64::from(rating.weight));
    let pairs: Vec<(f64, f64)> = asked.ratings.iter().map(pair).collect();
    let known = pairs.len() as f64 / competencies.max(1) as f64;
    (1.0 + correlation(&pairs) * known.min(1.0)) / 2.0
}

/// How far a level is from the one claimed, 0 to 100: on one scale by the part of it that each step is, else by the
/// levels of ours; none where nobody says how the two compare.
fn off(asked: &Profile<'_>, rating: &Rating<'_>, claims: &Claims) -> Option<u8> {
    let of = rating.competency;
    let stand = if asked.placed.is_empty() { None } else { asked.stand(of) };
    match (stand, claims.stands.get(&of)) {
        (Some(stand), Some(held)) if held.scale == stand.scale => Some(stand.percent().abs_diff(held.percent())),
        (Some(stand), None) if rating.level.is_none() && !claims.competencies.contains_key(&of) => {
            Some(stand.percent())
        }
        _ => Some(rating.level?.abs_diff(claimed(claims, of))),
    }
}

/// The level claimed, 0 where nothing is said: of ours, or the part of a scale that is none of ours.
fn claimed(claims: &Claims, of: CompetencyIx) -> u8 {
    let own = || claims.stands.get(&of).map_or(0, |stand| stand.percent());
    claims.competencies.get(&of).map_or_else(own, |level| level.score())
}

/// Pearson's correlation; 0 where one side is all alike.
fn correlation(pairs: &[(f64, f64)]) -> f64 {
    let mean = |of: &dyn Fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / pairs.len().max(1) as f64;
    let (x, y) = (mean(&|pair| pair.0), mean(&|pair| pair.1));
    let product = mean(&|pair| (pair.0 - x) * (pair.1 - y));
    let spread = (mean(&|pair| (pair.0 - x).powi(2)) * mean(&|pair| (pair.1 - y).powi(2))).sqrt();
    if spread > 0.0 { product / spread } else { 0.0 }
}

/// The part of the tools of a role and of a person that both have, 0 to 1.
fn tools_in_common(asked: &Profile<'_>, claims: &Claims) -> f64 {
    let score = |level: &Proficiency| f64::from(level.score());
    let both: f64 = asked.tools.iter().map(|used| tool_mastered(used, claims)).sum();
    let asked: f64 = asked.tools.iter().map(|used| score(&used.proficiency)).sum();
    let claimed: f64 = claims.tools.values().map(score).sum();
    // Of two levels the lower is common to both; the higher is the rest of the sum.
    both / (asked + claimed - both).max(1.0)
}

#[cfg(test)]
mod tests {
    use super::{correlation, likeness};

    #[test]
    fn levels_to_the_letter_are_not_held_against_the_weights() {
        assert!((likeness(1.0, 0.5) - 1.0).abs() < 1e-9);
        assert!((likeness(0.7, 0.5) - 0.35).abs() < 1e-4);
    }

    #[test]
    fn a_shape_is_told_by_what_goes_together() {
        assert!((correlation(&[(0.0, 10.0), (50.0, 40.0), (100.0, 70.0)]) - 1.0).abs() < 1e-9);
        assert!((correlation(&[(0.0, 70.0), (50.0, 40.0), (100.0, 10.0)]) + 1.0).abs() < 1e-9);
        assert_eq!(correlation(&[(50.0, 70.0), (50.0, 40.0)]), 0.0);
        assert_eq!(correlation(&[]), 0.0);
    }
}
