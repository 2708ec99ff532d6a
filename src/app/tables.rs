//! `roles import` and `roles export`: reads and writes the files that tables stand in.

use std::io::Read as _;
use std::io::{self, IsTerminal};
use std::path::Path;

use crate::app::stream::{catalog, profile, write};
use crate::app::tell::{said, say};
use crate::app::typed::Typed;
use crate::catalog::model::{Proficiency, RoleIx};
use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::files as read;
use crate::catalog::read::files::SourceFile;
use crate::catalog::read::load::Texts;
use crate::catalog::read::schema::ScaleStep;
use crate::query;
use crate::query::People;
use crate::request::{Export, Format, Global, Import};
use crate::store::{alone, beside, catalogs, places};
use crate::table;
use crate::text::harmless::harmless;
use crate::text::hint::{Ask, hint};
use crate::text::sorting::Arrange;
use crate::view::error::{Error, Exit, ticked, typeable};

/// So many warnings are told one by one.
const TOLD: usize = 20;

/// Reads a table, and writes the role files that it makes.
///
/// # Errors
/// When the table cannot be read, says nothing, or a file is there already.
pub fn import(args: &Import, global: &Global) -> Result<Exit, Error> {
    let text = text(&args.file)?;
    let source = catalogs::beneath(global, &args.dir)?;
    let name = called(&args.file);
    let made = table::import(catalog(&source, global), args, own_scale(&args.dir)?, (&name, &text))?;
    let mut files = made.files;
    if catalogs::stands_alone(global, &args.dir) {
        let vocabulary = alone::vocabulary(&args.dir).into_iter();
        let missing = vocabulary.filter(|file| !args.dir.join(&file.path).exists());
        files.extend(missing.map(|file| (file.path, file.text)));
    }
    table::write(&args.dir, &files, args.force)?;
    say(&said("warning", &shortened(made.warnings)));
    say(&said("note", &made.notes));
    let folder = args.dir.display().to_string();
    let (all, own) = made.competencies;
    let tools = if made.tools == 0 { String::new() } else { format!(", {}", counted(made.tools, "tool")) };
    write(&format!(
        "wrote {folder}: {}, {} ({own} of its own){tools}, from {}\n",
        counted(made.roles, "role"),
        match all {
            1 => "1 competency".to_owned(),
            all => format!("{all} competencies"),
        },
        counted(made.rows, "row")
    ))?;
    let alone = if catalogs::stands_alone(global, &args.dir) { "--no-builtin " } else { "" };
    say(&said("hint", &[format!("`roles {alone}check {}` says what is wrong with it", typeable(&folder))]));
    Ok(Exit::Answered)
}

/// What a file is called in what is said of it: as it was typed.
fn called(path: &Path) -> String {
    if path.as_os_str() == "-" { table::STANDARD_INPUT.to_owned() } else { places::path(path) }
}

/// The scale that a folder's `catalog.yaml` states: what is imported into it is on that scale.
///
/// # Errors
/// When that file has a fault: which scale it states is then not known, and every level would be left out.
fn own_scale(folder: &Path) -> Result<Vec<table::Step>, Error> {
    const FILE: &str = "catalog.yaml";
    if !folder.join(FILE).is_file() {
        return Ok(Vec::new());
    }
    let (layer, faults) = catalogs::read(folder, Texts::Leave)?;
    refused(folder, faults.iter().find(|fault| fault.file == FILE))?;
    let stated = layer.about.into_iter().next().and_then(|about| about.value.scale);
    let means = |word: &str| Proficiency::ALL.into_iter().find(|level| level.name() == word);
    let step = |step: ScaleStep| {
        (step.word.value.trim().to_owned(), step.means.as_ref().and_then(|word| means(word.value.trim())))
    };
    Ok(stated.into_iter().flatten().map(step).collect())
}

/// Says the first fault of a folder that is to be read.
fn refused(folder: &Path, first: Option<&Diagnostic>) -> Result<(), Error> {
    let Some(first) = first else { return Ok(()) };
    let shown = folder.display().to_string();
    let place = format!("{}:{}:{}: {}", first.file, first.line, first.column, first.message);
    Err(Error::failed(format!("the folder {} has faults, as {place}", ticked(&shown)))
        .hint(hint![Ask::of("check").word(typeable(&shown)), " lists them"]))
}

