//! From files to the YAML as written. Never stops at the first fault: it returns what it could
//! read, and every diagnostic.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use crate::catalog::parallel;
use crate::catalog::read::by_path::{ELSEWHERE, EVIDENCE, VOCABULARY, role_of_path, table_of, unknown_file};
use crate::catalog::read::diagnostic::{Diagnostic, FileOf};
use crate::catalog::read::entries;
use crate::catalog::read::files;
use crate::catalog::read::files::{Found, SourceFile};
use crate::catalog::read::ids::{CATALOG, is_id, misnamed_catalog, wrong_id};
use crate::catalog::read::look_alike::{EVIDENCE_FILES, VOCABULARY_FILES};
use crate::catalog::read::repeats;
use crate::catalog::read::schema;
use crate::catalog::read::yaml;
use crate::text::fold;
use crate::text::packed;

/// The files of one catalog, parsed.
#[derive(Debug, Default)]
pub struct Layer {
    /// How many files were found, broken ones too.
    pub files: usize,
    /// Every role the folder names by a file, broken ones too, so that one broken file does not
    /// make its neighbours look broken.
    pub named: BTreeMap<String, String>,
    /// Tables of which something could not be read, by path.
    pub unread: Vec<String>,
    /// What the catalog says of itself.
    pub about: Vec<In<schema::CatalogFile>>,
    pub roles: Vec<RoleFile>,
    pub families: Vec<In<schema::Family>>,
    pub tracks: Vec<In<schema::Track>>,
    pub levels: Vec<In<schema::Level>>,
    pub competencies: Vec<In<schema::Competency>>,
    pub tools: Vec<In<schema::Tool>>,
    pub regions: Vec<In<schema::Region>>,
    pub sources: Vec<In<schema::Source>>,
    pub certificates: Vec<In<schema::Certificate>>,
    pub pay: Vec<In<schema::PayFile>>,
    pub preparation: Vec<In<schema::PreparationFile>>,
    pub frameworks: Vec<In<schema::Framework>>,
    pub elements: Vec<In<schema::Elements>>,
    pub readings: Vec<In<schema::Readings>>,
    pub scoring: Vec<In<schema::Scoring>>,
    pub onet_technologies: Vec<In<schema::OnetTechnologies>>,
    pub usage: Vec<In<schema::Usage>>,
    pub moves: Vec<In<schema::Moves>>,
    pub titles: Vec<In<schema::Titles>>,
    pub title_words: Vec<In<schema::TitleWords>>,
}

/// Something written, and the file that it was written in.
#[derive(Debug, Clone)]
pub struct In<T> {
    pub file: String,
    pub value: T,
}

impl<T> In<T> {
    /// Returns the file, among those of several catalogs.
    pub fn of(&self, catalog: u8) -> FileOf<'_> {
        FileOf { path: &self.file, catalog }
    }
}

/// A role's file: its id is the file's name.
#[derive(Debug, Clone)]
pub struct RoleFile {
    pub id: String,
    /// The folder's name; empty in the catalog's own folder.
    pub folder: String,
    pub file: String,
    pub text: Text,
    pub role: schema::Role,
}

/// Where the text of a role's file is to be had, once it is parsed.
#[derive(Debug, Clone)]
pub enum Text {
    Kept(String),
    /// Kept in fewer bytes: the program embeds the texts of its own catalog, and few ask for them.
    Packed(Vec<u8>),
    /// Left where it lies, in a catalog's folder: a large catalog takes half the memory without it.
    Left(Arc<str>),
}

/// What becomes of the texts of role files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Texts {
    Pack,
    Leave,
}

/// How a text is kept.
#[derive(Debug, Clone)]
enum Keep {
    Whole,
    Packed,
    Below(Arc<str>),
}

impl Keep {
    fn text(&self, text: &str) -> Text {
        match self {
            Self::Whole => Text::Kept(text.to_owned()),
            Self::Packed => Text::Packed(packed::pack_role(text)),
            Self::Below(folder) => Text::Left(folder.clone()),
        }
    }
}

