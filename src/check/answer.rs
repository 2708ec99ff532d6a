//! `roles check`: reads a catalog's files, and says what is wrong with them.

use std::path::{Path, PathBuf};

use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::load::{Layer, Texts};
use crate::catalog::read::schema::Style;
use crate::catalog::{Catalog, Named, bake_over, drop_stand_ins};
use crate::check::{House, Rule, Subject};
use crate::query;
use crate::query::Answer;
use crate::request;
use crate::request::Global;
use crate::store::embedded;
use crate::store::faults::Catalogs;
use crate::store::{catalogs, folders, places};
use crate::text::hint::{Ask, Hint, hint};
use crate::text::sorting::Arrange;
use crate::text::suggest;
use crate::view::error::{Error, Exit, Fault, ticked, typeable};
use crate::view::{Checked, FaultEntry, RuleEntry, Rules, Unused, View};

/// Checks the files of one catalog, laid over those beneath it.
///
/// # Errors
/// When a folder cannot be read, or the checked one has no file, or a rule to skip is unknown.
pub fn folder(folder: &Path, global: &Global, args: &request::Check) -> Result<Answer<'static>, Error> {
    let skipped = args.skip.iter().map(|name| skipped(name)).collect::<Result<Vec<_>, _>>()?;
    let mut read = Read::new(folder, global)?;
    let own = read.layer().about.iter().flat_map(|about| &about.value.rules.skip);
    let own = own.flat_map(|word| super::named(&word.value));
    // What stops every command is told whatever the catalog says of it.
    let own = own.filter(|rule| rule.look.is_some()).map(|rule| rule.name);
    let skipped: Vec<&str> = skipped.into_iter().flatten().chain(own).collect();
    let house = house(read.layer(), args);
    let mut structural = std::mem::take(&mut read.faults);
    structural.arrange();
    let catalog = read.baked.as_ref().and_then(|bytes| Catalog::open(bytes).ok());
    let number = read.catalogs().number(read.at);
    let mut editorial = super::editorial(&Subject::new(read.layer(), catalog), house, &skipped);
    editorial.arrange();
    // What stops a command goes before what stops the check alone: the one is often the other's cause.
    let editorial = editorial.into_iter().map(|fault| fault.of_catalog(number));
    let mut faults: Vec<Diagnostic> = structural.into_iter().chain(editorial).collect();
    faults.retain(|fault| !skipped.contains(&fault.rule));
    if !global.no_builtin {
        let named = faults.iter_mut().filter(|fault| fault.named.is_some()).take(SUGGESTED);
        named.for_each(|fault| suggest_role(&embedded::catalog(), fault));
    }
    faults.arrange_by(|a, b| a.of_one_file().cmp(&b.of_one_file()));
    faults.dedup();
    let exit = if faults.iter().all(|fault| fault.is_warning) { Exit::Answered } else { Exit::Nothing };
    let entry = |fault: Fault| {
        let Diagnostic { file, line, column, rule, message, help, is_warning, .. } = fault.diagnostic.clone();
        let severity = if is_warning { "warning" } else { "error" };
        let help = help.map(|help| help.to_string());
        FaultEntry { severity, rule, file, line, column, message, help, fault }
    };
    let faults = read.catalogs().with_texts(faults).into_iter().map(entry).collect();
    let view = Checked { catalog: read.shown(), roles: read.layer().named.len(), faults };
    Ok(Answer { exit, ..View::Check(view).into() })
}

/// So many titles are looked up: a hostile file has a hundred thousand.
const SUGGESTED: usize = 100;

/// Names the role that a title means in the catalog beneath, before ids that are spelled like it.
fn suggest_role(base: &Catalog<'_>, fault: &mut Diagnostic) {
    let Some(title) = fault.named.as_deref() else { return };
    if let Some(id) = query::meant(base, title) {
        fault.help = suggest::did_you_mean(&[id]).map(Hint::from);
    }
}

/// Lists what the files of one catalog bring along and nothing uses.
///
/// # Errors
/// When a folder cannot be read, the checked one has no file, or there are structural faults.
pub fn unused(folder: &Path, global: &Global) -> Result<Answer<'static>, Error> {
    let mut read = Read::new(folder, global)?;
    let faults = std::mem::take(&mut read.faults);
    let Some(bytes) = read.baked.as_ref().filter(|_| faults.is_empty()) else {
        return Err(read.catalogs().error(faults));
    };
    let catalog = Catalog::open(bytes).expect("it was baked just now");
    let kinds = super::unused::kinds(read.layer(), &catalog);
    let nothing =
        kinds.is_empty().then(|| format!("{} brings nothing along of which uses are counted", ticked(&read.shown())));
    let view = View::Unused(Unused { catalog: read.shown(), kinds });
    Ok(Answer::noted(view, nothing.into_iter().collect()))
}

