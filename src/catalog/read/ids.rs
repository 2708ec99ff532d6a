//! What can be an id.

use crate::catalog::read::diagnostic::{Diagnostic, FileOf};
use crate::catalog::read::schema;
use crate::text::fold;
use crate::text::harmless::shown;

/// The file in the catalog's own folder that says what the catalog is, without its ending.
pub const CATALOG: &str = "catalog";

/// Says that the file that tells what a catalog is has a name of its own.
pub fn misnamed_catalog(path: &str, folder: &str, id: &str) -> Option<Diagnostic> {
    let is_like = folder.is_empty() && id != CATALOG && ["catalog", "catalogue"].contains(&&*id.to_lowercase());
    let fault = is_like.then(|| Diagnostic::of_file(path, "misnamed-file", "a file of this name is not read"));
    fault.map(|fault| fault.help("what a catalog says of itself stands in `catalog.yaml`: call it so"))
}

/// Ids are typed in shells and stand in paths: small letters, digits and hyphens only.
pub fn wrong_id(path: &str, id: &str) -> Option<Diagnostic> {
    if id == CATALOG {
        let fault = Diagnostic::of_file(path, "bad-id", "no role can be called `catalog`");
        return Some(
            fault.help("`catalog.yaml`, in the catalog's own folder, says what the catalog is: take another name"),
        );
    }
    let right = fold::words(id).join("-");
    let example = if is_id(&right, "-", 64) { right } else { "staff-engineer".to_owned() };
    (!is_id(id, "-", 64)).then(|| {
        Diagnostic::of_file(path, "bad-id", format!("`{}` cannot be an id", id.escape_default()))
            .help(format!("an id has small letters, digits and hyphens, at most 64: `{example}`"))
    })
}

/// Says that a word cannot be the id of an entry of the vocabulary: some of those have years parted by `_`,
/// or are whole names of places.
pub fn wrong_entry_id(file: FileOf<'_>, word: &schema::Word) -> Option<Diagnostic> {
    let right = fold::words(&word.value).join("-");
    let example = if is_id(&right, "-", 100) { right } else { "our-tool".to_owned() };
    (!is_id(&word.value, "-_", 100)).then(|| {
        let message = format!("`{}` cannot be an id", shown(&word.value));
        Diagnostic::at(file, schema::place(word), "bad-id", message)
            .help(format!("an id has small letters, digits, `-` and `_`, at most 100: `{example}`"))
    })
}

/// Tells whether a word is made of what ids are made of, and of some signs between.
pub fn is_id(word: &str, signs: &str, longest: usize) -> bool {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    word.len() <= longest && word.starts_with(is_plain) && word.chars().all(|c| is_plain(c) || signs.contains(c))
}
