//! Completion in bash, which parts what is typed at `=` and `:` too, and puts a candidate in the place
//! of the last part alone.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::Path;

use clap_complete::engine;
use clap_complete::env as shells;
use clap_complete::env::EnvCompleter;

use crate::text::harmless::is_obeyed;

/// bash, with its parts put together again before they are completed.
pub struct Bash;

impl EnvCompleter for Bash {
    fn name(&self) -> &'static str {
        shells::Bash.name()
    }

    fn is(&self, name: &str) -> bool {
        shells::Bash.is(name)
    }

    fn write_registration(
        &self,
        var: &str,
        name: &str,
        bin: &str,
        completer: &str,
        buf: &mut dyn io::Write,
    ) -> io::Result<()> {
        shells::Bash.write_registration(var, name, bin, completer, buf)
    }

    fn write_complete(
        &self,
        command: &mut clap::Command,
        args: Vec<OsString>,
        folder: Option<&Path>,
        buf: &mut dyn io::Write,
    ) -> io::Result<()> {
        let index = env::var("_CLAP_COMPLETE_INDEX").ok().and_then(|index| index.parse().ok()).unwrap_or_default();
        let between = env::var("_CLAP_IFS").unwrap_or_else(|_| "\n".to_owned());
        let typed = Typed::of(args, index);
        let candidates = engine::complete(command, typed.words, typed.index, folder)?;
        let values = candidates.iter().map(|candidate| candidate.get_value().to_string_lossy());
        // A file's name is somebody else's: bash would hand it on to the terminal.
        let values = values.filter(|value| !value.contains(is_obeyed));
        let values: Vec<String> =
            values.filter_map(|value| Some(value.strip_prefix(typed.standing.as_str())?.to_owned())).collect();
        write!(buf, "{}", values.join(&between))
    }
}

/// A command line as it was typed.
pub struct Typed {
    pub words: Vec<OsString>,
    /// The word that is completed.
    index: usize,
    /// What of that word bash takes for words before it, and leaves standing.
    standing: String,
}

impl Typed {
    /// Puts together what bash parted: `--tool`, `=`, `kube` are an option and its value, and
    /// `architecture`, `:`, `60` are one value.
    pub fn of(parts: Vec<OsString>, index: usize) -> Self {
        let mut typed = Self { words: Vec::new(), index, standing: String::new() };
        let mut parts = parts.into_iter().enumerate();
        while let Some((at, part)) = parts.next() {
            let Some(before) = typed.words.last_mut().filter(|before| belongs(&part, before)) else {
                typed.words.push(part);
                if at == index {
                    typed.completes_last(String::new());
                }
                continue;
            };
            before.push(&part);
            let standing = before.to_string_lossy().into_owned();
            // Nothing is typed behind it yet.
            let value = if at == index { None } else { parts.next() };
            before.push(value.as_ref().map_or(OsStr::new(""), |(_, value)| value));
            if at == index || value.is_some_and(|(at, _)| at == index) {
                typed.completes_last(standing);
            }
        }
        typed
    }

    fn completes_last(&mut self, standing: String) {
        self.index = self.words.len().saturating_sub(1);
        self.standing = standing;
    }
}

/// Whether a part goes on with the word before it.
fn belongs(part: &OsStr, before: &OsStr) -> bool {
    let before = before.as_encoded_bytes();
    let is_option = before.len() > 1 && before.starts_with(b"-") && !before.contains(&b'=');
    (part == "=" && is_option) || (part == ":" && !is_option)
}

#[cfg(test)]
mod tests {
    use super::Typed;

    /// What becomes of a command line whose last part is completed.
    fn typed(line: &str) -> (String, usize, String) {
        let parts: Vec<_> = line.split(' ').map(Into::into).collect();
        let last = parts.len() - 1;
        let Typed { words, index, standing } = Typed::of(parts, last);
        let words: Vec<_> = words.iter().map(|word| word.to_string_lossy()).collect();
        (words.join(" "), index, standing)
    }

    #[test]
    fn what_bash_parts_is_put_together() {
        for (line, words, index, standing) in [
            ("roles list --tool = kube", "roles list --tool=kube", 2, "--tool="),
            ("roles salary -r = us", "roles salary -r=us", 2, "-r="),
            ("roles list --tool =", "roles list --tool=", 2, "--tool="),
            ("roles list --tool kube", "roles list --tool kube", 3, ""),
            ("roles --catalog = a : b show ct", "roles --catalog=a:b show ct", 3, ""),
            ("roles check my : fol", "roles check my:fol", 2, "my:"),
            (
                "roles list --competency = architecture : 6",
                "roles list --competency=architecture:6",
                2,
                "--competency=architecture:",
            ),
            ("roles show = ct", "roles show = ct", 3, ""),
        ] {
            assert_eq!(typed(line), (words.to_owned(), index, standing.to_owned()), "{line}");
        }
    }
}
