//! The vocabulary of a catalog, laid over that beneath.

use std::collections::{HashMap, HashSet};

use crate::catalog::model::{
    Competency, Family, Level, LevelName, Proficiency, Region, RegionIx, RegionLevel, Source, SourceKind, Tool, Track,
    TrackIx,
};
use crate::catalog::read::diagnostic::{Diagnostic, FileOf, Place};
use crate::catalog::read::load::{In, Layer};
use crate::catalog::read::schema;
use crate::catalog::read::schema::{Word, place};
use crate::catalog::resolve::draft::{Draft, EDITORIAL};
use crate::catalog::resolve::entry::Entry;
use crate::catalog::resolve::standards;
use crate::catalog::resolve::table::{Faults, Table};

impl<'a> Draft<'a> {
    pub(super) fn lay_vocabulary(&mut self, layer: &'a Layer, catalog: u8, faults: &mut Faults) {
        layer.sources.iter().for_each(|written| self.lay_source(written, catalog, faults));
        self.add_editorial(catalog);
        for written in &layer.families {
            let entry = self.families.entry(written.of(catalog), &written.value.id);
            let title = entry.text("title", &written.value.title, |family| family.title, faults);
            let definition = entry.text("definition", &written.value.definition, |family| family.definition, faults);
            let id = written.value.id.value.as_ref();
            self.families.lay(id, Family { id, title, definition });
        }
        for written in &layer.tracks {
            let entry = self.tracks.entry(written.of(catalog), &written.value.id);
            let title = entry.text("title", &written.value.title, |track| track.title, faults);
            let definition = entry.text("definition", &written.value.definition, |track| track.definition, faults);
            let id = written.value.id.value.as_ref();
            self.tracks.lay(id, Track { id, title, definition });
        }
        layer.levels.iter().for_each(|written| self.lay_level(written, catalog, faults));
        layer.competencies.iter().for_each(|written| self.lay_competency(written, catalog, faults));
        layer.tools.iter().for_each(|written| self.lay_tool(written, catalog, faults));
        layer.certificates.iter().for_each(|written| self.lay_certificate(written, catalog, faults));
        self.lexicon.lay(&layer.title_words, catalog, faults);
        self.lay_regions(layer, catalog, faults);
    }

    fn lay_source(&mut self, written: &'a In<schema::Source>, catalog: u8, faults: &mut Faults) {
        let (file, source) = (written.of(catalog), &written.value);
        let entry = self.sources.entry(file, &source.id);
        let title = entry.text("title", &source.title, |source| source.title, faults);
        let url = source.url.as_ref().and_then(|url| faults.keep(address(file, url)));
        let year = source.year.as_ref().and_then(|year| faults.keep(standards::year(file, year)));
        let kind = entry.required("kind", source.kind, |source| source.kind, faults);
        let caveat = source.caveat.as_deref().map(str::trim_end);
        let record = Source {
            id: &source.id.value,
            title,
            short: entry.field(source.short.as_deref(), |source| source.short).unwrap_or(title),
            publisher: entry.text("publisher", &source.publisher, |source| source.publisher, faults),
            year: year.or(entry.beneath.as_ref().and_then(|source| source.year)),
            url: url.or(entry.beneath.as_ref().and_then(|source| source.url)),
            licence: entry.text("licence", &source.licence, |source| source.licence, faults),
            kind: kind.unwrap_or(SourceKind::Editorial),
            credit: entry.text("credit", &source.credit, |source| source.credit, faults),
            caveat: caveat.or(entry.beneath.as_ref().and_then(|source| source.caveat)),
            origin: catalog,
        };
        self.sources.lay(record.id, record);
    }

    /// Adds the source that stands for the catalog's own judgment, where no file states it: aliases and
    /// tools rest on it.
    fn add_editorial(&mut self, origin: u8) {
        if self.sources.find(EDITORIAL).is_some() {
            return;
        }
        let record = Source {
            id: EDITORIAL,
            title: "The catalog's own judgment",
            short: EDITORIAL,
            publisher: "the catalog's makers",
            year: None,
            url: None,
            licence: "not stated",
            kind: SourceKind::Editorial,
            credit: "The catalog's own judgment.",
            caveat: None,
            origin,
        };
        self.sources.lay(EDITORIAL, record);
    }

    fn lay_level(&mut self, written: &'a In<schema::Level>, catalog: u8, faults: &mut Faults) {
        let (file, level) = (written.of(catalog), &written.value);
        let rank = level.rank.value;
        let beneath = self.levels.get(&rank).cloned();
        let entry = Entry { what: "level", id: &rank, file, place: place(&level.rank), beneath };
        let definition = entry.text("definition", &level.definition, |level| level.definition, faults);
        let mut names = entry.field(None, |level| level.names.clone()).unwrap_or_default();
        for name in &level.names {
            if let Some(track) = faults.keep(self.tracks.look_up(file, &name.track)) {
                lay_name(&mut names, file, track.into(), name, faults);
            }
        }
        entry.required("names", (!names.is_empty()).then_some(()), |_| (), faults);
        self.levels.insert(rank, Level { rank, definition, names });
    }

    fn lay_competency(&mut self, written: &'a In<schema::Competency>, catalog: u8, faults: &mut Faults) {
        let competency = &written.value;
        let entry = self.competencies.entry(written.of(catalog), &competency.id);
        let schema::Looks { awareness, working, practitioner, expert } = &competency.levels;
        let looks = [awareness, working, practitioner, expert];
        let looks = Proficiency::ALL.map(|level| {
            let at = level as usize;
            entry.text(level.name(), looks[at], |competency| competency.looks[at], faults)
        });
        let record = Competency {
            id: &competency.id.value,
            title: entry.text("title", &competency.title, |competency| competency.title, faults),
            definition: entry.text("definition", &competency.definition, |competency| competency.definition, faults),
            looks,
            terms: entry.list(&competency.terms, |competency| &competency.terms),
        };
        self.competencies.lay(record.id, record);
    }

