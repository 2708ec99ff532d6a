//! From files to the YAML as written. Never stops at the first fault: it returns what it could
//! read, and every diagnostic.

use std::collections::BTreeMap;
use std::path::Path;

use serde::de::DeserializeOwned;

use super::diagnostic::{Diagnostic, Place};
use super::files::{self, SourceFile};
use super::schema;

/// The files of one catalog, parsed.
#[derive(Debug, Default)]
pub struct Layer {
    /// Every role the folder names by a file, broken ones too, so that one broken file does not
    /// make its neighbours look broken.
    pub named: BTreeMap<String, String>,
    pub roles: Vec<RoleFile>,
    pub families: Vec<In<schema::Family>>,
    pub tracks: Vec<In<schema::Track>>,
    pub levels: Vec<In<schema::Level>>,
    pub competencies: Vec<In<schema::Competency>>,
    pub tools: Vec<In<schema::Tool>>,
    pub regions: Vec<In<schema::Region>>,
    pub sources: Vec<In<schema::Source>>,
    pub pay: Vec<In<schema::PayFile>>,
    pub onet_ratings: Vec<In<schema::OnetRatings>>,
    pub onet_technologies: Vec<In<schema::OnetTechnologies>>,
    pub gdad: Vec<In<schema::GdadSkills>>,
    pub esco: Vec<In<schema::EscoSkills>>,
    pub ladders: Vec<In<schema::Ladder>>,
    pub usage: Vec<In<schema::Usage>>,
    pub moves: Vec<In<schema::Moves>>,
    pub titles: Vec<In<schema::Titles>>,
}

/// Something written, and the file that it was written in.
#[derive(Debug, Clone)]
pub struct In<T> {
    pub file: String,
    pub value: T,
}

/// A role's file: its id is the file's name.
#[derive(Debug, Clone)]
pub struct RoleFile {
    pub id: String,
    /// The folder's name; empty in the catalog's own folder.
    pub folder: String,
    pub file: String,
    pub text: String,
    pub role: schema::Role,
}

/// Reads and parses the catalog in a folder.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn folder(root: &Path) -> std::io::Result<(Layer, Vec<Diagnostic>)> {
    let (found, mut faults) = files::find(root)?;
    let mut sources = Vec::with_capacity(found.len());
    for file in &found {
        match files::read(file) {
            Ok(source) => sources.push(source),
            Err(fault) => faults.push(fault),
        }
    }
    let (mut layer, mut more) = parse(sources);
    for file in &found {
        layer.name(&file.path);
    }
    faults.append(&mut more);
    Ok((layer, faults))
}

/// Parses files that are already read.
pub fn parse(sources: Vec<SourceFile>) -> (Layer, Vec<Diagnostic>) {
    let mut layer = Layer::default();
    let mut faults = Vec::new();
    for source in sources {
        layer.name(&source.path);
        if let Err(fault) = layer.file(source) {
            faults.push(fault);
        }
    }
    (layer, faults)
}

impl Layer {
    /// Remembers the role that a path names.
    fn name(&mut self, path: &str) {
        if let Some((_, id)) = role_of_path(path) {
            self.named.insert(id.to_owned(), path.to_owned());
        }
    }

    fn file(&mut self, source: SourceFile) -> Result<(), Diagnostic> {
        let parts: Vec<&str> = source.path.trim_end_matches(".yml").trim_end_matches(".yaml").split('/').collect();
        match parts.as_slice() {
            ["vocabulary", name] => self.vocabulary(name, &source),
            ["evidence", rest @ ..] => self.evidence(rest, &source),
            _ => self.role(source),
        }
    }

    fn vocabulary(&mut self, name: &str, source: &SourceFile) -> Result<(), Diagnostic> {
        match name {
            "families" => list(source, &mut self.families),
            "tracks" => list(source, &mut self.tracks),
            "levels" => list(source, &mut self.levels),
            "competencies" => list(source, &mut self.competencies),
            "tools" => list(source, &mut self.tools),
            "regions" | "metros" => list(source, &mut self.regions),
            "sources" => list(source, &mut self.sources),
            _ => Err(unknown_file(source, VOCABULARY)),
        }
    }

    fn evidence(&mut self, parts: &[&str], source: &SourceFile) -> Result<(), Diagnostic> {
        match parts {
            ["pay", _] => one(source, &mut self.pay),
            ["onet", "ratings"] => one(source, &mut self.onet_ratings),
            ["onet", "technologies"] => one(source, &mut self.onet_technologies),
            ["gdad", "skills"] => one(source, &mut self.gdad),
            ["esco", "skills"] => one(source, &mut self.esco),
            ["ladders", _] => one(source, &mut self.ladders),
            ["usage", _] => one(source, &mut self.usage),
            ["moves", _] => one(source, &mut self.moves),
            ["titles", _] => one(source, &mut self.titles),
            _ => Err(unknown_file(source, EVIDENCE)),
        }
    }

    fn role(&mut self, source: SourceFile) -> Result<(), Diagnostic> {
        let (folder, id) = role_of_path(&source.path).expect("vocabulary and evidence were sorted out before");
        let (folder, id) = (folder.to_owned(), id.to_owned());
        if let Some(fault) = wrong_id(&source.path, &id) {
            return Err(fault);
        }
        let role = yaml(&source)?;
        self.roles.push(RoleFile { id, folder, file: source.path, text: source.text, role });
        Ok(())
    }
}

const VOCABULARY: &str = "vocabulary/ holds families, tracks, levels, competencies, tools, regions, metros and sources";
const EVIDENCE: &str = "evidence/ holds pay/, onet/ratings, onet/technologies, gdad/skills, esco/skills, ladders/, usage/, moves/ and titles/";

