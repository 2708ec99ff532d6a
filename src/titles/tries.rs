//! The words under which a title is looked for among names: all of them, then fewer.

use std::rc::Rc;

use crate::catalog::model::{Class, Kinds, RoleIx, TitleKind};
use crate::text::sorting::Arrange;
use crate::titles::decision::Decision;
use crate::titles::grammar::Parsed;
use crate::titles::reading::Reading;
use crate::titles::word::Word;

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
        let mut tries = vec![[&whole[..], &tail[..]].concat(), outer, whole];
        tries.extend(self.of_one_rank());
        tries.extend(self.inverted());
        if self.begins_in_general() {
            // `Junior Programmer` is a rung of the ladder of software engineers, the programmer of none.
            tries.push(vec!["software", "engineer"]);
        }
        tries.extend([[&plain[..], &tail[..]].concat(), outer_plain, plain]);
        tries.extend(self.without_place());
        tries.extend(self.of_interns());
        tries.retain(|words| !words.is_empty());
        tries
    }

    /// `Sr. Manager, Engineering`: what is managed stands behind.
    fn inverted(&self) -> Vec<Vec<&str>> {
        let ([function], Some(first)) = (&self.plain[..], self.parsed.tails.first()) else { return Vec::new() };
        let inverted: Vec<&str> = first.iter().chain([function]).map(|word| word.text.as_str()).collect();
        let ranks = self.parsed.head.iter().filter(|part| part.is_rank).map(|part| part.word.text.as_str());
        vec![ranks.chain(inverted.iter().copied()).collect(), inverted]
    }

    /// `Software Intern`, `Software Engineering Intern`: an intern of what an engineer does.
    fn of_interns(&self) -> Vec<Vec<&str>> {
        const FIELDS: [&str; 3] = ["engineering", "development", "programming"];
        let plain = texts(&self.plain.iter().collect::<Vec<_>>());
        let is_intern = self.parsed.seniority.as_ref().is_some_and(|seniority| seniority.rank == 1);
        match plain.split_last() {
            Some((_, [])) if plain == ["it"] && is_intern => vec![vec!["it", "support", "specialist"]],
            Some(_) if self.is_intern_of_something() => vec![[&plain[..], &["engineer"]].concat()],
            Some((last, before)) if is_intern && FIELDS.contains(last) && !before.is_empty() => {
                vec![[before, &["engineer"]].concat()]
            }
            _ => Vec::new(),
        }
    }

    /// The head with one of its ranks: `Senior Staff Engineer II` is a staff engineer.
    fn of_one_rank(&self) -> Vec<Vec<&str>> {
        const STAFF: u8 = 5;
        let head = &self.parsed.head;
        let mut ranks: Vec<&Rc<Word>> = head.iter().filter(|part| part.is_rank).map(|part| &part.word).collect();
        if ranks.len() < 2 {
            return Vec::new();
        }
        let said = self.parsed.seniority.as_ref().map(|seniority| seniority.word.as_str());
        ranks.retain(|rank| rank.rank >= STAFF || rank.rank > 0 && Some(rank.text.as_str()) == said);
        ranks.arrange_by_key(|rank| std::cmp::Reverse(rank.rank));
        let with = |rank: &Rc<Word>| {
            let kept = head.iter().filter(|part| !part.is_rank || part.word.text == rank.text);
            kept.map(|part| part.word.text.as_str()).collect()
        };
        ranks.into_iter().map(with).collect()
    }

    /// `Regional IT Manager`: without words that add nothing, where what remains is of this trade.
    fn without_place(&self) -> Option<Vec<&str>> {
        let adds_nothing =
            |word: &Rc<Word>| word.kinds.has(Kinds::GENERAL) && !word.kinds.has(Kinds::TRADE) && word.class.is_none();
        let rest: Vec<&Rc<Word>> = self.plain.iter().filter(|word| !adds_nothing(word)).collect();
        let is_of_trade = rest.iter().any(|word| word.class.is_none() && word.kinds.has(Kinds::TRADE));
        let is_called =
            || !self.titles.called(&texts(&rest)).is_empty() && rest.iter().all(|word| word.class.is_none());
        (rest.len() < self.plain.len() && (is_of_trade || is_called())).then(|| texts(&rest))
    }

    /// Where the function leads, as in French: the words as English has them.
    pub fn turned(&self) -> Vec<Vec<&str>> {
        match self.class {
            Some((_, 0)) if self.plain.len() > 1 && !self.is_english => {
                vec![texts(&self.plain[1..].iter().chain([&self.plain[0]]).collect::<Vec<_>>())]
            }
            _ => Vec::new(),
        }
    }

    fn begins_in_general(&self) -> bool {
        const JUNIOR: u8 = 2;
        let begins = self.parsed.seniority.as_ref().is_some_and(|seniority| seniority.rank <= JUNIOR);
        let is_engineer = self.class.is_some_and(|(class, _)| class == Class::Engineer);
        let is_general = |word: &Rc<Word>| word.kinds.has(Kinds::GENERAL);
        // Other languages say development for programming.
        let is_development = |word: &Rc<Word>| word.text == "development" && !self.is_english;
        let is_of_trade =
            |word: &Rc<Word>| word.class.is_some() && word.kinds.has(Kinds::TRADE) || is_development(word);
        let is_of_trade = self.plain.iter().any(is_of_trade);
        begins && is_engineer && is_of_trade && self.plain.len() == 1 && self.plain.iter().all(is_general)
    }

    fn is_intern_of_something(&self) -> bool {
        let is_intern = self.parsed.seniority.as_ref().is_some_and(|seniority| seniority.rank == 1);
        is_intern && self.class.is_none() && !self.plain.is_empty()
    }

    /// `UX Intern`: who is called so without being an intern, by the title rather than by another name.
    pub fn intern(&self) -> Option<Decision> {
        const FUNCTIONS: [&str; 6] = ["designer", "manager", "analyst", "scientist", "tester", "administrator"];
        if !self.is_intern_of_something() {
            return None;
        }
        // A program or a product alone need be nothing of this trade.
        if self.plain.len() < 2 && !self.plain.iter().any(|word| word.kinds.has(Kinds::TRADE)) {
            return None;
        }
        let plain = texts(&self.plain.iter().collect::<Vec<_>>());
        for kind in [TitleKind::Title, TitleKind::Alias] {
            let of = |function: &&str| self.titles.called_by(&[&plain[..], &[*function]].concat(), kind);
            let roles: Vec<RoleIx> = FUNCTIONS.iter().flat_map(of).collect();
            if let Some(decision) = self.decided(&roles, &plain) {
                return Some(decision);
            }
        }
        None
    }

    /// The head without what no name knows, without tools, without what adds nothing, without all but
    /// the specialty beside the function.
    pub fn fewer(&self) -> Vec<Vec<&str>> {
        use Class::{Director, Engineer, Manager, Officer};
        let class = self.class.map(|(class, _)| class);
        let deciding = self.deciding();
        if matches!(class, None | Some(Director | Manager | Officer)) {
            return deciding.map(|words| texts(&words)).into_iter().collect();
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
        if self.is_of_data() {
            kept.push(self.plain[self.plain.len() - 2..].iter().collect());
        }
        if let Some(deciding) = deciding {
            kept.retain(|words| words.iter().any(|word| word.text == deciding[0].text));
            kept.push(deciding);
        }
        kept.iter().map(|words| texts(words)).collect()
    }

    /// `Network Sales Engineer`: the words that are a function together, where something that is known
    /// stands before.
    fn deciding(&self) -> Option<Vec<&Rc<Word>>> {
        let (function, before) = self.plain.split_last()?;
        let (beside, others) = before.split_last()?;
        let is_known = |word: &Rc<Word>| {
            let is_known = word.kinds.has(Kinds(Kinds::LEXEME.0 | Kinds::TRADE.0)) || word.makes.is_some();
            let is_named = word.weight > 0.0 && !self.titles.is_foreign(word);
            (is_known || is_named) && !word.kinds.has(Kinds::OUTSIDE)
        };
        // A network project engineer builds networks; a network project manager leads a project.
        let manages = matches!(function.class, Some(Class::Manager | Class::Director | Class::Coordinator));
        let is_managed = ["project", "program", "engineering", "development"].contains(&beside.text.as_str());
        let is_trade = |word: &Rc<Word>| word.kinds.has(Kinds::TRADE) || word.makes.is_some();
        let is_meant = if is_managed { manages && others.iter().all(is_trade) } else { true };
        let decides = function.class.is_some() && beside.kinds.has(Kinds::DECIDES) && is_meant;
        (decides && !others.is_empty() && others.iter().all(is_known)).then(|| vec![beside, function])
    }

    /// What follows the function is a tail; where the function leads, as in French, it is put behind, and
    /// the last words are a tail.
    fn cut(&self) -> Vec<Vec<&Rc<Word>>> {
        let words: Vec<&Rc<Word>> = self.plain.iter().collect();
        match self.class {
            Some((_, 0)) if words.len() > 1 => {
                let turned = |count: usize| words[1..count].iter().chain([&words[0]]).copied().collect();
                // What stands last says most: `ingénieur logiciel embarqué`.
                let backwards: Vec<&Rc<Word>> = words.iter().rev().copied().collect();
                let is_general = |word: &Rc<Word>| word.kinds.has(Kinds::GENERAL) && word.class.is_none();
                let special = words[1..].iter().filter(|word| !is_general(word)).chain([&words[0]]).copied().collect();
                let shorter = (2..words.len()).rev().map(turned);
                [turned(words.len()), backwards, special].into_iter().chain(shorter).collect()
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
