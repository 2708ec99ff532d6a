//! One role, from what its files state to the records that are baked.

use std::collections::{HashMap, HashSet};

use crate::catalog::model::evidence::Usage;
use crate::catalog::model::{
    Alias, CompetencyIx, Confidence, Elsewhere, FileText, Head, Mapping, Occupation, Parts, PayLabel, PayRow,
    Proficiency, Profile, Prose, Rating, Scheme, Series, Share, ToolUse,
};
use crate::catalog::read::diagnostic::{Diagnostic, Place};
use crate::catalog::read::schema;
use crate::catalog::read::schema::{Word, place};
use crate::catalog::resolve::draft::{Draft, address, crooked, money};
use crate::catalog::resolve::ladder::LadderLink;
use crate::catalog::resolve::table::Faults;
use crate::catalog::resolve::written::{Said, Written};
use crate::catalog::score::weigh;
use crate::text::suggest;

/// A role's records, all but those that need the other roles.
pub struct Resolved<'a> {
    pub head: Head<'a>,
    pub prose: Prose<'a>,
    /// Encoded as its record: a quarter of what it takes decoded.
    pub profile: Vec<u8>,
    pub mapping: Mapping,
    /// Its files, bottom first.
    pub texts: Vec<FileText<'a>>,
    /// Its title and aliases, where a file states them.
    pub names: Vec<&'a Word>,
    pub prerequisites: Vec<Link<'a>>,
    pub lateral: Vec<Link<'a>>,
    pub ladder: Option<LadderLink<'a>>,
}

/// Another role, as a role names it.
#[derive(Clone, Copy)]
pub struct Link<'a> {
    pub id: &'a str,
    pub origin: u8,
    /// Where it is named; none for a role of the catalog beneath.
    pub place: Option<(&'a str, Place)>,
}

/// What was computed for one role and serves others that map to the same occupations.
#[derive(Default)]
pub struct Known<'a> {
    ratings: HashMap<Mapping, Vec<Rating<'a>>>,
    /// By occupations, then by tool.
    demand: HashMap<Vec<usize>, HashMap<usize, Demand>>,
    /// By survey labels, then by tool.
    shares: HashMap<Vec<usize>, HashMap<usize, Option<Share>>>,
}

/// O*NET's flags for a tool in any of a role's occupations, and which of them have it, as bits.
#[derive(Clone, Copy, Default)]
struct Demand {
    hot: bool,
    in_demand: bool,
    marked_by: u8,
}

/// Resolves a role against the draft's tables, with the salaries that it states.
pub fn resolve<'a>(
    draft: &Draft<'a>,
    known: &mut Known<'a>,
    written: &Written<'a>,
    stated_pay: &[PayLabel],
    faults: &mut Faults,
) -> Option<Resolved<'a>> {
    if written.hidden && written.title.is_none() {
        faults.0.push(hides_nothing(draft, written));
        return None;
    }
    let codes = Codes::follow(draft, written, faults);
    let head = head(draft, written, &codes, faults);
    for said in [written.prerequisites, written.lateral, written.aliases].into_iter().flatten() {
        twice(said.file, said.value.iter(), faults);
    }
    let summary = faults.keep(required(written, written.summary, "summary"))?;
    let ratings = ratings(draft, known, written, &codes, faults);
    let tools = tools(draft, known, written, &codes, faults);
    let pay = pay(draft, written, stated_pay, faults);
    let mapping = codes.mapping();
    let prose = Prose {
        summary: summary.value.value.trim_end(),
        day: written.day.iter().flat_map(|day| day.value).map(|paragraph| paragraph.value.trim_end()).collect(),
        aliases: aliases(draft, written),
        occupations: codes.occupations,
    };
    let own_names = written.title.map(|title| title.value).into_iter();
    Some(Resolved {
        head: head?,
        prose,
        profile: encoded(&Profile { ratings, tools, pay }),
        mapping,
        texts: written.texts.clone(),
        names: own_names.chain(written.aliases.iter().flat_map(|aliases| aliases.value)).collect(),
        prerequisites: links(written.prerequisites),
        lateral: links(written.lateral),
        ladder: written.ladder.map(ladder),
    })
}

