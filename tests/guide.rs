//! The guide to a company's ladder: typed into a terminal step by step, and its screens compared whole.
//!
//! `SNAPSHOTS=overwrite cargo test guide -- --ignored` writes the screens anew.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use jsonschema::Validator;
use serde_json::{Value, json};
use snapbox::{Data, assert_data_eq};

use crate::support::{PROGRAM, Roles, Scratch, has, in_terminal, path_with_program, repository, skipped};

const GUIDE: &str = "roles/guide/README.md";

/// What stands in the guide, in its order.
enum Part {
    /// A line of prose, or a blank one.
    Line(String),
    /// What is typed. What the screen shows stands behind it, and is left out here.
    Typed(String),
}

fn parts(guide: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut lines = guide.lines();
    while let Some(line) = lines.next() {
        let mut block = || lines.by_ref().take_while(|line| *line != "```").map(|line| format!("{line}\n")).collect();
        match line {
            "```sh" => parts.push(Part::Typed(block())),
            "```text" => {
                let _: String = block();
                // The blank line between what is typed and its screen goes with the screen.
                parts.pop();
            }
            _ => parts.push(Part::Line(line.to_owned())),
        }
    }
    parts
}

/// Types everything into one shell in an empty folder, and returns the screen of each step.
fn screens(typed: &[&str], folder: &Path) -> Option<Vec<String>> {
    let script: String = typed.iter().map(|step| format!("{step}printf '\\001%s\\001' $?\n")).collect();
    std::fs::create_dir_all(folder.join("acme")).expect("a folder can be made");
    std::fs::write(folder.join("script"), script).expect("a file can be written");
    let mut shell = Command::new("sh");
    shell.arg(folder.join("script")).current_dir(folder.join("acme")).env("PATH", path_with_program());
    shell.env("HOME", folder).env("LANG", "C.UTF-8").env("TERM", "xterm").env("NO_COLOR", "1");
    shell.env("ROLES_NO_PAGER", "1");
    let shown = in_terminal(&shell, 80, 24)?;
    let mut pieces = shown.split('\u{1}');
    let mut screens = Vec::new();
    while let (Some(screen), Some(code)) = (pieces.next(), pieces.next()) {
        assert!(matches!(code, "0" | "1"), "exit code {code}: {screen}");
        screens.push(screen.to_owned());
    }
    Some(screens)
}

/// Puts the guide together again, with the screens as they are.
fn written(parts: &[Part], screens: &[String]) -> String {
    let mut guide = String::new();
    let mut screens = screens.iter();
    for part in parts {
        match part {
            Part::Line(line) => guide.push_str(&format!("{line}\n")),
            Part::Typed(typed) => {
                guide.push_str(&format!("```sh\n{typed}```\n"));
                let screen = screens.next().expect("each step has its screen");
                if !screen.is_empty() {
                    guide.push_str(&format!("\n```text\n{screen}```\n"));
                }
            }
        }
    }
    guide
}

/// The guide, followed to its end.
struct Followed {
    /// Where that was done.
    folder: PathBuf,
    parts: Vec<Part>,
    screens: Vec<String>,
}

/// Followed once for all tests, which leave it as it is; none where there is no terminal.
static FOLLOWED: LazyLock<Option<Followed>> = LazyLock::new(followed);

