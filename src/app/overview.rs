//! What `roles` alone shows: everything it can do, on one screen, with examples that work.

use std::fmt::Write;

use crate::present::label::{Label, labelled};
use crate::present::palette::Palette;
use crate::request::Group;

/// Examples that work as they stand.
pub const EXAMPLES: [(&str, &str); 3] = [
    ("roles show cto", "the page of the CTO"),
    ("roles path junior-software-engineer cto", "how to get there, step by step"),
    ("roles salary --region de", "what every role is paid in Germany"),
];

/// Returns the overview: a line for each command, or for each group where the screen is lower. Lines
/// that are wider than the screen are broken between words.
pub fn text(palette: &Palette, width: usize, rows: Option<usize>) -> String {
    let overview = |commands| broken(&overview(commands), width);
    let whole = overview(one_by_one);
    // The prompt comes back below.
    let fits = rows.is_none_or(|rows| whole.lines().count() < rows);
    let text = if fits { whole } else { overview(in_groups) };
    palette.paint(&text).into_owned()
}

/// Breaks the lines of a text between words; what is said beside something goes on below it.
fn broken(text: &str, width: usize) -> String {
    let options = textwrap::Options::new(width)
        .break_words(false)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    let lines = text.lines().flat_map(|line| match line.starts_with(' ') {
        true => textwrap::wrap(line, options.clone().subsequent_indent("    ")),
        false => textwrap::wrap(line, options.clone()),
    });
    lines.flat_map(|line| [line, "\n".into()]).collect()
}

fn overview(commands: fn() -> String) -> String {
    let mut text = String::from("The man page for careers in IT: what a role does, asks for, pays and leads to.\n");
    text.push_str(&commands());
    let _ = writeln!(text, "\n{}", labelled(Label::Heading, "Try"));
    for (example, what) in EXAMPLES {
        let _ = writeln!(text, "  {example:41} {}", labelled(Label::Aside, what));
    }
    text.push_str(
        "\nMore of all commands: roles --help. More of one: roles COMMAND --help.\n\
         In a pipe, every line is one fact: roles show cto | grep ^salary\n",
    );
    text
}

fn one_by_one() -> String {
    let mut text = String::new();
    for group in Group::ALL {
        let _ = writeln!(text, "\n{}", labelled(Label::Heading, group.title));
        for command in group.commands().get_subcommands() {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            let _ = writeln!(text, "  {:13} {about}", command.get_name());
        }
    }
    text
}

fn in_groups() -> String {
    let mut text = String::from("\n");
    for group in Group::ALL {
        let heading = labelled(Label::Heading, group.title);
        let commands = group.commands();
        let names: Vec<&str> = commands.get_subcommands().map(clap::Command::get_name).collect();
        let gap = " ".repeat(9 - group.title.len());
        let _ = writeln!(text, "{heading}{gap}{}\n         {}", names.join(", "), labelled(Label::Aside, group.what));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_narrow_overview_breaks_no_word() {
        let whole = text(&Palette::default(), 80, None);
        let narrow = text(&Palette::default(), 40, Some(24));
        assert!(narrow.lines().all(|line| line.chars().count() <= 46), "{narrow}");
        let is_known = |word: &str| whole.contains(word) || overview(in_groups).contains(word);
        assert!(Palette::default().paint(&narrow).split_whitespace().all(is_known), "{narrow}");
    }

    #[test]
    fn the_overview_fits_the_screen() {
        for (rows, commands) in [(None, true), (Some(24), false), (Some(60), true)] {
            let text = text(&Palette::default(), 80, rows);
            assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
            assert!(text.lines().count() < rows.unwrap_or(60), "{text}");
            assert_eq!(text.contains("What you are missing for a role"), commands, "{text}");
            assert!(
                Group::ALL
                    .iter()
                    .flat_map(|group| group
                        .commands()
                        .get_subcommands()
                        .map(|c| c.get_name().to_owned())
                        .collect::<Vec<_>>())
                    .all(|name| text.contains(&name)),
                "{text}"
            );
        }
    }
}
