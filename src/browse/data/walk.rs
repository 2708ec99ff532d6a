//! Where one stands, what leads there, and where it leads.

use std::cell::RefCell;

use crate::browse::answers::{Answers, At, role_page};
use crate::browse::scroll::Scroll;
use crate::present::figures::{graded_title, leaving, stated_by};
use crate::present::text::Text;
use crate::view::{Edge, Ladder, Support};

/// A move, as a column shows it.
#[derive(Debug, Clone)]
pub struct Move {
    pub role: At,
    /// What it is called; of a grade that is left, that one's name.
    pub title: String,
    /// How many state it, and who.
    pub stated: usize,
    pub by: String,
    pub observed: bool,
    pub sideways: bool,
}

/// Which way one looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Way {
    Back,
    #[default]
    On,
}

/// The lines that tell of a move, and the move and width that they are of.
type Told = ((At, At, u16), Vec<Text>);

/// Where one stands, and what is around.
#[derive(Default)]
pub struct Walk<'a> {
    pub here: At,
    pub way: Way,
    pub before: Vec<Move>,
    pub after: Vec<Move>,
    pub at_before: Scroll,
    pub at_after: Scroll,
    /// The roles that one has walked through to be here.
    pub trail: Vec<At>,
    /// The role that the way is to lead to, and the best ladder there; none where there is none.
    pub target: Option<At>,
    pub ladder: Option<Result<Ladder<'a>, String>>,
    /// What the chosen move takes, of which move and at which width: asked once.
    pub step: RefCell<Option<Told>>,
}

fn moves(answers: &Answers<'_>, edges: &[Edge<'_>], sideways: bool) -> Vec<Move> {
    let one = |edge: &Edge<'_>| {
        let Support { sources, observed, .. } = &edge.support;
        let role = answers.at(edge.role.id)?;
        let title = graded_title(&edge.role).into_owned();
        let by = leaving(edge, stated_by(&edge.support));
        Some(Move { role, title, stated: sources.len(), by, observed: !observed.is_empty(), sideways })
    };
    edges.iter().filter_map(one).collect()
}

impl<'a> Walk<'a> {
    pub fn at(answers: &Answers<'a>, here: At, target: Option<At>) -> Self {
        let mut walk = Self { here, target, ..Self::default() };
        let view = answers.page(here);
        if let Some(career) = view.as_deref().and_then(role_page).and_then(|page| page.career.as_ref()) {
            walk.before = moves(answers, &career.prerequisites, false);
            walk.after = moves(answers, &career.next, false);
            walk.after.extend(moves(answers, &career.lateral, true));
        }
        if walk.after.is_empty() && !walk.before.is_empty() {
            walk.way = Way::Back;
        }
        let ladder = target.filter(|target| *target != here).map(|target| answers.path(here, target));
        walk.ladder = ladder.map(|found| found.and_then(|it| it.paths.into_iter().next().ok_or_else(String::new)));
        // The step of the ladder is the one that is chosen.
        if let Some(next) = walk.next_rung(answers)
            && let Some(row) = walk.after.iter().position(|it| it.role == next)
        {
            walk.at_after.at = row;
        }
        walk
    }

    pub fn next_rung(&self, answers: &Answers<'_>) -> Option<At> {
        match &self.ladder {
            // A step may lead from grade to grade of the role itself.
            Some(Ok(ladder)) => ladder.steps.iter().find(|step| !step.within).and_then(|step| answers.at(step.to.id)),
            _ => None,
        }
    }

    fn list(&self) -> (&[Move], &Scroll) {
        match self.way {
            Way::Back => (&self.before, &self.at_before),
            Way::On => (&self.after, &self.at_after),
        }
    }

    pub fn list_mut(&mut self) -> &mut Scroll {
        match self.way {
            Way::Back => &mut self.at_before,
            Way::On => &mut self.at_after,
        }
    }

    /// The roles of the list that one chooses in.
    pub fn roles(&self) -> impl Iterator<Item = At> {
        self.list().0.iter().map(|it| it.role)
    }

    pub fn chosen(&self) -> Option<At> {
        let (moves, scroll) = self.list();
        moves.get(scroll.at).map(|it| it.role)
    }

    /// The ends of the chosen move, in its direction.
    pub fn ends(&self) -> Option<(At, At)> {
        let chosen = self.chosen()?;
        Some(if self.way == Way::Back { (chosen, self.here) } else { (self.here, chosen) })
    }
}
