//! What is shown and chosen, and what a key changes of it. Nothing here reads, writes or draws: what is to
//! happen outside is returned as an [`Effect`].

use std::rc::Rc;

use crate::browse::answers::{Answers, At};
use crate::browse::data::compare::Compare;
use crate::browse::data::me::Me;
use crate::browse::data::over::{Over, Pick, Purpose};
use crate::browse::data::pay::PayScreen;
use crate::browse::data::roles::Roles;
use crate::browse::data::walk::Walk;
use crate::browse::keys::Key;
use crate::browse::scroll::Scroll;
use crate::browse::sheet::Sheet;
use crate::view::View;

/// What there is to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    Roles,
    Page,
    Walk,
    Compare,
    Pay,
    Me,
}

/// What is to be done outside of the state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    None,
    /// The end, with the role that was chosen for a pipe.
    Leave(Option<String>),
    Copy(String),
    /// Whether what others wrote meanwhile is to be lost.
    Save {
        anyway: bool,
        then_leave: bool,
    },
    /// Read the self-assessment from its file again.
    Load,
    Reread,
    Suspend,
}

/// The most roles that are compared.
pub const MOST: usize = 6;
/// Under so many columns one thing is shown at a time.
pub const WIDE: u16 = 70;
/// Under so many rows there is no preview.
pub const TALL: u16 = 16;

/// A page that is read: of a role, where a figure of it comes from, or of the nearest roles, of which it is chosen.
pub struct Page<'a> {
    pub role: At,
    pub view: Rc<View<'a>>,
    pub scroll: Scroll,
    /// How many lines it had when it was last drawn.
    pub lines: std::cell::Cell<usize>,
}

pub struct State<'a> {
    pub answers: Answers<'a>,
    /// Whether stdout is a pipe that waits for an id.
    pub is_choosing: bool,
    pub size: (u16, u16),
    /// Where one came from, the roles first; the last is shown.
    pub screens: Vec<Screen>,
    pub roles: Roles,
    pub marks: Vec<At>,
    pub page: Option<Page<'a>>,
    pub walk: Walk<'a>,
    pub compare: Compare<'a>,
    pub pay: PayScreen<'a>,
    pub me: Me<'a>,
    pub over: Option<Over>,
    /// What was chosen for the pipe, while it is asked whether to save.
    pub choice: Option<String>,
    /// Said at the foot until the next key.
    pub said: Option<String>,
}

/// What outlives a catalog that is read again: ids, and what was typed.
#[derive(Debug, Default)]
pub struct Carried {
    pub typed: String,
    role: Option<String>,
    marks: Vec<String>,
    screens: Vec<(Screen, Option<String>)>,
    pub goal: Option<String>,
    /// The grade of the goal that is meant.
    pub grade: Option<String>,
    pub sheet: Sheet,
}

impl Carried {
    /// What a command line begins with.
    pub fn new(typed: String, goal: Option<String>, sheet: Sheet) -> Self {
        Self { typed, goal, sheet, ..Self::default() }
    }
}

impl<'a> State<'a> {
    pub fn new(answers: Answers<'a>, is_choosing: bool, size: (u16, u16), carried: Carried) -> Self {
        let Carried { typed, role, marks, screens, goal, grade, sheet } = carried;
        let goal = goal.and_then(|id| answers.at(&id));
        let grade = goal.zip(grade).and_then(|(goal, id)| answers.grade(goal, &id));
        let mut me = Me::new(sheet, goal);
        me.grade = grade;
        let mut state = Self {
            roles: Roles::new(&answers, typed),
            marks: marks.iter().filter_map(|id| answers.at(id)).collect(),
            answers,
            is_choosing,
            size,
            screens: vec![Screen::Roles],
            page: None,
            walk: Walk::default(),
            compare: Compare::default(),
            pay: PayScreen::default(),
            me,
            over: None,
            choice: None,
            said: None,
        };
        if let Some(at) = role.and_then(|id| state.answers.at(&id)) {
            state.roles.choose(at);
        }
        for (screen, id) in screens.into_iter().skip(1) {
            let role = id.and_then(|id| state.answers.at(&id));
            state.open(screen, role);
        }
        state
    }

