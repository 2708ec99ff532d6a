//! A document in Markdown.

use crate::present::choice::Choice;
use crate::present::diagnostic::drawn;
use crate::present::document::{Align, Block, Branch, Listing, Table, file};
use crate::present::text::{Text, text};

/// Writes a document in Markdown: what its texts say, without their labels.
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
        Block::Title { text: title, id } if id.is_empty() => {
            text.push_str(&format!("\n# {}\n", escaped(&title.plain())))
        }
        Block::Title { text: title, id } => {
            text.push_str(&format!("\n# {} `{}`\n", escaped(&title.plain()), id.plain()))
        }
        Block::Heading { text: heading, aside } => {
            text.push_str(&format!("\n## {}\n", escaped(&heading.plain())));
            if !aside.is_empty() {
                text.push_str(&format!("\n*{}*\n", escaped(&aside.plain())));
            }
        }
        Block::Line(line) | Block::Paragraph(line) | Block::Note(line) => {
            text.push_str(&format!("\n{}\n", begun(line)))
        }
        Block::Legend { text: line, .. } if line.is_empty() => {}
        Block::Legend { text: line, .. } => text.push_str(&format!("\n{}\n", begun(line))),
        Block::Beside { text: beside, .. } => text.push_str(&format!("\n- {}\n", begun(beside))),
        Block::Table(table) | Block::Listing(Listing { table, .. }) => self::table(table, text),
        Block::Chart(chart) => chart.parts().iter().for_each(|(caption, table)| {
            caption.iter().for_each(|(left, right)| {
                let said = [left, right].into_iter().filter(|part| !part.is_empty());
                text.push_str(&format!("\n{}\n", begun(&Text::join(said, ", "))));
            });
            self::table(&without_empty(table), text);
        }),
        Block::Halves { left, right } => left.iter().chain(right).for_each(|block| write(block, text)),
        Block::Group { name, items } => {
            let gap = if text.ends_with('\n') && is_after_group(text) { "" } else { "\n" };
            text.push_str(&format!(
                "{gap}- **{}**: {}\n",
                escaped(&name.plain()),
                escaped(&Text::join(items, ", ").plain())
            ));
        }
        Block::Tree(branches) => tree(branches, text),
        Block::File(lines) => fenced(&Text::from(file(lines, None)).plain(), text),
        Block::Fault { fault, unicode } => {
            fenced(&text![drawn(std::slice::from_ref(fault), *unicode, None), "\n"].plain(), text);
        }
        Block::Hint(_) | Block::Foot(_) => block.told(&Choice::default(), false).iter().for_each(|it| write(it, text)),
        Block::Gap => {}
    }
}

fn fenced(verbatim: &str, text: &mut String) {
    let fence = fence(verbatim);
    text.push_str(&format!("\n{fence}\n{verbatim}{fence}\n"));
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
        text.push_str(&row(shown.iter().map(|at| escaped(&cells[*at].plain())).collect()));
    }
}

/// A table without the columns that say nothing in any row.
fn without_empty(table: &Table) -> Table {
    let says = |at: &usize| table.rows.iter().any(|row| !row[*at].is_empty());
    let kept: Vec<usize> = (0..table.columns.len()).filter(says).collect();
    let columns = kept.iter().map(|at| table.columns[*at].clone()).collect();
    let rows = table.rows.iter().map(|row| kept.iter().map(|at| row[*at].clone()).collect()).collect();
    Table { columns, rows, titled: table.titled }
}

fn tree(branches: &[Branch], text: &mut String) {
    text.push('\n');
    for branch in branches {
        let aside =
            if branch.aside.is_empty() { String::new() } else { format!(" ({})", escaped(&branch.aside.plain())) };
        text.push_str(&format!("{}- {}{aside}\n", "  ".repeat(branch.depth), begun(&branch.text)));
    }
}

/// A fence longer than any row of its signs in a text.
fn fence(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    "`".repeat(3.max(longest + 1))
}

/// The text at the beginning of a block: there a sign or a number may begin a list, a rule or code.
fn begun(text: &Text) -> String {
    let escaped = escaped(text.plain().trim());
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    match escaped[digits..].chars().next() {
        Some('-' | '+' | '=') if digits == 0 => format!("\\{escaped}"),
        Some('.' | ')') if digits > 0 => format!("{}\\{}", &escaped[..digits], &escaped[digits..]),
        _ => escaped,
    }
}

/// Takes their meaning from the signs that Markdown would read, on one line.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' | '$') {
            escaped.push('\\');
        }
        escaped.push(if matches!(c, '\n' | '\r') { ' ' } else { c });
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    use super::*;

    /// Reads Markdown: the names of its blocks, and its text.
    fn read(markdown: &str) -> (Vec<String>, String) {
        let (mut blocks, mut text) = (Vec::new(), String::new());
        // Which quotes and dashes are drawn is a matter of taste, and no sign of Markdown.
        let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
        for event in Parser::new_ext(markdown, options) {
            match event {
                Event::Start(tag) => blocks.push(name(&tag)),
                Event::End(TagEnd::Paragraph) | Event::SoftBreak => text.push(' '),
                Event::Text(piece) => text.push_str(&piece),
                Event::End(_) => {}
                other => panic!("{other:?} in {markdown:?}"),
            }
        }
        (blocks, text.trim().to_owned())
    }

    fn name(tag: &Tag<'_>) -> String {
        format!("{tag:?}").split(['(', ' ']).next().unwrap_or_default().to_owned()
    }

    fn comes_out_as_it_went_in(text: &str) {
        let (blocks, read) = read(&markdown(&[Block::paragraph(text)]));
        assert_eq!((blocks, read.as_str()), (vec!["Paragraph".to_owned()], text.trim()), "{text:?}");
    }

    #[test]
    fn paragraphs_come_out_as_they_went_in() {
        for text in [
            "- a dash",
            "+ a plus",
            "* a star",
            "1. one",
            "12) twelve",
            "---",
            "===",
            "***",
            "___",
            "- - -",
            "~~gone~~",
            "~~~",
            "```",
            "&copy; 2025",
            "&#35;",
            "# no heading",
            "> no quote",
            "a | b",
            "<b>bold</b>",
            "<https://a.b>",
            "[a](b)",
            "![a](b)",
            "[^1]",
            "[x]: y",
            "`code`",
            "a\\b",
            "back\\",
            "$1 and $2",
            "a_b_c",
            "    code",
            "1986. A great year",
            ": a definition",
            "::: fence",
            "{#id}",
            "---\nname: x\n---",
        ] {
            comes_out_as_it_went_in(&text.replace('\n', " "));
        }
    }

    proptest! {
        #[test]
        fn any_text_comes_out_as_it_went_in(text in "[-+=*_~`&$#<>|.)(:;!a-c1-9 \\[\\]\\\\]{1,12}") {
            let text = text.trim();
            prop_assume!(!text.is_empty() && !text.contains("  "));
            comes_out_as_it_went_in(text);
        }
    }
}
