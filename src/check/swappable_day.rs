//! No two roles have days that could be swapped.
//!
//! The measure is the cosine of two days' words, each word weighed by how few roles use it: words
//! that all days share count for nothing, words that only two share count most. 0 is nothing in
//! common, 1 is the same day.

use std::collections::{BTreeMap, BTreeSet};

use super::{Rule, Subject, words};
use crate::catalog::diagnostic::Diagnostic;

/// Days more alike than this could be swapped.
const BOUND: f64 = 0.3;
/// In fewer roles than this, how few use a word says nothing.
const FEWEST: usize = 8;

pub static RULE: Rule = Rule {
    name: "swappable-day",
    what: "no two roles have days that could be swapped",
    why: "a day that would do for the neighbor describes neither",
    mend: "write what only this role looks at, owns, argues about and mends",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let days: Vec<(&str, Vec<String>)> = subject
        .layer
        .roles
        .iter()
        .filter_map(|file| Some((file, file.role.day.as_ref()?)))
        .map(|(file, day)| (file.id.as_str(), day.iter().flat_map(|paragraph| words(&paragraph.value)).collect()))
        .collect();
    let file_of = |id: &str| {
        let file = subject.layer.roles.iter().find(|file| file.id == id);
        file.map_or_else(String::new, |file| file.file.clone())
    };
    let pairs = nearest_pairs(&days).into_iter().take_while(|(likeness, ..)| *likeness > BOUND);
    pairs
        .map(|(likeness, one, other)| {
            let message =
                format!("the day of `{one}` could be that of `{other}`: likeness {likeness:.2}, at most {BOUND}");
            Diagnostic::of_file(&file_of(one), RULE.name, message).help(RULE.mend)
        })
        .collect()
}

/// Returns all pairs of days, most alike first, with their likeness from 0 to 1.
fn nearest_pairs<'d>(days: &'d [(&'d str, Vec<String>)]) -> Vec<(f64, &'d str, &'d str)> {
    if days.len() < FEWEST {
        return Vec::new();
    }
    let vectors: Vec<(&str, BTreeMap<&str, f64>)> = weighed(days);
    let mut pairs = Vec::new();
    for (at, (one, a)) in vectors.iter().enumerate() {
        for (other, b) in &vectors[at + 1..] {
            let likeness: f64 = a.iter().filter_map(|(word, weight)| Some(weight * b.get(word)?)).sum();
            pairs.push((likeness, *one, *other));
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    pairs
}

/// Each day's words with their weights, scaled to length 1.
fn weighed<'d>(days: &'d [(&'d str, Vec<String>)]) -> Vec<(&'d str, BTreeMap<&'d str, f64>)> {
    let mut used: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, words) in days {
        for word in words.iter().map(String::as_str).collect::<BTreeSet<_>>() {
            *used.entry(word).or_default() += 1;
        }
    }
    let rarity = |word: &str| (days.len() as f64 / used[word] as f64).sqrt() - 1.0;
    let vector = |words: &'d [String]| {
        let mut vector: BTreeMap<&str, f64> = BTreeMap::new();
        words.iter().for_each(|word| *vector.entry(word).or_default() += rarity(word));
        let length = vector.values().map(|weight| weight * weight).sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
        vector.values_mut().for_each(|weight| *weight /= length);
        vector
    };
    days.iter().map(|(id, words)| (*id, vector(words))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_days_of_the_catalog_are_far_apart() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("roles");
        let (layer, faults) =
            crate::catalog::load::folder(&folder, crate::catalog::load::Texts::Leave).expect("the catalog is there");
        assert!(faults.is_empty(), "{faults:?}");
        let days: Vec<(&str, Vec<String>)> = layer
            .roles
            .iter()
            .map(|file| (file.id.as_str(), file.role.day.iter().flatten().flat_map(|p| words(&p.value)).collect()))
            .collect();
        let pairs = nearest_pairs(&days);
        for (likeness, one, other) in pairs.iter().take(10) {
            println!("{likeness:.2}  {one}  {other}");
        }
        assert!(pairs[0].0 < BOUND, "{:?}", pairs[0]);
    }
}
