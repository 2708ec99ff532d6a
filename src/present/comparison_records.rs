//! Roles side by side, as records.

use crate::present::comparison::end;
use crate::present::figures::{amount, graded_id, level_word};
use crate::present::records::{ABSENT, Audience, GRADE, OWN_LEVEL, Record, Records, fields_of, has_field, joined};
use crate::present::{pay, pay_records};
use crate::view::{ComparedCompetency, ComparedPay, ComparedTool, Comparison, Distance, Mark, Pay, PayApart, RoleName};

const FIELDS: &[&str] = joined![
    &[
        "kind",
        "role",
        "id",
        "title",
        "family",
        "level",
        "track",
        "catalogs",
        "weight",
        "level_score",
        "proficiency",
        "difference",
        "level_difference",
        "counterpart",
        "text"
    ],
    &pay_records::NAMES,
    &["why", "from", "to", "steps"],
];

/// A line a fact, with the roles' values side by side; a row of TSV and CSV a fact and role.
pub fn records<'v>(comparison: &'v Comparison<'_>, audience: Audience) -> Records<'v> {
    let role = |role: &'v RoleName<'_>| {
        let record = super::role::named(audience.record("role").exact("id", role.id), role);
        record.of_grade(role.grade.as_ref())
    };
    let mut records: Vec<Record> = comparison.roles.iter().map(role).collect();
    match audience {
        Audience::Lines => records.extend(lines(comparison)),
        Audience::Fields => records.extend(rows(comparison)),
    }
    records.extend(comparison.distances.iter().map(|it| distance(it, audience)));
    let fields = match has_field(&records, GRADE) {
        false => fields_of(&records, FIELDS, joined![FIELDS, &[OWN_LEVEL]]),
        true => fields_of(&records, joined![FIELDS, &GRADES], joined![FIELDS, &[OWN_LEVEL], &GRADES]),
    };
    Records { fields, records }
}

/// Says of which role a record is, at which grade.
fn of_role<'v>(record: Record<'v>, role: &'v RoleName<'_>) -> Record<'v> {
    record.exact("role", role.id).of_grade(role.grade.as_ref())
}

fn lines<'v>(comparison: &'v Comparison<'_>) -> impl Iterator<Item = Record<'v>> {
    let competencies = comparison.competencies.iter().map(|row| competency_line(comparison, row));
    let expected = comparison.competencies.iter().flat_map(|row| expected_records(comparison, row, Audience::Lines));
    let tools = comparison.tools.iter().map(|row| tool_line(comparison, row));
    let apart = comparison.apart.iter().map(|it| apart_line(comparison, it));
    competencies
        .chain(expected)
        .chain(tools)
        .chain(comparison.salary.iter().map(|row| pay_line(comparison, row)))
        .chain(apart)
}

fn rows<'v>(comparison: &'v Comparison<'_>) -> impl Iterator<Item = Record<'v>> {
    let competencies = comparison.competencies.iter().flat_map(|row| competency_rows(comparison, row));
    let expected = comparison.competencies.iter().flat_map(|row| expected_records(comparison, row, Audience::Fields));
    let tools = comparison.tools.iter().flat_map(|row| tool_rows(comparison, row));
    let apart = comparison.apart.iter().flat_map(|it| apart_rows(comparison, it));
    competencies
        .chain(expected)
        .chain(tools)
        .chain(comparison.salary.iter().flat_map(|row| pay_rows(comparison, row)))
        .chain(apart)
}

/// Adds a cell a role, each naming its role: `cto 91 practitioner`.
fn side_by_side<'v, T>(
    record: Record<'v>,
    roles: &'v [RoleName<'_>],
    values: &'v [T],
    said: impl Fn(&'v T) -> String,
) -> Record<'v> {
    let cells = roles.iter().zip(values).map(|(role, value)| format!("{} {}", graded_id(role), said(value)));
    cells.fold(record, Record::said)
}

fn competency_line<'v>(comparison: &'v Comparison<'_>, row: &'v ComparedCompetency<'_>) -> Record<'v> {
    let said = |mark: &Option<Mark<'_>>| match mark {
        Some(mark) => {
            let own = mark.of.map_or(String::new(), |own| format!(" ({})", own.title));
            format!("{} {}{own}", mark.weight, level_word(mark.proficiency, mark.own_level.as_ref()))
        }
        None => "no evidence".to_owned(),
    };
    let record = Audience::Lines
        .record("competency")
        .said(row.competency.title)
        .said_number(row.difference.map_or(String::new(), |it| it.to_string()));
    side_by_side(record, &comparison.roles, &row.marks, said)
}

/// A record a sentence that a role's file expects of a competency.
fn expected_records<'v>(
    comparison: &'v Comparison<'_>,
    row: &'v ComparedCompetency<'_>,
    audience: Audience,
) -> Vec<Record<'v>> {
    let of = |(role, mark): (&'v RoleName<'_>, &'v Option<Mark<'_>>)| {
        let says = mark.iter().flat_map(|mark| &mark.expects);
        let record = |says: &&'v str| {
            let record = audience.record("expects").exact("id", row.competency.id).text("title", row.competency.title);
            of_role(record.said(graded_id(role)), role).text("text", *says)
        };
        says.map(record).collect::<Vec<_>>()
    };
    comparison.roles.iter().zip(&row.marks).flat_map(of).collect()
}

