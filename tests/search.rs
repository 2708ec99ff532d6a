//! Search: the roles in which all words occur, and the lines they stand in.

use snapbox::{assert_data_eq, str};

use crate::support::{Roles, miniature};

#[test]
fn a_word() {
    assert_data_eq!(
        miniature("search kubernetes").to_string(),
        str![[r#"
sre                 tool  Kubernetes
sre                 day   You move one more service to Kubernetes, and nobody notices.
operator            tool  Kubernetes
principal-engineer  tool  Kubernetes

"#]]
    );
}

#[test]
fn a_phrase() {
    assert_data_eq!(
        miniature("search on-call").to_string(),
        str![[r#"
operator  day  You are on-call this week, and the pager is silent until three.

"#]]
    );
}

#[test]
fn words_without_accents() {
    assert_data_eq!(
        miniature("search cafe").to_string(),
        str![[r#"
staff-engineer  day  You meet two teams in a café, and they leave with one design.

"#]]
    );
}

#[test]
fn all_words_must_occur() {
    assert_data_eq!(
        miniature("search data residency").to_string(),
        str![[r#"
senior-engineer  day  The residency of a bug in the cache is ended; the data were never wrong.
vp-engineering   day  A budget for data, another for residency permits of new colleagues, and the day is over.
cto              day  The morning goes to data residency, since a new country is to be served.

"#]]
    );
}

#[test]
fn one_section() {
    assert_data_eq!(
        miniature("search kubernetes --section day").to_string(),
        str![[r#"
sre  day  You move one more service to Kubernetes, and nobody notices.

"#]]
    );
}

#[test]
fn a_misspelt_word() {
    assert_data_eq!(
        miniature("search kubernettes").to_string(),
        str![[r#"
sre                 tool  Kubernetes
sre                 day   You move one more service to Kubernetes, and nobody notices.
operator            tool  Kubernetes
principal-engineer  tool  Kubernetes
------- stderr -------
note: nothing says `kubernettes`: showing `kubernetes`

"#]]
    );
}

#[test]
fn nothing() {
    assert_data_eq!(
        miniature("search zyzzyva").to_string(),
        str![[r#"
------- stderr -------
error: no role speaks of `zyzzyva`
hint: `roles tools` and `roles competencies` list the words of the catalog
[exit code: 1]

"#]]
    );
}

#[test]
fn as_a_page() {
    assert_data_eq!(
        miniature("search kubernetes --format page").to_string(),
        str![[r#"
Site Reliability Engineer                                                    sre
  tool: Kubernetes
  day: You move one more service to Kubernetes, and nobody notices.

Systems Operator                                                        operator
  tool: Kubernetes

Principal Engineer                                            principal-engineer
  tool: Kubernetes

  3 roles. One of them: roles show sre

"#]]
    );
}

/// The ids of the roles that a search finds in the built-in catalog, best first.
fn found(words: &[&str]) -> Vec<String> {
    let search = Roles::builtin().words("search --format tsv --fields role --no-header --");
    let outcome = words.iter().fold(search, |roles, word| roles.arg(word)).run();
    let mut ids: Vec<String> = outcome.answered().lines().map(str::to_owned).collect();
    ids.dedup();
    ids
}

#[test]
fn short_words_and_names_with_signs_are_matched_whole() {
    for (word, is_meant) in [
        ("R", &["R", "R language", "R Programmer"] as &[&str]),
        ("Go", &["Go", "Golang"]),
        (".NET", &[".NET"]),
        ("C#", &["C#"]),
        ("C++", &["C++"]),
    ] {
        let lines = Roles::builtin().words("search --format tsv --fields section,text --no-header").arg(word).run();
        let lines = lines.answered();
        assert!((1..200).contains(&lines.lines().count()), "{word}: {} lines", lines.lines().count());
        for line in lines.lines().filter(|line| !line.starts_with("tool")) {
            let text = line.split_once('\t').expect("two fields").1;
            assert!(is_meant.iter().any(|name| text.contains(name)), "{word}: {line}");
        }
    }
    assert!(found(&["R"]).contains(&"statistician".to_owned()));
}

#[test]
fn parts_of_a_word_find_the_word() {
    for spellings in [["fullstack", "full-stack", "full stack"], ["oncall", "on-call", "on call"]] {
        let all = spellings.map(|spelling| found(&[spelling]));
        assert!(!all[0].is_empty() && all[0] == all[1] && all[1] == all[2], "{all:?}");
    }
    // Without quotes the words may stand apart too.
    let apart = found(&["full", "stack"]);
    assert!(found(&["fullstack"]).iter().all(|role| apart.contains(role)), "{apart:?}");
}

#[test]
fn titles_in_other_languages_are_found() {
    assert_data_eq!(
        Roles::builtin().words("search Netzwerkadministrator --format tsv").run().to_string(),
        str![[r#"
role	title	section	text
network-administrator	Network Administrator	title	Network Administrator

"#]]
    );
    assert_eq!(found(&["administrator", "de", "rețea"])[0], "network-administrator");
}

#[test]
fn words_that_no_role_has_are_read_as_a_title() {
    assert_data_eq!(
        Roles::builtin().words("search senior java entwickler").run().to_string(),
        str![[r#"
senior-software-engineer  title  Senior Software Engineer
------- stderr -------
note: showing `senior-software-engineer`; its next steps: `staff-engineer`, `principal-engineer`, `distinguished-engineer` or `engineering-fellow`

"#]]
    );
}

#[test]
fn a_page_of_many_hits_says_how_many_more_there_are() {
    let page = Roles::builtin().words("search security --format page").run().answered();
    assert_data_eq!(
        page.lines().rev().take(2).collect::<Vec<_>>().join("\n"),
        str![[r#"
  267 roles. One of them: roles show security-analyst
  247 more roles: `--format lines` shows them all
"#]]
    );
}
