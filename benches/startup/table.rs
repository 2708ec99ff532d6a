//! The table that is printed.

use super::runs::Cost;

const HEADER: [&str; COLUMNS] = ["what", "linked", "time", "10th", "90th", "at most", "memory", "instructions"];
const COLUMNS: usize = 8;
/// The columns of words stand left, those of figures right.
const OF_WORDS: usize = 2;
const UNKNOWN: &str = "not measured";

/// A row, cell by cell.
pub struct Row([String; COLUMNS]);

impl Row {
    /// Begins a row.
    pub fn new(what: &str, linked: &str) -> Self {
        let mut cells = [const { String::new() }; COLUMNS];
        cells[0] = what.to_owned();
        cells[1] = linked.to_owned();
        Self(cells)
    }

    /// Says one thing in place of a time.
    pub fn time(mut self, said: &str) -> Self {
        self.0[2] = said.to_owned();
        self
    }

    /// Adds what the row should not go over.
    pub fn target(mut self, target: &str) -> Self {
        self.0[5] = target.to_owned();
        self
    }

    /// Adds a cost as a ratio to another, of which the times are compared round by round.
    pub fn over(mut self, cost: &Cost, ruler: &Cost) -> Self {
        let ratios = cost.times.iter().zip(&ruler.times).map(|(time, ruler)| time / ruler).collect();
        let ratio = |cost: Option<f64>, ruler: Option<f64>| cost.zip(ruler).map(|(cost, ruler)| times(cost / ruler));
        self.spread(ratios, times);
        self.0[6] = ratio(cost.memory, ruler.memory).unwrap_or_else(|| UNKNOWN.to_owned());
        self.0[7] = ratio(cost.instructions, ruler.instructions).unwrap_or_else(|| UNKNOWN.to_owned());
        self
    }

    /// Adds a cost in its own units.
    pub fn absolute(mut self, cost: &Cost) -> Self {
        let count = |figure: f64| thousands(figure as u64);
        self.spread(cost.times.clone(), |seconds| format!("{:.2} ms", seconds * 1e3));
        self.0[6] = cost.memory.map_or_else(|| UNKNOWN.to_owned(), |memory| format!("{} kB", count(memory)));
        self.0[7] = cost.instructions.map_or_else(|| UNKNOWN.to_owned(), count);
        self
    }

    /// Fills in the median, and the 10th and 90th percentile.
    fn spread(&mut self, mut figures: Vec<f64>, shown: impl Fn(f64) -> String) {
        figures.sort_by(f64::total_cmp);
        for (cell, percent) in [(2, 50), (3, 10), (4, 90)] {
            self.0[cell] = shown(figures[(figures.len() - 1) * percent / 100]);
        }
    }

    /// Whether there is nothing but words in the place of a time.
    fn is_remark(&self) -> bool {
        self.0[3..].iter().all(String::is_empty)
    }
}

fn times(ratio: f64) -> String {
    format!("{ratio:.2}")
}

/// Returns a number with a comma between the thousands.
pub fn thousands(number: u64) -> String {
    match number {
        0..1_000 => number.to_string(),
        _ => format!("{},{:03}", thousands(number / 1_000), number % 1_000),
    }
}

/// Returns a number of bytes in millions.
pub fn megabytes(bytes: u64) -> String {
    format!("{:.2} MB", bytes as f64 / 1e6)
}

/// Draws rows under their header, with two blanks between the columns.
pub fn drawn(rows: &[Row]) -> String {
    let header = Row(HEADER.map(str::to_owned));
    let rows: Vec<&Row> = [&header].into_iter().chain(rows).collect();
    let widths: Vec<usize> = (0..COLUMNS).map(|column| width(&rows, column)).collect();
    rows.iter().map(|row| line(row, &widths)).collect()
}

/// A row that says one thing in words does not widen its column.
fn width(rows: &[&Row], column: usize) -> usize {
    let cells = rows.iter().filter(|row| !row.is_remark()).map(|row| row.0[column].chars().count());
    cells.max().unwrap_or(0)
}

fn line(row: &Row, widths: &[usize]) -> String {
    let last = if row.is_remark() { OF_WORDS } else { COLUMNS - 1 };
    let cell = |column: usize| match column < OF_WORDS || row.is_remark() {
        true => format!("{:<width$}", row.0[column], width = widths[column]),
        false => format!("{:>width$}", row.0[column], width = widths[column]),
    };
    let cells: Vec<String> = (0..=last).map(cell).collect();
    format!("{}\n", cells.join("  ").trim_end())
}
