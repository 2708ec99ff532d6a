//! An unknown name is told wherever a file can name something, and no field is left out of that.

use std::collections::BTreeSet;

use crate::support::{Roles, Scratch, repository, sample};

const HEAD: &str = "title: X\nfamily: engineering\ntrack: management\nlevel: 4\nsummary: X.\n";
const FRAMEWORK: &str = "source: onet\nshape: ratings\nscale: [1, 5]\n";
const PREPARED: &str = "source: bureau\nabout: occupation\ncountry: us\n";
const SALARY: [(&str, &str); 3] = [("region", "de"), ("source", "survey"), ("currency", "EUR")];

/// Fields that name something: what is written into which file, `nope` being the unknown name.
const NAMES: [(&str, &str, &str); 69] = [
    ("Rules.skip", "catalog.yaml", "rules: {skip: [nope]}\n"),
    ("PayDefaults.region", "catalog.yaml", "pay: {region: nope}\n"),
    ("PayDefaults.source", "catalog.yaml", "pay: {source: nope}\n"),
    ("PayDefaults.currency", "catalog.yaml", "pay: {currency: nope}\n"),
    ("CatalogFile.language", "catalog.yaml", "language: nope\n"),
    ("PayFile.source", "evidence/pay/x.yaml", "source: nope\nlabels: []\n"),
    (
        "PaySeries.currency",
        "evidence/pay/x.yaml",
        "source: survey\nlabels:\n  - {label: X, currency: nope, per: year, basis: gross, kind: earned, rows: []}\n",
    ),
    (
        "PayRow.region",
        "evidence/pay/x.yaml",
        "source: survey\nlabels:\n  - label: X\n    currency: EUR\n    per: year\n    basis: gross\n    kind: earned\n    rows: [{region: nope, year: 2025, median: 5}]\n",
    ),
    ("Framework.source", "evidence/frameworks/x.yaml", "source: nope\nshape: ratings\nscale: [1, 5]\nrecords: []\n"),
    ("Framework.seeded_by", "evidence/frameworks/x.yaml", "@FRAMEWORKseeded_by: nope\nrecords: []\n"),
    ("Framework.adds", "evidence/frameworks/x.yaml", "source: esco\nshape: lists\nadds: [nope]\nrecords: []\n"),
    ("Framework.full", "evidence/frameworks/x.yaml", "@FRAMEWORKfull: [nope]\nrecords: []\n"),
    ("Framework.names", "evidence/frameworks/x.yaml", "@FRAMEWORKnames: {nope: A name}\nrecords: []\n"),
    (
        "FrameworkRecord.levels",
        "evidence/frameworks/x.yaml",
        "source: ladder\nshape: levels\nsteps: [1]\nrecords: [{code: A, title: A, levels: {Design: nope}}]\n",
    ),
    (
        "FrameworkRecord.items",
        "evidence/frameworks/x.yaml",
        "source: esco\nshape: lists\nrecords: [{code: A, title: A, items: {nope: [B]}}]\n",
    ),
    ("Readings.source", "evidence/readings/x.yaml", "source: nope\n"),
    ("Readings.anchors", "evidence/readings/x.yaml", "source: readers\nanchors: [nope]\n"),
    (
        "Batch.weights",
        "evidence/readings/x.yaml",
        "source: readers\nbatches: [{batch: 1, weights: {architecture: {nope: 5 none}}}]\n",
    ),
    (
        "ReasonedCell.role",
        "evidence/readings/x.yaml",
        "source: readers\ncells: [{role: nope, competency: people, weight: 5, level: none, why: W}]\n",
    ),
    (
        "ReasonedCell.competency",
        "evidence/readings/x.yaml",
        "source: readers\ncells: [{role: cto, competency: nope, weight: 5, level: none, why: W}]\n",
    ),
    (
        "ReasonedCell.level",
        "evidence/readings/x.yaml",
        "source: readers\ncells: [{role: cto, competency: people, weight: 5, level: nope, why: W}]\n",
    ),
    (
        "JudgedCell.role",
        "evidence/readings/x.yaml",
        "source: readers\njudged: [{role: nope, competency: people, weight: 5, level: none, why: W}]\n",
    ),
    (
        "JudgedCell.competency",
        "evidence/readings/x.yaml",
        "source: readers\njudged: [{role: cto, competency: nope, weight: 5, level: none, why: W}]\n",
    ),
    (
        "JudgedCell.level",
        "evidence/readings/x.yaml",
        "source: readers\njudged: [{role: cto, competency: people, weight: 5, level: nope, why: W}]\n",
    ),
    ("OnetTechnologies.source", "evidence/onet/technologies.yaml", "source: nope\noccupations: []\n"),
    (
        "EquippedOccupation.code",
        "evidence/onet/technologies.yaml",
        "source: onet\noccupations: [{code: nope, technologies: []}]\n",
    ),
    ("Usage.source", "evidence/usage/x.yaml", "source: nope\nlabels: []\n"),
    ("Moves.source", "evidence/moves/x.yaml", "source: nope\nmoves: []\n"),
    ("Move.from", "evidence/moves/x.yaml", "source: ladder\nmoves: [{from: nope, to: cto, kind: lateral, as: A}]\n"),
    ("Move.to", "evidence/moves/x.yaml", "source: ladder\nmoves: [{from: cto, to: nope, kind: lateral, as: A}]\n"),
    ("Titles.source", "evidence/titles/x.yaml", "source: nope\ntitles: []\n"),
    ("RoleTitles.role", "evidence/titles/x.yaml", "source: esco\ntitles: [{role: nope, lang: de, names: [A]}]\n"),
    ("RoleTitles.lang", "evidence/titles/x.yaml", "source: esco\ntitles: [{role: cto, lang: nope, names: [A]}]\n"),
    ("Role.family", "engineering/x.yaml", "title: X\nfamily: nope\ntrack: management\nlevel: 4\nsummary: X.\n"),
    ("Role.track", "engineering/x.yaml", "title: X\ntrack: nope\nlevel: 4\nsummary: X.\n"),
    ("Role.prerequisites", "engineering/x.yaml", "@HEADprerequisites: [nope]\n"),
    ("Role.lateral", "engineering/x.yaml", "@HEADlateral: [nope]\n"),
    ("MoveEnd.grade", "engineering/x.yaml", "@HEADprerequisites: [{role: cto, grade: nope}]\n"),
    ("Role.replaces", "engineering/x.yaml", "@HEADreplaces: nope\n"),
    ("LadderStep.of", "engineering/x.yaml", "@HEADladder: {of: nope}\n"),
    ("LadderStep.joins", "engineering/x.yaml", "@HEADladder: {of: x, joins: nope}\n"),
    ("Occupations.onet", "engineering/x.yaml", "@HEADoccupations: {onet: [nope]}\n"),
    ("Occupations.nearest", "engineering/x.yaml", "@HEADoccupations: {nearest: [nope]}\n"),
    ("Occupations.esco", "engineering/x.yaml", "@HEADoccupations: {esco: [nope]}\n"),
    ("Occupations.isco", "engineering/x.yaml", "@HEADoccupations: {isco: [nope]}\n"),
    ("Occupations.nice", "engineering/x.yaml", "@HEADoccupations: {nice: [nope]}\n"),
    (
        "MappedRecord.source",
        "engineering/x.yaml",
        "@HEADoccupations: {frameworks: [{source: nope, record: A, match: close}]}\n",
    ),
    (
        "MappedRecord.record",
        "engineering/x.yaml",
        "@HEADoccupations: {frameworks: [{source: onet, record: nope, match: close}]}\n",
    ),
    ("GdadLevel.role", "engineering/x.yaml", "@HEADoccupations: {gdad: {role: nope, level: Maker}}\n"),
    ("GdadLevel.level", "engineering/x.yaml", "@HEADoccupations: {gdad: {role: Maker, level: nope}}\n"),
    ("LadderPosition.source", "engineering/x.yaml", "@HEADoccupations: {ladders: [{source: nope, position: A}]}\n"),
    (
        "LadderPosition.position",
        "engineering/x.yaml",
        "@HEADoccupations: {ladders: [{source: ladder, position: nope}]}\n",
    ),
    ("StatedRating.competency", "engineering/x.yaml", "@HEADcompetencies: [{competency: nope}]\n"),
    ("ScaleStep.means", "catalog.yaml", "scale: [low, {step: high, as: nope}]\n"),
    ("StatedRating.level", "engineering/x.yaml", "@HEADcompetencies: [{competency: quality, level: nope}]\n"),
    (
        "GradeRating.competency",
        "engineering/x.yaml",
        "@HEADgrades: [{id: L1, title: G1, competencies: [{competency: nope}]}]\n",
    ),
    (
        "GradeRating.level",
        "engineering/x.yaml",
        "@HEADgrades: [{id: L1, title: G1, competencies: [{competency: quality, level: nope}]}]\n",
    ),
    ("PayLabel.source", "engineering/x.yaml", "@HEADpay: [{source: nope, label: A, match: close}]\n"),
    ("PayLabel.label", "engineering/x.yaml", "@HEADpay: [{source: survey, label: nope, match: close}]\n"),
    ("UsageLabel.source", "engineering/x.yaml", "@HEADusage: [{source: nope, label: A}]\n"),
    ("UsageLabel.label", "engineering/x.yaml", "@HEADusage: [{source: survey, label: nope}]\n"),
    ("ToolUse.tool", "engineering/x.yaml", "@HEADtools: [{tool: nope, proficiency: working}]\n"),
    (
        "PreparationFile.source",
        "evidence/preparation/x.yaml",
        "source: nope\nabout: occupation\ncountry: us\nrecords: []\n",
    ),
    (
        "PreparationFile.country",
        "evidence/preparation/x.yaml",
        "source: bureau\nabout: occupation\ncountry: nope\nrecords: []\n",
    ),
    ("PreparationFile.beside", "evidence/preparation/x.yaml", "@PREPAREDbeside: [nope]\nrecords: []\n"),
    (
        "PreparationRecord.certificates",
        "evidence/preparation/x.yaml",
        "@PREPAREDrecords: [{code: A, certificates: {basic: [nope]}}]\n",
    ),
    (
        "DegreesHeld.region",
        "evidence/preparation/x.yaml",
        "@PREPAREDrecords: [{code: A, degrees_held: [{region: nope, n: 5, no_degree: 50, associate: 50, bachelor: 0, master: 0, doctorate: 0, other: 0}]}]\n",
    ),
    ("PreparationLink.source", "engineering/x.yaml", "@HEADpreparation: [{source: nope, record: A, match: close}]\n"),
    (
        "PreparationLink.record",
        "engineering/x.yaml",
        "@HEADpreparation: [{source: bureau, record: nope, match: close}]\n",
    ),
];

