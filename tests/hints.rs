//! What is mistyped is answered with what can be typed.

use snapbox::{assert_data_eq, str};

use crate::support::{Roles, Scratch, builtin, miniature, repository};

/// What is said of each line, and the exit code.
fn said(lines: &[&str]) -> String {
    lines.iter().map(|line| format!("$ roles {line}\n{}", builtin(line))).collect()
}

#[test]
fn what_is_no_command_is_answered_with_the_one_that_was_meant() {
    assert_data_eq!(
        said(&[
            "cto",
            "cto show",
            "CTO",
            "pay cto",
            "skills",
            "SHOW CTO",
            "shwo cto",
            "what does a cto do",
            "senior java developer",
            "frobnicate the foo",
            "--region de salary cto",
            "help cto",
        ]),
        str![]
    );
}

#[test]
fn help_and_version_are_commands_too() {
    assert_eq!(builtin("help").answered(), builtin("--help").answered());
    assert_eq!(builtin("help show").answered(), builtin("show --help").answered());
    assert_eq!(builtin("--ascii help show").answered(), builtin("show --help").answered());
    assert_eq!(builtin("version").answered(), builtin("--version").answered());
}

#[test]
fn a_command_that_takes_options_only_says_which() {
    assert_data_eq!(
        said(&[
            "list security",
            "families security",
            "levels senior",
            "regions texas",
            "list --competency coaching 60",
            "list xyzzy",
            "show cto --format JSON",
        ]),
        str![]
    );
}

#[test]
fn what_is_missing_is_shown() {
    assert_data_eq!(
        said(&["gap staff-engineer", "match", "gap staff engineer me.yaml", "check", "show", "path"]),
        str![]
    );
}

#[test]
fn a_name_that_means_several_is_put_into_the_command_that_was_typed() {
    assert_data_eq!(
        said(&[
            "next help desk --depth 2",
            "prereqs --all help desk",
            "path help cto --max 3",
            "salary ctoo --region us",
            "match --profile me.yaml --from=helpp-desk",
            "new x --from ctoo",
            "list --ladder ctoo",
            "compare ctoo cio",
            "path sre cto --via ctoo",
        ]),
        str![]
    );
}

#[test]
fn footers_and_hints_ask_the_catalog_that_was_asked() {
    let overlay = repository("tests/overlay").display().to_string();
    let asked = |line: &str| {
        let roles = Roles::miniature().arg("--catalog").arg(&overlay).words(line);
        let shown = roles.words("--format page --width 200").run().to_string();
        shown.replace(&overlay, "OVERLAY").replace(&repository("tests/miniature").display().to_string(), "MINIATURE")
    };
    let hint = |line: &str| {
        let shown = asked(line);
        let is_command = |line: &&str| line.contains("roles --") || line.contains("roles ");
        shown.lines().filter(is_command).map(|line| format!("{}\n", line.trim_end())).collect::<String>()
    };
    let lines =
        ["path engineer senior-engineer", "list", "search pricing", "path cto engineer", "show ctoo", "salary cto"];
    assert_data_eq!(lines.map(hint).concat(), str![]);
    let shown = Roles::builtin().words("list --exact --family security --format md").run().answered();
    assert!(shown.contains("roles --exact show "), "{shown}");
}

#[test]
fn towns_of_better_known_namesakes_are_asked_about() {
    assert_data_eq!(
        said(&[
            "show cto --region Rome --section salary",
            "salary cto --region florence",
            "show cto --region us-ga-rom --section tools",
            "salary cto --region London",
            "salary cto --region de,us-tx",
            "why cto athens",
        ]),
        str![]
    );
    assert!(builtin("salary software-engineer --region us-ga-rome").stderr.is_empty());
    let written = Roles::builtin().words("salary software-engineer --region").arg("Rome, GA").run();
    assert_eq!((written.code, written.stderr.as_str()), (0, ""), "{written}");
}

#[test]
fn a_word_of_a_title_finds_a_competency() {
    let leadership = builtin("competencies leadership");
    assert_eq!(leadership.code, 0, "{leadership}");
    assert_data_eq!(leadership.stderr, str![]);
    assert_eq!(builtin("why cto strategy").code, builtin("why cto technology-strategy").code);
}

#[test]
fn all_that_is_wrong_with_a_file_is_told_at_once() {
    let scratch = Scratch::new("all-faults");
    scratch.write(
        "ladder/head.yaml",
        "title: Head of Things\nfamily: it\ntrack: manager\nlevel: senior\nsummary: Short.\nsalary:\n  \
         - {region: germany, source: our-bands, currency: eur, per: yearly, basis: brutto, kind: earned, year: 26, \
         p25: 48.000, median: 70000}\ntools:\n  - {tool: git, proficiency: seniorish}\nprerequisites: [Help Desk]\n",
    );
    let outcome = Roles::builtin().words("check ladder").folder(scratch.path()).run();
    assert_data_eq!(outcome.to_string(), str![]);
}

#[test]
fn a_name_of_a_built_in_role_is_answered_with_the_ways_to_have_it() {
    let scratch = Scratch::new("name-of-builtin");
    let head = "title: Head of IT\nfamily: infrastructure-and-operations\ntrack: management\nlevel: 6\nsummary: >-\n  Leads \
                the people who keep the machines of a small firm running, and decides with the owners what is bought, what \
                is mended and what is let go. Unlike a manager of systems, answers for budget too.\n";
    scratch.write("ladder/head-of-it.yaml", head);
    let check = || Roles::builtin().words("check ladder").folder(scratch.path()).run();
    assert_data_eq!(check().to_string(), str![]);
    scratch.write("ladder/it-director.yaml", "hidden: true\n");
    assert_eq!(check().to_string(), "ladder: 2 roles, no fault\n");
    scratch.write("ladder/it-director.yaml", "aliases: [Chief of Cables]\n");
    assert_eq!(check().to_string(), "ladder: 2 roles, no fault\n");
}

#[test]
fn a_new_role_is_called_as_the_trade_writes_it() {
    let scratch = Scratch::new("it-generalist");
    let new = |id: &str| Roles::builtin().words("new").arg(id).folder(scratch.path()).run();
    assert_data_eq!(new("IT Generalist").to_string(), str![]);
    new("it-generalist").answered();
    let written = std::fs::read_to_string(scratch.path().join("it-generalist.yaml")).expect("it was written");
    assert!(written.contains("\ntitle: IT Generalist\n"), "{written}");
}

#[test]
fn a_profile_reads_names_as_commands_do_and_says_how_to_write_lists() {
    let gap = |profile: &str| {
        let outcome = Roles::builtin().words("gap staff-engineer --profile -").input(profile).run();
        format!("{}[exit code: {}]\n", outcome.stderr, outcome.code)
    };
    let profiles = [
        "competencies: {software-eng: expert, leadership: working, xyzzy: working}\n",
        "tools:\n  - java: expert\n",
        "tools: [git, docker]\n",
        "tools:\n  - {tool: git, proficiency: working}\n",
        "competencies: [coaching]\n",
    ];
    assert_data_eq!(profiles.map(gap).concat(), str![]);
}

#[test]
fn suggestions_name_each_thing_once() {
    assert_data_eq!(said(&["tools terrafrom", "tools kuberntes"]), str![]);
    assert!(miniature("tools gti").stderr.contains("`git`"));
}
