//! Ladders: from role to role, a step at a time, with what each takes.

use crate::present::career::named;
use crate::present::document::{Block, Chart, ChartLine, Column, Glyphs, Picture};
use crate::present::figures::{
    count, ids, marks_change, marks_of, optional_exact, role_name, source_ids, stated_by, titles,
};
use crate::present::label::Label;
use crate::present::pay;
use crate::present::pay_records;
use crate::present::preparation;
use crate::present::records::{Audience, Record, Records, joined};
use crate::present::text::{Text, labelled, row, text};
use crate::text::hint::{Ask, Hint, hint};
use crate::view::error::typeable;
use crate::view::{Entry, Growth, Ladder, Ladders, OwnLevel, Pay, PayChange, Prepared, RoleName, Step, YearsHeld};

pub fn ladders_document(ladders: &Ladders<'_>, glyphs: Glyphs) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (at, ladder) in ladders.paths.iter().enumerate() {
        if at > 0 {
            blocks.push(Block::Gap);
        }
        ladder_document(ladder, ladders.region.as_ref(), glyphs, &mut blocks);
    }
    blocks.push(Block::Gap);
    blocks.extend((!glyphs.heard).then(together));
    blocks.push(Block::Hint(foot(ladders)));
    blocks
}

/// Says what a figure among marks means, where one is drawn.
fn together() -> Block {
    Block::Legend { together: labelled(Label::Aside, Picture::TOGETHER), text: Text::default() }
}

fn foot(ladders: &Ladders<'_>) -> Hint {
    let to = ladders.to.id;
    let more = |from| hint!["More: ", Ask::of("path").words([end(from), end(&ladders.to)]).words(["--max", "5"])];
    match (&ladders.from, &ladders.region) {
        // From grade to grade of one role there is one way.
        (Some(from), _) if from.id == to => {
            hint!["Its grades: ", Ask::of("show").words([to, "--section", "grades"])]
        }
        (None, _) => hint![
            "The ladders that most is known of, from where people enter. One of your own: ",
            Ask::of("path").words(["FROM", to]),
        ],
        (Some(from), None) => {
            let paid = ladders.paid_in.map(|region| format!(". What it pays: --region {region}"));
            paid.into_iter().fold(more(from), Hint::then)
        }
        (Some(from), Some(_)) => more(from),
    }
}

/// An end of a path, as it can be typed.
fn end(role: &RoleName<'_>) -> String {
    match &role.grade {
        Some(grade) => typeable(&format!("{} {}", role.id, grade.id)),
        None => role.id.to_owned(),
    }
}

fn ladder_document(ladder: &Ladder<'_>, region: Option<&Entry<'_>>, glyphs: Glyphs, blocks: &mut Vec<Block>) {
    let arrow = labelled(Label::Title, glyphs.pick("→", "->"));
    let last = ladder.steps.last().map_or(&ladder.from, |step| &step.to);
    let text = text![role_name(Label::Title, &ladder.from), " ", arrow, " ", role_name(Label::Title, last)];
    blocks.push(Block::title(text, count(ladder.steps.len(), "step")));
    blocks.push(Block::Gap);
    blocks.push(Block::paragraph(rung(&ladder.from)));
    for step in &ladder.steps {
        step_document(step, region, glyphs, blocks);
    }
}

/// "Principal Engineer  principal-engineer".
fn rung(role: &RoleName<'_>) -> Text {
    text![role_name(Label::Name, role), "  ", labelled(Label::Id, role.id)]
}

pub fn step_document(step: &Step<'_>, region: Option<&Entry<'_>>, glyphs: Glyphs, blocks: &mut Vec<Block>) {
    let pipe = labelled(Label::Bar, glyphs.pick("│", "|"));
    let what = |name: &str, it: String| text![labelled(Label::Aside, name), " ", it];
    let beside = |text: Text| Block::Beside { bar: pipe.clone(), text };
    blocks.push(beside(labelled(Label::Aside, &format!("{}{}", how(step), named(&step.support)))));
    if !step.grows.is_empty() {
        blocks.push(beside(labelled(Label::Aside, "grows:")));
        let lines = step.grows.iter().map(|growth| growth_line(growth, glyphs)).collect();
        let columns =
            [Column::text("competency"), Column::left("weight"), Column::decoration("marks"), Column::left("level")];
        blocks.push(Block::Chart(Chart {
            columns: columns.to_vec(),
            at: 2,
            lines,
            beside: pipe.clone(),
            ..Chart::default()
        }));
    }
    let mut said = Vec::new();
    if !step.new_tools.is_empty() {
        said.push(what("new tools:", titles(&step.new_tools)));
    }
    said.extend(step.years_held.as_ref().map(|years| what("years held:", years_held(years))));
    let median_pay = format!("{}:", median_pay(region));
    said.extend(step.pay.as_ref().map(|change| what(&median_pay, pay::change(change))));
    blocks.extend(said.into_iter().map(beside));
    let down = labelled(Label::Bar, glyphs.pick("▼", "v"));
    blocks.push(Block::paragraph(text![down, " ", rung(&step.to)]));
}

