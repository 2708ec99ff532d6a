//! What a title means: a role that is shown, roles that are listed, or none.

use std::rc::Rc;

use crate::catalog::model::{Class, Kinds, RoleIx};
use crate::catalog::titles::clean;
use crate::text::fold;
use crate::titles::grammar::{self, Parsed, Seniority};
use crate::titles::known::{Titles, Word};
use crate::titles::rungs::{self, Step};

/// How a role was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// The title is a name of the role.
    Exact,
    /// The title, or its head, has the words of a name.
    Words,
    /// The tail says which kind of a general title.
    Refined,
    /// The tool says it.
    Tool,
    /// The first of two titles.
    FirstOfTwo,
    /// It was weighed against all names.
    Weighed,
    /// It begins a name, and only of this role.
    Beginning,
    /// Several roles may be meant, or none.
    Unsure,
}

/// A role that a title may mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    pub role: RoleIx,
    /// 0 to 1.
    pub score: f32,
}

/// What was decided of a title.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// The role that is shown.
    pub role: Option<RoleIx>,
    pub how: How,
    /// 0 to 1.
    pub score: f32,
    /// Words that had no part in it.
    pub set_aside: Vec<String>,
    /// What became of the seniority that the title names.
    pub step: Step,
    /// Best first; the role that is shown leads them.
    pub candidates: Vec<Candidate>,
}

/// The most candidates that are listed.
pub const LISTED: usize = 8;

impl Titles<'_> {
    /// Decides what a title means.
    pub fn look_up(&self, title: &str) -> Decision {
        if let Some((role, _)) = self.catalog.named(&fold::key(title)).first() {
            return Decision::shown(*role, How::Exact, 1.0, Step::Unnamed);
        }
        match self.catalog.named_abroad(&fold::key(title)).as_slice() {
            [role] => return Decision::shown(*role, How::Exact, 1.0, Step::Unnamed),
            [] => {}
            roles => return Decision::listed(roles, 0.9),
        }
        self.read(title, true)
    }

    fn read(&self, title: &str, may_part: bool) -> Decision {
        let parsed = grammar::parse(self, title);
        if parsed.head.is_empty() {
            return Decision::listed(&[], 0.0);
        }
        let reading = Reading::new(self, &parsed, title);
        if let Some(decision) = reading.equal(&reading.tries(), |words| self.exact(words)) {
            return decision;
        }
        if may_part && let Some(decision) = self.first_of_two(title, parsed.seniority.as_ref()) {
            return decision;
        }
        if let Some(decision) =
            reading.equal(&reading.fewer(), |words| self.exact(words)).or_else(|| reading.equal_shuffled())
        {
            return decision;
        }
        if let Some(decision) = reading.equal(&reading.tries(), |words| self.stated_above(words)) {
            return decision;
        }
        let weighed = reading.weighed();
        match (weighed.role, may_part.then(|| self.respelled(title, &parsed)).flatten()) {
            (None, Some(title)) => {
                let respelled = self.read(&title, false);
                if respelled.role.is_some() { respelled } else { weighed }
            }
            _ => weighed,
        }
    }

    /// The title with each word of the head that nothing knows put right, where one letter makes it a
    /// word that is known.
    fn respelled(&self, title: &str, parsed: &Parsed) -> Option<String> {
        const SHORTEST: usize = 6;
        let mut respelled = fold::letters(title);
        let mut is_changed = false;
        let is_odd = |word: &&Rc<Word>| !word.kinds.has(Kinds::LEXEME) && word.text.is_ascii();
        for word in parsed.plain().iter().filter(is_odd).filter(|word| word.text.len() >= SHORTEST) {
            // In lists of names in all languages words are misspelt too.
            let is_sure =
                |other: &str| !word.is_known() || self.is_foreign(word) && self.known(other).kinds.has(Kinds::LEXEME);
            let is_near = |other: &&str| {
                other.len().abs_diff(word.text.len()) <= 1
                    && !other.contains(' ')
                    && strsim::osa_distance(&word.text, other) == 1
                    && is_sure(other)
            };
            if let Some(right) = self.catalog.title_words_beginning(&word.text[..2]).find(is_near) {
                respelled = respelled.replace(&word.text, right);
                is_changed = true;
            }
        }
        is_changed.then_some(respelled)
    }

    /// `A / B`, `A & B`, `A cum B`: the first, where it is sure; the second is a candidate.
    fn first_of_two(&self, title: &str, seniority: Option<&Seniority>) -> Option<Decision> {
        let outer = clean::segments(&clean::clean(title)).into_iter().filter(|part| !part.is_inner);
        let parts = alternatives(&outer.map(|part| part.text).collect::<Vec<_>>().join(" | "));
        let says_what = |part: &String| {
            let words = crate::catalog::titles::words::canonical(self, part);
            words.iter().any(|word| self.known(word).class.is_some())
        };
        if parts.len() < 2 || !parts.iter().all(says_what) {
            return None;
        }
        let mut decisions = parts.iter().map(|part| self.read(part, false));
        let mut first = decisions.next().filter(|decision| decision.role.is_some())?;
        let role = first.role?;
        let (role, step) = match seniority {
            Some(_) if first.step == Step::Unnamed => rungs::rung(self, role, seniority),
            _ => (role, first.step.clone()),
        };
        let others: Vec<Decision> = decisions.collect();
        // `Network Engineer / Senior Engineer`: each title says for itself how senior it is.
        let is_said_apart = others.iter().any(|other| other.step != Step::Unnamed);
        let (role, step) = match is_said_apart {
            true => (first.role?, first.step.clone()),
            false => (role, step),
        };
        let others =
            others.into_iter().filter_map(|decision| Some(Candidate { role: decision.role?, score: decision.score }));
        let mut candidates = vec![Candidate { role, score: first.score }];
        candidates.extend(others.filter(|other| other.role != role));
        candidates.truncate(LISTED);
        first.set_aside.clear();
        Some(Decision { role: Some(role), how: How::FirstOfTwo, step, candidates, ..first })
    }
}

