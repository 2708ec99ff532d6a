//! `roles why`: the evidence and the arithmetic behind everything that a page says.

use crate::app::cli;
use crate::catalog::Catalog;
use crate::catalog::model::{
    CompetencyIx, Edge, LadderRow, OnetRow, Profile, RegionIx, RegionLevel, RoleIx, Scheme, SourceIx, ToolIx, Working,
    bit,
};
use crate::query::namer::Namer;
use crate::query::pick::Reading;
use crate::query::{Answer, arithmetic, lookup, pay, pick, show, vocabulary};
use crate::view::error::{Error, ticked};
use crate::view::{
    Because, GdadEvidence, LadderEvidence, OnetEvidence, PayLabel, SourceEntry, Statement, View, Why, WhyCompetency,
    WhyMove, WhyRole, WhySalary, WhyTool,
};

/// Says what a role, or one thing on its page, rests on.
///
/// # Errors
/// When the role is unknown, or its page says nothing of what was asked.
pub fn answer<'a>(catalog: Catalog<'a>, args: &cli::Why) -> Result<Answer<'a>, Error> {
    let (found, used) = lookup::first(&catalog, &args.words)?;
    let what = args.words[used..].join(" ");
    let namer = Namer::new(catalog);
    let (of, sources) = match what.trim() {
        "" => because_role(&namer, found.role),
        what => because(&namer, found.role, what)?,
    };
    let view = Why { role: namer.role(found.role), of, sources: entries(&namer, sources) };
    let mut answer = Answer::from(View::Why(view));
    answer.notes.extend(found.note);
    Ok(answer)
}

type Reasons<'a> = (Because<'a>, Vec<SourceIx>);

/// Takes the word for a competency, a region, a tool or a role, in this order, if the page has it;
/// whole names of any kind before beginnings.
fn because<'a>(namer: &Namer<'a>, role: RoleIx, what: &str) -> Result<Reasons<'a>, Error> {
    let mut known: Option<String> = None;
    for reading in [Reading::Whole, Reading::Beginning] {
        if let Some(because) = because_read(namer, role, what, reading, &mut known) {
            return Ok(because);
        }
    }
    Err(nothing(namer.catalog.head(role).id, what, known))
}

fn because_read<'a>(
    namer: &Namer<'a>,
    role: RoleIx,
    what: &str,
    reading: Reading,
    known: &mut Option<String>,
) -> Option<Reasons<'a>> {
    let catalog = namer.catalog;
    let profile = catalog.profile(role);
    let mut tried = |because: Option<Reasons<'a>>, otherwise: String| {
        if because.is_none() && known.is_none() {
            *known = Some(otherwise);
        }
        because
    };
    if let Ok(competency) = pick::competency_read(&catalog, what, reading) {
        let otherwise = format!("has no weight for `{}`", catalog.competency_name(competency).id);
        if let Some(because) = tried(because_competency(namer, role, &profile, competency), otherwise) {
            return Some(because);
        }
    }
    if let Ok(region) = pick::region_read(&catalog, what, reading) {
        let otherwise = format!("has no public figure in `{}`", catalog.region_name(region).id);
        if let Some(because) = tried(because_salary(namer, &profile, region), otherwise) {
            return Some(because);
        }
    }
    if let Ok(tool) = pick::tool_read(&catalog, what, reading) {
        let otherwise = format!("does not ask for `{}`", catalog.tool_name(tool).id);
        if let Some(because) = tried(because_tool(namer, role, &profile, tool), otherwise) {
            return Some(because);
        }
    }
    let other = match reading {
        Reading::Whole => lookup::whole(&catalog, what),
        Reading::Beginning => lookup::one(&catalog, what).ok().map(|found| found.role),
    }?;
    tried(because_move(namer, role, other), format!("has no move to or from `{}`", catalog.head(other).id))
}

fn nothing(id: &str, what: &str, known: Option<String>) -> Error {
    match known {
        Some(known) => Error::nothing(format!("`{id}` {known}"))
            .hint(format!("`roles show {id} --all` shows all that its page says")),
        None => Error::failed(format!("nothing is called {}: no competency, region, tool or role", ticked(what)))
            .hint(format!("`roles why {id}` names what can be asked about")),
    }
}

