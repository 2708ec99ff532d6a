//! From layers of files to the baked form.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Catalog;
use super::blob::{Part, Writer};
use super::diagnostic::Diagnostic;
use super::draft::Draft;
use super::files::SourceFile;
use super::graph::{self, Graph};
use super::index;
use super::load::{self, Layer, RoleFile};
use super::model::{About, Alias, Edge, FileText, PayLabel, RoleIx, SeriesIx, Translation};
use super::parallel;
use super::role::{self, Known, Link, Resolved};
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
    roles.extend(resolved(&mut draft, written.into_values().collect(), &mut faults));
    roles.sort_by_key(|role| (role.head.family, role.head.level, role.head.track, role.head.title, role.head.id));
    // Words are indexed while it is found out whether anybody may ask for them.
    let (words, front) = index::words(&draft, &roles, || front(&draft, &roles, &mut faults));
    if let Some(front) = front {
        return Ok(write(front, &draft, &roles, &words));
    }
    faults.0.sort();
    faults.0.dedup();
    Err(faults.0)
}

/// Resolves roles. Salaries that they state become series first: the rest only looks things up, and
/// each role can be resolved by itself.
fn resolved<'a>(draft: &mut Draft<'a>, written: Vec<Written<'a>>, faults: &mut Faults) -> Vec<Resolved<'a>> {
    const BATCH: usize = 16;
    let stated: Vec<Vec<PayLabel>> = written.iter().map(|role| role::stated_pay(draft, role, faults)).collect();
    let pairs: Vec<(Written<'a>, Vec<PayLabel>)> = written.into_iter().zip(stated).collect();
    let batches: Vec<&[(Written<'a>, Vec<PayLabel>)]> = pairs.chunks(BATCH).collect();
    let draft = &*draft;
    let batches = parallel::map(parallel::threads(pairs.len()), &batches, |known: &mut Known<'a>, batch| {
        let mut faults = Faults::default();
        let resolve = |(written, stated): &(Written<'a>, Vec<PayLabel>)| {
            role::resolve(draft, known, written, stated, &mut faults)
        };
        let roles: Vec<Resolved<'a>> = batch.iter().filter_map(resolve).collect();
        (roles, faults)
    });
    let mut roles = Vec::with_capacity(pairs.len());
    for (batch, more) in batches {
        roles.extend(batch);
        faults.0.extend(more.0);
    }
    roles
}

/// Catalogs are numbered from the bottom; no command line has room for more.
fn origin(position: usize) -> u8 {
    u8::try_from(position).unwrap_or(u8::MAX)
}

/// The files of roles beneath that a layer says something of: they are merged field by field.
fn beneath(base: &Catalog<'_>, layers: &[Named<'_>]) -> Vec<RoleFile> {
    let above = layers.iter().flat_map(|named| &named.layer.roles);
    let ids: BTreeSet<&str> = above.map(|file| file.id.as_str()).collect();
    let known: HashMap<&str, RoleIx> = base.roles().map(|role| (base.head(role).id, role)).collect();
    let texts = ids.into_iter().filter_map(|id| known.get(id)).flat_map(|role| base.texts(*role));
    let source =
        |text: FileText<'_>| Some(SourceFile { path: text.path.to_owned(), text: text.read().ok()?.into_owned() });
    load::parse(&texts.filter_map(source).collect::<Vec<_>>()).0.roles
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
        profile: role::encoded(&base.profile(role)),
        mapping: base.mapping(role),
        texts: base.texts(role),
        names: Vec::new(),
        prerequisites: moves.prerequisites.iter().map(link).collect(),
        lateral: moves.lateral.iter().map(link).collect(),
    }
}

/// Adds the English names that the layers' evidence gives to a role of which they say nothing else.
fn add_titles<'a>(draft: &Draft<'a>, role: &mut Resolved<'a>) {
    for titles in draft.titles_of(role.head.id).filter(|titles| titles.language == "en") {
        for name in &titles.names {
            if role.prose.aliases.iter().all(|known| known.name != *name) {
                role.prose.aliases.push(Alias { name, source: titles.source });
            }
        }
    }
}

