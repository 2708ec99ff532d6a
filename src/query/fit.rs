//! `roles gap`: how well a person fits a role, and what is missing.

use crate::catalog::Catalog;
use crate::catalog::model::{CompetencyIx, Profile, Rating, ToolUse};
use crate::catalog::read::files::SourceFile;
use crate::query::by_grade;
use crate::query::claims::Claims;
use crate::query::counterparts::Counterparts;
use crate::query::graded::Graded;
use crate::query::measured::Unsaid;
use crate::query::namer::Namer;
use crate::query::need::Need;
use crate::query::profile;
use crate::query::scales;
use crate::query::share::{asked_for, percent, rated, share};
use crate::query::unmeasured::{self, Unmeasured};
use crate::query::words::Asker;
use crate::query::written_profile;
use crate::query::{Answer, words};
use crate::request;
use crate::text::sorting::Arrange;
use crate::view::error::{Error, Exit, ticked};
use crate::view::{Entry, Gap, Lack, OwnNeed, ToolLack, View};

/// What a person lacks for a role.
///
/// # Errors
/// When the role is unknown, the profile is not valid, or there is nothing to measure: the profile
/// claims nothing, or nothing of the role is rated. Where the exit code is the answer, an unknown name
/// in the profile is one too.
pub fn gap<'a>(catalog: Catalog<'a>, args: &request::Gap, file: &SourceFile) -> Result<Answer<'a>, Error> {
    let found = words::only(&catalog, &args.role, Asker::one("gap"))?;
    let mut profile = profile::read(&catalog, file)?;
    if args.exit_code && !profile.unknown.is_empty() {
        return Err(written_profile::invalid(&file.path, Some(&file.text), std::mem::take(&mut profile.unknown)));
    }
    let claims = profile.measurable(&file.path)?;
    let namer = Namer::new(catalog);
    let graded = Graded::asked(&catalog, &found, args.grade.as_deref())?;
    let whole = graded.profile(&catalog);
    let Unsaid { not_said, not_applicable } = claims.unsaid(&whole);
    let differ = claims.differing(&whole);
    let scale_words = unmeasured::scale_words(&catalog, &whole, &differ);
    let asked = claims.measured(whole);
    let grades = if graded.grade.is_none() { by_grade::fits(&catalog, found.role, claims) } else { Vec::new() };
    let Some(share) = share(&asked, claims) else {
        let id = catalog.id(found.role);
        let unmeasured = Unmeasured { id, asked: &asked, differ: &differ };
        let error = if not_applicable > 0 { all_aside(id) } else { unmeasured.told(&catalog, &scale_words) };
        return Err(error.warnings(profile.warnings()));
    };
    let is_unrated = |rating: &&Rating<'a>| Need::of(&asked, rating).is_none() && rating.level.is_none();
    let unrated = asked.ratings.iter().filter(is_unrated).map(|rating| rating.competency);
    let view = Gap {
        role: graded.name(&namer),
        fit: percent(share),
        rated: rated(&asked).count(),
        of: asked_for(&asked),
        grades,
        competencies: lacks(&catalog, &asked, claims),
        tools: tool_lacks(&catalog, &asked, claims),
        met: met(&catalog, &asked, claims),
        not_said,
        not_applicable,
        not_rated: unrated.filter(|of| !differ.contains(of)).map(|of| entry(&catalog, of)).collect(),
        scales_differ: differ.iter().map(|of| entry(&catalog, *of)).collect(),
        no_evidence: without_evidence(&catalog, &asked, claims),
    };
    let is_missing = !view.competencies.is_empty() || !view.tools.is_empty();
    let exit = if args.exit_code && is_missing { Exit::Nothing } else { Exit::Answered };
    let warnings = profile.warnings();
    Ok(Answer { warnings, exit, ..Answer::noted(View::Gap(view), profile.notes).told([found]) })
}

