//! `roles title`: what a title means, and the same look-up behind every role that is named.

use snapbox::{assert_data_eq, str};

use crate::support::{Outcome, Roles};

fn run(command: &str, titles: &[&str]) -> Outcome {
    titles.iter().fold(Roles::builtin().words(command), |roles, title| roles.arg(title)).run()
}

#[test]
fn titles_one_a_line() {
    let titles =
        ["Senior Java Developer (m/w/d)", "Software Engineer II, Backend", "Staff Data Engineer", "Head Nurse"];
    assert_data_eq!(run("title --format tsv", &titles).to_string(), str![[r#"
title	verdict	role	score	how	step	step_found	set_aside	candidates
Senior Java Developer (m/w/d)	shown	senior-software-engineer	0.97	words	senior	yes		
Software Engineer II, Backend	shown	backend-engineer	0.95	refined	ii	yes		software-engineer 0.60
Staff Data Engineer	shown	senior-data-engineer	0.97	words	staff	no		
Head Nurse	missed	missed	0.52	unsure			nurse	

"#]]);
}

#[test]
fn a_single_title_that_is_missed_exits_as_an_unknown_role() {
    assert_data_eq!(run("title", &["Head Nurse"]).to_string(), str![[r#"
Head Nurse  missed  0.52  nurse  -
[exit code: 2]

"#]]);
    assert_data_eq!(run("title", &[" "]).to_string(), str![[r#"
------- stderr -------
error: a title is empty
hint: `roles title 'Senior Java Developer'`
[exit code: 2]

"#]]);
}

#[test]
fn a_list_is_answered_line_by_line() {
    let answer =
        Roles::builtin().words("title - --format csv --fields title,role").input("Sr. SRE\n\nZoo Keeper\n").run();
    assert_data_eq!(answer.to_string(), str![[r#"
title,role
Sr. SRE,senior-sre
,missed
Zoo Keeper,missed

"#]]);
}

#[test]
fn titles_open_pages_with_a_note() {
    for title in ["Backend Engineer I", "Security Engineer I", "SWE I", "PM", "Consultant", "Test Engineer"] {
        let outcome = run("list --format tsv --fields role --ladder", &[title]);
        assert!(!outcome.stderr.is_empty(), "{title}: {outcome}");
    }
    let show = |title: &str| run("show --section summary --format tsv --no-header --fields role", &[title]).to_string();
    assert_data_eq!(show("Jr. Software Engineer"), str![[r#"
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
------- stderr -------
note: showing `junior-software-engineer`

"#]]);
    assert_data_eq!(show("Senior iOS Developer"), str![[r#"
senior-mobile-engineer
senior-mobile-engineer
senior-mobile-engineer
senior-mobile-engineer
senior-mobile-engineer
senior-mobile-engineer
senior-mobile-engineer
senior-mobile-engineer
senior-mobile-engineer
senior-mobile-engineer
senior-mobile-engineer
senior-mobile-engineer
senior-mobile-engineer
senior-mobile-engineer
senior-mobile-engineer
senior-mobile-engineer
senior-mobile-engineer
senior-mobile-engineer
senior-mobile-engineer
senior-mobile-engineer
senior-mobile-engineer
senior-mobile-engineer

"#]]);
    assert_data_eq!(show("Staff Data Engineer"), str![[r#"
senior-data-engineer
senior-data-engineer
senior-data-engineer
senior-data-engineer
senior-data-engineer
senior-data-engineer
senior-data-engineer
senior-data-engineer
senior-data-engineer
------- stderr -------
note: showing `senior-data-engineer`; no staff step of Data Engineer is in the catalog

"#]]);
}

#[test]
fn exact_names_alone_where_that_is_wanted() {
    assert_data_eq!(run("--exact show", &["Senior Java Developer"]).to_string(), str![[r#"
------- stderr -------
error: no role is called `Senior Java Developer`
hint: did you mean `roles show senior-backend-engineer`, `roles show senior-mobile-engineer` or `roles show senior-software-engineer`?
[exit code: 2]

"#]]);
    let by_variable = Roles::builtin().env("ROLES_EXACT", "1").words("next").arg("Senior Java Developer").run();
    assert_eq!(by_variable.code, 2, "{by_variable}");
    assert_eq!(run("--exact next --format lines", &["Software Developer"]).code, 0);
}

#[test]
fn words_need_no_quotes() {
    let ids = |command: &str| Roles::builtin().words(command).words("--format tsv --no-header --fields role").run();
    assert_data_eq!(ids("show cto ciso --section summary").to_string(), str![[r#"
cto
cto
cto
cto
cto
cto
cto
cto
ciso
ciso
ciso
ciso
ciso
ciso
ciso
ciso
ciso

"#]]);
    assert_data_eq!(ids("show senior java developer --section summary").to_string(), str![[r#"
senior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
------- stderr -------
note: showing `senior-software-engineer`; its next steps: `staff-engineer`, `principal-engineer`, `distinguished-engineer` or `engineering-fellow`

"#]]);
    let path = |words: &str| Roles::builtin().words("path --format lines").words(words).run().code;
    assert_eq!(path("junior software engineer principal engineer"), 0);
    assert_eq!(path("jr. software engineer cto"), 0);
}
