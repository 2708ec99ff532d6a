//! `roles schema KIND`: what each kind of file may say, for editors that complete as one types.

use serde_json::{Map, Value, json};

use crate::app::role_schema::{
    self, described, level_words, levels, list, object, proficiency, source, text, text_of, word, word_or_number,
    written,
};
use crate::catalog::Catalog;
use crate::catalog::resolve::standards;
use crate::request::SchemaOf;
use crate::text::sorting::Arrange;

/// What pay is for.
const PERIODS: [&str; 4] = ["year", "month", "day", "hour"];

/// Returns the JSON Schema of a kind of file. The words that fields take are those of the catalog that is asked.
pub fn of(catalog: Catalog<'_>, kind: SchemaOf) -> String {
    let (title, schema) = match kind {
        SchemaOf::Role | SchemaOf::Output => return role_schema::of(catalog),
        SchemaOf::Catalog => ("catalog.yaml", about(catalog)),
        SchemaOf::Families => ("vocabulary/families.yaml", list(&defined("family", "What its roles have in common."))),
        SchemaOf::Tracks => ("vocabulary/tracks.yaml", list(&defined("track", "How one grows on it."))),
        SchemaOf::Levels => ("vocabulary/levels.yaml", list(&level(catalog))),
        SchemaOf::Competencies => ("vocabulary/competencies.yaml", list(&competency())),
        SchemaOf::Elements => ("vocabulary/elements/SOURCE.yaml", elements(catalog)),
        SchemaOf::Tools => ("vocabulary/tools.yaml", list(&tool(catalog))),
        SchemaOf::Regions => ("vocabulary/regions.yaml and metros.yaml", list(&region(catalog))),
        SchemaOf::Sources => ("vocabulary/sources.yaml", list(&source_entry())),
        SchemaOf::Certificates => ("vocabulary/certificates.yaml", list(&certificate())),
        SchemaOf::Titles => ("vocabulary/titles.yaml", list(&title_words())),
        SchemaOf::Scoring => ("vocabulary/scoring.yaml", scoring()),
        SchemaOf::Pay => ("evidence/pay/SOURCE.yaml", pay(catalog)),
        SchemaOf::Profile => ("A self-assessment", profile(catalog)),
    };
    written(title, schema)
}

/// An entry with its id. Only the id must be stated: what is left out is taken from the catalog beneath.
fn entry(what: &str, fields: Value) -> Value {
    let id = json!({"type": "string", "pattern": "^[a-z0-9][a-z0-9_-]*$", "maxLength": 100});
    let mut properties = json!({
        "id": described(id, &format!("The {what}'s id: small letters, digits, hyphens.")),
        "title": text(&format!("What the {what} is called.")),
        "name": text("The same as `title`: an entry states one of them."),
    });
    merge(&mut properties, fields);
    object(properties, &["id"])
}

fn merge(properties: &mut Value, more: Value) {
    let empty = Map::new();
    let more = more.as_object().cloned().unwrap_or(empty);
    if let Some(properties) = properties.as_object_mut() {
        properties.extend(more);
    }
}

fn defined(what: &str, definition: &str) -> Value {
    entry(what, json!({"definition": text(definition)}))
}

fn rank() -> Value {
    json!({"type": "integer", "minimum": 1, "maximum": 9})
}

fn names(what: &str) -> Value {
    list(&text(what))
}

fn level(catalog: Catalog<'_>) -> Value {
    let tracks: Vec<&str> = catalog.tracks().map(|track| track.id).collect();
    let name = json!({
        "track": text_of(&tracks),
        "name": text("What the rank is called on the track."),
        "title": text("The same as `name`: an entry states one of them."),
        "aliases": names("Another name of the rank."),
    });
    let properties = json!({
        "rank": described(rank(), "1 (intern) to 9 (executive)."),
        "definition": text("What the rank stands for."),
        "names": list(&object(name, &["track"])),
    });
    object(properties, &["rank"])
}

/// A text, or a list of them.
fn one_or_more(item: &Value) -> Value {
    json!({"anyOf": [item, list(item)]})
}

/// What the catalog says of itself, and what its salaries have that do not state it.
fn about(catalog: Catalog<'_>) -> Value {
    let regions: Vec<&str> = catalog.regions().map(|region| region.id).collect();
    let pay = json!({
        "region": text_of(&regions),
        "source": source(catalog),
        "currency": described(word(standards::currencies()), "ISO 4217."),
        "per": word(PERIODS.into_iter()),
        "basis": word(["gross", "net", "total"].into_iter()),
        "kind": word(["earned", "offered", "advertised"].into_iter()),
        "year": json!({"type": "integer", "minimum": standards::YEARS.start(), "maximum": standards::YEARS.end()}),
    });
    let rules = object(json!({"skip": names("A rule, or a group of them, that `roles check` leaves out.")}), &[]);
    object(
        json!({
            "title": text("What the catalog is called."),
            "owner": text("Whose it is."),
            "language": described(json!({"type": "string", "pattern": "^[a-z]{2}$"}), "ISO 639-1: what its prose is written in."),
            "scale": described(scale(), "The levels of its competencies, lowest first, where they are not ours."),
            "style": described(word(["house"].into_iter()), "Held to the style of the built-in catalog."),
            "rules": rules,
            "pay": described(object(pay, &[]), "What each salary of the catalog has that does not state it."),
        }),
        &[],
    )
}

