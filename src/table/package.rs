//! `roles export --tables`: the whole catalog as CSV, with a Frictionless `datapackage.json` that says what each
//! column is.

use serde_json::{Value, json};

use crate::catalog::Catalog;
use crate::table::export::written;
use crate::table::grade_rows;
use crate::table::rows;

/// A table of the package.
pub struct Table {
    pub name: &'static str,
    pub what: &'static str,
    pub columns: &'static [Column],
    /// The columns that tell its rows apart; none where rows have no key.
    pub key: &'static [&'static str],
    /// A column, and the table whose key it names; columns parted by a blank, where its key has several.
    pub names: &'static [(&'static str, &'static str)],
    pub rows: fn(&Catalog<'_>) -> Vec<Vec<String>>,
}

/// A column: its name, its type as Frictionless calls it, and what it says, with its unit.
pub struct Column(pub &'static str, pub &'static str, pub &'static str);

const TEXT: &str = "string";
const WHOLE: &str = "integer";
const NUMBER: &str = "number";
const TRUTH: &str = "boolean";

const SOURCE: Column = Column("source", TEXT, "Whose it is: its license and credit line stand in sources.");
const ROLE: Column = Column("role", TEXT, "The role's id.");
const GRADE: Column = Column("grade", TEXT, "The grade's id, within the role.");

pub const TABLES: [Table; 19] = [
    Table {
        name: "roles",
        what: "Roles, a row each.",
        columns: &[
            ROLE,
            Column("title", TEXT, "What it is called."),
            Column("family", TEXT, "Its family."),
            Column("track", TEXT, "Its track."),
            Column("rank", WHOLE, "1 (intern) to 9 (executive)."),
            Column("level", TEXT, "What the rank is called on the track."),
            Column("summary", TEXT, "What it is for."),
            Column("url", TEXT, "A page elsewhere that tells more."),
            Column("catalogs", TEXT, "The catalogs that say something of it, parted by blanks."),
        ],
        key: &["role"],
        names: &[("family", "families"), ("track", "tracks")],
        rows: rows::roles,
    },
    Table {
        name: "names",
        what: "Names that find a role.",
        columns: &[
            ROLE,
            Column("name", TEXT, "The name."),
            Column("kind", TEXT, "title, alias or translation."),
            Column("language", TEXT, "ISO 639-1."),
            SOURCE,
        ],
        key: &[],
        names: &[("role", "roles"), ("source", "sources")],
        rows: rows::names,
    },
    Table {
        name: "families",
        what: "Families of roles.",
        columns: &[
            Column("family", TEXT, "Its id."),
            Column("title", TEXT, "What it is called."),
            Column("definition", TEXT, "What its roles have in common."),
        ],
        key: &["family"],
        names: &[],
        rows: rows::families,
    },
    Table {
        name: "tracks",
        what: "Tracks: individual contributor, management, executive.",
        columns: &[
            Column("track", TEXT, "Its id."),
            Column("title", TEXT, "What it is called."),
            Column("definition", TEXT, "How one grows on it."),
        ],
        key: &["track"],
        names: &[],
        rows: rows::tracks,
    },
    Table {
        name: "levels",
        what: "What each track calls the ranks.",
        columns: &[
            Column("rank", WHOLE, "1 (intern) to 9 (executive)."),
            Column("track", TEXT, "The track."),
            Column("name", TEXT, "What the rank is called on it."),
            Column("definition", TEXT, "What the rank stands for."),
        ],
        key: &["rank", "track"],
        names: &[("track", "tracks")],
        rows: rows::levels,
    },
    Table {
        name: "competencies",
        what: "Competencies.",
        columns: &[
            Column("competency", TEXT, "Its id."),
            Column("title", TEXT, "What it is called."),
            Column("definition", TEXT, "What it is."),
        ],
        key: &["competency"],
        names: &[],
        rows: rows::competencies,
    },
    Table {
        name: "proficiencies",
        what: "What each level of a competency looks like.",
        columns: &[
            Column("competency", TEXT, "The competency."),
            Column("proficiency", TEXT, "awareness, working, practitioner or expert; or a step of a scale of its own."),
            Column("level", WHOLE, "The same, 25 to 100; empty where nobody says what a step stands for."),
            Column("looks", TEXT, "What it looks like: sentences are parted by a dot between blanks."),
            Column("examples", TEXT, "What somebody at it has done, or may do, parted likewise."),
            Column("signals", TEXT, "By what it is seen, parted likewise."),
        ],
        key: &["competency", "proficiency"],
        names: &[("competency", "competencies")],
        rows: rows::proficiencies,
    },
    Table {
        name: "weights",
        what: "How much a competency matters in a role, and how well it must be mastered.",
        columns: &[
            ROLE,
            Column("competency", TEXT, "The competency."),
            Column(
                "weight",
                WHOLE,
                "How much it matters, 0 to 100; empty where nobody says: those of a role weigh alike.",
            ),
            Column("level", WHOLE, "How well it must be mastered, 0 to 100; empty where nobody says."),
            Column("proficiency", TEXT, "The level as a word."),
            Column("confidence", TEXT, "A, B or C: how far readings and sources agree."),
            Column("rests_on", TEXT, "readings, judged (again), evidence, stated, or equal: nobody says a weight."),
            Column("why", TEXT, "The reason, where the weight is stated."),
            Column(
                "expects",
                TEXT,
                "What the role's file expects of it, in words: sentences are parted by a dot between blanks.",
            ),
            Column("catalog", TEXT, "The catalog that says it."),
            SOURCE,
            Column("step", WHOLE, "The level as a step of a scale of the catalog's own, the lowest is 1."),
            Column("steps", WHOLE, "How many steps that scale has."),
        ],
        key: &["role", "competency"],
        names: &[("role", "roles"), ("competency", "competencies"), ("source", "sources")],
        rows: rows::weights,
    },
    Table {
        name: "tools",
        what: "Tools.",
        columns: &[
            Column("tool", TEXT, "Its id."),
            Column("title", TEXT, "What it is called."),
            Column("group", TEXT, "What it is for."),
        ],
        key: &["tool"],
        names: &[],
        rows: rows::tools,
    },
    Table {
        name: "role_tools",
        what: "Tools of roles.",
        columns: &[
            ROLE,
            Column("tool", TEXT, "The tool."),
            Column("proficiency", TEXT, "How well it must be mastered: the catalog's judgment."),
            Column("in_demand", TRUTH, "Often asked for in adverts for one of the role's occupations (O*NET)."),
            Column("hot", TRUTH, "Often asked for in adverts of all kinds (O*NET)."),
            Column("share", WHOLE, "Per cent of a survey's respondents who work with it."),
            Column("respondents", WHOLE, "People: how many the share is of."),
            Column("source", TEXT, "The survey of the share: its license and credit line stand in sources."),
        ],
        key: &["role", "tool"],
        names: &[("role", "roles"), ("tool", "tools"), ("source", "sources")],
        rows: rows::role_tools,
    },
    Table {
        name: "moves",
        what: "Moves between roles, a row for each source that states one.",
        columns: &[
            Column("from", TEXT, "The role that people hold before."),
            Column("to", TEXT, "The role that they move to."),
            Column("kind", TEXT, "step (up) or lateral."),
            Column("stated", TEXT, "The titles as the source states them."),
            Column("people", WHOLE, "People: how many were seen to make the move, where it was counted."),
            Column("source", TEXT, "Who states it: its license and credit line stand in sources."),
            Column("catalog", TEXT, "The catalog that has it."),
            Column("grade", TEXT, "The grade of the first role by which it is left, where somebody says."),
        ],
        key: &[],
        names: &[("from", "roles"), ("to", "roles"), ("source", "sources")],
        rows: rows::moves,
    },
    Table {
        name: "role_pay",
        what: "Published pay labels that stand for a role.",
        columns: &[
            ROLE,
            Column("label", WHOLE, "The label, as pay_labels numbers it."),
            Column("match", TEXT, "exact, close or proxy: how well the label names the role."),
        ],
        key: &["role", "label"],
        names: &[("role", "roles"), ("label", "pay_labels")],
        rows: rows::role_pay,
    },
    Table {
        name: "pay_labels",
        what: "What sources publish pay under. The numbers are those of this export alone.",
        columns: &[
            Column("label", WHOLE, "Its number."),
            SOURCE,
            Column("published", TEXT, "The label, to the letter."),
            Column("currency", TEXT, "ISO 4217: the unit of the amounts."),
            Column("per", TEXT, "year, month, day or hour: the period of the amounts."),
            Column("basis", TEXT, "gross, net or total."),
            Column("kind", TEXT, "earned, offered or advertised."),
            Column("seniority", TEXT, "The part of the label's people, in the source's words."),
            Column("top_of_market", TRUTH, "Whether the source names only employers that pay most."),
            Column("note", TEXT, "What a reader should mind."),
        ],
        key: &["label"],
        names: &[("source", "sources")],
        rows: rows::pay_labels,
    },
    Table {
        name: "pay",
        what: "Pay figures, exactly as published; never averaged, never converted.",
        columns: &[
            Column("label", WHOLE, "The label, as pay_labels numbers it."),
            Column("region", TEXT, "Where."),
            Column("year", WHOLE, "Of which year."),
            Column("n", WHOLE, "People: how many it is of."),
            Column("p10", NUMBER, "Amount in the label's currency and period."),
            Column("p25", NUMBER, "Amount in the label's currency and period."),
            Column("median", NUMBER, "Amount in the label's currency and period."),
            Column("p75", NUMBER, "Amount in the label's currency and period."),
            Column("p90", NUMBER, "Amount in the label's currency and period."),
            Column("biased", TRUTH, "Whether its source warns of it."),
            Column("note", TEXT, "What a reader should mind."),
            SOURCE,
        ],
        key: &[],
        names: &[("label", "pay_labels"), ("region", "regions"), ("source", "sources")],
        rows: rows::pay,
    },
    Table {
        name: "grades",
        what: "Grades within roles, a row each; what a grade does not say is as in its role.",
        columns: &[
            ROLE,
            GRADE,
            Column("place", WHOLE, "Its place among the grades of the role, the lowest is 1."),
            Column("title", TEXT, "What it is called."),
            Column("aliases", TEXT, "Its other names, parted by a dot between blanks."),
            Column("years", TEXT, "Years of experience that are asked for, in the catalog's words."),
            Column("catalog", TEXT, "The catalog that says it."),
        ],
        key: &["role", "grade"],
        names: &[("role", "roles")],
        rows: grade_rows::grades,
    },
    Table {
        name: "grade_levels",
        what: "What a grade says of a competency where that is its own; all else stands in weights.",
        columns: &[
            ROLE,
            GRADE,
            Column("competency", TEXT, "The competency."),
            Column("level", WHOLE, "How well it must be mastered, 0 to 100; empty where nobody says."),
            Column("proficiency", TEXT, "The level as a word."),
            Column("step", WHOLE, "The level as a step of a scale of the catalog's own, the lowest is 1."),
            Column("steps", WHOLE, "How many steps that scale has."),
            Column("expects", TEXT, "What is expected, in words: sentences are parted by a dot between blanks."),
        ],
        key: &["role", "grade", "competency"],
        names: &[("role grade", "grades"), ("competency", "competencies")],
        rows: grade_rows::levels,
    },
    Table {
        name: "grade_pay",
        what: "Pay bands of grades within roles.",
        columns: &[
            ROLE,
            GRADE,
            Column("label", WHOLE, "The label, as pay_labels numbers it."),
            Column("match", TEXT, "exact, close or proxy: how well the label names the grade."),
        ],
        key: &["role", "grade", "label"],
        names: &[("role grade", "grades"), ("label", "pay_labels")],
        rows: grade_rows::pay,
    },
    Table {
        name: "regions",
        what: "Regions.",
        columns: &[
            Column("region", TEXT, "Its id."),
            Column("name", TEXT, "What it is called."),
            Column("level", TEXT, "world, country, state or metro."),
            Column("parent", TEXT, "The region that it lies in."),
            Column("currency", TEXT, "ISO 4217."),
        ],
        key: &["region"],
        names: &[("parent", "regions")],
        rows: rows::regions,
    },
    Table {
        name: "sources",
        what: "Sources, with their licenses and the credit lines that these ask for.",
        columns: &[
            Column("source", TEXT, "Its id."),
            Column("title", TEXT, "What it is called."),
            Column("publisher", TEXT, "Who publishes it."),
            Column("year", WHOLE, "Of which year."),
            Column("kind", TEXT, "official, survey, payroll, advertised, framework, ladder or editorial."),
            Column("url", TEXT, "Where it is."),
            Column("licence", TEXT, "Its license: of all rows that name it."),
            Column("credit", TEXT, "The line that the license asks to be printed."),
            Column("caveat", TEXT, "Whom it speaks for, and how it is biased."),
            Column("catalog", TEXT, "The catalog that has it."),
        ],
        key: &["source"],
        names: &[],
        rows: rows::sources,
    },
];

/// The files of the package: names and texts.
pub fn files(catalog: &Catalog<'_>) -> Vec<(String, String)> {
    let file = |table: &Table| {
        let header = table.columns.iter().map(|column| column.0.to_owned()).collect();
        let mut rows = vec![header];
        rows.extend((table.rows)(catalog));
        (format!("{}.csv", table.name), written(&rows, b','))
    };
    let mut files: Vec<(String, String)> = TABLES.iter().map(file).collect();
    files.push(("datapackage.json".to_owned(), description(catalog)));
    files
}

fn description(catalog: &Catalog<'_>) -> String {
    let sources: Vec<Value> = catalog
        .sources()
        .map(|source| match source.url {
            Some(url) => json!({"title": source.title, "path": url}),
            None => json!({"title": source.title}),
        })
        .collect();
    let package = json!({
        "profile": "tabular-data-package",
        "name": "roles",
        "title": "Roles in IT",
        "description": "The catalog of the program `roles`. Rows that name a source are under its license: the \
                        table sources has it, with the credit line. What names none is the catalog's own.",
        "sources": sources,
        "resources": TABLES.iter().map(resource).collect::<Vec<_>>(),
    });
    let mut text = serde_json::to_string_pretty(&package).expect("a description has string keys");
    text.push('\n');
    text
}

fn resource(table: &Table) -> Value {
    let field = |column: &Column| {
        let Column(name, kind, what) = column;
        json!({"name": name, "type": kind, "description": what})
    };
    let foreign = |(column, of): &(&str, &str)| {
        let key = TABLES.iter().find(|table| table.name == *of).map_or(&[][..], |table| table.key);
        let of = if *of == table.name { "" } else { of };
        json!({"fields": one_or_all(column.split(' ')), "reference": {"resource": of, "fields": one_or_all(key.iter().copied())}})
    };
    let mut schema = json!({
        "fields": table.columns.iter().map(field).collect::<Vec<_>>(),
        "missingValues": [""],
    });
    if !table.key.is_empty() {
        schema["primaryKey"] = json!(table.key);
    }
    if !table.names.is_empty() {
        schema["foreignKeys"] = table.names.iter().map(foreign).collect();
    }
    json!({
        "profile": "tabular-data-resource",
        "name": table.name,
        "description": table.what,
        "path": format!("{}.csv", table.name),
        "format": "csv",
        "encoding": "utf-8",
        "schema": schema,
    })
}

/// A name, or a list of several.
fn one_or_all<'n>(names: impl Iterator<Item = &'n str>) -> Value {
    match names.collect::<Vec<_>>().as_slice() {
        [one] => json!(one),
        several => json!(several),
    }
}
