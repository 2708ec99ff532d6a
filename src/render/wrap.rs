//! Texts in lines of a width.

use crate::present::text::Text;
use crate::render::marks::{self, Marked, marked};

/// Wraps a text, its first line and the others behind an indent. No word is cut unless it is
/// longer than a line.
pub fn wrap(text: &str, width: usize, first: &str, rest: &str) -> Vec<Marked> {
    let options = textwrap::Options::new(width)
        .initial_indent(first)
        .subsequent_indent(rest)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
    marks::balanced(textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect())
}

/// What keeps the words of a command on one line; on a page it is a blank.
pub const KEPT: char = '\u{a0}';

/// As [`wrap`], for a text with commands whose words are to stay together: one that has no room behind the indent
/// stands on a line of its own, from its left edge if it must, as far as the page goes; one that is wider begins a line, and is
/// parted between its words.
pub fn with_commands(text: &str, (width, page): (usize, usize), first: &str, rest: &str) -> Vec<Marked> {
    use unicode_width::UnicodeWidthStr;
    let room = width.saturating_sub(first.width().max(rest.width()));
    let mut lines: Vec<Marked> = Vec::new();
    let mut words: Vec<String> = Vec::new();
    let put = |words: &mut Vec<String>, lines: &mut Vec<Marked>| {
        let before = if lines.is_empty() { first } else { rest };
        lines.extend((!words.is_empty()).then(|| wrap(&words.join(" "), width, before, rest)).into_iter().flatten());
        words.clear();
    };
    for word in text.split(' ') {
        match word.width() {
            wide if !word.contains(KEPT) || wide <= room => words.push(word.to_owned()),
            wide if wide > page => {
                put(&mut words, &mut lines);
                words.push(word.replace(KEPT, " "));
            }
            wide => {
                put(&mut words, &mut lines);
                let indent = if rest.width() + wide <= page { rest } else { "" };
                lines.push(format!("{indent}{word}"));
            }
        }
    }
    put(&mut words, &mut lines);
    lines
}

/// Wraps the name of a row: words that have room on a line of their own stay whole, and longer ones are parted behind
/// hyphens.
pub fn name(text: &str, width: usize, rest: &str) -> Vec<Marked> {
    use unicode_width::UnicodeWidthStr;
    let room = width.saturating_sub(rest.width());
    if text.split(' ').all(|word| word.width() <= room) {
        return wrap(text, width.max(1), "", rest);
    }
    let options = textwrap::Options::new(width.max(1))
        .subsequent_indent(rest)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::HyphenSplitter)
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
    marks::balanced(textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect())
}

/// Wraps a text whose words stay whole, its other lines behind an indent.
pub fn whole(text: &Text, width: usize, indent: &str) -> Vec<Text> {
    read_all(textwrap::wrap(&marked(text), of_whole_words(width, indent)))
}

/// Wraps a text in lines that are about as long as each other.
pub fn evenly(text: &Text, width: usize) -> Vec<Text> {
    let lines = textwrap::wrap(&marked(text), width).into_iter().map(std::borrow::Cow::into_owned).collect();
    marks::balanced(lines).iter().map(|line| marks::line(line)).collect()
}

fn of_whole_words(width: usize, indent: &str) -> textwrap::Options<'_> {
    textwrap::Options::new(width)
        .break_words(false)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .subsequent_indent(indent)
}

fn read_all<'l>(lines: impl IntoIterator<Item = std::borrow::Cow<'l, str>>) -> Vec<Text> {
    lines.into_iter().map(|line| marks::line(&line)).collect()
}

/// Wraps what is said beside an answer; what stands in backticks stays on one line, to be copied and typed.
pub fn told(text: &Text, width: usize) -> Vec<Text> {
    /// Stands for a blank in backticks; no text that is told has it.
    const BLANK: char = '\u{f8ff}';
    let mut is_typed = false;
    let kept: String = marked(text)
        .chars()
        .map(|c| {
            is_typed ^= c == '`';
            if c == ' ' && is_typed { BLANK } else { c }
        })
        .collect();
    let options = of_whole_words(width.max(1), "  ").wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
    let lines = textwrap::wrap(&kept, options).into_iter();
    read_all(lines.map(|line| typed_whole(line.replace(BLANK, " "), width).into()))
}

