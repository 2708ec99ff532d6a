//! Completion, in the shells themselves where they are there; and the manual pages.

use std::process::Command;

use snapbox::{assert_data_eq, str};

use crate::support::{
    PROGRAM, Roles, Scratch, builtin, has, in_terminal, is_all, path_with_program, repository, sample, skipped,
};

/// Asks as bash's script does.
fn candidates(words: &[&str]) -> String {
    let index = (words.len() - 1).to_string();
    let mut roles = Roles::builtin().arg("--");
    for word in words {
        roles = roles.arg(*word);
    }
    roles.env("ROLES_COMPLETE", "bash").env("_CLAP_COMPLETE_INDEX", index).env("_CLAP_IFS", "\n").run().answered()
}

#[test]
fn the_catalogs_words_are_completed() {
    for (words, expected) in [
        (vec!["roles", "sh"], "show"),
        (vec!["roles", "show", "ct"], "cto"),
        (vec!["roles", "path", "junior-software-engineer", "cis"], "ciso"),
        (vec!["roles", "salary", "--region", "us-c"], "us-ca"),
        (vec!["roles", "list", "--tool", "kubern"], "kubernetes"),
        (vec!["roles", "list", "--family", "secu"], "security"),
        (vec!["roles", "list", "--competency", "archi"], "architecture"),
        (vec!["roles", "sources", "so_2025_o"], "so_2025_official"),
        (vec!["roles", "show", "cto", "--section", "sal"], "salary"),
        (vec!["roles", "check", "--explain", "shared-r"], "shared-run"),
        (vec!["roles", "completions", "fi"], "fish"),
    ] {
        let found = candidates(&words);
        assert!(found.lines().any(|line| line == expected), "{words:?}: {found}");
    }
}

/// A command that shows one of its listing has a line in `completed` of `src/app/completion.rs`.
#[test]
fn one_of_each_listing_is_completed() {
    let takes_one = |name: &String| builtin(&format!("{name} -h")).answered().contains("[ID]...");
    let listings: Vec<String> = roles::request::names().into_iter().filter(takes_one).collect();
    assert!(listings.len() >= 4, "{listings:?}");
    for name in listings {
        let found = candidates(&["roles", &name, ""]);
        let is_completed = found.lines().next().is_some_and(|first| !first.starts_with('-'));
        assert!(is_completed, "`(\"ID\", \"{name}\")` has no line in `completed`: {found}");
    }
}

/// What begins an id in another case, and titles, are completed by the ids of their roles.
#[test]
fn titles_are_completed_by_ids() {
    let shown = |typed: &str| candidates(&["roles", "show", typed]);
    let chief = shown("Chief");
    assert_eq!(chief, shown("chief"));
    assert!(chief.lines().any(|id| id == "chief-architect"), "{chief}");
    assert!(chief.lines().all(|id| id.starts_with("chief-")), "{chief}");
    assert_eq!([shown("Site"), shown("site"), shown("zyzzyva")], ["sre", "sre", ""]);
}

#[test]
fn a_catalog_laid_over_is_completed_too() {
    let scratch = Scratch::new("completed");
    scratch.write(
        "zebra-keeper.yaml",
        "title: Zebra Keeper\nfamily: security\ntrack: management\nlevel: 4\nsummary: Keeps zebras.\n",
    );
    let folder = scratch.path().to_string_lossy().into_owned();
    let found = candidates(&["roles", "--catalog", &folder, "show", "zeb"]);
    assert_eq!(found.trim(), "zebra-keeper");
}

#[test]
fn a_catalog_with_a_fault_is_completed_as_far_as_it_can_be_read() {
    let scratch = Scratch::new("completed-broken");
    scratch.write("zebra-keeper.yaml", "title: Zebra Keeper\noops: 1\n");
    scratch.write("mainframe-engineer.yaml", "hidden: true\n");
    scratch.write("vocabulary/tools.yaml", "- {id: zebra-brush, title: Brush, group: Data}\n");
    let folder = scratch.path().to_string_lossy().into_owned();
    let shown = |word| candidates(&["roles", "--catalog", &folder, "show", word]).trim().to_owned();
    assert_eq!([shown("zeb"), shown("mainframe-e"), shown("cto")], ["zebra-keeper", "", "cto"]);
    assert_eq!(candidates(&["roles", "--catalog", &folder, "list", "--tool", "zeb"]).trim(), "zebra-brush");
}

