//! The rows of Pay: a figure each, under the heading of the label that they are parts of, or by a name of its own.

use std::collections::HashMap;

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use crate::browse::data::pay::{PayScreen, unit};
use crate::browse::paint::Canvas;
use crate::browse::state::WIDE;
use crate::present::document::Glyphs;
use crate::present::figures::optional_amount;
use crate::present::label::Label;
use crate::present::pay;
use crate::present::text::{Text, cut, labelled};
use crate::request::By;
use crate::view::{Amount, Pay};

const MEDIAN: u16 = 12;
/// What a figure's currency, period and kind are.
type Unit<'a> = (&'a str, &'a str, &'a str, &'a str);

/// "USD/year", "USD/year net offered": before tax and earned where nothing is said.
fn told_unit(pay: &Pay<'_>) -> String {
    let basis = Some(pay.basis).filter(|basis| *basis != "gross");
    let kind = Some(pay.kind).filter(|kind| *kind != "earned");
    let unit = format!("{}/{}", pay.currency, pay.per);
    [Some(unit.as_str()), basis, kind].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The ends of the scales that figures stand on: the largest of each unit that has enough to be seen beside each
/// other.
pub fn ends<'a>(rows: &[&Pay<'a>]) -> HashMap<Unit<'a>, u64> {
    const ENOUGH: usize = 3;
    let mut found: HashMap<Unit<'a>, (usize, u64)> = HashMap::new();
    for pay in rows.iter().filter(|pay| pay.median.is_some()) {
        let (count, largest) = found.entry(unit(pay)).or_default();
        *count += 1;
        *largest = [pay.median, pay.p75].into_iter().flatten().map(|it| it.0.0).fold(*largest, u64::max);
    }
    let seen = found.into_iter().filter(|(_, (count, largest))| *count >= ENOUGH && *largest > 0);
    seen.map(|(unit, (_, largest))| (unit, largest)).collect()
}

/// `    ──●──`: from the 25th to the 75th percentile, with the median, on a scale from zero.
fn range(pay: &Pay<'_>, end: u64, cells: usize, glyphs: Glyphs) -> Text {
    let place =
        |amount: Option<Amount>| amount.map(|it| (u128::from(it.0.0) * (cells as u128 - 1) / u128::from(end)) as usize);
    let (low, median, high) = (place(pay.p25), place(pay.median), place(pay.p75));
    let cell = |at: usize| match () {
        () if median == Some(at) => labelled(Label::Mark, glyphs.pick("●", "o")),
        () if low.is_some_and(|low| low <= at) && high.is_some_and(|high| at <= high) => {
            labelled(Label::Bar, glyphs.pick("─", "-"))
        }
        () if at == 0 => labelled(Label::Aside, glyphs.pick("│", "|")),
        () => " ".into(),
    };
    Text::join((0..cells).map(cell), "")
}

/// The label of which a figure is a part.
fn cut_label<'a>(pay: &Pay<'a>) -> &'a str {
    pay.seniority.map_or(pay.label, |it| it.of)
}

fn part<'a>(pay: &Pay<'a>) -> &'a str {
    pay.seniority.map_or("all", |it| it.said)
}

/// The figures that begin the parts of another label.
pub fn heads(rows: &[&Pay<'_>]) -> Vec<usize> {
    let of = |at: usize| (rows[at].source.id, cut_label(rows[at]), rows[at].region.id, unit(rows[at]));
    (0..rows.len()).filter(|at| *at == 0 || of(*at) != of(at - 1)).collect()
}

/// So many figures as lines, with a heading before each of those that begin a label.
pub fn headed(heads: &[usize], rows: usize) -> Vec<Option<usize>> {
    let line = |row: usize| heads.binary_search(&row).is_ok().then_some(None).into_iter().chain([Some(row)]);
    (0..rows).flat_map(line).collect()
}

/// "Ukraine: Software Engineer (all)                DOU 2025".
pub fn draw_head(pay: &Pay<'_>, canvas: &mut Canvas<'_>, line: Rect) {
    let width = usize::from(line.width);
    // Two sources may have a label of one name.
    let source = if pay.source.short.width() + 2 <= width / 2 { pay.source.short } else { "" };
    let room = width.saturating_sub(source.width() + 2);
    let text = cut_within(&format!("{}: {}", pay.region.name, cut_label(pay)), room, canvas.ellipsis());
    canvas.put(line.x, line.y, line.width, labelled(Label::Heading, &text));
    canvas.put_right(line, line.y, labelled(Label::Aside, source));
}

/// A text in so many columns, the middle left out where it is longer: labels differ at both ends.
fn cut_within(text: &str, room: usize, ellipsis: &str) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let first = room.saturating_sub(ellipsis.width()) / 2;
    let mut rest = room.saturating_sub(ellipsis.width() + first);
    let mut end: Vec<char> = Vec::new();
    for c in text.chars().rev() {
        let Some(left) = rest.checked_sub(c.to_string().width()) else { break };
        rest = left;
        end.push(c);
    }
    format!("{}{ellipsis}{}", cut(text, first, ""), end.iter().rev().collect::<String>())
}

