//! Along a ladder nothing falls that readers did not mean to fall: neighbors get their mean instead.
//!
//! This is the whole rule. A weight may fall by more than two readings are off by from one rung to the next: then
//! readers said that the craft matters less there, as it does for fellows and directors, and it stands as it was
//! read; so does the level beside it, where the weight that is left is no longer weighty. Elsewhere no level falls on
//! the way up, and no weight that is weighty at the base: the rungs get their mean, the base counting most. So a rung
//! moves by few points, six at most in the built-in catalog.

use crate::catalog::model::{CompetencyIx, Hundredths, Leveled};
use crate::catalog::score::weigh::Weighed;
use crate::catalog::score::{FALLS, WEIGHTY};

/// Evens out the rungs of a ladder that readers read, lowest first. `base` is the position of the rung that
/// the ladder grows from.
pub fn even_out(rungs: &mut [&mut Vec<Weighed<'_>>], base: usize) {
    let mut competencies: Vec<CompetencyIx> = Vec::new();
    for weighed in rungs.iter().flat_map(|rung| rung.iter()) {
        if !competencies.contains(&weighed.terms.competency) {
            competencies.push(weighed.terms.competency);
        }
    }
    for competency in competencies {
        let is_weighty = find(rungs[base], competency).is_some_and(|weighed| weighed.weight >= WEIGHTY);
        let (counts, mut those): (Vec<f64>, Vec<&mut Weighed<'_>>) = rungs
            .iter_mut()
            .enumerate()
            .filter_map(|(at, rung)| Some((counts(at, base), rung.iter_mut().find(|it| is_read(it, competency))?)))
            .unzip();
        level_out(&mut those, &counts);
        if is_weighty {
            weigh_out(&mut those, &counts);
        }
    }
}

/// What a rung counts in a mean: the base most, which is what the trade is known by, and the less the more
/// rungs lie between. Few hold the last rungs of a long ladder, and where their craft matters less it must not
/// draw down what everybody below does all day.
fn counts(at: usize, base: usize) -> f64 {
    1.0 / (1 + at.abs_diff(base)) as f64
}

fn find<'w, 'a>(rung: &'w [Weighed<'a>], competency: CompetencyIx) -> Option<&'w Weighed<'a>> {
    rung.iter().find(|weighed| is_read(weighed, competency))
}

fn is_read(weighed: &Weighed<'_>, competency: CompetencyIx) -> bool {
    weighed.terms.competency == competency && weighed.terms.editors.is_some()
}

/// Evens out the levels, apart below and above each rung for which the competency stops to be weighty.
fn level_out(rungs: &mut [&mut Weighed<'_>], counts: &[f64]) {
    let falls = |at: &usize| rungs[*at].weight < WEIGHTY && rungs[at - 1].weight - rungs[*at].weight > FALLS;
    let ends: Vec<usize> = (1..rungs.len()).filter(falls).chain([rungs.len()]).collect();
    let mut start = 0;
    for end in ends {
        level_stretch(&mut rungs[start..end], &counts[start..end]);
        start = end;
    }
}

fn level_stretch(rungs: &mut [&mut Weighed<'_>], counts: &[f64]) {
    let levels: Vec<f64> = rungs.iter().map(|rung| rung.level.unwrap_or(0.0)).collect();
    for (rung, (before, after)) in rungs.iter_mut().zip(levels.iter().zip(rising(&levels, counts, f64::INFINITY))) {
        // A mean between two levels is the higher one.
        let after = (after / 25.0 + 0.5).floor() * 25.0;
        if after != *before {
            rung.level = Some(after);
            let weight = rung.terms.ladder.and_then(|ladder| ladder.weight);
            rung.terms.ladder = Some(Leveled { weight, level: Some(*before as u8) });
        }
    }
}

fn weigh_out(rungs: &mut [&mut Weighed<'_>], counts: &[f64]) {
    let weights: Vec<f64> = rungs.iter().map(|rung| rung.weight).collect();
    for (rung, (before, after)) in rungs.iter_mut().zip(weights.iter().zip(rising(&weights, counts, FALLS))) {
        if (after - before).abs() > 1e-9 {
            rung.weight = after;
            let level = rung.terms.ladder.and_then(|ladder| ladder.level);
            rung.terms.ladder = Some(Leveled { weight: Some(Hundredths::of(*before)), level });
        }
    }
}

/// Returns values near to some that never fall by so much or less: runs that would get their mean, each value
/// counting as it does.
fn rising(values: &[f64], counts: &[f64], most: f64) -> Vec<f64> {
    let mut runs: Vec<(f64, f64, usize)> = Vec::new();
    for (value, counts) in values.iter().zip(counts) {
        runs.push((*value, *counts, 1));
        while let [.., (below, less, many), (above, more, others)] = runs[..]
            && below > above
            && below - above <= most
        {
            runs.truncate(runs.len() - 2);
            runs.push(((below * less + above * more) / (less + more), less + more, many + others));
        }
    }
    runs.into_iter().flat_map(|(mean, _, many)| std::iter::repeat_n(mean, many)).collect()
}

#[cfg(test)]
mod tests {
    use super::{counts, rising};

    const ANY: f64 = f64::INFINITY;

    #[test]
    fn what_would_fall_gets_its_mean() {
        assert_eq!(rising(&[10.0, 30.0, 20.0, 40.0], &[1.0; 4], ANY), [10.0, 25.0, 25.0, 40.0]);
        assert_eq!(rising(&[50.0, 40.0, 30.0], &[1.0; 3], ANY), [40.0, 40.0, 40.0]);
        assert_eq!(rising(&[1.0, 2.0], &[1.0; 2], ANY), [1.0, 2.0]);
        assert_eq!(rising(&[], &[], ANY), [0.0; 0]);
    }

    #[test]
    fn a_fall_that_readers_mean_stands() {
        assert_eq!(rising(&[90.0, 86.0, 60.0], &[1.0; 3], 5.0), [88.0, 88.0, 60.0]);
        assert_eq!(
            rising(&[90.0, 84.0, 83.0, 80.0], &[1.0; 4], 5.0),
            [90.0, 82.333_333_333_333_33, 82.333_333_333_333_33, 82.333_333_333_333_33]
        );
    }

    #[test]
    fn the_base_counts_most() {
        assert_eq!([counts(0, 1), counts(1, 1), counts(3, 1)], [0.5, 1.0, 1.0 / 3.0]);
        assert_eq!(rising(&[90.0, 60.0], &[1.0, 0.5], ANY), [80.0, 80.0]);
    }
}
