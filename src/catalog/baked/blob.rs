//! The baked form's bytes: sections of records, each record found by its number.
//!
//! ```text
//! sections: their records
//! behind them: the places of each section's records, (records + 1) × place (u32): where each begins, and where the last
//!              ends; of short records a group of 16: where the first begins (u32), how long each is (16 × u8, the last
//!              group fewer); of records of one width nothing
//! at the very end: sections × { where its places stand, or its first record of one width (u32),
//!                               records, and in the highest bit whether they are short (u32) }
//!                  magic (8)  version (u32)
//! ```
//!
//! Nothing is decoded, copied or relocated when a catalog is opened: a record is found by two of its
//! section's places. The table of sections stands at the end, so that what is written first can be on
//! its way to a file before the rest is known, and places lie together: a question looks into most sections, and finds
//! all it asks for in few pages. Numbers are little-endian.

use std::ops::Range;

use postcard::ser_flavors::Flavor;
use serde::Serialize;

use crate::catalog::baked::kept::Kept;
use crate::catalog::baked::sections::{Damaged, MAGIC, PARTS, PIECE, Part, Sink, TABLE, VERSION, is_of_this_version};

/// So many short records have a place of their own together.
const GROUP: usize = 16;
/// Stands in the number of a section's records where they are short.
const SHORT: usize = 1 << 31;

/// Writes baked bytes: section by section, in their order. One that is left out is empty.
pub struct Writer<'s> {
    into: &'s mut dyn Sink,
    /// Bytes that went there already.
    gone: usize,
    piece: Vec<u8>,
    sections: [(usize, usize); PARTS],
    places: Vec<Places>,
    next: usize,
}

/// Where the records of a section stand, to be written behind all sections.
struct Places {
    section: usize,
    bytes: Vec<u8>,
    /// In how many bytes that is said of a record, or of a group of short ones.
    step: usize,
}

impl<'s> Writer<'s> {
    pub fn new(into: &'s mut dyn Sink) -> Self {
        Self {
            into,
            gone: 0,
            piece: Vec::with_capacity(2 * PIECE),
            sections: [(0, 0); PARTS],
            places: Vec::new(),
            next: 0,
        }
    }

    /// Writes a section of records.
    pub fn records<'r, T: Serialize + 'r>(&mut self, part: Part, records: impl IntoIterator<Item = &'r T>) {
        self.section(part, records.into_iter(), append);
    }

    /// Writes a section of records that are bytes already: sorted keys, or what is encoded before.
    pub fn plain(&mut self, part: Part, records: impl Iterator<Item: AsRef<[u8]>>) {
        self.section(part, records, |record, bytes| bytes.extend_from_slice(record.as_ref()));
    }

    fn section<T>(&mut self, part: Part, records: impl Iterator<Item = T>, write: impl Fn(T, &mut Vec<u8>)) {
        let at = part as usize;
        assert!(at >= self.next, "sections are written in their order");
        self.next = at + 1;
        let mut places = vec![self.place()];
        for record in records {
            write(record, &mut self.piece);
            places.push(self.place());
            self.joint();
        }
        if let Some(width) = part.width() {
            assert!(places.windows(2).all(|two| two[1] - two[0] == width), "{part:?} has records of one width");
            self.sections[at] = (places[0], places.len() - 1);
            return;
        }
        let records = places.len() - 1;
        let lengths: Option<Vec<u8>> = places.windows(2).map(|two| u8::try_from(two[1] - two[0]).ok()).collect();
        let (records, bytes, step) = match lengths {
            Some(lengths) => (records | SHORT, grouped(&places, &lengths), 4 + GROUP),
            None => (records, places.into_iter().flat_map(number).collect(), 4),
        };
        self.sections[at] = (0, records);
        self.places.push(Places { section: at, bytes, step });
    }

    /// Writes where records stand, and what stands at the very end.
    pub fn finish(mut self) {
        for Places { section, bytes, step } in std::mem::take(&mut self.places) {
            self.sections[section].0 = self.place();
            for places in bytes.chunks(step) {
                self.piece.extend_from_slice(places);
                self.joint();
            }
        }
        let table: Vec<u8> =
            self.sections.iter().flat_map(|(places, records)| [number(*places), number(*records)].concat()).collect();
        self.piece.extend_from_slice(&table);
        self.piece.extend_from_slice(MAGIC);
        self.piece.extend_from_slice(&VERSION.to_le_bytes());
        self.into.piece(&self.piece);
    }

    fn place(&self) -> usize {
        self.gone + self.piece.len()
    }

    /// Parts what is written from what follows, where it is long enough for a piece.
    fn joint(&mut self) {
        if self.piece.len() >= PIECE {
            self.into.piece(&self.piece);
            self.gone += self.piece.len();
            self.piece.clear();
        }
    }
}

fn number(number: usize) -> [u8; 4] {
    u32::try_from(number).expect("a catalog is under 4 GiB").to_le_bytes()
}

