//! A catalog in the making: the tables that layers of files are laid into, one after the other.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::OnceLock;

use crate::catalog::Catalog;
use crate::catalog::Unpacked;
use crate::catalog::model::evidence::{Record, Tables, Technology, Titles};
use crate::catalog::model::preparation::{Certificate, Preparation};
use crate::catalog::model::{
    About, Basis, Begin, Competency, Family, Imprint, Level, OwnScale, PayKind, PayRow, Period, PreparationIx, Region,
    RegionLevel, ScaleIx, Series, SeriesIx, Source, SourceIx, Tool, Track,
};
use crate::catalog::read::diagnostic::{Diagnostic, FileOf, Place};
use crate::catalog::read::ids::CATALOG;
use crate::catalog::read::load::{In, Layer};
use crate::catalog::read::schema;
use crate::catalog::read::schema::{Word, place};
use crate::catalog::resolve::faults::Faults;
use crate::catalog::resolve::labels::Labels;
use crate::catalog::resolve::once;
use crate::catalog::resolve::table::Table;
use crate::catalog::resolve::unread;
use crate::catalog::titles::written::Lexicon;
use crate::text::harmless::shown;
use crate::text::hint::Hint;
use crate::text::naming::{Named, Naming};
use crate::text::suggest;
use crate::text::suggest::SuggestionBudget;

/// The id of the source that stands for the catalog's own judgment.
pub const EDITORIAL: &str = "editorial";

/// The frameworks that a role's file names by a field of their own.
pub const ONET: &str = "onet";
pub const ESCO: &str = "esco";
pub const GDAD: &str = "gdad";

/// What tells series apart: source, label, currency, period, basis and kind; of a company's bands the role and the grade.
type SeriesKey<'a> = (SourceIx, &'a str, &'a str, Period, Basis, PayKind, Option<(&'a str, &'a str)>);

