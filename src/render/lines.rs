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
    let measured: Vec<Measured<'_>> = records.iter().flat_map(cells).map(Measured::of).collect();
    let widths = widths(records, &measured);
    let mut rest = measured.as_slice();
    for record in records {
        let start = text.len();
        push_padded(text, &Measured::plain(record.kind), kind, false);
        let row = cells(record);
        let (said, behind) = rest.split_at(row.len());
        for (at, (cell, said)) in row.iter().zip(said).enumerate() {
            if text.len() > start {
                text.push_str("  ");
            }
            let is_last = at + 1 == row.len();
            let width = if is_last && !cell.right { 0 } else { widths[at] };
            push_padded(text, said, width, cell.right);
        }
        rest = behind;
        text.truncate(text.trim_end_matches(' ').len());
        text.push('\n');
    }
}

/// A cell's text, looked at once: most of it is plain, as wide as it is long, and copied as it is.
struct Measured<'c> {
    text: &'c str,
    columns: usize,
    is_plain: bool,
}

impl<'c> Measured<'c> {
    fn of(cell: &'c Cell<'_>) -> Self {
        let text = &*cell.text;
        match text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            true => Self::plain(text),
            false => Self { text, columns: columns(text), is_plain: false },
        }
    }

    fn plain(text: &'c str) -> Self {
        Self { text, columns: text.len(), is_plain: true }
    }
}

/// Columns of a text that is not plain. A long one is wider than what columns are aligned by: how much wider, nobody
/// asks.
fn columns(text: &str) -> usize {
    const LONG: usize = 4 * WIDEST;
    if text.len() > LONG { text.len() } else { unicode_width::UnicodeWidthStr::width(text) }
}

/// A cell longer than this does not push the columns of its neighbors out.
const WIDEST: usize = 48;

fn widths(records: &[Record], mut measured: &[Measured<'_>]) -> Vec<usize> {
    let mut widths = vec![0; records.iter().map(|record| cells(record).len()).max().unwrap_or(0)];
    for record in records {
        let (row, behind) = measured.split_at(cells(record).len());
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(Some(cell.columns).filter(|wide| *wide <= WIDEST).unwrap_or(0));
        }
        measured = behind;
    }
    widths
}

fn push_padded(text: &mut String, cell: &Measured<'_>, width: usize, right: bool) {
    let padding = width.saturating_sub(cell.columns);
    if right {
        push_blanks(text, padding);
    }
    match cell.is_plain {
        true => text.push_str(cell.text),
        false => push_on_one_line(text, cell.text),
    }
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

/// One record is one line, whatever its text holds.
fn push_on_one_line(text: &mut String, cell: &str) {
    let mut plain = 0;
    for (at, c) in cell.char_indices().filter(|(_, c)| !matches!(c, ' '..='~') && (*c <= '\u{7f}' || is_obeyed(*c))) {
        text.push_str(&cell[plain..at]);
        text.push(if matches!(c, '\n' | '\t' | '\r') { ' ' } else { REPLACEMENT });
        plain = at + c.len_utf8();
    }
    text.push_str(&cell[plain..]);
}
