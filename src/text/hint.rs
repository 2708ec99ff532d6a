//! What could be done, in words and in commands: whoever tells it says how its commands are worded.

use std::fmt;

/// A command that can be typed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ask {
    /// The page of a role; where a command was asked about a name that is no role's, that command about this role.
    Role(String),
    /// A command and what stands behind it, word by word, each as a shell takes it.
    Command { name: String, words: Vec<String> },
    /// A whole line, as a shell takes it: to be left as it is.
    Line(String),
}

impl Ask {
    pub fn role(name: impl Into<String>) -> Self {
        Self::Role(name.into())
    }

    pub fn of(command: impl Into<String>) -> Self {
        Self::Command { name: command.into(), words: Vec::new() }
    }

    /// Adds a word behind the command, as a shell takes it.
    pub fn word(self, word: impl Into<String>) -> Self {
        self.words([word])
    }

    pub fn words(mut self, more: impl IntoIterator<Item = impl Into<String>>) -> Self {
        if let Self::Command { words, .. } = &mut self {
            words.extend(more.into_iter().map(Into::into));
        }
        self
    }

    /// The command as it is typed, with options in front of its name and behind all of its words.
    pub fn line(&self, before: &[String], behind: &[String]) -> String {
        let page = ["show".to_owned()];
        let (name, words) = match self {
            Self::Role(role) => (&page[0], std::slice::from_ref(role)),
            Self::Command { name, words } => (name, words.as_slice()),
            Self::Line(line) => return line.clone(),
        };
        let parts = before.iter().chain([name]).chain(words).chain(behind).map(String::as_str);
        std::iter::once("roles").chain(parts).collect::<Vec<_>>().join(" ")
    }

    /// The command's name; none of a whole line.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Role(_) => Some("show"),
            Self::Command { name, .. } => Some(name),
            Self::Line(_) => None,
        }
    }

    /// Whether an option stands among the words, by its long name.
    pub fn has_option(&self, option: &str) -> bool {
        let Self::Command { words, .. } = self else { return false };
        let is_it =
            |word: &String| word.strip_prefix(option).is_some_and(|rest| rest.is_empty() || rest.starts_with('='));
        words.iter().any(is_it)
    }

    /// Whether it asks for all that there is of a kind: `roles tools`.
    fn is_listing(&self) -> bool {
        matches!(self, Self::Command { words, .. } if words.is_empty())
    }
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Words(String),
    Ask(Ask),
    /// What follows is another thing that could be done.
    Or,
}

impl From<&str> for Part {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<String> for Part {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<Ask> for Part {
    fn from(ask: Ask) -> Self {
        Self::Ask(ask)
    }
}

/// One line: words, and commands among them.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hint(Vec<Part>);

impl Hint {
    pub fn of(parts: impl IntoIterator<Item = Part>) -> Self {
        Self(parts.into_iter().collect())
    }

    /// "did you mean `a`, `b` or `c`?"
    pub fn did_you_mean(asks: impl IntoIterator<Item = Ask>) -> Option<Self> {
        let asked = Self::one_of(asks)?;
        Some(Self::from("did you mean ").then(asked).then("?"))
    }

    /// "`a`, `b` or `c`"; none of nothing.
    pub fn one_of(asks: impl IntoIterator<Item = Ask>) -> Option<Self> {
        let mut asks: Vec<Ask> = asks.into_iter().collect();
        let last = asks.pop()?;
        let mut parts = Vec::new();
        for (at, ask) in asks.into_iter().enumerate() {
            parts.extend((at > 0).then(|| Part::from(", ")));
            parts.push(ask.into());
        }
        let or = (!parts.is_empty()).then(|| Part::from(" or "));
        Some(Self::of(parts.into_iter().chain(or).chain([last.into()])))
    }

    /// Says more of the same thing.
    pub fn then(mut self, more: impl Into<Self>) -> Self {
        self.0.extend(more.into().0);
        self
    }

    /// Says another thing that could be done.
    pub fn or(mut self, other: impl Into<Self>) -> Self {
        self.0.push(Part::Or);
        self.then(other)
    }

    /// The hint without what could be done by listing all of a kind; none where nothing else is said.
    pub fn without_listings(self) -> Option<Self> {
        let is_listing = |said: &&[Part]| matches!(said, [Part::Ask(ask), ..] if ask.is_listing());
        let kept: Vec<&[Part]> = self.0.split(|part| *part == Part::Or).filter(|said| !is_listing(said)).collect();
        (!kept.is_empty()).then(|| Self(kept.join(&Part::Or)))
    }

    /// The line, with each command as it is to be worded.
    pub fn worded(&self, mut word: impl FnMut(&Ask) -> String) -> String {
        let said = self.0.iter().map(|part| match part {
            Part::Words(words) => words.clone(),
            Part::Ask(ask) => word(ask),
            Part::Or => "; ".to_owned(),
        });
        said.collect()
    }
}

impl From<&str> for Hint {
    fn from(words: &str) -> Self {
        Self(vec![words.into()])
    }
}

impl From<String> for Hint {
    fn from(words: String) -> Self {
        Self(vec![words.into()])
    }
}

impl From<Ask> for Hint {
    fn from(ask: Ask) -> Self {
        Self(vec![ask.into()])
    }
}

impl fmt::Display for Hint {
    /// As it is told where nobody has typed a command: each in backticks.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.worded(|ask| format!("`{}`", ask.line(&[], &[]))))
    }
}

/// A hint of words and commands: `hint![Ask::of("list"), " shows every role"]`.
macro_rules! hint {
    ($($part:expr),+ $(,)?) => {
        $crate::text::hint::Hint::of([$($crate::text::hint::Part::from($part)),+])
    };
}
pub(crate) use hint;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hints_are_words_and_commands() {
        let list = || Ask::of("list");
        assert_eq!(hint![list(), " shows every role"].to_string(), "`roles list` shows every role");
        assert_eq!(Hint::did_you_mean([]), None);
        let said = |asks: &[&str]| Hint::did_you_mean(asks.iter().copied().map(Ask::role)).map(|it| it.to_string());
        assert_eq!(said(&["a"]).as_deref(), Some("did you mean `roles show a`?"));
        assert_eq!(
            said(&["a", "b", "c"]).as_deref(),
            Some("did you mean `roles show a`, `roles show b` or `roles show c`?")
        );
        let ask = Ask::of("salary").words(["cto", "--region=us"]);
        assert_eq!(ask.line(&["--exact".into()], &["--by x".into()]), "roles --exact salary cto --region=us --by x");
        assert!(ask.has_option("--region") && !ask.has_option("--reg"));
    }

    #[test]
    fn what_has_nothing_to_list_is_left_out() {
        let listed = || hint![Ask::of("tools"), " lists them"];
        assert_eq!(listed().without_listings(), None);
        let both = listed().or("add one");
        assert_eq!(both.to_string(), "`roles tools` lists them; add one");
        assert_eq!(both.without_listings().map(|it| it.to_string()).as_deref(), Some("add one"));
        let new = || hint![Ask::of("new").word("ID"), " writes one"];
        assert_eq!(new().without_listings(), Some(new()));
    }
}
