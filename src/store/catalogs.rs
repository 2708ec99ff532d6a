//! Which catalog answers: the built-in one, or the user's laid over it.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use crate::catalog::baked::words;
use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::files;
use crate::catalog::read::load;
use crate::catalog::read::load::{Layer, Texts};
use crate::catalog::{Catalog, Kept, Named, Roles, Sink, Words, resolve};
use crate::request::Global;
use crate::store::alone;
use crate::store::cache;
use crate::store::cache::Key;
use crate::store::embedded;
use crate::store::faults::Catalogs;
use crate::store::folders;
use crate::store::folders::{configured, few_enough, of_variable, under_check};
use crate::store::places;
use crate::text::hint::{Ask, Hint, hint};
use crate::view::error::{Error, ticked};

/// The baked catalog that is to answer.
pub enum Source {
    Builtin,
    Read(Box<Read>),
}

/// A catalog that was read from folders.
pub struct Read {
    from: Folders,
    /// None where it is not to be kept.
    key: Option<Key>,
    catalog: Baked,
    /// Baked when it is first asked for.
    words: OnceCell<Baked>,
    /// What was read of the folders: held to the end, where the system takes a million texts back at once.
    _files: Files,
}

/// What a catalog is read from: folders, over the built-in catalog or without it.
#[derive(Clone)]
struct Folders {
    /// Bottom first.
    paths: Vec<PathBuf>,
    no_builtin: bool,
}

/// What was read of folders, and what is wrong with it.
type Files = Vec<(Layer, Vec<Diagnostic>)>;

/// Baked bytes.
enum Baked {
    Here(Vec<u8>),
    Kept(Kept),
}

impl Source {
    pub fn catalog(&self) -> Catalog<'_> {
        match self {
            Self::Builtin => embedded::catalog(),
            Self::Read(read) => read.catalog(),
        }
    }

    /// Returns the index of the catalog's words.
    pub fn words(&self) -> Words<'_> {
        match self {
            Self::Builtin => embedded::words(),
            Self::Read(read) => read.words(),
        }
    }
}

/// Why bytes of this program's own making open.
const OWN: &str = "what was baked by this program is read by it";

impl Read {
    fn catalog(&self) -> Catalog<'_> {
        match &self.catalog {
            Baked::Here(bytes) => Catalog::open(bytes).expect(OWN),
            Baked::Kept(kept) => Catalog::kept(kept),
        }
    }

    fn words(&self) -> Words<'_> {
        match self.words.get_or_init(|| self.indexed()) {
            Baked::Here(bytes) => Words::open(bytes).expect(OWN),
            Baked::Kept(kept) => Words::kept(kept),
        }
    }

    /// Takes the index of words from the cache, or bakes it.
    fn indexed(&self) -> Baked {
        let key = self.key.as_ref().map(Key::of_words);
        let again = || indexed_again(self.from.clone());
        if let Some(kept) = key.as_ref().and_then(|key| cache::open(key, again())) {
            return Baked::Kept(kept);
        }
        let catalog = match &self.catalog {
            Baked::Here(bytes) => Cow::Borrowed(bytes),
            Baked::Kept(kept) => Cow::Owned(kept.whole()),
        };
        baked(key.as_ref(), again(), |into| words::bake(&catalog, into)).expect(OWN)
    }
}

/// Returns the baked catalog that is to answer.
///
/// # Errors
/// When a folder cannot be read, or its files have structural faults.
pub fn source(global: &Global) -> Result<Source, Error> {
    match Folders::asked(global)? {
        Some(from) => from.source(global.no_cache),
        None if global.no_builtin => {
            let error = Error::failed("without the built-in catalog there is none").hint("add `--catalog DIR`");
            let is_set = std::env::var_os("ROLES_NO_BUILTIN").is_some_and(|value| !value.is_empty());
            Err(if is_set { error.hint("ROLES_NO_BUILTIN leaves it out") } else { error })
        }
        None => Ok(Source::Builtin),
    }
}

/// Returns the baked catalog with a folder among those that are asked for, as a check lays it.
///
/// # Errors
/// As [`source`].
pub fn under(global: &Global, folder: &Path) -> Result<Source, Error> {
    let (paths, _) = under_check(global, folder)?;
    Folders { paths, no_builtin: global.no_builtin }.source(global.no_cache)
}

