//! What the bytes of a catalog hold, section by section, in their order.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Serialize;

use crate::catalog::baked::blob::Writer;
use crate::catalog::baked::sections::Part;
use crate::catalog::baked::sums::hashed;
use crate::catalog::model::evidence::{BakedRecord, Record, Tables};
use crate::catalog::model::{About, Day, Graded, Ladder, SeriesIx, Text, Translation};
use crate::catalog::resolve::draft::Draft;
use crate::catalog::resolve::faults::Faults;
use crate::catalog::resolve::graph;
use crate::catalog::resolve::graph::Graph;
use crate::catalog::resolve::index;
use crate::catalog::resolve::ladder;
use crate::catalog::resolve::role;
use crate::catalog::resolve::role::Resolved;
use crate::catalog::resolve::standing;
use crate::catalog::seldom;
use crate::catalog::standing::Standing;
use crate::catalog::titles::index::Titles;
use crate::text::packed;
use crate::text::sorting::Arrange;

/// What is known of roles once all of them are: their moves, and the names that find them.
pub(super) struct Joined<'a> {
    graph: Graph<'a>,
    ladders: Vec<Option<Ladder<'a>>>,
    standings: Vec<Standing>,
    names: index::Names,
    pub(super) faults: Faults,
}

impl<'a> Joined<'a> {
    pub(super) fn of(draft: &Draft<'a>, roles: &[Resolved<'a>]) -> Self {
        let mut faults = Faults::default();
        let graph = graph::graph(draft, roles, &mut faults);
        let ladders = ladder::ladders(draft, roles, &mut faults);
        let names = index::names(draft, roles, &mut faults);
        let standings = standing::standings(draft, roles, &ladders);
        Self { graph, ladders, standings, names, faults }
    }
}

/// Writes what needs no other role.
pub(super) fn alone(writer: &mut Writer<'_>, draft: &Draft<'_>, roles: &[Resolved<'_>], titles: &Titles) {
    // Whoever lays a catalog over another waits for it.
    let is_alone = draft.origins.len() == 1;
    write_evidence(writer, draft, is_alone && roles.iter().all(is_packed));
    writer.plain(Part::Terms, roles.iter().map(|role| seldom::record(&role.terms, is_packed(role))));
    writer.records(Part::Mappings, roles.iter().map(|role| &role.mapping));
    writer.records(Part::Texts, roles.iter().map(|role| &role.texts));
    write_abroad(writer, draft, roles);
    write_titles(writer, titles);
    write_pay(writer, draft);
    writer.records(Part::Heads, roles.iter().map(|role| &role.head));
    writer.records(Part::Proses, roles.iter().map(|role| &role.prose));
    write_days(writer, roles);
    writer.plain(Part::Profiles, roles.iter().map(|role| &role.profile));
    writer.records(Part::Grades, &graded(roles));
}

/// The roles that have grades, in catalog order.
fn graded<'a>(roles: &[Resolved<'a>]) -> Vec<Graded<'a>> {
    let graded = |(at, role): (usize, &Resolved<'a>)| Graded { role: at.into(), grades: role.grades.clone() };
    roles.iter().enumerate().filter(|(_, role)| !role.grades.is_empty()).map(graded).collect()
}

fn write_evidence(writer: &mut Writer<'_>, draft: &Draft<'_>, is_packed: bool) {
    let Tables { frameworks, records, elements, readings, scales, scoring, technologies, usage, moves, .. } =
        &draft.evidence;
    writer.records(Part::Frameworks, frameworks);
    write_records(writer, records);
    writer.records(Part::Elements, elements);
    if !is_packed {
        writer.records(Part::Readings, readings);
    }
    writer.records(Part::Scales, scales);
    writer.records(Part::Scoring, [scoring]);
    if is_packed {
        let packed = packed::pack_bytes(&role::encoded(&(readings, technologies, usage, moves)));
        return writer.plain(Part::PackedEvidence, [packed].iter());
    }
    writer.records(Part::Technologies, technologies);
    writer.records(Part::Usage, usage);
    writer.records(Part::StatedMoves, moves);
}

