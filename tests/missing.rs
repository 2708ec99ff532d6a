//! Catalogs that lack a part: any of the vocabulary's files may be left out, and every command answers.

use std::path::Path;
use std::process::Command;

use snapbox::{assert_data_eq, str};

use crate::support::{PROGRAM, Roles, Scratch, is_all, repository, sample};

const VOCABULARY: [&str; 8] = ["families", "tracks", "levels", "competencies", "tools", "regions", "metros", "sources"];

/// A role that names nothing but its family, its track and its level.
const TELLER: &str = "title: Teller\naliases: [Clerk]\ntrack: individual-contributor\nlevel: 3\n\
                      summary: Counts money, and hands it over.\nday: [\"You count.\"]\nlateral: [cashier]\n";
const CASHIER: &str = "title: Cashier\ntrack: individual-contributor\nlevel: 4\nsummary: Takes money, and counts it.\n\
                       prerequisites: [teller]\n";

/// Every question that a catalog can be asked, with words that it may not have.
const QUESTIONS: [&str; 38] = [
    "list",
    "list --family engineering",
    "list --track management",
    "list --level senior",
    "list --tool git",
    "list --competency quality:5",
    "show teller --all",
    "show teller --region de",
    "show teller --format yaml",
    "search money",
    "prereqs cashier --all",
    "next teller",
    "next teller --format dot",
    "path teller cashier",
    "path cashier",
    "path teller cashier --region de",
    "path teller cashier --track management",
    "salary teller",
    "salary --region de",
    "salary --by metro",
    "compare teller cashier",
    "profile",
    "gap teller --profile me.yaml",
    "match --profile me.yaml --from teller",
    "why teller",
    "why teller quality",
    "why teller de",
    "why teller git",
    "why teller cashier",
    "sources",
    "competencies",
    "competencies quality",
    "tools",
    "tools git",
    "certificates",
    "families",
    "levels",
    "regions --by state",
];

/// Writes the vocabulary files whose bit is set, and the roles, if any.
fn catalog(scratch: &Scratch, files: usize, roles: &[(&str, &str)]) {
    let is_there = |at: usize| files & (1 << at) != 0;
    for (_, name) in VOCABULARY.iter().enumerate().filter(|(at, _)| is_there(*at)) {
        let from = repository(&format!("tests/miniature/vocabulary/{name}.yaml"));
        scratch.write(&format!("{files}/vocabulary/{name}.yaml"), std::fs::read(from).expect("it is there"));
    }
    for (name, text) in roles {
        scratch.write(&format!("{files}/engineering/{name}.yaml"), text);
    }
    scratch.write(&format!("{files}/vocabulary/.keep"), "");
}

/// Runs a question, and returns its exit code and what it says on stderr.
fn asked(folder: &Path, catalog: usize, question: &str) -> (i32, String) {
    let mut command = Command::new(PROGRAM);
    command.env_clear().env("LANG", "C.UTF-8").current_dir(folder);
    if is_all() {
        command.env("ROLES_NO_CACHE", "1");
    } else {
        command.env("XDG_CACHE_HOME", folder.join(format!("kept/{catalog}")));
    }
    command.args(["--no-builtin", "--catalog", &catalog.to_string()]).args(question.split(' '));
    let output = command.output().expect("the program runs");
    (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// Asks catalogs, on the threads that there are, and expects an answer, an empty one or a plain error.
fn ask(scratch: &Scratch, catalogs: &[(usize, Vec<&str>)]) {
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for share in catalogs.chunks(catalogs.len().div_ceil(threads)) {
            scope.spawn(move || {
                for (catalog, questions) in share {
                    for question in questions {
                        let (code, said) = asked(scratch.path(), *catalog, question);
                        let is_plain = (0..=2).contains(&code) && !said.contains("panicked") && !said.contains("``");
                        // An answer without its figure is told by a note.
                        let tells = |line: &str| line.starts_with("error") || line.starts_with("note: no public");
                        let is_told = said.lines().any(tells) != (code == 0);
                        assert!(is_plain && is_told, "{catalog:08b}: {question}: {code}: {said}");
                    }
                }
            });
        }
    });
}

#[test]
fn every_command_is_asked_of_what_is_missing() {
    // A title that nothing is called by is a row, and no error.
    assert_eq!(crate::formats::unasked(QUESTIONS.iter(), &["title"]), [""; 0], "a line of QUESTIONS");
}