fn because_role<'a>(namer: &Namer<'a>, role: RoleIx) -> Reasons<'a> {
    let catalog = namer.catalog;
    let profile = catalog.profile(role);
    let prose = catalog.prose(role);
    let labels: Vec<PayLabel<'a>> = profile.pay.iter().map(|label| pay_label(&catalog, label)).collect();
    let mut sources: Vec<SourceIx> = profile.pay.iter().map(|label| catalog.series(label.series).source).collect();
    let parts = |id: &str, is_used: bool| is_used.then(|| pick::source(&catalog, id).ok()).flatten();
    sources.extend(parts("onet", profile.ratings.iter().any(|rating| rating.parts.onet.is_some())));
    sources.extend(parts("gdad", profile.ratings.iter().any(|rating| rating.parts.gdad.is_some())));
    sources.extend(parts("esco", profile.ratings.iter().any(|rating| rating.parts.esco.is_some())));
    let competencies = show::competencies(&catalog, &profile);
    let why = WhyRole { occupations: show::occupations(&prose.occupations), competencies, labels };
    (Because::Role(Box::new(why)), sources)
}

fn pay_label<'a>(catalog: &Catalog<'a>, label: &crate::catalog::model::PayLabel) -> PayLabel<'a> {
    let series = catalog.series(label.series);
    PayLabel {
        source: catalog.source_name(series.source).id,
        label: series.label,
        quality: label.quality.name(),
        countries: series.rows.len(),
        states: catalog.state_rows(label.series).len(),
        metros: catalog.metro_rows(label.series).len(),
    }
}

fn because_competency<'a>(
    namer: &Namer<'a>,
    role: RoleIx,
    profile: &Profile<'a>,
    competency: CompetencyIx,
) -> Option<Reasons<'a>> {
    let catalog = namer.catalog;
    let rating = profile.ratings.iter().find(|rating| rating.competency == competency)?;
    let none = Working {
        competency,
        onet: Vec::new(),
        gdad: Vec::new(),
        esco_essential: Vec::new(),
        esco_optional: Vec::new(),
        ladders: Vec::new(),
    };
    let working = if rating.estimate.is_some() { none } else { catalog.working(role, competency) };
    // What a company's catalog states is no judgment of the built-in one.
    let is_theirs = rating.estimate.is_some() && rating.origin > 0;
    let sources = if is_theirs { Vec::new() } else { framework_sources(&catalog, &working) };
    let mut steps = arithmetic::steps(&working, rating, namer.origin(rating.origin));
    if rating.parts.onet.is_some() && catalog.prose(role).occupations.iter().any(|o| o.scheme == Scheme::Nearest) {
        steps.push(
            "confidence B at most: O*NET rates none of the role's own occupations, and a nearest one stands in"
                .to_owned(),
        );
    }
    let why = WhyCompetency {
        competency: show::competency(&catalog, rating),
        onet: working.onet.iter().map(onet_evidence).collect(),
        gdad: working
            .gdad
            .iter()
            .map(|row| GdadEvidence { skill: row.skill, level: row.level.map_or("listed", |l| l.name()) })
            .collect(),
        ladders: working.ladders.iter().map(|row| ladder_evidence(&catalog, row)).collect(),
        arithmetic: steps,
        esco_essential: working.esco_essential,
        esco_optional: working.esco_optional,
    };
    Some((Because::Competency(Box::new(why)), sources))
}

fn framework_sources(catalog: &Catalog<'_>, working: &Working<'_>) -> Vec<SourceIx> {
    let has_esco = !working.esco_essential.is_empty() || !working.esco_optional.is_empty();
    let used = [("onet", !working.onet.is_empty()), ("gdad", !working.gdad.is_empty()), ("esco", has_esco)];
    let mut sources: Vec<SourceIx> =
        used.iter().filter(|(_, is_used)| *is_used).filter_map(|(id, _)| pick::source(catalog, id).ok()).collect();
    sources.extend(working.ladders.iter().map(|row| row.source));
    if sources.is_empty() {
        sources.push(catalog.about().editorial);
    }
    sources
}

