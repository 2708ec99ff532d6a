//! Who the facts and figures come from; of readings, how near they come to cells rated apart, and how they
//! run with the frameworks.

use crate::present::document::Block;
use crate::present::figures::thousands;
use crate::present::label::Label;
use crate::present::records::{Audience, Record, Records};
use crate::present::text::{Text, labelled, linked, text};
use crate::view::{Accuracy, CatalogName, Correlation, MeasuredError, SourceEntry, Sources};

pub fn document(sources: &Sources<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (at, entry) in sources.sources.iter().enumerate() {
        if at > 0 {
            blocks.push(Block::Gap);
        }
        blocks.extend(entry_blocks(entry));
        entry.accuracy.iter().for_each(|accuracy| accuracy_blocks(accuracy, &mut blocks));
    }
    if !sources.catalogs.is_empty() {
        blocks.push(Block::heading("Catalogs", "what each says of itself"));
        blocks.extend(sources.catalogs.iter().map(|catalog| Block::paragraph(catalog_line(catalog))));
    }
    if !sources.one {
        blocks.push(Block::Gap);
        blocks.push(Block::note("Nothing is averaged, converted or guessed; what no source says is marked editorial."));
    }
    blocks
}

/// "company: Harbor ladder, of Harbor, written in `en`".
fn catalog_line(it: &CatalogName<'_>) -> Text {
    let owner = it.owner.map(|owner| format!("of {owner}"));
    let language = it.language.map(|code| format!("written in `{code}`"));
    let said: Vec<String> = it.title.map(str::to_owned).into_iter().chain(owner).chain(language).collect();
    text![labelled(Label::Name, it.catalog), ": ", said.join(", ")]
}

/// "Invented Bureau · 2025 · official · CC0-1.0": a source that is of no year says none.
fn published(entry: &SourceEntry<'_>) -> String {
    let year = entry.year.map(|year| year.to_string());
    let parts = [Some(entry.publisher), year.as_deref(), Some(entry.kind), Some(entry.licence)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A source with its licence, its credit line and its caveat.
pub fn entry_blocks(entry: &SourceEntry<'_>) -> Vec<Block> {
    let mut blocks = vec![
        Block::title(labelled(Label::Title, entry.title), entry.source.id),
        Block::line(labelled(Label::Aside, &published(entry))),
        Block::paragraph(entry.credit),
    ];
    blocks.extend(entry.caveat.map(|caveat| Block::paragraph(labelled(Label::Aside, caveat))));
    blocks.extend(entry.url.map(|url| Block::paragraph(linked(Label::Id, url, Some(url)))));
    blocks
}

pub fn records<'v>(sources: &'v Sources<'_>, audience: Audience) -> Records<'v> {
    let is_measured = sources.sources.iter().any(|entry| entry.accuracy.is_some());
    let kind = if is_measured { "source" } else { "" };
    let record = |entry: &'v SourceEntry<'_>| entry_record(audience.record(kind), entry);
    let fields = &[
        "id",
        "title",
        "year",
        "publisher",
        "kind",
        "licence",
        "url",
        "credit",
        "caveat",
        "catalog",
        "cells",
        "error",
        "within_15",
        "levels",
        "orderings",
        "held",
        "judged",
        "judged_weights",
        "judged_levels",
        "read",
        "competency",
        "source",
        "correlation",
        "roles",
        "standing",
    ];
    let mut records: Vec<Record<'v>> = sources.sources.iter().map(record).collect();
    for accuracy in sources.sources.iter().filter_map(|entry| entry.accuracy.as_ref()) {
        records.extend(accuracy_records(accuracy, audience));
    }
    Records { fields, records }
}

/// Adds a source to a record: who, which licence, the credit line, the caveat.
pub fn entry_record<'v>(record: Record<'v>, entry: &'v SourceEntry<'_>) -> Record<'v> {
    record
        .text("id", entry.source.id)
        .text("title", entry.source.short)
        .text("year", entry.year.map_or(String::new(), |year| year.to_string()))
        .exact("publisher", entry.publisher)
        .text("kind", entry.kind)
        .text("licence", entry.licence)
        .exact("url", entry.url.unwrap_or(""))
        .text("credit", entry.credit)
        .exact("caveat", entry.caveat.unwrap_or(""))
        .exact("catalog", entry.catalog)
}

