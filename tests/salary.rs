//! Pay: which published figure stands for a role, and how it is shown.

use snapbox::{assert_data_eq, str};

use crate::support::{Roles, miniature};

#[test]
fn one_role() {
    assert_data_eq!(
        miniature("salary engineer").to_string(),
        str![[r#"
engineer  Germany         de       -   60,000        -  EUR/year  2025  n=60    total  survey  exact, all ranks
engineer  United Kingdom  gb       -   50,000        -  GBP/year  2025  n=2000  gross  bureau  proxy, all ranks: "Computing people"
engineer  United States   us  90,000  110,000  130,000  USD/year  2025  n=80    total  survey  exact, all ranks                      (another source than other rungs of the ladder)

"#]]
    );
}

#[test]
fn one_role_as_a_page() {
    assert_data_eq!(
        miniature("salary engineer --format page").to_string(),
        str![[r#"
Engineer: salary                                                        engineer
  region             p25   median      p75                                     n
  Germany              –   60,000        –                                    60
    exact, all ranks EUR/yr total pay, Survey 2025, “Engineers”
  United Kingdom       –   50,000        –                                 2,000
    proxy, all ranks GBP/yr, Bureau 2025, “Computing people”
  United States   90,000  110,000  130,000                                    80
    exact, all ranks USD/yr total pay, Survey 2025, another source than other
    rungs, “Engineers”

  As published: nothing is converted or averaged. proxy: published under the
  label of a broader group. all ranks: of everybody in the trade, and not the
  role's own. Where a figure comes from: roles why engineer de

"#]]
    );
}

#[test]
fn by_state() {
    assert_data_eq!(
        miniature("salary engineer --region us --by state").to_string(),
        str![[r#"
engineer  California  us-ca  -  120,000  -  USD/year  2025  n=300  gross  bureau  close, all ranks: "Makers"
engineer  Georgia     us-ga  -   95,000  -  USD/year  2025  n=100  gross  bureau  close, all ranks: "Makers"
engineer  Texas       us-tx  -  110,000  -  USD/year  2025  n=200  gross  bureau  close, all ranks: "Makers"

"#]]
    );
}

#[test]
fn by_metro() {
    assert_data_eq!(
        miniature("salary engineer --region us-ca --by metro").to_string(),
        str![[r#"
engineer  Sacramento, CA          us-ca-sacramento          -  115,000  -  USD/year  2025  n=50   gross  bureau  close, all ranks: "Makers"
engineer  San Jose-Sunnyvale, CA  us-ca-san-jose-sunnyvale  -  150,000  -  USD/year  2025  n=100  gross  bureau  close, all ranks: "Makers"

"#]]
    );
}

#[test]
fn one_region_over_all_roles() {
    assert_data_eq!(
        miniature("salary --region de").to_string(),
        str![[r#"
engineer  Germany  de  -  60,000  -  EUR/year   2025  n=60  total  survey  exact, all ranks
sre       Germany  de  -   3,000  -  EUR/month  2025  n=40  net    survey  exact             (After tax, a month.)

"#]]
    );
}

#[test]
fn each_source_for_itself() {
    assert_data_eq!(
        miniature("salary engineer --region us --all-sources").to_string(),
        str![[r#"
engineer  United States  us  90,000  110,000  130,000  USD/year  2025  n=80    total             survey  exact, all ranks            (another source than other rungs of the ladder)
engineer  United States  us       -  130,000        -  USD/year  2025  n=300   gross advertised  board   exact, all ranks
engineer  United States  us  80,000  100,000  120,000  USD/year  2025  n=1000  gross             bureau  close, all ranks: "Makers"
engineer  United States  us       -   90,000        -  USD/year  2024  n=900   gross             bureau  close, all ranks: "Makers"

"#]]
    );
}

#[test]
fn sorted_by_median_where_it_can_be() {
    assert_data_eq!(
        miniature("salary --region gb --sort median").to_string(),
        str![[r#"
staff-engineer  United Kingdom  gb  -  85,000  -  GBP/year  2025  n=30    total  survey  exact
engineer        United Kingdom  gb  -  50,000  -  GBP/year  2025  n=2000  gross  bureau  proxy, all ranks: "Computing people"
------- stderr -------
note: nothing is sorted: figures of all ranks, or of another, are not the roles' own

"#]]
    );
}

#[test]
fn medians_that_cannot_be_put_in_order() {
    assert_data_eq!(
        miniature("salary engineer --sort median").to_string(),
        str![[r#"
------- stderr -------
error: these medians cannot be put in order: EUR a year, GBP a year, USD a year
hint: nothing is converted: name one region, as in `--region gb`, or sort by `role`
[exit code: 2]

"#]]
    );
}

#[test]
fn a_region_that_means_two() {
    assert_data_eq!(
        miniature("salary engineer --region georgia").to_string(),
        str![[r#"
------- stderr -------
error: `georgia` may mean 2 regions: ge, us-ga
hint: say which, by its id: `ge`
[exit code: 2]

"#]]
    );
}

#[test]
fn roles_side_by_side() {
    assert_data_eq!(
        miniature("salary engineer senior-engineer --region us --format page").to_string(),
        str![[r#"
Salaries in United States                                                     us
  role                 p25   median      p75                                   n
  Senior Engineer  120,000  140,000  160,000  USD/yr, Bureau 2025            500
    exact “Senior makers”
  Engineer          90,000  110,000  130,000                                  80
    USD/yr total pay, Survey 2025, another source than other rungs
    exact, all ranks “Engineers”

  As published: nothing is converted or averaged. all ranks: of everybody in the
  trade, and not the role's own. Where a figure comes from:
  roles why engineer us

"#]]
    );
}

/// What was to be broken down is named, where there is a figure of it.
#[test]
fn what_cannot_be_broken_down() {
    assert_data_eq!(
        miniature("salary engineer --region de --by state").to_string(),
        str![[r#"
------- stderr -------
error: no public figure of `engineer` by state in `de` (Germany)
hint: `roles salary engineer --region de` has the figure that is not broken down
[exit code: 1]

"#]]
    );
    assert_data_eq!(
        miniature("salary engineer --region gb --by metro").to_string(),
        str![[r#"
------- stderr -------
error: no public figure of `engineer` by metro in `gb` (United Kingdom)
hint: `roles salary engineer --region gb` has the figure that is not broken down
[exit code: 1]

"#]]
    );
    assert_data_eq!(
        miniature("salary engineer --region us-ca --by country").to_string(),
        str![[r#"
------- stderr -------
error: no public figure of `engineer` by country in `us-ca` (California)
hint: `roles salary engineer --region us-ca` has the figure that is not broken down
[exit code: 1]

"#]]
    );
    assert_data_eq!(
        miniature("salary sre --by state").to_string(),
        str![[r#"
------- stderr -------
error: no public figure of `sre` by state
hint: `roles salary sre` shows where there is one
[exit code: 1]

"#]]
    );
    assert_data_eq!(
        miniature("salary loner --region us").to_string(),
        str![[r#"
------- stderr -------
error: no public figure of `loner` in `us` (United States)
hint: `roles show loner` has the rest of what is known
[exit code: 1]

"#]]
    );
    assert_data_eq!(
        miniature("salary --region ge --by metro").to_string(),
        str![[r#"
------- stderr -------
error: no public figure by metro in `ge` (Georgia)
hint: `roles salary --region ge` has the figure that is not broken down
[exit code: 1]

"#]]
    );
}

/// A hint names roles and regions that are there.
#[test]
fn neither_a_role_nor_a_region() {
    assert_data_eq!(
        miniature("salary").to_string(),
        str![[r#"
------- stderr -------
error: neither a role nor a region is named
hint: `roles salary intern`, or `roles salary --region world` for every role there
[exit code: 2]

"#]]
    );
}

#[test]
fn what_is_put_in_no_order_is_told() {
    let said = Roles::builtin().words("salary sre --by state --region us --sort median").run();
    assert_eq!(said.stderr, "note: nothing is sorted: figures of all ranks, or of another, are not the roles' own\n");
}
