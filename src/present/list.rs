//! Lists of roles, and what they were asked for by.

use crate::present::document::{Block, Column, Listing, Table};
use crate::present::figures::{count, level_word, role_name, short_level};
use crate::present::label::Label;
use crate::present::preparation::percent_change;
use crate::present::records::{Audience, Record, Records, joined};
use crate::present::role::named;
use crate::present::text::{Text, labelled, row};
use crate::text::hint::{Ask, hint};
use crate::text::sorting::Arrange;
use crate::view::{Asked, Certified, ListedRole, Prepared, RoleList};

/// An id says what a title is cut of, and nothing else says the rank.
const READABLE: usize = 20;

pub fn document(list: &RoleList<'_>) -> Vec<Block> {
    let by_occupation = list.roles.iter().any(|listed| listed.occupation.is_some());
    let group = if by_occupation { "occupation, not grade" } else { "family" };
    let mut columns = vec![Column::left("id"), Column::left("title"), Column::left(group), Column::left("level")];
    for _ in list.roles.first().iter().flat_map(|role| &role.competencies) {
        columns.extend([Column::right("weight"), Column::left("proficiency")]);
    }
    for it in list.roles.first().iter().flat_map(|role| &role.certificates) {
        columns.push(Column::left(it.certificate.map_or("asked for", |it| it.title)));
    }
    let rows: Vec<Vec<Text>> = list.roles.iter().map(|listed| row(listed, by_occupation)).collect();
    let first = Ask::of("show").words(list.roles.first().map(|listed| listed.role.id));
    let is_certified = list.roles.iter().any(|listed| !listed.certificates.is_empty());
    let counted =
        if is_certified { ". A level is that at which a certificate is one of several that count" } else { "" };
    let mut blocks: Vec<Block> = asked_for(list).into_iter().collect();
    blocks.extend([
        rows_block(columns, rows, by_occupation),
        Block::Gap,
        Block::Hint(hint![count(list.roles.len(), "role"), counted, ". One of them: ", first]),
    ]);
    blocks
}

/// Whose weights and levels the columns hold, in their order: a name as a heading would make its column wide enough to
/// cut every title.
fn asked_for(list: &RoleList<'_>) -> Option<Block> {
    let asked = list.roles.first().map_or(&[][..], |role| role.competencies.as_slice());
    let names: Vec<&str> = asked.iter().map(|asked| asked.competency.title).collect();
    let said = format!("weight and proficiency of: {}", names.join(", then "));
    (!names.is_empty()).then(|| Block::note(&said))
}

/// A line a role. Roles that were asked for by their occupation never stand without it: where those of one do not
/// follow each other, its name takes the room that it needs.
fn rows_block(mut columns: Vec<Column>, rows: Vec<Vec<Text>>, by_occupation: bool) -> Block {
    let runs = rows.chunk_by(|a, b| a[2] == b[2]).map(|run| &run[0][2]);
    let mut names: Vec<_> = runs.map(Text::plain).collect();
    names.arrange();
    let is_grouped = names.windows(2).all(|pair| pair[0] != pair[1]);
    if by_occupation && !is_grouped {
        columns[1..3].iter_mut().for_each(|column| column.wraps = true);
        return Block::Table(Table { columns, rows, titled: true });
    }
    Block::Listing(Listing {
        table: Table { columns, rows, titled: true },
        group: 2,
        cut: 1,
        least: 3,
        readable: READABLE,
    })
}

fn row(listed: &ListedRole<'_>, by_occupation: bool) -> Vec<Text> {
    let role = &listed.role;
    let of = listed.occupation.as_ref().map_or_else(|| "no public figure".to_owned(), occupation);
    let mut row = row![
        labelled(Label::Id, role.id),
        role_name(Label::Name, role),
        if by_occupation { of } else { role.family.title.to_owned() },
        short_level(role),
    ];
    for asked in &listed.competencies {
        row.extend(row![asked.weight.to_string(), needed(asked)]);
    }
    row.extend(listed.certificates.iter().map(|it| counts(it).into()));
    row
}

