//! Things found by what people call them: an id, a title or an alias.

use std::collections::HashMap;

use crate::text::fold;

/// The names of things that are told apart by their positions.
#[derive(Debug, Default)]
pub struct Naming<'n> {
    ids: HashMap<&'n str, usize>,
    /// By name in small letters: `c`, `c++` and `c#` are three.
    typed: HashMap<String, Vec<usize>>,
    /// By name without accents and punctuation too, but for `+` and `#`.
    folded: HashMap<String, Vec<usize>>,
}

/// What a word names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named<'n> {
    One(usize),
    /// Positions, at least two.
    Several(&'n [usize]),
    Nothing,
}

impl<'n> Naming<'n> {
    /// Collects the names of things in their order: of each its id, then its other names.
    pub fn new<N: IntoIterator<Item = &'n str>>(things: impl IntoIterator<Item = (&'n str, N)>) -> Self {
        let mut naming = Self::default();
        for (at, (id, names)) in things.into_iter().enumerate() {
            naming.ids.insert(id, at);
            for name in std::iter::once(id).chain(names) {
                add(&mut naming.typed, name.to_lowercase(), at);
                add(&mut naming.folded, fold::words(name).concat(), at);
            }
        }
        naming
    }

    /// Finds what a word names: an id goes before any other name, and as it is written before one in other
    /// letters.
    pub fn find(&self, word: &str) -> Named<'_> {
        if let Some(at) = self.ids.get(word.trim()) {
            return Named::One(*at);
        }
        let word = word.trim().to_lowercase();
        if let Some(at) = self.ids.get(word.as_str()) {
            return Named::One(*at);
        }
        let folded = || self.folded.get(&fold::words(&word).concat());
        match self.typed.get(&word).or_else(folded).map(Vec::as_slice) {
            None => Named::Nothing,
            Some([only]) => Named::One(*only),
            Some(several) => Named::Several(several),
        }
    }
}

fn add(names: &mut HashMap<String, Vec<usize>>, name: String, at: usize) {
    if name.is_empty() {
        return;
    }
    let named = names.entry(name).or_default();
    if named.last() != Some(&at) {
        named.push(at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_go_before_other_names_and_signs_tell_names_apart() {
        let tools = [
            ("go", vec!["Go", "golang"]),
            ("go-board", vec!["Go", "Board"]),
            ("c", vec!["C"]),
            ("c-plus-plus", vec!["C++"]),
            ("rest", vec!["REST APIs", "board"]),
        ];
        let naming = Naming::new(tools);
        for (word, named) in [
            ("go", Named::One(0)),
            ("Go", Named::One(0)),
            ("GoLang", Named::One(0)),
            ("c++", Named::One(3)),
            ("C", Named::One(2)),
            ("rest-apis", Named::One(4)),
            (" rest ", Named::One(4)),
            ("c#", Named::Nothing),
            ("board", Named::Several(&[1, 4])),
            ("--", Named::Nothing),
            ("", Named::Nothing),
        ] {
            assert_eq!(naming.find(word), named, "{word}");
        }
    }
}
