//! How a table gives way on a narrow page: the one place where that is decided.
//!
//! What rows have in common becomes a heading; drawings go, then the least column; texts are wrapped or cut; the last
//! column is wrapped, or stands beneath its row where it is prose; then the widest gives until the row fits. Nothing
//! is lost: other formats have it whole.

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Width};
use unicode_width::UnicodeWidthStr;

use crate::present::document::{Align, Column};
use crate::present::label::Label;
use crate::render::marks::{self, Listing, Marked, Table, labelled};
use crate::render::wrap::{self, wrap};
use crate::text::sorting::Arrange;

/// A title is cut to this width, which none of a role's is wider than, before a column is left out for it.
const TITLE: usize = 36;
/// Text is wrapped to no less than this while anything else can give way.
const WRAPPED: usize = 16;
/// No text is cut to less while anything else can give way.
const LEAST: usize = 8;
/// Sentences have this much room beside their row, or stand beneath it.
const BESIDE: usize = 36;
/// Beneath a row no line of them is wider, and all are behind this.
const BENEATH: usize = 88;
const INDENT: &str = "    ";
/// Before what goes on of a row's name.
const HANG: &str = "  ";
/// What lies between two columns.
const GAP: usize = 2;

/// Rows as they are drawn, under the heading that they have in common.
pub struct Part {
    pub heading: Option<Marked>,
    pub lines: Vec<Marked>,
}

/// Returns a table as it fits a width. Where it is narrow, and the table would be broken to fit, none.
pub fn drawn(table: &Table, width: usize, is_narrow: bool, ellipsis: &str) -> Option<Vec<Marked>> {
    let beside = fitted(table.clone(), width, is_narrow, TITLE);
    let room = beside.as_ref().and_then(|(_, widths)| widths.last().copied()).unwrap_or(0);
    let beside = beside.map(|(table, widths)| lines(&table, &widths, ellipsis));
    let Some(last) = hanging(table) else { return beside };
    let beneath = hung(table, width, is_narrow, ellipsis);
    let is_short = |beside: &Vec<Marked>| {
        room >= BESIDE.min(widest(table, last)) && beneath.as_ref().is_none_or(|it| beside.len() <= it.len())
    };
    beside.filter(is_short).or(beneath)
}

/// Whether nothing of a table is cut or left out within a width, and no text is wrapped to hardly anything.
pub fn is_whole(table: &Table, width: usize) -> bool {
    widths(table, width, |at, natural| if table.columns[at].wraps { wrapped(table, at, natural) } else { natural })
        .is_some()
}

/// The last column, where its sentences stand beneath their rows if that takes fewer lines than beside them, or if
/// they would be narrow there.
fn hanging(table: &Table) -> Option<usize> {
    let last = table.columns.len().checked_sub(1).filter(|last| *last > 0)?;
    table.columns[last].hangs.then_some(last)
}

/// Draws rows with the sentences of the last column beneath them.
fn hung(table: &Table, width: usize, is_narrow: bool, ellipsis: &str) -> Option<Vec<Marked>> {
    let last = table.columns.len() - 1;
    let (others, widths) = fitted(without(table.clone(), last), width, is_narrow, TITLE)?;
    let mut drawn: Vec<Marked> = Vec::new();
    // A row may take several lines.
    let mut beneath = |rows: Vec<Vec<Marked>>, titled: bool, text: &str| {
        drawn.extend(lines(&Table { columns: others.columns.clone(), rows, titled }, &widths, ellipsis));
        if !text.is_empty() {
            drawn.extend(wrap(text, width.min(BENEATH), INDENT, INDENT));
        }
    };
    if table.titled {
        beneath(Vec::new(), true, &labelled(Label::Aside, &table.columns[last].title));
    }
    for (row, whole) in others.rows.iter().zip(&table.rows) {
        beneath(vec![row.clone()], false, &whole[last]);
    }
    Some(drawn)
}

