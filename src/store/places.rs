//! The user's own places: the home folder, and how folders are called in what is said of them.

use std::path::{Path, PathBuf};

use crate::text::harmless::shown_bytes;

/// `$HOME`. Where it is not set, the user database is not asked: that costs more than the answer.
pub fn home() -> Option<PathBuf> {
    std::env::var_os("HOME").map(PathBuf::from).filter(|home| home.is_absolute())
}

/// A folder's path as messages show it.
pub fn path(folder: &Path) -> String {
    shown_bytes(folder.as_os_str().as_encoded_bytes())
}

/// The names under which answers speak of catalogs: their folders' own, without the way to them; with as
/// much of the way as tells apart folders of one name, and one that is called as the built-in catalog is.
pub fn names(folders: &[PathBuf]) -> Vec<String> {
    const BUILTIN: &str = "built-in";
    let full: Vec<PathBuf> =
        folders.iter().map(|folder| std::fs::canonicalize(folder).unwrap_or_else(|_| folder.clone())).collect();
    let longest = full.iter().map(|folder| folder.components().count()).max().unwrap_or(1);
    let name = |at: usize| {
        let is_alone = |name: &str, parts: usize| {
            name != BUILTIN && full.iter().all(|other| *other == full[at] || last_parts(other, parts) != name)
        };
        let name = |parts| last_parts(&full[at], parts);
        let parts = (1..=longest).find(|parts| is_alone(&name(*parts), *parts)).unwrap_or(longest);
        name(parts)
    };
    (0..full.len()).map(name).collect()
}

/// The last parts of a path, joined by `/`.
fn last_parts(path: &Path, parts: usize) -> String {
    let mut last: Vec<_> = path.components().rev().take(parts).map(|part| part.as_os_str().to_string_lossy()).collect();
    last.reverse();
    last.join("/")
}
