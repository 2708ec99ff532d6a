//! Roles side by side.

use snapbox::{assert_data_eq, str};

use crate::pay::prepared;
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

  id               title            level       family
  engineer         Engineer         mid (3)     Engineering
  senior-engineer  Senior Engineer  senior (4)  Engineering

Competencies                           weight · level · most apart by both first
  competency                              ○ engineer     ● senior-engineer  diff
  Operations and reliability  ┈┈┈┈┈○──●┈   51 ●○○○        87 ●●●○             36
  People leadership           ┈┈2┈┈┈┈┈┈┈   26 ●○○○        26 ●●●○              0
  Architecture                ┈┈┈┈┈┈┈○●┈   82 ●●●○        87 ●●●○              5
  Quality                     ┈┈┈┈┈○●┈┈┈   60 ●●●○        62 ●●●○              2
  Technology strategy         ┈┈2┈┈┈┈┈┈┈   25 not rated   25 not rated         0
  2 so many here  ●○○○ awareness  ●●○○ working  ●●●○ practitioner  ●●●● expert

Tools                                          proficiency expected is editorial
  tool  engineer      senior-engineer
  Git   practitioner  practitioner
  C++   practitioner  expert
  only in engineer
                 C   Python
  only in senior-engineer
                 SQL   Jenkins

Salary           regions with a figure of one source for all; gross unless noted
  No region has figures of one source that tell them apart.
  What each is paid: roles salary engineer senior-engineer

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

  id               title            level       family
  engineer         Engineer         mid (3)     Engineering
  senior-engineer  Senior Engineer  senior (4)  Engineering

Competencies                           weight · level · most apart by both first
  competency                                 ○ engineer  ● senior-engineer  diff
  Operations and reliability  ┈┈┈┈┈┈○───●┈┈   51 ●○○○     87 ●●●○             36
  People leadership           ┈┈┈2┈┈┈┈┈┈┈┈┈   26 ●○○○     26 ●●●○              0
  Architecture                ┈┈┈┈┈┈┈┈┈┈2┈┈   82 ●●●○     87 ●●●○              5
  Quality                     ┈┈┈┈┈┈┈2┈┈┈┈┈   60 ●●●○     62 ●●●○              2
  2 so many here  ●○○○ awareness  ●●○○ working  ●●●○ practitioner  ●●●● expert

Tools                                          proficiency expected is editorial
  tool  engineer      senior-engineer
  C++   practitioner  expert
  only in engineer
                 C   Python
  only in senior-engineer
                 SQL   Jenkins

Salary           regions with a figure of one source for all; gross unless noted
  No region has figures of one source that tell them apart.
  What each is paid: roles salary engineer senior-engineer

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

  id               title
  engineer         Engineer
  senior-engineer  Senior Engineer
  cto              Chief Technology Officer

Competencies
  weight · level · most apart by both first
  competency                                  diff
    ○ engineer  ● senior-engineer  ◇ cto
  People leadership           ┈┈┈2─────────◇    74
    ○  26 ●○○○       ●  26 ●●●○
    ◇ 100 ●●●●
  Operations and reliability  ┈┈┈◇───○───●┈┈    62
    ○  51 ●○○○       ●  87 ●●●○
    ◇  25 ●○○○
  Technology strategy         ┈┈┈2────────◇┈    71
    ○  25 not rated  ●  25 not rated
    ◇  96 ●●●○
  Quality                     ┈┈┈◇────2┈┈┈┈┈    37
    ○  60 ●●●○       ●  62 ●●●○
    ◇  25 ●○○○
  Architecture                ┈┈┈┈┈┈┈┈◇──2┈┈    26
    ○  82 ●●●○       ●  87 ●●●○
    ◇  61 ●●○○
  2 so many here  ●○○○ awareness  ●●○○ working
  ●●●○ practitioner  ●●●● expert

