//! Where figures come from: rows, arithmetic, sources.

use snapbox::{assert_data_eq, str};

use crate::support::miniature;

#[test]
fn a_role() {
    assert_data_eq!(
        miniature("why engineer").to_string(),
        str![[r#"
occupation  O*NET    90-0001.00  Makers
occupation  ESCO     2512        software maker
occupation  GDaD     Maker       Maker
occupation  ISCO-08  2512        -
occupation  NICE     OM-DTA-001  -
competency  architecture  82  practitioner  A  O*NET 88, GDaD 75, ESCO 80
competency  quality       60  practitioner  A  O*NET 50, GDaD 75, ESCO 60
competency  operations    51  awareness     B  O*NET 63, GDaD 25, ESCO 60
competency  people        26  awareness     A  O*NET 25, ESCO 30
competency  strategy      13  not rated     B  O*NET 13
pay-label   exact  board   Engineer          countries 1, states 0, metros 0
pay-label   exact  survey  Engineers         countries 1, states 0, metros 0
pay-label   exact  survey  Engineers         countries 1, states 0, metros 0
pay-label   close  bureau  Makers            countries 2, states 3, metros 2
pay-label   proxy  bureau  Computing people  countries 1, states 0, metros 0
pay-label   proxy  bureau  Computing people  countries 1, states 0, metros 0
source      onet    O*NET 2025   2025  framework  CC0-1.0  O*NET-like ratings, invented for the tests.
source      gdad    GDaD 2025    2025  framework  CC0-1.0  GDaD-like skills, invented for the tests.
source      esco    ESCO 2024    2024  framework  CC0-1.0  ESCO-like skills, invented for the tests.
source      bureau  Bureau 2025  2025  official   CC0-1.0  Official-looking figures, invented for the tests.
source      survey  Survey 2025  2025  survey     CC0-1.0  Answers of nobody, invented for the tests.
caveat      survey  Nobody was asked.
source      board  Board 2025  2025  advertised  CC0-1.0  Adverts invented for the tests.
caveat      board  Advertised, not earned.

"#]]
    );
}

#[test]
fn a_weight() {
    assert_data_eq!(
        miniature("why cto strategy").to_string(),
        str![[r#"
competency      strategy  96  practitioner  A  O*NET 100, GDaD 100, ESCO 80
arithmetic      O*NET 100 = (mean importance 5.000 - 1) / 4 x 100
arithmetic      GDaD 100 = the highest of its skills: Strategic thinking, listed
arithmetic      ESCO 80 = 2 essential skills match
arithmetic      weight 96 = (O*NET 100 x 5 + GDaD 100 x 3 + ESCO 80 x 2) / 10, taken before rounding
arithmetic      level 75 (practitioner) = O*NET's mean level 5.250 / 7 x 100
onet            90-0002.00  work_activity:Developing Objectives  importance 5.00  level 5.25
gdad            Strategic thinking  listed
esco-essential  define strategy
esco-essential  strategic planning
source          onet  O*NET 2025  2025  framework  CC0-1.0  O*NET-like ratings, invented for the tests.
source          gdad  GDaD 2025   2025  framework  CC0-1.0  GDaD-like skills, invented for the tests.
source          esco  ESCO 2024   2024  framework  CC0-1.0  ESCO-like skills, invented for the tests.

"#]]
    );
}

#[test]
fn a_weight_as_a_page() {
    assert_data_eq!(
        miniature("why cto architecture --format page").to_string(),
        str![[r#"
Chief Technology Officer                                                     cto
executive

Architecture                                  weight 61 · working · confidence B
  O*NET 50 = (mean importance 3.000 - 1) / 4 x 100
  GDaD 100 = the highest of its skills: System design, listed
  ESCO 30 = only optional skills match (1)
  weight 61 = (O*NET 50 x 5 + GDaD 100 x 3 + ESCO 30 x 2) / 10, taken before
  rounding
  level 50 (working) = GDaD's highest level, working

O*NET                                           importance 1 to 5 · level 0 to 7
  element           occupation  importance  level
  Systems Analysis  90-0002.00        3.00   3.50

GDaD                                                    skills of the role level
  System design        listed
  Designing solutions  working

ESCO                                                  optional skills that match
  architect platforms

Sources
Invented occupations                                                        onet
Invented Department · framework · CC0-1.0
  O*NET-like ratings, invented for the tests.
  https://example.org/onet

Invented capability framework                                               gdad
Invented Government · framework · CC0-1.0
  GDaD-like skills, invented for the tests.

Invented classification of skills                                           esco
Invented Commission · framework · CC0-1.0
  ESCO-like skills, invented for the tests.

"#]]
    );
}

#[test]
fn an_estimate() {
    assert_data_eq!(
        miniature("why loner operations").to_string(),
        str![[r#"
competency  operations  40  working  C  editorial: Tapes are operated; no framework has an archivist.
arithmetic  weight 40: editorial: Tapes are operated; no framework has an archivist.
source      editorial  editorial  -  editorial  CC0-1.0  Judged by nobody, invented for the tests.

"#]]
    );
}

#[test]
fn a_salary() {
    assert_data_eq!(
        miniature("why engineer us").to_string(),
        str![[r#"
shown        United States  us  90,000  110,000  130,000  USD/year  2025  n=80  total  survey  exact
passed-over  United States  us       -  130,000        -  USD/year  2025  n=300   gross advertised  board   exact
passed-over  United States  us  80,000  100,000  120,000  USD/year  2025  n=1000  gross             bureau  close: "Makers"
passed-over  United States  us       -   90,000        -  USD/year  2024  n=900   gross             bureau  close: "Makers"
source       bureau  Bureau 2025  2025  official  CC0-1.0  Official-looking figures, invented for the tests.
source       survey  Survey 2025  2025  survey    CC0-1.0  Answers of nobody, invented for the tests.
caveat       survey  Nobody was asked.
source       board  Board 2025  2025  advertised  CC0-1.0  Adverts invented for the tests.
caveat       board  Advertised, not earned.

"#]]
    );
}

#[test]
fn a_tool() {
    assert_data_eq!(
        miniature("why sre kubernetes").to_string(),
        str![[r#"
tool    kubernetes  Kubernetes  expert  proficiency is editorial
onet    O*NET marks it in demand and hot, under 90-0003.00 Keepers
share   80%  n=40  survey
source  onet    O*NET 2025   2025  framework  CC0-1.0  O*NET-like ratings, invented for the tests.
source  survey  Survey 2025  2025  survey     CC0-1.0  Answers of nobody, invented for the tests.
caveat  survey  Nobody was asked.
source  editorial  editorial  -  editorial  CC0-1.0  Judged by nobody, invented for the tests.

"#]]
    );
}

#[test]
fn a_move() {
    assert_data_eq!(
        miniature("why cto principal-engineer").to_string(),
        str![[r#"
prerequisite  principal-engineer  Principal Engineer  editorial
source        editorial  editorial  -  editorial  CC0-1.0  Judged by nobody, invented for the tests.

"#]]
    );
}

#[test]
fn something_that_its_page_does_not_have() {
    assert_data_eq!(
        miniature("why loner us").to_string(),
        str![[r#"
------- stderr -------
error: `loner` has no public figure in `us` (United States)
hint: `roles show loner --all` shows all that its page says
[exit code: 1]

"#]]
    );
}
