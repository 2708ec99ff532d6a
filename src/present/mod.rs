//! What each view says, as a document, as records and as a graph: the only place that knows both.

mod career;
mod certificates;
mod check;
pub mod choice;
mod comparison;
mod comparison_records;
pub mod diagnostic;
pub mod document;
pub mod figures;
mod grades;
pub mod graph;
pub mod label;
mod ladders;
mod list;
mod moves_graph;
pub mod palette;
pub mod pay;
mod pay_chart;
pub mod pay_records;
pub mod pay_section;
mod preparation;
mod profile;
pub mod records;
mod role;
mod role_career;
mod role_competencies;
mod role_preparation;
mod role_records;
mod salaries;
mod scales;
mod search;
mod sources;
mod team;
mod template;
pub mod text;
pub mod theme;
mod title;
mod vocabulary;
mod why;
mod why_records;
mod worded;

#[cfg(feature = "browse")]
pub use profile::left_open;
pub use template::{filled_in, yaml as template};

use crate::present::document::{Block, Glyphs};
use crate::present::graph::Graph;
use crate::present::records::{Audience, Records};
use crate::view::View;

/// Returns the page of a view. A table without a row is none; a page of nothing else has no footer either.
pub fn document(view: &View<'_>, glyphs: Glyphs) -> Vec<Block> {
    let mut blocks = whole(view, glyphs);
    let all = blocks.len();
    blocks.retain(|block| !block.is_empty());
    let is_aside = |block: &Block| matches!(block, Block::Gap | Block::Note(_) | Block::Hint(_));
    if blocks.len() < all && blocks.iter().all(is_aside) {
        return Vec::new();
    }
    if matches!(view, View::Unused(_)) {
        // Its headings are counts, and say all where there is nothing to list.
        return blocks;
    }
    let is_bare = |at: &usize| {
        matches!(blocks[*at], Block::Heading { .. })
            && matches!(blocks.get(at + 1), None | Some(Block::Heading { .. } | Block::Gap))
    };
    for at in (0..blocks.len()).rev().filter(is_bare).collect::<Vec<_>>() {
        blocks.insert(at + 1, Block::paragraph("None listed."));
    }
    blocks
}

/// Says of an answer without a line what is not there.
pub fn nothing(view: &View<'_>) -> String {
    match view {
        View::Prereqs(_) => career::none(career::Way::Back).to_owned(),
        View::Next(_) => career::none(career::Way::On).to_owned(),
        View::Why(why) => format!(
            "nothing is known that the page of `{}` rests on: no occupation, no weight, no pay label",
            why.role.id
        ),
        _ => "none listed yet".to_owned(),
    }
}

fn whole(view: &View<'_>, glyphs: Glyphs) -> Vec<Block> {
    match view {
        View::List(list) => list::document(list),
        View::Show(pages) => role::document(pages, glyphs),
        View::Prereqs(tree) => career::tree_document(tree, career::Way::Back, glyphs),
        View::Next(tree) => career::tree_document(tree, career::Way::On, glyphs),
        View::Path(ladders) => ladders::ladders_document(ladders, glyphs),
        View::Search(hits) => search::document(hits),
        View::Title(titles) => title::document(titles),
        View::Salary(salaries) => salaries::document(salaries, glyphs),
        View::Compare(comparison) => comparison::document(comparison, glyphs),
        View::Profile(template) => template::document(template),
        View::Gap(gap) => profile::gap_document(gap, glyphs),
        View::Match(fits) => profile::fits_document(fits, glyphs),
        View::Team(team) => team::document(team),
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
pub fn records<'v>(view: &'v View<'_>, audience: Audience) -> Records<'v> {
    match view {
        View::List(list) => list::records(list, audience),
        View::Show(pages) => role_records::records(pages, audience),
        View::Prereqs(tree) | View::Next(tree) => career::tree_records(tree, audience),
        View::Path(ladders) => ladders::ladders_records(ladders, audience),
        View::Search(hits) => search::records(hits, audience),
        View::Title(titles) => title::records(titles, audience),
        View::Salary(salaries) => salaries::records(salaries, audience),
        View::Compare(comparison) => comparison_records::records(comparison, audience),
        View::Profile(template) => template::records(template, audience),
        View::Gap(gap) => profile::gap_records(gap, audience),
        View::Match(fits) => profile::fits_records(fits, audience),
        View::Team(team) => team::records(team, audience),
        View::Why(why) => why_records::records(why, audience),
        View::Sources(sources) => sources::records(sources, audience),
        View::Competencies(competencies) => vocabulary::competencies_records(competencies, audience),
        View::Competency(page) => vocabulary::competency_records(page, audience),
        View::Tools(tools) => vocabulary::tools_records(tools, audience),
        View::Tool(page) => vocabulary::tool_records(page, audience),
        View::Certificates(list) => certificates::records(list, audience),
        View::Certificate(page) => certificates::page_records(page, audience),
        View::Families(families) => vocabulary::families_records(families, audience),
        View::Levels(levels) => vocabulary::levels_records(levels, audience),
        View::Regions(regions) => vocabulary::regions_records(regions, audience),
        View::Check(checked) => check::records(checked, audience),
        View::Rules(rules) => check::rules_records(rules, audience),
        View::Unused(unused) => check::unused_records(unused, audience),
    }
}

/// Returns what a step of a ladder rests on and takes, without the roles at its ends.
#[cfg(feature = "browse")]
pub fn step(step: &crate::view::Step<'_>, glyphs: Glyphs) -> Vec<Block> {
    let mut blocks = Vec::new();
    ladders::step_document(step, None, glyphs, &mut blocks);
    blocks.pop();
    blocks
}

/// What a page shows of a role's competencies, and under which heading: first what sets it apart.
#[cfg(feature = "browse")]
pub fn apart<'p, 'a>(
    page: &crate::view::RolePage<'_>,
    competencies: &'p [crate::view::Competency<'a>],
    is_compared: bool,
) -> (&'static str, Vec<&'p crate::view::Competency<'a>>) {
    let shown = role_competencies::Shown::of(page, competencies, is_compared);
    (shown.heading, shown.first)
}

/// Returns the graph of a view; none where it has none.
pub fn graph(view: &View<'_>) -> Option<Graph> {
    match view {
        View::Prereqs(tree) => Some(moves_graph::tree_graph(tree, career::Way::Back)),
        View::Next(tree) => Some(moves_graph::tree_graph(tree, career::Way::On)),
        View::Path(ladders) => Some(moves_graph::ladders_graph(ladders)),
        _ => None,
    }
}
