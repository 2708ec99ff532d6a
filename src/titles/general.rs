//! Titles whose specialty nothing knows: those who do that in general, and those who lead them.

use crate::catalog::model::{Class, Kinds, RoleIx};
use crate::text::sorting::Arrange;
use crate::titles::decision::{Candidate, Decision};
use crate::titles::reading::Reading;

/// The specialties in which most people of a function work.
const USUAL: [&str; 16] = [
    "software",
    "system",
    "network",
    "security",
    "infrastructure",
    "data",
    "database",
    "application",
    "web",
    "support",
    "business",
    "product",
    "solution",
    "ux",
    "it",
    "hardware",
];
/// The score of those whose specialty is none of the title's.
const GENERAL: f32 = 0.58;
/// The score of those who lead all, where a title leads a specialty that nobody leads.
const LEADER: f32 = 0.5;

impl Reading<'_, '_> {
    /// Lists who does that in general: `PKI Engineer`.
    pub fn general(&self) -> Decision {
        let Some((class, at)) = self.class else { return Decision::listed(&[], 0.0) };
        let is_of_trade = self.plain.iter().any(|word| word.kinds.has(Kinds::TRADE));
        if self.is_of_another_trade(&[]) || !is_of_trade && !is_ours(class) {
            return Decision::listed(&[], 0.0);
        }
        let function = self.plain[at].text.as_str();
        let functions = [function, if class == Class::Engineer { "engineer" } else { function }];
        let mut roles: Vec<RoleIx> = Vec::new();
        for special in USUAL {
            let named = functions.iter().map(|function| self.titles.called(&[special, function]));
            let named = named.flatten().map(|role| self.titles.base(role)).next();
            roles.extend(named.filter(|role| !roles.contains(role)));
        }
        let unknown = self.plain.iter().filter(|word| word.class.is_none()).map(|word| word.text.clone());
        Decision { set_aside: unknown.collect(), ..Decision::listed(&self.rungs(&roles), GENERAL) }
    }

    /// Adds those who lead all, where a title leads and few candidates do: `Head of Mobile`.
    pub fn with_leaders(&self, mut ladders: Vec<Candidate>) -> Vec<Candidate> {
        let names: &[[&str; 2]] = match self.class {
            Some((Class::Director, _)) => &[["director", "engineering"], ["it", "director"]],
            Some((Class::Manager, _)) => &[["engineering", "manager"], ["it", "manager"]],
            _ => &[],
        };
        let is_of_trade = self.plain.iter().any(|word| word.kinds.has(Kinds::TRADE));
        if !is_of_trade || ladders.first().is_some_and(|first| first.score > LEADER && self.titles.leads(first.role)) {
            return ladders;
        }
        for name in names {
            let role = self.titles.exact(name).first().map(|role| self.titles.base(*role));
            let is_new = |role: &RoleIx| ladders.iter().all(|other| self.titles.base(other.role) != *role);
            if let Some(role) = role.filter(is_new) {
                ladders.push(Candidate { role, score: LEADER });
            }
        }
        ladders.arrange_by(|a, b| b.score.total_cmp(&a.score));
        ladders
    }
}

/// Whether most who have this function are of this trade, or as many as of any other.
fn is_ours(class: Class) -> bool {
    use Class::{Administrator, Analyst, Architect, Auditor, Consultant, Designer, Engineer, Lead, Scientist, Tester};
    let ours = [Administrator, Analyst, Architect, Auditor, Consultant, Designer, Engineer, Lead, Scientist, Tester];
    ours.contains(&class)
}
