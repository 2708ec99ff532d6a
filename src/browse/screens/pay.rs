//! Pay: what a role is paid by region, by state, by seniority; ranges from zero, a scale a unit.

use ratatui::layout::Rect;

use crate::browse::answers::{Answers, At};
use crate::browse::keys::Key;
use crate::browse::paint::Canvas;
use crate::browse::screens::{Hint, hint, wrapped};
use crate::browse::scroll::Scroll;
use crate::browse::state::{Effect, Screen, State, WIDE};
use crate::present::document::Glyphs;
use crate::present::figures::{optional_amount, thousands};
use crate::present::label::{Label, labelled};
use crate::present::pay;
use crate::request::{By, PaySort};
use crate::view::{Amount, Pay, Salaries};

#[derive(Default)]
pub struct PayScreen<'a> {
    pub role: At,
    by: Option<By>,
    is_sorted: bool,
    list: Scroll,
    view: Option<Result<Salaries<'a>, String>>,
}

impl<'a> PayScreen<'a> {
    pub fn of(answers: &Answers<'a>, role: At) -> Self {
        Self { role, view: Some(answers.salary(role, None, PaySort::Region)), ..Self::default() }
    }

    fn asked(answers: &Answers<'a>, role: At, by: Option<By>, is_sorted: bool) -> Self {
        let sort = if is_sorted { PaySort::Median } else { PaySort::Region };
        Self { role, by, is_sorted, list: Scroll::default(), view: Some(answers.salary(role, by, sort)) }
    }

    fn rows(&self) -> Vec<&Pay<'a>> {
        match &self.view {
            Some(Ok(salaries)) => salaries.rows.iter().chain(&salaries.top_of_market).map(|row| &row.pay).collect(),
            _ => Vec::new(),
        }
    }
}

/// What amounts can stand on one scale by.
fn unit<'a>(pay: &Pay<'a>) -> (&'a str, &'a str, &'a str, &'a str) {
    (pay.currency, pay.per, pay.basis, pay.kind)
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
            Key::Tab => {
                let by = match self.pay.by {
                    None => Some(By::State),
                    Some(By::State) => Some(By::Seniority),
                    _ => None,
                };
                self.pay = PayScreen::asked(&self.answers, role, by, false);
            }
            Key::BackTab => {
                let by = match self.pay.by {
                    None => Some(By::Seniority),
                    Some(By::Seniority) => Some(By::State),
                    _ => None,
                };
                self.pay = PayScreen::asked(&self.answers, role, by, false);
            }
            Key::Char('s') => {
                let sorted = PayScreen::asked(&self.answers, role, self.pay.by, !self.pay.is_sorted);
                match &sorted.view {
                    Some(Err(why)) if !self.pay.is_sorted => self.said = Some(why.clone()),
                    _ => self.pay = sorted,
                }
            }
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
            hint("enter", enter),
            hint("→", "walk"),
            hint("↑↓", "choose"),
            hint("esc", "back"),
            hint("?", "help"),
        ]
    }

    pub fn draw_pay(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let by = match self.pay.by {
            None => "world and countries",
            Some(By::State) => "states",
            _ => "parts of labels by seniority",
        };
        let sorted = if self.pay.is_sorted { ", by median" } else { "" };
        let title = labelled(Label::Title, &format!("Pay: {}", self.answers.title(self.pay.role)));
        canvas.put(
            area.x,
            area.y,
            area.width,
            &format!("{title}  {}", labelled(Label::Aside, &format!("{by}{sorted}"))),
        );
        if let Some(Err(why)) = &self.pay.view {
            let room = usize::from(area.height.saturating_sub(3));
            let lines = wrapped(why, area.width.saturating_sub(2), room, canvas.ellipsis());
            return lines.iter().zip(area.y + 2..).for_each(|(line, y)| canvas.put(area.x + 2, y, area.width, line));
        }
        let rows = self.pay.rows();
        let told = self.told_of_figure(&rows, area.width, canvas);
        let detail = (told.len() as u16).min(if area.height >= 12 { 4 } else { 2 });
        let body = Rect { y: area.y + 1, height: area.height.saturating_sub(2 + detail), ..area };
        for (row, y) in self.pay.list.window(rows.len(), usize::from(body.height), body.y).zip(body.y..) {
            let line = Rect { y, height: 1, ..body };
            self.draw_figure(&rows, row, canvas, line);
        }
        for (line, y) in told.iter().take(usize::from(detail)).zip(body.bottom()..) {
            canvas.put(area.x, y, area.width, line);
        }
    }

    fn name(&self, pay: &Pay<'_>) -> String {
        match (self.pay.by, pay.seniority) {
            (Some(By::Seniority), Some(part)) => format!("{} {}", pay.region.name, part.said),
            (Some(By::Seniority), None) => format!("{} all", pay.region.name),
            _ => pay::region_name(pay),
        }
    }

    fn draw_figure(&self, rows: &[&Pay<'_>], row: usize, canvas: &mut Canvas<'_>, line: Rect) {
        const MEDIAN: u16 = 12;
        const UNIT: u16 = 10;
        let pay = rows[row];
        let is_wide = line.width >= WIDE;
        let name = if is_wide { 28 } else { line.width.saturating_sub(MEDIAN + UNIT + 3) };
        canvas.put(line.x + 2, line.y, name, &self.name(pay));
        let median = format!("{:>11}", optional_amount(pay.median));
        canvas.put(line.x + 2 + name, line.y, MEDIAN, &median);
        let unit = format!("{}/{}", pay.currency, pay.per);
        canvas.put(line.x + 2 + name + MEDIAN, line.y, UNIT, &labelled(Label::Aside, &unit));
        let x = line.x + 2 + name + MEDIAN + UNIT;
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
        Some(format!("{}, {}: {}", self.answers.title(self.pay.role), self.name(pay), pay::brief(pay)))
    }
}
