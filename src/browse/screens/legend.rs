//! Which mark is whose: the roles above a comparison, and their marks above the levels.

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use crate::browse::data::compare::Tab;
use crate::browse::paint::Canvas;
use crate::browse::screens::compare_rows::{DIFFERENCE, level_width, levels_width};
use crate::browse::state::{State, TALL, WIDE};
use crate::present::document::Glyphs;
use crate::present::label::Label;
use crate::present::text::{Text, cut, labelled, text};
use crate::view::{Comparison, RoleName};

/// A name of fewer columns, with its mark, says nothing.
const LEAST: u16 = 18;
/// How many columns stand before a name: whether it is chosen, its mark, a blank.
const MARK: u16 = 3;

impl State<'_> {
    /// Draws which mark is whose; returns how many rows of the screen that took, with the head.
    pub fn draw_legend(&self, comparison: &Comparison<'_>, canvas: &mut Canvas<'_>, area: Rect) -> u16 {
        let titles: Vec<&str> = comparison.roles.iter().map(|role| role.title).collect();
        let taken = self.marks_width(comparison, canvas.glyphs, area.width);
        let width = area.width.saturating_sub(taken);
        let most = if area.width < WIDE { 1 } else { 2 + u16::from(area.height >= TALL) };
        let (names, per_row) = match per_row(&titles, width, most, canvas.ellipsis()) {
            Some(per_row) => (titles, per_row),
            None if area.width < WIDE => {
                canvas.put(area.x, area.y + 1, area.width, self.short_legend(comparison, canvas.glyphs));
                return 2;
            }
            // Titles that are cut alike tell nobody apart.
            None => {
                (comparison.roles.iter().map(|role| role.id).collect(), (titles.len() as u16).div_ceil(most).max(1))
            }
        };
        let each = width / per_row;
        for (at, name) in (0u16..).zip(&names) {
            let (row, column) = (at / per_row, at % per_row);
            let text = self.marked(at.into(), name, canvas.glyphs);
            canvas.put(area.x + column * each, area.y + 1 + row, each.saturating_sub(1), &text);
        }
        let rows = (names.len() as u16).div_ceil(per_row);
        if taken > 0 {
            let cell = level_width(comparison, canvas.glyphs) as u16;
            for at in 0..names.len() {
                let x = area.right().saturating_sub(taken) + 2 + at as u16 * (cell + 1);
                let mark = labelled(Label::Bar, canvas.glyphs.mark(at));
                canvas.put(x, area.y + rows, 1, &mark);
            }
        }
        1 + rows
    }

    /// How many columns the marks above the levels, and the difference beside them, take of a width.
    fn marks_width(&self, comparison: &Comparison<'_>, glyphs: Glyphs, width: u16) -> u16 {
        match (self.compare.tab, levels_width(comparison, glyphs, width)) {
            (Tab::Competencies, levels) if levels > 0 && self.compare.len() > 0 => levels + DIFFERENCE,
            _ => 0,
        }
    }

    /// "▸● Engineer": a role behind its mark.
    fn marked(&self, at: usize, title: &str, glyphs: Glyphs) -> Text {
        let is_chosen = at == self.compare.column;
        let name = labelled(if is_chosen { Label::Title } else { Label::Name }, title);
        let chosen = if is_chosen { glyphs.pick("▸", ">") } else { " " };
        text![chosen, labelled(Label::Bar, glyphs.mark(at)), " ", name]
    }

    /// The same in a row for all: the marks, and the name of the chosen one, which other keys choose.
    fn short_legend(&self, comparison: &Comparison<'_>, glyphs: Glyphs) -> Text {
        let part = |(at, role): (usize, &RoleName<'_>)| match at == self.compare.column {
            true => text![self.marked(at, role.title, glyphs), " "],
            false => labelled(Label::Bar, glyphs.mark(at)),
        };
        Text::join(comparison.roles.iter().enumerate().map(part), " ")
    }
}

/// How many names stand in a row, in as few rows as tell all of them apart; none where so many rows do not.
fn per_row(names: &[&str], width: u16, most: u16, ellipsis: &str) -> Option<u16> {
    (1..=most).find_map(|rows| {
        let per_row = (names.len() as u16).div_ceil(rows).max(1);
        let each = width / per_row;
        let room = usize::from(each.saturating_sub(1 + MARK));
        let shown = |name: &&str| if name.width() > room { cut(name, room, ellipsis) } else { (*name).to_owned() };
        let mut shown: Vec<String> = names.iter().map(shown).collect();
        shown.sort();
        (each >= LEAST && shown.windows(2).all(|pair| pair[0] != pair[1])).then_some(per_row)
    })
}

#[cfg(test)]
mod tests {
    use super::per_row;

    #[test]
    fn names_stand_in_as_few_rows_as_tell_them_apart() {
        let chiefs = ["Chief Information Officer", "Chief Information Security Officer", "Chief Data Officer"];
        assert_eq!(per_row(&chiefs, 160, 3, "…"), Some(3));
        assert_eq!(per_row(&chiefs, 60, 3, "…"), Some(2));
        assert_eq!(per_row(&chiefs, 60, 1, "…"), None);
        assert_eq!(per_row(&["Engineer", "Tester"], 40, 1, "…"), Some(2));
        assert_eq!(per_row(&["Engineer", "Tester", "Writer"], 40, 1, "…"), None);
    }
}
