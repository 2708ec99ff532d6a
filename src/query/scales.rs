//! Levels on scales of a company's own: in its words, and as a profile claims them.

use std::collections::HashMap;

use crate::catalog::Catalog;
use crate::catalog::model;
use crate::catalog::model::{Competency, CompetencyIx, OwnScale, Proficiency, Profile, ScaleIx, Stand};
#[cfg(feature = "browse")]
use crate::query::claims::Claims;
use crate::query::need::Steps;
use crate::query::worded::worded;
use crate::view::{Look, OwnLevel};

/// A level in the words of its scale.
pub fn level<'a>(catalog: &Catalog<'a>, stand: Stand) -> OwnLevel<'a> {
    level_on(&catalog.about().scales, stand)
}

/// The same, of scales that are at hand: for whoever asks of many.
pub fn level_on<'a>(scales: &[OwnScale<'a>], Stand { scale, step, steps }: Stand) -> OwnLevel<'a> {
    let scale = &scales[scale.at()];
    OwnLevel { word: scale.steps[usize::from(step) - 1].word, step, steps, scale: scale.words() }
}

/// Where a role stands on a scale of the company's own, in its words.
pub fn of_role<'a>(catalog: &Catalog<'a>, profile: &Profile<'_>, of: CompetencyIx) -> Option<OwnLevel<'a>> {
    profile.stand(of).map(|stand| level(catalog, stand))
}

fn scale<'a>(catalog: &Catalog<'a>, at: ScaleIx) -> OwnScale<'a> {
    catalog.about().scales.swap_remove(at.at())
}

/// What each level of a competency looks like, on the scale that it has.
pub fn looks<'a>(catalog: &Catalog<'a>, competency: &Competency<'a>) -> Vec<Look<'a>> {
    let steps = competency.steps(&catalog.about().scales);
    steps.into_iter().map(|step| worded(step.word, step.look)).collect()
}

/// What a level of ours looks like; of a competency that has another scale, in the words of the step that stands for it.
fn look_of_ours<'c, 'a>(
    catalog: &Catalog<'a>,
    competency: &'c Competency<'a>,
    level: Proficiency,
) -> &'c model::Look<'a> {
    let own = competency.scale.as_ref().and_then(|own| {
        let at = scale(catalog, own.scale).steps.iter().rposition(|step| step.means == Some(level))?;
        own.looks.get(at).filter(|look| !look.says.is_empty())
    });
    own.unwrap_or(&competency.looks[level as usize])
}

/// What the next step looks like, on the scale on which two levels are compared.
pub fn next_look<'a>(catalog: &Catalog<'a>, competency: &Competency<'a>, steps: Steps) -> Look<'a> {
    let at = usize::from(steps.have);
    match steps.stand {
        None => {
            let level = Proficiency::ALL[at.min(3)];
            worded(level.name(), look_of_ours(catalog, competency, level))
        }
        Some(stand) => {
            let step = scale(catalog, stand.scale).steps[at];
            worded(step.word, competency.look_at(stand.scale, at, step.means))
        }
    }
}

/// A level as a profile claims it.
#[derive(Clone, Copy)]
pub struct Claim {
    pub ours: Option<Proficiency>,
    pub stand: Option<Stand>,
}

/// Reads the levels of profiles, in our words and in those of companies.
pub struct Words<'a> {
    scales: Vec<OwnScale<'a>>,
    /// Of whole catalogs.
    of_catalogs: Vec<ScaleIx>,
    own: HashMap<CompetencyIx, ScaleIx>,
}

impl<'a> Words<'a> {
    pub fn new(catalog: &Catalog<'a>) -> Self {
        let model::About { scales, imprints, .. } = catalog.about();
        // The built-in catalog has none, and its competencies are read once.
        let own = if scales.is_empty() { HashMap::new() } else { own_scales(catalog) };
        Self { scales, of_catalogs: imprints.iter().filter_map(|imprint| imprint.scale).collect(), own }
    }

    /// The level that a word claims; of a competency that has a scale of its own first by that, of any other first by
    /// ours. A tool is claimed in our words alone.
    pub fn read(&self, of: Option<CompetencyIx>, word: &str) -> Option<Claim> {
        let ours = || {
            let level = Proficiency::ALL.into_iter().find(|level| level.name().eq_ignore_ascii_case(word))?;
            Some(Claim { ours: Some(level), stand: None })
        };
        let Some(of) = of else { return ours() };
        let own = self.own.get(&of).and_then(|scale| self.on(*scale, word));
        own.or_else(ours).or_else(|| self.of_catalogs.iter().find_map(|scale| self.on(*scale, word)))
    }

    fn on(&self, scale: ScaleIx, word: &str) -> Option<Claim> {
        let steps = &self.scales[scale.at()];
        let (step, found) = steps.find(word)?;
        Some(Claim { ours: found.means, stand: Some(Stand { scale, step, steps: steps.count() }) })
    }

    /// The words that a level of a competency may be claimed in.
    pub fn known(&self, of: Option<CompetencyIx>) -> Vec<&'a str> {
        let own = of.and_then(|of| self.own.get(&of)).map(|scale| self.scales[scale.at()].words());
        own.unwrap_or_else(|| Proficiency::ALL.map(Proficiency::name).to_vec())
    }
}

fn own_scales(catalog: &Catalog<'_>) -> HashMap<CompetencyIx, ScaleIx> {
    let own = catalog.competencies().enumerate();
    own.filter_map(|(at, competency)| Some((at.into(), competency.scale?.scale))).collect()
}

/// The level that a profile claims of a competency, in the words in which it does.
#[cfg(feature = "browse")]
pub fn claimed<'a>(catalog: &Catalog<'a>, claims: &Claims, of: CompetencyIx) -> Option<&'a str> {
    let own = claims.stands.get(&of).map(|stand| level(catalog, *stand).word);
    own.or_else(|| claims.competencies.get(&of).map(|level| level.name()))
}