/// A catalog in the making.
pub struct Draft<'a> {
    pub origins: Vec<&'a str>,
    /// What each of them says of itself.
    pub imprints: Vec<Imprint<'a>>,
    /// Where the vocabulary of each of them begins.
    pub begins: Vec<Begin>,
    /// Scales of levels beside ours, and that of each catalog that has one.
    pub scales: Vec<OwnScale<'a>>,
    pub(super) own_scales: HashMap<u8, ScaleIx>,
    /// Those that are faults: the levels on them are none of their own.
    pub(super) crooked_scales: BTreeSet<ScaleIx>,
    /// The catalogs whose `catalog.yaml` could not be read: nobody knows their scales, and what their salaries have.
    pub(super) unread_about: BTreeSet<u8>,
    /// What the salaries of a catalog have that do not state it.
    pub(super) pay_defaults: HashMap<u8, &'a In<schema::CatalogFile>>,
    pub families: Table<'a, Family<'a>>,
    pub tracks: Table<'a, Track<'a>>,
    /// By rank.
    pub levels: BTreeMap<u8, Level<'a>>,
    pub competencies: Table<'a, Competency<'a>>,
    pub tools: Table<'a, Tool<'a>>,
    /// The words of titles.
    pub lexicon: Lexicon,
    pub regions: Table<'a, Region<'a>>,
    pub sources: Table<'a, Source<'a>>,
    pub series: Vec<Series<'a>>,
    /// Series by source and label; one label may stand for several currencies or periods.
    pub labels: HashMap<(SourceIx, &'a str), Vec<SeriesIx>>,
    /// Where labels stand, and who names them.
    pub(super) label_places: Labels<'a>,
    /// Series by what tells them apart.
    pub(super) same: HashMap<SeriesKey<'a>, SeriesIx>,
    pub states: BTreeMap<SeriesIx, Vec<PayRow<'a>>>,
    pub metros: BTreeMap<SeriesIx, Vec<PayRow<'a>>>,
    pub certificates: Table<'a, Certificate<'a>>,
    pub preparations: Vec<Preparation<'a>>,
    /// By source and code.
    pub(super) prepared: HashMap<(SourceIx, &'a str), PreparationIx>,
    pub evidence: Tables<'a>,
    /// Where in the evidence each framework stands, by its source.
    pub(super) frameworks: HashMap<&'a str, u32>,
    /// Where each record stands, by framework and code, or by title.
    records: HashMap<(u32, &'a str), u32>,
    /// Where the readings of each role stand.
    pub(super) read: HashMap<&'a str, usize>,
    /// Where in the evidence the names of each role stand.
    titles: HashMap<&'a str, Vec<usize>>,
    /// Where the files at hand give a role a name from a source.
    pub sourced: HashMap<(&'a str, &'a str), (FileOf<'a>, Place)>,
    /// Every role that a file names, read or broken.
    pub named: BTreeSet<&'a str>,
    /// For roles and pay labels; tables have their own.
    pub sparing: SuggestionBudget,
    /// The names of competencies and tools, for the roles that speak of them: made when the first
    /// speaks of one by another name than its id.
    competency_names: OnceLock<Naming<'a>>,
    tool_names: OnceLock<Naming<'a>>,
    region_names: OnceLock<Naming<'a>>,
}

impl Default for Draft<'_> {
    fn default() -> Self {
        Self {
            origins: Vec::new(),
            imprints: Vec::new(),
            begins: Vec::new(),
            scales: Vec::new(),
            own_scales: HashMap::new(),
            crooked_scales: BTreeSet::new(),
            unread_about: BTreeSet::new(),
            pay_defaults: HashMap::new(),
            families: Table::new("family", "unknown-family"),
            tracks: Table::new("track", "unknown-track"),
            levels: BTreeMap::new(),
            competencies: Table::new("competency", "unknown-competency"),
            tools: Table::new("tool", "unknown-tool"),
            lexicon: Lexicon::default(),
            regions: Table::new("region", "unknown-region"),
            sources: Table::new("source", "unknown-source"),
            series: Vec::new(),
            labels: HashMap::new(),
            label_places: Labels::default(),
            same: HashMap::new(),
            states: BTreeMap::new(),
            metros: BTreeMap::new(),
            certificates: Table::new("certificate", "unknown-certificate"),
            preparations: Vec::new(),
            prepared: HashMap::new(),
            evidence: Tables::default(),
            frameworks: HashMap::new(),
            records: HashMap::new(),
            read: HashMap::new(),
            titles: HashMap::new(),
            sourced: HashMap::new(),
            named: BTreeSet::new(),
            sparing: SuggestionBudget::default(),
            competency_names: OnceLock::new(),
            tool_names: OnceLock::new(),
            region_names: OnceLock::new(),
        }
    }
}

/// A record is known by its code, and by its title where no other is.
fn index_record<'a>(index: &mut HashMap<(u32, &'a str), u32>, record: &Record<'a>, at: u32) {
    index.insert((record.framework, record.code), at);
    index.entry((record.framework, record.title)).or_insert(at);
}

impl<'a> Draft<'a> {
    /// Begins with what a baked catalog holds, its evidence unpacked.
    pub fn from_catalog(catalog: &Catalog<'a>, unpacked: &'a Unpacked<'a>) -> Self {
        let About { origins, imprints, begins, scales, .. } = catalog.about();
        let own = imprints.iter().zip(0..).filter_map(|(imprint, catalog)| Some((catalog, imprint.scale?)));
        let own_scales = own.collect();
        let evidence = catalog.evidence(unpacked);
        let mut draft = Self { origins, imprints, begins, scales, own_scales, evidence, ..Self::default() };
        for (at, titles) in draft.evidence.titles.iter().enumerate() {
            draft.titles.entry(titles.role).or_default().push(at);
        }
        draft.index_evidence();
        for record in catalog.families() {
            draft.families.lay(record.id, record);
        }
        for record in catalog.tracks() {
            draft.tracks.lay(record.id, record);
        }
        for record in catalog.levels() {
            draft.levels.insert(record.rank, record);
        }
        for record in catalog.competencies() {
            draft.competencies.lay(record.id, record);
        }
        for record in catalog.tools() {
            draft.tools.lay(record.id, record);
        }
        draft.lexicon = Lexicon::from_catalog(catalog);
        for record in catalog.regions() {
            draft.regions.lay(record.id, record);
        }
        for record in catalog.sources() {
            draft.sources.lay(record.id, record);
        }
        for record in catalog.certificates() {
            draft.certificates.lay(record.id, record);
        }
        for (at, record) in catalog.preparations().enumerate() {
            draft.prepared.insert((record.source, record.code), at.into());
            draft.preparations.push(record);
        }
        draft.named.extend(catalog.roles().map(|role| catalog.id(role)));
        for (index, series) in catalog.all_series() {
            draft.states.insert(index, catalog.state_rows(index));
            draft.metros.insert(index, catalog.metro_rows(index));
            draft.lay_series(series);
        }
        draft
    }

