//! Lists of roles.

use crate::present::document::{Block, Column, Listing, Table};
use crate::present::figures::{count, role_name, short_level};
use crate::present::label::{Label, labelled};
use crate::present::records::{Face, Records};
use crate::present::role::named;
use crate::view::{Asked, ListedRole, RoleList};

pub fn document(list: &RoleList<'_>) -> Vec<Block> {
    let mut columns = vec![Column::left("id"), Column::left("title"), Column::left("family"), Column::left("level")];
    for asked in list.roles.first().iter().flat_map(|role| &role.competencies) {
        columns.extend([Column::right("weight"), Column::left(asked.competency.title)]);
    }
    let rows = list.roles.iter().map(row).collect();
    let first = list.roles.first().map_or("", |listed| listed.role.id);
    vec![
        Block::Listing(Listing { table: Table { columns, rows, titled: true }, group: 2, cut: 1, least: 3 }),
        Block::Gap,
        Block::note(&format!("{}. One of them: roles show {first}", count(list.roles.len(), "role"))),
    ]
}

fn row(ListedRole { role, competencies }: &ListedRole<'_>) -> Vec<String> {
    let mut row = vec![
        labelled(Label::Id, role.id),
        role_name(Label::Name, role),
        role.family.title.to_owned(),
        short_level(role).to_owned(),
    ];
    for asked in competencies {
        row.extend([asked.weight.to_string(), needed(asked).to_owned()]);
    }
    row
}

fn needed<'a>(asked: &Asked<'a>) -> &'a str {
    asked.proficiency.unwrap_or("not rated")
}

/// The last two only where a competency was asked for.
const FIELDS: &[&str] = &["role", "title", "family", "level", "track", "rank", "catalogs", "weight", "proficiency"];

/// Several weights and levels share a field, in the order in which their competencies were asked for.
pub fn records<'v>(list: &'v RoleList<'_>, face: Face) -> Records<'v> {
    let record = |listed: &'v ListedRole<'_>| {
        let mut record = named(face.record(""), &listed.role).exact("rank", listed.role.rank);
        for asked in &listed.competencies {
            record = record.said_number(asked.weight).said(needed(asked));
        }
        let joined =
            |text: fn(&Asked<'_>) -> String| listed.competencies.iter().map(text).collect::<Vec<_>>().join(" ");
        record
            .exact("weight", joined(|asked| asked.weight.to_string()))
            .exact("proficiency", joined(|asked| asked.proficiency.unwrap_or("-").to_owned()))
    };
    let is_narrowed = list.roles.iter().any(|listed| !listed.competencies.is_empty());
    let fields = if is_narrowed { FIELDS } else { FIELDS.split_at(FIELDS.len() - 2).0 };
    Records { fields, records: list.roles.iter().map(record).collect() }
}
