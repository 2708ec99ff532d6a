//! What a self-assessment says: the gap to a role, the roles that fit.

use crate::present::document::{Block, Column, Glyphs, Table};
use crate::present::figures::{bar, count, graded_title, ids, role_name, short_level, titles};
use crate::present::grades;
use crate::present::label::Label;
use crate::present::records::{Audience, GRADE, Record, Records, has_field, joined};
use crate::present::scales;
use crate::present::scales::{asked_for, from_to, steps_of};
use crate::present::text::{Text, labelled, row, text};
use crate::text::hint::{Ask, hint};
use crate::view::{Entry, Fit, Fits, Gap, Lack};

/// What a profile leaves out may well be mastered.
const NOT_SAID: &str = "not said";

pub fn gap_document(gap: &Gap<'_>, glyphs: Glyphs) -> Vec<Block> {
    let title = text![labelled(Label::Title, "Your gap to"), " ", role_name(Label::Title, &gap.role)];
    let mut blocks = vec![
        Block::title(title, gap.role.id),
        Block::line(match glyphs.heard {
            true => format!("fit {}%", gap.fit).into(),
            false => text![format!("fit {}%  ", gap.fit), bar(glyphs, gap.fit)],
        }),
    ];
    blocks.extend(measured_by(gap.rated, gap.of, gap.scales_differ.len()).map(|text| Block::note(&text)));
    blocks.extend(left_open(gap.not_said, gap.not_applicable).map(|text| Block::note(&text)));
    grades::fits_section(&gap.grades, &mut blocks);
    blocks.push(Block::heading("Missing", "by weight times levels missing"));
    match gap.competencies.is_empty() {
        true if gap.met.is_empty() && !gap.scales_differ.is_empty() => {
            blocks.push(Block::paragraph("Nobody says how the role's levels and yours compare."));
        }
        true if gap.met.is_empty() => blocks.push(Block::paragraph("Nobody rates a level to miss.")),
        true => blocks.push(Block::paragraph("Nothing: every competency that is rated is met.")),
        false => lacks(&gap.competencies, glyphs, &mut blocks),
    }
    if !gap.tools.is_empty() {
        blocks.push(Block::heading("Tools", "below the proficiency expected"));
        let row = |lack: &crate::view::ToolLack<'_>| {
            row![
                labelled(Label::Name, lack.tool.title),
                from_to(lack.have, lack.need, glyphs),
                lack.have.unwrap_or(NOT_SAID),
                lack.need,
            ]
        };
        let columns =
            vec![Column::text("tool"), Column::decoration("levels"), Column::left("have"), Column::left("need")];
        blocks.push(Block::Table(Table { columns, rows: gap.tools.iter().map(row).collect(), titled: true }));
    }
    if !gap.met.is_empty() {
        blocks.push(Block::heading("Met", ""));
        blocks.push(Block::paragraph(titles(&gap.met)));
    }
    if !gap.not_rated.is_empty() {
        blocks.push(Block::heading("Left out", "nobody rates the level"));
        blocks.push(Block::paragraph(titles(&gap.not_rated)));
    }
    if !gap.scales_differ.is_empty() {
        blocks.push(Block::heading("Scales differ", "nobody says how the role's scale and yours compare: left out"));
        blocks.push(Block::paragraph(titles(&gap.scales_differ)));
    }
    if !gap.no_evidence.is_empty() {
        blocks.push(Block::heading("No evidence", "nobody rates them for this role"));
        blocks.push(Block::paragraph(titles(&gap.no_evidence)));
    }
    blocks
}

/// Says what a fit leaves out, if anything.
fn measured_by(rated: usize, of: usize, differ: usize) -> Option<String> {
    let unrated = of.saturating_sub(rated + differ);
    match rated {
        rated if rated == of => None,
        0 if differ > 0 => Some("by its tools alone: nobody says how its scale and yours compare".to_owned()),
        _ if differ > 0 => {
            let unrated = if unrated == 0 { String::new() } else { format!(", of {unrated} nobody rates the level") };
            let apart = format!("of {differ} nobody says how the scales compare{unrated}");
            Some(format!("{rated} of {of} competencies are compared: {apart}; left out"))
        }
        0 => Some("by its tools alone: nobody rates the level of a competency".to_owned()),
        _ => Some(format!("{rated} of {of} competencies have a level; the others are left out")),
    }
}

/// Says how much of what a role asks for a profile leaves open, and takes out.
pub fn left_open(not_said: usize, not_applicable: usize) -> Option<String> {
    let some = |count: usize| (count > 0).then(|| count.to_string());
    told_open(some(not_said), some(not_applicable))
}

