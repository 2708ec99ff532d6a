//! What a competency or a tool takes from the evidence stands there.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::model::evidence::Tables;
use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::load::In;
use crate::catalog::read::schema::{Competency, Elements, Tool, Word, place};
use crate::check::{Rule, Subject};
use crate::text::harmless::shown;
use crate::text::suggest;
use crate::text::suggest::SuggestionBudget;

pub static RULE: Rule = Rule {
    name: "unknown-mapping",
    what: "what a competency or a tool maps to stands in the evidence",
    why: "a misspelt name counts for nothing, and no weight shows it",
    mend: "write it to the letter of the source's own table, or take it out",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let Some(catalog) = subject.catalog else { return Vec::new() };
    let unpacked = catalog.unpacked();
    let mut look = Look {
        names: Names::new(&catalog.evidence(&unpacked)),
        sparing: SuggestionBudget::default(),
        faults: Vec::new(),
    };
    subject.layer.elements.iter().for_each(|written| look.elements(written));
    subject.layer.competencies.iter().for_each(|written| look.competency(written));
    subject.layer.tools.iter().for_each(|written| look.tool(written));
    look.faults
}

/// What the evidence has names for.
struct Names {
    /// Elements by source.
    elements: BTreeMap<String, BTreeSet<String>>,
    technologies: BTreeSet<String>,
    /// ESCO's, in small letters.
    esco_skills: BTreeSet<String>,
    esco_words: BTreeSet<String>,
    survey_tools: BTreeSet<String>,
}

impl Names {
    fn new(tables: &Tables<'_>) -> Self {
        let owned = |name: &str| name.to_owned();
        let mut elements: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for record in &tables.records {
            let source = tables.frameworks[record.framework as usize].name;
            elements.entry(owned(source)).or_default().extend(record.cells.iter().map(|cell| owned(cell.element)));
        }
        let esco = elements.get("esco").into_iter().flatten();
        let esco_skills: BTreeSet<String> = esco.map(|skill| skill.to_lowercase()).collect();
        let technologies = tables.technologies.iter().flat_map(|onet| &onet.technologies);
        Self {
            technologies: technologies.map(|technology| owned(technology.name)).collect(),
            esco_words: esco_skills.iter().flat_map(|skill| skill.split(' ')).map(owned).collect(),
            esco_skills,
            elements,
            survey_tools: tables.usage.iter().flat_map(|usage| &usage.shares).map(|(tool, _)| owned(tool)).collect(),
        }
    }
}

struct Look {
    names: Names,
    sparing: SuggestionBudget,
    faults: Vec<Diagnostic>,
}

impl Look {
    fn elements(&mut self, In { file, value }: &In<Elements>) {
        for speaking in value.elements.0.iter().map(|(_, speaking)| speaking) {
            let names = speaking.direct.iter().chain(&speaking.weak);
            self.named(file, &value.source.value, names);
        }
    }

    fn competency(&mut self, In { file, value }: &In<Competency>) {
        self.named(file, "onet", value.onet.iter().flatten());
        self.named(file, "gdad", value.gdad.iter().flatten());
        for (ladder, axes) in value.ladders.iter().flatten() {
            self.named(file, ladder, axes.iter());
        }
        let Self { names, sparing, faults } = self;
        let is_in_none = |piece: &&Word| {
            let piece = piece.value.to_lowercase();
            !names.esco_skills.iter().any(|skill| skill.contains(&piece))
        };
        let pieces = value.esco.iter().flatten().filter(is_in_none);
        faults.extend(missing(sparing, file, "ESCO skill with the words", pieces, &names.esco_words));
    }

    /// Notes elements that the records of a source do not have.
    fn named<'w>(&mut self, file: &str, source: &str, names: impl Iterator<Item = &'w Word>) {
        let Self { names: known, sparing, faults } = self;
        if known.elements.is_empty() {
            return;
        }
        match known.elements.get(source) {
            Some(elements) => {
                let what = format!("element of `{}`", shown(source));
                faults.extend(missing(sparing, file, &what, names, elements));
            }
            None => faults.extend(names.take(1).map(|word| no_framework(file, source, word, &known.elements))),
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
fn missing<'w>(
    sparing: &SuggestionBudget,
    file: &str,
    what: &str,
    words: impl Iterator<Item = &'w Word>,
    known: &BTreeSet<String>,
) -> Vec<Diagnostic> {
    let is_missing = |word: &&Word| !known.is_empty() && !known.contains(&*word.value);
    let told = words.filter(is_missing).map(|word| {
        let nearest = sparing.nearest(file, &word.value, known.iter().map(String::as_str));
        let message = format!("the evidence has no {what} `{}`", shown(&word.value));
        let help = suggest::did_you_mean(&nearest).unwrap_or_else(|| RULE.mend.to_owned());
        Diagnostic::at(file, place(word), RULE.name, message).help(help)
    });
    told.collect()
}

fn no_framework(file: &str, source: &str, word: &Word, known: &BTreeMap<String, BTreeSet<String>>) -> Diagnostic {
    let nearest = suggest::nearest(source, known.keys().map(String::as_str), 3);
    let message = format!("the evidence has no framework of `{}`", shown(source));
    let help = suggest::did_you_mean(&nearest).unwrap_or_else(|| RULE.mend.to_owned());
    Diagnostic::at(file, place(word), RULE.name, message).help(help)
}
