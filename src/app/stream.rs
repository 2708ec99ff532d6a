//! What a question is asked of, what is read beside it, and where an answer goes.

use std::io::{self, Write as _};
use std::path::Path;

use crate::catalog::Catalog;
use crate::catalog::read::files as read;
use crate::catalog::read::files::SourceFile;
use crate::query;
use crate::request::Global;
use crate::store::catalogs::Source;
use crate::store::limit;
use crate::text::hint::{Ask, hint};
use crate::view::error::{Error, Exit, ticked};

/// Returns the catalog that is asked, and how its roles may be named.
pub fn catalog<'s>(source: &'s Source, global: &Global) -> Catalog<'s> {
    source.catalog().by_exact_names(global.exact)
}

/// Reads a self-assessment; `-` is standard input.
pub fn profile(path: &Path) -> Result<SourceFile, Error> {
    let shown = path.display().to_string();
    let is_stdin = path.as_os_str() == "-";
    let opened = if is_stdin { Ok(Box::new(io::stdin().lock()) as Box<dyn io::Read>) } else { open(path) };
    let mut bytes = Vec::new();
    let read = opened.and_then(|mut from| read::limited(&mut from, &mut bytes));
    read.map_err(|error| {
        Error::failed(format!("cannot read the profile {}: {error}", ticked(&shown)))
            .hint(hint![Ask::of("profile").words([">", "me.yaml"]), " writes an empty one"])
    })?;
    match read::text(&shown, &bytes) {
        Ok(text) => Ok(SourceFile { path: shown, text: text.to_owned() }),
        Err(fault) => Err(query::invalid_profile(&shown, None, vec![fault])),
    }
}

fn open(path: &Path) -> io::Result<Box<dyn io::Read>> {
    Ok(Box::new(std::fs::File::open(path)?))
}

/// Writes an answer. A reader who has had enough is no error; any other failure is told.
pub fn write(text: &str) -> Result<Exit, Error> {
    limit::fails_a_write();
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(Exit::Answered),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Exit::Answered),
        Err(error) => Err(Error::failed(format!("cannot write the answer: {error}"))),
    }
}