fn followed() -> Option<Followed> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guide");
    let _ = std::fs::remove_dir_all(&folder);
    let parts = parts(&std::fs::read_to_string(repository(GUIDE)).expect("the guide is there"));
    let typed: Vec<&str> = parts
        .iter()
        .filter_map(|part| match part {
            Part::Typed(typed) => Some(typed.as_str()),
            Part::Line(_) => None,
        })
        .collect();
    let screens = screens(&typed, &folder)?;
    assert_eq!(screens.len(), typed.len());
    Some(Followed { folder, parts, screens })
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn the_guide_shows_what_a_reader_sees() {
    let Some(Followed { parts, screens, .. }) = &*FOLLOWED else { return };
    assert_data_eq!(written(parts, screens), Data::read_from(&repository(GUIDE), None).raw());
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn a_step_says_what_it_stands_on_or_stands_alone() {
    let guide = std::fs::read_to_string(repository(GUIDE)).expect("the guide is there");
    for step in guide.split("\n## ").skip(1) {
        let (title, text) = step.split_once("\n\n").expect("a step has a title");
        let number: usize = title.split('.').next().and_then(|it| it.parse().ok()).expect("a step has a number");
        assert!(number <= 6 || text.starts_with("*Stands "), "{title}");
        if text.starts_with("*Stands alone") {
            let parts = parts(text);
            let typed =
                parts.iter().filter_map(|part| if let Part::Typed(it) = part { Some(it.as_str()) } else { None });
            let typed: Vec<&str> = typed.collect();
            let scratch = Scratch::new(&format!("guide-alone-{number}"));
            let Some(screens) = screens(&typed, scratch.path()) else { return };
            assert_data_eq!(written(&parts, &screens).trim_end(), Data::text(text.trim_end()).raw());
        }
    }
}

/// A file for CI, as YAML.
fn job(path: &str) -> Value {
    let text = std::fs::read_to_string(repository("roles/guide").join(path)).expect("the file is there");
    yaml_serde::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A repository with the guide's ladder, the files for CI, and stand-ins for what installs programs.
fn checkout(name: &str) -> Option<Scratch> {
    let followed = FOLLOWED.as_ref()?;
    let scratch = Scratch::new(name);
    let copied = Command::new("cp").arg("-a").arg(followed.folder.join("acme")).arg(scratch.path()).status();
    assert!(copied.expect("cp runs").success());
    let copied = Command::new("cp")
        .arg("-r")
        .arg(repository("roles/guide/.github"))
        .arg(repository("roles/guide/.gitlab-ci.yml"))
        .arg(scratch.path().join("acme"))
        .status();
    assert!(copied.expect("cp runs").success());
    scratch.write("stand-ins/apt-get", "#!/bin/sh\n");
    // Installs into the folder of `--root`, as cargo does.
    scratch.write(
        "stand-ins/cargo",
        format!("#!/bin/sh\necho \"$@\" >> ../installed\nmkdir -p .roles/bin && ln -s {PROGRAM} .roles/bin/roles\n"),
    );
    let made = Command::new("chmod").args(["+x", "-R"]).arg(scratch.path().join("stand-ins")).status();
    assert!(made.expect("chmod runs").success());
    Some(scratch)
}

/// Runs a script as both services do: in bash, where the first failure ends it.
fn in_job(script: &str, variables: &Value, scratch: &Scratch) -> (Option<i32>, String) {
    let mut bash = Command::new("bash");
    bash.args(["-eo", "pipefail", "-c", script]).current_dir(scratch.path().join("acme")).env_clear();
    bash.env("PATH", format!("{}/stand-ins:{}", scratch.path().display(), path_with_program()));
    for (name, value) in variables.as_object().expect("variables have names") {
        bash.env(name, value.as_str().expect("a variable is a text"));
    }
    let output = bash.output().expect("bash runs");
    (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
}

const BROKEN: &str = "prerequisites: [sre-of-acme]\n";
const FAULT: &str = "ladder/staff-engineer.yaml:1:17: unknown-role: no role is called `sre-of-acme`";

#[test]
#[ignore = "long, over the built-in catalog"]
fn the_job_for_github_marks_faults_and_fails() {
    if !has("bash") {
        return skipped("the_job_for_github_marks_faults_and_fails", "bash");
    }
    let Some(scratch) = checkout("guide-github") else { return };
    let job = job(".github/workflows/ladder.yml");
    let steps: Vec<&str> = job["jobs"]["check"]["steps"]
        .as_array()
        .expect("a job has steps")
        .iter()
        .filter_map(|step| step["run"].as_str())
        .collect();
    let (code, said) = in_job(&steps.join("\n"), &job["env"], &scratch);
    assert_eq!(code, Some(0), "{said}");
    scratch.write("acme/ladder/staff-engineer.yaml", BROKEN);
    let (code, said) = in_job(&steps.join("\n"), &job["env"], &scratch);
    assert_eq!(code, Some(1), "{said}");
    let matcher = said.lines().find_map(|line| line.strip_prefix("::add-matcher::")).expect("a matcher is added");
    let matched = matcher_of(&scratch.path().join("acme").join(matcher));
    let marked: Vec<&str> = said.lines().filter(|line| matched.is_valid(&json!(line))).collect();
    assert!(marked.len() == 1 && marked[0].starts_with(FAULT), "{said}");
    assert!(matched.is_valid(&json!("ladder/x.yaml: missing-field: the role `x` has no title")));
}

/// Returns what tells whether GitHub would take a line for a fault.
fn matcher_of(path: &Path) -> Validator {
    let text = std::fs::read_to_string(path).expect("the matcher is there");
    let matcher: Value = serde_json::from_str(&text).expect("the matcher is JSON");
    let pattern = &matcher["problemMatcher"][0]["pattern"][0]["regexp"];
    Validator::new(&json!({"pattern": pattern})).expect("the expression is one")
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn the_job_for_gitlab_reports_faults_and_fails() {
    for program in ["bash", "jq"] {
        if !has(program) {
            return skipped("the_job_for_gitlab_reports_faults_and_fails", program);
        }
    }
    let Some(scratch) = checkout("guide-gitlab") else { return };
    let job = &job(".gitlab-ci.yml")["ladder"];
    let lines = |name: &str| -> Vec<String> {
        let lines = job[name].as_array().expect("a script has lines");
        lines.iter().map(|line| line.as_str().expect("a line is a text").to_owned()).collect()
    };
    let script = [lines("before_script"), lines("script")].concat().join("\n");
    assert_eq!(in_job(&script, &job["variables"], &scratch).0, Some(0));
    let installed = std::fs::read_to_string(scratch.path().join("installed")).expect("the program was installed");
    assert_eq!(installed, "install --locked --git https://git.example.com/tools/roles.git --root .roles roles\n");
    scratch.write("acme/ladder/staff-engineer.yaml", BROKEN);
    let (code, said) = in_job(&script, &job["variables"], &scratch);
    assert!(code == Some(1) && said.starts_with(FAULT), "{code:?} {said}");
    in_job(&lines("after_script").join("\n"), &job["variables"], &scratch);
    let report = job["artifacts"]["reports"]["codequality"].as_str().expect("there is a report");
    let report = std::fs::read_to_string(scratch.path().join("acme").join(report)).expect("the report is there");
    let report: Value = serde_json::from_str(&report).expect("the report is JSON");
    assert_eq!(report.as_array().map(Vec::len), Some(1));
    assert_eq!(report[0]["location"], json!({"path": "ladder/staff-engineer.yaml", "lines": {"begin": 1}}));
    assert_eq!(report[0]["check_name"], "unknown-role");
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn the_guides_ladder_is_laid_over_without_being_named() {
    let Some(followed) = &*FOLLOWED else { return };
    let shown =
        Roles::builtin().words("show mts --section summary").env("XDG_CONFIG_HOME", followed.folder.join(".config"));
    assert!(shown.run().answered().contains("Member of Technical Staff"));
}
