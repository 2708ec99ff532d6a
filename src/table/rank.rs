//! The rank that a title or a grade says.

use crate::catalog::Catalog;
use crate::catalog::model::TrackIx;
use crate::text::fold;
use crate::text::sorting::Arrange;

/// The rank of a role of which nothing says it: the middle of most ladders.
pub const MIDDLE: u8 = 3;
const HIGHEST: u8 = 9;

/// A name of a rank, folded into words.
struct Name {
    words: Vec<String>,
    rank: u8,
    track: TrackIx,
}

/// What the catalog calls ranks.
pub struct Ranks(Vec<Name>);

impl Ranks {
    pub fn new(catalog: &Catalog<'_>) -> Self {
        let mut names = Vec::new();
        for level in catalog.levels() {
            for name in &level.names {
                let called = std::iter::once(name.name).chain(name.aliases.iter().copied());
                names.extend(called.map(|it| Name { words: fold::words(it), rank: level.rank, track: name.track }));
            }
        }
        // The longest name first: `senior manager` before `senior`.
        names.arrange_by_key(|name| std::cmp::Reverse(name.words.len()));
        Self(names)
    }

    /// Whether a word is a rank's name and nothing else.
    pub fn is_name(&self, word: &str) -> bool {
        let words = fold::words(word);
        self.0.iter().any(|name| name.words == words)
    }

    /// The rank and track that a title begins with, or that a grade is.
    pub fn named(&self, title: &str, grade: &str) -> Option<(u8, TrackIx)> {
        let (title, grade) = (fold::words(title), fold::words(grade));
        let is_said =
            |name: &&Name| title.starts_with(&name.words) && title.len() > name.words.len() || grade == name.words;
        self.0.iter().find(is_said).map(|name| (name.rank, name.track))
    }
}

/// The number of a grade: `L3`, `IC 4`, `Engineer II`.
pub fn numbered(grade: &str) -> Option<u8> {
    const ROMAN: [&str; 5] = ["i", "ii", "iii", "iv", "v"];
    let words = fold::words(grade);
    let last = words.last()?;
    let digits = |word: &String| {
        let digits = word.trim_start_matches(|c: char| c.is_ascii_lowercase());
        // `l3`, `ic4`; `band2026` says no rank.
        digits.parse().ok().filter(|_| word.len() <= digits.len() + 2)
    };
    let number = words.iter().rev().find_map(digits);
    let roman = || ROMAN.iter().position(|it| it == last).map(|at| at as u8 + 1);
    number.or_else(roman).filter(|rank| (1..=HIGHEST).contains(rank))
}

#[cfg(test)]
mod tests {
    use super::numbered;

    #[test]
    fn a_grade_has_a_number() {
        let numbers = ["L3", "IC 4", "Engineer II", "7", "C4-S", "L10", "Band 0", "senior", ""].map(numbered);
        assert_eq!(numbers, [Some(3), Some(4), Some(2), Some(7), Some(4), None, None, None, None]);
    }
}
