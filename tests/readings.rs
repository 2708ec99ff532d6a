//! Readings, frameworks and what comes of them, on the miniature catalog.

use snapbox::{assert_data_eq, str};

use crate::support::{Outcome, Roles, Scratch, miniature, repository};

/// Asks the miniature catalog with files laid over it.
fn laid(name: &str, files: &[(&str, &str)], line: &str) -> Outcome {
    let scratch = Scratch::new(name);
    files.iter().for_each(|(path, text)| drop(scratch.write(&format!("acme/{path}"), text)));
    Roles::miniature().arg("--catalog").arg(scratch.path().join("acme")).words(line).run()
}

/// A framework of a company's own: a source, its elements, a role that maps to it.
const FRAMEWORK: [(&str, &str); 4] = [
    (
        "vocabulary/sources.yaml",
        "- {id: acme, title: Acme matrix, publisher: Acme, licence: none, kind: framework, credit: Acme.}\n",
    ),
    ("vocabulary/elements/acme.yaml", "source: acme\nelements:\n  quality: {direct: [proof], weak: [doubt]}\n"),
    (
        "evidence/frameworks/acme.yaml",
        "source: acme\nshape: relevance\nscale: [0, 9]\nrecords:\n- {code: A1, title: Prover, relevance: {proof: 9, doubt: 3}}\n",
    ),
    (
        "engineering/prover.yaml",
        "title: Prover\ntrack: individual-contributor\nlevel: 3\nsummary: Proves.\noccupations:\n  frameworks:\n  - {source: acme, record: A1, match: exact}\n",
    ),
];

