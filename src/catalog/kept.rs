//! Baked bytes that lie in a file, read piece by piece: who asks for one role of ten thousand reads
//! a few pieces, and not the catalog.
//!
//! ```text
//! magic (8)  pieces (u32)  checksum of what follows up to the first piece (u64)
//! pieces × { end (u32), checksum (u64) }   the pieces: the baked bytes
//! ```
//!
//! A disk may do anything to a file. The table is checked when the file is opened, and each piece
//! when it is first read; a damaged piece is baked anew, with all others, from the catalog's files.

use std::cell::OnceCell;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::path::Path;

use super::blob::{Damaged, Reader};
use super::parallel;

const MAGIC: &[u8; 8] = b"roleskpt";
const HEADER: usize = 8 + 4 + 8;
const ENTRY: usize = 4 + 8;
/// Least bytes of a piece but the last. Larger ones make a question read what it needs not, smaller
/// ones make the table longer, which every question reads.
const PIECE: usize = 32 * 1024;

/// Writes baked bytes as a file that can be read piece by piece.
///
/// # Errors
/// When they cannot be written.
pub fn write(bytes: &[u8], into: &mut impl Write) -> io::Result<()> {
    let ends = ends(bytes);
    let starts = [0].into_iter().chain(ends.iter().copied());
    let pieces: Vec<&[u8]> = starts.zip(&ends).map(|(start, end)| &bytes[start..*end]).collect();
    let checksums = parallel::map(parallel::threads(pieces.len()), &pieces, |(): &mut (), piece| checksum(piece));
    let mut table = Vec::with_capacity(ends.len() * ENTRY);
    for (end, checksum) in ends.iter().zip(checksums) {
        table.extend_from_slice(&u32::try_from(*end).expect("a catalog is under 4 GiB").to_le_bytes());
        table.extend_from_slice(&checksum.to_le_bytes());
    }
    into.write_all(MAGIC)?;
    into.write_all(&u32::try_from(ends.len()).expect("there are fewer pieces than bytes").to_le_bytes())?;
    into.write_all(&checksum(&table).to_le_bytes())?;
    into.write_all(&table)?;
    into.write_all(bytes)
}

/// Returns where the pieces end.
fn ends(bytes: &[u8]) -> Vec<usize> {
    let reader = Reader::open(bytes).expect("it was baked just now");
    let mut start = 0;
    let mut ends: Vec<usize> = Vec::new();
    for joint in reader.joints().filter(|joint| *joint < bytes.len()) {
        if joint >= start + PIECE {
            start = joint;
            ends.push(joint);
        }
    }
    ends.push(bytes.len());
    ends
}

/// A file of baked bytes.
pub struct Kept {
    file: File,
    /// Where the first piece begins.
    start: u64,
    ends: Vec<usize>,
    checksums: Vec<u64>,
    pieces: Vec<OnceCell<Box<[u8]>>>,
    again: Box<dyn Fn() -> Vec<u8>>,
    baked: OnceCell<Vec<u8>>,
}

impl Kept {
    /// Opens a file. Where a piece of it turns out to be damaged, `again` bakes the same catalog.
    ///
    /// # Errors
    /// When it cannot be read, is damaged, or of another version.
    pub fn open(path: &Path, again: Box<dyn Fn() -> Vec<u8>>) -> Result<Self, Damaged> {
        let mut file = File::open(path).map_err(|_| Damaged)?;
        let length = file.metadata().map_err(|_| Damaged)?.len();
        let (ends, checksums) = table(&mut file, length).map_err(|_| Damaged)?.ok_or(Damaged)?;
        let start = (HEADER + ends.len() * ENTRY) as u64;
        let is_whole = ends.is_sorted() && ends.last().is_some_and(|end| start + *end as u64 == length);
        let pieces = ends.iter().map(|_| OnceCell::new()).collect();
        let kept = Self { file, start, ends, checksums, pieces, again, baked: OnceCell::new() };
        // The first piece has the header and the sections' table in it, whole.
        let first = is_whole.then(|| kept.piece(0)).ok_or(Damaged)??;
        Reader::open(&first)?;
        kept.pieces[0].set(first).expect("nothing was read before");
        Ok(kept)
    }

    /// Returns bytes that lie in one piece.
    pub fn bytes(&self, range: Range<usize>) -> &[u8] {
        let at = self.ends.partition_point(|end| *end < range.end.max(1));
        let start = self.start_of(at);
        let piece = self.pieces[at].get_or_init(|| self.piece(at).unwrap_or_else(|Damaged| self.mended(at)));
        &piece[range.start - start..range.end - start]
    }

