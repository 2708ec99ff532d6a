//! Roles side by side.

use crate::present::document::{Block, Chart, ChartLine, Column, Glyphs, Picture, Table};
use crate::present::figures::{amount, graded_id, level_word, marks_of, role_name, short_level, worded};
use crate::present::label::Label;
use crate::present::pay;
use crate::present::scales::{apart_by_scale, levels_of, own_scales};
use crate::present::text::{Text, labelled, row, text};
use crate::text::hint::{Ask, hint};
use crate::view::{
    ComparedCompetency, ComparedPay, ComparedTool, Comparison, Distance, Entry, Mark, Pay, PayApart, RoleName,
};

pub fn document(comparison: &Comparison<'_>, glyphs: Glyphs) -> Vec<Block> {
    let mut blocks = vec![
        Block::title(title(comparison), ""),
        Block::Gap,
        roles(comparison),
        Block::heading("Competencies", "weight · level · most apart by both first"),
        competencies(comparison, glyphs),
    ];
    if comparison.competencies.is_empty() {
        blocks.push(Block::note(if comparison.differences_only { "no difference" } else { "no evidence" }));
    } else if !glyphs.heard {
        let [together, text] =
            [Picture::TOGETHER, &levels_of(comparison, glyphs)].map(|text| labelled(Label::Aside, text));
        blocks.push(Block::Legend { together, text });
    }
    blocks.extend(own_scales(comparison, glyphs).iter().map(|text| Block::note(text)));
    blocks.extend(apart_by_scale(comparison).map(|text| Block::note(&text)));
    blocks.extend(stand_ins(comparison).iter().map(|text| Block::note(text)));
    expected(comparison, &mut blocks);
    blocks.push(Block::heading("Tools", "proficiency expected is editorial"));
    tools(comparison, glyphs, &mut blocks);
    salaries(comparison, glyphs, &mut blocks);
    if comparison.distances.is_empty() {
        return blocks;
    }
    blocks.push(Block::heading("How far apart", "fewest promotions"));
    blocks.extend(distances(&comparison.distances).into_iter().map(Block::paragraph));
    blocks
}

/// A line for each two roles; those that no ladder joins are one line, where there are many.
pub fn distances(distances: &[Distance<'_>]) -> Vec<String> {
    const MANY: usize = 3;
    let apart = |is_joined: bool| distances.iter().filter(move |it| it.steps.is_some() == is_joined);
    let mut lines: Vec<String> = apart(true).map(self::apart).collect();
    match apart(false).count() {
        MANY.. if lines.is_empty() => lines.push("no ladder leads from one to another".to_owned()),
        MANY.. => lines.push("no ladder leads otherwise".to_owned()),
        _ => lines.extend(apart(false).map(self::apart)),
    }
    lines
}

/// What the roles' own files expect of each competency, role by role.
fn expected(comparison: &Comparison<'_>, blocks: &mut Vec<Block>) {
    let mut paragraphs = Vec::new();
    for row in &comparison.competencies {
        for (role, mark) in comparison.roles.iter().zip(&row.marks) {
            let says = mark.as_ref().map_or(&[][..], |mark| mark.expects.as_slice());
            let said =
                text![labelled(Label::Name, row.competency.title), ", ", graded_id(role), ": ", says.join(" · ")];
            paragraphs.extend((!says.is_empty()).then_some(Block::paragraph(said)));
        }
    }
    if !paragraphs.is_empty() {
        blocks.push(Block::heading("What is expected", "in the words of the roles' files"));
        blocks.extend(paragraphs);
    }
}

/// "payments-engineer: Payments domain stands in the row of Data": what is compared under another name.
fn stand_ins(comparison: &Comparison<'_>) -> Vec<String> {
    let of_row = |row: &ComparedCompetency<'_>| {
        let of = |(role, mark): (&RoleName<'_>, &Option<Mark<'_>>)| {
            let own = mark.as_ref()?.of?;
            Some(format!("{}: {} stands in the row of {}", role.id, own.title, row.competency.title))
        };
        comparison.roles.iter().zip(&row.marks).filter_map(of).collect::<Vec<_>>()
    };
    comparison.competencies.iter().flat_map(of_row).collect()
}

