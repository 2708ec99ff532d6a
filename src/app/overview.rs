//! What `roles` alone shows: everything it can do, on one screen, with examples that work.

use crate::present::label::Label;
use crate::present::palette::Palette;
use crate::present::text::{Text, labelled, text};
use crate::render;
use crate::request::Group;

/// Examples that work as they stand.
pub const EXAMPLES: [(&str, &str); 3] = [
    ("roles show cto", "the page of the CTO"),
    ("roles path junior-software-engineer cto", "how to get there, step by step"),
    ("roles salary --region de", "what every role is paid in Germany"),
];

/// A line, and the column in which what has no room on it goes on below.
type Line = (usize, Text);

/// Returns the overview: a line for each command, or for each group where the screen is lower. Lines
/// that are wider than the screen are broken between words.
pub fn text(palette: &Palette, width: usize, rows: Option<usize>) -> String {
    let overview = |commands| broken(&overview(commands, width), width);
    let whole = overview(one_by_one);
    // The prompt comes back below.
    let fits = rows.is_none_or(|rows| whole.len() < rows);
    let lines = if fits { whole } else { overview(in_groups) };
    lines.iter().map(|line| palette.paint(line) + "\n").collect()
}

/// Breaks lines between words; what is said beside something goes on below it.
fn broken(lines: &[Line], width: usize) -> Vec<Text> {
    lines.iter().flat_map(|(column, line)| render::whole(line, width, &" ".repeat(*column))).collect()
}

fn overview(commands: fn() -> Vec<Line>, width: usize) -> Vec<Line> {
    const BESIDE: usize = 44;
    let plain = |line: &str| (0, line.into());
    let mut lines = vec![plain("The man page for careers in IT: what a role does, asks for, pays and leads to.")];
    lines.extend(commands());
    lines.extend([plain(""), (0, labelled(Label::Heading, "Try"))]);
    for (example, what) in EXAMPLES {
        let aside = labelled(Label::Aside, what);
        match BESIDE + what.len() <= width {
            true => lines.push((BESIDE, text![format!("  {example:41} "), aside])),
            false => lines.extend([(4, text!["  ", example]), (4, text!["    ", aside])]),
        }
    }
    lines.extend([
        plain(""),
        plain("More of all commands: roles --help. More of one: roles COMMAND --help."),
        plain("In a pipe, every line is one fact: roles show cto | grep ^salary"),
    ]);
    lines
}

fn one_by_one() -> Vec<Line> {
    let mut lines = Vec::new();
    for group in Group::ALL {
        lines.extend([(0, Text::default()), (0, labelled(Label::Heading, group.title))]);
        for command in group.commands().get_subcommands() {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            lines.push((16, format!("  {:13} {about}", command.get_name()).into()));
        }
    }
    lines
}

fn in_groups() -> Vec<Line> {
    const BEHIND: usize = 9;
    let blanks = |count: usize| " ".repeat(count);
    let mut lines = vec![(0, Text::default())];
    for group in Group::ALL {
        let heading = labelled(Label::Heading, group.title);
        let commands = group.commands();
        let names: Vec<&str> = commands.get_subcommands().map(clap::Command::get_name).collect();
        lines.push((BEHIND, text![heading, blanks(BEHIND - group.title.len()), names.join(", ")]));
        lines.push((BEHIND, text![blanks(BEHIND), labelled(Label::Aside, group.what)]));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_narrow_overview_breaks_no_word() {
        let whole = text(&Palette::default(), 80, None);
        let narrow = text(&Palette::default(), 40, Some(24));
        assert!(narrow.lines().all(|line| line.chars().count() <= 46), "{narrow}");
        let groups = text(&Palette::default(), 80, Some(1));
        let is_known = |word: &str| whole.contains(word) || groups.contains(word);
        assert!(narrow.split_whitespace().all(is_known), "{narrow}");
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
