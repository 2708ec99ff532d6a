//! Why words name no role: which of them is in the way, what it means, and what could be typed.

use clap::ValueEnum;

use crate::catalog::model::RoleIx;
use crate::query::lookup::{self, Found};
use crate::query::pick::Reading;
use crate::query::words::{Asker, LONGEST_NAME, Meaning, Reader};
use crate::query::{pick, place};
use crate::request::Section;
use crate::text::fold;
use crate::text::hint::{Ask, hint};
use crate::titles::Aside;
use crate::view::error::{Error, ticked, typeable};

impl<'a> Reader<'a> {
    /// Says why words name no role: which of them is in the way, and what could be typed.
    pub fn fault(&self, words: &[String], together: Result<Found<'a>, Error>) -> Error {
        let all = words.join(" ");
        let (roles, unknown) = self.unknown_parts(words);
        match together {
            Ok(found) => self.set_aside(&all, &found, &roles, &unknown),
            // `PM` is a region too: who types it alone, or for a role, is shown the roles.
            Err(error) if roles.is_empty() && lookup::is_listed(&self.titles, &all) => error,
            Err(error) if roles.is_empty() => {
                let hint = self.thing(&all).and_then(|meaning| self.hint(&[], meaning));
                let first = || self.first_of_sides(words).unwrap_or(error);
                hint.map_or_else(first, |hint| no_role(&all).hint(hint).again())
            }
            Err(error) => {
                let is_listed = |part: &&String| lookup::is_listed(&self.titles, part);
                if self.asker.takes_sides()
                    && let Some(part) = unknown.iter().find(is_listed)
                {
                    return self.titles_miss(part);
                }
                let hint = unknown.iter().find_map(|part| self.hint(&roles, self.meaning(part)?));
                let miss = || unknown.iter().find_map(|part| lookup::one_of(&self.titles, part).err());
                hint.map_or_else(|| miss().unwrap_or(error), |hint| no_role(&all).hint(hint).again())
            }
        }
    }

    /// Of two words that stand for two roles, what the first misses.
    fn first_of_sides(&self, words: &[String]) -> Option<Error> {
        match words {
            [one, other] if self.asker.takes_sides() && !words.iter().any(|word| self.titles.knows(word)) => {
                [one, other].iter().find_map(|word| lookup::one_of(&self.titles, word).err())
            }
            _ => None,
        }
    }

    /// Says that words are a title only without some of them.
    fn set_aside(&self, all: &str, found: &Found<'a>, roles: &[RoleIx], unknown: &[String]) -> Error {
        let is_tool = |meaning: &Meaning| matches!(meaning, Meaning::Tool(_)) && !roles.contains(&found.role);
        let meaning = |aside: &Aside| self.meaning(&aside.text).filter(|meaning| !is_tool(meaning));
        let named = if roles.contains(&found.role) { roles } else { &[found.role] };
        if let Some(hint) = found.asides.iter().find_map(|aside| self.hint(named, meaning(aside)?)) {
            return no_role(all).hint(hint).again();
        }
        let has_aside = |part: &&String| found.asides.iter().any(|aside| part.contains(&aside.text));
        let may_be_place = self.asker.asks_a_place() && found.asides.iter().all(|aside| aside.is_harmless);
        match unknown.iter().find(has_aside) {
            Some(part) if roles.contains(&found.role) && !may_be_place => self.titles_miss(part),
            _ => {
                let asides: Vec<String> = found.asides.iter().map(|aside| ticked(&aside.text)).collect();
                let id = self.titles.catalog.id(found.role);
                let quoted = Ask::of(self.asker.command).word(typeable(all));
                let without = format!("without {} it is `{id}`; in quotes it is one title: ", asides.join(", "));
                let error = no_role(all).again().hint(hint![without, quoted]);
                match may_be_place && self.titles.catalog.regions().next().is_some() {
                    true => {
                        error.hint(hint!["a place is asked for with `--region`: ", Ask::of("regions"), " lists them"])
                    }
                    false => error,
                }
            }
        }
    }

