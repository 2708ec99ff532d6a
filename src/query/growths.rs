//! What grows in a step from one role, or one grade, to the next.

use crate::catalog::Catalog;
use crate::catalog::model::{Proficiency, Profile, Rating};
use crate::query::scales;
use crate::text::sorting::Arrange;
use crate::view::{Entry, Growth};

/// How many competencies a step names.
const GROWTHS: usize = 3;

/// The competencies that grow most, by weight and level together. Where the role before has no
/// weight for one, nobody knows whether it grows.
pub fn growths<'a>(catalog: &Catalog<'a>, before: &Profile<'a>, after: &Profile<'a>) -> Vec<Growth<'a>> {
    let mut grown: Vec<(i32, &Rating<'a>, &Rating<'a>)> = after
        .ratings
        .iter()
        .filter_map(|to| Some((before.ratings.iter().find(|from| from.competency == to.competency)?, to)))
        .map(|(from, to)| (growth((before, from), (after, to)), from, to))
        .filter(|(growth, ..)| *growth > 0)
        .collect();
    grown.arrange_by_key(|(growth, _, to)| (-growth, to.competency));
    let view = |(_, from, to): (i32, &Rating<'a>, &Rating<'a>)| {
        let competency = catalog.competency_name(to.competency);
        Growth {
            competency: Entry { id: competency.id, title: competency.title },
            weight_from: from.weight,
            weight_to: to.weight,
            level_from: from.level,
            level_to: to.level,
            own_from: scales::of_role(catalog, before, to.competency),
            own_to: scales::of_role(catalog, after, to.competency),
        }
    };
    grown.into_iter().take(GROWTHS).map(view).collect()
}

/// Points of weight gained, and a band's worth for each word of level gained, where both are rated. What
/// loses in one of the two does not grow.
fn growth((before, from): (&Profile<'_>, &Rating<'_>), (after, to): (&Profile<'_>, &Rating<'_>)) -> i32 {
    let weight = i32::from(to.weight) - i32::from(from.weight);
    let word = |level: u8| if level == 0 { 0 } else { i32::from(Proficiency::of_level(level).score()) };
    let ours = || from.level.zip(to.level).map_or(0, |(from, to)| word(to) - word(from));
    let level = match (before.stand(from.competency), after.stand(to.competency)) {
        (Some(from), Some(to)) if from.scale == to.scale => i32::from(to.percent()) - i32::from(from.percent()),
        _ => ours(),
    };
    // A step of level counts as much as the competency matters there.
    if weight < 0 || level < 0 { 0 } else { weight + level * i32::from(to.weight) / 100 }
}
