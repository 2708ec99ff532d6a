//! How the words of a command line are read: with quotes, without, and beside words that are no role.

use snapbox::{assert_data_eq, str};

use crate::support::{Outcome, Roles, Scratch, builtin, miniature};

fn quoted(command: &str, names: &[&str]) -> Outcome {
    names.iter().fold(Roles::builtin().words(command), |roles, name| roles.arg(name)).run()
}

/// A word that holds a blank is one name, whatever stands beside it.
#[test]
fn a_quoted_name_is_one_name() {
    let compared =
        quoted("compare --fields role --format tsv", &["Senior Cloud Engineer (m/f/d)", "DevOps Engineer", "sre"]);
    assert_eq!((compared.code, compared.stderr.as_str()), (0, "note: showing `senior-cloud-engineer`\n"), "{compared}");
    let ids = ["senior-cloud-engineer", "devops-engineer", "sre"];
    assert!(ids.iter().all(|id| compared.stdout.contains(id)), "{compared}");
    for command in ["path", "salary", "show", "compare"] {
        assert_eq!(
            quoted(command, &["help desk", "systems administrator"]).to_string(),
            format!(
                "------- stderr -------\nerror: `help desk` may mean 2 roles: help-desk-technician, \
                 service-desk-manager\nhint: say which: `roles {command} help-desk-technician 'systems \
                 administrator'`\n[exit code: 2]\n"
            )
        );
    }
}

/// A region, a competency or a tool behind a role is an option of the command, or another command.
#[test]
fn a_word_that_means_something_else_is_not_set_aside() {
    for (line, called, hint) in [
        ("salary sre us", "sre us", "roles salary sre --region us"),
        ("salary cto in germany", "cto in germany", "roles salary cto --region de"),
        ("salary de cto", "de cto", "roles salary cto --region de"),
        ("salary backend engineer texas", "backend engineer texas", "roles salary backend-engineer --region us-tx"),
        ("salary germany", "germany", "roles salary --region de"),
        ("show cto us", "cto us", "roles show cto --region us"),
        ("path sre cto us", "sre cto us", "roles path sre cto --region us"),
        ("compare sre cto de", "sre cto de", "roles compare sre cto --region de"),
        ("next cto de", "cto de", "roles salary cto --region de"),
        ("show cto coaching", "cto coaching", "roles why cto coaching"),
        ("prereqs cto kubernetes", "cto kubernetes", "roles why cto kubernetes"),
    ] {
        let said = format!("------- stderr -------\nerror: no role is called `{called}`\nhint: `{hint}`\n");
        assert_eq!(builtin(line).to_string(), format!("{said}[exit code: 2]\n"), "{line}");
    }
    let line = "salary engineer germany";
    let said = "------- stderr -------\nerror: no role is called `engineer germany`\nhint: `roles salary engineer --region de`\n[exit code: 2]\n";
    assert_eq!(miniature(line).to_string(), said);
}

/// What has no part in a title is named as it was typed, be it noise or not.
#[test]
fn what_is_set_aside_is_named_as_it_was_typed() {
    let note = |name: &str| quoted("next --format json", &[name]).stderr;
    assert_eq!(note("cto in Berlin"), "note: showing `cto`; set aside: `in Berlin`\n");
    assert_eq!(note("Senior iOS Developer (all genders)"), "note: showing `senior-mobile-engineer`\n");
    assert_eq!(
        note("Jr. Software Engineer, Payments"),
        "note: showing `junior-software-engineer`; set aside: `Payments`\n"
    );
    assert_eq!(builtin("next cto berlin --format json").stderr, "note: showing `cto`; set aside: `berlin`\n");
}

