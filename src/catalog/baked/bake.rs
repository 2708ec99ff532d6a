//! From layers of files to the baked form.

use std::collections::{BTreeMap, HashSet};

use crate::catalog::Catalog;
use crate::catalog::baked::blob::Writer;
use crate::catalog::baked::sections::{Part, Sink};
use crate::catalog::baked::write;
use crate::catalog::baked::write::Joined;
use crate::catalog::model::{Alias, Edge, FileText, Ladder, RoleIx};
use crate::catalog::parallel;
use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::files::SourceFile;
use crate::catalog::read::load;
use crate::catalog::read::load::{Layer, RoleFile};
use crate::catalog::resolve::bands;
use crate::catalog::resolve::draft::Draft;
use crate::catalog::resolve::faults::Faults;
use crate::catalog::resolve::index;
use crate::catalog::resolve::pay::StatedPay;
use crate::catalog::resolve::replaced;
use crate::catalog::resolve::role;
use crate::catalog::resolve::role::{LadderLink, Link, Memo, Resolved};
use crate::catalog::resolve::unread;
use crate::catalog::resolve::weights;
use crate::catalog::resolve::written::MergedRole;
use crate::catalog::titles::index as index_of_titles;
use crate::catalog::titles::index::Titles;
use crate::text::sorting::Arrange;

/// A catalog's files, and the name under which answers speak of it.
pub struct Named<'a> {
    pub name: &'a str,
    pub layer: &'a Layer,
}

/// Bakes a catalog from its files alone, in memory.
///
/// # Errors
/// Every structural fault, sorted by file and line.
pub fn bake(layer: &Named<'_>) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let mut bytes = Vec::new();
    resolve(None, std::slice::from_ref(layer), |roles| roles.write(&[], &mut bytes)).map(|()| bytes)
}

/// Bakes catalogs laid over each other, the last on top, over a baked one where there is one; at most
/// [`MOST`] of them, that one included. For whoever checks them: no title is looked up among such names, and
/// to index them would be most of the work.
///
/// # Errors
/// Every structural fault, sorted by file and line.
pub fn bake_over(base: Option<&Catalog<'_>>, layers: &[Named<'_>]) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let mut bytes = Vec::new();
    resolve(base, layers, |roles| Roles { indexes_titles: false, ..roles }.write(&[], &mut bytes)).map(|()| bytes)
}

/// Roles of which everything is known that can be known of each alone, and all that they refer to.
pub struct Roles<'a> {
    draft: Draft<'a>,
    /// In catalog order.
    roles: Vec<Resolved<'a>>,
    faults: Faults,
    /// The rules that seem to be broken because a table could not be read.
    unread: Vec<&'static str>,
    indexes_titles: bool,
}

/// Lays catalogs over each other, as [`bake_over`] does, and hands over what is to be written.
pub fn resolve<T>(base: Option<&Catalog<'_>>, layers: &[Named<'_>], hand_over: impl FnOnce(Roles<'_>) -> T) -> T {
    let beneath = base.map(|base| beneath(base, layers)).unwrap_or_default();
    let evidence = base.map(Catalog::unpacked).unwrap_or_default();
    let mut faults = Faults::default();
    let mut draft = base.map(|base| Draft::from_catalog(base, &evidence)).unwrap_or_default();
    let first = draft.origins.len();
    for (above, named) in layers.iter().enumerate() {
        draft.origins.push(named.name);
        draft.begins.push(draft.begin());
        draft.lay(named.layer, origin(first + above), &mut faults);
    }
    let written = written(&beneath, layers, first);
    let mut roles: Vec<Resolved<'_>> = base.map(|base| untouched(base, &written)).unwrap_or_default();
    roles.iter_mut().for_each(|role| add_titles(&draft, role));
    roles.extend(resolved(&mut draft, written.into_values().collect(), &mut faults));
    replaced::replace(&mut draft, &mut roles, &mut faults);
    index::keep_former(&draft, &mut roles);
    roles.arrange_by_key(|role| (role.head.family, role.head.level, role.head.track, role.head.title, role.head.id));
    let makes_scales = base.is_none() || layers.iter().any(|named| named.layer.speaks_of_weights());
    weights::weigh(&mut draft, &mut roles, makes_scales);
    let unread = unread::rules(layers.iter().map(|named| named.layer));
    hand_over(Roles { draft, roles, faults, unread, indexes_titles: true })
}

