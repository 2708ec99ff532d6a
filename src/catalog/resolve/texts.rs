//! What a file says in words: that it says something, and on one line where it is a name.

use std::collections::HashSet;

use crate::catalog::read::diagnostic::{Diagnostic, FileOf};
use crate::catalog::read::schema;
use crate::catalog::read::schema::{Word, place};
use crate::catalog::resolve::faults::Faults;
use crate::catalog::resolve::written::MergedRole;
use crate::text::harmless::{is_obeyed, shown};

/// Returns a text without the blanks around it.
///
/// # Errors
/// A diagnostic where nothing is to be seen of it.
pub fn text<'a>(file: FileOf<'_>, field: &str, word: &'a Word) -> Result<&'a str, Diagnostic> {
    let is_empty = |c: char| c.is_whitespace() || is_obeyed(c) || matches!(c, '\u{200c}' | '\u{200d}');
    if word.value.chars().all(is_empty) {
        return Err(Diagnostic::at(file, place(word), "missing-field", format!("`{field}` says nothing"))
            .help("write a text, or take it out"));
    }
    Ok(word.value.trim())
}

/// Returns a name without the blanks around it.
///
/// # Errors
/// A diagnostic where nothing is to be seen of it, or it is broken into lines.
pub fn name<'a>(file: FileOf<'_>, field: &str, word: &'a Word) -> Result<&'a str, Diagnostic> {
    let name = text(file, field, word)?;
    match name.contains(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']) {
        true => Err(Diagnostic::at(file, place(word), "wrong-type", format!("`{field}` takes a name on one line"))
            .help("take the line break out")),
        false => Ok(name),
    }
}

/// Notes what the texts of a role lack.
pub fn look_in_role(written: &MergedRole<'_>, faults: &mut Faults) {
    let mut of = |file, field: &str, word: &Word, is_name: bool| {
        let read = if is_name { name } else { text };
        faults.keep(read(file, field, word));
    };
    written.title.iter().for_each(|said| of(said.file, "title", said.value, true));
    written.summary.iter().for_each(|said| of(said.file, "summary", said.value, false));
    if let Some(said) = written.aliases {
        said.value.iter().for_each(|alias| of(said.file, "aliases", alias, true));
    }
    if let Some(said) = written.day {
        said.value.iter().for_each(|paragraph| of(said.file, "day", paragraph, false));
    }
    if let Some(said) = written.ladder {
        said.value.step.iter().for_each(|step| of(said.file, "step", step, true));
    }
}

/// Notes where a company asks for nothing, or for nothing in some of its words.
pub fn look_in_requires(written: &MergedRole<'_>, faults: &mut Faults) {
    let Some(said) = written.requires else { return };
    let schema::Requires { years, education, certificates } = said.value;
    if years.is_none() && education.is_none() && certificates.is_empty() {
        let fault = Diagnostic::of_file(said.file, "missing-field", "`requires` says nothing");
        faults.0.push(fault.help("state `years`, `education` or `certificates`, or take it out"));
    }
    // The same word twice is told while files are read.
    let (mut written, mut seen) = (HashSet::new(), HashSet::new());
    let distinct = certificates.iter().filter(|word| written.insert(&*word.value));
    for word in distinct.filter(|word| !seen.insert(word.value.trim().to_lowercase())) {
        let message = format!("`{}` stands in this list twice", shown(word.value.trim()));
        let fault = Diagnostic::at(said.file, place(word), "duplicate-entry", message);
        faults.0.push(fault.help("take one of the two out"));
    }
    let named = years.iter().map(|word| ("years", word)).chain(education.iter().map(|word| ("education", word)));
    let all = named.chain(certificates.iter().map(|word| ("certificates", word)));
    all.for_each(|(field, word)| _ = faults.keep(name(said.file, field, word)));
}
