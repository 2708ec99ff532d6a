//! The catalog: from YAML to baked bytes, and from baked bytes to records.
//!
//! This module is compiled twice: into the build script, which bakes the built-in catalog, and
//! into the program, which reads it and bakes the catalogs of its users. It therefore names
//! nothing but itself and `text`, and the compiler holds it to that.

pub mod baked;
mod evidenced;
pub mod model;
mod moves;
pub mod parallel;
mod published;
pub mod read;
pub mod resolve;
pub mod said;
pub mod score;
mod seldom;
pub mod spelled;
pub mod standing;
pub mod titles;

pub use baked::bake::{MOST, Named, Roles, bake, bake_over, drop_stand_ins, resolve};
pub use baked::kept::{Kept, Pieces};
pub use baked::sections::{Damaged, Sink};
pub use baked::sums::checksum;
pub use baked::words::Words;
pub use evidenced::Unpacked;
pub use seldom::{Abroad, Grounds};

use std::rc::Rc;

use baked::blob::Reader;
use baked::sections::Part;
use baked::sums::hashed;
use model::{
    About, Band, Competency, CompetencyHead, CompetencyIx, Day, Family, FamilyIx, FileText, Head, Level, Name,
    NameKind, Profile, Prose, Region, RegionIx, RegionName, RoleIx, Source, SourceIx, SourceName, TitleName, TitleRole,
    TitleWord, Tool, ToolIx, ToolName, Track, TrackIx,
};
use serde::Deserialize;

use crate::text::fold;

/// A baked catalog, read where it lies: a record is decoded when it is asked for, and no other.
#[derive(Clone, Copy)]
pub struct Catalog<'a> {
    reader: Reader<'a>,
    wants_exact_names: bool,
}

impl titles::words::Vocabulary for Catalog<'_> {
    fn word(&self, key: &str) -> Option<Rc<TitleWord<'_>>> {
        self.title_word(key).map(Rc::new)
    }
}

