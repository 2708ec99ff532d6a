//! A self-assessment of what roles ask for, question by question, and what has no bearing.

use snapbox::{assert_data_eq, str};

use crate::support::{Outcome, Roles, Scratch, miniature, typed_in_terminal};

fn asked(line: &str, answers: &str) -> Outcome {
    Roles::miniature().words(line).input(answers).run()
}

fn gap(line: &str, profile: &str) -> Outcome {
    Roles::miniature().words(line).words("--profile -").input(profile).run()
}

#[test]
fn a_template_of_roles_has_what_they_ask_for() {
    assert_data_eq!(
        miniature("profile sre").to_string(),
        str![[r#"
# A self-assessment, for `roles gap ROLE --profile FILE` and `roles match --profile FILE`.
# Put a level behind a name: none, awareness, working, practitioner or expert.
# A line may be left out, or stay blank: it says nothing. Titles and aliases serve as names too.
# n/a takes a line out of the measure: it has no bearing on your work.
# What is asked for by Site Reliability Engineer (sre).

# The role you hold now, by its id: `roles match` then says how many steps away each role is.
# role: sre

competencies:
  # Architecture
  # Deciding the shape of a system.
  #   awareness: Can read a drawing of the system.
  #   working: Designs a component.
  #   practitioner: Designs a system.
  #   expert: Designs how the systems of a company fit together.
  architecture:

  # People leadership
  # Making other people better at their work.
  #   awareness: Shares what was learned.
  #   working: Guides one colleague.
  #   practitioner: Leads a team.
  #   expert: Leads the leaders of teams.
  people:

  # Operations and reliability
  # Keeping a service up.
  #   awareness: Knows whom to call.
  #   working: Follows a runbook.
  #   practitioner: Writes the runbook.
  #   expert: Makes the runbook unnecessary.
  operations:

  # Technology strategy
  # Deciding where to go, and what to give up for it.
  #   awareness: Can say what the company wants.
  #   working: Makes a plan of a given strategy.
  #   practitioner: Writes the strategy of a department.
  #   expert: Writes the strategy of a company.
  strategy:

  # Quality
  # Finding out whether it works.
  #   awareness: Runs the tests.
  #   working: Writes tests.
  #   practitioner: Decides what is tested.
  #   expert: Decides how a company tests.
  quality:

tools:
  # Infrastructure
  kubernetes:
  linux:
  prometheus:
  # Delivery
  git:

"#]]
    );
    assert_data_eq!(
        miniature("profile nobody-at-all").to_string(),
        str![[r#"
------- stderr -------
error: no role is called `nobody-at-all`
hint: `roles list` shows every role; `roles search WORD` looks inside them
[exit code: 2]

"#]]
    );
}

#[test]
fn questions_are_answered_from_standard_input() {
    assert_data_eq!(
        asked("profile sre --ask", "3\n\n0\nn\nseven\nexpert\nq\n").to_string(),
        str![[r#"
# A self-assessment, for `roles gap ROLE --profile FILE` and `roles match --profile FILE`.
# Put a level behind a name: none, awareness, working, practitioner or expert.
# A line may be left out, or stay blank: it says nothing. Titles and aliases serve as names too.
# n/a takes a line out of the measure: it has no bearing on your work.
# What is asked for by Site Reliability Engineer (sre).

# The role you hold now, by its id: `roles match` then says how many steps away each role is.
# role: sre

competencies:
  # Architecture
  # Deciding the shape of a system.
  #   awareness: Can read a drawing of the system.
  #   working: Designs a component.
  #   practitioner: Designs a system.
  #   expert: Designs how the systems of a company fit together.
  architecture: practitioner

  # People leadership
  # Making other people better at their work.
  #   awareness: Shares what was learned.
  #   working: Guides one colleague.
  #   practitioner: Leads a team.
  #   expert: Leads the leaders of teams.
  people:

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
  strategy: n/a

  # Quality
  # Finding out whether it works.
  #   awareness: Runs the tests.
  #   working: Writes tests.
  #   practitioner: Decides what is tested.
  #   expert: Decides how a company tests.
  quality: expert

tools:
  # Infrastructure
  kubernetes:
  linux:
  prometheus:
  # Delivery
  git:
------- stderr -------
9 questions. A number is a level; Enter: not said; n: n/a, no bearing on your
work; q: stop and keep.

1/9  Architecture
  Deciding the shape of a system.
  0 none
  1 awareness: Can read a drawing of the system.
  2 working: Designs a component.
  3 practitioner: Designs a system.
  4 expert: Designs how the systems of a company fit together.
> 
2/9  People leadership
  Making other people better at their work.
  0 none
  1 awareness: Shares what was learned.
  2 working: Guides one colleague.
  3 practitioner: Leads a team.
  4 expert: Leads the leaders of teams.
> 
3/9  Operations and reliability
  Keeping a service up.
  0 none
  1 awareness: Knows whom to call.
  2 working: Follows a runbook.
  3 practitioner: Writes the runbook.
  4 expert: Makes the runbook unnecessary.
> 
4/9  Technology strategy
  Deciding where to go, and what to give up for it.
  0 none
  1 awareness: Can say what the company wants.
  2 working: Makes a plan of a given strategy.
  3 practitioner: Writes the strategy of a department.
  4 expert: Writes the strategy of a company.
> 
5/9  Quality
  Finding out whether it works.
  0 none
  1 awareness: Runs the tests.
  2 working: Writes tests.
  3 practitioner: Decides what is tested.
  4 expert: Decides how a company tests.
>   `seven` is none of: 0 to 4, Enter, n, q
> 
Tools: 0 none, 1 awareness, 2 working, 3 practitioner, 4 expert
6/9  Kubernetes
> 
note: 3 levels, 1 n/a, 5 not said

"#]]
    );
    assert_data_eq!(
        asked("profile --ask", "").to_string(),
        str![[r#"
------- stderr -------
error: `--ask` takes a role: it asks what that role asks for
hint: `roles profile ROLE --ask`; `roles profile` has everything, to fill in with an editor
[exit code: 2]

"#]]
    );
}

#[test]
fn a_file_that_is_there_stays() {
    let scratch = Scratch::new("asked");
    let run = |line: &str| Roles::miniature().words(line).folder(scratch.path()).input("4\n").run();
    assert_data_eq!(
        run("profile sre --ask --output me.yaml")
            .to_string()
            .split_once("------")
            .map(|it| it.0)
            .unwrap_or("")
            .to_owned(),
        str![[r#"
wrote me.yaml: 1 level, 0 n/a, 8 not said

"#]]
    );
    let written = std::fs::read_to_string(scratch.path().join("me.yaml")).expect("it was written");
    assert!(written.contains("  architecture: expert\n"), "{written}");
    assert_data_eq!(
        run("profile sre --ask --output me.yaml").to_string(),
        str![[r#"
------- stderr -------
error: `me.yaml` is there already, and stays as it is
hint: choose another file: `--output mine.yaml`
[exit code: 2]

"#]]
    );
    assert_eq!(std::fs::read_to_string(scratch.path().join("me.yaml")).expect("it is there"), written);
    assert_data_eq!(
        run("profile sre --output nowhere/me.yaml").to_string(),
        str![[r#"
------- stderr -------
error: cannot write `nowhere/me.yaml`: No such file or directory (os error 2)
[exit code: 2]

"#]]
    );
}

#[test]
fn on_a_terminal_the_answers_go_into_a_file_and_ctrl_c_leaves_none() {
    let scratch = Scratch::new("asked-terminal");
    let command = Roles::miniature().words("profile sre --ask").folder(scratch.path()).command();
    let Some((shown, code)) = typed_in_terminal(&command, (80, 24), "> ", &["2\n", "\u{3}"]) else { return };
    // Ended by the signal: a shell says 130.
    assert_eq!(code, None);
    assert!(shown.ends_with("^C\nnote: broken off: nothing is written\n"), "{shown}");
    assert!(std::fs::read_dir(scratch.path()).expect("it is there").next().is_none(), "nothing is left behind");
    let (shown, code) =
        typed_in_terminal(&command, (80, 24), "> ", &["2\n", "n\n", "q\n"]).expect("there is a terminal");
    assert_eq!(code, Some(0), "{shown}");
    assert!(shown.contains("wrote me.yaml: 1 level, 1 n/a, "), "{shown}");
    let written = std::fs::read_to_string(scratch.path().join("me.yaml")).expect("it was written");
    assert!(written.contains(": working\n") && written.contains(": n/a\n"), "{written}");
}

#[test]
fn who_ends_the_input_is_told_what_is_kept() {
    let scratch = Scratch::new("asked-ended");
    let command = Roles::miniature().words("profile sre --ask").folder(scratch.path()).command();
    let Some((shown, code)) = typed_in_terminal(&command, (80, 24), "> ", &["2\n", "\u{4}"]) else { return };
    assert_eq!(code, Some(0), "{shown}");
    let said = "note: the input ended at question 2 of 9: what was said before it is kept\n\
                wrote me.yaml: 1 level, 0 n/a, 8 not said\n";
    assert!(shown.ends_with(said), "{shown}");
}

#[test]
fn of_nothing_said_nothing_is_written() {
    let scratch = Scratch::new("asked-nothing");
    for answers in ["", "q\n", "\n\nq\n", "\n\n\n\n\n\n\n\n\n"] {
        let roles = Roles::miniature().words("profile sre --ask --output me.yaml").folder(scratch.path());
        let outcome = roles.input(answers).run();
        assert_eq!((outcome.code, outcome.stdout.as_str()), (1, ""), "{answers:?}: {outcome}");
        let told = "error: nothing was said, and nothing is written\n\
                    hint: `roles profile sre` prints the file, to fill in with an editor\n";
        assert!(outcome.stderr.ends_with(told), "{answers:?}: {outcome}");
    }
    assert!(std::fs::read_dir(scratch.path()).expect("it is there").next().is_none(), "nothing is left behind");
}

/// The vocabulary is written with the quotes of a book.
#[test]
fn questions_and_the_file_are_in_ascii_where_that_is_asked_for() {
    let scratch = Scratch::new("asked-ascii");
    scratch.write(
        "ladder/vocabulary/competencies.yaml",
        "- id: lamps\n  title: Lamps\n  definition: Keeping “them” lit…\n",
    );
    scratch.write(
        "ladder/lamplighter.yaml",
        "title: Lamplighter\nfamily: engineering\ntrack: individual-contributor\nlevel: 3\nsummary: Lights.\n\
         competencies: [{competency: lamps, level: working, weight: 60, why: It is dark.}]\n",
    );
    let asks = |line: &str| {
        let roles = Roles::miniature().words("--catalog ladder").words(line).folder(scratch.path());
        roles.input("3\nq\n").run()
    };
    let asked = asks("profile lamplighter --ask --ascii");
    assert!(asked.stderr.contains("  Keeping \"them\" lit...\n"), "{asked}");
    assert!(asked.stdout.contains("Keeping \"them\" lit…"), "{asked}");
    let asked = asks("profile lamplighter --ask");
    assert!(asked.stderr.contains("“them” lit…") && asked.stdout.contains("“them” lit…"), "{asked}");
    asks("profile lamplighter --output me.yaml --ascii");
    let written = std::fs::read_to_string(scratch.path().join("me.yaml")).expect("it was written");
    assert!(written.contains("\"them\"") && !written.contains('“'), "{written}");
}

/// `n/a` takes a line out of the measure; what is not said counts as none, and the answer says how much it is.
#[test]
fn what_has_no_bearing_is_not_measured() {
    const ME: &str = "role: engineer\ncompetencies:\n  architecture: practitioner\n  people: N/A\ntools:\n  git: n/a\n";
    assert_data_eq!(
        gap("gap senior-engineer", ME).to_string(),
        str![[r#"
fit        senior-engineer  Senior Engineer  29%  3 of 4 competencies have a level; the others are left out  not said: 5, counted as none; n/a: 2, left out
missing    operations  87  not said  practitioner  awareness  Knows whom to call.
missing    quality     62  not said  practitioner  awareness  Runs the tests.
tool       c-plus-plus  not said  expert
tool       sql          not said  working
tool       jenkins      not said  working
met        architecture
not-rated  strategy

"#]]
    );
    assert_data_eq!(
        gap("gap senior-engineer --format page", ME).to_string(),
        str![[r#"
Your gap to Senior Engineer                                      senior-engineer
fit 29%  █████▊
  3 of 4 competencies have a level; the others are left out
  not said: 5, counted as none; n/a: 2, left out

Missing                                           by weight times levels missing
  competency                  weight  levels       have      need
  Operations and reliability      87  –    → ●●●○  not said  practitioner
  Quality                         62  –    → ●●●○  not said  practitioner

Next                     what the next level of the three most urgent looks like
  Operations and reliability, awareness: Knows whom to call.
  Quality, awareness: Runs the tests.

Tools                                             below the proficiency expected
  tool     levels       have      need
  C++      –    → ●●●●  not said  expert
  SQL      –    → ●●○○  not said  working
  Jenkins  –    → ●●○○  not said  working

Met
  Architecture

Left out                                                  nobody rates the level
  Technology strategy

"#]]
    );
    assert_data_eq!(
        gap("match --max 2", ME).to_string(),
        str![[r#"
engineer         Engineer         33%  like you 66%  mid                  carried by: Architecture  missing: Quality, Operations and reliability  rated: 3/4  not said: 5, counted as none; n/a: 2, left out  the role you hold
senior-engineer  Senior Engineer  29%  like you 46%  senior    next rung  carried by: Architecture  missing: Operations and reliability, Quality  rated: 3/4  not said: 5, counted as none; n/a: 2, left out  1 step away

"#]]
    );
    let aside = "competencies: {architecture: n/a, people: n/a, operations: n/a, strategy: n/a, quality: n/a}\n";
    assert_data_eq!(
        gap("gap senior-engineer", aside).to_string(),
        str![[r#"
------- stderr -------
error: the profile `-` says nothing but `n/a`: there is nothing to measure
hint: put a level behind a name: awareness, working, practitioner or expert
[exit code: 1]

"#]]
    );
}

#[test]
fn a_question_keeps_the_lines_of_a_definition() {
    let scratch = Scratch::new("assess-lines");
    scratch.write(
        "ladder/vocabulary/competencies.yaml",
        "- id: lamps\n  title: Lamps\n  definition: |\n    Keeping them lit.\n    Cutting the wicks.\n",
    );
    scratch.write(
        "ladder/lamplighter.yaml",
        "title: Lamplighter\nfamily: engineering\ntrack: individual-contributor\nlevel: 3\nsummary: Lights.\n\
         competencies: [{competency: lamps, level: working, weight: 60, why: It is dark.}]\n",
    );
    let roles = Roles::miniature().words("--catalog ladder profile lamplighter --ask");
    let asked = roles.folder(scratch.path()).input("q\n").run();
    assert!(asked.stderr.contains("  Keeping them lit.\n  Cutting the wicks.\n"), "{asked}");
}
