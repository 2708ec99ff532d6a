//! Titles that equal no name: weighed against all names, and shown where one is sure.

use std::rc::Rc;

use crate::catalog::model::{Class, Kinds, RoleIx};
use crate::text::sorting::Arrange;
use crate::titles::decision::{Candidate, Decision, How, LISTED, UNSURE};
use crate::titles::function;
use crate::titles::reading::Reading;
use crate::titles::rungs;
use crate::titles::score::{self, Asked, Scored};
use crate::titles::word::Word;

/// A score from which on a role may be shown, and by how much it must lead.
const SHOWN: f32 = 0.74;
const MARGIN: f32 = 0.035;
/// A score that needs no lead.
const SURE: f32 = 0.985;
/// The least that the words of a title must tell, to be weighed at all.
const TELLING: f32 = 1.15;
/// What a candidate that is listed has at least.
const LISTABLE: f32 = 0.3;
/// From which likeness on a function may stand for another.
const LIKE_FUNCTION: f32 = 0.7;
/// No more roles are weighed against each other.
const MOST: usize = 60;
/// The score of a tool's role.
const OF_TOOL: f32 = 0.93;

/// From which likeness to a manager on a role leads: who asks for one that leads is shown no other.
const LIKE_LEAD: f32 = 0.8;

impl Reading<'_, '_> {
    /// What the words of the title weigh: near the function they weigh more, in a tail less.
    fn asked(&self) -> Asked {
        let function = self.class.map(|(_, at)| at);
        let mut words = Vec::new();
        for (at, word) in self.plain.iter().enumerate() {
            let mut factor = match function.map(|function| function.abs_diff(at)) {
                Some(1) if !word.kinds.has(Kinds::GENERAL) && word.class.is_none() => 1.5,
                Some(2) if word.class.is_none() => 0.85,
                Some(3..) if word.class.is_none() => 0.7,
                _ => 1.0,
            };
            if is_plain_tool(word) {
                factor *= 0.35;
            }
            let weight = if word.weight > 0.0 { word.evidence() } else { 1.1 };
            words.push((word.clone(), weight * factor));
        }
        for word in self.parsed.tail() {
            let factor = if word.weight > 0.0 { 0.55 } else { 0.18 };
            let tool = if is_plain_tool(word) { 0.5 } else { 1.0 };
            let weight = if word.weight > 0.0 { word.evidence() } else { 1.1 };
            words.push((word.clone(), weight * factor * tool));
        }
        let leads = |word: &Rc<Word>| matches!(word.class, Some(Class::Director | Class::Officer | Class::Manager));
        let class = self.class.map(|(class, _)| class);
        Asked { words, class, leads: self.plain.iter().any(leads), is_english: self.is_english }
    }

    pub fn weighed(&self) -> Decision {
        let tool = self.tool();
        if let Some(decision) = tool.and_then(|tool| self.of_tool(tool)) {
            return decision;
        }
        let asked = self.asked();
        // Two functions tell something together: `Support Technician`.
        let functions = asked.words.iter().filter(|(word, _)| word.class.is_some()).count();
        if functions < 2 && !asked.words.iter().any(|(word, _)| word.is_telling()) {
            return self.general();
        }
        let mut ranked = score::score(self.titles, &asked, LISTABLE);
        // Names of a catalog on top change no answer of the one beneath.
        if ranked.iter().any(|scored| !scored.name.record.is_above) {
            ranked.retain(|scored| !scored.name.record.is_above);
        }
        ranked.truncate(MOST);
        let ladders = self.by_ladder(&ranked, tool);
        let Some(first) = ladders.first().copied() else { return self.general() };
        let second = ladders.get(1).map_or(0.0, |other| other.score);
        let how = if tool.is_some_and(|tool| tool == first.role) { How::Tool } else { How::Weighed };
        let name = ranked.iter().find(|scored| scored.role == first.role).map(|scored| scored.name.clone());
        let words = name.as_ref().map_or(&[][..], |name| self.titles.words_of(name));
        let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        match self.may_show(&asked, words, first, second, how) {
            true => self.shown(first, how, &ladders, &texts),
            false => self.listed(first, ladders, &texts),
        }
    }

    /// Shows the first of the ladders.
    fn shown(&self, first: Candidate, how: How, ladders: &[Candidate], name: &[&str]) -> Decision {
        let (role, step) = rungs::rung(self.titles, first.role, self.parsed.seniority.as_ref());
        let mut candidates = self.on_rungs(ladders);
        candidates.iter_mut().take(1).for_each(|shown| shown.score = first.score);
        let set_aside = self.left_over(first.role, name);
        let joined = self.joined(first.role, role, name);
        Decision { role: Some(role), how, score: first.score, set_aside, joined, step, candidates }
    }

