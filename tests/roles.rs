//! The built-in catalog, for truth: roles, weights, levels.

use serde_json::Value;

use crate::support::{builtin, is_all, role_files, sample};

fn page(role: &str) -> Value {
    let json = builtin(&format!("show {role} --format json")).answered();
    let answer: Value = serde_json::from_str(&json).expect("JSON is printed");
    answer["roles"][0].clone()
}

/// Every sixth role; all of them with `ROLES_ALL`.
#[test]
fn every_role_is_complete() {
    let list = builtin("list --format tsv --fields role").answered();
    let ids: Vec<&str> = list.lines().skip(1).collect();
    assert_eq!(ids.len(), role_files().len());
    let ids: Vec<&str> = sample(ids, 6).collect();
    let all = builtin(&format!("show {} --format json", ids.join(" "))).answered();
    let all: Value = serde_json::from_str(&all).expect("JSON is printed");
    for (id, page) in ids.into_iter().zip(all["roles"].as_array().expect("there are roles")) {
        assert_eq!(page["id"], id);
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

/// What the trades call a competency is what `search` finds it by, and what pages are held to.
#[test]
fn every_competency_has_terms() {
    let ids = builtin("competencies --format tsv --fields id --no-header").answered();
    for id in ids.lines() {
        let kinds = builtin(&format!("competencies {id} --format tsv --fields kind")).answered();
        assert!(kinds.lines().any(|kind| kind == "term"), "{id} has no `terms:`");
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
    // Without `ROLES_ALL` on three.
    let runs = if is_all() { 10 } else { 3 };
    for line in ["show cto --all --format json", "list", "path cto --max 20", "salary --region de", "search kubernetes"]
    {
        let first = builtin(line).answered();
        assert!((1..runs).all(|_| builtin(line).answered() == first), "{line}");
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
