//! Grades within a role: which of them a name says, what a role asks for at one of them, and how they follow each
//! other.

use crate::catalog::Catalog;
use crate::catalog::model::{CompetencyIx, Grade, Proficiency, Profile, RegionIx, RegionLevel, RoleIx};
use crate::query::fit;
use crate::query::lookup::Found;
use crate::query::namer::Namer;
use crate::query::pay;
use crate::query::pay::Candidate;
use crate::text::{fold, suggest};
use crate::view::error::{Error, ticked};
use crate::view::{Entry, GradeLevel, GradeRow, RoleName};

/// A role, at a grade where one is meant.
#[derive(Debug, Clone)]
pub struct Graded<'a> {
    pub role: RoleIx,
    pub grade: Option<Grade<'a>>,
}

impl<'a> Graded<'a> {
    pub fn of(catalog: &Catalog<'a>, found: &Found<'a>) -> Self {
        let grade = found.grade.and_then(|at| catalog.grades(found.role).into_iter().nth(at));
        Self { role: found.role, grade }
    }

    /// Returns the role, at the grade that was asked for by its id or a name.
    ///
    /// # Errors
    /// When the role has no such grade.
    pub fn asked(catalog: &Catalog<'a>, found: &Found<'a>, asked: Option<&str>) -> Result<Self, Error> {
        let Some(asked) = asked else { return Ok(Self::of(catalog, found)) };
        let mut grades = catalog.grades(found.role);
        let key = fold::key(asked);
        let at = grades.iter().position(|grade| names(grade).any(|name| fold::key(name) == key));
        match at {
            Some(at) => Ok(Self { role: found.role, grade: Some(grades.swap_remove(at)) }),
            None => Err(no_grade(catalog.head(found.role).id, asked, &grades)),
        }
    }

    /// Tells whether it is the same role, at the same grade.
    pub fn is(&self, other: &Self) -> bool {
        let id = |it: &Self| it.grade.as_ref().map(|grade| grade.id);
        self.role == other.role && id(self) == id(other)
    }

    pub fn name(&self, namer: &Namer<'a>) -> RoleName<'a> {
        RoleName { grade: self.grade.as_ref().map(entry), ..namer.role(self.role) }
    }

    /// Returns what the role asks for and is paid, at its grade.
    pub fn profile(&self, catalog: &Catalog<'a>) -> Profile<'a> {
        let mut profile = catalog.profile(self.role);
        let Some(grade) = &self.grade else { return profile };
        for rating in &mut profile.ratings {
            let own = grade.levels.iter().find(|(competency, _)| *competency == rating.competency);
            rating.level = own.map(|(_, level)| *level).or(rating.level);
        }
        let is_its_own = |competency: CompetencyIx| grade.expectations.iter().any(|it| it.competency == competency);
        profile.expectations.retain(|it| !is_its_own(it.competency));
        profile.expectations.extend(grade.expectations.iter().cloned());
        // The grade's own bands stand before those of the whole role.
        let whole = std::mem::take(&mut profile.pay);
        profile.pay = grade.pay.iter().copied().chain(whole).collect();
        profile
    }
}

/// What a grade is called: its id, its title, its other names.
fn names<'g>(grade: &'g Grade<'_>) -> impl Iterator<Item = &'g str> {
    [grade.id, grade.title].into_iter().chain(grade.aliases.iter().copied())
}

pub fn entry<'a>(grade: &Grade<'a>) -> Entry<'a> {
    Entry { id: grade.id, title: grade.title }
}

fn no_grade(id: &str, asked: &str, grades: &[Grade<'_>]) -> Error {
    let error = Error::failed(format!("{} has no grade {}", ticked(id), ticked(asked)));
    let ids: Vec<&str> = grades.iter().map(|grade| grade.id).collect();
    match ids.as_slice() {
        [] => error.hint(format!("it has no grades: leave `--grade` out; `grades:` of {}.yaml states some", id)),
        ids => error.hint(format!("its grades: {}", ids.join(", "))),
    }
}

/// Returns the grade that a name says of a role: the one whose name or id has the most words of it.
pub fn said(catalog: &Catalog<'_>, role: RoleIx, name: &str) -> Option<usize> {
    let grades = catalog.grades(role);
    if grades.is_empty() {
        return None;
    }
    let head = catalog.head(role);
    let typed = fold::words(name);
    let has = |words: &[String]| !words.is_empty() && typed.windows(words.len()).any(|part| part == words);
    // The role's own title says no grade, where one is called so too.
    let is_whole = [head.id, head.title].iter().any(|whole| fold::key(whole) == fold::key(name));
    let longest = |grade: &Grade<'_>| {
        let words = names(grade).map(fold::words).filter(|words| has(words));
        words.map(|words| words.len()).max()
    };
    let said = grades.iter().enumerate().filter_map(|(at, grade)| Some((longest(grade)?, at)));
    said.max_by_key(|(words, at)| (*words, std::cmp::Reverse(*at))).map(|(_, at)| at).filter(|_| !is_whole)
}

