//! The rules that a catalog's files are held to.
//!
//! Structural rules are noticed where files are read and resolved; they stop a build, and every
//! command but `check`. Editorial rules stand here, a file each; they stop `roles check` and CI.

mod answer;
mod avoided_terms;
mod empty_words;
mod few_competencies;
mod few_tools;
mod hidden_move;
mod idle_alias;
mod idle_folder;
mod pieces_of_names;
mod prose;
mod prose_length;
mod shared_name;
mod shared_run;
mod shared_sentence;
mod structural;
mod swappable_day;
mod two_kinds_of_move;
mod unknown_mapping;
mod unreachable_role;
mod unread;
mod unsorted_tools;
mod unused;

pub use answer::{folder, rules as explained, unused};
use prose::Paragraph;

use crate::catalog::Catalog;
use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::load::Layer;

/// A rule, and what a person needs to know of it.
pub struct Rule {
    pub name: &'static str,
    /// What it asks for, in a line.
    pub what: &'static str,
    /// Why it is there.
    pub why: &'static str,
    /// What to do where it is broken.
    pub mend: &'static str,
    /// Looks for faults; none for a structural rule, which is noticed while files are read.
    pub look: Option<fn(&Subject<'_>) -> Vec<Diagnostic>>,
}

/// What editorial rules look at: the files of one catalog, and the catalog that they make.
pub struct Subject<'s> {
    pub layer: &'s Layer,
    /// None where structural faults keep the files from making one.
    pub catalog: Option<Catalog<'s>>,
    paragraphs: Vec<Paragraph<'s>>,
}

impl<'s> Subject<'s> {
    pub fn new(layer: &'s Layer, catalog: Option<Catalog<'s>>) -> Self {
        Self { layer, catalog, paragraphs: prose::paragraphs(layer) }
    }
}

/// Rules that only advise: a catalog that breaks them passes.
const WARNINGS: [&Rule; 5] =
    [&avoided_terms::RULE, &idle_folder::RULE, &pieces_of_names::RULE, &unread::COMPETENCY, &unread::ROLE];

/// Returns the kind of a rule: `structural`, `editorial` or `warning`.
pub fn kind(rule: &Rule) -> &'static str {
    match rule.look {
        None => "structural",
        Some(_) if WARNINGS.iter().any(|warning| warning.name == rule.name) => "warning",
        Some(_) => "editorial",
    }
}

/// Every rule, sorted by name.
pub fn rules() -> Vec<&'static Rule> {
    let editorial = [
        &empty_words::RULE,
        &few_competencies::RULE,
        &few_tools::RULE,
        &hidden_move::RULE,
        &idle_alias::RULE,
        &prose_length::RULE,
        &shared_name::RULE,
        &shared_run::RULE,
        &shared_sentence::RULE,
        &swappable_day::RULE,
        &two_kinds_of_move::RULE,
        &unknown_mapping::RULE,
        &unreachable_role::RULE,
        &unsorted_tools::RULE,
    ];
    let mut rules: Vec<&'static Rule> = structural::RULES.iter().chain(editorial).chain(WARNINGS).collect();
    rules.sort_by_key(|rule| rule.name);
    rules
}

/// Looks for every editorial fault but those of skipped rules.
pub fn editorial(subject: &Subject<'_>, skipped: &[&str]) -> Vec<Diagnostic> {
    let rules = rules().into_iter().filter(|rule| !skipped.contains(&rule.name));
    rules.filter_map(|rule| rule.look).flat_map(|look| look(subject)).collect()
}