/// The competencies that nobody rates for the role at all.
fn without_evidence<'a>(catalog: &Catalog<'a>, asked: &Profile<'a>, claims: &Claims) -> Vec<Entry<'a>> {
    let counterparts = Counterparts::new(catalog);
    let is_known = |at: usize| claims.aside.contains(&at.into()) || counterparts.is_spoken_for(asked, at.into());
    let unknown = catalog.competency_names().enumerate().filter(|(at, _)| !is_known(*at));
    unknown.map(|(_, name)| Entry { id: name.id, title: name.title }).collect()
}

fn all_aside(id: &str) -> Error {
    Error::nothing(format!("nothing of {} can be measured: the profile calls all that is rated n/a", ticked(id)))
        .hint("`n/a` takes a line out of the measure: put a level in its place, or leave it blank")
}

/// Competencies below the level asked, by weight times the levels missing.
pub fn lacks<'a>(catalog: &Catalog<'a>, asked: &Profile<'a>, claims: &Claims) -> Vec<Lack<'a>> {
    let mut lacks: Vec<Lack<'a>> =
        rated(asked).filter_map(|(rating, need)| lack(catalog, asked, rating, need, claims)).collect();
    lacks.arrange_by_key(|lack| (std::cmp::Reverse(lack.urgency), lack.competency.title));
    lacks
}

fn lack<'a>(
    catalog: &Catalog<'a>,
    asked: &Profile<'a>,
    rating: &Rating<'a>,
    need: Need,
    claims: &Claims,
) -> Option<Lack<'a>> {
    let of = rating.competency;
    let steps = need.steps(of, claims)?;
    let missing = u32::from(steps.need).saturating_sub(u32::from(steps.have));
    if missing == 0 {
        return None;
    }
    let competency = catalog.competency(of);
    let own = need.stand.map(|stand| scales::level(catalog, stand));
    let held = claims.stands.get(&of).map(|stand| scales::level(catalog, *stand).word);
    // Both stand in the words of the scale by which they are compared.
    let (have, asked_for) = match (steps.stand, &own) {
        (Some(_), Some(own)) => (held.or_else(|| claims.said(of)), own.word),
        _ => (claims.said(of), need.ours?.name()),
    };
    Some(Lack {
        competency: Entry { id: competency.id, title: competency.title },
        weight: rating.weight,
        have,
        need: asked_for,
        own: own.map(|level| OwnNeed { level, have: steps.stand.map(|_| steps.have) }),
        urgency: u32::from(rating.weight) * missing,
        expects: asked.expects(of),
        next: scales::next_look(catalog, &competency, steps),
    })
}

fn tool_lacks<'a>(catalog: &Catalog<'a>, asked: &Profile<'a>, claims: &Claims) -> Vec<ToolLack<'a>> {
    let mut lacking: Vec<&ToolUse> = asked
        .tools
        .iter()
        .filter(|used| claims.tools.get(&used.tool).is_none_or(|have| *have < used.proficiency))
        .collect();
    lacking.arrange_by_key(|used| std::cmp::Reverse(used.proficiency));
    let view = |used: &ToolUse| {
        let tool = catalog.tool_name(used.tool);
        let have = claims.said_of_tool(used.tool);
        ToolLack { tool: Entry { id: tool.id, title: tool.title }, have, need: used.proficiency.name() }
    };
    lacking.into_iter().map(view).collect()
}

fn met<'a>(catalog: &Catalog<'a>, asked: &Profile<'a>, claims: &Claims) -> Vec<Entry<'a>> {
    let is_met = |(rating, need): &(&Rating<'a>, Need)| need.is_met(rating.competency, claims);
    rated(asked).filter(is_met).map(|(rating, _)| entry(catalog, rating.competency)).collect()
}

pub fn entry<'a>(catalog: &Catalog<'a>, competency: CompetencyIx) -> Entry<'a> {
    let competency = catalog.competency_name(competency);
    Entry { id: competency.id, title: competency.title }
}
