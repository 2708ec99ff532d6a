//! A self-assessment as people write it, and what is wrong with how it is written.

use std::rc::Rc;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};

use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::files::SourceFile;
use crate::catalog::read::schema::{Spanned, place};
use crate::catalog::read::yaml;
use crate::text::harmless::shown;
use crate::text::hint::{Ask, hint};
use crate::text::suggest;
use crate::view::error::{Error, Fault, ticked};

/// A profile as it is written.
#[derive(Debug, Default)]
pub struct WrittenProfile {
    pub role: Option<Spanned<String>>,
    pub grade: Option<Spanned<String>>,
    pub competencies: Option<Lines>,
    pub tools: Option<Lines>,
    /// What a person keeps there for themselves: it is told, and no fault.
    pub others: Vec<Spanned<String>>,
}

const FIELDS: [&str; 4] = ["role", "grade", "competencies", "tools"];

impl<'de> Deserialize<'de> for WrittenProfile {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Each;
        impl<'de> Visitor<'de> for Each {
            type Value = WrittenProfile;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("struct WrittenProfile")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<WrittenProfile, A::Error> {
                let mut written = WrittenProfile::default();
                while let Some(field) = map.next_key::<Spanned<String>>()? {
                    match field.value.as_str() {
                        "role" => written.role = map.next_value()?,
                        "grade" => written.grade = map.next_value()?,
                        "competencies" => written.competencies = map.next_value()?,
                        "tools" => written.tools = map.next_value()?,
                        _ => {
                            map.next_value::<IgnoredAny>()?;
                            written.others.push(field);
                        }
                    }
                }
                Ok(written)
            }
        }
        from.deserialize_struct("WrittenProfile", &FIELDS, Each)
    }
}

/// Names, each with the level behind it; none where it is left blank.
#[derive(Debug, Default)]
pub struct Lines(pub Vec<(Spanned<String>, Option<Spanned<String>>)>);

impl<'de> Deserialize<'de> for Lines {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Each;
        impl<'de> Visitor<'de> for Each {
            type Value = Lines;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Lines, A::Error> {
                let mut lines = Lines::default();
                while let Some(line) = map.next_entry()? {
                    lines.0.push(line);
                }
                Ok(lines)
            }
        }
        from.deserialize_map(Each)
    }
}

/// Parses a profile.
///
/// # Errors
/// Where it is not written as one.
pub fn parse(file: &SourceFile) -> Result<WrittenProfile, Error> {
    let fault = |fault| invalid(&file.path, Some(&file.text), vec![as_lines(fault)]);
    yaml::parse(&file.path, &file.text, yaml::BY_HAND).map_err(fault)
}

/// Says that a profile has no such field.
pub fn unknown_field(path: &str, field: &Spanned<String>) -> Diagnostic {
    let near = suggest::did_you_mean(&suggest::nearest(&field.value, FIELDS.into_iter(), 1));
    let message = format!("no field is called `{}`", shown(&field.value));
    let fault = Diagnostic::at(path, place(field), "unknown-field", message);
    fault.help(near.unwrap_or_else(|| format!("the fields are: {}", FIELDS.join(", "))))
}

/// Says how a profile lists things: a role's file lists them otherwise.
fn as_lines(fault: Diagnostic) -> Diagnostic {
    let of = |field: &str| fault.rule == "wrong-type" && fault.message.contains(&format!("`{field}` takes fields"));
    // A list of fields is what a role's file has: "fields, not fields" says nothing.
    let listed = |what: &str, fault: Diagnostic| match fault.message.ends_with("not fields") {
        true => Diagnostic { message: format!("`{what}` takes names with levels behind them, not a list"), ..fault },
        false => fault,
    };
    match () {
        () if of("tools") => {
            listed("tools", fault).help("in a profile, a tool a line, with its level behind it: `git: working`")
        }
        () if of("competencies") => listed("competencies", fault)
            .help("in a profile, a competency a line, with its level behind it: `coaching: working`"),
        () => fault,
    }
}

/// Says that a profile is not valid, and where.
pub fn invalid(path: &str, text: Option<&str>, faults: Vec<Diagnostic>) -> Error {
    let text: Option<Rc<str>> = text.map(Rc::from);
    let of_a_profile = |fault: Diagnostic| match fault.rule {
        "file-too-long" => fault.help(hint![
            "a profile is what one person claims: ",
            Ask::of("profile").words([">", "me.yaml"]),
            " writes an empty one"
        ]),
        _ => fault,
    };
    let faults = faults.into_iter().map(of_a_profile);
    let faults = faults.map(|diagnostic| Fault { diagnostic, text: text.clone() });
    Error::failed(format!("the profile {} is not valid", ticked(path))).faults(faults.collect())
}
