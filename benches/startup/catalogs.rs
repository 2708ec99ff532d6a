//! Writes catalogs of any size, the same ones every time.
//!
//! All are made alike, the small one too: the vocabulary and the evidence of the built-in catalog,
//! its Chief Technology Officer, and generated roles that are as long as that one. Each needs the
//! one before it, and the Chief Technology Officer needs the last: whoever followed the ladder
//! down would meet every role. What `show cto` prints differs in six names.

use std::path::Path;
use std::{fs, io};

/// What the built-in catalog says of roles by name is left out: most of them are not there. So is the role that a tool
/// makes of a title.
const ABOUT_ROLES: [&str; 3] = ["moves", "readings", "titles"];
const MAKES: &str = "makes:";
const FAMILY: &str = "executive-leadership";
const PATTERN: &str = "cto.yaml";

/// Writes a catalog of so many roles, seven at least, into a folder, and clears the folder before.
///
/// # Errors
/// When a file cannot be read or written.
pub fn write(builtin: &Path, into: &Path, count: usize) -> io::Result<()> {
    fs::remove_dir_all(into)?;
    copy(&builtin.join("vocabulary"), &into.join("vocabulary"))?;
    copy(&builtin.join("evidence"), &into.join("evidence"))?;
    let pattern = fs::read_to_string(builtin.join(FAMILY).join(PATTERN))?;
    let family = into.join(FAMILY);
    fs::create_dir_all(&family)?;
    fs::write(family.join(PATTERN), linked(&pattern, count - 1))?;
    (1..count).try_for_each(|number| fs::write(family.join(format!("{}.yaml", id(number))), role(&pattern, number)))
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        match entry.file_type()?.is_dir() {
            true if ABOUT_ROLES.iter().any(|folder| name == *folder) => {}
            true => copy(&entry.path(), &to.join(name))?,
            false => fs::write(to.join(name), without_makes(&fs::read_to_string(entry.path())?))?,
        }
    }
    Ok(())
}

fn without_makes(text: &str) -> String {
    text.split_inclusive('\n').filter(|line| !line.trim_start().starts_with(MAKES)).collect()
}

fn id(number: usize) -> String {
    format!("role-{number:05}")
}

/// The pattern itself: it needs the last four generated roles, and stands beside two more.
fn linked(pattern: &str, last: usize) -> String {
    let ids = |numbers: std::ops::RangeInclusive<usize>| numbers.map(id).collect::<Vec<_>>().join(", ");
    let own: String = fields(pattern).into_iter().filter(|field| !is_link(field)).collect();
    format!("{own}prerequisites: [{}]\nlateral: [{}]\n", ids(last - 3..=last), ids(last - 5..=last - 4))
}

/// A generated role: the pattern's fields, with names and prose of its own.
fn role(pattern: &str, number: usize) -> String {
    let mut words = Words::of(pattern, number);
    let mut role = format!("title: Generated Role {number:05}\naliases: [Made Up Role {number:05}]\n");
    for field in fields(pattern).into_iter().filter(|field| !is_link(field)) {
        match name(field) {
            "title" | "aliases" => {}
            "summary" | "day" => role.extend(field.lines().map(|line| words.line(line))),
            _ => role.push_str(field),
        }
    }
    if number > 1 {
        role.push_str(&format!("prerequisites: [{}]\n", id(number - 1)));
    }
    role
}

/// Parts a role's file into its fields, each with its lines.
fn fields(text: &str) -> Vec<&str> {
    let mut starts: Vec<usize> = text.match_indices('\n').map(|(at, _)| at + 1).collect();
    starts.insert(0, 0);
    starts.retain(|start| text[*start..].starts_with(|c: char| c.is_ascii_lowercase()));
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(start, end)| &text[*start..end]).collect()
}

fn name(field: &str) -> &str {
    field.split(':').next().unwrap_or(field)
}

fn is_link(field: &str) -> bool {
    matches!(name(field), "prerequisites" | "lateral")
}

/// The words of the pattern's prose, drawn in an order that depends on the role's number alone.
struct Words<'a> {
    words: Vec<&'a str>,
    state: u64,
}

impl<'a> Words<'a> {
    fn of(pattern: &'a str, number: usize) -> Self {
        let prose = fields(pattern).into_iter().filter(|field| matches!(name(field), "summary" | "day"));
        let words = prose.flat_map(str::split_whitespace).filter(|word| word.bytes().all(|b| b.is_ascii_alphabetic()));
        Self { words: words.collect(), state: number as u64 }
    }

    /// Fills a line of prose with other words; what only opens a field or a paragraph stays.
    fn line(&mut self, line: &str) -> String {
        let indent = line.len() - line.trim_start().len();
        if indent == 0 || line.ends_with(">-") {
            return format!("{line}\n");
        }
        let count = line.split_whitespace().count();
        let words: Vec<&str> = (0..count).map(|_| self.next()).collect();
        format!("{}{}\n", &line[..indent], words.join(" "))
    }

    /// A linear congruential generator, with Knuth's multiplier; its upper bits are the random ones.
    fn next(&mut self) -> &'a str {
        self.state = self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.words[(self.state >> 33) as usize % self.words.len()]
    }
}
