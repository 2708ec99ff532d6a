//! An empty self-assessment, or one filled in with what a grade asks for.

use std::collections::HashMap;

use crate::present::document::{Block, FileLine, file};
use crate::present::figures::graded_title;
use crate::present::records::{Audience, Records};
use crate::present::scales::other_scales;
use crate::view::{RoleName, Template};

pub fn document(template: &Template<'_>) -> Vec<Block> {
    vec![Block::File(lines(template, &asked(template)))]
}

/// The template, as the YAML file that it is.
pub fn yaml(template: &Template<'_>) -> String {
    filled_in(template, &asked(template))
}

fn asked<'v>(template: &'v Template<'_>) -> HashMap<&'v str, &'v str> {
    template.asked.iter().map(|it| (it.of.id, it.level)).collect()
}

/// The template with the levels that were said, by the ids of what they are of.
pub fn filled_in(template: &Template<'_>, said: &HashMap<&str, &str>) -> String {
    file(&lines(template, said), None)
}

fn lines(template: &Template<'_>, said: &HashMap<&str, &str>) -> Vec<FileLine> {
    let level = |id: &str| said.get(id).map_or(String::new(), |level| format!(" {level}"));
    let line = |text: String| FileLine::Line(text);
    let mut lines = head(template);
    lines.extend([String::new(), "competencies:".to_owned()].map(line));
    for competency in &template.competencies {
        lines.push(comment(competency.competency.title, "  # "));
        lines.extend(said_in(competency.definition, "  # "));
        for look in competency.levels.iter().filter(|look| look.is_told()) {
            lines.extend(said_in(&look.told(), "  #   "));
        }
        let id = competency.competency.id;
        lines.extend([format!("  {}:{}", key(id), level(id)), String::new()].map(line));
    }
    lines.push(line("tools:".to_owned()));
    for group in &template.tools {
        lines.push(comment(group.group, "  # "));
        lines.extend(group.tools.iter().map(|tool| line(format!("  {}:{}", key(tool.id), level(tool.id)))));
    }
    lines
}

/// What the file is for, of which roles it asks, and the role that one holds.
fn head(template: &Template<'_>) -> Vec<FileLine> {
    let mut lines: Vec<FileLine> = [
        "A self-assessment, for `roles gap ROLE --profile FILE` and `roles match --profile FILE`.",
        "Put a level behind a name: none, awareness, working, practitioner or expert.",
        "A line may be left out, or stay blank: it says nothing. Titles and aliases serve as names too.",
        "n/a takes a line out of the measure: it has no bearing on your work.",
    ]
    .map(|text| comment(text, "# "))
    .into();
    lines.extend(said_in(other_scales(template), "# "));
    lines.extend(said_in(&of_roles(template), "# "));
    lines.push(FileLine::Line(String::new()));
    lines.push(comment(
        "The role you hold now, by its id: `roles match` then says how many steps away each role is.",
        "# ",
    ));
    lines.push(FileLine::Line(format!("# role: {}", template.role.unwrap_or("its-id"))));
    lines.extend(grade(template).map(FileLine::Line));
    lines
}

/// Says which roles ask for what is listed.
fn of_roles(template: &Template<'_>) -> String {
    if template.roles.is_empty() {
        return String::new();
    }
    let role = |role: &RoleName<'_>| format!("{} ({})", graded_title(role), role.id);
    let roles: Vec<String> = template.roles.iter().map(role).collect();
    let filled = if template.asked.is_empty() { "" } else { " Its levels are filled in: correct them." };
    format!("What is asked for by {}.{filled}", roles.join(", "))
}

/// The line of the grade that is asked about; none where it is a whole role.
fn grade(template: &Template<'_>) -> Option<String> {
    match template.roles.as_slice() {
        [RoleName { grade: Some(grade), .. }] => Some(format!("# grade: {}", grade.id)),
        _ => None,
    }
}

/// Ids are plain words, but a user's catalog may have one that YAML reads as something else.
fn key(id: &str) -> String {
    let is_word = id.starts_with(|c: char| c.is_ascii_alphabetic())
        && !["y", "n", "yes", "no", "on", "off", "true", "false", "null"].contains(&id);
    if is_word { id.to_owned() } else { format!("\"{id}\"") }
}

fn comment(text: &str, prefix: &'static str) -> FileLine {
    FileLine::Comment { prefix, text: text.to_owned() }
}

/// A text as a comment; none where it says nothing.
fn said_in(text: &str, prefix: &'static str) -> Option<FileLine> {
    (!text.is_empty()).then(|| comment(text, prefix))
}

pub fn records<'v>(template: &'v Template<'_>, audience: Audience) -> Records<'v> {
    let mut records = Vec::new();
    for competency in &template.competencies {
        for look in &competency.levels {
            let record = audience
                .record("competency")
                .text("id", competency.competency.id)
                .exact("title", competency.competency.title);
            records.push(record.text("proficiency", look.proficiency).text("text", &*look.looks));
        }
    }
    for group in &template.tools {
        for tool in &group.tools {
            records
                .push(audience.record("tool").text("id", tool.id).text("title", tool.title).text("group", group.group));
        }
    }
    for it in &template.asked {
        let record = audience.record("asked").text("id", it.of.id).exact("title", it.of.title);
        records.push(record.text("proficiency", it.level));
    }
    Records { fields: &["kind", "id", "title", "proficiency", "group", "text"], records }
}
