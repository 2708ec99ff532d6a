//! From records to the names that answers carry: titles beside ids, sources beside figures.

use crate::catalog::Catalog;
use crate::catalog::model;
use crate::catalog::model::{Back, Head, Level, Name, RegionIx, RoleIx, SourceIx, bit};
use crate::view::{CatalogName, Edge, Entry, Observation, RegionName, RoleName, SourceName, Support};

/// Names roles, regions and sources; the small tables are decoded once.
pub struct Namer<'a> {
    pub catalog: Catalog<'a>,
    families: Vec<Name<'a>>,
    tracks: Vec<Name<'a>>,
    levels: Vec<Level<'a>>,
    origins: Vec<&'a str>,
    imprints: Vec<model::Imprint<'a>>,
}

/// What the built-in catalog calls itself.
const BUILTIN: &str = "built-in";

/// What a rank is called that its track has no name for.
const RANKS: [&str; 10] =
    ["", "rank 1", "rank 2", "rank 3", "rank 4", "rank 5", "rank 6", "rank 7", "rank 8", "rank 9"];

/// As [`Namer::imprint`].
pub fn whose<'a>(origins: &[&'a str], imprints: &[model::Imprint<'a>], origin: u8) -> Option<&'a str> {
    let at = usize::from(origin);
    let name = *origins.get(at)?;
    let imprint = imprints.get(at).copied().unwrap_or_default();
    let stated = imprint.title.or(imprint.owner).or((at > 0).then_some(name));
    stated.filter(|_| at > 0 || name != BUILTIN)
}

impl<'a> Namer<'a> {
    pub fn new(catalog: Catalog<'a>) -> Self {
        let model::About { origins, imprints, .. } = catalog.about();
        Self {
            catalog,
            families: catalog.family_names().collect(),
            tracks: catalog.track_names().collect(),
            levels: catalog.levels().collect(),
            origins,
            imprints,
        }
    }

    pub fn role(&self, role: RoleIx) -> RoleName<'a> {
        self.head(&self.catalog.head(role))
    }

    pub fn head(&self, head: &Head<'a>) -> RoleName<'a> {
        let family = &self.families[head.family.at()];
        RoleName {
            id: head.id,
            title: head.title,
            family: Entry { id: family.id, title: family.title },
            track: self.tracks[head.track.at()].id,
            rank: head.level,
            level: self.level(head),
            grade: None,
            catalogs: self.catalogs(head.origins),
            elsewhere: head.elsewhere,
        }
    }

    /// Returns what a rank is called on a track.
    pub fn level(&self, head: &Head<'_>) -> &'a str {
        let level = self.levels.iter().find(|level| level.rank == head.level);
        let name = level.and_then(|level| level.names.iter().find(|name| name.track == head.track));
        name.map_or_else(|| RANKS.get(usize::from(head.level)).copied().unwrap_or(""), |name| name.name)
    }

    fn catalogs(&self, bits: u32) -> Vec<&'a str> {
        let is_set = |at: usize| bits & bit(at) != 0;
        self.origins.iter().enumerate().filter(|(at, _)| is_set(*at)).map(|(_, name)| *name).collect()
    }

    /// Returns the name of a catalog; 0 is the lowest.
    pub fn origin(&self, origin: u8) -> &'a str {
        self.origins.get(usize::from(origin)).copied().unwrap_or("")
    }

    /// Returns what a catalog is called whose own word something is: its title, or else its owner. A catalog that says
    /// neither is called by its name, where it lies over others; what the lowest one says is editorial.
    pub fn imprint(&self, origin: u8) -> Option<&'a str> {
        whose(&self.origins, &self.imprints, origin)
    }

    /// Returns the title that a catalog states of itself; none of the built-in one, which is called so.
    pub fn title(&self, origin: u8) -> Option<&'a str> {
        let stated = self.imprints.get(usize::from(origin)).and_then(|imprint| imprint.title);
        stated.filter(|_| self.origin(origin) != BUILTIN)
    }

    /// Returns what catalogs say of themselves, bottom first: those that say something.
    pub fn imprints(&self) -> Vec<CatalogName<'a>> {
        let named = self.origins.iter().zip(&self.imprints);
        let says = named.filter(|(_, it)| it.title.is_some() || it.owner.is_some() || it.language.is_some());
        let name = |(name, it): (&&'a str, &model::Imprint<'a>)| CatalogName {
            catalog: name,
            title: it.title,
            owner: it.owner,
            language: it.language,
        };
        says.map(name).collect()
    }

    pub fn source(&self, source: SourceIx) -> SourceName<'a> {
        let model::SourceName { id, short, url, .. } = self.catalog.source_name(source);
        SourceName { id, short, url }
    }

    pub fn region(&self, region: RegionIx) -> RegionName<'a> {
        let region = self.catalog.region_name(region);
        RegionName { id: region.id, name: region.name, level: region.level.name() }
    }

    pub fn edge(&self, edge: &model::Edge<'a>) -> Edge<'a> {
        let role = RoleName { grade: self.grade(edge.role, edge.grade), ..self.role(edge.role) };
        Edge { role, from_grade: None, support: self.support(edge), catalog: self.origin(edge.origin) }
    }

    /// A move on from a role: the grade that it names is of that one.
    pub fn edge_on(&self, from: RoleIx, edge: &model::Edge<'a>) -> Edge<'a> {
        let edge_on = self.edge(&model::Edge { grade: None, ..edge.clone() });
        Edge { from_grade: self.grade(from, edge.grade), ..edge_on }
    }

    fn grade(&self, role: RoleIx, id: Option<&str>) -> Option<Entry<'a>> {
        let id = id?;
        let grade = self.catalog.grades(role).into_iter().find(|grade| grade.id == id)?;
        Some(Entry { id: grade.id, title: grade.title })
    }

    /// Returns what a move rests on.
    pub fn support(&self, edge: &model::Edge<'a>) -> Support<'a> {
        let stating = || edge.statements.iter().filter(|statement| statement.observed.is_none());
        let mut sources: Vec<SourceIx> = stating().map(|statement| statement.source).collect();
        sources.dedup();
        let observed = edge.statements.iter().filter_map(|statement| Some((statement.source, statement.observed?)));
        let own = self.imprint(edge.origin).filter(|_| edge.is_editorial());
        Support {
            stated_by: own,
            feeds: !sources.is_empty() && stating().all(|statement| statement.feeds),
            sources: sources.into_iter().map(|source| self.source(source)).collect(),
            observed: observed.map(|(source, observed)| self.observation(source, observed)).collect(),
            editorial: edge.is_editorial() && own.is_none(),
        }
    }

    fn observation(&self, source: SourceIx, observed: model::Observed) -> Observation<'a> {
        let model::Observed { n, back, pay_change } = observed;
        let (back, back_fewer_than) = match back {
            Back::Counted(back) => (Some(back), None),
            Back::FewerThan(bound) => (None, Some(bound)),
            Back::Unknown => (None, None),
        };
        Observation { source: self.source(source), n, back, back_fewer_than, pay_change }
    }

    /// Returns the moves on from a role to those that are shown.
    pub fn edges_on(&self, from: RoleIx, edges: &[model::Edge<'a>]) -> Vec<Edge<'a>> {
        let shown = edges.iter().filter(|edge| !self.catalog.head(edge.role).hidden);
        shown.map(|edge| self.edge_on(from, edge)).collect()
    }

    /// Returns the moves to roles that are shown.
    pub fn edges(&self, edges: &[model::Edge<'a>]) -> Vec<Edge<'a>> {
        edges.iter().filter(|edge| !self.catalog.head(edge.role).hidden).map(|edge| self.edge(edge)).collect()
    }
}