/// Returns the catalog that a folder is laid over: what is asked otherwise, without that folder.
///
/// # Errors
/// When a folder cannot be read, or its files have structural faults.
pub fn beneath(global: &Global, folder: &Path) -> Result<Source, Error> {
    let paths = others(global, folder);
    few_enough(paths.len(), global.no_builtin)?;
    match paths.is_empty() {
        true if global.no_builtin => standing_alone(folder),
        true => Ok(Source::Builtin),
        false => Folders { paths, no_builtin: global.no_builtin }.source(global.no_cache),
    }
}

/// The folders that are asked for beside one.
fn others(global: &Global, folder: &Path) -> Vec<PathBuf> {
    let full = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let own = full(folder);
    folders::asked(global).into_iter().filter(|path| full(path) != own).collect()
}

/// Whether a folder is laid over nothing.
pub fn stands_alone(global: &Global, folder: &Path) -> bool {
    global.no_builtin && others(global, folder).is_empty()
}

/// What lies beneath a folder that stands alone: tracks and ranks.
fn standing_alone(folder: &Path) -> Result<Source, Error> {
    let (layer, faults) = load::parse(&alone::vocabulary(folder));
    let named = Named { name: "", layer: &layer };
    let baked = resolve(None, &[named], |roles| baked(None, Vec::new, |into| roles.write(&faults, into)));
    let paths = vec![folder.to_owned()];
    let catalog = baked.map_err(|faults| Catalogs { has_builtin: false, folders: &paths }.error(faults))?;
    let from = Folders { paths: Vec::new(), no_builtin: true };
    Ok(Source::Read(Box::new(Read { from, key: None, catalog, words: OnceCell::new(), _files: Vec::new() })))
}

/// What can be had of the catalogs between two keys.
pub enum AtHand {
    Whole(Source),
    /// The catalog beneath, and what could be read of the folders above it.
    Apart(Option<Catalog<'static>>, Vec<Layer>),
}

/// Returns what is at hand of the catalogs. A few files are read anew in the time that a shell has;
/// more are kept, baked. Where files are broken, whatever can be read of the others is at hand.
pub fn at_hand(global: &Global) -> AtHand {
    let whole = match Folders::asked(global) {
        Ok(Some(from)) if from.is_small() => from.cached(global.no_cache),
        _ => source(global).ok(),
    };
    let read = |folder: &PathBuf| read(folder, Texts::Leave).ok().map(|(layer, _)| layer);
    let layers = || folders::asked(global).iter().filter_map(read).collect();
    whole.map_or_else(|| AtHand::Apart((!global.no_builtin).then(embedded::catalog), layers()), AtHand::Whole)
}

impl Folders {
    /// What a command line asks for; none where it names no folder.
    ///
    /// # Errors
    /// When it names more folders than can be told apart.
    fn asked(global: &Global) -> Result<Option<Self>, Error> {
        let (paths, no_builtin) = (folders::asked(global), global.no_builtin);
        few_enough(paths.len(), no_builtin)?;
        Ok((!paths.is_empty()).then_some(Self { paths, no_builtin }))
    }

    fn is_small(&self) -> bool {
        const FEW: usize = 64;
        let files = |folder: &PathBuf| files::find_unsorted(folder).map_or(0, |(found, _)| found.len());
        self.paths.iter().map(files).sum::<usize>() <= FEW
    }

    fn key(&self) -> Option<Key> {
        cache::key(&self.paths, self.no_builtin)
    }

    /// Takes the catalog from the cache, or reads and bakes it.
    fn source(self, no_cache: bool) -> Result<Source, Error> {
        let key = if no_cache { None } else { self.key() };
        match self.kept(key.as_ref()) {
            Some(kept) => Ok(self.answering(key, kept, Vec::new())),
            None => self.baked(key.as_ref()).map(|(baked, files)| self.answering(key, baked, files)),
        }
    }

    /// Takes the catalog from the cache; none where it is not there.
    fn cached(self, no_cache: bool) -> Option<Source> {
        let key = if no_cache { None } else { self.key() };
        let catalog = self.kept(key.as_ref())?;
        Some(self.answering(key, catalog, Vec::new()))
    }

    fn kept(&self, key: Option<&Key>) -> Option<Baked> {
        cache::open(key?, again(self.clone())).map(Baked::Kept)
    }

