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
    read_all(lines.map(|line| line.replace(BLANK, " ").into()))
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
    }

    #[test]
    fn a_title_is_parted_behind_hyphens_and_not_cut() {
        assert_eq!(super::title("◆ senior-software-engineer", 12), ["◆ senior-", "  software-", "  engineer"]);
        assert_eq!(super::title("most apart", 12), ["most apart"]);
        assert_eq!(super::title("sre", 1), ["s", "r", "e"]);
        assert_eq!(["● vp-engineering", "sre", ""].map(super::narrowest), [13, 3, 0]);
    }
}
