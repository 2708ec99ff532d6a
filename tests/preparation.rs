//! Getting in, and outlook: in the words of the sources, with what they are of, and nothing of an occupation as if
//! it were a grade's.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;
use snapbox::{assert_data_eq, str};

use crate::pay::prepared;
use crate::support::{Outcome, Roles, builtin, miniature, repository, role_files};

#[test]
fn the_sections_of_a_page() {
    let page = |role: &str| prepared(&format!("show {role} --section getting-in --section outlook --format page"));
    assert_data_eq!(page("engineer").to_string(), str![]);
    assert_data_eq!(page("senior-engineer").to_string(), str![]);
    // What a company asks for stands first, in its own words.
    assert_data_eq!(page("staff-engineer").to_string(), str![]);
    assert_data_eq!(page("operator").to_string(), str![]);
}

#[test]
fn facts_in_a_pipe() {
    assert_data_eq!(prepared("show engineer -s getting-in").to_string(), str![]);
    assert_data_eq!(prepared("show staff-engineer -s getting-in -s outlook").to_string(), str![]);
    assert_data_eq!(
        prepared(
            "show engineer -s getting-in -s outlook --format tsv --fields kind,fact,text,id,about,country,year,match"
        )
        .to_string(),
        str![]
    );
    assert_data_eq!(miniature("show loner -s getting-in -s outlook").to_string(), str![]);
}

#[test]
fn lists_by_occupation() {
    assert_data_eq!(prepared("list --sort growth").to_string(), str![]);
    assert_data_eq!(prepared("list --sort growth --format page").to_string(), str![]);
    assert_data_eq!(prepared("list --education bachelor --track management").to_string(), str![]);
    assert_data_eq!(
        prepared("list --education bachelor --format tsv --fields role,occupation,entry_education,match").to_string(),
        str![]
    );
    assert_data_eq!(prepared("list --education doctor").to_string(), str![]);
}

#[test]
fn certificates() {
    assert_data_eq!(prepared("certificates").to_string(), str![]);
    assert_data_eq!(prepared("certificates Maker+ --format page").to_string(), str![]);
    assert_data_eq!(prepared("certificates keeper of systems").to_string(), str![]);
    assert_data_eq!(prepared("list --certificate CKS").to_string(), str![]);
    assert_data_eq!(prepared("list --certificate scrum").to_string(), str![]);
}

#[test]
fn why_they_say_so() {
    assert_data_eq!(prepared("why senior-engineer getting-in --format page").to_string(), str![]);
    assert_data_eq!(prepared("why cto outlook").to_string(), str![]);
    assert_data_eq!(prepared("why operator outlook").to_string(), str![]);
}

/// Years of two titles stand side by side: what lies between is nobody's figure.
#[test]
fn years_along_a_path() {
    assert_data_eq!(prepared("path engineer senior-engineer --format page").to_string(), str![]);
}

/// The region of whoever asks, and the answer says so; one that is typed goes before.
#[test]
fn the_usual_region() {
    let usual = |line: &str, region: &str| -> Outcome {
        let roles = Roles::miniature().arg("--catalog").arg(repository("tests/prepared"));
        roles.env("ROLES_REGION", region).words(line).run()
    };
    assert_data_eq!(usual("salary engineer", "us").to_string(), str![]);
    assert_data_eq!(usual("salary engineer --region de", "us").to_string(), str![]);
    assert_data_eq!(usual("show cto -s salary", "us").to_string(), str![]);
    assert_data_eq!(usual("show loner -s salary", "us").to_string(), str![]);
    assert_data_eq!(usual("show cto -s summary", "us").to_string(), str![]);
    assert_data_eq!(
        usual("compare engineer senior-engineer --format tsv --fields kind,region,median", "us").to_string(),
        str![]
    );
    assert_data_eq!(
        usual("path engineer senior-engineer --format tsv --fields to,pay_from,pay_to", "us").to_string(),
        str![]
    );
    assert_data_eq!(usual("salary engineer", "nowhere").to_string(), str![]);
    assert_data_eq!(usual("salary engineer", "").to_string(), str![]);
}

#[test]
fn regions_of_a_comparison() {
    assert_data_eq!(
        prepared("compare engineer senior-engineer --region us --format tsv --fields kind,region,median").to_string(),
        str![]
    );
    assert_data_eq!(prepared("compare engineer cto --region ge --format tsv --fields kind,region").to_string(), str![]);
}

#[test]
fn stale_sources() {
    assert_data_eq!(prepared("sources --stale").to_string(), str![]);
    assert_data_eq!(miniature("sources --stale").to_string(), str![]);
}

