//! No two roles have days that could be swapped.
//!
//! The measure is the cosine of two days' words, each word weighed by how few roles use it: words
//! that all days share count for nothing, words that only two share count most. 0 is nothing in
//! common, 1 is the same day.
//!
//! Of a day's words, rarest first, so many are its head that the others together weigh less than the
//! bound: days that are alike share a word of both heads. Only such days are compared, and a catalog
//! of ten thousand roles has few of them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::catalog::parallel;
use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::load::RoleFile;
use crate::check::prose::Paragraph;
use crate::check::{Rule, Subject};
use crate::text::sorting::Arrange;

/// Days more alike than this could be swapped.
const BOUND: f64 = 0.3;
/// In fewer roles than this, how few use a word says nothing.
const FEWEST: usize = 8;
/// Others that a day is compared with at most: thousands may have been copied from one.
const MOST: usize = 1_000;

pub static RULE: Rule = Rule {
    name: "swappable-day",
    what: "no two roles have days that could be swapped",
    why: "a day that would do for the neighbor describes neither",
    mend: "write what only this role looks at, owns, argues about and mends",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let (files, texts) = texts(&subject.paragraphs);
    let pairs = nearest_pairs(&weighed(&texts), BOUND);
    pairs
        .into_iter()
        .map(|(likeness, one, other)| {
            let (one, other) = (files[one], files[other]);
            let message = format!(
                "the day of `{}` could be that of `{}`: likeness {likeness:.2}, at most {BOUND}",
                one.id, other.id
            );
            Diagnostic::of_file(&one.file, RULE.name, message).help(RULE.mend)
        })
        .collect()
}

/// Returns the roles that tell of a day, and the words of each.
fn texts<'s>(paragraphs: &[Paragraph<'s>]) -> (Vec<&'s RoleFile>, Vec<Vec<u32>>) {
    let days: Vec<&Paragraph<'s>> = paragraphs.iter().filter(|paragraph| paragraph.is_day).collect();
    let days = days.chunk_by(|one, next| one.file.id == next.file.id);
    days.map(|day| (day[0].file, day.iter().flat_map(|paragraph| &paragraph.words).copied().collect())).unzip()
}

/// A day's words as numbers, rarest first, with their weights; the squares of all weights make 1.
type Day = Vec<(usize, f64)>;

/// Weighs each day's words, and numbers them anew: the rarest has the lowest number.
fn weighed(texts: &[Vec<u32>]) -> Vec<Day> {
    let mut used: HashMap<u32, usize> = HashMap::new();
    for text in texts {
        for word in text.iter().collect::<BTreeSet<_>>() {
            *used.entry(*word).or_default() += 1;
        }
    }
    let mut ranked: Vec<(usize, u32)> = used.into_iter().map(|(word, days)| (days, word)).collect();
    ranked.arrange();
    let rarity = |days: usize| (texts.len() as f64 / days as f64).sqrt() - 1.0;
    let ranks: HashMap<u32, (usize, f64)> =
        ranked.into_iter().enumerate().map(|(rank, (days, word))| (word, (rank, rarity(days)))).collect();
    texts.iter().map(|text| day(text, &ranks)).collect()
}

fn day(text: &[u32], ranks: &HashMap<u32, (usize, f64)>) -> Day {
    let mut weights: BTreeMap<usize, f64> = BTreeMap::new();
    for (rank, rarity) in text.iter().map(|word| ranks[word]) {
        *weights.entry(rank).or_default() += rarity;
    }
    let length = weights.values().map(|weight| weight * weight).sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
    weights.into_iter().map(|(rank, weight)| (rank, weight / length)).collect()
}

/// The rarest words of a day, without those that together weigh no more than the bound.
fn head(day: &Day, bound: f64) -> &[(usize, f64)] {
    let mut rest = 0.0;
    let tail = day.iter().rev().take_while(|(_, weight)| {
        rest += weight * weight;
        rest <= bound * bound
    });
    &day[..day.len() - tail.count()]
}

/// Days, and where each word of their heads stands.
struct Heads<'d> {
    days: &'d [Day],
    bound: f64,
    with_word: HashMap<usize, Vec<usize>>,
}

impl<'d> Heads<'d> {
    fn new(days: &'d [Day], bound: f64) -> Self {
        let mut with_word: HashMap<usize, Vec<usize>> = HashMap::new();
        for (at, day) in days.iter().enumerate() {
            head(day, bound).iter().for_each(|(word, _)| with_word.entry(*word).or_default().push(at));
        }
        Self { days, bound, with_word }
    }

