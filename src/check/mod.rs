//! The rules that a catalog's files are held to.
//!
//! Structural rules are noticed where files are read and resolved; they stop a build, and every
//! command but `check`. Editorial rules stand here, a file each; they stop `roles check` and CI.

mod answer;
mod avoided_terms;
mod empty_words;
mod falling_band;
mod few_competencies;
mod few_tools;
mod hidden_move;
mod idle_alias;
mod idle_folder;
mod left_unsaid;
mod near_group;
mod odd_year;
mod one_sided_move;
mod pieces_of_names;
mod prose;
mod prose_length;
mod read_cells;
mod shared_name;
mod shared_run;
mod shared_sentence;
mod structural;
mod swappable_day;
mod taken_name;
mod two_kinds_of_move;
mod unaligned_batch;
mod unknown_mapping;
mod unknown_rule;
mod unreachable_role;
mod unread;
mod unsorted_tools;
mod unused;

pub use answer::{folder, rules as explained, unused};
use prose::Paragraph;

use crate::catalog::Catalog;
use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::load::Layer;
use crate::text::sorting::Arrange;

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
const WARNINGS: [&Rule; 9] = [
    &falling_band::RULE,
    &idle_folder::RULE,
    &near_group::RULE,
    &odd_year::RULE,
    &one_sided_move::RULE,
    &pieces_of_names::RULE,
    &taken_name::RULE,
    &unread::COMPETENCY,
    &unread::ROLE,
];

/// The house style of the built-in catalog. Another is held to it where its `catalog.yaml` says `style: house`.
const HOUSE: [&Rule; 11] = [
    &avoided_terms::RULE,
    &empty_words::RULE,
    &few_competencies::RULE,
    &few_tools::RULE,
    &left_unsaid::RULE,
    &prose_length::RULE,
    &shared_run::RULE,
    &shared_sentence::RULE,
    &swappable_day::RULE,
    &unreachable_role::RULE,
    &unsorted_tools::RULE,
];

/// What is wrong with the links and names of any catalog.
const EDITORIAL: [&Rule; 7] = [
    &hidden_move::RULE,
    &idle_alias::RULE,
    &shared_name::RULE,
    &two_kinds_of_move::RULE,
    &unaligned_batch::RULE,
    &unknown_mapping::RULE,
    &unknown_rule::RULE,
];

/// The groups of rules: what `--skip` takes beside the name of one.
pub const GROUPS: [&str; 4] = ["editorial", "house", "structural", "warning"];

/// Returns the group of a rule.
pub fn kind(rule: &Rule) -> &'static str {
    let is_of = |rules: &[&Rule]| rules.iter().any(|of| of.name == rule.name);
    match rule.look {
        None => "structural",
        Some(_) if is_of(&WARNINGS) => "warning",
        Some(_) if is_of(&HOUSE) => "house",
        Some(_) => "editorial",
    }
}

/// How far a catalog is held to the house style.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum House {
    /// Its own style is its own business.
    Off,
    /// Somebody asks what the house style would say of it.
    Asked,
    /// It says of itself that it keeps to it.
    Kept,
}

/// Every rule, sorted by name.
pub fn rules() -> Vec<&'static Rule> {
    let mut rules: Vec<&'static Rule> =
        structural::RULES.iter().chain(EDITORIAL).chain(HOUSE).chain(WARNINGS).collect();
    rules.arrange_by_key(|rule| rule.name);
    rules
}

/// Looks for every fault that is not structural, but those of skipped rules.
pub fn editorial(subject: &Subject<'_>, house: House, skipped: &[&str]) -> Vec<Diagnostic> {
    let rules = rules().into_iter().filter(|rule| !skipped.contains(&rule.name));
    let found = |rule: &'static Rule| {
        let is_of_the_house = kind(rule) == "house";
        let look = rule.look.filter(|_| !is_of_the_house || house != House::Off)?;
        let is_advice = is_of_the_house && house == House::Asked;
        Some(look(subject).into_iter().map(move |fault| if is_advice { fault.warning() } else { fault }))
    };
    rules.filter_map(found).flatten().collect()
}

/// What can be skipped: rules by their names, and groups.
pub fn skippable() -> Vec<&'static str> {
    rules().into_iter().map(|rule| rule.name).chain(GROUPS).collect()
}

/// Returns the rules that a name stands for: one, or those of a group.
pub fn named(name: &str) -> Vec<&'static Rule> {
    rules().into_iter().filter(|rule| rule.name == name || kind(rule) == name).collect()
}
