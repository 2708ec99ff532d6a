//! Compare: two to six roles, a line a competency, each role's mark on one scale.

use ratatui::layout::Rect;

use crate::browse::answers::{Answers, At};
use crate::browse::keys::Key;
use crate::browse::over::Purpose;
use crate::browse::paint::Canvas;
use crate::browse::screens::{Hint, hint};
use crate::browse::scroll::Scroll;
use crate::browse::state::{Effect, Screen, State, WIDE};
use crate::present::document::Glyphs;
use crate::present::figures::{count, optional_amount};
use crate::present::label::{Label, labelled};
use crate::present::pay;
use crate::view::{ComparedCompetency, ComparedPay, ComparedTool, Comparison, Mark};

/// What is compared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    Competencies,
    Tools,
    Pay,
}

#[derive(Default)]
pub struct Compare<'a> {
    tab: Tab,
    differences: bool,
    list: Scroll,
    /// The role that keys speak of.
    pub column: usize,
    view: Option<Result<Comparison<'a>, String>>,
}

impl<'a> Compare<'a> {
    pub fn of(answers: &Answers<'a>, roles: &[At], differences: bool) -> Self {
        let view = Some(answers.compare(roles, differences));
        Self { view, differences, ..Self::default() }
    }

    fn comparison(&self) -> Option<&Comparison<'a>> {
        self.view.as_ref()?.as_ref().ok()
    }

    fn len(&self) -> usize {
        self.comparison().map_or(0, |it| match self.tab {
            Tab::Competencies => it.competencies.len(),
            Tab::Tools => it.tools.len(),
            Tab::Pay => it.salary.len() + it.distances.len(),
        })
    }
}

