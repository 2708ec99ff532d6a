//! `roles why`: the evidence and the arithmetic behind everything that a page says.

use crate::catalog::Catalog;
use crate::catalog::model::evidence::{Judged, Reading};
use crate::catalog::model::{
    CompetencyIx, Edge, EvidenceItem, EvidenceRows, EvidenceValue, Ground, Heard, Hundredths, Occupation, Proficiency,
    Profile, Rating, RoleIx, Scheme, SourceIx, Terms, ToolIx, bit,
};
use crate::query::graded;
use crate::query::graded::Graded;
use crate::query::lookup::Found;
use crate::query::namer::Namer;
use crate::query::pick::Reading as Sense;
use crate::query::preparation::Part;
use crate::query::{Answer, arithmetic, lookup, pick, place, preparation, show, vocabulary, why_pay, words};
use crate::request;
use crate::text::hint::{Ask, Hint, hint};
use crate::text::sorting::Arrange;
use crate::view::error::{Error, ticked};
use crate::view::{
    Because, EvidenceRow, JudgedTerm, PayLabel, ReadTerm, SourceEntry, SourceTerm, Statement, View, WeightTerms, Why,
    WhyCompetency, WhyMove, WhyPrepared, WhyRole, WhyTool,
};

/// Says what a role, or one thing on its page, rests on.
///
/// # Errors
/// When the role is unknown, or its page says nothing of what was asked.
pub fn answer<'a>(catalog: Catalog<'a>, args: &request::Why) -> Result<Answer<'a>, Error> {
    let (found, used) = words::first(&catalog, &args.words, |text| is_thing(&catalog, text))?;
    let what = args.words[used..].join(" ");
    let namer = Namer::new(catalog);
    let graded = Graded::of(&catalog, &found);
    let mut said = Told::default();
    let (of, sources) = match what.trim() {
        "" => because_role(&namer, &graded),
        "getting-in" | "getting in" => because_prepared(&namer, found.role, Part::GettingIn)?,
        "outlook" => because_prepared(&namer, found.role, Part::Outlook)?,
        what => Question::new(&namer, &graded, what).because(&mut said)?,
    };
    let requires = match of {
        Because::GettingIn(_) => preparation::requires(&namer, &catalog.prose(found.role)),
        _ => None,
    };
    let view = Why { role: graded.name(&namer), of, requires, sources: entries(&namer, sources) };
    Ok(Answer::noted(View::Why(view), said.notes).told([found].into_iter().chain(said.found)))
}

/// Whether a page may have something that is called so.
fn is_thing(catalog: &Catalog<'_>, text: &str) -> bool {
    fn is_known<T>(picked: Result<Option<T>, Error>) -> bool {
        !matches!(picked, Ok(None))
    }
    is_known(pick::competency_read(catalog, text, Sense::Part))
        || is_known(place::find_read(catalog, text, Sense::Part))
        || is_known(pick::tool_read(catalog, text, Sense::Part))
        || lookup::whole(catalog, text).is_some()
}

/// What is said beside the answer.
#[derive(Default)]
struct Told<'a> {
    notes: Vec<String>,
    /// How a role that was asked about was found.
    found: Option<Found<'a>>,
}

type Reasons<'a> = (Because<'a>, Vec<SourceIx>);

/// A word, and what the page of a role may have by that name.
struct Question<'q, 'a> {
    namer: &'q Namer<'a>,
    /// At the grade that is meant.
    graded: &'q Graded<'a>,
    profile: Profile<'a>,
    what: &'q str,
    /// Said where the catalog knows the word and the page does not.
    known: Option<Error>,
    /// Said where the word means several things of one kind.
    unclear: Option<Error>,
}

impl<'q, 'a> Question<'q, 'a> {
    fn new(namer: &'q Namer<'a>, graded: &'q Graded<'a>, what: &'q str) -> Self {
        let profile = graded.profile(&namer.catalog);
        Self { namer, graded, profile, what, known: None, unclear: None }
    }

