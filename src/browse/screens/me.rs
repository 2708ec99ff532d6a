//! Me: what one masters, against a goal or all; the fit and the nearest roles change with each key.

use std::collections::HashMap;

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use crate::browse::answers::{Answers, At, role_page};
use crate::browse::keys::Key;
use crate::browse::over::Purpose;
use crate::browse::paint::Canvas;
use crate::browse::screens::{Hint, fitted, hint};
use crate::browse::scroll::Scroll;
use crate::browse::sheet;
use crate::browse::sheet::{Kind, NONE, NOT_APPLICABLE, Names, Sheet};
use crate::browse::state::{Effect, Screen, State, WIDE};
use crate::catalog::model::Proficiency;
use crate::present;
use crate::present::label;
use crate::present::label::{Label, labelled};
use crate::view::{Fits, Gap, Look, Template};

/// Something that has a level.
pub struct Row<'a> {
    pub id: &'a str,
    pub title: &'a str,
    /// What the goal asks for; none without one, or where nobody rates it.
    pub need: Option<&'a str>,
}

pub struct Me<'a> {
    pub sheet: Sheet,
    pub goal: Option<At>,
    pub kind: Kind,
    pub list: Scroll,
    names: Names<'a>,
    pub rows: Vec<Row<'a>>,
    pub looks: HashMap<&'a str, Vec<Look<'a>>>,
    levels: HashMap<&'a str, String>,
    pub fit: Option<Result<Fitting, String>>,
    /// The nearest roles with their fits, and whether they are yet to be asked: all roles are, so that it is done
    /// when the key is drawn.
    pub nearest: Result<Vec<(At, u8)>, String>,
    pub is_due: bool,
    is_begun: bool,
    template: Option<Template<'a>>,
    /// What was done, the last thing last.
    done: Vec<Done>,
}

/// How well one fits the goal, and how much of it the file leaves open and takes out.
#[derive(Debug, Clone, Copy)]
pub struct Fitting {
    pub fit: u8,
    pub not_said: usize,
    pub not_applicable: usize,
}

impl From<Gap<'_>> for Fitting {
    fn from(Gap { fit, not_said, not_applicable, .. }: Gap<'_>) -> Self {
        Self { fit, not_said, not_applicable }
    }
}

/// What can be undone.
#[derive(Debug)]
enum Done {
    /// A level of something, which the sheet remembers.
    Level(Kind, String),
    /// A goal was chosen: what it was before.
    Goal(Option<At>),
}

/// The levels from the lowest.
pub fn scale() -> Vec<&'static str> {
    std::iter::once(NONE).chain(Proficiency::ALL.map(Proficiency::name)).collect()
}

impl<'a> Me<'a> {
    pub fn new(sheet: Sheet, goal: Option<At>) -> Self {
        Self {
            sheet,
            goal,
            kind: Kind::Competency,
            list: Scroll::default(),
            names: Names::default(),
            rows: Vec::new(),
            looks: HashMap::new(),
            levels: HashMap::new(),
            fit: None,
            nearest: Ok(Vec::new()),
            is_due: false,
            is_begun: false,
            template: None,
            done: Vec::new(),
        }
    }

    /// Reads what is asked and what is claimed.
    pub fn measure(&mut self, answers: &Answers<'a>) {
        if !self.is_begun {
            self.is_begun = true;
            self.names = Names::new(&answers.catalog);
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
        self.fit = self.goal.map(|goal| answers.gap(goal, &file).map(Fitting::from));
        self.is_due = true;
    }

    /// Asks for the nearest roles where what is claimed has changed; tells whether it did.
    pub fn settle(&mut self, answers: &Answers<'a>) -> bool {
        if !std::mem::take(&mut self.is_due) {
            return false;
        }
        let near =
            |fits: Fits<'a>| fits.fits.iter().filter_map(|fit| Some((answers.at(fit.role.id)?, fit.fit?))).collect();
        self.nearest = answers.fits(&self.sheet.file()).map(near);
        true
    }

    /// Chooses a goal, or none.
    pub fn aim(&mut self, answers: &Answers<'a>, goal: Option<At>) {
        if self.goal != goal {
            self.done.push(Done::Goal(self.goal));
        }
        self.goal = goal;
        self.list = Scroll::default();
        self.measure(answers);
    }

    /// Takes a file for what it says now.
    pub fn reload(&mut self, answers: &Answers<'a>, sheet: Sheet) {
        self.sheet = sheet;
        self.done.clear();
        self.measure(answers);
    }

    /// Takes back what was done last, and shows where; tells whether there was anything.
    fn undo(&mut self, answers: &Answers<'a>) -> bool {
        let at = match self.done.pop() {
            Some(Done::Goal(before)) => {
                self.goal = before;
                self.list = Scroll::default();
                None
            }
            Some(Done::Level(kind, id)) if self.sheet.undo() => {
                self.kind = kind;
                Some(id)
            }
            _ => return false,
        };
        self.measure(answers);
        if let Some(row) = at.and_then(|id| self.rows.iter().position(|row| row.id == id)) {
            self.list.at = row;
        }
        true
    }

    pub fn row_names(&self) -> Vec<String> {
        self.rows.iter().map(|row| row.title.to_owned()).collect()
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

    pub fn level(&self, row: usize) -> Option<&str> {
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
        let goal = self.me.goal.map_or("no goal".to_owned(), |goal| format!("goal: {}", self.answers.title(goal)));
        let file = if area.width >= WIDE { format!("{}, {state}", sheet.shown()) } else { state.to_owned() };
        let head = format!("{}  {}", labelled(Label::Title, "Me"), labelled(Label::Aside, &file));
        // The goal is what one comes for: a long path gives way to it.
        let room = usize::from(area.width).saturating_sub(head.width() + 2).max(usize::from(area.width) / 2);
        let goal = labelled(Label::Heading, &goal);
        let goal = if goal.width() > room { label::cut(&goal, room, canvas.ellipsis()) } else { goal };
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
