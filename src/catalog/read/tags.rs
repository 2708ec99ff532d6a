//! Tags of YAML (`!foo`, `!!binary`): no field has a use for one, and what it says would be lost.

use serde_yaml::granit_parser::{Event, Parser};

use crate::catalog::read::diagnostic::{Diagnostic, Place};
use crate::text::harmless::shown;

/// Where YAML's own tags live.
const CORE: &str = "tag:yaml.org,2002:";
/// Those that say what the schema says too.
const PLAIN: [&str; 7] = ["str", "int", "float", "bool", "null", "map", "seq"];

/// What to do about a tag.
pub const TAKE_OUT: &str = "take it out; a text that begins with `!` stands in quotes";

/// Says that a tag has no use.
pub fn idle(name: &str) -> String {
    format!("the tag `{}` says nothing here", shown(name))
}

/// Returns a fault for each tag of a text that the parser can read, but those that change nothing.
pub fn told(path: &str, text: &str) -> Vec<Diagnostic> {
    if !may_have(text) {
        return Vec::new();
    }
    let mut faults = Vec::new();
    for (event, span) in Parser::new_from_str(text).flatten() {
        let (Event::Scalar(.., Some(tag)) | Event::SequenceStart(.., Some(tag)) | Event::MappingStart(.., Some(tag))) =
            event
        else {
            continue;
        };
        if tag.handle() == CORE && PLAIN.contains(&tag.suffix()) {
            continue;
        }
        let name = tag.to_string().replace(CORE, "!!");
        let number = |number: usize| u32::try_from(number).unwrap_or(0);
        let place = Place { line: number(span.start.line()), column: number(span.start.col()) + 1, width: 1 };
        faults.push(Diagnostic::at(path, place, "syntax", idle(&name)).help(TAKE_OUT));
    }
    faults
}

/// Tells whether a value may begin with `!`: a file that has none is not read twice.
fn may_have(text: &str) -> bool {
    let bytes = text.as_bytes();
    let begins = |at: usize| at == 0 || matches!(bytes[at - 1], b' ' | b'\t' | b'\n' | b'[' | b'{' | b',');
    text.match_indices('!').any(|(at, _)| begins(at))
}
