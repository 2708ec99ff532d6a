//! Along a ladder no level falls, and nothing weighty: where it would, neighbors get their mean.

use crate::catalog::model::{CompetencyIx, Hundredths, Leveled};
use crate::catalog::score::WEIGHTY;
use crate::catalog::score::weigh::Weighed;

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
        let mut those: Vec<&mut Weighed<'_>> =
            rungs.iter_mut().filter_map(|rung| rung.iter_mut().find(|it| is_read(it, competency))).collect();
        level_out(&mut those);
        if is_weighty {
            weigh_out(&mut those);
        }
    }
}

fn find<'w, 'a>(rung: &'w [Weighed<'a>], competency: CompetencyIx) -> Option<&'w Weighed<'a>> {
    rung.iter().find(|weighed| is_read(weighed, competency))
}

fn is_read(weighed: &Weighed<'_>, competency: CompetencyIx) -> bool {
    weighed.terms.competency == competency && weighed.terms.editors.is_some()
}

fn level_out(rungs: &mut [&mut Weighed<'_>]) {
    let levels: Vec<f64> = rungs.iter().map(|rung| rung.level.unwrap_or(0.0)).collect();
    for (rung, (before, after)) in rungs.iter_mut().zip(levels.iter().zip(rising(&levels))) {
        // A mean between two levels is the higher one.
        let after = (after / 25.0 + 0.5).floor() * 25.0;
        if after != *before {
            rung.level = Some(after);
            let weight = rung.terms.ladder.and_then(|ladder| ladder.weight);
            rung.terms.ladder = Some(Leveled { weight, level: Some(*before as u8) });
        }
    }
}

fn weigh_out(rungs: &mut [&mut Weighed<'_>]) {
    let weights: Vec<f64> = rungs.iter().map(|rung| rung.weight).collect();
    for (rung, (before, after)) in rungs.iter_mut().zip(weights.iter().zip(rising(&weights))) {
        if (after - before).abs() > 1e-9 {
            rung.weight = after;
            let level = rung.terms.ladder.and_then(|ladder| ladder.level);
            rung.terms.ladder = Some(Leveled { weight: Some(Hundredths::of(*before)), level });
        }
    }
}

/// Returns the values nearest to some that never fall: runs that would fall get their mean.
fn rising(values: &[f64]) -> Vec<f64> {
    let mut runs: Vec<(f64, usize)> = Vec::new();
    for value in values {
        runs.push((*value, 1));
        while let [.., (below, many), (above, more)] = runs[..]
            && below > above
        {
            runs.truncate(runs.len() - 2);
            let count = many + more;
            runs.push(((below * many as f64 + above * more as f64) / count as f64, count));
        }
    }
    runs.into_iter().flat_map(|(mean, count)| std::iter::repeat_n(mean, count)).collect()
}

#[cfg(test)]
mod tests {
    use super::rising;

    #[test]
    fn what_would_fall_gets_its_mean() {
        assert_eq!(rising(&[10.0, 30.0, 20.0, 40.0]), [10.0, 25.0, 25.0, 40.0]);
        assert_eq!(rising(&[50.0, 40.0, 30.0]), [40.0, 40.0, 40.0]);
        assert_eq!(rising(&[1.0, 2.0]), [1.0, 2.0]);
        assert_eq!(rising(&[]), [0.0; 0]);
    }
}
