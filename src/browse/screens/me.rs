//! Me: what one masters, against a goal or all; the fit and the nearest roles change with each key.

use std::collections::HashMap;

use ratatui::layout::Rect;

use crate::browse::answers::{Answers, At, role_page};
use crate::browse::keys::Key;
use crate::browse::over::Purpose;
use crate::browse::paint::Canvas;
use crate::browse::screens::{Hint, dots, hint, wrapped};
use crate::browse::scroll::Scroll;
use crate::browse::sheet;
use crate::browse::sheet::{Kind, NONE, Names, Sheet};
use crate::browse::state::{Effect, Screen, State, TALL, WIDE};
use crate::catalog::model::Proficiency;
use crate::present;
use crate::present::document::Glyphs;
use crate::present::label::{Label, labelled};
use crate::view::{Look, Template};

/// Something that has a level.
struct Row<'a> {
    id: &'a str,
    title: &'a str,
    /// What the goal asks for; none without one, or where nobody rates it.
    need: Option<&'a str>,
}

pub struct Me<'a> {
    pub sheet: Sheet,
    pub goal: Option<At>,
    kind: Kind,
    list: Scroll,
    names: Names<'a>,
    rows: Vec<Row<'a>>,
    looks: HashMap<&'a str, Vec<Look<'a>>>,
    levels: HashMap<&'a str, String>,
    fit: Option<Result<u8, String>>,
    /// The nearest roles with their fits.
    nearest: Result<Vec<(At, u8)>, String>,
    is_begun: bool,
    template: Option<Template<'a>>,
}

/// The levels from the lowest.
fn scale() -> Vec<&'static str> {
    std::iter::once(NONE).chain(Proficiency::ALL.map(Proficiency::name)).collect()
}

impl<'a> Me<'a> {
    pub fn new(answers: &Answers<'a>, sheet: Sheet, goal: Option<At>) -> Self {
        Self {
            sheet,
            goal,
            kind: Kind::Competency,
            list: Scroll::default(),
            names: Names::new(&answers.catalog),
            rows: Vec::new(),
            looks: HashMap::new(),
            levels: HashMap::new(),
            fit: None,
            nearest: Ok(Vec::new()),
            is_begun: false,
            template: None,
        }
    }

    /// Reads what is asked and what is claimed.
    pub fn measure(&mut self, answers: &Answers<'a>) {
        if !self.is_begun {
            self.is_begun = true;
            self.template = answers.template();
            if let Some(template) = &self.template {
                let looks = |it: &crate::view::TemplateCompetency<'a>| (it.competency.id, it.levels.clone());
                self.looks = template.competencies.iter().map(looks).collect();
                self.sheet.begin(present::template(template));
            }
        }
        self.rows = self.asked(answers);
        self.list.at = self.list.at.min(self.rows.len().saturating_sub(1));
        self.levels = sheet::levels(&self.sheet.text, &self.names, self.kind);
        let file = self.sheet.file();
        self.fit = self.goal.map(|goal| answers.gap(goal, &file).map(|gap| gap.fit));
        self.nearest = answers
            .fits(&file)
            .map(|fits| fits.fits.iter().filter_map(|fit| Some((answers.at(fit.role.id)?, fit.fit?))).collect());
    }

    /// Chooses a goal, or none.
    pub fn aim(&mut self, answers: &Answers<'a>, goal: Option<At>) {
        self.goal = goal;
        self.list = Scroll::default();
        self.measure(answers);
    }

