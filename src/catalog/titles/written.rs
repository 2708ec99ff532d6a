//! The vocabulary of titles in the making: laid file by file, and checked.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use crate::catalog::Catalog;
use crate::catalog::model::{Class, Kinds, TitleWord};
use crate::catalog::read::diagnostic::{Diagnostic, Place};
use crate::catalog::read::load::In;
use crate::catalog::read::schema::TitleWords;
use crate::catalog::resolve::faults::Faults;
use crate::catalog::resolve::standards;
use crate::catalog::resolve::standards::language;
use crate::catalog::titles::words;
use crate::catalog::titles::words::Vocabulary;
use crate::text::fold;

/// What is known of a word or a phrase.
#[derive(Debug, Clone, Default)]
pub struct Lexeme {
    pub means: Vec<String>,
    pub rank: u8,
    pub class: Option<Class>,
    pub kinds: Kinds,
    pub kin: Vec<(String, u8)>,
}

/// The words of titles, by their folded form.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    pub words: BTreeMap<String, Lexeme>,
}

impl Lexeme {
    fn read(&self) -> Rc<TitleWord<'_>> {
        Rc::new(TitleWord {
            means: self.means.iter().map(String::as_str).collect(),
            rank: self.rank,
            class: self.class,
            kinds: self.kinds,
            ..TitleWord::default()
        })
    }
}

impl Vocabulary for Lexicon {
    fn word(&self, key: &str) -> Option<Rc<TitleWord<'_>>> {
        self.words.get(key).map(Lexeme::read)
    }
}

type Hash = foldhash::fast::RandomState;

/// The words of titles for whoever looks up a million.
pub struct Hashed<'l>(HashMap<&'l str, &'l Lexeme, Hash>);

impl<'l> Hashed<'l> {
    pub fn new(lexicon: &'l Lexicon) -> Self {
        Self(lexicon.words.iter().map(|(key, lexeme)| (key.as_str(), lexeme)).collect())
    }
}

/// The words that were found in [`Hashed`], as they are read.
pub type Found<'l> = RefCell<HashMap<&'l str, Rc<TitleWord<'l>>, Hash>>;

/// Looks a word up, and reads it once.
pub struct Remembering<'r, 'l> {
    pub words: &'r Hashed<'l>,
    pub found: &'r Found<'l>,
}

impl Vocabulary for Remembering<'_, '_> {
    fn word(&self, key: &str) -> Option<Rc<TitleWord<'_>>> {
        let (key, lexeme) = self.words.0.get_key_value(key)?;
        Some(Rc::clone(self.found.borrow_mut().entry(key).or_insert_with(|| lexeme.read())))
    }
}

impl Lexicon {
    /// Begins with what a baked catalog holds.
    pub fn from_catalog(catalog: &Catalog<'_>) -> Self {
        let own = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let lexemes = catalog.title_words().filter(|(_, word)| word.kinds.has(Kinds::LEXEME));
        let words = lexemes.map(|(key, word)| {
            let kin = word.kin.iter().map(|(other, likeness)| ((*other).to_owned(), *likeness)).collect();
            let lexeme = Lexeme { means: own(&word.means), rank: word.rank, class: word.class, kinds: word.kinds, kin };
            (key.to_owned(), lexeme)
        });
        let mut lexicon = Self { words: words.collect() };
        lexicon.mark_phrases();
        lexicon
    }

    /// Lays a layer's groups of words over what is there.
    pub fn lay(&mut self, groups: &[In<TitleWords>], catalog: u8, faults: &mut Faults) {
        let mut laid = Lexicon::default();
        for group in groups {
            group.value.language.iter().for_each(|word| _ = faults.keep(language(group.of(catalog), word)));
            if let Err(message) = laid.lay_group(&group.value) {
                faults
                    .0
                    .push(Diagnostic::at(group.of(catalog), Place::default(), "bad-title-word", message).help(HELP));
            }
        }
        for (key, lexeme) in laid.words {
            self.words.insert(key, lexeme);
        }
        self.mark_phrases();
        self.check(groups, catalog, faults);
    }

