//! `roles check`: reads a catalog's files, and says what is wrong with them.

use std::path::PathBuf;

use crate::app::cli;
use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::load::{Layer, Texts};
use crate::catalog::{Catalog, Named, bake_over};
use crate::check::{Rule, Subject};
use crate::query;
use crate::query::Answer;
use crate::store::catalogs;
use crate::store::faults::Catalogs;
use crate::text::suggest;
use crate::view::error::{Error, Exit, Fault, ticked};
use crate::view::{Checked, FaultEntry, RuleEntry, Rules, Unused, View};

/// Checks the files of one catalog, laid over the one beneath where there is one.
///
/// # Errors
/// When the folder cannot be read, or a rule to skip is unknown.
pub fn folder(folder: &PathBuf, base: Option<&Catalog<'_>>, args: &cli::Check) -> Result<Answer<'static>, Error> {
    let skipped = args.skip.iter().map(|name| rule(name).map(|rule| rule.name)).collect::<Result<Vec<_>, _>>()?;
    let read = Read::new(folder, base)?;
    let catalog = read.baked.as_ref().and_then(|bytes| Catalog::open(bytes).ok());
    let mut faults = read.faults;
    let editorial = super::editorial(&Subject::new(&read.layer, catalog), &skipped);
    faults.extend(editorial.into_iter().map(|fault| fault.of_catalog(read.catalogs.number(0))));
    faults.retain(|fault| !skipped.contains(&fault.rule));
    if let Some(base) = base {
        let named = faults.iter_mut().filter(|fault| fault.named.is_some()).take(SUGGESTED);
        named.for_each(|fault| suggest_role(base, fault));
    }
    faults.sort();
    faults.dedup();
    let exit = if faults.iter().all(|fault| fault.is_warning) { Exit::Answered } else { Exit::Nothing };
    let entry = |fault: Fault| {
        let Diagnostic { file, line, column, rule, message, help, is_warning, .. } = fault.diagnostic.clone();
        let severity = if is_warning { "warning" } else { "error" };
        FaultEntry { severity, rule, file, line, column, message, help, fault }
    };
    let faults = read.catalogs.with_texts(faults).into_iter().map(entry).collect();
    let view = Checked { catalog: read.shown, roles: read.layer.named.len(), faults };
    Ok(Answer { exit, ..View::Check(view).into() })
}

/// So many titles are looked up: a hostile file has a hundred thousand.
const SUGGESTED: usize = 100;

/// Names the role that a title means in the catalog beneath, before ids that are spelled like it.
fn suggest_role(base: &Catalog<'_>, fault: &mut Diagnostic) {
    let Some(title) = fault.named.as_deref() else { return };
    if let Some(id) = query::meant(base, title) {
        fault.help = suggest::did_you_mean(&[id]);
    }
}

/// Lists what the files of one catalog bring along and nothing uses.
///
/// # Errors
/// When the folder cannot be read, or has structural faults.
pub fn unused(folder: &PathBuf, base: Option<&Catalog<'_>>) -> Result<Answer<'static>, Error> {
    let read = Read::new(folder, base)?;
    let Some(bytes) = read.baked.filter(|_| read.faults.is_empty()) else {
        return Err(read.catalogs.error(read.faults));
    };
    let catalog = Catalog::open(&bytes).expect("it was baked just now");
    let kinds = super::unused::kinds(&read.layer, &catalog);
    let nothing = kinds.is_empty().then(|| format!("{} brings no vocabulary or evidence along", ticked(&read.shown)));
    let view = View::Unused(Unused { catalog: read.shown, kinds });
    Ok(Answer::noted(view, nothing.into_iter().collect()))
}

/// The files of one catalog, read, and the catalog that they make over the one beneath.
struct Read<'f> {
    shown: String,
    catalogs: Catalogs<'f>,
    layer: Layer,
    /// Structural ones.
    faults: Vec<Diagnostic>,
    /// None where faults keep the files from making one.
    baked: Option<Vec<u8>>,
}

impl<'f> Read<'f> {
    fn new(folder: &'f PathBuf, base: Option<&Catalog<'_>>) -> Result<Self, Error> {
        let shown = folder.display().to_string();
        let catalogs = Catalogs { has_builtin: base.is_some(), folders: std::slice::from_ref(folder) };
        let (layer, faults) = catalogs::read(folder, Texts::Leave)?;
        let mut faults: Vec<Diagnostic> =
            faults.into_iter().map(|fault| fault.of_catalog(catalogs.number(0))).collect();
        let baked = bake_over(base, &[Named { name: &shown, layer: &layer }]);
        let baked = baked.map_err(|more| faults.extend(more)).ok();
        Ok(Self { shown, catalogs, layer, faults, baked })
    }
}

/// Tells what rules there are, or what one of them asks for.
///
/// # Errors
/// When the rule is unknown.
pub fn rules(args: &cli::Check) -> Result<Answer<'static>, Error> {
    let rules = match &args.explain {
        Some(name) => vec![rule(name)?],
        None => super::rules(),
    };
    let entry = |rule: &Rule| RuleEntry {
        name: rule.name,
        kind: super::kind(rule),
        what: rule.what,
        why: rule.why,
        mend: rule.mend,
    };
    Ok(View::Rules(Rules { rules: rules.into_iter().map(entry).collect() }).into())
}

fn rule(name: &str) -> Result<&'static Rule, Error> {
    let rules = super::rules();
    rules.iter().find(|rule| rule.name == name).copied().ok_or_else(|| {
        let error = Error::failed(format!("no rule is called {}", ticked(name)));
        match suggest::did_you_mean(&suggest::nearest(name, rules.iter().map(|rule| rule.name), 3)) {
            Some(hint) => error.hint(hint),
            None => error.hint("`roles check --list-rules` lists them"),
        }
    })
}
