//! `roles profile ROLE... --ask`: a self-assessment, question by question.
//!
//! Questions stand on stderr, so that a pipe gets nothing but the file. What was said is kept in memory, and
//! written in one piece at the end: whoever breaks off with Ctrl-C leaves no half of a file. The end of the input keeps
//! what was said, as `q` does.

use std::collections::HashMap;
use std::io::{self, BufRead, Write};

use crate::render;
use crate::text::harmless::shown;
use crate::view::Template;
use crate::view::error::ticked;

/// The answer that takes a line out of the measure.
const NOT_APPLICABLE: &str = "n/a";
/// The answer that something is mastered not at all.
const NONE: &str = "none";

/// What was answered, by id, and of how many questions.
#[derive(Debug, Default)]
pub struct Said<'t> {
    pub levels: HashMap<&'t str, &'t str>,
    pub questions: usize,
    /// The question at which the input ended; none where each was answered, or `q` was.
    pub ended_at: Option<usize>,
}

impl Said<'_> {
    /// "3 levels, 1 n/a, 18 not said".
    pub fn counted(&self) -> String {
        let aside = self.levels.values().filter(|level| **level == NOT_APPLICABLE).count();
        let levels = self.levels.len() - aside;
        let plural = if levels == 1 { "" } else { "s" };
        format!("{levels} level{plural}, {aside} n/a, {} not said", self.questions - self.levels.len())
    }
}

/// Questions as a terminal without more than ASCII shows them.
pub struct InAscii<W>(pub W);

impl<W: Write> Write for InAscii<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match std::str::from_utf8(bytes) {
            Ok(text) => self.0.write_all(render::ascii(text).as_bytes())?,
            Err(_) => self.0.write_all(bytes)?,
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// What a line that was typed means.
#[derive(Debug, PartialEq, Eq)]
enum Reply<'t> {
    Level(&'t str),
    NotSaid,
    Stop,
    /// The end of the input: Ctrl-D.
    End,
    Unclear,
}

/// Asks for each competency and each tool of a template.
///
/// # Errors
/// When the answers cannot be read. Where nobody sees the questions, they are asked all the same.
pub fn ask<'t>(template: &'t Template<'_>, from: &mut dyn BufRead, to: &mut dyn Write) -> io::Result<Said<'t>> {
    let levels: Vec<&'t str> = template
        .competencies
        .first()
        .map_or_else(default_levels, |it| it.levels.iter().map(|look| look.proficiency).collect());
    let tools = || template.tools.iter().flat_map(|group| &group.tools);
    let mut said = Said { questions: template.competencies.len() + tools().count(), ..Said::default() };
    let how = format!(
        "{} questions. A number is a level; Enter: not said; n: n/a, no bearing on your work; q: stop and keep.",
        said.questions
    );
    let _ = writeln!(to, "{}\n", wrapped(&how, ""));
    let mut number = 0;
    for competency in &template.competencies {
        number += 1;
        let _ = writeln!(to, "{number}/{}  {}", said.questions, shown(competency.competency.title));
        if !competency.definition.is_empty() {
            let _ = writeln!(to, "{}", wrapped(competency.definition, "  "));
        }
        let _ = writeln!(to, "  0 {NONE}");
        for (at, look) in competency.levels.iter().enumerate() {
            let _ = writeln!(to, "{}", wrapped(&format!("{} {}", at + 1, look.told()), "  "));
        }
        // A competency may have a scale of its own.
        let own: Vec<&str> = competency.levels.iter().map(|look| look.proficiency).collect();
        match reply(if own.is_empty() { &levels } else { &own }, from, to)? {
            Reply::Level(level) => _ = said.levels.insert(competency.competency.id, level),
            Reply::Stop => return Ok(said),
            Reply::End => return Ok(Said { ended_at: Some(number), ..said }),
            _ => {}
        }
    }
    if tools().next().is_some() {
        let named = levels.iter().enumerate().map(|(at, level)| format!("{} {level}", at + 1));
        let _ = writeln!(to, "Tools: 0 {NONE}, {}", named.collect::<Vec<_>>().join(", "));
    }
    for tool in tools() {
        number += 1;
        let _ = writeln!(to, "{number}/{}  {}", said.questions, shown(tool.title));
        match reply(&levels, from, to)? {
            Reply::Level(level) => _ = said.levels.insert(tool.id, level),
            Reply::Stop => return Ok(said),
            Reply::End => return Ok(Said { ended_at: Some(number), ..said }),
            _ => {}
        }
    }
    Ok(said)
}

fn default_levels<'t>() -> Vec<&'t str> {
    crate::catalog::model::Proficiency::ALL.map(crate::catalog::model::Proficiency::name).to_vec()
}

/// Asks until the answer is clear.
fn reply<'t>(levels: &[&'t str], from: &mut dyn BufRead, to: &mut dyn Write) -> io::Result<Reply<'t>> {
    loop {
        let _ = write!(to, "> ");
        let _ = to.flush();
        let mut line = String::new();
        if from.read_line(&mut line)? == 0 {
            let _ = writeln!(to);
            return Ok(Reply::End);
        }
        let read = read(line.trim(), levels);
        if read != Reply::Unclear {
            let _ = writeln!(to);
            return Ok(read);
        }
        let _ = writeln!(to, "  {} is none of: 0 to {}, Enter, n, q", ticked(line.trim()), levels.len());
    }
}

/// A level by its number or its word; what else can be typed, by its letter or its word.
fn read<'t>(line: &str, levels: &[&'t str]) -> Reply<'t> {
    let word = line.to_lowercase();
    match word.as_str() {
        "" => return Reply::NotSaid,
        "0" | NONE => return Reply::Level(NONE),
        "n" | NOT_APPLICABLE => return Reply::Level(NOT_APPLICABLE),
        "q" | "quit" => return Reply::Stop,
        _ => {}
    }
    let by_number = word.parse::<usize>().ok().and_then(|number| levels.get(number.checked_sub(1)?));
    let level = by_number.or_else(|| levels.iter().find(|level| level.to_lowercase() == word));
    level.map_or(Reply::Unclear, |level| Reply::Level(level))
}

fn wrapped(text: &str, indent: &str) -> String {
    let options = textwrap::Options::new(78).initial_indent(indent).subsequent_indent(indent);
    // A text keeps its lines.
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| textwrap::fill(&shown(line.trim_end()), &options)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_a_number_a_word_or_a_letter() {
        let levels = ["awareness", "working", "practitioner", "expert"];
        for (line, reply) in [
            ("", Reply::NotSaid),
            ("0", Reply::Level("none")),
            ("None", Reply::Level("none")),
            ("1", Reply::Level("awareness")),
            ("4", Reply::Level("expert")),
            ("Working", Reply::Level("working")),
            ("n", Reply::Level("n/a")),
            ("N/A", Reply::Level("n/a")),
            ("q", Reply::Stop),
            ("5", Reply::Unclear),
            ("-1", Reply::Unclear),
            ("two", Reply::Unclear),
        ] {
            assert_eq!(read(line, &levels), reply, "{line}");
        }
    }
}
