//! A command line as it is typed: options on either side of the command, `help` and `version` as words.

use std::ffi::OsString;

use clap::{ArgMatches, Args, FromArgMatches, Parser};

use crate::request::{Cli, Command, Global, Group, NAME};

impl Cli {
    /// Reads a command line.
    ///
    /// # Errors
    /// What clap finds wrong with it, and its help where that is asked for.
    pub fn read(args: impl IntoIterator<Item = OsString>) -> Result<Self, clap::Error> {
        let args = help_behind(options_behind(args.into_iter().collect()));
        match args.get(1).and_then(|word| command_line_of(word.to_str()?)) {
            Some(typed) => Self::of_one(&typed.try_get_matches_from(args)?),
            None => Self::try_parse_from(args),
        }
    }

    /// Takes the global options from where [`command_line_of`] has put them.
    fn of_one(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let (_, typed) = matches.subcommand().expect("a command was typed");
        Ok(Self { global: Global::from_arg_matches(typed)?, command: Some(Command::from_arg_matches(matches)?) })
    }
}

/// Reads `help`, `help COMMAND` and `version` as the options that they mean.
fn help_behind(mut args: Vec<OsString>) -> Vec<OsString> {
    match args.get(1).and_then(|word| word.to_str()) {
        Some("help") => {
            args.remove(1);
            args.push("--help".into());
            return options_behind(args);
        }
        Some("version") if args.len() == 2 => args[1] = "--version".into(),
        _ => {}
    }
    args
}

/// Puts options that stand in front of the command behind it. Where some stand in front and some
/// behind, clap forgets those in front.
fn options_behind(mut args: Vec<OsString>) -> Vec<OsString> {
    if args.get(1).is_some_and(|first| first.as_encoded_bytes().starts_with(b"-")) {
        let front = Global::augment_args(clap::Command::new(NAME)).allow_external_subcommands(true);
        let matches = front.try_get_matches_from(&args).ok();
        if let Some((_, rest)) = matches.as_ref().and_then(ArgMatches::subcommand) {
            let behind = rest.get_many::<OsString>("").map_or(0, |rest| rest.len());
            let command = args.len() - 1 - behind;
            args[1..=command].rotate_right(1);
        }
    }
    args
}

/// Returns the command line of one command, with the global options behind it. clap copies these
/// into each command that it knows of: half of a short run would go to commands that nobody typed.
fn command_line_of(command: &str) -> Option<clap::Command> {
    let group = Group::ALL.into_iter().find(|group| (group.has)(command))?;
    let typed = group.commands().find_subcommand(command)?.clone();
    let about = typed.get_about().cloned().unwrap_or_default();
    // Nothing stands in front of the command any more: what is said of a global option need not be copied there.
    let typed = Global::augment_args(typed).mut_args(|arg| arg.global(false)).about(about).next_help_heading(None);
    Some(clap::Command::new(NAME).subcommand(typed))
}
