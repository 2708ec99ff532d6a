//! Why a file cannot be read where the parser only says that it cannot: what people, editors and other
//! programs write that looks like YAML and is none.

use crate::catalog::read::diagnostic::Place;
use crate::catalog::read::written_at;
use crate::text::harmless::shown;

pub const QUOTES: &str = "put the text into quotes";

/// What is wrong at a place, and what to do.
pub struct Cause {
    pub at: Place,
    pub message: String,
    pub help: String,
}

impl Cause {
    fn new(at: Place, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { at, message: message.into(), help: help.into() }
    }
}

/// The cause of any fault of a file: marks of a merge, or a sign on the line that only looks like YAML's.
pub fn of_any(text: &str, place: Place) -> Option<Cause> {
    merge_mark(text).or_else(|| look_alike(written_at::line(text, place), place))
}

/// Tells whether a merge has left its marks in a text.
pub fn has_merge_marks(text: &str) -> bool {
    merge_mark(text).is_some()
}

fn merge_mark(text: &str) -> Option<Cause> {
    const MARKS: [&str; 4] = ["<<<<<<<", "|||||||", ">>>>>>>", "======="];
    // A text of many lines may be drawn with them: a merge leaves them at the first column.
    let marked = |line: &str| {
        MARKS.into_iter().find(|mark| {
            line.strip_prefix(mark).is_some_and(|rest| rest.trim_end().is_empty() || rest.starts_with(' '))
        })
    };
    let (above, mark) = text.lines().enumerate().find_map(|(at, line)| Some((at, marked(line)?)))?;
    let at = Place { line: number(above + 1), column: 1, width: 7 };
    Some(Cause::new(
        at,
        format!("a merge left its marks here: `{mark}`"),
        "keep one of the two sides, and take the marks out",
    ))
}

/// A sign where one of YAML's is meant.
fn look_alike(line: &str, place: Place) -> Option<Cause> {
    /// So far in the signs of YAML's own stand; a hostile line has a million characters.
    const LOOKED_AT: usize = 120;
    let mut before = String::new();
    for (at, sign) in line.chars().enumerate().take(LOOKED_AT) {
        let next = line.chars().nth(at + 1);
        if let Some((what, right)) = meant(&before, sign, next) {
            let at = Place { column: number(at + 1), width: 1, ..place };
            let message = format!("{what} stands here: `{}`", shown(&sign.to_string()));
            return Some(Cause::new(at, message, format!("write {right} in its place")));
        }
        before.push(sign);
    }
    None
}

/// What a sign is and what is meant by it, by what stands before it on its line.
fn meant(before: &str, sign: char, next: Option<char>) -> Option<(&'static str, &'static str)> {
    let is_first = before.trim().is_empty();
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ');
    match sign {
        '\u{a0}' | '\u{202f}' | '\u{2007}' if is_first || before.ends_with([':', '-']) => {
            Some(("a no-break space", "a plain space"))
        }
        '\u{3000}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' if is_first || before.ends_with([':', '-']) => {
            Some(("a space that is not the plain one", "a plain space"))
        }
        '：' | '﹕' | '∶' if !is_first && before.trim().chars().all(is_name) => {
            Some(("a sign that looks like a colon", "`:` and a space"))
        }
        '–' | '—' | '−' | '•' | '‣' | '·' if is_first && next.is_some_and(char::is_whitespace) => {
            Some(("a sign that looks like a dash", "`-`"))
        }
        '“' | '”' | '„' | '‘' | '’' | '«' if is_first => Some(("a typographic quotation mark", "`\"`")),
        '［' | '【' if before.trim_end().ends_with(':') => Some(("a sign that looks like a bracket", "`[`")),
        '｛' if before.trim_end().ends_with(':') => Some(("a sign that looks like a brace", "`{`")),
        _ => None,
    }
}

/// The cause of what no rule of YAML allows, at the place where the parser noticed.
pub fn of_unreadable(text: &str, place: Place) -> Option<Cause> {
    let line = written_at::line(text, place);
    look_alike(written_at::line(text, above(place)), above(place))
        .or_else(|| in_brackets(text, place))
        .or_else(|| cut_list(line, place))
        .or_else(|| open_above(text, place))
        .or_else(|| begun_value(line, place))
        .or_else(|| glued_dash(line, place))
        .or_else(|| behind_brackets(line, place))
        .or_else(|| misindented(text, place))
}

/// What remains: the line is no field and no entry.
pub fn of_plain_line(text: &str, place: Place) -> Option<Cause> {
    let line = written_at::line(text, place);
    let (indent, bare) = parted(line);
    let at = Place { column: number(indent + 1), ..place };
    if bare.starts_with("- ") {
        return Some(Cause::new(
            at,
            "an entry of a list stands among fields",
            "write its field above it, `name:`, or take the dash out",
        ));
    }
    (!bare.is_empty() && !bare.contains(':') && bare.starts_with(char::is_alphanumeric)).then(|| {
        let help =
            "a field is `name: value`, an entry `- value`; a text that goes on is indented further than its field";
        Cause::new(at, "the line is neither a field nor an entry of a list", help)
    })
}

