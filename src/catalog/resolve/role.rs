//! One role, from what its files state to the records that are baked.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use crate::catalog::model::{
    Alias, CompetencyIx, Day, FileText, Grade, Head, Mapping, PayLabel, Prose, Rating, Share, ToolUse, bit,
};
use crate::catalog::read::diagnostic::{Diagnostic, FileOf, Place};
use crate::catalog::read::schema;
use crate::catalog::read::schema::{Word, place};
use crate::catalog::resolve::codes::Codes;
use crate::catalog::resolve::draft::Draft;
use crate::catalog::resolve::faults::{Faults, again};
use crate::catalog::resolve::grades;
use crate::catalog::resolve::head::head;
use crate::catalog::resolve::once;
use crate::catalog::resolve::pay::StatedPay;
use crate::catalog::resolve::preparation;
use crate::catalog::resolve::ratings::{expectations, is_apart, stated_ratings};
use crate::catalog::resolve::texts;
use crate::catalog::resolve::written::{MergedRole, Stated};
use crate::catalog::score::matches;
use crate::text::hint::Hint;
use crate::text::suggest;

/// A role's records, all but those that need the other roles.
pub struct Resolved<'a> {
    pub head: Head<'a>,
    pub prose: Prose<'a>,
    pub day: Day<'a>,
    /// Encoded as its record: a quarter of what it takes decoded. Without its ratings until all roles are
    /// known, where they are computed anew.
    pub profile: Vec<u8>,
    /// How its ratings came about, encoded.
    pub terms: Vec<u8>,
    pub mapping: Mapping,
    /// What its ratings are computed from; none for a role of the catalog beneath.
    pub unweighed: Option<Unweighed<'a>>,
    /// Its files, bottom first.
    pub texts: Vec<FileText<'a>>,
    /// Its title and aliases, where a file states them.
    pub names: Vec<(FileOf<'a>, &'a Word)>,
    /// Titles that another catalog replaced.
    pub former: Vec<&'a str>,
    pub prerequisites: Vec<Link<'a>>,
    pub lateral: Vec<Link<'a>>,
    /// The roles that it stands for.
    pub replaces: Vec<Link<'a>>,
    pub ladder: Option<LadderLink<'a>>,
    pub grades: Vec<Grade<'a>>,
    /// The catalog whose file states its grades; none of a role of the catalog beneath.
    pub graded_by: Option<u8>,
    /// Where its rank is said; none for a role of the catalog beneath.
    pub rank_at: Option<(FileOf<'a>, Place)>,
}

/// What a role's files say of its ladder.
#[derive(Clone, Copy)]
pub struct LadderLink<'a> {
    /// The base role's id.
    pub of: &'a str,
    /// What the rung is called; none where the name of the rank serves.
    pub step: Option<&'a str>,
    /// The base role of the ladder that this one joins, where the role is a base.
    pub joins: Option<&'a str>,
    /// Where it is said; none for a role of the catalog beneath.
    pub place: Option<(FileOf<'a>, Place)>,
}

/// What is known of a role's ratings before all roles are.
pub struct Unweighed<'a> {
    pub links: Vec<matches::Link>,
    /// What its file states itself.
    pub stated: Vec<Rating<'a>>,
    /// What it puts on a scale of its own, on which nobody says what a step stands for.
    pub apart: Vec<CompetencyIx>,
}

/// Another role, as a role names it.
#[derive(Clone, Copy)]
pub struct Link<'a> {
    pub id: &'a str,
    pub origin: u8,
    /// Where it is named; none for a role of the catalog beneath.
    pub place: Option<(FileOf<'a>, Place)>,
    /// The grade of it that is named, and where.
    pub grade: Option<(&'a str, Option<(FileOf<'a>, Place)>)>,
}

/// What was computed for one role and serves others that map to the same occupations.
#[derive(Default)]
pub struct Memo<'a> {
    /// By occupations, then by tool.
    demand: HashMap<Vec<&'a str>, HashMap<usize, Demand>>,
    /// By survey labels, then by tool.
    shares: HashMap<Vec<usize>, HashMap<usize, Option<Share>>>,
}

/// O*NET's flags for a tool in any of a role's occupations, and which of them have it, as bits.
#[derive(Clone, Copy, Default)]
struct Demand {
    hot: bool,
    in_demand: bool,
    marked_by: u32,
}

