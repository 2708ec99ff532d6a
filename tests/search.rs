//! Search: the roles in which all words occur, and the lines they stand in.

use snapbox::{assert_data_eq, str};

use crate::support::miniature;

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