fn title(comparison: &Comparison<'_>) -> Text {
    let names = comparison.roles.iter().map(|role| role_name(Label::Title, role));
    Text::join(names, text![" ", labelled(Label::Title, "and"), " "])
}

/// Roles stand under their ids, so that four stand side by side in 80 columns.
fn headed(first: &str, comparison: &Comparison<'_>) -> Vec<Column> {
    let roles = comparison.roles.iter().map(|role| Column::left(&graded_id(role)).cut());
    std::iter::once(Column::text(first)).chain(roles).collect()
}

fn roles(comparison: &Comparison<'_>) -> Block {
    let row = |role: &RoleName<'_>| {
        row![
            labelled(Label::Id, &graded_id(role)),
            role_name(Label::Name, role),
            format!("{} ({})", short_level(role), role.rank),
            labelled(Label::Aside, &role.track.replace('-', " ")),
            labelled(Label::Aside, role.family.title),
        ]
    };
    let columns = vec![
        Column::left("id"),
        Column::left("title"),
        Column::left("level").least(1),
        Column::left("track").least(3),
        Column::left("family").least(2),
    ];
    Block::Table(Table { columns, rows: comparison.roles.iter().map(row).collect(), titled: true })
}

/// Whether there is a mark for each role.
fn is_drawn(comparison: &Comparison<'_>) -> bool {
    comparison.roles.len() <= Picture::MARKS
}

/// A row a competency: every role's weight by its mark on one scale to 100, then in figures.
fn competencies(comparison: &Comparison<'_>, glyphs: Glyphs) -> Block {
    let line = |row: &ComparedCompetency<'_>| {
        let marks = row.marks.iter().map(|mark| self::mark(mark.as_ref(), glyphs));
        let cells = std::iter::once(labelled(Label::Name, row.competency.title))
            .chain(marks)
            .chain([labelled(Label::Mark, &row.difference.map_or(glyphs.none().to_owned(), |it| it.to_string()))])
            .collect();
        let picture = Picture::dumbbell(row.marks.iter().map(|mark| mark.as_ref().map(|mark| mark.weight)));
        ChartLine::Row { cells, picture: is_drawn(comparison).then_some(picture), words: Text::default() }
    };
    let lines = comparison.competencies.iter().map(line).collect();
    let mut columns = vec![Column::text("competency")];
    columns.extend(comparison.roles.iter().enumerate().map(|(at, role)| match glyphs.heard || !is_drawn(comparison) {
        true => Column::left(&graded_id(role)).cut(),
        false => Column::left(&format!("{} {}", glyphs.mark(at), graded_id(role))).cut(),
    }));
    columns.push(Column::right("diff"));
    Block::Chart(Chart { columns, at: 1, lines, titled: true, hangs: true, ..Chart::default() })
}

/// "91 ●●●○", "91 practitioner" where it is heard.
fn mark(mark: Option<&Mark<'_>>, glyphs: Glyphs) -> Text {
    let Some(mark) = mark else { return "no evidence".into() };
    let own = mark.own_level.as_ref();
    let level = match mark.level.is_some() || own.is_some() {
        true if !glyphs.heard => labelled(Label::Bar, &marks_of(mark.level, own, glyphs)),
        _ => level_word(mark.proficiency, own).into(),
    };
    text![format!("{:>3} ", mark.weight), level]
}

/// Tools that several have, then those that one has alone.
fn tools(comparison: &Comparison<'_>, glyphs: Glyphs, blocks: &mut Vec<Block>) {
    let has = |row: &&ComparedTool<'_>| row.proficiencies.iter().flatten().count() > 1;
    let rows: Vec<Vec<Text>> = comparison.tools.iter().filter(has).map(|row| tool_row(row, glyphs)).collect();
    if !rows.is_empty() {
        blocks.push(Block::Table(Table { columns: headed("tool", comparison), rows, titled: true }));
    }
    for (at, role) in comparison.roles.iter().enumerate() {
        let only = comparison.tools.iter().filter(|row| !has(row) && row.proficiencies[at].is_some());
        let items: Vec<Text> = only.map(|row| labelled(Label::Name, row.tool.title)).collect();
        let name = format!("only in {}", graded_id(role));
        blocks.extend((!items.is_empty()).then_some(Block::group(name, items)));
    }
}