/// "intermediate, advanced; proxy": at which levels a certificate counts, and how near the work role is; who asks
/// for it.
fn counts(it: &Certified<'_>) -> String {
    let levels = it.proficiencies.join(", ");
    let levels = it.quality.map(|quality| format!("{levels}; {quality}"));
    let asked = it.asked_for_by.map(|catalog| format!("asked for by {catalog}"));
    asked.into_iter().chain(levels).collect::<Vec<_>>().join("; ")
}

/// Under a header a level of a company's own stands in its words.
fn needed_or_none(asked: &Asked<'_>) -> String {
    asked.own_level.as_ref().map(|own| own.word).or(asked.proficiency).unwrap_or("-").to_owned()
}

fn needed<'a>(asked: &Asked<'a>) -> &'a str {
    level_word(asked.proficiency, asked.own_level.as_ref())
}

/// "Software Developers +15.8%, proxy".
fn occupation(it: &Prepared<'_>) -> String {
    let said = match (it.growth, it.entry_education) {
        (Some(growth), _) => percent_change(growth.percent),
        (None, education) => education.unwrap_or_default().to_owned(),
    };
    format!("{} {said}, {}", it.title, it.quality)
}

const NAMED: &[&str] = &["role", "title", "family", "level", "track", "rank", "catalogs"];
/// Where the list was asked for by what occupations grow by or ask on entry.
const OCCUPIED: &[&str] =
    &["occupation", "occupation_code", "growth", "growth_from", "growth_to", "entry_education", "match", "source"];
/// Where a competency was asked for.
const NARROWED: &[&str] = &["weight", "proficiency"];
/// Where a certificate was asked for.
const CERTIFIED: &[&str] = &["certificate", "certificate_level", "certificate_match", "work_role", "asked_for_by"];

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
        let record = of_certificates(record, &listed.certificates);
        if listed.competencies.is_empty() {
            return record;
        }
        let joined =
            |text: fn(&Asked<'_>) -> String| listed.competencies.iter().map(text).collect::<Vec<_>>().join(" ");
        record.exact("weight", joined(|asked| asked.weight.to_string())).exact("proficiency", joined(needed_or_none))
    };
    let by_occupation = list.roles.iter().any(|listed| listed.occupation.is_some());
    let is_narrowed = list.roles.iter().any(|listed| !listed.competencies.is_empty());
    let is_certified = list.roles.iter().any(|listed| !listed.certificates.is_empty());
    let fields: &[&str] = match (by_occupation, is_narrowed, is_certified) {
        (true, true, true) => joined![NAMED, OCCUPIED, NARROWED, CERTIFIED],
        (true, true, false) => joined![NAMED, OCCUPIED, NARROWED],
        (true, false, true) => joined![NAMED, OCCUPIED, CERTIFIED],
        (true, false, false) => joined![NAMED, OCCUPIED],
        (false, true, true) => joined![NAMED, NARROWED, CERTIFIED],
        (false, true, false) => joined![NAMED, NARROWED],
        (false, false, true) => joined![NAMED, CERTIFIED],
        (false, false, false) => NAMED,
    };
    Records { fields, records: list.roles.iter().map(record).collect() }
}

/// Several certificates share a field, in the order in which they were asked for.
fn of_certificates<'v>(record: Record<'v>, all: &'v [Certified<'_>]) -> Record<'v> {
    if all.is_empty() {
        return record;
    }
    let joined = |text: &dyn Fn(&Certified<'_>) -> String| all.iter().map(text).collect::<Vec<_>>().join("; ");
    let or_none = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let record = all.iter().fold(record, |record, it| record.said(counts(it)));
    record
        .exact("certificate", joined(&|it| or_none(it.certificate.map(|it| it.id))))
        .exact("certificate_level", joined(&|it| it.proficiencies.join(", ")))
        .exact("certificate_match", joined(&|it| or_none(it.quality)))
        .exact("work_role", joined(&|it| or_none(it.work_role)))
        .exact("asked_for_by", joined(&|it| or_none(it.asked_for_by)))
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
