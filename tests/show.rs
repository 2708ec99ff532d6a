//! The page of a role, and its lines.

use snapbox::{assert_data_eq, str};

use crate::support::miniature;

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
day           The morning goes to data residency, since a new country is to be served.
day           In the evening the board hears what could go wrong, and what it would cost.
competency    People leadership           100  expert        C  readings 100, 98, 100
competency    Technology strategy          96  practitioner  C  readings 96, 94, 99
competency    Architecture                 61  working       C  readings 61, 59, 64
competency    Operations and reliability   25  awareness     C  readings 25, 23, 28
competency    Quality                      25  awareness     C  readings 25, 23, 28
salary        World          world        -  180,000  -  USD/year  2025  n=12   total  survey  exact
salary        United States  us     150,000  200,000  -  USD/year  2025  n=100  gross  bureau  proxy, all ranks: "Chiefs"  (The highest figures are not published.)
tool          Git  Delivery  awareness  editorial
getting-in    no public figure
outlook       no public figure
prerequisite  vp-engineering      Vice President of Engineering  Ladder 2024, founding page
prerequisite  principal-engineer  Principal Engineer             editorial
next          none listed yet

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

Day in the life
  The morning goes to data residency, since a new country is to be served.

  In the evening the board hears what could go wrong, and what it would cost.

Core competencies                           weight 0 to 100 · level · confidence
  People leadership           100  ████████████████████  expert        C
  Technology strategy          96  ███████████████████▏  practitioner  C
  Architecture                 61  ████████████▏         working       C
  Operations and reliability   25  █████                 awareness     C
  Quality                      25  █████                 awareness     C

Salary by region             as published, gross unless noted; nothing converted
  region             p25   median  p75          year    n  match
  World                –  180,000    –  USD/yr  2025   12  exact ¹
  United States  150,000  200,000    –  USD/yr  2025  100  all ranks ²
  ¹ total pay, Survey 2025   ² Bureau 2025, “Chiefs”

Tools                ◆ in demand · ● widely asked for · proficiency is editorial
  Delivery         Git · awareness

Getting in        what people hold and adverts ask; an occupation is not a grade
  No public figure.

Outlook                                      of the occupation, not of the grade
  No public figure.

Career
  Vice President of Engineering ─▶ Chief Technology Officer ─▶ none listed yet
  also from Principal Engineer (editorial)

Evidence: Ladder 2024, Bureau 2025, Survey 2025, founding page, readers.
Where a figure comes from: roles why cto people
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

Day in the life
  The morning goes to data residency,
  since a new country is to be served.

  In the evening the board hears what
  could go wrong, and what it would
  cost.

Core competencies
  weight 0 to 100 · level · confidence
  People leadership
    weight 100
    level expert
    confidence C
  Technology strategy
    weight 96
    level practitioner
    confidence C
  Architecture
    weight 61
    level working
    confidence C
  Operations and reliability
    weight 25
    level awareness
    confidence C
  Quality
    weight 25
    level awareness
    confidence C

Salary by region
  as published, gross unless noted;
  nothing converted
  World
    p25 –
    median 180,000
    p75 –
    USD/yr
    year 2025
    n 12
    match exact ¹
  United States
    p25 150,000
    median 200,000
    p75 –
    USD/yr
    year 2025
    n 100
    match all ranks ²
  ¹ total pay, Survey 2025   ² Bureau
  2025, “Chiefs”

Tools
  ◆ in demand · ● widely asked for ·
  proficiency is editorial
  Delivery
      Git · awareness

Getting in
  what people hold and adverts ask; an
  occupation is not a grade
  No public figure.

Outlook
  of the occupation, not of the grade
  No public figure.

Career
  Vice President of Engineering ─▶ Chief
  Technology Officer ─▶ none listed yet
  also from Principal Engineer
  (editorial)

Evidence: Ladder 2024, Bureau 2025,
Survey 2025, founding page, readers.
Where a figure comes from: roles why cto
people
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

Core competencies                                       weight 0 to 100 · level · confidence
  People leadership           100  ████████████████████  expert        C
  Technology strategy          96  ███████████████████▏  practitioner  C
  Architecture                 61  ████████████▏         working       C
  Operations and reliability   25  █████                 awareness     C
  Quality                      25  █████                 awareness     C

Salary by region                         as published, gross unless noted; nothing converted
  region             p25   median  p75          year    n  match
  World                –  180,000    –  USD/yr  2025   12  exact ¹
  United States  150,000  200,000    –  USD/yr  2025  100  all ranks ²
  ¹ total pay, Survey 2025   ² Bureau 2025, “Chiefs”

Career
  Vice President of Engineering ─▶ Chief Technology Officer ─▶ none listed yet
  also from Principal Engineer (editorial)

Evidence: Ladder 2024, Bureau 2025, Survey 2025, founding page, readers.
Where a figure comes from: roles why cto people
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

Day in the life
  The morning goes to data residency, since a new country is to be served.

  In the evening the board hears what could go wrong, and what it would cost.

Core competencies                           weight 0 to 100 - level - confidence
  People leadership           100  ####################  expert        C
  Technology strategy          96  ###################   practitioner  C
  Architecture                 61  ############          working       C
  Operations and reliability   25  #####                 awareness     C
  Quality                      25  #####                 awareness     C

Salary by region             as published, gross unless noted; nothing converted
  region             p25   median  p75          year    n  match
  World                -  180,000    -  USD/yr  2025   12  exact [1]
  United States  150,000  200,000    -  USD/yr  2025  100  all ranks [2]
  [1] total pay, Survey 2025   [2] Bureau 2025, "Chiefs"

