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
use crate::text::sorting::Arrange;
use crate::view::{Comparison, RoleName};

/// A name of fewer columns, with its mark, says nothing.
const LEAST: u16 = 18;
/// From so many rows on, names may take two of a narrow screen.
const LOW: u16 = 14;
/// How many columns stand before a name: whether it is chosen, its mark, a blank.
const MARK: u16 = 3;

impl State<'_> {
    /// Draws which mark is whose; returns how many rows of the screen that took, with the head.
    pub fn draw_legend(&self, comparison: &Comparison<'_>, canvas: &mut Canvas<'_>, area: Rect) -> u16 {
        let taken = self.marks_width(comparison, canvas.glyphs, area.width);
        let width = area.width.saturating_sub(taken);
        let is_narrow = area.width < WIDE;
        let names = Names::of(&comparison.roles);
        let most = if is_narrow { 1 + u16::from(area.height >= LOW) } else { 2 + u16::from(area.height >= TALL) };
        let Some((names, per_row)) = names.in_rows(width, most, is_narrow, canvas.ellipsis()) else {
            canvas.put(area.x, area.y + 1, area.width, self.short_legend(comparison, canvas.glyphs, area.width));
            return 2;
        };
        let each = width / per_row;
        for (at, name) in (0u16..).zip(&names) {
            let (row, column) = (at / per_row, at % per_row);
            let text = self.marked(at.into(), name, canvas.glyphs);
            canvas.put(area.x + column * each, area.y + 1 + row, each.saturating_sub(u16::from(per_row > 1)), &text);
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
    fn short_legend(&self, comparison: &Comparison<'_>, glyphs: Glyphs, width: u16) -> Text {
        // A blank behind each of the others' marks, and one more behind the name.
        let marks = comparison.roles.len().saturating_sub(1) * 2 + 1;
        let room = usize::from(width.saturating_sub(MARK)).saturating_sub(marks);
        let part = |(at, role): (usize, &RoleName<'_>)| match at == self.compare.column {
            true => text![self.marked(at, whole(role.title, role.id, room), glyphs), " "],
            false => labelled(Label::Bar, glyphs.mark(at)),
        };
        Text::join(comparison.roles.iter().enumerate().map(part), " ")
    }
}

/// What roles can be called.
struct Names<'a> {
    titles: Vec<&'a str>,
    ids: Vec<&'a str>,
}

impl<'a> Names<'a> {
    fn of(roles: &[RoleName<'a>]) -> Self {
        Self { titles: roles.iter().map(|role| role.title).collect(), ids: roles.iter().map(|role| role.id).collect() }
    }

    /// The names as they stand, and how many in a row: whole titles in as few rows as they take; else, in as many as
    /// there are, ids in the place of those that are too long; else titles that are cut, if that tells all of them
    /// apart. None on a narrow screen where nothing does.
    fn in_rows(&self, width: u16, most: u16, is_narrow: bool, ellipsis: &str) -> Option<(Vec<&'a str>, u16)> {
        let whole = |is_short: bool| {
            let in_order = |rows: u16| if is_short { most + 1 - rows } else { rows };
            (1..=most).map(in_order).find_map(|rows| {
                let (per_row, room) = self.per_row(width, rows)?;
                let pairs = self.titles.iter().zip(&self.ids);
                let names: Vec<&str> =
                    pairs.map(|(title, id)| if is_short { whole(title, id, room) } else { title }).collect();
                names.iter().all(|name| name.width() <= room).then_some((names, per_row))
            })
        };
        let cut = || {
            let most = if is_narrow { 1 } else { most };
            (1..=most).find_map(|rows| {
                let (per_row, room) = self.per_row(width, rows)?;
                self.differ(room, ellipsis).then(|| (self.titles.clone(), per_row))
            })
        };
        // Titles that are cut alike tell nobody apart.
        let ids = || (!is_narrow).then(|| (self.ids.clone(), (self.ids.len() as u16).div_ceil(most).max(1)));
        whole(false).or_else(|| whole(true)).or_else(cut).or_else(ids)
    }

    /// How many names stand in each of so many rows, and how much room each has; none where that is too little.
    fn per_row(&self, width: u16, rows: u16) -> Option<(u16, usize)> {
        let per_row = (self.titles.len() as u16).div_ceil(rows).max(1);
        let each = width / per_row;
        // Behind the last of a row nothing stands.
        let gap = u16::from(per_row > 1);
        (each >= LEAST).then(|| (per_row, usize::from(each.saturating_sub(gap + MARK))))
    }

    /// Whether titles that are cut to some columns tell roles apart.
    fn differ(&self, room: usize, ellipsis: &str) -> bool {
        let shown = |name: &&str| if name.width() > room { cut(name, room, ellipsis) } else { (*name).to_owned() };
        let mut shown: Vec<String> = self.titles.iter().map(shown).collect();
        shown.arrange();
        shown.windows(2).all(|pair| pair[0] != pair[1])
    }
}

/// A title, or in its place an id that has room where it has none.
fn whole<'a>(title: &'a str, id: &'a str, room: usize) -> &'a str {
    if title.width() > room && id.width() <= room { id } else { title }
}

#[cfg(test)]
mod tests {
    use super::Names;

    /// The names of a legend as they stand at a width, and how many in a row.
    fn in_rows(titles: &[&'static str], width: u16, most: u16) -> Option<(Vec<&'static str>, u16)> {
        let names = Names { titles: titles.to_vec(), ids: vec!["cio", "ciso", "cdo"][..titles.len()].to_vec() };
        names.in_rows(width, most, width < 72, "…")
    }

    #[test]
    fn names_stand_whole_in_as_few_rows_as_they_take() {
        let chiefs = ["Chief Information Officer", "Chief Information Security Officer", "Chief Data Officer"];
        assert_eq!(in_rows(&chiefs, 160, 3), Some((chiefs.to_vec(), 3)));
        assert_eq!(in_rows(&chiefs, 80, 3), Some((chiefs.to_vec(), 2)));
        assert_eq!(in_rows(&chiefs, 60, 2), Some((vec!["Chief Information Officer", "ciso", "Chief Data Officer"], 2)));
        assert_eq!(in_rows(&["Engineer", "Tester"], 40, 2), Some((vec!["Engineer", "Tester"], 2)));
        assert_eq!(in_rows(&["Chief Technology Officer", "Tester"], 34, 2).map(|it| it.1), Some(1));
        assert_eq!(in_rows(&chiefs[..2], 34, 2), Some((vec!["Chief Information Officer", "ciso"], 1)));
        assert_eq!(in_rows(&["Engineer", "Tester", "Writer"], 40, 1), None);
    }
}
