//! From text to the words that it stands for: `Sr. Softwareentwicklerin` is `senior software developer`.

use std::collections::HashMap;
use std::rc::Rc;

use crate::catalog::model::{Class, Kinds, TitleWord};
use crate::text::fold;

/// Where words are looked up.
pub trait Vocabulary {
    /// Returns what is known of a folded word, or of a phrase of several parted by single spaces.
    fn word(&self, key: &str) -> Option<Rc<TitleWord<'_>>>;
}

/// No phrase has more words, and none of those written without spaces more characters.
const LONGEST_PHRASE: usize = 5;
const LONGEST_RUN: usize = 12;
/// Compounds are words from this length on, in characters.
const COMPOUND: usize = 8;

/// How much of what a word tells a function tells, and what every word tells at least.
pub const OF_FUNCTION: f32 = 0.7;
pub const LEAST: f32 = 0.25;

/// Returns which of some words says what a person does: in front in languages that begin with it, else
/// the last.
pub fn function(words: &[(Option<Class>, Kinds)]) -> Option<usize> {
    let says = |weak: bool| {
        let says = move |at: &usize| words[*at].0.is_some() && (weak || !words[*at].1.has(Kinds::WEAK));
        let first = (0..words.len()).find(says)?;
        if first == 0 && words.len() > 1 { Some(first) } else { (0..words.len()).rev().find(says) }
    };
    says(false).or_else(|| says(true))
}

/// What single words stand for, of those that were met: names have few words, again and again.
pub type Singles = HashMap<String, Vec<String>, foldhash::fast::RandomState>;

/// Returns the words that a text stands for.
pub fn canonical(vocabulary: &impl Vocabulary, text: &str) -> Vec<String> {
    canonical_of(vocabulary, &mut Singles::default(), text)
}

/// As [`canonical`], for whoever reads many texts by one vocabulary.
pub fn canonical_of(vocabulary: &impl Vocabulary, singles: &mut Singles, text: &str) -> Vec<String> {
    let raw = raw_words(vocabulary, text);
    let first = joined(vocabulary, &raw, Some(singles));
    // Phrases of another language are told by what their words stand for.
    let is_noise = |word: &String| vocabulary.word(word).is_some_and(|known| known.kinds.has(Kinds::NOISE));
    let telling: Vec<String> = first.iter().filter(|word| !is_noise(word)).cloned().collect();
    let mut words = if telling.is_empty() { first } else { joined(vocabulary, &telling, None) };
    words.dedup();
    words
}

/// Replaces phrases, longest first, and single words where that is wanted.
fn joined(vocabulary: &impl Vocabulary, words: &[String], mut singles: Option<&mut Singles>) -> Vec<String> {
    let mut out = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let known = vocabulary.word(&words[at]);
        let begins = known.as_ref().is_some_and(|known| known.kinds.has(Kinds::PHRASE));
        if let Some((means, used)) = begins.then(|| phrase(vocabulary, &words[at..])).flatten() {
            out.extend(means);
            at += used;
            continue;
        }
        match &mut singles {
            Some(singles) => match singles.get(&words[at]) {
                Some(means) => out.extend_from_slice(means),
                None => {
                    let from = out.len();
                    single(vocabulary, &words[at], known.as_deref(), &mut out);
                    singles.insert(words[at].clone(), out[from..].to_vec());
                }
            },
            None => out.push(words[at].clone()),
        }
        at += 1;
    }
    out
}

/// Returns what the longest phrase in front stands for, and how many words it has.
fn phrase(vocabulary: &impl Vocabulary, words: &[String]) -> Option<(Vec<String>, usize)> {
    (2..=words.len().min(LONGEST_PHRASE)).rev().find_map(|used| {
        let key = words[..used].join(" ");
        let known = vocabulary.word(&key)?;
        let means = |known: &TitleWord<'_>| known.means.iter().map(|word| (*word).to_owned()).collect();
        Some((means(&known), used))
    })
}

fn single(vocabulary: &impl Vocabulary, word: &str, known: Option<&TitleWord<'_>>, out: &mut Vec<String>) {
    if let Some(known) = known.filter(|known| known.kinds.has(Kinds::LEXEME)) {
        return push(known, word, out);
    }
    for shorter in shorter(word) {
        if let Some(known) = vocabulary.word(&shorter).filter(|known| known.kinds.has(Kinds::LEXEME)) {
            return push(&known, &shorter, out);
        }
    }
    match compound(vocabulary, word) {
        Some(parts) => parts.iter().for_each(|part| match vocabulary.word(part) {
            Some(known) => push(&known, part, out),
            None => out.push(part.clone()),
        }),
        None => out.push(stem(word)),
    }
}

fn push(known: &TitleWord<'_>, word: &str, out: &mut Vec<String>) {
    match known.means.as_slice() {
        [] => out.push(word.to_owned()),
        means => out.extend(means.iter().map(|word| (*word).to_owned())),
    }
}

