//! Listings: roles and the vocabulary.

use snapbox::{assert_data_eq, str};

use crate::support::{builtin, miniature};

#[test]
fn every_role_in_catalog_order() {
    assert_data_eq!(
        miniature("list").to_string(),
        str![[r#"
intern               Engineering Intern             Engineering  intern
junior-engineer      Junior Engineer                Engineering  junior
engineer             Engineer                       Engineering  mid
senior-engineer      Senior Engineer                Engineering  senior
staff-engineer       Staff Engineer                 Engineering  staff
principal-engineer   Principal Engineer             Engineering  principal
engineering-manager  Engineering Manager            Leadership   manager
vp-engineering       Vice President of Engineering  Leadership   vice president
cto                  Chief Technology Officer       Leadership   executive
loner                Archivist of Tapes             Operations   mid
operator             Systems Operator               Operations   mid
sre                  Site Reliability Engineer      Operations   senior

"#]]
    );
}

#[test]
fn one_family() {
    assert_data_eq!(
        miniature("list --family operations").to_string(),
        str![[r#"
loner     Archivist of Tapes         Operations  mid
operator  Systems Operator           Operations  mid
sre       Site Reliability Engineer  Operations  senior

"#]]
    );
}

#[test]
fn a_level_by_name() {
    assert_data_eq!(
        miniature("list --level staff").to_string(),
        str![[r#"
staff-engineer  Staff Engineer  Engineering  staff

"#]]
    );
}

#[test]
fn a_level_by_rank() {
    assert_data_eq!(
        miniature("list --level 4").to_string(),
        str![[r#"
senior-engineer  Senior Engineer            Engineering  senior
sre              Site Reliability Engineer  Operations   senior

"#]]
    );
}

#[test]
fn a_track() {
    assert_data_eq!(
        miniature("list --track management").to_string(),
        str![[r#"
engineering-manager  Engineering Manager            Leadership  manager
vp-engineering       Vice President of Engineering  Leadership  vice president

"#]]
    );
}

#[test]
fn a_tool() {
    assert_data_eq!(
        miniature("list --tool k8s").to_string(),
        str![[r#"
principal-engineer  Principal Engineer         Engineering  principal
operator            Systems Operator           Operations   mid
sre                 Site Reliability Engineer  Operations   senior

"#]]
    );
}

#[test]
fn a_competency_with_a_least_weight() {
    assert_data_eq!(
        miniature("list --competency architecture:70").to_string(),
        str![[r#"
engineer            Engineer            Engineering  mid        82  practitioner
senior-engineer     Senior Engineer     Engineering  senior     87  practitioner
staff-engineer      Staff Engineer      Engineering  staff      92  expert
principal-engineer  Principal Engineer  Engineering  principal  71  expert

"#]]
    );
}

/// The name of a competency is as long as it is; the column of its levels is not.
#[test]
fn a_long_name_of_a_competency_cuts_no_title() {
    let page = miniature("list --competency operations --format page --width 88").answered();
    assert!(page.contains("weight and proficiency of: Operations and reliability\n"), "{page}");
    assert!(page.contains("Site Reliability Engineer ") && !page.contains('…'), "{page}");
}

#[test]
fn the_weights_and_levels_of_several_competencies_in_the_order_asked() {
    let line = "list --competency quality --competency architecture:70";
    assert_data_eq!(
        miniature(line).to_string(),
        str![[r#"
engineer            Engineer            Engineering  mid        60  practitioner  82  practitioner
senior-engineer     Senior Engineer     Engineering  senior     62  practitioner  87  practitioner
staff-engineer      Staff Engineer      Engineering  staff      59  expert        92  expert
principal-engineer  Principal Engineer  Engineering  principal  75  practitioner  71  expert

"#]]
    );
    assert_data_eq!(
        miniature(&format!("{line} --format tsv")).to_string(),
        str![[r#"
role	title	family	level	track	rank	catalogs	weight	proficiency
engineer	Engineer	engineering	mid	individual-contributor	3	miniature	60 82	practitioner practitioner
senior-engineer	Senior Engineer	engineering	senior	individual-contributor	4	miniature	62 87	practitioner practitioner
staff-engineer	Staff Engineer	engineering	staff	individual-contributor	5	miniature	59 92	expert expert
principal-engineer	Principal Engineer	engineering	principal	individual-contributor	6	miniature	75 71	practitioner expert

"#]]
    );
    assert_data_eq!(
        miniature(&format!("{line} --format page --width 120")).to_string(),
        str![[r#"
  weight and proficiency of: Quality, then Architecture
  id                  title               family       level      weight  proficiency   weight  proficiency
  engineer            Engineer            Engineering  mid            60  practitioner      82  practitioner
  senior-engineer     Senior Engineer     Engineering  senior         62  practitioner      87  practitioner
  staff-engineer      Staff Engineer      Engineering  staff          59  expert            92  expert
  principal-engineer  Principal Engineer  Engineering  principal      75  practitioner      71  expert

  4 roles. One of them: roles show engineer

"#]]
    );
    assert_data_eq!(
        miniature("list --level staff --format tsv").to_string(),
        str![[r#"
role	title	family	level	track	rank	catalogs
staff-engineer	Staff Engineer	engineering	staff	individual-contributor	5	miniature

"#]]
    );
}

#[test]
fn sorted_by_title() {
    assert_data_eq!(
        miniature("list --sort title").to_string(),
        str![[r#"
loner                Archivist of Tapes             Operations   mid
cto                  Chief Technology Officer       Leadership   executive
engineer             Engineer                       Engineering  mid
intern               Engineering Intern             Engineering  intern
engineering-manager  Engineering Manager            Leadership   manager
junior-engineer      Junior Engineer                Engineering  junior
principal-engineer   Principal Engineer             Engineering  principal
senior-engineer      Senior Engineer                Engineering  senior
sre                  Site Reliability Engineer      Operations   senior
staff-engineer       Staff Engineer                 Engineering  staff
operator             Systems Operator               Operations   mid
vp-engineering       Vice President of Engineering  Leadership   vice president

"#]]
    );
}

#[test]
fn as_a_page() {
    assert_data_eq!(
        miniature("list --format page").to_string(),
        str![[r#"
Engineering
  intern               Engineering Intern             intern
  junior-engineer      Junior Engineer                junior
  engineer             Engineer                       mid
  senior-engineer      Senior Engineer                senior
  staff-engineer       Staff Engineer                 staff
  principal-engineer   Principal Engineer             principal

Leadership
  engineering-manager  Engineering Manager            manager
  vp-engineering       Vice President of Engineering  vice president
  cto                  Chief Technology Officer       executive

Operations
  loner                Archivist of Tapes             mid
  operator             Systems Operator               mid
  sre                  Site Reliability Engineer      senior

  12 roles. One of them: roles show intern

"#]]
    );
}

#[test]
fn as_a_narrow_page() {
    assert_data_eq!(
        miniature("list --family leadership --format page --width 40").to_string(),
        str![[r#"
Leadership
  engineering-manager  Engineering Mana…
  vp-engineering       Vice President o…
  cto                  Chief Technology…

  3 roles. One of them:
  roles show engineering-manager

"#]]
    );
}

#[test]
fn the_families() {
    assert_data_eq!(
        miniature("families").to_string(),
        str![[r#"
engineering  Engineering  6  Building software with one's own hands.
leadership   Leadership   3  Leading those who build, from one team to the whole company.
operations   Operations   3  Keeping running what others have built.

"#]]
    );
}

#[test]
fn the_levels() {
    assert_data_eq!(
        miniature("levels").to_string(),
        str![[r#"
1  intern          individual-contributor  apprentice, trainee
2  junior          individual-contributor  entry
3  mid             individual-contributor  intermediate
4  senior          individual-contributor
4  manager         management
5  staff           individual-contributor  lead
5  manager         management              lead manager
6  principal       individual-contributor
6  senior manager  management
7  distinguished   individual-contributor
7  director        management              head
8  fellow          individual-contributor
8  vice president  management              vp
9  executive       executive               chief

"#]]
    );
}

#[test]
fn the_regions() {
    assert_data_eq!(
        miniature("regions").to_string(),
        str![[r#"
world  World           world    -      -    2
ge     Georgia         country  world  GEL  1
de     Germany         country  world  EUR  2
gb     United Kingdom  country  world  GBP  2
us     United States   country  world  USD  8

"#]]
    );
}

#[test]
fn the_states() {
    assert_data_eq!(
        miniature("regions --by state").to_string(),
        str![[r#"
us-ca  California  state  us  USD  3
us-ga  Georgia     state  us  USD  3
us-tx  Texas       state  us  USD  2

"#]]
    );
}

#[test]
fn the_tools() {
    assert_data_eq!(
        miniature("tools").to_string(),
        str![[r#"
c            C           Languages       2
c-plus-plus  C++         Languages       2  cpp
python       Python      Languages       3  CPython
sql          SQL         Languages       2  Structured Query Language
kubernetes   Kubernetes  Infrastructure  3  k8s
linux        Linux       Infrastructure  3
prometheus   Prometheus  Infrastructure  1
terraform    Terraform   Infrastructure  1
git          Git         Delivery        9
jenkins      Jenkins     Delivery        1

"#]]
    );
}

#[test]
fn one_tool() {
    assert_data_eq!(
        miniature("tools kubernetes").to_string(),
        str![[r#"
tool  kubernetes  Kubernetes  Infrastructure
role  sre                 Site Reliability Engineer  expert     in demand
role  operator            Systems Operator           working    in demand
role  principal-engineer  Principal Engineer         awareness  editorial

"#]]
    );
}

#[test]
fn the_competencies() {
    assert_data_eq!(
        miniature("competencies").to_string(),
        str![[r#"
architecture  Architecture                Deciding the shape of a system.
people        People leadership           Making other people better at their work.
operations    Operations and reliability  Keeping a service up.
strategy      Technology strategy         Deciding where to go, and what to give up for it.
quality       Quality                     Finding out whether it works.

"#]]
    );
}

#[test]
fn one_competency() {
    assert_data_eq!(
        miniature("competencies architecture").to_string(),
        str![[r#"
competency  architecture  Architecture  Deciding the shape of a system.
level       awareness     Can read a drawing of the system.
level       working       Designs a component.
level       practitioner  Designs a system.
level       expert        Designs how the systems of a company fit together.
role        staff-engineer       Staff Engineer                 92  expert        C
role        senior-engineer      Senior Engineer                87  practitioner  C
role        engineer             Engineer                       82  practitioner  C
role        principal-engineer   Principal Engineer             71  expert        C
role        sre                  Site Reliability Engineer      68  working       C
role        cto                  Chief Technology Officer       61  working       C
role        engineering-manager  Engineering Manager            58  not rated     C
role        operator             Systems Operator               53  working       C
role        vp-engineering       Vice President of Engineering  50  working       C
role        intern               Engineering Intern             30  none          C
role        junior-engineer      Junior Engineer                25  awareness     C
element     esco    Architect components
element     esco    architect networks
element     esco    architect platforms
element     esco    design system
element     gdad    System design
element     gdad    Designing solutions
element     ladder  Design
element     onet    skill:Programming
element     onet    skill:Systems Analysis
element     rungs   Building

"#]]
    );
}

#[test]
fn the_sources() {
    assert_data_eq!(
        miniature("sources").to_string(),
        str![[r#"
onet           O*NET 2025     2025  framework   CC0-1.0  O*NET-like ratings, invented for the tests.
gdad           GDaD 2025      2025  framework   CC0-1.0  GDaD-like skills, invented for the tests.
esco           ESCO 2024      2024  framework   CC0-1.0  ESCO-like skills, invented for the tests.
ladder         Ladder 2024    -     ladder      CC0-1.0  A ladder invented for the tests.
rungs          Rungs 2024     -     ladder      CC0-1.0  Another ladder invented for the tests.
bureau         Bureau 2025    2025  official    CC0-1.0  Official-looking figures, invented for the tests.
survey         Survey 2025    2025  survey      CC0-1.0  Answers of nobody, invented for the tests.
board          Board 2025     2025  advertised  CC0-1.0  Adverts invented for the tests.
payroll        Payroll 2024   2024  payroll     CC0-1.0  Wages invented for the tests.
founding-page  founding page  -     editorial   CC0-1.0  A page invented for the tests.
editorial      editorial      -     editorial   CC0-1.0  Judged by nobody, invented for the tests.
readers        readers        2026  editorial   CC0-1.0  Readings of nobody, invented for the tests.

"#]]
    );
}

#[test]
fn one_source_as_a_page() {
    assert_data_eq!(
        miniature("sources survey --format page").to_string(),
        str![[r#"
Invented survey                                                           survey
Survey Press · 2025 · survey · CC0-1.0
  Answers of nobody, invented for the tests.
  Nobody was asked.

"#]]
    );
}

#[test]
fn the_built_in_roles_take_a_line_each_in_eighty_columns() {
    let ids = builtin("list --format tsv --fields role").answered();
    for width in [41, 60, 80, 100] {
        let page = builtin(&format!("list --format page --width {width}")).answered();
        let first = |line: &str| line.split_whitespace().next().unwrap_or("").to_owned();
        // Under the list stands how many there are, on as many lines as the width asks for.
        let (listed, _) = page.rsplit_once("\n\n").expect("a note stands under the list");
        let shown: Vec<String> = listed.lines().filter(|line| line.starts_with("  ")).map(first).collect();
        assert_eq!(shown, ids.lines().skip(1).collect::<Vec<_>>(), "{width}");
        assert!(page.lines().all(|line| unicode_width::UnicodeWidthStr::width(line) <= width), "{width}: {page}");
    }
}

#[test]
fn a_list_in_another_order_is_not_grouped() {
    assert_data_eq!(
        miniature("list --sort title --format page --width 60").to_string(),
        str![[r#"
  id                   title                  level
  loner                Archivist of Tapes     mid
  cto                  Chief Technology Off…  executive
  engineer             Engineer               mid
  intern               Engineering Intern     intern
  engineering-manager  Engineering Manager    manager
  junior-engineer      Junior Engineer        junior
  principal-engineer   Principal Engineer     principal
  senior-engineer      Senior Engineer        senior
  sre                  Site Reliability Eng…  senior
  staff-engineer       Staff Engineer         staff
  operator             Systems Operator       mid
  vp-engineering       Vice President of En…  vice president

  12 roles. One of them: roles show loner

"#]]
    );
}

#[test]
fn a_list_in_markdown_and_for_the_ear_is_whole() {
    assert!(
        miniature("list --format md")
            .answered()
            .contains("| cto | Chief Technology Officer | Leadership | executive |")
    );
    let heard = miniature("list --format page --plain").answered();
    assert!(heard.contains("cto: title Chief Technology Officer, family Leadership, level executive.\n"), "{heard}");
}
