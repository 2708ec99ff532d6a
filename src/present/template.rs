//! An empty self-assessment, or one filled in with what a grade asks for.

use std::collections::HashMap;

use crate::present::document::Block;
use crate::present::figures::graded_title;
use crate::present::records::{Audience, Records};
use crate::present::scales::other_scales;
use crate::view::{RoleName, Template};

pub fn document(template: &Template<'_>) -> Vec<Block> {
    vec![Block::Verbatim(yaml(template).into())]
}

/// The template, as the YAML file that it is.
pub fn yaml(template: &Template<'_>) -> String {
    let asked = template.asked.iter().map(|it| (it.of.id, it.level)).collect();
    filled_in(template, &asked)
}

/// The template with the levels that were said, by the ids of what they are of.
pub fn filled_in(template: &Template<'_>, said: &HashMap<&str, &str>) -> String {
    let level = |id: &str| said.get(id).map_or(String::new(), |level| format!(" {level}"));
    let mut yaml = format!(
        "\
# A self-assessment, for `roles gap ROLE --profile FILE` and `roles match --profile FILE`.
# Put a level behind a name: none, awareness, working, practitioner or expert.
# A line may be left out, or stay blank: it says nothing. Titles and aliases serve as names too.
# n/a takes a line out of the measure: it has no bearing on your work.
{}{}
# The role you hold now, by its id: `roles match` then says how many steps away each role is.
# role: {}
{}
competencies:
",
        other_scales(template),
        of_roles(template),
        template.role.unwrap_or("its-id"),
        of_grade(template)
    );
    for competency in &template.competencies {
        yaml.push_str(&format!("  # {}\n", competency.competency.title));
        comment(&mut yaml, competency.definition, "  # ");
        for look in competency.levels.iter().filter(|look| look.is_told()) {
            comment(&mut yaml, &look.told(), "  #   ");
        }
        let id = competency.competency.id;
        yaml.push_str(&format!("  {}:{}\n\n", key(id), level(id)));
    }
    yaml.push_str("tools:\n");
    for group in &template.tools {
        yaml.push_str(&format!("  # {}\n", group.group));
        for tool in &group.tools {
            yaml.push_str(&format!("  {}:{}\n", key(tool.id), level(tool.id)));
        }
    }
    yaml
}

/// Says which roles ask for what is listed.
fn of_roles(template: &Template<'_>) -> String {
    let mut said = String::new();
    if !template.roles.is_empty() {
        let role = |role: &RoleName<'_>| format!("{} ({})", graded_title(role), role.id);
        let roles: Vec<String> = template.roles.iter().map(role).collect();
        let filled = if template.asked.is_empty() { "" } else { " Its levels are filled in: correct them." };
        comment(&mut said, &format!("What is asked for by {}.{filled}", roles.join(", ")), "# ");
    }
    said
}

/// The line of the grade that is asked about; nothing where it is a whole role.
fn of_grade(template: &Template<'_>) -> String {
    match template.roles.as_slice() {
        [RoleName { grade: Some(grade), .. }] => format!("# grade: {}\n", grade.id),
        _ => String::new(),
    }
}

/// Ids are plain words, but a user's catalog may have one that YAML reads as something else.
fn key(id: &str) -> String {
    let is_word = id.starts_with(|c: char| c.is_ascii_alphabetic())
        && !["y", "n", "yes", "no", "on", "off", "true", "false", "null"].contains(&id);
    if is_word { id.to_owned() } else { format!("\"{id}\"") }
}

/// Writes a text as comments; nothing where it says nothing.
fn comment(yaml: &mut String, text: &str, prefix: &str) {
    if text.is_empty() {
        return;
    }
    for line in textwrap::wrap(text, 96 - prefix.len()) {
        yaml.push_str(&format!("{prefix}{line}\n"));
    }
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
