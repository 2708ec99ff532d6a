//! From readings and evidence to a competency's weight, level and confidence: the one documented method.
//!
//! Editors read each role by each competency; their median is the weight, moved a little towards what
//! outside sources say, and their median is the level. Sources that agree make a weight more certain.
//! What nobody has read rests on the sources alone. See `roles/README.md`, and
//! `vocabulary/scoring.yaml` for how far sources move a weight.

pub mod ladder;
pub mod matches;
pub mod raw;
pub mod scale;
pub mod weigh;

use crate::catalog::model::Match;
use crate::catalog::model::evidence::ReadCell;
use crate::text::sorting::Arrange;

/// The largest share of the outside scores in a weight.
pub const MOST_SHARE: f64 = 0.15;
/// The furthest that they move one.
pub const FURTHEST: f64 = 10.0;
/// Roles that a source must know exactly or closely to move the weights of a competency, and to confirm them.
pub const ENOUGH_TO_MOVE: u16 = 25;
pub const ENOUGH_TO_CONFIRM: u16 = 8;
/// A source speaks for a competency only where it names it for one in so many of the roles that it knows.
pub const ONE_IN: u16 = 10;
/// The rank correlation with the readings, in hundredths, that a source must have to count.
pub const CORRELATED: i8 = 40;
/// Readings lie close together within this.
pub const CLOSE: f64 = 15.0;
/// A source agrees within this.
pub const AGREES: f64 = 12.0;
/// The outside mean contests a weight beyond this.
pub const CONTESTS: f64 = 30.0;
/// What a competency weighs at the base of a ladder, if rungs are evened out.
pub const WEIGHTY: f64 = 60.0;
/// A weight that falls by so much or less from a rung to the next has not fallen: each is off by 6 in the mean.
pub const FALLS: f64 = 8.0;
/// Roles that one record of a framework can name closely.
pub const FEW: usize = 3;

/// What a match counts among the outside scores of a weight.
pub fn counts(quality: Match) -> f64 {
    match quality {
        Match::Exact => 1.0,
        Match::Close => 0.6,
        Match::Proxy => 0.0,
    }
}

/// Returns the weight that readers give a cell, 0 to 100: what was judged again, or the median.
pub fn editors(cell: &ReadCell<'_>) -> f64 {
    let median = || median(cell.readings.iter().map(|reading| reading.weight.value()).collect());
    cell.judged.and_then(|judged| judged.weight).map_or_else(median, f64::from)
}

/// Returns the level that readers give a cell, 0 (none) to 4 (expert).
pub fn level(cell: &ReadCell<'_>) -> u8 {
    let median = || median(cell.readings.iter().map(|reading| f64::from(reading.level)).collect());
    cell.judged.and_then(|judged| judged.level).unwrap_or_else(|| (median() + 0.5).floor() as u8)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.arrange_by(f64::total_cmp);
    match (values.len(), values.len() / 2) {
        (0, _) => 0.0,
        (many, middle) if many % 2 == 1 => values[middle],
        (_, middle) => f64::midpoint(values[middle - 1], values[middle]),
    }
}
