//! Odd words: what a hint makes of them is a command that a shell takes as it stands, and that answers.

use std::collections::BTreeSet;
use std::process::Command;

use snapbox::{assert_data_eq, str};

use crate::support::{Outcome, Roles, Scratch, builtin, is_all, path_with_program, repository, sample};

const ODD: [&str; 14] = [
    "$HOME",
    "",
    "it's",
    "a\"b",
    "\\",
    "a b",
    "a`b",
    "*",
    "-x",
    "a\nb",
    "\u{1b}[1m",
    "zero\u{200b}width",
    "100%",
    "ünï;&|",
];

/// Every command that takes a word, and options that take one; `WORD` is it.
const ASKED: [&[&str]; 31] = [
    &["WORD"],
    &["list", "WORD"],
    &["list", "--family", "WORD"],
    &["list", "--tool", "WORD"],
    &["list", "--competency", "WORD", "60"],
    &["list", "--competency", "coaching", "WORD"],
    &["list", "--ladder", "WORD"],
    &["list", "--region", "WORD"],
    &["list", "--certificate", "WORD"],
    &["show", "WORD"],
    &["show", "cto", "WORD"],
    &["show", "cto", "--section", "WORD"],
    &["show", "cto", "--region", "WORD"],
    &["show", "cto", "--grade", "WORD"],
    &["search", "WORD"],
    &["search", "WORD", "frobnicate"],
    &["title", "WORD"],
    &["prereqs", "WORD"],
    &["next", "WORD"],
    &["path", "WORD"],
    &["path", "sre", "WORD"],
    &["compare", "WORD"],
    &["compare", "cto", "WORD"],
    &["salary", "WORD"],
    &["why", "WORD"],
    &["why", "cto", "WORD"],
    &["sources", "WORD"],
    &["competencies", "WORD"],
    &["tools", "WORD"],
    &["certificates", "WORD"],
    &["regions", "WORD"],
];

/// The commands of what is said beside an answer, each between two backticks.
fn commands(said: &str) -> Vec<String> {
    let hints = said.lines().filter(|line| line.starts_with("hint: "));
    let quoted = hints.flat_map(|line| line.split('`').skip(1).step_by(2));
    quoted.filter(|said| said.starts_with("roles ")).map(str::to_owned).collect()
}

/// Whether a command stands for others: `roles search WORD`.
fn is_pattern(command: &str) -> bool {
    command.split(' ').any(|word| word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase() || c == '_'))
}