fn competency_rows<'v>(comparison: &'v Comparison<'_>, row: &'v ComparedCompetency<'_>) -> Vec<Record<'v>> {
    let record = |(role, mark): (&'v RoleName<'_>, &'v Option<Mark<'_>>)| {
        of_role(Audience::Fields.record("competency"), role)
            .exact("id", row.competency.id)
            .exact("title", row.competency.title)
            .exact_or_none("weight", mark.as_ref().map(|mark| mark.weight))
            .exact_or_none("level_score", mark.as_ref().and_then(|mark| mark.level))
            .exact("proficiency", mark.as_ref().and_then(|mark| mark.proficiency).unwrap_or(""))
            .own_level(mark.as_ref().and_then(|mark| mark.own_level.as_ref()))
            .exact_or_none("difference", row.difference)
            .exact_or_none("level_difference", row.level_difference)
            .exact("counterpart", mark.as_ref().and_then(|mark| mark.of).map_or("", |own| own.id))
    };
    comparison.roles.iter().zip(&row.marks).map(record).collect()
}

fn tool_line<'v>(comparison: &'v Comparison<'_>, row: &'v ComparedTool<'_>) -> Record<'v> {
    let said = |proficiency: &Option<&str>| proficiency.unwrap_or(ABSENT).to_owned();
    side_by_side(Audience::Lines.record("tool").said(row.tool.title), &comparison.roles, &row.proficiencies, said)
}

fn tool_rows<'v>(comparison: &'v Comparison<'_>, row: &'v ComparedTool<'_>) -> Vec<Record<'v>> {
    let record = |(role, proficiency): (&'v RoleName<'_>, &'v Option<&str>)| {
        of_role(Audience::Fields.record("tool"), role)
            .exact("id", row.tool.id)
            .exact("title", row.tool.title)
            .exact("proficiency", proficiency.unwrap_or(""))
    };
    comparison.roles.iter().zip(&row.proficiencies).map(record).collect()
}

/// The labels stand last: they are long.
fn pay_line<'v>(comparison: &'v Comparison<'_>, row: &'v ComparedPay<'_>) -> Record<'v> {
    let first = &row.pay[0];
    let record = Audience::Lines.record("salary").said(first.region.name).said(first.region.id);
    let median = |pay: &Pay<'_>| pay.median.map_or(ABSENT.to_owned(), amount) + &pay::people(pay);
    let record = side_by_side(record, &comparison.roles, &row.pay, median)
        .said(format!("{}/{}", first.currency, first.per))
        .said(pay::year(first))
        .said(pay_records::kind(first).into_owned())
        .said(first.source.id);
    let record =
        side_by_side(record, &comparison.roles, &row.pay, |pay| format!("{}: \"{}\"", pay::marks(pay), pay.label));
    pay::otherwise(&row.shown_otherwise).into_iter().fold(record, Record::said)
}

fn pay_rows<'v>(comparison: &'v Comparison<'_>, row: &'v ComparedPay<'_>) -> Vec<Record<'v>> {
    let record = |(role, pay): (&'v RoleName<'_>, &'v Pay<'_>)| {
        let record = pay_records::record(of_role(Audience::Fields.record("salary"), role), pay);
        pay::otherwise(&row.shown_otherwise).into_iter().fold(record, |record, why| record.exact("why", why))
    };
    comparison.roles.iter().zip(&row.pay).map(record).collect()
}

fn apart_line<'v>(comparison: &'v Comparison<'_>, it: &'v PayApart<'_>) -> Record<'v> {
    let record = Audience::Lines.record("apart").said(it.region.name).said(it.region.id).said(it.why);
    let said = |pay: &Option<Pay<'_>>| pay.as_ref().map_or("no public figure".to_owned(), pay::figure);
    side_by_side(record, &comparison.roles, &it.pay, said)
}

fn apart_rows<'v>(comparison: &'v Comparison<'_>, it: &'v PayApart<'_>) -> Vec<Record<'v>> {
    let record = |(role, pay): (&'v RoleName<'_>, &'v Option<Pay<'_>>)| {
        let record = of_role(Audience::Fields.record("apart"), role).exact("why", it.why);
        match pay {
            Some(pay) => pay_records::record(record, pay),
            None => record.exact("region", it.region.id).exact("region_name", it.region.name),
        }
    };
    comparison.roles.iter().zip(&it.pay).map(record).collect()
}

fn distance<'v>(distance: &'v Distance<'_>, audience: Audience) -> Record<'v> {
    let steps = distance.steps.map_or(String::new(), |steps| steps.to_string());
    let said = distance.steps.map_or("no ladder".to_owned(), |steps| super::figures::count(steps, "step"));
    let (from, to) = (distance.from_grade, distance.to_grade);
    let record = match audience {
        Audience::Lines => audience.record("distance").said(end(distance.from, from)).said(end(distance.to, to)),
        Audience::Fields => audience.record("distance").exact("from", distance.from).exact("to", distance.to),
    };
    let record = record.said(said).exact("steps", steps);
    let record = from.iter().fold(record, |record, grade| record.exact(GRADES[0], grade.id));
    to.iter().fold(record, |record, grade| record.exact(GRADES[1], grade.id))
}

/// Where a grade is meant: at the ends of a distance, and of a role.
const GRADES: [&str; 3] = ["from_grade", "to_grade", GRADE];