/// Every role of the built-in catalog with what its page says of getting in and of the outlook.
fn pages() -> Vec<Value> {
    let ids: Vec<String> =
        role_files().iter().map(|(path, _)| path.file_stem().unwrap().to_string_lossy().into_owned()).collect();
    let mut pages = Vec::new();
    for ids in ids.chunks(60) {
        let line = format!("show {} -s getting-in -s outlook --format json", ids.join(" "));
        let answer: Value = serde_json::from_str(&builtin(&line).answered()).expect("JSON is printed");
        pages.extend(answer["roles"].as_array().cloned().unwrap_or_default());
    }
    pages
}

fn records(page: &Value) -> Vec<Value> {
    let of = |list: &Value| list.as_array().cloned().unwrap_or_default();
    [of(&page["getting_in"]["records"]), of(&page["outlook"])].concat()
}

/// Every figure equals its record, read here by another parser.
#[test]
fn every_figure_equals_its_evidence() {
    let mut evidence: BTreeMap<(String, String), Value> = BTreeMap::new();
    for file in fs::read_dir(repository("roles/evidence/preparation")).expect("evidence is there").flatten() {
        let text = fs::read_to_string(file.path()).expect("evidence is text");
        let read: Value = yaml_serde::from_str(&text).expect("evidence is YAML");
        for record in read["records"].as_array().expect("a file has records") {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            evidence.insert((text(&read["source"]), text(&record["code"])), record.clone());
        }
    }
    let same =
        |printed: &Value, known: &Value| printed.is_null() || printed == known || printed.as_f64() == known.as_f64();
    let mut compared = 0;
    for page in pages() {
        for record in records(&page) {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            let key = (text(&record["source"]["id"]), text(&record["record"]));
            let known = evidence.get(&key).unwrap_or_else(|| panic!("{}: no evidence for {key:?}", page["id"]));
            let plain =
                ["people", "openings_a_year", "change_a_year", "entry_education", "job_zone", "related_experience"];
            for field in plain {
                assert!(same(&record[field], &known[field]), "{key:?} {field}: {record} {known}");
            }
            for group in ["growth", "years_held", "months_asked"] {
                for field in ["percent", "from", "to", "n", "adverts", "p10", "p25", "median", "p75", "p90"] {
                    assert!(
                        same(&record[group][field], &known[group][field]),
                        "{key:?} {group} {field}: {record} {known}"
                    );
                }
            }
            for (at, band) in ["below_bachelor", "bachelor", "master_or_more"].iter().enumerate() {
                let printed = &record["education_needed"]["bands"][at]["percent"];
                assert!(same(printed, &known["education_needed"][band]), "{key:?} {band}: {record} {known}");
            }
            compared += 1;
        }
    }
    assert!(compared > 1_000, "only {compared} records were compared");
}

/// Nobody comes into a senior role without experience, and years are those of the title.
#[test]
fn what_a_page_never_says() {
    for page in pages() {
        for record in records(&page) {
            let is_senior = page["rank"].as_u64() >= Some(4);
            assert!(!is_senior || record["related_experience"] != "none", "{}", page["id"]);
            let has_years = !record["years_held"].is_null() || !record["months_asked"].is_null();
            assert!(!has_years || record["match"] != "proxy", "{}: {record}", page["id"]);
        }
    }
}

/// How many roles have what: exactly or closely, and at all.
#[test]
fn coverage() {
    type Says = fn(&Value) -> bool;
    let kinds: [(&str, Says); 4] = [
        ("education", |it| {
            ["entry_education", "education_needed", "education_held", "diploma", "degrees_held"]
                .iter()
                .any(|f| !it[*f].is_null())
        }),
        ("years", |it| !it["years_held"].is_null() || !it["months_asked"].is_null()),
        ("outlook", |it| !it["growth"].is_null() || !it["people"].is_null()),
        ("certificates", |it| !it["certificates"].is_null()),
    ];
    let pages = pages();
    let mut counted = String::new();
    for (name, says) in kinds {
        let with = |near: bool| {
            let is_told = |it: &Value| says(it) && (!near || it["match"] != "proxy");
            let roles: BTreeSet<String> = pages
                .iter()
                .filter(|page| records(page).iter().any(is_told))
                .map(|page| page["id"].to_string())
                .collect();
            roles.len()
        };
        counted += &format!("{name}: {} roles, {} exact or close\n", with(false), with(true));
    }
    assert_data_eq!(counted, str![]);
}
