//! `roles man`: the manual pages, one a command.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Command, CommandFactory};
use clap_mangen::Man;

use crate::cli::Cli;
use crate::error::{Error, ticked};

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
        fs::write(&path, page(&name, command)).map_err(|error| unwritable(&path, error))?;
        written.push(path);
    }
    Ok(written)
}

/// The program's own page, and one for each of its commands.
fn pages(main: Command) -> Vec<(String, Command)> {
    let commands: Vec<(String, Command)> =
        main.get_subcommands().map(|command| (format!("roles-{}", command.get_name()), command.clone())).collect();
    std::iter::once(("roles".to_owned(), main)).chain(commands).collect()
}

fn page(name: &str, command: Command) -> Vec<u8> {
    let usage = name.replacen('-', " ", 1);
    let command = command.name(name.to_owned()).bin_name(usage).display_name(name.to_owned());
    let mut page = Vec::new();
    let man = Man::new(command).manual("User Commands").source(concat!("roles ", env!("CARGO_PKG_VERSION")));
    man.render(&mut page).expect("memory takes every byte");
    page
}