    /// Takes what outlives the catalog.
    pub fn carried(self) -> Carried {
        let id = |at: Option<At>| at.map(|at| self.answers.id(at).to_owned());
        let role = |screen: Screen| match screen {
            Screen::Page => self.page.as_ref().map(|page| page.role),
            Screen::Walk => Some(self.walk.here),
            Screen::Pay => Some(self.pay.role),
            _ => None,
        };
        Carried {
            role: id(self.roles.chosen()),
            marks: self.marks.iter().map(|at| self.answers.id(*at).to_owned()).collect(),
            screens: self.screens.iter().map(|screen| (*screen, id(role(*screen)))).collect(),
            goal: id(self.me.goal),
            grade: self.me.grade.map(str::to_owned),
            typed: self.roles.typed,
            sheet: self.me.sheet,
        }
    }

    pub fn screen(&self) -> Screen {
        self.screens.last().copied().unwrap_or(Screen::Roles)
    }

    /// Rows between the first line and the last.
    pub fn height(&self) -> usize {
        usize::from(self.size.1.saturating_sub(2))
    }

    /// Answers a key.
    pub fn press(&mut self, key: Key) -> Effect {
        self.said = None;
        if let Key::Size(columns, rows) = key {
            self.size = (columns, rows);
            return Effect::None;
        }
        if key == Key::Ctrl('c') {
            self.choice = None;
            return self.leave();
        }
        if key == Key::Ctrl('z') && !self.is_choosing {
            return Effect::Suspend;
        }
        if self.over.is_some() {
            return self.press_over(key);
        }
        if key == Key::Help {
            self.over = Some(Over::Help(Scroll::default()));
            return Effect::None;
        }
        if self.screen() == Screen::Roles {
            return self.press_roles(key);
        }
        let key = key.folded();
        match key {
            Key::Help => self.over = Some(Over::Help(Scroll::default())),
            Key::Esc | Key::Backspace => self.back(),
            Key::Char('q') => return self.leave(),
            Key::Char('/') => self.find(),
            Key::Char('r') | Key::Ctrl('r') => return Effect::Reread,
            Key::Char('e') | Key::Ctrl('e') if self.screen() != Screen::Me => self.open(Screen::Me, None),
            Key::Char('y') | Key::Ctrl('y') if self.id_to_copy().is_some() => return self.copy_id(),
            Key::Char('y' | 'Y') | Key::Ctrl('y') => return self.line().map_or(Effect::None, |line| self.copy(line)),
            key => {
                return match self.screen() {
                    Screen::Roles => Effect::None,
                    Screen::Page => self.press_page(key),
                    Screen::Walk => self.press_walk(key),
                    Screen::Compare => self.press_compare(key),
                    Screen::Pay => self.press_pay(key),
                    Screen::Me => self.press_me(key),
                };
            }
        }
        Effect::None
    }

    pub fn copy_id(&mut self) -> Effect {
        self.id_to_copy().map_or(Effect::None, |id| self.copy(id))
    }

    /// The id of what is chosen: a role, or what has a level.
    fn id_to_copy(&self) -> Option<String> {
        match self.screen() {
            Screen::Me => self.me.rows.get(self.me.list.at).map(|row| row.id.to_owned()),
            _ => self.subject().map(|at| self.answers.id(at).to_owned()),
        }
    }

    fn copy(&mut self, text: String) -> Effect {
        self.said = Some(format!("copied: {text}"));
        Effect::Copy(text)
    }

    /// The role that a key speaks of.
    pub fn subject(&self) -> Option<At> {
        match self.screen() {
            Screen::Walk => Some(self.walk.chosen().unwrap_or(self.walk.here)),
            screen => self.subject_of(screen),
        }
    }

    /// The role that one looked at before this screen.
    pub fn looked_at(&self) -> Option<At> {
        self.screens.iter().rev().skip(1).find_map(|screen| self.subject_of(*screen))
    }

