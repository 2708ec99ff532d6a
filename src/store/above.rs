//! The catalog that a folder lies in: a file that is written into the folder is one of that catalog's.

use std::path::{Path, PathBuf};

use crate::catalog::read::files;
use crate::request::Global;
use crate::store::catalogs::{self, Source};
use crate::store::{folders, places};
use crate::view::error::Error;

/// The catalog that a folder lies in, from the folder upwards: the nearest that is asked for, or says anything for all
/// of its roles. Else the folder itself.
pub fn root(global: &Global, folder: &Path) -> PathBuf {
    let full = |path: &Path| std::fs::canonicalize(path).ok();
    // The folder may have to be made first: it will lie in the one above it that is there.
    let Some(there) = std::path::absolute(folder).ok().and_then(|path| path.ancestors().find_map(full)) else {
        return folder.to_owned();
    };
    let named = named(global);
    let home = places::home().and_then(|home| full(&home));
    let is_own = |path: &Path| full(folder).is_some_and(|own| own == path);
    let is_catalog = |path: &&Path| speaks(path) || named.iter().any(|named| named == path);
    // Above what is the user's own nothing was written for a catalog.
    let below_home = there.ancestors().take_while(|path| is_own(path) || home.as_deref() != Some(path));
    let found = below_home.into_iter().find(is_catalog).filter(|path| !is_own(path));
    found.map_or_else(|| folder.to_owned(), from_here)
}

/// The folders of the catalogs that are asked for.
fn named(global: &Global) -> Vec<PathBuf> {
    folders::asked(global).iter().filter_map(|named| std::fs::canonicalize(named).ok()).collect()
}

/// Whether a folder is asked for as a catalog, or says anything for all of its roles.
pub fn is_catalog(global: &Global, folder: &Path) -> bool {
    speaks(folder) || std::fs::canonicalize(folder).is_ok_and(|full| named(global).contains(&full))
}

/// A folder's path, from here where that is shorter.
fn from_here(full: &Path) -> PathBuf {
    let here = std::env::current_dir().ok().and_then(|here| std::fs::canonicalize(here).ok());
    match here.and_then(|here| full.strip_prefix(here).ok().map(Path::to_owned)) {
        Some(path) if path.as_os_str().is_empty() => PathBuf::from("."),
        Some(path) => path,
        None => full.to_owned(),
    }
}

/// Whether a folder says anything for all of its roles.
fn speaks(folder: &Path) -> bool {
    ["catalog.yaml", "catalog.yml"].iter().any(|file| folder.join(file).is_file()) || folder.join("vocabulary").is_dir()
}

/// Returns the baked catalog with the one on top that a folder is of, where that says anything for all of its roles: a
/// file that is written into it speaks its words. Where it has faults, it is left out, and why is told beside.
///
/// # Errors
/// When what is asked for without it cannot be read, or has structural faults.
pub fn on_top(global: &Global, root: &Path) -> Result<(Source, Option<Error>), Error> {
    let laid = if speaks(root) { catalogs::under(global, root).map(Some) } else { Ok(None) };
    match laid {
        Ok(Some(source)) => Ok((source, None)),
        Ok(None) => catalogs::source(global).map(|source| (source, None)),
        Err(why) => catalogs::source(global).map(|source| (source, Some(why))),
    }
}

/// The file of a role of the catalog that lies in a folder, by its id: the path to it. A folder within that is asked
/// for as a catalog of its own has others.
pub fn role_file(global: &Global, root: &Path, id: &str) -> Option<PathBuf> {
    const TABLES: [&str; 2] = ["vocabulary/", "evidence/"];
    let own = std::fs::canonicalize(root).ok()?;
    let others: Vec<PathBuf> = named(global).into_iter().filter(|other| *other != own).collect();
    let is_other = |path: &Path| others.iter().any(|other| path.starts_with(other));
    let is_called = |path: &str| {
        let name = path.rsplit('/').next().and_then(|name| name.rsplit_once('.'));
        name.is_some_and(|(stem, _)| stem == id) && !TABLES.iter().any(|table| path.starts_with(table))
    };
    let (found, _) = files::find(root).ok()?;
    let mut found = found.into_iter().filter(|file| is_called(&file.path) && !is_other(&own.join(&file.path)));
    found.next().map(|file| if root == Path::new(".") { file.path.into() } else { root.join(file.path) })
}
