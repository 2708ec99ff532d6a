//! The weights of roles, once all of them are known.

use std::collections::{BTreeMap, HashMap};

use crate::catalog::model::evidence::{ReadCell, Scales};
use crate::catalog::model::{CompetencyIx, Ground, Mapping, Rating, Standing, Terms};
use crate::catalog::parallel;
use crate::catalog::resolve::draft::Draft;
use crate::catalog::resolve::role::{Resolved, Unweighed, encoded};
use crate::catalog::score::editors;
use crate::catalog::score::ladder::even_out;
use crate::catalog::score::matches::{Link, Named, Sharing};
use crate::catalog::score::raw::Raws;
use crate::catalog::score::scale;
use crate::catalog::score::scale::Known;
use crate::catalog::score::weigh::{Weighed, Weighing};
use crate::text::sorting::Arrange;

/// Weighs the roles that were resolved anew. Where a layer says something that weights are computed from, the
/// scales of the frameworks are made anew as well: all roles are at hand then.
pub fn weigh<'a>(draft: &mut Draft<'a>, roles: &mut [Resolved<'a>], makes_scales: bool) {
    let mappings = mappings(draft, roles);
    for (role, mapping) in roles.iter_mut().zip(mappings) {
        role.mapping = mapping;
    }
    let competencies = draft.competencies.records.len();
    let raws = Raws::new(&draft.evidence, competencies);
    let made = makes_scales.then(|| scales(draft, &raws, roles));
    let weighing = Weighing { raws: &raws, scales: made.as_ref().unwrap_or(&draft.evidence.scales) };
    let ladders = on_ladders(draft, &weighing, roles);
    let anew: Vec<usize> = (0..roles.len()).filter(|at| roles[*at].unweighed.is_some()).collect();
    let batches: Vec<&[usize]> = anew.chunks(BATCH).collect();
    let work = |known: &mut Unread<'a>, batch: &&[usize]| {
        let one = |at: &usize| one(draft, &weighing, &roles[*at], ladders.get(at), known);
        batch.iter().map(one).collect::<Vec<_>>()
    };
    let weighed = parallel::map(parallel::threads(anew.len()), &batches, work);
    for (at, (ratings, terms)) in anew.into_iter().zip(weighed.into_iter().flatten()) {
        let rest = std::mem::replace(&mut roles[at].profile, ratings);
        roles[at].profile.extend_from_slice(&rest);
        roles[at].profile.shrink_to_fit();
        roles[at].terms = terms;
        roles[at].unweighed = None;
    }
    if let Some(scales) = made {
        draft.evidence.scales = scales;
    }
}

/// How many roles a thread takes at once.
const BATCH: usize = 16;

/// What was computed for roles that nobody read, by the records that they map to.
type Unread<'a> = HashMap<Mapping, Vec<Option<Weighed<'a>>>>;

/// The records of every role, and how well they name it. What the catalog beneath has stays as it is.
fn mappings(draft: &Draft<'_>, roles: &[Resolved<'_>]) -> Vec<Mapping> {
    let beneath: Vec<Vec<Link>> = roles.iter().map(links).collect();
    let named: Vec<Named<'_, '_>> = roles
        .iter()
        .zip(&beneath)
        .map(|(role, links)| Named {
            id: role.head.id,
            names: std::iter::once(role.head.title).chain(role.prose.aliases.iter().map(|alias| alias.name)).collect(),
            ladder: role.ladder.map(|link| link.of),
            rank: role.head.level,
            links,
            is_read: draft.readings_of(role.head.id).next().is_some(),
        })
        .collect();
    let sharing = Sharing::new(&named);
    let title = |record: u32| draft.evidence.records[record as usize].title;
    let mapping = |(at, role): (usize, &Resolved<'_>)| match role.unweighed {
        Some(_) => sharing.mapping(at, title),
        None => role.mapping.clone(),
    };
    roles.iter().enumerate().map(mapping).collect()
}

fn links(role: &Resolved<'_>) -> Vec<Link> {
    let beneath = || role.mapping.records.iter().map(|it| Link { record: it.record, quality: Some(it.quality) });
    role.unweighed.as_ref().map_or_else(|| beneath().collect(), |unweighed| unweighed.links.clone())
}

fn scales(draft: &Draft<'_>, raws: &Raws<'_, '_>, roles: &[Resolved<'_>]) -> Vec<Scales> {
    let competencies = draft.competencies.records.len();
    let known = roles.iter().filter(|role| !role.head.hidden).map(|role| {
        let mut weights = vec![None; competencies];
        draft.readings_of(role.head.id).for_each(|cell| weights[cell.competency.at()] = Some(editors(cell)));
        Known { mapping: &role.mapping, weights }
    });
    scale::scales(raws, &known.collect::<Vec<_>>(), competencies)
}

/// What readers read of the roles on ladders that have a role to weigh, evened out: by role.
fn on_ladders<'a>(
    draft: &Draft<'a>,
    weighing: &Weighing<'_, '_, 'a>,
    roles: &[Resolved<'a>],
) -> BTreeMap<usize, Vec<Weighed<'a>>> {
    let mut ladders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, role) in roles.iter().enumerate().filter(|(_, role)| !role.head.hidden) {
        role.ladder.iter().for_each(|link| ladders.entry(link.of).or_default().push(at));
    }
    ladders.retain(|_, rungs| rungs.len() > 1 && rungs.iter().any(|at| roles[*at].unweighed.is_some()));
    let mut weighed = BTreeMap::new();
    for (base, mut rungs) in ladders {
        rungs.arrange_by_key(|at| roles[*at].head.level);
        let mut those: Vec<Vec<Weighed<'a>>> = rungs.iter().map(|at| read(draft, weighing, &roles[*at])).collect();
        let base = rungs.iter().position(|at| roles[*at].head.id == base).unwrap_or(0);
        even_out(&mut those.iter_mut().collect::<Vec<_>>(), base);
        weighed.extend(rungs.into_iter().zip(those));
    }
    weighed
}

