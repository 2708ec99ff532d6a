//! The batches of a reading are brought to one scale by roles that stand in each of them.

use std::collections::BTreeMap;

use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::load::In;
use crate::catalog::read::schema::{Batch, Pairs, Readings, Word, place};
use crate::check::{Rule, Subject};
use crate::text::suggest;

pub static RULE: Rule = Rule {
    name: "unaligned-batch",
    what: "the roles that batches are aligned by, the `anchors:` of a reading, stand in each of its batches",
    why: "a batch that lacks some of them moves the weights of all roles, and no answer shows it",
    mend: "have the same reader read them in this batch too, by each competency",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let of_file = |written: &In<Readings>| match written.value.anchors.is_empty() {
        true => apart(written).into_iter().collect(),
        false => in_file(subject, written),
    };
    subject.layer.readings.iter().flat_map(of_file).collect()
}

fn in_file(subject: &Subject<'_>, written: &In<Readings>) -> Vec<Diagnostic> {
    let is_beneath = |id: &str| subject.catalog.is_some_and(|catalog| catalog.find_id(id).is_some());
    // One that is no role is told by itself.
    let is_role = |word: &&Word| subject.layer.named.contains_key(&*word.value) || is_beneath(&word.value);
    let anchors: Vec<&Word> = written.value.anchors.iter().filter(is_role).collect();
    written.value.batches.iter().flat_map(|batch| lacking(written, batch, &anchors)).collect()
}

/// What a batch lacks: a fault for all competencies by which it lacks the same roles.
fn lacking(written: &In<Readings>, batch: &Batch, anchors: &[&Word]) -> Vec<Diagnostic> {
    let mut lacking: BTreeMap<Vec<&str>, Vec<&Word>> = BTreeMap::new();
    for (competency, roles) in &batch.weights.0 {
        let is_there = |anchor: &&Word| roles.0.iter().any(|(role, _)| role.value == anchor.value);
        let lacks: Vec<&str> = anchors.iter().filter(|anchor| !is_there(anchor)).map(|it| it.value.as_ref()).collect();
        lacking.entry(lacks).or_default().push(competency);
    }
    let told = |(lacks, competencies): (Vec<&str>, Vec<&Word>)| {
        let by = match (competencies.as_slice(), batch.weights.0.len()) {
            (by, all) if by.len() == all => String::new(),
            ([one], _) => format!("by `{}`, ", one.value),
            (by, all) => format!("by {} of {all} competencies, ", by.len()),
        };
        let at = if by.is_empty() { place(&batch.batch) } else { place(competencies[0]) };
        let message = format!(
            "{by}batch {} lacks {} of the {} roles that batches are aligned by: {}",
            batch.batch.value.0,
            lacks.len(),
            anchors.len(),
            suggest::all_of(&lacks)
        );
        Diagnostic::at(&written.file, at, RULE.name, message).help(RULE.mend)
    };
    lacking.into_iter().filter(|(lacks, _)| !lacks.is_empty()).map(told).collect()
}

/// Says of a reading that names no anchors by which competency no role stands in all of its batches.
fn apart(written: &In<Readings>) -> Option<Diagnostic> {
    let mut by_competency: BTreeMap<&str, Vec<&Pairs<Word>>> = BTreeMap::new();
    for (competency, roles) in written.value.batches.iter().flat_map(|batch| &batch.weights.0) {
        by_competency.entry(competency.value.as_ref()).or_default().push(roles);
    }
    let has = |roles: &Pairs<Word>, role: &Word| roles.0.iter().any(|(it, _)| it.value == role.value);
    let are_apart =
        |batches: &[&Pairs<Word>]| !batches[0].0.iter().any(|(role, _)| batches.iter().all(|roles| has(roles, role)));
    let (competency, batches) = by_competency.iter().find(|(_, batches)| batches.len() > 1 && are_apart(batches))?;
    let message = format!("no role stands in all {} batches by `{competency}`: they are not aligned", batches.len());
    let help = "have some roles read in each batch, and name them: `anchors: [cto, sre]`";
    Some(Diagnostic::of_file(&written.file, RULE.name, message).help(help))
}
