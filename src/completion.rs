//! What a shell completes: commands and options by clap, and the catalog's own words.
//!
//! The shell asks the program itself at each key, so that the roles of a catalog laid over the
//! built-in one are completed too. Nothing here runs unless a shell asks.

use clap::{CommandFactory, Parser};
use clap_complete::CompletionCandidate;
use clap_complete::env::{CompleteEnv, Shells};

use crate::catalog::Catalog;
use crate::catalogs;
use crate::cli::{Cli, Shell};
use crate::error::Error;

/// The environment variable by which a shell asks.
const ASKS: &str = "ROLES_COMPLETE";

/// Answers a shell's question, and ends the program; returns where no shell asks.
pub fn answer() {
    if std::env::var_os(ASKS).is_some() {
        CompleteEnv::with_factory(Cli::command).var(ASKS).complete();
    }
}

/// Returns the script that makes a shell ask.
///
/// # Errors
/// When the script cannot be written, which memory never refuses.
pub fn script(shell: Shell) -> Result<String, Error> {
    let name = match shell {
        Shell::Bash => "bash",
        Shell::Zsh => "zsh",
        Shell::Fish => "fish",
        Shell::Elvish => "elvish",
        Shell::Powershell => "powershell",
    };
    let shells = Shells::builtins();
    let completer = shells.completer(name).expect("each shell of the command line is known");
    let mut script = Vec::new();
    let written = completer.write_registration(ASKS, "roles", "roles", "roles", &mut script);
    written.map_err(|error| Error::failed(format!("cannot write the script: {error}")))?;
    Ok(String::from_utf8_lossy(&script).into_owned())
}

pub fn roles() -> Vec<CompletionCandidate> {
    of_catalog(|catalog| candidates(catalog.heads().map(|(_, head)| (head.id, head.title))))
}

pub fn families() -> Vec<CompletionCandidate> {
    of_catalog(|catalog| candidates(catalog.family_names().map(|family| (family.id, family.title))))
}

pub fn tracks() -> Vec<CompletionCandidate> {
    of_catalog(|catalog| candidates(catalog.track_names().map(|track| (track.id, track.title))))
}

pub fn levels() -> Vec<CompletionCandidate> {
    of_catalog(|catalog| {
        let mut names: Vec<&str> = catalog.levels().flat_map(|level| level.names).map(|name| name.name).collect();
        names.sort_unstable();
        names.dedup();
        names.into_iter().map(CompletionCandidate::new).collect()
    })
}

pub fn tools() -> Vec<CompletionCandidate> {
    of_catalog(|catalog| candidates(catalog.tools().map(|tool| (tool.id, tool.title))))
}

pub fn competencies() -> Vec<CompletionCandidate> {
    of_catalog(|catalog| candidates(catalog.competency_names().map(|competency| (competency.id, competency.title))))
}

pub fn sources() -> Vec<CompletionCandidate> {
    of_catalog(|catalog| candidates(catalog.source_names().map(|source| (source.id, source.short))))
}

pub fn regions() -> Vec<CompletionCandidate> {
    of_catalog(|catalog| candidates(catalog.regions().map(|region| (region.id, region.name))))
}

/// A role, or something that its page names.
pub fn roles_and_more() -> Vec<CompletionCandidate> {
    [roles(), competencies(), tools(), regions()].into_iter().flatten().collect()
}

pub fn rules() -> Vec<CompletionCandidate> {
    crate::check::rules().iter().map(|rule| CompletionCandidate::new(rule.name).help(Some(rule.what.into()))).collect()
}

fn candidates<'c>(entries: impl Iterator<Item = (&'c str, &'c str)>) -> Vec<CompletionCandidate> {
    entries.map(|(id, title)| CompletionCandidate::new(id).help(Some(title.to_owned().into()))).collect()
}

/// Asks the catalog of the command line that is being typed. What cannot be read is not completed.
fn of_catalog(list: impl Fn(Catalog<'_>) -> Vec<CompletionCandidate>) -> Vec<CompletionCandidate> {
    catalogs::source(&typed().global).map(|source| list(source.catalog())).unwrap_or_default()
}

/// The options that choose the catalog, from the words that stand on the command line already.
fn typed() -> Cli {
    let words: Vec<String> = std::env::args().skip_while(|word| word != "--").skip(1).collect();
    let mut kept = vec!["roles".to_owned()];
    for (at, word) in words.iter().enumerate() {
        let value = words.get(at + 1).filter(|value| !value.is_empty());
        match (word.as_str(), value) {
            ("--catalog", Some(folder)) => kept.extend([word.clone(), folder.clone()]),
            ("--no-builtin", _) => kept.push(word.clone()),
            _ if word.starts_with("--catalog=") => kept.push(word.clone()),
            _ => {}
        }
    }
    Cli::try_parse_from(kept).unwrap_or_else(|_| Cli::parse_from(["roles"]))
}
