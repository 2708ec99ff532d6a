//! Skills of a table that are tools of the catalog beneath.

use std::collections::HashMap;

use crate::catalog::Catalog;
use crate::catalog::model::Proficiency;
use crate::table::made::Role;
use crate::text::fold;
use crate::text::sorting::Arrange;

/// What stands before a tool's id where a row became one: no competency's id has a colon.
const MARK: &str = "tool:";

/// The tools that skills name, by the skill's key.
#[derive(Debug, Default)]
pub struct Tools<'a> {
    named: HashMap<String, (&'a str, &'a str)>,
}

impl<'a> Tools<'a> {
    /// Takes skills that are called as a tool is, by its id or title: those of which no row says more than a level.
    pub fn new<'s>(catalog: &Catalog<'a>, skills: impl Iterator<Item = (&'s str, bool)>) -> Self {
        let mut bare: HashMap<String, bool> = HashMap::new();
        for (skill, is_bare) in skills {
            *bare.entry(key(skill)).or_insert(true) &= is_bare;
        }
        let tools = catalog.tools().map(|tool| (tool.id, tool.title));
        let named = tools.flat_map(|tool| [(key(tool.0), tool), (key(tool.1), tool)]);
        Self { named: named.filter(|(key, _)| bare.get(key) == Some(&true)).collect() }
    }

    /// The id and title of the tool that a skill names.
    pub fn find(&self, skill: &str) -> Option<(&'a str, &'a str)> {
        self.named.get(&key(skill)).copied()
    }

    /// Their titles, in order.
    pub fn titles(&self) -> Vec<&'a str> {
        let mut titles: Vec<&str> = self.named.values().map(|(_, title)| *title).collect();
        titles.arrange();
        titles.dedup();
        titles
    }
}

fn key(name: &str) -> String {
    fold::words(name).concat()
}

/// What a row is kept as that became a tool.
pub fn marked(tool: &str) -> String {
    format!("{MARK}{tool}")
}

/// Adds the tools of the role beneath that the table does not name: a file's list stands for the whole of it.
pub fn complete(catalog: &Catalog<'_>, role: &mut Role) {
    if role.tools.is_empty() || !role.is_over {
        return;
    }
    let beneath = catalog.find_id(&role.id).map(|at| catalog.profile(at).tools).unwrap_or_default();
    for used in beneath {
        let id = catalog.tool_name(used.tool).id;
        if role.tools.iter().all(|(tool, _)| tool != id) {
            role.tools.push((id.to_owned(), used.proficiency));
        }
    }
}

/// Whether a role beneath has a tool at that proficiency.
pub fn is_beneath(catalog: &Catalog<'_>, role: &str, tool: &str, proficiency: Proficiency) -> bool {
    let used = catalog.find_id(role).map(|at| catalog.profile(at).tools).unwrap_or_default();
    used.iter().any(|used| catalog.tool_name(used.tool).id == tool && used.proficiency == proficiency)
}
