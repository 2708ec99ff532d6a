//! Grades within a role, and a company's bands beside what is published: a small company laid over the miniature
//! catalog, and one that stands alone.

use snapbox::{assert_data_eq, str};

use crate::bands::told;
use crate::support::{Roles, Scratch, builtin, repository, run};

/// The ladder of Quayside, laid over the miniature catalog. A word with a blank is written with `~`.
fn quayside(line: &str) -> String {
    let roles = Roles::builtin().words("--no-builtin --catalog miniature --catalog graded");
    let roles = line.split(' ').fold(roles, |roles, word| roles.arg(word.replace('~', " ")));
    roles.folder(&repository("tests")).run().to_string()
}

/// A treasury's words and regions, with what its pay is by default.
pub fn treasury(name: &str, regions: &str) -> Scratch {
    let scratch = Scratch::new(name);
    scratch.write("vocabulary/families.yaml", "- {id: treasury, title: Treasury, definition: Money.}\n");
    scratch.write("vocabulary/tracks.yaml", "- {id: makers, title: Makers, definition: Makers.}\n");
    scratch.write("vocabulary/levels.yaml", "- {rank: 1, definition: Learns., names: [{track: makers, name: M1}]}\n");
    scratch.write("vocabulary/regions.yaml", regions);
    scratch.write(
        "vocabulary/competencies.yaml",
        "- id: counting\n  title: Counting\n  definition: Counting.\n  levels: {awareness: A., working: W., practitioner: P., expert: E.}\n",
    );
    scratch.write(
        "vocabulary/sources.yaml",
        "- {id: bands, title: Bands, publisher: Bank, licence: internal, kind: payroll, credit: Bank.}\n",
    );
    scratch.write(
        "catalog.yaml",
        "pay: {region: town, source: bands, currency: EUR, per: year, basis: gross, kind: earned, year: 2026}\n",
    );
    scratch
}

const ALONE: &str = "title: Teller\nfamily: treasury\ntrack: makers\nlevel: 1\nsummary: Counts what comes in.\n";

/// A catalog that stands alone, with one role and the grades that are given.
fn alone(name: &str, grades: &str) -> Scratch {
    let scratch = treasury(name, "- {id: town, name: Our town, level: country, currency: EUR}\n");
    scratch.write("teller.yaml", format!("{ALONE}{grades}"));
    scratch
}

