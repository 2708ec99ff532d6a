//! `roles schema`: what a role's file may say, for editors that complete as one types.
//!
//! The words that a field takes are those of the catalog that is asked, a user's own included.

use serde_json::{Value, json};

use crate::catalog::Catalog;
use crate::catalog::resolve::standards;
use crate::text::sorting::Arrange;

/// Returns the JSON Schema of a role's file.
pub fn of(catalog: Catalog<'_>) -> String {
    written("A role of the `roles` catalog", object(properties(catalog), &[]))
}

/// A schema as a file of its own.
pub fn written(title: &str, mut schema: Value) -> String {
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    schema["title"] = title.into();
    let mut text = serde_json::to_string_pretty(&schema).expect("a schema has string keys");
    text.push('\n');
    text
}

fn properties(catalog: Catalog<'_>) -> Value {
    let roles: Vec<&str> = catalog.roles().map(|role| catalog.id(role)).collect();
    let role = text_of(&roles);
    json!({
        "title": text("What the role is called."),
        "name": text("The same as `title`: a file states one of them."),
        "aliases": list(&text("Another name that finds the role; a name finds one role.")),
        "family": described(word(catalog.families().map(|family| family.id)), "The folder's name, unless stated."),
        "track": word(catalog.tracks().map(|track| track.id)),
        "level": described(json!({"type": "integer", "minimum": 1, "maximum": 9}), "Rank, 1 (intern) to 9 (executive)."),
        "ladder": ladder(&role),
        "summary": text("Two or three sentences: what it is for, what it decides, what sets it apart."),
        "url": described(json!({"type": "string", "pattern": "^https?://[!-~]+$"}), "A page elsewhere that tells more."),
        "day": list(&text("A paragraph of the day.")),
        "occupations": occupations(),
        "competencies": list(&competency(catalog)),
        "pay": list(&pay_label(catalog)),
        "salary": list(&salary(catalog)),
        "preparation": list(&preparation(catalog)),
        "requires": requires(),
        "usage": list(&object(json!({"source": source(catalog), "label": text("As the survey has it.")}), &["source", "label"])),
        "tools": list(&tool(catalog)),
        "prerequisites": described(list(&move_end(&role)), "Roles that people usually hold before; those that most sources state are shown first."),
        "lateral": described(list(&move_end(&role)), "Roles that people move to and fro."),
        "replaces": described(json!({"anyOf": [role, list(&role)]}), "The roles of the catalog beneath that it stands for."),
        "hidden": described(json!({"type": "boolean"}), "Retires the role of the catalog beneath."),
        "grades": described(list(&grade(catalog)), "Steps within the role, lowest first."),
    })
}

/// A role, or a role at one of its grades.
fn move_end(role: &Value) -> Value {
    let grade = word_or_number("A grade of the role, by its id or name.");
    json!({"anyOf": [role, object(json!({"role": role, "grade": grade}), &["role", "grade"])]})
}

fn ladder(role: &Value) -> Value {
    object(
        json!({
            "of": described(role.clone(), "The role that the ladder grows from: itself, for the base."),
            "step": text("What the rung is called, where that is not the name of its rank."),
            "joins": described(role.clone(), "Of a base: the ladder whose rungs stand for the ranks that this one lacks."),
        }),
        &["of"],
    )
}

fn occupations() -> Value {
    let codes = |what: &str| list(&text(what));
    let gdad = object(json!({"role": text("GDaD role."), "level": text("GDaD role level.")}), &["role", "level"]);
    let ladder = object(
        json!({"source": text("The ladder's id."), "position": text("As the ladder has it.")}),
        &["source", "position"],
    );
    let framework = object(
        json!({
            "source": text("The framework's id."),
            "record": text("The code of an occupation or position, as the framework has it."),
            "match": word(["exact", "close", "proxy"].into_iter()),
        }),
        &["source", "record", "match"],
    );
    object(
        json!({
            "onet": codes("O*NET-SOC code, as 15-1252.00."),
            "nearest": codes("A rated O*NET occupation that stands in where the role's own has no ratings."),
            "esco": codes("ESCO occupation, by its label."),
            "isco": list(&described(json!({"type": "string", "pattern": "^[0-9]{4}$"}), "ISCO-08 unit group.")),
            "nice": list(&described(json!({"type": "string", "pattern": "^[A-Z]{2}-[A-Z]{3}-[0-9]{3}$"}), "NICE work role.")),
            "gdad": gdad,
            "ladders": list(&ladder),
            "frameworks": list(&framework),
        }),
        &[],
    )
}

fn competency(catalog: Catalog<'_>) -> Value {
    let weight = described(json!({"type": "integer", "minimum": 0, "maximum": 100}), "How much it matters.");
    let properties = json!({
        "competency": named(catalog.competencies().map(|competency| (competency.id, vec![competency.title]))),
        "weight": weight,
        "level": described(levels(&level_words(&catalog)), "How well it must be mastered: a word of ours, or of a scale of your own."),
        "why": text("Why you think so."),
        "expects": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
            "description": "What you expect, in your words."},
    });
    object(properties, &["competency"])
}

