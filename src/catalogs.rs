//! Which catalog answers: the built-in one, or the user's laid over it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::catalog::diagnostic::Diagnostic;
use crate::catalog::load::{self, Layer, Texts};
use crate::catalog::{Catalog, Kept, Named, bake_over, files};
use crate::cli::Global;
use crate::error::{Error, Exit, Fault, ticked};
use crate::{cache, embedded};

/// The baked catalog that is to answer.
pub enum Source {
    /// In memory: the program's own, or baked just now.
    Baked(Cow<'static, [u8]>),
    /// In a file of the cache.
    Kept(Kept),
}

impl Source {
    pub fn catalog(&self) -> Catalog<'_> {
        match self {
            Self::Baked(bytes) => Catalog::open(bytes).expect("what was baked by this program is read by it"),
            Self::Kept(kept) => Catalog::kept(kept),
        }
    }
}

/// Returns the baked catalog that is to answer.
///
/// # Errors
/// When a folder cannot be read, or its files have structural faults.
pub fn source(global: &Global) -> Result<Source, Error> {
    let folders = folders(global);
    if folders.is_empty() {
        return match global.no_builtin {
            false => Ok(Source::Baked(Cow::Borrowed(embedded::BYTES))),
            true => Err(Error::failed("without the built-in catalog there is none").hint("add `--catalog DIR`")),
        };
    }
    let key = key(global, &folders);
    if let Some(kept) = kept(key.as_ref(), global, &folders) {
        return Ok(Source::Kept(kept));
    }
    let bytes = baked(&folders, global.no_builtin)?;
    if let Some(key) = key {
        cache::write(&key, &bytes);
    }
    Ok(Source::Baked(Cow::Owned(bytes)))
}

fn key(global: &Global, folders: &[PathBuf]) -> Option<cache::Key> {
    (!global.no_cache).then(|| cache::key(folders, global.no_builtin)).flatten()
}

fn kept(key: Option<&cache::Key>, global: &Global, folders: &[PathBuf]) -> Option<Kept> {
    cache::open(key?, again(folders.to_owned(), global.no_builtin))
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
    const FEW: usize = 64;
    let folders = folders(global);
    let files = |folder: &PathBuf| files::find(folder).map_or(0, |(found, _)| found.len());
    let is_small = !folders.is_empty() && folders.iter().map(files).sum::<usize>() <= FEW;
    let whole = match is_small {
        true => kept(key(global, &folders).as_ref(), global, &folders).map(Source::Kept),
        false => source(global).ok(),
    };
    let layers =
        || folders.iter().filter_map(|folder| read(folder, Texts::Leave).ok()).map(|(layer, _)| layer).collect();
    whole.map_or_else(|| AtHand::Apart((!global.no_builtin).then(embedded::catalog), layers()), AtHand::Whole)
}

/// Bakes what was kept and is damaged, in the midst of an answer. Where the files have changed too
/// since the question was asked, there is no answer to it.
fn again(folders: Vec<PathBuf>, no_builtin: bool) -> impl Fn() -> Vec<u8> {
    move || {
        let before = cache::key(&folders, no_builtin);
        let baked = baked(&folders, no_builtin);
        match baked.ok().filter(|_| before.is_some() && before == cache::key(&folders, no_builtin)) {
            Some(bytes) => bytes,
            None => {
                eprint!("{}", Error::failed("the catalog was changed while it was read").hint("ask again"));
                std::process::exit(Exit::Failed.code().into())
            }
        }
    }
}

/// The folders named on the command line or in the environment; else the one in the user's
/// configuration, where there is one.
pub fn folders(global: &Global) -> Vec<PathBuf> {
    let named: Vec<PathBuf> = global.catalog.iter().filter(|folder| !folder.as_os_str().is_empty()).cloned().collect();
    if !named.is_empty() {
        return named;
    }
    configuration().map(|folder| folder.join("roles/catalog")).filter(|folder| folder.is_dir()).into_iter().collect()
}

/// `$HOME`. Where it is not set, the user database is not asked: that costs more than the answer.
pub fn home() -> Option<PathBuf> {
    std::env::var_os("HOME").map(PathBuf::from).filter(|home| home.is_absolute())
}

/// `$XDG_CONFIG_HOME`, or `~/.config`.
fn configuration() -> Option<PathBuf> {
    let stated = std::env::var_os("XDG_CONFIG_HOME").map(PathBuf::from).filter(|folder| folder.is_absolute());
    stated.or_else(|| home().map(|home| home.join(".config")))
}

fn baked(folders: &[PathBuf], no_builtin: bool) -> Result<Vec<u8>, Error> {
    let layers = folders
        .iter()
        .map(|folder| read(folder, Texts::Leave))
        .collect::<Result<Vec<(Layer, Vec<Diagnostic>)>, Error>>()?;
    let names: Vec<String> = folders.iter().map(|folder| shown(folder)).collect();
    let named: Vec<Named<'_>> = names.iter().zip(&layers).map(|(name, (layer, _))| Named { name, layer }).collect();
    let mut faults: Vec<Diagnostic> = layers.iter().flat_map(|(_, faults)| faults.clone()).collect();
    let base = (!no_builtin).then(embedded::catalog);
    match bake_over(base.as_ref(), &named) {
        Ok(bytes) if faults.is_empty() => {
            // The program ends soon: the system takes a million texts back faster than they are freed.
            std::mem::forget(layers);
            return Ok(bytes);
        }
        Ok(_) => {}
        Err(more) => faults.extend(more),
    }
    Err(broken(folders, faults))
}

/// Reads one folder's files.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn read(folder: &Path, texts: Texts) -> Result<(Layer, Vec<Diagnostic>), Error> {
    load::folder(folder, texts).map_err(|error| {
        Error::failed(format!("cannot read the catalog {}: {error}", ticked(&folder.display().to_string())))
            .hint("a catalog is a folder of YAML files: `roles new my-role` writes the first")
    })
}

/// The name under which answers speak of a catalog: its folder's own, without the way to it.
pub fn shown(folder: &Path) -> String {
    let full = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    full.file_name().map_or_else(|| folder.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// Says what is wrong with catalogs, and where to see more of it.
fn broken(folders: &[PathBuf], mut faults: Vec<Diagnostic>) -> Error {
    const SHOWN: usize = 5;
    faults.sort();
    faults.dedup();
    let count = faults.len();
    let folder = folders.last().map(|folder| folder.display().to_string()).unwrap_or_default();
    let message = match count {
        1 => format!("the catalog {} has a fault", ticked(&folder)),
        _ => format!("the catalog {} has {count} faults", ticked(&folder)),
    };
    faults.truncate(SHOWN);
    Error::failed(message).faults(with_texts(folders, faults)).hint(format!("`roles check {folder}` shows all of them"))
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
/// can tell which is meant: its path stays as it is.
fn opened(folders: &[PathBuf], file: &str) -> (String, Option<Rc<str>>) {
    let is_there = |folder: &&PathBuf| folder.join(file).symlink_metadata().is_ok();
    let holders: Vec<&PathBuf> = folders.iter().filter(is_there).collect();
    let path = match holders.as_slice() {
        [folder] => from_here(folder, file),
        _ => file.to_owned(),
    };
    let is_text = |path: &PathBuf| path.metadata().is_ok_and(|meta| meta.is_file() && meta.len() < 1 << 20);
    let mut paths = holders.into_iter().map(|folder| folder.join(file));
    (path, paths.find(is_text).and_then(|path| std::fs::read_to_string(path).ok().map(Rc::from)))
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
