//! The folder of a role's file is its family, or says so.

use crate::catalog::Catalog;
use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::load::RoleFile;
use crate::check::{Rule, Subject};
use crate::text::harmless::shown;
use crate::text::suggest;

pub static RULE: Rule = Rule {
    name: "idle-folder",
    what: "a file over a role of another catalog lies in the folder of the role's family",
    why: "a role keeps its family until `family:` says another: a folder alone does not move it",
    mend: "state `family:`, or move the file",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let Some(catalog) = subject.catalog else { return Vec::new() };
    subject.layer.roles.iter().filter_map(|file| in_role(&catalog, file)).collect()
}

/// Tells of a folder that is a family, or nearly: any other name says nothing of one.
fn in_role(catalog: &Catalog<'_>, file: &RoleFile) -> Option<Diagnostic> {
    let head = catalog.head(catalog.find_id(&file.id)?);
    let family = catalog.family(head.family).id;
    let folder = file.folder.as_str();
    if folder.is_empty() || folder == family || file.role.family.is_some() || head.hidden {
        return None;
    }
    let families: Vec<&str> = catalog.family_names().map(|family| family.id).collect();
    let nearest = suggest::nearest(folder, families.iter().copied(), 1);
    let (message, help) = match families.contains(&folder) {
        true => {
            let help = format!("state `family: {folder}`, or move the file to `{family}/`");
            (format!("the folder does not move `{}` to `{folder}`", file.id), help)
        }
        false => (format!("no family is called `{}`", shown(folder)), suggest::did_you_mean(&nearest)?),
    };
    let message = format!("{message}: its family is `{family}`");
    Some(Diagnostic::of_file(&file.file, RULE.name, message).help(help).warning())
}
