//! What a shell completes: commands and options by clap, and the catalog's own words.
//!
//! The shell asks the program itself at each key, so that the roles of a catalog laid over the
//! built-in one are completed too. Nothing here runs unless a shell asks.

use std::ffi::{OsStr, OsString};

use clap::builder::StyledStr;
use clap::{CommandFactory, Parser};
use clap_complete::env::{CompleteEnv, Elvish, Fish, Powershell, Shells, Zsh};
use clap_complete::{ArgValueCandidates, ArgValueCompleter, CompletionCandidate};

use crate::app::bash::{Bash, Typed};
use crate::catalog::Catalog;
use crate::catalog::read::load::{Layer, RoleFile};
use crate::catalog::read::schema::Word;
use crate::query;
use crate::request::{Cli, Shell};
use crate::store::catalogs;
use crate::store::catalogs::AtHand;
use crate::text::harmless::{REPLACEMENT, is_obeyed};
use crate::text::sorting::Arrange;
use crate::view::error::Error;

/// The environment variable by which a shell asks.
const ASKS: &str = "ROLES_COMPLETE";

/// Everything that may stand for a value.
type Candidates = fn() -> Vec<CompletionCandidate>;

/// Every shell that asks.
const SHELLS: Shells<'static> = Shells(&[&Bash, &Elvish, &Fish, &Powershell, &Zsh]);

/// Answers a shell's question, and ends the program; returns where no shell asks.
pub fn answer() {
    if std::env::var_os(ASKS).is_some() {
        CompleteEnv::with_factory(command).var(ASKS).shells(SHELLS).complete();
    }
}

/// The command line, with what may stand for each value.
fn command() -> clap::Command {
    let completed = |command: clap::Command| {
        let name = command.get_name().to_owned();
        command.mut_args(|arg| completed(&name, arg))
    };
    let mut command = Cli::command();
    // The arguments of a command are there once it is built.
    command.build();
    command.mut_subcommands(completed)
}

/// Adds to an argument of a command what may stand for it, by the name of its value.
fn completed(command: &str, arg: clap::Arg) -> clap::Arg {
    let value = arg.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str());
    let candidates: Candidates = match (value, command) {
        ("ROLE", _) => return arg.add(ArgValueCompleter::new(role)),
        ("ROLE [WHAT]", _) => roles_and_more,
        ("FAMILY", _) => families,
        ("TRACK", _) => tracks,
        ("LEVEL", _) => levels,
        ("TOOL", _) => return arg.add(a_list(tools)),
        ("CERTIFICATE", _) => return arg.add(a_list(certificates)),
        ("COMPETENCY[:MIN]", _) => return arg.add(a_list(competencies)),
        ("REGION", _) => return arg.add(a_list(regions)),
        ("ID", "tools") => tools,
        ("ID", "certificates") => certificates,
        ("ID", "competencies") => competencies,
        ("ID", "sources") => sources,
        ("RULE", _) if arg.get_id() == "skip" => skippable,
        ("RULE", _) => rules,
        _ => return arg,
    };
    arg.add(ArgValueCandidates::new(candidates))
}

