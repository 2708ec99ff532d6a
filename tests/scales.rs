//! Scales of a company's own for levels of competencies: one of five steps for a catalog, one of three for a
//! competency, laid over another catalog and alone.

use snapbox::{assert_data_eq, str};

use crate::played::{Played, RIGHT, ctrl};
use crate::support::{Outcome, Roles, Scratch, checked_over_names, repository, run};

/// The ladder of Orchard, laid over the miniature catalog: five steps that stand for ours, three that do not.
fn over(line: &str, profile: &str) -> Outcome {
    let roles = Roles::builtin().words("--no-builtin --catalog miniature --catalog scales");
    roles.words(line).folder(&repository("tests")).input(profile).run()
}

/// The ladder of a cellar, alone: five steps that stand for none of ours.
fn alone(line: &str, profile: &str) -> Outcome {
    let roles = Roles::builtin().words("--no-builtin --catalog steps");
    roles.words(line).folder(&repository("tests")).input(profile).run()
}

const ANN: &str =
    "role: grafter\ncompetencies: {grafting: Able, climbing: low, architecture: working, quality: expert}\n";

#[test]
fn both_ladders_are_checked() {
    assert_data_eq!(over("check scales", "").to_string(), str![[r#""#]]);
    assert_data_eq!(alone("check steps", "").to_string(), str![[r#""#]]);
}

#[test]
fn a_page_has_the_companys_words() {
    assert_data_eq!(
        over("show grafter --format page --section competencies", "").to_string(),
        str![[r#"
Grafter                                                                  grafter
Engineering · mid, individual contributor · from Orchard ladder

Competencies                                weight 0 to 100 · confidence · level
  Grafting      80  C  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈  ●●●○○  able
  Climbing      60  C  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  ●●○    middle
  Architecture  40  C  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  ●●○○○  learner

"#]]
    );
    assert_data_eq!(
        over("show grafter --section competencies", "").to_string(),
        str![[r#"
competency  Grafting      80  able     C  Orchard ladder
competency  Climbing      60  middle   C  Orchard ladder
competency  Architecture  40  learner  C  Orchard ladder: A row is planned by others.

"#]]
    );
    assert_data_eq!(
        over("show grafter --section competencies --format markdown", "").to_string(),
        str![[r#"
------- stderr -------
error: `markdown` is no value for `--format`
hint: did you mean `md`?
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        over(
            "show grafter --format tsv --fields id,weight,proficiency,level_score,own_level --section competencies",
            ""
        )
        .to_string(),
        str![[r#"
id	weight	proficiency	level_score	own_level
grafting	80	working	50	able
climbing	60			middle
architecture	40	awareness	25	learner

"#]]
    );
    assert_data_eq!(
        alone("show cellar-master --format page", "").to_string(),
        str![[r#"
Cellar Master                                                      cellar-master
Cellar · C2, makers · from Cellar ladder

  Says when it is ready.

Competencies                                weight 0 to 100 · confidence · level
  Tasting   50  C  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  ●●●●●  5
  Patience  50  C  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  ●●     much
  no weight is stated of 2 competencies: each weighs 50

What is expected
  Tasting: Names the slope.

Salary by region         p25, median, p75 and n as published, gross unless noted
  No public figure for the world or any country.

Getting in        what people hold and adverts ask; an occupation is not a grade
  No public figure.

Outlook                                      of the occupation, not of the grade
  No public figure.

Career
  from  Cellar Hand      cellar-hand  Cellar ladder
  to    none listed yet

"#]]
    );
}

#[test]
fn a_level_keeps_ours_beside_the_companys() {
    let json = over("show head-grafter --section competencies --format json", "").to_string();
    let value: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    let of = |at: usize, field: &str| value["roles"][0]["competencies"][at][field].clone();
    let told = |at| [of(at, "id"), of(at, "level"), of(at, "proficiency"), of(at, "own_level")];
    assert_data_eq!(
        serde_json::to_string_pretty(&[told(0), told(1)]).expect("it is JSON"),
        str![[r#"
[
  [
    "grafting",
    75,
    "practitioner",
    {
      "scale": [
        "novice",
        "learner",
        "able",
        "strong",
        "leading"
      ],
      "step": 4,
      "steps": 5,
      "word": "strong"
    }
  ],
  [
    "architecture",
    50,
    "working",
    {
      "scale": [
        "novice",
        "learner",
        "able",
        "strong",
        "leading"
      ],
      "step": 3,
      "steps": 5,
      "word": "able"
    }
  ]
]
"#]]
    );
}

#[test]
fn a_gap_is_measured_by_the_steps_of_one_scale() {
    assert_data_eq!(
        over("gap head-grafter --profile - --format page", ANN).to_string(),
        str![[r#"
Your gap to Head Grafter                                            head-grafter
fit 70%  ██████████████

Missing                                           by weight times levels missing
  competency  weight  levels         have  need
  Climbing        50  ●○○ → ●●●      low   high
  Grafting        85  ●●●○○ → ●●●●○  able  strong

Next                     what the next level of the three most urgent looks like
  Grafting, strong: A row that bears in its third year. · strong: Grafts a row,
  and sees it grow.

Met
  Architecture

No evidence                                      nobody rates them for this role
  People leadership, Operations and reliability, Technology strategy, Quality

"#]]
    );
    assert_data_eq!(
        over("gap head-grafter --profile -", ANN).to_string(),
        str![[r#"
fit          head-grafter  Head Grafter  70%
missing      climbing  50  low   high    middle  -
missing      grafting  85  able  strong  strong  Grafts a row, and sees it grow.
expects      grafting  A row that bears in its third year.
met          architecture
no-evidence  people
no-evidence  operations
no-evidence  strategy
no-evidence  quality

"#]]
    );
    let cellar = "competencies: {tasting: 3, patience: none}\n";
    assert_data_eq!(
        alone("gap cellar-master --profile - --format page", cellar).to_string(),
        str![[r#"
Your gap to Cellar Master                                          cellar-master
fit 30%  ██████

Missing                                           by weight times levels missing
  competency  weight  levels         have  need
  Patience        50  ○○ → ●●        none  much
  Tasting         50  ●●●○○ → ●●●●●  3     5

Next                     what the next level of the three most urgent looks like
  Tasting, 5: Names the slope.

"#]]
    );
}

#[test]
fn across_scales_ours_measure_or_nothing_does() {
    // A built-in competency in the company's words, and the company's in ours: the mapping carries both.
    let bea = "competencies: {architecture: strong, quality: working, grafting: working, climbing: working}\n";
    assert_data_eq!(
        over("gap senior-engineer --profile - --format page", bea).to_string(),
        str![[r#"
Your gap to Senior Engineer                                      senior-engineer
fit 39%  ███████▊
  4 of 5 competencies have a level; the others are left out
  not said: 6, counted as none

Missing                                           by weight times levels missing
  competency                  weight  levels       have      need
  Operations and reliability      87  –    → ●●●○  not said  practitioner
  People leadership               26  –    → ●●●○  not said  practitioner
  Quality                         62  ●●○○ → ●●●○  working   practitioner

Next                     what the next level of the three most urgent looks like
  Operations and reliability, awareness: Knows whom to call.
  People leadership, awareness: Shares what was learned.
  Quality, practitioner: Decides what is tested.

Tools                                             below the proficiency expected
  tool     levels       have      need
  C++      –    → ●●●●  not said  expert
  Git      –    → ●●●○  not said  practitioner
  SQL      –    → ●●○○  not said  working
  Jenkins  –    → ●●○○  not said  working

Met
  Architecture

Left out                                                  nobody rates the level
  Technology strategy

No evidence                                      nobody rates them for this role
  Grafting, Climbing

"#]]
    );
    // Nobody says how the three steps of climbing compare with ours.
    assert_data_eq!(
        over("gap head-grafter --profile - --format page", bea).to_string(),
        str![[r#"
Your gap to Head Grafter                                            head-grafter
fit 79%  ███████████████▊
  2 of 3 competencies are compared: of 1 nobody says how the scales compare;
  left out

Missing                                           by weight times levels missing
  competency  weight  levels       have     need
  Grafting        85  ●●○○ → ●●●○  working  practitioner (strong)

Next                     what the next level of the three most urgent looks like
  Grafting, practitioner (strong): A row that bears in its third year. ·
  practitioner: Grafts a row, and sees it grow.

Met
  Architecture

Scales differ       nobody says how the role's scale and yours compare: left out
  Climbing

No evidence                                      nobody rates them for this role
  People leadership, Operations and reliability, Technology strategy, Quality

"#]]
    );
}

#[test]
fn words_of_a_profile_are_those_of_the_scale() {
    let wrong = "competencies: {grafting: stron, climbing: expert}\ntools: {git: strong}\n";
    assert_data_eq!(
        over("gap head-grafter --profile -", wrong).to_string(),
        str![[r#"
------- stderr -------
error[unknown-level]: no level is called `stron`
 --> -:1:26
  |
1 | competencies: {grafting: stron, climbing: expert}
  |                          ^^^^^
  |
  = help: did you mean `strong`?

error[unknown-level]: no level is called `strong`
 --> -:2:14
  |
2 | tools: {git: strong}
  |              ^^^^^^
  |
  = help: levels are none, awareness, working, practitioner and expert,
          and n/a

error: the profile `-` is not valid
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        over("profile grafter", "").to_string(),
        str![[r#"
# A self-assessment, for `roles gap ROLE --profile FILE` and `roles match --profile FILE`.
# Put a level behind a name: none, awareness, working, practitioner or expert.
# A line may be left out, or stay blank: it says nothing. Titles and aliases serve as names too.
# n/a takes a line out of the measure: it has no bearing on your work.
# Where other levels stand above a name, it takes one of them, or none.
# What is asked for by Grafter (grafter).

# The role you hold now, by its id: `roles match` then says how many steps away each role is.
# role: grafter

competencies:
  # Architecture
  # Deciding the shape of a system.
  #   awareness: Can read a drawing of the system.
  #   working: Designs a component.
  #   practitioner: Designs a system.
  #   expert: Designs how the systems of a company fit together.
  architecture:

  # Grafting
  # Joining what has grown apart.
  #   novice: Holds the knife.
  #   learner
  #   able: Grafts one tree. Says when it will not take.
  #   strong: Grafts a row, and sees it grow.
  #   leading: Decides what is grafted onto what.
  grafting:

  # Climbing
  # Reaching what hangs high.
  #   low: Picks what hangs low.
  #   middle
  #   high: Picks from the top.
  climbing:

tools:

"#]]
    );
    assert_data_eq!(
        over("profile grafter --ask", "3\nhigh\n\nstrong\n").to_string(),
        str![[r#"
# A self-assessment, for `roles gap ROLE --profile FILE` and `roles match --profile FILE`.
# Put a level behind a name: none, awareness, working, practitioner or expert.
# A line may be left out, or stay blank: it says nothing. Titles and aliases serve as names too.
# n/a takes a line out of the measure: it has no bearing on your work.
# Where other levels stand above a name, it takes one of them, or none.
# What is asked for by Grafter (grafter).

# The role you hold now, by its id: `roles match` then says how many steps away each role is.
# role: grafter

competencies:
  # Architecture
  # Deciding the shape of a system.
  #   awareness: Can read a drawing of the system.
  #   working: Designs a component.
  #   practitioner: Designs a system.
  #   expert: Designs how the systems of a company fit together.
  architecture: practitioner

  # Grafting
  # Joining what has grown apart.
  #   novice: Holds the knife.
  #   learner
  #   able: Grafts one tree. Says when it will not take.
  #   strong: Grafts a row, and sees it grow.
  #   leading: Decides what is grafted onto what.
  grafting:

  # Climbing
  # Reaching what hangs high.
  #   low: Picks what hangs low.
  #   middle
  #   high: Picks from the top.
  climbing:

tools:
------- stderr -------
3 questions. A number is a level; Enter: not said; n: n/a, no bearing on your
work; q: stop and keep.

1/3  Architecture
  Deciding the shape of a system.
  0 none
  1 awareness: Can read a drawing of the system.
  2 working: Designs a component.
  3 practitioner: Designs a system.
  4 expert: Designs how the systems of a company fit together.
> 
2/3  Grafting
  Joining what has grown apart.
  0 none
  1 novice: Holds the knife.
  2 learner
  3 able: Grafts one tree. Says when it will not take.
  4 strong: Grafts a row, and sees it grow.
  5 leading: Decides what is grafted onto what.
>   `high` is none of: 0 to 5, Enter, n, q
> 
3/3  Climbing
  Reaching what hangs high.
  0 none
  1 low: Picks what hangs low.
  2 middle
  3 high: Picks from the top.
>   `strong` is none of: 0 to 3, Enter, n, q
> 
note: the input ended at question 3 of 3: what was said before it is kept
note: 1 level, 0 n/a, 2 not said

"#]]
    );
}

#[test]
fn a_step_up_is_told_in_the_companys_words() {
    assert_data_eq!(
        over("path grafter head-grafter --format page", "").to_string(),
        str![[r#"
Grafter → Head Grafter                                                    1 step

  Grafter  grafter
  │ Orchard ladder
  │ grows:
  │ Grafting      80 to 85  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈○─●┈┈┈┈  ●●●○○ → ●●●●○  strong
  │ Architecture  40 to 50  ┈┈┈┈┈┈┈┈┈┈┈○──●┈┈┈┈┈┈┈┈┈┈┈┈┈┈  ●●○○○ → ●●●○○  able
  ▼ Head Grafter  head-grafter

  More:
  roles --no-builtin --catalog miniature --catalog scales path grafter
  head-grafter --max 5

"#]]
    );
    assert_data_eq!(
        over("path grafter head-grafter", "").to_string(),
        str![[r#"
step  1.1  grafter  head-grafter  Orchard ladder  grows: Grafting 80 to 85 (able to strong), Architecture 40 to 50 (learner to able)

"#]]
    );
}

#[test]
fn roles_are_compared_on_one_scale_or_by_ours() {
    assert_data_eq!(
        over("compare grafter head-grafter --format page", "").to_string(),
        str![[r#"
Grafter and Head Grafter

  id            title         level       track                   family
  grafter       Grafter       mid (3)     individual contributor  Engineering
  head-grafter  Head Grafter  senior (4)  individual contributor  Engineering

Competencies                           weight · level · most apart by both first
  competency                                     ○ grafter  ● head-grafter  diff
  Climbing      ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●──○┈┈┈┈┈┈┈┈┈┈┈┈   60 ●●○     50 ●●●           10
  Grafting      ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈○─●┈┈┈┈   80 ●●●○○   85 ●●●●○          5
  Architecture  ┈┈┈┈┈┈┈┈┈┈┈┈○──●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈   40 ●●○○○   50 ●●●○○         10
  ●○○ low  ●●○ middle  ●●● high
  ●○○○○ novice  ●●○○○ learner  ●●●○○ able  ●●●●○ strong  ●●●●● leading

What is expected                                in the words of the roles' files
  Grafting, head-grafter: A row that bears in its third year.

Tools                                          proficiency expected is editorial
  None listed.

Salary           regions with a figure of one source for all; gross unless noted
  No region has figures of one source that tell them apart.
  What each is paid:
  roles --no-builtin --catalog miniature --catalog scales salary grafter
  head-grafter

How far apart                                                  fewest promotions
  grafter to head-grafter: 1 step
  head-grafter to grafter: no ladder

"#]]
    );
    assert_data_eq!(
        over("compare grafter senior-engineer engineer", "").to_string(),
        str![[r#"
role        grafter          Grafter          Engineering  mid
role        senior-engineer  Senior Engineer  Engineering  senior
role        engineer         Engineer         Engineering  mid
competency  Architecture                47  grafter 40 learner   senior-engineer 87 strong        engineer 82 practitioner
competency  Operations and reliability  36  grafter no evidence  senior-engineer 87 practitioner  engineer 51 awareness
competency  People leadership            0  grafter no evidence  senior-engineer 26 practitioner  engineer 26 awareness
competency  Quality                      2  grafter no evidence  senior-engineer 62 practitioner  engineer 60 practitioner
competency  Technology strategy          0  grafter no evidence  senior-engineer 25 not rated     engineer 25 not rated
competency  Climbing                     -  grafter 60 middle    senior-engineer no evidence      engineer no evidence
competency  Grafting                     -  grafter 80 able      senior-engineer no evidence      engineer no evidence
tool        SQL      grafter -  senior-engineer working       engineer -
tool        Jenkins  grafter -  senior-engineer working       engineer -
tool        C        grafter -  senior-engineer -             engineer awareness
tool        Python   grafter -  senior-engineer -             engineer working
tool        C++      grafter -  senior-engineer expert        engineer practitioner
tool        Git      grafter -  senior-engineer practitioner  engineer practitioner
distance    grafter          senior-engineer  no ladder
distance    grafter          engineer         no ladder
distance    senior-engineer  grafter          no ladder
distance    senior-engineer  engineer         no ladder
distance    engineer         grafter          no ladder
distance    engineer         senior-engineer  1 step

"#]]
    );
    assert_data_eq!(
        alone("compare cellar-hand cellar-master --format page", "").to_string(),
        str![[r#"
Cellar Hand and Cellar Master

  id             title          level   track   family
  cellar-hand    Cellar Hand    C1 (1)  makers  Cellar
  cellar-master  Cellar Master  C2 (2)  makers  Cellar

Competencies                           weight · level · most apart by both first
  competency                                ○ cellar-hand  ● cellar-master  diff
  Tasting     ┈┈┈┈┈┈┈┈┈┈┈┈┈┈2┈┈┈┈┈┈┈┈┈┈┈┈┈   50 ●●○○○       50 ●●●●●           0
  Patience    ┈┈┈┈┈┈┈┈┈┈┈┈┈┈2┈┈┈┈┈┈┈┈┈┈┈┈┈   50 ●○          50 ●●              0
  2 so many here
  ●○○○○ 1  ●●○○○ 2  ●●●○○ 3  ●●●●○ 4  ●●●●● 5
  ●○ little  ●● much

What is expected                                in the words of the roles' files
  Tasting, cellar-master: Names the slope.

Tools                                          proficiency expected is editorial
  None listed.

Salary           regions with a figure of one source for all; gross unless noted
  No region has figures of one source that tell them apart.
  What each is paid:
  roles --no-builtin --catalog steps salary cellar-hand cellar-master

How far apart                                                  fewest promotions
  cellar-hand to cellar-master: 1 step
  cellar-master to cellar-hand: no ladder

"#]]
    );
}

#[test]
fn a_person_is_placed_by_it() {
    assert_data_eq!(
        over("match --profile - --max 3", ANN).to_string(),
        str![[r#"
grafter       Grafter       83%  like you 44%  mid                  carried by: Grafting, Architecture, Climbing  missing: Climbing            rated: 3/3                                the role you hold
head-grafter  Head Grafter  70%  like you 51%  senior    next step  carried by: Grafting, Architecture, Climbing  missing: Climbing, Grafting  rated: 3/3                                1 step away
engineer      Engineer      41%  like you 57%  mid                  carried by: Quality, Architecture             missing: Architecture, Operations and reliability, People leadership  rated: 4/5  not said: 6, counted as none  no ladder leads there from the role you hold

"#]]
    );
    let cellar = "competencies: {tasting: 2, patience: little}\n";
    assert_data_eq!(
        alone("match --profile -", cellar).to_string(),
        str![[r#"
cellar-hand    Cellar Hand    100%  like you 100%  C1      carried by: Tasting, Patience                              rated: 2/2    your rank, inferred: C1, by cellar-hand
cellar-master  Cellar Master   45%  like you 22%   C2      carried by: Patience, Tasting  missing: Tasting, Patience  rated: 2/2    your rank, inferred: C1, by cellar-hand

"#]]
    );
    let team = "ann\ttasting\t2\nann\tpatience\tmuch\nbob\ttasting\t5\nbob\tpatience\texpert\n";
    assert_data_eq!(
        alone("match --profiles - --role cellar-master --format page", team).to_string(),
        str![[r#"
Who could step into Cellar Master                                  cellar-master
  person  steps away   fit  like  missing
  bob     not said    100%   44%
  ann     not said     70%   35%  Tasting

Coverage                               of 2 people, by the level that they claim
  Tasting: 1 0 · 2 1 · 3 0 · 4 0 · 5 1; 5 asked for, 1 reaches it
  Patience: little 0 · much 1 (as our levels: expert 1); much asked for, 1
  reaches it

"#]]
    );
    assert_data_eq!(
        alone("match --profiles - --role cellar-master", team).to_string(),
        str![[r#"
fit       bob  cellar-master  100%  like 44%                      scales differ: 1, not comparable, left out
fit       ann  cellar-master   70%  like 35%    missing: Tasting
coverage  tasting   awareness 0  working 0  practitioner 0  expert 0  1 0       2 1     3 0           4 0  5 1  1 reach 5
coverage  patience  awareness 0  working 0  practitioner 0  expert 1  little 0  much 1  1 reach much

"#]]
    );
}

#[test]
fn the_reason_of_a_level_is_its_step() {
    assert_data_eq!(
        over("why grafter architecture --format page", "").to_string(),
        str![[r#"
Grafter                                                                  grafter
mid, individual contributor

Architecture              weight 40 · learner (2 of 5, awareness) · confidence C
  weight 40: stated by the catalog `scales`: A row is planned by others.
  level learner: step 2 of 5 (novice, learner, able, strong, leading), stated;
  it stands for awareness

"#]]
    );
    assert_data_eq!(
        over("why grafter climbing", "").to_string(),
        str![[r#"
competency  climbing  60  middle  C  Orchard ladder
arithmetic  weight 60: stated by the catalog `scales`: stated in the role's file
arithmetic  level middle: step 2 of 3 (low, middle, high), stated; it stands for no level of ours

"#]]
    );
    // A level that is stated takes the place of the one that was read.
    assert_data_eq!(
        over("why senior-engineer architecture", "").to_string(),
        str![[r#"
competency  architecture  87  strong  C  readings 87, 85, 90
arithmetic  editors 87, 85, 90: 87
arithmetic  shown, and count for nothing: ESCO 2024 59.4 (close), Ladder 2024 40.2 (close), O*NET 2025 60.4 (proxy)
arithmetic  weight 87
arithmetic  confidence C: readings within 5; no source agrees
arithmetic  level strong: step 4 of 5 (novice, learner, able, strong, leading), stated; it stands for practitioner
evidence    onet    proxy  90-0001.00      skill:Programming       5 on 1 to 5
evidence    onet    proxy  90-0001.00      skill:Systems Analysis  4 on 1 to 5
evidence    onet    proxy  90-0003.00      skill:Systems Analysis  3 on 1 to 5
evidence    esco    proxy  software maker  Architect components    essential
evidence    esco    proxy  software maker  design system           essential
evidence    esco    close  systems keeper  architect networks      essential
evidence    ladder  close  Maker 3         Design                  4
source      onet     O*NET 2025   2025  framework  CC0-1.0  O*NET-like ratings, invented for the tests.
source      esco     ESCO 2024    2024  framework  CC0-1.0  ESCO-like skills, invented for the tests.
source      ladder   Ladder 2024  -     ladder     CC0-1.0  A ladder invented for the tests.
source      readers  readers      2026  editorial  CC0-1.0  Readings of nobody, invented for the tests.
caveat      readers  Nobody read anything.

"#]]
    );
}

#[test]
fn a_competency_has_the_steps_of_its_scale() {
    assert_data_eq!(
        over("competencies grafting --format page", "").to_string(),
        str![[r#"
Grafting                                                                grafting

  Joining what has grown apart.

Levels                                                      what each looks like
  novice: Holds the knife.
  learner
  able: Grafts one tree. Says when it will not take.
  strong: Grafts a row, and sees it grow.
    signals Others bring them their cuttings.
  leading: Decides what is grafted onto what.

Roles                                             by weight · level · confidence
  Head Grafter  85  █████████████████  strong  C
  Grafter       80  ████████████████   able    C

Speaks for it                                         elements of the frameworks
  None listed.

"#]]
    );
    assert_data_eq!(
        over("competencies climbing", "").to_string(),
        str![[r#"
competency  climbing  Climbing  Reaching what hangs high.
level       low     Picks what hangs low.
level       middle  -
level       high    Picks from the top.
role        grafter       Grafter       60  middle  C
role        head-grafter  Head Grafter  50  high    C

"#]]
    );
    assert_data_eq!(
        over("list --competency architecture", "").to_string(),
        str![[r#"
intern               Engineering Intern             Engineering  intern          30  none
junior-engineer      Junior Engineer                Engineering  junior          25  awareness
engineer             Engineer                       Engineering  mid             82  practitioner
grafter              Grafter                        Engineering  mid             40  learner
head-grafter         Head Grafter                   Engineering  senior          50  able
senior-engineer      Senior Engineer                Engineering  senior          87  strong
staff-engineer       Staff Engineer                 Engineering  staff           92  expert
principal-engineer   Principal Engineer             Engineering  principal       71  expert
engineering-manager  Engineering Manager            Leadership   manager         58  not rated
vp-engineering       Vice President of Engineering  Leadership   vice president  50  working
cto                  Chief Technology Officer       Leadership   executive       61  working
operator             Systems Operator               Operations   mid             53  working
sre                  Site Reliability Engineer      Operations   senior          68  working

"#]]
    );
}

#[test]
fn tables_have_the_companys_words() {
    assert_data_eq!(
        over("export grafter", "").to_string(),
        str![[r#"
family,role,rank,competency,expected,weight,text
Engineering,Grafter,3,Grafting,able,80,
Engineering,Grafter,3,Climbing,middle,60,
Engineering,Grafter,3,Architecture,learner,40,

"#]]
    );
    let scratch = Scratch::new("scales-import");
    let export = || Roles::builtin().words("--no-builtin --catalog").arg(repository("tests/miniature"));
    let table = export().words("--catalog").arg(repository("tests/scales")).words("export grafter").run().to_string();
    scratch.write("ladder.csv", &table);
    let levels = "--level learner=awareness --level able=working --level middle=working";
    let import = export().words("import ladder.csv --dir own").words(levels).folder(scratch.path()).run();
    assert_data_eq!(
        import.to_string(),
        str![[r#"
wrote own: 1 role, 3 competencies (2 of its own), from 3 rows
------- stderr -------
note: columns read: `role`, `competency`, `expected`, `text`, `weight`, `family`, `rank`
hint: `roles check own` says what is wrong with it

"#]]
    );
    assert_eq!(export().words("export --dir own").folder(scratch.path()).run().to_string(), table);
    // Where the catalog beneath has the scale, its words are levels by themselves; those of ours by what they stand for.
    scratch.write(
        "more.csv",
        "role,competency,level\nPruner,Grafting,Strong\nPruner,Climbing,high\nPruner,grafting,expert\n",
    );
    let more = export().words("--catalog").arg(repository("tests/scales")).words("import more.csv --dir more");
    assert_data_eq!(
        more.folder(scratch.path()).run().to_string(),
        str![[r#"
wrote more: 1 role, 2 competencies (0 of its own), from 2 rows
------- stderr -------
warning: more.csv: row 4, column `competency`: `grafting` stands twice for `Pruner`: the first counts, the row is kept as it is
note: columns read: `role`, `competency`, `level` (expected)
note: no column says weights: what is known of a competency stands, the others weigh alike
note: nothing says the rank of `Pruner`: 3 is taken; a column of ranks from 1 to 9 says it, or `level:` of the file
hint: `roles check more` says what is wrong with it

"#]]
    );
    let text = std::fs::read_to_string(scratch.path().join("more/pruner.yaml")).expect("it was written");
    assert_data_eq!(
        text.split_once("competencies:").map_or("", |(_, rest)| rest),
        str![[r#"

  - competency: grafting
    level: "strong"
  - competency: climbing
    level: "high"

"#]]
    );
    assert_data_eq!(
        export().words("export --dir").arg(repository("tests/scales")).words("head-grafter").run().to_string(),
        str![[r#"
family,role,rank,competency,expected,weight,text
,Head Grafter,4,Grafting,strong,85,A row that bears in its third year.
,Head Grafter,4,Climbing,high,,
,Head Grafter,4,Architecture,able,,

"#]]
    );
}

#[test]
fn a_new_role_states_levels_that_its_scale_has() {
    let scratch = Scratch::new("scales-new");
    scratch.write("own/catalog.yaml", "scale: [novice, able, strong]\n");
    let own = |line: &str| Roles::named().words("--catalog own").words(line).folder(scratch.path()).run().to_string();
    own("new lamplighter --dir own");
    let text = std::fs::read_to_string(scratch.path().join("own/lamplighter.yaml")).expect("it was written");
    let levels: Vec<&str> = text.lines().filter(|line| line.contains("our ladder says so")).collect();
    assert_data_eq!(
        levels.join("\n"),
        str![[r#"
  - {competency: software-engineering, weight: 80, level: strong, why: our ladder says so}
  - {competency: communication, weight: 60, level: able, why: our ladder says so}
"#]]
    );
    assert_data_eq!(own("check own"), str![[r#""#]]);
    // The folder that the file goes into need not be named twice.
    let plain = |line: &str| Roles::named().words(line).folder(scratch.path()).run().to_string();
    plain("new knocker-up --dir own");
    assert_data_eq!(plain("check own"), str![[r#""#]]);
}

#[test]
fn a_ladder_of_two_competencies_is_as_like_as_its_levels_are() {
    let scratch = Scratch::new("scales-near");
    scratch.write("own/catalog.yaml", "scale: [novice, {step: able, as: working}, strong]\n");
    let role = "title: Lamplighter\nfamily: security\ntrack: individual-contributor\nlevel: 3\nsummary: X.\n\
                competencies:\n- {competency: operations, level: able}\n- {competency: quality, level: able}\n";
    scratch.write("own/lamplighter.yaml", role);
    let line = "--catalog own match --profile - --format tsv --no-header --fields role,fit,likeness --max 1";
    let claims = "competencies:\n  operations: able\n  quality: able\n";
    let first = Roles::named().words(line).folder(scratch.path()).input(claims).run();
    assert_eq!(first.stdout, "lamplighter\t100\t100\n", "{first}");
}

#[test]
fn an_import_stops_at_a_fault_of_what_states_the_scale() {
    let scratch = Scratch::new("scales-import-fault");
    scratch.write("own/catalog.yaml", "scale: [novice, able, strong]\ncurrency: EUR\n");
    scratch.write("table.csv", "role,competency,level\nLamplighter,Lamps,able\n");
    let line = "import table.csv --dir own";
    let told = Roles::builtin().words(line).folder(scratch.path()).run().to_string();
    assert!(told.contains("error: the folder `own` has faults, as catalog.yaml:2:1: "), "{told}");
    assert!(told.ends_with("hint: `roles check own` lists them\n[exit code: 2]\n"), "{told}");
    assert!(!scratch.path().join("own/vocabulary").exists(), "nothing is written");
}

#[test]
fn the_annotated_scales_are_a_catalog() {
    let guide = std::fs::read_to_string(repository("roles/README.md")).expect("it is there");
    let block = |first: &str| {
        let (_, after) = guide.split_once(&format!("```yaml\n# {first}")).expect("the guide has it");
        format!("# {}", after.split("```").next().expect("a block ends"))
    };
    let scratch = Scratch::new("scales-guide");
    scratch.write("catalog.yaml", block("The scale of a catalog"));
    scratch.write("vocabulary/competencies.yaml", block("The scale of one competency"));
    let role = "title: Keeper\nfamily: security\ntrack: management\nlevel: 4\nsummary: Keeps it.\n";
    scratch.write("keeper.yaml", format!("{role}{}", block("A role on both")));
    assert_eq!(checked_over_names(&scratch).to_string(), "");
    let shown = Roles::named().words("--catalog . show keeper --section competencies").folder(scratch.path()).run();
    assert_data_eq!(
        shown.to_string(),
        str![[r#"
competency  Coaching and capability building  50  strong  C  no weight stated: weighs as every other without one
competency  Ledger                            50  silver  C  no weight stated: weighs as every other without one

"#]]
    );
}

#[test]
fn a_crooked_scale_is_told() {
    let scratch = Scratch::new("scales-crooked");
    scratch.write("catalog.yaml", "scale: [novice, {step: able, as: expert}, Novice, {step: none, as: working}]\n");
    scratch.write(
        "vocabulary/competencies.yaml",
        "- {id: lamps, title: Lamps, definition: Keeping them lit., scale: [dim]}\n\
         - {id: wicks, title: Wicks, definition: Cutting them., scale: [1, 2, 3, 4, 5, 6, 7, 8]}\n\
         - {id: oil, title: Oil, definition: Pouring it., scale: [drop, can], levels: {cann: Pours a can.}}\n",
    );
    assert_data_eq!(
        checked_over_names(&scratch).to_string(),
        str![[r#"
catalog.yaml:1:43: crooked-scale: the scale has the step `Novice` twice (give each step a word of its own)
catalog.yaml:1:58: crooked-scale: `none` stands for working, and `able` beneath it for expert (steps rise, and so does what they stand for: the lowest step is first)
catalog.yaml:1:58: crooked-scale: no step can be called `none`: it says that there is no level (begin with the lowest level, and leave out what is not mastered at all)
vocabulary/competencies.yaml:1:68: crooked-scale: the scale has one step (a scale has two to seven, the lowest first)
vocabulary/competencies.yaml:2:64: crooked-scale: the scale has 8 steps (a scale has two to seven, the lowest first)
vocabulary/competencies.yaml:3:79: unknown-level: the scale has no step `cann` (did you mean `can`?)
[exit code: 1]

"#]]
    );
    scratch.write("catalog.yaml", "scale: [{step: novice, as: working}, able, {step: strong, as: expert}]\n");
    scratch.write("vocabulary/competencies.yaml", "- {id: lamps, title: Lamps, definition: Keeping them lit.}\n");
    scratch.write(
        "lamplighter.yaml",
        "title: Lamplighter\nfamily: software-engineering\ntrack: individual-contributor\nlevel: 3\nsummary: Lights.\n\
         competencies:\n  - {competency: lamps, level: abel}\n  - {competency: coaching, level: working}\n  \
         - {competency: ownership, level: wholly}\n",
    );
    assert_data_eq!(
        checked_over_names(&scratch).to_string(),
        str![[r#"
lamplighter.yaml:7:32: unknown-level: the scale has no step `abel` (did you mean `able`?)
lamplighter.yaml:8:35: unknown-level: the scale has no step `working` (on this scale it is `novice`)
lamplighter.yaml:9:36: unknown-level: the scale has no step `wholly` (its steps: novice, able, strong)
[exit code: 1]

"#]]
    );
}

#[test]
fn levels_on_a_crooked_scale_are_no_faults_of_their_own() {
    let scratch = Scratch::new("scales-crooked-levels");
    scratch.write(
        "vocabulary/competencies.yaml",
        "- {id: lamps, title: Lamps, definition: Keeping them lit., levels: {dim: Dims them.}}\n",
    );
    scratch.write(
        "lamplighter.yaml",
        "title: Lamplighter\nfamily: software-engineering\ntrack: individual-contributor\nlevel: 3\nsummary: Lights.\n\
         competencies:\n  - {competency: lamps, level: able}\n  - {competency: coaching, level: working}\n\
         grades:\n  - {id: L1, title: Lamplighter I, competencies: [{competency: lamps, level: novice}]}\n",
    );
    let checked = |scale: &str| {
        scratch.write("catalog.yaml", format!("scale: {scale}\n"));
        checked_over_names(&scratch).stdout
    };
    assert_data_eq!(
        ["[]", "[one]", "[bright, bright]", "[none, bright]"].map(checked).concat(),
        str![[r#"
catalog.yaml: crooked-scale: the scale has no step (a scale has two to seven steps, the lowest first: `[novice, able, strong]`)
catalog.yaml:1:9: crooked-scale: the scale has one step (a scale has two to seven, the lowest first)
catalog.yaml:1:17: duplicate-entry: `bright` stands in this list twice (take one of the two out)
catalog.yaml:1:9: crooked-scale: no step can be called `none`: it says that there is no level (begin with the lowest level, and leave out what is not mastered at all)

"#]]
    );
}

#[test]
fn the_schema_has_the_words() {
    let levels = |kind: &str, path: &str| {
        let value: serde_json::Value =
            serde_json::from_str(&over(&format!("schema {kind}"), "").to_string()).expect("it is JSON");
        value.pointer(path).cloned().unwrap_or_default().to_string()
    };
    assert_data_eq!(
        levels("role", "/properties/competencies/items/properties/level/enum"),
        str![[
            r#"["awareness","working","practitioner","expert","novice","learner","able","strong","leading","low","middle","high"]"#
        ]]
    );
    assert_data_eq!(
        levels("catalog", "/properties/scale/items"),
        str![[
            r#"{"anyOf":[{"type":["string","integer"]},{"additionalProperties":false,"properties":{"as":{"enum":["awareness","working","practitioner","expert"]},"step":{"description":"The word of the step.","type":["string","number"]}},"required":["step"],"type":"object"}]}"#
        ]]
    );
}

#[test]
fn browse_sets_the_steps_of_each_scale() {
    let scratch = Scratch::new("browse-scales");
    scratch.write("me.yaml", "competencies:\n  grafting: novice\n  climbing: high\n");
    let roles = Roles::builtin().words("--no-builtin --catalog").arg(repository("tests/miniature"));
    let roles = roles.words("--catalog").arg(repository("tests/scales"));
    let roles = roles.words("browse grafter --goal head-grafter").folder(scratch.path());
    let Some(mut it) = Played::browse(roles, (100, 30)) else { return };
    let me = it.press(&ctrl('e'), "goal: ");
    assert_data_eq!(
        me,
        str![[r#"
Me  me.yaml, saved                                                                goal: Head Grafter
  competency                                      you    goal   0     1     2     3     4     5
▌ Grafting                                        ●○○○○  ●●●●○    ·     ◉     ·     ·     ◇     ·
  Architecture                                    –      ●●○○     ·     ·     ◇     ·     ·
  Climbing                                        ●●●    ●●●      ·     ·     ·     ◉




















────────────────────────────────────────────────────────────────────────────────────────────────────
novice → learner
fit 38%  ███████████▍┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  not said: 1, counted as none
nearest by likeness (fit): Grafter 48% · Head Grafter 38%
← → level  s save  g goal  tab tools  u undo  x clear  n n/a  / find  a all  esc back  F1 help

"#]]
    );
    assert_data_eq!(
        it.press(RIGHT, "learner"),
        str![[r#"
Me  me.yaml, not saved                                                            goal: Head Grafter
  competency                                      you    goal   0     1     2     3     4     5
▌ Grafting                                        ●●○○○  ●●●●○    ·     ·     ◉     ·     ◇     ·
  Architecture                                    –      ●●○○     ·     ·     ◇     ·     ·
  Climbing                                        ●●●    ●●●      ·     ·     ·     ◉




















────────────────────────────────────────────────────────────────────────────────────────────────────
learner → able: Grafts one tree. Says when it will not take.
fit 50%  ███████████████┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  not said: 1, counted as none
nearest by likeness (fit): Grafter 62% · Head Grafter 50%
← → level  s save  g goal  tab tools  u undo  x clear  n n/a  / find  a all  esc back  F1 help

"#]]
    );
    assert_data_eq!(
        it.press("4", "strong"),
        str![[r#"
Me  me.yaml, not saved                                                            goal: Head Grafter
  competency                                      you    goal   0     1     2     3     4     5
▌ Grafting                                        ●●●●○  ●●●●○    ·     ·     ·     ·     ◉     ·
  Architecture                                    –      ●●○○     ·     ·     ◇     ·     ·
  Climbing                                        ●●●    ●●●      ·     ·     ·     ◉




















────────────────────────────────────────────────────────────────────────────────────────────────────
strong → leading: Decides what is grafted onto what.
fit 72%  █████████████████████▌┈┈┈┈┈┈┈┈  not said: 1, counted as none
nearest by likeness (fit): Grafter 77% · Head Grafter 72%
← → level  s save  g goal  tab tools  u undo  x clear  n n/a  / find  a all  esc back  F1 help

"#]]
    );
}

/// A ladder whose levels cannot be compared with a person's: why is said as it is.
#[test]
fn why_nothing_is_measured_is_told_as_it_is() {
    let scratch = Scratch::new("scales-reasons");
    scratch.write("deck/vocabulary/families.yaml", "- {id: deck, title: Deck}\n");
    scratch.write("deck/vocabulary/tracks.yaml", "- {id: crew, title: Crew}\n");
    scratch.write("deck/vocabulary/levels.yaml", "- {rank: 1, names: [{track: crew, name: C1}]}\n");
    scratch.write(
        "deck/vocabulary/competencies.yaml",
        "- {id: knots, title: Knots}\n- {id: charts, title: Charts, scale: [low, middle, high]}\n",
    );
    let head = |title: &str| format!("title: {title}\nfamily: deck\ntrack: crew\nlevel: 1\n");
    let expects = "competencies: [{competency: knots, expects: [Ties a bowline.]}]\n";
    scratch.write("deck/deckhand.yaml", head("Deckhand") + expects);
    scratch.write("deck/pilot.yaml", head("Pilot") + "competencies: [{competency: charts, level: middle}]\n");
    scratch.write("knots.yaml", "competencies: {knots: working}\n");
    scratch.write("charts.yaml", "competencies: {charts: working}\n");
    let ask = |words: &str| run(&scratch, &format!("--no-builtin --catalog deck {words}")).to_string();
    for (words, reasons) in [
        ("gap deckhand --profile knots.yaml", ["its file states no level", "of Knots: Ties a bowline."]),
        ("gap pilot --profile charts.yaml", ["(low, middle, high) and yours", "nobody says how they compare"]),
        ("match --profile knots.yaml", ["the roles that ask for what the profile", "state no level of it"]),
        (
            "match --profile charts.yaml",
            ["no role asks for a level that can be compared", "nobody says how their scales"],
        ),
    ] {
        let told = ask(words);
        assert!(reasons.iter().all(|reason| told.contains(reason)), "{words}:\n{told}");
        assert!(!told.contains("nobody has read it") && !told.contains("asks for anything"), "{words}:\n{told}");
    }
}

/// Who claims one competency of a company's own is not led to roles that ask for none of it.
#[test]
fn roles_that_ask_for_nothing_that_is_claimed_are_no_match() {
    let found =
        over("match --profile - --max 100 --format tsv --fields role", "competencies: {climbing: high}\n").to_string();
    assert!(found.contains("\ngrafter\n") || found.contains("\nhead-grafter\n"), "{found}");
    assert!(!found.contains("engineer") && !found.contains("cto"), "{found}");
}

/// A level of ours reaches the step that stands for it, and with it every step beneath; a step that is called as one of
/// ours stands for it.
#[test]
fn a_level_of_ours_reaches_the_step_that_stands_for_it() {
    let scratch = Scratch::new("scales-reached");
    scratch.write("deck/vocabulary/families.yaml", "- {id: deck, title: Deck}\n");
    scratch.write("deck/vocabulary/tracks.yaml", "- {id: crew, title: Crew}\n");
    scratch.write("deck/vocabulary/levels.yaml", "- {rank: 1, names: [{track: crew, name: C1}]}\n");
    scratch.write(
        "deck/vocabulary/competencies.yaml",
        "- {id: knots, title: Knots, scale: [low, middle, {step: high, as: working}, top]}\n\
         - {id: charts, title: Charts, scale: [Novice, Able, Expert]}\n",
    );
    for (id, level) in [("low-knots", "middle"), ("high-knots", "top")] {
        let role = format!(
            "title: {id}\nfamily: deck\ntrack: crew\nlevel: 1\ncompetencies: [{{competency: knots, level: {level}}}]\n"
        );
        scratch.write(&format!("deck/{id}.yaml"), role);
    }
    let charts =
        "title: Pilot\nfamily: deck\ntrack: crew\nlevel: 1\ncompetencies: [{competency: charts, level: Able}]\n";
    scratch.write("deck/pilot.yaml", charts);
    scratch.write("me.yaml", "competencies: {knots: working, charts: expert}\n");
    scratch.write("less.yaml", "competencies: {knots: working, charts: working}\n");
    let ask = |words: &str| run(&scratch, &format!("--no-builtin --catalog deck {words}")).to_string();
    for (words, told) in [
        ("gap low-knots --profile me.yaml", "fit 100%"),
        ("gap high-knots --profile me.yaml", "fit 75%"),
        ("gap pilot --profile me.yaml", "fit 100%"),
        ("gap pilot --profile less.yaml", "nobody says how they compare"),
    ] {
        let answer = ask(&format!("{words} --format page"));
        assert!(answer.contains(told), "{words}:\n{answer}");
    }
}

#[test]
fn a_slip_in_what_a_step_stands_for_is_one_fault() {
    let scratch = Scratch::new("scales-slip");
    scratch.write("catalog.yaml", "scale: [novice, {step: able, as: workin}, strong]\n");
    scratch.write("vocabulary/competencies.yaml", "- {id: lamps, title: Lamps, definition: Keeping them lit.}\n");
    scratch.write(
        "lamplighter.yaml",
        "title: Lamplighter\nfamily: software-engineering\ntrack: individual-contributor\nlevel: 3\nsummary: Lights.\n\
         competencies:\n  - {competency: lamps, level: able}\n  - {competency: coaching, level: strong}\n",
    );
    assert_data_eq!(
        checked_over_names(&scratch).to_string(),
        str![[r#"
catalog.yaml:1:34: unknown-word: `workin` is not a word for this (one of: awareness, working, practitioner, expert)
[exit code: 1]

"#]]
    );
}

#[test]
fn the_house_style_asks_for_the_steps_of_a_scale() {
    let scratch = Scratch::new("scales-house");
    scratch.write("catalog.yaml", "style: house\nscale: [{step: novice, as: awareness}, strong, leading]\n");
    let entry = |levels: &str| {
        let head = "- {id: knots, title: Knots, definition: Tying what must hold., levels: ";
        scratch.write("vocabulary/competencies.yaml", format!("{head}{levels}}}\n"));
        let roles = Roles::miniature().words("check --format json").arg(scratch.path());
        let checked: serde_json::Value = serde_json::from_str(&roles.run().stdout).expect("it is JSON");
        let faults = checked["faults"].as_array().cloned().unwrap_or_default();
        faults.iter().filter_map(|fault| fault["message"].as_str().map(str::to_owned)).collect::<Vec<_>>()
    };
    assert_eq!(entry("{novice: Ties one., strong: Ties ten., leading: Teaches it.}"), Vec::<String>::new());
    // A step that stands for a level of ours looks as that does, where somebody says how.
    assert_eq!(entry("{novice: Ties one.}"), ["the competency `knots` does not say: strong, leading"]);
}

#[test]
fn a_slip_in_the_catalogs_own_file_is_the_one_fault() {
    let scratch = Scratch::new("scales-unread");
    let copied =
        std::process::Command::new("cp").arg("-r").arg(repository("tests/scales/.")).arg(scratch.path()).status();
    assert!(copied.expect("cp runs").success());
    let text = std::fs::read_to_string(repository("tests/scales/catalog.yaml")).expect("the file is there");
    scratch.write("catalog.yaml", text.replace("{step: able, as: working}", "{step: able, as: working"));
    scratch.write(
        "bander.yaml",
        "title: Bander\nfamily: engineering\ntrack: individual-contributor\nlevel: 3\nsummary: Bands.\n\
         salary: [{median: 50000}]\ngrades: [{id: B1, title: Bander I, competencies: [{competency: grafting, level: able}]}]\n",
    );
    let checked = Roles::miniature().words("check .").folder(scratch.path()).run().stdout;
    assert_data_eq!(
        checked,
        str![[r#"
catalog.yaml:6:5: syntax: fields in braces are not closed (part them by commas, and end them with `}`)

"#]]
    );
}

#[test]
fn a_step_that_stands_for_no_level_is_not_compared_with_ours() {
    let asked = |line: &str| {
        let roles = Roles::builtin().words("--no-builtin --catalog miniature --catalog steps").words(line);
        let profile = "competencies: {architecture: 3, quality: working, tasting: 2}\n";
        roles.folder(&repository("tests")).input(profile).run().to_string()
    };
    let shown = [
        "gap engineer --profile -",
        "gap engineer --profile - --format page --width 80",
        "match --profile - --max 2 --family engineering",
        "match --profile - --max 2 --family engineering --format tsv --fields role,fit,rated,of,scales_differ",
    ];
    assert_data_eq!(
        shown.map(asked).concat(),
        str![[r#"
fit            engineer  Engineer  23%  3 of 5 competencies are compared: of 1 nobody says how the scales compare, of 1 nobody rates the level; left out  not said: 6, counted as none
missing        quality     60  working   practitioner  practitioner  Decides what is tested.
missing        operations  51  not said  awareness     awareness     Knows whom to call.
missing        people      26  not said  awareness     awareness     Shares what was learned.
tool           git          not said  practitioner
tool           c-plus-plus  not said  practitioner
tool           python       not said  working
tool           c            not said  awareness
not-rated      strategy
scales-differ  architecture
no-evidence    tasting
no-evidence    patience
Your gap to Engineer                                                    engineer
fit 23%  ████▌
  3 of 5 competencies are compared: of 1 nobody says how the scales compare, of
  1 nobody rates the level; left out
  not said: 6, counted as none

Missing                                           by weight times levels missing
  competency                  weight  levels       have      need
  Quality                         60  ●●○○ → ●●●○  working   practitioner
  Operations and reliability      51  –    → ●○○○  not said  awareness
  People leadership               26  –    → ●○○○  not said  awareness

Next                     what the next level of the three most urgent looks like
  Quality, practitioner: Decides what is tested.
  Operations and reliability, awareness: Knows whom to call.
  People leadership, awareness: Shares what was learned.

Tools                                             below the proficiency expected
  tool    levels       have      need
  Git     –    → ●●●○  not said  practitioner
  C++     –    → ●●●○  not said  practitioner
  Python  –    → ●●○○  not said  working
  C       –    → ●○○○  not said  awareness

Left out                                                  nobody rates the level
  Technology strategy

Scales differ       nobody says how the role's scale and yours compare: left out
  Architecture

No evidence                                      nobody rates them for this role
  Tasting, Patience
engineer         Engineer         23%  like you 66%  mid                  carried by: Quality  missing: Quality, Operations and reliability, People leadership  rated: 3/5  not said: 6, counted as none  your rank, inferred: mid, by engineer  scales differ: 1, not comparable, left out
senior-engineer  Senior Engineer  18%  like you 46%  senior    next rung  carried by: Quality  missing: Operations and reliability, People leadership, Quality  rated: 3/5  not said: 6, counted as none  your rank, inferred: mid, by engineer  scales differ: 1, not comparable, left out
role	fit	rated	of	scales_differ
engineer	23	3	5	1
senior-engineer	18	3	5	1

"#]]
    );
}