/// Returns a listing as it fits a width, parted by what rows have in common where there is no room for that.
pub fn listed(listing: &Listing, width: usize, is_narrow: bool, ellipsis: &str) -> Option<Vec<Part>> {
    let Listing { table, group, cut, least, readable } = listing;
    let mut table = table.clone();
    // A title that is wrapped is wrapped before another column goes, unless it may be cut too.
    table.columns[*cut].cuts |= !table.columns[*cut].wraps;
    table.columns[*least].least = table.columns[*least].least.max(1);
    let part = |heading, lines| Part { heading, lines };
    let is_whole = widths(&table, width, natural).is_some();
    let parts = if is_whole { None } else { grouped(&table, *group) };
    let Some(parts) = parts else {
        table.columns[*group].least = 2;
        let (table, widths) = fitted_ids(table, *cut, width, is_narrow, *readable)?;
        return Some(vec![part(None, lines(&table, &widths, ellipsis))]);
    };
    let whole = without(Table { titled: false, ..table }, *group);
    let cut = if group < cut { cut - 1 } else { *cut };
    let (whole, widths) = fitted_ids(whole, cut, width, is_narrow, *readable)?;
    let mut rows = whole.rows.as_slice();
    let mut part_of = |(heading, count)| {
        let (first, rest) = rows.split_at(count);
        rows = rest;
        let table = Table { columns: whole.columns.clone(), rows: first.to_vec(), titled: false };
        part(Some(heading), lines(&table, &widths, ellipsis))
    };
    Some(parts.into_iter().map(&mut part_of).collect())
}

/// As [`fitted`]; where hardly anything of the text that is cut would stay, it is left out: ids stay whole.
fn fitted_ids(table: Table, cut: usize, width: usize, is_narrow: bool, readable: usize) -> Option<(Table, Vec<usize>)> {
    fitted(table.clone(), width, true, readable).or_else(|| fitted(without(table, cut), width, is_narrow, readable))
}

/// The headings of rows that stand in groups, and how many rows each has; none where they do not.
fn grouped(table: &Table, group: usize) -> Option<Vec<(Marked, usize)>> {
    let runs: Vec<(Marked, usize)> =
        table.rows.chunk_by(|a, b| a[group] == b[group]).map(|rows| (rows[0][group].clone(), rows.len())).collect();
    let mut names: Vec<&Marked> = runs.iter().map(|(name, _)| name).collect();
    names.arrange();
    names.windows(2).all(|pair| pair[0] != pair[1]).then_some(runs)
}

/// Gives way step by step until the table fits; a column is left out before a text is cut to less than a width.
fn fitted(mut table: Table, width: usize, is_narrow: bool, readable: usize) -> Option<(Table, Vec<usize>)> {
    loop {
        if let Some(widths) = widths(&table, width, comfortable(&table, readable)) {
            return Some((table, widths));
        }
        if let Some(empty) = (1..table.columns.len()).find(|at| table.rows.iter().all(|row| row[*at].is_empty())) {
            table = without(table, empty);
            continue;
        }
        let drawing = table.columns.iter().position(|column| column.decoration);
        let least = (0..table.columns.len()).filter(|at| table.columns[*at].least > 0);
        match drawing.or_else(|| least.max_by_key(|at| table.columns[*at].least)) {
            Some(column) => table = without(table, column),
            None => break,
        }
    }
    if let Some(widths) = squeezed(&table, width, readable, of_whole_words) {
        return Some((table, widths));
    }
    if is_narrow {
        return None;
    }
    if let Some(last) = table.columns.last_mut().filter(|column| column.align == Align::Left && !column.cuts) {
        last.wraps = true;
    }
    let squeezed = |least: fn(&Table, usize) -> usize| squeezed(&table, width, readable, least);
    let widths = squeezed(of_whole_words).or_else(|| squeezed(cut)).or_else(|| squeezed(|_, _| 1));
    widths.map(|widths| (table, widths))
}

/// The widths of columns of which each has at least what it asks for; none where the width is too little.
fn widths(table: &Table, width: usize, asks: impl Fn(usize, usize) -> usize) -> Option<Vec<usize>> {
    let natural: Vec<usize> = (0..table.columns.len()).map(|at| widest(table, at)).collect();
    let mut widths: Vec<usize> = natural.iter().enumerate().map(|(at, natural)| asks(at, *natural)).collect();
    let mut room = width.checked_sub(total(&widths))?;
    // The narrowest first: those that want more share the room evenly.
    let wants =
        |widths: &[usize]| (0..widths.len()).filter(|at| widths[*at] < natural[*at]).min_by_key(|at| widths[*at]);
    while let Some(at) = wants(&widths).filter(|_| room > 0) {
        widths[at] += 1;
        room -= 1;
    }
    Some(widths)
}

fn natural(_: usize, natural: usize) -> usize {
    natural
}

fn comfortable(table: &Table, readable: usize) -> impl Fn(usize, usize) -> usize {
    move |at, natural| match &table.columns[at] {
        column if column.cuts => natural.min(readable),
        column if column.wraps => wrapped(table, at, natural),
        _ => natural,
    }
}

