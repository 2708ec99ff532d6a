//! A self-assessment as the text that it is: a level is put into its line, and nothing else is touched.

use std::collections::HashMap;
use std::path::PathBuf;

use crate::browse::answers::in_a_line;
use crate::browse::flow;
use crate::browse::flow::{colon, unquoted};
use crate::catalog::Catalog;
use crate::catalog::model::{CompetencyIx, Proficiency, ToolIx};
use crate::catalog::read::files::SourceFile;
use crate::query;
use crate::text::fold;
use crate::text::harmless::shown;
use crate::view::error::Error;

/// What a level is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Competency,
    Tool,
}

impl Kind {
    fn section(self) -> &'static str {
        match self {
            Self::Competency => "competencies",
            Self::Tool => "tools",
        }
    }
}

/// The text, what of it is on disk, and what it was before.
#[derive(Debug, Default, Clone)]
pub struct Sheet {
    pub path: PathBuf,
    pub text: String,
    /// None where there is no file yet.
    on_disk: Option<String>,
    /// What a new file begins with.
    began: String,
    undo: Vec<String>,
}

/// How many keys can be undone.
const UNDONE: usize = 200;

impl Sheet {
    /// A file that was read, or is yet to be written.
    pub fn new(path: PathBuf, on_disk: Option<String>) -> Self {
        Self { path, text: on_disk.clone().unwrap_or_default(), on_disk, ..Self::default() }
    }

    /// Begins a file that is not there yet.
    pub fn begin(&mut self, template: String) {
        if self.on_disk.is_none() && self.text.is_empty() {
            self.began.clone_from(&template);
            self.text = template;
        }
    }

    pub fn on_disk(&self) -> Option<&str> {
        self.on_disk.as_deref()
    }

    pub fn is_changed(&self) -> bool {
        self.text != *self.on_disk.as_ref().unwrap_or(&self.began)
    }

    /// The file says what the sheet does.
    pub fn saved(&mut self) {
        self.on_disk = Some(self.text.clone());
    }

    pub fn shown(&self) -> String {
        shown(&self.path.display().to_string())
    }

    pub fn file(&self) -> SourceFile {
        SourceFile { path: self.path.display().to_string(), text: self.text.clone() }
    }

    pub fn undo(&mut self) -> bool {
        let Some(before) = self.undo.pop() else { return false };
        self.text = before;
        true
    }

    /// Puts a level behind a name, or takes it away; and reads the whole again, so that nothing is claimed but
    /// what was meant.
    ///
    /// # Errors
    /// Where the file states it in a way that is not a line of its own.
    pub fn set(
        &mut self,
        catalog: &Catalog<'_>,
        names: &Names<'_>,
        what: (Kind, &str),
        level: Option<&str>,
    ) -> Result<(), String> {
        let text = with_level(&self.text, names, what, level);
        let file = |text: &str| SourceFile { path: self.shown(), text: text.to_owned() };
        let wanted = level.map(str::to_lowercase);
        // Where nothing is said any more, what corresponds to it may still speak for it.
        let is_taken_back = level.is_none() && text != self.text;
        match stated(catalog, &file(&text), what.0) {
            Ok(stated) if is_taken_back || stated.get(what.1).map(|word| word.to_lowercase()) == wanted => {
                self.undo.push(std::mem::replace(&mut self.text, text));
                let more = self.undo.len().saturating_sub(UNDONE);
                self.undo.drain(..more);
                Ok(())
            }
            // What cannot be read may be what was tried here: nobody looks for that in their file.
            Err(error) if stated(catalog, &file(&self.text), what.0).is_err() => {
                Err(format!("{}: an editor mends it", in_a_line(&error)))
            }
            _ => {
                Err(format!("{} does not state this in a place of its own: only an editor can change it", self.shown()))
            }
        }
    }
}

/// The level that is no claim.
pub const NONE: &str = "none";

/// What stands for a level where something has no bearing on a person's work.
pub const NOT_APPLICABLE: &str = "n/a";

/// Returns the levels that count, by id, each in its word: those that a file states in whatever way, and those that
/// follow from them.
///
/// # Errors
/// Where the file cannot be read.
pub fn stated<'a>(catalog: &Catalog<'a>, file: &SourceFile, kind: Kind) -> Result<HashMap<&'a str, String>, Error> {
    let claims = query::read_profile(catalog, file)?.claims;
    let aside = |is_aside: bool| is_aside.then_some(NOT_APPLICABLE);
    let word = |(at, (id, has_own_scale)): (usize, (&'a str, bool))| {
        let word = match kind {
            Kind::Competency => {
                let at = CompetencyIx::from(at);
                let own = || query::claimed_word(catalog, &claims, at);
                // A company's word on our scale is the level of ours that it stands for.
                let said = if has_own_scale { own().or_else(|| claims.said(at)) } else { claims.said(at).or_else(own) };
                aside(claims.aside.contains(&at)).or(said)
            }
            Kind::Tool => {
                let at = ToolIx::from(at);
                aside(claims.tools_aside.contains(&at)).or_else(|| claims.said_of_tool(at))
            }
        };
        Some((id, word?.to_owned()))
    };
    Ok(match kind {
        Kind::Competency => {
            catalog.competencies().map(|it| (it.id, it.scale.is_some())).enumerate().filter_map(word).collect()
        }
        Kind::Tool => catalog.tools().map(|tool| (tool.id, false)).enumerate().filter_map(word).collect(),
    })
}

