//! `roles profile`: what a self-assessment asks.

use std::collections::BTreeSet;

use crate::catalog::Catalog;
use crate::catalog::model::{CompetencyIx, Profile, Rating};
use crate::query::namer::Namer;
use crate::query::scales::looks;
use crate::query::{Answer, tool_groups, words};
use crate::view::error::Error;
use crate::view::{Entry, Template, TemplateCompetency, TemplateTools, View};

/// `roles profile`: an empty self-assessment, valid as it is printed; of everything, or of what roles ask for.
///
/// # Errors
/// When a role is unknown or ambiguous, or none of them asks for anything.
pub fn answer<'a>(catalog: Catalog<'a>, roles: &[String]) -> Result<Answer<'a>, Error> {
    let found = words::several(&catalog, roles, words::PROFILE)?;
    let namer = Namer::new(catalog);
    let asked: Vec<Profile<'a>> = found.iter().map(|found| catalog.profile(found.role)).collect();
    let all = found.is_empty();
    let is_asked = |at: CompetencyIx| {
        let is_it = |it: &Rating<'a>| it.competency == at && it.level != Some(0);
        all || asked.iter().any(|profile| profile.ratings.iter().any(is_it))
    };
    let competencies = catalog.competencies().enumerate().filter(|(at, _)| is_asked((*at).into()));
    let competencies = competencies.map(|(_, competency)| TemplateCompetency {
        competency: Entry { id: competency.id, title: competency.title },
        definition: competency.definition,
        levels: looks(&catalog, &competency),
    });
    let tools: BTreeSet<&str> =
        asked.iter().flat_map(|profile| &profile.tools).map(|used| catalog.tool_name(used.tool).id).collect();
    let groups = tool_groups(&catalog).into_iter().map(|(group, mut of_group)| {
        of_group.retain(|tool| all || tools.contains(tool.id));
        TemplateTools { group, tools: of_group }
    });
    let groups = groups.filter(|group| !group.tools.is_empty());
    let ids = || catalog.heads().map(|(_, head)| head.id);
    let role = ids().find(|id| *id == "senior-software-engineer").or_else(|| ids().next());
    let role = found.first().map(|found| catalog.head(found.role).id).or(role);
    let roles = found.iter().map(|found| namer.role(found.role)).collect();
    let template = Template { role, roles, competencies: competencies.collect(), tools: groups.collect() };
    match template.competencies.is_empty() && template.tools.is_empty() && !all {
        true => Err(Error::nothing("nothing is known of what these roles ask for: there is nothing to assess")
            .hint("`roles profile` has every competency and tool")),
        false => Ok(Answer::from(View::Profile(template)).told(found)),
    }
}
