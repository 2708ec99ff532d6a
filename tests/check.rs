//! `roles check`: each rule has a sample that breaks it, and nothing else.

use std::collections::BTreeSet;
use std::path::PathBuf;

use snapbox::{assert_data_eq, str};

use crate::support::{Outcome, PROGRAM, Roles, Scratch, builtin, repository, sample};

/// Checks a folder laid over as few words as its files can do with.
fn checked(folder: &std::path::Path, more: &str) -> Outcome {
    Roles::bare().words("check .").words(more).folder(folder).run()
}

/// The same over the built-in catalog, where its roles or the hints that lead to it are in question.
fn over_builtin(folder: &std::path::Path, more: &str) -> Outcome {
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

/// Rules that the miniature catalog breaks: its staff engineers go up and aside to engineering managers, and it is
/// warned of more.
fn skipping_all_but(rule: &str, warnings: &[&str]) -> String {
    let others = warnings.iter().filter(|warning| **warning != rule);
    ["two-kinds-of-move"].iter().chain(others).map(|skipped| format!(" --skip {skipped}")).collect()
}

/// Every seventh sample; all of them with `ROLES_ALL`.
#[test]
fn each_sample_breaks_its_rule_and_no_other() {
    let kinds = builtin("check --list-rules --format tsv --fields name,kind").answered();
    let warnings: Vec<&str> = kinds.lines().filter_map(|line| line.strip_suffix("\twarning")).collect();
    for rule in sample(samples(), 7) {
        let scratch = merged(&rule);
        let outcome = Roles::builtin()
            .words("check --no-builtin --format tsv --fields rule")
            .arg(scratch.path())
            .words(&skipping_all_but(&rule, &warnings))
            .run();
        let broken: BTreeSet<&str> = outcome.stdout.lines().skip(1).collect();
        let code = i32::from(!warnings.contains(&rule.as_str()));
        assert_eq!((broken, outcome.code), (BTreeSet::from([rule.as_str()]), code), "{rule}: {outcome}");
    }
}

#[test]
fn faults_are_told_at_once_and_sorted() {
    let scratch = Scratch::new("faults");
    scratch.write("security/one.yaml", "title: One\ntrack: management\nlevel: 40\nsummary: One.\ntools:\n  - {tool: kubernets, proficiency: working}\n");
    scratch.write("security/two.yaml", "titel: Two\n");
    let outcome = over_builtin(scratch.path(), "");
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
    let outcome = Roles::named().words("check --format page .").folder(scratch.path()).run();
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
#[ignore = "long, over the built-in catalog"]
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
        over_builtin(scratch.path(), "").to_string(),
        str![[r#"
one.yaml: unknown-family: the role `one` has no family (put the file into a family's folder, or add `family:`)
sre.yaml:2:12: unknown-tool: no tool is called `quuxquux` (`roles tools` lists them; a new tool is an entry of vocabulary/tools.yaml)
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
    let outcome = checked(scratch.path(), "--skip two-roles-one-name");
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
fn every_rule_stands_in_the_table_of_the_guide() {
    let guide = std::fs::read_to_string(repository("roles/README.md")).expect("it is there");
    let names = builtin("check --list-rules --format tsv --fields name --no-header").answered();
    let unsaid: Vec<&str> = names.lines().filter(|name| !guide.contains(&format!("`{name}`"))).collect();
    assert!(unsaid.is_empty(), "{unsaid:?}");
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

/// What one file may hold so much of that a look at each would take minutes. Two lists of the four, and all with `ROLES_ALL`.
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
    let lists = [
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
    ];
    for (name, path, text, told) in sample(lists, 2) {
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
        ("[".repeat(500), "the file nests too deep"),
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
        let outcome = Roles::named().words(line).folder(scratch.path()).run().to_string();
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
        let shown = Roles::named()
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
        let shown = Roles::named()
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
    let told = Roles::named().words("check . --style house").folder(scratch.path()).run();
    assert_eq!(told.code, 0, "{}", told.stderr);
    let swappable = told.stdout.lines().filter(|line| line.contains(" warning: swappable-day: ")).count();
    assert!((30..=60).contains(&swappable), "{swappable} of {} lines", told.stdout.lines().count());
}

/// What is told of a role's file that ends with some lines, without the place of the file.
fn told(lines: &str) -> String {
    told_by(checked, lines)
}

fn told_by(check: fn(&std::path::Path, &str) -> Outcome, lines: &str) -> String {
    let scratch = Scratch::new("words");
    scratch.write("security/x.yaml", format!("title: X\ntrack: management\nsummary: S\n{lines}"));
    let outcome = check(scratch.path(), "");
    outcome.stdout.replace("security/x.yaml:", "")
}

#[test]
fn the_parsers_faults_are_told_in_words_of_this_program() {
    let of_levels = told_by(over_builtin, "level: senior\n");
    let told: String = [
        "level: 4\naliases: [x, null]\n",
        "level: 4\naliases:\n- x\n-\n",
        "level: 4\naliases: x\n",
        "level: 4\ncompetencies:\n- {competency: ownership, weight: 0.8}\n",
        "level: 4\ntools: [git, python]\n",
        "level: 4\ntools:\n- git\n",
        "level: 4\ntools:\n  git: working\n",
        "level: 4\nhidden: yes\n",
        "level:4\n",
        "level: 4\nurl:https://a.example\n",
        "level: 4\nday:\n- Lead: the one\n",
        "level: 4\nurl: Lead: the one\n",
        "level: 4\nurl: @here\n",
        "level: 4\nurl: 'it's'\n",
        "level: 4\nurl: \"C:\\work\"\n",
        "level: 4\nday: [a, b\n",
        "level: 4\nday:\n\t- a\n",
        "level: 4\nday: *a\n",
        "level: 4\nday: &a [*a]\n",
        "level: 4\n<<: x\n",
        "level: 4\nurl: a\u{1}b\n",
        "level: 4\nnull: x\n",
        "level: 4\noccupations: {gdad: x}\n",
        "level: 4\npay:\n- {source: so_2025, label: x, match: }\n",
        "level: 4\nurl: x\n - y\n",
    ]
    .map(told)
    .concat();
    assert_data_eq!(
        of_levels + &told,
        str![[r#"
4:8: wrong-type: `level` takes a rank from 1 to 9, not `senior` (`roles levels` lists the ranks and what they are called)
5:14: wrong-type: an entry of `aliases` takes text, not `null` (put the text into quotes, or take it out)
7:2: wrong-type: an entry of `aliases` takes text, not nothing (write a text behind it, or take the line out)
5:10: wrong-type: `aliases` takes a list, not `x` (write a list, `aliases: [one, two]`, or one `- value` a line)
6:35: wrong-type: `weight` takes a whole number from 0 to 100, not `0.8` (write its digits alone, without sign, quotes or unit)
5:9: wrong-type: an entry of `tools` takes fields, not `git` (an entry is `{tool: git, proficiency: working}`)
6:3: wrong-type: an entry of `tools` takes fields, not `git` (an entry is `{tool: git, proficiency: working}`)
6:3: wrong-type: `tools` takes a list, not fields (one entry a line: `- {tool: git, proficiency: working}`)
5:9: wrong-type: `hidden` takes true or false, not `yes` (write `true` or `false`)
4:6: syntax: a colon needs a space behind it (write `level: 4`)
5:4: syntax: a colon needs a space behind it (write `url: https://a.example`)
6:3: wrong-type: an entry of `day` takes text, not fields (put the text into quotes, or take it out)
5:10: syntax: a text with a colon in it is read as another field (put the text into quotes)
5:6: syntax: a text cannot begin with `@` (put the text into quotes)
5:10: syntax: a quotation is not closed, or goes on behind its end (end it with the mark that it begins with; within it, write that mark twice or take the other quotes)
5:6: syntax: a backslash in double quotes begins a sign that is not there (write it twice, or put the text into single quotes)
5:6: syntax: a list in brackets is not closed (part its values by commas, and end it with `]`)
6:2: syntax: a line is indented with a tab (indent with spaces)
5:6: syntax: nothing is marked as `*a` (a text that begins with `*` stands in quotes)
5:10: syntax: an alias stands within what it stands for (write out what they stand for)
5:5: syntax: `<<` takes in other fields, and there are none (write `<<: *name`, where `&name` marks fields)
5:6: syntax: a control character stands here: `/u{1}` (take it out)
5:1: wrong-type: a field's name is text, and `null` is none (put it into quotes)
5:21: wrong-type: `gdad` takes fields, not `x` (an entry is `{role: "Software developer", level: "Lead"}`)
6:36: unknown-word: a word is missing here (one of: exact, close, proxy)
5:6: bad-url: `x - y` is no address of the web (write it whole, and other letters as `%` codes: `https://example.org/ladder`)
6:2: syntax: the line begins with a dash, and is read as part of the text in line 5 (put the text into quotes; a list begins on the line below its field)

"#]]
    );
}

#[test]
fn tables_are_told_of_in_the_same_words() {
    let scratch = Scratch::new("words-of-tables");
    scratch.write("vocabulary/families.yaml", "security: {title: Security}\n");
    scratch.write("vocabulary/levels.yaml", "- rank: first\n");
    scratch.write("vocabulary/tools.yaml", "- git\n");
    scratch.write("vocabulary/sources.yaml", "- id: null\n");
    scratch.write("evidence/pay/x.yaml", "source: so_2025\nlabels:\n- {label: x, rows: 5}\n");
    assert_data_eq!(
        checked(scratch.path(), "").to_string(),
        str![[r#"
vocabulary/families.yaml:1:1: wrong-type: a list is expected here, not fields (write a list, `name: [one, two]`, or one `- value` a line)
vocabulary/levels.yaml:1:9: wrong-type: `rank` takes a rank from 1 to 9, not `first` (write its digits alone, without sign, quotes or unit)
vocabulary/sources.yaml:1:7: wrong-type: `id` takes text, not `null` (put the text into quotes, or take it out)
vocabulary/tools.yaml:1:3: wrong-type: fields are expected here, not `git` (write fields, `name: value`, one a line and indented alike)
evidence/pay/x.yaml:3:20: wrong-type: `rows` takes a list, not `5` (write a list, `rows: [one, two]`, or one `- value` a line)
[exit code: 1]

"#]]
    );
}

#[test]
fn an_unknown_track_lists_the_tracks() {
    let scratch = Scratch::new("tracks");
    for (id, track) in [("near", "managment"), ("far", "zz")] {
        scratch.write(&format!("security/{id}.yaml"), format!("title: {id}\ntrack: {track}\nlevel: 4\nsummary: S\n"));
    }
    assert_data_eq!(
        checked(scratch.path(), "").to_string(),
        str![[r#"
security/far.yaml:2:8: unknown-track: no track is called `zz` (the tracks are `individual-contributor`, `management` and `executive`)
security/near.yaml:2:8: unknown-track: no track is called `managment` (did you mean `management`? the tracks are `individual-contributor`, `management` and `executive`)
[exit code: 1]

"#]]
    );
}

#[test]
fn causes_come_before_their_consequences() {
    let scratch = Scratch::new("causes");
    scratch.write("acme/a.yaml", "title: A\ntrack: acme\nlevel: 40\nsummary: S\nfamily: acme\n");
    scratch.write("vocabulary/tracks.yaml", "- {id: acme, title:Acme, definition: D}\n");
    scratch.write("vocabulary/families.yaml", "- id: acme\n  titel: Acme\n");
    for line in ["check .", "--catalog . --no-cache list"] {
        let outcome = Roles::named().words(line).folder(scratch.path()).run();
        let told = outcome.stdout + &outcome.stderr;
        let at = |what: &str| told.find(what).unwrap_or_else(|| panic!("{line}: {what}: {told}"));
        assert!(at("vocabulary/families.yaml") < at("acme/a.yaml"), "{told}");
        assert!(at("vocabulary/tracks.yaml") < at("acme/a.yaml"), "{told}");
    }
}

#[test]
fn role_files_know_tools_and_competencies_by_title_and_alias() {
    let scratch = Scratch::new("titles-in-files");
    let role = |id: &str, tool: &str, competency: &str| {
        scratch.write(
            &format!("security/{id}.yaml"),
            format!(
                "title: {id}\ntrack: management\nlevel: 4\nsummary: S\ntools:\n- {{tool: {tool}, proficiency: expert}}\n\
                 competencies:\n- {{competency: {competency}, weight: 80}}\n"
            ),
        )
    };
    role("a", "kubernetes", "coaching");
    role("b", "K8s", "Coaching and capability building");
    let json = |id: &str| {
        let answer = Roles::named()
            .words(&format!("--catalog . show {id} --format json --section tools --section competencies"));
        answer.folder(scratch.path()).run().answered().replace(&format!("\"{id}\""), "\"id\"")
    };
    assert_eq!(json("a"), json("b"));
    scratch.write(
        "security/b.yaml",
        "title: b\ntrack: management\nlevel: 4\nsummary: S\ntools:\n- {tool: k8s, proficiency: expert}\n\
         - {tool: kubernetes, proficiency: working}\n- {tool: kubernets, proficiency: working}\n",
    );
    assert_data_eq!(
        Roles::named().words("check .").folder(scratch.path()).run().to_string(),
        str![[r#"
security/b.yaml:7:10: duplicate-entry: `kubernetes` stands in this list twice (take one of the two out)
security/b.yaml:8:10: unknown-tool: no tool is called `kubernets` (did you mean `kubernetes`?)
[exit code: 1]

"#]]
    );
}

/// Who searches for the work types what the trade calls it.
#[test]
#[ignore = "long, over the built-in catalog"]
fn a_page_that_has_none_of_the_terms_of_its_trade_is_warned_of() {
    let told = |summary: &str| {
        let scratch = Scratch::new("avoided-terms");
        let role = format!(
            "title: Quiet Architect\nfamily: architecture\ntrack: individual-contributor\nlevel: 4\nsummary: {summary}\n\
             competencies:\n  - {{competency: architecture, weight: 90, level: expert, why: It is the work.}}\n"
        );
        scratch.write("quiet-architect.yaml", role);
        scratch.write("catalog.yaml", "style: house\n");
        let skipped = "--skip few-tools --skip few-competencies --skip prose-length --skip unreachable-role";
        let check = Roles::builtin().words("check . --format tsv --fields severity,rule,message").words(skipped);
        check.folder(scratch.path()).run().stdout
    };
    assert_eq!(
        told("Draws boxes."),
        "severity\trule\tmessage\nerror\tavoided-terms\tthe page has none of the terms of `architecture`\n"
    );
    assert_eq!(told("Divides a system into microservices."), "severity\trule\tmessage\n");
}
