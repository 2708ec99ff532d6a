//! Beginnings of names: which role the first words of its name may open.

use std::rc::Rc;

use crate::catalog::model::{Class, RoleIx};
use crate::catalog::titles::words;
use crate::titles::function::{self, DEPARTMENT};
use crate::titles::known::Titles;
use crate::titles::word::Word;

impl Titles<'_> {
    /// Whether words that begin a name say enough of the role to open it: the function and the rank that
    /// it has, or no function and all of the specialty, as in `business continuity`.
    pub fn say_enough(&self, asked: &str, role: RoleIx) -> bool {
        let asked = self.known_words(asked);
        let class = function::of(&asked).map(|(class, _)| class);
        let known = self.role(role);
        let says_rank = asked.iter().any(|word| word.rank > 0);
        let leads = matches!(class, Some(Class::Director | Class::Officer));
        if known.rank >= DEPARTMENT && !leads || known.base != role && !says_rank && !leads {
            return false;
        }
        match (class, known.class) {
            (Some(_), Some(Class::Director | Class::Officer)) if leads => true,
            (Some(asked), Some(own)) => function::is_alike(asked, own),
            (Some(_), None) => true,
            (None, _) => {
                let title = self.known_words(self.catalog.head(role).title);
                let is_said = |word: &Rc<Word>| asked.iter().any(|other| other.text == word.text);
                title.iter().all(|word| word.class.is_some() || is_said(word))
            }
        }
    }

    fn known_words(&self, text: &str) -> Vec<Rc<Word>> {
        words::canonical(self, text).iter().map(|word| self.known(word)).collect()
    }
}
