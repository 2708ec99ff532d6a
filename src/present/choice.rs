//! The options that choose the catalog, for the commands that footers and hints name: what is typed as shown asks
//! the catalog that was asked.

use crate::request;
use crate::text::hint::{Ask, Hint};

/// `--catalog DIR`, `--no-builtin` and `--exact`, as they were typed; empty where none was.
#[derive(Debug, Clone, Default)]
pub struct Choice(Vec<String>);

impl Choice {
    /// Takes the options as a shell takes them.
    pub fn new(options: impl Iterator<Item = String>) -> Self {
        Self(options.collect())
    }

    /// A command as it is typed, with options behind it: one that asks a catalog asks the same one.
    pub fn line(&self, ask: &Ask, behind: &[String]) -> String {
        let is_question = ask.name().is_some_and(request::is_question);
        ask.line(if is_question { &self.0 } else { &[] }, behind)
    }

    /// A hint as it stands on a page: its commands bare, as they are typed. Where lines are broken, the words of each
    /// are kept together.
    pub fn said(&self, hint: &Hint, is_broken: bool) -> String {
        let kept = |line: String| if is_broken { line.replace(' ', "\u{a0}") } else { line };
        hint.worded(|ask| kept(self.line(ask, &[])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::hint::hint;

    #[test]
    fn commands_that_ask_the_catalog_ask_the_same_one() {
        let choice = Choice::new(["--catalog", "ladder"].into_iter().map(str::to_owned));
        let path = || Ask::of("path").words(["a", "b"]);
        for (hint, chosen, alone) in [
            (hint!["More: ", path()], "More: roles --catalog ladder path a b", "More: roles path a b"),
            (hint![Ask::role("cto")], "roles --catalog ladder show cto", "roles show cto"),
            (hint![Ask::of("check").word("ladder")], "roles check ladder", "roles check ladder"),
            (hint![Ask::Line("roles list".into())], "roles list", "roles list"),
            (hint!["the command roles list"], "the command roles list", "the command roles list"),
        ] {
            assert_eq!(choice.said(&hint, false), chosen);
            assert_eq!(Choice::default().said(&hint, false), alone);
        }
    }
}
