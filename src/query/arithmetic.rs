//! The formula behind a weight and a level, with the figures in it, in words a reader can check.

use crate::catalog::model::{Hundredths, OnetRow, Proficiency, Rating, Working};

/// Returns the steps from the evidence rows to the weight and the level, a line each.
pub fn steps(working: &Working<'_>, rating: &Rating<'_>, catalog: &str) -> Vec<String> {
    if let Some(why) = rating.estimate {
        let why = if why.is_empty() { "stated in the role's file" } else { why };
        let whose =
            if rating.origin == 0 { "editorial".to_owned() } else { format!("stated by the catalog `{catalog}`") };
        return vec![format!("weight {}: {whose}: {why}", rating.weight)];
    }
    let mut steps = Vec::new();
    steps.extend(rating.parts.onet.map(|score| onet(working, score)));
    steps.extend(rating.parts.gdad.map(|score| gdad(working, score)));
    steps.extend(rating.parts.esco.map(|score| esco(working, score)));
    steps.push(weight(rating));
    steps.push(level(working, rating));
    steps
}

fn onet(working: &Working<'_>, score: u8) -> String {
    let mean = mean_by_element(working, |row| Some(row.importance)).unwrap_or_default();
    format!("O*NET {score} = (mean importance {mean:.3} - 1) / 4 x 100")
}

fn gdad(working: &Working<'_>, score: u8) -> String {
    let highest = working.gdad.iter().max_by_key(|row| row.level.map_or(100, Proficiency::score));
    let (skill, level) =
        highest.map_or(("", "listed"), |row| (row.skill, row.level.map_or("listed", Proficiency::name)));
    format!("GDaD {score} = the highest of its skills: {skill}, {level}")
}

fn esco(working: &Working<'_>, score: u8) -> String {
    match working.esco_essential.len() {
        0 => format!("ESCO {score} = only optional skills match ({})", working.esco_optional.len()),
        1 => format!("ESCO {score} = 1 essential skill matches"),
        many => format!("ESCO {score} = {many} essential skills match"),
    }
}

/// The shares, renormalized over the sources that are there.
fn weight(rating: &Rating<'_>) -> String {
    let parts = [("O*NET", rating.parts.onet, 5), ("GDaD", rating.parts.gdad, 3), ("ESCO", rating.parts.esco, 2)];
    let there: Vec<_> = parts.iter().filter_map(|(name, score, share)| Some((name, (*score)?, share))).collect();
    let total: u32 = there.iter().map(|(.., share)| **share).sum();
    let terms: Vec<String> = there.iter().map(|(name, score, share)| format!("{name} {score} x {share}")).collect();
    match there.as_slice() {
        [(name, ..)] => format!("weight {} = {name} alone", rating.weight),
        _ => format!("weight {} = ({}) / {total}, taken before rounding", rating.weight, terms.join(" + ")),
    }
}

fn level(working: &Working<'_>, rating: &Rating<'_>) -> String {
    let Some(level) = rating.level else { return "level: no source rates it".to_owned() };
    let word = Proficiency::of_level(level).name();
    let gdad = working.gdad.iter().filter_map(|row| row.level).max();
    let ladders = working.ladders.len();
    match (gdad, ladders) {
        (Some(gdad), 0) => format!("level {level} ({word}) = GDaD's highest level, {}", gdad.name()),
        (Some(gdad), _) => format!(
            "level {level} ({word}) = mean of GDaD's {} and the ladders' {}",
            gdad.score(),
            ladder_mean(working)
        ),
        (None, 0) => {
            let mean = mean_by_element(working, |row| row.level).unwrap_or_default();
            format!("level {level} ({word}) = O*NET's mean level {mean:.3} / 7 x 100")
        }
        (None, _) => format!("level {level} ({word}) = the ladders' mean, (score - 1) / 4 x 100"),
    }
}

fn ladder_mean(working: &Working<'_>) -> String {
    let scores = working.ladders.iter().map(|row| (f64::from(row.score) - 1.0) / 4.0 * 100.0);
    format!("{:.1}", scores.sum::<f64>() / working.ladders.len() as f64)
}

/// Averages over the occupations of each element, then over the elements.
fn mean_by_element(working: &Working<'_>, value: impl Fn(&OnetRow<'_>) -> Option<Hundredths>) -> Option<f64> {
    crate::catalog::mean_by_element(&working.onet, value)
}
