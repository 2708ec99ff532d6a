//! The group of a tool is one of those that are there, and no other way to write one.

use std::collections::BTreeMap;

use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::load::In;
use crate::catalog::read::schema::{Word, place};
use crate::check::{Rule, Subject};
use crate::text::fold;
use crate::text::harmless::shown;

pub static RULE: Rule = Rule {
    name: "near-group",
    what: "the group of a tool is not nearly another one",
    why: "a mistyped one is a group of its own, with one tool in it",
    mend: "write it as the other tools have it",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let Some(catalog) = subject.catalog else { return Vec::new() };
    let mut groups: BTreeMap<&str, usize> = BTreeMap::new();
    catalog.tools().for_each(|tool| *groups.entry(tool.group).or_default() += 1);
    let told = subject.layer.tools.iter().filter_map(|In { file, value }| near(file, value.group.as_ref()?, &groups));
    told.collect()
}

/// Says that another group, of more tools, is written nearly as a word is.
fn near(file: &str, word: &Word, groups: &BTreeMap<&str, usize>) -> Option<Diagnostic> {
    let group = word.value.trim();
    let own = groups.get(group)?;
    let others = groups.iter().filter(|(other, count)| **other != group && *count > own && is_near(group, other));
    let (other, _) = others.max_by_key(|(_, count)| **count)?;
    let message = format!("the group `{}` is nearly `{other}`, which more tools have", shown(group));
    let help = format!("write `group: {other}`, if that is meant");
    Some(Diagnostic::at(file, place(word), RULE.name, message).help(help).warning())
}

/// Tells whether one is another in other letters, or with a typing error or two.
fn is_near(group: &str, other: &str) -> bool {
    const SHORT: usize = 4;
    let (group, other) = (fold::key(group), fold::key(other));
    let length = group.chars().count().min(other.chars().count());
    let most = if length > 2 * SHORT { 2 } else { 1 };
    group == other || (length >= SHORT && strsim::osa_distance(&group, &other) <= most)
}
