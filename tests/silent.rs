//! Nothing of a catalog's files is read otherwise than it says, and nothing vanishes without a word.

use std::path::Path;
use std::time::Duration;

use snapbox::{assert_data_eq, str};

use crate::support::{BUILTIN_CHECKED, Outcome, Roles, Scratch, builtin, checked, over_builtin, repository};

const HEAD: &str = "title: X\ntrack: management\nlevel: 4\nsummary: X.\n";

fn laid(scratch: &Scratch, line: &str) -> Outcome {
    Roles::named().words(line).words("--catalog .").folder(scratch.path()).run()
}

fn salary(scratch: &Scratch, fields: &[&str]) {
    let rows: String = fields
        .iter()
        .map(|fields| format!("  - {{region: de, source: so_2025, per: year, basis: gross, kind: earned, {fields}}}\n"))
        .collect();
    scratch.write("security/x.yaml", format!("{HEAD}salary:\n{rows}"));
}

#[test]
fn an_amount_that_can_be_read_in_two_ways_is_told_with_both() {
    let scratch = Scratch::new("amounts");
    let amounts = ["78.000", "25.505", "29999999999999999999999999999", "-5", "1e5", "'78,000'", ".inf", "007.5"];
    let rows: Vec<String> =
        amounts.iter().enumerate().map(|(at, n)| format!("currency: EUR, year: {}, median: {n}", 2010 + at)).collect();
    salary(&scratch, &rows.iter().map(String::as_str).collect::<Vec<_>>());
    assert_data_eq!(
        checked(&scratch).to_string(),
        str![[r#"
security/x.yaml:6:109: crooked-salary: `78.000` can be read as 78 and as 78000 (write digits alone, below a trillion, and at most two decimals behind a point: `78000`, `25.50`)
security/x.yaml:7:109: crooked-salary: `25.505` can be read as 25.505 and as 25505 (write digits alone, below a trillion, and at most two decimals behind a point: `78000`, `25.50`)
security/x.yaml:8:109: crooked-salary: `29999999999999999999999999999` is no number that can be kept (write digits alone, below a trillion, and at most two decimals behind a point: `78000`, `25.50`)
security/x.yaml:9:109: crooked-salary: `-5` is no number that can be kept (write digits alone, below a trillion, and at most two decimals behind a point: `78000`, `25.50`)
security/x.yaml:10:109: crooked-salary: `1e5` is no number that can be kept (write digits alone, below a trillion, and at most two decimals behind a point: `78000`, `25.50`)
security/x.yaml:11:109: crooked-salary: `78,000` can be read as 78 and as 78000 (write digits alone, below a trillion, and at most two decimals behind a point: `78000`, `25.50`)
security/x.yaml:12:109: crooked-salary: `.inf` is no number that can be kept (write digits alone, below a trillion, and at most two decimals behind a point: `78000`, `25.50`)
security/x.yaml:13:109: crooked-salary: `007.5` begins with a zero that says nothing (write digits alone, below a trillion, and at most two decimals behind a point: `78000`, `25.50`)
[exit code: 1]

"#]]
    );
    // What is plain stays as it is written.
    salary(&scratch, &["currency: EUR, year: 2026, p25: 78000, median: 78000.5, p75: 999999999999.99"]);
    assert_data_eq!(
        laid(&scratch, "show x --section salary").to_string(),
        str![[r#"
salary  Germany  de  78,000  78,000.50  999,999,999,999.99  EUR/year  2026  n=-  gross  so_2025  exact  (wide: p75 is more than three times p25)

"#]]
    );
}

#[test]
fn currencies_years_and_isco_codes_are_those_that_there_are() {
    let scratch = Scratch::new("codes");
    salary(
        &scratch,
        &[
            "currency: eur, year: 2026, median: 1",
            "currency: €, year: 2026, median: 1",
            "currency: XYZ, year: 2026, median: 1",
            "currency: EUR, year: 26, median: 1",
            "currency: EUR, year: 20226, median: 1",
            "currency: BGN, year: 2024, median: 1",
        ],
    );
    scratch.write(
        "security/y.yaml",
        "title: Y\ntrack: management\nlevel: 4\nsummary: Y.\noccupations: {isco: ['2512', '2599', '251', 'x']}\n",
    );
    scratch.write("vocabulary/regions.yaml", "- {id: zz, name: Zz, level: country, currency: Z$}\n");
    scratch.write("vocabulary/sources.yaml", "- {id: so_2025, year: 225}\n");
    assert_data_eq!(
        checked(&scratch).to_string(),
        str![[r#"
vocabulary/regions.yaml:1:48: unknown-currency: no currency has the code `Z$` (a currency is its code in ISO 4217: `EUR`, `USD`, `GBP`)
vocabulary/sources.yaml:1:23: crooked-year: `225` is no year of which there are figures (write its four digits, from 1950 to 2035)
security/x.yaml:6:84: unknown-currency: no currency has the code `eur` (did you mean `EUR`?)
security/x.yaml:7:84: unknown-currency: no currency has the code `€` (a currency is its code in ISO 4217: `EUR`, `USD`, `GBP`)
security/x.yaml:8:84: unknown-currency: no currency has the code `XYZ` (a currency is its code in ISO 4217: `EUR`, `USD`, `GBP`)
security/x.yaml:9:95: crooked-year: `26` is no year of which there are figures (write its four digits, from 1950 to 2035)
security/x.yaml:10:95: crooked-year: `20226` is no year of which there are figures (write its four digits, from 1950 to 2035)
security/y.yaml:5:30: unknown-occupation: ISCO-08 has no unit group `2599` (a unit group is four digits: `2512` for software developers)
security/y.yaml:5:38: unknown-occupation: ISCO-08 has no unit group `251` (a unit group is four digits: `2512` for software developers)
security/y.yaml:5:45: unknown-occupation: ISCO-08 has no unit group `x` (a unit group is four digits: `2512` for software developers)
[exit code: 1]

"#]]
    );
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn what_stands_twice_is_told_wherever_a_key_is() {
    let scratch = Scratch::new("twice");
    scratch.write("a/x.yaml", format!("{HEAD}family: security\n"));
    scratch.write("z/x.yaml", format!("{HEAD}family: security\n"));
    scratch.write("a/y.yaml", HEAD.replace('X', "Y") + "family: security\n");
    scratch.write("a/y.yml", HEAD.replace('X', "Y") + "family: security\n");
    salary(&scratch, &["currency: EUR, year: 2026, median: 1", "currency: EUR, year: 2026, median: 2"]);
    std::fs::rename(scratch.path().join("security"), scratch.path().join("quality")).expect("it can be moved");
    std::fs::rename(scratch.path().join("quality/x.yaml"), scratch.path().join("quality/w.yaml")).expect("it too");
    scratch.write("vocabulary/tools.yaml", "- {id: k9, title: K9, group: Data}\n- {id: k9, title: K, group: Data}\n");
    scratch.write(
        "vocabulary/levels.yaml",
        "- {rank: 4, names: [{track: management, name: a}, {track: management, name: b}]}\n- {rank: 4}\n",
    );
    scratch.write("vocabulary/metros.yaml", "- {id: de, currency: EUR}\n");
    scratch.write("vocabulary/regions.yaml", "- {id: de, currency: EUR}\n");
    scratch.write(
        "evidence/pay/ours.yaml",
        "source: so_2025\nlabels:\n- {label: L, currency: EUR, per: year, basis: gross, kind: earned, rows: \
         [{region: de, year: 2025, median: 1}, {region: de, year: 2025, median: 2}, {region: de, year: 2026, median: 3}]}\n",
    );
    scratch.write(
        "evidence/usage/ours.yaml",
        "source: so_2025\nlabels:\n- {label: L, n: 5, shares: [{tool: A, share: 0.5}, {tool: A, share: 0.6}]}\n\
         - {label: L, n: 6, shares: []}\n",
    );
    assert_data_eq!(
        over_builtin(&scratch).to_string(),
        str![[r#"
vocabulary/levels.yaml:1:59: duplicate-id: the track `management` stands in vocabulary/levels.yaml:1 already (take one of the two out, or give it a name of its own)
vocabulary/levels.yaml:2:10: duplicate-id: the level `4` stands in vocabulary/levels.yaml:1 already (take one of the two out, or give it a name of its own)
vocabulary/regions.yaml:1:8: duplicate-id: the region `de` stands in vocabulary/metros.yaml:1 already (take one of the two out, or give it a name of its own)
vocabulary/tools.yaml:2:8: duplicate-id: the tool `k9` stands in vocabulary/tools.yaml:1 already (take one of the two out, or give it a name of its own)
evidence/pay/ours.yaml:3:121: duplicate-id: the row of this label and year for `de` stands in evidence/pay/ours.yaml:3 already (take one of the two out)
evidence/usage/ours.yaml:3:59: duplicate-id: the tool `A` stands in evidence/usage/ours.yaml:3 already (take one of the two out, or give it a name of its own)
evidence/usage/ours.yaml:4:11: duplicate-id: the label `L` stands in evidence/usage/ours.yaml:3 already (take one of the two out, or give it a name of its own)
a/y.yml: duplicate-id: the role `y` stands in a/y.yaml already (give one of the two files another name)
quality/w.yaml:1:8: two-roles-one-name: the name `X` already finds `x` (take it out of `w`, or of `x`: a name finds one role)
quality/w.yaml:7:14: duplicate-entry: `de` stands in this list twice (take one of the two out)
z/x.yaml: duplicate-id: the role `x` stands in a/x.yaml already (give one of the two files another name)
[exit code: 1]

"#]]
    );
}

#[test]
fn files_that_look_like_the_catalogs_are_named() {
    let scratch = Scratch::new("misnamed");
    let names = [
        "security/a.YAML",
        "security/b.Yml",
        "security/cto.yaml.txt",
        "security/d.YAML.TXT",
        "vocabulary/Tools.yaml",
        "evidence/onet/rating.yaml",
        "Evidence/pay/ours.yaml",
        // These nobody takes for a role.
        "security/notes.txt",
        "security/e.yaml~",
        "security/.f.yaml.swp",
        "README.md",
    ];
    names.iter().for_each(|name| drop(scratch.write(name, HEAD)));
    std::fs::remove_file(scratch.path().join("Evidence/pay/ours.yaml")).expect("it is there");
    assert_data_eq!(
        checked(&scratch).to_string(),
        str![[r#"
Evidence: misnamed-file: a folder of this name is not read (call it `evidence`)
security/a.YAML: misnamed-file: a file of this name is not read (call it `security/a.yaml`, or take it out of the catalog's folder)
security/b.Yml: misnamed-file: a file of this name is not read (call it `security/b.yaml`, or take it out of the catalog's folder)
security/cto.yaml.txt: misnamed-file: a file of this name is not read (call it `security/cto.yaml`, or take it out of the catalog's folder)
security/d.YAML.TXT: misnamed-file: a file of this name is not read (call it `security/d.yaml`, or take it out of the catalog's folder)
vocabulary/Tools.yaml: unknown-file: nothing reads a file of this name (did you mean `vocabulary/tools.yaml`? vocabulary/ holds families, tracks, levels, competencies, tools, certificates, regions, metros, sources, titles, scoring and elements/)
evidence/onet/rating.yaml: unknown-file: nothing reads a file of this name (evidence/ holds frameworks/, readings/, pay/, preparation/, onet/technologies, usage/, moves/ and titles/; what stood in onet/ratings, gdad/, esco/ and ladders/ is a file of frameworks/)
[exit code: 1]

"#]]
    );
}

#[test]
fn relations_lead_elsewhere() {
    let scratch = Scratch::new("relations");
    scratch.write("infrastructure-and-operations/sre.yaml", "prerequisites: [sre]\nlateral: [sre, ciso]\n");
    scratch.write(
        "vocabulary/regions.yaml",
        "- {id: aa, name: A, level: country, parent: aa}\n- {id: bb, name: B, level: state, parent: cc}\n\
         - {id: cc, name: C, level: state, parent: bb}\n- {id: dd, name: D, level: country, parent: us-ca}\n\
         - {id: us-tx, level: metro}\n",
    );
    let both = "prerequisites: [junior-software-engineer]\nlateral: [junior-software-engineer]\n";
    scratch.write("security/x.yaml", format!("{HEAD}{both}"));
    scratch.write("security/ciso.yaml", "lateral: [cto, security-manager]\n");
    scratch
        .write("evidence/moves/ours.yaml", "source: so_2025\nmoves:\n- {from: cto, to: cto, kind: lateral, as: CTO}\n");
    assert_data_eq!(
        over_builtin(&scratch).to_string(),
        str![[r#"
vocabulary/regions.yaml:1:45: crooked-region: the country `aa` cannot lie in the country `aa` (metros lie in states or countries, states in countries, countries in the world)
vocabulary/regions.yaml:2:8: crooked-region: `bb` is a country in the catalog beneath, and cannot become a state (a code is a country's; give a state or a metro one of its own, behind that of its country: `us-pa`)
vocabulary/regions.yaml:3:8: crooked-region: `cc` is a country in the catalog beneath, and cannot become a state (a code is a country's; give a state or a metro one of its own, behind that of its country: `us-pa`)
vocabulary/regions.yaml:4:45: crooked-region: the country `dd` cannot lie in the state `us-ca` (metros lie in states or countries, states in countries, countries in the world)
vocabulary/regions.yaml:5:8: crooked-region: `us-tx` is a state in the catalog beneath, and cannot become a metro (a code is a country's; give a state or a metro one of its own, behind that of its country: `us-pa`)
evidence/moves/ours.yaml:3:19: crooked-move: `cto` cannot lead to itself (compare the move with its source)
infrastructure-and-operations/sre.yaml:1:17: crooked-move: `sre` cannot lead to itself (take it out of its own list)
infrastructure-and-operations/sre.yaml:2:11: crooked-move: `sre` cannot lead to itself (take it out of its own list)
[exit code: 1]

"#]]
    );
}

/// A built-in role's other names stand in a file that nobody sees: the new one has the name, and is told.
#[test]
#[ignore = "long, over the built-in catalog"]
fn a_name_that_two_catalogs_claim_is_told_where_it_can_be_mended() {
    let scratch = Scratch::new("claims");
    scratch.write("data-and-ai/data-governance-manager.yaml", "# Ours.\n\n\n\nsummary: Ours.\n");
    scratch.write("data-and-ai/other.yaml", format!("{}aliases: [Data Governance Lead]\n", HEAD.replace('X', "Other")));
    assert_data_eq!(
        over_builtin(&scratch).to_string(),
        str![[r#"
data-and-ai/other.yaml:5:11: warning: taken-name: the name `Data Governance Lead` finds `other` now, and not `data-governance-manager` of a catalog beneath (leave it, if that is meant; `replaces: data-governance-manager` in this file says that it stands for the other; or take the name out)

"#]]
    );
    // The same name in two files of one path, in two catalogs.
    let scratch = Scratch::new("claims-of-two");
    scratch.write("one/security/x.yaml", HEAD);
    scratch.write("two/security/x.yaml", "summary: Y.\nlevel: 40\n");
    let both = Roles::builtin().words("list --catalog one --catalog two").folder(scratch.path()).run();
    assert_data_eq!(
        both.to_string(),
        str![[r#"
------- stderr -------
error[unknown-level]: no level has the rank 40
 --> two/security/x.yaml:2:8
  |
2 | level: 40
  |        ^^
  |
  = help: levels run from 1 (intern) to 9 (executive); `roles levels` lists
          them

error: the catalog `two` has a fault
hint: `roles check two --catalog one` shows all that is wrong with it
[exit code: 2]

"#]]
    );
}

#[test]
fn the_vocabulary_is_laid_over_field_by_field() {
    let scratch = Scratch::new("fields");
    let over =
        |line: &str| Roles::miniature().words("--catalog .").words(line).folder(scratch.path()).run().to_string();
    scratch.write("vocabulary/tracks.yaml", "- {id: guild, title: Guild, definition: Learns a trade.}\n");
    scratch.write(
        "vocabulary/levels.yaml",
        "- {rank: 4, names: [{track: guild, name: master}]}\n- {rank: 5, names: [{track: management, name: boss}]}\n",
    );
    scratch.write("vocabulary/competencies.yaml", "- {id: architecture, title: Shape, levels: {expert: Shapes.}}\n");
    scratch.write("vocabulary/tools.yaml", "- {id: git, title: Git of ours}\n");
    scratch.write("vocabulary/regions.yaml", "- {id: de, name: Our Germany}\n");
    scratch.write("vocabulary/sources.yaml", "- {id: survey, caveat: Somebody was asked.}\n");
    scratch.write("vocabulary/families.yaml", "- {id: engineering, title: Building}\n");
    let told: String = [
        "levels",
        "list --level lead",
        "competencies architecture",
        "why staff-engineer architecture",
        "show engineer --region Deutschland --section salary",
        "tools git",
        "sources survey",
        "families",
    ]
    .iter()
    .map(|line| format!("$ roles {line}\n{}", over(line)))
    .collect();
    assert_data_eq!(
        told,
        str![[r#"
$ roles levels
1  intern          individual-contributor  apprentice, trainee
2  junior          individual-contributor  entry
3  mid             individual-contributor  intermediate
4  senior          individual-contributor
4  manager         management
4  master          guild
5  staff           individual-contributor  lead
5  boss            management              lead manager
6  principal       individual-contributor
6  senior manager  management
7  distinguished   individual-contributor
7  director        management              head
8  fellow          individual-contributor
8  vice president  management              vp
9  executive       executive               chief
$ roles list --level lead
staff-engineer  Staff Engineer  Building  staff
$ roles competencies architecture
competency  architecture  Shape  Deciding the shape of a system.
level       awareness     Can read a drawing of the system.
level       working       Designs a component.
level       practitioner  Designs a system.
level       expert        Shapes.
role        staff-engineer       Staff Engineer                 92  expert        C
role        senior-engineer      Senior Engineer                87  practitioner  C
role        engineer             Engineer                       82  practitioner  C
role        principal-engineer   Principal Engineer             71  expert        C
role        sre                  Site Reliability Engineer      68  working       C
role        cto                  Chief Technology Officer       61  working       C
role        engineering-manager  Engineering Manager            58  not rated     C
role        operator             Systems Operator               53  working       C
role        vp-engineering       Vice President of Engineering  50  working       C
role        intern               Engineering Intern             30  none          C
role        junior-engineer      Junior Engineer                25  awareness     C
element     esco    Architect components
element     esco    architect networks
element     esco    architect platforms
element     esco    design system
element     gdad    System design
element     gdad    Designing solutions
element     ladder  Design
element     onet    skill:Programming
element     onet    skill:Systems Analysis
element     rungs   Building
$ roles why staff-engineer architecture
competency  architecture  92  expert  C  readings 92, 90, 95
arithmetic  editors 92, 90, 95: 92
arithmetic  shown, and count for nothing: GDaD 2025 84.5 (close), Ladder 2024 40.2 (close), O*NET 2025 81.2 (proxy), Rungs 2024 33.3 (close)
arithmetic  weight 92
arithmetic  level expert: the median of expert, expert, expert
arithmetic  levels that count for nothing, since readers gave one: GDaD 2025 expert (close), Ladder 2024 expert (close), Rungs 2024 practitioner (close)
arithmetic  confidence C: readings within 5; no source agrees
evidence    onet    proxy  90-0001.00          skill:Programming       5 on 1 to 5
evidence    onet    proxy  90-0001.00          skill:Systems Analysis  4 on 1 to 5
evidence    gdad    close  Maker / Lead maker  System design           practitioner
evidence    gdad    close  Maker / Lead maker  Designing solutions     expert
evidence    ladder  close  Maker 4             Design                  5
evidence    rungs   close  Rung 5              Building                4
source      onet     O*NET 2025   2025  framework  CC0-1.0  O*NET-like ratings, invented for the tests.
source      gdad     GDaD 2025    2025  framework  CC0-1.0  GDaD-like skills, invented for the tests.
source      ladder   Ladder 2024  -     ladder     CC0-1.0  A ladder invented for the tests.
source      rungs    Rungs 2024   -     ladder     CC0-1.0  Another ladder invented for the tests.
source      readers  readers      2026  editorial  CC0-1.0  Readings of nobody, invented for the tests.
caveat      readers  Nobody read anything.
$ roles show engineer --region Deutschland --section salary
salary  Our Germany  de  -  60,000  -  EUR/year  2025  n=60  total  survey  exact, all ranks
$ roles tools git
tool  git  Git of ours  Delivery
role  principal-engineer   Principal Engineer         expert        editorial
role  staff-engineer       Staff Engineer             expert        in demand
role  engineer             Engineer                   practitioner  in demand
role  senior-engineer      Senior Engineer            practitioner  in demand
role  sre                  Site Reliability Engineer  practitioner  in demand
role  junior-engineer      Junior Engineer            working       editorial
role  cto                  Chief Technology Officer   awareness     editorial
role  intern               Engineering Intern         awareness     editorial
role  engineering-manager  Engineering Manager        awareness     editorial
$ roles sources survey
survey  Survey 2025  2025  survey  CC0-1.0  Answers of nobody, invented for the tests.
$ roles families
engineering  Building    6  Building software with one's own hands.
leadership   Leadership  3  Leading those who build, from one team to the whole company.
operations   Operations  3  Keeping running what others have built.

"#]]
    );
    // An entry that is new needs all of its fields.
    scratch.write("vocabulary/tools.yaml", "- {id: got, title: Got}\n");
    assert_data_eq!(
        over("list"),
        str![[r#"
------- stderr -------
error[missing-field]: the tool `got` has no `group`
 --> vocabulary/tools.yaml:1:8
  |
1 | - {id: got, title: Got}
  |        ^^^
  |
  = help: add `group:`; only an entry that the catalog beneath has may leave
          it out

error: the catalog `.` has a fault
hint: `roles check . --catalog [..]/tests/miniature --no-builtin` shows all that is wrong with it
[exit code: 2]

"#]]
    );
}

/// What roles are computed from may be restated: all roles follow, also those that no file speaks of.
#[test]
fn restated_evidence_reaches_every_role() {
    let scratch = Scratch::new("restated");
    let over =
        |line: &str| Roles::miniature().words("--catalog .").words(line).folder(scratch.path()).run().to_string();
    scratch.write(
        "vocabulary/competencies.yaml",
        "- {id: architecture, onet: [], gdad: [Testing], esco: [], ladders: {}}\n",
    );
    scratch.write("vocabulary/tools.yaml", "- {id: git, surveys: [], onet: []}\n");
    let told: String =
        ["why staff-engineer architecture", "why staff-engineer git", "show staff-engineer --section tools"]
            .iter()
            .map(|line| format!("$ roles {line}\n{}", over(line)))
            .collect();
    assert_data_eq!(
        told,
        str![[r#"
$ roles why staff-engineer architecture
competency  architecture  92  expert  C  readings 92, 90, 95
arithmetic  editors 92, 90, 95: 92
arithmetic  shown, and count for nothing: GDaD 2025 41 (close), Ladder 2024 40.2 (close), Rungs 2024 33.3 (close)
arithmetic  weight 92
arithmetic  level expert: the median of expert, expert, expert
arithmetic  levels that count for nothing, since readers gave one: GDaD 2025 practitioner (close), Ladder 2024 expert (close), Rungs 2024 practitioner (close)
arithmetic  confidence C: readings within 5; no source agrees
evidence    gdad    close  Maker / Lead maker  Testing   practitioner
evidence    ladder  close  Maker 4             Design    5
evidence    rungs   close  Rung 5              Building  4
source      gdad     GDaD 2025    2025  framework  CC0-1.0  GDaD-like skills, invented for the tests.
source      ladder   Ladder 2024  -     ladder     CC0-1.0  A ladder invented for the tests.
source      rungs    Rungs 2024   -     ladder     CC0-1.0  Another ladder invented for the tests.
source      readers  readers      2026  editorial  CC0-1.0  Readings of nobody, invented for the tests.
caveat      readers  Nobody read anything.
$ roles why staff-engineer git
tool    git  Git  expert  proficiency is editorial
onet    O*NET does not mark it for the role's occupations
source  editorial  editorial  -  editorial  CC0-1.0  Judged by nobody, invented for the tests.
$ roles show staff-engineer --section tools
tool  Git        Delivery        expert   editorial
tool  Terraform  Infrastructure  working  editorial

"#]]
    );
    scratch.write(
        "evidence/pay/ours.yaml",
        "source: survey\nlabels:\n- {label: Engineers, currency: USD, per: year, basis: gross, kind: earned, rows: \
         [{region: us, year: 2031, median: 1}]}\n",
    );
    assert_data_eq!(
        over("salary engineer --region us --all-sources"),
        str![[r#"
engineer  United States  us  90,000  110,000  130,000  USD/year  2025  n=80    total             survey  exact, all ranks            (another source than other rungs of the ladder)
engineer  United States  us       -        1        -  USD/year  2031  n=-     gross             survey  exact, all ranks
engineer  United States  us       -  130,000        -  USD/year  2025  n=300   gross advertised  board   exact, all ranks
engineer  United States  us  80,000  100,000  120,000  USD/year  2025  n=1000  gross             bureau  close, all ranks: "Makers"
engineer  United States  us       -   90,000        -  USD/year  2024  n=900   gross             bureau  close, all ranks: "Makers"

"#]]
    );
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn a_mapping_to_nothing_is_told_with_what_is_near() {
    let scratch = Scratch::new("mapping");
    scratch.write(
        "vocabulary/competencies.yaml",
        "- id: quality\n  gdad: [Inclusive reserch, Testing]\n  onet: ['skill:Programing']\n  esco: [tset]\n  \
         ladders: {financial-tims: [Delivery], financial-times: [Delivry]}\n",
    );
    scratch.write("vocabulary/tools.yaml", "- {id: git, onet: [Gti], surveys: [Gitt]}\n");
    assert_data_eq!(
        over_builtin(&scratch).to_string(),
        str![[r#"
vocabulary/competencies.yaml:2:10: unknown-mapping: the evidence has no element of `gdad` `Inclusive reserch` (did you mean `Inclusive research`?)
vocabulary/competencies.yaml:3:10: unknown-mapping: the evidence has no element of `onet` `skill:Programing` (did you mean `skill:Programming`?)
vocabulary/competencies.yaml:4:10: warning: pieces-of-names: `quality` is told by pieces of the names of ESCO skills (list the skills in vocabulary/elements/esco.yaml, each under one competency: `{source: esco, elements: {COMPETENCY: {direct: [SKILL]}}}`, and take `esco:` out)
vocabulary/competencies.yaml:4:10: unknown-mapping: the evidence has no ESCO skill with the words `tset` (did you mean `test` or `set`?)
vocabulary/competencies.yaml:5:30: unknown-mapping: the evidence has no framework of `financial-tims` (did you mean `financial-times`?)
vocabulary/competencies.yaml:5:59: unknown-mapping: the evidence has no element of `financial-times` `Delivry` (write it to the letter of the source's own table, or take it out)
vocabulary/tools.yaml:1:20: unknown-mapping: the evidence has no O*NET technology `Gti` (write it to the letter of the source's own table, or take it out)
vocabulary/tools.yaml:1:36: unknown-mapping: the evidence has no survey answer `Gitt` (write it to the letter of the source's own table, or take it out)
[exit code: 1]

"#]]
    );
    scratch.write(
        "security/x.yaml",
        format!(
            "{HEAD}occupations:\n  onet: [15-1132.00, 15-1252.01]\n  esco: [sofware developer]\n  \
             gdad: {{role: Software develper, level: Lead}}\n  ladders: [{{source: financial-times, position: Senor}}]\n\
             usage: [{{source: so_2025, label: Developer}}]\n"
        ),
    );
    assert_data_eq!(
        over_builtin(&scratch).to_string(),
        str![[r#"
vocabulary/competencies.yaml:4:10: warning: pieces-of-names: `quality` is told by pieces of the names of ESCO skills (list the skills in vocabulary/elements/esco.yaml, each under one competency: `{source: esco, elements: {COMPETENCY: {direct: [SKILL]}}}`, and take `esco:` out)
security/x.yaml:6:10: unknown-occupation: O*NET has given up the code `15-1132.00` (it has `15-1252.00` or `15-1253.00` in its place)
security/x.yaml:6:22: unknown-occupation: the evidence has no O*NET occupation `15-1252.01` (did you mean `15-1252.00`, `15-1255.01` or `15-1212.00`?)
security/x.yaml:7:10: unknown-occupation: the evidence has no ESCO occupation `sofware developer` (did you mean `software developer`?)
security/x.yaml:8:16: unknown-occupation: the evidence has no GDaD role `Software develper` (did you mean `Software developer`?)
security/x.yaml:9:49: unknown-occupation: the evidence has no position of that ladder `Senor` (write it to the letter of the source's own table; `roles why ROLE` shows those of a role that is like it)
security/x.yaml:10:34: unknown-occupation: the evidence has no survey label `Developer` (write it to the letter of the source's own table; `roles why ROLE` shows those of a role that is like it)
[exit code: 1]

"#]]
    );
}

#[test]
fn what_nothing_uses_is_counted_and_listed() {
    let told = Roles::builtin().words("check --no-builtin --list-unused").arg(repository("tests/miniature")).run();
    assert_data_eq!(
        told.to_string(),
        str![[r#"
count   tool               0 of 10 used by nothing
count   competency         0 of 5 used by nothing
count   O*NET technology   1 of 6 used by nothing
count   pay label          0 of 21 used by nothing
count   survey label       0 of 2 used by nothing
count   survey answer      0 of 5 used by nothing
count   framework record   0 of 21 used by nothing
count   framework element  3 of 40 used by nothing
unused  O*NET technology   -       Fax machine
unused  framework element  gdad    Drawing
unused  framework element  ladder  Curiosity
unused  framework element  rungs   Communication

"#]]
    );
    let page =
        Roles::builtin().words("check --no-builtin --list-unused -f page").arg(repository("tests/miniature")).run();
    assert_data_eq!(
        page.to_string(),
        str![[r#"

tool                                                     0 of 10 used by nothing

competency                                                0 of 5 used by nothing

O*NET technology                                          1 of 6 used by nothing
     Fax machine

pay label                                                0 of 21 used by nothing

survey label                                              0 of 2 used by nothing

survey answer                                             0 of 5 used by nothing

framework record                                         0 of 21 used by nothing

framework element                                        3 of 40 used by nothing
  gdad    Drawing
  ladder  Curiosity
  rungs   Communication

"#]]
    );
    let scratch = Scratch::new("unused");
    scratch.write("vocabulary/tools.yaml", "- {id: got, title: Got, group: Data}\n- {id: git, title: Git of ours}\n");
    let ours = Roles::named().words("check . --list-unused -f tsv").folder(scratch.path()).run();
    assert_data_eq!(
        ours.to_string(),
        str![[r#"
kind	source	name
tool		got

"#]]
    );
    std::fs::remove_dir_all(scratch.path().join("vocabulary")).expect("it is there");
    scratch.write("security/x.yaml", HEAD);
    let none = Roles::named().words("check . --list-unused").folder(scratch.path()).run();
    assert_data_eq!(
        none.to_string(),
        str![[r#"
------- stderr -------
note: `.` brings nothing along of which uses are counted

"#]]
    );
    assert_data_eq!(
        builtin("check --list-unused").to_string(),
        str![[r#"
------- stderr -------
error: something is missing: <DIR>
hint: as in `roles check my-catalog`
hint: `roles check --help` explains it
[exit code: 2]

"#]]
    );
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn the_built_in_catalog_maps_to_nothing_that_is_not_there() {
    assert!(!BUILTIN_CHECKED.stdout.contains("unknown-mapping"), "{}", *BUILTIN_CHECKED);
}

/// `cp -p` keeps the time, and the new text has the length of the old one.
#[test]
#[cfg(unix)]
fn a_copy_with_the_same_length_and_time_is_noticed() {
    let scratch = Scratch::new("copied");
    let file =
        scratch.write("ours/engineering/mine.yaml", "title: Mine\ntrack: management\nlevel: 4\nsummary: First.\n");
    let other = scratch.write("other.yaml", "title: Mine\ntrack: management\nlevel: 4\nsummary: Other.\n");
    let old = std::time::SystemTime::now() - Duration::from_secs(3600);
    let set_time = |path: &Path| {
        std::fs::File::options().append(true).open(path).and_then(|file| file.set_modified(old)).expect("it is ours");
    };
    let show = || {
        std::thread::sleep(Duration::from_millis(80));
        let roles = Roles::miniature().words("show mine --section summary --catalog").arg(scratch.path().join("ours"));
        roles.env("ROLES_NO_CACHE", "").env("XDG_CACHE_HOME", scratch.path().join("cache")).run().answered()
    };
    [&file, &other].into_iter().for_each(|path| set_time(path));
    assert!(show().contains("First."));
    std::fs::copy(&other, &file).expect("it can be copied");
    set_time(&file);
    assert!(show().contains("Other."), "in the same inode");
    let third = scratch.write("third.yaml", "title: Mine\ntrack: management\nlevel: 4\nsummary: Third.\n");
    set_time(&third);
    std::fs::rename(third, &file).expect("it can be moved");
    assert!(show().contains("Third."), "in another inode");
    assert_eq!(std::fs::read_dir(scratch.path().join("cache/roles")).expect("answers are kept").count(), 3);
}

/// As dotfile managers do: each file is a link into another folder.
#[test]
#[cfg(unix)]
fn files_that_are_linked_one_by_one_are_read() {
    use std::os::unix::fs::symlink;
    let scratch = Scratch::new("links");
    let real = scratch.write("dotfiles/mine.yaml", HEAD.replace('X', "Mine"));
    scratch.write("catalog/engineering/.keep", "");
    let link =
        |to: &Path, name: &str| symlink(to, scratch.path().join("catalog").join(name)).expect("links can be made");
    link(&real, "engineering/mine.yaml");
    link(&scratch.write("dotfiles/README.md", ""), "README.md");
    let show = || {
        std::thread::sleep(Duration::from_millis(80));
        let roles = Roles::miniature().words("show mine --section summary --catalog catalog").folder(scratch.path());
        roles.env("ROLES_NO_CACHE", "").env("XDG_CACHE_HOME", scratch.path().join("cache")).run().to_string()
    };
    assert!(show().contains("Mine."), "{}", show());
    // A changed file at the link's end is noticed, though the link is not.
    std::fs::write(&real, HEAD.replace("X.", "Changed.").replace('X', "Mine")).expect("it can be written");
    assert!(show().contains("Changed."), "{}", show());
    link(&scratch.path().join("dotfiles"), "all");
    link(Path::new("/dev/null"), "engineering/null.yaml");
    link(Path::new("nowhere"), "engineering/nowhere.yaml");
    assert_data_eq!(
        Roles::miniature().words("check catalog").folder(scratch.path()).run().to_string(),
        str![[r#"
catalog/all: link-outside: the link leads to a folder outside of the catalog's (link its files one by one, or name the folder with a `--catalog` of its own)
catalog/engineering/nowhere.yaml: unreadable-file: the link leads to no file (mend the link, or take it out of the catalog's folder)
catalog/engineering/null.yaml: not-a-file: this is not a regular file (a catalog is read from plain files and folders only)
[exit code: 1]

"#]]
    );
}

/// A limit on the length of files stands in for a full disk.
#[test]
#[cfg(unix)]
fn a_full_disk_leaves_nothing_behind() {
    let scratch = Scratch::new("full");
    scratch.write("man/roles.1", "as it was\n");
    let run = |line: &str| {
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", &format!("trap '' XFSZ; ulimit -f 0; exec \"$0\" {line}"), crate::support::PROGRAM]);
        shell.current_dir(scratch.path()).env("ROLES_NO_CACHE", "1").env("LANG", "C").env_remove("ROLES_CATALOG");
        let output = shell.output().expect("sh runs");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let told = run("new my-role --dir ladder");
    assert_eq!(
        (told.0, told.1.starts_with("error: cannot write `ladder/my-role.yaml`: ")),
        (Some(2), true),
        "{told:?}"
    );
    assert_eq!(std::fs::read_dir(scratch.path().join("ladder")).expect("it was made").count(), 0);
    let told = run("man --dir man");
    assert_eq!(told.0, Some(2), "{told:?}");
    let files: Vec<_> = std::fs::read_dir(scratch.path().join("man")).expect("it is there").flatten().collect();
    assert_eq!(files.len(), 1, "{files:?}");
    assert_eq!(std::fs::read_to_string(scratch.path().join("man/roles.1")).expect("it is there"), "as it was\n");
    // With room again, the same command writes it, once.
    let again = || Roles::builtin().words("new my-role --dir ladder").folder(scratch.path()).run();
    assert_eq!(again().to_string(), "wrote ladder/my-role.yaml\n");
    assert_data_eq!(
        again().to_string(),
        str![[r#"
------- stderr -------
error: `ladder/my-role.yaml` is there already, and stays as it is
hint: choose another id, or another `--dir`
[exit code: 2]

"#]]
    );
}

/// YAML ends a text at ` #`: what a person may have meant is told, and what is a comment for everyone is none.
#[test]
fn a_comment_that_cuts_a_text_is_told() {
    let scratch = Scratch::new("cut-text");
    scratch.write(
        "security/x.yaml",
        "title: C # Developer\ntrack: management # leads\nlevel: 4 # a lead\nsummary: Leads.\n",
    );
    scratch.write(
        "vocabulary/tools.yaml",
        "- {id: our-tool, title: Tool  # ours\n  , group: Office, aliases: [F # sharp\n  ]}\n",
    );
    assert_data_eq!(
        laid(&scratch, "check .").to_string(),
        str![[r#"
vocabulary/tools.yaml:2:30: cut-text: a comment begins at ` #`: `aliases` is read as `F` (put the text into quotes, or two spaces before a comment)
security/x.yaml:1:8: cut-text: a comment begins at ` #`: `title` is read as `C` (put the text into quotes, or two spaces before a comment)
[exit code: 1]

"#]]
    );
    let me = "role: C # Developer\ncompetencies:\n  coaching: working # since May\n";
    let told = Roles::builtin().words("match --profile -").input(me).run();
    assert_data_eq!(
        told.to_string(),
        str![[r#"
------- stderr -------
error[cut-text]: a comment begins at ` #`: `role` is read as `C`
 --> -:1:7
  |
1 | role: C # Developer
  |       ^
  |
  = help: put the text into quotes, or two spaces before a comment

error: the profile `-` is not valid
[exit code: 2]

"#]]
    );
}

#[test]
fn a_year_to_come_is_told() {
    let scratch = Scratch::new("years");
    salary(&scratch, &["currency: EUR, year: 2035, median: 1", "currency: EUR, year: 2099, median: 1"]);
    let told = laid(&scratch, "check .").to_string();
    assert!(
        told.contains(
            "crooked-year: `2099` is no year of which there are figures (write its four digits, from 1950 to 2035)"
        ),
        "{told}"
    );
    assert_eq!(told.matches("crooked-year").count(), 1, "{told}");
}

/// A page without a row has neither a header nor a footer, and says so.
#[test]
fn a_listing_of_nothing_says_so() {
    let scratch = Scratch::new("nothing-listed");
    scratch.write("bare/vocabulary/families.yaml", "- {id: x, title: X, definition: Things.}\n");
    for line in ["certificates", "tools", "competencies", "regions", "regions --by state", "levels"] {
        for format in ["page", "lines", "md"] {
            let words = format!("{line} --no-builtin --catalog bare --format {format}");
            let told = Roles::builtin().words(&words).folder(scratch.path()).run();
            assert_eq!(told.to_string(), "------- stderr -------\nnote: none listed yet\n", "{words}");
        }
    }
    scratch.write("bare/vocabulary/tracks.yaml", "- {id: ic, title: Alone, definition: Alone.}\n");
    scratch
        .write("bare/vocabulary/levels.yaml", "- {rank: 4, names: [{track: ic, name: senior}], definition: Most.}\n");
    scratch.write("bare/x/clerk.yaml", "title: Clerk\ntrack: ic\nlevel: 4\nsummary: Counts.\n");
    let run =
        |line: &str| Roles::builtin().words(line).words("--no-builtin --catalog bare").folder(scratch.path()).run();
    assert_data_eq!(
        [run("why clerk"), run("why clerk --format page"), run("prereqs clerk")].map(|it| it.to_string()).concat(),
        str![[r#"
------- stderr -------
note: nothing is known that the page of `clerk` rests on: no occupation, no weight, no pay label
Clerk                                                                      clerk
senior, ic

Outside classifications                       what the readings are held against
  None listed.

Competencies                                         weight and what it rests on
  None listed.

Pay labels                                                            best first
  None listed.
------- stderr -------
note: none listed: people enter here from outside

"#]]
    );
}

/// A folder that is called as a family is, but for a blank or a capital, and a ladder of two catalogs.
#[test]
#[ignore = "long, over the built-in catalog"]
fn folders_beside_families_and_ladders_of_two_catalogs_are_told_where_they_are_wrong() {
    let scratch = Scratch::new("two-places");
    const ROLE: &str = "track: individual-contributor\nlevel: 4\nsummary: Leads.\n";
    scratch.write("one/security /x.yaml", format!("title: Xylophonist\n{ROLE}"));
    scratch.write("one/Security/y.yaml", format!("title: Yodeler\n{ROLE}"));
    let run = |line: &str| Roles::builtin().words(line).folder(scratch.path()).run().to_string();
    assert_data_eq!(
        run("check one --skip prose-length"),
        str![[r#"
one/Security/y.yaml: unknown-family: no family is called `Security`, and the file states none (did you mean `security`?)
one/security /x.yaml: unknown-family: no family is called `security `, and the file states none (did you mean `security`?)
[exit code: 1]

"#]]
    );
    scratch.write("low/security/base.yaml", format!("title: Yodeler\n{ROLE}ladder: {{of: base}}\n"));
    scratch.write("high/security/rung.yaml", format!("title: Second Yodeler\n{ROLE}ladder: {{of: base}}\n"));
    assert_data_eq!(
        run("list --catalog low --catalog high"),
        str![[r#"
------- stderr -------
error[crooked-ladder]: `base` stands on the ladder of `base` at rank 4 already
 --> high/security/rung.yaml:5:14
  |
5 | ladder: {of: base}
  |              ^^^^
  |
  = help: the base says `ladder: {of: ITSELF}`, every rung names the base,
          and each has a rank of its own

error: the catalog `high` has a fault
hint: `roles check high --catalog low` shows all that is wrong with it
[exit code: 2]

"#]]
    );
    assert_data_eq!(
        run("check high --catalog low --skip prose-length"),
        str![[r#"
high/security/rung.yaml:5:14: crooked-ladder: `base` stands on the ladder of `base` at rank 4 already (the base says `ladder: {of: ITSELF}`, every rung names the base, and each has a rank of its own)
[exit code: 1]

"#]]
    );
}
