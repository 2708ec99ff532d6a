//! A team against roles: `match --profiles`.

use snapbox::{assert_data_eq, str};

use crate::support::{Outcome, Roles, Scratch, miniature, repository};

const PEOPLE: &str = "person\tcompetency\tlevel\n\
    Ann\trole\tsenior engineer\n\
    Ann\tarchitecture\tpractitioner\n\
    Ann\tQuality\texpert\n\
    Ann\tGit\texpert\n\
    Ann\toperations\tworking\n\
    Bob\toperations\tpractitioner\n\
    Bob\tquality\tworking\n\
    Bob\tTerraform\tpractitioner\n\
    Cleo\tpeople\texpert\n\
    Cleo\tstrategy\tpractitioner\n\
    Cleo\tarchitecture\tpractitioner\n";

fn team(options: &str) -> Outcome {
    Roles::miniature().words("match --profiles -").words(options).input(PEOPLE).run()
}

#[test]
fn each_of_a_team_is_placed_as_one_alone_is() {
    assert_data_eq!(
        team("").to_string(),
        str![[r#"
fit       Ann   senior-engineer  68%  like 52%    missing: Operations and reliability, People leadership
fit       Bob   operator         59%  like 54%    missing: Architecture
fit       Cleo  cto              66%  like 82%    missing: Operations and reliability, Quality
coverage  architecture  awareness 0  working 0  practitioner 2  expert 0
coverage  people        awareness 0  working 0  practitioner 0  expert 1
coverage  operations    awareness 0  working 1  practitioner 1  expert 0
coverage  strategy      awareness 0  working 0  practitioner 1  expert 0
coverage  quality       awareness 0  working 1  practitioner 0  expert 1

"#]]
    );
    assert_data_eq!(
        team("--format page --max 2").to_string(),
        str![[r#"
Who fits what
  person  role                           fit  like
      missing most
  Ann     Senior Engineer                68%   52%
      Operations and reliability, People leadership
  Ann     Principal Engineer             52%   42%
      People leadership, Technology strategy, Operations and reliability
  Bob     Systems Operator               59%   54%
      Architecture
  Bob     Senior Engineer                39%   35%
      Architecture, People leadership, Quality
  Cleo    Chief Technology Officer       66%   82%
      Operations and reliability, Quality
  Cleo    Vice President of Engineering  66%   79%
      Operations and reliability, Quality

Coverage                               of 3 people, by the level that they claim
  competency                  awareness  working  practitioner  expert
  Architecture                        0        0             2       0
  People leadership                   0        0             0       1
  Operations and reliability          0        1             1       0
  Technology strategy                 0        0             1       0
  Quality                             0        1             0       1

"#]]
    );
    let scratch = Scratch::new("alone");
    let profile = "role: senior engineer\ncompetencies: {architecture: practitioner, quality: expert, operations: working}\ntools: {git: expert}\n";
    scratch.write("team/Ann.yaml", profile);
    let alone =
        Roles::miniature().words("match --profile team/Ann.yaml --format tsv --fields role,fit,likeness,steps --max 3");
    let alone = alone.folder(scratch.path()).run().answered();
    let among =
        Roles::miniature().words("match --profiles team --format tsv --fields kind,role,fit,likeness,steps --max 3");
    let among = among.folder(scratch.path()).run().answered();
    let fits: Vec<&str> = among.lines().filter_map(|line| line.strip_prefix("fit\t")).collect();
    assert_eq!(fits, alone.lines().skip(1).collect::<Vec<_>>());
}

#[test]
fn who_could_step_into_a_role_is_told_best_first() {
    assert_data_eq!(
        team("--role staff-engineer").to_string(),
        str![[r#"
fit       Ann   staff-engineer  66%  like 59%  next step  missing: People leadership, Architecture, Technology strategy
fit       Bob   staff-engineer  32%  like 21%             missing: Architecture, People leadership, Quality
fit       Cleo  staff-engineer  39%  like 21%  outgrown   missing: Quality, Operations and reliability, Architecture
coverage  architecture  awareness 0  working 0  practitioner 2  expert 0  0 reach expert
coverage  operations    awareness 0  working 1  practitioner 1  expert 0  2 reach working
coverage  quality       awareness 0  working 1  practitioner 0  expert 1  1 reach expert
coverage  people        awareness 0  working 0  practitioner 0  expert 1  1 reach practitioner
coverage  strategy      awareness 0  working 0  practitioner 1  expert 0  1 reach working

"#]]
    );
    assert_data_eq!(
        team("--role staff-engineer --format page").to_string(),
        str![[r#"
Who could step into Staff Engineer                                staff-engineer
  person  steps away  fit  like  missing
  Ann     1 step      66%   59%  People leadership, Architecture, Technology
                                 strategy
  Bob     not said    32%   21%  Architecture, People leadership, Quality
  Cleo    outgrown    39%   21%  Quality, Operations and reliability,
                                 Architecture

Coverage                               of 3 people, by the level that they claim
  competency               working  practitioner  expert  asked for     reach it
  Architecture                   0             2       0  expert               0
  Operations and                 1             1       0  working              2
    reliability
  Quality                        1             0       1  expert               1
  People leadership              0             0       1  practitioner         1
  Technology strategy            0             1       0  working              1

"#]]
    );
    assert_data_eq!(
        team("--role staff-engineer --format tsv").to_string(),
        str![[r#"
kind	person	role	title	fit	likeness	outgrown	next_rung	next_step	missing	rated	of	not_said	not_applicable	steps	competency	awareness	working	practitioner	expert	need	reached
fit	Ann	staff-engineer	Staff Engineer	66	59	no	no	yes	people architecture strategy	5	5	3	0	1							
fit	Bob	staff-engineer	Staff Engineer	32	21	no	no	no	architecture people quality	5	5	4	0								
fit	Cleo	staff-engineer	Staff Engineer	39	21	yes	no	no	quality operations architecture	5	5	4	0								
coverage			Architecture												architecture	0	0	2	0	expert	0
coverage			Operations and reliability												operations	0	1	1	0	working	2
coverage			Quality												quality	0	1	0	1	expert	1
coverage			People leadership												people	0	0	0	1	practitioner	1
coverage			Technology strategy												strategy	0	0	1	0	working	1

"#]]
    );
    // Who holds the role does not step into it.
    let held = team("--role senior-engineer --format tsv --fields kind,person").answered();
    assert!(!held.contains("Ann") && held.contains("Bob"), "{held}");
}

#[test]
fn a_line_of_a_table_says_what_a_self_assessment_says() {
    let scratch = Scratch::new("lines");
    scratch.write(
        "team/Ann.yaml",
        "role: engineer\ncompetencies: {quality: expert, architecture: none, people: n/a}\ntools: {git: n/a}\n",
    );
    let lines = "Ann\trole\tengineer\nAnn\tpeople\texpert\nAnn\tquality\texpert\nAnn\tarchitecture\tNone\nAnn\tgit\tn/a\n\
                 Ann\tpeople\tn/a\n";
    let fields = "--format tsv --fields kind,person,role,fit,likeness,next_rung,not_said,not_applicable,steps --max 3";
    let asked = |of: &str| Roles::miniature().words(&format!("match --profiles {of} {fields}"));
    let among = asked("team").folder(scratch.path()).run().answered();
    let told = asked("-").input(lines).run();
    assert_eq!(told.stdout, among);
    assert_eq!(told.stderr, "warning: -:6: `Ann` says the same twice: the last counts\n");
    assert_data_eq!(
        among,
        str![[r#"
kind	person	role	fit	likeness	next_rung	not_said	not_applicable	steps
fit	Ann	engineer	24	39	no	4	2	0
fit	Ann	senior-engineer	21	26	yes	4	2	1
fit	Ann	sre	17	15	no	5	2	1
coverage								
coverage								
coverage								
coverage								
coverage								

"#]]
    );
}

#[test]
fn a_level_of_a_table_is_carried_to_what_corresponds() {
    let table = "Ann\tdrawing\texpert\n";
    let asked = Roles::miniature().words("match --profiles - --format tsv --fields kind,person,role,competency,expert");
    let told = asked.arg("--catalog").arg(repository("tests/company")).input(table).run();
    assert_data_eq!(
        told.to_string(),
        str![[r#"
kind	person	role	competency	expert
fit	Ann	engineer		
coverage			architecture	1
coverage			people	0
coverage			operations	0
coverage			strategy	0
coverage			quality	0
coverage			drawing	1
coverage			mooring	0
coverage			pumps	0

"#]]
    );
}

#[test]
fn a_team_may_be_narrowed_to_a_family() {
    assert_data_eq!(
        team("--family leadership --format tsv --fields kind,person,role,fit").to_string(),
        str![[r#"
kind	person	role	fit
fit	Ann	engineering-manager	20
fit	Bob	vp-engineering	13
fit	Cleo	cto	66
coverage			
coverage			
coverage			
coverage			
coverage			

"#]]
    );
}

#[test]
fn what_cannot_be_read_of_a_team_is_told_by_line() {
    let told = |text: &str| Roles::miniature().words("match --profiles -").input(text).run().to_string();
    let odd = "Ann,Quality,expert\nAnn,Cooking,expert\nBob,Cooking,expert\nBob,Quality,good\nBob\nBob,role,Cook\n\
               ,Quality,expert\nBob,Quality,working\nBob,Quality,expert\nCleo,Quality,none\n";
    assert_data_eq!(
        told(odd),
        str![[r#"
fit       Ann  intern  80%  like 59%
fit       Bob  intern  80%  like 59%
coverage  architecture  awareness 0  working 0  practitioner 0  expert 0
coverage  people        awareness 0  working 0  practitioner 0  expert 0
coverage  operations    awareness 0  working 0  practitioner 0  expert 0
coverage  strategy      awareness 0  working 0  practitioner 0  expert 0
coverage  quality       awareness 0  working 0  practitioner 0  expert 2
------- stderr -------
warning: -:2: no competency or tool is called `Cooking` (2 lines)
warning: -:4: no level is called `good`
warning: -:5: a line is a person, a competency or tool, and a level
warning: -:6: no role is called `Cook`
warning: -:7: nobody is named
warning: -:9: `Bob` says the same twice: the last counts

"#]]
    );
    assert_data_eq!(
        told(""),
        str![[r#"
------- stderr -------
error: the profiles name nobody
hint: a line is PERSON, COMPETENCY or TOOL, LEVEL, parted by tabs
[exit code: 1]

"#]]
    );
    assert_data_eq!(
        told("Ann,Cooking,expert\n"),
        str![[r#"
------- stderr -------
warning: -:1: no competency or tool is called `Cooking`
error: no role asks for anything that somebody of the team claims
hint: `roles competencies` and `roles tools` list what roles ask for
[exit code: 1]

"#]]
    );
    assert_data_eq!(
        miniature("match --profiles nowhere").to_string(),
        str![[r#"
------- stderr -------
error: cannot read the profiles `nowhere`: No such file or directory (os error 2)
hint: a folder of self-assessments, or a table: `roles match --help` says what it looks like
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        miniature("match --profiles - --profile me.yaml").to_string(),
        str![[r#"
------- stderr -------
error: `--profiles <DIR|FILE>` cannot stand beside `--profile <FILE>`
hint: `roles match --help` explains it
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        miniature("match --profile me.yaml --role sre").to_string(),
        str![[r#"
------- stderr -------
error: `--profile <FILE>` cannot stand beside `--role <ROLE>`
hint: `roles match --help` explains it
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        miniature("match").to_string(),
        str![[r#"
------- stderr -------
error: something is missing: --profile <FILE>
hint: `roles profile > me.yaml` writes an empty one
hint: filled in, it is read by `roles match --profile me.yaml`
[exit code: 2]

"#]]
    );
    let scratch = Scratch::new("no-team");
    scratch.write("team/.keep", "");
    let empty = Roles::miniature().words("match --profiles team").folder(scratch.path()).run();
    assert_data_eq!(
        empty.to_string(),
        str![[r#"
------- stderr -------
error: the folder `team` has no self-assessment
hint: `roles profile > team/ann.yaml` writes an empty one
[exit code: 1]

"#]]
    );
    scratch.write("team/bad.yaml", "competencies: [quality]\n");
    let bad = Roles::miniature().words("match --profiles team").folder(scratch.path()).run();
    assert_data_eq!(
        bad.to_string(),
        str![[r#"
------- stderr -------
error[wrong-type]: `competencies` takes fields, not a list
 --> team/bad.yaml:1:15
  |
1 | competencies: [quality]
  |               ^
  |
  = help: in a profile, a competency a line, with its level behind it:
          `coaching: working`

error: the profile `team/bad.yaml` is not valid
[exit code: 2]

"#]]
    );
}

#[test]
fn a_large_team_is_answered_in_the_same_order_on_any_run() {
    let line = |at: usize| {
        let level = ["awareness", "working", "practitioner", "expert"][at % 4];
        format!("p{at}\tquality\t{level}\np{at}\toperations\t{}\n", ["expert", "working"][at % 2])
    };
    let people: String = (0..1_000).map(line).collect();
    let run = || Roles::miniature().words("match --profiles - --format tsv").input(&people).run().answered();
    let first = run();
    assert_eq!(first.lines().filter(|line| line.starts_with("fit\t")).count(), 1_000);
    assert_eq!(first, run());
}