fn ladder<'a>(said: Said<'a, schema::LadderStep>) -> LadderLink<'a> {
    let schema::LadderStep { of, step, joins } = said.value;
    let text = |word: &'a Word| word.value.as_ref();
    LadderLink {
        of: text(of),
        step: step.as_ref().map(text),
        joins: joins.as_ref().map(text),
        place: Some((said.file, place(of))),
    }
}

/// Returns a profile as it is baked.
pub fn encoded(profile: &Profile<'_>) -> Vec<u8> {
    let mut bytes = postcard::to_allocvec(profile).expect("every record has a length that is known");
    bytes.shrink_to_fit();
    bytes
}

fn links<'a>(said: Option<Said<'a, Vec<Word>>>) -> Vec<Link<'a>> {
    let link =
        |file: &'a str, origin: u8, word: &'a Word| Link { id: &word.value, origin, place: Some((file, place(word))) };
    said.iter().flat_map(|said| said.value.iter().map(|word| link(said.file, said.origin, word))).collect()
}

fn head<'a>(draft: &Draft<'a>, written: &Written<'a>, codes: &Codes<'a>, faults: &mut Faults) -> Option<Head<'a>> {
    let title = faults.keep(required(written, written.title, "title"));
    let family = faults.keep(family(draft, written));
    let track = faults
        .keep(required(written, written.track, "track").and_then(|said| draft.tracks.look_up(said.file, said.value)));
    let level = faults.keep(required(written, written.level, "level").and_then(|said| level(draft, said)));
    let elsewhere = elsewhere(draft, written, codes, faults);
    Some(Head {
        id: written.id,
        title: title?.value.value.as_ref(),
        family: family?.into(),
        track: track?.into(),
        level: level?,
        hidden: written.hidden,
        origins: written.origins(),
        elsewhere,
    })
}

/// The page that the file states, or that of the first O*NET occupation.
fn elsewhere<'a>(draft: &Draft<'a>, written: &Written<'a>, codes: &Codes<'a>, faults: &mut Faults) -> Elsewhere<'a> {
    let stated = written.url.and_then(|said| faults.keep(address(said.file, said.value)));
    let first = codes.onet.first().map(|at| draft.evidence.onet[*at].code);
    stated.map(Elsewhere::Stated).or(first.map(Elsewhere::Onet)).unwrap_or_default()
}

/// Retiring a role that no catalog beneath has is a mistyped name, and one fault.
fn hides_nothing(draft: &Draft<'_>, written: &Written<'_>) -> Diagnostic {
    let others = draft.named.iter().copied().filter(|id| *id != written.id);
    let message = format!("no catalog beneath has a role `{}` to hide", written.id);
    let help = suggest::did_you_mean(&suggest::nearest(written.id, others, 3));
    Diagnostic { help, ..Diagnostic::of_file(written.file, "unknown-role", message) }
}

/// Returns a field that every role has.
fn required<'a, T>(written: &Written<'a>, field: Option<Said<'a, T>>, name: &str) -> Result<Said<'a, T>, Diagnostic> {
    field.ok_or_else(|| {
        let message = format!("the role `{}` has no {name}", written.id);
        let help = format!("add `{name}:` to the file; `roles new ID` writes one with each field explained");
        Diagnostic::of_file(written.file, "missing-field", message).help(help)
    })
}

/// The family is stated, or it is the folder that the file lies in.
fn family(draft: &Draft<'_>, written: &Written<'_>) -> Result<usize, Diagnostic> {
    if let Some(said) = written.family {
        return draft.families.look_up(said.file, said.value);
    }
    draft.families.find(written.folder).ok_or_else(|| {
        let ids = draft.families.records.iter().map(|family| family.id);
        let nearest = suggest::did_you_mean(&suggest::nearest(written.folder, ids, 3));
        let message = match written.folder {
            "" => format!("the role `{}` has no family", written.id),
            folder => format!("no family is called `{}`, and the file states none", folder.escape_debug()),
        };
        let help = nearest.unwrap_or_else(|| "put the file into a family's folder, or add `family:`".to_owned());
        Diagnostic::of_file(written.file, "unknown-family", message).help(help)
    })
}

