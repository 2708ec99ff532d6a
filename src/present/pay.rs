//! Pay: the salary section of a role's page, and the answers of `salary`.

use std::borrow::Cow;

use crate::present::document::{Block, Column, Glyphs, Table};
use crate::present::figures::{exact_amount, optional_amount, optional_exact, role_name, thousands};
use crate::present::label::{Label, labelled};
use crate::present::records::{Face, Record, Records};
use crate::view::{Amount, Pay, RegionName, RolePay, Salaries};

/// How many figures a page shows, and the command that shows the others.
pub struct Shown {
    pub most: usize,
    pub more: String,
}

/// The salary section of a role's page, narrowed to regions where some were asked for.
pub fn section(
    rows: &[Pay<'_>],
    regions: &[RegionName<'_>],
    Shown { most, more }: &Shown,
    glyphs: Glyphs,
    blocks: &mut Vec<Block>,
) {
    blocks.push(Block::heading("Salary by region", "as published, gross unless noted; nothing converted"));
    if rows.is_empty() {
        return blocks.push(Block::Paragraph(format!("No public figure for {}.", places(regions))));
    }
    let shown = shortlist(rows, *most);
    let mut notes = Notes::default();
    let table = table(&shown, &mut notes, glyphs, region_name, "region");
    blocks.push(Block::Table(table));
    blocks.extend(notes.blocks(glyphs));
    if shown.len() < rows.len() {
        blocks.push(Block::note(&format!("{} more: {more}", rows.len() - shown.len())));
    }
}

/// "Germany or France"; the world and every country where no region was asked for.
fn places(regions: &[RegionName<'_>]) -> String {
    match regions {
        [] => "the world or any country".to_owned(),
        regions => regions.iter().map(|region| region.name).collect::<Vec<_>>().join(" or "),
    }
}

/// The rows whose labels name the role best, in their own order.
fn shortlist<'p, 'a>(rows: &'p [Pay<'a>], most: usize) -> Vec<&'p Pay<'a>> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|at| {
        let pay = &rows[*at];
        (
            pay.region.level != "country",
            pay.quality != "exact",
            pay.quality == "proxy",
            std::cmp::Reverse(pay.n.unwrap_or(u32::MAX)),
        )
    });
    order.truncate(most);
    order.sort_unstable();
    order.into_iter().map(|at| &rows[at]).collect()
}

/// A state bears its code: Georgia is a country too.
fn region_name(pay: &Pay<'_>) -> String {
    match pay.region.level {
        "state" => format!("{} ({})", pay.region.name, pay.region.id),
        _ => pay.region.name.to_owned(),
    }
}

/// What stands under a table of pay: each source's label once, under its mark.
#[derive(Default)]
struct Notes {
    texts: Vec<String>,
}

impl Notes {
    fn mark(&mut self, pay: &Pay<'_>, glyphs: Glyphs) -> String {
        let text = note(pay);
        let at = self.texts.iter().position(|known| *known == text).unwrap_or_else(|| {
            self.texts.push(text);
            self.texts.len() - 1
        });
        glyphs.note_mark(at + 1)
    }

    fn blocks(self, glyphs: Glyphs) -> Vec<Block> {
        let texts: Vec<String> = self
            .texts
            .iter()
            .enumerate()
            .map(|(at, text)| format!("{}\u{a0}{text}", glyphs.note_mark(at + 1)))
            .collect();
        if texts.is_empty() { Vec::new() } else { vec![Block::note(&texts.join("   "))] }
    }
}

/// "net, advertised, DOU salary survey, “CTO / Technical Director”".
fn note(pay: &Pay<'_>) -> String {
    let mut parts: Vec<String> = Vec::new();
    match pay.basis {
        "gross" => {}
        "total" => parts.push("total pay".to_owned()),
        basis => parts.push(basis.to_owned()),
    }
    if pay.kind != "earned" {
        parts.push(pay.kind.to_owned());
    }
    parts.push(pay.source.short.to_owned());
    if pay.quality != "exact" {
        parts.push(format!("“{}”", pay.label));
    }
    parts.join(", ")
}