    /// Lists the ladders, unless the title is of another trade.
    fn listed(&self, first: Candidate, ladders: Vec<Candidate>, name: &[&str]) -> Decision {
        let set_aside = self.left_over(first.role, name);
        let is_of_trade = self.plain.iter().any(|word| word.kinds.has(Kinds::TRADE));
        if !is_of_trade && self.is_of_another_trade(name) {
            return Decision { set_aside, ..Decision::listed(&[], 0.0) };
        }
        let candidates = self.on_rungs(&self.with_leaders(ladders));
        match candidates.first() {
            Some(first) => Decision { set_aside, score: first.score, candidates, ..Decision::listed(&[], 0.0) },
            None => self.general(),
        }
    }

    /// Candidates on the rung that the title names, where their ladder has it; each role once.
    fn on_rungs(&self, ladders: &[Candidate]) -> Vec<Candidate> {
        let mut candidates: Vec<Candidate> = Vec::with_capacity(LISTED);
        for candidate in ladders.iter().filter(|candidate| candidate.score > LISTABLE) {
            let (role, _) = rungs::rung(self.titles, candidate.role, self.parsed.seniority.as_ref());
            if candidates.len() < LISTED && candidates.iter().all(|other| other.role != role) {
                candidates.push(Candidate { role, score: candidate.score.min(UNSURE) });
            }
        }
        candidates
    }

    /// The role that a tool makes of a general title, where no name has the tool.
    fn of_tool(&self, tool: RoleIx) -> Option<Decision> {
        let mut tools = self.plain.iter().filter(|word| word.makes.is_some()).peekable();
        tools.peek()?;
        if tools.any(|word| word.weight > 0.0) {
            return None;
        }
        let (role, step) = rungs::rung(self.titles, tool, self.parsed.seniority.as_ref());
        let words: Vec<&str> = self.plain.iter().map(|word| word.text.as_str()).collect();
        let set_aside = self.left_over(tool, &words);
        Some(Decision { set_aside, ..Decision::shown(role, How::Tool, OF_TOOL, step) })
    }

    /// One candidate a ladder: its base where that is as good as any, unless a rung is named.
    fn by_ladder(&self, ranked: &[Scored], tool: Option<RoleIx>) -> Vec<Candidate> {
        let mut ladders: Vec<Candidate> = Vec::new();
        for scored in ranked {
            let base = self.titles.base(scored.role);
            // A name that is senior where the title is not stands for the ladder, and not for its rung.
            let asked = |rank: &String| self.parsed.ranks.contains(rank);
            let words = self.titles.words_of(&scored.name);
            let is_higher = words.iter().any(|word| word.rank > 0 && !asked(&word.text));
            let role = if is_higher { base } else { scored.role };
            match ladders.iter_mut().find(|other| self.titles.base(other.role) == base) {
                Some(other) if scored.score >= other.score - 1e-6 && scored.role == base => other.role = base,
                Some(_) => {}
                None => ladders.push(Candidate { role, score: scored.score }),
            }
        }
        if let Some(tool) = tool {
            self.prefer(tool, ranked, &mut ladders);
        }
        ladders.arrange_by(|a, b| b.score.total_cmp(&a.score).then(a.role.cmp(&b.role)));
        ladders
    }

    /// The role of a tool comes first, unless a name that has the tool says otherwise.
    fn prefer(&self, tool: RoleIx, ranked: &[Scored], ladders: &mut Vec<Candidate>) {
        const OTHERS: f32 = 0.82;
        let base = self.titles.base(tool);
        let has_tool = |role: RoleIx| {
            let name = ranked.iter().find(|scored| scored.role == role).map(|scored| &scored.name);
            name.is_some_and(|name| self.titles.words_of(name).iter().any(|word| word.makes.is_some()))
        };
        for other in ladders.iter_mut() {
            if self.titles.base(other.role) != base && other.score > OTHERS && !has_tool(other.role) {
                other.score = OTHERS;
            }
        }
        ladders.retain(|other| self.titles.base(other.role) != base || other.score > OF_TOOL);
        if !ladders.iter().any(|other| self.titles.base(other.role) == base) {
            ladders.push(Candidate { role: tool, score: OF_TOOL });
        }
    }

    /// The role that tools make of a general title: `Senior SAP Consultant`.
    fn tool(&self) -> Option<RoleIx> {
        let makes_something = |word: &Rc<Word>| {
            matches!(word.class, Some(Class::Engineer | Class::Consultant | Class::Specialist | Class::Lead))
        };
        if !self.plain.iter().any(makes_something) || self.is_of_another_trade(&[]) {
            return None;
        }
        let is_general = |word: &Rc<Word>| {
            word.makes.is_some()
                || word.kinds.has(Kinds(Kinds::GENERAL.0 | Kinds::TOOL.0))
                || word.weight == 0.0 && word.kinds.has(Kinds::LEXEME)
        };
        if !self.plain.iter().all(is_general) {
            return None;
        }
        let says_software = self.plain.iter().any(|word| word.text == "software");
        let head: Vec<RoleIx> = self.plain.iter().filter_map(|word| word.makes).collect();
        let made = match head.is_empty() {
            true => self
                .parsed
                .tail()
                .filter_map(|word| word.makes)
                .filter(|role| !says_software || self.is_platform(*role))
                .collect(),
            false => head,
        };
        let general = self.titles.exact(&["software", "engineer"]).first().map(|role| self.titles.base(*role));
        let is_special = |role: &RoleIx| Some(self.titles.base(*role)) != general;
        // The tool beside the function says most.
        made.iter().rev().copied().find(is_special).or_else(|| made.first().copied())
    }

