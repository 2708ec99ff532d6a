//! What of a role a self-assessment is measured by, and what it leaves open.

use std::borrow::Cow;

use crate::catalog::model::{CompetencyIx, Profile, Rating};
use crate::query::claims::Claims;
use crate::query::need::{Need, apart};

/// How much of what a role asks for a profile says nothing of, and how much it takes out.
pub struct Unsaid {
    pub not_said: usize,
    pub not_applicable: usize,
}

impl Claims {
    /// The competencies of a role whose levels cannot be compared with what is claimed, but for those that are taken
    /// out.
    pub fn differing(&self, whole: &Profile<'_>) -> Vec<CompetencyIx> {
        let mut differ = apart(whole, self);
        differ.retain(|of| !self.aside.contains(of));
        differ
    }

    /// A role without what the profile takes out of the measure, and without the levels of scales that cannot be
    /// compared with what is claimed.
    pub fn measured<'a>(&self, mut asked: Profile<'a>) -> Profile<'a> {
        let apart = apart(&asked, self);
        asked.placed.retain(|placed| !apart.contains(&placed.competency));
        let differ = asked.ratings.iter_mut().filter(|rating| apart.contains(&rating.competency));
        differ.for_each(|rating| rating.level = None);
        asked.ratings.retain(|rating| !self.aside.contains(&rating.competency));
        asked.tools.retain(|used| !self.tools_aside.contains(&used.tool));
        asked
    }

    /// The same, of a role that many are measured by: it is copied for those alone who take something out.
    pub fn measured_of<'p, 'a>(&self, asked: &'p Profile<'a>) -> Cow<'p, Profile<'a>> {
        let is_ours = asked.placed.is_empty() && self.stands.is_empty();
        match is_ours && self.aside.is_empty() && self.tools_aside.is_empty() {
            true => Cow::Borrowed(asked),
            false => Cow::Owned(self.measured(asked.clone())),
        }
    }

    /// What the profile leaves open of a role: of the levels that it asks for, and of its tools.
    pub fn unsaid(&self, whole: &Profile<'_>) -> Unsaid {
        let has_level = |rating: &&Rating<'_>| Need::of(whole, rating).is_some();
        let asked = || whole.ratings.iter().filter(has_level);
        let (competencies, tools) = (asked().map(|rating| rating.competency), whole.tools.iter().map(|it| it.tool));
        let is_aside = asked().filter(|rating| self.aside.contains(&rating.competency)).count();
        let tools_aside = tools.clone().filter(|tool| self.tools_aside.contains(tool)).count();
        let open = competencies.filter(|it| !self.is_said(*it) && !self.aside.contains(it)).count();
        let open_tools = tools.filter(|it| self.said_of_tool(*it).is_none() && !self.tools_aside.contains(it)).count();
        Unsaid { not_said: open + open_tools, not_applicable: is_aside + tools_aside }
    }
}
