//! The screens: what each shows of the state, and what its keys do.

mod compare;
mod compare_rows;
mod legend;
mod levels;
mod me;
mod page;
mod pay;
mod pay_rows;
mod preview;
pub mod roles;
mod step;
mod walk;
mod way;

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use crate::browse::data::over::Over;
use crate::browse::keys::in_ascii;
use crate::browse::paint::Canvas;
use crate::browse::state::{Screen, State, WIDE};
use crate::present::document::Glyphs;
use crate::present::label::Label;
use crate::present::text::{Text, labelled, text};
use crate::render;

/// The line that is typed into; what it takes, where nothing is typed yet and there is room.
pub fn typed_line(typed: &str, room: u16, glyphs: Glyphs) -> Text {
    const WHAT: &str = " type a title or a tool";
    let line = format!("> {typed}{}", glyphs.pick("▏", "_"));
    match typed.is_empty() && line.width() + WHAT.width() < usize::from(room) {
        true => text![line, labelled(Label::Aside, WHAT)],
        false => line.into(),
    }
}

/// A key and what it does, as the last line says it.
pub type Hint = (&'static str, String);

pub fn hint(key: &'static str, what: impl Into<String>) -> Hint {
    (key, what.into())
}

impl State<'_> {
    /// Draws everything.
    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        let area = canvas.cells.area;
        if area.width == 0 || area.height == 0 {
            return;
        }
        if !self.draw_over(canvas, area) {
            match self.screen() {
                Screen::Roles => self.draw_roles(canvas, area),
                Screen::Page => self.draw_page(canvas, area),
                Screen::Walk => self.draw_walk(canvas, area),
                Screen::Compare => self.draw_compare(canvas, area),
                Screen::Pay => self.draw_pay(canvas, area),
                Screen::Me => self.draw_me(canvas, area),
            }
        }
        self.draw_foot(canvas, area);
    }

    /// The last line: what was said, or the keys.
    fn draw_foot(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let y = area.bottom() - 1;
        canvas.put(area.x, y, area.width, " ".repeat(usize::from(area.width)));
        match self.question(canvas.glyphs).or_else(|| self.said.clone()) {
            Some(said) => canvas.put(area.x, y, area.width, labelled(Label::Title, &said)),
            None => canvas.put(area.x, y, area.width, foot(&self.hints(), area.width, canvas.glyphs)),
        }
    }

    fn hints(&self) -> Vec<Hint> {
        match &self.over {
            Some(Over::Help(_)) => vec![hint("↑↓", "scroll"), hint("q", "leave"), hint("esc", "back")],
            Some(Over::Pick(_)) => vec![hint("enter", "take it"), hint("↑↓", "choose"), hint("esc", "back")],
            _ => match self.screen() {
                Screen::Roles => self.hints_of_roles(),
                Screen::Page => self.hints_of_page(),
                Screen::Walk => self.hints_of_walk(),
                Screen::Compare => self.hints_of_compare(),
                Screen::Pay => self.hints_of_pay(),
                Screen::Me => self.hints_of_me(),
            },
        }
    }
}

/// "1-7 of 9" where not all of a list is seen.
pub fn seen(window: &std::ops::Range<usize>, len: usize) -> Text {
    match window.len() < len {
        true => labelled(Label::Aside, &format!("{}-{} of {len}", window.start + 1, window.end)),
        false => Text::default(),
    }
}

/// The first lines of a text, the last of them with an ellipsis where there is more.
pub fn fitted(mut lines: Vec<Text>, room: usize, width: u16, ellipsis: &str) -> Vec<Text> {
    if lines.len() > room {
        lines.truncate(room);
        let room = usize::from(width).saturating_sub(ellipsis.width() + 1);
        if let Some(last) = lines.last_mut() {
            *last = text![last.cut(room.min(last.width()), ""), " ", ellipsis];
        }
    }
    lines
}

/// The keys that fit into a width, the least needed left out; the last two, which lead out and to all keys, stay.
fn foot(hints: &[Hint], width: u16, glyphs: Glyphs) -> Text {
    let drawn = |(key, what): &Hint| {
        let key = if glyphs.unicode { (*key).to_owned() } else { in_ascii(key) };
        let gap = if what.is_empty() { "" } else { " " };
        text![labelled(Label::Name, &key), gap, labelled(Label::Aside, what)]
    };
    let mut parts: Vec<Text> = hints.iter().map(drawn).collect();
    let width_of = |parts: &[Text]| parts.iter().map(|part| part.width() + 2).sum::<usize>().saturating_sub(2);
    let is_too_long = |parts: &[Text]| width_of(parts) > usize::from(width);
    let last = parts.len().saturating_sub(2);
    // The arrows have names in ASCII, which take the room of two keys.
    if (width < WIDE || !glyphs.unicode) && is_too_long(&parts) {
        // Their words are known, or told there.
        hints.iter().enumerate().skip(last).for_each(|(at, hint)| parts[at] = drawn(&(hint.0, String::new())));
    }
    while parts.len() > 2 && is_too_long(&parts) {
        parts.remove(parts.len() - 3);
    }
    Text::join(parts, "  ")
}

/// Wraps a text into at most so many lines, with an ellipsis where there is more.
pub fn wrapped(text: impl Into<Text>, width: u16, most: usize, ellipsis: &str) -> Vec<Text> {
    let mut lines = render::evenly(&text.into(), usize::from(width).max(10));
    let is_cut = lines.len() > most;
    lines.truncate(most);
    if let Some(last) = lines.last_mut().filter(|_| is_cut) {
        let room = usize::from(width).saturating_sub(ellipsis.width());
        *last = text![last.cut_between_words(room), ellipsis];
    }
    lines
}

/// A level as marks, as many as the scale has steps: `●●●○`; a dash where nobody rates it.
pub fn dots(word: Option<&str>, glyphs: Glyphs) -> String {
    let all = crate::catalog::model::Proficiency::ALL;
    if word.is_none() {
        return format!("{:4}", glyphs.none());
    }
    let reached = word.and_then(|word| all.iter().position(|level| level.name() == word)).map_or(0, |at| at + 1);
    let (full, empty) = (glyphs.pick("●", "*"), glyphs.pick("○", "."));
    (0..all.len()).map(|at| if at < reached { full } else { empty }).collect()
}
