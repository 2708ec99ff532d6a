//! A name of the vocabulary finds one entry.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::catalog::Catalog;
use crate::catalog::model::{Begin, RegionLevel};
use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::load::{In, Layer};
use crate::catalog::read::schema;
use crate::catalog::read::schema::{Word, place};
use crate::check::{Rule, Subject, taken_name};
use crate::text::fold;
use crate::text::harmless::shown;

pub static RULE: Rule = Rule {
    name: "shared-name",
    what: "an id, a title or an alias of the vocabulary finds one entry",
    why: "an id goes before other names, so that they find nothing; and what two titles share must be asked for by id",
    mend: "take the name out of one of the two entries",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let Some(catalog) = subject.catalog else { return Vec::new() };
    let layer = subject.layer;
    let mut faults = Vec::new();
    for vocabulary in [families(&catalog, layer), tracks(&catalog, layer), competencies(&catalog, layer)] {
        faults.extend(vocabulary.shared());
    }
    for vocabulary in [tools(&catalog, layer), regions(&catalog, layer), sources(&catalog, layer)] {
        faults.extend(vocabulary.shared());
    }
    faults.extend(certificates(&catalog, layer).shared());
    faults.extend(levels(&catalog, layer));
    faults
}

/// An entry's id, and a name of it.
type Claim<'v> = (&'v str, &'v str);

/// Where the checked files write the names of entries.
type Written<'v> = HashMap<Claim<'v>, (&'v str, &'v Word)>;

/// The entries of one kind in the whole catalog, and where the checked files write their names.
struct Vocabulary<'v> {
    what: &'static str,
    /// By id, in the catalog's order: among which it must be found by its names, and these.
    entries: Vec<(&'v str, String, Vec<&'v str>)>,
    written: Vec<(&'v str, &'v str, &'v Word)>,
    /// How many of them are of catalogs beneath.
    beneath: usize,
    /// Of an entry those that it says it is, or is a part of.
    kin: HashSet<(&'v str, &'v str)>,
}

impl<'v> Vocabulary<'v> {
    fn new(what: &'static str) -> Self {
        Self { what, entries: Vec::new(), written: Vec::new(), beneath: 0, kin: HashSet::new() }
    }

    /// Remembers where an entry's names are written.
    fn write(&mut self, file: &'v str, id: &'v Word, names: impl IntoIterator<Item = &'v Word>) {
        let names = std::iter::once(id).chain(names);
        self.written.extend(names.map(|name| (file, id.value.as_ref(), name)));
    }

    /// Says of each name that it finds another entry too, where the checked files write it.
    fn shared(&self) -> Vec<Diagnostic> {
        let written: HashMap<(&str, &str), (&str, &Word)> =
            self.written.iter().map(|(file, id, name)| ((*id, name.value.trim()), (*file, *name))).collect();
        let mut claims: BTreeMap<(&str, String), Vec<(&str, &str)>> = BTreeMap::new();
        for (id, among, names) in &self.entries {
            for name in std::iter::once(id).chain(names) {
                let claims = claims.entry((among, fold::words(name).concat())).or_default();
                if claims.iter().all(|(other, _)| other != id) {
                    claims.push((id, name));
                }
            }
        }
        let contested = |claims: &Vec<Claim<'_>>| self.contested(claims, &written);
        let claims = claims.iter().filter(|((_, key), _)| !key.is_empty());
        let mut faults: Vec<Diagnostic> = claims.flat_map(|(_, claims)| contested(claims)).collect();
        let told: HashSet<(String, u32, u32)> = faults.iter().map(place_of).collect();
        faults.extend(self.abroad(&written).into_iter().filter(|fault| !told.contains(&place_of(fault))));
        faults
    }

    /// Says of each name that it is the id of an entry of another kind, and of each alias that it is a name
    /// of one: two places may have one name, and then the wider one goes first; an alias has no such excuse.
    fn abroad(&self, written: &Written<'_>) -> Vec<Diagnostic> {
        let folded = |name: &str| fold::words(name).concat();
        let mut known: HashMap<String, Vec<(&str, &str, bool)>> = HashMap::new();
        for (id, among, names) in &self.entries {
            let names = names.iter().enumerate().map(|(at, name)| (folded(name), at > 0));
            for (key, is_alias) in std::iter::once((folded(id), true)).chain(names) {
                known.entry(key).or_default().push((id, among, is_alias));
            }
        }
        let mut faults = Vec::new();
        for (id, among, names) in &self.entries {
            for (at, name) in names.iter().enumerate() {
                let Some(place) = written.get(&(*id, *name)) else { continue };
                let others = known.get(&folded(name)).into_iter().flatten();
                let mut others = others.filter(|(_, of, is_alias)| of != among && (at > 0 || *is_alias));
                faults.extend(others.next().map(|(other, ..)| self.fault(other, id, place)));
            }
        }
        faults
    }

