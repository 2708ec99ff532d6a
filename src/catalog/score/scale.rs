//! How a framework's own scores stand on the readers' scale: by equal ranks over the roles that both know.

use crate::catalog::model::evidence::{Scale, Scales};
use crate::catalog::model::{CompetencyIx, Hundredths, Mapping, Match, Standing};
use crate::catalog::score::raw::Raws;
use crate::catalog::score::{CORRELATED, ENOUGH_TO_CONFIRM, ENOUGH_TO_MOVE, ONE_IN};
use crate::text::sorting::Arrange;

/// A role that was read, with the records that it maps to and what readers gave it.
pub struct Known<'k> {
    pub mapping: &'k Mapping,
    /// By competency: 0 to 100; none where nobody read it.
    pub weights: Vec<Option<f64>>,
}

/// A framework's own score, and what readers gave.
type Pair = (f64, f64);

/// Returns the scales of every framework.
pub fn scales(raws: &Raws<'_, '_>, known: &[Known<'_>], competencies: usize) -> Vec<Scales> {
    let mut pairs = vec![vec![Vec::<Pair>::new(); competencies]; raws.tables.frameworks.len()];
    for role in known {
        for (at, weight) in role.weights.iter().enumerate() {
            let Some(weight) = weight else { continue };
            for spoken in raws.spoken(role.mapping, CompetencyIx::from(at)) {
                if let Some(score) = spoken.score.filter(|_| spoken.quality < Match::Proxy) {
                    pairs[spoken.framework as usize][at].push((score, *weight));
                }
            }
        }
    }
    let of = |by_competency: Vec<Vec<Pair>>| Scales {
        pooled: scale(&by_competency.concat()),
        competencies: by_competency.iter().map(|pairs| scale(pairs)).collect(),
    };
    pairs.into_iter().map(of).collect()
}

fn scale(pairs: &[Pair]) -> Scale {
    let count = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
    let named: Vec<Pair> = pairs.iter().copied().filter(|(score, _)| *score > 0.0).collect();
    Scale {
        known: count(pairs.len()),
        named: count(named.len()),
        correlation: correlation(pairs).map(|rho| (rho * 100.0).round() as i8),
        middle: Hundredths::of(pairs.iter().map(|(_, weight)| weight).sum::<f64>() / pairs.len().max(1) as f64),
        steps: if named.len() < usize::from(ENOUGH_TO_CONFIRM) { Vec::new() } else { steps(&named) },
    }
}

/// Each score, with the mean of the weights that have its ranks.
fn steps(named: &[Pair]) -> Vec<(f32, Hundredths)> {
    let mut scores: Vec<f64> = named.iter().map(|(score, _)| *score).collect();
    let mut weights: Vec<f64> = named.iter().map(|(_, weight)| *weight).collect();
    scores.arrange_by(f64::total_cmp);
    weights.arrange_by(f64::total_cmp);
    let mut steps = Vec::new();
    let mut rank = 0;
    for alike in scores.chunk_by(|a, b| a == b) {
        let mean = weights[rank..rank + alike.len()].iter().sum::<f64>() / alike.len() as f64;
        steps.push((alike[0] as f32, Hundredths::of(mean)));
        rank += alike.len();
    }
    steps
}

impl Scale {
    /// Returns the weight that a score stands for, 0 to 100; none where too few roles tell.
    pub fn weight(&self, score: f64) -> Option<f64> {
        let (first, last) = (self.steps.first()?, self.steps.last()?);
        if score <= f64::from(first.0) {
            return Some(first.1.value());
        }
        let above = self.steps.iter().position(|(at, _)| f64::from(*at) >= score);
        let Some(above) = above else { return Some(last.1.value()) };
        let ((low, from), (high, to)) = (self.steps[above - 1], self.steps[above]);
        let part = (score - f64::from(low)) / f64::from(high - low);
        Some(from.value() + part * (to.value() - from.value()))
    }

    /// Tells whether the framework speaks for the competency at all, or knows too few roles to tell.
    pub fn speaks(&self) -> bool {
        self.known < ENOUGH_TO_CONFIRM || self.named * ONE_IN >= self.known
    }

    /// Tells what the framework's word on the competency can do.
    pub fn standing(&self, quality: Match) -> Standing {
        let is_correlated = self.correlation.is_some_and(|rho| rho >= CORRELATED);
        match self.known {
            _ if quality == Match::Proxy || !is_correlated || !self.speaks() => Standing::Shown,
            ENOUGH_TO_MOVE.. => Standing::Moves,
            ENOUGH_TO_CONFIRM.. => Standing::Confirms,
            _ => Standing::Shown,
        }
    }
}

/// The rank correlation of Spearman; none where either side is all alike, or there are too few.
fn correlation(pairs: &[Pair]) -> Option<f64> {
    if pairs.len() < usize::from(ENOUGH_TO_CONFIRM) {
        return None;
    }
    let (a, b) = (ranks(pairs.iter().map(|pair| pair.0)), ranks(pairs.iter().map(|pair| pair.1)));
    let middle = (pairs.len() as f64 - 1.0) / 2.0;
    let product = |x: &[f64], y: &[f64]| x.iter().zip(y).map(|(x, y)| (x - middle) * (y - middle)).sum::<f64>();
    let spread = (product(&a, &a) * product(&b, &b)).sqrt();
    (spread > 0.0).then(|| product(&a, &b) / spread)
}

/// The rank of each value from 0, equal ones sharing the mean of theirs.
fn ranks(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let values: Vec<f64> = values.collect();
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.arrange_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    let mut first = 0;
    for alike in order.chunk_by(|a, b| values[*a] == values[*b]) {
        let mean = first as f64 + (alike.len() as f64 - 1.0) / 2.0;
        alike.iter().for_each(|at| ranks[*at] = mean);
        first += alike.len();
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_ranks_get_equal_weights() {
        let pairs: Vec<Pair> = (0..10).map(|at| (f64::from(at / 2) + 1.0, f64::from(10 * at))).collect();
        let scale = scale(&pairs);
        assert_eq!((scale.known, scale.named), (10, 10));
        assert_eq!(scale.weight(1.0), Some(5.0));
        assert_eq!(scale.weight(1.5), Some(15.0));
        assert_eq!(scale.weight(9.0), Some(85.0));
        assert!(scale.correlation >= Some(98), "{:?}", scale.correlation);
    }

    #[test]
    fn what_is_all_alike_correlates_with_nothing() {
        let pairs: Vec<Pair> = (0..10).map(|at| (0.5, f64::from(at))).collect();
        assert_eq!(scale(&pairs).correlation, None);
        assert_eq!(scale(&pairs).standing(Match::Exact), Standing::Shown);
    }

    #[test]
    fn ranks_that_run_backwards_correlate_backwards() {
        let pairs: Vec<Pair> = (0..10).map(|at| (f64::from(at), f64::from(-at))).collect();
        assert_eq!(scale(&pairs).correlation, Some(-100));
    }
}
