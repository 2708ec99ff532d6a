//! The index of names in words: which role some words name, in their order or in any, and how much
//! a word tells of a role.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Serialize;

use crate::catalog::model::{Class, Kinds, RoleIx, TitleKind, TitleName, TitleRole};
use crate::catalog::parallel;
use crate::catalog::resolve::draft::Draft;
use crate::catalog::resolve::role::Resolved;
use crate::catalog::titles::clean;
use crate::catalog::titles::words;
use crate::catalog::titles::words::Singles;
use crate::catalog::titles::written::{self, Found, Hashed, Lexicon, Remembering};
use crate::text::fold;

type Hash = foldhash::fast::RandomState;
/// Roles by some words, parted by spaces.
pub type ByWords = HashMap<String, Vec<TitleRole>, Hash>;

/// What is written of the names of roles.
#[derive(Default)]
pub struct Titles {
    pub words: BTreeMap<String, WordRecord>,
    /// By word, in the order of the words: the names that have it.
    pub postings: Vec<Vec<u32>>,
    /// By words in their order.
    pub keys: ByWords,
    /// By words in the order of the alphabet.
    pub bags: ByWords,
    pub names: Vec<TitleName>,
}

/// A word as it is written; it is read as [`TitleWord`](crate::catalog::model::TitleWord).
#[derive(Serialize, Default, Debug)]
pub struct WordRecord {
    means: Vec<String>,
    rank: u8,
    class: Option<Class>,
    kinds: Kinds,
    kin: Vec<(String, u8)>,
    makes: Option<RoleIx>,
    weight: u16,
}

/// A name, as words.
struct Named {
    role: RoleIx,
    kind: TitleKind,
    is_above: bool,
    words: Vec<String>,
}

/// Indexes the names of all roles that are shown.
pub fn titles(draft: &Draft<'_>, roles: &[Resolved<'_>]) -> Titles {
    let mut lexicon = draft.lexicon.clone();
    let makers = makers(draft, roles, &mut lexicon);
    let named = named(draft, roles, &lexicon);
    let words = lexicon.words.into_iter().map(|(key, lexeme)| (key, record(lexeme))).collect();
    let mut titles = Titles { words, ..Titles::default() };
    for word in named.iter().flat_map(|name| &name.words) {
        if !titles.words.contains_key(word) {
            titles.words.insert(word.clone(), WordRecord::default());
        }
    }
    for (word, role) in makers {
        titles.words.entry(word).or_default().makes = Some(role);
    }
    weigh(&mut titles, &named, roles);
    for name in &named {
        index(&mut titles, name);
    }
    list(&mut titles, named);
    titles
}

fn record(lexeme: written::Lexeme) -> WordRecord {
    let written::Lexeme { means, rank, class, kinds, kin } = lexeme;
    WordRecord { means, rank, class, kinds, kin, makes: None, weight: 0 }
}

/// Returns the words of tools that make a role of a general title. A tool's name of several words
/// becomes one word.
fn makers(draft: &Draft<'_>, roles: &[Resolved<'_>], lexicon: &mut Lexicon) -> Vec<(String, RoleIx)> {
    let mut makers = Vec::new();
    for tool in &draft.tools.records {
        let is_meant = |role: &Resolved<'_>| tool.makes == Some(role.head.id) && !role.head.hidden;
        let role = tool.makes.and_then(|_| roles.iter().position(is_meant));
        for name in [tool.title].iter().chain(&tool.aliases) {
            let Some(word) = tool_word(name, role.is_some(), lexicon) else { continue };
            makers.extend(role.map(|role| (word, RoleIx::from(role))));
        }
    }
    lexicon.mark_phrases();
    makers
}

