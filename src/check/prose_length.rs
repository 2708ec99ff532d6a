//! Prose is long enough to say something, and short enough to be read.

use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::load::RoleFile;
use crate::catalog::read::schema::place;
use crate::check::{Rule, Subject};
use crate::text::fold;

/// Words of a summary.
const SUMMARY: std::ops::RangeInclusive<usize> = 20..=90;
/// Words of a day.
const DAY: std::ops::RangeInclusive<usize> = 300..=1300;
/// Fewest paragraphs of a day.
const PARAGRAPHS: usize = 5;

pub static RULE: Rule = Rule {
    name: "prose-length",
    what: "a summary has 20 to 90 words; a day has five paragraphs or more, 300 to 1,300 words",
    why: "less says nothing of the role, more is not read",
    mend: "say what this person looks at, decides, argues about and mends; leave out what fits any role",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    subject.layer.roles.iter().flat_map(|file| summary(file).into_iter().chain(day(file))).collect()
}

fn summary(file: &RoleFile) -> Option<Diagnostic> {
    let summary = file.role.summary.as_ref()?;
    let count = words(&summary.value);
    let wrong = if count < *SUMMARY.start() { "short" } else { "long" };
    let message = format!("the summary is too {wrong}, in words: {count}");
    (!SUMMARY.contains(&count)).then(|| Diagnostic::at(&file.file, place(summary), RULE.name, message).help(RULE.what))
}

fn day(file: &RoleFile) -> Option<Diagnostic> {
    let day = file.role.day.as_ref()?;
    let count: usize = day.iter().map(|paragraph| words(&paragraph.value)).sum();
    if DAY.contains(&count) && day.len() >= PARAGRAPHS {
        return None;
    }
    let wrong = if count > *DAY.end() { "long" } else { "short" };
    let message = format!("the day is too {wrong}, in paragraphs and words: {}, {count}", day.len());
    let fault = match day.first() {
        Some(first) => Diagnostic::at(&file.file, place(first), RULE.name, message),
        None => Diagnostic::of_file(&file.file, RULE.name, message),
    };
    Some(fault.help(RULE.what))
}

/// How many words a text has.
fn words(text: &str) -> usize {
    let mut count = 0;
    fold::each_word(text, |_| count += 1);
    count
}
