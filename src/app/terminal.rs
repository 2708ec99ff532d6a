//! What the answer is written to: read once, at the start, from the environment and the terminal.

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal};

/// The narrowest page that is drawn.
pub const NARROWEST: usize = 20;
/// The widest page that is drawn.
pub const WIDEST: usize = 500;

/// What stdout is.
#[derive(Debug, Clone)]
pub struct Terminal {
    /// Whether a person reads it, and not a program.
    pub is_terminal: bool,
    /// Columns of the terminal; none where there is none.
    pub width: Option<usize>,
    /// Rows of the terminal; none where there is none.
    pub height: Option<usize>,
    /// Whether the environment asks for color, where the user does not.
    pub color: bool,
    /// Whether the locale shows more than ASCII.
    pub unicode: bool,
    /// Whether it can do nothing but print.
    pub is_dumb: bool,
    /// Whether hyperlinks are known to work.
    pub links: bool,
}

impl Terminal {
    /// Reads stdout and the environment.
    pub fn of_stdout() -> Self {
        let is_terminal = io::stdout().is_terminal();
        let size = is_terminal.then(|| terminal_size::terminal_size_of(io::stdout())).flatten();
        let (width, height) = size.map(|(w, h)| (usize::from(w.0), usize::from(h.0))).unzip();
        let is_dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
        Self {
            is_terminal,
            width: width.filter(|width| *width > 0).or_else(columns),
            height: height.filter(|height| *height > 0),
            color: color(is_terminal, is_dumb),
            unicode: unicode(),
            is_dumb,
            links: is_terminal && !is_dumb && links(),
        }
    }
}

/// What the shell says, where the terminal does not. Nonsense counts as silence.
fn columns() -> Option<usize> {
    env::var("COLUMNS").ok()?.parse().ok().filter(|columns| *columns > 0)
}

/// NO_COLOR, then CLICOLOR_FORCE, then CLICOLOR=0, then what stdout is: decided here and only here.
fn color(is_terminal: bool, is_dumb: bool) -> bool {
    let is_zero = |name: &str| env::var_os(name).is_some_and(|value| value == "0");
    if is_set("NO_COLOR") {
        return false;
    }
    if is_set("CLICOLOR_FORCE") && !is_zero("CLICOLOR_FORCE") {
        return true;
    }
    is_terminal && !is_dumb && !is_zero("CLICOLOR") && is_set("TERM")
}

/// Columns of the terminal that shows what is said beside answers; none where there is none.
pub fn width_of_stderr() -> Option<usize> {
    let size = io::stderr().is_terminal().then(|| terminal_size::terminal_size_of(io::stderr())).flatten();
    size.map(|(width, _)| usize::from(width.0)).filter(|width| *width > 0)
}

/// Whether a terminal shows what is said beside answers, in color.
pub fn is_stderr_colored() -> bool {
    let is_dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
    let is_terminal = io::stderr().is_terminal();
    is_terminal && color(is_terminal, is_dumb)
}

/// An empty variable counts as unset.
fn is_set(name: &str) -> bool {
    env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// The locale's character set. No locale at all is taken for a modern system, C for an old one.
fn unicode() -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| env::var_os(name).filter(|v| !v.is_empty()));
    locale.is_none_or(|locale| is_utf8(&locale))
}

fn is_utf8(locale: &OsString) -> bool {
    let locale = locale.to_string_lossy().to_ascii_lowercase();
    locale.ends_with("utf-8") || locale.ends_with("utf8") || locale.contains("utf-8@") || locale.contains("utf8@")
}

/// Terminals that are known to show OSC 8 hyperlinks.
fn links() -> bool {
    let program = env::var("TERM_PROGRAM").unwrap_or_default();
    let term = env::var("TERM").unwrap_or_default();
    let vte = env::var("VTE_VERSION").ok().and_then(|version| version.parse::<u32>().ok());
    ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper"].contains(&program.as_str())
        || ["kitty", "foot", "alacritty", "ghostty"].iter().any(|name| term.contains(name))
        || vte.is_some_and(|version| version >= 5000)
        || is_set("WT_SESSION")
        || is_set("KONSOLE_VERSION")
}
