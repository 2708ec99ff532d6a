//! What each view says, as a document, as records and as a graph: the only place that knows both.

mod career;
mod certificates;
mod check;
pub mod choice;
mod comparison;
pub mod document;
pub mod figures;
pub mod graph;
pub mod label;
mod list;
pub mod pay;
mod pay_chart;
mod pay_records;
mod preparation;
mod profile;
pub mod records;
mod role;
mod role_career;
mod role_competencies;
mod role_preparation;
mod role_records;
mod salaries;
mod search;
mod sources;
pub mod theme;
mod title;
mod vocabulary;
mod why;

pub use profile::template_yaml as template;

use crate::present::document::{Block, Glyphs};
use crate::present::graph::Graph;
use crate::present::records::{Face, Records};
use crate::view::View;

/// Returns the page of a view.
pub fn document(view: &View<'_>, glyphs: Glyphs) -> Vec<Block> {
    match view {
        View::List(list) => list::document(list),
        View::Show(pages) => role::document(pages, glyphs),
        View::Prereqs(tree) => career::tree_document(tree, career::Way::Back, glyphs),
        View::Next(tree) => career::tree_document(tree, career::Way::On, glyphs),
        View::Path(ladders) => career::ladders_document(ladders, glyphs),
        View::Search(hits) => search::document(hits),
        View::Title(titles) => title::document(titles),
        View::Salary(salaries) => salaries::document(salaries, glyphs),
        View::Compare(comparison) => comparison::document(comparison, glyphs),
        View::Profile(template) => profile::template_document(template),
        View::Gap(gap) => profile::gap_document(gap, glyphs),
        View::Match(fits) => profile::fits_document(fits, glyphs),
        View::Why(why) => why::document(why, glyphs),
        View::Sources(sources) => sources::document(sources),
        View::Competencies(competencies) => vocabulary::competencies_document(competencies),
        View::Competency(page) => vocabulary::competency_document(page, glyphs),
        View::Tools(tools) => vocabulary::tools_document(tools),
        View::Tool(page) => vocabulary::tool_document(page, glyphs),
        View::Certificates(list) => certificates::document(list),
        View::Certificate(page) => certificates::page_document(page),
        View::Families(families) => vocabulary::families_document(families),
        View::Levels(levels) => vocabulary::levels_document(levels),
        View::Regions(regions) => vocabulary::regions_document(regions),
        View::Check(checked) => check::document(checked, glyphs),
        View::Rules(rules) => check::rules_document(rules),
        View::Unused(unused) => check::unused_document(unused),
    }
}

/// Returns the facts of a view.
pub fn records<'v>(view: &'v View<'_>, face: Face) -> Records<'v> {
    match view {
        View::List(list) => list::records(list, face),
        View::Show(pages) => role_records::records(pages, face),
        View::Prereqs(tree) | View::Next(tree) => career::tree_records(tree, face),
        View::Path(ladders) => career::ladders_records(ladders, face),
        View::Search(hits) => search::records(hits, face),
        View::Title(titles) => title::records(titles, face),
        View::Salary(salaries) => salaries::records(salaries, face),
        View::Compare(comparison) => comparison::records(comparison, face),
        View::Profile(template) => profile::template_records(template, face),
        View::Gap(gap) => profile::gap_records(gap, face),
        View::Match(fits) => profile::fits_records(fits, face),
        View::Why(why) => why::records(why, face),
        View::Sources(sources) => sources::records(sources, face),
        View::Competencies(competencies) => vocabulary::competencies_records(competencies, face),
        View::Competency(page) => vocabulary::competency_records(page, face),
        View::Tools(tools) => vocabulary::tools_records(tools, face),
        View::Tool(page) => vocabulary::tool_records(page, face),
        View::Certificates(list) => certificates::records(list, face),
        View::Certificate(page) => certificates::page_records(page, face),
        View::Families(families) => vocabulary::families_records(families, face),
        View::Levels(levels) => vocabulary::levels_records(levels, face),
        View::Regions(regions) => vocabulary::regions_records(regions, face),
        View::Check(checked) => check::records(checked, face),
        View::Rules(rules) => check::rules_records(rules, face),
        View::Unused(unused) => check::unused_records(unused, face),
    }
}

/// Returns what a step of a ladder rests on and takes, without the roles at its ends.
#[cfg(feature = "browse")]
pub fn step(step: &crate::view::Step<'_>, glyphs: Glyphs) -> Vec<Block> {
    let mut blocks = Vec::new();
    career::step_document(step, None, glyphs, &mut blocks);
    blocks.pop();
    blocks
}

/// Returns the graph of a view; none where it has none.
pub fn graph(view: &View<'_>) -> Option<Graph> {
    match view {
        View::Prereqs(tree) => Some(career::tree_graph(tree, career::Way::Back)),
        View::Next(tree) => Some(career::tree_graph(tree, career::Way::On)),
        View::Path(ladders) => Some(career::ladders_graph(ladders)),
        _ => None,
    }
}
