//! A document as HTML: a fourth writer, which the tests alone have. It shows that documents say what they say
//! without a terminal: whoever writes for another surface gets blocks, spans, labels and addresses.

use crate::present::choice::Choice;
use crate::present::diagnostic::drawn;
use crate::present::document::{Align, Block, Branch, Column, Listing, Table, file};
use crate::present::text::{Span, Text};

/// Writes a document.
fn html(blocks: &[Block]) -> String {
    blocks.iter().map(block).collect()
}

fn block(block: &Block) -> String {
    match block {
        Block::Title { text, id } => element("h1", &[inline(text), element("code", &[inline(id)])]),
        Block::Heading { text, aside } => element("h2", &[inline(text)]) + &paragraph(aside),
        Block::Line(text) | Block::Paragraph(text) | Block::Note(text) | Block::Beside { text, .. } => paragraph(text),
        Block::Table(of) | Block::Listing(Listing { table: of, .. }) => table(of),
        Block::Chart(chart) => chart.parts().iter().map(|(caption, of)| captioned(caption.as_ref(), of)).collect(),
        Block::Halves { left, right } => element("section", &[html(left)]) + &element("section", &[html(right)]),
        Block::Group { name, items } => {
            element("p", &[inline(name), ": ".to_owned(), inline(&Text::join(items, ", "))])
        }
        Block::Tree(branches) => element("ul", &branches.iter().map(branch).collect::<Vec<_>>()),
        Block::Hint(_) | Block::Foot(_) => block.told(&Choice::default(), false).iter().map(self::block).collect(),
        Block::File(lines) => element("pre", &[escaped(&file(lines, None))]),
        Block::Fault { fault, unicode } => {
            element("pre", &[escaped(&drawn(std::slice::from_ref(fault), *unicode, None).plain())])
        }
        Block::Legend { text, .. } => paragraph(text),
        Block::Gap => String::new(),
    }
}

fn captioned(caption: Option<&(Text, Text)>, of: &Table) -> String {
    caption.map_or_else(String::new, |(text, aside)| paragraph(text) + &paragraph(aside)) + &table(of)
}

fn table(Table { columns, rows, .. }: &Table) -> String {
    let said: Vec<usize> = (0..columns.len()).filter(|at| !columns[*at].decoration).collect();
    let head: Vec<String> =
        said.iter().map(|at| cell("th", &columns[*at], &columns[*at].title.as_str().into())).collect();
    let row = |row: &Vec<Text>| {
        let cells: Vec<String> = said.iter().map(|at| cell("td", &columns[*at], &row[*at])).collect();
        element("tr", &cells)
    };
    let rows: Vec<String> = std::iter::once(element("tr", &head)).chain(rows.iter().map(row)).collect();
    element("table", &rows)
}

fn cell(name: &str, column: &Column, text: &Text) -> String {
    let align = match column.align {
        Align::Left => "left",
        Align::Right => "right",
    };
    format!("<{name} class=\"{align}\">{}</{name}>", inline(text))
}

fn branch(Branch { depth, text, aside }: &Branch) -> String {
    format!("<li data-depth=\"{depth}\">{}{}</li>\n", inline(text), paragraph(aside))
}

fn paragraph(text: &Text) -> String {
    if text.is_empty() { String::new() } else { element("p", &[inline(text)]) }
}

fn element(name: &str, inner: &[String]) -> String {
    format!("<{name}>{}</{name}>\n", inner.concat())
}

/// Labelled text: a label is a class, an address a link.
fn inline(text: &Text) -> String {
    let written = |span: &Span| {
        let text = escaped(span.text());
        let labelled = match span.label() {
            Some(label) => format!("<span class=\"{}\">{text}</span>", format!("{label:?}").to_lowercase()),
            None => text,
        };
        match span.address() {
            Some(url) => format!("<a href=\"{}\">{labelled}</a>", escaped(url)),
            None => labelled,
        }
    };
    text.spans().iter().map(written).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::*;
    use crate::present;
    use crate::present::document::Glyphs;
    use crate::query;
    use crate::render::marks::is_mark;
    use crate::request::{Cli, Command};
    use crate::store::embedded;
    use crate::view::View;

    /// The page of a command line, as HTML.
    fn page(line: &str) -> String {
        let cli = Cli::read(line.split(' ').map(OsString::from)).expect("the line can be read");
        let catalog = embedded::catalog();
        let answer = match &cli.command {
            Some(Command::Explore(command)) => query::explore(catalog, command, embedded::words),
            Some(Command::Decide(command)) => query::decide(catalog, command, |_| unreachable!("no file is named")),
            Some(Command::Verify(command)) => query::verify(catalog, command),
            _ => unreachable!("each line is a question"),
        };
        let view: View<'_> = answer.expect("there is an answer").view;
        html(&present::document(&view, Glyphs { unicode: true, heard: false }))
    }

    /// Takes the elements out, each of which is closed in its order.
    fn text_of(html: &str) -> String {
        let (mut text, mut open) = (String::new(), Vec::new());
        for piece in html.split('<').skip(1) {
            let (tag, behind) = piece.split_once('>').expect("a tag is closed");
            match tag.strip_prefix('/') {
                Some(name) => assert_eq!(open.pop(), Some(name), "{tag} closes what is open"),
                None => open.push(tag.split(' ').next().unwrap_or_default()),
            }
            text.push_str(behind);
        }
        assert_eq!(open, Vec::<&str>::new());
        text
    }

    #[test]
    fn every_page_can_be_written_for_another_surface() {
        let lines = [
            ("roles show cto", "Chief Technology Officer"),
            ("roles show cto --all", "Chief Technology Officer"),
            ("roles list --family executive-leadership", "Chief Technology Officer"),
            ("roles next software-engineer", "Software Engineer"),
            ("roles path software-engineer cto", "Chief Technology Officer"),
            ("roles compare cto ciso", "Chief Technology Officer"),
            ("roles salary cto", "As published"),
            ("roles why cto US", "Chief Technology Officer"),
            ("roles search cloud", "Cloud"),
            ("roles title Tech-Lead", "Tech"),
            ("roles sources", "O*NET"),
            ("roles levels", "1"),
        ];
        for (line, said) in lines {
            let html = page(line);
            assert!(!html.contains(is_mark), "{line}: no label is left in the text");
            assert!(text_of(&html).contains(said), "{line}: {html}");
        }
    }

    #[test]
    fn labels_are_classes_and_addresses_links() {
        let html = page("roles show cto --section summary");
        assert!(html.starts_with("<h1><a href=\"https://"), "the title leads to a page elsewhere: {html}");
        assert!(html.contains("<span class=\"title\">Chief Technology Officer</span></a>"), "{html}");
        assert_eq!(escaped("<a & \"b\">"), "&lt;a &amp; &quot;b&quot;&gt;");
    }
}
