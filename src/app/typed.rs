//! The command line as it was typed: what hints and footers repeat of it.

use std::ffi::OsString;

use clap::{Args, CommandFactory, Parser};

use crate::present::choice::Choice;
use crate::request::{self, Cli, Global};
use crate::text::hint::{Ask, Hint};
use crate::view::error::{Error, typeable};

/// The words of a command line, without the program's name.
pub struct Typed(Vec<String>);

impl Typed {
    pub fn of(args: &[OsString]) -> Self {
        Self(args.iter().skip(1).map(|word| word.to_string_lossy().into_owned()).collect())
    }

    /// The words that are no option and no global option's value: the command, and what follows it.
    pub fn words(&self) -> Vec<&str> {
        self.places().into_iter().map(|at| self.0[at].as_str()).collect()
    }

    /// Where those words stand.
    fn places(&self) -> Vec<usize> {
        let global = Global::augment_args(clap::Command::new(""));
        let takes_value = |word: &str| {
            let is_named = |arg: &clap::Arg| {
                arg.get_long().is_some_and(|long| word.strip_prefix("--") == Some(long))
                    || arg
                        .get_short()
                        .is_some_and(|short| word.strip_prefix('-').is_some_and(|it| it == short.to_string()))
            };
            global.get_arguments().any(|arg| arg.get_action().takes_values() && is_named(arg))
        };
        let mut places = Vec::new();
        let mut rest = self.0.iter().enumerate();
        while let Some((at, word)) = rest.next() {
            if takes_value(word) {
                rest.next();
            } else if !word.starts_with('-') {
                places.push(at);
            }
        }
        places
    }

    /// Whether an option was typed, with its value behind a blank or behind `=`.
    pub fn has_option(&self, option: &str) -> bool {
        self.0.iter().any(|word| word == option || word.strip_prefix(option).is_some_and(|rest| rest.starts_with('=')))
    }

    /// Whether a format was typed, by its long or its short name.
    pub fn has_format(&self) -> bool {
        let is_short = |word: &String| word.starts_with("-f") && !word.starts_with("--");
        self.has_option("--format") || self.0.iter().any(is_short)
    }

    /// The words in front of the command, the command, and those behind it.
    pub fn parted(&self) -> Option<(&[String], &str, &[String])> {
        let at = self.places().into_iter().find(|at| request::is_command(&self.0[*at]))?;
        Some((&self.0[..at], self.0[at].as_str(), &self.0[at + 1..]))
    }

    /// Whatever option stands right before a word, with its value: `--from backend` of `--from backend dev`.
    pub fn option_before(&self, word: &str) -> Option<(&str, &str)> {
        let three = self.0.windows(3).find(|three| three[0].starts_with("--") && three[2] == word)?;
        (!three[0].contains('=') && !three[1].starts_with('-')).then_some((three[0].as_str(), three[1].as_str()))
    }

    /// The line without a word.
    pub fn without(&self, word: &str) -> Option<Self> {
        let at = self.0.iter().rposition(|typed| typed == word)?;
        Some(Self([&self.0[..at], &self.0[at + 1..]].concat()))
    }

    /// The value behind an option.
    pub fn value_behind(&self, option: &str) -> Option<&str> {
        let joined = |word: &'_ String| word.strip_prefix(option).is_some_and(|rest| rest.starts_with('='));
        let at = self.0.iter().position(|word| word == option || joined(word))?;
        match self.0[at].split_once('=') {
            Some((_, value)) => Some(value),
            None => self.0.get(at + 1).map(String::as_str),
        }
    }

    /// The line with words in place of one of them, if that can be read.
    pub fn with(&self, word: &str, others: &[&str]) -> Option<Ask> {
        let at = self.0.iter().position(|typed| typed == word)?;
        let (before, after) = (self.0[..at].iter(), self.0[at + 1..].iter());
        let line: Vec<&str> =
            before.map(String::as_str).chain(others.iter().copied()).chain(after.map(String::as_str)).collect();
        let args = std::iter::once("roles").chain(line.iter().copied()).map(OsString::from);
        Cli::read(args).ok().map(|_| Ask::Line(command(&line)))
    }

    /// The value of an option that stands right before a word: `coaching` of `--competency coaching 60`.
    pub fn value_before(&self, option: &str, word: &str) -> Option<&str> {
        let three = self.0.windows(3).find(|three| three[0] == option && three[2] == word)?;
        Some(three[1].as_str())
    }

    /// The global options that count where the line is wrong otherwise, or asks for help: those that
    /// choose the catalog, and whether there is to be a pager.
    pub fn global(&self) -> Option<Global> {
        let is_paging = self.0.iter().all(|word| word != "--no-pager");
        let pager = (!is_paging).then(|| "--no-pager".to_owned());
        let chosen = choosing(&self.0).into_iter().chain(pager).map(OsString::from);
        Cli::try_parse_from(std::iter::once("roles".into()).chain(chosen)).ok().map(|cli| cli.global)
    }

    /// A hint as it is told beside an answer: its commands ask the catalog that was asked.
    pub fn worded(&self, hint: &Hint) -> String {
        let choice = self.choice();
        hint.worded(|ask| format!("`{}`", choice.line(ask, &[])))
    }

    /// An error's hints as they are told: with a role's id in place of the word that is no role, and the options that
    /// were typed where they ask the same question again.
    pub fn worded_of(&self, error: &Error) -> Vec<String> {
        let choice = self.choice();
        let options = if error.again { self.options() } else { Vec::new() };
        let line = |ask: &Ask| {
            let own = match (ask, error.role.as_deref()) {
                (Ask::Role(id), Some(word)) => self.with_role(word, id),
                _ => None,
            };
            own.unwrap_or_else(|| choice.line(ask, &self.missing(ask, &options)))
        };
        error.hints.iter().map(|hint| hint.worded(|ask| format!("`{}`", line(ask)))).collect()
    }