    fn contested(&self, claims: &[Claim<'_>], written: &Written<'_>) -> Vec<Diagnostic> {
        // An id has the best claim on a name, then whoever came first.
        let owner = claims.iter().find(|(id, name)| id == name).or(claims.first());
        let Some((owner, name)) = owner else { return Vec::new() };
        let mut told = Vec::new();
        let mut others = Vec::new();
        for (id, other) in claims.iter().filter(|(id, _)| id != owner) {
            match self.overlaid(((*owner, *name), (*id, *other)), written) {
                Some(overlaid) => told.extend(overlaid),
                None => others.push((*id, *other)),
            }
        }
        let of_others = others.iter().filter_map(|(id, name)| Some((*owner, *id, written.get(&(*id, *name))?)));
        let faults: Vec<Diagnostic> = of_others.map(|(first, second, at)| self.fault(first, second, at)).collect();
        // Where only the owner is written here, it is the one that came later.
        let of_owner = || Some(self.fault(others.first()?.0, owner, written.get(&(*owner, *name))?));
        if faults.is_empty() {
            told.extend(of_owner())
        } else {
            told.extend(faults)
        }
        told
    }

    /// Where one of two entries of a name is of a catalog beneath, and keeps the name that it has there, the other's
    /// goes before it, and its writer is told; none where that is not so.
    fn overlaid(&self, (a, b): (Claim<'_>, Claim<'_>), written: &Written<'_>) -> Option<Vec<Diagnostic>> {
        let is_beneath = |id: &str| self.entries.iter().position(|it| it.0 == id).is_some_and(|at| at < self.beneath);
        let (own, theirs) = match (is_beneath(a.0), is_beneath(b.0)) {
            (false, true) => (a, b),
            (true, false) => (b, a),
            _ => return None,
        };
        let is_renamed = theirs.0 != theirs.1 && written.contains_key(&theirs);
        let place = written.get(&own).filter(|_| !is_renamed)?;
        let is_kin = self.kin.contains(&(own.0, theirs.0));
        Some(if is_kin { Vec::new() } else { vec![taken(self.what, own, theirs, place)] })
    }

    fn fault(&self, first: &str, second: &str, (file, name): &(&str, &Word)) -> Diagnostic {
        let message = format!("the name `{}` already finds `{first}`", shown(&name.value));
        let help = format!("take it out of `{second}`, or of `{first}`: a name finds one {}", self.what);
        Diagnostic::at(*file, place(*name), RULE.name, message).help(help)
    }
}

/// Says that a name means an entry of one's own: but for the other's id, as it is written, which stays its own.
fn taken(what: &str, own: Claim<'_>, theirs: Claim<'_>, (file, name): &(&str, &Word)) -> Diagnostic {
    let (word, own, theirs) = (shown(&name.value), own.0, theirs.0);
    let is_their_id = name.value.trim() == theirs;
    let (message, first) = match is_their_id {
        true => {
            (format!("the name `{word}` is the id of a {what} of a catalog beneath, and does not find `{own}`"), "")
        }
        false => (
            format!("the name `{word}` finds `{own}` now, and not `{theirs}` of a catalog beneath"),
            "leave it, if that is meant; ",
        ),
    };
    let kin = match what {
        "competency" => format!("`same_as: {theirs}` or `part_of: {theirs}` says how they correspond; or "),
        _ if is_their_id => String::new(),
        _ => "or ".to_owned(),
    };
    let help = format!("{first}{kin}take the name out");
    Diagnostic::at(*file, place(*name), taken_name::RULE.name, message).help(help).warning()
}

/// Where a fault is told.
fn place_of(fault: &Diagnostic) -> (String, u32, u32) {
    (fault.file.clone(), fault.line, fault.column)
}

/// How many entries of a kind the catalogs beneath have.
fn beneath(catalog: &Catalog<'_>, of: fn(&Begin) -> usize) -> usize {
    catalog.about().begins.last().map_or(0, of)
}

fn families<'v>(catalog: &Catalog<'v>, layer: &'v Layer) -> Vocabulary<'v> {
    let mut families = Vocabulary::new("family");
    families.beneath = beneath(catalog, |it| it.families);
    families.entries.extend(catalog.families().map(|it| (it.id, String::new(), vec![it.title])));
    for In { file, value } in &layer.families {
        families.write(file, &value.id, &value.title);
    }
    families
}

fn tracks<'v>(catalog: &Catalog<'v>, layer: &'v Layer) -> Vocabulary<'v> {
    let mut tracks = Vocabulary::new("track");
    tracks.beneath = beneath(catalog, |it| it.tracks);
    tracks.entries.extend(catalog.tracks().map(|it| (it.id, String::new(), vec![it.title])));
    for In { file, value } in &layer.tracks {
        tracks.write(file, &value.id, &value.title);
    }
    tracks
}

fn competencies<'v>(catalog: &Catalog<'v>, layer: &'v Layer) -> Vocabulary<'v> {
    let mut competencies = Vocabulary::new("competency");
    let names = |title: &'v str, aliases: Vec<&'v str>| std::iter::once(title).chain(aliases).collect();
    competencies.beneath = beneath(catalog, |it| it.competencies);
    for it in catalog.competencies() {
        let others = it.same_as.into_iter().chain(it.part_of);
        competencies.kin.extend(others.map(|other| (it.id, catalog.competency_name(other).id)));
    }
    competencies.entries.extend(catalog.competencies().map(|it| (it.id, String::new(), names(it.title, it.aliases))));
    for In { file, value } in &layer.competencies {
        competencies.write(file, &value.id, value.title.iter().chain(value.aliases.iter().flatten()));
    }
    competencies
}

fn tools<'v>(catalog: &Catalog<'v>, layer: &'v Layer) -> Vocabulary<'v> {
    let mut tools = Vocabulary::new("tool");
    let names = |title: &'v str, aliases: Vec<&'v str>| std::iter::once(title).chain(aliases).collect();
    tools.beneath = beneath(catalog, |it| it.tools);
    tools.entries.extend(catalog.tools().map(|it| (it.id, String::new(), names(it.title, it.aliases))));
    for In { file, value } in &layer.tools {
        tools.write(file, &value.id, value.title.iter().chain(value.aliases.iter().flatten()));
    }
    tools
}

fn certificates<'v>(catalog: &Catalog<'v>, layer: &'v Layer) -> Vocabulary<'v> {
    let mut certificates = Vocabulary::new("certificate");
    let names = |title: &'v str, short: &'v str, aliases: Vec<&'v str>| [vec![title, short], aliases].concat();
    certificates.entries.extend(catalog.certificates().map(|it| {
        let names = names(it.title, it.short, it.aliases);
        (it.id, String::new(), names)
    }));
    for In { file, value } in &layer.certificates {
        let names = value.title.iter().chain(&value.short).chain(value.aliases.iter().flatten());
        certificates.write(file, &value.id, names);
    }
    certificates
}

/// A country goes before a state or a metro of its name, and a state has namesakes in other countries:
/// Georgia is two places.
fn regions<'v>(catalog: &Catalog<'v>, layer: &'v Layer) -> Vocabulary<'v> {
    let mut regions = Vocabulary::new("region");
    for it in catalog.regions() {
        let parent = it.parent.filter(|_| matches!(it.level, RegionLevel::State | RegionLevel::Metro));
        let parent = parent.map_or("", |parent| catalog.region_name(parent).id);
        let names = std::iter::once(it.name).chain(it.aliases).collect();
        regions.entries.push((it.id, format!("{} {parent}", it.level.name()), names));
    }
    for In { file, value } in &layer.regions {
        regions.write(file, &value.id, value.name.iter().chain(value.aliases.iter().flatten()));
    }
    regions
}

/// Two publishers may call their works alike; but none is called by the id of another's.
fn sources<'v>(catalog: &Catalog<'v>, layer: &'v Layer) -> Vocabulary<'v> {
    let mut sources = Vocabulary::new("source");
    let all: Vec<_> = catalog.sources().collect();
    let ids: Vec<String> = all.iter().map(|it| fold::words(it.id).concat()).collect();
    for it in all {
        let is_id = ids.contains(&fold::words(it.title).concat());
        sources.entries.push((it.id, String::new(), if is_id { vec![it.title] } else { Vec::new() }));
    }
    for In { file, value } in &layer.sources {
        sources.write(file, &value.id, &value.title);
    }
    sources
}

/// What is called alike on one track is one rank, or a run of them: `manager` may mean two that follow
/// each other.
fn levels(catalog: &Catalog<'_>, layer: &Layer) -> Vec<Diagnostic> {
    let mut named: BTreeMap<(&str, String), Vec<u8>> = BTreeMap::new();
    for level in catalog.levels() {
        for name in &level.names {
            let track = catalog.track(name.track).id;
            for word in std::iter::once(&name.name).chain(&name.aliases) {
                let ranks = named.entry((track, fold::key(word))).or_default();
                if !ranks.contains(&level.rank) {
                    ranks.push(level.rank);
                }
            }
        }
    }
    let written = layer.levels.iter().flat_map(|level| level.value.names.iter().map(move |name| (level, name)));
    let names = |name: &'_ schema::LevelName| {
        name.name.iter().chain(name.aliases.iter().flatten()).cloned().collect::<Vec<Word>>()
    };
    let mut faults = Vec::new();
    for (level, name) in written {
        let rank = level.value.rank.value.0;
        for word in names(name) {
            let ranks = named.get(&(&*name.track.value, fold::key(&word.value))).map_or(&[][..], Vec::as_slice);
            let is_run = ranks.windows(2).all(|pair| pair[0] + 1 == pair[1]);
            let first = ranks.iter().find(|first| **first < rank).filter(|_| !is_run);
            faults.extend(first.map(|first| {
                let message = format!("the name `{}` already finds rank {first} of this track", shown(&word.value));
                let help = "ranks of one name follow each other: give one of the two a name of its own";
                Diagnostic::at(&level.file, place(&word), RULE.name, message).help(help)
            }));
        }
    }
    faults
}
