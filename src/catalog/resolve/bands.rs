//! Where the middle half of all roles lies: what one role is shown against.

use crate::catalog::model::{Band, Rating};
use crate::catalog::resolve::role::Resolved;
use crate::text::sorting::Arrange;

/// Of fewer roles than this that rate a competency nothing is said.
const FEWEST: usize = 20;

/// Returns the band of each competency over the roles that are shown; none where few of them rate it.
pub fn bands(competencies: usize, roles: &[Resolved<'_>]) -> Vec<Option<Band>> {
    let mut weights: Vec<Vec<u8>> = vec![Vec::new(); competencies];
    for role in roles.iter().filter(|role| !role.head.hidden) {
        // A profile begins with its ratings.
        let (ratings, _): (Vec<Rating<'_>>, _) = postcard::take_from_bytes(&role.profile).expect("it was encoded here");
        ratings.iter().for_each(|rating| weights[rating.competency.at()].push(rating.weight));
    }
    weights.into_iter().map(band).collect()
}

fn band(mut weights: Vec<u8>) -> Option<Band> {
    weights.arrange();
    let quartile = |number: usize| quartile(&weights, number);
    (weights.len() >= FEWEST).then(|| Band { low: quartile(1), median: quartile(2), high: quartile(3) })
}

/// The quartile of sorted weights, between two of them where it falls between; rounded half up.
fn quartile(sorted: &[u8], number: usize) -> u8 {
    let place = (sorted.len() - 1) * number;
    let (at, quarters) = (place / 4, place % 4);
    let below = usize::from(sorted[at]);
    let above = usize::from(sorted[(at + 1).min(sorted.len() - 1)]);
    u8::try_from((below * (4 - quarters) + above * quarters + 2) / 4).expect("it lies between two weights")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_the_weights_lie_in_the_band() {
        assert_eq!(band((1..=21).collect()), Some(Band { low: 6, median: 11, high: 16 }));
        assert_eq!(band(vec![70; 20]), Some(Band { low: 70, median: 70, high: 70 }));
        assert_eq!(quartile(&[10, 20], 1), 13);
        assert_eq!(quartile(&[10, 20, 30], 2), 20);
    }

    #[test]
    fn few_roles_have_no_band() {
        assert_eq!(band((1..20).collect()), None);
        assert_eq!(band(Vec::new()), None);
    }
}