/// Where no id begins so, names and titles are completed by the ids of their roles.
#[test]
fn titles_are_completed_where_no_id_begins_so() {
    assert_eq!(candidates(&["roles", "show", "softwareeng"]).lines().next(), Some("software-engineer"));
    assert_eq!(candidates(&["roles", "salary", "Backendentwickler"]).lines().next(), Some("backend-engineer"));
    assert_eq!(candidates(&["roles", "show", "zyzzyva"]), "");
}

/// What bash parts at `=` and `:` is one option and its value.
#[test]
fn a_value_behind_an_equals_sign_is_completed() {
    for (words, expected) in [
        (vec!["roles", "list", "--tool", "=", "kubern"], "kubernetes"),
        (vec!["roles", "list", "--format", "=", "js"], "json"),
        (vec!["roles", "show", "cto", "--section", "=", "too"], "tools"),
        (vec!["roles", "salary", "cto", "--region", "=", "us-pa"], "us-pa"),
    ] {
        let found = candidates(&words);
        assert!(found.lines().any(|line| line == expected), "{words:?}: {found}");
        assert!(!found.lines().any(|line| line.starts_with("junior")), "{words:?}: {found}");
    }
    let miniature = repository("tests/miniature").to_string_lossy().into_owned();
    let found = candidates(&["roles", "--no-builtin", "--catalog", "=", &miniature, "show", "engineering-m"]);
    assert_eq!(found, "engineering-manager");
}

/// What a shell is offered for a line whose last word is completed, as it parts the line.
fn offered(shell: &str, folder: &std::path::Path, line: &str) -> String {
    let parted = if shell == "bash" { line.replace('=', " = ") } else { line.to_owned() };
    let words = parted.split_whitespace().count();
    let roles = Roles::builtin().folder(folder).arg("--").words(&parted).env("ROLES_COMPLETE", shell);
    let roles = roles.env("_CLAP_COMPLETE_INDEX", (words - 1).to_string()).env("_CLAP_IFS", "\n");
    roles.run().answered()
}

/// Behind an option there are its values, or nothing: never a role.
#[test]
fn behind_an_option_no_role_is_offered() {
    let scratch = Scratch::new("completed-options");
    scratch.write("me.yaml", "competencies: {}\n");
    scratch.write("ladder/cto.yaml", "");
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        for (line, expected) in [
            ("roles show cto --region=", "us-ca"),
            ("roles show cto --region=us,us-c", "us-ca"),
            ("roles show cto -r=us-c", "us-ca"),
            ("roles show cto --format=", "json"),
            ("roles show cto --color=", "never"),
            ("roles gap sre --profile=", "me.yaml"),
            ("roles profile sre --output=", "me.yaml"),
            ("roles show cto --catalog=", "ladder"),
            ("roles show --nope=", ""),
            ("roles show cto --nope=", ""),
            ("roles compare cto --nope=sre", ""),
            ("roles salary --nope=", ""),
        ] {
            let found = offered(shell, scratch.path(), line);
            assert!(found.contains(expected), "{shell}: {line}: {found}");
            assert!(!expected.is_empty() || found.is_empty(), "{shell}: {line}: {found}");
            assert!(!found.contains("engineer"), "{shell}: {line}: {found}");
        }
    }
}

/// A title, an id and a file's name are somebody else's: what a terminal would obey is not handed on.
#[test]
fn what_a_terminal_would_obey_is_not_completed() {
    let scratch = Scratch::new("completed-odd");
    let head = "family: security\ntrack: management\nlevel: 4\nsummary: Keeps.\n";
    scratch.write("zebra-keeper.yaml", format!("title: \"a\\x1B]0;b\\x07 c\\u202Ed\\x9Be\"\n{head}"));
    scratch.write("zebra-broken.yaml", "title: Broken\noops: 1\n");
    let tool =
        "- {id: \"zebra\\x1B[31m\", title: Brush, group: Data}\n- {id: zebra-brush, title: \"a\\x9Bb\", group: Data}\n";
    scratch.write("vocabulary/tools.yaml", tool);
    std::fs::create_dir_all(scratch.path().join("zebra\u{1b}[31m")).expect("a folder can be made");
    let folder = scratch.path().to_string_lossy().into_owned();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        for line in [["show", "zeb"], ["tools", "zeb"]] {
            let roles = Roles::builtin().words("-- roles --catalog").arg(&folder).words(&line.join(" "));
            let roles = roles.env("ROLES_COMPLETE", shell).env("_CLAP_COMPLETE_INDEX", "4").env("_CLAP_IFS", "\n");
            let found = roles.run().answered();
            assert!(found.contains("zebra-"), "{shell} {line:?}: {found}");
            let is_obeyed = |c: char| (c.is_control() && c != '\n' && c != '\t') || c == '\u{202e}';
            assert!(!found.contains(is_obeyed), "{shell} {line:?}: {found:?}");
        }
    }
    let folders = Roles::builtin().words("-- roles check").arg(format!("{folder}/zeb"));
    let folders = folders.env("ROLES_COMPLETE", "bash").env("_CLAP_COMPLETE_INDEX", "2").run().answered();
    assert!(!folders.contains('\u{1b}'), "{folders:?}");
}

