//! `roles check`: reads a catalog's files, and says what is wrong with them.

use std::path::PathBuf;

use crate::app::cli;
use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::load::Texts;
use crate::catalog::{Catalog, Named, bake_over};
use crate::check::{Rule, Subject};
use crate::query::Answer;
use crate::store::catalogs;
use crate::store::faults::with_texts;
use crate::text::suggest;
use crate::view::error::{Error, Exit, ticked};
use crate::view::{Checked, FaultEntry, RuleEntry, Rules, View};

/// Checks the files of one catalog, laid over the one beneath where there is one.
///
/// # Errors
/// When the folder cannot be read, or a rule to skip is unknown.
pub fn folder(folder: &PathBuf, base: Option<&Catalog<'_>>, args: &cli::Check) -> Result<Answer<'static>, Error> {
    let (layer, mut faults) = catalogs::read(folder, Texts::Leave)?;
    let skipped = args.skip.iter().map(|name| rule(name).map(|rule| rule.name)).collect::<Result<Vec<_>, _>>()?;
    let shown = folder.display().to_string();
    let baked = bake_over(base, &[Named { name: &shown, layer: &layer }]);
    let bytes = baked.map_err(|more| faults.extend(more)).ok();
    let catalog = bytes.as_ref().and_then(|bytes| Catalog::open(bytes).ok());
    faults.extend(super::editorial(&Subject::new(&layer, catalog), &skipped));
    faults.retain(|fault| !skipped.contains(&fault.rule));
    faults.sort();
    faults.dedup();
    let exit = if faults.is_empty() { Exit::Answered } else { Exit::Nothing };
    let faults = with_texts(std::slice::from_ref(folder), faults);
    let entry = |fault: crate::view::error::Fault| {
        let Diagnostic { file, line, column, rule, message, help, .. } = fault.diagnostic.clone();
        FaultEntry { rule, file, line, column, message, help, fault }
    };
    let view = Checked { catalog: shown, roles: layer.named.len(), faults: faults.into_iter().map(entry).collect() };
    Ok(Answer { exit, ..View::Check(view).into() })
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
        kind: if rule.look.is_some() { "editorial" } else { "structural" },
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
