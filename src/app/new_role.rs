//! `roles new`: writes a role file that loads, with each field explained.

use std::fs;
use std::path::PathBuf;

use crate::app::cli;
use crate::catalog::Catalog;
use crate::catalog::model::RoleIx;
use crate::catalog::read::load;
use crate::store::beside;
use crate::text::fold;
use crate::view::error::{Error, ticked};

/// Writes the file, and returns where. An existing file is never touched; a missing folder is made.
///
/// # Errors
/// When the id cannot be one, or the file is there already or cannot be written.
pub fn write(catalog: Catalog<'_>, args: &cli::New, from: Option<RoleIx>) -> Result<PathBuf, Error> {
    let path = args.dir.join(format!("{}.yaml", args.id));
    if let Some(fault) = load::wrong_id(&path.display().to_string(), &args.id) {
        let error = Error::failed(fault.message);
        let id = fold::words(&args.id).join("-");
        return Err(match load::wrong_id("", &id) {
            None => error.hint(format!("did you mean `roles new {id}`?")),
            Some(_) => error.hint(fault.help.unwrap_or_default()),
        });
    }
    let text = match from {
        Some(role) => text_from(&catalog, role, &args.id)?,
        None => template(&args.id),
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
    text.push_str(&without(&below.unwrap_or_default(), &["title", "family", "aliases", "url", "ladder", "hidden"]));
    Ok(text)
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

fn template(id: &str) -> String {
    include_str!("new_role.yaml").replace("TITLE", &title(id))
}
