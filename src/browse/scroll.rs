//! Where one stands in a list, and what of it is seen.

use std::cell::{Cell, RefCell};
use std::ops::Range;

use crate::browse::keys::Key;

/// The row that is chosen, and the first that is shown: the list moves no further than it must.
#[derive(Debug, Default, Clone)]
pub struct Scroll {
    pub at: usize,
    top: Cell<usize>,
    /// The row of the screen that the first one stands in: for the mouse.
    drawn_at: Cell<u16>,
    /// Which row each line is, where headings stand between them.
    lines: RefCell<Vec<Option<usize>>>,
}

impl Scroll {
    /// A list of which a row is chosen.
    pub fn at(at: usize) -> Self {
        Self { at, ..Self::default() }
    }

    /// Moves by a key; tells whether it was one that moves.
    pub fn press(&mut self, key: &Key, len: usize, page: usize) -> bool {
        let last = len.saturating_sub(1);
        self.at = match key {
            Key::Up => self.at.saturating_sub(1),
            Key::Down => self.at + 1,
            Key::PageUp => self.at.saturating_sub(page.max(1)),
            Key::PageDown => self.at + page.max(1),
            Key::Home => 0,
            Key::End => last,
            Key::Click(row) => match self.row_at(*row).filter(|at| *at < len) {
                Some(at) => at,
                None => return false,
            },
            _ => return false,
        };
        self.at = self.at.min(last);
        true
    }

    /// The row that stands in a row of the screen.
    fn row_at(&self, row: u16) -> Option<usize> {
        let line = self.top.get() + usize::from(row.checked_sub(self.drawn_at.get())?);
        let lines = self.lines.borrow();
        if lines.is_empty() { Some(line) } else { lines.get(line).copied().flatten() }
    }

    /// Scrolls a text, of which no row is chosen: its last row goes no higher than the last of the screen.
    pub fn press_text(&mut self, key: &Key, len: usize, height: usize) -> bool {
        // No row of a text is chosen, by the mouse either.
        let is_moved =
            !matches!(key, Key::Click(_)) && self.press(key, len.saturating_sub(height) + 1, height.saturating_sub(1));
        self.at = self.at.min(len.saturating_sub(height));
        is_moved
    }

    /// What of a list is seen in so many rows, so that the chosen one is.
    pub fn window(&self, len: usize, height: usize, y: u16) -> Range<usize> {
        self.lines.take();
        let at = self.at.min(len.saturating_sub(1));
        self.moved((at, at), len, height, y)
    }

    /// What is seen of lines, of which some are rows and the others headings; the first is a heading. The first line
    /// that is seen is not the chosen row, where there is room for another: the heading can stand there.
    pub fn window_of(&self, lines: &[Option<usize>], height: usize, y: u16) -> Range<usize> {
        let at = lines.iter().position(|row| *row == Some(self.at)).unwrap_or(0);
        self.lines.replace(lines.to_vec());
        self.moved((at.saturating_sub(1), at), lines.len(), height, y)
    }

    /// Moves no further than the first of two lines is seen, if it can be, and the last.
    fn moved(&self, (first, last): (usize, usize), len: usize, height: usize, y: u16) -> Range<usize> {
        let lowest = (last + 1).saturating_sub(height);
        let top = self.top.get().clamp(lowest, first.max(lowest)).min(len.saturating_sub(height));
        self.top.set(top);
        self.drawn_at.set(y);
        top..(top + height).min(len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_is_seen_beneath_a_heading_and_a_heading_is_not_chosen() {
        let lines = [None, Some(0), Some(1), Some(2), None, Some(3), Some(4)];
        let mut scroll = Scroll::default();
        for (key, top) in [(Key::Down, 0), (Key::End, 4), (Key::Up, 4), (Key::Up, 2), (Key::Up, 1), (Key::Home, 0)] {
            assert!(scroll.press(&key, 5, 3));
            assert_eq!(scroll.window_of(&lines, 3, 2), top..top + 3, "{key:?} {scroll:?}");
        }
        assert!(!scroll.press(&Key::Click(2), 5, 3) && scroll.press(&Key::Click(4), 5, 3) && scroll.at == 1);
        assert_eq!(scroll.window_of(&lines, 1, 2), 2..3);
    }

    #[test]
    fn what_is_chosen_is_seen() {
        let mut scroll = Scroll::default();
        for key in [Key::Down, Key::PageDown, Key::End, Key::Up, Key::Home, Key::End, Key::PageUp] {
            for len in [0, 1, 5, 100] {
                assert!(scroll.press(&key, len, 4));
                for height in [0, 1, 3, 200] {
                    let window = scroll.window(len, height, 0);
                    assert!(window.len() <= height && window.end <= len);
                    assert!(height == 0 || len == 0 || window.contains(&scroll.at), "{scroll:?} {window:?}");
                }
            }
        }
    }
}
