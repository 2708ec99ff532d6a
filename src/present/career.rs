//! Moves between roles: the career section of a page, trees, ladders.

use crate::present::document::{Block, Branch, Glyphs};
use crate::present::figures::{count, ids, optional_exact, role_name, short_level, source_ids, stated_by, titles};
use crate::present::graph;
use crate::present::graph::Graph;
use crate::present::label::{Label, labelled};
use crate::present::pay;
use crate::present::preparation;
use crate::present::records::{Face, Record, Records};
use crate::view;
use crate::view::{
    Career, Edge, Growth, Ladder, Ladders, PayChange, Prepared, RoleName, Step, Support, Tree, YearsHeld,
};

/// Which way a tree's moves are followed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Back,
    On,
}

/// The career section of a role's page: what leads here, this role, where it leads.
pub fn section(role: &RoleName<'_>, career: &Career<'_>, glyphs: Glyphs, blocks: &mut Vec<Block>) {
    blocks.push(Block::heading("Career", ""));
    let arrow = labelled(Label::Bar, glyphs.pick("─▶", "-->"));
    let here = role_name(Label::Title, role);
    let first = |edges: &[Edge<'_>], none: &str| {
        edges.first().map_or_else(|| labelled(Label::Aside, none), |edge| role_name(Label::Name, &edge.role))
    };
    let before = first(&career.prerequisites, "from outside");
    let after = first(&career.next, "none listed yet");
    blocks.push(Block::Paragraph(format!("{before} {arrow} {here} {arrow} {after}")));
    let rest = |edges: &[Edge<'_>]| edges.iter().skip(1).map(edge_text).collect::<Vec<_>>().join(", ");
    let all = |edges: &[Edge<'_>]| edges.iter().map(edge_text).collect::<Vec<_>>().join(", ");
    let lines = [
        ("also from", rest(&career.prerequisites)),
        ("also to", rest(&career.next)),
        ("sideways to", all(&career.lateral)),
        ("related", all(&career.related)),
    ];
    for (name, text) in lines.into_iter().filter(|(_, text)| !text.is_empty()) {
        blocks.push(Block::Paragraph(format!("{} {text}", labelled(Label::Aside, name))));
    }
}

/// "VP of Engineering (GitLab handbook)".
fn edge_text(edge: &Edge<'_>) -> String {
    let stated = format!("({})", short(&edge.support));
    format!("{} {}", role_name(Label::Name, &edge.role), labelled(Label::Aside, &stated))
}

/// One source by its name, several by their number, observed moves by their count.
fn short(support: &Support<'_>) -> String {
    match (support.sources.len(), support.observed.iter().map(|observed| observed.n).sum::<u32>()) {
        (0, 0) => "editorial".to_owned(),
        (0, n) => format!("observed, {n} people"),
        (1, _) => stated_by(&Support { observed: Vec::new(), ..support.clone() }),
        (many, _) => format!("{many} sources"),
    }
}

pub fn tree_document(tree: &Tree<'_>, way: Way, _glyphs: Glyphs) -> Vec<Block> {
    if tree.moves.is_empty() {
        let none = match way {
            Way::Back => "none listed: people enter here from outside",
            Way::On => "none listed yet",
        };
        return vec![root_line(&tree.role), Block::Paragraph(none.to_owned())];
    }
    let mut branches =
        vec![Branch { depth: 0, text: role_name(Label::Title, &tree.role), aside: labelled(Label::Id, tree.role.id) }];
    for branch in &tree.moves {
        let seen = if branch.repeated { " (*)" } else { "" };
        let stated = stated_by(&branch.edge.support);
        branches.push(Branch {
            depth: branch.depth as usize,
            text: format!(
                "{}  {}{seen}",
                role_name(Label::Name, &branch.edge.role),
                labelled(Label::Id, branch.edge.role.id)
            ),
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
    blocks.push(Block::note(&format!("What a step takes: roles path {from} {to}")));
    blocks
}

fn root_line(role: &RoleName<'_>) -> Block {
    Block::Title { text: role_name(Label::Title, role), id: role.id.to_owned() }
}

const TREE_FIELDS: &[&str] =
    &["role", "title", "depth", "of", "level", "track", "rank", "family", "source", "editorial", "catalog"];

/// One role a line, nearest first; each once.
pub fn tree_records<'v>(tree: &'v Tree<'_>, face: Face) -> Records<'v> {
    let mut moves: Vec<_> = tree.moves.iter().filter(|branch| !branch.repeated).collect();
    moves.sort_by_key(|branch| branch.depth);
    let record = |branch: &&'v view::Branch<'v>| {
        let role = &branch.edge.role;
        face.record("")
            .text("role", role.id)
            .text("title", role.title)
            .said(short_level(role))
            .exact("level", role.level)
            .exact("track", role.track)
            .exact("rank", role.rank.to_string())
            .exact("family", role.family.id)
            .number("depth", branch.depth.to_string(), branch.depth.to_string())
            .exact("of", branch.of)
            .said(stated_by(&branch.edge.support))
            .exact("source", source_ids(&branch.edge.support))
            .exact("editorial", if branch.edge.support.editorial { "yes" } else { "no" })
            .exact("catalog", branch.edge.catalog)
    };
    Records { fields: TREE_FIELDS, records: moves.iter().map(record).collect() }
}

pub fn tree_graph(tree: &Tree<'_>, way: Way) -> Graph {
    let mut graph = Graph::default();
    graph.node(tree.role.id, tree.role.title);
    for branch in &tree.moves {
        let (near, far) = (branch.of, branch.edge.role.id);
        graph.node(far, branch.edge.role.title);
        let (from, to) = if way == Way::Back { (far, near) } else { (near, far) };
        graph.edge(edge(from, to, short(&branch.edge.support), branch.edge.support.editorial));
    }
    graph
}

fn edge(from: &str, to: &str, label: String, editorial: bool) -> graph::Edge {
    graph::Edge { from: from.to_owned(), to: to.to_owned(), label, editorial }
}

pub fn ladders_document(ladders: &Ladders<'_>, glyphs: Glyphs) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (at, ladder) in ladders.paths.iter().enumerate() {
        if at > 0 {
            blocks.push(Block::Gap);
        }
        ladder_document(ladder, glyphs, &mut blocks);
    }
    blocks.push(Block::Gap);
    blocks.push(Block::note(&foot(ladders)));
    blocks
}

fn foot(ladders: &Ladders<'_>) -> String {
    let to = ladders.to.id;
    match (&ladders.from, &ladders.region) {
        (None, _) => {
            format!("The ladders that most is known of, from where people enter. One of your own: roles path FROM {to}")
        }
        (Some(from), None) => {
            let paid = ladders.paid_in.map(|region| format!(". What it pays: --region {region}")).unwrap_or_default();
            format!("More: roles path {} {to} --max 5{paid}", from.id)
        }
        (Some(from), Some(_)) => format!("More: roles path {} {to} --max 5", from.id),
    }
}

fn ladder_document(ladder: &Ladder<'_>, glyphs: Glyphs, blocks: &mut Vec<Block>) {
    let arrow = labelled(Label::Title, glyphs.pick("→", "->"));
    let last = ladder.steps.last().map_or(&ladder.from, |step| &step.to);
    let text = format!("{} {arrow} {}", role_name(Label::Title, &ladder.from), role_name(Label::Title, last));
    blocks.push(Block::Title { text, id: count(ladder.steps.len(), "step") });
    blocks.push(Block::Gap);
    blocks.push(Block::Paragraph(rung(&ladder.from)));
    for step in &ladder.steps {
        step_document(step, glyphs, blocks);
    }
}

/// "Principal Engineer  principal-engineer".
fn rung(role: &RoleName<'_>) -> String {
    format!("{}  {}", role_name(Label::Name, role), labelled(Label::Id, role.id))
}

pub fn step_document(step: &Step<'_>, glyphs: Glyphs, blocks: &mut Vec<Block>) {
    let pipe = labelled(Label::Bar, glyphs.pick("│", "|"));
    let what = |name: &str, it: String| format!("{} {it}", labelled(Label::Aside, name));
    let mut said = vec![labelled(Label::Aside, &way(step))];
    if !step.grows.is_empty() {
        said.push(what("grows:", step.grows.iter().map(growth).collect::<Vec<_>>().join(", ")));
    }
    if !step.new_tools.is_empty() {
        said.push(what("new tools:", titles(&step.new_tools)));
    }
    said.extend(step.years_held.as_ref().map(|years| what("years held:", years_held(years))));
    said.extend(step.pay.as_ref().map(|change| what("median pay:", pay_change(change))));
    blocks.extend(said.into_iter().map(|text| Block::Beside { bar: pipe.clone(), text }));
    let down = labelled(Label::Bar, glyphs.pick("▼", "v"));
    blocks.push(Block::Paragraph(format!("{down} {}", rung(&step.to))));
}

/// What a step rests on, and that it goes sideways where it does.
fn way(step: &Step<'_>) -> String {
    format!("{}{}", if step.lateral { "sideways; " } else { "" }, stated_by(&step.support))
}

/// "Technology strategy 65 to 91 (working to practitioner)".
fn growth(growth: &Growth<'_>) -> String {
    let word = crate::catalog::model::Proficiency::word;
    let levels = match (growth.level_from.map(word), growth.level_to.map(word)) {
        (Some(from), Some(to)) if from != to => format!(" ({from} to {to})"),
        _ => String::new(),
    };
    format!("{} {} to {}{levels}", growth.competency.title, growth.weight_from, growth.weight_to)
}

/// "4 (“Middle”, n=1,595) and 7 (“Senior”, n=1,671), DOU years 2025".
fn years_held(years: &YearsHeld<'_>) -> String {
    let side = |it: &Prepared<'_>| preparation::years_of_title(it);
    format!("{} and {}, {}", side(&years.from), side(&years.to), years.to.source.short)
}

fn pay_change(change: &PayChange<'_>) -> String {
    match change {
        PayChange::Yes { from, to } => {
            let labels = if from.quality == to.quality {
                format!("{} labels", to.quality)
            } else {
                format!("{} and {} labels", from.quality, to.quality)
            };
            let change = pay::change(from, to);
            let people = match (pay::people(from), pay::people(to)) {
                (before, after) if before.is_empty() && after.is_empty() => String::new(),
                (before, after) => format!("{before} and{}", after.trim_start_matches(',')),
            };
            format!("{change}, {}{people}, {labels}, {}", to.year, to.source.short)
        }
        PayChange::No { why, from: Some(from), to: Some(to) } => {
            format!("{}; {}; {why}", pay::brief(from), pay::brief(to))
        }
        PayChange::No { why, .. } => (*why).to_owned(),
    }
}

const PATH_FIELDS: &[&str] = &[
    "path",
    "step",
    "from",
    "to",
    "title",
    "source",
    "lateral",
    "editorial",
    "grows",
    "new_tools",
    "years_from",
    "years_to",
    "pay_from",
    "pay_from_n",
    "pay_to",
    "pay_to_n",
    "pay_currency",
    "pay_per",
    "pay_note",
];

/// One step a line: the number of its path, its own, and the roles at its ends.
pub fn ladders_records<'v>(ladders: &'v Ladders<'_>, face: Face) -> Records<'v> {
    let steps = |(at, ladder): (usize, &'v Ladder<'_>)| {
        ladder.steps.iter().enumerate().map(|(step, it)| step_record(at + 1, step + 1, it, face)).collect::<Vec<_>>()
    };
    Records { fields: PATH_FIELDS, records: ladders.paths.iter().enumerate().flat_map(steps).collect() }
}

fn step_record<'v>(path: usize, number: usize, step: &'v Step<'_>, face: Face) -> Record<'v> {
    let grows: Vec<String> =
        step.grows.iter().map(|g| format!("{} {}>{}", g.competency.id, g.weight_from, g.weight_to)).collect();
    let record = face
        .record("step")
        .said(format!("{path}.{number}"))
        .exact("path", path.to_string())
        .exact("step", number.to_string())
        .text("from", step.from)
        .text("to", step.to.id)
        .said(way(step))
        .exact("title", step.to.title)
        .exact("source", source_ids(&step.support))
        .exact("lateral", if step.lateral { "yes" } else { "no" })
        .exact("editorial", if step.support.editorial { "yes" } else { "no" })
        .said(format!("grows: {}", step.grows.iter().map(growth).collect::<Vec<_>>().join(", ")))
        .exact("grows", grows.join(", "))
        .said(format!("new tools: {}", titles(&step.new_tools)))
        .exact("new_tools", ids(&step.new_tools));
    let record = match &step.years_held {
        Some(years) => record
            .said(format!("years held: {}", years_held(years)))
            .exact_or_none("years_from", years.from.years_held.map(|it| it.median))
            .exact_or_none("years_to", years.to.years_held.map(|it| it.median)),
        None => record,
    };
    let Some(change) = &step.pay else { return record };
    let (from, to, why) = match change {
        PayChange::Yes { from, to } => (Some(from), Some(to), ""),
        PayChange::No { why, from, to } => (from.as_ref(), to.as_ref(), *why),
    };
    let record = record.said(format!("median pay: {}", pay_change(change))).exact("pay_note", why);
    let record = match from {
        Some(from) => record
            .exact("pay_from", optional_exact(from.median))
            .exact_or_none("pay_from_n", from.n)
            .exact("pay_currency", from.currency)
            .exact("pay_per", from.per),
        None => record,
    };
    match to {
        Some(to) => record.exact("pay_to", optional_exact(to.median)).exact_or_none("pay_to_n", to.n),
        None => record,
    }
}

pub fn ladders_graph(ladders: &Ladders<'_>) -> Graph {
    let mut graph = Graph::default();
    for ladder in &ladders.paths {
        graph.node(ladder.from.id, ladder.from.title);
        for step in &ladder.steps {
            graph.node(step.to.id, step.to.title);
            graph.edge(edge(step.from, step.to.id, short(&step.support), step.support.editorial));
        }
    }
    graph
}
