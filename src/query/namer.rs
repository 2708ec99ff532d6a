//! From records to the names that answers carry: titles beside ids, sources beside figures.

use crate::catalog::Catalog;
use crate::catalog::model;
use crate::catalog::model::{Head, Level, Name, RegionIx, RoleIx, SourceIx};
use crate::view::{Edge, Entry, RegionName, RoleName, SourceName};

/// Names roles, regions and sources; the small tables are decoded once.
pub struct Namer<'a> {
    pub catalog: Catalog<'a>,
    families: Vec<Name<'a>>,
    tracks: Vec<Name<'a>>,
    levels: Vec<Level<'a>>,
    origins: Vec<&'a str>,
}

impl<'a> Namer<'a> {
    pub fn new(catalog: Catalog<'a>) -> Self {
        Self {
            catalog,
            families: catalog.family_names().collect(),
            tracks: catalog.track_names().collect(),
            levels: catalog.levels().collect(),
            origins: catalog.about().origins,
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
            catalogs: self.catalogs(head.origins),
            elsewhere: head.elsewhere,
        }
    }

    /// Returns what a rank is called on a track.
    pub fn level(&self, head: &Head<'_>) -> &'a str {
        let level = self.levels.iter().find(|level| level.rank == head.level);
        let name = level.and_then(|level| level.names.iter().find(|name| name.track == head.track));
        name.map_or("", |name| name.name)
    }

    fn catalogs(&self, bits: u32) -> Vec<&'a str> {
        let is_set = |at: usize| bits & (1 << at.min(31)) != 0;
        self.origins.iter().enumerate().filter(|(at, _)| is_set(*at)).map(|(_, name)| *name).collect()
    }

    /// Returns the name of a catalog; 0 is the lowest.
    pub fn origin(&self, origin: u8) -> &'a str {
        self.origins.get(usize::from(origin)).copied().unwrap_or("")
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
        let mut sources: Vec<SourceIx> = edge.statements.iter().map(|statement| statement.source).collect();
        sources.dedup();
        Edge {
            role: self.role(edge.role),
            sources: sources.into_iter().map(|source| self.source(source)).collect(),
            editorial: edge.is_editorial(),
            catalog: self.origin(edge.origin),
        }
    }

    /// Returns the moves to roles that are shown.
    pub fn edges(&self, edges: &[model::Edge<'a>]) -> Vec<Edge<'a>> {
        edges.iter().filter(|edge| !self.catalog.head(edge.role).hidden).map(|edge| self.edge(edge)).collect()
    }
}
