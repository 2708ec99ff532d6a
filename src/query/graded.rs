//! A role at one of its grades: what it asks for there, what it is paid, and how grades follow each other.

use crate::catalog::Catalog;
use crate::catalog::model::{CompetencyIx, Grade, Proficiency, Profile, Rating, RegionIx, RegionLevel, RoleIx};
use crate::query::grades::{self, entry};
use crate::query::lookup::Found;
use crate::query::namer::Namer;
use crate::query::pay;
use crate::query::pay::Candidate;
use crate::query::scales;
use crate::text::sorting::Arrange;
use crate::view::error::{Error, ticked, typeable};
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
    /// When the role has no such grade, or was itself named by another.
    pub fn asked(catalog: &Catalog<'a>, found: &Found<'a>, asked: Option<&str>) -> Result<Self, Error> {
        let Some(asked) = asked else { return Ok(Self::of(catalog, found)) };
        let at = asked_position(catalog, found, asked)?;
        Ok(Self { role: found.role, grade: catalog.grades(found.role).into_iter().nth(at) })
    }

    /// The role as a hint can be typed: a grade goes before the role's other grades.
    pub fn typed(&self, catalog: &Catalog<'a>) -> String {
        let id = catalog.id(self.role);
        self.grade.as_ref().map_or_else(|| id.to_owned(), |grade| typeable(&format!("{id} {}", grade.id)))
    }

    /// The role as it is spoken of, with its grade.
    pub fn said(&self, catalog: &Catalog<'a>) -> String {
        let id = catalog.id(self.role);
        self.grade.as_ref().map_or_else(|| id.to_owned(), |grade| format!("{id} {}", grade.id))
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
            rating.level = own.map_or(rating.level, |(_, level)| *level);
        }
        let of_others = of_other_grades(&profile, catalog.grades(self.role), grade);
        profile.ratings.retain(|rating| !of_others.contains(&rating.competency));
        let has_own = |competency: CompetencyIx| grade.levels.iter().any(|(of, _)| *of == competency);
        profile.placed.retain(|it| !has_own(it.competency));
        profile.placed.extend(grade.placed.iter().copied());
        let is_its_own = |competency: CompetencyIx| grade.expectations.iter().any(|it| it.competency == competency);
        profile.expectations.retain(|it| !is_its_own(it.competency));
        profile.expectations.extend(grade.expectations.iter().cloned());
        // The grade's own bands stand before those of the whole role.
        let whole = std::mem::take(&mut profile.pay);
        profile.pay = grade.pay.iter().copied().chain(whole).collect();
        profile
    }
}

/// The competencies that only other grades of a role speak of: the role itself says neither a level of them, nor what it
/// expects.
fn of_other_grades(whole: &Profile<'_>, grades: Vec<Grade<'_>>, own: &Grade<'_>) -> Vec<CompetencyIx> {
    let spoken = |grade: &Grade<'_>| -> Vec<CompetencyIx> {
        let expected = grade.expectations.iter().map(|it| it.competency);
        grade.levels.iter().map(|(of, _)| *of).chain(expected).collect()
    };
    let others: Vec<CompetencyIx> = grades.iter().filter(|it| it.id != own.id).flat_map(&spoken).collect();
    let own = spoken(own);
    let is_of_the_role = |rating: &&Rating<'_>| {
        rating.level.is_some()
            || whole.stand(rating.competency).is_some()
            || !whole.expects(rating.competency).is_empty()
    };
    let unsaid = whole.ratings.iter().filter(|rating| !is_of_the_role(rating)).map(|rating| rating.competency);
    unsaid.filter(|of| others.contains(of) && !own.contains(of)).collect()
}

/// Returns the position of a role's grade, by its id or a name.
///
/// # Errors
/// When the role has no such grade.
pub fn position(catalog: &Catalog<'_>, role: RoleIx, asked: &str) -> Result<usize, Error> {
    let grades = catalog.grades(role);
    grades::position(&grades, asked).ok_or_else(|| no_grade(catalog.id(role), asked, &grades))
}

/// Returns the position of the grade that was asked for beside a name, which may say one itself.
///
/// # Errors
/// When the role has no such grade, or the name says another.
pub fn asked_position(catalog: &Catalog<'_>, found: &Found<'_>, asked: &str) -> Result<usize, Error> {
    let at = position(catalog, found.role, asked)?;
    match found.grade.filter(|said| *said != at) {
        None => Ok(at),
        Some(said) => {
            let (id, grades) = (catalog.id(found.role), catalog.grades(found.role));
            let (said, asked) = (grades[said].id, grades[at].id);
            let message =
                format!("the name says grade {} of `{id}`, and `--grade` says {}", ticked(said), ticked(asked));
            Err(Error::failed(message).hint(format!("`{id} --grade {}`, or the name alone", typeable(asked))))
        }
    }
}

