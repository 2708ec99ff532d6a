//! Things found by what people call them: an id, a title or an alias.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::text::fold;

/// The names of things that are told apart by their positions.
#[derive(Debug, Default)]
pub struct Naming<'n> {
    ids: HashMap<&'n str, usize>,
    /// Of each thing all its names.
    names: Vec<Vec<&'n str>>,
    /// Most words are ids: other names are indexed for the first that is none.
    by_name: OnceLock<ByName>,
    /// Where the things of each layer begin.
    begins: Vec<usize>,
}

/// Things by any of their names.
#[derive(Debug, Default)]
struct ByName {
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
            naming.names.push(std::iter::once(id).chain(names).collect());
        }
        naming
    }

    /// Says where the things of each layer begin: a name that several have is that of the things on top.
    pub fn over(self, begins: Vec<usize>) -> Self {
        Self { begins, ..self }
    }

    /// Finds what a word names: an id goes before any other name, and as it is written before one in other
    /// letters. What lies on top goes before what is beneath, but for an id as it is written.
    pub fn find(&self, word: &str) -> Named<'_> {
        if let Some(at) = self.ids.get(word.trim()) {
            return Named::One(*at);
        }
        let word = word.trim().to_lowercase();
        let ByName { typed, folded } = self.by_name();
        let in_signs = || folded.get(&fold::words(&word).concat());
        let on_top = typed.get(&word).or_else(in_signs).map_or(&[][..], |named| self.on_top(named));
        let id = self.ids.get(word.as_str()).filter(|at| on_top.contains(at));
        match (id, on_top) {
            (Some(at), _) | (None, [at]) => Named::One(*at),
            (None, []) => Named::Nothing,
            (None, several) => Named::Several(several),
        }
    }

    fn by_name(&self) -> &ByName {
        self.by_name.get_or_init(|| {
            let mut by_name = ByName::default();
            for (at, names) in self.names.iter().enumerate() {
                for name in names {
                    add(&mut by_name.typed, name.to_lowercase(), at);
                    add(&mut by_name.folded, fold::words(name).concat(), at);
                }
            }
            by_name
        })
    }

    /// Things are in the order of their layers.
    fn on_top<'p>(&self, named: &'p [usize]) -> &'p [usize] {
        let last = named.last().copied().unwrap_or_default();
        let begin = layer(&self.begins, last).and_then(|layer| self.begins.get(layer)).copied().unwrap_or_default();
        &named[named.partition_point(|at| *at < begin)..]
    }
}

/// The layer of a thing, by where those of each begin; none where no layer is known.
pub fn layer(begins: &[usize], at: usize) -> Option<usize> {
    begins.iter().rposition(|begin| *begin <= at)
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

    #[test]
    fn what_lies_on_top_goes_before_what_is_beneath() {
        let things =
            [("talk", vec!["Talk", "Chat"]), ("team-work", vec!["Teamwork"]), ("acme-talk", vec!["Talk", "chat"])];
        let naming = Naming::new(things).over(vec![0, 2]);
        for (word, at) in [("talk", 0), ("Talk", 2), ("chat", 2), ("Teamwork", 1), ("acme-talk", 2)] {
            assert_eq!(naming.find(word), Named::One(at), "{word}");
        }
    }
}
