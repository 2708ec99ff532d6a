//! Pay: what a role is paid by region, by state, by seniority; ranges from zero, a scale a unit.

use ratatui::layout::Rect;

use crate::browse::data::pay::{PayScreen, unit};
use crate::browse::keys::Key;
use crate::browse::paint::Canvas;
use crate::browse::screens::pay_rows::{Columns, draw_head, ends, headed, heads, whole_name};
use crate::browse::screens::{Hint, fitted, hint, seen, wrapped};
use crate::browse::state::{Effect, Screen, State, WIDE};
use crate::present::figures::thousands;
use crate::present::label::Label;
use crate::present::pay;
use crate::present::pay_records::{self, OnPage};
use crate::present::text::{Text, labelled, text};
use crate::request::By;
use crate::view::Pay;

impl<'a> State<'a> {
    pub fn press_pay(&mut self, key: Key) -> Effect {
        let (len, page) = (self.pay.rows().len(), self.height().saturating_sub(4));
        if self.pay.list.press(&key, len, page) {
            return Effect::None;
        }
        let role = self.pay.role;
        match key {
            Key::Tab | Key::BackTab => {
                let by = match (self.pay.by, key) {
                    (None, Key::Tab) | (Some(By::Seniority), Key::BackTab) => Some(By::State),
                    (Some(By::State), Key::Tab) | (None, _) => Some(By::Seniority),
                    _ => None,
                };
                self.pay = PayScreen::asked(&self.answers, role, by);
            }
            Key::Char('s') if self.pay.can_be_sorted() => self.pay.sort(!self.pay.is_sorted),
            Key::Char('s') => {
                self.said = Some("nothing to sort: no two medians share a currency, period and kind".to_owned());
            }
            Key::Char('c') => self.open_comparison(),
            Key::Char('w') => self.read_why_paid(),
            Key::Enter if self.is_choosing => return self.choose(Some(role)),
            Key::Enter => self.open(Screen::Page, Some(role)),
            Key::Right => self.open(Screen::Walk, Some(role)),
            _ => {}
        }
        Effect::None
    }

    fn read_why_paid(&mut self) {
        let role = self.pay.role;
        let Some(region) = self.pay.rows().get(self.pay.list.at).map(|pay| pay.region.id) else { return };
        match self.answers.why(&[self.answers.id(role), region]) {
            Ok(view) => self.read(role, std::rc::Rc::new(view)),
            Err(error) => self.said = Some(error),
        }
    }

    pub fn hints_of_pay(&self) -> Vec<Hint> {
        let next = match self.pay.by {
            None => "states",
            Some(By::State) => "by seniority",
            _ => "regions",
        };
        let enter = if self.is_choosing { "choose" } else { "page" };
        let sort = if self.pay.is_sorted { "by region" } else { "by median" };
        vec![
            hint("tab", next),
            hint("s", sort),
            hint("w", "why"),
            hint("→", "walk"),
            hint("c", "compare"),
            hint("enter", enter),
            hint("/", "find"),
            hint("↑↓", "choose"),
            hint("esc", "back"),
            hint("F1", "help"),
        ]
    }

    pub fn draw_pay(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let by = match self.pay.by {
            None => "world and countries",
            Some(By::State) => "states",
            _ if self.pay.is_sorted => "by seniority, by median",
            _ => "parts of labels by seniority",
        };
        let is_said = self.pay.by == Some(By::Seniority);
        let sorted = if self.pay.is_sorted && !is_said { ", by median within a unit" } else { "" };
        let title = labelled(Label::Title, &format!("Pay: {}", self.answers.title(self.pay.role)));
        let what = labelled(Label::Aside, &format!("{by}{sorted}"));
        let head = match area.width >= WIDE {
            true => vec![text![title, "  ", what]],
            false => vec![title, what],
        };
        let top = area.y + head.len() as u16;
        let seen =
            self.draw_figures(canvas, Rect { y: top, height: area.height.saturating_sub(head.len() as u16), ..area });
        let last = head.len().saturating_sub(1);
        for (at, line) in head.iter().enumerate() {
            let taken = if at == last && !seen.is_empty() { seen.width() as u16 + 2 } else { 0 };
            canvas.put(area.x, area.y + at as u16, area.width.saturating_sub(taken), line);
        }
        canvas.put_right(area, top - 1, &seen);
    }