#[test]
fn a_new_source_is_a_file_and_an_entry() {
    assert_data_eq!(
        laid("new-source", &FRAMEWORK, "why prover quality").to_string(),
        str![[r#"
competency  quality  78  not rated  C  from evidence, not read
arithmetic  nobody has read it; sources, proxies too: Acme matrix 77.8 (exact)
arithmetic  outside 77.8: their mean
arithmetic  weight 78
arithmetic  level: no source gives one
arithmetic  confidence C: from evidence, not read
evidence    acme  exact  A1  proof  9 on 0 to 9
evidence    acme  exact  A1  doubt  3 on 0 to 9  points to it
source      acme  Acme matrix  -  framework  none  Acme.

"#]]
    );
}

#[test]
fn a_role_that_nobody_read_rests_on_evidence() {
    let overlay = repository("tests/overlay");
    let why = Roles::miniature().arg("--catalog").arg(overlay).words("why acme-architect quality").run();
    assert_data_eq!(
        why.to_string(),
        str![[r#"
competency  quality  51  practitioner  C  from evidence, not read
arithmetic  nobody has read it; sources, proxies too: GDaD 2025 36.2 (close)
arithmetic  outside 36.2, their mean, each by how far it runs with the readings: GDaD 2025 0.26; the rest to 1 is 55.9, the mean of what was read of other roles: 50.8
arithmetic  weight 51
arithmetic  level practitioner: GDaD 2025 practitioner (close)
arithmetic  confidence C: from evidence, not read
evidence    gdad  close  Maker / Lead maker  Testing  practitioner
source      gdad  GDaD 2025  2025  framework  CC0-1.0  GDaD-like skills, invented for the tests.

"#]]
    );
}

/// What a reading gives the principal engineer, one rung above 87.
const LITTLE_LESS: &str =
    "source: readers\nreading: 1\nbatches: [{batch: 1, weights: {architecture: {principal-engineer: 84 expert}}}]\n";

#[test]
fn rungs_that_would_fall_a_little_have_their_mean() {
    let files = [("evidence/readings/reading-1.yaml", LITTLE_LESS)];
    assert_data_eq!(
        laid("little-less", &files, "why principal-engineer architecture").to_string(),
        str![[r#"
competency  architecture  86  expert  C  readings 84
arithmetic  editors 84: 84
arithmetic  shown, and count for nothing: ESCO 2024 88.8 (close), GDaD 2025 85.5 (close)
arithmetic  ladder, weights before: junior-engineer 25, engineer 82, senior-engineer 87 (now 86), principal-engineer 84 (now 86); a fall of 8 or less is within what two readings are off by, and the rungs have their mean, the base counting most
arithmetic  weight 86
arithmetic  level expert: one reading: expert
arithmetic  levels that count for nothing, since readers gave one: GDaD 2025 expert (close)
arithmetic  confidence C: readings within 0; no source agrees
evidence    onet  proxy  90-0003.00          skill:Systems Analysis  3 on 1 to 5
evidence    esco  close  systems designer    architect platforms     essential
evidence    esco  close  systems designer    design system           essential
evidence    gdad  close  Maker / Lead maker  System design           practitioner
evidence    gdad  close  Maker / Lead maker  Designing solutions     expert
source      onet     O*NET 2025  2025  framework  CC0-1.0  O*NET-like ratings, invented for the tests.
source      gdad     GDaD 2025   2025  framework  CC0-1.0  GDaD-like skills, invented for the tests.
source      esco     ESCO 2024   2024  framework  CC0-1.0  ESCO-like skills, invented for the tests.
source      readers  readers     2026  editorial  CC0-1.0  Readings of nobody, invented for the tests.
caveat      readers  Nobody read anything.

"#]]
    );
}

#[test]
fn a_weight_that_falls_further_is_what_readers_said() {
    assert_data_eq!(
        miniature("why principal-engineer architecture").to_string(),
        str![[r#"
competency  architecture  71  expert  C  readings 71, 69, 74
arithmetic  editors 71, 69, 74: 71
arithmetic  shown, and count for nothing: ESCO 2024 88.8 (close), GDaD 2025 84.5 (close)
arithmetic  weight 71
arithmetic  level expert: the median of expert, expert, expert
arithmetic  levels that count for nothing, since readers gave one: GDaD 2025 expert (close)
arithmetic  confidence C: readings within 5; no source agrees
evidence    onet  proxy  90-0003.00          skill:Systems Analysis  3 on 1 to 5
evidence    esco  close  systems designer    architect platforms     essential
evidence    esco  close  systems designer    design system           essential
evidence    gdad  close  Maker / Lead maker  System design           practitioner
evidence    gdad  close  Maker / Lead maker  Designing solutions     expert
source      onet     O*NET 2025  2025  framework  CC0-1.0  O*NET-like ratings, invented for the tests.
source      gdad     GDaD 2025   2025  framework  CC0-1.0  GDaD-like skills, invented for the tests.
source      esco     ESCO 2024   2024  framework  CC0-1.0  ESCO-like skills, invented for the tests.
source      readers  readers     2026  editorial  CC0-1.0  Readings of nobody, invented for the tests.
caveat      readers  Nobody read anything.

"#]]
    );
}

#[test]
fn what_was_judged_again_says_why() {
    assert_data_eq!(
        miniature("why sre strategy").to_string(),
        str![[r#"
competency  strategy  10  awareness  C  judged again 10
arithmetic  editors 10, judged again: keeps what others decided on
arithmetic  shown, and count for nothing: O*NET 2025 25 (proxy)
arithmetic  weight 10
arithmetic  level awareness: judged again: with the weight
arithmetic  confidence C: readings within 0; no source agrees
evidence    onet  proxy  90-0001.00  work_activity:Developing Objectives  1.5 on 1 to 5
source      onet     O*NET 2025  2025  framework  CC0-1.0  O*NET-like ratings, invented for the tests.
source      readers  readers     2026  editorial  CC0-1.0  Readings of nobody, invented for the tests.
caveat      readers  Nobody read anything.

"#]]
    );
}

/// Readings of one cell: three by batches, and one of it alone.
const FOUR_READINGS: [(&str, &str); 4] = [
    (
        "evidence/readings/reading-1.yaml",
        "source: readers\nreading: 1\nbatches: [{batch: 1, weights: {quality: {sre: 40 working}}}]\n",
    ),
    (
        "evidence/readings/reading-2.yaml",
        "source: readers\nreading: 2\nbatches: [{batch: 1, weights: {quality: {sre: 50 working}}}]\n",
    ),
    (
        "evidence/readings/reading-3.yaml",
        "source: readers\nreading: 3\nbatches: [{batch: 1, weights: {quality: {sre: 90 expert}}}]\n",
    ),
    (
        "evidence/readings/reading-4.yaml",
        "source: readers\nreading: 4\ncells:\n- {role: sre, competency: quality, weight: 70, level: expert, why: restores are rehearsed}\n",
    ),
];

#[test]
fn a_cell_that_is_read_a_fourth_time_has_the_mean_of_the_middle_two() {
    assert_data_eq!(
        laid("four-readings", &FOUR_READINGS, "why sre quality").to_string(),
        str![[r#"
competency  quality  60  practitioner  C  readings 40, 50, 90, 70
arithmetic  editors 40, 50, 90, 70: 60
arithmetic  read once more by itself, 70: restores are rehearsed
arithmetic  shown, and count for nothing: ESCO 2024 60.3 (close), GDaD 2025 71.3 (close), O*NET 2025 58.8 (proxy)
arithmetic  weight 60
arithmetic  level practitioner: the mean of the middle two of working, working, expert, expert, the higher one between two
arithmetic  levels that count for nothing, since readers gave one: GDaD 2025 awareness (close)
arithmetic  confidence C: readings within 50; no source agrees
evidence    onet  proxy  90-0003.00              skill:Quality Control  4 on 1 to 5
evidence    onet  proxy  90-0001.00              skill:Quality Control  3 on 1 to 5
evidence    esco  close  systems keeper          test recovery          optional
evidence    esco  close  systems keeper          write tests            optional
evidence    gdad  close  Keeper / Senior keeper  Testing                awareness
source      onet     O*NET 2025  2025  framework  CC0-1.0  O*NET-like ratings, invented for the tests.
source      gdad     GDaD 2025   2025  framework  CC0-1.0  GDaD-like skills, invented for the tests.
source      esco     ESCO 2024   2024  framework  CC0-1.0  ESCO-like skills, invented for the tests.
source      readers  readers     2026  editorial  CC0-1.0  Readings of nobody, invented for the tests.
caveat      readers  Nobody read anything.

"#]]
    );
    assert_data_eq!(
        laid("three-readings", &FOUR_READINGS[..3], "why sre quality").to_string(),
        str![[r#"
competency  quality  50  working  C  readings 40, 50, 90
arithmetic  editors 40, 50, 90: 50
arithmetic  shown, and count for nothing: ESCO 2024 59.4 (close), GDaD 2025 71.3 (close), O*NET 2025 58.8 (proxy)
arithmetic  weight 50
arithmetic  level working: the median of working, working, expert
arithmetic  levels that count for nothing, since readers gave one: GDaD 2025 awareness (close)
arithmetic  confidence C: readings within 50; no source agrees
evidence    onet  proxy  90-0003.00              skill:Quality Control  4 on 1 to 5
evidence    onet  proxy  90-0001.00              skill:Quality Control  3 on 1 to 5
evidence    esco  close  systems keeper          test recovery          optional
evidence    esco  close  systems keeper          write tests            optional
evidence    gdad  close  Keeper / Senior keeper  Testing                awareness
source      onet     O*NET 2025  2025  framework  CC0-1.0  O*NET-like ratings, invented for the tests.
source      gdad     GDaD 2025   2025  framework  CC0-1.0  GDaD-like skills, invented for the tests.
source      esco     ESCO 2024   2024  framework  CC0-1.0  ESCO-like skills, invented for the tests.
source      readers  readers     2026  editorial  CC0-1.0  Readings of nobody, invented for the tests.
caveat      readers  Nobody read anything.

"#]]
    );
}

#[test]
fn crooked_cells_of_a_reading_are_told() {
    let cells = "source: readers\nreading: 4\ncells:\n\
                 - {role: sre, competency: quality, weight: 170, level: expert, why: a}\n\
                 - {role: sre, competency: quality, weight: 70, level: master, why: b}\n\
                 - {role: nobody, competency: qualities, weight: 70, level: expert, why: c}\n";
    let unreasoned =
        "source: readers\nreading: 5\ncells:\n- {role: sre, competency: quality, weight: 70, level: expert}\n";
    let scratch = Scratch::new("crooked-cells");
    scratch.write("evidence/readings/reading-4.yaml", cells);
    scratch.write("evidence/readings/reading-5.yaml", unreasoned);
    assert_data_eq!(
        Roles::miniature().words("check .").folder(scratch.path()).run().to_string(),
        str![[r#"
evidence/readings/reading-4.yaml:4:44: crooked-rating: the number does not lie on its scale, from 0 to 100 (compare it with its source)
evidence/readings/reading-4.yaml:5:27: duplicate-id: the cell of this role for `quality` stands in evidence/readings/reading-4.yaml:4 already (take one of the two out)
evidence/readings/reading-4.yaml:5:55: crooked-rating: no level is called `master` (levels are `none`, `awareness`, `working`, `practitioner` and `expert`)
evidence/readings/reading-4.yaml:6:10: unknown-role: no role is called `nobody`
evidence/readings/reading-4.yaml:6:30: unknown-competency: no competency is called `qualities` (did you mean `quality`? the competencies are `architecture`, `people`, `operations`, `strategy` and `quality`)
evidence/readings/reading-5.yaml:4:48: missing-field: the field `why` is missing (add `why:`)
[exit code: 1]

"#]]
    );
}

#[test]
fn crooked_judgments_are_told() {
    let judged = "source: readers\njudged:\n\
                  - {role: nobody, competency: quality, weight: 70, level: expert, why: a}\n\
                  - {role: sre, competency: qualities, weight: 70, level: expert, why: a}\n\
                  - {role: sre, competency: operations, weight: 101, why: a}\n\
                  - {role: sre, competency: people, level: master, why: a}\n\
                  - {role: sre, competency: architecture, why: a}\n\
                  - {role: cto, competency: architecture, level: expert, why: ' '}\n\
                  - {role: cto, competency: strategy, level: expert, why: a}\n\
                  - {role: cto, competency: strategy, weight: 90, why: b}\n\
                  - {role: junior-engineer, competency: quality, weight: 5, why: a}\n";
    let scratch = Scratch::new("crooked-judgments");
    scratch.write("evidence/readings/judged.yaml", judged);
    assert_data_eq!(
        Roles::miniature().words("check .").folder(scratch.path()).run().to_string(),
        str![[r#"
evidence/readings/judged.yaml:3:10: unknown-role: no role is called `nobody`
evidence/readings/judged.yaml:4:27: unknown-competency: no competency is called `qualities` (did you mean `quality`? the competencies are `architecture`, `people`, `operations`, `strategy` and `quality`)
evidence/readings/judged.yaml:5:47: crooked-rating: the number does not lie on its scale, from 0 to 100 (compare it with its source)
evidence/readings/judged.yaml:6:42: crooked-rating: no level is called `master` (levels are `none`, `awareness`, `working`, `practitioner` and `expert`)
evidence/readings/judged.yaml:7:10: missing-field: what was judged again needs a `weight`, a `level` or both
evidence/readings/judged.yaml:8:10: missing-field: what was judged again needs its reason behind `why`
evidence/readings/judged.yaml:10:27: duplicate-id: the judged cell of this role for `strategy` stands in evidence/readings/judged.yaml:9 already (take one of the two out)
[exit code: 1]

"#]]
    );
}

#[test]
fn what_nobody_rates_has_no_evidence() {
    assert_data_eq!(
        miniature("compare loner intern --differences").to_string(),
        str![[r#"
role      loner   Archivist of Tapes  Operations   mid
role      intern  Engineering Intern  Engineering  intern
tool      Linux  loner awareness  intern -
tool      Git    loner -          intern awareness
distance  loner   intern  no ladder
distance  intern  loner   no ladder

"#]]
    );
    let gap = Roles::miniature().words("gap loner --profile -").input("competencies: {operations: working}\n").run();
    assert_data_eq!(
        gap.to_string(),
        str![[r#"
fit          loner  Archivist of Tapes  80%    not said: 1, counted as none
tool         linux  not said  awareness
met          operations
no-evidence  architecture
no-evidence  people
no-evidence  strategy
no-evidence  quality

"#]]
    );
}

#[test]
fn what_nobody_rates_does_not_count_against_a_role() {
    let claims = "competencies: {operations: working, architecture: expert}\n";
    let line = "match --profile - --family operations --format tsv --fields role,fit,likeness,rated,of";
    assert_data_eq!(
        Roles::miniature().words(line).input(claims).run().to_string(),
        str![[r#"
role	fit	likeness	rated	of
loner	80	56	1	1
sre	37	56	5	5
operator	44	40	3	4

"#]]
    );
}

#[test]
fn a_role_that_maps_to_nothing_has_no_evidence() {
    let role = "title: Newcomer\ntrack: individual-contributor\nlevel: 3\nsummary: Is new.\n";
    let files = [("engineering/newcomer.yaml", role)];
    assert_data_eq!(
        laid("nothing", &files, "show newcomer --section competencies").to_string(),
        str![[r#"
competency  no evidence

"#]]
    );
    assert_data_eq!(
        laid("nothing-page", &files, "show newcomer --section competencies --format page").to_string(),
        str![[r#"
Newcomer                                                                newcomer
Engineering · mid, individual contributor · from acme

Competencies                                weight 0 to 100 · confidence · level
  no evidence: nobody has read the role, and it maps to nothing that is rated

"#]]
    );
}

#[test]
fn the_nearest_occupation_says_which_tools_are_in_demand_where_the_own_ones_list_none() {
    let role = |own: &str| {
        format!(
            "title: Newcomer\ntrack: individual-contributor\nlevel: 3\nsummary: Is new.\n\
             occupations: {{onet: [{own}], nearest: ['90-0003.00']}}\ntools: [{{tool: git, proficiency: working}}]\n"
        )
    };
    for own in ["", "'90-0009.00'"] {
        let (name, role) = (format!("nearest-{}", own.len()), role(own));
        let files = [("engineering/newcomer.yaml", role.as_str())];
        let why = laid(&name, &files, "why newcomer git --format tsv --fields kind,id,in_demand,hot,text").to_string();
        let marked = "onet\t\t\t\tO*NET marks it hot, under 90-0003.00 Keepers (nearest)\n";
        assert_eq!(why.contains(marked), own.is_empty(), "{why}");
        assert_eq!(why.contains("O*NET does not mark it"), !own.is_empty(), "{why}");
    }
}

#[test]
fn the_source_of_readings_says_how_near_they_come() {
    let scoring = "share: 0.1\nmeasured: {cells: 40, error: 6.4, within_15: 97, levels: 91, orderings: 50, held: 98}\n";
    let files = [("vocabulary/scoring.yaml", scoring)];
    assert_data_eq!(
        laid("measured-page", &files, "sources readers --format page").to_string(),
        str![[r#"
Invented readings                                                        readers
the tests · 2026 · editorial · CC0-1.0
  Readings of nobody, invented for the tests.
  Nobody read anything.

Measured error                                    on cells that were rated apart
  Weights: mean error 6.4, and 97 of 100 within 15 (n=40). Levels: 91 of 100 as
  rated (n=40). Which of two roles needs a competency more: 98 of 100 as rated
  (n=50).
  Judged again by the editors: 1 of 42 cells, the weight of 1 and the level of
  1, where nobody in the trade would put what was read. That stands in its
  place; `roles why ROLE COMPETENCY` prints the reason, and what was read.

"#]]
    );
    assert_data_eq!(
        laid("measured-lines", &files, "sources readers").to_string(),
        str![[r#"
source    readers  readers  2026  editorial  CC0-1.0  Readings of nobody, invented for the tests.
measured  Weights: mean error 6.4, and 97 of 100 within 15 (n=40). Levels: 91 of 100 as rated (n=40). Which of two roles needs a competency more: 98 of 100 as rated (n=50).
judged    Judged again by the editors: 1 of 42 cells, the weight of 1 and the level of 1, where nobody in the trade would put what was read. That stands in its place; `roles why ROLE COMPETENCY` prints the reason, and what was read.

"#]]
    );
    let fields = "id,kind,cells,error,within_15,levels,orderings,held,competency,source,correlation,roles,standing";
    let line = format!("sources readers --format tsv --fields {fields}");
    assert_data_eq!(
        laid("measured-fields", &files, &line).to_string(),
        str![[r#"
id	kind	cells	error	within_15	levels	orderings	held	competency	source	correlation	roles	standing
readers	editorial											
	measured	40	6.4	97	91	50	98					
	judged											

"#]]
    );
}

#[test]
fn a_vocabulary_of_the_first_edition_loads_and_is_told_how_to_list_names() {
    let competency = "- id: craft\n  title: Craft\n  definition: Making things.\n  levels: {awareness: a, working: b, practitioner: c, expert: d}\n  \
                      onet: ['skill:Programming']\n  gdad: [System design]\n  esco: [design]\n  ladders: {ladder: [Design]}\n";
    let scratch = Scratch::new("first-edition");
    scratch.write("vocabulary/competencies.yaml", competency);
    let checked = Roles::miniature().words("check .").folder(scratch.path()).run();
    assert_data_eq!(
        checked.to_string(),
        str![[r#"
vocabulary/competencies.yaml:7:10: warning: pieces-of-names: `craft` is told by pieces of the names of ESCO skills (list the skills in vocabulary/elements/esco.yaml, each under one competency: `{source: esco, elements: {COMPETENCY: {direct: [SKILL]}}}`, and take `esco:` out)

"#]]
    );
    let why = laid("first-edition-why", &[("vocabulary/competencies.yaml", competency)], "why engineer craft");
    assert_data_eq!(
        why.to_string(),
        str![[r#"
competency  craft  79  practitioner  C  from evidence, not read
arithmetic  nobody has read it; sources, proxies too: ESCO 2024 52 (close), GDaD 2025 58.2 (close), O*NET 2025 99 (proxy)
arithmetic  outside 79.2, their mean, each by how far it runs with the readings: ESCO 2024 0.52, GDaD 2025 0.26, O*NET 2025 0.99
arithmetic  weight 79
arithmetic  level practitioner: GDaD 2025 practitioner (close)
arithmetic  confidence C: from evidence, not read
evidence    onet  proxy  90-0001.00      skill:Programming  5 on 1 to 5
evidence    esco  close  software maker  design system      essential
evidence    gdad  close  Maker / Maker   System design      practitioner
source      onet  O*NET 2025  2025  framework  CC0-1.0  O*NET-like ratings, invented for the tests.
source      gdad  GDaD 2025   2025  framework  CC0-1.0  GDaD-like skills, invented for the tests.
source      esco  ESCO 2024   2024  framework  CC0-1.0  ESCO-like skills, invented for the tests.

"#]]
    );
}

#[test]
fn crooked_readings_and_frameworks_are_told() {
    let files = [
        (
            "evidence/readings/reading-1.yaml",
            "source: readers\nreading: 1\nbatches:\n- batch: 1\n  weights:\n    quality: {cto: eighty, sre: 80 master, nobody: 5 none}\n",
        ),
        (
            "evidence/frameworks/onet.yaml",
            "source: onet\nshape: ratings\nscale: {skill: [1, 5]}\nrecords:\n- {code: X1, title: X, ratings: {'skill:A': 6, 'craft:B': 2}}\n- {code: X2, title: Y, items: {core: [a]}}\n",
        ),
        (
            "vocabulary/elements/esco.yaml",
            "source: esco\nelements:\n  quality: {direct: [write tests], weak: [write tests]}\n",
        ),
    ];
    let scratch = Scratch::new("crooked-readings");
    files.iter().for_each(|(path, text)| drop(scratch.write(path, text)));
    let checked = Roles::miniature().words("check .").folder(scratch.path()).run();
    assert_data_eq!(
        checked.to_string(),
        str![[r#"
vocabulary/elements/esco.yaml:3:43: duplicate-entry: `write tests` speaks for `quality` already (an element speaks for one competency: take one of the two out)
evidence/frameworks/onet.yaml:5:45: crooked-rating: the number does not lie on its scale, from 1 to 5 (compare it with its source)
evidence/frameworks/onet.yaml:5:48: crooked-rating: the file has no scale for the domain of `craft:B` (`kinds`, `scale` and `steps` at the head of the file say what there is)
evidence/frameworks/onet.yaml:6:10: crooked-rating: `X2` cannot be read by its shape (the record is of another shape than its file says)
evidence/readings/reading-1.yaml:6:20: crooked-rating: `eighty` is no weight and level (a weight from 0 to 100 and a level: `80 expert`)
evidence/readings/reading-1.yaml:6:33: crooked-rating: no level is called `master` (levels are `none`, `awareness`, `working`, `practitioner` and `expert`)
evidence/readings/reading-1.yaml:6:44: unknown-role: no role is called `nobody`
[exit code: 1]

"#]]
    );
}

/// A copy of the miniature catalog.
fn copy(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    let mut copy = std::process::Command::new("cp");
    copy.arg("-r").arg(repository("tests/miniature/.")).arg(scratch.path());
    assert!(copy.status().expect("cp runs").success());
    scratch
}

/// What a check of a copy tells, but for the moves, which are not in question.
fn told_of(scratch: &Scratch) -> Outcome {
    let line = "check . --no-builtin --skip two-kinds-of-move --skip one-sided-move";
    Roles::miniature().words(line).folder(scratch.path()).run()
}

#[test]
fn what_is_not_read_is_counted_cell_by_cell() {
    let scratch = copy("unread");
    scratch.write("operations/new.yaml", "title: New\ntrack: management\nlevel: 2\nsummary: New.\n");
    let competency = "- id: patience\n  title: Patience\n  definition: Waiting.\n  \
                      levels: {awareness: a, working: b, practitioner: c, expert: d}\n";
    scratch.write("vocabulary/competencies.yml", competency);
    assert_data_eq!(
        told_of(&scratch).to_string(),
        str![[r#"
vocabulary/competencies.yml:1:7: warning: unread-competency: nobody has read a role by `patience`: 36 of 36 cells are missing (have every role read by it, three times, and add the cells to evidence/readings)
engineering/engineer.yaml: warning: unread-role: of `engineer`, 3 of 15 cells are missing: `strategy` (have it read by each competency, three times, and add the cells to evidence/readings)
engineering/intern.yaml: warning: unread-role: of `intern`, 9 of 15 cells are missing: `people`, `operations`, `strategy` (have it read by each competency, three times, and add the cells to evidence/readings)
engineering/junior-engineer.yaml: warning: unread-role: of `junior-engineer`, 9 of 15 cells are missing: `people`, `operations`, `strategy` (have it read by each competency, three times, and add the cells to evidence/readings)
engineering/senior-engineer.yaml: warning: unread-role: of `senior-engineer`, 3 of 15 cells are missing: `strategy` (have it read by each competency, three times, and add the cells to evidence/readings)
leadership/engineering-manager.yaml: warning: unread-role: of `engineering-manager`, 9 of 15 cells are missing: `architecture`, `operations`, `quality` (have it read by each competency, three times, and add the cells to evidence/readings)
operations/new.yaml: warning: unread-role: nobody has read `new`: 18 of 18 cells are missing (have it read by each competency, three times, and add the cells to evidence/readings)
operations/operator.yaml: warning: unread-role: of `operator`, 6 of 15 cells are missing: `people`, `strategy` (have it read by each competency, three times, and add the cells to evidence/readings)

"#]]
    );
}

#[test]
fn one_cell_that_is_not_read_is_told() {
    let scratch = copy("unread-cell");
    let path = "evidence/readings/reading-2.yaml";
    let text = std::fs::read_to_string(scratch.path().join(path)).expect("it is there");
    scratch.write(path, text.replacen("         cto: 59 working,\n", "", 1));
    let told = told_of(&scratch).to_string();
    assert!(told.contains("of `cto`, 1 of 15 cells is missing: `architecture` in reading 2 ("), "{told}");
}

/// A reading in two batches, over the competency of quality and another.
fn two_batches(anchors: &str, second: &str) -> String {
    format!(
        "source: readers\nreading: 1\n{anchors}batches:\n\
         - {{batch: 1, weights: {{quality: {{cto: 25 working, sre: 45 working}}, people: {{cto: 90 expert, sre: 20 none}}}}}}\n\
         - {{batch: 2, weights: {second}}}\n"
    )
}

#[test]
fn a_batch_that_lacks_an_anchor_is_told() {
    let anchored = |second: &str| two_batches("anchors: [cto, sre]\n", second);
    let all =
        "{quality: {cto: 20 working, sre: 40 working, operator: 60 working}, people: {cto: 90 expert, sre: 20 none}}";
    let some = "{quality: {cto: 20 working, operator: 60 working}, people: {cto: 90 expert, sre: 20 none}}";
    let none = "{quality: {operator: 60 working}, people: {operator: 20 none}}";
    let unknown = two_batches("anchors: [cto, sre-2]\n", all);
    for (name, text, told) in [
        ("all", anchored(all), str![[""]]),
        (
            "some",
            anchored(some),
            str![[r#"
evidence/readings/reading-1.yaml:6:24: unaligned-batch: by `quality`, batch 2 lacks 1 of the 2 roles that batches are aligned by: `sre` (have the same reader read them in this batch too, by each competency)
[exit code: 1]

"#]],
        ),
        (
            "none",
            anchored(none),
            str![[r#"
evidence/readings/reading-1.yaml:6:11: unaligned-batch: batch 2 lacks 2 of the 2 roles that batches are aligned by: `cto` and `sre` (have the same reader read them in this batch too, by each competency)
[exit code: 1]

"#]],
        ),
        (
            "unknown",
            unknown,
            str![[r#"
evidence/readings/reading-1.yaml:3:16: unknown-role: no role is called `sre-2` (did you mean `sre`?)
[exit code: 1]

"#]],
        ),
        (
            "unsaid",
            two_batches("", none),
            str![[r#"
evidence/readings/reading-1.yaml: unaligned-batch: no role stands in all 2 batches by `people`: they are not aligned (have some roles read in each batch, and name them: `anchors: [cto, sre]`)
[exit code: 1]

"#]],
        ),
    ] {
        let scratch = copy(&format!("anchors-{name}"));
        scratch.write("evidence/readings/reading-1.yaml", text);
        let line = "check . --no-builtin --skip two-kinds-of-move --skip warning";
        assert_data_eq!(Roles::miniature().words(line).folder(scratch.path()).run().to_string(), told);
    }
}

/// A role of a company's with weights from evidence, and neither a level nor a tool.
const BARE: [(&str, &str); 1] = [(
    "operations/wrangler.yaml",
    "title: Tape Wrangler\ntrack: individual-contributor\nlevel: 3\nsummary: Wrangles tapes.\n\
     occupations: {onet: [90-0003.00]}\n",
)];

#[test]
fn a_role_without_levels_has_no_fit_and_is_placed_by_its_weights() {
    let ask = |name: &str, line: &str| {
        let scratch = Scratch::new(name);
        BARE.iter().for_each(|(path, text)| drop(scratch.write(&format!("acme/{path}"), text)));
        let roles = Roles::miniature().arg("--catalog").arg(scratch.path().join("acme")).words(line);
        roles.words("--profile -").input("role: operator\ncompetencies: {operations: expert, quality: working}\n").run()
    };
    let gap = ask("bare-gap", "gap wrangler");
    assert_eq!(gap.code, 1);
    let said: Vec<&str> = gap.stderr.lines().collect();
    assert_eq!(
        said[..2],
        [
            "error: nothing of `wrangler` can be measured: its competencies have weights and no level, since nobody has \
             read it, and it has no tools",
            "hint: its file may state them: `competencies: [{competency: quality, weight: 60, level: working, why: ...}]`"
        ]
    );
    assert!(
        said[2].starts_with("hint: by its weights alone `roles ") && said[2].contains(" match` places it"),
        "{gap}"
    );
    assert_data_eq!(
        ask("bare-match", "match --family operations").to_string(),
        str![[r#"
operator  Systems Operator              59%  like you 75%  mid                  carried by: Operations and reliability, Quality  missing: Architecture  rated: 3/4  not said: 4, counted as none  the role you hold
sre       Site Reliability Engineer     44%  like you 63%  senior    next step  carried by: Operations and reliability, Quality  missing: Architecture, People leadership, Technology strategy  rated: 5/5  not said: 7, counted as none  1 step away
wrangler  Tape Wrangler              no fit  like you 70%  mid                                                                                          rated: 0/3                                no ladder leads there from the role you hold
loner     Archivist of Tapes            80%  like you 42%  mid                  carried by: Operations and reliability                                  rated: 1/1  not said: 1, counted as none  no ladder leads there from the role you hold

"#]]
    );
    assert_data_eq!(
        ask("bare-fields", "match --family operations --format tsv --fields role,fit,likeness,rated,of").to_string(),
        str![[r#"
role	fit	likeness	rated	of
operator	59	75	3	4
sre	44	63	5	5
wrangler		70	0	3
loner	80	42	1	1

"#]]
    );
    let page = ask("bare-page", "match --level mid --family operations --format page").answered();
    let said = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("wrangler Tape Wrangler no fit 70 mid"), "{page}");
    assert!(said.contains("Tape Wrangler: no fit: nobody rates its levels; placed by its weights"), "{page}");
}

#[test]
fn what_nobody_rates_is_no_evidence_to_why_either() {
    assert_data_eq!(
        miniature("why loner quality").to_string(),
        str![[r#"
------- stderr -------
error: `loner` has no evidence for `quality`
hint: `roles show loner --all` shows all that its page says
[exit code: 1]

"#]]
    );
}

#[test]
fn the_readme_says_the_measured_error() {
    let said = Roles::builtin().words("sources editors").run().answered();
    let error = said.split("mean error ").nth(1).and_then(|rest| rest.split(',').next()).expect("it is measured");
    let readme = std::fs::read_to_string(repository("README.md")).expect("the README is there");
    assert!(readme.contains(&format!("a mean of {error} points on 140 cells")), "{error}");
}