fn write_abroad(writer: &mut Writer<'_>, draft: &Draft<'_>, roles: &[Resolved<'_>]) {
    let record =
        |role: &Resolved<'_>| seldom::record(&role::encoded(&translations(draft, role.head.id)), is_packed(role));
    writer.plain(Part::Translations, roles.iter().map(record));
    let foreign = index::foreign(draft, roles);
    write_hashed(writer, Part::Foreign, Part::ForeignRoles, &foreign);
}

fn write_titles(writer: &mut Writer<'_>, titles: &Titles) {
    writer.plain(Part::TitleWords, titles.words.keys());
    writer.records(Part::TitleRecords, titles.words.values());
    writer.records(Part::TitlePostings, &titles.postings);
    write_hashed(writer, Part::TitleKeys, Part::TitleKeyRoles, &titles.keys);
    write_hashed(writer, Part::TitleBags, Part::TitleBagRoles, &titles.bags);
    writer.records(Part::TitleNames, &titles.names);
}

/// Writes keys that are only ever looked for, and what each finds.
fn write_hashed<'k, T: Serialize + 'k>(
    writer: &mut Writer<'_>,
    keys: Part,
    found: Part,
    by_key: impl IntoIterator<Item = (&'k (impl AsRef<str> + 'k), &'k T)>,
) {
    let by_hash: BTreeMap<[u8; 8], &T> = by_key.into_iter().map(|(key, found)| (hashed(key.as_ref()), found)).collect();
    writer.plain(keys, by_hash.keys());
    writer.records(found, by_hash.into_values());
}

/// Writes records, and before them the names of their elements, once each.
fn write_records(writer: &mut Writer<'_>, records: &[Record<'_>]) {
    let names: BTreeSet<&str> = records.iter().flat_map(|record| &record.cells).map(|cell| cell.element).collect();
    let numbers: HashMap<&str, u32> = names.iter().copied().zip(0..).collect();
    let baked: Vec<BakedRecord<'_>> = records
        .iter()
        .map(|record| BakedRecord {
            framework: record.framework,
            code: record.code,
            title: record.title,
            cells: record.cells.iter().map(|cell| (numbers[cell.element], cell.value)).collect(),
        })
        .collect();
    writer.plain(Part::ElementNames, names.iter());
    writer.records(Part::Records, &baked);
}

/// Whether a role is of a catalog whose files are packed: what is seldom asked for is packed there too.
fn is_packed(role: &Resolved<'_>) -> bool {
    role.texts.iter().any(|file| matches!(file.text, Text::Packed(_)))
}

/// Writes the days of roles; those of a catalog whose files are packed are packed too.
fn write_days(writer: &mut Writer<'_>, roles: &[Resolved<'_>]) {
    let packed: Vec<Option<Vec<u8>>> =
        roles.iter().map(|role| is_packed(role).then(|| role.day.packed()).flatten()).collect();
    let days: Vec<Day<'_>> = roles
        .iter()
        .zip(&packed)
        .map(|(role, packed)| packed.as_ref().map_or_else(|| role.day.clone(), |bytes| Day::Packed(bytes)))
        .collect();
    writer.records(Part::Days, &days);
}

fn write_pay(writer: &mut Writer<'_>, draft: &Draft<'_>) {
    let none = Vec::new();
    let series = || (0..draft.series.len()).map(SeriesIx::from);
    writer.records(Part::StateRows, series().map(|series| draft.states.get(&series).unwrap_or(&none)));
    writer.records(Part::MetroRows, series().map(|series| draft.metros.get(&series).unwrap_or(&none)));
    writer.records(Part::Certificates, &draft.certificates.records);
    writer.records(Part::Preparations, &draft.preparations);
    writer.records(Part::Series, &draft.series);
}

/// Writes what is known once all roles are.
pub(super) fn joined(writer: &mut Writer<'_>, Joined { graph, ladders, standings, names, .. }: &Joined<'_>) {
    writer.records(Part::Moves, &graph.moves);
    writer.records(Part::Rungs, ladders);
    writer.records(Part::Standings, standings);
    writer.plain(Part::Names, names.keys());
    writer.records(Part::NameRoles, names.values());
    writer.records(Part::Related, &graph.related);
}

/// Writes what roles are told in.
pub(super) fn vocabulary(writer: &mut Writer<'_>, draft: &Draft<'_>) {
    writer.records(Part::Competencies, &draft.competencies.records);
    writer.records(Part::Tools, &draft.tools.records);
    writer.records(Part::Regions, &draft.regions.records);
    writer.records(Part::Sources, &draft.sources.records);
    writer.records(Part::Levels, draft.levels.values());
    writer.records(Part::Tracks, &draft.tracks.records);
    writer.records(Part::Families, &draft.families.records);
    let about = About {
        origins: draft.origins.clone(),
        imprints: draft.imprints.clone(),
        begins: draft.begins.clone(),
        editorial: draft.editorial(),
        readers: draft.readers(),
        newest: draft.newest(),
        frameworks: draft.evidence.frameworks.iter().map(|framework| framework.source).collect(),
        scales: draft.scales.clone(),
    };
    writer.records(Part::About, &[about]);
}

fn translations<'a>(draft: &Draft<'a>, id: &str) -> Vec<Translation<'a>> {
    let titles = draft.titles_of(id).filter(|titles| titles.language != "en");
    let mut translations: Vec<Translation<'a>> = titles
        .map(|titles| Translation { language: titles.language, source: titles.source, names: titles.names.clone() })
        .collect();
    translations.arrange_by_key(|translation| (translation.language, translation.source));
    translations
}
