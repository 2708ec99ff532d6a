//! Text as spans: what each piece says, what it is, and where it leads. Writers write spans, each in
//! its own way; a page, Markdown, what is heard, HTML and cells need no more than this.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::present::label::Label;
use crate::text::harmless::harmless;

/// Where a piece of text leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A page elsewhere: signs of ASCII that are seen, and nothing else.
    Address(String),
}

impl Target {
    /// Returns the target of an address; none where it is no address that may be written as it stands.
    pub fn address(url: &str) -> Option<Self> {
        url.bytes().all(|byte| byte.is_ascii_graphic()).then(|| Self::Address(url.to_owned()))
    }
}

/// A piece of text. What it says is harmless: a catalog is somebody else's data, and nothing of it is
/// obeyed by what shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    text: String,
    label: Option<Label>,
    target: Option<Target>,
}

impl Span {
    pub fn new(text: impl Into<String>, label: Option<Label>, target: Option<Target>) -> Self {
        Self { text: harmless(text.into()), label, target }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn label(&self) -> Option<Label> {
        self.label
    }

    /// The address that it leads to.
    pub fn address(&self) -> Option<&str> {
        self.target.as_ref().map(|Target::Address(url)| url.as_str())
    }

    fn is_bare(&self) -> bool {
        self.label.is_none() && self.target.is_none()
    }

    /// The same, of another wording.
    fn saying(&self, text: String) -> Self {
        Self::new(text, self.label, self.target.clone())
    }
}

/// Text of one line, or of one paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text(Vec<Span>);

/// Text of several pieces, in place of `format!`: `text![labelled(Label::Aside, "of"), " ", title]`.
macro_rules! text {
    ($($piece:expr),* $(,)?) => {{
        let mut text = $crate::present::text::Text::default();
        $(text.push($piece);)*
        text
    }};
}

/// The texts of a row.
macro_rules! row {
    ($($cell:expr),* $(,)?) => { vec![$($crate::present::text::Text::from($cell)),*] };
}

pub(crate) use {row, text};

impl Text {
    /// Returns texts with another between each two of them.
    pub fn join(texts: impl IntoIterator<Item = impl Into<Self>>, between: impl Into<Self>) -> Self {
        let (mut joined, between) = (Self::default(), between.into());
        for (at, text) in texts.into_iter().enumerate() {
            if at > 0 {
                joined.push(&between);
            }
            joined.push(text);
        }
        joined
    }

    /// Puts a text behind this one.
    pub fn push(&mut self, text: impl Into<Self>) {
        text.into().0.into_iter().for_each(|span| self.push_span(span));
    }

    pub fn push_span(&mut self, span: Span) {
        match self.0.last_mut() {
            _ if span.text.is_empty() => {}
            Some(last) if last.is_bare() && span.is_bare() => last.text.push_str(&span.text),
            _ => self.0.push(span),
        }
    }

    pub fn spans(&self) -> &[Span] {
        &self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many columns it takes.
    pub fn width(&self) -> usize {
        self.0.iter().map(|span| span.text.width()).sum()
    }

    /// What it says, and nothing else.
    pub fn plain(&self) -> Cow<'_, str> {
        match self.0.as_slice() {
            [] => Cow::Borrowed(""),
            [span] => Cow::Borrowed(&span.text),
            spans => Cow::Owned(spans.iter().map(|span| span.text.as_str()).collect()),
        }
    }

    /// The same text, each of its pieces in another wording.
    pub fn worded(&self, word: impl Fn(&str) -> String) -> Self {
        let mut worded = Self::default();
        self.0.iter().for_each(|span| worded.push_span(span.saying(word(&span.text))));
        worded
    }