    /// Whether a tool's role is one of those that are named by what they work on: SAP, Salesforce. A
    /// language in a tail changes no software engineer.
    pub fn is_platform(&self, role: RoleIx) -> bool {
        const FUNCTIONS: [&str; 2] = ["engineer", "developer"];
        const PLATFORMS: [&str; 8] = ["erp", "crm", "bi", "rpa", "ios", "android", "mobile", "mainframe"];
        let named = |platform: &str, function: &str| self.titles.exact(&[platform, function]).contains(&role);
        PLATFORMS.iter().any(|platform| FUNCTIONS.iter().any(|function| named(platform, function)))
    }

    /// Whether a role is sure enough to be shown.
    fn may_show(&self, asked: &Asked, name: &[Rc<Word>], first: Candidate, second: f32, how: How) -> bool {
        let needed = if how == How::Tool { SHOWN - 0.06 } else { SHOWN };
        let leads = first.score - second >= MARGIN || first.score > SURE;
        if first.score < needed || !leads {
            return false;
        }
        let in_name = |word: &Rc<Word>| name.iter().any(|other| other.text == word.text);
        let is_tool = |word: &Rc<Word>| word.makes.is_some();
        let telling: f32 = asked
            .words
            .iter()
            .filter(|(word, _)| word.class.is_none())
            .map(|(word, weight)| if word.weight > 0.0 { *weight } else { 0.0 })
            .sum();
        let telling = telling + if self.plain.iter().chain(self.parsed.tail()).any(is_tool) { 2.0 } else { 0.0 };
        let is_of_trade = self.plain.iter().any(|word| word.kinds.has(Kinds::TRADE) || is_tool(word));
        let is_unknown = self.plain.iter().any(|word| !word.is_known());
        let leads =
            self.class.is_some_and(|(class, _)| matches!(class, Class::Manager | Class::Director | Class::Officer));
        if is_unknown && leads {
            return false;
        }
        let is_lead_of_none = match self.titles.role(first.role).class {
            Some(own) => own != Class::Manager && function::likeness(own, Class::Manager) < LIKE_LEAD,
            None => !self.titles.leads(first.role),
        };
        if leads && how == How::Weighed && is_lead_of_none {
            return false;
        }
        // `DevOps Architect`: who is like in all but what a person does is another.
        let is_of_function = match (self.class, self.titles.role(first.role).class) {
            // A specialist may be anybody.
            (Some((asked, _)), Some(own)) if asked != own && asked != Class::Specialist => {
                function::likeness(asked, own) >= LIKE_FUNCTION
            }
            _ => true,
        };
        if how == How::Weighed && !is_of_function {
            return false;
        }
        if how == How::Weighed && !name.is_empty() && !self.says_enough(name, leads) {
            return false;
        }
        let is_outside = self.plain.iter().any(|word| word.kinds.has(Kinds::OUTSIDE) && !in_name(word))
            || self.is_of_another_trade(&[]) && first.score < 0.9;
        !is_outside && telling >= TELLING && (is_of_trade || first.score >= 0.93) && (!is_unknown || is_of_trade)
    }
}

impl Reading<'_, '_> {
    /// Whether a title that was weighed says what the name says: all of it, or a specialty, and not only words
    /// that many share. Of a name that leads it says all; and a specialist is not everybody.
    fn says_enough(&self, name: &[Rc<Word>], leads: bool) -> bool {
        let in_name = |word: &Rc<Word>| name.iter().any(|other| is_same(word, other));
        let in_title = |word: &Rc<Word>| self.plain.iter().chain(self.parsed.tail()).any(|other| is_same(other, word));
        let tells = |word: &Rc<Word>| word.class.is_none() && word.rank == 0;
        if name.iter().all(in_title) {
            return true;
        }
        let is_specialty = |word: &&Rc<Word>| tells(word) && !word.kinds.has(Kinds::VAGUE);
        let says_it = self.plain.iter().filter(is_specialty).any(|word| in_name(word) || word.makes.is_some());
        let leads_more = leads && name.iter().any(|word| tells(word) && !in_title(word));
        let is_anybody = self.class.is_some_and(|(class, _)| class == Class::Specialist);
        says_it
            && !leads_more
            && (!is_anybody || function::of(name).is_some_and(|(class, _)| class == Class::Specialist))
    }
}

/// Whether two words are one, or mean nearly the same.
fn is_same(one: &Rc<Word>, other: &Rc<Word>) -> bool {
    const NEARLY: f32 = 0.9;
    one.text == other.text || one.kin.iter().any(|(place, likeness)| Some(*place) == other.place && *likeness >= NEARLY)
}

/// A tool that is no word of the trade by itself.
fn is_plain_tool(word: &Rc<Word>) -> bool {
    word.makes.is_some() && !word.kinds.has(Kinds::TRADE)
}
