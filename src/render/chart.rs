//! A chart within a width. The drawing takes the room that is left; where there is hardly any, names are
//! wrapped or cut, then the drawing is left out, then spare figures. Where a chart asks for it, nothing is: a row's figures then
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

/// Which columns a chart keeps within a width, and how wide they are.
pub struct Columns {
    width: usize,
    kept: Vec<(usize, usize)>,
    /// Columns of the drawing; none where there is no room for it.
    between: usize,
    /// Whether nothing but names is cut.
    is_whole: bool,
}

/// Whether a chart of a width has drawings.
pub fn is_drawn(chart: &Chart, width: usize) -> bool {
    Columns::of(chart, width).between > 0
}

/// Returns the lines of a chart, none wider than its columns are.
pub fn lines(chart: &Chart, columns: &Columns, glyphs: Glyphs) -> Vec<Marked> {
    let width = columns.width;
    let hung = columns.hang(chart).then(|| Hung::of(chart, width, glyphs));
    let is_drawn = columns.between > 0 || hung.is_some();
    let mut lines = match &hung {
        Some(hung) => hung.titles(),
        None => titles(columns, chart, glyphs),
    };
    for line in &chart.lines {
        match line {
            ChartLine::Caption { text, aside, scale } => {
                let aside = if is_drawn && !scale.is_empty() { format!("{aside}, {scale}") } else { aside.clone() };
                lines.extend(caption(text, &aside, width));
            }
            ChartLine::Row { cells, picture, words } => match &hung {
                Some(hung) => lines.extend(hung.row(cells, *picture)),
                None => row(columns, chart, (cells, *picture, words), glyphs, &mut lines),
            },
            ChartLine::Scale(text) if is_drawn => lines.extend(wrap(text, width, "", "")),
            ChartLine::Scale(_) => {}
            ChartLine::Beneath(text) => lines.extend(wrap(text, width, "  ", "  ")),
        }
    }
    lines
}

