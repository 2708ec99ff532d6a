//! Which grade of a role a person reaches, or fits nearest.
//!
//! A grade is reached where everything that it asks for is mastered, and all of it can be compared. Where none is
//! reached, the nearest is the one whose levels lie closest to those claimed: asking for less is as far off as asking
//! for more.

use crate::catalog::Catalog;
use crate::catalog::model::RoleIx;
use crate::query::claims::Claims;
use crate::query::graded::Graded;
use crate::query::grades::entry;
use crate::query::likeness::closeness;
use crate::query::need::apart;
use crate::query::share::{percent, share};
use crate::view::GradeFit;

/// How well a person fits each grade of a role, lowest first; nothing of a role without grades.
pub fn fits<'a>(catalog: &Catalog<'a>, role: RoleIx, claims: &Claims) -> Vec<GradeFit<'a>> {
    let of = |grade: crate::catalog::model::Grade<'a>| {
        let name = entry(&grade);
        let whole = Graded { role, grade: Some(grade) }.profile(catalog);
        let is_compared = apart(&whole, claims).iter().all(|of| claims.aside.contains(of));
        let asked = claims.measured(whole);
        let fit = share(&asked, claims).map(percent);
        let closeness = closeness(&asked, claims, asked.ratings.len());
        GradeFit { grade: name, fit, reached: is_compared && fit == Some(100), closeness }
    };
    catalog.grades(role).into_iter().map(of).collect()
}

/// The highest grade that is reached, or else the nearest.
pub fn best<'a>(catalog: &Catalog<'a>, role: RoleIx, claims: &Claims) -> Option<GradeFit<'a>> {
    let fits = fits(catalog, role, claims);
    let reached = fits.iter().rev().find(|it| it.reached);
    let measured = fits.iter().rev().filter(|it| it.fit.is_some());
    // Of two that are equally near, the lower one.
    let nearest = || measured.max_by(|a, b| a.closeness.total_cmp(&b.closeness));
    reached.or_else(nearest).cloned()
}
