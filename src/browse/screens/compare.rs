//! Compare: two to six roles, a line a competency, each role's mark on one scale.

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use crate::browse::data::compare::{Compare, PayRow, Tab, pay_rows};
use crate::browse::data::over::Purpose;
use crate::browse::keys::Key;
use crate::browse::paint::Canvas;
use crate::browse::screens::compare_rows::{
    LEVELS, draw_competency, draw_pay, draw_tool, is_together, level_width, name_width, steps,
};
use crate::browse::screens::{Hint, fitted, hint, seen, wrapped};
use crate::browse::scroll::Scroll;
use crate::browse::state::{Effect, Screen, State, WIDE};
use crate::present::document::{Glyphs, Picture};
use crate::present::figures::level_word;
use crate::present::label::Label;
use crate::present::pay;
use crate::present::text::{Text, labelled, text};
use crate::view::{ComparedCompetency, Comparison, Mark};

impl<'a> State<'a> {
    pub fn press_compare(&mut self, key: Key) -> Effect {
        let (len, page) = (self.compare.len(), self.height().saturating_sub(3));
        if self.compare.list.press(&key, len, page) {
            return Effect::None;
        }
        let last = self.marks.len().saturating_sub(1);
        match key {
            Key::Left => self.compare.column = self.compare.column.saturating_sub(1),
            Key::Right => self.compare.column = (self.compare.column + 1).min(last),
            Key::Tab | Key::BackTab => {
                self.compare.tab = match (self.compare.tab, key) {
                    (Tab::Competencies, Key::Tab) | (Tab::Pay, Key::BackTab) => Tab::Tools,
                    (Tab::Tools, Key::Tab) | (Tab::Competencies, _) => Tab::Pay,
                    _ => Tab::Competencies,
                };
                self.compare.list = Scroll::default();
            }
            Key::Char('d') => {
                let (tab, column, differences) = (self.compare.tab, self.compare.column, !self.compare.differences);
                self.compare = Compare { tab, column, ..Compare::of(&self.answers, &self.marks, differences) };
            }
            Key::Char('x') if self.marks.len() > 2 => {
                self.marks.remove(self.compare.column.min(last));
                self.compare = Compare::of(&self.answers, &self.marks, self.compare.differences);
            }
            Key::Char('x') => self.said = Some("two roles at least are compared: a adds one".to_owned()),
            Key::Char('a') => self.pick(Purpose::Comparison),
            Key::Enter if self.is_choosing => return self.choose(self.subject()),
            Key::Enter => self.open(Screen::Page, self.subject()),
            Key::Char('p') => self.open(Screen::Pay, self.subject()),
            _ => {}
        }
        Effect::None
    }

    pub fn hints_of_compare(&self) -> Vec<Hint> {
        let differences = if self.compare.differences { "all" } else { "differences" };
        let next = match self.compare.tab {
            Tab::Competencies => "tools",
            Tab::Tools => "pay",
            Tab::Pay => "competencies",
        };
        let enter = if self.is_choosing { "choose" } else { "page" };
        vec![
            hint("tab", next),
            hint("a", "add"),
            hint("d", differences),
            hint("← →", "role"),
            hint("x", "take out"),
            hint("p", "pay"),
            hint("enter", enter),
            hint("/", "find"),
            hint("esc", "back"),
            hint("F1", "help"),
        ]
    }

