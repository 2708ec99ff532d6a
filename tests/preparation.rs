//! Getting in, and outlook: in the words of the sources, with what they are of, and nothing of an occupation as if
//! it were a grade's.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;
use snapbox::{assert_data_eq, str};

use crate::pay::{prepared, prepared_roles};
use crate::support::{Outcome, builtin, miniature, repository, role_files};

#[test]
fn the_sections_of_a_page() {
    let page = |role: &str| prepared(&format!("show {role} --section getting-in --section outlook --format page"));
    assert_data_eq!(
        page("engineer").to_string(),
        str![[r#"
Engineer                                                                engineer
Engineering · mid, individual contributor · also Software Engineer, Developer ·
from miniature · pay, preparation from prepared
ladder: junior · mid · senior · staff · principal engineer

Getting in        what people hold and adverts ask; an occupation is not a grade
  years held        4 in the middle, 3 to 6 for half of them, n=400 (“Engineer”,
                    exact, Germany, 2025, Years 2025)
  typical on entry  bachelor's degree; experience: none (“Software makers”,
                    occupation, not grade, close, United States, 2025,
                    Projections 2034)
  education needed  below a bachelor's degree 20%, bachelor's degree 62%,
                    master's degree or more 18%, n=26 workers, 2024-08;
                    experience needed: up to 1 year 10%, 1 to 4 years 50%, 4 to
                    8 years 30%, over 8 years 10%, n=25 workers, 2024-08
                    (“Software makers”, occupation, not grade, close, United
                    States, 2025, Answers 2025)
  counts at basic   one of Maker+; counts at advanced: one of Maker+, CKS, a
                    bachelor's degree (“Makers of the Department”, work role of
                    the employer's own staff, proxy, United States, 2025, Staff
                    2025)

Outlook                                      of the occupation, not of the grade
  people           50,000
  growth           +15.8% from 2024 to 2034, beside +3.1% of “All occupations”
                   and +8.6% of “All makers”
  openings a year  4,000
  why              More is made, and what is made needs care.
  of               “Software makers”, occupation, not grade, close, United
                   States, 2025, Projections 2034

4 sources. Where a figure comes from:
roles --no-builtin --catalog miniature --catalog prepared why engineer
getting-in
How people get there:
roles --no-builtin --catalog miniature --catalog prepared path engineer

"#]]
    );
    assert_data_eq!(
        page("senior-engineer").to_string(),
        str![[r#"
Senior Engineer                                                  senior-engineer
Engineering · senior, individual contributor · also Senior Developer · from
miniature · pay, preparation from prepared
ladder: junior · mid · senior · staff · principal engineer

Getting in        what people hold and adverts ask; an occupation is not a grade
  years held        7 in the middle, 5 to 10 for half of them, n=300; years
                    asked: 5 in the middle, 4 to 5 for half of them, n=50; 50 of
                    60 adverts ask (“Senior engineer”, exact, Germany, 2025,
                    Years 2025)
  typical on entry  bachelor's degree (“Software makers”, occupation, not grade,
                    proxy, United States, 2025, Projections 2034)

Outlook                                      of the occupation, not of the grade
  people           50,000
  growth           +15.8% from 2024 to 2034, beside +3.1% of “All occupations”
                   and +8.6% of “All makers”
  openings a year  4,000
  why              More is made, and what is made needs care.
  of               “Software makers”, occupation, not grade, proxy, United
                   States, 2025, Projections 2034

2 sources. Where a figure comes from:
roles --no-builtin --catalog miniature --catalog prepared why senior-engineer
getting-in
How people get there:
roles --no-builtin --catalog miniature --catalog prepared path senior-engineer

"#]]
    );
    // What a company asks for stands first, in its own words.
    assert_data_eq!(
        page("staff-engineer").to_string(),
        str![[r#"
Staff Engineer                                                    staff-engineer
Engineering · staff, individual contributor · also Lead Engineer · from
miniature · ladder, pay, preparation, requires from prepared
ladder: junior · mid · senior · staff · principal engineer

Getting in        what people hold and adverts ask; an occupation is not a grade
  asked for by prepared: years: eight, two of them here; education: none;
  certificates: our own course, CKS, or near it
  typical on entry  bachelor's degree (“Software makers”, occupation, not grade,
                    proxy, United States, 2025, Projections 2034)

Outlook                                      of the occupation, not of the grade
  people           50,000
  growth           +15.8% from 2024 to 2034, beside +3.1% of “All occupations”
                   and +8.6% of “All makers”
  openings a year  4,000
  why              More is made, and what is made needs care.
  of               “Software makers”, occupation, not grade, proxy, United
                   States, 2025, Projections 2034

1 source. Where a figure comes from:
roles --no-builtin --catalog miniature --catalog prepared why staff-engineer
getting-in
How people get there:
roles --no-builtin --catalog miniature --catalog prepared path staff-engineer

"#]]
    );
    assert_data_eq!(
        page("operator").to_string(),
        str![[r#"
Systems Operator                                                        operator
Operations · mid, individual contributor · also Sysop · from miniature
ladder: junior · mid · senior · staff · principal engineer

Getting in        what people hold and adverts ask; an occupation is not a grade
  No public figure.

Outlook                                      of the occupation, not of the grade
  No public figure.

"#]]
    );
}

#[test]
fn facts_in_a_pipe() {
    assert_data_eq!(
        prepared("show engineer -s getting-in").to_string(),
        str![[r#"
getting-in  years held          4 in the middle, 3 to 6 for half of them, n=400  (“Engineer”, exact, Germany, 2025, Years 2025)
getting-in  typical on entry    bachelor's degree                                (“Software makers”, occupation, not grade, close, United States, 2025, Projections 2034)
getting-in  experience          none                                             (“Software makers”, occupation, not grade, close, United States, 2025, Projections 2034)
getting-in  education needed    below a bachelor's degree 20%, bachelor's degree 62%, master's degree or more 18%, n=26 workers, 2024-08  (“Software makers”, occupation, not grade, close, United States, 2025, Answers 2025)
getting-in  experience needed   up to 1 year 10%, 1 to 4 years 50%, 4 to 8 years 30%, over 8 years 10%, n=25 workers, 2024-08  (“Software makers”, occupation, not grade, close, United States, 2025, Answers 2025)
getting-in  counts at basic     one of Maker+                                    (“Makers of the Department”, work role of the employer's own staff, proxy, United States, 2025, Staff 2025)
getting-in  counts at advanced  one of Maker+, CKS, a bachelor's degree          (“Makers of the Department”, work role of the employer's own staff, proxy, United States, 2025, Staff 2025)

"#]]
    );
    assert_data_eq!(
        prepared("show staff-engineer -s getting-in -s outlook").to_string(),
        str![[r#"
getting-in  years asked for        eight, two of them here  prepared
getting-in  education asked for    none                     prepared
getting-in  certificate asked for  our own course           prepared
getting-in  certificate asked for  CKS, or near it          prepared
getting-in  typical on entry       bachelor's degree        (“Software makers”, occupation, not grade, proxy, United States, 2025, Projections 2034)
outlook     people           50,000                                      (“Software makers”, occupation, not grade, proxy, United States, 2025, Projections 2034)
outlook     growth           +15.8% from 2024 to 2034, beside +3.1% of “All occupations” and +8.6% of “All makers”  (“Software makers”, occupation, not grade, proxy, United States, 2025, Projections 2034)
outlook     openings a year  4,000                                       (“Software makers”, occupation, not grade, proxy, United States, 2025, Projections 2034)
outlook     why              More is made, and what is made needs care.  (“Software makers”, occupation, not grade, proxy, United States, 2025, Projections 2034)

"#]]
    );
    assert_data_eq!(
        prepared(
            "show engineer -s getting-in -s outlook --format tsv --fields kind,fact,text,id,about,country,year,match"
        )
        .to_string(),
        str![[r#"
kind	fact	text	id	about	country	year	match
getting-in	years held	4 in the middle, 3 to 6 for half of them, n=400	Engineer	title	de	2025	exact
getting-in	typical on entry	bachelor's degree	1	occupation	us	2025	close
getting-in	experience	none	1	occupation	us	2025	close
getting-in	education needed	below a bachelor's degree 20%, bachelor's degree 62%, master's degree or more 18%, n=26 workers, 2024-08	1	occupation	us	2025	close
getting-in	experience needed	up to 1 year 10%, 1 to 4 years 50%, 4 to 8 years 30%, over 8 years 10%, n=25 workers, 2024-08	1	occupation	us	2025	close
getting-in	counts at basic	one of Maker+	411	work-role	us	2025	proxy
getting-in	counts at advanced	one of Maker+, CKS, a bachelor's degree	411	work-role	us	2025	proxy
outlook	people	50,000	1	occupation	us	2025	close
outlook	growth	+15.8% from 2024 to 2034, beside +3.1% of “All occupations” and +8.6% of “All makers”	1	occupation	us	2025	close
outlook	openings a year	4,000	1	occupation	us	2025	close
outlook	why	More is made, and what is made needs care.	1	occupation	us	2025	close

"#]]
    );
    assert_data_eq!(
        miniature("show loner -s getting-in -s outlook").to_string(),
        str![[r#"
getting-in  no public figure
outlook     no public figure

"#]]
    );
}

#[test]
fn lists_by_occupation() {
    assert_data_eq!(
        prepared("list --sort growth").to_string(),
        str![[r#"
engineer             Engineer                       Engineering  mid             Software makers +15.8%, close
junior-engineer      Junior Engineer                Engineering  junior          Software makers +15.8%, proxy
senior-engineer      Senior Engineer                Engineering  senior          Software makers +15.8%, proxy
staff-engineer       Staff Engineer                 Engineering  staff           Software makers +15.8%, proxy
cto                  Chief Technology Officer       Leadership   executive       Managers of makers -2.5%, proxy
intern               Engineering Intern             Engineering  intern
principal-engineer   Principal Engineer             Engineering  principal
engineering-manager  Engineering Manager            Leadership   manager
vp-engineering       Vice President of Engineering  Leadership   vice president
loner                Archivist of Tapes             Operations   mid
operator             Systems Operator               Operations   mid
sre                  Site Reliability Engineer      Operations   senior

"#]]
    );
    assert_data_eq!(
        prepared("list --sort growth --format page").to_string(),
        str![[r#"
Software makers +15.8%, close
  engineer             Engineer                       mid

Software makers +15.8%, proxy
  junior-engineer      Junior Engineer                junior
  senior-engineer      Senior Engineer                senior
  staff-engineer       Staff Engineer                 staff

Managers of makers -2.5%, proxy
  cto                  Chief Technology Officer       executive

no public figure
  intern               Engineering Intern             intern
  principal-engineer   Principal Engineer             principal
  engineering-manager  Engineering Manager            manager
  vp-engineering       Vice President of Engineering  vice president
  loner                Archivist of Tapes             mid
  operator             Systems Operator               mid
  sre                  Site Reliability Engineer      senior

  12 roles. One of them:
  roles --no-builtin --catalog miniature --catalog prepared show engineer

"#]]
    );
    assert_data_eq!(
        prepared("list --education bachelor --track management").to_string(),
        str![[r#"
------- stderr -------
error: no role passes all of these filters
hint: `roles --no-builtin --catalog miniature --catalog prepared list` shows every role
[exit code: 1]

"#]]
    );
    assert_data_eq!(
        prepared("list --education bachelor --format tsv --fields role,occupation,entry_education,match").to_string(),
        str![[r#"
role	occupation	entry_education	match
engineer	Software makers	bachelor's degree	close
junior-engineer	Software makers	bachelor's degree	proxy
senior-engineer	Software makers	bachelor's degree	proxy
staff-engineer	Software makers	bachelor's degree	proxy
cto	Managers of makers	bachelor's degree	proxy

"#]]
    );
    assert_data_eq!(
        prepared("list --education doctor").to_string(),
        str![[r#"
------- stderr -------
error: no occupation asks for `doctor` on entry
hint: those that some ask for: bachelor's degree
[exit code: 2]

"#]]
    );
}

#[test]
fn certificates() {
    assert_data_eq!(
        prepared("certificates").to_string(),
        str![[r#"
maker-plus  Maker+  Certified Maker              Makers' Guild   1 role
keeper      CKS     Certified Keeper of Systems  Keepers' Guild  1 role

"#]]
    );
    assert_data_eq!(
        prepared("certificates Maker+ --format page").to_string(),
        str![[r#"
Certified Maker                                                       maker-plus
Maker+ · Makers' Guild

Counts for       as one of several, for the employer's own staff; never required
  role      level            by the work role
  Engineer  basic, advanced  “Makers of the Department”, proxy, Staff 2025

"#]]
    );
    assert_data_eq!(
        prepared("certificates keeper of systems").to_string(),
        str![[r#"
certificate  keeper  CKS  Certified Keeper of Systems  Keepers' Guild  1 role
role         engineer  Engineer  advanced  Makers of the Department  proxy  staff
required-by  staff-engineer  Staff Engineer  prepared

"#]]
    );
    assert_data_eq!(
        prepared("list --certificate scrum").to_string(),
        str![[r#"
------- stderr -------
error: no certificate is called `scrum`
hint: `roles --no-builtin --catalog miniature --catalog prepared certificates` lists them
[exit code: 2]

"#]]
    );
}

/// A line a certificate, and the occupation beside each role, at eighty columns.
#[test]
fn listings_keep_what_they_are_of() {
    assert_data_eq!(
        prepared("certificates --format page --width 80").to_string(),
        str![[r#"
  id          title                        name    issuer          roles
  maker-plus  Certified Maker              Maker+  Makers' Guild       1
  keeper      Certified Keeper of Systems  CKS     Keepers' Guild      1

  None is required: each is one of several that count. For which roles:
  roles --no-builtin --catalog miniature --catalog prepared certificates ID

"#]]
    );
    assert_data_eq!(
        prepared("list --education bachelor --format page --width 80").to_string(),
        str![[r#"
Software makers bachelor's degree, close
  engineer         Engineer                  mid

Software makers bachelor's degree, proxy
  junior-engineer  Junior Engineer           junior
  senior-engineer  Senior Engineer           senior
  staff-engineer   Staff Engineer            staff

Managers of makers bachelor's degree, proxy
  cto              Chief Technology Officer  executive

  5 roles. One of them:
  roles --no-builtin --catalog miniature --catalog prepared show engineer

"#]]
    );
    assert_data_eq!(
        prepared("list --education bachelor --sort title --format page --width 80").to_string(),
        str![[r#"
Managers of makers bachelor's degree, proxy
  cto              Chief Technology Officer  executive

Software makers bachelor's degree, close
  engineer         Engineer                  mid

Software makers bachelor's degree, proxy
  junior-engineer  Junior Engineer           junior
  senior-engineer  Senior Engineer           senior
  staff-engineer   Staff Engineer            staff

  5 roles. One of them:
  roles --no-builtin --catalog miniature --catalog prepared show cto

"#]]
    );
    let page = builtin("certificates --format page --width 80").answered();
    assert!(page.lines().all(|line| line.chars().count() <= 80), "{page}");
    let rows = page
        .lines()
        .filter(|line| {
            line.starts_with("  ") && !line.starts_with("   ") && line.trim_end().ends_with(char::is_numeric)
        })
        .count();
    let all = builtin("certificates").answered().lines().count();
    assert_eq!(rows, all, "{page}");
    for line in
        ["list --education bachelor", "list --education bachelor --sort id", "list --sort growth --track management"]
    {
        let page = builtin(&format!("{line} --format page --width 80")).answered();
        assert!(page.contains(", proxy") && page.lines().all(|line| line.chars().count() <= 80), "{page}");
    }
}

/// What a company asks for stands in `why`, on the page of a certificate, and among the roles that ask for it.
#[test]
fn what_a_company_asks_for() {
    assert_data_eq!(
        prepared("why staff-engineer getting-in").to_string(),
        str![[r#"
asked-for  years asked for        eight, two of them here  prepared
asked-for  education asked for    none                     prepared
asked-for  certificate asked for  our own course           prepared
asked-for  certificate asked for  CKS, or near it          prepared
shown      typical on entry  bachelor's degree  (“Software makers”, occupation, not grade, proxy, United States, 2025, Projections 2034)
source     projections  Projections 2034  2025  official  CC0-1.0  Projections, invented for the tests.

"#]]
    );
    assert_data_eq!(
        prepared("why staff-engineer getting-in --format page").to_string(),
        str![[r#"
Staff Engineer                                                    staff-engineer
staff, individual contributor

Asked for                                             in the catalog's own words
  asked for by prepared: years: eight, two of them here; education: none;
  certificates: our own course, CKS, or near it

Projections 2034                                                     on the page
  1 “Software makers”, occupation, not grade, proxy, United States, 2025,
  Projections 2034
  typical on entry: bachelor's degree

Sources
Invented projections                                                 projections
Invented Department · 2025 · official · CC0-1.0
  Projections, invented for the tests.

"#]]
    );
    assert_data_eq!(
        prepared("list --certificate CKS").to_string(),
        str![[r#"
engineer        Engineer        Engineering  mid    advanced; proxy
staff-engineer  Staff Engineer  Engineering  staff  asked for by prepared

"#]]
    );
    assert_data_eq!(
        prepared("list --certificate our-own-course").to_string(),
        str![[r#"
staff-engineer  Staff Engineer  Engineering  staff  asked for by prepared

"#]]
    );
    assert_data_eq!(
        prepared("certificates CKS --format page").to_string(),
        str![[r#"
Certified Keeper of Systems                                               keeper
CKS · Keepers' Guild

Asked for                      by the catalog that is named, in words of its own
  role            catalog
  Staff Engineer  prepared

Counts for       as one of several, for the employer's own staff; never required
  role      level     by the work role
  Engineer  advanced  “Makers of the Department”, proxy, Staff 2025

"#]]
    );
    assert_data_eq!(
        prepared("certificates CKS --format tsv --fields kind,role,work_role,catalog").to_string(),
        str![[r#"
kind	role	work_role	catalog
certificate			
role	engineer	Makers of the Department	
required-by	staff-engineer		prepared

"#]]
    );
}

/// What was typed is answered, or said what can be.
#[test]
fn words_that_mean_no_one_thing() {
    assert_data_eq!(
        prepared("certificates keeper maker-plus").to_string(),
        str![[r#"
------- stderr -------
error: one certificate is asked for, and `keeper maker-plus` are several
hint: `roles --no-builtin --catalog miniature --catalog prepared certificates keeper`, then `roles --no-builtin --catalog miniature --catalog prepared certificates maker-plus`
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        prepared("certificates keeper nonsense").to_string(),
        str![[r#"
------- stderr -------
error: no certificate is called `keeper nonsense`
hint: one is asked for: `roles --no-builtin --catalog miniature --catalog prepared certificates keeper`
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        prepared("certificates keepr").to_string(),
        str![[r#"
------- stderr -------
error: no certificate is called `keepr`
hint: did you mean `keeper`?
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        prepared("why cto years").to_string(),
        str![[r#"
------- stderr -------
error: nothing is called `years`: no competency, region, tool or role
hint: `roles --no-builtin --catalog miniature --catalog prepared why cto getting-in` has what is known of it
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        prepared("why cto growth").to_string(),
        str![[r#"
------- stderr -------
error: nothing is called `growth`: no competency, region, tool or role
hint: `roles --no-builtin --catalog miniature --catalog prepared why cto outlook` has what is known of it
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        prepared("salary --by seniority --region us").to_string(),
        str![[r#"
------- stderr -------
error: `--by seniority` takes a role: its labels are shown by their parts
hint: `roles --no-builtin --catalog miniature --catalog prepared salary junior-engineer --by seniority --region us`
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        prepared("salary --by seniority --region ge").to_string(),
        str![[r#"
------- stderr -------
error: `--by seniority` takes a role: its labels are shown by their parts
hint: there are no figures by seniority in that region
hint: `roles --no-builtin --catalog miniature --catalog prepared salary ROLE --by seniority` shows where there are
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        prepared("sources --stale --format page").to_string(),
        str![[r#"
Invented payrolls of long ago                                          old-books
Invented County · 2019 · payroll · CC0-1.0
  Books, invented for the tests.

  Nothing is averaged, converted or guessed; what no source says is marked
  editorial.
------- stderr -------
note: more than three years older than 2026, the year of the newest source

"#]]
    );
}

#[test]
fn why_they_say_so() {
    assert_data_eq!(
        prepared("why senior-engineer getting-in --format page").to_string(),
        str![[r#"
Senior Engineer                                                  senior-engineer
senior, individual contributor

Projections 2034                                                     on the page
  1 “Software makers”, occupation, not grade, proxy, United States, 2025,
  Projections 2034
  typical on entry: bachelor's degree

Years 2025                                                           on the page
  Senior engineer “Senior engineer”, exact, Germany, 2025, Years 2025
  years held: 7 in the middle, 5 to 10 for half of them, n=300
  years asked: 5 in the middle, 4 to 5 for half of them, n=50; 50 of 60 adverts
  ask

Sources
Invented projections                                                 projections
Invented Department · 2025 · official · CC0-1.0
  Projections, invented for the tests.

Invented years                                                             years
Coders Inc. · 2025 · survey · CC0-1.0
  Years, invented for the tests.

"#]]
    );
    assert_data_eq!(
        prepared("why cto outlook").to_string(),
        str![[r#"
shown   people           9,000  (“Managers of makers”, occupation, not grade, proxy, United States, 2025, Projections 2034)
shown   growth           -2.5% from 2024 to 2034, beside +3.1% of “All occupations” and +8.6% of “All makers”  (“Managers of makers”, occupation, not grade, proxy, United States, 2025, Projections 2034)
shown   openings a year  700    (“Managers of makers”, occupation, not grade, proxy, United States, 2025, Projections 2034)
source  projections  Projections 2034  2025  official  CC0-1.0  Projections, invented for the tests.

"#]]
    );
    assert_data_eq!(
        prepared("why operator outlook").to_string(),
        str![[r#"
------- stderr -------
error: `operator` has no public figure on its outlook
hint: `roles --no-builtin --catalog miniature --catalog prepared show operator` has the rest of what is known
[exit code: 1]

"#]]
    );
}

/// Years of two titles stand side by side: what lies between is nobody's figure.
#[test]
fn years_along_a_path() {
    assert_data_eq!(
        prepared("path engineer senior-engineer --format page").to_string(),
        str![[r#"
Engineer → Senior Engineer                                                1 step

  Engineer  engineer
  │ Ladder 2024
  │ grows:
  │ Operations and reliability  51 to 87  ┈┈┈┈┈○───●┈  ●○○○ → ●●●○  practitioner
  │ People leadership           26 to 26  ┈┈┈2┈┈┈┈┈┈┈  ●○○○ → ●●●○  practitioner
  │ Architecture                82 to 87  ┈┈┈┈┈┈┈┈○●┈  ●●●○         practitioner
  │ new tools: SQL, Jenkins
  │ years held: 4 (“Engineer”, n=400) and 7 (“Senior engineer”, n=300), Years
  │ 2025
  ▼ Senior Engineer  senior-engineer

  2 so many here
  More:
  roles --no-builtin --catalog miniature --catalog prepared path engineer
  senior-engineer --max 5. What it pays: --region us

"#]]
    );
}

/// The region of whoever asks, and the answer says so; one that is typed goes before.
#[test]
fn the_usual_region() {
    let usual =
        |line: &str, region: &str| -> Outcome { prepared_roles().env("ROLES_REGION", region).words(line).run() };
    assert_data_eq!(
        usual("salary engineer", "us").to_string(),
        str![[r#"
engineer  United States  us  90,000  120,000  140,000  USD/year  2025  n=600  gross offered  visas  exact
------- stderr -------
note: the region is `us` (United States), from ROLES_REGION

"#]]
    );
    assert_data_eq!(
        usual("salary engineer --region de", "us").to_string(),
        str![[r#"
engineer  Germany  de  -  60,000  -  EUR/year  2025  n=900  total  coders  close, all ranks: "Coders"

"#]]
    );
    assert_data_eq!(
        usual("show cto -s salary", "us").to_string(),
        str![[r#"
salary         United States  us  -  200,000  -  USD/year  2025  n=20  gross offered  visas  exact
top-of-market  United States  us  -  657,500  -  USD/year  2025  n=36  gross  old-books  exact, top of the market
------- stderr -------
note: the region is `us` (United States), from ROLES_REGION

"#]]
    );
    assert_data_eq!(
        usual("show loner -s salary", "us").to_string(),
        str![[r#"
salary  no public figure
------- stderr -------
note: the region is `us` (United States), from ROLES_REGION

"#]]
    );
    assert_data_eq!(
        usual("show cto -s summary", "us").to_string(),
        str![[r#"
role     cto  Chief Technology Officer  Leadership  executive
stated   miniature  title, aliases, track, level, summary, day, occupations, tools, prerequisites
stated   prepared   pay, preparation
url      https://www.onetonline.org/link/summary/90-0002.00
alias    CTO
alias    Chief Technical Officer
summary  Sets the technology strategy of the company, and answers for it.

"#]]
    );
    assert_data_eq!(
        usual("compare engineer senior-engineer --format tsv --fields kind,region,median", "us").to_string(),
        str![[r#"
kind	region	median
role		
role		
competency		
competency		
competency		
competency		
competency		
competency		
competency		
competency		
competency		
competency		
tool		
tool		
tool		
tool		
tool		
tool		
tool		
tool		
tool		
tool		
tool		
tool		
salary	us	120000
salary	us	150000
distance		
distance		
------- stderr -------
note: the region is `us` (United States), from ROLES_REGION

"#]]
    );
    assert_data_eq!(
        usual("path engineer senior-engineer --format tsv --fields to,pay_from,pay_to", "us").to_string(),
        str![[r#"
to	pay_from	pay_to
senior-engineer	120000	150000
------- stderr -------
note: the region is `us` (United States), from ROLES_REGION

"#]]
    );
    assert_data_eq!(
        usual("salary engineer", "nowhere").to_string(),
        str![[r#"
engineer  Germany        de       -   60,000        -  EUR/year  2025  n=900  total          coders  close, all ranks: "Coders"
engineer  United States  us  90,000  120,000  140,000  USD/year  2025  n=600  gross offered  visas   exact
------- stderr -------
note: ROLES_REGION is set aside: no region is called `nowhere`

"#]]
    );
    assert_data_eq!(
        usual("salary engineer", "").to_string(),
        str![[r#"
engineer  Germany        de       -   60,000        -  EUR/year  2025  n=900  total          coders  close, all ranks: "Coders"
engineer  United States  us  90,000  120,000  140,000  USD/year  2025  n=600  gross offered  visas   exact

"#]]
    );
}

#[test]
fn regions_of_a_comparison() {
    assert_data_eq!(
        prepared("compare engineer senior-engineer --region us --format tsv --fields kind,region,median").to_string(),
        str![[r#"
kind	region	median
role		
role		
competency		
competency		
competency		
competency		
competency		
competency		
competency		
competency		
competency		
competency		
tool		
tool		
tool		
tool		
tool		
tool		
tool		
tool		
tool		
tool		
tool		
tool		
salary	us	120000
salary	us	150000
distance		
distance		

"#]]
    );
    assert_data_eq!(
        prepared("compare engineer cto --region ge --format tsv --fields kind,region").to_string(),
        str![[r#"
kind	region
role	
role	
competency	
competency	
competency	
competency	
competency	
competency	
competency	
competency	
competency	
competency	
tool	
tool	
tool	
tool	
tool	
tool	
tool	
tool	
apart	ge
apart	ge
distance	
distance	
------- stderr -------
note: no public figure of these roles in `ge` (Georgia)
[exit code: 1]

"#]]
    );
}

#[test]
fn stale_sources() {
    assert_data_eq!(
        prepared("sources --stale").to_string(),
        str![[r#"
old-books  Books 2019  2019  payroll  CC0-1.0  Books, invented for the tests.
------- stderr -------
note: more than three years older than 2026, the year of the newest source

"#]]
    );
    assert_data_eq!(
        miniature("sources --stale").to_string(),
        str![[r#"
------- stderr -------
error: no source is more than three years older than 2026
hint: `roles sources` lists all that there are
[exit code: 1]

"#]]
    );
}

/// Every role of the built-in catalog with what its page says of getting in and of the outlook.
fn pages() -> Vec<Value> {
    let ids: Vec<String> =
        role_files().iter().map(|(path, _)| path.file_stem().unwrap().to_string_lossy().into_owned()).collect();
    let mut pages = Vec::new();
    for ids in ids.chunks(60) {
        let line = format!("show {} -s getting-in -s outlook --format json", ids.join(" "));
        let answer: Value = serde_json::from_str(&builtin(&line).answered()).expect("JSON is printed");
        pages.extend(answer["roles"].as_array().cloned().unwrap_or_default());
    }
    pages
}

fn records(page: &Value) -> Vec<Value> {
    let of = |list: &Value| list.as_array().cloned().unwrap_or_default();
    [of(&page["getting_in"]["records"]), of(&page["outlook"])].concat()
}

/// Every figure equals its record, read here by another parser.
#[test]
fn every_figure_equals_its_evidence() {
    let mut evidence: BTreeMap<(String, String), Value> = BTreeMap::new();
    for file in fs::read_dir(repository("roles/evidence/preparation")).expect("evidence is there").flatten() {
        let text = fs::read_to_string(file.path()).expect("evidence is text");
        let read: Value = yaml_serde::from_str(&text).expect("evidence is YAML");
        for record in read["records"].as_array().expect("a file has records") {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            evidence.insert((text(&read["source"]), text(&record["code"])), record.clone());
        }
    }
    let same =
        |printed: &Value, known: &Value| printed.is_null() || printed == known || printed.as_f64() == known.as_f64();
    let mut compared = 0;
    for page in pages() {
        for record in records(&page) {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            let key = (text(&record["source"]["id"]), text(&record["record"]));
            let known = evidence.get(&key).unwrap_or_else(|| panic!("{}: no evidence for {key:?}", page["id"]));
            let plain =
                ["people", "openings_a_year", "change_a_year", "entry_education", "job_zone", "related_experience"];
            for field in plain {
                assert!(same(&record[field], &known[field]), "{key:?} {field}: {record} {known}");
            }
            for group in ["growth", "years_held", "months_asked"] {
                for field in ["percent", "from", "to", "n", "adverts", "p10", "p25", "median", "p75", "p90"] {
                    assert!(
                        same(&record[group][field], &known[group][field]),
                        "{key:?} {group} {field}: {record} {known}"
                    );
                }
            }
            for (at, band) in ["below_bachelor", "bachelor", "master_or_more"].iter().enumerate() {
                let printed = &record["education_needed"]["bands"][at]["percent"];
                assert!(same(printed, &known["education_needed"][band]), "{key:?} {band}: {record} {known}");
            }
            compared += 1;
        }
    }
    assert!(compared > 1_000, "only {compared} records were compared");
}

/// Nobody comes into a senior role without experience, and years are those of the title.
#[test]
fn what_a_page_never_says() {
    for page in pages() {
        for record in records(&page) {
            let is_senior = page["rank"].as_u64() >= Some(4);
            assert!(!is_senior || record["related_experience"] != "none", "{}", page["id"]);
            let has_years = !record["years_held"].is_null() || !record["months_asked"].is_null();
            assert!(!has_years || record["match"] != "proxy", "{}: {record}", page["id"]);
        }
    }
}

/// How many roles have what: exactly or closely, and at all.
#[test]
fn coverage() {
    type Says = fn(&Value) -> bool;
    fn is_said(it: &Value, field: &str) -> bool {
        it.get(field).is_some_and(|value| value.as_array().is_none_or(|list| !list.is_empty()))
    }
    let kinds: [(&str, Says); 4] = [
        ("education", |it| {
            ["entry_education", "education_needed", "education_held", "diploma", "degrees_held"]
                .iter()
                .any(|field| is_said(it, field))
        }),
        ("years", |it| !it["years_held"].is_null() || !it["months_asked"].is_null()),
        ("outlook", |it| !it["growth"].is_null() || !it["people"].is_null()),
        ("certificates", |it| is_said(it, "certificates")),
    ];
    let pages = pages();
    let mut counted = String::new();
    for (name, says) in kinds {
        let with = |near: bool| {
            let is_told = |it: &Value| says(it) && (!near || it["match"] != "proxy");
            let roles: BTreeSet<String> = pages
                .iter()
                .filter(|page| records(page).iter().any(is_told))
                .map(|page| page["id"].to_string())
                .collect();
            roles.len()
        };
        counted += &format!("{name}: {} roles, {} exact or close\n", with(false), with(true));
    }
    assert_data_eq!(
        counted,
        str![[r#"
education: 266 roles, 136 exact or close
years: 117 roles, 117 exact or close
outlook: 266 roles, 37 exact or close
certificates: 67 roles, 36 exact or close

"#]]
    );
}

/// Of one occupation, the role that bears its name stands first.
#[test]
fn roles_of_one_occupation_are_listed_the_nearest_first() {
    let listed = builtin("list --sort growth --format tsv --fields occupation_code,match --no-header").answered();
    let rank = |line: &str| ["exact", "close", "proxy"].iter().position(|quality| line.ends_with(quality));
    let lines: Vec<&str> = listed.lines().collect();
    for pair in lines.windows(2).filter(|pair| pair[0].split('\t').next() == pair[1].split('\t').next()) {
        assert!(rank(pair[0]) <= rank(pair[1]), "{pair:?}");
    }
}
