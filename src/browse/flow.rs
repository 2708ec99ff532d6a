//! A list on one line, `tools: {java: expert, git: working}`: a level is put into its braces, and all else stays.

use std::ops::Range;

/// The line with a level behind a name, or without the name; none where it is no list of a section on one line.
pub fn edited(
    line: &str,
    section: &str,
    is_meant: impl Fn(&str) -> bool,
    (key, level): (&str, Option<&str>),
) -> Option<String> {
    let within = within(line, section)?;
    let mut pieces = pieces(&line[within.clone()]);
    match (pieces.iter().position(|piece| is_meant(&name(piece))), level) {
        (Some(at), Some(level)) => pieces[at] = with_level(&pieces[at], level),
        (Some(at), None) => {
            pieces.remove(at);
            if at == 0
                && let Some(first) = pieces.first_mut()
            {
                *first = first.trim_start().to_owned();
            }
        }
        (None, Some(level)) => add(&mut pieces, &format!("{key}: {}", word(level))),
        (None, None) => {}
    }
    Some(format!("{}{}{}", &line[..within.start], pieces.join(","), &line[within.end..]))
}

fn add(pieces: &mut Vec<String>, entry: &str) {
    match pieces.last_mut() {
        Some(last) if last.trim().is_empty() => *last = entry.to_owned(),
        Some(last) => {
            let behind = last.split_off(last.trim_end().len());
            pieces.push(format!(" {entry}{behind}"));
        }
        None => pieces.push(entry.to_owned()),
    }
}

/// Where the braces of a section's line are, without them; none where it has no others, or something behind them.
fn within(line: &str, section: &str) -> Option<Range<usize>> {
    let rest = line.strip_prefix(section)?.strip_prefix(':')?;
    let start = line.len() - rest.trim_start().strip_prefix('{')?.len();
    let (end, _) = outside_quotes(&line[start..]).find(|(_, c)| matches!(c, '{' | '}' | '[' | ']'))?;
    let behind = line[start + end..].strip_prefix('}')?.trim();
    (behind.is_empty() || behind.starts_with('#')).then_some(start..start + end)
}

/// What stands between the commas.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, _) in outside_quotes(text).filter(|(_, c)| *c == ',') {
        pieces.push(text[start..at].to_owned());
        start = at + 1;
    }
    pieces.push(text[start..].to_owned());
    pieces
}

/// The characters that stand in no quotes, and where. A quote within a word is none.
fn outside_quotes(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let (mut quote, mut is_begin) = (None, true);
    text.char_indices().filter(move |(_, c)| {
        match (quote, c) {
            (Some(open), c) if open == *c => quote = None,
            (None, '"' | '\'') if is_begin => quote = Some(*c),
            (None, c) if !c.is_whitespace() => is_begin = matches!(c, ',' | ':' | '{'),
            _ => {}
        }
        quote.is_none()
    })
}

fn name(piece: &str) -> String {
    let piece = piece.trim();
    unquoted(piece[..colon(piece).unwrap_or(piece.len())].trim_end())
}

fn with_level(piece: &str, level: &str) -> String {
    let blank = piece.len() - piece.trim_start().len();
    let (before, said) = piece.split_at(blank);
    let behind = &said[said.trim_end().len()..];
    let said = said.trim_end();
    let name = colon(said).map_or(said, |at| &said[..at]);
    format!("{before}{name}: {}{behind}", word(level))
}

/// A word that stands in braces.
fn word(level: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '/' | '+' | '.');
    if level.chars().all(is_plain) { level.to_owned() } else { format!("\"{}\"", level.replace('"', "\\\"")) }
}

/// Where a name ends: at a colon that a blank or nothing follows.
pub fn colon(text: &str) -> Option<usize> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''));
    let from = match quote {
        Some(quote) => text[1..].find(quote)? + 2,
        None => 0,
    };
    let is_end = |at: &usize| text[at + 1..].chars().next().is_none_or(char::is_whitespace);
    text[from..].match_indices(':').map(|(at, _)| from + at).find(is_end)
}

pub fn unquoted(text: &str) -> String {
    let inner = ['"', '\''].into_iter().find_map(|quote| text.strip_prefix(quote)?.strip_suffix(quote));
    inner.unwrap_or(text).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(line: &str, id: &str, level: Option<&str>) -> Option<String> {
        edited(line, "tools", |name| name == id, (id, level))
    }

    #[test]
    fn a_level_goes_into_its_place_in_the_braces() {
        let line = "tools: {java: expert, 'git': working , \"a, b\": none }  # mine\n";
        assert_eq!(set(line, "java", Some("n/a")), Some(line.replace("expert", "n/a")));
        assert_eq!(set(line, "git", Some("expert")), Some(line.replace("working", "expert")));
        assert_eq!(set(line, "a, b", Some("one, two")), Some(line.replace("none", "\"one, two\"")));
        assert_eq!(set(line, "vim", Some("none")), Some(line.replace(": none }", ": none, vim: none }")));
        assert_eq!(set(line, "vim", None).as_deref(), Some(line));
        assert_eq!(set(line, "java", None), Some(line.replace("java: expert, ", "")));
        assert_eq!(set(line, "git", None), Some(line.replace(" 'git': working ,", "")));
        assert_eq!(set("tools: {}", "vim", Some("none")).as_deref(), Some("tools: {vim: none}"));
        assert_eq!(set("tools: {vim: none}", "vim", None).as_deref(), Some("tools: {}"));
    }

    #[test]
    fn what_is_no_list_on_one_line_is_left_alone() {
        for line in ["tools:\n", "tools: {a: b\n", "tools: {a: {b: c}}\n", "tools: [a]\n", "other: {a: b}\n"] {
            assert_eq!(set(line, "a", Some("none")), None, "{line}");
        }
    }
}
