//! Roles: filtered by what is typed, with the page of the chosen one beside them.

use ratatui::layout::Rect;

use crate::browse::answers::{Answers, At};
use crate::browse::data::roles::Roles;
use crate::browse::keys::{Key, typed_into};
use crate::browse::paint::Canvas;
use crate::browse::screens::{Hint, hint, typed_line};
use crate::browse::scroll::Scroll;
use crate::browse::state::{Effect, Screen, State, TALL, WIDE};
use crate::present::figures::short_level;
use crate::present::label::Label;
use crate::present::text::{labelled, text};

impl State<'_> {
    pub fn press_roles(&mut self, key: Key) -> Effect {
        // Who is used to it may begin with it; no role does.
        if key == Key::Char('/') && self.roles.typed.is_empty() {
            self.said = Some("type: the roles are filtered at once".to_owned());
            return Effect::None;
        }
        if typed_into(&mut self.roles.typed, &key) {
            self.roles.hits = self.answers.sift(&self.roles.typed);
            self.roles.list = Scroll::default();
            return Effect::None;
        }
        let page = self.height().saturating_sub(1);
        if self.roles.list.press(&key, self.roles.hits.len(), page) {
            return Effect::None;
        }
        let role = self.roles.chosen();
        match key {
            Key::Enter if self.is_choosing => return self.choose(role),
            Key::Enter => self.open(Screen::Page, role),
            Key::Right => self.open(Screen::Walk, role),
            Key::Tab => role.into_iter().for_each(|at| self.mark(at)),
            Key::Ctrl('o') => self.open_comparison(),
            Key::Ctrl('p') => self.open(Screen::Pay, role),
            Key::Ctrl('e') => self.open(Screen::Me, None),
            Key::Ctrl('r') => return Effect::Reread,
            Key::Ctrl('y') => return self.copy_id(),
            Key::Esc if self.roles.typed.is_empty() => return self.leave(),
            Key::Esc => {
                self.roles.typed.clear();
                self.roles.hits = self.answers.sift("");
                self.roles.list = Scroll::default();
            }
            _ => {}
        }
        Effect::None
    }

    pub fn hints_of_roles(&self) -> Vec<Hint> {
        let enter = if self.is_choosing { "choose" } else { "page" };
        let esc = if self.roles.typed.is_empty() { "leave" } else { "clear" };
        vec![
            hint("enter", enter),
            hint("→", "walk"),
            hint("tab", "mark"),
            hint("^o", "compare"),
            hint("^p", "pay"),
            hint("^e", "me"),
            hint("↑↓", "choose"),
            hint("^y", "copy id"),
            hint("esc", esc),
            hint("F1", "help"),
        ]
    }

    pub fn draw_roles(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let Roles { typed, hits, list } = &self.roles;
        let mut said = format!("{} of {}", hits.len(), self.answers.names.len());
        if !self.marks.is_empty() {
            said = format!("{} marked, {said}", self.marks.len());
        }
        let said = labelled(Label::Aside, &said);
        let room = area.width.saturating_sub(said.width() as u16);
        canvas.put(area.x, area.y, area.width, typed_line(typed, room, canvas.glyphs));
        canvas.put_right(area, area.y, &said);
        let body = Rect { y: area.y + 1, height: area.height.saturating_sub(2), ..area };
        let has_preview = area.width >= WIDE && area.height >= TALL;
        let width = if has_preview { (area.width * 2 / 5).clamp(30, 48) } else { area.width };
        draw_list(&self.answers, hits, list, &self.marks, canvas, Rect { width, ..body });
        if hits.is_empty() && body.height > 0 {
            let none = "no role has this: esc clears";
            canvas.put(body.x + 2, body.y, width.saturating_sub(2), labelled(Label::Aside, none));
            if let Some(near) = self.answers.near(typed).filter(|_| body.height > 1) {
                let near = labelled(Label::Aside, &format!("did you mean {near}?"));
                canvas.put(body.x + 2, body.y + 1, width.saturating_sub(2), &near);
            }
        }
        if has_preview {
            canvas.upright(area.x + width, body);
            let beside = Rect { x: area.x + width + 2, width: area.width - width - 2, ..body };
            if let Some(at) = self.roles.chosen() {
                self.draw_preview(canvas, beside, at);
            }
        }
    }
}

/// A level in three letters, each its own.
fn in_three_letters(level: &str) -> String {
    match level {
        "staff" => "stf".to_owned(),
        "lead" => "lea".to_owned(),
        "manager" => "mgr".to_owned(),
        "senior manager" => "smg".to_owned(),
        "vice president" => "vp".to_owned(),
        level => level.chars().take(3).collect(),
    }
}

/// Draws roles, a line each: the mark, the title, the level.
pub fn draw_list(answers: &Answers<'_>, hits: &[At], list: &Scroll, marks: &[At], canvas: &mut Canvas<'_>, area: Rect) {
    const LEVEL: u16 = 15;
    let window = list.window(hits.len(), usize::from(area.height), area.y);
    for (row, y) in window.zip(area.y..) {
        let at = hits[row];
        let Some(name) = answers.names.get(at) else { continue };
        let chosen = if row == list.at { canvas.glyphs.pick("▌", ">") } else { " " };
        let mark = if marks.contains(&at) { canvas.glyphs.pick("●", "*") } else { " " };
        let level_width = if area.width >= 60 { LEVEL } else { 4 };
        let title_width = area.width.saturating_sub(3 + level_width);
        canvas.put(area.x, y, 2, text![labelled(Label::Bar, chosen), labelled(Label::Mark, mark)]);
        canvas.put(area.x + 2, y, title_width, name.title);
        let level = short_level(name);
        let level = labelled(Label::Aside, &if area.width >= 60 { level.to_owned() } else { in_three_letters(level) });
        canvas.put(area.x + 3 + title_width, y, level_width.saturating_sub(1), &level);
        if row == list.at {
            canvas.choose(area.x + 2, y, title_width);
        }
    }
}
