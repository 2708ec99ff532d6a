//! Catalogs that were read are kept, baked, in the user's cache folder.
//!
//! A kept catalog is found by a key over the path, size and time of change of every file it was
//! read from: a changed file is another key. It is written beside its place and moved there, so
//! that nobody ever reads half of it; what is damaged or of another version is ignored.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::catalog::Catalog;
use crate::{catalogs, embedded};

/// Kept catalogs beyond this number are taken away, the oldest first.
const KEPT: usize = 16;

/// Where a kept catalog lies.
pub struct Key(PathBuf);

/// Returns the key of the catalogs in some folders; none where there is no cache folder.
pub fn key(folders: &[PathBuf], no_builtin: bool) -> Option<Key> {
    let mut hash = Fnv::default();
    hash.add(env!("CARGO_PKG_VERSION").as_bytes());
    hash.add(&embedded::BYTES[..embedded::BYTES.len().min(20)]);
    hash.add(&[u8::from(no_builtin)]);
    for folder in folders {
        let full = fs::canonicalize(folder).ok()?;
        hash.add(full.as_os_str().as_encoded_bytes());
        stamp(&full, &mut hash, 0)?;
    }
    Some(Key(folder()?.join(format!("{:016x}.catalog", hash.0))))
}

/// Adds what tells whether a folder's files have changed. None where a file was changed so
/// lately that the next change might bear the same time.
fn stamp(folder: &Path, hash: &mut Fnv, depth: usize) -> Option<()> {
    let mut entries: Vec<_> = fs::read_dir(folder).ok()?.flatten().collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let meta = entry.metadata().ok()?;
        if meta.is_dir() && depth < 8 {
            hash.add(entry.file_name().as_encoded_bytes());
            stamp(&entry.path(), hash, depth + 1)?;
            continue;
        }
        let changed = meta.modified().ok()?;
        let is_settled = SystemTime::now().duration_since(changed).is_ok_and(|age| age > Duration::from_millis(50));
        let since = changed.duration_since(SystemTime::UNIX_EPOCH).ok().filter(|_| is_settled && !meta.is_symlink())?;
        hash.add(entry.file_name().as_encoded_bytes());
        hash.add(&meta.len().to_le_bytes());
        hash.add(&since.as_nanos().to_le_bytes());
    }
    Some(())
}

/// Reads a kept catalog; none where there is none, or it is damaged.
pub fn read(key: &Key) -> Option<Vec<u8>> {
    let bytes = fs::read(&key.0).ok()?;
    Catalog::open_checked(&bytes).is_ok().then_some(bytes)
}

/// Keeps a catalog. A cache that cannot be written is no fault: the next run reads the files again.
pub fn write(key: &Key, bytes: &[u8]) {
    let _ = try_write(&key.0, bytes);
}

fn try_write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = path.parent().expect("a key lies in the cache folder");
    fs::create_dir_all(folder)?;
    let beside = folder.join(format!("{}.tmp", std::process::id()));
    fs::File::create(&beside)?.write_all(bytes)?;
    fs::rename(&beside, path)?;
    tidy(folder)
}

fn tidy(folder: &Path) -> std::io::Result<()> {
    let mut kept: Vec<(SystemTime, PathBuf)> = fs::read_dir(folder)?
        .flatten()
        .filter(|entry| entry.path().extension().is_some_and(|extension| extension == "catalog"))
        .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path())))
        .collect();
    kept.sort();
    let surplus = kept.len().saturating_sub(KEPT);
    kept.into_iter().take(surplus).try_for_each(|(_, path)| fs::remove_file(path))
}

/// `$XDG_CACHE_HOME/roles`, or `~/.cache/roles`.
fn folder() -> Option<PathBuf> {
    let stated = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|folder| folder.is_absolute());
    stated.or_else(|| catalogs::home().map(|home| home.join(".cache"))).map(|folder| folder.join("roles"))
}

/// FNV-1a, 64 bits.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    /// Adds bytes, and their number, so that two parts never read like one.
    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes.iter().chain(&bytes.len().to_le_bytes()) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
