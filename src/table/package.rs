//! `roles export --tables`: the whole catalog as CSV, with a Frictionless `datapackage.json` that says what each
//! column is.

use serde_json::{Value, json};

use crate::catalog::Catalog;
use crate::table::export::written;
use crate::table::package_tables::{Column, TABLES, Table};

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
