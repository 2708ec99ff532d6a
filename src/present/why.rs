//! The evidence behind what is printed.

use crate::present::document::{Block, Column, Glyphs, Table};
use crate::present::figures::{amount, count, level, level_in_full, role_name, thousands};
use crate::present::label::Label;
use crate::present::role::occupations;
use crate::present::role_competencies::ground;
use crate::present::text::{labelled, row, text};
use crate::present::{pay, preparation, sources};
use crate::text::hint::{Ask, Hint};
use crate::view::{
    Because, EvidenceRow, Occupation, Pay, Prepared, Support, Why, WhyCompetency, WhyMove, WhyPrepared, WhyRole,
    WhySalary, WhyTool,
};

pub fn document(why: &Why<'_>, glyphs: Glyphs) -> Vec<Block> {
    let mut blocks = vec![
        Block::title(role_name(Label::Title, &why.role), why.role.id),
        Block::line(labelled(Label::Aside, &level(&why.role))),
    ];
    if let Some(requires) = &why.requires {
        blocks.push(Block::heading("Asked for", "in the catalog's own words"));
        blocks.push(Block::paragraph(preparation::requires(requires)));
    }
    match &why.of {
        Because::Role(role) => role_document(why, role, &mut blocks),
        Because::Competency(competency) => competency_document(competency, &mut blocks),
        Because::Salary(rows) => rows.iter().for_each(|row| salary_document(row, glyphs, &mut blocks)),
        Because::Tool(tool) => tool_document(tool, &mut blocks),
        Because::GettingIn(records) => prepared_document(records, preparation::getting_in_sentences, &mut blocks),
        Because::Outlook(records) => prepared_document(records, preparation::outlook_sentences, &mut blocks),
        Because::Move(moves) => moves.iter().for_each(|stated| move_document(stated, &mut blocks)),
    }
    if !why.sources.is_empty() {
        blocks.push(Block::heading("Sources", ""));
    }
    for (at, entry) in why.sources.iter().enumerate() {
        if at > 0 {
            blocks.push(Block::Gap);
        }
        blocks.extend(sources::entry_blocks(entry));
    }
    blocks
}

fn role_document(why: &Why<'_>, role: &WhyRole<'_>, blocks: &mut Vec<Block>) {
    blocks.push(Block::heading("Outside classifications", "what the readings are held against"));
    blocks.extend(occupations(&role.occupations));
    blocks.push(Block::heading("Competencies", "weight and what it rests on"));
    let row = |competency: &crate::view::Competency<'_>| {
        row![
            labelled(Label::Name, competency.competency.title),
            competency.weight.to_string(),
            competency.confidence.to_string(),
            labelled(Label::Aside, &ground(competency)),
        ]
    };
    let columns =
        vec![Column::left("competency"), Column::right("weight"), Column::left("confidence"), Column::text("rests on")];
    blocks.push(Block::Table(Table { columns, rows: role.competencies.iter().map(row).collect(), titled: true }));
    labels(role, blocks);
    let competency = role.competencies.first().map(|it| it.competency.id);
    let examples = role.region.into_iter().chain(competency);
    let examples = examples.map(|what| Hint::from(Ask::of("why").words([why.role.id, what])));
    let examples = examples.reduce(|examples, more| examples.then(", ").then(more));
    blocks.extend(examples.map(|examples| Block::Hint(Hint::from("One of them: ").then(examples))));
}

/// The labels that figures are published under; nothing where grades alone have figures.
fn labels(role: &WhyRole<'_>, blocks: &mut Vec<Block>) {
    if role.labels.is_empty() && role.region.is_some() {
        return;
    }
    blocks.push(Block::heading("Pay labels", "best first"));
    let row = |label: &crate::view::PayLabel<'_>| {
        row![label.quality, labelled(Label::Id, label.source), regions(label), labelled(Label::Name, label.label),]
    };
    let columns =
        vec![Column::left("match"), Column::left("source"), Column::left("figures of"), Column::prose("label")];
    blocks.push(Block::Table(Table { columns, rows: role.labels.iter().map(row).collect(), titled: true }));
    blocks.extend(role.labels.is_empty().then(|| Block::paragraph("None listed.")));
}

/// "2 countries, 3 states"; "the world" where it is no part of it.
fn regions(label: &crate::view::PayLabel<'_>) -> String {
    let countries =
        if label.countries == 1 { "1 country".to_owned() } else { format!("{} countries", label.countries) };
    let parts = [
        (label.countries, countries),
        (label.states, count(label.states, "state")),
        (label.metros, count(label.metros, "metro")),
    ];
    let said: Vec<String> = parts.into_iter().filter(|(number, _)| *number > 0).map(|(_, said)| said).collect();
    if said.is_empty() { "the world".to_owned() } else { said.join(", ") }
}

fn competency_document(why: &WhyCompetency<'_>, blocks: &mut Vec<Block>) {
    let competency = &why.competency;
    let aside = format!(
        "weight {} · {} · confidence {}",
        competency.weight,
        level_in_full(competency.proficiency, competency.own_level.as_ref()),
        competency.confidence
    );
    blocks.push(Block::heading(competency.competency.title, &aside));
    blocks.extend(why.arithmetic.iter().map(Block::paragraph));
    if !competency.expects.is_empty() {
        blocks.push(Block::paragraph(format!("expected: {}", competency.expects.join(" · "))));
    }
    for rows in why.rows.chunk_by(|a, b| (a.source.id, a.record) == (b.source.id, b.record)) {
        evidence_document(rows, blocks);
    }
}

