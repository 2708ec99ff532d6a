//! `roles search`: the roles in which all words occur, and the lines they stand in.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::catalog::model::{RoleIx, Section, Tool};
use crate::catalog::{Catalog, Words};
use crate::query::namer::Namer;
use crate::query::terms::{Term, both, postings};
use crate::query::{Answer, absent, lookup};
use crate::request;
use crate::request::SearchSection;
use crate::text::fold;
use crate::text::hint::{Ask, hint};
use crate::text::sorting::Arrange;
use crate::view::error::{Error, ticked, typeable};
use crate::view::{Correction, Hit, Hits, Line, Spelling, View};

/// Sections and what a word in them is worth: a name says more than prose.
const WORTH: [(Section, &str, u32); 6] = [
    (Section::Title, "title", 100),
    (Section::Alias, "alias", 60),
    (Section::Tools, "tool", 40),
    (Section::Competencies, "competency", 20),
    (Section::Summary, "summary", 12),
    (Section::Day, "day", 5),
];

/// Finds roles by word; where no role has all of them, by a title in another language, then with words put
/// right, then by the title that all of them are.
///
/// # Errors
/// When nothing is asked for, or nothing is found.
pub fn answer<'a>(catalog: Catalog<'a>, index: Words<'a>, args: &request::Search) -> Result<Answer<'a>, Error> {
    let terms = terms(&catalog, index, &args.words);
    if terms.is_empty() || args.words.iter().any(|word| word.trim().is_empty()) {
        return Err(Error::failed("there is no word to search for").hint(Ask::of("search").word(example(&catalog))));
    }
    let search = Search { namer: Namer::new(catalog), index, mask: mask(&args.section) };
    let hits = search.hits(&terms);
    if !hits.is_empty() {
        return Ok(View::Search(hits_of(&terms, Vec::new(), hits)).into());
    }
    if args.words.iter().any(|word| word.contains('/')) {
        // `C/C++`, of which no line says both side by side.
        let parts: Vec<String> = args.words.iter().flat_map(|word| word.split('/')).map(str::to_owned).collect();
        let terms = self::terms(&catalog, index, &parts);
        let hits = search.hits(&terms);
        if !hits.is_empty() {
            return Ok(View::Search(hits_of(&terms, Vec::new(), hits)).into());
        }
    }
    let abroad = search.translated(&args.words);
    if !abroad.is_empty() {
        return Ok(View::Search(hits_of(&terms, Vec::new(), abroad)).into());
    }
    let (terms, corrected) = search.corrected(&args.words, terms);
    let hits = search.hits(&terms);
    if hits.is_empty() {
        return search.as_title(&args.words, &terms);
    }
    let notes =
        corrected.iter().map(|c| format!("nothing says {}: showing {}", ticked(&c.word), ticked(&c.instead.join(" "))));
    let notes = notes.collect();
    Ok(Answer::noted(View::Search(hits_of(&terms, corrected, hits)), notes))
}

fn terms(catalog: &Catalog<'_>, index: Words<'_>, words: &[String]) -> Vec<Term> {
    let mut terms: Vec<Term> = words.iter().filter_map(|word| Term::new(catalog, index, word)).collect();
    Term::join(&mut terms, index);
    terms
}

/// What was found, with the words to mark in it.
fn hits_of<'a>(terms: &[Term], corrected: Vec<Correction>, hits: Vec<Hit<'a>>) -> Hits<'a> {
    let mut marks: Vec<Spelling> = Vec::new();
    for phrase in terms.iter().flat_map(|term| &term.phrases) {
        for (at, word) in phrase.words.iter().enumerate() {
            let is_whole = phrase.is_whole || at + 1 < phrase.words.len();
            marks.push(Spelling { word: word.clone(), is_whole });
        }
    }
    let words = terms.iter().flat_map(|term| term.phrases[0].words.clone()).collect();
    Hits { words, marks, corrected, hits }
}

/// A word that a role's title has.
fn example(catalog: &Catalog<'_>) -> String {
    let title = catalog.heads().next().map_or("", |(_, head)| head.title);
    fold::words(title).pop().unwrap_or_else(|| "WORD".to_owned())
}

fn nothing(catalog: &Catalog<'_>, words: &[String]) -> Error {
    let shown: Vec<String> = words.iter().map(|word| ticked(word)).collect();
    let error = Error::nothing(format!("no role speaks of {}", shown.join(" and ")));
    // Of signs alone nothing can be asked.
    let sayable = words.iter().find(|word| !fold::words(word).is_empty()).unwrap_or(&words[0]);
    match words.len() {
        1 if catalog.heads().next().is_none() => error.hint(absent::all_roles(catalog)),
        1 => error.hint(hint![Ask::of("tools"), " and ", Ask::of("competencies"), " list the words of the catalog"]),
        _ => error.hint(hint![
            "a role must have all of the words: try fewer, as in ",
            Ask::of("search").word(typeable(sayable)),
        ]),
    }
}

