//! Scales of a company's own for levels of competencies: one of five steps for a catalog, one of three for a
//! competency, laid over another catalog and alone.

use snapbox::{assert_data_eq, str};

use crate::played::{ENTER, Played, RIGHT, ctrl};
use crate::support::{Outcome, Roles, Scratch, repository, run};

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

const ANN: &str = "role: grafter\ncompetencies: {grafting: Able, climbing: low, architecture: working, quality: expert}\n";

#[test]
fn both_ladders_are_checked() {
    assert_data_eq!(over("check scales", "").to_string(), str![[r#""#]]);
    assert_data_eq!(alone("check steps", "").to_string(), str![[r#""#]]);
}

#[test]
fn a_page_has_the_companys_words() {
    assert_data_eq!(over("show grafter --format page --section competencies", "").to_string(), str![[r#""#]]);
    assert_data_eq!(over("show grafter --section competencies", "").to_string(), str![[r#""#]]);
    assert_data_eq!(over("show grafter --section competencies --format markdown", "").to_string(), str![[r#""#]]);
    assert_data_eq!(
        over("show grafter --format tsv --fields id,weight,proficiency,level_score,own_level --section competencies", "")
            .to_string(),
        str![[r#""#]]
    );
    assert_data_eq!(alone("show cellar-master --format page", "").to_string(), str![[r#""#]]);
}

#[test]
fn a_level_keeps_ours_beside_the_companys() {
    let json = over("show head-grafter --section competencies --format json", "").to_string();
    let value: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    let of = |at: usize, field: &str| value["roles"][0]["competencies"][at][field].clone();
    let told = |at| [of(at, "id"), of(at, "level"), of(at, "proficiency"), of(at, "own_level")];
    assert_data_eq!(serde_json::to_string_pretty(&[told(0), told(1)]).expect("it is JSON"), str![[r#""#]]);
}

#[test]
fn a_gap_is_measured_by_the_steps_of_one_scale() {
    assert_data_eq!(over("gap head-grafter --profile - --format page", ANN).to_string(), str![[r#""#]]);
    assert_data_eq!(over("gap head-grafter --profile -", ANN).to_string(), str![[r#""#]]);
    let cellar = "competencies: {tasting: 3, patience: none}\n";
    assert_data_eq!(alone("gap cellar-master --profile - --format page", cellar).to_string(), str![[r#""#]]);
}

#[test]
fn across_scales_ours_measure_or_nothing_does() {
    // A built-in competency in the company's words, and the company's in ours: the mapping carries both.
    let bea = "competencies: {architecture: strong, quality: working, grafting: working, climbing: working}\n";
    assert_data_eq!(over("gap senior-engineer --profile - --format page", bea).to_string(), str![[r#""#]]);
    // Nobody says how the three steps of climbing compare with ours.
    assert_data_eq!(over("gap head-grafter --profile - --format page", bea).to_string(), str![[r#""#]]);
}

#[test]
fn words_of_a_profile_are_those_of_the_scale() {
    let wrong = "competencies: {grafting: stron, climbing: expert}\ntools: {git: strong}\n";
    assert_data_eq!(over("gap head-grafter --profile -", wrong).to_string(), str![[r#""#]]);
    assert_data_eq!(over("profile grafter", "").to_string(), str![[r#""#]]);
    assert_data_eq!(over("profile grafter --ask", "3\nhigh\n\nstrong\n").to_string(), str![[r#""#]]);
}

#[test]
fn a_step_up_is_told_in_the_companys_words() {
    assert_data_eq!(over("path grafter head-grafter --format page", "").to_string(), str![[r#""#]]);
    assert_data_eq!(over("path grafter head-grafter", "").to_string(), str![[r#""#]]);
}

#[test]
fn roles_are_compared_on_one_scale_or_by_ours() {
    assert_data_eq!(over("compare grafter head-grafter --format page", "").to_string(), str![[r#""#]]);
    assert_data_eq!(over("compare grafter senior-engineer engineer", "").to_string(), str![[r#""#]]);
    assert_data_eq!(alone("compare cellar-hand cellar-master --format page", "").to_string(), str![[r#""#]]);
}

#[test]
fn a_person_is_placed_by_it() {
    assert_data_eq!(over("match --profile - --max 3", ANN).to_string(), str![[r#""#]]);
    let cellar = "competencies: {tasting: 2, patience: little}\n";
    assert_data_eq!(alone("match --profile -", cellar).to_string(), str![[r#""#]]);
    let team = "ann\ttasting\t2\nann\tpatience\tmuch\nbob\ttasting\t5\nbob\tpatience\texpert\n";
    assert_data_eq!(alone("match --profiles - --role cellar-master --format page", team).to_string(), str![[r#""#]]);
    assert_data_eq!(alone("match --profiles - --role cellar-master", team).to_string(), str![[r#""#]]);
}

#[test]
fn the_reason_of_a_level_is_its_step() {
    assert_data_eq!(over("why grafter architecture --format page", "").to_string(), str![[r#""#]]);
    assert_data_eq!(over("why grafter climbing", "").to_string(), str![[r#""#]]);
    // A level that is stated takes the place of the one that was read.
    assert_data_eq!(over("why senior-engineer architecture", "").to_string(), str![[r#""#]]);
}

#[test]
fn a_competency_has_the_steps_of_its_scale() {
    assert_data_eq!(over("competencies grafting --format page", "").to_string(), str![[r#""#]]);
    assert_data_eq!(over("competencies climbing", "").to_string(), str![[r#""#]]);
    assert_data_eq!(over("list --competency architecture", "").to_string(), str![[r#""#]]);
}

#[test]
fn tables_have_the_companys_words() {
    assert_data_eq!(over("export grafter", "").to_string(), str![[r#""#]]);
    let scratch = Scratch::new("scales-import");
    let export = || Roles::builtin().words("--no-builtin --catalog").arg(repository("tests/miniature"));
    let table = export().words("--catalog").arg(repository("tests/scales")).words("export grafter").run().to_string();
    scratch.write("ladder.csv", &table);
    let levels = "--level learner=awareness --level able=working --level middle=working";
    let import = export().words("import ladder.csv --dir own").words(levels).folder(scratch.path()).run();
    assert_data_eq!(import.to_string(), str![[r#""#]]);
    assert_eq!(export().words("export --dir own").folder(scratch.path()).run().to_string(), table);
    // Where the catalog beneath has the scale, its words are levels by themselves; those of ours by what they stand for.
    scratch.write("more.csv", "role,competency,level\nPruner,Grafting,Strong\nPruner,Climbing,high\nPruner,grafting,expert\n");
    let more = export().words("--catalog").arg(repository("tests/scales")).words("import more.csv --dir more");
    assert_data_eq!(more.folder(scratch.path()).run().to_string(), str![[r#""#]]);
    let text = std::fs::read_to_string(scratch.path().join("more/pruner.yaml")).expect("it was written");
    assert_data_eq!(text.split_once("competencies:").map_or("", |(_, rest)| rest), str![[r#""#]]);
    assert_data_eq!(
        export().words("export --dir").arg(repository("tests/scales")).words("head-grafter").run().to_string(),
        str![[r#""#]]
    );
}

#[test]
fn a_new_role_states_levels_that_its_scale_has() {
    let scratch = Scratch::new("scales-new");
    scratch.write("own/catalog.yaml", "scale: [novice, able, strong]\n");
    let own = |line: &str| Roles::builtin().words("--catalog own").words(line).folder(scratch.path()).run().to_string();
    own("new lamplighter --dir own");
    let text = std::fs::read_to_string(scratch.path().join("own/lamplighter.yaml")).expect("it was written");
    let levels: Vec<&str> = text.lines().filter(|line| line.contains("our ladder says so")).collect();
    assert_data_eq!(levels.join("\n"), str![[r#""#]]);
    assert_data_eq!(own("check own"), str![[r#""#]]);
}

#[test]
fn the_annotated_scales_are_a_catalog() {
    let guide = std::fs::read_to_string(repository("roles/README.md")).expect("it is there");
    let block = |first: &str| {
        let (_, after) = guide.split_once(&format!("```yaml\n# {first}")).expect("the guide has it");
        format!("# {}", after.split("```").next().expect("a block ends"))
    };
    let scratch = Scratch::new("scales-guide");
    scratch.write("catalog.yaml", &block("The scale of a catalog"));
    scratch.write("vocabulary/competencies.yaml", &block("The scale of one competency"));
    let role = "title: Keeper\nfamily: security\ntrack: management\nlevel: 4\nsummary: Keeps it.\n";
    scratch.write("keeper.yaml", &format!("{role}{}", block("A role on both")));
    assert_eq!(run(&scratch, "check .").to_string(), "");
    let shown = Roles::builtin().words("--catalog . show keeper --section competencies").folder(scratch.path()).run();
    assert_data_eq!(shown.to_string(), str![[r#""#]]);
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
    assert_data_eq!(run(&scratch, "check .").to_string(), str![[r#""#]]);
    scratch.write("catalog.yaml", "scale: [{step: novice, as: working}, able, {step: strong, as: expert}]\n");
    scratch.write("vocabulary/competencies.yaml", "- {id: lamps, title: Lamps, definition: Keeping them lit.}\n");
    scratch.write(
        "lamplighter.yaml",
        "title: Lamplighter\nfamily: software-engineering\ntrack: individual-contributor\nlevel: 3\nsummary: Lights.\n\
         competencies:\n  - {competency: lamps, level: abel}\n  - {competency: coaching, level: working}\n  \
         - {competency: ownership, level: wholly}\n",
    );
    assert_data_eq!(run(&scratch, "check .").to_string(), str![[r#""#]]);
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
        str![[r#""#]]
    );
    assert_data_eq!(levels("catalog", "/properties/scale/items"), str![[r#""#]]);
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
    assert_data_eq!(me, str![[r#""#]]);
    assert_data_eq!(it.press(RIGHT, "learner"), str![[r#""#]]);
    assert_data_eq!(it.press("4", "strong"), str![[r#""#]]);
    let _ = ENTER;
}