/// What a shell makes of a line.
fn typed(line: &str, scratch: &Scratch) -> Outcome {
    let mut shell = Command::new("sh");
    shell.args(["-c", line]).current_dir(scratch.path()).env_clear();
    shell
        .env("PATH", path_with_program())
        .env("LANG", "C.UTF-8")
        .env("ROLES_NO_CACHE", "1")
        .env("HOME", scratch.path());
    let output = shell.output().expect("sh runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Outcome { stdout: text(&output.stdout), stderr: text(&output.stderr), code: output.status.code().unwrap_or(-1) }
}

#[test]
fn a_command_of_a_hint_is_one_that_a_shell_takes_and_that_answers() {
    let scratch = Scratch::new("odd-words");
    let mut tried = BTreeSet::new();
    let lines = ASKED.iter().flat_map(|line| ODD.iter().map(move |odd| (line, odd)));
    for (line, odd) in sample(lines, 15) {
        let words = line.iter().map(|word| if *word == "WORD" { *odd } else { *word });
        let asked = words.fold(Roles::builtin().folder(scratch.path()), |roles, word| roles.arg(word)).run();
        for command in commands(&asked.stderr).into_iter().filter(|command| !is_pattern(command)) {
            if tried.insert(command.clone()) {
                let outcome = typed(&command, &scratch);
                assert!(matches!(outcome.code, 0 | 1), "{line:?} with {odd:?}: {command}\n{asked}\n{outcome}");
            }
        }
    }
    let many = if is_all() { 30 } else { 5 };
    assert!(tried.len() > many, "{tried:?}");
}

#[test]
fn hints_of_words_that_cannot_work_are_left_out() {
    let said = |words: &[&str]| words.iter().fold(Roles::builtin(), |roles, word| roles.arg(*word)).run().stderr;
    assert_data_eq!(
        [
            said(&["list", "$HOME"]),
            said(&["list", ""]),
            said(&["list", "*"]),
            said(&["list", "--competency", "coaching", "200"]),
            said(&["list", "--competency", "coaching", "60"]),
            said(&["list", "--competency", "frobnication", "60"]),
            said(&["compare", "it's"]),
            said(&["search", "*", "frobnicate"]),
        ]
        .concat(),
        str![[r#"
error: there is no place for `$HOME`
hint: `roles search '$HOME'` looks inside roles
hint: `roles list --help` explains it
error: there is no place for ``
hint: `roles list --help` explains it
error: there is no place for `*`
hint: `roles list --help` explains it
error: there is no place for `200`
hint: a weight goes from 0 to 100: `roles list --competency coaching:80`
error: there is no place for `60`
hint: did you mean `roles list --competency coaching:60`?
error: there is no place for `60`
hint: `roles competencies` lists them
error: no role is called `it's`
hint: did you mean `roles show it-support-specialist`, `roles show it-manager` or `roles show software-engineer`?
error: no role speaks of `*` and `frobnicate`
hint: a role must have all of the words: try fewer, as in `roles search frobnicate`

"#]]
    );
}

/// A folder may be called as no shell likes it: what names it in a hint is one word, and asks it.
#[test]
fn a_catalog_of_any_name_is_named_in_hints() {
    // Alone, with the miniature catalog in the same folder: to be laid over the built-in one has no part in it.
    let is_alone = !is_all();
    let family = if is_alone { "engineering" } else { "security" };
    for name in ["a`b", "zero\u{200b}width", "it's", "$HOME", "two words", "50%", "a\\b", "-dash"] {
        let scratch = Scratch::new("odd-folder");
        let role = format!("title: Ferrier\nfamily: {family}\ntrack: management\nlevel: 3\nsummary: Ferries.\n");
        scratch.write(&format!("{name}/ferrier.yaml"), role);
        if is_alone {
            let mut copy = Command::new("cp");
            copy.arg("-R").arg(repository("tests/miniature/.")).arg(scratch.path().join(name));
            assert!(copy.status().expect("cp runs").success());
        }
        let catalog = format!("--catalog={name}");
        let asked = Roles::builtin().folder(scratch.path()).arg(&catalog).words("--exact show ferrier#");
        let alone = if is_alone { "1" } else { "" };
        let asked = asked.env("ROLES_NO_BUILTIN", alone).run();
        let [command] = &commands(&asked.stderr)[..] else { panic!("{name}: {asked}") };
        let outcome = typed(&format!("ROLES_NO_BUILTIN={alone} {command}"), &scratch);
        assert!(outcome.code == 0 && outcome.stdout.contains("Ferrier"), "{name}: {command}\n{outcome}");
    }
}

/// Nothing but a name counts, in any case and with anything between its words: a sign too many is another name.
#[test]
fn an_exact_name_has_no_sign_more() {
    let is_found = |name: &str| Roles::builtin().words("--exact show").arg(name).run().code == 0;
    for name in ["cto", "CTO", "Chief-Technology Officer", "chieftechnologyofficer", "Datenbankadministrator"] {
        assert!(is_found(name), "{name}");
    }
    for name in ["cto#", "cto!", "(cto)", "c.t.o.", "cto, ", "site_reliability_engineer"] {
        assert!(!is_found(name), "{name}");
    }
    let hint = Roles::builtin().words("--exact show cto#").run().stderr;
    assert!(hint.contains("`roles --exact show cto`"), "{hint}");
    assert_eq!(builtin("--exact compare cto,cio --format lines").code, 0);
    assert_eq!(Roles::builtin().words("--exact title cto#").run().code, 2);
}
