//! What a line that is no command was meant to be, as a line that can be typed.

use std::ffi::OsString;
use std::path::Path;

use crate::app::typed::{Typed, ask, asked, command as line};
use crate::app::usage::explained;
use crate::catalog::Catalog;
use crate::query;
use crate::request::{self, Cli};
use crate::store::catalogs;
use crate::text::hint::{Ask, Hint, hint};
use crate::text::{fold, suggest};

/// What people type for a command of another name.
const OTHER_NAMES: [(&str, &str); 14] = [
    ("pay", "salary"),
    ("salaries", "salary"),
    ("skills", "competencies"),
    ("skill", "competencies"),
    ("competency", "competencies"),
    ("tool", "tools"),
    ("role", "show"),
    ("info", "show"),
    ("roles", "list"),
    ("ls", "list"),
    ("find", "search"),
    ("diff", "compare"),
    ("previous", "prereqs"),
    ("validate", "check"),
];

/// What other programs call an option.
const OTHER_OPTIONS: [(&str, &[&str]); 9] = [
    ("--country", &["--region"]),
    ("--location", &["--region"]),
    ("--json", &["--format", "json"]),
    ("--csv", &["--format", "csv"]),
    ("--tsv", &["--format", "tsv"]),
    ("--markdown", &["--format", "md"]),
    ("--skill", &["--competency"]),
    ("--skills", &["--competency"]),
    ("--role", &[]),
];

/// Commands whose only words choose among what `list` can be asked for.
const LISTS: [&str; 4] = ["list", "families", "levels", "regions"];

/// What was meant where the first word is no command: a command in other words or letters, one that
/// stands behind its role, or the page of a role.
pub fn command(typed: &Typed) -> Vec<Hint> {
    let words = typed.words();
    let (Some((first, rest)), Some((last, before))) = (words.split_first(), words.split_last()) else {
        return Vec::new();
    };
    if let Some(command) = called(first) {
        return match section_of_role(typed, &command, rest) {
            Some(page) => vec![page],
            None => did_you_mean(&[&[command.as_str()], rest].concat()),
        };
    }
    let meant = in_catalog(typed, |catalog| {
        let is_role = |words: &[&str]| query::is_role(catalog, &words.join(" "));
        match called(last).filter(|_| is_role(before)) {
            Some(command) => did_you_mean(&[&[command.as_str()], before].concat()),
            None if is_role(&words) => did_you_mean(&[&["show"], words.as_slice()].concat()),
            None => Vec::new(),
        }
    });
    meant.unwrap_or_default()
}

/// `skills cto`: the part of a role's page, where the words behind a listing are a role.
fn section_of_role(typed: &Typed, command: &str, words: &[&str]) -> Option<Hint> {
    let is_part = matches!(command, "competencies" | "tools") && !words.is_empty();
    let is_role = is_part && in_catalog(typed, |catalog| query::is_role(catalog, &words.join(" "))) == Some(true);
    is_role.then(|| meant(ask("show", &[words, &["--section", command]].concat())))
}

/// The command that a word names: as it is, in capitals, or by another name.
fn called(word: &str) -> Option<String> {
    let word = word.to_lowercase();
    let other = OTHER_NAMES.iter().find(|(other, _)| *other == word).map(|(_, command)| (*command).to_owned());
    other.or_else(|| request::is_command(&word).then_some(word))
}

/// What may be done with words that are nothing of this program's: a role that they name, or look for them.
pub fn anything(typed: &Typed) -> Vec<Hint> {
    let mut words = typed.words();
    if words.len() > 1 && words[0] == "help" {
        words.remove(0);
    }
    let commands = request::names();
    let first = words.first().copied().unwrap_or_default();
    if let Some(near) = suggest::did_you_mean(&suggest::nearest(first, commands.iter().map(String::as_str), 1)) {
        return vec![near.into()];
    }
    let runs = (1..=words.len()).rev().flat_map(|count| words.windows(count));
    let role = in_catalog(typed, |catalog| {
        let all = Some(words.as_slice()).filter(|words| query::find(catalog, &words.join(" ")).is_ok());
        all.or_else(|| runs.clone().find(|run| query::is_role(catalog, &run.join(" "))))
    });
    if let Some(role) = role.flatten() {
        return did_you_mean(&[&["show"], role].concat());
    }
    searched(&words).into_iter().chain([hint![Ask::Line("roles --help".to_owned()), " lists the commands"]]).collect()
}

/// What was meant where an option or a word has no place: an option in front of its command, or a
/// word behind a command that takes options only.
pub fn place(typed: &Typed, word: &str) -> Vec<Hint> {
    if word.starts_with('-') {
        let meant = behind(typed).or_else(|| other_option(typed, word)).or_else(|| of_salary(typed, word));
        return meant.into_iter().collect();
    }
    let option = typed.option_before(word).filter(|_| word.parse::<u8>().is_err());
    let quoted = option.and_then(|(option, value)| {
        let whole = format!("{value} {word}");
        let is_known = in_catalog(typed, |catalog| is_value(catalog, option, &whole)).unwrap_or(true);
        typed.without(word)?.with(value, &[&whole]).filter(|_| is_known)
    });
    if let Some(line) = quoted {
        return vec![hint!["a value of several words stands in quotes: ", line]];
    }
    if is_file(word)
        && let Some(line) = typed.with(word, &["--profile", word])
    {
        return vec![meant(line)];
    }
    let words = typed.words();
    match words.split_first() {
        Some((command, rest)) if LISTS.contains(command) => listed(typed, command, rest),
        _ => Vec::new(),
    }
}

