//! Baked bytes that lie in a file, read piece by piece: who asks for one role of ten thousand reads
//! a few pieces, and not the catalog.
//!
//! ```text
//! pieces: the baked bytes
//! pieces × { where it ends (u32), checksum (u64) }
//! pieces (u32)  checksum of the table before, with what the bytes are kept for mixed in (u64)  magic (8)
//! ```
//!
//! A disk may do anything to a file. The table is checked when the file is opened, and each piece
//! when it is first read; a damaged piece is baked anew, with all others, from the catalog's files.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::path::Path;
use std::sync::{Mutex, OnceLock, PoisonError};

use crate::catalog::baked::sections;
use crate::catalog::baked::sections::{Damaged, Sink};
use crate::catalog::baked::sums::checksum;

const MAGIC: &[u8; 8] = b"roleskpt";
const ENTRY: usize = 4 + 8;
const TRAILER: usize = 4 + 8 + MAGIC.len();

/// Writes baked bytes so that they can be read piece by piece.
pub struct Pieces<W> {
    into: W,
    /// What the bytes are kept for: a file that was put in another's place is none.
    purpose: u64,
    table: Vec<u8>,
    end: usize,
    /// What went wrong first: nothing is written after it.
    result: io::Result<()>,
}

impl<W: Write> Pieces<W> {
    pub fn new(into: W, purpose: u64) -> Self {
        Self { into, purpose, table: Vec::new(), end: 0, result: Ok(()) }
    }

    /// Writes the table of pieces.
    ///
    /// # Errors
    /// When anything could not be written.
    pub fn finish(&mut self) -> io::Result<()> {
        std::mem::replace(&mut self.result, Ok(()))?;
        let count = u32::try_from(self.table.len() / ENTRY).expect("there are fewer pieces than bytes");
        let sum = checksum(&self.table) ^ self.purpose;
        self.table.extend_from_slice(&count.to_le_bytes());
        self.table.extend_from_slice(&sum.to_le_bytes());
        self.table.extend_from_slice(MAGIC);
        self.into.write_all(&self.table)
    }
}

impl<W: Write> Sink for Pieces<W> {
    fn piece(&mut self, bytes: &[u8]) {
        self.end += bytes.len();
        self.table.extend_from_slice(&u32::try_from(self.end).expect("a catalog is under 4 GiB").to_le_bytes());
        self.table.extend_from_slice(&checksum(bytes).to_le_bytes());
        if self.result.is_ok() {
            self.result = self.into.write_all(bytes);
        }
    }
}

/// Bakes the catalog of a file again.
pub type Again = dyn Fn() -> Vec<u8> + Send + Sync;

/// A file of baked bytes.
pub struct Kept {
    /// Several threads ask titles of one catalog: a piece is looked for and read in one go.
    file: Mutex<File>,
    ends: Vec<usize>,
    checksums: Vec<u64>,
    pieces: Vec<OnceLock<Box<[u8]>>>,
    again: Box<Again>,
    baked: OnceLock<Vec<u8>>,
}

impl Kept {
    /// Opens a file that was kept for a purpose. Where a piece of it turns out to be damaged, `again` bakes the same catalog.
    ///
    /// # Errors
    /// When it cannot be read, is damaged, of another version, or kept for something else.
    pub fn open(path: &Path, purpose: u64, again: Box<Again>) -> Result<Self, Damaged> {
        let mut file = File::open(path).map_err(|_| Damaged)?;
        let (ends, checksums) = table(&mut file, purpose).map_err(|_| Damaged)?.ok_or(Damaged)?;
        let pieces = ends.iter().map(|_| OnceLock::new()).collect();
        let kept = Self { file: Mutex::new(file), ends, checksums, pieces, again, baked: OnceLock::new() };
        // The last piece has the table of sections in it, whole.
        let at = kept.ends.len() - 1;
        let last = kept.piece(at).filter(|bytes| sections::is_of_this_version(bytes)).ok_or(Damaged)?;
        kept.pieces[at].set(last).expect("nothing was read before");
        Ok(kept)
    }

    /// Returns how many bytes were baked.
    pub fn length(&self) -> usize {
        self.ends[self.ends.len() - 1]
    }

    /// Returns all bytes, each piece checked.
    pub fn whole(&self) -> Vec<u8> {
        let mut whole = Vec::with_capacity(self.length());
        (0..self.ends.len()).for_each(|at| match self.piece(at) {
            Some(piece) => whole.extend_from_slice(&piece),
            None => whole.extend_from_slice(&self.mended(at)),
        });
        whole
    }

    /// Returns bytes that lie in one piece.
    pub fn bytes(&self, range: Range<usize>) -> &[u8] {
        let at = self.ends.partition_point(|end| *end < range.end.max(1));
        let start = self.start_of(at);
        let piece = self.pieces[at].get_or_init(|| self.piece(at).unwrap_or_else(|| self.mended(at)));
        &piece[range.start - start..range.end - start]
    }

    fn start_of(&self, piece: usize) -> usize {
        piece.checked_sub(1).map_or(0, |before| self.ends[before])
    }

