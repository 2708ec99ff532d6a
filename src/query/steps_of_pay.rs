//! How median pay changes in a step: only within one source, kind, basis, scale of seniority and region, of
//! two labels that differ, each of enough people. Otherwise both figures stand, and no share of one.

use crate::catalog::model::{Profile, RegionIx, RegionLevel, RoleIx};
use crate::query::namer::Namer;
use crate::query::pay;
use crate::query::pay::Candidate;
use crate::view::PayChange;

/// A role and its profile.
type End<'e, 'a> = (RoleIx, &'e Profile<'a>);

/// Returns the change of the median from one role to another in a region.
pub fn change<'a>(namer: &Namer<'a>, from: End<'_, 'a>, to: End<'_, 'a>, region: RegionIx) -> PayChange<'a> {
    let level: [RegionLevel; 1] = pay::level_of(&namer.catalog, region);
    let of = |(role, profile): End<'_, 'a>| {
        pay::of_profile(&namer.catalog, role, profile, &level).remove(&region).unwrap_or_default()
    };
    let (before, after) = (of(from), of(to));
    let own = |rows: &[Candidate<'a>], others: &[Candidate<'a>]| -> Vec<Candidate<'a>> {
        // A label that names the other role as well as this one is not this one's.
        let is_shared = |row: &Candidate<'a>| {
            others.iter().any(|other| other.label.series == row.label.series && other.quality <= row.quality)
        };
        rows.iter().filter(|row| row.tells_a_step() && !is_shared(row)).cloned().collect()
    };
    let (ours, theirs) = (own(&before, &after), own(&after, &before));
    let pairs = theirs.iter().flat_map(|to| ours.iter().map(move |from| (from, to)));
    if let Some((from, to)) = pairs.into_iter().find(|(from, to)| from.is_alike(to)) {
        return PayChange::Yes { from: Box::new(from.view(namer)), to: Box::new(to.view(namer)) };
    }
    let figure = |rows: &[Candidate<'a>]| pay::shown(rows, false).next().map(|row| Box::new(row.view(namer)));
    let (from, to) = (figure(&before), figure(&after));
    let why = match (&from, &to) {
        (None, _) | (_, None) => "no public figure for both",
        (Some(from), Some(to)) if from.label == to.label && from.source.id == to.source.id => {
            "not comparable: one published label covers both roles"
        }
        (Some(from), Some(to)) if from.all_ranks || to.all_ranks => "not comparable: a figure is of all ranks",
        _ => "not comparable: no source has both by one scale, each of 30 people or more",
    };
    PayChange::No { why, from, to }
}
