//! A title that is read: the names that its words equal, and what a tail makes of a general one.

use std::rc::Rc;

use crate::catalog::model::{Class, Kinds, RoleIx};
use crate::text::fold;
use crate::titles::decision::{Candidate, Decision, How};
use crate::titles::function;
use crate::titles::grammar::{Parsed, Seniority};
use crate::titles::known::Titles;
use crate::titles::rungs::{self, Step};
use crate::titles::word::Word;

/// What those do whom a lead leads.
const FUNCTIONS: [&str; 3] = ["engineer", "developer", "tester"];
const LEAD: &str = "lead";
/// General words of this trade and of no other.
const SURE: [&str; 5] = ["software", "it", "application", "programmer", "programming"];
const LEAD_RANK: u8 = 5;

/// A title that is read, and what its words say of it.
pub struct Reading<'r, 'a> {
    pub titles: &'r Titles<'a>,
    pub parsed: &'r Parsed,
    /// The head without words of seniority.
    pub plain: Vec<Rc<Word>>,
    /// What the person does, and where the word stands that says it.
    pub class: Option<(Class, usize)>,
    /// Whether each word stands for itself: names of other languages, put into English, are then too free.
    pub is_english: bool,
}

impl<'r, 'a> Reading<'r, 'a> {
    pub fn new(titles: &'r Titles<'a>, parsed: &'r Parsed, title: &str) -> Self {
        let plain = parsed.plain();
        let typed = fold::words(title);
        let is_english = plain.iter().all(|word| word.is_known() && typed.contains(&word.text));
        let class = function::of(&plain);
        Self { titles, parsed, plain, class, is_english }
    }

    /// A name that has the words of the title, or of its head, or fewer of them.
    pub fn equal(&self, tries: &[Vec<&str>], find: impl Fn(&[&str]) -> Vec<RoleIx>) -> Option<Decision> {
        let mut found = tries.iter().map(|words| (find(words), words));
        let (mut roles, words) = found.find(|(roles, _)| !roles.is_empty())?;
        if roles.len() > 1 && !self.titles.is_one_ladder(&roles) {
            let shuffled = self.titles.shuffled(words);
            if !shuffled.is_empty() && self.titles.is_one_ladder(&shuffled) {
                roles = shuffled;
            }
        }
        self.decided(&roles, words)
    }

    /// A name that has the words of the head in another order.
    pub fn equal_shuffled(&self) -> Option<Decision> {
        // A security product manager is no product security manager.
        if self.plain.iter().rev().nth(1).is_some_and(|word| word.kinds.has(Kinds::DECIDES)) {
            return None;
        }
        let plain: Vec<&str> = self.plain.iter().map(|word| word.text.as_str()).collect();
        let roles = self.titles.shuffled(&plain);
        let special = self.plain.iter().filter(|word| word.class.is_none());
        let vague = special.clone().filter(|word| word.kinds.has(Kinds::VAGUE)).count();
        let is_engineer = self.class.is_some_and(|(class, _)| class == Class::Engineer);
        // A software systems engineer need not be a systems software engineer.
        if is_engineer && vague > 1 && vague == special.count() && !roles.is_empty() {
            return Some(Decision::listed(&roles, 0.6));
        }
        self.decided(&roles, &plain)
    }

    pub fn decided(&self, roles: &[RoleIx], words: &[&str]) -> Option<Decision> {
        match roles {
            [] => None,
            roles if self.is_of_another_trade(words) => Some(Decision::listed(&self.rungs(roles), 0.6)),
            roles if !self.titles.is_one_ladder(roles) => Some(Decision::listed(&self.rungs(roles), 0.9)),
            [role, ..] => Some(self.named(*role, words)),
        }
    }

    /// The roles on the rung that the title names, each once.
    pub fn rungs(&self, roles: &[RoleIx]) -> Vec<RoleIx> {
        let mut rungs = Vec::with_capacity(roles.len());
        for role in roles {
            let rung = rungs::rung(self.titles, *role, self.parsed.seniority.as_ref()).0;
            if !rungs.contains(&rung) {
                rungs.push(rung);
            }
        }
        rungs
    }

    /// The names that have these words. Names of other languages, put into English, are too free for a
    /// title that is English, unless the role has its function.
    pub fn exact(&self, words: &[&str]) -> Vec<RoleIx> {
        let mut roles = self.titles.exact(words);
        if self.is_english && !roles.is_empty() {
            let english = self.titles.exact_english(words);
            if !english.is_empty() {
                return english;
            }
            let decides = self.plain.iter().any(|word| word.kinds.has(Kinds::DECIDES));
            let class = self.class.map(|(class, _)| class);
            roles.retain(|role| !decides && self.titles.role(*role).class == class);
        }
        roles
    }

