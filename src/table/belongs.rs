//! The family and the track that an import is asked to put roles on.

use crate::catalog::Catalog;
use crate::text::fold;
use crate::text::hint::{Ask, hint};
use crate::view::error::{Error, ticked};

/// The family that is asked for, by its id or title.
pub fn family(catalog: &Catalog<'_>, name: &str) -> Result<String, Error> {
    let key = fold::key(name);
    let found = catalog.families().find(|it| fold::key(it.id) == key || fold::key(it.title) == key);
    found.map(|family| family.id.to_owned()).ok_or_else(|| {
        Error::failed(format!("no family is called {}", ticked(name))).hint(hint![
            Ask::of("families"),
            " lists them; a column of families makes new ones: `--column family=NAME`"
        ])
    })
}

/// The track that is asked for, or the first of the catalog.
pub fn track(catalog: &Catalog<'_>, name: Option<&str>) -> Result<String, Error> {
    let Some(name) = name else {
        return Ok(catalog.tracks().next().map_or("individual-contributor", |track| track.id).to_owned());
    };
    let key = fold::key(name);
    let found = catalog.tracks().find(|it| fold::key(it.id) == key || fold::key(it.title) == key);
    let tracks: Vec<&str> = catalog.tracks().map(|track| track.id).collect();
    found.map(|track| track.id.to_owned()).ok_or_else(|| {
        Error::failed(format!("no track is called {}", ticked(name))).hint(format!("tracks are {}", tracks.join(", ")))
    })
}
