//! Records under one header, for programs: parted by tabs, or by commas.

use crate::present::records::{Record, Records};
use crate::render::Style;
use crate::text::harmless::is_formula;

/// What parts fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    Tab,
    Comma,
}

/// Writes records under a header of the fields asked for, or of all; the header may be left out.
///
/// # Errors
/// The first field asked for that no record of this answer has.
pub fn separated(records: &Records, separator: Separator, style: &Style) -> Result<String, String> {
    let fields: Vec<&str> = match style.fields.as_slice() {
        [] => records.fields.to_vec(),
        names => names.iter().map(|name| field(records, name).ok_or_else(|| name.clone())).collect::<Result<_, _>>()?,
    };
    debug_assert!(unlisted(records).is_none(), "no list of fields has `{}`", unlisted(records).unwrap_or(""));
    let mut text = String::new();
    if style.header {
        row(&mut text, fields.iter().copied(), separator);
    }
    for record in &records.records {
        row(&mut text, fields.iter().map(|field| value(record, field)), separator);
    }
    Ok(text)
}

/// Returns a field that records have and their answer does not list: nobody would ever see it.
fn unlisted(records: &Records) -> Option<&'static str> {
    let cells = records.records.iter().flat_map(|record| &record.cells);
    cells.map(|cell| cell.field).find(|field| !field.is_empty() && !records.fields.contains(field))
}

/// The field of an answer that a word names. The id of a role stands in `role`, in every command; who
/// asks for `id` means it, unless the answer has a field of that name.
fn field(records: &Records, name: &str) -> Option<&'static str> {
    let named = |name: &str| records.fields.iter().copied().find(|field| field.eq_ignore_ascii_case(name));
    named(name).or_else(|| named("role").filter(|_| name.eq_ignore_ascii_case("id")))
}

/// Puts an apostrophe before each text that a spreadsheet would take for a formula. Negative numbers stay.
pub fn keep_from_computing(records: &mut Records) {
    let cells = records.records.iter_mut().flat_map(|record| &mut record.cells);
    cells.filter(|cell| is_formula(&cell.text)).for_each(|cell| cell.text = format!("'{}", cell.text).into());
}

fn value<'r>(record: &'r Record, field: &str) -> &'r str {
    let cell = record.cells.iter().find(|cell| cell.field == field);
    let kind = if field == "kind" { record.kind } else { "" };
    cell.map_or(kind, |cell| &cell.text)
}

fn row<'f>(text: &mut String, fields: impl Iterator<Item = &'f str>, separator: Separator) {
    for (at, field) in fields.enumerate() {
        if at > 0 {
            text.push(if separator == Separator::Tab { '\t' } else { ',' });
        }
        match separator {
            Separator::Tab => text.extend(field.chars().map(|c| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c })),
            Separator::Comma => push_quoted(text, field),
        }
    }
    text.push('\n');
}

/// Quotes a field as RFC 4180 has it, where it needs quotes.
fn push_quoted(text: &mut String, field: &str) {
    if !field.contains([',', '"', '\n', '\r']) {
        return text.push_str(field);
    }
    text.push('"');
    text.push_str(&field.replace('"', "\"\""));
    text.push('"');
}
