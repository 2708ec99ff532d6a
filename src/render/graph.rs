//! Graphs for Graphviz and for Mermaid.

use crate::present::graph::Graph;

/// Writes a graph for Graphviz.
pub fn dot(graph: &Graph) -> String {
    let mut text = "digraph roles {\n  rankdir=LR;\n  node [shape=box, style=rounded];\n".to_owned();
    for (id, title) in &graph.nodes {
        text.push_str(&format!("  {} [label={}];\n", quoted(id), quoted(title)));
    }
    for edge in &graph.edges {
        let style = if edge.editorial { ", style=dashed" } else { "" };
        text.push_str(&format!(
            "  {} -> {} [label={}{style}];\n",
            quoted(&edge.from),
            quoted(&edge.to),
            quoted(&edge.label)
        ));
    }
    text.push_str("}\n");
    text
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', " "))
}

/// Writes a graph for Mermaid. Ids are numbered: Mermaid takes words such as `end` for its own.
pub fn mermaid(graph: &Graph) -> String {
    let mut text = "flowchart LR\n".to_owned();
    let number = |id: &str| graph.nodes.iter().position(|(known, _)| known == id).unwrap_or(0);
    for (at, (_, title)) in graph.nodes.iter().enumerate() {
        text.push_str(&format!("  r{at}[\"{}\"]\n", harmless(title)));
    }
    for edge in &graph.edges {
        let arrow = if edge.editorial { "-.->" } else { "-->" };
        let (from, to) = (number(&edge.from), number(&edge.to));
        text.push_str(&format!("  r{from} {arrow}|\"{}\"| r{to}\n", harmless(&edge.label)));
    }
    text
}

/// Mermaid knows no escape but its own entities, and takes a label for HTML.
fn harmless(text: &str) -> String {
    let text = text.replace('#', "#35;").replace('"', "#quot;").replace('\n', " ");
    text.replace('&', "#amp;").replace('<', "#lt;").replace('>', "#gt;")
}
