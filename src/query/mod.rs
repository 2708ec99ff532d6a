//! The questions: a file a command, each a pure function from the catalog and the arguments to a
//! view. Nothing here reads, writes or formats.

mod arithmetic;
mod compare;
mod fit;
mod ladders;
mod list;
mod lookup;
mod namer;
mod neighbors;
mod path;
mod pay;
mod pick;
mod profile;
mod salary;
mod search;
mod show;
mod vocabulary;
mod why;

pub use fit::{gap, matches};
pub use show::files;

use crate::catalog::Catalog;
use crate::catalog::model::RoleIx;
use crate::cli::Command;
use crate::error::{Error, Exit};
use crate::view::{Entry, View};

/// A view, what the reader should be told beside it, and the exit code.
pub struct Answer<'a> {
    pub view: View<'a>,
    /// Said on stderr: what was set aside to find a role.
    pub notes: Vec<String>,
    pub exit: Exit,
}

impl<'a> From<View<'a>> for Answer<'a> {
    fn from(view: View<'a>) -> Self {
        Self { view, notes: Vec::new(), exit: Exit::Answered }
    }
}

/// The groups of tools in the order in which pages show them; others follow by name.
const GROUPS: [&str; 15] = [
    "Languages",
    "Frameworks",
    "Data",
    "AI",
    "Cloud",
    "Infrastructure",
    "Delivery",
    "Observability",
    "Security",
    "Quality",
    "Design",
    "Collaboration",
    "Office",
    "Business",
    "Hardware",
];

/// Returns where a group of tools stands on a page.
pub fn group_order(group: &str) -> (usize, &str) {
    (GROUPS.iter().position(|known| *known == group).unwrap_or(GROUPS.len()), group)
}

/// Returns the catalog's tools by group.
fn tool_groups<'a>(catalog: &Catalog<'a>) -> Vec<(&'a str, Vec<Entry<'a>>)> {
    let mut groups: Vec<(&'a str, Vec<Entry<'a>>)> = Vec::new();
    for tool in catalog.tools() {
        let entry = Entry { id: tool.id, title: tool.title };
        match groups.iter_mut().find(|(group, _)| *group == tool.group) {
            Some((_, tools)) => tools.push(entry),
            None => groups.push((tool.group, vec![entry])),
        }
    }
    groups.sort_by_key(|(group, _)| group_order(group));
    groups
}

/// Finds the role that a name means.
///
/// # Errors
/// Where it means none, or several.
pub fn find(catalog: Catalog<'_>, name: &str) -> Result<RoleIx, Error> {
    lookup::one(&catalog, name).map(|found| found.role)
}

/// Answers a question that needs nothing beside the catalog.
///
/// # Errors
/// When the question names something that is not there, or the answer is nothing.
pub fn answer<'a>(catalog: Catalog<'a>, command: &Command) -> Result<Answer<'a>, Error> {
    match command {
        Command::List(args) => list::answer(catalog, args),
        Command::Show(args) => show::answer(catalog, args),
        Command::Prereqs(args) => neighbors::prereqs(catalog, args),
        Command::Next(args) => neighbors::next(catalog, args),
        Command::Path(args) => path::answer(catalog, args),
        Command::Search(args) => search::answer(catalog, args),
        Command::Salary(args) => salary::answer(catalog, args),
        Command::Compare(args) => compare::answer(catalog, args),
        Command::Profile => Ok(profile::template(catalog).into()),
        Command::Why(args) => why::answer(catalog, args),
        Command::Sources(args) => vocabulary::sources(catalog, args),
        Command::Competencies(args) => vocabulary::competencies(catalog, args),
        Command::Tools(args) => vocabulary::tools(catalog, args),
        Command::Families => Ok(vocabulary::families(catalog).into()),
        Command::Levels => Ok(vocabulary::levels(catalog).into()),
        Command::Regions(args) => Ok(vocabulary::regions(catalog, args).into()),
        Command::Gap(_)
        | Command::Match(_)
        | Command::Check(_)
        | Command::New(_)
        | Command::Schema(_)
        | Command::Completions(_)
        | Command::Man(_) => {
            unreachable!("what needs more than the catalog is asked by name")
        }
    }
}
