//! Tags of YAML (`!foo`, `!!binary`): no field has a use for one, and what it says would be lost. So are
//! marks (`&foo`) of what nothing repeats.

use std::collections::HashSet;

use serde_yaml::granit_parser::{Event, Parser};

use crate::catalog::read::diagnostic::{Diagnostic, Place};
use crate::catalog::read::written_at;
use crate::text::harmless::shown;

/// Where YAML's own tags live.
const CORE: &str = "tag:yaml.org,2002:";
/// Those that say what the schema says too.
const PLAIN: [&str; 7] = ["str", "int", "float", "bool", "null", "map", "seq"];

/// What to do about a tag.
pub fn take_out(mark: &str) -> &'static str {
    match mark.starts_with('&') {
        true => "take it out; a text that begins with `&` stands in quotes",
        false => "take it out; a text that begins with `!` stands in quotes",
    }
}

/// Says that a tag or a mark has no use.
pub fn idle(name: &str) -> String {
    let what = if name.starts_with('&') { "mark" } else { "tag" };
    format!("the {what} `{}` says nothing here", shown(name))
}

/// Returns a fault for each tag of a text that the parser can read, but those that change nothing.
pub fn told(path: &str, text: &str) -> Vec<Diagnostic> {
    if !may_have(text) {
        return Vec::new();
    }
    let mut faults = marks(path, text);
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
        let place = written_at::mark_before(text, place).map_or(place, |(_, at)| at);
        faults.push(Diagnostic::at(path, place, "syntax", idle(&name)).help(take_out(&name)));
    }
    faults
}

/// Returns a fault for each mark that nothing repeats: a text may have been meant to begin with it.
fn marks(path: &str, text: &str) -> Vec<Diagnostic> {
    let options = serde_yaml::granit_parser::options! { emit_anchor_events: true };
    let (mut marked, mut repeated) = (Vec::new(), HashSet::new());
    for (event, span) in Parser::new_from_str_with_options(text, options).flatten() {
        match event {
            Event::Anchor(id, name) => marked.push((id, format!("&{name}"), span)),
            Event::Alias(id) => _ = repeated.insert(id),
            _ => {}
        }
    }
    let idle_ones = marked.into_iter().filter(|(id, ..)| !repeated.contains(id));
    let told = idle_ones.map(|(_, name, span)| {
        let number = |number: usize| u32::try_from(number).unwrap_or(0);
        let width = number(name.chars().count());
        let place = Place { line: number(span.start.line()), column: number(span.start.col()) + 1, width };
        Diagnostic::at(path, place, "syntax", idle(&name)).help(take_out(&name))
    });
    told.collect()
}

/// Tells whether a value may begin with `!` or `&`: a file that has none is not read twice.
fn may_have(text: &str) -> bool {
    let bytes = text.as_bytes();
    let begins = |at: usize| at == 0 || matches!(bytes[at - 1], b' ' | b'\t' | b'\n' | b'[' | b'{' | b',');
    // Behind the sign of a mark stands its name; `R & D` has none.
    let is_named = |at: usize| bytes[at] == b'!' || bytes.get(at + 1).is_some_and(|next| !next.is_ascii_whitespace());
    text.match_indices(['!', '&']).any(|(at, _)| begins(at) && is_named(at))
}
