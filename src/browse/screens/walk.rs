//! Walk: what leads to a role, the role, where it leads; each move with who states it and what it takes.

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use crate::browse::answers::{Answers, At, role_page};
use crate::browse::keys::Key;
use crate::browse::over::Purpose;
use crate::browse::paint::Canvas;
use crate::browse::screens::{Hint, hint, wrapped};
use crate::browse::scroll::Scroll;
use crate::browse::state::{Effect, Screen, State, TALL, WIDE};
use crate::present;
use crate::present::document::Glyphs;
use crate::present::figures::{count, level};
use crate::present::label::{Label, labelled};
use crate::present::pay;
use crate::render;
use crate::render::Style;
use crate::view::{Edge, Ladder, Support};

/// A move, as a column shows it.
#[derive(Debug, Clone)]
struct Move {
    role: At,
    /// How many state it.
    stated: usize,
    observed: bool,
    sideways: bool,
}

/// Which way one looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Way {
    Back,
    #[default]
    On,
}

/// Where one stands, and what is around.
#[derive(Default)]
pub struct Walk<'a> {
    pub here: At,
    way: Way,
    before: Vec<Move>,
    after: Vec<Move>,
    at_before: Scroll,
    at_after: Scroll,
    /// The role that the way is to lead to, and the best ladder there; none where there is none.
    pub target: Option<At>,
    ladder: Option<Result<Ladder<'a>, String>>,
    /// What the chosen move takes, and of which move: asked once.
    step: std::cell::RefCell<Option<(At, Vec<String>, u16)>>,
}

fn moves(answers: &Answers<'_>, edges: &[Edge<'_>], sideways: bool) -> Vec<Move> {
    let one = |edge: &Edge<'_>| {
        let Support { sources, observed, .. } = &edge.support;
        let role = answers.at(edge.role.id)?;
        Some(Move { role, stated: sources.len(), observed: !observed.is_empty(), sideways })
    };
    edges.iter().filter_map(one).collect()
}

impl<'a> Walk<'a> {
    pub fn at(answers: &Answers<'a>, here: At, target: Option<At>) -> Self {
        let mut walk = Self { here, target, ..Self::default() };
        let view = answers.page(here);
        if let Some(career) = view.as_deref().and_then(role_page).and_then(|page| page.career.as_ref()) {
            walk.before = moves(answers, &career.prerequisites, false);
            walk.after = moves(answers, &career.next, false);
            walk.after.extend(moves(answers, &career.lateral, true));
        }
        if walk.after.is_empty() && !walk.before.is_empty() {
            walk.way = Way::Back;
        }
        let ladder = target.filter(|target| *target != here).map(|target| answers.path(here, target));
        walk.ladder = ladder.map(|found| found.and_then(|it| it.paths.into_iter().next().ok_or_else(String::new)));
        // The step of the ladder is the one that is chosen.
        if let Some(next) = walk.next_rung(answers)
            && let Some(row) = walk.after.iter().position(|it| it.role == next)
        {
            walk.at_after.at = row;
        }
        walk
    }

    fn next_rung(&self, answers: &Answers<'_>) -> Option<At> {
        match &self.ladder {
            Some(Ok(ladder)) => ladder.steps.first().and_then(|step| answers.at(step.to.id)),
            _ => None,
        }
    }

    fn list(&self) -> (&[Move], &Scroll) {
        match self.way {
            Way::Back => (&self.before, &self.at_before),
            Way::On => (&self.after, &self.at_after),
        }
    }

    pub fn chosen(&self) -> Option<At> {
        let (moves, scroll) = self.list();
        moves.get(scroll.at).map(|it| it.role)
    }

    /// The ends of the chosen move, in its direction.
    fn ends(&self) -> Option<(At, At)> {
        let chosen = self.chosen()?;
        Some(if self.way == Way::Back { (chosen, self.here) } else { (self.here, chosen) })
    }
}

impl<'a> State<'a> {
    pub fn press_walk(&mut self, key: Key) -> Effect {
        let page = self.height() / 2;
        let walk = &mut self.walk;
        let (scroll, len) = match walk.way {
            Way::Back => (&mut walk.at_before, walk.before.len()),
            Way::On => (&mut walk.at_after, walk.after.len()),
        };
        if scroll.press(&key, len, page) {
            return Effect::None;
        }
        let chosen = self.walk.chosen();
        match key {
            Key::Left if self.walk.way == Way::On && !self.walk.before.is_empty() => self.walk.way = Way::Back,
            Key::Right if self.walk.way == Way::Back && !self.walk.after.is_empty() => self.walk.way = Way::On,
            Key::Left if self.walk.way == Way::Back => self.go(chosen),
            Key::Right if self.walk.way == Way::On => self.go(chosen),
            Key::Enter if self.is_choosing => return self.choose(self.subject()),
            Key::Enter => self.open(Screen::Page, self.subject()),
            Key::Char('t') => self.pick(Purpose::Target),
            Key::Char('w') => self.read_why(),
            Key::Char('p') => self.open(Screen::Pay, self.subject()),
            Key::Char('c') => self.open_comparison(),
            Key::Tab => self.subject().into_iter().for_each(|at| self.mark(at)),
            _ => {}
        }
        Effect::None
    }

