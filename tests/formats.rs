//! The formats of every command, and their contract.

use std::process::Command;

use jsonschema::Validator;
use serde_json::Value;
use snapbox::{assert_data_eq, str};

use crate::support::{Roles, Scratch, builtin, miniature, repository, role_files, sample};

/// One line of every command that has an answer.
pub const LINES: [&str; 21] = [
    "list --family security",
    "show cto",
    "show cto sre --all",
    "prereqs cto --all",
    "next software-engineer",
    "path junior-software-engineer cto --max 3 --region us",
    "path cto",
    "search kubernets",
    "salary cto",
    "salary --region de",
    "compare cto vp-engineering ciso",
    "profile",
    "why cto",
    "why cto technology-strategy",
    "why cto de",
    "why cto jira",
    "why cto principal-engineer",
    "sources",
    "tools kubernetes",
    "competencies architecture",
    "check --list-rules",
];

/// The commands that print an answer; `-h` of these and of [`OTHERS`] fits a screen.
pub const COMMANDS: [&str; 24] = [
    "list",
    "show",
    "search",
    "title",
    "prereqs",
    "next",
    "path",
    "compare",
    "salary",
    "profile",
    "gap",
    "match",
    "why",
    "sources",
    "competencies",
    "tools",
    "certificates",
    "families",
    "levels",
    "regions",
    "new",
    "check",
    "schema",
    "completions",
];

/// Commands whose answer is no page.
pub const OTHERS: [&str; 4] = ["browse", "import", "export", "man"];

/// A command that is added is tested in every format, width and help.
#[test]
fn every_command_is_among_those_that_are_tested() {
    let untested: Vec<String> = roles::request::names()
        .into_iter()
        .filter(|name| !COMMANDS.contains(&name.as_str()))
        .filter(|name| !OTHERS.contains(&name.as_str()))
        .collect();
    assert_eq!(untested, Vec::<String>::new());
    // `gap` and `match` are asked with a profile.
    assert_eq!(unasked(LINES.iter().chain(&MORE), &["gap", "match"]), Vec::<String>::new(), "a line of LINES or MORE");
}

/// The commands that ask a catalog, and that none of the lines asks: who adds a command adds a line.
pub fn unasked<'l>(lines: impl Iterator<Item = &'l &'l str>, others: &[&str]) -> Vec<String> {
    let asked: Vec<&str> = lines.filter_map(|line| line.split(' ').next()).collect();
    let is_asked = |name: &str| asked.contains(&name) || others.contains(&name) || OTHERS.contains(&name);
    let all = roles::request::names().into_iter().filter(|name| roles::request::is_question(name));
    all.filter(|name| !is_asked(name)).collect()
}

const MORE: [&str; 20] = [
    "competencies",
    "tools",
    "families",
    "levels",
    "regions",
    "check --explain shared-run",
    "list --competency architecture",
    "list --sort growth",
    "list --education bachelor",
    "list --education bachelor --competency architecture",
    "certificates",
    "certificates CISSP",
    "salary senior-software-engineer --by seniority",
    "salary distinguished-engineer staff-sre --all-sources",
    "compare cto cio --region us",
    "compare engineering-manager staff-engineer --region us",
    "why staff-engineer getting-in",
    "why cto outlook",
    "sources editors",
    "title cto",
];

/// Every third of them; all with `ROLES_ALL`.
#[test]
fn the_json_of_every_command_is_what_the_schema_says() {
    let schema: Value = serde_json::from_str(&builtin("schema output").answered()).expect("the schema is JSON");
    let validator = Validator::new(&schema).expect("the schema is a schema");
    let profile = builtin("profile").answered().replace("  architecture:\n", "  architecture: expert\n");
    let mut answers: Vec<(String, String)> = sample(LINES.iter().chain(&MORE), 3)
        .map(|line| (line.to_string(), Roles::builtin().words(line).words("--format json").run().stdout))
        .collect();
    for line in ["gap cto", "match --from software-engineer"] {
        answers.push((
            line.to_owned(),
            Roles::builtin().words(line).words("--format json --profile -").input(&profile).run().stdout,
        ));
    }
    let people = "Ann,architecture,expert\nBob,role,cto\nBob,architecture,working\n";
    for line in ["match --profiles -", "match --profiles - --role cto"] {
        let team = Roles::builtin().words(line).words("--format json").input(people);
        answers.push((line.to_owned(), team.run().stdout));
    }
    for (line, json) in answers {
        let answer: Value = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{line}: {error}"));
        let faults: Vec<String> =
            validator.iter_errors(&answer).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(faults.is_empty(), "{line}: {faults:#?}");
        assert_eq!(answer["version"], 2);
    }
}

/// With `ROLES_ALL`; else every other command in one format.
#[test]
fn every_command_answers_in_every_format() {
    let formats = |line| ["page", "lines", "tsv", "csv", "json", "md"].map(|format| (line, format));
    for (line, format) in sample(LINES.iter().chain(&MORE).flat_map(formats), 11) {
        let outcome = Roles::builtin().words(line).words("--format").arg(format).run();
        assert_eq!(outcome.code, 0, "{line} {format}: {outcome}");
        assert!(!outcome.stdout.is_empty() && outcome.stdout.ends_with('\n'), "{line} {format}");
        assert!(!outcome.stdout.contains('\u{1b}'), "{line} {format}: an escape in a pipe");
        assert!(
            !outcome.stdout.chars().any(|c| ('\u{E0000}'..='\u{E01EF}').contains(&c)),
            "{line} {format}: a label is left"
        );
    }
}