fn level(draft: &Draft<'_>, said: Said<'_, schema::Spanned<u8>>) -> Result<u8, Diagnostic> {
    let rank = said.value.value;
    draft.levels.get(&rank).map(|level| level.rank).ok_or_else(|| {
        Diagnostic::at(said.file, place(said.value), "unknown-level", format!("no level has the rank {rank}"))
            .help("levels run from 1 (intern) to 9 (executive); `roles levels` lists them")
    })
}

/// The role's own aliases, then those that a source gives it.
fn aliases<'a>(draft: &Draft<'a>, written: &Written<'a>) -> Vec<Alias<'a>> {
    let editorial = draft.editorial();
    let own = written.aliases.iter().flat_map(|said| said.value);
    let mut aliases: Vec<Alias<'a>> =
        own.map(|alias| Alias { name: alias.value.as_ref(), source: editorial }).collect();
    let sourced = draft.titles_of(written.id).filter(|titles| titles.language == "en");
    for titles in sourced {
        aliases.extend(titles.names.iter().map(|name| Alias { name, source: titles.source }));
    }
    aliases
}

/// Where a role's outside codes lead, as positions in the evidence tables.
#[derive(Default)]
struct Codes<'a> {
    onet: Vec<usize>,
    /// The occupations whose ratings count: the role's own, or the nearest rated ones.
    rated: Vec<usize>,
    esco: Vec<usize>,
    gdad: Option<usize>,
    ladders: Vec<usize>,
    usage: Vec<usize>,
    /// Whether the ratings are those of a nearest occupation.
    is_near: bool,
    occupations: Vec<Occupation<'a>>,
}

impl<'a> Codes<'a> {
    /// Follows the codes, and notes those that lead nowhere.
    fn follow(draft: &Draft<'a>, written: &Written<'a>, faults: &mut Faults) -> Self {
        let mut codes = Self { usage: usage(draft, written, faults), ..Self::default() };
        if let Some(said) = written.occupations {
            codes.onet = codes.follow_onet(draft, said.file, Scheme::Onet, &said.value.onet, faults);
            let nearest = codes.follow_onet(draft, said.file, Scheme::Nearest, &said.value.nearest, faults);
            let is_rated = |at: &usize| !draft.evidence.onet[*at].ratings.is_empty();
            codes.is_near = !codes.onet.iter().any(is_rated) && !nearest.is_empty();
            codes.rated = if codes.is_near { nearest } else { codes.onet.clone() };
            let is_near = codes.is_near;
            codes.occupations.retain(|occupation| is_near || occupation.scheme != Scheme::Nearest);
            codes.follow_esco(draft, said, faults);
            codes.follow_gdad(draft, said, faults);
            codes.follow_ladders(draft, said, faults);
            codes.plain(Scheme::Isco, &said.value.isco);
            codes.plain(Scheme::Nice, &said.value.nice);
        }
        codes
    }

    fn follow_onet(
        &mut self,
        draft: &Draft<'a>,
        file: &str,
        scheme: Scheme,
        codes: &'a [Word],
        faults: &mut Faults,
    ) -> Vec<usize> {
        let mut followed = Vec::with_capacity(codes.len());
        for code in codes {
            let at = draft.evidence.onet.iter().position(|onet| onet.code == &*code.value);
            let Some(at) = faults.keep(known(at, file, code, "O*NET occupation")) else { continue };
            followed.push(at);
            let title = draft.evidence.onet[at].title;
            self.occupations.push(Occupation { scheme, code: &code.value, title });
        }
        followed
    }

    fn follow_esco(&mut self, draft: &Draft<'a>, said: Said<'a, schema::Occupations>, faults: &mut Faults) {
        for label in &said.value.esco {
            let at = draft.evidence.esco.iter().position(|esco| esco.label == &*label.value);
            let Some(at) = faults.keep(known(at, said.file, label, "ESCO occupation")) else { continue };
            self.esco.push(at);
            let title = draft.evidence.esco[at].label;
            self.occupations.push(Occupation { scheme: Scheme::Esco, code: draft.evidence.esco[at].isco, title });
        }
    }

