//! Roles side by side.

use snapbox::{assert_data_eq, str};

use crate::support::{builtin, miniature};

#[test]
fn two_roles() {
    assert_data_eq!(
        miniature("compare engineer senior-engineer").to_string(),
        str![[r#"
role        engineer         Engineer         Engineering  mid
role        senior-engineer  Senior Engineer  Engineering  senior
competency  Operations and reliability  36  engineer 51 awareness     senior-engineer 87 practitioner
competency  People leadership            0  engineer 26 awareness     senior-engineer 26 practitioner
competency  Architecture                 5  engineer 82 practitioner  senior-engineer 87 practitioner
competency  Quality                      2  engineer 60 practitioner  senior-engineer 62 practitioner
competency  Technology strategy          0  engineer 25 not rated     senior-engineer 25 not rated
tool        C        engineer awareness     senior-engineer -
tool        Python   engineer working       senior-engineer -
tool        SQL      engineer -             senior-engineer working
tool        Jenkins  engineer -             senior-engineer working
tool        Git      engineer practitioner  senior-engineer practitioner
tool        C++      engineer practitioner  senior-engineer expert
salary      United States  us  engineer 110,000, n=80  senior-engineer 150,000, n=70  USD/year  2025  total  survey  engineer exact, all ranks: "Engineers"  senior-engineer exact: "Senior engineers"
distance    engineer         senior-engineer  1 step
distance    senior-engineer  engineer         no ladder

"#]]
    );
}

#[test]
fn two_roles_as_a_page() {
    assert_data_eq!(
        miniature("compare engineer senior-engineer --format page").to_string(),
        str![[r#"
Engineer and Senior Engineer

          engineer                         senior-engineer
  family  Engineering                      Engineering
  level   mid, individual contributor (3)  senior, individual contributor (4)

Competencies                            weight · level · what differs most first
  competency                  Engineer          Senior Engineer   diff
  Operations and reliability   51 awareness      87 practitioner    36
  People leadership            26 awareness      26 practitioner     0
  Architecture                 82 practitioner   87 practitioner     5
  Quality                      60 practitioner   62 practitioner     2
  Technology strategy          25 not rated      25 not rated        0

Tools                                          proficiency expected is editorial
  tool     Engineer      Senior Engineer
  C        awareness     –
  Python   working       –
  SQL      –             working
  Jenkins  –             working
  Git      practitioner  practitioner
  C++      practitioner  expert

Salary           regions with a figure of one source for all; gross unless noted
  region         Engineer                     Senior Engineer      median
  United States  110,000 exact, all ranks,    150,000 exact, n=70  USD/yr 2025 ¹
                 n=80
  ¹ total pay, Survey 2025: “Engineers” and “Senior engineers”

How far apart                                                  fewest promotions
  engineer to senior-engineer: 1 step
  senior-engineer to engineer: no ladder

"#]]
    );
}

#[test]
fn only_differences() {
    assert_data_eq!(
        miniature("compare engineer senior-engineer --differences --format page").to_string(),
        str![[r#"
Engineer and Senior Engineer

          engineer                         senior-engineer
  family  Engineering                      Engineering
  level   mid, individual contributor (3)  senior, individual contributor (4)

Competencies                            weight · level · what differs most first
  competency                  Engineer          Senior Engineer   diff
  Operations and reliability   51 awareness      87 practitioner    36
  People leadership            26 awareness      26 practitioner     0
  Architecture                 82 practitioner   87 practitioner     5
  Quality                      60 practitioner   62 practitioner     2

Tools                                          proficiency expected is editorial
  tool     Engineer      Senior Engineer
  C        awareness     –
  Python   working       –
  SQL      –             working
  Jenkins  –             working
  C++      practitioner  expert

Salary           regions with a figure of one source for all; gross unless noted
  region         Engineer                     Senior Engineer      median
  United States  110,000 exact, all ranks,    150,000 exact, n=70  USD/yr 2025 ¹
                 n=80
  ¹ total pay, Survey 2025: “Engineers” and “Senior engineers”

How far apart                                                  fewest promotions
  engineer to senior-engineer: 1 step
  senior-engineer to engineer: no ladder

"#]]
    );
}

#[test]
fn three_roles_on_a_narrow_page() {
    assert_data_eq!(
        miniature("compare engineer senior-engineer cto --format page --width 50").to_string(),
        str![[r#"
Engineer and Senior Engineer and Chief Technology
  Officer

  family
    engineer Engineering
    senior-engineer Engineering
    cto Leadership
  level
    engineer mid, individual contributor (3)
    senior-engineer senior, individual contributor
      (4)
    cto executive (9)

Competencies
  weight · level · what differs most first
  People leadership
    Engineer  26 awareness
    Senior Engineer  26 practitioner
    Chief Technology Officer 100 expert
    diff 74
  Operations and reliability
    Engineer  51 awareness
    Senior Engineer  87 practitioner
    Chief Technology Officer  25 awareness
    diff 62
  Technology strategy
    Engineer  25 not rated
    Senior Engineer  25 not rated
    Chief Technology Officer  96 practitioner
    diff 71
  Quality
    Engineer  60 practitioner
    Senior Engineer  62 practitioner
    Chief Technology Officer  25 awareness
    diff 37
  Architecture
    Engineer  82 practitioner
    Senior Engineer  87 practitioner
    Chief Technology Officer  61 working
    diff 26

Tools            proficiency expected is editorial
  C
    Engineer awareness
    Senior Engineer –
    Chief Technology Officer –
  Python
    Engineer working
    Senior Engineer –
    Chief Technology Officer –
  SQL
    Engineer –
    Senior Engineer working
    Chief Technology Officer –
  Jenkins
    Engineer –
    Senior Engineer working
    Chief Technology Officer –
  C++
    Engineer practitioner
    Senior Engineer expert
    Chief Technology Officer –
  Git
    Engineer practitioner
    Senior Engineer practitioner
    Chief Technology Officer awareness

Salary
  regions with a figure of one source for all;
  gross unless noted
  No region has figures of one source that tell
  them apart.
  What each is paid: roles salary engineer
  senior-engineer cto

How far apart                    fewest promotions
  engineer to senior-engineer: 1 step
  engineer to cto: 4 steps
  senior-engineer to engineer: no ladder
  senior-engineer to cto: 3 steps
  cto to engineer: no ladder
  cto to senior-engineer: no ladder

"#]]
    );
}

#[test]
fn a_row_of_tsv_is_a_fact_and_a_role() {
    let table = miniature("compare engineer senior-engineer --format tsv --fields kind,id,region,role,weight,median");
    let rows: Vec<String> = table.answered().lines().map(|row| row.replace('\t', "|")).collect();
    assert_eq!(
        rows[..3],
        ["kind|id|region|role|weight|median", "role|engineer||engineer||", "role|senior-engineer||senior-engineer||"]
    );
    assert!(rows.contains(&"competency|operations||engineer|51|".to_owned()), "{rows:#?}");
    assert!(rows.contains(&"competency|operations||senior-engineer|87|".to_owned()), "{rows:#?}");
    assert!(rows.contains(&"salary||us|senior-engineer||150000".to_owned()), "{rows:#?}");
}

#[test]
fn a_line_has_all_roles_side_by_side() {
    let lines = miniature("compare engineer senior-engineer cto").answered();
    let git: Vec<&str> = lines.lines().filter(|line| line.starts_with("tool ") && line.contains("Git")).collect();
    assert_eq!(git, ["tool        Git      engineer practitioner  senior-engineer practitioner  cto awareness"]);
}

/// Whatever their titles, two roles stand side by side in 80 columns.
#[test]
fn two_roles_of_long_names_are_a_table() {
    let line = "compare senior-director-engineering machine-learning-engineer --format page --width 80";
    let page = builtin(line).answered();
    let row = page.lines().find(|line| line.contains("Ownership and autonomy")).expect("it is compared");
    assert!(row.contains("78 expert") && row.contains("59 working"), "{row}");
    assert!(page.lines().all(|line| line.chars().count() <= 80), "{page}");
}
