//! A document as a page: wrapped to the width, its tables aligned, for a person to read.

use unicode_width::UnicodeWidthStr;

use crate::present::choice::Choice;
use crate::present::diagnostic;
use crate::present::document::{self, Block, Branch, Glyphs, file};
use crate::present::label::Label;
use crate::present::text::Text;
use crate::render::marks::{self, Chart, Listing, Marked, Table, labelled, marked};
use crate::render::wrap::{self, wrap};
use crate::render::{chart, fit};

/// Under this width the items of a group stand beneath its name.
const NARROW: usize = 60;
/// Under this width a table turns into labelled blocks, and at it where its texts would be broken.
const NARROWEST: usize = 40;
/// From this width on a page has two columns where it has two parts, and this much lies between them.
const WIDE: usize = 140;
const BETWEEN: usize = 4;
/// Prose is no wider than this, however wide the terminal is.
pub const PROSE: usize = 90;
const MARGIN: &str = "  ";

/// Draws the lines of a page.
pub fn page(blocks: &[Block], width: usize, glyphs: Glyphs) -> Vec<Text> {
    marks::read(&drawn(blocks, width, glyphs))
}

fn drawn(blocks: &[Block], width: usize, glyphs: Glyphs) -> Marked {
    let mut drawing =
        Drawing { width, glyphs, end: 0, beside: beside(blocks), is_together: false, text: Marked::new() };
    drawing.end = drawing.widest(blocks).max(drawing.measure());
    drawing.sequence(blocks);
    drawing.text
}

/// The rows of all charts behind a drawn line, which stand in the same columns from one to the next.
fn beside(blocks: &[Block]) -> Chart {
    let mut charts = blocks.iter().filter_map(|block| match block {
        Block::Chart(chart) if !chart.beside.is_empty() => Some(chart.shaped(marked)),
        _ => None,
    });
    let mut all = charts.next().unwrap_or_default();
    all.lines.extend(charts.flat_map(|chart| chart.lines));
    all
}

struct Drawing {
    width: usize,
    glyphs: Glyphs,
    /// Where headings, drawings and tables end.
    end: usize,
    beside: Chart,
    /// Whether marks that are drawn fall into one place, and no legend has said so yet.
    is_together: bool,
    text: Marked,
}

impl Drawing {
    fn sequence(&mut self, blocks: &[Block]) {
        for (at, block) in blocks.iter().enumerate() {
            match (block, blocks.get(at + 1)) {
                (Block::Heading { text, aside }, Some(Block::Chart(chart))) if self.draws(&chart.shaped(marked)) => {
                    self.heading(&marked(text), &format!("{}{}", marked(aside), marked(&chart.legend)));
                }
                _ => self.block(block),
            }
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Title { text, id } => self.spread(&marked(text), &labelled(Label::Id, &id.plain())),
            Block::Heading { text, aside } => self.heading(&marked(text), &marked(aside)),
            Block::Line(text) => self.wrapped(&marked(text), "", ""),
            Block::Paragraph(text) | Block::Note(text) => self.wrapped(&marked(text), MARGIN, MARGIN),
            Block::Table(table) => self.table(&table.shaped(marked)),
            Block::Listing(listing) => self.listing(&listing.shaped(marked)),
            Block::Chart(chart) if self.width <= NARROWEST => self.parts(chart),
            Block::Chart(chart) => self.chart(&chart.shaped(marked)),
            Block::Halves { left, right } => self.halves(left, right),
            Block::Group { name, items } => {
                let items: Vec<Marked> = items.iter().map(marked).collect();
                self.group(&name.plain(), &items);
            }
            Block::Tree(branches) => self.tree(branches),
            Block::Beside { bar, text } => {
                let prefix = format!("{MARGIN}{} ", marked(bar));
                self.wrapped(&marked(text), &prefix, &prefix);
            }
            Block::Hint(_) | Block::Foot(_) => {
                block.told(&Choice::default(), false).iter().for_each(|it| self.block(it))
            }
            Block::File(lines) => self.text.push_str(&marked(&file(lines, Some(self.width)).into())),
            Block::Fault { fault, unicode } => {
                let drawn = diagnostic::drawn(std::slice::from_ref(fault), *unicode, Some(self.width));
                self.text.push_str(&marked(&drawn));
                self.text.push('\n');
            }
            Block::Legend { together, text } => self.legend(&marked(together), &marked(text)),
            Block::Gap => self.text.push('\n'),
        }
    }

