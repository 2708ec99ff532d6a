//! `roles new`: writes a role file that loads, with each field explained.

use std::fs;
use std::path::{Path, PathBuf};

use crate::app::copied_pay;
use crate::catalog::Catalog;
use crate::catalog::model::{Level, Proficiency, RoleIx};
use crate::catalog::read::ids;
use crate::request;
use crate::request::Global;
use crate::store::{above, beside, places};
use crate::text::fold;
use crate::text::hint::{Ask, Hint, hint};
use crate::view::error::{Error, ticked, typeable};

/// What the built-in catalog calls itself.
const BUILTIN: &str = "built-in";

/// Writes the file, and returns where. An existing file is never touched; a missing folder is made.
///
/// # Errors
/// When the id cannot be one, or the file is there already or cannot be written.
pub fn write(catalog: Catalog<'_>, args: &request::New, from: Option<RoleIx>) -> Result<PathBuf, Error> {
    let path = own_path(args);
    if let Some(fault) = ids::wrong_id(&path.display().to_string(), &args.id) {
        let error = Error::failed(fault.message);
        let id = fold::words(&args.id).join("-");
        return Err(match ids::wrong_id("", &id) {
            None => error.hint(hint!["did you mean ", Ask::of("new").word(id), "?"]),
            Some(_) => error.hint(fault.help.unwrap_or_default()),
        });
    }
    if let Some(what) = no_folder(&args.dir) {
        let error = Error::failed(format!("{} is {what}, and no folder", ticked(&args.dir.display().to_string())));
        return Err(error.hint("`--dir` names the folder that the role's file goes into"));
    }
    let text = match from {
        Some(role) => text_from(&catalog, role, &args.id)?,
        None => template(&catalog, &args.id),
    };
    let written = fs::create_dir_all(&args.dir).and_then(|()| beside::create(&path, text.as_bytes()));
    written.map_err(|error| {
        let shown = ticked(&path.display().to_string());
        match error.kind() {
            std::io::ErrorKind::AlreadyExists => Error::failed(format!("{shown} is there already, and stays as it is"))
                .hint("choose another id, or another `--dir`"),
            _ => Error::failed(format!("cannot write {shown}: {error}")),
        }
    })?;
    Ok(path)
}

/// Refuses an id that a file of the catalog has already, wherever in it that lies: two files of one catalog are no one
/// role.
///
/// # Errors
/// When there is such a file.
pub fn refuse_twice(global: &Global, root: &Path, args: &request::New) -> Result<(), Error> {
    // The file itself is told of when it would be written.
    let is_there = own_path(args).symlink_metadata().is_ok();
    match above::role_file(global, root, &args.id).filter(|_| !is_there && above::is_catalog(global, root)) {
        None => Ok(()),
        Some(file) => {
            let (id, shown) = (ticked(&args.id), ticked(&places::path(&file)));
            Err(Error::failed(format!("the catalog has a file of the role {id} already: {shown}"))
                .hint("choose another id, or write into that file"))
        }
    }
}

/// Says which file has the id before another is written, where nothing says that the folder is a catalog.
pub fn twin(global: &Global, root: &Path, args: &request::New) -> Option<String> {
    if above::is_catalog(global, root) {
        return None;
    }
    let file = above::role_file(global, root, &args.id)?;
    Some(format!("{} has that id too: in one catalog two files of a role are a fault", ticked(&places::path(&file))))
}

/// Where the file is to lie.
fn own_path(args: &request::New) -> PathBuf {
    args.dir.join(format!("{}.yaml", args.id))
}

/// Says that a catalog's words are not known, and why.
pub fn unheard(root: &Path, why: &Error) -> Hint {
    let check = Ask::of("check").word(typeable(&root.display().to_string()));
    hint![format!("{}, and the file is not in its words: ", why.message), check, " says what is wrong"]
}

/// Says what is there instead of a folder; nothing where there is one, or nothing yet.
fn no_folder(path: &Path) -> Option<&'static str> {
    let is_link = path.symlink_metadata().ok()?.is_symlink();
    match path.metadata() {
        Ok(there) if there.is_dir() => None,
        Ok(there) if there.is_file() => Some("a file"),
        Ok(_) => Some("a device or a pipe"),
        Err(_) if is_link => Some("a link to nothing"),
        // What cannot be looked at is told when it is written to.
        Err(_) => None,
    }
}