/// The titles of the columns, each whole in as many lines as it takes.
fn titles(columns: &Columns, chart: &Chart, glyphs: Glyphs) -> Vec<Marked> {
    let mut lines = Vec::new();
    if !chart.titled {
        return lines;
    }
    let room = |at: usize| columns.kept.iter().find(|(kept, _)| *kept == at).map_or(0, |(_, width)| *width);
    let parted = |at: usize| wrap::title(&chart.columns[at].title, room(at));
    let parted: Vec<Vec<String>> = (0..chart.columns.len()).map(parted).collect();
    let tallest = columns.kept.iter().map(|(at, _)| parted[*at].len()).max().unwrap_or(0);
    for line in 0..tallest {
        let text = |title: &Vec<String>| labelled(Label::Aside, title.get(line).map_or("", String::as_str));
        let texts: Vec<Marked> = parted.iter().map(text).collect();
        row(columns, chart, (&texts, None, ""), glyphs, &mut lines);
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
    columns: &Columns,
    chart: &Chart,
    (cells, picture, words): (&[Marked], Option<Picture>, &str),
    glyphs: Glyphs,
    lines: &mut Vec<Marked>,
) {
    let between = columns.between;
    let is_beneath = between == 0 || !chart.cuts && words.width() > between;
    let beside = match picture {
        Some(picture) => marked(&picture::drawn(picture, between, glyphs)),
        None if is_beneath => String::new(),
        None => cut(words, between, glyphs),
    };
    let mut names = columns.names(chart, cells).into_iter();
    let first = names.next();
    let cell = |(at, room): &(usize, usize)| {
        let text = first.as_ref().filter(|_| *at == 0).unwrap_or(&cells[*at]);
        padded(text, *room, chart.columns[*at].align, glyphs)
    };
    let (before, after) = columns.kept.split_at(columns.kept.partition_point(|(at, _)| *at < chart.at));
    let mut parts: Vec<Marked> = before.iter().map(cell).collect();
    parts.extend((between > 0).then(|| padded(&beside, between, Align::Left, glyphs)));
    parts.extend(after.iter().map(cell));
    lines.push(parts.join("  "));
    lines.extend(names);
    let is_marked = picture.is_some() && (chart.beside.is_empty() || columns.kept.len() == cells.len());
    if !is_marked && is_beneath && !words.is_empty() {
        lines.extend(wrap(words, columns.width, "  ", "  "));
    }
}

impl Columns {
    pub fn of(chart: &Chart, width: usize) -> Self {
        let natural: Vec<usize> = (0..chart.columns.len()).map(|at| natural(chart, at)).collect();
        let name = natural.first().copied().unwrap_or(0);
        let whole = Self { width, kept: natural.iter().copied().enumerate().collect(), between: LEAST, is_whole: true };
        let is_tight = width < whole.taken();
        let natural = if is_tight { short(chart, &natural) } else { natural };
        let all = |name: usize, between: usize, is_decorated: bool| {
            let is_kept = |at: &usize| is_decorated || !chart.columns[*at].decoration;
            let width_of = |at: usize| if at == 0 { natural[0].min(name) } else { natural[at] };
            let kept = (0..natural.len()).filter(is_kept).map(|at| (at, width_of(at))).collect();
            Self { width, kept, between, is_whole: true }
        };
        // Where there is nothing to draw beside names that may not be cut, no room is kept for it.
        let least = if chart.hangs && !has_pictures(chart) { 0 } else { LEAST };
        let short = name.min(READABLE);
        // Marks go before a name is parted, but for those behind a line: they say from where a level grows.
        let bare = !chart.beside.is_empty();
        let ways = [
            (name, least, true),
            (name, least, bare),
            (short, least, bare),
            (name, 0, true),
            (name, 0, bare),
            (short, 0, bare),
        ];
        for (name_at_least, between, is_decorated) in ways {
            if let Some(room) = width.checked_sub(all(name_at_least, between, is_decorated).taken()) {
                let name = name.min(name_at_least + room);
                let used = all(name, between, is_decorated).taken();
                return all(name, if between > 0 { between + width - used } else { 0 }, is_decorated);
            }
        }
        let mut chief = Self { is_whole: false, ..all(name, 0, false) };
        squeeze(&mut chief, width);
        chief
    }

    /// How many columns the names of rows lack: so much of them is wrapped or cut.
    pub fn lacks(&self, chart: &Chart) -> usize {
        match self.kept.first() {
            Some((0, room)) => natural(chart, 0).saturating_sub(*room),
            _ => 0,
        }
    }

    /// Whether two marks or more of a chart fall into one place.
    pub fn is_together(&self, chart: &Chart) -> bool {
        let cells = if self.hang(chart) { Hung::between(chart, self.width) } else { self.between };
        let is_together = |line: &ChartLine| match line {
            ChartLine::Row { picture: Some(picture), .. } => picture::is_together(*picture, cells),
            _ => false,
        };
        cells > 0 && chart.lines.iter().any(is_together)
    }

    /// Whether figures stand beneath their rows.
    fn hang(&self, chart: &Chart) -> bool {
        let is_whole = if has_pictures(chart) { self.between > 0 } else { self.is_whole };
        chart.hangs && !is_whole
    }

    /// The lines of a row's name, where it is wrapped; else none.
    fn names(&self, chart: &Chart, cells: &[Marked]) -> Vec<Marked> {
        match self.kept.first() {
            Some((0, room)) if chart.columns[0].wraps => wrap::name(&cells[0], *room, "  "),
            _ => Vec::new(),
        }
    }

    /// The columns of a row.
    fn taken(&self) -> usize {
        let parts = self.kept.len() + usize::from(self.between > 0);
        let widths = self.kept.iter().map(|(_, width)| width).sum::<usize>();
        widths + self.between + GAP * parts.saturating_sub(1)
    }
}

/// How wide columns are whose titles are parted.
fn short(chart: &Chart, natural: &[usize]) -> Vec<usize> {
    let titles = (0..chart.columns.len()).map(|at| if chart.columns[at].cuts { cells(chart, at) } else { natural[at] });
    let words = |at: usize| if chart.titled { wrap::narrowest(&chart.columns[at].title) } else { 0 };
    let widths = titles.zip(natural).enumerate();
    widths.map(|(at, (cells, natural))| cells.max(TITLE).max(words(at)).min(*natural)).collect()
}

/// Takes from the widest column until the row fits.
fn squeeze(columns: &mut Columns, width: usize) {
    while columns.taken() > width {
        let widest = columns.kept.iter_mut().map(|(_, width)| width).max_by_key(|width| **width);
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
