//! Getting in and outlook on a whole page: a line a fact, the rest where one asks for the section.

use crate::present::document::Block;
use crate::present::figures::thousands;
use crate::present::label::Label;
use crate::present::preparation;
use crate::present::text::{Text, labelled, row, text};
use crate::text::hint::{Ask, hint};
use crate::view::{Band, GettingIn, Prepared, Quantiles, RolePage};

/// How many certificates of a list a page names.
const NAMED: usize = 3;

/// What a page has a line of, where a source says something of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Years,
    Education,
    Certificates,
}

pub fn getting_in(page: &RolePage<'_>, section: &GettingIn<'_>, blocks: &mut Vec<Block>) {
    let told: Vec<Vec<Text>> = [Kind::Years, Kind::Education, Kind::Certificates]
        .into_iter()
        .filter_map(|kind| in_a_line(best(&section.records, kind)?))
        .collect();
    if is_asked_for(page) || told.is_empty() {
        return preparation::getting_in(section, blocks);
    }
    blocks.push(Block::heading("Getting in", "an occupation is not a grade"));
    blocks.extend(section.requires.iter().map(|it| Block::paragraph(preparation::requires(it))));
    preparation::facts(told, blocks);
    blocks.extend(page.outlook.is_none().then(|| more(page)));
}

pub fn outlook(page: &RolePage<'_>, records: &[Prepared<'_>], blocks: &mut Vec<Block>) {
    let growth = |record: &Prepared<'_>| {
        let growth = record.growth?;
        let change = preparation::percent_change(growth.percent);
        let people = record.people.map_or(String::new(), |people| format!(", {} people", thousands(people.into())));
        Some(row(record, "growth", format!("{change} from {} to {}{people}", growth.from, growth.to)))
    };
    let told: Vec<Vec<Text>> = records.iter().filter_map(growth).collect();
    if is_asked_for(page) {
        return preparation::outlook(records, blocks);
    }
    if told.is_empty() {
        preparation::outlook(records, blocks);
    } else {
        blocks.push(Block::heading("Outlook", "of the occupation, not of the grade"));
        preparation::facts(told, blocks);
    }
    let is_told = page.getting_in.iter().any(|section| !section.records.is_empty()) || !records.is_empty();
    blocks.extend(is_told.then(|| more(page)));
}

/// "More: roles show cto --section getting-in --section outlook".
fn more(page: &RolePage<'_>) -> Block {
    let sections = [("getting-in", page.getting_in.is_some()), ("outlook", page.outlook.is_some())];
    let sections = sections.into_iter().filter(|(_, is_there)| *is_there);
    let sections = sections.flat_map(|(name, _)| ["--section", name]);
    Block::Hint(hint!["More: ", Ask::of("show").word(page.role.id).words(sections)])
}

/// Whether sections were asked for, and not the page.
fn is_asked_for(page: &RolePage<'_>) -> bool {
    page.whole || page.summary.is_none()
}

/// The record that names the role best, of those that say something of a kind; of its like the first.
fn best<'r, 'a>(records: &'r [Prepared<'a>], kind: Kind) -> Option<&'r Prepared<'a>> {
    let quality = |record: &&Prepared<'_>| ["exact", "close"].iter().position(|it| *it == record.quality).unwrap_or(2);
    records.iter().filter(|record| kind_of(record) == kind).min_by_key(quality)
}

fn kind_of(record: &Prepared<'_>) -> Kind {
    match record {
        _ if record.years_held.is_some() || record.months_asked.is_some() => Kind::Years,
        _ if !record.certificates.is_empty() => Kind::Certificates,
        _ => Kind::Education,
    }
}

/// What a record says first of getting in, and of how many.
fn in_a_line(record: &Prepared<'_>) -> Option<Vec<Text>> {
    let held = record.years_held.map(|years| ("years held", spread(&years, 1.0) + &preparation::counted(record)));
    let asked = || record.months_asked.map(|asked| ("years asked", spread(&asked.months, 12.0)));
    let needed = || {
        let needed = record.education_needed.as_ref()?;
        Some(("education needed", format!("{}, n={}", most(&needed.bands)?, thousands(needed.n.into()))))
    };
    let (name, text) = held
        .or_else(asked)
        .or_else(|| on_entry(record))
        .or_else(needed)
        .or_else(|| certificates(record))
        .or_else(|| preparation::getting_in_sentences(record).into_iter().next())?;
    Some(row(record, name, text))
}

/// "one of CISSP, CASP+, GSEC and 4 more", at the lowest proficiency for which any counts.
fn certificates(record: &Prepared<'_>) -> Option<(&'static str, String)> {
    let level = record.certificates.iter().find(|level| !level.certificates.is_empty())?;
    let names: Vec<&str> = level.certificates.iter().map(|it| it.title).take(NAMED).collect();
    let more = level.certificates.len() - names.len();
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    Some((preparation::proficiency(level), format!("one of {}{more}", names.join(", "))))
}

/// "8, half 3 to 14, n=90"; months are told in years.
fn spread(it: &Quantiles, months: f64) -> String {
    let [from, middle, to] = [it.p25, it.median, it.p75].map(|value| preparation::number(value / months));
    let half = if from == to { String::new() } else { format!(", half {from} to {to}") };
    format!("{middle}{half}, {}", preparation::people(it))
}

fn on_entry(record: &Prepared<'_>) -> Option<(&'static str, String)> {
    let education = record.entry_education?.to_owned();
    let experience = record.related_experience.filter(|it| it.contains(|c: char| c.is_ascii_digit()));
    Some(("typical on entry", experience.map_or(education.clone(), |it| format!("{education}; {it}"))))
}

/// "mostly master's degree or more, 58%".
fn most(bands: &[Band<'_>]) -> Option<String> {
    let most = bands.iter().max_by(|a, b| a.percent.total_cmp(&b.percent))?;
    Some(format!("mostly {}, {:.0}%", most.band, most.percent))
}

fn row(record: &Prepared<'_>, name: &str, text: String) -> Vec<Text> {
    let of = labelled(Label::Aside, &format!("({})", preparation::of_in_short(record)));
    row![labelled(Label::Aside, name), text![text, " ", of]]
}