/// Words that the trade writes in letters of its own.
const WRITTEN: [&str; 38] = [
    "IT",
    "QA",
    "SRE",
    "UX",
    "UI",
    "AI",
    "ML",
    "API",
    "BI",
    "CRM",
    "ERP",
    "CTO",
    "CIO",
    "CISO",
    "CEO",
    "COO",
    "CFO",
    "CDO",
    "CPO",
    "VP",
    "SAP",
    "HPC",
    "IoT",
    "DevOps",
    "MLOps",
    "FinOps",
    "DevSecOps",
    "iOS",
    "PHP",
    "SQL",
    "AWS",
    "GRC",
    "SOC",
    "ETL",
    "GIS",
    "DBA",
    "NOC",
    "VR",
];

/// Says what a file of an id that is there already will do: nobody need have meant that.
pub fn laid_over(catalog: Catalog<'_>, id: &str) -> Option<String> {
    let role = catalog.find_id(id)?;
    let origins = catalog.about().origins;
    let lowest = origins.get(catalog.head(role).origins.trailing_zeros() as usize)?;
    let whose = match *lowest {
        BUILTIN => "the built-in catalog".to_owned(),
        folder => format!("the catalog {}", ticked(folder)),
    };
    Some(format!("{whose} has a role `{id}`: the file is laid over it, field by field"))
}

/// Returns the id as a title: `staff-engineer` becomes `Staff Engineer`, `it-generalist` `IT Generalist`.
fn title(id: &str) -> String {
    let capital = |word: &str| {
        if let Some(written) = WRITTEN.iter().find(|written| written.eq_ignore_ascii_case(word)) {
            return (*written).to_owned();
        }
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    };
    id.split('-').map(capital).collect::<Vec<_>>().join(" ")
}

/// What is not copied of another role: its names, what is of it alone, and the bands, which are written anew.
const NOT_COPIED: [&str; 9] = ["title", "name", "family", "aliases", "url", "ladder", "hidden", "grades", "salary"];

const GRADES_LEFT_OUT: &str =
    "# Its grades are left out: their names find that role. `grades:` states some of this one.\n";

/// The file of another role, under a title of its own and without that role's names.
fn text_from(catalog: &Catalog<'_>, role: RoleIx, id: &str) -> Result<String, Error> {
    let head = catalog.head(role);
    let family = catalog.family(head.family).id;
    let mut text = format!(
        "# Begun from `{}`. Everything below is yours to change; a field that you take out of a role that\n\
         # the catalog beneath has too is taken from there.\n\
         title: {}\n\
         # The family that listings group it under: `roles families`.\n\
         family: {family}\n",
        head.id,
        title(id)
    );
    let texts = catalog.texts(role);
    let below = texts.first().map(|text| text.read()).transpose();
    let below = below.map_err(|error| Error::failed(format!("cannot read the file of `{}`: {error}", head.id)))?;
    let below = below.unwrap_or_default();
    if has(&below, "grades") {
        text.push_str(GRADES_LEFT_OUT);
    }
    text.push_str(&without(&below, &NOT_COPIED));
    if has(&below, "salary") {
        let origin = texts.first().map_or(0, |text| text.origin);
        let ends = text.is_empty() || text.ends_with('\n');
        text.push_str(if ends { "" } else { "\n" });
        text.push_str(&copied_pay::written(catalog, role, origin));
    }
    Ok(text)
}

/// Tells whether a YAML file has a top-level field.
fn has(text: &str, field: &str) -> bool {
    text.lines().any(|line| line.strip_prefix(field).is_some_and(|rest| rest.starts_with(':')))
}

/// A YAML file without some of its top-level fields.
fn without(text: &str, fields: &[&str]) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut is_kept = true;
    for line in text.split_inclusive('\n') {
        if let Some((field, _)) = line.split_once(':').filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase())) {
            is_kept = !fields.contains(&field);
        }
        if is_kept {
            kept.push_str(line);
        }
    }
    kept
}

/// A file with each field explained, in the words of the catalog that is asked.
fn template(catalog: &Catalog<'_>, id: &str) -> String {
    let families: Vec<&str> = catalog.family_names().map(|family| family.id).collect();
    let tracks: Vec<&str> = catalog.track_names().map(|track| track.id).collect();
    let tools: Vec<&str> = catalog.tools().map(|tool| tool.id).collect();
    let is_other = |role: &RoleIx| !catalog.head(*role).hidden && catalog.id(*role) != id;
    let roles: Vec<&str> = catalog.roles().filter(is_other).map(|role| catalog.id(role)).collect();
    let regions: Vec<&str> = catalog.regions().map(|region| region.id).collect();
    let (levels, level) = levels(catalog);
    let before = "junior-software-engineer";
    // Any other role would be a guess: it stands there as an example.
    let is_before = if roles.contains(&before) { "" } else { "# " };
    let words = [
        ("TITLE", title(id)),
        ("FAMILY", stated("family", preferred("software-engineering", &families))),
        ("TRACKS", either(&tracks)),
        ("TRACK", stated("track", preferred("individual-contributor", &tracks))),
        ("LEVELS", levels),
        ("LEVEL", level),
        ("LADDER", preferred("software-engineer", &roles).unwrap_or(id).to_owned()),
        ("COMPETENCIES", competencies(catalog)),
        ("REGION", preferred("de", &regions).unwrap_or("de").to_owned()),
        (
            "TOOLS",
            listed("tools", preferred("git", &tools).map(|tool| format!("tool: {tool}, proficiency: practitioner"))),
        ),
        (
            "PREREQUISITES",
            format!("{is_before}prerequisites: [{}]", preferred(before, &roles).unwrap_or("another-role")),
        ),
        ("LATERAL", preferred("backend-engineer", &roles).unwrap_or("another-role").to_owned()),
    ];
    let text = include_str!("new_role.yaml").to_owned();
    words.into_iter().fold(text, |text, (word, written)| text.replace(word, &written))
}