    /// Shows a role that the title's words name.
    pub fn named(&self, role: RoleIx, words: &[&str]) -> Decision {
        let seniority = self.parsed.seniority.as_ref();
        let is_said = seniority.is_some_and(|seniority| words.contains(&seniority.word.as_str()));
        if let Some(refined) = self.refined(role, words) {
            let (to, step) = rungs::rung(self.titles, refined, self.parsed.seniority.as_ref());
            let mut decision = Decision::shown(to, How::Refined, 0.95, step);
            decision.candidates.push(Candidate { role, score: 0.6 });
            return decision;
        }
        let (rung, step) = match seniority {
            Some(seniority) if is_said => (role, Step::InName { word: seniority.word.clone() }),
            seniority => rungs::rung(self.titles, role, seniority),
        };
        let mut decision = Decision::shown(rung, How::Words, 0.97, step);
        decision.set_aside = self.left_over(role, words);
        decision.joined = self.joined(role, rung, words);
        decision
    }

    /// The words of the title that are not among some, which name a role: nor mean nearly the same, nor
    /// stand in the role's own title.
    pub fn left_over(&self, role: RoleIx, words: &[&str]) -> Vec<String> {
        let own = self.titles.role(role);
        let names: Vec<Rc<Word>> = words.iter().map(|word| self.titles.known(word)).collect();
        let is_said = |word: &&Rc<Word>| {
            own.title.contains(&word.text) || names.iter().any(|name| is_same(word, name, word.class.is_some()))
        };
        let rest = self.plain.iter().chain(self.parsed.tail());
        let mut left: Vec<String> = rest.filter(|word| !is_said(word)).map(|word| word.text.clone()).collect();
        left.dedup();
        left
    }

    /// The specialty that is lost where a ladder joins another: the lead of Android engineers is the lead
    /// of all.
    pub fn joined(&self, role: RoleIx, rung: RoleIx, words: &[&str]) -> Vec<String> {
        if self.titles.base(role) == self.titles.base(rung) {
            return Vec::new();
        }
        let lead = self.titles.role(rung);
        let is_specialty =
            |word: &Rc<Word>| word.class.is_none() && word.kinds.has(Kinds::TRADE) && !word.kinds.has(Kinds::GENERAL);
        let words = words.iter().map(|word| self.titles.known(word)).filter(is_specialty);
        words.map(|word| word.text.clone()).filter(|word| !lead.title.contains(word)).collect()
    }

    /// `Backend Team Lead`: the lead of those who do what the words before say.
    pub fn lead_of_specialty(&self) -> Option<Decision> {
        let (Class::Lead, at) = self.class? else { return None };
        let (lead, before) = self.plain.split_last()?;
        if at + 1 != self.plain.len() || before.is_empty() || !before.iter().any(|word| word.kinds.has(Kinds::TRADE)) {
            return None;
        }
        // Those who lead a support desk are called otherwise.
        if before.iter().any(|word| word.kinds.has(Kinds::WEAK)) {
            return None;
        }
        let words: Vec<&str> = before.iter().map(|word| word.text.as_str()).collect();
        let named = |function: &str| {
            // Who leads penetration testing leads penetration testers.
            let special = words.split_last().filter(|(last, rest)| **last == "test" && !rest.is_empty());
            let special = special.filter(|_| function == "tester").map_or(&words[..], |(_, rest)| rest);
            let words = [special, &[function]].concat();
            let role = self.titles.exact_english(&words);
            role.first().copied().filter(|_| self.titles.is_one_ladder(&role))
        };
        let is_engineer = |role: &RoleIx| {
            matches!(self.titles.role(*role).class, None | Some(Class::Engineer | Class::Tester | Class::Scientist))
        };
        let role = FUNCTIONS.iter().find_map(|function| named(function)).filter(is_engineer)?;
        let seniority = Seniority { word: LEAD.to_owned(), rank: LEAD_RANK, is_numeral: false };
        let (rung, step) = rungs::rung(self.titles, role, Some(&seniority));
        let mut decision = Decision::shown(rung, How::Words, 0.9, step);
        decision.set_aside = self.left_over(role, &[&words[..], &[&lead.text]].concat());
        decision.joined = self.joined(role, rung, &words);
        Some(decision).filter(|_| !self.is_of_another_trade(&words))
    }

