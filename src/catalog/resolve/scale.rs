//! Scales of one's own for levels of competencies: what a catalog states, and which one a level stands on.

use crate::catalog::model::{Competency, CompetencyScale, Look, OwnScale, OwnStep, Proficiency, ScaleIx, Stand};
use crate::catalog::read::diagnostic::{Diagnostic, FileOf};
use crate::catalog::read::load::{In, Layer};
use crate::catalog::read::schema;
use crate::catalog::read::schema::{Word, place};
use crate::catalog::resolve::draft::Draft;
use crate::catalog::resolve::faults::Faults;
use crate::catalog::resolve::texts;
use crate::text::harmless::shown;
use crate::text::suggest;

const RULE: &str = "crooked-scale";

/// How many steps a scale has.
const STEPS: std::ops::RangeInclusive<usize> = 2..=7;

/// What a profile says in the place of a level.
const NO_LEVELS: [&str; 2] = ["none", "n/a"];

/// A level as a role's file states it.
#[derive(Clone, Copy)]
pub struct StatedLevel {
    /// The level of ours; none where a step of another scale stands for none.
    pub ours: Option<Proficiency>,
    /// Where it stands on a scale of the company's own.
    pub stand: Option<Stand>,
}

impl<'a> Draft<'a> {
    /// Notes the scale that a layer states for all of its competencies.
    pub(super) fn lay_scale(&mut self, layer: &'a Layer, catalog: u8, faults: &mut Faults) {
        let Some(written) = layer.about.first() else { return };
        let Some(steps) = &written.value.scale else { return };
        let scale = self.scale(written.of(catalog), steps, faults);
        self.own_scales.insert(catalog, scale);
    }

