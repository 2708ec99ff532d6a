//! What a catalog's files say is told where it is wrong: each cause once, and no consequence of it.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::symlink;

use snapbox::{assert_data_eq, str};

use crate::support::{self, Roles, Scratch, run, run_named};

const HEAD: &str = "title: X\ntrack: management\nlevel: 4\nsummary: X.\n";

fn checked(scratch: &Scratch) -> String {
    support::checked(scratch).to_string()
}

fn checked_over_names(scratch: &Scratch) -> String {
    support::checked_over_names(scratch).to_string()
}

fn over_builtin(scratch: &Scratch) -> String {
    support::over_builtin(scratch).to_string()
}

#[test]
fn ids_of_the_vocabulary_can_be_typed() {
    let scratch = Scratch::new("entry-ids");
    let tool = |id: &str| format!("- {{id: {id}, title: {id} it, group: Data}}\n");
    let tools = ["X Y", "\"--help\"", "\"a,b\"", "Kubernetes", "\"\"", "our_tool-2"].map(tool).concat();
    scratch.write("vocabulary/tools.yaml", tools.replace("\" it", " it\"").replace("\"\" it", "it"));
    scratch.write("vocabulary/families.yaml", "- {id: \"Data: X\", title: D, definition: D}\n");
    scratch.write("vocabulary/tracks.yaml", "- {id: A b, title: A, definition: A}\n");
    scratch.write("vocabulary/regions.yaml", "- {id: DE, name: D, level: country}\n");
    scratch.write(
        "vocabulary/sources.yaml",
        "- {id: \"ÄÖ\", title: A, publisher: A, licence: A, kind: survey, credit: A}\n",
    );
    assert_data_eq!(
        checked(&scratch),
        str![[r#"
vocabulary/families.yaml:1:8: bad-id: `Data: X` cannot be an id (an id has small letters, digits, `-` and `_`, at most 100: `data-x`)
vocabulary/regions.yaml:1:8: bad-id: `DE` cannot be an id (an id has small letters, digits, `-` and `_`, at most 100: `de`)
vocabulary/sources.yaml:1:8: bad-id: `ÄÖ` cannot be an id (an id has small letters, digits, `-` and `_`, at most 100: `ao`)
vocabulary/tools.yaml:1:8: bad-id: `X Y` cannot be an id (an id has small letters, digits, `-` and `_`, at most 100: `x-y`)
vocabulary/tools.yaml:2:8: bad-id: `--help` cannot be an id (an id has small letters, digits, `-` and `_`, at most 100: `help`)
vocabulary/tools.yaml:3:8: bad-id: `a,b` cannot be an id (an id has small letters, digits, `-` and `_`, at most 100: `a-b`)
vocabulary/tools.yaml:4:8: bad-id: `Kubernetes` cannot be an id (an id has small letters, digits, `-` and `_`, at most 100: `kubernetes`)
vocabulary/tools.yaml:5:8: missing-field: `id` says nothing (write a text, or take it out)
vocabulary/tracks.yaml:1:8: bad-id: `A b` cannot be an id (an id has small letters, digits, `-` and `_`, at most 100: `a-b`)
[exit code: 1]

"#]]
    );
}

#[test]
fn ranks_run_from_1_to_9_and_a_name_is_no_number() {
    let scratch = Scratch::new("ranks");
    let level = |rank: &str, name: &str| {
        format!("- {{rank: {rank}, definition: D, names: [{{track: management, name: {name}}}]}}\n")
    };
    let levels = [("0", "a"), ("10", "b"), ("255", "c"), ("256", "d"), ("04", "e"), ("5", "\"5\""), ("6", "L6")];
    scratch.write("vocabulary/levels.yaml", levels.map(|(rank, name)| level(rank, name)).concat());
    scratch.write("vocabulary/titles.yaml", "- seniority: {boss: 12}\n- seniority: {underling: 0}\n");
    assert_data_eq!(
        checked(&scratch),
        str![[r#"
vocabulary/levels.yaml:1:10: wrong-type: `rank` takes a rank from 1 to 9, not `0` (catalogs are compared by rank: two levels of one rank are rungs, which `ladder:` names)
vocabulary/levels.yaml:2:10: wrong-type: `rank` takes a rank from 1 to 9, not `10` (catalogs are compared by rank: two levels of one rank are rungs, which `ladder:` names)
vocabulary/levels.yaml:3:10: wrong-type: `rank` takes a rank from 1 to 9, not `255` (catalogs are compared by rank: two levels of one rank are rungs, which `ladder:` names)
vocabulary/levels.yaml:4:10: wrong-type: `rank` takes a rank from 1 to 9, not `256` (write its digits alone, without sign, quotes or unit)
vocabulary/levels.yaml:5:10: wrong-type: `rank` takes a rank from 1 to 9, not `04` (write its digits alone, without sign, quotes or unit)
vocabulary/levels.yaml:6:62: wrong-type: a level cannot be called `5`: a number asks for the rank (put a letter before it: `L5`)
vocabulary/titles.yaml: bad-title-word: `boss` cannot name the rank 12: ranks run from 1 to 9 (each word of vocabulary/titles.yaml stands in one group of a kind, and for words that stand for themselves)
vocabulary/titles.yaml: bad-title-word: `underling` cannot name the rank 0: ranks run from 1 to 9 (each word of vocabulary/titles.yaml stands in one group of a kind, and for words that stand for themselves)
[exit code: 1]

"#]]
    );
}

#[test]
fn a_cause_is_told_without_what_follows_from_it() {
    let scratch = Scratch::new("causes");
    scratch.write("vocabulary/levels.yaml", "- {rank: 1, definition: D, names: [{track: trac, name: a}]}\n");
    let metros =
        "- {id: de-berlin, name: Berlin, parent: de}\n- {id: de-bonn, name: Bonn, level: metro, parent: dee}\n";
    scratch.write("vocabulary/metros.yaml", metros);
    let sources = "- {id: acme-bands, title: Acme, kind: nope}\n- {id: acme-two, titel: Two}\n\
                   - {id: acme-three, title: Three, publisher: A, licence: A, kind: survey, credit: A}\n\
                   - {id: acme-four, title: Four, publisher: A, licence: A, kind: survey}\n";
    scratch.write("vocabulary/sources.yaml", sources);
    let bands = "salary:\n  - {region: de, source: acme-bands, currency: EUR, per: year, basis: gross, kind: earned, \
                 year: 2025, median: 5}\n";
    scratch.write("security/x.yaml", format!("{HEAD}{bands}"));
    assert_data_eq!(
        checked_over_names(&scratch),
        str![[r#"
vocabulary/levels.yaml:1:44: unknown-track: no track is called `trac` (the tracks are `individual-contributor`, `management` and `executive`)
vocabulary/metros.yaml:1:8: missing-field: the region `de-berlin` has no `level` (add `level:`; only an entry that the catalog beneath has may leave it out)
vocabulary/metros.yaml:2:51: unknown-region: no region is called `dee` (did you mean `de`?)
vocabulary/sources.yaml:1:39: unknown-word: `nope` is not a word for this (one of: official, survey, payroll, advertised, framework, ladder, editorial)
vocabulary/sources.yaml:2:18: unknown-field: no field is called `titel` (did you mean `title`?)
vocabulary/sources.yaml:4:8: missing-field: the source `acme-four` has no `credit` (add `credit:`; only an entry that the catalog beneath has may leave it out)
[exit code: 1]

"#]]
    );
}

#[test]
fn a_table_that_is_not_read_takes_no_role_along() {
    let scratch = Scratch::new("unread");
    scratch.write("vocabulary/Tools.YAML", "- {id: zorky, title: Zorky, group: Data}\n");
    scratch.write("security/x.yaml", format!("{HEAD}tools:\n  - {{tool: zorky, proficiency: working}}\n"));
    scratch.write("security/y.yaml", format!("{}tracks: no\n", HEAD.replace('X', "Y")));
    assert_data_eq!(
        checked(&scratch),
        str![[r#"
vocabulary/Tools.YAML: misnamed-file: a file of this name is not read (call it `vocabulary/tools.yaml`, or take it out of the catalog's folder)
security/y.yaml:5:1: unknown-field: no field is called `tracks` (did you mean `track`?)
[exit code: 1]

"#]]
    );
}

/// A source whose label five roles name, each with a file of its own.
fn paid(name: &str, pay: &str) -> String {
    let scratch = Scratch::new(name);
    let source = "- {id: acme, title: Acme, publisher: Acme, licence: none, kind: survey, credit: Acme., year: 2025}\n";
    scratch.write("vocabulary/sources.yaml", source);
    let file = "source: acme\nlabels:\n- {label: Makers of tapes, currency: EUR, per: year, basis: gross, kind: earned, \
                rows: [{region: de, year: 2025, median: 5000}]}\n";
    let (old, new) = pay.split_once(" > ").expect("what is written in place of what");
    scratch.write("evidence/pay/acme.yaml", file.replacen(old, new, 1));
    for number in 0..5 {
        let text = HEAD.replace('X', &format!("X{number}"));
        let pay = format!("{text}pay:\n  - {{source: acme, label: Makers of tapes, match: exact}}\n");
        scratch.write(&format!("security/x{number}.yaml"), pay);
    }
    checked_over_names(&scratch)
}

#[test]
fn a_faulty_pay_label_is_told_once_at_its_place() {
    assert_eq!(paid("label-right", "acme > acme"), "");
    let told: String = [
        paid("label-currency", "EUR > EURO"),
        paid("label-source", "source: acme > source: acmee"),
        paid("label-seniority", "Makers of tapes, > Makers of tapes, seniority: junior,"),
        // Nobody names what stands there, and five name what it is a mistyped form of.
        paid("label-mistyped", "Makers > Makesr"),
        // Nothing is like it: each role names what is not there.
        paid("label-other", "Makers of tapes > Chiefs"),
    ]
    .concat();
    assert_data_eq!(
        told,
        str![[r#"
evidence/pay/acme.yaml:3:38: unknown-currency: no currency has the code `EURO` (a currency is its code in ISO 4217: `EUR`, `USD`, `GBP`)
[exit code: 1]
evidence/pay/acme.yaml:1:9: unknown-source: no source is called `acmee` (did you mean `acme`?)
[exit code: 1]
evidence/pay/acme.yaml:3:11: crooked-salary: `Makers of tapes` is cut by seniority in part (state `of`, `seniority` and `scale`, or none of them)
[exit code: 1]
evidence/pay/acme.yaml:3:11: unknown-pay-label: no role names `Makesr of tapes`, and 5 roles name `Makers of tapes`, which `acme` does not have (did you mean `Makers of tapes`?)
[exit code: 1]
security/x0.yaml:6:27: unknown-pay-label: `acme` has no pay label `Makers of tapes`
security/x1.yaml:6:27: unknown-pay-label: `acme` has no pay label `Makers of tapes`
security/x2.yaml:6:27: unknown-pay-label: `acme` has no pay label `Makers of tapes`
security/x3.yaml:6:27: unknown-pay-label: `acme` has no pay label `Makers of tapes`
security/x4.yaml:6:27: unknown-pay-label: `acme` has no pay label `Makers of tapes`
[exit code: 1]

"#]]
    );
}

#[test]
fn a_year_that_is_odd_beside_the_others_is_a_warning() {
    let scratch = Scratch::new("odd-years");
    let source = |id: &str, year: u16| {
        format!(
            "- {{id: {id}, title: {id}, publisher: Acme, licence: none, kind: survey, credit: Acme., year: {year}}}\n"
        )
    };
    scratch.write("vocabulary/sources.yaml", source("acme-one", 2033) + &source("acme-two", 2024));
    let row = |region: &str, year: u16| format!("{{region: {region}, year: {year}, median: 5000}}");
    let rows = [row("de", 2024), row("us", 2025), row("us-ca", 2025)].join(", ");
    let file =
        "source: acme-two\nlabels:\n- {label: Makers, currency: EUR, per: year, basis: gross, kind: earned, rows: ";
    scratch.write("evidence/pay/acme.yaml", format!("{file}[{rows}]}}\n"));
    let salary =
        "{region: de, source: acme-one, currency: EUR, per: year, basis: gross, kind: earned, year: 2034, median: 7}";
    scratch.write("security/x.yaml", format!("{HEAD}salary:\n  - {salary}\n"));
    assert_data_eq!(
        checked_over_names(&scratch),
        str![[r#"
vocabulary/sources.yaml:1:102: warning: odd-year: `acme-one` is of 2033, and the others are of 2026 at most (compare it with what the source says of itself)
evidence/pay/acme.yaml:3:139: warning: odd-year: a figure of 2025 is newer than its source, and so is one more: `acme-two` is of 2024 (compare it with what the source says of itself)
security/x.yaml:6:96: warning: odd-year: a figure of 2034 is newer than its source: `acme-one` is of 2033 (compare it with what the source says of itself)

"#]]
    );
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn a_lateral_move_that_one_of_two_files_lists_is_a_warning() {
    let scratch = Scratch::new("one-sided");
    let role = |id: &str, lateral: &str| {
        scratch.write(&format!("security/{id}.yaml"), format!("{}lateral: [{lateral}]\n", HEAD.replace('X', id)));
    };
    role("left", "right, outer");
    role("right", "left");
    // Of a role of the catalog beneath nothing is asked.
    role("outer", "ciso");
    assert_data_eq!(
        over_builtin(&scratch),
        str![[r#"
security/left.yaml:5:18: warning: one-sided-move: `left` leads aside to `outer`, and not the other way (write it in both files, or take it out)

"#]]
    );
}

#[test]
fn a_salary_lacks_all_its_fields_at_once() {
    let scratch = Scratch::new("lacking");
    let rows = "salary:\n  - {region: dee, currency: EUR, year: 2025, median: 78000}\n  - {source: editorial}\n";
    scratch.write("security/x.yaml", format!("{HEAD}{rows}"));
    assert_data_eq!(
        checked_over_names(&scratch),
        str![[r#"
security/x.yaml:6:5: missing-field: the field `basis` is missing (add `basis:`, or say it once, under `pay:` in catalog.yaml)
security/x.yaml:6:5: missing-field: the field `kind` is missing (add `kind:`, or say it once, under `pay:` in catalog.yaml)
security/x.yaml:6:5: missing-field: the field `per` is missing (add `per:`, or say it once, under `pay:` in catalog.yaml)
security/x.yaml:6:5: missing-field: the field `source` is missing (add `source:`, or say it once, under `pay:` in catalog.yaml)
security/x.yaml:6:14: unknown-region: no region is called `dee` (did you mean `de`?)
security/x.yaml:7:5: missing-field: the field `basis` is missing (add `basis:`, or say it once, under `pay:` in catalog.yaml)
security/x.yaml:7:5: missing-field: the field `currency` is missing (add `currency:`, or say it once, under `pay:` in catalog.yaml)
security/x.yaml:7:5: missing-field: the field `kind` is missing (add `kind:`, or say it once, under `pay:` in catalog.yaml)
security/x.yaml:7:5: missing-field: the field `per` is missing (add `per:`, or say it once, under `pay:` in catalog.yaml)
security/x.yaml:7:5: missing-field: the field `region` is missing (add `region:`, or say it once, under `pay:` in catalog.yaml)
security/x.yaml:7:5: missing-field: the field `year` is missing (add `year:`, or say it once, under `pay:` in catalog.yaml)
[exit code: 1]

"#]]
    );
}

#[test]
fn zeros_in_front_and_tags_are_told() {
    let scratch = Scratch::new("zeros");
    let salary = "salary:\n  - {region: de, source: editorial, currency: EUR, per: year, basis: gross, kind: earned, \
                  year: 02026, n: 010, p25: 0.5, median: 078000}\n";
    let tags = "title: !foo X\ntrack: !!str management\nlevel: 4\nsummary: !!binary aGVsbG8=\nurl: \"https://example.org/!x\"\n";
    scratch.write("security/x.yaml", format!("{tags}day:\n  - >-\n    Say !now, and ! again.\n{salary}"));
    scratch.write("security/y.yaml", "title: Y\ntrack: management\nlevel: 04\nsummary: Y.\n");
    assert_data_eq!(
        over_builtin(&scratch),
        str![[r#"
security/x.yaml:1:8: syntax: the tag `!foo` says nothing here (take it out; a text that begins with `!` stands in quotes)
security/x.yaml:4:10: syntax: the tag `!!binary` says nothing here (take it out; a text that begins with `!` stands in quotes)
security/x.yaml:10:97: wrong-type: `year` takes a year of four digits, not `02026` (write its digits alone, without sign, quotes or unit)
security/x.yaml:10:107: wrong-type: `n` takes a whole number, not `010` (write its digits alone, without sign, quotes or unit)
security/x.yaml:10:130: crooked-salary: `078000` begins with a zero that says nothing (write digits alone, below a trillion, and at most two decimals behind a point: `78000`, `25.50`)
security/y.yaml:3:8: wrong-type: `level` takes a rank from 1 to 9, not `04` (`roles levels` lists the ranks and what they are called)
[exit code: 1]

"#]]
    );
}

#[test]
fn a_currency_was_in_use_until_it_was_given_up() {
    let scratch = Scratch::new("currencies");
    let row = |(code, year): (&str, u16)| {
        format!(
            "  - {{region: de, source: editorial, currency: {code}, per: year, basis: gross, kind: earned, year: {year}, median: 78000}}\n"
        )
    };
    let rows = [("DEM", 1998), ("DEM", 2002), ("HRK", 2022), ("XEU", 1998), ("ZZZ", 1998)].map(row).concat();
    scratch.write("security/x.yaml", format!("{HEAD}salary:\n{rows}"));
    assert_data_eq!(
        checked(&scratch),
        str![[r#"
security/x.yaml:7:97: unknown-currency: nobody is paid in `DEM` in 2002: it was given up in 2001 (compare the year and the currency with the source)
security/x.yaml:9:47: unknown-currency: `XEU` is a unit of account: nobody is paid in it (a currency is its code in ISO 4217: `EUR`, `USD`, `GBP`)
security/x.yaml:10:47: unknown-currency: no currency has the code `ZZZ` (a currency is its code in ISO 4217: `EUR`, `USD`, `GBP`)
[exit code: 1]

"#]]
    );
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn a_folder_that_moves_no_role_is_warned_of() {
    let scratch = Scratch::new("idle-folder");
    scratch.write("security/cto.yaml", "title: The CTO\n");
    scratch.write("securty/cio.yaml", "title: The CIO\n");
    scratch.write("executive-leadership/ciso.yaml", "title: The CISO\n");
    // What says a family is no folder's matter, nor is a folder that is like none.
    scratch.write("security/sre.yaml", "title: The SRE\nfamily: security\n");
    scratch.write("ours/dbre.yaml", "title: The DBRE\n");
    assert_data_eq!(
        over_builtin(&scratch),
        str![[r#"
security/cto.yaml: warning: idle-folder: the folder does not move `cto` to `security`: its family is `executive-leadership` (state `family: security`, or move the file to `executive-leadership/`)
securty/cio.yaml: warning: idle-folder: no family is called `securty`: its family is `executive-leadership` (did you mean `security`?)

"#]]
    );
}

#[test]
fn a_move_to_a_hidden_role_is_told() {
    let scratch = Scratch::new("hidden-move");
    scratch.write("sre.yaml", "hidden: true\n");
    scratch.write("cto.yaml", "prerequisites: [sre, principal-engineer]\nladder: {of: cto, joins: sre}\n");
    scratch.write("cio.yaml", "lateral: [sre]\nhidden: true\n");
    assert_data_eq!(
        over_builtin(&scratch),
        str![[r#"
cto.yaml:1:17: hidden-move: `sre` is hidden: a move of `cto` leads there unseen (take it out, or take `hidden: true` out of the other's file)
cto.yaml:2:26: hidden-move: `sre` is hidden: the ladder of `cto` leads there unseen (take it out, or take `hidden: true` out of the other's file)
[exit code: 1]

"#]]
    );
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn two_kinds_of_move_are_told_between_two_files() {
    let scratch = Scratch::new("two-kinds");
    scratch.write("cto.yaml", "prerequisites: [sre, principal-engineer]\n");
    scratch.write("sre.yaml", "lateral: [cto]\n");
    // The built-in file states the other list.
    scratch.write("platform-engineer.yaml", "prerequisites: [devops-engineer, senior-software-engineer]\n");
    assert_data_eq!(
        over_builtin(&scratch),
        str![[r#"
platform-engineer.yaml:1:17: two-kinds-of-move: `devops-engineer` is a prerequisite of `platform-engineer` and a lateral move from it (take it out of one of the two lists)
sre.yaml:1:11: two-kinds-of-move: `sre` is a prerequisite of `cto` and a lateral move from it (take it out of one of the two lists)
[exit code: 1]

"#]]
    );
}

#[test]
fn one_name_in_two_spellings_is_no_second_alias() {
    let scratch = Scratch::new("spellings");
    scratch.write("security/x.yaml", format!("{HEAD}aliases: [Zed Yon, zed-yon, zedyon]\n"));
    assert_data_eq!(
        checked(&scratch),
        str![[r#"
security/x.yaml:5:20: idle-alias: the alias `zed-yon` is `Zed Yon` in other letters (take it out)
security/x.yaml:5:29: idle-alias: the alias `zedyon` is `Zed Yon` in other letters (take it out)
[exit code: 1]

"#]]
    );
}

#[test]
fn what_cannot_be_read_comes_with_a_remedy() {
    let scratch = Scratch::new("remedies");
    scratch.write("vocabulary/Sources.YAML", "- {id: x}\n");
    scratch.write("security/Head of_IT.YAML", HEAD);
    symlink("nowhere", scratch.path().join("security/x.yaml")).expect("links can be made");
    symlink("/", scratch.path().join("out")).expect("links can be made");
    symlink("security", scratch.path().join("in")).expect("links can be made");
    assert_data_eq!(
        checked(&scratch),
        str![[r#"
security/Head of_IT.YAML: misnamed-file: a file of this name is not read (call it `security/head-of-it.yaml`, or take it out of the catalog's folder)
vocabulary/Sources.YAML: misnamed-file: a file of this name is not read (call it `vocabulary/sources.yaml`, or take it out of the catalog's folder)
in: linked-folder: a linked folder is not followed (copy it, link its files one by one, or take the link out)
out: link-outside: the link leads to a folder outside of the catalog's (link its files one by one, or name the folder with a `--catalog` of its own)
security/x.yaml: unreadable-file: the link leads to no file (mend the link, or take it out of the catalog's folder)
[exit code: 1]

"#]]
    );
}

/// A catalog that stands alone, with few words.
fn alone(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    scratch.write("full/vocabulary/families.yaml", "- {id: eng, title: Engineering, definition: E}\n");
    scratch.write("full/vocabulary/tracks.yaml", "- {id: mgr, title: Managers, definition: M}\n");
    let level =
        |rank: u8, name: &str| format!("- {{rank: {rank}, definition: D, names: [{{track: mgr, name: {name}}}]}}\n");
    scratch.write("full/vocabulary/levels.yaml", level(4, "M1") + &level(5, "M2"));
    scratch.write("full/eng/x.yaml", "title: X\ntrack: mgr\nlevel: 4\nsummary: X.\n");
    scratch
}

#[test]
fn hints_name_nothing_that_a_catalog_alone_has_not() {
    let scratch = alone("alone-hints");
    let wrong =
        "title: X\ntrack: mgr\nlevel: 3\nsummary: X.\nfamily: zzz\ntools:\n  - {tool: zzz, proficiency: working}\n";
    scratch.write("full/eng/x.yaml", wrong);
    assert_data_eq!(
        run(&scratch, "--no-builtin check full").to_string(),
        str![[r#"
full/eng/x.yaml:3:8: unknown-level: no level has the rank 3 (levels run from 4 (M1) to 5 (M2))
full/eng/x.yaml:5:9: unknown-family: no family is called `zzz` (the only family is `eng`)
full/eng/x.yaml:7:12: unknown-tool: no tool is called `zzz` (a new tool is an entry of vocabulary/tools.yaml)
[exit code: 1]

"#]]
    );
}

#[test]
fn a_new_role_is_written_in_the_words_of_its_catalog() {
    let scratch = alone("alone-new");
    let new = run(&scratch, "--no-builtin --catalog full new zed --dir full/eng").to_string();
    assert_eq!(new, "wrote full/eng/zed.yaml\n");
    assert_eq!(run(&scratch, "--no-builtin check full").to_string(), "");
    let text = std::fs::read_to_string(scratch.path().join("full/eng/zed.yaml")).expect("it was written");
    let stated: Vec<&str> = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())).collect();
    assert_eq!(stated, ["title: Zed", "family: eng", "track: mgr", "level: 4", "summary: >-", "day:"]);
    assert!(text.contains("\n# mgr.\n") && text.contains("\n# Rank, 4 (M1) to 5 (M2): `roles levels`.\n"), "{text}");
    // Without words there are comments, and the check says what is missing.
    scratch.write("none/eng/x.yaml", "hidden: true\n");
    assert_data_eq!(
        run_named(&scratch, "new foo --dir full/eng/x.yaml").to_string(),
        str![[r#"
------- stderr -------
error: `full/eng/x.yaml` is a file, and no folder
hint: `--dir` names the folder that the role's file goes into
[exit code: 2]

"#]]
    );
}

#[test]
fn a_folder_that_cannot_be_typed_stands_in_no_hint() {
    let scratch = Scratch::new("untypeable");
    let folder = OsString::from_vec(b"d\xff".to_vec());
    std::fs::create_dir(scratch.path().join(&folder)).expect("any bytes are a name");
    let over = || Roles::builtin().words("list --catalog").arg(folder.clone()).folder(scratch.path()).run().to_string();
    let check = Roles::builtin().words("check").arg(folder.clone()).folder(scratch.path()).run().to_string();
    std::fs::write(scratch.path().join(&folder).join("cto.yaml"), "level: 40\n").expect("it can be written");
    assert_data_eq!(
        check + &over(),
        str![[r#"
------- stderr -------
error: no YAML file lies in `d/xff`
hint: `roles new my-role` writes the first file of a catalog into the current folder
[exit code: 1]
------- stderr -------
error[unknown-level]: no level has the rank 40
 --> d/xff/cto.yaml:1:8
  |
1 | level: 40
  |        ^^
  |
  = help: levels run from 1 (intern) to 9 (executive); `roles levels` lists
          them

error: the catalog `d/xff` has a fault
[exit code: 2]

"#]]
    );
}

#[test]
fn a_profile_is_told_what_a_profile_is() {
    let scratch = Scratch::new("profiles");
    scratch.write("list.yaml", "tools:\n- git: expert\n");
    scratch.write("crossed.yaml", "tools: {Ownership: expert}\ncompetencies: {k8s: expert}\n");
    scratch.write("long.yaml", "x".repeat(9 << 20));
    let told = ["list", "crossed", "long"].map(|name| run(&scratch, &format!("gap cto -p {name}.yaml")).to_string());
    assert_data_eq!(
        told.concat(),
        str![[r#"
------- stderr -------
error[wrong-type]: `tools` takes names with levels behind them, not a list
 --> list.yaml:2:3
  |
2 | - git: expert
  |   ^
  |
  = help: in a profile, a tool a line, with its level behind it: `git:
          working`

error: the profile `list.yaml` is not valid
[exit code: 2]
------- stderr -------
warning: crossed.yaml:1:9: no tool is called `Ownership`: left out (`ownership` stands under `competencies:`)
warning: crossed.yaml:2:16: no competency is called `k8s`: left out (`kubernetes` stands under `tools:`)
error: the profile `crossed.yaml` says nothing yet: there is nothing to measure
hint: put a level behind a name: awareness, working, practitioner or expert
[exit code: 1]
------- stderr -------
error[file-too-long]: the file is over 8 MiB long
--> long.yaml
 = help: a profile is what one person claims: `roles profile > me.yaml`
         writes an empty one

error: the profile `long.yaml` is not valid
[exit code: 2]

"#]]
    );
}

#[test]
fn colors_that_cannot_be_read_are_told() {
    let told = |colors: &str, line: &str| Roles::builtin().words(line).env("ROLES_COLORS", colors).run().stderr;
    let colors = "heading:nope=1:heading=banana:id=90:";
    assert_data_eq!(
        told(colors, "families --color always"),
        str![[r#"
warning: ROLES_COLORS: `heading` is left out: write a label and its color, as in `heading=1;34`
warning: ROLES_COLORS: `nope=1` is left out: the labels are title, heading, id, aside, name, bar, mark, hit, error, hint
warning: ROLES_COLORS: `heading=banana` is left out: a color is numbers parted by `;`, as in `heading=1;34`

"#]]
    );
    let theme = Roles::builtin().words("families --color always").env("ROLES_THEME", "blue").run();
    assert_eq!(theme.stderr, "warning: ROLES_THEME: `blue` is left out: the themes are dark, light and none\n");
    assert_eq!(told(colors, "families"), "");
    assert_eq!(told("heading=1;34:id=90", "families --color always"), "");
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn what_only_stood_in_for_a_value_is_not_told() {
    let scratch = Scratch::new("stand-in");
    scratch.write("vocabulary/families.yaml", "- {id: a, title: A, definition: A.}\n");
    scratch.write("vocabulary/tracks.yaml", "- {id: t, title: T, definition: T.}\n");
    scratch.write("a/one.yaml", "title: One\ntrack: t\nlevel: M1\nsummary: One.\n");
    assert_data_eq!(
        over_builtin(&scratch),
        str![[r#"
a/one.yaml:3:8: wrong-type: `level` takes a rank from 1 to 9, not `M1` (`roles levels` lists the ranks and what they are called)
[exit code: 1]

"#]]
    );
}

#[test]
fn a_table_among_roles_is_told_as_one() {
    let scratch = Scratch::new("table");
    scratch.write("tracks.yaml", "# Ours\n- {id: t, title: T, definition: T.}\n");
    scratch.write("a/one.yaml", "title: One\nfamily: a\ntrack: t\nlevel: 1\nsummary: One.\n");
    assert_data_eq!(
        over_builtin(&scratch),
        str![[r#"
tracks.yaml: misnamed-file: this is a table, and not a role (move it to `vocabulary/tracks.yaml`, in the catalog's own folder)
a/one.yaml:2:9: unknown-family: no family is called `a` (`roles families` lists them; a new family is an entry of vocabulary/families.yaml)
[exit code: 1]

"#]]
    );
}

#[test]
fn what_belongs_elsewhere_is_told_where() {
    let scratch = Scratch::new("elsewhere");
    scratch.write(
        "engineering/one.yaml",
        "title: One\ntrack: individual-contributor\nlevel: 3\nsummary: One.\ntools: [{tool: architecture, proficiency: working}]\ncompetencies: [{competency: git, weight: 4}]\n",
    );
    scratch.write(
        "vocabulary/competencies.yaml",
        "- {id: gardening, title: Gardening, definition: D., levels: {expert: E.}}\n",
    );
    scratch.write("vocabulary/regions.yaml", "- {id: de, level: state, parent: us}\n");
    let said = Roles::miniature().words("check --catalog").arg(scratch.path()).arg(scratch.path()).run();
    assert_data_eq!(
        said.to_string().replace(&scratch.path().display().to_string(), "C"),
        str![[r#"
C/vocabulary/regions.yaml:1:8: crooked-region: `de` is a country in the catalog beneath, and cannot become a state (a code is a country's; give a state or a metro one of its own, behind that of its country: `us-pa`)
C/engineering/one.yaml:5:16: unknown-tool: no tool is called `architecture` (it is a competency, and stands under `competencies:`)
C/engineering/one.yaml:6:29: unknown-competency: no competency is called `git` (it is a tool, and stands under `tools:`)
[exit code: 1]

"#]]
    );
}

#[test]
fn links_that_lead_nowhere_are_told() {
    let scratch = Scratch::new("dangling");
    scratch.write("engineering/one.yaml", "title: One\n");
    std::os::unix::fs::symlink("/nowhere/at/all", scratch.path().join("more")).expect("links can be made");
    std::os::unix::fs::symlink("/nowhere", scratch.path().join("two.yaml.bak")).expect("links can be made");
    assert_data_eq!(
        over_builtin(&scratch),
        str![[r#"
two.yaml.bak: misnamed-file: a file of this name is not read (call it `two.yaml`, or take it out of the catalog's folder)
engineering/one.yaml: missing-field: the role `one` has no level (add `level:` to the file; `roles new ID` writes one with each field explained)
engineering/one.yaml: missing-field: the role `one` has no track (add `track:` to the file; `roles new ID` writes one with each field explained)
engineering/one.yaml: unknown-family: no family is called `engineering`, and the file states none (did you mean `engineering-management` or `software-engineering`?)
more: unreadable-file: the link leads to nothing (mend the link, or take it out of the catalog's folder)
[exit code: 1]

"#]]
    );
}

#[test]
fn a_folder_that_is_none_is_told_as_what_it_is() {
    let scratch = Scratch::new("no-folder");
    std::os::unix::fs::symlink("nowhere", scratch.path().join("link")).expect("links can be made");
    for folder in ["/dev/null", "link"] {
        let said = Roles::builtin().folder(scratch.path()).words("new my-role --dir").arg(folder).run();
        assert!(said.code == 2 && said.stderr.contains("and no folder"), "{said}");
    }
}

#[test]
fn two_catalogs_of_one_name_are_told_apart() {
    let scratch = Scratch::new("one-name");
    let role = "title: One\nfamily: engineering\ntrack: individual-contributor\nlevel: 3\nsummary: One.\n";
    scratch.write("x/lad/one.yaml", role);
    scratch.write("y/lad/one.yaml", "summary: Another.\n");
    let said = Roles::miniature()
        .arg("--catalog")
        .arg(scratch.path().join("x/lad"))
        .arg("--catalog")
        .arg(scratch.path().join("y/lad"))
        .words("show one")
        .run();
    assert_data_eq!(
        said.to_string(),
        str![[r#"
role        one  One  Engineering  mid
stated      x/lad  title, family, track, level
stated      y/lad  summary
summary     Another.
competency  no evidence
salary      no public figure
getting-in  no public figure
outlook     no public figure
next        none listed yet

"#]]
    );
}

#[test]
fn a_rank_that_a_track_has_no_name_for_is_told_as_a_rank() {
    let scratch = Scratch::new("unnamed");
    scratch.write("leadership/cto.yaml", "level: 8\n");
    let said =
        Roles::miniature().arg("--catalog").arg(scratch.path()).words("list --fields id,level --format tsv").run();
    let row = said.stdout.lines().find(|line| line.starts_with("cto")).map(str::to_owned);
    assert_eq!(row.as_deref(), Some("cto\trank 8"));
}

#[test]
fn a_format_that_a_command_has_not_is_told() {
    assert_data_eq!(
        Roles::builtin().words("completions bash -f json").run().stderr,
        str![[r#"
note: `--format` is for answers: what this command writes has one form

"#]]
    );
}

#[test]
fn help_begins_with_what_the_command_does() {
    for command in ["show", "path", "compare", "salary", "list", "why"] {
        let overview = Roles::builtin().arg("--help").run().answered();
        let line = overview.lines().find_map(|line| line.trim().strip_prefix(command)?.trim().to_owned().into());
        let line: String = line.expect("the help names each command");
        let help = Roles::builtin().arg(command).arg("--help").run().answered();
        assert_eq!(help.lines().next().map(str::trim), Some(line.as_str()), "{command}");
    }
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn a_list_has_a_word_once_in_whatever_file_it_stands() {
    let scratch = Scratch::new("said-twice");
    scratch.write("catalog.yaml", "rules: {skip: [house, house]}\n");
    scratch.write("vocabulary/certificates.yaml", "- {id: foo, title: Foo, issuer: Bar, aliases: [F, F, f]}\n");
    scratch.write(
        "vocabulary/levels.yaml",
        "- {rank: 4, names: [{track: management, name: boss, aliases: [b, \"b\"]}]}\n",
    );
    scratch.write("vocabulary/tools.yaml", "- id: git\n  onet:\n    - Git\n    - Git\n  aliases: [g it, g it]\n");
    scratch.write("vocabulary/competencies.yaml", "- {id: coaching, aliases: [Sparring, sparring]}\n");
    scratch.write("vocabulary/titles.yaml", "- {noise: [foo, foo]}\n");
    scratch.write("evidence/titles/x.yaml", "source: esco\ntitles:\n  - {role: cto, lang: de, names: [A, A]}\n");
    let moves = "source: ladder\nmoves:\n  - {from: cto, to: cio, kind: lateral, as: A}\n";
    scratch.write(
        "evidence/moves/x.yaml",
        format!("{}  - {{from: cto, to: cio, kind: lateral, as: B}}\n", moves.replace("ladder", "esco")),
    );
    let lists = "day: [You write., You write.]\nrequires: {certificates: [A, A]}\nlateral: [cto, cto]\naliases: [Y, Y]\n\
                 preparation:\n  - {source: au_jsa_2026, record: \"1311\", match: close}\n  - {source: au_jsa_2026, record: \"1311\", match: proxy}\n";
    scratch.write("security/x.yaml", format!("{HEAD}{lists}"));
    assert_data_eq!(
        over_builtin(&scratch),
        str![[r#"
catalog.yaml:1:23: duplicate-entry: `house` stands in this list twice (take one of the two out)
vocabulary/certificates.yaml:1:51: duplicate-entry: `F` stands in this list twice (take one of the two out)
vocabulary/certificates.yaml:1:54: idle-alias: the alias `f` is `F` in other letters (take it out)
vocabulary/competencies.yaml:1:38: idle-alias: the alias `sparring` is `Sparring` in other letters (take it out)
vocabulary/levels.yaml:1:66: duplicate-entry: `b` stands in this list twice (take one of the two out)
vocabulary/titles.yaml:1:17: duplicate-entry: `foo` stands in this list twice (take one of the two out)
vocabulary/tools.yaml:4:7: duplicate-entry: `Git` stands in this list twice (take one of the two out)
vocabulary/tools.yaml:5:19: duplicate-entry: `g it` stands in this list twice (take one of the two out)
evidence/moves/x.yaml:4:21: duplicate-id: the move of this kind to `cio` stands in evidence/moves/x.yaml:3 already (take one of the two out)
evidence/titles/x.yaml:3:38: duplicate-entry: `A` stands in this list twice (take one of the two out)
security/x.yaml:5:19: duplicate-entry: `You write.` stands in this list twice (take one of the two out)
security/x.yaml:6:30: duplicate-entry: `A` stands in this list twice (take one of the two out)
security/x.yaml:7:16: duplicate-entry: `cto` stands in this list twice (take one of the two out)
security/x.yaml:8:14: duplicate-entry: `Y` stands in this list twice (take one of the two out)
security/x.yaml:11:35: duplicate-entry: `1311` stands in this list twice (take one of the two out)
[exit code: 1]

"#]]
    );
}

#[test]
fn two_salaries_that_differ_in_currency_or_span_alone_are_told() {
    let scratch = Scratch::new("two-currencies");
    let row = |currency: &str, per: &str, basis: &str| {
        format!(
            "  - {{region: de, source: editorial, currency: {currency}, per: {per}, basis: {basis}, kind: earned, year: 2025, median: 50000}}\n"
        )
    };
    let of = |rows: &[String]| format!("{HEAD}salary:\n{}", rows.concat());
    let first = row("EUR", "year", "gross");
    scratch.write("security/x.yaml", of(&[first.clone(), row("USD", "year", "gross"), row("EUR", "month", "gross")]));
    scratch.write("security/y.yaml", of(&[first, row("EUR", "year", "total")]).replace("title: X", "title: Y"));
    let label = |per: &str, currency: &str| {
        format!(
            "  - label: A\n    currency: {currency}\n    per: {per}\n    basis: gross\n    kind: earned\n    rows:\n      - {{region: de, year: 2025, median: 50000}}\n"
        )
    };
    let labels = [label("year", "EUR"), label("month", "EUR"), label("year", "USD")].concat();
    scratch.write("evidence/pay/x.yaml", format!("source: editorial\nlabels:\n{labels}"));
    assert_data_eq!(
        checked(&scratch),
        str![[r#"
evidence/pay/x.yaml:16:18: duplicate-id: the row for `de` stands in line 9 already, per year (take one of the two out: a source publishes a figure per one span)
security/x.yaml:7:5: duplicate-entry: `de` has a salary of this source and year already: in EUR per year (take one of the two out; what differs is told apart by `basis`, `kind` or `source`)
security/x.yaml:8:5: duplicate-entry: `de` has a salary of this source and year already: in EUR per year (take one of the two out; what differs is told apart by `basis`, `kind` or `source`)
[exit code: 1]

"#]]
    );
}

#[test]
fn an_alias_of_a_region_is_no_name_of_another() {
    let scratch = Scratch::new("region-aliases");
    scratch.write("vocabulary/regions.yaml", "- {id: xk, name: Kosovo, level: country, parent: world, aliases: [de, Germany]}\n- {id: de-by, name: Georgia, level: state, parent: de, aliases: [France, US-GA]}\n");
    scratch.write(
        "vocabulary/metros.yaml",
        "- {id: de-y, name: Y, level: metro, parent: de, aliases: [US, Germany, Lima]}\n",
    );
    assert_data_eq!(
        over_builtin(&scratch),
        str![[r#"
vocabulary/metros.yaml:1:59: shared-name: the name `US` already finds `us` (take it out of `de-y`, or of `us`: a name finds one region)
vocabulary/metros.yaml:1:63: shared-name: the name `Germany` already finds `de` (take it out of `de-y`, or of `de`: a name finds one region)
vocabulary/regions.yaml:1:67: shared-name: the name `de` already finds `de` (take it out of `xk`, or of `de`: a name finds one region)
vocabulary/regions.yaml:1:71: shared-name: the name `Germany` already finds `de` (take it out of `xk`, or of `de`: a name finds one region)
vocabulary/regions.yaml:2:66: shared-name: the name `France` already finds `fr` (take it out of `de-by`, or of `fr`: a name finds one region)
vocabulary/regions.yaml:2:74: shared-name: the name `US-GA` already finds `us-ga` (take it out of `de-by`, or of `us-ga`: a name finds one region)
[exit code: 1]

"#]]
    );
}

#[test]
fn a_file_whose_name_has_capitals_is_named_and_nothing_follows_from_it() {
    let scratch = Scratch::new("capitals");
    scratch.write("Catalog.yaml", "title: Acme\n");
    scratch.write("security/CTO-X.yaml", HEAD);
    scratch.write("security/Abc Def.YAML", HEAD);
    scratch.write("Roles/vocabulary/tools.yaml", "- {id: zork, title: Zork, group: Data}\n");
    scratch.write(
        "security/x.yaml",
        format!("{HEAD}lateral: [cto-x, abc-def]\ntools: [{{tool: zork, proficiency: working}}]\n"),
    );
    assert_data_eq!(
        checked(&scratch),
        str![[r#"
Catalog.yaml: misnamed-file: a file of this name is not read (what a catalog says of itself stands in `catalog.yaml`: call it so)
Roles/vocabulary: misnamed-file: a folder of this name is not read (`vocabulary` lies in the catalog's own folder: move it there, or name the catalog as `Roles`)
security/Abc Def.YAML: misnamed-file: a file of this name is not read (call it `security/abc-def.yaml`, or take it out of the catalog's folder)
security/CTO-X.yaml: bad-id: `CTO-X` cannot be an id (an id has small letters, digits and hyphens, at most 64: `cto-x`)
[exit code: 1]

"#]]
    );
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn a_number_in_quotes_is_the_number() {
    let scratch = Scratch::new("quoted");
    scratch.write("security/x.yaml", format!("{}competencies: [{{competency: coaching, weight: \"80\"}}]\nsalary:\n  - {{region: de, source: editorial, currency: EUR, per: year, basis: gross, kind: earned, year: \"2025\", n: \"5\", median: \"50000\"}}\n", HEAD.replace("4", "\"4\"")));
    scratch.write("vocabulary/levels.yaml", "- {rank: \"4\", definition: D}\n");
    scratch.write("vocabulary/scoring.yaml", "share: \"0.1\"\nmeasured: {cells: \"1\", error: \"1.5\", within_15: \"1\", levels: \"1\", orderings: \"1\", held: \"1\"}\n");
    scratch.write("evidence/readings/x.yaml", "source: editors\nreading: \"9\"\nbatches: [{batch: \"1\", weights: {coaching: {x: 5 none}}}]\ncells: [{role: x, competency: technology-strategy, weight: \"5\", level: none, why: W}]\n");
    let growth = "growth: {percent: \"-3.5\", from: \"2024\", to: \"2034\"}, people: \"5\"";
    scratch.write(
        "evidence/preparation/x.yaml",
        format!("source: editorial\nabout: occupation\ncountry: us\nrecords: [{{code: A, {growth}}}]\n"),
    );
    assert_eq!(run(&scratch, "check . --skip warning").to_string(), "");
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn a_group_that_is_nearly_another_and_a_region_with_a_wrong_sign_are_told() {
    let scratch = Scratch::new("near-group");
    scratch.write("vocabulary/tools.yaml", "- {id: zork, title: Zork, group: Offfice}\n- {id: zirk, title: Zirk, group: data}\n- {id: zark, title: Zark, group: Magic}\n");
    scratch.write("security/x.yaml", format!("{HEAD}salary:\n  - {{region: us_ca, source: editorial, currency: USD, per: year, basis: gross, kind: earned, year: 2025, median: 50000}}\n"));
    let first = over_builtin(&scratch);
    scratch.write("security/x.yaml", HEAD);
    assert_data_eq!(
        first + &over_builtin(&scratch),
        str![[r#"
security/x.yaml:6:14: unknown-region: no region is called `us_ca` (did you mean `us-ca`?)
[exit code: 1]
vocabulary/tools.yaml:1:34: warning: near-group: the group `Offfice` is nearly `Office`, which more tools have (write `group: Office`, if that is meant)
vocabulary/tools.yaml:2:34: warning: near-group: the group `data` is nearly `Data`, which more tools have (write `group: Data`, if that is meant)

"#]]
    );
}
