//! What a file of a catalog is, by its path.

use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::ids::CATALOG;
use crate::catalog::read::look_alike::VOCABULARY_FILES;
use crate::text::suggest;

/// What is said where nothing reads a file: of vocabulary, of evidence, and of a table that lies elsewhere.
pub const VOCABULARY: &str = "vocabulary/ holds families, tracks, levels, competencies, tools, certificates, regions, metros, sources, titles, scoring and elements/";
pub const EVIDENCE: &str = "evidence/ holds frameworks/, readings/, pay/, preparation/, onet/technologies, usage/, moves/ and titles/; what stood in onet/ratings, gdad/, esco/ and ladders/ is a file of frameworks/";
pub const ELSEWHERE: &str = "roles lie in folders of their own, vocabulary/ and evidence/ hold tables";

/// Says that nothing reads a file of such a name, and which is like it.
pub fn unknown_file(path: &str, known: &[&str], help: &str) -> Diagnostic {
    let stem = path.trim_end_matches(".yml").trim_end_matches(".yaml");
    let meant = suggest::nearest(stem, known.iter().copied(), 1);
    let help = meant.first().map_or_else(|| help.to_owned(), |meant| format!("did you mean `{meant}.yaml`? {help}"));
    Diagnostic::of_file(path, "unknown-file", "nothing reads a file of this name").help(help)
}

/// The table that lies where roles do: it bears its name, and is a list.
pub fn table_of(id: &str, text: &str) -> Option<&'static str> {
    let table = VOCABULARY_FILES.into_iter().find(|table| table.rsplit('/').next() == Some(id))?;
    let mut lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
    let first = lines.find(|line| !line.is_empty() && !line.starts_with('#') && *line != "---")?;
    first.starts_with('-').then_some(table)
}

/// Returns the folder and the id of a role's file; none for vocabulary and evidence.
pub fn role_of_path(path: &str) -> Option<(&str, &str)> {
    let stem = path.strip_suffix(".yaml").or_else(|| path.strip_suffix(".yml"))?;
    let (folders, id) = stem.rsplit_once('/').unwrap_or(("", stem));
    let first = folders.split('/').next().unwrap_or("");
    let folder = folders.rsplit('/').next().unwrap_or("");
    let is_about = folders.is_empty() && id == CATALOG;
    (first != "vocabulary" && first != "evidence" && !is_about).then_some((folder, id))
}
