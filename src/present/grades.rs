//! The grades within a role, on its page and as records.

use crate::present::document::{Block, Column, Table};
use crate::present::figures::{optional_amount, optional_exact};
use crate::present::label::{Label, labelled};
use crate::present::pay;
use crate::present::records::{Audience, Record};
use crate::view::{GradeLevel, GradeRow, Pay};

/// A row a grade: what it is called, what it is paid where the company says it first, and what is its own.
pub fn section(grades: &[GradeRow<'_>], blocks: &mut Vec<Block>) {
    if grades.is_empty() {
        return;
    }
    blocks.push(Block::heading("Grades", "within the role, lowest first · pay in the first region of the file"));
    let columns = ["grade", "name", "pay", "years"].map(Column::left).to_vec();
    let row = |grade: &GradeRow<'_>| {
        let label = if grade.here { Label::Title } else { Label::Name };
        let pay = grade.salary.first().map(paid).unwrap_or_default();
        let years = labelled(Label::Aside, grade.years.unwrap_or(""));
        vec![labelled(label, grade.grade.id), labelled(label, grade.grade.title), pay, years]
    };
    blocks.push(Block::Table(Table { columns, rows: grades.iter().map(row).collect(), titled: true }));
    let own = |grade: &GradeRow<'_>| {
        let says: Vec<String> = grade.competencies.iter().map(asks).collect();
        (!says.is_empty()).then(|| Block::Group { name: grade.grade.id.to_owned(), items: says })
    };
    blocks.extend(grades.iter().filter_map(own));
}

/// "60,000 to 70,000 EUR/yr, Germany".
fn paid(pay: &Pay<'_>) -> String {
    let known: Vec<_> = [pay.p10, pay.p25, pay.median, pay.p75, pay.p90].into_iter().flatten().collect();
    let (low, high) = (known.first().copied(), known.last().copied());
    let figures = match low == high {
        true => optional_amount(low),
        false => format!("{} to {}", optional_amount(low), optional_amount(high)),
    };
    format!("{figures} {}, {}", pay::unit(pay), pay.region.name)
}

/// "Ownership expert: Carries the pager alone · Writes the runbook".
fn asks(level: &GradeLevel<'_>) -> String {
    let name = [Some(level.competency.title), word(level)].into_iter().flatten().collect::<Vec<_>>().join(" ");
    match level.expects.is_empty() {
        true => name,
        false => format!("{name}: {}", level.expects.join(" · ")),
    }
}

/// The word for a level: of a scale of the company's own, or ours.
fn word<'v>(level: &'v GradeLevel<'_>) -> Option<&'v str> {
    level.own_level.as_ref().map(|own| own.word).or(level.proficiency)
}

/// The fields of a grade beside those that other rows have.
pub const FIELDS: [&str; 2] = ["grade", "years"];

/// A row a grade, then a row for each competency that is its own.
pub fn records<'v>(make: impl Fn(&'static str) -> Record<'v>, grades: &'v [GradeRow<'_>]) -> Vec<Record<'v>> {
    let mut records = Vec::new();
    for grade in grades {
        records.push(grade_record(make("grade"), grade));
        let alias = |name: &&'v str| make("grade-alias").text("grade", grade.grade.id).text("title", *name);
        records.extend(grade.aliases.iter().map(alias));
        for level in &grade.competencies {
            let row = |kind| {
                let record = make(kind).text("grade", grade.grade.id).exact("id", level.competency.id);
                record.text("title", level.competency.title)
            };
            let told = word(level).map(|it| row("grade-level").text("proficiency", it));
            let told = told.map(|record| record.exact_or_none("level_score", level.level));
            records.extend(told.map(|record| record.own_level(level.own_level.as_ref())));
            records.extend(level.expects.iter().map(|says| row("grade-expects").text("text", *says)));
        }
    }
    records
}

fn grade_record<'v>(record: Record<'v>, grade: &'v GradeRow<'_>) -> Record<'v> {
    let record = record.text("grade", grade.grade.id).text("title", grade.grade.title);
    let record = match grade.years {
        Some(years) => record.text("years", years),
        None => record,
    };
    let record = record.exact("catalogs", grade.catalog);
    match (grade.salary.first(), record.audience()) {
        (Some(pay), Audience::Lines) => record.said(paid(pay)),
        (Some(pay), Audience::Fields) => {
            record.exact("region", pay.region.id).exact("median", optional_exact(pay.median))
        }
        (None, _) => record,
    }
}
