//! Properties that hold for whatever is asked. With `ROLES_ALL` more is asked.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use proptest::prelude::*;

use crate::support::{Roles, cases, miniature};

const ROLES: [&str; 12] = [
    "intern",
    "junior-engineer",
    "engineer",
    "senior-engineer",
    "staff-engineer",
    "principal-engineer",
    "cto",
    "engineering-manager",
    "vp-engineering",
    "operator",
    "sre",
    "loner",
];
const COMPETENCIES: [&str; 5] = ["architecture", "people", "operations", "strategy", "quality"];
const LEVELS: [&str; 5] = ["none", "awareness", "working", "practitioner", "expert"];

fn profile(levels: &[usize]) -> String {
    let lines = COMPETENCIES.iter().zip(levels).map(|(id, level)| format!("  {id}: {}\n", LEVELS[*level]));
    format!("competencies:\n{}", lines.collect::<String>())
}

/// The fit of a profile to each role, by id.
fn fits(profile: &str) -> Vec<(String, u32)> {
    let table = Roles::miniature()
        .words("match --profile - --max 100 --format tsv --fields role,fit")
        .input(profile)
        .run()
        .answered();
    let row =
        |line: &str| line.split_once('\t').map(|(id, fit)| (id.to_owned(), fit.parse().expect("a fit is a number")));
    let mut fits: Vec<(String, u32)> = table.lines().skip(1).filter_map(row).collect();
    fits.sort();
    fits
}

/// What leads to each role, as `prereqs` tells.
static PREREQUISITES: LazyLock<HashMap<&str, String>> = LazyLock::new(|| {
    let told = |role: &'static str| (role, miniature(&format!("prereqs {role} --format tsv --fields role")).stdout);
    ROLES.into_iter().map(told).collect()
});

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(12, 48), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn raising_a_level_never_lowers_a_fit(levels in prop::collection::vec(0_usize..4, 5), raised in 0_usize..5) {
        // Who claims nothing is not measured at all.
        prop_assume!(levels.iter().any(|level| *level > 0));
        let before = fits(&profile(&levels));
        let mut higher = levels.clone();
        higher[raised] += 1;
        let after: BTreeMap<String, u32> = fits(&profile(&higher)).into_iter().collect();
        // Roles that ask for nothing that is claimed are left out.
        for (id, before) in before.iter().filter(|(_, before)| *before > 0) {
            let after = after.get(id).copied().unwrap_or(0);
            prop_assert!(after >= *before && after <= 100, "{id}: {before} to {after}");
        }
    }

    /// A likeness lies between 0 and 100, whatever is claimed.
    #[test]
    fn a_likeness_is_a_part_of_a_hundred(levels in prop::collection::vec(0_usize..5, 5)) {
        prop_assume!(levels.iter().any(|level| *level > 0));
        let line = "match --profile - --max 100 --format tsv --fields likeness --no-header";
        let table = Roles::miniature().words(line).input(&profile(&levels)).run().answered();
        for like in table.lines() {
            prop_assert!(like.parse::<u32>().is_ok_and(|like| like <= 100), "{}", like);
        }
    }

    #[test]
    fn ladders_are_made_of_prerequisites_and_sorted_by_length(from in 0_usize..12, to in 0_usize..12, max in 1_u32..8) {
        let fields = "path,from,to,lateral";
        let line = format!("path {} {} --max {max} --format tsv --fields {fields}", ROLES[from], ROLES[to]);
        let outcome = miniature(&line);
        prop_assume!(outcome.code == 0);
        let rows: Vec<Vec<&str>> = outcome.stdout.lines().skip(1).map(|line| line.split('\t').collect()).collect();
        let mut lengths = Vec::new();
        for path in rows.chunk_by(|a, b| a[0] == b[0]) {
            prop_assert_eq!(path[0][1], ROLES[from]);
            prop_assert_eq!(path[path.len() - 1][2], ROLES[to]);
            for step in path.windows(2) {
                prop_assert_eq!(step[0][2], step[1][1]);
            }
            prop_assert!(path.iter().filter(|step| step[3] == "yes").count() <= 1, "one step may go sideways");
            for step in path.iter().filter(|step| step[3] == "no") {
                let prerequisites = &PREREQUISITES[step[2]];
                prop_assert!(prerequisites.lines().any(|id| id == step[1]), "{} before {}", step[1], step[2]);
            }
            lengths.push(path.len());
        }
        prop_assert!(lengths.is_sorted() && lengths.len() <= max as usize);
    }

    #[test]
    fn no_line_of_a_page_is_wider_than_the_page(role in 0_usize..12, width in 20_usize..200) {
        let page = miniature(&format!("show {} --format page --width {width}", ROLES[role])).answered();
        for line in page.lines() {
            let columns = unicode_width::UnicodeWidthStr::width(line);
            prop_assert!(columns <= width, "{columns} columns of {width}: {line}");
        }
    }

    #[test]
    fn whatever_is_typed_is_answered_or_refused(words in prop::collection::vec("[ -~]{0,12}", 1..4)) {
        let mut roles = Roles::miniature();
        for word in ["search"].into_iter().chain(words.iter().map(String::as_str)) {
            roles = roles.arg(word);
        }
        let outcome = roles.run();
        prop_assert!([0, 1, 2].contains(&outcome.code) && !outcome.stderr.contains("panicked"), "{outcome}");
    }
}