/// What may stand for a value that may be a list: behind a comma another one is typed.
fn a_list(candidates: Candidates) -> ArgValueCompleter {
    ArgValueCompleter::new(move |typed: &OsStr| {
        let Some(typed) = typed.to_str() else { return Vec::new() };
        let (before, last) = typed.rfind(',').map_or(("", typed), |comma| typed.split_at(comma + 1));
        let mut known = candidates();
        known.retain(|it| it.get_value().to_string_lossy().starts_with(last));
        known.into_iter().map(|it| if before.is_empty() { it } else { it.add_prefix(before) }).collect()
    })
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
    let completer = SHELLS.completer(name).expect("each shell of the command line is known");
    let mut script = Vec::new();
    let written = completer.write_registration(ASKS, "roles", "roles", "roles", &mut script);
    written.map_err(|error| Error::failed(format!("cannot write the script: {error}")))?;
    let script = String::from_utf8_lossy(&script).into_owned();
    Ok(match shell {
        // What bash says is typed is nothing behind `=`: which option it belongs to would be lost.
        Shell::Bash => script
            .replace(r#"words[COMP_CWORD]="$2""#, r#"[[ ${words[COMP_CWORD]} == [=:] ]] || words[COMP_CWORD]="$2""#),
        // zsh would drop what does not begin as it is typed: `sre`, behind `Site`.
        Shell::Zsh => script.replace("'values' other", "'values' other -U"),
        Shell::Fish | Shell::Elvish | Shell::Powershell => script,
    })
}

/// Ids and names, with what they stand for.
type Words = Vec<(String, String)>;

pub fn roles() -> Vec<CompletionCandidate> {
    candidates(
        |catalog| words(catalog.heads().map(|(_, head)| (head.id, head.title))),
        |layer, words| {
            // A file that cannot be read names a role all the same.
            layer.named.keys().for_each(|id| lay(words, id, ""));
            layer.roles.iter().for_each(|file| lay_role(words, file));
        },
    )
}

/// Roles whose ids begin with what is typed, in any case; where none does, those whose titles do, or that
/// it names otherwise. fish shows of the latter only those that have what is typed in their ids.
pub fn role(typed: &OsStr) -> Vec<CompletionCandidate> {
    // An option is no role, whatever is typed behind it.
    let Some(typed) = typed.to_str().filter(|typed| !typed.starts_with('-')) else { return Vec::new() };
    // Behind a comma another role is typed.
    if let Some((before, last)) = typed.rsplit_once(',') {
        let behind = |role: CompletionCandidate| role.add_prefix(format!("{before},"));
        return role(OsStr::new(last)).into_iter().map(behind).collect();
    }
    let mut known = roles();
    let small = typed.to_lowercase();
    let id = |role: &CompletionCandidate| role.get_value().to_string_lossy().into_owned();
    if let Some(begins) =
        [typed, small.as_str()].into_iter().find(|typed| known.iter().any(|role| id(role).starts_with(typed)))
    {
        known.retain(|role| id(role).starts_with(begins));
        return known;
    }
    // A catalog on top may hide a role.
    let is_known = |meant: &CompletionCandidate| known.iter().any(|role| id(role) == id(meant));
    let meant = candidates(|catalog| words(query::completed(&catalog, typed).into_iter()), |_, _| {});
    meant.into_iter().filter(is_known).collect()
}

pub fn families() -> Vec<CompletionCandidate> {
    candidates(
        |catalog| words(catalog.family_names().map(|family| (family.id, family.title))),
        |layer, words| {
            layer.families.iter().for_each(|written| lay_entry(words, &written.value.id, &written.value.title))
        },
    )
}

pub fn tracks() -> Vec<CompletionCandidate> {
    candidates(
        |catalog| words(catalog.track_names().map(|track| (track.id, track.title))),
        |layer, words| {
            layer.tracks.iter().for_each(|written| lay_entry(words, &written.value.id, &written.value.title))
        },
    )
}

pub fn levels() -> Vec<CompletionCandidate> {
    candidates(
        |catalog| {
            let mut names = Words::new();
            let levels: Vec<_> = catalog.levels().flat_map(|level| level.names).collect();
            levels.iter().for_each(|level| lay(&mut names, &one_word(level.name), ""));
            names
        },
        |layer, words| {
            let levels = layer.levels.iter().flat_map(|written| &written.value.names);
            levels.filter_map(|level| level.name.as_ref()).for_each(|name| lay(words, &one_word(&name.value), ""));
        },
    )
}

/// A name as it is typed without quotes.
fn one_word(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join("-")
}

pub fn tools() -> Vec<CompletionCandidate> {
    candidates(
        |catalog| words(catalog.tools().map(|tool| (tool.id, tool.title))),
        |layer, words| layer.tools.iter().for_each(|written| lay_entry(words, &written.value.id, &written.value.title)),
    )
}

pub fn certificates() -> Vec<CompletionCandidate> {
    candidates(
        |catalog| words(catalog.certificates().map(|certificate| (certificate.id, certificate.title))),
        |layer, words| {
            layer.certificates.iter().for_each(|written| lay_entry(words, &written.value.id, &written.value.title))
        },
    )
}

pub fn competencies() -> Vec<CompletionCandidate> {
    candidates(
        |catalog| words(catalog.competency_names().map(|competency| (competency.id, competency.title))),
        |layer, words| {
            layer.competencies.iter().for_each(|written| lay_entry(words, &written.value.id, &written.value.title))
        },
    )
}

pub fn sources() -> Vec<CompletionCandidate> {
    candidates(
        |catalog| words(catalog.source_names().map(|source| (source.id, source.short))),
        |layer, words| {
            layer.sources.iter().for_each(|written| {
                let source = &written.value;
                lay_entry(words, &source.id, if source.short.is_some() { &source.short } else { &source.title })
            })
        },
    )
}

pub fn regions() -> Vec<CompletionCandidate> {
    candidates(
        |catalog| {
            // Countries first: of the others there are hundreds.
            let mut regions: Vec<_> = catalog.regions().collect();
            regions.arrange_by_key(|region| region.level);
            words(regions.iter().map(|region| (region.id, region.name)))
        },
        |layer, words| {
            layer.regions.iter().for_each(|written| lay_entry(words, &written.value.id, &written.value.name))
        },
    )
}

/// A role, or something that its page names.
pub fn roles_and_more() -> Vec<CompletionCandidate> {
    let sections = ["getting-in", "outlook"].map(CompletionCandidate::new);
    [roles(), competencies(), tools(), regions()].into_iter().flatten().chain(sections).collect()
}

pub fn rules() -> Vec<CompletionCandidate> {
    crate::check::rules().iter().map(|rule| CompletionCandidate::new(rule.name).help(Some(rule.what.into()))).collect()
}

/// Rules, and the groups of them.
pub fn skippable() -> Vec<CompletionCandidate> {
    let groups = crate::check::GROUPS
        .iter()
        .map(|group| CompletionCandidate::new(group).help(Some("all rules of this kind".into())));
    groups.chain(rules()).collect()
}

fn words<'c>(entries: impl Iterator<Item = (&'c str, &'c str)>) -> Words {
    entries.map(|(id, title)| (id.to_owned(), title.to_owned())).collect()
}