/// Those of the vocabulary.
const ENTRIES: [(&str, &str, &str); 16] = [
    ("LevelName.track", "vocabulary/levels.yaml", "- {rank: 4, names: [{track: nope, name: boss}]}\n"),
    ("Competency.same_as", "vocabulary/competencies.yaml", "- {id: people, same_as: nope}\n"),
    ("Competency.part_of", "vocabulary/competencies.yaml", "- {id: people, part_of: [nope]}\n"),
    ("Competency.onet", "vocabulary/competencies.yaml", "- {id: people, onet: [nope]}\n"),
    ("Competency.gdad", "vocabulary/competencies.yaml", "- {id: people, gdad: [nope]}\n"),
    ("Competency.esco", "vocabulary/competencies.yaml", "- {id: people, esco: [nope]}\n"),
    ("Competency.ladders", "vocabulary/competencies.yaml", "- {id: people, ladders: {nope: [A]}}\n"),
    ("Elements.source", "vocabulary/elements/x.yaml", "source: nope\nelements: {}\n"),
    ("Elements.elements", "vocabulary/elements/x.yaml", "source: onet\nelements: {nope: {direct: [A]}}\n"),
    ("Speaking.direct", "vocabulary/elements/x.yaml", "source: onet\nelements: {people: {direct: [nope]}}\n"),
    ("Speaking.weak", "vocabulary/elements/x.yaml", "source: onet\nelements: {people: {weak: [nope]}}\n"),
    ("Scoring.shares", "vocabulary/scoring.yaml", "share: 0.1\nshares: {nope: 0.1}\n"),
    ("Tool.onet", "vocabulary/tools.yaml", "- {id: git, onet: [nope]}\n"),
    ("Tool.surveys", "vocabulary/tools.yaml", "- {id: git, surveys: [nope]}\n"),
    ("Tool.makes", "vocabulary/tools.yaml", "- {id: git, makes: nope}\n"),
    ("TitleWords.language", "vocabulary/titles.yaml", "- {language: nope, means: {hacker: developer}}\n"),
];