/// What one record of a framework says.
fn evidence_document(rows: &[EvidenceRow<'_>], blocks: &mut Vec<Block>) {
    let first = &rows[0];
    let title =
        if first.record == first.title { first.title.to_owned() } else { format!("{} {}", first.record, first.title) };
    blocks.push(Block::heading(&format!("{}: {title}", first.source.short), first.quality));
    let row = |row: &EvidenceRow<'_>| {
        let strength = if row.strength == "weak" { "points to it" } else { "" };
        row![labelled(Label::Name, element_name(row.name)), row.value.clone(), labelled(Label::Aside, strength)]
    };
    let columns = vec![Column::text("element"), Column::left("value"), Column::left("strength")];
    blocks.push(Block::Table(Table { columns, rows: rows.iter().map(row).collect(), titled: false }));
}

/// "work activity: Developing Objectives and Strategies".
fn element_name(element: &str) -> &str {
    element.split_once(':').map_or(element, |(_, name)| name)
}

fn salary_document(row: &WhySalary<'_>, glyphs: Glyphs, blocks: &mut Vec<Block>) {
    let pay = &row.pay;
    let aside = match (row.shown, pay.top_of_market) {
        (true, _) => "the figure shown",
        (false, true) => "the top of the market",
        (false, false) => "passed over",
    };
    let grade = pay.grade.as_ref().map_or(String::new(), |grade| format!(", {}", grade.id));
    blocks.push(Block::heading(&format!("{}{grade}: {}", pay.region.name, pay.source.short), aside));
    blocks.push(Block::paragraph(format!("{}: \"{}\"", pay::marks(pay), pay.label)));
    if let Some(cut) = pay.seniority {
        let text = format!("part of \"{}\" by {}: {}", cut.of, cut.scale, cut.said);
        blocks.push(Block::paragraph(text));
    }
    blocks.push(Block::paragraph(figures(pay, glyphs)));
    blocks.extend(pay.notes.iter().map(|note| Block::note(note)));
}

fn figures(pay: &Pay<'_>, glyphs: Glyphs) -> String {
    let named = [("p10", pay.p10), ("p25", pay.p25), ("median", pay.median), ("p75", pay.p75), ("p90", pay.p90)];
    let there: Vec<String> =
        named.iter().filter_map(|(name, value)| Some(format!("{name} {}", amount((*value)?)))).collect();
    let n = pay.n.map_or_else(|| glyphs.none().to_owned(), |n| thousands(n.into()));
    format!("{} {}/{}, {}, {}, {}, n={n}", there.join(", "), pay.currency, pay.per, pay.basis, pay.kind, pay.year)
}

pub type Sentences = fn(&Prepared<'_>) -> Vec<(&'static str, String)>;

/// Each record with all that it says.
fn prepared_document(records: &[WhyPrepared<'_>], say: Sentences, blocks: &mut Vec<Block>) {
    for WhyPrepared { shown, of } in records {
        let aside = if *shown { "on the page" } else { "passed over" };
        blocks.push(Block::heading(of.source.short, aside));
        blocks.push(Block::paragraph(text![labelled(Label::Id, of.record), " ", preparation::of(of)]));
        let said = say(of).into_iter();
        blocks.extend(said.map(|(name, text)| Block::paragraph(text![labelled(Label::Aside, name), ": ", text])));
        blocks.extend(of.note.map(Block::note));
    }
}

fn tool_document(why: &WhyTool<'_>, blocks: &mut Vec<Block>) {
    let tool = &why.tool;
    blocks.push(Block::heading(tool.tool.title, tool.group));
    blocks.push(Block::paragraph(format!("proficiency {}: the catalog's own judgment", tool.proficiency)));
    blocks.push(Block::paragraph(onet_says(why)));
    let share = tool.share.map(|share| {
        format!("{}% of {} respondents worked with it: {}", share.percent, share.respondents, share.source.short)
    });
    blocks.push(Block::paragraph(
        share.unwrap_or_else(|| "no survey share for this role's kind of respondent".to_owned()),
    ));
}

pub fn onet_says(why: &WhyTool<'_>) -> String {
    let flags = match (why.tool.in_demand, why.tool.hot) {
        (true, true) => "in demand and hot",
        (true, false) => "in demand",
        (false, true) => "hot",
        (false, false) => return "O*NET does not mark it for the role's occupations".to_owned(),
    };
    let named = |it: &Occupation<'_>| {
        let nearest = if it.scheme == "O*NET" { "" } else { " (nearest)" };
        format!("{} {}{nearest}", it.code, it.title)
    };
    let occupations: Vec<String> = why.occupations.iter().map(named).collect();
    format!("O*NET marks it {flags}, under {}", occupations.join(" and "))
}

fn move_document(why: &WhyMove<'_>, blocks: &mut Vec<Block>) {
    blocks.push(Block::heading(&format!("{}: {}", why.kind, why.edge.role.title), why.edge.role.id));
    if why.statements.is_empty() {
        blocks.push(Block::paragraph(own_word(&why.edge.support)));
    }
    for statement in &why.statements {
        blocks.push(Block::paragraph(text![labelled(Label::Id, statement.source), " ", statement.stated]));
        if !statement.reference.is_empty() {
            blocks.push(Block::note(statement.reference));
        }
    }
}

/// Whose word a move is that no source states.
fn own_word(support: &Support<'_>) -> String {
    match support.stated_by.filter(|_| !support.editorial) {
        Some(catalog) => format!("No source states this move: it is the word of {catalog}."),
        None => "No source states this move: it is the catalog's own judgment.".to_owned(),
    }
}
