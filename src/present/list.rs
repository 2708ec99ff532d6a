//! Lists of roles, and what they were asked for by.

use crate::present::document::{Block, Column, Listing, Table};
use crate::present::figures::{count, role_name, short_level};
use crate::present::label::{Label, labelled};
use crate::present::preparation::percent_change;
use crate::present::records::{Face, Record, Records};
use crate::present::role::named;
use crate::view::{ListedRole, Prepared, RoleList};

pub fn document(list: &RoleList<'_>) -> Vec<Block> {
    let by_occupation = list.roles.iter().any(|listed| listed.occupation.is_some());
    let group = if by_occupation { "occupation, not grade" } else { "family" };
    let columns = vec![Column::left("id"), Column::left("title"), Column::left(group), Column::left("level")];
    let row = |listed: &ListedRole<'_>| {
        let of = listed.occupation.as_ref().map_or_else(|| "no public figure".to_owned(), occupation);
        vec![
            labelled(Label::Id, listed.role.id),
            role_name(Label::Name, &listed.role),
            if by_occupation { of } else { listed.role.family.title.to_owned() },
            short_level(&listed.role).to_owned(),
        ]
    };
    let rows = list.roles.iter().map(row).collect();
    let first = list.roles[0].role.id;
    vec![
        Block::Listing(Listing { table: Table { columns, rows, titled: true }, group: 2, cut: 1, least: 3 }),
        Block::Gap,
        Block::note(&format!("{}. One of them: roles show {first}", count(list.roles.len(), "role"))),
    ]
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
    "occupation",
    "occupation_code",
    "growth",
    "growth_from",
    "growth_to",
    "entry_education",
    "match",
    "source",
];

pub fn records<'v>(list: &'v RoleList<'_>, face: Face) -> Records<'v> {
    let record = |listed: &'v ListedRole<'_>| {
        let record = named(face.record(""), &listed.role).exact("rank", listed.role.rank);
        listed.occupation.as_ref().map_or(record.clone(), |it| of_occupation(record, it))
    };
    Records { fields: FIELDS, records: list.roles.iter().map(record).collect() }
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