/// What a figure is of, whatever stands above it.
pub fn whole_name(screen: &PayScreen<'_>, pay: &Pay<'_>) -> String {
    match screen.by {
        Some(By::Seniority) => format!("{} {}, {}", pay.region.name, part(pay), cut_label(pay)),
        _ if pay.top_of_market => format!("{}, top of market", pay::region_name(pay)),
        _ => pay::region_name(pay),
    }
}

/// The figures' names in so many columns: no two of one unit are alike.
fn names<'a>(screen: &PayScreen<'_>, rows: &[&Pay<'a>], room: usize, ellipsis: &str) -> Vec<String> {
    if screen.by != Some(By::Seniority) {
        return rows.iter().map(|pay| whole_name(screen, pay)).collect();
    }
    if screen.is_headed() {
        return rows.iter().map(|pay| part(pay).to_owned()).collect();
    }
    let sources = told_sources(rows);
    // By their regions' codes where one is too long by its name: all alike.
    let is_whole = |(pay, source): (&&Pay<'_>, &String)| whole_name(screen, pay).width() + source.width() <= room;
    let are_whole = rows.iter().zip(&sources).all(is_whole);
    let named = |cut: Cut| {
        let name = |(pay, source): (&&Pay<'a>, &String)| {
            let region = if are_whole { pay.region.name } else { pay.region.id };
            let name = cut_name(&format!("{region} {}, ", part(pay)), cut_label(pay), source, room, (cut, ellipsis));
            (name, unit(pay))
        };
        rows.iter().zip(&sources).map(name).collect::<Vec<_>>()
    };
    let mut counts: HashMap<(String, Unit<'a>), usize> = HashMap::new();
    let by_ends = named(cut_behind);
    by_ends.iter().for_each(|name| *counts.entry(name.clone()).or_default() += 1);
    let mut known: HashMap<(String, Unit<'a>), usize> = HashMap::new();
    // Where the ends of labels tell them apart, they stay.
    let chosen = by_ends.into_iter().zip(named(cut_within)).map(|(end, middle)| match counts[&end] {
        1 => end,
        _ => middle,
    });
    let unlike = |name: (String, Unit<'a>)| {
        let times = known.entry(name.clone()).and_modify(|times| *times += 1).or_insert(1);
        match *times {
            1 => name.0,
            times => format!("{} ({times})", cut_behind(&name.0, room.saturating_sub(4), ellipsis)),
        }
    };
    chosen.map(unlike).collect()
}

/// ", Bureau" of figures that only their sources tell apart, with its year where two are of one name; else nothing.
fn told_sources(rows: &[&Pay<'_>]) -> Vec<String> {
    fn key<'a>(pay: &Pay<'a>) -> (&'a str, &'a str, &'a str, Unit<'a>) {
        (pay.region.id, part(pay), cut_label(pay), unit(pay))
    }
    let of_no_year = |short: &str| match short.rsplit_once(' ') {
        Some((name, year)) if year.len() == 4 && year.bytes().all(|c| c.is_ascii_digit()) => name.to_owned(),
        _ => short.to_owned(),
    };
    let mut sources: HashMap<_, Vec<&str>> = HashMap::new();
    rows.iter().for_each(|pay| sources.entry(key(pay)).or_default().push(pay.source.short));
    let told = |pay: &&Pay<'_>| {
        let others: Vec<&&str> = sources[&key(pay)].iter().filter(|other| **other != pay.source.short).collect();
        let name = of_no_year(pay.source.short);
        match () {
            () if others.is_empty() => String::new(),
            () if others.iter().any(|other| of_no_year(other) == name) => format!(", {}", pay.source.short),
            () => format!(", {name}"),
        }
    };
    rows.iter().map(told).collect()
}

/// How a text is cut to so many columns.
type Cut = fn(&str, usize, &str) -> String;

/// What stands before a label, the label, and its source: where there is no room for all, the label is cut first.
fn cut_name(before: &str, label: &str, source: &str, room: usize, (cut, ellipsis): (Cut, &str)) -> String {
    /// Fewer columns of a label say nothing.
    const LEAST: usize = 8;
    let left = room.saturating_sub(before.width() + source.width());
    if label.width() <= left || left >= LEAST {
        return format!("{before}{}{source}", cut(label, left, ellipsis));
    }
    cut(&format!("{before}{label}{source}"), room, ellipsis)
}

/// A text in so many columns, its end left out where it is longer.
fn cut_behind(text: &str, room: usize, ellipsis: &str) -> String {
    if text.width() <= room { text.to_owned() } else { cut(text, room, ellipsis) }
}

/// Where the parts of a row stand: the same for all.
pub struct Columns<'a> {
    names: Vec<String>,
    name: u16,
    unit: u16,
    is_wide: bool,
    /// The unit that ranges are drawn of, and the end of its scale.
    drawn: Option<(Unit<'a>, u64)>,
}

/// The unit of the chosen figure; where too few have it, that of most: figures of two units have no scale together.
fn drawn<'a>(rows: &[&Pay<'a>], chosen: usize) -> Option<(Unit<'a>, u64)> {
    let ends = ends(rows);
    let of_chosen = rows.get(chosen).map(|pay| unit(pay)).filter(|unit| ends.contains_key(unit));
    let count = |of: &Unit<'a>| rows.iter().filter(|pay| unit(pay) == *of).count();
    // The first of those of which there are equally many.
    let of_most = || rows.iter().rev().map(|pay| unit(pay)).filter(|unit| ends.contains_key(unit)).max_by_key(count);
    let unit = of_chosen.or_else(of_most)?;
    Some((unit, *ends.get(&unit)?))
}

