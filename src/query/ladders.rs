//! The best ladders between two roles.
//!
//! Prerequisites make no circle, so every walk along them is a ladder without repeats; where one step
//! may go sideways, what comes back to itself is left out. The best
//! `max` suffixes from each role to the target are built up length by length; what a ladder is
//! judged by adds up over its steps, so the best ladder's suffix is among the best suffixes.

use std::cmp::{Ordering, Reverse};
use std::collections::{BinaryHeap, HashMap};

use crate::catalog::Catalog;
use crate::catalog::model::{Edge, Moves, RoleIx};
use crate::query::grades;
use crate::text::sorting::Arrange;

/// Roles are looked up some thousand times for one path.
type Hash = foldhash::fast::RandomState;

/// The best suffixes to a target, by the role that they begin with and by whether they have gone
/// sideways already: one that has not may still do so.
type Suffixes = HashMap<(RoleIx, bool), Vec<Ladder>, Hash>;

/// Roles from first to last, and what the ladder is judged by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    pub roles: Vec<RoleIx>,
    /// Whether it reaches the target by another than its first-listed prerequisite.
    aside: bool,
    /// Steps that no source states.
    pub editorial: usize,
    /// Statements of sources, over all steps.
    statements: usize,
    /// Whether a step of it goes sideways: one may.
    sideways: bool,
}

/// The moves into roles, each read once: a role is at the foot of suffixes of several lengths.
type MovesInto<'a> = HashMap<RoleIx, Moves<'a>, Hash>;

/// Which ladders are wanted.
pub struct Wanted<'w> {
    pub max: usize,
    /// Tells whether a ladder may pass through a role.
    pub may_pass: &'w dyn Fn(RoleIx) -> bool,
    /// Whether one step may be a lateral move.
    pub sideways: bool,
}

/// Returns the best ladders from any of the starts to a target, best first.
pub fn best(catalog: &Catalog<'_>, starts: &[RoleIx], target: RoleIx, wanted: &Wanted<'_>) -> Vec<Ladder> {
    let mut found: Vec<Ladder> = Vec::new();
    let mut suffixes = Suffixes::from_iter([((target, false), vec![Ladder::at(target)])]);
    let mut into = MovesInto::default();
    while !suffixes.is_empty() && found.len() < wanted.max {
        suffixes = longer(catalog, &mut into, &suffixes, target, wanted);
        let mut arrived: Vec<Ladder> = starts
            .iter()
            .filter(|start| **start != target)
            .flat_map(|start| [suffixes.get(&(*start, false)), suffixes.get(&(*start, true))])
            .flatten()
            .flatten()
            .cloned()
            .collect();
        arrived.arrange_by(|a, b| a.order(b, catalog));
        found.extend(arrived);
    }
    found.truncate(wanted.max);
    found
}

/// Returns the best ladders through stops that must be passed in their order.
pub fn best_via(catalog: &Catalog<'_>, starts: &[RoleIx], stops: &[RoleIx], wanted: &Wanted<'_>) -> Vec<Ladder> {
    let Some((first, rest)) = stops.split_first() else { return Vec::new() };
    let mut ladders = best(catalog, starts, *first, wanted);
    let mut here = *first;
    for stop in rest {
        let onwards = best(catalog, &[here], *stop, wanted);
        ladders = ladders.iter().flat_map(|ladder| onwards.iter().map(|next| ladder.joined(next))).collect();
        ladders.arrange_by(|a, b| a.roles.len().cmp(&b.roles.len()).then_with(|| a.order(b, catalog)));
        ladders.truncate(wanted.max);
        here = *stop;
    }
    ladders
}

/// Returns the best ladder from each of the starts, through stops that must be passed in their order, where one leads
/// from there. Suffixes do not depend on starts: all of them are found in one go.
pub fn best_of_each(catalog: &Catalog<'_>, starts: &[RoleIx], stops: &[RoleIx], wanted: &Wanted<'_>) -> Vec<Ladder> {
    let Some((first, rest)) = stops.split_first() else { return Vec::new() };
    let one = Wanted { max: 1, ..*wanted };
    let onwards: Vec<Ladder> = stops.windows(2).flat_map(|ends| best(catalog, &ends[..1], ends[1], &one)).collect();
    if onwards.len() < rest.len() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut starts: Vec<RoleIx> = starts.iter().copied().filter(|start| start != first).collect();
    let mut suffixes = Suffixes::from_iter([((*first, false), vec![Ladder::at(*first)])]);
    let mut into = MovesInto::default();
    while !suffixes.is_empty() && !starts.is_empty() {
        suffixes = longer(catalog, &mut into, &suffixes, *first, &one);
        starts.retain(|start| {
            let arrived = [false, true].map(|sideways| suffixes.get(&(*start, sideways)));
            let best = arrived.into_iter().flatten().flatten().min_by(|a, b| a.order(b, catalog));
            found.extend(best.map(|ladder| onwards.iter().fold(ladder.clone(), |ladder, next| ladder.joined(next))));
            best.is_none()
        });
    }
    found
}

