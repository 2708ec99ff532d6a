//! A catalog in the making: the tables that layers of files are laid into, one after the other.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::catalog::Catalog;
use crate::catalog::model::evidence::{
    Esco, Gdad, GdadSkill, Ladder, Move, MoveKind, Onet, OnetRating, Tables, Technology, Titles, Usage,
};
use crate::catalog::model::{
    Basis, Competency, Family, Hundredths, Level, LevelName, Money, PayKind, PayRow, Period, Proficiency, Region,
    RegionIx, Series, SeriesIx, Source, SourceIx, Statement, Tool, Track,
};
use crate::catalog::read::diagnostic::{Diagnostic, Place};
use crate::catalog::read::load::{In, Layer};
use crate::catalog::read::schema;
use crate::catalog::read::schema::{GdadSkillLevel, Word, place};
use crate::catalog::resolve::table::{Faults, Table};
use crate::catalog::titles::written::Lexicon;
use crate::text::suggest;
use crate::text::suggest::Sparing;

/// The id of the source that stands for the catalog's own judgment.
pub const EDITORIAL: &str = "editorial";

/// A catalog in the making.
pub struct Draft<'a> {
    pub origins: Vec<&'a str>,
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
    /// Series by what tells them apart.
    same: HashMap<(SourceIx, &'a str, &'a str, Period, Basis, PayKind), SeriesIx>,
    pub states: BTreeMap<SeriesIx, Vec<PayRow<'a>>>,
    pub metros: BTreeMap<SeriesIx, Vec<PayRow<'a>>>,
    pub evidence: Tables<'a>,
    /// Where in the evidence the names of each role stand.
    titles: HashMap<&'a str, Vec<usize>>,
    /// Every role that a file names, read or broken.
    pub named: BTreeSet<&'a str>,
    /// For roles and pay labels; tables have their own.
    pub sparing: Sparing,
}

impl Default for Draft<'_> {
    fn default() -> Self {
        Self {
            origins: Vec::new(),
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
            same: HashMap::new(),
            states: BTreeMap::new(),
            metros: BTreeMap::new(),
            evidence: Tables::default(),
            titles: HashMap::new(),
            named: BTreeSet::new(),
            sparing: Sparing::default(),
        }
    }
}

impl<'a> Draft<'a> {
    /// Begins with what a baked catalog holds.
    pub fn from_catalog(catalog: &Catalog<'a>) -> Self {
        let mut draft = Self { origins: catalog.about().origins, evidence: catalog.evidence(), ..Self::default() };
        for (at, titles) in draft.evidence.titles.iter().enumerate() {
            draft.titles.entry(titles.role).or_default().push(at);
        }
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
        draft.named.extend(catalog.roles().map(|role| catalog.head(role).id));
        for (index, series) in catalog.all_series() {
            draft.states.insert(index, catalog.state_rows(index));
            draft.metros.insert(index, catalog.metro_rows(index));
            draft.lay_series(series);
        }
        draft
    }

    /// Lays a layer's vocabulary and evidence over what is there. Roles come afterwards.
    pub fn lay(&mut self, layer: &'a Layer, origin: u8, faults: &mut Faults) {
        self.named.extend(layer.named.keys().map(String::as_str));
        self.lay_sources(layer, origin, faults);
        self.lay_vocabulary(layer, faults);
        self.lay_regions(layer, faults);
        layer.pay.iter().for_each(|file| self.lay_pay(file, faults));
        self.lay_onet(layer, faults);
        self.lay_frameworks(layer, faults);
        self.lay_titles_and_moves(layer, faults);
    }

    /// Returns the source that stands for the catalog's own judgment.
    pub fn editorial(&self) -> SourceIx {
        self.sources.find(EDITORIAL).unwrap_or_default().into()
    }