    /// Cuts a text to a width in columns, with an ellipsis in the place of the rest. What is cut keeps its label.
    pub fn cut(&self, width: usize, ellipsis: &str) -> Self {
        let mut room = width.saturating_sub(ellipsis.width());
        let mut kept = Self::default();
        for span in &self.0 {
            if let Some(end) = end_of_room(&span.text, &mut room) {
                kept.push_span(span.saying(format!("{}{ellipsis}", &span.text[..end])));
                break;
            }
            kept.push_span(span.clone());
        }
        kept
    }

    /// Cuts a text that is longer than a width behind the last word that ends within it.
    pub fn cut_between_words(&self, width: usize) -> Self {
        let room = width.min(self.width());
        let whole = self.cut(room, "");
        if whole.width() == self.width() {
            return whole;
        }
        match whole.plain().rsplit_once(' ') {
            Some((words, _)) => self.cut(words.width(), ""),
            None => whole,
        }
    }

    /// The same text within a width: cut where it is longer.
    pub fn within(self, width: usize, ellipsis: &str) -> Self {
        if self.width() <= width { self } else { self.cut(width, ellipsis) }
    }
}

/// Returns a text under a label.
pub fn labelled(label: Label, text: &str) -> Text {
    Span::new(text, Some(label), None).into()
}

/// Returns a text under a label that leads to an address, where what shows it knows links.
pub fn linked(label: Label, text: &str, url: Option<&str>) -> Text {
    Span::new(text, Some(label), url.and_then(Target::address)).into()
}

/// Cuts words to a width in columns, with an ellipsis in the place of the rest.
pub fn cut(words: &str, width: usize, ellipsis: &str) -> String {
    match end_of_room(words, &mut width.saturating_sub(ellipsis.width())) {
        Some(end) => format!("{}{ellipsis}", &words[..end]),
        None => words.to_owned(),
    }
}

/// Where a text has no room any more; takes from the room what there is room for.
fn end_of_room(text: &str, room: &mut usize) -> Option<usize> {
    text.char_indices().find_map(|(at, c)| match room.checked_sub(c.width().unwrap_or(0)) {
        Some(rest) => {
            *room = rest;
            None
        }
        None => Some(at),
    })
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Span::new(text, None, None).into()
    }
}

impl From<&String> for Text {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl From<Cow<'_, str>> for Text {
    fn from(text: Cow<'_, str>) -> Self {
        text.into_owned().into()
    }
}

impl From<Span> for Text {
    fn from(span: Span) -> Self {
        if span.text.is_empty() { Self::default() } else { Self(vec![span]) }
    }
}

impl From<&Text> for Text {
    fn from(text: &Text) -> Self {
        text.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_cut_keeps_its_labels_and_fits() {
        let short = labelled(Label::Name, "Chief Information Officer").cut(10, "…");
        assert_eq!((short.width(), short), (10, labelled(Label::Name, "Chief Inf…")));
        assert_eq!(Text::from("软件工程师").cut(6, "..."), "软...".into());
        assert_eq!(
            text!["in ", labelled(Label::Id, "a"), " b"].cut(5, "…"),
            text!["in ", labelled(Label::Id, "a"), "…"]
        );
    }

    #[test]
    fn what_says_nothing_is_no_span() {
        assert!(text!["", labelled(Label::Bar, ""), linked(Label::Name, "", Some("https://example.org"))].is_empty());
        assert_eq!(text!["a", String::from("b"), ""].spans(), [Span::new("ab", None, None)]);
    }

    #[test]
    fn spans_are_harmless_and_lead_to_addresses_alone() {
        let text = linked(Label::Name, "a\u{1b}[31m\u{e0041}b\n", Some("https://example.org/\u{e9}"));
        assert_eq!(text, labelled(Label::Name, "a\u{fffd}[31m\u{fffd}b\n"));
        assert_eq!(text.worded(|it| it.replace('b', "\u{7}")).plain(), "a\u{fffd}[31m\u{fffd}\u{fffd}\n");
        let text = linked(Label::Name, "a page", Some("https://example.org"));
        assert_eq!(text.spans()[0].address(), Some("https://example.org"));
    }
}
