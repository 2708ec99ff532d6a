//! From views to bytes. Nothing here sees the catalog: what a view lacks cannot be printed.

mod chart;
mod fit;
mod graph;
#[cfg(test)]
mod html;
mod hung;
mod lines;
mod markdown;
mod marks;
mod page;
mod picture;
mod plain;
mod separated;
mod wrap;

pub use wrap::{evenly, told, whole};

use crate::present;
use crate::present::choice::Choice;
use crate::present::document::{Block, Glyphs};
use crate::present::graph::Graph;
use crate::present::palette::Palette;
use crate::present::records::Audience;
#[cfg(feature = "browse")]
use crate::present::text::Text;
use crate::request::Format;
use crate::text::harmless::{harmless, is_obeyed};
use crate::text::hint::Ask;
use crate::view::error::{Error, ticked};
use crate::view::{JSON_VERSION, PlacedTitle, View};
use separated::Separator;

/// How an answer is to be written.
#[derive(Debug, Clone)]
pub struct Style {
    pub format: Format,
    /// Columns of a page.
    pub width: usize,
    /// No color where there is none.
    pub palette: Palette,
    pub unicode: bool,
    /// Sentences in place of drawings.
    pub plain: bool,
    /// Fields of TSV and CSV; all where none is named.
    pub fields: Vec<String>,
    /// Whether TSV and CSV begin with the names of their fields.
    pub header: bool,
    /// Whether TSV and CSV are made safe for spreadsheets.
    pub spreadsheet: bool,
    /// What the commands that a page names are to ask.
    pub choice: Choice,
}

impl Style {
    /// Says which of the options that were typed the format does not heed; a variable waits for a format that does.
    pub fn unheeded(&self, is_typed: impl Fn(&str) -> bool) -> Vec<String> {
        let is_separated = matches!(self.format, Format::Tsv | Format::Csv);
        let asked =
            [("--fields", !self.fields.is_empty()), ("--no-header", !self.header), ("--spreadsheet", self.spreadsheet)];
        let unheeded = asked.into_iter().filter(|(option, is_asked)| *is_asked && !is_separated && is_typed(option));
        unheeded.map(|(option, _)| format!("`{option}` is for `--format tsv` and `csv`")).collect()
    }
}