    /// Says what a name misses; of one that would be found, that it is none here.
    pub fn titles_miss(&self, name: &str) -> Error {
        lookup::one_of(&self.titles, name).err().unwrap_or_else(|| no_role(name))
    }

    /// The exact names among words, and the words between them.
    fn unknown_parts(&self, words: &[String]) -> (Vec<RoleIx>, Vec<String>) {
        let (mut roles, mut unknown) = (Vec::new(), Vec::new());
        for (part, role) in self.by_names(words) {
            match role {
                Some(role) => roles.push(role),
                None => unknown.push(part.join(" ")),
            }
        }
        (roles, unknown)
    }

    /// Parts words at the exact names among them, which have a role.
    pub fn by_names<'w>(&self, words: &'w [String]) -> Vec<(&'w [String], Option<RoleIx>)> {
        let exact = |part: &[String]| lookup::whole(&self.titles.catalog, &part.join(" "));
        let mut parts: Vec<(&[String], Option<RoleIx>)> = Vec::new();
        let (mut from, mut at) = (0, 0);
        while at < words.len() {
            let mut longest = (1..=(words.len() - at).min(LONGEST_NAME)).rev();
            match longest.find_map(|used| Some((used, exact(&words[at..at + used])?))) {
                Some((used, role)) => {
                    parts.push((&words[from..at], None));
                    parts.push((&words[at..at + used], Some(role)));
                    at += used;
                    from = at;
                }
                None => at += 1,
            }
        }
        parts.push((&words[from..], None));
        parts.retain(|(part, _)| !part.is_empty());
        parts
    }

    /// The command that asks for roles, and for something beside them.
    fn hint(&self, roles: &[RoleIx], meaning: Meaning) -> Option<Ask> {
        let Asker { command, by_region, .. } = self.asker;
        let ids = || roles.iter().map(|role| self.titles.catalog.id(*role));
        let command = if by_region && !roles.is_empty() { command } else { "salary" };
        match meaning {
            Meaning::Region(region) => {
                Some(Ask::of(command).words(ids()).words(["--region".to_owned(), typeable(&region)]))
            }
            Meaning::Section(name) => {
                (!roles.is_empty()).then(|| Ask::of("show").words(ids()).words(["--section", name.as_str()]))
            }
            Meaning::Competency(id) | Meaning::Tool(id) => Some(Ask::of("why").word(ids().next()?).word(id)),
        }
    }

    /// What words mean beside roles: all of them, or without those before, or one of them.
    pub fn meaning(&self, text: &str) -> Option<Meaning> {
        let words: Vec<&str> = text.split_whitespace().map(|word| word.trim_matches([',', ';', '.'])).collect();
        let behind = (0..words.len()).map(|from| words[from..].join(" "));
        // In `in Berlin` no India is meant.
        let each = words.iter().filter(|word| **word != "in").map(|word| (*word).to_owned());
        behind.chain(each).find_map(|name| self.thing(&name))
    }

    fn thing(&self, name: &str) -> Option<Meaning> {
        let catalog = &self.titles.catalog;
        if fold::key(name).is_empty() {
            return None;
        }
        let most = if self.asker.asks_a_place() { Reading::Part } else { Reading::Whole };
        match place::find_read(catalog, name, most) {
            Ok(Some(place)) => return Some(Meaning::Region(place.id().to_owned())),
            Err(_) => return Some(Meaning::Region(name.to_owned())),
            Ok(None) => {}
        }
        if let Ok(section) = Section::from_str(name, true) {
            return section.to_possible_value().map(|section| Meaning::Section(section.get_name().to_owned()));
        }
        if let Ok(Some(pick)) = pick::competency_read(catalog, name, Reading::Whole) {
            return Some(Meaning::Competency(catalog.competency_name(pick.at).id.to_owned()));
        }
        let tool = pick::tool_read(catalog, name, Reading::Whole).ok()??;
        Some(Meaning::Tool(catalog.tool_name(tool.at).id.to_owned()))
    }
}

pub fn no_role(name: &str) -> Error {
    Error::failed(format!("no role is called {}", ticked(name)))
}
