//! Pay: what a role is paid by region, by state, by seniority; ranges from zero, a scale a unit.

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use crate::browse::data::pay::{PayScreen, unit};
use crate::browse::keys::Key;
use crate::browse::paint::Canvas;
use crate::browse::screens::{Hint, fitted, hint, seen, wrapped};
use crate::browse::state::{Effect, Screen, State, WIDE};
use crate::present::document::Glyphs;
use crate::present::figures::{optional_amount, thousands};
use crate::present::label::{Label, labelled};
use crate::present::pay;
use crate::request::By;
use crate::view::{Amount, Pay};

/// "USD/year", "USD/year net offered": before tax and earned where nothing is said.
fn told_unit(pay: &Pay<'_>) -> String {
    let basis = Some(pay.basis).filter(|basis| *basis != "gross");
    let kind = Some(pay.kind).filter(|kind| *kind != "earned");
    let unit = format!("{}/{}", pay.currency, pay.per);
    [Some(unit.as_str()), basis, kind].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The end of the scale that a figure stands on: the largest of its unit, where there are enough to be seen
/// beside each other.
fn end(rows: &[&Pay<'_>], of: &Pay<'_>) -> Option<u64> {
    const ENOUGH: usize = 3;
    let alike: Vec<&&Pay<'_>> = rows.iter().filter(|row| unit(row) == unit(of) && row.median.is_some()).collect();
    let largest = |row: &&&Pay<'_>| [row.median, row.p75].into_iter().flatten().map(|it| it.0.0).max();
    (alike.len() >= ENOUGH).then(|| alike.iter().filter_map(largest).max()).flatten().filter(|end| *end > 0)
}

/// `    ──●──`: from the 25th to the 75th percentile, with the median, on a scale from zero.
fn range(pay: &Pay<'_>, end: u64, cells: usize, glyphs: Glyphs) -> String {
    let place =
        |amount: Option<Amount>| amount.map(|it| (u128::from(it.0.0) * (cells as u128 - 1) / u128::from(end)) as usize);
    let (low, median, high) = (place(pay.p25), place(pay.median), place(pay.p75));
    let cell = |at: usize| match () {
        () if median == Some(at) => labelled(Label::Mark, glyphs.pick("●", "o")),
        () if low.is_some_and(|low| low <= at) && high.is_some_and(|high| at <= high) => {
            labelled(Label::Bar, glyphs.pick("─", "="))
        }
        () if at == 0 => labelled(Label::Aside, glyphs.pick("│", "|")),
        () => " ".to_owned(),
    };
    (0..cells).map(cell).collect()
}

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
            _ => "parts of labels by seniority",
        };
        let sorted = if self.pay.is_sorted { ", by median within a unit" } else { "" };
        let title = labelled(Label::Title, &format!("Pay: {}", self.answers.title(self.pay.role)));
        let what = labelled(Label::Aside, &format!("{by}{sorted}"));
        let head = match area.width >= WIDE {
            true => vec![format!("{title}  {what}")],
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
    fn draw_figures(&self, canvas: &mut Canvas<'_>, area: Rect) -> String {
        if let Some(Err(why)) = &self.pay.view {
            let room = usize::from(area.height.saturating_sub(3));
            let lines = wrapped(why, area.width.saturating_sub(2), room, canvas.ellipsis());
            lines.iter().zip(area.y + 1..).for_each(|(line, y)| canvas.put(area.x + 2, y, area.width, line));
            return String::new();
        }
        let rows = self.pay.rows();
        let room = if area.height >= 12 { 4 } else { 2 };
        let told = fitted(self.told_of_figure(&rows, area.width, canvas), room, area.width, canvas.ellipsis());
        let body = Rect { height: area.height.saturating_sub(told.len() as u16 + 1), ..area };
        let window = self.pay.list.window(rows.len(), usize::from(body.height), body.y);
        let seen = seen(&window, rows.len());
        for (row, y) in window.zip(body.y..) {
            let line = Rect { y, height: 1, ..body };
            self.draw_figure(&rows, row, canvas, line);
        }
        for (line, y) in told.iter().zip(body.bottom()..) {
            canvas.put(area.x, y, area.width, line);
        }
        seen
    }

    pub fn name_of_figure(&self, pay: &Pay<'_>) -> String {
        match (self.pay.by, pay.seniority) {
            (Some(By::Seniority), Some(part)) => format!("{} {}", pay.region.name, part.said),
            (Some(By::Seniority), None) => format!("{} all", pay.region.name),
            _ if pay.top_of_market => format!("{}, top of market", pay::region_name(pay)),
            _ => pay::region_name(pay),
        }
    }

    fn draw_figure(&self, rows: &[&Pay<'_>], row: usize, canvas: &mut Canvas<'_>, line: Rect) {
        const MEDIAN: u16 = 12;
        let pay = rows[row];
        let is_wide = line.width >= WIDE;
        let longest = rows.iter().map(|pay| told_unit(pay).width()).max().unwrap_or(0) as u16;
        let unit_width = if is_wide { longest.min(22) + 2 } else { 10 };
        let range_width = if line.width >= 100 { 60 } else { 20 };
        let others = 2 + MEDIAN + unit_width + if is_wide { range_width } else { 0 };
        // The range has what the names leave.
        let named = rows.iter().map(|pay| self.name_of_figure(pay).width()).max().unwrap_or(0) as u16;
        let least = if is_wide { named.min(30) } else { 0 };
        let name = line.width.saturating_sub(others).max(least).min(48);
        canvas.put(line.x + 2, line.y, name, &self.name_of_figure(pay));
        // Of whom a figure is must be seen beside those that are the role's own.
        let whose = if pay.is_own() { " " } else { "~" };
        let median = format!("{:>12}", format!("{whose}{}", optional_amount(pay.median)));
        canvas.put(line.x + 2 + name, line.y, MEDIAN, &median);
        let unit = if is_wide { told_unit(pay) } else { format!("{}/{}", pay.currency, pay.per) };
        canvas.put(line.x + 2 + name + MEDIAN + 1, line.y, unit_width - 1, &labelled(Label::Aside, &unit));
        let x = line.x + 2 + name + MEDIAN + unit_width;
        let room = line.right().saturating_sub(x + 1);
        if is_wide
            && let Some(end) = end(rows, pay)
            && room >= 8
        {
            let cells = usize::from(room.min(60));
            canvas.put(x, line.y, room, &range(pay, end, cells, canvas.glyphs));
        }
        if row == self.pay.list.at {
            let chosen = labelled(Label::Bar, canvas.glyphs.pick("▌", ">"));
            canvas.put(line.x, line.y, 1, &chosen);
            canvas.choose(line.x + 2, line.y, name);
        }
    }

    /// The chosen figure whole: its percentiles, its label, its source, and the end of its scale.
    fn told_of_figure(&self, rows: &[&Pay<'_>], width: u16, canvas: &Canvas<'_>) -> Vec<String> {
        let Some(pay) = rows.get(self.pay.list.at) else { return Vec::new() };
        let none = canvas.glyphs.none();
        let or_none = |amount: Option<Amount>| if amount.is_some() { optional_amount(amount) } else { none.to_owned() };
        let top = if pay.top_of_market { "top of the market, " } else { "" };
        let first = format!("{top}{}; p25 {}, p75 {}", pay::brief(pay), or_none(pay.p25), or_none(pay.p75));
        let mut second = format!("{}: \"{}\", {}", pay.quality, pay.label, pay::year(pay));
        pay.notes.iter().for_each(|note| second.push_str(&format!("; {note}")));
        if let Some(end) = end(rows, pay).filter(|_| width >= WIDE) {
            second.push_str(&format!("; the scale ends at {}", thousands(end / 100)));
        }
        let lines = [first, second].into_iter().flat_map(|text| wrapped(&text, width, 2, canvas.ellipsis()));
        lines.map(|line| labelled(Label::Aside, &line)).collect()
    }

    pub fn line_of_pay(&self) -> Option<String> {
        let rows = self.pay.rows();
        let pay = rows.get(self.pay.list.at)?;
        Some(format!("{}, {}: {}", self.answers.title(self.pay.role), self.name_of_figure(pay), pay::brief(pay)))
    }
}