/// Where short records stand, by their places and how long each is.
fn grouped(places: &[usize], lengths: &[u8]) -> Vec<u8> {
    assert!(lengths.len() < SHORT, "a section has fewer records than that");
    let groups = places.iter().step_by(GROUP).zip(lengths.chunks(GROUP));
    groups.flat_map(|(first, lengths)| [&number(*first), lengths].concat()).collect()
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

/// Finds records in baked bytes.
#[derive(Clone, Copy)]
pub enum Reader<'a> {
    /// All of them lie in memory.
    Whole(&'a [u8]),
    /// They lie in a file, and are read piece by piece.
    Kept(&'a Kept),
}

impl<'a> Reader<'a> {
    /// Opens baked bytes, without looking at more than their end.
    ///
    /// # Errors
    /// When they were baked by another version.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Damaged> {
        is_of_this_version(bytes).then_some(Self::Whole(bytes)).ok_or(Damaged)
    }

    /// Returns how many records a section has.
    pub fn len(self, part: Part) -> usize {
        self.number(self.entry(part) + 4) & !SHORT
    }

    /// Returns a record.
    ///
    /// # Panics
    /// When the section has no such record.
    pub fn record(self, part: Part, index: usize) -> &'a [u8] {
        let counted = self.number(self.entry(part) + 4);
        let count = counted & !SHORT;
        assert!(index < count, "{part:?} has {count} records, not {index}");
        let places = self.number(self.entry(part));
        if let Some(width) = part.width() {
            let start = places + index * width;
            return self.bytes(start..start + width);
        }
        if counted != count {
            return self.bytes(self.short(places, index));
        }
        let start = self.number(places + index * 4);
        let end = self.number(places + index * 4 + 4);
        self.bytes(start..end)
    }

    /// Returns where a short record lies: behind those of its group that come before it.
    fn short(self, places: usize, index: usize) -> Range<usize> {
        let (group, at) = (places + index / GROUP * (4 + GROUP), index % GROUP);
        let lengths = self.bytes(group + 4..group + 4 + at + 1);
        let before: usize = lengths[..at].iter().copied().map(usize::from).sum();
        let start = self.number(group) + before;
        start..start + usize::from(lengths[at])
    }

    /// Returns a record of a section that holds sorted text.
    pub fn text(self, part: Part, index: usize) -> &'a str {
        std::str::from_utf8(self.record(part, index)).expect("keys are written as UTF-8")
    }

    /// Returns the first record of a sorted section that is not below the key.
    pub fn lower_bound(self, part: Part, key: &str) -> usize {
        self.lower_bound_of(part, key.as_bytes())
    }

    /// As [`lower_bound`](Self::lower_bound), of a key in bytes.
    pub fn lower_bound_of(self, part: Part, key: &[u8]) -> usize {
        let (mut low, mut high) = (0, self.len(part));
        while low < high {
            let middle = low.midpoint(high);
            if self.record(part, middle) < key {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Returns the records of a sorted section that begin with a key, with their numbers.
    pub fn beginning(self, part: Part, key: &str) -> impl Iterator<Item = (usize, &'a str)> + use<'a> {
        let key = key.to_owned();
        let keys = (self.lower_bound(part, &key)..self.len(part)).map(move |at| (at, self.text(part, at)));
        keys.take_while(move |(_, text)| text.starts_with(&key))
    }

    /// Returns where the table of sections speaks of one.
    fn entry(self, part: Part) -> usize {
        let length = match self {
            Self::Whole(bytes) => bytes.len(),
            Self::Kept(kept) => kept.length(),
        };
        length - TABLE + part as usize * 8
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
    pub fn sample(into: &mut dyn Sink) {
        let mut writer = Writer::new(into);
        writer.plain(Part::Usage, [""].iter());
        writer.plain(Part::Names, ["ada", "bash", "cobol"].iter());
        writer.finish();
    }

    #[test]
    fn records_are_found_by_number_and_by_key() {
        let mut bytes = Vec::new();
        sample(&mut bytes);
        let reader = Reader::open(&bytes).unwrap();
        assert_eq!(reader.len(Part::Names), 3);
        assert_eq!(reader.text(Part::Names, 2), "cobol");
        assert_eq!(reader.lower_bound(Part::Names, "b"), 1);
        assert_eq!(reader.lower_bound(Part::Names, "zsh"), 3);
        assert_eq!(reader.record(Part::Usage, 0), b"");
        assert_eq!(reader.len(Part::Tools), 0);
    }

    #[test]
    fn records_of_any_length_and_number_are_found() {
        for longest in [0, 1, 255, 256, 70_000] {
            for count in [0, 1, 15, 16, 17, 33] {
                let mut bytes = Vec::new();
                let mut writer = Writer::new(&mut bytes);
                let records: Vec<Vec<u8>> = (0..count).map(|at| vec![at as u8; longest * at / 32]).collect();
                writer.plain(Part::Names, records.iter());
                writer.plain(Part::NameRoles, [vec![7; longest]].iter());
                writer.finish();
                let reader = Reader::open(&bytes).unwrap();
                assert_eq!(reader.len(Part::Names), count);
                (0..count).for_each(|at| assert_eq!(reader.record(Part::Names, at), records[at]));
                assert_eq!(reader.record(Part::NameRoles, 0).len(), longest);
            }
        }
    }
}