/// What a text that is wrapped asks for.
fn wrapped(table: &Table, at: usize, natural: usize) -> usize {
    natural.min(WRAPPED.max(longest_word(table, at)))
}

/// The longest word of a column, unless it is no word any more.
fn longest_word(table: &Table, at: usize) -> usize {
    const WORD: usize = 24;
    let words = table.rows.iter().flat_map(|row| row[at].split([' ', '\n'])).map(UnicodeWidthStr::width);
    words.max().unwrap_or(0).min(WORD)
}

/// The least of a column whose text is cut or wrapped. No word of a title that is shown is parted.
fn cut(table: &Table, at: usize) -> usize {
    let (column, natural) = (&table.columns[at], widest(table, at));
    let title = if table.titled { wrap::narrowest(&column.title) } else { 0 };
    if column.cuts || column.wraps { natural.min(LEAST.max(title)) } else { natural }
}

/// As [`cut`]; no word of a text that is wrapped is parted either, unless it is no word any more.
fn of_whole_words(table: &Table, at: usize) -> usize {
    let word = if table.columns[at].wraps { longest_word(table, at) } else { 0 };
    cut(table, at).max(word)
}

/// Takes from the widest column that has more than its least until the row fits; none where all have no more.
fn squeezed(table: &Table, width: usize, readable: usize, least: fn(&Table, usize) -> usize) -> Option<Vec<usize>> {
    let comfortable = comfortable(table, readable);
    let mut widths: Vec<usize> = (0..table.columns.len()).map(|at| comfortable(at, widest(table, at))).collect();
    let least: Vec<usize> = (0..table.columns.len()).map(|at| least(table, at)).collect();
    while total(&widths) > width {
        let gives = (0..widths.len()).filter(|at| widths[*at] > least[*at]).max_by_key(|at| widths[*at])?;
        widths[gives] -= 1;
    }
    Some(widths)
}

fn total(widths: &[usize]) -> usize {
    widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1)
}

fn without(mut table: Table, column: usize) -> Table {
    table.columns.remove(column);
    table.rows.iter_mut().for_each(|row| drop(row.remove(column)));
    table
}

fn widest(table: &Table, column: usize) -> usize {
    let title = if table.titled { table.columns[column].title.width() } else { 0 };
    table.rows.iter().map(|row| row[column].width()).max().unwrap_or(0).max(title)
}

