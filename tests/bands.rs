//! Bands of grades where nothing else is paid, and answers that are of one grade.

use snapbox::{assert_data_eq, str};

use crate::grades::treasury;
use crate::support::{Outcome, Roles, Scratch};

/// A bank that stands alone: a teller is paid by grade in the country, a clerk only at the counter.
fn bank(name: &str) -> Scratch {
    let scratch = treasury(
        name,
        "- {id: town, name: Our town, level: country, currency: EUR}\n\
         - {id: abroad, name: Abroad, level: country, currency: EUR}\n\
         - {id: counter, name: The counter, level: metro, parent: town, currency: EUR}\n",
    );
    let role = |title: &str| {
        format!(
            "title: {title}\nfamily: treasury\ntrack: makers\nlevel: 1\nsummary: {title}s count.\n\
             competencies: [{{competency: counting, level: working}}]\n"
        )
    };
    let teller = "grades:\n- {id: T1, title: Teller I, salary: [{median: 30000}]}\n\
                  - {id: T2, title: Teller II, salary: [{median: 36000}, {region: abroad, median: 35000}]}\n";
    scratch.write("teller.yaml", format!("{}{teller}", role("Teller")));
    let clerk = "grades:\n- {id: C1, title: Clerk I, salary: [{region: counter, median: 20000}]}\n\
                 - {id: C2, title: Clerk II, salary: [{region: counter, median: 22000}]}\n";
    scratch.write("clerk.yaml", format!("{}{clerk}", role("Clerk")));
    scratch
}

/// Asks the catalog of a folder. A word with a blank is written with `~`.
fn ask(scratch: &Scratch, line: &str, input: &str) -> Outcome {
    let roles = Roles::builtin().words("--no-builtin --catalog .");
    let roles = line.split(' ').fold(roles, |roles, word| roles.arg(word.replace('~', " ")));
    roles.folder(scratch.path()).input(input).run()
}

pub fn told(scratch: &Scratch, line: &str) -> String {
    ask(scratch, line, "").to_string()
}