/// A sign within brackets that cannot stand there.
pub fn in_brackets(text: &str, place: Place) -> Option<Cause> {
    let (before, rest) = written_at::parted(text, place);
    match rest.chars().next()? {
        ',' if before.trim_end().ends_with([',', '[', '{']) => {
            Some(Cause::new(place, "nothing stands before this comma", "take it out, or write what is missing"))
        }
        sign @ ('@' | '`' | '%') => Some(cannot_begin(place, sign)),
        _ => None,
    }
}

fn cannot_begin(at: Place, sign: char) -> Cause {
    let named = if sign == '`' { "a backtick".to_owned() } else { format!("`{sign}`") };
    Cause::new(at, format!("a text cannot begin with {named}"), QUOTES)
}

/// A comment within brackets that takes their end along.
pub fn cut_list(line: &str, place: Place) -> Option<Cause> {
    let open = line.find(['[', '{'])?;
    let hash = open + line[open..].find(" #")? + 1;
    let is_cut = line[hash..].contains([']', '}']) && line[open..hash].matches('"').count().is_multiple_of(2);
    let at = Place { column: number(line[..hash].chars().count() + 1), width: 1, ..place };
    is_cut.then(|| Cause::new(at, "a comment begins at ` #`, and takes the end of the brackets along", QUOTES))
}

/// Brackets that were opened on a line above and not closed.
fn open_above(text: &str, place: Place) -> Option<Cause> {
    let begins_anew = {
        let bare = parted(written_at::line(text, place)).1;
        bare.split_once(':').is_some_and(|(name, _)| is_key(name)) || bare.starts_with("- ")
    };
    let end = written_at::offset(text, Place { column: 1, ..place }).filter(|_| begins_anew)?;
    let mut open: Vec<(char, usize)> = Vec::new();
    let (mut quote, mut before) = (None, '\n');
    for (at, sign) in text[..end].char_indices() {
        let begins = before.is_whitespace() || matches!(before, '[' | '{' | ',');
        match (quote, sign) {
            (Some(mark), _) if mark == sign || (mark == '#' && sign == '\n') => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'' | '#') if begins => quote = Some(sign),
            (None, '[' | '{') if begins => open.push((sign, at)),
            (None, ']' | '}') => _ = open.pop(),
            _ => {}
        }
        before = sign;
    }
    let (bracket, at) = open.pop()?;
    let line = number(text[..at].matches('\n').count() + 1);
    let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    let at = Place { line, column: number(text[start..at].chars().count() + 1), width: 1 };
    Some(match bracket {
        '[' => Cause::new(at, "a list in brackets is not closed", "part its values by commas, and end it with `]`"),
        _ => Cause::new(at, "fields in braces are not closed", "part them by commas, and end them with `}`"),
    })
}

/// A value that begins with a sign that says something else.
fn begun_value(line: &str, place: Place) -> Option<Cause> {
    let value = written_at::value(line);
    let at = Place { column: number(line[..line.len() - value.len()].chars().count() + 1), width: 1, ..place };
    let is_behind_key = value.len() < parted(line).1.len();
    match value.chars().next()? {
        '-' if is_behind_key && value.starts_with("- ") => Some(Cause::new(
            at,
            "a list begins on the line of its field",
            "write `- value` on a line of its own, or the list in brackets",
        )),
        sign @ ('|' | '>') if is_behind_key => {
            let message = format!("a text goes on behind `{sign}`, which says that it begins on the next line");
            Some(Cause::new(at, message, "begin it on the next line, or put all of it into quotes"))
        }
        sign @ (',' | '?') if is_behind_key => Some(cannot_begin(at, sign)),
        _ => None,
    }
}

fn glued_dash(line: &str, place: Place) -> Option<Cause> {
    let (indent, bare) = parted(line);
    let word = bare.strip_prefix('-').filter(|word| word.starts_with(char::is_alphanumeric))?;
    let at = Place { column: number(indent + 1), width: 1, ..place };
    let start: String = word.chars().take(20).collect();
    Some(Cause::new(at, "a dash needs a space behind it", format!("write `- {}`", shown(start.trim_end()))))
}

/// Where fields or entries begin above a line: how far in, in which line, and whether behind a dash.
struct Beside {
    indent: usize,
    line: usize,
    is_dash: bool,
}

/// A field or an entry that begins at a column where nothing above it does.
pub fn misindented(text: &str, place: Place) -> Option<Cause> {
    let (indent, bare) = parted(written_at::line(text, place));
    let is_dash = bare.starts_with("- ");
    if !is_dash && !bare.split_once(':').is_some_and(|(name, _)| is_key(name)) {
        return None;
    }
    let beside = beside(text, place);
    if beside.iter().any(|it| it.indent == indent) {
        return None;
    }
    let alike = beside.iter().filter(|it| it.is_dash == is_dash);
    let nearest = alike.min_by_key(|it| it.indent.abs_diff(indent)).or(beside.first())?;
    let at = Place { column: number(indent + 1), ..place };
    let message = format!(
        "the line is indented with {}, and line {} beside it with {}",
        spaces(indent),
        nearest.line,
        spaces(nearest.indent)
    );
    Some(Cause::new(at, message, indent_with(nearest.indent)))
}