Tools                * in demand - + widely asked for - proficiency is editorial
  Delivery         Git - awareness

Getting in        what people hold and adverts ask; an occupation is not a grade
  No public figure.

Outlook                                      of the occupation, not of the grade
  No public figure.

Career
  Vice President of Engineering --> Chief Technology Officer --> none listed yet
  also from Principal Engineer (editorial)

Evidence: Ladder 2024, Bureau 2025, Survey 2025, founding page, readers.
Where a figure comes from: roles why cto people
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
Leadership · executive · also CTO, Chief Technical Officer · from miniature.
Sets the technology strategy of the company, and answers for it.

Day in the life.
The morning goes to data residency, since a new country is to be served.
In the evening the board hears what could go wrong, and what it would cost.

Core competencies.
weight 0 to 100 · level · confidence.
People leadership: weight 100, level expert, confidence C.
Technology strategy: weight 96, level practitioner, confidence C.
Architecture: weight 61, level working, confidence C.
Operations and reliability: weight 25, level awareness, confidence C.
Quality: weight 25, level awareness, confidence C.

Salary by region.
as published, gross unless noted; nothing converted.
World: p25 –, median 180,000, p75 –, USD/yr, year 2025, n 12, match exact ¹.
United States: p25 150,000, median 200,000, p75 –, USD/yr, year 2025, n 100, match all ranks ².
¹ total pay, Survey 2025   ² Bureau 2025, “Chiefs”.

Tools.
◆ in demand · ● widely asked for · proficiency is editorial.
Delivery:   Git · awareness.

Getting in.
what people hold and adverts ask; an occupation is not a grade.
No public figure.

Outlook.
of the occupation, not of the grade.
No public figure.

Career.
Vice President of Engineering ─▶ Chief Technology Officer ─▶ none listed yet.
also from Principal Engineer (editorial).
Evidence: Ladder 2024, Bureau 2025, Survey 2025, founding page, readers.
Where a figure comes from: roles why cto people.
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

## Day in the life

The morning goes to data residency, since a new country is to be served.

In the evening the board hears what could go wrong, and what it would cost.

## Core competencies

*weight 0 to 100 · level · confidence*

| competency | weight | level | confidence |
| --- | ---: | --- | --- |
| People leadership | 100 | expert | C |
| Technology strategy | 96 | practitioner | C |
| Architecture | 61 | working | C |
| Operations and reliability | 25 | awareness | C |
| Quality | 25 | awareness | C |

## Salary by region

*as published, gross unless noted; nothing converted*

| region | p25 | median | p75 |  | year | n | match |
| --- | ---: | ---: | ---: | --- | --- | ---: | --- |
| World | – | 180,000 | – | USD/yr | 2025 | 12 | exact ¹ |
| United States | 150,000 | 200,000 | – | USD/yr | 2025 | 100 | all ranks ² |

¹ total pay, Survey 2025   ² Bureau 2025, “Chiefs”

## Tools

*◆ in demand · ● widely asked for · proficiency is editorial*

- **Delivery**:   Git · awareness

## Getting in

*what people hold and adverts ask; an occupation is not a grade*

No public figure.

## Outlook

*of the occupation, not of the grade*

No public figure.

## Career

Vice President of Engineering ─▶ Chief Technology Officer ─▶ none listed yet

also from Principal Engineer (editorial)

Evidence: Ladder 2024, Bureau 2025, Survey 2025, founding page, readers.

Where a figure comes from: roles why cto people

How people get there: roles path cto

"#]]
    );
}

#[test]
fn two_roles_in_a_pipe() {
    assert_data_eq!(
        miniature("show cto sre --section salary --section career").to_string(),
        str![[r#"
salary        cto  World          world        -  180,000  -  USD/year  2025  n=12   total  survey  exact
salary        cto  United States  us     150,000  200,000  -  USD/year  2025  n=100  gross  bureau  proxy, all ranks: "Chiefs"  (The highest figures are not published.)
prerequisite  cto  vp-engineering      Vice President of Engineering  Ladder 2024, founding page
prerequisite  cto  principal-engineer  Principal Engineer             editorial
next          cto  none listed yet
salary        sre  Georgia  ge  -  6,000  -  GEL/month  2025  n=15  net  survey  exact
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
day           You turn a request of two lines into a plan of ten, and then into code.
day           Before you go home you look whether somebody uses what you released this morning.
competency    Architecture                81  practitioner  C  readings 82, 80, 85
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
salary        United States           us                        90,000  110,000  130,000  USD/year  2025  n=80    total             survey  exact, all ranks
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
day         You wind a tape forward, and then back.
day         Nobody calls.
competency  Operations and reliability  40  working  C  editorial: Tapes are operated; no framework has an archivist.
salary      no public figure
tool        Linux  Infrastructure  awareness  editorial
getting-in  no public figure
outlook     no public figure
next        none listed yet

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
          "level": 50,
          "proficiency": "working",
          "confidence": "C",
          "basis": "stated",
          "readings": [],
          "judged": null,
          "outside": null,
          "contested": false,
          "sources": [],
          "editorial": "Tapes are operated; no framework has an archivist."
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
day				
day				
competency	operations	Operations and reliability	40	Tapes are operated; no framework has an archivist.
salary				
tool	linux	Linux		
getting-in				
outlook				
next				

"#]]
    );
}