    /// A general head is refined by a tail that is a specialty, or by a tool.
    fn refined(&self, role: RoleIx, words: &[&str]) -> Option<RoleIx> {
        let general = self.titles.exact(&["software", "engineer"]).first().map(|role| self.titles.base(*role));
        let specialty = |word: &Rc<Word>| word.kinds.has(Kinds::REFINES) || word.makes.is_some();
        let base = self.titles.base(role);
        let is_plain = |word: &&str| self.titles.known(word).kinds.has(Kinds::GENERAL);
        if general != Some(base) || !words.iter().all(is_plain) {
            return None;
        }
        let other = |role: &RoleIx| self.titles.base(*role) != base;
        let mut found = None;
        for tail in &self.parsed.tails {
            let is_specialty = tail.iter().any(specialty)
                && tail.iter().all(|word| {
                    specialty(word) || word.class.is_some() || word.kinds.has(Kinds(Kinds::GENERAL.0 | Kinds::TRADE.0))
                });
            let telling: Vec<&Rc<Word>> = tail.iter().filter(|word| word.kinds.has(Kinds::REFINES)).collect();
            if is_specialty {
                found = found.or_else(|| self.specialist(&telling).filter(other));
            }
            found = found.or_else(|| self.tool_in(tail).filter(other));
            let texts: Vec<&str> = tail.iter().map(|word| word.text.as_str()).collect();
            if found.is_none() && texts.len() > 1 && tail.iter().any(|word| word.class.is_some()) {
                found = self.titles.exact(&texts).first().copied().filter(other);
            }
        }
        found
    }

    /// The role that a specialty makes of an engineer.
    fn specialist(&self, words: &[&Rc<Word>]) -> Option<RoleIx> {
        let one = |words: &[&str]| {
            ["engineer", "developer"].iter().find_map(|function| {
                let roles = self.titles.exact(&[words, &[*function]].concat());
                roles.first().copied().filter(|_| self.titles.is_one_ladder(&roles))
            })
        };
        let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        if texts.is_empty() {
            return None;
        }
        one(&texts).or_else(|| texts.iter().find_map(|text| one(&[*text])))
    }

    /// The role that a tool in a tail makes of a general title: not the language that it is written in.
    fn tool_in(&self, tail: &[Rc<Word>]) -> Option<RoleIx> {
        let general = self.titles.exact(&["software", "engineer"]).first().map(|role| self.titles.base(*role));
        let mut makes = tail.iter().filter_map(|word| word.makes).filter(|role| self.is_platform(*role));
        makes.find(|role| Some(self.titles.base(*role)) != general)
    }

    /// `Marketing Data Analyst`: whose specialty is of this trade alone, for another trade.
    pub fn is_of_data(&self) -> bool {
        const SPECIALTIES: [&str; 3] = ["data", "database", "cloud"];
        let [before @ .., specialty, function] = self.plain.as_slice() else { return false };
        let is_ours = specialty.kinds.has(Kinds::REFINES) || SPECIALTIES.contains(&specialty.text.as_str());
        let makes =
            matches!(function.class, Some(Class::Analyst | Class::Engineer | Class::Scientist | Class::Architect));
        let is_outside = |word: &Rc<Word>| word.class.is_none() && word.kinds.has(Kinds::OUTSIDE);
        makes && is_ours && specialty.class.is_none() && !before.is_empty() && before.iter().all(is_outside)
    }

    /// Whether the title has words of another trade that the name lacks.
    pub fn is_of_another_trade(&self, words: &[&str]) -> bool {
        let is_outside = |word: &Rc<Word>| word.kinds.has(Kinds::OUTSIDE) && !words.contains(&word.text.as_str());
        let is_lead = self.class.is_some_and(|(class, _)| {
            matches!(
                class,
                Class::Manager
                    | Class::Director
                    | Class::Coordinator
                    | Class::Executive
                    | Class::Analyst
                    | Class::Technician
                    | Class::Operator
            )
        });
        let is_of_trade = self.plain.iter().any(|word| word.kinds.has(Kinds::TRADE));
        // `Developer - Real Estate` need not be one of this trade.
        let is_sure = |word: &Rc<Word>| {
            let is_telling = word.kinds.has(Kinds::TRADE) && !word.kinds.has(Kinds::GENERAL);
            // Systems are engineered in other trades too.
            let is_system = word.text == "system" && self.class.is_none_or(|(class, _)| class != Class::Engineer);
            is_telling || word.makes.is_some() || is_system || SURE.contains(&word.text.as_str())
        };
        if self.is_of_data() {
            return false;
        }
        let is_open = is_lead && !is_of_trade || !self.plain.iter().any(is_sure);
        self.plain.iter().any(is_outside) || is_open && self.parsed.tail().any(is_outside)
    }
}

/// Whether two words are one, or mean nearly the same; two functions of one class are nearer.
fn is_same(one: &Rc<Word>, other: &Rc<Word>, is_function: bool) -> bool {
    let nearly = if is_function { 0.8 } else { 0.9 };
    let is_kin = one.kin.iter().any(|(place, likeness)| Some(*place) == other.place && *likeness >= nearly);
    one.text == other.text || is_kin || is_function && one.class == other.class
}
