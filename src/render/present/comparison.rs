//! Roles side by side.

use super::figures::{amount, level, optional_exact};
use crate::render::document::{Block, Column, Glyphs, Table};
use crate::render::label::{Label, labelled};
use crate::render::records::{Face, Record, Records};
use crate::view::{ComparedPay, Comparison, Distance, Mark, RoleName};

pub fn document(comparison: &Comparison<'_>, glyphs: Glyphs) -> Vec<Block> {
    let mut blocks = vec![
        Block::Title { text: labelled(Label::Title, &title(comparison)), id: String::new() },
        Block::Gap,
        roles(comparison),
        Block::heading("Competencies", "weight · level · biggest difference first"),
        competencies(comparison, glyphs),
    ];
    if comparison.competencies.is_empty() {
        blocks.push(Block::note("no difference"));
    }
    blocks.push(Block::heading("Tools", "proficiency expected is editorial"));
    blocks.push(tools(comparison, glyphs));
    blocks.push(Block::heading("Salary", "regions where all have a figure from one source"));
    match comparison.salary.is_empty() {
        true => blocks.push(Block::Paragraph("No region has a figure for each of them from one source.".to_owned())),
        false => blocks.push(salary(comparison, glyphs)),
    }
    blocks.push(Block::heading("How far apart", "fewest promotions"));
    blocks.extend(comparison.distances.iter().map(|distance| Block::Paragraph(apart(distance))));
    blocks
}

fn title(comparison: &Comparison<'_>) -> String {
    comparison.roles.iter().map(|role| role.title).collect::<Vec<_>>().join(" and ")
}

fn headed(first: &str, comparison: &Comparison<'_>) -> Vec<Column> {
    std::iter::once(Column::left(first)).chain(comparison.roles.iter().map(|role| Column::left(role.id))).collect()
}

fn roles(comparison: &Comparison<'_>) -> Block {
    let row = |name: &str, value: &dyn Fn(&RoleName<'_>) -> String| {
        std::iter::once(labelled(Label::Aside, name)).chain(comparison.roles.iter().map(value)).collect::<Vec<_>>()
    };
    let rows = vec![
        row("family", &|role| role.family.title.to_owned()),
        row("level", &|role| format!("{} ({})", level(role), role.rank)),
    ];
    Block::Table(Table { columns: headed("", comparison), rows, titled: true })
}

fn competencies(comparison: &Comparison<'_>, glyphs: Glyphs) -> Block {
    let rows = comparison.competencies.iter().map(|row| {
        let marks = row.marks.iter().map(|mark| self::mark(mark.as_ref(), glyphs));
        std::iter::once(labelled(Label::Name, row.competency.title))
            .chain(marks)
            .chain([labelled(Label::Mark, &row.difference.to_string())])
            .collect()
    });
    let rows = rows.collect();
    let mut columns = headed("competency", comparison);
    columns.push(Column::right("difference"));
    Block::Table(Table { columns, rows, titled: true })
}

/// "91 practitioner".
fn mark(mark: Option<&Mark<'_>>, glyphs: Glyphs) -> String {
    mark.map_or_else(
        || glyphs.none().to_owned(),
        |mark| format!("{:>3} {}", mark.weight, mark.proficiency.unwrap_or("not rated")).replacen("  ", "\u{a0} ", 1),
    )
}

fn tools(comparison: &Comparison<'_>, glyphs: Glyphs) -> Block {
    let rows = comparison.tools.iter().map(|row| {
        let proficiencies = row.proficiencies.iter().map(|word| word.unwrap_or(glyphs.none()).to_owned());
        std::iter::once(labelled(Label::Name, row.tool.title)).chain(proficiencies).collect()
    });
    Block::Table(Table { columns: headed("tool", comparison), rows: rows.collect(), titled: true })
}

