//! `roles show`: the page of one role, or of several.

use crate::catalog::Catalog;
use crate::catalog::model;
use crate::catalog::model::{
    Confidence, Elsewhere, Ground, Head, Profile, RegionIx, RegionLevel, RoleIx, Scheme, SourceIx,
};
use crate::query::graded;
use crate::query::graded::Graded;
use crate::query::namer;
use crate::query::namer::Namer;
use crate::query::place::Place;
use crate::query::published::Market;
use crate::query::{Answer, pay, place, preparation, scales, words};
use crate::request;
use crate::request::Section;
use crate::view::error::{Error, ticked};
use crate::view::{
    Alias, Career, Competency, Entry, Occupation, Pay, RoleName, RolePage, RolePages, Rung, Share, SourceName, Stated,
    Tool, Translation, View, WeightBand,
};

/// Shows roles, whole or by section.
///
/// # Errors
/// When a role or a region is unknown or ambiguous.
pub fn answer<'a>(catalog: Catalog<'a>, args: &request::Show) -> Result<Answer<'a>, Error> {
    let found = words::several(&catalog, &args.roles, words::SHOW)?;
    let asked_for = place::asked(&catalog, &args.region, &args.usual)?;
    let usual = asked_for.notes();
    let place::Asked { places, is_usual, .. } = asked_for;
    let namer = Namer::new(catalog);
    let asked = Asked { args, places: &places };
    let graded = |found| Graded::asked(&catalog, found, args.grade.as_deref());
    let graded = found.iter().map(graded).collect::<Result<Vec<_>, _>>()?;
    let pages = graded.iter().map(|graded| page(&namer, graded, &asked)).collect();
    let view = RolePages { regions: places.iter().map(Place::name).collect(), roles: pages };
    let mut answer = Answer::from(View::Show(view)).told(found);
    if asked.section(Section::Salary) {
        answer.notes.extend(usual);
    }
    // The rest of the page is worth as much where the usual region has no figure.
    if !is_usual && asked.section(Section::Salary) {
        let ids: Vec<String> = graded.iter().map(|graded| graded.said(&catalog)).collect();
        let has_figure = |place: &Place<'_>| graded.iter().any(|graded| asked.has_figure(&catalog, graded, place));
        place::tell(&mut answer, &places, &format!(" of `{}`", ids.join(" ")), has_figure);
    } else if !is_usual && !places.is_empty() {
        answer.notes.push("`--region` narrows the salary, which was not asked for".to_owned());
    }
    Ok(answer)
}

/// The files of roles, as they are written: `show --format yaml`.
///
/// # Errors
/// When a role is unknown or ambiguous, or its file cannot be read any more.
pub fn files(catalog: Catalog<'_>, args: &request::Show) -> Result<(String, Vec<String>), Error> {
    let found = words::several(&catalog, &args.roles, words::SHOW)?;
    let texts: Vec<model::FileText<'_>> = found.iter().flat_map(|found| catalog.texts(found.role)).collect();
    let is_alone = texts.len() == 1;
    let namer = Namer::new(catalog);
    let mut yaml = String::new();
    for text in texts {
        if !is_alone {
            yaml.push_str(&format!("---\n# {} ({})\n", text.path, namer.origin(text.origin)));
        }
        let gone = |error| Error::failed(format!("cannot read {}: {error}", ticked(text.path)));
        yaml.push_str(&text.read().map_err(gone)?);
        if !yaml.ends_with('\n') {
            yaml.push('\n');
        }
    }
    Ok((yaml, found.into_iter().filter_map(|found| found.note).collect()))
}

fn replaced<'a>(catalog: &Catalog<'a>, id: &str) -> Option<Entry<'a>> {
    let head = catalog.head(catalog.find_id(id)?);
    Some(Entry { id: head.id, title: head.title })
}

/// What of a page was asked for.
struct Asked<'c, 'a> {
    args: &'c request::Show,
    places: &'c [Place<'a>],
}

impl Asked<'_, '_> {
    /// A region narrows the salary, and alone asks for nothing else.
    fn section(&self, section: Section) -> bool {
        let sections = &self.args.section;
        sections.is_empty() || sections.contains(&section)
    }

    /// Tells whether a region's figures are asked for by a place: with `--all`, a region means what
    /// lies in it too.
    fn means(&self, catalog: &Catalog<'_>, place: &Place<'_>, region: RegionIx) -> bool {
        place.at == region || self.args.all && place.holds(catalog, region)
    }

