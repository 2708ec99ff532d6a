//! What pages and Markdown are made of: headings, paragraphs, tables, lists and trees of labelled
//! text. Views become documents; documents become pages. N views and M formats cost N + M.

use crate::present::label::{Label, labelled};

/// Labelled text of one line, or of one paragraph.
pub type Text = String;

/// A part of a page.
#[derive(Debug, Clone)]
pub enum Block {
    /// The head of a page, with an id at its right.
    Title {
        text: Text,
        id: String,
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
    /// Items behind their group's name, as many on a line as fit.
    Group {
        name: Text,
        items: Vec<Text>,
    },
    Tree(Vec<Branch>),
    /// What is said under a table or a page.
    Note(Text),
    /// A paragraph behind a drawn line, on each of its lines.
    Beside {
        bar: Text,
        text: Text,
    },
    /// Text that is neither wrapped nor changed.
    Verbatim(String),
    /// An empty line.
    Gap,
}

/// Rows under columns.
#[derive(Debug, Clone, Default)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Text>>,
    /// Whether the columns' titles are shown on a page. Other formats always show them.
    pub titled: bool,
}

/// A table of which each row stays one line, however narrow the page. Columns are named by position.
#[derive(Debug, Clone)]
pub struct Listing {
    pub table: Table,
    /// What rows that follow each other have in common: their heading, where there is no room for it.
    pub group: usize,
    /// The text that is cut where a line is too long for it.
    pub cut: usize,
    /// What is left out before a text is cut to nothing.
    pub least: usize,
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
        Self { title: title.to_owned(), align: Align::Left, decoration: false, wraps: false }
    }

    /// A column of text that may be wrapped.
    pub fn text(title: &str) -> Self {
        Self { wraps: true, ..Self::left(title) }
    }

    pub fn right(title: &str) -> Self {
        Self { align: Align::Right, ..Self::left(title) }
    }

    pub fn decoration(title: &str) -> Self {
        Self { decoration: true, ..Self::left(title) }
    }
}

impl Block {
    pub fn heading(text: &str, aside: &str) -> Self {
        Self::Heading { text: labelled(Label::Heading, text), aside: labelled(Label::Aside, aside) }
    }

    pub fn note(text: &str) -> Self {
        Self::Note(labelled(Label::Aside, text))
    }
}

/// What a page can be drawn with: whether its terminal shows more than ASCII, and whether its
/// reader hears it instead of seeing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyphs {
    pub unicode: bool,
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

    /// Returns the mark of a note: superscript digits, or digits in brackets.
    pub fn note_mark(self, number: usize) -> String {
        const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
        match self.unicode {
            true => number.to_string().bytes().map(|digit| DIGITS[usize::from(digit - b'0')]).collect(),
            false => format!("[{number}]"),
        }
    }

    pub fn none(self) -> &'static str {
        self.pick("–", "-")
    }
}
