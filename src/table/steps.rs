//! Levels of competencies that a catalog beneath puts on a scale of its own: a table's words as steps of it.

use crate::catalog::Catalog;
use crate::catalog::model::{OwnScale, OwnStep, Proficiency};
use crate::table::scale::is_alike;

/// The scale that a competency has beneath, where it is none of ours.
pub fn of<'a>(catalog: &Catalog<'a>, competency: &str) -> Option<OwnScale<'a>> {
    let mut about = catalog.about();
    if about.scales.is_empty() {
        return None;
    }
    let own = catalog.competencies().find(|it| it.id == competency)?.scale?;
    Some(about.scales.swap_remove(own.scale.at()))
}

/// The step that a cell says, by its word, or else by the level of ours that it was read as.
pub fn step(scale: &OwnScale<'_>, cell: &str, level: Option<Proficiency>) -> Option<String> {
    let is_it = |step: &&OwnStep<'_>| is_alike(step.word, cell.trim());
    let by_word = scale.find(cell).map(|(_, step)| step).or_else(|| scale.steps.iter().find(is_it).copied());
    let by_level = || scale.steps.iter().find(|step| level.is_some() && step.means == level).copied();
    by_word.or_else(by_level).map(|step| step.word.to_owned())
}