/// What each level looks like, by our words or by those of a scale of one's own.
fn by_word(ours: Value) -> Value {
    json!({"type": "object", "properties": ours, "additionalProperties": look("a step of a scale of your own")})
}

/// What one level of a competency looks like.
fn look(level: &str) -> Value {
    let sentences = |what: &str| one_or_more(&text(what));
    let fields = json!({
        "looks": sentences("What it looks like."),
        "examples": sentences("What somebody at it has done, or may do."),
        "signals": sentences("By what it is seen."),
    });
    let sentence = json!({"type": "string"});
    described(
        json!({"anyOf": [sentence, list(&sentence), object(fields, &[])]}),
        &format!("What {level} looks like: a text, a list of sentences, or fields."),
    )
}

/// A scale of one's own: words, or words with the level of ours that each stands for.
fn scale() -> Value {
    let step = object(json!({"step": word_or_number("The word of the step."), "as": proficiency()}), &["step"]);
    let step = json!({"anyOf": [{"type": ["string", "integer"]}, step]});
    json!({"type": "array", "items": step, "minItems": 2, "maxItems": 7})
}

fn competency() -> Value {
    let levels = json!({
        "awareness": look("awareness"),
        "working": look("working"),
        "practitioner": look("practitioner"),
        "expert": look("expert"),
    });
    let ladders = json!({"type": "object", "additionalProperties": names("An element of the ladder.")});
    entry(
        "competency",
        json!({
            "definition": text("What it is."),
            "scale": described(scale(), "The levels that it has, lowest first, where they are neither ours nor its catalog's."),
            "levels": by_word(levels),
            "aliases": names("Another name that finds it."),
            "terms": names("What the trades call it: search finds it by them."),
            "same_as": text("The competency of the catalog beneath that it is by another name."),
            "part_of": one_or_more(&text("A competency of the catalog beneath that it is a part of.")),
            "onet": names("An element of O*NET that speaks for it."),
            "gdad": names("A skill of GDaD that speaks for it."),
            "esco": names("A piece of the names of ESCO skills; `vocabulary/elements` lists them whole."),
            "ladders": ladders,
        }),
    )
}

fn elements(catalog: Catalog<'_>) -> Value {
    let speaking = object(
        json!({
            "direct": names("An element that is the competency by another name."),
            "weak": names("An element that points to it."),
        }),
        &[],
    );
    let by_competency = described(json!({"type": "object", "additionalProperties": speaking}), "By competency.");
    object(json!({"source": source(catalog), "elements": by_competency}), &["source", "elements"])
}

fn tool(catalog: Catalog<'_>) -> Value {
    let mut groups: Vec<&str> = catalog.tools().map(|tool| tool.group).collect();
    groups.arrange();
    groups.dedup();
    let roles: Vec<&str> = catalog.roles().map(|role| catalog.id(role)).collect();
    entry(
        "tool",
        json!({
            "group": text_of(&groups),
            "aliases": names("Another name that finds it."),
            "onet": names("Its name in evidence/onet/technologies.yaml."),
            "surveys": names("Its name in evidence/usage."),
            "makes": described(text_of(&roles), "The role that the tool makes of a general title."),
        }),
    )
}

fn region(catalog: Catalog<'_>) -> Value {
    let regions: Vec<&str> = catalog.regions().map(|region| region.id).collect();
    entry(
        "region",
        json!({
            "level": word(["world", "country", "state", "metro"].into_iter()),
            "parent": described(text_of(&regions), "The region that it lies in."),
            "currency": described(word(standards::currencies()), "ISO 4217."),
            "aliases": names("Another name that finds it."),
            "elsewhere": text("The country of a better known place of the same name."),
        }),
    )
}

fn source_entry() -> Value {
    let kinds = ["official", "survey", "payroll", "advertised", "framework", "ladder", "editorial"];
    let year = json!({"type": "integer", "minimum": standards::YEARS.start(), "maximum": standards::YEARS.end()});
    entry(
        "source",
        json!({
            "short": text("What tables call it; the title where it is left out."),
            "publisher": text("Who publishes it."),
            "year": year,
            "url": json!({"type": "string", "pattern": "^https?://[!-~]+$"}),
            "licence": text("Its license; `internal` for a company's own."),
            "kind": word(kinds.into_iter()),
            "credit": text("The line that the license asks to be printed."),
            "caveat": text("Whom it speaks for, and how it is biased."),
        }),
    )
}