/// Reads and parses the catalog in a folder.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn folder(root: &Path, texts: Texts) -> std::io::Result<(Layer, Vec<Diagnostic>)> {
    let (found, faults) = files::find(root)?;
    let full = std::fs::canonicalize(root)?;
    // What cannot be written as text cannot be said in a baked catalog.
    let keep = match (texts, full.to_str()) {
        (Texts::Pack, _) => Keep::Packed,
        (Texts::Leave, Some(folder)) => Keep::Below(Arc::from(folder)),
        (Texts::Leave, None) => Keep::Whole,
    };
    Ok(read(&found, keep, faults, parallel::threads(found.len())))
}

/// How many files a thread takes at once: few enough that none waits long for the last.
const BATCH: usize = 16;

/// Reads and parses files on some threads. Which thread reads a file changes nothing of the answer.
fn read(found: &[Found], keep: Keep, mut faults: Vec<Diagnostic>, threads: usize) -> (Layer, Vec<Diagnostic>) {
    // A file that is not even looked at is none that is read.
    let mut layer = Layer { unread: faults.iter().map(|fault| fault.file.clone()).collect(), ..Layer::default() };
    for fault in faults.iter().filter(|fault| fault.rule == "misnamed-file") {
        let name = fault.file.rsplit('/').next().unwrap_or(&fault.file);
        layer.name_meant(name.split('.').next().unwrap_or(name), &fault.file);
    }
    let batches: Vec<&[Found]> = found.chunks(BATCH).collect();
    let parts = parallel::map(threads, &batches, |buffer: &mut Vec<u8>, batch| {
        let mut part = (Layer::default(), Vec::new());
        for file in *batch {
            part.0.name(&file.path);
            match files::read(file, buffer) {
                Ok(text) => part.1.extend(part.0.file(&file.path, text, &keep)),
                Err(fault) => {
                    part.0.unread.push(file.path.clone());
                    part.1.push(fault);
                }
            }
        }
        part
    });
    for (part, more) in parts {
        layer.append(part);
        faults.extend(more);
    }
    (layer, faults)
}

/// Parses files that are already read.
pub fn parse(sources: &[SourceFile]) -> (Layer, Vec<Diagnostic>) {
    let mut layer = Layer::default();
    let mut faults = Vec::new();
    for source in sources {
        layer.name(&source.path);
        faults.extend(layer.file(&source.path, &source.text, &Keep::Whole));
    }
    (layer, faults)
}

impl Layer {
    /// Counts a file, and remembers the role that its path names.
    fn name(&mut self, path: &str) {
        self.files += 1;
        if let Some((_, id)) = role_of_path(path) {
            self.named.insert(id.to_owned(), path.to_owned());
            self.name_meant(id, path);
        }
    }

    /// Remembers the role that a file is meant for whose name is none: others name it rightly.
    fn name_meant(&mut self, name: &str, path: &str) {
        let meant = fold::words(name).join("-");
        if meant != name && is_id(&meant, "-", 64) {
            self.named.entry(meant).or_insert_with(|| path.to_owned());
        }
    }

    /// Tells whether roles of a catalog beneath may come to other weights, demand or pay: by evidence, or by
    /// what competencies and tools take from it.
    pub fn speaks_of_evidence(&self) -> bool {
        self.tools.iter().any(|written| written.value.onet.is_some() || written.value.surveys.is_some())
            || !(self.pay.is_empty()
                && self.preparation.is_empty()
                && self.onet_technologies.is_empty()
                && self.usage.is_empty())
            || self.speaks_of_weights()
    }

    /// Tells whether it says something that the weights of all roles are computed from.
    pub fn speaks_of_weights(&self) -> bool {
        let maps = |competency: &schema::Competency| {
            let schema::Competency { onet, gdad, esco, ladders, .. } = competency;
            [onet, gdad, esco].into_iter().any(Option::is_some) || ladders.is_some()
        };
        self.competencies.iter().any(|written| maps(&written.value))
            || !(self.frameworks.is_empty()
                && self.elements.is_empty()
                && self.readings.is_empty()
                && self.scoring.is_empty())
    }

