//! The baked form's bytes: a header, then sections of records, each found by its number.
//!
//! ```text
//! magic (8)  version (u32)  sections × { start (u32), records (u32) }
//! section: (records + 1) × offset (u32), then the records' bytes
//! ```
//!
//! Nothing is decoded, copied or relocated when a catalog is opened: a record is found by two
//! reads of its section's offsets. Numbers are little-endian.

use std::ops::Range;

use postcard::ser_flavors::Flavor;
use serde::Serialize;

use super::kept::Kept;

const MAGIC: &[u8; 8] = b"rolescat";
/// Raised whenever a record's shape changes: bytes of another version are not read.
const VERSION: u32 = 4;
const HEADER: usize = 8 + 4;

/// The sections, in the order in which they lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Part {
    About,
    Families,
    Tracks,
    Levels,
    Competencies,
    Tools,
    Regions,
    Sources,
    Heads,
    Proses,
    Profiles,
    Moves,
    Names,
    NameRoles,
    Series,
    /// From here on lies what only some questions ask for.
    StateRows,
    MetroRows,
    Mappings,
    Related,
    Words,
    Postings,
    Foreign,
    ForeignRoles,
    Translations,
    Texts,
    Onet,
    Gdad,
    Esco,
    Ladders,
    Usage,
    StatedMoves,
}

const PARTS: usize = Part::StatedMoves as usize + 1;

/// Writes a catalog that is being baked: section by section, in their order, each where it stays.
pub struct Writer {
    bytes: Vec<u8>,
    next: usize,
}

impl Writer {
    /// Begins a catalog of about so many bytes: one that grows is copied, and lies in memory twice.
    pub fn new(about: usize) -> Self {
        let mut bytes = Vec::with_capacity(about);
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&VERSION.to_le_bytes());
        bytes.resize(HEADER + PARTS * 8, 0);
        Self { bytes, next: 0 }
    }

    /// Writes a section of records.
    pub fn records<'r, T: Serialize + 'r>(
        &mut self,
        part: Part,
        records: impl IntoIterator<Item = &'r T, IntoIter: ExactSizeIterator>,
    ) {
        self.section(part as usize, records.into_iter(), append);
    }

    /// Writes a section of records that are bytes already: sorted keys, or what is encoded before.
    pub fn plain(&mut self, part: Part, records: impl ExactSizeIterator<Item: AsRef<[u8]>>) {
        self.section(part as usize, records, |record, bytes| bytes.extend_from_slice(record.as_ref()));
    }

    fn section<T>(&mut self, part: usize, records: impl ExactSizeIterator<Item = T>, write: impl Fn(T, &mut Vec<u8>)) {
        assert_eq!(part, self.next, "sections are written in their order");
        self.next += 1;
        let (start, count) = (self.bytes.len(), records.len());
        self.number(HEADER + part * 8, start);
        self.number(HEADER + part * 8 + 4, count);
        let data = start + (count + 1) * 4;
        self.bytes.resize(data, 0);
        for (at, record) in records.enumerate() {
            write(record, &mut self.bytes);
            self.number(start + (at + 1) * 4, self.bytes.len() - data);
        }
    }

    /// Returns the whole catalog.
    pub fn finish(self) -> Vec<u8> {
        assert_eq!(self.next, PARTS, "every section is written");
        self.bytes
    }

    fn number(&mut self, at: usize, number: usize) {
        let number = u32::try_from(number).expect("a catalog is under 4 GiB");
        self.bytes[at..at + 4].copy_from_slice(&number.to_le_bytes());
    }
}

/// Writes a record behind what is there.
pub fn append(record: &impl Serialize, bytes: &mut Vec<u8>) {
    postcard::serialize_with_flavor(record, Behind(bytes)).expect("every record has a length that is known");
}

/// Where records are written: postcard's own way to extend a vector takes byte after byte, and
/// texts are long.
struct Behind<'v>(&'v mut Vec<u8>);

impl Flavor for Behind<'_> {
    type Output = ();

    fn try_push(&mut self, byte: u8) -> postcard::Result<()> {
        self.0.push(byte);
        Ok(())
    }

    fn try_extend(&mut self, bytes: &[u8]) -> postcard::Result<()> {
        self.0.extend_from_slice(bytes);
        Ok(())
    }

    fn finalize(self) -> postcard::Result<()> {
        Ok(())
    }
}

