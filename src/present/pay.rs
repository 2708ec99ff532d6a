//! Pay: the salary section of a role's page, and what a figure says wherever it stands.

use std::borrow::Cow;

use crate::present::document::{Block, Glyphs};
use crate::present::figures::{optional_amount, optional_exact, thousands};
use crate::present::pay_chart;
use crate::present::pay_chart::Figure;
use crate::present::records::{Face, Record};
use crate::view::{Pay, RegionName};

/// How many figures a page shows, and the command that shows the others.
pub struct Shown {
    pub most: usize,
    pub more: String,
}

/// The salary section of a role's page, narrowed to regions where some were asked for.
pub fn section(
    rows: &[Pay<'_>],
    top: &[Pay<'_>],
    regions: &[RegionName<'_>],
    Shown { most, more }: &Shown,
    glyphs: Glyphs,
    blocks: &mut Vec<Block>,
) {
    blocks.push(Block::heading("Salary by region", "p25, median, p75 and n as published, gross unless noted"));
    if rows.is_empty() {
        blocks.push(Block::Paragraph(format!("No public figure for {}.", places(regions))));
        return blocks.extend(top.iter().map(top_of_market));
    }
    let shown = shortlist(rows, *most);
    let figures: Vec<Figure<'_, '_>> = shown.iter().map(|pay| Figure::named(&region_name(pay), pay)).collect();
    blocks.push(pay_chart::block(&figures, "region", false, glyphs));
    blocks.extend(top.iter().map(top_of_market));
    if shown.len() < rows.len() {
        blocks.push(Block::note(&format!("{} more: {more}", rows.len() - shown.len())));
    }
}

/// "Top of the market, United States: 657,500 USD/yr, n=36, S&P 500 officers 2025".
pub fn top_of_market(pay: &Pay<'_>) -> Block {
    let (region, median) = (pay.region.name, optional_amount(pay.median));
    let (unit, n, source) = (unit(pay), people(pay), pay.source.short);
    Block::note(&format!("Top of the market, {region}: {median} {unit}{n}, {source}"))
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
            pay.all_ranks,
            pay.old,
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
pub fn region_name(pay: &Pay<'_>) -> String {
    match pay.region.level {
        "state" => format!("{} ({})", pay.region.name, pay.region.id),
        _ => pay.region.name.to_owned(),
    }
}

/// Tells whether half of the people lie further apart than one to three.
pub fn is_wide(pay: &Pay<'_>) -> bool {
    pay.p25.zip(pay.p75).is_some_and(|(p25, p75)| p75.0.0 > 3 * p25.0.0)
}

/// "total pay", "offered": what the figures are, where they are not what was earned before tax.
fn kind_of_pay(pay: &Pay<'_>) -> Vec<String> {
    let basis = match pay.basis {
        "gross" => None,
        "total" => Some("total pay".to_owned()),
        basis => Some(basis.to_owned()),
    };
    let kind = (pay.kind != "earned").then(|| pay.kind.to_owned());
    basis.into_iter().chain(kind).collect()
}

/// "USD/yr offered, 2024": what all figures of one source, label and region have in common. The year where
/// the source's name has none.
pub fn terms(pay: &Pay<'_>) -> String {
    let year = pay.year.to_string();
    let year = (pay.old || !pay.source.short.contains(&year)).then(|| self::year(pay));
    let unit: Vec<String> = [unit(pay)].into_iter().chain(kind_of_pay(pay)).collect();
    [unit.join(" ")].into_iter().chain(year).collect::<Vec<_>>().join(", ")
}

/// "2025", "2018 old".
pub fn year(pay: &Pay<'_>) -> String {
    if pay.old { format!("{} old", pay.year) } else { pay.year.to_string() }
}

/// "exact", "all ranks": which label it is stands in the note.
pub fn short_quality<'a>(pay: &Pay<'a>) -> &'a str {
    match (pay.all_ranks, pay.top_of_market) {
        (true, _) => "all ranks",
        (_, true) => "top of the market",
        _ => pay.quality,
    }
}

/// "exact", "proxy, all ranks".
fn quality(pay: &Pay<'_>) -> String {
    match (pay.all_ranks, pay.top_of_market) {
        (true, _) => format!("{}, all ranks", pay.quality),
        (_, true) => format!("{}, top of the market", pay.quality),
        _ => pay.quality.to_owned(),
    }
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
            "exact" => quality(pay),
            _ => format!("{}: \"{}\"", quality(pay), pay.label),
        })
        .said(warnings(pay))
}

/// What a reader should mind, in parentheses.
fn warnings(pay: &Pay<'_>) -> String {
    let old = pay.old.then_some("old");
    let all: Vec<&str> = old.into_iter().chain(pay.notes.iter().copied()).collect();
    if all.is_empty() { String::new() } else { ["(", &all.join("; "), ")"].concat() }
}

fn yes(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
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
        .exact("old", yes(pay.old))
        .exact_or_none("n", pay.n)
        .exact("basis", pay.basis)
        .exact("pay_kind", pay.kind)
        .exact("source", pay.source.id)
        .exact("match", pay.quality)
        .exact("label", pay.label)
        .exact("all_ranks", yes(pay.all_ranks))
        .exact("top_of_market", yes(pay.top_of_market))
        .exact_or_none("seniority", pay.seniority.map(|it| it.said))
        .exact_or_none("scale", pay.seniority.map(|it| it.scale))
        .exact_or_none("of", pay.seniority.map(|it| it.of))
        .exact("note", pay.notes.join("; "))
}

/// Returns the change of a median: "111,374 to 139,218 EUR/year (+25%)".
pub fn change(from: &Pay<'_>, to: &Pay<'_>) -> String {
    let [before, after] = [from, to].map(|pay| pay.median.map_or(0, |median| median.0.0));
    let amounts = format!("{} to {} {}", optional_amount(from.median), optional_amount(to.median), per(to));
    share(before, after).map_or(amounts.clone(), |share| format!("{amounts} ({share})"))
}

/// Returns how many people, adverts or answers stand behind a figure: ", n=6,226"; nothing where nobody says.
pub fn people(pay: &Pay<'_>) -> String {
    pay.n.map_or(String::new(), |n| format!(", n={}", thousands(n.into())))
}

/// Returns a figure in a line: "140,014 USD/year offered, n=6,226, US visa applications 2024, all ranks".
pub fn brief(pay: &Pay<'_>) -> String {
    let kind = if pay.kind == "earned" { String::new() } else { format!(" {}", pay.kind) };
    let all = if pay.all_ranks { ", all ranks" } else { "" };
    let median = optional_amount(pay.median);
    format!("{median} {}{kind}{}, {}{all}", per(pay), people(pay), pay.source.short)
}

/// "USD/year".
fn per(pay: &Pay<'_>) -> String {
    format!("{}/{}", pay.currency, pay.per)
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
