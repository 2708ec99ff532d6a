//! The answers of `salary`: roles in regions, and the parts of a label by seniority.

use crate::present::document::{Block, Glyphs};
use crate::present::figures::role_name;
use crate::present::label::Label;
use crate::present::pay_chart::Figure;
use crate::present::records::{Audience, Record, Records, joined};
use crate::present::text::{labelled, text};
use crate::present::{pay, pay_chart, pay_records};
use crate::text::hint::{Ask, Hint};
use crate::text::sorting::Arrange;
use crate::view::{Pay, RolePay, Salaries};

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
        blocks.push(Block::line(format!("{}: no public figure", role.title)));
    }
    blocks.push(Block::Gap);
    blocks.push(Block::Hint(foot(salaries)));
    blocks
}

/// What the figures are, what a label that is not the role's own is, and where one of them comes from.
fn foot(salaries: &Salaries<'_>) -> Hint {
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
    let why = salaries.rows.first().map(|first| Ask::of("why").words([first.role.id, first.pay.region.id]));
    why.into_iter().fold(foot.into(), |foot: Hint, why| foot.then(" Where a figure comes from: ").then(why))
}

/// A block a source, label and region: its parts from the lowest up, on one scale.
fn by_seniority(salaries: &Salaries<'_>, glyphs: Glyphs) -> Vec<Block> {
    let mut blocks = Vec::new();
    for of_role in salaries.rows.chunk_by(|a, b| a.role.id == b.role.id) {
        if !blocks.is_empty() {
            blocks.push(Block::Gap);
        }
        let role = &of_role[0].role;
        let text = text![role_name(Label::Title, role), labelled(Label::Title, ": salary by seniority")];
        blocks.push(Block::title(text, role.id));
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
    blocks.push(pay_chart::alike(&parts(pays), "seniority", glyphs));
    blocks.push(Block::note(&said_of_block(pays)));
}

fn parts<'p, 'a>(pays: &[&'p Pay<'a>]) -> Vec<Figure<'p, 'a>> {
    pays.iter().map(|pay| Figure::named(part(pay), pay)).collect()
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
    let one = |said: &'static str| (said, of(&|pay| pay::collapsed(pay) == Some(said)));
    let mut said: Vec<String> = [
        ("the role's own", of(&is_own("exact"))),
        ("close to the role", of(&is_own("close"))),
        ("wide, p75 more than three times p25", of(&pay::is_wide)),
        one("one figure for p25 to p90"),
        one("one figure for p25 to p75"),
        one("one figure for p25 and the median"),
        one("one figure for the median and p75"),
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
        true => (text![role_name(Label::Title, &first.role), labelled(Label::Title, ": salary")], first.role.id),
        false => (labelled(Label::Title, &format!("Salaries in {}", first.pay.region.name)), first.pay.region.id),
    };
    blocks.push(Block::title(title, id));
    let figures: Vec<Figure<'_, '_>> = match by_role {
        true => group.iter().map(|row| Figure::named(&pay::region_name(&row.pay), &row.pay)).collect(),
        false => pay_chart::folded(group.iter().map(of_role).collect()),
    };
    blocks.push(pay_chart::block(&figures, if by_role { "region" } else { "role" }, true, glyphs));
    let name = |row: &RolePay<'_>| if by_role { pay::region_name(&row.pay) } else { titled(row) };
    blocks.extend(group.iter().filter_map(|row| pay::own(&name(row), &row.pay)));
}

/// "Payments Engineer, L4".
fn titled(row: &RolePay<'_>) -> String {
    row.pay.grade.map_or(row.role.title.to_owned(), |grade| format!("{}, {}", row.role.title, grade.id))
}

fn of_role<'p, 'a>(row: &'p RolePay<'a>) -> (&'p str, Figure<'p, 'a>) {
    let name = role_name(Label::Name, &row.role);
    let name = match row.pay.grade {
        Some(grade) => text![name, ", ", grade.id],
        None => name,
    };
    (row.role.title, Figure { name, ..Figure::named("", &row.pay) })
}

fn distinct<'i>(ids: impl Iterator<Item = &'i str>) -> usize {
    let mut ids: Vec<&str> = ids.collect();
    ids.arrange();
    ids.dedup();
    ids.len()
}

const FIELDS: &[&str] = joined![&["role", "title",], &pay_records::NAMES, &pay_records::BESIDE, &["grade"]];

pub fn records<'v>(salaries: &'v Salaries<'_>, audience: Audience) -> Records<'v> {
    let row = |row: &'v RolePay<'_>| {
        let record = audience.record("").text("role", row.role.id).exact("title", row.role.title);
        let record = match salaries.by_seniority {
            true => record.said(part(&row.pay)),
            false => record,
        };
        pay_records::record(record, &row.pay)
    };
    let mut records: Vec<Record> = salaries.rows.iter().map(row).collect();
    for role in &salaries.without {
        records.push(audience.record("").text("role", role.id).exact("title", role.title).said("no public figure"));
    }
    Records { fields: FIELDS, records }
}