    /// Draws the figures and the chosen one whole; returns which of them are seen.
    fn draw_figures(&self, canvas: &mut Canvas<'_>, area: Rect) -> Text {
        if let Some(Err(why)) = &self.pay.view {
            let room = usize::from(area.height.saturating_sub(3));
            let lines = wrapped(why, area.width.saturating_sub(2), room, canvas.ellipsis());
            lines.iter().zip(area.y + 1..).for_each(|(line, y)| canvas.put(area.x + 2, y, area.width, line));
            return Text::default();
        }
        let rows = self.pay.rows();
        let room = if area.height >= 12 { 4 } else { 2 };
        let told = fitted(self.told_of_figure(&rows, area.width, canvas), room, area.width, canvas.ellipsis());
        let body = Rect { height: area.height.saturating_sub(told.len() as u16 + 1), ..area };
        let seen = self.draw_rows(&rows, canvas, body);
        for (line, y) in told.iter().zip(body.bottom()..) {
            canvas.put(area.x, y, area.width, line);
        }
        seen
    }

    pub fn name_of_figure(&self, pay: &Pay<'_>) -> String {
        whole_name(&self.pay, pay)
    }

    /// Draws what is seen of the figures; returns which they are.
    fn draw_rows(&self, rows: &[&Pay<'_>], canvas: &mut Canvas<'_>, body: Rect) -> Text {
        let (list, height) = (&self.pay.list, usize::from(body.height));
        let heads = if self.pay.is_headed() { heads(rows) } else { Vec::new() };
        let columns = Columns::of(&self.pay, rows, body.width, canvas.ellipsis());
        let (lines, window) = match heads.is_empty() {
            true => ((0..rows.len()).map(Some).collect(), list.window(rows.len(), height, body.y)),
            false => {
                let lines = headed(&heads, rows.len());
                let window = list.window_of(&lines, height, body.y);
                (lines, window)
            }
        };
        let mut drawn: Vec<usize> = Vec::new();
        for (line, y) in window.clone().zip(body.y..) {
            // The heading of the first figure stands before it wherever the list is.
            let is_hidden = !heads.is_empty() && line == window.start && window.len() > 1;
            let place = Rect { y, height: 1, ..body };
            match lines[line].filter(|_| !is_hidden) {
                Some(row) => {
                    columns.draw(rows[row], row, row == list.at, canvas, place);
                    drawn.push(row);
                }
                None => {
                    let next = lines[line..].iter().flatten().next().copied().unwrap_or(0);
                    draw_head(rows[next], canvas, place);
                }
            }
        }
        let seen_rows = drawn.first().map_or(0..0, |first| *first..first + drawn.len());
        seen(&seen_rows, rows.len())
    }

    /// The chosen figure whole: its percentiles, its label, its source, and the end of its scale.
    fn told_of_figure(&self, rows: &[&Pay<'_>], width: u16, canvas: &Canvas<'_>) -> Vec<Text> {
        let Some(pay) = rows.get(self.pay.list.at) else { return Vec::new() };
        // The median and how many people stand behind it are said in brief.
        let others = pay_records::on_pages().filter(|(name, _)| !["median", "n"].contains(name));
        let none = canvas.glyphs.none();
        let told = |(name, column): (_, OnPage)| format!("{name} {}", (column.said)(pay).as_deref().unwrap_or(none));
        let others: Vec<String> = others.map(told).collect();
        let top = if pay.top_of_market { "top of the market, " } else { "" };
        let first = format!("{top}{}; {}", pay::brief(pay), others.join(", "));
        let mut second = format!("{}: \"{}\", {}", pay.quality, pay.label, pay::year(pay));
        pay.notes.iter().for_each(|note| second.push_str(&format!("; {note}")));
        if let Some(end) = ends(rows).get(&unit(pay)).filter(|_| width >= WIDE) {
            second.push_str(&format!("; the scale ends at {}", thousands(end / 100)));
        }
        let lines = [first, second].into_iter().flat_map(|text| wrapped(text, width, 2, canvas.ellipsis()));
        lines.map(|line| labelled(Label::Aside, &line.plain())).collect()
    }

    pub fn line_of_pay(&self) -> Option<String> {
        let rows = self.pay.rows();
        let pay = rows.get(self.pay.list.at)?;
        Some(format!("{}, {}: {}", self.answers.title(self.pay.role), self.name_of_figure(pay), pay::brief(pay)))
    }
}
