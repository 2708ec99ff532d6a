//! What a title means: a role that is shown, roles that are listed, or none.

use std::rc::Rc;

use crate::catalog::model::{Class, Kinds, RoleIx};
use crate::catalog::titles::clean;
use crate::text::fold;
use crate::titles::grammar::{self, Parsed, Seniority};
use crate::titles::known::{Titles, Word};
use crate::titles::rungs::{self, Step};
use crate::titles::score::{self, Asked, Scored};

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
const LISTED: usize = 8;
/// A score from which on a role may be shown, and by how much it must lead.
const SHOWN: f32 = 0.74;
const MARGIN: f32 = 0.035;
/// A score that needs no lead.
const SURE: f32 = 0.985;
/// The least that the words of a title must tell, to be weighed at all.
const TELLING: f32 = 1.15;
/// What a candidate that is listed has at least.
const LISTABLE: f32 = 0.3;

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
        let reading = Reading::new(self, &parsed);
        if let Some(decision) = reading.equal() {
            return decision;
        }
        if may_part && let Some(decision) = self.first_of_two(title, parsed.seniority.as_ref()) {
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
        for word in parsed.plain().iter().filter(|word| !word.is_known() && word.text.is_ascii()) {
            if word.text.len() < SHORTEST {
                continue;
            }
            let is_near = |other: &&str| {
                other.len().abs_diff(word.text.len()) <= 1
                    && !other.contains(' ')
                    && strsim::osa_distance(&word.text, other) == 1
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
        let others = others.into_iter().filter_map(|decision| Some(Candidate { role: decision.role?, score: decision.score }));
        let mut candidates = vec![Candidate { role, score: first.score }];
        candidates.extend(others.filter(|other| other.role != role));
        candidates.truncate(LISTED);
        first.set_aside.clear();
        Some(Decision { role: Some(role), how: How::FirstOfTwo, step, candidates, ..first })
    }
}

impl Decision {
    fn shown(role: RoleIx, how: How, score: f32, step: Step) -> Self {
        let candidates = vec![Candidate { role, score }];
        Self { role: Some(role), how, score, set_aside: Vec::new(), step, candidates }
    }

    fn listed(roles: &[RoleIx], score: f32) -> Self {
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
            "/" | "&" | "+" | "and" | "cum" | "und" | "et" | "ou" | "oder" | "or" | "lub" | "och" | "ve" | "y" | "e" | "|" | "и"
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
struct Reading<'r, 'a> {
    titles: &'r Titles<'a>,
    parsed: &'r Parsed,
    plain: Vec<Rc<Word>>,
    class: Option<(Class, usize)>,
}

impl<'r, 'a> Reading<'r, 'a> {
    fn new(titles: &'r Titles<'a>, parsed: &'r Parsed) -> Self {
        let plain = parsed.plain();
        let class = grammar::class(&plain, |_| false);
        Self { titles, parsed, plain, class }
    }

    /// A name that has the words of the title, or of its head, or fewer of them.
    fn equal(&self) -> Option<Decision> {
        let tries = self.tries();
        let mut in_order = tries.into_iter().map(|words| (self.titles.exact(&words), words));
        let (mut roles, words) = in_order.find(|(roles, _)| !roles.is_empty()).unwrap_or_else(|| {
            let plain: Vec<&str> = self.plain.iter().map(|word| word.text.as_str()).collect();
            (self.titles.shuffled(&plain), plain)
        });
        if roles.len() > 1 && !self.titles.is_one_ladder(&roles) {
            let shuffled = self.titles.shuffled(&words);
            if !shuffled.is_empty() && self.titles.is_one_ladder(&shuffled) {
                roles = shuffled;
            }
        }
        match roles.as_slice() {
            [] => None,
            roles if self.is_of_another_trade(&words) => Some(Decision::listed(roles, 0.6)),
            roles if !self.titles.is_one_ladder(roles) => Some(Decision::listed(roles, 0.9)),
            [role, ..] => Some(self.named(*role, &words)),
        }
    }

    /// The words to look for, the most of them first.
    fn tries(&self) -> Vec<Vec<&str>> {
        let Parsed { head, tails, outer, .. } = self.parsed;
        let whole: Vec<&str> = head.iter().map(|part| part.word.text.as_str()).collect();
        let plain: Vec<&str> = self.plain.iter().map(|word| word.text.as_str()).collect();
        let tail: Vec<&str> = tails.iter().flatten().map(|word| word.text.as_str()).collect();
        let outer: Vec<&str> = outer.iter().map(|word| word.text.as_str()).collect();
        let is_rank = |word: &&str| !self.parsed.ranks.iter().any(|rank| rank == word);
        let outer_plain: Vec<&str> = outer.iter().copied().filter(is_rank).collect();
        let mut tries =
            vec![[&whole[..], &tail[..]].concat(), outer, whole, [&plain[..], &tail[..]].concat(), outer_plain];
        tries.push(plain.clone());
        tries.extend(self.fewer());
        if self.class.is_none() && self.parsed.seniority.as_ref().is_some_and(|seniority| seniority.rank == 1) {
            // `Software Intern`: an intern of what an engineer does.
            let functions = ["engineer", "analyst", "manager"];
            let of_function = functions.iter().filter(|function| **function != "manager" || plain.len() > 1);
            let of_function = of_function.filter(|_| !plain.is_empty());
            tries.extend(of_function.map(|function| [&plain[..], &[*function]].concat()));
        }
        tries.retain(|words| !words.is_empty());
        tries
    }

    /// The head without what no name knows, without tools, without what adds nothing, without all but
    /// the specialty beside the function.
    fn fewer(&self) -> Vec<Vec<&str>> {
        use Class::{Director, Engineer, Manager, Officer};
        let class = self.class.map(|(class, _)| class);
        if matches!(class, None | Some(Director | Manager | Officer)) {
            return Vec::new();
        }
        let is_tool = |word: &Word| word.makes.is_some() && !word.kinds.has(Kinds::TRADE) && word.class.is_none();
        let is_unknown = |word: &Word| !word.is_known();
        let is_other = |word: &Word| {
            let kinds = Kinds(Kinds::TRADE.0 | Kinds::OUTSIDE.0);
            !word.kinds.has(kinds) && (word.class.is_none() || word.kinds.has(Kinds::WEAK)) || is_tool(word)
        };
        let is_general = |word: &Word| word.kinds.has(Kinds::GENERAL) && word.class.is_none();
        let without = |drops: &dyn Fn(&Word) -> bool| self.plain.iter().filter(|word| !drops(word)).collect::<Vec<_>>();
        let mut kept: Vec<Vec<&Rc<Word>>> =
            vec![without(&is_unknown), without(&is_tool), without(&|word| is_unknown(word) || is_tool(word))];
        if class == Some(Engineer) {
            let telling = |word: &&Rc<Word>| {
                word.kinds.has(Kinds::TRADE) && !word.kinds.has(Kinds::GENERAL) && word.class.is_none()
            };
            let bare = [without(&is_general), without(&|word| is_general(word) || is_unknown(word) || is_tool(word))];
            kept.extend(bare.into_iter().filter(|words| words.iter().any(telling)));
            kept.extend(self.beside_function());
            kept.push(without(&is_other));
        }
        kept.retain(|words| words.len() < self.plain.len());
        kept.splice(0..0, self.cut());
        kept.retain(|words| match words.as_slice() {
            [only] => only.class.is_some() && only.kinds.has(Kinds::TRADE) && !only.kinds.has(Kinds::GENERAL),
            words => {
                words.iter().any(|word| word.class.is_some())
                    && words.iter().any(|word| word.kinds.has(Kinds::TRADE) && word.class.is_none())
            }
        });
        kept.iter().map(|words| texts(words)).collect()
    }

    /// What follows the function is a tail; where the function leads, as in French, it is put behind, and
    /// the last words are a tail.
    fn cut(&self) -> Vec<Vec<&Rc<Word>>> {
        let words: Vec<&Rc<Word>> = self.plain.iter().collect();
        match self.class {
            Some((_, 0)) if words.len() > 1 => {
                let turned = |count: usize| words[1..count].iter().chain([&words[0]]).copied().collect();
                (2..=words.len()).rev().map(turned).collect()
            }
            Some((_, at)) if at > 0 && at + 1 < words.len() => vec![words[..=at].to_vec()],
            _ => Vec::new(),
        }
    }

    /// `Cloud Data Engineer` is a data engineer: the word beside the function says most, where all
    /// others are words of the trade too.
    fn beside_function(&self) -> Option<Vec<&Rc<Word>>> {
        let (function, before) = self.plain.split_last()?;
        let (beside, others) = before.split_last()?;
        let is_specialty = beside.kinds.has(Kinds::TRADE) && !beside.kinds.has(Kinds::GENERAL);
        let is_trade = |word: &Rc<Word>| word.kinds.has(Kinds::TRADE) || word.makes.is_some() || !word.is_known();
        let is_so = function.class.is_some() && beside.class.is_none() && is_specialty && others.iter().all(is_trade);
        is_so.then(|| vec![beside, function])
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
    fn left_over(&self, words: &[&str]) -> Vec<String> {
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
        if general != Some(base) || !words.iter().all(|word| is_plain(&word)) {
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
    fn is_of_another_trade(&self, words: &[&str]) -> bool {
        let is_outside = |word: &Rc<Word>| word.kinds.has(Kinds::OUTSIDE) && !words.contains(&word.text.as_str());
        let is_lead = self.class.is_some_and(|(class, _)| {
            matches!(class, Class::Manager
                    | Class::Director
                    | Class::Coordinator
                    | Class::Executive
                    | Class::Analyst
                    | Class::Technician
                    | Class::Operator)
        });
        let is_of_trade = self.plain.iter().any(|word| word.kinds.has(Kinds::TRADE));
        self.plain.iter().any(is_outside) || (is_lead && !is_of_trade && self.parsed.tail().any(is_outside))
    }

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
        let leads = |word: &Rc<Word>| {
            matches!(word.class, Some(Class::Director | Class::Officer | Class::Manager))
        };
        Asked { words, class: self.class.map(|(class, _)| class), leads: self.plain.iter().any(leads) }
    }

    fn weighed(&self) -> Decision {
        let asked = self.asked();
        let mut ranked = score::score(self.titles, &asked);
        // Names of a catalog on top change no answer of the one beneath.
        let above: Vec<Scored> = ranked.iter().filter(|scored| scored.name.is_above).cloned().collect();
        if above.len() < ranked.len() {
            ranked.retain(|scored| !scored.name.is_above);
        }
        let tool = self.tool();
        let ladders = self.by_ladder(&ranked, tool);
        let Some(first) = ladders.first().copied() else { return Decision::listed(&[], 0.0) };
        let second = ladders.get(1).map_or(0.0, |other| other.score);
        let how = if tool.is_some_and(|tool| tool == first.role) { How::Tool } else { How::Weighed };
        let is_shown = self.may_show(&asked, &ranked, first, second, how);
        let (role, step) = rungs::rung(self.titles, first.role, self.parsed.seniority.as_ref());
        let name = ranked.iter().find(|scored| scored.role == first.role).map(|scored| scored.name.clone());
        let texts: Vec<&str> = name.iter().flat_map(|name| name.words.iter().map(|word| word.text.as_str())).collect();
        let mut candidates = vec![Candidate { role, score: first.score }];
        candidates.extend(ladders.iter().skip(1).filter(|other| other.score > LISTABLE).copied());
        candidates.truncate(LISTED);
        let is_foreign = self.is_of_another_trade(&texts);
        if !is_shown && (first.score <= LISTABLE || is_foreign && self.plain.iter().all(|word| !word.kinds.has(Kinds::TRADE))) {
            candidates.clear();
        }
        Decision {
            role: is_shown.then_some(role),
            how: if is_shown { how } else { How::Unsure },
            score: first.score,
            set_aside: self.left_over(&texts),
            step: if is_shown { step } else { Step::Unnamed },
            candidates,
        }
    }

    /// One candidate a ladder: its base where that is as good as any, unless a rung is named.
    fn by_ladder(&self, ranked: &[Scored], tool: Option<RoleIx>) -> Vec<Candidate> {
        let mut ladders: Vec<Candidate> = Vec::new();
        for scored in ranked {
            let base = self.titles.base(scored.role);
            // A name that is senior where the title is not stands for the ladder, and not for its rung.
            let asked = |rank: &String| self.parsed.ranks.contains(rank);
            let is_higher = scored.name.words.iter().any(|word| word.rank > 0 && !asked(&word.text));
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
        ladders.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.role.cmp(&b.role)));
        ladders
    }

    /// The role of a tool comes first, unless a name that has the tool says otherwise.
    fn prefer(&self, tool: RoleIx, ranked: &[Scored], ladders: &mut Vec<Candidate>) {
        const OF_TOOL: f32 = 0.93;
        const OTHERS: f32 = 0.82;
        let base = self.titles.base(tool);
        let has_tool = |role: RoleIx| {
            let name = ranked.iter().find(|scored| scored.role == role).map(|scored| &scored.name);
            name.is_some_and(|name| name.words.iter().any(|word| word.makes.is_some()))
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
        let is_general = |word: &Rc<Word>| word.makes.is_some() || word.kinds.has(Kinds(Kinds::GENERAL.0 | Kinds::TOOL.0)) || word.weight == 0.0 && word.kinds.has(Kinds::LEXEME);
        if !self.plain.iter().all(is_general) {
            return None;
        }
        let says_software = self.plain.iter().any(|word| word.text == "software");
        let head: Vec<RoleIx> = self.plain.iter().filter_map(|word| word.makes).collect();
        let made = match head.is_empty() {
            true => self.parsed.tail().filter_map(|word| word.makes).filter(|role| !says_software || self.is_platform(*role)).collect(),
            false => head,
        };
        let general = self.titles.exact(&["software", "engineer"]).first().map(|role| self.titles.base(*role));
        let is_special = |role: &RoleIx| Some(self.titles.base(*role)) != general;
        // The tool beside the function says most.
        made.iter().rev().copied().find(is_special).or_else(|| made.first().copied())
    }

    /// Whether a tool's role is one of those that are named by what they work on: SAP, Salesforce. A
    /// language in a tail changes no software engineer.
    fn is_platform(&self, role: RoleIx) -> bool {
        const FUNCTIONS: [&str; 2] = ["engineer", "developer"];
        const PLATFORMS: [&str; 8] = ["erp", "crm", "bi", "rpa", "ios", "android", "mobile", "mainframe"];
        let named = |platform: &str, function: &str| self.titles.exact(&[platform, function]).contains(&role);
        PLATFORMS.iter().any(|platform| FUNCTIONS.iter().any(|function| named(platform, function)))
    }

    /// Whether a role is sure enough to be shown.
    fn may_show(&self, asked: &Asked, ranked: &[Scored], first: Candidate, second: f32, how: How) -> bool {
        let needed = if how == How::Tool { SHOWN - 0.06 } else { SHOWN };
        let leads = first.score - second >= MARGIN || first.score > SURE;
        if first.score < needed || !leads {
            return false;
        }
        let name = ranked.iter().find(|scored| scored.role == first.role).map(|scored| &scored.name);
        let in_name = |word: &Rc<Word>| name.is_some_and(|name| name.words.iter().any(|other| other.text == word.text));
        let is_tool = |word: &Rc<Word>| word.makes.is_some();
        let telling: f32 =
            asked.words.iter().filter(|(word, _)| word.class.is_none()).map(|(word, weight)| if word.weight > 0.0 { *weight } else { 0.0 }).sum();
        let telling = telling + if self.plain.iter().chain(self.parsed.tail()).any(is_tool) { 2.0 } else { 0.0 };
        let is_of_trade = self.plain.iter().any(|word| word.kinds.has(Kinds::TRADE) || is_tool(word));
        let is_unknown = self.plain.iter().any(|word| !word.is_known());
        let leads = self.class.is_some_and(|(class, _)| matches!(class, Class::Manager | Class::Director | Class::Officer));
        if is_unknown && leads {
            return false;
        }
        let is_outside = self.plain.iter().any(|word| word.kinds.has(Kinds::OUTSIDE) && !in_name(word))
            || self.is_of_another_trade(&[]) && first.score < 0.9;
        !is_outside && telling >= TELLING && (is_of_trade || first.score >= 0.93) && (!is_unknown || is_of_trade)
    }
}

fn texts<'w>(words: &[&'w Rc<Word>]) -> Vec<&'w str> {
    words.iter().map(|word| word.text.as_str()).collect()
}

/// A tool that is no word of the trade by itself.
fn is_plain_tool(word: &Rc<Word>) -> bool {
    word.makes.is_some() && !word.kinds.has(Kinds::TRADE)
}