fn told_open(not_said: Option<String>, not_applicable: Option<String>) -> Option<String> {
    let open = not_said.map(|count| format!("not said: {count}, counted as none"));
    let aside = not_applicable.map(|count| format!("n/a: {count}, left out"));
    let said: Vec<String> = open.into_iter().chain(aside).collect();
    (!said.is_empty()).then(|| said.join("; "))
}

/// Says of all roles of a list what the profile leaves open: "not said: 3 to 6 a role, counted as none".
fn left_open_of_all(fits: &[Fit<'_>]) -> Option<String> {
    let range = |of: fn(&Fit<'_>) -> usize| {
        let (least, most) = (fits.iter().map(of).min()?, fits.iter().map(of).max()?);
        let said = if least == most { most.to_string() } else { format!("{least} to {most}") };
        (most > 0).then(|| format!("{said} a role"))
    };
    told_open(range(|fit| fit.not_said), range(|fit| fit.not_applicable))
}

fn lacks(lacks: &[Lack<'_>], glyphs: Glyphs, blocks: &mut Vec<Block>) {
    let columns = vec![
        // Names give way to the marks, which say at a glance how far it is.
        Column::text("competency"),
        Column::right("weight"),
        Column::decoration("levels"),
        Column::left("have"),
        Column::left("need"),
    ];
    let row = |lack: &Lack<'_>| {
        row![
            labelled(Label::Name, lack.competency.title),
            lack.weight.to_string(),
            steps_of(lack, glyphs),
            lack.have.unwrap_or(NOT_SAID),
            asked_for(lack),
        ]
    };
    blocks.push(Block::Table(Table { columns, rows: lacks.iter().map(row).collect(), titled: true }));
    let urgent: Vec<String> = lacks.iter().take(3).filter_map(reached).collect();
    if !urgent.is_empty() {
        blocks.push(Block::heading("Next", "what the next level of the three most urgent looks like"));
        blocks.extend(urgent.into_iter().map(Block::paragraph));
    }
}

/// What reaching the next level looks like; none where no catalog says. The company's own words go before those of
/// the scale.
fn reached(lack: &Lack<'_>) -> Option<String> {
    let (title, next) = (lack.competency.title, &lack.next);
    let own = (!lack.expects.is_empty()).then(|| format!("{}: {}", asked_for(lack), lack.expects.join(" · ")));
    let scale = (!next.looks.is_empty()).then(|| next.told());
    let said: Vec<String> = own.into_iter().chain(scale).collect();
    (!said.is_empty()).then(|| format!("{title}, {}", said.join(" · ")))
}

pub fn gap_records<'v>(gap: &'v Gap<'_>, audience: Audience) -> Records<'v> {
    let fit = gap.fit.to_string();
    let whole = audience.record("fit").text("id", gap.role.id).text("title", graded_title(&gap.role));
    let measured_by = measured_by(gap.rated, gap.of, gap.scales_differ.len());
    let whole = whole.number("fit", format!("{fit}%"), fit).said(measured_by.unwrap_or_default());
    let whole = whole.exact("rated", gap.rated.to_string()).exact("of", gap.of.to_string());
    let whole = whole.said(left_open(gap.not_said, gap.not_applicable).unwrap_or_default());
    let (not_said, not_applicable) = (gap.not_said.to_string(), gap.not_applicable.to_string());
    let mut records = vec![whole.exact("not_said", not_said).exact("not_applicable", not_applicable)];
    records.extend(gap.grades.iter().map(|it| grades::fit_record(it, audience)));
    for lack in &gap.competencies {
        let weight = lack.weight.to_string();
        records.push(
            audience
                .record("missing")
                .text("id", lack.competency.id)
                .exact("title", lack.competency.title)
                .number("weight", weight.clone(), weight)
                .said(lack.have.unwrap_or(NOT_SAID))
                .exact("have", lack.have.unwrap_or_default())
                .text("need", lack.need)
                .exact("urgency", lack.urgency.to_string())
                .text("next", lack.next.proficiency)
                .text("text", &*lack.next.looks),
        );
        let expects = |says: &&'v str| {
            let record = audience.record("expects").text("id", lack.competency.id);
            record.exact("title", lack.competency.title).text("text", *says)
        };
        records.extend(lack.expects.iter().map(expects));
    }
    for lack in &gap.tools {
        let record = audience.record("tool").text("id", lack.tool.id).exact("title", lack.tool.title);
        let record = record.said(lack.have.unwrap_or(NOT_SAID)).exact("have", lack.have.unwrap_or_default());
        records.push(record.text("need", lack.need));
    }
    records.extend(gap.met.iter().map(|entry| audience.record("met").text("id", entry.id).exact("title", entry.title)));
    records.extend(
        gap.not_rated.iter().map(|entry| audience.record("not-rated").text("id", entry.id).exact("title", entry.title)),
    );
    let differ = gap.scales_differ.iter();
    records.extend(differ.map(|it| audience.record("scales-differ").text("id", it.id).exact("title", it.title)));
    let no_evidence = gap.no_evidence.iter();
    records.extend(no_evidence.map(|it| audience.record("no-evidence").text("id", it.id).exact("title", it.title)));
    let of_role = |record: Record<'v>| record.exact("role", gap.role.id).of_grade(gap.role.grade.as_ref());
    let records: Vec<Record<'_>> = records.into_iter().map(of_role).collect();
    let fields: &[&str] = match (has_field(&records, grades::REACHED), gap.role.grade) {
        (true, _) => joined![GAP_FIELDS, &[grades::REACHED]],
        (false, Some(_)) => joined![GAP_FIELDS, &[GRADE]],
        (false, None) => GAP_FIELDS,
    };
    Records { fields, records }
}

