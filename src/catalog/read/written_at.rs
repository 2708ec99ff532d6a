//! What stands in a file where a fault was noticed, for sentences about it.

use crate::catalog::read::diagnostic::Place;
use crate::text::harmless::shown;
use crate::text::hint::{Ask, Hint, hint};

/// A kind of value, in a person's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One value of any kind, and no list.
    Value,
    Text,
    Word,
    Truth,
    Number(&'static str),
    List,
    Fields,
}

impl Kind {
    /// The kind that a type of Rust's stands for.
    pub fn of_type(ty: &str) -> Self {
        match ty {
            "u8" => Self::Number("a whole number from 0 to 255"),
            "u16" => Self::Number("a whole number from 0 to 65535"),
            "f32" | "f64" | "floating point" => Self::Number("a number"),
            "bool" => Self::Truth,
            _ => Self::Number("a whole number"),
        }
    }

    /// The kind that the parser says it expected.
    pub fn of_expected(expected: &str) -> Self {
        match expected {
            "sequence start" | "a sequence" => Self::List,
            "mapping start" | "mapping end" | "a map" => Self::Fields,
            _ if expected.starts_with("struct ") => Self::Fields,
            _ if expected.starts_with("enum ") || expected.starts_with("variant ") => Self::Word,
            "scalar" => Self::Value,
            "a boolean" => Self::Truth,
            "f64" | "f32" | "u8" | "u16" | "u32" | "u64" | "i16" => Self::of_type(expected),
            _ => Self::Text,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Value => "one value",
            Self::Text => "text",
            Self::Word => "a word",
            Self::Truth => "true or false",
            Self::Number(which) => which,
            Self::List => "a list",
            Self::Fields => "fields",
        }
    }
}

/// Says what a field takes, and what stands there: "`weight` takes a whole number from 0 to 100, not
/// `0.8`".
pub fn takes(kind: Kind, text: &str, place: Place) -> String {
    let kind_of = |field: &str| example(field).filter(|_| matches!(kind, Kind::Number(_))).unwrap_or(kind.name());
    let there = word(text, place);
    match field(text, place) {
        Some(field) if is_item(text, place) && !matches!(kind, Kind::List) => {
            format!("an entry of `{field}` takes {}, not {there}", kind.name())
        }
        Some(field) => format!("`{field}` takes {}, not {there}", kind_of(field)),
        None if kind == Kind::Fields => format!("fields are expected here, not {there}"),
        None => format!("{} is expected here, not {there}", kind.name()),
    }
}

/// Says what to write.
pub fn remedy(kind: Kind, text: &str, place: Place) -> Hint {
    let field = field(text, place).unwrap_or("");
    match kind {
        Kind::Number(_) if field == "level" => hint![Ask::of("levels"), " lists the ranks and what they are called"],
        kind => in_words(kind, field, text, place).into(),
    }
}

fn in_words(kind: Kind, field: &str, text: &str, place: Place) -> String {
    match kind {
        Kind::Number(_) => "write its digits alone, without sign, quotes or unit".to_owned(),
        Kind::Value => "write it without brackets and dashes".to_owned(),
        Kind::Text if word(text, place) == "a list" => "write one text, without brackets and dashes".to_owned(),
        Kind::Text if word(text, place) == NOTHING => "write a text behind it, or take the line out".to_owned(),
        Kind::Text => "put the text into quotes, or take it out".to_owned(),
        Kind::Word => "write one word: roles/README.md lists those of each field".to_owned(),
        Kind::Truth => "write `true` or `false`".to_owned(),
        Kind::List if entry(field).is_some() => format!("one entry a line: `- {}`", entry(field).unwrap_or("")),
        Kind::List => format!("write a list, `{}: [one, two]`, or one `- value` a line", or(field, "name")),
        Kind::Fields => match entry(field).filter(|_| is_item(text, place) || field == "gdad") {
            Some(entry) => format!("an entry is `{entry}`"),
            None => match fields(field) {
                Some(fields) => format!("write `{field}: {fields}`"),
                None => "write fields, `name: value`, one a line and indented alike".to_owned(),
            },
        },
    }
}

fn or<'w>(word: &'w str, other: &'w str) -> &'w str {
    if word.is_empty() { other } else { word }
}

/// The numbers that a field takes.
fn example(field: &str) -> Option<&'static str> {
    match field {
        "level" | "rank" => Some("a rank from 1 to 9"),
        "weight" => Some("a whole number from 0 to 100"),
        "year" => Some("a year of four digits"),
        _ => None,
    }
}

/// Tells whether a place belongs to a field that takes a number, and can take nothing else.
pub fn is_number(text: &str, place: Place) -> bool {
    const NUMBERS: [&str; 11] = ["rank", "weight", "year", "n", "score", "p10", "p25", "median", "p75", "p90", "share"];
    // A competency's level is a word, and a role's a number.
    let is_rank = |field: &str| field == "level" && line(text, place).starts_with("level:");
    field(text, place).is_some_and(|field| NUMBERS.contains(&field) || is_rank(field))
}

