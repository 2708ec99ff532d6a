//! The options that choose the catalog, put into the commands that footers and hints name: what is
//! typed as shown asks the catalog that was asked.

use crate::request;

/// `--catalog DIR`, `--no-builtin` and `--exact`, as they were typed; empty where none was.
#[derive(Debug, Clone, Default)]
pub struct Choice(Vec<String>);

impl Choice {
    /// Takes the options as a shell takes them.
    pub fn new(options: impl Iterator<Item = String>) -> Self {
        Self(options.collect())
    }

    /// Puts the options into each command of a text that asks the catalog.
    pub fn put_into(&self, text: &str) -> String {
        if self.0.is_empty() || !text.contains("roles") {
            return text.to_owned();
        }
        let words: Vec<&str> = text.split(' ').collect();
        let mut chosen = Vec::new();
        for (at, word) in words.iter().enumerate() {
            chosen.push((*word).to_owned());
            if bare(word) == "roles" && words.get(at + 1).is_some_and(|next| request::is_question(&bare(next))) {
                chosen.extend_from_slice(&self.0);
            }
        }
        chosen.join(" ")
    }
}

/// A word without what quotes it.
fn bare(word: &str) -> String {
    word.chars().filter(|c| !matches!(c, '`' | '(')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_that_ask_the_catalog_ask_the_same_one() {
        let choice = Choice::new(["--catalog", "ladder"].into_iter().map(str::to_owned));
        for (text, chosen) in [
            ("`roles show cto` has it", "`roles --catalog ladder show cto` has it"),
            ("More: roles path a b", "More: roles --catalog ladder path a b"),
            ("the roles that it needs", "the roles that it needs"),
            ("`roles check ladder` says it", "`roles check ladder` says it"),
            ("nothing", "nothing"),
        ] {
            assert_eq!(choice.put_into(text), chosen);
            assert_eq!(Choice::default().put_into(text), text);
        }
    }
}