impl<'a> Columns<'a> {
    pub fn of(screen: &PayScreen<'_>, rows: &[&Pay<'a>], width: u16, ellipsis: &str) -> Self {
        let is_wide = width >= WIDE;
        let longest = rows.iter().map(|pay| told_unit(pay).width()).max().unwrap_or(0) as u16;
        let unit = if is_wide { longest.min(22) + 2 } else { 10 };
        // Names that say the label too are long.
        let are_long = screen.by == Some(By::Seniority) && !screen.is_headed();
        let range = match width {
            _ if !is_wide => 0,
            // Of whom a figure is says more than its range.
            ..120 if are_long => 0,
            100.. if !are_long => 60,
            _ => 20,
        };
        // The range has what the names leave.
        let left = width.saturating_sub(2 + MEDIAN + unit + range);
        let longest = if are_long { left } else { 48 };
        let most = if is_wide { left.max(30) } else { left }.min(longest);
        let names = names(screen, rows, usize::from(most), ellipsis);
        let named = names.iter().map(|name| name.width()).max().unwrap_or(0) as u16;
        let name = left.max(if is_wide { named.min(30) } else { 0 }).min(if are_long { named.max(30) } else { 48 });
        Self { names, name, unit, is_wide, drawn: drawn(rows, screen.list.at) }
    }

    pub fn draw(&self, pay: &Pay<'a>, row: usize, is_chosen: bool, canvas: &mut Canvas<'_>, line: Rect) {
        let Self { name, is_wide, .. } = *self;
        canvas.put(line.x + 2, line.y, name, &self.names[row]);
        // Of whom a figure is must be seen beside those that are the role's own.
        let whose = if pay.is_own() { " " } else { "~" };
        let median = format!("{:>12}", format!("{whose}{}", optional_amount(pay.median)));
        canvas.put(line.x + 2 + name, line.y, MEDIAN, &median);
        let unit_told = if is_wide { told_unit(pay) } else { format!("{}/{}", pay.currency, pay.per) };
        canvas.put(line.x + 2 + name + MEDIAN + 1, line.y, self.unit - 1, labelled(Label::Aside, &unit_told));
        let x = line.x + 2 + name + MEDIAN + self.unit;
        let room = line.right().saturating_sub(x + 1);
        if let Some((_, end)) = self.drawn.filter(|(drawn, _)| *drawn == unit(pay) && is_wide && room >= 8) {
            canvas.put(x, line.y, room, range(pay, end, usize::from(room.min(60)), canvas.glyphs));
        }
        if is_chosen {
            let chosen = labelled(Label::Bar, canvas.glyphs.pick("▌", ">"));
            canvas.put(line.x, line.y, 1, &chosen);
            canvas.choose(line.x + 2, line.y, name);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_label_keeps_both_its_ends() {
        assert_eq!(cut_within("Software Engineer, Back-end", 15, "…"), "Softwar…ack-end");
        assert_eq!(cut_within("软件工程师", 7, "..."), "软...师");
        assert_eq!(cut_within("short", 5, "…"), "short");
    }

    #[test]
    fn a_name_gives_up_its_labels_end_and_keeps_its_source() {
        let cut = |room| cut_name("us senior level, ", "Software Developer", ", Survey 2025", room, (cut_behind, "…"));
        assert_eq!(cut(48), "us senior level, Software Developer, Survey 2025");
        assert_eq!(cut(40), "us senior level, Software …, Survey 2025");
        assert_eq!(cut(30), "us senior level, Software Dev…");
    }

    #[test]
    fn a_heading_stands_before_each_label() {
        assert_eq!(headed(&[0, 2], 3), [None, Some(0), Some(1), None, Some(2)]);
    }
}