    /// Returns the names that sources give a role.
    pub fn titles_of(&self, role: &str) -> impl Iterator<Item = &Titles<'a>> {
        self.titles.get(role).into_iter().flatten().map(|at| &self.evidence.titles[*at])
    }

    fn lay_sources(&mut self, layer: &'a Layer, origin: u8, faults: &mut Faults) {
        for In { file, value: source } in &layer.sources {
            let record = Source {
                id: &source.id.value,
                title: &source.title,
                short: source.short.as_ref().unwrap_or(&source.title),
                publisher: &source.publisher,
                year: source.year,
                url: source.url.as_ref().and_then(|url| faults.keep(address(file, url))),
                licence: &source.licence,
                kind: source.kind,
                credit: source.credit.trim_end(),
                caveat: source.caveat.as_deref().map(str::trim_end),
                origin,
            };
            self.sources.lay(record.id, record);
        }
    }

    fn lay_vocabulary(&mut self, layer: &'a Layer, faults: &mut Faults) {
        for In { value: family, .. } in &layer.families {
            let (id, definition) = (family.id.value.as_ref(), family.definition.trim_end());
            self.families.lay(id, Family { id, title: &family.title, definition });
        }
        for In { value: track, .. } in &layer.tracks {
            let (id, definition) = (track.id.value.as_ref(), track.definition.trim_end());
            self.tracks.lay(id, Track { id, title: &track.title, definition });
        }
        layer.levels.iter().for_each(|level| self.lay_level(level, faults));
        for In { value: competency, .. } in &layer.competencies {
            self.competencies.lay(&competency.id.value, competency_record(competency));
        }
        for In { value: tool, .. } in &layer.tools {
            self.tools.lay(&tool.id.value, tool_record(tool));
        }
        self.lexicon.lay(&layer.title_words, faults);
    }

    fn lay_level(&mut self, In { file, value: level }: &'a In<schema::Level>, faults: &mut Faults) {
        let mut names = Vec::with_capacity(level.names.len());
        for name in &level.names {
            let track = faults.keep(self.tracks.look_up(file, &name.track));
            let aliases = name.aliases.iter().map(String::as_str).collect();
            names.extend(track.map(|track| LevelName { track: track.into(), name: &name.name, aliases }));
        }
        let definition = level.definition.trim_end();
        self.levels.insert(level.rank.value, Level { rank: level.rank.value, definition, names });
    }

    fn lay_regions(&mut self, layer: &'a Layer, faults: &mut Faults) {
        for In { value: region, .. } in &layer.regions {
            let record = Region {
                id: &region.id.value,
                name: &region.name,
                level: region.level,
                parent: None,
                currency: region.currency.as_deref(),
                aliases: region.aliases.iter().map(|alias| alias.value.as_ref()).collect(),
            };
            self.regions.lay(record.id, record);
        }
        // Parents are found once every region is known: a file need not be sorted.
        for In { file, value: region } in &layer.regions {
            let parent = region.parent.as_ref().and_then(|parent| faults.keep(self.regions.look_up(file, parent)));
            let at = self.regions.find(&region.id.value).expect("laid above");
            self.regions.records[at].parent = parent.map(RegionIx::from);
        }
    }

    fn lay_pay(&mut self, In { file, value: pay }: &'a In<schema::PayFile>, faults: &mut Faults) {
        let Some(source) = faults.keep(self.source(file, &pay.source)) else { return };
        for written in &pay.labels {
            let series = Series {
                source,
                label: &written.label.value,
                code: written.code.as_deref(),
                currency: &written.currency,
                per: written.per,
                basis: written.basis,
                kind: written.kind,
                note: written.note.as_deref().map(str::trim_end),
                rows: Vec::new(),
            };
            let index = self.lay_series(series);
            for row in &written.rows {
                faults.keep(self.lay_row(file, index, row));
            }
            self.shrink(index);
        }
    }

    /// Lays a series; rows of a label that several files speak of stand together.
    pub fn lay_series(&mut self, series: Series<'a>) -> SeriesIx {
        let Series { source, label, currency, per, basis, kind, .. } = series;
        let next = SeriesIx::from(self.series.len());
        let index = *self.same.entry((source, label, currency, per, basis, kind)).or_insert(next);
        if index == next {
            self.labels.entry((source, label)).or_default().push(index);
            self.series.push(series);
        }
        index
    }

    fn lay_row(&mut self, file: &str, series: SeriesIx, row: &'a schema::PayRow) -> Result<(), Diagnostic> {
        let region = self.regions.look_up(file, &row.region)?.into();
        let record = PayRow {
            region,
            year: row.year,
            n: row.n,
            p10: row.p10.map(money),
            p25: row.p25.map(money),
            median: row.median.map(money),
            p75: row.p75.map(money),
            p90: row.p90.map(money),
            biased: row.biased,
            note: row.note.as_deref(),
        };
        if let Some(message) = crooked(&record, [row.p10, row.p25, row.median, row.p75, row.p90]) {
            return Err(Diagnostic::at(file, place(&row.region), "crooked-salary", message));
        }
        self.lay_pay_row(series, record);
        Ok(())
    }

    /// Puts a row in the place of those of its region and year.
    pub fn replace_pay_row(&mut self, series: SeriesIx, row: PayRow<'a>) {
        let is_other = |old: &PayRow<'_>| (old.region, old.year) != (row.region, row.year);
        self.series[series.at()].rows.retain(is_other);
        for table in [&mut self.states, &mut self.metros] {
            table.entry(series).or_default().retain(is_other);
        }
        self.lay_pay_row(series, row);
    }

    /// Gives back the room that a series was left to grow.
    fn shrink(&mut self, series: SeriesIx) {
        let rows = &mut self.series[series.at()].rows;
        let tables = [self.states.get_mut(&series), self.metros.get_mut(&series)];
        tables.into_iter().flatten().chain([rows]).for_each(Vec::shrink_to_fit);
    }

    /// Puts a row into the table of its region's level.
    pub fn lay_pay_row(&mut self, series: SeriesIx, row: PayRow<'a>) {
        use crate::catalog::model::RegionLevel;
        match self.regions.records[row.region.at()].level {
            RegionLevel::World | RegionLevel::Country => self.series[series.at()].rows.push(row),
            RegionLevel::State => self.states.entry(series).or_default().push(row),
            RegionLevel::Metro => self.metros.entry(series).or_default().push(row),
        }
    }

    fn lay_onet(&mut self, layer: &'a Layer, faults: &mut Faults) {
        for In { value, .. } in &layer.onet_ratings {
            self.evidence.onet.extend(value.occupations.iter().map(onet_record));
        }
        for In { file, value } in &layer.onet_technologies {
            for occupation in &value.occupations {
                faults.keep(self.equip(file, occupation));
            }
        }
    }

    fn equip(&mut self, file: &str, occupation: &'a schema::EquippedOccupation) -> Result<(), Diagnostic> {
        let code = &occupation.code.value;
        let onet = self.evidence.onet.iter_mut().find(|onet| onet.code == &**code).ok_or_else(|| {
            let message = format!("no occupation is rated under `{code}`");
            Diagnostic::at(file, place(&occupation.code), "unknown-occupation", message)
                .help("every occupation has its entry in evidence/onet/ratings.yaml")
        })?;
        onet.technologies.extend(occupation.technologies.iter().map(|technology| Technology {
            name: &technology.name,
            hot: technology.hot,
            in_demand: technology.in_demand,
        }));
        Ok(())
    }

    /// Finds the role that a word names, whether or not its file could be read.
    ///
    /// # Errors
    /// A diagnostic with the nearest ids where no file names it.
    pub fn role(&self, file: &str, word: &'a Word) -> Result<&'a str, Diagnostic> {
        let id = word.value.as_ref();
        match self.named.contains(id) {
            true => Ok(id),
            false => Err(self.unknown_role(id, file, place(word))),
        }
    }

    /// Says that no role has an id, with the nearest ids.
    pub fn unknown_role(&self, id: &str, file: &str, place: Place) -> Diagnostic {
        let nearest = self.sparing.nearest(file, id, self.named.iter().copied());
        let fault = Diagnostic::at(file, place, "unknown-role", format!("no role is called `{}`", id.escape_debug()));
        Diagnostic { help: suggest::did_you_mean(&nearest), ..fault }
    }

    /// Finds the source that a file names.
    ///
    /// # Errors
    /// A diagnostic where there is none.
    pub fn source(&self, file: &str, word: &Word) -> Result<SourceIx, Diagnostic> {
        self.sources.look_up(file, word).map(SourceIx::from)
    }

    fn lay_frameworks(&mut self, layer: &'a Layer, faults: &mut Faults) {
        for In { value, .. } in &layer.gdad {
            self.evidence.gdad.extend(value.role_levels.iter().map(gdad_record));
        }
        for In { value, .. } in &layer.esco {
            self.evidence.esco.extend(value.occupations.iter().map(esco_record));
        }
        for In { file, value } in &layer.ladders {
            let Some(source) = faults.keep(self.source(file, &value.source)) else { continue };
            let name = value.source.value.as_ref();
            let positions = value.positions.iter().map(|position| ladder_record(source, name, position));
            self.evidence.ladders.extend(positions);
        }
        for In { file, value } in &layer.usage {
            let Some(source) = faults.keep(self.source(file, &value.source)) else { continue };
            self.evidence.usage.extend(value.labels.iter().map(|label| usage_record(source, label)));
        }
    }

    fn lay_titles_and_moves(&mut self, layer: &'a Layer, faults: &mut Faults) {
        for In { file, value } in &layer.moves {
            let Some(source) = faults.keep(self.source(file, &value.source)) else { continue };
            for written in &value.moves {
                let ends = [&written.from, &written.to].map(|end| faults.keep(self.role(file, end)));
                if ends.iter().all(Option::is_some) {
                    self.evidence.moves.push(move_record(source, written));
                }
            }
        }
        for In { file, value } in &layer.titles {
            let Some(source) = faults.keep(self.source(file, &value.source)) else { continue };
            for written in &value.titles {
                let Some(role) = faults.keep(self.role(file, &written.role)) else { continue };
                let (language, names) = (written.lang.as_str(), texts(&written.names));
                self.titles.entry(role).or_default().push(self.evidence.titles.len());
                self.evidence.titles.push(Titles { role, language, source, names });
            }
        }
    }
}

