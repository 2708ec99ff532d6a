//! Every figure that is printed equals its row of the evidence, read here by another parser.

use std::collections::HashMap;
use std::fs;
use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::Value;

use crate::support::{builtin, is_all, repository, role_files, sample};

#[derive(Deserialize)]
struct PayFile {
    source: String,
    labels: Vec<Label>,
}

#[derive(Deserialize)]
struct Label {
    label: String,
    of: Option<String>,
    seniority: Option<String>,
    scale: Option<String>,
    currency: String,
    per: String,
    basis: String,
    kind: String,
    rows: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    region: String,
    year: u16,
    n: Option<u32>,
    p10: Option<f64>,
    p25: Option<f64>,
    median: Option<f64>,
    p75: Option<f64>,
    p90: Option<f64>,
}

#[derive(Deserialize)]
struct Source {
    id: String,
    licence: String,
    credit: String,
}

/// The files of pay: name and what it says. They are long, and read once for all tests.
static PAY_FILES: LazyLock<Vec<(String, PayFile)>> = LazyLock::new(pay_files);

fn pay_files() -> Vec<(String, PayFile)> {
    let mut files = Vec::new();
    for file in fs::read_dir(repository("roles/evidence/pay")).expect("there is pay evidence").flatten() {
        let text = fs::read_to_string(file.path()).expect("evidence is text");
        let parsed = yaml_serde::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.path().display()));
        files.push((file.file_name().to_string_lossy().into_owned(), parsed));
    }
    files
}

fn sources() -> Vec<Source> {
    let text = fs::read_to_string(repository("roles/vocabulary/sources.yaml")).expect("sources are listed");
    yaml_serde::from_str(&text).expect("sources are YAML")
}

/// A row's place: source, label, currency, period, region, year.
type Key = (String, String, String, String, String, u64);

static EVIDENCE: LazyLock<HashMap<Key, Vec<Value>>> = LazyLock::new(evidence);

fn evidence() -> HashMap<Key, Vec<Value>> {
    let mut rows: HashMap<Key, Vec<Value>> = HashMap::new();
    for (_, file) in &*PAY_FILES {
        for label in &file.labels {
            for row in &label.rows {
                let key = (
                    file.source.clone(),
                    label.label.clone(),
                    label.currency.clone(),
                    label.per.clone(),
                    row.region.clone(),
                    u64::from(row.year),
                );
                let figures = serde_json::json!({
                    "n": row.n, "p10": row.p10, "p25": row.p25, "median": row.median, "p75": row.p75, "p90": row.p90,
                    "basis": label.basis, "kind": label.kind,
                });
                rows.entry(key).or_default().push(figures);
            }
        }
    }
    rows
}

#[track_caller]
fn compare(role: &str, line: &str, evidence: &HashMap<Key, Vec<Value>>) -> usize {
    let printed = builtin(line);
    if printed.code == 1 {
        return 0;
    }
    let answer: Value = serde_json::from_str(&printed.answered()).expect("JSON is printed");
    let rows = answer["rows"].as_array().expect("an answer has rows");
    for row in rows {
        let pay = &row["pay"];
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let key = (
            text(&pay["source"]["id"]),
            text(&pay["label"]),
            text(&pay["currency"]),
            text(&pay["per"]),
            text(&pay["region"]["id"]),
            pay["year"].as_u64().expect("a row has a year"),
        );
        let known = evidence.get(&key).unwrap_or_else(|| panic!("{role}: no evidence for {key:?}"));
        let is_equal = |known: &Value| {
            let numbers = ["n", "p10", "p25", "median", "p75", "p90"]
                .iter()
                .all(|name| known[name].as_f64() == pay[name].as_f64());
            numbers && ["basis", "kind"].iter().all(|name| known[name] == pay[name])
        };
        assert!(known.iter().any(is_equal), "{role}: {key:?} is printed as {pay}, and published as {known:?}");
    }
    rows.len()
}

