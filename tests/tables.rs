//! Spreadsheets to role files, and role files to tables.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use snapbox::{assert_data_eq, str};

use crate::support::{Outcome, PROGRAM, Roles, Scratch, builtin, is_all, miniature, repository, run, skipped};

/// A spreadsheet with its habits: a mark of its encoding, a title above, semicolons, merged cells, decimal
/// commas, words of its own for levels, a row that stands twice and one that says nothing.
const SHEET: &str = "\u{feff}Ladder of Acme;;;;;\r\n\
    Job;Grade;Skill;Expected level;Weight;What it looks like\r\n\
    Keeper;L2;Quality;2;62,5;Tests her own changes.\r\n\
    ;;Operations and reliability;1,0;40;\r\n\
    ;L3;Quality;3;70;\"Decides what is tested; says \"\"no\"\" to the rest.\"\r\n\
    ;;Ledger keeping;4;80;Closes the books.\r\n\
    ;;quality;2;1;Stands twice.\r\n\
    ;;;;;\r\n\
    Engineer;;Architecture;2;55;\r\n\
    ;;Quality;high;much;Reads\r\n\
    ;;Ledger keeping;none;;\r\n";

const LEVELS: &str = "--level 1=awareness --level 2=working --level 3=practitioner --level 4=expert";

fn imported(scratch: &Scratch, sheet: &str, options: &str) -> Outcome {
    scratch.write("ladder.csv", sheet);
    let import = Roles::miniature().words("import ladder.csv --dir ladder").words(options).folder(scratch.path());
    import.run()
}

fn exported(scratch: &Scratch, options: &str) -> Outcome {
    Roles::miniature().words("export --dir ladder").words(options).folder(scratch.path()).run()
}

/// The cells of a table, as any reader of CSV sees them.
fn cells(text: &str, separator: u8) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    reader.into_records().map(|row| row.expect("it is a table").iter().map(str::to_owned).collect()).collect()
}

