//! The faults of catalogs as the user meets them: with the text that they stand in, at the path that
//! opens it from here, and with the command that shows the rest.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::catalog::read::diagnostic::Diagnostic;
use crate::store::{embedded, places};
use crate::text::hint::{Ask, Hint, hint};
use crate::view::error::{Error, Fault, ticked, typeable};

/// A file's path from here, and its text where it can be read: thousands of faults may share it.
type Opened = (String, Option<Rc<str>>);

/// The catalogs that faults speak of, by their numbers.
#[derive(Clone, Copy)]
pub struct Catalogs<'f> {
    /// Whether the lowest is the built-in one.
    pub has_builtin: bool,
    /// Bottom first.
    pub folders: &'f [PathBuf],
}

impl<'f> Catalogs<'f> {
    /// Returns the number of a folder.
    pub fn number(self, folder: usize) -> u8 {
        u8::try_from(folder + usize::from(self.has_builtin)).unwrap_or(u8::MAX)
    }

    /// Returns a catalog's folder; none for the built-in one.
    fn folder(self, catalog: u8) -> Option<&'f PathBuf> {
        usize::from(catalog).checked_sub(usize::from(self.has_builtin)).and_then(|at| self.folders.get(at))
    }

    /// Says what is wrong with the catalogs, the first of many faults, and where to see the others.
    pub fn error(self, mut faults: Vec<Diagnostic>) -> Error {
        const SHOWN: usize = 5;
        let at_fault = self.at_fault(&faults);
        let names: Vec<String> = at_fault.iter().map(|at| ticked(&places::path(&self.folders[*at]))).collect();
        let message = match (names.as_slice(), faults.len()) {
            ([name], 1) => format!("the catalog {name} has a fault"),
            ([name], count) => format!("the catalog {name} has {count} faults"),
            (names, 1) => format!("one of the catalogs {} has a fault", names.join(", ")),
            (names, count) => format!("the catalogs {} have {count} faults", names.join(", ")),
        };
        faults.truncate(SHOWN);
        let what = if at_fault.len() == 1 { "all that is wrong with it" } else { "all of them" };
        // What cannot be written as text cannot be typed from a hint.
        let is_text = self.folders.iter().all(|folder| folder.to_str().is_some());
        let check = at_fault.last().filter(|_| is_text);
        let check = check.map(|at| hint![self.check(*at), format!(" shows {what}")]);
        check.into_iter().fold(Error::failed(message).faults(self.with_texts(faults)), Error::hint)
    }

    /// The command that checks a folder as it lies among the others: over those beneath it where it is
    /// the last.
    fn check(self, folder: usize) -> Ask {
        let is_last = folder + 1 == self.folders.len();
        let beside = if is_last { &self.folders[..folder] } else { self.folders };
        // A folder whose name begins as an option does is named by its way from here.
        let typed = |folder: &PathBuf| {
            let path = folder.display().to_string();
            typeable(&if path.starts_with('-') { format!("./{path}") } else { path })
        };
        let beside = beside.iter().flat_map(|folder| ["--catalog".to_owned(), typed(folder)]);
        let alone = (!self.has_builtin).then_some("--no-builtin");
        Ask::of("check").word(typed(&self.folders[folder])).words(beside).words(alone)
    }

    /// The folders whose files are at fault; all of them where it is the built-in catalog's that clash.
    fn at_fault(self, faults: &[Diagnostic]) -> Vec<usize> {
        let is_at_fault = |at: &usize| faults.iter().any(|fault| fault.catalog == self.number(*at));
        let at_fault: Vec<usize> = (0..self.folders.len()).filter(is_at_fault).collect();
        if at_fault.is_empty() { (0..self.folders.len()).collect() } else { at_fault }
    }

    /// Adds the texts of the files that faults speak of, where they can be read, and says where each
    /// file is: its path as an editor or a CI job opens it from here.
    pub fn with_texts(self, faults: Vec<Diagnostic>) -> Vec<Fault> {
        let mut opened: BTreeMap<(u8, String), Opened> = BTreeMap::new();
        let mut fault = |mut diagnostic: Diagnostic| {
            let file = (diagnostic.catalog, diagnostic.file.clone());
            let (path, text) =
                opened.entry(file).or_insert_with_key(|(catalog, file)| self.open(*catalog, file)).clone();
            diagnostic.file = path;
            diagnostic.help = diagnostic.help.and_then(|help| self.typeable(help));
            Fault { diagnostic, text }
        };
        faults.into_iter().map(&mut fault).collect()
    }

    /// A hint as it can be typed: a catalog at fault answers nothing, so that its commands ask the built-in one;
    /// where there is none, nothing is listed.
    fn typeable(self, help: Hint) -> Option<Hint> {
        let help = if self.has_builtin { Some(help) } else { help.without_listings() };
        help.map(|help| help.to_string().into())
    }

    /// Opens a catalog's file.
    fn open(self, catalog: u8, file: &str) -> Opened {
        let Some(folder) = self.folder(catalog) else {
            return (format!("built-in:{file}"), builtin_text(file).map(Rc::from));
        };
        let full = folder.join(file);
        let is_text = full.metadata().is_ok_and(|meta| meta.is_file() && meta.len() < 1 << 20);
        let text = is_text.then(|| std::fs::read_to_string(full).ok()).flatten();
        (from_here(folder, file), text.map(Rc::from))
    }
}

/// The text of a role's file in the built-in catalog, which carries those of roles and no other.
fn builtin_text(file: &str) -> Option<String> {
    let id = file.rsplit('/').next()?.strip_suffix(".yaml")?;
    let catalog = embedded::catalog();
    let texts = catalog.texts(catalog.find_id(id)?);
    texts.iter().find(|text| text.path == file)?.read().ok().map(std::borrow::Cow::into_owned)
}

/// Joins a file to its catalog's folder, with `/` between the parts and without a leading `./`.
fn from_here(folder: &Path, file: &str) -> String {
    let folder = places::path(folder);
    match folder.trim_end_matches(['/', std::path::MAIN_SEPARATOR]) {
        "." => file.to_owned(),
        "" => format!("{folder}{file}"),
        folder => format!("{}/{file}", folder.strip_prefix("./").unwrap_or(folder)),
    }
}
