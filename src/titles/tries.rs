//! The words under which a title is looked for among names: all of them, then fewer.

use std::rc::Rc;

use crate::catalog::model::{Class, Kinds};
use crate::titles::decide::Reading;
use crate::titles::grammar::Parsed;
use crate::titles::known::Word;

impl Reading<'_, '_> {
    /// The words to look for, the most of them first.
    pub fn tries(&self) -> Vec<Vec<&str>> {
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
    pub fn fewer(&self) -> Vec<Vec<&str>> {
        use Class::{Director, Engineer, Manager, Officer};
        let class = self.class.map(|(class, _)| class);
        if matches!(class, None | Some(Director | Manager | Officer)) {
            return Vec::new();
        }
        let is_tool = |word: &Word| word.makes.is_some() && !word.kinds.has(Kinds::TRADE) && word.class.is_none();
        let is_unknown = |word: &Word| !word.is_known();
        let is_other = |word: &Word| {
            let kinds = Kinds(Kinds::TRADE.0 | Kinds::OUTSIDE.0);
            // Who supports systems does not build them: that word stays.
            let is_weak = word.kinds.has(Kinds::WEAK) && word.class != Some(Class::Support);
            !word.kinds.has(kinds) && (word.class.is_none() || is_weak) || is_tool(word)
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
}

fn texts<'w>(words: &[&'w Rc<Word>]) -> Vec<&'w str> {
    words.iter().map(|word| word.text.as_str()).collect()
}
