//! A higher grade of a role is paid as much as a lower one, or more.

use crate::catalog::Catalog;
use crate::catalog::model::{Grade, Money, PayRow, RegionIx, Series};
use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::load::RoleFile;
use crate::catalog::read::schema::place;
use crate::check::{Rule, Subject};
use crate::text::harmless::shown;

pub static RULE: Rule = Rule {
    name: "falling-band",
    what: "a grade's band is no lower than that of the grade below it, in the same region",
    why: "most often two bands were exchanged, or the grades do not stand lowest first",
    mend: "exchange the bands, or put the grades into their order; leave it, where it is meant",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let Some(catalog) = subject.catalog else { return Vec::new() };
    let graded = subject.layer.roles.iter().filter(|file| file.role.grades.is_some());
    graded.flat_map(|file| in_role(&catalog, file)).collect()
}

fn in_role(catalog: &Catalog<'_>, file: &RoleFile) -> Vec<Diagnostic> {
    let Some(role) = catalog.find_id(&file.id) else { return Vec::new() };
    let grades = catalog.grades(role);
    let written = file.role.grades.iter().flatten();
    let pairs = grades.windows(2).zip(written.skip(1));
    let fault = |(pair, written): (&[Grade<'_>], &crate::catalog::read::schema::Grade)| {
        let region = falls(catalog, &pair[0], &pair[1])?;
        let region = shown(catalog.region_name(region).id);
        let message = format!("`{}` is paid less than `{}` in `{region}`", pair[1].id, pair[0].id);
        Some(Diagnostic::at(&file.file, place(&written.id), RULE.name, message).warning().help(RULE.mend))
    };
    pairs.filter_map(fault).collect()
}

/// The first region in which the second grade has a lower band than the first, in one currency, period and basis.
fn falls(catalog: &Catalog<'_>, low: &Grade<'_>, high: &Grade<'_>) -> Option<RegionIx> {
    let below = bands(catalog, low);
    let is_lower = |(series, row): &(Series<'_>, PayRow<'_>)| {
        let same = |(other, beneath): &&(Series<'_>, PayRow<'_>)| {
            let terms = |it: &Series<'_>| (it.per, it.basis, it.kind);
            beneath.region == row.region && other.currency == series.currency && terms(other) == terms(series)
        };
        below.iter().find(same).is_some_and(|(_, beneath)| is_less(row, beneath))
    };
    bands(catalog, high).iter().find(|band| is_lower(band)).map(|(_, row)| row.region)
}

fn bands<'a>(catalog: &Catalog<'a>, grade: &Grade<'a>) -> Vec<(Series<'a>, PayRow<'a>)> {
    let rows = |label: &crate::catalog::model::PayLabel| {
        let mut series = catalog.series(label.series);
        let own = std::mem::take(&mut series.rows);
        let rows = own.into_iter().chain(catalog.state_rows(label.series)).chain(catalog.metro_rows(label.series));
        rows.map(|row| (series.clone(), row)).collect::<Vec<_>>()
    };
    grade.pay.iter().flat_map(rows).collect()
}

/// Whether any figure that both have is less.
fn is_less(row: &PayRow<'_>, beneath: &PayRow<'_>) -> bool {
    let figures = |it: &PayRow<'_>| -> [Option<Money>; 5] { [it.p10, it.p25, it.median, it.p75, it.p90] };
    figures(row).into_iter().zip(figures(beneath)).any(|(a, b)| a.zip(b).is_some_and(|(a, b)| a < b))
}
