//! The indexes by which roles are found: by name, by name in other languages, by word.

use std::collections::{BTreeMap, HashMap};

use super::diagnostic::{Diagnostic, Place};
use super::draft::Draft;
use super::model::{NameKind, Posting, Profile, RoleIx, Section};
use super::role::Resolved;
use super::schema::place;
use super::table::Faults;
use super::{blob, fold, parallel};

/// Folded names, each with the roles that it names.
pub type Names = BTreeMap<String, Vec<(RoleIx, NameKind)>>;
/// Folded words, sorted, each with its record: where it stands.
pub type Words = Vec<(Box<str>, Vec<u8>)>;

/// Indexes ids, titles and English aliases. A name that two roles claim is a fault.
pub fn names(roles: &[Resolved<'_>], faults: &mut Faults) -> Names {
    let mut names = Names::new();
    for (role, resolved) in visible(roles) {
        add_name(&mut names, resolved.head.id, role, NameKind::Id);
        add_name(&mut names, resolved.head.title, role, NameKind::Title);
        for alias in &resolved.prose.aliases {
            add_name(&mut names, alias.name, role, NameKind::Alias);
        }
    }
    names.retain(|key, _| !key.is_empty());
    for claims in names.values_mut() {
        claims.sort_by_key(|(role, kind)| (*kind, *role));
        let mut seen = Vec::new();
        claims.retain(|(role, _)| {
            !seen.contains(role) && {
                seen.push(*role);
                true
            }
        });
        faults.0.extend(contested(roles, claims));
    }
    names
}

fn add_name(names: &mut Names, name: &str, role: RoleIx, kind: NameKind) {
    names.entry(fold::key(name)).or_default().push((role, kind));
}

fn contested(roles: &[Resolved<'_>], claims: &[(RoleIx, NameKind)]) -> Option<Diagnostic> {
    // The catalog on top is the one that can be mended.
    let mut claims = claims.to_vec();
    claims.sort_by_key(|(role, _)| roles[role.at()].texts.last().map(|text| text.origin));
    let [(first, _), (second, kind), ..] = claims.as_slice() else { return None };
    let (first, second) = (&roles[first.at()], &roles[second.at()]);
    let key = |name: &str| fold::key(name);
    let name = match kind {
        NameKind::Id => second.head.id,
        NameKind::Title => second.head.title,
        _ => {
            let taken = [first.head.id, first.head.title].map(key);
            let is_taken =
                |name: &str| taken.contains(&key(name)) || first.prose.aliases.iter().any(|a| key(a.name) == key(name));
            second.prose.aliases.iter().map(|alias| alias.name).find(|name| is_taken(name))?
        }
    };
    let message = format!("the name `{name}` already finds `{}`", first.head.id);
    let help = format!("take it out of `{}`, or of `{}`: a name finds one role", second.head.id, first.head.id);
    let path = second.texts.last()?.path;
    let place = second.names.iter().find(|word| &*word.value == name).map_or_else(Place::default, |word| place(word));
    Some(Diagnostic::at(path, place, "two-roles-one-name", message).help(help))
}

/// Indexes the names in other languages. One may stand for several roles.
pub fn foreign(draft: &Draft<'_>, roles: &[Resolved<'_>]) -> BTreeMap<String, Vec<RoleIx>> {
    let mut names: BTreeMap<String, Vec<RoleIx>> = BTreeMap::new();
    for (role, resolved) in visible(roles) {
        let titles = draft.titles_of(resolved.head.id).filter(|titles| titles.language != "en");
        for name in titles.flat_map(|titles| &titles.names) {
            names.entry(fold::key(name)).or_default().push(role);
        }
    }
    names.retain(|key, _| !key.is_empty());
    names.values_mut().for_each(|roles| roles.dedup());
    names
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

/// Indexes every word of every page, beside something else that is to be done.
pub fn words<O>(draft: &Draft<'_>, roles: &[Resolved<'_>], own: impl FnOnce() -> O) -> (Words, O) {
    let roles: Vec<(RoleIx, &Resolved<'_>)> = visible(roles).collect();
    let threads = parallel::threads(roles.len());
    // What the last thread does first takes about a quarter of the time that the words take: its
    // range is the shorter one. More ranges would be parted better, and hold each word more often.
    let ranges: Vec<_> = roles.chunks((roles.len() * 5).div_ceil(threads * 4).max(1)).collect();
    let (parts, own) = parallel::beside(threads, &ranges, |(): &mut (), range| words_of(draft, range), own);
    let mut parts = parts.into_iter();
    let mut words = parts.next().unwrap_or_default();
    for (word, postings) in parts.flatten() {
        words.entry(word).or_default().append(postings);
    }
    let mut words: Words = words.into_iter().map(|(word, postings)| (word, postings.record())).collect();
    words.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    (words, own)
}

/// A million words are looked up, and strangers write them: foldhash is fast, and its seed is random.
type WordMap = HashMap<Box<str>, Postings, foldhash::fast::RandomState>;

fn words_of(draft: &Draft<'_>, roles: &[(RoleIx, &Resolved<'_>)]) -> WordMap {
    let mut words = WordMap::default();
    for (role, resolved) in roles {
        for (section, text) in texts(draft, resolved) {
            fold::each_word(text, |word| match words.get_mut(word) {
                Some(postings) => postings.add(*role, section),
                None => words.entry(word.into()).or_default().add(*role, section),
            });
        }
    }
    words
}

/// Returns what search looks through, section by section.
fn texts<'r>(draft: &'r Draft<'_>, role: &'r Resolved<'_>) -> Vec<(Section, &'r str)> {
    let mut texts =
        vec![(Section::Title, role.head.title), (Section::Title, role.head.id), (Section::Summary, role.prose.summary)];
    texts.extend(role.prose.aliases.iter().map(|alias| (Section::Alias, alias.name)));
    texts.extend(role.prose.day.iter().map(|paragraph| (Section::Day, *paragraph)));
    let profile: Profile<'_> = postcard::from_bytes(&role.profile).expect("it was encoded just now");
    for rating in &profile.ratings {
        texts.push((Section::Competencies, draft.competencies.records[rating.competency.at()].title));
    }
    for used in &profile.tools {
        let tool = &draft.tools.records[used.tool.at()];
        texts.push((Section::Tools, tool.title));
        texts.extend(tool.aliases.iter().map(|alias| (Section::Tools, *alias)));
    }
    texts
}

fn visible<'r, 'a>(roles: &'r [Resolved<'a>]) -> impl Iterator<Item = (RoleIx, &'r Resolved<'a>)> {
    roles.iter().enumerate().filter(|(_, role)| !role.head.hidden).map(|(at, role)| (at.into(), role))
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
