//! The columns of a figure of pay, each said once: what TSV and CSV, a line, a page and the browser have of it.

use std::borrow::Cow;

use crate::present::figures::{amount, optional_amount, optional_exact, thousands};
use crate::present::label::Label;
use crate::present::pay::{marks, published};
use crate::present::records::{Audience, Record};
use crate::view::{Pay, Published};

/// A column of a figure: its names, and what it says to each audience. JSON has the fields of [`Pay`] itself.
pub struct Field {
    pub name: &'static str,
    /// The names that it has at the ends of a step.
    from: &'static str,
    to: &'static str,
    exact: fn(&Pay<'_>) -> String,
    /// Its cells of a line; none where others say it, or where it would not be read.
    line: Option<InLine>,
    /// Its column on a page, and in what the browser tells of a figure.
    page: Option<OnPage>,
}

type InLine = for<'v> fn(Record<'v>, &'v Pay<'_>) -> Record<'v>;

/// A column of a page: what its text is marked as, and the text, where the figure has one.
#[derive(Clone, Copy)]
pub struct OnPage {
    pub label: Option<Label>,
    pub said: fn(&Pay<'_>) -> Option<String>,
}

impl Field {
    const fn line(self, line: InLine) -> Self {
        Self { line: Some(line), ..self }
    }

    const fn page(self, label: Option<Label>, said: fn(&Pay<'_>) -> Option<String>) -> Self {
        Self { page: Some(OnPage { label, said }), ..self }
    }
}

macro_rules! field {
    ($name:literal, $exact:expr) => {
        Field {
            name: $name,
            from: concat!("pay_from_", $name),
            to: concat!("pay_to_", $name),
            exact: $exact,
            line: None,
            page: None,
        }
    };
}

/// In the order in which every audience has them.
pub const FIELDS: &[Field] = &[
    field!("region", |pay| pay.region.id.to_owned())
        .line(|record, pay| record.said(pay.region.name).said(pay.region.id)),
    field!("region_name", |pay| pay.region.name.to_owned()),
    field!("p10", |pay| optional_exact(pay.p10)),
    field!("p25", |pay| optional_exact(pay.p25))
        .line(|record, pay| record.said_number(optional_amount(pay.p25)))
        .page(None, |pay| pay.p25.map(amount)),
    field!("median", |pay| optional_exact(pay.median))
        .line(|record, pay| record.said_number(optional_amount(pay.median)))
        .page(Some(Label::Name), |pay| pay.median.map(amount)),
    field!("p75", |pay| optional_exact(pay.p75))
        .line(|record, pay| record.said_number(optional_amount(pay.p75)))
        .page(None, |pay| pay.p75.map(amount)),
    field!("p90", |pay| optional_exact(pay.p90)),
    field!("currency", |pay| pay.currency.to_owned())
        .line(|record, pay| record.said([pay.currency, "/", pay.per].concat())),
    field!("per", |pay| pay.per.to_owned()),
    field!("year", |pay| pay.year.to_string()).line(|record, pay| record.said(pay.year.to_string())),
    field!("old", |pay| yes(pay.old)),
    field!("n", |pay| pay.n.map_or(String::new(), |n| n.to_string()))
        .line(|record, pay| record.said(["n=", &pay.n.map_or("-".to_owned(), |n| n.to_string())].concat()))
        .page(Some(Label::Aside), |pay| pay.n.map(|n| thousands(n.into()))),
    field!("basis", |pay| pay.basis.to_owned()),
    field!("pay_kind", |pay| pay.kind.to_owned()).line(|record, pay| record.said(kind(pay))),
    field!("match", |pay| pay.quality.to_owned()).line(|record, pay| record.said(pay.source.id).said(matched(pay))),
    field!("label", |pay| pay.label.to_owned()),
    field!("all_ranks", |pay| yes(pay.all_ranks)),
    field!("another_rank", |pay| yes(pay.another_rank)),
    field!("top_of_market", |pay| yes(pay.top_of_market)),
    field!("seniority", |pay| pay.seniority.map_or(String::new(), |it| it.said.to_owned())),
    field!("scale", |pay| pay.seniority.map_or(String::new(), |it| it.scale.to_owned())),
    field!("of", |pay| pay.seniority.map_or(String::new(), |it| it.of.to_owned())),
    field!("source", |pay| pay.source.id.to_owned()),
    field!("note", |pay| pay.notes.join("; ")).line(|record, pay| record.said(warnings(pay))),
];

/// The columns that pages have, by their headers.
pub fn on_pages() -> impl Iterator<Item = (&'static str, OnPage)> {
    FIELDS.iter().filter_map(|field| Some((field.name, field.page?)))
}

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
        Audience::Lines => FIELDS.iter().filter_map(|field| field.line).fold(record, |record, line| line(record, pay)),
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

/// "exact", "proxy, all ranks: "Engineers"".
fn matched(pay: &Pay<'_>) -> String {
    match pay.quality {
        "exact" => marks(pay),
        _ => format!("{}: \"{}\"", marks(pay), pay.label),
    }
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
