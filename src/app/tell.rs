//! What is said beside an answer, or in its place: on stderr, in the colors of an answer.

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};

use crate::app::terminal;
use crate::app::typed::Typed;
use crate::present::diagnostic;
use crate::present::label::{Label, labelled};
use crate::present::palette::Palette;
use crate::render;
use crate::view::error::{Error, Exit};

/// What the reader should know of an answer, a line each.
pub fn said(kind: &str, said: &[String]) -> Vec<String> {
    let label = if kind == "warning" { Label::Mark } else { Label::Hint };
    let kind = labelled(label, &format!("{kind}:"));
    said.iter().map(|line| format!("{kind} {}", render::harmless(line.clone()))).collect()
}

/// Says beside an answer what the reader should know of it.
pub fn say(said: &[String]) {
    if said.is_empty() {
        return;
    }
    let palette = palette();
    let mut err = io::stderr().lock();
    said.iter().for_each(|line| write(&mut err, &palette, line));
}

/// Writes a line, broken between words where a terminal would break it anywhere.
fn write(err: &mut impl Write, palette: &Palette, line: &str) {
    let lines = terminal::width_of_stderr().map_or_else(|| vec![line.to_owned()], |width| render::told(line, width));
    // Where nobody listens on stderr, there is nobody to tell.
    lines.iter().for_each(|line| drop(writeln!(err, "{}", palette.paint(line))));
}

/// Says what went wrong, and what could be typed.
pub fn tell(error: &Error) -> Exit {
    say(&said("warning", &error.warnings));
    let palette = palette();
    let mut err = io::stderr().lock();
    if !error.faults.is_empty() {
        let width = terminal::width_of_stderr();
        let drawn = diagnostic::drawn(&error.faults, io::stderr().is_terminal(), width);
        let _ = writeln!(err, "{}", palette.paint(&render::harmless_but_labels(drawn)));
    }
    for line in render::harmless(error.to_string()).lines() {
        let line = match line.split_once(": ") {
            Some(("error", rest)) => format!("{} {rest}", labelled(Label::Error, "error:")),
            Some(("hint", rest)) => format!("{} {rest}", labelled(Label::Hint, "hint:")),
            _ => line.to_owned(),
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
