//! `roles title`: what a title means, and the same look-up behind every role that is named.

use snapbox::{assert_data_eq, str};

use crate::support::{Outcome, Roles, Scratch};

fn run(command: &str, titles: &[&str]) -> Outcome {
    titles.iter().fold(Roles::builtin().words(command), |roles, title| roles.arg(title)).run()
}

#[test]
fn titles_one_a_line() {
    let titles =
        ["Senior Java Developer (m/w/d)", "Software Engineer II, Backend", "Staff Data Engineer", "Head Nurse"];
    assert_data_eq!(
        run("title --format tsv", &titles).to_string(),
        str![[r#"
title	verdict	role	score	how	step	step_found	set_aside	candidates
Senior Java Developer (m/w/d)	shown	senior-software-engineer	0.97	words	senior	yes		
Software Engineer II, Backend	shown	backend-engineer	0.95	refined	ii	yes		software-engineer 0.60
Staff Data Engineer	shown	senior-data-engineer	0.97	words	staff	no		
Head Nurse	missed		0.52	unsure			Nurse	

"#]]
    );
}

#[test]
fn a_single_title_that_is_missed_exits_as_an_unknown_role() {
    assert_data_eq!(
        run("title", &["Head Nurse"]).to_string(),
        str![[r#"
Head Nurse  missed  0.52  Nurse  -
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        run("title", &[" "]).to_string(),
        str![[r#"
------- stderr -------
error: a title is empty
hint: `roles title 'Senior Java Developer'`
[exit code: 2]

"#]]
    );
}

#[test]
fn a_list_is_answered_line_by_line() {
    let answer =
        Roles::builtin().words("title - --format csv --fields title,role").input("Sr. SRE\n\nZoo Keeper\n").run();
    assert_data_eq!(
        answer.to_string(),
        str![[r#"
title,role
Sr. SRE,senior-sre
,
Zoo Keeper,

"#]]
    );
}

#[test]
fn titles_open_pages_with_a_note() {
    for title in ["Backend Engineer I", "Security Engineer I", "SWE I", "PM", "Consultant", "Test Engineer"] {
        let outcome = run("list --format tsv --fields role --ladder", &[title]);
        assert!(!outcome.stderr.is_empty(), "{title}: {outcome}");
    }
    let note = |title: &str| run("show --section summary --format tsv", &[title]).stderr;
    assert_data_eq!(
        note("Jr. Software Engineer, Payments"),
        str![[r#"
note: showing `junior-software-engineer`; set aside: `Payments`

"#]]
    );
    assert_data_eq!(
        note("Senior iOS Developer (all genders)"),
        str![[r#"
note: showing `senior-mobile-engineer`

"#]]
    );
    assert_data_eq!(
        note("Staff Data Engineer"),
        str![[r#"
note: showing `senior-data-engineer`; no staff step of Data Engineer is in the catalog

"#]]
    );
    assert_data_eq!(
        note("Backend Developer / DevOps Engineer"),
        str![[r#"
note: showing `backend-engineer`; the other title: `devops-engineer`

"#]]
    );
}

#[test]
fn exact_names_alone_where_that_is_wanted() {
    assert_data_eq!(
        run("--exact show", &["Senior Java Developer"]).to_string(),
        str![[r#"
------- stderr -------
error: no role is called `Senior Java Developer`
hint: did you mean `roles --exact show senior-backend-engineer`, `roles --exact show senior-mobile-engineer` or `roles --exact show senior-software-engineer`?
[exit code: 2]

"#]]
    );
    let by_variable = Roles::builtin().env("ROLES_EXACT", "1").words("next").arg("Senior Java Developer").run();
    assert_eq!(by_variable.code, 2, "{by_variable}");
    assert_eq!(run("--exact next --format lines", &["Software Developer"]).code, 0);
}

#[test]
fn words_need_no_quotes() {
    let ids = |command: &str| Roles::builtin().words(command).words("--format lines --section summary").run();
    assert_eq!(ids("show cto ciso").answered().lines().filter(|line| line.starts_with("summary")).count(), 2);
    assert!(ids("show senior java developer").stderr.contains("`senior-software-engineer`"));
    let path = |words: &str| Roles::builtin().words("path --format lines").words(words).run().code;
    assert_eq!(path("junior software engineer principal engineer"), 0);
    assert_eq!(path("jr. software engineer cto"), 0);
}

#[test]
fn json_says_what_a_name_was_taken_for() {
    for command in ["show --section summary", "next", "prereqs", "salary", "why", "path", "list --ladder"] {
        let answer = run(&format!("--format json {command}"), &["Sr. Backend Engineer (m/w/d)"]);
        let json: serde_json::Value = serde_json::from_str(&answer.stdout).expect("the answer is JSON");
        let resolved = &json["resolved"][0];
        assert_eq!(resolved["title"], "Sr. Backend Engineer (m/w/d)", "{command}");
        assert_eq!(resolved["role"]["id"], "senior-backend-engineer", "{command}");
        assert_eq!(resolved["how"], "words", "{command}");
    }
    let both = run("compare --format json", &["Backend Engineer, Payments", "cto"]);
    let json: serde_json::Value = serde_json::from_str(&both.stdout).expect("the answer is JSON");
    assert_eq!(json["resolved"].as_array().map(Vec::len), Some(1));
    assert_eq!(json["resolved"][0]["set_aside"], serde_json::json!(["Payments"]));
    let exact: serde_json::Value =
        serde_json::from_str(&run("show --format json", &["cto"]).stdout).expect("the answer is JSON");
    assert_eq!(exact["resolved"], serde_json::json!([]));
}

#[test]
fn beginnings_open_no_other_function_and_no_higher_rank() {
    assert_data_eq!(
        run("show", &["analyst"]).to_string(),
        str![[r#"
------- stderr -------
error: no role is called `analyst`
hint: did you mean `roles show bi-analyst`, `roles show operations-research-analyst` or `roles show ux-researcher`?
[exit code: 2]

"#]]
    );
    assert_eq!(
        run("next", &["business continuity"]).stderr,
        "note: `business continuity` begins a name of `business-continuity-planner`: showing it\n"
    );
}

#[test]
fn a_title_is_suggested_wherever_a_role_is_named() {
    let scratch = Scratch::new("suggested");
    let role = "title: Acme Engineer\ntrack: individual-contributor\nlevel: 5\nsummary: Builds.\nday: [You build.]\n\
                prerequisites: [Sr. Backend Engineer]\n";
    scratch.write("software-engineering/acme-engineer.yaml", role);
    let checked = Roles::builtin().words("check --format tsv --fields rule,help --skip few-tools").arg(scratch.path());
    let checked = checked.run();
    assert!(checked.stdout.contains("unknown-role\tdid you mean `senior-backend-engineer`?"), "{checked}");
    let me = scratch.write("me.yaml", "role: Sr. Backend Engineer (m/w/d)\ntools:\n  git: working\n");
    let matched = Roles::builtin().words("match --max 1 --format json --profile").arg(&me).run();
    let json: serde_json::Value = serde_json::from_str(&matched.stdout).expect("the answer is JSON");
    assert_eq!(json["resolved"][0]["role"]["id"], "senior-backend-engineer", "{matched}");
}
