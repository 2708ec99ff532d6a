//! The evidence behind what is printed, as records.

use crate::present::figures::{level_word, stated_by};
use crate::present::records::{Audience, GRADE, OWN_LEVEL, Record, Records, fields_of, has_field, joined};
use crate::present::role_competencies::ground;
use crate::present::why::{Sentences, onet_says};
use crate::present::{pay_records, preparation, sources};
use crate::view::{Because, Why, WhyCompetency, WhyMove, WhyPrepared, WhyRole, WhySalary, WhyTool};

const FIELDS: &[&str] = joined![
    &[
        "kind",
        "role",
        "id",
        "title",
        "weight",
        "proficiency",
        "confidence",
        "occupation",
        "element",
        "value",
        "strength",
        "text",
    ],
    &pay_records::NAMES,
    &[
        "countries",
        "states",
        "metros",
        "in_demand",
        "hot",
        "share",
        "reference",
        "publisher",
        "licence",
        "url",
        "credit",
        "caveat",
        "catalog",
        "fact",
        "about",
        "country",
    ]
];

pub fn records<'v>(why: &'v Why<'_>, audience: Audience) -> Records<'v> {
    let mut records = match &why.of {
        Because::Role(role) => role_records(role, audience),
        Because::Competency(competency) => competency_records(competency, audience),
        Because::Salary(rows) => rows.iter().map(|row| salary_record(row, audience)).collect(),
        Because::Tool(tool) => tool_records(tool, audience),
        Because::GettingIn(records) => prepared_records(records, preparation::getting_in_sentences, audience),
        Because::Outlook(records) => prepared_records(records, preparation::outlook_sentences, audience),
        Because::Move(moves) => moves.iter().flat_map(|it| move_records(it, audience)).collect(),
    };
    let requires = why.requires.iter();
    let requires = requires.flat_map(|it| preparation::requires_records(|| audience.record("asked-for"), it));
    records.splice(0..0, requires);
    for entry in &why.sources {
        records.push(sources::entry_record(audience.record("source"), entry));
        records.extend(
            entry.caveat.map(|caveat| audience.record("caveat").text("id", entry.source.id).text("text", caveat)),
        );
    }
    let records: Vec<Record<'_>> = records.into_iter().map(|record| record.exact("role", why.role.id)).collect();
    // Bands of grades have no levels.
    let fields: &[&str] = match has_field(&records, GRADE) {
        true => joined![FIELDS, &[GRADE]],
        false => fields_of(&records, FIELDS, joined![FIELDS, &[OWN_LEVEL]]),
    };
    Records { fields, records }
}

fn role_records<'v>(role: &'v WhyRole<'_>, audience: Audience) -> Vec<Record<'v>> {
    let mut records: Vec<Record> = Vec::new();
    for occupation in &role.occupations {
        records.push(
            audience
                .record("occupation")
                .text("source", occupation.scheme)
                .text("occupation", occupation.code)
                .text("title", occupation.title),
        );
    }
    records.extend(role.competencies.iter().map(|it| competency_record(it, audience)));
    for label in &role.labels {
        records.push(
            audience
                .record("pay-label")
                .text("match", label.quality)
                .text("source", label.source)
                .text("label", label.label)
                .said(format!("countries {}, states {}, metros {}", label.countries, label.states, label.metros))
                .exact("countries", label.countries.to_string())
                .exact("states", label.states.to_string())
                .exact("metros", label.metros.to_string()),
        );
    }
    records
}

fn competency_record<'v>(competency: &'v crate::view::Competency<'_>, audience: Audience) -> Record<'v> {
    let weight = competency.weight.to_string();
    audience
        .record("competency")
        .text("id", competency.competency.id)
        .exact("title", competency.competency.title)
        .number("weight", weight.clone(), weight)
        .said(level_word(competency.proficiency, competency.own_level.as_ref()))
        .exact("proficiency", competency.proficiency.unwrap_or(""))
        .own_level(competency.own_level.as_ref())
        .text("confidence", competency.confidence.to_string())
        .said(ground(competency))
}

fn competency_records<'v>(why: &'v WhyCompetency<'_>, audience: Audience) -> Vec<Record<'v>> {
    let mut records = vec![competency_record(&why.competency, audience)];
    records.extend(why.arithmetic.iter().map(|step| audience.record("arithmetic").text("text", step.clone())));
    records.extend(why.competency.expects.iter().map(|says| audience.record("expects").text("text", *says)));
    for row in &why.rows {
        records.push(
            audience
                .record("evidence")
                .text("source", row.source.id)
                .text("match", row.quality)
                .text("occupation", row.record)
                .text("element", row.name)
                .text("value", row.value.clone())
                .said(if row.strength == "weak" { "points to it" } else { "" })
                .exact("strength", row.strength),
        );
    }
    records
}

fn salary_record<'v>(row: &'v WhySalary<'_>, audience: Audience) -> Record<'v> {
    pay_records::record(audience.record(if row.shown { "shown" } else { "passed-over" }), &row.pay)
}

fn tool_records<'v>(why: &'v WhyTool<'_>, audience: Audience) -> Vec<Record<'v>> {
    let tool = &why.tool;
    let yes = |is: bool| if is { "yes" } else { "no" };
    let mut records = vec![
        audience
            .record("tool")
            .text("id", tool.tool.id)
            .text("title", tool.tool.title)
            .text("proficiency", tool.proficiency)
            .said("proficiency is editorial")
            .exact("in_demand", yes(tool.in_demand))
            .exact("hot", yes(tool.hot)),
        audience.record("onet").text("text", onet_says(why)),
    ];
    records.extend(tool.share.map(|share| {
        let percent = share.percent.to_string();
        audience
            .record("share")
            .number("share", format!("{percent}%"), percent)
            .said(format!("n={}", share.respondents))
            .exact("n", share.respondents.to_string())
            .text("source", share.source.id)
    }));
    records
}

fn move_records<'v>(why: &'v WhyMove<'_>, audience: Audience) -> Vec<Record<'v>> {
    let kind = match why.kind {
        "prerequisite" => "prerequisite",
        "next" => "next",
        "lateral" => "lateral",
        _ => "related",
    };
    let record = audience.record(kind).text("id", why.edge.role.id).text("title", why.edge.role.title);
    let mut records = vec![record.said(stated_by(&why.edge.support))];
    for statement in &why.statements {
        records.push(
            audience
                .record("stated")
                .text("source", statement.source)
                .text("text", statement.stated)
                .text("reference", statement.reference),
        );
    }
    records
}

fn prepared_records<'v>(records: &'v [WhyPrepared<'_>], say: Sentences, audience: Audience) -> Vec<Record<'v>> {
    let facts = |it: &'v WhyPrepared<'_>| {
        let kind = if it.shown { "shown" } else { "passed-over" };
        preparation::records(|| audience.record(kind), std::slice::from_ref(&it.of), say)
    };
    records.iter().flat_map(facts).collect()
}
