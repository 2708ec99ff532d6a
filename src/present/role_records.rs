//! A role's page as records: a fact a line, a row a fact.

use crate::present::figures::{graded_title, leaving, level_word, stated_by};
use crate::present::grades;
use crate::present::pay_records;
use crate::present::preparation;
use crate::present::records::{Audience, OWN_LEVEL, Record, Records, fields_of, joined};
use crate::present::role::{flags, named, share};
use crate::present::role_competencies::{Separated, ground};
use crate::view::{Alias, Competency, Edge, Entry, Occupation, RolePage, RolePages, Rung, Stated, Tool};

/// The fields of `show` under a header. `role` is the role that a row speaks of, and `id` what it says
/// of it.
const FIELDS: &[&str] = joined![
    &[
        "kind",
        "role",
        "id",
        "title",
        "family",
        "level",
        "track",
        "rank",
        "catalogs",
        "text",
        "weight",
        "band",
        "difference",
        "proficiency",
        "level_score",
        "confidence",
        "rated_by",
        "readings",
        "judged",
        "outside",
        "contested",
    ],
    &pay_records::NAMES,
    &["group", "in_demand", "hot", "share", "respondents", "editorial", "language", "fact", "about", "country",],
    &pay_records::BESIDE,
    &grades::FIELDS
];

pub fn records<'v>(pages: &'v RolePages<'_>, audience: Audience) -> Records<'v> {
    let is_alone = pages.roles.len() == 1;
    let records: Vec<Record<'_>> = pages.roles.iter().flat_map(|page| page_records(page, is_alone, audience)).collect();
    Records { fields: fields_of(&records, FIELDS, joined![FIELDS, &[OWN_LEVEL]]), records }
}

/// Where an answer holds several roles, the role's id is the second column.
struct OfRole<'p> {
    audience: Audience,
    id: &'p str,
    is_alone: bool,
}

impl<'p> OfRole<'p> {
    fn record(&self, kind: &'static str) -> Record<'p> {
        match self.is_alone {
            true => self.audience.record(kind).exact("role", self.id),
            false => self.audience.record(kind).text("role", self.id),
        }
    }
}

fn page_records<'v>(page: &'v RolePage<'_>, is_alone: bool, audience: Audience) -> Vec<Record<'v>> {
    let of = OfRole { audience, id: page.role.id, is_alone };
    let mut records = if page.summary.is_some() { head_records(page, &of) } else { Vec::new() };
    let summary = page.summary.filter(|summary| !summary.is_empty());
    records.extend(summary.map(|summary| of.record("summary").text("text", summary)));
    if let Some(competencies) = &page.competencies {
        records.extend(competencies.iter().map(|competency| competency_record(&of, competency)));
        let expects = |competency: &'v Competency<'_>| {
            let record = |says: &&'v str| {
                let record = of.record("expects").exact("id", competency.competency.id);
                record.text("title", competency.competency.title).text("text", *says)
            };
            competency.expects.iter().map(record).collect::<Vec<_>>()
        };
        records.extend(competencies.iter().flat_map(expects));
        if competencies.is_empty() {
            records.push(of.record("competency").said("no evidence"));
        }
    }
    records.extend(grades::records(|kind| of.record(kind), &page.grades));
    if let Some(salary) = &page.salary {
        records.extend(salary.iter().map(|row| pay_records::record(of.record("salary"), row)));
        if salary.is_empty() {
            records.push(of.record("salary").said("no public figure"));
        }
        let top = |row| pay_records::record(of.record("top-of-market"), row);
        records.extend(page.top_of_market.iter().map(top));
    }
    records.extend(page.tools.iter().flatten().map(|tool| tool_record(&of, tool)));
    records.extend(prepared_records(page, &of));
    if let Some(career) = &page.career {
        records.extend(edges(&of, "prerequisite", &career.prerequisites));
        records.extend(edges(&of, "next", &career.next));
        if career.next.is_empty() {
            records.push(of.record("next").said("none listed yet"));
        }
        records.extend(edges(&of, "lateral", &career.lateral));
        records.extend(edges(&of, "related", &career.related));
    }
    if page.summary.is_some() {
        records.extend(outside_records(page, &of));
    }
    records.extend(page.day.iter().flatten().map(|paragraph| of.record("day").text("text", paragraph.as_ref())));
    // What a grade is paid says its own; what the whole role is paid is no grade's.
    let is_pay = |record: &Record<'_>| ["salary", "top-of-market"].contains(&record.kind);
    let at_grade = |record: Record<'v>| match is_pay(&record) {
        true => record,
        false => record.of_grade(page.role.grade.as_ref()),
    };
    records.into_iter().map(at_grade).collect()
}

