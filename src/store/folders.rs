//! The folders of catalogs that are asked for: on the command line, in the environment, in the configuration.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::catalog::MOST;
use crate::request::Global;
use crate::store::places;
use crate::view::error::Error;

/// Refuses more catalogs than can be told apart.
pub fn few_enough(count: usize, no_builtin: bool) -> Result<(), Error> {
    let most = MOST - usize::from(!no_builtin);
    if count <= most {
        return Ok(());
    }
    Err(Error::failed(format!("{count} catalogs are too many: at most {most} can be laid over each other"))
        .hint("copy the files of some of them into one folder"))
}

/// The folders named on the command line or in the environment; else the one in the user's
/// configuration, where there is one.
pub fn asked(global: &Global) -> Vec<PathBuf> {
    let named = named(global);
    if named.is_empty() { configured().into_iter().collect() } else { named }
}

/// The folders that a check reads, bottom first, and where among them the one is that is checked: where
/// the command line or the environment names it, or else on top of those that they name.
///
/// # Errors
/// When they are more than can be told apart.
pub fn under_check(global: &Global, folder: &Path) -> Result<(Vec<PathBuf>, usize), Error> {
    let mut paths = named(global);
    let full = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let checked = full(folder);
    let at = paths.iter().rposition(|path| full(path) == checked).unwrap_or(paths.len());
    match paths.get_mut(at) {
        Some(path) => folder.clone_into(path),
        None => paths.push(folder.to_owned()),
    }
    few_enough(paths.len(), global.no_builtin)?;
    Ok((paths, at))
}

fn named(global: &Global) -> Vec<PathBuf> {
    if global.catalog.is_empty() { of_variable() } else { global.catalog.clone() }
}

/// The catalog in the user's configuration. What is there and cannot be read is named all the same: the
/// reader is to be told of it.
pub fn configured() -> Option<PathBuf> {
    let own = configuration()?.join("roles");
    own.symlink_metadata().ok()?;
    let catalog = own.join("catalog");
    match catalog.symlink_metadata() {
        Err(error) if error.kind() == ErrorKind::NotFound && own.is_dir() => None,
        _ => Some(catalog),
    }
}

/// The folders of `$ROLES_CATALOG`, parted as those of `$PATH` are. What stands between two colons, or
/// beside one, and is empty names no folder.
pub fn of_variable() -> Vec<PathBuf> {
    let stated = std::env::var_os("ROLES_CATALOG").unwrap_or_default();
    std::env::split_paths(&stated).filter(|folder| !folder.as_os_str().is_empty()).collect()
}

/// `$XDG_CONFIG_HOME`, or `~/.config`.
fn configuration() -> Option<PathBuf> {
    let stated = std::env::var_os("XDG_CONFIG_HOME").map(PathBuf::from).filter(|folder| folder.is_absolute());
    stated.or_else(|| places::home().map(|home| home.join(".config")))
}
