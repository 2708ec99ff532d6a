//! A self-assessment kept in a file: the template, the gap, the roles that fit.

use snapbox::{assert_data_eq, str};

use crate::support::{Outcome, Roles, Scratch, builtin, miniature, repository};

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
# A self-assessment, for `roles gap ROLE --profile FILE` and `roles match
# --profile FILE`.
# Put a level behind a name: none, awareness, working, practitioner or expert.
# A line may be left out, or stay blank: it says nothing. Titles and aliases
# serve as names too.
# n/a takes a line out of the measure: it has no bearing on your work.

# The role you hold now, by its id: `roles match` then says how many steps away
# each role is.
# role: intern

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
  # Languages
  c:
  c-plus-plus:
  python:
  sql:
  # Infrastructure
  kubernetes:
  linux:
  prometheus:
  terraform:
  # Delivery
  git:
  jenkins:

"#]]
    );
}

#[test]
fn the_template_is_valid_as_printed_and_says_nothing_yet() {
    let template = builtin("profile").answered();
    let first_edition = template.lines().map(|line| match line.strip_prefix("  ").filter(|line| line.ends_with(':')) {
        Some(line) => format!("  {line} none\n"),
        None => format!("{line}\n"),
    });
    let first_edition: String = first_edition.collect();
    assert!(first_edition.contains("\n  kubernetes: none\n"), "{first_edition}");
    for (profile, what) in
        [(template, "says nothing yet"), (first_edition, "says nothing but `none`, which counts as not said")]
    {
        let told = format!(
            "------- stderr -------\nerror: the profile `-` {what}: there is nothing to measure\n\
             hint: put a level behind a name: awareness, working, practitioner or expert\n[exit code: 1]\n"
        );
        assert_eq!(Roles::builtin().words("match --profile -").input(&profile).run().to_string(), told);
        // One line that is filled in is enough.
        let line = if profile.contains("kubernetes: none") { "  kubernetes: none\n" } else { "  kubernetes:\n" };
        let filled = profile.replace(line, "  kubernetes: expert\n");
        let fits = Roles::builtin().words("match --profile - --max 1 --format tsv --fields fit").input(&filled).run();
        assert!(fits.answered().lines().nth(1).is_some_and(|fit| fit != "0"), "{what}");
    }
}