    /// Reads a file, and returns what is wrong with it.
    fn file(&mut self, path: &str, text: &str, keep: &Keep) -> Vec<Diagnostic> {
        let mut faults = self.parsed(path, text, keep);
        let is_read = faults.iter().all(|fault| fault.line > 0);
        faults.extend(is_read.then(|| repeats::told(path, text)).into_iter().flatten());
        faults
    }

    /// Parses a file, and returns what keeps it from being read.
    fn parsed(&mut self, path: &str, text: &str, keep: &Keep) -> Vec<Diagnostic> {
        let parts: Vec<&str> = path.trim_end_matches(".yml").trim_end_matches(".yaml").split('/').collect();
        let source = Source { path, text };
        let faults = match parts.as_slice() {
            [CATALOG] => one(source, &mut self.about),
            ["vocabulary", "elements", _] => one(source, &mut self.elements),
            ["vocabulary", name] => self.vocabulary(name, source),
            ["evidence", rest @ ..] => self.evidence(rest, source),
            _ => return self.role(source, keep),
        };
        if !faults.is_empty() {
            self.unread.push(path.to_owned());
        }
        faults
    }

    fn vocabulary(&mut self, name: &str, source: Source<'_>) -> Vec<Diagnostic> {
        match name {
            "families" => list(source, &mut self.families),
            "tracks" => list(source, &mut self.tracks),
            "levels" => list(source, &mut self.levels),
            "competencies" => list(source, &mut self.competencies),
            "tools" => list(source, &mut self.tools),
            "certificates" => list(source, &mut self.certificates),
            "regions" | "metros" => list(source, &mut self.regions),
            "titles" => list(source, &mut self.title_words),
            "sources" => list(source, &mut self.sources),
            "scoring" => one(source, &mut self.scoring),
            _ => vec![unknown_file(source.path, &VOCABULARY_FILES, VOCABULARY)],
        }
    }

    fn evidence(&mut self, parts: &[&str], source: Source<'_>) -> Vec<Diagnostic> {
        match parts {
            ["pay", _] => {
                let faults = one(source, &mut self.pay);
                self.pay.last_mut().into_iter().for_each(|file| file.value.shrink());
                faults
            }
            ["preparation", _] => one(source, &mut self.preparation),
            ["frameworks", _] => one(source, &mut self.frameworks),
            ["readings", _] => one(source, &mut self.readings),
            ["onet", "technologies"] => one(source, &mut self.onet_technologies),
            ["usage", _] => one(source, &mut self.usage),
            ["moves", _] => one(source, &mut self.moves),
            ["titles", _] => one(source, &mut self.titles),
            _ => vec![unknown_file(source.path, &EVIDENCE_FILES, EVIDENCE)],
        }
    }

    fn role(&mut self, source: Source<'_>, keep: &Keep) -> Vec<Diagnostic> {
        let Some((folder, id)) = role_of_path(source.path) else {
            return vec![unknown_file(source.path, &[], ELSEWHERE)];
        };
        let (folder, id) = (folder.to_owned(), id.to_owned());
        if let Some(fault) = misnamed_catalog(source.path, &folder, &id).or_else(|| wrong_id(source.path, &id)) {
            return vec![fault];
        }
        if let Some(table) = table_of(&id, source.text) {
            // What only this table has is not missing.
            self.unread.push(table.to_owned());
            let fault = Diagnostic::of_file(source.path, "misnamed-file", "this is a table, and not a role");
            return vec![fault.help(format!("move it to `{table}.yaml`, in the catalog's own folder"))];
        }
        let (role, faults) = yaml::parse_on::<schema::Role>(source.path, source.text, yaml::BY_HAND);
        // Of a file whose words were lost it would be told that they are missing.
        let is_cut = faults.iter().any(|fault| fault.rule == "syntax");
        let Some(mut role) = role.filter(|role| !is_cut || is_whole(role)) else { return faults };
        role.shrink();
        let text = keep.text(source.text);
        self.roles.push(RoleFile { id, folder, file: source.path.to_owned(), text, role });
        faults
    }