/// The mark of a role.
fn mark(at: usize, glyphs: Glyphs) -> &'static str {
    const UNICODE: [&str; 6] = ["●", "◆", "▲", "■", "○", "◇"];
    const ASCII: [&str; 6] = ["o", "x", "+", "#", "@", "%"];
    let marks = if glyphs.unicode { UNICODE } else { ASCII };
    marks[at.min(marks.len() - 1)]
}

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
        let enter = if self.is_choosing { "choose" } else { "page" };
        vec![
            hint("tab", "tools, pay"),
            hint("d", differences),
            hint("← →", "role"),
            hint("x", "take out"),
            hint("a", "add"),
            hint("enter", enter),
            hint("esc", "back"),
            hint("?", "help"),
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
        let told = self.told_of_row(comparison, canvas.glyphs);
        let detail = if area.height >= 12 { 2.min(told.len() as u16) } else { 1.min(told.len() as u16) };
        let body = Rect { y: area.y + head, height: area.height.saturating_sub(1 + head + detail), ..area };
        let len = compare.len();
        if len == 0 && body.height > 0 {
            let none = match compare.tab {
                Tab::Competencies => "no difference",
                Tab::Tools if compare.differences => "no difference",
                Tab::Tools => "no tools",
                Tab::Pay => "no region has figures of one source that tell them apart",
            };
            canvas.put(body.x + 2, body.y, body.width.saturating_sub(2), &labelled(Label::Aside, none));
        }
        for (row, y) in compare.list.window(len, usize::from(body.height), body.y).zip(body.y..) {
            let line = Rect { y, height: 1, ..body };
            match compare.tab {
                Tab::Competencies => draw_competency(&comparison.competencies[row], canvas, line),
                Tab::Tools => draw_tool(&comparison.tools[row], canvas, line),
                Tab::Pay => draw_pay(comparison, row, canvas, line),
            }
            if row == compare.list.at {
                let chosen = labelled(Label::Bar, canvas.glyphs.pick("▌", ">"));
                canvas.put(line.x, y, 1, &chosen);
                canvas.choose(line.x + 2, y, name_width(line.width));
            }
        }
        for (line, y) in told.iter().take(usize::from(detail)).zip(body.bottom()..) {
            canvas.put(area.x, y, area.width, &labelled(Label::Aside, line));
        }
    }

    /// Draws which mark is whose; returns how many rows that took.
    fn draw_legend(&self, comparison: &Comparison<'_>, canvas: &mut Canvas<'_>, area: Rect) -> u16 {
        let tab = match self.compare.tab {
            Tab::Competencies => "competencies",
            Tab::Tools => "tools",
            Tab::Pay => "pay",
        };
        let only = if self.compare.differences { ", differences only" } else { "" };
        let head =
            format!("{}  {}", labelled(Label::Title, "Compare"), labelled(Label::Aside, &format!("{tab}{only}")));
        canvas.put(area.x, area.y, area.width, &head);
        let each = (area.width / comparison.roles.len().max(1) as u16).max(10);
        let per_row = (area.width / each).max(1);
        for (at, role) in comparison.roles.iter().enumerate() {
            let (row, column) = (at as u16 / per_row, at as u16 % per_row);
            let is_chosen = at == self.compare.column;
            let name = labelled(if is_chosen { Label::Title } else { Label::Name }, role.title);
            let chosen = if is_chosen { canvas.glyphs.pick("▸", ">") } else { " " };
            let text = format!("{chosen}{} {name}", labelled(Label::Mark, mark(at, canvas.glyphs)));
            canvas.put(area.x + column * each, area.y + 1 + row, each.saturating_sub(1), &text);
        }
        1 + (comparison.roles.len() as u16).div_ceil(per_row)
    }

    /// The chosen row with its figures.
    fn told_of_row(&self, comparison: &Comparison<'_>, glyphs: Glyphs) -> Vec<String> {
        let at = self.compare.list.at;
        let of = |each: &dyn Fn(usize) -> String| {
            let parts: Vec<String> =
                (0..comparison.roles.len()).map(|role| format!("{} {}", mark(role, glyphs), each(role))).collect();
            parts.join("  ")
        };
        match self.compare.tab {
            Tab::Competencies => comparison.competencies.get(at).map_or_else(Vec::new, |row| {
                let difference = row.difference.map_or("no difference is known".to_owned(), |it| format!("{it} apart"));
                vec![of(&|role| told_mark(row.marks[role].as_ref())), format!("{}: {difference}", row.competency.title)]
            }),
            Tab::Tools => comparison.tools.get(at).map_or_else(Vec::new, |row| {
                vec![of(&|role| row.proficiencies[role].unwrap_or(glyphs.none()).to_owned())]
            }),
            Tab::Pay => comparison.salary.get(at).map_or_else(Vec::new, |row| {
                let labels = of(&|role| format!("{} {}", row.pay[role].quality, quoted(row.pay[role].label, glyphs)));
                vec![of(&|role| pay::brief(&row.pay[role])), labels]
            }),
        }
    }

    pub fn line_of_comparison(&self) -> Option<String> {
        let comparison = self.compare.comparison()?;
        let glyphs = Glyphs { unicode: self.answers.style.unicode, heard: false };
        let at = self.compare.list.at;
        let name = match self.compare.tab {
            Tab::Competencies => comparison.competencies.get(at)?.competency.title,
            Tab::Tools => comparison.tools.get(at)?.tool.title,
            Tab::Pay => comparison.salary.get(at)?.pay[0].region.name,
        };
        Some(format!("{name}: {}", self.told_of_row(comparison, glyphs).first()?))
    }
}

fn quoted(label: &str, glyphs: Glyphs) -> String {
    if glyphs.unicode { format!("“{label}”") } else { format!("\"{label}\"") }
}

/// "91 practitioner".
fn told_mark(mark: Option<&Mark<'_>>) -> String {
    let told = |mark: &Mark<'_>| format!("{} {}", mark.weight, mark.proficiency.unwrap_or("not rated"));
    mark.map_or_else(|| "no evidence".to_owned(), told)
}

/// How wide the first column is.
fn name_width(width: u16) -> u16 {
    if width >= WIDE { 34.min(width * 2 / 5) } else { width / 2 }
}