fn no_grade(id: &str, asked: &str, grades: &[Grade<'_>]) -> Error {
    let error = Error::failed(format!("{} has no grade {}", ticked(id), ticked(asked)));
    let ids: Vec<&str> = grades.iter().map(|grade| grade.id).collect();
    match ids.as_slice() {
        [] => error.hint(format!("it has no grades: leave `--grade` out; `grades:` of {}.yaml states some", id)),
        ids => error.hint(format!("its grades: {}", ids.join(", "))),
    }
}

/// Returns the rows of a role by the regions that are wanted, the best first, and behind them those of each of its grades, where no grade
/// was asked for.
pub fn by_region<'a>(
    catalog: &Catalog<'a>,
    graded: &Graded<'a>,
    profile: &Profile<'a>,
    levels: &[RegionLevel],
    wants: &dyn Fn(RegionIx) -> bool,
) -> Vec<(RegionIx, Vec<Candidate<'a>>)> {
    let of = |profile: &Profile<'a>| pay::of_regions(catalog, graded.role, profile, levels, wants);
    let mut rows: Vec<_> = of(profile).into_iter().collect();
    if graded.grade.is_none() {
        for grade in catalog.grades(graded.role) {
            rows.extend(of(&Profile { pay: grade.pay, ..Profile::default() }));
        }
    }
    rows
}

/// Levels of region, and what [`by_region`] has at them.
pub type AtLevels<'a> = (Vec<RegionLevel>, Vec<(RegionIx, Vec<Candidate<'a>>)>);

/// Returns the rows at some levels of region, with the levels.
pub fn at_levels<'a>(
    catalog: &Catalog<'a>,
    graded: &Graded<'a>,
    profile: &Profile<'a>,
    levels: Vec<RegionLevel>,
    wants: &dyn Fn(RegionIx) -> bool,
) -> AtLevels<'a> {
    let rows = by_region(catalog, graded, profile, &levels, wants);
    (levels, rows)
}

/// Returns the rows to look at where no region is asked for: those of the world and of countries, or else of the
/// sites that alone a company has bands for.
pub fn usual<'a>(catalog: &Catalog<'a>, graded: &Graded<'a>, profile: &Profile<'a>) -> AtLevels<'a> {
    let at = |levels: [RegionLevel; 2]| at_levels(catalog, graded, profile, levels.to_vec(), &|_| true);
    let whole = at([RegionLevel::World, RegionLevel::Country]);
    if whole.1.iter().any(|(_, rows)| rows[0].stands()) {
        return whole;
    }
    let sites = at([RegionLevel::State, RegionLevel::Metro]);
    let is_theirs = |rows: &[Candidate<'_>]| rows[0].stands() && rows[0].label.is_stated;
    if sites.1.iter().any(|(_, rows)| is_theirs(rows)) { sites } else { whole }
}

/// Returns a region that a role, or a grade of it, has a figure for: for whoever asks for an example.
pub fn example<'a>(catalog: &Catalog<'a>, graded: &Graded<'a>, profile: &Profile<'a>) -> Option<RegionIx> {
    pay::example(catalog, graded.role, profile).or_else(|| {
        let grades = catalog.grades(graded.role).into_iter().filter(|_| graded.grade.is_none());
        let mut bands = grades.map(|grade| Profile { pay: grade.pay, ..Profile::default() });
        bands.find_map(|bands| pay::example(catalog, graded.role, &bands))
    })
}

/// Tells whether a role, or a grade of it, has a figure for a region itself.
pub fn has_figure(catalog: &Catalog<'_>, role: RoleIx, region: RegionIx) -> bool {
    let graded = Graded { role, grade: None };
    let is_it = |at| at == region;
    let rows = by_region(catalog, &graded, &catalog.profile(role), &pay::level_of(catalog, region), &is_it);
    rows.iter().any(|(_, rows)| rows[0].stands())
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
        |competency: CompetencyIx| grade.levels.iter().find(|(of, _)| *of == competency).and_then(|(_, it)| *it);
    let stand = |competency: CompetencyIx| grade.placed.iter().find(|it| it.competency == competency);
    let says = |competency: CompetencyIx| grade.expectations.iter().filter(move |it| it.competency == competency);
    order
        .into_iter()
        .map(|at| GradeLevel {
            competency: entry_of(catalog, at),
            level: level(at),
            proficiency: level(at).map(Proficiency::word),
            own_level: stand(at).map(|it| scales::level(catalog, it.stand)),
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
    rows.arrange_by_key(|row| grade.pay.iter().position(|label| label.series == row.label.series));
    rows.iter().map(|row| row.view(namer)).collect()
}

fn entry_of<'a>(catalog: &Catalog<'a>, at: CompetencyIx) -> Entry<'a> {
    let competency = catalog.competency_name(at);
    Entry { id: competency.id, title: competency.title }
}
