//! How median pay changes in a step.
//!
//! A share is computed of two figures of one source, year, kind, basis, scale of seniority and region, of two labels
//! of which neither names both roles, or of two parts of one label, each of enough people. They are the two that
//! `salary` shows, or those of a source that knows both. Otherwise both figures stand, and no share of one.

use crate::catalog::model::{Profile, RegionIx, RoleIx};
use crate::query::namer::Namer;
use crate::query::one_source;
use crate::query::one_source::{End, Picked};
use crate::query::pay::Candidate;
use crate::view::PayChange;

/// Returns the change of the median from one role to another in a region.
pub fn change<'a>(
    namer: &Namer<'a>,
    from: (RoleIx, &Profile<'a>),
    to: (RoleIx, &Profile<'a>),
    region: RegionIx,
) -> PayChange<'a> {
    let [before, after] = [from, to].map(|(role, profile)| one_source::rows(namer, role, profile, region));
    let end = |(role, profile), rows| End { role, profile, rows };
    let ends = [end(from, before.as_slice()), end(to, after.as_slice())];
    let view = |figure: &Candidate<'a>| Box::new(figure.view(namer));
    match one_source::pick(&ends, &why_no_step) {
        Picked::Beside(row) => PayChange::Yes {
            from: view(row[0]),
            to: view(row[1]),
            shown_otherwise: one_source::shown_otherwise(namer, &ends, &row),
        },
        Picked::Apart { why, shown } => PayChange::No { why, from: shown[0].map(view), to: shown[1].map(view) },
    }
}

/// Says why figures that may stand beside each other tell no step of pay.
fn why_no_step(ends: &[&Candidate<'_>]) -> Option<&'static str> {
    match ends {
        _ if ends.iter().any(|end| end.is_broader()) => Some("not comparable: a figure is of a broader group"),
        _ if ends.iter().any(|end| end.is_few() && end.row.n.is_none()) => {
            Some("not comparable: a source does not say of how many people")
        }
        _ if ends.iter().any(|end| end.is_few()) => Some("not comparable: fewer than 30 people"),
        _ if ends.iter().any(|end| end.row.median.is_none()) => Some("not comparable: a figure without a median"),
        _ if ends.iter().any(|end| !end.tells_a_step()) => Some("not comparable: a source warns of its figure"),
        _ => None,
    }
}
