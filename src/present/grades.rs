//! The grades within a role, on its page and as records.

use crate::present::document::{Block, Column, Table};
use crate::present::figures::{optional_amount, optional_exact};
use crate::present::label::Label;
use crate::present::pay;
use crate::present::records::{Audience, GRADE, Record};
use crate::present::text::{Text, labelled, row};
use crate::view::{Entry, Fit, GradeFit, GradeLevel, GradeRow, Pay};

/// A row a grade: what it is called, what it is paid where the company says it first, and what is its own.
pub fn section(grades: &[GradeRow<'_>], blocks: &mut Vec<Block>) {
    if grades.is_empty() {
        return;
    }
    // What all have in common is said once, where no narrow page takes it away.
    let common = common_terms(grades);
    let pay_in = common.as_deref().unwrap_or("the first region of the file");
    blocks.push(Block::heading("Grades", &format!("within the role, lowest first · pay in {pay_in}")));
    let columns = vec![Column::left("grade"), Column::text("name"), Column::text("pay"), Column::text("years")];
    let row = |grade: &GradeRow<'_>| {
        let label = if grade.here { Label::Title } else { Label::Name };
        let pay = grade.salary.first().map(if common.is_some() { figures } else { paid }).unwrap_or_default();
        let years = labelled(Label::Aside, grade.years.unwrap_or(""));
        row![labelled(label, grade.grade.id), labelled(label, grade.grade.title), pay, years]
    };
    blocks.push(Block::Table(Table { columns, rows: grades.iter().map(row).collect(), titled: true }));
    let own = |grade: &GradeRow<'_>| {
        let says: Vec<Text> = grade.competencies.iter().map(|level| asks(level).into()).collect();
        (!says.is_empty()).then(|| Block::group(grade.grade.id, says))
    };
    blocks.extend(grades.iter().filter_map(own));
}

/// "EUR/yr, Germany", where that is true of the pay of all grades.
fn common_terms(grades: &[GradeRow<'_>]) -> Option<String> {
    let mut all = grades.iter().filter_map(|grade| grade.salary.first()).map(terms);
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

fn terms(pay: &Pay<'_>) -> String {
    format!("{}, {}", pay::unit(pay), pay.region.name)
}

/// "60,000 to 70,000 EUR/yr, Germany".
fn paid(pay: &Pay<'_>) -> String {
    format!("{} {}", figures(pay), terms(pay))
}

/// "60,000 to 70,000".
fn figures(pay: &Pay<'_>) -> String {
    let known: Vec<_> = [pay.p10, pay.p25, pay.median, pay.p75, pay.p90].into_iter().flatten().collect();
    let (low, high) = (known.first().copied(), known.last().copied());
    match low == high {
        true => optional_amount(low),
        false => format!("{} to {}", optional_amount(low), optional_amount(high)),
    }
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

/// The fields of the grade that a person reaches, or fits nearest.
pub const FIT_FIELDS: [&str; 3] = [GRADE, "grade_fit", "grade_reached"];

/// "reaches Teller II (L4)", "nearest grade Teller I (L3), fit 73".
pub fn nearest(it: &GradeFit<'_>) -> String {
    match (it.reached, it.fit) {
        (true, _) => format!("reaches {}", named(&it.grade)),
        (false, Some(fit)) => format!("nearest grade {}, fit {fit}", named(&it.grade)),
        (false, None) => format!("nearest grade {}", named(&it.grade)),
    }
}

fn named(grade: &Entry<'_>) -> String {
    format!("{} ({})", grade.title, grade.id)
}

/// Adds the grade that is reached, or nearest, where the role has grades.
pub fn of_fit<'v>(record: Record<'v>, fit: &Fit<'_>) -> Record<'v> {
    let Some(it) = &fit.nearest_grade else { return record };
    let record = record.said(nearest(it)).exact(GRADE, it.grade.id).exact_or_none("grade_fit", it.fit);
    record.exact("grade_reached", if it.reached { "yes" } else { "no" })
}

/// How well a person fits each grade of a role.
pub fn fits_section(fits: &[GradeFit<'_>], blocks: &mut Vec<Block>) {
    if fits.is_empty() {
        return;
    }
    blocks.push(Block::heading("Grades", "all else is of the whole role; what a grade lacks: --grade GRADE"));
    let columns = vec![Column::left("grade"), Column::left("name"), Column::right("fit"), Column::left("")];
    let row = |it: &GradeFit<'_>| {
        let fit = it.fit.map_or("no fit".to_owned(), |fit| fit.to_string());
        let reached = if it.reached { "reached" } else { "" };
        row![labelled(Label::Name, it.grade.id), labelled(Label::Name, it.grade.title), fit, reached.to_owned()]
    };
    blocks.push(Block::Table(Table { columns, rows: fits.iter().map(row).collect(), titled: true }));
}

/// The same, a record each.
pub fn fit_record<'v>(it: &'v GradeFit<'_>, audience: Audience) -> Record<'v> {
    let shown = it.fit.map_or("no fit".to_owned(), |fit| format!("{fit}%"));
    let record = audience.record("grade").text("id", it.grade.id).text("title", it.grade.title);
    let record = record.number("fit", shown, it.fit.map_or(String::new(), |fit| fit.to_string()));
    let record = if it.reached { record.said("reached") } else { record };
    record.exact(REACHED, if it.reached { "yes" } else { "no" })
}

/// The field that says whether a grade is reached.
pub const REACHED: &str = "reached";
