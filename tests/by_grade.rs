//! A person against the grades within roles: which one is reached, which one is held, and what one asks for.

use snapbox::{assert_data_eq, str};

use crate::support::{Roles, Scratch, repository};

/// The ladder of Quayside, laid over the miniature catalog, asked with a self-assessment.
fn with(line: &str, profile: &str) -> String {
    let roles = Roles::builtin().words("--no-builtin --catalog miniature --catalog graded").words(line);
    roles.folder(&repository("tests")).input(profile).run().to_string()
}

const SECOND: &str =
    "role: Crane Engineer I\ncompetencies: {operations: working, architecture: awareness}\ntools: {git: working}\n";
/// More than the first grade asks for, and less than the second.
const BETWEEN: &str = "competencies: {operations: working}\ntools: {git: working}\n";

#[test]
fn a_match_says_which_grade_is_reached() {
    assert_data_eq!(
        with("match --profile - --max 2 --format page --width 80", SECOND),
        str![[r#"
The roles that fit you
  rank mid: Crane Engineer I (L3), the role you hold

  role            title           fit  like you  rank   steps away
      missing most
  crane-engineer  Crane Engineer  100       100  mid    yours
  harbor-master   Harbor Master    50        42  staff  1, next step
      Operations and reliability

  Crane Engineer, above as a whole role: reaches Crane Engineer II (L4)
  Fit: of each role, what you master, in 100. Like you: how near its levels and
  tools are to yours, and how far you are strong where it weighs most; the
  order, behind your own role and where it leads.
  All that is missing:
  roles --no-builtin --catalog miniature --catalog graded gap harbor-master
  --profile FILE
------- stderr -------
note: `Crane Engineer I` is grade `L3` of `crane-engineer`

"#]]
    );
    assert_data_eq!(
        with("match --profile - --max 2", SECOND),
        str![[r#"
crane-engineer  Crane Engineer  100%  like you 100%  mid                 carried by: Operations and reliability, Architecture                                       rated: 2/2    the role you hold  reaches Crane Engineer II (L4)
harbor-master   Harbor Master    50%  like you 42%   staff    next step  carried by: Operations and reliability  missing: Operations and reliability  rated: 1/1    1 step away
------- stderr -------
note: `Crane Engineer I` is grade `L3` of `crane-engineer`

"#]]
    );
    assert_data_eq!(
        with(
            "match --profile - --max 2 --format tsv --fields role,fit,grade,grade_fit,grade_reached",
            &format!("role: crane-engineer\n{BETWEEN}")
        ),
        str![[r#"
role	fit	grade	grade_fit	grade_reached
crane-engineer	73	L4	73	no
harbor-master	50			

"#]]
    );
    let json = with("match --profile - --max 1 --format json", SECOND);
    let json: serde_json::Value =
        serde_json::from_str(json.split("-------").next().expect("it is JSON")).expect("it is JSON");
    assert_eq!(
        json["fits"][0]["nearest_grade"],
        serde_json::json!({"id": "L4", "title": "Crane Engineer II", "fit": 100, "reached": true})
    );
    assert_eq!(json["from"]["grade"]["id"], "L3");
    assert!(json["fits"][1].is_null());
}

#[test]
fn a_gap_to_the_whole_role_says_how_well_each_grade_fits() {
    assert_data_eq!(
        with("gap crane-engineer --profile - --format page --width 80", BETWEEN),
        str![[r#"
Your gap to Crane Engineer                                        crane-engineer
fit 73%  ██████████████▌
  not said: 1, counted as none

Grades          all else is of the whole role; what a grade lacks: --grade GRADE
  grade  name                fit
  L3     Crane Engineer I     73
  L4     Crane Engineer II    73
  L5     Crane Engineer III   55

Missing                                           by weight times levels missing
  competency    weight  levels       have      need
  Architecture      40  –    → ●○○○  not said  awareness

Next                     what the next level of the three most urgent looks like
  Architecture, awareness: Can read a drawing of the system.

Met
  Operations and reliability

No evidence                                      nobody rates them for this role
  People leadership, Technology strategy, Quality

"#]]
    );
    assert_data_eq!(
        with("gap crane-engineer --profile -", SECOND),
        str![[r#"
fit          crane-engineer  Crane Engineer  100%
grade        L3  Crane Engineer I    100%  reached
grade        L4  Crane Engineer II   100%  reached
grade        L5  Crane Engineer III   68%
met          operations
met          architecture
no-evidence  people
no-evidence  strategy
no-evidence  quality

"#]]
    );
    assert_data_eq!(
        with("gap crane-engineer --profile - --format csv --fields kind,id,fit,reached", SECOND),
        str![[r#"
kind,id,fit,reached
fit,crane-engineer,100,
grade,L3,100,yes
grade,L4,100,yes
grade,L5,68,no
met,operations,,
met,architecture,,
no-evidence,people,,
no-evidence,strategy,,
no-evidence,quality,,

"#]]
    );
}

#[test]
fn a_profile_says_the_grade_that_is_held() {
    let held = |role: &str| with("match --profile - --max 1 --format page", &format!("{role}{BETWEEN}"));
    let ranks: Vec<String> = [
        "role: crane-engineer\ngrade: L4\n",
        "role: crane-engineer\ngrade: crane engineer iii\n",
        "role: Crane Engineer II\n",
        "role: crane-engineer L5\n",
        "grade: L3\n",
        "role: crane-engineer\ngrade: L9\n",
        "role: engineer\ngrade: L3\n",
        "grade: L9\n",
        "role: crane-engineer\ngrade:\n",
    ]
    .map(|role| {
        let shown = held(role);
        let told =
            |line: &&str| line.trim_start().starts_with("rank ") || line.contains("grade `") || line.contains("rade");
        format!("{role}{}\n\n", shown.lines().filter(told).collect::<Vec<_>>().join("\n"))
    })
    .to_vec();
    assert_data_eq!(
        ranks.concat(),
        str![[r#"
role: crane-engineer
grade: L4
  rank mid: Crane Engineer II (L4), the role you hold
  Crane Engineer, above as a whole role: nearest grade Crane Engineer II (L4),
  roles --no-builtin --catalog miniature --catalog graded gap crane-engineer

role: crane-engineer
grade: crane engineer iii
  rank mid: Crane Engineer III (L5), the role you hold
  Crane Engineer, above as a whole role: nearest grade Crane Engineer II (L4),
  roles --no-builtin --catalog miniature --catalog graded gap crane-engineer

role: Crane Engineer II
  rank mid: Crane Engineer II (L4), the role you hold
  Crane Engineer, above as a whole role: nearest grade Crane Engineer II (L4),
  roles --no-builtin --catalog miniature --catalog graded gap crane-engineer
note: `Crane Engineer II` is grade `L4` of `crane-engineer`

role: crane-engineer L5
  rank mid: Crane Engineer III (L5), the role you hold
  Crane Engineer, above as a whole role: nearest grade Crane Engineer II (L4),
  roles --no-builtin --catalog miniature --catalog graded gap crane-engineer
note: `crane-engineer L5` is grade `L5` of `crane-engineer`

grade: L3
  rank mid: Crane Engineer I (L3), the role you hold
  Crane Engineer, above as a whole role: nearest grade Crane Engineer II (L4),
  roles --no-builtin --catalog miniature --catalog graded gap crane-engineer
note: `L3` is grade `L3` of `crane-engineer`

role: crane-engineer
grade: L9
  rank mid: Crane Engineer, the role you hold
  Crane Engineer, above as a whole role: nearest grade Crane Engineer II (L4),
  roles --no-builtin --catalog miniature --catalog graded gap crane-engineer
warning: -:2:8: `crane-engineer` has no grade `L9`: left out (its grades: L3, L4, L5)

role: engineer
grade: L3
  rank mid: Engineer, the role you hold
  roles --no-builtin --catalog miniature --catalog graded gap engineer --profile
warning: -:2:8: `engineer` has no grade `L3`: left out (it has no grades: leave the line out)

grade: L9
  rank mid, inferred from your levels: most like Crane Engineer; `role:` in the
  Crane Engineer, above as a whole role: nearest grade Crane Engineer II (L4),
  roles --no-builtin --catalog miniature --catalog graded gap crane-engineer
warning: -:1:8: no role has the grade `L9`: left out (`role:` says of which role it is)

role: crane-engineer
grade:
  rank mid: Crane Engineer, the role you hold
  Crane Engineer, above as a whole role: nearest grade Crane Engineer II (L4),
  roles --no-builtin --catalog miniature --catalog graded gap crane-engineer


"#]]
    );
}

#[test]
fn a_team_has_grades() {
    let scratch = Scratch::new("by-grade-team");
    scratch.write(
        "people.csv",
        "ann,grade,L4\nann,operations,working\nann,architecture,awareness\nann,git,working\nbob,role,Crane Engineer I\n\
         bob,operations,awareness\nbob,grade,L9\n",
    );
    let team = |line: &str| {
        let roles = Roles::builtin().words("--no-builtin --catalog").arg(repository("tests/miniature"));
        let roles = roles.words("--catalog").arg(repository("tests/graded"));
        roles.words(line).folder(scratch.path()).run().to_string()
    };
    assert_data_eq!(
        team("match --profiles people.csv --format page --width 80"),
        str![[r#"
Who fits what
  person  role                         fit  like
      missing most
  ann     Crane Engineer, L4          100%  100%
  bob     Crane Engineer, nearest L3   26%   63%
      Operations and reliability, Architecture

Coverage                               of 2 people, by the level that they claim
  competency                  awareness  working  practitioner  expert
  Architecture                        1        0             0       0
  People leadership                   0        0             0       0
  Operations and reliability          1        1             0       0
  Technology strategy                 0        0             0       0
  Quality                             0        0             0       0
------- stderr -------
warning: people.csv:7: `crane-engineer` has no grade `L9` (its grades: L3, L4, L5)

"#]]
    );
    assert_data_eq!(
        team("match --profiles people.csv --format tsv --fields kind,person,role,grade,grade_fit,grade_reached"),
        str![[r#"
kind	person	role	grade	grade_fit	grade_reached
fit	ann	crane-engineer	L4	100	yes
fit	bob	crane-engineer	L3	53	no
coverage					
coverage					
coverage					
coverage					
coverage					
------- stderr -------
warning: people.csv:7: `crane-engineer` has no grade `L9` (its grades: L3, L4, L5)

"#]]
    );
    scratch.write("people.csv", "bob,operations,awareness\n");
    assert_data_eq!(
        team("match --profiles people.csv --role L4"),
        str![[r#"
fit       bob  crane-engineer  26%  like 63%    missing: Operations and reliability, Architecture  nearest grade Crane Engineer I (L3), fit 53
coverage  operations    awareness 1  working 0  practitioner 0  expert 0  0 reach working
coverage  architecture  awareness 0  working 0  practitioner 0  expert 0  0 reach awareness
------- stderr -------
note: measured by the whole role: each line says the grade that is nearest
note: `L4` is grade `L4` of `crane-engineer`

"#]]
    );
}

#[test]
fn a_line_of_a_table_says_the_grade_that_a_self_assessment_says() {
    let scratch = Scratch::new("by-grade-lines");
    let level = |person: &str| format!("{person},operations,awareness\n");
    scratch.write(
        "people.csv",
        ["dan", "eve", "fay", "gus", "hal", "ida"].map(level).concat()
            + "dan,grade,Crane Engineer II\neve,role,harbor-master\neve,grade,L3\nfay,grade,\nfay,role,\n\
               gus,role,crane-engineer\ngus,grade,L9\nhal,grade,L3\nhal,role,crane-engineer\nida,role,Cook\nida,grade,L4\n",
    );
    let team = |line: &str| {
        let roles = Roles::builtin().words("--no-builtin --catalog").arg(repository("tests/miniature"));
        let roles = roles.words("--catalog").arg(repository("tests/graded")).words("match --profiles people.csv");
        let asked = line.split(' ').fold(roles, |roles, word| roles.arg(word.replace('~', " ")));
        let told = asked.words("--format tsv --fields kind,person,role,steps").folder(scratch.path()).run().to_string();
        told.lines().filter(|line| !line.starts_with("coverage")).map(|line| format!("{line}\n")).collect::<String>()
    };
    // Who holds a lower grade may step up; of whom nobody knows the grade is told, and who holds a higher one is none.
    assert_data_eq!(
        team("--role Crane~Engineer~II"),
        str![[r#"
kind	person	role	steps
fit	fay	crane-engineer	
fit	hal	crane-engineer	0
fit	ida	crane-engineer	
fit	eve	crane-engineer	
------- stderr -------
warning: people.csv:9: `harbor-master` has no grade `L3` (it has no grades)
warning: people.csv:13: `crane-engineer` has no grade `L9` (its grades: L3, L4, L5)
warning: people.csv:16: no role is called `Cook`
note: measured by the whole role: each line says the grade that is nearest
note: left out: one who holds `crane-engineer` and says no grade
note: `Crane Engineer II` is grade `L4` of `crane-engineer`

"#]]
    );
}

#[test]
fn a_profile_is_filled_in_with_what_a_grade_asks_for() {
    assert_data_eq!(
        with("profile crane-engineer --grade L5", ""),
        str![[r#"
# A self-assessment, for `roles gap ROLE --profile FILE` and `roles match --profile FILE`.
# Put a level behind a name: none, awareness, working, practitioner or expert.
# A line may be left out, or stay blank: it says nothing. Titles and aliases serve as names too.
# n/a takes a line out of the measure: it has no bearing on your work.
# What is asked for by Crane Engineer III (L5) (crane-engineer). Its levels are filled in:
# correct them.

# The role you hold now, by its id: `roles match` then says how many steps away each role is.
# role: crane-engineer
# grade: L5

competencies:
  # Architecture
  # Deciding the shape of a system.
  #   awareness: Can read a drawing of the system.
  #   working: Designs a component.
  #   practitioner: Designs a system.
  #   expert: Designs how the systems of a company fit together.
  architecture: working

  # Operations and reliability
  # Keeping a service up.
  #   awareness: Knows whom to call.
  #   working: Follows a runbook.
  #   practitioner: Writes the runbook.
  #   expert: Makes the runbook unnecessary.
  operations: practitioner

tools:
  # Delivery
  git: working

"#]]
    );
    assert_data_eq!(
        with("profile crane-engineer --grade L5 --format tsv", ""),
        str![[r#"
kind	id	title	proficiency	group	text
competency	architecture	Architecture	awareness		Can read a drawing of the system.
competency	architecture	Architecture	working		Designs a component.
competency	architecture	Architecture	practitioner		Designs a system.
competency	architecture	Architecture	expert		Designs how the systems of a company fit together.
competency	operations	Operations and reliability	awareness		Knows whom to call.
competency	operations	Operations and reliability	working		Follows a runbook.
competency	operations	Operations and reliability	practitioner		Writes the runbook.
competency	operations	Operations and reliability	expert		Makes the runbook unnecessary.
tool	git	Git		Delivery	
asked	operations	Operations and reliability	practitioner		
asked	architecture	Architecture	working		
asked	git	Git	working		

"#]]
    );
    assert_data_eq!(
        with("profile crane-engineer --grade L9", ""),
        str![[r#"
------- stderr -------
error: `crane-engineer` has no grade `L9`
hint: its grades: L3, L4, L5
[exit code: 2]

"#]]
    );
    for line in ["profile crane-engineer engineer --grade L4", "profile --grade L4"] {
        assert_data_eq!(
            with(line, ""),
            str![[r#"
------- stderr -------
error: `--grade` is of one role
hint: `roles --no-builtin --catalog miniature --catalog graded profile ROLE --grade GRADE`
[exit code: 2]

"#]]
        );
    }
    let filled = with("profile crane-engineer --grade L5", "");
    let gap = with("gap crane-engineer --grade L5 --profile - --exit-code", &filled);
    assert!(gap.starts_with("fit          crane-engineer  Crane Engineer III (L5)  100%"), "{gap}");
}
