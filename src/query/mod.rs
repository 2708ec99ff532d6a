//! The questions: a file a command, each a pure function from the catalog and the arguments to a
//! view. Nothing here reads, writes or formats.

mod arithmetic;
mod certificates;
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
mod place;
mod preparation;
mod profile;
mod salary;
mod search;
mod seniority;
mod show;
mod steps_of_pay;
mod title;
mod vocabulary;
mod why;

pub use profile::invalid as invalid_profile;
pub use show::files;

use std::path::Path;

use crate::app::cli::{Decide, Explore, Verify};
use crate::catalog::model::RoleIx;
use crate::catalog::read::files::SourceFile;
use crate::catalog::{Catalog, Words};
use crate::view::error::{Error, Exit};
use crate::view::{Entry, View};

/// A view, what the reader should be told beside it, and the exit code.
pub struct Answer<'a> {
    pub view: View<'a>,
    /// Said on stderr: what was set aside to find a role.
    pub notes: Vec<String>,
    /// Said on stderr: what of a self-assessment was left out.
    pub warnings: Vec<String>,
    pub exit: Exit,
}

impl<'a> Answer<'a> {
    /// An answer with what the reader should know of it.
    pub fn noted(view: View<'a>, notes: Vec<String>) -> Self {
        Self { notes, ..view.into() }
    }
}

impl<'a> From<View<'a>> for Answer<'a> {
    fn from(view: View<'a>) -> Self {
        Self { view, notes: Vec::new(), warnings: Vec::new(), exit: Exit::Answered }
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

/// Answers what roles there are, and how they hang together. The index of words is opened where it
/// is asked for.
///
/// # Errors
/// When the question names something that is not there.
pub fn explore<'a>(
    catalog: Catalog<'a>,
    command: &Explore,
    words: impl FnOnce() -> Words<'a>,
) -> Result<Answer<'a>, Error> {
    match command {
        Explore::List(args) => list::answer(catalog, args),
        Explore::Show(args) => show::answer(catalog, args),
        Explore::Search(args) => search::answer(catalog, words(), args),
        Explore::Title(args) => title::answer(catalog, &args.titles, false),
        Explore::Prereqs(args) => neighbors::prereqs(catalog, args),
        Explore::Next(args) => neighbors::next(catalog, args),
    }
}

/// Answers what the titles of a list mean, one a line.
///
/// # Errors
/// Never: a miss is a row.
pub fn titles<'a>(catalog: Catalog<'a>, list: &str) -> Result<Answer<'a>, Error> {
    let titles: Vec<String> = list.lines().map(str::to_owned).collect();
    title::answer(catalog, &titles, true)
}

/// Answers what to do next. A self-assessment is read where one is named.
///
/// # Errors
/// When the question names something that is not there, or the self-assessment cannot be read.
pub fn decide<'a>(
    catalog: Catalog<'a>,
    command: &Decide,
    read: impl Fn(&Path) -> Result<SourceFile, Error>,
) -> Result<Answer<'a>, Error> {
    match command {
        Decide::Path(args) => path::answer(catalog, args),
        Decide::Compare(args) => compare::answer(catalog, args),
        Decide::Salary(args) => salary::answer(catalog, args),
        Decide::Profile => Ok(profile::template(catalog).into()),
        Decide::Gap(args) => fit::gap(catalog, args, &read(&args.profile)?),
        Decide::Match(args) => fit::matches(catalog, args, &read(&args.profile)?),
    }
}

/// Answers where answers come from, and what they are made of.
///
/// # Errors
/// When the question names something that is not there.
pub fn verify<'a>(catalog: Catalog<'a>, command: &Verify) -> Result<Answer<'a>, Error> {
    match command {
        Verify::Why(args) => why::answer(catalog, args),
        Verify::Sources(args) => vocabulary::sources(catalog, args),
        Verify::Competencies(args) => vocabulary::competencies(catalog, args),
        Verify::Tools(args) => vocabulary::tools(catalog, args),
        Verify::Certificates(args) => certificates::answer(catalog, args),
        Verify::Families => Ok(vocabulary::families(catalog).into()),
        Verify::Levels => Ok(vocabulary::levels(catalog).into()),
        Verify::Regions(args) => Ok(vocabulary::regions(catalog, args).into()),
    }
}
