//! What a catalog that is to stand alone begins with: tracks and ranks, which no table of roles has.

use std::fmt::Write as _;
use std::path::Path;

use crate::catalog::read::files::SourceFile;
use crate::store::embedded;
use crate::store::quoted::quoted;

/// The tracks and the ranks: those that the folder states, else those of the built-in catalog, to be edited.
pub fn vocabulary(folder: &Path) -> Vec<SourceFile> {
    let file = |path: &str, usual: fn() -> String| {
        let text = std::fs::read_to_string(folder.join(path)).unwrap_or_else(|_| usual());
        SourceFile { path: path.to_owned(), text }
    };
    vec![file("vocabulary/tracks.yaml", tracks), file("vocabulary/levels.yaml", levels)]
}

fn tracks() -> String {
    let mut text = String::new();
    for track in embedded::catalog().tracks() {
        let (title, definition) = (quoted(track.title), quoted(track.definition));
        let _ = writeln!(text, "- {{id: {}, title: {title}, definition: {definition}}}", track.id);
    }
    text
}

fn levels() -> String {
    let catalog = embedded::catalog();
    let mut text = String::new();
    for level in catalog.levels() {
        let _ = writeln!(text, "- rank: {}\n  definition: {}\n  names:", level.rank, quoted(level.definition));
        for name in &level.names {
            let aliases: Vec<String> = name.aliases.iter().map(|alias| quoted(alias)).collect();
            let (track, called) = (catalog.track(name.track).id, quoted(name.name));
            let _ = writeln!(text, "    - {{track: {track}, name: {called}, aliases: [{}]}}", aliases.join(", "));
        }
    }
    text
}
