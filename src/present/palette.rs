//! Labels turned into the styles of a terminal, or taken out.

use std::borrow::Cow;
use std::env;

use owo_colors::{OwoColorize, Style};

use crate::present::label::{LABELS, Label, Tag, is_tag, label_of};
use crate::present::theme::Theme;
use crate::view::error::ticked;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::label::{Label, labelled};

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