/// Draws the graph, finds the names, and writes the sections that lie before the words, unless something is at fault.
fn front(draft: &Draft<'_>, roles: &[Resolved<'_>], faults: &mut Faults) -> Option<Writer> {
    let graph = graph::graph(draft, roles, faults);
    let names = index::names(roles, faults);
    faults.0.is_empty().then(|| write_front(draft, roles, &graph, &names))
}

/// Writes the sections from the words on. Sections lie in their order: what many questions ask for lies in front.
fn write(mut writer: Writer, draft: &Draft<'_>, roles: &[Resolved<'_>], words: &index::Words) -> Vec<u8> {
    write_search(&mut writer, draft, roles, words);
    writer.records(Part::Texts, roles.iter().map(|role| &role.texts));
    write_evidence(&mut writer, draft);
    writer.finish()
}

fn write_front(draft: &Draft<'_>, roles: &[Resolved<'_>], graph: &Graph<'_>, names: &index::Names) -> Writer {
    // What is baked is nearly as long as its YAML.
    let mut writer = Writer::new(draft.bytes);
    writer.records(Part::About, &[About { origins: draft.origins.clone(), editorial: draft.editorial() }]);
    writer.records(Part::Families, &draft.families.records);
    writer.records(Part::Tracks, &draft.tracks.records);
    writer.records(Part::Levels, draft.levels.values());
    writer.records(Part::Competencies, &draft.competencies.records);
    writer.records(Part::Tools, &draft.tools.records);
    writer.records(Part::Regions, &draft.regions.records);
    writer.records(Part::Sources, &draft.sources.records);
    writer.records(Part::Heads, roles.iter().map(|role| &role.head));
    writer.records(Part::Proses, roles.iter().map(|role| &role.prose));
    writer.plain(Part::Profiles, roles.iter().map(|role| &role.profile));
    writer.records(Part::Moves, &graph.moves);
    writer.plain(Part::Names, names.keys());
    writer.records(Part::NameRoles, names.values());
    write_pay(&mut writer, draft);
    writer.records(Part::Mappings, roles.iter().map(|role| &role.mapping));
    writer.records(Part::Related, &graph.related);
    writer
}

fn write_pay(writer: &mut Writer, draft: &Draft<'_>) {
    let none = Vec::new();
    let series = || (0..draft.series.len()).map(SeriesIx::from);
    writer.records(Part::Series, &draft.series);
    let rows: Vec<_> = series().map(|series| draft.states.get(&series).unwrap_or(&none)).collect();
    writer.records(Part::StateRows, rows);
    let rows: Vec<_> = series().map(|series| draft.metros.get(&series).unwrap_or(&none)).collect();
    writer.records(Part::MetroRows, rows);
}

fn write_search(writer: &mut Writer, draft: &Draft<'_>, roles: &[Resolved<'_>], words: &index::Words) {
    writer.plain(Part::Words, words.iter().map(|(word, _)| word.as_bytes()));
    writer.plain(Part::Postings, words.iter().map(|(_, postings)| postings));
    let foreign = index::foreign(draft, roles);
    writer.plain(Part::Foreign, foreign.keys());
    writer.records(Part::ForeignRoles, foreign.values());
    let translations: Vec<_> = roles.iter().map(|role| translations(draft, role.head.id)).collect();
    writer.records(Part::Translations, &translations);
}

fn write_evidence(writer: &mut Writer, draft: &Draft<'_>) {
    writer.records(Part::Onet, &draft.evidence.onet);
    writer.records(Part::Gdad, &draft.evidence.gdad);
    writer.records(Part::Esco, &draft.evidence.esco);
    writer.records(Part::Ladders, &draft.evidence.ladders);
    writer.records(Part::Usage, &draft.evidence.usage);
    writer.records(Part::StatedMoves, &draft.evidence.moves);
}

fn translations<'a>(draft: &Draft<'a>, id: &str) -> Vec<Translation<'a>> {
    let titles = draft.titles_of(id).filter(|titles| titles.language != "en");
    let mut translations: Vec<Translation<'a>> = titles
        .map(|titles| Translation { language: titles.language, source: titles.source, names: titles.names.clone() })
        .collect();
    translations.sort_by_key(|translation| (translation.language, translation.source));
    translations
}
