//! Pages taller than the screen go through a pager, as those of git do.

use std::env;
use std::io::{ErrorKind, Write};
use std::process::{Command, Stdio};

/// Shows a text through the user's pager. Returns whether it was shown: where there is no pager,
/// or it fails, the caller writes the text itself.
pub fn show(text: &str) -> bool {
    let Some(mut command) = command() else { return false };
    let Ok(mut pager) = command.stdin(Stdio::piped()).spawn() else { return false };
    let mut input = pager.stdin.take().expect("the pager's input is piped");
    let is_taken = match input.write_all(text.as_bytes()) {
        Ok(()) => true,
        // Whoever quits the pager has read enough.
        Err(error) => error.kind() == ErrorKind::BrokenPipe,
    };
    drop(input);
    is_taken && pager.wait().is_ok_and(|status| status.success())
}

/// `$ROLES_PAGER`, `$PAGER`, or `less -FRX`; none where the user asks for none.
fn command() -> Option<Command> {
    let stated = ["ROLES_PAGER", "PAGER"].iter().find_map(|name| env::var(name).ok().filter(|line| !line.is_empty()));
    let line = stated.unwrap_or_else(|| "less -FRX".to_owned());
    let mut words = line.split_whitespace();
    let program = words.next().filter(|program| *program != "cat")?;
    let mut command = Command::new(program);
    command.args(words);
    Some(command)
}
