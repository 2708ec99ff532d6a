//! The built-in catalog's prose: written for each role, and for nobody else.
//!
//! The rules of `roles check` hold over the catalog itself. What no rule can hold, because the
//! other side is not ours to keep, is held by hashes: `foreign_runs.bin` has the eight-word runs
//! of the founding page and of the frameworks' prose, hashed, and none of their text.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::LazyLock;

use crate::support::{BUILTIN_CHECKED, ROLE_VALUES, builtin, repository};

/// The words of a text: letters and digits, in small letters.
fn words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// FNV-1a over the words of a run, parted by spaces; the upper 40 bits are kept.
fn hash(run: &[String]) -> u64 {
    let text = run.join(" ");
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, mix) >> 24
}

#[test]
fn no_run_of_eight_words_is_taken_from_elsewhere() {
    let bytes = std::fs::read(repository("tests/foreign_runs.bin")).expect("the hashes are there");
    let number = |five: &[u8]| five.iter().fold(0, |number, byte| number << 8 | u64::from(*byte));
    let foreign: HashSet<u64> = bytes.chunks_exact(5).map(number).collect();
    assert!(foreign.len() > 50_000, "{} hashes", foreign.len());
    let mut taken = Vec::new();
    for (path, role) in &*ROLES {
        for paragraph in [&role.summary].into_iter().chain(&role.day) {
            let words = words(paragraph);
            let runs = words.windows(8).filter(|run| foreign.contains(&hash(run)));
            taken.extend(runs.map(|run| format!("{}: {}", path.display(), run.join(" "))));
        }
    }
    // A hash of 40 bits meets one of these by chance about once in a million runs.
    assert!(taken.len() <= 1, "{taken:#?}");
}

static ROLES: LazyLock<Vec<(PathBuf, Role)>> = LazyLock::new(|| {
    let role = |value: &serde_json::Value| serde_json::from_value(value.clone()).expect("a role has its prose");
    ROLE_VALUES.iter().map(|(path, value)| (path.clone(), role(value))).collect()
});

#[derive(serde::Deserialize)]
struct Role {
    title: String,
    summary: String,
    day: Vec<String>,
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn the_catalog_breaks_no_rule() {
    assert_eq!(BUILTIN_CHECKED.to_string(), "rule\tmessage\n");
}

#[test]
fn lengths_are_within_the_style_guides_bounds() {
    for (path, role) in &*ROLES {
        let path = path.display();
        let summary = words(&role.summary).len();
        assert!((28..=80).contains(&summary), "{path}: the summary has {summary} words");
        let text_of = format!("{} ", role.summary.trim_end());
        let sentences = [". ", "? ", ".\n"].iter().map(|end| text_of.matches(end).count()).sum::<usize>();
        assert!((2..=4).contains(&sentences), "{path}: the summary has {sentences} sentences");
        let day: usize = role.day.iter().map(|paragraph| words(paragraph).len()).sum();
        let longest = if role.title == "Chief Technology Officer" { 1300 } else { 720 };
        assert!((380..=longest).contains(&day), "{path}: the day has {day} words");
    }
}

#[test]
fn spelling_is_american_and_punctuation_plain() {
    const BRITISH: [&str; 18] = [
        "organisation",
        "organise",
        "behaviour",
        "colour",
        "favour",
        "labour",
        "programme ",
        "licence",
        "centre",
        "catalogue",
        "judgement",
        "prioritis",
        "optimis",
        "analyse ",
        "modelling",
        "cancelled",
        "travelling",
        "defence",
    ];
    for (path, role) in &*ROLES {
        for paragraph in [&role.summary].into_iter().chain(&role.day) {
            let lower = paragraph.to_lowercase();
            let british: Vec<&&str> = BRITISH.iter().filter(|word| lower.contains(**word)).collect();
            assert!(british.is_empty(), "{}: {british:?}", path.display());
            let odd: Vec<char> = paragraph.chars().filter(|c| matches!(c, '—' | '!' | '“' | '”' | '…')).collect();
            assert!(odd.is_empty(), "{}: {odd:?} in {paragraph}", path.display());
        }
    }
}

/// The standard terms of the page that founded the catalog, one a line.
const FOUNDING_TERMS: &str = include_str!("founding_terms.txt");

#[test]
fn the_page_of_the_cto_has_the_terms_of_the_founding_page() {
    let page = builtin("show cto --section summary --section day").answered().to_lowercase();
    let terms: Vec<&str> = FOUNDING_TERMS.lines().filter(|line| !line.is_empty()).collect();
    assert!(terms.len() >= 80, "{}", terms.len());
    let missing: Vec<&&str> = terms.iter().filter(|term| !page.contains(**term)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
