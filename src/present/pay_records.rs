//! What lines, TSV and CSV say of a figure: one list of fields, of which every answer with pay takes its columns.

use std::borrow::Cow;

use crate::present::figures::{optional_amount, optional_exact};
use crate::present::pay::{marks, published};
use crate::present::records::{Audience, Record};
use crate::view::{Pay, Published};

/// A field of a figure: its name, the names that it has at the ends of a step, and what it says.
pub struct Field {
    pub name: &'static str,
    from: &'static str,
    to: &'static str,
    exact: fn(&Pay<'_>) -> String,
}

macro_rules! fields {
    ($($name:literal: $exact:expr,)*) => {
        &[$(Field { name: $name, from: concat!("pay_from_", $name), to: concat!("pay_to_", $name), exact: $exact }),*]
    };
}

pub const FIELDS: &[Field] = fields! {
    "region": |pay| pay.region.id.to_owned(),
    "region_name": |pay| pay.region.name.to_owned(),
    "p10": |pay| optional_exact(pay.p10),
    "p25": |pay| optional_exact(pay.p25),
    "median": |pay| optional_exact(pay.median),
    "p75": |pay| optional_exact(pay.p75),
    "p90": |pay| optional_exact(pay.p90),
    "currency": |pay| pay.currency.to_owned(),
    "per": |pay| pay.per.to_owned(),
    "year": |pay| pay.year.to_string(),
    "old": |pay| yes(pay.old),
    "n": |pay| pay.n.map_or(String::new(), |n| n.to_string()),
    "basis": |pay| pay.basis.to_owned(),
    "pay_kind": |pay| pay.kind.to_owned(),
    "match": |pay| pay.quality.to_owned(),
    "label": |pay| pay.label.to_owned(),
    "all_ranks": |pay| yes(pay.all_ranks),
    "another_rank": |pay| yes(pay.another_rank),
    "top_of_market": |pay| yes(pay.top_of_market),
    "seniority": |pay| pay.seniority.map_or(String::new(), |it| it.said.to_owned()),
    "scale": |pay| pay.seniority.map_or(String::new(), |it| it.scale.to_owned()),
    "of": |pay| pay.seniority.map_or(String::new(), |it| it.of.to_owned()),
    "source": |pay| pay.source.id.to_owned(),
    "note": |pay| pay.notes.join("; "),
};

/// What is published beside a company's band: a field's name, and what it says.
type Beside = (&'static str, fn(&Published<'_>) -> String);

const PUBLISHED: &[Beside] = &[
    ("published_median", |it| optional_exact(it.pay.median)),
    ("published_currency", |it| it.pay.currency.to_owned()),
    ("published_per", |it| it.pay.per.to_owned()),
    ("published_year", |it| it.pay.year.to_string()),
    ("published_match", |it| marks(&it.pay)),
    ("published_source", |it| it.pay.source.id.to_owned()),
    ("published_role", |it| it.of.map_or(String::new(), |role| role.id.to_owned())),
    ("published_difference", |it| it.difference.map_or(String::new(), |it| it.to_string())),
    ("published_note", |it| it.why.unwrap_or("").to_owned()),
];

macro_rules! names {
    ($fields:ident, $part:tt) => {{
        let mut names = [""; $fields.len()];
        let mut at = 0;
        while at < names.len() {
            names[at] = $fields[at].$part;
            at += 1;
        }
        names
    }};
}

/// The columns of a figure.
pub const NAMES: [&str; FIELDS.len()] = names!(FIELDS, name);
/// The columns of the figure from which a step of pay goes.
pub const FROM: [&str; FIELDS.len()] = names!(FIELDS, from);
/// The columns of the figure to which it goes.
pub const TO: [&str; FIELDS.len()] = names!(FIELDS, to);
/// The columns of what is published beside a company's band.
pub const BESIDE: [&str; PUBLISHED.len()] = names!(PUBLISHED, 0);

/// Adds what is published beside a company's band.
fn beside<'v>(record: Record<'v>, it: &'v Published<'_>) -> Record<'v> {
    let record = record.said(published(it));
    match record.audience() {
        Audience::Lines => record,
        Audience::Fields => PUBLISHED.iter().fold(record, |record, (name, exact)| record.exact(name, exact(it))),
    }
}

fn yes(is: bool) -> String {
    if is { "yes" } else { "no" }.to_owned()
}

/// Adds a pay row to a record.
pub fn record<'v>(record: Record<'v>, pay: &'v Pay<'_>) -> Record<'v> {
    let record = match record.audience() {
        Audience::Lines => line(record, pay),
        Audience::Fields => exactly(record, pay, |field| field.name),
    };
    let record = match pay.grade {
        Some(grade) => record.said(["grade ", grade.id].concat()).exact("grade", grade.id),
        None => record,
    };
    match &pay.published {
        Some(it) => beside(record, it),
        None => record,
    }
}

/// Adds the figures at the ends of a step, as far as there are any.
pub fn ends<'v>(record: Record<'v>, from: Option<&'v Pay<'_>>, to: Option<&'v Pay<'_>>) -> Record<'v> {
    if record.audience() == Audience::Lines {
        return record;
    }
    let record = match from {
        Some(from) => exactly(record, from, |field| field.from),
        None => record,
    };
    match to {
        Some(to) => exactly(record, to, |field| field.to),
        None => record,
    }
}

fn exactly<'v>(record: Record<'v>, pay: &'v Pay<'_>, name: fn(&Field) -> &'static str) -> Record<'v> {
    FIELDS.iter().fold(record, |record, field| record.exact(name(field), (field.exact)(pay)))
}

fn line<'v>(record: Record<'v>, pay: &'v Pay<'_>) -> Record<'v> {
    record
        .said(pay.region.name)
        .said(pay.region.id)
        .said_number(optional_amount(pay.p25))
        .said_number(optional_amount(pay.median))
        .said_number(optional_amount(pay.p75))
        .said([pay.currency, "/", pay.per].concat())
        .said(pay.year.to_string())
        .said(["n=", &pay.n.map_or("-".to_owned(), |n| n.to_string())].concat())
        .said(kind(pay))
        .said(pay.source.id)
        .said(match pay.quality {
            "exact" => marks(pay),
            _ => format!("{}: \"{}\"", marks(pay), pay.label),
        })
        .said(warnings(pay))
}

/// "gross", "net advertised".
pub fn kind<'a>(pay: &Pay<'a>) -> Cow<'a, str> {
    match pay.kind {
        "earned" => Cow::Borrowed(pay.basis),
        kind => [pay.basis, " ", kind].concat().into(),
    }
}

/// What a reader should mind, in parentheses.
fn warnings(pay: &Pay<'_>) -> String {
    let old = pay.old.then_some("old");
    let all: Vec<&str> = old.into_iter().chain(pay.notes.iter().copied()).collect();
    if all.is_empty() { String::new() } else { ["(", &all.join("; "), ")"].concat() }
}
