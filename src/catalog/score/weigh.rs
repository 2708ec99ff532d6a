//! One weight and level, and the terms that they come from.

use crate::catalog::model::evidence::{ReadCell, Scale, Scales, Tables};
use crate::catalog::model::{CompetencyIx, Confidence, Heard, Hundredths, Mapping, Moved, Standing, Terms};
use crate::catalog::score;
use crate::catalog::score::raw::{Raws, Spoken, mean};
use crate::catalog::score::{AGREES, CLOSE, CONTESTS, FURTHEST, counts, editors};
use crate::text::sorting::Arrange;

/// A weight and level before its ladder has its say.
#[derive(Clone, Debug)]
pub struct Weighed<'a> {
    /// 0 to 100.
    pub weight: f64,
    /// 0 to 100; none where nobody says.
    pub level: Option<f64>,
    pub terms: Terms<'a>,
}

/// Everything that weights are computed from.
pub struct Weighing<'s, 't, 'a> {
    pub raws: &'s Raws<'t, 'a>,
    pub scales: &'s [Scales],
}

impl<'s, 't, 'a> Weighing<'s, 't, 'a> {
    fn tables(&self) -> &'t Tables<'a> {
        self.raws.tables
    }

    /// Returns the weight of a competency that readers read.
    pub fn read(&self, mapping: &Mapping, cell: &ReadCell<'a>) -> Weighed<'a> {
        let editors = editors(cell);
        let mut heard = self.heard(mapping, cell.competency, Some(editors));
        let best = heard.iter().map(|heard| heard.standing).min().unwrap_or(Standing::Shown);
        let those = |heard: &Heard| heard.standing == best && best <= Standing::Confirms;
        let outside = self.mean(&mut heard, |heard| if those(heard) { counts(heard.quality) } else { 0.0 });
        let moved = outside.filter(|_| best == Standing::Moves);
        let moved = moved.map(|(mean, votes)| self.moved(editors, mean, votes, cell.competency));
        let outside = outside.map(|(mean, _)| mean);
        let is_contested = outside.is_some_and(|outside| (outside - editors).abs() > CONTESTS);
        let confidence = confidence(cell, self.agreeing(&heard));
        Weighed {
            weight: moved.map_or(editors, |moved| moved.to.value()),
            level: Some(f64::from(score::level(cell)) * 25.0),
            terms: Terms {
                competency: cell.competency,
                readings: cell.readings.clone(),
                judged: cell.judged,
                editors: Some(Hundredths::of(editors)),
                heard,
                outside: outside.map(Hundredths::of),
                moved,
                ladder: None,
                confidence,
                is_contested,
            },
        }
    }

    /// Returns the weight of a competency that nobody has read: the mean of the outside scores, each counting by how
    /// far the source runs with the readings; what they lack of 1 in sum, the mean of what was read of other roles
    /// counts. A score of equal rank is as far out as the readings are, also of a source that hardly runs with them.
    pub fn unread(&self, mapping: &Mapping, competency: CompetencyIx) -> Option<Weighed<'a>> {
        let mut heard = self.heard(mapping, competency, None);
        let scale = |heard: &Heard| self.telling(heard.framework.into(), competency);
        let of = |heard: &Heard| scale(heard).correlation.map_or(1.0, |rho| f64::from(rho.max(0)) / 100.0);
        let (outside, votes) = self.mean(&mut heard, of)?;
        let middles = heard.iter().filter(|heard| heard.counts.0 > 0).map(|heard| scale(heard).middle.value());
        let from = Hundredths::of(mean(middles)?);
        let share = votes.min(1.0);
        let to = from.value() + share * (outside - from.value());
        let moved =
            (share < 1.0).then(|| Moved { from, share: (share * 1000.0).round() as u16, to: Hundredths::of(to) });
        let weight = moved.map_or(outside, |moved| moved.to.value());
        let level = mean(heard.iter().filter_map(|heard| heard.level).map(f64::from));
        let terms = Terms {
            competency,
            readings: Vec::new(),
            judged: None,
            editors: None,
            heard,
            outside: Some(Hundredths::of(outside)),
            moved,
            ladder: None,
            confidence: Confidence::C,
            is_contested: false,
        };
        Some(Weighed { weight, level, terms })
    }

    /// What the sources of a role say of a competency, on the readers' scale.
    fn heard(&self, mapping: &Mapping, competency: CompetencyIx, editors: Option<f64>) -> Vec<Heard> {
        let heard = |spoken: Spoken| {
            let scale = self.scale(spoken.framework, competency);
            let score = self.score(&spoken, competency);
            let standing = if score.is_some() { scale.standing(spoken.quality) } else { Standing::Shown };
            let is_close = |editors: f64| score.is_some_and(|score| (score - editors).abs() <= AGREES + NOISE);
            (score.is_some() || spoken.level.is_some()).then(|| Heard {
                framework: u8::try_from(spoken.framework).unwrap_or(u8::MAX),
                quality: spoken.quality,
                score: score.map(Hundredths::of),
                standing,
                counts: Hundredths(0),
                agrees: standing <= Standing::Confirms && editors.is_some_and(is_close),
                level: spoken.level,
            })
        };
        self.raws.spoken(mapping, competency).into_iter().filter_map(heard).collect()
    }

