//! The parts of a title: seniority, specialty, trade, function, numeral, and a tail.

use std::rc::Rc;

use crate::catalog::model::{Class, Kinds};
use crate::catalog::titles::clean;
use crate::catalog::titles::words;
use crate::text::fold;
use crate::titles::function::DEPARTMENT;
use crate::titles::known::Titles;
use crate::titles::word::Word;

/// A title, read.
#[derive(Debug, Default)]
pub struct Parsed {
    /// The part that says what the person is.
    pub head: Vec<Part>,
    /// The other parts.
    pub tails: Vec<Vec<Rc<Word>>>,
    pub seniority: Option<Seniority>,
    /// Every word that says how senior, as it was read.
    pub ranks: Vec<String>,
    /// All words outside brackets, tails too.
    pub outer: Vec<Rc<Word>>,
    /// Whether the person works for the one whose title it is: `Assistant to the CTO`.
    pub serves: bool,
}

/// A word of the head.
#[derive(Debug, Clone)]
pub struct Part {
    pub word: Rc<Word>,
    /// Whether it says how senior, and not what.
    pub is_rank: bool,
}

/// How senior a title says that a person is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seniority {
    pub word: String,
    /// 1 (intern) to 9.
    pub rank: u8,
    pub is_numeral: bool,
}

impl Parsed {
    /// The head's words without those of seniority.
    pub fn plain(&self) -> Vec<Rc<Word>> {
        self.head.iter().filter(|part| !part.is_rank).map(|part| part.word.clone()).collect()
    }

    pub fn tail(&self) -> impl Iterator<Item = &Rc<Word>> {
        self.tails.iter().flatten()
    }
}

/// Reads a title.
pub fn parse(titles: &Titles<'_>, title: &str) -> Parsed {
    let segments = segments(titles, title);
    let head = head(titles, &segments);
    let mut parsed = Parsed { outer: outer(titles, title), serves: serves(titles, title), ..Parsed::default() };
    for (at, words) in segments.into_iter().enumerate() {
        let is_head = at == head;
        let parts = parsed.read(&words, is_head, at <= head);
        match is_head {
            true => parsed.head = parts,
            false => parsed.tails.push(parts.into_iter().filter(|part| !part.is_rank).map(|part| part.word).collect()),
        }
    }
    parsed.tails.retain(|tail| !tail.is_empty());
    parsed
}

/// Which part says what the person is: the first with a function, unless one before is a name by
/// itself, as in `CTO, Head of IT`.
fn head(titles: &Titles<'_>, segments: &[Vec<Rc<Word>>]) -> usize {
    let Some(first) = segments.iter().position(|words| words.iter().any(|word| word.class.is_some())) else { return 0 };
    let leads = matches!(segments[first][0].class, Some(Class::Director | Class::Officer));
    let is_name = |words: &Vec<Rc<Word>>| {
        let plain: Vec<&str> = words.iter().filter(|word| word.rank == 0).map(|word| word.text.as_str()).collect();
        !plain.is_empty() && !titles.called(&plain).is_empty()
    };
    segments[..first].iter().position(is_name).filter(|_| leads).unwrap_or(first)
}

/// Whether a title says that somebody assists the one who is named: in front, or at the very end.
fn serves(titles: &Titles<'_>, title: &str) -> bool {
    let words = fold::words(clean::read(title).0);
    if words.len() < 2 {
        return false;
    }
    let assists = |word: &String| {
        let assistant = words::canonical(titles, word);
        matches!(assistant.as_slice(), [only] if only == "assistant" || only == "secretary")
    };
    let has_class = |words: &[String], classes: &[Class]| {
        let said = words.iter().flat_map(|word| words::canonical(titles, word));
        said.filter_map(|word| titles.known(&word).class).any(|class| classes.contains(&class))
            || leads_department(titles, words)
    };
    use Class::{Director, Manager, Officer};
    match words.as_slice() {
        [first, joint, rest @ ..] if assists(first) && JOINTS.contains(&joint.as_str()) => {
            joint == "to" || has_class(rest, &[Director, Manager, Officer])
        }
        // Slavic languages put the one who is assisted into the genitive; an assistant director directs.
        [first, rest @ ..] if first.as_str() != "assistant" && assists(first) => has_class(rest, &[Director, Officer]),
        [rest @ .., last] if assists(last) => has_class(rest, &[Director, Officer]),
        _ => false,
    }
}

/// Words that stand between who assists and who is assisted.
const JOINTS: [&str; 23] = [
    "to", "of", "for", "der", "des", "dem", "den", "von", "fur", "de", "du", "d", "del", "della", "al", "alla", "van",
    "do", "da", "dla", "till", "til", "au",
];

/// Whether words are the name of a role that leads a department or a company.
fn leads_department(titles: &Titles<'_>, words: &[String]) -> bool {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    titles.called(&words).iter().any(|role| titles.role(*role).rank >= DEPARTMENT)
}