fn mask(sections: &[SearchSection]) -> u8 {
    let bit = |section: &SearchSection| match section {
        SearchSection::Title => Section::Title,
        SearchSection::Alias => Section::Alias,
        SearchSection::Summary => Section::Summary,
        SearchSection::Competencies => Section::Competencies,
        SearchSection::Tools => Section::Tools,
        SearchSection::Day => Section::Day,
    };
    match sections {
        [] => u8::MAX,
        _ => sections.iter().fold(0, |mask, section| mask | 1 << bit(section) as u8),
    }
}

/// A word of so many letters is looked for within others.
const WITHIN: usize = 6;

/// A catalog whose words are looked up, and in which sections.
struct Search<'a> {
    namer: Namer<'a>,
    index: Words<'a>,
    mask: u8,
}

impl<'a> Search<'a> {
    /// The roles that have every term, best first.
    fn hits(&self, terms: &[Term]) -> Vec<Hit<'a>> {
        let mut found = terms.iter().map(|term| term.found(self.index, self.mask));
        let first = found.next().unwrap_or_default();
        let roles: BTreeMap<RoleIx, u8> = found.fold(first, |kept, other| both(kept, &other));
        let mut hits: Vec<(u32, Hit<'a>)> =
            roles.into_iter().filter_map(|(role, sections)| hit(&self.namer, role, terms, sections)).collect();
        hits.arrange_by_key(|(score, hit)| (std::cmp::Reverse(*score), hit.role.rank, hit.role.id));
        hits.into_iter().map(|(_, hit)| hit).collect()
    }

    /// The roles that have a name of another language with all the words. Those names are in no index: only
    /// who finds nothing else needs them.
    fn translated(&self, typed: &[String]) -> Vec<Hit<'a>> {
        let wanted: Vec<String> = typed.iter().flat_map(|word| fold::words(word)).collect();
        // German compounds have the word within them, and Japanese puts no spaces between words.
        let is_within = |wanted: &str, word: &str| {
            let length = wanted.chars().count();
            wanted == word || (length >= WITHIN || length > 1 && !wanted.is_ascii()) && word.contains(wanted)
        };
        let has_all = |name: &&str| {
            let words = fold::words(name);
            wanted.iter().all(|wanted| words.iter().any(|word| is_within(wanted, word)))
        };
        if self.mask & 1 << Section::Alias as u8 == 0 {
            return Vec::new();
        }
        let catalog = self.namer.catalog;
        let hit = |role: RoleIx| {
            let abroad = catalog.abroad(role);
            let names = abroad.translations().into_iter().flat_map(|it| it.names);
            let mut names: Vec<&str> = names.filter(has_all).collect();
            names.arrange();
            names.dedup();
            let shortest = names.iter().map(|name| name.chars().count()).min()?;
            let line = |name: &str| Line { section: "translation", text: name.to_owned().into() };
            let lines = names.into_iter().map(line).collect();
            Some((shortest, Hit { role: self.namer.role(role), lines }))
        };
        let mut hits: Vec<(usize, Hit<'a>)> = catalog.heads().filter_map(|(role, _)| hit(role)).collect();
        // The name that says least beside the words is the nearest.
        hits.arrange_by_key(|(shortest, hit)| (*shortest, hit.role.rank, hit.role.id));
        hits.into_iter().map(|(_, hit)| hit).collect()
    }

    /// Replaces words that stand nowhere by the words one edit away, and says so.
    fn corrected(&self, typed: &[String], terms: Vec<Term>) -> (Vec<Term>, Vec<Correction>) {
        let mut corrections = Vec::new();
        let mut right = typed.to_vec();
        let mut stands = terms.iter().map(|term| !term.found(self.index, self.mask).is_empty());
        for word in right.iter_mut().filter(|word| !fold::words(word).is_empty()) {
            if stands.next() == Some(true) {
                continue;
            }
            let mut words = fold::words(word);
            for word in &mut words {
                if postings(self.index, word, false, self.mask).is_empty()
                    && let Some(near) = self.near(word)
                {
                    corrections.push(Correction { word: word.clone(), instead: vec![near.clone()] });
                    *word = near;
                }
            }
            *word = words.join(" ");
        }
        if corrections.is_empty() {
            return (terms, corrections);
        }
        (self::terms(&self.namer.catalog, self.index, &right), corrections)
    }

    /// The word one edit away that most roles have. Short words are all near each other: they stay.
    fn near(&self, word: &str) -> Option<String> {
        const SHORTEST: usize = 4;
        const LONGEST: usize = 40;
        if !(SHORTEST..=LONGEST).contains(&word.chars().count()) {
            return None;
        }
        let is_near = |other: &str| other.len().abs_diff(word.len()) <= 4 && strsim::osa_distance(word, other) == 1;
        let all = self.index.beginning("", is_near);
        let counted =
            all.map(|(other, postings)| (postings.iter().filter(|p| p.sections & self.mask != 0).count(), other));
        counted
            .filter(|(count, _)| *count > 0)
            .max_by_key(|(count, other)| (*count, std::cmp::Reverse(*other)))
            .map(|(_, other)| other.to_owned())
    }