/// A line from the weight before to the one after, and the levels.
fn growth_line(growth: &Growth<'_>, glyphs: Glyphs) -> ChartLine {
    let (from, to) = level_words(growth);
    let (level, from) = levels(from, to, glyphs);
    let cells = row![
        labelled(Label::Name, growth.competency.title),
        format!("{} to {}", growth.weight_from, growth.weight_to),
        labelled(Label::Bar, &growth_marks(growth, glyphs)),
        labelled(Label::Aside, &level),
    ];
    let picture = Picture::dumbbell([Some(growth.weight_from), Some(growth.weight_to)]);
    ChartLine::Row { cells, picture: Some(picture), words: from.into() }
}

/// The levels before and after, each in the words of the scale that it stands on.
fn level_words<'v>(growth: &'v Growth<'_>) -> (Option<&'v str>, Option<&'v str>) {
    let word = |level: Option<u8>, own: &'v Option<OwnLevel<'_>>| {
        own.as_ref().map(|own| own.word).or(level.map(crate::catalog::model::Proficiency::word))
    };
    (word(growth.level_from, &growth.own_from), word(growth.level_to, &growth.own_to))
}

/// The same as marks.
pub fn growth_marks(growth: &Growth<'_>, glyphs: Glyphs) -> String {
    let marks = |level: Option<u8>, own: &Option<OwnLevel<'_>>| {
        (level.is_some() || own.is_some()).then(|| marks_of(level, own.as_ref(), glyphs))
    };
    let steps = growth.own_to.as_ref().map_or(4, |own| usize::from(own.steps));
    marks_change(marks(growth.level_from, &growth.own_from), marks(growth.level_to, &growth.own_to), steps, glyphs)
}

/// "practitioner", and "from working", which marks say where they are drawn; "working to practitioner" where the page
/// is heard.
fn levels(from: Option<&str>, to: Option<&str>, glyphs: Glyphs) -> (String, String) {
    match (from, to) {
        (Some(from), Some(to)) if from != to && glyphs.heard => (format!("{from} to {to}"), String::new()),
        (Some(from), Some(to)) if from != to => (to.to_owned(), format!("from {from}")),
        (from, to) => (to.or(from).unwrap_or("not rated").to_owned(), String::new()),
    }
}

/// "grades: L3 to L4", where roles have grades.
fn grades_of(step: &Step<'_>) -> Option<String> {
    let id = |grade: Option<Entry<'_>>| grade.map_or("none".to_owned(), |grade| grade.id.to_owned());
    let are_there = step.from_grade.is_some() || step.to.grade.is_some();
    are_there.then(|| format!("grades: {} to {}", id(step.from_grade), id(step.to.grade)))
}

/// What a step rests on, and that it goes sideways where it does.
fn way(step: &Step<'_>) -> String {
    format!("{}{}", how(step), stated_by(&step.support))
}