/// Words that nothing knows are missed, not set aside.
#[test]
fn a_word_that_nothing_knows_is_missed() {
    let lines = ["path sre nonsense", "compare sre nonsense", "show sre nonsense", "next sre nonsense"];
    for line in lines.into_iter().chain(["compare nonsense vs sre", "path nonsense to sre", "salary sre, nonsense"]) {
        assert_eq!(
            builtin(line).to_string(),
            "------- stderr -------\nerror: no role is called `nonsense`\nhint: `roles list` shows every role; `roles search WORD` looks inside them\n[exit code: 2]\n",
            "{line}"
        );
    }
    for (line, missed) in [("path accountant developer", "accountant"), ("path student to cto", "student")] {
        let said = builtin(line).stderr;
        assert!(said.starts_with(&format!("error: no role is called `{missed}`\n")), "{line}: {said}");
    }
    assert_data_eq!(
        builtin("compare cto ciso ctoo").to_string(),
        str![[r#"
------- stderr -------
error: no role is called `ctoo`
hint: did you mean `roles compare cto ciso cto`?
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        builtin("show senior java developer hyderabad").to_string(),
        str![[r#"
------- stderr -------
error: no role is called `senior java developer hyderabad`
hint: without `hyderabad` it is `senior-software-engineer`; in quotes it is one title: `roles show 'senior java developer hyderabad'`
[exit code: 2]

"#]]
    );
}

/// Commas, `vs`, `and` and `to` part names.
#[test]
fn names_are_parted() {
    let compared = |line: &str| {
        let outcome = builtin(&format!("compare --format tsv {line}"));
        (outcome.code, outcome.stderr, outcome.stdout)
    };
    assert_eq!(compared("cto,cio"), compared("cto cio"));
    assert_eq!(compared("cto, cio"), compared("cto cio"));
    let both = compared("cloud-engineer devops-engineer");
    for line in
        ["cloud engineer vs devops engineer", "cloud engineer and devops engineer", "cloud engineer, devops engineer"]
    {
        assert_eq!(compared(line), both, "{line}");
    }
    let path = |line: &str| builtin(&format!("path --format tsv {line}")).answered();
    assert_eq!(path("from sre to cto"), path("sre cto"));
    assert_eq!(builtin("show cto,sre --format tsv").answered(), builtin("show cto sre --format tsv").answered());
    assert_data_eq!(
        builtin("next cto,sre").to_string(),
        str![[r#"
------- stderr -------
error: `cto,sre` names more than one role
hint: this command takes one role: `cto`
[exit code: 2]

"#]]
    );
    // A comma of a title parts no names where the title is one.
    assert!(builtin("show Software Engineer II, Backend").stderr.starts_with("note: showing `backend-engineer`"));
}

#[test]
fn why_needs_no_quotes() {
    let of = |names: &[&str]| quoted("why", names).to_string();
    assert_eq!(of(&["senior", "java", "developer", "coaching"]), of(&["senior java developer", "coaching"]));
    assert!(of(&["senior", "java", "developer", "us"]).contains("United States"));
    assert_eq!(
        builtin("why ctoo coaching").stderr,
        "error: no role is called `ctoo`\nhint: did you mean `roles why cto coaching`?\n"
    );
}

/// A comma parts a list; every spelling but the id or a name is told.
#[test]
fn lists_are_parted_and_spellings_told() {
    let engineer = |region: &str| Roles::miniature().words("salary engineer --format tsv --region").arg(region).run();
    let both = miniature("salary engineer --format tsv --region us --region de").answered();
    for regions in ["us,de", "US, Germany", "us,Deutschland"] {
        assert_eq!(engineer(regions).answered(), both, "{regions}");
    }
    for spelled in ["us;ca", "us/ca", "us.ca", "usca"] {
        assert_eq!(engineer(spelled).stderr, format!("note: read `{spelled}` as `us-ca` (California)\n"));
    }
    assert_eq!(engineer("us-").stderr, "note: read `us-` as `us` (United States)\n");
    assert_data_eq!(
        engineer("us,").to_string(),
        str![[r#"
role	title	region	region_name	p10	p25	median	p75	p90	currency	per	year	old	n	basis	pay_kind	match	label	all_ranks	another_rank	top_of_market	seniority	scale	of	source	note	published_median	published_currency	published_per	published_year	published_match	published_source	published_role	published_difference	published_note	grade
engineer	Engineer	us	United States		90000	110000	130000		USD	year	2025	no	80	total	earned	exact	Engineers	yes	no	no				survey	another source than other rungs of the ladder										

"#]]
    );
    assert_data_eq!(
        miniature("path engineer staff-engineer --region us,de").to_string(),
        str![[r#"
------- stderr -------
error: no region is called `us,de`
hint: one region is asked for: `--region us`
[exit code: 2]

"#]]
    );
    let list = |option: &str, value: &str| builtin(&format!("list --format tsv {option} {value}"));
    assert_eq!(
        list("--tool", "kubernetes,terraform").answered(),
        builtin("list --format tsv --tool kubernetes --tool terraform").answered()
    );
    assert_eq!(
        list("--competency", "coaching:60,people-leadership:50").answered(),
        builtin("list --format tsv --competency coaching:60 --competency people-leadership:50").answered()
    );
    assert_eq!(quoted("list --format tsv --competency", &["Governance, risk and compliance:60"]).code, 0);
    for (option, value) in
        [("--tool", "rest,api"), ("--tool", "r,e,st"), ("--competency", "coaching,x"), ("--family", "secur,ity")]
    {
        let outcome = list(option, value);
        assert_eq!((outcome.code, outcome.stdout.as_str()), (2, ""), "{option} {value}: {outcome}");
    }
}

/// A role that a catalog hides is no candidate, though it is the base of a ladder.
#[test]
#[ignore = "long, over the built-in catalog"]
fn a_hidden_role_is_no_candidate() {
    let scratch = Scratch::new("hidden");
    scratch.write("hid/infrastructure-and-operations/sre.yaml", "hidden: true\n");
    let ask = |line: &str| Roles::builtin().words("--catalog hid").words(line).folder(scratch.path()).run();
    assert_data_eq!(
        ask("show sre").to_string(),
        str![[r#"
------- stderr -------
error: `sre` may mean 3 roles: senior-sre, platform-engineering-manager, dbre
hint: say which: `roles --catalog hid show senior-sre`
[exit code: 2]

"#]]
    );
    let lines = [
        "show site reliability engineer",
        "why sre coaching",
        "title sre",
        "show junior sre",
        "search site reliability",
    ];
    for line in lines {
        let outcome = ask(&format!("{line} --format tsv"));
        let is_named = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '-') == "sre";
        let said = outcome.stdout.replace("sre\t", "")
            + &outcome.stderr.replace("error: `sre`", "").replace("error: `junior sre`", "");
        assert!(!said.split_whitespace().any(is_named), "{line}: {outcome}");
    }
}

#[test]
fn a_title_without_quotes_is_one_title() {
    assert_data_eq!(
        builtin("title help desk --format csv --fields title,verdict,role").to_string(),
        str![[r#"
title,verdict,role
help desk,listed,
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        builtin("title nurse xyzzy --format csv --fields title,verdict,role").to_string(),
        str![[r#"
title,verdict,role
nurse,missed,
xyzzy,missed,

"#]]
    );
    assert_eq!(builtin("title cto ciso --format csv --fields role --no-header").answered(), "cto\nciso\n");
}

/// A profile reads names as the options do.
#[test]
fn a_profile_reads_names_as_options_do() {
    let scratch = Scratch::new("read-alike");
    let me = scratch.write("me.yaml", "tools:\n  word: working\n  rest-apis: working\n  kubern: expert\n");
    let outcome = Roles::builtin().words("gap sre --format tsv --profile").arg(&me).run();
    let option = builtin("list --tool word").stderr;
    let message = option.lines().next().and_then(|line| line.strip_prefix("error: ")).expect("it is refused");
    assert_eq!(
        outcome.stderr,
        format!(
            "warning: {}:2:3: {message}: left out (say which, by its id: `microsoft-word`)\nnote: read `rest-apis` as `rest-api` (REST APIs)\nnote: read `kubern` as `kubernetes` (Kubernetes)\n",
            me.display()
        )
    );
}

#[test]
fn fields_are_read_in_any_case() {
    let table = |fields: &str| builtin(&format!("list --format tsv --fields {fields}")).answered();
    assert_eq!(table("Role,TITLE"), table("role,title"));
}
