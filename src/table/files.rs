//! The files of a ladder that was imported, as text and on the disk.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::catalog::model::Proficiency;
use crate::store::beside;
use crate::store::quoted::quoted;
use crate::table::Imported;
use crate::table::draft::Draft;
use crate::table::kept::{FILE, Kept};
use crate::table::made::{Own, Role};
use crate::table::scale::Scale;
use crate::table::sheet::Sheet;
use crate::view::error::{Error, ticked};

/// The files that a draft becomes.
pub fn of(sheet: &Sheet, scale: &Scale, draft: Draft) -> Imported {
    let kept = Kept::new(sheet, scale, &draft);
    let mut files: Vec<(String, String)> =
        draft.roles.iter().map(|role| (format!("{}.yaml", role.id), role_file(role, &draft, sheet.file()))).collect();
    if !draft.competencies.is_empty() {
        let list = draft.competencies.iter().map(competency).collect();
        files.push(("vocabulary/competencies.yaml".to_owned(), list));
    }
    if !draft.families.is_empty() {
        let entry = |(id, title): &(String, String)| format!("- id: {id}\n  title: {}\n", quoted(title));
        files.push(("vocabulary/families.yaml".to_owned(), draft.families.iter().map(entry).collect()));
    }
    files.push((FILE.to_owned(), kept.text()));
    let Draft { roles, competencies, named, tools, became, notes, warnings, .. } = draft;
    Imported {
        files,
        roles: roles.len(),
        competencies: (named, competencies.len()),
        tools,
        rows: became.iter().filter(|row| !row.is_empty()).count(),
        notes,
        warnings,
    }
}

fn role_file(role: &Role, draft: &Draft, table: &str) -> String {
    let mut text = format!("# From {}.\ntitle: {}\n", table.escape_debug(), quoted(&role.title));
    if !role.is_over {
        let _ = writeln!(text, "family: {}\ntrack: {}\nlevel: {}", role.family, role.track, role.rank);
    }
    if let Some(aliases) = &role.aliases {
        let aliases: Vec<String> = aliases.iter().map(|alias| quoted(alias)).collect();
        let _ = writeln!(text, "aliases: [{}]", aliases.join(", "));
    }
    if !role.summary.is_empty() {
        let _ = writeln!(text, "summary: {}", quoted(&role.summary));
    }
    if !role.ratings.is_empty() {
        text.push_str("competencies:\n");
    }
    for rating in &role.ratings {
        let _ = writeln!(text, "  - competency: {}", rating.competency);
        if let Some(weight) = rating.weight {
            let _ = writeln!(text, "    weight: {weight}");
        }
        let level = rating.step.as_deref().map(quoted).or(rating.level.map(|level| level.name().to_owned()));
        if let Some(level) = level {
            let _ = writeln!(text, "    level: {level}");
        }
        if !rating.text.is_empty() {
            let _ = writeln!(text, "    expects: {}", quoted(&rating.text));
        }
    }
    if !role.tools.is_empty() {
        text.push_str("tools:\n");
    }
    for (tool, proficiency) in &role.tools {
        let _ = writeln!(text, "  - {{tool: {tool}, proficiency: {}}}", proficiency.name());
    }
    if let Some(before) = before(role, draft).filter(|_| !role.is_over) {
        let _ = writeln!(text, "prerequisites: [{before}]");
    }
    text
}

/// The next lower grade of the same role: the one that people hold before.
fn before<'d>(role: &Role, draft: &'d Draft) -> Option<&'d str> {
    let lower = draft.roles.iter().filter(|it| it.of == role.of && it.rank < role.rank);
    lower.max_by_key(|it| it.rank).map(|it| it.id.as_str())
}

fn competency(own: &Own) -> String {
    let mut text = format!("- id: {}\n  title: {}\n", own.id, quoted(&own.title));
    if !own.definition.is_empty() {
        let _ = writeln!(text, "  definition: {}", quoted(&own.definition));
    }
    let said: Vec<_> = Proficiency::ALL.into_iter().filter(|level| !own.looks[*level as usize].is_empty()).collect();
    if !said.is_empty() {
        text.push_str("  levels:\n");
    }
    for level in said {
        let _ = writeln!(text, "    {}: {}", level.name(), quoted(&own.looks[level as usize]));
    }
    text
}

/// Writes the files below a folder, each beside its place first.
///
/// # Errors
/// When one is there already and is not to be replaced, or cannot be written. Nothing is written then in the first
/// case.
pub fn write(folder: &Path, files: &[(String, String)], is_forced: bool) -> Result<(), Error> {
    if folder.exists() && !folder.is_dir() {
        return Err(Error::failed(format!("{} is no folder", ticked(&folder.display().to_string())))
            .hint("`--dir` names the folder that the files go into"));
    }
    let paths: Vec<(PathBuf, &str)> = files.iter().map(|(path, text)| (folder.join(path), text.as_str())).collect();
    let there: Vec<&PathBuf> =
        paths.iter().map(|(path, _)| path).filter(|path| path.symlink_metadata().is_ok()).collect();
    if let Some(first) = there.first().filter(|_| !is_forced) {
        let first = ticked(&first.display().to_string());
        let message = match there.len() - 1 {
            0 => format!("{first} is there already: nothing is written"),
            more => format!("{first} and {more} more files are there already: nothing is written"),
        };
        return Err(Error::failed(message).hint("`--force` replaces them; another `--dir` leaves them as they are"));
    }
    paths.iter().try_for_each(|(path, text)| {
        let made = path.parent().map_or(Ok(()), fs::create_dir_all);
        made.and_then(|()| beside::replace(path, text.as_bytes()))
            .map_err(|error| Error::failed(format!("cannot write {}: {error}", ticked(&path.display().to_string()))))
    })
}