/// Whether an option takes a value: a name that the catalog knows, where it takes one.
fn is_value(catalog: Catalog<'_>, option: &str, value: &str) -> bool {
    const FILTERS: [&str; 5] = ["--family", "--track", "--level", "--tool", "--competency"];
    match option {
        "--region" => query::region_called(catalog, value).is_some(),
        option if FILTERS.contains(&option) => {
            query::filters_called(catalog, value).iter().any(|(other, _)| *other == option)
        }
        _ => true,
    }
}

/// The option that is called otherwise elsewhere.
fn other_option(typed: &Typed, word: &str) -> Option<Hint> {
    let (_, others) = OTHER_OPTIONS.iter().find(|(other, _)| *other == word)?;
    typed.with(word, others).map(meant)
}

/// A region asked of a command that has none: what is paid there.
fn of_salary(typed: &Typed, word: &str) -> Option<Hint> {
    let value = typed.value_behind("--region").filter(|_| word == "--region")?;
    if in_catalog(typed, |catalog| query::region_called(catalog, value).is_none()) == Some(true) {
        return Some(hint![
            Ask::of("regions"),
            " lists them, and ",
            Ask::of("salary").word("--help"),
            " what asks for one"
        ]);
    }
    Some(hint!["what is paid there: ", ask("salary", &["--region", value])])
}

/// The line with everything that stands in front of the command behind it, where that is a line.
fn behind(typed: &Typed) -> Option<Hint> {
    let (before, command, after) = typed.parted().filter(|(before, ..)| !before.is_empty())?;
    let words: Vec<&str> = std::iter::once(command).chain(after.iter().chain(before).map(String::as_str)).collect();
    let args = std::iter::once("roles").chain(words.iter().copied()).map(OsString::from);
    Cli::read(args).ok().map(|_| hint!["the options of a command stand behind it: ", Ask::Line(line(&words))])
}

/// The lists that words may choose from, as options.
fn listed(typed: &Typed, command: &str, words: &[&str]) -> Vec<Hint> {
    if let Some(weighted) = weighted(typed, words) {
        return weighted;
    }
    let name = words.join(" ");
    let found = in_catalog(typed, |catalog| {
        let region = query::region_called(catalog, &name).map(|id| ask("salary", &["--region", id]));
        let filters = query::filters_called(catalog, &name).into_iter();
        let lists = filters.map(|(option, value)| ask("list", &[option, &value]));
        let wanted = region.into_iter().filter(|_| command == "regions");
        Hint::did_you_mean(wanted.chain(lists))
    });
    match found.flatten() {
        Some(hint) => vec![hint],
        None => searched(&[&name]).into_iter().chain([explained(command)]).collect(),
    }
}

/// A search for words; none where they have nothing to search for.
fn searched(words: &[&str]) -> Option<Hint> {
    let has_words = words.iter().any(|word| !fold::words(word).is_empty());
    has_words.then(|| hint![ask("search", words), " looks inside roles"])
}

/// A competency and its weight as two words: `--competency coaching 60`.
fn weighted(typed: &Typed, words: &[&str]) -> Option<Vec<Hint>> {
    const MOST: u32 = 100;
    let [.., least] = words else { return None };
    let weight: u32 = least.parse().ok()?;
    let name = typed.value_before("--competency", least)?;
    let is_competency =
        |catalog: Catalog<'_>| query::filters_called(catalog, name).iter().any(|(option, _)| *option == "--competency");
    let with = |least: &str| ask("list", &["--competency", &format!("{name}:{least}")]);
    Some(vec![match in_catalog(typed, is_competency) {
        Some(false) => hint![Ask::of("competencies"), " lists them"],
        _ if weight > MOST => hint!["a weight goes from 0 to 100: ", with("80")],
        _ => meant(with(least)),
    }])
}

/// What a command lacks: the profile that was named without its option, an empty one, an example.
pub fn missing(typed: &Typed, what: &str) -> Vec<Hint> {
    let words = typed.words();
    if what.contains("--profile") {
        let (files, others): (Vec<&str>, Vec<&str>) = words.iter().partition(|word| is_file(word));
        let file = files.first().copied().unwrap_or("me.yaml");
        let role: &[&str] = if others == ["gap"] { &["staff-engineer"] } else { &[] };
        let with = asked(&[others.as_slice(), role, &["--profile", file]].concat());
        return match files.is_empty() {
            true => vec![
                hint![Ask::of("profile").words([">", "me.yaml"]), " writes an empty one"],
                hint!["filled in, it is read by ", with],
            ],
            false => vec![meant(with)],
        };
    }
    let command = words.first().copied().unwrap_or_default();
    let example = request::example(command).map(|example| hint!["as in ", Ask::of(command).word(example)]);
    example.into_iter().chain([explained(command)]).collect()
}

fn is_file(word: &str) -> bool {
    word.ends_with(".yaml") || word.ends_with(".yml") || Path::new(word).is_file()
}

fn did_you_mean(words: &[&str]) -> Vec<Hint> {
    vec![meant(asked(words))]
}

fn meant(ask: Ask) -> Hint {
    hint!["did you mean ", ask, "?"]
}

/// Asks the catalog of a wrong line. Where it cannot be read, nothing is known of its words.
fn in_catalog<T>(typed: &Typed, ask: impl FnOnce(Catalog<'_>) -> T) -> Option<T> {
    let source = catalogs::source(&typed.global()?).ok()?;
    Some(ask(source.catalog()))
}
