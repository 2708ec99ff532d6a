//! Pages taller than the screen go through a pager, as those of git do.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{ErrorKind, Write};
use std::process::{Command, ExitStatus, Stdio};

use crate::request;
use crate::text::harmless::is_obeyed;

/// Shows a text through the user's pager, under a name. Returns whether it was shown: where there is
/// no pager, or it cannot be started, the caller writes the text itself.
pub fn show(text: &str, name: &str) -> bool {
    let Some(mut command) = command(name) else { return false };
    let _patience = interrupts::Patience::begin();
    let Ok(mut pager) = command.stdin(Stdio::piped()).spawn() else { return false };
    let mut input = pager.stdin.take().expect("the pager's input is piped");
    let is_taken = match input.write_all(text.as_bytes()) {
        Ok(()) => true,
        // Whoever quits the pager has read enough.
        Err(error) => error.kind() == ErrorKind::BrokenPipe,
    };
    drop(input);
    match pager.wait() {
        Ok(status) if has_shown(status) => is_taken,
        Ok(_) => {
            let _ = writeln!(std::io::stderr(), "note: the pager cannot be started: the page follows");
            false
        }
        Err(_) => false,
    }
}

/// The shell says by a code of its own that a pager cannot be run or is not there. Any other is the pager's: one
/// that ends with it has had the page.
fn has_shown(status: ExitStatus) -> bool {
    !matches!(status.code(), Some(126 | 127))
}

/// What the prompt of the pager calls a page: the command that asks for it, without the options before it.
pub fn name(args: &[OsString]) -> String {
    const LONGEST: usize = 48;
    let words = args.iter().map(|word| word.to_string_lossy()).skip_while(|word| !request::is_command(word));
    let words: Vec<_> = words.collect();
    let name = format!("roles {}", words.join(" "));
    let mut shown: String = name.chars().filter(|c| !is_obeyed(*c) && !c.is_whitespace() || *c == ' ').collect();
    if let Some((end, _)) = shown.char_indices().nth(LONGEST) {
        shown.truncate(end);
        shown.push_str("...");
    }
    shown
}

/// `$ROLES_PAGER`, `$PAGER`, or `less`, as the shell reads it; none where the user asks for none.
fn command(name: &str) -> Option<Command> {
    let stated = ["ROLES_PAGER", "PAGER"].iter().find_map(|name| env::var_os(name).filter(|line| !line.is_empty()));
    let line = stated.unwrap_or_else(|| "less".into());
    if line == "cat" {
        return None;
    }
    let mut command = shell(&line);
    // Without a locale the page is UTF-8, and `less` would show its signs as `<C2><B7>`.
    let unset =
        [("LESS", format!("FRX{}", prompt(name))), ("LV", "-c".to_owned()), ("LESSCHARSET", "utf-8".to_owned())];
    for (variable, value) in unset {
        if env::var_os(variable).is_none_or(|value| value.is_empty()) {
            command.env(variable, value);
        }
    }
    Some(command)
}

/// A line of the shell: `PAGER` may have quotes and pipes.
fn shell(line: &OsStr) -> Command {
    let (shell, option) = if cfg!(windows) { ("cmd", "/C") } else { ("sh", "-c") };
    let mut command = Command::new(shell);
    command.arg(option).arg(line);
    command
}

/// The prompt of `less`, as an option in `$LESS`: the page's name, the line, and the two keys that who
/// does not know it looks for. The signs of its own language stand in a name behind a backslash; the one
/// that ends an option has no such way.
fn prompt(name: &str) -> String {
    let mut shown = String::new();
    for c in name.chars().filter(|c| *c != '$') {
        if matches!(c, '?' | ':' | '.' | '%' | '\\') {
            shown.push('\\');
        }
        shown.push(c);
    }
    format!("Ps {shown}?lt, line %lt.?e (end).  (h for help, q to quit)$")
}

/// Ctrl-C while a pager runs: both programs get it, and it is the pager's. It must not end this
/// program, which would leave the pager and the shell to fight for the keys; nor may it be ignored,
/// for the pager would inherit that.
#[cfg(unix)]
mod interrupts {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    use signal_hook::consts::{SIGINT, SIGQUIT};
    use signal_hook::flag::register_conditional_default;

    /// Interrupts do nothing from its beginning to its end, and then what they did before.
    pub struct Patience(Arc<AtomicBool>);

    impl Patience {
        pub fn begin() -> Self {
            let is_over = Arc::new(AtomicBool::new(false));
            for signal in [SIGINT, SIGQUIT] {
                // Where no handler can be had, an interrupt ends the program as it always did.
                let _ = register_conditional_default(signal, Arc::clone(&is_over));
            }
            Self(is_over)
        }
    }

    impl Drop for Patience {
        fn drop(&mut self) {
            self.0.store(true, Ordering::SeqCst);
        }
    }
}

#[cfg(not(unix))]
mod interrupts {
    /// Elsewhere the pager's console takes its own interrupts.
    pub struct Patience;

    impl Patience {
        pub fn begin() -> Self {
            Self
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_prompt_shows_a_name_as_it_was_typed() {
        let prompt = super::prompt("roles gap sre --profile p.yaml 100% $HOME");
        assert!(prompt.starts_with(r"Ps roles gap sre --profile p\.yaml 100\% HOME?lt"), "{prompt}");
    }
}
