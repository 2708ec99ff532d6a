//! A company's own ladder: what it says once, and what it is held to.

use snapbox::{assert_data_eq, str};

use crate::support::{Outcome, Roles, Scratch};

fn run(scratch: &Scratch, line: &str) -> Outcome {
    Roles::builtin().words(line).folder(scratch.path()).run()
}

const SOURCE: &str =
    "- {id: bands, title: Bands of Harbor, publisher: Harbor, licence: internal, kind: payroll, credit: Harbor.}\n";
const PLAIN: &str = "title: Harbor Engineer\nfamily: software-engineering\ntrack: individual-contributor\nlevel: 4\n\
                     summary: Builds what ships need.\nday: [We thrive on fast-paced work.]\n\
                     tools: [{tool: git, proficiency: expert}]\n";

#[test]
fn the_house_style_is_that_of_the_house() {
    let scratch = Scratch::new("company-style");
    scratch.write("harbor-engineer.yaml", PLAIN);
    assert_eq!(run(&scratch, "check .").to_string(), "");
    assert_data_eq!(
        run(&scratch, "check . --style house").to_string(),
        str![[r#"
harbor-engineer.yaml: warning: few-competencies: the role has weights for too few competencies: 0 (map the role to an occupation that is rated, or add estimates under `competencies:` with a reason)
harbor-engineer.yaml: warning: unreachable-role: nothing leads to `harbor-engineer` (add the role that people usually hold before under `prerequisites:`)
harbor-engineer.yaml:5:10: warning: prose-length: the summary is too short, in words: 4 (a summary has 20 to 90 words; a day has five paragraphs or more, 300 to 1,300 words)
harbor-engineer.yaml:6:7: warning: empty-words: `fast-paced` says nothing of this role (say what is done instead, or leave the words out)
harbor-engineer.yaml:6:7: warning: prose-length: the day is too short, in paragraphs and words: 1, 6 (a summary has 20 to 90 words; a day has five paragraphs or more, 300 to 1,300 words)
harbor-engineer.yaml:7:16: warning: few-tools: the role has too few tools: 1 (add what this person really has open; `roles tools` lists what there is)

"#]]
    );
    assert_data_eq!(
        run(
            &scratch,
            "check . --style house --skip prose-length --skip few-tools --skip few-competencies --format page"
        )
        .to_string(),
        str![[r#"
warning[unreachable-role]: nothing leads to `harbor-engineer`
 ╭▸ harbor-engineer.yaml
 ╰ help: add the role that people usually hold before under
         `prerequisites:`

warning[empty-words]: `fast-paced` says nothing of this role
  ╭▸ harbor-engineer.yaml:6:7
  │
6 │ day: [We thrive on fast-paced work.]
  │       ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
  │
  ╰ help: say what is done instead, or leave the words out

.: 1 role, no fault, 2 warnings
  What a rule asks for: roles check --explain unreachable-role

"#]]
    );
    assert_eq!(run(&scratch, "check . --style house --skip house").to_string(), "");
    scratch.write("catalog.yaml", "style: house\n");
    assert_data_eq!(
        run(&scratch, "check . --format tsv --fields severity,rule").to_string(),
        str![[r#"
severity	rule
error	few-competencies
error	unreachable-role
error	prose-length
error	empty-words
error	prose-length
error	few-tools
[exit code: 1]

"#]]
    );
    assert_eq!(run(&scratch, "check . --skip house").to_string(), "");
    scratch.write("catalog.yaml", "style: house\nrules: {skip: [house]}\n");
    assert_eq!(run(&scratch, "check .").to_string(), "");
}

#[test]
fn a_catalog_may_leave_rules_out_but_not_what_stops_every_command() {
    let scratch = Scratch::new("company-rules");
    scratch.write("harbor-engineer.yaml", PLAIN.replace("git,", "gti,"));
    scratch.write("catalog.yaml", "rules: {skip: [structural, unknown-tool, few-toolz, gardening]}\n");
    assert_data_eq!(
        run(&scratch, "check .").to_string(),
        str![[r#"
catalog.yaml:1:42: unknown-rule: no rule is called `few-toolz` (did you mean `few-tools`?)
catalog.yaml:1:53: unknown-rule: no rule is called `gardening` (did you mean `warning`?)
harbor-engineer.yaml:7:16: unknown-tool: no tool is called `gti` (`roles tools` lists them; a new tool is an entry of vocabulary/tools.yaml)
[exit code: 1]

"#]]
    );
    assert_data_eq!(
        run(&scratch, "check . --skip hosue").to_string(),
        str![[r#"
------- stderr -------
error: no rule is called `hosue`
hint: did you mean `house`?
[exit code: 2]

"#]]
    );
}

#[test]
fn what_is_new_passes_as_it_is_written() {
    for line in ["new harbor-engineer --dir ladder", "new harbor-engineer --from backend-engineer --dir ladder"] {
        let scratch = Scratch::new("company-new");
        assert_eq!(run(&scratch, line).code, 0);
        assert_eq!(run(&scratch, "check ladder").to_string(), "", "{line}");
    }
}

#[test]
fn what_all_salaries_have_is_said_once() {
    let scratch = Scratch::new("company-pay");
    scratch.write("vocabulary/sources.yaml", SOURCE);
    scratch.write(
        "catalog.yaml",
        "pay: {region: de, source: bands, currency: EUR, per: year, basis: gross, kind: offered, year: 2026}\n",
    );
    let salary = "salary:\n- {median: 70000}\n- {region: us, currency: USD, median: 90000}\n";
    scratch.write("harbor-engineer.yaml", format!("{PLAIN}{salary}"));
    assert_eq!(run(&scratch, "check .").to_string(), "");
    assert_data_eq!(
        run(&scratch, "--catalog . salary harbor-engineer").to_string(),
        str![[r#"
harbor-engineer  Germany        de  -  70,000  -  EUR/year  2026  n=-  gross offered  bands  exact
harbor-engineer  United States  us  -  90,000  -  USD/year  2026  n=-  gross offered  bands  exact

"#]]
    );
    // The second says the same in other words.
    scratch.write("harbor-engineer.yaml", format!("{PLAIN}{salary}- {{region: de, source: bands, median: 71000}}\n"));
    assert_data_eq!(
        run(&scratch, "check .").to_string(),
        str![[r#"
harbor-engineer.yaml:11:12: duplicate-entry: `de` stands in this list twice (take one of the two out)
[exit code: 1]

"#]]
    );
}

#[test]
fn what_is_wrong_in_it_is_told_where_it_stands() {
    let scratch = Scratch::new("company-wrong");
    scratch.write("catalog.yaml", "title: ''\nlanguage: English\nstyle: fancy\nowners: Harbor\n");
    assert_data_eq!(
        run(&scratch, "check .").to_string(),
        str![[r#"
catalog.yaml:3:8: unknown-word: `fancy` is not a word for this (one of: house)
catalog.yaml:4:1: unknown-field: no field is called `owners` (did you mean `owner`?)
[exit code: 1]

"#]]
    );
    scratch.write(
        "catalog.yaml",
        "title: ''\nlanguage: English\npay: {region: deutschland, source: none, currency: DM}\n",
    );
    scratch.write("harbor-engineer.yaml", format!("{PLAIN}salary: [{{median: 70000}}]\n"));
    assert_data_eq!(
        run(&scratch, "check .").to_string(),
        str![[r#"
catalog.yaml:1:8: missing-field: `title` says nothing (write a text, or take it out)
catalog.yaml:2:11: unknown-word: `English` is no code of a language (write two small letters, as ISO 639-1 has them: `en`)
catalog.yaml:3:15: unknown-region: no region is called `deutschland` (did you mean `de`?)
catalog.yaml:3:36: unknown-source: no source is called `none` (`roles sources` lists them; a new source is an entry of vocabulary/sources.yaml)
catalog.yaml:3:52: unknown-currency: no currency has the code `DM` (a currency is its code in ISO 4217: `EUR`, `USD`, `GBP`)
harbor-engineer.yaml:8:10: missing-field: the field `basis` is missing (add `basis:`, or say it once, under `pay:` in catalog.yaml)
harbor-engineer.yaml:8:10: missing-field: the field `kind` is missing (add `kind:`, or say it once, under `pay:` in catalog.yaml)
harbor-engineer.yaml:8:10: missing-field: the field `per` is missing (add `per:`, or say it once, under `pay:` in catalog.yaml)
harbor-engineer.yaml:8:10: missing-field: the field `year` is missing (add `year:`, or say it once, under `pay:` in catalog.yaml)
[exit code: 1]

"#]]
    );
    scratch.write("catalog.yml", "title: Harbor\n");
    scratch.write("catalog.yaml", "title: Harbor\n");
    scratch.write("harbor-engineer.yaml", PLAIN);
    scratch.write("software-engineering/catalog.yaml", PLAIN);
    assert_data_eq!(
        run(&scratch, "check .").to_string(),
        str![[r#"
catalog.yml: duplicate-id: the file `catalog.yaml` stands in catalog.yaml already (take one of the two out)
software-engineering/catalog.yaml: bad-id: no role can be called `catalog` (`catalog.yaml`, in the catalog's own folder, says what the catalog is: take another name)
[exit code: 1]

"#]]
    );
    assert_data_eq!(
        run(&scratch, "new catalog").to_string(),
        str![[r#"
------- stderr -------
error: no role can be called `catalog`
hint: `catalog.yaml`, in the catalog's own folder, says what the catalog is: take another name
[exit code: 2]

"#]]
    );
}
