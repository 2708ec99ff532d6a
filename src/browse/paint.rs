//! From spans to cells: the one place that knows both the labels of pages and ratatui.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::{Line, Span};

use crate::present::document::Glyphs;
use crate::present::label::Label;
use crate::present::palette::Palette;
use crate::present::text::{self, Text, labelled};
use crate::render;

/// Cells, and how labels look in them.
pub struct Canvas<'b> {
    pub cells: &'b mut Buffer,
    pub palette: &'b Palette,
    pub glyphs: Glyphs,
}

impl Canvas<'_> {
    /// Writes a text into a row, cut to a width.
    pub fn put(&mut self, x: u16, y: u16, width: u16, text: impl Into<Text>) {
        let area = self.cells.area;
        if x >= area.right() || y >= area.bottom() || width == 0 {
            return;
        }
        let line = self.line(&text.into().within(usize::from(width), self.ellipsis()));
        self.cells.set_line(x, y, &line, width);
    }

    /// Writes a text that ends at the right end of an area's row.
    pub fn put_right(&mut self, area: Rect, y: u16, text: impl Into<Text>) {
        let text = text.into();
        let width = u16::try_from(text.width()).unwrap_or(u16::MAX).min(area.width);
        self.put(area.right() - width, y, width, text);
    }

    /// Turns a row's part about: what is chosen.
    pub fn choose(&mut self, x: u16, y: u16, width: u16) {
        self.cells.set_style(Rect { x, y, width, height: 1 }, Style::new().add_modifier(Modifier::REVERSED));
    }

    /// Draws a line from top to bottom.
    pub fn upright(&mut self, x: u16, area: Rect) {
        for y in area.top()..area.bottom() {
            let bar = labelled(Label::Bar, self.glyphs.pick("│", "|"));
            self.put(x, y, 1, &bar);
        }
    }

    /// Draws a line from left to right.
    pub fn across(&mut self, area: Rect, y: u16) {
        let line = self.glyphs.pick("─", "-").repeat(usize::from(area.width));
        self.put(area.x, y, area.width, labelled(Label::Bar, &line));
    }

    pub fn ellipsis(&self) -> &'static str {
        self.glyphs.pick("…", "...")
    }

    fn line(&self, text: &Text) -> Line<'static> {
        let span = |span: &text::Span| {
            let shown = if self.glyphs.unicode { span.text().to_owned() } else { render::ascii(span.text()) };
            Span::styled(shown, span.label().map_or(Style::new(), |label| style(self.palette.opening(label))))
        };
        Line::from(text.spans().iter().map(span).collect::<Vec<_>>())
    }
}

/// Reads what a terminal takes for styles: `ESC [ 1 ; 38 ; 5 ; 63 m`.
fn style(opening: &str) -> Style {
    let mut style = Style::new();
    for sequence in opening.split("\x1b[").filter_map(|rest| rest.split_once('m')) {
        let codes: Vec<u8> = sequence.0.split(';').filter_map(|code| code.parse().ok()).collect();
        let mut rest = codes.as_slice();
        while let Some((code, behind)) = rest.split_first() {
            (style, rest) = with_code(style, *code, behind);
        }
    }
    style
}

fn with_code(style: Style, code: u8, rest: &[u8]) -> (Style, &[u8]) {
    let indexed = |code: u8| Color::Indexed(code);
    let with = |modifier| style.add_modifier(modifier);
    let style = match code {
        1 => with(Modifier::BOLD),
        2 => with(Modifier::DIM),
        3 => with(Modifier::ITALIC),
        4 => with(Modifier::UNDERLINED),
        7 => with(Modifier::REVERSED),
        30..=37 => style.fg(indexed(code - 30)),
        90..=97 => style.fg(indexed(code - 82)),
        40..=47 => style.bg(indexed(code - 40)),
        100..=107 => style.bg(indexed(code - 92)),
        38 | 48 => {
            let (color, rest) = match rest {
                [5, color, rest @ ..] => (indexed(*color), rest),
                [2, red, green, blue, rest @ ..] => (Color::Rgb(*red, *green, *blue), rest),
                _ => return (style, &[]),
            };
            return (if code == 38 { style.fg(color) } else { style.bg(color) }, rest);
        }
        _ => style,
    };
    (style, rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_are_read_as_a_terminal_reads_them() {
        assert_eq!(style(""), Style::new());
        assert_eq!(style("\x1b[1m"), Style::new().add_modifier(Modifier::BOLD));
        let heading = Style::new().fg(Color::Indexed(63)).add_modifier(Modifier::BOLD);
        assert_eq!(style("\x1b[38;5;63;1m"), heading);
        assert_eq!(style("\x1b[38;5;63m\x1b[1m"), heading);
        assert_eq!(style("\x1b[48;2;1;2;3;31m"), Style::new().bg(Color::Rgb(1, 2, 3)).fg(Color::Indexed(1)));
        assert_eq!(style("\x1b[38;5m"), Style::new());
    }
}