/// Of states, those of every role are asked for with `ROLES_ALL`.
#[test]
fn every_country_and_state_figure_equals_its_evidence() {
    let roles: Vec<String> = role_files()
        .iter()
        .map(|(path, _)| path.file_stem().expect("a file has a name").to_string_lossy().into_owned())
        .collect();
    let mut compared = compare("all", &format!("salary {} --all-sources --format json", roles.join(" ")), &EVIDENCE);
    for role in sample(&roles, 24) {
        compared +=
            compare(role, &format!("salary {role} --by state --region us --all-sources --format json"), &EVIDENCE);
    }
    let many = if is_all() { 10_000 } else { 3_000 };
    assert!(compared > many, "only {compared} rows were compared");
}

#[test]
fn metropolitan_figures_equal_their_evidence() {
    for role in sample(["cto", "sre", "data-scientist"], 3) {
        let compared =
            compare(role, &format!("salary {role} --by metro --region us --all-sources --format json"), &EVIDENCE);
        assert!(compared > 300, "{role}: only {compared} rows were compared");
    }
}

#[test]
fn figures_rise_from_p10_to_p90() {
    for (file, pay) in &*PAY_FILES {
        for label in &pay.labels {
            for row in &label.rows {
                let figures: Vec<f64> =
                    [row.p10, row.p25, row.median, row.p75, row.p90].into_iter().flatten().collect();
                assert!(
                    !figures.is_empty() && figures.is_sorted(),
                    "{file}: {} in {}: {figures:?}",
                    label.label,
                    row.region
                );
            }
        }
    }
}

/// What is cut by seniority says of what, by what and how; the top of the market is no role's own.
#[test]
fn labels_are_cut_wholly_or_not_at_all() {
    let mut cut = 0;
    for (file, pay) in &*PAY_FILES {
        for label in &pay.labels {
            let said = [label.of.is_some(), label.seniority.is_some(), label.scale.is_some()];
            assert!(said == [true; 3] || said == [false; 3], "{file}: {}", label.label);
            let scales = ["title", "level", "grade", "years_coding", "experience"];
            assert!(label.scale.as_deref().is_none_or(|scale| scales.contains(&scale)), "{file}: {}", label.label);
            cut += usize::from(said[0]);
        }
    }
    assert_eq!(cut, 814);
}

#[test]
fn every_source_is_credited_and_used() {
    let sources = sources();
    for source in &sources {
        assert!(!source.credit.trim().is_empty() && !source.licence.trim().is_empty(), "{}", source.id);
    }
    let printed = builtin("sources --format tsv --fields id,credit").answered();
    for source in &sources {
        let credit = source.credit.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            printed.contains(&format!("{}\t{credit}", source.id)),
            "{} is not credited as its licence asks",
            source.id
        );
    }
    for (file, pay) in &*PAY_FILES {
        assert!(sources.iter().any(|source| source.id == pay.source), "{file} is of no source");
    }
}

#[test]
fn files_under_a_sharing_licence_say_so() {
    let sources = sources();
    let mut shared = 0;
    for folder in ["pay", "preparation", "usage", "titles", "moves"] {
        for file in fs::read_dir(repository("roles/evidence").join(folder)).expect("evidence is there").flatten() {
            let text = fs::read_to_string(file.path()).expect("evidence is text");
            let id = text
                .lines()
                .find_map(|line| line.strip_prefix("source: "))
                .expect("evidence names its source")
                .trim_matches('"');
            let source = sources.iter().find(|source| source.id == id).unwrap_or_else(|| panic!("{id} is no source"));
            for (licence, word) in [("ODbL", "ODbL"), ("CC-BY-SA", "CC BY-SA")] {
                if source.licence.starts_with(licence) {
                    let head: String = text.lines().take_while(|line| line.starts_with('#')).collect();
                    assert!(head.contains(word), "{} does not say {word}", file.path().display());
                    shared += 1;
                }
            }
        }
    }
    let readme = fs::read_to_string(repository("roles/README.md")).expect("the README is there");
    let table = readme.split("## Licenses of the evidence").nth(1).unwrap_or_default();
    assert_eq!(table.lines().filter(|line| line.contains(" | **")).count(), shared, "the README's table in bold");
    assert!(shared >= 17, "only {shared} files under a sharing licence were looked at");
}