    pub fn draw_compare(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let compare = &self.compare;
        let comparison = match &compare.view {
            Some(Ok(comparison)) => comparison,
            Some(Err(why)) => return canvas.put(area.x, area.y, area.width, why),
            None => return,
        };
        let head = self.draw_legend(comparison, canvas, area);
        let room = usize::from(area.height / 4).max(1);
        let is_short = area.width < WIDE && comparison.roles.len() > 2;
        let told = self.told_of_row(comparison, is_short, canvas.glyphs);
        let told = told.iter().flat_map(|line| wrapped(line, area.width, 9, canvas.ellipsis()));
        let told = told.map(|line| line.worded(|words| broken(words.to_owned()))).collect();
        let told = fitted(told, room, area.width, canvas.ellipsis());
        let taken = 1 + head + told.len() as u16;
        let body = Rect { y: area.y + head, height: area.height.saturating_sub(taken), ..area };
        let len = compare.len();
        if len == 0 && body.height > 0 {
            let none = match compare.tab {
                Tab::Competencies | Tab::Tools if compare.differences => "no difference",
                Tab::Competencies => "no evidence",
                _ => "no tools",
            };
            canvas.put(body.x + 2, body.y, body.width.saturating_sub(2), labelled(Label::Aside, none));
        }
        let window = compare.list.window(len, usize::from(body.height), body.y);
        let pay = pay_rows(comparison);
        let cell = level_width(comparison, canvas.glyphs);
        let is_together = |row: &ComparedCompetency<'_>| is_together(row, cell, body.width, canvas.glyphs);
        let is_told =
            compare.tab == Tab::Competencies && comparison.competencies[window.clone()].iter().any(is_together);
        self.draw_head(comparison, (&seen(&window, len), is_told), canvas, area);
        for (row, y) in window.zip(body.y..) {
            let line = Rect { y, height: 1, ..body };
            match compare.tab {
                Tab::Competencies => draw_competency(&comparison.competencies[row], cell, canvas, line),
                Tab::Tools => draw_tool(&comparison.tools[row], canvas, line),
                Tab::Pay => draw_pay(&pay[row], canvas, line),
            }
            if row == compare.list.at {
                let chosen = labelled(Label::Bar, canvas.glyphs.pick("▌", ">"));
                canvas.put(line.x, y, 1, &chosen);
                canvas.choose(line.x + 2, y, name_width(line.width));
            }
        }
        for (line, y) in told.iter().zip(body.bottom()..) {
            canvas.put(area.x, y, area.width, labelled(Label::Aside, &line.plain()));
        }
    }

    /// What is compared, what its figures are, and how much of it is seen; what a figure among marks means where one
    /// is drawn.
    fn draw_head(
        &self,
        comparison: &Comparison<'_>,
        (seen, is_together): (&Text, bool),
        canvas: &mut Canvas<'_>,
        area: Rect,
    ) {
        /// Of what tells the order, as much as there is room for.
        const ORDERED: [&str; 3] = [
            "weight 0 to 100, how far apart: most by both first",
            "weights, how far apart: most by both first",
            "most by both first",
        ];
        let tab = match self.compare.tab {
            Tab::Competencies => "competencies",
            Tab::Tools => "tools",
            Tab::Pay => "pay",
        };
        let only = if comparison.differences_only { ", differences only" } else { "" };
        let head = text![labelled(Label::Title, "Compare"), "  ", labelled(Label::Aside, &format!("{tab}{only}"))];
        canvas.put(area.x, area.y, area.width, &head);
        let what = match self.compare.tab {
            Tab::Competencies if area.width >= LEVELS => "weight 0 to 100, level, how far apart: most by both first",
            Tab::Competencies if area.width >= WIDE => {
                let room = usize::from(area.width).saturating_sub(head.width() + seen.width() + 4);
                ORDERED.into_iter().find(|what| what.width() <= room).unwrap_or("")
            }
            Tab::Pay if area.width >= WIDE => "medians of one source for all; distances in promotions",
            _ => "",
        };
        let gap = if what.is_empty() || seen.is_empty() { "" } else { "  " };
        let right = text![labelled(Label::Aside, what), gap, seen];
        let together = text!["  ", labelled(Label::Aside, Picture::TOGETHER)];
        let is_room = head.width() + together.width() + 2 + right.width() <= usize::from(area.width);
        canvas.put_right(area, area.y, right);
        if is_together && is_room {
            canvas.put(area.x + head.width() as u16, area.y, together.width() as u16, together);
        }
    }