/// The singular, and the masculine form of German.
fn shorter(word: &str) -> Vec<String> {
    let mut shorter = vec![stem(word)];
    for ending in ["innen", "in"] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= 5) {
            shorter.push(stem.to_owned());
        }
    }
    shorter.retain(|short| short != word);
    shorter
}

/// Returns a word without the ending of the plural.
fn stem(word: &str) -> String {
    if !word.is_ascii() {
        return word.to_owned();
    }
    let keeps = ["ss", "us", "is", "ics", "js"].iter().any(|ending| word.ends_with(ending));
    match word {
        _ if word.len() > 4 && word.ends_with("ies") => format!("{}y", &word[..word.len() - 3]),
        _ if word.len() > 3 && word.ends_with('s') && !keeps => word[..word.len() - 1].to_owned(),
        _ => word.to_owned(),
    }
}

/// Parts `mjukvarutestare`: into the fewest words that are known; a linking `s` is allowed.
fn compound(vocabulary: &impl Vocabulary, word: &str) -> Option<Vec<String>> {
    let ends: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
    let count = ends.len() - 1;
    if !(COMPOUND..=40).contains(&count) || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    let mut best: Vec<Option<Vec<String>>> = vec![None; count + 1];
    best[0] = Some(Vec::new());
    for from in 0..count {
        let Some(parts) = best[from].clone() else { continue };
        for to in (from + 2..=count.min(from + 18)).filter(|to| to - from < count) {
            let part = &word[ends[from]..ends[to]];
            if !is_part(vocabulary, part) {
                continue;
            }
            let grown: Vec<String> = parts.iter().cloned().chain([part.to_owned()]).collect();
            let links = word[ends[to]..].starts_with('s') && to + 1 < count;
            for end in [Some(to), links.then_some(to + 1)].into_iter().flatten() {
                if best[end].as_ref().is_none_or(|other| other.len() > grown.len()) {
                    best[end] = Some(grown.clone());
                }
            }
        }
    }
    best.pop().flatten()
}

/// Whether a compound may have a part: a word of the vocabulary, of three letters or more, or `it`.
fn is_part(vocabulary: &impl Vocabulary, part: &str) -> bool {
    let is_telling = |known: Rc<TitleWord<'_>>| {
        let is_rank = known.rank > 0 && !["senior", "junior"].contains(&part);
        known.kinds.has(Kinds::LEXEME) && !is_rank && !known.kinds.has(Kinds(Kinds::NOISE.0 | Kinds::TAIL.0))
    };
    (part.len() >= 3 || part == "it") && vocabulary.word(part).is_some_and(is_telling)
}

/// Returns the folded words of a text; those of scripts without spaces are parted by what is known.
fn raw_words(vocabulary: &impl Vocabulary, text: &str) -> Vec<String> {
    let folded = fold::letters(text).replace(".net", " dotnet ");
    let mut words = Vec::new();
    let mut word = String::new();
    for c in folded.chars() {
        let is_sign = (c == '+' || c == '#') && !word.is_empty();
        if !c.is_alphanumeric() && !is_sign {
            finish(vocabulary, &mut word, &mut words);
            continue;
        }
        if word.chars().last().is_some_and(|last| !is_sign && has_no_spaces(last) != has_no_spaces(c)) {
            finish(vocabulary, &mut word, &mut words);
        }
        word.push(c);
    }
    finish(vocabulary, &mut word, &mut words);
    words
}

fn finish(vocabulary: &impl Vocabulary, word: &mut String, words: &mut Vec<String>) {
    if word.is_empty() {
        return;
    }
    match word.chars().next().is_some_and(has_no_spaces) {
        true => parted(vocabulary, word, words),
        false => words.push(word.clone()),
    }
    word.clear();
}

/// Chinese, Japanese and Korean put no spaces between the words of a title.
fn has_no_spaces(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3005}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

fn parted(vocabulary: &impl Vocabulary, run: &str, words: &mut Vec<String>) {
    let ends: Vec<usize> = run.char_indices().map(|(at, _)| at).chain([run.len()]).collect();
    let count = ends.len() - 1;
    let (mut at, mut unknown) = (0, String::new());
    while at < count {
        let longest = (1..=LONGEST_RUN.min(count - at)).rev().find(|length| {
            let part = &run[ends[at]..ends[at + length]];
            vocabulary.word(part).is_some_and(|known| known.kinds.has(Kinds::LEXEME))
        });
        if let Some(length) = longest {
            words.extend((!unknown.is_empty()).then(|| std::mem::take(&mut unknown)));
            words.push(run[ends[at]..ends[at + length]].to_owned());
            at += length;
        } else {
            unknown.push_str(&run[ends[at]..ends[at + 1]]);
            at += 1;
        }
    }
    words.extend((!unknown.is_empty()).then_some(unknown));
}
