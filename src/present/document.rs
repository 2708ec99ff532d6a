//! What pages and Markdown are made of: headings, paragraphs, tables, lists and trees of labelled
//! text. Views become documents; documents become pages. N views and M formats cost N + M.

use crate::present::choice::Choice;
use crate::present::label::Label;
use crate::present::text::{Text, labelled, text};
use crate::text::harmless::harmless;
use crate::text::hint::Hint;
use crate::view::error::Fault;

/// A part of a page.
#[derive(Debug, Clone)]
pub enum Block {
    /// The head of a page, with an id at its right.
    Title {
        text: Text,
        id: Text,
    },
    /// The heading of a section, with what is said beside it.
    Heading {
        text: Text,
        aside: Text,
    },
    /// A paragraph at the margin.
    Line(Text),
    /// A paragraph of prose.
    Paragraph(Text),
    Table(Table),
    Listing(Listing),
    Chart(Chart),
    /// Two parts of a page: beside each other where there is room, else one after the other.
    Halves {
        left: Vec<Block>,
        right: Vec<Block>,
    },
    /// Items behind their group's name, as many on a line as fit.
    Group {
        name: Text,
        items: Vec<Text>,
    },
    Tree(Vec<Branch>),
    /// What is said under a table or a page.
    Note(Text),
    /// A note with commands that lead on.
    Hint(Hint),
    /// Commands that lead on, at the margin.
    Foot(Hint),
    /// A paragraph behind a drawn line, on each of its lines.
    Beside {
        bar: Text,
        text: Text,
    },
    /// What marks mean: that some fall into one place is said where they do.
    Legend {
        together: Text,
        text: Text,
    },
    /// What is wrong in a file, with an excerpt.
    Fault {
        fault: Box<Fault>,
        unicode: bool,
    },
    /// A file, of which a page wraps the comments.
    File(Vec<FileLine>),
    /// An empty line.
    Gap,
}

/// A line of a file, or a comment of several.
#[derive(Debug, Clone)]
pub enum FileLine {
    Line(String),
    /// A text behind a prefix, on each of its lines.
    Comment {
        prefix: &'static str,
        text: String,
    },
}

/// Columns of a file's comments.
const COMMENT: usize = 96;

/// A file, its comments in lines of a width where that is less than they have in a file.
pub fn file(lines: &[FileLine], width: Option<usize>) -> String {
    let most = width.map_or(COMMENT, |width| width.min(COMMENT));
    let mut file = String::new();
    for line in lines {
        match line {
            FileLine::Comment { prefix, text } => {
                let wrapped = textwrap::wrap(text, most.saturating_sub(prefix.len()).max(1));
                wrapped.iter().for_each(|line| file.push_str(&format!("{prefix}{line}\n")));
            }
            FileLine::Line(line) => file.push_str(&format!("{line}\n")),
        }
    }
    file
}

/// Rows under columns. Who lays a table out may have its texts in another shape.
#[derive(Debug, Clone, Default)]
pub struct Table<T = Text> {
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<T>>,
    /// Whether the columns' titles are shown on a page. Other formats always show them.
    pub titled: bool,
}

/// A table of which each row stays one line, however narrow the page. Columns are named by position.
#[derive(Debug, Clone)]
pub struct Listing<T = Text> {
    pub table: Table<T>,
    /// What rows that follow each other have in common: their heading, where there is no room for it.
    pub group: usize,
    /// The text that is cut where a line is too long for it.
    pub cut: usize,
    /// What is left out before a text is cut to hardly anything.
    pub least: usize,
    /// How wide the text stays before the least column is left out for it: little where ids say as much as titles, and
    /// [`Listing::WHOLE`] where titles that begin alike would be cut to the same words.
    pub readable: usize,
}

impl<T> Listing<T> {
    /// Columns that few titles of anything are wider than.
    pub const WHOLE: usize = 56;
}

/// Rows of figures on one scale.
#[derive(Debug, Clone, Default)]
pub struct Chart<T = Text> {
    pub columns: Vec<Column>,
    /// The column before which there is room for a drawing, or for words.
    pub at: usize,
    pub lines: Vec<ChartLine<T>>,
    /// Whether the columns' titles are shown on a page.
    pub titled: bool,
    /// Whether words that are longer than their room are cut there; else they stand beneath their row.
    pub cuts: bool,
    /// Whether figures stand beneath their row where there is no room for all of it.
    pub hangs: bool,
    /// A line drawn at the left of a page, behind which it stands; often none.
    pub beside: T,
    /// What the marks of its drawings mean: said at the end of the heading above, where there are some.
    pub legend: T,
}