const GAP_FIELDS: &[&str] = &[
    "kind",
    "role",
    "id",
    "title",
    "fit",
    "rated",
    "of",
    "not_said",
    "not_applicable",
    "weight",
    "have",
    "need",
    "urgency",
    "next",
    "text",
];

pub fn fits_document(fits: &Fits<'_>, glyphs: Glyphs) -> Vec<Block> {
    let columns = vec![
        Column::left("role"),
        Column::text("title").cut().least(2),
        Column::right("fit"),
        Column::right("like you"),
        Column::left("rank").least(3),
        Column::left("steps away").least(1),
        Column::prose("missing most"),
    ];
    let rows = fits.fits.iter().map(|fit| fit_row(fits, fit, glyphs)).collect();
    let title = labelled(Label::Title, "The roles that fit you");
    let mut blocks = vec![Block::title(title, ""), Block::note(&rank(fits)), Block::Gap];
    blocks.push(Block::Table(Table { columns, rows, titled: true }));
    blocks.push(Block::Gap);
    blocks.extend(fits.fits.iter().filter_map(left_out).map(|text| Block::note(&text)));
    blocks.extend(fits.fits.iter().filter_map(of_grade).map(|text| Block::note(&text)));
    blocks.extend(left_open_of_all(&fits.fits).map(|text| Block::note(&text)));
    blocks.push(Block::note(
        "Fit: of each role, what you master, in 100. Like you: how near its levels and tools are to yours, and how far \
         you are strong where it weighs most; the order, behind your own role and where it leads.",
    ));
    let lacking = || fits.fits.iter().filter(|fit| !fit.missing.is_empty());
    let example = lacking().find(|fit| fit.next_step).or_else(|| lacking().next()).map_or("ROLE", |fit| fit.role.id);
    let file = if fits.file.is_empty() { "FILE" } else { &fits.file };
    blocks.push(Block::Hint(hint!["All that is missing: ", Ask::of("gap").words([example, "--profile", file]),]));
    blocks
}

/// A role: how well it fits, and what is missing most.
fn fit_row(fits: &Fits<'_>, fit: &Fit<'_>, glyphs: Glyphs) -> Vec<Text> {
    let missing: Vec<&str> = fit.missing.iter().map(|entry| entry.title).collect();
    row![
        labelled(Label::Id, fit.role.id),
        role_name(Label::Name, &fit.role),
        fit.fit.map_or("no fit".to_owned(), |percent| percent.to_string()),
        fit.likeness.to_string(),
        short_level(&fit.role),
        away(fits, fit).unwrap_or_else(|| glyphs.none().to_owned()),
        labelled(Label::Aside, &missing.join(", ")),
    ]
}

/// "2", "1, next rung", "outgrown"; none where no ladder leads there.
fn away(fits: &Fits<'_>, fit: &Fit<'_>) -> Option<String> {
    let is_likest = fits.inferred_from.as_ref().is_some_and(|like| like.id == fit.role.id);
    let ahead = ahead(fit).map(str::to_owned);
    match fit.steps {
        _ if fit.outgrown => Some("outgrown".to_owned()),
        _ if is_likest => Some("nearest".to_owned()),
        Some(0) => Some("yours".to_owned()),
        Some(steps) => Some([Some(steps.to_string()), ahead].into_iter().flatten().collect::<Vec<_>>().join(", ")),
        None => ahead,
    }
}

