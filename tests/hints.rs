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
            "show cto --format JSON",
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
$ roles show cto --format JSON
------- stderr -------
error: `JSON` is no value for `--format`
hint: did you mean `json`?
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
  More: roles --no-builtin --catalog miniature --catalog overlay path engineer
  12 roles. One of them: roles --no-builtin --catalog miniature --catalog overlay show
hint: `roles --no-builtin --catalog miniature --catalog overlay tools` and `roles --no-builtin --catalog miniature --catalog overlay competencies` list the words of the catalog
hint: one leads the other way: `roles --no-builtin --catalog miniature --catalog overlay path engineer cto`
hint: did you mean `roles --no-builtin --catalog miniature --catalog overlay show cto --format page --width 200`?
  broader group. Where a figure comes from: roles --no-builtin --catalog miniature --catalog

"#]]
    );
    let shown = Roles::builtin().words("list --exact --family security --format md").run().answered();
    assert!(shown.contains("roles --exact show "), "{shown}");
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
ladder/head.yaml:5:10: prose-length: the summary is too short, in words: 1 (a summary has 20 to 90 words; a day has five paragraphs or more, 300 to 1,300 words)
ladder/head.yaml:7:14: unknown-region: no region is called `germany` (did you mean `de`?)
ladder/head.yaml:7:31: unknown-source: no source is called `our-bands` (`roles sources` lists them; a new source is an entry of vocabulary/sources.yaml)
ladder/head.yaml:7:52: unknown-currency: no currency has the code `eur` (did you mean `EUR`?)
ladder/head.yaml:7:62: unknown-word: `yearly` is not a word for this (one of: year, month, hour)
ladder/head.yaml:7:77: unknown-word: `brutto` is not a word for this (one of: gross, net, total)
ladder/head.yaml:7:105: crooked-year: `26` is no year of which there are figures (write its four digits, from 1950 to 2099)
ladder/head.yaml:7:114: crooked-salary: `48.000` can be read as 48 and as 48000 (write digits alone, below a trillion, and at most two decimals behind a point: `78000`, `25.50`)
ladder/head.yaml:9:12: few-tools: the role has too few tools: 1 (add what this person really has open; `roles tools` lists what there is)
ladder/head.yaml:9:30: unknown-word: `seniorish` is not a word for this (one of: awareness, working, practitioner, expert)
ladder/head.yaml:10:17: unknown-role: no role is called `Help Desk` (did you mean `help-desk-technician`?)
[exit code: 1]

"#]]
    );
}

#[test]
fn a_name_of_a_built_in_role_is_answered_with_the_ways_to_have_it() {
    let scratch = Scratch::new("name-of-builtin");
    let head = "title: Head of IT\nfamily: infrastructure-and-operations\ntrack: management\nlevel: 6\nsummary: >-\n  Leads \
                the people who keep the machines of a small firm running, and decides with the owners what is bought, what \
                is mended and what is let go. Unlike a manager of systems, answers for budget too.\n";
    scratch.write("ladder/head-of-it.yaml", head);
    let check = || {
        let roles = Roles::builtin().words("check ladder --skip few-competencies --skip unreachable-role");
        roles.folder(scratch.path()).run()
    };
    assert_data_eq!(
        check().to_string(),
        str![[r#"
ladder/head-of-it.yaml: two-roles-one-name: the name `head-of-it` already finds `it-director` (take it out of `head-of-it`; or write `it-director.yaml` into this catalog, with `hidden: true`, or with `aliases:` of its own: a name finds one role)
[exit code: 1]

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