#[test]
fn a_page_has_the_grades_of_its_role() {
    let checked = Roles::builtin().words("--no-builtin check --catalog miniature graded");
    assert_eq!(checked.folder(&repository("tests")).run().to_string(), "");
    assert_data_eq!(
        quayside("show crane-engineer --format page --width 80"),
        str![[r#"
Crane Engineer                                                    crane-engineer
Engineering · mid, individual contributor · also Crane Developer · from Quayside
ladder

  Keeps the programs of the cranes running, and the cranes with them.

Competencies                                weight 0 to 100 · confidence · level
  Operations and reliability  80  C  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●┈┈┈┈┈  ●●○○  working
  Architecture                40  C  ┈┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  ●○○○  awareness

What is expected
  Operations and reliability: Answers the horn.

Grades                    within the role, lowest first · pay in EUR/yr, Germany
  grade  name                pay               years
  L3     Crane Engineer I    50,000 to 58,000  one or two
  L4     Crane Engineer II   56,000 to 68,000
  L5     Crane Engineer III  66,000 to 78,000  six
  L3             Operations and reliability awareness: Follows the checklist.
  L5             Operations and reliability practitioner: Writes the checklist.
                   · Halts a crane that others would run.
                 Architecture working

Salary by region         p25, median, p75 and n as published, gross unless noted
  bands by grade                       Quayside bands, EUR/yr, 2026, 0 to 78,000
  Germany, L3           50,000  54,000  58,000                    ─●──         –
  Germany, L4           56,000  62,000  68,000                      ──●──      –
  Germany, L5           66,000  72,000  78,000                          ──●──  –
  Remote in the EU, L4       –  60,000       –                                 –

Tools                                                   proficiency is editorial
  working        Git

Getting in        what people hold and adverts ask; an occupation is not a grade
  No public figure.

Outlook                                      of the occupation, not of the grade
  No public figure.

Career
  from  Engineer       engineer       Quayside ladder
  to    Harbor Master  harbor-master  from L5; Quayside ladder

1 source. Where a figure comes from:
roles --no-builtin --catalog miniature --catalog graded why crane-engineer
operations
How people get there:
roles --no-builtin --catalog miniature --catalog graded path crane-engineer

"#]]
    );
    assert_data_eq!(
        quayside("show crane-engineer --section grades"),
        str![[r#"
grade          L3  Crane Engineer I  one or two  50,000 to 58,000 EUR/yr, Germany
grade-alias    L3  Junior Crane Engineer
grade-level    L3  Operations and reliability  awareness
grade-expects  L3  Operations and reliability  Follows the checklist.
grade          L4  Crane Engineer II   56,000 to 68,000 EUR/yr, Germany
grade          L5  Crane Engineer III  six                               66,000 to 78,000 EUR/yr, Germany
grade-level    L5  Operations and reliability  practitioner
grade-expects  L5  Operations and reliability  Writes the checklist.
grade-expects  L5  Operations and reliability  Halts a crane that others would run.
grade-level    L5  Architecture  working

"#]]
    );
    assert_data_eq!(
        quayside("show crane-engineer --grade L5 --format page --width 80"),
        str![[r#"
Crane Engineer III (L5)                                           crane-engineer
a grade of Crane Engineer · Engineering · mid, individual contributor · also
Crane Developer · from Quayside ladder

  Keeps the programs of the cranes running, and the cranes with them.

Competencies                                weight 0 to 100 · confidence · level
  Operations and reliability  80  C  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●┈┈┈┈  ●●●○  practitioner
  Architecture                40  C  ┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈  ●●○○  working

What is expected
  Operations and reliability: Writes the checklist. · Halts a crane that others
  would run.

Grades                    within the role, lowest first · pay in EUR/yr, Germany
  grade  name                pay               years
  L3     Crane Engineer I    50,000 to 58,000  one or two
  L4     Crane Engineer II   56,000 to 68,000
  L5     Crane Engineer III  66,000 to 78,000  six
  L3             Operations and reliability awareness: Follows the checklist.
  L5             Operations and reliability practitioner: Writes the checklist.
                   · Halts a crane that others would run.
                 Architecture working

Salary by region         p25, median, p75 and n as published, gross unless noted
  Germany, L5  66,000  72,000  78,000  exact EUR/yr, 2026, Quayside bands      –

Tools                                                   proficiency is editorial
  working        Git

Getting in        what people hold and adverts ask; an occupation is not a grade
  No public figure.

Outlook                                      of the occupation, not of the grade
  No public figure.

Career
  from  Engineer       engineer       Quayside ladder
  to    Harbor Master  harbor-master  from L5; Quayside ladder

1 source. Where a figure comes from:
roles --no-builtin --catalog miniature --catalog graded why crane-engineer
operations
How people get there:
roles --no-builtin --catalog miniature --catalog graded path crane-engineer

"#]]
    );
    assert_data_eq!(
        quayside(
            "show crane-engineer --section grades --format tsv --fields kind,grade,id,title,proficiency,text,median"
        ),
        str![[r#"
kind	grade	id	title	proficiency	text	median
grade	L3		Crane Engineer I			54000
grade-alias	L3		Junior Crane Engineer			
grade-level	L3	operations	Operations and reliability	awareness		
grade-expects	L3	operations	Operations and reliability		Follows the checklist.	
grade	L4		Crane Engineer II			62000
grade	L5		Crane Engineer III			72000
grade-level	L5	operations	Operations and reliability	practitioner		
grade-expects	L5	operations	Operations and reliability		Writes the checklist.	
grade-expects	L5	operations	Operations and reliability		Halts a crane that others would run.	
grade-level	L5	architecture	Architecture	working		

"#]]
    );
    assert_data_eq!(
        quayside("show crane-engineer --section grades --format md"),
        str![[r#"
# Crane Engineer `crane-engineer`

Engineering · mid, individual contributor · also Crane Developer · from Quayside ladder

## Grades

*within the role, lowest first · pay in EUR/yr, Germany*

| grade | name | pay | years |
| --- | --- | --- | --- |
| L3 | Crane Engineer I | 50,000 to 58,000 | one or two |
| L4 | Crane Engineer II | 56,000 to 68,000 |  |
| L5 | Crane Engineer III | 66,000 to 78,000 | six |

- **L3**: Operations and reliability awareness: Follows the checklist.
- **L5**: Operations and reliability practitioner: Writes the checklist. · Halts a crane that others would run., Architecture working

"#]]
    );
}

#[test]
fn a_name_of_a_grade_finds_the_role_and_says_the_grade() {
    let found: String = [
        "show Crane~Engineer~II --section summary",
        "show junior crane engineer --section summary",
        "show L4 --section summary",
        "show crane-engineer L5 --section summary",
        "show crane engineer --section summary",
        "show Crane~Engineer~III~(m/w/d) --section summary",
        "show crane-engineer --grade L9",
        "show harbor-master --grade L9",
        "title Crane~Engineer~II --format tsv",
        "next Crane~Engineer~II",
    ]
    .map(quayside)
    .concat();
    assert_data_eq!(
        found,
        str![[r#"
role     L4 crane-engineer  Crane Engineer  Engineering  mid
alias    Crane Developer
summary  Keeps the programs of the cranes running, and the cranes with them.
------- stderr -------
note: `Crane Engineer II` is grade `L4` of `crane-engineer`
role     L3 crane-engineer  Crane Engineer  Engineering  mid
alias    Crane Developer
summary  Keeps the programs of the cranes running, and the cranes with them.
------- stderr -------
note: `junior crane engineer` is grade `L3` of `crane-engineer`
role     L4 crane-engineer  Crane Engineer  Engineering  mid
alias    Crane Developer
summary  Keeps the programs of the cranes running, and the cranes with them.
------- stderr -------
note: `L4` is grade `L4` of `crane-engineer`
role     L5 crane-engineer  Crane Engineer  Engineering  mid
alias    Crane Developer
summary  Keeps the programs of the cranes running, and the cranes with them.
------- stderr -------
note: `crane-engineer L5` is grade `L5` of `crane-engineer`
role     crane-engineer  Crane Engineer  Engineering  mid
alias    Crane Developer
summary  Keeps the programs of the cranes running, and the cranes with them.
role     L5 crane-engineer  Crane Engineer  Engineering  mid
alias    Crane Developer
summary  Keeps the programs of the cranes running, and the cranes with them.
------- stderr -------
note: showing `crane-engineer`; `Crane Engineer III (m/w/d)` is grade `L5` of `crane-engineer`
------- stderr -------
error: `crane-engineer` has no grade `L9`
hint: its grades: L3, L4, L5
[exit code: 2]
------- stderr -------
error: `harbor-master` has no grade `L9`
hint: it has no grades: leave `--grade` out; `grades:` of harbor-master.yaml states some
[exit code: 2]
title	verdict	role	score	how	step	step_found	set_aside	candidates	grade
Crane Engineer II	shown	crane-engineer	1.00	exact					L4
harbor-master  Harbor Master  staff  1  from L5; Quayside ladder
------- stderr -------
note: `Crane Engineer II` is grade `L4` of `crane-engineer`

"#]]
    );
}

#[test]
fn bands_of_two_grades_stand_in_one_region() {
    assert_data_eq!(
        quayside("salary crane-engineer"),
        str![[r#"
crane-engineer  Germany           de         50,000  54,000  58,000  EUR/year  2026  n=-  gross  quay-bands  exact    grade L3
crane-engineer  Germany           de         56,000  62,000  68,000  EUR/year  2026  n=-  gross  quay-bands  exact    grade L4
crane-engineer  Germany           de         66,000  72,000  78,000  EUR/year  2026  n=-  gross  quay-bands  exact    grade L5
crane-engineer  Remote in the EU  remote-eu       -  60,000       -  EUR/year  2026  n=-  gross  quay-bands  exact    grade L4

"#]]
    );
    assert_data_eq!(
        quayside("salary crane-engineer --format page --width 80"),
        str![[r#"
Crane Engineer: salary                                            crane-engineer
  region                   p25  median     p75                                 n
  bands by grade                       Quayside bands, EUR/yr, 2026, 0 to 78,000
  Germany, L3           50,000  54,000  58,000                    ─●──         –
  Germany, L4           56,000  62,000  68,000                      ──●──      –
  Germany, L5           66,000  72,000  78,000                          ──●──  –
  Remote in the EU, L4       –  60,000       –                                 –

  As published: nothing is converted or averaged. Where a figure comes from:
  roles --no-builtin --catalog miniature --catalog graded why crane-engineer de

"#]]
    );
    assert_data_eq!(
        quayside(
            "salary crane-engineer --grade L4 --region de-quay --format tsv --fields role,grade,region,median,note"
        ),
        str![[r#"
role	grade	region	median	note
crane-engineer	L4	de-quay	66000	

"#]]
    );
    assert_data_eq!(
        quayside("salary --region remote-eu"),
        str![[r#"
crane-engineer  Remote in the EU  remote-eu  -  60,000  -  EUR/year  2026  n=-  gross  quay-bands  exact    grade L4

"#]]
    );
    assert_data_eq!(
        quayside("salary crane-engineer --region de-quay --format page --width 80"),
        str![[r#"
Crane Engineer: salary                                            crane-engineer
  region        p25  median  p75                                               n
  The quay, L3    –  57,000    –  exact EUR/yr, 2026, Quayside bands           –
  The quay, L4    –  66,000    –  exact EUR/yr, 2026, Quayside bands           –
  The quay, L3: With the allowance for the quay.

  As published: nothing is converted or averaged. Where a figure comes from:
  roles --no-builtin --catalog miniature --catalog graded why crane-engineer
  de-quay

"#]]
    );
}

#[test]
fn grades_are_steps_of_a_path_and_the_measure_of_a_gap() {
    assert_data_eq!(
        quayside("path engineer harbor-master --region de --format page --width 80"),
        str![[r#"
Engineer → Harbor Master                                                 4 steps

  Engineer  engineer
  │ Quayside ladder
  │ grows:
  │ Operations and reliability  51 to 80  ┈┈┈┈┈○──●┈┈  ●○○○         awareness
  │ median pay in Germany: 60,000 to 54,000 EUR/year (-10%), gross, Quayside
  │ bands, 2026: “Engineer” (exact) to “Crane Engineer I” (exact)
  ▼ Crane Engineer I (L3)  crane-engineer
  │ within the role; Quayside ladder
  │ grows:
  │ Operations and reliability  80 to 80  ┈┈┈┈┈┈┈┈2┈┈  ●○○○ → ●●○○  working
  │ median pay in Germany: 54,000 to 62,000 EUR/year (+15%), gross, Quayside
  │ bands, 2026: “Crane Engineer I” (exact) to “Crane Engineer II” (exact)
  ▼ Crane Engineer II (L4)  crane-engineer
  │ within the role; Quayside ladder
  │ grows:
  │ Operations and reliability  80 to 80  ┈┈┈┈┈┈┈┈2┈┈  ●●○○ → ●●●○  practitioner
  │ Architecture                40 to 40  ┈┈┈┈2┈┈┈┈┈┈  ●○○○ → ●●○○  working
  │ median pay in Germany: 62,000 to 72,000 EUR/year (+16%), gross, Quayside
  │ bands, 2026: “Crane Engineer II” (exact) to “Crane Engineer III” (exact)
  ▼ Crane Engineer III (L5)  crane-engineer
  │ Quayside ladder
  │ grows:
  │ Operations and reliability  80 to 90  ┈┈┈┈┈┈┈┈○●┈  ●●●○ → ●●●●  expert
  │ median pay in Germany: 72,000 to 95,000 EUR/year (+32%), gross, Quayside
  │ bands, 2026: “Crane Engineer III” (exact) to “Harbor Master” (exact)
  ▼ Harbor Master  harbor-master

  2 so many here
  More:
  roles --no-builtin --catalog miniature --catalog graded path engineer
  harbor-master --max 5

"#]]
    );
    assert_data_eq!(
        quayside("path engineer harbor-master"),
        str![[r#"
step  1.1  engineer        crane-engineer  Quayside ladder                   grows: Operations and reliability 51 to 80  grades: none to L3
step  1.2  crane-engineer  crane-engineer  within the role; Quayside ladder  grows: Operations and reliability 80 to 80 (awareness to working)  grades: L3 to L4
step  1.3  crane-engineer  crane-engineer  within the role; Quayside ladder  grows: Operations and reliability 80 to 80 (working to practitioner), Architecture 40 to 40 (awareness to working)  grades: L4 to L5
step  1.4  crane-engineer  harbor-master   Quayside ladder                   grows: Operations and reliability 80 to 90 (practitioner to expert)  grades: L5 to none

"#]]
    );
    assert_data_eq!(
        quayside("path crane~engineer~i crane~engineer~iii --region de --format page --width 80"),
        str![[r#"
Crane Engineer I (L3) → Crane Engineer III (L5)                          2 steps

  Crane Engineer I (L3)  crane-engineer
  │ within the role; Quayside ladder
  │ grows:
  │ Operations and reliability  80 to 80  ┈┈┈┈┈┈┈┈2┈┈  ●○○○ → ●●○○  working
  │ median pay in Germany: 54,000 to 62,000 EUR/year (+15%), gross, Quayside
  │ bands, 2026: “Crane Engineer I” (exact) to “Crane Engineer II” (exact)
  ▼ Crane Engineer II (L4)  crane-engineer
  │ within the role; Quayside ladder
  │ grows:
  │ Operations and reliability  80 to 80  ┈┈┈┈┈┈┈┈2┈┈  ●●○○ → ●●●○  practitioner
  │ Architecture                40 to 40  ┈┈┈┈2┈┈┈┈┈┈  ●○○○ → ●●○○  working
  │ median pay in Germany: 62,000 to 72,000 EUR/year (+16%), gross, Quayside
  │ bands, 2026: “Crane Engineer II” (exact) to “Crane Engineer III” (exact)
  ▼ Crane Engineer III (L5)  crane-engineer

  2 so many here
  Its grades:
  roles --no-builtin --catalog miniature --catalog graded show crane-engineer
  --section grades
------- stderr -------
note: `crane engineer i` is grade `L3` of `crane-engineer`
note: `crane engineer iii` is grade `L5` of `crane-engineer`

"#]]
    );
    assert_data_eq!(
        quayside(
            "path engineer harbor-master --region de --format tsv --fields from,from_grade,to,to_grade,pay_from,pay_to"
        ),
        str![[r#"
from	from_grade	to	to_grade	pay_from	pay_to
engineer		crane-engineer	L3	60000	54000
crane-engineer	L3	crane-engineer	L4	54000	62000
crane-engineer	L4	crane-engineer	L5	62000	72000
crane-engineer	L5	harbor-master		72000	95000

"#]]
    );
    assert_data_eq!(
        quayside("compare crane~engineer~i crane~engineer~iii --differences"),
        str![[r#"
role        L3 crane-engineer  Crane Engineer  Engineering  mid
role        L5 crane-engineer  Crane Engineer  Engineering  mid
competency  Operations and reliability  0  L3 crane-engineer 80 awareness  L5 crane-engineer 80 practitioner
competency  Architecture                0  L3 crane-engineer 40 awareness  L5 crane-engineer 40 working
expects     Operations and reliability  L3 crane-engineer  Follows the checklist.
expects     Operations and reliability  L5 crane-engineer  Writes the checklist.
expects     Operations and reliability  L5 crane-engineer  Halts a crane that others would run.
salary      Germany  de  L3 crane-engineer 54,000  L5 crane-engineer 72,000  EUR/year  2026  gross  quay-bands  L3 crane-engineer exact: "Crane Engineer I"  L5 crane-engineer exact: "Crane Engineer III"
distance    L3 crane-engineer  L5 crane-engineer  2 steps
distance    L5 crane-engineer  L3 crane-engineer  no ladder
------- stderr -------
note: `crane engineer i` is grade `L3` of `crane-engineer`
note: `crane engineer iii` is grade `L5` of `crane-engineer`

"#]]
    );
    let scratch = Scratch::new("graded-gap");
    scratch.write("me.yaml", "competencies: {operations: working}\ntools: {git: working}\n");
    let gap = |grade: &str| {
        let roles = Roles::builtin().words("--no-builtin --catalog").arg(repository("tests/miniature"));
        let roles =
            roles.words("--catalog").arg(repository("tests/graded")).words("gap crane-engineer --profile me.yaml");
        roles.words(grade).folder(scratch.path()).run().to_string()
    };
    assert_data_eq!(
        gap("--grade L3") + &gap("--grade L5"),
        str![[r#"
fit          crane-engineer  Crane Engineer I (L3)  73%    not said: 1, counted as none
missing      architecture  40  not said  awareness  awareness  Can read a drawing of the system.
met          operations
no-evidence  people
no-evidence  strategy
no-evidence  quality
fit          crane-engineer  Crane Engineer III (L5)  55%    not said: 1, counted as none
missing      architecture  40  not said  working       awareness     Can read a drawing of the system.
missing      operations    80  working   practitioner  practitioner  Writes the runbook.
expects      operations  Writes the checklist.
expects      operations  Halts a crane that others would run.
no-evidence  people
no-evidence  strategy
no-evidence  quality

"#]]
    );
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn beside_a_band_stands_what_is_published() {
    assert_data_eq!(
        quayside("salary engineer --format page --width 80"),
        str![[r#"
Engineer: salary                                                        engineer
  region          p25   median  p75                                            n
  Germany           –   60,000    –  exact EUR/yr, 2026, Quayside bands        –
  United States     –  110,000    –  exact USD/yr, 2026, Quayside bands        –
  United Kingdom    –   50,000    –                                        2,000
    proxy, all ranks GBP/yr, Bureau 2025, “Computing people”
  Germany: Without the bonus. · published: 60,000 EUR/year, total pay, Survey
  2025: “Engineers” (exact, all ranks, n=60); not comparable: pay before tax,
  after tax or in total
  United States: published: 110,000 USD/year, total pay, Survey 2025:
  “Engineers” (exact, all ranks, n=80); not comparable: pay before tax, after
  tax or in total

  As published: nothing is converted or averaged. proxy: published under the
  label of a broader group. all ranks: of everybody in the trade, and not the
  role's own. Where a figure comes from:
  roles --no-builtin --catalog miniature --catalog graded why engineer de

"#]]
    );
    assert_data_eq!(
        quayside("show engineer --section salary --format page --width 80"),
        str![[r#"
Engineer                                                                engineer
Engineering · mid, individual contributor · also Software Engineer, Developer ·
from miniature · salary from Quayside ladder
ladder: junior · mid · senior · no staff · principal engineer

Salary by region         p25, median, p75 and n as published, gross unless noted
  Germany         –   60,000  –  exact EUR/yr, 2026, Quayside bands            –
  United States   –  110,000  –  exact USD/yr, 2026, Quayside bands            –
  United Kingdom  –   50,000  –                                            2,000
    proxy, all ranks GBP/yr, Bureau 2025, “Computing people”
  Germany: Without the bonus. · published: 60,000 EUR/year, total pay, Survey
  2025: “Engineers” (exact, all ranks, n=60); not comparable: pay before tax,
  after tax or in total
  United States: published: 110,000 USD/year, total pay, Survey 2025:
  “Engineers” (exact, all ranks, n=80); not comparable: pay before tax, after
  tax or in total

3 sources. Where a figure comes from:
roles --no-builtin --catalog miniature --catalog graded why engineer de
How people get there:
roles --no-builtin --catalog miniature --catalog graded path engineer

"#]]
    );
    assert_data_eq!(
        quayside(
            "salary engineer --region us --format tsv --fields role,region,median,published_median,published_source,published_difference,published_note"
        ),
        str![[r#"
role	region	median	published_median	published_source	published_difference	published_note
engineer	us	110000	110000	survey		not comparable: pay before tax, after tax or in total

"#]]
    );
    // A role that stands for a built-in one, and one that has its title.
    let scratch = Scratch::new("graded-beside");
    scratch.write(
        "vocabulary/sources.yaml",
        "- {id: bands, title: Bands, publisher: Bank, licence: internal, kind: payroll, credit: Bank.}\n",
    );
    let salary = "salary: [{region: us, source: bands, currency: USD, per: year, basis: gross, kind: earned, year: 2026, median: 150000}]\n";
    let role = |title: &str, more: &str| {
        format!("title: {title}\nfamily: security\ntrack: management\nlevel: 4\nsummary: S.\n{salary}{more}")
    };
    scratch.write("head-of-boxes.yaml", role("Head of Boxes", "replaces: it-manager\n"));
    scratch.write("our-analyst.yaml", role("Data Analyst", ""));
    let asked = "--catalog . salary head-of-boxes our-analyst --region us --format tsv --fields role,published_role,published_median,published_difference,published_note";
    assert_data_eq!(
        run(&scratch, asked).to_string(),
        str![[r#"
role	published_role	published_median	published_difference	published_note
head-of-boxes	it-manager	144000		not comparable: not both earned, offered or advertised
our-analyst	data-analyst	90000		not comparable: not both earned, offered or advertised

"#]]
    );
}

#[test]
fn what_a_catalog_says_of_itself_is_shown() {
    let sources = quayside("sources --format page --width 80");
    let catalogs: Vec<&str> = sources.lines().skip_while(|line| !line.starts_with("Catalogs")).collect();
    assert_data_eq!(
        catalogs.join("\n") + "\n",
        str![[r#"
Catalogs                                                what each says of itself
  graded: Quayside ladder, of Quayside, written in `en`

  Nothing is averaged, converted or guessed; what no source says is marked
  editorial.

"#]]
    );
    assert_data_eq!(
        quayside("show engineer harbor-master --section summary --format page --width 80"),
        str![[r#"
Engineer                                                                engineer
Engineering · mid, individual contributor · also Software Engineer, Developer ·
from miniature · salary from Quayside ladder
ladder: junior · mid · senior · no staff · principal engineer

  Builds whole features, from the request to the day they are used.


Harbor Master                                                      harbor-master
Engineering · staff, individual contributor · from Quayside ladder

  Says which ship moors where.

"#]]
    );
}

#[test]
fn a_catalog_alone_may_have_grades() {
    let grades = "grades:\n- {id: T1, title: Teller I, competencies: [{competency: counting, level: working}], salary: [{median: 30000}]}\n\
                  - {id: T2, title: Teller II, competencies: [{competency: counting, level: expert, expects: Counts blind.}], salary: [{median: 36000}]}\n";
    let scratch = alone("graded-alone", grades);
    assert_data_eq!(run(&scratch, "--no-builtin check .").to_string(), str![]);
    assert_data_eq!(
        run(&scratch, "--no-builtin --catalog . show teller ii").to_string(),
        str![[r#"
role           T2 teller  Teller  Treasury  M1
summary        Counts what comes in.
competency     Counting  50  expert  C  no weight stated: weighs as every other without one
expects        Counting  Counts blind.
grade          T1  Teller I  30,000 EUR/yr, Our town
grade-level    T1  Counting  working
grade          T2  Teller II  36,000 EUR/yr, Our town
grade-level    T2  Counting  expert
grade-expects  T2  Counting  Counts blind.
salary         Our town  town  -  36,000  -  EUR/year  2026  n=-  gross  bands  exact    grade T2
getting-in     no public figure
outlook        no public figure
next           none listed yet
------- stderr -------
note: `teller ii` is grade `T2` of `teller`

"#]]
    );
    assert_data_eq!(
        run(&scratch, "--no-builtin --catalog . export teller").to_string(),
        str![[r#"
family,role,rank,competency,expected,weight,text
Treasury,Teller,1,Counting,,,
------- stderr -------
note: grades within a role are left out: `teller`; `roles show teller --section grades --format csv` writes them

"#]]
    );
}

#[test]
fn faults_of_grades_are_told_where_they_stand() {
    let grades = "grades:\n- {id: T1, title: Teller I, salary: [{median: 40000}]}\n- {id: t1, title: Teller I}\n\
                  - {id: T3, title: Teller III, aliases: [''], competencies: [{competency: conting, level: working}]}\n\
                  - {id: T4, title: Teller IV, competencies: [{competency: counting, weight: 3}]}\n";
    let scratch = alone("graded-faults", grades);
    assert_data_eq!(
        run(&scratch, "--no-builtin check .").to_string(),
        str![[r#"
teller.yaml:10:68: unknown-field: no field is called `weight` (the fields are: competency, level, expects)
[exit code: 1]

"#]]
    );
    let grades = "grades:\n- {id: T1, title: Teller I, salary: [{median: 40000}, {median: 41000}]}\n- {id: T2, title: Teller II, competencies: [{competency: conting}, {competency: counting}, {competency: counting}]}\n- {id: T2, title: Teller I}\n";
    let scratch = alone("graded-faults-too", grades);
    assert_data_eq!(
        run(&scratch, "--no-builtin check .").to_string(),
        str![[r#"
teller.yaml:7:55: duplicate-entry: `town` stands in this list twice (take one of the two out)
teller.yaml:8:58: unknown-competency: no competency is called `conting` (did you mean `counting`? the only competency is `counting`)
teller.yaml:8:105: duplicate-entry: `counting` stands in this list twice (take one of the two out)
teller.yaml:9:8: duplicate-entry: `T2` is a grade of this role already (take one of the two out, or give it a name of its own)
teller.yaml:9:19: duplicate-entry: `Teller I` is a grade of this role already (take one of the two out, or give it a name of its own)
[exit code: 1]

"#]]
    );
    let grades = "grades:\n- {id: T1, title: Teller I, salary: [{median: 40000}]}\n- {id: T2, title: Teller II, salary: [{median: 39000}]}\n";
    let scratch = alone("graded-falling", grades);
    assert_data_eq!(
        run(&scratch, "--no-builtin check .").to_string(),
        str![[r#"
teller.yaml:8:8: warning: falling-band: `T2` is paid less than `T1` in `town` (exchange the bands, or put the grades into their order; leave it, where it is meant)

"#]]
    );
    // A name that another role holds.
    scratch.write("other.yaml", ALONE.replace("Teller", "Other") + "aliases: [Teller II]\n");
    assert_data_eq!(
        run(&scratch, "--no-builtin check .").to_string(),
        str![[r#"
teller.yaml:8:19: two-roles-one-name: the name `Teller II` already finds `other` (take it out of `teller`, or of `other`: a name finds one role)
[exit code: 1]

"#]]
    );
}

#[test]
fn a_grade_that_several_roles_have_is_asked_for_with_its_role() {
    let scratch = alone("graded-twice", "grades: [{id: T1, title: Teller I}]\n");
    scratch.write("other.yaml", ALONE.replace("Teller", "Other") + "grades: [{id: T1, title: Other I}]\n");
    assert_data_eq!(
        run(&scratch, "--no-builtin --catalog . show T1").to_string(),
        str![[r#"
------- stderr -------
error: `T1` is a grade of 2 roles: other, teller
hint: say which: `roles --no-builtin --catalog . show 'other T1'` or `roles --no-builtin --catalog . show 'teller T1'`
[exit code: 2]

"#]]
    );
    assert_eq!(builtin("show cto --grade L4").code, 2);
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn the_annotated_grades_of_the_guide_are_a_role() {
    let guide = std::fs::read_to_string(repository("roles/README.md")).expect("it is there");
    let (_, after) = guide.split_once("```yaml\n# payments-engineer.yaml\n").expect("the guide has grades");
    let (sample, _) = after.split_once("```").expect("a block ends");
    let scratch = Scratch::new("graded-guide");
    scratch.write("payments-engineer.yaml", sample);
    scratch.write(
        "vocabulary/sources.yaml",
        "- {id: acme-bands, title: Bands, publisher: Acme, licence: internal, kind: payroll, credit: Acme.}\n",
    );
    assert_eq!(run(&scratch, "check .").to_string(), "");
    let schema: serde_json::Value = serde_json::from_str(&builtin("schema").answered()).expect("a schema is JSON");
    let validator = jsonschema::Validator::new(&schema).expect("the schema is one");
    let value: serde_json::Value = yaml_serde::from_str(sample).expect("a sample is YAML");
    let faults: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
    assert!(faults.is_empty(), "{faults:?}");
    assert_data_eq!(
        run(&scratch, "--catalog . show payments engineer ii --section salary").to_string(),
        str![[r#"
salary  Germany  de  -  68,000  -  EUR/year  2026  n=-  gross  acme-bands  exact  (Without the bonus.)  grade L4
------- stderr -------
note: `payments engineer ii` is grade `L4` of `payments-engineer`

"#]]
    );
}

/// A catalog that stands alone, in which two roles have a grade of one name.
fn two_tellers(name: &str) -> Scratch {
    let grade = |title: &str, level: &str| {
        format!(
            "competencies:\n  - {{competency: counting, level: working}}\ngrades:\n  - id: T1\n    title: {title} One\n  \
             - id: T2\n    title: {title} Two\n    competencies: [{{competency: counting, level: {level}}}]\n"
        )
    };
    let scratch = alone(name, &grade("Teller", "practitioner"));
    let cashier = ALONE.replace("Teller", "Cashier").replace("Counts what", "Guards what");
    scratch.write("cashier.yaml", format!("{cashier}{}", grade("Cashier", "expert")));
    scratch
}

#[test]
fn lines_and_rows_of_two_grades_of_one_role_say_the_grade() {
    let lines = quayside("compare crane~engineer~i crane~engineer~iii");
    assert!(lines.contains("role        L3 crane-engineer  Crane Engineer"), "{lines}");
    assert!(lines.contains("0  L3 crane-engineer 80 awareness  L5 crane-engineer 80 practitioner"), "{lines}");
    assert!(
        lines.contains("expects     Operations and reliability  L5 crane-engineer  Writes the checklist."),
        "{lines}"
    );
    let rows = quayside("compare crane~engineer~i crane~engineer~iii --format tsv");
    let header = rows.lines().next().unwrap_or_default();
    assert!(header.ends_with("\tgrade"), "{header}");
    let asked =
        quayside("compare crane~engineer~i crane~engineer~iii --format tsv --fields kind,role,id,proficiency,grade");
    for row in [
        "role\tcrane-engineer\tcrane-engineer\t\tL3",
        "competency\tcrane-engineer\toperations\tawareness\tL3",
        "competency\tcrane-engineer\toperations\tpractitioner\tL5",
        "expects\tcrane-engineer\toperations\t\tL5",
        "tool\tcrane-engineer\tgit\tworking\tL5",
    ] {
        assert!(asked.lines().any(|line| line == row), "{row}:\n{asked}");
    }
    let without = quayside("compare crane-engineer engineer --format tsv");
    assert!(!without.lines().next().unwrap_or_default().contains("\tgrade"), "{without}");
    let shown = quayside("show crane-engineer --grade L5 --format tsv --fields kind,role,grade");
    assert!(shown.contains("role\tcrane-engineer\tL5\n"), "{shown}");
    assert!(shown.contains("competency\tcrane-engineer\tL5\n"), "{shown}");
}

#[test]
fn why_speaks_of_the_grade_that_is_meant() {
    let scratch = two_tellers("graded-why");
    let why = |words: &str| run(&scratch, &format!("--no-builtin --catalog . why {words}")).to_string();
    let (whole, graded) = (why("teller counting"), why("teller two counting"));
    assert!(whole.contains("working") && !whole.contains("practitioner"), "{whole}");
    assert!(graded.contains("competency  counting  50  practitioner  C  "), "{graded}");
    assert!(graded.contains("grade T2: level practitioner, stated for the grade"), "{graded}");
    let page = why("teller two counting --format page");
    assert!(page.contains("Teller Two (T2)"), "{page}");
    // What a company states is no judgment of ours.
    scratch.write(
        "catalog.yaml",
        "title: Bank ladder\npay: {region: town, source: bands, currency: EUR, per: year, basis: gross, kind: earned, year: 2026}\n",
    );
    let titled = why("teller counting --format page");
    assert!(!titled.contains("own judgment") && !titled.contains("editorial"), "{titled}");
}

#[test]
fn a_line_of_a_table_says_of_which_roles_a_grade_is() {
    let scratch = two_tellers("graded-lines");
    let roles = Roles::builtin()
        .words("--no-builtin --catalog . match --profiles -")
        .input("dan,grade,T1\ndan,counting,working\n");
    let told = roles.folder(scratch.path()).run().stderr;
    assert_eq!(told, "warning: -:1: `T1` is a grade of 2 roles: cashier, teller\n");
}

#[test]
fn a_grade_of_several_roles_is_named_as_it_can_be_typed() {
    let scratch = two_tellers("graded-several");
    let asked = run(&scratch, "--no-builtin --catalog . show T2").to_string();
    let typed = "roles --no-builtin --catalog . show 'teller T2'";
    assert!(asked.contains(&format!("`{typed}`")), "{asked}");
    let roles = Roles::builtin().words("--no-builtin --catalog . show").arg("teller T2");
    let shown = roles.folder(scratch.path()).run();
    assert!(shown.code == 0 && shown.stderr.contains("grade `T2` of `teller`"), "{shown}");
}

/// A teller with three grades, whom a runner becomes, and who becomes a treasurer.
fn vault(name: &str, before_treasurer: &str) -> Scratch {
    let grades = "prerequisites: [runner]\ngrades:\n- {id: T1, title: Teller I}\n- {id: T2, title: Teller II, aliases: [Second Teller]}\n\
                  - {id: T3, title: Teller III, competencies: [{competency: counting, level: expert}]}\n";
    let scratch = alone(name, grades);
    scratch.write("catalog.yaml", "title: Vault\n");
    scratch.write("runner.yaml", "title: Runner\nfamily: treasury\ntrack: makers\nlevel: 1\nsummary: Runs.\n");
    let treasurer = "title: Treasurer\nfamily: treasury\ntrack: makers\nlevel: 1\nsummary: Says where it goes.\n";
    scratch.write("treasurer.yaml", format!("{treasurer}prerequisites: [{before_treasurer}]\n"));
    scratch
}

#[test]
fn a_path_is_in_no_grade_that_nobody_says() {
    let scratch = vault("graded-unsaid", "teller");
    let asked = |line: &str| {
        format!(
            "{line}
{}
",
            told(&scratch, line)
        )
    };
    let shown: String = [
        "path runner treasurer",
        "path runner teller",
        "path runner Teller~II",
        "path runner teller --grade T2",
        "path runner teller --grade T9",
        "path Teller~II treasurer",
        "path Teller~II teller --grade T3",
        "path runner treasurer --via Teller~II",
        "path runner Teller~II --format page --width 80",
    ]
    .map(asked)
    .concat();
    assert_data_eq!(
        shown,
        str![[r#"
path runner treasurer
step  1.1  runner  teller     Vault
step  1.2  teller  treasurer  Vault
------- stderr -------
note: `teller` has the grades T1, T2, T3: no move says by which it is entered or left

path runner teller
step  1.1  runner  teller  Vault
------- stderr -------
note: `teller` has the grades T1, T2, T3: no move says by which it is entered or left

path runner Teller~II
step  1.1  runner  teller  Vault                   grades: none to T1
step  1.2  teller  teller  within the role; Vault  grades: T1 to T2
------- stderr -------
note: `Teller II` is grade `T2` of `teller`

path runner teller --grade T2
step  1.1  runner  teller  Vault                   grades: none to T1
step  1.2  teller  teller  within the role; Vault  grades: T1 to T2

path runner teller --grade T9
------- stderr -------
error: `teller` has no grade `T9`
hint: its grades: T1, T2, T3
[exit code: 2]

path Teller~II treasurer
step  1.1  teller  treasurer  Vault  grades: T2 to none
------- stderr -------
note: `Teller II` is grade `T2` of `teller`

path Teller~II teller --grade T3
step  1.1  teller  teller  within the role; Vault  grades: T2 to T3
------- stderr -------
note: `Teller II` is grade `T2` of `teller`

path runner treasurer --via Teller~II
step  1.1  runner  teller     Vault                   grades: none to T1
step  1.2  teller  teller     within the role; Vault  grades: T1 to T2
step  1.3  teller  treasurer  Vault                   grades: T2 to none
------- stderr -------
note: `Teller II` is grade `T2` of `teller`

path runner Teller~II --format page --width 80
Runner → Teller II (T2)                                                  2 steps

  Runner  runner
  │ Vault
  ▼ Teller I (T1)  teller
  │ within the role; Vault
  ▼ Teller II (T2)  teller

  More: roles --no-builtin --catalog . path runner 'teller T2' --max 5
------- stderr -------
note: `Teller II` is grade `T2` of `teller`


"#]]
    );
}

#[test]
fn a_move_may_name_the_grade_by_which_a_role_is_left() {
    let scratch = vault("graded-left", "{role: teller, grade: second teller}");
    let asked = |line: &str| {
        format!(
            "{line}
{}
",
            told(&scratch, line)
        )
    };
    let shown: String = [
        "path runner treasurer",
        "path teller treasurer",
        "path Teller~III treasurer",
        "prereqs treasurer",
        "next teller",
        "next teller --format tsv --fields role,grade,from_grade",
        "next teller --format page",
        "show treasurer --section career --format page --width 80",
        "show teller --section career",
    ]
    .map(asked)
    .concat();
    assert_data_eq!(
        shown,
        str![[r#"
path runner treasurer
step  1.1  runner  teller     Vault                   grades: none to T1
step  1.2  teller  teller     within the role; Vault  grades: T1 to T2
step  1.3  teller  treasurer  Vault                   grades: T2 to none

path teller treasurer
step  1.1  teller  treasurer  Vault  grades: T2 to none

path Teller~III treasurer
step  1.1  teller  treasurer  Vault  grades: T3 to none
------- stderr -------
note: `Teller III` is grade `T3` of `teller`

prereqs treasurer
teller  Teller II (T2)  M1  1  Vault

next teller
treasurer  Treasurer  M1  1  from T2; Vault

next teller --format tsv --fields role,grade,from_grade
role	grade	from_grade
treasurer		T2

next teller --format page
Teller  teller
└── Treasurer  treasurer  from T2; Vault

  What a step takes: roles --no-builtin --catalog . path teller treasurer

show treasurer --section career --format page --width 80
Treasurer                                                              treasurer
Treasury · M1, makers · from Vault

Career
  from  Teller II (T2)   teller  Vault
  to    none listed yet

show teller --section career
prerequisite  runner  Runner  Vault
next          treasurer  Treasurer  from T2; Vault


"#]]
    );
    let tables = Scratch::new("graded-left-tables");
    run(&scratch, &format!("--no-builtin --catalog . export --tables {}/tables", tables.path().display())).answered();
    let moves = std::fs::read_to_string(tables.path().join("tables/moves.csv")).expect("it is written");
    assert!(moves.contains("teller,treasurer,step,,,,") && moves.contains(",T2\n"), "{moves}");
    let faults = |before: &str| run(&vault("graded-left-fault", before), "--no-builtin check .").to_string();
    assert_data_eq!(
        [
            "{role: teller, grade: T9}",
            "{role: runner, grade: T1}",
            "{role: teller}",
            "{role: teller, rank: T1}",
            "{role: teller, grade: }",
            "~",
            "[teller]"
        ]
        .map(faults)
        .concat(),
        str![[r#"
treasurer.yaml:6:39: unknown-role: `teller` has no grade `T9` (its grades: T1, T2, T3)
[exit code: 1]
treasurer.yaml:6:39: unknown-role: `runner` has no grade `T1` (it has no grades: `grades:` of its file states some)
[exit code: 1]
treasurer.yaml:6:18: missing-field: the field `grade` is missing (add `grade:`)
[exit code: 1]
treasurer.yaml:6:32: unknown-field: no field is called `rank` (the fields are: role, grade)
[exit code: 1]
treasurer.yaml:6:37: wrong-type: `grade` takes text, not nothing (write a text behind it, or take the line out)
[exit code: 1]
treasurer.yaml:6:17: unknown-role: no role is called ``
[exit code: 1]
treasurer.yaml:6:17: wrong-type: an entry of `prerequisites` takes text, not a list (write one text, without brackets and dashes)
[exit code: 1]

"#]]
    );
}

#[test]
fn a_competency_may_be_of_some_grades_alone() {
    let grades = "competencies: [{competency: folding, level: working}]\ngrades:\n- {id: T1, title: Teller I}\n\
                  - {id: T2, title: Teller II, competencies: [{competency: counting, level: expert, expects: Counts blind.}]}\n";
    let scratch = alone("graded-some", grades);
    let more = "- {id: folding, title: Folding, definition: Folding.}\n";
    let known = std::fs::read_to_string(scratch.path().join("vocabulary/competencies.yaml")).expect("it is there");
    scratch.write("vocabulary/competencies.yaml", known + more);
    assert_data_eq!(
        ["", "--grade T1", "--grade T2"]
            .map(|grade| run(&scratch, &format!("--no-builtin --catalog . show teller --section competencies {grade}"))
                .to_string())
            .concat(),
        str![[r#"
competency  Counting  50  not rated  C  no weight stated: weighs as every other without one
competency  Folding   50  working    C  no weight stated: weighs as every other without one
competency  Folding  50  working  C  no weight stated: weighs as every other without one
competency  Counting  50  expert   C  no weight stated: weighs as every other without one
competency  Folding   50  working  C  no weight stated: weighs as every other without one
expects     Counting  Counts blind.

"#]]
    );
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn a_name_says_the_grade_in_any_numerals_and_by_any_name_of_the_role() {
    let scratch = Scratch::new("graded-numerals");
    scratch.write(
        "software-engineer.yaml",
        "grades: [{id: P1, title: Software Engineer}, {id: E3, title: Software Engineer II}, {id: E4, title: Software Engineer III}]\n",
    );
    let titles = "Software Engineer\nSoftware Engineer (m/w/d)\nSoftware Engineer 3\nSoftware Developer II\nP1\nP9\n";
    let asked = Roles::builtin().words("--catalog . title - --format tsv --fields title,verdict,role,grade");
    assert_data_eq!(
        asked.input(titles).folder(scratch.path()).run().to_string(),
        str![[r#"
title	verdict	role	grade
Software Engineer	shown	software-engineer	
Software Engineer (m/w/d)	shown	software-engineer	
Software Engineer 3	shown	software-engineer	E4
Software Developer II	shown	software-engineer	E3
P1	shown	software-engineer	P1
P9	missed		

"#]]
    );
    let grades = "aliases: [Vault Teller]\ngrades: [{id: C1, title: Teller}, {id: C2, title: Senior Teller}]\n";
    let scratch = alone("graded-alike", grades);
    let shown = |name: &str| {
        let roles = Roles::builtin().words("--no-builtin --catalog . show --section summary").arg(name);
        roles.folder(scratch.path()).run().to_string()
    };
    assert_data_eq!(
        ["Teller", "Vault Teller", "C1", "Senior Teller"].map(shown).concat(),
        str![[r#"
role     teller  Teller  Treasury  M1
alias    Vault Teller
summary  Counts what comes in.
role     teller  Teller  Treasury  M1
alias    Vault Teller
summary  Counts what comes in.
role     C1 teller  Teller  Treasury  M1
alias    Vault Teller
summary  Counts what comes in.
------- stderr -------
note: `C1` is grade `C1` of `teller`
role     C2 teller  Teller  Treasury  M1
alias    Vault Teller
summary  Counts what comes in.
------- stderr -------
note: `Senior Teller` is grade `C2` of `teller`

"#]]
    );
}

#[test]
fn a_path_climbs_to_the_grades_that_it_is_to_pass() {
    let scratch = vault("graded-passed", "{role: teller, grade: T2}");
    let asked = |line: &str| {
        format!(
            "{line}
{}
",
            told(&scratch, line)
        )
    };
    let shown: String = [
        "path runner treasurer --via teller~T1 --via teller~T3",
        "path teller~T1 treasurer --via teller~T3",
        "path teller treasurer --via teller~T1",
        "path teller~T1 teller~T3 --via teller~T2",
        "path teller~T2 teller~T3 --via teller~T1",
        "path teller~T1 teller~T2 --via runner",
        "path teller~T1 teller~T2 --avoid teller",
        "path teller~T1 teller~T2 --track nonsense",
        "path teller treasurer --via teller",
    ]
    .map(|line| {
        asked(line)
            .lines()
            .filter(|line| !line.starts_with("note: "))
            .map(|line| format!("{line}\n"))
            .collect::<String>()
    })
    .concat();
    assert_data_eq!(
        shown,
        str![[r#"
path runner treasurer --via teller~T1 --via teller~T3
step  1.1  runner  teller     Vault                   grades: none to T1
step  1.2  teller  teller     within the role; Vault  grades: T1 to T2
step  1.3  teller  teller     within the role; Vault  grades: T2 to T3
step  1.4  teller  treasurer  Vault                   grades: T3 to none
------- stderr -------

path teller~T1 treasurer --via teller~T3
step  1.1  teller  teller     within the role; Vault  grades: T1 to T2
step  1.2  teller  teller     within the role; Vault  grades: T2 to T3
step  1.3  teller  treasurer  Vault                   grades: T3 to none
------- stderr -------

path teller treasurer --via teller~T1
step  1.1  teller  teller     within the role; Vault  grades: T1 to T2
step  1.2  teller  treasurer  Vault                   grades: T2 to none
------- stderr -------

path teller~T1 teller~T3 --via teller~T2
step  1.1  teller  teller  within the role; Vault  grades: T1 to T2
step  1.2  teller  teller  within the role; Vault  grades: T2 to T3
------- stderr -------

path teller~T2 teller~T3 --via teller~T1
------- stderr -------
error: grade `T1` of `teller` cannot be passed: the path begins at `T2`, and it lies beneath
[exit code: 2]

path teller~T1 teller~T2 --via runner
------- stderr -------
error: `runner` cannot be passed: from grade to grade of `teller` there is no other role
[exit code: 2]

path teller~T1 teller~T2 --avoid teller
------- stderr -------
error: `teller` cannot be avoided: the path begins there
[exit code: 2]

path teller~T1 teller~T2 --track nonsense
------- stderr -------
error: no track is called `nonsense`
hint: `roles --no-builtin --catalog . levels` lists them
[exit code: 2]

path teller treasurer --via teller
------- stderr -------
error: `teller` need not be passed: the path begins there
[exit code: 2]


"#]]
    );
    // People enter in a role that none leads to, and climb from its lowest grade.
    let entered = alone("graded-entered", "grades: [{id: T1, title: Teller I}, {id: T2, title: Teller II}]\n");
    let climbed = run(
        &entered,
        "--no-builtin --catalog . path teller --grade T2 --format tsv --fields from,from_grade,to,to_grade",
    );
    assert_data_eq!(
        climbed.to_string(),
        str![[r#"
from	from_grade	to	to_grade
teller	T1	teller	T2

"#]]
    );
}

#[test]
fn grades_are_as_far_apart_as_a_path_climbs() {
    let scratch = vault("graded-apart", "{role: teller, grade: T2}");
    let apart = |line: &str| {
        let roles = Roles::builtin()
            .words("--no-builtin --catalog . compare --format tsv --fields kind,from,from_grade,to,to_grade,steps");
        let roles = line.split(' ').fold(roles, |roles, word| roles.arg(word.replace('~', " ")));
        let told = roles.folder(scratch.path()).run().stdout;
        told.lines().filter(|line| line.starts_with("distance")).map(|line| format!("{line}\n")).collect::<String>()
    };
    assert_data_eq!(
        ["teller~T1 treasurer", "teller~T3 treasurer", "runner teller~T3", "runner treasurer"].map(apart).concat(),
        str![[r#"
distance	teller	T1	treasurer		2
distance	treasurer		teller	T1	
distance	teller	T3	treasurer		1
distance	treasurer		teller	T3	
distance	runner		teller	T3	3
distance	teller	T3	runner		

"#]]
    );
}

#[test]
fn a_catalog_on_top_may_give_a_role_other_grades() {
    let beneath = vault("graded-beneath", "{role: teller, grade: T3}");
    let above = Scratch::new("graded-above");
    above.write("teller.yaml", "grades: [{id: T1, title: Teller I}, {id: T4, title: Teller IV}]\n");
    let asked = |line: &str| {
        let roles = Roles::builtin().words("--no-builtin --catalog . --catalog").arg(above.path());
        roles.words(line).folder(beneath.path()).run().to_string()
    };
    assert_data_eq!(
        asked("path teller treasurer"),
        str![[r#"
step  1.1  teller  treasurer  Vault
------- stderr -------
note: `teller` has the grades T1, T4: no move says by which it is entered or left

"#]]
    );
    // Who knows of the new grades has to name one of them.
    above.write("treasurer.yaml", "prerequisites: [{role: teller, grade: T3}]\n");
    let told = asked("path teller treasurer");
    assert!(told.contains("`teller` has no grade `T3`") && told.contains("its grades: T1, T4"), "{told}");
}

/// Where all grades are paid in one region, their heading says it; else each row does, and no page takes it away.
#[test]
fn the_region_of_a_grade_is_never_cut() {
    const LONG: &str = "grades:\n  - {id: L1, title: Teller of the smallest of all coins, years: none or hardly one, salary: [{median: 40000}]}\n  - {id: L2, title: Teller of banknotes and of coins, years: three to five, salary: [{median: 50000}]}\n";
    for width in [40, 60, 80] {
        let scratch = alone("grade-regions", LONG);
        let page = run(&scratch, &format!("--no-builtin --catalog . show teller --format page --width {width}")).stdout;
        assert!(page.contains("EUR/yr, Our town") && !page.contains('…'), "{width}: {page}");
    }
    let regions = "- {id: town, name: Our town, level: country, currency: EUR}\n- {id: sea, name: The sea beyond the town, level: country, currency: EUR}\n";
    let scratch = treasury("grade-two-regions", regions);
    let two = LONG.replace("{median: 50000}", "{region: sea, median: 50000}");
    scratch.write("teller.yaml", format!("{ALONE}{two}"));
    let page = run(&scratch, "--no-builtin --catalog . show teller --format page --width 80").stdout;
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("EUR/yr, Our") && words.contains("EUR/yr, The") && !page.contains('…'), "{page}");
}
