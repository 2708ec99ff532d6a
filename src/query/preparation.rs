//! Getting in, and outlook: which records of a role's sources its page shows.

use crate::catalog::Catalog;
use crate::catalog::model::preparation::{Answers, PROFICIENCIES, Preparation, PreparationLink, Spread};
use crate::catalog::model::{CertificateIx, Hundredths, Match, Profile, Prose, RoleIx, SourceIx};
use crate::catalog::standing::FEWEST;
use crate::query::namer::Namer;
use crate::text::fold;
use crate::text::sorting::Arrange;
use crate::view::{
    AnswersOf, AskedFor, Band, Beside, DegreesIn, DiplomaSpan, Entry, GettingIn, Growing, OneOf, Prepared, Quantiles,
    Requires,
};

/// From this rank on nobody comes without experience, whatever is typical on entry to the occupation.
const SENIOR: u8 = 4;

const EDUCATION: [&str; 3] = ["below a bachelor's degree", "bachelor's degree", "master's degree or more"];
const EXPERIENCE: [&str; 4] = ["up to 1 year", "1 to 4 years", "4 to 8 years", "over 8 years"];
const DEGREES: [&str; 6] =
    ["no degree", "associate's degree", "bachelor's degree", "master's degree", "doctorate", "other"];

/// What of a record is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    GettingIn,
    Outlook,
}

impl Part {
    /// Tells whether a record says something of this part.
    pub fn has(self, record: &Preparation<'_>) -> bool {
        match self {
            Self::Outlook => record.outlook.is_some(),
            Self::GettingIn => {
                record.entry.is_some()
                    || record.job_zone.is_some()
                    || record.education_held.is_some()
                    || record.years_held.is_some()
                    || record.months_asked.is_some()
                    || record.diploma.is_some()
                    || !record.degrees_held.is_empty()
                    || record.certificates.is_some()
            }
        }
    }
}

/// Returns what a role's page says of getting in.
pub fn getting_in<'a>(namer: &Namer<'a>, rank: u8, prose: &Prose<'a>, linked: &[Linked<'a>]) -> GettingIn<'a> {
    let records = first_of_each(namer, rank, linked, Part::GettingIn);
    GettingIn { requires: requires(namer, prose), records }
}

/// Returns what a catalog asks for, in its own words.
pub fn requires<'a>(namer: &Namer<'a>, prose: &Prose<'a>) -> Option<Requires<'a>> {
    prose.requires.as_ref().map(|it| Requires {
        years: it.years,
        education: it.education,
        certificates: it.certificates.clone(),
        catalog: namer.origin(it.origin),
    })
}

/// Words for what pages say, and the part of `why` that has it.
const SAID: [(&str, &str); 20] = [
    ("openings a year", "outlook"),
    ("change a year", "outlook"),
    ("year", "getting-in"),
    ("experience", "getting-in"),
    ("education", "getting-in"),
    ("degree", "getting-in"),
    ("diploma", "getting-in"),
    ("training", "getting-in"),
    ("preparation", "getting-in"),
    ("certificate", "getting-in"),
    ("certification", "getting-in"),
    ("entry", "getting-in"),
    ("require", "getting-in"),
    ("requirement", "getting-in"),
    ("counts at", "getting-in"),
    ("growth", "outlook"),
    ("opening", "outlook"),
    ("people", "outlook"),
    ("future", "outlook"),
    ("projection", "outlook"),
];

/// Returns the part that speaks of what a word means: `getting-in` for `years`, `outlook` for `growth`.
pub fn part_that_says(word: &str) -> Option<&'static str> {
    let folded = fold::letters(word);
    let begins = |said: &str| folded.split_whitespace().any(|word| word.trim_end_matches('s') == said);
    SAID.iter().find(|(said, _)| begins(said) || folded.contains(' ') && folded.contains(said)).map(|(_, part)| *part)
}

