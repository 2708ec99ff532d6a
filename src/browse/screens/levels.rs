//! Me, drawn: the levels, and below them the next one, the fit and the nearest roles.

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use crate::browse::paint::Canvas;
use crate::browse::screens::me::{Fitting, scale};
use crate::browse::screens::{dots, seen, wrapped};
use crate::browse::sheet::{Kind, NOT_APPLICABLE};
use crate::browse::state::{State, TALL, WIDE};
use crate::present;
use crate::present::document::Glyphs;
use crate::present::label::{Label, labelled};

impl State<'_> {
    pub fn draw_levels(&self, canvas: &mut Canvas<'_>, area: Rect) {
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
        let window = self.me.list.window(self.me.rows.len(), usize::from(list.height), list.y);
        let seen = seen(&window, self.me.rows.len());
        canvas.put(area.x + 2, area.y, name, &format!("{}  {seen}", aside(what)));
        for (row, y) in window.zip(list.y..) {
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
    pub fn told_of_me(&self, area: Rect, canvas: &Canvas<'_>) -> Vec<String> {
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
                lines.push(format!("nearest {}", canvas.ellipsis()));
            }
            Ok(nearest) => {
                let told: Vec<String> =
                    nearest.iter().map(|(at, fit)| format!("{} {fit}%", self.answers.title(*at))).collect();
                // By likeness, not by fit: `match` has the same order.
                let what = if area.width >= WIDE { "nearest, most alike first:" } else { "nearest" };
                let text = wrapped(&format!("{what} {}", told.join(" · ")), area.width, 2, canvas.ellipsis());
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
            (Some(NOT_APPLICABLE), _) => {
                format!("{}: n/a, no bearing on your work: left out of the measure", row.title)
            }
            (Some(level), Some(next)) => format!("{level} {arrow} {}: {}", next.proficiency, next.looks),
            (None, Some(next)) => format!("{}: {}", next.proficiency, next.looks),
            (Some(level), None) => format!("{}: {level}", row.title),
            (None, None) => format!("{}: nothing said yet", row.title),
        };
        wrapped(&text, width, most, canvas.ellipsis())
    }
}

/// "fit 39%  ████  not said: 12, counted as none; n/a: 1, left out", the latter where there is room.
fn told_fit(fitting: Fitting, width: u16, glyphs: Glyphs) -> String {
    let Fitting { fit, not_said, not_applicable } = fitting;
    let cells = if (WIDE..100).contains(&width) { 20 } else { 30 };
    let bar = glyphs.bar(fit, cells);
    let rest = glyphs.pick("┈", "-").repeat(cells.saturating_sub(bar.width()));
    let drawn = format!("{}{}", labelled(Label::Bar, &bar), labelled(Label::Aside, &rest));
    let drawn = format!("{} {fit}%  {drawn}", labelled(Label::Heading, "fit"));
    let Some(open) = present::left_open(not_said, not_applicable) else { return drawn };
    let whole = format!("{drawn}  {}", labelled(Label::Aside, &open));
    if whole.width() <= usize::from(width) { whole } else { drawn }
}

/// A level as marks; what is no level of the scale as a word.
fn told_level(level: Option<&str>, glyphs: Glyphs) -> String {
    match level {
        None => labelled(Label::Aside, glyphs.none()),
        Some(NOT_APPLICABLE) => labelled(Label::Aside, NOT_APPLICABLE),
        level => labelled(Label::Bar, &dots(level, glyphs)),
    }
}
