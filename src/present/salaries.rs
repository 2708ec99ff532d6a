//! The answers of `salary`: roles in regions, and the parts of a label by seniority.

use crate::present::document::{Block, Column, Glyphs, Table};
use crate::present::figures::{amount, role_name, thousands};
use crate::present::label::{Label, labelled};
use crate::present::records::{Face, Record, Records, joined};
use crate::present::{pay, pay_records};
use crate::view::{Amount, Pay, RolePay, Salaries};

pub fn document(salaries: &Salaries<'_>, glyphs: Glyphs) -> Vec<Block> {
    if salaries.by_seniority {
        return by_seniority(salaries, glyphs);
    }
    let mut blocks = Vec::new();
    let regions = distinct(salaries.rows.iter().map(|row| row.pay.region.id));
    let roles = distinct(salaries.rows.iter().map(|row| row.role.id));
    let by_role = roles <= 1 || regions > 1;
    for group in salaries.rows.chunk_by(|a, b| !by_role || a.role.id == b.role.id) {
        group_document(group, by_role, glyphs, &mut blocks);
    }
    blocks.extend(salaries.top_of_market.iter().map(|row| pay::top_of_market(&row.pay)));
    for role in &salaries.without {
        blocks.push(Block::Gap);
        blocks.push(Block::Line(format!("{}: no public figure", role.title)));
    }
    blocks.push(Block::Gap);
    blocks.push(Block::note(&foot(salaries)));
    blocks
}

/// What the figures are, what a label that is not the role's own is, and where one of them comes from.
fn foot(salaries: &Salaries<'_>) -> String {
    let mut foot = "As published: nothing is converted or averaged.".to_owned();
    let has = |quality: &str| salaries.rows.iter().any(|row| row.pay.quality == quality);
    if has("close") {
        foot.push_str(" close: published under a neighboring or slightly wider label.");
    }
    if has("proxy") {
        foot.push_str(" proxy: published under the label of a broader group.");
    }
    if salaries.rows.iter().any(|row| row.pay.all_ranks) {
        foot.push_str(" all ranks: of everybody in the trade, and not the role's own.");
    }
    if salaries.rows.iter().any(|row| row.pay.another_rank) {
        foot.push_str(" another rank: of a rank that the label names, and not the role's own.");
    }
    if let Some(first) = salaries.rows.first() {
        foot.push_str(&format!(" Where a figure comes from: roles why {} {}", first.role.id, first.pay.region.id));
    }
    foot
}

/// A block a source, label and region: its parts from the lowest up, on one scale.
fn by_seniority(salaries: &Salaries<'_>, glyphs: Glyphs) -> Vec<Block> {
    let mut blocks = Vec::new();
    for of_role in salaries.rows.chunk_by(|a, b| a.role.id == b.role.id) {
        if !blocks.is_empty() {
            blocks.push(Block::Gap);
        }
        let role = &of_role[0].role;
        let text = role_name(Label::Title, role) + &labelled(Label::Title, ": salary by seniority");
        blocks.push(Block::Title { text, id: role.id.to_owned() });
        for group in of_role.chunk_by(|a, b| same_block(&a.pay, &b.pay)) {
            let pays: Vec<&Pay<'_>> = group.iter().map(|row| &row.pay).collect();
            block_of(&pays, glyphs, &mut blocks);
        }
    }
    blocks.push(Block::Gap);
    blocks.push(Block::note("Each block is one source's: nothing is compared across blocks, converted or averaged."));
    blocks
}

/// The label whose parts a figure is one of, or which it is itself.
fn cut<'a>(pay: &Pay<'a>) -> &'a str {
    pay.seniority.map_or(pay.label, |it| it.of)
}

/// What all figures of a block have in common: nothing of two sources, years or kinds is mixed.
fn same_block(a: &Pay<'_>, b: &Pay<'_>) -> bool {
    (a.source.id, a.region.id, cut(a), a.currency, a.per, a.basis, a.kind, a.year)
        == (b.source.id, b.region.id, cut(b), b.currency, b.per, b.basis, b.kind, b.year)
}

fn block_of(pays: &[&Pay<'_>], glyphs: Glyphs, blocks: &mut Vec<Block>) {
    let first = pays[0];
    let aside = format!("“{}”, {}, {}", cut(first), first.region.name, pay::terms(first));
    blocks.push(Block::heading(first.source.short, &aside));
    let mut table = parts(pays, glyphs);
    plots(pays, &mut table, 4, glyphs);
    blocks.push(Block::Table(table));
    blocks.push(Block::note(&said_of_block(pays)));
}

fn parts(pays: &[&Pay<'_>], glyphs: Glyphs) -> Table {
    let columns = vec![
        Column::text("seniority"),
        Column::right("p25"),
        Column::right("median"),
        Column::right("p75"),
        Column::right("n"),
    ];
    let row = |pay: &&Pay<'_>| {
        let figure = |value: Option<Amount>| value.map_or_else(|| glyphs.none().to_owned(), amount);
        let n = pay.n.map_or_else(|| glyphs.none().to_owned(), |n| thousands(n.into()));
        let name = labelled(Label::Name, part(pay));
        vec![name, figure(pay.p25), figure(pay.median), figure(pay.p75), labelled(Label::Aside, &n)]
    };
    Table { columns, rows: pays.iter().map(row).collect(), titled: true }
}

/// The source's own words for a part of a label.
fn part<'a>(pay: &Pay<'a>) -> &'a str {
    pay.seniority.map_or("all", |it| it.said)
}

