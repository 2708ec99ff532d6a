//! What a name of the vocabulary opens: the thing that is called so, or a note of what was read.

use std::path::Path;

use snapbox::{assert_data_eq, str};

use crate::support::{Outcome, Roles, Scratch, builtin, miniature, repository};

/// Runs a line on the miniature catalog with a company's tools laid over it.
fn with_tools(name: &str, tools: &str, line: &str) -> Outcome {
    let scratch = Scratch::new(name);
    scratch.write("vocabulary/tools.yaml", tools);
    over_miniature(scratch.path(), line)
}

fn over_miniature(folder: &Path, line: &str) -> Outcome {
    Roles::miniature().arg("--catalog").arg(folder).words(line).run()
}

/// A code is a country's, also where no figure comes from there, and the state that bears it is named.
#[test]
fn a_code_is_a_country() {
    assert_data_eq!(
        miniature("salary engineer --region PA").to_string(),
        str![[r#"
------- stderr -------
error: no public figure of `engineer` in `pa` (Panama)
hint: Pennsylvania is `us-pa`
hint: `roles salary engineer` shows where there is one
[exit code: 1]

"#]]
    );
    assert_data_eq!(
        miniature("salary --region pa").to_string(),
        str![[r#"
------- stderr -------
error: no public figure in `pa` (Panama)
hint: Pennsylvania is `us-pa`
hint: `roles regions` says how many roles have a figure where
[exit code: 1]

"#]]
    );
    assert_data_eq!(
        miniature("salary engineer --region PAN").to_string(),
        str![[r#"
------- stderr -------
error: no public figure of `engineer` in `pa` (Panama)
hint: `roles salary engineer` shows where there is one
[exit code: 1]

"#]]
    );
    assert_data_eq!(
        miniature("why engineer pa").to_string(),
        str![[r#"
------- stderr -------
error: `engineer` has no public figure in `pa` (Panama); Pennsylvania is `us-pa`
hint: `roles show engineer --all` shows all that its page says
[exit code: 1]

"#]]
    );
    assert_data_eq!(
        miniature("path engineer staff-engineer --region PA").to_string(),
        str![[r#"
step  1.1  engineer  sre             editorial                grows: Operations and reliability 51 to 87 (awareness to expert)  new tools: Kubernetes, Linux, Prometheus  median pay in Panama: no public figure of either
step  1.2  sre       staff-engineer  Ladder 2024, Rungs 2024  grows: Architecture 68 to 92 (working to expert), Quality 45 to 59 (awareness to expert), People leadership 26 to 44 (awareness to practitioner)  new tools: Terraform                      median pay in Panama: no public figure of either
------- stderr -------
note: no public figure of these roles in `pa` (Panama); Pennsylvania is `us-pa`
[exit code: 1]

"#]]
    );
    assert_data_eq!(
        miniature("show engineer --section salary --region PA").to_string(),
        str![[r#"
salary  no public figure
------- stderr -------
note: no public figure of `engineer` in `pa` (Panama); Pennsylvania is `us-pa`
[exit code: 1]

"#]]
    );
    assert_data_eq!(
        miniature("show engineer --section salary --region PA --format page").to_string(),
        str![[r#"
Engineer                                                                engineer
Engineering · mid, individual contributor · also Software Engineer, Developer ·
from miniature
ladder: junior · mid · senior · no staff · principal engineer

Salary by region         p25, median, p75 and n as published, gross unless noted
  No public figure for Panama.
------- stderr -------
note: no public figure of `engineer` in `pa` (Panama); Pennsylvania is `us-pa`
[exit code: 1]

"#]]
    );
}

/// Where there is a figure of the country, the state that may have been meant is named beside it.
#[test]
fn a_code_that_is_a_state_too() {
    assert_data_eq!(
        miniature("salary engineer --region GE").to_string(),
        str![[r#"
------- stderr -------
error: no public figure of `engineer` in `ge` (Georgia)
hint: `roles salary engineer` shows where there is one
[exit code: 1]

"#]]
    );
    assert_data_eq!(
        builtin("regions --by state --format tsv --fields id --no-header").answered().lines().count().to_string(),
        str!["64"]
    );
    let outcome = builtin("salary cto --region CA");
    assert_eq!(outcome.stderr, "note: read `CA` as `ca` (Canada); California is `us-ca`\n");
    assert_eq!(builtin("salary cto --region ca").stderr, "");
    assert_eq!(builtin("salary cto --region PR").stderr, "");
}

#[test]
fn a_code_of_a_state_alone_is_no_country() {
    assert_data_eq!(
        miniature("salary engineer --region TX").to_string(),
        str![[r#"
------- stderr -------
error: no region is called `TX`
hint: Texas is `us-tx`
[exit code: 2]

"#]]
    );
}

#[test]
fn a_short_beginning_is_no_name() {
    for word in ["ger", "cal", "uni", "sac", "g"] {
        assert_eq!(
            miniature(&format!("salary engineer --region {word}")).to_string(),
            format!(
                "------- stderr -------\nerror: no region is called `{word}`\nhint: `roles regions` lists them\n[exit code: 2]\n"
            )
        );
    }
    assert_data_eq!(
        miniature("salary engineer --region germ").to_string(),
        str![[r#"
engineer  Germany  de  -  60,000  -  EUR/year  2025  n=60  total  survey  exact, all ranks
------- stderr -------
note: read `germ` as `de` (Germany)

"#]]
    );
    assert_data_eq!(
        miniature("salary engineer --region sacra").to_string(),
        str![[r#"
engineer  Sacramento, CA  us-ca-sacramento  -  115,000  -  USD/year  2025  n=50  gross  bureau  close, all ranks: "Makers"
------- stderr -------
note: read `sacra` as `us-ca-sacramento` (Sacramento, CA)

"#]]
    );
}

/// A country goes before a metropolitan area of its name.
#[test]
fn a_name_that_is_a_country() {
    assert_data_eq!(
        miniature("salary engineer --region Lebanon").to_string(),
        str![[r#"
------- stderr -------
error: no public figure of `engineer` in `lb` (Lebanon)
hint: `roles salary engineer` shows where there is one
[exit code: 1]

"#]]
    );
}

/// A country and a state of one name are listed, wherever a region may stand.
#[test]
fn a_name_that_is_a_country_and_a_state() {
    for line in [
        "show engineer --region georgia",
        "salary --region Georgia",
        "why engineer georgia",
        "path engineer cto --region georgia",
    ] {
        assert_eq!(
            miniature(line).to_string(),
            format!(
                "------- stderr -------\nerror: `{}` may mean 2 regions: ge, us-ga\nhint: say which, by its id: `ge`\n[exit code: 2]\n",
                if line.contains("Georgia") { "Georgia" } else { "georgia" }
            )
        );
    }
}

#[test]
fn one_of_several_regions_without_a_figure() {
    assert_data_eq!(
        miniature("salary engineer --region us --region pa").to_string(),
        str![[r#"
engineer  United States  us  90,000  110,000  130,000  USD/year  2025  n=80  total  survey  exact, all ranks  (another source than other rungs of the ladder)
------- stderr -------
note: no public figure of `engineer` in `pa` (Panama); Pennsylvania is `us-pa`

"#]]
    );
}

#[test]
fn the_regions_that_were_read_stand_in_the_json() {
    let json: serde_json::Value =
        serde_json::from_str(&miniature("salary engineer --region USA --format json").answered()).expect("it is JSON");
    assert_eq!(json["regions"][0]["id"], "us");
    let json: serde_json::Value =
        serde_json::from_str(&miniature("show engineer --region USA --format json").answered()).expect("it is JSON");
    assert_eq!(json["regions"][0]["name"], "United States");
}

/// Every country of ISO 3166-1 is known, by its codes and its name.
#[test]
fn every_country_is_known() {
    let text = std::fs::read_to_string(repository("roles/vocabulary/regions.yaml")).expect("the regions are there");
    let regions: Vec<serde_json::Value> = yaml_serde::from_str(&text).expect("they are a list");
    let text = |region: &serde_json::Value, field: &str| region[field].as_str().unwrap_or_default().to_owned();
    let mut codes: Vec<String> = Vec::new();
    for region in &regions {
        let aliases = region["aliases"].as_array().cloned().unwrap_or_default();
        let aliases = aliases.iter().filter_map(|alias| alias.as_str().map(str::to_lowercase));
        codes.extend([text(region, "id")].into_iter().chain(aliases).filter(|code| code.len() == 2 && code != "uk"));
    }
    codes.sort();
    codes.dedup();
    assert_eq!(codes.len(), 249, "{codes:?}");
    for (word, id) in
        [("PA", "pa"), ("SC", "sc"), ("ME", "me"), ("LA", "la"), ("AM", "am"), ("LBN", "lb"), ("Vietnam", "vn")]
    {
        let outcome = builtin(&format!("salary cto --region {word}"));
        assert_eq!(outcome.code, 1, "{outcome}");
        assert!(outcome.stderr.starts_with(&format!("error: no public figure of `cto` in `{id}` (")), "{outcome}");
    }
    assert_eq!(builtin("salary cto --region EU").code, 2);
    assert_eq!(
        builtin("salary cto --region Rome").stderr,
        "error: `Rome` may mean Rome in Italy, of which there is no figure by city, or `us-ga-rome`\nhint: say which: `--region it` or `--region us-ga-rome`\n"
    );
}

/// An alias of one tool cannot make another unreachable.
#[test]
fn an_id_wins_over_an_alias() {
    let tools = "- {id: see, title: See, group: Languages, aliases: [C]}\n";
    assert_data_eq!(
        with_tools("id-wins", tools, "list --tool c").to_string(),
        str![[r#"
engineer  Engineer          Engineering  mid
operator  Systems Operator  Operations   mid

"#]]
    );
    assert_data_eq!(
        with_tools("id-wins-page", tools, "tools C --format tsv --fields kind,role,id").to_string(),
        str![[r#"
kind	role	id
tool		see

"#]]
    );
}

#[test]
fn an_id_wins_over_an_alias_of_another_kind() {
    let scratch = Scratch::new("id-wins-why");
    let tool = "- {id: quality-of-code, title: Quality, group: Languages}\n- {id: people-finder, title: us, group: Languages}\n";
    scratch.write("vocabulary/tools.yaml", tool);
    scratch.write("engineer.yaml", "tools: [{tool: people-finder, proficiency: working}]\n");
    let outcome = over_miniature(scratch.path(), "why engineer us");
    assert!(outcome.stdout.starts_with("shown "), "{outcome}");
}

/// `word` is not the start of WordPress alone.
#[test]
fn a_part_of_two_names_is_not_guessed() {
    let tools = "- {id: microsoft-word, title: Microsoft Word, group: Office}\n- {id: wordpress, title: WordPress, group: Office}\n";
    assert_data_eq!(
        with_tools("word", tools, "list --tool word").to_string(),
        str![[r#"
------- stderr -------
error: `word` may mean 2 tools: microsoft-word, wordpress
hint: say which, by its id: `microsoft-word`
[exit code: 2]

"#]]
    );
}

#[test]
fn a_part_of_a_name_is_told() {
    assert_data_eq!(
        miniature("list --tool kuber --level senior").to_string(),
        str![[r#"
sre  Site Reliability Engineer  Operations  senior
------- stderr -------
note: read `kuber` as `kubernetes` (Kubernetes)

"#]]
    );
    assert_data_eq!(
        miniature("list --tool terraf --level intern").to_string(),
        str![[r#"
------- stderr -------
error: no role passes all of these filters
hint: read `terraf` as `terraform` (Terraform)
hint: `roles list` shows every role
[exit code: 1]

"#]]
    );
    assert_data_eq!(
        miniature("list --competency archi:70").to_string(),
        str![[r#"
engineer            Engineer            Engineering  mid        82  practitioner
senior-engineer     Senior Engineer     Engineering  senior     87  practitioner
staff-engineer      Staff Engineer      Engineering  staff      92  expert
principal-engineer  Principal Engineer  Engineering  principal  71  expert
------- stderr -------
note: read `archi:70` as `architecture` (Architecture)

"#]]
    );
    assert_data_eq!(
        miniature("list --family lead --track mgm").to_string(),
        str![[r#"
engineering-manager  Engineering Manager            Leadership  manager
vp-engineering       Vice President of Engineering  Leadership  vice president
------- stderr -------
note: read `lead` as `leadership` (Leadership)
note: read `mgm` as `management` (Management)

"#]]
    );
    assert_eq!(miniature("tools kuber").stderr, "note: read `kuber` as `kubernetes` (Kubernetes)\n");
    assert_eq!(miniature("sources bur").stderr, "note: read `bur` as `bureau` (Invented earnings statistics)\n");
    assert_eq!(miniature("why sre kuber").stderr, "note: read `kuber` as `kubernetes` (Kubernetes)\n");
    assert_eq!(miniature("competencies archi").stderr, "note: read `archi` as `architecture` (Architecture)\n");
    // What is typed whole is not told.
    assert_eq!(miniature("tools k8s").stderr, "");
    assert_eq!(miniature("list --tool K8S").stderr, "");
}

#[test]
fn a_title_in_a_note_is_not_obeyed() {
    let tools = "- {id: zebra-brush, title: \"a\\x1B[31mb\", group: Office}\n";
    let outcome = with_tools("note", tools, "tools zebra");
    assert_eq!(outcome.stderr, "note: read `zebra` as `zebra-brush` (a\u{fffd}[31mb)\n");
}

/// Whoever reads JSON alone learns how a word was read, too.
#[test]
fn json_says_how_words_were_read() {
    let notes = |line: &str| {
        let answer: serde_json::Value =
            serde_json::from_str(&builtin(&format!("{line} --format json")).stdout).expect("JSON is printed");
        answer["notes"].to_string()
    };
    for (line, read) in [
        ("list --family secu", "security"),
        ("list --tool kubern", "kubernetes"),
        ("salary sre --region Germ", "Germany"),
        ("why sre kubern", "kubernetes"),
    ] {
        assert!(notes(line).contains(read), "{line}: {}", notes(line));
    }
    assert_eq!(notes("list --family security"), "null");
}
