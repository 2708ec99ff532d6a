//! Two titles in one: `A / B`, `A & B`, `A cum B`.

use crate::catalog::titles::{clean, words};
use crate::text::fold;
use crate::titles::decision::{Candidate, Decision, How, LISTED};
use crate::titles::grammar::Seniority;
use crate::titles::known::Titles;
use crate::titles::rungs::{self, Step};

impl Titles<'_> {
    /// `A / B`, `A & B`, `A cum B`: the first, where it is sure; the second is a candidate.
    pub fn first_of_two(&self, title: &str, seniority: Option<&Seniority>) -> Option<Decision> {
        let outer = clean::segments(&clean::clean(title)).into_iter().filter(|part| !part.is_inner);
        let parts = alternatives(&outer.map(|part| part.text).collect::<Vec<_>>().join(" | "));
        let says_what = |part: &String| {
            let words = words::canonical(self, part);
            words.iter().any(|word| self.known(word).class.is_some())
        };
        if parts.len() < 2 || !parts.iter().all(says_what) {
            return None;
        }
        let mut decisions = parts.iter().map(|part| self.read(part, false));
        let mut first = decisions.next().filter(|decision| decision.role.is_some())?;
        let role = first.role?;
        let (role, step) = match seniority {
            Some(_) if first.step == Step::Unnamed => rungs::rung(self, role, seniority),
            _ => (role, first.step.clone()),
        };
        let others: Vec<Decision> = decisions.collect();
        // `Network Engineer / Senior Engineer`: each title says for itself how senior it is.
        let is_said_apart = others.iter().any(|other| other.step != Step::Unnamed);
        let (role, step) = match is_said_apart {
            true => (first.role?, first.step.clone()),
            false => (role, step),
        };
        let others =
            others.into_iter().filter_map(|decision| Some(Candidate { role: decision.role?, score: decision.score }));
        let mut candidates = vec![Candidate { role, score: first.score }];
        candidates.extend(others.filter(|other| other.role != role));
        candidates.truncate(LISTED);
        first.set_aside.clear();
        Some(Decision { role: Some(role), how: How::FirstOfTwo, step, candidates, ..first })
    }
}

/// Parts a title that names two: at ` / `, ` & `, ` and `, ` cum `, and at `/` before a capital.
fn alternatives(title: &str) -> Vec<String> {
    let marked = title.replace(['／', '・'], " / ");
    let mut parts = vec![String::new()];
    for word in marked.split_whitespace() {
        let is_joint = matches!(
            fold::letters(word).as_str(),
            "/" | "&"
                | "+"
                | "and"
                | "cum"
                | "und"
                | "et"
                | "ou"
                | "oder"
                | "or"
                | "lub"
                | "och"
                | "ve"
                | "y"
                | "e"
                | "|"
                | "и"
        );
        if is_joint {
            parts.push(String::new());
            continue;
        }
        let pieces: Vec<&str> = word.split('/').collect();
        let is_two = pieces.len() > 1 && pieces.iter().all(|piece| piece.chars().count() > 3);
        for (at, piece) in pieces.iter().enumerate() {
            if at > 0 && is_two {
                parts.push(String::new());
            }
            let Some(part) = parts.last_mut() else { continue };
            if at > 0 && !is_two {
                part.push('/');
            }
            part.push_str(piece);
        }
        parts.iter_mut().rev().take(1).for_each(|part| part.push(' '));
    }
    parts.retain(|part| part.chars().any(char::is_alphanumeric));
    parts
}
