//! The level that a role asks for, and how far somebody reaches it.
//!
//! On one scale levels are compared by its steps. Across scales they are compared by the levels of ours that their
//! steps stand for, and a level of ours reaches the step that stands for it; where nobody says for which, they are not compared, and that is said.

use crate::catalog::model::{CompetencyIx, Proficiency, Profile, Rating, Stand};
use crate::query::claims::Claims;

/// A level that a role asks for: one of ours, a step of a company's own scale, or a step that stands for one of ours.
#[derive(Clone, Copy)]
pub struct Need {
    pub ours: Option<Proficiency>,
    pub stand: Option<Stand>,
}

/// What is held and what is asked for, as steps of one scale; 0 is nothing.
#[derive(Clone, Copy)]
pub struct Steps {
    pub have: u8,
    pub need: u8,
    /// The scale, where it is none of ours: the step asked for.
    pub stand: Option<Stand>,
}

impl Need {
    /// What a role asks for; none where it asks for no level.
    pub fn of(asked: &Profile<'_>, rating: &Rating<'_>) -> Option<Self> {
        let ours = rating.level.filter(|level| *level > 0).map(Proficiency::of_level);
        let stand = if asked.placed.is_empty() { None } else { asked.stand(rating.competency) };
        (ours.is_some() || stand.is_some()).then_some(Self { ours, stand })
    }

    /// How far it is reached; none where the two stand on scales of which nobody says how they compare.
    pub fn steps(self, of: CompetencyIx, claims: &Claims) -> Option<Steps> {
        let (held, ours) = (claims.stands.get(&of), claims.competencies.get(&of));
        let own = |stand: Stand, have: u8| Some(Steps { have, need: stand.step, stand: Some(stand) });
        match (self.stand, held) {
            (Some(stand), Some(held)) if held.scale == stand.scale => own(stand, held.step),
            (Some(stand), None) if ours.is_none() => own(stand, 0),
            (Some(stand), None) if self.ours.is_none() => {
                let reached = claims.ours_on.reached(stand.scale, *ours?)?;
                own(stand, reached.step).filter(|_| reached.is_exact || reached.step >= stand.step)
            }
            (_, Some(_)) if ours.is_none() => None,
            _ => {
                let step = |level: Proficiency| level as u8 + 1;
                Some(Steps { have: ours.map_or(0, |level| step(*level)), need: step(self.ours?), stand: None })
            }
        }
    }

    /// Whether it is reached.
    pub fn is_met(self, of: CompetencyIx, claims: &Claims) -> bool {
        self.steps(of, claims).is_some_and(|steps| steps.have >= steps.need)
    }
}

/// The competencies of a role whose level cannot be compared with what is claimed: the scales differ.
pub fn apart(asked: &Profile<'_>, claims: &Claims) -> Vec<CompetencyIx> {
    if asked.placed.is_empty() && claims.stands.is_empty() {
        return Vec::new();
    }
    let is_apart = |rating: &&Rating<'_>| {
        let need = Need::of(asked, rating);
        need.is_some_and(|need| need.steps(rating.competency, claims).is_none())
    };
    asked.ratings.iter().filter(is_apart).map(|rating| rating.competency).collect()
}
