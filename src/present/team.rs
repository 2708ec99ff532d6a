//! A team against roles: who fits what, who could step into a role, how many master what.

use crate::present::document::{Block, Column, Table};
use crate::present::figures::{count, ids, role_name, titles};
use crate::present::label::Label;
use crate::present::profile::ahead;
use crate::present::records::{Audience, GRADE, OWN_LEVEL, Record, Records, fields_of, has_field, joined};
use crate::present::text::{Text, labelled, row, text};
use crate::present::{grades, scales};
use crate::view::{Coverage, Fit, PersonFit, Team};

pub fn document(team: &Team<'_>) -> Vec<Block> {
    let mut blocks = match &team.role {
        Some(role) => {
            let title = text![labelled(Label::Title, "Who could step into"), " ", role_name(Label::Title, role)];
            vec![Block::title(title, role.id)]
        }
        None => vec![Block::title(labelled(Label::Title, "Who fits what"), "")],
    };
    blocks.push(Block::Table(people(team)));
    let shown = team.fits.len();
    if team.role.is_some() && shown < team.people {
        blocks.push(Block::Gap);
        blocks.push(Block::note(&format!("{shown} of {}. More: --max N", count_people(team.people))));
    }
    blocks.push(Block::heading("Coverage", &format!("of {}, by the level that they claim", count_people(team.people))));
    let (own, ours): (Vec<_>, Vec<_>) = team.coverage.iter().partition(|it| is_of_own_scale(it));
    if !ours.is_empty() || own.is_empty() {
        blocks.push(Block::Table(coverage(team, &ours)));
    }
    blocks.extend(own.into_iter().map(|it| Block::paragraph(steps_claimed(it))));
    blocks
}

/// Whether all that is claimed of a competency is claimed on scales of a company's own.
fn is_of_own_scale(it: &Coverage<'_>) -> bool {
    !it.steps.is_empty()
}

/// "novice 1 · able 2 · strong 0".
fn steps_in_one(it: &Coverage<'_>) -> String {
    it.steps.iter().map(|step| format!("{} {}", step.word, step.people)).collect::<Vec<_>>().join(" · ")
}

/// "Ledger: novice 1 · able 2 · strong 0; strong asked for, 1 reaches it".
fn steps_claimed(it: &Coverage<'_>) -> Text {
    let steps = steps_in_one(it);
    let asked = match (it.need, it.reached) {
        (Some(need), Some(1)) => format!("; {need} asked for, 1 reaches it"),
        (Some(need), Some(reached)) => format!("; {need} asked for, {reached} reach it"),
        _ => String::new(),
    };
    let ours = [it.awareness, it.working, it.practitioner, it.expert];
    let ours = ["awareness", "working", "practitioner", "expert"].iter().zip(ours).filter(|(_, people)| *people > 0);
    let ours: Vec<String> = ours.map(|(word, people)| format!("{word} {people}")).collect();
    let ours = if ours.is_empty() { String::new() } else { format!(" (as our levels: {})", ours.join(", ")) };
    text![labelled(Label::Name, it.competency.title), ": ", steps, ours, asked]
}

fn count_people(people: usize) -> String {
    if people == 1 { "1 person".to_owned() } else { format!("{people} people") }
}

fn people(team: &Team<'_>) -> Table {
    let mut columns = vec![Column::left("person"), Column::left("role"), Column::right("fit"), Column::right("like")];
    let what = if team.role.is_some() { "missing" } else { "missing most" };
    columns.push(Column::prose(what));
    if team.role.is_some() {
        columns[1] = Column::left("steps away");
    }
    let row = |PersonFit { person, fit }: &PersonFit<'_>| {
        row![
            labelled(Label::Name, person),
            if team.role.is_some() { steps(fit) } else { title(fit) },
            fit.fit.map_or("-".to_owned(), |fit| format!("{fit}%")),
            format!("{}%", fit.likeness),
            titles(&fit.missing),
        ]
    };
    Table { columns, rows: team.fits.iter().map(row).collect(), titled: true }
}

/// The role, and of one with grades the grade that is reached, or nearest.
fn title(fit: &Fit<'_>) -> String {
    match &fit.nearest_grade {
        Some(it) if it.reached => format!("{}, {}", fit.role.title, it.grade.id),
        Some(it) => format!("{}, nearest {}", fit.role.title, it.grade.id),
        None => fit.role.title.to_owned(),
    }
}

/// "2 steps"; "not said" where nobody says which role the person holds.
fn steps(fit: &Fit<'_>) -> String {
    match fit.steps {
        _ if fit.outgrown => "outgrown".to_owned(),
        Some(steps) => count(steps, "step"),
        None => "not said".to_owned(),
    }
}

