//! What a role's files state of competencies themselves: weights, levels, and what is expected.

use crate::catalog::model::{CompetencyIx, Confidence, Expectation, Ground, Placed, Proficiency, Rating, Stand};
use crate::catalog::read::diagnostic::{Diagnostic, FileOf};
use crate::catalog::read::schema;
use crate::catalog::read::schema::{Spanned, Whole, place};
use crate::catalog::resolve::draft::Draft;
use crate::catalog::resolve::faults::{Faults, again};
use crate::catalog::resolve::grades;
use crate::catalog::resolve::texts;
use crate::catalog::resolve::written::MergedRole;

/// How much a competency weighs of which nobody says it.
const EQUAL: u8 = 50;

fn weight(file: FileOf<'_>, written: &Spanned<Whole<u8>>) -> Result<u8, Diagnostic> {
    match written.value.0 {
        weight @ 0..=100 => Ok(weight),
        weight => {
            let message = format!("the weight {weight} is over 100");
            Err(Diagnostic::at(file, place(written), "crooked-weight", message))
        }
    }
}

/// What the file expects of competencies, in words.
pub fn expectations<'a>(draft: &Draft<'a>, written: &MergedRole<'a>, faults: &mut Faults) -> Vec<Expectation<'a>> {
    let Some(said) = written.competencies else { return Vec::new() };
    let stated = said.value.iter().filter_map(|stated| Some((stated, stated.expects.as_ref()?)));
    let read = |(stated, words): (&'a schema::StatedRating, &'a schema::OneOrMore)| {
        let says = words.0.iter().filter_map(|word| faults.keep(texts::text(said.file, "expects", word))).collect();
        // One that nothing is called by is told with its weight.
        let competency = draft.competency(said.file, &stated.competency).ok()?;
        Some(Expectation { competency: competency.into(), says })
    };
    stated.filter_map(read).collect()
}

/// Whether a level is stated that none of ours stands for.
pub fn is_apart(stated: &[Rating<'_>], of: CompetencyIx) -> bool {
    stated.iter().any(|rating| rating.competency == of && rating.level.is_none())
}

/// The weights that the file states itself, and where levels stand on scales of one's own.
pub fn stated_ratings<'a>(
    draft: &Draft<'a>,
    written: &MergedRole<'a>,
    faults: &mut Faults,
) -> (Vec<Rating<'a>>, Vec<Placed>) {
    let (mut ratings, mut placed): (Vec<Rating<'a>>, Vec<Placed>) = (Vec::new(), Vec::new());
    for (file, stated) in
        written.competencies.into_iter().flat_map(|said| said.value.iter().map(move |it| (said.file, it)))
    {
        let Some((rating, stand)) = faults.keep(rating(draft, file, stated)) else { continue };
        placed.extend(stand.map(|stand| Placed { competency: rating.competency, stand }));
        match ratings.iter().any(|other| other.competency == rating.competency) {
            true => {
                faults.0.push(again(file, &stated.competency, draft.competencies.records[rating.competency.at()].id))
            }
            false => ratings.push(rating),
        }
    }
    // What grades alone speak of is the role's too.
    for (file, word) in grades::spoken_of(written) {
        let Ok(competency) = draft.competency(file, word) else { continue };
        if ratings.iter().all(|rating| rating.competency != competency.into()) {
            ratings.push(unweighted(competency, None, Ground::Equal(""), file));
        }
    }
    (ratings, placed)
}

fn rating<'a>(
    draft: &Draft<'a>,
    file: FileOf<'_>,
    stated: &'a schema::StatedRating,
) -> Result<(Rating<'a>, Option<Stand>), Diagnostic> {
    let competency = draft.competency(file, &stated.competency)?;
    let weight = stated.weight.as_ref().map(|weight| self::weight(file, weight)).transpose()?;
    let why = stated.why.as_deref().unwrap_or("");
    let level = stated.level.as_ref().map(|word| draft.level_of(file, competency, word)).transpose()?;
    let ours = level.and_then(|level| level.ours).map(Proficiency::score);
    let rating = match weight {
        Some(weight) => Rating { weight, ..unweighted(competency, ours, Ground::Stated(why), file) },
        None => unweighted(competency, ours, Ground::Equal(why), file),
    };
    Ok((rating, level.and_then(|level| level.stand)))
}

/// A rating that the file states, and that weighs as much as every other without a weight.
fn unweighted<'a>(competency: usize, level: Option<u8>, ground: Ground<'a>, file: FileOf<'_>) -> Rating<'a> {
    Rating {
        competency: competency.into(),
        weight: EQUAL,
        level,
        confidence: Confidence::C,
        ground,
        outside: None,
        is_contested: false,
        heard: 0,
        origin: file.catalog,
    }
}