/// Adds a word, or what it stands for from now on.
fn lay(words: &mut Words, id: &str, title: &str) {
    match words.iter_mut().find(|(known, _)| known == id) {
        Some((_, beneath)) if !title.is_empty() => title.clone_into(beneath),
        Some(_) => {}
        None => words.push((id.to_owned(), title.to_owned())),
    }
}

/// Adds an entry of the vocabulary; one that states no title keeps the one beneath.
fn lay_entry(words: &mut Words, id: &Word, title: &Option<Word>) {
    lay(words, &id.value, title.as_ref().map_or("", |title| &title.value));
}

fn lay_role(words: &mut Words, file: &RoleFile) {
    match file.role.hidden {
        Some(true) => words.retain(|(id, _)| *id != file.id),
        _ => lay(words, &file.id, file.role.title.as_ref().map_or("", |title| &title.value)),
    }
}

/// Asks the catalog of the command line that is being typed. What cannot be read is not completed.
fn candidates(of: impl Fn(Catalog<'_>) -> Words, above: impl Fn(&Layer, &mut Words)) -> Vec<CompletionCandidate> {
    let Some(typed) = typed() else { return Vec::new() };
    let words = match catalogs::at_hand(&typed.global) {
        AtHand::Whole(source) => of(source.catalog()),
        AtHand::Apart(beneath, layers) => {
            let mut words = beneath.map(of).unwrap_or_default();
            layers.iter().for_each(|layer| above(layer, &mut words));
            words
        }
    };
    let is_typeable = |id: &str| !id.contains(|c: char| matches!(c, '\n' | '\t') || is_obeyed(c));
    let words = words.into_iter().filter(|(id, _)| is_typeable(id));
    words.map(|(id, title)| CompletionCandidate::new(id).help(help(&title))).collect()
}

/// A title beside a candidate. The terminal that shows it must not obey it: it is on one line, as a
/// listing's is.
fn help(title: &str) -> Option<StyledStr> {
    let shown = |c: char| match c {
        '\n' | '\t' => ' ',
        c if is_obeyed(c) => REPLACEMENT,
        c => c,
    };
    (!title.is_empty()).then(|| title.chars().map(shown).collect::<String>().into())
}

/// The options that choose the catalog, from the words that stand on the command line already. None
/// where a variable of the environment has no meaning: whoever waits between two keys is not told.
fn typed() -> Option<Cli> {
    let words: Vec<OsString> = std::env::args_os().skip_while(|word| word != "--").skip(1).collect();
    let words = Typed::of(words, 0).words;
    let mut kept = vec![OsString::from("roles")];
    for (at, word) in words.iter().enumerate() {
        let value = words.get(at + 1).filter(|value| !value.is_empty());
        match (word.to_str(), value) {
            (Some("--catalog"), Some(folder)) => kept.extend([word.clone(), folder.clone()]),
            (Some("--no-builtin"), _) => kept.push(word.clone()),
            _ if word.as_encoded_bytes().starts_with(b"--catalog=") => kept.push(word.clone()),
            _ => {}
        }
    }
    Cli::try_parse_from(&kept).or_else(|_| Cli::try_parse_from(&kept[..1])).ok()
}