const PLACES: [(&str, &str, &str); 3] = [
    ("Region.parent", "vocabulary/regions.yaml", "- {id: de-by, name: Bavaria, level: state, parent: nope}\n"),
    ("Region.currency", "vocabulary/regions.yaml", "- {id: de, currency: nope}\n"),
    ("Region.elsewhere", "vocabulary/metros.yaml", "- {id: us-pa-lebanon, elsewhere: nope}\n"),
];

/// Fields that say something by themselves: an id, a name, a text, or a label in a source's own words.
const FREE: &str = "CatalogFile.title CatalogFile.owner PaySeries.label PaySeries.code PaySeries.of \
    PaySeries.seniority PaySeries.scale PaySeries.note PayRow.note Framework.kinds Framework.steps \
    FrameworkRecord.code FrameworkRecord.title FrameworkRecord.ratings FrameworkRecord.relevance ReasonedCell.why \
    JudgedCell.why Technology.name UsageShares.label ToolShare.tool Move.stated Move.reference RoleTitles.names \
    Role.title Role.aliases Role.summary Role.url Role.day LadderStep.step StatedRating.why StatedRating.expects \
    StatedSalary.note PreparationRecord.code PreparationRecord.title PreparationRecord.note PreparationRecord.reason \
    PreparationRecord.entry_education PreparationRecord.related_experience PreparationRecord.training \
    PreparationRecord.degree_counts EducationNeeded.date EducationNeeded.by ExperienceNeeded.date ExperienceNeeded.by \
    WrittenDiploma.lowest WrittenDiploma.highest Certificate.id Certificate.title Certificate.short \
    Certificate.issuer Certificate.aliases Requires.years Requires.education Requires.certificates Family.id \
    Family.title Family.definition Track.id Track.title Track.definition Level.definition LevelName.name \
    LevelName.aliases Competency.id Competency.title Competency.definition Competency.aliases Competency.terms \
    Look.says Look.examples Look.signals Tool.id Tool.title Tool.group Tool.aliases TitleWords.means \
    TitleWords.seniority TitleWords.words TitleWords.noise TitleWords.outside TitleWords.trade TitleWords.tail \
    TitleWords.weak TitleWords.general TitleWords.refines TitleWords.vague TitleWords.decides TitleWords.kin Region.id \
    Region.name Region.aliases Source.id Source.title Source.short Source.publisher Source.url Source.licence \
    Source.credit Source.caveat Grade.id Grade.title Grade.aliases Grade.years GradeRating.expects ScaleStep.word";

