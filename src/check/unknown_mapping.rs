//! What a competency or a tool takes from the evidence stands there.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::model::evidence::Tables;
use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::load::In;
use crate::catalog::read::schema::{Competency, Tool, Word, place};
use crate::check::{Rule, Subject};
use crate::text::harmless::shown;
use crate::text::suggest;
use crate::text::suggest::Sparing;

pub static RULE: Rule = Rule {
    name: "unknown-mapping",
    what: "what a competency or a tool maps to stands in the evidence",
    why: "a misspelt name counts for nothing, and no weight shows it",
    mend: "copy the name from evidence/, to the letter, or take it out",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let Some(catalog) = subject.catalog else { return Vec::new() };
    let mut look = Look { names: Names::new(&catalog.evidence()), sparing: Sparing::default(), faults: Vec::new() };
    subject.layer.competencies.iter().for_each(|written| look.competency(written));
    subject.layer.tools.iter().for_each(|written| look.tool(written));
    look.faults
}

/// What the evidence has names for.
struct Names {
    elements: BTreeSet<String>,
    technologies: BTreeSet<String>,
    gdad_skills: BTreeSet<String>,
    /// In small letters.
    esco_skills: BTreeSet<String>,
    esco_words: BTreeSet<String>,
    /// Axes by ladder.
    axes: BTreeMap<String, BTreeSet<String>>,
    survey_tools: BTreeSet<String>,
}

impl Names {
    fn new(tables: &Tables<'_>) -> Self {
        let owned = |name: &str| name.to_owned();
        let esco = tables.esco.iter().flat_map(|esco| esco.essential.iter().chain(&esco.optional));
        let esco_skills: BTreeSet<String> = esco.map(|skill| skill.to_lowercase()).collect();
        let mut axes: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for ladder in &tables.ladders {
            let of_ladder = ladder.scores.iter().map(|(axis, _)| owned(axis));
            axes.entry(owned(ladder.name)).or_default().extend(of_ladder);
        }
        Self {
            elements: tables.onet.iter().flat_map(|onet| &onet.ratings).map(|rating| owned(rating.element)).collect(),
            technologies: tables.onet.iter().flat_map(|onet| &onet.technologies).map(|t| owned(t.name)).collect(),
            gdad_skills: tables.gdad.iter().flat_map(|gdad| &gdad.skills).map(|skill| owned(skill.name)).collect(),
            esco_words: esco_skills.iter().flat_map(|skill| skill.split(' ')).map(owned).collect(),
            esco_skills,
            axes,
            survey_tools: tables.usage.iter().flat_map(|usage| &usage.shares).map(|(tool, _)| owned(tool)).collect(),
        }
    }
}

struct Look {
    names: Names,
    sparing: Sparing,
    faults: Vec<Diagnostic>,
}

impl Look {
    fn competency(&mut self, In { file, value }: &In<Competency>) {
        let Self { names, sparing, faults } = self;
        faults.extend(missing(sparing, file, "O*NET element", value.onet.iter().flatten(), &names.elements));
        faults.extend(missing(sparing, file, "GDaD skill", value.gdad.iter().flatten(), &names.gdad_skills));
        let is_in_none = |piece: &&Word| {
            let piece = piece.value.to_lowercase();
            !names.esco_skills.iter().any(|skill| skill.contains(&piece))
        };
        let pieces = value.esco.iter().flatten().filter(is_in_none);
        faults.extend(missing(sparing, file, "ESCO skill with the words", pieces, &names.esco_words));
        for (ladder, axes) in value.ladders.iter().flatten().filter(|_| !names.axes.is_empty()) {
            let Some(known) = names.axes.get(ladder) else {
                faults.extend(axes.first().map(|axis| no_ladder(file, ladder, axis, &names.axes)));
                continue;
            };
            faults.extend(missing(sparing, file, "axis of that ladder", axes.iter(), known));
        }
    }

    fn tool(&mut self, In { file, value }: &In<Tool>) {
        let Self { names, sparing, faults } = self;
        faults.extend(missing(sparing, file, "O*NET technology", value.onet.iter().flatten(), &names.technologies));
        faults.extend(missing(sparing, file, "survey answer", value.surveys.iter().flatten(), &names.survey_tools));
    }
}

/// Returns a fault for each word that the evidence has not. A catalog without such evidence says
/// nothing of it.
fn missing<'l>(
    sparing: &'l Sparing,
    file: &'l str,
    what: &'l str,
    words: impl Iterator<Item = &'l Word>,
    known: &'l BTreeSet<String>,
) -> impl Iterator<Item = Diagnostic> {
    let is_missing = |word: &&Word| !known.is_empty() && !known.contains(&*word.value);
    words.filter(is_missing).map(move |word| {
        let nearest = sparing.nearest(file, &word.value, known.iter().map(String::as_str));
        let message = format!("the evidence has no {what} `{}`", shown(&word.value));
        let help = suggest::did_you_mean(&nearest).unwrap_or_else(|| RULE.mend.to_owned());
        Diagnostic::at(file, place(word), RULE.name, message).help(help)
    })
}

fn no_ladder(file: &str, ladder: &str, axis: &Word, known: &BTreeMap<String, BTreeSet<String>>) -> Diagnostic {
    let nearest = suggest::nearest(ladder, known.keys().map(String::as_str), 3);
    let message = format!("the evidence has no ladder `{}`", shown(ladder));
    let help = suggest::did_you_mean(&nearest).unwrap_or_else(|| RULE.mend.to_owned());
    Diagnostic::at(file, place(axis), RULE.name, message).help(help)
}
