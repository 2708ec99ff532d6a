//! The moves on a role's page: from where, to where, sideways, each with a mark for every source that states it.

use crate::present::career::short;
use crate::present::document::{Block, Column, Glyphs, Table};
use crate::present::figures::{leaving, role_name};
use crate::present::label::Label;
use crate::present::text::{Text, labelled, row, text};
use crate::text::hint::{Ask, hint};
use crate::view::{Career, Edge, RolePage};

/// Moves of one way that a page shows, those that nobody states among them. What is stated is always shown.
const HANDFUL: usize = 5;
/// So many marks at most stand for sources.
const MARKS: usize = 5;

pub fn section(page: &RolePage<'_>, career: &Career<'_>, glyphs: Glyphs, blocks: &mut Vec<Block>) {
    let mark = glyphs.pick("◆", "*");
    let ways: [(&str, &[Edge<'_>], &str); 3] = [
        ("from", &career.prerequisites, "outside"),
        ("to", &career.next, "none listed yet"),
        ("sideways", &career.lateral, ""),
    ];
    let is_marked =
        ways.iter().flat_map(|(_, edges, _)| *edges).any(|edge| !marks(edge.support.sources.len(), glyphs).is_empty());
    let aside = if is_marked { format!("{mark} a source that states the move") } else { String::new() };
    blocks.push(Block::heading("Career", &aside));
    let mut rows = Vec::new();
    let mut folded = 0;
    for (way, edges, none) in ways {
        let shown = if page.whole { edges.len() } else { shown(edges) };
        folded += edges.len() - shown;
        rows.extend((edges.is_empty() && !none.is_empty()).then(|| row(way, labelled(Label::Aside, none))));
        let row = |(at, edge)| edge_row(if at == 0 || glyphs.heard { way } else { "" }, edge, glyphs);
        rows.extend(edges[..shown].iter().enumerate().map(row));
    }
    let columns = vec![Column::left(""), Column::text("").cut(), Column::left("").least(1), Column::left("")];
    blocks.push(Block::Table(Table { columns, rows, titled: false }));
    if folded > 0 {
        let id = page.role.id;
        let all = Ask::of("show").words([id, "--section", "career", "--all"]);
        blocks.push(Block::Hint(hint![format!("and {folded} more, editorial: "), all]));
    }
    if !career.related.is_empty() {
        let related = career.related.iter().map(|edge| role_name(Label::Name, &edge.role));
        let text = text![labelled(Label::Aside, "related"), " ", Text::join(related, ", ")];
        blocks.push(Block::paragraph(text));
    }
}

/// How many moves are shown: editorial ones fill up a handful, and one alone is not folded.
fn shown(edges: &[Edge<'_>]) -> usize {
    let stated = edges.iter().filter(|edge| !edge.support.editorial).count();
    let shown = stated.max(HANDFUL).min(edges.len());
    if edges.len() - shown == 1 { edges.len() } else { shown }
}

fn row(way: &str, said: Text) -> Vec<Text> {
    row![labelled(Label::Aside, way), said, String::new(), String::new()]
}

fn edge_row(way: &str, edge: &Edge<'_>, glyphs: Glyphs) -> Vec<Text> {
    row![
        labelled(Label::Aside, way),
        role_name(Label::Name, &edge.role),
        labelled(Label::Id, edge.role.id),
        text![marks(edge.support.sources.len(), glyphs), labelled(Label::Aside, &leaving(edge, short(&edge.support)))],
    ]
}

/// A mark a source, and a plus where there are more.
fn marks(sources: usize, glyphs: Glyphs) -> Text {
    if sources == 0 || glyphs.heard {
        return Text::default();
    }
    let more = if sources > MARKS { "+" } else { "" };
    text![labelled(Label::Mark, &(glyphs.pick("◆", "*").repeat(sources.min(MARKS)) + more)), " "]
}
