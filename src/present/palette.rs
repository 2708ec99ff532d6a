//! Labels turned into the styles of a terminal, or left out.

use std::env;

use owo_colors::{OwoColorize, Style};

use crate::present::label::{LABELS, Label};
use crate::present::text::{Span, Text};
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

    /// Writes a text, its labels turned into styles.
    pub fn paint(&self, text: &Text) -> String {
        let spans = text.spans();
        let mut painted = String::with_capacity(spans.iter().map(|span| span.text().len() + 8).sum());
        let mut is_open = false;
        for (at, span) in spans.iter().enumerate() {
            let Some(label) = span.label() else {
                painted.push_str(span.text());
                continue;
            };
            let (start, end) = self.ends(label);
            painted.push_str(if is_open { "" } else { start });
            let url = span.address().filter(|_| self.links);
            match url {
                Some(url) => painted.push_str(&link(url, span.text(), (start, end))),
                None => painted.push_str(span.text()),
            }
            is_open = url.is_none() && goes_on(&spans[at + 1..], label);
            painted.push_str(if is_open { "" } else { end });
        }
        painted
    }

    /// What opens a label, as a terminal takes it; nothing where there is no color.
    #[cfg(feature = "browse")]
    pub fn opening(&self, label: Label) -> &str {
        self.ends(label).0
    }

    /// What opens and closes a label.
    fn ends(&self, label: Label) -> (&str, &str) {
        self.styles.get(label as usize).map_or(("", ""), |(start, end)| (start, end))
    }
}

/// Tells whether a text is what a terminal takes for a style: `1;34`.
fn is_sgr(codes: &str) -> bool {
    !codes.is_empty() && codes.chars().all(|c| c.is_ascii_digit() || c == ';')
}

/// Whether words of one label stand side by side: they are painted as one.
fn goes_on(behind: &[Span], label: Label) -> bool {
    matches!(behind, [blank, next, ..] if blank.label().is_none() && blank.text() == " " && next.label() == Some(label))
}

/// Words that lead to an address, each by itself: none is where a line may end.
fn link(url: &str, text: &str, (start, end): (&str, &str)) -> String {
    let words: Vec<String> = text.split(' ').map(|word| format!("\x1b]8;;{url}\x1b\\{word}\x1b]8;;\x1b\\")).collect();
    words.join(&format!("{end} {start}"))
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
    use crate::present::label::Label;
    use crate::present::text::{labelled, linked, text};

    #[test]
    fn without_styles_a_text_is_what_it_says() {
        let text = text![labelled(Label::Heading, "Core competencies"), " of it"];
        assert_eq!((text.width(), Palette::default().paint(&text)), (23, "Core competencies of it".to_owned()));
    }

    #[test]
    fn words_of_one_label_are_painted_as_one() {
        let word = |word| labelled(Label::Title, word);
        for text in [word("Chief Technology Officer"), text![word("Chief Technology"), " ", word("Officer")]] {
            assert_eq!(Palette::new(Theme::Dark, "").paint(&text), "\x1b[1mChief Technology Officer\x1b[0m");
        }
    }

    #[test]
    fn addresses_are_links_where_the_terminal_knows_them() {
        let text = linked(Label::Title, "A page", Some("https://a.b"));
        let palette = Palette::new(Theme::Dark, "");
        assert_eq!(palette.paint(&text), "\x1b[1mA page\x1b[0m");
        let link = |word| format!("\x1b[1m\x1b]8;;https://a.b\x1b\\{word}\x1b]8;;\x1b\\\x1b[0m");
        assert_eq!(Palette { links: true, ..palette }.paint(&text), format!("{} {}", link("A"), link("page")));
    }

    #[test]
    fn labels_side_by_side_keep_their_own_colors() {
        let text = text![labelled(Label::Bar, "|"), " ", labelled(Label::Aside, "new tools")];
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
