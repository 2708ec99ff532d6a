//! Cells that were merged: a spreadsheet saves the first of them, and leaves the others blank.

use std::collections::HashMap;

use crate::table::columns::Field;
use crate::table::sheet::{Row, Sheet};

/// Puts what stands above into cells that were merged: blank ones in front of the first that says something,
/// and the grade of a role that stands there again.
pub fn filled(sheet: &Sheet, count: &mut usize) -> Vec<Row> {
    const ABOVE: [Field; 5] = [Field::Family, Field::Role, Field::Grade, Field::Rank, Field::Competency];
    let read: Vec<usize> = sheet.columns.iter().map(|(_, at)| at).collect();
    let above: Vec<(Field, usize)> = sheet.columns.iter().filter(|(field, _)| ABOVE.contains(field)).collect();
    let role = sheet.columns.at(Field::Role);
    let mut last: HashMap<usize, String> = HashMap::new();
    let mut rows = Vec::with_capacity(sheet.rows.len());
    for row in &sheet.rows {
        let mut cells = row.cells.clone();
        if !row.is_blank() {
            cells.resize(cells.len().max(sheet.names.len()), String::new());
            let first = read.iter().copied().filter(|at| !row.cell(*at).is_empty()).min().unwrap_or(usize::MAX);
            let is_again = role.is_some_and(|at| {
                let said = row.cell(at);
                said.is_empty() && at < first || last.get(&at).is_some_and(|above| above == said)
            });
            for (field, at) in &above {
                let is_of_role = matches!(field, Field::Grade | Field::Rank);
                let is_merged = row.cell(*at).is_empty() && if is_of_role { is_again } else { *at < first };
                match last.get(at).filter(|above| is_merged && !above.is_empty()) {
                    Some(above) => {
                        cells[*at].clone_from(above);
                        *count += 1;
                    }
                    None => drop(last.insert(*at, row.cell(*at).to_owned())),
                }
            }
        }
        rows.push(Row { number: row.number, cells });
    }
    rows
}