    /// Reads a scale. Two of the same steps are one.
    fn scale(&mut self, file: FileOf<'a>, written: &'a [schema::ScaleStep], faults: &mut Faults) -> ScaleIx {
        let read = |step: &'a schema::ScaleStep| {
            let word = faults.keep(texts::name(file, "step", &step.word)).unwrap_or_default();
            let means = step.means.as_ref().and_then(|means| {
                let ours = ours(&means.value);
                faults.0.extend(ours.is_none().then(|| no_level_of_ours(file, means)));
                ours
            });
            OwnStep { word, means }
        };
        let scale = namesakes(OwnScale { steps: written.iter().map(read).collect() });
        // One that is crooked is laid all the same, so that the levels on it are no faults of their own.
        let crooked = crooked(file, written, &scale);
        let known = self.scales.iter().position(|it| *it == scale);
        let at = known.unwrap_or_else(|| {
            self.scales.push(scale);
            self.scales.len() - 1
        });
        self.crooked_scales.extend((!crooked.is_empty()).then_some(ScaleIx::from(at)));
        faults.0.extend(crooked);
        at.into()
    }

    /// The scale of a competency that a layer lays, with what its steps look like: that which its entry states, of
    /// a competency of its own that of the catalog, or that which it has beneath.
    pub(super) fn scale_of(
        &mut self,
        written: &'a In<schema::Competency>,
        beneath: Option<&Competency<'a>>,
        catalog: u8,
        faults: &mut Faults,
    ) -> Option<CompetencyScale<'a>> {
        let (file, competency) = (written.of(catalog), &written.value);
        let old = beneath.and_then(|competency| competency.scale.clone());
        let of_catalog = self.own_scales.get(&catalog).copied();
        let stated = match &competency.scale {
            Some(steps) => Some(self.scale(file, steps, faults)),
            None if beneath.is_none() || self.is_worded_by(of_catalog, &competency.levels) => of_catalog,
            None => None,
        };
        let scale = stated.or(old.as_ref().map(|old| old.scale))?;
        let kept = old.filter(|old| old.scale == scale);
        let origin = if stated.is_some() { catalog } else { kept.as_ref().map_or(catalog, |old| old.origin) };
        let steps = &self.scales[scale.at()];
        let mut looks = kept.map_or_else(|| vec![Look::default(); steps.steps.len()], |old| old.looks);
        for (word, look) in &competency.levels.0 {
            match steps.find(&word.value) {
                Some((step, _)) => looks[usize::from(step) - 1] = self::look(file, word, look, faults),
                None if self.crooked_scales.contains(&scale) => {}
                None => faults.0.push(unknown_step(file, word, steps)),
            }
        }
        Some(CompetencyScale { scale, origin, looks })
    }

    /// Whether what levels look like is told by the words of a scale, and not by ours.
    fn is_worded_by(&self, scale: Option<ScaleIx>, levels: &schema::Looks) -> bool {
        let Some(scale) = scale.map(|scale| &self.scales[scale.at()]) else { return false };
        let is_of = |(word, _): &(Word, schema::Look)| scale.find(&word.value).is_some();
        !levels.0.is_empty() && levels.0.iter().all(is_of)
    }

    /// The scale on which a file of a catalog states the level of a competency; none where it is ours. A competency
    /// has its own, or else that of the file's catalog.
    fn scale_for(&self, catalog: u8, of: usize) -> Option<ScaleIx> {
        let own = self.competencies.records.get(of).and_then(|competency| competency.scale.as_ref());
        let of_file = own.filter(|own| own.origin == catalog).map(|own| own.scale);
        let beneath = own.filter(|own| own.origin < catalog).map(|own| own.scale);
        of_file.or(self.own_scales.get(&catalog).copied()).or(beneath)
    }

    /// Reads the level that a role's file states of a competency.
    ///
    /// # Errors
    /// A diagnostic where the scale has no such word.
    pub(super) fn level_of(&self, file: FileOf<'_>, of: usize, word: &Word) -> Result<StatedLevel, Diagnostic> {
        let Some(scale) = self.scale_for(file.catalog, of) else {
            let ours = ours(&word.value);
            return match ours.is_some() || self.unread_about.contains(&file.catalog) {
                true => Ok(StatedLevel { ours, stand: None }),
                false => Err(no_level_of_ours(file, word)),
            };
        };
        let steps = &self.scales[scale.at()];
        let Some((step, found)) = steps.find(&word.value) else {
            // Which steps a crooked scale will have once it is mended, nobody knows.
            return match self.crooked_scales.contains(&scale) {
                true => Ok(StatedLevel { ours: ours(&word.value), stand: None }),
                false => Err(unknown_step(file, word, steps)),
            };
        };
        Ok(StatedLevel { ours: found.means, stand: Some(Stand { scale, step, steps: steps.count() }) })
    }
}

/// A step that is called as a level of ours stands for it, unless somebody says otherwise: where the steps rise then too.
fn namesakes(scale: OwnScale<'_>) -> OwnScale<'_> {
    let means = |step: &OwnStep<'_>| step.means.or_else(|| ours(&step.word.to_lowercase()));
    let all: Vec<Proficiency> = scale.steps.iter().filter_map(means).collect();
    if !all.is_sorted() {
        return scale;
    }
    OwnScale { steps: scale.steps.iter().map(|step| OwnStep { means: means(step), ..*step }).collect() }
}

/// Notes where steps are too few or too many, one stands there twice, or what they stand for falls.
fn crooked(file: FileOf<'_>, written: &[schema::ScaleStep], scale: &OwnScale<'_>) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let mut fault = |step: &schema::ScaleStep, message: String, help: &str| {
        faults.push(Diagnostic::at(file, place(&step.word), RULE, message).help(help.to_owned()));
    };
    if !STEPS.contains(&written.len()) {
        let message = match written.len() {
            1 => "the scale has one step".to_owned(),
            several => format!("the scale has {several} steps"),
        };
        match written.first() {
            Some(first) => fault(first, message, "a scale has two to seven, the lowest first"),
            None => {
                let none = Diagnostic::of_file(file, RULE, "the scale has no step");
                return vec![none.help("a scale has two to seven steps, the lowest first: `[novice, able, strong]`")];
            }
        }
    }
    let mut highest: Option<(Proficiency, &schema::ScaleStep)> = None;
    for (at, step) in written.iter().enumerate() {
        let word = shown(&step.word.value);
        if scale.find(&step.word.value).is_some_and(|(first, _)| usize::from(first) <= at) {
            fault(step, format!("the scale has the step `{word}` twice"), "give each step a word of its own");
        }
        if NO_LEVELS.iter().any(|none| none.eq_ignore_ascii_case(step.word.value.trim())) {
            let message = format!("no step can be called `{word}`: it says that there is no level");
            fault(step, message, "begin with the lowest level, and leave out what is not mastered at all");
        }
        let stands_for = scale.steps.get(at).and_then(|step| step.means);
        let falls = stands_for.zip(highest).filter(|(means, (before, _))| means < before);
        if let Some((means, (before, beneath))) = falls {
            let beneath = shown(&beneath.word.value);
            let message =
                format!("`{word}` stands for {}, and `{beneath}` beneath it for {}", means.name(), before.name());
            fault(step, message, "steps rise, and so does what they stand for: the lowest step is first");
        }
        highest = stands_for.map(|means| (means, step)).or(highest);
    }
    faults
}

