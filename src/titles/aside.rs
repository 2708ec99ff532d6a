//! What of a title had no part in what was decided, in the words that were typed.

use crate::catalog::model::Kinds;
use crate::catalog::titles::clean;
use crate::catalog::titles::words;
use crate::catalog::titles::words::Vocabulary;
use crate::text::fold;
use crate::titles::decision::{Decision, How};
use crate::titles::grammar;
use crate::titles::known::Titles;

/// Words side by side that had no part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// As they were typed.
    pub text: String,
    /// Whether the vocabulary knows each word, and none says what a person does or is of another trade.
    pub is_harmless: bool,
    /// Whether all of it is a specialty whose ladder joins another: its step is that other's.
    pub is_joined: bool,
}

/// A word or a phrase of a title.
struct Unit {
    start: usize,
    end: usize,
    /// The words that it stands for.
    words: Vec<String>,
    part: Part,
}

/// Which part a unit had.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Some,
    /// A short word between others, such as `of`: what it has depends on its neighbors.
    Glue,
    None,
}

/// Short words of noise join others.
const LONGEST_GLUE: usize = 4;
/// Words that say nothing of the work.
const EMPTY: Kinds = Kinds(Kinds::NOISE.0 | Kinds::TAIL.0);
/// No phrase has more words.
const LONGEST_PHRASE: usize = 5;

impl Titles<'_> {
    /// Returns the words of a title that had no part in a decision.
    pub fn aside(&self, title: &str, decision: &Decision) -> Vec<Aside> {
        if matches!(decision.how, How::Exact | How::Replaced | How::FirstOfTwo | How::Beginning) {
            return Vec::new();
        }
        let (title, rest) = clean::read(title);
        let mut units = self.units(title);
        let are_all = |words: &[String], of: &[String]| {
            let telling = words.iter().filter(|word| !self.known(word).kinds.has(EMPTY));
            words.iter().any(|word| of.contains(word)) && telling.clone().all(|word| of.contains(word))
        };
        let is_aside = |words: &[String]| are_all(words, &decision.set_aside) || are_all(words, &decision.joined);
        units.iter_mut().filter(|unit| is_aside(&unit.words)).for_each(|unit| unit.part = Part::None);
        join_glue(&mut units);
        let mut asides: Vec<(usize, Aside)> = Vec::new();
        for unit in units.iter().filter(|unit| unit.part == Part::None) {
            let is_harmless = unit.words.iter().all(|word| self.is_harmless(word));
            let is_joined = are_all(&unit.words, &decision.joined);
            match asides.last_mut().filter(|(end, _)| title[*end..unit.start].trim().is_empty()) {
                Some((end, aside)) => {
                    aside.text.push_str(&title[*end..unit.end]);
                    aside.is_harmless &= is_harmless;
                    aside.is_joined &= is_joined;
                    *end = unit.end;
                }
                None => asides
                    .push((unit.end, Aside { text: title[unit.start..unit.end].to_owned(), is_harmless, is_joined })),
            }
        }
        let unread = beginning(rest).map(|text| Aside { text, is_harmless: false, is_joined: false });
        asides.into_iter().map(|(_, aside)| aside).chain(unread).collect()
    }

    fn units(&self, title: &str) -> Vec<Unit> {
        let pieces = pieces(title);
        let mut units = Vec::new();
        let (mut at, mut depth, mut seen) = (0, 0_i32, 0);
        while at < pieces.len() {
            let is_phrase = |used: &usize| self.is_phrase(&title[pieces[at].0..pieces[at + used - 1].1]);
            let used = (2..=LONGEST_PHRASE.min(pieces.len() - at)).rev().find(is_phrase).unwrap_or(1);
            let (start, end) = (pieces[at].0, pieces[at + used - 1].1);
            let words = words::canonical(self, &title[start..end]);
            depth += opened(&title[seen..start]);
            seen = start;
            let part = match is_stray(title, start, end) {
                true if !self.is_grade(&words) => Part::None,
                _ => self.part(&title[start..end], &words, depth > 0),
            };
            units.push(Unit { start, end, words, part });
            at += used;
        }
        units
    }

    fn is_phrase(&self, text: &str) -> bool {
        self.word(&fold::words(text).join(" ")).is_some_and(|known| !known.means.is_empty())
    }

    /// Whether a letter is a number or a language of programs.
    fn is_grade(&self, words: &[String]) -> bool {
        words.iter().any(|word| grammar::numeral(word).is_some() || self.known(word).kinds.has(Kinds::LEXEME))
    }

    /// What brackets hold is noise as a rule, and is not told.
    fn part(&self, text: &str, words: &[String], is_inner: bool) -> Part {
        let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
        let is_number = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
        let is_empty = words.iter().all(|word| is_number(word) || self.known(word).kinds.has(EMPTY));
        match letters {
            _ if !is_empty || is_inner || letters < 2 => Part::Some,
            ..=LONGEST_GLUE => Part::Glue,
            _ => Part::None,
        }
    }

    fn is_harmless(&self, word: &str) -> bool {
        let known = self.known(word);
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        let is_known = known.is_known() || known.kinds.has(Kinds::NOISE) || is_number;
        is_known && known.class.is_none() && !known.kinds.has(Kinds::OUTSIDE)
    }
}

/// How what was not read begins; nothing where all was.
fn beginning(rest: &str) -> Option<String> {
    const SHOWN: usize = 40;
    let rest = rest.trim();
    let end = rest.char_indices().nth(SHOWN).map_or(rest.len(), |(end, _)| end);
    let more = if end < rest.len() { "…" } else { "" };
    (!rest.is_empty()).then(|| format!("{}{more}", &rest[..end]))
}

/// `head of data`: what stands between words that have a part has one; at an end, or beside words that
/// have none, it has none.
fn join_glue(units: &mut [Unit]) {
    for at in 0..units.len() {
        if units[at].part != Part::Glue {
            continue;
        }
        let has_part = |unit: Option<&Unit>| unit.is_some_and(|unit| unit.part == Part::Some);
        let before = units[..at].last();
        let after = units[at + 1..].iter().find(|unit| unit.part != Part::Glue);
        units[at].part = if has_part(before) && has_part(after) { Part::Some } else { Part::None };
    }
}

/// Returns where each word of a title stands.
fn pieces(title: &str) -> Vec<(usize, usize)> {
    let parts = |c: char| c.is_whitespace() || ",;:|/()[]{}–—、，".contains(c);
    let mut pieces = Vec::new();
    let mut start = 0;
    for piece in title.split_inclusive(parts) {
        let word = piece.trim_end_matches(parts);
        if word.chars().any(char::is_alphanumeric) {
            pieces.push((start, start + word.len()));
        }
        start += piece.len();
    }
    pieces
}

/// How many brackets more a text opens than it closes.
fn opened(text: &str) -> i32 {
    text.chars().map(|c| i32::from("([".contains(c)) - i32::from(")]".contains(c))).sum()
}

/// Whether a letter stands alone, and not beside a stroke as those of genders do.
fn is_stray(title: &str, start: usize, end: usize) -> bool {
    let is_letter = title[start..end].chars().filter(|c| c.is_alphanumeric()).count() == 1
        && title[start..end].chars().any(char::is_alphabetic);
    let is_stroke = |c: char| "/|*–-([".contains(c);
    let before = title[..start].trim_end().chars().next_back();
    let after = title[end..].trim_start().chars().next();
    is_letter && !before.is_some_and(is_stroke) && !after.is_some_and(is_stroke)
}
