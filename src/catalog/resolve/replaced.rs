//! Roles that stand for others: a company's own, in the place of one of the catalog beneath.
//!
//! The role that is replaced is hidden. What leads to it leads to the one that stands for it, which has its moves
//! and its rung where it states none of its own, and is found by its names where nothing else is called so.

use std::collections::{HashMap, HashSet};

use crate::catalog::model::{FIELDS, RoleIx};
use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::resolve::draft::Draft;
use crate::catalog::resolve::faults::Faults;
use crate::catalog::resolve::role::{Link, Resolved};

/// Which role stands for which, by id.
type StandIns<'a> = HashMap<&'a str, &'a str>;

/// Puts roles that say so in the place of others.
pub fn replace<'a>(draft: &mut Draft<'a>, roles: &mut [Resolved<'a>], faults: &mut Faults) {
    let stand_ins = stand_ins(draft, roles, faults);
    if stand_ins.is_empty() {
        return;
    }
    let at: HashMap<&str, usize> = roles.iter().enumerate().map(|(at, role)| (role.head.id, at)).collect();
    let mut on_ladder = StandIns::new();
    for (id, by) in &stand_ins {
        if let (Some(old), Some(new)) = (at.get(id), at.get(by)) {
            roles[*old].head.hidden = true;
            inherit(roles, *old, *new);
            // A base of another rank stays the base, unseen: its rungs keep theirs.
            let is_base = roles[*new].ladder.is_some_and(|link| link.of == *id || link.of == *by);
            on_ladder.extend(is_base.then_some((*id, *by)));
        }
    }
    let base = |id: &'a str| last(&on_ladder, id);
    let last = |id: &'a str| last(&stand_ins, id);
    for role in roles.iter_mut() {
        let id = role.head.id;
        [&mut role.prerequisites, &mut role.lateral].into_iter().for_each(|links| lead(links, id, last));
        if let Some(ladder) = &mut role.ladder {
            ladder.of = base(ladder.of);
            ladder.joins = ladder.joins.map(base).filter(|joined| *joined != ladder.of);
        }
    }
    for tool in &mut draft.tools.records {
        tool.makes = tool.makes.map(last);
    }
}

/// Reads who says that it stands for whom, and notes what cannot be.
fn stand_ins<'a>(draft: &Draft<'a>, roles: &[Resolved<'a>], faults: &mut Faults) -> StandIns<'a> {
    let mut stand_ins = StandIns::new();
    for role in roles.iter().filter(|role| !role.head.hidden) {
        for link in &role.replaces {
            let Some((file, place)) = link.place else { continue };
            let id = role.head.id;
            if !draft.named.contains(link.id) {
                faults.0.push(draft.unknown_role(link.id, file, place));
            } else if let Some(other) = stand_ins.get(link.id) {
                let message = format!("`{other}` stands for `{}` already", link.id);
                let fault = Diagnostic::at(file, place, "crooked-move", message);
                faults.0.push(fault.help("take it out of one of the two: one role stands for another"));
            } else if link.id == id {
                let fault = Diagnostic::at(file, place, "crooked-move", format!("`{id}` cannot stand for itself"));
                faults.0.push(fault.help("take it out"));
            } else if last(&stand_ins, id) == link.id {
                let message = format!("`{id}` cannot stand for `{}`, which stands for it", link.id);
                let fault = Diagnostic::at(file, place, "crooked-move", message);
                faults.0.push(fault.help("take it out"));
            } else {
                stand_ins.insert(link.id, id);
            }
        }
    }
    stand_ins
}

/// The role that stands for one in the end: it may be replaced itself.
fn last<'a>(stand_ins: &StandIns<'a>, id: &'a str) -> &'a str {
    let mut role = id;
    // No circle can be walked longer than there are stand-ins.
    for _ in 0..=stand_ins.len() {
        match stand_ins.get(role) {
            Some(next) => role = next,
            None => break,
        }
    }
    role
}

/// Gives a role what it does not state of moves, and of the ladder if it is of its rank, from the one that it stands for.
fn inherit(roles: &mut [Resolved<'_>], old: usize, new: usize) {
    let states = |field: &str| {
        let at = FIELDS.iter().position(|known| *known == field);
        at.is_some_and(|at| roles[new].texts.iter().any(|text| text.fields & 1 << at != 0))
    };
    let (prerequisites, lateral, ladder) = (states("prerequisites"), states("lateral"), states("ladder"));
    let (of_old, aside) = (roles[old].prerequisites.clone(), roles[old].lateral.clone());
    // A ladder has one role a rank.
    let link = roles[old].ladder.filter(|_| roles[old].head.level == roles[new].head.level);
    let role = &mut roles[new];
    if !prerequisites {
        role.prerequisites.extend(of_old);
    }
    if !lateral {
        role.lateral.extend(aside);
    }
    if !ladder {
        role.ladder = role.ladder.or(link);
    }
}

/// Leads each move to whoever stands for its end; none to the role itself, and none twice.
fn lead<'a>(links: &mut Vec<Link<'a>>, id: &str, last: impl Fn(&'a str) -> &'a str) {
    let mut seen = HashSet::new();
    for link in links.iter_mut() {
        let end = last(link.id);
        // Grades are those of the role that was named.
        link.grade = link.grade.filter(|_| link.id == end);
        link.id = end;
    }
    links.retain(|link| link.id != id && seen.insert(link.id));
}

/// Returns the roles that each role stands for, by position, whether named itself or by one that it stands for.
pub fn replaced_by(roles: &[Resolved<'_>]) -> Vec<Vec<RoleIx>> {
    let at: HashMap<&str, usize> = roles.iter().enumerate().map(|(at, role)| (role.head.id, at)).collect();
    let of = |role: &Resolved<'_>| role.replaces.iter().filter_map(|link| at.get(link.id).copied()).collect::<Vec<_>>();
    let all = |role: &Resolved<'_>| {
        let mut all = of(role);
        let mut next = 0;
        while let Some(more) = all.get(next).map(|at| of(&roles[*at])) {
            let fresh: Vec<usize> = more.into_iter().filter(|at| !all.contains(at)).collect();
            all.extend(fresh);
            next += 1;
        }
        all.into_iter().map(RoleIx::from).collect()
    };
    let replaced =
        |role: &Resolved<'_>| if role.head.hidden || role.replaces.is_empty() { Vec::new() } else { all(role) };
    roles.iter().map(replaced).collect()
}
