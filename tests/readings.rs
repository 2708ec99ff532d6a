//! Readings, frameworks and what comes of them, on the miniature catalog.

use snapbox::{assert_data_eq, str};

use crate::support::{Outcome, Roles, Scratch, miniature, repository};

/// Asks the miniature catalog with files laid over it.
fn laid(name: &str, files: &[(&str, &str)], line: &str) -> Outcome {
    let scratch = Scratch::new(name);
    files.iter().for_each(|(path, text)| drop(scratch.write(path, text)));
    Roles::miniature().arg("--catalog").arg(scratch.path()).words(line).run()
}

/// A framework of a company's own: a source, its elements, a role that maps to it.
const FRAMEWORK: [(&str, &str); 4] = [
    (
        "vocabulary/sources.yaml",
        "- {id: acme, title: Acme matrix, publisher: Acme, licence: none, kind: framework, credit: Acme.}\n",
    ),
    ("vocabulary/elements/acme.yaml", "source: acme\nelements:\n  quality: {direct: [proof], weak: [doubt]}\n"),
    (
        "evidence/frameworks/acme.yaml",
        "source: acme\nshape: relevance\nscale: [0, 9]\nrecords:\n- {code: A1, title: Prover, relevance: {proof: 9, doubt: 3}}\n",
    ),
    (
        "engineering/prover.yaml",
        "title: Prover\ntrack: individual-contributor\nlevel: 3\nsummary: Proves.\noccupations:\n  frameworks:\n  - {source: acme, record: A1, match: exact}\n",
    ),
];

#[test]
fn a_new_source_is_a_file_and_an_entry() {
    assert_data_eq!(laid("new-source", &FRAMEWORK, "why prover quality").to_string(), str![]);
}

#[test]
fn a_role_that_nobody_read_rests_on_evidence() {
    let overlay = repository("tests/overlay");
    let why = Roles::miniature().arg("--catalog").arg(overlay).words("why acme-architect quality").run();
    assert_data_eq!(why.to_string(), str![]);
}

#[test]
fn rungs_that_would_fall_have_their_mean() {
    assert_data_eq!(miniature("why principal-engineer quality").to_string(), str![]);
}

#[test]
fn what_was_judged_again_says_why() {
    assert_data_eq!(miniature("why sre strategy").to_string(), str![]);
}

#[test]
fn what_nobody_rates_has_no_evidence() {
    assert_data_eq!(miniature("compare loner intern --differences").to_string(), str![]);
    let gap = Roles::miniature().words("gap loner --profile -").input("competencies: {operations: working}\n").run();
    assert_data_eq!(gap.to_string(), str![]);
}

#[test]
fn a_vocabulary_of_the_first_edition_loads_and_is_told_how_to_list_names() {
    let competency = "- id: craft\n  title: Craft\n  definition: Making things.\n  levels: {awareness: a, working: b, practitioner: c, expert: d}\n  \
                      onet: ['skill:Programming']\n  gdad: [System design]\n  esco: [design]\n  ladders: {ladder: [Design]}\n";
    let scratch = Scratch::new("first-edition");
    scratch.write("vocabulary/competencies.yaml", competency);
    let checked = Roles::miniature().words("check .").folder(scratch.path()).run();
    assert_data_eq!(checked.to_string(), str![]);
    let why = laid("first-edition-why", &[("vocabulary/competencies.yaml", competency)], "why engineer craft");
    assert_data_eq!(why.to_string(), str![]);
}

#[test]
fn crooked_readings_and_frameworks_are_told() {
    let files = [
        (
            "evidence/readings/reading-1.yaml",
            "source: readers\nreading: 1\nbatches:\n- batch: 1\n  weights:\n    quality: {cto: eighty, sre: 80 master, nobody: 5 none}\n",
        ),
        (
            "evidence/frameworks/onet.yaml",
            "source: onet\nshape: ratings\nscale: {skill: [1, 5]}\nrecords:\n- {code: X1, title: X, ratings: {'skill:A': 6, 'craft:B': 2}}\n- {code: X2, title: Y, items: {core: [a]}}\n",
        ),
        (
            "vocabulary/elements/esco.yaml",
            "source: esco\nelements:\n  quality: {direct: [write tests], weak: [write tests]}\n",
        ),
    ];
    let scratch = Scratch::new("crooked-readings");
    files.iter().for_each(|(path, text)| drop(scratch.write(path, text)));
    let checked = Roles::miniature().words("check .").folder(scratch.path()).run();
    assert_data_eq!(checked.to_string(), str![]);
}

#[test]
fn a_built_in_role_without_readings_is_a_warning() {
    let scratch = Scratch::new("unread");
    let mut copy = std::process::Command::new("cp");
    copy.arg("-r").arg(repository("tests/miniature/.")).arg(scratch.path());
    assert!(copy.status().expect("cp runs").success());
    scratch.write("operations/new.yaml", "title: New\ntrack: management\nlevel: 2\nsummary: New.\n");
    let line = "check . --no-builtin --skip few-tools --skip few-competencies --skip prose-length --skip shared-run \
                --skip shared-sentence --skip unreachable-role --skip unsorted-tools";
    assert_data_eq!(Roles::miniature().words(line).folder(scratch.path()).run().to_string(), str![]);
}
