//! Figures of roles beside each other, for `path` and `compare`: one way to pick them.
//!
//! The figures that `salary` shows stand beside each other where nothing parts them. Where something does, those of
//! a source that knows all of the roles by figures of their own stand there, and of as many roles as can be they are
//! the ones that `salary` shows. Where there is no such source the figures that `salary` shows stand apart, and why.

use crate::catalog::model::{Match, Profile, RegionIx, RoleIx};
use crate::query::namer::Namer;
use crate::query::pay;
use crate::query::pay::Candidate;

/// A role, and every figure of it in a region, the best first.
pub struct End<'e, 'a> {
    pub role: RoleIx,
    pub profile: &'e Profile<'a>,
    pub rows: &'e [Candidate<'a>],
}

/// What is set beside each other.
pub enum Picked<'e, 'a> {
    Beside(Vec<&'e Candidate<'a>>),
    Apart { why: &'static str, shown: Vec<Option<&'e Candidate<'a>>> },
}

/// Says what else parts figures that may stand beside each other.
pub type Parts<'p, 'a> = &'p dyn Fn(&[&Candidate<'a>]) -> Option<&'static str>;

impl<'e, 'a> End<'e, 'a> {
    /// The figure that `salary` shows.
    fn shown(&self) -> Option<&'e Candidate<'a>> {
        pay::shown(self.rows, false).next()
    }

    /// Tells whether a label names the role, and not only a broader group.
    fn is_named_by(&self, one: &Candidate<'_>) -> bool {
        self.profile.pay.iter().any(|label| label.series == one.label.series && label.quality != Match::Proxy)
    }

    /// Its best figure that may stand beside another's, with its place.
    fn beside(&self, first: (&Self, &'e Candidate<'a>), parts: Parts<'_, 'a>) -> Option<(usize, &'e Candidate<'a>)> {
        let may_stand = |one: &Candidate<'a>| {
            let ends = [(first.0, Some(first.1)), (self, Some(one))];
            why_apart(&ends).is_none() && parts(&[first.1, one]).is_none()
        };
        self.rows.iter().enumerate().find(|(_, one)| one.may_be_compared() && may_stand(one))
    }
}

/// Picks what is set beside each other, and says why nothing is.
pub fn pick<'e, 'a>(ends: &[End<'e, 'a>], parts: Parts<'_, 'a>) -> Picked<'e, 'a> {
    let shown: Vec<Option<&Candidate<'a>>> = ends.iter().map(End::shown).collect();
    let why = why_apart(&ends.iter().zip(shown.iter().copied()).collect::<Vec<_>>());
    let known: Vec<&Candidate<'a>> = shown.iter().flatten().copied().collect();
    match why.or_else(|| parts(&known)) {
        None => Picked::Beside(known),
        Some(why) => common(ends, parts).map_or(Picked::Apart { why, shown }, Picked::Beside),
    }
}

/// The figures of a source that knows all of the roles.
fn common<'e, 'a>(ends: &[End<'e, 'a>], parts: Parts<'_, 'a>) -> Option<Vec<&'e Candidate<'a>>> {
    let (first, others) = ends.split_first()?;
    let row = |(at, one): (usize, &'e Candidate<'a>)| {
        let others = others.iter().map(|other| other.beside((first, one), parts));
        let row = std::iter::once(Some((at, one))).chain(others).collect::<Option<Vec<_>>>()?;
        let (places, row): (Vec<usize>, Vec<&Candidate<'a>>) = row.into_iter().unzip();
        let others = row.iter().filter(|one| !one.is_first).count();
        let is_whole = why_apart(&ends.iter().zip(row.iter().copied().map(Some)).collect::<Vec<_>>()).is_none();
        is_whole.then(|| ((others, places.iter().sum::<usize>()), row))
    };
    let rows = first.rows.iter().enumerate().filter(|(_, one)| one.may_be_compared()).filter_map(row);
    rows.min_by_key(|(order, _)| *order).map(|(_, row)| row)
}

/// The roles of which `salary` shows another figure than the one that stands beside the others'.
pub fn shown_otherwise<'a>(namer: &Namer<'a>, ends: &[End<'_, 'a>], row: &[&Candidate<'a>]) -> Vec<&'a str> {
    let others = ends.iter().zip(row).filter(|(_, one)| !one.is_first);
    others.map(|(end, _)| namer.catalog.id(end.role)).collect()
}

/// Returns every figure of a role in a region, the best first.
pub fn rows<'a>(namer: &Namer<'a>, role: RoleIx, profile: &Profile<'a>, region: RegionIx) -> Vec<Candidate<'a>> {
    let level = pay::level_of(&namer.catalog, region);
    pay::of_regions(&namer.catalog, role, profile, &level, &|at| at == region).remove(&region).unwrap_or_default()
}

const NO_FIGURE: &str = "no public figure of either";

/// Says why the figures of roles do not stand beside each other; nothing where they may. What is said is true of
/// the figures themselves, whatever else parts them.
fn why_apart<'e, 'a>(figures: &[(&End<'e, 'a>, Option<&Candidate<'a>>)]) -> Option<&'static str> {
    let known: Vec<&Candidate<'_>> = figures.iter().filter_map(|(_, figure)| *figure).collect();
    let names_others = |one: &&Candidate<'_>| figures.iter().filter(|(end, _)| end.is_named_by(one)).count() > 1;
    let are_two = figures.len() == 2;
    let Some(first) = known.first().filter(|_| known.len() == figures.len()) else {
        return Some(match (known.len(), are_two) {
            (0, true) => NO_FIGURE,
            (_, true) => "no public figure of the other",
            (_, false) => "no public figure of all of them",
        });
    };
    match known.as_slice() {
        known if known.iter().all(|one| one.label.series == first.label.series) => Some(match are_two {
            true => "not comparable: one published label stands for both",
            false => "not comparable: one published label stands for all",
        }),
        known if known.iter().any(|one| one.is_of_another_rank()) => {
            Some("not comparable: a figure is of another rank")
        }
        known if known.iter().any(|one| !one.is_own()) => Some("not comparable: a figure is of all ranks"),
        known if known.iter().any(|one| !one.may_be_compared()) => {
            Some("not comparable: a broader group of fewer than 20 people")
        }
        known => known
            .iter()
            .find_map(|one| first.parts_from(one))
            .or_else(|| known.iter().any(names_others).then_some(NAMES_ANOTHER)),
    }
}

const NAMES_ANOTHER: &str = "not comparable: the label of one names another of the roles too";
