//! Catalogs that were read are kept, baked, in the user's cache folder.
//!
//! A kept catalog is found by a key over what the system knows of every file it was read from: path,
//! size, times of change and, where there are any, inode and device. A changed file is another key,
//! also where a copy keeps size and time. It is written beside its place and moved there, so
//! that nobody ever reads half of it; what is damaged or of another version is ignored.
//! Of a kept catalog a question reads the pieces that it needs (`catalog/kept.rs`). Its index of words
//! is kept beside it, once somebody has searched.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::catalog::read::files::{Found, find_unsorted};
use crate::catalog::{Kept, Pieces, Sink, checksum, parallel};
use crate::store::{embedded, limit, places};
use crate::text::sorting::Arrange;

/// Kept files beyond this number are taken away, the oldest first.
const KEPT: usize = 16;
/// Nobody writes a file for so long: whoever began it was interrupted.
const ABANDONED: Duration = Duration::from_secs(60 * 60);

/// Where a kept catalog lies.
#[derive(PartialEq, Eq)]
pub struct Key(PathBuf);

impl Key {
    /// Returns where the catalog's index of words is kept.
    pub fn of_words(&self) -> Self {
        Self(self.0.with_extension("words.catalog"))
    }
}

/// Returns the key of the catalogs in some folders; none where there is no cache folder.
pub fn key(folders: &[PathBuf], no_builtin: bool) -> Option<Key> {
    key_over(if no_builtin { "" } else { embedded::SUM }, folders)
}

/// Another built-in catalog, or none, is another key: what is kept lies over it.
fn key_over(builtin: &str, folders: &[PathBuf]) -> Option<Key> {
    let mut parts = Parts::default();
    parts.add(env!("CARGO_PKG_VERSION").as_bytes());
    parts.add(builtin.as_bytes());
    for folder in folders {
        parts.add(fs::canonicalize(folder).ok()?.as_os_str().as_encoded_bytes());
        stamp(folder, &mut parts)?;
    }
    Some(Key(folder()?.join(format!("{:016x}.catalog", checksum(&parts.0)))))
}

/// Adds what tells whether a folder's files have changed; none where there is a fault, or one was
/// changed so lately that the next change might bear the same time.
fn stamp(folder: &Path, parts: &mut Parts) -> Option<()> {
    /// Files that are looked at in one go: a look is soon done.
    const BATCH: usize = 64;
    let (found, _) = find_unsorted(folder).ok().filter(|(_, faults)| faults.is_empty())?;
    let now = SystemTime::now();
    let batches: Vec<&[Found]> = found.chunks(BATCH).collect();
    let threads = parallel::threads(found.len());
    let stamps = parallel::map(threads, &batches, |buffer, files| stamp_of(files, now, buffer));
    let sum = stamps.into_iter().try_fold(0, |sum: u64, stamp| Some(sum.wrapping_add(stamp?)))?;
    parts.add(&found.len().to_le_bytes());
    parts.add(&sum.to_le_bytes());
    Some(())
}

/// A sum over files, whatever their order: to sort ten thousand paths takes a tenth of an answer.
fn stamp_of(files: &[Found], now: SystemTime, buffer: &mut Parts) -> Option<u64> {
    let mut sum: u64 = 0;
    for file in files {
        // A linked file is the one that the link ends in.
        let meta = fs::metadata(&file.full).ok()?;
        let changed = meta.modified().ok()?;
        let (inode, touched) = identity(&meta);
        let is_settled = |at: SystemTime| now.duration_since(at).is_ok_and(|age| age > Duration::from_millis(50));
        let is_settled = is_settled(changed) && touched.is_none_or(is_settled);
        let since = changed.duration_since(SystemTime::UNIX_EPOCH).ok().filter(|_| is_settled)?;
        let since_touched = touched.and_then(|at| at.duration_since(SystemTime::UNIX_EPOCH).ok()).unwrap_or_default();
        buffer.0.clear();
        buffer.add(file.path.as_bytes());
        buffer.add(&meta.len().to_le_bytes());
        buffer.add(&since.as_nanos().to_le_bytes());
        buffer.add(&since_touched.as_nanos().to_le_bytes());
        buffer.add(&inode);
        sum = sum.wrapping_add(checksum(&buffer.0));
    }
    Some(sum)
}

/// What tells a file from a copy that has its size and its time: which one it is, and when the system
/// last changed anything of it. Nobody can set the latter.
#[cfg(unix)]
fn identity(meta: &fs::Metadata) -> (Vec<u8>, Option<SystemTime>) {
    use std::os::unix::fs::MetadataExt;
    let inode = [meta.dev().to_le_bytes(), meta.ino().to_le_bytes()].concat();
    let seconds = u64::try_from(meta.ctime()).ok().map(Duration::from_secs);
    let nanoseconds = u64::try_from(meta.ctime_nsec()).ok().map(Duration::from_nanos);
    let touched = seconds.zip(nanoseconds).map(|(seconds, rest)| SystemTime::UNIX_EPOCH + seconds + rest);
    (inode, touched)
}

#[cfg(not(unix))]
fn identity(_: &fs::Metadata) -> (Vec<u8>, Option<SystemTime>) {
    (Vec::new(), None)
}

/// A number for what a file is kept for, of which its name is made: the folder may be moved.
fn purpose(path: &Path) -> u64 {
    checksum(path.file_name().unwrap_or_default().as_encoded_bytes())
}