fn tool_row(row: &ComparedTool<'_>, glyphs: Glyphs) -> Vec<Text> {
    let proficiencies = row.proficiencies.iter().map(|word| word.unwrap_or(glyphs.none()).into());
    std::iter::once(labelled(Label::Name, row.tool.title)).chain(proficiencies).collect()
}

fn salaries(comparison: &Comparison<'_>, glyphs: Glyphs, blocks: &mut Vec<Block>) {
    blocks.push(Block::heading("Salary", "regions with a figure of one source for all; gross unless noted"));
    if !comparison.salary.is_empty() {
        blocks.push(salary(comparison, glyphs));
        blocks.extend(labels(comparison).iter().map(|text| Block::note(text)));
    }
    comparison.apart.iter().for_each(|it| pay_apart(comparison, it, blocks));
    if comparison.salary.is_empty() && comparison.apart.is_empty() {
        let salary = Ask::of("salary").words(comparison.roles.iter().map(|role| role.id));
        blocks.push(Block::paragraph("No region has figures of one source that tell them apart."));
        blocks.push(Block::Hint(hint!["What each is paid: ", salary]));
    }
}

/// A row a region: the median of each role with how many stand behind it.
fn salary(comparison: &Comparison<'_>, glyphs: Glyphs) -> Block {
    let row = |row: &ComparedPay<'_>| {
        let medians = row.pay.iter().map(|pay| {
            let median = pay.median.map_or_else(|| glyphs.none().to_owned(), amount);
            text![median, " ", labelled(Label::Aside, &format!("{}{}", pay::short_quality(pay), pay::people(pay)))]
        });
        let first = &row.pay[0];
        let unit = format!("{} {}", pay::unit(first), pay::year(first));
        std::iter::once(labelled(Label::Name, first.region.name))
            .chain(medians)
            .chain([labelled(Label::Aside, &unit)])
            .collect()
    };
    let mut columns = headed("region", comparison);
    columns.push(Column::left("median"));
    Block::Table(Table { columns, rows: comparison.salary.iter().map(row).collect(), titled: true })
}

/// "Germany, United States: total pay, Survey 2025: “Engineers” and “Senior engineers”": whose figures the rows
/// are, and under which labels, once for all regions that share them.
fn labels(comparison: &Comparison<'_>) -> Vec<String> {
    let mut said: Vec<(String, Vec<&str>)> = Vec::new();
    for row in &comparison.salary {
        let labels: Vec<String> = row.pay.iter().map(|pay| worded(pay.label)).collect();
        let otherwise = pay::otherwise(&row.shown_otherwise).map_or(String::new(), |it| format!("; {it}"));
        let text = format!("{}: {}{otherwise}", pay::made(&row.pay[0]), labels.join(" and "));
        let region = row.pay[0].region.name;
        match said.iter_mut().find(|(known, _)| *known == text) {
            Some((_, regions)) => regions.push(region),
            None => said.push((text, vec![region])),
        }
    }
    said.into_iter().map(|(text, regions)| format!("{}: {text}", regions.join(", "))).collect()
}

/// What each role is paid where their figures do not stand beside each other, and why not.
fn pay_apart(comparison: &Comparison<'_>, it: &PayApart<'_>, blocks: &mut Vec<Block>) {
    blocks.push(Block::paragraph(text![labelled(Label::Name, it.region.name), ": ", it.why]));
    let row = |(role, pay): (&RoleName<'_>, &Option<Pay<'_>>)| {
        let said = pay.as_ref().map_or("no public figure".to_owned(), pay::figure);
        row![role_name(Label::Name, role), said]
    };
    let rows = comparison.roles.iter().zip(&it.pay).map(row).collect();
    let columns = vec![Column::text("role"), Column::text("median")];
    blocks.push(Block::Table(Table { columns, rows, titled: false }));
}

fn apart(distance: &Distance<'_>) -> String {
    let (from, to) = (end(distance.from, distance.from_grade), end(distance.to, distance.to_grade));
    match distance.steps {
        Some(1) => format!("{from} to {to}: 1 step"),
        Some(steps) => format!("{from} to {to}: {steps} steps"),
        None => format!("{from} to {to}: no ladder"),
    }
}

/// "L4 payments-engineer".
pub fn end(id: &str, grade: Option<Entry<'_>>) -> String {
    grade.map_or(id.to_owned(), |grade| format!("{} {id}", grade.id))
}
