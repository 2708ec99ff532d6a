//! `roles profile`: where a self-assessment is written, printed or asked for.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use crate::app::ask::{self, InAscii, Said};
use crate::app::broken_off;
use crate::catalog::Catalog;
use crate::present;
use crate::query;
use crate::render::straight;
use crate::request::{self, Decide};
use crate::store::beside;
use crate::text::harmless::harmless;
use crate::text::hint::{Ask, hint};
use crate::view::error::{Error, ticked};
use crate::view::{Template, View};

/// The file that a terminal's answers go into, where none is named.
const USUAL: &str = "me.yaml";

/// What is to be said of a self-assessment, and what is to be printed.
pub struct Written {
    pub notes: Vec<String>,
    pub text: String,
}

/// What is to be in ASCII: what is asked, and the quotes of the file.
pub struct Ascii {
    pub questions: bool,
    pub file: bool,
}

/// Tells whether more is asked for than the template as an answer.
pub fn is_asked(args: &request::Profile) -> bool {
    args.ask || args.output.is_some()
}

/// Asks, where that is wanted, and writes the file that nothing stands in the place of.
///
/// # Errors
/// When a role is unknown, the file is there already or cannot be written, or nothing was said.
pub fn write(catalog: Catalog<'_>, args: &request::Profile, ascii: &Ascii) -> Result<Written, Error> {
    if args.ask && args.roles.is_empty() {
        return Err(Error::failed("`--ask` takes a role: it asks what that role asks for").hint(hint![
            Ask::of("profile").words(["ROLE", "--ask"]),
            "; ",
            Ask::of("profile"),
            " has everything, to fill in with an editor"
        ]));
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
    let said = if args.ask { Some(said(template, ascii.questions)?) } else { None };
    let text = match &said {
        Some(said) => present::filled_in(template, &said.levels),
        None => present::template(template),
    };
    let mut notes = answer.notes;
    notes.extend(said.as_ref().and_then(|said| Some(ended(said.ended_at?, said.questions))));
    let counted = said.map(|said| said.counted());
    let text = if ascii.file { straight(&harmless(text)) } else { harmless(text) };
    let Some(path) = output else {
        notes.extend(counted);
        return Ok(Written { notes, text });
    };
    beside::create(&path, text.as_bytes()).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => is_there(&path),
        _ => Error::failed(format!("cannot write {}: {error}", ticked(&path.display().to_string()))),
    })?;
    let counted = counted.map_or(String::new(), |counted| format!(": {counted}"));
    Ok(Written { notes, text: format!("wrote {}{counted}\n", path.display()) })
}

fn is_there(path: &Path) -> Error {
    Error::failed(format!("{} is there already, and stays as it is", ticked(&path.display().to_string())))
        .hint("choose another file: `--output mine.yaml`")
}

/// What was said, question by question: something.
fn said<'t>(template: &'t Template<'_>, is_ascii: bool) -> Result<Said<'t>, Error> {
    let watch = broken_off::Watch::begin();
    // Not locked: who breaks off is told there too.
    let (mut from, to) = (io::stdin().lock(), io::stderr());
    let said = match is_ascii {
        true => ask::ask(template, &mut from, &mut InAscii(to)),
        false => ask::ask(template, &mut from, &mut { to }),
    };
    drop(watch);
    let said = said.map_err(|error| Error::failed(format!("cannot read an answer: {error}")))?;
    if said.levels.is_empty() {
        let roles: Vec<&str> = template.roles.iter().map(|role| role.id).collect();
        return Err(Error::nothing("nothing was said, and nothing is written")
            .hint(hint![Ask::of("profile").words(roles), " prints the file, to fill in with an editor"]));
    }
    Ok(said)
}

/// Who ends the input has not said "keep it" in words.
fn ended(at: usize, questions: usize) -> String {
    format!("the input ended at question {at} of {questions}: what was said before it is kept")
}
