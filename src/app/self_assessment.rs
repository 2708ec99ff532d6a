//! `roles profile`: where a self-assessment is written, printed or asked for.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use crate::app::ask;
use crate::catalog::Catalog;
use crate::present;
use crate::query;
use crate::render::harmless;
use crate::request::{self, Decide};
use crate::store::beside;
use crate::view::error::{Error, ticked};
use crate::view::{Template, View};

/// The file that a terminal's answers go into, where none is named.
const USUAL: &str = "me.yaml";

/// What is to be said of a self-assessment, and what is to be printed.
pub struct Written {
    pub notes: Vec<String>,
    pub text: String,
}

/// Tells whether more is asked for than the template as an answer.
pub fn is_asked(args: &request::Profile) -> bool {
    args.ask || args.output.is_some()
}

/// Asks, where that is wanted, and writes the file that nothing stands in the place of.
///
/// # Errors
/// When a role is unknown, the file is there already or cannot be written, or nothing was said.
pub fn write(catalog: Catalog<'_>, args: &request::Profile) -> Result<Written, Error> {
    if args.ask && args.roles.is_empty() {
        return Err(Error::failed("`--ask` takes a role: it asks what that role asks for")
            .hint("`roles profile ROLE --ask`; `roles profile` has everything, to fill in with an editor"));
    }
    let output = args.output.clone().or_else(|| (args.ask && io::stdout().is_terminal()).then(|| PathBuf::from(USUAL)));
    if let Some(path) = output.as_deref().filter(|path| path.symlink_metadata().is_ok()) {
        return Err(is_there(path));
    }
    let answer = query::decide(
        catalog,
        &Decide::Profile(request::Profile {
            output: None,
            ask: false,
            roles: args.roles.clone(),
            grade: args.grade.clone(),
        }),
        |_| Err(Error::failed("a template reads no profile")),
    )?;
    let View::Profile(template) = &answer.view else { unreachable!("`profile` answers with a template") };
    let (text, counted) = filled_in(template, args.ask)?;
    let mut notes = answer.notes;
    match output {
        None => {
            notes.extend(counted);
            Ok(Written { notes, text })
        }
        Some(path) => {
            beside::create(&path, text.as_bytes()).map_err(|error| match error.kind() {
                io::ErrorKind::AlreadyExists => is_there(&path),
                _ => Error::failed(format!("cannot write {}: {error}", ticked(&path.display().to_string()))),
            })?;
            let counted = counted.map_or(String::new(), |counted| format!(": {counted}"));
            Ok(Written { notes, text: format!("wrote {}{counted}\n", path.display()) })
        }
    }
}

fn is_there(path: &Path) -> Error {
    Error::failed(format!("{} is there already, and stays as it is", ticked(&path.display().to_string())))
        .hint("choose another file: `--output mine.yaml`")
}

/// The file's text, and how much of it was said.
fn filled_in(template: &Template<'_>, ask: bool) -> Result<(String, Option<String>), Error> {
    if !ask {
        return Ok((harmless(present::template(template)), None));
    }
    let said = ask::ask(template, &mut io::stdin().lock(), &mut io::stderr().lock())
        .map_err(|error| Error::failed(format!("cannot read an answer: {error}")))?;
    Ok((harmless(present::filled_in(template, &said.levels)), Some(said.counted())))
}
