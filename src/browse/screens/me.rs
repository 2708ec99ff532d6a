//! Me: what one masters, against a goal or all; the fit and the nearest roles change with each key.

use ratatui::layout::Rect;

use crate::browse::data::me::Done;
use crate::browse::data::over::Purpose;
use crate::browse::keys::Key;
use crate::browse::paint::Canvas;
use crate::browse::screens::{Hint, fitted, hint};
use crate::browse::scroll::Scroll;
use crate::browse::sheet::{Kind, NOT_APPLICABLE};
use crate::browse::state::{Effect, Screen, State, WIDE};
use crate::present::label::Label;
use crate::present::text::{labelled, text};

impl<'a> State<'a> {
    pub fn press_me(&mut self, key: Key) -> Effect {
        let (len, page) = (self.me.rows.len(), self.height() / 2);
        if self.me.list.press(&key, len, page) {
            return Effect::None;
        }
        let scale = self.me.scale(self.me.list.at);
        let level = self.me.step(self.me.list.at, self.me.level(self.me.list.at));
        match key {
            Key::Left => self.set(level.and_then(|at| at.checked_sub(1)).map(|at| scale[at])),
            Key::Right => self.set(Some(scale[level.map_or(0, |at| (at + 1).min(scale.len() - 1))])),
            Key::Char(digit @ '0'..='9') => {
                let word = digit.to_digit(10).and_then(|digit| scale.get(digit as usize).copied());
                if word.is_some() {
                    self.set(word);
                }
            }
            Key::Char('x') => self.set(None),
            Key::Char('n') => self.set(Some(NOT_APPLICABLE)),
            Key::Tab | Key::BackTab => {
                self.me.kind = if self.me.kind == Kind::Tool { Kind::Competency } else { Kind::Tool };
                self.me.list = Scroll::default();
                self.me.measure(&self.answers);
            }
            Key::Char('g') => self.pick(Purpose::Goal),
            Key::Char('a') => self.me.aim(&self.answers, None),
            Key::Char('u') => {
                let is_undone = self.me.undo(&self.answers);
                self.said = (!is_undone).then(|| "nothing to undo".to_owned());
            }
            Key::Char('m') => self.read_nearest(),
            Key::Char('s') => return Effect::Save { anyway: false, then_leave: false },
            Key::Enter => {
                self.me.settle(&self.answers);
                let nearest = self.me.nearest.as_ref().ok().and_then(|nearest| nearest.first()).map(|(at, _)| *at);
                if self.is_choosing {
                    return self.choose(nearest);
                }
                self.open(Screen::Page, nearest);
            }
            _ => {}
        }
        Effect::None
    }

    /// All of what the last lines say of the nearest roles, as a page.
    fn read_nearest(&mut self) {
        self.me.settle(&self.answers);
        let nearest = self.me.nearest.as_ref().ok().and_then(|nearest| nearest.first()).map(|(at, _)| *at);
        match self.answers.fits_page(&self.me.sheet.file()) {
            Ok(view) => {
                if let Some(at) = nearest {
                    self.read(at, std::rc::Rc::new(view));
                }
            }
            Err(why) => self.said = Some(why),
        }
    }

    /// States a level, or takes it back.
    fn set(&mut self, level: Option<&str>) {
        let me = &mut self.me;
        let Some(row) = me.rows.get(me.list.at) else { return };
        if me.levels.get(row.id).map(String::as_str) == level {
            return;
        }
        match me.sheet.set(&self.answers.catalog, &me.names, (me.kind, row.id), level) {
            Ok(()) => {
                me.done.push(Done::Level(me.kind, row.id.to_owned()));
                me.measure(&self.answers);
            }
            Err(why) => self.said = Some(why),
        }
    }

    pub fn hints_of_me(&self) -> Vec<Hint> {
        let other = if self.me.kind == Kind::Tool { "competencies" } else { "tools" };
        let mut hints = vec![hint("← →", "level"), hint("s", "save"), hint("g", "goal"), hint("tab", other)];
        hints.extend([hint("u", "undo"), hint("x", "clear"), hint("n", "n/a"), hint("/", "find")]);
        hints.extend([hint("a", "all"), hint("enter", "nearest"), hint("esc", "back"), hint("F1", "help")]);
        hints
    }

    pub fn draw_me(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let sheet = &self.me.sheet;
        let state = match (sheet.is_changed(), sheet.on_disk().is_some()) {
            (true, _) => "not saved",
            (false, true) => "saved",
            (false, false) => "no file yet",
        };
        let goal = self.me.told_goal(&self.answers);
        let file = if area.width >= WIDE { format!("{}, {state}", sheet.shown()) } else { state.to_owned() };
        let head = text![labelled(Label::Title, "Me"), "  ", labelled(Label::Aside, &file)];
        // The goal is what one comes for: a long path gives way to it.
        let room = usize::from(area.width).saturating_sub(head.width() + 2).max(usize::from(area.width) / 2);
        let goal = labelled(Label::Heading, &goal).within(room, canvas.ellipsis());
        let left = area.width.saturating_sub(goal.width() as u16 + 2);
        canvas.put(area.x, area.y, left, &head);
        canvas.put_right(area, area.y, &goal);
        let room = usize::from(area.height / 2).saturating_sub(1);
        let told = fitted(self.told_of_me(area, canvas), room, area.width, canvas.ellipsis());
        let below = told.len() as u16;
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(3 + below), ..area };
        self.draw_levels(canvas, Rect { y: area.y + 1, height: list.height + 1, ..area });
        for (line, y) in told.iter().zip(list.bottom()..) {
            canvas.put(area.x, y, area.width, line);
        }
    }

    pub fn line_of_me(&self) -> Option<String> {
        let row = self.me.rows.get(self.me.list.at)?;
        Some(format!("{}: {}", row.id, self.me.level(self.me.list.at).unwrap_or("")))
    }
}