/// Writes a view in a format; in JSON with what became of names that are no exact ones.
///
/// # Errors
/// When the format is not one of this command's, or a field is not one of its records'.
pub fn render(
    view: &View<'_>,
    (resolved, notes): (&[PlacedTitle<'_>], &[String]),
    style: &Style,
) -> Result<String, Error> {
    // What is heard is words: signs of ASCII are no better than others.
    let glyphs = Glyphs { unicode: style.unicode || style.plain, heard: style.plain };
    match style.format {
        Format::Page => Ok(drawn(view, style, glyphs)),
        Format::Lines if style.plain => Ok(straight(&lines_of(view))),
        Format::Lines => Ok(lines_of(view)),
        Format::Tsv => fields(view, Separator::Tab, style),
        Format::Csv => fields(view, Separator::Comma, style),
        Format::Json => Ok(json(view, resolved, notes)),
        Format::Md => {
            let blocks = document(view, Glyphs { unicode: true, heard: false }, style);
            Ok(if blocks.is_empty() { String::new() } else { markdown::markdown(&blocks) })
        }
        Format::Dot => graph_of(view, "dot").map(|graph| harmless(graph::dot(&graph))),
        Format::Mermaid => graph_of(view, "mermaid").map(|graph| harmless(graph::mermaid(&graph))),
        Format::Yaml => Err(Error::failed("`yaml` is a format of `show` only")
            .hint(Ask::of("show").words(["ROLE", "--format", "yaml"]))),
    }
}

/// A template is a file, and no list of facts: a pipe gets the file.
fn lines_of(view: &View<'_>) -> String {
    match view {
        View::Profile(template) => harmless(present::template(template)),
        _ => lines::lines(&present::records(view, Audience::Lines)),
    }
}

/// A text whose quotes are those of ASCII.
pub fn straight(text: &str) -> String {
    let quote = |c: char| match c {
        '“' | '”' | '„' => '"',
        '‘' | '’' => '\'',
        c => c,
    };
    text.chars().map(quote).collect()
}

fn drawn(view: &View<'_>, style: &Style, glyphs: Glyphs) -> String {
    let mut document = document(view, glyphs, style);
    if !style.unicode {
        // Before lines are laid out: three dots are wider than one sign.
        document = document.iter().map(|block| block.worded(&ascii_of_blocks)).collect();
    }
    let lines = match style.plain {
        true => plain::plain(&document),
        false => page::page(&document, style.width, glyphs),
    };
    let painted: String = lines.iter().map(|line| style.palette.paint(line) + "\n").collect();
    if style.unicode { painted } else { ascii(&painted) }
}

/// The page of a view, whose hints name commands that ask the catalog that was asked.
fn document(view: &View<'_>, glyphs: Glyphs, style: &Style) -> Vec<Block> {
    let mut blocks = present::document(view, glyphs);
    // A command on two lines is none that can be copied: on a page its words stay together.
    let is_page = style.format == Format::Page && !style.plain;
    word(&mut blocks, &style.choice, is_page);
    blocks
}

fn word(blocks: &mut [Block], choice: &Choice, is_broken: bool) {
    for block in blocks {
        match block {
            Block::Halves { left, right } => [left, right].into_iter().for_each(|half| word(half, choice, is_broken)),
            hint => hint.told(choice, is_broken).into_iter().for_each(|worded| *hint = worded),
        }
    }
}

/// Draws the lines of a view's page.
#[cfg(feature = "browse")]
pub fn page_of(view: &View<'_>, style: &Style) -> Vec<Text> {
    let glyphs = Glyphs { unicode: style.unicode, heard: false };
    page_of_blocks(&document(view, glyphs, style), style)
}

/// Draws parts of a page, as [`page_of`] does.
#[cfg(feature = "browse")]
pub fn page_of_blocks(blocks: &[Block], style: &Style) -> Vec<Text> {
    page::page(blocks, style.width, Glyphs { unicode: style.unicode, heard: false })
}

/// Draws a picture in so many cells.
#[cfg(feature = "browse")]
pub fn picture(picture: crate::present::document::Picture, cells: usize, glyphs: Glyphs) -> Text {
    picture::drawn(picture, cells, glyphs)
}

/// Whether marks of a picture fall into one of so many cells.
#[cfg(feature = "browse")]
pub fn is_together(picture: crate::present::document::Picture, cells: usize) -> bool {
    picture::is_together(picture, cells)
}

fn fields(view: &View<'_>, separator: Separator, style: &Style) -> Result<String, Error> {
    let mut records = present::records(view, Audience::Fields);
    if style.spreadsheet {
        separated::keep_from_computing(&mut records);
    }
    separated::separated(&records, separator, style).map(harmless).map_err(|field| {
        Error::failed(format!("no field is called {}", ticked(&field)))
            .hint(format!("the fields of this command: {}", records.fields.join(",")))
    })
}

fn graph_of(view: &View<'_>, format: &str) -> Result<Graph, Error> {
    present::graph(view).ok_or_else(|| {
        Error::failed(format!("`{format}` is a format of `prereqs`, `next` and `path` only"))
            .hint(Ask::of("next").words(["ROLE", "--format", format]))
    })
}

/// The JSON of an answer: its version and its command, then the view.
#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Json<'j, 'a> {
    version: u32,
    /// Roles that were named by anything but an exact name: what each name was taken for, what of it was set
    /// aside, and what else it may mean. In the order in which they were named.
    resolved: &'j [PlacedTitle<'a>],
    /// What is said beside the answer, as on stderr: how a region, a tool or another word was read, what was left
    /// out. Not there where nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    notes: Option<&'j [String]>,
    #[serde(flatten)]
    view: &'j View<'a>,
}

