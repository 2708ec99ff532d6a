//! What a line of a chart looks like: a dot over a band, or a range with its median.

use crate::present::document::{Glyphs, Picture};
use crate::present::label::Label;
use crate::present::text::{Text, labelled};
use crate::text::sorting::Arrange;

/// Draws a picture in so many cells.
pub fn drawn(picture: Picture, cells: usize, glyphs: Glyphs) -> Text {
    match picture {
        Picture::Dot { at, band } => dot(at, band, cells, glyphs),
        Picture::Range { low, at, high, end } => range([low, at, high], end, cells, glyphs),
        Picture::Dumbbell(values) => dumbbell(values, cells, glyphs),
    }
}

fn dot(at: u8, band: Option<(u8, u8)>, cells: usize, glyphs: Glyphs) -> Text {
    let place = |weight: u8| place(u64::from(weight), 100, cells);
    let band = band.map(|(low, high)| place(low)..=place(high));
    let sign = |cell: usize| match &band {
        _ if cell == place(at) => (Label::Bar, glyphs.pick("●", "o")),
        Some(band) if band.contains(&cell) => (Label::Name, glyphs.pick("━", "=")),
        _ => (Label::Aside, glyphs.pick("┈", ".")),
    };
    joined((0..cells).map(sign))
}

fn range([low, at, high]: [u64; 3], end: u64, cells: usize, glyphs: Glyphs) -> Text {
    let place = |amount: u64| place(amount, end, cells);
    let sign = |cell: usize| match cell {
        _ if cell == place(at) => (Label::Bar, glyphs.pick("●", "o")),
        _ if (place(low)..=place(high)).contains(&cell) => (Label::Bar, glyphs.pick("─", "-")),
        _ => (Label::Aside, " "),
    };
    joined((0..cells).map(sign))
}

/// Whether marks of a picture fall into one cell, and are counted there.
pub fn is_together(picture: Picture, cells: usize) -> bool {
    let Picture::Dumbbell(values) = picture else { return false };
    let mut places: Vec<usize> = places(values, cells).into_iter().flatten().collect();
    places.arrange();
    places.windows(2).any(|pair| pair[0] == pair[1])
}

fn places(values: [Option<u8>; Picture::MARKS], cells: usize) -> [Option<usize>; Picture::MARKS] {
    values.map(|value| value.map(|value| place(u64::from(value), 100, cells)))
}

/// Marks that fall into one cell are counted there.
fn dumbbell(values: [Option<u8>; Picture::MARKS], cells: usize, glyphs: Glyphs) -> Text {
    let places = places(values, cells);
    let ends = places.iter().flatten().min().zip(places.iter().flatten().max());
    let marks = glyphs.dumbbell();
    let sign = |cell: usize| {
        let mut here = (0..values.len()).filter(|at| places[*at] == Some(cell));
        match (here.next(), here.count()) {
            (Some(at), 0) => (Label::Bar, marks[at]),
            (Some(_), others) => (Label::Bar, ["2", "3", "4", "5", "6"][others - 1]),
            (None, _) if ends.is_some_and(|(low, high)| (*low..=*high).contains(&cell)) => {
                (Label::Bar, glyphs.pick("─", "-"))
            }
            (None, _) => (Label::Aside, glyphs.pick("┈", ".")),
        }
    };
    joined((0..cells).map(sign))
}

/// The cell of a number on a scale from 0.
fn place(number: u64, end: u64, cells: usize) -> usize {
    let last = cells.saturating_sub(1) as u64;
    let (number, end) = (u128::from(number.min(end)), u128::from(end.max(1)));
    usize::try_from((number * u128::from(last) * 2 + end) / (2 * end)).unwrap_or(0)
}

/// Signs of one label side by side are labelled as one.
fn joined(signs: impl Iterator<Item = (Label, &'static str)>) -> Text {
    let mut text = Text::default();
    let mut run = (Label::Aside, String::new());
    for (label, sign) in signs {
        if label != run.0 {
            text.push(labelled(run.0, &run.1));
            run = (label, String::new());
        }
        run.1.push_str(sign);
    }
    text.push(labelled(run.0, &run.1));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(picture: Picture, unicode: bool) -> String {
        drawn(picture, 11, Glyphs { unicode, heard: false }).plain().into_owned()
    }

    #[test]
    fn a_dot_stands_on_its_scale_over_the_band() {
        assert_eq!(shown(Picture::Dot { at: 80, band: Some((30, 50)) }, true), "┈┈┈━━━┈┈●┈┈");
        assert_eq!(shown(Picture::Dot { at: 100, band: None }, false), "..........o");
    }

    #[test]
    fn a_dumbbell_has_a_mark_for_each_and_counts_those_that_coincide() {
        assert_eq!(shown(Picture::dumbbell([Some(20), Some(80)]), true), "┈┈○─────●┈┈");
        assert_eq!(shown(Picture::dumbbell([Some(80), Some(20), None, Some(81)]), false), "..*-----2..");
        assert_eq!(shown(Picture::dumbbell([None, Some(0)]), true), "●┈┈┈┈┈┈┈┈┈┈");
        assert_eq!(shown(Picture::dumbbell([None, None]), false), "...........");
        assert_eq!(shown(Picture::dumbbell([0, 20, 40, 60, 80, 100].map(Some)), true), "○─●─◇─◆─▲─■");
        assert_eq!(shown(Picture::dumbbell([Some(50); 6]), true), "┈┈┈┈┈6┈┈┈┈┈");
    }

    #[test]
    fn a_range_begins_at_zero_and_stays_on_its_scale() {
        assert_eq!(shown(Picture::Range { low: 20, at: 50, high: 90, end: 100 }, true), "  ───●──── ");
        assert_eq!(shown(Picture::Range { low: 0, at: 0, high: u64::MAX, end: 10 }, false), "o----------");
        assert_eq!(shown(Picture::Range { low: 0, at: 0, high: 0, end: 0 }, false), "o          ");
    }
}
