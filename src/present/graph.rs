//! Moves as a graph.

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
