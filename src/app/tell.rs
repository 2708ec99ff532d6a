//! What is said beside an answer, or in its place: on stderr, in the colors of an answer.

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};

use crate::app::terminal;
use crate::app::typed::Typed;
use crate::catalog::read::diagnostic::Diagnostic;
use crate::present::diagnostic;
use crate::present::label::Label;
use crate::present::palette::Palette;
use crate::present::text::{Text, labelled, text};
use crate::render;
use crate::view::error::{Error, Exit, Fault};

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
pub fn tell(error: &Error, typed: &Typed) -> Exit {
    let warnings: Vec<String> = error.warnings.iter().map(|warning| typed.worded(warning)).collect();
    say(&said("warning", &warnings));
    let palette = palette();
    let mut err = io::stderr().lock();
    if !error.faults.is_empty() {
        let (is_terminal, width) = (io::stderr().is_terminal(), terminal::width_of_stderr());
        let drawn = diagnostic::drawn(&worded(&error.faults, typed), is_terminal, width);
        let _ = writeln!(err, "{}", palette.paint(&drawn));
    }
    let message = lines(Label::Error, "error:", &error.message);
    let hints = typed.worded_of(error);
    let hints = hints.iter().flat_map(|hint| lines(Label::Hint, "hint:", hint));
    message.into_iter().chain(hints).for_each(|line| write(&mut err, &palette, &line));
    error.exit
}

/// What is said behind a word; what stands on several lines is written line by line.
fn lines(label: Label, word: &str, said: &str) -> Vec<Text> {
    let line = |(at, line): (usize, &str)| match at {
        0 => text![labelled(label, word), " ", line],
        _ => line.into(),
    };
    said.lines().enumerate().map(line).collect()
}

/// Faults whose hints ask the catalog that was asked.
fn worded(faults: &[Fault], typed: &Typed) -> Vec<Fault> {
    let worded = |fault: &Fault| {
        let help = fault.diagnostic.help.as_ref().map(|help| typed.worded(help).into());
        Fault { diagnostic: Diagnostic { help, ..fault.diagnostic.clone() }, text: fault.text.clone() }
    };
    faults.iter().map(worded).collect()
}

/// The colors on stderr: those of an answer, where a terminal shows them and nobody wants none.
fn palette() -> Palette {
    let args: Vec<OsString> = std::env::args_os().collect();
    let typed = Typed::of(&args).value_behind("--color").map(str::to_owned);
    let stated = typed.or_else(|| std::env::var("ROLES_COLOR").ok());
    let is_never = stated.is_some_and(|when| when.eq_ignore_ascii_case("never"));
    if terminal::is_stderr_colored() && !is_never { Palette::of_environment(false) } else { Palette::default() }
}