    /// Takes the word for a competency, a region, a tool or a role, in this order, if the page has it;
    /// ids of any kind before names, and whole names before parts.
    fn because(mut self, said: &mut Told<'a>) -> Result<Reasons<'a>, Error> {
        for reading in [Sense::Id, Sense::Whole, Sense::Part] {
            let found = self
                .competency(reading, said)
                .or_else(|| self.region(reading, said))
                .or_else(|| self.tool(reading, said))
                .or_else(|| self.role(reading, said));
            if let Some(found) = found {
                return Ok(found);
            }
            // What is called so wholly is what was asked about: `pl` is Poland, and not the beginning of another.
            if self.known.is_some() {
                break;
            }
        }
        let id = self.namer.catalog.id(self.graded.role);
        let all = hint![Ask::of("show").words([id, "--all"]), " shows all that its page says"];
        match (self.known.take(), self.unclear.take()) {
            (Some(known), _) => Err(known.hint(all)),
            (None, Some(unclear)) => Err(unclear),
            (None, None) => {
                let message = format!("nothing is called {}: no competency, region, tool or role", ticked(self.what));
                Err(Error::failed(message).hint(self.instead(id)))
            }
        }
    }

    /// Says which part of a page speaks of what a word means: `getting-in` of years, a region of pay.
    fn instead(&self, id: &str) -> Hint {
        let is_pay = ["salary", "salaries", "pay"].contains(&self.what);
        let region = || graded::example(&self.namer.catalog, self.graded, &self.profile);
        let region = is_pay.then(region).flatten().map(|at| self.namer.catalog.region_name(at).id);
        match preparation::part_that_says(self.what).or(region) {
            Some(part) => hint![Ask::of("why").words([id, part]), " has what is known of it"],
            None => hint![Ask::of("why").word(id), " names what can be asked about"],
        }
    }

    fn competency(&mut self, reading: Sense, said: &mut Told<'a>) -> Option<Reasons<'a>> {
        let catalog = self.namer.catalog;
        let pick = self.clear(pick::competency_read(&catalog, self.what, reading))?;
        let because = because_competency(self.namer, self.graded, &self.profile, pick.at);
        let id = catalog.competency_name(pick.at).id;
        self.tried(because, || format!("has no evidence for `{id}`"))
            .inspect(|_| _ = pick.told(self.what, &mut said.notes))
    }

    fn region(&mut self, reading: Sense, said: &mut Told<'a>) -> Option<Reasons<'a>> {
        let catalog = self.namer.catalog;
        let role = catalog.id(self.graded.role);
        let several = place::several_for_one(&catalog, self.what, |id| Ask::of("why").words([role, id]).into());
        let found = several.map_or_else(|| place::find_read(&catalog, self.what, reading), Err);
        let place = self.clear(found)?;
        let because = why_pay::because(self.namer, self.graded, &self.profile, place.at);
        self.tried(because, || format!("has {}", place.without(""))).inspect(|_| said.notes.extend(place.note()))
    }

    fn tool(&mut self, reading: Sense, said: &mut Told<'a>) -> Option<Reasons<'a>> {
        let catalog = self.namer.catalog;
        let pick = self.clear(pick::tool_read(&catalog, self.what, reading))?;
        let because = because_tool(self.namer, self.graded.role, &self.profile, pick.at);
        let id = catalog.tool_name(pick.at).id;
        self.tried(because, || format!("does not ask for `{id}`"))
            .inspect(|_| _ = pick.told(self.what, &mut said.notes))
    }

    fn role(&mut self, reading: Sense, said: &mut Told<'a>) -> Option<Reasons<'a>> {
        let catalog = self.namer.catalog;
        let other = match reading {
            Sense::Id => lookup::exact(&catalog, self.what).filter(|found| catalog.id(found.role) == self.what),
            Sense::Typed | Sense::Whole => lookup::exact(&catalog, self.what),
            Sense::Part => lookup::one(&catalog, self.what).ok(),
        }?;
        let because = because_move(self.namer, self.graded.role, other.role);
        let id = catalog.id(other.role);
        self.tried(because, || format!("has no move to or from `{id}`")).inspect(|_| said.found = Some(other))
    }

    /// Keeps the first error of a word that means several things: something else may be called so.
    fn clear<T>(&mut self, picked: Result<Option<T>, Error>) -> Option<T> {
        picked.unwrap_or_else(|error| {
            self.unclear.get_or_insert(error);
            None
        })
    }

    /// Keeps what is said first of something that the page has not.
    fn tried(&mut self, because: Option<Reasons<'a>>, otherwise: impl FnOnce() -> String) -> Option<Reasons<'a>> {
        if because.is_none() {
            let said = ticked(&self.graded.said(&self.namer.catalog));
            self.known.get_or_insert_with(|| Error::nothing(format!("{said} {}", otherwise())));
        }
        because
    }
}

fn because_role<'a>(namer: &Namer<'a>, graded: &Graded<'a>) -> Reasons<'a> {
    let (catalog, role) = (namer.catalog, graded.role);
    let profile = graded.profile(&catalog);
    let prose = catalog.prose(role);
    let labels: Vec<PayLabel<'a>> = profile.pay.iter().map(|label| why_pay::label(&catalog, label)).collect();
    let mut sources: Vec<SourceIx> = profile.pay.iter().map(|label| catalog.series(label.series).source).collect();
    sources.extend(sources_of(&catalog, &profile.ratings));
    let competencies = show::competencies(&catalog, &profile);
    let region = graded::example(&catalog, graded, &profile).map(|region| catalog.region_name(region).id);
    let why = WhyRole { occupations: show::occupations(&prose.occupations), competencies, labels, region };
    (Because::Role(Box::new(why)), sources)
}

fn because_competency<'a>(
    namer: &Namer<'a>,
    graded: &Graded<'a>,
    profile: &Profile<'a>,
    competency: CompetencyIx,
) -> Option<Reasons<'a>> {
    let (catalog, role) = (namer.catalog, graded.role);
    let rating = profile.ratings.iter().find(|rating| rating.competency == competency)?;
    let stated = arithmetic::stated(rating, namer);
    // What a company's catalog states is no judgment of the built-in one.
    let is_theirs = stated.is_some() && namer.imprint(rating.origin).is_some();
    let grounds = catalog.grounds(role);
    let terms = grounds.terms().into_iter().find(|terms| stated.is_none() && terms.competency == competency);
    let view = terms.as_ref().map(|terms| weight_terms(namer, role, terms));
    let steps = terms.as_ref().zip(view.as_ref()).map(|(terms, view)| arithmetic::steps(rating, terms, view));
    let rows = if stated.is_some() { Vec::new() } else { catalog.said(role, competency) };
    let mut sources = sources_of(&catalog, std::slice::from_ref(rating));
    sources.extend(rows.iter().map(|said| said.source));
    if sources.is_empty() && !is_theirs {
        sources.push(catalog.about().editorial);
    }
    let lines = stated.map(|line| vec![line]).or(steps).unwrap_or_default();
    let lines = arithmetic::with_own(&catalog, profile, rating, lines);
    let lines = match &graded.grade {
        Some(grade) => arithmetic::at_grade(grade, rating, lines),
        None => lines,
    };
    let why = WhyCompetency {
        competency: show::competency(&catalog, profile, rating, &catalog.bands(), &catalog.about()),
        arithmetic: lines,
        terms: view,
        rows: rows.iter().flat_map(|said| evidence_rows(namer, said)).collect(),
    };
    Some((Because::Competency(Box::new(why)), sources))
}

/// The sources that ratings rest on: readings, and the frameworks that speak.
fn sources_of(catalog: &Catalog<'_>, ratings: &[Rating<'_>]) -> Vec<SourceIx> {
    let about = catalog.about();
    let is_read = ratings.iter().any(|rating| matches!(rating.ground, Ground::Read(_) | Ground::Judged(..)));
    let heard = ratings.iter().fold(0, |bits, rating| bits | rating.heard);
    let frameworks = about.frameworks.iter().enumerate().filter(|(at, _)| heard & bit(*at) != 0);
    about.readers.filter(|_| is_read).into_iter().chain(frameworks.map(|(_, source)| *source)).collect()
}

fn weight_terms<'a>(namer: &Namer<'a>, role: RoleIx, terms: &Terms<'_>) -> WeightTerms<'a> {
    let level = |step: u8| Proficiency::word(step * 25);
    let frameworks = namer.catalog.about().frameworks;
    let source = |heard: &Heard| SourceTerm {
        source: namer.source(frameworks[usize::from(heard.framework)]),
        quality: heard.quality.name(),
        score: heard.score.map(Hundredths::value),
        standing: arithmetic::standing(heard.standing),
        counts: heard.counts.value(),
        agrees: heard.agrees,
        level: heard.level.map(Proficiency::word),
    };
    let read = |reading: &Reading<'_>| ReadTerm {
        weight: reading.weight.value(),
        level: level(reading.level),
        why: Some(reading.why.to_owned()).filter(|why| !why.is_empty()),
    };
    let scoring = namer.catalog.scoring();
    let judged = |it: &Judged<'_>| JudgedTerm { weight: it.weight, level: it.level.map(level), why: it.why.to_owned() };
    WeightTerms {
        readings: terms.readings.iter().map(read).collect(),
        judged: terms.judged.as_ref().map(judged),
        editors: terms.editors.map(Hundredths::value),
        sources: terms.heard.iter().map(source).collect(),
        outside: terms.outside.map(Hundredths::value),
        towards: terms.outside.filter(|_| terms.moved.is_some() && terms.editors.is_some()).map(Hundredths::value),
        from: terms.moved.map(|moved| moved.from.value()),
        most: terms.moved.filter(|_| terms.editors.is_some()).map(|_| scoring.share_of(terms.competency)),
        share: terms.moved.map(|moved| f64::from(moved.share) / 1000.0),
        moved: terms.moved.map(|moved| moved.to.value()),
        rungs: terms.ladder.map_or_else(Vec::new, |_| arithmetic::rungs(&namer.catalog, role, terms.competency)),
        weight_before_ladder: terms.ladder.and_then(|ladder| ladder.weight).map(Hundredths::value),
        level_before_ladder: terms.ladder.and_then(|ladder| ladder.level).map(Proficiency::word),
    }
}

fn evidence_rows<'a>(namer: &Namer<'a>, said: &EvidenceRows<'a>) -> Vec<EvidenceRow<'a>> {
    let row = |row: &EvidenceItem<'a>| EvidenceRow {
        source: namer.source(said.source),
        record: said.code,
        title: said.title,
        quality: said.quality.name(),
        element: row.element,
        name: row.name,
        strength: if row.is_weak { "weak" } else { "direct" },
        value: match row.value {
            EvidenceValue::Rating { value, lowest, highest } => {
                format!("{} on {} to {}", value.value(), lowest.value(), highest.value())
            }
            EvidenceValue::Kind(word) | EvidenceValue::Step(word) => word.to_owned(),
            EvidenceValue::Listed => "listed".to_owned(),
        },
    };
    said.rows.iter().map(row).collect()
}

/// Finds the source that is a framework, where the catalog has it.
fn framework(catalog: &Catalog<'_>, id: &str) -> Option<SourceIx> {
    catalog.source_ids().position(|known| known == id).map(SourceIx::from)
}

/// Every record of a role that says something of getting in, or of the outlook.
fn because_prepared<'a>(namer: &Namer<'a>, role: RoleIx, part: Part) -> Result<Reasons<'a>, Error> {
    let catalog = namer.catalog;
    let (head, profile) = (catalog.head(role), catalog.profile(role));
    let linked: Vec<_> = preparation::links(&catalog, &profile).collect();
    let shown: Vec<(&str, &str)> = match part {
        Part::GettingIn => preparation::getting_in(namer, head.level, &catalog.prose(role), &linked).records,
        Part::Outlook => preparation::outlook(namer, head.level, &linked),
    }
    .iter()
    .map(|record| (record.source.id, record.record))
    .collect();
    let records: Vec<_> = linked.into_iter().filter(|(_, record)| part.has(record)).collect();
    let is_asked_for = part == Part::GettingIn && catalog.prose(role).requires.is_some();
    if records.is_empty() && !is_asked_for {
        let what = if part == Part::Outlook { "its outlook" } else { "getting in" };
        let error = Error::nothing(format!("`{}` has no public figure on {what}", head.id));
        return Err(error.hint(hint![Ask::of("show").word(head.id), " has the rest of what is known"]));
    }
    let sources = records.iter().map(|(_, record)| record.source).collect();
    let why = records.iter().map(|(link, record)| {
        let of = preparation::prepared(namer, head.level, link, record, part);
        WhyPrepared { shown: shown.contains(&(of.source.id, of.record)), of }
    });
    let why = why.collect();
    Ok((if part == Part::Outlook { Because::Outlook(why) } else { Because::GettingIn(why) }, sources))
}

