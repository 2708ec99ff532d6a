//! What the readings of a catalog's files hold: which role by which competency, in which reading.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::catalog::read::load::{Layer, RoleFile};
use crate::catalog::read::schema::{Competency, Readings, Word};
use crate::text::fold;
use crate::text::sorting::Arrange;

/// A role by a competency.
type Cell<'l> = (&'l str, &'l str);

/// The cells of a catalog's readings, and those that there should be: its roles by its competencies.
pub struct ReadCells<'l> {
    pub roles: Vec<&'l RoleFile>,
    /// Its own, or else those that its readings name.
    pub competencies: Vec<&'l str>,
    /// The ids of its competencies, by what they are called.
    ids: HashMap<String, &'l str>,
    /// Each reading with its cells.
    readings: BTreeMap<String, HashSet<Cell<'l>>>,
    /// What was judged whole needs no reading.
    judged: HashSet<Cell<'l>>,
    /// What is read or judged at all.
    seen: (HashSet<&'l str>, HashSet<&'l str>),
}

impl<'l> ReadCells<'l> {
    /// Returns what is read; nothing of a catalog without readings.
    pub fn new(layer: &'l Layer) -> Option<Self> {
        let written = || layer.competencies.iter().map(|written| &written.value);
        let names = |it: &'l Competency| {
            let called = it.title.iter().chain(it.aliases.iter().flatten()).chain([&it.id]);
            called.map(|word| (fold::key(&word.value), it.id.value.as_ref()))
        };
        let mut cells = Self {
            // A file without a title lies over a role of a catalog beneath, and so do its readings.
            roles: layer.roles.iter().filter(|it| it.role.title.is_some() && it.role.hidden != Some(true)).collect(),
            competencies: written().map(|it| it.id.value.as_ref()).collect(),
            ids: written().flat_map(names).collect(),
            readings: BTreeMap::new(),
            judged: HashSet::new(),
            seen: Default::default(),
        };
        layer.readings.iter().for_each(|written| cells.add(&written.file, &written.value));
        cells.keep_whole_readings(layer);
        if cells.competencies.is_empty() {
            cells.competencies = cells.seen.1.iter().copied().collect();
            cells.competencies.arrange();
        }
        // A role that states what it needs is read or not, as its catalog likes.
        let seen = &cells.seen.0;
        cells.roles.retain(|file| file.role.competencies.is_none() || seen.contains(file.id.as_str()));
        (!cells.seen.0.is_empty()).then_some(cells)
    }

    fn add(&mut self, file: &str, written: &'l Readings) {
        let batches = written.batches.iter().flat_map(|batch| &batch.weights.0);
        let batched = batches.flat_map(|(by, roles)| roles.0.iter().map(move |(role, _)| (role, by)));
        let alone = written.cells.iter().map(|cell| (&cell.role, &cell.competency));
        let read: Vec<Cell<'l>> = batched.chain(alone).map(|(role, by)| (role.value.as_ref(), self.id(by))).collect();
        for cell in &written.judged {
            let of: Cell<'l> = (cell.role.value.as_ref(), self.id(&cell.competency));
            self.see(of);
            self.judged.extend((cell.weight.is_some() && cell.level.is_some()).then_some(of));
        }
        read.iter().for_each(|cell| self.see(*cell));
        if !read.is_empty() {
            self.readings.entry(name(file, written)).or_default().extend(read);
        }
    }

    fn see(&mut self, (role, competency): Cell<'l>) {
        self.seen.0.insert(role);
        self.seen.1.insert(competency);
    }

    /// What was read cell by cell is no whole reading, but where there is no other.
    fn keep_whole_readings(&mut self, layer: &Layer) {
        let batched = layer.readings.iter().filter(|written| !written.value.batches.is_empty());
        let whole: HashSet<String> = batched.map(|written| name(&written.file, &written.value)).collect();
        let alone: HashSet<Cell<'l>> = self.readings.values().flatten().copied().collect();
        match whole.is_empty() {
            true => self.readings = BTreeMap::from([(String::new(), alone)]),
            false => self.readings.retain(|name, _| whole.contains(name)),
        }
    }

    /// The id of a competency that is called by a name.
    fn id(&self, word: &'l Word) -> &'l str {
        self.ids.get(&fold::key(&word.value)).copied().unwrap_or(&word.value)
    }

    /// How many readings there are.
    pub fn readings(&self) -> usize {
        self.readings.len()
    }

    /// Whether a role is read by any competency.
    pub fn is_read(&self, file: &RoleFile) -> bool {
        self.seen.0.contains(file.id.as_str())
    }

    /// Whether any role is read by a competency.
    pub fn names(&self, competency: &str) -> bool {
        self.seen.1.contains(competency)
    }

    /// The readings that lack a cell; none where its role states it itself.
    pub fn missing(&self, file: &RoleFile, competency: &str) -> Vec<&str> {
        let cell = (file.id.as_str(), competency);
        let mut stated = file.role.competencies.iter().flatten();
        if self.judged.contains(&cell) || stated.any(|it| self.id(&it.competency) == competency) {
            return Vec::new();
        }
        let lacking = self.readings.iter().filter(|(_, cells)| !cells.contains(&cell));
        lacking.map(|(name, _)| name.as_str()).collect()
    }

    /// The competencies of which more than half of the cells are missing, over the roles that are read.
    pub fn unread(&self) -> Vec<&'l str> {
        let roles: Vec<&RoleFile> = self.roles.iter().copied().filter(|file| self.is_read(file)).collect();
        let is_unread = |competency: &&str| {
            let missing: usize = roles.iter().map(|file| self.missing(file, competency).len()).sum();
            !self.names(competency) || 2 * missing > roles.len() * self.readings()
        };
        self.competencies.iter().copied().filter(|competency| is_unread(competency)).collect()
    }
}

/// "reading 2", or else the file.
fn name(file: &str, written: &Readings) -> String {
    match &written.reading {
        Some(number) => format!("reading {}", number.value.0),
        None => file.to_owned(),
    }
}