fn how(step: &Step<'_>) -> &'static str {
    match step {
        Step { within: true, .. } => "within the role; ",
        Step { lateral: true, .. } => "sideways; ",
        _ => "",
    }
}

/// "Technology strategy 65 to 91 (working to practitioner)".
fn growth(growth: &Growth<'_>) -> String {
    let levels = match level_words(growth) {
        (Some(from), Some(to)) if from != to => format!(" ({from} to {to})"),
        _ => String::new(),
    };
    format!("{} {} to {}{levels}", growth.competency.title, growth.weight_from, growth.weight_to)
}

/// "4 (“Middle”, n=1,595) and 7 (“Senior”, n=1,671), DOU years 2025".
fn years_held(years: &YearsHeld<'_>) -> String {
    let side = |it: &Prepared<'_>| preparation::years_of_title(it);
    format!("{} and {}, {}", side(&years.from), side(&years.to), years.to.source.short)
}

const PATH_FIELDS: &[&str] = &[
    "path",
    "step",
    "from",
    "to",
    "title",
    "source",
    "lateral",
    "editorial",
    "grows",
    "new_tools",
    "years_from",
    "years_to",
    // The medians; all that is known of each figure stands behind.
    "pay_from",
    "pay_to",
    "pay_note",
    // Where both ends have them in common.
    "pay_currency",
    "pay_per",
    // Where roles have grades.
    "from_grade",
    "to_grade",
];
const STEP_FIELDS: &[&str] = joined![PATH_FIELDS, &pay_records::FROM, &pay_records::TO];

/// One step a line: the number of its path, its own, and the roles at its ends.
pub fn ladders_records<'v>(ladders: &'v Ladders<'_>, audience: Audience) -> Records<'v> {
    let steps = |(at, ladder): (usize, &'v Ladder<'_>)| {
        let record = |(step, it): (usize, &'v Step<'_>)| {
            let record = step_record(at + 1, step + 1, it, audience);
            it.pay.iter().fold(record, |record, change| pay_record(record, change, ladders.region.as_ref()))
        };
        ladder.steps.iter().enumerate().map(record).collect::<Vec<_>>()
    };
    Records { fields: STEP_FIELDS, records: ladders.paths.iter().enumerate().flat_map(steps).collect() }
}

fn step_record<'v>(path: usize, number: usize, step: &'v Step<'_>, audience: Audience) -> Record<'v> {
    let grows: Vec<String> =
        step.grows.iter().map(|g| format!("{} {}>{}", g.competency.id, g.weight_from, g.weight_to)).collect();
    let record = audience
        .record("step")
        .said(format!("{path}.{number}"))
        .exact("path", path.to_string())
        .exact("step", number.to_string())
        .text("from", step.from)
        .text("to", step.to.id)
        .exact_or_none("from_grade", step.from_grade.map(|grade| grade.id))
        .exact_or_none("to_grade", step.to.grade.map(|grade| grade.id))
        .said(way(step))
        .exact("title", step.to.title)
        .exact("source", source_ids(&step.support))
        .exact("lateral", if step.lateral { "yes" } else { "no" })
        .exact("editorial", if step.support.editorial { "yes" } else { "no" });
    let record = match step.grows.as_slice() {
        [] => record,
        grows => record.said(format!("grows: {}", grows.iter().map(growth).collect::<Vec<_>>().join(", "))),
    };
    let record = record.exact("grows", grows.join(", "));
    let record = match step.new_tools.as_slice() {
        [] => record,
        tools => record.said(format!("new tools: {}", titles(tools))),
    };
    let record = record.exact("new_tools", ids(&step.new_tools));
    let record = match grades_of(step) {
        Some(grades) => record.said(grades),
        None => record,
    };
    match &step.years_held {
        Some(years) => record
            .said(format!("years held: {}", years_held(years)))
            .exact_or_none("years_from", years.from.years_held.map(|it| it.median))
            .exact_or_none("years_to", years.to.years_held.map(|it| it.median)),
        None => record,
    }
}

fn pay_record<'v>(record: Record<'v>, change: &'v PayChange<'_>, region: Option<&Entry<'_>>) -> Record<'v> {
    let (from, to, note) = match change {
        PayChange::Yes { from, to, shown_otherwise } => {
            (Some(from.as_ref()), Some(to.as_ref()), pay::otherwise(shown_otherwise).unwrap_or_default())
        }
        PayChange::No { why, from, to } => (from.as_deref(), to.as_deref(), (*why).to_owned()),
    };
    let median = |pay: Option<&Pay<'_>>| pay.map_or(String::new(), |pay| optional_exact(pay.median));
    let common = |of: fn(&Pay<'v>) -> &'v str| match (from.map(of), to.map(of)) {
        (Some(from), Some(to)) if from != to => "",
        (from, to) => from.or(to).unwrap_or(""),
    };
    let record = record
        .said(format!("{}: {}", median_pay(region), pay::change(change)))
        .exact("pay_from", median(from))
        .exact("pay_to", median(to))
        .exact("pay_note", note)
        .exact("pay_currency", common(|pay| pay.currency))
        .exact("pay_per", common(|pay| pay.per));
    pay_records::ends(record, from, to)
}

/// "median pay in Germany".
fn median_pay(region: Option<&Entry<'_>>) -> String {
    region.map_or("median pay".to_owned(), |region| format!("median pay in {}", region.title))
}
