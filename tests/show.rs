//! The page of a role, and its lines.

use snapbox::{assert_data_eq, str};

use crate::support::{builtin, miniature};

#[test]
fn a_role_in_a_pipe() {
    assert_data_eq!(
        miniature("show cto").to_string(),
        str![[r#"
role          cto  Chief Technology Officer  Leadership  executive
url           https://www.onetonline.org/link/summary/90-0002.00
alias         CTO
alias         Chief Technical Officer
summary       Sets the technology strategy of the company, and answers for it.
competency    People leadership           100  expert        C  readings 100, 98, 100
competency    Technology strategy          96  practitioner  C  readings 96, 94, 99
competency    Architecture                 61  working       C  readings 61, 59, 64
competency    Operations and reliability   25  awareness     C  readings 25, 23, 28
competency    Quality                      25  awareness     C  readings 25, 23, 28
salary        World          world        -  180,000  -  USD/year  2025  n=12   total  survey  exact                       (few: fewer than 20 people)
salary        United States  us     150,000  200,000  -  USD/year  2025  n=100  gross  bureau  proxy, all ranks: "Chiefs"  (The highest figures are not published.)
tool          Git  Delivery  awareness  editorial
getting-in    no public figure
outlook       no public figure
prerequisite  vp-engineering      Vice President of Engineering  Ladder 2024, founding page
prerequisite  principal-engineer  Principal Engineer             editorial
next          none listed yet
day           The morning goes to data residency, since a new country is to be served.
day           In the evening the board hears what could go wrong, and what it would cost.

"#]]
    );
}

#[test]
fn a_role_as_a_page() {
    assert_data_eq!(
        miniature("show cto --format page").to_string(),
        str![[r#"
Chief Technology Officer                                                     cto
Leadership · executive · also CTO, Chief Technical Officer · from miniature

  Sets the technology strategy of the company, and answers for it.

Competencies                                weight 0 to 100 · confidence · level
  People leadership           100  C  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●  ●●●●  expert
  Technology strategy          96  C  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●┈  ●●●○  practitioner
  Architecture                 61  C  ┈┈┈┈┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈  ●●○○  working
  Operations and reliability   25  C  ┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  ●○○○  awareness
  Quality                      25  C  ┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  ●○○○  awareness

Salary by region         p25, median, p75 and n as published, gross unless noted
  World                –  180,000  –  exact USD/yr total pay, Survey 2025     12
  United States  150,000  200,000  –                                         100
    proxy, all ranks USD/yr, Bureau 2025, “Chiefs”

Tools                                                   proficiency is editorial
  awareness      Git

Getting in        what people hold and adverts ask; an occupation is not a grade
  No public figure.

Outlook                                      of the occupation, not of the grade
  No public figure.

Career                                           ◆ a source that states the move
  from  Vice President of Engineering  vp-engineering      ◆◆ 2 sources
        Principal Engineer             principal-engineer  editorial
  to    none listed yet

Day in the life
  The morning goes to data residency, since a new country is to be served.

  In the evening the board hears what could go wrong, and what it would cost.

5 sources. Where a figure comes from: roles why cto people
How people get there: roles path cto

"#]]
    );
}

#[test]
fn a_page_of_forty_columns() {
    assert_data_eq!(
        miniature("show cto --format page --width 40").to_string(),
        str![[r#"
Chief Technology Officer             cto
Leadership · executive · also CTO, Chief
Technical Officer · from miniature

  Sets the technology strategy of the
  company, and answers for it.

Competencies
  weight 0 to 100 · confidence · level
  People leadership
    weight 100
    confidence C
    level expert
  Technology strategy
    weight 96
    confidence C
    level practitioner
  Architecture
    weight 61
    confidence C
    level working
  Operations and reliability
    weight 25
    confidence C
    level awareness
  Quality
    weight 25
    confidence C
    level awareness

Salary by region
  p25, median, p75 and n as published,
  gross unless noted
  World
    p25 –
    median 180,000
    p75 –
    exact USD/yr total pay, Survey 2025
    n 12
  United States
    p25 150,000
    median 200,000
    p75 –
    proxy, all ranks USD/yr, Bureau
      2025, “Chiefs”
    n 100

Tools           proficiency is editorial
  awareness
    Git

Getting in
  what people hold and adverts ask; an
  occupation is not a grade
  No public figure.

Outlook
  of the occupation, not of the grade
  No public figure.

Career   ◆ a source that states the move
  from  Vice President of   ◆◆ 2 sources
        Engineering
        Principal Engineer  editorial
  to    none listed yet

Day in the life
  The morning goes to data residency,
  since a new country is to be served.

  In the evening the board hears what
  could go wrong, and what it would
  cost.

5 sources. Where a figure comes from:
roles why cto people
How people get there: roles path cto

"#]]
    );
}

#[test]
fn a_page_of_a_hundred_and_twenty_columns() {
    assert_data_eq!(
        miniature("show cto --section competencies --section salary --section career --format page --width 120")
            .to_string(),
        str![[r#"
Chief Technology Officer                                                                 cto
Leadership · executive · also CTO, Chief Technical Officer · from miniature

Competencies                                            weight 0 to 100 · confidence · level
  People leadership           100  C  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●  ●●●●  expert
  Technology strategy          96  C  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●┈  ●●●○  practitioner
  Architecture                 61  C  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈  ●●○○  working
  Operations and reliability   25  C  ┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  ●○○○  awareness
  Quality                      25  C  ┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  ●○○○  awareness

Salary by region                     p25, median, p75 and n as published, gross unless noted
  World                –  180,000  –  exact USD/yr total pay, Survey 2025                 12
  United States  150,000  200,000  –  proxy, all ranks USD/yr, Bureau 2025, “Chiefs”     100

Career                                                       ◆ a source that states the move
  from  Vice President of Engineering  vp-engineering      ◆◆ 2 sources
        Principal Engineer             principal-engineer  editorial
  to    none listed yet

5 sources. Where a figure comes from: roles why cto people
How people get there: roles path cto

"#]]
    );
}

#[test]
fn a_page_in_ascii() {
    assert_data_eq!(
        miniature("show cto --format page --ascii").to_string(),
        str![[r#"
Chief Technology Officer                                                     cto
Leadership - executive - also CTO, Chief Technical Officer - from miniature

  Sets the technology strategy of the company, and answers for it.

Competencies                                weight 0 to 100 - confidence - level
  People leadership           100  C  .....................o  ****  expert
  Technology strategy          96  C  ....................o.  ***.  practitioner
  Architecture                 61  C  .............o........  **..  working
  Operations and reliability   25  C  .....o................  *...  awareness
  Quality                      25  C  .....o................  *...  awareness

Salary by region         p25, median, p75 and n as published, gross unless noted
  World                -  180,000  -  exact USD/yr total pay, Survey 2025     12
  United States  150,000  200,000  -                                         100
    proxy, all ranks USD/yr, Bureau 2025, "Chiefs"

Tools                                                   proficiency is editorial
  awareness      Git

Getting in        what people hold and adverts ask; an occupation is not a grade
  No public figure.

Outlook                                      of the occupation, not of the grade
  No public figure.

Career                                           * a source that states the move
  from  Vice President of Engineering  vp-engineering      ** 2 sources
        Principal Engineer             principal-engineer  editorial
  to    none listed yet

Day in the life
  The morning goes to data residency, since a new country is to be served.

  In the evening the board hears what could go wrong, and what it would cost.

5 sources. Where a figure comes from: roles why cto people
How people get there: roles path cto

"#]]
    );
}

#[test]
fn a_page_for_a_screen_reader() {
    assert_data_eq!(
        miniature("show cto --format page --plain").to_string(),
        str![[r#"
Chief Technology Officer, cto.
Leadership, executive, also CTO, Chief Technical Officer, from miniature.
Sets the technology strategy of the company, and answers for it.

Competencies.
weight 0 to 100, confidence, level.
People leadership: weight 100, confidence C, level expert.
Technology strategy: weight 96, confidence C, level practitioner.
Architecture: weight 61, confidence C, level working.
Operations and reliability: weight 25, confidence C, level awareness.
Quality: weight 25, confidence C, level awareness.

Salary by region.
p25, median, p75 and n as published, gross unless noted.
World: p25 not said, median 180,000, p75 not said, exact USD per year total pay, Survey 2025, n 12.
United States: p25 150,000, median 200,000, p75 not said, proxy, all ranks USD per year, Bureau 2025, "Chiefs", n 100.

Tools.
proficiency is editorial.
awareness: Git.

Getting in.
what people hold and adverts ask; an occupation is not a grade.
No public figure.

Outlook.
of the occupation, not of the grade.
No public figure.

Career.
from: Vice President of Engineering, vp-engineering, 2 sources.
from: Principal Engineer, principal-engineer, editorial.
to: none listed yet.

Day in the life.
The morning goes to data residency, since a new country is to be served.
In the evening the board hears what could go wrong, and what it would cost.
5 sources. Where a figure comes from: roles why cto people.
How people get there: roles path cto.

"#]]
    );
}

#[test]
fn a_page_in_markdown() {
    assert_data_eq!(
        miniature("show cto --format md").to_string(),
        str![[r#"
# Chief Technology Officer `cto`

Leadership · executive · also CTO, Chief Technical Officer · from miniature

Sets the technology strategy of the company, and answers for it.

## Competencies

*weight 0 to 100 · confidence · level*

| competency | weight | confidence | level |
| --- | ---: | --- | --- |
| People leadership | 100 | C | expert |
| Technology strategy | 96 | C | practitioner |
| Architecture | 61 | C | working |
| Operations and reliability | 25 | C | awareness |
| Quality | 25 | C | awareness |

## Salary by region

*p25, median, p75 and n as published, gross unless noted*

| region | p25 | median | p75 |  | n |
| --- | ---: | ---: | ---: | --- | ---: |
| World | – | 180,000 | – | exact USD/yr total pay, Survey 2025 | 12 |
| United States | 150,000 | 200,000 | – | proxy, all ranks USD/yr, Bureau 2025, “Chiefs” | 100 |

## Tools

*proficiency is editorial*

- **awareness**: Git

## Getting in

*what people hold and adverts ask; an occupation is not a grade*

No public figure.

## Outlook

*of the occupation, not of the grade*

No public figure.

## Career

*◆ a source that states the move*

|  |  |  |  |
| --- | --- | --- | --- |
| from | Vice President of Engineering | vp-engineering | ◆◆ 2 sources |
|  | Principal Engineer | principal-engineer | editorial |
| to | none listed yet |  |  |

## Day in the life

The morning goes to data residency, since a new country is to be served.

In the evening the board hears what could go wrong, and what it would cost.

5 sources. Where a figure comes from: roles why cto people

How people get there: roles path cto

"#]]
    );
}

#[test]
fn two_roles_in_a_pipe() {
    assert_data_eq!(
        miniature("show cto sre --section salary --section career").to_string(),
        str![[r#"
salary        cto  World          world        -  180,000  -  USD/year  2025  n=12   total  survey  exact                       (few: fewer than 20 people)
salary        cto  United States  us     150,000  200,000  -  USD/year  2025  n=100  gross  bureau  proxy, all ranks: "Chiefs"  (The highest figures are not published.)
prerequisite  cto  vp-engineering      Vice President of Engineering  Ladder 2024, founding page
prerequisite  cto  principal-engineer  Principal Engineer             editorial
next          cto  none listed yet
salary        sre  Georgia  ge  -  6,000  -  GEL/month  2025  n=15  net  survey  exact  (few: fewer than 20 people)
salary        sre  Germany  de  -  3,000  -  EUR/month  2025  n=40  net  survey  exact  (After tax, a month.)
prerequisite  sre  operator  Systems Operator  founding page
prerequisite  sre  engineer  Engineer          editorial
next          sre  staff-engineer  Staff Engineer  Ladder 2024, Rungs 2024
lateral       sre  senior-engineer  Senior Engineer  Rungs 2024

"#]]
    );
}

#[test]
fn one_region() {
    assert_data_eq!(
        miniature("show engineer --section salary --region us-ca").to_string(),
        str![[r#"
salary  California  us-ca  -  120,000  -  USD/year  2025  n=300  gross  bureau  close, all ranks: "Makers"

"#]]
    );
}

#[test]
fn everything() {
    assert_data_eq!(
        miniature("show engineer --all").to_string(),
        str![[r#"
role          engineer  Engineer  Engineering  mid
url           https://www.onetonline.org/link/summary/90-0001.00
alias         Software Engineer
alias         Developer
rung          junior              junior-engineer      Junior Engineer
rung          mid                 engineer             Engineer
rung          senior              senior-engineer      Senior Engineer
rung          staff               none in the catalog
rung          principal engineer  principal-engineer   Principal Engineer
summary       Builds whole features, from the request to the day they are used.
competency    Architecture                82  practitioner  C  readings 82, 80, 85
competency    Quality                     60  practitioner  C  readings 60, 58, 63
competency    Operations and reliability  51  awareness     C  readings 51, 49, 54
competency    People leadership           26  awareness     C  readings 26, 24, 29
competency    Technology strategy         25  not rated     C  from evidence, not read
salary        California              us-ca                          -  120,000        -  USD/year  2025  n=300   gross             bureau  close, all ranks: "Makers"
salary        Georgia                 us-ga                          -   95,000        -  USD/year  2025  n=100   gross             bureau  close, all ranks: "Makers"
salary        Germany                 de                             -   60,000        -  EUR/year  2025  n=60    total             survey  exact, all ranks
salary        Germany                 de                             -   55,000        -  EUR/year  2025  n=1500  gross             bureau  proxy, all ranks: "Computing people"
salary        Sacramento, CA          us-ca-sacramento               -  115,000        -  USD/year  2025  n=50    gross             bureau  close, all ranks: "Makers"
salary        San Jose-Sunnyvale, CA  us-ca-san-jose-sunnyvale       -  150,000        -  USD/year  2025  n=100   gross             bureau  close, all ranks: "Makers"
salary        Texas                   us-tx                          -  110,000        -  USD/year  2025  n=200   gross             bureau  close, all ranks: "Makers"
salary        United Kingdom          gb                             -   50,000        -  GBP/year  2025  n=2000  gross             bureau  proxy, all ranks: "Computing people"
salary        United States           us                        90,000  110,000  130,000  USD/year  2025  n=80    total             survey  exact, all ranks                      (another source than other rungs of the ladder)
salary        United States           us                             -  130,000        -  USD/year  2025  n=300   gross advertised  board   exact, all ranks
salary        United States           us                        80,000  100,000  120,000  USD/year  2025  n=1000  gross             bureau  close, all ranks: "Makers"
salary        United States           us                             -   90,000        -  USD/year  2024  n=900   gross             bureau  close, all ranks: "Makers"
tool          Git     Delivery   practitioner  in demand, hot; 91% of 200, Survey 2025
tool          C++     Languages  practitioner  hot; 27% of 200, Survey 2025
tool          C       Languages  awareness     editorial
tool          Python  Languages  working       50% of 200, Survey 2025
getting-in    no public figure
outlook       no public figure
prerequisite  junior-engineer  Junior Engineer  Ladder 2024, Rungs 2024, founding page
next          senior-engineer  Senior Engineer            Ladder 2024
next          sre              Site Reliability Engineer  editorial
lateral       operator  Systems Operator  editorial
related       operator  Systems Operator  O*NET 2025
name          de  Softwareentwickler
name          de  Softwareentwicklerin
name          fr  Ingénieur logiciel
name          zh  软件工程师
occupation    O*NET    90-0001.00      Makers
occupation    ESCO     software maker  -
occupation    GDaD     Maker           Maker
occupation    ISCO-08  2512            -
occupation    NICE     OM-DTA-001      -
day           You turn a request of two lines into a plan of ten, and then into code.
day           Before you go home you look whether somebody uses what you released this morning.

"#]]
    );
}

#[test]
fn a_role_without_a_figure() {
    assert_data_eq!(
        miniature("show loner").to_string(),
        str![[r#"
role        loner  Archivist of Tapes  Operations  mid
summary     Looks after the old tapes, alone.
competency  Operations and reliability  40  working  C  editorial: Tapes are operated; no framework has an archivist.
salary      no public figure
tool        Linux  Infrastructure  awareness  editorial
getting-in  no public figure
outlook     no public figure
next        none listed yet
day         You wind a tape forward, and then back.
day         Nobody calls.

"#]]
    );
}

#[test]
fn the_file_itself() {
    assert_data_eq!(
        miniature("show loner --format yaml").to_string(),
        str![[r#"
title: Archivist of Tapes
track: individual-contributor
level: 3
summary: Looks after the old tapes, alone.
day:
  - You wind a tape forward, and then back.
  - Nobody calls.
competencies:
  - {competency: operations, weight: 40, level: working, why: "Tapes are operated; no framework has an archivist."}
tools:
  - {tool: linux, proficiency: awareness}

"#]]
    );
}

#[test]
fn titles_need_no_quotes() {
    assert_data_eq!(
        miniature("show site reliability engineer --section summary").to_string(),
        str![[r#"
role     sre  Site Reliability Engineer  Operations  senior
url      https://www.onetonline.org/link/summary/90-0003.00
alias    Reliability Engineer
summary  Makes the service reliable by writing software for it.

"#]]
    );
}

#[test]
fn as_json() {
    assert_data_eq!(
        miniature("show loner --format json").to_string(),
        str![[r#"
{
  "version": 2,
  "resolved": [],
  "command": "show",
  "regions": [],
  "roles": [
    {
      "id": "loner",
      "title": "Archivist of Tapes",
      "family": {
        "id": "operations",
        "title": "Operations"
      },
      "track": "individual-contributor",
      "rank": 3,
      "level": "mid",
      "catalogs": [
        "miniature"
      ],
      "stated": [],
      "aliases": [],
      "replaces": [],
      "ladder": [],
      "summary": "Looks after the old tapes, alone.",
      "day": [
        "You wind a tape forward, and then back.",
        "Nobody calls."
      ],
      "competencies": [
        {
          "id": "operations",
          "title": "Operations and reliability",
          "weight": 40,
          "band": null,
          "difference": null,
          "level": 50,
          "proficiency": "working",
          "confidence": "C",
          "basis": "stated",
          "readings": [],
          "judged": null,
          "outside": null,
          "contested": false,
          "sources": [],
          "editorial": "Tapes are operated; no framework has an archivist.",
          "stated_by": null,
          "expects": []
        }
      ],
      "salary": [],
      "top_of_market": [],
      "tools": [
        {
          "id": "linux",
          "title": "Linux",
          "group": "Infrastructure",
          "proficiency": "awareness",
          "in_demand": false,
          "hot": false,
          "share": null
        }
      ],
      "getting_in": {
        "requires": null,
        "records": []
      },
      "outlook": [],
      "career": {
        "prerequisites": [],
        "next": [],
        "lateral": [],
        "related": []
      },
      "occupations": [],
      "translations": [],
      "sources": []
    }
  ]
}

"#]]
    );
}

#[test]
fn as_tsv() {
    assert_data_eq!(
        miniature("show loner --format tsv --fields kind,id,title,weight,note").to_string(),
        str![[r#"
kind	id	title	weight	note
role	loner	Archivist of Tapes		
summary				
competency	operations	Operations and reliability	40	Tapes are operated; no framework has an archivist.
salary				
tool	linux	Linux		
getting-in				
outlook				
next				
day				
day				

"#]]
    );
}

/// What a heading says at its right ends where the lines beneath it do, on pages wider than prose too.
#[test]
fn no_line_of_a_role_goes_beyond_its_heading() {
    for width in [80, 100, 120, 139] {
        let page = builtin(&format!("show cto --format page --width {width}")).answered();
        let mut end = 0;
        for line in page.lines() {
            let columns = unicode_width::UnicodeWidthStr::width(line);
            if line.starts_with(char::is_alphabetic) {
                end = columns;
            }
            assert!(columns <= end.max(92), "{width}: {line}\n{page}");
        }
    }
}
