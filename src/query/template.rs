//! `roles profile`: what a self-assessment asks.

use std::collections::BTreeSet;

use crate::catalog::Catalog;
use crate::catalog::model::{CompetencyIx, Proficiency, Profile, Rating, ToolUse};
use crate::query::fit::entry;
use crate::query::graded::{self, Graded};
use crate::query::namer::Namer;
use crate::query::scales::{self, looks};
use crate::query::{Answer, tool_groups, words};
use crate::request;
use crate::text::hint::{Ask, hint};
use crate::view::error::Error;
use crate::view::{AskedLevel, Entry, Template, TemplateCompetency, TemplateTools, View};

/// `roles profile`: an empty self-assessment, valid as it is printed; of everything, or of what roles ask for. Of a
/// grade, with the levels that it asks for.
///
/// # Errors
/// When a role is unknown or ambiguous, has no such grade, or none of them asks for anything.
pub fn answer<'a>(catalog: Catalog<'a>, args: &request::Profile) -> Result<Answer<'a>, Error> {
    let mut found = words::several(&catalog, &args.roles, words::PROFILE)?;
    if let Some(grade) = &args.grade {
        let [one] = found.as_mut_slice() else { return Err(one_role()) };
        one.grade = Some(graded::asked_position(&catalog, one, grade)?);
    }
    let namer = Namer::new(catalog);
    let graded: Vec<Graded<'a>> = found.iter().map(|found| Graded::of(&catalog, found)).collect();
    let asked: Vec<Profile<'a>> = graded.iter().map(|graded| graded.profile(&catalog)).collect();
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
    let role = found.first().map(|found| catalog.id(found.role)).or(role);
    let roles = graded.iter().map(|graded| graded.name(&namer)).collect();
    let levels = match (graded.as_slice(), asked.as_slice()) {
        ([Graded { grade: Some(_), .. }], [asked]) => levels(&catalog, asked),
        _ => Vec::new(),
    };
    let template =
        Template { role, roles, competencies: competencies.collect(), tools: groups.collect(), asked: levels };
    match template.competencies.is_empty() && template.tools.is_empty() && !all {
        true => Err(Error::nothing("nothing is known of what these roles ask for: there is nothing to assess")
            .hint(hint![Ask::of("profile"), " has every competency and tool"])),
        false => Ok(Answer::from(View::Profile(template)).told(found)),
    }
}

fn one_role() -> Error {
    Error::failed("`--grade` is of one role").hint(Ask::of("profile").words(["ROLE", "--grade", "GRADE"]))
}

/// The levels that are asked for, in the words of their scales.
fn levels<'a>(catalog: &Catalog<'a>, asked: &Profile<'a>) -> Vec<AskedLevel<'a>> {
    let of_competency = |rating: &Rating<'a>| {
        let own = scales::of_role(catalog, asked, rating.competency).map(|own| own.word);
        let ours = rating.level.filter(|level| *level > 0).map(Proficiency::word);
        Some(AskedLevel { of: entry(catalog, rating.competency), level: own.or(ours)? })
    };
    let of_tool = |used: &ToolUse| {
        let tool = catalog.tool_name(used.tool);
        AskedLevel { of: Entry { id: tool.id, title: tool.title }, level: used.proficiency.name() }
    };
    asked.ratings.iter().filter_map(of_competency).chain(asked.tools.iter().map(of_tool)).collect()
}