    /// Tells whether a role, or the grade of it that is shown, has a figure for a place.
    fn has_figure<'a>(&self, catalog: &Catalog<'a>, graded: &Graded<'a>, place: &Place<'_>) -> bool {
        let levels = if self.args.all { pay::ALL_LEVELS.to_vec() } else { vec![place.level()] };
        let stands = |rows: &[pay::Candidate<'_>]| pay::shown(rows, self.args.all).next().is_some();
        let wants = |region| self.means(catalog, place, region);
        let regions = graded::by_region(catalog, graded, &graded.profile(catalog), &levels, &wants);
        regions.iter().any(|(_, rows)| stands(rows))
    }
}

fn page<'a>(namer: &Namer<'a>, graded: &Graded<'a>, asked: &Asked<'_, '_>) -> RolePage<'a> {
    let (catalog, role) = (namer.catalog, graded.role);
    let profile = graded.profile(&catalog);
    let wants = |section| asked.section(section);
    let prose = catalog.prose(role);
    let is_prepared = wants(Section::GettingIn) || wants(Section::Outlook);
    let linked: Vec<_> = if is_prepared { preparation::links(&catalog, &profile).collect() } else { Vec::new() };
    let all = asked.args.all;
    let name = graded.name(namer);
    let rank = name.rank;
    let mut page = RolePage {
        url: name.elsewhere.url().filter(|_| wants(Section::Summary)),
        catalog_title: u8::try_from(catalog.head(role).origins.trailing_zeros()).ok().and_then(|it| namer.title(it)),
        stated: stated(namer, role, &name),
        role: name,
        aliases: aliases(namer, &prose.aliases, all),
        replaces: prose.replaces.iter().filter_map(|id| replaced(&catalog, id)).collect(),
        ladder: ladder(namer, role),
        summary: wants(Section::Summary).then_some(prose.summary),
        day: wants(Section::Day).then(|| catalog.day(role).paragraphs()),
        competencies: wants(Section::Competencies).then(|| competencies(&catalog, &profile)),
        grades: if wants(Section::Grades) { graded::rows(namer, graded) } else { Vec::new() },
        salary: None,
        top_of_market: Vec::new(),
        tools: wants(Section::Tools).then(|| tools(namer, &profile)),
        getting_in: wants(Section::GettingIn).then(|| preparation::getting_in(namer, rank, &prose, &linked)),
        outlook: wants(Section::Outlook).then(|| preparation::outlook(namer, rank, &linked)),
        career: wants(Section::Career).then(|| career(namer, role, all)),
        occupations: if all { occupations(&prose.occupations) } else { Vec::new() },
        translations: if all { translations(namer, role) } else { Vec::new() },
        whole: all,
        sources: Vec::new(),
    };
    if wants(Section::Salary) {
        let (rows, top) = salary(namer, graded, &profile, asked);
        (page.salary, page.top_of_market) = (Some(rows), top);
    }
    page.sources = sources(namer, &page);
    page
}

/// Which of several catalogs has the last word on each field, bottom first.
fn stated<'a>(namer: &Namer<'a>, role: RoleIx, name: &RoleName<'a>) -> Vec<Stated<'a>> {
    if name.catalogs.len() < 2 {
        return Vec::new();
    }
    let texts = namer.catalog.texts(role);
    let last_words = texts.iter().enumerate().map(|(at, text)| {
        let above = texts[at + 1..].iter().fold(0, |bits, text| bits | text.fields);
        let is_last = |bit: usize| (text.fields & !above) >> bit & 1 == 1;
        let fields = model::FIELDS.into_iter().enumerate().filter(|(bit, _)| is_last(*bit)).map(|(_, name)| name);
        let (catalog, catalog_title) = (namer.origin(text.origin), namer.title(text.origin));
        Stated { catalog, catalog_title, fields: fields.collect() }
    });
    last_words.filter(|stated| !stated.fields.is_empty()).collect()
}