fn unknown_file(source: &SourceFile, help: &str) -> Diagnostic {
    Diagnostic::of_file(&source.path, "unknown-file", "nothing reads a file of this name").help(help)
}

/// Returns the folder and the id of a role's file; none for vocabulary and evidence.
fn role_of_path(path: &str) -> Option<(&str, &str)> {
    let stem = path.strip_suffix(".yaml").or_else(|| path.strip_suffix(".yml"))?;
    let (folders, id) = stem.rsplit_once('/').unwrap_or(("", stem));
    let first = folders.split('/').next().unwrap_or("");
    let folder = folders.rsplit('/').next().unwrap_or("");
    (first != "vocabulary" && first != "evidence").then_some((folder, id))
}

/// Ids are typed in shells and stand in paths: small letters, digits and hyphens only.
pub fn wrong_id(path: &str, id: &str) -> Option<Diagnostic> {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let right = !id.is_empty()
        && id.len() <= 64
        && id.chars().all(is_plain)
        && id.starts_with(|c: char| c.is_ascii_alphanumeric());
    (!right).then(|| {
        Diagnostic::of_file(path, "bad-id", format!("`{}` cannot be an id", id.escape_default()))
            .help("an id has small letters, digits and hyphens, at most 64: `staff-engineer`")
    })
}

fn list<T: DeserializeOwned>(source: &SourceFile, into: &mut Vec<In<T>>) -> Result<(), Diagnostic> {
    let values: Vec<T> = yaml(source)?;
    into.extend(values.into_iter().map(|value| In { file: source.path.clone(), value }));
    Ok(())
}

fn one<T: DeserializeOwned>(source: &SourceFile, into: &mut Vec<In<T>>) -> Result<(), Diagnostic> {
    into.push(In { file: source.path.clone(), value: yaml(source)? });
    Ok(())
}

/// Parses one YAML document.
///
/// # Errors
/// A diagnostic with line and column for whatever the parser or the schema refuses.
pub fn yaml<T: DeserializeOwned>(source: &SourceFile) -> Result<T, Diagnostic> {
    let text = source.text.strip_prefix('\u{feff}').unwrap_or(&source.text);
    serde_yaml::from_str_with_options(text, options()).map_err(|error| fault(&source.path, &error))
}

/// The parser's limits: wide enough for the largest table, narrow enough for a hostile file.
fn options() -> serde_yaml::Options {
    serde_yaml::options! {
        strict_booleans: true,
        with_snippet: false,
        budget: serde_yaml::budget! { max_events: 4_000_000, max_nodes: 2_000_000, max_depth: 32, max_aliases: 1_000 },
    }
}

fn fault(path: &str, error: &serde_yaml::Error) -> Diagnostic {
    let place = error.location().map_or_else(Place::default, |at| Place {
        line: u32::try_from(at.line()).unwrap_or(0),
        column: u32::try_from(at.column()).unwrap_or(0),
        width: u32::try_from(at.span().len()).unwrap_or(0),
    });
    let (rule, message, help) = explain(error);
    let diagnostic = Diagnostic::at(path, place, rule, message);
    match help {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    }
}

/// Puts the parser's faults into this program's words, where they have a name of their own.
fn explain(error: &serde_yaml::Error) -> (&'static str, String, Option<String>) {
    use serde_yaml::Error;
    match error {
        Error::SerdeUnknownField { field, expected, .. } => {
            ("unknown-field", format!("no field is called `{}`", field.escape_debug()), nearest_field(field, expected))
        }
        Error::SerdeMissingField { field, .. } => ("missing-field", format!("the field `{field}` is missing"), None),
        Error::SerdeUnknownVariant { variant, expected, .. } => (
            "unknown-word",
            format!("`{}` is not a word for this", variant.escape_debug()),
            Some(format!("one of: {}", expected.join(", "))),
        ),
        Error::DuplicateMappingKey { key, .. } => (
            "duplicate-key",
            format!("the key `{}` stands here twice", key.as_deref().unwrap_or("?").escape_debug()),
            None,
        ),
        Error::SerdeInvalidType { expected, .. } | Error::SerdeInvalidValue { expected, .. } => (
            "wrong-type",
            "the value is not of the kind that stands here".to_owned(),
            Some(format!("expected {expected}")),
        ),
        Error::InvalidScalar { ty, .. } => (
            "wrong-type",
            "the value is not of the kind that stands here".to_owned(),
            Some(format!("expected {}", kind(ty))),
        ),
        other => ("syntax", first_line(&other.without_snippet().to_string()), None),
    }
}

/// Rust's names of kinds, in a person's words.
fn kind(ty: &str) -> &str {
    match ty {
        "u8" => "a whole number from 0 to 255",
        "u16" => "a whole number from 0 to 65535",
        "u32" => "a whole number",
        "f32" | "f64" => "a number",
        "bool" => "true or false",
        other => other,
    }
}

fn nearest_field(field: &str, expected: &[&'static str]) -> Option<String> {
    let nearest =
        expected.iter().max_by(|a, b| strsim::jaro_winkler(field, a).total_cmp(&strsim::jaro_winkler(field, b)));
    nearest
        .filter(|name| strsim::jaro_winkler(field, name) > 0.8)
        .map(|name| format!("did you mean `{name}`?"))
        .or_else(|| Some(format!("the fields are: {}", expected.join(", "))))
}

fn first_line(message: &str) -> String {
    message.lines().next().unwrap_or("the YAML cannot be read").trim_end_matches('.').to_owned()
}
