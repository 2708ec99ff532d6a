//! Walk, drawn: the way walked and the ladder ahead, three columns of moves, and what the chosen one takes.

use std::borrow::Cow;

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use crate::browse::answers::{At, role_page};
use crate::browse::data::walk::{Move, Way};
use crate::browse::paint::Canvas;
use crate::browse::screens::step::{lines_of_step, marks};
use crate::browse::screens::{fitted, seen, wrapped};
use crate::browse::state::{State, TALL, WIDE};
use crate::present::document::Glyphs;
use crate::present::figures::{count, graded_title, level};
use crate::present::label::Label;
use crate::present::pay;
use crate::present::text::{Text, labelled, text};
use crate::view::{Ladder, RoleName, Support};

/// A role of the way, as it is drawn, and what joins it to the one before.
struct Stop {
    join: &'static str,
    text: String,
    label: Label,
}

impl State<'_> {
    pub fn draw_walk(&self, canvas: &mut Canvas<'_>, area: Rect) {
        const TITLE: u16 = 6;
        let is_wide = area.width >= WIDE;
        let indent = if is_wide { TITLE } else { 0 };
        if is_wide {
            canvas.put(area.x, area.y, area.width, labelled(Label::Title, "Walk"));
        }
        let most = if area.height >= TALL { 3 } else { 2 };
        let way = self.way(canvas.glyphs, area.width.saturating_sub(indent), most);
        for (line, y) in way.iter().zip(area.y..) {
            canvas.put(area.x + indent, y, area.width.saturating_sub(indent), line);
        }
        let head = (way.len() as u16).max(1);
        let body = Rect { y: area.y + head, height: area.height.saturating_sub(1 + head), ..area };
        let told = self.told_of_move(area.width.min(100), canvas.glyphs);
        let panel = (body.height / 2).min(told.len() as u16 + 1);
        let columns = Rect { height: body.height - panel, ..body };
        match is_wide {
            true => self.draw_columns(canvas, columns),
            false => self.draw_moves(canvas, columns, self.walk.way),
        }
        if panel > 1 {
            let room = usize::from(panel - 1);
            canvas.across(body, columns.bottom());
            // Where there is little room, who states the move says more than its ends, which are seen above.
            let told = if room < 3 && told.len() > 1 { &told[1..] } else { &told };
            let more = format!("{} m more", canvas.ellipsis());
            let shown = fitted(told.to_vec(), room, area.width.min(100), &more);
            for (line, y) in shown.iter().zip(columns.bottom() + 1..body.bottom()) {
                canvas.put(body.x, y, body.width, line);
            }
        }
    }

    /// The way walked, where one stands and the best ladder on to the target, in at most so many lines. Where there
    /// is little room, what was walked first is left out, then what lies between the next step and the target.
    fn way(&self, glyphs: Glyphs, width: u16, most: usize) -> Vec<Text> {
        let (walked, ahead) = (self.walk.trail.len(), self.ladder_ahead().len());
        let shorter = (0..=walked).map(|left_out| (left_out, 0));
        // At last the next step too: the list shows it.
        let shortest = (1..ahead).map(|left_out| (walked, left_out));
        let drawn = |(before, on)| broken(&self.stops(before, on, glyphs), usize::from(width));
        let mut ways = shorter.chain(shortest).map(drawn);
        let fits = ways.find(|lines| lines.len() <= most);
        let last = || drawn((walked, ahead.saturating_sub(1)));
        fitted(fits.unwrap_or_else(last), most, width, glyphs.pick("…", "..."))
    }

    /// What lies on the best ladder to the target.
    fn ladder_ahead(&self) -> Vec<Cow<'_, str>> {
        match &self.walk.ladder {
            Some(Ok(ladder)) => ladder.steps.iter().map(|step| graded_title(&step.to)).collect(),
            _ => Vec::new(),
        }
    }

    /// The grade from which the ladder goes on.
    fn left_at(&self) -> Option<&str> {
        let Some(Ok(ladder)) = &self.walk.ladder else { return None };
        ladder.steps.first()?.from_grade.map(|grade| grade.id)
    }

    /// The roles of the way, without some of those walked first and some behind the next one.
    fn stops(&self, before: usize, on: usize, glyphs: Glyphs) -> Vec<Stop> {
        let ellipsis = glyphs.pick("…", "...");
        let walked = glyphs.pick(" › ", " > ");
        let ahead = glyphs.pick(" → ", " -> ");
        let stop = |join, text: &str, label| Stop { join, text: text.to_owned(), label };
        let mut stops = Vec::new();
        stops.extend((before > 0).then(|| stop(walked, ellipsis, Label::Aside)));
        let trail = self.walk.trail.iter().skip(before);
        stops.extend(trail.map(|at| stop(walked, self.answers.title(*at), Label::Aside)));
        stops.push(stop(walked, &format!("[{}]", self.answers.title(self.walk.here)), Label::Title));
        let left = self.left_at().map(|grade| format!("from {grade}"));
        stops.extend(left.map(|left| stop(" ", &left, Label::Aside)));
        let rungs = self.ladder_ahead();
        let is_far = on > 0 && on + 1 == rungs.len();
        stops.extend(rungs.first().filter(|_| !is_far).map(|next| stop(ahead, next, Label::Mark)));
        stops.extend((on > 0).then(|| stop(ahead, ellipsis, Label::Aside)));
        stops.extend(
            rungs.iter().skip(1 + on.min(rungs.len().saturating_sub(2))).map(|title| stop(ahead, title, Label::Bar)),
        );
        stops.extend(self.told_of_target().filter(|_| !is_far).map(|told| stop("  ", &told, Label::Aside)));
        stops
    }

    /// How far the target is, where there is one.
    fn told_of_target(&self) -> Option<String> {
        let target = self.answers.title(self.walk.target?);
        Some(match &self.walk.ladder {
            None => format!("target {target}: reached"),
            Some(Err(why)) if why.is_empty() => format!("target {target}: no ladder leads there"),
            Some(Err(why)) => format!("target {target}: {why}"),
            Some(Ok(ladder)) => format!("({} to the target)", count(ladder.steps.len(), "step")),
        })
    }

    fn draw_columns(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let [left, middle, right] = self.widths(area.width, canvas.glyphs);
        let here = Rect { x: area.x + left, width: middle.saturating_sub(1), ..area };
        let right = Rect { x: area.x + left + middle, width: right, ..area };
        let left = Rect { width: left.saturating_sub(1), ..area };
        self.draw_moves(canvas, left, Way::Back);
        self.draw_here(canvas, here);
        self.draw_moves(canvas, right, Way::On);
    }

    /// How wide the columns are: the moves have more than a third each, and give what they do not need to the middle
    /// where something would be cut there.
    fn widths(&self, width: u16, glyphs: Glyphs) -> [u16; 3] {
        let third = width / 3;
        let side = third + third / 8;
        let (mut left, mut middle, mut right) = (side, width - 2 * side, side);
        let wanted = self.wanted_here(glyphs) + 1;
        let spare = |moves: &[Move]| side.saturating_sub(1 + wanted_by(moves, side, glyphs));
        let (mut at_left, mut at_right) = (spare(&self.walk.before), spare(&self.walk.after));
        while middle < wanted && at_left.max(at_right) > 0 {
            let (side, spare) =
                if at_left >= at_right { (&mut left, &mut at_left) } else { (&mut right, &mut at_right) };
            (*side, *spare, middle) = (*side - 1, *spare - 1, middle + 1);
        }
        [left, middle, right]
    }

    /// How wide the middle is with nothing of it cut.
    fn wanted_here(&self, glyphs: Glyphs) -> u16 {
        let Some(name) = self.answers.names.get(self.walk.here) else { return 0 };
        let mut lines: Vec<Text> = vec![format!("  {}", name.title).into(), level(name).into()];
        if let Some(Ok(ladder)) = &self.walk.ladder {
            lines.extend(self.rungs(ladder, u16::MAX, glyphs));
        }
        lines.iter().map(|line| line.width() as u16).max().unwrap_or(0)
    }

    fn draw_here(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let Some(name) = self.answers.names.get(self.walk.here) else { return };
        let marked = if self.marks.contains(&self.walk.here) { canvas.glyphs.pick("● ", "* ") } else { "" };
        let title = text![labelled(Label::Mark, marked), labelled(Label::Title, name.title)];
        let mut lines = vec![labelled(Label::Heading, "you look at"), title];
        lines.push(labelled(Label::Aside, &level(name)));
        let view = self.answers.page(self.walk.here);
        let salary = view.as_deref().and_then(role_page).and_then(|page| page.salary.as_deref()).unwrap_or_default();
        let own = salary.iter().find(|pay| Some(pay.region.id) == self.answers.region.as_deref());
        if let Some(row) = own.or(salary.first()) {
            lines.push(format!("{}:", pay::region_name(row)).into());
            lines.extend(wrapped(pay::brief(row), area.width, 4, canvas.ellipsis()));
        }
        if let Some(Ok(ladder)) = &self.walk.ladder {
            let rungs = self.rungs(ladder, area.width, canvas.glyphs);
            // A ladder is drawn whole, or told in the head alone.
            if lines.len() + rungs.len() < usize::from(area.height) {
                lines.push(Text::default());
                lines.extend(rungs);
            }
        }
        let lines = fitted(lines, usize::from(area.height), area.width, canvas.ellipsis());
        for (line, y) in lines.iter().zip(area.top()..area.bottom()) {
            canvas.put(area.x, y, area.width, line);
        }
    }

    /// The ladder from where one stands, a rung a line, each with who states the step to it.
    fn rungs(&self, ladder: &Ladder<'_>, width: u16, glyphs: Glyphs) -> Vec<Text> {
        let mut lines = vec![labelled(Label::Heading, "the best ladder")];
        lines.push(text![labelled(Label::Mark, glyphs.pick("●", "*")), " ", graded_title(&ladder.from)]);
        let last = ladder.steps.len().saturating_sub(1);
        for (at, step) in ladder.steps.iter().enumerate() {
            let Support { sources, observed, .. } = &step.support;
            let marks = marks(sources.len(), !observed.is_empty(), step.lateral, glyphs);
            let branch = if at == last { glyphs.pick("└", "`") } else { glyphs.pick("├", "|") };
            let room = usize::from(width).saturating_sub(3 + marks.width());
            let title = Text::from(graded_title(&step.to)).within(room, glyphs.pick("…", "..."));
            lines.push(text![labelled(Label::Bar, branch), " ", title, " ", labelled(Label::Aside, &marks)]);
        }
        lines
    }

    fn draw_moves(&self, canvas: &mut Canvas<'_>, area: Rect, way: Way) {
        let walk = &self.walk;
        let (title, none, moves, scroll) = match way {
            Way::Back => ("leads here", "from outside", &walk.before, &walk.at_before),
            Way::On => ("leads to", "none listed yet", &walk.after, &walk.at_after),
        };
        canvas.put(area.x, area.y, area.width, labelled(Label::Heading, title));
        let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        if moves.is_empty() && list.height > 0 {
            canvas.put(list.x + 2, list.y, list.width.saturating_sub(2), labelled(Label::Aside, none));
        }
        let window = scroll.window(moves.len(), usize::from(list.height), list.y);
        canvas.put_right(area, area.y, seen(&window, moves.len()));
        for (row, y) in window.zip(list.y..) {
            let is_chosen = way == walk.way && row == scroll.at;
            self.draw_move(&moves[row], (is_chosen, way), canvas, Rect { y, height: 1, ..list });
        }
    }

    /// A move: whether it is chosen or the next step to the target, its role, and who states it.
    fn draw_move(&self, it: &Move, (is_chosen, way): (bool, Way), canvas: &mut Canvas<'_>, line: Rect) {
        let on_ladder = way == Way::On && self.walk.next_rung(&self.answers) == Some(it.role);
        let left = match (is_chosen, on_ladder) {
            (true, _) => canvas.glyphs.pick("▌", ">"),
            (_, true) => canvas.glyphs.pick("▸", "+"),
            _ => " ",
        };
        let marks = marks(it.stated, it.observed, it.sideways, canvas.glyphs);
        let marked = if self.marks.contains(&it.role) { canvas.glyphs.pick("●", "*") } else { " " };
        let by = if line.width >= NAMED { format!("{marks} {}", it.by) } else { marks };
        let by_width = (by.width() as u16).min(widest_by(line.width));
        let width = line.width.saturating_sub(3 + by_width);
        let sides = text![labelled(Label::Bar, left), labelled(Label::Mark, marked)];
        canvas.put(line.x, line.y, 2, &sides);
        canvas.put(line.x + 2, line.y, width, &it.title);
        canvas.put(line.x + 3 + width, line.y, by_width, labelled(Label::Aside, &by));
        if is_chosen {
            canvas.choose(line.x + 2, line.y, width);
        }
    }

    /// What the chosen move rests on, what must grow, what it pays, and the rest: what matters most first, for the
    /// last is cut first.
    fn told_of_move(&self, width: u16, glyphs: Glyphs) -> Vec<Text> {
        let Some((from, to)) = self.walk.ends() else { return Vec::new() };
        if let Some((of, lines)) = self.walk.step.borrow().as_ref()
            && *of == (from, to, width)
        {
            return lines.clone();
        }
        let arrow = glyphs.pick("→", "->");
        let step = self.answers.step(from, to);
        let name = |at: At, grade| self.answers.names.get(at).map(|name| RoleName { grade, ..name.clone() });
        let title = |name: Option<RoleName<'_>>| {
            labelled(Label::Title, &name.map_or(String::new(), |name| graded_title(&name).into_owned()))
        };
        let (left, entered) = step.as_ref().map_or((None, None), |step| (step.from_grade, step.to.grade));
        let mut lines = vec![text![title(name(from, left)), " ", arrow, " ", title(name(to, entered))]];
        lines.extend(step.into_iter().flat_map(|step| lines_of_step(&step, width, glyphs)));
        *self.walk.step.borrow_mut() = Some(((from, to, width), lines.clone()));
        lines
    }
}