/// Draws rows in columns of these widths, without borders.
fn lines(table: &Table, widths: &[usize], ellipsis: &str) -> Vec<Marked> {
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(comfy_table::presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    if table.titled {
        drawn.set_header(table.columns.iter().zip(widths).map(|(column, width)| titled(&column.title, *width)));
    }
    drawn.add_rows(table.rows.iter().map(|row| cells(table, row, widths, ellipsis)));
    for (at, column) in table.columns.iter().enumerate() {
        set_out(&mut drawn, at, column, widths[at]);
    }
    drawn.lines().collect()
}

/// The title of a column within it, whole.
fn titled(title: &str, width: usize) -> Marked {
    let lines = wrap::title(title, width);
    lines.iter().map(|line| labelled(Label::Aside, line)).collect::<Vec<_>>().join("\n")
}

/// The texts of a row, each as it fits its column.
fn cells(table: &Table, row: &[Marked], widths: &[usize], ellipsis: &str) -> Vec<Marked> {
    let cell = |(at, column): (usize, &Column)| {
        // What goes on of a row's name is no row of its own.
        let is_name = at == 0 && column.align == Align::Left && widths[at] > LEAST;
        match column.wraps {
            true => wrap(&row[at], widths[at].max(1), "", if is_name { HANG } else { "" }).join("\n"),
            false => fits(&row[at], widths[at], ellipsis),
        }
    };
    table.columns.iter().enumerate().map(cell).collect()
}

fn set_out(table: &mut comfy_table::Table, at: usize, column: &Column, width: usize) {
    // A table that has titles alone, or nothing, may have fewer columns.
    let Some(drawn) = table.column_mut(at) else { return };
    let padded = u16::try_from(width + GAP).unwrap_or(u16::MAX);
    drawn.set_padding((0, GAP as u16));
    drawn.set_constraint(ColumnConstraint::Absolute(Width::Fixed(padded)));
    drawn.set_cell_alignment(match column.align {
        Align::Left => CellAlignment::Left,
        Align::Right => CellAlignment::Right,
    });
}

/// A text within a width, its end cut where it is longer.
pub fn fits(text: &str, width: usize, ellipsis: &str) -> Marked {
    if text.width() <= width { text.to_owned() } else { marks::cut(text, width, ellipsis) }
}

/// A text that fits, with blanks up to a width.
pub fn padded(text: &str, width: usize, align: Align) -> Marked {
    let blanks = " ".repeat(width.saturating_sub(text.width()));
    match align {
        Align::Left => text.to_owned() + &blanks,
        Align::Right => blanks + text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn table(rows: Vec<Vec<String>>, hints: &[(bool, bool, u8, bool)]) -> Table {
        let column = |(wraps, cuts, least, right): &(bool, bool, u8, bool)| Column {
            wraps: *wraps,
            cuts: *cuts,
            ..if *right { Column::right("number") } else { Column::left("title").least(*least) }
        };
        Table { columns: hints.iter().map(column).collect(), rows, titled: true }
    }

    proptest! {
        #[test]
        fn a_table_of_any_text_fits_any_page_above_forty_columns(
            rows in prop::collection::vec(prop::collection::vec("[a-z软 ]{0,60}", 4), 1..5),
            hints in prop::collection::vec((any::<bool>(), any::<bool>(), 0_u8..3, any::<bool>()), 4),
            width in 39_usize..200,
        ) {
            for hangs in [false, true] {
                let mut table = table(rows.clone(), &hints);
                table.columns[3].hangs = hangs;
                let drawn = drawn(&table, width, false, "…").expect("it is drawn");
                prop_assert!(drawn.iter().all(|line| line.trim_end().width() <= width), "{drawn:#?}");
            }
        }
    }

    #[test]
    fn sentences_stand_beneath_their_rows_where_there_is_no_room_beside_them() {
        let columns = vec![Column::left("id"), Column::left("title").cut(), Column::prose("what belongs")];
        let row = |id: &str| {
            [id, "Executive leadership", "Chief officers who answer to a chief executive."].map(str::to_owned).to_vec()
        };
        let table = Table { columns, rows: vec![row("executive"), row("data")], titled: true };
        let at = |width| {
            let lines = drawn(&table, width, false, "…").unwrap_or_default();
            let plain = |line: &String| line.chars().filter(|c| !marks::is_mark(*c)).collect::<String>();
            lines.iter().map(|line| plain(line).trim_end().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(
            at(60),
            [
                "id         title",
                "    what belongs",
                "executive  Executive leadership",
                "    Chief officers who answer to a chief executive.",
                "data       Executive leadership",
                "    Chief officers who answer to a chief executive.",
            ]
        );
        assert_eq!(at(80)[1], "executive  Executive leadership  Chief officers who answer to a chief executive.");
    }

    /// Columns beside sentences take room from them: a wider page is no reason for a taller one.
    #[test]
    fn a_wider_page_of_sentences_is_not_taller() {
        let columns = vec![Column::left("id"), Column::left("title").cut(), Column::prose("what belongs")];
        let row = |words: usize| {
            ["infrastructure-and-operations", "Infrastructure and operations", &"some more of it ".repeat(words)]
                .map(|text| text.trim().to_owned())
                .to_vec()
        };
        let table = Table { columns, rows: vec![row(4), row(12), row(20)], titled: true };
        let height = |width| drawn(&table, width, false, "…").map_or(0, |lines| lines.len());
        let heights: Vec<usize> = (60..240).map(height).collect();
        assert!(heights.windows(2).all(|pair| pair[1] <= pair[0]), "{heights:?}");
    }

    #[test]
    fn the_least_goes_before_a_text_is_cut_to_hardly_anything() {
        let hints = [(false, false, 0, false), (false, true, 0, false), (false, false, 1, false)];
        let rows = vec![vec!["cto".to_owned(), "Chief Technology Officer".to_owned(), "executive".to_owned()]];
        let mut table = table(rows, &hints);
        table.titled = false;
        let at = |width| drawn(&table, width, false, "…").unwrap_or_default();
        let at = |width| at(width).iter().map(|line: &String| line.trim_end().to_owned()).collect::<Vec<_>>();
        assert_eq!(at(40), ["cto  Chief Technology Officer  executive"]);
        assert_eq!(at(36), ["cto  Chief Technology Officer"]);
        assert_eq!(at(30), ["cto  Chief Technology Officer"]);
        assert_eq!(at(20), ["cto  Chief Technolo…"]);
    }
}