    fn follow_gdad(&mut self, draft: &Draft<'a>, said: Said<'a, schema::Occupations>, faults: &mut Faults) {
        let Some(wanted) = &said.value.gdad else { return };
        let is_wanted = |gdad: &crate::catalog::model::evidence::Gdad<'_>| {
            gdad.role == &*wanted.role.value && gdad.level == &*wanted.level.value
        };
        let at = draft.evidence.gdad.iter().position(is_wanted);
        self.gdad = faults.keep(known(at, said.file, &wanted.level, "GDaD role level"));
        let (code, title) = (wanted.role.value.as_ref(), wanted.level.value.as_ref());
        self.occupations.push(Occupation { scheme: Scheme::Gdad, code, title });
    }

    fn follow_ladders(&mut self, draft: &Draft<'a>, said: Said<'a, schema::Occupations>, faults: &mut Faults) {
        for wanted in &said.value.ladders {
            let Some(source) = faults.keep(draft.source(said.file, &wanted.source)) else { continue };
            let is_wanted = |ladder: &crate::catalog::model::evidence::Ladder<'_>| {
                ladder.source == source && ladder.position == &*wanted.position.value
            };
            let at = draft.evidence.ladders.iter().position(is_wanted);
            self.ladders.extend(faults.keep(known(at, said.file, &wanted.position, "position of that ladder")));
            let (code, title) = (wanted.source.value.as_ref(), wanted.position.value.as_ref());
            self.occupations.push(Occupation { scheme: Scheme::Ladder, code, title });
        }
    }

    /// Codes that no evidence table of ours is keyed by.
    fn plain(&mut self, scheme: Scheme, codes: &'a [Word]) {
        self.occupations.extend(codes.iter().map(|code| Occupation { scheme, code: &code.value, title: "" }));
    }

    fn mapping(&self) -> Mapping {
        let narrow = |at: &usize| u32::try_from(*at).expect("a table has fewer than 2^32 records");
        Mapping {
            onet: self.rated.iter().map(narrow).collect(),
            gdad: self.gdad.as_ref().map(narrow),
            esco: self.esco.iter().map(narrow).collect(),
            ladders: self.ladders.iter().map(narrow).collect(),
        }
    }

    fn weights<'e>(&self, draft: &'e Draft<'a>) -> weigh::Evidence<'e, 'a> {
        let tables = &draft.evidence;
        weigh::Evidence::new(
            self.rated.iter().map(|at| &tables.onet[*at]).collect(),
            self.gdad.map(|at| &tables.gdad[at]),
            &self.esco.iter().map(|at| &tables.esco[*at]).collect::<Vec<_>>(),
            self.ladders.iter().map(|at| &tables.ladders[*at]).collect(),
        )
    }
}

fn known(at: Option<usize>, file: &str, word: &Word, what: &str) -> Result<usize, Diagnostic> {
    at.ok_or_else(|| {
        let message = format!("the evidence has no {what} `{}`", word.value.escape_debug());
        Diagnostic::at(file, place(word), "unknown-occupation", message)
            .help("codes and labels are those of the files under evidence/, to the letter")
    })
}

/// Survey labels that stand for the role, in the order of its file.
fn usage(draft: &Draft<'_>, written: &Written<'_>, faults: &mut Faults) -> Vec<usize> {
    let Some(said) = written.usage else { return Vec::new() };
    let find = |wanted: &schema::UsageLabel| {
        let source = draft.source(said.file, &wanted.source)?;
        let is_wanted = |usage: &Usage<'_>| usage.source == source && usage.label == &*wanted.label.value;
        known(draft.evidence.usage.iter().position(is_wanted), said.file, &wanted.label, "survey label")
    };
    said.value.iter().filter_map(|wanted| faults.keep(find(wanted))).collect()
}