#[test]
fn bytes_that_are_not_utf_8_complete_nothing() {
    use std::os::unix::ffi::OsStringExt;
    let odd = || std::ffi::OsString::from_vec(vec![b'c', 0xff]);
    let ask = |roles: Roles, index: &str| {
        roles.env("ROLES_COMPLETE", "bash").env("_CLAP_COMPLETE_INDEX", index).run().answered()
    };
    assert_eq!(ask(Roles::builtin().words("-- roles show").arg(odd()), "2"), "");
    assert_eq!(ask(Roles::builtin().words("-- roles --catalog").arg(odd()).words("show ct"), "4"), "cto");
}

/// Whoever waits between two keys is told nothing.
#[test]
fn a_variable_without_a_meaning_does_not_speak_while_something_is_typed() {
    let asks =
        Roles::builtin().words("-- roles show cto").env("ROLES_COMPLETE", "bash").env("_CLAP_COMPLETE_INDEX", "2");
    let outcome = asks.env("ROLES_WIDTH", "wide").run();
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""), "{outcome}");
}

/// Runs a script in a shell whose PATH finds the program.
fn in_shell(shell: &str, script: &str) -> String {
    let folder = std::path::Path::new(PROGRAM).parent().expect("the program lies in a folder");
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap_or_default());
    let output = Command::new(shell)
        .args(["-c", script])
        .env("PATH", path)
        .env("LANG", "C.UTF-8")
        .env("TERM", "dumb")
        .output()
        .expect("the shell runs");
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
fn bash_completes() {
    if !has("bash") {
        return skipped("bash_completes", "bash");
    }
    let script = r#"source <(roles completions bash)
COMP_WORDS=(roles show ct); COMP_CWORD=2; COMP_TYPE=9; _clap_complete_roles roles ct show; echo "${COMPREPLY[@]}""#;
    let found = in_shell("bash", script);
    assert!(found.split_whitespace().any(|word| word == "cto"), "{found}");
    let script = r#"source <(roles completions bash)
COMP_WORDS=(roles list --tool = kubern); COMP_CWORD=4; COMP_TYPE=9; _clap_complete_roles roles kubern =; echo "${COMPREPLY[@]}""#;
    assert_eq!(in_shell("bash", script), "kubernetes\n");
    // Of what stands behind `=` bash says that nothing is typed yet.
    for (option, expected) in [("--color", "auto always never\n"), ("--nope", "\n")] {
        let script = format!(
            r#"source <(roles completions bash)
COMP_WORDS=(roles show {option} =); COMP_CWORD=3; COMP_TYPE=9; _clap_complete_roles roles '' {option}; echo "${{COMPREPLY[@]}}""#
        );
        assert_eq!(in_shell("bash", &script), expected, "{option}");
    }
}

#[test]
fn zsh_completes() {
    if !has("zsh") {
        return skipped("zsh_completes", "zsh");
    }
    // The line editor's own functions need a terminal; a stand-in shows what would be offered.
    let script = r#"compdef() { :; }; _describe() { print -rl -- ${(P)3}; }; _files() { :; }; compadd() { print -rl -- "$@"; }
source <(roles completions zsh)
words=(roles show ct); CURRENT=3; _clap_dynamic_completer_roles
words=(roles show Site); _clap_dynamic_completer_roles"#;
    let found = in_shell("zsh", script);
    let options = r#"compdef() { :; }; _describe() { print -rl -- ${(P)3}; }; _files() { :; }; compadd() { print -rl -- "$@"; }
source <(roles completions zsh)
words=(roles show --color=); CURRENT=3; _clap_dynamic_completer_roles
words=(roles show --nope=); _clap_dynamic_completer_roles"#;
    let options = in_shell("zsh", options);
    assert!(options.contains("--color=never") && !options.contains("engineer"), "{options}");
    assert!(found.contains("cto") && found.contains("\nsre:"), "{found}");
    // It offers what does not begin as it is typed too.
    assert!(builtin("completions zsh").answered().contains("'values' other -U"));
}

