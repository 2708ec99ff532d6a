//! From layers of files to the baked form.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Catalog;
use super::blob::{Part, Writer};
use super::diagnostic::Diagnostic;
use super::draft::Draft;
use super::files::SourceFile;
use super::graph::{self, Graph};
use super::index;
use super::load::{self, Layer, RoleFile};
use super::model::{About, Alias, Edge, RoleIx, SeriesIx, Translation};
use super::role::{self, Link, Resolved};
use super::table::Faults;
use super::written::Written;

/// A catalog's files, and the name under which answers speak of it.
pub struct Named<'a> {
    pub name: &'a str,
    pub layer: &'a Layer,
}

/// Bakes a catalog from its files alone.
///
/// # Errors
/// Every structural fault, sorted by file and line.
pub fn bake(layer: &Named<'_>) -> Result<Vec<u8>, Vec<Diagnostic>> {
    bake_over(None, std::slice::from_ref(layer))
}

/// Bakes catalogs laid over each other, the last on top, over a baked one where there is one.
///
/// # Errors
/// Every structural fault, sorted by file and line.
pub fn bake_over(base: Option<&Catalog<'_>>, layers: &[Named<'_>]) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let beneath = base.map(|base| beneath(base, layers)).unwrap_or_default();
    let mut faults = Faults::default();
    let mut draft = base.map(Draft::from_catalog).unwrap_or_default();
    let first = origin(draft.origins.len());
    for (above, named) in layers.iter().enumerate() {
        draft.origins.push(named.name);
        draft.lay(named.layer, first + origin(above), &mut faults);
    }
    let written = written(&beneath, layers, first);
    let mut roles: Vec<Resolved<'_>> = base.map(|base| untouched(base, &written)).unwrap_or_default();
    roles.iter_mut().for_each(|role| add_titles(&draft, role));
    roles.extend(written.values().filter_map(|role| role::resolve(&mut draft, role, &mut faults)));
    roles.sort_by_key(|role| (role.head.family, role.head.level, role.head.track, role.head.title, role.head.id));
    let graph = graph::graph(&draft, &roles, &mut faults);
    let names = index::names(&roles, &mut faults);
    if faults.0.is_empty() {
        return Ok(write(&draft, &roles, &graph, names));
    }
    faults.0.sort();
    faults.0.dedup();
    Err(faults.0)
}

/// Catalogs are numbered from the bottom; no command line has room for more.
fn origin(position: usize) -> u8 {
    u8::try_from(position).unwrap_or(u8::MAX)
}

/// The files of roles beneath that a layer says something of: they are merged field by field.
fn beneath(base: &Catalog<'_>, layers: &[Named<'_>]) -> Vec<RoleFile> {
    let above = layers.iter().flat_map(|named| &named.layer.roles);
    let ids: BTreeSet<&str> = above.map(|file| file.id.as_str()).collect();
    let texts = ids.into_iter().filter_map(|id| base.find_id(id)).flat_map(|role| base.texts(role));
    let sources = texts.map(|text| SourceFile { path: text.path.to_owned(), text: text.text.to_owned() });
    load::parse(sources.collect()).0.roles
}

/// Every role of which a file is at hand, each field from the last catalog that states it.
fn written<'a>(beneath: &'a [RoleFile], layers: &'a [Named<'a>], first: u8) -> BTreeMap<&'a str, Written<'a>> {
    let beneath = beneath.iter().map(|file| (0, file));
    let above = layers.iter().enumerate();
    let above = above.flat_map(|(at, named)| named.layer.roles.iter().map(move |file| (first + origin(at), file)));
    let mut roles = BTreeMap::new();
    for (origin, file) in beneath.chain(above) {
        roles.entry(file.id.as_str()).or_insert_with(|| Written::new(file)).lay(file, origin);
    }
    roles
}

/// Roles of the catalog beneath that no layer speaks of.
fn untouched<'a>(base: &Catalog<'a>, written: &BTreeMap<&str, Written<'_>>) -> Vec<Resolved<'a>> {
    let roles = base.roles().filter(|role| !written.contains_key(base.head(*role).id));
    roles.map(|role| from_catalog(base, role)).collect()
}

fn from_catalog<'a>(base: &Catalog<'a>, role: RoleIx) -> Resolved<'a> {
    let moves = base.moves(role);
    let link = |edge: &Edge<'a>| Link { id: base.head(edge.role).id, origin: edge.origin, place: None };
    Resolved {
        head: base.head(role),
        prose: base.prose(role),
        profile: base.profile(role),
        mapping: base.mapping(role),
        texts: base.texts(role),
        prerequisites: moves.prerequisites.iter().map(link).collect(),
        lateral: moves.lateral.iter().map(link).collect(),
    }
}

