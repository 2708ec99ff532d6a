//! The vocabulary of a catalog, laid over that beneath.

use std::collections::HashSet;

use crate::catalog::model::{
    Competency, CompetencyIx, Family, Level, LevelName, Look, Proficiency, Region, RegionIx, RegionLevel, Source,
    SourceKind, Tool, Track, TrackIx,
};
use crate::catalog::read::diagnostic::{Diagnostic, FileOf};
use crate::catalog::read::load::{In, Layer};
use crate::catalog::read::schema;
use crate::catalog::read::schema::{Word, place};
use crate::catalog::resolve::draft::{Draft, EDITORIAL};
use crate::catalog::resolve::entry::Entry;
use crate::catalog::resolve::faults::Faults;
use crate::catalog::resolve::region;
use crate::catalog::resolve::scale;
use crate::catalog::resolve::standards;
use crate::catalog::resolve::texts;
use crate::text::harmless::shown;
use crate::text::hint::{Ask, hint};

impl<'a> Draft<'a> {
    pub(super) fn lay_vocabulary(&mut self, layer: &'a Layer, catalog: u8, faults: &mut Faults) {
        layer.sources.iter().for_each(|written| self.lay_source(written, catalog, faults));
        self.add_editorial(catalog);
        for written in &layer.families {
            let entry = self.families.entry(written.of(catalog), &written.value.id);
            let title = entry.name("title", &written.value.title, |family| family.title, faults);
            let definition = entry.said("definition", &written.value.definition, |family| family.definition, faults);
            let id = written.value.id.value.as_ref();
            self.families.lay(id, Family { id, title, definition });
        }
        for written in &layer.tracks {
            let entry = self.tracks.entry(written.of(catalog), &written.value.id);
            let title = entry.name("title", &written.value.title, |track| track.title, faults);
            let definition = entry.said("definition", &written.value.definition, |track| track.definition, faults);
            let id = written.value.id.value.as_ref();
            self.tracks.lay(id, Track { id, title, definition });
        }
        layer.levels.iter().for_each(|written| self.lay_level(written, catalog, faults));
        layer.competencies.iter().for_each(|written| self.lay_competency(written, catalog, faults));
        layer.competencies.iter().for_each(|written| self.lay_counterparts(written, catalog, faults));
        layer.tools.iter().for_each(|written| self.lay_tool(written, catalog, faults));
        layer.certificates.iter().for_each(|written| self.lay_certificate(written, catalog, faults));
        self.lexicon.lay(&layer.title_words, catalog, faults);
        self.lay_regions(layer, catalog, faults);
    }