fn file(scratch: &Scratch, path: &str) -> String {
    std::fs::read_to_string(scratch.path().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn a_spreadsheet_becomes_role_files() {
    let scratch = Scratch::new("import");
    assert_data_eq!(
        imported(&scratch, SHEET, LEVELS).to_string(),
        str![[r#"
wrote ladder: 3 roles, 4 competencies (1 of its own), from 6 rows
------- stderr -------
warning: ladder.csv: row 7, column `Skill`: `quality` stands twice for `Keeper L3`: the first counts, the row is kept as it is
warning: ladder.csv: row 10, column `Weight`: `much` is no weight from 0 to 100: left without one
warning: ladder.csv: row 10, column `Expected level`: no level is called `high`: left without one; `--level high=working` says what it is
note: columns read: `Job` (role), `Grade`, `Skill` (competency), `Expected level` (expected), `What it looks like` (text), `Weight`
note: 9 blank cells take what stands above them
note: laid over the catalog beneath, which has the name: `engineer`
hint: `roles check ladder` says what is wrong with it

"#]]
    );
    assert_data_eq!(
        file(&scratch, "ladder/keeper-l3.yaml"),
        str![[r##"
# From ladder.csv.
title: "Keeper L3"
family: ladder
track: individual-contributor
level: 3
competencies:
  - competency: quality
    weight: 70
    level: practitioner
    expects: "Decides what is tested; says /"no/" to the rest."
  - competency: ledger-keeping
    weight: 80
    level: expert
    expects: "Closes the books."
prerequisites: [keeper-l2]

"##]]
    );
    assert_data_eq!(
        file(&scratch, "ladder/engineer.yaml"),
        str![[r##"
# From ladder.csv.
title: "Engineer"
competencies:
  - competency: architecture
    weight: 55
    level: working
  - competency: quality
    expects: "Reads"

"##]]
    );
    assert_data_eq!(
        file(&scratch, "ladder/vocabulary/competencies.yaml"),
        str![[r#"
- id: ledger-keeping
  title: "Ledger keeping"
  levels:
    expert: "Closes the books."

"#]]
    );
    let checked = Roles::miniature().words("check ladder").folder(scratch.path());
    assert_eq!(checked.run().to_string(), "");
    let asked = Roles::miniature().words("--catalog ladder show keeper-l3 engineer --section competencies");
    assert_data_eq!(
        asked.folder(scratch.path()).run().to_string(),
        str![[r#"
competency  keeper-l3  Ledger keeping  80  expert        C  ladder
competency  keeper-l3  Quality         70  practitioner  C  ladder
expects     keeper-l3  Ledger keeping  Closes the books.
expects     keeper-l3  Quality         Decides what is tested; says "no" to the rest.
competency  engineer  Quality                     60  practitioner  C  readings 60, 58, 63
competency  engineer  Architecture                55  working       C  ladder
competency  engineer  Operations and reliability  51  awareness     C  readings 51, 49, 54
competency  engineer  People leadership           26  awareness     C  readings 26, 24, 29
competency  engineer  Technology strategy         25  not rated     C  from evidence, not read
expects     engineer  Quality  Reads

"#]]
    );
}

#[test]
fn what_was_imported_is_written_back_cell_by_cell() {
    let scratch = Scratch::new("back");
    imported(&scratch, SHEET, LEVELS);
    let back = exported(&scratch, "").answered();
    assert_eq!(cells(&back, b';'), cells(SHEET, b';'));
    let tabs = exported(&scratch, "--format tsv").answered();
    assert_eq!(cells(&tabs, b'\t'), cells(SHEET, b';'));
    let one = exported(&scratch, "keeper-l3").answered();
    assert_data_eq!(
        one,
        str![[r#"
Job;Grade;Skill;Expected level;Weight;What it looks like
;L3;Quality;3;70;"Decides what is tested; says ""no"" to the rest."
;;Ledger keeping;4;80;Closes the books.

"#]]
    );
}

#[test]
fn what_a_file_says_by_now_goes_before_what_the_table_said() {
    let scratch = Scratch::new("now");
    imported(&scratch, SHEET, LEVELS);
    let role = file(&scratch, "ladder/keeper-l2.yaml");
    let role = role.replace("level: working", "level: expert").replace("Tests her own", "Tests all");
    let role = role.replace("weight: 40\n", "weight: 41\n");
    let more = "  - {competency: people, weight: 20, level: awareness}\n";
    scratch.write("ladder/keeper-l2.yaml", format!("{role}{more}"));
    scratch.write(
        "ladder/gardener.yaml",
        "title: Gardener\nfamily: engineering\ntrack: individual-contributor\nlevel: 3\n\
         competencies: [{competency: quality, weight: 30, level: practitioner, expects: Weeds.}]\n",
    );
    assert_data_eq!(
        exported(&scratch, "").to_string(),
        str![[r#"
Ladder of Acme;;;;;
Job;Grade;Skill;Expected level;Weight;What it looks like
Keeper;L2;Quality;4;62,5;Tests all changes.
;;Operations and reliability;1,0;41;
;;People leadership;1;20;
;L3;Quality;3;70;"Decides what is tested; says ""no"" to the rest."
;;Ledger keeping;4;80;Closes the books.
;;quality;2;1;Stands twice.
;;;;;
Engineer;;Architecture;2;55;
;;Quality;high;much;Reads
;;Ledger keeping;none;;
Gardener;;Quality;3;30;Weeds.

"#]]
    );
}

/// Competencies by grades: the other shape in which ladders are kept.
const MATRIX: &str = "area,Competency,Description,C1,C2,C3-S\n\
    Craft,Quality,Finding out,1,2,4\nCraft,Ledger keeping,Knowing the books,0,1,\nCraft,Operations and reliability,,,x,3\n";

#[test]
fn a_matrix_of_grades_is_read_and_written_back() {
    let scratch = Scratch::new("matrix");
    let options = format!("--role Keeper --grade C1,C2,Senior=C3-S --level 0=none {LEVELS} --family engineering");
    assert_data_eq!(
        imported(&scratch, MATRIX, &options).to_string(),
        str![[r#"
wrote ladder: 3 roles, 3 competencies (1 of its own), from 3 rows
------- stderr -------
warning: ladder.csv: row 4, column `C2`: no level is called `x`: left without one; `--level x=working` says what it is
note: columns read: `Competency`, `Description` (text), `C1` (a grade), `C2` (a grade), `C3-S` (the grade Senior); kept as they are: `area`
note: no column says weights: what is known of a competency stands, the others weigh alike
hint: `roles check ladder` says what is wrong with it

"#]]
    );
    assert_data_eq!(
        file(&scratch, "ladder/senior-keeper.yaml"),
        str![[r##"
# From ladder.csv.
title: "Senior Keeper"
family: engineering
track: individual-contributor
level: 4
competencies:
  - competency: quality
    level: expert
  - competency: operations
    level: practitioner
prerequisites: [keeper-c2]

"##]]
    );
    assert_eq!(cells(&exported(&scratch, "").answered(), b','), cells(MATRIX, b','));
    let role = file(&scratch, "ladder/keeper-c2.yaml").replace("level: working", "level: expert");
    let more = "  - {competency: people, weight: 20, level: awareness}\n";
    let (before, after) = role.split_once("prerequisites:").expect("it has a grade before it");
    scratch.write("ladder/keeper-c2.yaml", format!("{before}{more}prerequisites:{after}"));
    assert_data_eq!(
        exported(&scratch, "").to_string(),
        str![[r#"
area,Competency,Description,C1,C2,C3-S
Craft,Quality,Finding out,1,4,4
Craft,Ledger keeping,Knowing the books,0,1,
Craft,Operations and reliability,,,x,3
,People leadership,,,1,

"#]]
    );
    assert_data_eq!(
        imported(&scratch, MATRIX, "--role Keeper --grade C9").to_string(),
        str![[r#"
------- stderr -------
error: no column is called `C9`, which `--grade` names
hint: its columns: `area`, `Competency`, `Description`, `C1`, `C2`, `C3-S`
[exit code: 2]

"#]]
    );
}

#[test]
fn nothing_is_overwritten_unless_that_is_asked_for() {
    let scratch = Scratch::new("twice");
    imported(&scratch, SHEET, LEVELS);
    scratch.write("ladder/keeper-l3.yaml", "title: Mine\n");
    assert_data_eq!(
        imported(&scratch, SHEET, LEVELS).to_string(),
        str![[r#"
------- stderr -------
error: `ladder/keeper-l2.yaml` and 5 more files are there already: nothing is written
hint: `--force` replaces them; another `--dir` leaves them as they are
[exit code: 2]

"#]]
    );
    assert_eq!(file(&scratch, "ladder/keeper-l3.yaml"), "title: Mine\n");
    assert_eq!(imported(&scratch, SHEET, &format!("{LEVELS} --force")).code, 0);
    assert!(file(&scratch, "ladder/keeper-l3.yaml").contains("Keeper L3"));
}

#[test]
fn a_grade_goes_before_the_next_and_a_rank_is_read_of_its_name() {
    let scratch = Scratch::new("grades");
    let sheet = "role,level,competency,expected\n\
        Maker of clocks,junior,Quality,working\nMaker of clocks,senior,Quality,expert\n\
        Maker of clocks,Lead maker of clocks,Quality,expert\n";
    assert_data_eq!(
        imported(&scratch, sheet, "--family operations").to_string(),
        str![[r#"
wrote ladder: 3 roles, 1 competency (0 of its own), from 3 rows
------- stderr -------
note: columns read: `role`, `level` (grade), `competency`, `expected`
note: no column says weights: what is known of a competency stands, the others weigh alike
hint: `roles check ladder` says what is wrong with it

"#]]
    );
    let shown = |id: &str| file(&scratch, &format!("ladder/{id}.yaml"));
    assert_data_eq!(
        shown("lead-maker-of-clocks"),
        str![[r##"
# From ladder.csv.
title: "Lead maker of clocks"
family: operations
track: individual-contributor
level: 5
competencies:
  - competency: quality
    level: expert
prerequisites: [senior-maker-of-clocks]

"##]]
    );
    assert!(shown("senior-maker-of-clocks").contains("prerequisites: [junior-maker-of-clocks]"));
}

#[test]
fn names_that_a_role_beneath_has_go_to_whoever_the_table_calls_so() {
    // The miniature senior engineer is called senior developer too.
    let scratch = Scratch::new("names");
    let sheet = "role,competency,expected\nSenior Developer,Quality,working\nSenior Engineer,Quality,expert\n\
                 Junior Engineer,Quality & Sense,awareness\n";
    let outcome = imported(&scratch, sheet, "--family engineering");
    assert_eq!(outcome.code, 0, "{outcome}");
    assert_data_eq!(
        file(&scratch, "ladder/senior-engineer.yaml"),
        str![[r##"
# From ladder.csv.
title: "Senior Engineer"
aliases: []
competencies:
  - competency: quality
    level: expert

"##]]
    );
    let asked = Roles::miniature().words("--catalog ladder list --family engineering").folder(scratch.path());
    assert_data_eq!(
        asked.run().to_string(),
        str![[r#"
intern              Engineering Intern  Engineering  intern
junior-engineer     Junior Engineer     Engineering  junior
engineer            Engineer            Engineering  mid
senior-developer    Senior Developer    Engineering  senior
senior-engineer     Senior Engineer     Engineering  senior
staff-engineer      Staff Engineer      Engineering  staff
principal-engineer  Principal Engineer  Engineering  principal

"#]]
    );
}

#[test]
fn the_table_of_a_catalog_is_one_that_can_be_imported() {
    let table = miniature("export").answered();
    let scratch = Scratch::new("whole");
    let outcome = imported(&scratch, &table, "");
    assert_eq!(outcome.code, 0, "{outcome}");
    assert_eq!(cells(&exported(&scratch, "").answered(), b','), cells(&table, b','));
    assert_data_eq!(
        miniature("export staff-engineer --format tsv").to_string(),
        str![[r#"
family	role	rank	competency	expected	weight	text
Engineering	Staff Engineer	5	Architecture	expert	92	
Engineering	Staff Engineer	5	Operations and reliability	working	63	
Engineering	Staff Engineer	5	Quality	expert	59	
Engineering	Staff Engineer	5	People leadership	practitioner	44	
Engineering	Staff Engineer	5	Technology strategy	working	27	

"#]]
    );
}

#[test]
fn a_table_of_the_built_in_catalog_has_every_role() {
    let rows = cells(&builtin("export").answered(), b',');
    let titles: std::collections::BTreeSet<&str> = rows.iter().skip(1).map(|row| row[1].as_str()).collect();
    assert!(titles.len() > 250, "{}", titles.len());
    assert!(rows.iter().all(|row| row.len() == 7));
}

#[test]
fn bad_tables_are_told_kindly() {
    let scratch = Scratch::new("bad");
    let told = |sheet: &str, options: &str| imported(&scratch, sheet, options).to_string();
    assert_data_eq!(
        told("Who,What\nKeeper,Quality\n", ""),
        str![[r#"
------- stderr -------
error: no column of `ladder.csv` is called role or competency
hint: name it: `--column role=Who --column competency=What`
hint: the columns found: `Who`, `What`
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        told("Who,What\nKeeper,Quality\n", "--column role=Whom"),
        str![[r#"
------- stderr -------
error: no column is called `Whom`, which `--column role` names
hint: its columns: `Who`, `What`
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        told("role,competency\n,,\n", ""),
        str![[r#"
------- stderr -------
error: no row of `ladder.csv` names a role and a competency
hint: `--column role=NAME --column competency=NAME` say which columns do
[exit code: 1]

"#]]
    );
    assert_data_eq!(
        told("\n", ""),
        str![[r#"
------- stderr -------
error: `ladder.csv` is empty
[exit code: 1]

"#]]
    );
    assert_data_eq!(
        told("role,competency\na,b\n", "--column rolle=role"),
        str![[r#"
------- stderr -------
error: no field of a table is called `rolle`
hint: did you mean `role`?
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        told("role,competency\na,b\n", "--column role"),
        str![[r#"
------- stderr -------
error: `--column` takes a field and a column's name, not `role`
hint: `--column role=Job` says that the column `Job` names the role
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        told("role,competency\na,b\n", "--level 3=good"),
        str![[r#"
------- stderr -------
error: no level is called `good`
hint: levels are none, awareness, working, practitioner and expert
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        told("role,competency\na,b\n", "--level practitioner"),
        str![[r#"
------- stderr -------
error: `--level` takes a word and a level, not `practitioner`
hint: `--level 3=practitioner` says that the table's 3 is our practitioner
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        told("role,competency\na,b\n", "--family gardens"),
        str![[r#"
------- stderr -------
error: no family is called `gardens`
hint: `roles families` lists them; a column of families makes new ones: `--column family=NAME`
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        told("role,competency\na,b\n", "--track sideways"),
        str![[r#"
------- stderr -------
error: no track is called `sideways`
hint: tracks are individual-contributor, management, executive
[exit code: 2]

"#]]
    );
    let utf16: Vec<u8> = "role,competency\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    scratch.write("wide.csv", [vec![0xff, 0xfe], utf16].concat());
    let wide = Roles::miniature().words("import wide.csv --dir ladder").folder(scratch.path()).run();
    assert_data_eq!(
        wide.to_string(),
        str![[r#"
------- stderr -------
error: cannot read the table `wide.csv`: the file is UTF-16, not UTF-8
hint: save it as `CSV UTF-8`, or `iconv -f UTF-16 -t UTF-8 FILE > NEW`
[exit code: 2]

"#]]
    );
    let none = Roles::miniature().words("import nowhere.csv --dir ladder").folder(scratch.path()).run();
    assert_data_eq!(
        none.to_string(),
        str![[r#"
------- stderr -------
error: cannot read the table `nowhere.csv`: No such file or directory (os error 2)
hint: a spreadsheet saved as CSV is one: `roles import ladder.csv --dir ladder`
[exit code: 2]

"#]]
    );
    assert!(!scratch.path().join("ladder").exists());
    assert_data_eq!(
        miniature("export --format json").to_string(),
        str![[r#"
------- stderr -------
error: a table is written as CSV or TSV
hint: `--format csv`, `--format tsv`
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        miniature("export nobody").to_string(),
        str![[r#"
------- stderr -------
error: no role is called `nobody`
hint: `roles list` shows every role; `roles search WORD` looks inside them
[exit code: 2]

"#]]
    );
}

#[test]
fn a_spreadsheet_computes_nothing_of_a_table() {
    let scratch = Scratch::new("formula");
    let sheet = "role,competency,expected,text\nKeeper,Quality,working,=1+1\nKeeper,Architecture,working,-2\n";
    imported(&scratch, sheet, "");
    assert_eq!(exported(&scratch, "").answered(), sheet);
    assert_eq!(exported(&scratch, "--spreadsheet").answered(), sheet.replace("=1", "'=1"));
    assert_data_eq!(
        exported(&scratch, "--fields role --no-header keeper").to_string(),
        str![[r#"
role,competency,expected,text
Keeper,Quality,working,=1+1
Keeper,Architecture,working,-2
------- stderr -------
note: `--fields` is for answers: a table has all of its columns
note: `--no-header` is for answers: a table has all of its columns

"#]]
    );
}

#[test]
fn a_weight_that_is_not_of_a_hundred_is_told() {
    let scratch = Scratch::new("light");
    let sheet = "role,competency,expected,weight\nKeeper,Quality,working,3\nKeeper,Architecture,working,1\n";
    assert_data_eq!(
        imported(&scratch, sheet, "").to_string(),
        str![[r#"
wrote ladder: 1 role, 2 competencies (0 of its own), from 2 rows
------- stderr -------
note: columns read: `role`, `competency`, `expected`, `weight`
note: weights are of 100, and the heaviest is 3: the table seems to count otherwise
note: nothing says the rank of `Keeper`: 3 is taken; a column of ranks from 1 to 9 says it, or `level:` of the file
hint: `roles check ladder` says what is wrong with it

"#]]
    );
}

#[test]
fn a_table_may_be_typed() {
    let scratch = Scratch::new("typed");
    let typed = Roles::miniature().words("import - --dir ladder").folder(scratch.path());
    let outcome = typed.input("role\tcompetency\texpected\nKeeper\tQuality\tworking\n").run();
    assert_data_eq!(
        outcome.to_string(),
        str![[r#"
wrote ladder: 1 role, 1 competency (0 of its own), from 1 row
------- stderr -------
note: columns read: `role`, `competency`, `expected`
note: no column says weights: what is known of a competency stands, the others weigh alike
note: nothing says the rank of `Keeper`: 3 is taken; a column of ranks from 1 to 9 says it, or `level:` of the file
hint: `roles check ladder` says what is wrong with it

"#]]
    );
}

/// The tables of a catalog, written into a scratch folder.
fn packaged(name: &str, roles: Roles) -> (Scratch, Outcome) {
    let scratch = Scratch::new(name);
    let outcome = roles.words("export --tables tables").folder(scratch.path()).run();
    (scratch, outcome)
}

fn description(scratch: &Scratch) -> Value {
    serde_json::from_str(&file(scratch, "tables/datapackage.json")).expect("the description is JSON")
}

#[test]
fn a_whole_catalog_is_written_as_tables() {
    let (scratch, outcome) = packaged("tables", Roles::miniature());
    assert_data_eq!(
        outcome.to_string(),
        str![[r#"
wrote tables/roles.csv
wrote tables/names.csv
wrote tables/families.csv
wrote tables/tracks.csv
wrote tables/levels.csv
wrote tables/competencies.csv
wrote tables/proficiencies.csv
wrote tables/weights.csv
wrote tables/tools.csv
wrote tables/role_tools.csv
wrote tables/moves.csv
wrote tables/role_pay.csv
wrote tables/pay_labels.csv
wrote tables/pay.csv
wrote tables/grades.csv
wrote tables/grade_levels.csv
wrote tables/grade_pay.csv
wrote tables/regions.csv
wrote tables/sources.csv
wrote tables/datapackage.json

"#]]
    );
    assert_data_eq!(
        file(&scratch, "tables/pay.csv").lines().take(6).collect::<Vec<_>>().join("\n"),
        str![[r#"
label,region,year,n,p10,p25,median,p75,p90,biased,note,source
0,us,2025,300,,,130000,,,false,,board
1,us,2025,250,,,160000,,,false,,board
2,us,2025,50,,,190000,,,false,,board
3,us,2025,20,,,260000,,,false,,board
4,us,2024,900,,,90000,,,false,,bureau
"#]]
    );
    assert_data_eq!(
        file(&scratch, "tables/moves.csv"),
        str![[r#"
from,to,kind,stated,people,source,catalog,grade
intern,junior-engineer,step,Apprentice -> Maker 1,,ladder,miniature,
junior-engineer,engineer,step,Maker 1 -> Maker 2,,ladder,miniature,
junior-engineer,engineer,step,Rung 2 -> Rung 3,,rungs,miniature,
junior-engineer,engineer,step,Junior Engineer -> Engineer,,founding-page,miniature,
operator,engineer,lateral,,,editorial,miniature,
operator,senior-engineer,step,Keeper 2 -> Maker 3,,ladder,miniature,
operator,senior-engineer,step,Rung 3 (keeping) -> Rung 4 (making),,rungs,miniature,
operator,senior-engineer,step,Operator -> Senior Engineer,,founding-page,miniature,
engineer,senior-engineer,step,Maker 2 -> Maker 3,,ladder,miniature,
sre,staff-engineer,step,Keeper 3 -> Maker 4,,ladder,miniature,
sre,staff-engineer,step,Rung 4 -> Rung 5,,rungs,miniature,
senior-engineer,staff-engineer,step,,,editorial,miniature,
engineering-manager,staff-engineer,lateral,Manager 1 = Maker 4,,ladder,miniature,
staff-engineer,principal-engineer,step,Maker 4 -> Maker 5,,ladder,miniature,
senior-engineer,engineering-manager,step,Maker 3 -> Manager 1,,ladder,miniature,
staff-engineer,engineering-manager,step,Rung 5 -> Lead,,rungs,miniature,
engineering-manager,vp-engineering,step,Manager -> VP,,founding-page,miniature,
vp-engineering,cto,step,Manager 3 -> Chief,,ladder,miniature,
vp-engineering,cto,step,VP -> CTO,,founding-page,miniature,
principal-engineer,cto,step,,,editorial,miniature,
junior-engineer,operator,step,Junior Engineer -> Operator,,founding-page,miniature,
operator,sre,step,Operator -> SRE,,founding-page,miniature,
engineer,sre,step,,,editorial,miniature,
senior-engineer,sre,lateral,Rung 4 (making) = Rung 4 (keeping),,rungs,miniature,

"#]]
    );
    assert_data_eq!(
        file(&scratch, "tables/weights.csv").lines().take(6).collect::<Vec<_>>().join("\n"),
        str![[r#"
role,competency,weight,level,proficiency,confidence,rests_on,why,expects,catalog,source,step,steps
intern,quality,60,25,awareness,C,readings,,,miniature,readers,,
intern,architecture,30,0,none,C,readings,,,miniature,readers,,
junior-engineer,architecture,25,25,awareness,C,readings,,,miniature,readers,,
junior-engineer,quality,25,50,working,C,readings,,,miniature,readers,,
engineer,architecture,82,75,practitioner,C,readings,,,miniature,readers,,
"#]]
    );
}

/// Of small catalogs; of the built-in one too with `ROLES_ALL`.
#[test]
fn tables_are_what_their_description_says() {
    let graded = Roles::builtin().words("--no-builtin --catalog").arg(repository("tests/miniature"));
    let graded = graded.words("--catalog").arg(repository("tests/graded"));
    let packages =
        [("described", Roles::miniature()), ("described-whole", Roles::builtin()), ("described-graded", graded)];
    for (name, roles) in packages.into_iter().filter(|(name, _)| is_all() || *name != "described-whole") {
        let (scratch, outcome) = packaged(name, roles);
        assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
        let package = description(&scratch);
        let resources = package["resources"].as_array().expect("there are tables");
        let tables: BTreeMap<&str, Vec<Vec<String>>> = resources
            .iter()
            .map(|it| (name_of(it), cells(&file(&scratch, &format!("tables/{}", it["path"].as_str().unwrap())), b',')))
            .collect();
        for resource in resources {
            let rows = &tables[name_of(resource)];
            let fields = resource["schema"]["fields"].as_array().expect("a table has columns");
            let names: Vec<&str> = fields.iter().map(name_of).collect();
            assert_eq!(rows[0], names, "{}", name_of(resource));
            for row in &rows[1..] {
                assert_eq!(row.len(), names.len(), "{}: {row:?}", name_of(resource));
                let wrong = fields.iter().zip(row).find(|(field, cell)| !is_of_type(&field["type"], cell));
                assert!(wrong.is_none(), "{}: {wrong:?}", name_of(resource));
            }
            let key = column_values(rows, &resource["schema"]["primaryKey"]);
            let unique: BTreeSet<&Vec<&str>> = key.iter().collect();
            assert!(resource["schema"]["primaryKey"].is_null() || unique.len() == key.len(), "{}", name_of(resource));
            for foreign in resource["schema"]["foreignKeys"].as_array().into_iter().flatten() {
                let of = foreign["reference"]["resource"].as_str().expect("a key is of a table");
                let of = if of.is_empty() { name_of(resource) } else { of };
                let known = column_values(&tables[of], &foreign["reference"]["fields"]);
                let known: BTreeSet<&Vec<&str>> = known.iter().collect();
                let named = column_values(rows, &foreign["fields"]);
                let missing = named.iter().find(|value| !value[0].is_empty() && !known.contains(value));
                assert!(missing.is_none(), "{}: {missing:?}", name_of(resource));
            }
        }
    }
}

fn name_of(value: &Value) -> &str {
    value["name"].as_str().expect("it has a name")
}

fn is_of_type(kind: &Value, cell: &str) -> bool {
    match kind.as_str() {
        _ if cell.is_empty() => true,
        Some("integer") => cell.parse::<u64>().is_ok(),
        Some("number") => cell.parse::<f64>().is_ok(),
        Some("boolean") => matches!(cell, "true" | "false"),
        kind => kind == Some("string"),
    }
}

/// The values of some columns, row by row.
fn column_values<'t>(rows: &'t [Vec<String>], names: &Value) -> Vec<Vec<&'t str>> {
    let names: Vec<&str> = match names {
        Value::String(name) => vec![name.as_str()],
        Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
        _ => return Vec::new(),
    };
    let at: Vec<usize> = names
        .iter()
        .map(|name| rows[0].iter().position(|column| column == name).unwrap_or_else(|| panic!("no column {name}")))
        .collect();
    rows[1..].iter().map(|row| at.iter().map(|at| row[*at].as_str()).collect()).collect()
}

/// Skills of which some are tools of the miniature catalog, under a blank line.
const SKILLS: &str = "\nrole,skill,level,text\nKeeper,Git,working,\nKeeper,prometheus,expert,\nKeeper,Quality,expert,\n\n\
    Porter,Git,none,\nPorter,prometheus,high,\nEngineer,Git,expert,\nPorter,Quality,working,Counts.\n\n";

#[test]
fn a_skill_that_is_called_as_a_tool_is_one() {
    let scratch = Scratch::new("skills");
    assert_data_eq!(
        imported(&scratch, SKILLS, "--family engineering").to_string(),
        str![[r#"
wrote ladder: 3 roles, 2 competencies (1 of its own), 1 tool, from 6 rows
------- stderr -------
warning: ladder.csv: row 8, column `level`: no level is called `high`: left without one; `--level high=working` says what it is
note: columns read: `role`, `skill` (competency), `level` (expected), `text`
note: no column says weights: what is known of a competency stands, the others weigh alike
note: tools of the catalog beneath, under `tools:` of the roles: `Git`; `--no-tools` takes them for competencies
note: nothing says the rank of `Keeper` and 1 more role: 3 is taken; a column of ranks from 1 to 9 says it, or `level:` of the file
note: laid over the catalog beneath, which has the name: `engineer`
hint: `roles check ladder` says what is wrong with it

"#]]
    );
    assert_data_eq!(
        file(&scratch, "ladder/keeper.yaml"),
        str![[r#"
# From ladder.csv.
title: "Keeper"
family: engineering
track: individual-contributor
level: 3
competencies:
  - competency: prometheus
    level: expert
  - competency: quality
    level: expert
tools:
  - {tool: git, proficiency: working}

"#]]
    );
    assert_data_eq!(
        file(&scratch, "ladder/engineer.yaml"),
        str![[r#"
# From ladder.csv.
title: "Engineer"
tools:
  - {tool: git, proficiency: expert}
  - {tool: c-plus-plus, proficiency: practitioner}
  - {tool: c, proficiency: awareness}
  - {tool: python, proficiency: working}

"#]]
    );
    assert_eq!(exported(&scratch, "").answered(), SKILLS);
    let role = file(&scratch, "ladder/keeper.yaml").replace("git, proficiency: working", "git, proficiency: expert");
    scratch.write("ladder/keeper.yaml", format!("{role}  - {{tool: kubernetes, proficiency: working}}\n"));
    assert_data_eq!(
        exported(&scratch, "keeper").answered(),
        str![[r#"
role,skill,level,text
Keeper,Git,expert,
Keeper,prometheus,expert,
Keeper,Quality,expert,
Keeper,Kubernetes,working,

"#]]
    );
    let all = imported(&scratch, SKILLS, "--family engineering --no-tools --force").to_string();
    assert_eq!(all.lines().next(), Some("wrote ladder: 3 roles, 3 competencies (2 of its own), from 6 rows"));
    assert_eq!(exported(&scratch, "").answered(), SKILLS);
}

#[test]
fn a_matrix_of_tools_is_read_and_written_back() {
    let scratch = Scratch::new("tool-matrix");
    let matrix = "skill,L1,L2\nGit,working,expert\nQuality,,working\nkubernetes,none,working\n";
    assert_data_eq!(
        imported(&scratch, matrix, "--role Keeper --grade L1,L2 --family engineering").to_string(),
        str![[r#"
wrote ladder: 2 roles, 1 competency (0 of its own), 2 tools, from 3 rows
------- stderr -------
note: columns read: `skill` (competency), `L1` (a grade), `L2` (a grade)
note: no column says weights: what is known of a competency stands, the others weigh alike
note: tools of the catalog beneath, under `tools:` of the roles: `Git` and 1 more skill; `--no-tools` takes them for competencies
hint: `roles check ladder` says what is wrong with it

"#]]
    );
    assert_data_eq!(
        file(&scratch, "ladder/keeper-l2.yaml"),
        str![[r#"
# From ladder.csv.
title: "Keeper L2"
family: engineering
track: individual-contributor
level: 2
competencies:
  - competency: quality
    level: working
tools:
  - {tool: git, proficiency: expert}
  - {tool: kubernetes, proficiency: working}
prerequisites: [keeper-l1]

"#]]
    );
    assert_eq!(exported(&scratch, "").answered(), matrix);
}

#[test]
fn tables_are_not_overwritten_in_silence() {
    let (scratch, _) = packaged("tables-twice", Roles::miniature());
    let again = |options: &str| Roles::miniature().words("export --tables").words(options).folder(scratch.path()).run();
    scratch.write("tables/mine.txt", "mine");
    assert_data_eq!(
        again("tables").to_string(),
        str![[r#"
------- stderr -------
error: `tables` is there already, and stays as it is
hint: `--force` replaces a folder of tables; another name leaves it as it is
[exit code: 2]

"#]]
    );
    assert_eq!(file(&scratch, "tables/mine.txt"), "mine");
    assert_eq!(again("tables --force").code, 0);
    assert!(!scratch.path().join("tables/mine.txt").exists());
    scratch.write("other/mine.txt", "mine");
    assert_data_eq!(
        again("other --force").to_string(),
        str![[r#"
------- stderr -------
error: `other` has no `datapackage.json`: it is no folder of tables
hint: name a folder that is not there yet
[exit code: 2]

"#]]
    );
    let left: Vec<String> = std::fs::read_dir(scratch.path())
        .expect("the folder is there")
        .flatten()
        .map(|file| file.file_name().to_string_lossy().into_owned())
        .collect();
    assert!(left.iter().all(|name| !name.starts_with('.')), "{left:?}");
}

#[test]
fn the_joins_of_the_guide_are_answered() {
    let joins = std::process::Command::new(repository(".ci/joins")).arg(PROGRAM).env("ROLES_NO_CACHE", "1").output();
    let joins = joins.expect("a script runs");
    let (said, told) = (String::from_utf8_lossy(&joins.stdout), String::from_utf8_lossy(&joins.stderr));
    assert!(joins.status.success(), "{told}");
    if told.starts_with("skipped:") {
        return skipped("the_joins_of_the_guide_are_answered", "duckdb");
    }
    assert!(["join1", "join2", "join3"].iter().all(|join| said.contains(join)), "{said}");
}

#[test]
fn a_table_heeds_a_format_of_a_table_alone() {
    let asked = |line: &str| Roles::miniature().words(line).env("ROLES_FORMAT", "json").run();
    let plain = miniature("export sre").answered();
    assert_eq!(asked("export sre").to_string(), plain);
    assert_eq!(miniature("export sre --format csv").to_string(), plain);
    assert_data_eq!(
        asked("export sre --format json").to_string(),
        str![[r#"
------- stderr -------
error: a table is written as CSV or TSV
hint: `--format csv`, `--format tsv`
[exit code: 2]

"#]]
    );
    let scratch = Scratch::new("form");
    let told = Roles::miniature().words("export --tables tables --format json").folder(scratch.path()).run();
    assert_data_eq!(
        told.stderr,
        str![[r#"
note: `--format` is for one table: the files of `--tables` are CSV

"#]]
    );
}

#[test]
fn a_weight_that_nobody_states_is_left_blank() {
    let cellar =
        |line: &str| Roles::builtin().words("--no-builtin --catalog").arg(repository("tests/steps")).words(line);
    let rows = cells(&cellar("export").run().answered(), b',');
    let at = rows[0].iter().position(|name| name == "weight").expect("there is a column");
    assert!(rows.len() > 1 && rows[1..].iter().all(|row| row[at].is_empty()), "{rows:?}");
    let (scratch, _) = packaged("tables-equal", cellar(""));
    let weights = file(&scratch, "tables/weights.csv");
    let rows = cells(&weights, b',');
    assert_eq!(rows[0][rows[0].len() - 2..], ["step", "steps"]);
    let row = rows.iter().find(|row| row[0] == "cellar-hand" && row[1] == "tasting").expect("it is asked for");
    assert_eq!([&row[2], &row[row.len() - 2], &row[row.len() - 1]], ["", "2", "5"]);
    let row = rows.iter().find(|row| row[0] == "cellar-hand" && row[1] == "patience").expect("it is asked for");
    assert_eq!([&row[2], &row[row.len() - 2], &row[row.len() - 1]], ["", "1", "2"]);
}

#[test]
fn a_ladder_is_read_on_the_scale_of_its_folder() {
    let scratch = Scratch::new("import-own-scale");
    scratch.write("ladder/catalog.yaml", "scale: [Foundational, {step: Able, as: working}, Expert]\n");
    let sheet = "Job;Skill;Expected level;What it looks like\n\
        Keeper;Ledger keeping;Foundational;Reads the books.\n\
        Keeper;Quality;2;\nKeeper;Coaching;expert;\nKeeper;Strategy;high;\n";
    let outcome = imported(&scratch, sheet, "--level 2=able");
    let warning = "no level is called `high`: left without one; `--level high=Able` says what it is";
    assert!(outcome.code == 0 && outcome.stderr.contains(warning), "{outcome}");
    assert!(!outcome.stderr.contains("Foundational`"), "{outcome}");
    let role = file(&scratch, "ladder/keeper.yaml");
    for level in ["Foundational", "Able", "Expert"] {
        assert!(role.contains(&format!("level: \"{level}\"")), "{role}");
    }
    let competencies = file(&scratch, "ladder/vocabulary/competencies.yaml");
    assert!(!competencies.contains("awareness"), "{competencies}");
    let back = cells(&exported(&scratch, "").answered(), b';');
    assert_eq!(back, cells(sheet, b';'));
    let unknown = imported(&scratch, sheet, "--force --level 2=abel").to_string();
    assert!(unknown.contains("error: no level is called `abel`"), "{unknown}");
    assert!(unknown.contains("hint: the steps of the catalog's scale: Foundational, Able, Expert"), "{unknown}");
}

#[test]
fn a_number_of_a_scale_may_have_a_decimal_comma() {
    let scratch = Scratch::new("import-comma");
    let folder = repository("tests/miniature");
    scratch.write("ladder/catalog.yaml", "scale: [1, 2, 3]\n");
    let sheet = "Job;Skill;Expected level\nKeeper;Ledger keeping;3,0\nKeeper;Coaching;2.0\nKeeper;Quality;1\n";
    scratch.write("ladder.csv", sheet);
    let roles = Roles::builtin().words("--no-builtin --catalog").arg(folder);
    let outcome = roles.words("import ladder.csv --dir ladder").folder(scratch.path()).run();
    assert!(outcome.code == 0 && !outcome.stderr.contains("no level is called"), "{outcome}");
    let role = file(&scratch, "ladder/keeper.yaml");
    for level in ["3", "2", "1"] {
        assert!(role.contains(&format!("level: \"{level}\"")), "{role}");
    }
}

#[test]
fn a_move_that_a_company_states_is_its_own_word() {
    let folder = Scratch::new("tables-moves-catalog");
    folder.write("mill/catalog.yaml", "title: Mill ladder\n");
    let miller = "title: Miller\nfamily: engineering\ntrack: individual-contributor\nlevel: 3\nsummary: Mills.\n\
                  competencies: [{competency: quality, level: working}]\nprerequisites: [junior-engineer]\nlateral: [operator, engineer]\n";
    folder.write("mill/miller.yaml", miller);
    let roles = Roles::builtin().words("--no-builtin --catalog").arg(repository("tests/miniature"));
    let (scratch, outcome) = packaged("tables-moves", roles.words("--catalog").arg(folder.path().join("mill")));
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""), "{outcome}");
    let moves = file(&scratch, "tables/moves.csv");
    let of_miller: Vec<&str> = moves.lines().filter(|line| line.contains("miller")).collect();
    assert_eq!(
        of_miller,
        [
            "junior-engineer,miller,step,,,,mill,",
            "operator,miller,lateral,,,,mill,",
            "engineer,miller,lateral,,,,mill,"
        ]
    );
    let names = file(&scratch, "tables/names.csv");
    assert!(
        names.contains("miller,Miller,title,en,\n") && names.contains("engineer,Engineer,title,en,editorial\n"),
        "{names}"
    );
}

#[test]
fn a_table_stands_alone() {
    let scratch = Scratch::new("import-alone");
    scratch.write("ladder.csv", SHEET);
    let alone = |line: &str| Roles::builtin().words("--no-builtin").words(line).folder(scratch.path()).run();
    assert_data_eq!(
        alone(&format!("import ladder.csv --dir own {LEVELS}")).to_string(),
        str![[r#"
wrote own: 3 roles, 4 competencies (4 of its own), from 6 rows
------- stderr -------
warning: ladder.csv: row 7, column `Skill`: `quality` stands twice for `Keeper L3`: the first counts, the row is kept as it is
warning: ladder.csv: row 10, column `Weight`: `much` is no weight from 0 to 100: left without one
warning: ladder.csv: row 10, column `Expected level`: no level is called `high`: left without one; `--level high=working` says what it is
note: columns read: `Job` (role), `Grade`, `Skill` (competency), `Expected level` (expected), `What it looks like` (text), `Weight`
note: 9 blank cells take what stands above them
note: nothing says the rank of `Engineer`: 3 is taken; a column of ranks from 1 to 9 says it, or `level:` of the file
hint: `roles --no-builtin check own` says what is wrong with it

"#]]
    );
    assert_data_eq!(alone("check own").to_string(), str![]);
    assert_data_eq!(
        alone("--catalog own list --format tsv --fields role,title,level,rank,family").to_string(),
        str![[r#"
role	title	level	rank	family
keeper-l2	Keeper L2	junior	2	ladder
engineer	Engineer	mid	3	ladder
keeper-l3	Keeper L3	mid	3	ladder

"#]]
    );
    assert_eq!(cells(&alone("export --dir own").answered(), b';'), cells(SHEET, b';'));
    // Tracks and ranks that somebody has edited stay as they are.
    let tracks = "- {id: makers, title: Makers, definition: Grow by harder problems.}\n";
    scratch.write("own/vocabulary/tracks.yaml", tracks);
    scratch.write(
        "own/vocabulary/levels.yaml",
        "- {rank: 2, definition: Keeps., names: [{track: makers, name: M2}]}\n- {rank: 3, definition: Decides., names: [{track: makers, name: M3}]}\n",
    );
    assert_eq!(alone(&format!("import ladder.csv --dir own --force {LEVELS}")).code, 0);
    assert_eq!(file(&scratch, "own/vocabulary/tracks.yaml"), tracks);
    assert!(file(&scratch, "own/keeper-l2.yaml").contains("track: makers"));
}

#[test]
fn grades_are_tables_too() {
    let graded = Roles::builtin().words("--no-builtin --catalog").arg(repository("tests/miniature"));
    let (scratch, outcome) = packaged("tables-graded", graded.words("--catalog").arg(repository("tests/graded")));
    assert_eq!(outcome.stderr, "");
    assert_data_eq!(
        file(&scratch, "tables/grades.csv"),
        str![[r#"
role,grade,place,title,aliases,years,catalog
crane-engineer,L3,1,Crane Engineer I,Junior Crane Engineer,one or two,graded
crane-engineer,L4,2,Crane Engineer II,,,graded
crane-engineer,L5,3,Crane Engineer III,,six,graded

"#]]
    );
    assert_data_eq!(
        file(&scratch, "tables/grade_levels.csv"),
        str![[r#"
role,grade,competency,level,proficiency,step,steps,expects
crane-engineer,L3,operations,25,awareness,,,Follows the checklist.
crane-engineer,L5,operations,75,practitioner,,,Writes the checklist. · Halts a crane that others would run.
crane-engineer,L5,architecture,50,working,,,

"#]]
    );
    let grade_pay = file(&scratch, "tables/grade_pay.csv");
    assert_eq!(grade_pay.lines().map(|line| line.split(',').count()).collect::<Vec<_>>(), [4; 4], "{grade_pay}");
    let package = description(&scratch);
    let named = |name: &str| {
        let resources = package["resources"].as_array().expect("there are tables");
        resources.iter().find(|it| it["name"] == name).expect("it is there").clone()
    };
    assert_eq!(
        named("grade_levels")["schema"]["foreignKeys"][0],
        serde_json::json!({"fields": ["role", "grade"], "reference": {"resource": "grades", "fields": ["role", "grade"]}})
    );
}

/// A table is called as it was typed, and in the files that are made of it by its name alone.
#[test]
fn a_table_is_called_as_it_was_typed() {
    let scratch = Scratch::new("table-typed");
    scratch.write("in/empty.csv", "");
    scratch.write("in/odd.csv", "a,b\n1,2\n");
    scratch.write("in/level.csv", "role,competency,level\nFerrier,coaching,sure\n");
    let said = |line: &str| run(&scratch, &format!("import {line} --dir out")).stderr;
    assert!(said("in/empty.csv").starts_with("error: `in/empty.csv` is empty\n"));
    assert!(said("in/odd.csv").starts_with("error: no column of `in/odd.csv` is called "));
    assert!(said("./in/odd.csv").starts_with("error: no column of `./in/odd.csv` is called "));
    assert!(said("in/none.csv").starts_with("error: cannot read the table `in/none.csv`"));
    assert!(said("in/level.csv").starts_with("warning: in/level.csv: row 2, column `level`"));
    let written = std::fs::read_to_string(scratch.path().join("out/ferrier.yaml")).expect("it is written");
    assert!(written.contains("level.csv") && !written.contains("in/level.csv"), "{written}");
    let piped = Roles::builtin().words("import - --dir piped").input("").folder(scratch.path()).run().stderr;
    assert!(piped.starts_with("error: `standard input` is empty\n"), "{piped}");
}
