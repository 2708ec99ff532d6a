//! A document for those who hear it: sentences in reading order, no boxes and no bars.

use crate::present::document::{Block, Branch, Listing, Table};

/// Writes a document as sentences, one a line.
pub fn plain(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        write(block, &mut text);
    }
    text
}

fn write(block: &Block, text: &mut String) {
    match block {
        Block::Title { text: title, id } => sentence(text, &format!("{title}, {id}")),
        Block::Heading { text: heading, aside } => {
            text.push('\n');
            sentence(text, heading);
            sentence(text, aside);
        }
        Block::Line(line) | Block::Paragraph(line) | Block::Note(line) => sentence(text, line),
        Block::Beside { text: beside, .. } => sentence(text, beside),
        Block::Table(table) | Block::Listing(Listing { table, .. }) => {
            table.rows.iter().for_each(|row| sentence(text, &row_sentence(table, row)))
        }
        Block::Chart(chart) => chart.parts().iter().for_each(|(caption, table)| {
            caption.iter().for_each(|(left, right)| sentence(text, &[left.as_str(), right].join(", ")));
            table.rows.iter().for_each(|row| sentence(text, &row_sentence(table, row)));
        }),
        Block::Halves { left, right } => left.iter().chain(right).for_each(|block| write(block, text)),
        Block::Group { name, items } => sentence(text, &format!("{name}: {}", items.join(", "))),
        Block::Tree(branches) => branches.iter().for_each(|branch| sentence(text, &branch_sentence(branch))),
        Block::Verbatim(verbatim) => text.push_str(verbatim),
        Block::Gap => {}
    }
}

fn sentence(text: &mut String, sentence: &str) {
    let sentence = sentence.trim();
    if sentence.is_empty() {
        return;
    }
    text.push_str(sentence);
    let end = sentence.chars().rev().find(|c| !crate::present::label::is_tag(*c));
    if !matches!(end, Some('.' | '?' | '!' | ':')) {
        text.push('.');
    }
    text.push('\n');
}

/// "Technology strategy: weight 91, level practitioner, confidence A".
fn row_sentence(table: &Table, row: &[String]) -> String {
    let mut cells = table.columns.iter().zip(row).filter(|(column, cell)| !column.decoration && !cell.is_empty());
    let first = cells.next().map_or(String::new(), |(_, cell)| cell.clone());
    let rest: Vec<String> = cells
        .map(|(column, cell)| match column.title.is_empty() {
            true => cell.clone(),
            false => format!("{} {cell}", column.title),
        })
        .collect();
    if rest.is_empty() { first } else { format!("{first}: {}", rest.join(", ")) }
}

fn branch_sentence(branch: &Branch) -> String {
    let aside = if branch.aside.is_empty() { String::new() } else { format!(", {}", branch.aside) };
    match branch.depth {
        0 => format!("{}{aside}", branch.text),
        1 => format!("1 step away: {}{aside}", branch.text),
        depth => format!("{depth} steps away: {}{aside}", branch.text),
    }
}
