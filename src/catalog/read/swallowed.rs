//! Entries of a list that the text above swallows: one that is indented too far goes on that text, and YAML
//! says nothing.

use serde_yaml::granit_parser::{Event, Parser, ScalarStyle};

use crate::catalog::read::causes;
use crate::catalog::read::diagnostic::{Diagnostic, Place};
use crate::catalog::read::written_at;

/// Returns a fault for each text that a line with a dash goes on.
pub fn told(path: &str, text: &str) -> Vec<Diagnostic> {
    if !may_have(text) {
        return Vec::new();
    }
    let mut faults = Vec::new();
    for (event, span) in Parser::new_from_str(text).flatten() {
        let Event::Scalar(value, ScalarStyle::Plain, ..) = event else { continue };
        let number = |number: usize| u32::try_from(number).unwrap_or(0);
        let place = Place { line: number(span.start.line()), column: number(span.start.col()) + 1, width: 1 };
        if let Some(line) = dashed(text, place, &value) {
            let cause = causes::swallowed(text, place.line, number(line));
            faults.push(Diagnostic::at(path, cause.at, "syntax", cause.message).help(cause.help));
        }
    }
    faults
}

/// Tells whether an entry may be swallowed: a line with a dash stands further in than the line above it, which
/// opens no list. A file that has none is not read twice.
fn may_have(text: &str) -> bool {
    let mut above = ("", 0);
    text.lines().any(|line| {
        let bare = line.trim();
        if bare.is_empty() {
            return false;
        }
        let indent = line.len() - line.trim_start().len();
        let (before, outer) = std::mem::replace(&mut above, (bare, indent));
        (bare.starts_with("- ") || bare == "-") && indent > outer && !before.is_empty() && !before.ends_with(':')
    })
}

/// The first line of a plain text that begins with a dash, but the one that the text begins on.
fn dashed(text: &str, place: Place, value: &str) -> Option<usize> {
    if !value.split_whitespace().any(|word| word == "-") {
        return None;
    }
    let mut at = written_at::offset(text, place)?;
    for word in value.split_whitespace() {
        let rest = text[at..].trim_start();
        let start = text.len() - rest.len();
        if word == "-" && text[at..start].contains('\n') {
            return Some(text[..start].matches('\n').count() + 1);
        }
        rest.strip_prefix(word)?;
        at = start + word.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn swallowed(text: &str) -> Vec<String> {
        told("x.yaml", text).into_iter().map(|it| format!("{}:{} {}", it.line, it.column, it.message)).collect()
    }

    #[test]
    fn an_entry_that_the_text_above_swallows_is_told() {
        assert_eq!(
            swallowed("aliases:\n  - Paymaster\n   - Ledger Boss\n"),
            ["3:4 the line goes on the text above: it is indented with 3 spaces, and line 2 with 2 spaces"]
        );
        assert_eq!(
            swallowed("summary: Pays\n  - people\n"),
            ["2:3 the line begins with a dash, and is read as part of the text in line 1"]
        );
    }

    #[test]
    fn lists_are_lists() {
        for text in [
            "aliases:\n  - Paymaster\n  - Ledger Boss\n",
            "aliases: # both\n  - Paymaster - in chief\n  - Ledger\n    Boss\n",
            "day:\n- |\n  - Pays\n- 'Counts\n  - and pays'\n",
            "- id: x\n  names:\n  - X\n",
        ] {
            assert_eq!(swallowed(text), Vec::<String>::new(), "{text}");
        }
    }
}