    /// What the goal asks for, heaviest first; everything without one.
    fn asked(&self, answers: &Answers<'a>) -> Vec<Row<'a>> {
        let view = self.goal.and_then(|goal| answers.page(goal));
        match (view.as_deref().and_then(role_page), self.kind) {
            (Some(page), Kind::Competency) => {
                let competencies = page.competencies.iter().flatten();
                competencies
                    .map(|it| Row { id: it.competency.id, title: it.competency.title, need: it.proficiency })
                    .collect()
            }
            (Some(page), Kind::Tool) => {
                let tools = page.tools.iter().flatten();
                tools.map(|it| Row { id: it.tool.id, title: it.tool.title, need: Some(it.proficiency) }).collect()
            }
            (None, kind) => {
                let Some(template) = &self.template else { return Vec::new() };
                let row = |it: &crate::view::Entry<'a>| Row { id: it.id, title: it.title, need: None };
                match kind {
                    Kind::Competency => template.competencies.iter().map(|it| row(&it.competency)).collect(),
                    Kind::Tool => template.tools.iter().flat_map(|group| group.tools.iter().map(row)).collect(),
                }
            }
        }
    }

    fn level(&self, row: usize) -> Option<&str> {
        self.rows.get(row).and_then(|row| self.levels.get(row.id)).map(String::as_str)
    }
}

impl<'a> State<'a> {
    pub fn press_me(&mut self, key: Key) -> Effect {
        let (len, page) = (self.me.rows.len(), self.height() / 2);
        if self.me.list.press(&key, len, page) {
            return Effect::None;
        }
        let scale = scale();
        let level = self.me.level(self.me.list.at).and_then(|level| scale.iter().position(|known| *known == level));
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
            Key::Tab | Key::BackTab => {
                self.me.kind = if self.me.kind == Kind::Tool { Kind::Competency } else { Kind::Tool };
                self.me.list = Scroll::default();
                self.me.measure(&self.answers);
            }
            Key::Char('g') => self.pick(Purpose::Goal),
            Key::Char('a') => self.me.aim(&self.answers, None),
            Key::Char('u') => match self.me.sheet.undo() {
                true => self.me.measure(&self.answers),
                false => self.said = Some("nothing to undo".to_owned()),
            },
            Key::Char('s') => return Effect::Save { anyway: false, then_leave: false },
            Key::Enter => {
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

    /// States a level, or takes it back.
    fn set(&mut self, level: Option<&str>) {
        let me = &mut self.me;
        let Some(row) = me.rows.get(me.list.at) else { return };
        if me.levels.get(row.id).map(String::as_str) == level {
            return;
        }
        match me.sheet.set(&self.answers.catalog, &me.names, (me.kind, row.id), level) {
            Ok(()) => me.measure(&self.answers),
            Err(why) => self.said = Some(why),
        }
    }

    pub fn hints_of_me(&self) -> Vec<Hint> {
        let other = if self.me.kind == Kind::Tool { "competencies" } else { "tools" };
        let mut hints = vec![hint("← →", "level"), hint("↑↓", "next"), hint("tab", other), hint("g", "goal")];
        hints.extend([hint("u", "undo"), hint("s", "save"), hint("x", "clear")]);
        hints.extend([hint("esc", "back"), hint("?", "help")]);
        hints
    }

    pub fn draw_me(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let sheet = &self.me.sheet;
        let state = match (sheet.is_changed(), sheet.on_disk().is_some()) {
            (true, _) => "not saved",
            (false, true) => "saved",
            (false, false) => "no file yet",
        };
        let head = format!(
            "{}  {}",
            labelled(Label::Title, "Me"),
            labelled(Label::Aside, &format!("{}, {state}", sheet.shown()))
        );
        canvas.put(area.x, area.y, area.width, &head);
        let goal = self.me.goal.map_or("no goal".to_owned(), |goal| format!("goal: {}", self.answers.title(goal)));
        canvas.put_right(area, area.y, &labelled(Label::Heading, &goal));
        let told = self.told_of_me(area, canvas);
        let below = (told.len() as u16).min(area.height / 2);
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(3 + below), ..area };
        self.draw_levels(canvas, Rect { y: area.y + 1, height: list.height + 1, ..area });
        for (line, y) in told.iter().take(usize::from(below)).zip(list.bottom()..) {
            canvas.put(area.x, y, area.width, line);
        }
    }

    fn draw_levels(&self, canvas: &mut Canvas<'_>, area: Rect) {
        const STEP: u16 = 6;
        const MARKS: u16 = 7;
        let scale = scale();
        let is_wide = area.width >= WIDE;
        let steps = if is_wide { STEP * scale.len() as u16 } else { 0 };
        let marks = if is_wide { MARKS } else { 6 };
        let name = area.width.saturating_sub(steps + 2 * marks + 3);
        let what = if self.me.kind == Kind::Tool { "tool" } else { "competency" };
        let at = |column: u16| area.x + 3 + name + column * marks;
        let aside = |text: &str| labelled(Label::Aside, text);
        canvas.put(area.x + 2, area.y, name, &aside(what));
        canvas.put(at(0), area.y, marks, &aside("you"));
        canvas.put(at(1), area.y, marks, &aside("goal"));
        for (step, word) in scale.iter().enumerate().filter(|_| is_wide) {
            let is_last = step + 1 == scale.len();
            let short = match word.len() < usize::from(STEP) || is_last && word.len() == usize::from(STEP) {
                true => (*word).to_owned(),
                false => format!("{}.", word.chars().take(usize::from(STEP) - 2).collect::<String>()),
            };
            canvas.put(at(2) + STEP * step as u16, area.y, STEP, &aside(&short));
        }
        let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        for (row, y) in self.me.list.window(self.me.rows.len(), usize::from(list.height), list.y).zip(list.y..) {
            let it = &self.me.rows[row];
            let level = self.me.level(row);
            canvas.put(list.x + 2, y, name, it.title);
            canvas.put(at(0), y, marks, &told_level(level, canvas.glyphs));
            canvas.put(at(1), y, marks, &told_level(it.need, canvas.glyphs));
            for (step, word) in scale.iter().enumerate().filter(|_| is_wide) {
                let mark = match (level == Some(*word), it.need == Some(*word)) {
                    (true, _) => labelled(Label::Mark, canvas.glyphs.pick("◉", "@")),
                    (_, true) => labelled(Label::Bar, canvas.glyphs.pick("◇", "o")),
                    _ => aside(canvas.glyphs.pick("·", ".")),
                };
                canvas.put(at(2) + STEP * step as u16 + 2, y, 1, &mark);
            }
            if row == self.me.list.at {
                let chosen = labelled(Label::Bar, canvas.glyphs.pick("▌", ">"));
                canvas.put(list.x, y, 1, &chosen);
                canvas.choose(list.x + 2, y, name);
            }
        }
    }

    /// The sentence of the next level, the fit, the nearest roles.
    fn told_of_me(&self, area: Rect, canvas: &Canvas<'_>) -> Vec<String> {
        let is_tall = area.height >= TALL;
        let mut lines = Vec::new();
        if is_tall {
            let rule = canvas.glyphs.pick("─", "-").repeat(usize::from(area.width));
            lines.push(labelled(Label::Bar, &rule));
        }
        lines.extend(self.next_level(area.width, if is_tall { 3 } else { 1 }, canvas));
        match &self.me.fit {
            Some(Ok(fit)) => {
                let bar = labelled(Label::Bar, &canvas.glyphs.bar(*fit, 30));
                lines.push(format!("{} {fit}%  {bar}", labelled(Label::Heading, "fit")));
            }
            Some(Err(why)) => lines.extend(wrapped(why, area.width, 2, canvas.ellipsis())),
            None => {}
        }
        match &self.me.nearest {
            Ok(nearest) => {
                let told: Vec<String> =
                    nearest.iter().map(|(at, fit)| format!("{} {fit}%", self.answers.title(*at))).collect();
                let text = wrapped(&format!("nearest {}", told.join(" · ")), area.width, 2, canvas.ellipsis());
                lines.extend(text);
            }
            Err(why) if self.me.fit.as_ref().is_none_or(|fit| fit.is_ok()) => {
                lines.extend(wrapped(why, area.width, 2, canvas.ellipsis()));
            }
            Err(_) => {}
        }
        lines
    }

    /// "working to practitioner: Runs experiments that may well fail, ...".
    fn next_level(&self, width: u16, most: usize, canvas: &Canvas<'_>) -> Vec<String> {
        let me = &self.me;
        let Some(row) = me.rows.get(me.list.at) else { return Vec::new() };
        let level = me.level(me.list.at);
        let looks = me.looks.get(row.id).filter(|_| me.kind == Kind::Competency);
        let at = level.and_then(|level| looks?.iter().position(|look| look.proficiency == level));
        let next = looks.and_then(|looks| looks.get(at.map_or(0, |at| at + 1)));
        let arrow = canvas.glyphs.pick("→", "->");
        let text = match (level, next) {
            (Some(level), Some(next)) => format!("{level} {arrow} {}: {}", next.proficiency, next.looks),
            (None, Some(next)) => format!("{}: {}", next.proficiency, next.looks),
            (Some(level), None) => format!("{}: {level}", row.title),
            (None, None) => format!("{}: nothing said yet", row.title),
        };
        wrapped(&text, width, most, canvas.ellipsis())
    }

    pub fn line_of_me(&self) -> Option<String> {
        let row = self.me.rows.get(self.me.list.at)?;
        Some(format!("{}: {}", row.id, self.me.level(self.me.list.at).unwrap_or("")))
    }
}

/// A level as marks; what is no level of the scale as a word.
fn told_level(level: Option<&str>, glyphs: Glyphs) -> String {
    match level {
        None => labelled(Label::Aside, glyphs.none()),
        level => labelled(Label::Bar, &dots(level, glyphs)),
    }
}
