//! `roles salary`: what roles are paid, and where.

use crate::app::cli;
use crate::app::cli::{By, PaySort};
use crate::catalog::Catalog;
use crate::catalog::model::{RegionIx, RegionLevel, RoleIx};
use crate::query::namer::Namer;
use crate::query::{Answer, lookup, pay, pick};
use crate::view::error::{Error, ticked};
use crate::view::{Pay, RolePay, Salaries, View};

/// Returns the pay of roles, or of every role that has a figure in a region.
///
/// # Errors
/// When a role or region is unknown, when there is no figure, or when figures that cannot be
/// compared are to be sorted.
pub fn answer<'a>(catalog: Catalog<'a>, args: &cli::Salary) -> Result<Answer<'a>, Error> {
    let found = lookup::several(&catalog, &args.roles)?;
    let regions = args.region.iter().map(|word| pick::region(&catalog, word)).collect::<Result<Vec<_>, _>>()?;
    if found.is_empty() && regions.is_empty() {
        return Err(Error::failed("neither a role nor a region is named")
            .hint("`roles salary cto`, or `roles salary --region de` for every role there"));
    }
    let namer = Namer::new(catalog);
    let notes = found.iter().filter_map(|found| found.note.clone()).collect();
    let roles: Vec<RoleIx> = match found.as_slice() {
        [] => catalog.heads().map(|(role, _)| role).collect(),
        found => found.iter().map(|found| found.role).collect(),
    };
    let view = salaries(&namer, &roles, &regions, args, !found.is_empty());
    if view.rows.is_empty() {
        return Err(no_figure(&catalog, &found, &regions));
    }
    Ok(Answer::noted(View::Salary(sorted(view, args.sort)?), notes))
}

fn salaries<'a>(
    namer: &Namer<'a>,
    roles: &[RoleIx],
    regions: &[RegionIx],
    args: &cli::Salary,
    by_name: bool,
) -> Salaries<'a> {
    let mut view = Salaries { rows: Vec::new(), without: Vec::new(), all_sources: args.all_sources };
    for role in roles {
        let rows = rows(namer, *role, regions, args);
        if rows.is_empty() && by_name {
            view.without.push(namer.role(*role));
        }
        view.rows.extend(rows.into_iter().map(|pay| RolePay { role: namer.role(*role), pay }));
    }
    view
}

fn rows<'a>(namer: &Namer<'a>, role: RoleIx, regions: &[RegionIx], args: &cli::Salary) -> Vec<Pay<'a>> {
    let catalog = namer.catalog;
    let levels = levels(&catalog, regions, args.by);
    let mut rows = Vec::new();
    for (region, candidates) in pay::candidates(&catalog, role, &levels) {
        let is_asked = match (regions, args.by) {
            ([], _) => true,
            (regions, None) => regions.contains(&region),
            (regions, Some(_)) => regions.iter().any(|wanted| pay::lies_in(&catalog, region, *wanted)),
        };
        let shown = if args.all_sources { candidates.len() } else { 1 };
        if is_asked {
            rows.extend(candidates.iter().take(shown).map(|candidate| candidate.view(namer)));
        }
    }
    pay::sorted(&mut rows);
    rows
}

fn levels(catalog: &Catalog<'_>, regions: &[RegionIx], by: Option<By>) -> Vec<RegionLevel> {
    match by {
        Some(By::Country) => vec![RegionLevel::Country],
        Some(By::State) => vec![RegionLevel::State],
        Some(By::Metro) => vec![RegionLevel::Metro],
        None if regions.is_empty() => vec![RegionLevel::World, RegionLevel::Country],
        None => regions.iter().flat_map(|region| pay::level_of(catalog, *region)).collect(),
    }
}

fn no_figure(catalog: &Catalog<'_>, found: &[lookup::Found], regions: &[RegionIx]) -> Error {
    let ids: Vec<&str> = found.iter().map(|found| catalog.head(found.role).id).collect();
    let places: Vec<&str> = regions.iter().map(|region| catalog.region_name(*region).id).collect();
    let of = if ids.is_empty() { String::new() } else { format!(" of {}", ticked(&ids.join(" "))) };
    let place = if places.is_empty() { String::new() } else { format!(" in {}", ticked(&places.join(" "))) };
    let error = Error::nothing(format!("no public figure{of}{place}"));
    match ids.first() {
        Some(id) if !regions.is_empty() => error.hint(format!("`roles salary {id}` shows where there is one")),
        Some(id) => error.hint(format!("`roles salary {id} --by state` looks at states")),
        None => error.hint("`roles regions` says how many roles have a figure where"),
    }
}

/// Medians are put in order only where they can be compared.
fn sorted(mut view: Salaries<'_>, by: PaySort) -> Result<Salaries<'_>, Error> {
    match by {
        PaySort::Region => {}
        PaySort::Role => view.rows.sort_by_key(|row| (row.role.title, row.pay.region.name)),
        PaySort::Median => {
            comparable(&view.rows)?;
            view.rows.sort_by_key(|row| (std::cmp::Reverse(row.pay.median), row.role.title));
        }
    }
    Ok(view)
}

fn comparable(rows: &[RolePay<'_>]) -> Result<(), Error> {
    let of = |row: &RolePay<'_>| {
        (row.pay.currency.to_owned(), row.pay.per.to_owned(), row.pay.basis.to_owned(), row.pay.kind.to_owned())
    };
    let mut kinds: Vec<_> = rows.iter().map(of).collect();
    kinds.sort();
    kinds.dedup();
    if kinds.len() <= 1 {
        return Ok(());
    }
    let named: Vec<String> =
        kinds.iter().take(4).map(|(currency, per, basis, kind)| format!("{currency} a {per} {basis} {kind}")).collect();
    Err(Error::failed(format!("these medians cannot be put in order: {}", named.join(", ")))
        .hint("nothing is converted: name one region, as in `--region us`, or sort by `role`"))
}