    /// A source's own score on the readers' scale. Silence is none: taken for 0 it lies 16 below the cells of
    /// the benchmark, and moves weights away from them. Where nobody has read the competency, the source's
    /// scale over all of them serves; where nobody has read anything, its own.
    fn score(&self, spoken: &Spoken, competency: CompetencyIx) -> Option<f64> {
        let own = spoken.score.filter(|own| *own > 0.0)?;
        let scale = self.scale(spoken.framework, competency);
        if !scale.speaks() {
            return None;
        }
        let pooled = || self.scales.get(spoken.framework as usize).and_then(|scales| scales.pooled.weight(own));
        scale.weight(own).or_else(pooled).or(Some(own * 100.0))
    }

    /// The scale that tells how far a source runs with the readings: that of the competency, or of all of them.
    fn telling(&self, framework: u32, competency: CompetencyIx) -> &Scale {
        let own = self.scale(framework, competency);
        let pooled = self.scales.get(framework as usize).map(|scales| &scales.pooled);
        if own.correlation.is_some() { own } else { pooled.unwrap_or(own) }
    }

    fn scale(&self, framework: u32, competency: CompetencyIx) -> &Scale {
        let scales = self.scales.get(framework as usize);
        scales.and_then(|scales| scales.competencies.get(competency.at())).unwrap_or(&UNKNOWN)
    }

    /// The mean of scores, and what they count together; notes what each counts. Frameworks that one was made of
    /// share a vote.
    fn mean(&self, heard: &mut [Heard], counts: impl Fn(&Heard) -> f64) -> Option<(f64, f64)> {
        let counted = |heard: &Heard| if heard.score.is_some() { counts(heard) } else { 0.0 };
        let alone: Vec<(&str, f64)> = heard.iter().map(|heard| (self.voter(heard), counted(heard))).collect();
        let (mut sum, mut whole) = (0.0, 0.0);
        for (one, (voter, counts)) in heard.iter_mut().zip(&alone).filter(|(_, (_, counts))| *counts > 0.0) {
            let sharing = alone.iter().filter(|(other, counts)| other == voter && *counts > 0.0).count();
            let vote = counts / sharing as f64;
            one.counts = Hundredths::of(vote);
            sum += vote * one.score.unwrap_or(Hundredths(0)).value();
            whole += vote;
        }
        (whole > 0.0).then(|| (sum / whole, whole))
    }

    /// The framework whose vote a source has.
    fn voter(&self, heard: &Heard) -> &'a str {
        let framework = &self.tables().frameworks[usize::from(heard.framework)];
        framework.seeded_by.unwrap_or(framework.name)
    }

    /// How many independent sources agree.
    fn agreeing(&self, heard: &[Heard]) -> usize {
        let mut voters: Vec<&str> = heard.iter().filter(|heard| heard.agrees).map(|heard| self.voter(heard)).collect();
        voters.arrange();
        voters.dedup();
        voters.len()
    }

    fn moved(&self, editors: f64, outside: f64, votes: f64, competency: CompetencyIx) -> Moved {
        let share = self.tables().scoring.share_of(competency) * votes / (votes + 1.0);
        let step = (share * (outside - editors)).clamp(-FURTHEST, FURTHEST);
        let (from, to) = (Hundredths::of(editors), Hundredths::of(editors + step));
        Moved { from, share: (share * 1000.0).round() as u16, to }
    }
}

/// What binary arithmetic may be wrong by.
const NOISE: f64 = 1e-6;

static UNKNOWN: Scale = Scale { known: 0, named: 0, correlation: None, middle: Hundredths(0), steps: Vec::new() };

/// Readings that lie close together and two sources that agree make an A; one of the two with less, a B.
fn confidence(cell: &ReadCell<'_>, agreeing: usize) -> Confidence {
    let weights = || {
        let judged = cell.judged.and_then(|judged| judged.weight).map(f64::from);
        cell.readings.iter().map(|reading| reading.weight.value()).chain(judged)
    };
    let spread = weights().fold(0.0, f64::max) - weights().fold(100.0, f64::min);
    match (spread <= CLOSE + NOISE && cell.readings.len() > 1, agreeing) {
        (true, 2..) => Confidence::A,
        (true, 1) | (false, 2..) => Confidence::B,
        _ => Confidence::C,
    }
}