    fn answering(self, key: Option<Key>, catalog: Baked, files: Files) -> Source {
        Source::Read(Box::new(Read { from: self, key, catalog, words: OnceCell::new(), _files: files }))
    }

    /// Reads and bakes the catalog, and returns beside it what was read.
    fn baked(&self, key: Option<&Key>) -> Result<(Baked, Files), Error> {
        let read = |folder: &PathBuf| read(folder, Texts::Leave);
        let layers = self.paths.iter().map(read).collect::<Result<Files, Error>>()?;
        let names = places::names(&self.paths);
        let named: Vec<Named<'_>> = names.iter().zip(&layers).map(|(name, (layer, _))| Named { name, layer }).collect();
        let catalogs = Catalogs { has_builtin: !self.no_builtin, folders: &self.paths };
        let of = |(at, (_, faults)): (usize, &(Layer, Vec<Diagnostic>))| {
            faults.iter().map(move |fault| fault.clone().of_catalog(catalogs.number(at))).collect::<Vec<Diagnostic>>()
        };
        let faults: Vec<Diagnostic> = layers.iter().enumerate().flat_map(of).collect();
        let base = (!self.no_builtin).then(embedded::catalog);
        let write = |roles: Roles<'_>| baked(key, again(self.clone()), |into| roles.write(&faults, into));
        let baked = resolve(base.as_ref(), &named, write).map_err(|faults| catalogs.error(faults))?;
        Ok((baked, layers))
    }
}

/// Bakes into a file of the cache, or into memory where there is none to be had.
fn baked<E>(
    key: Option<&Key>,
    again: impl Fn() -> Vec<u8> + Send + Sync + 'static,
    bake: impl Fn(&mut dyn Sink) -> Result<(), E>,
) -> Result<Baked, E> {
    if let Some(key) = key
        && cache::keep(key, &bake)?
        && let Some(kept) = cache::open(key, again)
    {
        return Ok(Baked::Kept(kept));
    }
    let mut bytes = Vec::new();
    bake(&mut bytes).map(|()| Baked::Here(bytes))
}

/// What a panic says where the files of a catalog, and what was kept of it, both changed in the midst of an answer.
pub struct Changed;

/// Bakes what was kept and is damaged, in the midst of an answer. Where the files have changed too
/// since the question was asked, there is no answer to it.
fn again(from: Folders) -> impl Fn() -> Vec<u8> {
    move || {
        let before = from.key();
        match from.baked(None) {
            Ok((Baked::Here(bytes), _)) if before.is_some() && before == from.key() => bytes,
            _ => std::panic::panic_any(Changed),
        }
    }
}

/// Bakes an index of words that was kept and is damaged.
fn indexed_again(from: Folders) -> impl Fn() -> Vec<u8> {
    let again = again(from);
    move || {
        let mut bytes = Vec::new();
        words::bake(&again(), &mut bytes).expect(OWN);
        bytes
    }
}

/// Reads one folder's files.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn read(folder: &Path, texts: Texts) -> Result<(Layer, Vec<Diagnostic>), Error> {
    load::folder(folder, texts).map_err(|error| {
        let above = folder
            .parent()
            .filter(|_| folder.is_file())
            .map(|above| if above.as_os_str().is_empty() { Path::new(".") } else { above });
        let named = above
            .map(|above| format!("it is a file: name the catalog's folder, such as {}", ticked(&places::path(above))));
        let is_standing = configured().is_some_and(|own| own == folder);
        let hint = match named {
            _ if is_standing => Hint::from("it is read where no `--catalog` is named: mend it, or take it away"),
            Some(named) => named.into(),
            None => hint!["a catalog is a folder of YAML files: ", Ask::of("new").word("my-role"), " writes the first"],
        };
        let error = Error::failed(format!("cannot read the catalog {}: {error}", ticked(&places::path(folder))));
        let is_of_variable = of_variable().iter().any(|stated| stated == folder);
        (if is_of_variable { error.hint("ROLES_CATALOG names it") } else { error }).hint(hint)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_changed_in_the_midst_of_an_answer_stop_it() {
        let from = Folders { paths: vec![PathBuf::from("no-such-folder")], no_builtin: true };
        let stopped = std::panic::catch_unwind(std::panic::AssertUnwindSafe(again(from)));
        assert!(stopped.is_err_and(|payload| payload.is::<Changed>()));
    }
}
