//! What a title means: a role that is shown, roles that are listed, or none.

use std::rc::Rc;

use crate::catalog::model::{Kinds, NameKind, RoleIx};
use crate::text::fold;
use crate::titles::decision::{Candidate, Decision, How, LISTED, UNSURE};
use crate::titles::grammar::{self, Parsed};
use crate::titles::known::Titles;
use crate::titles::numerals;
use crate::titles::reading::Reading;
use crate::titles::rungs::Step;
use crate::titles::word::Word;

/// The rank of interns.
const INTERN: u8 = 1;
/// How sure it is that letters are those of a role's title.
const GUESSED: f32 = 0.6;
impl Titles<'_> {
    /// Decides what a title means.
    pub fn look_up(&self, title: &str) -> Decision {
        let decision = self.look_up_words(title);
        if decision.candidates.is_empty()
            && let roles = self.of_initials(title)
            && !roles.is_empty()
        {
            return Decision::listed(&roles, GUESSED);
        }
        decision
    }

    /// Decides what a title means by its words, and not by the letters that it may stand for.
    pub fn look_up_words(&self, title: &str) -> Decision {
        match self.named(title) {
            Some(decision) if decision.role.is_some() => return decision,
            Some(listed) => return self.one_of_named(title, listed),
            None => {}
        }
        let named = |title: &str| self.catalog.named(&fold::key(title)).first().map(|(role, _)| *role);
        if let Some(role) = numerals::other(title).and_then(|title| named(&title)) {
            return Decision::shown(role, How::Words, 1.0, Step::Unnamed);
        }
        let mut decision = self.read(title, true);
        if decision.role.is_none()
            && let Some(title) = numerals::apart(title)
        {
            decision = self.read(&title, true);
        }
        decision
    }

    /// Decides what a title means where nothing but a name of a role counts.
    pub fn look_up_name(&self, title: &str) -> Decision {
        self.named(title).unwrap_or_else(|| Decision::listed(&[], 0.0))
    }

    /// The role, or the roles, of which the whole title is a name.
    fn named(&self, title: &str) -> Option<Decision> {
        if let Some((role, kind)) = self.catalog.called(title) {
            let how = if kind == NameKind::Replaced { How::Replaced } else { How::Exact };
            return Some(Decision::shown(role, how, 1.0, Step::Unnamed));
        }
        match self.catalog.named_abroad(title).as_slice() {
            [] => None,
            [role] => Some(Decision::shown(*role, How::Exact, 1.0, Step::Unnamed)),
            roles => Some(Decision::listed(roles, UNSURE)),
        }
    }

    /// Of several roles that other languages call so the one that the words mean.
    fn one_of_named(&self, title: &str, listed: Decision) -> Decision {
        let read = self.read(title, true);
        let Some(role) = read.role else { return listed };
        if listed.candidates.iter().any(|other| other.role == role) {
            return read;
        }
        let mut candidates = vec![Candidate { role, score: UNSURE }];
        candidates.extend(listed.candidates.iter().copied().take(LISTED - 1));
        Decision { candidates, ..listed }
    }

    /// Roles whose titles begin with the letters of an abbreviation: `CDO`, `SA`.
    fn of_initials(&self, title: &str) -> Vec<RoleIx> {
        let key = fold::key(title);
        if !(2..=4).contains(&key.len()) || !key.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return Vec::new();
        }
        let initials =
            |title: &str| fold::words(title).iter().filter_map(|word| word.chars().next()).collect::<String>();
        let heads = self.catalog.heads().filter(|(_, head)| !head.hidden && initials(head.title) == key);
        heads.map(|(role, _)| role).filter(|role| !self.is_above(*role)).collect()
    }

    pub fn read(&self, title: &str, may_part: bool) -> Decision {
        let parsed = grammar::parse(self, title);
        if parsed.head.is_empty() {
            return Decision::listed(&[], 0.0);
        }
        let reading = Reading::new(self, &parsed, title);
        if parsed.serves && reading.plain.is_empty() {
            let tail: Vec<&str> = parsed.tail().map(|word| word.text.as_str()).collect();
            return Decision::listed(&reading.exact(&tail), GUESSED);
        }
        // A rank alone says nothing of what a person does; an intern is one of this trade.
        if reading.plain.is_empty() && parsed.ranks.iter().any(|rank| self.known(rank).rank != INTERN) {
            return Decision::listed(&[], 0.0);
        }
        let decision = self.decide(&reading, title, may_part);
        match (decision.role, parsed.serves) {
            (Some(_), true) => decision.unsure(),
            _ => decision,
        }
    }

    fn decide(&self, reading: &Reading<'_, '_>, title: &str, may_part: bool) -> Decision {
        let parsed = reading.parsed;
        let parted = || may_part.then(|| self.first_of_two(title, parsed.seniority.as_ref())).flatten();
        let equal = reading
            .equal(&reading.turned(), |words| self.exact_english(words))
            .or_else(|| reading.equal(&reading.tries(), |words| reading.exact(words)))
            .or_else(parted)
            .or_else(|| reading.equal(&reading.fewer(), |words| reading.exact(words)))
            .or_else(|| reading.equal_shuffled())
            .or_else(|| reading.equal(&reading.tries(), |words| self.stated_above(words)))
            .or_else(|| reading.intern())
            .or_else(|| reading.lead_of_specialty());
        if let Some(decision) = equal {
            return decision;
        }
        let weighed = reading.weighed();
        if weighed.role.is_some() || !may_part {
            return weighed;
        }
        let respelled = self.respelled(title, parsed).map(|title| self.read(&title, false));
        respelled.filter(|respelled| respelled.role.is_some()).unwrap_or(weighed)
    }

    /// A title with its misspelt words put right; none where nothing is misspelt.
    pub fn put_right(&self, title: &str) -> Option<String> {
        self.respelled(title, &grammar::parse(self, title))
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
}
