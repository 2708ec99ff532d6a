//! No two roles share eight words in a row: text is written for a role, not carried over.

use std::collections::{BTreeMap, HashMap};
use std::hash::BuildHasher;

use crate::catalog::parallel;
use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::schema::place;
use crate::check::prose::Paragraph;
use crate::check::{Rule, Subject};
use crate::text::fold;

/// How many words in a row make a run.
const RUN: usize = 8;
/// Runs that are looked for in one go: a large catalog has ten million, and each takes memory.
const SHARE: usize = 2_000_000;

pub static RULE: Rule = Rule {
    name: "shared-run",
    what: "no run of eight words stands in two roles",
    why: "text that was carried over is text that nobody wrote for the role",
    mend: "write the sentence anew",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let first = first_shared(&subject.paragraphs, SHARE);
    let fault = |(paragraph, (at, other)): (usize, Shared)| {
        let Paragraph { file, text, .. } = &subject.paragraphs[paragraph];
        let other = &subject.paragraphs[other].file.id;
        let run: Vec<String> = fold::words(&text.value).into_iter().skip(at).take(RUN).collect();
        let message = format!("`{other}` has this run of words too: \"{}\"", run.join(" "));
        Diagnostic::at(&file.file, place(text), RULE.name, message).help(RULE.mend)
    };
    first.into_iter().map(fault).collect()
}

/// Where a run begins in its paragraph, and an earlier paragraph that has it.
type Shared = (usize, usize);

/// Returns the first shared run of each paragraph that has one, looking for so many runs in one go.
fn first_shared(paragraphs: &[Paragraph<'_>], share: usize) -> BTreeMap<usize, Shared> {
    let all: usize = paragraphs.iter().map(|paragraph| paragraph.words.len()).sum();
    let shares: Vec<usize> = (0..all.div_ceil(share)).collect();
    let hasher = foldhash::fast::RandomState::default();
    let hash = |run: &[u32]| hasher.hash_one(run);
    let threads = parallel::threads(paragraphs.len());
    let found = parallel::map(threads, &shares, |(): &mut (), share| {
        shared(paragraphs, hash, |hash| hash as usize % shares.len() == *share)
    });
    let mut first: BTreeMap<usize, Shared> = BTreeMap::new();
    for (paragraph, shared) in found.into_iter().flatten() {
        let first = first.entry(paragraph).or_insert(shared);
        *first = shared.min(*first);
    }
    first
}

/// Returns the shared runs whose hashes belong to a share, with their paragraphs.
fn shared(
    paragraphs: &[Paragraph<'_>],
    hash: impl Fn(&[u32]) -> u64,
    belongs: impl Fn(u64) -> bool,
) -> Vec<(usize, Shared)> {
    let mut seen: HashMap<u64, (u32, u32), foldhash::fast::RandomState> = HashMap::default();
    let mut shared = Vec::new();
    for (number, paragraph) in paragraphs.iter().enumerate() {
        let runs = paragraph.words.windows(RUN).enumerate().map(|(at, run)| (at, run, hash(run)));
        let first = runs.filter(|(.., hash)| belongs(*hash)).find_map(|(at, run, hash)| {
            let (other, start) = *seen.entry(hash).or_insert((number as u32, at as u32));
            let (other, start) = (other as usize, start as usize);
            let is_same = paragraphs[other].words[start..start + RUN] == *run;
            (is_same && paragraphs[other].file.id != paragraph.file.id).then_some((at, other))
        });
        shared.extend(first.map(|first| (number, first)));
    }
    shared
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::read::files::SourceFile;
    use crate::catalog::read::load;

    #[test]
    fn the_first_run_is_found_in_any_number_of_shares() {
        let role = |name: &str, words: std::ops::Range<u32>| SourceFile {
            path: format!("{name}.yaml"),
            text: format!("summary: {}\n", words.map(|word| format!("word{word} ")).collect::<String>()),
        };
        let sources = [role("a", 0..60), role("b", 50..80), role("c", 53..60), role("d", 40..90), role("e", 200..260)];
        let (layer, _) = load::parse(&sources);
        let paragraphs = super::super::prose::paragraphs(&layer);
        let found = first_shared(&paragraphs, SHARE);
        assert_eq!(found, BTreeMap::from([(1, (0, 0)), (3, (0, 0))]));
        (1..70).for_each(|share| assert_eq!(first_shared(&paragraphs, share), found, "{share}"));
    }
}
