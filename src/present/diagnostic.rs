//! Faults in files, as a person reads them: rule, place, an excerpt with a caret, and what to do.

use std::borrow::Cow;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, renderer::DecorStyle};

use crate::present::label::Label;
use crate::present::text::{Text, cut, labelled, text};
use crate::view::error::Fault;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns of a line of help: behind its margin it fits into eighty.
const HELP: usize = 66;
/// What stands before help: a number of five digits, "╰ help: ".
const BEFORE_HELP: usize = 14;
/// What stands around a marked place: a number, a bar, and what is cut at both sides.
const AROUND: usize = 14;
/// Nothing is drawn in less.
const LEAST: usize = 20;

/// Draws faults with excerpts, under the labels that all answers have: within a width, where there is one.
pub fn drawn(faults: &[Fault], unicode: bool, width: Option<usize>) -> Text {
    text![Text::join(lines(faults, unicode, width), "\n"), "\n"]
}

/// As [`drawn`], line by line.
pub fn lines(faults: &[Fault], unicode: bool, width: Option<usize>) -> Vec<Text> {
    let width = width.map(|width| width.max(LEAST));
    let renderer = Renderer::plain().decor_style(if unicode { DecorStyle::Unicode } else { DecorStyle::Ascii });
    let renderer = width.map_or(renderer.clone(), |width| renderer.term_width(width));
    let draw = |fault: &Fault| labelled_lines(&renderer.render(&[group(fault, width)]), unicode, width);
    let drawn: Vec<Vec<Text>> = faults.iter().map(draw).collect();
    drawn.join(&Text::default())
}

/// Labels the rule, the margin, what is underlined, and the help of one fault.
fn labelled_lines(drawn: &str, unicode: bool, width: Option<usize>) -> Vec<Text> {
    let mut lines: Vec<Text> = Vec::new();
    for (at, line) in drawn.lines().enumerate() {
        match width {
            _ if at == 0 => lines.extend(message_lines(line, width)),
            Some(width) => lines.push(labelled_line(&within(line, width, unicode))),
            None => lines.push(labelled_line(line)),
        }
    }
    lines
}

/// Ids stay whole where they have a hyphen.
fn of_whole_words<'o>(width: usize) -> textwrap::Options<'o> {
    textwrap::Options::new(width)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
}

/// "error[rule]: what is wrong", wrapped to a width.
fn message_lines(line: &str, width: Option<usize>) -> Vec<Text> {
    let options = |width| of_whole_words(width).subsequent_indent("  ");
    let lines: Vec<Cow<'_, str>> = match width {
        Some(width) => textwrap::wrap(line, options(width)),
        None => vec![Cow::Borrowed(line)],
    };
    let first = |line: &str| match line.split_once(": ") {
        Some((rule, message)) => {
            let label = if rule.starts_with("warning") { Label::Mark } else { Label::Error };
            text![labelled(label, rule), ": ", message]
        }
        None => line.into(),
    };
    lines.iter().enumerate().map(|(at, line)| if at == 0 { first(line) } else { line.as_ref().into() }).collect()
}

/// A line within a width: of a long path the end is kept, of all else the beginning.
fn within(line: &str, width: usize, unicode: bool) -> String {
    if line.width() <= width {
        return line.to_owned();
    }
    let ellipsis = if unicode { "…" } else { "..." };
    let of_place = ["╭▸ ", "--> "].iter().find_map(|margin| Some(line.split_at(line.find(margin)? + margin.len())));
    let Some((margin, path)) = of_place else { return cut(line, width, ellipsis) };
    let room = width.saturating_sub(margin.width() + ellipsis.width());
    let mut kept = path.chars();
    while kept.as_str().width() > room && kept.next().is_some() {}
    format!("{margin}{ellipsis}{}", kept.as_str())
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

fn group(fault: &Fault, width: Option<usize>) -> Group<'_> {
    let diagnostic = &fault.diagnostic;
    let level = if diagnostic.is_warning { Level::WARNING } else { Level::ERROR };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.rule);
    let group = match (&fault.text, diagnostic.line) {
        (Some(text), 1..) => {
            let span = span(text, diagnostic.line, diagnostic.column, diagnostic.width);
            let span = width.map_or(span.clone(), |width| shortened(text, span, width.saturating_sub(AROUND)));
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
        Some(help) => {
            let room = width.map_or(HELP, |width| HELP.min(width.saturating_sub(BEFORE_HELP)));
            group.element(Level::HELP.message(textwrap::fill(&help.to_string(), of_whole_words(room))))
        }
        None => group,
    }
}

/// As much of a place as there is room to mark.
fn shortened(text: &str, span: Range<usize>, room: usize) -> Range<usize> {
    let mut end = span.start;
    let mut taken = 0;
    for c in text[span.clone()].chars() {
        taken += c.width().unwrap_or(0);
        if taken > room && end > span.start {
            break;
        }
        end += c.len_utf8();
    }
    span.start..end
}

/// Returns the bytes that a place covers, on its own line and at least one where there is one.
fn span(text: &str, line: u32, column: u32, width: u32) -> Range<usize> {
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