    /// The chosen row with its figures, without the words for levels where it is to be short.
    fn told_of_row(&self, comparison: &Comparison<'_>, is_short: bool, glyphs: Glyphs) -> Vec<String> {
        let at = self.compare.list.at;
        let of = |each: &dyn Fn(usize) -> String| {
            let parts: Vec<String> = (0..comparison.roles.len())
                .map(|role| format!("{}{NO_BREAK}{}", glyphs.mark(role), each(role)))
                .collect();
            parts.join("  ")
        };
        match self.compare.tab {
            Tab::Competencies => comparison.competencies.get(at).map_or_else(Vec::new, |row| {
                let difference = row.difference.map_or("no difference is known".to_owned(), |it| format!("{it} apart"));
                let weight = |mark: &Mark<'_>| mark.weight.to_string();
                let figures = of(&|role| match &row.marks[role] {
                    mark if !is_short => told_mark(mark.as_ref()).replace(' ', NO_BREAK),
                    mark => mark.as_ref().map_or(glyphs.none().to_owned(), weight),
                });
                vec![figures, format!("{}: {difference}", row.competency.title)]
            }),
            Tab::Tools => comparison.tools.get(at).map_or_else(Vec::new, |row| {
                vec![of(&|role| row.proficiencies[role].unwrap_or(glyphs.none()).to_owned())]
            }),
            Tab::Pay => match pay_rows(comparison).get(at) {
                Some(PayRow::Together(row)) => {
                    let labels =
                        of(&|role| format!("{} {}", row.pay[role].quality, quoted(row.pay[role].label, glyphs)));
                    vec![of(&|role| pay::brief(&row.pay[role])), labels]
                }
                Some(PayRow::Apart(row)) => {
                    let figure = |role: usize| row.pay[role].as_ref().map_or("no public figure".to_owned(), pay::brief);
                    vec![of(&figure), row.why.to_owned()]
                }
                Some(PayRow::None) => vec!["what each is paid: choose one with left and right, then p".to_owned()],
                Some(PayRow::Distance(it)) => {
                    vec![format!("{} {} {}: {}", it.from, glyphs.pick("→", ">"), it.to, steps(it))]
                }
                None => Vec::new(),
            },
        }
    }

    pub fn line_of_comparison(&self) -> Option<String> {
        let comparison = self.compare.comparison()?;
        let glyphs = Glyphs { unicode: self.answers.style.unicode, heard: false };
        let at = self.compare.list.at;
        let name = match self.compare.tab {
            Tab::Competencies => comparison.competencies.get(at)?.competency.title,
            Tab::Tools => comparison.tools.get(at)?.tool.title,
            Tab::Pay => return self.line_of_pay_row(pay_rows(comparison).get(at)?),
        };
        Some(broken(format!("{name}: {}", self.told_of_row(comparison, false, glyphs).first()?)))
    }

    fn line_of_pay_row(&self, row: &PayRow<'_, '_>) -> Option<String> {
        if let PayRow::Distance(distance) = row {
            return Some(format!("{}: {}", row.name(), steps(distance)));
        }
        let glyphs = Glyphs { unicode: self.answers.style.unicode, heard: false };
        let told = self.told_of_row(self.compare.comparison()?, false, glyphs);
        Some(broken(format!("{}: {}", row.name(), told.first()?)))
    }
}

/// A blank at which no line is broken: between a mark and its figure.
const NO_BREAK: &str = "\u{a0}";

/// A text with common blanks, when its lines are broken.
fn broken(line: String) -> String {
    line.replace(NO_BREAK, " ")
}

fn quoted(label: &str, glyphs: Glyphs) -> String {
    if glyphs.unicode { format!("“{label}”") } else { format!("\"{label}\"") }
}

/// "91 practitioner"; on a company's own scale the word of that.
fn told_mark(mark: Option<&Mark<'_>>) -> String {
    let told = |mark: &Mark<'_>| format!("{} {}", mark.weight, level_word(mark.proficiency, mark.own_level.as_ref()));
    mark.map_or_else(|| "no evidence".to_owned(), told)
}
