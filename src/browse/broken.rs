//! A catalog that cannot be read: its faults with their places, as `check` shows them. What is not saved yet is asked
//! about as on any other screen.

use std::cell::RefCell;

use unicode_width::UnicodeWidthStr;

use crate::browse::data::over::Over;
use crate::browse::keys::Key;
use crate::browse::over::{answered, question};
use crate::browse::paint::Canvas;
use crate::browse::screens::{seen, wrapped};
use crate::browse::scroll::Scroll;
use crate::browse::sheet::Sheet;
use crate::browse::state::Effect;
use crate::present::diagnostic;
use crate::present::label::Label;
use crate::present::text::{Text, labelled, text};
use crate::text::hint::Hint;

use crate::view::error::{Error, Fault};

pub struct Broken {
    message: String,
    faults: Vec<Fault>,
    hints: Vec<Hint>,
    /// As they were drawn last, and how wide.
    lines: RefCell<(u16, Vec<Text>)>,
    /// Whether stdout is a pipe that waits for an id.
    is_choosing: bool,
    scroll: Scroll,
    height: std::cell::Cell<usize>,
    /// What is asked.
    pub over: Option<Over>,
    /// Said at the foot until the next key.
    pub said: Option<String>,
}

impl Broken {
    pub fn new(error: &Error, is_choosing: bool) -> Self {
        Self {
            message: error.message.clone(),
            faults: error.faults.clone(),
            hints: error.hints.clone(),
            lines: RefCell::default(),
            is_choosing,
            scroll: Scroll::default(),
            height: std::cell::Cell::new(1),
            over: None,
            said: None,
        }
    }

    pub fn press(&mut self, key: Key, sheet: &Sheet) -> Effect {
        if let Key::Size(..) = key {
            return Effect::None;
        }
        self.said = None;
        if key == Key::Ctrl('z') && !self.is_choosing {
            return Effect::Suspend;
        }
        if let Some(over) = self.over.take() {
            return self.answer(over, &key);
        }
        let key = key.folded();
        if self.scroll.press_text(&key, self.lines.borrow().1.len(), self.height.get()) {
            return Effect::None;
        }
        match key {
            Key::Char('r') | Key::Ctrl('r') => Effect::Reread,
            Key::Char('s') if sheet.is_changed() => Effect::Save { anyway: false, then_leave: false },
            Key::Char('q') | Key::Esc | Key::Ctrl('c') if sheet.is_changed() => {
                self.over = Some(Over::Unsaved);
                Effect::None
            }
            Key::Char('q') | Key::Esc | Key::Ctrl('c') => Effect::Leave(None),
            _ => Effect::None,
        }
    }

    /// Takes the answer to a question; any other key leaves it open, and Ctrl-C leads out of all.
    fn answer(&mut self, over: Over, key: &Key) -> Effect {
        match (&over, key) {
            (Over::Unsaved, Key::Ctrl('c')) => Effect::Leave(None),
            (_, Key::Ctrl('c')) => {
                self.over = Some(Over::Unsaved);
                Effect::None
            }
            _ => answered(&over, key).unwrap_or_else(|| {
                self.over = Some(over);
                Effect::None
            }),
        }
    }

    pub fn draw(&self, canvas: &mut Canvas<'_>, sheet: &Sheet) {
        let area = canvas.cells.area;
        let height = area.height.saturating_sub(1);
        self.height.set(usize::from(height));
        self.lay_out(area.width, canvas.glyphs.unicode);
        let lines = &self.lines.borrow().1;
        let first = self.scroll.at.min(lines.len().saturating_sub(usize::from(height)));
        for (line, y) in lines.iter().skip(first).zip(area.y..area.y + height) {
            canvas.put(area.x, y, area.width, line);
        }
        let foot = area.bottom().saturating_sub(1);
        let asked = self.over.as_ref().and_then(|over| question(over, &sheet.shown())).or_else(|| self.said.clone());
        if let Some(asked) = asked {
            return canvas.put(area.x, foot, area.width, labelled(Label::Title, &asked));
        }
        let save = if sheet.is_changed() { format!("  s save {}", sheet.shown()) } else { String::new() };
        let last = (first + usize::from(height)).min(lines.len());
        let seen = seen(&(first..last), lines.len());
        let keys = format!("r read again{save}  q leave");
        let room = usize::from(area.width).saturating_sub(keys.width() + seen.width() + 2);
        let scroll = [
            canvas.glyphs.pick("↑↓ space scroll  ", "arrows space scroll  "),
            canvas.glyphs.pick("↑↓ scroll  ", "arrows scroll  "),
            canvas.glyphs.pick("↑↓  ", ""),
        ];
        let scroll = scroll.into_iter().find(|scroll| !seen.is_empty() && scroll.width() <= room).unwrap_or("");
        let keys = format!("{scroll}{keys}");
        canvas.put(area.x, foot, area.width, labelled(Label::Aside, &keys));
        canvas.put_right(area, foot, seen);
    }

    /// Draws the faults for a width, where they are not drawn for it yet.
    fn lay_out(&self, width: u16, unicode: bool) {
        let mut lines = self.lines.borrow_mut();
        if lines.0 == width {
            return;
        }
        let room = usize::from(width);
        let told =
            |label, word: &str, said: &str| wrapped(text![labelled(label, word), " ", said], width, usize::MAX, "");
        let mut drawn = told(Label::Error, "error:", &self.message);
        drawn.push(Text::default());
        if !self.faults.is_empty() {
            drawn.extend(diagnostic::lines(&self.faults, unicode, Some(room)));
            drawn.push(Text::default());
        }
        drawn.extend(self.hints.iter().flat_map(|hint| told(Label::Hint, "hint:", &hint.to_string())));
        *lines = (width, drawn);
    }
}