    /// Returns a day's nearest other, where they are more alike than the bound, the earlier one first.
    fn nearest(&self, day: usize, desk: &mut Desk) -> Option<(f64, usize, usize)> {
        desk.lay(&self.days[day]);
        desk.met.resize(self.days.len(), None);
        desk.met[day] = Some(day);
        let sharing = head(&self.days[day], self.bound).iter().flat_map(|(word, _)| &self.with_word[word]);
        let others = sharing.copied().filter(|other| desk.met[*other].replace(day) != Some(day)).take(MOST);
        others
            .map(|other| (likeness(&desk.weights, &self.days[other]), day.min(other), day.max(other)))
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .filter(|(likeness, ..)| *likeness > self.bound)
    }
}

/// What a thread keeps from day to day, so that it need not be made for each.
#[derive(Default)]
struct Desk {
    /// The weights of the day that is compared, by word.
    weights: Vec<f64>,
    laid: Vec<usize>,
    /// For each other day, the last one that met it.
    met: Vec<Option<usize>>,
}

impl Desk {
    /// Puts a day in the place of the one before.
    fn lay(&mut self, day: &Day) {
        self.laid.drain(..).for_each(|word| self.weights[word] = 0.0);
        for (word, weight) in day {
            self.weights.resize(self.weights.len().max(word + 1), 0.0);
            self.weights[*word] = *weight;
            self.laid.push(*word);
        }
    }
}

/// The cosine of two days, one of them as weights by word.
fn likeness(weights: &[f64], day: &Day) -> f64 {
    day.iter().map(|(word, weight)| weight * weights.get(*word).unwrap_or(&0.0)).sum()
}

/// Returns each day's nearest other, where they are more alike than the bound, from 0 to 1: the most
/// alike first, and a pair once.
fn nearest_pairs(days: &[Day], bound: f64) -> Vec<(f64, usize, usize)> {
    if days.len() < FEWEST {
        return Vec::new();
    }
    let heads = Heads::new(days, bound);
    let all: Vec<usize> = (0..days.len()).collect();
    let nearest = parallel::map(parallel::threads(days.len()), &all, |desk, day| heads.nearest(*day, desk));
    let mut pairs: Vec<(f64, usize, usize)> = nearest.into_iter().flatten().collect();
    pairs.arrange_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    pairs.dedup();
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::read::load;

    /// Every pair of days more alike than the bound, by comparing all.
    fn all_pairs(days: &[Day], bound: f64) -> Vec<(f64, usize, usize)> {
        let mut desk = Desk::default();
        let mut pairs = Vec::new();
        for (one, day) in days.iter().enumerate() {
            desk.lay(day);
            pairs.extend((one + 1..days.len()).map(|other| (likeness(&desk.weights, &days[other]), one, other)));
        }
        pairs.retain(|pair| pair.0 > bound);
        pairs
    }

    #[test]
    fn the_nearest_days_of_the_catalog_are_far_apart() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("roles");
        let (layer, faults) = load::folder(&folder, load::Texts::Leave).expect("the catalog is there");
        assert!(faults.is_empty(), "{faults:?}");
        let (files, texts) = texts(&super::super::prose::paragraphs(&layer));
        let days = weighed(&texts);
        let pairs = nearest_pairs(&days, BOUND / 5.0);
        for (likeness, one, other) in pairs.iter().take(10) {
            println!("{likeness:.2}  {}  {}", files[*one].id, files[*other].id);
        }
        assert!(pairs[0].0 < BOUND, "{:?}", pairs[0]);
        // What is not compared is not alike: each with each takes seconds.
        if std::env::var_os("ROLES_ALL").is_none() {
            return;
        }
        let all = all_pairs(&days, BOUND / 5.0);
        assert!(all.len() > pairs.len() && pairs.len() > 20, "{} of {}", pairs.len(), all.len());
        for (likeness, one, other) in all {
            let is_of = |pair: &&(f64, usize, usize), day| pair.1 == day || pair.2 == day;
            for day in [one, other] {
                let nearest = pairs.iter().find(|pair| is_of(pair, day)).expect("it has one");
                assert!(nearest.0 >= likeness, "{day}: {nearest:?}, {likeness}");
            }
        }
    }

    #[test]
    fn of_days_that_were_copied_each_is_told_with_one_other() {
        let text = |words: &str| words.bytes().map(u32::from).collect::<Vec<_>>();
        let others = ["abc", "def", "ghi", "jkl", "mno", "pqr", "stu"].map(text);
        let days = weighed(&[others.to_vec(), vec![text("vwx"), text("vwx"), text("vwx"), text("dez")]].concat());
        let pairs: Vec<(usize, usize)> = nearest_pairs(&days, BOUND).iter().map(|(_, a, b)| (*a, *b)).collect();
        assert_eq!(pairs, [(7, 9), (8, 9), (1, 10)]);
    }
}