/// Resolves a role against the draft's tables, with the salaries that it states.
pub fn resolve<'a>(
    draft: &Draft<'a>,
    known: &mut Memo<'a>,
    written: &MergedRole<'a>,
    stated_pay: &StatedPay,
    faults: &mut Faults,
) -> Option<Resolved<'a>> {
    if written.hidden && written.title.is_none() {
        faults.0.push(hides_nothing(draft, written));
        return None;
    }
    let codes = Codes::follow(draft, written, faults);
    let head = head(draft, written, &codes, faults);
    once::look_in_role(written, written.salary.and_then(|said| draft.defaults_of(said.file)), faults);
    texts::look_in_role(written, faults);
    texts::look_in_requires(written, faults);
    crooked_moves(written, faults);
    let (stated, placed) = stated_ratings(draft, written, faults);
    let apart = placed.iter().map(|it| it.competency).filter(|it| is_apart(&stated, *it)).collect();
    let tools = tools(draft, known, written, &codes, faults);
    let pay = pay(draft, written, &stated_pay.own, faults);
    let preparation = draft.preparation_of(written, faults);
    let expectations = expectations(draft, written, faults);
    let grades = grades::grades(draft, written, &stated_pay.grades, faults);
    if head.is_none() {
        unknown_moves(draft, written, faults);
    }
    let prose = Prose {
        summary: written.summary.map_or("", |said| said.value.value.trim_end()),
        aliases: aliases(draft, written),
        occupations: codes.occupations,
        requires: preparation::requires(written),
        replaces: written.replaces.iter().flat_map(|said| &said.value.0).map(|word| &*word.value).collect(),
    };
    let day = written.day.iter().flat_map(|day| day.value).map(|paragraph| paragraph.value.trim_end()).collect();
    let title = written.title.map(|title| (title.file, title.value)).into_iter();
    let aliases_of = |said: Stated<'a, Vec<Word>>| said.value.iter().map(move |word| (said.file, word));
    Some(Resolved {
        head: head?,
        prose,
        day: Day::Plain(day),
        profile: encoded(&(tools, pay, preparation, expectations, placed)),
        terms: Vec::new(),
        mapping: Mapping::default(),
        unweighed: Some(Unweighed { links: codes.links, stated, apart }),
        texts: written.texts.clone(),
        names: title.chain(written.aliases.into_iter().flat_map(aliases_of)).chain(grades::names(written)).collect(),
        former: written.former.clone(),
        prerequisites: links(written.id, written.prerequisites),
        lateral: links(written.id, written.lateral),
        replaces: replaced(written.replaces),
        ladder: written.ladder.map(ladder),
        grades,
        graded_by: written.grades.map(|said| said.file.catalog),
        rank_at: written.level.map(|said| (said.file, place(said.value))),
    })
}

fn ladder<'a>(said: Stated<'a, schema::LadderStep>) -> LadderLink<'a> {
    let schema::LadderStep { of, step, joins } = said.value;
    let text = |word: &'a Word| word.value.as_ref();
    LadderLink {
        of: text(of),
        step: step.as_ref().map(text),
        joins: joins.as_ref().map(text),
        place: Some((said.file, place(of))),
    }
}

/// Returns a record as it is baked.
pub fn encoded(record: &impl Serialize) -> Vec<u8> {
    let mut bytes = postcard::to_allocvec(record).expect("every record has a length that is known");
    bytes.shrink_to_fit();
    bytes
}

/// The roles that a list names, but the one that it belongs to: that is a fault of its own.
fn links<'a>(id: &str, said: Option<Stated<'a, Vec<schema::MoveEnd>>>) -> Vec<Link<'a>> {
    let link = |file: FileOf<'a>, end: &'a schema::MoveEnd| Link {
        id: &end.value,
        place: Some((file, place(end))),
        origin: file.catalog,
        grade: end.grade.as_ref().map(|grade| (grade.value.trim(), Some((file, place(grade))))),
    };
    let links = said.iter().flat_map(|said| said.value.iter().map(|end| link(said.file, end)));
    links.filter(|link| link.id != id).collect()
}

fn replaced<'a>(said: Option<Stated<'a, schema::OneOrMore>>) -> Vec<Link<'a>> {
    let of = |said: Stated<'a, schema::OneOrMore>| {
        let link = move |word: &'a Word| Link {
            id: &word.value,
            place: Some((said.file, place(word))),
            origin: said.file.catalog,
            grade: None,
        };
        said.value.0.iter().map(link)
    };
    said.into_iter().flat_map(of).collect()
}

