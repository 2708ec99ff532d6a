//! `roles title`: the role that a title means, one title or a list of them.

use crate::catalog::Catalog;
use crate::catalog::model::RoleIx;
use crate::catalog::parallel;
use crate::query::namer::Namer;
use crate::query::{Answer, grades, lookup, words};
use crate::titles::{Aside, Decision, How, Step, Titles};
use crate::view::error::{Error, Exit};
use crate::view::{Entry, PlacedTitle, PlacedTitles, RoleName, TitleCandidate, TitleStep, View};

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
    let whole = [asked.join(" ")];
    let asked = if !is_bulk && is_one(&titles, asked, &whole[0]) { &whole[..] } else { asked };
    // Each thread keeps what it has learned of words: a list says the same ones again and again.
    let place = |known: &mut Option<Titles<'a>>, title: &String| {
        look_up(&namer, known.get_or_insert_with(|| Titles::new(catalog)), title)
    };
    let placed: Vec<PlacedTitle<'a>> = parallel::map(parallel::threads(asked.len()), asked, place);
    let is_missed = !is_bulk && placed.len() == 1 && placed[0].role.is_none();
    let exit = if is_missed { Exit::Failed } else { Exit::Answered };
    Ok(Answer { exit, ..View::Title(PlacedTitles { titles: placed }).into() })
}

/// Whether words without quotes are one title: all together mean something, and not each is a name.
fn is_one(titles: &Titles<'_>, words: &[String], whole: &str) -> bool {
    let is_name = |word: &String| lookup::whole(&titles.catalog, word).is_some();
    let means_something = || {
        let decision = decided(titles, whole);
        decision.role.is_some() || !decision.candidates.is_empty()
    };
    words.len() > 1
        && !words.iter().any(|word| words::is_quoted(word))
        && !words.iter().all(is_name)
        && means_something()
}

/// What a title means: where exact names alone are wanted, the role that is called so.
fn decided(titles: &Titles<'_>, title: &str) -> Decision {
    match titles.catalog.wants_exact_names() {
        true => titles.look_up_name(title),
        false => titles.look_up(title),
    }
}

fn look_up<'a>(namer: &Namer<'a>, titles: &Titles<'a>, title: &str) -> PlacedTitle<'a> {
    let decision = decided(titles, title);
    placed(namer, title, &decision, &titles.aside(title, &decision))
}

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
