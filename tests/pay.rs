//! Pay that knows seniority: what is of all ranks is marked, one source speaks along a ladder, and nothing is
//! compared that cannot be.

use std::collections::BTreeMap;

use serde_json::Value;
use snapbox::{assert_data_eq, str};

use crate::support::{Outcome, Roles, builtin, repository, role_files};

/// The miniature catalog under one that has seniority, education and certificates.
pub fn prepared(line: &str) -> Outcome {
    Roles::miniature().arg("--catalog").arg(repository("tests/prepared")).words(line).run()
}

/// A pool stands marked, and only where a rung has nothing of its own.
#[test]
fn rungs_show_their_own() {
    assert_data_eq!(prepared("salary junior-engineer engineer senior-engineer staff-engineer").to_string(), str![]);
}

/// Old figures stand behind all that are not, and say so; the best paid are nobody's figure.
#[test]
fn what_is_old_and_what_is_the_top() {
    assert_data_eq!(prepared("salary staff-engineer --region us --region us-ca").to_string(), str![]);
    assert_data_eq!(prepared("salary cto --region us --format page").to_string(), str![]);
    assert_data_eq!(prepared("why cto us --format page").to_string(), str![]);
}

#[test]
fn steps_of_pay() {
    assert_data_eq!(prepared("path junior-engineer staff-engineer --region us --format tsv --fields from,to,pay_from,pay_from_n,pay_to,pay_to_n,pay_note").to_string(), str![]);
    assert_data_eq!(prepared("path engineer staff-engineer --region de --format tsv --fields from,to,pay_from,pay_from_n,pay_to,pay_to_n,pay_note").to_string(), str![]);
    assert_data_eq!(
        prepared("compare senior-engineer staff-engineer --format tsv --fields kind,role,region,median").to_string(),
        str![]
    );
}

#[test]
fn by_seniority() {
    assert_data_eq!(prepared("salary engineer --by seniority --format page").to_string(), str![]);
    assert_data_eq!(prepared("salary senior-engineer --by seniority --region de").to_string(), str![]);
    assert_data_eq!(
        prepared("salary engineer --by seniority --region us --format tsv --fields seniority,scale,of,median,n")
            .to_string(),
        str![]
    );
    assert_data_eq!(prepared("salary cto --by seniority --region us").to_string(), str![]);
    assert_data_eq!(prepared("salary --by seniority --region us").to_string(), str![]);
}

/// What `salary` shows of each rung of each ladder, by region.
fn shown_by_ladder() -> BTreeMap<String, Vec<Value>> {
    let mut ladders: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, text) in role_files() {
        let role: Value = yaml_serde::from_str(&text).expect("a role is YAML");
        if let Some(of) = role["ladder"]["of"].as_str() {
            let id = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
            ladders.entry(of.to_owned()).or_default().push(id);
        }
    }
    ladders.retain(|_, rungs| rungs.len() > 1);
    let rows = |line: String| match builtin(&line) {
        printed if printed.code == 1 => Vec::new(),
        printed => {
            let answer: Value = serde_json::from_str(&printed.stdout).expect("JSON is printed");
            answer["rows"].as_array().cloned().unwrap_or_default()
        }
    };
    let of = |rungs: Vec<String>| {
        let ids = rungs.join(" ");
        [
            rows(format!("salary {ids} --format json")),
            rows(format!("salary {ids} --by state --region us --format json")),
        ]
        .concat()
    };
    ladders.into_iter().map(|(base, rungs)| (base, of(rungs))).collect()
}

/// Two rungs of a ladder never show one figure as if it were each one's own.
#[test]
fn no_two_rungs_show_one_figure_unmarked() {
    let is_marked = |pay: &Value| pay["all_ranks"] == true || (!pay["seniority"].is_null() && pay["match"] != "exact");
    let (mut unmarked, mut own) = (Vec::new(), 0);
    for (ladder, rows) in shown_by_ladder() {
        let mut seen: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for row in rows.iter().filter(|row| !is_marked(&row["pay"])) {
            let pay = &row["pay"];
            let key = format!("{} {} {}", pay["region"]["id"], pay["source"]["id"], pay["label"]);
            seen.entry(key).or_default().push(row["role"]["id"].to_string());
            own += 1;
        }
        unmarked.extend(seen.into_iter().filter(|(_, roles)| roles.len() > 1).map(|it| (ladder.clone(), it)));
    }
    assert_eq!(unmarked, []);
    assert!(own > 500, "only {own} figures are a rung's own");
}

/// The best paid are no role's figure, and no figure of a broader group is of fewer than 20.
#[test]
fn what_may_not_stand_does_not() {
    for (_, rows) in shown_by_ladder() {
        for row in rows {
            let pay = &row["pay"];
            assert_eq!(pay["top_of_market"], false, "{row}");
            assert!(pay["match"] != "proxy" || pay["n"].as_u64().is_none_or(|n| n >= 20), "{row}");
        }
    }
}

/// A pay cut is not invented out of two labels that both ends share.
#[test]
fn a_step_in_germany() {
    let printed =
        builtin("path backend-engineer staff-engineer --region de --format tsv --fields to,pay_from,pay_to,pay_note");
    assert_data_eq!(printed.to_string(), str![]);
}

#[test]
fn the_ctos_figure() {
    let printed = builtin("salary cto --region us");
    assert_data_eq!(printed.to_string(), str![]);
}
