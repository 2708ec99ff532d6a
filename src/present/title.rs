//! What titles mean.

use crate::present::document::Block;
use crate::present::figures::role_name;
use crate::present::label::Label;
use crate::present::records::{Audience, Record, Records};
use crate::present::text::{labelled, text};
use crate::text::hint::{Ask, Hint, hint};
use crate::view::{PlacedTitle, PlacedTitles, TitleCandidate};

pub fn document(titles: &PlacedTitles<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (at, title) in titles.titles.iter().enumerate() {
        if at > 0 {
            blocks.push(Block::Gap);
        }
        title_document(title, &mut blocks);
    }
    let without = |verdict| titles.titles.iter().any(|title| title.role.is_none() && title.verdict == verdict);
    let told = [
        ("listed", "listed: several roles are likely, and none is surely meant."),
        ("missed", "missed: no role is like it."),
    ];
    let told = told.into_iter().filter(|(verdict, _)| without(*verdict)).map(|(_, told)| told.to_owned());
    let page = titles.titles.iter().find_map(|title| title.role.as_ref().or(Some(&title.candidates.first()?.role)));
    let page = page.map(|role| hint!["The page of a role: ", Ask::of("show").word(role.id)]);
    let foot = told.map(Hint::from).chain(page).reduce(|foot, more| foot.then(" ").then(more));
    blocks.extend(foot.into_iter().flat_map(|foot| [Block::Gap, Block::Hint(foot)]));
    blocks
}

fn title_document(title: &PlacedTitle<'_>, blocks: &mut Vec<Block>) {
    let role = title.role.as_ref();
    let said = role.map_or_else(|| labelled(Label::Aside, title.verdict), |role| role_name(Label::Title, role));
    let id = role.map_or("", |role| role.id).to_owned();
    blocks.push(Block::line(text!["What “", labelled(Label::Name, &title.title), "” means"]));
    blocks.push(Block::title(said, id));
    blocks.extend((!beside(title).is_empty()).then(|| Block::note(&beside(title))));
    if !title.candidates.is_empty() {
        blocks.push(Block::note(&format!("may also be: {}", others(title))));
    }
}

/// What was set aside, and what became of the seniority.
fn beside(title: &PlacedTitle<'_>) -> String {
    let mut said = Vec::new();
    if !title.set_aside.is_empty() {
        said.push(format!("set aside: {}", title.set_aside.join(", ")));
    }
    if let Some(step) = title.step.as_ref().filter(|step| !step.is_found) {
        said.push(format!("no {} step is in the catalog", step.word));
    }
    said.join("; ")
}

fn others(title: &PlacedTitle<'_>) -> String {
    title.candidates.iter().map(|other| other.role.id).collect::<Vec<_>>().join(", ")
}

/// One line a title.
pub fn records<'v>(titles: &'v PlacedTitles<'_>, audience: Audience) -> Records<'v> {
    let fields =
        &["title", "verdict", "role", "score", "how", "step", "step_found", "set_aside", "candidates", "grade"];
    Records { fields, records: titles.titles.iter().map(|title| record(title, audience)).collect() }
}

fn record<'v>(title: &'v PlacedTitle<'_>, audience: Audience) -> Record<'v> {
    let step = title.step.as_ref();
    let with_score = |other: &TitleCandidate<'_>| format!("{} {:.2}", other.role.id, other.score);
    let candidates: Vec<String> = title.candidates.iter().map(with_score).collect();
    let record = audience.record("").text("title", title.title.replace(['\t', '\n', '\r'], " "));
    let record = record.exact("verdict", title.verdict);
    let record = match &title.role {
        Some(role) => match role.grade {
            Some(grade) => record.text("role", role.id).text("grade", grade.id),
            None => record.text("role", role.id),
        },
        None => record.said(title.verdict).exact("role", ""),
    };
    record
        .number("score", format!("{:.2}", title.score), format!("{:.2}", title.score))
        .exact("how", title.how)
        .exact("step", step.map_or("", |step| &step.word))
        .exact("step_found", step.map_or("", |step| if step.is_found { "yes" } else { "no" }))
        .text("set_aside", title.set_aside.join(", "))
        .text("candidates", candidates.join(", "))
}