fn table(
    rows: &[&Pay<'_>],
    notes: &mut Notes,
    glyphs: Glyphs,
    name: impl Fn(&Pay<'_>) -> String,
    named: &str,
) -> Table {
    let columns = vec![
        Column::text(named),
        Column::right("p25"),
        Column::right("median"),
        Column::right("p75"),
        Column::left(""),
        Column::left("year"),
        Column::right("n"),
        Column::left("match"),
    ];
    let row = |pay: &&Pay<'_>| {
        let figure = |value: Option<Amount>| value.map_or_else(|| glyphs.none().to_owned(), super::figures::amount);
        vec![
            labelled(Label::Name, &name(pay)),
            figure(pay.p25),
            figure(pay.median),
            figure(pay.p75),
            unit(pay),
            labelled(Label::Aside, &pay.year.to_string()),
            labelled(Label::Aside, &pay.n.map_or_else(|| glyphs.none().to_owned(), |n| thousands(n.into()))),
            format!("{} {}", pay.quality, labelled(Label::Aside, &notes.mark(pay, glyphs))),
        ]
    };
    let rows = rows.iter().map(row).collect();
    Table { columns, rows, titled: true }
}

/// "USD/yr", "SGD/mo", "DKK/h".
fn unit(pay: &Pay<'_>) -> String {
    let per = match pay.per {
        "year" => "yr",
        "month" => "mo",
        _ => "h",
    };
    format!("{}/{per}", pay.currency)
}

/// Adds a pay row to a record.
pub fn record<'v>(record: Record<'v>, pay: &'v Pay<'_>) -> Record<'v> {
    match record.face() {
        Face::Lines => line(record, pay),
        Face::Fields => row(record, pay),
    }
}

fn line<'v>(record: Record<'v>, pay: &'v Pay<'_>) -> Record<'v> {
    record
        .said(pay.region.name)
        .said(pay.region.id)
        .said_number(optional_amount(pay.p25))
        .said_number(optional_amount(pay.median))
        .said_number(optional_amount(pay.p75))
        .said([pay.currency, "/", pay.per].concat())
        .said(pay.year.to_string())
        .said(["n=", &pay.n.map_or("-".to_owned(), |n| n.to_string())].concat())
        .said(match pay.kind {
            "earned" => Cow::Borrowed(pay.basis),
            kind => [pay.basis, " ", kind].concat().into(),
        })
        .said(pay.source.id)
        .said(match pay.quality {
            "exact" => Cow::Borrowed("exact"),
            quality => [quality, ": \"", pay.label, "\""].concat().into(),
        })
        .said(if pay.notes.is_empty() { String::new() } else { ["(", &pay.notes.join("; "), ")"].concat() })
}

fn row<'v>(record: Record<'v>, pay: &'v Pay<'_>) -> Record<'v> {
    record
        .exact("region_name", pay.region.name)
        .exact("region", pay.region.id)
        .exact("p10", optional_exact(pay.p10))
        .exact("p25", optional_exact(pay.p25))
        .exact("median", optional_exact(pay.median))
        .exact("p75", optional_exact(pay.p75))
        .exact("p90", optional_exact(pay.p90))
        .exact("currency", pay.currency)
        .exact("per", pay.per)
        .exact("year", pay.year)
        .exact_or_none("n", pay.n)
        .exact("basis", pay.basis)
        .exact("pay_kind", pay.kind)
        .exact("source", pay.source.id)
        .exact("match", pay.quality)
        .exact("label", pay.label)
        .exact("note", pay.notes.join("; "))
}

pub fn document(salaries: &Salaries<'_>, glyphs: Glyphs) -> Vec<Block> {
    let mut blocks = Vec::new();
    let regions = distinct(salaries.rows.iter().map(|row| row.pay.region.id));
    let roles = distinct(salaries.rows.iter().map(|row| row.role.id));
    let by_role = roles <= 1 || regions > 1;
    for group in salaries.rows.chunk_by(|a, b| !by_role || a.role.id == b.role.id) {
        group_document(group, by_role, salaries.all_sources, glyphs, &mut blocks);
    }
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
    if let Some(first) = salaries.rows.first() {
        foot.push_str(&format!(" Where a figure comes from: roles why {} {}", first.role.id, first.pay.region.id));
    }
    foot
}

