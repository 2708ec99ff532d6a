//! A chart within a width. The drawing takes the room that is left; where there is hardly any, names are
//! cut, then the drawing is left out, then spare figures. Where a chart asks for it, nothing is: a row's figures then
//! stand beneath its name and its drawing.

use unicode_width::UnicodeWidthStr;

use crate::present::document::{Align, Glyphs, Picture};
use crate::present::label::Label;
use crate::render::hung::Hung;
use crate::render::marks::{Chart, ChartLine, Marked, labelled, marked};
use crate::render::wrap::{self, wrap};
use crate::render::{fit, picture};

/// What lies between two columns.
const GAP: usize = 2;
/// A drawing is no narrower than this, and words beside figures neither.
const LEAST: usize = 8;
/// A name is cut to this before the drawing is left out.
const READABLE: usize = 24;
/// A title is parted at this, at the column's cells or at its longest word, before a name is cut.
const TITLE: usize = 12;

/// Which columns a chart keeps, and how wide they are.
struct Plan {
    kept: Vec<(usize, usize)>,
    /// Columns of the drawing; none where there is no room for it.
    between: usize,
    /// Whether nothing but names is cut.
    is_whole: bool,
}

/// Whether a chart of a width has drawings.
pub fn is_drawn(chart: &Chart, width: usize) -> bool {
    plan(chart, width).between > 0
}

/// Returns the lines of a chart, none wider than the width.
pub fn lines(chart: &Chart, width: usize, glyphs: Glyphs) -> Vec<Marked> {
    let plan = plan(chart, width);
    let is_whole = if has_pictures(chart) { plan.between > 0 } else { plan.is_whole };
    let hung = (chart.hangs && !is_whole).then(|| Hung::of(chart, width, glyphs));
    let is_drawn = plan.between > 0 || hung.is_some();
    let mut lines = match &hung {
        Some(hung) => hung.titles(),
        None => titles(&plan, chart, width, glyphs),
    };
    for line in &chart.lines {
        match line {
            ChartLine::Caption { text, aside, scale } => {
                let aside = if is_drawn && !scale.is_empty() { format!("{aside}, {scale}") } else { aside.clone() };
                lines.extend(caption(text, &aside, width));
            }
            ChartLine::Row { cells, picture, words } => match &hung {
                Some(hung) => lines.extend(hung.row(cells, *picture)),
                None => row(&plan, chart, (cells, *picture, words), width, glyphs, &mut lines),
            },
            ChartLine::Scale(text) if is_drawn => lines.extend(wrap(text, width, "", "")),
            ChartLine::Scale(_) => {}
            ChartLine::Beneath(text) => lines.extend(wrap(text, width, "  ", "  ")),
        }
    }
    lines
}

/// The titles of the columns, each whole in as many lines as it takes.
fn titles(plan: &Plan, chart: &Chart, width: usize, glyphs: Glyphs) -> Vec<Marked> {
    let mut lines = Vec::new();
    if !chart.titled {
        return lines;
    }
    let room = |at: usize| plan.kept.iter().find(|(kept, _)| *kept == at).map_or(0, |(_, width)| *width);
    let parted = |at: usize| wrap::title(&chart.columns[at].title, room(at));
    let parted: Vec<Vec<String>> = (0..chart.columns.len()).map(parted).collect();
    let tallest = plan.kept.iter().map(|(at, _)| parted[*at].len()).max().unwrap_or(0);
    for line in 0..tallest {
        let text = |title: &Vec<String>| labelled(Label::Aside, title.get(line).map_or("", String::as_str));
        let texts: Vec<Marked> = parted.iter().map(text).collect();
        row(plan, chart, (&texts, None, ""), width, glyphs, &mut lines);
    }
    lines
}

fn has_pictures(chart: &Chart) -> bool {
    chart.lines.iter().any(|line| matches!(line, ChartLine::Row { picture: Some(_), .. }))
}

/// The common words at the left, and those at the right where there is room for both.
fn caption(text: &str, aside: &str, width: usize) -> Vec<Marked> {
    let room = width.saturating_sub(aside.width() + GAP);
    if aside.is_empty() || room < text.width() {
        let aside = if aside.is_empty() { Vec::new() } else { wrap(aside, width, "  ", "  ") };
        return wrap(text, width, "", "  ").into_iter().chain(aside).collect();
    }
    let gap = " ".repeat(width - text.width() - aside.width());
    vec![format!("{text}{gap}{aside}")]
}

