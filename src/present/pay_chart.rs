//! Figures of pay as a chart: rows of one source, label and unit under a heading that says these once, on one
//! scale from zero; every other row says them itself.

use crate::present::document::{Block, Chart, ChartLine, Column, Glyphs, Picture};
use crate::present::figures::{count, thousands, worded};
use crate::present::label::Label;
use crate::present::pay::{collapsed, is_wide, short_quality, terms};
use crate::present::pay_records::{OnPage, on_pages};
use crate::present::text::{Text, labelled};
use crate::view::Pay;

/// So many rows alike have a heading, and a drawing each.
const ALIKE: usize = 3;
/// The column before which rows are drawn: how many people stand behind a figure follows it.
const DRAWN_BEFORE: &str = "n";

/// A published figure, under the name that its row bears.
#[derive(Clone)]
pub struct Figure<'p, 'a> {
    pub name: Text,
    pub pay: &'p Pay<'a>,
    /// What stands beneath its row; its row then says nothing of its label.
    pub beneath: Option<String>,
}

impl<'p, 'a> Figure<'p, 'a> {
    pub fn named(name: &str, pay: &'p Pay<'a>) -> Self {
        Self { name: labelled(Label::Name, name), pay, beneath: None }
    }
}

/// Returns the chart of figures: the role's own before those of a broader label.
pub fn block(figures: &[Figure<'_, '_>], first: &str, titled: bool, glyphs: Glyphs) -> Block {
    let (own, broader): (Vec<_>, Vec<_>) = figures.iter().partition(|figure| is_own(figure.pay));
    let mut lines = Vec::new();
    for part in [own, broader] {
        let (alone, alike) = grouped(&part);
        let is_behind_a_group = lines.iter().any(|line| matches!(line, ChartLine::Caption { .. }));
        if is_behind_a_group && !alone.is_empty() {
            let text = labelled(Label::Aside, "others, each with its own source");
            lines.push(ChartLine::Caption { text, aside: Text::default(), scale: Text::default() });
        }
        alone.into_iter().for_each(|figure| add(figure, None, &mut lines, glyphs));
        alike.iter().for_each(|group| add_group(group, &mut lines, glyphs));
    }
    Block::Chart(Chart { columns: columns(first), at: drawn_at(), lines, titled, ..Chart::default() })
}

/// Returns figures in the order in which their chart shows them.
#[cfg(feature = "browse")]
pub fn in_order<'p, 'a>(rows: &[&'p Pay<'a>]) -> Vec<&'p Pay<'a>> {
    let figures: Vec<Figure<'p, 'a>> = rows.iter().map(|pay| Figure::named("", pay)).collect();
    let (own, broader): (Vec<_>, Vec<_>) = figures.iter().partition(|figure| is_own(figure.pay));
    let mut order = Vec::new();
    for part in [own, broader] {
        let (alone, alike) = grouped(&part);
        order.extend(alone.into_iter().chain(alike.into_iter().flatten()).map(|figure| figure.pay));
    }
    order
}

/// Returns the chart of figures that have everything but their name in common, which a heading says already.
pub fn alike(figures: &[Figure<'_, '_>], first: &str, glyphs: Glyphs) -> Block {
    let figures: Vec<&Figure<'_, '_>> = figures.iter().collect();
    let mut lines = Vec::new();
    let end = common_end(&figures);
    figures.iter().for_each(|figure| add(figure, Some(end), &mut lines, glyphs));
    let scale = end.filter(|_| !glyphs.heard).map(|end| format!("lines from {}", said_scale(end)));
    lines.extend(scale.map(|scale| ChartLine::Scale(labelled(Label::Aside, &scale))));
    Block::Chart(Chart { columns: columns(first), at: drawn_at(), lines, titled: true, ..Chart::default() })
}

/// The end of the scale on which figures are drawn; none where they are too few.
fn common_end(figures: &[&Figure<'_, '_>]) -> Option<u64> {
    (figures.len() >= ALIKE).then(|| end(figures)).flatten()
}

fn said_scale(end: u64) -> String {
    format!("0 to {}", thousands(end / 100))
}

fn columns(first: &str) -> Vec<Column> {
    std::iter::once(Column::text(first)).chain(on_pages().map(|(header, _)| Column::right(header))).collect()
}

