//! A document for those who hear it: sentences in reading order, no boxes and no bars.

use crate::present::choice::Choice;
use crate::present::document::{Block, Branch, Listing, file};
use crate::present::text::Text;
use crate::render::marks::{self, Marked, Table, is_mark, marked};

/// Writes a document as sentences, one a line.
pub fn plain(blocks: &[Block]) -> Vec<Text> {
    let mut text = Marked::new();
    for block in blocks {
        write(block, &mut text);
    }
    marks::read(&text)
}

fn write(block: &Block, text: &mut Marked) {
    match block {
        Block::Title { text: title, id } if id.is_empty() => sentence(text, &marked(title)),
        Block::Title { text: title, id } => sentence(text, &format!("{}, {}", marked(title), id.plain())),
        Block::Heading { text: heading, aside } => {
            text.push('\n');
            sentence(text, &marked(heading));
            sentence(text, &marked(aside));
        }
        Block::Line(line) | Block::Paragraph(line) | Block::Note(line) => sentence(text, &marked(line)),
        Block::Legend { text: line, .. } if line.is_empty() => {}
        Block::Legend { text: line, .. } => sentence(text, &marked(line)),
        Block::Beside { text: beside, .. } => sentence(text, &marked(beside)),
        Block::Table(table) | Block::Listing(Listing { table, .. }) => rows(text, &table.shaped(marked)),
        Block::Chart(chart) => chart.parts().iter().for_each(|(caption, table)| {
            caption.iter().for_each(|(left, right)| {
                let said = [left, right].into_iter().filter(|part| !part.is_empty()).map(marked);
                sentence(text, &said.collect::<Vec<_>>().join(", "));
            });
            rows(text, &table.shaped(marked));
        }),
        Block::Halves { left, right } => left.iter().chain(right).for_each(|block| write(block, text)),
        Block::Group { name, items } => {
            let items: Vec<Marked> = items.iter().map(marked).collect();
            sentence(text, &format!("{}: {}", marked(name), items.join(", ")));
        }
        Block::Tree(branches) => branches.iter().for_each(|branch| sentence(text, &branch_sentence(branch))),
        Block::Hint(_) | Block::Foot(_) => block.told(&Choice::default(), false).iter().for_each(|it| write(it, text)),
        Block::File(lines) => text.push_str(&marked(&file(lines, None).into())),
        // An excerpt is drawn: in words there is the place, and what is wrong.
        Block::Fault { fault, .. } => sentence(text, &marked(&fault.diagnostic.to_string().into())),
        Block::Gap => {}
    }
}

/// A text without signs that are drawn and not said. Letters and digits of any script stay, and so do labels.
fn in_words(text: &str) -> String {
    let mut said = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '“' | '”' | '„' | '«' | '»' => said.push('"'),
            '‘' | '’' | '´' => said.push('\''),
            '–' | '—' | '‐' | '−' => said.push('-'),
            '→' => said.push_str("to"),
            '×' => said.push('x'),
            '€' => said.push_str("EUR"),
            '…' => said.push_str("..."),
            '\u{a0}' => said.push(' '),
            // What parts the words before it from those behind it.
            '·' => {
                let last = said.char_indices().rfind(|(_, c)| !is_mark(*c));
                last.filter(|(_, c)| *c == ' ').map(|(at, _)| said.remove(at));
            }
            _ => {}
        }
        match c {
            '·' => said.push(','),
            c if c.is_ascii() || c.is_alphanumeric() || is_said(c) => said.push(c),
            _ => {}
        }
    }
    units(&said)
}

/// Labels, and marks that belong to the letter before them.
fn is_said(c: char) -> bool {
    is_mark(c) || unicode_normalization::char::is_combining_mark(c)
}

/// "USD/yr" as "USD per year".
fn units(text: &str) -> String {
    const UNITS: [(&str, &str); 4] =
        [("/yr", " per year"), ("/mo", " per month"), ("/d", " per day"), ("/h", " per hour")];
    let mut said = text.to_owned();
    for (short, long) in UNITS {
        let mut from = 0;
        while let Some(at) = said[from..].find(short).map(|at| from + at) {
            let is_unit = said[..at].chars().rev().take(3).filter(char::is_ascii_uppercase).count() == 3
                && !said[at + short.len()..].starts_with(|c: char| c.is_alphanumeric());
            if is_unit {
                said.replace_range(at..at + short.len(), long);
            }
            from = at + short.len();
        }
    }
    said
}

/// A text without what only sets it out: blanks before it, behind it, and more than one between two words. Labels
/// stay where they are.
fn one_blank_each(text: &str) -> String {
    let mut said = String::with_capacity(text.len());
    let mut is_word_before = false;
    let mut is_blank_due = false;
    for c in text.chars() {
        match c {
            ' ' => is_blank_due = is_word_before,
            c if is_mark(c) => said.push(c),
            c => {
                said.extend(std::mem::take(&mut is_blank_due).then_some(' '));
                is_word_before = true;
                said.push(c);
            }
        }
    }
    said
}

fn rows(text: &mut Marked, table: &Table) {
    table.rows.iter().for_each(|row| sentence(text, &row_sentence(table, row)));
}

fn sentence(text: &mut Marked, sentence: &str) {
    let sentence = one_blank_each(&in_words(sentence));
    if sentence.is_empty() {
        return;
    }
    text.push_str(&sentence);
    let end = sentence.chars().rev().find(|c| !is_mark(*c));
    if !matches!(end, Some('.' | '?' | '!' | ':')) {
        text.push('.');
    }
    text.push('\n');
}

/// "Technology strategy: weight 91, level practitioner, confidence A".
fn row_sentence(table: &Table, row: &[Marked]) -> Marked {
    let mut cells = table.columns.iter().zip(row).filter(|(column, cell)| !column.decoration && !cell.is_empty());
    let first = cells.next().map_or(String::new(), |(_, cell)| cell.clone());
    let rest: Vec<Marked> = cells
        .map(|(column, cell)| match column.title.is_empty() {
            true => cell.clone(),
            false => format!("{} {cell}", column.title),
        })
        .collect();
    if rest.is_empty() { first } else { format!("{first}: {}", rest.join(", ")) }
}

fn branch_sentence(branch: &Branch) -> Marked {
    let aside = if branch.aside.is_empty() { Marked::new() } else { format!(", {}", marked(&branch.aside)) };
    let said = marked(&branch.text) + &aside;
    match branch.depth {
        0 => said,
        1 => format!("1 step away: {said}"),
        depth => format!("{depth} steps away: {said}"),
    }
}