/// A line of a chart.
#[derive(Debug, Clone)]
pub enum ChartLine<T = Text> {
    /// What the rows beneath have in common.
    /// The scale is that of their drawings, and said where there are some.
    Caption { text: T, aside: T, scale: T },
    /// A cell a column; a row with a drawing is said by its words where nothing is drawn.
    Row { cells: Vec<T>, picture: Option<Picture>, words: T },
    /// On which scale the rows above are drawn: said where they are.
    Scale(T),
    /// What is said of the row above.
    Beneath(T),
}

/// A drawing of one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    /// A dot on a scale of 0 to 100, over the band in which the middle half of all lies.
    Dot { at: u8, band: Option<(u8, u8)> },
    /// A line from one amount to another, with the median on it, on a scale from 0 to its end.
    Range { low: u64, at: u64, high: u64, end: u64 },
    /// Several on a scale of 0 to 100, a mark each, joined from the least to the greatest; none where nothing is known.
    Dumbbell([Option<u8>; Picture::MARKS]),
}

impl Picture {
    /// How many a dumbbell can tell apart.
    pub const MARKS: usize = 6;
    /// What a figure among its marks means.
    pub const TOGETHER: &str = "2 so many here";

    /// Returns a dumbbell of some values, the first of them by the first mark.
    pub fn dumbbell(values: impl IntoIterator<Item = Option<u8>>) -> Self {
        let mut marks = [None; Self::MARKS];
        marks.iter_mut().zip(values).for_each(|(mark, value)| *mark = value);
        Self::Dumbbell(marks)
    }
}

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    pub title: String,
    pub align: Align,
    /// Whether it only draws what another column says in words: left out where there is no room.
    pub decoration: bool,
    /// Whether its text may be wrapped.
    pub wraps: bool,
    /// Whether its text, in the last column, stands beneath its row where there is little room beside it.
    pub hangs: bool,
    /// Whether its text may be cut.
    pub cuts: bool,
    /// Left out where there is no room, the greatest number first; never where it is 0.
    pub least: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
}

/// A line of a tree.
#[derive(Debug, Clone)]
pub struct Branch {
    /// From 0, the root.
    pub depth: usize,
    pub text: Text,
    /// What is said beside it.
    pub aside: Text,
}

impl Column {
    pub fn left(title: &str) -> Self {
        let (decoration, wraps, hangs, cuts) = (false, false, false, false);
        Self { title: harmless(title.to_owned()), align: Align::Left, decoration, wraps, hangs, cuts, least: 0 }
    }

    /// A column of text that may be wrapped.
    pub fn text(title: &str) -> Self {
        Self { wraps: true, ..Self::left(title) }
    }

    /// The last column, of sentences: where they would be narrow, they stand beneath their rows.
    pub fn prose(title: &str) -> Self {
        Self { hangs: true, ..Self::text(title) }
    }

    pub fn right(title: &str) -> Self {
        Self { align: Align::Right, ..Self::left(title) }
    }

    pub fn decoration(title: &str) -> Self {
        Self { decoration: true, ..Self::left(title) }
    }

    /// The same column, whose text may be cut.
    pub fn cut(self) -> Self {
        Self { cuts: true, ..self }
    }

    /// The same column, left out where there is no room: the greatest number first.
    pub fn least(self, order: u8) -> Self {
        Self { least: order, ..self }
    }
}

/// What the rows of a table have in common, at the left and at the right.
pub type Caption = (Text, Text);