/// Returns where levels of ours stand on the scales of a company's competencies, by id: as many steps up.
pub fn ours_on<'a>(catalog: &Catalog<'a>) -> HashMap<&'a str, [Option<usize>; 4]> {
    let Ok(nothing) = query::read_profile(catalog, &SourceFile { path: String::new(), text: String::new() }) else {
        return HashMap::new();
    };
    let ours = nothing.claims.ours_on;
    let of = |it: crate::catalog::model::Competency<'a>| {
        let scale = it.scale?.scale;
        Some((it.id, Proficiency::ALL.map(|level| ours.reached(scale, level).map(|it| usize::from(it.step)))))
    };
    catalog.competencies().filter_map(of).collect()
}

/// What competencies and tools are called, folded, and their ids.
#[derive(Default)]
pub struct Names<'a> {
    competencies: HashMap<String, &'a str>,
    tools: HashMap<String, &'a str>,
}

impl<'a> Names<'a> {
    pub fn new(catalog: &Catalog<'a>) -> Self {
        let mut names = Self::default();
        for it in catalog.competencies() {
            it.aliases.iter().chain([&it.title, &it.id]).for_each(|name| {
                names.competencies.insert(fold::key(name), it.id);
            });
        }
        for it in catalog.tools() {
            it.aliases.iter().chain([&it.title, &it.id]).for_each(|name| {
                names.tools.insert(fold::key(name), it.id);
            });
        }
        names
    }

    fn id(&self, kind: Kind, name: &str) -> Option<&'a str> {
        let names = match kind {
            Kind::Competency => &self.competencies,
            Kind::Tool => &self.tools,
        };
        names.get(&fold::key(name)).copied()
    }
}

/// Returns the levels that lines of a text state, by id, as they are written: of a text that cannot be read.
pub fn levels<'a>(text: &str, names: &Names<'a>, kind: Kind) -> HashMap<&'a str, String> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let Some(section) = section(&lines, kind) else { return HashMap::new() };
    let entries = lines[section].iter().filter_map(|line| Entry::of(line));
    let stated = entries.filter_map(|entry| Some((names.id(kind, &entry.name)?, entry.value)));
    stated.filter(|(_, level)| !level.is_empty()).collect()
}

/// The lines of a section, without its own.
fn section(lines: &[&str], kind: Kind) -> Option<std::ops::Range<usize>> {
    let header = format!("{}:", kind.section());
    let is_header = |line: &&str| line.strip_prefix(&header).is_some_and(is_aside);
    let first = lines.iter().position(is_header)? + 1;
    let is_next = |line: &&str| line.starts_with(|c: char| !c.is_whitespace() && c != '#');
    let len = lines[first..].iter().position(is_next).unwrap_or(lines.len() - first);
    Some(first..first + len)
}

/// Whether nothing stands there but a comment.
fn is_aside(rest: &str) -> bool {
    let rest = rest.trim();
    rest.is_empty() || rest.starts_with('#')
}

/// A line `name: level`.
struct Entry {
    indent: usize,
    name: String,
    /// The level without its quotes.
    value: String,
    /// Where in the line the colon ends, and where the level does.
    colon: usize,
    end: usize,
    start: usize,
}

impl Entry {
    fn of(line: &str) -> Option<Self> {
        let body = line.trim_end_matches(['\n', '\r']);
        let indent = body.len() - body.trim_start().len();
        let rest = &body[indent..];
        if indent == 0 || rest.is_empty() || rest.starts_with(['#', '-', '[', '{', '&', '*', '?', '|', '>']) {
            return None;
        }
        let colon = colon(rest)?;
        let name = unquoted(rest[..colon].trim_end());
        let colon = indent + colon + 1;
        let behind = &body[colon..];
        let said = behind.find(" #").map_or(behind, |at| &behind[..at]);
        let said = if behind.trim_start().starts_with('#') { "" } else { said };
        let start = colon + (said.len() - said.trim_start().len());
        let value = said.trim();
        let (start, end) = if value.is_empty() { (colon, colon) } else { (start, start + value.len()) };
        Some(Self { indent, name, value: unquoted(value), colon, start, end })
    }
}