/// "next rung", "next step"; none where it is neither.
pub fn ahead(fit: &Fit<'_>) -> Option<&'static str> {
    match (fit.next_rung, fit.next_step) {
        (true, _) => Some("next rung"),
        (false, true) => Some("next step"),
        (false, false) => None,
    }
}

/// Says of a role what its fit leaves out, if anything.
fn left_out(fit: &Fit<'_>) -> Option<String> {
    let said = match fit.fit {
        None if fit.scales_differ > 0 => "no fit: nobody says how its scale and yours compare".to_owned(),
        None => "no fit: nobody rates its levels; placed by its weights".to_owned(),
        Some(_) => measured_by(fit.rated, fit.of, fit.scales_differ)?,
    };
    Some(format!("{}: {said}", fit.role.title))
}

/// Says which grade of a role is reached, or nearest: the row is of the whole role.
fn of_grade(fit: &Fit<'_>) -> Option<String> {
    let nearest = fit.nearest_grade.as_ref().map(grades::nearest)?;
    Some(format!("{}, above as a whole role: {nearest}", fit.role.title))
}

/// "rank senior: Senior Backend Engineer, the role you hold".
fn rank(fits: &Fits<'_>) -> String {
    match (&fits.from, &fits.inferred_from) {
        (Some(held), _) => format!("rank {}: {}, the role you hold", fits.level, graded_title(held)),
        (None, Some(like)) => format!(
            "rank {}, inferred from your levels: most like {}; `role:` in the profile says it better",
            fits.level, like.title
        ),
        (None, None) => format!("rank {}", fits.level),
    }
}

fn steps(steps: Option<usize>) -> String {
    match steps {
        Some(0) => "the role you hold".to_owned(),
        Some(steps) => format!("{} away", count(steps, "step")),
        None => "no ladder leads there from the role you hold".to_owned(),
    }
}

/// "carried by: Testing and quality"; nothing where nothing is listed.
fn listed(what: &str, entries: &[Entry<'_>]) -> String {
    if entries.is_empty() { String::new() } else { format!("{what}: {}", titles(entries)) }
}

const FIT_FIELDS: &[&str] = &[
    "role",
    "title",
    "fit",
    "likeness",
    "level",
    "rank",
    "outgrown",
    "next_rung",
    "next_step",
    "carried_by",
    "missing",
    "rated",
    "of",
    "not_said",
    "not_applicable",
    "steps",
    // The person's own, and where it was inferred, by which role.
    "your_rank",
    "your_level",
    "inferred_from",
];

pub fn fits_records<'v>(fits: &'v Fits<'_>, audience: Audience) -> Records<'v> {
    let has_start = fits.from.is_some();
    let like = fits.inferred_from.as_ref().map_or("", |like| like.id);
    let inferred = format!("your rank, inferred: {}, by {like}", fits.level);
    let record = |fit: &'v Fit<'_>| {
        let percent = fit.fit.map(|percent| percent.to_string());
        let shown = percent.as_ref().map_or("no fit".to_owned(), |percent| format!("{percent}%"));
        let record = audience
            .record("")
            .text("role", fit.role.id)
            .text("title", fit.role.title)
            .number("fit", shown, percent.unwrap_or_default())
            .said(format!("like you {}%", fit.likeness))
            .exact("likeness", fit.likeness.to_string())
            .said(short_level(&fit.role))
            .exact("level", fit.role.level)
            .exact("rank", fit.role.rank.to_string())
            .said(if fit.outgrown { "outgrown" } else { "" })
            .exact("outgrown", if fit.outgrown { "yes" } else { "no" })
            .said(ahead(fit).unwrap_or_default())
            .exact("next_rung", if fit.next_rung { "yes" } else { "no" })
            .exact("next_step", if fit.next_step { "yes" } else { "no" })
            .said(listed("carried by", &fit.carried_by))
            .exact("carried_by", ids(&fit.carried_by))
            .said(listed("missing", &fit.missing))
            .exact("missing", ids(&fit.missing))
            .said(format!("rated: {}/{}", fit.rated, fit.of))
            .exact("rated", fit.rated.to_string())
            .exact("of", fit.of.to_string())
            .said(left_open(fit.not_said, fit.not_applicable).unwrap_or_default())
            .exact("not_said", fit.not_said.to_string())
            .exact("not_applicable", fit.not_applicable.to_string())
            .said(if has_start { steps(fit.steps) } else { inferred.clone() })
            .exact("steps", fit.steps.map_or(String::new(), |steps| steps.to_string()))
            .exact("your_rank", fits.rank.to_string())
            .exact("your_level", fits.level)
            .exact("inferred_from", like);
        grades::of_fit(scales::of_fit(record, fit), fit)
    };
    let records: Vec<Record<'_>> = fits.fits.iter().map(record).collect();
    let fields: &[&str] = match (has_field(&records, scales::DIFFER), has_field(&records, GRADE)) {
        (false, false) => FIT_FIELDS,
        (false, true) => joined![FIT_FIELDS, &grades::FIT_FIELDS],
        (true, false) => joined![FIT_FIELDS, &[scales::DIFFER]],
        (true, true) => joined![FIT_FIELDS, &[scales::DIFFER], &grades::FIT_FIELDS],
    };
    Records { fields, records }
}
