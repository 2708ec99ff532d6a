//! `roles title`: the role that a title means, one title or a list of them.

use crate::catalog::Catalog;
use crate::query::Answer;
use crate::query::namer::Namer;
use crate::titles::{Decision, How, Step, Titles};
use crate::view::error::{Error, Exit};
use crate::view::{PlacedTitle, PlacedTitles, TitleCandidate, TitleStep, View};

/// Answers what titles mean.
///
/// # Errors
/// When there is no title.
pub fn answer<'a>(catalog: Catalog<'a>, asked: &[String], is_bulk: bool) -> Result<Answer<'a>, Error> {
    if asked.iter().all(|title| title.trim().is_empty()) && !is_bulk {
        return Err(Error::failed("a title is empty").hint("`roles title 'Senior Java Developer'`"));
    }
    let namer = Namer::new(catalog);
    let titles = Titles::new(catalog);
    let placed: Vec<PlacedTitle<'a>> =
        asked.iter().map(|title| placed(&namer, title, &titles.look_up(title))).collect();
    let is_missed = !is_bulk && placed.len() == 1 && placed[0].role.is_none();
    let exit = if is_missed { Exit::Failed } else { Exit::Answered };
    Ok(Answer { exit, ..View::Title(PlacedTitles { titles: placed }).into() })
}

/// Says in the words of an answer what was decided of a title.
pub fn placed<'a>(namer: &Namer<'a>, title: &str, decision: &Decision) -> PlacedTitle<'a> {
    let verdict = match decision.role {
        Some(_) => "shown",
        None if decision.candidates.is_empty() => "missed",
        None => "listed",
    };
    let others = decision.candidates.iter().filter(|other| Some(other.role) != decision.role);
    PlacedTitle {
        title: title.to_owned(),
        verdict,
        role: decision.role.map(|role| namer.role(role)),
        how: how(decision.how),
        score: rounded(decision.score),
        step: step(&decision.step),
        set_aside: decision.set_aside.clone(),
        candidates: others
            .map(|other| TitleCandidate { role: namer.role(other.role), score: rounded(other.score) })
            .collect(),
    }
}

fn how(how: How) -> &'static str {
    match how {
        How::Exact => "exact",
        How::Words => "words",
        How::Refined => "refined",
        How::Tool => "tool",
        How::FirstOfTwo => "first-of-two",
        How::Weighed => "weighed",
        How::Beginning => "beginning",
        How::Unsure => "unsure",
    }
}

fn step(step: &Step) -> Option<TitleStep> {
    match step {
        Step::Unnamed => None,
        Step::Found { word } => Some(TitleStep { word: word.clone(), is_found: true }),
        Step::Missing { word } => Some(TitleStep { word: word.clone(), is_found: false }),
    }
}

/// Hundredths, as they are written.
fn rounded(score: f32) -> f64 {
    (f64::from(score) * 100.0).round() / 100.0
}