fn tool_word(name: &str, makes: bool, lexicon: &mut Lexicon) -> Option<String> {
    let mut words = words::canonical(lexicon, name);
    match words.len() {
        1 => {
            let word = words.pop()?;
            // `Informatica` is a tool, and in some languages the whole trade: it then makes nothing.
            let plain = Kinds(Kinds::TRADE.0 | Kinds::GENERAL.0 | Kinds::NOISE.0);
            let is_plain = |known: &written::Lexeme| known.class.is_some() || known.kinds.has(plain);
            if !makes || (word != written::key(name) && lexicon.words.get(&word).is_some_and(is_plain)) {
                return None;
            }
            lexicon.words.entry(word.clone()).or_default().kinds.add(Kinds(Kinds::TOOL.0 | Kinds::LEXEME.0));
            Some(word)
        }
        2 | 3 if makes => {
            let joined = words.concat();
            let phrase = lexicon.words.entry(written::key(name)).or_default();
            if phrase.means.is_empty() {
                phrase.means = vec![joined.clone()];
            }
            phrase.kinds.add(Kinds::LEXEME);
            lexicon.words.entry(joined.clone()).or_default().kinds.add(Kinds(Kinds::TOOL.0 | Kinds::LEXEME.0));
            Some(joined)
        }
        _ => None,
    }
}

/// Returns all names as words. A large catalog has many, and each can be read by itself.
fn named<'l>(draft: &Draft<'_>, roles: &[Resolved<'_>], lexicon: &'l Lexicon) -> Vec<Named> {
    const BATCH: usize = 64;
    let places: Vec<usize> = (0..roles.len()).filter(|at| !roles[*at].head.hidden).collect();
    let batches: Vec<&[usize]> = places.chunks(BATCH).collect();
    let threads = parallel::threads(roles.len());
    let words = Hashed::new(lexicon);
    let read = |(singles, found): &mut (Singles, Found<'l>), batch: &&[usize]| -> Vec<Named> {
        let vocabulary = Remembering { words: &words, found };
        let mut canonical = |text: &str| words::canonical_of(&vocabulary, singles, &clean::clean(text));
        batch.iter().flat_map(|at| names_of(draft, &roles[*at], (*at).into(), lexicon, &mut canonical)).collect()
    };
    parallel::map(threads, &batches, read).into_iter().flatten().collect()
}

fn names_of(
    draft: &Draft<'_>,
    role: &Resolved<'_>,
    at: RoleIx,
    lexicon: &Lexicon,
    canonical: &mut dyn FnMut(&str) -> Vec<String>,
) -> Vec<Named> {
    let mut texts = vec![(TitleKind::Id, role.head.id), (TitleKind::Title, role.head.title)];
    let editorial = draft.editorial();
    for alias in &role.prose.aliases {
        let is_own = alias.source == editorial;
        texts.push((if is_own { TitleKind::Alias } else { TitleKind::Sourced }, alias.name));
    }
    for grade in &role.grades {
        texts.extend(std::iter::once(&grade.title).chain(&grade.aliases).map(|name| (TitleKind::Alias, *name)));
    }
    let abroad = draft.titles_of(role.head.id).filter(|titles| titles.language != "en");
    texts.extend(abroad.flat_map(|titles| &titles.names).map(|name| (TitleKind::Foreign, *name)));
    let is_above = role.texts.first().is_some_and(|text| text.origin > 0) && draft.origins.len() > 1;
    let mut named: Vec<Named> = Vec::with_capacity(texts.len());
    for (kind, text) in texts {
        let words = telling(lexicon, canonical(text));
        // `O.R. Analyst` is no analyst of any kind.
        let is_function = |word: &String| lexicon.words.get(word).is_some_and(|known| known.class.is_some());
        let is_said = || {
            let said = fold::words(text);
            said.len() > 1 && said.contains(&words.concat())
        };
        if words.len() == 1 && is_function(&words[0]) && is_said() {
            continue;
        }
        // `Senior EM` says without its `em`, a word of noise elsewhere, nothing but a rank.
        let is_rank =
            |word: &String| lexicon.words.get(word).is_some_and(|known| known.rank > 1 && known.class.is_none());
        if words.iter().all(is_rank) && fold::words(text).len() > words.len() {
            continue;
        }
        if !words.is_empty() && named.iter().all(|other| other.words != words) {
            named.push(Named { role: at, kind, is_above, words });
        }
    }
    named
}

/// Leaves noise out, unless there is nothing else.
fn telling(lexicon: &Lexicon, words: Vec<String>) -> Vec<String> {
    let is_noise = |word: &String| lexicon.words.get(word).is_some_and(|known| known.kinds.has(Kinds::NOISE));
    match words.iter().all(is_noise) {
        true => words,
        false => words.into_iter().filter(|word| !is_noise(word)).collect(),
    }
}

