//! What a piece of text is; `palette` says what that looks like.
//!
//! Labelled text carries its labels in itself, as invisible tag characters around each word.
//! They have no width, so that tables and paragraphs are laid out as if they were not there,
//! however a line is broken; the last step turns them into styles, or takes them out.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// The title of a page.
    Title,
    /// The heading of a section.
    Heading,
    /// An id that can be typed.
    Id,
    /// What is said beside: units, dates, sources.
    Aside,
    /// The name that a row is about.
    Name,
    /// A bar or a drawn line.
    Bar,
    /// A mark that points something out.
    Mark,
    /// A word that was searched for.
    Hit,
    /// The word `error`.
    Error,
    /// The word `hint`.
    Hint,
}

pub(super) const LABELS: [(Label, &str); 10] = [
    (Label::Title, "title"),
    (Label::Heading, "heading"),
    (Label::Id, "id"),
    (Label::Aside, "aside"),
    (Label::Name, "name"),
    (Label::Bar, "bar"),
    (Label::Mark, "mark"),
    (Label::Hit, "hit"),
    (Label::Error, "error"),
    (Label::Hint, "hint"),
];

/// The first of the tag characters that open a label; the last of all closes it.
const OPEN: u32 = 0xE0041;
const CLOSE: char = '\u{E007F}';
/// A byte of an address stands this far up, among the variation selectors.
const HIDDEN: u32 = 0xE0100;

/// Returns a text under a label, word by word.
pub fn labelled(label: Label, text: &str) -> String {
    let open = char::from_u32(OPEN + label as u32).expect("tag characters are characters");
    let mut marked = String::with_capacity(text.len() + 16);
    for (at, word) in text.split(' ').enumerate() {
        if at > 0 {
            marked.push(' ');
        }
        if !word.is_empty() {
            marked.extend([open]);
            marked.push_str(word);
            marked.push(CLOSE);
        }
    }
    marked
}

/// Returns a text under a label that leads to an address, where the terminal knows links. The
/// address travels in the text, in characters that have no width.
pub fn linked(label: Label, text: &str, url: Option<&str>) -> String {
    let Some(url) = url.filter(|url| url.bytes().all(|byte| byte.is_ascii_graphic())) else {
        return labelled(label, text);
    };
    let hidden: String = url.bytes().filter_map(|byte| char::from_u32(HIDDEN + u32::from(byte))).collect();
    let open = char::from_u32(OPEN + label as u32).expect("tag characters are characters");
    let word = |word: &str| format!("{open}{hidden}{word}{CLOSE}");
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// Cuts a labelled text to a width in columns, with an ellipsis in the place of the rest. The word that
/// is cut keeps its label.
pub fn cut(text: &str, width: usize, ellipsis: &str) -> String {
    let mut room = width.saturating_sub(ellipsis.width());
    let mut kept = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        let columns = if is_tag(c) { 0 } else { c.width().unwrap_or(0) };
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

/// A piece of a labelled text: what it is, and where it leads.
#[cfg(any(feature = "browse", test))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    pub label: Option<Label>,
    pub url: Option<String>,
    pub text: String,
}

/// Returns the spans of a labelled text: for those who write it as anything but a terminal's lines.
#[cfg(any(feature = "browse", test))]
pub fn spans(text: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let (mut open, mut bytes) = (None, Vec::new());
    for c in text.chars() {
        match label_of(c) {
            Some(Tag::Open(at)) => open = LABELS.get(at).map(|(label, _)| *label),
            Some(Tag::Address(byte)) => bytes.push(byte),
            Some(Tag::Close) => (open, bytes) = (None, Vec::new()),
            None => {
                let url = (!bytes.is_empty()).then(|| String::from_utf8_lossy(&bytes).into_owned());
                match spans.last_mut().filter(|span| span.label == open && span.url == url) {
                    Some(span) => span.text.push(c),
                    None => spans.push(Span { label: open, url, text: c.to_string() }),
                }
            }
        }
    }
    spans
}

/// What a tag character does.
pub(super) enum Tag {
    Open(usize),
    /// A byte of an address.
    Address(u8),
    Close,
}

/// The tag that a character is.
pub(super) fn label_of(c: char) -> Option<Tag> {
    match c {
        CLOSE => Some(Tag::Close),
        _ if (c as u32) > HIDDEN && is_tag(c) => u8::try_from(c as u32 - HIDDEN).ok().map(Tag::Address),
        _ if is_tag(c) => Some(Tag::Open((c as u32).wrapping_sub(OPEN) as usize)),
        _ => None,
    }
}

/// Tells whether a character is one of those that labels are made of.
pub fn is_tag(c: char) -> bool {
    ('\u{E0000}'..='\u{E017F}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_cut_keeps_its_labels_and_fits() {
        let short = cut(&labelled(Label::Name, "Chief Information Officer"), 10, "…");
        assert_eq!((short.width(), short), (10, labelled(Label::Name, "Chief Inf…")));
        assert_eq!(cut("软件工程师", 6, "..."), "软...");
        assert_eq!(cut("in a b", 5, "…"), "in a…");
    }

    #[test]
    fn a_labelled_text_is_spans_of_words_labels_and_addresses() {
        let text = format!("see {}", linked(Label::Name, "a page", Some("https://example.org")));
        let span =
            |label, url: Option<&str>, text: &str| Span { label, url: url.map(str::to_owned), text: text.to_owned() };
        let page = |text| span(Some(Label::Name), Some("https://example.org"), text);
        assert_eq!(spans(&text), [span(None, None, "see "), page("a"), span(None, None, " "), page("page")]);
    }
}
