//! What follows from a table that could not be read: its entries seem to be missing wherever they are named.

use crate::catalog::read::load::Layer;

/// The rules that a role seems to break where a table is not read.
const FOLLOWS: [(&str, &str); 11] = [
    ("vocabulary/families", "unknown-family"),
    ("vocabulary/tracks", "unknown-track"),
    ("vocabulary/levels", "unknown-level"),
    ("vocabulary/competencies", "unknown-competency"),
    ("vocabulary/tools", "unknown-tool"),
    ("vocabulary/regions", "unknown-region"),
    ("vocabulary/metros", "unknown-region"),
    ("vocabulary/sources", "unknown-source"),
    ("evidence/pay/", "unknown-pay-label"),
    ("evidence/frameworks/", "unknown-occupation"),
    ("evidence/usage/", "unknown-occupation"),
];

/// Returns the rules of which no fault is told while the tables of these layers are not read.
pub fn rules<'l>(layers: impl Iterator<Item = &'l Layer>) -> Vec<&'static str> {
    let unread: Vec<String> =
        layers.flat_map(|layer| &layer.unread).map(|path| of_tables(&path.to_lowercase())).collect();
    let is_unread = |table: &str| {
        // A whole folder may be what is not read.
        let holds = |path: &String| path.starts_with(table) || table.starts_with(&format!("{path}/"));
        unread.iter().any(holds)
    };
    FOLLOWS.into_iter().filter(|(table, _)| is_unread(table)).map(|(_, rule)| rule).collect()
}

/// The part of a path that names tables: they may lie deeper than they should.
fn of_tables(path: &str) -> String {
    let parts: Vec<&str> = path.split('/').collect();
    let start = parts.iter().position(|part| ["vocabulary", "evidence"].contains(part)).unwrap_or(0);
    parts[start..].join("/")
}

/// Tells whether a file in the catalog's own folder could not be read, so that what it states is not known.
pub fn is_unread(layer: &Layer, name: &str) -> bool {
    layer.unread.iter().any(|path| path.rsplit_once('.').is_some_and(|(stem, _)| stem == name))
}
