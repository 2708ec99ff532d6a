//! The prose of a catalog's roles with its words as numbers: rules compare them by the million.

use std::collections::HashMap;

use crate::catalog::read::load::{Layer, RoleFile};
use crate::catalog::read::schema::Word;
use crate::text::fold;

/// A role's summary, or a paragraph of its day.
pub struct Paragraph<'s> {
    pub file: &'s RoleFile,
    /// As it is written.
    pub text: &'s Word,
    pub is_day: bool,
    /// The same number for the same word in every paragraph.
    pub words: Vec<u32>,
    /// Behind which of the words a sentence ends.
    ends: Vec<usize>,
}

impl Paragraph<'_> {
    /// Returns each sentence as it is written, and its words.
    pub fn sentences(&self) -> impl Iterator<Item = (&str, &[u32])> {
        let starts = [0].into_iter().chain(self.ends.iter().copied());
        let words = starts.zip(&self.ends).map(|(start, end)| &self.words[start..*end]);
        sentences(&self.text.value).zip(words)
    }
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '?', '!'])
}

/// Returns every paragraph of a layer's roles, file by file.
pub fn paragraphs(layer: &Layer) -> Vec<Paragraph<'_>> {
    let mut numbers = Numbers::default();
    let mut paragraphs = Vec::new();
    for file in &layer.roles {
        let summary = file.role.summary.iter().map(|text| (text, false));
        let day = file.role.day.iter().flatten().map(|text| (text, true));
        for (text, is_day) in summary.chain(day) {
            let (words, ends) = numbers.of(&text.value);
            paragraphs.push(Paragraph { file, text, is_day, words, ends });
        }
    }
    paragraphs
}

/// The words so far, numbered as they came.
#[derive(Default)]
struct Numbers(HashMap<Box<str>, u32, foldhash::fast::RandomState>);

impl Numbers {
    /// Returns a text's words, and behind which of them a sentence ends.
    fn of(&mut self, text: &str) -> (Vec<u32>, Vec<usize>) {
        let (mut words, mut ends) = (Vec::new(), Vec::new());
        for sentence in sentences(text) {
            fold::each_word(sentence, |word| words.push(self.number(word)));
            ends.push(words.len());
        }
        (words, ends)
    }

    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.0.get(word) {
            return *number;
        }
        let number = u32::try_from(self.0.len()).expect("a catalog has fewer than 2^32 words");
        self.0.insert(word.into(), number);
        number
    }
}