/// The text with a level behind a name.
fn with_level(text: &str, names: &Names<'_>, (kind, id): (Kind, &str), level: Option<&str>) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let ending = if lines.first().is_some_and(|line| line.ends_with("\r\n")) { "\r\n" } else { "\n" };
    let is_meant = |name: &str| names.id(kind, name) == Some(id);
    let on_one_line = |line: &&str| flow::edited(line, kind.section(), is_meant, (&key(id), level));
    if let Some((at, edited)) = lines.iter().enumerate().find_map(|(at, line)| Some((at, on_one_line(line)?))) {
        return [&lines[..at], &[edited.as_str()], &lines[at + 1..]].concat().concat();
    }
    let Some(section) = section(&lines, kind) else {
        let Some(level) = level else { return text.to_owned() };
        let gap = if text.is_empty() || text.ends_with('\n') { "" } else { ending };
        return format!("{text}{gap}{}:{ending}  {}: {level}{ending}", kind.section(), key(id));
    };
    let is_its_line = |at: &usize| Entry::of(lines[*at]).is_some_and(|entry| is_meant(&entry.name));
    let mut written: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    if let Some(at) = section.clone().find(is_its_line) {
        written[at] = in_line(lines[at], level);
    } else if let Some(level) = level {
        let entries = section.clone().filter(|at| Entry::of(lines[*at]).is_some());
        let last = entries.clone().next_back().unwrap_or(section.start - 1);
        let first = entries.into_iter().next().and_then(|at| Entry::of(lines[at]));
        let indent = " ".repeat(first.map_or(2, |entry| entry.indent));
        if !written[last].ends_with('\n') {
            written[last].push_str(ending);
        }
        written.insert(last + 1, format!("{indent}{}: {level}{ending}", key(id)));
    }
    written.concat()
}

fn in_line(line: &str, level: Option<&str>) -> String {
    let Some(entry) = Entry::of(line) else { return line.to_owned() };
    match level {
        Some(level) if entry.start == entry.colon => {
            format!("{} {level}{}", &line[..entry.colon], &line[entry.colon..])
        }
        Some(level) => format!("{}{level}{}", &line[..entry.start], &line[entry.end..]),
        None => format!("{}{}", &line[..entry.colon], &line[entry.end..]),
    }
}

/// An id as a key of YAML.
fn key(id: &str) -> String {
    let is_word = id.starts_with(|c: char| c.is_ascii_alphabetic())
        && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
        && !["y", "n", "yes", "no", "on", "off", "true", "false", "null"].contains(&id);
    if is_word { id.to_owned() } else { format!("\"{id}\"") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names<'static> {
        let mut names = Names::default();
        for (name, id) in
            [("coaching", "coaching"), ("Coaching and mentoring", "coaching"), ("architecture", "architecture")]
        {
            names.competencies.insert(fold::key(name), id);
        }
        names.tools.insert(fold::key("git"), "git");
        names
    }

    fn set(text: &str, id: &str, level: Option<&str>) -> String {
        with_level(text, &names(), (Kind::Competency, id), level)
    }

    const TEXT: &str = "# mine\nrole: cto\n\ncompetencies:\n  # what it is\n  coaching:   # since 2020\n\n  \"architecture\": working # yes\nother: 1\ntools:\n  git: expert";

    #[test]
    fn a_level_goes_into_its_line_and_nothing_else_changes() {
        assert_eq!(set(TEXT, "coaching", Some("expert")), TEXT.replace("coaching:   #", "coaching: expert   #"));
        assert_eq!(set(TEXT, "architecture", Some("none")), TEXT.replace(": working #", ": none #"));
        assert_eq!(set(TEXT, "architecture", Some(NOT_APPLICABLE)), TEXT.replace(": working #", ": n/a #"));
        assert_eq!(set(TEXT, "architecture", None), TEXT.replace(": working #", ": #"));
        assert_eq!(set(&TEXT.replace('\n', "\r\n"), "coaching", Some("none")).matches('\r').count(), 10);
        let back = set(&set(TEXT, "coaching", Some("expert")), "coaching", None);
        assert_eq!(back, TEXT);
    }

    #[test]
    fn what_is_not_there_goes_behind_what_is() {
        let text = with_level("tools:\n    git: expert", &names(), (Kind::Tool, "vim"), Some("working"));
        assert_eq!(text, "tools:\n    git: expert\n    vim: working\n");
        assert_eq!(set("tools:\n", "coaching", Some("none")), "tools:\ncompetencies:\n  coaching: none\n");
        assert_eq!(set("", "coaching", None), "");
        assert_eq!(set("competencies:\n", "c++", Some("none")), "competencies:\n  \"c++\": none\n");
    }

    #[test]
    fn a_list_on_one_line_stays_one() {
        let text = "competencies: {Coaching and mentoring: working} # mine\ntools: {git: expert}\n";
        assert_eq!(set(text, "coaching", Some("expert")), text.replace("working", "expert"));
        assert_eq!(set(text, "architecture", Some("none")), text.replace("working}", "working, architecture: none}"));
        let git = with_level(text, &names(), (Kind::Tool, "git"), None);
        assert_eq!(git, text.replace("git: expert", ""));
    }

    #[test]
    fn levels_are_read_by_any_name() {
        let text = "competencies: # x\n  Coaching and Mentoring: 'Working'\n  unknown: expert\n  architecture:\n";
        assert_eq!(levels(text, &names(), Kind::Competency), HashMap::from([("coaching", "Working".to_owned())]));
        assert!(levels("competencies: {coaching: working}\n", &names(), Kind::Competency).is_empty());
    }
}
