//! The rows of a comparison: a competency on a scale, a tool, a region's medians.

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use crate::browse::data::compare::{PayRow, mark};
use crate::browse::paint::Canvas;
use crate::browse::state::WIDE;
use crate::catalog::model::Proficiency;
use crate::present::document::Glyphs;
use crate::present::figures::{count, optional_amount};
use crate::present::label::{Label, labelled};
use crate::present::pay;
use crate::view::{ComparedCompetency, ComparedPay, ComparedTool, Distance, Mark, Pay};

/// From so many columns on, the levels have room.
pub const LEVELS: u16 = 100;

/// How wide the first column is.
pub fn name_width(width: u16) -> u16 {
    if width >= WIDE { 34.min(width * 2 / 5) } else { width / 2 }
}

pub fn draw_competency(row: &ComparedCompetency<'_>, canvas: &mut Canvas<'_>, line: Rect) {
    const DIFFERENCE: u16 = 5;
    let name = name_width(line.width);
    canvas.put(line.x + 2, line.y, name, row.competency.title);
    let levels = if line.width >= LEVELS { levels(&row.marks, canvas.glyphs) } else { String::new() };
    let levels_width = levels.width() as u16;
    let cells = usize::from(line.width.saturating_sub(name + 4 + DIFFERENCE + levels_width)).max(10);
    let scale = scale(row, cells, canvas.glyphs);
    canvas.put(line.x + name + 3, line.y, cells as u16, &scale);
    let difference = row.difference.map_or_else(|| canvas.glyphs.none().to_owned(), |it| it.to_string());
    canvas.put_right(line, line.y, &format!("{}{difference:>5}", labelled(Label::Aside, &levels)));
}

/// "  3 2 –": the level of each role, 1 to 4; on a scale of a company's own its step.
fn levels(marks: &[Option<Mark<'_>>], glyphs: Glyphs) -> String {
    let level = |mark: &Option<Mark<'_>>| {
        let mark = mark.as_ref()?;
        let own = mark.own_level.as_ref().map(|own| usize::from(own.step));
        own.or_else(|| mark.proficiency.and_then(reached))
    };
    let told = |mark| level(mark).map_or(glyphs.none().to_owned(), |level| level.to_string());
    format!("  {}", marks.iter().map(told).collect::<Vec<_>>().join(" "))
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

pub fn draw_tool(row: &ComparedTool<'_>, canvas: &mut Canvas<'_>, line: Rect) {
    /// How many columns "● practitioner" takes, and a blank.
    const WORD: u16 = 15;
    let name = name_width(line.width);
    canvas.put(line.x + 2, line.y, name, row.tool.title);
    let x = line.x + name + 3;
    let room = line.right().saturating_sub(x);
    let each = (room / row.proficiencies.len().max(1) as u16).max(4);
    for (at, word) in row.proficiencies.iter().enumerate() {
        let level = word.and_then(reached);
        let text = match (word, level) {
            // A word that is cut says less than the level's number.
            (Some(_), Some(level)) if each < WORD => {
                format!("{} {level}", labelled(Label::Mark, mark(at, canvas.glyphs)))
            }
            (Some(word), _) => format!("{} {word}", labelled(Label::Mark, mark(at, canvas.glyphs))),
            (None, _) => labelled(Label::Aside, canvas.glyphs.none()),
        };
        let offset = each * at as u16;
        canvas.put(x + offset, line.y, each.saturating_sub(1).min(room.saturating_sub(offset)), &text);
    }
}

/// A level, 1 to 4.
fn reached(word: &str) -> Option<usize> {
    Proficiency::ALL.iter().position(|level| level.name() == word).map(|at| at + 1)
}

/// A region's medians, why there are none, or how far apart the roles stand.
pub fn draw_pay(row: &PayRow<'_, '_>, canvas: &mut Canvas<'_>, line: Rect) {
    let name = name_width(line.width);
    let x = line.x + name + 3;
    let room = line.right().saturating_sub(x);
    let all = line.width.saturating_sub(2);
    match row {
        PayRow::Together(ComparedPay { pay, shown_otherwise }) => {
            canvas.put(line.x + 2, line.y, name, pay[0].region.name);
            let median = |(at, pay): (usize, &Pay<'_>)| {
                format!("{} {}", labelled(Label::Mark, mark(at, canvas.glyphs)), optional_amount(pay.median))
            };
            let medians: Vec<String> = pay.iter().enumerate().map(median).collect();
            let common = if shown_otherwise.is_empty() { "" } else { ", a source that knows all" };
            let unit = labelled(Label::Aside, &format!("{}{common}", pay::terms(&pay[0])));
            canvas.put(x, line.y, room, &format!("{}  {unit}", medians.join("  ")));
        }
        PayRow::Apart(apart) => {
            canvas.put(line.x + 2, line.y, all, &format!("{}: {}", apart.region.name, apart.why));
        }
        PayRow::None => {
            let none = if line.width >= WIDE {
                "no region has figures of one source that tell them apart"
            } else {
                "no figure of one region for all"
            };
            canvas.put(line.x + 2, line.y, all, none);
        }
        PayRow::Distance(distance) => {
            let arrow = canvas.glyphs.pick("→", ">");
            let told = format!("{} {arrow} {}: {}", distance.from, distance.to, steps(distance));
            canvas.put(line.x + 2, line.y, all, &told);
        }
    }
}

pub fn steps(distance: &Distance<'_>) -> String {
    distance.steps.map_or("no ladder".to_owned(), |steps| count(steps, "step"))
}
