//! `roles search`: the roles in which all words occur, and the lines they stand in.

use std::collections::BTreeMap;

use crate::app::cli;
use crate::app::cli::SearchSection;
use crate::catalog::model::{RoleIx, Section};
use crate::catalog::{Catalog, Words};
use crate::query::Answer;
use crate::query::namer::Namer;
use crate::text::fold;
use crate::view::error::{Error, ticked, typeable};
use crate::view::{Correction, Hit, Hits, Line, View};

/// Sections and what a word in them is worth: a name says more than prose.
const WORTH: [(Section, &str, u32); 6] = [
    (Section::Title, "title", 100),
    (Section::Alias, "alias", 60),
    (Section::Competencies, "competency", 20),
    (Section::Tools, "tool", 20),
    (Section::Summary, "summary", 12),
    (Section::Day, "day", 5),
];

/// What a word of the index is a match for.
#[derive(Clone)]
struct Term {
    /// The words of a phrase, one after the other; a plain word is a phrase of one.
    words: Vec<String>,
}

/// Finds roles by word.
///
/// # Errors
/// When nothing is asked for, or nothing is found.
pub fn answer<'a>(catalog: Catalog<'a>, index: Words<'a>, args: &cli::Search) -> Result<Answer<'a>, Error> {
    let mut terms: Vec<Term> = args.words.iter().map(|word| Term { words: fold::words(word) }).collect();
    terms.retain(|term| !term.words.is_empty());
    if terms.is_empty() {
        return Err(
            Error::failed("there is no word to search for").hint(format!("`roles search {}`", example(&catalog)))
        );
    }
    let mask = mask(&args.section);
    let (terms, corrected) = corrected(index, terms, mask);
    let roles = matching(index, &terms, mask);
    let namer = Namer::new(catalog);
    let mut hits: Vec<(u32, Hit<'a>)> =
        roles.into_iter().filter_map(|(role, sections)| hit(&namer, role, &terms, sections)).collect();
    if hits.is_empty() {
        return Err(nothing(&args.words));
    }
    hits.sort_by_key(|(score, hit)| (std::cmp::Reverse(*score), hit.role.rank, hit.role.id));
    let hits = hits.into_iter().map(|(_, hit)| hit).collect();
    let words = terms.into_iter().flat_map(|term| term.words).collect();
    let notes =
        corrected.iter().map(|c| format!("nothing says {}: showing {}", ticked(&c.word), ticked(&c.instead.join(" "))));
    let notes = notes.collect();
    Ok(Answer::noted(View::Search(Hits { words, corrected, hits }), notes))
}

/// A word that a role's title has.
fn example(catalog: &Catalog<'_>) -> String {
    let title = catalog.heads().next().map_or("", |(_, head)| head.title);
    fold::words(title).pop().unwrap_or_else(|| "WORD".to_owned())
}

fn nothing(words: &[String]) -> Error {
    let shown: Vec<String> = words.iter().map(|word| ticked(word)).collect();
    let error = Error::nothing(format!("no role speaks of {}", shown.join(" and ")));
    match words.len() {
        1 => error.hint("`roles tools` and `roles competencies` list the words of the catalog"),
        _ => error.hint(format!(
            "a role must have all of the words: try fewer, as in `roles search {}`",
            typeable(&words[0])
        )),
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

/// Replaces words that stand nowhere by the words one edit away, and says so.
fn corrected(index: Words<'_>, terms: Vec<Term>, mask: u8) -> (Vec<Term>, Vec<Correction>) {
    let mut corrections = Vec::new();
    let mut right = Vec::with_capacity(terms.len());
    for mut term in terms {
        for word in &mut term.words {
            if postings(index, word, mask).is_empty()
                && let Some(near) = near(index, word, mask)
            {
                corrections.push(Correction { word: word.clone(), instead: vec![near.clone()] });
                *word = near;
            }
        }
        right.push(term);
    }
    (right, corrections)
}

/// The word one edit away that most roles have. Short words are all near each other: they stay.
fn near(index: Words<'_>, word: &str, mask: u8) -> Option<String> {
    const SHORTEST: usize = 4;
    const LONGEST: usize = 40;
    if !(SHORTEST..=LONGEST).contains(&word.chars().count()) {
        return None;
    }
    let is_near = |other: &str| other.len().abs_diff(word.len()) <= 4 && strsim::osa_distance(word, other) == 1;
    let all = index.beginning("").filter(|(other, _)| is_near(other));
    let counted = all.map(|(other, postings)| (postings.iter().filter(|p| p.sections & mask != 0).count(), other));
    counted
        .filter(|(count, _)| *count > 0)
        .max_by_key(|(count, other)| (*count, std::cmp::Reverse(*other)))
        .map(|(_, other)| other.to_owned())
}

/// Where a word, or one that it begins, stands: sections by role.
fn postings(index: Words<'_>, word: &str, mask: u8) -> BTreeMap<RoleIx, u8> {
    let mut roles = BTreeMap::new();
    for posting in index.beginning(word).flat_map(|(_, postings)| postings) {
        if posting.sections & mask != 0 {
            *roles.entry(posting.role).or_default() |= posting.sections & mask;
        }
    }
    roles
}

/// Roles in which every word stands, with the sections that have any of them.
fn matching(index: Words<'_>, terms: &[Term], mask: u8) -> BTreeMap<RoleIx, u8> {
    let mut words = terms.iter().flat_map(|term| &term.words).map(|word| postings(index, word, mask));
    let first = words.next().unwrap_or_default();
    let both = |kept: BTreeMap<RoleIx, u8>, word: BTreeMap<RoleIx, u8>| {
        kept.into_iter().filter_map(|(role, sections)| Some((role, sections | word.get(&role)?))).collect()
    };
    words.fold(first, both)
}

/// Scores a role, and picks the lines that have the most of the words.
fn hit<'a>(namer: &Namer<'a>, role: RoleIx, terms: &[Term], sections: u8) -> Option<(u32, Hit<'a>)> {
    let mut best: Vec<u32> = vec![0; terms.len()];
    let mut lines: Vec<(usize, usize, Line<'a>)> = Vec::new();
    for (order, (section, name, worth)) in WORTH.iter().enumerate() {
        if sections & 1 << *section as u8 == 0 {
            continue;
        }
        for text in texts(namer, role, *section) {
            let words = fold::words(text);
            let had: Vec<bool> = terms.iter().map(|term| stands_in(term, &words)).collect();
            let count = had.iter().filter(|had| **had).count();
            if count > 0 {
                lines.push((count, order, Line { section: name, text }));
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

/// A phrase stands where its words follow each other; its last word may be a beginning.
fn stands_in(term: &Term, words: &[String]) -> bool {
    let (last, first) = term.words.split_last().expect("terms have words");
    words.windows(term.words.len()).any(|window| {
        let (end, start) = window.split_last().expect("as long as the term");
        start == first && end.starts_with(last.as_str())
    })
}

fn texts<'a>(namer: &Namer<'a>, role: RoleIx, section: Section) -> Vec<&'a str> {
    let catalog = namer.catalog;
    match section {
        Section::Title => vec![catalog.head(role).title, catalog.head(role).id],
        Section::Alias => catalog.prose(role).aliases.iter().map(|alias| alias.name).collect(),
        Section::Summary => vec![catalog.prose(role).summary],
        Section::Day => catalog.prose(role).day,
        Section::Competencies => catalog
            .profile(role)
            .ratings
            .iter()
            .map(|rating| catalog.competency_name(rating.competency).title)
            .collect(),
        Section::Tools => {
            let tools = catalog.profile(role).tools.into_iter().map(|used| catalog.tool(used.tool));
            tools.flat_map(|tool| [tool.title].into_iter().chain(tool.aliases)).collect()
        }
    }
}