impl Chart {
    /// Returns the tables that a chart says in words: a part for each caption.
    pub fn parts(&self) -> Vec<(Option<Caption>, Table)> {
        let is_said = |line: &ChartLine| match line {
            ChartLine::Row { words, .. } => !words.is_empty(),
            ChartLine::Beneath(_) => true,
            ChartLine::Caption { .. } | ChartLine::Scale(_) => false,
        };
        let has_words = self.lines.iter().any(is_said);
        let mut columns = self.columns.clone();
        if has_words {
            columns.insert(self.at, Column::text(""));
        }
        let table = || Table { columns: columns.clone(), rows: Vec::new(), titled: false };
        let mut parts: Vec<(Option<Caption>, Table)> = Vec::new();
        for line in &self.lines {
            match line {
                ChartLine::Scale(_) => {}
                ChartLine::Caption { text, aside, .. } => parts.push((Some((text.clone(), aside.clone())), table())),
                ChartLine::Row { cells, words, .. } => {
                    if parts.is_empty() {
                        parts.push((None, table()));
                    }
                    let mut row = cells.clone();
                    if has_words {
                        row.insert(self.at, words.clone());
                    }
                    parts.last_mut().expect("there is one").1.rows.push(row);
                }
                ChartLine::Beneath(text) => {
                    let row = parts.last_mut().and_then(|(_, table)| table.rows.last_mut());
                    let words = row.and_then(|row| row.get_mut(self.at));
                    words.into_iter().for_each(|words| {
                        let gap = if words.is_empty() { "" } else { "; " };
                        words.push(text![gap, text]);
                    });
                }
            }
        }
        parts
    }
}

impl Block {
    /// The head of a page.
    pub fn title(text: impl Into<Text>, id: impl Into<Text>) -> Self {
        Self::Title { text: text.into(), id: id.into() }
    }

    pub fn line(text: impl Into<Text>) -> Self {
        Self::Line(text.into())
    }

    pub fn paragraph(text: impl Into<Text>) -> Self {
        Self::Paragraph(text.into())
    }

    pub fn group(name: impl Into<Text>, items: Vec<Text>) -> Self {
        Self::Group { name: name.into(), items }
    }

    pub fn heading(text: &str, aside: &str) -> Self {
        Self::Heading { text: labelled(Label::Heading, text), aside: labelled(Label::Aside, aside) }
    }

    pub fn note(text: &str) -> Self {
        Self::Note(labelled(Label::Aside, text))
    }

    /// A hint as it is read where commands are typed: they ask the catalog that was asked.
    pub fn told(&self, choice: &Choice, is_broken: bool) -> Option<Self> {
        match self {
            Self::Hint(hint) => Some(Self::note(&choice.said(hint, is_broken))),
            Self::Foot(hint) => Some(Self::Line(labelled(Label::Aside, &choice.said(hint, is_broken)))),
            _ => None,
        }
    }

    /// Whether it is a table without a row.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Table(table) | Self::Listing(Listing { table, .. }) if table.rows.is_empty())
    }
}

/// What a page can be drawn with: whether its terminal shows more than ASCII, and whether its
/// reader hears it instead of seeing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyphs {
    pub unicode: bool,
    pub heard: bool,
}

impl Glyphs {
    /// Returns a bar for a number from 0 to 100, in eighths of a cell.
    pub fn bar(self, number: u8, cells: usize) -> String {
        let eighths = usize::from(number) * cells * 8 / 100;
        if !self.unicode {
            return "#".repeat((eighths + 4) / 8);
        }
        const PARTS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
        format!("{}{}", "█".repeat(eighths / 8), PARTS[eighths % 8])
    }

    pub fn pick(self, unicode: &'static str, ascii: &'static str) -> &'static str {
        if self.unicode { unicode } else { ascii }
    }

    /// Returns as many marks as a scale has steps, those that are reached filled.
    pub fn marks(self, reached: usize, steps: usize) -> String {
        let (filled, empty) = if self.unicode { ("●", "○") } else { ("*", ".") };
        filled.repeat(reached.min(steps)) + &empty.repeat(steps.saturating_sub(reached))
    }

    /// Returns the marks of a dumbbell, each another.
    pub fn dumbbell(self) -> [&'static str; Picture::MARKS] {
        if self.unicode { ["○", "●", "◇", "◆", "▲", "■"] } else { ["o", "*", "x", "#", "+", "@"] }
    }

    /// Returns the mark of one of several, from 0.
    pub fn mark(self, at: usize) -> &'static str {
        self.dumbbell()[at.min(Picture::MARKS - 1)]
    }

    pub fn none(self) -> &'static str {
        if self.heard { "not said" } else { self.pick("–", "-") }
    }
}
