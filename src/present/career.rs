//! Moves between roles, and who states them: trees.

use crate::present::document::{Block, Branch, Glyphs};
use crate::present::figures::{graded_title, leaving, role_name, short_level, source_ids, stated_by};
use crate::present::label::Label;
use crate::present::records::{Audience, GRADE, Record, Records, has_field, joined};
use crate::present::text::{labelled, text};
use crate::text::hint::{Ask, hint};
use crate::text::sorting::Arrange;
use crate::view;
use crate::view::{RoleName, Support, Tree};

/// Which way a tree's moves are followed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Back,
    On,
}

/// One source by its name, several by their number, observed moves by their count.
pub fn short(support: &Support<'_>) -> String {
    match (support.sources.len(), support.observed.iter().map(|observed| observed.n).sum::<u32>()) {
        (0, 0) => stated_by(support),
        (0, n) => format!("observed, {n} people"),
        (1, _) => stated_by(&Support { observed: Vec::new(), ..support.clone() }),
        (many, _) => format!("{many} sources"),
    }
}

/// A handful of sources by their names, more by their number.
pub fn named(support: &Support<'_>) -> String {
    const NAMED: usize = 3;
    if support.sources.len() > NAMED { short(support) } else { stated_by(support) }
}

/// Says that nothing leads to a role, or on from it.
pub fn none(way: Way) -> &'static str {
    match way {
        Way::Back => "none listed: people enter here from outside",
        Way::On => "none listed yet",
    }
}

pub fn tree_document(tree: &Tree<'_>, way: Way, _glyphs: Glyphs) -> Vec<Block> {
    if tree.moves.is_empty() {
        return vec![root_line(&tree.role), Block::paragraph(none(way))];
    }
    let mut branches =
        vec![Branch { depth: 0, text: role_name(Label::Title, &tree.role), aside: labelled(Label::Id, tree.role.id) }];
    for branch in &tree.moves {
        let seen = if branch.repeated { " (*)" } else { "" };
        let stated = leaving(&branch.edge, named(&branch.edge.support));
        branches.push(Branch {
            depth: branch.depth as usize,
            text: text![
                role_name(Label::Name, &branch.edge.role),
                "  ",
                labelled(Label::Id, branch.edge.role.id),
                seen
            ],
            aside: labelled(Label::Aside, &stated),
        });
    }
    let mut blocks = vec![Block::Tree(branches)];
    blocks.push(Block::Gap);
    if tree.moves.iter().any(|branch| branch.repeated) {
        blocks.push(Block::note("(*) stands nearer already, with its own moves"));
    }
    let first = tree.moves[0].edge.role.id;
    let (from, to) = if way == Way::Back { (first, tree.role.id) } else { (tree.role.id, first) };
    blocks.push(Block::Hint(hint!["What a step takes: ", Ask::of("path").words([from, to])]));
    blocks
}

fn root_line(role: &RoleName<'_>) -> Block {
    Block::title(role_name(Label::Title, role), role.id)
}

const TREE_FIELDS: &[&str] =
    &["role", "title", "depth", "of", "level", "track", "rank", "family", "source", "editorial", "catalog"];

/// The field of the grade by which a role is left.
pub const FROM_GRADE: &str = "from_grade";

/// Adds the grades that a move names.
pub fn of_grades<'v>(record: Record<'v>, edge: &view::Edge<'_>) -> Record<'v> {
    let record = record.of_grade(edge.role.grade.as_ref());
    match edge.from_grade {
        Some(grade) => record.exact(FROM_GRADE, grade.id),
        None => record,
    }
}

/// One role a line, nearest first; each once.
pub fn tree_records<'v>(tree: &'v Tree<'_>, audience: Audience) -> Records<'v> {
    let mut moves: Vec<_> = tree.moves.iter().filter(|branch| !branch.repeated).collect();
    moves.arrange_by_key(|branch| branch.depth);
    let record = |branch: &&'v view::Branch<'v>| {
        let role = &branch.edge.role;
        let record = audience
            .record("")
            .text("role", role.id)
            .said(graded_title(role))
            .exact("title", role.title)
            .said(short_level(role))
            .exact("level", role.level)
            .exact("track", role.track)
            .exact("rank", role.rank.to_string())
            .exact("family", role.family.id)
            .number("depth", branch.depth.to_string(), branch.depth.to_string())
            .exact("of", branch.of)
            .said(leaving(&branch.edge, stated_by(&branch.edge.support)))
            .exact("source", source_ids(&branch.edge.support))
            .exact("editorial", if branch.edge.support.editorial { "yes" } else { "no" })
            .exact("catalog", branch.edge.catalog);
        of_grades(record, &branch.edge)
    };
    let records: Vec<Record<'_>> = moves.iter().map(record).collect();
    let is_graded = has_field(&records, GRADE) || has_field(&records, FROM_GRADE);
    let fields = if is_graded { joined![TREE_FIELDS, &[GRADE, FROM_GRADE]] } else { TREE_FIELDS };
    Records { fields, records }
}