/// Returns what a role's page says of its outlook.
pub fn outlook<'a>(namer: &Namer<'a>, rank: u8, linked: &[Linked<'a>]) -> Vec<Prepared<'a>> {
    first_of_each(namer, rank, linked, Part::Outlook)
}

/// The first record of each source is the one for a page; further ones are for `why`.
fn first_of_each<'a>(namer: &Namer<'a>, rank: u8, linked: &[Linked<'a>], part: Part) -> Vec<Prepared<'a>> {
    let mut seen: Vec<SourceIx> = Vec::new();
    let mut records: Vec<(u8, Prepared<'a>)> = Vec::new();
    for (link, record) in linked.iter().filter(|(link, record)| is_shown(part, link, record)) {
        if !seen.contains(&record.source) {
            seen.push(record.source);
            records.push((order(record), prepared(namer, rank, link, record, part)));
        }
    }
    records.arrange_by_key(|(order, _)| *order);
    records.into_iter().map(|(_, record)| record).collect()
}

/// Years are of a title and its grade: those of another say nothing.
fn is_shown(part: Part, link: &PreparationLink, record: &Preparation<'_>) -> bool {
    let is_of_years = record.years_held.is_some() || record.months_asked.is_some();
    part.has(record) && !(is_of_years && link.quality == Match::Proxy)
}

/// Years held, years asked, then what occupations ask, then degrees and certificates.
fn order(record: &Preparation<'_>) -> u8 {
    let has = [
        record.years_held.is_some(),
        record.months_asked.is_some(),
        record.entry.is_some(),
        record.education_needed.is_some() || record.job_zone.is_some(),
        record.diploma.is_some(),
        !record.degrees_held.is_empty(),
        record.certificates.is_some(),
    ];
    has.iter().position(|has| *has).map_or(u8::MAX, |at| at as u8)
}

/// A record, and how well it stands for a role.
pub type Linked<'a> = (PreparationLink, Preparation<'a>);

/// Returns the records that stand for a role, in the order of its file.
pub fn links<'a>(catalog: &Catalog<'a>, profile: &Profile<'a>) -> impl Iterator<Item = Linked<'a>> {
    let catalog = *catalog;
    profile.preparation.clone().into_iter().map(move |link| (link, catalog.preparation(link.record)))
}

/// Returns the first record of a role that says something: its occupation.
pub fn first_that<'a>(
    catalog: &Catalog<'a>,
    role: RoleIx,
    says: impl Fn(&Preparation<'a>) -> bool,
) -> Option<(PreparationLink, Preparation<'a>)> {
    links(catalog, &catalog.profile(role)).find(|(_, record)| says(record))
}

/// Returns what a record says of getting in or of the outlook, for a role of a rank.
pub fn prepared<'a>(
    namer: &Namer<'a>,
    rank: u8,
    link: &PreparationLink,
    record: &Preparation<'a>,
    part: Part,
) -> Prepared<'a> {
    let bare = bare(namer, link, record);
    match part {
        Part::Outlook => with_outlook(namer, bare, record),
        Part::GettingIn => with_getting_in(namer, rank, bare, record),
    }
}

/// A record that says nothing yet.
fn bare<'a>(namer: &Namer<'a>, link: &PreparationLink, record: &Preparation<'a>) -> Prepared<'a> {
    Prepared {
        source: namer.source(record.source),
        record: record.code,
        title: record.title,
        about: record.about.name(),
        quality: link.quality.name(),
        country: namer.region(record.country),
        year: namer.catalog.source(record.source).year,
        note: record.note,
        people: None,
        change_a_year: None,
        growth: None,
        beside: Vec::new(),
        openings_a_year: None,
        reason: None,
        entry_education: None,
        related_experience: None,
        training: None,
        job_zone: None,
        education_needed: None,
        experience_needed: None,
        education_held: Vec::new(),
        years_held: None,
        months_asked: None,
        diploma: None,
        degrees_held: Vec::new(),
        certificates: Vec::new(),
    }
}

fn with_outlook<'a>(namer: &Namer<'a>, bare: Prepared<'a>, record: &Preparation<'a>) -> Prepared<'a> {
    let Some(outlook) = &record.outlook else { return bare };
    let beside = record.beside.iter().map(|at| namer.catalog.preparation(*at)).filter_map(|beside| {
        let growth = growth(&beside)?;
        Some(Beside { title: beside.title, percent: growth.percent })
    });
    Prepared {
        people: outlook.people,
        change_a_year: outlook.change_a_year,
        growth: growth(record),
        beside: beside.collect(),
        openings_a_year: outlook.openings_a_year,
        reason: outlook.reason,
        ..bare
    }
}

