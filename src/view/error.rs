//! What goes wrong, as the user reads it, and the exit code it ends with.

use std::fmt;
use std::rc::Rc;

use crate::catalog::read::diagnostic::Diagnostic;
use crate::text::hint::Hint;
#[cfg(feature = "browse")]
use crate::text::hint::{Ask, hint};

/// The program's exit codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// The question was answered, or the reader of the pipe had enough.
    Answered,
    /// Nothing was found: an empty search, no path, a gap with `--exit-code`, a catalog with faults.
    Nothing,
    /// The command is wrong, the catalog cannot be read, or the answer cannot be written.
    Failed,
}

impl Exit {
    pub fn code(self) -> u8 {
        match self {
            Self::Answered => 0,
            Self::Nothing => 1,
            Self::Failed => 2,
        }
    }
}

/// One clear line, hints that can be typed, and an exit code.
#[derive(Debug, Clone)]
pub struct Error {
    /// Lower case, no final dot, the user's word in backticks.
    pub message: String,
    pub hints: Vec<Hint>,
    /// What is wrong in files, where that is what the error is about.
    pub faults: Vec<Fault>,
    /// What was left out before it came to the error, a line each.
    pub warnings: Vec<Hint>,
    /// The word that should be a role's name, where hints show the roles that it may be.
    pub role: Option<Box<str>>,
    /// Whether hints that name the command that was typed are that question again: with the options typed.
    pub again: bool,
    pub exit: Exit,
}

/// A fault in a file, with the file's text where it could be read.
#[derive(Debug, Clone)]
pub struct Fault {
    pub diagnostic: Diagnostic,
    /// Shared: thousands of faults may stand in one file.
    pub text: Option<Rc<str>>,
}

impl Error {
    /// A wrong command, or something that cannot be read or written.
    pub fn failed(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            hints: Vec::new(),
            faults: Vec::new(),
            warnings: Vec::new(),
            role: None,
            again: false,
            exit: Exit::Failed,
        }
    }

    /// A right command whose answer is nothing.
    pub fn nothing(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            hints: Vec::new(),
            faults: Vec::new(),
            warnings: Vec::new(),
            role: None,
            again: false,
            exit: Exit::Nothing,
        }
    }

    pub fn faults(mut self, faults: Vec<Fault>) -> Self {
        self.faults = faults;
        self
    }

    pub fn warnings(mut self, warnings: impl IntoIterator<Item = impl Into<Hint>>) -> Self {
        self.warnings = warnings.into_iter().map(Into::into).collect();
        self
    }

    /// Says which word the roles that its hints ask for may stand for: whoever asked with another command is
    /// shown that one.
    pub fn role(mut self, word: &str) -> Self {
        self.role = Some(word.into());
        self
    }

    /// Says that the hints ask the same question again, in other words.
    pub fn again(mut self) -> Self {
        self.again = true;
        self
    }

    pub fn hint(mut self, hint: impl Into<Hint>) -> Self {
        self.hints.push(hint.into());
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "error: {}", self.message)?;
        self.hints.iter().try_for_each(|hint| writeln!(f, "hint: {hint}"))
    }
}

impl std::error::Error for Error {}

/// The user's word in backticks: harmless on a terminal, and short enough for one line.
pub fn ticked(word: &str) -> String {
    const LONGEST: usize = 60;
    // Between backticks none can stand.
    let mut shown: String = word.chars().take(LONGEST).flat_map(harmless).collect::<String>().replace('`', "\\u{60}");
    if word.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    format!("`{shown}`")
}

/// The user's word as a shell takes it, for hints. What is not seen, and what a hint cannot hold between its backticks,
/// is written by its octal bytes, which the shell's `printf` reads.
pub fn typeable(word: &str) -> String {
    let is_written = |c: char| c == '`' || is_harmful(c);
    if !word.contains(is_written) {
        return shlex::try_quote(word).unwrap_or(word.into()).into_owned();
    }
    let octal = |c: char| c.encode_utf8(&mut [0; 4]).bytes().map(|byte| format!("\\{byte:03o}")).collect::<String>();
    let printed = |(at, c): (usize, char)| match c {
        '%' => "%%".to_owned(),
        '\\' => "\\\\".to_owned(),
        // An apostrophe would end the text, and a dash in front would be read as an option.
        c if is_written(c) || c == '\'' || at == 0 && c == '-' => octal(c),
        c => c.to_string(),
    };
    format!("\"$(printf '{}')\"", word.chars().enumerate().map(printed).collect::<String>())
}

/// Whether a character is named in what a terminal shows.
fn is_harmful(c: char) -> bool {
    c.is_control() || crate::text::harmless::is_invisible(c)
}

/// Control characters are named, not sent to the terminal.
fn harmless(c: char) -> impl Iterator<Item = char> {
    let escaped = is_harmful(c).then(|| c.escape_unicode());
    escaped.into_iter().flatten().chain((!is_harmful(c)).then_some(c))
}

#[cfg(feature = "browse")]
/// Says what answers the same where there is no terminal.
pub fn needs_a_terminal() -> Error {
    Error::failed("`browse` needs a terminal that it can draw on and take keys from")
        .hint(hint![
            Ask::of("search").word("WORD"),
            ", ",
            Ask::of("title").word("'A TITLE'"),
            " and ",
            Ask::of("show").word("ROLE"),
            " find a role and print its page",
        ])
        .hint(hint![
            Ask::of("next").word("ROLE"),
            ", ",
            Ask::of("path").words(["ROLE", "ROLE"]),
            ", ",
            Ask::of("compare").words(["ROLE", "ROLE"]),
            " and ",
            Ask::of("salary").word("ROLE"),
            " answer the rest",
        ])
        .hint(hint![Ask::of("profile").words(["ROLE", "--ask"]), " asks for what you master, and writes `me.yaml`",])
        .hint(hint![
            Ask::of("gap").words(["ROLE", "--profile", "me.yaml"]),
            " and ",
            Ask::of("match").words(["--profile", "me.yaml"]),
            " say what fits",
        ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_shown_harmlessly() {
        assert_eq!(ticked("cto"), "`cto`");
        assert_eq!(ticked("a\x1b[31mb"), "`a\\u{1b}[31mb`");
        assert_eq!(ticked("a\u{202e}b"), "`a\\u{202e}b`");
        assert_eq!(typeable("my ladder"), "'my ladder'");
        assert_eq!(typeable("ladder/b"), "ladder/b");
        assert_eq!(ticked("a`b"), "`a\\u{60}b`");
        assert_eq!(typeable("a\x1b[31mb"), "\"$(printf 'a\\033[31mb')\"");
        assert_eq!(typeable("-a`b's\u{200b}%\\"), "\"$(printf '\\055a\\140b\\047s\\342\\200\\213%%\\\\')\"");
        assert_eq!(ticked(&"x".repeat(100_000)).chars().count(), 63);
    }
}
