//! The questions: a file a command, each a pure function from the catalog and the arguments to a
//! view. Nothing here reads, writes or formats.

mod absent;
mod arithmetic;
mod by_grade;
mod certificates;
mod claims;
mod compare;
mod counterparts;
mod fit;
mod graded;
mod grades;
mod growths;
mod ladders;
mod likeness;
mod list;
mod listed;
mod lookup;
mod matches;
mod measured;
mod misread;
mod namer;
mod need;
mod neighbors;
mod one_source;
mod path;
mod pay;
mod people;
mod pick;
mod place;
mod placed;
mod preparation;
mod profile;
mod published;
mod required;
mod salary;
mod scales;
mod search;
mod seniority;
mod share;
mod show;
#[cfg(feature = "browse")]
pub mod sieve;
mod steps_of_pay;
mod team;
mod template;
mod terms;
mod title;
mod unmeasured;
mod vocabulary;
mod why;
mod why_pay;
mod within;
mod within_role;
mod worded;
mod words;
mod written_profile;

#[cfg(feature = "browse")]
pub use path::one_step;
pub use people::People;
#[cfg(feature = "browse")]
pub use profile::read as read_profile;
#[cfg(feature = "browse")]
pub use scales::claimed as claimed_word;
pub use show::files;
pub use team::answer as team;
pub use written_profile::invalid as invalid_profile;

use std::path::Path;

use crate::catalog::read::files::SourceFile;
use crate::catalog::{Catalog, Words};
use crate::request::{Decide, Explore, Verify};
use crate::text::hint::Hint;
use crate::text::sorting::Arrange;
use crate::view::error::{Error, Exit};
use crate::view::{Entry, PlacedTitle, View};
use lookup::Found;

/// A view, what the reader should be told beside it, and the exit code.
pub struct Answer<'a> {
    pub view: View<'a>,
    /// What became of names that are no exact ones.
    pub resolved: Vec<PlacedTitle<'a>>,
    /// Said on stderr: what was set aside to find a role.
    pub notes: Vec<String>,
    /// Said on stderr: what of a self-assessment was left out.
    pub warnings: Vec<Hint>,
    pub exit: Exit,
}

impl<'a> Answer<'a> {
    /// An answer with what the reader should know of it.
    pub fn noted(view: View<'a>, notes: Vec<String>) -> Self {
        Self { notes, ..view.into() }
    }

    /// Says of roles how they were found, to readers and to programs.
    pub fn told(mut self, found: impl IntoIterator<Item = Found<'a>>) -> Self {
        for found in found {
            self.notes.extend(found.note);
            self.resolved.extend(found.placed.map(|placed| *placed));
        }
        self
    }
}

impl<'a> From<View<'a>> for Answer<'a> {
    fn from(view: View<'a>) -> Self {
        Self { view, resolved: Vec::new(), notes: Vec::new(), warnings: Vec::new(), exit: Exit::Answered }
    }
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
    groups.arrange_by_key(|(group, _)| crate::view::group_order(group));
    groups
}

/// Finds the role that a name means.
///
/// # Errors
/// Where it means none, or several.
pub fn find<'a>(catalog: Catalog<'a>, name: &str) -> Result<Found<'a>, Error> {
    lookup::one(&catalog, name)
}

/// Finds the roles that the words of a command line name.
///
/// # Errors
/// Where one means none, or several.
pub fn find_all<'a>(catalog: Catalog<'a>, words: &[String]) -> Result<Vec<Found<'a>>, Error> {
    words::several(&catalog, words, words::SHOW)
}

/// Returns the id of the role that a title surely means.
pub fn meant<'a>(catalog: &Catalog<'a>, title: &str) -> Option<&'a str> {
    lookup::one(catalog, title).ok().map(|found| catalog.id(found.role))
}

/// Returns the ids and titles of the roles that are meant by what is typed of a name.
pub fn completed<'a>(catalog: &Catalog<'a>, typed: &str) -> Vec<(&'a str, &'a str)> {
    let ids = lookup::completed(catalog, typed);
    ids.into_iter().map(|role| (catalog.id(role), catalog.head(role).title)).collect()
}

/// Tells whether a name is exactly a role's.
pub fn is_role(catalog: Catalog<'_>, name: &str) -> bool {
    lookup::whole(&catalog, name).is_some()
}

/// Returns the id of the region that a name means, where it means one.
pub fn region_called<'a>(catalog: Catalog<'a>, name: &str) -> Option<&'a str> {
    place::find(&catalog, name).ok().map(|place| place.id())
}

/// Returns the id of the first region that `ROLES_REGION` names, where it names one.
#[cfg(feature = "browse")]
pub fn usual_region<'a>(catalog: Catalog<'a>, stated: &str) -> Option<&'a str> {
    let usual = crate::request::Usual { region: Some(stated.to_owned()) };
    place::asked_one(&catalog, None, &usual).ok()?.places.first().map(place::Place::id)
}

/// Returns what `list` may be asked for by a name, each as an option and its value.
pub fn filters_called(catalog: Catalog<'_>, name: &str) -> Vec<(&'static str, String)> {
    let level = pick::ranks(&catalog, name).is_ok().then(|| ("--level", name.to_owned()));
    let ids = [
        ("--family", pick::family(&catalog, name).ok().map(|it| it.id)),
        ("--track", pick::track(&catalog, name).ok().map(|it| it.id)),
        ("--tool", pick::tool(&catalog, name).ok().map(|it| it.id)),
        ("--competency", pick::competency(&catalog, name).ok().map(|it| it.id)),
    ];
    let ids = ids.into_iter().filter_map(|(option, id)| Some((option, id?.to_owned())));
    level.into_iter().chain(ids).filter(|(option, value)| list::has_any(catalog, option, value)).collect()
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
        #[cfg(feature = "browse")]
        Explore::Browse(_) => Err(crate::view::error::needs_a_terminal()),
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
        Decide::Profile(args) => template::answer(catalog, args),
        Decide::Gap(args) => fit::gap(catalog, args, &read(&args.profile)?),
        // A team is asked about by `team`.
        Decide::Match(args) => {
            matches::answer(catalog, args, &read(args.profile.as_deref().unwrap_or(Path::new("-")))?)
        }
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
