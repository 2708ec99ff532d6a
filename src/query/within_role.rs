//! The steps of a path that a role is climbed by before the next: its grades.

use crate::catalog::model::{Grade, Profile, RegionIx, RoleIx};
use crate::query::graded::Graded;
use crate::query::grades;
use crate::query::namer::Namer;
use crate::query::{growths, steps_of_pay};
use crate::view::{Step, Support};

/// The grades that a path is in by its ends, by their positions: none where nobody says one.
#[derive(Debug, Clone, Copy, Default)]
pub struct Climb {
    pub first: Option<usize>,
    pub last: Option<usize>,
}

/// A role of a path: where the path is in it first, and where last.
pub struct Rung<'a> {
    pub role: RoleIx,
    grades: Vec<Grade<'a>>,
    /// None where the path is in the role as a whole.
    climbed: Option<(usize, usize)>,
}

impl<'a> Rung<'a> {
    /// A role is climbed to the grade that is asked for, from the one where the path begins, or the lowest. Where
    /// nobody says a grade, the path is in the role as a whole: no move says by which grade it is entered or left.
    pub fn new(namer: &Namer<'a>, role: RoleIx, climb: Climb) -> Self {
        let climbed = match (climb.first, climb.last) {
            (first, Some(last)) => Some((first.unwrap_or(0).min(last), last)),
            (first, None) => first.map(|first| (first, first)),
        };
        Self { role, grades: namer.catalog.grades(role), climbed }
    }

    /// The ids of its grades, where it has some and the path is in none of them.
    pub fn unsaid(&self) -> Vec<&'a str> {
        let ids = self.grades.iter().map(|grade| grade.id);
        if self.climbed.is_none() { ids.collect() } else { Vec::new() }
    }

    fn at(&self, at: Option<usize>) -> Graded<'a> {
        Graded { role: self.role, grade: at.and_then(|at| self.grades.get(at).cloned()) }
    }

    /// Where the path comes in.
    pub fn entry(&self) -> Graded<'a> {
        self.at(self.climbed.map(|(first, _)| first))
    }

    /// Where it goes on.
    pub fn exit(&self) -> Graded<'a> {
        self.at(self.climbed.map(|(_, last)| last))
    }

    /// The steps from grade to grade.
    pub fn steps(&self, namer: &Namer<'a>, region: Option<RegionIx>) -> Vec<Step<'a>> {
        let (first, last) = self.climbed.unwrap_or_default();
        (first..last).map(|at| step(namer, &self.at(Some(at)), &self.at(Some(at + 1)), region)).collect()
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
        from: catalog.id(from.role),
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
