//! Reads the files of a catalog from a folder, trusting none of them.
//!
//! A catalog is somebody else's data: a file may be a pipe that never ends, a link out of the
//! folder, or two gigabytes long. Each such file gets its diagnostic; its neighbours are read.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::look_alike;
use crate::text::harmless::shown_bytes;
use crate::text::sorting::Arrange;

/// The longest file that is read, in bytes. The largest built-in one is a quarter of it.
pub const LONGEST: u64 = 8 * 1024 * 1024;
/// How many files and folders are looked at: a catalog has thousands, a whole disk has millions.
const MOST: usize = 50_000;
/// How deep folders may nest below the catalog's own.
const DEEPEST: usize = 6;

/// A YAML file of a catalog, read.
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
    let (mut found, faults) = find_unsorted(root)?;
    found.arrange_by(|a, b| a.path.cmp(&b.path));
    Ok((found, faults))
}

/// Returns what [`find`] returns, in the order in which the system lists it.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn find_unsorted(root: &Path) -> std::io::Result<(Vec<Found>, Vec<Diagnostic>)> {
    let mut walk = Walk { root: fs::canonicalize(root)?, found: Vec::new(), faults: Vec::new(), seen: 0 };
    fs::read_dir(root)?;
    walk.folder(root, "", 0);
    Ok((walk.found, walk.faults))
}

/// Reads one file into a buffer, in the place of what is there, and returns its text.
///
/// # Errors
/// A diagnostic where it is not a regular file, too long, unreadable or not UTF-8.
pub fn read<'b>(file: &Found, buffer: &'b mut Vec<u8>) -> Result<&'b str, Diagnostic> {
    let unreadable = |error: std::io::Error| {
        Diagnostic::of_file(&file.path, "unreadable-file", format!("cannot read the file: {error}")).help(READABLE)
    };
    let meta = fs::metadata(&file.full).map_err(unreadable)?;
    if !meta.is_file() {
        return Err(not_a_file(&file.path));
    }
    buffer.clear();
    let mut opened = fs::File::open(&file.full).map_err(unreadable)?;
    // A file tells its length, and may be longer all the same.
    buffer.reserve(meta.len().min(LONGEST) as usize + 1);
    limited(&mut opened, buffer).map_err(unreadable)?;
    text(&file.path, buffer)
}

/// Reads to the end, or a byte further than a file may be long.
///
/// # Errors
/// When it cannot be read.
pub fn limited(from: &mut dyn Read, buffer: &mut Vec<u8>) -> std::io::Result<()> {
    from.take(LONGEST + 1).read_to_end(buffer).map(|_| ())
}

/// Returns the text that a file's bytes are.
///
/// # Errors
/// A diagnostic where they are too many, or not UTF-8.
pub fn text<'b>(path: &str, bytes: &'b [u8]) -> Result<&'b str, Diagnostic> {
    if bytes.len() as u64 > LONGEST {
        return Err(Diagnostic::of_file(path, "file-too-long", "the file is over 8 MiB long")
            .help("split it: a file holds one role, or one table"));
    }
    if let Some(encoding) = wide_encoding(bytes) {
        return Err(Diagnostic::of_file(path, "not-utf-8", format!("the file is {encoding}, not UTF-8"))
            .help("save it as UTF-8; in PowerShell, `| Out-File -Encoding utf8 FILE` in the place of `> FILE`"));
    }
    std::str::from_utf8(bytes).map_err(|error| not_utf8(path, &bytes[..error.valid_up_to()]))
}

/// The encoding of a file whose characters take several bytes each, by its first ones: by its mark, or
/// by the zeros beside letters.
fn wide_encoding(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(&[0xff, 0xfe, 0, 0]) || bytes.starts_with(&[0, 0, 0xfe, 0xff]) {
        return Some("UTF-32");
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Some("UTF-16");
    }
    let zeros = bytes.get(..4)?.iter().map(|byte| *byte == 0);
    match zeros.collect::<Vec<_>>()[..] {
        [false, true, true, true] | [true, true, true, false] => Some("UTF-32"),
        [false, true, false, true] | [true, false, true, false] => Some("UTF-16"),
        _ => None,
    }
}

fn not_a_file(path: &str) -> Diagnostic {
    Diagnostic::of_file(path, "not-a-file", "this is not a regular file")
        .help("a catalog is read from plain files and folders only")
}