impl Parsed {
    fn read(&mut self, words: &[Rc<Word>], is_head: bool, is_front: bool) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::with_capacity(words.len());
        let has_function = words.iter().any(|word| word.class.is_some() && word.text != "lead" && word.rank == 0);
        for (at, word) in words.iter().enumerate() {
            let is_last = at + 1 == words.len();
            let is_rank = self.is_rank(word, is_head, is_front, words.len() == 1)
                && (word.text != "lead" || has_function || !is_head);
            let before = at.checked_sub(1).map(|before| &words[before]);
            if is_rank {
                self.note(Seniority { word: word.text.clone(), rank: word.rank, is_numeral: false });
            }
            let grade = numeral(&word.text).filter(|_| is_front && (is_last || before.is_some_and(grades)));
            if let Some(rank) = grade {
                self.note(Seniority { word: word.text.clone(), rank, is_numeral: true });
            }
            let is_empty = word.kinds.has(Kinds::NOISE) || word.text.chars().all(|c| c.is_ascii_digit());
            let is_letter = word.text.chars().nth(1).is_none() && word.text.is_ascii() && word.makes.is_none();
            if !is_rank && grade.is_none() && (is_empty || is_letter) {
                continue;
            }
            parts.push(Part { word: word.clone(), is_rank: is_rank || grade.is_some() });
        }
        parts
    }

    fn is_rank(&self, word: &Word, is_head: bool, is_front: bool, is_alone: bool) -> bool {
        let always = matches!(word.text.as_str(), "intern" | "senior" | "junior" | "graduate" | "entry" | "mid");
        let is_vague = matches!(word.text.as_str(), "associate" | "assistant" | "staff" | "fellow");
        word.rank > 0
            && (is_front || is_alone || always)
            && (is_head || !is_vague)
            && !(is_alone && word.text == "lead")
    }

    /// Of several words of seniority the highest counts, and a word before a numeral. Of `Mid/Senior` the
    /// middle counts: nothing above it is asked for.
    fn note(&mut self, found: Seniority) {
        const MIDDLE: u8 = 3;
        self.ranks.push(found.word.clone());
        let is_better = self.seniority.as_ref().is_none_or(|known| match (known.is_numeral, found.is_numeral) {
            (true, false) => true,
            (false, true) => false,
            (false, false) if known.rank == MIDDLE => false,
            (false, false) if found.rank == MIDDLE => true,
            _ => found.rank > known.rank,
        });
        if is_better {
            self.seniority = Some(found);
        }
    }
}

/// Whether a numeral behind a word is a grade.
fn grades(word: &Rc<Word>) -> bool {
    word.class.is_some() || matches!(word.text.as_str(), "level" | "grade")
}

/// `II`, `3`, `L4`: the rank that a numeral names.
pub fn numeral(word: &str) -> Option<u8> {
    Some(match word {
        "i" | "1" | "l1" | "ic1" => 2,
        "ii" | "2" | "l2" | "ic2" => 3,
        "iii" | "3" | "l3" | "ic3" | "iv" | "4" | "l4" | "ic4" => 4,
        "v" | "5" | "l5" | "ic5" => 5,
        "vi" | "6" | "l6" | "ic6" => 6,
        _ => return None,
    })
}

/// All words outside brackets, as if nothing parted them: a phrase may lie across.
fn outer(titles: &Titles<'_>, title: &str) -> Vec<Rc<Word>> {
    let segments = clean::segments(&clean::clean(title));
    let texts: Vec<&str> = segments.iter().filter(|part| !part.is_inner).map(|part| part.text.as_str()).collect();
    let words = words::canonical(titles, &texts.join(" "));
    let known = words.iter().map(|word| titles.known(word));
    known.filter(|word| !word.kinds.has(Kinds(Kinds::NOISE.0 | Kinds::TAIL.0))).collect()
}

/// The parts of a title as words: a word such as `for` begins a part, as a comma does.
fn segments(titles: &Titles<'_>, title: &str) -> Vec<Vec<Rc<Word>>> {
    let mut segments = Vec::new();
    for segment in clean::segments(&clean::clean(title)) {
        let mut from = Vec::new();
        for piece in pieces(titles, &segment.text) {
            from.push(words::canonical(titles, &piece).iter().map(|word| titles.known(word)).collect::<Vec<_>>());
        }
        segments.extend(from.into_iter().filter(|words| !words.is_empty()));
    }
    segments
}

/// Cuts a part before each word that begins a tail.
fn pieces(titles: &Titles<'_>, text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for word in text.split_whitespace() {
        let key = fold::letters(word);
        let begins = crate::catalog::titles::words::Vocabulary::word(titles, &key)
            .is_some_and(|known| known.kinds.has(Kinds::TAIL));
        if begins && pieces.last().is_some_and(|piece| !piece.is_empty()) {
            pieces.push(String::new());
        } else if let Some(piece) = pieces.last_mut().filter(|_| !begins) {
            piece.push_str(word);
            piece.push(' ');
        }
    }
    pieces
}
