//! The terms of a weight and a level, in words that a reader can check.

use crate::catalog::model::{Confidence, Ground, Hundredths, Proficiency, Rating, Standing, Terms};
use crate::catalog::score::{AGREES, CONTESTS};
use crate::view::{SourceTerm, WeightTerms};

/// Says what a role's file states.
pub fn stated(rating: &Rating<'_>, catalog: &str) -> Option<String> {
    let Ground::Stated(why) = rating.ground else { return None };
    let why = if why.is_empty() { "stated in the role's file" } else { why };
    let whose = if rating.origin == 0 { "editorial".to_owned() } else { format!("stated by the catalog `{catalog}`") };
    Some(format!("weight {}: {whose}: {why}", rating.weight))
}

/// Returns the steps from the readings and sources to the weight and the level, a line each.
pub fn steps(rating: &Rating<'_>, terms: &Terms<'_>, view: &WeightTerms<'_>) -> Vec<String> {
    let mut steps = Vec::new();
    steps.extend(editors(view));
    steps.extend(read_alone(view));
    for (standing, what) in STANDINGS {
        steps.extend(sources(view, standing, what));
    }
    steps.extend(outside(terms, view));
    steps.extend(ladder(terms));
    steps.push(format!("weight {}", rating.weight));
    steps.push(level(rating, view));
    steps.push(confidence(rating, terms, view));
    steps
}

const STANDINGS: [(Standing, &str); 3] = [
    (Standing::Moves, "sources"),
    (Standing::Confirms, "confirm or contest, and move nothing"),
    (Standing::Shown, "shown, and count for nothing"),
];

/// The word for what a source can do.
pub fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Moves => "moves",
        Standing::Confirms => "confirms",
        Standing::Shown => "shown",
    }
}

/// "editors 95, 90, 95: 95".
fn editors(view: &WeightTerms<'_>) -> Option<String> {
    let editors = number(view.editors?);
    let weights: Vec<String> = view.readings.iter().map(|reading| number(reading.weight)).collect();
    let read = weights.join(", ");
    Some(match view.judged {
        Some(judged) if read.is_empty() => format!("editors {editors}, judged again: {}", judged.why),
        Some(judged) => format!("editors {read}; judged again {editors}: {}", judged.why),
        None => format!("editors {read}: {editors}"),
    })
}

/// "read once more by itself, 70: resilience is argued for against features".
fn read_alone(view: &WeightTerms<'_>) -> Vec<String> {
    let reasoned = view.readings.iter().filter_map(|reading| Some((number(reading.weight), reading.why?)));
    reasoned.map(|(weight, why)| format!("read once more by itself, {weight}: {why}")).collect()
}

/// "OaSIS 2025 96 (close), ROME 4 97 (exact)".
fn sources(view: &WeightTerms<'_>, standing: Standing, what: &str) -> Option<String> {
    let is_read = view.editors.is_some();
    let those = view.sources.iter().filter(|term| !is_read || term.standing == self::standing(standing));
    let said: Vec<String> = those.filter_map(said).collect();
    match (is_read, standing) {
        (false, Standing::Moves) if said.is_empty() => None,
        (false, Standing::Moves) => Some(format!("nobody has read it; sources, proxies too: {}", said.join(", "))),
        (false, _) => None,
        (true, _) => (!said.is_empty()).then(|| format!("{what}: {}", said.join(", "))),
    }
}

fn said(term: &SourceTerm<'_>) -> Option<String> {
    Some(format!("{} {} ({})", term.source.short, number(term.score?), term.quality))
}

fn outside(terms: &Terms<'_>, view: &WeightTerms<'_>) -> Option<String> {
    let outside = terms.outside?;
    Some(match (terms.moved, terms.editors) {
        (Some(moved), Some(editors)) => format!(
            "outside {}: {} of the way from {} is {}",
            number(moved.towards.value()),
            number(f64::from(moved.share) / 1000.0 * 100.0) + "%",
            number(editors.value()),
            number(moved.to.value())
        ),
        (None, Some(_)) => format!("outside {}, which moves nothing", number(outside.value())),
        (_, None) => format!("outside {}: their mean", number(view.outside.unwrap_or_default())),
    })
}

fn ladder(terms: &Terms<'_>) -> Option<String> {
    let ladder = terms.ladder?;
    let weight = ladder.weight.map(|before| format!("weight {} before", number(before.value())));
    let level = ladder.level.map(|before| format!("level {} before", Proficiency::word(before)));
    let before: Vec<String> = weight.into_iter().chain(level).collect();
    Some(format!(
        "ladder: {}; it would fall on the way up, and the rungs have their mean, the base counting most",
        before.join(", ")
    ))
}

/// "level practitioner: practitioner, practitioner, expert; GDaD 2025 expert (close)".
fn level(rating: &Rating<'_>, view: &WeightTerms<'_>) -> String {
    let Some(level) = rating.level else { return "level: no source gives one".to_owned() };
    let read: Vec<&str> = match view.judged {
        Some(judged) => vec![judged.level],
        None => view.readings.iter().map(|reading| reading.level).collect(),
    };
    let of_sources = view
        .sources
        .iter()
        .filter_map(|term| Some(format!("{} {} ({})", term.source.short, term.level?, term.quality)));
    let parts: Vec<String> = [read.join(", ")].into_iter().filter(|read| !read.is_empty()).chain(of_sources).collect();
    format!("level {}: {}", Proficiency::word(level), parts.join("; "))
}

/// "confidence A: readings within 5; within 12 of them ROME 4, OaSIS 2025".
fn confidence(rating: &Rating<'_>, terms: &Terms<'_>, view: &WeightTerms<'_>) -> String {
    let letter = match rating.confidence {
        Confidence::A => 'A',
        Confidence::B => 'B',
        Confidence::C => 'C',
    };
    let Some(editors) = terms.editors else { return format!("confidence {letter}: from evidence, not read") };
    let agreeing: Vec<&str> = view.sources.iter().filter(|term| term.agrees).map(|term| term.source.short).collect();
    let agreeing = match agreeing.as_slice() {
        [] => "no source agrees".to_owned(),
        those => format!("within {AGREES:.0} of them {}", those.join(", ")),
    };
    let spread = number(spread(terms, editors));
    let contested =
        if terms.is_contested { format!("; contested: outside is more than {CONTESTS:.0} off") } else { String::new() };
    format!("confidence {letter}: readings within {spread}; {agreeing}{contested}")
}

fn spread(terms: &Terms<'_>, editors: Hundredths) -> f64 {
    let judged = terms.judged.map(|_| editors);
    let weights = || terms.readings.iter().map(|reading| reading.weight).chain(judged).map(Hundredths::value);
    (weights().fold(0.0, f64::max) - weights().fold(100.0, f64::min)).max(0.0)
}

/// Whole numbers without a decimal, others with one.
fn number(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}
