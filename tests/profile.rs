//! A self-assessment kept in a file: the template, the gap, the roles that fit.

use snapbox::{assert_data_eq, str};

use crate::support::{Outcome, Roles, Scratch, builtin, miniature};

const ME: &str = "\
role: engineer
competencies:
  architecture: practitioner
  people: awareness
tools:
  kubernetes: working
";

fn with_profile(line: &str, profile: &str) -> Outcome {
    Roles::miniature().words(line).words("--profile -").input(profile).run()
}

#[test]
fn the_template() {
    assert_data_eq!(
        miniature("profile --format page").to_string(),
        str![[r#"
# A self-assessment, for `roles gap ROLE --profile FILE` and `roles match --profile FILE`.
# Put a level in the place of `none`: awareness, working, practitioner or expert.
# A line may be left out, or stay as it is: `none` claims nothing.

# The role you hold now, by its id: `roles match` then says how many steps away each role is.
# role: senior-software-engineer

competencies:
  # Architecture
  # Deciding the shape of a system.
  #   awareness: Can read a drawing of the system.
  #   working: Designs a component.
  #   practitioner: Designs a system.
  #   expert: Designs how the systems of a company fit together.
  architecture: none

  # People leadership
  # Making other people better at their work.
  #   awareness: Shares what was learned.
  #   working: Guides one colleague.
  #   practitioner: Leads a team.
  #   expert: Leads the leaders of teams.
  people: none

  # Operations and reliability
  # Keeping a service up.
  #   awareness: Knows whom to call.
  #   working: Follows a runbook.
  #   practitioner: Writes the runbook.
  #   expert: Makes the runbook unnecessary.
  operations: none

  # Technology strategy
  # Deciding where to go, and what to give up for it.
  #   awareness: Can say what the company wants.
  #   working: Makes a plan of a given strategy.
  #   practitioner: Writes the strategy of a department.
  #   expert: Writes the strategy of a company.
  strategy: none

  # Quality
  # Finding out whether it works.
  #   awareness: Runs the tests.
  #   working: Writes tests.
  #   practitioner: Decides what is tested.
  #   expert: Decides how a company tests.
  quality: none

tools:
  # Languages
  c: none
  c-plus-plus: none
  python: none
  sql: none
  # Infrastructure
  kubernetes: none
  linux: none
  prometheus: none
  terraform: none
  # Delivery
  git: none
  jenkins: none

"#]]
    );
}

#[test]
fn the_template_is_valid_as_printed_and_claims_nothing() {
    let template = builtin("profile").answered();
    let fits = Roles::builtin()
        .words("match --profile - --format tsv --fields role,fit --max 1000")
        .input(&template)
        .run()
        .answered();
    assert!(fits.lines().skip(1).all(|line| line.ends_with("\t0")), "{fits}");
}

#[test]
fn a_gap() {
    assert_data_eq!(
        with_profile("gap senior-engineer", ME).to_string(),
        str![[r#"
fit        senior-engineer  Senior Engineer  29%
missing    operations  87  none       practitioner  awareness  Knows whom to call.
missing    quality     62  none       practitioner  awareness  Runs the tests.
missing    people      26  awareness  practitioner  working    Guides one colleague.
tool       c-plus-plus  none  expert
tool       git          none  practitioner
tool       sql          none  working
tool       jenkins      none  working
met        architecture
not-rated  strategy

"#]]
    );
}

#[test]
fn a_gap_as_a_page() {
    assert_data_eq!(
        with_profile("gap senior-engineer --format page", ME).to_string(),
        str![[r#"
Your gap to Senior Engineer                                      senior-engineer
fit 29%  █████▊

Missing                                           by weight times levels missing
  competency                  weight  have       need
  Operations and reliability      87  none       practitioner
  Quality                         62  none       practitioner
  People leadership               26  awareness  practitioner

Next                     what the next level of the three most urgent looks like
  Operations and reliability, awareness: Knows whom to call.
  Quality, awareness: Runs the tests.
  People leadership, working: Guides one colleague.

Tools                                             below the proficiency expected
  tool     have  need
  C++      none  expert
  Git      none  practitioner
  SQL      none  working
  Jenkins  none  working

Met
  Architecture

Left out                                               no source rates the level
  Technology strategy

"#]]
    );
}

#[test]
fn a_gap_that_a_script_can_test() {
    assert_eq!(with_profile("gap senior-engineer --exit-code", ME).code, 1);
    let all =
        "competencies: {architecture: expert, people: expert, operations: expert, strategy: expert, quality: expert}\n";
    let tools = miniature("tools --format tsv --fields id").answered();
    let tools: String = tools.lines().skip(1).map(|id| format!("  {id}: expert\n")).collect();
    let outcome = with_profile(
        "gap senior-engineer --exit-code --format tsv --fields kind,fit",
        &format!("{all}tools:\n{tools}"),
    );
    assert_eq!((outcome.code, outcome.stdout.lines().nth(1)), (0, Some("fit\t100")), "{outcome}");
}

#[test]
fn the_roles_that_fit() {
    assert_data_eq!(
        with_profile("match --max 4", ME).to_string(),
        str![[r#"
junior-engineer  Junior Engineer            40%  carried by: Architecture                     missing: Quality                              rated: 2/2  no ladder leads there from the role you hold
engineer         Engineer                   39%  carried by: Architecture, People leadership  missing: Quality, Operations and reliability  rated: 4/5  the role you hold
sre              Site Reliability Engineer  36%  carried by: Architecture, People leadership  missing: Operations and reliability, Quality  rated: 4/5  1 step away
senior-engineer  Senior Engineer            29%  carried by: Architecture, People leadership  missing: Operations and reliability, Quality, People leadership  rated: 4/5  1 step away

"#]]
    );
}

#[test]
fn the_roles_that_fit_as_a_page() {
    assert_data_eq!(
        with_profile("match --max 2 --from junior-engineer --format page", ME).to_string(),
        str![[r#"
Junior Engineer                                                  junior-engineer
  fit 40%  ████████
  carried by Architecture
  missing most Quality
  the role you hold

Engineer                                                                engineer
  fit 39%  ███████▊
  carried by Architecture, People leadership
  missing most Quality, Operations and reliability
  4 of 5 competencies are rated; the others are left out
  1 step away

  Of each role's weight and tools, what your profile masters. What is missing:
  roles gap ROLE --profile FILE

"#]]
    );
}

#[test]
fn a_misspelt_competency() {
    assert_data_eq!(
        with_profile("gap cto", "competencies:\n  architectur: expert\n").to_string(),
        str![[r#"
------- stderr -------
error[unknown-competency]: no competency is called `architectur`
 --> -:2:3
  |
2 |   architectur: expert
  |   ^^^^^^^^^^^
  |
  = help: did you mean `architecture`?

error: the profile `-` is not valid
[exit code: 2]

"#]]
    );
}

#[test]
fn an_unknown_level_and_an_unknown_tool_at_once() {
    assert_data_eq!(
        with_profile("gap cto", "competencies:\n  people: excellent\ntools:\n  kubernets: working\n").to_string(),
        str![[r#"
------- stderr -------
error[unknown-level]: no level is called `excellent`
 --> -:2:11
  |
2 |   people: excellent
  |           ^^^^^^^^^
  |
  = help: levels are none, awareness, working, practitioner and expert

error[unknown-tool]: no tool is called `kubernets`
 --> -:4:3
  |
4 |   kubernets: working
  |   ^^^^^^^^^
  |
  = help: did you mean `kubernetes`?

error: the profile `-` is not valid
[exit code: 2]

"#]]
    );
}

#[test]
fn a_key_that_stands_twice() {
    assert_data_eq!(
        with_profile("gap cto", "tools:\n  git: working\n  git: expert\n").to_string(),
        str![[r#"
------- stderr -------
error[duplicate-key]: the key `git` stands here twice
 --> -:3:3
  |
3 |   git: expert
  |   ^^^

error: the profile `-` is not valid
[exit code: 2]

"#]]
    );
}

#[test]
fn profiles_of_every_odd_kind_are_told_and_not_feared() {
    let scratch = Scratch::new("profiles");
    let deep = "[".repeat(100_000);
    let bomb: String = std::iter::once("a: &a [x, x]\n".to_owned())
        .chain((0..40).map(|at| {
            format!("b{at}: &b{at} [*{0}, *{0}]\n", if at == 0 { "a".to_owned() } else { format!("b{}", at - 1) })
        }))
        .collect();
    for (name, text) in [
        ("deep", deep),
        ("bomb", bomb),
        ("list", "- a\n- b\n".into()),
        ("number", "competencies: 5\n".into()),
        ("null", "competencies:\n".into()),
        ("tab", "tools:\n\tgit: working\n".into()),
    ] {
        let path = scratch.write(name, text);
        let outcome = Roles::miniature().words("gap cto --profile").arg(path).run();
        assert!([0, 2].contains(&outcome.code) && !outcome.stderr.contains("panicked"), "{name}: {outcome}");
    }
    let outcome = Roles::miniature().words("gap cto --profile").arg(scratch.path()).run();
    assert_eq!(outcome.code, 2, "a folder is no profile");
}
