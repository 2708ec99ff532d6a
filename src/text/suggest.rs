//! The nearest names to one that is not there, and how they are offered.

use std::collections::HashMap;
use std::sync::Mutex;

use crate::text::fold;
use crate::text::sorting::Arrange;

/// Below this similarity a name is no suggestion but noise.
const LIKENESS: f64 = 0.75;

/// Returns the candidates most like a name, nearest first; where none is, those that have its words.
pub fn nearest<'n>(name: &str, candidates: impl Iterator<Item = &'n str>, most: usize) -> Vec<&'n str> {
    let words = fold::words(truncated(name));
    let has_words = |candidate: &str| fold::words(candidate).windows(words.len().max(1)).any(|run| run == words);
    let mut having = Vec::new();
    // Candidates are looked at once: there may be many.
    let seen = candidates.inspect(|candidate| {
        if having.len() < most && has_words(candidate) {
            having.push(*candidate);
        }
    });
    let alike = alike(name, seen, most);
    if alike.is_empty() { each_once(having, most) } else { alike }
}

/// Returns the candidates most like a name as it is spelt, nearest first.
pub fn alike<'n>(name: &str, candidates: impl Iterator<Item = &'n str>, most: usize) -> Vec<&'n str> {
    let key = fold::key(truncated(name));
    let letters = Letters::of(&key);
    let mut scored: Vec<(f64, &str)> = candidates
        .filter(|candidate| letters.may_be_alike(candidate))
        .map(|candidate| (likeness(&key, candidate), candidate))
        .filter(|(score, _)| *score >= LIKENESS)
        .collect();
    scored.arrange_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    each_once(scored.into_iter().map(|(_, candidate)| candidate), most)
}

/// The letters of a folded name, to tell soon which candidates are nothing like it: most are not, and to
/// count letters costs a hundredth of what it costs to compare them in their order.
struct Letters {
    /// How many of each; none of a name that has others than those of ASCII.
    counts: Option<[u8; 128]>,
    length: usize,
    first: [u8; Self::PREFIX],
}

impl Letters {
    /// As many letters in front as raise a likeness.
    const PREFIX: usize = 4;

    fn of(key: &str) -> Self {
        let mut counts = [0_u8; 128];
        let mut first = [0; Self::PREFIX];
        first.iter_mut().zip(key.bytes()).for_each(|(to, byte)| *to = byte);
        if !key.is_ascii() {
            return Self { counts: None, length: key.len(), first };
        }
        key.bytes().for_each(|byte| counts[usize::from(byte)] = counts[usize::from(byte)].saturating_add(1));
        Self { counts: Some(counts), length: key.len(), first }
    }

    /// Whether a candidate with these letters can reach the likeness of a suggestion, in the best order.
    fn may_be_alike(&self, candidate: &str) -> bool {
        let Some(mut left) = self.counts.filter(|_| candidate.is_ascii()) else { return true };
        let (mut length, mut common, mut prefix) = (0_usize, 0_usize, 0_usize);
        for byte in candidate.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_lowercase()) {
            if length < Self::PREFIX && prefix == length && self.first[length] == byte {
                prefix += 1;
            }
            length += 1;
            if left[usize::from(byte)] > 0 {
                left[usize::from(byte)] -= 1;
                common += 1;
            }
        }
        if common == 0 {
            return false;
        }
        let share = |of: usize| common as f64 / of as f64;
        let jaro = (share(self.length) + share(length) + 1.0) / 3.0;
        let jaro_winkler = jaro + 0.1 * prefix as f64 * (1.0 - jaro);
        jaro_winkler.midpoint(share(self.length.max(length))) >= LIKENESS
    }
}

/// Takes names, each once: an id stands for the title that is written so.
fn each_once<'n>(names: impl IntoIterator<Item = &'n str>, most: usize) -> Vec<&'n str> {
    let mut each = Vec::new();
    names.into_iter().for_each(|name| once(&mut each, name));
    each.truncate(most);
    each
}

/// Adds a name, unless it is there in other letters: an id stands for its title.
fn once<'n>(names: &mut Vec<&'n str>, name: &'n str) {
    let is_id = |name: &str| !name.contains(|c: char| c.is_uppercase() || c.is_whitespace());
    match names.iter_mut().find(|known| fold::key(known) == fold::key(name)) {
        Some(known) if is_id(name) => *known = name,
        Some(_) => {}
        None => names.push(name),
    }
}

/// Keeps suggestions few: one costs a look at every name, and a hostile file has a hundred thousand
/// wrong ones. What a file gets does not depend on which thread reads it, or when.
#[derive(Debug, Default)]
pub struct SuggestionBudget(Mutex<HashMap<String, usize>>);

impl SuggestionBudget {
    /// The most suggestions for one file.
    const MOST: usize = 20;

    /// Returns the candidates most like a name that a file has, as [`nearest`] does, or none.
    pub fn nearest<'n>(&self, file: &str, name: &str, candidates: impl Iterator<Item = &'n str>) -> Vec<&'n str> {
        let mut given = self.0.lock().expect("nobody panics while counting");
        let count = given.entry(file.to_owned()).or_default();
        *count += 1;
        let is_enough = *count > Self::MOST;
        drop(given);
        if is_enough { Vec::new() } else { nearest(name, candidates, 3) }
    }
}

/// Returns how alike a folded name and a candidate are, 0 to 1.
pub fn likeness(folded: &str, candidate: &str) -> f64 {
    let candidate = fold::key(candidate);
    let distance = strsim::osa_distance(folded, &candidate) as f64;
    let longer = folded.chars().count().max(candidate.chars().count()).max(1) as f64;
    strsim::jaro_winkler(folded, &candidate).midpoint(1.0 - distance / longer)
}

/// Similarity costs the product of two lengths; nobody's typing error is this long.
fn truncated(name: &str) -> &str {
    name.char_indices().nth(80).map_or(name, |(end, _)| &name[..end])
}

/// Returns "did you mean `a`, `b` or `c`?", or nothing where there is nothing near.
pub fn did_you_mean(names: &[&str]) -> Option<String> {
    (!names.is_empty()).then(|| format!("did you mean {}?", one_of(names)))
}

/// Returns "`a`, `b` or `c`".
pub fn one_of(names: &[&str]) -> String {
    joined(names, "or")
}

/// Returns "`a`, `b` and `c`".
pub fn all_of(names: &[&str]) -> String {
    joined(names, "and")
}

fn joined(names: &[&str], last_by: &str) -> String {
    let ticked: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match ticked.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} {last_by} {last}", rest.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_alike_is_left_out_for_its_letters() {
        let names =
            ["data-engineer", "Data Engineer", "date engine", "teardown", "cto", "engineer", "dataengineers", "x"];
        for name in ["dataengineer", "dtaa enginer", "ctoo", "engineer data", "é"] {
            let key = fold::key(name);
            let letters = Letters::of(&key);
            for other in names {
                assert!(letters.may_be_alike(other) || likeness(&key, other) < LIKENESS, "{name} {other}");
            }
        }
    }

    #[test]
    fn a_name_is_suggested_once_and_whole_words_find_longer_names() {
        let tools = ["Terraform", "terraform", "help-desk-technician", "C++"];
        let near = |word| nearest(word, tools.into_iter(), 3);
        assert_eq!(near("terrafrom"), ["terraform"]);
        assert_eq!(near("Help Desk"), ["help-desk-technician"]);
        assert_eq!(near("nothing-like-it"), [""; 0]);
    }
}
