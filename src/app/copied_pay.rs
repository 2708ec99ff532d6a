//! The bands of a role's file, as a file of another catalog can have them: that one may say no `pay:`, or another.

use crate::catalog::Catalog;
use crate::catalog::model::{Money, PayLabel, PayRow, RoleIx, Series};
use crate::store::quoted::quoted;

/// The field `salary:`, with all that the catalog of the file says of all its salaries; nothing where it states none.
pub fn written(catalog: &Catalog<'_>, role: RoleIx, origin: u8) -> String {
    let is_its_own = |label: &PayLabel| label.is_stated && label.origin == origin;
    let labels = catalog.profile(role).pay.into_iter().filter(is_its_own);
    let entries: String = labels.flat_map(|label| entries(catalog, &label)).collect();
    if entries.is_empty() { entries } else { format!("salary:\n{entries}") }
}

fn entries(catalog: &Catalog<'_>, label: &PayLabel) -> Vec<String> {
    let series = catalog.series(label.series);
    let rows = series.rows.iter().copied().chain(catalog.state_rows(label.series));
    rows.chain(catalog.metro_rows(label.series)).map(|row| entry(catalog, &series, &row)).collect()
}

fn entry(catalog: &Catalog<'_>, series: &Series<'_>, row: &PayRow<'_>) -> String {
    let amount = |amount: Option<Money>| amount.map(|amount| amount.value().to_string());
    let said = [
        ("region", Some(catalog.region_name(row.region).id.to_owned())),
        ("source", Some(catalog.source_name(series.source).id.to_owned())),
        ("currency", Some(series.currency.to_owned())),
        ("per", Some(series.per.name().to_owned())),
        ("basis", Some(series.basis.name().to_owned())),
        ("kind", Some(series.kind.name().to_owned())),
        ("year", Some(row.year.to_string())),
        ("n", row.n.map(|n| n.to_string())),
        ("p10", amount(row.p10)),
        ("p25", amount(row.p25)),
        ("median", amount(row.median)),
        ("p75", amount(row.p75)),
        ("p90", amount(row.p90)),
        ("note", row.note.map(quoted)),
    ];
    let said = said.into_iter().filter_map(|(field, said)| Some(format!("{field}: {}", said?)));
    format!("  - {{{}}}\n", said.collect::<Vec<_>>().join(", "))
}
