//! A company's own ladder: what it says once, and what it is held to.

use snapbox::{assert_data_eq, str};

use crate::support::{Roles, Scratch, checked_over_names, is_all, over_builtin, repository, run, run_named, sample};

/// The ladder of Harbor, laid over the miniature catalog; hints name both as they stand in the folder of tests.
fn harbor(line: &str) -> String {
    let roles = Roles::builtin().words("--no-builtin --catalog miniature --catalog company");
    roles.words(line).folder(&repository("tests")).run().to_string()
}

const SOURCE: &str =
    "- {id: bands, title: Bands of Harbor, publisher: Harbor, licence: internal, kind: payroll, credit: Harbor.}\n";
const PLAIN: &str = "title: Harbor Engineer\nfamily: software-engineering\ntrack: individual-contributor\nlevel: 4\n\
                     summary: Builds what ships need.\nday: [We thrive on fast-paced work.]\n\
                     tools: [{tool: git, proficiency: expert}]\n";

/// A ladder that is titles and names: what many companies have.
#[test]
fn what_a_company_has_not_said_is_no_fault() {
    let scratch = Scratch::new("company-bare");
    scratch.write("deck/vocabulary/families.yaml", "- {id: deck, title: Deck}\n");
    scratch.write("deck/vocabulary/tracks.yaml", "- {id: crew, title: Crew}\n");
    scratch.write(
        "deck/vocabulary/levels.yaml",
        "- {rank: 1, names: [{track: crew, name: C1}]}\n- {rank: 2, names: [{track: crew, name: C2}]}\n",
    );
    scratch.write(
        "deck/vocabulary/competencies.yaml",
        "- {id: knots, title: Knots}\n- {id: charts, title: Charts, levels: {expert: Draws them.}}\n",
    );
    scratch.write(
        "deck/deckhand.yaml",
        "title: Deckhand\nfamily: deck\ntrack: crew\nlevel: 1\ncompetencies: [{competency: knots, level: working}]\n",
    );
    scratch.write(
        "deck/bosun.yaml",
        "title: Bosun\nfamily: deck\ntrack: crew\nlevel: 2\nprerequisites: [deckhand]\n\
         competencies: [{competency: knots, level: expert}, {competency: charts, level: working}]\n",
    );
    scratch.write("me.yaml", "competencies: {knots: working}\n");
    let ask = |words: &str| run(&scratch, &format!("--no-builtin {words}")).to_string();
    let of = |words: &str| ask(&format!("--catalog deck {words}"));
    assert_eq!(ask("check deck"), "");
    assert_data_eq!(
        ask("check deck --style house --skip few-competencies"),
        str![[r#"
deck/vocabulary/competencies.yaml:1:8: warning: left-unsaid: the competency `knots` does not say: definition, awareness, working, practitioner, expert (write its `definition:`, and a sentence for each level under its `levels:`)
deck/vocabulary/competencies.yaml:2:8: warning: left-unsaid: the competency `charts` does not say: definition, awareness, working, practitioner (write its `definition:`, and a sentence for each level under its `levels:`)
deck/bosun.yaml: warning: left-unsaid: the role `bosun` has no summary (write its `summary:`)
deck/deckhand.yaml: warning: left-unsaid: the role `deckhand` has no summary (write its `summary:`)

"#]]
    );
    assert_data_eq!(
        of("show bosun --format page"),
        str![[r#"
Bosun                                                                      bosun
Deck · C2, crew · from deck

Competencies                                weight 0 to 100 · confidence · level
  Knots   50  C  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  ●●●●  expert
  Charts  50  C  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  ●●○○  working
  no weight is stated of 2 competencies: each weighs 50

Salary by region         p25, median, p75 and n as published, gross unless noted
  No public figure for the world or any country.

Getting in        what people hold and adverts ask; an occupation is not a grade
  No public figure.

Outlook                                      of the occupation, not of the grade
  No public figure.

Career
  from  Deckhand         deckhand  editorial
  to    none listed yet

"#]]
    );
    assert_data_eq!(
        of("show bosun"),
        str![[r#"
role          bosun  Bosun  Deck  C2
competency    Knots   50  expert   C  no weight stated: weighs as every other without one
competency    Charts  50  working  C  no weight stated: weighs as every other without one
salary        no public figure
getting-in    no public figure
outlook       no public figure
prerequisite  deckhand  Deckhand  editorial
next          none listed yet

"#]]
    );
    assert_data_eq!(
        of("competencies knots --format page"),
        str![[r#"
Knots                                                                      knots

Roles                                             by weight · level · confidence
  Bosun     50  ██████████  expert   C
  Deckhand  50  ██████████  working  C

Speaks for it                                         elements of the frameworks
  None listed.

"#]]
    );
    assert_data_eq!(
        of("competencies charts"),
        str![[r#"
competency  charts  Charts  -
level       expert  Draws them.
role        bosun  Bosun  50  working  C

"#]]
    );
    assert_data_eq!(
        of("families"),
        str![[r#"
deck  Deck  2  -

"#]]
    );
    assert_data_eq!(
        of("levels --format page"),
        str![[r#"
  rank  names  roles  answerable for
     1  C1         1
     2  C2         1

  The roles of one of them: roles --no-builtin --catalog deck list --level C1

"#]]
    );
    assert_data_eq!(
        of("gap bosun --profile me.yaml --format page"),
        str![[r#"
Your gap to Bosun                                                          bosun
fit 25%  █████
  not said: 1, counted as none

Missing                                           by weight times levels missing
  competency  weight  levels       have      need
  Charts          50  –    → ●●○○  not said  working
  Knots           50  ●●○○ → ●●●●  working   expert

"#]]
    );
    assert_data_eq!(
        of("path deckhand bosun --format page"),
        str![[r#"
Deckhand → Bosun                                                          1 step

  Deckhand  deckhand
  │ editorial
  │ grows:
  │ Knots  50 to 50  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈2┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  ●●○○ → ●●●●  expert
  ▼ Bosun  bosun

  2 so many here
  More: roles --no-builtin --catalog deck path deckhand bosun --max 5

"#]]
    );
    assert_data_eq!(
        of("profile bosun"),
        str![[r#"
# A self-assessment, for `roles gap ROLE --profile FILE` and `roles match --profile FILE`.
# Put a level behind a name: none, awareness, working, practitioner or expert.
# A line may be left out, or stay blank: it says nothing. Titles and aliases serve as names too.
# n/a takes a line out of the measure: it has no bearing on your work.
# What is asked for by Bosun (bosun).

# The role you hold now, by its id: `roles match` then says how many steps away each role is.
# role: bosun

competencies:
  # Knots
  knots:

  # Charts
  #   expert: Draws them.
  charts:

tools:

"#]]
    );
    assert_data_eq!(
        of("search knots"),
        str![[r#"
deckhand  competency  Knots
bosun     competency  Knots

"#]]
    );
}

#[test]
fn the_house_style_is_that_of_the_house() {
    let scratch = Scratch::new("company-style");
    scratch.write("harbor-engineer.yaml", PLAIN);
    assert_eq!(checked_over_names(&scratch).to_string(), "");
    assert_data_eq!(
        run_named(&scratch, "check . --style house").to_string(),
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
        run_named(
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
    assert_eq!(run_named(&scratch, "check . --style house --skip house").to_string(), "");
    scratch.write("catalog.yaml", "style: house\n");
    assert_data_eq!(
        run_named(&scratch, "check . --format tsv --fields severity,rule").to_string(),
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
    assert_eq!(run_named(&scratch, "check . --skip house").to_string(), "");
    scratch.write("catalog.yaml", "style: house\nrules: {skip: [house]}\n");
    assert_eq!(checked_over_names(&scratch).to_string(), "");
}

#[test]
fn a_catalog_may_leave_rules_out_but_not_what_stops_every_command() {
    let scratch = Scratch::new("company-rules");
    scratch.write("harbor-engineer.yaml", PLAIN.replace("git,", "gti,"));
    scratch.write("catalog.yaml", "rules: {skip: [structural, unknown-tool, few-toolz, gardening]}\n");
    assert_data_eq!(
        over_builtin(&scratch).to_string(),
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

/// As it is begun from another role; from nothing too with `ROLES_ALL`.
#[test]
fn what_is_new_passes_as_it_is_written() {
    let lines = ["new harbor-engineer --from backend-engineer --dir ladder", "new harbor-engineer --dir ladder"];
    for line in sample(lines, 2) {
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
    assert_eq!(checked_over_names(&scratch).to_string(), "");
    assert_data_eq!(
        run_named(&scratch, "--catalog . salary harbor-engineer").to_string(),
        str![[r#"
harbor-engineer  Germany        de  -  70,000  -  EUR/year  2026  n=-  gross offered  bands  exact
harbor-engineer  United States  us  -  90,000  -  USD/year  2026  n=-  gross offered  bands  exact

"#]]
    );
    // The second says the same in other words.
    scratch.write("harbor-engineer.yaml", format!("{PLAIN}{salary}- {{region: de, source: bands, median: 71000}}\n"));
    assert_data_eq!(
        checked_over_names(&scratch).to_string(),
        str![[r#"
harbor-engineer.yaml:11:12: duplicate-entry: `de` stands in this list twice (take one of the two out)
[exit code: 1]

"#]]
    );
}

#[test]
fn what_all_salaries_have_is_judged_where_it_is_said() {
    let scratch = Scratch::new("company-pay-places");
    scratch.write("vocabulary/sources.yaml", SOURCE);
    let told = |pay: &str, salary: &str| {
        let rest = "source: bands, per: year, basis: gross, kind: offered";
        scratch.write("catalog.yaml", format!("# 1\n# 2\n# 3\npay: {{{pay}, {rest}}}\n"));
        scratch.write("harbor-engineer.yaml", format!("{PLAIN}salary:\n{salary}"));
        checked_over_names(&scratch).to_string().replace("\n[exit code: 1]\n", "")
    };
    let former = told("currency: DEM, year: 2026", "- {region: de, median: 70000}\n- {region: us, median: 80000}\n");
    assert!(former.starts_with("catalog.yaml:4:28: unknown-currency: nobody is paid in `DEM` in 2026"), "{former}");
    assert_eq!(former.lines().count(), 1, "{former}");
    let own = told("year: 2026", "- {region: de, currency: DEM, median: 70000}\n");
    assert!(own.starts_with("harbor-engineer.yaml:9:26: unknown-currency: nobody is paid in `DEM`"), "{own}");
    let late = told("year: 2055", "- {region: de, currency: EUR, median: 70000}\n");
    assert!(late.starts_with("catalog.yaml:4:13: ") && late.lines().count() == 1, "{late}");
    let all = "region: de, currency: EUR, year: 2026";
    let falling = told(all, "- {p25: 70000, median: 60000}\n");
    assert!(falling.starts_with("harbor-engineer.yaml:9:3: crooked-salary: the figures do not rise"), "{falling}");
    let empty = told(all, "- {note: None yet.}\n");
    assert!(empty.starts_with("harbor-engineer.yaml:9:3: crooked-salary: the row has no figure"), "{empty}");
    let nobody = told(all, "- {n: 0, median: 60000}\n");
    assert!(nobody.starts_with("harbor-engineer.yaml:9:3: crooked-salary: the row is of nobody"), "{nobody}");
    let twice = told(all, "- {median: 60000}\n- {median: 61000}\n");
    assert!(twice.starts_with("harbor-engineer.yaml:10:3: duplicate-entry: `de` stands in this list twice"), "{twice}");
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn what_is_wrong_in_it_is_told_where_it_stands() {
    let scratch = Scratch::new("company-wrong");
    scratch.write("catalog.yaml", "title: ''\nlanguage: English\nstyle: fancy\nowners: Harbor\n");
    assert_data_eq!(
        over_builtin(&scratch).to_string(),
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
        over_builtin(&scratch).to_string(),
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
        over_builtin(&scratch).to_string(),
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

#[test]
fn a_name_that_both_have_means_the_companys() {
    let checked = Roles::miniature().words("check --catalog").arg(repository("tests/miniature")).arg("company");
    let checked = checked.folder(&repository("tests")).run().to_string();
    assert_data_eq!(
        checked,
        str![[r#"
company/engineering/dock-engineer.yaml:2:11: warning: taken-name: the name `Developer` finds `dock-engineer` now, and not `engineer` of a catalog beneath (leave it, if that is meant; `replaces: engineer` in this file says that it stands for the other; or take the name out)

"#]]
    );
    let found: String = ["developer", "DEVELOPER", "engineer", "dock-engineer"]
        .map(|name| harbor(&format!("show {name} --section summary")))
        .concat();
    assert_data_eq!(
        found,
        str![[r#"
role     dock-engineer  Dock Engineer  Engineering  senior
alias    Developer
summary  Builds what keeps the services of Harbor at the quay.
role     dock-engineer  Dock Engineer  Engineering  senior
alias    Developer
summary  Builds what keeps the services of Harbor at the quay.
role     engineer  Engineer  Engineering  mid
url      https://www.onetonline.org/link/summary/90-0001.00
alias    Software Engineer
alias    Developer
rung     junior              junior-engineer      Junior Engineer
rung     mid                 engineer             Engineer
rung     senior              senior-engineer      Senior Engineer
rung     staff               none in the catalog
rung     principal engineer  principal-engineer   Principal Engineer
summary  Builds whole features, from the request to the day they are used.
role     dock-engineer  Dock Engineer  Engineering  senior
alias    Developer
summary  Builds what keeps the services of Harbor at the quay.

"#]]
    );
    // What follows is over the built-in catalog, which takes long.
    if !is_all() {
        return;
    }
    let scratch = Scratch::new("company-names");
    scratch.write("backend-engineer-x.yaml", PLAIN.replace("Harbor Engineer", "Backend Engineer"));
    assert_data_eq!(
        over_builtin(&scratch).to_string(),
        str![[r#"
backend-engineer-x.yaml:1:8: warning: taken-name: the name `Backend Engineer` finds `backend-engineer-x` now, and not `backend-engineer` of a catalog beneath (leave it, if that is meant; `replaces: backend-engineer` in this file says that it stands for the other; or take the name out)

"#]]
    );
    let shown = |name: &str| {
        let roles = Roles::builtin().words("--catalog . show --section summary --format tsv --fields role").arg(name);
        format!("{name}: {}", roles.folder(scratch.path()).run())
    };
    assert_data_eq!(
        ["Backend Engineer", "backend-engineer"].map(shown).concat(),
        str![[r#"
Backend Engineer: role
backend-engineer-x
backend-engineer-x
backend-engineer: role
backend-engineer
backend-engineer
backend-engineer
backend-engineer
backend-engineer
backend-engineer
backend-engineer
backend-engineer
backend-engineer
backend-engineer
backend-engineer
backend-engineer
backend-engineer
backend-engineer
backend-engineer
backend-engineer
backend-engineer
backend-engineer
backend-engineer
backend-engineer

"#]]
    );
}

#[test]
fn a_role_stands_for_another() {
    let found: String = ["staff engineer", "Lead Engineer", "staff-engineer"]
        .map(|name| harbor(&format!("show --section career {name}")))
        .concat();
    assert_data_eq!(
        found,
        str![[r#"
prerequisite  dock-engineer  Dock Engineer  Harbor ladder
next          principal-engineer   Principal Engineer   editorial
next          engineering-manager  Engineering Manager  editorial
lateral       engineering-manager  Engineering Manager  editorial
------- stderr -------
note: `staff engineer` is replaced by `quay-engineer` in the catalog `company`: showing it
prerequisite  dock-engineer  Dock Engineer  Harbor ladder
next          principal-engineer   Principal Engineer   editorial
next          engineering-manager  Engineering Manager  editorial
lateral       engineering-manager  Engineering Manager  editorial
------- stderr -------
note: `Lead Engineer` is replaced by `quay-engineer` in the catalog `company`: showing it
prerequisite  dock-engineer  Dock Engineer  Harbor ladder
next          principal-engineer   Principal Engineer   editorial
next          engineering-manager  Engineering Manager  editorial
lateral       engineering-manager  Engineering Manager  editorial
------- stderr -------
note: `staff-engineer` is replaced by `quay-engineer` in the catalog `company`: showing it

"#]]
    );
    assert_data_eq!(
        harbor("next senior-engineer"),
        str![[r#"
engineering-manager  Engineering Manager  manager  1  Ladder 2024

"#]]
    );
    assert_data_eq!(
        harbor("path engineer principal-engineer"),
        str![[r#"
step  1.1  engineer       dock-engineer       Harbor ladder
step  1.2  dock-engineer  quay-engineer       Harbor ladder  grows: Drawing of systems 80 to 90 (working to practitioner)
step  1.3  quay-engineer  principal-engineer  editorial      new tools: Python

"#]]
    );
    assert_data_eq!(
        harbor("list --family engineering"),
        str![[r#"
intern              Engineering Intern  Engineering  intern
junior-engineer     Junior Engineer     Engineering  junior
engineer            Engineer            Engineering  mid
ropemaker           Ropemaker           Engineering  mid
dock-engineer       Dock Engineer       Engineering  senior
senior-engineer     Senior Engineer     Engineering  senior
quay-engineer       Quay Engineer       Engineering  staff
principal-engineer  Principal Engineer  Engineering  principal

"#]]
    );
    assert_data_eq!(
        harbor("why quay-engineer dock-engineer"),
        str![[r#"
prerequisite  dock-engineer  Dock Engineer  Harbor ladder

"#]]
    );
    let json: serde_json::Value = serde_json::from_str(
        harbor("show staff-engineer --format json").split("------- stderr").next().expect("it is there"),
    )
    .expect("the answer is JSON");
    assert_eq!(json["resolved"][0]["how"], "replaced");
    assert_eq!(json["roles"][0]["replaces"][0]["id"], "staff-engineer");
}

#[test]
fn what_cannot_stand_for_another_is_told() {
    let scratch = Scratch::new("company-replaces");
    scratch.write("a-role.yaml", PLAIN.replace("Harbor", "A") + "replaces: a-role\n");
    scratch.write("b-role.yaml", PLAIN.replace("Harbor", "B") + "replaces: [nobody-at-all, sre]\n");
    scratch.write("c-role.yaml", PLAIN.replace("Harbor", "C") + "replaces: [sre]\n");
    assert_data_eq!(
        checked_over_names(&scratch).to_string(),
        str![[r#"
a-role.yaml:8:11: crooked-move: `a-role` cannot stand for itself (take it out)
b-role.yaml:8:12: unknown-role: no role is called `nobody-at-all`
c-role.yaml:8:12: crooked-move: `b-role` stands for `sre` already (take it out of one of the two: one role stands for another)
[exit code: 1]

"#]]
    );
}

#[test]
fn competencies_that_correspond_cross_the_border() {
    assert_data_eq!(
        harbor("compare dock-engineer senior-engineer"),
        str![[r#"
role        dock-engineer    Dock Engineer    Engineering  senior
role        senior-engineer  Senior Engineer  Engineering  senior
competency  Architecture                 7  dock-engineer 80 working (Drawing of systems)  senior-engineer 87 practitioner
competency  Operations and reliability  27  dock-engineer 60 practitioner (Mooring)        senior-engineer 87 practitioner
competency  People leadership            -  dock-engineer no evidence                      senior-engineer 26 practitioner
competency  Quality                      -  dock-engineer no evidence                      senior-engineer 62 practitioner
competency  Technology strategy          -  dock-engineer no evidence                      senior-engineer 25 not rated
expects     Operations and reliability  dock-engineer  Moors alone at night.
tool        C++      dock-engineer -        senior-engineer expert
tool        SQL      dock-engineer -        senior-engineer working
tool        Jenkins  dock-engineer -        senior-engineer working
tool        Git      dock-engineer working  senior-engineer practitioner
distance    dock-engineer    senior-engineer  no ladder
distance    senior-engineer  dock-engineer    no ladder

"#]]
    );
    assert_data_eq!(
        harbor("compare dock-engineer senior-engineer --format page --width 100"),
        str![[r#"
Dock Engineer and Senior Engineer

  id               title            level       track                   family
  dock-engineer    Dock Engineer    senior (4)  individual contributor  Engineering
  senior-engineer  Senior Engineer  senior (4)  individual contributor  Engineering

Competencies                                       weight · level · most apart by both first
  competency                                        ○ dock-engineer  ● senior-engineer  diff
  Architecture                ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈○─●┈┈   80 ●●○○          87 ●●●○              7
  Operations and reliability  ┈┈┈┈┈┈┈┈┈┈┈○─────●┈┈   60 ●●●○          87 ●●●○             27
  People leadership           ┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈  no evidence       26 ●●●○              –
  Quality                     ┈┈┈┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈  no evidence       62 ●●●○              –
  Technology strategy         ┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈  no evidence       25 not rated         –
  ●○○○ awareness  ●●○○ working  ●●●○ practitioner  ●●●● expert
  dock-engineer: Drawing of systems stands in the row of Architecture
  dock-engineer: Mooring stands in the row of Operations and reliability

What is expected                                            in the words of the roles' files
  Operations and reliability, dock-engineer: Moors alone at night.

Tools                                                      proficiency expected is editorial
  tool  dock-engineer  senior-engineer
  Git   working        practitioner
  only in senior-engineer
                 C++   SQL   Jenkins

Salary                       regions with a figure of one source for all; gross unless noted
  No region has figures of one source that tell them apart.
  What each is paid:
  roles --no-builtin --catalog miniature --catalog company salary dock-engineer senior-engineer

How far apart                                                              fewest promotions
  dock-engineer to senior-engineer: no ladder
  senior-engineer to dock-engineer: no ladder

"#]]
    );
    assert_data_eq!(
        harbor("competencies drawing"),
        str![[r#"
competency  drawing  Drawing of systems  Drawing what others will build, so that they build one thing.
same-as     architecture  Architecture
level       awareness     Can find the drawing.
level       working       Draws one part.
level       practitioner  Draws the whole, and leaves out what nobody needs.
level       expert        Teaches others to draw.
role        quay-engineer  Quay Engineer  90  practitioner  C
role        dock-engineer  Dock Engineer  80  working       C

"#]]
    );
    let scratch = Scratch::new("company-profile");
    let me = |text: &str, line: &str| {
        scratch.write("me.yaml", text);
        let roles =
            Roles::miniature().words(line).words("--profile me.yaml --catalog").arg(repository("tests/company"));
        roles.folder(scratch.path()).run().to_string()
    };
    let theirs = "competencies: {drawing: expert, mooring: practitioner, pumps: working}\n";
    assert_data_eq!(
        me(theirs, "gap senior-engineer"),
        str![[r#"
fit        senior-engineer  Senior Engineer  44%  4 of 5 competencies have a level; the others are left out  not said: 6, counted as none
missing    quality     62  not said  practitioner  awareness     Runs the tests.
missing    operations  87  working   practitioner  practitioner  Writes the runbook.
missing    people      26  not said  practitioner  awareness     Shares what was learned.
tool       c-plus-plus  not said  expert
tool       git          not said  practitioner
tool       sql          not said  working
tool       jenkins      not said  working
met        architecture
not-rated  strategy
------- stderr -------
note: by what corresponds to them, these count too: architecture, operations

"#]]
    );
    assert_data_eq!(
        me("competencies: {architecture: expert, operations: working}\n", "gap dock-engineer"),
        str![[r#"
fit          dock-engineer  Dock Engineer  71%    not said: 1, counted as none
missing      mooring  60  working  practitioner  practitioner  Moors in a storm.
expects      mooring  Moors alone at night.
tool         git  not said  working
met          drawing
met          pumps
no-evidence  people
no-evidence  strategy
no-evidence  quality
------- stderr -------
note: by what corresponds to them, these count too: drawing, mooring, pumps

"#]]
    );
    assert_data_eq!(
        me(theirs, "match --max 3"),
        str![[r#"
dock-engineer  Dock Engineer              80%  like you 61%  senior      carried by: Drawing of systems, Mooring, Pumps                                       rated: 3/3  not said: 1, counted as none  your rank, inferred: senior, by dock-engineer
engineer       Engineer                   48%  like you 53%  mid         carried by: Architecture, Operations and reliability  missing: Quality, People leadership  rated: 4/5  not said: 6, counted as none  your rank, inferred: senior, by dock-engineer
sre            Site Reliability Engineer  37%  like you 51%  senior      carried by: Architecture, Operations and reliability  missing: Operations and reliability, Quality, People leadership  rated: 5/5  not said: 7, counted as none  your rank, inferred: senior, by dock-engineer
------- stderr -------
note: by what corresponds to them, these count too: architecture, operations

"#]]
    );
}

#[test]
fn what_is_expected_is_said_in_words() {
    assert_data_eq!(
        harbor("show dock-engineer --section competencies"),
        str![[r#"
competency  Drawing of systems  80  working       C  Harbor ladder
competency  Mooring             60  practitioner  C  Harbor ladder
competency  Pumps               40  working       C  Harbor ladder
expects     Mooring  Moors alone at night.
expects     Pumps    Walks the pumps every Monday.
expects     Pumps    Knows which one will stop next

"#]]
    );
    assert_data_eq!(
        harbor("show dock-engineer --section competencies --format page"),
        str![[r#"
Dock Engineer                                                      dock-engineer
Engineering · senior, individual contributor · also Developer · from Harbor
ladder

Competencies                                weight 0 to 100 · confidence · level
  Drawing of systems  80  C  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈  ●●○○  working
  Mooring             60  C  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈  ●●●○  practitioner
  Pumps               40  C  ┈┈┈┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  ●●○○  working

What is expected
  Mooring: Moors alone at night.
  Pumps: Walks the pumps every Monday. · Knows which one will stop next

"#]]
    );
    assert_data_eq!(
        harbor("show dock-engineer --section competencies --format md"),
        str![[r#"
# Dock Engineer `dock-engineer`

Engineering · senior, individual contributor · also Developer · from Harbor ladder

## Competencies

*weight 0 to 100 · confidence · level*

| competency | weight | confidence | level |
| --- | ---: | --- | --- |
| Drawing of systems | 80 | C | working |
| Mooring | 60 | C | practitioner |
| Pumps | 40 | C | working |

## What is expected

Mooring: Moors alone at night.

Pumps: Walks the pumps every Monday. · Knows which one will stop next

"#]]
    );
    assert_data_eq!(
        harbor("compare dock-engineer ropemaker --format page"),
        str![[r#"
Dock Engineer and Ropemaker

  id             title          level       track                   family
  dock-engineer  Dock Engineer  senior (4)  individual contributor  Engineering
  ropemaker      Ropemaker      mid (3)     individual contributor  Engineering

Competencies                           weight · level · most apart by both first
  competency                                  ○ dock-engineer  ● ropemaker  diff
  Mooring             ┈┈┈┈┈┈┈┈┈┈┈●─○┈┈┈┈┈┈┈┈   60 ●●●○          50 ●●○○       10
  Pumps               ┈┈┈┈┈┈┈┈○──●┈┈┈┈┈┈┈┈┈┈   40 ●●○○          50 ●○○○       10
  Drawing of systems  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈○┈┈┈┈   80 ●●○○         no evidence     –
  ●○○○ awareness  ●●○○ working  ●●●○ practitioner  ●●●● expert

What is expected                                in the words of the roles' files
  Mooring, dock-engineer: Moors alone at night.
  Mooring, ropemaker: Splices a rope that holds.
  Pumps, dock-engineer: Walks the pumps every Monday. · Knows which one will
  stop next

Tools                                          proficiency expected is editorial
  only in dock-engineer
                 Git

Salary           regions with a figure of one source for all; gross unless noted
  No region has figures of one source that tell them apart.
  What each is paid:
  roles --no-builtin --catalog miniature --catalog company salary dock-engineer
  ropemaker

How far apart                                                  fewest promotions
  dock-engineer to ropemaker: no ladder
  ropemaker to dock-engineer: no ladder

"#]]
    );
    assert_data_eq!(
        harbor("compare dock-engineer ropemaker"),
        str![[r#"
role        dock-engineer  Dock Engineer  Engineering  senior
role        ropemaker      Ropemaker      Engineering  mid
competency  Mooring             10  dock-engineer 60 practitioner  ropemaker 50 working
competency  Pumps               10  dock-engineer 40 working       ropemaker 50 awareness
competency  Drawing of systems   -  dock-engineer 80 working       ropemaker no evidence
expects     Mooring  dock-engineer  Moors alone at night.
expects     Mooring  ropemaker      Splices a rope that holds.
expects     Pumps    dock-engineer  Walks the pumps every Monday.
expects     Pumps    dock-engineer  Knows which one will stop next
tool        Git  dock-engineer working  ropemaker -
distance    dock-engineer  ropemaker      no ladder
distance    ropemaker      dock-engineer  no ladder

"#]]
    );
    assert_data_eq!(
        harbor("why dock-engineer pumps"),
        str![[r#"
competency  pumps  40  working  C  Harbor ladder
arithmetic  weight 40: stated by the catalog `company`: stated in the role's file
expects     Walks the pumps every Monday.
expects     Knows which one will stop next

"#]]
    );
    assert_data_eq!(
        harbor("competencies mooring"),
        str![[r#"
competency  mooring  Mooring  Bringing a new service alongside without a bump.
part-of     operations  Operations and reliability
level       awareness     Knows where the ropes are.
level       working       Moors in calm weather. Says so when it is not calm.
level       practitioner  Moors in a storm.
example     practitioner  Brought the old billing in on the night of the flood.
example     practitioner  Turned back once, and said why.
signal      practitioner  Others ask them before they cast off.
level       expert  Says who may come alongside.
role        dock-engineer  Dock Engineer  60  practitioner  C
role        ropemaker      Ropemaker      50  working       C

"#]]
    );
    assert_data_eq!(
        harbor("competencies mooring --format page"),
        str![[r#"
Mooring                                                                  mooring

  Bringing a new service alongside without a bump.
  a part of Operations and reliability:
roles --no-builtin --catalog miniature --catalog company competencies operations

Levels                                                      what each looks like
  awareness: Knows where the ropes are.
  working: Moors in calm weather. Says so when it is not calm.
  practitioner: Moors in a storm.
    examples Brought the old billing in on the night of the flood. · Turned back
  once, and said why.
    signals Others ask them before they cast off.
  expert: Says who may come alongside.

Roles                                             by weight · level · confidence
  Dock Engineer  60  ████████████  practitioner  C
  Ropemaker      50  ██████████    working       C

Speaks for it                                         elements of the frameworks
  None listed.

"#]]
    );
    let scratch = Scratch::new("company-expects");
    scratch.write("me.yaml", "competencies: {mooring: working}\n");
    let gap = |format: &str| {
        let roles = Roles::miniature().words("gap dock-engineer --profile me.yaml --format").arg(format);
        let roles = roles.arg("--catalog").arg(repository("tests/company"));
        roles.folder(scratch.path()).run().to_string()
    };
    assert_data_eq!(
        gap("page"),
        str![[r#"
Your gap to Dock Engineer                                          dock-engineer
fit 17%  ███▍
  not said: 3, counted as none

Missing                                           by weight times levels missing
  competency          weight  levels       have      need
  Drawing of systems      80  –    → ●●○○  not said  working
  Pumps                   40  –    → ●●○○  not said  working
  Mooring                 60  ●●○○ → ●●●○  working   practitioner

Next                     what the next level of the three most urgent looks like
  Drawing of systems, awareness: Can find the drawing.
  Pumps, working: Walks the pumps every Monday. · Knows which one will stop next
  · awareness: Hears that a pump has stopped.
  Mooring, practitioner: Moors alone at night. · practitioner: Moors in a storm.

Tools                                             below the proficiency expected
  tool  levels       have      need
  Git   –    → ●●○○  not said  working

No evidence                                      nobody rates them for this role
  People leadership, Technology strategy, Quality
------- stderr -------
note: by what corresponds to them, these count too: operations

"#]]
    );
    assert_data_eq!(
        gap("lines"),
        str![[r#"
fit          dock-engineer  Dock Engineer  17%    not said: 3, counted as none
missing      drawing  80  not said  working  awareness  Can find the drawing.
missing      pumps    40  not said  working  awareness  Hears that a pump has stopped.
expects      pumps  Walks the pumps every Monday.
expects      pumps  Knows which one will stop next
missing      mooring  60  working  practitioner  practitioner  Moors in a storm.
expects      mooring  Moors alone at night.
tool         git  not said  working
no-evidence  people
no-evidence  strategy
no-evidence  quality
------- stderr -------
note: by what corresponds to them, these count too: operations

"#]]
    );
}

#[test]
fn competencies_without_weights_weigh_alike_and_say_so() {
    assert_data_eq!(
        harbor("show ropemaker --section competencies"),
        str![[r#"
competency  Mooring  50  working    C  no weight stated: weighs as every other without one
competency  Pumps    50  awareness  C  no weight stated: weighs as every other without one
expects     Mooring  Splices a rope that holds.

"#]]
    );
    assert_data_eq!(
        harbor("show ropemaker --section competencies --format page"),
        str![[r#"
Ropemaker                                                              ropemaker
Engineering · mid, individual contributor · from Harbor ladder

Competencies                                weight 0 to 100 · confidence · level
  Mooring  50  C  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  ●●○○  working
  Pumps    50  C  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  ●○○○  awareness
  no weight is stated of 2 competencies: each weighs 50

What is expected
  Mooring: Splices a rope that holds.

"#]]
    );
    assert_data_eq!(
        harbor("why ropemaker mooring"),
        str![[r#"
competency  mooring  50  working  C  no weight stated: weighs as every other without one
arithmetic  weight 50: none is stated, so that it weighs as every other without one
expects     Splices a rope that holds.

"#]]
    );
    // What follows is over the built-in catalog, which takes long.
    if !is_all() {
        return;
    }
    // What was read of a role stays, and what a company says stands beside it.
    let scratch = Scratch::new("company-words");
    scratch.write(
        "sre.yaml",
        "competencies: [{competency: coaching, expects: Mentors one person.}, {competency: ownership, level: working}]\n",
    );
    let shown = |line: &str| run(&scratch, line).to_string();
    let before: serde_json::Value =
        serde_json::from_str(&run(&scratch, "show sre --format json --section competencies").stdout).expect("JSON");
    let after: serde_json::Value =
        serde_json::from_str(&run(&scratch, "--catalog . show sre --format json --section competencies").stdout)
            .expect("JSON");
    let of = |json: &serde_json::Value, id: &str| {
        let all = json["roles"][0]["competencies"].as_array().expect("a list").clone();
        all.into_iter().find(|it| it["id"] == id).expect("it is there")
    };
    assert_eq!(of(&before, "coaching")["weight"], of(&after, "coaching")["weight"]);
    assert_eq!(of(&after, "coaching")["expects"][0], "Mentors one person.");
    assert_eq!(of(&before, "ownership")["weight"], of(&after, "ownership")["weight"]);
    assert_eq!(of(&after, "ownership")["proficiency"], "working");
    scratch.write(
        "sre.yaml",
        "competencies: [{competency: coaching, expects: ''}, {competency: nothing-such, expects: x}]\n",
    );
    assert_data_eq!(
        shown("check ."),
        str![[r#"
sre.yaml:1:48: missing-field: `expects` says nothing (write a text, or take it out)
sre.yaml:1:66: unknown-competency: no competency is called `nothing-such` (`roles competencies` lists them; a new competency is an entry of vocabulary/competencies.yaml)
[exit code: 1]

"#]]
    );
}

#[test]
fn a_band_says_what_its_file_says_beside_it() {
    assert_data_eq!(
        harbor("show dock-engineer --section salary --format page"),
        str![[r#"
Dock Engineer                                                      dock-engineer
Engineering · senior, individual contributor · also Developer · from Harbor
ladder

Salary by region         p25, median, p75 and n as published, gross unless noted
  Germany         –  64,000  –  exact EUR/yr offered, 2026, Harbor bands       –
  United Kingdom  –     450  –  exact GBP/d offered, 2026, Harbor bands        –
  Germany: With the allowance for night tides.
  United Kingdom: Contractors.

1 source. Where a figure comes from:
roles --no-builtin --catalog miniature --catalog company why dock-engineer de
How people get there:
roles --no-builtin --catalog miniature --catalog company path dock-engineer

"#]]
    );
    assert_data_eq!(
        harbor("show dock-engineer --section salary"),
        str![[r#"
salary  Germany         de  -  64,000  -  EUR/year  2026  n=-  gross offered  harbor-bands  exact  (With the allowance for night tides.)
salary  United Kingdom  gb  -     450  -  GBP/day   2026  n=-  gross offered  harbor-bands  exact  (Contractors.)

"#]]
    );
    assert_data_eq!(
        harbor("show dock-engineer --section salary --plain"),
        str![[r#"
salary  Germany         de  -  64,000  -  EUR/year  2026  n=-  gross offered  harbor-bands  exact  (With the allowance for night tides.)
salary  United Kingdom  gb  -     450  -  GBP/day   2026  n=-  gross offered  harbor-bands  exact  (Contractors.)

"#]]
    );
}

/// What both call alike means the company's, which is told once; an id as it is written stays its own.
#[test]
fn a_name_of_the_vocabulary_that_both_have_means_the_companys() {
    let scratch = Scratch::new("company-words");
    scratch.write(
        "ft/vocabulary/competencies.yaml",
        "- {id: ft-communication, title: Communication}\n- {id: ft-quality, title: Quality, same_as: quality}\n",
    );
    scratch.write("ft/vocabulary/families.yaml", "- {id: ft-security, title: Security}\n");
    scratch.write("ft/vocabulary/tools.yaml", "- {id: ft-git, title: Our Git, group: Data, aliases: [Git]}\n");
    scratch.write(
        "ft/ft-engineer.yaml",
        "title: FT Engineer\nfamily: ft-security\ntrack: individual-contributor\nlevel: 4\n\
         competencies: [{competency: Communication, level: expert}, {competency: ft-quality, level: working}]\n\
         tools: [{tool: Git, proficiency: working}]\n",
    );
    let checked = run_named(&scratch, "check ft").to_string();
    assert!(!checked.contains("shared-name") && !checked.contains("exit code"), "{checked}");
    assert!(!checked.contains("`ft-quality` now"), "{checked}");
    for (name, own, theirs) in [
        ("Communication", "ft-communication", "communication"),
        ("Git", "ft-git", "git"),
        ("Security", "ft-security", "security"),
    ] {
        let told = format!("taken-name: the name `{name}` finds `{own}` now, and not `{theirs}` of a catalog beneath");
        assert!(checked.contains(&told), "{told}\n{checked}");
    }
    let ids =
        |words: &str| run_named(&scratch, &format!("--catalog ft list --format tsv --fields role {words}")).to_string();
    for words in ["--competency Communication", "--tool Git", "--family Security", "--tool git --competency ft-quality"]
    {
        let (found, is_own) = (ids(words), !words.contains("--tool git"));
        assert_eq!(found.trim() == "role\nft-engineer", is_own, "{words}: {found}");
    }
    assert!(!ids("--competency communication").contains("ft-engineer"));
    scratch.write("me.yaml", "competencies: {Communication: expert, ft-quality: working}\ntools: {Git: working}\n");
    let gap = run_named(&scratch, "--catalog ft gap ft-engineer --profile me.yaml").to_string();
    assert!(gap.contains("FT Engineer  100%"), "{gap}");
}