/// Weights by the formula; what the file states itself stands in their place.
fn ratings<'a>(
    draft: &Draft<'a>,
    known: &mut Known<'a>,
    written: &Written<'a>,
    codes: &Codes<'a>,
    faults: &mut Faults,
) -> Vec<Rating<'a>> {
    let mut ratings = stated_ratings(draft, written, faults);
    let stated: Vec<CompetencyIx> = ratings.iter().map(|rating| rating.competency).collect();
    let computed = known.ratings.entry(codes.mapping()).or_insert_with(|| computed(draft, codes));
    for mut rating in computed.iter().copied().filter(|rating| !stated.contains(&rating.competency)) {
        // A neighbor's ratings are never the best of evidence.
        if codes.is_near && rating.parts.onet.is_some() {
            rating.confidence = rating.confidence.max(Confidence::B);
        }
        ratings.push(rating);
    }
    ratings.sort_by_key(|rating| (std::cmp::Reverse(rating.weight), rating.competency));
    ratings
}

/// What the formula gives for the occupations of a role.
fn computed<'a>(draft: &Draft<'a>, codes: &Codes<'a>) -> Vec<Rating<'a>> {
    let evidence = codes.weights(draft);
    let competencies = draft.competencies.records.iter().enumerate();
    competencies.filter_map(|(at, competency)| weigh::rate(&evidence.working(at.into(), competency))).collect()
}

fn stated_ratings<'a>(draft: &Draft<'a>, written: &Written<'a>, faults: &mut Faults) -> Vec<Rating<'a>> {
    let Some(said) = written.competencies else { return Vec::new() };
    let rating = |stated: &'a schema::StatedRating| {
        let competency = draft.competencies.look_up(said.file, &stated.competency)?;
        if stated.weight.value > 100 {
            let message = format!("the weight {} is over 100", stated.weight.value);
            return Err(Diagnostic::at(said.file, place(&stated.weight), "crooked-weight", message));
        }
        Ok(Rating {
            competency: competency.into(),
            weight: stated.weight.value,
            level: stated.level.map(Proficiency::score),
            confidence: Confidence::C,
            parts: Parts::default(),
            estimate: Some(stated.why.as_deref().unwrap_or("")),
            origin: said.origin,
        })
    };
    twice(said.file, said.value.iter().map(|stated| &stated.competency), faults);
    said.value.iter().filter_map(|stated| faults.keep(rating(stated))).collect()
}

fn tools(
    draft: &Draft<'_>,
    known: &mut Known<'_>,
    written: &Written<'_>,
    codes: &Codes<'_>,
    faults: &mut Faults,
) -> Vec<ToolUse> {
    let Some(said) = written.tools else { return Vec::new() };
    let demands = known.demand.entry(codes.onet.clone()).or_default();
    let shares = known.shares.entry(codes.usage.clone()).or_default();
    let mut tool = |wanted: &schema::ToolUse| {
        let at = draft.tools.look_up(said.file, &wanted.tool)?;
        let Demand { hot, in_demand, marked_by } = *demands.entry(at).or_insert_with(|| demand(draft, at, codes));
        Ok(ToolUse {
            tool: at.into(),
            proficiency: wanted.proficiency,
            in_demand,
            hot,
            marked_by,
            share: *shares.entry(at).or_insert_with(|| share(draft, at, codes)),
            origin: said.origin,
        })
    };
    twice(said.file, said.value.iter().map(|wanted| &wanted.tool), faults);
    said.value.iter().filter_map(|wanted| faults.keep(tool(wanted))).collect()
}

/// Notes each word that a list has twice.
fn twice<'w>(file: &str, words: impl Iterator<Item = &'w Word>, faults: &mut Faults) {
    let mut seen: HashSet<&str> = HashSet::new();
    for word in words {
        if !seen.insert(&word.value) {
            let message = format!("`{}` stands in this list twice", word.value.escape_debug());
            faults
                .0
                .push(Diagnostic::at(file, place(word), "duplicate-entry", message).help("take one of the two out"));
        }
    }
}

fn demand(draft: &Draft<'_>, tool: usize, codes: &Codes<'_>) -> Demand {
    let names = &draft.tools.records[tool].onet;
    let mut demand = Demand::default();
    for (order, at) in codes.onet.iter().enumerate() {
        for technology in draft.evidence.onet[*at].technologies.iter().filter(|t| names.contains(&t.name)) {
            demand.hot |= technology.hot;
            demand.in_demand |= technology.in_demand;
            demand.marked_by |= 1 << order.min(7);
        }
    }
    demand
}