/// The weights of a role that readers read, but for those that its file states.
fn read<'a>(draft: &Draft<'a>, weighing: &Weighing<'_, '_, 'a>, role: &Resolved<'a>) -> Vec<Weighed<'a>> {
    let stated = |cell: &&ReadCell<'a>| !is_stated(role, cell.competency);
    let cells = draft.readings_of(role.head.id).filter(stated);
    cells.map(|cell| weighing.read(&role.mapping, cell)).collect()
}

fn is_stated(role: &Resolved<'_>, competency: CompetencyIx) -> bool {
    let stated = role.unweighed.iter().flat_map(|unweighed| &unweighed.stated);
    stated.into_iter().any(|rating| rating.competency == competency && !matches!(rating.ground, Ground::Equal(_)))
}

/// Returns the ratings of a role and their terms, as they are baked.
fn one<'a>(
    draft: &Draft<'a>,
    weighing: &Weighing<'_, '_, 'a>,
    role: &Resolved<'a>,
    on_ladder: Option<&Vec<Weighed<'a>>>,
    known: &mut Unread<'a>,
) -> (Vec<u8>, Vec<u8>) {
    let alone = if on_ladder.is_none() { read(draft, weighing, role) } else { Vec::new() };
    let read = on_ladder.unwrap_or(&alone);
    let competencies = draft.competencies.records.len();
    let unread = known.entry(role.mapping.clone()).or_insert_with(|| vec![None; competencies]);
    let mut weighed: Vec<Weighed<'a>> = read.clone();
    for (at, slot) in unread.iter_mut().enumerate() {
        let competency = CompetencyIx::from(at);
        let is_read = read.iter().any(|it| it.terms.competency == competency);
        if is_read || is_stated(role, competency) || role.mapping.records.is_empty() {
            continue;
        }
        if slot.is_none() {
            *slot = weighing.unread(&role.mapping, competency);
        }
        weighed.extend(slot.clone());
    }
    baked(role.unweighed.as_ref(), &weighed)
}

fn baked(unweighed: Option<&Unweighed<'_>>, weighed: &[Weighed<'_>]) -> (Vec<u8>, Vec<u8>) {
    let weights: Vec<Vec<u8>> =
        weighed.iter().map(|it| it.terms.readings.iter().map(|reading| reading.weight.rounded()).collect()).collect();
    let stated = || unweighed.into_iter().flat_map(|unweighed| &unweighed.stated);
    // Where a weight is known and the file states a level alone, the one stands beside the other.
    let with_level = |rating: Rating<'_>| {
        let stated = stated().find(|it| it.competency == rating.competency).and_then(|it| it.level);
        // A step that stands for none of our levels takes the place of what is read all the same.
        let is_apart = unweighed.is_some_and(|unweighed| unweighed.apart.contains(&rating.competency));
        if is_apart { None } else { stated.or(rating.level) }
    };
    let rated = weighed.iter().zip(&weights).map(|(it, weights)| (it.weight, rating(it, weights)));
    let rated = rated.map(|(weight, it)| (weight, Rating { level: with_level(it), ..it }));
    let is_known = |rating: &&Rating<'_>| weighed.iter().any(|it| it.terms.competency == rating.competency);
    let stated = stated().filter(|rating| !is_known(rating));
    let stated = stated.map(|rating| (f64::from(rating.weight), *rating));
    let mut ratings: Vec<(f64, Rating<'_>)> = rated.chain(stated).collect();
    // Weights that are shown alike stand in the order that they had before they were rounded.
    ratings.arrange_by(|a, b| {
        let shown = b.1.weight.cmp(&a.1.weight);
        shown.then(b.0.total_cmp(&a.0)).then(a.1.competency.cmp(&b.1.competency))
    });
    let ratings: Vec<Rating<'_>> = ratings.into_iter().map(|(_, rating)| rating).collect();
    let mut terms: Vec<&Terms<'_>> = weighed.iter().map(|weighed| &weighed.terms).collect();
    terms.arrange_by_key(|terms| terms.competency);
    (encoded(&ratings), encoded(&terms))
}

fn rating<'w>(weighed: &Weighed<'w>, weights: &'w [u8]) -> Rating<'w> {
    let Weighed { weight, level, terms } = weighed;
    let ground = match (terms.judged.and_then(|judged| judged.weight), terms.editors) {
        (_, None) => Ground::Evidence,
        (Some(judged), _) => Ground::Judged(weights, judged),
        (None, _) => Ground::Read(weights),
    };
    let speaks =
        |heard: &&crate::catalog::model::Heard| heard.standing <= Standing::Confirms || terms.editors.is_none();
    let heard = terms.heard.iter().filter(speaks);
    Rating {
        competency: terms.competency,
        weight: rounded(*weight),
        level: level.map(rounded),
        confidence: terms.confidence,
        ground,
        outside: terms.outside.map(|outside| outside.rounded()),
        is_contested: terms.is_contested,
        heard: heard.fold(0, |bits, heard| bits | crate::catalog::model::bit(usize::from(heard.framework))),
        origin: 0,
    }
}

/// Rounds half up; every weight and level lies between 0 and 100.
fn rounded(value: f64) -> u8 {
    (value + 0.5 + 1e-6).floor().clamp(0.0, 100.0) as u8
}