fn planted() -> impl Iterator<Item = &'static (&'static str, &'static str, &'static str)> {
    NAMES.iter().chain(&ENTRIES).chain(&PLACES)
}

/// What is checked of a file that is laid over the miniature catalog.
fn told(path: &str, text: &str) -> String {
    let scratch = Scratch::new("planted");
    let text = text.replace("@HEAD", HEAD).replace("@FRAMEWORK", FRAMEWORK).replace("@PREPARED", PREPARED);
    scratch.write(path, text);
    let line = "--no-builtin --catalog miniature check --skip warning";
    Roles::builtin().words(line).arg(scratch.path()).folder(&repository("tests")).run().to_string()
}

/// Every sixth field, and every one of a salary; all of them with `ROLES_ALL`.
#[test]
fn an_unknown_name_is_told_wherever_something_is_named() {
    for (field, path, text) in sample(planted(), 6) {
        let told = told(path, text);
        let is_told = told.contains("`nope`") && told.ends_with("[exit code: 1]\n");
        assert!(is_told, "{field}: {told}");
    }
    for (field, right) in SALARY {
        let row =
            "{region: de, source: survey, currency: EUR, per: year, basis: gross, kind: earned, year: 2025, median: 5}";
        let row = row.replace(&format!("{field}: {right}"), &format!("{field}: nope"));
        let told = told("engineering/x.yaml", &format!("@HEADsalary: [{row}]\n"));
        assert!(told.contains("`nope`"), "{field}: {told}");
    }
}

#[test]
fn of_each_field_it_is_said_whether_it_names_something() {
    let mut written = BTreeSet::new();
    for file in std::fs::read_dir(repository("src/catalog/read/schema")).expect("it is there").flatten() {
        let text = std::fs::read_to_string(file.path()).expect("it is text");
        let mut of = "";
        for line in text.lines() {
            if let Some(name) = line.strip_prefix("pub struct ") {
                of = name.split([' ', '<', '(', ';']).next().unwrap_or("");
            }
            let Some((name, kind)) = line.strip_prefix("    pub ").and_then(|field| field.split_once(": ")) else {
                continue;
            };
            if ["Word", "String", "str>", "OneOrMore", "Pairs<", "MoveEnd"].iter().any(|word| kind.contains(word)) {
                written.insert(format!("{of}.{name}"));
            }
        }
    }
    let salary = SALARY.iter().map(|(field, _)| format!("StatedSalary.{field}"));
    let known: BTreeSet<String> = planted()
        .map(|(field, ..)| (*field).to_owned())
        .chain(salary)
        .chain(FREE.split_whitespace().map(str::to_owned))
        .collect();
    assert_eq!(written, known, "a new field of a file names something, or it does not: say so here");
}
