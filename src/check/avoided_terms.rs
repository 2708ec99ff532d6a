//! A page speaks of the work in the words of its trade.

use crate::catalog::Catalog;
use crate::catalog::model::{Competency, RoleIx};
use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::load::RoleFile;
use crate::check::{Rule, Subject};
use crate::text::fold;
use crate::text::sorting::Arrange;

/// How many of a role's weightiest competencies its page is asked for.
const ASKED: usize = 3;

pub static RULE: Rule = Rule {
    name: "avoided-terms",
    what: "a page has a term of one of its role's three weightiest competencies",
    why: "who looks for a role searches for what the trade calls the work; a page that writes around it is not found",
    mend: "call the thing what the trade calls it: `roles competencies ID` lists the terms",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let Some(catalog) = subject.catalog else { return Vec::new() };
    let competencies: Vec<Competency<'_>> = catalog.competencies().collect();
    let told = subject.layer.roles.iter().filter_map(|file| {
        let words = words(file);
        let asked = weightiest(&catalog, catalog.find_id(&file.id)?, &competencies);
        let has_terms = asked.iter().any(|competency| !competency.terms.is_empty());
        let is_named = asked.iter().flat_map(|competency| &competency.terms).any(|term| has(&words, term));
        let is_avoided = !words.is_empty() && has_terms && !is_named;
        let titles: Vec<&str> = asked.iter().map(|competency| competency.id).collect();
        let message = format!("the page has none of the terms of `{}`", titles.join("`, `"));
        is_avoided.then(|| Diagnostic::of_file(&file.file, RULE.name, message).help(RULE.mend))
    });
    told.collect()
}

/// The words of a role's prose, folded.
fn words(file: &RoleFile) -> Vec<String> {
    let prose = file.role.summary.iter().chain(file.role.day.iter().flatten());
    prose.flat_map(|text| fold::words(&text.value)).collect()
}

fn weightiest<'c, 'a>(
    catalog: &Catalog<'a>,
    role: RoleIx,
    competencies: &'c [Competency<'a>],
) -> Vec<&'c Competency<'a>> {
    let mut ratings = catalog.profile(role).ratings;
    ratings.arrange_by_key(|rating| std::cmp::Reverse(rating.weight));
    ratings.iter().take(ASKED).map(|rating| &competencies[rating.competency.at()]).collect()
}

/// Tells whether the words of a term stand in a text, one after the other.
fn has(text: &[String], term: &str) -> bool {
    let term = fold::words(term);
    !term.is_empty() && text.windows(term.len()).any(|run| run == term)
}