/// The word that the template speaks of best, where the catalog has it, or else its first.
fn preferred<'w>(word: &'w str, words: &[&'w str]) -> Option<&'w str> {
    if words.contains(&word) { Some(word) } else { words.first().copied() }
}

/// A field, or a comment where the catalog has no word for it.
fn stated(field: &str, word: Option<&str>) -> String {
    word.map_or_else(|| format!("# {field}:"), |word| format!("{field}: {word}"))
}

/// A list of entries, or a comment where the catalog has none.
fn listed(field: &str, entries: impl IntoIterator<Item = String>) -> String {
    let entries: String = entries.into_iter().map(|entry| format!("\n  - {{{entry}}}")).collect();
    if entries.is_empty() { format!("# {field}:") } else { format!("{field}:{entries}") }
}

fn either(words: &[&str]) -> String {
    match words {
        [] => "The catalog has no track yet: vocabulary/tracks.yaml.".to_owned(),
        [only] => format!("{only}."),
        [first @ .., last] => format!("{} or {last}.", first.join(", ")),
    }
}

/// The ranks that there are, and the one that the file begins with: one of the middle of most ladders.
fn levels(catalog: &Catalog<'_>) -> (String, String) {
    const MIDDLE: u8 = 3;
    let levels: Vec<Level<'_>> = catalog.levels().collect();
    let called = |level: &Level<'_>| match level.names.last() {
        Some(name) => format!("{} ({})", level.rank, name.name),
        None => level.rank.to_string(),
    };
    let there_are = match levels.as_slice() {
        [] => "1 to 9".to_owned(),
        [only] => called(only),
        [first, .., last] => format!("{} to {}", called(first), called(last)),
    };
    let nearest = levels.iter().map(|level| level.rank).min_by_key(|rank| rank.abs_diff(MIDDLE));
    (there_are, stated("level", nearest.map(|rank| rank.to_string()).as_deref()))
}

fn competencies(catalog: &Catalog<'_>) -> String {
    let ids: Vec<&str> = catalog.competency_names().map(|competency| competency.id).collect();
    let example = ["software-engineering", "communication"];
    let chosen = if example.iter().all(|id| ids.contains(id)) { &example[..] } else { &ids[..ids.len().min(2)] };
    let entry = |(id, (weight, level)): (&&str, (u8, Proficiency))| {
        let level = level_word(catalog, id, level);
        format!("competency: {id}, weight: {weight}, level: {level}, why: our ladder says so")
    };
    let rests = [(80, Proficiency::Practitioner), (60, Proficiency::Working)];
    listed("competencies", chosen.iter().zip(rests).map(entry))
}

/// A level in the words in which the topmost catalog states it: of its own scale, or ours.
fn level_word(catalog: &Catalog<'_>, id: &str, level: Proficiency) -> String {
    let about = catalog.about();
    let own = catalog.competencies().find(|competency| competency.id == id).and_then(|it| it.scale);
    let of_catalog = about.imprints.last().and_then(|imprint| imprint.scale);
    let Some(scale) = own.map(|own| own.scale).or(of_catalog) else { return level.name().to_owned() };
    let steps = &about.scales[scale.at()].steps;
    let same = steps.iter().find(|step| step.means == Some(level));
    // As high on that scale as the level is on ours.
    let as_high = || &steps[(usize::from(level.score()) * steps.len()).div_ceil(100).clamp(1, steps.len()) - 1];
    let word = same.unwrap_or_else(as_high).word;
    let is_plain = word.chars().all(|c| c.is_alphanumeric() || c == '-');
    if is_plain { word.to_owned() } else { format!("\"{}\"", word.replace('\\', "\\\\").replace('"', "\\\"")) }
}