/// Opens a kept catalog; none where there is none, or it is damaged. `again` bakes the same one:
/// damage may come to light only when a question needs the damaged piece.
pub fn open(key: &Key, again: impl Fn() -> Vec<u8> + Send + Sync + 'static) -> Option<Kept> {
    let path = key.0.clone();
    let again = move || {
        // Nobody else needs to find out; whether it can be taken away changes nothing of the answer.
        let _ = fs::remove_file(&path);
        again()
    };
    Kept::open(&key.0, purpose(&key.0), Box::new(again)).ok()
}

/// Keeps what is baked, while it is baked; tells whether it is kept. A cache that cannot be written
/// is no fault: the next run reads the files again.
///
/// # Errors
/// When it cannot be baked.
pub fn keep<E>(key: &Key, bake: impl FnOnce(&mut dyn Sink) -> Result<(), E>) -> Result<bool, E> {
    let Ok(mut begun) = Begun::new(&key.0) else { return Ok(false) };
    bake(&mut begun.pieces)?;
    Ok(begun.finish(&key.0).is_ok())
}

/// A file that is written beside its place.
struct Begun {
    pieces: Pieces<fs::File>,
    /// Taken away unless it is moved to its place: a disk that is full is not made fuller.
    beside: PathBuf,
}

impl Begun {
    fn new(path: &Path) -> std::io::Result<Self> {
        let folder = path.parent().expect("a key lies in the cache folder");
        fs::create_dir_all(folder)?;
        let beside = folder.join(format!("{}.tmp", std::process::id()));
        limit::fails_a_write();
        Ok(Self { pieces: Pieces::new(fs::File::create(&beside)?, purpose(path)), beside })
    }

    fn finish(&mut self, path: &Path) -> std::io::Result<()> {
        self.pieces.finish()?;
        fs::rename(&self.beside, path)?;
        tidy(path.parent().expect("a key lies in the cache folder"))
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        // It is there no more where all went well.
        let _ = fs::remove_file(&self.beside);
    }
}

/// Takes away what is too much, and what was begun and never finished.
fn tidy(folder: &Path) -> std::io::Result<()> {
    let mut kept = files(folder, "catalog")?;
    kept.arrange();
    let surplus = kept.len().saturating_sub(KEPT);
    let is_abandoned = |changed: &SystemTime| changed.elapsed().is_ok_and(|age| age > ABANDONED);
    let abandoned = files(folder, "tmp")?.into_iter().filter(|(changed, _)| is_abandoned(changed));
    kept.into_iter().take(surplus).chain(abandoned).try_for_each(|(_, path)| fs::remove_file(path))
}

/// Returns the files of a kind, with their times of change.
fn files(folder: &Path, extension: &str) -> std::io::Result<Vec<(SystemTime, PathBuf)>> {
    let entries = fs::read_dir(folder)?.flatten();
    let entries = entries.filter(|entry| entry.path().extension().is_some_and(|of_entry| of_entry == extension));
    Ok(entries.filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path()))).collect())
}

/// `$XDG_CACHE_HOME/roles`, or `~/.cache/roles`.
fn folder() -> Option<PathBuf> {
    let stated = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|folder| folder.is_absolute());
    stated.or_else(|| places::home().map(|home| home.join(".cache"))).map(|folder| folder.join("roles"))
}

/// What a sum is taken of.
#[derive(Default)]
struct Parts(Vec<u8>);

impl Parts {
    /// Adds bytes, and their number, so that two parts never read like one.
    fn add(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(&bytes.len().to_le_bytes());
        self.0.extend_from_slice(bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_much_or_abandoned_is_taken_away() {
        let folder = std::env::temp_dir().join(format!("roles-tidy-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let write = |name: &str, minutes: u64| {
            let file = fs::File::create(folder.join(name)).unwrap();
            file.set_modified(SystemTime::now() - Duration::from_secs(60 * minutes)).unwrap();
        };
        (0..KEPT as u64 + 3).for_each(|age| write(&format!("{age:02}.catalog"), age));
        write("begun.tmp", 1);
        write("abandoned.tmp", 61);
        tidy(&folder).unwrap();
        let mut left: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        fs::remove_dir_all(folder).unwrap();
        left.arrange();
        let expected = (0..KEPT).map(|age| format!("{age:02}.catalog")).chain(["begun.tmp".to_owned()]);
        assert_eq!(left, expected.map(std::ffi::OsString::from).collect::<Vec<_>>());
    }

    #[test]
    fn another_catalog_beneath_is_another_key() {
        let folders = [PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/overlay"))];
        let keys = ["", "one", "another"].map(|sum| key_over(sum, &folders).expect("the files are settled").0);
        assert!(keys[0] != keys[1] && keys[1] != keys[2] && keys[0] != keys[2], "{keys:?}");
        assert_eq!(key(&folders, true).expect("the files are settled").0, keys[0]);
        assert_eq!(key_over(embedded::SUM, &folders).map(|key| key.0), key(&folders, false).map(|key| key.0));
    }

    #[test]
    fn files_that_are_not_read_change_no_key() {
        let folder = std::env::temp_dir().join(format!("roles-key-{}", std::process::id()));
        fs::create_dir_all(folder.join(".git")).unwrap();
        let key_with = |file: &str| {
            fs::write(folder.join(file), "x: 1\n").unwrap();
            // A file that was just changed has no key.
            std::thread::sleep(Duration::from_millis(60));
            key_over("", std::slice::from_ref(&folder)).expect("the files are settled").0
        };
        let keys = ["one.yaml", ".git/HEAD", "README.md", "two.yaml"].map(key_with);
        fs::remove_dir_all(folder).unwrap();
        assert!(keys[0] == keys[1] && keys[1] == keys[2] && keys[2] != keys[3], "{keys:?}");
    }
}
