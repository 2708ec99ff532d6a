//! A chart on a narrow page, nothing of it cut: a row is its name, its drawing and its last figure; the others stand
//! beneath it, each behind its mark.

use unicode_width::UnicodeWidthStr;

use crate::present::document::{Align, Glyphs, Picture};
use crate::present::label::Label;
use crate::render::marks::{Chart, ChartLine, Marked, labelled, marked};
use crate::render::wrap::{self, wrap};
use crate::render::{fit, picture};

/// What lies between two columns.
const GAP: usize = 2;
/// What stands before figures beneath their row.
const INDENT: &str = "  ";
/// A drawing is no narrower than this.
const LEAST: usize = 8;

pub struct Hung<'c> {
    chart: &'c Chart,
    glyphs: Glyphs,
    width: usize,
    name: usize,
    /// Columns of the drawing.
    between: usize,
    last: usize,
    /// What each figure stands behind, and how wide the widest is with it.
    leads: Vec<Marked>,
    each: usize,
}

impl<'c> Hung<'c> {
    pub fn of(chart: &'c Chart, width: usize, glyphs: Glyphs) -> Self {
        let last = chart.columns.len().saturating_sub(1);
        let [name, between, last_width] = widths(chart, width);
        let has_marks = chart.lines.iter().any(|line| matches!(line, ChartLine::Row { picture: Some(_), .. }));
        let lead = |at: usize| match has_marks {
            true => labelled(Label::Bar, glyphs.mark(at - 1)),
            false => labelled(Label::Aside, &chart.columns[at].title),
        };
        let leads: Vec<Marked> = (1..last).map(lead).collect();
        // They stand beneath each other, row by row.
        let each = leads.iter().zip(1..).map(|(lead, at)| lead.width() + 1 + widest(chart, at)).max().unwrap_or(0);
        Self { chart, glyphs, width, name, between, last: last_width, leads, each }
    }

    /// Columns of the drawing.
    pub fn between(chart: &Chart, width: usize) -> usize {
        widths(chart, width)[1]
    }

    /// The titles: those of the figures say what their marks are.
    pub fn titles(&self) -> Vec<Marked> {
        let titles: Vec<Marked> =
            self.chart.columns.iter().map(|column| labelled(Label::Aside, &column.title)).collect();
        let [first, others @ .., last] = titles.as_slice() else { return Vec::new() };
        if !self.chart.titled {
            return Vec::new();
        }
        let mut lines = vec![self.line(first, "", last)];
        lines.extend(wrap::items(others, self.width, INDENT));
        lines
    }

    pub fn row(&self, cells: &[Marked], picture: Option<Picture>) -> Vec<Marked> {
        let [name, others @ .., last] = cells else { return Vec::new() };
        let mut names = wrap(name, self.name, "", "").into_iter();
        let drawing = picture.map_or(String::new(), |it| marked(&picture::drawn(it, self.between, self.glyphs)));
        let mut lines = vec![self.line(&names.next().unwrap_or_default(), &drawing, last)];
        lines.extend(names);
        let figure = |(lead, cell): (&Marked, &Marked)| fit::padded(&format!("{lead} {cell}"), self.each, Align::Left);
        let figures: Vec<Marked> = self.leads.iter().zip(others).map(figure).collect();
        lines.extend(wrap::items(&figures, self.width, INDENT));
        lines
    }

    fn line(&self, name: &str, drawing: &str, last: &str) -> Marked {
        let name = fit::padded(name, self.name, Align::Left);
        let drawing = fit::padded(drawing, self.between, Align::Left);
        format!("{name}  {drawing}  {}", fit::padded(last, self.last, Align::Right))
    }
}

/// How wide names, drawings and the last figures are.
fn widths(chart: &Chart, width: usize) -> [usize; 3] {
    let titled = |at: usize| widest(chart, at).max(chart.columns.get(at).map_or(0, |column| column.title.width()));
    let last = titled(chart.columns.len().saturating_sub(1));
    let name = titled(0).min(width.saturating_sub(last + LEAST + 2 * GAP)).max(1);
    [name, width.saturating_sub(name + last + 2 * GAP), last]
}

/// The width of a column's widest cell.
fn widest(chart: &Chart, at: usize) -> usize {
    let cell = |line: &ChartLine| match line {
        ChartLine::Row { cells, .. } => cells.get(at).map_or(0, |cell| cell.width()),
        _ => 0,
    };
    chart.lines.iter().map(cell).max().unwrap_or(0)
}
