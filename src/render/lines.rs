//! Records as lines: one fact each, in columns parted by two spaces or more, for grep and cut.

use crate::present::records::{Cell, Record, Records};
use crate::text::harmless::{REPLACEMENT, is_obeyed};

/// Writes records as lines. Nothing is wrapped or cut, and what a terminal would obey is replaced.
pub fn lines(records: &Records) -> String {
    let kind = records.records.iter().map(|record| record.kind.len()).max().unwrap_or(0);
    let cells = records.records.iter().flat_map(|record| &record.cells);
    let mut text = String::with_capacity(cells.map(|cell| cell.text.len() + 8).sum());
    for alike in records.records.chunk_by(|a, b| a.kind == b.kind) {
        aligned(alike, kind, &mut text);
    }
    text
}

/// What a line says of a record. Cells that are empty to the end of the line are not said.
fn cells<'r, 'v>(record: &'r Record<'v>) -> &'r [Cell<'v>] {
    let said = record.cells.iter().rposition(|cell| !cell.text.is_empty()).map_or(0, |last| last + 1);
    &record.cells[..said]
}

/// Writes records of one kind, their columns aligned; the last column is as long as it is.
fn aligned(records: &[Record], kind: usize, text: &mut String) {
    let widths = widths(records);
    for record in records {
        let start = text.len();
        push_padded(text, record.kind, kind, false);
        let row = cells(record);
        for (at, cell) in row.iter().enumerate() {
            if text.len() > start {
                text.push_str("  ");
            }
            let is_last = at + 1 == row.len();
            let width = if is_last && !cell.right { 0 } else { widths[at] };
            push_padded(text, &cell.text, width, cell.right);
        }
        text.truncate(text.trim_end_matches(' ').len());
        text.push('\n');
    }
}

/// Columns of a text. Most of it is ASCII, and as wide as it is long.
fn columns(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { unicode_width::UnicodeWidthStr::width(text) }
}

/// A cell longer than this does not push the columns of its neighbors out.
const WIDEST: usize = 48;

fn widths(records: &[Record]) -> Vec<usize> {
    let mut widths = vec![0; records.iter().map(|record| cells(record).len()).max().unwrap_or(0)];
    for record in records {
        for (width, cell) in widths.iter_mut().zip(cells(record)) {
            *width = (*width).max(Some(columns(&cell.text)).filter(|wide| *wide <= WIDEST).unwrap_or(0));
        }
    }
    widths
}

fn push_padded(text: &mut String, cell: &str, width: usize, right: bool) {
    let padding = width.saturating_sub(columns(cell));
    if right {
        push_blanks(text, padding);
    }
    push_on_one_line(text, cell);
    if !right {
        push_blanks(text, padding);
    }
}

fn push_blanks(text: &mut String, count: usize) {
    const BLANKS: &str = "                                                                ";
    let whole = count / BLANKS.len();
    (0..whole).for_each(|_| text.push_str(BLANKS));
    text.push_str(&BLANKS[..count % BLANKS.len()]);
}

/// One record is one line, whatever its text holds. Most text is plain, and copied as it is.
fn push_on_one_line(text: &mut String, cell: &str) {
    if cell.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.push_str(cell);
    }
    let mut plain = 0;
    for (at, c) in cell.char_indices().filter(|(_, c)| !matches!(c, ' '..='~') && (*c <= '\u{7f}' || is_obeyed(*c))) {
        text.push_str(&cell[plain..at]);
        text.push(if matches!(c, '\n' | '\t' | '\r') { ' ' } else { REPLACEMENT });
        plain = at + c.len_utf8();
    }
    text.push_str(&cell[plain..]);
}