    fn legend(&mut self, together: &str, text: &str) {
        let together = if self.is_together { together } else { "" };
        let gap = if together.is_empty() || text.is_empty() { "" } else { "  " };
        self.is_together = false;
        if !together.is_empty() || !text.is_empty() {
            self.wrapped(&format!("{together}{gap}{text}"), MARGIN, MARGIN);
        }
    }

    /// The width of prose with its margins.
    fn measure(&self) -> usize {
        self.width.min(PROSE + 2)
    }

    /// The column at which the widest table ends that may be wider than prose.
    fn widest(&self, blocks: &[Block]) -> usize {
        let end = |block: &Block| match block {
            Block::Table(table) => {
                let table = table.shaped(marked);
                let drawn = self.is_wide(&table).then(|| self.drawn(&table, self.width)).flatten();
                drawn.map_or(0, |lines| end_of(&lines))
            }
            Block::Chart(chart) if chart.beside.is_empty() => self.wanted(&chart.shaped(marked)),
            Block::Halves { left, right } if self.width < WIDE => self.widest(left).max(self.widest(right)),
            Block::Halves { .. } => self.width,
            _ => 0,
        };
        blocks.iter().map(end).max().unwrap_or(0).min(self.width)
    }

    /// The column at which a chart would end with its names whole and no less room for its drawings; 0 where they are
    /// whole within the measure of prose.
    fn wanted(&self, chart: &Chart) -> usize {
        const DRAWING: usize = 12;
        let lacks = chart::Columns::of(chart, self.measure() - MARGIN.len()).lacks(chart);
        if lacks == 0 { 0 } else { self.measure() + lacks + DRAWING }
    }

    /// Whether a table has room that prose has not: under titles, or where something of it would be cut.
    fn is_wide(&self, table: &Table) -> bool {
        table.titled || !fit::is_whole(table, self.measure() - MARGIN.len())
    }

    fn drawn(&self, table: &Table, end: usize) -> Option<Vec<Marked>> {
        fit::drawn(table, end.saturating_sub(MARGIN.len()), self.width <= NARROWEST, self.ellipsis())
    }

    fn line(&mut self, line: &str) {
        // What was kept on one line may be searched for and copied.
        self.text.push_str(&trimmed(line).replace('\u{a0}', " "));
        self.text.push('\n');
    }

    /// One text at the left, one at the right; under each other where they do not fit.
    fn spread(&mut self, left: &str, right: &str) {
        let room = self.end.checked_sub(left.width() + right.width());
        match room {
            Some(room) if room >= 2 => self.line(&format!("{left}{}{right}", " ".repeat(room))),
            _ => {
                self.wrapped(left, "", MARGIN);
                if !right.is_empty() {
                    self.wrapped(right, MARGIN, MARGIN);
                }
            }
        }
    }

    fn heading(&mut self, text: &str, aside: &str) {
        self.text.push('\n');
        self.spread(text, aside);
    }

    fn wrapped(&mut self, text: &str, first: &str, rest: &str) {
        for line in wrap::with_commands(text, (self.measure(), self.width), first, rest) {
            self.line(&line);
        }
    }

    /// A table in columns; a row a block where the page is too narrow for it.
    fn table(&mut self, table: &Table) {
        let end = if self.is_wide(table) { self.width } else { self.end };
        match self.drawn(table, end) {
            Some(lines) if self.width >= NARROWEST => self.indented(&lines),
            _ => self.blocks(table, MARGIN),
        }
    }

