//! Variables that do not fit: told once, and set aside where the command does not need them.

use snapbox::{assert_data_eq, str};

use crate::support::{Outcome, Roles, miniature};

fn with(name: &str, value: &str, line: &str) -> Outcome {
    Roles::miniature().env(name, value).words(line).run()
}

/// Which region is usual changes no command that asks for none.
#[test]
fn a_usual_region_that_is_none_is_set_aside() {
    let said = "note: ROLES_REGION is set aside: no region is called `nowhere`\n";
    for line in ["show sre", "path engineer sre", "compare engineer sre", "salary sre"] {
        let (plain, told) = (miniature(line), with("ROLES_REGION", "nowhere", line));
        assert_eq!((told.stdout, told.code, told.stderr.as_str()), (plain.stdout, plain.code, said), "{line}");
    }
    for line in ["show sre --section tools", "list", "why sre us", "salary sre --region us", "regions"] {
        assert_eq!(with("ROLES_REGION", "nowhere", line), miniature(line), "{line}");
    }
    assert_data_eq!(
        with("ROLES_REGION", "nowhere", "salary").to_string(),
        str![[r#"
------- stderr -------
error: no region is called `nowhere`
hint: `roles regions` lists them
hint: figures by city are of `us` only: elsewhere, name the country
hint: ROLES_REGION names it
[exit code: 2]

"#]]
    );
}

/// A list is one in every command; where one region is asked for, the first stands.
#[test]
fn usual_regions_may_be_several() {
    for line in ["show sre --section salary", "compare engineer sre", "salary sre"] {
        let told = with("ROLES_REGION", "us, de,nowhere,", line);
        let said = "note: the regions are `us` (United States) and `de` (Germany), from ROLES_REGION\n\
                    note: ROLES_REGION is set aside: no region is called `nowhere`\n";
        assert!(told.stderr.starts_with(said) && told.code == 0, "{line}: {told}");
    }
    let told = with("ROLES_REGION", "us,de", "path engineer sre");
    assert_eq!(
        (told.stderr.as_str(), told.code),
        ("note: the region is `us` (United States), the first of ROLES_REGION\n", 0)
    );
}

/// What only changes how an answer looks stops none; a format does, where the answer has more than one.
#[test]
fn looks_that_are_none_are_left_out() {
    assert_data_eq!(
        [
            with("ROLES_WIDTH", "3", "why sre git"),
            with("ROLES_WIDTH", "wide", "why sre git --format tsv --fields kind"),
            with("ROLES_COLOR", "blue", "why sre git --format tsv --fields kind"),
            with("ROLES_FORMAT", "yml", "why sre git"),
            with("ROLES_FORMAT", "yml", "why sre git --format tsv --fields kind"),
            with("ROLES_FORMAT", "yml", "man"),
            with("ROLES_FIELDS", "kind", "why sre git"),
            with("ROLES_CATALOG", "/nowhere", "list"),
            Roles::builtin().env("ROLES_NO_BUILTIN", "1").words("list").run(),
        ]
        .map(|outcome| outcome.to_string())
        .concat(),
        str![[r#"
tool    git  Git  practitioner  proficiency is editorial
onet    O*NET marks it in demand and hot, under 90-0003.00 Keepers and 90-0001.00 Makers
share   91%  n=200  survey
source  onet    O*NET 2025   2025  framework  CC0-1.0  O*NET-like ratings, invented for the tests.
source  survey  Survey 2025  2025  survey     CC0-1.0  Answers of nobody, invented for the tests.
caveat  survey  Nobody was asked.
source  editorial  editorial  -  editorial  CC0-1.0  Judged by nobody, invented for the tests.
------- stderr -------
warning: ROLES_WIDTH: `3` is left out: it takes 20 to 500
kind
tool
onet
share
framework
survey
caveat
editorial
------- stderr -------
warning: ROLES_WIDTH: `wide` is left out: it takes 20 to 500
kind
tool
onet
share
framework
survey
caveat
editorial
------- stderr -------
warning: ROLES_COLOR: `blue` is left out: it takes auto, always or never
------- stderr -------
error: `yml` is no value for `ROLES_FORMAT`
hint: did you mean `yaml`?
[exit code: 2]
kind
tool
onet
share
framework
survey
caveat
editorial
29 pages would go to the folder that is named; nothing is written
------- stderr -------
warning: ROLES_FORMAT: `yml` is left out: what this command writes has one form
hint: `roles man --dir DIR` writes them
tool    git  Git  practitioner  proficiency is editorial
onet    O*NET marks it in demand and hot, under 90-0003.00 Keepers and 90-0001.00 Makers
share   91%  n=200  survey
source  onet    O*NET 2025   2025  framework  CC0-1.0  O*NET-like ratings, invented for the tests.
source  survey  Survey 2025  2025  survey     CC0-1.0  Answers of nobody, invented for the tests.
caveat  survey  Nobody was asked.
source  editorial  editorial  -  editorial  CC0-1.0  Judged by nobody, invented for the tests.
------- stderr -------
error: cannot read the catalog `/nowhere`: No such file or directory (os error 2)
hint: ROLES_CATALOG names it
hint: a catalog is a folder of YAML files: `roles new my-role` writes the first
[exit code: 2]
------- stderr -------
error: without the built-in catalog there is none
hint: add `--catalog DIR`
hint: ROLES_NO_BUILTIN leaves it out
[exit code: 2]

"#]]
    );
}

/// One rule of all commands: no figure in any of the regions that were typed is exit 1, and the rest is told.
#[test]
fn no_figure_is_one_exit_code_everywhere() {
    for line in
        ["show loner", "path engineer senior-engineer", "compare engineer loner", "salary loner", "why loner us"]
    {
        let line = if line.starts_with("why") { line.to_owned() } else { format!("{line} --region ge") };
        let told = miniature(&line);
        assert_eq!(told.code, 1, "{line}: {told}");
        assert!(told.stderr.contains("public figure"), "{line}: {told}");
    }
}

#[test]
fn the_usual_region_is_told_to_be_left_out_by_country() {
    let told = with("ROLES_REGION", "de", "salary engineer --by country");
    assert!(told.stderr.contains("note: ROLES_REGION is left out with `--by country`\n"), "{told}");
    let told = with("ROLES_REGION", "de", "salary engineer --by country --region us");
    assert!(!told.stderr.contains("ROLES_REGION"), "{told}");
}

#[cfg(unix)]
#[test]
fn a_variable_that_is_no_text_is_told_and_left_out() {
    use std::os::unix::ffi::OsStrExt;
    let odd =
        |name: &str, line: &str| Roles::miniature().env(name, std::ffi::OsStr::from_bytes(b"\xff")).words(line).run();
    let told = odd("ROLES_WIDTH", "list");
    assert_eq!((told.code, told.stdout), (0, miniature("list").stdout));
    assert!(
        told.stderr.starts_with("warning: ROLES_WIDTH: ") && told.stderr.contains("is left out"),
        "{}",
        told.stderr
    );
    let told = odd("ROLES_REGION", "show sre");
    assert_eq!(told.code, 0, "{told}");
    assert!(told.stderr.starts_with("note: ROLES_REGION is set aside: "), "{told}");
}
