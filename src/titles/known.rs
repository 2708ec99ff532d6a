//! What is known of words, names and roles, decoded once for all the titles of a run.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use crate::catalog::Catalog;
use crate::catalog::model::{Class, Ladder, RoleIx, TitleKind, TitleName, TitleRole, TitleWord};
use crate::catalog::titles::words;
use crate::catalog::titles::words::Vocabulary;
use crate::text::fold;
use crate::text::sorting::Arrange;
use crate::titles::function::{self, DEPARTMENT};
use crate::titles::shares::Shares;
use crate::titles::word::Word;

/// The bit of the bottom catalog among those that speak of a role.
const BOTTOM: u32 = 1;

type Map<K, V> = RefCell<HashMap<K, V, foldhash::fast::RandomState>>;

/// Keeps what was learned of a word. Lists of titles have any number of words that nothing knows.
fn keep<V>(map: &Map<Box<str>, V>, key: &str, value: V) {
    const MOST: usize = 1 << 16;
    let mut map = map.borrow_mut();
    if map.len() >= MOST {
        map.clear();
    }
    map.insert(key.into(), value);
}

/// Looks up titles in a catalog.
pub struct Titles<'a> {
    pub catalog: Catalog<'a>,
    words: Map<Box<str>, Option<Rc<TitleWord<'a>>>>,
    known: Map<Box<str>, Rc<Word>>,
    by_place: Map<u32, Rc<Word>>,
    names: Map<u32, Rc<Name>>,
    roles: Map<RoleIx, Rc<Role>>,
    ranks: Map<RoleIx, u8>,
    postings: Map<u32, Rc<Vec<u32>>>,
    pub shares: RefCell<Shares>,
}

/// A name of a role.
pub struct Name {
    pub record: TitleName,
    /// What is known of its words: of most names that is never asked.
    words: OnceCell<Vec<Rc<Word>>>,
}

/// What the look-up asks of a role.
pub struct Role {
    pub rank: u8,
    /// The base of its ladder; itself where it stands on none.
    pub base: RoleIx,
    /// What the role's own title says that a person does.
    pub class: Option<Class>,
    /// The words of its title.
    pub title: Vec<String>,
    /// Whether a catalog laid on top brings it along.
    pub is_above: bool,
}

impl Vocabulary for Titles<'_> {
    fn word(&self, key: &str) -> Option<Rc<TitleWord<'_>>> {
        self.word_of(key).map(|word| word as Rc<TitleWord<'_>>)
    }
}

impl<'a> Titles<'a> {
    pub fn new(catalog: Catalog<'a>) -> Self {
        Self {
            catalog,
            words: Map::default(),
            known: Map::default(),
            by_place: Map::default(),
            names: Map::default(),
            roles: Map::default(),
            ranks: Map::default(),
            postings: Map::default(),
            shares: RefCell::default(),
        }
    }