#[test]
fn fish_completes() {
    if !has("fish") {
        return skipped("fish_completes", "fish");
    }
    let found = in_shell("fish", "roles completions fish | source; complete --do-complete 'roles show ct'");
    assert!(found.lines().any(|line| line.starts_with("cto")), "{found}");
    let ask =
        |line: &str| in_shell("fish", &format!("roles completions fish | source; complete --do-complete '{line}'"));
    let colors = ask("roles show cto --color=");
    assert!(colors.lines().count() == 3 && colors.contains("--color=never"), "{colors}");
    assert_eq!(ask("roles show --nope="), "");
}

#[test]
fn elvish_completes() {
    if !has("elvish") {
        return skipped("elvish_completes", "elvish");
    }
    // The editor's own module is only there in a terminal, and for the file that is read at the start.
    let scratch = Scratch::new("elvish");
    let start = r#"eval (roles completions elvish | slurp)
var ask = {|@words| $edit:completion:arg-completer[roles] $@words | each {|c| echo $c } >> completed }
$ask roles show ct
$ask roles list --family secu
$ask roles sh
$ask roles show --color=n
$ask roles show --nope=
exit
"#;
    let mut elvish = Command::new("elvish");
    elvish.arg("-rc").arg(scratch.write("rc.elv", start)).current_dir(scratch.path()).env("PATH", path_with_program());
    elvish.env("HOME", scratch.path()).env("LANG", "C.UTF-8").env("TERM", "xterm");
    let Some(shown) = in_terminal(&elvish, 80, 24) else { return };
    let completed = std::fs::read_to_string(scratch.path().join("completed")).unwrap_or_default();
    assert_eq!(completed, "cto\nsecurity\nshow\n--color=never\n", "{shown}");
}

#[test]
fn the_script_of_powershell_is_text_that_asks_the_program() {
    let script = builtin("completions powershell").answered();
    assert!(script.contains("Register-ArgumentCompleter") && script.contains("ROLES_COMPLETE"), "{script}");
}

#[test]
fn the_manual_has_a_page_a_command() {
    let scratch = Scratch::new("manual");
    let roles = Roles::builtin().words("man --dir").arg(scratch.path()).env("SOURCE_DATE_EPOCH", "86400");
    let written = roles.run().answered();
    assert!(written.lines().count() > 20, "{written}");
    for line in written.lines() {
        let page = std::fs::read_to_string(line.trim_start_matches("wrote ")).expect("the page is there");
        assert!(page.contains(".TH ") && page.contains(".SH SYNOPSIS"), "{line}");
    }
    let first = std::fs::read_to_string(scratch.path().join("roles-show.1")).expect("the page is there");
    assert!(first.contains(".TH ROLES-SHOW 1 1970-01-02 \"roles 0.2.0\" \"User Commands\"\n"), "{first}");
    let main = std::fs::read_to_string(scratch.path().join("roles.1")).expect("the page is there");
    for section in ["EXAMPLES", "ENVIRONMENT", "\"EXIT STATUS\""] {
        assert!(main.contains(&format!("\n.SH {section}\n")), "{section}: {main}");
    }
}

/// What reads manual pages, and how it is asked to complain. `man` is what a reader types.
const READERS: [(&str, &[&str]); 3] = [
    ("groff", &["-man", "-Tutf8", "-ww", "-z"]),
    ("mandoc", &["-T", "lint", "-W", "warning"]),
    ("man", &["--warnings", "--local-file"]),
];

