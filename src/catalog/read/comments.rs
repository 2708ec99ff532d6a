//! Texts that a comment cuts: of `title: C # Developer` YAML reads `C`, and says nothing.
//!
//! A comment stands two spaces behind a value, as editors and linters of YAML have it; where one space parts
//! it from a text, somebody may have meant it to belong there. Numbers, ids and lists have no such doubt.

use serde_yaml::granit_parser::{Event, Parser, ScalarStyle};

use crate::catalog::read::diagnostic::{Diagnostic, Place};
use crate::catalog::read::written_at;
use crate::text::harmless::shown;

/// The fields that take texts and names.
const TEXTS: [&str; 33] = [
    "title",
    "aliases",
    "name",
    "names",
    "short",
    "issuer",
    "publisher",
    "licence",
    "credit",
    "caveat",
    "summary",
    "day",
    "definition",
    "awareness",
    "working",
    "practitioner",
    "expert",
    "why",
    "note",
    "years",
    "education",
    "certificates",
    "label",
    "position",
    "record",
    "step",
    "terms",
    "stated",
    "reference",
    "reason",
    "group",
    "role",
    "surveys",
];

/// Returns a fault for each text of a file that a comment follows after one space.
pub fn told(path: &str, text: &str) -> Vec<Diagnostic> {
    if !may_have(text) {
        return Vec::new();
    }
    let mut faults = Vec::new();
    for (event, span) in Parser::new_from_str(text).flatten() {
        let Event::Scalar(value, ScalarStyle::Plain, ..) = event else { continue };
        // To find a place by its line is to read the text up to it.
        if !span.start.byte_offset().is_some_and(|at| is_followed(text, at, &value)) {
            continue;
        }
        let number = |number: usize| u32::try_from(number).unwrap_or(0);
        let place = Place { line: number(span.start.line()), column: number(span.start.col()) + 1, width: 1 };
        faults.extend(cut(path, text, place, &value));
    }
    faults
}

/// Tells whether a text may be cut: a file that has no comment behind one space is not read twice.
fn may_have(text: &str) -> bool {
    text.match_indices(" #").any(|(at, _)| text[..at].ends_with(|c: char| !c.is_whitespace()))
}

/// A fault of a text behind which one space and a comment stand, where it may have been meant to go on.
fn cut(path: &str, text: &str, place: Place, value: &str) -> Option<Diagnostic> {
    let field = written_at::field(text, place).filter(|field| TEXTS.contains(field))?;
    // A role is named by its id as well as by its title.
    let is_id = value.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if field == "role" && is_id {
        return None;
    }
    let message = format!("a comment begins at ` #`: `{field}` is read as `{}`", shown(value));
    let fault = Diagnostic::at(path, place, "cut-text", message);
    Some(fault.help("put the text into quotes, or two spaces before a comment"))
}

/// Tells whether one space and a comment stand behind a plain text, which may go over several lines.
fn is_followed(text: &str, at: usize, value: &str) -> bool {
    let mut rest = text.get(at..).unwrap_or_default();
    for word in value.split_whitespace() {
        let Some(behind) = rest.trim_start().strip_prefix(word) else { return false };
        rest = behind;
    }
    rest.starts_with(" #")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        told("x.yaml", text).into_iter().map(|it| format!("{}:{} {}", it.line, it.column, it.message)).collect()
    }

    #[test]
    fn a_text_that_a_comment_follows_after_one_space_is_told() {
        let told = |at: &str, field: &str, value: &str| {
            vec![format!("{at} a comment begins at ` #`: `{field}` is read as `{value}`")]
        };
        assert_eq!(cut("title: C # Developer\n"), told("1:8", "title", "C"));
        assert_eq!(cut("title: C #\n"), told("1:8", "title", "C"));
        assert_eq!(cut("aliases:\n  - Grüße\n  - C #Developer\n"), told("3:5", "aliases", "C"));
        assert_eq!(cut("aliases: [Coder, C # Developer\n  , Eve]\n"), told("1:18", "aliases", "C"));
        assert_eq!(cut("- id: c\n  title: C # sharp\n"), told("2:10", "title", "C"));
        assert_eq!(cut("- {id: c, levels: {working: Knows C # sharp\n  }}\n"), told("1:29", "working", "Knows C"));
        assert_eq!(cut("summary: Writes\n  C # and more.\n"), told("1:10", "summary", "Writes C"));
        assert_eq!(cut("role: C # Developer\n"), told("1:7", "role", "C"));
    }

    #[test]
    fn comments_are_comments() {
        for text in [
            "title: Coder  # what the role is called\n",
            "level: 4 # senior\n",
            "track: management # leads people\n",
            "role: sre # what I hold\n",
            "aliases: [Coder, Programmer] # both\n",
            "tools:\n  - git # versions\n",
            "competencies:\n  coaching: working # since May\n",
            "title: \"C # Developer\"\n",
            "title: 'C # Developer' # and more\n",
            "summary: > # folded\n  Writes C # and more.\n",
            "title: C# Developer\n",
            "# title: C # Developer\ntitle: Coder\n",
        ] {
            assert_eq!(cut(text), Vec::<String>::new(), "{text}");
        }
    }
}
