//! What a piece of text is; `theme` says what that looks like.
//!
//! Labelled text carries its labels in itself, as invisible tag characters around each word.
//! They have no width, so that tables and paragraphs are laid out as if they were not there,
//! however a line is broken; the last step turns them into styles, or takes them out.

use std::borrow::Cow;
use std::env;

use owo_colors::{OwoColorize, Style};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::present::theme::Theme;
use crate::view::error::ticked;

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

const LABELS: [(Label, &str); 10] = [
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

/// How labels look. Styles are switched off by leaving the table empty.
#[derive(Debug, Clone, Default)]
pub struct Palette {
    styles: Vec<(String, String)>,
    links: bool,
}

impl Palette {
    /// The colors of the program, changed by `ROLES_COLORS` where it is set.
    pub fn of_environment(links: bool) -> Self {
        let changes = env::var("ROLES_COLORS").unwrap_or_default();
        Self { links, ..Self::new(Theme::of_environment(), &changes) }
    }

    /// The colors of a theme, with changes as `LS_COLORS` writes them: `heading=1;34:id=90`.
    /// What cannot be read is left as it is.
    pub fn new(theme: Theme, changes: &str) -> Self {
        let changes: Vec<(&str, &str)> = changes.split(':').filter_map(|change| change.split_once('=')).collect();
        let style = |(label, name): (Label, &str)| {
            let changed = changes.iter().rev().find(|(changed, codes)| *changed == name && is_sgr(codes));
            match changed {
                Some((_, codes)) => (format!("\x1b[{codes}m"), "\x1b[0m".to_owned()),
                None => ends(theme.style(label)),
            }
        };
        Self { styles: LABELS.into_iter().map(style).collect(), links: false }
    }

    /// Says what of such changes cannot be read.
    pub fn unread(changes: &str) -> Vec<String> {
        let changes = changes.split(':').filter(|change| !change.trim().is_empty());
        let names: Vec<&str> = LABELS.iter().map(|(_, name)| *name).collect();
        let told = |change: &str| {
            let shown = ticked(change);
            match change.split_once('=') {
                Some((name, codes)) if names.contains(&name) && is_sgr(codes) => None,
                Some((name, _)) if names.contains(&name) => Some(format!(
                    "ROLES_COLORS: {shown} is left out: a color is numbers parted by `;`, as in `{name}=1;34`"
                )),
                Some(_) => Some(format!("ROLES_COLORS: {shown} is left out: the labels are {}", names.join(", "))),
                None => Some(format!(
                    "ROLES_COLORS: {shown} is left out: write a label and its color, as in `heading=1;34`"
                )),
            }
        };
        changes.filter_map(told).collect()
    }

    /// Turns the labels of a text into styles.
    pub fn paint<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if !text.contains(is_tag) {
            return Cow::Borrowed(text);
        }
        let mut painted = String::with_capacity(text.len() * 2);
        let mut open = None;
        let mut url = String::new();
        let mut is_linked = false;
        let mut chars = text.chars();
        while let Some(c) = chars.next() {
            match label_of(c) {
                Some(Tag::Open(label)) => {
                    open = Some(label);
                    painted.push_str(self.ends(open).0);
                }
                Some(Tag::Close) if !is_linked && let Some(rest) = same_after_blank(open, chars.as_str()) => {
                    painted.push(' ');
                    chars = rest.chars();
                }
                Some(Tag::Address(byte)) => url.push(char::from(byte)),
                Some(Tag::Close) => {
                    painted.push_str(if std::mem::take(&mut is_linked) { "\x1b]8;;\x1b\\" } else { "" });
                    painted.push_str(self.ends(open.take()).1);
                }
                None => {
                    if !url.is_empty() && self.links {
                        painted.push_str(&format!("\x1b]8;;{url}\x1b\\"));
                        is_linked = true;
                    }
                    url.clear();
                    painted.push(c);
                }
            }
        }
        Cow::Owned(painted)
    }

    /// What opens a label, as a terminal takes it; nothing where there is no color.
    #[cfg(feature = "browse")]
    pub fn opening(&self, label: Label) -> &str {
        self.ends(Some(label as usize)).0
    }

    /// What opens and closes a label.
    fn ends(&self, label: Option<usize>) -> (&str, &str) {
        let style = label.and_then(|label| self.styles.get(label));
        style.map_or(("", ""), |(start, end)| (start, end))
    }
}

/// Returns the pieces of a labelled text, each under its label.
#[cfg(feature = "browse")]
pub fn pieces(text: &str) -> Vec<(Option<Label>, String)> {
    let mut pieces: Vec<(Option<Label>, String)> = Vec::new();
    let mut open = None;
    for c in text.chars() {
        match label_of(c) {
            Some(Tag::Open(at)) => open = LABELS.get(at).map(|(label, _)| *label),
            Some(Tag::Close) => open = None,
            Some(Tag::Address(_)) => {}
            None => match pieces.last_mut().filter(|(label, _)| *label == open) {
                Some((_, piece)) => piece.push(c),
                None => pieces.push((open, c.to_string())),
            },
        }
    }
    pieces
}

/// Tells whether a text is what a terminal takes for a style: `1;34`.
fn is_sgr(codes: &str) -> bool {
    !codes.is_empty() && codes.chars().all(|c| c.is_ascii_digit() || c == ';')
}

/// Words of one label side by side are painted as one: returns what follows the next one's opening.
fn same_after_blank(open: Option<usize>, text: &str) -> Option<&str> {
    let mut chars = text.strip_prefix(' ')?.chars();
    let is_same = matches!(label_of(chars.next()?)?, Tag::Open(label) if Some(label) == open);
    is_same.then_some(chars.as_str())
}

/// What opens and closes a style.
fn ends(style: Style) -> (String, String) {
    let painted = "|".style(style).to_string();
    let (start, end) = painted.split_once('|').expect("what is painted stays");
    (start.to_owned(), end.to_owned())
}

enum Tag {
    Open(usize),
    /// A byte of an address.
    Address(u8),
    Close,
}

fn label_of(c: char) -> Option<Tag> {
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
    fn labels_have_no_width_and_leave_no_trace() {
        let text = labelled(Label::Heading, "Core competencies");
        assert_eq!(unicode_width::UnicodeWidthStr::width(text.as_str()), 17);
        assert_eq!(Palette::default().paint(&text), "Core competencies");
    }

    #[test]
    fn words_of_one_label_are_painted_as_one() {
        let text = labelled(Label::Title, "Chief Technology Officer");
        assert_eq!(Palette::new(Theme::Dark, "").paint(&text), "\x1b[1mChief Technology Officer\x1b[0m");
    }

    #[test]
    fn labels_side_by_side_keep_their_own_colors() {
        let text = format!("{} {}", labelled(Label::Bar, "|"), labelled(Label::Aside, "new tools"));
        let painted = "\x1b[38;5;75m|\x1b[0m \x1b[38;5;247mnew tools\x1b[0m";
        assert_eq!(Palette::new(Theme::Dark, "").paint(&text), painted);
    }

    #[test]
    fn colors_change_by_name_and_nonsense_changes_nothing() {
        let text = labelled(Label::Id, "cto");
        assert_eq!(Palette::new(Theme::Dark, "id=1;34").paint(&text), "\x1b[1;34mcto\x1b[0m");
        assert_eq!(
            Palette::new(Theme::Dark, "id=31\x07:heading").paint(&text),
            Palette::new(Theme::Dark, "").paint(&text)
        );
    }
}