/// By groff; by the others too with `ROLES_ALL`.
#[test]
fn the_manual_is_read_without_a_complaint() {
    let scratch = Scratch::new("manual-read");
    Roles::builtin().words("man --dir").arg(scratch.path()).run().answered();
    for (program, options) in sample(READERS, 3) {
        if !has(program) {
            skipped("the_manual_is_read_without_a_complaint", program);
            continue;
        }
        let pages = std::fs::read_dir(scratch.path()).expect("the folder is there").flatten();
        let pages: Vec<_> = pages.map(|entry| entry.path()).collect();
        let mut reader = Command::new(program);
        reader.args(options).args(&pages).env("MANPAGER", "cat").env("MANWIDTH", "80").env("LANG", "C.UTF-8");
        let output = reader.output().expect("the reader runs");
        let said = String::from_utf8_lossy(&output.stdout);
        // A complaint names its page.
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{program}");
        assert!(output.status.success(), "{program}: {said}");
        assert!(program != "man" || said.matches("User Commands").count() >= pages.len(), "{said}");
    }
}

/// Of every third command; of all with `ROLES_ALL`.
#[test]
fn every_example_of_every_help_works() {
    let scratch = Scratch::new("examples");
    let folder = scratch.path();
    std::fs::create_dir_all(folder.join("my-catalog")).expect("a folder can be made");
    std::fs::copy(repository("roles/executive-leadership/cto.yaml"), folder.join("cto.txt"))
        .expect("a file can be copied");
    scratch.write("ladder.csv", "role,competency,expected\nKeeper,Teamwork,working\n");
    scratch.write("jobs.csv", "Job,Skill,Level\nKeeper,Teamwork,3\n");
    scratch.write("matrix.csv", "Competency,L3,L4,L5\nTeamwork,working,working,expert\n");
    scratch.write("people.tsv", "ann\tcoaching\texpert\n");
    scratch.write("team/ann.yaml", "competencies: {coaching: expert}\n");
    let overview = Roles::builtin().run().answered();
    let commands: Vec<&str> = overview
        .lines()
        .filter_map(|line| line.strip_prefix("  "))
        .filter_map(|line| line.split(' ').next())
        .filter(|word| *word != "roles")
        .collect();
    assert!(commands.len() > 20, "{overview}");
    let mut run = 0;
    if !is_all() {
        // What an example that is left out would have written.
        scratch.write("me.yaml", builtin("profile").answered());
    }
    // Who browses has a terminal: tests/browse.rs types what these examples do.
    let asked = commands.into_iter().filter(|command| *command != "browse");
    for command in sample(asked, 3) {
        let help = builtin(&format!("{command} --help")).answered();
        let (_, examples) = help.split_once("Examples:").unwrap_or_else(|| panic!("{command} has no examples"));
        for example in examples.lines().map(str::trim).filter(|line| line.starts_with("roles ")) {
            run += 1;
            let home = folder.display();
            // The examples fill the template in by hand.
            let fill = "[ ! -f me.yaml ] || sed -i 's/^  architecture:$/  architecture: expert/' me.yaml";
            let answers = if example.contains("--ask") { "echo 3 |" } else { "" };
            let script = format!("HOME={home}; cd {home}; {fill}; {answers} {example}");
            let program = std::path::Path::new(PROGRAM).parent().expect("it lies in a folder").display().to_string();
            let output = Command::new("sh")
                .args(["-c", &script])
                .env("PATH", format!("{program}:{}", std::env::var("PATH").unwrap_or_default()))
                .output()
                .expect("a shell runs");
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            let may_find_nothing = example.contains("--exit-code") || example.contains("check my-catalog");
            assert!(
                output.status.success() || (may_find_nothing && output.status.code() == Some(1)),
                "{example}: {said}"
            );
        }
    }
    let many = if is_all() { 40 } else { 12 };
    assert!(run > many, "{run} examples");
}

#[test]
fn manual_pages_go_nowhere_without_a_folder() {
    let scratch = Scratch::new("no-folder");
    let roles = || Roles::builtin().words("man").folder(scratch.path());
    assert_data_eq!(
        roles().env("HOME", "/home/ada").run().to_string(),
        str![[r#"
29 pages would go to /home/ada/.local/share/man/man1, where `man` looks; nothing is written
------- stderr -------
hint: `roles man --dir /home/ada/.local/share/man/man1` writes them

"#]]
    );
    assert_data_eq!(
        roles().run().to_string(),
        str![[r#"
29 pages would go to the folder that is named; nothing is written
------- stderr -------
hint: `roles man --dir DIR` writes them

"#]]
    );
    assert_eq!(std::fs::read_dir(scratch.path()).expect("the folder is there").count(), 0);
}
