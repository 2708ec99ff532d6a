//! A move of Walk, told: who states it, what must grow, what it pays.

use crate::browse::screens::wrapped;
use crate::present;
use crate::present::document::{Block, Glyphs, Picture};
use crate::present::figures::marks_of;
use crate::present::label::Label;
use crate::present::text::{Text, labelled, text};
use crate::render;
use crate::view::{Growth, Step, Support};

pub fn lines_of_step(step: &Step<'_>, width: u16, glyphs: Glyphs) -> Vec<Text> {
    /// From so many columns on, what must grow is drawn.
    const DRAWN: u16 = 60;
    let said = present::step(step, glyphs);
    let mut texts: Vec<Text> = said.into_iter().filter_map(text_of).collect();
    let pay = step.pay.as_ref().and_then(|_| texts.pop());
    let behind = if step.grows.is_empty() { 1 } else { 2 };
    pay.into_iter().for_each(|pay| texts.insert(behind.min(texts.len()), pay));
    let Support { sources, observed, .. } = &step.support;
    let marks = marks(sources.len(), !observed.is_empty(), step.lateral, glyphs);
    if let Some(by) = texts.first_mut() {
        let is_together = width >= DRAWN && step.grows.iter().any(|it| is_together(it, width));
        let together = match is_together {
            true => text!["  ", labelled(Label::Aside, Picture::TOGETHER)],
            false => Text::default(),
        };
        *by = text![labelled(Label::Mark, &marks), " ", &*by, together];
    }
    let mut lines = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        let is_growth = at == 1 && !step.grows.is_empty();
        match is_growth {
            true if width >= DRAWN => lines.extend(step.grows.iter().map(|it| drawn_growth(it, width, glyphs))),
            true => lines.extend(wrapped(text![text, " ", growths(step)], width, usize::MAX, "")),
            false => lines.extend(wrapped(text, width, usize::MAX, "")),
        }
    }
    lines
}

/// "Architecture 82 to 87, Quality 61 to 75".
fn growths(step: &Step<'_>) -> String {
    let said = |it: &Growth<'_>| format!("{} {} to {}", it.competency.title, it.weight_from, it.weight_to);
    step.grows.iter().map(said).collect::<Vec<_>>().join(", ")
}

fn text_of(block: Block) -> Option<Text> {
    match block {
        Block::Beside { text, .. } => Some(text),
        _ => None,
    }
}

/// "System design and architecture  ┈┈┈┈○──●┈┈  57 → 81  ●●○○→●●●○": the weight before and after, on a scale.
fn drawn_growth(growth: &Growth<'_>, width: u16, glyphs: Glyphs) -> Text {
    let (longest, cells) = growth_widths(width);
    let arrow = glyphs.pick("→", ">");
    let marks = |level: Option<u8>, own| Some(marks_of(level, own, glyphs)).filter(|marks| !marks.is_empty());
    let from = marks(growth.level_from, growth.own_from.as_ref());
    let to = marks(growth.level_to, growth.own_to.as_ref());
    let levels = from.zip(to).map_or(String::new(), |(from, to)| format!("  {from}{arrow}{to}"));
    let scale = render::picture(change(growth), cells, glyphs);
    let title = growth.competency.title;
    let name = Text::from(title).within(longest, glyphs.pick("…", "..."));
    let gap = " ".repeat(longest.saturating_sub(name.width()));
    let weights = format!(" {:>3} {arrow} {:>3}", growth.weight_from, growth.weight_to);
    text![name, gap, " ", scale, weights, labelled(Label::Bar, &levels)]
}

/// How wide a competency's name and its scale are.
fn growth_widths(width: u16) -> (usize, usize) {
    const LONGEST: usize = 35;
    /// The figures, the levels and what lies between.
    const OTHERS: usize = 23;
    const LEAST: usize = 10;
    let longest = LONGEST.min(usize::from(width).saturating_sub(OTHERS - 1 + LEAST));
    (longest, usize::from(width).saturating_sub(longest + OTHERS).max(LEAST))
}

fn change(growth: &Growth<'_>) -> Picture {
    Picture::dumbbell([growth.weight_from, growth.weight_to].map(Some))
}

/// Whether the weights before and after fall into one place of the scale.
fn is_together(growth: &Growth<'_>, width: u16) -> bool {
    render::is_together(change(growth), growth_widths(width).1)
}

/// A diamond for each public ladder that states a move, up to five; a ring where people were seen to make it.
pub fn marks(stated: usize, is_observed: bool, is_sideways: bool, glyphs: Glyphs) -> String {
    const SHOWN: usize = 5;
    let more = if stated > SHOWN { "+" } else { "" };
    let sideways = if is_sideways { glyphs.pick("↔", "=") } else { "" };
    let marks = glyphs.pick("◆", "*").repeat(stated.min(SHOWN));
    match (stated, is_observed) {
        (0, true) => format!("{sideways}{}", glyphs.pick("○", "o")),
        (0, false) => format!("{sideways}{}", glyphs.pick("·", ".")),
        _ => format!("{sideways}{marks}{more}"),
    }
}
