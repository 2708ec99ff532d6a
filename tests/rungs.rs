//! The ladder that a role stands on: its rungs by rank, its own or those of the ladder that it joins.

use snapbox::{assert_data_eq, str};

use crate::support::{Roles, Scratch, miniature};

#[test]
fn a_ladder_lists_its_rungs_lowest_first() {
    assert_data_eq!(
        miniature("list --ladder senior-engineer").to_string(),
        str![[r#"
junior-engineer     Junior Engineer     Engineering  junior
engineer            Engineer            Engineering  mid
senior-engineer     Senior Engineer     Engineering  senior
principal-engineer  Principal Engineer  Engineering  principal

"#]]
    );
    assert_data_eq!(
        miniature("list --ladder operator").to_string(),
        str![[r#"
junior-engineer     Junior Engineer     Engineering  junior
operator            Systems Operator    Operations   mid
senior-engineer     Senior Engineer     Engineering  senior
principal-engineer  Principal Engineer  Engineering  principal

"#]]
    );
}

#[test]
fn a_page_shows_the_ladder_and_the_ranks_that_no_role_has() {
    let page = miniature("show senior-engineer --section summary --format page --width 80");
    assert_data_eq!(
        page.to_string(),
        str![[r#"
Senior Engineer                                                  senior-engineer
Engineering · senior, individual contributor · also Senior Developer · from
miniature
ladder: junior · mid · senior · no staff · principal engineer

  Takes the changes that nobody else dares to touch, and makes them dull.

"#]]
    );
    assert_data_eq!(
        miniature("show operator --section summary").to_string(),
        str![[r#"
role     operator  Systems Operator  Operations  mid
url      https://www.onetonline.org/link/summary/90-0003.00
alias    Sysop
rung     junior              junior-engineer      Junior Engineer
rung     mid                 operator             Systems Operator
rung     senior              senior-engineer      Senior Engineer
rung     staff               none in the catalog
rung     principal engineer  principal-engineer   Principal Engineer
summary  Keeps the machines running, by day and by night.

"#]]
    );
}

#[test]
fn a_role_without_a_ladder_says_so() {
    assert_data_eq!(
        miniature("list --ladder loner").to_string(),
        str![[r#"
------- stderr -------
error: `loner` stands on no ladder
hint: `roles next loner`
[exit code: 1]

"#]]
    );
}

#[test]
fn a_catalog_laid_on_top_adds_a_rung() {
    let scratch = Scratch::new("rung");
    let role = "title: Staff Engineer\ntrack: individual-contributor\nlevel: 5\nladder: {of: engineer}\n";
    scratch.write("engineering/staff-engineer.yaml", role);
    let laid = Roles::miniature().arg("--catalog").arg(scratch.path()).words("list --ladder operator").run();
    assert_data_eq!(
        laid.to_string(),
        str![[r#"
junior-engineer     Junior Engineer     Engineering  junior
operator            Systems Operator    Operations   mid
senior-engineer     Senior Engineer     Engineering  senior
staff-engineer      Staff Engineer      Engineering  staff
principal-engineer  Principal Engineer  Engineering  principal

"#]]
    );
}

#[test]
fn what_is_crooked_about_a_ladder_is_told() {
    for (ladder, message) in [
        ("{of: engineer}", "`engineer` stands on the ladder of `engineer` at rank 3 already"),
        ("{of: loner}", "`loner` is not the base of a ladder"),
        ("{of: enginer}", "no role is called `enginer`"),
        ("{of: operator, joins: engineer}", "`joins` is said by the base of a ladder, and names another"),
        ("{of: sample, joins: sample}", "`joins` is said by the base of a ladder, and names another"),
    ] {
        let scratch = Scratch::new("crooked-ladder");
        let role = format!("title: Sample\ntrack: individual-contributor\nlevel: 3\nladder: {ladder}\nsummary: One.\n");
        scratch.write("engineering/sample.yaml", &role);
        let laid = Roles::miniature().arg("--catalog").arg(scratch.path()).words("list").run();
        assert!(laid.stderr.contains(message), "{ladder}: {laid}");
        assert_eq!(laid.code, 2);
    }
}
