//! The faults of catalogs as the user meets them: with the text that they stand in, at the path that
//! opens it from here, and with the command that shows the rest.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::catalog::read::diagnostic::Diagnostic;
use crate::view::error::{Error, Fault, ticked, typeable};

/// Says what is wrong with catalogs, the first of many faults, and where to see the others.
pub fn error(paths: &[PathBuf], no_builtin: bool, mut faults: Vec<Diagnostic>) -> Error {
    const SHOWN: usize = 5;
    let folders = at_fault(paths, &faults);
    let names: Vec<String> = folders.iter().map(|folder| ticked(folder)).collect();
    let message = match (names.as_slice(), faults.len()) {
        ([name], 1) => format!("the catalog {name} has a fault"),
        ([name], count) => format!("the catalog {name} has {count} faults"),
        (names, 1) => format!("one of the catalogs {} has a fault", names.join(", ")),
        (names, count) => format!("the catalogs {} have {count} faults", names.join(", ")),
    };
    faults.truncate(SHOWN);
    let alone = if no_builtin { " --no-builtin" } else { "" };
    let check = |folder: &String| format!("`roles check {}{alone}` shows all that is wrong with it", typeable(folder));
    let error = Error::failed(message).faults(with_texts(paths, faults));
    folders.iter().map(check).fold(error, Error::hint)
}

/// The folders whose files are at fault; all of them where the files are there no more.
fn at_fault(folders: &[PathBuf], faults: &[Diagnostic]) -> Vec<String> {
    let is_of = |folder: &Path, file: &str| is_there(folder, file) || file.starts_with(&from_here(folder, ""));
    let is_at_fault = |folder: &&PathBuf| faults.iter().any(|fault| is_of(folder, &fault.file));
    let shown = |folder: &PathBuf| folder.display().to_string();
    let at_fault: Vec<String> = folders.iter().filter(is_at_fault).map(shown).collect();
    if at_fault.is_empty() { folders.iter().map(shown).collect() } else { at_fault }
}

fn is_there(folder: &Path, file: &str) -> bool {
    folder.join(file).symlink_metadata().is_ok()
}

fn holders<'f>(folders: &'f [PathBuf], file: &str) -> Vec<&'f PathBuf> {
    folders.iter().filter(|folder| is_there(folder, file)).collect()
}

/// Returns the faults of one of several folders: a file of which another has a namesake is named by
/// its path from here.
pub fn of_folder<'f>(
    folders: &'f [PathBuf],
    folder: &'f Path,
    faults: &'f [Diagnostic],
) -> impl Iterator<Item = Diagnostic> {
    faults.iter().map(move |fault| match holders(folders, &fault.file).len() {
        0 | 1 => fault.clone(),
        _ => Diagnostic { file: from_here(folder, &fault.file), ..fault.clone() },
    })
}

/// Adds the texts of the files that faults speak of, where they can be read, and says where each
/// file is: its path as an editor or a CI job opens it from here.
pub fn with_texts(folders: &[PathBuf], faults: Vec<Diagnostic>) -> Vec<Fault> {
    let mut found: BTreeMap<String, (String, Option<Rc<str>>)> = BTreeMap::new();
    faults
        .into_iter()
        .map(|mut diagnostic| {
            let entry = found.entry(diagnostic.file.clone()).or_insert_with(|| opened(folders, &diagnostic.file));
            let (path, text) = entry.clone();
            diagnostic.file = path;
            Fault { diagnostic, text }
        })
        .collect()
}

/// Returns the path and the text of a catalog's file. Of a name that several catalogs have, nobody
/// can tell which is meant: its path stays as it is, and no text is shown beside it.
fn opened(folders: &[PathBuf], file: &str) -> (String, Option<Rc<str>>) {
    let (path, full) = match holders(folders, file).as_slice() {
        [folder] => (from_here(folder, file), Some(folder.join(file))),
        [] => (file.to_owned(), Some(PathBuf::from(file))),
        _ => (file.to_owned(), None),
    };
    let is_text = |path: &PathBuf| path.metadata().is_ok_and(|meta| meta.is_file() && meta.len() < 1 << 20);
    (path, full.filter(is_text).and_then(|path| std::fs::read_to_string(path).ok().map(Rc::from)))
}

/// Joins a file to its catalog's folder, with `/` between the parts and without a leading `./`.
fn from_here(folder: &Path, file: &str) -> String {
    let folder = folder.display().to_string();
    match folder.trim_end_matches(['/', std::path::MAIN_SEPARATOR]) {
        "." => file.to_owned(),
        "" => format!("{folder}{file}"),
        folder => format!("{}/{file}", folder.strip_prefix("./").unwrap_or(folder)),
    }
}
