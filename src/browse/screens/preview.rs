//! What stands beside the roles: the page of the chosen one, or the most of it where there is little room.

use ratatui::layout::Rect;

use crate::browse::answers::{At, role_page};
use crate::browse::paint::Canvas;
use crate::browse::screens::{dots, wrapped};
use crate::browse::state::State;
use crate::present;
use crate::present::document::Picture;
use crate::present::figures::{level, optional_amount};
use crate::present::label::Label;
use crate::present::text::{Text, labelled, text};
use crate::present::{pay, pay_section};
use crate::render;
use crate::render::Style;
use crate::view::{Competency, Edge, RolePage};

/// From so many columns on, the page itself has room: below, its tables would become blocks.
const PAGE: u16 = 62;
/// How many lines a section has here.
const LINES: usize = 6;

impl State<'_> {
    pub fn draw_preview(&self, canvas: &mut Canvas<'_>, area: Rect, at: At) {
        let Some(view) = self.answers.preview(at) else { return };
        let lines = match role_page(&view) {
            Some(page) if area.width < PAGE => short(page, area.width, canvas),
            _ => {
                let style = Style { width: usize::from(area.width), ..self.answers.style.clone() };
                render::page_of(&view, &style)
            }
        };
        let room = usize::from(area.height);
        let is_cut = lines.len() > room;
        let shown = if is_cut { room.saturating_sub(1) } else { room };
        for (line, y) in beginning(&lines, shown).iter().zip(area.top()..) {
            canvas.put(area.x, y, area.width, line);
        }
        if is_cut && room > 0 {
            let more = format!("{} enter: the whole page", canvas.ellipsis());
            canvas.put(area.x, area.bottom() - 1, area.width, labelled(Label::Aside, &more));
        }
    }
}

/// The first lines of a page: where they are not all, none of them is a heading that has nothing under it.
fn beginning(lines: &[Text], room: usize) -> &[Text] {
    let mut shown = &lines[..room.min(lines.len())];
    let is_idle = |line: &Text| match line.spans().iter().find(|span| !span.text().trim().is_empty()) {
        Some(first) => first.label() == Some(Label::Heading),
        None => true,
    };
    while let Some((_, rest)) = shown.split_last().filter(|(last, _)| shown.len() < lines.len() && is_idle(last)) {
        shown = rest;
    }
    shown
}

/// A text at the left, another at the right end.
fn spread(left: impl Into<Text>, right: impl Into<Text>, width: u16, canvas: &Canvas<'_>) -> Text {
    let (left, right) = (left.into(), right.into());
    let width = usize::from(width);
    let room = width.saturating_sub(right.width() + 1);
    let left = left.within(room, canvas.ellipsis());
    let gap = width.saturating_sub(left.width() + right.width());
    text![left, " ".repeat(gap), right]
}

fn short(page: &RolePage<'_>, width: u16, canvas: &Canvas<'_>) -> Vec<Text> {
    let heading = |text: &str| labelled(Label::Heading, text);
    let role = &page.role;
    let mut lines = vec![spread(labelled(Label::Title, role.title), labelled(Label::Id, role.id), width, canvas)];
    lines.push(labelled(Label::Aside, &format!("{} · {}", role.family.title, level(role))));
    lines.extend(wrapped(page.summary.unwrap_or(""), width, 4, canvas.ellipsis()));
    if let Some(competencies) = page.competencies.as_ref().filter(|it| !it.is_empty()) {
        let is_compared = competencies.iter().any(|it| it.band.is_some());
        let band = format!("{} half of all roles", canvas.glyphs.pick("━", "="));
        let legend = labelled(Label::Aside, if is_compared { &band } else { "" });
        let (name, shown) = present::apart(page, competencies, is_compared);
        lines.push(spread(heading(name), &legend, width, canvas));
        lines.extend(shown.into_iter().take(LINES).map(|it| competency(it, is_compared, width, canvas)));
    }
    if let Some(salary) = page.salary.as_ref().filter(|it| !it.is_empty()) {
        lines.push(spread(heading("Pay"), labelled(Label::Aside, "as published"), width, canvas));
        for row in pay_section::of_page(salary).into_iter().take(LINES) {
            // As in the list of all of them: whose figure it is.
            let whose = if row.is_own() { "" } else { "~" };
            let amount = format!("{whose}{} {}/{}", optional_amount(row.median), row.currency, row.per);
            lines.push(spread(pay::region_name(row), &amount, width, canvas));
        }
    }
    if let Some(career) = &page.career {
        let list = |name: &str, edges: &[Edge<'_>]| {
            let titles: Vec<&str> = edges.iter().take(LINES).map(|edge| edge.role.title).collect();
            (!titles.is_empty()).then(|| (name.to_owned(), titles.join(", ")))
        };
        let moves = [list("From", &career.prerequisites), list("To", &career.next)];
        for (name, titles) in moves.into_iter().flatten() {
            lines.push(heading(&name));
            lines.extend(wrapped(&titles, width, 2, canvas.ellipsis()));
        }
    }
    if let Some(tools) = page.tools.as_ref().filter(|it| !it.is_empty()) {
        lines.push(heading("Tools"));
        let titles: Vec<&str> = tools.iter().map(|tool| tool.tool.title).collect();
        lines.extend(wrapped(titles.join(", "), width, 3, canvas.ellipsis()));
    }
    lines
}

/// "Information security   ┈━━━●┈ 100 ●●●○": the weight beside that of half of all roles, where there is a band.
fn competency(it: &Competency<'_>, is_compared: bool, width: u16, canvas: &Canvas<'_>) -> Text {
    const CELLS: usize = 8;
    let level = match &it.own_level {
        Some(own) => canvas.glyphs.marks(own.step.into(), own.steps.into()),
        None => dots(it.proficiency, canvas.glyphs),
    };
    let picture = Picture::Dot { at: it.weight, band: it.band.map(|band| (band.low, band.high)) };
    let picture = if is_compared { render::picture(picture, CELLS, canvas.glyphs) } else { Text::default() };
    let gap = if is_compared { " " } else { "" };
    let right = text![picture, gap, format!("{:>3} ", it.weight), labelled(Label::Bar, &level)];
    spread(it.competency.title, &right, width, canvas)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_heading_is_the_last_line_of_a_page_that_goes_on() {
        let heading = |text: &str| text![labelled(Label::Heading, text), "  beside"];
        let lines = [heading("Pay"), "World  100".into(), Text::default(), heading("From"), "Engineer".into()];
        assert_eq!([2, 3, 4, 5, 9].map(|room| beginning(&lines, room).len()), [2, 2, 2, 5, 5]);
        assert_eq!(beginning(&lines, 1).len(), 0);
        assert_eq!(beginning(&[heading("Pay")], 1).len(), 1);
    }
}
