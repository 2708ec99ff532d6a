//! Which ranks words name: "Senior", "Principal, Staff", "mid level".

use std::ops::RangeInclusive;

use crate::catalog::model::{Head, Series};
use crate::catalog::standing::{Grade, MID};
use crate::text::fold;

/// From this rank on no band of experience stands for a role.
pub const STAFF: u8 = 5;

/// Words that name a rank, and the ranks that are called so. The first phrase that stands in a text counts; of
/// words, all do.
const PHRASES: [(&str, RangeInclusive<u8>); 6] = [
    ("senior executive", 7..=9),
    ("executive level", 7..=9),
    ("vice president", 8..=8),
    ("entry level", 2..=2),
    ("no level", MID..=MID),
    ("no grade", MID..=MID),
];
const WORDS: [(&str, RangeInclusive<u8>); 20] = [
    ("intern", 1..=1),
    ("trainee", 1..=1),
    ("junior", 2..=2),
    ("middle", MID..=MID),
    ("mid", MID..=MID),
    ("senior", 4..=4),
    ("sr", 4..=4),
    ("staff", 5..=5),
    ("lead", 5..=6),
    ("principal", 6..=6),
    ("distinguished", 7..=7),
    ("fellow", 8..=8),
    ("head", 7..=8),
    ("director", 7..=8),
    ("vp", 8..=8),
    ("chief", 9..=9),
    ("cto", 9..=9),
    ("cio", 9..=9),
    ("ciso", 9..=9),
    ("cpo", 9..=9),
];

/// Before the name of a label that groups titles.
const GROUP: &str = "GROUP: ";

/// Words that name a rank where they are a part of a label, and a trade where they are the label.
const PARTS: [(&str, RangeInclusive<u8>); 2] = [("architect", 5..=6), ("manager", 5..=6)];

impl Series<'_> {
    /// Returns the ranks that the part is of, where the source cuts its label, or that the label names.
    pub fn said(&self) -> Option<RangeInclusive<u8>> {
        match self.seniority {
            Some(part) => ranks_said(part.word).or_else(|| said_by(&PARTS, part.word)),
            None => ranks_said(self.label),
        }
    }

    /// Tells whether the label itself says that it is of everybody: "(all levels)", or a group of titles of no rank.
    pub fn is_of_all(&self) -> bool {
        let is_group = || self.label.starts_with(GROUP) && ranks_said(self.label).is_none();
        self.seniority.is_none() && (says_all(self.label) || is_group())
    }

    /// Tells whether it is a band: people parted by their level or years, and not by their title.
    pub fn is_band(&self) -> bool {
        self.seniority.is_some_and(|part| !matches!(part.scale, "title" | "grade"))
    }
}

/// Tells whether a role is of the ranks that a label names, as its own ladder counts them: the middle of a
/// ladder is its base, and a senior is who bears the word.
pub fn is_called(head: &Head<'_>, grade: Grade, said: &RangeInclusive<u8>) -> bool {
    // Heads and directors have a bare title too.
    let is_bare = || ranks_said(head.title).is_none_or(|own| *own.start() >= 7);
    said.contains(&head.level) || bears(head, said) || *said == (MID..=MID) && grade == Grade::Own && is_bare()
}

/// Tells whether a role's title has a word for these very ranks.
pub fn bears(head: &Head<'_>, said: &RangeInclusive<u8>) -> bool {
    fold::words(head.title).iter().any(|word| WORDS.iter().any(|(name, ranks)| *name == word && ranks == said))
}

/// Returns the ranks that a text names, from the lowest to the highest; none where it names none.
pub fn ranks_said(text: &str) -> Option<RangeInclusive<u8>> {
    let folded = text.to_lowercase();
    if let Some((_, ranks)) = PHRASES.iter().find(|(phrase, _)| folded.contains(phrase)) {
        return Some(ranks.clone());
    }
    said_by(&WORDS, text)
}

/// Tells whether a text says "all", and not "all other": what is left over is no pool of ranks.
fn says_all(text: &str) -> bool {
    let words = fold::words(text);
    let is_left_over = |at: usize| words.get(at + 1).is_some_and(|next| next == "other");
    words.iter().enumerate().any(|(at, word)| word == "all" && !is_left_over(at))
}

fn said_by(known: &[(&str, RangeInclusive<u8>)], text: &str) -> Option<RangeInclusive<u8>> {
    let named = |word: &str| known.iter().find(|(name, _)| *name == word).map(|(_, ranks)| ranks.clone());
    fold::words(text)
        .iter()
        .filter_map(|word| named(word))
        .reduce(|all, ranks| (*all.start()).min(*ranks.start())..=(*all.end()).max(*ranks.end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_say_that_they_are_of_all() {
        for all in ["Data engineer (all levels)", "GROUP: Tech / Team Lead (all)", "Cyber / IT security, all levels"] {
            assert!(says_all(all), "{all}");
        }
        for none in ["Managers, All Other", "Computer Occupations, All Other", "Call center agent", "Installer"] {
            assert!(!says_all(none), "{none}");
        }
    }

    #[test]
    fn labels_name_ranks() {
        let said = |text| ranks_said(text).map(|ranks| (*ranks.start(), *ranks.end()));
        assert_eq!(said("no level in title"), Some((3, 3)));
        assert_eq!(said("Principal, Staff"), Some((5, 6)));
        assert_eq!(said("Senior executive (C-suite, VP, etc.)"), Some((7, 9)));
        assert_eq!(said("senior level"), Some((4, 4)));
        assert_eq!(said("Chief Executives"), Some((9, 9)));
        assert_eq!(said("CTO"), Some((9, 9)));
        for none in ["II", "4", "6 to 10 years of coding", "Software Developers", "Leading hands", "Internist"] {
            assert_eq!(said(none), None, "{none}");
        }
    }
}
