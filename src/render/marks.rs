//! Text as those take it who lay lines out and know nothing of labels: a string in which labels and
//! addresses are characters without a width. Nobody outside of this room sees one: texts come in, and
//! lines of texts go out.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::present::document;
use crate::present::label::{LABELS, Label};
use crate::present::text::{Span, Target, Text};

/// A text with its marks. It is broken between words: each bears the marks of its own.
pub type Marked = String;

pub type Table = document::Table<Marked>;
pub type Listing = document::Listing<Marked>;
pub type Chart = document::Chart<Marked>;
pub type ChartLine = document::ChartLine<Marked>;

/// The first of the tag characters that open a label; the last of all closes it.
const OPEN: u32 = 0xE0041;
const CLOSE: char = '\u{E007F}';
/// A byte of an address stands this far up, among the variation selectors.
const HIDDEN: u32 = 0xE0100;

/// Marks a text.
pub fn marked(text: &Text) -> Marked {
    let mut marked = String::with_capacity(text.spans().iter().map(|span| span.text().len() + 16).sum());
    for span in text.spans() {
        match span.label() {
            Some(label) => push_words(&mut marked, label, span.address(), span.text()),
            None => marked.push_str(span.text()),
        }
    }
    marked
}

/// A text under a label, marked.
pub fn labelled(label: Label, text: &str) -> Marked {
    let mut marked = String::with_capacity(text.len() + 16);
    push_words(&mut marked, label, None, text);
    marked
}

fn push_words(marked: &mut Marked, label: Label, url: Option<&str>, text: &str) {
    for (at, word) in text.split(' ').enumerate() {
        marked.push_str(if at > 0 { " " } else { "" });
        if !word.is_empty() {
            marked.extend(char::from_u32(OPEN + label as u32));
            marked.extend(url.unwrap_or("").bytes().filter_map(|byte| char::from_u32(HIDDEN + u32::from(byte))));
            marked.push_str(word);
            marked.push(CLOSE);
        }
    }
}

/// Reads lines with marks.
pub fn read(lines: &str) -> Vec<Text> {
    lines.lines().map(line).collect()
}

/// Reads one line.
pub fn line(marked: &str) -> Text {
    let mut text = Text::default();
    let (mut label, mut url, mut said) = (None, String::new(), String::new());
    for c in marked.chars() {
        let Some(mark) = mark(c) else {
            said.push(c);
            continue;
        };
        if let Mark::Address(byte) = mark {
            url.push(char::from(byte));
            continue;
        }
        let target = Target::address(&url).filter(|_| !url.is_empty());
        text.push_span(Span::new(std::mem::take(&mut said), label, target));
        url.clear();
        label = if let Mark::Open(label) = mark { Some(label) } else { None };
    }
    text.push_span(Span::new(said, label, None));
    text
}

/// Closes what is open at the end of each line, and opens it on the next: a word that is broken over two lines is on
/// both what it is.
pub fn balanced(mut lines: Vec<Marked>) -> Vec<Marked> {
    let mut open = String::new();
    for line in &mut lines {
        if open.is_empty() && line.is_ascii() {
            continue;
        }
        let before = open.clone();
        for c in line.chars() {
            match mark(c) {
                Some(Mark::Open(_)) => open = c.to_string(),
                Some(Mark::Address(_)) => open.push(c),
                Some(Mark::Close) => open.clear(),
                None => {}
            }
        }
        let indent = if before.is_empty() { 0 } else { line.len() - line.trim_start_matches(' ').len() };
        line.insert_str(indent, &before);
        line.extend((!open.is_empty()).then_some(CLOSE));
    }
    lines
}

/// Cuts a text to a width in columns, with an ellipsis in the place of the rest. The word that is cut
/// keeps its label.
pub fn cut(text: &str, width: usize, ellipsis: &str) -> Marked {
    let mut room = width.saturating_sub(ellipsis.width());
    let mut kept = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        let columns = if is_mark(c) { 0 } else { c.width().unwrap_or(0) };
        if columns > room {
            let is_labelled = chars.any(|c| c == CLOSE);
            kept.push_str(ellipsis);
            kept.extend(is_labelled.then_some(CLOSE));
            break;
        }
        room -= columns;
        kept.push(c);
    }
    kept
}

/// What a character without a width stands for.
enum Mark {
    Open(Label),
    /// A byte of an address.
    Address(u8),
    Close,
}

fn mark(c: char) -> Option<Mark> {
    let code = c as u32;
    match c {
        _ if !is_mark(c) => None,
        CLOSE => Some(Mark::Close),
        _ if code > HIDDEN => u8::try_from(code - HIDDEN).ok().map(Mark::Address),
        _ => LABELS.get(code.wrapping_sub(OPEN) as usize).map(|(label, _)| Mark::Open(*label)),
    }
}

/// Whether a character is one of those that marks are made of: no text from outside has one.
pub fn is_mark(c: char) -> bool {
    ('\u{E0000}'..='\u{E017F}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::text::linked;
    use crate::present::text::text;

    #[test]
    fn a_text_comes_out_as_it_went_in_word_by_word() {
        let page = |word| linked(Label::Name, word, Some("https://example.org"));
        let text = text!["see ", page("a page"), ", ", crate::present::text::labelled(Label::Aside, "or not")];
        let marked = marked(&text);
        assert_eq!(marked.width(), text.width());
        let aside = |word| crate::present::text::labelled(Label::Aside, word);
        let words = text!["see ", page("a"), " ", page("page"), ", ", aside("or"), " ", aside("not")];
        assert_eq!(read(&marked), [words]);
    }

    #[test]
    fn a_word_that_is_broken_is_labelled_on_both_lines() {
        let word = labelled(Label::Id, "longword").replace("gw", "g\n  w");
        let lines = balanced(word.lines().map(str::to_owned).collect());
        let id = |word| crate::present::text::labelled(Label::Id, word);
        assert_eq!(read(&lines.join("\n")), [id("long"), text!["  ", id("word")]]);
    }

    #[test]
    fn a_text_that_is_cut_keeps_its_labels_and_fits() {
        let short = cut(&labelled(Label::Name, "Chief Information Officer"), 10, "…");
        assert_eq!((short.width(), short), (10, labelled(Label::Name, "Chief Inf…")));
        assert_eq!(cut("软件工程师", 6, "..."), "软...");
        assert_eq!(cut("in a b", 5, "…"), "in a…");
    }
}
