//! What clap finds wrong with a command line, in this program's words: one line, and a hint.

mod meant;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::app::typed::Typed;
use crate::request;
use crate::text::hint::{Ask, Hint, hint};
use crate::text::suggest;
use crate::view::error::{Error, ticked};

/// Translates clap's error of a line.
pub fn error(error: &clap::Error, typed: &Typed) -> Error {
    let word = |kind| text(error, kind).map(|word| ticked(&word)).unwrap_or_default();
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => format!("no command is called {}", word(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument => unknown_argument(&word(ContextKind::InvalidArg)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => invalid_value(error, typed),
        ErrorKind::MissingRequiredArgument => {
            format!("something is missing: {}", text(error, ContextKind::InvalidArg).unwrap_or_default())
        }
        ErrorKind::ArgumentConflict => {
            let prior = text(error, ContextKind::PriorArg).unwrap_or_default();
            format!("{} cannot stand beside {}", word(ContextKind::InvalidArg), ticked(&prior))
        }
        ErrorKind::InvalidUtf8 => not_utf8(),
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => {
            format!("too many values for {}", word(ContextKind::InvalidArg))
        }
        _ => first_line(error),
    };
    hints(error, typed).into_iter().fold(Error::failed(message), Error::hint)
}

/// Names the variable that is not UTF-8, where all that was typed is.
fn not_utf8() -> String {
    let is_text = std::env::args_os().all(|word| word.to_str().is_some());
    let is_meant = |(name, value): &(std::ffi::OsString, std::ffi::OsString)| {
        value.to_str().is_none() && name.to_str().is_some_and(|name| name.starts_with("ROLES_"))
    };
    match std::env::vars_os().find(is_meant).filter(|_| is_text) {
        Some((name, _)) => format!("the variable {} is not UTF-8", ticked(&name.to_string_lossy())),
        None => "an argument is not UTF-8".to_owned(),
    }
}

/// A mistyped option, or a word that the command has no place for.
fn unknown_argument(word: &str) -> String {
    match word.starts_with("`-") {
        true => format!("no option is called {word}"),
        false => format!("there is no place for {word}"),
    }
}

fn invalid_value(error: &clap::Error, typed: &Typed) -> String {
    let option = text(error, ContextKind::InvalidArg).unwrap_or_default();
    let option = option.split(' ').next().unwrap_or_default();
    match text(error, ContextKind::InvalidValue) {
        Some(value) if !value.is_empty() => {
            let variable = variable(option).filter(|_| !typed.has_option(option));
            format!("{} is no value for `{}`", ticked(&value), variable.as_deref().unwrap_or(option))
        }
        _ => format!("`{}` needs a value", option.trim_matches(['[', ']', '<', '>', '.'])),
    }
}

/// The option, the variable and the value of a variable that no option of the line overrides, where that is
/// what is wrong.
pub fn wrong_variable(error: &clap::Error, typed: &Typed) -> Option<(String, String, String)> {
    if !matches!(error.kind(), ErrorKind::InvalidValue | ErrorKind::ValueValidation) {
        return None;
    }
    let option = text(error, ContextKind::InvalidArg)?;
    let option = option.split(' ').next()?;
    let is_typed = typed.has_option(option) || (option == "--format" && typed.has_format());
    let variable = variable(option).filter(|_| !is_typed)?;
    Some((option.to_owned(), variable, ticked(&text(error, ContextKind::InvalidValue)?)))
}

/// As [`wrong_variable`], of a variable that is not UTF-8, which clap does not name.
pub fn variable_not_utf8(option: &str, typed: &Typed) -> Option<(String, String, String)> {
    let is_text = std::env::args_os().all(|word| word.to_str().is_some());
    let is_typed = typed.has_option(option) || (option == "--format" && typed.has_format());
    let variable = variable(option).filter(|_| is_text && !is_typed)?;
    let value = std::env::var_os(&variable).filter(|value| value.to_str().is_none())?;
    Some((option.to_owned(), variable, ticked(&value.to_string_lossy())))
}

/// The variable that says what an option would, where it is set.
fn variable(option: &str) -> Option<String> {
    let variable = format!("ROLES_{}", option.strip_prefix("--")?.replace('-', "_").to_uppercase());
    std::env::var_os(&variable).filter(|value| !value.is_empty()).map(|_| variable)
}

/// What can be typed instead: what was surely meant, else what is nearest, else where it is explained.
fn hints(error: &clap::Error, typed: &Typed) -> Vec<Hint> {
    let meant = match error.kind() {
        ErrorKind::InvalidSubcommand => meant::command(typed),
        ErrorKind::UnknownArgument => meant::place(typed, &text(error, ContextKind::InvalidArg).unwrap_or_default()),
        ErrorKind::MissingRequiredArgument => {
            meant::missing(typed, &text(error, ContextKind::InvalidArg).unwrap_or_default())
        }
        _ => Vec::new(),
    };
    if !meant.is_empty() {
        return meant;
    }
    if error.kind() == ErrorKind::InvalidSubcommand {
        return meant::anything(typed);
    }
    match near(error).or_else(|| range(error)) {
        Some(hint) => vec![hint.into()],
        None => vec![help(typed)],
    }
}

/// The nearest names that clap knows, else all of them.
fn near(error: &clap::Error) -> Option<String> {
    let suggested = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let valid = texts(error, ContextKind::ValidValue).filter(|values| !values.is_empty());
    let in_small_letters = || {
        let value = text(error, ContextKind::InvalidValue)?.to_lowercase();
        valid.iter().flatten().find(|valid| **valid == value).map(|valid| vec![valid.clone()])
    };
    match suggested.iter().find_map(|kind| texts(error, *kind)).or_else(in_small_letters) {
        Some(near) => suggest::did_you_mean(&near.iter().map(String::as_str).collect::<Vec<_>>()),
        None => valid.as_ref().map(|values| format!("one of: {}", values.join(", "))),
    }
}

/// The numbers that an option takes.
fn range(error: &clap::Error) -> Option<String> {
    let source = std::error::Error::source(error)?.to_string();
    let (least, most) = source.split_once(" is not in ")?.1.split_once("..")?;
    match most.trim_start_matches('=') {
        "" | "4294967295" | "4294967296" => Some(format!("it takes {least} or more")),
        most => Some(format!("it takes {least} to {most}")),
    }
}

/// The help of the command that was meant, where one was.
fn help(typed: &Typed) -> Hint {
    match typed.words().into_iter().find(|word| request::is_command(word)) {
        Some(command) => explained(command),
        None => hint![Ask::Line("roles --help".to_owned()), " lists what there is"],
    }
}

fn explained(command: &str) -> Hint {
    hint![Ask::of(command).word("--help"), " explains it"]
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
