//! The steps of a path that a role is climbed by before the next: its grades.

use crate::catalog::model::{Grade, Profile, RegionIx, RoleIx};
use crate::query::graded::Graded;
use crate::query::grades;
use crate::query::namer::Namer;
use crate::query::{growths, steps_of_pay};
use crate::view::{Step, Support};

/// The grades through which a path goes in one role, by their positions: none of a role without grades.
#[derive(Debug, Clone, Copy)]
pub struct Climb {
    pub first: Option<usize>,
    pub last: Option<usize>,
}

/// A role of a path: where the path is in it first, and where last.
pub struct Rung<'a> {
    role: RoleIx,
    grades: Vec<Grade<'a>>,
    first: usize,
    last: usize,
}

impl<'a> Rung<'a> {
    /// A role that a path passes is climbed from its lowest grade to its highest; at an end, from the grade that is
    /// meant, or to it.
    pub fn new(namer: &Namer<'a>, role: RoleIx, climb: Climb) -> Self {
        let grades = namer.catalog.grades(role);
        let highest = grades.len().saturating_sub(1);
        let first = climb.first.unwrap_or(0).min(highest);
        Self { role, first, last: climb.last.unwrap_or(highest).max(first).min(highest), grades }
    }

    fn at(&self, at: usize) -> Graded<'a> {
        Graded { role: self.role, grade: self.grades.get(at).cloned() }
    }

    /// Where the path comes in.
    pub fn entry(&self) -> Graded<'a> {
        self.at(self.first)
    }

    /// Where it goes on.
    pub fn exit(&self) -> Graded<'a> {
        self.at(self.last)
    }

    /// The steps from grade to grade.
    pub fn steps(&self, namer: &Namer<'a>, region: Option<RegionIx>) -> Vec<Step<'a>> {
        (self.first..self.last).map(|at| step(namer, &self.at(at), &self.at(at + 1), region)).collect()
    }
}

fn step<'a>(namer: &Namer<'a>, from: &Graded<'a>, to: &Graded<'a>, region: Option<RegionIx>) -> Step<'a> {
    let catalog = namer.catalog;
    let (before, after) = (from.profile(&catalog), to.profile(&catalog));
    let pay = |region| {
        let [from_pay, to_pay] = [(from, &before), (to, &after)].map(|(graded, profile)| own_pay(graded, profile));
        steps_of_pay::change(namer, (from.role, &from_pay), (to.role, &to_pay), region)
    };
    let stated_by = to.grade.as_ref().and_then(|grade| namer.imprint(grade.origin));
    Step {
        from: catalog.head(from.role).id,
        from_grade: from.grade.as_ref().map(grades::entry),
        to: to.name(namer),
        lateral: false,
        within: true,
        support: Support {
            sources: Vec::new(),
            feeds: false,
            observed: Vec::new(),
            stated_by,
            editorial: stated_by.is_none(),
        },
        grows: growths::growths(&catalog, &before, &after),
        new_tools: Vec::new(),
        years_held: None,
        pay: region.map(pay),
    }
}

/// What is paid at a grade, without what the whole role is: a figure of the role tells no step within it.
fn own_pay<'a>(graded: &Graded<'a>, profile: &Profile<'a>) -> Profile<'a> {
    let pay = graded.grade.as_ref().map_or_else(|| profile.pay.clone(), |grade| grade.pay.clone());
    Profile { pay, ..Profile::default() }
}
