//! Grades within a role, and a company's bands beside what is published: a small company laid over the miniature
//! catalog, and one that stands alone.

use snapbox::{assert_data_eq, str};

use crate::support::{Roles, Scratch, builtin, repository, run};

/// The ladder of Quayside, laid over the miniature catalog.
fn quayside(line: &str) -> String {
    let roles = Roles::builtin().words("--no-builtin --catalog miniature --catalog graded");
    roles.words(line).folder(&repository("tests")).run().to_string()
}

const ALONE: &str = "title: Teller\nfamily: treasury\ntrack: makers\nlevel: 1\nsummary: Counts what comes in.\n";

/// A catalog that stands alone, with one role and the grades that are given.
fn alone(name: &str, grades: &str) -> Scratch {
    let scratch = Scratch::new(name);
    scratch.write("vocabulary/families.yaml", "- {id: treasury, title: Treasury, definition: Money.}\n");
    scratch.write("vocabulary/tracks.yaml", "- {id: makers, title: Makers, definition: Makers.}\n");
    scratch.write(
        "vocabulary/levels.yaml",
        "- {rank: 1, definition: Learns., names: [{track: makers, name: M1}]}\n",
    );
    scratch.write("vocabulary/regions.yaml", "- {id: town, name: Our town, level: country, currency: EUR}\n");
    scratch.write(
        "vocabulary/competencies.yaml",
        "- id: counting\n  title: Counting\n  definition: Counting.\n  levels: {awareness: A., working: W., practitioner: P., expert: E.}\n",
    );
    scratch.write(
        "vocabulary/sources.yaml",
        "- {id: bands, title: Bands, publisher: Bank, licence: internal, kind: payroll, credit: Bank.}\n",
    );
    scratch.write(
        "catalog.yaml",
        "pay: {region: town, source: bands, currency: EUR, per: year, basis: gross, kind: earned, year: 2026}\n",
    );
    scratch.write("teller.yaml", format!("{ALONE}{grades}"));
    scratch
}

#[test]
fn a_page_has_the_grades_of_its_role() {
    assert_data_eq!(quayside("check graded --catalog miniature --no-builtin"), str![]);
    assert_data_eq!(quayside("show crane-engineer --format page --width 80"), str![]);
    assert_data_eq!(quayside("show crane-engineer --section grades"), str![]);
    assert_data_eq!(quayside("show crane-engineer --grade L5 --format page --width 80"), str![]);
    assert_data_eq!(
        quayside("show crane-engineer --section grades --format tsv --fields kind,grade,id,title,proficiency,text,median"),
        str![]
    );
    assert_data_eq!(quayside("show crane-engineer --section grades --format markdown"), str![]);
    assert_data_eq!(quayside("show crane-engineer --section grades --format json"), str![]);
}

#[test]
fn a_name_of_a_grade_finds_the_role_and_says_the_grade() {
    let found: String = [
        "show 'Crane Engineer II' --section summary",
        "show junior crane engineer --section summary",
        "show L4 --section summary",
        "show crane-engineer L5 --section summary",
        "show crane engineer --section summary",
        "show 'Crane Engineer III (m/w/d)' --section summary",
        "show crane-engineer --grade L9",
        "show harbor-master --grade L9",
        "title 'Crane Engineer II' --format tsv",
        "next 'Crane Engineer II'",
    ]
    .map(quayside)
    .concat();
    assert_data_eq!(found, str![]);
}

#[test]
fn bands_of_two_grades_stand_in_one_region() {
    assert_data_eq!(quayside("salary crane-engineer"), str![]);
    assert_data_eq!(quayside("salary crane-engineer --format page --width 80"), str![]);
    assert_data_eq!(
        quayside("salary crane-engineer --grade L4 --region de-quay --format tsv --fields role,grade,region,median,note"),
        str![]
    );
    assert_data_eq!(quayside("salary --region remote-eu"), str![]);
    assert_data_eq!(quayside("salary crane-engineer --region de-quay --format page --width 80"), str![]);
}

#[test]
fn grades_are_steps_of_a_path_and_the_measure_of_a_gap() {
    assert_data_eq!(quayside("path engineer harbor-master --region de --format page --width 80"), str![]);
    assert_data_eq!(quayside("path engineer harbor-master"), str![]);
    assert_data_eq!(quayside("path 'crane engineer i' 'crane engineer iii' --region de --format page --width 80"), str![]);
    assert_data_eq!(
        quayside("path engineer harbor-master --region de --format tsv --fields from,from_grade,to,to_grade,pay_from,pay_to"),
        str![]
    );
    assert_data_eq!(
        quayside("compare 'crane engineer i' 'crane engineer iii' --differences --format page --width 80"),
        str![]
    );
    let scratch = Scratch::new("graded-gap");
    scratch.write("me.yaml", "competencies: {operations: working}\ntools: {git: working}\n");
    let gap = |grade: &str| {
        let roles = Roles::builtin().words("--no-builtin --catalog").arg(repository("tests/miniature"));
        let roles = roles.words("--catalog").arg(repository("tests/graded")).words("gap crane-engineer --profile me.yaml");
        roles.words(grade).folder(scratch.path()).run().to_string()
    };
    assert_data_eq!(gap("--grade L3") + &gap("--grade L5"), str![]);
}