    /// The options that were typed, for commands that hints name.
    fn options(&self) -> Vec<TypedOption> {
        let Some((before, command, after)) = self.parted() else { return Vec::new() };
        [before, after].iter().flat_map(|words| options(command, words)).collect()
    }

    /// Those of the options that a command lacks, where it is the one that was typed.
    fn missing(&self, ask: &Ask, options: &[TypedOption]) -> Vec<String> {
        let is_typed = self.parted().is_some_and(|(_, command, _)| ask.name() == Some(command));
        let missing = options.iter().filter(|option| is_typed && !ask.has_option(&option.name));
        missing.map(|option| format!("{}{}", option.name, option.value)).collect()
    }

    /// The command line with an id where words were typed that together are no role.
    fn with_role(&self, word: &str, id: &str) -> Option<String> {
        let mut line = Vec::new();
        let mut left = Some(word);
        // How many names the line would have.
        let mut names = 0;
        let (places, command_at) = (self.places(), self.parted().map_or(0, |(before, ..)| before.len()));
        for (at, typed) in self.0.iter().enumerate() {
            let (option, value) = match typed.split_once('=') {
                Some((option, value)) if option.starts_with("--") => (format!("{option}="), value),
                _ => (String::new(), typed.as_str()),
            };
            // A catalog's folder, or the command, may be called as the role that was meant.
            let is_named = at > command_at && (places.contains(&at) || typed.starts_with("--"));
            match left.filter(|_| is_named).and_then(|left| without(left, value)) {
                Some(rest) => {
                    if left == Some(word) {
                        names += 1;
                        line.push(format!("{option}{id}"));
                    }
                    left = Some(rest).filter(|rest| !rest.is_empty());
                }
                None => {
                    names += usize::from(at > command_at && places.contains(&at));
                    line.push(typed.clone());
                }
            }
        }
        // Roles that are compared are two at least.
        let is_one_of_two = self.0.get(command_at).is_some_and(|command| command == "compare") && names == 1;
        (left.is_none() && !is_one_of_two).then(|| command(&line))
    }

    /// The options that choose the catalog, for commands that are to ask the same one.
    pub fn choice(&self) -> Choice {
        Choice::new(choosing(&self.0).iter().map(quoted))
    }
}

/// An option by its long name, and its value behind a blank, as a shell takes both.
struct TypedOption {
    name: String,
    value: String,
}

/// The options among words, as a command takes them, each with its value and by its long name; those that choose
/// the catalog are put into hints anyway.
fn options(command: &str, words: &[String]) -> Vec<TypedOption> {
    let chosen = ["catalog", "no-builtin", "exact"];
    let mut all = Cli::command();
    all.build();
    let Some(known) = all.find_subcommand(command) else { return Vec::new() };
    let mut options = Vec::new();
    let mut rest = words.iter().take_while(|word| *word != "--");
    while let Some(word) = rest.next() {
        let (name, value) = word.split_once('=').map_or((word.as_str(), None), |(name, value)| (name, Some(value)));
        let is_named = |arg: &&clap::Arg| {
            arg.get_long().is_some_and(|long| name.strip_prefix("--") == Some(long))
                || arg.get_short().is_some_and(|short| name == format!("-{short}"))
        };
        let Some(arg) = known.get_arguments().find(is_named) else { continue };
        let value = match value {
            None if arg.get_action().takes_values() => rest.next().map(String::as_str),
            value => value,
        };
        let Some(long) = arg.get_long().filter(|long| !chosen.contains(long)) else { continue };
        let value = value.map_or(String::new(), |value| format!(" {}", typeable(value)));
        options.push(TypedOption { name: format!("--{long}"), value });
    }
    options
}

/// A command line that can be typed.
pub fn command(words: &[impl AsRef<str>]) -> String {
    std::iter::once("roles".to_owned()).chain(words.iter().map(quoted)).collect::<Vec<_>>().join(" ")
}

/// A command with words as they were typed.
pub fn ask(command: &str, words: &[&str]) -> Ask {
    Ask::of(command).words(words.iter().map(quoted))
}

/// A line that begins with its command.
pub fn asked(words: &[&str]) -> Ask {
    match words.split_first() {
        Some((command, words)) => ask(command, words),
        None => Ask::Line("roles".to_owned()),
    }
}

/// A word as a shell takes it.
fn quoted(word: &impl AsRef<str>) -> String {
    match word.as_ref().split_once('=') {
        Some((option, value)) if option.starts_with("--") => format!("{option}={}", typeable(value)),
        _ => typeable(word.as_ref()),
    }
}

/// What is left of words when the first of them are taken away; none where they begin otherwise.
fn without<'w>(words: &'w str, first: &str) -> Option<&'w str> {
    let rest = words.strip_prefix(first).filter(|_| !first.is_empty())?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix(' ') }
}

/// The options of a command line that choose what catalog answers, and how.
fn choosing(words: &[String]) -> Vec<String> {
    let mut chosen = Vec::new();
    let mut rest = words.iter().take_while(|word| *word != "--");
    while let Some(word) = rest.next() {
        match word.as_str() {
            "--catalog" => {
                chosen.extend(rest.next().map(|folder| [word.clone(), folder.clone()]).into_iter().flatten())
            }
            "--no-builtin" | "--exact" => chosen.push(word.clone()),
            _ if word.starts_with("--catalog=") => chosen.push(word.clone()),
            _ => {}
        }
    }
    chosen
}