/// What a role is to a person: it is one of these at most.
fn standing(fit: &Fit<'_>) -> &'static str {
    if fit.outgrown { "outgrown" } else { ahead(fit).unwrap_or_default() }
}

fn coverage(team: &Team<'_>, ours: &[&Coverage<'_>]) -> Table {
    let levels = ["awareness", "working", "practitioner", "expert"].map(Column::right);
    let mut columns = vec![Column::text("competency")];
    columns.extend(levels);
    // What is asked for, and who reaches it, says more than each count.
    if team.role.is_some() {
        columns.iter_mut().skip(1).zip([4, 3, 2, 1]).for_each(|(column, order)| column.least = order);
    }
    if team.role.is_some() {
        columns.extend([Column::left("asked for"), Column::right("reach it")]);
    }
    let row = |it: &&Coverage<'_>| {
        let mut row = row![labelled(Label::Name, it.competency.title)];
        row.extend([it.awareness, it.working, it.practitioner, it.expert].map(|count| count.to_string().into()));
        if let (Some(need), Some(reached)) = (it.need, it.reached) {
            row.extend(row![need, reached.to_string()]);
        }
        row
    };
    Table { columns, rows: ours.iter().map(row).collect(), titled: true }
}

const FIELDS: &[&str] = &[
    "kind",
    "person",
    "role",
    "title",
    "fit",
    "likeness",
    "outgrown",
    "next_rung",
    "next_step",
    "missing",
    "rated",
    "of",
    "not_said",
    "not_applicable",
    "steps",
    "competency",
    "awareness",
    "working",
    "practitioner",
    "expert",
    "need",
    "reached",
];

pub fn records<'v>(team: &'v Team<'_>, audience: Audience) -> Records<'v> {
    let fits = team.fits.iter().map(|fit| of_person(fit, audience));
    let coverage = team.coverage.iter().map(|it| of_competency(it, audience));
    let records: Vec<Record<'_>> = fits.chain(coverage).collect();
    let fields = fields_of(&records, FIELDS, joined![FIELDS, &[OWN_LEVEL]]);
    let is_more = has_field(&records, GRADE) || has_field(&records, scales::DIFFER);
    let fields = if is_more { joined![FIELDS, &[OWN_LEVEL, scales::DIFFER], &grades::FIT_FIELDS] } else { fields };
    Records { fields, records }
}

fn of_person<'v>(PersonFit { person, fit }: &'v PersonFit<'_>, audience: Audience) -> Record<'v> {
    let percent = fit.fit.map(|percent| percent.to_string());
    let shown = percent.as_ref().map_or("no fit".to_owned(), |percent| format!("{percent}%"));
    let missing = if fit.missing.is_empty() { String::new() } else { format!("missing: {}", titles(&fit.missing)) };
    let record = audience
        .record("fit")
        .text("person", person.as_str())
        .text("role", fit.role.id)
        .exact("title", fit.role.title)
        .number("fit", shown, percent.unwrap_or_default())
        .said(format!("like {}%", fit.likeness))
        .exact("likeness", fit.likeness)
        .said(standing(fit))
        .exact("outgrown", if fit.outgrown { "yes" } else { "no" })
        .exact("next_rung", if fit.next_rung { "yes" } else { "no" })
        .exact("next_step", if fit.next_step { "yes" } else { "no" })
        .said(missing)
        .exact("missing", ids(&fit.missing))
        .exact("rated", fit.rated)
        .exact("of", fit.of)
        .exact("not_said", fit.not_said)
        .exact("not_applicable", fit.not_applicable)
        .exact_or_none("steps", fit.steps);
    grades::of_fit(scales::of_fit(record, fit), fit)
}

fn of_competency<'v>(it: &'v Coverage<'_>, audience: Audience) -> Record<'v> {
    let record = audience
        .record("coverage")
        .text("competency", it.competency.id)
        .exact("title", it.competency.title)
        .said(format!("awareness {}", it.awareness))
        .exact("awareness", it.awareness)
        .said(format!("working {}", it.working))
        .exact("working", it.working)
        .said(format!("practitioner {}", it.practitioner))
        .exact("practitioner", it.practitioner)
        .said(format!("expert {}", it.expert))
        .exact("expert", it.expert);
    let record = it.steps.iter().fold(record, |record, step| record.said(format!("{} {}", step.word, step.people)));
    let record = if it.steps.is_empty() { record } else { record.exact(OWN_LEVEL, steps_in_one(it)) };
    match (it.need, it.reached) {
        (Some(need), Some(reached)) => {
            record.said(format!("{reached} reach {need}")).exact("need", need).exact("reached", reached)
        }
        _ => record,
    }
}
