//! Bad input gets one clear line, a hint that can be typed and the exit code of the README; never a panic.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::process::Stdio;

use snapbox::{assert_data_eq, str};

use crate::support::{Outcome, Roles, Scratch, builtin, miniature, sample};

/// One line that begins with `error: `, then hints; nothing on stdout.
#[track_caller]
fn is_clear(outcome: &Outcome, code: i32) {
    assert_eq!(outcome.code, code, "{outcome}");
    assert_eq!(outcome.stdout, "");
    let mut lines = outcome.stderr.lines();
    let first = lines.next().expect("something is said");
    assert!(first.starts_with("error: "), "{outcome}");
    assert!(!first.ends_with('.'), "{outcome}");
    assert!(lines.all(|line| line.starts_with("hint: ")), "{outcome}");
    assert!(!outcome.stderr.contains("panicked"), "{outcome}");
}

#[test]
fn an_unknown_command() {
    assert_data_eq!(
        builtin("shwo cto").to_string(),
        str![[r#"
------- stderr -------
error: no command is called `shwo`
hint: did you mean `show`?
[exit code: 2]

"#]]
    );
}

#[test]
fn an_unknown_role() {
    assert_data_eq!(
        builtin("show ctoo").to_string(),
        str![[r#"
------- stderr -------
error: no role is called `ctoo`
hint: did you mean `roles show cto`?
[exit code: 2]

"#]]
    );
}

#[test]
fn a_name_that_means_several_roles() {
    let outcome = builtin("show engineer");
    is_clear(&outcome, 2);
    assert!(outcome.stderr.contains("may mean"), "{outcome}");
}

#[test]
fn unknown_words_of_every_kind() {
    for line in [
        "show cto --section sumary",
        "show cto --region atlantis",
        "show cto --format pge",
        "show cto --colour",
        "list --family no-such",
        "list --track no-such",
        "list --level 12",
        "list --tool no-such-tool-at-all",
        "list --competency architecture:200",
        "list --competency no-such-competency",
        "why cto no-such-thing",
        "sources no-such-source",
        "competencies no-such",
        "tools no-such-tool-at-all",
        "check --explain no-such-rule",
        "check /no/such/folder",
        "show cto --catalog /no/such/folder",
        "list --no-builtin",
        "gap cto --profile /no/such/file",
        "path a b c d e f",
        "compare cto",
        "show cto --format dot",
        "list --format yaml",
        "list --format csv --fields role,nope",
        "show cto --width wide",
        "prereqs cto --depth 0",
        "path cto --max 0",
        "prereqs cto ciso",
        "new ../../etc",
        "salary",
        "salary cto ciso --sort median",
    ] {
        is_clear(&builtin(line), 2);
    }
}

#[test]
fn what_is_asked_rightly_and_is_not_there() {
    for line in [
        "search zyzzyva",
        "path cto intern-software-engineer",
        "path cto cto",
        "list --family security --level executive",
        "why cto kubernetes-in-mordor-is-not cto",
    ] {
        let outcome = builtin(line);
        assert!([1, 2].contains(&outcome.code), "{outcome}");
    }
    is_clear(&builtin("search zyzzyva"), 1);
    is_clear(&builtin("path cto intern-software-engineer"), 1);
    is_clear(&builtin("path cto cto"), 1);
    is_clear(&builtin("list --family security --level executive"), 1);
    is_clear(&miniature("salary loner"), 1);
}

#[test]
fn empty_arguments() {
    for command in ["show", "prereqs", "next", "path", "compare", "why", "search", "sources", "tools", "competencies"] {
        is_clear(&Roles::builtin().arg(command).arg("").run(), 2);
    }
    for option in ["--family", "--track", "--level", "--tool", "--competency"] {
        is_clear(&Roles::builtin().arg("list").arg(option).arg("").run(), 2);
    }
    is_clear(&Roles::builtin().words("show cto --region").arg("").run(), 2);
    is_clear(&Roles::builtin().words("list --catalog").arg("").run(), 2);
    is_clear(&Roles::builtin().words("list --format tsv --fields").arg("").run(), 2);
}

/// A hint may be typed: in a catalog of one's own, it names nothing of the built-in one.
#[test]
fn hints_name_what_is_there() {
    for line in [
        "prereqs engineer cto",
        "compare engineer",
        "path engineer cto sre",
        "search ++",
        "salary",
        "salary --sort median --region us",
        "list --competency people:x",
        "show engineer --format dot",
        "list --format yaml",
    ] {
        let outcome = miniature(line);
        is_clear(&outcome, 2);
        for foreign in ["kubernetes", "vp-engineering`", "junior-software-engineer", "architecture:80", "--region de"] {
            assert!(!outcome.stderr.contains(foreign), "{line}: {outcome}");
        }
    }
    assert_data_eq!(
        miniature("prereqs engineer cto").to_string(),
        str![[r#"
------- stderr -------
error: `engineer cto` names more than one role
hint: this command takes one role: `engineer`
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        miniature("compare engineer").to_string(),
        str![[r#"
------- stderr -------
error: `engineer` is one role
hint: name two or more: `roles compare engineer senior-engineer`
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        miniature("path engineer cto sre").to_string(),
        str![[r#"
------- stderr -------
error: `engineer cto sre` names 3 roles
hint: a path has two ends: `roles path engineer sre`
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        miniature("search ++").to_string(),
        str![[r#"
------- stderr -------
error: there is no word to search for
hint: `roles search intern`
[exit code: 2]

"#]]
    );
}

/// Two of five commands, and all with `ROLES_ALL`.
#[test]
fn a_very_long_argument() {
    for command in sample(["show", "search", "why", "sources", "tools"], 3) {
        let outcome = Roles::builtin().arg(command).arg("x".repeat(100_000)).run();
        assert!([1, 2].contains(&outcome.code), "{command}");
        assert!(outcome.stderr.len() < 1_000, "{command}: {} bytes", outcome.stderr.len());
    }
    let words = "word ".repeat(20_000);
    is_clear(&Roles::builtin().arg("show").arg(words).run(), 2);
}

#[test]
fn bytes_that_are_not_utf_8() {
    let odd = || OsString::from_vec(vec![b'c', 0xff, b'o']);
    for command in ["show", "search", "prereqs", "path", "why", "list"] {
        is_clear(&Roles::builtin().arg(command).arg(odd()).run(), 2);
    }
    for option in ["--width", "--format", "--color", "--fields", "--catalog"] {
        is_clear(&Roles::builtin().arg(option).arg(odd()).arg("list").run(), 2);
        is_clear(&Roles::builtin().words("show cto").arg(option).arg(odd()).run(), 2);
    }
    is_clear(&Roles::builtin().arg(odd()).run(), 2);
    assert_data_eq!(
        Roles::builtin().arg("--width").arg(odd()).run().to_string(),
        str![[r#"
------- stderr -------
error: an argument is not UTF-8
hint: `roles --help` lists what there is
[exit code: 2]

"#]]
    );
}

#[test]
fn control_characters_are_named_and_not_sent() {
    let outcome = Roles::builtin().arg("show").arg("a\u{1b}[31mb\u{202e}c").run();
    is_clear(&outcome, 2);
    assert!(!outcome.stderr.contains('\u{1b}') && !outcome.stderr.contains('\u{202e}'), "{outcome}");
}

#[test]
fn odd_widths_and_terminals_change_nothing_in_a_pipe() {
    let plain = builtin("show cto").answered();
    for (name, value) in [
        ("COLUMNS", "0"),
        ("COLUMNS", "1"),
        ("COLUMNS", "100000"),
        ("COLUMNS", "abc"),
        ("TERM", "dumb"),
        ("NO_COLOR", "1"),
        ("LANG", "C"),
    ] {
        let outcome = Roles::builtin().words("show cto").env(name, value).run();
        assert_eq!(outcome.answered(), plain, "{name}={value}");
    }
}

#[test]
fn a_page_is_drawn_at_any_width() {
    for width in ["0", "1", "10", "19", "501", "4294967295"] {
        assert_eq!(
            builtin(&format!("show cto --format page --width {width}")).to_string(),
            format!(
                "------- stderr -------\nerror: `{width}` is no value for `--width`\nhint: it takes 20 to 500\n\
                 [exit code: 2]\n"
            )
        );
    }
    for width in ["20", "33", "60", "80", "200", "500"] {
        let page = builtin(&format!("show cto --format page --width {width}")).answered();
        let columns = width.parse::<usize>().unwrap();
        let widest = page.lines().map(|line| line.chars().count()).max().unwrap_or(0);
        assert!(widest <= columns, "{width}: a line of {widest}");
    }
}

#[test]
fn a_reader_who_has_enough_is_no_error() {
    let mut command = Roles::builtin().words("list").command();
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn a_write_that_fails_is_told() {
    let Ok(full) = std::fs::OpenOptions::new().write(true).open("/dev/full") else {
        return crate::support::skipped("a_write_that_fails_is_told", "/dev/full");
    };
    let output = Roles::builtin().words("show cto").command().stdout(full).output().expect("the program runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2));
    assert!(said.starts_with("error: cannot write the answer: "), "{said}");
}

#[test]
fn a_closed_stdout_does_not_panic() {
    let output = std::process::Command::new("sh")
        .args(["-c", &format!("{} show cto >&-", crate::support::PROGRAM)])
        .output()
        .expect("a shell runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!said.contains("panicked"), "{said}");
    assert!([0, 2].contains(&output.status.code().unwrap_or(-1)), "{said}");
}

/// Every fifth word of a command; all of them with `ROLES_ALL`.
#[test]
fn no_argument_makes_it_panic() {
    let scratch = Scratch::new("odd");
    let inner = scratch.path().join("a/b");
    std::fs::create_dir_all(&inner).expect("folders can be made");
    let odd = [
        "",
        " ",
        "-",
        "--",
        "---",
        "'",
        "\"",
        "\\",
        "\0x",
        "%s",
        "../..",
        "cto:",
        ":80",
        "::",
        "🦀",
        "\u{301}",
        "a\tb",
        "-1",
        "--section=",
        "--max=-1",
    ];
    let commands = roles::request::names().into_iter().filter(|name| roles::request::is_question(name));
    let commands: Vec<String> = commands.chain(["check".to_owned()]).collect();
    let words = odd.iter().filter(|word| !word.contains('\0'));
    let lines = words.flat_map(|word| commands.iter().map(move |command| (command, word)));
    for (command, word) in sample(lines, 5) {
        let outcome = Roles::builtin().arg(command).arg(word).folder(&inner).run();
        assert!(
            [0, 1, 2].contains(&outcome.code) && !outcome.stderr.contains("panicked"),
            "{command} {word:?}: {outcome}"
        );
    }
}

#[test]
fn a_word_too_many_is_no_option() {
    assert_eq!(
        builtin("families security").to_string(),
        "------- stderr -------\nerror: there is no place for `security`\nhint: did you mean `roles list --family security` or `roles list --competency security`?\n[exit code: 2]\n"
    );
}

#[test]
fn a_new_role_makes_its_folder() {
    let scratch = Scratch::new("new-folder");
    let outcome = Roles::builtin().words("new my-role --dir our/ladder").folder(scratch.path()).run();
    assert_eq!(outcome.answered(), "wrote our/ladder/my-role.yaml\n");
    assert!(scratch.path().join("our/ladder/my-role.yaml").is_file());
}

#[test]
fn a_new_role_never_overwrites() {
    let scratch = Scratch::new("new");
    let written = scratch.write("my-role.yaml", "mine");
    let outcome = Roles::builtin().words("new my-role").folder(scratch.path()).run();
    is_clear(&outcome, 2);
    assert_eq!(std::fs::read_to_string(written).expect("the file is there"), "mine");
}
