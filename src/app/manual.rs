//! `roles man`: the manual pages, one a command.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use clap::{Command, CommandFactory};
use clap_mangen::Man;
use time::OffsetDateTime;

use crate::request::Cli;
use crate::store::{beside, places};
use crate::text::hint::{Ask, Hint, hint};
use crate::view::error::{Error, ticked, typeable};

/// Writes the manual pages into a folder, and returns their paths.
///
/// # Errors
/// When a page cannot be written.
pub fn write(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut main = Cli::command();
    main.build();
    let unwritable = |path: &Path, error: std::io::Error| {
        Error::failed(format!("cannot write {}: {error}", ticked(&path.display().to_string())))
    };
    fs::create_dir_all(folder).map_err(|error| unwritable(folder, error))?;
    let mut written = Vec::new();
    for (name, command) in pages(main) {
        let path = folder.join(format!("{name}.1"));
        beside::replace(&path, page(&name, command).as_bytes()).map_err(|error| unwritable(&path, error))?;
        written.push(path);
    }
    Ok(written)
}

/// Says where the pages would go, and how: nothing is written into a folder that nobody named.
pub fn whereto() -> (String, Hint) {
    let mut main = Cli::command();
    main.build();
    let count = pages(main).len();
    let looked_in = looked_in().map(|folder| folder.display().to_string());
    let place = match &looked_in {
        Some(folder) => format!("{folder}, where `man` looks"),
        None => "the folder that is named".to_owned(),
    };
    let folder = looked_in.map_or("DIR".to_owned(), |folder| typeable(&folder));
    let how = hint![Ask::of("man").words(["--dir".to_owned(), folder]), " writes them"];
    (format!("{count} pages would go to {place}; nothing is written\n"), how)
}

/// A folder in which `man` looks: beside the one that the program lies in, or the user's own.
fn looked_in() -> Option<PathBuf> {
    const BELOW: &str = "share/man/man1";
    let program = std::env::current_exe().ok();
    let folder = program.as_deref().and_then(Path::parent).filter(|folder| folder.ends_with("bin"));
    let beside = folder.and_then(Path::parent).map(|prefix| prefix.join(BELOW));
    beside.or_else(|| places::home().map(|home| home.join(".local").join(BELOW)))
}

/// The program's own page, and one for each of its commands.
fn pages(main: Command) -> Vec<(String, Command)> {
    let commands: Vec<(String, Command)> =
        main.get_subcommands().map(|command| (format!("roles-{}", command.get_name()), command.clone())).collect();
    std::iter::once(("roles".to_owned(), main)).chain(commands).collect()
}

fn page(name: &str, command: Command) -> String {
    let usage = name.replacen('-', " ", 1);
    let command = command.name(name.to_owned()).bin_name(usage).display_name(name.to_owned());
    let mut page = Vec::new();
    let man = Man::new(command).title(name.to_uppercase()).date(date(seconds())).manual("User Commands");
    man.source(concat!("roles ", env!("CARGO_PKG_VERSION"))).render(&mut page).expect("memory takes every byte");
    tidied(&String::from_utf8_lossy(&page))
}

/// What stands below a command's help, under the headings that manual pages have for it.
const SECTIONS: [(&str, &str); 3] = [
    (".SH EXTRA\nExamples:\n", ".SH EXAMPLES\n"),
    ("\n\nEnvironment: each", "\n.SH ENVIRONMENT\nEach"),
    ("\n\nExit codes: ", "\n.SH \"EXIT STATUS\"\n"),
];

/// Mends what `mandoc -T lint` complains of, breaks around a blank line and blanks at the ends of lines,
/// and puts what stands below the help into sections.
fn tidied(page: &str) -> String {
    let page = page.replace(".br\n\n.br\n", ".sp\n");
    let page = SECTIONS.iter().fold(page, |page, (before, after)| page.replace(before, after));
    page.lines().flat_map(|line| [line.trim_end(), "\n"]).collect()
}

/// When the pages are written, in seconds since 1970: `SOURCE_DATE_EPOCH` where it is set, so that a
/// package is the same whenever it is built.
fn seconds() -> u64 {
    let stated = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    let now = || SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    stated.unwrap_or_else(now)
}

/// Returns the day of a time as `2026-11-22`; the first of all days where no calendar has it.
fn date(seconds: u64) -> String {
    let time = i64::try_from(seconds).ok().and_then(|seconds| OffsetDateTime::from_unix_timestamp(seconds).ok());
    time.unwrap_or(OffsetDateTime::UNIX_EPOCH).date().to_string()
}

#[cfg(test)]
mod tests {
    #[test]
    fn dates() {
        for (seconds, date) in [
            (0, "1970-01-01"),
            (951_782_400, "2000-02-29"),
            (951_868_800, "2000-03-01"),
            (1_798_761_599, "2026-12-31"),
            (4_107_542_400, "2100-03-01"),
            (u64::MAX, "1970-01-01"),
        ] {
            assert_eq!(super::date(seconds), date);
        }
    }
}