    /// Goes to a role, looking the same way.
    fn go(&mut self, role: Option<At>) {
        let Some(role) = role else { return };
        let (way, came_from) = (self.walk.way, self.walk.here);
        self.walk = Walk::at(&self.answers, role, self.walk.target);
        let has = |moves: &[Move]| !moves.is_empty();
        if way == Way::Back && has(&self.walk.before) {
            self.walk.way = Way::Back;
        }
        // Whoever turns round stands before the role that they came from.
        let (behind, scroll) = match way {
            Way::Back => (&self.walk.after, &mut self.walk.at_after),
            Way::On => (&self.walk.before, &mut self.walk.at_before),
        };
        scroll.at = behind.iter().position(|it| it.role == came_from).unwrap_or(scroll.at);
    }

    /// Takes a role for the target of the way.
    pub fn aim(&mut self, target: At) {
        self.walk = Walk::at(&self.answers, self.walk.here, Some(target));
    }

    fn read_why(&mut self) {
        let Some((from, to)) = self.walk.ends() else { return };
        match self.answers.why(&[self.answers.id(to), self.answers.id(from)]) {
            Ok(view) => self.read(to, std::rc::Rc::new(view)),
            Err(error) => self.said = Some(error),
        }
    }

    pub fn hints_of_walk(&self) -> Vec<Hint> {
        let (left, right) = match self.walk.way {
            Way::Back => ("go back", "what it leads to"),
            Way::On => ("what leads here", "go on"),
        };
        let enter = if self.is_choosing { "choose" } else { "page" };
        vec![
            hint("←", left),
            hint("→", right),
            hint("enter", enter),
            hint("t", "target"),
            hint("w", "why"),
            hint("tab", "mark"),
            hint("esc", "back"),
            hint("?", "help"),
        ]
    }

    pub fn draw_walk(&self, canvas: &mut Canvas<'_>, area: Rect) {
        const TITLE: u16 = 6;
        canvas.put(area.x, area.y, area.width, &labelled(Label::Title, "Walk"));
        let most = if area.height >= TALL { 3 } else { 1 };
        let way = wrapped(&self.way_told(canvas.glyphs), area.width.saturating_sub(TITLE), most, canvas.ellipsis());
        for (line, y) in way.iter().zip(area.y..) {
            canvas.put(area.x + TITLE, y, area.width.saturating_sub(TITLE), &labelled(Label::Aside, line));
        }
        let head = (way.len() as u16).max(1);
        let body = Rect { y: area.y + head, height: area.height.saturating_sub(1 + head), ..area };
        let told = self.told_of_move(area.width.min(100), canvas.glyphs);
        let room = if area.height >= TALL { body.height / 2 } else { body.height / 3 };
        let panel = room.min(told.len() as u16 + 1);
        let columns = Rect { height: body.height - panel, ..body };
        match area.width >= WIDE {
            true => self.draw_columns(canvas, columns),
            false => self.draw_one_column(canvas, columns),
        }
        if panel > 1 {
            let y = columns.bottom();
            canvas.across(body, y);
            // Where there is a line alone, who states the move says more than its ends, which are seen above.
            let first = usize::from(panel == 2 && told.len() > 1);
            for (line, y) in told.iter().skip(first).zip(y + 1..body.bottom()) {
                canvas.put(body.x, y, body.width, line);
            }
        }
    }

    /// "target: CTO, 3 steps: Tech Lead > ...".
    fn way_told(&self, glyphs: Glyphs) -> String {
        let Some(target) = self.walk.target else { return "no target".to_owned() };
        let name = self.answers.title(target);
        match &self.walk.ladder {
            None => format!("target: {name}, reached"),
            Some(Err(why)) => format!("target: {name}: {why}"),
            Some(Ok(ladder)) => {
                let arrow = glyphs.pick(" → ", " > ");
                let rungs: Vec<&str> = ladder.steps.iter().map(|step| step.to.title).collect();
                format!("target: {name}, {}: {}", count(rungs.len(), "step"), rungs.join(arrow))
            }
        }
    }

    fn draw_columns(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let third = area.width / 3;
        let side = third + third / 8;
        let middle = area.width - 2 * side;
        let left = Rect { width: side.saturating_sub(1), ..area };
        let here = Rect { x: area.x + side, width: middle.saturating_sub(1), ..area };
        let right = Rect { x: area.x + side + middle, width: side, ..area };
        self.draw_moves(canvas, left, Way::Back);
        self.draw_here(canvas, here);
        self.draw_moves(canvas, right, Way::On);
    }