/// Writes what roles ask for as a table.
///
/// # Errors
/// When a role is not there, or a format is asked for that is no table.
pub fn export(args: &Export, global: &Global, typed: &Typed) -> Result<Exit, Error> {
    if let Some(folder) = &args.tables {
        let note = "`--format` is for one table: the files of `--tables` are CSV".to_owned();
        say(&said("note", &typed.has_format().then_some(note).into_iter().collect::<Vec<_>>()));
        return package(folder, args.force, global);
    }
    let form = table::Form { separator: separator(global, typed)?, for_spreadsheets: global.spreadsheet };
    let unheeded = [("--fields", !global.fields.is_empty()), ("--no-header", global.no_header)];
    let unheeded = unheeded.into_iter().filter(|(_, is_asked)| *is_asked);
    let unheeded = unheeded.map(|(option, _)| format!("`{option}` is for answers: a table has all of its columns"));
    say(&said("note", &unheeded.collect::<Vec<_>>()));
    let Some(folder) = &args.dir else {
        let source = catalogs::source(global)?;
        let catalog = catalog(&source, global);
        let found = if args.roles.is_empty() { Vec::new() } else { query::find_all(catalog, &args.roles)? };
        let notes: Vec<String> = found.iter().filter_map(|found| found.note.clone()).collect();
        say(&said("note", &notes));
        let roles: Vec<RoleIx> = match found.is_empty() {
            true => catalog.heads().map(|(role, _)| role).collect(),
            false => found.iter().map(|found| found.role).collect(),
        };
        let graded = catalog.graded().map(|graded| graded.role).filter(|role| roles.contains(role));
        say(&said("note", &without_grades(graded.map(|role| catalog.id(role)))));
        return shown(table::of_catalog(catalog, &roles, form));
    };
    let source = catalogs::beneath(global, folder)?;
    let (layer, faults) = catalogs::read(folder, Texts::Leave)?;
    refused(folder, faults.first())?;
    shown(table::of_folder(catalog(&source, global), folder, &layer, &args.roles, form)?)
}

/// Writes a table; a terminal obeys nothing of what a catalog says.
fn shown(table: String) -> Result<Exit, Error> {
    write(&if io::stdout().is_terminal() { harmless(table) } else { table })
}

/// Says that a table has no place for the grades within roles.
fn without_grades<'i>(ids: impl Iterator<Item = &'i str>) -> Vec<String> {
    let ids: Vec<&str> = ids.collect();
    let Some(first) = ids.first() else { return Vec::new() };
    let named = ids.iter().map(|id| ticked(id)).collect::<Vec<_>>().join(", ");
    vec![format!(
        "grades within a role are left out: {named}; `roles show {first} --section grades --format csv` writes them"
    )]
}

/// Writes the whole catalog as a folder of tables.
fn package(folder: &Path, is_forced: bool, global: &Global) -> Result<Exit, Error> {
    let shown = folder.display().to_string();
    let is_package = folder.join("datapackage.json").is_file();
    if is_forced && folder.exists() && !is_package && folder.read_dir().is_ok_and(|mut files| files.next().is_some()) {
        return Err(Error::failed(format!("{} has no `datapackage.json`: it is no folder of tables", ticked(&shown)))
            .hint("name a folder that is not there yet"));
    }
    let source = catalogs::source(global)?;
    let catalog = catalog(&source, global);
    let files = table::package(&catalog);
    beside::folder(folder, &files, is_forced).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            Error::failed(format!("{} is there already, and stays as it is", ticked(&shown)))
                .hint("`--force` replaces a folder of tables; another name leaves it as it is")
        }
        _ => Error::failed(format!("cannot write {}: {error}", ticked(&shown))),
    })?;
    write(&files.iter().map(|(name, _)| format!("wrote {}\n", folder.join(name).display())).collect::<String>())
}

