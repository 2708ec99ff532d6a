//! What a catalog's folder holds, and where it lies: nothing of it is passed over in silence, and what is
//! written has its meaning or a fault.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;

use snapbox::{assert_data_eq, str};

use crate::support::{self, BUILTIN_CHECKED, PROGRAM, Roles, Scratch, is_all, repository, run, run_named};

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

/// Two catalogs that are right, each by itself, and clash.
fn clash(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    scratch.write("one/technical-writer.yaml", "prerequisites: [scrum-master]\n");
    scratch.write("two/scrum-master.yaml", "prerequisites: [technical-writer]\n");
    scratch
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn a_hint_shows_the_fault_that_it_is_given_for() {
    let scratch = clash("hint");
    let told = run(&scratch, "--catalog one --catalog two show sre");
    let hint = told.stderr.lines().last().and_then(|line| line.split('`').nth(1)).unwrap_or_default();
    assert_eq!(hint, "roles check two --catalog one", "{told}");
    let typed = hint.strip_prefix("roles ").expect("it is a command of this program");
    let shown = |line: &str| run(&scratch, line).to_string();
    let fault = "two/scrum-master.yaml:1:17: circular-prerequisites: prerequisites run in a circle: technical-writer needs scrum-master needs technical-writer (take one of these prerequisites out; a move both ways is `lateral:`)\n[exit code: 1]\n";
    assert_eq!(shown(typed), fault);
    assert_eq!(shown("check two"), "");
    // A catalog that is named keeps its place, whichever of them is checked.
    assert_eq!(shown("check one --catalog one --catalog two"), fault);
    let variable = Roles::builtin().words("check two").env("ROLES_CATALOG", "one").folder(scratch.path());
    assert_eq!(variable.run().to_string(), fault);
    // The lower one, too, is checked as it lies.
    scratch.write("one/technical-writer.yaml", "level: 40\n");
    let told = run(&scratch, "--catalog one --catalog two list").stderr;
    assert!(
        told.ends_with("hint: `roles check one --catalog one --catalog two` shows all that is wrong with it\n"),
        "{told}"
    );
}

#[test]
fn a_check_counts_the_catalogs_that_it_lies_over() {
    let scratch = clash("many");
    for number in 0..31 {
        scratch.write(&format!("c{number}/.keep"), "");
    }
    let many: String = (0..31).map(|number| format!(" --catalog c{number}")).collect();
    assert_data_eq!(
        run(&scratch, &format!("check one{many}")).to_string(),
        str![[r#"
------- stderr -------
error: 32 catalogs are too many: at most 31 can be laid over each other
hint: copy the files of some of them into one folder
[exit code: 2]

"#]]
    );
}

#[test]
fn a_folder_without_files_passes_no_check() {
    let scratch = Scratch::new("nothing");
    scratch.write("empty/README.md", "");
    assert_data_eq!(
        ["check empty", "check empty --list-unused", "check emty"].map(|line| run(&scratch, line).to_string()).concat(),
        str![[r#"
------- stderr -------
error: no YAML file lies in `empty`
hint: `roles new my-role --dir empty` writes the first file of a catalog
[exit code: 1]
------- stderr -------
error: no YAML file lies in `empty`
hint: `roles new my-role --dir empty` writes the first file of a catalog
[exit code: 1]
------- stderr -------
error: cannot read the catalog `emty`: No such file or directory (os error 2)
hint: a catalog is a folder of YAML files: `roles new my-role` writes the first
[exit code: 2]

"#]]
    );
}

#[test]
fn a_catalog_of_ones_own_that_cannot_be_read_is_told() {
    let scratch = Scratch::new("own");
    let own = || Roles::builtin().words("families -f tsv --fields id").env("XDG_CONFIG_HOME", scratch.path()).run();
    let told = |what: &str| {
        let outcome = own();
        let path = scratch.path().join("roles/catalog").display().to_string();
        assert!(outcome.stderr.starts_with(&format!("error: cannot read the catalog `{path}`: ")), "{what}: {outcome}");
        assert!(outcome.stderr.ends_with("hint: it is read where no `--catalog` is named: mend it, or take it away\n"));
        assert_eq!((outcome.stdout.as_str(), outcome.code), ("", 2), "{what}");
    };
    let right = |what: &str| assert_eq!((own().code, own().stderr), (0, String::new()), "{what}");
    right("no folder at all");
    symlink("nowhere", scratch.path().join("roles")).expect("links can be made");
    told("a dangling link in the place of the folder above");
    std::fs::remove_file(scratch.path().join("roles")).expect("it is there");
    scratch.write("roles/other", "");
    right("no catalog");
    symlink("nowhere", scratch.path().join("roles/catalog")).expect("links can be made");
    told("a dangling link");
    std::fs::remove_file(scratch.path().join("roles/catalog")).expect("it is there");
    scratch.write("roles/catalog", "");
    told("a plain file");
    let nowhere = Roles::builtin().words("families").env("XDG_CONFIG_HOME", "/dev/null").run();
    assert_eq!((nowhere.code, nowhere.stderr), (0, String::new()));
}

#[test]
fn names_that_look_like_a_catalogs_are_told() {
    let scratch = Scratch::new("look-alike");
    for name in ["i.yaml ", "h.yam", "p.yalm", "r.yamll", "f.json", "sre.yaml.gz", "m.yaml.disabled", "c.yaml.bak"] {
        scratch.write(&format!("security/{name}"), HEAD);
    }
    for name in ["vocab/tools.yaml", "evidences/pay/x.yaml", "acme/vocabulary/tools.yaml"] {
        scratch.write(name, "- {id: x}\n");
    }
    // These are passed over.
    for name in ["security/e.yaml~", "security/.f.yaml.swp", "security/#g.yaml#", "package.json", "x.schema.json"] {
        scratch.write(name, "");
    }
    assert_data_eq!(
        checked(&scratch),
        str![[r#"
acme/vocabulary: misnamed-file: a folder of this name is not read (`vocabulary` lies in the catalog's own folder: move it there, or name the catalog as `acme`)
evidences: misnamed-file: a folder of this name is not read (call it `evidence`)
security/c.yaml.bak: misnamed-file: a file of this name is not read (call it `security/c.yaml`, or take it out of the catalog's folder)
security/f.json: misnamed-file: a file of this name is not read (call it `security/f.yaml`, or take it out of the catalog's folder)
security/h.yam: misnamed-file: a file of this name is not read (call it `security/h.yaml`, or take it out of the catalog's folder)
security/i.yaml : misnamed-file: a file of this name is not read (call it `security/i.yaml`, or take it out of the catalog's folder)
security/m.yaml.disabled: misnamed-file: a file of this name is not read (call it `security/m.yaml`, or take it out of the catalog's folder)
security/p.yalm: misnamed-file: a file of this name is not read (call it `security/p.yaml`, or take it out of the catalog's folder)
security/r.yamll: misnamed-file: a file of this name is not read (call it `security/r.yaml`, or take it out of the catalog's folder)
security/sre.yaml.gz: misnamed-file: a file of this name is not read (call it `security/sre.yaml`, or take it out of the catalog's folder)
vocab: misnamed-file: a folder of this name is not read (call it `vocabulary`)
[exit code: 1]

"#]]
    );
}

#[test]
fn names_that_are_no_text_are_shown_by_their_bytes() {
    let scratch = Scratch::new("bytes");
    for name in [&b"\xff"[..], b"a\xfeb.yaml", b".\xff"] {
        std::fs::write(scratch.path().join(OsStr::from_bytes(name)), HEAD).expect("any bytes can be a name");
    }
    std::fs::create_dir(scratch.path().join("security")).expect("it can be made");
    std::fs::write(scratch.path().join("security").join(OsStr::from_bytes(b"\xc3")), "").expect("it too");
    assert_data_eq!(
        checked(&scratch),
        str![[r#"
/xff: not-utf-8: the file's name is not UTF-8 (give it a name in UTF-8)
a/xfeb.yaml: not-utf-8: the file's name is not UTF-8 (give it a name in UTF-8)
security//xc3: not-utf-8: the file's name is not UTF-8 (give it a name in UTF-8)
[exit code: 1]

"#]]
    );
}

#[test]
fn texts_say_something_and_names_say_it_on_one_line() {
    let scratch = Scratch::new("texts");
    let role = |id: &str, title: &str, more: &str| {
        scratch.write(&format!("security/{id}.yaml"), format!("title: {title}\ntrack: management\nlevel: 4\n{more}"));
    };
    role("a", "\"\"", "summary: S.\n");
    role("b", "\"  \"", "summary: \"\\u200b\"\nday: [\"\"]\n");
    role("c", "C", "summary: S.\naliases: [\"\", \" \", Cee]\nladder: {of: c, step: ''}\n");
    role("d", "", "summary: S.\n");
    role("e", "~", "summary: S.\n");
    role("g", "G", "summary: S.\nrequires: {}\n");
    role("h", "H", "summary: S.\nrequires: {years: '', education: ' ', certificates: ['', a course]}\n");
    role("i", "I", "summary: S.\nrequires: {years: , certificates: []}\n");
    role("f", "\"F\\nG\"", "summary: S.\naliases: [\"F\\u2028H\"]\n");
    scratch.write("vocabulary/competencies.yaml", "- {id: architecture, title: \"\", definition: ' '}\n");
    scratch.write(
        "vocabulary/families.yaml",
        "- {id: fine, title: Fine, definition: ~}\n- {id: '', title: x, definition: y}\n",
    );
    scratch.write("vocabulary/regions.yaml", "- {id: zz, name: \"\", level: country}\n- {id: de, aliases: ['']}\n");
    scratch.write("vocabulary/sources.yaml", "- {id: so_2025, short: '', caveat: \"\\n\"}\n");
    scratch.write("vocabulary/tools.yaml", "- {id: git, title: \"a\\nb\", group: ''}\n");
    scratch.write("vocabulary/levels.yaml", "- {rank: 4, names: [{track: management, name: ''}]}\n");
    scratch.write("evidence/titles/ours.yaml", "source: so_2025\ntitles:\n- {role: cto, lang: de, names: ['']}\n");
    assert_data_eq!(
        checked_over_names(&scratch),
        str![[r#"
vocabulary/competencies.yaml:1:29: missing-field: `title` says nothing (write a text, or take it out)
vocabulary/competencies.yaml:1:45: missing-field: `definition` says nothing (write a text, or take it out)
vocabulary/families.yaml:2:8: missing-field: `id` says nothing (write a text, or take it out)
vocabulary/levels.yaml:1:47: missing-field: `name` says nothing (write a text, or take it out)
vocabulary/regions.yaml:1:18: missing-field: `name` says nothing (write a text, or take it out)
vocabulary/regions.yaml:2:22: missing-field: `aliases` says nothing (write a text, or take it out)
vocabulary/sources.yaml:1:24: missing-field: `short` says nothing (write a text, or take it out)
vocabulary/sources.yaml:1:36: missing-field: `caveat` says nothing (write a text, or take it out)
vocabulary/tools.yaml:1:20: wrong-type: `title` takes a name on one line (take the line break out)
vocabulary/tools.yaml:1:35: missing-field: `group` says nothing (write a text, or take it out)
evidence/titles/ours.yaml:3:33: missing-field: `names` says nothing (write a text, or take it out)
security/a.yaml:1:8: missing-field: `title` says nothing (write a text, or take it out)
security/b.yaml:1:8: missing-field: `title` says nothing (write a text, or take it out)
security/b.yaml:4:10: missing-field: `summary` says nothing (write a text, or take it out)
security/b.yaml:5:7: missing-field: `day` says nothing (write a text, or take it out)
security/c.yaml:5:11: missing-field: `aliases` says nothing (write a text, or take it out)
security/c.yaml:5:15: missing-field: `aliases` says nothing (write a text, or take it out)
security/c.yaml:6:23: missing-field: `step` says nothing (write a text, or take it out)
security/d.yaml: missing-field: the role `d` has no title (add `title:` to the file; `roles new ID` writes one with each field explained)
security/e.yaml: missing-field: the role `e` has no title (add `title:` to the file; `roles new ID` writes one with each field explained)
security/f.yaml:1:8: wrong-type: `title` takes a name on one line (take the line break out)
security/f.yaml:5:11: wrong-type: `aliases` takes a name on one line (take the line break out)
security/g.yaml: missing-field: `requires` says nothing (state `years`, `education` or `certificates`, or take it out)
security/h.yaml:5:19: missing-field: `years` says nothing (write a text, or take it out)
security/h.yaml:5:34: missing-field: `education` says nothing (write a text, or take it out)
security/h.yaml:5:54: missing-field: `certificates` says nothing (write a text, or take it out)
security/i.yaml: missing-field: `requires` says nothing (state `years`, `education` or `certificates`, or take it out)
[exit code: 1]

"#]]
    );
    // What stands around a name is none of it.
    let scratch = Scratch::new("around");
    scratch.write("security/x.yaml", HEAD.replacen('X', ">\n  Xe\n", 1) + "aliases: [' Xi ']\n");
    let shown = run_named(&scratch, "show x -f json --section summary --catalog .").answered();
    assert!(shown.contains("\"title\": \"Xe\"") && shown.contains("\"Xi\""), "{shown}");
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn names_of_the_vocabulary_find_one_entry() {
    let scratch = Scratch::new("shared");
    scratch.write(
        "vocabulary/tools.yaml",
        "- {id: foo, title: Foo, group: Data, aliases: [foo, FOO, Fu]}\n- {id: gopher, title: Gopher, group: Data, aliases: [Go]}\n\
         - {id: k9s, title: Foo, group: Data}\n",
    );
    scratch.write(
        "vocabulary/regions.yaml",
        "- {id: zz, name: Germany, level: country}\n- {id: de-bb, name: Brandenburg, level: state, parent: de}\n\
         - {id: us-bb, name: Brandenburg, level: state, parent: us}\n- {id: de-xx, name: Brandenburg, level: state, parent: de}\n",
    );
    let looks = "awareness: a, working: b, practitioner: c, expert: d";
    scratch.write(
        "vocabulary/competencies.yaml",
        format!("- {{id: sketching, title: Architecture, definition: D, levels: {{{looks}}}}}\n"),
    );
    scratch.write("vocabulary/families.yaml", "- {id: guard, title: Security, definition: D}\n");
    scratch.write(
        "vocabulary/levels.yaml",
        "- {rank: 4, names: [{track: management, name: chief}]}\n- {rank: 5, names: [{track: management, name: chief}]}\n\
         - {rank: 7, names: [{track: management, name: boss, aliases: [Chief]}]}\n",
    );
    scratch.write("security/x.yaml", HEAD.to_owned() + "aliases: [X, Ex, EX]\n");
    assert_data_eq!(
        over_builtin(&scratch),
        str![[r#"
vocabulary/competencies.yaml:1:26: warning: taken-name: the name `Architecture` finds `sketching` now, and not `architecture` of a catalog beneath (leave it, if that is meant; `same_as: architecture` or `part_of: architecture` says how they correspond; or take the name out)
vocabulary/families.yaml:1:22: warning: taken-name: the name `Security` finds `guard` now, and not `security` of a catalog beneath (leave it, if that is meant; or take the name out)
vocabulary/levels.yaml:2:47: shared-name: the name `chief` already finds rank 4 of this track (ranks of one name follow each other: give one of the two a name of its own)
vocabulary/levels.yaml:3:63: shared-name: the name `Chief` already finds rank 4 of this track (ranks of one name follow each other: give one of the two a name of its own)
vocabulary/regions.yaml:1:18: shared-name: the name `Germany` already finds `de` (take it out of `zz`, or of `de`: a name finds one region)
vocabulary/regions.yaml:4:21: shared-name: the name `Brandenburg` already finds `de-bb` (take it out of `de-xx`, or of `de-bb`: a name finds one region)
vocabulary/tools.yaml:1:48: idle-alias: the alias `foo` is the title (take it out)
vocabulary/tools.yaml:1:53: idle-alias: the alias `FOO` is the title (take it out)
vocabulary/tools.yaml:2:54: warning: taken-name: the name `Go` finds `gopher` now, and not `go` of a catalog beneath (leave it, if that is meant; or take the name out)
vocabulary/tools.yaml:3:20: shared-name: the name `Foo` already finds `foo` (take it out of `k9s`, or of `foo`: a name finds one tool)
security/x.yaml:5:11: idle-alias: the alias `X` is the title (take it out)
security/x.yaml:5:18: idle-alias: the alias `EX` is `Ex` in other letters (take it out)
[exit code: 1]

"#]]
    );
    // Where the later catalog brings the id, it is the one that came later.
    scratch.write("vocabulary/tools.yaml", "- {id: golang, title: A language, group: Data}\n");
    let told = over_builtin(&scratch);
    assert!(
        told.contains(
            "vocabulary/tools.yaml:1:8: warning: taken-name: the name `golang` finds `golang` now, and not `go`"
        ),
        "{told}"
    );
}

#[test]
fn a_level_that_is_two_ranks_says_so() {
    assert_data_eq!(
        Roles::miniature().words("list --level manager").run().to_string(),
        str![[r#"
engineering-manager  Engineering Manager  Leadership  manager
------- stderr -------
note: `manager` is each of the ranks 4 and 5 of management

"#]]
    );
}

#[test]
fn regions_lie_where_their_level_and_their_code_say() {
    let told = |regions: &str| {
        let scratch = Scratch::new("regions");
        scratch.write("vocabulary/regions.yaml", regions);
        // The built-in catalog alone has states of Canada.
        if regions.contains("ca-on") { over_builtin(&scratch) } else { checked_over_names(&scratch) }
    };
    let told: String = [
        "- {id: us-ca, parent: de}\n",
        "- {id: us-ca, parent: world}\n",
        "- {id: de, level: metro}\n",
        "- {id: w2, name: W2, level: world}\n",
        "- {id: bavaria, name: Bavaria, level: state}\n- {id: ulm, name: Ulm, level: metro}\n",
        "- {id: us-tx-abilene, parent: ca-on}\n",
        "- {id: world, parent: de}\n",
        // A company's own names are no codes.
        "- {id: bavaria, name: Bavaria, level: state, parent: de}\n- {id: it-hub, name: Hub, level: metro, parent: de}\n",
    ]
    .map(told)
    .concat();
    assert_data_eq!(
        told,
        str![[r#"
vocabulary/regions.yaml:1:23: crooked-region: the state `us-ca` cannot lie in `de`: its code is one of `us` (metros lie in states or countries, states in countries, countries in the world)
[exit code: 1]
vocabulary/regions.yaml:1:23: crooked-region: the state `us-ca` cannot lie in the world `world` (metros lie in states or countries, states in countries, countries in the world)
[exit code: 1]
vocabulary/regions.yaml:1:8: crooked-region: `de` is a country in the catalog beneath, and cannot become a metro (a code is a country's; give a state or a metro one of its own, behind that of its country: `us-pa`)
[exit code: 1]
vocabulary/regions.yaml:1:8: crooked-region: the world is `world`, and no other (metros lie in states or countries, states in countries, countries in the world)
[exit code: 1]
vocabulary/regions.yaml:1:8: crooked-region: the state `bavaria` lies in no country: it has no `parent` (metros lie in states or countries, states in countries, countries in the world)
vocabulary/regions.yaml:2:8: crooked-region: the metro `ulm` lies in no state or country: it has no `parent` (metros lie in states or countries, states in countries, countries in the world)
[exit code: 1]
vocabulary/regions.yaml:1:31: crooked-region: the metro `us-tx-abilene` cannot lie in `ca-on`: its code is one of `us-tx` (metros lie in states or countries, states in countries, countries in the world)
[exit code: 1]
vocabulary/regions.yaml:1:23: crooked-region: the world `world` cannot lie in the country `de` (metros lie in states or countries, states in countries, countries in the world)
[exit code: 1]

"#]]
    );
}

#[test]
fn numbers_are_their_decimal_digits() {
    let scratch = Scratch::new("digits");
    let row = |id: &str, row: &str, more: &str| {
        let salary =
            format!("{{region: de, source: so_2025, per: year, basis: gross, kind: earned, currency: EUR, {row}}}");
        scratch.write(&format!("security/{id}.yaml"), format!("{}salary:\n- {salary}\n{more}", HEAD.replace('X', id)));
    };
    for (at, year) in ["0x7EA", "2_026", "0o3752", "+2026", "2026.0", "2e3", "~"].iter().enumerate() {
        row(&format!("year-{at}"), &format!("year: {year}, p25: 1"), "");
    }
    row("n", "year: 2026, n: 1_000, p25: 1", "");
    row("weight", "year: 2026, p25: 1", "competencies:\n- competency: architecture\n  weight: 0x50\n");
    row("comma", "year: 2026, p25: 78,000, median: 80,000", "");
    row("several", "year: 26, p25: 0, median: 78'000, p75: 0x10", "lateral: [nobody]\n");
    row("nobody", "year: 2026, n: 0, p25: 1", "");
    scratch.write("vocabulary/levels.yaml", "- {rank: 0x4}\n");
    scratch.write(
        "evidence/usage/x.yaml",
        "source: so_2025\nlabels:\n- {label: L, n: 5, shares: [{tool: A, share: 1e-1}]}\n",
    );
    assert_data_eq!(
        checked(&scratch),
        str![[r#"
vocabulary/levels.yaml:1:10: wrong-type: `rank` takes a rank from 1 to 9, not `0x4` (write its digits alone, without sign, quotes or unit)
evidence/usage/x.yaml:3:46: wrong-type: `share` takes a number, not `1e-1` (write its digits alone, without sign, quotes or unit)
security/comma.yaml:6:107: syntax: a comma parts fields: `78,000` is read as `78` and a field `000` (write the number without it: `78000`)
security/n.yaml:6:102: wrong-type: `n` takes a whole number, not `1_000` (write its digits alone, without sign, quotes or unit)
security/nobody.yaml:6:12: crooked-salary: the row is of nobody: `n` is 0
security/several.yaml:6:93: crooked-year: `26` is no year of which there are figures (write its four digits, from 1950 to 2035)
security/several.yaml:6:102: crooked-salary: nobody is paid 0 (leave the figure out where it is not known)
security/several.yaml:6:113: crooked-salary: `78'000` can be read as 78 and as 78000 (write digits alone, below a trillion, and at most two decimals behind a point: `78000`, `25.50`)
security/several.yaml:6:126: crooked-salary: `0x10` is no number that can be kept (write digits alone, below a trillion, and at most two decimals behind a point: `78000`, `25.50`)
security/weight.yaml:9:11: wrong-type: `weight` takes a whole number from 0 to 100, not `0x50` (write its digits alone, without sign, quotes or unit)
security/year-0.yaml:6:93: wrong-type: `year` takes a year of four digits, not `0x7EA` (write its digits alone, without sign, quotes or unit)
security/year-1.yaml:6:93: wrong-type: `year` takes a year of four digits, not `2_026` (write its digits alone, without sign, quotes or unit)
security/year-2.yaml:6:93: wrong-type: `year` takes a year of four digits, not `0o3752` (write its digits alone, without sign, quotes or unit)
security/year-3.yaml:6:93: wrong-type: `year` takes a year of four digits, not `+2026` (write its digits alone, without sign, quotes or unit)
security/year-4.yaml:6:93: wrong-type: `year` takes a year of four digits, not `2026.0` (write its digits alone, without sign, quotes or unit)
security/year-5.yaml:6:93: wrong-type: `year` takes a year of four digits, not `2e3` (write its digits alone, without sign, quotes or unit)
security/year-6.yaml:6:3: missing-field: the field `year` is missing (add `year:`, or say it once, under `pay:` in catalog.yaml)
[exit code: 1]

"#]]
    );
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn a_row_tells_all_that_is_wrong_with_it() {
    let scratch = Scratch::new("rows");
    scratch.write(
        "evidence/pay/ours.yaml",
        "source: nobody\nlabels:\n- {label: L, currency: eur, per: year, basis: gross, kind: earned, rows: \
         [{region: atlantis, year: 26, p25: 78.000, median: 0}]}\n",
    );
    scratch.write(
        "security/x.yaml",
        "title: X\ntrack: managment\nlevel: 40\ntools: [{tool: kubernets, proficiency: working}]\n",
    );
    assert_data_eq!(
        Roles::builtin().words("check .").folder(scratch.path()).run().to_string(),
        str![[r#"
evidence/pay/ours.yaml:1:9: unknown-source: no source is called `nobody` (`roles sources` lists them; a new source is an entry of vocabulary/sources.yaml)
evidence/pay/ours.yaml:3:24: unknown-currency: no currency has the code `eur` (did you mean `EUR`?)
evidence/pay/ours.yaml:3:84: unknown-region: no region is called `atlantis` (`roles regions` lists them; a new region is an entry of vocabulary/regions.yaml)
evidence/pay/ours.yaml:3:100: crooked-year: `26` is no year of which there are figures (write its four digits, from 1950 to 2035)
evidence/pay/ours.yaml:3:109: crooked-salary: `78.000` can be read as 78 and as 78000 (write digits alone, below a trillion, and at most two decimals behind a point: `78000`, `25.50`)
evidence/pay/ours.yaml:3:125: crooked-salary: nobody is paid 0 (leave the figure out where it is not known)
security/x.yaml:2:8: unknown-track: no track is called `managment` (did you mean `management`? the tracks are `individual-contributor`, `management` and `executive`)
security/x.yaml:3:8: unknown-level: no level has the rank 40 (levels run from 1 (intern) to 9 (executive); `roles levels` lists them)
security/x.yaml:4:16: unknown-tool: no tool is called `kubernets` (did you mean `kubernetes`?)
[exit code: 1]

"#]]
    );
}

#[test]
fn nobody_is_paid_in_what_is_no_money_any_more() {
    let scratch = Scratch::new("currencies");
    let rows: String = [("HRK", 2022), ("HRK", 2023), ("BGN", 2025), ("BGN", 2026), ("ANG", 2026), ("XDR", 2026), ("CLF", 2026)]
        .map(|(currency, year)| format!("- {{region: de, source: so_2025, per: year, basis: gross, kind: earned, currency: {currency}, year: {year}, median: 1}}\n"))
        .concat();
    scratch.write("security/x.yaml", format!("{HEAD}salary:\n{rows}"));
    scratch.write(
        "security/y.yaml",
        HEAD.replace('X', "Y") + "occupations: {nice: [foo, PD-WRL-007, PD-WRL-008, OM-DTA-001]}\n",
    );
    assert_data_eq!(
        checked(&scratch),
        str![[r#"
security/x.yaml:7:93: unknown-currency: nobody is paid in `HRK` in 2023: it was given up in 2022 (compare the year and the currency with the source)
security/x.yaml:9:93: unknown-currency: nobody is paid in `BGN` in 2026: it was given up in 2025 (compare the year and the currency with the source)
security/x.yaml:10:3: duplicate-entry: `de` has a salary of this source and year already: in BGN per year (take one of the two out; what differs is told apart by `basis`, `kind` or `source`)
security/x.yaml:10:93: unknown-currency: nobody is paid in `ANG` in 2026: it was given up in 2025 (compare the year and the currency with the source)
security/x.yaml:11:82: unknown-currency: `XDR` is a unit of account: nobody is paid in it (a currency is its code in ISO 4217: `EUR`, `USD`, `GBP`)
security/x.yaml:12:82: unknown-currency: `CLF` is a unit of account: nobody is paid in it (a currency is its code in ISO 4217: `EUR`, `USD`, `GBP`)
security/y.yaml:5:22: unknown-occupation: the NICE framework has no work role `foo` (a work role is its category and number: `PD-WRL-007` for vulnerability analysis)
security/y.yaml:5:39: unknown-occupation: the NICE framework has no work role `PD-WRL-008` (a work role is its category and number: `PD-WRL-007` for vulnerability analysis)
[exit code: 1]

"#]]
    );
}

/// The system ends a program that writes beyond the limit on the length of files, unless it listens.
#[test]
fn a_limit_on_the_length_of_files_is_a_fault_and_no_end() {
    let scratch = Scratch::new("limit");
    scratch.write("ladder/security/mine.yaml", HEAD);
    for name in ["miniature", "named"] {
        symlink(repository("tests").join(name), scratch.path().join(name)).expect("links can be made");
    }
    std::thread::sleep(std::time::Duration::from_millis(80));
    let beneath = if is_all() { "" } else { "--no-builtin --catalog miniature --catalog named" };
    let run = |line: &str| {
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", &format!("ulimit -f 1; exec \"$0\" {line}"), PROGRAM]).current_dir(scratch.path());
        shell.env_clear().env("XDG_CACHE_HOME", scratch.path().join("cache")).env("LANG", "C.UTF-8");
        let output = shell.output().expect("sh runs");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let files = |folder: &str| std::fs::read_dir(scratch.path().join(folder)).expect("it was made").count();
    let failed = |line: &str, what: &str| {
        let (code, told) = run(line);
        assert_eq!(
            (code, told.starts_with(&format!("error: cannot write {what}: "))),
            (Some(2), true),
            "{line}: {told}"
        );
    };
    failed("new my-role --dir new", "`new/my-role.yaml`");
    assert_eq!(files("new"), 0);
    failed("man --dir man", "`man/roles.1`");
    assert_eq!(files("man"), 0);
    failed("list > listed", "the answer");
    // What is kept is no part of the answer: it is not kept, and nothing is said.
    for line in ["--catalog ladder show mine > shown", "--catalog ladder search mine > found"] {
        let line = format!("{beneath} {line}");
        assert_eq!(run(&line), (Some(0), String::new()), "{line}");
        assert_eq!(files("cache/roles"), 0, "{line}");
    }
}

#[test]
fn what_a_terminal_would_obey_is_shown_in_no_format() {
    let scratch = Scratch::new("obeyed");
    let odd = "\\u009b\\u202e\\u2066\\ufeff\\u00ad\\u061c";
    let text = format!(
        "title: \"X{odd}\"\ntrack: management\nlevel: 4\nsummary: \"S{odd}\\u2028\\u0085T\"\nprerequisites: [cto]\n"
    );
    scratch.write("security/x.yaml", text);
    let obeyed = ['\u{9b}', '\u{85}', '\u{202e}', '\u{2066}', '\u{feff}', '\u{ad}', '\u{61c}', '\u{2028}'];
    for line in ["show x", "list --family security", "prereqs x"] {
        for format in ["page", "lines", "tsv", "csv", "md", "json", "dot", "mermaid"] {
            let graph = matches!(format, "dot" | "mermaid");
            if graph != (line == "prereqs x") {
                continue;
            }
            let shown = run_named(&scratch, &format!("{line} --catalog . --format {format}"));
            assert!(
                shown.code == 0 && shown.stdout.contains('X') && !shown.stdout.contains(obeyed),
                "{format}: {shown}"
            );
            let is_kept = format != "json" || shown.stdout.contains(&format!("X{odd}"));
            assert!(is_kept, "{line}: {shown}");
        }
    }
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn a_new_role_of_an_id_that_is_taken_says_so() {
    let scratch = Scratch::new("taken");
    scratch.write("ours/security/mine.yaml", HEAD);
    assert_data_eq!(
        ["new cto", "new mine --catalog ours", "new nobodys"].map(|line| run(&scratch, line).to_string()).concat(),
        str![[r#"
wrote ./cto.yaml
------- stderr -------
note: the built-in catalog has a role `cto`: the file is laid over it, field by field
wrote ./mine.yaml
------- stderr -------
note: the catalog `ours` has a role `mine`: the file is laid over it, field by field
wrote ./nobodys.yaml

"#]]
    );
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn the_built_in_catalog_and_the_miniature_share_no_names() {
    let small = Roles::builtin().words("check --no-builtin -f tsv --fields rule,message");
    for told in [&*BUILTIN_CHECKED, &small.arg(repository("tests/miniature")).run()] {
        assert!(!told.stdout.contains("shared-name") && !told.stdout.contains("idle-alias"), "{told}");
    }
}

#[test]
fn what_an_editor_leaves_beside_a_file_is_not_called_as_that_is() {
    let scratch = Scratch::new("files-left");
    scratch.write("security/payer.yaml.orig", "title: Payer\n");
    let told = run_named(&scratch, "check .").to_string();
    assert!(told.contains("(call it `security/payer.yaml`, or take it out of the catalog's folder)"), "{told}");
    scratch.write("security/payer.yaml", "title: Payer\ntrack: management\nlevel: 4\nsummary: X.\n");
    let told = run_named(&scratch, "check .").to_string();
    assert!(told.contains("(take it out of the catalog's folder: `security/payer.yaml` lies there too)"), "{told}");
}

/// A role that is written into a folder of a catalog is one of that catalog: it speaks its words, and is no second file
/// of one that is there.
#[test]
fn a_new_role_is_of_the_catalog_that_its_folder_lies_in() {
    let scratch = Scratch::new("new-below");
    scratch.write("own/catalog.yaml", "scale: [dim, bright, glaring]\n");
    scratch.write("own/ops/ferrier.yaml", FERRIER);
    let told = run_named(&scratch, "new lamplighter --dir own/lamps/new");
    assert_eq!(told.to_string(), "wrote own/lamps/new/lamplighter.yaml\n");
    let written =
        std::fs::read_to_string(scratch.path().join("own/lamps/new/lamplighter.yaml")).expect("it is written");
    assert!(written.contains("level: bright") && written.contains("level: glaring"), "{written}");
    for dir in ["own", "own/lamps", "own/ops/new"] {
        assert_data_eq!(
            run_named(&scratch, &format!("new ferrier --dir {dir}")).to_string(),
            str![[r#"
------- stderr -------
error: the catalog has a file of the role `ferrier` already: `own/ops/ferrier.yaml`
hint: choose another id, or write into that file
[exit code: 2]

"#]]
        );
        assert!(!scratch.path().join(dir).join("ferrier.yaml").exists());
    }
    // Where nothing says that a folder is a catalog, it may be none: it is told.
    scratch.write("bare/ops/ferrier.yaml", FERRIER);
    assert_data_eq!(
        run_named(&scratch, "new ferrier --dir bare").to_string(),
        str![[r#"
wrote bare/ferrier.yaml
------- stderr -------
note: `bare/ops/ferrier.yaml` has that id too: in one catalog two files of a role are a fault

"#]]
    );
    assert_eq!(run_named(&scratch, "new ferrier --dir elsewhere").to_string(), "wrote elsewhere/ferrier.yaml\n");
    assert_eq!(run_named(&scratch, "new ferrier --dir bare/new --catalog bare").code, 2);
}

/// A catalog whose words cannot be known is told of: the file that is written speaks others.
#[test]
fn a_new_role_in_a_catalog_with_faults_says_so() {
    let scratch = Scratch::new("new-faulty");
    scratch.write("own/catalog.yaml", "scale: [dim, bright\n");
    assert_data_eq!(
        run_named(&scratch, "new lamplighter --dir own/lamps").to_string(),
        str![[r#"
wrote own/lamps/lamplighter.yaml
------- stderr -------
warning: the catalog `own` has a fault, and the file is not in its words: `roles check own` says what is wrong

"#]]
    );
}

const FERRIER: &str = "title: Ferrier\nfamily: security\ntrack: management\nlevel: 3\nsummary: Ferries.\n";
