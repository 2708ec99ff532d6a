//! `roles salary --by seniority`: the parts of the labels that stand for a role, from the lowest up; one block a
//! source, label and region, and nothing of two sources mixed.

use std::collections::BTreeMap;

use crate::catalog::Catalog;
use crate::catalog::model::{Match, PayLabel, Profile, RegionIx, RegionLevel, RoleIx, SeriesIx, SourceIx};
use crate::query::namer::Namer;
use crate::query::pay;
use crate::query::pay::Candidate;
use crate::text::sorting::Arrange;
use crate::view::Pay;

/// A source's label that is cut by seniority.
type Cut<'a> = (SourceIx, &'a str);

/// Returns the parts of every label of a role that its source cuts, the best match first.
pub fn rows<'a>(
    namer: &Namer<'a>,
    role: RoleIx,
    levels: &[RegionLevel],
    wants: impl Fn(RegionIx) -> bool,
) -> Vec<(RegionIx, Pay<'a>)> {
    let catalog = namer.catalog;
    let profile = catalog.profile(role);
    let cuts = cuts(&catalog, &profile);
    let labels = parts(&catalog, &profile, &cuts);
    let whole = Profile { pay: labels.into_iter().map(|(_, label)| label).collect(), ..Profile::default() };
    let mut blocks: BTreeMap<(usize, &str, RegionIx), Vec<Candidate<'a>>> = BTreeMap::new();
    for (region, candidates) in pay::of_profile(&catalog, role, &whole, levels) {
        for candidate in candidates.into_iter().filter(|candidate| wants(region) && !candidate.series.top_of_market) {
            let cut = cut_of(&candidate);
            let order = cuts.iter().position(|(known, _)| *known == cut).unwrap_or(cuts.len());
            blocks.entry((order, namer.region(region).name, region)).or_default().push(candidate);
        }
    }
    // A label of which one part is known tells nothing of seniority.
    blocks.retain(|_, rows| rows.iter().filter(|row| row.series.seniority.is_some()).count() > 1);
    let mut rows = Vec::new();
    for mut block in blocks.into_values() {
        block.arrange_by_key(|row| row.series.seniority.map_or((u8::MAX, 0), |it| step(it.word)));
        rows.extend(block.iter().map(|row| (row.row.region, row.view(namer))));
    }
    rows
}

fn cut_of<'a>(candidate: &Candidate<'a>) -> Cut<'a> {
    let series = &candidate.series;
    (series.source, series.seniority.map_or(series.label, |it| it.of))
}

/// The labels of a role, or of which one of its labels is a part, each with the best of the role's.
fn cuts<'a>(catalog: &Catalog<'a>, profile: &Profile<'a>) -> Vec<(Cut<'a>, PayLabel)> {
    let mut cuts: Vec<(Cut<'a>, PayLabel)> = Vec::new();
    for label in &profile.pay {
        let series = catalog.series(label.series);
        let cut = (series.source, series.seniority.map_or(series.label, |it| it.of));
        match cuts.iter_mut().find(|(known, _)| *known == cut) {
            Some((_, best)) if label.quality < best.quality => *best = *label,
            Some(_) => {}
            None => cuts.push((cut, *label)),
        }
    }
    cuts.arrange_by_key(|(_, label)| label.quality);
    cuts
}

/// The series that are parts of these labels, or one of them whole. A part that is no label of the role's
/// stands for the people of the trade.
fn parts<'a>(catalog: &Catalog<'a>, profile: &Profile<'a>, cuts: &[(Cut<'a>, PayLabel)]) -> Vec<(SeriesIx, PayLabel)> {
    let part = |(at, series): (SeriesIx, crate::catalog::model::Series<'a>)| {
        let cut = (series.source, series.seniority.map_or(series.label, |it| it.of));
        let (_, label) = cuts.iter().find(|(known, _)| *known == cut)?;
        let own = profile.pay.iter().find(|own| own.series == at);
        Some((at, own.copied().unwrap_or(PayLabel { series: at, quality: Match::Proxy, ..*label })))
    };
    catalog.all_series().filter_map(part).collect()
}

/// Words for how far somebody is, from the lowest up.
const WORDS: [&[&str]; 13] = [
    &["intern", "trainee", "less than a year", "don't have"],
    &["entry", "junior", "associate"],
    &["i"],
    &["no level", "no grade", "middle", "mid"],
    &["ii"],
    &["iii"],
    &["iv"],
    &["v"],
    &["senior", "sr"],
    &["lead"],
    &["staff"],
    &["principal", "architect"],
    &["manager", "head", "executive"],
];

/// Returns where a part stands among those of its label: by its first number, else by its words.
fn step(word: &str) -> (u8, u32) {
    let folded = word.to_lowercase();
    let digits: String = folded.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    if let Ok(number) = digits.parse() {
        return (1, number);
    }
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).collect();
    let is_named =
        |names: &&[&str]| names.iter().any(|name| words.contains(name) || name.contains(' ') && folded.contains(name));
    match WORDS.iter().rposition(is_named) {
        Some(at) => (if at == 0 { 0 } else { 2 }, u32::try_from(at).unwrap_or(0)),
        None => (3, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn parts_stand_from_the_lowest_up() {
        let ladders: [&[&str]; 4] = [
            &["entry level", "mid level", "senior level", "executive level"],
            &["0 to 5 years of coding", "6 to 10 years of coding", "21 years of coding or more"],
            &["Junior, Associate, I", "no level in title", "II", "Senior", "Staff", "Principal"],
            &["Intern/Trainee", "Junior", "Middle", "Senior", "Lead / Team Lead", "Architect"],
        ];
        for ladder in ladders {
            assert!(ladder.is_sorted_by_key(|word| step(word)), "{ladder:?}");
        }
    }
}
