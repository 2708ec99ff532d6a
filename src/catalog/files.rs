//! Reads the files of a catalog from a folder, trusting none of them.
//!
//! A catalog is somebody else's data: a file may be a pipe that never ends, a link out of the
//! folder, or two gigabytes long. Each such file gets its diagnostic; its neighbours are read.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::diagnostic::Diagnostic;

/// The longest file that is read, in bytes. The largest built-in one is a quarter of it.
const LONGEST: u64 = 8 * 1024 * 1024;
/// How many files and folders are looked at: a catalog has thousands, a whole disk has millions.
const MOST: usize = 50_000;
/// How deep folders may nest below the catalog's own.
const DEEPEST: usize = 6;

/// A YAML file of a catalog.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Relative to the catalog's folder, with `/` between the parts.
    pub path: String,
    pub text: String,
}

/// A YAML file that is there, unread.
#[derive(Debug, Clone)]
pub struct Found {
    /// Relative to the catalog's folder, with `/` between the parts.
    pub path: String,
    pub full: PathBuf,
}

/// Returns the YAML files below a folder, sorted by path, and what could not be looked at.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn find(root: &Path) -> std::io::Result<(Vec<Found>, Vec<Diagnostic>)> {
    let mut walk = Walk { root: fs::canonicalize(root)?, found: Vec::new(), faults: Vec::new(), seen: 0 };
    fs::read_dir(root)?;
    walk.folder(root, "", 0);
    walk.found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok((walk.found, walk.faults))
}

/// Reads one file.
///
/// # Errors
/// A diagnostic where it is not a regular file, too long, unreadable or not UTF-8.
pub fn read(file: &Found) -> Result<SourceFile, Diagnostic> {
    let unreadable = |error: std::io::Error| {
        Diagnostic::of_file(&file.path, "unreadable-file", format!("cannot read the file: {error}"))
    };
    let meta = fs::metadata(&file.full).map_err(unreadable)?;
    if !meta.is_file() {
        return Err(not_a_file(&file.path));
    }
    let mut bytes = Vec::new();
    let opened = fs::File::open(&file.full).map_err(unreadable)?;
    opened.take(LONGEST + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > LONGEST {
        return Err(Diagnostic::of_file(&file.path, "file-too-long", "the file is over 8 MiB long")
            .help("split it: a file holds one role, or one table"));
    }
    let text = String::from_utf8(bytes).map_err(|error| not_utf8(&file.path, &error))?;
    Ok(SourceFile { path: file.path.clone(), text })
}

fn not_a_file(path: &str) -> Diagnostic {
    Diagnostic::of_file(path, "not-a-file", "this is not a regular file")
        .help("a catalog is read from plain files and folders only")
}

/// Says where the first wrong byte stands.
fn not_utf8(path: &str, error: &std::string::FromUtf8Error) -> Diagnostic {
    let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
    let line = good.iter().filter(|b| **b == b'\n').count() as u32 + 1;
    let start = good.iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
    let column = String::from_utf8_lossy(&good[start..]).chars().count() as u32 + 1;
    let place = super::diagnostic::Place { line, column, width: 1 };
    Diagnostic::at(path, place, "not-utf-8", "the file is not UTF-8 from here on").help("save it as UTF-8")
}

struct Walk {
    root: PathBuf,
    found: Vec<Found>,
    faults: Vec<Diagnostic>,
    seen: usize,
}

impl Walk {
    fn folder(&mut self, folder: &Path, prefix: &str, depth: usize) {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => return self.fault(prefix, "unreadable-file", &format!("cannot list the folder: {error}")),
        };
        for entry in entries.flatten() {
            self.seen += 1;
            if self.seen == MOST {
                self.fault(prefix, "too-many-files", "the folder holds more files than a catalog can have");
            }
            if self.seen >= MOST {
                return;
            }
            let name = entry.file_name();
            let Some(name) = name.to_str() else {
                self.fault(prefix, "not-utf-8", "a file name here is not UTF-8");
                continue;
            };
            if !name.starts_with('.') {
                self.entry(&entry.path(), &format!("{prefix}{name}"), depth);
            }
        }
    }

    fn entry(&mut self, full: &Path, path: &str, depth: usize) {
        let is_yaml = path.ends_with(".yaml") || path.ends_with(".yml");
        let Ok(target) = fs::canonicalize(full) else {
            if is_yaml {
                self.fault(path, "unreadable-file", "the file cannot be followed to its end");
            }
            return;
        };
        if !target.starts_with(&self.root) {
            return self.fault(path, "link-outside", "the link leads out of the catalog's folder");
        }
        match (target.is_dir(), is_yaml) {
            (true, true) => self.faults.push(not_a_file(path)),
            (true, false) if fs::symlink_metadata(full).is_ok_and(|m| m.is_symlink()) => {
                self.fault(path, "linked-folder", "a linked folder is not followed");
            }
            (true, false) if depth >= DEEPEST => self.fault(path, "folder-too-deep", "the folder nests too deep"),
            (true, false) => self.folder(full, &format!("{path}/"), depth + 1),
            (false, true) => self.found.push(Found { path: path.to_owned(), full: full.to_owned() }),
            (false, false) => {}
        }
    }

    fn fault(&mut self, path: &str, rule: &'static str, message: &str) {
        self.faults.push(Diagnostic::of_file(path, rule, message));
    }
}