fn aliases<'a>(namer: &Namer<'a>, aliases: &[model::Alias<'a>], all: bool) -> Vec<Alias<'a>> {
    let editorial = namer.catalog.about().editorial;
    let shown = aliases.iter().filter(|alias| all || alias.source == editorial);
    shown.map(|a| Alias { name: a.name, source: namer.source(a.source), own: a.source == editorial }).collect()
}

/// Returns the weights and levels of a profile, heaviest first.
pub fn competencies<'a>(catalog: &Catalog<'a>, profile: &Profile<'a>) -> Vec<Competency<'a>> {
    let (bands, about) = (catalog.bands(), catalog.about());
    profile.ratings.iter().map(|rating| competency(catalog, profile, rating, &bands, &about)).collect()
}

/// Returns one weight and level as answers show it.
pub fn competency<'a>(
    catalog: &Catalog<'a>,
    profile: &Profile<'a>,
    rating: &model::Rating<'a>,
    bands: &[Option<model::Band>],
    about: &model::About<'a>,
) -> Competency<'a> {
    let model::Name { id, title } = catalog.competency_name(rating.competency);
    let band = bands.get(rating.competency.at()).copied().flatten();
    let (basis, readings, judged, editorial) = match rating.ground {
        Ground::Read(weights) => ("readings", weights, None, None),
        Ground::Judged(weights, judged) => ("readings", weights, Some(judged), None),
        Ground::Evidence => ("evidence", &[][..], None, None),
        Ground::Stated(why) => ("stated", &[][..], None, Some(why)),
        Ground::Equal(why) => ("equal", &[][..], None, Some(why)),
    };
    Competency {
        competency: Entry { id, title },
        weight: rating.weight,
        band: band.map(|model::Band { low, median, high }| WeightBand { low, median, high }),
        difference: band.map(|band| i16::from(rating.weight) - i16::from(band.median)),
        level: rating.level,
        proficiency: rating.level.map(model::Proficiency::word),
        own_level: profile.stand(rating.competency).map(|stand| scales::level_on(&about.scales, stand)),
        confidence: confidence(rating.confidence),
        basis,
        readings: readings.to_vec(),
        judged,
        outside: rating.outside,
        contested: rating.is_contested,
        sources: heard(catalog, about, rating).collect(),
        editorial,
        stated_by: editorial.and_then(|_| namer::whose(&about.origins, &about.imprints, rating.origin)),
        expects: profile.expects(rating.competency),
    }
}

/// The ids of the frameworks that speak for a rating.
fn heard<'a>(
    catalog: &Catalog<'a>,
    about: &model::About<'a>,
    rating: &model::Rating<'a>,
) -> impl Iterator<Item = &'a str> {
    let sources = about.frameworks.iter().enumerate().filter(|(at, _)| rating.heard & model::bit(*at) != 0);
    sources.map(|(_, source)| catalog.source_name(*source).id)
}

/// Returns the letter of a confidence.
pub fn confidence(confidence: Confidence) -> char {
    match confidence {
        Confidence::A => 'A',
        Confidence::B => 'B',
        Confidence::C => 'C',
    }
}

/// Returns the figures of a role, and those of the top of the market beneath them.
fn salary<'a>(
    namer: &Namer<'a>,
    graded: &Graded<'a>,
    profile: &Profile<'a>,
    asked: &Asked<'_, '_>,
) -> (Vec<Pay<'a>>, Vec<Pay<'a>>) {
    let catalog = namer.catalog;
    let wants =
        |region| asked.places.is_empty() || asked.places.iter().any(|place| asked.means(&catalog, place, region));
    let (levels, by_region) = match levels(asked) {
        Some(levels) => graded::at_levels(&catalog, graded, profile, levels, &wants),
        None => graded::usual(&catalog, graded, profile),
    };
    let market = Market::new(namer, graded.role, profile, &levels);
    let (mut rows, mut top) = (Vec::new(), Vec::new());
    for (_, candidates) in by_region {
        rows.extend(pay::shown(&candidates, asked.args.all).map(|candidate| market.view(namer, candidate)));
        let best_paid = pay::top_of_market(&candidates).filter(|_| !asked.args.all);
        top.extend(best_paid.map(|candidate| candidate.view(namer)));
    }
    pay::sorted(&mut rows);
    (rows, top)
}

/// The levels of region that are asked for: all of them, or those of places; none where the usual ones are.
fn levels(asked: &Asked<'_, '_>) -> Option<Vec<RegionLevel>> {
    match asked.places {
        _ if asked.args.all => Some(pay::ALL_LEVELS.to_vec()),
        [] => None,
        places => Some(places.iter().map(Place::level).collect()),
    }
}

fn tools<'a>(namer: &Namer<'a>, profile: &Profile<'a>) -> Vec<Tool<'a>> {
    profile.tools.iter().map(|used| tool(namer, used)).collect()
}

/// Returns a tool of a role as answers show it.
pub fn tool<'a>(namer: &Namer<'a>, used: &model::ToolUse) -> Tool<'a> {
    let model::ToolName { id, title, group } = namer.catalog.tool_name(used.tool);
    let share = used.share.map(|share| Share {
        percent: share.percent,
        respondents: share.respondents,
        source: namer.source(share.source),
    });
    let (in_demand, hot) = (used.in_demand, used.hot);
    Tool { tool: Entry { id, title }, group, proficiency: used.proficiency.name(), in_demand, hot, share }
}

