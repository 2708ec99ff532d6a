//! From evidence to a competency's weight and level: the one documented formula.
//!
//! The weight says how much a competency matters in a role, 0 to 100: the mean of what is there
//! of O*NET (share 0.5), GDaD (0.3) and ESCO (0.2), the shares renormalized where one is missing.
//! The level says how well it must be mastered, 0 to 100: the mean of GDaD and the public
//! ladders; with neither, O*NET's level; with none of the three, it is not rated.
//! The shares, the ESCO steps and the map from frameworks to competencies are this catalog's own
//! choice: see `roles/README.md`.

use crate::catalog::model::evidence::{Esco, Gdad, Ladder, Onet};
use crate::catalog::model::{
    Competency, CompetencyIx, Confidence, GdadRow, Hundredths, LadderRow, OnetRow, Parts, Proficiency, Rating, Working,
};

const ONET_SHARE: f64 = 0.5;
const GDAD_SHARE: f64 = 0.3;
const ESCO_SHARE: f64 = 0.2;
/// Sources agree when their scores lie no further apart than this.
const AGREEMENT: f64 = 25.0;
/// What binary arithmetic may be wrong by: many scores lie exactly between two whole numbers.
const NOISE: f64 = 1e-6;

/// What a role maps to in each framework.
pub struct Evidence<'e, 'a> {
    onet: Vec<&'e Onet<'a>>,
    gdad: Option<&'e Gdad<'a>>,
    essential: Vec<Skill<'a>>,
    optional: Vec<Skill<'a>>,
    ladders: Vec<&'e Ladder<'a>>,
}

/// An ESCO skill, and its name in small letters.
struct Skill<'a> {
    name: &'a str,
    small: String,
}

