//! The schema of role files: every built-in file passes it, and what it refuses the loader refuses.

use std::collections::HashMap;

use jsonschema::Validator;
use serde_json::Value;

use crate::support::{ROLE_VALUES, Roles, Scratch, builtin, miniature, repository, role_files};

fn validator() -> Validator {
    let schema: Value = serde_json::from_str(&builtin("schema").answered()).expect("the schema is JSON");
    Validator::new(&schema).expect("the schema is a schema")
}

#[test]
fn every_role_file_passes_the_schema() {
    let validator = validator();
    for (path, role) in &*ROLE_VALUES {
        let faults: Vec<String> =
            validator.iter_errors(role).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(faults.is_empty(), "{}: {faults:#?}", path.display());
    }
}

#[test]
fn what_the_schema_refuses_the_loader_refuses() {
    let schema: Value = serde_json::from_str(&miniature("schema").answered()).expect("the schema is JSON");
    let validator = Validator::new(&schema).expect("the schema is a schema");
    let refused = [
        "titel: X\n",
        "title: [X]\n",
        "level: high\n",
        "level: 12\n",
        "track: sideways\n",
        "family: nowhere\n",
        "day: one paragraph\n",
        "tools:\n  - git\n",
        "tools:\n  - {tool: git}\n",
        "tools:\n  - {tool: git, proficiency: good}\n",
        "tools:\n  - {tool: no-such-tool, proficiency: working}\n",
        "competencies:\n  - {competency: architecture, weight: 101}\n",
        "competencies:\n  - {competency: no-such-competency, weight: 10}\n",
        "pay:\n  - {source: survey, label: Chiefs, match: perfect}\n",
        "salary:\n  - {region: de, source: survey, currency: EUR, per: week, basis: gross, kind: earned, year: 2026}\n",
        "hidden: perhaps\n",
        "occupations: {onet: 15-1252.00}\n",
    ];
    for text in refused {
        let role: Value = yaml_serde::from_str(text).expect("the sample is YAML");
        assert!(!validator.is_valid(&role), "the schema lets this pass: {text}");
        let scratch = Scratch::new("refused");
        scratch.write("cto.yaml", text);
        let outcome = Roles::miniature().words("show cto --catalog").arg(scratch.path()).run();
        assert_eq!(outcome.code, 2, "the loader lets this pass: {text}{outcome}");
    }
}

#[test]
fn another_parser_reads_the_same_values() {
    for ((path, text), (_, theirs)) in role_files().iter().zip(&*ROLE_VALUES) {
        let ours: Value = serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_eq!(&ours, theirs, "{}", path.display());
    }
}

fn schema_of(kind: &str) -> Validator {
    let schema: Value = serde_json::from_str(&builtin(&format!("schema {kind}")).answered()).expect("it is JSON");
    Validator::new(&schema).expect("the schema is a schema")
}

fn value(text: &str) -> Value {
    yaml_serde::from_str(text).expect("it is YAML")
}

