//! The moves of a tree and of ladders as graphs.

use crate::present::career::{Way, short};
use crate::present::figures::{graded_id, graded_title};
use crate::present::graph;
use crate::present::graph::Graph;
use crate::view::{Ladders, RoleName, Tree};

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

/// A role at one of its grades is a node of its own: steps from grade to grade lie within one role.
pub fn ladders_graph(ladders: &Ladders<'_>) -> Graph {
    let mut graph = Graph::default();
    for ladder in &ladders.paths {
        let mut from = node(&mut graph, &ladder.from);
        for step in &ladder.steps {
            let to = node(&mut graph, &step.to);
            let label = if step.within { "within the role".to_owned() } else { short(&step.support) };
            graph.edge(edge(&from, &to, label, step.support.editorial));
            from = to;
        }
    }
    graph
}

/// Adds a role, at its grade, and returns what it is known by.
fn node(graph: &mut Graph, role: &RoleName<'_>) -> String {
    let key = graded_id(role).into_owned();
    graph.node(&key, &graded_title(role));
    key
}