/// What parts cells in the format that is asked for; none where none is. What a variable says of answers is heeded
/// where it is a table's.
fn separator(global: &Global, typed: &Typed) -> Result<Option<u8>, Error> {
    match global.format {
        Some(format) if !typed.has_format() && !matches!(format, Format::Csv | Format::Tsv) => Ok(None),
        None => Ok(None),
        Some(Format::Csv) => Ok(Some(b',')),
        Some(Format::Tsv) => Ok(Some(b'\t')),
        Some(_) => Err(Error::failed("a table is written as CSV or TSV").hint("`--format csv`, `--format tsv`")),
    }
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

fn shortened(mut warnings: Vec<String>) -> Vec<String> {
    if let more @ 1.. = warnings.len().saturating_sub(TOLD) {
        warnings.truncate(TOLD);
        warnings.push(format!("{more} more cells cannot be read"));
    }
    warnings
}

/// Reads a table's text; `-` is standard input.
fn text(path: &Path) -> Result<String, Error> {
    let shown = called(path);
    let mut bytes = Vec::new();
    let read = match path.as_os_str() == "-" {
        true => read::limited(&mut io::stdin().lock(), &mut bytes),
        false => std::fs::File::open(path).and_then(|mut file| read::limited(&mut file, &mut bytes)),
    };
    read.map_err(|error| {
        Error::failed(format!("cannot read the table {}: {error}", ticked(&shown))).hint(hint![
            "a spreadsheet saved as CSV is one: ",
            Ask::of("import").words(["ladder.csv", "--dir", "ladder"])
        ])
    })?;
    read::text(&shown, &bytes).map(str::to_owned).map_err(|fault| {
        let error = Error::failed(format!("cannot read the table {}: {}", ticked(&shown), fault.message));
        match fault.rule {
            "not-utf-8" => error.hint("save it as `CSV UTF-8`, or `iconv -f UTF-16 -t UTF-8 FILE > NEW`"),
            _ => error.hint("split it: a table has 8 MiB at most"),
        }
    })
}

/// The longest table of people: ten thousand people with thirty lines each fill a sixth of it.
const LONGEST: u64 = 64 * 1024 * 1024;

/// Reads a team: a folder of self-assessments, or a table; `-` is a table of standard input.
///
/// # Errors
/// When it cannot be read, is too long, or the folder has no self-assessment.
pub fn people(path: &Path) -> Result<People, Error> {
    let shown = path.display().to_string();
    let unread = |error: io::Error| {
        Error::failed(format!("cannot read the profiles {}: {error}", ticked(&shown))).hint(hint![
            "a folder of self-assessments, or a table: ",
            Ask::of("match").word("--help"),
            " says what it looks like"
        ])
    };
    if path.is_dir() {
        let mut files: Vec<_> = path.read_dir().map_err(unread)?.flatten().map(|file| file.path()).collect();
        let is_profile = |file: &std::path::PathBuf| {
            let is_yaml =
                file.extension().is_some_and(|it| it.eq_ignore_ascii_case("yaml") || it.eq_ignore_ascii_case("yml"));
            is_yaml && !file.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
        };
        files.retain(is_profile);
        files.arrange();
        if files.is_empty() {
            return Err(Error::nothing(format!("the folder {} has no self-assessment", ticked(&shown))).hint(hint![
                Ask::of("profile").words([">".to_owned(), format!("{}/ann.yaml", typeable(&shown))]),
                " writes an empty one"
            ]));
        }
        return files.iter().map(|file| profile(file)).collect::<Result<_, _>>().map(People::Files);
    }
    let mut bytes = Vec::new();
    let read = |mut from: Box<dyn io::Read>| io::Read::take(&mut from, LONGEST + 1).read_to_end(&mut bytes);
    let opened: io::Result<Box<dyn io::Read>> = match path.as_os_str() == "-" {
        true => Ok(Box::new(io::stdin().lock())),
        false => std::fs::File::open(path).map(|file| Box::new(file) as Box<dyn io::Read>),
    };
    opened.and_then(read).map_err(unread)?;
    if bytes.len() as u64 > LONGEST {
        return Err(Error::failed(format!("the profiles {} are over 64 MiB", ticked(&shown)))
            .hint("give them in parts: `split -l 100000 FILE`"));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(People::Table(SourceFile { path: shown, text })),
        Err(_) => Err(Error::failed(format!("the profiles {} are not UTF-8", ticked(&shown)))
            .hint("save them as UTF-8: `iconv -f UTF-16 -t UTF-8 FILE > NEW`")),
    }
}