/// What sources say of getting in and of the outlook.
fn prepared_records<'v>(page: &'v RolePage<'_>, of: &OfRole<'v>) -> Vec<Record<'v>> {
    let mut records = Vec::new();
    if let Some(section) = &page.getting_in {
        let make = || of.record("getting-in");
        records.extend(section.requires.iter().flat_map(|it| preparation::requires_records(make, it)));
        records.extend(preparation::records(make, &section.records, preparation::getting_in_sentences));
        records.extend(records.is_empty().then(|| make().said("no public figure")));
    }
    if let Some(outlook) = &page.outlook {
        let make = || of.record("outlook");
        let told = preparation::records(make, outlook, preparation::outlook_sentences);
        records.extend(told.is_empty().then(|| make().said("no public figure")));
        records.extend(told);
    }
    records
}

/// What the head of a page says. It comes with the summary: who asks for the tools gets the tools.
fn head_records<'v>(page: &'v RolePage<'_>, of: &OfRole<'v>) -> Vec<Record<'v>> {
    let mut records =
        vec![named(of.audience.record("role").exact("id", page.role.id), &page.role).exact("rank", page.role.rank)];
    let stated =
        |by: &'v Stated<'_>| of.record("stated").text("catalogs", by.catalog).text("text", by.fields.join(", "));
    records.extend(page.stated.iter().map(stated));
    records.extend(page.url.as_deref().map(|url| of.record("url").text("text", url)));
    let alias = |it: &'v Alias<'_>| of.record("alias").text("title", it.name).exact("source", it.source.id);
    records.extend(page.aliases.iter().map(alias));
    let replaced = |old: &'v Entry<'_>| of.record("replaces").text("id", old.id).text("title", old.title);
    records.extend(page.replaces.iter().map(replaced));
    records.extend(page.ladder.iter().map(|rung| rung_record(of, rung)));
    records
}

/// Outside codes and names in other languages.
fn outside_records<'v>(page: &'v RolePage<'_>, of: &OfRole<'v>) -> Vec<Record<'v>> {
    let mut records = Vec::new();
    for translation in &page.translations {
        let record = |name: &'v String| {
            let record = of.record("name").text("language", translation.language.as_str()).text("title", name.as_str());
            record.exact("source", translation.source.id)
        };
        records.extend(translation.names.iter().map(record));
    }
    let occupation = |it: &'v Occupation<'_>| {
        of.record("occupation").text("source", it.scheme).text("id", it.code).text("title", it.title)
    };
    records.extend(page.occupations.iter().map(occupation));
    records
}

fn rung_record<'v>(of: &OfRole<'v>, rung: &'v Rung<'_>) -> Record<'v> {
    let record = of.record("rung").text("level", rung.step).exact("rank", rung.rank);
    match &rung.role {
        Some(role) => record.text("id", role.id).text("title", role.title),
        None => record.said("none in the catalog"),
    }
}

fn competency_record<'v>(of: &OfRole<'v>, competency: &'v Competency<'_>) -> Record<'v> {
    of.record("competency")
        .exact("id", competency.competency.id)
        .text("title", competency.competency.title)
        .number("weight", competency.weight, competency.weight)
        .exact_or_none("band", competency.band.map(|it| Separated([it.low, it.median, it.high], ",")))
        .exact_or_none("difference", competency.difference)
        .said(level_word(competency.proficiency, competency.own_level.as_ref()))
        .exact("proficiency", competency.proficiency.unwrap_or(""))
        .exact_or_none("level_score", competency.level)
        .own_level(competency.own_level.as_ref())
        .text("confidence", competency.confidence.to_string())
        .said(ground(competency))
        .exact("rated_by", competency.basis)
        .exact("readings", Separated(&competency.readings, ","))
        .exact_or_none("judged", competency.judged)
        .exact_or_none("outside", competency.outside)
        .exact("contested", if competency.contested { "yes" } else { "no" })
        .exact("note", competency.editorial.unwrap_or(""))
}

fn tool_record<'v>(of: &OfRole<'v>, tool: &'v Tool<'_>) -> Record<'v> {
    let yes = |is: bool| if is { "yes" } else { "no" };
    let evidence: Vec<String> =
        [flags(tool).to_owned(), share(tool)].into_iter().filter(|part| !part.is_empty()).collect();
    of.record("tool")
        .exact("id", tool.tool.id)
        .text("title", tool.tool.title)
        .text("group", tool.group)
        .text("proficiency", tool.proficiency)
        .said(if evidence.is_empty() { "editorial".to_owned() } else { evidence.join("; ") })
        .exact("in_demand", yes(tool.in_demand))
        .exact("hot", yes(tool.hot))
        .exact_or_none("share", tool.share.map(|share| share.percent))
        .exact_or_none("respondents", tool.share.map(|share| share.respondents))
        .exact_or_none("source", tool.share.map(|share| share.source.id))
}

fn edges<'v>(of: &OfRole<'v>, kind: &'static str, edges: &'v [Edge<'_>]) -> Vec<Record<'v>> {
    let record = |edge: &'v Edge<'_>| {
        of.record(kind)
            .text("id", edge.role.id)
            .text("title", graded_title(&edge.role))
            .said(leaving(edge, stated_by(&edge.support)))
            .exact("source", super::figures::source_ids(&edge.support))
            .exact("editorial", if edge.support.editorial { "yes" } else { "no" })
    };
    edges.iter().map(record).collect()
}
