//! What is known of words, names and roles, decoded once for all the titles of a run.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::catalog::Catalog;
use crate::catalog::model::{Class, Kinds, Ladder, RoleIx, TitleKind, TitleRole, TitleWord};
use crate::catalog::titles::words;
use crate::catalog::titles::words::Vocabulary;
use crate::text::fold;

/// The bit of the bottom catalog among those that speak of a role.
const BOTTOM: u32 = 1;

type Map<K, V> = RefCell<HashMap<K, V, foldhash::fast::RandomState>>;

/// Looks up titles in a catalog.
pub struct Titles<'a> {
    pub catalog: Catalog<'a>,
    words: Map<Box<str>, Option<Rc<TitleWord<'a>>>>,
    by_place: Map<u32, Rc<Word>>,
    names: Map<u32, Rc<Name>>,
    roles: Map<RoleIx, Rc<Role>>,
    postings: Map<u32, Rc<Vec<u32>>>,
}

/// A word of a title or of a name.
#[derive(Debug, Clone, Default)]
pub struct Word {
    pub text: String,
    /// Where it stands in the table of words; none for a word that no name and no vocabulary has.
    pub place: Option<u32>,
    pub rank: u8,
    pub class: Option<Class>,
    pub kinds: Kinds,
    pub makes: Option<RoleIx>,
    /// How much it tells; 0 where no name has it.
    pub weight: f32,
    pub kin: Vec<(u32, f32)>,
}

impl Word {
    pub fn is_known(&self) -> bool {
        self.weight > 0.0 || self.kinds.has(Kinds::LEXEME)
    }

    /// How much it tells as evidence: the function tells less than the specialty.
    pub fn evidence(&self) -> f32 {
        let part = if self.class.is_some() { 0.7 } else { 1.0 };
        (self.weight * part).max(0.25)
    }
}

/// A name of a role.
pub struct Name {
    pub role: RoleIx,
    pub kind: TitleKind,
    pub is_above: bool,
    pub words: Vec<Rc<Word>>,
    pub class: Option<Class>,
}

/// What the look-up asks of a role.
pub struct Role {
    pub rank: u8,
    /// The base of its ladder; itself where it stands on none.
    pub base: RoleIx,
    /// What the role's own title says that a person does.
    pub class: Option<Class>,
    /// Whether a catalog laid on top brings it along.
    pub is_above: bool,
}

impl Vocabulary for Titles<'_> {
    fn word(&self, key: &str) -> Option<TitleWord<'_>> {
        self.word_of(key).map(|word| (*word).clone())
    }
}

impl<'a> Titles<'a> {
    pub fn new(catalog: Catalog<'a>) -> Self {
        Self {
            catalog,
            words: Map::default(),
            by_place: Map::default(),
            names: Map::default(),
            roles: Map::default(),
            postings: Map::default(),
        }
    }

    fn word_of(&self, key: &str) -> Option<Rc<TitleWord<'a>>> {
        if let Some(word) = self.words.borrow().get(key) {
            return word.clone();
        }
        let word = self.catalog.title_word(key).map(Rc::new);
        self.words.borrow_mut().insert(key.into(), word.clone());
        word
    }

    /// Returns what is known of a word of a title.
    pub fn known(&self, text: &str) -> Rc<Word> {
        match self.catalog.title_place(text) {
            Some(place) => self.at(place),
            None => Rc::new(Word { text: text.to_owned(), ..Word::default() }),
        }
    }

    fn at(&self, place: u32) -> Rc<Word> {
        if let Some(word) = self.by_place.borrow().get(&place) {
            return word.clone();
        }
        let text = self.catalog.title_text(place);
        let known = self.word_of(text).unwrap_or_default();
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
        let name = self.catalog.title_name(number);
        let words: Vec<Rc<Word>> = name.words.iter().map(|place| self.at(*place)).collect();
        let class = super::grammar::class(&words, |_| false).map(|(class, _)| class);
        let name = Rc::new(Name { role: name.role, kind: name.kind, is_above: name.is_above, words, class });
        self.names.borrow_mut().insert(number, name.clone());
        name
    }

    pub fn role(&self, role: RoleIx) -> Rc<Role> {
        if let Some(known) = self.roles.borrow().get(&role) {
            return known.clone();
        }
        let base = self.catalog.ladder(role).map_or(role, |ladder| self.shown_base(&ladder));
        let head = self.catalog.head(role);
        let words: Vec<Rc<Word>> = words::canonical(self, head.title).iter().map(|word| self.known(word)).collect();
        let class = super::grammar::class(&words, |_| false).map(|(class, _)| class);
        let known = Rc::new(Role { rank: head.level, base, class, is_above: head.origins & BOTTOM == 0 });
        self.roles.borrow_mut().insert(role, known.clone());
        known
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
        self.of_layer(words, false)
    }

    /// Returns the roles of a catalog on top that words name in their order: they are asked for after those
    /// of the bottom catalog, so that they change no other title's answer.
    pub fn stated_above(&self, words: &[&str]) -> Vec<RoleIx> {
        self.of_layer(words, true)
    }

    /// Whether only names of other languages have a word.
    pub fn is_foreign(&self, word: &Word) -> bool {
        let names = word.place.map(|place| self.postings(place));
        names.is_some_and(|names| names.iter().all(|name| self.name(*name).kind == TitleKind::Foreign))
    }

    fn of_layer(&self, words: &[&str], is_above: bool) -> Vec<RoleIx> {
        let mut entries = self.catalog.titled(&words.join(" "));
        entries.retain(|entry| self.role(entry.role).is_above == is_above);
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
        roles.sort_by_key(|entry| entry.kind);
        let Some(surest) = roles.first().map(|entry| entry.kind.max(TitleKind::Alias)) else { return Vec::new() };
        roles.into_iter().filter(|entry| entry.kind <= surest).map(|entry| entry.role).collect()
    }

    /// Whether words into which a name of another language was put say what the role is: a translation
    /// that says another function is too free.
    fn is_translated(&self, role: RoleIx, words: &[&str]) -> bool {
        const ALIKE: f32 = 0.75;
        let words: Vec<Rc<Word>> = words.iter().map(|word| self.known(word)).collect();
        let class = super::grammar::class(&words, |_| false).map(|(class, _)| class);
        let role = self.role(role);
        if role.rank >= 7 && !matches!(class, Some(Class::Director | Class::Officer)) {
            return false;
        }
        match (class, role.class) {
            (Some(said), Some(own)) => said == own || super::score::likeness(said, own) >= ALIKE,
            _ => true,
        }
    }

    /// Tells whether all roles stand on one ladder.
    pub fn is_one_ladder(&self, roles: &[RoleIx]) -> bool {
        roles.iter().all(|role| self.base(*role) == self.base(roles[0]))
    }
}
