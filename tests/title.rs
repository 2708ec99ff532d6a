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
    assert_data_eq!(run("title --format tsv", &titles).to_string(), str![[r#""#]]);
}

#[test]
fn a_single_title_that_is_missed_exits_as_an_unknown_role() {
    assert_data_eq!(run("title", &["Head Nurse"]).to_string(), str![[r#""#]]);
    assert_data_eq!(run("title", &[" "]).to_string(), str![[r#""#]]);
}

#[test]
fn a_list_is_answered_line_by_line() {
    let answer =
        Roles::builtin().words("title - --format csv --fields title,role").input("Sr. SRE\n\nZoo Keeper\n").run();
    assert_data_eq!(answer.to_string(), str![[r#""#]]);
}

#[test]
fn titles_open_pages_with_a_note() {
    for title in ["Backend Engineer I", "Security Engineer I", "SWE I", "PM", "Consultant", "Test Engineer"] {
        let outcome = run("list --format tsv --fields role --ladder", &[title]);
        assert!(!outcome.stderr.is_empty(), "{title}: {outcome}");
    }
    let show = |title: &str| run("show --section summary --format tsv --no-header --fields role", &[title]).to_string();
    assert_data_eq!(show("Jr. Software Engineer"), str![[r#""#]]);
    assert_data_eq!(show("Senior iOS Developer"), str![[r#""#]]);
    assert_data_eq!(show("Staff Data Engineer"), str![[r#""#]]);
}

#[test]
fn exact_names_alone_where_that_is_wanted() {
    assert_data_eq!(run("--exact show", &["Senior Java Developer"]).to_string(), str![[r#""#]]);
    let by_variable = Roles::builtin().env("ROLES_EXACT", "1").words("next").arg("Senior Java Developer").run();
    assert_eq!(by_variable.code, 2, "{by_variable}");
    assert_eq!(run("--exact next --format lines", &["Software Developer"]).code, 0);
}

#[test]
fn words_need_no_quotes() {
    let ids = |command: &str| Roles::builtin().words(command).words("--format tsv --no-header --fields role").run();
    assert_data_eq!(ids("show cto ciso --section summary").to_string(), str![[r#""#]]);
    assert_data_eq!(ids("show senior java developer --section summary").to_string(), str![[r#""#]]);
    let path = |words: &str| Roles::builtin().words("path --format lines").words(words).run().code;
    assert_eq!(path("junior software engineer principal engineer"), 0);
    assert_eq!(path("jr. software engineer cto"), 0);
}