/// A line that a terminal would break within a command: it gives up its indent, or else its backticks and what stands
/// behind them, if that is enough.
fn typed_whole(line: String, width: usize) -> String {
    use unicode_width::UnicodeWidthStr;
    let said = line.trim_start();
    if line.width() <= width || said.width() <= width {
        return if line.width() <= width { line } else { said.to_owned() };
    }
    let parted = said.strip_prefix('`').and_then(|said| said.split_once('`'));
    let typed = parted.filter(|(typed, rest)| typed.width() <= width && rest.chars().all(|c| c.is_ascii_punctuation()));
    typed.map_or(line.clone(), |(typed, _)| typed.to_owned())
}

/// The title of a column in lines of a width, parted between words and behind hyphens: ids and names stay whole.
/// What stands behind a mark of one sign stays behind it.
pub fn title(text: &str, width: usize) -> Vec<String> {
    let indent = if text.chars().nth(1) == Some(' ') { "  " } else { "" };
    let options = textwrap::Options::new(width.max(1))
        .subsequent_indent(indent)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::HyphenSplitter)
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
    textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// The narrowest column in which no word of a title is parted.
pub fn narrowest(text: &str) -> usize {
    use unicode_width::UnicodeWidthStr;
    let indent = if text.chars().nth(1) == Some(' ') { 2 } else { 0 };
    text.split(' ').flat_map(|word| word.split_inclusive('-')).map(|part| part.width() + indent).max().unwrap_or(0)
}

/// Items in lines of a width, two blanks between them: no item is parted that a line has room for.
pub fn items(items: &[String], width: usize, indent: &str) -> Vec<String> {
    use unicode_width::UnicodeWidthStr;
    let mut lines: Vec<String> = Vec::new();
    for item in items {
        match lines.last_mut().filter(|line| line.width() + 2 + item.width() <= width) {
            Some(line) => line.push_str(&format!("  {item}")),
            None => lines.push(format!("{indent}{item}")),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_can_be_typed_is_not_parted() {
        let lines = super::told(&"hint: one is meant: `network-engineer`, or type `roles show cto`".into(), 30);
        assert_eq!(
            lines,
            ["hint: one is meant:", "  `network-engineer`, or type", "  `roles show cto`"].map(Into::into)
        );
        assert_eq!(super::told(&"`roles show cto`".into(), 8), ["`roles show cto`".into()]);
        for (width, last) in [(19, "  `roles show cto`?"), (18, "`roles show cto`?"), (14, "roles show cto")] {
            let told = super::told(&"hint: did you mean `roles show cto`?".into(), width);
            assert_eq!(told.last(), Some(&last.into()), "{width}");
        }
    }

    #[test]
    fn a_command_begins_a_line_before_it_is_parted() {
        let command = "roles show cto".replace(' ', "\u{a0}");
        let text = format!("The page of a role: {command}. More");
        let at = |width, page| super::with_commands(&text, (width, page), "  ", "  ");
        let whole = |line: &str| line.replace("roles show cto", &command);
        assert_eq!(at(60, 60), [whole("  The page of a role: roles show cto. More")]);
        assert_eq!(at(24, 24), ["  The page of a role:".to_owned(), whole("  roles show cto. More")]);
        assert_eq!(at(15, 15), ["  The page of a", "  role:", &whole("roles show cto."), "  More"]);
        assert_eq!(at(12, 16)[2..], [whole("roles show cto."), "  More".to_owned()]);
        assert_eq!(at(12, 17)[2..], [whole("  roles show cto."), "  More".to_owned()]);
        assert_eq!(at(12, 12)[2..], ["  roles show", "  cto. More"]);
    }

    #[test]
    fn a_title_is_parted_behind_hyphens_and_not_cut() {
        assert_eq!(super::title("◆ senior-software-engineer", 12), ["◆ senior-", "  software-", "  engineer"]);
        assert_eq!(super::title("most apart", 12), ["most apart"]);
        assert_eq!(super::title("sre", 1), ["s", "r", "e"]);
        assert_eq!(["● vp-engineering", "sre", ""].map(super::narrowest), [13, 3, 0]);
    }
}