/// Which part is the role's own, what is true of all parts, and which figures are crooked.
fn said_of_block(pays: &[&Pay<'_>]) -> String {
    let of = |is: &dyn Fn(&Pay<'_>) -> bool| {
        pays.iter().filter(|pay| is(pay)).map(|pay| part(pay)).collect::<Vec<_>>().join("; ")
    };
    let is_own = |quality: &'static str| move |pay: &Pay<'_>| pay.is_own() && pay.quality == quality;
    let mut said: Vec<String> = [
        ("the role's own", of(&is_own("exact"))),
        ("close to the role", of(&is_own("close"))),
        ("wide, p75 more than three times p25", of(&pay::is_wide)),
        ("one figure for p25 to p90", of(&|pay| pay.collapsed)),
    ]
    .into_iter()
    .filter(|(_, parts)| !parts.is_empty())
    .map(|(what, parts)| format!("{what}: {parts}"))
    .collect();
    if pays.iter().all(|pay| !pay.is_own() || pay.quality == "proxy") {
        said.insert(0, "no part is the role's own".to_owned());
    }
    let cuts: Vec<&&Pay<'_>> = pays.iter().filter(|pay| pay.seniority.is_some()).collect();
    let is_common = |note: &&&str| cuts.iter().all(|pay| pay.notes.contains(*note));
    said.extend(cuts[0].notes.iter().filter(is_common).map(|note| note.to_string()));
    said.join(" · ")
}

fn group_document(group: &[RolePay<'_>], by_role: bool, glyphs: Glyphs, blocks: &mut Vec<Block>) {
    let first = &group[0];
    if !blocks.is_empty() {
        blocks.push(Block::Gap);
    }
    let (title, id) = match by_role {
        true => (role_name(Label::Title, &first.role) + &labelled(Label::Title, ": salary"), first.role.id),
        false => (labelled(Label::Title, &format!("Salaries in {}", first.pay.region.name)), first.pay.region.id),
    };
    blocks.push(Block::Title { text: title, id: id.to_owned() });
    let mut notes = pay::Notes::default();
    let pays: Vec<&Pay<'_>> = group.iter().map(|row| &row.pay).collect();
    let mut table = match by_role {
        true => pay::table(&pays, &mut notes, glyphs, pay::region_name, "region"),
        false => pay::table(&pays, &mut notes, glyphs, |_| String::new(), "role"),
    };
    if !by_role {
        for (cells, row) in table.rows.iter_mut().zip(group) {
            cells[0] = role_name(Label::Name, &row.role);
        }
    }
    plots(&pays, &mut table, 4, glyphs);
    blocks.push(Block::Table(table));
    blocks.extend(notes.blocks(glyphs));
}

/// Draws p25 to p75 with the median between, on one scale for rows that can be compared.
fn plots(pays: &[&Pay<'_>], table: &mut Table, at: usize, glyphs: Glyphs) {
    let alike = |pay: &Pay<'_>| (pay.currency.to_owned(), pay.per.to_owned());
    let mut scales: Vec<((String, String), (u64, u64))> = Vec::new();
    for pay in pays {
        let ends = [pay.p25, pay.median, pay.p75].into_iter().flatten().map(|amount| amount.0.0);
        for end in ends {
            match scales.iter_mut().find(|(unit, _)| *unit == alike(pay)) {
                Some((_, (low, high))) => (*low, *high) = ((*low).min(end), (*high).max(end)),
                None => scales.push((alike(pay), (end, end))),
            }
        }
    }
    table.columns.insert(at, Column::decoration("range"));
    for (pay, row) in pays.iter().zip(&mut table.rows) {
        let scale = scales.iter().find(|(unit, _)| *unit == alike(pay)).map(|(_, scale)| *scale);
        let plot = scale.and_then(|scale| plot(pay, scale, glyphs)).unwrap_or_default();
        row.insert(at, labelled(Label::Bar, &plot).replace(' ', "\u{a0}"));
    }
}

/// How many cells a plot has.
const PLOT: usize = 16;

fn plot(pay: &Pay<'_>, (low, high): (u64, u64), glyphs: Glyphs) -> Option<String> {
    let (p25, median, p75) = (pay.p25?.0.0, pay.median?.0.0, pay.p75?.0.0);
    let cell = |value: u64| match high > low {
        true => ((value - low) as f64 / (high - low) as f64 * (PLOT - 1) as f64).round() as usize,
        false => 0,
    };
    let (from, at, to) = (cell(p25), cell(median), cell(p75));
    let draw = |position: usize| match position {
        _ if position == at => glyphs.pick("●", "o"),
        _ if (from..=to).contains(&position) => glyphs.pick("─", "-"),
        _ => "\u{a0}",
    };
    Some((0..PLOT).map(draw).collect())
}

fn distinct<'i>(ids: impl Iterator<Item = &'i str>) -> usize {
    let mut ids: Vec<&str> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    ids.len()
}

const FIELDS: &[&str] = joined![&["role", "title",], &pay_records::NAMES];

pub fn records<'v>(salaries: &'v Salaries<'_>, face: Face) -> Records<'v> {
    let row = |row: &'v RolePay<'_>| {
        let record = face.record("").text("role", row.role.id).exact("title", row.role.title);
        let record = match salaries.by_seniority {
            true => record.said(part(&row.pay)),
            false => record,
        };
        pay_records::record(record, &row.pay)
    };
    let mut records: Vec<Record> = salaries.rows.iter().map(row).collect();
    for role in &salaries.without {
        records.push(face.record("").text("role", role.id).exact("title", role.title).said("no public figure"));
    }
    Records { fields: FIELDS, records }
}