fn group_document(group: &[RolePay<'_>], by_role: bool, all_sources: bool, glyphs: Glyphs, blocks: &mut Vec<Block>) {
    let first = &group[0];
    if !blocks.is_empty() {
        blocks.push(Block::Gap);
    }
    let (title, id) = match by_role {
        true => (role_name(Label::Title, &first.role) + &labelled(Label::Title, ": salary"), first.role.id),
        false => (labelled(Label::Title, &format!("Salaries in {}", first.pay.region.name)), first.pay.region.id),
    };
    blocks.push(Block::Title { text: title, id: id.to_owned() });
    let mut notes = Notes::default();
    let pays: Vec<&Pay<'_>> = group.iter().map(|row| &row.pay).collect();
    let mut table = match by_role {
        true => table(&pays, &mut notes, glyphs, region_name, "region"),
        false => table(&pays, &mut notes, glyphs, |_| String::new(), "role"),
    };
    if !by_role {
        for (cells, row) in table.rows.iter_mut().zip(group) {
            cells[0] = role_name(Label::Name, &row.role);
        }
    }
    plots(&pays, &mut table, glyphs);
    let _ = all_sources;
    blocks.push(Block::Table(table));
    blocks.extend(notes.blocks(glyphs));
}

/// Draws p25 to p75 with the median between, on one scale for rows that can be compared.
fn plots(pays: &[&Pay<'_>], table: &mut Table, glyphs: Glyphs) {
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
    table.columns.insert(4, Column::decoration("range"));
    for (pay, row) in pays.iter().zip(&mut table.rows) {
        let scale = scales.iter().find(|(unit, _)| *unit == alike(pay)).map(|(_, scale)| *scale);
        let plot = scale.and_then(|scale| plot(pay, scale, glyphs)).unwrap_or_default();
        row.insert(4, labelled(Label::Bar, &plot).replace(' ', "\u{a0}"));
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

const FIELDS: &[&str] = &[
    "role",
    "title",
    "region",
    "region_name",
    "p10",
    "p25",
    "median",
    "p75",
    "p90",
    "currency",
    "per",
    "year",
    "n",
    "basis",
    "pay_kind",
    "match",
    "label",
    "source",
    "note",
];

pub fn records<'v>(salaries: &'v Salaries<'_>, face: Face) -> Records<'v> {
    let row = |row: &'v RolePay<'_>| {
        record(face.record("").text("role", row.role.id).exact("title", row.role.title), &row.pay)
    };
    let mut records: Vec<Record> = salaries.rows.iter().map(row).collect();
    for role in &salaries.without {
        records.push(face.record("").text("role", role.id).exact("title", role.title).said("no public figure"));
    }
    Records { fields: FIELDS, records }
}

/// Returns the change of a median: "111,374 to 139,218 EUR/year (+25%)".
pub fn change(from: Amount, to: Amount, currency: &str, per: &str) -> String {
    let amounts = format!("{} to {} {currency}/{per}", super::figures::amount(from), super::figures::amount(to));
    share(from.0.0, to.0.0).map_or(amounts.clone(), |share| format!("{amounts} ({share})"))
}

/// Returns by how much an amount changes, in whole percent, rounded half away from zero: `+25%`. Of
/// nothing there is no share, and a share that rounds to nothing has no sign.
fn share(from: u64, to: u64) -> Option<String> {
    let (from, to) = (i128::from(from), i128::from(to));
    let twice = 200 * (to - from);
    match from {
        0 => None,
        _ if to == from => Some("unchanged".to_owned()),
        _ if twice.abs() < from => Some("under 1%".to_owned()),
        // An amount in the wrong unit, most often; its digits say nothing.
        _ if to - from >= 10 * from => Some("over +999%".to_owned()),
        _ => Some(format!("{:+}%", (twice + from * twice.signum()) / (2 * from))),
    }
}

/// As [`change`], for programs.
pub fn exact_change(from: Amount, to: Amount) -> (String, String) {
    (exact_amount(from), exact_amount(to))
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn a_change_is_a_share_of_something_and_has_a_sign_where_it_has_a_digit() {
        let said = |from, to| share(from, to).unwrap_or_default();
        assert_eq!(said(0, 500), "");
        assert_eq!(said(0, 0), "");
        assert_eq!(said(100, 100), "unchanged");
        assert_eq!(said(10_000, 9_960), "under 1%");
        assert_eq!(said(10_000, 10_049), "under 1%");
        assert_eq!(said(10_000, 10_050), "+1%");
        assert_eq!(said(10_000, 9_950), "-1%");
        assert_eq!(said(11_137_400, 13_921_800), "+25%");
        assert_eq!(said(8, 0), "-100%");
        assert_eq!(said(1_000, 10_990), "+999%");
        assert_eq!(said(1, 11), "over +999%");
        assert_eq!(said(1, u64::MAX), "over +999%");
    }
}
