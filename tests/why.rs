//! Where figures come from: rows, arithmetic, sources.

use snapbox::{assert_data_eq, str};

use crate::support::{builtin, miniature};

#[test]
fn a_role() {
    assert_data_eq!(
        miniature("why engineer").to_string(),
        str![[r#"
occupation  O*NET    90-0001.00      Makers
occupation  ESCO     software maker  -
occupation  GDaD     Maker           Maker
occupation  ISCO-08  2512            -
occupation  NICE     OM-DTA-001      -
competency  architecture  82  practitioner  C  readings 82, 80, 85
competency  quality       60  practitioner  C  readings 60, 58, 63
competency  operations    51  awareness     C  readings 51, 49, 54
competency  people        26  awareness     C  readings 26, 24, 29
competency  strategy      25  not rated     C  from evidence, not read
pay-label   exact  board   Engineer          countries 1, states 0, metros 0
pay-label   exact  survey  Engineers         countries 1, states 0, metros 0
pay-label   exact  survey  Engineers         countries 1, states 0, metros 0
pay-label   close  bureau  Makers            countries 1, states 3, metros 2
pay-label   proxy  bureau  Computing people  countries 1, states 0, metros 0
pay-label   proxy  bureau  Computing people  countries 1, states 0, metros 0
source      onet    O*NET 2025   2025  framework  CC0-1.0  O*NET-like ratings, invented for the tests.
source      bureau  Bureau 2025  2025  official   CC0-1.0  Official-looking figures, invented for the tests.
source      survey  Survey 2025  2025  survey     CC0-1.0  Answers of nobody, invented for the tests.
caveat      survey  Nobody was asked.
source      board  Board 2025  2025  advertised  CC0-1.0  Adverts invented for the tests.
caveat      board  Advertised, not earned.
source      readers  readers  2026  editorial  CC0-1.0  Readings of nobody, invented for the tests.
caveat      readers  Nobody read anything.

"#]]
    );
}

#[test]
fn a_weight() {
    assert_data_eq!(
        miniature("why cto strategy").to_string(),
        str![[r#"
competency  strategy  96  practitioner  C  readings 96, 94, 99
arithmetic  editors 96, 94, 99: 96
arithmetic  shown, and count for nothing: ESCO 2024 62 (close), GDaD 2025 58.2 (close), O*NET 2025 99 (close)
arithmetic  weight 96
arithmetic  level practitioner: the median of practitioner, practitioner, practitioner
arithmetic  confidence C: readings within 5; no source agrees
evidence    onet  close  90-0002.00         work_activity:Developing Objectives  5 on 1 to 5
evidence    esco  close  chief maker        define strategy                      essential
evidence    esco  close  chief maker        strategic planning                   essential
evidence    gdad  close  Chief maker / SCS  Strategic thinking                   listed
source      onet     O*NET 2025  2025  framework  CC0-1.0  O*NET-like ratings, invented for the tests.
source      gdad     GDaD 2025   2025  framework  CC0-1.0  GDaD-like skills, invented for the tests.
source      esco     ESCO 2024   2024  framework  CC0-1.0  ESCO-like skills, invented for the tests.
source      readers  readers     2026  editorial  CC0-1.0  Readings of nobody, invented for the tests.
caveat      readers  Nobody read anything.

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

Architecture                                  weight 61 · working · confidence C
  editors 61, 59, 64: 61
  shown, and count for nothing: ESCO 2024 26 (close), GDaD 2025 96 (close),
  O*NET 2025 55.5 (close)
  weight 61
  level working: the median of working, working, working
  levels that count for nothing, since readers gave one: GDaD 2025 working
  (close)
  confidence C: readings within 5; no source agrees

O*NET 2025: 90-0002.00 Chiefs                                              close
  Systems Analysis  3 on 1 to 5

ESCO 2024: chief maker                                                     close
  architect platforms  optional

GDaD 2025: Chief maker / SCS SCS                                           close
  System design        listed
  Designing solutions  working

Sources
Invented occupations                                                        onet
Invented Department · 2025 · framework · CC0-1.0
  O*NET-like ratings, invented for the tests.
  https://example.org/onet

Invented capability framework                                               gdad
Invented Government · 2025 · framework · CC0-1.0
  GDaD-like skills, invented for the tests.

Invented classification of skills                                           esco
Invented Commission · 2024 · framework · CC0-1.0
  ESCO-like skills, invented for the tests.

Invented readings                                                        readers
the tests · 2026 · editorial · CC0-1.0
  Readings of nobody, invented for the tests.
  Nobody read anything.

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
shown        United States  us  90,000  110,000  130,000  USD/year  2025  n=80  total  survey  exact, all ranks  (another source than other rungs of the ladder)
passed-over  United States  us       -  130,000        -  USD/year  2025  n=300   gross advertised  board   exact, all ranks
passed-over  United States  us  80,000  100,000  120,000  USD/year  2025  n=1000  gross             bureau  close, all ranks: "Makers"
passed-over  United States  us       -   90,000        -  USD/year  2024  n=900   gross             bureau  close, all ranks: "Makers"
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

/// "Engineering Manager, Security" is another name of the security engineering manager.
#[test]
fn an_id_begins_no_longer_name() {
    for line in ["why engineering-manager security", "why product-manager data", "why head-of-data governance"] {
        let role = line.split(' ').nth(1).expect("a role is asked about");
        let why = builtin(&format!("{line} --format tsv --fields kind,role")).answered();
        assert!(why.contains(&format!("competency\t{role}\n")), "{line}: {why}");
    }
    let title = builtin("why engineering manager security --format tsv --fields kind,role").answered();
    assert!(title.contains("\tsecurity-engineering-manager\n"), "{title}");
}

/// Of a label, regions are counted and not rows: the world is no country, and one of two years is one.
#[test]
fn the_countries_of_a_label_are_no_rows() {
    let labels = |line: &str| {
        let fields = "--format tsv --no-header --fields kind,source,label,countries";
        let table = builtin(&format!("why {line} {fields}")).answered();
        table.lines().filter(|line| line.starts_with("pay-label")).map(str::to_owned).collect::<Vec<_>>()
    };
    let published = "pay-label\tso_2024_official\tEngineer, site reliability\t1";
    assert!(labels("sre").iter().any(|label| label == published), "{:?}", labels("sre"));
    let page = miniature("why intern --format page").answered();
    assert!(page.contains("  the world  "), "{page}");
}
