//! The built-in catalog, for truth: roles, weights, levels.

use serde_json::Value;

use crate::support::{builtin, role_files};

/// Weights and confidences of the CTO by the documented formula, worked out independently.
const CTO: [(&str, u64, &str); 22] = [
    ("technology-strategy", 91, "A"),
    ("business-acumen", 75, "A"),
    ("financial-management", 76, "B"),
    ("people-leadership", 82, "B"),
    ("coaching", 69, "B"),
    ("communication", 63, "B"),
    ("stakeholders", 61, "B"),
    ("teamwork", 71, "A"),
    ("planning", 83, "A"),
    ("process", 78, "A"),
    ("problem-solving", 88, "A"),
    ("software-engineering", 39, "B"),
    ("architecture", 79, "B"),
    ("operations", 45, "B"),
    ("security", 60, "B"),
    ("data", 68, "A"),
    ("quality", 32, "A"),
    ("user-focus", 64, "A"),
    ("innovation", 86, "B"),
    ("governance", 67, "A"),
    ("ownership", 90, "B"),
    ("technical-breadth", 90, "A"),
];

/// Weights, confidences and levels of the Principal Engineer, worked out independently.
const PRINCIPAL_ENGINEER: [(&str, u64, &str, Option<u64>); 22] = [
    ("technology-strategy", 65, "B", Some(56)),
    ("business-acumen", 60, "B", Some(75)),
    ("financial-management", 40, "B", Some(29)),
    ("people-leadership", 36, "A", Some(58)),
    ("coaching", 49, "B", Some(45)),
    ("communication", 62, "A", Some(83)),
    ("stakeholders", 53, "A", Some(48)),
    ("teamwork", 46, "B", Some(75)),
    ("planning", 63, "A", Some(75)),
    ("process", 65, "B", Some(75)),
    ("problem-solving", 71, "B", Some(75)),
    ("software-engineering", 84, "B", Some(100)),
    ("architecture", 80, "B", Some(100)),
    ("operations", 55, "B", Some(75)),
    ("security", 72, "B", Some(100)),
    ("data", 76, "B", Some(62)),
    ("quality", 48, "B", Some(46)),
    ("user-focus", 72, "B", Some(75)),
    ("innovation", 81, "B", Some(100)),
    ("governance", 43, "A", Some(42)),
    ("ownership", 79, "B", Some(75)),
    ("technical-breadth", 84, "B", Some(100)),
];

fn page(role: &str) -> Value {
    let json = builtin(&format!("show {role} --format json")).answered();
    let answer: Value = serde_json::from_str(&json).expect("JSON is printed");
    answer["roles"][0].clone()
}

fn competency<'v>(page: &'v Value, id: &str) -> &'v Value {
    let all = page["competencies"].as_array().expect("a page has competencies");
    all.iter().find(|competency| competency["id"] == id).unwrap_or_else(|| panic!("no weight for {id}"))
}

#[test]
fn the_weights_of_the_cto_follow_the_formula() {
    let page = page("cto");
    for (id, weight, confidence) in CTO {
        let competency = competency(&page, id);
        assert_eq!(
            (competency["weight"].as_u64(), competency["confidence"].as_str()),
            (Some(weight), Some(confidence)),
            "{id}"
        );
    }
}

#[test]
fn the_weights_and_levels_of_the_principal_engineer_follow_the_formula() {
    let page = page("principal-engineer");
    for (id, weight, confidence, level) in PRINCIPAL_ENGINEER {
        let competency = competency(&page, id);
        assert_eq!(
            (competency["weight"].as_u64(), competency["confidence"].as_str()),
            (Some(weight), Some(confidence)),
            "{id}"
        );
        assert_eq!(competency["level"].as_u64(), level, "{id}");
    }
}

#[test]
fn every_role_is_complete() {
    let list = builtin("list --format tsv --fields role").answered();
    let ids: Vec<&str> = list.lines().skip(1).collect();
    assert_eq!(ids.len(), role_files().len());
    for id in ids {
        let page = page(id);
        let count = |field: &str| page[field].as_array().map_or(0, Vec::len);
        assert!(count("competencies") >= 8, "{id} has {} competencies", count("competencies"));
        assert!(count("tools") >= 10, "{id} has {} tools", count("tools"));
        assert!(count("day") >= 5, "{id} has {} paragraphs", count("day"));
        assert!(!page["summary"].as_str().unwrap_or("").is_empty(), "{id} has no summary");
        let career = &page["career"];
        let has_moves = |way: &&str| career[way].as_array().is_some_and(|edges| !edges.is_empty());
        assert!(["prerequisites", "next"].iter().any(has_moves), "{id} leads nowhere, and nothing leads to it");
    }
}

#[test]
fn the_day_of_the_cto_has_eight_paragraphs_or_more() {
    assert!(page("cto")["day"].as_array().expect("a day").len() >= 8);
}

/// What the founding page says of the CTO, as words that its facts cannot be told without.
const FACTS: [&str; 56] = [
    "outage",
    "incident",
    "dashboards",
    "production metrics",
    "briefing",
    "VPs of Engineering",
    "product",
    "platform",
    "infrastructure",
    "security",
    "velocity",
    "technical debt",
    "reliability",
    "roadmap",
    "multi-region",
    "regulatory compliance",
    "data residency",
    "load",
    "stability",
    "growth against risk",
    "cloud provider",
    "services",
    "data platform",
    "AI",
    "legacy",
    "cost",
    "hiring",
    "operational complexity",
    "lock-in",
    "market",
    "maintain",
    "quality",
    "accountability",
    "documentation",
    "code review",
    "automated testing",
    "observability",
    "release",
    "Sales",
    "customer success",
    "finance",
    "operations",
    "strategic account",
    "HR",
    "compensation",
    "engineering managers",
    "architects",
    "organizational structure",
    "penetration test",
    "audit findings",
    "vulnerabilit",
    "disaster recovery",
    "fragmentation",
    "board",
    "budget",
    "breach",
];

#[test]
fn the_page_of_the_cto_keeps_every_fact_of_the_founding_page() {
    let page = page("cto");
    let day: Vec<&str> = page["day"].as_array().expect("a day").iter().filter_map(Value::as_str).collect();
    let text = format!("{} {}", page["summary"].as_str().unwrap_or(""), day.join(" ")).to_lowercase();
    let missing: Vec<&&str> = FACTS.iter().filter(|fact| !text.contains(&fact.to_lowercase())).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn answers_are_the_same_bytes_on_ten_runs() {
    for line in ["show cto --all --format json", "list", "path cto --max 20", "salary --region de", "search kubernetes"]
    {
        let first = builtin(line).answered();
        assert!((1..10).all(|_| builtin(line).answered() == first), "{line}");
    }
}

#[test]
fn the_seed_roles_edge_stands_first() {
    let prereqs = builtin("prereqs cto").answered();
    assert!(prereqs.starts_with("principal-engineer "), "{prereqs}");
    assert_eq!(builtin("next cto").to_string(), "------- stderr -------\nnote: none listed yet\n");
    let steps = builtin("path principal-engineer cto --format tsv --fields step,from,to,source").answered();
    assert_eq!(steps, "step\tfrom\tto\tsource\n1\tprincipal-engineer\tcto\tfounding-page\n");
}