    /// Lays a layer's vocabulary and evidence over what is there. Roles come afterwards.
    pub fn lay(&mut self, layer: &'a Layer, catalog: u8, faults: &mut Faults) {
        self.named.extend(layer.named.keys().map(String::as_str));
        once::look(layer, catalog, faults);
        self.unread_about.extend(unread::is_unread(layer, CATALOG).then_some(catalog));
        self.lay_scale(layer, catalog, faults);
        self.lay_vocabulary(layer, catalog, faults);
        self.lay_about(layer, catalog, faults);
        self.lay_evidence(layer, catalog, faults);
    }

    fn index_evidence(&mut self) {
        let Tables { frameworks, records, readings, .. } = &self.evidence;
        self.frameworks = frameworks.iter().enumerate().map(|(at, it)| (it.name, narrow(at))).collect();
        for (at, record) in records.iter().enumerate() {
            index_record(&mut self.records, record, narrow(at));
        }
        self.read = readings.iter().enumerate().map(|(at, it)| (it.role, at)).collect();
    }

    /// Lays a record of a framework over the one of its code, or behind all others.
    pub(super) fn lay_record(&mut self, record: Record<'a>) {
        let next = narrow(self.evidence.records.len());
        match self.records.get(&(record.framework, record.code)).copied() {
            Some(at) => self.evidence.records[at as usize] = record,
            None => {
                index_record(&mut self.records, &record, next);
                self.evidence.records.push(record);
            }
        }
    }

    /// Finds the framework of a source.
    pub fn framework(&self, source: &str) -> Option<u32> {
        self.frameworks.get(source).copied()
    }

    /// Finds a record of a framework by its code, or else by its title.
    pub fn record(&self, framework: u32, code: &str) -> Option<u32> {
        self.records.get(&(framework, code)).copied()
    }

