//! Files that are written beside their place and moved there: a disk that is full leaves nothing behind,
//! and nobody reads half of one.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::store::limit;

/// Writes a file that is not there yet.
///
/// # Errors
/// When something is there, which stays as it is, or the file cannot be written.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let is_there = || path.symlink_metadata().is_ok();
    if is_there() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    let beside = Beside::write(path, bytes)?;
    match fs::hard_link(&beside.0, path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists || is_there() => Err(ErrorKind::AlreadyExists.into()),
        // Not every file system has links of this kind.
        Err(_) => fs::rename(&beside.0, path),
        Ok(()) => Ok(()),
    }
}

/// Writes a file in the place of one that may be there.
///
/// # Errors
/// When it cannot be written; what is there stays as it is.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = Beside::write(path, bytes)?;
    fs::rename(&beside.0, path)
}

/// Writes a folder of files, whole or not at all. One that is there is replaced where that is asked for.
///
/// # Errors
/// When something is there that is not to be replaced, or a file cannot be written; what is there stays as it is.
pub fn folder(path: &Path, files: &[(String, String)], is_forced: bool) -> io::Result<()> {
    let name = path.file_name().ok_or(ErrorKind::InvalidInput)?;
    let hidden = |what: &str| {
        let mut hidden = OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".{}.{what}", std::process::id()));
        path.with_file_name(hidden)
    };
    if path.symlink_metadata().is_ok() && !is_forced && !is_empty_folder(path) {
        return Err(ErrorKind::AlreadyExists.into());
    }
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    parent.map_or(Ok(()), fs::create_dir_all)?;
    let (new, old) = (Folder(hidden("tmp")), hidden("old"));
    fs::create_dir(&new.0)?;
    files.iter().try_for_each(|(file, text)| replace(&new.0.join(file), text.as_bytes()))?;
    if path.symlink_metadata().is_ok() {
        fs::rename(path, &old)?;
    }
    fs::rename(&new.0, path).inspect_err(|_| {
        // What was there goes back.
        let _ = fs::rename(&old, path);
    })?;
    // Only now is it of no use any more.
    drop(Folder(old));
    Ok(())
}

fn is_empty_folder(path: &Path) -> bool {
    fs::read_dir(path).is_ok_and(|mut files| files.next().is_none())
}

/// A folder that is taken away, unless it has become another.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A file beside the one that it is to become, taken away unless it has become that.
struct Beside(PathBuf);

impl Beside {
    fn write(path: &Path, bytes: &[u8]) -> io::Result<Self> {
        // No catalog reads what begins with a point.
        let mut name = OsString::from(".");
        name.push(path.file_name().ok_or(ErrorKind::InvalidInput)?);
        name.push(format!(".{}.tmp", std::process::id()));
        let beside = Self(path.with_file_name(name));
        limit::fails_a_write();
        let mut file = File::create(&beside.0)?;
        file.write_all(bytes)?;
        // Some systems tell of a full disk no earlier.
        file.sync_all()?;
        Ok(beside)
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // It is there no more where it was moved.
        let _ = fs::remove_file(&self.0);
    }
}
