//! The baked form's bytes: a header, then sections of records, each found by its number.
//!
//! ```text
//! magic (8)  version (u32)  checksum (u64)  sections × { start (u32), records (u32) }
//! section: (records + 1) × offset (u32), then the records' bytes
//! ```
//!
//! Nothing is decoded, copied or relocated when a catalog is opened: a record is found by two
//! reads of its section's offsets. Numbers are little-endian.

const MAGIC: &[u8; 8] = b"rolescat";
/// Raised whenever a record's shape changes: bytes of another version are not read.
const VERSION: u32 = 1;
const HEADER: usize = 8 + 4 + 8;

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

/// Collects the records of a catalog that is being baked.
pub struct Writer {
    parts: Vec<Vec<Vec<u8>>>,
}

impl Default for Writer {
    fn default() -> Self {
        Self { parts: vec![Vec::new(); PARTS] }
    }
}

impl Writer {
    /// Adds a record to a section, behind those that are there.
    pub fn push(&mut self, part: Part, record: Vec<u8>) {
        self.parts[part as usize].push(record);
    }

    /// Returns the whole catalog.
    pub fn finish(self) -> Vec<u8> {
        let mut body = Vec::new();
        let mut table = Vec::new();
        let first = HEADER + PARTS * 8;
        for records in &self.parts {
            put(&mut table, first + body.len());
            put(&mut table, records.len());
            section(records, &mut body);
        }
        let mut bytes = Vec::with_capacity(first + body.len());
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&VERSION.to_le_bytes());
        table.append(&mut body);
        bytes.extend_from_slice(&checksum(&table).to_le_bytes());
        bytes.append(&mut table);
        bytes
    }
}

fn section(records: &[Vec<u8>], body: &mut Vec<u8>) {
    let mut end = 0;
    put(body, end);
    for record in records {
        end += record.len();
        put(body, end);
    }
    records.iter().for_each(|record| body.extend_from_slice(record));
}

fn put(bytes: &mut Vec<u8>, number: usize) {
    let number = u32::try_from(number).expect("a catalog is under 4 GiB");
    bytes.extend_from_slice(&number.to_le_bytes());
}

/// FNV-1a over words of eight bytes: fast, and enough to tell a damaged file from a whole one.
fn checksum(bytes: &[u8]) -> u64 {
    let mix = |hash: u64, word: u64| (hash ^ word).wrapping_mul(0x0100_0000_01b3).rotate_left(29);
    let words = bytes.chunks_exact(8);
    let rest = words.remainder().iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
    let hash =
        words.map(|word| u64::from_le_bytes(word.try_into().expect("eight bytes"))).fold(0xcbf2_9ce4_8422_2325, mix);
    mix(hash, rest ^ bytes.len() as u64)
}

/// Why bytes are not a catalog of this version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Damaged;

/// Finds records in baked bytes.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Opens bytes that this very program embeds, without looking at more than their header.
    ///
    /// # Errors
    /// When they were baked by another version.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Damaged> {
        let right =
            bytes.len() >= HEADER + PARTS * 8 && bytes.starts_with(MAGIC) && bytes[8..12] == VERSION.to_le_bytes();
        right.then_some(Self { bytes }).ok_or(Damaged)
    }

    /// Opens bytes that lay on a disk, where anything may have happened to them.
    ///
    /// # Errors
    /// When they were baked by another version, or are damaged.
    pub fn open_checked(bytes: &'a [u8]) -> Result<Self, Damaged> {
        let reader = Self::open(bytes)?;
        let sum = u64::from_le_bytes(bytes[12..HEADER].try_into().expect("eight bytes"));
        (checksum(&bytes[HEADER..]) == sum).then_some(reader).ok_or(Damaged)
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
        &self.bytes[data + start..data + end]
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

    fn number(self, at: usize) -> usize {
        let bytes = self.bytes[at..at + 4].try_into().expect("four bytes");
        u32::from_le_bytes(bytes) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<u8> {
        let mut writer = Writer::default();
        for key in ["ada", "bash", "cobol"] {
            writer.push(Part::Names, key.into());
        }
        writer.push(Part::Usage, Vec::new());
        writer.finish()
    }

    #[test]
    fn records_are_found_by_number_and_by_key() {
        let bytes = sample();
        let reader = Reader::open_checked(&bytes).unwrap();
        assert_eq!(reader.len(Part::Names), 3);
        assert_eq!(reader.text(Part::Names, 2), "cobol");
        assert_eq!(reader.lower_bound(Part::Names, "b"), 1);
        assert_eq!(reader.lower_bound(Part::Names, "zsh"), 3);
        assert_eq!(reader.record(Part::Usage, 0), b"");
        assert_eq!(reader.len(Part::Tools), 0);
    }

    #[test]
    fn damage_is_noticed_wherever_it_falls() {
        let bytes = sample();
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 0x10;
            assert!(Reader::open_checked(&damaged).is_err(), "byte {at}");
        }
        for length in 0..bytes.len() {
            assert!(Reader::open_checked(&bytes[..length]).is_err(), "{length} bytes");
        }
    }
}