/// Says where the first wrong byte stands: behind the good ones.
fn not_utf8(path: &str, good: &[u8]) -> Diagnostic {
    let line = good.iter().filter(|b| **b == b'\n').count() as u32 + 1;
    let start = good.iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
    let column = String::from_utf8_lossy(&good[start..]).chars().count() as u32 + 1;
    let place = super::diagnostic::Place { line, column, width: 1 };
    Diagnostic::at(path, place, "not-utf-8", "the file is not UTF-8 from here on").help("save it as UTF-8")
}

const NAME: &str = "the file's name is not UTF-8";
const RENAME: &str = "give it a name in UTF-8";
const READABLE: &str = "let yourself read it (`ls -l` shows who may), or take it out of the catalog's folder";
const MENDED: &str = "mend the link, or take it out of the catalog's folder";
const LINKED: &str = "link its files one by one, or name the folder with a `--catalog` of its own";
const COPIED: &str = "copy it, link its files one by one, or take the link out";
const NAMED: &str = "name the catalog's own folder";
const MOVED_UP: &str = "move it up: a catalog's folders nest at most six deep";

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
            Err(error) => {
                return self.fault(prefix, "unreadable-file", &format!("cannot list the folder: {error}"), READABLE);
            }
        };
        for entry in entries.flatten() {
            self.seen += 1;
            if self.seen == MOST {
                self.fault(prefix, "too-many-files", "the folder holds more files than a catalog can have", NAMED);
            }
            if self.seen >= MOST {
                return;
            }
            let name = entry.file_name();
            match name.to_str() {
                _ if name.as_encoded_bytes().starts_with(b".") => {}
                Some(name) => self.entry(&entry, format!("{prefix}{name}"), depth),
                None => {
                    self.fault(&format!("{prefix}{}", shown_bytes(name.as_encoded_bytes())), "not-utf-8", NAME, RENAME)
                }
            }
        }
    }

    /// Only links need to be followed: what else lies in a folder lies below the catalog's own.
    fn entry(&mut self, entry: &fs::DirEntry, path: String, depth: usize) {
        let full = entry.path();
        let is_yaml = path.ends_with(".yaml") || path.ends_with(".yml");
        match entry.file_type() {
            Ok(kind) if kind.is_symlink() => self.link(full, path, is_yaml),
            Ok(kind) if kind.is_dir() && is_yaml => self.faults.push(not_a_file(&path)),
            Ok(kind) if kind.is_dir() && depth >= DEEPEST => {
                self.fault(&path, "folder-too-deep", "the folder nests too deep", MOVED_UP);
            }
            Ok(kind) if kind.is_dir() => match look_alike::folder(&path) {
                // Its tables would be read as roles, and told of one by one.
                Some(fault) => self.faults.push(fault),
                None => self.folder(&full, &format!("{path}/"), depth + 1),
            },
            _ if is_yaml => self.found.push(Found { path, full }),
            _ => {
                let fault = self.look_alike(&path);
                self.faults.extend(fault);
            }
        }
    }

    /// A link to one regular file is read wherever that lies: whoever made it named the file. A link to
    /// a folder would bring in files that nobody named.
    fn link(&mut self, full: PathBuf, path: String, is_yaml: bool) {
        match fs::canonicalize(&full) {
            Err(_) if is_yaml => self.fault(&path, "unreadable-file", "the link leads to no file", MENDED),
            Err(_) => match self.look_alike(&path) {
                Some(fault) => self.faults.push(fault),
                None => self.fault(&path, "unreadable-file", "the link leads to nothing", MENDED),
            },
            Ok(target) if target.is_file() && is_yaml => self.found.push(Found { path, full }),
            Ok(target) if target.is_file() => {
                let fault = self.look_alike(&path);
                self.faults.extend(fault);
            }
            Ok(target) if !target.is_dir() && is_yaml => self.faults.push(not_a_file(&path)),
            Ok(target) if !target.is_dir() => {}
            Ok(target) if !target.starts_with(&self.root) => {
                self.fault(&path, "link-outside", "the link leads to a folder outside of the catalog's", LINKED);
            }
            Ok(_) => self.fault(&path, "linked-folder", "a linked folder is not followed", COPIED),
        }
    }

    fn look_alike(&self, path: &str) -> Option<Diagnostic> {
        look_alike::file(path, |right| self.root.join(right).exists())
    }

    fn fault(&mut self, path: &str, rule: &'static str, message: &str, help: &str) {
        self.faults.push(Diagnostic::of_file(path, rule, message).help(help));
    }
}
