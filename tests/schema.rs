//! The schema of role files: every built-in file passes it, and what it refuses the loader refuses.

use jsonschema::Validator;
use serde_json::Value;

use crate::support::{Roles, Scratch, builtin, role_files};

fn validator() -> Validator {
    let schema: Value = serde_json::from_str(&builtin("schema").answered()).expect("the schema is JSON");
    Validator::new(&schema).expect("the schema is a schema")
}

#[test]
fn every_role_file_passes_the_schema() {
    let validator = validator();
    for (path, text) in role_files() {
        let role: Value = yaml_serde::from_str(&text).expect("a role's file is YAML");
        let faults: Vec<String> =
            validator.iter_errors(&role).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(faults.is_empty(), "{}: {faults:#?}", path.display());
    }
}

#[test]
fn what_the_schema_refuses_the_loader_refuses() {
    let validator = validator();
    let refused = [
        "titel: X\n",
        "title: [X]\n",
        "level: high\n",
        "level: 12\n",
        "track: sideways\n",
        "family: nowhere\n",
        "day: one paragraph\n",
        "tools:\n  - kubernetes\n",
        "tools:\n  - {tool: kubernetes}\n",
        "tools:\n  - {tool: kubernetes, proficiency: good}\n",
        "tools:\n  - {tool: no-such-tool, proficiency: working}\n",
        "competencies:\n  - {competency: architecture, weight: 101}\n",
        "competencies:\n  - {competency: no-such-competency, weight: 10}\n",
        "pay:\n  - {source: so_2025, label: X, match: perfect}\n",
        "salary:\n  - {region: de, source: so_2025, currency: EUR, per: week, basis: gross, kind: earned, year: 2026}\n",
        "hidden: perhaps\n",
        "occupations: {onet: 15-1252.00}\n",
    ];
    for text in refused {
        let role: Value = yaml_serde::from_str(text).expect("the sample is YAML");
        assert!(!validator.is_valid(&role), "the schema lets this pass: {text}");
        let scratch = Scratch::new("refused");
        scratch.write("cto.yaml", text);
        let outcome = Roles::builtin().words("show cto --catalog").arg(scratch.path()).run();
        assert_eq!(outcome.code, 2, "the loader lets this pass: {text}{outcome}");
    }
}

#[test]
fn another_parser_reads_the_same_values() {
    for (path, text) in role_files() {
        let ours: Value = serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let theirs: Value = yaml_serde::from_str(&text).expect("a role's file is YAML");
        assert_eq!(ours, theirs, "{}", path.display());
    }
}
