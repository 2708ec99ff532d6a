//! `roles prereqs` and `roles next`: what leads to a role, and where it leads.

use std::collections::{HashMap, VecDeque};

use crate::catalog::Catalog;
use crate::catalog::model;
use crate::catalog::model::{Moves, RoleIx};
use crate::query::lookup::Found;
use crate::query::namer::Namer;
use crate::query::words::Asker;
use crate::query::{Answer, words};
use crate::request;
use crate::view::error::Error;
use crate::view::{Branch, Tree, View};

/// Which way the moves are followed.
#[derive(Clone, Copy)]
enum Way {
    Back,
    On,
}

impl Way {
    fn of<'a>(self, moves: Moves<'a>) -> Vec<model::Edge<'a>> {
        match self {
            Self::Back => moves.prerequisites,
            Self::On => moves.next,
        }
    }
}

/// What leads to a role.
///
/// # Errors
/// When the role is unknown or ambiguous.
pub fn prereqs<'a>(catalog: Catalog<'a>, args: &request::Neighbors) -> Result<Answer<'a>, Error> {
    let (tree, found) = tree(catalog, args, Way::Back)?;
    Ok(Answer::from(View::Prereqs(tree)).told([found]))
}

/// Where a role leads.
///
/// # Errors
/// When the role is unknown or ambiguous.
pub fn next<'a>(catalog: Catalog<'a>, args: &request::Neighbors) -> Result<Answer<'a>, Error> {
    let (tree, found) = tree(catalog, args, Way::On)?;
    Ok(Answer::from(View::Next(tree)).told([found]))
}

fn tree<'a>(catalog: Catalog<'a>, args: &request::Neighbors, way: Way) -> Result<(Tree<'a>, Found<'a>), Error> {
    let found = words::only(&catalog, &args.role, Asker::one("next"))?;
    let namer = Namer::new(catalog);
    let deepest = if args.all { u32::MAX } else { args.depth };
    let reach = reach(&catalog, found.role, way, deepest);
    let moves = branches(&namer, found.role, way, deepest, &reach);
    Ok((Tree { role: namer.role(found.role), moves }, found))
}

/// Where a role is met first: how deep, and from which role.
struct Meeting {
    depth: u32,
    from: Option<RoleIx>,
}

/// Every role within reach, each at its least depth.
fn reach(catalog: &Catalog<'_>, start: RoleIx, way: Way, deepest: u32) -> HashMap<RoleIx, Meeting> {
    let mut met = HashMap::from([(start, Meeting { depth: 0, from: None })]);
    let mut queue = VecDeque::from([start]);
    while let Some(role) = queue.pop_front() {
        let depth = met[&role].depth;
        if depth == deepest {
            continue;
        }
        for edge in way.of(catalog.moves(role)) {
            if !catalog.head(edge.role).hidden && !met.contains_key(&edge.role) {
                met.insert(edge.role, Meeting { depth: depth + 1, from: Some(role) });
                queue.push_back(edge.role);
            }
        }
    }
    met
}

/// Draws the moves depth first: a role's own moves stand under it where it is met first, and are
/// not repeated elsewhere. Keeps its own stack, since a user's ladder may have ten thousand rungs.
fn branches<'a>(
    namer: &Namer<'a>,
    start: RoleIx,
    way: Way,
    deepest: u32,
    met: &HashMap<RoleIx, Meeting>,
) -> Vec<Branch<'a>> {
    let mut branches = Vec::new();
    let mut stack = vec![(start, way.of(namer.catalog.moves(start)).into_iter())];
    while let Some((of, edges)) = stack.last_mut() {
        let of = *of;
        let Some(edge) = edges.next() else {
            stack.pop();
            continue;
        };
        let Some(meeting) = met.get(&edge.role) else { continue };
        let repeated = meeting.from != Some(of);
        let shown = match way {
            Way::Back => namer.edge(&edge),
            Way::On => namer.edge_on(of, &edge),
        };
        let depth = u32::try_from(stack.len()).unwrap_or(u32::MAX);
        branches.push(Branch { depth, of: namer.catalog.id(of), edge: shown, repeated });
        if !repeated && meeting.depth < deepest {
            stack.push((edge.role, way.of(namer.catalog.moves(edge.role)).into_iter()));
        }
    }
    branches
}