    /// Adds what was read from later files.
    fn append(&mut self, mut later: Self) {
        self.files += later.files;
        self.named.extend(std::mem::take(&mut later.named));
        self.unread.append(&mut later.unread);
        self.about.append(&mut later.about);
        self.roles.append(&mut later.roles);
        self.families.append(&mut later.families);
        self.tracks.append(&mut later.tracks);
        self.levels.append(&mut later.levels);
        self.competencies.append(&mut later.competencies);
        self.tools.append(&mut later.tools);
        self.regions.append(&mut later.regions);
        self.sources.append(&mut later.sources);
        self.certificates.append(&mut later.certificates);
        self.pay.append(&mut later.pay);
        self.preparation.append(&mut later.preparation);
        self.frameworks.append(&mut later.frameworks);
        self.elements.append(&mut later.elements);
        self.readings.append(&mut later.readings);
        self.scoring.append(&mut later.scoring);
        self.onet_technologies.append(&mut later.onet_technologies);
        self.usage.append(&mut later.usage);
        self.moves.append(&mut later.moves);
        self.titles.append(&mut later.titles);
        self.title_words.append(&mut later.title_words);
    }
}

/// A file's text while it is parsed.
#[derive(Clone, Copy)]
struct Source<'s> {
    path: &'s str,
    text: &'s str,
}

/// Tells whether a role has all that every role must have.
fn is_whole(role: &schema::Role) -> bool {
    role.title.is_some() && role.track.is_some() && role.level.is_some()
}

fn list<T: DeserializeOwned>(source: Source<'_>, into: &mut Vec<In<T>>) -> Vec<Diagnostic> {
    let (values, faults) = entries::read(source.path, source.text);
    into.extend(values.into_iter().map(|value| In { file: source.path.to_owned(), value }));
    faults
}

fn one<T: DeserializeOwned>(source: Source<'_>, into: &mut Vec<In<T>>) -> Vec<Diagnostic> {
    let (value, faults) = yaml::parse_on(source.path, source.text, yaml::TABLE);
    into.extend(value.filter(|_| faults.is_empty()).map(|value| In { file: source.path.to_owned(), value }));
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Named, bake};

    /// Reads the miniature catalog with a hundred good roles and twenty bad ones, on some threads.
    fn read_on(threads: usize, folder: &Path) -> (String, Vec<Diagnostic>, Option<Vec<u8>>) {
        let (found, faults) = files::find(folder).unwrap();
        let (layer, faults) = read(&found, Keep::Whole, faults, threads);
        let baked = bake(&Named { name: "miniature", layer: &layer }).ok();
        (format!("{layer:?}"), faults, baked)
    }

    /// Copies the miniature catalog beside roles that are generated.
    fn folder(name: &str, is_bad: fn(usize) -> bool) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("roles-threads-{name}-{}", std::process::id()));
        let miniature = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/miniature");
        for file in files::find(&miniature).unwrap().0 {
            let to = folder.join(&file.path);
            std::fs::create_dir_all(to.parent().unwrap()).unwrap();
            std::fs::copy(&file.full, to).unwrap();
        }
        for number in 0..120 {
            let extra = if is_bad(number) { "oops: 1\n" } else { "" };
            let text = format!("title: Made {number}\ntrack: management\nlevel: 4\nsummary: Made up.\n{extra}");
            std::fs::write(folder.join(format!("operations/made-{number}.yaml")), text).unwrap();
        }
        folder
    }

    #[test]
    fn any_number_of_threads_reads_the_same() {
        for (name, is_bad, faults) in [("good", (|_| false) as fn(usize) -> bool, 0), ("bad", |n| n % 6 == 1, 20)] {
            let folder = folder(name, is_bad);
            let alone = read_on(1, &folder);
            assert_eq!((alone.1.len(), alone.2.is_some()), (faults, true), "{:?}", alone.1);
            (2..6).for_each(|threads| assert_eq!(read_on(threads, &folder), alone, "{threads} threads"));
            std::fs::remove_dir_all(folder).unwrap();
        }
    }
}
