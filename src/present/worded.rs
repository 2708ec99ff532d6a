//! A document in another shape: its texts as somebody lays them out, or in another wording.

use crate::present::document::{Block, Branch, Chart, ChartLine, Column, FileLine, Listing, Table};
use crate::present::text::Text;

impl<T> Table<T> {
    /// The same table, its texts in another shape.
    pub fn shaped<U>(&self, shape: impl Fn(&T) -> U) -> Table<U> {
        let rows = self.rows.iter().map(|row| row.iter().map(&shape).collect()).collect();
        Table { columns: self.columns.clone(), rows, titled: self.titled }
    }
}

impl<T> Listing<T> {
    pub fn shaped<U>(&self, shape: impl Fn(&T) -> U) -> Listing<U> {
        Listing {
            table: self.table.shaped(shape),
            group: self.group,
            cut: self.cut,
            least: self.least,
            readable: self.readable,
        }
    }
}

impl<T> Chart<T> {
    pub fn shaped<U>(&self, shape: impl Fn(&T) -> U) -> Chart<U> {
        let Self { at, titled, cuts, hangs, .. } = *self;
        let lines = self.lines.iter().map(|line| line.shaped(&shape)).collect();
        let (beside, legend) = (shape(&self.beside), shape(&self.legend));
        Chart { columns: self.columns.clone(), at, lines, titled, cuts, hangs, beside, legend }
    }
}

impl<T> ChartLine<T> {
    fn shaped<U>(&self, shape: &impl Fn(&T) -> U) -> ChartLine<U> {
        match self {
            Self::Caption { text, aside, scale } => {
                ChartLine::Caption { text: shape(text), aside: shape(aside), scale: shape(scale) }
            }
            Self::Row { cells, picture, words } => {
                let cells = cells.iter().map(shape).collect();
                ChartLine::Row { cells, picture: *picture, words: shape(words) }
            }
            Self::Scale(text) => ChartLine::Scale(shape(text)),
            Self::Beneath(text) => ChartLine::Beneath(shape(text)),
        }
    }
}

impl Block {
    /// The same block, all that it says in another wording.
    pub fn worded(&self, word: &impl Fn(&str) -> String) -> Self {
        let of = |text: &Text| text.worded(word);
        let columns = |columns: &mut Vec<Column>| {
            columns.iter_mut().for_each(|column| column.title = word(&column.title));
        };
        let blocks = |blocks: &[Self]| blocks.iter().map(|block| block.worded(word)).collect();
        match self {
            Self::Title { text, id } => Self::Title { text: of(text), id: of(id) },
            Self::Heading { text, aside } => Self::Heading { text: of(text), aside: of(aside) },
            Self::Beside { bar, text } => Self::Beside { bar: of(bar), text: of(text) },
            Self::Line(text) => Self::Line(of(text)),
            Self::Paragraph(text) => Self::Paragraph(of(text)),
            Self::Note(text) => Self::Note(of(text)),
            Self::Legend { together, text } => Self::Legend { together: of(together), text: of(text) },
            Self::File(lines) => Self::File(lines.iter().map(|line| line.worded(word)).collect()),
            Self::Table(table) => {
                let mut table = table.shaped(of);
                columns(&mut table.columns);
                Self::Table(table)
            }
            Self::Listing(listing) => {
                let mut listing = listing.shaped(of);
                columns(&mut listing.table.columns);
                Self::Listing(listing)
            }
            Self::Chart(chart) => Self::Chart(chart.shaped(of)),
            Self::Halves { left, right } => Self::Halves { left: blocks(left), right: blocks(right) },
            Self::Group { name, items } => Self::Group { name: of(name), items: items.iter().map(of).collect() },
            Self::Tree(branches) => Self::Tree(branches.iter().map(|it| it.worded(of)).collect()),
            Self::Hint(_) | Self::Foot(_) | Self::Fault { .. } | Self::Gap => self.clone(),
        }
    }
}

impl FileLine {
    fn worded(&self, word: &impl Fn(&str) -> String) -> Self {
        match self {
            Self::Line(text) => Self::Line(word(text)),
            Self::Comment { prefix, text } => Self::Comment { prefix, text: word(text) },
        }
    }
}

impl Branch {
    fn worded(&self, of: impl Fn(&Text) -> Text) -> Self {
        Self { depth: self.depth, text: of(&self.text), aside: of(&self.aside) }
    }
}
