//! Every key and every mark: those of the screen that one looks at come first.

use crate::browse::keys::in_ascii;
use crate::browse::state::Screen;
use crate::present::label::Label;
use crate::present::text::{Text, labelled, text};

/// Keys, and what they do.
type Keys = &'static [(&'static str, &'static str)];
/// A mark, the same in ASCII, and what it stands for.
type Marks = &'static [(&'static str, &'static str, &'static str)];

/// What is to be known of a screen.
struct Part {
    /// None for what holds everywhere.
    screen: Option<Screen>,
    title: &'static str,
    keys: Keys,
    marks: Marks,
}

const PARTS: &[Part] = &[
    Part {
        screen: None,
        title: "everywhere",
        keys: &[
            ("↑↓ Home End", "choose; PgUp and PgDn by a screen; the letters h j k l G too where no text is typed"),
            ("esc", "back; where text is typed, first the text goes"),
            ("F1 ?", "these keys; ? only where no text is typed"),
            ("/", "find a row of this screen; ↓ the next one; among the roles any letter does"),
            ("q ctrl-c", "leave; ctrl-c also where text is typed"),
            ("ctrl-z", "stop; fg goes on; not where a pipe waits for a choice"),
            ("y Y", "copy the id, or the line, to the clipboard (OSC 52); ctrl-y copies the id everywhere"),
            ("e", "what you master yourself; ctrl-e also where text is typed"),
            ("r", "read the catalog again; ctrl-r everywhere"),
        ],
        marks: &[
            ("▌", ">", "the row that is chosen"),
            ("●○", "*.", "a level: ●○○○ awareness, ●●○○ working, ●●●○ practitioner, ●●●● expert"),
            ("–", "-", "nobody says"),
            ("…", "...", "there is more, and a key that shows it"),
        ],
    },
    Part {
        screen: Some(Screen::Roles),
        title: "roles",
        keys: &[
            ("letters", "any title, name, tool, family or competency, in any language that roles have names in"),
            ("enter", "the whole page; where stdout is a pipe, the choice"),
            ("→", "walk: what leads here, and where it leads"),
            ("tab", "mark for comparing"),
            ("ctrl-o", "compare what is marked; with one mark or none, a role beside it is asked for"),
            ("ctrl-p", "pay"),
            ("ctrl-e", "what you master yourself"),
            ("ctrl-u ctrl-w", "take back all, or the last word"),
        ],
        marks: &[
            ("●", "*", "marked for comparing"),
            ("~", "~", "pay of all ranks, or of another: not the role's own"),
            (
                "int exe",
                "int exe",
                "the level: intern, junior, mid, senior, stf staff, principal, distinguished, fellow; mgr manager, smg senior manager, director, vp vice president, executive; lead",
            ),
        ],
    },
    Part {
        screen: Some(Screen::Page),
        title: "page",
        keys: &[
            ("↑↓ space", "scroll; on the page of the nearest roles ↑↓ choose one"),
            ("enter", "of the nearest roles: the page of the one chosen"),
            ("→ p c tab", "walk, pay, compare, mark"),
        ],
        marks: &[
            ("●", "o", "where the weight lies, from 0 to 100"),
            ("━", "=", "where half of all roles lie"),
            ("◆", "*", "a source that states the move; of a tool: in demand"),
        ],
    },
    Part {
        screen: Some(Screen::Walk),
        title: "walk",
        keys: &[
            ("←", "look at what leads here; from there, go back to the one chosen"),
            ("→", "look at what it leads to; from there, go on to the one chosen"),
            ("enter", "the page of the role chosen"),
            ("w m", "who states the move; all that the move takes"),
            ("t x", "a target, and none: the best ladder there is drawn, with the way walked"),
            ("tab c p", "mark, compare, pay"),
            ("shift-tab", "mark the role in the middle"),
        ],
        marks: &[
            ("◆", "*", "a public ladder that states the move, up to five; + for more"),
            ("○", "o", "people were seen to make the move"),
            ("○─●", "o-*", "below: the weight before the move and after it, from 0 to 100"),
            ("●", "*", "marked for comparing; on the ladder, where you stand"),
            ("·", ".", "no source states it: the word of a company's catalog, or editorial judgment"),
            ("↔", "=", "sideways, not up"),
            ("▸", "+", "the next step to the target"),
            ("[ ]", "[ ]", "where you stand on the way"),
        ],
    },
    Part {
        screen: Some(Screen::Compare),
        title: "compare",
        keys: &[
            ("tab", "competencies, tools, pay"),
            ("d", "differences only"),
            ("← →", "choose a role"),
            ("x a", "take the role out, add one"),
            ("enter p", "the page of the role, its pay"),
        ],
        marks: &[
            ("○●◇◆▲■", "o*x#+@", "the roles, by their order"),
            ("2", "2", "so many marks in one place"),
            ("─", "-", "from the lightest to the heaviest weight, 0 to 100"),
            ("●●●○", "***.", "the level, as many marks as the scale has steps"),
        ],
    },
    Part {
        screen: Some(Screen::Pay),
        title: "pay",
        keys: &[
            ("tab", "regions, states, parts by seniority"),
            (
                "s",
                "sort by median, each currency, period and kind by itself: the role's own figures, then those of all ranks",
            ),
            ("w", "where the figure comes from"),
            ("enter → c", "page, walk, compare"),
        ],
        marks: &[
            ("~", "~", "pay of all ranks, or of another: not the role's own"),
            (
                "●",
                "o",
                "the median, on a scale from nothing to the highest figure; drawn where the unit is that of the one chosen",
            ),
            ("─", "-", "from the 25th to the 75th percentile"),
        ],
    },
    Part {
        screen: Some(Screen::Me),
        title: "me",
        keys: &[
            ("← → 0 to 4", "your level"),
            ("x", "takes it back: not said"),
            ("n", "n/a: it has no bearing on your work, and is left out of the measure"),
            ("tab", "competencies, tools"),
            ("g a", "a goal; all competencies, without one"),
            ("u s", "undo, save"),
            ("enter", "the page of the role nearest to you"),
            ("m", "the nearest roles, and what is missing most"),
        ],
        marks: &[
            ("◉", "@", "your level"),
            ("◇", "o", "what the goal asks for"),
            (
                "%",
                "%",
                "how much of a role you master; the nearest roles: where the file says `role`, yours and what follows, then those most like you",
            ),
        ],
    },
];

