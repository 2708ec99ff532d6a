//! Moves as a graph, for Graphviz and for Mermaid.

/// Roles and the moves between them.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    /// Id and title.
    pub nodes: Vec<(String, String)>,
    pub edges: Vec<Edge>,
}

/// A move from one role to another.
#[derive(Debug, Clone)]
pub struct Edge {
    pub from: String,
    pub to: String,
    /// Who states it.
    pub label: String,
    /// Drawn dashed: no source states it.
    pub editorial: bool,
}

impl Graph {
    /// Adds a role, once.
    pub fn node(&mut self, id: &str, title: &str) {
        if self.nodes.iter().all(|(known, _)| known != id) {
            self.nodes.push((id.to_owned(), title.to_owned()));
        }
    }

    /// Adds a move, once.
    pub fn edge(&mut self, edge: Edge) {
        if self.edges.iter().all(|known| (&known.from, &known.to) != (&edge.from, &edge.to)) {
            self.edges.push(edge);
        }
    }
}

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
