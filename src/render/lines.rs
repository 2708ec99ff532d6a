//! Records as lines: one fact each, in columns parted by two spaces or more, for grep and cut.

use super::records::{Cell, Record, Records};

/// Writes records as lines. Nothing is wrapped or cut.
pub fn lines(records: &Records) -> String {
    let kind = records.records.iter().map(|record| record.kind.len()).max().unwrap_or(0);
    let said = records.records.iter().flat_map(|record| &record.cells).filter_map(Cell::said);
    let mut text = String::with_capacity(said.map(|cell| cell.len() + 8).sum());
    for alike in records.records.chunk_by(|a, b| a.kind == b.kind) {
        aligned(alike, kind, &mut text);
    }
    text
}

/// What a line says of a record: its cells, and whether they are aligned to the right.
fn cells(record: &Record) -> Vec<(&str, bool)> {
    let mut cells: Vec<(&str, bool)> =
        record.cells.iter().filter_map(|cell| Some((cell.said()?, cell.right))).collect();
    while cells.last().is_some_and(|(cell, _)| cell.is_empty()) {
        cells.pop();
    }
    cells
}

/// Writes records of one kind, their columns aligned; the last column is as long as it is.
fn aligned(records: &[Record], kind: usize, text: &mut String) {
    let rows: Vec<Vec<(&str, bool)>> = records.iter().map(cells).collect();
    let widths = widths(&rows);
    for (record, row) in records.iter().zip(&rows) {
        let start = text.len();
        push_padded(text, record.kind, kind, false);
        for (at, (cell, right)) in row.iter().enumerate() {
            if text.len() > start {
                text.push_str("  ");
            }
            let is_last = at + 1 == row.len();
            push_padded(text, cell, if is_last && !right { 0 } else { widths[at] }, *right);
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

fn widths(rows: &[Vec<(&str, bool)>]) -> Vec<usize> {
    let mut widths = vec![0; rows.iter().map(Vec::len).max().unwrap_or(0)];
    for row in rows {
        for (width, (cell, _)) in widths.iter_mut().zip(row) {
            *width = (*width).max(Some(columns(cell)).filter(|wide| *wide <= WIDEST).unwrap_or(0));
        }
    }
    widths
}

fn push_padded(text: &mut String, cell: &str, width: usize, right: bool) {
    let padding = width.saturating_sub(columns(cell));
    if right {
        text.extend(std::iter::repeat_n(' ', padding));
    }
    // One record is one line, whatever its text holds.
    let mut parts = cell.split(['\n', '\t', '\r']);
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        text.push(' ');
        text.push_str(part);
    }
    if !right {
        text.extend(std::iter::repeat_n(' ', padding));
    }
}