/// Adds the English names that the layers' evidence gives to a role of which they say nothing else.
fn add_titles<'a>(draft: &Draft<'a>, role: &mut Resolved<'a>) {
    for titles in draft.evidence.titles.iter().filter(|t| t.role == role.head.id && t.language == "en") {
        for name in &titles.names {
            if role.prose.aliases.iter().all(|known| known.name != *name) {
                role.prose.aliases.push(Alias { name, source: titles.source });
            }
        }
    }
}

fn write(draft: &Draft<'_>, roles: &[Resolved<'_>], graph: &Graph<'_>, names: index::Names) -> Vec<u8> {
    let mut writer = Writer::default();
    put(&mut writer, Part::About, &About { origins: draft.origins.clone(), editorial: draft.editorial() });
    put_all(&mut writer, Part::Families, &draft.families.records);
    put_all(&mut writer, Part::Tracks, &draft.tracks.records);
    put_all(&mut writer, Part::Levels, draft.levels.values());
    put_all(&mut writer, Part::Competencies, &draft.competencies.records);
    put_all(&mut writer, Part::Tools, &draft.tools.records);
    put_all(&mut writer, Part::Regions, &draft.regions.records);
    put_all(&mut writer, Part::Sources, &draft.sources.records);
    put_all(&mut writer, Part::Onet, &draft.evidence.onet);
    put_all(&mut writer, Part::Gdad, &draft.evidence.gdad);
    put_all(&mut writer, Part::Esco, &draft.evidence.esco);
    put_all(&mut writer, Part::Ladders, &draft.evidence.ladders);
    put_all(&mut writer, Part::Usage, &draft.evidence.usage);
    put_all(&mut writer, Part::StatedMoves, &draft.evidence.moves);
    write_pay(&mut writer, draft);
    write_roles(&mut writer, draft, roles, graph);
    write_indexes(&mut writer, draft, roles, names);
    writer.finish()
}

fn write_pay(writer: &mut Writer, draft: &Draft<'_>) {
    put_all(writer, Part::Series, &draft.series);
    let none = Vec::new();
    for at in 0..draft.series.len() {
        let series = SeriesIx::from(at);
        put(writer, Part::StateRows, draft.states.get(&series).unwrap_or(&none));
        put(writer, Part::MetroRows, draft.metros.get(&series).unwrap_or(&none));
    }
}

fn write_roles(writer: &mut Writer, draft: &Draft<'_>, roles: &[Resolved<'_>], graph: &Graph<'_>) {
    for role in roles {
        put(writer, Part::Heads, &role.head);
        put(writer, Part::Proses, &role.prose);
        put(writer, Part::Profiles, &role.profile);
        put(writer, Part::Mappings, &role.mapping);
        put(writer, Part::Texts, &role.texts);
        put(writer, Part::Translations, &translations(draft, role.head.id));
    }
    put_all(writer, Part::Moves, &graph.moves);
    put_all(writer, Part::Related, &graph.related);
}

fn translations<'a>(draft: &Draft<'a>, id: &str) -> Vec<Translation<'a>> {
    let titles = draft.evidence.titles.iter().filter(|titles| titles.role == id && titles.language != "en");
    let mut translations: Vec<Translation<'a>> = titles
        .map(|titles| Translation { language: titles.language, source: titles.source, names: titles.names.clone() })
        .collect();
    translations.sort_by_key(|translation| (translation.language, translation.source));
    translations
}

fn write_indexes(writer: &mut Writer, draft: &Draft<'_>, roles: &[Resolved<'_>], names: index::Names) {
    for (name, roles) in names {
        writer.push(Part::Names, name.into_bytes());
        put(writer, Part::NameRoles, &roles);
    }
    for (name, roles) in index::foreign(draft, roles) {
        writer.push(Part::Foreign, name.into_bytes());
        put(writer, Part::ForeignRoles, &roles);
    }
    for (word, postings) in index::words(draft, roles) {
        writer.push(Part::Words, word.into_bytes());
        put(writer, Part::Postings, &postings);
    }
}

fn put_all<'r, T: Serialize + 'r>(writer: &mut Writer, part: Part, records: impl IntoIterator<Item = &'r T>) {
    records.into_iter().for_each(|record| put(writer, part, record));
}

fn put(writer: &mut Writer, part: Part, record: &impl Serialize) {
    writer.push(part, postcard::to_allocvec(record).expect("every record has a length that is known"));
}
