//! `roles check --list-unused`: what the files of a catalog bring along, and nothing uses.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::Catalog;
use crate::catalog::model::{Occupation, PreparationIx, Scheme};
use crate::catalog::read::load::Layer;
use crate::catalog::read::schema::FrameworkRecord;
use crate::text::sorting::Arrange;
use crate::view::{UnusedEntry, UnusedKind};

/// A source, where the kind has one, and a name.
type Key = (String, String);
/// What is used, by kind.
type Used = BTreeMap<&'static str, BTreeSet<Key>>;

/// The kinds, in the order in which they are told.
const TOOL: &str = "tool";
const COMPETENCY: &str = "competency";
const PAY_LABEL: &str = "pay label";
const SURVEY_LABEL: &str = "survey label";
const SURVEY_ANSWER: &str = "survey answer";
const RECORD: &str = "framework record";
const ELEMENT: &str = "framework element";
const PREPARATION: &str = "preparation record";
const CERTIFICATE: &str = "certificate";
const ONET_TECHNOLOGY: &str = "O*NET technology";

/// Returns what the files bring along, by kind, with what of it no role of the catalog uses.
pub fn kinds(layer: &Layer, catalog: &Catalog<'_>) -> Vec<UnusedKind> {
    let used = used(layer, catalog);
    let kind = |(kind, mut brought): (&'static str, Vec<Key>)| {
        brought.arrange();
        brought.dedup();
        let count = brought.len();
        let is_unused = |key: &Key| used.get(kind).is_none_or(|used| !used.contains(key));
        let entry = |(source, name)| UnusedEntry { source, name };
        let unused = brought.into_iter().filter(is_unused).map(entry).collect();
        UnusedKind { kind, count, unused }
    };
    brought(layer).into_iter().filter(|(_, brought)| !brought.is_empty()).map(kind).collect()
}

fn key(source: &str, name: &str) -> Key {
    (source.to_owned(), name.to_owned())
}

fn brought(layer: &Layer) -> Vec<(&'static str, Vec<Key>)> {
    let technologies = layer.onet_technologies.iter().flat_map(|file| &file.value.occupations);
    let technologies = technologies.flat_map(|at| &at.technologies).map(|it| key("", &it.name.value));
    let mut kinds = vec![
        (TOOL, layer.tools.iter().map(|tool| key("", &tool.value.id.value)).collect()),
        (COMPETENCY, layer.competencies.iter().map(|competency| key("", &competency.value.id.value)).collect()),
        (CERTIFICATE, layer.certificates.iter().map(|it| key("", &it.value.id.value)).collect()),
        (ONET_TECHNOLOGY, technologies.collect()),
    ];
    kinds.extend(of_sources(layer));
    kinds
}

/// What sources publish under names of their own.
fn of_sources(layer: &Layer) -> [(&'static str, Vec<Key>); 6] {
    let mut kinds =
        [PAY_LABEL, PREPARATION, SURVEY_LABEL, SURVEY_ANSWER, RECORD, ELEMENT].map(|kind| (kind, Vec::new()));
    let [(_, pay), (_, prepared), (_, labels), (_, answers), (_, records), (_, elements)] = &mut kinds;
    for file in &layer.pay {
        pay.extend(file.value.labels.iter().map(|label| key(&file.value.source.value, &label.label.value)));
    }
    for file in &layer.preparation {
        let of = &file.value.source.value;
        prepared.extend(file.value.records.iter().map(|at| key(of, &at.code.value)));
    }
    for file in &layer.usage {
        let source = &file.value.source.value;
        labels.extend(file.value.labels.iter().map(|label| key(source, &label.label.value)));
        let shares = file.value.labels.iter().flat_map(|label| &label.shares);
        answers.extend(shares.map(|share| key("", &share.tool.value)));
    }
    for file in &layer.frameworks {
        let source = &file.value.source.value;
        records.extend(file.value.records.iter().map(|at| key(source, &at.code.value)));
        elements.extend(file.value.records.iter().flat_map(elements_of).map(|name| key(source, name)));
    }
    kinds
}

/// The elements that a record names.
fn elements_of(record: &FrameworkRecord) -> impl Iterator<Item = &str> {
    let FrameworkRecord { ratings, levels, items, relevance, .. } = record;
    let rated = [ratings, relevance].into_iter().flatten().flat_map(|pairs| &pairs.0).map(|(name, _)| name);
    let leveled = levels.iter().flat_map(|pairs| &pairs.0).map(|(name, _)| name);
    let listed = items.iter().flat_map(|pairs| &pairs.0).flat_map(|(_, names)| names);
    rated.chain(leveled).chain(listed).map(|word| word.value.as_ref())
}

fn used(layer: &Layer, catalog: &Catalog<'_>) -> Used {
    let mut used = Used::new();
    let mut note = |kind, source: &str, name: &str| {
        used.entry(kind).or_default().insert(key(source, name));
    };
    for elements in catalog.elements() {
        elements.elements.iter().for_each(|element| note(ELEMENT, elements.source, element.name));
    }
    for tool in catalog.tools() {
        tool.onet.iter().for_each(|technology| note(ONET_TECHNOLOGY, "", technology));
        tool.surveys.iter().for_each(|answer| note(SURVEY_ANSWER, "", answer));
    }
    by_roles(catalog, &mut note);
    for label in layer.roles.iter().flat_map(|file| file.role.usage.iter().flatten()) {
        note(SURVEY_LABEL, &label.source.value, &label.label.value);
    }
    used
}

/// A record, those that it is told beside, and the certificates that it names.
fn prepared(catalog: &Catalog<'_>, record: PreparationIx, note: &mut impl FnMut(&'static str, &str, &str)) {
    let record = catalog.preparation(record);
    let source = catalog.source_name(record.source).id;
    note(PREPARATION, source, record.code);
    record.beside.iter().for_each(|beside| note(PREPARATION, source, catalog.preparation(*beside).code));
    let certificates = record.certificates.iter().flat_map(|it| &it.certificates).flatten();
    certificates.for_each(|certificate| note(CERTIFICATE, "", catalog.certificate(*certificate).id));
}

/// What roles name, or come to by what they name.
fn by_roles(catalog: &Catalog<'_>, note: &mut impl FnMut(&'static str, &str, &str)) {
    for role in catalog.roles() {
        let profile = catalog.profile(role);
        profile.tools.iter().for_each(|tool| note(TOOL, "", catalog.tool_name(tool.tool).id));
        profile.ratings.iter().for_each(|rating| note(COMPETENCY, "", catalog.competency_name(rating.competency).id));
        for label in &profile.pay {
            let series = catalog.series(label.series);
            note(PAY_LABEL, catalog.source_name(series.source).id, series.label);
        }
        for link in &profile.preparation {
            prepared(catalog, link.record, note);
        }
        for occupation in &catalog.prose(role).occupations {
            let Occupation { scheme, source, code, title } = *occupation;
            match scheme {
                Scheme::Gdad => note(RECORD, source, &format!("{code} / {title}")),
                Scheme::Ladder => note(RECORD, source, title),
                Scheme::Onet | Scheme::Nearest | Scheme::Esco | Scheme::Framework => note(RECORD, source, code),
                Scheme::Isco | Scheme::Nice => {}
            }
        }
    }
}
