//! How well the records that a role maps to name it, where its file does not say.

use std::collections::{HashMap, HashSet};

use crate::catalog::model::{Mapped, Mapping, Match};
use crate::catalog::score::FEW;
use crate::text::fold;

/// A record that a role maps to.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// Position of the record.
    pub record: u32,
    /// What the file says of it.
    pub quality: Option<Match>,
}

/// A role, as its records see it.
pub struct Named<'n, 'a> {
    pub id: &'a str,
    /// Title and English aliases.
    pub names: Vec<&'a str>,
    /// The base of the ladder that it stands on.
    pub ladder: Option<&'a str>,
    pub rank: u8,
    pub links: &'n [Link],
    /// Whether readers read it: others change nothing of its matches.
    pub is_read: bool,
}

/// The roles that map to each record. A record whose title is the title or an alias of one role alone is
/// exact for it; close to each where at most three roles share it; else a proxy. Of the rungs of a ladder it
/// speaks for the one that it is exact for, or else for the base.
pub struct Sharing<'n, 'a> {
    roles: &'n [Named<'n, 'a>],
    by_record: HashMap<u32, Vec<usize>>,
    keys: Vec<HashSet<String>>,
}

impl<'n, 'a> Sharing<'n, 'a> {
    pub fn new(roles: &'n [Named<'n, 'a>]) -> Self {
        let mut by_record: HashMap<u32, Vec<usize>> = HashMap::new();
        for (at, role) in roles.iter().enumerate() {
            role.links.iter().for_each(|link| by_record.entry(link.record).or_default().push(at));
        }
        let keys = roles.iter().map(|role| role.names.iter().map(|name| fold::key(name)).collect()).collect();
        Self { roles, by_record, keys }
    }

    /// Returns the mapping of a role, given the titles of records.
    pub fn mapping(&self, role: usize, title: impl Fn(u32) -> &'a str) -> Mapping {
        let mapped = |link: &Link| Mapped { record: link.record, quality: self.quality(role, link.record, &title) };
        Mapping { records: self.roles[role].links.iter().map(mapped).collect() }
    }

    fn quality(&self, role: usize, record: u32, title: &impl Fn(u32) -> &'a str) -> Match {
        let alone = self.alone(role, record, title);
        match self.speaks_for_another(role, record, title) {
            true => Match::Proxy,
            false => alone,
        }
    }

    /// How well a record names a role, the ladder aside.
    fn alone(&self, role: usize, record: u32, title: &impl Fn(u32) -> &'a str) -> Match {
        if let Some(stated) = self.roles[role].links.iter().find(|link| link.record == record).and_then(|it| it.quality)
        {
            return stated;
        }
        let others = self.others(role, record);
        let key = fold::key(title(record));
        let is_named = |at: usize| self.keys[at].contains(&key);
        if is_named(role) && !others.iter().any(|other| is_named(*other)) {
            return Match::Exact;
        }
        if others.len() < FEW { Match::Close } else { Match::Proxy }
    }

    /// Tells whether a record that several rungs of a ladder share speaks for another of them.
    fn speaks_for_another(&self, role: usize, record: u32, title: &impl Fn(u32) -> &'a str) -> bool {
        let Some(base) = self.roles[role].ladder else { return false };
        let is_rung = |at: &usize| self.roles[*at].ladder == Some(base);
        let mut rungs: Vec<usize> = self.others(role, record).into_iter().filter(is_rung).collect();
        if rungs.is_empty() || self.alone(role, record, title) == Match::Exact {
            return false;
        }
        if rungs.iter().any(|rung| self.alone(*rung, record, title) == Match::Exact) {
            return true;
        }
        rungs.push(role);
        let chosen = rungs.iter().find(|at| self.roles[**at].id == base);
        let lowest = rungs.iter().min_by_key(|at| (self.roles[**at].rank, self.roles[**at].id));
        chosen.or(lowest) != Some(&role)
    }

    /// The other roles that were read and map to a record.
    fn others(&self, role: usize, record: u32) -> Vec<usize> {
        let sharing = self.by_record.get(&record).into_iter().flatten().copied();
        sharing.filter(|other| *other != role && self.roles[*other].is_read).collect()
    }
}