#[test]
fn why_has_the_bands_of_grades_that_the_page_has() {
    let scratch = bank("bands-why");
    let fields = "--format tsv --fields kind,region,median,grade";
    assert_data_eq!(
        told(&scratch, &format!("why teller town {fields}")),
        str![[r#"
kind	region	median	grade
shown	town	30000	T1
shown	town	36000	T2
payroll			

"#]]
    );
    assert_data_eq!(
        told(&scratch, &format!("why teller~ii abroad {fields}")),
        str![[r#"
kind	region	median	grade
shown	abroad	35000	T2
payroll			
------- stderr -------
note: `teller ii` is grade `T2` of `teller`

"#]]
    );
    assert_data_eq!(
        told(&scratch, "why teller~i abroad"),
        str![[r#"
------- stderr -------
error: `teller T1` has no public figure in `abroad` (Abroad)
hint: `roles --no-builtin --catalog . show teller --all` shows all that its page says
[exit code: 1]

"#]]
    );
    let page = told(&scratch, "why teller town --format page --width 80");
    assert!(page.contains("Our town, T1: ") && page.contains("Our town, T2: "), "{page}");
    let whole = told(&scratch, "why teller --format page --width 80");
    assert!(whole.contains("roles --no-builtin --catalog . why teller town"), "{whole}");
}

#[test]
fn bands_of_sites_alone_are_shown() {
    let scratch = bank("bands-sites");
    for command in ["salary clerk", "show clerk --section salary"] {
        let shown = told(&scratch, &format!("{command} --format tsv --fields region,median,grade"));
        let rows: Vec<&str> = shown.lines().filter(|line| line.contains("000")).collect();
        assert_eq!(rows, ["counter\t20000\tC1", "counter\t22000\tC2"], "{command}: {shown}");
    }
    assert_data_eq!(
        told(&scratch, "salary clerk~ii --format tsv --fields region,median,grade"),
        str![[r#"
region	median	grade
counter	22000	C2
------- stderr -------
note: `clerk ii` is grade `C2` of `clerk`

"#]]
    );
    assert_data_eq!(
        told(&scratch, "salary clerk~ii --region town"),
        str![[r#"
------- stderr -------
error: no public figure of `clerk C2` in `town` (Our town)
hint: `roles --no-builtin --catalog . salary 'clerk C2' --by metro` looks at metros
[exit code: 1]

"#]]
    );
}

#[test]
fn a_grade_without_a_figure_is_told_where_others_have_one() {
    let scratch = bank("bands-none");
    let shown = told(&scratch, "show teller T1 --section salary --region abroad");
    assert!(shown.contains("note: no public figure of `teller T1` in `abroad`"), "{shown}");
    assert!(shown.contains("[exit code: 1]"), "{shown}");
    let other = told(&scratch, "show teller T2 --section salary --region abroad");
    assert!(other.contains("35,000") && !other.contains("exit code"), "{other}");
}

#[test]
fn a_grade_narrows_the_pay_of_every_role() {
    let scratch = bank("bands-grade");
    assert_data_eq!(
        told(&scratch, "salary --region town --grade t1 --format tsv --fields role,region,median,grade"),
        str![[r#"
role	region	median	grade
teller	town	30000	T1

"#]]
    );
    assert_data_eq!(
        told(&scratch, "salary --grade T1"),
        str![[r#"
------- stderr -------
error: neither a role nor a region is named
hint: `roles --no-builtin --catalog . salary clerk`, or `roles --no-builtin --catalog . salary --region counter` for every role there
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        told(&scratch, "salary --region town --grade T9"),
        str![[r#"
------- stderr -------
error: no role has the grade `T9`
hint: `roles --no-builtin --catalog . show ROLE` has the grades of a role
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        told(&scratch, "salary --region town --grade C1"),
        str![[r#"
------- stderr -------
error: no public figure of grade `C1` in `town` (Our town)
hint: `roles --no-builtin --catalog . regions` says how many roles have a figure where
[exit code: 1]

"#]]
    );
}

#[test]
fn a_name_and_an_option_that_say_two_grades_are_a_fault() {
    let scratch = bank("bands-two");
    let fault = "\
------- stderr -------
error: the name says grade `T2` of `teller`, and `--grade` says `T1`
hint: `teller --grade T1`, or the name alone
[exit code: 2]
";
    for command in ["show", "salary", "profile"] {
        assert_eq!(told(&scratch, &format!("{command} Teller~II --grade T1")), fault, "{command}");
    }
    assert_eq!(told(&scratch, "path Teller~I Teller~II --grade T1"), fault);
    let gap = ask(&scratch, "gap Teller~II --grade T1 --profile -", "competencies: {counting: awareness}\n");
    assert_eq!(gap.to_string(), fault);
    assert_eq!(ask(&scratch, "show Teller~II --grade T2", "").code, 0);
    let held = "role: Teller II\ngrade: T1\ncompetencies: {counting: awareness}\n";
    let profile = ask(&scratch, "gap clerk --profile -", held);
    let message = "error[unknown-word]: `role` says grade `T2` of `teller`, and `grade` says `T1`\n --> -:2:8\n";
    assert!(profile.code == 2 && profile.stderr.contains(message), "{profile}");
    scratch.write("people.tsv", "ann\trole\tTeller II\nann\tgrade\tT1\nann\tcounting\tawareness\n");
    let team = ask(&scratch, "match --profiles people.tsv", "");
    let message = "people.tsv:2: `role` says another grade of `teller` than `T1`";
    assert!(team.code == 0 && team.stderr.contains(message), "{team}");
}

#[test]
fn grades_are_named_in_graphs_rows_and_comparisons() {
    let scratch = bank("bands-graph");
    let path = |format: &str| ask(&scratch, &format!("path teller~i teller~ii --format {format}"), "").stdout;
    assert_eq!(
        path("mermaid"),
        "flowchart LR\n  r0[\"Teller I (T1)\"]\n  r1[\"Teller II (T2)\"]\n  r0 -.->|\"within the role\"| r1\n"
    );
    assert!(
        path("dot").contains("\"T1 teller\" -> \"T2 teller\" [label=\"within the role\", style=dashed];"),
        "{}",
        path("dot")
    );
    let claims = "competencies: {counting: awareness}\n";
    let fields = "--format tsv --fields kind,role,grade,fit";
    let gap = ask(&scratch, &format!("gap teller~ii --profile - {fields}"), claims).stdout;
    assert_eq!(gap, "kind\trole\tgrade\tfit\nfit\tteller\tT2\t50\nmissing\tteller\tT2\t\n");
    let compared = ask(&scratch, "compare T1 C2", "");
    assert!(compared.code == 0, "{compared}");
    assert!(compared.stdout.contains("T1 teller") && compared.stdout.contains("C2 clerk"), "{compared}");
}

#[test]
fn a_role_begun_from_another_takes_its_bands_and_leaves_its_grades() {
    let scratch = bank("bands-begun");
    let role = "salary:\n- {median: 31000, note: \"With the till: 5%\"}\n- {region: counter, median: 32000}\n";
    let teller = std::fs::read_to_string(scratch.path().join("teller.yaml")).expect("it was written");
    scratch.write("lower/teller.yaml", format!("{teller}{role}"));
    for file in ["catalog.yaml", "vocabulary"] {
        std::fs::rename(scratch.path().join(file), scratch.path().join("lower").join(file)).expect("it is there");
    }
    let roles = |line: &str| Roles::builtin().words("--no-builtin").words(line).folder(scratch.path()).run();
    let begun = roles("--catalog lower new cashier --from teller --dir upper");
    assert_eq!(begun.code, 0, "{begun}");
    let text = std::fs::read_to_string(scratch.path().join("upper/cashier.yaml")).expect("it was written");
    let band = "region: town, source: bands, currency: EUR, per: year, basis: gross, kind: earned, year: 2026";
    assert!(text.contains("# Its grades are left out") && !text.contains("grades:\n"), "{text}");
    assert!(text.contains(&format!("  - {{{band}, median: 31000, note: \"With the till: 5%\"}}\n")), "{text}");
    let site = band.replace("town", "counter");
    assert!(text.contains(&format!("  - {{{site}, median: 32000}}\n")), "{text}");
    assert_eq!(roles("--catalog lower check upper").to_string(), "");
    let paid = roles("--catalog lower --catalog upper salary cashier --format tsv --fields region,median");
    assert_eq!(paid.stdout, "region\tmedian\ntown\t31000\n");
}

/// No figure has a label where grades alone are paid.
#[test]
fn what_rests_on_grades_alone_has_no_heading_of_labels() {
    let scratch = bank("labels");
    assert_data_eq!(
        told(&scratch, "why teller --format page"),
        str![[r#"
Teller                                                                    teller
M1, makers

Outside classifications                       what the readings are held against
  None listed.

Competencies                                         weight and what it rests on
  competency  weight  confidence  rests on
  Counting        50  C           no weight stated: weighs as every other
                                  without one
  One of them: roles --no-builtin --catalog . why teller town,
  roles --no-builtin --catalog . why teller counting

"#]]
    );
}
