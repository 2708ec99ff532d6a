//! `roles title`: the role that a title means, one title or a list of them.

use crate::catalog::Catalog;
use crate::catalog::parallel;
use crate::query::grades::Names;
use crate::query::namer::Namer;
use crate::query::placed::placed;
use crate::query::{Answer, lookup, words};
use crate::text::hint::Ask;
use crate::titles::{Decision, How, Step, Titles, UNSURE};
use crate::view::error::{Error, Exit};
use crate::view::{PlacedTitle, PlacedTitles, View};

/// Answers what titles mean.
///
/// # Errors
/// When there is no title.
pub fn answer<'a>(catalog: Catalog<'a>, asked: &[String], is_bulk: bool) -> Result<Answer<'a>, Error> {
    if asked.iter().all(|title| title.trim().is_empty()) && !is_bulk {
        return Err(Error::failed("a title is empty").hint(Ask::of("title").word("'Senior Java Developer'")));
    }
    let namer = Namer::new(catalog);
    let titles = Titles::new(catalog);
    let whole = [asked.join(" ")];
    let asked = if !is_bulk && is_one(&titles, asked, &whole[0]) { &whole[..] } else { asked };
    // Each thread keeps what it has learned of words: a list says the same ones again and again.
    let grades = Names::new(&catalog);
    let place = |known: &mut Option<Titles<'a>>, title: &String| {
        look_up(&namer, known.get_or_insert_with(|| Titles::new(catalog)), &grades, title)
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

fn look_up<'a>(namer: &Namer<'a>, titles: &Titles<'a>, grades: &Names, title: &str) -> PlacedTitle<'a> {
    let decision = decided(titles, title);
    let decision = of_grade(grades, title).filter(|_| decision.role.is_none()).unwrap_or(decision);
    placed(namer, title, &decision, &titles.aside(title, &decision))
}

/// What the name of a grade means, where no role is called so: the role that has it, or each that has one.
fn of_grade(grades: &Names, title: &str) -> Option<Decision> {
    match grades.called(title) {
        [] => None,
        [(role, _)] => Some(Decision::shown(*role, How::Exact, 1.0, Step::Unnamed)),
        several => Some(Decision::listed(&several.iter().map(|(role, _)| *role).collect::<Vec<_>>(), UNSURE)),
    }
}
