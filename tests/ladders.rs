//! Ladders: what leads to a role, where it leads, and how to get there.

use snapbox::{assert_data_eq, str};

use crate::support::{Roles, Scratch, miniature};

#[test]
fn what_leads_to_a_role() {
    assert_data_eq!(
        miniature("prereqs cto").to_string(),
        str![[r#"
vp-engineering      Vice President of Engineering  vice president  1  Ladder 2024, founding page
principal-engineer  Principal Engineer             principal       1  editorial

"#]]
    );
}

#[test]
fn to_any_depth() {
    assert_data_eq!(
        miniature("prereqs cto --all").to_string(),
        str![[r#"
vp-engineering       Vice President of Engineering  vice president  1  Ladder 2024, founding page
principal-engineer   Principal Engineer             principal       1  editorial
engineering-manager  Engineering Manager            manager         2  founding page
staff-engineer       Staff Engineer                 staff           2  Ladder 2024
senior-engineer      Senior Engineer                senior          3  Ladder 2024
sre                  Site Reliability Engineer      senior          3  Ladder 2024, Rungs 2024
operator             Systems Operator               mid             4  Ladder 2024, Rungs 2024, founding page
engineer             Engineer                       mid             4  Ladder 2024
junior-engineer      Junior Engineer                junior          5  founding page
intern               Engineering Intern             intern          6  Ladder 2024

"#]]
    );
}

#[test]
fn as_a_tree() {
    assert_data_eq!(
        miniature("prereqs cto --all --format page").to_string(),
        str![[r#"
Chief Technology Officer  cto
├── Vice President of Engineering  vp-engineering  Ladder 2024, founding page
│   └── Engineering Manager  engineering-manager  founding page
│       ├── Senior Engineer  senior-engineer  Ladder 2024
│       │   ├── Systems Operator  operator  Ladder 2024, Rungs 2024, founding
│       │   │     page
│       │   │   └── Junior Engineer  junior-engineer  founding page
│       │   │       └── Engineering Intern  intern  Ladder 2024
│       │   └── Engineer  engineer  Ladder 2024
│       │       └── Junior Engineer  junior-engineer (*)  Ladder 2024, Rungs
│       │             2024, founding page
│       └── Staff Engineer  staff-engineer (*)  Rungs 2024
└── Principal Engineer  principal-engineer  editorial
    └── Staff Engineer  staff-engineer  Ladder 2024
        ├── Site Reliability Engineer  sre  Ladder 2024, Rungs 2024
        │   ├── Systems Operator  operator (*)  founding page
        │   └── Engineer  engineer (*)  editorial
        └── Senior Engineer  senior-engineer (*)  editorial

  (*) stands nearer already, with its own moves
  What a step takes: roles path vp-engineering cto

"#]]
    );
}

#[test]
fn as_a_tree_in_ascii() {
    assert_data_eq!(
        miniature("prereqs cto --depth 2 --format page --ascii").to_string(),
        str![[r#"
Chief Technology Officer  cto
|-- Vice President of Engineering  vp-engineering  Ladder 2024, founding page
|   `-- Engineering Manager  engineering-manager  founding page
`-- Principal Engineer  principal-engineer  editorial
    `-- Staff Engineer  staff-engineer  Ladder 2024

  What a step takes: roles path vp-engineering cto

"#]]
    );
}

#[test]
fn where_a_role_leads() {
    assert_data_eq!(
        miniature("next junior-engineer --depth 2").to_string(),
        str![[r#"
engineer         Engineer                   mid     1  Ladder 2024, Rungs 2024, founding page
operator         Systems Operator           mid     1  founding page
senior-engineer  Senior Engineer            senior  2  Ladder 2024
sre              Site Reliability Engineer  senior  2  editorial

"#]]
    );
}

#[test]
fn nowhere() {
    assert_data_eq!(
        miniature("next cto").to_string(),
        str![[r#"
------- stderr -------
note: none listed yet

"#]]
    );
}

#[test]
fn one_step() {
    assert_data_eq!(
        miniature("path principal-engineer cto").to_string(),
        str![[r#"
step  1.1  principal-engineer  cto  editorial  grows: People leadership 57 to 100 (practitioner to expert), Technology strategy 54 to 96 (working to practitioner)

"#]]
    );
}

#[test]
fn the_best_ladder() {
    assert_data_eq!(
        miniature("path junior-engineer cto").to_string(),
        str![[r#"
step  1.1  junior-engineer      engineer             Ladder 2024, Rungs 2024, founding page  grows: Architecture 25 to 82 (awareness to practitioner), Quality 25 to 60 (working to practitioner)  new tools: C++
step  1.2  engineer             senior-engineer      Ladder 2024                             grows: Operations and reliability 51 to 87 (awareness to practitioner), People leadership 26 to 26 (awareness to practitioner), Architecture 82 to 87  new tools: SQL, Jenkins
step  1.3  senior-engineer      engineering-manager  Ladder 2024                             grows: People leadership 26 to 78 (practitioner to expert), Technology strategy 25 to 62
step  1.4  engineering-manager  vp-engineering       founding page                           grows: Technology strategy 62 to 100 (working to practitioner), People leadership 78 to 100
step  1.5  vp-engineering       cto                  Ladder 2024, founding page              grows: Architecture 50 to 61

"#]]
    );
}

#[test]
fn the_best_ladders() {
    assert_data_eq!(
        miniature("path junior-engineer cto --max 5 --format tsv --fields path,step,from,to,source,editorial")
            .to_string(),
        str![[r#"
path	step	from	to	source	editorial
1	1	junior-engineer	engineer	ladder rungs founding-page	no
1	2	engineer	senior-engineer	ladder	no
1	3	senior-engineer	engineering-manager	ladder	no
1	4	engineering-manager	vp-engineering	founding-page	no
1	5	vp-engineering	cto	ladder founding-page	no
2	1	junior-engineer	operator	founding-page	no
2	2	operator	senior-engineer	ladder rungs founding-page	no
2	3	senior-engineer	engineering-manager	ladder	no
2	4	engineering-manager	vp-engineering	founding-page	no
2	5	vp-engineering	cto	ladder founding-page	no
3	1	junior-engineer	operator	founding-page	no
3	2	operator	sre	founding-page	no
3	3	sre	staff-engineer	ladder rungs	no
3	4	staff-engineer	principal-engineer	ladder	no
3	5	principal-engineer	cto		yes
4	1	junior-engineer	engineer	ladder rungs founding-page	no
4	2	engineer	sre		yes
4	3	sre	staff-engineer	ladder rungs	no
4	4	staff-engineer	principal-engineer	ladder	no
4	5	principal-engineer	cto		yes
5	1	junior-engineer	engineer	ladder rungs founding-page	no
5	2	engineer	senior-engineer	ladder	no
5	3	senior-engineer	staff-engineer		yes
5	4	staff-engineer	principal-engineer	ladder	no
5	5	principal-engineer	cto		yes

"#]]
    );
}

#[test]
fn a_ladder_as_a_page() {
    assert_data_eq!(
        miniature("path junior-engineer cto --format page --region us").to_string(),
        str![[r#"
Junior Engineer → Chief Technology Officer                               5 steps

  Junior Engineer  junior-engineer
  │ Ladder 2024, Rungs 2024, founding page
  │ grows:
  │ Architecture                25 to 82   ┈┈○────●┈┈  ●○○○ → ●●●○  practitioner
  │ Quality                     25 to 60   ┈┈○──●┈┈┈┈  ●●○○ → ●●●○  practitioner
  │ new tools: C++
  │ median pay in United States: 110,000 USD/year, total pay, Survey 2025:
  │ “Engineers” (exact, all ranks, n=80); no public figure of the other
  ▼ Engineer  engineer
  │ Ladder 2024
  │ grows:
  │ Operations and reliability  51 to 87   ┈┈┈┈┈○──●┈  ●○○○ → ●●●○  practitioner
  │ People leadership           26 to 26   ┈┈2┈┈┈┈┈┈┈  ●○○○ → ●●●○  practitioner
  │ Architecture                82 to 87   ┈┈┈┈┈┈┈○●┈  ●●●○         practitioner
  │ new tools: SQL, Jenkins
  │ median pay in United States: 110,000 USD/year, total pay, Survey 2025:
  │ “Engineers” (exact, all ranks, n=80); 140,000 USD/year, gross, Bureau 2025:
  │ “Senior makers” (exact, n=500); not comparable: a figure is of all ranks
  ▼ Senior Engineer  senior-engineer
  │ Ladder 2024
  │ grows:
  │ People leadership           26 to 78   ┈┈○────●┈┈  ●●●○ → ●●●●  expert
  │ Technology strategy         25 to 62   ┈┈○───●┈┈┈  –    → ●●○○  working
  │ median pay in United States: 160,000 to 190,000 USD/year (+19%), gross,
  │ advertised, Board 2025: “Senior engineer” (exact, n=250) to “Engineering
  │ manager” (close, n=50); the source that knows all, salary shows another of
  │ senior-engineer, engineering-manager
  ▼ Engineering Manager  engineering-manager
  │ founding page
  │ grows:
  │ Technology strategy         62 to 100  ┈┈┈┈┈┈○──●  ●●○○ → ●●●○  practitioner
  │ People leadership           78 to 100  ┈┈┈┈┈┈┈○─●  ●●●●         expert
  │ median pay in United States: 175,000 USD/year, gross, Payroll 2024:
  │ “Managers of engineers” (close, n=40); 260,000 USD/year, gross, advertised,
  │ Board 2025: “Vice president” (exact, n=20); not comparable: not of one
  │ source
  ▼ Vice President of Engineering  vp-engineering
  │ Ladder 2024, founding page
  │ grows:
  │ Architecture                50 to 61   ┈┈┈┈┈2┈┈┈┈  ●●○○         working
  │ median pay in United States: 260,000 USD/year, gross, advertised, Board
  │ 2025: “Vice president” (exact, n=20); 200,000 USD/year, gross, Bureau 2025:
  │ “Chiefs” (proxy, all ranks, n=100); not comparable: a figure is of all ranks
  ▼ Chief Technology Officer  cto

  2 so many here
  More: roles path junior-engineer cto --max 5

"#]]
    );
}

#[test]
fn through_a_role() {
    assert_data_eq!(
        miniature("path junior-engineer cto --via engineering-manager --format tsv --fields from,to").to_string(),
        str![[r#"
from	to
junior-engineer	engineer
engineer	senior-engineer
senior-engineer	engineering-manager
engineering-manager	vp-engineering
vp-engineering	cto

"#]]
    );
}

#[test]
fn around_a_role() {
    assert_data_eq!(
        miniature("path junior-engineer cto --avoid principal-engineer --format tsv --fields from,to").to_string(),
        str![[r#"
from	to
junior-engineer	engineer
engineer	senior-engineer
senior-engineer	engineering-manager
engineering-manager	vp-engineering
vp-engineering	cto

"#]]
    );
}

#[test]
fn on_one_track() {
    assert_data_eq!(
        miniature("path junior-engineer cto --track individual-contributor --format tsv --fields from,to").to_string(),
        str![[r#"
from	to
junior-engineer	operator
operator	sre
sre	staff-engineer
staff-engineer	principal-engineer
principal-engineer	cto

"#]]
    );
}

#[test]
fn the_ladders_into_a_role() {
    assert_data_eq!(
        miniature("path cto --format tsv --fields path,from,to").to_string(),
        str![[r#"
path	from	to
1	intern	junior-engineer
1	junior-engineer	engineer
1	engineer	senior-engineer
1	senior-engineer	engineering-manager
1	engineering-manager	vp-engineering
1	vp-engineering	cto

"#]]
    );
}

#[test]
fn no_ladder() {
    assert_data_eq!(
        miniature("path cto junior-engineer").to_string(),
        str![[r#"
------- stderr -------
error: no ladder leads from `cto` to `junior-engineer`
hint: one leads the other way: `roles path junior-engineer cto`
[exit code: 1]

"#]]
    );
}

#[test]
fn for_graphviz() {
    assert_data_eq!(
        miniature("path junior-engineer cto --format dot").to_string(),
        str![[r#"
digraph roles {
  rankdir=LR;
  node [shape=box, style=rounded];
  "junior-engineer" [label="Junior Engineer"];
  "engineer" [label="Engineer"];
  "senior-engineer" [label="Senior Engineer"];
  "engineering-manager" [label="Engineering Manager"];
  "vp-engineering" [label="Vice President of Engineering"];
  "cto" [label="Chief Technology Officer"];
  "junior-engineer" -> "engineer" [label="3 sources"];
  "engineer" -> "senior-engineer" [label="Ladder 2024"];
  "senior-engineer" -> "engineering-manager" [label="Ladder 2024"];
  "engineering-manager" -> "vp-engineering" [label="founding page"];
  "vp-engineering" -> "cto" [label="2 sources"];
}

"#]]
    );
}

#[test]
fn for_mermaid() {
    assert_data_eq!(
        miniature("prereqs cto --format mermaid").to_string(),
        str![[r#"
flowchart LR
  r0["Chief Technology Officer"]
  r1["Vice President of Engineering"]
  r2["Principal Engineer"]
  r1 -->|"2 sources"| r0
  r2 -.->|"editorial"| r0

"#]]
    );
}

#[test]
fn graphviz_reads_the_graph() {
    if !crate::support::has("dot") {
        return crate::support::skipped("graphviz_reads_the_graph", "dot");
    }
    for line in [
        "path cto --max 20 --format dot",
        "prereqs cto --all --format dot",
        "next intern-software-engineer --all --format dot",
    ] {
        let graph = crate::support::builtin(line).answered();
        let mut dot = std::process::Command::new("dot")
            .arg("-Tsvg")
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .spawn()
            .expect("dot starts");
        std::io::Write::write_all(&mut dot.stdin.take().expect("stdin is piped"), graph.as_bytes()).expect("dot reads");
        let output = dot.wait_with_output().expect("dot ends");
        assert!(output.status.success() && String::from_utf8_lossy(&output.stdout).contains("<svg"), "{line}");
    }
}

/// Parses each graph as Mermaid's own page would, and prints what it understood. Labels come back with
/// marks in the place of entities, which Mermaid turns into `&` and `;` when it draws.
const PARSER: &str = r##"
import { JSDOM } from "jsdom";
globalThis.window = new JSDOM("").window;
globalThis.document = window.document;
const { default: mermaid } = await import("mermaid");
const text = (label) => {
  const field = document.createElement("textarea");
  field.innerHTML = label.replaceAll("\ufb02\u00b0\u00b0", "&#").replaceAll("\ufb02\u00b0", "&").replaceAll("\u00b6\u00df", ";");
  return field.value;
};
let read = "";
for await (const piece of process.stdin) read += piece;
for (const graph of JSON.parse(read)) {
  await mermaid.parse(graph);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(graph);
  const nodes = new Map([...db.getVertices()].map(([id, node]) => [id, text(node.text)]));
  const edge = ({ start, end, stroke, text: label }) =>
    `${nodes.get(start)} ${stroke === "dotted" ? "-.->" : "-->"} ${nodes.get(end)}: ${text(label)}`;
  console.log(`${[...nodes.values()].join(", ")}\n${db.getEdges().map(edge).join("\n")}`);
}
"##;

/// Returns what Mermaid understands of graphs; none where it is not installed.
fn understood_by_mermaid(graphs: &[String]) -> Option<String> {
    // Where `.ci/run` installs it.
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("mermaid");
    if !folder.join("node_modules/mermaid").is_dir() || !crate::support::has("node") {
        crate::support::skipped("a test of Mermaid's own parser", "node and target/tmp/mermaid");
        return None;
    }
    let mut node = std::process::Command::new("node");
    node.args(["--input-type=module", "--eval", PARSER]).current_dir(folder);
    node.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
    let mut node = node.spawn().expect("node starts");
    let json = serde_json::to_vec(graphs).expect("texts are JSON");
    std::io::Write::write_all(&mut node.stdin.take().expect("stdin is piped"), &json).expect("node reads");
    let output = node.wait_with_output().expect("node ends");
    assert!(output.status.success(), "Mermaid does not read it");
    Some(String::from_utf8(output.stdout).expect("node writes UTF-8"))
}

#[test]
fn mermaid_reads_what_is_written() {
    let scratch = crate::support::Scratch::new("mermaid");
    // Titles that mean something to Mermaid, or to the page that it draws on.
    for (id, title, before) in [("end", r#"End "of" #1; </b> & more"#, ""), ("graph", "[Graph] --> {x}|y|", "end")] {
        let role = format!(
            "title: '{title}'\nfamily: security\ntrack: management\nlevel: 4\nsummary: x\nprerequisites: [{before}]\n"
        );
        scratch.write(&format!("{id}.yaml"), role);
    }
    scratch.write("catalog.yaml", "title: Odd\n");
    let odd = crate::support::Roles::named().words("next end --format mermaid --catalog").arg(scratch.path());
    let graphs = [miniature("path junior-engineer cto --format mermaid").answered(), odd.run().answered()];
    let Some(understood) = understood_by_mermaid(&graphs) else { return };
    assert_data_eq!(
        understood,
        str![[r#"
Junior Engineer, Engineer, Senior Engineer, Engineering Manager, Vice President of Engineering, Chief Technology Officer
Junior Engineer --> Engineer: 3 sources
Engineer --> Senior Engineer: Ladder 2024
Senior Engineer --> Engineering Manager: Ladder 2024
Engineering Manager --> Vice President of Engineering: founding page
Vice President of Engineering --> Chief Technology Officer: 2 sources
End "of" #1; </b> & more, [Graph] --> {x}|y|
End "of" #1; </b> & more --> [Graph] --> {x}|y|: Odd

"#]]
    );
}

#[test]
fn mermaid_reads_every_graph() {
    let lines = [
        "path cto --max 20",
        "prereqs cto --all",
        "next intern-software-engineer --all",
        "next software-engineer",
        "path junior-software-engineer cto --region us",
    ];
    let asked = |format: &str| -> Vec<String> {
        lines.iter().map(|line| crate::support::builtin(&format!("{line} --format {format}")).answered()).collect()
    };
    let Some(understood) = understood_by_mermaid(&asked("mermaid")) else { return };
    let dots = asked("dot").concat();
    let count = |text: &str, part: &str| text.matches(part).count();
    assert_eq!(count(&understood, ">"), count(&dots, " -> "), "{understood}");
}

#[test]
fn a_change_has_no_sign_without_a_digit_and_no_digits_beyond_reason() {
    let scratch = Scratch::new("shares");
    let role = |id: &str, before: &str, median: &str| {
        let salary = format!(
            "{{region: de, source: survey, currency: EUR, per: month, basis: gross, kind: earned, year: 2025, median: {median}}}"
        );
        scratch.write(
            &format!("operations/{id}.yaml"),
            format!(
                "title: {id}\ntrack: management\nlevel: 4\nsummary: S\nprerequisites: [{before}]\nsalary: [{salary}]\n"
            ),
        );
    };
    for (id, before, median) in [
        ("paid", "intern", "1000"),
        ("paid-alike", "paid", "1000"),
        ("paid-less", "paid-alike", "999.5"),
        ("paid-more", "paid-less", "1500"),
        ("paid-in-cents", "paid-more", "180000"),
    ] {
        role(id, before, median);
    }
    let roles = Roles::miniature().arg("--catalog").arg(scratch.path());
    let lines = roles.words("path paid paid-in-cents --region de").run().answered();
    let changes: Vec<&str> = lines
        .lines()
        .filter_map(|line| line.split("median pay in Germany: ").nth(1)?.split(", gross").next())
        .collect();
    assert_eq!(
        changes,
        [
            "1,000 to 1,000 EUR/month (unchanged)",
            "1,000 to 999.50 EUR/month (under 1%)",
            "999.50 to 1,500 EUR/month (+50%)",
            "1,500 to 180,000 EUR/month (over +999%)",
        ]
    );
}
