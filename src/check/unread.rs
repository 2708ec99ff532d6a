//! In a catalog that has readings, every role is read by every competency, in each reading.

use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::load::RoleFile;
use crate::catalog::read::schema::place;
use crate::check::read_cells::ReadCells;
use crate::check::{Rule, Subject};

pub static ROLE: Rule = Rule {
    name: "unread-role",
    what: "where a catalog has readings, each of its roles is read by every competency, in every reading",
    why: "a weight rests on fewer readings until then, or on outside evidence alone, and is marked so",
    mend: "have it read by each competency, three times, and add the cells to evidence/readings",
    look: Some(roles),
};

pub static COMPETENCY: Rule = Rule {
    name: "unread-competency",
    what: "where a catalog has readings, every role is read by each of its competencies, in every reading",
    why: "its weights rest on fewer readings until then, or on outside evidence alone, and are marked so",
    mend: "have every role read by it, three times, and add the cells to evidence/readings",
    look: Some(competencies),
};

fn roles(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let Some(cells) = ReadCells::new(subject.layer) else { return Vec::new() };
    let unread = cells.unread();
    cells.roles.iter().filter_map(|file| in_role(&cells, file, &unread)).collect()
}

/// What a role lacks, but for the competencies by which hardly any role is read: those are told once.
fn in_role(cells: &ReadCells<'_>, file: &RoleFile, unread: &[&str]) -> Option<Diagnostic> {
    let is_read = cells.is_read(file);
    let by = cells.competencies.iter().filter(|competency| !is_read || !unread.contains(competency));
    let missing: Vec<(&str, Vec<&str>)> = by.map(|competency| (*competency, cells.missing(file, competency))).collect();
    let count: usize = missing.iter().map(|(_, readings)| readings.len()).sum();
    let how_many = how_many(count, missing.len() * cells.readings());
    let message = match count {
        0 => return None,
        _ if !is_read => format!("nobody has read `{}`: {how_many}", file.id),
        _ => format!("of `{}`, {how_many}: {}", file.id, listed(&missing, cells.readings())),
    };
    Some(Diagnostic::of_file(&file.file, ROLE.name, message).help(ROLE.mend).warning())
}

fn how_many(missing: usize, all: usize) -> String {
    format!("{missing} of {all} cells {} missing", if missing == 1 { "is" } else { "are" })
}

/// "`quality` in reading 2, `people`": by which competencies, and where not in all readings, in which.
fn listed(missing: &[(&str, Vec<&str>)], all: usize) -> String {
    const SHOWN: usize = 3;
    let said = |(competency, readings): &(&str, Vec<&str>)| match readings.len() == all {
        true => format!("`{competency}`"),
        false => format!("`{competency}` in {}", readings.join(" and ")),
    };
    let there: Vec<String> = missing.iter().filter(|(_, readings)| !readings.is_empty()).map(said).collect();
    match there.len().saturating_sub(SHOWN) {
        0 => there.join(", "),
        more => format!("{}, and {more} more", there[..SHOWN].join(", ")),
    }
}

fn competencies(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let Some(cells) = ReadCells::new(subject.layer) else { return Vec::new() };
    let unread = cells.unread();
    let written = subject.layer.competencies.iter().map(|written| (&written.file, &written.value.id));
    let told = written.filter(|(_, id)| unread.contains(&&*id.value)).map(|(file, id)| {
        let count: usize = cells.roles.iter().map(|file| cells.missing(file, &id.value).len()).sum();
        let how_many = how_many(count, cells.roles.len() * cells.readings());
        let message = match cells.names(&id.value) {
            false => format!("nobody has read a role by `{}`: {how_many}", id.value),
            true => format!("of `{}`, {how_many}", id.value),
        };
        Diagnostic::at(file, place(id), COMPETENCY.name, message).help(COMPETENCY.mend).warning()
    });
    told.collect()
}
