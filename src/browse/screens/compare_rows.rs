//! The rows of a comparison: a competency on a scale, a tool, a region's medians.

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use crate::browse::data::compare::PayRow;
use crate::browse::paint::Canvas;
use crate::browse::state::WIDE;
use crate::catalog::model::Proficiency;
use crate::present::document::{Glyphs, Picture};
use crate::present::figures::{count, marks_of, optional_amount};
use crate::present::label::Label;
use crate::present::pay;
use crate::present::text::{Text, labelled, text};
use crate::render;
use crate::view::{ComparedCompetency, ComparedPay, ComparedTool, Comparison, Distance, Mark, Pay};

/// From so many columns on, the levels have room.
pub const LEVELS: u16 = 100;

/// How wide the first column is.
pub fn name_width(width: u16) -> u16 {
    if width >= WIDE { 34.min(width * 2 / 5) } else { width / 2 }
}

/// How many columns the difference takes.
pub const DIFFERENCE: u16 = 5;

pub fn draw_competency(row: &ComparedCompetency<'_>, cell: usize, canvas: &mut Canvas<'_>, line: Rect) {
    let name = name_width(line.width);
    canvas.put(line.x + 2, line.y, name, row.competency.title);
    let levels = levels_beside(row, cell, line.width, canvas.glyphs);
    let cells = cells(levels.width(), line.width);
    let scale = render::picture(picture(row), cells, canvas.glyphs);
    canvas.put(line.x + name + 3, line.y, cells as u16, &scale);
    let difference = row.difference.map_or_else(|| canvas.glyphs.none().to_owned(), |it| it.to_string());
    canvas.put_right(line, line.y, text![labelled(Label::Bar, &levels), format!("{difference:>5}")]);
}

/// Whether marks of a row fall into one place of its scale.
pub fn is_together(row: &ComparedCompetency<'_>, cell: usize, width: u16, glyphs: Glyphs) -> bool {
    let levels = levels_beside(row, cell, width, glyphs);
    render::is_together(picture(row), cells(levels.width(), width))
}

fn picture(row: &ComparedCompetency<'_>) -> Picture {
    Picture::dumbbell(row.marks.iter().map(|mark| mark.as_ref().map(|mark| mark.weight)))
}

/// The cells of a row's scale, beside levels of so many columns.
fn cells(levels: usize, width: u16) -> usize {
    usize::from(width.saturating_sub(name_width(width) + 4 + DIFFERENCE + levels as u16)).max(10)
}

fn levels_beside(row: &ComparedCompetency<'_>, cell: usize, width: u16, glyphs: Glyphs) -> String {
    if width >= LEVELS { levels(&row.marks, cell, glyphs) } else { String::new() }
}

/// The level of a role, as many marks as its scale has steps.
fn level(mark: Option<&Mark<'_>>, glyphs: Glyphs) -> String {
    let level = mark.map_or(String::new(), |it| marks_of(it.level, it.own_level.as_ref(), glyphs));
    if level.is_empty() { glyphs.none().to_owned() } else { level }
}

/// How many columns a level takes, the same in all rows.
pub fn level_width(comparison: &Comparison<'_>, glyphs: Glyphs) -> usize {
    let marks = comparison.competencies.iter().flat_map(|row| &row.marks);
    marks.map(|mark| level(mark.as_ref(), glyphs).width()).max().unwrap_or(0).max(Proficiency::ALL.len())
}

/// How many columns the levels of a row take of a width.
pub fn levels_width(comparison: &Comparison<'_>, glyphs: Glyphs, width: u16) -> u16 {
    if width < LEVELS { 0 } else { 1 + comparison.roles.len() as u16 * (1 + level_width(comparison, glyphs) as u16) }
}

/// "  ●●●○ ●●○○ –   ": the level of each role, in so many columns.
fn levels(marks: &[Option<Mark<'_>>], cell: usize, glyphs: Glyphs) -> String {
    let told = |mark: &Option<Mark<'_>>| format!("{:cell$}", level(mark.as_ref(), glyphs));
    format!("  {}", marks.iter().map(told).collect::<Vec<_>>().join(" "))
}

pub fn draw_tool(row: &ComparedTool<'_>, canvas: &mut Canvas<'_>, line: Rect) {
    /// How many columns "● practitioner" takes, and a blank.
    const WORD: u16 = 15;
    /// How many "● ●●●○" takes.
    const MARKS: u16 = 6;
    let name = name_width(line.width);
    canvas.put(line.x + 2, line.y, name, row.tool.title);
    let x = line.x + name + 3;
    let room = line.right().saturating_sub(x);
    let each = (room / row.proficiencies.len().max(1) as u16).max(4);
    for (at, word) in row.proficiencies.iter().enumerate() {
        let level = word.and_then(reached);
        let text = match (word, level) {
            // A word that is cut says less than the level's marks, or its number.
            (Some(_), Some(level)) if each < WORD => {
                let marks = canvas.glyphs.marks(level, Proficiency::ALL.len());
                let level = if each > MARKS { labelled(Label::Bar, &marks) } else { level.to_string().into() };
                text![labelled(Label::Bar, canvas.glyphs.mark(at)), " ", level]
            }
            (Some(word), _) => text![labelled(Label::Bar, canvas.glyphs.mark(at)), " ", *word],
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
                text![labelled(Label::Bar, canvas.glyphs.mark(at)), " ", optional_amount(pay.median)]
            };
            let medians = Text::join(pay.iter().enumerate().map(median), "  ");
            let common = if shown_otherwise.is_empty() { "" } else { ", a source that knows all" };
            let unit = labelled(Label::Aside, &format!("{}{common}", pay::terms(&pay[0])));
            canvas.put(x, line.y, room, text![medians, "  ", unit]);
        }
        PayRow::Apart(apart) => {
            canvas.put(line.x + 2, line.y, all, format!("{}: {}", apart.region.name, apart.why));
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