    fn lay_tool(&mut self, written: &'a In<schema::Tool>, catalog: u8, faults: &mut Faults) {
        let tool = &written.value;
        let entry = self.tools.entry(written.of(catalog), &tool.id);
        let record = Tool {
            id: &tool.id.value,
            title: entry.text("title", &tool.title, |tool| tool.title, faults),
            group: entry.text("group", &tool.group, |tool| tool.group, faults),
            aliases: entry.list(&tool.aliases, |tool| &tool.aliases),
            onet: entry.list(&tool.onet, |tool| &tool.onet),
            surveys: entry.list(&tool.surveys, |tool| &tool.surveys),
            makes: tool
                .makes
                .as_ref()
                .map(|role| role.value.as_ref())
                .or(entry.beneath.as_ref().and_then(|tool| tool.makes)),
        };
        self.tools.lay(record.id, record);
    }

    fn lay_regions(&mut self, layer: &'a Layer, catalog: u8, faults: &mut Faults) {
        let mut is_moved = false;
        for written in &layer.regions {
            let region = &written.value;
            let entry = self.regions.entry(written.of(catalog), &region.id);
            let level = entry.required("level", region.level, |region| region.level, faults);
            let currency = region.currency.as_ref();
            let currency = currency.and_then(|word| faults.keep(standards::currency(written.of(catalog), word)));
            let record = Region {
                id: &region.id.value,
                name: entry.text("name", &region.name, |region| region.name, faults),
                level: level.unwrap_or(RegionLevel::Country),
                parent: entry.beneath.as_ref().and_then(|region| region.parent),
                currency: currency.or(entry.beneath.as_ref().and_then(|region| region.currency)),
                aliases: entry.list(&region.aliases, |region| &region.aliases),
                elsewhere: region.elsewhere.as_deref().or(entry.beneath.as_ref().and_then(|region| region.elsewhere)),
            };
            is_moved |= entry.beneath.as_ref().is_some_and(|region| region.level != record.level);
            self.regions.lay(record.id, record);
        }
        // Parents are found once every region is known: a file need not be sorted.
        for written in &layer.regions {
            let Some(parent) = &written.value.parent else { continue };
            let parent = faults.keep(self.regions.look_up(written.of(catalog), parent));
            let at = self.regions.find(&written.value.id.value).expect("laid above");
            self.regions.records[at].parent = parent.map(RegionIx::from);
        }
        faults.0.extend(crooked_regions(&self.regions, layer, catalog));
        if is_moved {
            self.sort_rows();
        }
    }
}

/// Lays what a rank is called on a track over what it is called beneath.
fn lay_name<'a>(
    names: &mut Vec<LevelName<'a>>,
    file: FileOf<'_>,
    track: TrackIx,
    written: &'a schema::LevelName,
    faults: &mut Faults,
) {
    let at = names.iter().position(|name| name.track == track);
    let beneath = at.map(|at| names[at].clone());
    let entry = Entry { what: "track", id: &written.track.value, file, place: place(&written.track), beneath };
    let name = entry.text("name", &written.name, |name| name.name, faults);
    let record = LevelName { track, name, aliases: entry.list(&written.aliases, |name| &name.aliases) };
    match at {
        Some(at) => names[at] = record,
        None => names.push(record),
    }
}

/// Notes regions that do not lie below a larger one: then they lie in no circle either. Told where the
/// layer writes the region, or its parent.
fn crooked_regions(regions: &Table<'_, Region<'_>>, layer: &Layer, catalog: u8) -> Vec<Diagnostic> {
    let written: HashMap<&str, &In<schema::Region>> =
        layer.regions.iter().map(|written| (written.value.id.value.as_ref(), written)).collect();
    let crooked = |region: &Region<'_>| {
        let parent = &regions.records[region.parent?.at()];
        let written = [region.id, parent.id].iter().find_map(|id| written.get(id))?;
        (parent.level >= region.level).then(|| {
            let (id, level) = (region.id, region.level.name());
            let message =
                format!("the {level} `{id}` cannot lie in the {} `{}`", parent.level.name(), parent.id.escape_debug());
            let place = written.value.parent.as_ref().filter(|_| *written.value.id.value == *id);
            let place: Place = place.map_or_else(|| self::place(&written.value.id), self::place);
            Diagnostic::at(written.of(catalog), place, "crooked-region", message)
                .help("metros lie in states or countries, states in countries, countries in the world")
        })
    };
    let mut faults: Vec<Diagnostic> = regions.records.iter().filter_map(crooked).collect();
    // One region that is written wrongly may have hundreds below it.
    let mut places = HashSet::new();
    faults.retain(|fault| places.insert((fault.file.clone(), fault.line, fault.column)));
    faults
}

/// Returns an address that a reader may follow: of the web, and of plain letters.
pub fn address<'a>(file: FileOf<'_>, written: &'a Word) -> Result<&'a str, Diagnostic> {
    let url: &str = &written.value;
    let is_of_the_web =
        ["https://", "http://"].iter().any(|scheme| url.len() > scheme.len() && url.starts_with(scheme));
    if is_of_the_web && url.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Ok(url);
    }
    let message = format!("`{}` is no address of the web", url.escape_debug());
    Err(Diagnostic::at(file, place(written), "bad-url", message)
        .help("write it whole, and other letters as `%` codes: `https://example.org/ladder`"))
}