/// Notes moves of a role to itself.
fn crooked_moves(written: &MergedRole<'_>, faults: &mut Faults) {
    for said in [written.prerequisites, written.lateral].into_iter().flatten() {
        for word in said.value.iter().filter(|word| *word.value == *written.id) {
            let message = format!("`{}` cannot lead to itself", written.id);
            let fault = Diagnostic::at(said.file, place(word), "crooked-move", message);
            faults.0.push(fault.help("take it out of its own list"));
        }
    }
}

/// Notes the roles that are not there of a role that no other can be joined to.
fn unknown_moves<'a>(draft: &Draft<'a>, written: &MergedRole<'a>, faults: &mut Faults) {
    for said in [written.prerequisites, written.lateral].into_iter().flatten() {
        said.value.iter().filter_map(|word| draft.role(said.file, word).err()).for_each(|fault| faults.0.push(fault));
    }
}

/// Retiring a role that no catalog beneath has is a mistyped name, and one fault.
fn hides_nothing(draft: &Draft<'_>, written: &MergedRole<'_>) -> Diagnostic {
    let others = draft.named.iter().copied().filter(|id| *id != written.id);
    let message = format!("no catalog beneath has a role `{}` to hide", written.id);
    let help = suggest::did_you_mean(&suggest::nearest(written.id, others, 3)).map(Hint::from);
    Diagnostic { help, ..Diagnostic::of_file(written.file, "unknown-role", message) }
}

/// The role's own aliases, then those that a source gives it.
fn aliases<'a>(draft: &Draft<'a>, written: &MergedRole<'a>) -> Vec<Alias<'a>> {
    let editorial = draft.editorial();
    let own = written.aliases.iter().flat_map(|said| said.value);
    let mut aliases: Vec<Alias<'a>> = own.map(|alias| Alias { name: alias.value.trim(), source: editorial }).collect();
    let sourced = draft.titles_of(written.id).filter(|titles| titles.language == "en");
    for titles in sourced {
        aliases.extend(titles.names.iter().map(|name| Alias { name, source: titles.source }));
    }
    aliases
}

fn tools<'a>(
    draft: &Draft<'a>,
    known: &mut Memo<'a>,
    written: &MergedRole<'a>,
    codes: &Codes<'a>,
    faults: &mut Faults,
) -> Vec<ToolUse> {
    let Some(said) = written.tools else { return Vec::new() };
    let demands = known.demand.entry(codes.equipped.clone()).or_default();
    let shares = known.shares.entry(codes.usage.clone()).or_default();
    let mut tool = |wanted: &schema::ToolUse| {
        let at = draft.tool(said.file, &wanted.tool)?;
        let Demand { hot, in_demand, marked_by } = *demands.entry(at).or_insert_with(|| demand(draft, at, codes));
        Ok(ToolUse {
            tool: at.into(),
            proficiency: wanted.proficiency,
            in_demand,
            hot,
            marked_by,
            share: *shares.entry(at).or_insert_with(|| share(draft, at, codes)),
            origin: said.file.catalog,
        })
    };
    let mut tools: Vec<ToolUse> = Vec::with_capacity(said.value.len());
    let mut seen = HashSet::new();
    for wanted in said.value {
        let Some(tool) = faults.keep(tool(wanted)) else { continue };
        match seen.insert(tool.tool) {
            true => tools.push(tool),
            false => faults.0.push(again(said.file, &wanted.tool, draft.tools.records[tool.tool.at()].id)),
        }
    }
    tools
}

fn demand(draft: &Draft<'_>, tool: usize, codes: &Codes<'_>) -> Demand {
    let names = &draft.tools.records[tool].onet;
    let mut demand = Demand::default();
    for (order, code) in codes.equipped.iter().enumerate() {
        for technology in draft.technologies(code).filter(|technology| names.contains(&technology.name)) {
            demand.hot |= technology.hot;
            demand.in_demand |= technology.in_demand;
            demand.marked_by |= bit(order);
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
fn pay(draft: &Draft<'_>, written: &MergedRole<'_>, stated: &[PayLabel], faults: &mut Faults) -> Vec<PayLabel> {
    let mut pay = stated.to_vec();
    let Some(said) = written.pay else { return pay };
    for wanted in said.value {
        let Some(series) = faults.keep(draft.published(said.file, wanted)) else { continue };
        let label = |series| PayLabel { series, quality: wanted.quality, origin: said.file.catalog, is_stated: false };
        pay.extend(series.into_iter().map(label));
    }
    pay
}
