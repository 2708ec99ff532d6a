//! Pay: what a figure says on any page.

use crate::present::document::Block;
use crate::present::figures::{optional_amount, thousands, worded};
use crate::view::{Pay, PayChange, Published};

/// Returns what stands beneath a company's band: "Germany: Without the bonus. Published: 69,609 USD/year, total pay,
/// Stack Overflow 2025: “Developer, back-end” (close, n=57); not comparable: not in one currency and period".
pub fn own(name: &str, pay: &Pay<'_>) -> Option<Block> {
    let note = pay.own_note.map(|note| note.trim().to_owned());
    let said: Vec<String> = note.into_iter().chain(pay.published.as_deref().map(published)).collect();
    (!said.is_empty()).then(|| Block::note(&format!("{name}: {}", said.join(" · "))))
}

/// "published of Engineer: 100,000 EUR/year, gross, Statistics 2025: “Engineers” (exact, n=80); the band is +12%".
pub fn published(beside: &Published<'_>) -> String {
    let of = beside.of.map_or(String::new(), |role| format!(" of {}", role.title));
    let compared = match (beside.difference, beside.why) {
        (Some(0), _) => "; the band's median is the same".to_owned(),
        (Some(difference), _) => format!("; the band's median is {difference:+}%"),
        (None, why) => why.map_or(String::new(), |why| format!("; {why}")),
    };
    format!("published{of}: {}{compared}", figure(&beside.pay))
}

/// "Top of the market, United States: 657,500 USD/yr, n=36, S&P 500 officers 2025".
pub fn top_of_market(pay: &Pay<'_>) -> Block {
    let (region, median) = (pay.region.name, optional_amount(pay.median));
    let (unit, n, source) = (unit(pay), people(pay), pay.source.short);
    let year = if source.contains(&pay.year.to_string()) { String::new() } else { format!(", {}", pay.year) };
    Block::note(&format!("Top of the market, {region}: {median} {unit}{n}{year}, {source}"))
}

/// A state bears its code: Georgia is a country too.
pub fn region_name(pay: &Pay<'_>) -> String {
    let place = place(pay);
    match pay.grade {
        Some(grade) => format!("{place}, {}", grade.id),
        None => place,
    }
}

fn place(pay: &Pay<'_>) -> String {
    match pay.region.level {
        "state" => format!("{} ({})", pay.region.name, pay.region.id),
        _ => pay.region.name.to_owned(),
    }
}

/// Tells whether half of the people lie further apart than one to three.
pub fn is_wide(pay: &Pay<'_>) -> bool {
    pay.p25.zip(pay.p75).is_some_and(|(p25, p75)| p75.0.0 > 3 * p25.0.0)
}

/// Says which figures of a row are one, where some are.
pub fn collapsed(pay: &Pay<'_>) -> Option<&'static str> {
    match pay.collapsed {
        false => None,
        true if pay.p25 == pay.p75 && pay.p90.is_none_or(|p90| Some(p90) == pay.median) => {
            Some("one figure for p25 to p90")
        }
        true if pay.p25 == pay.p75 => Some("one figure for p25 to p75"),
        true if pay.p25 == pay.median => Some("one figure for p25 and the median"),
        true => Some("one figure for the median and p75"),
    }
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

/// "exact", "proxy, all ranks": which label it is stands in the note.
pub fn short_quality<'a>(pay: &Pay<'a>) -> &'a str {
    match (mark(pay), pay.quality) {
        (None, quality) => quality,
        (Some("all ranks"), "exact") => "exact, all ranks",
        (Some("all ranks"), "close") => "close, all ranks",
        (Some("all ranks"), _) => "proxy, all ranks",
        (Some("another rank"), "exact") => "exact, another rank",
        (Some("another rank"), "close") => "close, another rank",
        (Some("another rank"), _) => "proxy, another rank",
        (Some(mark), _) => mark,
    }
}

