//! In a catalog that has readings, every role is read by every competency.

use std::collections::BTreeSet;

use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::load::{Layer, RoleFile};
use crate::catalog::read::schema::place;
use crate::check::{Rule, Subject};

pub static ROLE: Rule = Rule {
    name: "unread-role",
    what: "where a catalog has readings, each of its roles is read",
    why: "its weights rest on outside evidence alone until then, and are marked so",
    mend: "have it read by each competency, three times, and add the cells to evidence/readings",
    look: Some(roles),
};

pub static COMPETENCY: Rule = Rule {
    name: "unread-competency",
    what: "where a catalog has readings, each of its competencies is read",
    why: "its weights rest on outside evidence alone until then, and are marked so",
    mend: "have every role read by it, three times, and add the cells to evidence/readings",
    look: Some(competencies),
};

fn roles(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let read = read(subject.layer, |_, role| role);
    let is_unread = |file: &&RoleFile| {
        let states = file.role.competencies.is_some() || file.role.hidden == Some(true);
        !read.is_empty() && !states && !read.contains(file.id.as_str())
    };
    let told = |file: &RoleFile| {
        let message = format!("nobody has read `{}`", file.id);
        Diagnostic::of_file(&file.file, ROLE.name, message).help(ROLE.mend).warning()
    };
    subject.layer.roles.iter().filter(is_unread).map(told).collect()
}

fn competencies(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let read = read(subject.layer, |competency, _| competency);
    let unread = subject
        .layer
        .competencies
        .iter()
        .filter(|written| !read.is_empty() && !read.contains(written.value.id.value.as_ref()));
    let told = unread.map(|written| {
        let message = format!("nobody has read a role by `{}`", written.value.id.value);
        Diagnostic::at(&written.file, place(&written.value.id), COMPETENCY.name, message)
            .help(COMPETENCY.mend)
            .warning()
    });
    told.collect()
}

/// What the readings of a catalog's files name.
fn read<'l>(layer: &'l Layer, pick: impl Fn(&'l str, &'l str) -> &'l str) -> BTreeSet<&'l str> {
    let batches = layer.readings.iter().flat_map(|file| &file.value.batches);
    let cells = batches.flat_map(|batch| &batch.weights.0).flat_map(|(competency, roles)| {
        roles.0.iter().map(move |(role, _)| (competency.value.as_ref(), role.value.as_ref()))
    });
    let alone = layer.readings.iter().flat_map(|file| &file.value.cells);
    let alone = alone.map(|cell| (cell.competency.value.as_ref(), cell.role.value.as_ref()));
    let judged = layer.readings.iter().flat_map(|file| &file.value.judged);
    let judged = judged.map(|cell| (cell.competency.value.as_ref(), cell.role.value.as_ref()));
    cells.chain(alone).chain(judged).map(|(competency, role)| pick(competency, role)).collect()
}