/// The files of one catalog and of those that it lies among, read, and the catalog that they make.
struct Read {
    /// Bottom first.
    paths: Vec<PathBuf>,
    /// Which of them is checked.
    at: usize,
    has_builtin: bool,
    layers: Vec<Layer>,
    /// Structural ones.
    faults: Vec<Diagnostic>,
    /// None where faults keep the files from making one.
    baked: Option<Vec<u8>>,
}

impl Read {
    fn new(folder: &Path, global: &Global) -> Result<Self, Error> {
        let (paths, at) = folders::under_check(global, folder)?;
        let base = (!global.no_builtin).then(embedded::catalog);
        let catalogs = Catalogs { has_builtin: base.is_some(), folders: &paths };
        let (mut layers, mut faults) = (Vec::new(), Vec::new());
        for (number, path) in paths.iter().enumerate() {
            let (layer, found) = catalogs::read(path, Texts::Leave)?;
            if number == at && layer.files == 0 && found.is_empty() {
                return Err(empty(path));
            }
            layers.push(layer);
            faults.extend(found.into_iter().map(|fault| fault.of_catalog(catalogs.number(number))));
        }
        let names: Vec<String> = paths.iter().map(|path| places::path(path)).collect();
        let named: Vec<Named<'_>> = names.iter().zip(&layers).map(|(name, layer)| Named { name, layer }).collect();
        let baked = bake_over(base.as_ref(), &named);
        let baked = baked.map_err(|mut more| {
            drop_stand_ins(&faults, &mut more);
            faults.extend(more);
        });
        let baked = baked.ok();
        Ok(Self { has_builtin: base.is_some(), paths, at, layers, faults, baked })
    }

    fn catalogs(&self) -> Catalogs<'_> {
        Catalogs { has_builtin: self.has_builtin, folders: &self.paths }
    }

    /// The files that are checked.
    fn layer(&self) -> &Layer {
        &self.layers[self.at]
    }

    fn shown(&self) -> String {
        places::path(&self.paths[self.at])
    }
}

/// A folder without any file is a mistyped one: a job that checks it must not pass.
fn empty(folder: &Path) -> Error {
    let new = Ask::of("new").word("my-role");
    let hint = match folder.to_str() {
        Some(dir) => {
            hint![new.words(["--dir".to_owned(), typeable(dir)]), " writes the first file of a catalog"]
        }
        // What is no text cannot be typed from a hint.
        None => hint![new, " writes the first file of a catalog into the current folder"],
    };
    Error::nothing(format!("no YAML file lies in {}", ticked(&places::path(folder)))).hint(hint)
}

/// Tells what rules there are, or what one of them asks for.
///
/// # Errors
/// When the rule is unknown.
pub fn rules(args: &request::Check) -> Result<Answer<'static>, Error> {
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
    let found = rules.iter().find(|rule| rule.name == name).copied();
    found.ok_or_else(|| unknown_rule(name, &rules.iter().map(|rule| rule.name).collect::<Vec<_>>()))
}

/// Returns the names of the rules that one to skip stands for.
fn skipped(name: &str) -> Result<Vec<&'static str>, Error> {
    let rules: Vec<&str> = super::named(name).into_iter().map(|rule| rule.name).collect();
    if rules.is_empty() { Err(unknown_rule(name, &super::skippable())) } else { Ok(rules) }
}

fn unknown_rule(name: &str, known: &[&str]) -> Error {
    let error = Error::failed(format!("no rule is called {}", ticked(name)));
    match suggest::did_you_mean(&suggest::nearest(name, known.iter().copied(), 3)) {
        Some(hint) => error.hint(hint),
        None => error.hint(hint![Ask::of("check").word("--list-rules"), " lists them"]),
    }
}

/// How far the checked files are held to the house style.
fn house(layer: &Layer, args: &request::Check) -> House {
    let is_kept = layer.about.iter().any(|about| about.value.style == Some(Style::House));
    match args.style {
        _ if is_kept => House::Kept,
        Some(request::Style::House) => House::Asked,
        None => House::Off,
    }
}