/// A grade within the role: what it leaves out is as in the role.
fn grade(catalog: Catalog<'_>) -> Value {
    let mut rating = competency(catalog);
    for field in ["weight", "why"] {
        rating["properties"].as_object_mut().map(|properties| properties.remove(field));
    }
    let mut grade = object(
        json!({
            "id": word_or_number("As people write it: L4."),
            "title": text("What it is called; the name finds the role, at this grade."),
            "name": text("The same as `title`: a file states one of them."),
            "aliases": list(&word_or_number("Another name of the grade.")),
            "years": word_or_number("Years of experience that you ask for, in your words."),
            "competencies": list(&rating),
            "salary": list(&salary(catalog)),
        }),
        &["id"],
    );
    grade["anyOf"] = json!([{"required": ["title"]}, {"required": ["name"]}]);
    grade
}

fn pay_label(catalog: Catalog<'_>) -> Value {
    let properties = json!({
        "source": source(catalog),
        "label": text("As the source publishes it, to the letter."),
        "match": word(["exact", "close", "proxy"].into_iter()),
    });
    object(properties, &["source", "label", "match"])
}

/// A record of getting in or outlook.
fn preparation(catalog: Catalog<'_>) -> Value {
    let properties = json!({
        "source": source(catalog),
        "record": text("The record's `code:`, to the letter."),
        "match": word(["exact", "close", "proxy"].into_iter()),
    });
    object(properties, &["source", "record", "match"])
}

/// What a company asks for.
fn requires() -> Value {
    object(
        json!({
            "years": word_or_number("Years of experience that you ask for, in your words."),
            "education": text("Education that you ask for, in your words."),
            "certificates": list(&text("A certificate that you ask for.")),
        }),
        &[],
    )
}

fn salary(catalog: Catalog<'_>) -> Value {
    let amount = json!({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1_000_000_000_000_u64});
    let properties = json!({
        "region": text("As `roles regions` has it: de, us, us-ca."),
        "source": source(catalog),
        "currency": described(word(standards::currencies()), "ISO 4217."),
        "per": word(["year", "month", "day", "hour"].into_iter()),
        "basis": word(["gross", "net", "total"].into_iter()),
        "kind": word(["earned", "offered", "advertised"].into_iter()),
        "year": json!({"type": "integer", "minimum": standards::YEARS.start(), "maximum": standards::YEARS.end()}),
        "n": json!({"type": "integer", "minimum": 1, "maximum": u32::MAX}),
        "p10": amount, "p25": amount, "median": amount, "p75": amount, "p90": amount,
        "note": text("What a reader should mind."),
    });
    // What is the same for all salaries may stand in catalog.yaml.
    object(properties, &[])
}

fn tool(catalog: Catalog<'_>) -> Value {
    let names = catalog.tools().map(|tool| (tool.id, [vec![tool.title], tool.aliases].concat()));
    let properties = json!({"tool": named(names), "proficiency": proficiency()});
    object(properties, &["tool", "proficiency"])
}

pub fn source(catalog: Catalog<'_>) -> Value {
    text_of(&catalog.sources().map(|source| source.id).collect::<Vec<_>>())
}

/// The words for levels: ours, and those of scales of a company's own.
pub fn level_words<'a>(catalog: &Catalog<'a>) -> Vec<&'a str> {
    let mut words = vec!["awareness", "working", "practitioner", "expert"];
    for word in catalog.about().scales.iter().flat_map(|scale| scale.words()) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

/// The words for levels; a word that is a number is written without quotes too.
pub fn levels(words: &[&str]) -> Value {
    let numbers = words.iter().filter_map(|word| word.parse::<u64>().ok()).map(Value::from);
    json!({"enum": words.iter().map(|word| Value::from(*word)).chain(numbers).collect::<Vec<_>>()})
}

pub fn proficiency() -> Value {
    word(["awareness", "working", "practitioner", "expert"].into_iter())
}

pub fn text(description: &str) -> Value {
    described(json!({"type": "string"}), description)
}

/// A text that may be a number: YAML takes `3` for one.
pub fn word_or_number(description: &str) -> Value {
    described(json!({"type": ["string", "number"]}), description)
}

/// A word of a list that is closed.
pub fn word<'w>(words: impl Iterator<Item = &'w str>) -> Value {
    json!({"enum": words.collect::<Vec<_>>()})
}

/// Something of the vocabulary by its id, or else by another of its names.
fn named<'w>(things: impl Iterator<Item = (&'w str, Vec<&'w str>)>) -> Value {
    let (ids, others): (Vec<&str>, Vec<Vec<&str>>) = things.unzip();
    let mut others: Vec<&str> = others.concat().into_iter().filter(|name| !ids.contains(name)).collect();
    others.arrange();
    others.dedup();
    json!({"anyOf": [{"enum": ids}, {"enum": others}]})
}

/// A word of which the catalog knows some, and the file's own catalog may know more.
pub fn text_of(words: &[&str]) -> Value {
    json!({"anyOf": [{"enum": words}, {"type": "string"}]})
}

pub fn list(item: &Value) -> Value {
    json!({"type": "array", "items": item})
}

pub fn object(properties: Value, required: &[&str]) -> Value {
    json!({"type": "object", "additionalProperties": false, "properties": properties, "required": required})
}

pub fn described(mut schema: Value, description: &str) -> Value {
    schema["description"] = description.into();
    schema
}
