//! Lists of roles, and what they were asked for by.

use crate::present::document::{Block, Column, Listing, Table};
use crate::present::figures::{count, role_name, short_level};
use crate::present::label::{Label, labelled};
use crate::present::preparation::percent_change;
use crate::present::records::{Audience, Record, Records};
use crate::present::role::named;
use crate::view::{Asked, ListedRole, Prepared, RoleList};

pub fn document(list: &RoleList<'_>) -> Vec<Block> {
    let by_occupation = list.roles.iter().any(|listed| listed.occupation.is_some());
    let group = if by_occupation { "occupation, not grade" } else { "family" };
    let mut columns = vec![Column::left("id"), Column::left("title"), Column::left(group), Column::left("level")];
    for asked in list.roles.first().iter().flat_map(|role| &role.competencies) {
        columns.extend([Column::right("weight"), Column::left(asked.competency.title)]);
    }
    let rows: Vec<Vec<String>> = list.roles.iter().map(|listed| row(listed, by_occupation)).collect();
    let first = list.roles.first().map_or("", |listed| listed.role.id);
    vec![
        rows_block(columns, rows, by_occupation),
        Block::Gap,
        Block::note(&format!("{}. One of them: roles show {first}", count(list.roles.len(), "role"))),
    ]
}

/// A line a role. Roles that were asked for by their occupation never stand without it: where those of one do not
/// follow each other, its name takes the room that it needs.
fn rows_block(mut columns: Vec<Column>, rows: Vec<Vec<String>>, by_occupation: bool) -> Block {
    let runs = rows.chunk_by(|a, b| a[2] == b[2]).map(|run| &run[0][2]);
    let mut names: Vec<&String> = runs.collect();
    names.sort_unstable();
    let is_grouped = names.windows(2).all(|pair| pair[0] != pair[1]);
    if by_occupation && !is_grouped {
        columns[1..3].iter_mut().for_each(|column| column.wraps = true);
        return Block::Table(Table { columns, rows, titled: true });
    }
    Block::Listing(Listing { table: Table { columns, rows, titled: true }, group: 2, cut: 1, least: 3 })
}

fn row(listed: &ListedRole<'_>, by_occupation: bool) -> Vec<String> {
    let role = &listed.role;
    let of = listed.occupation.as_ref().map_or_else(|| "no public figure".to_owned(), occupation);
    let mut row = vec![
        labelled(Label::Id, role.id),
        role_name(Label::Name, role),
        if by_occupation { of } else { role.family.title.to_owned() },
        short_level(role).to_owned(),
    ];
    for asked in &listed.competencies {
        row.extend([asked.weight.to_string(), needed(asked).to_owned()]);
    }
    row
}

fn needed<'a>(asked: &Asked<'a>) -> &'a str {
    asked.proficiency.unwrap_or("not rated")
}

/// "Software Developers +15.8%, proxy".
fn occupation(it: &Prepared<'_>) -> String {
    let said = match (it.growth, it.entry_education) {
        (Some(growth), _) => percent_change(growth.percent),
        (None, education) => education.unwrap_or_default().to_owned(),
    };
    format!("{} {said}, {}", it.title, it.quality)
}

const FIELDS: &[&str] = &[
    "role",
    "title",
    "family",
    "level",
    "track",
    "rank",
    "catalogs",
    // Only where the list was asked for by what occupations grow by or ask on entry.
    "occupation",
    "occupation_code",
    "growth",
    "growth_from",
    "growth_to",
    "entry_education",
    "match",
    "source",
    // Only where a competency was asked for.
    "weight",
    "proficiency",
];
const ALWAYS: usize = 7;
const NARROWED: &[&str] = &["role", "title", "family", "level", "track", "rank", "catalogs", "weight", "proficiency"];

/// Several weights and levels share a field, in the order in which their competencies were asked for.
pub fn records<'v>(list: &'v RoleList<'_>, audience: Audience) -> Records<'v> {
    let record = |listed: &'v ListedRole<'_>| {
        let mut record = named(audience.record(""), &listed.role).exact("rank", listed.role.rank);
        for asked in &listed.competencies {
            record = record.said_number(asked.weight).said(needed(asked));
        }
        let record = match &listed.occupation {
            Some(it) => of_occupation(record, it),
            None => record,
        };
        if listed.competencies.is_empty() {
            return record;
        }
        let joined =
            |text: fn(&Asked<'_>) -> String| listed.competencies.iter().map(text).collect::<Vec<_>>().join(" ");
        record
            .exact("weight", joined(|asked| asked.weight.to_string()))
            .exact("proficiency", joined(|asked| asked.proficiency.unwrap_or("-").to_owned()))
    };
    let by_occupation = list.roles.iter().any(|listed| listed.occupation.is_some());
    let is_narrowed = list.roles.iter().any(|listed| !listed.competencies.is_empty());
    let fields = match (by_occupation, is_narrowed) {
        (true, true) => FIELDS,
        (true, false) => &FIELDS[..FIELDS.len() - 2],
        (false, true) => NARROWED,
        (false, false) => &FIELDS[..ALWAYS],
    };
    Records { fields, records: list.roles.iter().map(record).collect() }
}

fn of_occupation<'v>(record: Record<'v>, it: &'v Prepared<'_>) -> Record<'v> {
    record
        .said(occupation(it))
        .exact("occupation", it.title)
        .exact("occupation_code", it.record)
        .exact_or_none("growth", it.growth.map(|growth| growth.percent))
        .exact_or_none("growth_from", it.growth.map(|growth| growth.from))
        .exact_or_none("growth_to", it.growth.map(|growth| growth.to))
        .exact_or_none("entry_education", it.entry_education)
        .exact("match", it.quality)
        .exact("source", it.source.id)
}