/// Returns the roles that have a grade of an id, each with its position.
pub fn called(catalog: &Catalog<'_>, id: &str) -> Vec<(RoleIx, usize)> {
    let key = fold::key(id);
    let of = |graded: crate::catalog::model::Graded<'_>| {
        let at = graded.grades.iter().position(|grade| fold::key(grade.id) == key)?;
        Some((graded.role, at))
    };
    catalog.graded().filter_map(of).filter(|(role, _)| !catalog.head(*role).hidden).collect()
}

/// Says which grade of which role a name means.
pub fn note(catalog: &Catalog<'_>, name: &str, role: RoleIx, at: usize) -> Option<String> {
    let grades = catalog.grades(role);
    let grade = grades.get(at)?;
    Some(format!("{} is grade {} of `{}`", ticked(name), ticked(grade.id), catalog.head(role).id))
}

/// Says that several roles have a grade of an id.
pub fn several(catalog: &Catalog<'_>, id: &str, roles: &[(RoleIx, usize)]) -> Error {
    let ids: Vec<&str> = roles.iter().map(|(role, _)| catalog.head(*role).id).take(8).collect();
    let commands: Vec<String> = ids.iter().take(3).map(|role| format!("roles show {role} --grade {id}")).collect();
    let commands: Vec<&str> = commands.iter().map(String::as_str).collect();
    Error::failed(format!("{} is a grade of {} roles: {}", ticked(id), roles.len(), ids.join(", ")))
        .hint(format!("say which: {}", suggest::one_of(&commands)))
}

/// Returns the rows of a role by region, the best first, and behind them those of each of its grades, where no grade
/// was asked for.
pub fn by_region<'a>(
    catalog: &Catalog<'a>,
    graded: &Graded<'a>,
    profile: &Profile<'a>,
    levels: &[RegionLevel],
) -> Vec<(RegionIx, Vec<Candidate<'a>>)> {
    let mut rows: Vec<_> = pay::of_profile(catalog, graded.role, profile, levels).into_iter().collect();
    if graded.grade.is_none() {
        for grade in catalog.grades(graded.role) {
            let bands = Profile { pay: grade.pay, ..Profile::default() };
            rows.extend(pay::of_profile(catalog, graded.role, &bands, levels));
        }
    }
    rows
}

/// Tells whether a role, or a grade of it, has a figure for a region itself.
pub fn has_figure(catalog: &Catalog<'_>, role: RoleIx, region: RegionIx) -> bool {
    let graded = Graded { role, grade: None };
    let rows = by_region(catalog, &graded, &catalog.profile(role), &pay::level_of(catalog, region));
    rows.iter().any(|(at, rows)| *at == region && rows[0].stands())
}

/// Returns the grades of a role as its page shows them.
pub fn rows<'a>(namer: &Namer<'a>, graded: &Graded<'a>) -> Vec<GradeRow<'a>> {
    let catalog = namer.catalog;
    let row = |grade: Grade<'a>| GradeRow {
        grade: entry(&grade),
        aliases: grade.aliases.clone(),
        years: grade.years,
        competencies: levels(&catalog, &grade),
        salary: bands(namer, graded.role, &grade),
        catalog: namer.origin(grade.origin),
        here: graded.grade.as_ref().is_some_and(|here| here.id == grade.id),
    };
    catalog.grades(graded.role).into_iter().map(row).collect()
}

/// What differs by competency, in the order of the file.
fn levels<'a>(catalog: &Catalog<'a>, grade: &Grade<'a>) -> Vec<GradeLevel<'a>> {
    let mut order: Vec<CompetencyIx> = grade.levels.iter().map(|(competency, _)| *competency).collect();
    order.extend(grade.expectations.iter().map(|it| it.competency));
    let mut seen = Vec::new();
    order.retain(|it| {
        !seen.contains(it) && {
            seen.push(*it);
            true
        }
    });
    let level =
        |competency: CompetencyIx| grade.levels.iter().find(|(of, _)| *of == competency).map(|(_, level)| *level);
    let says = |competency: CompetencyIx| grade.expectations.iter().filter(move |it| it.competency == competency);
    order
        .into_iter()
        .map(|at| GradeLevel {
            competency: fit::entry(catalog, at),
            level: level(at),
            proficiency: level(at).map(Proficiency::word),
            expects: says(at).flat_map(|it| it.says.iter().copied()).collect(),
        })
        .collect()
}

/// Every band of a grade, by region.
fn bands<'a>(namer: &Namer<'a>, role: RoleIx, grade: &Grade<'a>) -> Vec<crate::view::Pay<'a>> {
    let profile = Profile { pay: grade.pay.clone(), ..Profile::default() };
    let all = pay::of_profile(&namer.catalog, role, &profile, &pay::ALL_LEVELS);
    // In the order of the file: the first is the company's own.
    let mut rows: Vec<_> = all.into_values().filter_map(|rows| rows.into_iter().next()).collect();
    rows.sort_by_key(|row| grade.pay.iter().position(|label| label.series == row.label.series));
    rows.iter().map(|row| row.view(namer)).collect()
}