/// Why bytes are not a catalog of this version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Damaged;

/// Finds records in baked bytes.
#[derive(Clone, Copy)]
pub enum Reader<'a> {
    /// All of them lie in memory.
    Whole(&'a [u8]),
    /// They lie in a file, and are read piece by piece.
    Kept(&'a Kept),
}

impl<'a> Reader<'a> {
    /// Opens bytes that this very program baked, without looking at more than their header.
    ///
    /// # Errors
    /// When they were baked by another version.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Damaged> {
        let right =
            bytes.len() >= HEADER + PARTS * 8 && bytes.starts_with(MAGIC) && bytes[8..12] == VERSION.to_le_bytes();
        right.then_some(Self::Whole(bytes)).ok_or(Damaged)
    }

    /// Returns how many records a section has.
    pub fn len(self, part: Part) -> usize {
        self.number(HEADER + part as usize * 8 + 4)
    }

    /// Returns a record.
    ///
    /// # Panics
    /// When the section has no such record.
    pub fn record(self, part: Part, index: usize) -> &'a [u8] {
        let count = self.len(part);
        assert!(index < count, "{part:?} has {count} records, not {index}");
        let offsets = self.number(HEADER + part as usize * 8);
        let data = offsets + (count + 1) * 4;
        let start = self.number(offsets + index * 4);
        let end = self.number(offsets + index * 4 + 4);
        self.bytes(data + start..data + end)
    }

    /// Returns a record of a section that holds sorted text.
    pub fn text(self, part: Part, index: usize) -> &'a str {
        std::str::from_utf8(self.record(part, index)).expect("keys are written as UTF-8")
    }

    /// Returns the first record of a sorted section that is not below the key.
    pub fn lower_bound(self, part: Part, key: &str) -> usize {
        let (mut low, mut high) = (0, self.len(part));
        while low < high {
            let middle = low.midpoint(high);
            if self.record(part, middle) < key.as_bytes() {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Returns where bytes may be parted: no record and no number lies across.
    pub fn joints(self) -> impl Iterator<Item = usize> {
        (0..PARTS).flat_map(move |part| {
            let (offsets, count) = (self.number(HEADER + part * 8), self.number(HEADER + part * 8 + 4));
            let data = offsets + (count + 1) * 4;
            // Two numbers side by side are read one by one.
            let numbers = (0..=count).map(move |at| offsets + at * 4);
            numbers.chain((0..=count).map(move |at| data + self.number(offsets + at * 4)))
        })
    }

    fn number(self, at: usize) -> usize {
        let bytes = self.bytes(at..at + 4).try_into().expect("four bytes");
        u32::from_le_bytes(bytes) as usize
    }

    fn bytes(self, range: Range<usize>) -> &'a [u8] {
        match self {
            Self::Whole(bytes) => &bytes[range],
            Self::Kept(kept) => kept.bytes(range),
        }
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A catalog of three names and of one empty record.
    pub fn sample() -> Vec<u8> {
        let mut writer = Writer::new(0);
        for part in 0..PARTS {
            let records: &[&str] = match part {
                _ if part == Part::Names as usize => &["ada", "bash", "cobol"],
                _ if part == Part::Usage as usize => &[""],
                _ => &[],
            };
            writer.section(part, records.iter(), |record, bytes| bytes.extend_from_slice(record.as_bytes()));
        }
        writer.finish()
    }

    #[test]
    fn records_are_found_by_number_and_by_key() {
        let bytes = sample();
        let reader = Reader::open(&bytes).unwrap();
        assert_eq!(reader.len(Part::Names), 3);
        assert_eq!(reader.text(Part::Names, 2), "cobol");
        assert_eq!(reader.lower_bound(Part::Names, "b"), 1);
        assert_eq!(reader.lower_bound(Part::Names, "zsh"), 3);
        assert_eq!(reader.record(Part::Usage, 0), b"");
        assert_eq!(reader.len(Part::Tools), 0);
    }
}