/// Returns the ladder that a role stands on, with the ranks between its ends that no role has.
fn ladder<'a>(namer: &Namer<'a>, role: RoleIx) -> Vec<Rung<'a>> {
    let Some(ladder) = namer.catalog.ladder(role) else { return Vec::new() };
    let (Some(first), Some(last)) = (ladder.rungs.first(), ladder.rungs.last()) else { return Vec::new() };
    let base = namer.catalog.head(ladder.base);
    let rung = |rank: u8| {
        let rung = ladder.rungs.iter().find(|rung| rung.rank == rank);
        let head = rung.map(|rung| namer.catalog.head(rung.role));
        let named = namer.level(&Head { level: rank, ..head.unwrap_or(base) });
        let step = rung.and_then(|rung| rung.step).unwrap_or(named);
        let here = rung.is_some_and(|rung| rung.role == role);
        Rung { step, rank, role: head.map(|head| Entry { id: head.id, title: head.title }), here }
    };
    (first.rank..=last.rank).map(rung).collect()
}

fn career<'a>(namer: &Namer<'a>, role: RoleIx, all: bool) -> Career<'a> {
    let moves = namer.catalog.moves(role);
    Career {
        prerequisites: namer.edges(&moves.prerequisites),
        next: namer.edges_on(role, &moves.next),
        lateral: namer.edges(&moves.lateral),
        related: if all { namer.edges(&namer.catalog.related(role).edges) } else { Vec::new() },
    }
}

/// Returns a role's outside codes as answers show them.
pub fn occupations<'a>(occupations: &[model::Occupation<'a>]) -> Vec<Occupation<'a>> {
    occupations.iter().map(occupation).collect()
}

fn occupation<'a>(occupation: &model::Occupation<'a>) -> Occupation<'a> {
    let &model::Occupation { scheme, source, code, title } = occupation;
    let elsewhere = match scheme {
        Scheme::Onet | Scheme::Nearest => Elsewhere::Onet(code),
        _ => Elsewhere::Nowhere,
    };
    Occupation { scheme: scheme_name(scheme, source), code, title, elsewhere }
}

fn scheme_name(scheme: Scheme, source: &str) -> &str {
    match scheme {
        Scheme::Onet => "O*NET",
        Scheme::Nearest => "O*NET, nearest",
        Scheme::Esco => "ESCO",
        Scheme::Isco => "ISCO-08",
        Scheme::Gdad => "GDaD",
        Scheme::Nice => "NICE",
        Scheme::Ladder => "ladder",
        Scheme::Framework => source,
    }
}

fn translations<'a>(namer: &Namer<'a>, role: RoleIx) -> Vec<Translation<'a>> {
    let translation = |written: model::Translation<'_>| Translation {
        language: written.language.to_owned(),
        names: written.names.into_iter().map(str::to_owned).collect(),
        source: namer.source(written.source),
    };
    namer.catalog.abroad(role).translations().into_iter().map(translation).collect()
}

/// Every source that the page draws on, in the catalog's order.
fn sources<'a>(namer: &Namer<'a>, page: &RolePage<'a>) -> Vec<SourceName<'a>> {
    let mut ids: Vec<&str> = Vec::new();
    let competencies = || page.competencies.iter().flatten();
    ids.extend(competencies().flat_map(|competency| competency.sources.iter().copied()));
    let is_read = competencies().any(|competency| competency.basis == "readings");
    ids.extend(namer.catalog.about().readers.filter(|_| is_read).map(|readers| namer.source(readers).id));
    ids.extend(page.salary.iter().flatten().chain(&page.top_of_market).map(|pay| pay.source.id));
    let published = page.salary.iter().flatten().filter_map(|pay| pay.published.as_ref());
    ids.extend(published.map(|beside| beside.pay.source.id));
    let prepared = page.getting_in.iter().flat_map(|section| &section.records).chain(page.outlook.iter().flatten());
    ids.extend(prepared.map(|record| record.source.id));
    for tool in page.tools.iter().flatten() {
        ids.extend(tool.share.map(|share| share.source.id));
        ids.extend((tool.hot || tool.in_demand).then_some("onet"));
    }
    for edge in page.career.iter().flat_map(|c| c.prerequisites.iter().chain(&c.next).chain(&c.lateral)) {
        ids.extend(edge.support.sources.iter().map(|source| source.id));
        ids.extend(edge.support.observed.iter().map(|observed| observed.source.id));
    }
    let all = namer.catalog.source_ids().enumerate();
    all.filter(|(_, id)| ids.contains(id)).map(|(at, _)| namer.source(SourceIx::from(at))).collect()
}
