//! Variables that do not fit. Nobody typed them with this command: where it needs none of them, they are left
//! out with a warning. What an answer would say otherwise without one, as a catalog or a format, stops it.

use std::ffi::OsString;

use clap::error::ErrorKind;

use crate::app::typed::Typed;
use crate::app::usage;
use crate::request;
use crate::request::Cli;

/// What of an option a command can do without.
struct Idle {
    option: &'static str,
    /// Read in its place, and then taken out.
    stand_in: &'static str,
    why: &'static str,
}

const IDLE: [Idle; 3] = [
    Idle { option: "--width", stand_in: "80", why: "it takes 20 to 500" },
    Idle { option: "--color", stand_in: "auto", why: "it takes auto, always or never" },
    Idle { option: "--format", stand_in: "lines", why: "what this command writes has one form" },
];

/// Reads a command line, and says which variables it was read without.
pub fn read(mut args: Vec<OsString>, typed: &Typed) -> (Result<Cli, clap::Error>, Vec<String>) {
    let mut left_out: Vec<(&Idle, String)> = Vec::new();
    loop {
        let mut read = Cli::read(args.clone());
        let is_new = |idle: &Idle| left_out.iter().all(|(other, _)| other.option != idle.option);
        let idle = read.as_ref().err().and_then(|error| idle(error, typed, is_new));
        match idle {
            Some((idle, warning)) => {
                args.insert(1, format!("{}={}", idle.option, idle.stand_in).into());
                left_out.push((idle, warning));
            }
            None => {
                read.iter_mut().for_each(|cli| without(cli, &left_out));
                return (read, left_out.into_iter().map(|(_, warning)| warning).collect());
            }
        }
    }
}

/// Takes out what stood in for variables.
fn without(cli: &mut Cli, left_out: &[(&Idle, String)]) {
    for (idle, _) in left_out {
        match idle.option {
            "--width" => cli.global.width = None,
            "--format" => cli.global.format = None,
            _ => {}
        }
    }
}

/// The option whose variable is wrong, where the command does not need it.
fn idle(error: &clap::Error, typed: &Typed, is_new: impl Fn(&Idle) -> bool) -> Option<(&'static Idle, String)> {
    let options = IDLE.iter().filter(|idle| is_new(idle));
    let (option, variable, value) = match error.kind() {
        ErrorKind::InvalidUtf8 => options.clone().find_map(|idle| usage::variable_not_utf8(idle.option, typed))?,
        _ => usage::wrong_variable(error, typed)?,
    };
    let idle = options.clone().find(|idle| idle.option == option)?;
    let command = typed.parted().map(|(_, command, _)| command);
    let is_needed = option == "--format" && !command.is_none_or(request::has_one_form);
    (!is_needed).then(|| (idle, format!("{variable}: {value} is left out: {}", idle.why)))
}