    /// Reads a piece; none where it is damaged.
    fn piece(&self, at: usize) -> Option<Box<[u8]>> {
        let start = self.start_of(at);
        let mut bytes = vec![0; self.ends[at] - start];
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let read = file.seek(SeekFrom::Start(start as u64)).and_then(|_| file.read_exact(&mut bytes));
        (read.is_ok() && checksum(&bytes) == self.checksums[at]).then(|| bytes.into_boxed_slice())
    }

    fn mended(&self, at: usize) -> Box<[u8]> {
        let baked = self.baked.get_or_init(&*self.again);
        baked.get(self.start_of(at)..self.ends[at]).expect("the same files bake to the same bytes").into()
    }
}

type Table = (Vec<usize>, Vec<u64>);

/// Reads the table of pieces; none where it is damaged.
fn table(file: &mut File, purpose: u64) -> io::Result<Option<Table>> {
    let length = file.metadata()?.len();
    let mut trailer = [0; TRAILER];
    file.seek(SeekFrom::End(-(TRAILER as i64)))?;
    file.read_exact(&mut trailer)?;
    let count = u32_at(&trailer, 0) as usize;
    let Some(end) = length.checked_sub((count * ENTRY + TRAILER) as u64).filter(|_| trailer.ends_with(MAGIC)) else {
        return Ok(None);
    };
    let mut table = vec![0; count * ENTRY];
    file.seek(SeekFrom::Start(end))?;
    file.read_exact(&mut table)?;
    let entries = table.chunks_exact(ENTRY).map(|entry| (u32_at(entry, 0) as usize, u64_at(entry, 4)));
    let (ends, checksums): Table = entries.unzip();
    let is_whole = ends.is_sorted() && ends.last().is_some_and(|last| *last as u64 == end);
    let is_meant = checksum(&table) ^ purpose == u64_at(&trailer, 4);
    Ok((is_whole && is_meant).then_some((ends, checksums)))
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes"))
}

fn u64_at(bytes: &[u8], at: usize) -> u64 {
    u64::from_le_bytes(bytes[at..at + 8].try_into().expect("eight bytes"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::baked::blob;
    use crate::catalog::baked::blob::Reader;
    use crate::catalog::baked::blob::tests::sample;
    use crate::catalog::baked::sections::Part;

    const PURPOSE: u64 = 7;

    /// Opens bytes as a kept file, and tells whether anything had to be baked anew.
    fn opened(bytes: &[u8], name: &str) -> Result<Kept, Damaged> {
        let path = std::env::temp_dir().join(format!("roles-kept-{name}-{}", std::process::id()));
        std::fs::write(&path, bytes).unwrap();
        let kept = Kept::open(&path, PURPOSE, Box::new(baked));
        std::fs::remove_file(path).unwrap();
        kept
    }

    fn file() -> Vec<u8> {
        let mut pieces = Pieces::new(Vec::new(), PURPOSE);
        sample(&mut pieces);
        finished(pieces)
    }

    fn finished(mut pieces: Pieces<Vec<u8>>) -> Vec<u8> {
        pieces.finish().unwrap();
        pieces.into
    }

    fn baked() -> Vec<u8> {
        let mut bytes = Vec::new();
        sample(&mut bytes);
        bytes
    }

    #[test]
    fn what_is_kept_reads_like_what_was_baked() {
        let kept = opened(&file(), "whole").unwrap();
        let (bytes, reader) = (baked(), Reader::Kept(&kept));
        let whole = Reader::open(&bytes).unwrap();
        for at in 0..whole.len(Part::Names) {
            assert_eq!(reader.record(Part::Names, at), whole.record(Part::Names, at));
        }
        assert_eq!(reader.record(Part::Usage, 0), b"");
        assert_eq!(kept.whole(), bytes);
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

    #[test]
    fn a_file_in_anothers_place_is_noticed() {
        let mut pieces = Pieces::new(Vec::new(), PURPOSE + 1);
        sample(&mut pieces);
        assert!(opened(&finished(pieces), "swapped").is_err());
    }

    #[test]
    fn a_file_that_cannot_be_written_is_noticed() {
        let mut full = [0; 10];
        let mut pieces = Pieces::new(full.as_mut_slice(), PURPOSE);
        sample(&mut pieces);
        assert_eq!(pieces.finish().unwrap_err().kind(), io::ErrorKind::WriteZero);
    }

    #[test]
    fn bytes_are_parted_between_records() {
        let names: Vec<String> = (0..40_000).map(|number| format!("{number:09}")).collect();
        let mut pieces = Pieces::new(Vec::new(), PURPOSE);
        let mut writer = blob::Writer::new(&mut pieces);
        writer.plain(Part::Names, names.iter());
        writer.finish();
        let kept = opened(&finished(pieces), "parted").unwrap();
        assert!(kept.ends.len() > 10, "{:?}", kept.ends);
        let reader = Reader::Kept(&kept);
        names.iter().enumerate().for_each(|(at, name)| assert_eq!(reader.text(Part::Names, at), name));
    }
}
