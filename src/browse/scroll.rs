//! Where one stands in a list, and what of it is seen.

use std::cell::Cell;
use std::ops::Range;

use crate::browse::keys::Key;

/// The row that is chosen, and the first that is shown: the list moves no further than it must.
#[derive(Debug, Default, Clone)]
pub struct Scroll {
    pub at: usize,
    top: Cell<usize>,
    /// The row of the screen that the first one stands in: for the mouse.
    drawn_at: Cell<u16>,
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
            Key::Click(row) => match row.checked_sub(self.drawn_at.get()) {
                Some(below) if self.top.get() + usize::from(below) < len => self.top.get() + usize::from(below),
                _ => return false,
            },
            _ => return false,
        };
        self.at = self.at.min(last);
        true
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
        let at = self.at.min(len.saturating_sub(1));
        let lowest = (at + 1).saturating_sub(height);
        let top = self.top.get().clamp(lowest, at.max(lowest)).min(len.saturating_sub(height));
        self.top.set(top);
        self.drawn_at.set(y);
        top..(top + height).min(len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
