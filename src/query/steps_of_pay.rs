//! How median pay changes in a step, and why the figures of two roles are not set beside each other.
//!
//! A step is computed of the two figures that `salary` shows: of one source, year, kind, basis, scale of seniority
//! and region, of two labels of which neither names both roles, or of two parts of one label, each of enough people.
//! Otherwise both figures stand, and no share of one.

use crate::catalog::model::{Profile, RegionIx, RegionLevel, RoleIx};
use crate::query::namer::Namer;
use crate::query::pay;
use crate::query::pay::Candidate;
use crate::view::PayChange;

/// A role and its profile.
type End<'e, 'a> = (RoleIx, &'e Profile<'a>);

/// Returns the change of the median from one role to another in a region.
pub fn change<'a>(namer: &Namer<'a>, from: End<'_, 'a>, to: End<'_, 'a>, region: RegionIx) -> PayChange<'a> {
    let (before, after) = (shown(namer, from, region), shown(namer, to, region));
    let why = why_apart(&[(before.as_ref(), from.1), (after.as_ref(), to.1)])
        .or_else(|| before.as_ref().zip(after.as_ref()).and_then(|(before, after)| why_no_step(before, after)));
    let [from, to] = [before, after].map(|figure| figure.map(|figure| Box::new(figure.view(namer))));
    match (why, from, to) {
        (None, Some(from), Some(to)) => PayChange::Yes { from, to },
        (why, from, to) => PayChange::No { why: why.unwrap_or(NO_FIGURE), from, to },
    }
}

/// Returns the figure that `salary` shows of a role in a region.
pub fn shown<'a>(namer: &Namer<'a>, (role, profile): End<'_, 'a>, region: RegionIx) -> Option<Candidate<'a>> {
    let level: [RegionLevel; 1] = pay::level_of(&namer.catalog, region);
    let rows = pay::of_profile(&namer.catalog, role, profile, &level).remove(&region)?;
    pay::shown(&rows, false).next().cloned()
}

const NO_FIGURE: &str = "no public figure of either";

/// Says why the figures of roles do not stand beside each other; nothing where they may. What is said is true of
/// the figures themselves, whatever else parts them.
pub fn why_apart<'a>(figures: &[(Option<&Candidate<'a>>, &Profile<'a>)]) -> Option<&'static str> {
    let known: Vec<&Candidate<'_>> = figures.iter().filter_map(|(figure, _)| *figure).collect();
    let names =
        |profile: &Profile<'_>, one: &Candidate<'_>| profile.pay.iter().any(|label| label.series == one.label.series);
    let is_shared = |one: &&Candidate<'_>| figures.iter().filter(|(_, profile)| names(profile, one)).count() > 1;
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
        known if known.iter().any(is_shared) => Some("not comparable: a label stands for another of the roles too"),
        known => known.iter().find_map(|one| first.parts_from(one)),
    }
}

/// Says why two figures that may stand beside each other tell no step of pay.
fn why_no_step(from: &Candidate<'_>, to: &Candidate<'_>) -> Option<&'static str> {
    let ends = [from, to];
    match ends {
        _ if !from.is_of_one_cut(to) => Some("not comparable: parts of two labels"),
        _ if ends.iter().any(|end| end.is_few() && end.row.n.is_none()) => {
            Some("not comparable: a source does not say of how many people")
        }
        _ if ends.iter().any(|end| end.is_few()) => Some("not comparable: fewer than 30 people"),
        _ if ends.iter().any(|end| end.row.median.is_none()) => Some("not comparable: a figure without a median"),
        _ if ends.iter().any(|end| !end.tells_a_step()) => Some("not comparable: a source warns of its figure"),
        _ => None,
    }
}