/// The share of the first survey label that names the tool.
fn share(draft: &Draft<'_>, tool: usize, codes: &Codes<'_>) -> Option<Share> {
    let names = &draft.tools.records[tool].surveys;
    codes.usage.iter().map(|at| &draft.evidence.usage[*at]).find_map(|usage| {
        let (_, share) = usage.shares.iter().find(|(name, _)| names.contains(name))?;
        let percent = (share * 100.0 + 0.5 + 1e-6).floor().clamp(0.0, 100.0) as u8;
        Some(Share { source: usage.source, percent, respondents: usage.respondents })
    })
}

/// Salaries that the role states, then the published labels that stand for it.
fn pay(draft: &Draft<'_>, written: &Written<'_>, stated: &[PayLabel], faults: &mut Faults) -> Vec<PayLabel> {
    let mut pay = stated.to_vec();
    let Some(said) = written.pay else { return pay };
    for wanted in said.value {
        let Some(source) = faults.keep(draft.source(said.file, &wanted.source)) else { continue };
        let series = draft.labels.get(&(source, wanted.label.value.as_ref())).cloned().unwrap_or_default();
        if series.is_empty() {
            faults.0.push(unknown_label(draft, source, said.file, wanted));
        }
        let label = |series| PayLabel { series, quality: wanted.quality, origin: said.origin };
        pay.extend(series.into_iter().map(label));
    }
    pay
}

fn unknown_label(
    draft: &Draft<'_>,
    source: crate::catalog::model::SourceIx,
    file: &str,
    wanted: &schema::PayLabel,
) -> Diagnostic {
    let labels = draft.labels.keys().filter(|(of, _)| *of == source).map(|(_, label)| *label);
    let nearest = draft.sparing.nearest(file, &wanted.label.value, labels);
    let message = format!("`{}` has no pay label `{}`", wanted.source.value, wanted.label.value.escape_debug());
    let fault = Diagnostic::at(file, place(&wanted.label), "unknown-pay-label", message);
    Diagnostic { help: suggest::did_you_mean(&nearest), ..fault }
}

/// Lays the salaries that a role states: each becomes a row of a series of its own label.
pub fn stated_pay<'a>(draft: &mut Draft<'a>, written: &Written<'a>, faults: &mut Faults) -> Vec<PayLabel> {
    let Some(said) = written.salary else { return Vec::new() };
    let label = written.title.map_or(written.id, |title| title.value.value.as_ref());
    let mut labels: Vec<PayLabel> = Vec::new();
    for stated in said.value {
        let Some(series) = faults.keep(stated_row(draft, said.file, label, stated)) else { continue };
        if labels.iter().all(|label| label.series != series) {
            labels.push(PayLabel { series, quality: crate::catalog::model::Match::Exact, origin: said.origin });
        }
    }
    labels
}

fn stated_row<'a>(
    draft: &mut Draft<'a>,
    file: &str,
    label: &'a str,
    stated: &'a schema::StatedSalary,
) -> Result<crate::catalog::model::SeriesIx, Diagnostic> {
    let source = draft.source(file, &stated.source)?;
    let figures = [&stated.p10, &stated.p25, &stated.median, &stated.p75, &stated.p90];
    let figures = figures.map(|figure| figure.as_ref().map(|figure| figure.value));
    let [p10, p25, median, p75, p90] = figures.map(|figure| figure.map(money));
    let region = draft.regions.look_up(file, &stated.region)?.into();
    let (year, n, note) = (stated.year, stated.n, stated.note.as_deref());
    let row = PayRow { region, year, n, p10, p25, median, p75, p90, biased: false, note };
    if let Some(message) = crooked(&row, figures) {
        return Err(Diagnostic::at(file, place(&stated.region), "crooked-salary", message));
    }
    let (currency, per, basis, kind) = (stated.currency.as_str(), stated.per, stated.basis, stated.kind);
    let series = Series { source, label, code: None, currency, per, basis, kind, note: None, rows: Vec::new() };
    let series = draft.lay_series(series);
    draft.replace_pay_row(series, row);
    Ok(series)
}
