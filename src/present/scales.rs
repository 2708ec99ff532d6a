//! Levels on their scales: what each scale is called, and two levels on the one by which they are compared.

use crate::catalog::model::Proficiency;
use crate::present::document::Glyphs;
use crate::present::figures::{level_change, level_marks, marks_change};
use crate::present::label::Label;
use crate::present::records::Record;
use crate::present::text::{Text, labelled};
use crate::view::{Comparison, Fit, Lack, Template};

/// "●○○○ awareness  ●●○○ working  ●●●○ practitioner  ●●●● expert".
fn levels(glyphs: Glyphs) -> String {
    // No line ends between marks and their word.
    let level = |it: Proficiency| format!("{}\u{a0}{}", level_marks(Some(it.score()), glyphs), it.name());
    Proficiency::ALL.map(level).join("  ")
}

/// Our levels; nothing where all stand on scales of a company's own.
pub fn levels_of(comparison: &Comparison<'_>, glyphs: Glyphs) -> String {
    let mut marks = comparison.competencies.iter().flat_map(|row| row.marks.iter().flatten());
    let is_own_alone = marks.clone().any(|mark| mark.own_level.is_some())
        && marks.all(|mark| mark.own_level.is_some() || mark.level.is_none());
    if is_own_alone { String::new() } else { levels(glyphs) }
}

/// The scales of a company's own that levels stand on, each in a line.
pub fn own_scales(comparison: &Comparison<'_>, glyphs: Glyphs) -> Vec<String> {
    let marks = comparison.competencies.iter().flat_map(|row| row.marks.iter().flatten());
    let mut scales: Vec<&[&str]> = Vec::new();
    for own in marks.filter_map(|mark| mark.own_level.as_ref()) {
        if !scales.contains(&own.scale.as_slice()) {
            scales.push(&own.scale);
        }
    }
    let drawn = |scale: &&[&str]| {
        let step = |(at, word): (usize, &&str)| format!("{} {word}", glyphs.marks(at + 1, scale.len()));
        scale.iter().enumerate().map(step).collect::<Vec<_>>().join("  ")
    };
    scales.iter().map(drawn).collect()
}

/// Says which levels are not compared.
pub fn apart_by_scale(comparison: &Comparison<'_>) -> Option<String> {
    let apart = comparison.competencies.iter().filter(|row| row.scales_differ);
    let names: Vec<&str> = apart.map(|row| row.competency.title).collect();
    (!names.is_empty()).then(|| {
        format!("scales differ, and nobody says how they compare: {}; the levels are not compared", names.join(", "))
    })
}

/// Says that some competencies have levels of their own.
pub fn other_scales(template: &Template<'_>) -> &'static str {
    let is_ours = |word: &str| Proficiency::ALL.iter().any(|level| level.name() == word);
    let levels = template.competencies.iter().flat_map(|it| &it.levels);
    match levels.into_iter().all(|look| is_ours(look.proficiency)) {
        true => "",
        false => "Where other levels stand above a name, it takes one of them, or none.",
    }
}

/// The level asked for; in the company's words too where it is compared by ours.
pub fn asked_for(lack: &Lack<'_>) -> String {
    match &lack.own {
        Some(own) if own.have.is_none() && own.level.word != lack.need => format!("{} ({})", lack.need, own.level.word),
        _ => lack.need.to_owned(),
    }
}

/// The level that somebody has and the one asked for as marks, on the scale on which they are compared.
pub fn steps_of(lack: &Lack<'_>, glyphs: Glyphs) -> Text {
    let Some((own, have)) = lack.own.as_ref().and_then(|own| Some((own, own.have?))) else {
        return from_to(lack.have, lack.need, glyphs);
    };
    let steps = usize::from(own.level.steps);
    let marks = |step: u8| glyphs.marks(step.into(), steps);
    let have = lack.have.map(|_| marks(have));
    labelled(Label::Bar, &marks_change(have, Some(marks(own.level.step)), steps, glyphs))
}

/// "●●○○ → ●●●○": the level that somebody has, and the one asked for; what is not said is no level.
pub fn from_to(have: Option<&str>, need: &str, glyphs: Glyphs) -> Text {
    let level = |word: &str| Proficiency::ALL.iter().find(|level| level.name() == word).map_or(0, |it| it.score());
    labelled(Label::Bar, &level_change(have.map(level), Some(level(need)), glyphs))
}

/// The field of how many competencies a fit leaves out, since nobody says how their scales compare.
pub const DIFFER: &str = "scales_differ";

/// Says how many competencies a fit leaves out for their scale, where it does.
pub fn of_fit<'v>(record: Record<'v>, fit: &Fit<'_>) -> Record<'v> {
    match fit.scales_differ {
        0 => record,
        count => {
            let told = format!("scales differ: {count}, not comparable, left out");
            record.said(told).exact(DIFFER, count)
        }
    }
}