/// Resolves roles. Salaries that they state become series first: the rest only looks things up, and
/// each role can be resolved by itself.
fn resolved<'a>(draft: &mut Draft<'a>, written: Vec<MergedRole<'a>>, faults: &mut Faults) -> Vec<Resolved<'a>> {
    const BATCH: usize = 16;
    let stated: Vec<StatedPay> = written.iter().map(|role| draft.lay_stated(role, faults)).collect();
    let pairs: Vec<(MergedRole<'a>, StatedPay)> = written.into_iter().zip(stated).collect();
    let batches: Vec<&[(MergedRole<'a>, StatedPay)]> = pairs.chunks(BATCH).collect();
    let draft = &*draft;
    let batches = parallel::map(parallel::threads(pairs.len()), &batches, |known: &mut Memo<'a>, batch| {
        let mut faults = Faults::default();
        let resolve =
            |(written, stated): &(MergedRole<'a>, StatedPay)| role::resolve(draft, known, written, stated, &mut faults);
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

/// How many catalogs can be laid over each other, the lowest one included: what states a role is told
/// by one bit each.
pub const MOST: usize = 32;

/// Catalogs are numbered from the bottom. Whoever lays them keeps to [`MOST`].
fn origin(position: usize) -> u8 {
    u8::try_from(position).unwrap_or(u8::MAX)
}

/// The files of roles beneath that a layer says something of: they are merged field by field. Where it
/// says something of what roles are computed from, all of them: each is resolved anew.
fn beneath(base: &Catalog<'_>, layers: &[Named<'_>]) -> Vec<RoleFile> {
    let is_computed_anew = layers.iter().any(|named| named.layer.speaks_of_evidence());
    let above = layers.iter().flat_map(|named| &named.layer.roles);
    let ids: HashSet<&str> = above.map(|file| file.id.as_str()).collect();
    let roles = base.roles().filter(|role| is_computed_anew || ids.contains(base.id(*role)));
    let texts = roles.flat_map(|role| base.texts(role));
    let source =
        |text: FileText<'_>| Some(SourceFile { path: text.path.to_owned(), text: text.read().ok()?.into_owned() });
    load::parse(&texts.filter_map(source).collect::<Vec<_>>()).0.roles
}

/// Every role of which a file is at hand, each field from the last catalog that states it.
fn written<'a>(beneath: &'a [RoleFile], layers: &'a [Named<'a>], first: usize) -> BTreeMap<&'a str, MergedRole<'a>> {
    let beneath = beneath.iter().map(|file| (0, file));
    let above = layers.iter().enumerate();
    let above = above.flat_map(|(at, named)| named.layer.roles.iter().map(move |file| (origin(first + at), file)));
    let mut roles = BTreeMap::new();
    for (origin, file) in beneath.chain(above) {
        roles.entry(file.id.as_str()).or_insert_with(|| MergedRole::new(file, origin)).lay(file, origin);
    }
    roles
}

/// Roles of the catalog beneath that no layer speaks of.
fn untouched<'a>(base: &Catalog<'a>, written: &BTreeMap<&str, MergedRole<'_>>) -> Vec<Resolved<'a>> {
    let roles = base.roles().filter(|role| !written.contains_key(base.id(*role)));
    roles.map(|role| from_catalog(base, role)).collect()
}

fn from_catalog<'a>(base: &Catalog<'a>, role: RoleIx) -> Resolved<'a> {
    let moves = base.moves(role);
    let link = |edge: &Edge<'a>| Link {
        id: base.id(edge.role),
        origin: edge.origin,
        place: None,
        grade: edge.grade.map(|grade| (grade, None)),
    };
    Resolved {
        head: base.head(role),
        prose: base.prose(role),
        day: base.day(role),
        profile: role::encoded(&base.profile(role)),
        terms: role::encoded(&base.grounds(role).terms()),
        mapping: base.mapping(role),
        unweighed: None,
        texts: base.texts(role),
        names: Vec::new(),
        former: Vec::new(),
        prerequisites: moves.prerequisites.iter().map(link).collect(),
        lateral: moves.lateral.iter().map(link).collect(),
        replaces: Vec::new(),
        ladder: base.ladder(role).map(|ladder| ladder_link(base, role, &ladder)),
        grades: base.grades(role),
        graded_by: None,
        rank_at: None,
    }
}