    fn lay_group(&mut self, group: &TitleWords) -> Result<(), String> {
        for (word, means) in &group.means {
            let means: Vec<String> = fold::letters(means).split_whitespace().map(str::to_owned).collect();
            let lexeme = self.claim(word, |lexeme| lexeme.means.is_empty() && lexeme.class.is_none())?;
            lexeme.means = means;
        }
        for (word, rank) in &group.seniority {
            if !standards::RANKS.contains(&rank.0) {
                return Err(format!(
                    "`{}` cannot name the rank {}: ranks run from 1 to 9",
                    word.escape_debug(),
                    rank.0
                ));
            }
            self.claim(word, |lexeme| lexeme.rank == 0)?.rank = rank.0;
        }
        for word in group.class.iter().flat_map(|_| each_once(&group.words)) {
            self.claim(word, |lexeme| lexeme.class.is_none())?.class = group.class;
        }
        let kinds = [
            (&group.noise, Kinds::NOISE),
            (&group.outside, Kinds::OUTSIDE),
            (&group.trade, Kinds::TRADE),
            (&group.tail, Kinds::TAIL),
            (&group.weak, Kinds::WEAK),
            (&group.general, Kinds::GENERAL),
            (&group.refines, Kinds::REFINES),
            (&group.vague, Kinds::VAGUE),
            (&group.decides, Kinds::DECIDES),
        ];
        for (words, kind) in kinds {
            for word in each_once(words) {
                self.claim(word, |lexeme| !lexeme.kinds.has(kind))?.kinds.add(kind);
            }
        }
        self.lay_kin(group)
    }

    fn lay_kin(&mut self, group: &TitleWords) -> Result<(), String> {
        let Some(likeness) = group.alike else { return Ok(()) };
        for one in &group.kin {
            for other in group.kin.iter().filter(|other| *other != one) {
                let lexeme = self.claim(one, |_| true)?;
                lexeme.kin.push((key(other), likeness.0));
            }
        }
        Ok(())
    }

    /// Returns the entry of a word that says nothing of this kind yet.
    fn claim(&mut self, word: &str, is_free: impl Fn(&Lexeme) -> bool) -> Result<&mut Lexeme, String> {
        let key = key(word);
        if key.is_empty() {
            return Err(format!("`{}` is no word", word.escape_debug()));
        }
        let lexeme = self.words.entry(key).or_default();
        if !is_free(lexeme) {
            return Err(format!("`{}` stands in the vocabulary of titles twice", word.escape_debug()));
        }
        lexeme.kinds.add(Kinds::LEXEME);
        Ok(lexeme)
    }

    /// Marks the words that phrases begin with.
    pub fn mark_phrases(&mut self) {
        let first = |key: &String| key.split_once(' ').map(|(first, _)| first.to_owned());
        let firsts: Vec<String> = self.words.keys().filter_map(first).collect();
        firsts.into_iter().for_each(|first| self.words.entry(first).or_default().kinds.add(Kinds::PHRASE));
    }

    /// What a word stands for stands for itself.
    fn check(&self, groups: &[In<TitleWords>], catalog: u8, faults: &mut Faults) {
        for group in groups {
            for (word, means) in &group.value.means {
                let plain: Vec<String> = fold::letters(means).split_whitespace().map(str::to_owned).collect();
                let again = words::canonical(self, &plain.join(" "));
                if plain != again {
                    let message = format!(
                        "`{}` stands for `{}`, which itself stands for `{}`",
                        word.escape_debug(),
                        means.escape_debug(),
                        again.join(" ").escape_debug()
                    );
                    faults.0.push(
                        Diagnostic::at(group.of(catalog), Place::default(), "bad-title-word", message).help(HELP),
                    );
                }
            }
        }
    }
}

/// The words of a list, each once: what stands there twice to the letter is told while files are read.
fn each_once(words: &[String]) -> impl Iterator<Item = &String> {
    let mut seen = BTreeSet::new();
    words.iter().filter(move |word| seen.insert(*word))
}

const HELP: &str =
    "each word of vocabulary/titles.yaml stands in one group of a kind, and for words that stand for themselves";

/// Returns the folded form under which a word or phrase is found.
pub fn key(word: &str) -> String {
    let folded = fold::letters(word).replace(".net", " dotnet ");
    let is_part = |c: char| c.is_alphanumeric() || c == '+' || c == '#';
    folded.split(|c: char| !is_part(c)).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
