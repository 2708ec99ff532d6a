//! Faults in files, as a person reads them: rule, place, an excerpt with a caret, and what to do.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, renderer::DecorStyle};

use crate::present::label::Label;
use crate::present::text::{Text, labelled, text};
use crate::view::error::Fault;

/// Columns of a line of help: behind its margin it fits into eighty.
const HELP: usize = 66;

/// Draws faults with excerpts, under the labels that all answers have.
pub fn drawn(faults: &[Fault], unicode: bool) -> Text {
    let renderer = Renderer::plain().decor_style(if unicode { DecorStyle::Unicode } else { DecorStyle::Ascii });
    let drawn = faults.iter().map(|fault| labelled_lines(&renderer.render(&[group(fault)])));
    text![Text::join(drawn, "\n\n"), "\n"]
}

/// Draws faults in ASCII, without labels.
#[cfg(feature = "browse")]
pub fn plain(faults: &[Fault]) -> String {
    drawn(faults, false).plain().into_owned()
}

/// Labels the rule, the margin, what is underlined, and the help of one fault.
fn labelled_lines(drawn: &str) -> Text {
    let line = |(at, line): (usize, &str)| match line.split_once(": ") {
        Some((rule, message)) if at == 0 => {
            let label = if rule.starts_with("warning") { Label::Mark } else { Label::Error };
            text![labelled(label, rule), ": ", message]
        }
        _ => labelled_line(line),
    };
    Text::join(drawn.lines().enumerate().map(line), "\n")
}

fn labelled_line(line: &str) -> Text {
    const MARGINS: [&str; 7] = ["╭▸", "╰", "│", "|", "-->", "=", "⸬"];
    let numbered = line.len() - line.trim_start_matches(|c: char| c == ' ' || c.is_ascii_digit()).len();
    let Some(margin) = MARGINS.iter().find(|margin| line[numbered..].starts_with(**margin)) else {
        return line.into();
    };
    let (margin, rest) = line.split_at(numbered + margin.len());
    let marks = rest.trim();
    let is_underlined = !marks.is_empty() && marks.chars().all(|c| matches!(c, '━' | '^'));
    let rest = match rest.strip_prefix(" help: ") {
        Some(help) => text![" ", labelled(Label::Hint, "help:"), " ", help],
        None if is_underlined => labelled(Label::Mark, rest),
        None => rest.into(),
    };
    text![labelled(Label::Aside, margin), rest]
}

fn group(fault: &Fault) -> Group<'_> {
    let diagnostic = &fault.diagnostic;
    let level = if diagnostic.is_warning { Level::WARNING } else { Level::ERROR };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.rule);
    let group = match (&fault.text, diagnostic.line) {
        (Some(text), 1..) => {
            let span = span(text, diagnostic.line, diagnostic.column, diagnostic.width);
            let snippet = Snippet::source(&**text).path(diagnostic.file.as_str()).fold(true);
            title.element(snippet.annotation(AnnotationKind::Primary.span(span)))
        }
        (None, 1..) => {
            let origin = annotate_snippets::Origin::path(diagnostic.file.as_str()).line(diagnostic.line as usize);
            title.element(origin.char_column(diagnostic.column as usize))
        }
        _ => title.element(annotate_snippets::Origin::path(diagnostic.file.as_str())),
    };
    match &diagnostic.help {
        Some(help) => group.element(Level::HELP.message(textwrap::fill(&help.to_string(), HELP))),
        None => group,
    }
}

/// Returns the bytes that a place covers, on its own line and at least one where there is one.
fn span(text: &str, line: u32, column: u32, width: u32) -> std::ops::Range<usize> {
    let start_of_line = match line {
        0 | 1 => 0,
        _ => text.match_indices('\n').nth(line as usize - 2).map_or(text.len(), |(at, _)| at + 1),
    };
    let rest = &text[start_of_line..];
    let rest = &rest[..rest.find('\n').unwrap_or(rest.len())];
    let offset = |characters: u32| rest.char_indices().nth(characters as usize).map_or(rest.len(), |(at, _)| at);
    let start = offset(column.saturating_sub(1));
    let end = offset(column.saturating_sub(1) + width.max(1)).max(start);
    start_of_line + start..start_of_line + end
}