    fn word_of(&self, key: &str) -> Option<Rc<TitleWord<'a>>> {
        if let Some(word) = self.words.borrow().get(key) {
            return word.clone();
        }
        let word = self.catalog.title_word(key).map(Rc::new);
        keep(&self.words, key, word.clone());
        word
    }

    /// Whether a word, in whatever letters, is one of a title.
    pub fn knows(&self, word: &str) -> bool {
        self.known(&fold::key(word)).is_known()
    }

    /// Returns what is known of a word of a title.
    pub fn known(&self, text: &str) -> Rc<Word> {
        if let Some(word) = self.known.borrow().get(text) {
            return word.clone();
        }
        let word = match self.catalog.title_place(text) {
            Some(place) => self.at(place),
            None => Rc::new(Word { text: text.to_owned(), ..Word::default() }),
        };
        keep(&self.known, text, word.clone());
        word
    }

    fn at(&self, place: u32) -> Rc<Word> {
        if let Some(word) = self.by_place.borrow().get(&place) {
            return word.clone();
        }
        let text = self.catalog.title_text(place);
        let known = self.catalog.title_word_at(place);
        let kin = known
            .kin
            .iter()
            .filter_map(|(other, likeness)| Some((self.catalog.title_place(other)?, f32::from(*likeness) / 100.0)));
        let word = Rc::new(Word {
            text: text.to_owned(),
            place: Some(place),
            rank: known.rank,
            class: known.class,
            kinds: known.kinds,
            makes: known.makes,
            weight: f32::from(known.weight) / 100.0,
            kin: kin.collect(),
        });
        self.by_place.borrow_mut().insert(place, word.clone());
        word
    }

    pub fn name(&self, number: u32) -> Rc<Name> {
        if let Some(name) = self.names.borrow().get(&number) {
            return name.clone();
        }
        let name = Rc::new(Name { record: self.catalog.title_name(number), words: OnceCell::new() });
        self.names.borrow_mut().insert(number, name.clone());
        name
    }

    /// Returns the words of a name.
    pub fn words_of<'n>(&self, name: &'n Name) -> &'n [Rc<Word>] {
        name.words.get_or_init(|| name.record.words.iter().map(|(place, _)| self.at(*place)).collect())
    }

    /// Returns a role's rank.
    pub fn rank(&self, role: RoleIx) -> u8 {
        if let Some(rank) = self.ranks.borrow().get(&role) {
            return *rank;
        }
        let rank = self.catalog.head(role).level;
        self.ranks.borrow_mut().insert(role, rank);
        rank
    }

    pub fn role(&self, role: RoleIx) -> Rc<Role> {
        if let Some(known) = self.roles.borrow().get(&role) {
            return known.clone();
        }
        let base = self.catalog.ladder(role).map_or(role, |ladder| self.shown_base(&ladder));
        let head = self.catalog.head(role);
        let words: Vec<Rc<Word>> = words::canonical(self, head.title).iter().map(|word| self.known(word)).collect();
        let class = function::of(&words).map(|(class, _)| class);
        let title = words.iter().map(|word| word.text.clone()).collect();
        let known = Rc::new(Role { rank: head.level, base, class, title, is_above: head.origins & BOTTOM == 0 });
        self.roles.borrow_mut().insert(role, known.clone());
        known
    }

    /// Whether a role leads others: by its title, or by its rank.
    pub fn leads(&self, role: RoleIx) -> bool {
        self.rank(role) >= DEPARTMENT || self.role(role).class.is_some_and(function::leads)
    }

    /// Returns the base of a ladder; its lowest rung where the base is hidden.
    pub fn shown_base(&self, ladder: &Ladder<'_>) -> RoleIx {
        let lowest = || ladder.rungs.iter().find(|rung| rung.is_own).map_or(ladder.base, |rung| rung.role);
        if self.catalog.head(ladder.base).hidden { lowest() } else { ladder.base }
    }

    pub fn base(&self, role: RoleIx) -> RoleIx {
        self.role(role).base
    }

    /// Returns the names that have a word.
    pub fn postings(&self, place: u32) -> Rc<Vec<u32>> {
        if let Some(names) = self.postings.borrow().get(&place) {
            return names.clone();
        }
        let names = Rc::new(self.catalog.title_postings_at(place));
        self.postings.borrow_mut().insert(place, names.clone());
        names
    }

    /// Returns the roles of the bottom catalog that words name in their order, the surest kind of name first.
    pub fn exact(&self, words: &[&str]) -> Vec<RoleIx> {
        self.of_layer(words, false, TitleKind::Foreign)
    }

    /// As [`exact`](Self::exact), without names of other languages: put into English they are too free
    /// for an English title.
    pub fn exact_english(&self, words: &[&str]) -> Vec<RoleIx> {
        self.of_layer(words, false, TitleKind::Sourced)
    }

    /// Returns the roles that the catalog itself calls by these words.
    pub fn called(&self, words: &[&str]) -> Vec<RoleIx> {
        self.called_by(words, TitleKind::Alias)
    }

    /// As [`called`](Self::called), by names that are as sure as a kind.
    pub fn called_by(&self, words: &[&str], kind: TitleKind) -> Vec<RoleIx> {
        let entries = self.catalog.titled(&words.join(" ")).into_iter().filter(|entry| entry.kind <= kind);
        entries.map(|entry| entry.role).filter(|role| !self.is_above(*role)).collect()
    }

    /// Whether a catalog laid on top brings a role along: it changes no answer of the one beneath.
    pub fn is_above(&self, role: RoleIx) -> bool {
        self.catalog.head(role).origins & BOTTOM == 0
    }

    /// Returns the roles of a catalog on top that words name in their order: they are asked for after those
    /// of the bottom catalog, so that they change no other title's answer.
    pub fn stated_above(&self, words: &[&str]) -> Vec<RoleIx> {
        self.of_layer(words, true, TitleKind::Foreign)
    }

    /// Whether only names of other languages have a word.
    pub fn is_foreign(&self, word: &Word) -> bool {
        let names = word.place.map(|place| self.postings(place));
        names.is_some_and(|names| names.iter().all(|name| self.name(*name).record.kind == TitleKind::Foreign))
    }

    fn of_layer(&self, words: &[&str], is_above: bool, free: TitleKind) -> Vec<RoleIx> {
        let mut entries = self.catalog.titled(&words.join(" "));
        entries.retain(|entry| entry.kind <= free && self.role(entry.role).is_above == is_above);
        let roles = self.surest(entries, words);
        if roles.len() < 2 || self.is_one_ladder(&roles) {
            return roles;
        }
        // Of several roles the one that has these very words for a name.
        let named = self.catalog.named(&fold::key(&words.concat()));
        match named.first().filter(|(role, _)| roles.contains(role)) {
            Some((role, _)) => vec![*role],
            None => roles,
        }
    }

    /// Returns the roles that words name in any order.
    pub fn shuffled(&self, words: &[&str]) -> Vec<RoleIx> {
        if words.len() < 2 {
            return Vec::new();
        }
        let mut sorted = words.to_vec();
        sorted.sort_unstable();
        let mut roles = self.catalog.titled_in_any_order(&sorted.join(" "));
        roles.retain(|entry| entry.kind < TitleKind::Foreign && !self.role(entry.role).is_above);
        self.surest(roles, words)
    }

    /// Names that the catalog gives count before those of sources, and those before other languages'.
    fn surest(&self, mut roles: Vec<TitleRole>, words: &[&str]) -> Vec<RoleIx> {
        if let [only] = words
            && self.known(only).class.is_some()
        {
            // A function alone names nothing but by the catalog's own word.
            roles.retain(|entry| entry.kind <= TitleKind::Alias);
        }
        roles.retain(|entry| entry.kind < TitleKind::Foreign || self.is_translated(entry.role, words));
        roles.arrange_by_key(|entry| entry.kind);
        let Some(surest) = roles.first().map(|entry| entry.kind.max(TitleKind::Alias)) else { return Vec::new() };
        roles.into_iter().filter(|entry| entry.kind <= surest).map(|entry| entry.role).collect()
    }

    /// Whether words into which a name of another language was put say what the role is: a translation
    /// that says another function is too free.
    fn is_translated(&self, role: RoleIx, words: &[&str]) -> bool {
        let words: Vec<Rc<Word>> = words.iter().map(|word| self.known(word)).collect();
        let class = function::of(&words).map(|(class, _)| class);
        let role = self.role(role);
        if role.rank >= DEPARTMENT && !matches!(class, Some(Class::Director | Class::Officer)) {
            return false;
        }
        match (class, role.class) {
            (Some(said), Some(own)) => function::is_alike(said, own),
            _ => true,
        }
    }

    /// Tells whether all roles stand on one ladder.
    pub fn is_one_ladder(&self, roles: &[RoleIx]) -> bool {
        roles.iter().all(|role| self.base(*role) == self.base(roles[0]))
    }
}