/// Every ninth role; all of them with `ROLES_ALL`.
#[test]
fn every_role_in_every_format() {
    let ids: Vec<String> = sample(&role_files(), 9)
        .map(|(path, _)| path.file_stem().expect("a file has a name").to_string_lossy().into_owned())
        .collect();
    for format in ["page", "lines", "tsv", "csv", "json", "md", "yaml"] {
        let outcome = builtin(&format!("show {} --format {format}", ids.join(" ")));
        assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""), "{format}");
        assert!(ids.iter().all(|id| format == "yaml" || outcome.stdout.contains(id)), "{format}");
    }
}

/// What a record says and no column of its answer has would be seen by nobody: the program stops on it here. Of
/// every third command; of all with `ROLES_ALL`.
#[test]
fn every_row_has_a_field_for_every_column() {
    for line in sample(LINES.iter().chain(&MORE), 3) {
        let table = Roles::builtin().words(line).words("--format tsv").run().stdout;
        let columns = table.lines().next().expect("there is a header").matches('\t').count();
        assert!(table.lines().all(|row| row.matches('\t').count() == columns), "{line}");
    }
}

#[test]
fn a_row_of_csv_is_quoted_where_it_must_be() {
    let table = builtin("tools --format csv --fields id,aliases").answered();
    assert!(table.lines().any(|row| row.contains(",\"") && row.ends_with('"')), "{table}");
    let outcome = builtin("list --format csv --fields role,rank");
    assert!(outcome.answered().starts_with("role,rank\n"));
}

#[test]
fn lines_are_facts_for_grep() {
    let all = builtin("show cto ciso").answered();
    let salaries: Vec<&str> = all.lines().filter(|line| line.starts_with("salary ")).collect();
    assert!(
        salaries.iter().any(|line| line.contains("  cto  ")) && salaries.iter().any(|line| line.contains("  ciso  "))
    );
    assert!(
        builtin("show sre").answered().lines().any(|line| line.starts_with("tool ") && line.contains("Kubernetes"))
    );
    assert!(builtin("list").answered().lines().all(|line| line.split("  ").next().is_some_and(|id| !id.contains(' '))));
    assert!(all.lines().all(|line| !line.ends_with(' ')));
}

#[test]
fn the_environment_sets_options() {
    let stated = builtin("show cto --format json").answered();
    assert_eq!(Roles::builtin().words("show cto").env("ROLES_FORMAT", "json").run().answered(), stated);
    let narrow = builtin("show cto --format page --width 50").answered();
    assert_eq!(Roles::builtin().words("show cto --format page").env("ROLES_WIDTH", "50").run().answered(), narrow);
    let ascii = Roles::builtin().words("show cto --format page").env("ROLES_ASCII", "1").run().answered();
    assert!(ascii.is_ascii());
    let locale = Roles::builtin().words("show cto --format page").env("LANG", "C").run().answered();
    assert!(locale.is_ascii());
}

/// Each variable, empty, and what each would have changed.
#[test]
fn an_empty_variable_counts_as_unset() {
    let plain = miniature("list").answered();
    for name in [
        "ROLES_FORMAT",
        "ROLES_FIELDS",
        "ROLES_COLOR",
        "ROLES_WIDTH",
        "ROLES_ASCII",
        "ROLES_PLAIN",
        "ROLES_NO_PAGER",
        "ROLES_CATALOG",
        "ROLES_NO_BUILTIN",
        "ROLES_NO_CACHE",
        "ROLES_NO_HEADER",
        "ROLES_COLORS",
        "ROLES_THEME",
        "ROLES_PAGER",
        "NO_COLOR",
        "CLICOLOR_FORCE",
        "TERM",
        "COLUMNS",
        "ROLES_COMPLETE",
    ] {
        let roles = Roles::builtin().words("list --no-builtin --catalog").arg(repository("tests/miniature"));
        assert_eq!(roles.env(name, "").run().answered(), plain, "{name}");
    }
}

#[test]
fn what_is_empty_between_colons_names_no_catalog() {
    let plain = miniature("list").answered();
    let folder = repository("tests/miniature");
    for stated in [format!("{}:", folder.display()), format!("::{}", folder.display())] {
        let roles = Roles::builtin().words("list --no-builtin").env("ROLES_CATALOG", stated);
        assert_eq!(roles.run().answered(), plain);
    }
}

#[test]
fn a_folder_with_a_colon_is_named_by_the_option() {
    let scratch = Scratch::new("colon");
    scratch.write("a:b/bare.yaml", "title: Bare\nfamily: security\ntrack: management\nlevel: 4\nsummary: Bare.\n");
    let bare = Roles::named()
        .words("list --family security --level 4 --no-header --format tsv --fields role --catalog")
        .arg(scratch.path().join("a:b"));
    assert!(bare.run().answered().lines().any(|role| role == "bare"));
}