#[test]
fn a_gap() {
    assert_data_eq!(
        with_profile("gap senior-engineer", ME).to_string(),
        str![[r#"
fit        senior-engineer  Senior Engineer  29%  4 of 5 competencies have a level; the others are left out  not said: 6, counted as none
missing    operations  87  not said   practitioner  awareness  Knows whom to call.
missing    quality     62  not said   practitioner  awareness  Runs the tests.
missing    people      26  awareness  practitioner  working    Guides one colleague.
tool       c-plus-plus  not said  expert
tool       git          not said  practitioner
tool       sql          not said  working
tool       jenkins      not said  working
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
  4 of 5 competencies have a level; the others are left out
  not said: 6, counted as none

Missing                                           by weight times levels missing
  competency                  weight  levels       have       need
  Operations and reliability      87  –    → ●●●○  not said   practitioner
  Quality                         62  –    → ●●●○  not said   practitioner
  People leadership               26  ●○○○ → ●●●○  awareness  practitioner

Next                     what the next level of the three most urgent looks like
  Operations and reliability, awareness: Knows whom to call.
  Quality, awareness: Runs the tests.
  People leadership, working: Guides one colleague.

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

"#]]
    );
}

/// What a profile leaves out may well be mastered; what it says is not, is not.
#[test]
fn what_is_not_said_is_not_none() {
    let profile = "competencies: {architecture: expert, quality: none}\ntools: {sql: none}\n";
    assert_data_eq!(
        with_profile("gap senior-engineer", profile).to_string(),
        str![[r#"
fit        senior-engineer  Senior Engineer  26%  4 of 5 competencies have a level; the others are left out  not said: 5, counted as none
missing    operations  87  not said  practitioner  awareness  Knows whom to call.
missing    quality     62  none      practitioner  awareness  Runs the tests.
missing    people      26  not said  practitioner  awareness  Shares what was learned.
tool       c-plus-plus  not said  expert
tool       git          not said  practitioner
tool       sql          none      working
tool       jenkins      not said  working
met        architecture
not-rated  strategy

"#]]
    );
    let fields = with_profile("gap senior-engineer --format tsv --fields kind,id,have,rated,of", profile);
    assert_data_eq!(
        fields.to_string(),
        str![[r#"
kind	id	have	rated	of
fit	senior-engineer		4	5
missing	operations			
missing	quality	none		
missing	people			
tool	c-plus-plus			
tool	git			
tool	sql	none		
tool	jenkins			
met	architecture			
not-rated	strategy			

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
engineer         Engineer                   39%  like you 45%  mid                  carried by: Architecture, People leadership  missing: Quality, Operations and reliability  rated: 4/5  not said: 6, counted as none  the role you hold
senior-engineer  Senior Engineer            29%  like you 28%  senior    next rung  carried by: Architecture, People leadership  missing: Operations and reliability, Quality, People leadership  rated: 4/5  not said: 6, counted as none  1 step away
sre              Site Reliability Engineer  34%  like you 31%  senior    next step  carried by: Architecture, People leadership  missing: Operations and reliability, Quality, Technology strategy  rated: 5/5  not said: 6, counted as none  1 step away
staff-engineer   Staff Engineer             23%  like you 27%  staff                carried by: Architecture, People leadership  missing: Quality, Operations and reliability, Architecture  rated: 5/5  not said: 5, counted as none  2 steps away

"#]]
    );
}

#[test]
fn the_roles_that_fit_as_a_page() {
    assert_data_eq!(
        with_profile("match --max 2 --from junior-engineer --format page", ME).to_string(),
        str![[r#"
The roles that fit you
  rank junior: Junior Engineer, the role you hold

  role             title            fit  like you  rank    steps away
      missing most
  junior-engineer  Junior Engineer   40        26  junior  yours
      Quality
  engineer         Engineer          39        45  mid     1, next rung
      Quality, Operations and reliability

  Engineer: 4 of 5 competencies have a level; the others are left out
  not said: 3 to 6 a role, counted as none
  Fit: of each role, what you master, in 100. Like you: how near its levels and
  tools are to yours, and how far you are strong where it weighs most; the
  order, behind your own role and where it leads.
  All that is missing: roles gap engineer --profile FILE

"#]]
    );
}

#[test]
fn a_misspelt_competency() {
    assert_data_eq!(
        with_profile("gap cto", "competencies:\n  architecure: expert\n").to_string(),
        str![[r#"
------- stderr -------
warning: -:2:3: no competency is called `architecure`: left out (did you mean `architecture`?)
error: the profile `-` says nothing yet: there is nothing to measure
hint: put a level behind a name: awareness, working, practitioner or expert
[exit code: 1]

"#]]
    );
}

#[test]
fn an_unknown_level_and_an_unknown_tool_at_once() {
    assert_data_eq!(
        with_profile("gap cto", "competencies:\n  people: excellent\ntools:\n  kubernets: working\n").to_string(),
        str![[r#"
------- stderr -------
warning: -:4:3: no tool is called `kubernets`: left out (did you mean `kubernetes`?)
error[unknown-level]: no level is called `excellent`
 --> -:2:11
  |
2 |   people: excellent
  |           ^^^^^^^^^
  |
  = help: levels are none, awareness, working, practitioner and expert,
          and n/a

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
  |
  = help: take one of the two out

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
        assert!([1, 2].contains(&outcome.code) && !outcome.stderr.contains("panicked"), "{name}: {outcome}");
    }
    let outcome = Roles::miniature().words("gap cto --profile").arg(scratch.path()).run();
    assert_eq!(outcome.code, 2, "a folder is no profile");
}

#[test]
fn names_are_known_by_title_and_alias() {
    let profile = "\
competencies:
  Architecture: practitioner
  People Leadership: awareness
tools:
  K8S: working
  c++: expert
role: Engineer
";
    let ids = "\
competencies: {architecture: practitioner, people: awareness}
tools: {kubernetes: working, c-plus-plus: expert}
role: engineer
";
    for line in ["gap senior-engineer", "match --format json"] {
        assert_eq!(with_profile(line, profile).answered(), with_profile(line, ids).answered(), "{line}");
    }
}

#[test]
fn a_name_that_nothing_has_is_told_once_and_left_out() {
    let profile = "\
competencies:
  architecture: practitioner
  people: awareness
  architectrue: expert
tools:
  kubernetes: working
  blub:
role: Archmage
";
    assert_data_eq!(
        with_profile("match --max 1", profile).to_string(),
        str![[r#"
engineer  Engineer  39%  like you 45%  mid      carried by: Architecture, People leadership  missing: Quality, Operations and reliability  rated: 4/5  not said: 6, counted as none  your rank, inferred: mid, by engineer
------- stderr -------
warning: -:4:3: no competency is called `architectrue`: left out (did you mean `architecture`?)
warning: -:7:3: no tool is called `blub`: left out (`roles tools` lists them)
warning: -:8:7: no role is called `Archmage`: left out

"#]]
    );
    assert_data_eq!(
        with_profile("gap senior-engineer --exit-code", profile).to_string(),
        str![[r#"
------- stderr -------
error[unknown-competency]: no competency is called `architectrue`
 --> -:4:3
  |
4 |   architectrue: expert
  |   ^^^^^^^^^^^^
  |
  = help: did you mean `architecture`?

error[unknown-tool]: no tool is called `blub`
 --> -:7:3
  |
7 |   blub:
  |   ^^^^
  |
  = help: `roles tools` lists them

error[unknown-role]: no role is called `Archmage`
 --> -:8:7
  |
8 | role: Archmage
  |       ^^^^^^^^

error: the profile `-` is not valid
[exit code: 2]

"#]]
    );
}

#[test]
fn a_name_that_several_things_have_is_not_guessed() {
    let scratch = Scratch::new("two-names");
    scratch.write(
        "vocabulary/tools.yaml",
        "- {id: abc, title: ABC, group: Languages, aliases: [Shell]}\n- {id: bash, title: Bash, group: Languages, aliases: [shell]}\n",
    );
    let with = |line: &str, profile: &str| {
        let roles = Roles::miniature().arg("--catalog").arg(scratch.path());
        roles.words(line).words("--profile -").input(profile).run().to_string()
    };
    assert_data_eq!(
        with("gap cto --format tsv --fields fit", "competencies: {strategy: expert}\ntools:\n  Shell: expert\n"),
        str![[r#"
fit
25






------- stderr -------
warning: -:3:3: `Shell` may mean 2 tools: abc, bash: left out (say which, by its id: `abc`)

"#]]
    );
}

#[test]
fn two_names_of_one_thing_are_a_key_that_stands_twice() {
    assert_data_eq!(
        with_profile("gap cto", "tools:\n  k8s: working\n  kubernetes: expert\n").to_string(),
        str![[r#"
------- stderr -------
error[duplicate-key]: `kubernetes` names the same as `k8s`
 --> -:3:3
  |
3 |   kubernetes: expert
  |   ^^^^^^^^^^
  |
  = help: take one of the two out

error: the profile `-` is not valid
[exit code: 2]

"#]]
    );
}

#[test]
fn where_there_is_nothing_to_measure_nothing_is_measured() {
    for (line, profile, told) in [
        ("gap cto", "", "the profile `-` says nothing yet: there is nothing to measure"),
        ("match", "role: cto\n", "the profile `-` says nothing yet: there is nothing to measure"),
        (
            "gap cto --exit-code",
            "competencies:\n  people:\n",
            "the profile `-` says nothing yet: there is nothing to measure",
        ),
        (
            "match",
            "competencies: {people: none}\ntools: {git: none, sql: }\n",
            "the profile `-` says nothing but `none`, which counts as not said: there is nothing to measure",
        ),
    ] {
        let hint = "hint: put a level behind a name: awareness, working, practitioner or expert\n";
        let told = format!("------- stderr -------\nerror: {told}\n{hint}[exit code: 1]\n");
        assert_eq!(with_profile(line, profile).to_string(), told, "{line}: {profile}");
    }
}

/// A role that no source rates and that has no tools, and a tool that no role has.
fn bare() -> Scratch {
    let scratch = Scratch::new("bare");
    scratch
        .write("operations/bare.yaml", "title: Bare\ntrack: management\nlevel: 4\nsummary: Nothing is known of it.\n");
    scratch.write("vocabulary/tools.yaml", "- {id: lathe, title: Lathe, group: Hardware}\n");
    scratch
}

#[test]
fn a_role_of_which_nothing_is_rated_has_no_gap_and_no_fit() {
    let scratch = bare();
    let with = |line: &str, profile: &str| {
        let roles = Roles::miniature().arg("--catalog").arg(scratch.path());
        roles.words(line).words("--profile -").input(profile).run()
    };
    // Hints ask the catalogs that were asked; where they lie is this machine's.
    let asked =
        [repository("tests/miniature"), scratch.path().to_owned()].map(|it| format!("--catalog {} ", it.display()));
    let shown = |outcome: Outcome| outcome.to_string().replace(&format!("--no-builtin {}", asked.concat()), "");
    for line in ["gap bare", "gap bare --exit-code"] {
        assert_data_eq!(
            shown(with(line, ME)),
            str![[r#"
------- stderr -------
error: nothing of `bare` can be measured: no source rates its competencies, and it has no tools
hint: what is known of it: `roles show bare`
[exit code: 1]

"#]]
        );
    }
    let fits = with("match --max 100 --format tsv --fields role", ME).answered();
    assert!(fits.contains("\ncto\n") && !fits.contains("bare"), "{fits}");
    assert_data_eq!(
        shown(with("match", "tools: {lathe: expert}\n")),
        str![[r#"
------- stderr -------
error: no role asks for anything that the profile `-` claims
hint: `roles competencies` and `roles tools` list what roles ask for
[exit code: 1]

"#]]
    );
}

/// What weighs nothing is no reason to say that nobody has read it.
#[test]
fn levels_of_what_weighs_nothing_are_told_as_such() {
    let scratch = Scratch::new("weightless");
    let stated = "competencies: [{competency: quality, weight: 0, level: working, why: it is said}]\n";
    let head = "title: Weightless\ntrack: management\nlevel: 4\nsummary: Nothing weighs.\n";
    scratch.write("operations/weightless.yaml", format!("{head}{stated}"));
    let roles = Roles::miniature().arg("--catalog").arg(scratch.path());
    let outcome = roles.words("gap weightless --profile -").input(ME).run();
    let (folder, miniature) = (scratch.path().display().to_string(), repository("tests/miniature"));
    let shown = outcome.to_string().replace(&folder, "own").replace(&miniature.display().to_string(), "miniature");
    assert_data_eq!(
        shown,
        str![[r#"
------- stderr -------
error: nothing of `weightless` can be measured: no competency that it asks a level of weighs anything, and it has no tools
hint: what is known of it: `roles --no-builtin --catalog miniature --catalog own show weightless --section competencies --all`
[exit code: 1]

"#]]
    );
}

#[test]
fn a_gap_without_a_lack_says_so() {
    let all = "competencies: {architecture: expert, people: expert, operations: expert, quality: expert}\n";
    let page = with_profile("gap senior-engineer --format page", all).answered();
    assert!(page.contains("\n  Nothing: every competency that is rated is met.\n"), "{page}");
}

#[test]
fn a_profile_in_another_encoding_is_told_as_such() {
    let scratch = Scratch::new("encodings");
    let utf16 = |text: &str, bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    for (name, bytes) in [
        ("le", utf16(&format!("\u{feff}{ME}"), u16::to_le_bytes)),
        ("be", utf16(&format!("\u{feff}{ME}"), u16::to_be_bytes)),
        ("bare", utf16(ME, u16::to_le_bytes)),
    ] {
        let path = scratch.write(name, bytes);
        let outcome = Roles::miniature().words("gap cto --profile").arg(name).folder(scratch.path()).run();
        let told = format!(
            "------- stderr -------\nerror[not-utf-8]: the file is UTF-16, not UTF-8\n--> {name}\n = help: save it as UTF-8; in \
             PowerShell, `| Out-File -Encoding utf8 FILE`\n         in the place of `> FILE`\n\nerror: the profile `{name}` is \
             not valid\n[exit code: 2]\n"
        );
        assert_eq!(outcome.to_string(), told, "{path:?}");
    }
    scratch.write("latin", b"role: engineer\ntools:\n  caf\xe9: expert\n");
    assert_data_eq!(
        Roles::miniature().words("gap cto --profile latin").folder(scratch.path()).run().to_string(),
        str![[r#"
------- stderr -------
error[not-utf-8]: the file is not UTF-8 from here on
--> latin:3:6
 = help: save it as UTF-8

error: the profile `latin` is not valid
[exit code: 2]

"#]]
    );
}

#[test]
fn a_profile_without_end_is_not_read_to_its_end() {
    let outcome = Roles::miniature().words("gap cto --profile /dev/zero").run();
    assert!(outcome.code == 2 && outcome.stderr.contains("over 8 MiB"), "{outcome}");
}

#[test]
fn fields_of_ones_own_are_told_and_no_fault() {
    let outcome = with_profile("gap cto --format page", &format!("toolz: {{a: b}}\nmotto: [x, y]\n{ME}"));
    assert_eq!(outcome.code, 0, "{outcome}");
    assert!(outcome.stdout.starts_with("Your gap to Chief Technology Officer"), "{outcome}");
    assert!(
        outcome.stderr.contains("-:1:1: no field is called `toolz`: left out (did you mean `tools`?)"),
        "{outcome}"
    );
    assert!(outcome.stderr.contains("-:2:1: no field is called `motto`: left out"), "{outcome}");
}

#[test]
fn a_gap_keeps_its_marks_at_80_columns() {
    let profile = "competencies:\n  technology-strategy: practitioner\n  people-leadership: working\n";
    let page = Roles::builtin().words("gap cto --width 80 --format page --profile -").input(profile).run().answered();
    assert!(page.contains("●●●○ → ●●●●"), "{page}");
    assert!(page.lines().all(|line| line.chars().count() <= 80), "{page}");
}

#[test]
fn a_gap_that_is_heard_has_no_bar() {
    let heard = with_profile("gap cto --plain --format page", ME).answered();
    let fit = heard.lines().find(|line| line.starts_with("fit ")).expect("it says the fit");
    assert!(fit.ends_with("%."), "{heard}");
    assert!(!heard.contains("  "), "{heard}");
}

#[test]
fn a_match_names_the_file_that_it_read() {
    let scratch = Scratch::new("match-file");
    scratch.write("it's me.yaml", ME);
    let outcome = Roles::miniature().words("match --format page --width 120 --profile").arg("it's me.yaml");
    let page = outcome.folder(scratch.path()).run().answered();
    assert!(page.contains(r#"--profile "it's me.yaml""#), "{page}");
}

#[test]
fn records_that_are_heard_have_straight_quotes() {
    for option in ["--plain", "--ascii"] {
        let text = builtin(&format!("show cto software-engineer --all {option} --format lines")).answered();
        assert!(!text.contains(['“', '”', '‘', '’']), "{text}");
    }
}