    fn draw_one_column(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let here = labelled(Label::Title, self.answers.title(self.walk.here));
        canvas.put(area.x, area.y, area.width, &here);
        let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        self.draw_moves(canvas, below, self.walk.way);
    }

    fn draw_here(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let Some(name) = self.answers.names.get(self.walk.here) else { return };
        let mut lines = vec![labelled(Label::Heading, "you look at"), labelled(Label::Title, name.title)];
        lines.push(labelled(Label::Aside, &level(name)));
        let view = self.answers.page(self.walk.here);
        let salary = view.as_deref().and_then(role_page).and_then(|page| page.salary.as_deref()).unwrap_or_default();
        let own = salary.iter().find(|pay| Some(pay.region.id) == self.answers.region.as_deref());
        if let Some(row) = own.or(salary.first()) {
            lines.push(format!("{}:", pay::region_name(row)));
            lines.extend(wrapped(&pay::brief(row), area.width, 4, canvas.ellipsis()));
        }
        for (line, y) in lines.iter().zip(area.top()..area.bottom()) {
            canvas.put(area.x, y, area.width, line);
        }
    }

    fn draw_moves(&self, canvas: &mut Canvas<'_>, area: Rect, way: Way) {
        let walk = &self.walk;
        let (title, none, moves, scroll) = match way {
            Way::Back => ("leads here", "from outside", &walk.before, &walk.at_before),
            Way::On => ("leads to", "none listed yet", &walk.after, &walk.at_after),
        };
        canvas.put(area.x, area.y, area.width, &labelled(Label::Heading, title));
        let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        if moves.is_empty() && list.height > 0 {
            canvas.put(list.x + 2, list.y, list.width.saturating_sub(2), &labelled(Label::Aside, none));
        }
        let next = walk.next_rung(&self.answers);
        for (row, y) in scroll.window(moves.len(), usize::from(list.height), list.y).zip(list.y..) {
            let it = &moves[row];
            let is_chosen = way == walk.way && row == scroll.at;
            let on_ladder = way == Way::On && next == Some(it.role);
            let left = match (is_chosen, on_ladder) {
                (true, _) => canvas.glyphs.pick("▌", ">"),
                (_, true) => canvas.glyphs.pick("▸", "+"),
                _ => " ",
            };
            let marks = stated(it, canvas.glyphs);
            let marked = if self.marks.contains(&it.role) { canvas.glyphs.pick("●", "*") } else { " " };
            let width = list.width.saturating_sub(3 + marks.width() as u16);
            let sides = format!("{}{}", labelled(Label::Bar, left), labelled(Label::Mark, marked));
            canvas.put(list.x, y, 2, &sides);
            canvas.put(list.x + 2, y, width, self.answers.title(it.role));
            canvas.put(list.x + 3 + width, y, marks.width() as u16, &labelled(Label::Aside, &marks));
            if is_chosen {
                canvas.choose(list.x + 2, y, width);
            }
        }
    }

    /// What the chosen move rests on, what must grow, and what it pays.
    fn told_of_move(&self, width: u16, glyphs: Glyphs) -> Vec<String> {
        let Some((from, to)) = self.walk.ends() else { return Vec::new() };
        let chosen = self.walk.chosen().unwrap_or(to);
        if let Some((of, lines, at)) = self.walk.step.borrow().as_ref()
            && (*of, *at) == (chosen, width)
        {
            return lines.clone();
        }
        let arrow = glyphs.pick("→", "->");
        let mut lines = vec![format!(
            "{} {arrow} {}",
            labelled(Label::Title, self.answers.title(from)),
            labelled(Label::Title, self.answers.title(to))
        )];
        if let Some(step) = self.answers.step(from, to) {
            let style = Style { width: usize::from(width).max(20), ..self.answers.style.clone() };
            let text = render::labelled_blocks(&present::step(&step, glyphs), &style);
            lines.extend(text.lines().map(str::to_owned));
        }
        *self.walk.step.borrow_mut() = Some((chosen, lines.clone(), width));
        lines
    }
}

/// A diamond for each public ladder that states a move, up to five; a ring where people were seen to make it.
fn stated(it: &Move, glyphs: Glyphs) -> String {
    const SHOWN: usize = 5;
    let more = if it.stated > SHOWN { "+" } else { "" };
    let sideways = if it.sideways { glyphs.pick("↔", "=") } else { "" };
    let marks = glyphs.pick("◆", "*").repeat(it.stated.min(SHOWN));
    match (it.stated, it.observed) {
        (0, true) => format!("{sideways}{}", glyphs.pick("○", "o")),
        (0, false) => format!("{sideways}{}", glyphs.pick("·", ".")),
        _ => format!("{sideways}{marks}{more}"),
    }
}
