//! What a search found.

use crate::present::document::Block;
use crate::present::figures::{count, role_name};
use crate::present::label::Label;
use crate::present::records::{Audience, Records};
use crate::present::text::{Text, labelled, text};
use crate::text::fold;
use crate::text::hint::{Ask, hint};
use crate::view::{Hit, Hits, Line, Spelling};

/// How many lines of a role a page shows, and how much of a paragraph.
const LINES: usize = 3;
/// How many roles a page shows.
const ROLES: usize = 20;
const AROUND: usize = 90;

pub fn document(hits: &Hits<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (at, hit) in hits.hits.iter().take(ROLES).enumerate() {
        if at > 0 {
            blocks.push(Block::Gap);
        }
        hit_document(hit, &hits.marks, &mut blocks);
    }
    blocks.push(Block::Gap);
    if let Some(more) = hits.hits.len().checked_sub(ROLES).filter(|more| *more > 0) {
        blocks.push(Block::note(&format!("{}: `--format lines` shows them all", count(more, "more role"))));
    }
    let first = Ask::of("show").word(hits.hits[0].role.id);
    blocks.push(Block::Hint(hint![count(hits.hits.len(), "role"), ". One of them: ", first]));
    blocks
}

fn hit_document(hit: &Hit<'_>, words: &[Spelling], blocks: &mut Vec<Block>) {
    blocks.push(Block::title(role_name(Label::Title, &hit.role), hit.role.id));
    for line in hit.lines.iter().take(LINES) {
        let section = labelled(Label::Aside, &format!("{}:", line.section));
        blocks.push(Block::paragraph(text![section, " ", marked(&excerpt(line, words), words)]));
    }
    if hit.lines.len() > LINES {
        blocks.push(Block::note(&count(hit.lines.len() - LINES, "more line")));
    }
}

/// The part of a paragraph around its first hit, whole words only.
fn excerpt(line: &Line<'_>, words: &[Spelling]) -> String {
    let text = line.text.as_ref();
    let Some(at) = text
        .split(' ')
        .scan(0, |start, word| {
            let here = *start;
            *start += word.len() + 1;
            Some((here, word))
        })
        .find(|(_, word)| is_hit(word, words))
        .map(|(at, _)| at)
    else {
        return text.to_owned();
    };
    let from = text[..at]
        .char_indices()
        .rev()
        .nth(AROUND)
        .and_then(|(cut, _)| text[cut..at].find(' ').map(|space| cut + space + 1))
        .unwrap_or(0);
    let to = text[at..]
        .char_indices()
        .nth(AROUND * 2)
        .and_then(|(cut, _)| text[..at + cut].rfind(' '))
        .unwrap_or(text.len());
    let (before, after) = (if from > 0 { "… " } else { "" }, if to < text.len() { " …" } else { "" });
    format!("{before}{}{after}", &text[from..to.max(from)])
}

/// Labels the words that were searched for.
fn marked(text: &str, words: &[Spelling]) -> Text {
    let mark = |word: &str| if is_hit(word, words) { labelled(Label::Hit, word) } else { word.into() };
    Text::join(text.split(' ').map(mark), " ")
}

fn is_hit(word: &str, words: &[Spelling]) -> bool {
    let is_meant = |part: &String, mark: &Spelling| match mark.is_whole {
        true => *part == mark.word,
        false => part.starts_with(mark.word.as_str()),
    };
    fold::words(word).iter().any(|part| words.iter().any(|mark| is_meant(part, mark)))
}

/// One line a line: the role's id, the section, the text.
pub fn records<'v>(hits: &'v Hits<'_>, audience: Audience) -> Records<'v> {
    let of_hit = |hit: &'v Hit<'_>| {
        let record = |line: &'v Line<'_>| {
            audience
                .record("")
                .text("role", hit.role.id)
                .exact("title", hit.role.title)
                .text("section", line.section)
                .text("text", line.text.as_ref())
        };
        hit.lines.iter().map(record).collect::<Vec<_>>()
    };
    Records { fields: &["role", "title", "section", "text"], records: hits.hits.iter().flat_map(of_hit).collect() }
}