/// Returns an amount in hundredths. Published figures have two decimals at most.
pub fn money(amount: f64) -> Money {
    Money((amount * 100.0).round().clamp(0.0, 9e15) as u64)
}

/// Returns a rating in hundredths. Published ratings have two decimals.
fn hundredths(rating: f64) -> Hundredths {
    Hundredths((rating * 100.0).round().clamp(0.0, 65_535.0) as u16)
}

/// Says what no row of pay figures may be.
pub fn crooked(row: &PayRow<'_>, written: [Option<f64>; 5]) -> Option<&'static str> {
    let figures: Vec<Money> = [row.p10, row.p25, row.median, row.p75, row.p90].into_iter().flatten().collect();
    if written.into_iter().flatten().any(|figure| !figure.is_finite() || figure < 0.0) {
        return Some("a salary is a finite amount, zero or more");
    }
    if figures.is_empty() {
        return Some("the row has no figure");
    }
    (!figures.is_sorted()).then_some("the figures do not rise from p10 to p90")
}

/// Returns an address that a reader may follow: of the web, and of plain letters.
pub fn address<'a>(file: &str, written: &'a Word) -> Result<&'a str, Diagnostic> {
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

fn competency_record(written: &schema::Competency) -> Competency<'_> {
    let looks = &written.levels;
    Competency {
        id: &written.id.value,
        title: &written.title,
        definition: written.definition.trim_end(),
        looks: [&looks.awareness, &looks.working, &looks.practitioner, &looks.expert].map(|text| text.trim_end()),
        onet: texts(&written.onet),
        gdad: texts(&written.gdad),
        esco: texts(&written.esco),
        ladders: written.ladders.iter().map(|(ladder, axes)| (ladder.as_str(), texts(axes))).collect(),
    }
}