fn json(view: &View<'_>, resolved: &[PlacedTitle<'_>], notes: &[String]) -> String {
    let notes = Some(notes).filter(|notes| !notes.is_empty());
    let json = Json { version: JSON_VERSION, resolved, notes, view };
    let mut text = serde_json::to_string_pretty(&json).expect("a view has string keys");
    text.push('\n');
    escaped(text)
}

/// Writes what a terminal would obey by its code, as JSON can: nothing of the text is lost.
fn escaped(text: String) -> String {
    if !text.contains(is_obeyed) {
        return text;
    }
    let mut escaped = String::with_capacity(text.len() + 64);
    for c in text.chars() {
        match is_obeyed(c) {
            true => escaped.extend(c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}"))),
            false => escaped.push(c),
        }
    }
    escaped
}

/// What a terminal without Unicode shows of text that is not drawn by this program.
pub(crate) fn ascii(text: &str) -> String {
    let plain = |c: char| match c {
        '“' | '”' => "\"".to_owned(),
        '‘' | '’' => "'".to_owned(),
        '–' | '—' => "-".to_owned(),
        '…' => "...".to_owned(),
        '·' => "-".to_owned(),
        '\u{a0}' => " ".to_owned(),
        c if c.is_ascii() => c.to_string(),
        c => {
            let folded = crate::text::fold::letters(c.encode_utf8(&mut [0; 4]));
            let folded = if c.is_uppercase() { folded.to_uppercase() } else { folded };
            if folded.is_ascii() && !folded.is_empty() { folded } else { "?".to_owned() }
        }
    };
    if text.is_ascii() { text.to_owned() } else { text.chars().map(plain).collect() }
}

/// The same of what is not laid out yet: commands are still to be kept together.
fn ascii_of_blocks(text: &str) -> String {
    text.split(wrap::KEPT).map(ascii).collect::<Vec<_>>().join(wrap::KEPT.encode_utf8(&mut [0; 2]))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The published schema is made from the views. Where they differ, a reader of the JSON could
    /// notice: raise `JSON_VERSION`, say so in the changelog, and write the schema anew with
    /// `ROLES_WRITE_SCHEMA=1 cargo test --lib the_schema`, which passes where it has written.
    #[test]
    fn the_schema_of_the_json_is_that_of_the_views() {
        let schema = schemars::schema_for!(Json<'static, 'static>);
        let mut text = serde_json::to_string_pretty(&schema).expect("a schema has string keys");
        text.push('\n');
        if std::env::var_os("ROLES_WRITE_SCHEMA").is_some() {
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/view/output.schema.json");
            std::fs::write(path, &text).expect("the schema can be written");
            return;
        }
        assert!(
            text == include_str!("../view/output.schema.json"),
            "the JSON has changed: `ROLES_WRITE_SCHEMA=1 cargo test --lib the_schema` writes the schema anew; a view \
             that was there before stands in the changelog's table of breaks. Version 2 is open, and is not raised"
        );
    }

    #[test]
    fn json_writes_what_a_terminal_would_obey_by_its_code() {
        let text = "a\u{9b}b\u{85}\u{202e}\u{2066}\u{feff}\u{7f}\u{2028}\u{e0041}\u{200d}é\n".to_owned();
        let written = escaped(text);
        assert_eq!(written, "a\\u009bb\\u0085\\u202e\\u2066\\ufeff\\u007f\\u2028\\udb40\\udc41\u{200d}é\n");
    }

    #[test]
    fn text_in_ascii_keeps_its_letters() {
        assert_eq!(ascii("Önceki Yazılımcı “café” – 1…"), "Onceki Yazilimci \"cafe\" - 1...");
        assert_eq!(ascii("软"), "?");
    }
}
