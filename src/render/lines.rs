//! Records as lines: one fact each, in columns parted by two spaces or more, for grep and cut.

use super::records::{Record, Records};

/// Writes records as lines. Nothing is wrapped or cut.
pub fn lines(records: &Records) -> String {
    let kind = records.records.iter().map(|record| record.kind.len()).max().unwrap_or(0);
    let mut text = String::new();
    let mut rest = records.records.as_slice();
    while let Some(first) = rest.first() {
        let count = rest.iter().take_while(|record| record.kind == first.kind).count();
        let (alike, after) = rest.split_at(count);
        aligned(alike, kind, &mut text);
        rest = after;
    }
    text
}

/// Writes records of one kind, their columns aligned; the last column is as long as it is.
fn aligned(records: &[Record], kind: usize, text: &mut String) {
    let cells = |record: &Record| {
        record.cells.iter().filter_map(|cell| Some((cell.line.clone()?, cell.right))).collect::<Vec<_>>()
    };
    let mut rows: Vec<Vec<(String, bool)>> = records.iter().map(cells).collect();
    for row in &mut rows {
        while row.last().is_some_and(|(cell, _)| cell.is_empty()) {
            row.pop();
        }
    }
    let widths = widths(&rows);
    for (record, row) in records.iter().zip(&rows) {
        let start = text.len();
        if kind > 0 {
            text.push_str(&format!("{:kind$}", record.kind));
        }
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

fn widths(rows: &[Vec<(String, bool)>]) -> Vec<usize> {
    let mut widths = vec![0; rows.iter().map(Vec::len).max().unwrap_or(0)];
    for row in rows {
        for (width, (cell, _)) in widths.iter_mut().zip(row) {
            *width = (*width).max(Some(columns(cell)).filter(|wide| *wide <= WIDEST).unwrap_or(0));
        }
    }
    widths
}

fn push_padded(text: &mut String, cell: &str, width: usize, right: bool) {
    let padding = " ".repeat(width.saturating_sub(columns(cell)));
    if right {
        text.push_str(&padding);
    }
    text.push_str(cell);
    if !right {
        text.push_str(&padding);
    }
}