/// Why a figure is not the role's own, where it is not.
fn mark(pay: &Pay<'_>) -> Option<&'static str> {
    match pay {
        Pay { all_ranks: true, .. } => Some("all ranks"),
        Pay { another_rank: true, .. } => Some("another rank"),
        Pay { top_of_market: true, .. } => Some("top of the market"),
        _ => None,
    }
}

/// "exact", "proxy, all ranks".
pub fn marks(pay: &Pay<'_>) -> String {
    mark(pay).map_or(pay.quality.to_owned(), |mark| format!("{}, {mark}", pay.quality))
}

/// "USD/yr", "SGD/mo", "GBP/d", "DKK/h".
pub fn unit(pay: &Pay<'_>) -> String {
    let per = match pay.per {
        "year" => "yr",
        "month" => "mo",
        "day" => "d",
        _ => "h",
    };
    format!("{}/{per}", pay.currency)
}

/// Returns how many people, adverts or answers stand behind a figure: ", n=6,226"; nothing where nobody says.
pub fn people(pay: &Pay<'_>) -> String {
    pay.n.map_or(String::new(), |n| format!(", n={}", thousands(n.into())))
}

/// Returns a step of pay: "111,374 to 139,218 EUR/year (+25%), gross, Statistics 2025: “Engineers” (exact, n=80) to
/// “Senior engineers” (exact, n=90)"; or each figure, and why they are not compared.
pub fn change(change: &PayChange<'_>) -> String {
    match change {
        PayChange::Yes { from, to, shown_otherwise } => {
            let [before, after] = [from, to].map(|pay| pay.median.map_or(0, |median| median.0.0));
            let share = share(before, after).map_or(String::new(), |share| format!(" ({share})"));
            let (first, last) = (optional_amount(from.median), optional_amount(to.median));
            let otherwise = otherwise(shown_otherwise).map_or(String::new(), |said| format!("; {said}"));
            let (made, from, to, per) = (made(to), label(from), label(to), per(to));
            format!("{first} to {last} {per}{share}, {made}: {from} to {to}{otherwise}")
        }
        PayChange::No { why, from, to } => {
            let all = [from, to].into_iter().flatten().map(|pay| figure(pay));
            all.chain([(*why).to_owned()]).collect::<Vec<_>>().join("; ")
        }
    }
}

/// Says that figures are those of a source that knows all roles, where `salary` shows others.
pub fn otherwise(roles: &[&str]) -> Option<String> {
    let ids = roles.join(", ");
    (!ids.is_empty()).then(|| format!("the source that knows all, salary shows another of {ids}"))
}

/// Returns a figure in a line: "140,014 USD/year, gross, offered, US visa applications 2024: “Engineer” (exact,
/// n=6,226)".
pub fn figure(pay: &Pay<'_>) -> String {
    let median = pay.median.map_or("no median".to_owned(), super::figures::amount);
    format!("{median} {}, {}: {}", per(pay), made(pay), label(pay))
}

/// "gross, offered, US visa applications 2024": what is counted, by whom and when.
pub fn made(pay: &Pay<'_>) -> String {
    let basis = if pay.basis == "total" { "total pay" } else { pay.basis };
    let kind = (pay.kind != "earned").then_some(pay.kind);
    let year = year(pay);
    let year = Some(year.as_str()).filter(|_| pay.old || !pay.source.short.contains(&pay.year.to_string()));
    let parts: Vec<&str> = [basis].into_iter().chain(kind).chain([pay.source.short]).chain(year).collect();
    parts.join(", ")
}

/// "“Senior engineers” (close, n=90)".
pub fn label(pay: &Pay<'_>) -> String {
    format!("{} ({}{})", worded(pay.label), marks(pay), people(pay))
}

/// Returns a figure in a line without its label: "140,014 USD/year offered, n=6,226, US visa applications 2024, all
/// ranks".
#[cfg(feature = "browse")]
pub fn brief(pay: &Pay<'_>) -> String {
    let kind = if pay.kind == "earned" { String::new() } else { format!(" {}", pay.kind) };
    let mark = mark(pay).map_or(String::new(), |_| format!(", {}", marks(pay)));
    let median = optional_amount(pay.median);
    format!("{median} {}{kind}{}, {}{mark}", per(pay), people(pay), pay.source.short)
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
