//! A page that is read; on that of the nearest roles one of them is chosen.

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use crate::browse::answers::At;
use crate::browse::keys::Key;
use crate::browse::paint::Canvas;
use crate::browse::screens::{Hint, hint, seen};
use crate::browse::state::{Effect, Screen, State};
use crate::present::document::Glyphs;
use crate::present::label::Label;
use crate::present::text::{Text, labelled, text};
use crate::render;
use crate::render::Style;
use crate::view::View;

impl State<'_> {
    pub fn press_page(&mut self, key: Key) -> Effect {
        let height = self.height();
        let role = self.subject();
        if matches!(key, Key::Up | Key::Down) && self.choose_row(&key) {
            return Effect::None;
        }
        let Some(page) = &mut self.page else { return Effect::None };
        let key = if key == Key::Char(' ') { Key::PageDown } else { key };
        if page.scroll.press_text(&key, page.lines.get(), height) {
            return Effect::None;
        }
        match key {
            Key::Enter if self.is_choosing => return self.choose(role),
            Key::Enter if !self.rows_of_page().is_empty() => self.open(Screen::Page, role),
            Key::Right => self.open(Screen::Walk, role),
            Key::Left => self.back(),
            Key::Char('p') => self.open(Screen::Pay, role),
            Key::Char('c') => self.open_comparison(),
            Key::Tab => role.into_iter().for_each(|at| self.mark(at)),
            _ => {}
        }
        Effect::None
    }

    /// Chooses the role above or below, and shows it; tells whether there is one.
    fn choose_row(&mut self, key: &Key) -> bool {
        let (rows, height) = (self.rows_of_page(), self.height());
        let Some(page) = &mut self.page else { return false };
        let Some(at) = rows.iter().position(|(role, _)| *role == page.role) else { return false };
        let next = if *key == Key::Up { at.checked_sub(1) } else { Some(at + 1) };
        let Some((role, line)) = next.and_then(|next| rows.get(next)) else { return false };
        page.role = *role;
        page.scroll.at = page.scroll.at.clamp((line + 1).saturating_sub(height), *line);
        true
    }

    /// The roles of which one is chosen, each with its line.
    fn rows_of_page(&self) -> Vec<(At, usize)> {
        let Some(View::Match(fits)) = self.page.as_ref().map(|page| &*page.view) else { return Vec::new() };
        let lines = self.page_text();
        let begins = |line: &Text, id: &str| {
            let line = line.plain();
            let rest = line.strip_prefix("  ").and_then(|line| line.strip_prefix(id));
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        let line = |id: &str| lines.iter().position(|line| begins(line, id));
        fits.fits.iter().filter_map(|fit| Some((self.answers.at(fit.role.id)?, line(fit.role.id)?))).collect()
    }

    pub fn hints_of_page(&self) -> Vec<Hint> {
        let has_rows = !self.rows_of_page().is_empty();
        let mut hints = vec![hint("↑↓", if has_rows { "choose" } else { "scroll" })];
        match (self.is_choosing, has_rows) {
            (true, _) => hints.extend([hint("→", "walk"), hint("enter", "choose")]),
            (false, true) => hints.extend([hint("enter", "page"), hint("→", "walk"), hint("tab", "mark")]),
            (false, false) => hints.extend([hint("→", "walk"), hint("tab", "mark")]),
        }
        hints.extend([hint("p", "pay"), hint("c", "compare"), hint("/", "find"), hint("y", "copy id")]);
        hints.extend([hint("esc", "back"), hint("F1", "help")]);
        hints
    }

    /// What is read, as lines of the screen's width.
    pub fn page_text(&self) -> Vec<Text> {
        let Some(page) = &self.page else { return Vec::new() };
        let style = Style { width: usize::from(self.size.0).max(20), ..self.answers.style.clone() };
        render::page_of(&page.view, &style)
    }

    pub fn draw_page(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let Some(page) = &self.page else { return };
        let lines = self.page_text();
        page.lines.set(lines.len());
        let height = usize::from(area.height.saturating_sub(2));
        let first = page.scroll.at.min(lines.len().saturating_sub(height));
        let seen = seen(&(first..(first + height).min(lines.len())), lines.len());
        let room = usize::from(area.width).saturating_sub(seen.width() + 2);
        canvas.put(area.x, area.y, area.width, self.head_of_page(page.role, room, canvas.glyphs));
        canvas.put_right(area, area.y, &seen);
        let chosen = self.rows_of_page().into_iter().find(|(role, _)| *role == page.role);
        for (at, y) in (first..lines.len()).take(height).zip(area.y + 1..) {
            canvas.put(area.x, y, area.width, &lines[at]);
            if chosen.is_some_and(|(_, line)| line == at) {
                let bar = labelled(Label::Bar, canvas.glyphs.pick("▌", ">"));
                canvas.put(area.x, y, 1, &bar);
                canvas.choose(area.x + 2, y, self.answers.id(page.role).width() as u16);
            }
        }
    }

    /// "Engineer · ● marked": of whom the page is, and whether it is marked for comparing.
    fn head_of_page(&self, role: At, room: usize, glyphs: Glyphs) -> Text {
        let marked = match self.marks.contains(&role) {
            true => text![" ", glyphs.pick("·", "-"), " ", labelled(Label::Mark, glyphs.pick("●", "*")), " marked"],
            false => Text::default(),
        };
        let (title, left) = (self.answers.title(role), room.saturating_sub(marked.width()));
        text![labelled(Label::Title, title).within(left, glyphs.pick("…", "...")), marked]
    }
}