impl<'a> Catalog<'a> {
    /// Opens bytes that this program baked, and has in memory.
    ///
    /// # Errors
    /// When they were baked by another version.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Damaged> {
        Reader::open(bytes).map(|reader| Self { reader, wants_exact_names: false })
    }

    /// Opens bytes that were kept in a file.
    pub fn kept(kept: &'a Kept) -> Self {
        Self { reader: Reader::Kept(kept), wants_exact_names: false }
    }

    /// The same catalog, whose roles are found by exact names alone where that is wanted.
    pub fn by_exact_names(self, is_wanted: bool) -> Self {
        Self { wants_exact_names: is_wanted, ..self }
    }

    /// Tells whether nothing but an exact name finds a role.
    pub fn wants_exact_names(&self) -> bool {
        self.wants_exact_names
    }

    pub fn about(&self) -> About<'a> {
        self.decode(Part::About, 0)
    }

    /// Returns every role in catalog order, hidden ones too.
    pub fn roles(&self) -> impl Iterator<Item = RoleIx> + use<'a> {
        (0..self.reader.len(Part::Heads)).map(RoleIx::from)
    }

    /// Returns every role that is shown, in catalog order.
    pub fn heads(&self) -> impl Iterator<Item = (RoleIx, Head<'a>)> + use<'a> {
        let catalog = *self;
        self.roles().map(move |role| (role, catalog.head(role))).filter(|(_, head)| !head.hidden)
    }

    pub fn head(&self, role: RoleIx) -> Head<'a> {
        self.decode(Part::Heads, role.at())
    }

    /// Returns a role's id, and reads nothing else of it.
    pub fn id(&self, role: RoleIx) -> &'a str {
        self.first_fields(Part::Heads, role.at())
    }

    pub fn prose(&self, role: RoleIx) -> Prose<'a> {
        self.decode(Part::Proses, role.at())
    }

    pub fn day(&self, role: RoleIx) -> Day<'a> {
        self.decode(Part::Days, role.at())
    }

    pub fn profile(&self, role: RoleIx) -> Profile<'a> {
        self.decode(Part::Profiles, role.at())
    }

    /// Returns the grades of a role, lowest first; none of most.
    pub fn grades(&self, role: RoleIx) -> Vec<model::Grade<'a>> {
        let (mut low, mut high) = (0, self.reader.len(Part::Grades));
        while low < high {
            let middle = low.midpoint(high);
            // A record begins with its role.
            match self.first_fields::<RoleIx>(Part::Grades, middle).cmp(&role) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return self.decode::<model::Graded<'a>>(Part::Grades, middle).grades,
            }
        }
        Vec::new()
    }

    /// Returns the roles that have grades, with them.
    pub fn graded(&self) -> impl Iterator<Item = model::Graded<'a>> + use<'a> {
        self.all(Part::Grades)
    }

    /// Returns the role's files, bottom catalog first.
    pub fn texts(&self, role: RoleIx) -> Vec<FileText<'a>> {
        self.decode(Part::Texts, role.at())
    }

    pub fn families(&self) -> impl Iterator<Item = Family<'a>> + use<'a> {
        self.all(Part::Families)
    }

    pub fn family(&self, family: FamilyIx) -> Family<'a> {
        self.decode(Part::Families, family.at())
    }

    pub fn family_names(&self) -> impl Iterator<Item = Name<'a>> + use<'a> {
        self.all_names(Part::Families)
    }

    pub fn tracks(&self) -> impl Iterator<Item = Track<'a>> + use<'a> {
        self.all(Part::Tracks)
    }

    pub fn track(&self, track: TrackIx) -> Track<'a> {
        self.decode(Part::Tracks, track.at())
    }

    pub fn track_names(&self) -> impl Iterator<Item = Name<'a>> + use<'a> {
        self.all_names(Part::Tracks)
    }

    pub fn levels(&self) -> impl Iterator<Item = Level<'a>> + use<'a> {
        self.all(Part::Levels)
    }

    pub fn competencies(&self) -> impl Iterator<Item = Competency<'a>> + use<'a> {
        self.all(Part::Competencies)
    }

    pub fn competency(&self, competency: CompetencyIx) -> Competency<'a> {
        self.decode(Part::Competencies, competency.at())
    }

    /// Returns, of each competency, how much it matters in the middle half of all roles.
    pub fn bands(&self) -> Vec<Option<Band>> {
        self.decode(Part::Bands, 0)
    }

    pub fn competency_names(&self) -> impl Iterator<Item = Name<'a>> + use<'a> {
        self.all_names(Part::Competencies)
    }

    pub fn competency_heads(&self) -> impl Iterator<Item = CompetencyHead<'a>> + use<'a> {
        self.all_names(Part::Competencies)
    }

    pub fn competency_name(&self, competency: CompetencyIx) -> Name<'a> {
        self.first_fields(Part::Competencies, competency.at())
    }

    pub fn tools(&self) -> impl Iterator<Item = Tool<'a>> + use<'a> {
        self.all(Part::Tools)
    }

    pub fn tool(&self, tool: ToolIx) -> Tool<'a> {
        self.decode(Part::Tools, tool.at())
    }

    pub fn tool_name(&self, tool: ToolIx) -> ToolName<'a> {
        self.first_fields(Part::Tools, tool.at())
    }

    pub fn regions(&self) -> impl Iterator<Item = Region<'a>> + use<'a> {
        self.all(Part::Regions)
    }

    pub fn region(&self, region: RegionIx) -> Region<'a> {
        self.decode(Part::Regions, region.at())
    }

    pub fn region_name(&self, region: RegionIx) -> RegionName<'a> {
        self.first_fields(Part::Regions, region.at())
    }

    pub fn sources(&self) -> impl Iterator<Item = Source<'a>> + use<'a> {
        self.all(Part::Sources)
    }

    pub fn source(&self, source: SourceIx) -> Source<'a> {
        self.decode(Part::Sources, source.at())
    }

    pub fn source_name(&self, source: SourceIx) -> SourceName<'a> {
        self.first_fields(Part::Sources, source.at())
    }

    pub fn source_ids(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.all_names(Part::Sources)
    }

    pub fn source_names(&self) -> impl Iterator<Item = SourceName<'a>> + use<'a> {
        self.all_names(Part::Sources)
    }

    /// Returns the role of an id, hidden or not.
    pub fn find_id(&self, id: &str) -> Option<RoleIx> {
        let is_meant = |role: &RoleIx| self.id(*role) == id;
        // A hidden role has no name that finds it.
        let named = self.named(&fold::key(id)).into_iter().map(|(role, _)| role).find(is_meant);
        named.or_else(|| self.roles().find(is_meant))
    }

    /// Returns the roles that a folded name finds, ids before titles before aliases.
    pub fn named(&self, key: &str) -> Vec<(RoleIx, NameKind)> {
        self.find(Part::Names, key).map(|at| self.decode(Part::NameRoles, at)).unwrap_or_default()
    }

    /// Returns the role that a name finds, and why. An id that is typed to the letter finds the role of that id.
    pub fn called(&self, name: &str) -> Option<(RoleIx, NameKind)> {
        let named = self.named(&fold::key(name));
        let is_id = |(role, kind): &&(RoleIx, NameKind)| *kind == NameKind::Id && self.id(*role) == name;
        let by_id = if named.len() > 1 { named.iter().find(is_id) } else { None };
        by_id.or(named.first()).copied().filter(|(role, kind)| self.is_wanted(*role, *kind, name))
    }

    /// Whether a name that finds a role finds it where exact names alone are wanted.
    fn is_wanted(&self, role: RoleIx, kind: NameKind, name: &str) -> bool {
        !self.wants_exact_names || spelled::is_spelled(self, role, kind == NameKind::Replaced, name)
    }

    /// Returns the roles that stand for others, with the ids of those.
    pub fn stand_ins(&self) -> impl Iterator<Item = (RoleIx, &'a str)> + use<'a> {
        let catalog = *self;
        self.heads().flat_map(move |(role, _)| catalog.prose(role).replaces.into_iter().map(move |old| (role, old)))
    }

    /// Returns every folded name that begins with a key, and the roles that it finds.
    pub fn names_beginning(&self, key: &str) -> impl Iterator<Item = (&'a str, Vec<(RoleIx, NameKind)>)> {
        let catalog = *self;
        self.reader.beginning(Part::Names, key).map(move |(at, name)| (name, catalog.decode(Part::NameRoles, at)))
    }

    /// Returns every folded name.
    pub fn folded_names(&self) -> impl Iterator<Item = &'a str> {
        self.reader.beginning(Part::Names, "").map(|(_, name)| name)
    }

    /// Returns the roles that a folded name in another language finds.
    pub fn named_abroad(&self, name: &str) -> Vec<RoleIx> {
        let at = self.find_hashed(Part::Foreign, &fold::key(name));
        let mut roles: Vec<RoleIx> = at.map(|at| self.decode(Part::ForeignRoles, at)).unwrap_or_default();
        roles.retain(|role| self.is_wanted(*role, NameKind::Translation, name));
        roles
    }

    /// Returns what is known of a folded word of titles, or of a phrase.
    pub fn title_word(&self, key: &str) -> Option<TitleWord<'a>> {
        self.find(Part::TitleWords, key).map(|at| self.decode(Part::TitleRecords, at))
    }

    /// Returns what is known of a word of titles that stands there in the table.
    pub fn title_word_at(&self, place: u32) -> TitleWord<'a> {
        self.decode(Part::TitleRecords, place as usize)
    }

    /// Returns every word of titles, and what is known of it.
    pub fn title_words(&self) -> impl Iterator<Item = (&'a str, TitleWord<'a>)> + use<'a> {
        let catalog = *self;
        self.reader
            .beginning(Part::TitleWords, "")
            .map(move |(at, word)| (word, catalog.decode(Part::TitleRecords, at)))
    }

    /// Returns the words of titles that begin with a folded text.
    pub fn title_words_beginning(&self, text: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        self.reader.beginning(Part::TitleWords, text).map(|(_, word)| word)
    }

    /// Returns the word of titles that a name points at.
    pub fn title_text(&self, word: u32) -> &'a str {
        self.reader.text(Part::TitleWords, word as usize)
    }

    /// Returns the names that have a word, by number.
    pub fn title_postings_at(&self, place: u32) -> Vec<u32> {
        self.decode(Part::TitlePostings, place as usize)
    }

    /// Returns where in the table of words a word stands.
    pub fn title_place(&self, key: &str) -> Option<u32> {
        self.find(Part::TitleWords, key).and_then(|at| u32::try_from(at).ok())
    }

    /// Returns how many names there are.
    pub fn title_name_count(&self) -> usize {
        self.reader.len(Part::TitleNames)
    }

    pub fn title_name(&self, name: u32) -> TitleName {
        self.decode(Part::TitleNames, name as usize)
    }

    /// Returns the roles that words name in this order.
    pub fn titled(&self, words: &str) -> Vec<TitleRole> {
        self.find_hashed(Part::TitleKeys, words).map(|at| self.decode(Part::TitleKeyRoles, at)).unwrap_or_default()
    }

    /// Returns the roles that words name in any order; the words are sorted.
    pub fn titled_in_any_order(&self, words: &str) -> Vec<TitleRole> {
        self.find_hashed(Part::TitleBags, words).map(|at| self.decode(Part::TitleBagRoles, at)).unwrap_or_default()
    }

    /// Returns where a key stands in a sorted section.
    fn find(&self, part: Part, key: &str) -> Option<usize> {
        self.find_bytes(part, key.as_bytes())
    }

    /// Returns where a key stands in a section that has a number for each key.
    fn find_hashed(&self, part: Part, key: &str) -> Option<usize> {
        self.find_bytes(part, &hashed(key))
    }

    fn find_bytes(&self, part: Part, key: &[u8]) -> Option<usize> {
        let at = self.reader.lower_bound_of(part, key);
        (at < self.reader.len(part) && self.reader.record(part, at) == key).then_some(at)
    }

    fn all<T: Deserialize<'a>>(&self, part: Part) -> impl Iterator<Item = T> + use<'a, T> {
        let catalog = *self;
        (0..self.reader.len(part)).map(move |at| catalog.decode(part, at))
    }

    fn decode<T: Deserialize<'a>>(&self, part: Part, index: usize) -> T {
        let record = self.reader.record(part, index);
        postcard::from_bytes(record).expect("records are read by the version that wrote them")
    }

    /// Decodes the fields that a record begins with: what it is called, without what it says.
    fn first_fields<T: Deserialize<'a>>(&self, part: Part, index: usize) -> T {
        let record = self.reader.record(part, index);
        postcard::take_from_bytes(record).expect("records are read by the version that wrote them").0
    }

    fn all_names<T: Deserialize<'a>>(&self, part: Part) -> impl Iterator<Item = T> + use<'a, T> {
        let catalog = *self;
        (0..self.reader.len(part)).map(move |at| catalog.first_fields(part, at))
    }
}
