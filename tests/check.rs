//! `roles check`: each rule has a sample that breaks it, and nothing else.

use std::collections::BTreeSet;
use std::path::PathBuf;

use snapbox::{assert_data_eq, str};

use crate::support::{Outcome, PROGRAM, Roles, Scratch, builtin, repository};

/// Checks a folder laid over the miniature catalog: both are copied into one.
fn checked(folder: &std::path::Path, more: &str) -> Outcome {
    Roles::builtin().words("check .").words(more).folder(folder).run()
}

/// A sample laid into a copy of the miniature catalog.
fn merged(rule: &str) -> Scratch {
    let scratch = Scratch::new(&format!("rule-{rule}"));
    for from in [repository("tests/miniature"), repository("tests/invalid").join(rule)] {
        let status = std::process::Command::new("cp")
            .args(["-a", "--remove-destination"])
            .arg(from.join("."))
            .arg(scratch.path())
            .status();
        assert!(status.expect("cp runs").success());
    }
    scratch
}

fn samples() -> Vec<String> {
    let entries = std::fs::read_dir(repository("tests/invalid")).expect("there are samples");
    let mut names: Vec<String> =
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

const EDITORIAL: &str = "--skip few-tools --skip few-competencies --skip prose-length --skip shared-run --skip shared-sentence --skip unreachable-role --skip unsorted-tools";

#[test]
fn each_sample_breaks_its_rule_and_no_other() {
    for rule in samples() {
        let scratch = merged(&rule);
        let outcome = Roles::builtin()
            .words("check --no-builtin --format tsv --fields rule")
            .arg(scratch.path())
            .words(EDITORIAL)
            .run();
        let broken: BTreeSet<&str> = outcome.stdout.lines().skip(1).collect();
        assert_eq!((broken, outcome.code), (BTreeSet::from([rule.as_str()]), 1), "{rule}: {outcome}");
    }
}

#[test]
fn faults_are_told_at_once_and_sorted() {
    let scratch = Scratch::new("faults");
    scratch.write("security/one.yaml", "title: One\ntrack: management\nlevel: 40\nsummary: One.\ntools:\n  - {tool: kubernets, proficiency: working}\n");
    scratch.write("security/two.yaml", "titel: Two\n");
    let outcome =
        checked(scratch.path(), "--skip few-tools --skip few-competencies --skip prose-length --skip unreachable-role");
    assert_data_eq!(
        outcome.to_string(),
        str![[r#"
security/one.yaml:3:8: unknown-level: no level has the rank 40 (levels run from 1 (intern) to 9 (executive); `roles levels` lists them)
security/one.yaml:6:12: unknown-tool: no tool is called `kubernets` (did you mean `kubernetes`?)
security/two.yaml:1:1: unknown-field: no field is called `titel` (did you mean `title`?)
[exit code: 1]

"#]]
    );
    let page = Roles::builtin().words("check --format page").arg("security").folder(scratch.path()).run();
    assert!(page.stdout.contains("kubernets"), "{page}");
}

#[test]
fn a_fault_is_drawn_with_its_line() {
    let scratch = Scratch::new("drawn");
    scratch.write(
        "security/one.yaml",
        "title: One\ntrack: management\nlevel: 4\nsummary: One.\ntools:\n  - {tool: kubernets, proficiency: working}\n",
    );
    let outcome = Roles::builtin().words("check --format page . --skip few-tools --skip few-competencies --skip prose-length --skip unreachable-role").folder(scratch.path()).run();
    assert_data_eq!(
        outcome.to_string(),
        str![[r#"
error[unknown-tool]: no tool is called `kubernets`
  ╭▸ security/one.yaml:6:12
  │
6 │   - {tool: kubernets, proficiency: working}
  │            ━━━━━━━━━
  │
  ╰ help: did you mean `kubernetes`?

.: 1 role, 1 fault
  What a rule asks for: roles check --explain unknown-tool
[exit code: 1]

"#]]
    );
}

#[test]
fn a_place_is_told_as_it_is_opened_from_here() {
    let scratch = Scratch::new("places");
    scratch.write("ours/ladder/security/ciso.yaml", "level: 40\n");
    scratch.write("theirs/security/sre.yaml", "level: 50\n");
    for (folder, place) in [
        ("ours/ladder", "ours/ladder/security/ciso.yaml:1:8: "),
        ("./ours/ladder/", "ours/ladder/security/ciso.yaml:1:8: "),
        ("ours/../ours/ladder", "ours/../ours/ladder/security/ciso.yaml:1:8: "),
    ] {
        let outcome = Roles::builtin().words("check").arg(folder).folder(scratch.path()).run();
        assert!(outcome.stdout.starts_with(place), "{folder}: {outcome}");
    }
    let outcome = Roles::builtin().words("list --catalog ours/ladder --catalog theirs").folder(scratch.path()).run();
    assert!(outcome.stderr.contains("--> ours/ladder/security/ciso.yaml:1:8"), "{outcome}");
    assert!(outcome.stderr.contains("--> theirs/security/sre.yaml:1:8"), "{outcome}");
}

#[test]
fn words_that_no_catalog_has_yet() {
    let scratch = Scratch::new("yet");
    scratch.write("zookeeper.yaml", "hidden: true\n");
    scratch.write("sre.yaml", "tools:\n  - {tool: quuxquux, proficiency: expert}\n");
    scratch.write("one.yaml", "title: One\ntrack: management\nlevel: 4\nsummary: One.\n");
    assert_data_eq!(
        checked(scratch.path(), "--skip few-tools").to_string(),
        str![[r#"
one.yaml: unknown-family: the role `one` has no family (put the file into a family's folder, or add `family:`)
one.yaml:4:10: prose-length: the summary is too short, in words: 1 (a summary has 20 to 90 words; a day has five paragraphs or more, 300 to 1,300 words)
sre.yaml:2:12: unknown-tool: no tool is called `quuxquux` (a new tool is an entry of vocabulary/tools.yaml)
zookeeper.yaml: unknown-role: no catalog beneath has a role `zookeeper` to hide
[exit code: 1]

"#]]
    );
}

#[test]
fn a_circle_is_drawn() {
    let scratch = Scratch::new("circle");
    for (id, before) in [("one", "two"), ("two", "three"), ("three", "one")] {
        let text =
            format!("title: {id}\ntrack: management\nlevel: 4\nsummary: {id} of three.\nprerequisites: [{before}]\n");
        scratch.write(&format!("security/{id}.yaml"), text);
    }
    let outcome = checked(scratch.path(), "--skip few-competencies --skip prose-length --skip two-roles-one-name");
    assert_data_eq!(
        outcome.to_string(),
        str![[r#"
security/three.yaml:5:17: circular-prerequisites: prerequisites run in a circle: one needs two needs three needs one (take one of these prerequisites out; a move both ways is `lateral:`)
[exit code: 1]

"#]]
    );
}

#[test]
fn every_rule_is_listed_and_explained() {
    let names = builtin("check --list-rules --format tsv --fields name").answered();
    let names: Vec<&str> = names.lines().skip(1).collect();
    assert!(names.is_sorted() && names.len() > 35, "{names:?}");
    for name in &names {
        let explained = builtin(&format!("check --explain {name} --format page")).answered();
        assert!(explained.starts_with(name), "{explained}");
    }
}

#[test]
fn the_rules_that_the_code_uses_are_those_that_are_listed() {
    let names = builtin("check --list-rules --format tsv --fields name,kind").answered();
    let listed: BTreeSet<&str> = names.lines().filter_map(|line| line.strip_suffix("\tstructural")).collect();
    let mut used = BTreeSet::new();
    let mut texts = Vec::new();
    let mut folders = vec![repository("src/catalog")];
    while let Some(folder) = folders.pop() {
        for file in std::fs::read_dir(folder).expect("the catalog's code is there").flatten() {
            match file.path().is_dir() {
                true => folders.push(file.path()),
                false => texts.push(std::fs::read_to_string(file.path()).expect("code is text")),
            }
        }
    }
    for text in &texts {
        for quoted in text.split('"').skip(1).step_by(2) {
            if listed.contains(quoted) {
                used.insert(quoted);
            }
        }
    }
    assert_eq!(used, listed);
    let sampled: BTreeSet<String> = samples().into_iter().collect();
    let without: Vec<&&str> = listed.iter().filter(|rule| !sampled.contains(**rule)).collect();
    // These are made by a test below: one is nine megabytes long.
    assert_eq!(without, [&"duplicate-entry", &"file-too-long", &"too-many-files", &"wrong-type"]);
}

#[test]
fn rules_that_no_sample_file_can_break() {
    for (rule, text) in [
        ("file-too-long", format!("title: X\nsummary: {}\n", "x ".repeat(5 << 20))),
        (
            "duplicate-entry",
            "title: X\nsummary: X\ntrack: management\nlevel: 4\nprerequisites: [cto, cto]\n".to_owned(),
        ),
        ("wrong-type", "title: X\nsummary: X\ntrack: management\nlevel: four\n".to_owned()),
        ("wrong-type", "title: X\nsummary: X\ntrack: management\nlevel: 4000\n".to_owned()),
    ] {
        let scratch = Scratch::new(&format!("odd-{rule}"));
        scratch.write("security/x-role.yaml", text);
        let outcome = checked(scratch.path(), "--format tsv --fields rule");
        assert!(outcome.stdout.lines().any(|line| line == rule), "{rule}: {outcome}");
    }
}

/// What somebody else's catalog may hold: each gets its diagnostic, none a panic or a hang.
#[test]
fn hostile_files_are_told() {
    let head = "track: management\nlevel: 4\nsummary: x\n";
    let bomb: String = std::iter::once("a0: &a0 [x,x,x,x,x,x,x,x,x]\n".to_owned())
        .chain(
            (1..30)
                .map(|at| format!("a{at}: &a{at} [*a{0},*a{0},*a{0},*a{0},*a{0},*a{0},*a{0},*a{0},*a{0}]\n", at - 1)),
        )
        .collect();
    let aliases: String = (0..10_000).map(|at| format!("- &x{at} y\n- *x{at}\n")).collect();
    let samples: Vec<(&str, Vec<u8>)> = vec![
        ("bomb", bomb.into()),
        ("deep", "[".repeat(100_000).into()),
        ("braces", "{a: ".repeat(100_000).into()),
        ("aliases", format!("day:\n{aliases}").into()),
        ("empty", Vec::new()),
        ("bom", format!("\u{feff}title: X\n{head}").into()),
        ("crlf", format!("title: X\n{head}").replace('\n', "\r\n").into()),
        ("tabs", b"title: X\n\ttrack: y\n".to_vec()),
        ("twice", format!("title: X\ntitle: Y\n{head}").into()),
        ("binary", vec![0, 159, 146, 150, 0, 0]),
        ("latin", b"title: caf\xe9\n".to_vec()),
        ("null", b"~\n".to_vec()),
        ("documents", b"---\ntitle: a\n---\ntitle: b\n".to_vec()),
        ("nan", format!("title: X\n{head}salary:\n  - {{region: de, source: so_2025, currency: EUR, per: year, basis: gross, kind: earned, year: 2026, median: .nan}}\n").into()),
        ("falling", format!("title: X\n{head}salary:\n  - {{region: de, source: so_2025, currency: EUR, per: year, basis: gross, kind: earned, year: 2026, p25: 5, median: 4}}\n").into()),
    ];
    for (name, bytes) in samples {
        let scratch = Scratch::new(&format!("hostile-{name}"));
        scratch.write(&format!("security/{name}.yaml"), bytes);
        let outcome = checked(scratch.path(), "");
        assert!([0, 1].contains(&outcome.code) && !outcome.stderr.contains("panicked"), "{name}: {outcome}");
        assert!(outcome.stdout.len() < 20_000, "{name}: {} bytes are said", outcome.stdout.len());
    }
}

/// What one file may hold so much of that a look at each would take minutes.
#[test]
fn lists_without_end_are_told_at_once() {
    let head = "title: X\ntrack: management\nlevel: 4\nsummary: x\n";
    let many = |count: usize, line: fn(usize) -> String| (0..count).map(line).collect::<String>();
    let row = |n: usize| format!("  - {{region: r{n}, year: 2026, median: 5}}\n");
    let pay = "source: so_2025\nlabels:\n- {label: X, currency: EUR, per: year, basis: gross, kind: earned, rows: [";
    let salary = |n: usize| {
        format!(
            "  - {{region: de, source: so_2025, currency: C{n}, per: year, basis: gross, kind: earned, year: 2026, median: 5}}\n"
        )
    };
    for (name, path, text, told) in [
        (
            "prerequisites",
            "security/x.yaml",
            format!("{head}prerequisites:\n{}", many(400_000, |n| format!("- n{n}\n"))),
            "more values than are read",
        ),
        (
            "salaries",
            "security/x.yaml",
            format!("{head}salary:\n{}", many(60_000, salary)),
            "more values than are read",
        ),
        (
            "tools",
            "security/x.yaml",
            format!("{head}tools:\n{}", many(1_500, |n| format!("- {{tool: n{n}, proficiency: working}}\n"))),
            "no tool is called `n1499`",
        ),
        (
            "rows",
            "evidence/pay/x.yaml",
            format!("{}]}}\n", pay.to_owned() + &many(20_000, row).replace("  - ", "").replace('\n', ", ")),
            "no region is called `r19999`",
        ),
    ] {
        let scratch = Scratch::new(&format!("endless-{name}"));
        scratch.write(path, text);
        let outcome = checked(scratch.path(), "");
        assert!(outcome.code == 1 && outcome.stdout.contains(told), "{name}: {}", outcome.stderr);
    }
}

#[test]
fn a_long_circle_is_drawn_by_its_ends() {
    let scratch = Scratch::new("long-circle");
    for number in 0..200 {
        let before = (number + 1) % 200;
        let text = format!("title: R{number}\ntrack: management\nlevel: 4\nsummary: x\nprerequisites: [r{before}]\n");
        scratch.write(&format!("security/r{number}.yaml"), text);
    }
    let outcome = checked(scratch.path(), "--format tsv --fields message");
    let drawn = outcome.stdout.lines().find(|line| line.contains("circle")).expect("it is told");
    assert!(drawn.contains(" … 188 more … ") && drawn.len() < 300, "{drawn}");
}

#[test]
fn limits_of_the_parser_are_told_in_words() {
    for (text, told) in [
        (
            "day:\n".to_owned() + &(0..2_000).map(|at| format!("- &x{at} y\n- *x{at}\n")).collect::<String>(),
            "the file has more aliases than are followed",
        ),
        ("title: a\n---\ntitle: b\n".to_owned(), "the file holds more than one YAML document"),
        ("? ".repeat(50), "the file nests too deep"),
        ("[".repeat(500), "recursion limit exceeded"),
    ] {
        let scratch = Scratch::new("limits");
        scratch.write("security/x.yaml", text);
        let outcome = checked(scratch.path(), "--format tsv --fields rule,message");
        assert_eq!(outcome.to_string(), format!("rule\tmessage\nsyntax\t{told}\n[exit code: 1]\n"));
    }
}

#[test]
fn a_file_of_two_gigabytes_is_not_read_to_its_end() {
    let scratch = Scratch::new("two-gigabytes");
    let file = std::fs::File::create(scratch.write("security/x.yaml", "")).expect("the file can be made");
    if file.set_len(2 << 30).is_err() {
        return;
    }
    let outcome = checked(scratch.path(), "--format tsv --fields rule");
    assert_eq!(outcome.to_string(), "rule\nfile-too-long\n[exit code: 1]\n");
}

#[test]
fn escapes_in_names_of_files_are_never_sent_raw() {
    let scratch = Scratch::new("escapes-in-names");
    scratch.write("security/\u{1b}[31mx\u{202e}.yaml", "title: X\n");
    for line in ["check .", "check . --format page", "--catalog . list", "--catalog . --no-cache show cto"] {
        let outcome = Roles::builtin().words(line).folder(scratch.path()).run().to_string();
        assert!(outcome.contains("bad-id") && !outcome.contains(['\u{1b}', '\u{202e}']), "{line}: {outcome:?}");
    }
}

#[test]
fn a_file_that_may_not_be_read_is_told() {
    use std::os::unix::{fs::PermissionsExt, process::CommandExt};
    let scratch = Scratch::new("forbidden");
    let file = scratch.write("ladder/security/x.yaml", "title: X\n");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o000)).expect("it can be closed");
    // From where anybody may run it: root reads all files, and becomes nobody.
    let program = scratch.path().join("roles");
    std::fs::copy(PROGRAM, &program).expect("the program can be copied");
    let mut command = std::process::Command::new(program);
    command.args(["check", "ladder", "--format", "tsv", "--fields", "file,rule"]).current_dir(scratch.path());
    if std::fs::read(&file).is_ok() {
        command.uid(65_534).gid(65_534);
    }
    let Ok(output) = command.output() else {
        return crate::support::skipped("a_file_that_may_not_be_read_is_told", "a user that is not root");
    };
    let told = "file\trule\nladder/security/x.yaml\tunreadable-file\n";
    assert_eq!((String::from_utf8_lossy(&output.stdout).as_ref(), output.status.code()), (told, Some(1)));
}

#[test]
fn ids_that_yaml_would_read_as_something_else_are_ids() {
    let scratch = Scratch::new("ids");
    for id in ["no", "1-10", "null", "true"] {
        scratch.write(
            &format!("security/{id}.yaml"),
            format!("title: The {id} role\ntrack: management\nlevel: 4\nsummary: x\n"),
        );
    }
    for id in ["no", "1-10", "null", "true"] {
        let shown = Roles::builtin()
            .words("show")
            .arg(id)
            .words("--section summary --catalog")
            .arg(scratch.path())
            .run()
            .answered();
        assert!(shown.contains(&format!("The {id} role")), "{shown}");
    }
}

#[test]
fn escapes_in_a_title_are_never_sent_raw() {
    let scratch = Scratch::new("escapes");
    scratch.write(
        "security/evil.yaml",
        "title: \"a\\e[31mred\\u202Eb\"\ntrack: management\nlevel: 4\nsummary: \"x\\a\\e]0;title\\a\"\n",
    );
    for format in ["page", "lines", "tsv", "csv", "md", "json"] {
        let shown = Roles::builtin()
            .words("show evil --format")
            .arg(format)
            .arg("--catalog")
            .arg(scratch.path())
            .run()
            .answered();
        assert!(!shown.contains('\u{1b}') && !shown.contains('\u{7}'), "{format}: {shown:?}");
        assert!(format == "json" || !shown.contains('\u{202e}'), "{format}: {shown:?}");
    }
}

#[test]
fn files_that_are_none_are_told() {
    let scratch = Scratch::new("no-files");
    std::fs::create_dir_all(scratch.path().join("security/folder.yaml")).expect("a folder can be made");
    let pipe: PathBuf = scratch.path().join("security/pipe.yaml");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().is_ok_and(|status| status.success());
    std::os::unix::fs::symlink("loop.yaml", scratch.path().join("security/loop.yaml")).expect("a link can be made");
    std::os::unix::fs::symlink("/etc", scratch.path().join("security/out")).expect("a link can be made");
    let outcome = checked(scratch.path(), "--format tsv --fields file,rule");
    assert!(outcome.stdout.contains("security/folder.yaml\tnot-a-file"), "{outcome}");
    assert!(!made || outcome.stdout.contains("security/pipe.yaml\tnot-a-file"), "{outcome}");
    assert!(outcome.stdout.contains("security/loop.yaml\tunreadable-file"), "{outcome}");
    assert!(
        outcome.stdout.contains("security/out\tlink-outside") || !std::path::Path::new("/etc").exists(),
        "{outcome}"
    );
}

#[test]
fn a_ladder_that_was_copied_is_told_role_by_role() {
    let scratch = Scratch::new("copied");
    for number in 0..60 {
        let day = if number % 2 == 0 { "Budgets, boards, hiring plans." } else { "Kernels, queues, page faults." };
        let text = format!(
            "title: Copied {number}\ntrack: management\nlevel: 2\nfamily: security\nsummary: S.\nday: [\"{day}\"]\n"
        );
        scratch.write(&format!("copied-{number}.yaml"), text);
    }
    let told = Roles::builtin().words("check .").folder(scratch.path()).run();
    let swappable = told.stdout.lines().filter(|line| line.contains(" swappable-day: ")).count();
    assert!((30..=60).contains(&swappable), "{swappable} of {} lines", told.stdout.lines().count());
}
