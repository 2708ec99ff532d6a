//! Roles by what is typed of them, while it is typed: first what the look-up of titles says, then names,
//! tools and competencies that begin so, then names that have the letters in their order.

use std::cmp::Reverse;

use crate::catalog::Catalog;
use crate::catalog::model::RoleIx;
use crate::text::fold;
use crate::text::sorting::Arrange;
use crate::titles::Titles;

/// What a word is worth in each part of a role.
const TITLE: u32 = 100;
const ALIAS: u32 = 60;
const TRANSLATION: u32 = 50;
const TOOL: u32 = 40;
const FAMILY: u32 = 25;
const COMPETENCY: u32 = 20;

/// Stands before each tool.
const APART: char = '\n';

/// Of the competencies only the heaviest tell a role from others: nearly all have some weight in each.
const HEAVIEST: usize = 5;

/// The folded texts of all roles that are shown, and the look-up of titles.
pub struct Sieve<'a> {
    titles: Titles<'a>,
    roles: Vec<Role>,
}

struct Role {
    role: RoleIx,
    /// The title as a key, for letters in their order.
    key: String,
    length: usize,
    /// Each word behind a blank, by what it is worth there.
    texts: Vec<(u32, String)>,
}

impl<'a> Sieve<'a> {
    pub fn new(catalog: Catalog<'a>) -> Self {
        let families: Vec<String> = catalog.family_names().map(|family| words(&[family.title])).collect();
        let tools: Vec<String> =
            catalog.tools().map(|tool| words(&[vec![tool.title], tool.aliases].concat())).collect();
        let competencies: Vec<String> = catalog.competency_names().map(|it| words(&[it.title])).collect();
        let role = |(role, head): (RoleIx, crate::catalog::model::Head<'a>)| {
            let profile = catalog.profile(role);
            let aliases: Vec<&str> = catalog.prose(role).aliases.iter().map(|alias| alias.name).collect();
            let abroad = catalog.abroad(role);
            let abroad: Vec<&str> = abroad.translations().into_iter().flat_map(|it| it.names).collect();
            let tools = profile.tools.iter().map(|used| format!("{APART}{}", tools[used.tool.at()])).collect();
            let rated = profile
                .ratings
                .iter()
                .take(HEAVIEST)
                .map(|rating| competencies[rating.competency.at()].as_str())
                .collect();
            let texts = vec![
                (TITLE, words(&[head.title, head.id])),
                (ALIAS, words(&aliases)),
                (TRANSLATION, words(&abroad)),
                (TOOL, tools),
                (FAMILY, families[head.family.at()].clone()),
                (COMPETENCY, rated),
            ];
            Role { role, key: fold::key(head.title), length: head.title.len(), texts }
        };
        Self { titles: Titles::new(catalog), roles: catalog.heads().map(role).collect() }
    }

    /// Returns the roles that are meant, best first; all of them where nothing is typed.
    pub fn sift(&self, typed: &str) -> Vec<RoleIx> {
        let typed_words: Vec<String> = fold::words(typed);
        if typed_words.is_empty() {
            return self.roles.iter().map(|role| role.role).collect();
        }
        let mut found = self.with_words(typed, &typed_words);
        if found.is_empty() {
            found = self.with_letters(&fold::key(typed));
        }
        found.arrange_by_key(|(score, role)| (Reverse(*score), role.length, role.role));
        found.into_iter().map(|(_, role)| role.role).collect()
    }

    /// The roles that have every word which any role has, and those that the words mean as a title.
    fn with_words(&self, typed: &str, words: &[String]) -> Vec<(u32, &Role)> {
        // What no role has says nothing: "that kubernetes job".
        let said: Vec<&String> =
            words.iter().filter(|word| self.roles.iter().any(|role| role.worth(word) > 0)).collect();
        let meant = self.meant(typed);
        let key = fold::key(typed);
        let score = |role: &Role| {
            let worths: Vec<u32> = said.iter().map(|word| role.worth(word)).collect();
            let has_all = !worths.is_empty() && !worths.contains(&0);
            let own = if has_all { worths.iter().sum() } else { 0 };
            let begins = if has_all && role.key.starts_with(&key) { TITLE } else { 0 };
            own + begins + meant.iter().find(|(meant, _)| *meant == role.role).map_or(0, |(_, score)| *score)
        };
        self.roles.iter().map(|role| (score(role), role)).filter(|(score, _)| *score > 0).collect()
    }

    /// What the look-up of titles says: the role that is meant before all, then likely ones.
    fn meant(&self, typed: &str) -> Vec<(RoleIx, u32)> {
        const SHORTEST: usize = 3;
        const LIKELY: f32 = 0.5;
        if typed.trim().chars().count() < SHORTEST {
            return Vec::new();
        }
        let decision = self.titles.look_up(typed);
        let shown = decision.role.map(|role| (role, 100_000));
        let likely = decision.candidates.iter().filter(|candidate| candidate.score >= LIKELY);
        let likely = likely.map(|candidate| (candidate.role, (candidate.score * 400.0) as u32));
        shown.into_iter().chain(likely).collect()
    }

    /// The roles whose title has all letters in their order, those first that have them close together.
    fn with_letters(&self, key: &str) -> Vec<(u32, &Role)> {
        let score = |role: &Role| span(&role.key, key).map_or(0, |span| 10_000 / (span as u32 + 1));
        self.roles.iter().map(|role| (score(role), role)).filter(|(score, _)| *score > 0).collect()
    }
}

impl Role {
    /// What a word is worth that a word of the role begins with; in other scripts, that stands in one.
    fn worth(&self, word: &str) -> u32 {
        let begun = format!(" {word}");
        let within = |text: &str| if word.is_ascii() { None } else { text.find(word) };
        let place = |text: &str| text.find(&begun).or_else(|| within(text));
        let found = self.texts.iter().find_map(|(worth, text)| Some((*worth, &text[..place(text)?])));
        found.map_or(0, |(worth, before)| worth - later(before))
    }
}

/// What a tool loses to those before it: a role's first tools tell more of it than its last.
fn later(before: &str) -> u32 {
    const MOST: u32 = TOOL - FAMILY - 1;
    (before.matches(APART).count() as u32).saturating_sub(1).min(MOST)
}

fn words(names: &[&str]) -> String {
    let mut text = String::new();
    for name in names {
        fold::each_word(name, |word| {
            text.push(' ');
            text.push_str(word);
        });
    }
    text
}

/// How many letters lie between the first and the last of some that a text has in their order.
fn span(text: &str, letters: &str) -> Option<usize> {
    let mut wanted = letters.chars().peekable();
    let mut first = None;
    for (at, c) in text.chars().enumerate() {
        if wanted.peek() == Some(&c) {
            wanted.next();
            let first = *first.get_or_insert(at);
            if wanted.peek().is_none() {
                return Some(at - first);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::span;

    #[test]
    fn letters_are_found_in_their_order() {
        assert_eq!(span("kubernetesengineer", "kueng"), Some(12));
        assert_eq!(span("cto", "cot"), None);
        assert_eq!(span("cto", "c"), Some(0));
    }
}