    fn lay_source(&mut self, written: &'a In<schema::Source>, catalog: u8, faults: &mut Faults) {
        let (file, source) = (written.of(catalog), &written.value);
        let entry = self.sources.entry(file, &source.id);
        let title = entry.name("title", &source.title, |source| source.title, faults);
        let url = source.url.as_ref().and_then(|url| faults.keep(address(file, url)));
        let year = source.year.as_ref().and_then(|year| faults.keep(standards::year(file, year)));
        let kind = entry.required("kind", source.kind, |source| source.kind, faults);
        let mut stated =
            |field, word: &'a Option<Word>| word.as_ref().and_then(|word| faults.keep(texts::text(file, field, word)));
        let (short, caveat) = (stated("short", &source.short), stated("caveat", &source.caveat));
        let record = Source {
            id: &source.id.value,
            title,
            short: entry.field(short, |source| source.short).unwrap_or(title),
            publisher: entry.name("publisher", &source.publisher, |source| source.publisher, faults),
            year: year.or(entry.beneath.as_ref().and_then(|source| source.year)),
            url: url.or(entry.beneath.as_ref().and_then(|source| source.url)),
            licence: entry.name("licence", &source.licence, |source| source.licence, faults),
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
        let rank = level.rank.value.0;
        faults.keep(standards::rank(file, &level.rank));
        let beneath = self.levels.get(&rank).cloned();
        let entry = Entry { what: "level", id: &rank, file, place: place(&level.rank), beneath };
        let definition = entry.said("definition", &level.definition, |level| level.definition, faults);
        let mut names = entry.field(None, |level| level.names.clone()).unwrap_or_default();
        for name in &level.names {
            if let Some(track) = faults.keep(self.tracks.look_up(file, &name.track)) {
                lay_name(&mut names, file, track.into(), name, faults);
            }
        }
        // Where names are written and none of them is right, that is told.
        let has_names = !names.is_empty() || !level.names.is_empty();
        entry.required("names", has_names.then_some(()), |_| (), faults);
        self.levels.insert(rank, Level { rank, definition, names });
    }

    fn lay_competency(&mut self, written: &'a In<schema::Competency>, catalog: u8, faults: &mut Faults) {
        let competency = &written.value;
        let entry = self.competencies.entry(written.of(catalog), &competency.id);
        let own = self.scale_of(written, entry.beneath.as_ref(), catalog, faults);
        // What a scale in a file that cannot be read calls its steps, nobody knows.
        let is_unknown = own.is_none() && self.unread_about.contains(&catalog);
        let looks = match (&own, &competency.scale) {
            _ if is_unknown => Default::default(),
            (Some(_), _) | (None, Some(_)) => {
                entry.beneath.as_ref().map(|beneath| beneath.looks.clone()).unwrap_or_default()
            }
            (None, None) => looks_of_ours(&entry, &competency.levels, faults),
        };
        let record = Competency {
            id: &competency.id.value,
            title: entry.name("title", &competency.title, |competency| competency.title, faults),
            definition: entry.said("definition", &competency.definition, |competency| competency.definition, faults),
            looks,
            aliases: entry.aliases(
                &competency.title,
                &competency.aliases,
                |competency| (competency.title, &competency.aliases),
                faults,
            ),
            terms: entry.list("terms", &competency.terms, |competency| &competency.terms, faults),
            same_as: entry.beneath.as_ref().and_then(|competency| competency.same_as),
            part_of: entry.beneath.as_ref().map(|competency| competency.part_of.clone()).unwrap_or_default(),
            scale: own,
        };
        self.competencies.lay(record.id, record);
    }

    /// Finds what a competency corresponds to, once every competency is known.
    fn lay_counterparts(&mut self, written: &'a In<schema::Competency>, catalog: u8, faults: &mut Faults) {
        let schema::Competency { id, same_as, part_of, .. } = &written.value;
        let Some(at) = self.competencies.find(&id.value) else { return };
        let file = written.of(catalog);
        if let Some(word) = same_as {
            self.competencies.records[at].same_as = faults.keep(self.counterpart(file, at, word));
        }
        if let Some(words) = part_of {
            let parts = words.0.iter().filter_map(|word| faults.keep(self.counterpart(file, at, word))).collect();
            self.competencies.records[at].part_of = parts;
        }
    }

    /// Finds another competency that one corresponds to, and that does not correspond to it in turn.
    fn counterpart(&self, file: FileOf<'_>, of: usize, word: &Word) -> Result<CompetencyIx, Diagnostic> {
        let at = self.competencies.look_up(file, word)?;
        let records = &self.competencies.records;
        let next = |at: &usize| records[*at].same_as.map(CompetencyIx::at);
        let is_back = std::iter::successors(Some(at), next).take(records.len()).any(|other| other == of);
        if is_back {
            let message =
                format!("`{}` cannot correspond to `{}`, which is the same", records[of].id, shown(&word.value));
            let fault = Diagnostic::at(file, place(word), "crooked-counterpart", message);
            return Err(fault.help(hint![
                "name a competency of the catalog beneath: ",
                Ask::of("competencies"),
                " lists them"
            ]));
        }
        Ok(at.into())
    }

    fn lay_tool(&mut self, written: &'a In<schema::Tool>, catalog: u8, faults: &mut Faults) {
        let tool = &written.value;
        let file = written.of(catalog);
        let entry = self.tools.entry(file, &tool.id);
        let makes = tool.makes.as_ref().and_then(|role| faults.keep(self.role(file, role)));
        let record = Tool {
            id: &tool.id.value,
            title: entry.name("title", &tool.title, |tool| tool.title, faults),
            group: entry.name("group", &tool.group, |tool| tool.group, faults),
            aliases: entry.aliases(&tool.title, &tool.aliases, |tool| (tool.title, &tool.aliases), faults),
            onet: entry.list("onet", &tool.onet, |tool| &tool.onet, faults),
            surveys: entry.list("surveys", &tool.surveys, |tool| &tool.surveys, faults),
            makes: makes.or(entry.beneath.as_ref().and_then(|tool| tool.makes)),
        };
        self.tools.lay(record.id, record);
    }

    fn lay_regions(&mut self, layer: &'a Layer, catalog: u8, faults: &mut Faults) {
        let mut unsaid = HashSet::new();
        for written in &layer.regions {
            let region = &written.value;
            let entry = self.regions.entry(written.of(catalog), &region.id);
            let level = entry.required("level", region.level, |region| region.level, faults);
            if level.is_none() {
                unsaid.insert(&*region.id.value);
            }
            let currency = region.currency.as_ref();
            let currency = currency.and_then(|word| faults.keep(standards::currency(written.of(catalog), word)));
            let record = Region {
                id: &region.id.value,
                name: entry.name("name", &region.name, |region| region.name, faults),
                level: level.unwrap_or(RegionLevel::Country),
                parent: entry.beneath.as_ref().and_then(|region| region.parent),
                currency: currency.or(entry.beneath.as_ref().and_then(|region| region.currency)),
                aliases: entry.aliases(&region.name, &region.aliases, |region| (region.name, &region.aliases), faults),
                elsewhere: region
                    .elsewhere
                    .as_ref()
                    .map(|country| country.value.trim())
                    .or(entry.beneath.as_ref().and_then(|region| region.elsewhere)),
            };
            if let Some(beneath) = entry.beneath.as_ref().filter(|beneath| beneath.level != record.level) {
                faults.0.extend(region::turned(written, catalog, beneath.level));
                unsaid.insert(&*region.id.value);
            }
            self.regions.lay(record.id, record);
        }
        // Others are found once every region is known: a file need not be sorted.
        for written in &layer.regions {
            if let Some(country) = &written.value.elsewhere {
                faults.keep(self.country_called(written.of(catalog), country));
            }
            let Some(parent) = &written.value.parent else { continue };
            let parent = faults.keep(self.regions.look_up(written.of(catalog), parent));
            if parent.is_none() {
                unsaid.insert(&*written.value.id.value);
            }
            let at = self.regions.find(&written.value.id.value).expect("laid above");
            self.regions.records[at].parent = parent.map(RegionIx::from);
        }
        faults.0.extend(region::crooked(&self.regions, layer, catalog, &unsaid));
    }
}

/// Returns what each of our levels looks like: as stated, or as beneath.
fn looks_of_ours<'a>(
    entry: &Entry<'_, Competency<'a>>,
    levels: &'a schema::Looks,
    faults: &mut Faults,
) -> [Look<'a>; 4] {
    scale::levels_of_ours(entry.file, levels, faults);
    Proficiency::ALL.map(|level| {
        let at = level as usize;
        let stated = levels.0.iter().find(|(word, _)| *word.value == *level.name());
        let stated = stated.map(|(word, look)| scale::look(entry.file, word, look, faults));
        entry.field(stated, |competency| competency.looks[at].clone()).unwrap_or_default()
    })
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
    for word in written.name.iter().chain(written.aliases.iter().flatten()) {
        faults.keep(standards::level_name(file, word));
    }
    let name = entry.name("name", &written.name, |name| name.name, faults);
    let record =
        LevelName { track, name, aliases: entry.list("aliases", &written.aliases, |name| &name.aliases, faults) };
    match at {
        Some(at) => names[at] = record,
        None => names.push(record),
    }
}

/// Returns an address that a reader may follow: of the web, and of plain letters.
pub fn address<'a>(file: FileOf<'_>, written: &'a Word) -> Result<&'a str, Diagnostic> {
    let url: &str = &written.value;
    let is_of_the_web =
        ["https://", "http://"].iter().any(|scheme| url.len() > scheme.len() && url.starts_with(scheme));
    if is_of_the_web && url.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Ok(url);
    }
    let message = format!("`{}` is no address of the web", shown(url));
    Err(Diagnostic::at(file, place(written), "bad-url", message)
        .help("write it whole, and other letters as `%` codes: `https://example.org/ladder`"))
}
