//! What was decided of a title, in the words of an answer.

use crate::catalog::Catalog;
use crate::catalog::model::RoleIx;
use crate::query::grades;
use crate::query::namer::Namer;
use crate::titles::{Aside, Decision, How, Step};
use crate::view::{Entry, PlacedTitle, RoleName, TitleCandidate, TitleStep};

/// Says in the words of an answer what was decided of a title.
pub fn placed<'a>(namer: &Namer<'a>, title: &str, decision: &Decision, asides: &[Aside]) -> PlacedTitle<'a> {
    let verdict = match decision.role {
        Some(_) => "shown",
        None if decision.candidates.is_empty() => "missed",
        None => "listed",
    };
    let others = decision.candidates.iter().filter(|other| Some(other.role) != decision.role);
    PlacedTitle {
        title: title.to_owned(),
        verdict,
        role: decision.role.map(|role| RoleName { grade: grade(&namer.catalog, role, title), ..namer.role(role) }),
        how: how(decision.how),
        score: rounded(decision.score),
        step: step(&decision.step),
        set_aside: asides.iter().map(|aside| aside.text.clone()).collect(),
        candidates: others
            .map(|other| TitleCandidate { role: namer.role(other.role), score: rounded(other.score) })
            .collect(),
    }
}

/// The grade of a role that a title says.
fn grade<'a>(catalog: &Catalog<'a>, role: RoleIx, title: &str) -> Option<Entry<'a>> {
    let at = grades::said(catalog, role, title)?;
    catalog.grades(role).get(at).map(grades::entry)
}

fn how(how: How) -> &'static str {
    match how {
        How::Exact => "exact",
        How::Replaced => "replaced",
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
        Step::InName { word } | Step::Found { word } => Some(TitleStep { word: word.clone(), is_found: true }),
        Step::Missing { word } => Some(TitleStep { word: word.clone(), is_found: false }),
    }
}

/// Hundredths, as they are written.
fn rounded(score: f32) -> f64 {
    (f64::from(score) * 100.0).round() / 100.0
}