/// From so many columns on, the names of who states a move stand beside its marks.
const NAMED: u16 = 54;

/// How many columns tell who states a move, at most.
fn widest_by(width: u16) -> u16 {
    if width >= NAMED { width - 37 } else { 8 }
}

/// How many columns moves take in a column of a width with nothing more cut; none are taken from names of sources.
fn wanted_by(moves: &[Move], width: u16, glyphs: Glyphs) -> u16 {
    /// "leads here", how many are seen of them, and a blank.
    const HEAD: u16 = 24;
    let of_move = |it: &Move| {
        let by = marks(it.stated, it.observed, it.sideways, glyphs).width() as u16;
        3 + it.title.width() as u16 + by.min(8)
    };
    let widest = moves.iter().map(of_move).max().unwrap_or(0).max(HEAD);
    if width > NAMED { widest.max(NAMED + 1) } else { widest }
}

/// The lines of a way: no role is broken that a line has room for.
fn broken(stops: &[Stop], width: usize) -> Vec<Text> {
    let mut lines: Vec<Text> = Vec::new();
    for stop in stops {
        let text = labelled(stop.label, &stop.text);
        match lines.last_mut() {
            None => lines.push(text),
            Some(line) if line.width() + stop.join.width() + stop.text.width() <= width => {
                line.push(stop.join);
                line.push(text);
            }
            Some(_) => lines.push(text![stop.join.trim_start(), text]),
        }
    }
    lines
}
