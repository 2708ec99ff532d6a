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
title	verdict	role	score	how	step	step_found	set_aside	candidates	grade
Senior Java Developer (m/w/d)	shown	senior-software-engineer	0.97	words	senior	yes			
Software Engineer II, Backend	shown	backend-engineer	0.95	refined	ii	yes		software-engineer 0.60	
Staff Data Engineer	shown	senior-data-engineer	0.97	words	staff	no			
Head Nurse	missed		0.00	unsure					

"#]]
    );
}

#[test]
fn a_single_title_that_is_missed_exits_as_an_unknown_role() {
    assert_data_eq!(
        run("title", &["Head Nurse"]).to_string(),
        str![[r#"
Head Nurse  missed  0.00  -  -
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
error: `analyst` may mean 6 roles: systems-analyst, security-analyst, data-analyst, business-analyst, product-analyst, ux-researcher
hint: say which: `roles show systems-analyst`
[exit code: 2]

"#]]
    );
    assert_eq!(
        run("next", &["business continuity"]).stderr,
        "note: `business continuity` begins a name of `business-continuity-planner`: showing it\n"
    );
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn a_title_is_suggested_wherever_a_role_is_named() {
    let scratch = Scratch::new("suggested");
    let role = "title: Acme Engineer\ntrack: individual-contributor\nlevel: 5\nsummary: Builds.\nday: [You build.]\n\
                prerequisites: [Sr. Backend Engineer]\n";
    scratch.write("software-engineering/acme-engineer.yaml", role);
    let checked = Roles::builtin().words("check --format tsv --fields rule,help").arg(scratch.path());
    let checked = checked.run();
    assert!(checked.stdout.contains("unknown-role\tdid you mean `senior-backend-engineer`?"), "{checked}");
    let me = scratch.write("me.yaml", "role: Sr. Backend Engineer (m/w/d)\ntools:\n  git: working\n");
    let matched = Roles::builtin().words("match --max 1 --format json --profile").arg(&me).run();
    let json: serde_json::Value = serde_json::from_str(&matched.stdout).expect("the answer is JSON");
    assert_eq!(json["resolved"][0]["role"]["id"], "senior-backend-engineer", "{matched}");
}

/// `II` and `2` are one grade, and `SDE2` is `SDE 2`.
#[test]
#[ignore = "long, over the built-in catalog"]
fn grades_are_read_in_both_numerals() {
    let scratch = Scratch::new("grades");
    let file = "title: Software Engineer II\nfamily: software-engineering\ntrack: individual-contributor\nlevel: 3\nsummary: Builds.\n";
    scratch.write("ladder/engineer-two.yaml", file);
    let titles = ["software engineer 2", "Software Engineer II", "SDE2"];
    let ask = |roles: Roles| {
        let roles = roles.words("title --format tsv --fields title,role,set_aside");
        titles.iter().fold(roles, |roles, title| roles.arg(*title)).folder(scratch.path()).run().to_string()
    };
    assert_data_eq!(
        ask(Roles::builtin().words("--catalog ladder")),
        str![[r#"
title	role	set_aside
software engineer 2	engineer-two	
Software Engineer II	engineer-two	
SDE2	software-engineer	

"#]]
    );
    assert_data_eq!(
        ask(Roles::builtin()),
        str![[r#"
title	role	set_aside
software engineer 2	software-engineer	
Software Engineer II	software-engineer	
SDE2	software-engineer	

"#]]
    );
}

#[test]
fn exact_names_alone_are_titles_where_that_is_wanted() {
    let verdict = |roles: Roles| roles.words("--format tsv --fields title,verdict,role").run().to_string();
    assert_data_eq!(
        verdict(Roles::builtin().words("title --exact").arg("Sr. SRE II").arg("CTO")),
        str![[r#"
title	verdict	role
Sr. SRE II	missed	
CTO	shown	cto

"#]]
    );
    assert_data_eq!(
        verdict(Roles::builtin().env("ROLES_EXACT", "1").words("title").arg("Sr. SRE II").arg("CTO")),
        str![[r#"
title	verdict	role
Sr. SRE II	missed	
CTO	shown	cto

"#]]
    );
    assert_data_eq!(
        verdict(Roles::builtin().words("--exact title -").input("Sr. SRE II\nCTO\n")),
        str![[r#"
title	verdict	role
Sr. SRE II	missed	
CTO	shown	cto

"#]]
    );
    assert_eq!(run("title --exact", &["Sr. SRE II"]).code, 2);
}

/// `PM` is Saint Pierre and Miquelon, `QA` is Qatar: who names a role means none of them.
#[test]
fn a_region_of_the_same_letters_hides_no_title() {
    for command in ["show", "next", "why", "compare cto"] {
        let outcome = run(command, &["PM"]);
        assert!(outcome.stderr.contains("`PM` may mean"), "{command}: {outcome}");
    }
    let path = Roles::builtin().words("path --format tsv QA cto").run();
    assert_eq!(path.code, 0, "{path}");
    assert!(path.stderr.starts_with("note: showing `qa-tester`"), "{path}");
    let listed = Roles::builtin().words("path PM cto").run();
    assert!(listed.code == 2 && listed.stderr.contains("`PM` may mean"), "{listed}");
    // Behind a role, where a command takes a place, it is one.
    assert!(Roles::builtin().words("show cto QA").run().stderr.contains("--region qa"));
}

#[test]
fn a_rank_alone_is_no_role() {
    let outcome = run("title --format tsv --fields title,verdict", &["senior", "Junior II", "Principal"]);
    assert_data_eq!(
        outcome.to_string(),
        str![[r#"
title	verdict
senior	missed
Junior II	missed
Principal	missed

"#]]
    );
}

#[test]
fn what_had_no_part_is_told() {
    let titles = [
        "x cto",
        "q Software Engineer",
        "Entwickler m/w/d",
        "Linux Sysadmin",
        "C Programmer",
        "Lead Android Engineer",
        "Senior Full Stack Developer",
    ];
    assert_data_eq!(
        run("title --format tsv --fields title,role,step,set_aside", &titles).to_string(),
        str![[r#"
title	role	step	set_aside
x cto	cto		x
q Software Engineer	software-engineer		q
Entwickler m/w/d	software-engineer		
Linux Sysadmin	systems-administrator		
C Programmer	software-engineer		
Lead Android Engineer	tech-lead	lead	Android
Senior Full Stack Developer	senior-software-engineer	senior	Full Stack

"#]]
    );
}

/// Only so much of a line is read as a title has, and the rest is told.
#[test]
fn endless_lines_are_read_in_part() {
    let words = "Software Engineer ".to_owned() + &"Payments ".repeat(100_000);
    let commas = "Software Engineer, ".repeat(20_000);
    let answer = Roles::builtin().words("title - --format json").input(&format!("{words}\n{commas}\n")).run();
    let json: serde_json::Value = serde_json::from_str(&answer.stdout).expect("the answer is JSON");
    for title in json["titles"].as_array().expect("titles") {
        assert_eq!(title["role"]["id"], "software-engineer");
        let aside = title["set_aside"].as_array().and_then(|asides| asides.last()).and_then(|aside| aside.as_str());
        assert!(aside.is_some_and(|aside| aside.len() < 100 && aside.ends_with('…')), "{aside:?}");
    }
    let shown = run("show --section summary --format tsv", &[&commas[..2_000]]);
    assert!(shown.stderr.contains("only its first 293 characters were read"), "{}", shown.stderr);
}

#[test]
fn who_assists_is_not_the_one_who_is_assisted() {
    let titles = [
        "Assistant to the CTO",
        "Secretary to the Head of IT",
        "Assistent der IT-Leitung",
        "Asystent dyrektora IT",
        "Assistant IT Manager",
    ];
    assert_data_eq!(
        run("title --format tsv --fields title,verdict,role", &titles).to_string(),
        str![[r#"
title	verdict	role
Assistant to the CTO	listed	
Secretary to the Head of IT	listed	
Assistent der IT-Leitung	listed	
Asystent dyrektora IT	listed	
Assistant IT Manager	shown	it-manager

"#]]
    );
}

#[test]
fn letters_are_those_of_titles() {
    let outcome = run("title --format tsv --fields title,verdict,candidates", &["CDO", "SA"]);
    assert_data_eq!(
        outcome.to_string(),
        str![[r#"
title	verdict	candidates
CDO	listed	chief-data-officer 0.60, chief-digital-officer 0.60
SA	listed	security-architect 0.60, software-architect 0.60, solution-architect 0.60, salesforce-administrator 0.60, systems-administrator 0.60, soc-analyst 0.60, systems-analyst 0.60

"#]]
    );
}