/// Where rows are drawn, behind the first column.
fn drawn_at() -> usize {
    1 + on_pages().take_while(|(header, _)| *header != DRAWN_BEFORE).count()
}

/// Whether a figure is published under the role's own title, or nearly.
fn is_own(pay: &Pay<'_>) -> bool {
    matches!(short_quality(pay), "exact" | "close")
}

/// Whether rows stand under one heading; those with a line of their own beneath say their label there.
fn is_alike(a: &Figure<'_, '_>, b: &Figure<'_, '_>) -> bool {
    fn of<'a>(it: &Pay<'a>) -> ([&'a str; 5], u16) {
        ([it.source.id, it.currency, it.per, it.basis, it.kind], it.year)
    }
    // Bands of a company's grades are parts of one scale.
    fn label<'a>(it: &Pay<'a>) -> [&'a str; 2] {
        [if it.grade.is_some() { BY_GRADE } else { it.label }, short_quality(it)]
    }
    let says_label = a.beneath.is_some() && b.beneath.is_some();
    of(a.pay) == of(b.pay) && (says_label || label(a.pay) == label(b.pay))
}

/// What a group of a company's bands is called.
const BY_GRADE: &str = "bands by grade";

type Figures<'f, 'p, 'a> = Vec<&'f Figure<'p, 'a>>;

/// Figures that stand alone, and groups of those that are alike, each in the order in which they came.
fn grouped<'f, 'p, 'a>(figures: &[&'f Figure<'p, 'a>]) -> (Figures<'f, 'p, 'a>, Vec<Figures<'f, 'p, 'a>>) {
    let mut groups: Vec<Vec<&Figure<'_, '_>>> = Vec::new();
    for figure in figures {
        match groups.iter_mut().find(|group| is_alike(group[0], figure)) {
            Some(group) => group.push(figure),
            None => groups.push(vec![figure]),
        }
    }
    let (alike, alone): (Vec<_>, Vec<_>) = groups.into_iter().partition(|group| group.len() >= ALIKE);
    let is_alone = |figure: &&&Figure<'_, '_>| alone.iter().flatten().any(|one| std::ptr::eq(*one, **figure));
    (figures.iter().filter(is_alone).copied().collect(), alike)
}

/// Which figures have no heading in common with others.
pub fn alone(figures: &[Figure<'_, '_>]) -> Vec<bool> {
    let alike = |figure: &Figure<'_, '_>| {
        let kin = figures.iter().filter(|it| is_own(it.pay) == is_own(figure.pay) && is_alike(it, figure));
        kin.count()
    };
    figures.iter().map(|figure| alike(figure) < ALIKE).collect()
}

fn add_group(group: &[&Figure<'_, '_>], lines: &mut Vec<ChartLine>, glyphs: Glyphs) {
    let pay = group[0].pay;
    let end = end(group);
    let text = match group[0].beneath {
        Some(_) => pay.source.short.to_owned(),
        None if pay.grade.is_some() => BY_GRADE.to_owned(),
        None => format!("{} {}", short_quality(pay), worded(pay.label)),
    };
    let source = group[0].beneath.is_none().then(|| pay.source.short.to_owned());
    let scale = end.filter(|_| !glyphs.heard).map(said_scale);
    let aside: Vec<String> = source.into_iter().chain([terms(pay)]).collect();
    let [text, aside, scale] =
        [text, aside.join(", "), scale.unwrap_or_default()].map(|text| labelled(Label::Aside, &text));
    lines.push(ChartLine::Caption { text, aside, scale });
    group.iter().for_each(|figure| add(figure, Some(end), lines, glyphs));
}

/// Adds a figure: drawn on the scale of its group, or in words where it has none.
fn add(figure: &Figure<'_, '_>, group: Option<Option<u64>>, lines: &mut Vec<ChartLine>, glyphs: Glyphs) {
    let pay = figure.pay;
    let cell = |(_, column): (_, OnPage)| {
        let said = (column.said)(pay).unwrap_or_else(|| glyphs.none().to_owned());
        column.label.map_or_else(|| said.as_str().into(), |label| labelled(label, &said))
    };
    let cells = std::iter::once(figure.name.clone()).chain(on_pages().map(cell)).collect();
    let picture = group.flatten().and_then(|end| range(pay, end));
    let words = match group {
        Some(_) => doubts(pay).join(", "),
        None => words(figure),
    };
    let words = labelled(Label::Aside, &words);
    lines.push(ChartLine::Row { cells, picture, words });
    if let Some(beneath) = &figure.beneath {
        lines.push(ChartLine::Beneath(labelled(Label::Aside, beneath)));
    }
}