fn salary(comparison: &Comparison<'_>, glyphs: Glyphs) -> Block {
    let row = |row: &ComparedPay<'_>| {
        let medians = row.pay.iter().map(|pay| {
            let median = pay.median.map_or_else(|| glyphs.none().to_owned(), amount);
            format!("{median} {}", labelled(Label::Aside, pay.quality))
        });
        let first = &row.pay[0];
        let unit = format!("{}/{} {} {}", first.currency, first.per, first.year, first.source.id);
        std::iter::once(labelled(Label::Name, first.region.name))
            .chain(medians)
            .chain([labelled(Label::Aside, &unit)])
            .collect()
    };
    let mut columns = headed("region", comparison);
    columns.push(Column::left("median"));
    Block::Table(Table { columns, rows: comparison.salary.iter().map(row).collect(), titled: true })
}

fn apart(distance: &Distance<'_>) -> String {
    let Distance { from, to, steps } = distance;
    match steps {
        Some(1) => format!("{from} to {to}: 1 step"),
        Some(steps) => format!("{from} to {to}: {steps} steps"),
        None => format!("{from} to {to}: no ladder"),
    }
}

const FIELDS: &[&str] = &[
    "kind",
    "id",
    "title",
    "role",
    "weight",
    "level_score",
    "proficiency",
    "difference",
    "region",
    "median",
    "currency",
    "per",
    "year",
    "match",
    "label",
    "source",
    "from",
    "to",
    "steps",
];

/// A line a fact: what it is of, then one value a role in the order they were named.
pub fn records(comparison: &Comparison<'_>, face: Face) -> Records {
    let mut records: Vec<Record> = comparison
        .roles
        .iter()
        .map(|role| super::role::named(face.record("role").exact("role", role.id), role))
        .collect();
    for row in &comparison.competencies {
        for (role, mark) in comparison.roles.iter().zip(&row.marks) {
            let weight = mark.map_or(String::new(), |mark| mark.weight.to_string());
            let score = mark.and_then(|mark| mark.level).map_or(String::new(), |level| level.to_string());
            let proficiency = mark.and_then(|mark| mark.proficiency).unwrap_or("");
            records.push(
                face.record("competency")
                    .exact("id", row.competency.id)
                    .text("title", row.competency.title)
                    .text("role", role.id)
                    .number("weight", weight.clone(), weight)
                    .exact("level_score", score)
                    .said(if mark.is_some() && proficiency.is_empty() { "not rated" } else { proficiency })
                    .exact("proficiency", proficiency)
                    .said(format!("difference {}", row.difference))
                    .exact("difference", row.difference.to_string()),
            );
        }
    }
    for row in &comparison.tools {
        for (role, proficiency) in comparison.roles.iter().zip(&row.proficiencies) {
            let record =
                face.record("tool").exact("id", row.tool.id).text("title", row.tool.title).text("role", role.id);
            records.push(record.text("proficiency", proficiency.unwrap_or("")));
        }
    }
    for (role, pay) in comparison.salary.iter().flat_map(|row| comparison.roles.iter().zip(&row.pay)) {
        let record = face.record("salary").exact("region", pay.region.id).said(pay.region.name).text("role", role.id);
        records.push(
            record
                .number("median", super::figures::optional_amount(pay.median), optional_exact(pay.median))
                .said(format!("{}/{}", pay.currency, pay.per))
                .exact("currency", pay.currency)
                .exact("per", pay.per)
                .text("year", pay.year.to_string())
                .text("source", pay.source.id)
                .said(format!("{}: \"{}\"", pay.quality, pay.label))
                .exact("match", pay.quality)
                .exact("label", pay.label),
        );
    }
    for distance in &comparison.distances {
        let steps = distance.steps.map_or(String::new(), |steps| steps.to_string());
        let said = distance.steps.map_or("no ladder".to_owned(), |steps| super::figures::count(steps, "step"));
        records.push(
            face.record("distance")
                .text("from", distance.from)
                .text("to", distance.to)
                .said(said)
                .exact("steps", steps),
        );
    }
    Records { fields: FIELDS, records }
}
