//! The built-in graph of roles: every role can be reached, and nearly every one leads somewhere.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::support::{builtin, role_files};

/// Roles that lead nowhere: the tops of their trades, and a few honest ends.
const ENDS: &str = include_str!("ends.txt");

struct Graph {
    rank: BTreeMap<String, u64>,
    prerequisites: BTreeMap<String, Vec<String>>,
}

fn graph() -> Graph {
    let ids: Vec<String> = role_files()
        .iter()
        .map(|(path, _)| path.file_stem().expect("a file has a name").to_string_lossy().into_owned())
        .collect();
    let json = builtin(&format!("show {} --section career --format json", ids.join(" "))).answered();
    let answer: Value = serde_json::from_str(&json).expect("JSON is printed");
    let mut graph = Graph { rank: BTreeMap::new(), prerequisites: BTreeMap::new() };
    for role in answer["roles"].as_array().expect("roles are shown") {
        let id = role["id"].as_str().expect("a role has an id").to_owned();
        let edges = role["career"]["prerequisites"].as_array().expect("a career has prerequisites");
        let of = edges.iter().map(|edge| edge["id"].as_str().expect("an edge has an id").to_owned()).collect();
        graph.rank.insert(id.clone(), role["rank"].as_u64().expect("a role has a rank"));
        graph.prerequisites.insert(id, of);
    }
    graph
}

/// Who climbs does not unlearn a tool that the next rung names as well.
#[test]
fn on_a_ladder_no_proficiency_in_a_tool_falls() {
    let ids: Vec<String> = role_files()
        .iter()
        .map(|(path, _)| path.file_stem().expect("a file has a name").to_string_lossy().into_owned())
        .collect();
    let json = builtin(&format!("show {} --section summary --section tools --format json", ids.join(" "))).answered();
    let answer: Value = serde_json::from_str(&json).expect("JSON is printed");
    let roles = answer["roles"].as_array().expect("roles are shown");
    let of = |id: &Value| roles.iter().find(|role| role["id"] == *id).expect("a rung is a role");
    let mut steps = 0;
    for upper in roles {
        let rungs = rungs(upper);
        let below = rungs.iter().position(|id| **id == upper["id"]).and_then(|at| rungs[..at].last());
        // Where a ladder joins another, its special tools stay behind.
        let Some(lower) = below.map(|id| of(id)).filter(|lower| self::rungs(lower) == rungs) else { continue };
        steps += 1;
        assert_eq!(unlearned(lower, upper), Vec::<&str>::new(), "{} to {}", lower["id"], upper["id"]);
    }
    assert!(steps > 40, "{steps}");
}

/// The roles of the ladder that a role stands on, lowest first.
fn rungs(role: &Value) -> Vec<&Value> {
    let rungs = role["ladder"].as_array().into_iter().flatten().map(|rung| &rung["role"]["id"]);
    rungs.filter(|id| id.is_string()).collect()
}

/// Tools of both roles that the second one knows less well.
fn unlearned<'r>(lower: &'r Value, upper: &Value) -> Vec<&'r str> {
    const WORDS: [&str; 4] = ["awareness", "working", "practitioner", "expert"];
    let score = |tool: &Value| WORDS.iter().position(|word| tool["proficiency"] == **word);
    let tools = |role: &'r Value| role["tools"].as_array().into_iter().flatten();
    tools(lower)
        .filter(|tool| {
            let above = upper["tools"].as_array().into_iter().flatten().find(|above| above["id"] == tool["id"]);
            above.is_some_and(|above| score(above) < score(tool))
        })
        .map(|tool| tool["id"].as_str().expect("a tool has an id"))
        .collect()
}

#[test]
fn every_role_can_be_reached_from_where_people_enter() {
    let graph = graph();
    let mut reached: BTreeSet<&String> =
        graph.prerequisites.iter().filter(|(_, of)| of.is_empty()).map(|(id, _)| id).collect();
    for entry in &reached {
        assert!(graph.rank[*entry] <= 3, "nothing leads to {entry}");
    }
    loop {
        let more: Vec<&String> = graph
            .prerequisites
            .iter()
            .filter(|(id, of)| !reached.contains(id) && of.iter().any(|from| reached.contains(from)))
            .map(|(id, _)| id)
            .collect();
        if more.is_empty() {
            break;
        }
        reached.extend(more);
    }
    assert_eq!(reached.len(), graph.prerequisites.len());
}

#[test]
fn every_role_but_the_tops_leads_somewhere() {
    let graph = graph();
    let leading: BTreeSet<&String> = graph.prerequisites.values().flatten().collect();
    let ends: Vec<&str> = graph.prerequisites.keys().filter(|id| !leading.contains(id)).map(String::as_str).collect();
    assert_eq!(ends, ENDS.lines().collect::<Vec<_>>());
}

#[test]
fn no_prerequisite_stands_far_above_its_role() {
    let graph = graph();
    for (id, prerequisites) in &graph.prerequisites {
        for from in prerequisites {
            assert!(graph.rank[from] <= graph.rank[id] + 1, "{from} before {id}");
        }
    }
}

#[test]
fn a_support_technician_can_become_a_chief_information_security_officer() {
    let path = builtin("path help-desk-technician ciso --format tsv --fields to").answered();
    assert_eq!(path.lines().last(), Some("ciso"));
    assert!(path.lines().count() > 4, "{path}");
}

#[test]
fn moves_stand_in_the_order_of_their_sources() {
    let json = builtin("show software-engineer cto sre --section career --format json").answered();
    let answer: Value = serde_json::from_str(&json).expect("JSON is printed");
    for role in answer["roles"].as_array().expect("roles are shown") {
        for list in ["prerequisites", "next", "lateral"] {
            let edges = role["career"][list].as_array().expect("a career has moves");
            let rank = |edge: &Value| {
                let sources = edge["sources"].as_array().expect("a move has sources");
                let is_founding = sources.iter().any(|source| source["id"] == "founding-page");
                (std::cmp::Reverse(is_founding), std::cmp::Reverse(sources.len()))
            };
            assert!(edges.is_sorted_by_key(rank), "{} {list}: {edges:#?}", role["id"]);
        }
    }
    let page = builtin("show software-engineer --section career --format page").answered();
    assert!(page.contains("\n  to        Senior Software Engineer       ◆"), "{page}");
}