    /// Returns the technologies of an O*NET occupation.
    pub fn technologies(&self, code: &str) -> impl Iterator<Item = &Technology<'a>> {
        let equipped = self.evidence.technologies.iter().find(|equipped| equipped.code == code);
        equipped.into_iter().flat_map(|equipped| &equipped.technologies)
    }

    /// Returns the source that stands for the catalog's own judgment.
    pub fn editorial(&self) -> SourceIx {
        self.sources.find(EDITORIAL).expect("every catalog has it, stated or not").into()
    }

    /// Adds names that a source gives a role.
    pub(super) fn add_titles(&mut self, titles: Titles<'a>) {
        self.titles.entry(titles.role).or_default().push(self.evidence.titles.len());
        self.evidence.titles.push(titles);
    }

    /// Returns the names that sources give a role.
    pub fn titles_of(&self, role: &str) -> impl Iterator<Item = &Titles<'a>> {
        self.titles.get(role).into_iter().flatten().map(|at| &self.evidence.titles[*at])
    }

    /// Finds the competency that a role's file names, by its id or its title.
    ///
    /// # Errors
    /// A diagnostic where the word names none, or several.
    pub fn competency(&self, file: FileOf<'_>, word: &Word) -> Result<usize, Diagnostic> {
        let named = self.competencies.named(file, word, || self.competency_names());
        named.map_err(|fault| match self.tool_names().find(&word.value) {
            Named::One(_) => fault.help("it is a tool, and stands under `tools:`"),
            _ => fault,
        })
    }

    /// Where the vocabulary of the next catalog begins.
    pub fn begin(&self) -> Begin {
        Begin {
            families: self.families.records.len(),
            tracks: self.tracks.records.len(),
            competencies: self.competencies.records.len(),
            tools: self.tools.records.len(),
        }
    }

    fn begins(&self, of: fn(&Begin) -> usize) -> Vec<usize> {
        Begin::all(&self.begins, of)
    }

    fn competency_names(&self) -> &Naming<'a> {
        let names = |it: &Competency<'a>| [it.title].into_iter().chain(it.aliases.clone()).collect::<Vec<_>>();
        let naming = || {
            Naming::new(self.competencies.records.iter().map(|it| (it.id, names(it))))
                .over(self.begins(|it| it.competencies))
        };
        self.competency_names.get_or_init(naming)
    }

    /// Finds the tool that a role's file names, by its id, its title or an alias.
    ///
    /// # Errors
    /// A diagnostic where the word names none, or several.
    pub fn tool(&self, file: FileOf<'_>, word: &Word) -> Result<usize, Diagnostic> {
        let named = self.tools.named(file, word, || self.tool_names());
        named.map_err(|fault| match self.competency_names().find(&word.value) {
            Named::One(_) => fault.help("it is a competency, and stands under `competencies:`"),
            _ => fault,
        })
    }

    fn tool_names(&self) -> &Naming<'a> {
        let names = |tool: &Tool<'a>| [tool.title].into_iter().chain(tool.aliases.clone()).collect::<Vec<_>>();
        let naming = || {
            Naming::new(self.tools.records.iter().map(|tool| (tool.id, names(tool)))).over(self.begins(|it| it.tools))
        };
        self.tool_names.get_or_init(naming)
    }

    /// Finds the region of an id.
    ///
    /// # Errors
    /// A diagnostic where there is none: with the id of the region that is called so, where one is.
    pub fn region(&self, file: FileOf<'_>, word: &Word) -> Result<usize, Diagnostic> {
        let names = |region: &Region<'a>| [region.name].into_iter().chain(region.aliases.clone()).collect::<Vec<_>>();
        let names = || Naming::new(self.regions.records.iter().map(|region| (region.id, names(region))));
        self.regions.look_up(file, word).map_err(|fault| match self.region_names.get_or_init(names).find(&word.value) {
            Named::One(at) => {
                Diagnostic { help: suggest::did_you_mean(&[self.regions.records[at].id]).map(Hint::from), ..fault }
            }
            _ => fault,
        })
    }

    /// Finds the country that a word is the name of.
    ///
    /// # Errors
    /// A diagnostic where no country is called so.
    pub fn country_called(&self, file: FileOf<'_>, word: &Word) -> Result<(), Diagnostic> {
        let countries = || self.regions.records.iter().filter(|region| region.level == RegionLevel::Country);
        let name = word.value.trim();
        if countries().any(|region| region.name == name) {
            return Ok(());
        }
        let nearest = self.sparing.nearest(file.path, name, countries().map(|region| region.name));
        let fault =
            Diagnostic::at(file, place(word), "unknown-region", format!("no country is called `{}`", shown(name)));
        let help = suggest::did_you_mean(&nearest);
        Err(fault.help(help.unwrap_or_else(|| "write its name as vocabulary/regions.yaml has it".to_owned())))
    }

    /// Finds the role that a word names, whether or not its file could be read.
    ///
    /// # Errors
    /// A diagnostic with the nearest ids where no file names it.
    pub fn role(&self, file: FileOf<'_>, word: &'a Word) -> Result<&'a str, Diagnostic> {
        let id = word.value.as_ref();
        match self.named.contains(id) {
            true => Ok(id),
            false => Err(self.unknown_role(id, file, place(word))),
        }
    }

    /// Says that no role has an id, with the nearest ids.
    pub fn unknown_role(&self, id: &str, file: FileOf<'_>, place: Place) -> Diagnostic {
        let nearest = self.sparing.nearest(file.path, id, self.named.iter().copied());
        let fault = Diagnostic::at(file, place, "unknown-role", format!("no role is called `{}`", shown(id)));
        Diagnostic { help: suggest::did_you_mean(&nearest).map(Hint::from), named: Some(id.into()), ..fault }
    }

    /// Finds the source that a file names.
    ///
    /// # Errors
    /// A diagnostic where there is none.
    pub fn source(&self, file: FileOf<'_>, word: &Word) -> Result<SourceIx, Diagnostic> {
        self.sources.look_up(file, word).map(SourceIx::from)
    }
}

/// Returns a position as records keep it.
pub fn narrow(position: usize) -> u32 {
    u32::try_from(position).expect("a table has fewer than 2^32 records")
}
