//! Getting in, and outlook: a sentence each, with what it is of, where, when and of how many.

use crate::present::document::{Block, Column, Table};
use crate::present::figures::{signed, thousands, worded};
use crate::present::label::Label;
use crate::present::records::{Audience, Record};
use crate::present::text::{Text, labelled, row, text};
use crate::view::{AnswersOf, Band, DegreesIn, GettingIn, Growing, OneOf, Prepared, Quantiles, Requires};

/// The section on getting in.
pub fn getting_in(section: &GettingIn<'_>, blocks: &mut Vec<Block>) {
    blocks.push(Block::heading("Getting in", "what people hold and adverts ask; an occupation is not a grade"));
    blocks.extend(section.requires.iter().map(|it| Block::paragraph(requires(it))));
    facts(section.records.iter().filter_map(of_record).collect(), blocks);
    if section.records.is_empty() && section.requires.is_none() {
        blocks.push(Block::paragraph("No public figure."));
    }
}

/// The section on where the occupation is heading.
pub fn outlook(records: &[Prepared<'_>], blocks: &mut Vec<Block>) {
    blocks.push(Block::heading("Outlook", "of the occupation, not of the grade"));
    facts(records.iter().flat_map(of_occupation).collect(), blocks);
    if records.is_empty() {
        blocks.push(Block::paragraph("No public figure."));
    }
}

/// Facts behind their names.
pub fn facts(rows: Vec<Vec<Text>>, blocks: &mut Vec<Block>) {
    let columns = vec![Column::text("fact"), Column::text("")];
    blocks.extend((!rows.is_empty()).then_some(Block::Table(Table { columns, rows, titled: false })));
}

/// What a record says of getting in, in one row; nothing where it says nothing of it.
fn of_record(record: &Prepared<'_>) -> Option<Vec<Text>> {
    let said = getting_in_sentences(record);
    let (first, _) = said.first()?;
    let texts = said.iter().enumerate().map(|(at, (name, text))| behind(at, name, text));
    let of = labelled(Label::Aside, &format!("({})", of(record)));
    Some(row![labelled(Label::Aside, first), text![Text::join(texts, "; "), " ", of]])
}

/// What a record says of the outlook, a row a fact, and below them of what.
fn of_occupation(record: &Prepared<'_>) -> Vec<Vec<Text>> {
    let said = outlook_sentences(record).into_iter().map(|(name, text)| row![labelled(Label::Aside, name), text]);
    let mut rows: Vec<Vec<Text>> = said.collect();
    if !rows.is_empty() {
        rows.push(row![labelled(Label::Aside, "of"), labelled(Label::Aside, &of(record))]);
    }
    rows
}

/// What a record says first stands in a column of names; further names stand within.
fn behind(at: usize, name: &str, text: &str) -> Text {
    if at == 0 { text.into() } else { text![labelled(Label::Aside, name), ": ", text] }
}

/// "“Software Developers”, occupation, not grade, proxy, United States, 2025, BLS projections 2034".
pub fn of(record: &Prepared<'_>) -> String {
    let mut parts = vec![worded(record.title)];
    match record.about {
        "occupation" => parts.push("occupation, not grade".to_owned()),
        "work-role" => parts.push("work role of the employer's own staff".to_owned()),
        _ => {}
    }
    parts.push(record.quality.to_owned());
    parts.push(record.country.name.to_owned());
    parts.extend(record.year.map(|year| year.to_string()));
    parts.push(record.source.short.to_owned());
    parts.join(", ")
}

/// "proxy, United States 2025, BLS projections 2034: “Chief executives”", under a heading that says what an
/// occupation is.
pub fn of_in_short(record: &Prepared<'_>) -> String {
    let year = record.year.map(|year| format!(" {year}")).unwrap_or_default();
    let (quality, country, source) = (record.quality, record.country.name, record.source.short);
    let told = if source.ends_with(&year) { String::new() } else { year };
    match quality {
        "exact" => format!("{quality}, {country}{told}, {source}"),
        _ => format!("{quality}, {country}{told}, {source}: {}", worded(record.title)),
    }
}

/// "asked for by acme: years: five; education: none".
pub fn requires(it: &Requires<'_>) -> Text {
    let mut parts = Vec::new();
    parts.extend(it.years.map(|years| format!("years: {years}")));
    parts.extend(it.education.map(|education| format!("education: {education}")));
    let certificates = it.certificates.join(", ");
    parts.extend((!certificates.is_empty()).then(|| format!("certificates: {certificates}")));
    text![labelled(Label::Aside, &format!("asked for by {}:", it.catalog)), " ", parts.join("; ")]
}

/// What a record says of getting in: a name and a text each.
pub fn getting_in_sentences(record: &Prepared<'_>) -> Vec<(&'static str, String)> {
    let mut said = Vec::new();
    said.extend(record.years_held.map(|years| ("years held", spread(&years, 1.0) + &counted(record))));
    said.extend(record.months_asked.map(|asked| {
        let of = format!("{} of {} adverts ask", thousands(asked.months.n.into()), thousands(asked.adverts.into()));
        ("years asked", format!("{}; {of}", spread(&asked.months, 12.0)))
    }));
    said.extend(record.entry_education.map(|education| ("typical on entry", education.to_owned())));
    said.extend(record.related_experience.map(|it| ("experience", it.to_owned())));
    said.extend(record.training.map(|it| ("training", it.to_owned())));
    said.extend(record.education_needed.as_ref().map(|it| ("education needed", answers(it))));
    said.extend(record.experience_needed.as_ref().map(|it| ("experience needed", answers(it))));
    if record.education_needed.is_none() {
        said.extend(record.job_zone.map(|zone| ("preparation", format!("{zone} of 5"))));
    }
    said.extend((!record.education_held.is_empty()).then(|| ("education held", held(record))));
    said.extend(record.diploma.map(|it| {
        let span =
            if it.lowest == it.highest { it.lowest.to_owned() } else { format!("{} to {}", it.lowest, it.highest) };
        ("diploma", if it.mentions_experience { format!("{span}, or experience") } else { span })
    }));
    said.extend(record.degrees_held.first().map(|degrees| ("degrees held", self::degrees(degrees, record))));
    said.extend(record.certificates.iter().map(|level| (proficiency(level), one_of(level))));
    said
}

/// What a record says of the outlook.
pub fn outlook_sentences(record: &Prepared<'_>) -> Vec<(&'static str, String)> {
    let mut said = Vec::new();
    said.extend(record.people.map(|people| ("people", thousands(people.into()))));
    said.extend(record.growth.map(|growth| ("growth", grows(&growth, record))));
    said.extend(record.change_a_year.map(|change| ("change a year", signed(change))));
    said.extend(record.openings_a_year.map(|openings| ("openings a year", thousands(openings.into()))));
    said.extend(record.reason.map(|reason| ("why", reason.to_owned())));
    said
}

/// "+15.8% from 2024 to 2034, beside +3.1% of Total, all occupations".
fn grows(growth: &Growing, record: &Prepared<'_>) -> String {
    let beside: Vec<String> =
        record.beside.iter().map(|it| format!("{} of “{}”", percent_change(it.percent), it.title)).collect();
    let text = format!("{} from {} to {}", percent_change(growth.percent), growth.from, growth.to);
    if beside.is_empty() { text } else { format!("{text}, beside {}", beside.join(" and ")) }
}

/// "+15.8%".
pub fn percent_change(percent: f64) -> String {
    format!("{percent:+.1}%")
}

/// "7 in the middle, 5 to 10 for half of them, n=1,671"; months are told in years.
fn spread(it: &Quantiles, months: f64) -> String {
    let [from, middle, to] = [it.p25, it.median, it.p75].map(|value| number(value / months));
    let span = if from == to { from } else { format!("{from} to {to}") };
    format!("{middle} in the middle, {span} for half of them, {}", people(it))
}

/// "n=1,671"; "n=13, few".
pub fn people(it: &Quantiles) -> String {
    format!("n={}{}", thousands(it.n.into()), if it.few { ", few" } else { "" })
}

/// "; as a manager": how years are counted, where it is not in the trade.
pub fn counted(record: &Prepared<'_>) -> String {
    record.note.map_or(String::new(), |note| format!("; {note}"))
}

/// "7 (“Senior”, n=1,671)".
pub fn years_of_title(it: &Prepared<'_>) -> String {
    it.years_held.map_or(String::new(), |years| {
        format!("{} ({}, {}{})", number(years.median), worded(it.title), people(&years), counted(it))
    })
}

/// Whole numbers without a decimal, others with one; two where one would say nothing.
pub fn number(value: f64) -> String {
    let text = if value < 1.0 { format!("{value:.2}") } else { format!("{value:.1}") };
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn answers(it: &AnswersOf<'_>) -> String {
    format!("{}, n={} {}, {}", bands(&it.bands), it.n, it.by, it.date)
}

/// "bachelor's degree 62%, below a bachelor's degree 20%": whole percents, in their order.
fn bands(bands: &[Band<'_>]) -> String {
    let band = |it: &Band<'_>| format!("{} {:.0}%", it.band, it.percent);
    bands.iter().filter(|it| it.percent >= 0.5).map(band).collect::<Vec<_>>().join(", ")
}

/// "bachelor's degree 62%, of 63,000 people": the highest education of those in an occupation.
fn held(record: &Prepared<'_>) -> String {
    let people = record.people.map_or(String::new(), |people| format!(", of {} people", thousands(people.into())));
    bands(&record.education_held) + &people
}

/// The degrees of a region; its name where it is not that of the record.
fn degrees(it: &DegreesIn<'_>, record: &Prepared<'_>) -> String {
    let place = if it.region.id == record.country.id { String::new() } else { format!(" in {}", it.region.name) };
    format!("{}, n={}{place}", bands(&it.bands), thousands(it.n.into()))
}

pub fn proficiency(level: &OneOf<'_>) -> &'static str {
    match level.proficiency {
        "basic" => "counts at basic",
        "intermediate" => "counts at intermediate",
        _ => "counts at advanced",
    }
}

fn one_of(level: &OneOf<'_>) -> String {
    let names: Vec<&str> = level.certificates.iter().map(|it| it.title).collect();
    let degree = level.or_degree.map(|degree| format!("a {degree}"));
    let all: Vec<String> = names.into_iter().map(str::to_owned).chain(degree).collect();
    format!("one of {}", all.join(", "))
}

/// A record of preparation: a fact a row.
pub fn records<'v>(
    make: impl Fn() -> Record<'v>,
    records: &'v [Prepared<'_>],
    say: impl Fn(&Prepared<'_>) -> Vec<(&'static str, String)>,
) -> Vec<Record<'v>> {
    let mut facts = Vec::new();
    for record in records {
        for (name, text) in say(record) {
            facts.push(fact(make(), record, name, text));
        }
    }
    facts
}

fn fact<'v>(record: Record<'v>, it: &'v Prepared<'_>, name: &'static str, text: String) -> Record<'v> {
    let of = match record.audience() {
        Audience::Lines => of(it),
        Audience::Fields => String::new(),
    };
    record
        .text("fact", name)
        .text("text", text)
        .said(format!("({of})"))
        .exact("id", it.record)
        .exact("title", it.title)
        .exact("about", it.about)
        .exact("country", it.country.id)
        .exact_or_none("year", it.year)
        .exact("match", it.quality)
        .exact("source", it.source.id)
}

/// What a company asks for: a fact a row.
pub fn requires_records<'v>(make: impl Fn() -> Record<'v>, it: &'v Requires<'_>) -> Vec<Record<'v>> {
    let stated = [("years asked for", it.years), ("education asked for", it.education)];
    let texts = stated.into_iter().filter_map(|(name, text)| Some((name, text?)));
    let all = texts.chain(it.certificates.iter().map(|text| ("certificate asked for", *text)));
    all.map(|(name, text)| make().text("fact", name).text("text", text).text("catalogs", it.catalog)).collect()
}
