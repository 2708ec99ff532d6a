//! Ladders: the rungs of one trade, from the base role that they grow from.
//!
//! A role says of which role its ladder is, itself or another. One ladder has one role a rank. The
//! base may join another ladder, whose rungs stand for the ranks that its own lacks: a frontend
//! engineer's staff rung is the software engineer's.

use std::collections::{BTreeMap, HashMap};

use crate::catalog::model::{Ladder, RoleIx, Rung};
use crate::catalog::read::diagnostic::{Diagnostic, FileOf, Place};
use crate::catalog::resolve::draft::Draft;
use crate::catalog::resolve::faults::Faults;
use crate::catalog::resolve::role::{LadderLink, Resolved};

/// Returns the ladder of every role, in catalog order; none for a role that stands on none.
pub fn ladders<'a>(draft: &Draft<'a>, roles: &[Resolved<'a>], faults: &mut Faults) -> Vec<Option<Ladder<'a>>> {
    let drawing = Drawing::new(draft, roles, faults);
    (0..roles.len()).map(|role| drawing.ladder(role)).collect()
}

struct Drawing<'d, 'a> {
    draft: &'d Draft<'a>,
    roles: &'d [Resolved<'a>],
    by_id: HashMap<&'a str, usize>,
    /// By base role: its own rungs, by rank.
    rungs: HashMap<usize, BTreeMap<u8, usize>>,
}

impl<'d, 'a> Drawing<'d, 'a> {
    fn new(draft: &'d Draft<'a>, roles: &'d [Resolved<'a>], faults: &mut Faults) -> Self {
        let by_id = roles.iter().enumerate().map(|(at, role)| (role.head.id, at)).collect();
        let mut drawing = Self { draft, roles, by_id, rungs: HashMap::new() };
        for (at, role) in roles.iter().enumerate().filter(|(_, role)| !role.head.hidden) {
            let Some(link) = &role.ladder else { continue };
            if let Err(fault) = drawing.place(at, link) {
                faults.0.extend(fault);
            }
        }
        drawing
    }

    /// Puts a role on its ladder; the fault is none where it is told elsewhere.
    fn place(&mut self, at: usize, link: &LadderLink<'a>) -> Result<(), Option<Diagnostic>> {
        let base = self.base(link.of, link)?;
        if let Some(joined) = link.joins {
            self.base(joined, link)?;
            if base != at || joined == link.of {
                return Err(self.fault(link, "`joins` is said by the base of a ladder, and names another".to_owned()));
            }
        }
        let rank = self.roles[at].head.level;
        match self.rungs.entry(base).or_default().insert(rank, at) {
            Some(other) => Err(self.crowded(at, other, link.of)),
            None => Ok(()),
        }
    }

    /// Finds the base of a ladder: a role that says so of itself.
    fn base(&self, id: &'a str, link: &LadderLink<'a>) -> Result<usize, Option<Diagnostic>> {
        let Some(base) = self.by_id.get(id) else {
            let place = link.place.filter(|_| !self.draft.named.contains(id));
            return Err(place.map(|(file, place)| self.draft.unknown_role(id, file, place)));
        };
        match &self.roles[*base].ladder {
            Some(own) if own.of == id => Ok(*base),
            _ => Err(self.fault(link, format!("`{id}` is not the base of a ladder"))),
        }
    }

    /// Says that two roles have one rank of a ladder, where the catalog on top says it of one of them.
    fn crowded(&self, at: usize, other: usize, base: &str) -> Option<Diagnostic> {
        let said = |at: usize| {
            let role = &self.roles[at];
            let ladder = role.ladder.and_then(|link| link.place);
            role.rank_at.into_iter().chain(ladder).map(move |place| (at, place))
        };
        // Of places in one catalog the last: where the second of the two says which ladder it is on.
        let (said_of, place) = said(other).chain(said(at)).max_by_key(|(_, (file, _))| file.catalog)?;
        let stands = if said_of == at { other } else { at };
        let (stands, rank) = (self.roles[stands].head.id, self.roles[at].head.level);
        self.fault_at(place, format!("`{stands}` stands on the ladder of `{base}` at rank {rank} already"))
    }

    fn fault(&self, link: &LadderLink<'a>, message: String) -> Option<Diagnostic> {
        self.fault_at(link.place?, message)
    }

    fn fault_at(&self, (file, place): (FileOf<'a>, Place), message: String) -> Option<Diagnostic> {
        let help = "the base says `ladder: {of: ITSELF}`, every rung names the base, and each has a rank of its own";
        Some(Diagnostic::at(file, place, "crooked-ladder", message).help(help))
    }

    fn ladder(&self, role: usize) -> Option<Ladder<'a>> {
        let base = *self.by_id.get(self.roles[role].ladder?.of)?;
        let own = self.rungs.get(&base)?;
        let joined = self.joined(base);
        let mut rungs: BTreeMap<u8, Rung<'a>> = BTreeMap::new();
        // The nearest ladder has the last word on a rank.
        let beneath = joined.iter().rev().filter_map(|joined| self.rungs.get(joined));
        for at in beneath.flat_map(BTreeMap::values) {
            rungs.insert(self.roles[*at].head.level, self.rung(*at, false));
        }
        for at in own.values() {
            rungs.insert(self.roles[*at].head.level, self.rung(*at, true));
        }
        let joins = joined.first().copied().map(RoleIx::from);
        Some(Ladder { base: RoleIx::from(base), joins, rungs: rungs.into_values().collect() })
    }

    /// Returns the bases of the ladders that one joins, each joined by the one before it.
    fn joined(&self, base: usize) -> Vec<usize> {
        let mut joined = Vec::new();
        let mut from = base;
        let next = |at: usize| self.roles[at].ladder?.joins.and_then(|id| self.by_id.get(id)).copied();
        // Ladders that join in a circle are followed once around.
        while let Some(to) = next(from).filter(|to| *to != base && !joined.contains(to)) {
            joined.push(to);
            from = to;
        }
        joined
    }

    fn rung(&self, at: usize, is_own: bool) -> Rung<'a> {
        let role = &self.roles[at];
        Rung { role: at.into(), rank: role.head.level, step: role.ladder.and_then(|link| link.step), is_own }
    }
}
