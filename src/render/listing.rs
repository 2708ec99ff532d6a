//! How a listing gives way on a narrow page: what its rows have in common becomes a heading, its texts
//! are cut, its least column is left out. Nothing is lost: other formats have it whole.

use unicode_width::UnicodeWidthStr;

use crate::present::document::{Listing, Table, Text};
use crate::present::label;

/// A text is cut to this width before a column is left out for it.
const READABLE: usize = 24;
/// No text is cut to less.
const LEAST: usize = 8;

/// Returns the tables of a listing as they fit a width, each with its heading; none where they do not.
pub fn fitted(listing: &Listing, width: usize, ellipsis: &str) -> Option<Vec<(Option<Text>, Table)>> {
    let Listing { table, group, cut, least } = listing;
    if natural(table) <= width {
        return Some(vec![(None, table.clone())]);
    }
    // The later position first: the other stays what it is.
    let left_out = if least > group { vec![*least, *group] } else { vec![*group, *least] };
    let without = |table: &Table, columns: &[usize]| columns.iter().fold(table.clone(), without);
    let parts = grouped(table, *group);
    let fits = |table: &Table| natural(table) - widest(table, *cut) + widest(table, *cut).min(READABLE) <= width;
    // What stands in no groups has no heading to stand in.
    if matches!(parts.as_slice(), [(None, whole)] if fits(whole)) {
        return Some(vec![(None, cut_to(table.clone(), *cut, width, ellipsis)?)]);
    }
    let kept: Vec<Table> = parts.iter().map(|(_, table)| without(table, &[*group])).collect();
    let tables = match kept.iter().all(fits) {
        true => kept,
        false => parts.iter().map(|(_, table)| without(table, &left_out)).collect(),
    };
    let headings = parts.into_iter().map(|(heading, _)| heading);
    headings.zip(tables).map(|(heading, table)| Some((heading, cut_to(table, *cut, width, ellipsis)?))).collect()
}

/// Parts a table where its rows stand in groups; else it stays one.
fn grouped(table: &Table, group: usize) -> Vec<(Option<Text>, Table)> {
    let runs: Vec<&[Vec<Text>]> = table.rows.chunk_by(|a, b| a[group] == b[group]).collect();
    let mut names: Vec<&Text> = runs.iter().map(|rows| &rows[0][group]).collect();
    names.sort_unstable();
    let is_grouped = names.windows(2).all(|pair| pair[0] != pair[1]);
    if !is_grouped {
        return vec![(None, table.clone())];
    }
    let part = |rows: &[Vec<Text>]| {
        let columns = table.columns.clone();
        (Some(rows[0][group].clone()), Table { columns, rows: rows.to_vec(), titled: false })
    };
    runs.into_iter().map(part).collect()
}

fn without(mut table: Table, column: &usize) -> Table {
    table.columns.remove(*column);
    table.rows.iter_mut().for_each(|row| drop(row.remove(*column)));
    table
}

/// Cuts the texts of a column so that the table fits, and leaves it out where hardly anything of them
/// would stay; none where the table is wider even then.
fn cut_to(mut table: Table, column: usize, width: usize, ellipsis: &str) -> Option<Table> {
    let widest = widest(&table, column);
    let room = (width + widest).saturating_sub(natural(&table));
    if room < widest.min(LEAST) {
        return Some(without(table, &column)).filter(|table| natural(table) <= width);
    }
    for row in table.rows.iter_mut().filter(|row| row[column].width() > room) {
        row[column] = label::cut(&row[column], room, ellipsis);
    }
    Some(table)
}

fn widest(table: &Table, column: usize) -> usize {
    let title = if table.titled { table.columns[column].title.width() } else { 0 };
    table.rows.iter().map(|row| row[column].width()).max().unwrap_or(0).max(title)
}

fn natural(table: &Table) -> usize {
    let columns = table.columns.len();
    (0..columns).map(|at| widest(table, at)).sum::<usize>() + 2 * columns.saturating_sub(1)
}