fn draw_competency(row: &ComparedCompetency<'_>, canvas: &mut Canvas<'_>, line: Rect) {
    const DIFFERENCE: u16 = 5;
    let name = name_width(line.width);
    canvas.put(line.x + 2, line.y, name, row.competency.title);
    let cells = usize::from(line.width.saturating_sub(name + 4 + DIFFERENCE)).max(10);
    let scale = scale(row, cells, canvas.glyphs);
    canvas.put(line.x + name + 3, line.y, cells as u16, &scale);
    let difference = row.difference.map_or_else(|| canvas.glyphs.none().to_owned(), |it| it.to_string());
    canvas.put_right(line, line.y, &format!("{difference:>4}"));
}

/// The marks of the roles on a scale from 0 to 100; a digit where some coincide.
fn scale(row: &ComparedCompetency<'_>, cells: usize, glyphs: Glyphs) -> String {
    let place = |weight: u8| usize::from(weight) * (cells - 1) / 100;
    let marks: Vec<(usize, usize)> =
        row.marks.iter().enumerate().filter_map(|(at, mark)| Some((place(mark.as_ref()?.weight), at))).collect();
    let (first, last) = (marks.iter().map(|it| it.0).min(), marks.iter().map(|it| it.0).max());
    let cell = |at: usize| {
        let here: Vec<usize> = marks.iter().filter(|(place, _)| *place == at).map(|(_, role)| *role).collect();
        match here.as_slice() {
            [] if first.is_some_and(|it| it < at) && last.is_some_and(|it| at < it) => {
                labelled(Label::Bar, glyphs.pick("━", "="))
            }
            [] => labelled(Label::Aside, glyphs.pick("┈", "-")),
            [role] => labelled(Label::Mark, mark(*role, glyphs)),
            several => labelled(Label::Mark, &several.len().to_string()),
        }
    };
    (0..cells).map(cell).collect()
}

fn draw_tool(row: &ComparedTool<'_>, canvas: &mut Canvas<'_>, line: Rect) {
    let name = name_width(line.width);
    canvas.put(line.x + 2, line.y, name, row.tool.title);
    let x = line.x + name + 3;
    let room = line.right().saturating_sub(x);
    let each = (room / row.proficiencies.len().max(1) as u16).max(4);
    for (at, word) in row.proficiencies.iter().enumerate() {
        let text = match word {
            Some(word) => format!("{} {word}", labelled(Label::Mark, mark(at, canvas.glyphs))),
            None => labelled(Label::Aside, canvas.glyphs.none()),
        };
        let offset = each * at as u16;
        canvas.put(x + offset, line.y, each.saturating_sub(1).min(room.saturating_sub(offset)), &text);
    }
}

/// A region's medians, and below them how far apart the roles stand.
fn draw_pay(comparison: &Comparison<'_>, row: usize, canvas: &mut Canvas<'_>, line: Rect) {
    let name = name_width(line.width);
    let x = line.x + name + 3;
    let room = line.right().saturating_sub(x);
    if let Some(ComparedPay { pay, .. }) = comparison.salary.get(row) {
        canvas.put(line.x + 2, line.y, name, pay[0].region.name);
        let medians: Vec<String> = pay
            .iter()
            .enumerate()
            .map(|(at, pay)| {
                format!("{} {}", labelled(Label::Mark, mark(at, canvas.glyphs)), optional_amount(pay.median))
            })
            .collect();
        let unit = labelled(Label::Aside, &pay::terms(&pay[0]));
        canvas.put(x, line.y, room, &format!("{}  {unit}", medians.join("  ")));
    } else if let Some(distance) = comparison.distances.get(row - comparison.salary.len()) {
        let arrow = canvas.glyphs.pick("→", ">");
        let steps = distance.steps.map_or("no ladder".to_owned(), |steps| count(steps, "step"));
        canvas.put(
            line.x + 2,
            line.y,
            line.width.saturating_sub(2),
            &format!("{} {arrow} {}: {steps}", distance.from, distance.to),
        );
    }
}