/// A number that is right at a place: for a year, one of which there can be figures.
pub fn a_number(text: &str, place: Place) -> &'static str {
    if field(text, place) == Some("year") { "2000" } else { "1" }
}

/// The place of the value whose name stands at a place.
pub fn behind_key(text: &str, place: Place) -> Option<Place> {
    let (before, rest) = parted(text, place);
    let (name, behind) = rest.split_once(':')?;
    let value = behind.trim_start_matches([' ', '\t']);
    let is_key =
        !name.contains([' ', ',', '{', '[', '"']) && value.len() < behind.len() && !before.trim_end().ends_with(':');
    let line = line(text, place);
    let column = u32::try_from(line[..line.len() - value.len()].chars().count()).ok()? + 1;
    let width = value.find([',', '}', ' ']).unwrap_or(value.len());
    is_key.then_some(Place { column, width: u32::try_from(width).ok()?, ..place })
}

/// The tag or the mark that stands right before a place: `!!int` of `level: !!int 4`, `&top` of `level: &top 4`.
pub fn mark_before(text: &str, place: Place) -> Option<(&str, Place)> {
    let (before, _) = parted(text, place);
    let before = before.trim_end();
    let mark = before.rsplit([' ', '\t', '[', '{', ',']).next()?;
    let count = |text: &str| u32::try_from(text.chars().count()).unwrap_or(0);
    let at = Place { column: count(&before[..before.len() - mark.len()]) + 1, width: count(mark), ..place };
    Some((mark, at)).filter(|_| mark.starts_with(['!', '&']) && mark.len() < before.len())
}

/// The number before a comma before a place, where there is one.
pub fn number_before(text: &str, place: Place) -> Option<&str> {
    let before = parted(text, place).0.trim_end().strip_suffix(',')?;
    let number = before.trim_end_matches(|c: char| c.is_ascii_digit());
    Some(&before[number.len()..]).filter(|digits| !digits.is_empty())
}

/// What an entry of a list of fields looks like.
fn entry(field: &str) -> Option<&'static str> {
    match field {
        "tools" => Some("{tool: git, proficiency: working}"),
        "competencies" => Some("{competency: architecture, weight: 80}"),
        "pay" => Some("{source: bls, label: \"Software Developers\", match: close}"),
        "usage" => Some("{source: so_2025, label: \"Developer, back-end\"}"),
        "ladders" => Some("{source: ladder, position: \"Engineer\"}"),
        "salary" => Some(
            "{region: de, source: our-bands, currency: EUR, per: year, basis: gross, kind: offered, year: 2025, median: 70000}",
        ),
        "preparation" => Some("{source: bls, record: \"15-1252\", match: close}"),
        "frameworks" => Some("{source: oasis, record: \"21231.00\", match: close}"),
        "names" => Some("{track: management, name: manager}"),
        "gdad" => Some("{role: \"Software developer\", level: \"Lead\"}"),
        _ => None,
    }
}

/// What a field of fields looks like.
fn fields(field: &str) -> Option<&'static str> {
    match field {
        "ladder" => Some("{of: software-engineer}"),
        "requires" => Some("{years: \"5\"}"),
        "occupations" => Some("{onet: [\"15-1252.00\"]}"),
        "rules" => Some("{skip: [house]}"),
        _ => None,
    }
}

const NOTHING: &str = "nothing";

/// The line of a place, without its end.
pub fn line(text: &str, place: Place) -> &str {
    text.lines().nth((place.line as usize).saturating_sub(1)).unwrap_or("")
}

/// Where a place is in the text, in bytes; none where the text has no such line.
pub fn offset(text: &str, place: Place) -> Option<usize> {
    let above = (place.line as usize).checked_sub(1)?;
    let start: usize = text.split_inclusive('\n').take(above).map(str::len).sum();
    let (before, _) = parted(text, place);
    (start < text.len()).then_some(start + before.len())
}

/// What stands on a line before a place, and from it on.
pub fn parted(text: &str, place: Place) -> (&str, &str) {
    let line = line(text, place);
    let at = line.char_indices().nth((place.column as usize).saturating_sub(1)).map_or(line.len(), |(at, _)| at);
    line.split_at(at)
}

/// What stands at a place: a word in backticks, `a list`, `fields` or `nothing`.
pub fn word(text: &str, place: Place) -> String {
    const LONGEST: usize = 40;
    let (before, rest) = parted(text, place);
    match rest.chars().next() {
        Some('[') => return "a list".to_owned(),
        Some('{') => return "fields".to_owned(),
        Some('-') if rest[1..].starts_with([' ', '\t']) || rest.len() == 1 => return "a list".to_owned(),
        _ => {}
    }
    let is_flow = before.contains(['[', '{']);
    let end = rest.char_indices().find(|(at, c)| ends(rest, *at, *c, is_flow)).map_or(rest.len(), |(at, _)| at);
    let is_key = rest[end..].starts_with(':') && !before.trim_end().ends_with(':');
    let word: String = rest[..end].trim_end().chars().take(LONGEST).collect();
    match word.is_empty() {
        true => NOTHING.to_owned(),
        false if is_key => "fields".to_owned(),
        false => format!("`{}`", shown(&word)),
    }
}