impl<'e, 'a> Evidence<'e, 'a> {
    pub fn new(
        onet: Vec<&'e Onet<'a>>,
        gdad: Option<&'e Gdad<'a>>,
        esco: &[&Esco<'a>],
        ladders: Vec<&'e Ladder<'a>>,
    ) -> Self {
        let essential = skills(esco, |esco| &esco.essential, &[]);
        // A skill that is essential in one of the role's occupations is essential.
        let optional = skills(esco, |esco| &esco.optional, &essential);
        Self { onet, gdad, essential, optional, ladders }
    }

    /// Returns the rows that speak for a competency.
    pub fn working(&self, index: CompetencyIx, competency: &Competency<'a>) -> Working<'a> {
        Working {
            competency: index,
            onet: self.onet_rows(competency),
            gdad: self.gdad_rows(competency),
            esco_essential: speaking(&self.essential, competency),
            esco_optional: speaking(&self.optional, competency),
            ladders: self.ladder_rows(competency),
        }
    }

    fn onet_rows(&self, competency: &Competency<'a>) -> Vec<OnetRow<'a>> {
        let of_element = |element: &'a str| {
            self.onet.iter().flat_map(move |onet| {
                onet.ratings.iter().filter(move |rating| rating.element == element).map(|rating| OnetRow {
                    occupation: onet.code,
                    element,
                    importance: rating.importance,
                    level: rating.level,
                })
            })
        };
        competency.onet.iter().flat_map(|element| of_element(element)).collect()
    }

    fn gdad_rows(&self, competency: &Competency<'a>) -> Vec<GdadRow<'a>> {
        let skills = self.gdad.iter().flat_map(|gdad| &gdad.skills);
        skills
            .filter(|skill| competency.gdad.contains(&skill.name))
            .map(|skill| GdadRow { skill: skill.name, level: skill.level })
            .collect()
    }

    fn ladder_rows(&self, competency: &Competency<'a>) -> Vec<LadderRow<'a>> {
        let rows = self.ladders.iter().flat_map(|ladder| {
            ladder
                .scores
                .iter()
                .map(|(axis, score)| LadderRow {
                    source: ladder.source,
                    position: ladder.position,
                    axis,
                    score: *score,
                })
                .zip(std::iter::repeat(ladder.name))
        });
        rows.filter(|(row, ladder)| {
            competency.ladders.iter().any(|(name, axes)| name == ladder && axes.contains(&row.axis))
        })
        .map(|(row, _)| row)
        .collect()
    }
}

/// Returns the skills of occupations, sorted and each once.
fn skills<'a>(
    esco: &[&Esco<'a>],
    list: impl for<'r> Fn(&'r Esco<'a>) -> &'r [&'a str],
    except: &[Skill<'a>],
) -> Vec<Skill<'a>> {
    let mut names: Vec<&'a str> = esco.iter().flat_map(|esco| list(esco)).copied().collect();
    names.sort_unstable();
    names.dedup();
    names.retain(|name| except.binary_search_by_key(name, |skill| skill.name).is_err());
    names.into_iter().map(|name| Skill { name, small: name.to_lowercase() }).collect()
}

/// A skill counts when its name contains one of the competency's patterns, in any case.
fn speaking<'a>(skills: &[Skill<'a>], competency: &Competency<'_>) -> Vec<&'a str> {
    let patterns: Vec<String> = competency.esco.iter().map(|pattern| pattern.to_lowercase()).collect();
    let speaks = |skill: &&Skill<'a>| patterns.iter().any(|pattern| skill.small.contains(pattern));
    skills.iter().filter(speaks).map(|skill| skill.name).collect()
}

/// Returns the weight and level that the rows give; none where no framework speaks for a weight.
pub fn rate<'a>(working: &Working<'a>) -> Option<Rating<'a>> {
    let (onet, gdad, esco) = (onet_score(working), gdad_score(working), esco_score(working));
    let shares = [(onet, ONET_SHARE), (gdad, GDAD_SHARE), (esco, ESCO_SHARE)];
    let present: Vec<(f64, f64)> = shares.iter().filter_map(|(score, share)| Some(((*score)?, *share))).collect();
    if present.is_empty() {
        return None;
    }
    let total: f64 = present.iter().map(|(_, share)| share).sum();
    let weight = present.iter().map(|(score, share)| score * share).sum::<f64>() / total;
    Some(Rating {
        competency: working.competency,
        weight: rounded(weight),
        level: level(working).map(rounded),
        confidence: confidence(&present),
        parts: Parts { onet: onet.map(rounded), gdad: gdad.map(rounded), esco: esco.map(rounded) },
        estimate: None,
        origin: 0,
    })
}

/// Importance 1 to 5 as 0 to 100, averaged over the role's occupations, then over the elements.
fn onet_score(working: &Working<'_>) -> Option<f64> {
    let importance = mean_by_element(&working.onet, |row| Some(row.importance))?;
    Some((importance - 1.0) / 4.0 * 100.0)
}

/// The highest of the competency's skills; a skill listed for a chief officer counts 100.
fn gdad_score(working: &Working<'_>) -> Option<f64> {
    working.gdad.iter().map(|row| row.level.map_or(100, Proficiency::score)).max().map(f64::from)
}

/// By the number of essential skills that match; 30 where only optional ones do.
fn esco_score(working: &Working<'_>) -> Option<f64> {
    match (working.esco_essential.len(), working.esco_optional.len()) {
        (0, 0) => None,
        (0, _) => Some(30.0),
        (1, _) => Some(60.0),
        (2, _) => Some(80.0),
        _ => Some(100.0),
    }
}

fn level(working: &Working<'_>) -> Option<f64> {
    let stated: Vec<f64> = [gdad_level(working), ladder_level(working)].into_iter().flatten().collect();
    mean(&stated).or_else(|| onet_level(working))
}

/// The highest of the competency's skills that has a level: a bare listing counts for weight only.
fn gdad_level(working: &Working<'_>) -> Option<f64> {
    working.gdad.iter().filter_map(|row| row.level).map(Proficiency::score).max().map(f64::from)
}

/// Scores 1 to 5 as 0 to 100.
fn ladder_level(working: &Working<'_>) -> Option<f64> {
    let scores: Vec<f64> = working.ladders.iter().map(|row| (f64::from(row.score) - 1.0) / 4.0 * 100.0).collect();
    mean(&scores)
}

/// Level 0 to 7 as 0 to 100.
fn onet_level(working: &Working<'_>) -> Option<f64> {
    mean_by_element(&working.onet, |row| row.level).map(|level| level / 7.0 * 100.0)
}

/// Averages over the occupations of each element, then over the elements.
pub fn mean_by_element(rows: &[OnetRow<'_>], value: impl Fn(&OnetRow<'_>) -> Option<Hundredths>) -> Option<f64> {
    let values = |rows: &[OnetRow<'_>]| rows.iter().filter_map(&value).map(Hundredths::value).collect::<Vec<f64>>();
    let elements = rows.chunk_by(|a, b| a.element == b.element);
    mean(&elements.filter_map(|rows| mean(&values(rows))).collect::<Vec<f64>>())
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

fn confidence(present: &[(f64, f64)]) -> Confidence {
    let scores = || present.iter().map(|(score, _)| *score);
    let spread = scores().fold(0.0, f64::max) - scores().fold(100.0, f64::min);
    match present.len() >= 2 && spread <= AGREEMENT + NOISE {
        true => Confidence::A,
        false => Confidence::B,
    }
}

/// Rounds half up; every score here lies between 0 and 100.
fn rounded(score: f64) -> u8 {
    (score + 0.5 + NOISE).floor().clamp(0.0, 100.0) as u8
}