fn accuracy_blocks(accuracy: &Accuracy<'_>, blocks: &mut Vec<Block>) {
    if let Some(measured) = accuracy.measured {
        blocks.push(Block::heading("Measured error", "on cells that were rated apart"));
        blocks.push(Block::paragraph(said(&measured)));
        blocks.extend(judged(accuracy).map(Block::paragraph));
    }
    if accuracy.correlations.is_empty() {
        return;
    }
    blocks
        .push(Block::heading("Rank correlation", "Spearman's, with each framework, over the roles that it knows well"));
    for rows in accuracy.correlations.chunk_by(|a, b| a.competency.id == b.competency.id) {
        let items = rows.iter().map(item).collect();
        blocks.push(Block::Group { name: labelled(Label::Name, rows[0].competency.title), items });
    }
    blocks.push(Block::note(
        "Moves: what it says moves a weight a little. Confirms: it confirms or contests one. Shown: it counts for nothing.",
    ));
}

/// "ROME 4 0.47 (n=92, moves)".
fn item(row: &Correlation<'_>) -> Text {
    let aside = labelled(Label::Aside, &format!("(n={}, {})", row.roles, row.standing));
    text![row.source.short, " ", format!("{:.2} ", row.correlation), aside]
}

/// "Weights: mean error 6.1, and 99 of 100 within 15 (n=140). ..".
fn said(measured: &MeasuredError) -> String {
    let MeasuredError { cells, error, within_15, levels, orderings, held } = measured;
    format!(
        "Weights: mean error {error:.1}, and {within_15} of 100 within 15 (n={cells}). Levels: {levels} of 100 as rated \
         (n={cells}). Which of two roles needs a competency more: {held} of 100 as rated (n={orderings})."
    )
}

/// "Judged again by the editors: 275 of 5,870 cells, the weight of 211 ..".
fn judged(accuracy: &Accuracy<'_>) -> Option<String> {
    let numbers = [accuracy.judged, accuracy.read, accuracy.judged_weights, accuracy.judged_levels];
    let [judged, read, weights, levels] = numbers.map(|number| thousands(number as u64));
    let text = format!(
        "Judged again by the editors: {judged} of {read} cells, the weight of {weights} and the level of {levels}, where \
         nobody in the trade would put what was read. That stands in its place; `roles why ROLE COMPETENCY` prints the \
         reason, and what was read."
    );
    (accuracy.judged > 0).then_some(text)
}

fn judged_record<'v>(accuracy: &Accuracy<'_>, audience: Audience) -> Option<Record<'v>> {
    let record = audience.record("judged").said(judged(accuracy)?);
    let record = record.exact("judged", accuracy.judged).exact("read", accuracy.read);
    let record = record.exact("judged_weights", accuracy.judged_weights);
    Some(record.exact("judged_levels", accuracy.judged_levels))
}

fn accuracy_records<'v>(accuracy: &'v Accuracy<'_>, audience: Audience) -> Vec<Record<'v>> {
    let measured = accuracy.measured.iter().map(|measured| measured_record(measured, audience));
    let measured = measured.chain(judged_record(accuracy, audience));
    measured.chain(accuracy.correlations.iter().map(|row| correlation_record(row, audience))).collect()
}

fn measured_record<'v>(measured: &MeasuredError, audience: Audience) -> Record<'v> {
    let MeasuredError { cells, error, within_15, levels, orderings, held } = measured;
    let record = audience.record("measured").said(said(measured)).exact("cells", cells).exact("error", error);
    let record = record.exact("within_15", within_15).exact("levels", levels);
    record.exact("orderings", orderings).exact("held", held)
}

fn correlation_record<'v>(row: &'v Correlation<'_>, audience: Audience) -> Record<'v> {
    let correlation = format!("{:.2}", row.correlation);
    let record = audience.record("correlation").text("competency", row.competency.id).text("source", row.source.id);
    let record = record.number("correlation", correlation.clone(), correlation);
    record.number("roles", row.roles.to_string(), row.roles.to_string()).text("standing", row.standing)
}
