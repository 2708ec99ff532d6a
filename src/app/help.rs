//! The help of a command: examples first. `-h` fits a screen, `--help` says everything.

use crate::present::label::Label;
use crate::present::text::{Text, labelled, text};

/// The lines of a screen on which the prompt comes back below.
const SCREEN: usize = 23;
/// The examples of a help that has no room for more.
const FEW: usize = 3;
/// The columns of a line of the short help.
const WIDTH: usize = 79;

/// Puts the examples of a command's help first; in short, what is too much for a screen is left to the long one.
pub fn arranged(text: &str, command: &str, is_short: bool, width: Option<usize>) -> String {
    let parts: Vec<&str> = text.trim_end().split("\n\n").collect();
    let is = |part: &str, name: &str| part.starts_with(name);
    let named = |name: &str| parts.iter().copied().filter(|part| is(part, name)).collect::<Vec<_>>();
    let examples = named("Examples:");
    let globals = named("Global options:");
    let rest: Vec<&str> =
        parts.iter().copied().filter(|part| !is(part, "Examples:") && !is(part, "Global options:")).collect();
    let (before, behind) = rest.split_at(rest.len().min(2));
    let (lists, prose): (Vec<&str>, Vec<&str>) =
        behind.iter().partition(|part| is(part, "Arguments:") || is(part, "Options:"));
    let join = |parts: &[&[&str]]| parts.concat().join("\n\n") + "\n";
    if !is_short {
        return join(&[before, &examples, &lists, &globals, &prose]);
    }
    let more = format!("More, and the options of every command: roles {command} --help");
    let whole: Vec<String> = lists.iter().map(|part| (*part).to_owned()).collect();
    let short = |lists: &[String], examples: &[&str]| {
        let lists: Vec<&str> = lists.iter().map(String::as_str).collect();
        join(&[before, examples, &lists, &[more.as_str()]])
    };
    let few = examples.concat().lines().take(1 + FEW).collect::<Vec<_>>().join("\n");
    let text = short(&whole, &examples);
    if text.lines().count() <= SCREEN {
        return text;
    }
    let width = width.map_or(WIDTH, |width| width.min(WIDTH));
    let lines: Vec<String> = lists.iter().map(|part| a_line_each(part, width)).collect();
    let text = short(&lines, &examples);
    if text.lines().count() <= SCREEN { text } else { short(&lines, &[&few]) }
}

/// The options of a list, a line each: of what they do, the first clause.
fn a_line_each(list: &str, width: usize) -> String {
    let mut entries: Vec<(String, String)> = Vec::new();
    for line in list.lines() {
        let said = line.trim_start();
        let indent = line.len() - said.len();
        match entries.last_mut().filter(|_| indent > 8 && !said.starts_with('-')) {
            Some((_, above)) => *above = format!("{above} {said}").trim_start().to_owned(),
            None => {
                let (head, behind) = said.split_once("  ").unwrap_or((said, ""));
                entries.push((format!("{}{head}", &line[..indent]), behind.trim_start().to_owned()));
            }
        }
    }
    let heads = entries.iter().filter(|(_, said)| !said.is_empty()).map(|(head, _)| head.chars().count());
    let column = heads.max().unwrap_or(0) + 2;
    let line = |(head, said): &(String, String)| match said.as_str() {
        "" => head.clone(),
        said => format!("{head:column$}{}", first_clause(said, width.saturating_sub(column))),
    };
    entries.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The first clause of what an option does, cut at a word where it is too long.
fn first_clause(said: &str, room: usize) -> String {
    let end = ["; ", ": ", " ["].iter().filter_map(|mark| said.find(mark)).min().unwrap_or(said.len());
    let clause = &said[..end];
    if clause.chars().count() <= room {
        return clause.to_owned();
    }
    let mut fits = clause.char_indices().filter(|(at, c)| *c == ' ' && clause[..*at].chars().count() + 3 <= room);
    fits.next_back().map_or(String::new(), |(at, _)| format!("{}...", clause[..at].trim_end_matches(',')))
}

/// Puts labels on headings, and on what is said beside.
pub fn labelled_text(text: &str) -> Text {
    let line = |line: &str| {
        let is_heading = !line.starts_with(' ') && line.ends_with(':');
        match line.split_once(':') {
            _ if is_heading => labelled(Label::Heading, line),
            Some((what @ ("Usage" | "Environment" | "Exit codes"), rest)) => {
                text![labelled(Label::Heading, &format!("{what}:")), rest]
            }
            _ => line.into(),
        }
    };
    text![Text::join(text.lines().map(line), "\n"), "\n"]
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Show one\n\nUsage: roles show [OPTIONS]\n\nArguments:\n  <ROLE>  Ids\n\nOptions:\n  -a, --all   \
                        Leave nothing out\n              at all\n\nGlobal options:\n  --plain  Plain\n\nExamples:\n  \
                        roles show cto\n\nMore of it.\n";

    #[test]
    fn examples_stand_first() {
        let long = arranged(TEXT, "show", false, None);
        assert_eq!(long.lines().count(), TEXT.lines().count());
        assert!(
            long.starts_with("Show one\n\nUsage: roles show [OPTIONS]\n\nExamples:\n  roles show cto\n\nArguments:")
        );
        assert!(long.ends_with("Global options:\n  --plain  Plain\n\nMore of it.\n"), "{long}");
        let short = arranged(TEXT, "show", true, None);
        assert!(!short.contains("--plain") && short.contains("roles show --help"), "{short}");
    }

    #[test]
    fn of_what_goes_on_below_the_first_clause_stays() {
        assert_eq!(
            a_line_each(
                "Options:\n  -a, --all   Leave out\n              nothing; several times [default: no]\n  -b  B",
                WIDTH
            ),
            "Options:\n  -a, --all  Leave out nothing\n  -b         B"
        );
    }
}