/// A line with a dash that goes on the text of a line above it.
pub fn swallowed(text: &str, first: u32, line: u32) -> Cause {
    let parted = |line| parted(written_at::line(text, Place { line, column: 1, width: 1 }));
    let ((outer, above), (indent, bare)) = (parted(first), parted(line));
    let at = Place { line, column: number(indent + 1), width: number(bare.chars().count()) };
    if above.starts_with("- ") {
        let (own, beside) = (spaces(indent), spaces(outer));
        let message =
            format!("the line goes on the text above: it is indented with {own}, and line {first} with {beside}");
        return Cause::new(at, message, indent_with(outer));
    }
    let message = format!("the line begins with a dash, and is read as part of the text in line {first}");
    Cause::new(at, message, "put the text into quotes; a list begins on the line below its field")
}

/// What stands behind the brackets that an entry is.
fn behind_brackets(line: &str, place: Place) -> Option<Cause> {
    let value = parted(line).1.strip_prefix("- ")?.trim_start();
    if !value.starts_with(['{', '[']) {
        return None;
    }
    let (mut depth, mut quote) = (0_usize, None);
    let end = value.char_indices().find_map(|(at, sign)| {
        match (quote, sign) {
            (Some(mark), _) if mark == sign => quote = None,
            (None, '"') => quote = Some(sign),
            (None, '{' | '[') => depth += 1,
            (None, '}' | ']') => depth = depth.saturating_sub(1),
            _ => {}
        }
        (depth == 0).then_some(at + sign.len_utf8())
    })?;
    let rest = value[end..].trim_start();
    let before = &line.trim_end()[..line.trim_end().len() - rest.len()];
    let at = Place { column: number(before.chars().count() + 1), width: 1, ..place };
    (!rest.is_empty() && !rest.starts_with('#')).then(|| {
        Cause::new(at, "something stands behind the end of the brackets", "write each entry on a line of its own")
    })
}

/// The fields and entries that lie open above a line, nearest first.
fn beside(text: &str, place: Place) -> Vec<Beside> {
    let count = (place.line as usize).saturating_sub(1);
    let above: Vec<&str> = text.lines().take(count).collect();
    let mut beside: Vec<Beside> = Vec::new();
    for (at, line) in above.into_iter().enumerate().rev() {
        let (indent, bare) = parted(line);
        if bare.is_empty() || bare.starts_with('#') {
            continue;
        }
        let behind = bare.strip_prefix("- ").map(|entry| indent + bare.len() - entry.trim_start().len());
        for (indent, is_dash) in behind.map(|behind| (behind, false)).into_iter().chain([(indent, behind.is_some())]) {
            if beside.last().is_none_or(|last| indent < last.indent) {
                beside.push(Beside { indent, line: at + 1, is_dash });
            }
        }
        if indent == 0 {
            break;
        }
    }
    beside
}

/// A field that an entry misses and that stands below it, indented in another way.
pub fn out_of_line(text: &str, place: Place, field: &str) -> Option<Cause> {
    const LINES: usize = 40;
    let (before, _) = written_at::parted(text, place);
    let own = before.chars().count();
    if !before.trim().trim_start_matches('-').is_empty() {
        return None;
    }
    let below = text.lines().enumerate().skip(place.line as usize).take(LINES);
    let mut below = below.take_while(|(_, line)| !parted(line).1.starts_with("- "));
    let (at, line) =
        below.find(|(_, line)| parted(line).1.strip_prefix(field).is_some_and(|rest| rest.starts_with(':')))?;
    let indent = parted(line).0;
    let at = Place { line: number(at + 1), column: number(indent + 1), width: number(field.chars().count()) };
    (indent != own).then(|| {
        let message =
            format!("`{field}` is indented with {}, and the fields beside it with {}", spaces(indent), spaces(own));
        Cause::new(at, message, indent_with(own))
    })
}

fn indent_with(count: usize) -> String {
    match count {
        0 => "begin it at the first column".to_owned(),
        _ => format!("indent it with {}", spaces(count)),
    }
}

fn spaces(count: usize) -> String {
    match count {
        0 => "none".to_owned(),
        1 => "1 space".to_owned(),
        _ => format!("{count} spaces"),
    }
}

fn above(place: Place) -> Place {
    Place { line: place.line.saturating_sub(1), column: 1, width: 1 }
}

fn is_key(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
}

/// How far a line is indented, and what stands there.
fn parted(line: &str) -> (usize, &str) {
    let bare = line.trim_start_matches(' ');
    (line.len() - bare.len(), bare.trim_end())
}

fn number(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(0)
}