    fn subject_of(&self, screen: Screen) -> Option<At> {
        match screen {
            Screen::Roles => self.roles.chosen(),
            Screen::Page => self.page.as_ref().map(|page| page.role),
            Screen::Walk => Some(self.walk.here),
            Screen::Compare => self.marks.get(self.compare.column).copied(),
            Screen::Pay => Some(self.pay.role),
            Screen::Me => self.me.goal,
        }
    }

    /// The line that is chosen, as text.
    fn line(&self) -> Option<String> {
        match self.screen() {
            Screen::Roles | Screen::Page => self.subject().map(|at| self.answers.title(at).to_owned()),
            Screen::Walk => self.subject().map(|at| self.answers.title(at).to_owned()),
            Screen::Compare => self.line_of_comparison(),
            Screen::Pay => self.line_of_pay(),
            Screen::Me => self.line_of_me(),
        }
    }

    /// Ends, where nothing would be lost.
    pub fn leave(&mut self) -> Effect {
        let is_told = matches!(self.over, Some(Over::Unsaved));
        if self.me.sheet.is_changed() && !is_told {
            self.over = Some(Over::Unsaved);
            return Effect::None;
        }
        Effect::Leave(None)
    }

    pub fn back(&mut self) {
        if self.screens.len() > 1 {
            self.screens.pop();
        }
    }

    /// Goes to a screen, with a role where it shows one.
    pub fn open(&mut self, screen: Screen, role: Option<At>) {
        let has_role = role.is_some();
        match screen {
            Screen::Roles => return self.screens.truncate(1),
            Screen::Page => {
                let Some(at) = role else { return };
                let Some(view) = self.answers.page(at) else { return };
                self.read(at, view);
                return;
            }
            Screen::Walk if has_role => self.walk = Walk::at(&self.answers, role.unwrap_or(0), self.walk.target),
            Screen::Pay if has_role => {
                self.pay = PayScreen::of(&self.answers, role.unwrap_or(0));
            }
            Screen::Compare if self.marks.len() < 2 => {
                self.said = Some("mark two roles or more with tab".to_owned());
                return;
            }
            Screen::Compare => self.compare = Compare::of(&self.answers, &self.marks, false),
            Screen::Me => self.me.measure(&self.answers),
            Screen::Walk | Screen::Pay => return,
        }
        self.screens.retain(|open| *open != screen);
        self.screens.push(screen);
    }

    /// Shows a page.
    pub fn read(&mut self, role: At, view: Rc<View<'a>>) {
        self.page = Some(Page { role, view, scroll: Scroll::default(), lines: std::cell::Cell::new(0) });
        self.screens.retain(|open| *open != Screen::Page);
        self.screens.push(Screen::Page);
    }

    /// Ends with a role for the pipe.
    pub fn choose(&mut self, role: Option<At>) -> Effect {
        let Some(at) = role else { return Effect::None };
        self.choice = Some(self.answers.id(at).to_owned());
        match self.leave() {
            Effect::Leave(_) => Effect::Leave(self.choice.take()),
            effect => effect,
        }
    }

    /// Marks a role for comparing, or takes the mark away.
    pub fn mark(&mut self, at: At) {
        match self.marks.iter().position(|marked| *marked == at) {
            Some(place) => {
                self.marks.remove(place);
            }
            None if self.marks.len() == MOST => {
                self.said = Some(format!("{MOST} roles are compared at most"));
            }
            None => self.marks.push(at),
        }
    }

    /// Compares what is marked, and what is chosen beside a single mark; asks for the second where there is one.
    pub fn open_comparison(&mut self) {
        if self.marks.len() < 2
            && let Some(chosen) = self.subject()
            && !self.marks.contains(&chosen)
        {
            self.marks.push(chosen);
        }
        match self.marks.len() {
            0 => self.said = Some("mark a role with tab".to_owned()),
            1 => self.pick(Purpose::Comparison),
            _ => self.open(Screen::Compare, None),
        }
    }

    pub fn pick(&mut self, purpose: Purpose) {
        let first = self.looked_at().filter(|_| purpose == Purpose::Goal);
        self.over = Some(Over::Pick(Pick::new(&self.answers, purpose, first)));
    }
}
