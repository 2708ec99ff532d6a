//! The baked form's bytes: sections of records, each record found by its number.
//!
//! ```text
//! section: the records, then (records + 1) × place (u32): where each begins, and where the last ends;
//!          of records of one width there are no places
//! at the very end: sections × { where its places stand, or its first record of one width (u32), records (u32) }
//!                  magic (8)  version (u32)
//! ```
//!
//! Nothing is decoded, copied or relocated when a catalog is opened: a record is found by two of its
//! section's places. The table of sections stands at the end, so that what is written first can be on
//! its way to a file before the rest is known. Numbers are little-endian.

use std::ops::Range;

use postcard::ser_flavors::Flavor;
use serde::Serialize;

use crate::catalog::baked::kept::Kept;
use crate::catalog::baked::sections::{Damaged, MAGIC, PARTS, PIECE, Part, Sink, TABLE, VERSION, is_of_this_version};

/// Writes baked bytes: section by section, in their order. One that is left out is empty.
pub struct Writer<'s> {
    into: &'s mut dyn Sink,
    /// Bytes that went there already.
    gone: usize,
    piece: Vec<u8>,
    sections: [(usize, usize); PARTS],
    next: usize,
}

impl<'s> Writer<'s> {
    pub fn new(into: &'s mut dyn Sink) -> Self {
        Self { into, gone: 0, piece: Vec::with_capacity(2 * PIECE), sections: [(0, 0); PARTS], next: 0 }
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
        self.sections[at] = (self.place(), places.len() - 1);
        for place in places {
            self.number(place);
            self.joint();
        }
    }

    /// Writes what stands at the very end.
    pub fn finish(mut self) {
        for (places, records) in self.sections {
            self.number(places);
            self.number(records);
        }
        self.piece.extend_from_slice(MAGIC);
        self.piece.extend_from_slice(&VERSION.to_le_bytes());
        self.into.piece(&self.piece);
    }

    fn place(&self) -> usize {
        self.gone + self.piece.len()
    }

    fn number(&mut self, number: usize) {
        let number = u32::try_from(number).expect("a catalog is under 4 GiB");
        self.piece.extend_from_slice(&number.to_le_bytes());
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
        self.number(self.entry(part) + 4)
    }

    /// Returns a record.
    ///
    /// # Panics
    /// When the section has no such record.
    pub fn record(self, part: Part, index: usize) -> &'a [u8] {
        let count = self.len(part);
        assert!(index < count, "{part:?} has {count} records, not {index}");
        let places = self.number(self.entry(part));
        if let Some(width) = part.width() {
            let start = places + index * width;
            return self.bytes(start..start + width);
        }
        let start = self.number(places + index * 4);
        let end = self.number(places + index * 4 + 4);
        self.bytes(start..end)
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
}