/// Returns the projected growth that a record states.
pub fn growth(record: &Preparation<'_>) -> Option<Growing> {
    let growth = record.outlook.as_ref()?.growth?;
    Some(Growing { percent: f64::from(growth.tenths) / 10.0, from: growth.from, to: growth.to })
}

fn with_getting_in<'a>(namer: &Namer<'a>, rank: u8, bare: Prepared<'a>, record: &Preparation<'a>) -> Prepared<'a> {
    let entry = record.entry;
    let is_said = |experience: &&str| rank < SENIOR || *experience != "none";
    Prepared {
        entry_education: entry.and_then(|entry| entry.education),
        related_experience: entry.and_then(|entry| entry.experience).filter(is_said),
        training: entry.and_then(|entry| entry.training).filter(|training| *training != "none"),
        job_zone: record.job_zone,
        education_needed: record.education_needed.as_ref().map(|it| answers(it, &EDUCATION)),
        experience_needed: record.experience_needed.as_ref().map(|it| answers(it, &EXPERIENCE)),
        people: record.outlook.as_ref().filter(|_| record.education_held.is_some()).and_then(|outlook| outlook.people),
        education_held: record.education_held.as_ref().map(|shares| bands(shares, &EDUCATION)).unwrap_or_default(),
        years_held: record.years_held.as_ref().map(quantiles),
        months_asked: record
            .months_asked
            .map(|asked| AskedFor { adverts: asked.adverts, months: quantiles(&asked.months) }),
        diploma: record.diploma.map(|it| DiplomaSpan {
            lowest: it.lowest,
            highest: it.highest,
            mentions_experience: it.mentions_experience,
        }),
        degrees_held: record
            .degrees_held
            .iter()
            .map(|it| DegreesIn { region: namer.region(it.region), n: it.n, bands: bands(&it.shares, &DEGREES) })
            .collect(),
        certificates: one_of(namer, record),
        ..bare
    }
}

fn bands<'a>(shares: &[Hundredths], names: &[&'a str]) -> Vec<Band<'a>> {
    names.iter().zip(shares).map(|(band, share)| Band { band, percent: share.value() }).collect()
}

fn answers<'a>(it: &Answers<'a>, names: &[&'a str]) -> AnswersOf<'a> {
    AnswersOf { bands: bands(&it.bands, names), n: it.n, date: it.date, by: it.by }
}

fn quantiles(spread: &Spread) -> Quantiles {
    let [p10, p25, median, p75, p90] = spread.quantiles.map(Hundredths::value);
    Quantiles { n: spread.n, few: spread.n < FEWEST, p10, p25, median, p75, p90 }
}

fn one_of<'a>(namer: &Namer<'a>, record: &Preparation<'a>) -> Vec<OneOf<'a>> {
    let entry = |at: &CertificateIx| {
        let certificate = namer.catalog.certificate(*at);
        Entry { id: certificate.id, title: certificate.short }
    };
    let Some(counting) = &record.certificates else { return Vec::new() };
    let levels = PROFICIENCIES.iter().zip(&counting.certificates).zip(&counting.degrees);
    let level = |((proficiency, list), degree): ((&&'a str, &Vec<CertificateIx>), &Option<&'a str>)| OneOf {
        proficiency,
        certificates: list.iter().map(entry).collect(),
        or_degree: *degree,
    };
    levels.map(level).filter(|level| !level.certificates.is_empty() || level.or_degree.is_some()).collect()
}

/// Returns the years that people of a role's title hold: exact or close alone.
pub fn years_held<'a>(namer: &Namer<'a>, rank: u8, profile: &Profile<'a>) -> Option<Prepared<'a>> {
    let held = |(link, record): &(PreparationLink, Preparation<'a>)| {
        record.years_held.is_some() && link.quality != Match::Proxy
    };
    let (link, record) = links(&namer.catalog, profile).find(held)?;
    Some(prepared(namer, rank, &link, &record, Part::GettingIn))
}
