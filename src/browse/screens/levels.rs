//! Me, drawn: the levels, and below them the next one, the fit and the nearest roles.

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use crate::browse::answers::At;
use crate::browse::data::me::Fitting;
use crate::browse::paint::Canvas;
use crate::browse::screens::{seen, wrapped};
use crate::browse::sheet::{Kind, NOT_APPLICABLE};
use crate::browse::state::{State, TALL, WIDE};
use crate::present;
use crate::present::document::Glyphs;
use crate::present::label::Label;
use crate::present::text::{Text, cut, labelled, text};

impl State<'_> {
    pub fn draw_levels(&self, canvas: &mut Canvas<'_>, area: Rect) {
        const STEP: u16 = 6;
        const MARKS: u16 = 7;
        /// How many columns the longest names take.
        const LONGEST: u16 = 48;
        let scale = self.heads();
        let is_wide = area.width >= WIDE;
        let steps = if is_wide { STEP * scale.len() as u16 } else { 0 };
        let marks = if is_wide { MARKS } else { 6 };
        // Marks stand beside the names that they are of.
        let name = area.width.saturating_sub(steps + 2 * marks + 3).min(LONGEST);
        let what = if self.me.kind == Kind::Tool { "tool" } else { "competency" };
        let at = |column: u16| area.x + 3 + name + column * marks;
        let aside = |text: &str| labelled(Label::Aside, text);
        canvas.put(at(0), area.y, marks, aside("you"));
        canvas.put(at(1), area.y, marks, aside("goal"));
        for (step, word) in scale.iter().enumerate().filter(|_| is_wide) {
            let is_last = step + 1 == scale.len();
            let short = match word.len() < usize::from(STEP) || is_last && word.len() == usize::from(STEP) {
                true => word.clone(),
                false => format!("{}.", word.chars().take(usize::from(STEP) - 2).collect::<String>()),
            };
            canvas.put(at(2) + STEP * step as u16, area.y, STEP, aside(&short));
        }
        let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let window = self.me.list.window(self.me.rows.len(), usize::from(list.height), list.y);
        let seen = seen(&window, self.me.rows.len());
        canvas.put(area.x + 2, area.y, name, text![aside(what), "  ", seen]);
        for (row, y) in window.zip(list.y..) {
            let it = &self.me.rows[row];
            let level = self.me.level(row);
            canvas.put(list.x + 2, y, name, it.title);
            let steps = self.me.scale(row).len();
            let (have, need) = (self.me.step(row, level), self.me.step(row, it.need));
            let held = match level {
                Some(NOT_APPLICABLE) => labelled(Label::Aside, NOT_APPLICABLE),
                // It counts, though nobody says where it stands on this scale.
                Some(word) if have.is_none() => labelled(Label::Aside, &cut(word, 5, canvas.ellipsis())),
                _ => told_level(have, steps, canvas.glyphs),
            };
            canvas.put(at(0), y, marks, &held);
            canvas.put(at(1), y, marks, told_level(need, steps, canvas.glyphs));
            for step in (0..steps).filter(|_| is_wide) {
                let mark = match (have == Some(step), need == Some(step)) {
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

    /// What stands above the steps: the words of the scale, where all rows have one; else the numbers of the steps.
    fn heads(&self) -> Vec<String> {
        let mut scales: Vec<Vec<&str>> = (0..self.me.rows.len().max(1)).map(|row| self.me.scale(row)).collect();
        scales.dedup();
        let most = scales.iter().map(Vec::len).max().unwrap_or(0);
        match scales.as_slice() {
            [one] => one.iter().map(|word| (*word).to_owned()).collect(),
            _ => (0..most).map(|step| step.to_string()).collect(),
        }
    }

    /// The sentence of the next level, the fit, the nearest roles.
    pub fn told_of_me(&self, area: Rect, canvas: &Canvas<'_>) -> Vec<Text> {
        let is_tall = area.height >= TALL;
        let mut lines = Vec::new();
        if is_tall {
            let rule = canvas.glyphs.pick("─", "-").repeat(usize::from(area.width));
            lines.push(labelled(Label::Bar, &rule));
        }
        lines.extend(self.next_level(area.width, if is_tall { 3 } else { 2 }, canvas));
        match &self.me.fit {
            Some(Ok(fitting)) => lines.push(told_fit(*fitting, area.width, canvas.glyphs)),
            Some(Err(why)) => lines.extend(wrapped(why, area.width, 2, canvas.ellipsis())),
            None => {}
        }
        match &self.me.nearest {
            Ok(nearest) if nearest.is_empty() && self.me.is_due => {
                lines.push(format!("nearest {}", canvas.ellipsis()).into());
            }
            Ok(nearest) => lines.extend(self.told_nearest(nearest, area.width, canvas)),
            Err(why) if self.me.fit.as_ref().is_none_or(|fit| fit.is_ok()) => {
                lines.extend(wrapped(why, area.width, 2, canvas.ellipsis()));
            }
            Err(_) => {}
        }
        lines
    }

    /// The nearest roles in two lines: by likeness, or the role held and what follows, and those most alike.
    fn told_nearest(&self, nearest: &[(At, u8)], width: u16, canvas: &Canvas<'_>) -> Vec<Text> {
        let is_wide = width >= WIDE;
        let told = |what: &str, roles: &[(At, u8)], most: usize| {
            let told: Vec<String> =
                roles.iter().map(|(at, fit)| format!("{} {fit}%", self.answers.title(*at))).collect();
            let more = format!("{} m more", canvas.ellipsis());
            wrapped(format!("{what} {}", told.join(" · ")), width, most, &more)
        };
        let (ahead, alike) = nearest.split_at(self.me.ahead.min(nearest.len()));
        if ahead.is_empty() {
            return told(if is_wide { "nearest by likeness (fit):" } else { "nearest" }, alike, 2);
        }
        let mut lines = told(if is_wide { "your role and what follows:" } else { "yours, next:" }, ahead, 1);
        if !alike.is_empty() {
            lines.extend(told("most alike:", alike, 1));
        }
        lines
    }

    /// "working to practitioner: Runs experiments that may well fail, ...".
    fn next_level(&self, width: u16, most: usize, canvas: &Canvas<'_>) -> Vec<Text> {
        let me = &self.me;
        let Some(row) = me.rows.get(me.list.at) else { return Vec::new() };
        let level = me.level(me.list.at);
        let looks = me.looks.get(row.id).filter(|_| me.kind == Kind::Competency);
        let at = me.step(me.list.at, level).and_then(|step| step.checked_sub(1));
        let next = looks.and_then(|looks| looks.get(at.map_or(0, |at| at + 1)));
        let arrow = canvas.glyphs.pick("→", "->");
        let text = match (level, next) {
            (Some(NOT_APPLICABLE), _) => {
                format!("{}: n/a, no bearing on your work: left out of the measure", row.title)
            }
            (Some(level), Some(next)) => format!("{level} {arrow} {}", next.told()),
            (None, Some(next)) => next.told(),
            (Some(level), None) => format!("{}: {level}", row.title),
            (None, None) => format!("{}: nothing said yet", row.title),
        };
        wrapped(&text, width, most, canvas.ellipsis())
    }
}

/// "fit 39%  ████  not said: 12, counted as none; n/a: 1, left out", the latter where there is room.
fn told_fit(fitting: Fitting, width: u16, glyphs: Glyphs) -> Text {
    let Fitting { fit, not_said, not_applicable } = fitting;
    let cells = if (WIDE..100).contains(&width) { 20 } else { 30 };
    let bar = glyphs.bar(fit, cells);
    let rest = glyphs.pick("┈", "-").repeat(cells.saturating_sub(bar.width()));
    let drawn = text![labelled(Label::Bar, &bar), labelled(Label::Aside, &rest)];
    let drawn = text![labelled(Label::Heading, "fit"), format!(" {fit}%  "), drawn];
    let Some(open) = present::left_open(not_said, not_applicable) else { return drawn };
    let whole = text![&drawn, "  ", labelled(Label::Aside, &open)];
    if whole.width() <= usize::from(width) { whole } else { drawn }
}

/// A level as marks, as many as its scale has steps above nothing.
fn told_level(step: Option<usize>, steps: usize, glyphs: Glyphs) -> Text {
    match step {
        None => labelled(Label::Aside, glyphs.none()),
        Some(step) => labelled(Label::Bar, &glyphs.marks(step, steps.saturating_sub(1))),
    }
}
