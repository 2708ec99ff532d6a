//! Whose a published figure is: the role's own, that of all ranks of its trade, or that of another rank.
//!
//! What rank a label is of, the roles say that it names: a label that is the title of a senior is of seniors,
//! whoever else lists it. Where it names none of them, its own words say it.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use crate::catalog::model::{Head, Match, PayLabel, Series, SeriesIx};
use crate::catalog::resolve::draft::Draft;
use crate::catalog::standing::{Grade, MID, Whose};
use crate::text::fold;

/// Words of labels that name a rank, and the ranks that are called so. The first that stands in a label counts
/// where it is more than a word; of words, all do.
const PHRASES: [(&str, RangeInclusive<u8>); 5] = [
    ("senior executive", 7..=9),
    ("executive level", 7..=9),
    ("entry level", 2..=2),
    ("no level", MID..=MID),
    ("no grade", MID..=MID),
];
const WORDS: [(&str, RangeInclusive<u8>); 15] = [
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
    ("chief", 9..=9),
];

/// Words that name a rank where they are a part of a label, and a trade where they are the label.
const PARTS: [(&str, RangeInclusive<u8>); 2] = [("architect", 5..=6), ("manager", 5..=6)];

/// Which ranks the labels of a catalog are of.
#[derive(Default)]
pub struct Ranks {
    /// The ranks of the roles that a label names exactly or closely, as bits.
    named: HashMap<SeriesIx, u16>,
}

impl Ranks {
    /// Notes the rank of a role that labels name.
    pub fn note(&mut self, head: &Head<'_>, pay: &[PayLabel]) {
        for label in pay.iter().filter(|label| label.quality != Match::Proxy && !head.hidden) {
            *self.named.entry(label.series).or_default() |= 1 << head.level.min(15);
        }
    }

    /// Returns whose the figures of a role's label are.
    pub fn whose(&self, draft: &Draft<'_>, head: &Head<'_>, grade: Grade, label: &PayLabel) -> Whose {
        let series = &draft.series[label.series.at()];
        if label.is_stated || series.top_of_market {
            return Whose::Own;
        }
        match self.is_of_rank(head, grade, label, series) {
            Some(true) => Whose::Own,
            Some(false) => Whose::AnotherRank,
            None if label.is_all_ranks(series, grade) => Whose::AllRanks,
            None => Whose::Own,
        }
    }

    /// Tells whether a label that names a rank names the role's; nothing where it names none.
    fn is_of_rank(&self, head: &Head<'_>, grade: Grade, label: &PayLabel, series: &Series<'_>) -> Option<bool> {
        let is_cut = series.seniority.is_some();
        let said = match series.seniority {
            Some(part) => ranks_said(part.word).or_else(|| said_by(&PARTS, part.word)),
            None => ranks_said(series.label),
        };
        match label.quality {
            Match::Exact => is_cut.then_some(true),
            // A title that lies near is judged by who maps it; a part of one says itself what it is, where ranks are
            // told apart.
            Match::Close if !is_cut => None,
            Match::Close if grade == Grade::Whole => Some(true),
            Match::Close => Some(said.is_none_or(|said| is_called(head, grade, said))),
            Match::Proxy if !is_cut && said.is_none() => None,
            Match::Proxy => match self.named.get(&label.series) {
                Some(ranks) => Some(ranks & (1 << head.level.min(15)) != 0),
                None if is_cut => Some(said.is_none_or(|said| is_called(head, grade, said))),
                None => said.and_then(|said| (!is_called(head, grade, said)).then_some(false)),
            },
        }
    }
}

/// Tells whether a role is of the ranks that a label names, as its own ladder counts them: the middle of a
/// ladder is its base, and a senior is who bears the word.
fn is_called(head: &Head<'_>, grade: Grade, said: RangeInclusive<u8>) -> bool {
    let by_title =
        fold::words(head.title).iter().any(|word| WORDS.iter().any(|(name, ranks)| *name == word && *ranks == said));
    // Heads and directors have a bare title too.
    let is_bare = || ranks_said(head.title).is_none_or(|own| *own.start() >= 7);
    said.contains(&head.level) || by_title || said == (MID..=MID) && grade == Grade::Own && is_bare()
}

/// Returns the ranks that a text names, from the lowest to the highest; none where it names none.
fn ranks_said(text: &str) -> Option<RangeInclusive<u8>> {
    let folded = text.to_lowercase();
    if let Some((_, ranks)) = PHRASES.iter().find(|(phrase, _)| folded.contains(phrase)) {
        return Some(ranks.clone());
    }
    said_by(&WORDS, text)
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
    fn labels_name_ranks() {
        let said = |text| ranks_said(text).map(|ranks| (*ranks.start(), *ranks.end()));
        assert_eq!(said("no level in title"), Some((3, 3)));
        assert_eq!(said("Principal, Staff"), Some((5, 6)));
        assert_eq!(said("Senior executive (C-suite, VP, etc.)"), Some((7, 9)));
        assert_eq!(said("senior level"), Some((4, 4)));
        assert_eq!(said("Chief Executives"), Some((9, 9)));
        for none in ["II", "4", "6 to 10 years of coding", "Software Developers", "Leading hands", "Internist"] {
            assert_eq!(said(none), None, "{none}");
        }
    }
}