/// "close SGD/mo, Ministry of Manpower 2024, “Chief information officer”".
fn words(figure: &Figure<'_, '_>) -> String {
    let pay = figure.pay;
    let (quality, unit) = (short_quality(pay), terms(pay));
    let label = (quality != "exact").then(|| worded(pay.label));
    let (first, label) = match figure.beneath {
        Some(_) => (unit, None),
        None => (format!("{quality} {unit}"), label),
    };
    [first, pay.source.short.to_owned()].into_iter().chain(doubts(pay)).chain(label).collect::<Vec<_>>().join(", ")
}

/// What a reader should mind of a figure.
fn doubts(pay: &Pay<'_>) -> Vec<String> {
    let wide = is_wide(pay).then(|| "wide".to_owned());
    let collapsed = collapsed(pay).map(str::to_owned);
    let another = pay.another_source.then(|| "another source than other rungs".to_owned());
    wide.into_iter().chain(collapsed).chain(another).collect()
}

fn range(pay: &Pay<'_>, end: u64) -> Option<Picture> {
    let (low, at, high) = (pay.p25?.0.0, pay.median?.0.0, pay.p75?.0.0);
    Some(Picture::Range { low, at, high, end })
}

/// The end of the scale of figures: the highest of them, rounded up to two digits; none where none is drawn.
fn end(figures: &[&Figure<'_, '_>]) -> Option<u64> {
    let drawn = figures.iter().filter(|figure| range(figure.pay, 1).is_some());
    let highest = drawn.filter_map(|figure| figure.pay.p75).map(|amount| amount.0.0).max()?;
    let digits = highest.max(1).ilog10();
    let unit = 10_u64.pow(digits.saturating_sub(1)).max(100);
    highest.div_ceil(unit).checked_mul(unit)
}

/// Puts the figures of several roles that are one published figure into one row: "15 roles", named beneath it.
pub fn folded<'p, 'a>(figures: Vec<(&'p str, Figure<'p, 'a>)>) -> Vec<Figure<'p, 'a>> {
    let mut rows: Vec<Vec<(&str, Figure<'_, '_>)>> = Vec::new();
    for (title, figure) in figures {
        match rows.iter_mut().find(|row| is_one(row[0].1.pay, figure.pay)) {
            Some(row) => row.push((title, figure)),
            None => rows.push(vec![(title, figure)]),
        }
    }
    rows.into_iter().map(row).collect()
}

/// Whether two figures are one published figure.
fn is_one(a: &Pay<'_>, b: &Pay<'_>) -> bool {
    fn from<'a>(it: &Pay<'a>) -> [&'a str; 4] {
        [it.source.id, it.label, it.region.id, it.kind]
    }
    let of = |it: &Pay<'_>| (it.year, [it.p25, it.median, it.p75], it.n);
    of(a) == of(b) && from(a) == from(b)
}

/// "exact for Backend Engineer; proxy for API Engineer, Mobile Engineer; “Developer, back-end”".
fn row<'p, 'a>(of: Vec<(&'p str, Figure<'p, 'a>)>) -> Figure<'p, 'a> {
    let figure = of[0].1.clone();
    let label = worded(figure.pay.label);
    if of.len() == 1 {
        let beneath = Some(format!("{} {label}", short_quality(figure.pay)));
        return Figure { beneath, ..figure };
    }
    let mut qualities: Vec<&str> = of.iter().map(|(_, figure)| short_quality(figure.pay)).collect();
    let mut said = Vec::new();
    while let Some(quality) = qualities.first().copied() {
        let names = of.iter().filter(|(_, figure)| short_quality(figure.pay) == quality).map(|(title, _)| *title);
        said.push(format!("{quality} for {}", names.collect::<Vec<_>>().join(", ")));
        qualities.retain(|other| *other != quality);
    }
    let beneath = Some(format!("{label}, {}", said.join("; ")));
    Figure { name: labelled(Label::Name, &count(of.len(), "role")), beneath, ..figure }
}