/// The keys and marks as lines of a width.
pub fn help(screen: Screen, width: u16, unicode: bool) -> Vec<Text> {
    let first = PARTS.iter().filter(|part| part.screen == Some(screen));
    let rest = PARTS.iter().filter(|part| part.screen != Some(screen));
    first.chain(rest).flat_map(|part| lines(part, width, unicode)).collect()
}

fn lines(part: &Part, width: u16, unicode: bool) -> Vec<Text> {
    let mut lines = vec![labelled(Label::Heading, part.title)];
    for (keys, what) in part.keys {
        let said = |text: &str| if unicode { text.to_owned() } else { in_ascii(text) };
        row(Label::Name, &said(keys), &said(what), width, &mut lines);
    }
    for (mark, ascii, what) in part.marks {
        // What a mark stands for may be told with marks: in ASCII they look as the pages draw them.
        let what = if unicode { (*what).to_owned() } else { what.replace('●', "*").replace('○', ".") };
        row(Label::Mark, if unicode { mark } else { ascii }, &what, width, &mut lines);
    }
    lines
}

/// A key or mark, and what it does beside it.
fn row(label: Label, sign: &str, what: &str, width: u16, lines: &mut Vec<Text>) {
    use unicode_width::UnicodeWidthStr;
    let column = if width < 60 { 13 } else { 18 };
    let room = usize::from(width).saturating_sub(column).max(10);
    let is_beside = sign.width() + 3 <= column;
    if !is_beside {
        lines.push(text!["  ", labelled(label, sign)]);
    }
    for (at, line) in textwrap::wrap(what, room).into_iter().enumerate() {
        let left = if at == 0 && is_beside { sign } else { "" };
        let gap = " ".repeat(column - 2 - left.width());
        lines.push(text!["  ", labelled(label, left), gap, line]);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Keys as they are written somewhere, without the words between them.
    fn keys<'t>(words: impl Iterator<Item = &'t str>) -> BTreeSet<String> {
        let apart = |word: &str| match word {
            "to" | "letters" => Vec::new(),
            "\u{2191}\u{2193}" => vec!["\u{2191}".to_owned(), "\u{2193}".to_owned()],
            // A letter is another key than its capital.
            word if word.chars().count() == 1 => vec![word.to_owned()],
            word => vec![word.to_lowercase()],
        };
        words.flat_map(apart).collect()
    }

    #[test]
    fn the_readme_names_the_keys_of_each_screen() {
        let readme = include_str!("../../README.md");
        for part in PARTS.iter().filter(|part| part.screen.is_some()) {
            let start = format!("| {} |", part.title);
            let row = readme.lines().find(|line| line.starts_with(&start));
            let row = row.unwrap_or_else(|| panic!("README.md has no row of {}", part.title));
            let helped = keys(part.keys.iter().flat_map(|(keys, _)| keys.split_whitespace()));
            assert_eq!(keys(row.split('`').skip(1).step_by(2)), helped, "{}", part.title);
        }
    }
}
