//! Walk: what leads to a role, the role, where it leads; each move with who states it and what it takes.

use crate::browse::answers::At;
use crate::browse::data::over::Purpose;
use crate::browse::data::walk::{Move, Walk, Way};
use crate::browse::keys::Key;
use crate::browse::screens::{Hint, hint};
use crate::browse::state::{Effect, Screen, State, WIDE};

impl<'a> State<'a> {
    pub fn press_walk(&mut self, key: Key) -> Effect {
        let page = self.height() / 2;
        let walk = &mut self.walk;
        let (scroll, len) = match walk.way {
            Way::Back => (&mut walk.at_before, walk.before.len()),
            Way::On => (&mut walk.at_after, walk.after.len()),
        };
        if scroll.press(&key, len, page) {
            return Effect::None;
        }
        let chosen = self.walk.chosen();
        match key {
            Key::Left if self.walk.way == Way::On && !self.walk.before.is_empty() => self.walk.way = Way::Back,
            Key::Right if self.walk.way == Way::Back && !self.walk.after.is_empty() => self.walk.way = Way::On,
            Key::Left if self.walk.way == Way::Back => self.go(chosen),
            Key::Right if self.walk.way == Way::On => self.go(chosen),
            Key::Enter if self.is_choosing => return self.choose(self.subject()),
            Key::Enter => self.open(Screen::Page, self.subject()),
            Key::Char('t') => self.pick(Purpose::Target),
            Key::Char('x') => self.aim(None),
            Key::Char('w') => self.read_why(),
            Key::Char('m') => self.read_step(),
            Key::Char('p') => self.open(Screen::Pay, self.subject()),
            Key::Char('c') => self.compare_moves(),
            Key::BackTab => self.mark(self.walk.here),
            Key::Tab => self.subject().into_iter().for_each(|at| self.mark(at)),
            _ => {}
        }
        Effect::None
    }

    /// Goes to a role, looking the same way.
    fn go(&mut self, role: Option<At>) {
        let Some(role) = role else { return };
        let (way, came_from) = (self.walk.way, self.walk.here);
        let mut trail = std::mem::take(&mut self.walk.trail);
        match (trail.iter().position(|walked| *walked == role), way) {
            (Some(place), _) => trail.truncate(place),
            (None, Way::On) => trail.push(came_from),
            // Whoever goes back beyond where they began begins there.
            (None, Way::Back) => trail.clear(),
        }
        self.walk = Walk { trail, ..Walk::at(&self.answers, role, self.walk.target) };
        let has = |moves: &[Move]| !moves.is_empty();
        if way == Way::Back && has(&self.walk.before) {
            self.walk.way = Way::Back;
        }
        // Whoever turns round stands before the role that they came from.
        let (behind, scroll) = match way {
            Way::Back => (&self.walk.after, &mut self.walk.at_after),
            Way::On => (&self.walk.before, &mut self.walk.at_before),
        };
        scroll.at = behind.iter().position(|it| it.role == came_from).unwrap_or(scroll.at);
    }

    /// Takes a role for the target of the way, or none.
    pub fn aim(&mut self, target: Option<At>) {
        let trail = std::mem::take(&mut self.walk.trail);
        self.walk = Walk { trail, ..Walk::at(&self.answers, self.walk.here, target) };
    }

    /// Compares what is marked; where that is less than two, the role that one looks at and the one chosen too.
    fn compare_moves(&mut self) {
        let here = self.walk.here;
        if self.marks.len() < 2 && !self.marks.contains(&here) {
            self.marks.insert(0, here);
        }
        self.open_comparison();
    }

    /// All that the chosen move takes, as a page.
    fn read_step(&mut self) {
        let Some((from, to)) = self.walk.ends() else { return };
        if let Some(view) = self.answers.step_page(from, to) {
            self.read(to, std::rc::Rc::new(view));
        }
    }

    fn read_why(&mut self) {
        let Some((from, to)) = self.walk.ends() else { return };
        match self.answers.why(&[self.answers.id(to), self.answers.id(from)]) {
            Ok(view) => self.read(to, std::rc::Rc::new(view)),
            Err(error) => self.said = Some(error),
        }
    }

    pub fn hints_of_walk(&self) -> Vec<Hint> {
        let (left, right) = match self.walk.way {
            Way::Back => ("go back", "on"),
            Way::On => ("back", "go on"),
        };
        let enter = if self.is_choosing { "choose" } else { "page" };
        // What the arrows do is said where there is room for it beside what cannot be guessed.
        const ALL: u16 = 100;
        let mut hints = match self.size.0 {
            ALL.. => vec![hint("←", left), hint("→", right), hint("enter", enter)],
            _ => vec![hint("← →", "walk"), hint("enter", enter)],
        };
        hints.extend(match self.size.0 {
            ALL.. | ..WIDE => [hint("t", "target"), hint("w", "why"), hint("m", "more"), hint("c", "compare")],
            _ => [hint("tab", "mark"), hint("c", "compare"), hint("t", "target"), hint("w", "why")],
        });
        hints.extend(match self.size.0 {
            ALL.. | ..WIDE => [hint("p", "pay"), hint("tab", "mark"), hint("/", "find")],
            _ => [hint("m", "more"), hint("p", "pay"), hint("/", "find")],
        });
        hints.extend([hint("y", "copy id"), hint("esc", "back"), hint("F1", "help")]);
        hints
    }
}