fn because_tool<'a>(namer: &Namer<'a>, role: RoleIx, profile: &Profile<'a>, tool: ToolIx) -> Option<Reasons<'a>> {
    let catalog = namer.catalog;
    let used = profile.tools.iter().find(|used| used.tool == tool)?;
    let mut sources = vec![catalog.about().editorial];
    if used.hot || used.in_demand {
        sources.extend(framework(&catalog, "onet"));
    }
    sources.extend(used.share.map(|share| share.source));
    let is_onet = |it: &Occupation<'_>| matches!(it.scheme, Scheme::Onet | Scheme::Nearest);
    let all: Vec<Occupation<'a>> = catalog.prose(role).occupations.into_iter().filter(is_onet).collect();
    let all = show::occupations(&all).into_iter();
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
    let is_ours = |edge: &Edge<'_>| edge.is_editorial() && namer.imprint(edge.origin).is_none();
    if found.iter().any(|(_, edge)| is_ours(edge)) {
        sources.push(namer.catalog.about().editorial);
    }
    let why = found.into_iter().map(|(kind, edge)| WhyMove {
        kind,
        edge: if kind == "next" { namer.edge_on(role, edge) } else { namer.edge(edge) },
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
    sources.arrange();
    sources.dedup();
    sources.into_iter().map(|source| vocabulary::source_entry(namer, source)).collect()
}