#[test]
fn any_part_of_the_vocabulary_may_be_missing() {
    let scratch = Scratch::new("missing");
    scratch.write("me.yaml", "competencies:\n  quality: working\ntools:\n  git: working\n");
    let mut catalogs: Vec<(usize, Vec<&str>)> = Vec::new();
    // One file or all of them: a file that is missing hides few others. Every number with `ROLES_ALL`.
    let missing = |files: usize| VOCABULARY.len() as u32 - files.count_ones();
    let is_asked = |files: &usize| is_all() || *files == 0 || missing(*files) <= 1;
    for files in (0..1 << VOCABULARY.len()).filter(is_asked) {
        // A role needs its family, track and level; what it lacks is told by whatever is asked.
        let has_needs = files & 0b111 == 0b111;
        catalog(&scratch, files, if has_needs { &[("teller", TELLER), ("cashier", CASHIER)] } else { &[] });
        // Of each catalog some of the questions: together they are all of them.
        let every = if is_all() { 1 } else { 5 };
        let questions = QUESTIONS.iter().copied().skip(catalogs.len() % every).step_by(every);
        let one_of = QUESTIONS[files % QUESTIONS.len()];
        catalogs.push((files, if has_needs { questions.collect() } else { vec![one_of] }));
    }
    ask(&scratch, &catalogs);
}

#[test]
fn a_catalog_without_roles_is_asked_all_the_same() {
    let scratch = Scratch::new("no-roles");
    scratch.write("me.yaml", "competencies:\n  quality: working\n");
    let catalogs = [0, 0b1111_1111, 0b1000_0000, 0b0111_1111];
    catalogs.iter().for_each(|files| catalog(&scratch, *files, &[]));
    // A third of the questions each; all of them with `ROLES_ALL`.
    let questions = |at: usize| sample(QUESTIONS.into_iter().skip(if is_all() { 0 } else { at % 3 }), 3).collect();
    let catalogs: Vec<(usize, Vec<&str>)> = (0..).zip(catalogs).map(|(at, files)| (files, questions(at))).collect();
    ask(&scratch, &catalogs);
}

#[test]
fn a_role_without_its_vocabulary_is_told_what_it_lacks() {
    let scratch = Scratch::new("lacking");
    catalog(&scratch, 0, &[("teller", TELLER), ("cashier", CASHIER)]);
    let (code, said) = asked(scratch.path(), 0, "list");
    assert_eq!(code, 2, "{said}");
    assert_data_eq!(
        said,
        str![[r#"
error[unknown-family]: no family is called `engineering`, and the file states none
--> 0/engineering/cashier.yaml
 = help: put the file into a family's folder, or add `family:`

error[unknown-track]: no track is called `individual-contributor`
 --> 0/engineering/cashier.yaml:2:8
  |
2 | track: individual-contributor
  |        ^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: a new track is an entry of vocabulary/tracks.yaml

error[unknown-level]: no level has the rank 4
 --> 0/engineering/cashier.yaml:3:8
  |
3 | level: 4
  |        ^
  |
  = help: a new level is an entry of vocabulary/levels.yaml

error[unknown-family]: no family is called `engineering`, and the file states none
--> 0/engineering/teller.yaml
 = help: put the file into a family's folder, or add `family:`

error[unknown-track]: no track is called `individual-contributor`
 --> 0/engineering/teller.yaml:3:8
  |
3 | track: individual-contributor
  |        ^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: a new track is an entry of vocabulary/tracks.yaml

error: the catalog `0` has 6 faults
hint: `roles check 0 --no-builtin` shows all that is wrong with it

"#]]
    );
}

/// The guide's stand-alone catalog has neither sources nor anything else but what roles need.
#[test]
fn an_alias_rests_on_the_catalogs_own_judgment() {
    let scratch = Scratch::new("alone");
    catalog(&scratch, 0b111, &[("teller", TELLER), ("cashier", CASHIER)]);
    let shown = Roles::builtin().words("--no-builtin --catalog 7 show teller").folder(scratch.path()).run();
    assert_data_eq!(
        shown.to_string(),
        str![[r#"
role        teller  Teller  Engineering  mid
alias       Clerk
summary     Counts money, and hands it over.
competency  no evidence
salary      no public figure
getting-in  no public figure
outlook     no public figure
next        cashier  Cashier  editorial
lateral     cashier  Cashier  editorial
day         You count.

"#]]
    );
    let sources = Roles::builtin().words("--no-builtin --catalog 7 sources").folder(scratch.path()).run();
    assert_data_eq!(
        sources.to_string(),
        str![[r#"
editorial  editorial  -  editorial  not stated  The catalog's own judgment.

"#]]
    );
}