Tools            proficiency expected is editorial
  tool  engineer      senior-engineer  cto
  C++   practitioner  expert           –
  Git   practitioner  practitioner     awareness
  only in engineer
    C   Python
  only in senior-engineer
    SQL   Jenkins

Salary
  regions with a figure of one source for all;
  gross unless noted
  No region has figures of one source that tell
  them apart.
  What each is paid:
  roles salary engineer senior-engineer cto

How far apart                    fewest promotions
  engineer to senior-engineer: 1 step
  engineer to cto: 4 steps
  senior-engineer to cto: 3 steps
  no ladder leads otherwise

"#]]
    );
}

#[test]
fn a_row_of_tsv_is_a_fact_and_a_role() {
    let table = prepared("compare engineer senior-engineer --format tsv --fields kind,id,region,role,weight,median");
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
    assert!(row.contains("78 ●●●●") && row.contains("59 ●●○○"), "{row}");
    assert!(page.lines().all(|line| line.chars().count() <= 80), "{page}");
}

/// Of four roles there is no room for their ids in a row: no name of a role or a competency is cut for that.
#[test]
fn no_role_or_competency_is_cut_on_a_narrow_page() {
    const ROLES: [(&str, &str); 4] = [
        ("cto", "Chief Technology Officer"),
        ("vp-engineering", "VP of Engineering"),
        ("senior-software-engineer", "Senior Software Engineer"),
        ("senior-engineering-manager", "Senior Engineering Manager"),
    ];
    let ids = ROLES.map(|(id, _)| id).join(" ");
    for width in [60, 80, 100, 120] {
        let page = builtin(&format!("compare {ids} --region us --format page --width {width}")).answered();
        let lines: Vec<&str> = page.lines().map(str::trim_end).collect();
        let under = |heading: &str| lines.iter().position(|line| line.starts_with(heading)).expect("it is there");
        let (competencies, tools) = (under("Competencies"), under("Tools"));
        assert!(!lines[..tools].iter().any(|line| line.contains('…')), "{width}: {page}");
        for ((id, title), mark) in ROLES.iter().zip(["○", "●", "◇", "◆"]) {
            let is_row = |line: &&&str| line.trim_start().starts_with(id) && line.contains(title);
            assert!(lines[..competencies].iter().find(is_row).is_some(), "{width}: {id}: {page}");
            let head = lines[competencies + 1..].iter().take(5).fold(String::new(), |all, line| all + line);
            let is_whole = head.contains(&format!("{mark} {id}"));
            assert!(is_whole || width > 80 && head.contains(&format!("{mark} ")), "{width}: {id}: {page}");
        }
        assert!(page.contains("Business and commercial"), "{width}: {page}");
        assert!(!lines[tools..].iter().any(|line| line.contains("senior-…") || line.contains("senior-so…")), "{page}");
    }
}

/// There are marks for six roles. Of seven nothing is drawn, and none is left out.
#[test]
fn any_number_of_roles_stands_side_by_side() {
    let ids = ["cto", "cio", "sre", "vp-engineering", "ciso", "platform-engineer", "engineering-manager"];
    let is_level = |word: &&str| word.chars().count() == 4 && word.chars().all(|c| matches!(c, '●' | '○'));
    for count in [2, 4, 5, 6, 7] {
        let asked = format!("compare {} --region us", ids[..count].join(" "));
        let rows = builtin(&format!("{asked} --format tsv")).answered();
        let levels = rows.lines().filter(|line| line.starts_with("competency\t")).count();
        for width in [80, 120, 160] {
            let page = builtin(&format!("{asked} --format page --width {width}")).answered();
            let (_, below) = page.split_once("\nCompetencies").expect("there are some");
            let (competencies, _) = below.split_once("\nTools").expect("there are some");
            // Four more say what the marks stand for.
            let drawn = competencies.split_whitespace().filter(is_level).count();
            assert_eq!(drawn, levels + 4, "{count}, {width}: {page}");
        }
    }
}