#[test]
fn beside_a_band_stands_what_is_published() {
    assert_data_eq!(quayside("salary engineer --format page --width 80"), str![]);
    assert_data_eq!(quayside("show engineer --section salary --format page --width 80"), str![]);
    assert_data_eq!(
        quayside("salary engineer --region us --format tsv --fields role,region,median,published_median,published_source,published_difference,published_note"),
        str![]
    );
    // A role that stands for a built-in one, and one that has its title.
    let scratch = Scratch::new("graded-beside");
    scratch.write(
        "vocabulary/sources.yaml",
        "- {id: bands, title: Bands, publisher: Bank, licence: internal, kind: payroll, credit: Bank.}\n",
    );
    let salary = "salary: [{region: us, source: bands, currency: USD, per: year, basis: gross, kind: earned, year: 2026, median: 150000}]\n";
    let role = |title: &str, more: &str| {
        format!("title: {title}\nfamily: security\ntrack: management\nlevel: 4\nsummary: S.\n{salary}{more}")
    };
    scratch.write("head-of-boxes.yaml", role("Head of Boxes", "replaces: it-manager\n"));
    scratch.write("our-analyst.yaml", role("Data Analyst", ""));
    let asked = "--catalog . salary head-of-boxes our-analyst --region us --format tsv --fields role,published_role,published_median,published_difference,published_note";
    assert_data_eq!(run(&scratch, asked).to_string(), str![]);
}

#[test]
fn what_a_catalog_says_of_itself_is_shown() {
    let sources = quayside("sources --format page --width 80");
    let catalogs: Vec<&str> = sources.lines().skip_while(|line| !line.starts_with("Catalogs")).collect();
    assert_data_eq!(catalogs.join("\n") + "\n", str![]);
    assert_data_eq!(quayside("show engineer harbor-master --section summary --format page --width 80"), str![]);
}

#[test]
fn a_catalog_alone_may_have_grades() {
    let grades = "grades:\n- {id: T1, title: Teller I, competencies: [{competency: counting, level: working}], salary: [{median: 30000}]}\n\
                  - {id: T2, title: Teller II, competencies: [{competency: counting, level: expert, expects: Counts blind.}], salary: [{median: 36000}]}\n";
    let scratch = alone("graded-alone", grades);
    assert_data_eq!(run(&scratch, "--no-builtin check .").to_string(), str![]);
    assert_data_eq!(run(&scratch, "--no-builtin --catalog . show teller ii").to_string(), str![]);
    assert_data_eq!(run(&scratch, "--no-builtin --catalog . export teller").to_string(), str![]);
}

#[test]
fn faults_of_grades_are_told_where_they_stand() {
    let grades = "grades:\n- {id: T1, title: Teller I, salary: [{median: 40000}]}\n- {id: t1, title: Teller I}\n\
                  - {id: T3, title: Teller III, aliases: [''], competencies: [{competency: conting, level: working}]}\n\
                  - {id: T4, title: Teller IV, competencies: [{competency: counting, weight: 3}]}\n";
    let scratch = alone("graded-faults", grades);
    assert_data_eq!(run(&scratch, "--no-builtin check .").to_string(), str![]);
    let grades = "grades:\n- {id: T1, title: Teller I, salary: [{median: 40000}, {median: 41000}]}\n- {id: T2, title: Teller II, competencies: [{competency: conting}, {competency: counting}, {competency: counting}]}\n- {id: T2, title: Teller I}\n";
    let scratch = alone("graded-faults-too", grades);
    assert_data_eq!(run(&scratch, "--no-builtin check .").to_string(), str![]);
    let grades = "grades:\n- {id: T1, title: Teller I, salary: [{median: 40000}]}\n- {id: T2, title: Teller II, salary: [{median: 39000}]}\n";
    let scratch = alone("graded-falling", grades);
    assert_data_eq!(run(&scratch, "--no-builtin check .").to_string(), str![]);
    // A name that another role holds.
    scratch.write("other.yaml", ALONE.replace("Teller", "Other") + "aliases: [Teller II]\n");
    assert_data_eq!(run(&scratch, "--no-builtin check .").to_string(), str![]);
}

#[test]
fn a_grade_that_several_roles_have_is_asked_for_with_its_role() {
    let scratch = alone("graded-twice", "grades: [{id: T1, title: Teller I}]\n");
    scratch.write("other.yaml", ALONE.replace("Teller", "Other") + "grades: [{id: T1, title: Other I}]\n");
    assert_data_eq!(run(&scratch, "--no-builtin --catalog . show T1").to_string(), str![]);
    assert_eq!(builtin("show cto --grade L4").code, 2);
}

#[test]
fn the_annotated_grades_of_the_guide_are_a_role() {
    let guide = std::fs::read_to_string(repository("roles/README.md")).expect("it is there");
    let (_, after) = guide.split_once("```yaml\n# payments-engineer.yaml\n").expect("the guide has grades");
    let (sample, _) = after.split_once("```").expect("a block ends");
    let scratch = Scratch::new("graded-guide");
    scratch.write("payments-engineer.yaml", sample);
    scratch.write(
        "vocabulary/sources.yaml",
        "- {id: acme-bands, title: Bands, publisher: Acme, licence: internal, kind: payroll, credit: Acme.}\n",
    );
    assert_eq!(run(&scratch, "check .").to_string(), "");
    let schema: serde_json::Value = serde_json::from_str(&builtin("schema").answered()).expect("a schema is JSON");
    let validator = jsonschema::Validator::new(&schema).expect("the schema is one");
    let value: serde_json::Value = yaml_serde::from_str(sample).expect("a sample is YAML");
    let faults: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
    assert!(faults.is_empty(), "{faults:?}");
    assert_data_eq!(run(&scratch, "--catalog . show 'payments engineer ii' --section salary").to_string(), str![]);
}