    fn start_of(&self, piece: usize) -> usize {
        piece.checked_sub(1).map_or(0, |before| self.ends[before])
    }

    /// Reads a piece, and checks it.
    fn piece(&self, at: usize) -> Result<Box<[u8]>, Damaged> {
        let start = self.start_of(at);
        let mut bytes = vec![0; self.ends[at] - start];
        let mut file = &self.file;
        let read = file.seek(SeekFrom::Start(self.start + start as u64)).and_then(|_| file.read_exact(&mut bytes));
        let is_right = read.is_ok() && checksum(&bytes) == self.checksums[at];
        is_right.then(|| bytes.into_boxed_slice()).ok_or(Damaged)
    }

    fn mended(&self, at: usize) -> Box<[u8]> {
        let baked = self.baked.get_or_init(&*self.again);
        baked.get(self.start_of(at)..self.ends[at]).expect("the same files bake to the same bytes").into()
    }
}

type Table = (Vec<usize>, Vec<u64>);

/// Reads the table of pieces; none where it is damaged.
fn table(file: &mut File, length: u64) -> io::Result<Option<Table>> {
    let mut header = [0; HEADER];
    file.read_exact(&mut header)?;
    let count = u32_at(&header, 8) as usize;
    if !header.starts_with(MAGIC) || (count * ENTRY) as u64 > length {
        return Ok(None);
    }
    let mut table = vec![0; count * ENTRY];
    file.read_exact(&mut table)?;
    if checksum(&table) != u64_at(&header, 12) {
        return Ok(None);
    }
    let entries = table.chunks_exact(ENTRY).map(|entry| (u32_at(entry, 0) as usize, u64_at(entry, 4)));
    Ok(Some(entries.unzip()))
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes"))
}

fn u64_at(bytes: &[u8], at: usize) -> u64 {
    u64::from_le_bytes(bytes[at..at + 8].try_into().expect("eight bytes"))
}

/// FNV-1a over words of eight bytes: fast, and enough to tell a damaged file from a whole one, or a
/// changed folder from what it was.
pub fn checksum(bytes: &[u8]) -> u64 {
    let mix = |hash: u64, word: u64| (hash ^ word).wrapping_mul(0x0100_0000_01b3).rotate_left(29);
    let words = bytes.chunks_exact(8);
    let rest = words.remainder().iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
    let hash =
        words.map(|word| u64::from_le_bytes(word.try_into().expect("eight bytes"))).fold(0xcbf2_9ce4_8422_2325, mix);
    mix(hash, rest ^ bytes.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::blob::{Part, tests::sample};

    /// Opens bytes as a kept file, and tells whether anything had to be baked anew.
    fn opened(bytes: &[u8], name: &str) -> Result<Kept, Damaged> {
        let path = std::env::temp_dir().join(format!("roles-kept-{name}-{}", std::process::id()));
        std::fs::write(&path, bytes).unwrap();
        let kept = Kept::open(&path, Box::new(sample));
        std::fs::remove_file(path).unwrap();
        kept
    }

    fn file() -> Vec<u8> {
        let mut file = Vec::new();
        write(&sample(), &mut file).unwrap();
        file
    }

    #[test]
    fn what_is_kept_reads_like_what_was_baked() {
        let kept = opened(&file(), "whole").unwrap();
        let (bytes, reader) = (sample(), Reader::Kept(&kept));
        let whole = Reader::open(&bytes).unwrap();
        for at in 0..whole.len(Part::Names) {
            assert_eq!(reader.record(Part::Names, at), whole.record(Part::Names, at));
        }
        assert_eq!(reader.record(Part::Usage, 0), b"");
        assert!(kept.baked.get().is_none());
    }

    #[test]
    fn damage_is_noticed_or_mended_wherever_it_falls() {
        let file = file();
        for at in 0..file.len() {
            let mut damaged = file.clone();
            damaged[at] ^= 0x10;
            if let Ok(kept) = opened(&damaged, "damaged") {
                assert_eq!(Reader::Kept(&kept).text(Part::Names, 2), "cobol", "byte {at}");
            }
        }
        for length in 0..file.len() {
            assert!(opened(&file[..length], "cut").is_err(), "{length} bytes");
        }
    }
}
