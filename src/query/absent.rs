//! What is said where nothing is called so, and there is nothing to choose from.

use crate::catalog::Catalog;
use crate::text::hint::{Ask, Hint, hint};
use crate::view::error::{Error, ticked};

/// Says of a word without a letter or a digit that it names nothing.
pub fn nameless(word: &str, what: &str) -> Error {
    Error::failed(match word.trim() {
        "" => format!("the name of a {what} is empty"),
        word => format!("{} has neither a letter nor a digit: it names no {what}", ticked(word)),
    })
}

/// Says that a catalog has none of a kind: no listing of them helps.
pub fn none_there(what: &str) -> String {
    format!("the catalog has no {what} yet")
}

/// Says where all roles are shown; of a catalog without one, how the first is written.
pub fn all_roles(catalog: &Catalog<'_>) -> Hint {
    match catalog.heads().next() {
        Some(_) => hint![Ask::of("list"), " shows every role"],
        None => hint!["the catalog has no role yet: ", Ask::of("new").word("my-role"), " writes the first"],
    }
}
