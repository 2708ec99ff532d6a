//! The values of an option that takes several: names, parted at commas.

use crate::catalog::Catalog;
use crate::catalog::model::CompetencyIx;
use crate::query::pick::{Pick, Reading, certificate_read, competency, competency_read, tool_read};
use crate::view::error::{Error, ticked};

/// Parts the values of an option at commas, but for those that are a name.
pub fn listed<'w>(values: &'w [String], is_name: impl Fn(&'w str) -> bool) -> Vec<&'w str> {
    let parted = |value: &'w String| {
        let is_whole = !value.contains(',') || is_name(value);
        let mut parts: Vec<&str> = if is_whole { vec![value] } else { value.split(',').map(str::trim).collect() };
        // A comma too many asks for nothing.
        if parts.iter().any(|part| !part.is_empty()) {
            parts.retain(|part| !part.is_empty());
        }
        parts
    };
    values.iter().flat_map(parted).collect()
}

/// Parts what `--tool` was given.
pub fn tool_words<'w>(catalog: &Catalog<'_>, values: &'w [String]) -> Vec<&'w str> {
    listed(values, |value| matches!(tool_read(catalog, value, Reading::Typed), Ok(Some(_))))
}

/// Parts what `--certificate` was given.
pub fn certificate_words<'w>(catalog: &Catalog<'_>, values: &'w [String]) -> Vec<&'w str> {
    listed(values, |value| matches!(certificate_read(catalog, value, Reading::Typed), Ok(Some(_))))
}

/// Parts what `--competency` was given.
pub fn competency_words<'w>(catalog: &Catalog<'_>, values: &'w [String]) -> Vec<&'w str> {
    let weighted = |value: &'w str| value.rsplit_once(':').filter(|(_, least)| !least.contains(','));
    let is_name = |name: &str| matches!(competency_read(catalog, name, Reading::Typed), Ok(Some(_)));
    listed(values, |value| is_name(weighted(value).map_or(value, |(name, _)| name)))
}

/// A competency and the least weight asked for: `architecture:80`.
pub fn weighted<'a>(catalog: &Catalog<'a>, word: &str) -> Result<(Pick<'a, CompetencyIx>, u8), Error> {
    let (name, least) = word.rsplit_once(':').unwrap_or((word, "0"));
    let weight = least.trim().parse::<u8>().ok().filter(|weight| *weight <= 100);
    let picked = competency(catalog, name)?;
    let weight = weight.ok_or_else(|| {
        Error::failed(format!("{} is not a weight from 0 to 100", ticked(least)))
            .hint(format!("a competency with its least weight: `--competency {}:80`", picked.id))
    })?;
    Ok((picked, weight))
}