/// The best suffixes that are one step longer.
fn longer<'a>(
    catalog: &Catalog<'a>,
    into: &mut MovesInto<'a>,
    suffixes: &Suffixes,
    target: RoleIx,
    wanted: &Wanted<'_>,
) -> Suffixes {
    let mut grown = Suffixes::default();
    for ((role, is_sideways), ladders) in suffixes {
        if *role != target && !(wanted.may_pass)(*role) {
            continue;
        }
        let moves = into.entry(*role).or_insert_with(|| match wanted.sideways {
            true => catalog.moves(*role),
            false => Moves { prerequisites: catalog.prerequisites(*role), ..Moves::default() },
        });
        for (listed, edge) in moves.prerequisites.iter().enumerate() {
            let is_aside = *role == target && listed > 0;
            let longer = ladders.iter().map(|ladder| ladder.before(edge, is_aside));
            grown.entry((edge.role, *is_sideways)).or_default().extend(longer);
        }
        // A lateral move leads both ways: no ladder comes back to where it was.
        for edge in moves.lateral.iter().filter(|_| wanted.sideways && !is_sideways) {
            let others = ladders.iter().filter(|ladder| !ladder.roles.contains(&edge.role));
            let longer = others.map(|ladder| Ladder { sideways: true, ..ladder.before(edge, false) });
            grown.entry((edge.role, true)).or_default().extend(longer);
        }
    }
    // A prerequisite of a role beside may stand on the ladder already.
    grown.retain(|(role, _), ladders| {
        ladders.retain(|ladder| !ladder.roles[1..].contains(role));
        !ladders.is_empty()
    });
    for ladders in grown.values_mut() {
        ladders.arrange_by(|a, b| a.order(b, catalog));
        ladders.truncate(wanted.max);
    }
    grown
}

impl Ladder {
    fn at(role: RoleIx) -> Self {
        Self { roles: vec![role], aside: false, editorial: 0, statements: 0, sideways: false }
    }

    /// The ladder with one more step at its foot.
    fn before(&self, edge: &Edge<'_>, is_aside: bool) -> Self {
        let mut roles = Vec::with_capacity(self.roles.len() + 1);
        roles.push(edge.role);
        roles.extend(&self.roles);
        Self {
            roles,
            aside: self.aside || is_aside,
            editorial: self.editorial + usize::from(edge.is_editorial()),
            statements: self.statements + edge.statements.len(),
            sideways: self.sideways,
        }
    }

    /// Two ladders, the second from where the first ends.
    fn joined(&self, onwards: &Self) -> Self {
        Self {
            roles: self.roles.iter().chain(&onwards.roles[1..]).copied().collect(),
            aside: onwards.aside,
            editorial: self.editorial + onwards.editorial,
            statements: self.statements + onwards.statements,
            sideways: self.sideways || onwards.sideways,
        }
    }

    /// Of ladders of one length: through the target's first-listed prerequisite, then fewer
    /// editorial steps, then more statements, then by ids.
    fn order(&self, other: &Self, catalog: &Catalog<'_>) -> Ordering {
        let judged = |ladder: &Self| (ladder.aside, ladder.editorial, Reverse(ladder.statements));
        judged(self).cmp(&judged(other)).then_with(|| self.by_ids(other, catalog))
    }

    /// By the ids of the first roles that differ: most ladders that are compared begin alike.
    fn by_ids(&self, other: &Self, catalog: &Catalog<'_>) -> Ordering {
        match self.roles.iter().zip(&other.roles).find(|(ours, theirs)| ours != theirs) {
            Some((ours, theirs)) => catalog.id(*ours).cmp(catalog.id(*theirs)),
            None => self.roles.len().cmp(&other.roles.len()),
        }
    }
}

/// Returns the fewest steps from one role to every role above it.
pub fn distances(catalog: &Catalog<'_>, from: RoleIx) -> HashMap<RoleIx, usize> {
    let mut distances = HashMap::from([(from, 0)]);
    let mut queue = std::collections::VecDeque::from([from]);
    while let Some(role) = queue.pop_front() {
        let next = distances[&role] + 1;
        for edge in catalog.moves(role).next.into_iter().filter(|edge| !catalog.head(edge.role).hidden) {
            distances.entry(edge.role).or_insert_with(|| {
                queue.push_back(edge.role);
                next
            });
        }
    }
    distances
}

/// Returns the fewest promotions from a grade of a role to every role above it, as a path climbs them: in each role
/// from the lowest grade to the one by which the move on leaves it, where it says one.
pub fn climbs(catalog: &Catalog<'_>, from: RoleIx, grade: Option<usize>) -> HashMap<RoleIx, usize> {
    let mut climbs = HashMap::new();
    let mut queue = BinaryHeap::from([Reverse((0, from))]);
    while let Some(Reverse((steps, role))) = queue.pop() {
        if climbs.contains_key(&role) {
            continue;
        }
        climbs.insert(role, steps);
        for edge in catalog.moves(role).next.into_iter().filter(|edge| !catalog.head(edge.role).hidden) {
            let left = grades::left_by(catalog, role, &edge);
            // Who begins in a role without saying a grade begins at the one by which it is left.
            let entered = if role == from { grade.or(left) } else { None };
            let within = left.unwrap_or(0).saturating_sub(entered.unwrap_or(0));
            queue.push(Reverse((steps + within + 1, edge.role)));
        }
    }
    climbs
}
