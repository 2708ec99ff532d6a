//! A document in Markdown.

use crate::present::document::{Align, Block, Branch, Table};

/// Writes a document in Markdown. Labels must have been taken out of the result.
pub fn markdown(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        write(block, &mut text);
    }
    let text = text.trim_start_matches('\n');
    format!("{}\n", text.trim_end())
}

fn write(block: &Block, text: &mut String) {
    match block {
        Block::Title { text: title, id } => text.push_str(&format!("\n# {} `{id}`\n", escaped(title))),
        Block::Heading { text: heading, aside } => {
            text.push_str(&format!("\n## {}\n", escaped(heading)));
            if !aside.is_empty() {
                text.push_str(&format!("\n*{}*\n", escaped(aside)));
            }
        }
        Block::Line(line) | Block::Paragraph(line) | Block::Note(line) => {
            text.push_str(&format!("\n{}\n", escaped(line)))
        }
        Block::Beside { text: beside, .. } => text.push_str(&format!("\n- {}\n", escaped(beside))),
        Block::Table(table) => self::table(table, text),
        Block::Group { name, items } => {
            let gap = if text.ends_with('\n') && is_after_group(text) { "" } else { "\n" };
            text.push_str(&format!("{gap}- **{}**: {}\n", escaped(name), escaped(&items.join(", "))));
        }
        Block::Tree(branches) => tree(branches, text),
        Block::Verbatim(verbatim) => text.push_str(&format!("\n```\n{verbatim}```\n")),
        Block::Gap => {}
    }
}

fn is_after_group(text: &str) -> bool {
    text.trim_end_matches('\n').rsplit('\n').next().is_some_and(|line| line.starts_with("- "))
}

fn table(table: &Table, text: &mut String) {
    let shown: Vec<usize> = (0..table.columns.len()).filter(|at| !table.columns[*at].decoration).collect();
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let rule = |at: &usize| if table.columns[*at].align == Align::Right { "---:".to_owned() } else { "---".to_owned() };
    text.push('\n');
    text.push_str(&row(shown.iter().map(|at| escaped(&table.columns[*at].title)).collect()));
    text.push_str(&row(shown.iter().map(rule).collect()));
    for cells in &table.rows {
        text.push_str(&row(shown.iter().map(|at| escaped(&cells[*at])).collect()));
    }
}

fn tree(branches: &[Branch], text: &mut String) {
    text.push('\n');
    for branch in branches {
        let aside = if branch.aside.is_empty() { String::new() } else { format!(" ({})", escaped(&branch.aside)) };
        text.push_str(&format!("{}- {}{aside}\n", "  ".repeat(branch.depth), escaped(&branch.text)));
    }
}

/// Takes their meaning from the signs that Markdown would read.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#') {
            escaped.push('\\');
        }
        escaped.push(if c == '\n' { ' ' } else { c });
    }
    escaped
}
