//! What a self-assessment claims, and what it leaves open.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::model::{CompetencyIx, Proficiency, Profile, RoleIx, ToolIx};

/// The word for a level that is not claimed at all.
pub const NONE: &str = "none";

/// What a person claims to master.
#[derive(Debug, Default, Clone)]
pub struct Claims {
    /// The role that the person holds, where the profile says.
    pub role: Option<RoleIx>,
    pub competencies: BTreeMap<CompetencyIx, Proficiency>,
    pub tools: BTreeMap<ToolIx, Proficiency>,
    /// What is said to be mastered not at all. It counts like what is not said.
    pub no_competencies: BTreeSet<CompetencyIx>,
    pub no_tools: BTreeSet<ToolIx>,
    /// What is said to have no bearing on the person's work: it is taken out of every measure.
    pub aside: BTreeSet<CompetencyIx>,
    pub tools_aside: BTreeSet<ToolIx>,
}

/// How much of what a role asks for a profile says nothing of, and how much it takes out.
pub struct Unsaid {
    pub not_said: usize,
    pub not_applicable: usize,
}

impl Claims {
    /// The word for the level claimed of a competency; none where nothing is said.
    pub fn said(&self, of: CompetencyIx) -> Option<&'static str> {
        let none = || self.no_competencies.contains(&of).then_some(NONE);
        self.competencies.get(&of).map(|level| level.name()).or_else(none)
    }

    /// A role without what the profile takes out of the measure.
    pub fn measured<'a>(&self, mut asked: Profile<'a>) -> Profile<'a> {
        asked.ratings.retain(|rating| !self.aside.contains(&rating.competency));
        asked.tools.retain(|used| !self.tools_aside.contains(&used.tool));
        asked
    }

    /// What the profile leaves open of a role: of the levels that it asks for, and of its tools.
    pub fn unsaid(&self, whole: &Profile<'_>) -> Unsaid {
        let asked = || whole.ratings.iter().filter(|rating| rating.level.is_some_and(|level| level > 0));
        let (competencies, tools) = (asked().map(|rating| rating.competency), whole.tools.iter().map(|it| it.tool));
        let is_aside = asked().filter(|rating| self.aside.contains(&rating.competency)).count();
        let tools_aside = tools.clone().filter(|tool| self.tools_aside.contains(tool)).count();
        let open = competencies.filter(|it| self.said(*it).is_none() && !self.aside.contains(it)).count();
        let open_tools = tools.filter(|it| self.said_of_tool(*it).is_none() && !self.tools_aside.contains(it)).count();
        Unsaid { not_said: open + open_tools, not_applicable: is_aside + tools_aside }
    }

    /// The same of a tool.
    pub fn said_of_tool(&self, of: ToolIx) -> Option<&'static str> {
        let none = || self.no_tools.contains(&of).then_some(NONE);
        self.tools.get(&of).map(|level| level.name()).or_else(none)
    }
}