    /// Says that nothing was found; where only some sections were looked at, in how many roles it would be.
    fn nothing(&self, typed: &[String], terms: &[Term]) -> Error {
        let catalog = self.namer.catalog;
        let everywhere = Self { namer: Namer::new(catalog), index: self.index, mask: u8::MAX };
        let roles = if self.mask == u8::MAX { 0 } else { everywhere.hits(terms).len() };
        if roles == 0 {
            return nothing(&catalog, typed);
        }
        let shown: Vec<String> = typed.iter().map(|word| ticked(word)).collect();
        let message = format!("no role has {} in what `--section` asks for", shown.join(" and "));
        let everywhere = Ask::of("search").words(typed.iter().map(|word| typeable(word)));
        let roles = if roles == 1 { "1 role has".to_owned() } else { format!("{roles} roles have") };
        Error::nothing(message).hint(hint![roles, " it elsewhere: ", everywhere])
    }

    /// The role whose title all the words are.
    fn as_title(&self, typed: &[String], terms: &[Term]) -> Result<Answer<'a>, Error> {
        let catalog = self.namer.catalog;
        let found = lookup::one(&catalog, &typed.join(" ")).ok().filter(|_| self.mask == u8::MAX);
        let found = found.ok_or_else(|| self.nothing(typed, terms))?;
        let line = Line { section: "title", text: catalog.head(found.role).title.into() };
        let hits = vec![Hit { role: self.namer.role(found.role), lines: vec![line] }];
        Ok(Answer::from(View::Search(hits_of(terms, Vec::new(), hits))).told([found]))
    }
}

/// Scores a role, and picks the lines that have the most of the words.
fn hit<'a>(namer: &Namer<'a>, role: RoleIx, terms: &[Term], sections: u8) -> Option<(u32, Hit<'a>)> {
    let mut best: Vec<u32> = vec![0; terms.len()];
    let mut lines: Vec<(usize, usize, Line<'a>)> = Vec::new();
    for (order, (section, name, worth)) in WORTH.iter().enumerate() {
        if sections & 1 << *section as u8 == 0 {
            continue;
        }
        let mut told: Option<usize> = None;
        for (group, text) in texts(namer, role, *section) {
            let words = fold::words(&text);
            let had: Vec<bool> = terms.iter().map(|term| term.stands_in(&text, &words, *section)).collect();
            let count = had.iter().filter(|had| **had).count();
            // A tool's other names say the same again.
            if count > 0 && (*section != Section::Tools || told != Some(group)) {
                lines.push((count, order, Line { section: name, text }));
                told = Some(group);
            }
            for (best, had) in best.iter_mut().zip(had) {
                *best = (*best).max(if had { *worth } else { 0 });
            }
        }
    }
    if best.contains(&0) {
        return None;
    }
    let most = lines.iter().map(|(count, ..)| *count).max()?;
    lines.retain(|(count, ..)| *count == most);
    let bonus = if most == terms.len() { 3 } else { 0 };
    let score = best.iter().sum::<u32>() + bonus + u32::try_from(lines.len().min(3)).unwrap_or(0);
    let lines = lines.into_iter().map(|(.., line)| line).collect();
    Some((score, Hit { role: namer.role(role), lines }))
}

/// The texts of a section, with what each is a name of.
fn texts<'a>(namer: &Namer<'a>, role: RoleIx, section: Section) -> Vec<(usize, Cow<'a, str>)> {
    let catalog = namer.catalog;
    let texts: Vec<&str> = match section {
        Section::Title => vec![catalog.head(role).title, catalog.id(role)],
        Section::Alias => catalog.prose(role).aliases.iter().map(|alias| alias.name).collect(),
        Section::Summary => vec![catalog.prose(role).summary],
        Section::Day => return catalog.day(role).paragraphs().into_iter().enumerate().collect(),
        Section::Competencies => catalog
            .profile(role)
            .ratings
            .iter()
            .map(|rating| catalog.competency_name(rating.competency).title)
            .collect(),
        Section::Tools => {
            let tools = catalog.profile(role).tools.into_iter().map(|used| catalog.tool(used.tool)).enumerate();
            let names = |(at, tool): (usize, Tool<'a>)| {
                [tool.title].into_iter().chain(tool.aliases).map(move |name| (at, name.into())).collect::<Vec<_>>()
            };
            return tools.flat_map(names).collect();
        }
    };
    texts.into_iter().map(Cow::Borrowed).enumerate().collect()
}