fn onet_evidence<'a>(row: &OnetRow<'a>) -> OnetEvidence<'a> {
    let OnetRow { occupation, element, importance, level } = *row;
    OnetEvidence { occupation, element, importance: importance.value(), level: level.map(|level| level.value()) }
}

fn ladder_evidence<'a>(catalog: &Catalog<'a>, row: &LadderRow<'a>) -> LadderEvidence<'a> {
    LadderEvidence {
        ladder: catalog.source_name(row.source).id,
        position: row.position,
        axis: row.axis,
        score: row.score,
    }
}

fn because_salary<'a>(namer: &Namer<'a>, profile: &Profile<'a>, region: RegionIx) -> Option<Reasons<'a>> {
    let level: [RegionLevel; 1] = pay::level_of(&namer.catalog, region);
    let candidates = pay::of_profile(&namer.catalog, profile, &level).remove(&region)?;
    let sources = candidates.iter().map(|candidate| candidate.series.source).collect();
    let rows =
        candidates.iter().enumerate().map(|(at, candidate)| WhySalary { shown: at == 0, pay: candidate.view(namer) });
    Some((Because::Salary(rows.collect()), sources))
}

fn because_tool<'a>(namer: &Namer<'a>, role: RoleIx, profile: &Profile<'a>, tool: ToolIx) -> Option<Reasons<'a>> {
    let catalog = namer.catalog;
    let used = profile.tools.iter().find(|used| used.tool == tool)?;
    let mut sources = vec![catalog.about().editorial];
    if used.hot || used.in_demand {
        sources.extend(pick::source(&catalog, "onet").ok());
    }
    sources.extend(used.share.map(|share| share.source));
    let all = show::occupations(&catalog.prose(role).occupations).into_iter().filter(|o| o.scheme == "O*NET");
    let occupations = all.enumerate().filter(|(order, _)| used.marked_by & bit(*order) != 0).map(|(_, o)| o);
    let why = WhyTool { tool: show::tool(namer, used), occupations: occupations.collect() };
    Some((Because::Tool(Box::new(why)), sources))
}

fn because_move<'a>(namer: &Namer<'a>, role: RoleIx, other: RoleIx) -> Option<Reasons<'a>> {
    let moves = namer.catalog.moves(role);
    let related = namer.catalog.related(role).edges;
    let kinds = [
        ("prerequisite", &moves.prerequisites),
        ("next", &moves.next),
        ("lateral", &moves.lateral),
        ("related", &related),
    ];
    let found: Vec<(&str, &Edge<'a>)> =
        kinds.iter().flat_map(|(kind, edges)| edges.iter().filter(|e| e.role == other).map(|e| (*kind, e))).collect();
    if found.is_empty() {
        return None;
    }
    let mut sources: Vec<SourceIx> = found.iter().flat_map(|(_, edge)| &edge.statements).map(|s| s.source).collect();
    if found.iter().any(|(_, edge)| edge.is_editorial()) {
        sources.push(namer.catalog.about().editorial);
    }
    let why = found.into_iter().map(|(kind, edge)| WhyMove {
        kind,
        edge: namer.edge(edge),
        statements: statements(namer, edge),
    });
    Some((Because::Move(why.collect()), sources))
}

fn statements<'a>(namer: &Namer<'a>, edge: &Edge<'a>) -> Vec<Statement<'a>> {
    let source = |source| namer.catalog.source_name(source).id;
    edge.statements
        .iter()
        .map(|s| Statement { source: source(s.source), stated: s.stated, reference: s.reference })
        .collect()
}

/// The sources drawn on, each once, in the catalog's order.
fn entries<'a>(namer: &Namer<'a>, mut sources: Vec<SourceIx>) -> Vec<SourceEntry<'a>> {
    sources.sort_unstable();
    sources.dedup();
    sources.into_iter().map(|source| vocabulary::source_entry(namer, source)).collect()
}