#[test]
fn fields_may_stand_apart() {
    for fields in ["role,title", "role, title", " role ,title ", "role,title,", "id, title"] {
        let table = Roles::miniature().words("list --level intern --format tsv --fields").arg(fields).run();
        assert_eq!(table.answered(), "role\ttitle\nintern\tEngineering Intern\n", "{fields}");
    }
}

#[test]
fn the_header_may_be_left_out() {
    let line = "list --level intern --fields role,rank --no-header";
    assert_eq!(miniature(&format!("{line} --format csv")).answered(), "intern,1\n");
    assert_eq!(miniature(&format!("{line} --format tsv")).answered(), "intern\t1\n");
    let by_variable = Roles::miniature().words("list --level intern --format csv --fields role");
    assert_eq!(by_variable.env("ROLES_NO_HEADER", "1").run().answered(), "intern\n");
}

#[test]
fn options_that_a_format_does_not_heed_are_told() {
    assert_data_eq!(
        miniature("list --level intern --fields role --no-header").to_string(),
        str![[r#"
intern  Engineering Intern  Engineering  intern
------- stderr -------
note: `--fields` is for `--format tsv` and `csv`
note: `--no-header` is for `--format tsv` and `csv`

"#]]
    );
}

/// A role's id has one name in the header of every command that lists roles.
#[test]
fn the_column_of_roles_has_one_name() {
    for line in [
        "list",
        "show engineer",
        "prereqs cto",
        "next engineer",
        "search kubernetes",
        "salary engineer",
        "compare engineer sre",
        "why engineer",
        "why engineer architecture",
        "why engineer us",
        "competencies architecture",
        "tools git",
    ] {
        let table = miniature(&format!("{line} --format tsv --fields role")).answered();
        let roles: Vec<&str> = table.lines().skip(1).filter(|role| !role.is_empty()).collect();
        assert!(!roles.is_empty(), "{line}: {table}");
        let ids = miniature("list --format tsv --fields role --no-header").answered();
        assert!(roles.iter().all(|role| ids.lines().any(|id| id == *role)), "{line}: {table}");
    }
    for line in ["gap cto --profile -", "match --profile -"] {
        let profile = "competencies: {architecture: working}\n";
        let outcome = Roles::miniature().words(line).words("--format tsv --fields role").input(profile).run();
        assert!(outcome.stdout.starts_with("role\n") && outcome.stdout.lines().nth(1).is_some(), "{outcome}");
    }
}

/// Of a section that is asked for alone, a pipe gets the section alone; the summary says whose it is.
#[test]
fn a_section_alone() {
    assert_data_eq!(
        miniature("show intern --section tools").to_string(),
        str![[r#"
tool  Git  Delivery  awareness  editorial

"#]]
    );
    assert_data_eq!(
        miniature("show intern --section tools --all --format tsv --fields kind,role,id").to_string(),
        str![[r#"
kind	role	id
tool	intern	git

"#]]
    );
}

#[test]
fn an_answer_may_be_read_by_other_programs() {
    if !crate::support::has("python3") {
        return crate::support::skipped("an_answer_may_be_read_by_other_programs", "python3");
    }
    let script = "import csv,json,subprocess,sys\np=sys.argv[1]\nrun=lambda *a: subprocess.run([p,*a],capture_output=True,text=True,check=True).stdout\nrows=list(csv.DictReader(run('show','cto','--format','csv').splitlines()))\nassert {'role','salary','tool','competency'} <= {r['kind'] for r in rows}\nassert json.loads(run('show','cto','--format','json'))['roles'][0]['id']=='cto'\n";
    let status = Command::new("python3").args(["-c", script, crate::support::PROGRAM]).status().expect("python runs");
    assert!(status.success());
}

#[test]
fn what_a_spreadsheet_would_compute_is_text_where_that_is_asked_for() {
    let scratch = Scratch::new("formulas");
    let summary = "title: '@sum(A1)'\ntrack: management\nlevel: 4\nsummary: '=1+1'\nday: ['+1', '- a', '-2', 'a=b']\n";
    scratch.write("operations/formula.yaml", summary);
    let with = |more: &str| {
        let roles = Roles::miniature().arg("--catalog").arg(scratch.path());
        roles.words("show formula --section summary --section day").words(more).run().answered()
    };
    assert_data_eq!(
        with("--fields kind,title,text --format csv"),
        str![[r#"
kind,title,text
role,@sum(A1),
summary,,=1+1
day,,+1
day,,- a
day,,-2
day,,a=b

"#]]
    );
    assert_data_eq!(
        with("--fields kind,title,text --format csv --spreadsheet"),
        str![[r#"
kind,title,text
role,'@sum(A1),
summary,,'=1+1
day,,'+1
day,,'- a
day,,-2
day,,a=b

"#]]
    );
    let unheeded = Roles::miniature().words("show cto --section summary --format lines --spreadsheet").run();
    assert_eq!(unheeded.stderr, "note: `--spreadsheet` is for `--format tsv` and `csv`\n");
}