#[test]
fn every_file_of_the_vocabulary_passes_its_schema() {
    let read = |path: &str| std::fs::read_to_string(repository(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    let kinds =
        ["families", "tracks", "levels", "competencies", "tools", "sources", "certificates", "titles", "scoring"];
    let mut files: Vec<(String, &str)> =
        kinds.iter().map(|kind| (format!("roles/vocabulary/{kind}.yaml"), *kind)).collect();
    files.extend(["regions", "metros"].map(|name| (format!("roles/vocabulary/{name}.yaml"), "regions")));
    for (folder, kind) in [("roles/vocabulary/elements", "elements"), ("roles/evidence/pay", "pay")] {
        let found = std::fs::read_dir(repository(folder)).expect("the folder is there").flatten();
        files.extend(found.map(|file| (format!("{folder}/{}", file.file_name().to_string_lossy()), kind)));
    }
    let mut schemas = HashMap::new();
    for (path, kind) in files {
        let schema = schemas.entry(kind).or_insert_with(|| schema_of(kind));
        let faults: Vec<String> = schema.iter_errors(&value(&read(&path))).map(|it| it.to_string()).collect();
        assert!(faults.is_empty(), "{path}: {faults:#?}");
    }
}

#[test]
fn what_a_schema_of_the_vocabulary_refuses_the_loader_refuses() {
    let refused = [
        ("competencies", "- {id: x, title: X, definition: Y., levels: {expert: {look: Z.}}}\n"),
        ("families", "- {title: Nameless}\n"),
        ("families", "- {id: x, titel: X}\n"),
        ("tracks", "- {id: Big Track, title: X, definition: Y.}\n"),
        ("levels", "- {rank: 12, definition: X.}\n"),
        ("tools", "- {id: x, title: X, group: G, alias: [y]}\n"),
        ("regions", "- {id: zz-x, name: X, level: village}\n"),
        ("sources", "- {id: x, title: X, publisher: P, licence: L, credit: C., kind: rumor}\n"),
        ("certificates", "- {id: x, title: X, issuers: Y}\n"),
        ("scoring", "share: 0.9\n"),
        ("titles", "- {seniority: {big: 12}}\n"),
    ];
    for (kind, text) in refused {
        assert!(!schema_of(kind).is_valid(&value(text)), "the schema lets this pass: {text}");
        let scratch = Scratch::new("refused");
        scratch.write(&format!("vocabulary/{kind}.yaml"), text);
        let outcome = Roles::miniature().words("list --catalog").arg(scratch.path()).run();
        assert_eq!(outcome.code, 2, "the loader lets this pass: {text}{outcome}");
    }
}

#[test]
fn a_companys_own_files_pass_their_schemas() {
    let read = |path: &str| std::fs::read_to_string(repository(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    let files = [
        ("tests/company/catalog.yaml", "catalog"),
        ("tests/company/vocabulary/competencies.yaml", "competencies"),
        ("tests/company/vocabulary/sources.yaml", "sources"),
    ];
    for (path, kind) in files {
        let faults: Vec<String> = schema_of(kind).iter_errors(&value(&read(path))).map(|it| it.to_string()).collect();
        assert!(faults.is_empty(), "{path}: {faults:#?}");
    }
    for text in ["style: loose\n", "pay: {per: week}\n", "rules: {only: [shared-run]}\n", "name: X\n"] {
        assert!(!schema_of("catalog").is_valid(&value(text)), "the schema lets this pass: {text}");
        let scratch = Scratch::new("refused-catalog");
        scratch.write("catalog.yaml", text);
        let outcome = Roles::miniature().words("list --catalog").arg(scratch.path()).run();
        assert_eq!(outcome.code, 2, "the loader lets this pass: {text}{outcome}");
    }
}

#[test]
fn a_self_assessment_passes_its_schema() {
    let validator = schema_of("profile");
    assert!(validator.is_valid(&value(&builtin("profile").answered())));
    let passed =
        ["role: cto\ncompetencies: {coaching: expert, Teamwork: none, data: n/a}\ntools: {k8s: working}\n", "tools:\n"];
    assert!(passed.iter().all(|text| validator.is_valid(&value(text))));
    let refused = ["skills: {}\n", "competencies: [coaching]\n", "tools: {git: good}\n"];
    assert!(refused.iter().all(|text| !validator.is_valid(&value(text))));
}

#[test]
fn what_is_a_number_to_yaml_may_be_a_word() {
    let scratch = Scratch::new("schema-numbers");
    let (about, role) = (
        "scale: [{step: 1}, {step: 2, as: working}, 3]\n",
        "title: Gardener\nfamily: engineering\ntrack: individual-contributor\nlevel: 3\nsummary: Weeds.\n\
         requires: {years: 3}\ncompetencies: [{competency: quality, level: 2}]\nprerequisites: [{role: sower, grade: 2}]\n\
         grades: [{id: 1, title: Gardener I, years: 3, competencies: [{competency: quality, level: 3}]}]\n",
    );
    scratch.write("catalog.yaml", about);
    scratch.write("gardener.yaml", role);
    scratch.write(
        "sower.yaml",
        "title: Sower\nfamily: engineering\ntrack: individual-contributor\nlevel: 2\nsummary: Sows.\n\
         grades: [{id: 2, title: Sower II}]\n",
    );
    let run = |line: &str, input: &str| {
        Roles::miniature().words("--catalog .").words(line).input(input).folder(scratch.path()).run()
    };
    let is_valid = |kind: &str, text: &str| {
        let schema: Value = serde_json::from_str(&run(&format!("schema {kind}"), "").answered()).expect("it is JSON");
        Validator::new(&schema).expect("the schema is a schema").is_valid(&value(text))
    };
    assert_eq!([is_valid("catalog", about), is_valid("role", role)], [true; 2]);
    assert!(!is_valid("role", "competencies: [{competency: quality, level: 9}]\n"));
    let profile = "role: gardener\ngrade: 1\ncompetencies: {quality: 2}\n";
    assert!(is_valid("profile", profile) && is_valid("profile", "role:\ngrade:\n"));
    assert!(!is_valid("profile", "competencies: {quality: 9}\n") && !is_valid("profile", "grade: [1]\n"));
    let gap = run("gap gardener --profile -", profile);
    assert_eq!((gap.code, gap.stderr.as_str()), (0, ""), "{gap}");
}

#[test]
fn a_name_and_a_title_are_one() {
    let scratch = Scratch::new("name-title");
    scratch.write(
        "gardener.yaml",
        "name: Gardener\nfamily: engineering\ntrack: individual-contributor\nlevel: 3\nsummary: Weeds.\n",
    );
    scratch.write("vocabulary/tools.yaml", "- {id: spade, name: Spade, group: Delivery}\n");
    scratch.write("vocabulary/regions.yaml", "- {id: de-yard, title: The Yard, level: metro, parent: de}\n");
    let shown = |line: &str| Roles::miniature().words("--catalog").arg(scratch.path()).words(line).run().answered();
    assert!(shown("show gardener").contains("Gardener"));
    assert!(shown("tools").contains("Spade"));
    let both = "- {id: hoe, name: Hoe, title: Hoe, group: Delivery}\n";
    scratch.write("vocabulary/tools.yaml", both);
    let told = Roles::miniature().words("--catalog").arg(scratch.path()).words("tools").run();
    assert_eq!(told.code, 2, "{told}");
}