fn row(
    plan: &Plan,
    chart: &Chart,
    (cells, picture, words): (&[Marked], Option<Picture>, &str),
    width: usize,
    glyphs: Glyphs,
    lines: &mut Vec<Marked>,
) {
    let is_beneath = plan.between == 0 || !chart.cuts && words.width() > plan.between;
    let beside = match picture {
        Some(picture) => marked(&picture::drawn(picture, plan.between, glyphs)),
        None if is_beneath => String::new(),
        None => cut(words, plan.between, glyphs),
    };
    let cell = |(at, room): &(usize, usize)| padded(&cells[*at], *room, chart.columns[*at].align, glyphs);
    let (before, after) = plan.kept.split_at(plan.kept.partition_point(|(at, _)| *at < chart.at));
    let mut parts: Vec<Marked> = before.iter().map(cell).collect();
    parts.extend((plan.between > 0).then(|| padded(&beside, plan.between, Align::Left, glyphs)));
    parts.extend(after.iter().map(cell));
    lines.push(parts.join("  "));
    if picture.is_none() && is_beneath && !words.is_empty() {
        lines.extend(wrap(words, width, "  ", "  "));
    }
}

fn plan(chart: &Chart, width: usize) -> Plan {
    let natural: Vec<usize> = (0..chart.columns.len()).map(|at| natural(chart, at)).collect();
    let name = natural.first().copied().unwrap_or(0);
    let titles = (0..chart.columns.len()).map(|at| if chart.columns[at].cuts { cells(chart, at) } else { natural[at] });
    let words = |at: usize| if chart.titled { wrap::narrowest(&chart.columns[at].title) } else { 0 };
    let short = titles.zip(&natural).enumerate();
    let short: Vec<usize> = short.map(|(at, (cells, natural))| cells.max(TITLE).max(words(at)).min(*natural)).collect();
    let whole = Plan { kept: natural.iter().copied().enumerate().collect(), between: LEAST, is_whole: true };
    let is_tight = width < whole.width();
    let natural = if is_tight { short } else { natural };
    let all = |name: usize, between: usize| {
        let width = |at: usize| if at == 0 { natural[0].min(name) } else { natural[at] };
        Plan { kept: (0..natural.len()).map(|at| (at, width(at))).collect(), between, is_whole: true }
    };
    // Where there is nothing to draw beside names that may not be cut, no room is kept for it.
    let least = if chart.hangs && !has_pictures(chart) { 0 } else { LEAST };
    for (name_at_least, between) in [(name, least), (name.min(READABLE), least), (name.min(READABLE), 0)] {
        if let Some(room) = width.checked_sub(all(name_at_least, between).width()) {
            let name = name.min(name_at_least + room);
            let used = all(name, between).width();
            return all(name, if between > 0 { between + width - used } else { 0 });
        }
    }
    let mut chief = Plan { is_whole: false, ..all(name, 0) };
    chief.kept.retain(|(at, _)| !chart.columns[*at].decoration);
    squeeze(&mut chief, width);
    chief
}

impl Plan {
    /// The columns of a row.
    fn width(&self) -> usize {
        let parts = self.kept.len() + usize::from(self.between > 0);
        let widths = self.kept.iter().map(|(_, width)| width).sum::<usize>();
        widths + self.between + GAP * parts.saturating_sub(1)
    }
}

/// Takes from the widest column until the row fits.
fn squeeze(plan: &mut Plan, width: usize) {
    while plan.width() > width {
        let widest = plan.kept.iter_mut().map(|(_, width)| width).max_by_key(|width| **width);
        match widest {
            Some(widest) if *widest > 1 => *widest -= 1,
            _ => break,
        }
    }
}

/// The width of a column's widest cell, or of its title.
fn natural(chart: &Chart, at: usize) -> usize {
    let title = if chart.titled { chart.columns[at].title.width() } else { 0 };
    cells(chart, at).max(title)
}

/// The width of a column's widest cell.
fn cells(chart: &Chart, at: usize) -> usize {
    let widths = chart.lines.iter().map(|line| match line {
        ChartLine::Row { cells, .. } => cells.get(at).map_or(0, |cell| cell.width()),
        _ => 0,
    });
    widths.max().unwrap_or(0)
}

fn padded(cell: &str, width: usize, align: Align, glyphs: Glyphs) -> Marked {
    fit::padded(&cut(cell, width, glyphs), width, align)
}

fn cut(text: &str, width: usize, glyphs: Glyphs) -> Marked {
    fit::fits(text, width, glyphs.pick("…", "..."))
}
