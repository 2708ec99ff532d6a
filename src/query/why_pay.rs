//! The pay behind a page: its labels, and every row of a region.

use std::collections::BTreeSet;

use crate::catalog::Catalog;
use crate::catalog::model;
use crate::catalog::model::{PayRow, Profile, RegionIx, RegionLevel, SourceIx};
use crate::query::graded::Graded;
use crate::query::namer::Namer;
use crate::query::{graded, pay};
use crate::view::{Because, PayLabel, WhySalary};

/// Every row of a region that may stand for a role, and behind them those of its grades, where no grade is meant.
pub fn because<'a>(
    namer: &Namer<'a>,
    graded: &Graded<'a>,
    profile: &Profile<'a>,
    region: RegionIx,
) -> Option<(Because<'a>, Vec<SourceIx>)> {
    let levels = pay::level_of(&namer.catalog, region);
    let of_region = graded::by_region(&namer.catalog, graded, profile, &levels, &|at| at == region);
    if of_region.is_empty() {
        return None;
    }
    let all = || of_region.iter().flat_map(|(_, rows)| rows.iter().enumerate());
    let sources = all().map(|(_, candidate)| candidate.series.source).collect();
    let row = |(at, candidate): (usize, &pay::Candidate<'a>)| WhySalary {
        shown: at == 0 && candidate.stands(),
        pay: candidate.view(namer),
    };
    Some((Because::Salary(all().map(row).collect()), sources))
}

/// A label of pay, and how many regions it has figures of.
pub fn label<'a>(catalog: &Catalog<'a>, label: &model::PayLabel) -> PayLabel<'a> {
    let series = catalog.series(label.series);
    PayLabel {
        source: catalog.source_name(series.source).id,
        label: series.label,
        quality: label.quality.name(),
        countries: regions(catalog, RegionLevel::Country, series.rows),
        states: regions(catalog, RegionLevel::State, catalog.state_rows(label.series)),
        metros: regions(catalog, RegionLevel::Metro, catalog.metro_rows(label.series)),
    }
}

/// How many regions of a level rows are of: one may have several years, or parts.
fn regions(catalog: &Catalog<'_>, level: RegionLevel, rows: Vec<PayRow<'_>>) -> usize {
    let regions: BTreeSet<RegionIx> = rows.into_iter().map(|row| row.region).collect();
    regions.into_iter().filter(|region| catalog.region_name(*region).level == level).count()
}