fn tool_record(written: &schema::Tool) -> Tool<'_> {
    Tool {
        id: &written.id.value,
        title: &written.title,
        group: &written.group,
        aliases: written.aliases.iter().map(|alias| alias.value.as_ref()).collect(),
        onet: texts(&written.onet),
        surveys: texts(&written.surveys),
        makes: written.makes.as_ref().map(|role| role.value.as_ref()),
    }
}

fn onet_record(written: &schema::RatedOccupation) -> Onet<'_> {
    let ratings = written.ratings.iter().map(|rating| OnetRating {
        element: &rating.element,
        importance: hundredths(rating.importance),
        level: rating.level.map(hundredths),
    });
    Onet { code: &written.code.value, title: &written.title, ratings: ratings.collect(), technologies: Vec::new() }
}

fn gdad_record(written: &schema::GdadRoleLevel) -> Gdad<'_> {
    let skills = written.skills.iter().map(|skill| GdadSkill { name: &skill.skill, level: gdad_level(skill.level) });
    Gdad { role: &written.role.value, level: &written.level, skills: skills.collect() }
}

fn gdad_level(level: GdadSkillLevel) -> Option<Proficiency> {
    match level {
        GdadSkillLevel::Listed => None,
        GdadSkillLevel::Awareness => Some(Proficiency::Awareness),
        GdadSkillLevel::Working => Some(Proficiency::Working),
        GdadSkillLevel::Practitioner => Some(Proficiency::Practitioner),
        GdadSkillLevel::Expert => Some(Proficiency::Expert),
    }
}

fn esco_record(written: &schema::EscoOccupation) -> Esco<'_> {
    Esco {
        label: &written.label.value,
        isco: &written.isco,
        essential: texts(&written.essential),
        optional: texts(&written.optional),
    }
}

fn ladder_record<'a>(source: SourceIx, name: &'a str, written: &'a schema::ScoredPosition) -> Ladder<'a> {
    let scores = written.scores.iter().map(|score| (score.axis.as_str(), score.score)).collect();
    Ladder { source, name, position: &written.position.value, scores }
}

fn usage_record(source: SourceIx, written: &schema::UsageShares) -> Usage<'_> {
    let shares = written.shares.iter().map(|share| (share.tool.as_str(), share.share)).collect();
    Usage { source, label: &written.label.value, respondents: written.n, shares }
}

fn move_record(source: SourceIx, written: &schema::Move) -> Move<'_> {
    let reference = written.reference.as_deref().unwrap_or("");
    let kind = match written.kind {
        schema::MoveKind::Promotion => MoveKind::Promotion,
        schema::MoveKind::Lateral => MoveKind::Lateral,
        schema::MoveKind::Related => MoveKind::Related,
    };
    let statement = Statement { source, stated: &written.stated, reference };
    Move { from: &written.from.value, to: &written.to.value, kind, statement }
}

fn texts(written: &[String]) -> Vec<&str> {
    written.iter().map(String::as_str).collect()
}
