//! A catalog that cannot be read: its faults with their places, as `check` shows them.

use crate::browse::keys::Key;
use crate::browse::paint::Canvas;
use crate::browse::screens::seen;
use crate::browse::scroll::Scroll;
use crate::browse::state::Effect;
use crate::present::diagnostic;
use crate::present::label::{Label, labelled};
use crate::view::error::Error;

pub struct Broken {
    lines: Vec<String>,
    scroll: Scroll,
    height: std::cell::Cell<usize>,
}

impl Broken {
    pub fn new(error: &Error) -> Self {
        let faults = if error.faults.is_empty() { String::new() } else { diagnostic::plain(&error.faults) };
        let hints = error.hints.iter().map(|hint| format!("hint: {hint}"));
        let lines = faults.lines().map(str::to_owned);
        let first = [format!("error: {}", error.message), String::new()];
        Self {
            lines: first.into_iter().chain(lines).chain(hints).collect(),
            scroll: Scroll::default(),
            height: std::cell::Cell::new(1),
        }
    }

    pub fn press(&mut self, key: Key) -> Effect {
        let key = key.folded();
        if self.scroll.press_text(&key, self.lines.len(), self.height.get()) {
            return Effect::None;
        }
        match key {
            Key::Char('r') | Key::Ctrl('r') => Effect::Reread,
            Key::Char('q') | Key::Esc | Key::Ctrl('c') => Effect::Leave(None),
            Key::Ctrl('z') => Effect::Suspend,
            _ => Effect::None,
        }
    }

    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        let area = canvas.cells.area;
        let height = area.height.saturating_sub(1);
        self.height.set(usize::from(height));
        let first = self.scroll.at.min(self.lines.len().saturating_sub(usize::from(height)));
        for (line, y) in self.lines.iter().skip(first).zip(area.y..area.y + height) {
            canvas.put(area.x, y, area.width, line);
        }
        let foot = area.bottom().saturating_sub(1);
        canvas.put(area.x, foot, area.width, &labelled(Label::Aside, "r read again  q leave"));
        let last = (first + usize::from(height)).min(self.lines.len());
        canvas.put_right(area, foot, &seen(&(first..last), self.lines.len()));
    }
}