impl Decision {
    pub fn shown(role: RoleIx, how: How, score: f32, step: Step) -> Self {
        let candidates = vec![Candidate { role, score }];
        Self { role: Some(role), how, score, set_aside: Vec::new(), step, candidates }
    }

    pub fn listed(roles: &[RoleIx], score: f32) -> Self {
        let candidates = roles.iter().take(LISTED).map(|role| Candidate { role: *role, score }).collect();
        Self { role: None, how: How::Unsure, score, set_aside: Vec::new(), step: Step::Unnamed, candidates }
    }
}

/// Parts a title that names two: at ` / `, ` & `, ` and `, ` cum `, and at `/` before a capital.
fn alternatives(title: &str) -> Vec<String> {
    let marked = title.replace(['／', '・'], " / ");
    let mut parts = vec![String::new()];
    for word in marked.split_whitespace() {
        let is_joint = matches!(
            fold::letters(word).as_str(),
            "/" | "&"
                | "+"
                | "and"
                | "cum"
                | "und"
                | "et"
                | "ou"
                | "oder"
                | "or"
                | "lub"
                | "och"
                | "ve"
                | "y"
                | "e"
                | "|"
                | "и"
        );
        if is_joint {
            parts.push(String::new());
            continue;
        }
        let pieces: Vec<&str> = word.split('/').collect();
        let is_two = pieces.len() > 1 && pieces.iter().all(|piece| piece.chars().count() > 3);
        for (at, piece) in pieces.iter().enumerate() {
            if at > 0 && is_two {
                parts.push(String::new());
            }
            let Some(part) = parts.last_mut() else { continue };
            if at > 0 && !is_two {
                part.push('/');
            }
            part.push_str(piece);
        }
        parts.iter_mut().rev().take(1).for_each(|part| part.push(' '));
    }
    parts.retain(|part| part.chars().any(char::is_alphanumeric));
    parts
}

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
    fn new(titles: &'r Titles<'a>, parsed: &'r Parsed, title: &str) -> Self {
        let plain = parsed.plain();
        let typed = fold::words(title);
        let is_english = plain.iter().all(|word| word.is_known() && typed.contains(&word.text));
        let class = grammar::class(&plain, |_| false);
        Self { titles, parsed, plain, class, is_english }
    }

    /// A name that has the words of the title, or of its head, or fewer of them.
    fn equal(&self, tries: &[Vec<&str>], find: impl Fn(&[&str]) -> Vec<RoleIx>) -> Option<Decision> {
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
    fn equal_shuffled(&self) -> Option<Decision> {
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

    fn decided(&self, roles: &[RoleIx], words: &[&str]) -> Option<Decision> {
        match roles {
            [] => None,
            roles if self.is_of_another_trade(words) => Some(Decision::listed(roles, 0.6)),
            roles if !self.titles.is_one_ladder(roles) => Some(Decision::listed(roles, 0.9)),
            [role, ..] => Some(self.named(*role, words)),
        }
    }

    /// Shows a role that the title's words name.
    fn named(&self, role: RoleIx, words: &[&str]) -> Decision {
        let seniority = self.parsed.seniority.as_ref().filter(|seniority| !words.contains(&seniority.word.as_str()));
        if let Some(refined) = self.refined(role, words) {
            let (to, step) = rungs::rung(self.titles, refined, self.parsed.seniority.as_ref());
            let mut decision = Decision::shown(to, How::Refined, 0.95, step);
            decision.candidates.push(Candidate { role, score: 0.6 });
            return decision;
        }
        let (role, step) = rungs::rung(self.titles, role, seniority);
        let mut decision = Decision::shown(role, How::Words, 0.97, step);
        decision.set_aside = self.left_over(words);
        decision
    }

    /// The words of the title that are not among some.
    pub fn left_over(&self, words: &[&str]) -> Vec<String> {
        let rest = self.plain.iter().chain(self.parsed.tail());
        let mut left: Vec<String> =
            rest.filter(|word| !words.contains(&word.text.as_str())).map(|word| word.text.clone()).collect();
        left.dedup();
        left
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
        self.plain.iter().any(is_outside) || (is_lead && !is_of_trade && self.parsed.tail().any(is_outside))
    }
}
