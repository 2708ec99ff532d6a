//! What is said beside an answer, or in its place: on stderr, in the colors of an answer.

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};

use crate::app::terminal;
use crate::app::typed::Typed;
use crate::present::diagnostic;
use crate::present::label::Label;
use crate::present::palette::Palette;
use crate::present::text::{Text, labelled, text};
use crate::render;
use crate::text::harmless::harmless;
use crate::view::error::{Error, Exit};

/// What the reader should know of an answer, a line each.
pub fn said(kind: &str, said: &[String]) -> Vec<Text> {
    let label = if kind == "warning" { Label::Mark } else { Label::Hint };
    let kind = labelled(label, &format!("{kind}:"));
    said.iter().map(|line| text![&kind, " ", line]).collect()
}

/// Says beside an answer what the reader should know of it.
pub fn say(said: &[Text]) {
    if said.is_empty() {
        return;
    }
    let palette = palette();
    let mut err = io::stderr().lock();
    said.iter().for_each(|line| write(&mut err, &palette, line));
}

/// Writes a line, broken between words where a terminal would break it anywhere.
fn write(err: &mut impl Write, palette: &Palette, line: &Text) {
    let lines = terminal::width_of_stderr().map_or_else(|| vec![line.clone()], |width| render::told(line, width));
    // Where nobody listens on stderr, there is nobody to tell.
    lines.iter().for_each(|line| drop(writeln!(err, "{}", palette.paint(line))));
}

/// Says what went wrong, and what could be typed.
pub fn tell(error: &Error) -> Exit {
    say(&said("warning", &error.warnings));
    let palette = palette();
    let mut err = io::stderr().lock();
    if !error.faults.is_empty() {
        let drawn = diagnostic::drawn(&error.faults, io::stderr().is_terminal());
        let _ = writeln!(err, "{}", palette.paint(&drawn));
    }
    for line in harmless(error.to_string()).lines() {
        let line = match line.split_once(": ") {
            Some(("error", rest)) => text![labelled(Label::Error, "error:"), " ", rest],
            Some(("hint", rest)) => text![labelled(Label::Hint, "hint:"), " ", rest],
            _ => line.into(),
        };
        write(&mut err, &palette, &line);
    }
    error.exit
}

/// The colors on stderr: those of an answer, where a terminal shows them and nobody wants none.
fn palette() -> Palette {
    let args: Vec<OsString> = std::env::args_os().collect();
    let typed = Typed::of(&args).value_behind("--color").map(str::to_owned);
    let stated = typed.or_else(|| std::env::var("ROLES_COLOR").ok());
    let is_never = stated.is_some_and(|when| when.eq_ignore_ascii_case("never"));
    if terminal::is_stderr_colored() && !is_never { Palette::of_environment(false) } else { Palette::default() }
}
