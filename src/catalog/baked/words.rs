//! The index of words: in which roles a word stands, and in which sections of their pages.
//!
//! It is made of a baked catalog, apart from it: `search` alone asks for it, and of a large catalog
//! it takes about as long to bake as all the rest.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::catalog::baked::blob;
use crate::catalog::baked::blob::{Reader, Writer};
use crate::catalog::baked::sections::{Damaged, Part, Sink};
use crate::catalog::model::{Posting, RoleIx, Section};
use crate::catalog::{Catalog, Kept, parallel};
use crate::text::fold;

/// A baked index of words, read where it lies.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    reader: Reader<'a>,
}

impl<'a> Words<'a> {
    /// Opens an index that is in memory.
    ///
    /// # Errors
    /// When it was baked by another version.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Damaged> {
        Reader::open(bytes).map(|reader| Self { reader })
    }

    /// Opens an index that was kept in a file.
    pub fn kept(kept: &'a Kept) -> Self {
        Self { reader: Reader::Kept(kept) }
    }

    /// Returns every word that begins with a folded word and is meant, and where it stands.
    pub fn beginning(
        self,
        word: &str,
        is_meant: impl Fn(&str) -> bool,
    ) -> impl Iterator<Item = (&'a str, Vec<Posting>)> {
        let postings = move |at| postcard::from_bytes(self.reader.record(Part::Postings, at));
        let words = self.reader.beginning(Part::Words, word).filter(move |(_, word)| is_meant(word));
        words.map(move |(at, word)| (word, postings(at).expect("records are read by the version that wrote them")))
    }
}

/// Indexes every word of every page of a catalog that lies in memory.
///
/// # Errors
/// When the catalog was baked by another version.
pub fn bake(catalog: &[u8], into: &mut dyn Sink) -> Result<(), Damaged> {
    let open = || Catalog::open(catalog);
    let roles: Vec<RoleIx> = open()?.heads().map(|(role, _)| role).collect();
    let threads = parallel::threads(roles.len());
    // Ranges of roles in a row: more of them would be parted better, and hold each word more often.
    let ranges: Vec<&[RoleIx]> = roles.chunks(roles.len().div_ceil(threads).max(1)).collect();
    let parts = parallel::map(threads, &ranges, |(): &mut (), range| open().map(|catalog| words_of(&catalog, range)));
    let mut words = WordMap::default();
    for part in parts {
        append(&mut words, part?);
    }
    let mut words: Vec<(Box<str>, Postings)> = words.into_iter().collect();
    words.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    let mut writer = Writer::new(into);
    writer.plain(Part::Words, words.iter().map(|(word, _)| word.as_bytes()));
    writer.plain(Part::Postings, words.into_iter().map(|(_, postings)| postings.record()));
    writer.finish();
    Ok(())
}

/// A million words are looked up, and strangers write them: foldhash is fast, and its seed is random.
type WordMap = HashMap<Box<str>, Postings, foldhash::fast::RandomState>;

/// Adds the words of later roles.
fn append(words: &mut WordMap, later: WordMap) {
    if words.is_empty() {
        *words = later;
        return;
    }
    for (word, postings) in later {
        words.entry(word).or_default().append(postings);
    }
}

fn words_of(catalog: &Catalog<'_>, roles: &[RoleIx]) -> WordMap {
    let mut words = WordMap::default();
    for role in roles {
        for (section, text) in texts(catalog, *role) {
            fold::each_word(&text, |word| match words.get_mut(word) {
                Some(postings) => postings.add(*role, section),
                None => words.entry(word.into()).or_default().add(*role, section),
            });
        }
    }
    words
}

/// Returns what search looks through, section by section.
fn texts<'a>(catalog: &Catalog<'a>, role: RoleIx) -> Vec<(Section, Cow<'a, str>)> {
    let (head, prose, profile) = (catalog.head(role), catalog.prose(role), catalog.profile(role));
    let plain = [(Section::Title, head.title), (Section::Title, head.id), (Section::Summary, prose.summary)];
    let mut texts: Vec<(Section, Cow<'a, str>)> = plain.map(|(section, text)| (section, text.into())).into();
    texts.extend(prose.aliases.iter().map(|alias| (Section::Alias, alias.name.into())));
    texts.extend(catalog.day(role).paragraphs().into_iter().map(|paragraph| (Section::Day, paragraph)));
    for rating in &profile.ratings {
        texts.push((Section::Competencies, catalog.competency_name(rating.competency).title.into()));
    }
    for used in &profile.tools {
        let tool = catalog.tool(used.tool);
        texts.push((Section::Tools, tool.title.into()));
        texts.extend(tool.aliases.into_iter().map(|alias| (Section::Tools, alias.into())));
    }
    texts
}

/// Where a word stands, as its record will say it but for its length: one posting after the other.
#[derive(Default)]
struct Postings {
    count: u32,
    bytes: Vec<u8>,
    /// The last posting, of a role that may have more sections to come.
    last: Option<Posting>,
}

impl Postings {
    /// Adds a section of a role; roles come in catalog order.
    fn add(&mut self, role: RoleIx, section: Section) {
        let sections = 1 << section as u8;
        match &mut self.last {
            Some(last) if last.role == role => last.sections |= sections,
            _ => {
                self.end();
                self.last = Some(Posting { role, sections });
            }
        }
    }

    /// Writes the last posting.
    fn end(&mut self) {
        if let Some(last) = self.last.take() {
            self.count += 1;
            blob::append(&last, &mut self.bytes);
        }
    }

    /// Adds the postings of later roles.
    fn append(&mut self, mut later: Self) {
        self.end();
        later.end();
        self.count += later.count;
        self.bytes.extend_from_slice(&later.bytes);
    }

    /// Returns the record of the word: the postings as a list.
    fn record(mut self) -> Vec<u8> {
        self.end();
        let mut record = Vec::with_capacity(self.bytes.len() + 5);
        blob::append(&self.count, &mut record);
        record.append(&mut self.bytes);
        record
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postings_are_the_record_of_a_list() {
        let mut postings = Postings::default();
        postings.add(RoleIx(3), Section::Title);
        postings.add(RoleIx(3), Section::Day);
        let mut later = Postings::default();
        later.add(RoleIx(300), Section::Title);
        postings.append(later);
        let title = 1 << Section::Title as u8;
        let listed = [
            Posting { role: RoleIx(3), sections: title | 1 << Section::Day as u8 },
            Posting { role: RoleIx(300), sections: title },
        ];
        assert_eq!(postings.record(), postcard::to_allocvec(listed.as_slice()).unwrap());
    }
}
