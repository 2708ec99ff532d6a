//! YAML as untrusted text: its limits, and where it is wrong.

use std::borrow::Cow;

use serde::de::DeserializeOwned;
use serde_yaml::Error;

use crate::catalog::read::causes;
use crate::catalog::read::comments;
use crate::catalog::read::diagnostic::{Diagnostic, Place};
use crate::catalog::read::in_words::{Told, explain};
use crate::catalog::read::schema;
use crate::catalog::read::swallowed;
use crate::catalog::read::tags;
use crate::catalog::read::written_at;
use crate::catalog::read::written_at::Kind;

/// The most values of a table's file, and of what a person writes by hand: a role, a self-assessment.
/// Wide enough for the largest there are, narrow enough for a hostile one. What is written by hand is
/// looked up value by value, and costs more.
pub const TABLE: usize = 2_000_000;
pub const BY_HAND: usize = 10_000;

/// Parses one YAML document of so many values at most.
///
/// # Errors
/// A diagnostic with line and column for whatever the parser or the schema refuses.
pub fn parse<T: DeserializeOwned>(path: &str, text: &str, most: usize) -> Result<T, Diagnostic> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let value = serde_yaml::from_str_with_options(text, options(most)).map_err(|error| fault(path, text, &error))?;
    idle(path, text).into_iter().next().map_or(Ok(value), Err)
}

/// Parses as [`parse`] does, and goes on behind a word or a number that is wrong, so that all of them
/// are told at once: something right stands in for it. What is returned beside faults is no answer.
pub fn parse_on<T: DeserializeOwned>(path: &str, text: &str, most: usize) -> (Option<T>, Vec<Diagnostic>) {
    const MOST: usize = 20;
    let mut text = Cow::Borrowed(text.strip_prefix('\u{feff}').unwrap_or(text));
    let mut faults: Vec<Diagnostic> = Vec::new();
    loop {
        let error = match serde_yaml::from_str_with_options(&text, options(most)) {
            Ok(value) => {
                faults.extend(idle(path, &text));
                return (Some(value), faults);
            }
            Err(error) => error,
        };
        let told = fault(path, &text, &error);
        // One cause may be noticed at several places.
        if faults.last() != Some(&told) {
            faults.push(told);
        }
        match mended(&text, &error).filter(|_| faults.len() < MOST) {
            Some(mended) => text = Cow::Owned(mended),
            None => return (None, faults),
        }
    }
}

/// What the parser reads and a person may not have meant: tags, and comments that cut a text.
fn idle(path: &str, text: &str) -> Vec<Diagnostic> {
    let mut faults = tags::told(path, text);
    faults.extend(comments::told(path, text));
    faults.extend(swallowed::told(path, text));
    faults
}

/// The text with something right in place of a wrong word or number; none where what is wrong is no such
/// thing, or there is no room: what stands behind it on the line must not move.
fn mended(text: &str, error: &Error) -> Option<String> {
    let (error, place) = innermost(error);
    let (place, stand_in) = match error {
        Error::SerdeUnknownVariant { expected, .. } => (place, expected.iter().min_by_key(|word| word.len()).copied()?),
        Error::InvalidScalar { ty, .. } if matches!(Kind::of_type(ty), Kind::Number(_)) => {
            (place, written_at::a_number(text, place))
        }
        // What a field refuses is told at the field's name.
        Error::SerdeInvalidValue { expected, .. } if matches!(Kind::of_expected(expected), Kind::Number(_)) => {
            let place = written_at::behind_key(text, place).unwrap_or(place);
            (place, written_at::a_number(text, place))
        }
        _ => return None,
    };
    let word = written_at::word(text, place);
    let word = word.strip_prefix('`')?.strip_suffix('`')?;
    let is_wrong = word != stand_in && word.len() >= stand_in.len();
    let start = written_at::offset(text, place).filter(|at| is_wrong && text[*at..].starts_with(word))?;
    let filled = format!("{stand_in:width$}", width = word.len());
    Some([&text[..start], &filled, &text[start + word.len()..]].concat())
}

fn options(most: usize) -> serde_yaml::Options {
    serde_yaml::options! {
        strict_booleans: true,
        with_snippet: false,
        budget: serde_yaml::budget! { max_events: 2 * most, max_nodes: most, max_depth: 32, max_aliases: 1_000 },
    }
}

fn fault(path: &str, text: &str, error: &Error) -> Diagnostic {
    let (error, place) = innermost(error);
    let told = causes::of_any(text, place).map_or_else(|| explain(error, text, place), Told::of);
    let diagnostic = Diagnostic::at(path, told.at.unwrap_or(place), told.rule, told.message);
    Diagnostic { help: told.help, ..diagnostic }
}

/// A fault within what an alias stands for is told where it is written.
fn innermost(error: &Error) -> (&Error, Place) {
    match error {
        Error::AliasError { error, .. } | Error::WithSnippet { error, .. } => innermost(error),
        _ => (error, error.location().map_or_else(Place::default, schema::place_of)),
    }
}
