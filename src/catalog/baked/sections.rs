//! The sections of baked bytes, where they go, and what stands at their end.

pub(super) const MAGIC: &[u8; 8] = b"rolescat";
/// Raised whenever a record's shape changes: bytes of another version are not read.
pub(super) const VERSION: u32 = 40;
/// The bytes at the very end.
pub(super) const TABLE: usize = PARTS * 8 + MAGIC.len() + 4;
/// Least bytes of a piece but the last. Larger ones make a question read what it needs not, smaller
/// ones make the table of a kept file longer, which every question reads.
pub(super) const PIECE: usize = 32 * 1024;

/// The sections, in the order in which they lie: what most questions ask for lies together, last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Part {
    /// The index of words: no section of the catalog that it is made of.
    Words,
    Postings,
    Frameworks,
    ElementNames,
    Records,
    Elements,
    Readings,
    Scales,
    Scoring,
    Technologies,
    Usage,
    StatedMoves,
    /// Readings, technologies, usage and stated moves in fewer bytes, where they do not stand in sections of their own:
    /// only a catalog that is laid over this one asks for them.
    PackedEvidence,
    Terms,
    Mappings,
    Texts,
    Translations,
    Foreign,
    ForeignRoles,
    TitleWords,
    TitleRecords,
    TitlePostings,
    TitleKeys,
    TitleKeyRoles,
    TitleBags,
    TitleBagRoles,
    TitleNames,
    StateRows,
    MetroRows,
    Certificates,
    /// From here on lies what most questions ask for.
    Preparations,
    Series,
    Heads,
    Proses,
    Days,
    Profiles,
    /// Of the roles that have some: most have none.
    Grades,
    /// From here on lies what is known once all roles are.
    Moves,
    Rungs,
    Standings,
    Names,
    NameRoles,
    Related,
    Bands,
    Competencies,
    Tools,
    Regions,
    Sources,
    Levels,
    Tracks,
    Families,
    About,
}

impl Part {
    /// Bytes of each record, where all have the same: where one begins is then reckoned, and not written.
    pub(super) fn width(self) -> Option<usize> {
        const HASH: usize = 8;
        matches!(self, Self::Foreign | Self::TitleKeys | Self::TitleBags).then_some(HASH)
    }
}

pub(super) const PARTS: usize = Part::About as usize + 1;

/// Where baked bytes go, piece by piece. No record and no number lies across two pieces.
pub trait Sink {
    fn piece(&mut self, bytes: &[u8]);
}

impl Sink for Vec<u8> {
    fn piece(&mut self, bytes: &[u8]) {
        self.extend_from_slice(bytes);
    }
}

/// Why bytes are not a catalog of this version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Damaged;

/// Tells whether bytes end as this version writes them.
pub fn is_of_this_version(bytes: &[u8]) -> bool {
    let sign = bytes.strip_suffix(&VERSION.to_le_bytes()).is_some_and(|before| before.ends_with(MAGIC));
    sign && bytes.len() >= TABLE
}