/// Returns what a role of the catalog beneath said of its ladder.
fn ladder_link<'a>(base: &Catalog<'a>, role: RoleIx, ladder: &Ladder<'a>) -> LadderLink<'a> {
    let step = ladder.rungs.iter().find(|rung| rung.role == role).and_then(|rung| rung.step);
    let joins = ladder.joins.filter(|_| ladder.base == role).map(|joined| base.id(joined));
    LadderLink { of: base.id(ladder.base), step, joins, place: None }
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

/// Takes out what was said of a value that only stood in for one that could not be read: it stands where a
/// fault was found before.
pub fn drop_stand_ins(found: &[Diagnostic], faults: &mut Vec<Diagnostic>) {
    let causes: HashSet<_> = found.iter().map(|it| (it.catalog, it.file.as_str(), it.line, it.column)).collect();
    faults.retain(|it| it.line == 0 || !causes.contains(&(it.catalog, it.file.as_str(), it.line, it.column)));
}

impl<'a> Roles<'a> {
    /// Writes the baked catalog, unless something is at fault, here or among what was found before.
    ///
    /// # Errors
    /// Every structural fault and those found before, sorted by file and line. Those that follow from a table
    /// that could not be read are left out: there may be none besides.
    pub fn write(&self, found: &[Diagnostic], into: &mut dyn Sink) -> Result<(), Vec<Diagnostic>> {
        let mut faults = self.faults.0.clone();
        faults.extend(match found.is_empty() && faults.is_empty() {
            true => self.written(into),
            false => self.joined().faults.0,
        });
        let is_sound = found.is_empty() && faults.is_empty();
        drop_stand_ins(found, &mut faults);
        faults.extend_from_slice(found);
        faults.retain(|fault| !self.unread.contains(&fault.rule));
        faults.arrange();
        faults.dedup();
        if is_sound { Ok(()) } else { Err(faults) }
    }

    /// Writes section by section, what needs no other role while the roles are joined. Returns the
    /// faults of joining them: what is written is then none.
    fn written(&self, into: &mut dyn Sink) -> Vec<Diagnostic> {
        let Self { draft, roles, .. } = self;
        let mut writer = Writer::new(into);
        let join = |(): &mut (), (): &()| self.joined();
        let threads = parallel::threads(roles.len());
        let (joined, ()) = parallel::beside(threads, &[()], join, || {
            let titles = if self.indexes_titles { index_of_titles::titles(draft, roles) } else { Titles::default() };
            write::alone(&mut writer, draft, roles, &titles);
        });
        joined.iter().for_each(|joined| write::joined(&mut writer, joined));
        writer.records(Part::Bands, &[bands::bands(draft.competencies.records.len(), roles)]);
        write::vocabulary(&mut writer, draft);
        writer.finish();
        joined.into_iter().flat_map(|joined| joined.faults.0).collect()
    }

    fn joined(&self) -> Joined<'a> {
        Joined::of(&self.draft, &self.roles)
    }
}