    fn indented(&mut self, lines: &[Marked]) {
        lines.iter().for_each(|line| self.line(&format!("{MARGIN}{line}")));
    }

    fn ellipsis(&self) -> &'static str {
        self.glyphs.pick("…", "...")
    }

    /// On a narrow page there is no drawing.
    fn parts(&mut self, chart: &document::Chart) {
        let margin = format!("{MARGIN}{}", rail(&marked(&chart.beside)));
        for (caption, table) in chart.parts() {
            for said in caption.into_iter().flat_map(|(text, aside)| [text, aside]).filter(|said| !said.is_empty()) {
                self.wrapped(&marked(&said), &margin, &margin);
            }
            self.blocks(&table.shaped(marked), &margin);
        }
    }

    /// A drawing is as wide as a heading.
    fn chart(&mut self, chart: &Chart) {
        let (rail, room) = (rail(&chart.beside), self.room_of(chart));
        let columns = chart::Columns::of(self.columns_of(chart), room);
        self.is_together |= columns.is_together(chart);
        let lines = chart::lines(chart, &columns, self.glyphs).into_iter();
        self.indented(&lines.map(|line| format!("{rail}{line}")).collect::<Vec<_>>());
    }

    /// The chart by which a chart's columns are laid out.
    fn columns_of<'c>(&'c self, chart: &'c Chart) -> &'c Chart {
        if chart.beside.is_empty() { chart } else { &self.beside }
    }

    fn room_of(&self, chart: &Chart) -> usize {
        self.end - MARGIN.len() - rail(&chart.beside).width()
    }

    fn draws(&self, chart: &Chart) -> bool {
        self.width > NARROWEST && chart::is_drawn(self.columns_of(chart), self.room_of(chart))
    }

    /// Two parts beside each other on a wide page.
    fn halves(&mut self, left: &[Block], right: &[Block]) {
        if self.width < WIDE {
            return [left, right].into_iter().for_each(|half| self.sequence(half));
        }
        let width = (self.width - BETWEEN) / 2;
        let [left, right] = [left, right].map(|blocks| drawn(blocks, width, self.glyphs));
        let (mut left, mut right) = (left.lines(), right.lines());
        loop {
            match (left.next(), right.next()) {
                (None, None) => break,
                (Some(left), None | Some("")) => self.line(left),
                (left, Some(right)) => {
                    let left = left.unwrap_or_default();
                    let blanks = " ".repeat((width + BETWEEN).saturating_sub(left.width()));
                    self.line(&format!("{left}{blanks}{right}"));
                }
            }
        }
    }

    /// A line a row, whatever it takes; blocks where not even an id has room.
    fn listing(&mut self, listing: &Listing) {
        let (room, is_narrow) = (self.width.saturating_sub(MARGIN.len()), self.width <= NARROWEST);
        let Some(parts) = fit::listed(listing, room, is_narrow, self.ellipsis()).filter(|_| self.width >= NARROWEST)
        else {
            return self.blocks(&listing.table, MARGIN);
        };
        for (at, part) in parts.iter().enumerate() {
            if at > 0 {
                self.text.push('\n');
            }
            if let Some(heading) = &part.heading {
                self.spread(&labelled(Label::Heading, heading), "");
            }
            self.indented(&part.lines);
        }
    }

    /// A row as a block: its first cell, then the others behind their columns' titles.
    fn blocks(&mut self, table: &Table, margin: &str) {
        let (inner, innermost) = (format!("{margin}  "), format!("{margin}    "));
        for row in &table.rows {
            let mut cells = table.columns.iter().zip(row).filter(|(column, _)| !column.decoration);
            let Some((_, first)) = cells.next() else { continue };
            self.wrapped(first, margin, margin);
            for (column, cell) in cells.filter(|(_, cell)| !cell.is_empty()) {
                let title = labelled(Label::Aside, &column.title);
                let gap = if title.is_empty() { "" } else { " " };
                self.wrapped(&format!("{title}{gap}{cell}"), &inner, &innermost);
            }
        }
    }

    /// Items behind the group's name, as many on a line as fit.
    fn group(&mut self, name: &str, items: &[Marked]) {
        const NAME: usize = 15;
        let name = labelled(Label::Aside, name);
        let is_narrow = self.width < NARROW;
        let indent = if is_narrow { 4 } else { MARGIN.len() + NAME };
        // A name that is as wide as its column would run into the first item.
        let mut line = match is_narrow || name.width() >= NAME {
            true => {
                self.line(&format!("{MARGIN}{name}"));
                " ".repeat(indent)
            }
            false => format!("{MARGIN}{name}{}", " ".repeat(NAME.saturating_sub(name.width()).max(1))),
        };
        let measure = self.measure();
        let mut is_first = true;
        for item in items {
            let gap = if is_first { 0 } else { 3 };
            if !is_first && line.width() + gap + item.width() > measure {
                self.wrapped_at(&line, measure, indent);
                line = " ".repeat(indent);
                is_first = true;
            }
            line.push_str(if is_first { "" } else { "   " });
            line.push_str(item);
            is_first = false;
        }
        self.wrapped_at(&line, measure, indent);
    }

    /// A line that begins with its indent, wrapped where an item alone is too long for it.
    fn wrapped_at(&mut self, line: &str, measure: usize, indent: usize) {
        for line in wrap(line, measure, "", &" ".repeat(indent + 2)) {
            self.line(&line);
        }
    }

    fn tree(&mut self, branches: &[Branch]) {
        for (at, branch) in branches.iter().enumerate() {
            let (first, rest) = self.lines_before(&branches[at..], branch.depth, at, branches);
            let text = match branch.aside.is_empty() {
                true => marked(&branch.text),
                false => format!("{}  {}", marked(&branch.text), marked(&branch.aside)),
            };
            for line in wrap(&text, self.width.min(PROSE + 10), &first, &rest) {
                self.line(&line);
            }
        }
    }

    /// The drawn lines before a branch: on its first line, and on those that it is wrapped to.
    fn lines_before(&self, from: &[Branch], depth: usize, at: usize, all: &[Branch]) -> (Marked, Marked) {
        if depth == 0 {
            return (Marked::new(), MARGIN.to_owned());
        }
        let (pipe, tee, corner) = match self.glyphs.unicode {
            true => ("│   ", "├── ", "└── "),
            false => ("|   ", "|-- ", "`-- "),
        };
        let mut before = String::new();
        for level in 1..depth {
            before.push_str(if goes_on(&all[at..], level) { pipe } else { "    " });
        }
        let is_last = !goes_on(&from[1..], depth);
        let first = format!("{before}{}", if is_last { corner } else { tee });
        let rest = format!("{before}{}  ", if is_last { "    " } else { pipe });
        (labelled(Label::Bar, &first), labelled(Label::Bar, &rest))
    }
}

/// What stands at the left of a chart.
fn rail(beside: &str) -> Marked {
    if beside.is_empty() { Marked::new() } else { format!("{beside} ") }
}

fn end_of(lines: &[Marked]) -> usize {
    lines.iter().map(|line| trimmed(line).width() + MARGIN.len()).max().unwrap_or(0)
}

/// Tells whether a branch of a depth follows before a shallower one does.
fn goes_on(branches: &[Branch], depth: usize) -> bool {
    branches.iter().skip_while(|branch| branch.depth > depth).take(1).any(|branch| branch.depth == depth)
}

/// Takes the spaces at the end of a line away, those of empty cells too.
fn trimmed(line: &str) -> &str {
    line.trim_end_matches([' ', '\u{a0}'])
}