/// Tells whether a plain value ends before a character.
fn ends(rest: &str, at: usize, c: char, is_flow: bool) -> bool {
    let is_last = |next: &str| next.is_empty() || next.starts_with([' ', '\t']);
    match c {
        ':' => is_last(&rest[at + 1..]),
        '#' => rest[..at].ends_with([' ', '\t']),
        ',' | ']' | '}' => is_flow,
        _ => false,
    }
}

/// The field that a place belongs to: before it on its line, or above it and further out.
pub fn field(text: &str, place: Place) -> Option<&str> {
    let (before, rest) = parted(text, place);
    if let Some(name) = name_before_colon(before, rest).or_else(|| last_name(before)) {
        return Some(name);
    }
    let indent = |line: &str| line.len() - line.trim_start().len();
    let own = indent(line(text, place));
    let is_item = is_item(text, place);
    let above: Vec<&str> = text.lines().take((place.line as usize).saturating_sub(1)).collect();
    let outer = above.into_iter().rev().filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
    outer
        .filter(|line| indent(line) < own || (indent(line) == own && is_item && !line.trim_start().starts_with('-')))
        .find_map(|line| last_name(line))
}

/// Tells whether a place lies in an entry of a list that it is the whole of.
fn is_item(text: &str, place: Place) -> bool {
    let (before, rest) = parted(text, place);
    if name_before_colon(before, rest).is_some() {
        return false;
    }
    before.trim_start().starts_with('-') && last_name(before).is_none()
        || rest.starts_with("- ")
        || before.rfind('[').is_some_and(|open| !before[open..].contains([':', ']']))
}

/// The field that ends at a place: what is missing behind its colon is noticed there.
fn name_before_colon<'t>(before: &'t str, rest: &str) -> Option<&'t str> {
    rest.starts_with(':').then(|| last_word(before))?
}

/// The last field that is named in a piece of a line.
fn last_name(piece: &str) -> Option<&str> {
    let (names, _) = piece.rsplit_once(':').filter(|(_, after)| after.is_empty() || after.starts_with([' ', '\t']))?;
    last_word(names)
}

/// The name that a piece of a line ends with.
fn last_word(names: &str) -> Option<&str> {
    let name = names.rsplit([' ', '\t', '{', '[', ',']).next().unwrap_or("");
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    (!name.is_empty() && name.chars().all(is_name)).then_some(name)
}

/// Finds `name:value` without a space, at a place or on the line above it.
pub fn glued_colon(text: &str, place: Place) -> Option<Place> {
    let lines = [place.line, place.line.saturating_sub(1)].into_iter().filter(|line| *line > 0);
    lines.map(|line| Place { line, column: 1, width: 1 }).find_map(|at| glued_on(text, at))
}

fn glued_on(text: &str, at: Place) -> Option<Place> {
    let line = line(text, at);
    let bare = line.trim_start_matches([' ', '\t', '-']);
    let (name, value) = bare.split_once(':')?;
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c == '_');
    let is_glued = is_name && value.starts_with(|c: char| !c.is_whitespace()) && !value.starts_with("//");
    let column = u32::try_from(line.len() - bare.len() + name.len() + 1).ok()?;
    is_glued.then_some(Place { column, ..at })
}

/// What stands on a line behind its field and its dash.
pub fn value(line: &str) -> &str {
    let bare = line.trim_start_matches([' ', '\t', '-']);
    bare.split_once(": ").map_or(bare, |(_, value)| value.trim_start())
}

/// Tells whether a plain text on a line has a colon and a space in it.
pub fn has_bare_colon(line: &str) -> bool {
    // Within brackets that begin the line's entry, each field has its own colon.
    if line.trim_start_matches([' ', '\t', '-']).starts_with(['{', '[']) {
        return false;
    }
    let value = value(line);
    value.len() < line.trim_start().len()
        && !value.starts_with(['"', '\'', '{', '[', '|', '>'])
        && (value.contains(": ") || value.ends_with(':'))
}

/// Tells whether a line is indented with a tab.
pub fn is_tabbed(line: &str) -> bool {
    line[..line.len() - line.trim_start().len()].contains('\t')
}

/// Tells which bracket a line opens and does not close.
pub fn open_bracket(line: &str) -> Option<char> {
    let count = |wanted: char| line.chars().filter(|c| *c == wanted).count();
    [('[', ']'), ('{', '}')].into_iter().find(|(open, close)| count(*open) > count(*close)).map(|(open, _)| open)
}
