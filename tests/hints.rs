//! What is mistyped is answered with what can be typed.

use snapbox::{assert_data_eq, str};

use crate::support::{Roles, Scratch, builtin, repository};

/// What is said of each line, and the exit code.
fn said(lines: &[&str]) -> String {
    lines.iter().map(|line| format!("$ roles {line}\n{}", builtin(line))).collect()
}

#[test]
fn what_is_no_command_is_answered_with_the_one_that_was_meant() {
    assert_data_eq!(
        said(&[
            "cto",
            "cto show",
            "CTO",
            "pay cto",
            "skills",
            "SHOW CTO",
            "shwo cto",
            "what does a cto do",
            "senior java developer",
            "frobnicate the foo",
            "--region de salary cto",
            "help cto",
        ]),
        str![[r#"
$ roles cto
------- stderr -------
error: no command is called `cto`
hint: did you mean `roles show cto`?
[exit code: 2]
$ roles cto show
------- stderr -------
error: no command is called `cto`
hint: did you mean `roles show cto`?
[exit code: 2]
$ roles CTO
------- stderr -------
error: no command is called `CTO`
hint: did you mean `roles show CTO`?
[exit code: 2]
$ roles pay cto
------- stderr -------
error: no command is called `pay`
hint: did you mean `roles salary cto`?
[exit code: 2]
$ roles skills
------- stderr -------
error: no command is called `skills`
hint: did you mean `roles competencies`?
[exit code: 2]
$ roles SHOW CTO
------- stderr -------
error: no command is called `SHOW`
hint: did you mean `roles show CTO`?
[exit code: 2]
$ roles shwo cto
------- stderr -------
error: no command is called `shwo`
hint: did you mean `show`?
[exit code: 2]
$ roles what does a cto do
------- stderr -------
error: no command is called `what`
hint: did you mean `roles show cto`?
[exit code: 2]
$ roles senior java developer
------- stderr -------
error: no command is called `senior`
hint: did you mean `roles show senior java developer`?
[exit code: 2]
$ roles frobnicate the foo
------- stderr -------
error: no command is called `frobnicate`
hint: `roles search frobnicate the foo` looks inside roles
hint: `roles --help` lists the commands
[exit code: 2]
$ roles --region de salary cto
------- stderr -------
error: no option is called `--region`
hint: the options of a command stand behind it: `roles salary cto --region de`
[exit code: 2]
$ roles help cto
------- stderr -------
error: no command is called `cto`
hint: did you mean `roles show cto`?
[exit code: 2]

"#]]
    );
}

#[test]
fn help_and_version_are_commands_too() {
    assert_eq!(builtin("help").answered(), builtin("--help").answered());
    assert_eq!(builtin("help show").answered(), builtin("show --help").answered());
    assert_eq!(builtin("--ascii help show").answered(), builtin("show --help").answered());
    assert_eq!(builtin("version").answered(), builtin("--version").answered());
}

#[test]
fn a_command_that_takes_options_only_says_which() {
    assert_data_eq!(
        said(&[
            "list security",
            "families security",
            "levels senior",
            "regions texas",
            "list --competency coaching 60",
            "list xyzzy",
        ]),
        str![[r#"
$ roles list security
------- stderr -------
error: there is no place for `security`
hint: did you mean `roles list --family security` or `roles list --competency security`?
[exit code: 2]
$ roles families security
------- stderr -------
error: there is no place for `security`
hint: did you mean `roles list --family security` or `roles list --competency security`?
[exit code: 2]
$ roles levels senior
------- stderr -------
error: there is no place for `senior`
hint: did you mean `roles list --level senior`?
[exit code: 2]
$ roles regions texas
------- stderr -------
error: there is no place for `texas`
hint: did you mean `roles salary --region us-tx`?
[exit code: 2]
$ roles list --competency coaching 60
------- stderr -------
error: there is no place for `60`
hint: did you mean `roles list --competency coaching:60`?
[exit code: 2]
$ roles list xyzzy
------- stderr -------
error: there is no place for `xyzzy`
hint: `roles search xyzzy` looks inside roles
hint: `roles list --help` explains it
[exit code: 2]

"#]]
    );
}

#[test]
fn what_is_missing_is_shown() {
    assert_data_eq!(
        said(&["gap staff-engineer", "match", "gap staff engineer me.yaml", "check", "show", "path"]),
        str![[r#"
$ roles gap staff-engineer
------- stderr -------
error: something is missing: --profile <FILE>
hint: `roles profile > me.yaml` writes an empty one
hint: filled in, it is read by `roles gap staff-engineer --profile me.yaml`
[exit code: 2]
$ roles match
------- stderr -------
error: something is missing: --profile <FILE>
hint: `roles profile > me.yaml` writes an empty one
hint: filled in, it is read by `roles match --profile me.yaml`
[exit code: 2]
$ roles gap staff engineer me.yaml
------- stderr -------
error: something is missing: --profile <FILE>
hint: did you mean `roles gap staff engineer --profile me.yaml`?
[exit code: 2]
$ roles check
------- stderr -------
error: something is missing: <DIR>
hint: as in `roles check my-catalog`
hint: `roles check --help` explains it
[exit code: 2]
$ roles show
------- stderr -------
error: something is missing: <ROLE>...
hint: as in `roles show cto`
hint: `roles show --help` explains it
[exit code: 2]
$ roles path
------- stderr -------
error: something is missing: <ROLE>...
hint: as in `roles path junior-software-engineer cto`
hint: `roles path --help` explains it
[exit code: 2]

"#]]
    );
}

#[test]
fn a_name_that_means_several_is_put_into_the_command_that_was_typed() {
    assert_data_eq!(
        said(&[
            "next help desk --depth 2",
            "prereqs --all help desk",
            "path help cto --max 3",
            "salary ctoo --region us",
            "match --profile me.yaml --from=helpp-desk",
            "new x --from ctoo",
            "list --ladder ctoo",
            "compare ctoo cio",
            "path sre cto --via ctoo",
        ]),
        str![[r#"
$ roles next help desk --depth 2
------- stderr -------
error: `help desk` may mean 2 roles: help-desk-technician, service-desk-manager
hint: say which: `roles next help-desk-technician --depth 2`
[exit code: 2]
$ roles prereqs --all help desk
------- stderr -------
error: `help desk` may mean 2 roles: help-desk-technician, service-desk-manager
hint: say which: `roles prereqs --all help-desk-technician`
[exit code: 2]
$ roles path help cto --max 3
------- stderr -------
error: `help` may mean 2 roles: help-desk-technician, service-desk-manager
hint: say which: `roles path help-desk-technician cto --max 3`
[exit code: 2]
$ roles salary ctoo --region us
------- stderr -------
error: no role is called `ctoo`
hint: did you mean `roles salary cto --region us`?
[exit code: 2]
$ roles match --profile me.yaml --from=helpp-desk
------- stderr -------
error: cannot read the profile `me.yaml`: No such file or directory (os error 2)
hint: `roles profile > me.yaml` writes an empty one
[exit code: 2]
$ roles new x --from ctoo
------- stderr -------
error: no role is called `ctoo`
hint: did you mean `roles new x --from cto`?
[exit code: 2]
$ roles list --ladder ctoo
------- stderr -------
error: no role is called `ctoo`
hint: did you mean `roles list --ladder cto`?
[exit code: 2]
$ roles compare ctoo cio
------- stderr -------
error: no role is called `ctoo`
hint: did you mean `roles compare cto cio`?
[exit code: 2]
$ roles path sre cto --via ctoo
------- stderr -------
error: no role is called `ctoo`
hint: did you mean `roles path sre cto --via cto`?
[exit code: 2]

"#]]
    );
}

#[test]
fn footers_and_hints_ask_the_catalog_that_was_asked() {
    let asked = |line: &str| {
        let roles = Roles::builtin().words("--no-builtin --catalog miniature --catalog overlay").words(line);
        roles.words("--format page --width 200").folder(&repository("tests")).run().to_string()
    };
    let hint = |line: &str| {
        let shown = asked(line);
        let is_command = |line: &&str| line.contains("roles --") || line.contains("roles ");
        shown.lines().filter(is_command).map(|line| format!("{}\n", line.trim_end())).collect::<String>()
    };
    let lines =
        ["path engineer senior-engineer", "list", "search pricing", "path cto engineer", "show ctoo", "salary cto"];
    assert_data_eq!(
        lines.map(hint).concat(),
        str![[r#"
  roles --no-builtin --catalog miniature --catalog overlay path engineer senior-engineer --max 5.
  roles --no-builtin --catalog miniature --catalog overlay show intern
hint: `roles --no-builtin --catalog miniature --catalog overlay tools` and `roles --no-builtin --catalog miniature --catalog overlay competencies` list the words of the catalog
hint: one leads the other way: `roles --no-builtin --catalog miniature --catalog overlay path engineer cto --format page --width 200`
hint: did you mean `roles --no-builtin --catalog miniature --catalog overlay show cto --format page --width 200`?
  figure comes from: roles --no-builtin --catalog miniature --catalog overlay why cto world

"#]]
    );
    let shown = Roles::builtin().words("list --exact --family security --format md").run().answered();
    assert!(shown.contains("roles --exact show "), "{shown}");
}

#[test]
fn a_command_of_a_hint_names_the_catalog_once() {
    let told = |line: &str| {
        let chosen = "--no-builtin --catalog miniature --catalog overlay";
        let profile = "competencies:\n  architecture: practitioner\ntools:\n  blub: working\n";
        let roles = Roles::builtin().words(line).words(chosen).input(profile).folder(&repository("tests"));
        let outcome = roles.run();
        let said = outcome.stderr.lines().filter(|line| line.contains("`roles "));
        said.map(|line| format!("{line}\n")).collect::<String>()
    };
    assert_data_eq!(
        ["show cto --country de", "--all show cto", "gap engineer --profile -", "list kubernetes"].map(told).concat(),
        str![[r#"
hint: did you mean `roles show cto --region de --no-builtin --catalog miniature --catalog overlay`?
hint: the options of a command stand behind it: `roles show cto --no-builtin --catalog miniature --catalog overlay --all`
warning: -:4:3: no tool is called `blub`: left out (`roles --no-builtin --catalog miniature --catalog overlay tools` lists them)
hint: did you mean `roles --no-builtin --catalog miniature --catalog overlay list --tool kubernetes`?

"#]]
    );
}

#[test]
fn towns_of_better_known_namesakes_are_asked_about() {
    assert_data_eq!(
        said(&[
            "show cto --region Rome --section salary",
            "salary cto --region florence",
            "show cto --region us-ga-rom --section tools",
            "salary cto --region London",
            "salary cto --region de,us-tx",
            "why cto athens",
        ]),
        str![[r#"
$ roles show cto --region Rome --section salary
------- stderr -------
error: `Rome` may mean Rome in Italy, of which there is no figure by city, or `us-ga-rome`
hint: say which: `--region it` or `--region us-ga-rome`
[exit code: 2]
$ roles salary cto --region florence
------- stderr -------
error: `florence` may mean florence in Italy, of which there is no figure by city, or `us-al-florence-muscle-shoals` or `us-sc-florence`
hint: say which: `--region it` or `--region us-al-florence-muscle-shoals` or `--region us-sc-florence`
[exit code: 2]
$ roles show cto --region us-ga-rom --section tools
tool  Jira                  Collaboration   working       hot; 44% of 215, Stack Overflow 2023
tool  Atlassian Confluence  Collaboration   working       32% of 215, Stack Overflow 2023
tool  GitHub                Delivery        working       editorial
tool  Slack                 Collaboration   practitioner  70% of 215, Stack Overflow 2023
tool  Microsoft Excel       Office          practitioner  in demand, hot
tool  Microsoft PowerPoint  Office          practitioner  in demand, hot
tool  Amazon Web Services   Cloud           working       in demand, hot; 73% of 215, Stack Overflow 2023
tool  Microsoft Azure       Cloud           working       in demand, hot; 34% of 215, Stack Overflow 2023
tool  Google Cloud          Cloud           working       32% of 215, Stack Overflow 2023
tool  Kubernetes            Infrastructure  awareness     32% of 215, Stack Overflow 2023
tool  Terraform             Infrastructure  awareness     26% of 215, Stack Overflow 2023
tool  Datadog               Observability   working       editorial
tool  PagerDuty             Observability   working       editorial
tool  Tableau               Data            working       hot
tool  Python                Languages       working       hot; 46% of 215, Stack Overflow 2023
tool  SQL                   Languages       working       hot; 65% of 215, Stack Overflow 2023
------- stderr -------
note: `--region` narrows the salary, which was not asked for
$ roles salary cto --region London
------- stderr -------
error: no region is called `London`
hint: `roles regions` lists them
hint: figures by city are of `us` only: elsewhere, name the country
[exit code: 2]
$ roles salary cto --region de,us-tx
cto  Germany  de     111,374  139,218  232,029  USD/year  2025  n=13     total  so_2025        proxy, all ranks: "Senior executive (C-suite, VP, etc.)"  (few: fewer than 20 people)
cto  Texas    us-tx  136,870  171,530  213,550  USD/year  2025  n=73060  gross  bls_oews_2025  proxy, all ranks: "Computer and Information Systems Managers"
$ roles why cto athens
------- stderr -------
error: `athens` may mean athens in Greece, of which there is no figure by city, or `us-ga-athens-clarke-county`
hint: say which: `--region gr` or `--region us-ga-athens-clarke-county`
[exit code: 2]

"#]]
    );
    assert!(builtin("salary software-engineer --region us-ga-rome").stderr.is_empty());
    let written = Roles::builtin().words("salary software-engineer --region").arg("Rome, GA").run();
    assert_eq!((written.code, written.stderr.as_str()), (0, ""), "{written}");
}

#[test]
fn a_word_of_a_title_finds_a_competency() {
    let leadership = builtin("competencies leadership");
    assert_eq!(leadership.code, 0, "{leadership}");
    assert_data_eq!(
        leadership.stderr,
        str![[r#"
note: read `leadership` as `people-leadership` (People leadership)

"#]]
    );
    assert_eq!(builtin("why cto strategy").code, builtin("why cto technology-strategy").code);
}

#[test]
fn all_that_is_wrong_with_a_file_is_told_at_once() {
    let scratch = Scratch::new("all-faults");
    scratch.write(
        "ladder/head.yaml",
        "title: Head of Things\nfamily: it\ntrack: manager\nlevel: senior\nsummary: Short.\nsalary:\n  \
         - {region: germany, source: our-bands, currency: eur, per: yearly, basis: brutto, kind: earned, year: 26, \
         p25: 48.000, median: 70000}\ntools:\n  - {tool: git, proficiency: seniorish}\nprerequisites: [Help Desk]\n",
    );
    let outcome = Roles::builtin().words("check ladder").folder(scratch.path()).run();
    assert_data_eq!(
        outcome.to_string(),
        str![[r#"
ladder/head.yaml:2:9: unknown-family: no family is called `it` (`roles families` lists them; a new family is an entry of vocabulary/families.yaml)
ladder/head.yaml:3:8: unknown-track: no track is called `manager` (the tracks are `individual-contributor`, `management` and `executive`)
ladder/head.yaml:4:8: wrong-type: `level` takes a rank from 1 to 9, not `senior` (`roles levels` lists the ranks and what they are called)
ladder/head.yaml:7:14: unknown-region: no region is called `germany` (did you mean `de`?)
ladder/head.yaml:7:31: unknown-source: no source is called `our-bands` (`roles sources` lists them; a new source is an entry of vocabulary/sources.yaml)
ladder/head.yaml:7:52: unknown-currency: no currency has the code `eur` (did you mean `EUR`?)
ladder/head.yaml:7:62: unknown-word: `yearly` is not a word for this (one of: year, month, hour, day)
ladder/head.yaml:7:77: unknown-word: `brutto` is not a word for this (one of: gross, net, total)
ladder/head.yaml:7:105: crooked-year: `26` is no year of which there are figures (write its four digits, from 1950 to 2035)
ladder/head.yaml:7:114: crooked-salary: `48.000` can be read as 48 and as 48000 (write digits alone, below a trillion, and at most two decimals behind a point: `78000`, `25.50`)
ladder/head.yaml:9:30: unknown-word: `seniorish` is not a word for this (one of: awareness, working, practitioner, expert)
ladder/head.yaml:10:17: unknown-role: no role is called `Help Desk` (did you mean `help-desk-technician`?)
[exit code: 1]

"#]]
    );
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn a_name_of_a_built_in_role_is_answered_with_the_ways_to_have_it() {
    let scratch = Scratch::new("name-of-builtin");
    let head = "title: Head of IT\nfamily: infrastructure-and-operations\ntrack: management\nlevel: 6\nsummary: >-\n  Leads \
                the people who keep the machines of a small firm running, and decides with the owners what is bought, what \
                is mended and what is let go. Unlike a manager of systems, answers for budget too.\n";
    scratch.write("ladder/head-of-it.yaml", head);
    let check = || {
        let roles = Roles::builtin().words("check ladder");
        roles.folder(scratch.path()).run()
    };
    assert_data_eq!(
        check().to_string(),
        str![[r#"
ladder/head-of-it.yaml: warning: taken-name: the name `head-of-it` finds `head-of-it` now, and not `it-director` of a catalog beneath (leave it, if that is meant; `replaces: it-director` in this file says that it stands for the other; or take the name out)

"#]]
    );
    scratch.write("ladder/it-director.yaml", "hidden: true\n");
    assert_eq!(check().to_string(), "");
    scratch.write("ladder/it-director.yaml", "aliases: [Chief of Cables]\n");
    assert_eq!(check().to_string(), "");
}

#[test]
fn a_new_role_is_called_as_the_trade_writes_it() {
    let scratch = Scratch::new("it-generalist");
    let new = |id: &str| Roles::builtin().words("new").arg(id).folder(scratch.path()).run();
    assert_data_eq!(
        new("IT Generalist").to_string(),
        str![[r#"
------- stderr -------
error: `IT Generalist` cannot be an id
hint: did you mean `roles new it-generalist`?
[exit code: 2]

"#]]
    );
    new("it-generalist").answered();
    let written = std::fs::read_to_string(scratch.path().join("it-generalist.yaml")).expect("it was written");
    assert!(written.contains("\ntitle: IT Generalist\n"), "{written}");
}

#[test]
fn a_profile_reads_names_as_commands_do_and_says_how_to_write_lists() {
    let gap = |profile: &str| {
        let outcome = Roles::builtin().words("gap staff-engineer --profile -").input(profile).run();
        format!("{}[exit code: {}]\n", outcome.stderr, outcome.code)
    };
    let profiles = [
        "competencies: {software-eng: expert, leadership: working, xyzzy: working}\n",
        "tools:\n  - java: expert\n",
        "tools: [git, docker]\n",
        "tools:\n  - {tool: git, proficiency: working}\n",
        "competencies: [coaching]\n",
    ];
    assert_data_eq!(
        profiles.map(gap).concat(),
        str![[r#"
warning: -:1:59: no competency is called `xyzzy`: left out (`roles competencies` lists them)
note: read `software-eng` as `software-engineering` (Software engineering)
note: read `leadership` as `people-leadership` (People leadership)
[exit code: 0]
error[wrong-type]: an entry of `tools` takes fields, not a list
 --> -:2:3
  |
2 |   - java: expert
  |   ^
  |
  = help: in a profile, a tool a line, with its level behind it: `git:
          working`

error: the profile `-` is not valid
[exit code: 2]
error[wrong-type]: `tools` takes fields, not a list
 --> -:1:8
  |
1 | tools: [git, docker]
  |        ^
  |
  = help: in a profile, a tool a line, with its level behind it: `git:
          working`

error: the profile `-` is not valid
[exit code: 2]
error[wrong-type]: an entry of `tools` takes fields, not a list
 --> -:2:3
  |
2 |   - {tool: git, proficiency: working}
  |   ^
  |
  = help: in a profile, a tool a line, with its level behind it: `git:
          working`

error: the profile `-` is not valid
[exit code: 2]
error[wrong-type]: `competencies` takes fields, not a list
 --> -:1:15
  |
1 | competencies: [coaching]
  |               ^
  |
  = help: in a profile, a competency a line, with its level behind it:
          `coaching: working`

error: the profile `-` is not valid
[exit code: 2]

"#]]
    );
}

#[test]
fn suggestions_name_each_thing_once() {
    assert_data_eq!(
        said(&["tools terrafrom", "tools kuberntes"]),
        str![[r#"
$ roles tools terrafrom
------- stderr -------
error: no tool is called `terrafrom`
hint: did you mean `terraform`?
[exit code: 2]
$ roles tools kuberntes
------- stderr -------
error: no tool is called `kuberntes`
hint: did you mean `kubernetes`?
[exit code: 2]

"#]]
    );
}

#[test]
fn a_value_is_told_under_the_name_it_was_given_by() {
    let of_variable = |line: &str| Roles::builtin().words(line).env("ROLES_WIDTH", "abc").run().to_string();
    assert_data_eq!(
        of_variable("families --format csv --fields roles --no-header"),
        str![[r#"
8
10
37
14
45
41
34
11
23
21
6
17
------- stderr -------
warning: ROLES_WIDTH: `abc` is left out: it takes 20 to 500

"#]]
    );
    assert!(
        of_variable("list --width x").starts_with("------- stderr -------\nerror: `x` is no value for `--width`\n")
    );
}

/// Where a catalog has none of what was asked for, no hint lists it.
#[test]
fn hints_on_a_catalog_without_roles_name_nothing_that_is_not_there() {
    let scratch = Scratch::new("no-roles");
    scratch.write("bare/vocabulary/families.yaml", "- {id: x, title: X, definition: Things.}\n");
    let said: String = [
        "show cto",
        "show *",
        "list",
        "tools git",
        "list --competency z",
        "list --family y",
        "salary",
        "salary --region de",
        "path a b",
        "search foo",
    ]
    .iter()
    .map(|line| {
        let roles = Roles::builtin().words("--no-builtin --catalog bare").words(line).folder(scratch.path());
        format!("$ roles {line}\n{}", roles.run())
    })
    .collect();
    assert_data_eq!(
        said,
        str![[r#"
$ roles show cto
------- stderr -------
error: no role is called `cto`
hint: the catalog has no role yet: `roles new my-role` writes the first
[exit code: 2]
$ roles show *
------- stderr -------
error: `*` has neither a letter nor a digit: it names no role
hint: the catalog has no role yet: `roles new my-role` writes the first
[exit code: 2]
$ roles list
------- stderr -------
error: no role is there to list
hint: the catalog has no role yet: `roles new my-role` writes the first
[exit code: 1]
$ roles tools git
------- stderr -------
error: no tool is called `git`
hint: the catalog has no tool yet
[exit code: 2]
$ roles list --competency z
------- stderr -------
error: no competency is called `z`
hint: the catalog has no competency yet
[exit code: 2]
$ roles list --family y
------- stderr -------
error: no family is called `y`
hint: `roles --no-builtin --catalog bare families` lists them
[exit code: 2]
$ roles salary
------- stderr -------
error: neither a role nor a region is named
hint: the catalog has no role yet: `roles new my-role` writes the first
[exit code: 2]
$ roles salary --region de
------- stderr -------
error: no region is called `de`
hint: the catalog has no region yet
[exit code: 2]
$ roles path a b
------- stderr -------
error: no role is called `a`
hint: the catalog has no role yet: `roles new my-role` writes the first
[exit code: 2]
$ roles search foo
------- stderr -------
error: no role speaks of `foo`
hint: the catalog has no role yet: `roles new my-role` writes the first
[exit code: 1]

"#]]
    );
}

/// Two titles are two titles, misspelt or not.
#[test]
fn misspelt_titles_side_by_side_are_not_one() {
    assert_data_eq!(
        said(&[
            "path junior develper staff engineer --format tsv --fields from,to",
            "path data analst data scientist --format tsv --fields from,to",
            "path junior dvlpr staff engineer",
            "path from junior develper to staf engineer",
            "path foo bar",
            "show junior devloper senior devloper --section summary --format tsv --fields role",
            "list --family security,quality",
        ]),
        str![[r#"
$ roles path junior develper staff engineer --format tsv --fields from,to
from	to
junior-software-engineer	software-engineer
software-engineer	senior-software-engineer
senior-software-engineer	staff-engineer
------- stderr -------
note: showing `junior-software-engineer`
$ roles path data analst data scientist --format tsv --fields from,to
from	to
data-analyst	data-scientist
------- stderr -------
note: showing `data-analyst`
$ roles path junior dvlpr staff engineer
------- stderr -------
error: no role is called `junior dvlpr`
hint: did you mean `roles path junior-software-engineer staff engineer`?
[exit code: 2]
$ roles path from junior develper to staf engineer
------- stderr -------
error: `staf engineer` may mean 8 roles: software-engineer, systems-engineer, network-engineer, security-engineer, infrastructure-engineer, data-engineer, database-developer, web-developer
hint: say which: `roles path from junior develper to software-engineer`
[exit code: 2]
$ roles path foo bar
------- stderr -------
error: no role is called `foo`
hint: `roles list` shows every role; `roles search WORD` looks inside them
[exit code: 2]
$ roles show junior devloper senior devloper --section summary --format tsv --fields role
role
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
junior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
senior-software-engineer
------- stderr -------
note: showing `junior-software-engineer`
note: showing `senior-software-engineer`
$ roles list --family security,quality
------- stderr -------
error: no family is called `security,quality`
hint: one family is asked for, not several
[exit code: 2]

"#]]
    );
}

/// What another program calls an option, a part or a value, and what is typed without its option.
#[test]
fn words_of_other_programs_are_answered_with_those_of_this_one() {
    assert_data_eq!(
        said(&[
            "list --region de",
            "salary cto --country de",
            "list --json",
            "list --skill testing",
            "skills cto",
            "competencies cto",
            "tools cto",
            "show cto skills",
            "show cto salary",
            "gap -p me.yaml",
            "gap me.yaml",
            "match me.yaml",
            "new acme-e2 --from backend dev",
            "help nope",
            "list --format tsv --fields ,",
            "title - cto",
            "title -",
        ]),
        str![[r#"
$ roles list --region de
------- stderr -------
error: no option is called `--region`
hint: what is paid there: `roles salary --region de`
[exit code: 2]
$ roles salary cto --country de
------- stderr -------
error: no option is called `--country`
hint: did you mean `roles salary cto --region de`?
[exit code: 2]
$ roles list --json
------- stderr -------
error: no option is called `--json`
hint: did you mean `roles list --format json`?
[exit code: 2]
$ roles list --skill testing
------- stderr -------
error: no option is called `--skill`
hint: did you mean `roles list --competency testing`?
[exit code: 2]
$ roles skills cto
------- stderr -------
error: no command is called `skills`
hint: did you mean `roles show cto --section competencies`?
[exit code: 2]
$ roles competencies cto
------- stderr -------
error: no competency is called `cto`
hint: of a role: `roles show cto --section competencies`
[exit code: 2]
$ roles tools cto
------- stderr -------
error: no tool is called `cto`
hint: of a role: `roles show cto --section tools`
[exit code: 2]
$ roles show cto skills
------- stderr -------
error: no role is called `cto skills`
hint: `roles show cto --section competencies`
[exit code: 2]
$ roles show cto salary
------- stderr -------
error: no role is called `cto salary`
hint: `roles show cto --section salary`
[exit code: 2]
$ roles gap -p me.yaml
------- stderr -------
error: something is missing: <ROLE>...
hint: as in `roles gap staff-engineer --profile me.yaml`
hint: `roles gap --help` explains it
[exit code: 2]
$ roles gap me.yaml
------- stderr -------
error: something is missing: --profile <FILE>
hint: did you mean `roles gap staff-engineer --profile me.yaml`?
[exit code: 2]
$ roles match me.yaml
------- stderr -------
error: there is no place for `me.yaml`
hint: did you mean `roles match --profile me.yaml`?
[exit code: 2]
$ roles new acme-e2 --from backend dev
------- stderr -------
error: there is no place for `dev`
hint: a value of several words stands in quotes: `roles new acme-e2 --from 'backend dev'`
[exit code: 2]
$ roles help nope
------- stderr -------
error: no command is called `nope`
hint: `roles search nope` looks inside roles
hint: `roles --help` lists the commands
[exit code: 2]
$ roles list --format tsv --fields ,
------- stderr -------
error: no field is called ``
hint: the fields of this command: role,title,family,level,track,rank,catalogs
[exit code: 2]
$ roles title - cto
------- stderr -------
error: `-` is standard input, and stands alone
hint: `roles title 'Senior Java Developer' 'Data Ninja'` takes titles, `roles title -` a list of them
[exit code: 2]
$ roles title -
------- stderr -------
error: no title stands in standard input
hint: a title a line: `roles title - < FILE`
[exit code: 1]

"#]]
    );
    let same = |one: &str, other: &str| assert_eq!(builtin(one).to_string(), builtin(other).to_string(), "{one}");
    same("show cto --section PAY --region US", "show cto --section salary --region us");
    same("list --tool git, --format TSV", "list --tool git --format tsv");
    same("compare sre or devops-engineer", "compare sre devops-engineer");
}

/// A town and its state are one place; a place behind a role's whole name is asked for as one.
#[test]
fn a_place_is_read_as_one_or_asked_for() {
    assert_data_eq!(
        said(&[
            "salary sre --region Austin,TX --format tsv --fields region",
            "salary cto berlin",
            "salary cto austin",
            "salary backend engineer 2025",
            "show platform engineer london",
        ]),
        str![[r#"
$ roles salary sre --region Austin,TX --format tsv --fields region
region
us-tx-austin-round-rock-san-marcos
------- stderr -------
note: read `Austin,TX` as `us-tx-austin-round-rock-san-marcos` (Austin-Round Rock-San Marcos, TX)
$ roles salary cto berlin
------- stderr -------
error: no role is called `cto berlin`
hint: without `berlin` it is `cto`; in quotes it is one title: `roles salary 'cto berlin'`
hint: a place is asked for with `--region`: `roles regions` lists them
[exit code: 2]
$ roles salary cto austin
------- stderr -------
error: no role is called `cto austin`
hint: `roles salary cto --region us-tx-austin-round-rock-san-marcos`
[exit code: 2]
$ roles salary backend engineer 2025
------- stderr -------
error: no role is called `backend engineer 2025`
hint: without `2025` it is `backend-engineer`; in quotes it is one title: `roles salary 'backend engineer 2025'`
hint: a place is asked for with `--region`: `roles regions` lists them
[exit code: 2]
$ roles show platform engineer london
------- stderr -------
error: no role is called `platform engineer london`
hint: without `london` it is `platform-engineer`; in quotes it is one title: `roles show 'platform engineer london'`
hint: a place is asked for with `--region`: `roles regions` lists them
[exit code: 2]

"#]]
    );
    let town =
        Roles::builtin().words("salary cto --format tsv --fields region --region").arg("San Francisco, CA").run();
    assert_eq!(
        town.to_string(),
        "region\nus-ca-san-francisco-oakland-fremont\n------- stderr -------\nnote: read `San Francisco, CA` as \
         `us-ca-san-francisco-oakland-fremont` (San Francisco-Oakland-Fremont, CA)\n"
    );
}

/// What is called so wholly goes before what begins so, whether the page has it or not.
#[test]
fn a_code_is_no_beginning_of_another_thing() {
    assert_data_eq!(
        said(&["why cto pl", "why cto go", "why cto se", "next backend --format tsv --fields role"]),
        str![[r#"
$ roles why cto pl
------- stderr -------
error: `cto` has no public figure in `pl` (Poland)
hint: `roles show cto --all` shows all that its page says
[exit code: 1]
$ roles why cto go
------- stderr -------
error: `cto` does not ask for `go`
hint: `roles show cto --all` shows all that its page says
[exit code: 1]
$ roles why cto se
------- stderr -------
error: `cto` has no public figure in `se` (Sweden)
hint: `roles show cto --all` shows all that its page says
[exit code: 1]
$ roles next backend --format tsv --fields role
------- stderr -------
error: `backend` may mean 2 roles: backend-engineer, engineering-manager
hint: say which: `roles next backend-engineer --format tsv --fields role`
[exit code: 2]

"#]]
    );
}

#[test]
fn conditions_of_a_path_that_contradict_each_other_are_told() {
    assert_data_eq!(
        said(&[
            "path sre cto --via staff-sre --avoid staff-sre",
            "path sre cto --avoid cto",
            "path sre cto --avoid sre",
            "path cto --via cto",
            "path sre cto --avoid staff-sre,principal-engineer --format tsv --fields from,to",
        ]),
        str![[r#"
$ roles path sre cto --via staff-sre --avoid staff-sre
------- stderr -------
error: `staff-sre` is both to be passed and to be avoided
[exit code: 2]
$ roles path sre cto --avoid cto
------- stderr -------
error: `cto` cannot be avoided: the path ends there
[exit code: 2]
$ roles path sre cto --avoid sre
------- stderr -------
error: `sre` cannot be avoided: the path begins there
[exit code: 2]
$ roles path cto --via cto
------- stderr -------
error: `cto` need not be passed: the path ends there
[exit code: 2]
$ roles path sre cto --avoid staff-sre,principal-engineer --format tsv --fields from,to
from	to
sre	senior-sre
senior-sre	engineering-manager
engineering-manager	director-engineering
director-engineering	cto

"#]]
    );
}

/// Footers name what the catalog has.
#[test]
fn footers_name_what_is_there() {
    let scratch = Scratch::new("footers");
    scratch.write("own/vocabulary/families.yaml", "- {id: shop, title: Shop, definition: Sells.}\n");
    scratch.write("own/vocabulary/tools.yaml", "- {id: till, title: Till, group: Shop}\n");
    let foot = |line: &str| {
        let roles =
            Roles::builtin().words("--no-builtin --catalog own --format page").words(line).folder(scratch.path());
        roles.run().answered().trim_end().lines().last().unwrap_or_default().trim().to_owned()
    };
    assert_eq!(foot("families"), "The roles of one of them: roles --no-builtin --catalog own list --family shop");
    assert_eq!(foot("tools"), "Who works with one of them: roles --no-builtin --catalog own tools till");
    let profile = Roles::builtin().words("--no-builtin --catalog own profile").folder(scratch.path()).run().answered();
    assert!(profile.contains("\n# role: its-id\n"), "{profile}");
}

/// An empty argument, as of a variable that a script has not set, asks for nothing else than was asked.
#[test]
fn empty_words_are_refused() {
    let lines: [&[&str]; 7] = [
        &["path", "", "cto"],
        &["path", "sre", ""],
        &["path", "sre", "cto", "--via", ""],
        &["path", "sre", "cto", "--avoid", " "],
        &["why", "cto", ""],
        &["search", "", "git"],
        &["compare", "sre", " ", "cto"],
    ];
    for line in lines {
        let outcome = line.iter().fold(Roles::builtin(), |roles, word| roles.arg(*word)).run();
        assert_eq!((outcome.code, outcome.stdout.as_str()), (2, ""), "{line:?}: {outcome}");
    }
}

/// A hint that asks the same question again has the options that were typed with it.
#[test]
fn a_hint_keeps_the_options_that_were_typed() {
    assert_data_eq!(
        said(&[
            "compare cto --region us --differences",
            "compare --format=csv cto -r us",
            "salary cto berlin --all-sources",
            "path sre cto cio --region us --max 2",
            "show cto frobnicated --section salary --section tools",
        ]),
        str![[r#"
$ roles compare cto --region us --differences
------- stderr -------
error: `cto` is one role
hint: name two or more: `roles compare cto principal-engineer --region us --differences`
[exit code: 2]
$ roles compare --format=csv cto -r us
------- stderr -------
error: `cto` is one role
hint: name two or more: `roles compare cto principal-engineer --format csv --region us`
[exit code: 2]
$ roles salary cto berlin --all-sources
------- stderr -------
error: no role is called `cto berlin`
hint: without `berlin` it is `cto`; in quotes it is one title: `roles salary 'cto berlin' --all-sources`
hint: a place is asked for with `--region`: `roles regions` lists them
[exit code: 2]
$ roles path sre cto cio --region us --max 2
------- stderr -------
error: `sre cto cio` names 3 roles
hint: a path has two ends: `roles path sre cio --region us --max 2`
[exit code: 2]
$ roles show cto frobnicated --section salary --section tools
------- stderr -------
error: no role is called `frobnicated`
hint: `roles list` shows every role; `roles search WORD` looks inside them
[exit code: 2]

"#]]
    );
    let ask = |line: &str| Roles::builtin().words("--no-builtin --catalog miniature").words(line);
    let answer = ask("compare cto --region us").folder(&repository("tests")).run();
    assert_data_eq!(
        answer.to_string(),
        str![[r#"
------- stderr -------
error: `cto` is one role
hint: name two or more: `roles --no-builtin --catalog miniature compare cto vp-engineering --region us`
[exit code: 2]

"#]]
    );
}

/// A code is written with a hyphen: what is written otherwise is answered with it.
#[test]
fn a_region_written_with_an_underscore_is_answered_with_its_id() {
    assert_data_eq!(
        said(&["salary sre --region us_ca"]),
        str![[r#"
$ roles salary sre --region us_ca
------- stderr -------
error: `us_ca` names 2 regions
hint: part them by commas: `--region us,ca`
hint: California is `us-ca`
[exit code: 2]

"#]]
    );
    let ontario = builtin("salary sre --region ca_on");
    assert_eq!((ontario.code, ontario.stderr.as_str()), (0, "note: read `ca_on` as `ca-on` (Ontario)\n"), "{ontario}");
}

/// What a title sets aside is told, by whatever command reads it.
#[test]
fn a_place_behind_a_title_is_not_set_aside_in_silence() {
    for command in ["show", "profile", "next", "prereqs", "path", "why", "salary", "gap --profile me.yaml"] {
        let scratch = Scratch::new("aside");
        scratch.write("me.yaml", "competencies: {architecture: expert}\n");
        let outcome = Roles::builtin().folder(scratch.path()).words(command).arg("sre, Berlin").run();
        assert!(outcome.stderr.contains("Berlin"), "{command}: {outcome}");
    }
}

/// A folder may be called as a role nearly is, or as a command.
#[test]
#[ignore = "long, over the built-in catalog"]
fn a_role_is_put_in_the_place_of_a_role_alone() {
    let scratch = Scratch::new("called-alike");
    scratch.write("ctoo/ferrier.yaml", "title: Ferrier\nfamily: security\ntrack: management\nlevel: 3\nsummary: X.\n");
    scratch.write("show/ferrier.yaml", "title: Ferrier\nfamily: security\ntrack: management\nlevel: 3\nsummary: X.\n");
    let asked = |line: &str| Roles::builtin().folder(scratch.path()).words(line).run().stderr;
    let hint = asked("--catalog ctoo show ctoo");
    assert!(hint.contains("`roles --catalog ctoo show cto`"), "{hint}");
    let hint = asked("--catalog show compare cto --format md");
    assert!(hint.contains("--format md"), "{hint}");
}

/// What stands at the foot of a page can be copied from one line, and answers.
#[test]
fn commands_at_the_foot_stay_whole_and_answer() {
    let page = builtin("show intern-software-engineer --format page --width 80").answered();
    assert!(
        page.lines().any(|line| line.ends_with("roles why intern-software-engineer software-engineering")),
        "{page}"
    );
    assert!(!page.contains("roles path"), "{page}");
    assert!(builtin("show cto --format page --width 80").answered().contains("roles path cto"));
    let none = builtin("path intern-software-engineer").stderr;
    assert!(none.contains("`roles next intern-software-engineer` leads on"), "{none}");
}
