//! What `roles` alone shows: everything it can do, on one screen, with examples that work.

use std::fmt::Write;

use crate::cli::Group;
use crate::render::label::{Label, Palette, labelled};

/// Examples that work as they stand.
pub const EXAMPLES: [(&str, &str); 3] = [
    ("roles show cto", "the page of the chief technology officer"),
    ("roles path junior-software-engineer cto", "how to get there, step by step"),
    ("roles salary --region de", "what every role is paid in Germany"),
];

/// Returns the overview.
pub fn text(palette: &Palette) -> String {
    let mut text = String::from("The man page for careers in IT: what a role does, asks for, pays and leads to.\n");
    for group in Group::ALL {
        let _ = writeln!(text, "\n{}", labelled(Label::Heading, group.title));
        for command in group.commands().get_subcommands() {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            let _ = writeln!(text, "  {:13} {about}", command.get_name());
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