fn unknown_step(file: FileOf<'_>, word: &Word, scale: &OwnScale<'_>) -> Diagnostic {
    let message = format!("the scale has no step `{}`", shown(&word.value));
    let words = scale.words();
    let near = suggest::did_you_mean(&suggest::nearest(&word.value, words.iter().copied(), 1));
    let of_ours = || {
        let ours = ours(&word.value)?;
        let step = scale.steps.iter().find(|step| step.means == Some(ours))?;
        Some(format!("on this scale it is `{}`", shown(step.word)))
    };
    let all = || format!("its steps: {}", words.iter().map(|word| shown(word)).collect::<Vec<_>>().join(", "));
    Diagnostic::at(file, place(word), "unknown-level", message).help(near.or_else(of_ours).unwrap_or_else(all))
}

fn ours(word: &str) -> Option<Proficiency> {
    Proficiency::ALL.into_iter().find(|level| level.name() == word)
}

/// What a word says that is none of our levels: as of every word of a short list.
fn no_level_of_ours(file: FileOf<'_>, word: &Word) -> Diagnostic {
    let message = match &*word.value {
        "" | "~" | "null" => "a word is missing here".to_owned(),
        other => format!("`{}` is not a word for this", shown(other)),
    };
    let fault = Diagnostic::at(file, place(word), "unknown-word", message);
    fault.help(format!("one of: {}", Proficiency::ALL.map(Proficiency::name).join(", ")))
}

/// Reads what a level looks like.
pub(super) fn look<'a>(file: FileOf<'_>, level: &Word, stated: &'a schema::Look, faults: &mut Faults) -> Look<'a> {
    let mut read = |field: &str, words: &'a [Word]| -> Vec<&'a str> {
        words.iter().filter_map(|word| faults.keep(texts::text(file, field, word))).collect()
    };
    Look {
        says: read(&level.value, &stated.says),
        examples: read("examples", &stated.examples),
        signals: read("signals", &stated.signals),
    }
}

/// Notes what a competency whose levels are ours says of a level that is none of them.
pub(super) fn levels_of_ours(file: FileOf<'_>, levels: &schema::Looks, faults: &mut Faults) {
    for (word, _) in levels.0.iter().filter(|(word, _)| ours(&word.value).is_none()) {
        let names = Proficiency::ALL.map(Proficiency::name);
        let near = suggest::did_you_mean(&suggest::nearest(&word.value, names.into_iter(), 1));
        let fault =
            Diagnostic::at(file, place(word), "unknown-field", format!("no field is called `{}`", shown(&word.value)));
        let all = || format!("the fields are: {}; `scale:` states others", names.join(", "));
        faults.0.push(fault.help(near.unwrap_or_else(all)));
    }
}
