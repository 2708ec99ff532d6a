//! What clap finds wrong with a command line, in this program's words: one line, and a hint.

use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::app::cli::Cli;
use crate::text::suggest;
use crate::view::error::{Error, ticked};

/// Translates clap's error.
pub fn error(error: &clap::Error) -> Error {
    let word = |kind| text(error, kind).map(|word| ticked(&word)).unwrap_or_default();
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => format!("no command is called {}", word(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument => unknown_argument(&word(ContextKind::InvalidArg)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => invalid_value(error),
        ErrorKind::MissingRequiredArgument => {
            format!("something is missing: {}", text(error, ContextKind::InvalidArg).unwrap_or_default())
        }
        ErrorKind::ArgumentConflict => {
            let prior = text(error, ContextKind::PriorArg).unwrap_or_default();
            format!("{} cannot stand beside {}", word(ContextKind::InvalidArg), ticked(&prior))
        }
        ErrorKind::InvalidUtf8 => "an argument is not UTF-8".to_owned(),
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => {
            format!("too many values for {}", word(ContextKind::InvalidArg))
        }
        _ => first_line(error),
    };
    hints(error).into_iter().fold(Error::failed(message), Error::hint)
}

/// A mistyped option, or a word that the command has no place for.
fn unknown_argument(word: &str) -> String {
    match word.starts_with("`-") {
        true => format!("no option is called {word}"),
        false => format!("there is no place for {word}"),
    }
}

fn invalid_value(error: &clap::Error) -> String {
    let option = text(error, ContextKind::InvalidArg).unwrap_or_default();
    let option = option.split(' ').next().unwrap_or_default();
    match text(error, ContextKind::InvalidValue) {
        Some(value) if !value.is_empty() => format!("{} is no value for `{option}`", ticked(&value)),
        _ => format!("`{option}` needs a value"),
    }
}

fn hints(error: &clap::Error) -> Vec<String> {
    let suggested = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    if let Some(near) = suggested.iter().find_map(|kind| texts(error, *kind)) {
        let near: Vec<&str> = near.iter().map(String::as_str).collect();
        return suggest::did_you_mean(&near).into_iter().collect();
    }
    if let Some(values) = texts(error, ContextKind::ValidValue).filter(|values| !values.is_empty()) {
        return vec![format!("one of: {}", values.join(", "))];
    }
    match error.kind() {
        ErrorKind::InvalidSubcommand => vec![format!("the commands: {}", commands().join(", "))],
        _ => vec![help()],
    }
}

fn commands() -> Vec<String> {
    Cli::command()
        .get_subcommands()
        .filter(|command| !command.is_hide_set())
        .map(|command| command.get_name().to_owned())
        .collect()
}

/// The help of the command that was meant, where one was.
fn help() -> String {
    let names = commands();
    let typed = std::env::args_os().skip(1).filter_map(|word| word.into_string().ok());
    let typed = typed.into_iter().find(|word| names.contains(word));
    match typed {
        Some(command) => format!("`roles {command} --help` explains it"),
        None => "`roles --help` lists what there is".to_owned(),
    }
}

fn first_line(error: &clap::Error) -> String {
    let text = error.to_string();
    let line = text.lines().next().unwrap_or_default();
    line.trim_start_matches("error: ").trim_end_matches('.').to_owned()
}

fn text(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(" ")),
        _ => None,
    }
}

fn texts(error: &clap::Error, kind: ContextKind) -> Option<Vec<String>> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(vec![text.clone()]),
        ContextValue::Strings(texts) => Some(texts.clone()),
        _ => None,
    }
}