/// A word tells the more, the fewer ladders have it in a name.
fn weigh(titles: &mut Titles, named: &[Named], roles: &[Resolved<'_>]) {
    let ladder = |role: RoleIx| roles[role.at()].ladder.map_or(roles[role.at()].head.id, |link| link.of);
    let is_alone = named.iter().all(|name| name.is_above);
    let mut ladders: HashMap<&str, HashSet<&str, Hash>, Hash> = HashMap::default();
    let mut all: HashSet<&str, Hash> = HashSet::default();
    // What is laid on top changes no weight of what is beneath.
    for name in named.iter().filter(|name| is_alone || !name.is_above) {
        all.insert(ladder(name.role));
        for word in &name.words {
            ladders.entry(word).or_default().insert(ladder(name.role));
        }
    }
    let words: HashSet<&str, Hash> = named.iter().flat_map(|name| &name.words).map(String::as_str).collect();
    for word in words {
        let count = ladders.get(word).map_or(1, HashSet::len);
        let weight = libm::log(1.0 + all.len() as f64 / (0.5 + count as f64));
        if let Some(record) = titles.words.get_mut(word) {
            record.weight = ((weight * 100.0).round() as u16).max(1);
        }
    }
}

fn index(titles: &mut Titles, name: &Named) {
    let entry = TitleRole { role: name.role, kind: name.kind };
    let mut sorted = name.words.clone();
    sorted.sort_unstable();
    for (map, key) in [(&mut titles.keys, name.words.join(" ")), (&mut titles.bags, sorted.join(" "))] {
        let roles = map.entry(key).or_default();
        if roles.iter().all(|other| other.role != entry.role) {
            roles.push(entry);
        }
    }
}

fn list(titles: &mut Titles, named: Vec<Named>) {
    let places: HashMap<&str, usize, Hash> =
        titles.words.keys().enumerate().map(|(at, word)| (word.as_str(), at)).collect();
    let records: Vec<&WordRecord> = titles.words.values().collect();
    let mut postings = vec![Vec::new(); places.len()];
    let mut names = Vec::with_capacity(named.len());
    for (at, name) in named.into_iter().enumerate() {
        let number = u32::try_from(at).expect("fewer names than that");
        let mut words = Vec::with_capacity(name.words.len());
        for word in &name.words {
            let place = places[word.as_str()];
            if postings[place].last() != Some(&number) {
                postings[place].push(number);
            }
            words.push(u32::try_from(place).expect("fewer words than that"));
        }
        names.push(titled(&records, &name, &words));
    }
    titles.postings = postings;
    titles.names = names;
}

/// A name with what each of its words tells.
fn titled(all: &[&WordRecord], name: &Named, places: &[u32]) -> TitleName {
    let records: Vec<&WordRecord> = places.iter().map(|place| all[*place as usize]).collect();
    let functions: Vec<(Option<Class>, Kinds)> = records.iter().map(|word| (word.class, word.kinds)).collect();
    let is_of_department = functions.iter().any(|(class, _)| class.is_some_and(|class| OF_DEPARTMENT.contains(&class)));
    let told = |at: usize| {
        let (text, record) = (name.words[at].as_str(), records[at]);
        let part = if record.class.is_some() { words::OF_FUNCTION } else { 1.0 };
        let mut told = (f32::from(record.weight) / 100.0 * part).max(words::LEAST);
        if text == "it" && is_of_department {
            told = told.max(OF_IT);
        }
        if record.rank > 0 && text != "lead" {
            told *= OF_RANK;
        }
        (told * 1000.0).round() as u16
    };
    TitleName {
        role: name.role,
        kind: name.kind,
        is_above: name.is_above,
        class: words::function(&functions).and_then(|at| functions[at].0),
        is_short: name.words.iter().any(|word| word.len() <= SHORT),
        words: places.iter().enumerate().map(|(at, place)| (*place, told(at))).collect(),
    }
}

/// Of these `it` says the trade: an IT manager.
const OF_DEPARTMENT: [Class; 7] = [
    Class::Manager,
    Class::Director,
    Class::Officer,
    Class::Trainer,
    Class::Auditor,
    Class::Technician,
    Class::Coordinator,
];
/// How much `it` tells then, and how little a rank does.
const OF_IT: f32 = 1.7;
const OF_RANK: f32 = 0.6;
/// Names as short as `CTO`.
const SHORT: usize = 4;