fn certificate() -> Value {
    entry(
        "certificate",
        json!({
            "short": text("What people call it: Security+."),
            "issuer": text("Who issues it."),
            "aliases": names("Another name that finds it."),
        }),
    )
}

fn title_words() -> Value {
    let words = |what: &str| names(what);
    let map = |of: Value, what: &str| described(json!({"type": "object", "additionalProperties": of}), what);
    object(
        json!({
            "language": text("The language of the words; for the reader."),
            "means": map(json!({"type": "string"}), "Words and phrases, and the words that each stands for."),
            "seniority": map(rank(), "Words that name a rank."),
            "class": text("What a person does whose title has one of the words."),
            "words": words("A word of the class."),
            "noise": words("A word that says nothing of a role."),
            "outside": words("A word of another trade."),
            "trade": words("A word that is IT's alone."),
            "tail": words("A word that begins what stands behind a title."),
            "weak": words("A word that tells little."),
            "general": words("A word of many specialties."),
            "refines": words("A word that refines another."),
            "vague": words("A word that may mean several."),
            "decides": words("A word that with a function behind it is a function of its own."),
            "kin": words("A word that means nearly the same as the others here."),
            "alike": json!({"type": "integer", "minimum": 0, "maximum": 100}),
        }),
        &[],
    )
}

fn scoring() -> Value {
    let share = json!({"type": "number", "minimum": 0, "maximum": 0.15});
    let whole = json!({"type": "integer", "minimum": 0});
    let measured = json!({
        "cells": whole, "error": json!({"type": "number"}), "within_15": whole, "levels": whole, "orderings": whole,
        "held": whole,
    });
    let all = ["cells", "error", "within_15", "levels", "orderings", "held"];
    object(
        json!({
            "share": described(share.clone(), "How far outside scores move what was read."),
            "shares": json!({"type": "object", "additionalProperties": share}),
            "measured": object(measured, &all),
        }),
        &["share"],
    )
}

fn pay(catalog: Catalog<'_>) -> Value {
    let amount = json!({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1_000_000_000_000_u64});
    let regions: Vec<&str> = catalog.regions().map(|region| region.id).collect();
    let row = json!({
        "region": text_of(&regions),
        "year": json!({"type": "integer", "minimum": standards::YEARS.start(), "maximum": standards::YEARS.end()}),
        "n": json!({"type": "integer", "minimum": 1, "maximum": u32::MAX}),
        "p10": amount, "p25": amount, "median": amount, "p75": amount, "p90": amount,
        "biased": described(json!({"type": "boolean"}), "The source warns of it."),
        "collapsed": described(json!({"type": "boolean"}), "The source gives one figure for p25 to p90."),
        "note": text("What a reader should mind."),
    });
    let label = json!({
        "label": text("As the source publishes it, to the letter."),
        "code": text("The source's code of it."),
        "of": text("The label that this one is a part of, by seniority."),
        "seniority": text("The part, in the source's own words."),
        "scale": word(["title", "level", "grade", "years_coding", "experience"].into_iter()),
        "top_of_market": json!({"type": "boolean"}),
        "currency": described(word(standards::currencies()), "ISO 4217."),
        "per": word(PERIODS.into_iter()),
        "basis": word(["gross", "net", "total"].into_iter()),
        "kind": word(["earned", "offered", "advertised"].into_iter()),
        "note": text("What a reader should mind."),
        "rows": list(&object(row, &["region", "year"])),
    });
    let label = object(label, &["label", "currency", "per", "basis", "kind", "rows"]);
    object(json!({"source": source(catalog), "labels": list(&label)}), &["source", "labels"])
}

/// Names may be titles and aliases too, and what nothing is called by is left out with a warning.
fn profile(catalog: Catalog<'_>) -> Value {
    let level_of = |words: Value| json!({"anyOf": [words, {"enum": ["none", "n/a"]}, {"type": "null"}]});
    let level = level_of(proficiency());
    let own_level = level_of(levels(&level_words(&catalog)));
    let roles: Vec<&str> = catalog.roles().map(|role| catalog.id(role)).collect();
    let claims = |ids: Vec<&str>, level: &Value| {
        let known: Map<String, Value> = ids.into_iter().map(|id| (id.to_owned(), level.clone())).collect();
        json!({"type": ["object", "null"], "properties": known, "additionalProperties": level})
    };
    object(
        json!({
            "role": described(json!({"anyOf": [text_of(&roles), {"type": "null"}]}), "The role that you hold."),
            "grade": described(json!({"type": ["string", "number", "null"]}), "The grade within it that you hold, by its id or name."),
            "competencies": claims(catalog.competency_names().map(|it| it.id).collect(), &own_level),
            "tools": claims(catalog.tools().map(|it| it.id).collect(), &level),
        }),
        &[],
    )
}
