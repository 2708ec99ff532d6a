//! What `roles` alone shows: everything it can do, on one screen, with examples that work.

use std::fmt::Write;

use clap::CommandFactory;

use crate::cli::Cli;
use crate::render::label::{Label, Palette, labelled};

const GROUPS: [(&str, &[&str]); 5] = [
    ("Explore", &["list", "show", "search", "prereqs", "next"]),
    ("Decide", &["path", "compare", "salary", "profile", "gap", "match"]),
    ("Verify", &["why", "sources", "competencies", "tools", "families", "levels", "regions"]),
    ("Write", &["new", "check", "schema"]),
    ("Shell", &["completions", "man"]),
];

/// Examples that work as they stand.
pub const EXAMPLES: [(&str, &str); 3] = [
    ("roles show cto", "the page of the chief technology officer"),
    ("roles path junior-software-engineer cto", "how to get there, step by step"),
    ("roles salary --region de", "what every role is paid in Germany"),
];

/// Returns the overview.
pub fn text(palette: &Palette) -> String {
    let main = Cli::command();
    let mut text = String::from("The man page for careers in IT: what a role does, asks for, pays and leads to.\n");
    for (group, names) in GROUPS {
        let _ = writeln!(text, "\n{}", labelled(Label::Heading, group));
        for name in names {
            let command = main.find_subcommand(name);
            let about = command.and_then(|command| command.get_about()).map(ToString::to_string).unwrap_or_default();
            let _ = writeln!(text, "  {name:13} {about}");
        }
    }
    let _ = writeln!(text, "\n{}", labelled(Label::Heading, "Try"));
    for (example, what) in EXAMPLES {
        let _ = writeln!(text, "  {example:41} {}", labelled(Label::Aside, what));
    }
    text.push_str(
        "\nMore of a command: roles COMMAND --help. In a pipe, every line is one fact: roles show cto | grep ^salary\n",
    );
    palette.paint(&text).into_owned()
}
