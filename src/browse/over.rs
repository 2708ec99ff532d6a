//! What lies over a screen: the keys, a role to be found, a question.

use ratatui::layout::Rect;

use crate::browse::answers::{Answers, At};
use crate::browse::keys::Key;
use crate::browse::paint::Canvas;
use crate::browse::screens::roles;
use crate::browse::scroll::Scroll;
use crate::browse::state::{Effect, Screen, State};
use crate::present::label::{Label, labelled};

/// What a role is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    Target,
    Goal,
    Comparison,
}

/// A role that is looked for by typing.
#[derive(Debug)]
pub struct Pick {
    pub purpose: Purpose,
    typed: String,
    hits: Vec<At>,
    list: Scroll,
}

#[derive(Debug)]
pub enum Over {
    Help(Scroll),
    Pick(Pick),
    /// Leaving would lose what is not saved.
    Unsaved,
    /// The file has changed since it was read.
    Changed {
        then_leave: bool,
    },
}

impl Pick {
    pub fn new(answers: &Answers<'_>, purpose: Purpose) -> Self {
        Self { purpose, typed: String::new(), hits: answers.sift(""), list: Scroll::default() }
    }

    fn what(&self) -> &'static str {
        match self.purpose {
            Purpose::Target => "the role that the way is to lead to",
            Purpose::Goal => "the role to be measured against",
            Purpose::Comparison => "a role to compare",
        }
    }
}

/// Types into a line; tells whether the key did.
pub fn typed_into(line: &mut String, key: &Key) -> bool {
    const LONGEST: usize = 200;
    let is_shown = |c: &char| !c.is_control();
    match key {
        Key::Char(c) if line.len() < LONGEST => line.extend(Some(*c).filter(is_shown)),
        Key::Text(text) => line.extend(text.chars().filter(is_shown).take(LONGEST.saturating_sub(line.len()))),
        Key::Backspace => {
            line.pop();
        }
        Key::Ctrl('u') => line.clear(),
        Key::Ctrl('w') => {
            let kept = line.trim_end().rfind(' ').map_or(0, |at| at + 1);
            line.truncate(kept);
        }
        _ => return false,
    }
    true
}

impl State<'_> {
    pub fn press_over(&mut self, key: Key) -> Effect {
        let height = self.height();
        match self.over.take() {
            Some(Over::Help(mut scroll)) => {
                let key = key.folded();
                if scroll.press_text(&key, help(self.size.0, self.answers.style.unicode).len(), height) {
                    self.over = Some(Over::Help(scroll));
                } else if key == Key::Char('q') {
                    return self.leave();
                }
                Effect::None
            }
            Some(Over::Pick(pick)) => self.press_pick(pick, key),
            Some(Over::Unsaved) => match key {
                Key::Char('s') => Effect::Save { anyway: false, then_leave: true },
                Key::Char('q') => Effect::Leave(self.choice.take()),
                Key::Esc | Key::Char('n') => {
                    self.choice = None;
                    Effect::None
                }
                _ => {
                    self.over = Some(Over::Unsaved);
                    Effect::None
                }
            },
            Some(Over::Changed { then_leave }) => match key {
                Key::Char('o') => Effect::Save { anyway: true, then_leave },
                Key::Char('l') => Effect::Load,
                Key::Esc | Key::Char('n') => Effect::None,
                _ => {
                    self.over = Some(Over::Changed { then_leave });
                    Effect::None
                }
            },
            None => Effect::None,
        }
    }

    fn press_pick(&mut self, mut pick: Pick, key: Key) -> Effect {
        if typed_into(&mut pick.typed, &key) {
            pick.hits = self.answers.sift(&pick.typed);
            pick.list = Scroll::default();
        } else if key == Key::Enter {
            if let Some(at) = pick.hits.get(pick.list.at).copied() {
                self.picked(pick.purpose, at);
                return Effect::None;
            }
        } else if key == Key::Esc {
            return Effect::None;
        } else {
            pick.list.press(&key, pick.hits.len(), self.height());
        }
        self.over = Some(Over::Pick(pick));
        Effect::None
    }

    fn picked(&mut self, purpose: Purpose, at: At) {
        match purpose {
            Purpose::Target => self.aim(at),
            Purpose::Goal => {
                self.me.aim(&self.answers, Some(at));
            }
            Purpose::Comparison => {
                if !self.marks.contains(&at) {
                    self.mark(at);
                }
                self.open(Screen::Compare, None);
            }
        }
    }

    /// Draws what lies over the screen; tells whether the screen beneath is to be drawn too.
    pub fn draw_over(&self, canvas: &mut Canvas<'_>, area: Rect) -> bool {
        match &self.over {
            None => false,
            Some(Over::Help(scroll)) => {
                canvas.put(area.x, area.y, area.width, &labelled(Label::Title, "Keys"));
                let lines = help(area.width, canvas.glyphs.unicode);
                let height = usize::from(area.height.saturating_sub(2));
                let first = scroll.at.min(lines.len().saturating_sub(height));
                for (line, y) in lines.iter().skip(first).take(height).zip(area.y + 1..) {
                    canvas.put(area.x, y, area.width, line);
                }
                true
            }
            Some(Over::Pick(pick)) => {
                let line = format!("> {}{}", pick.typed, canvas.glyphs.pick("▏", "_"));
                canvas.put(area.x, area.y, area.width, &line);
                canvas.put(area.x, area.y + 1, area.width, &labelled(Label::Aside, pick.what()));
                let list = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..area };
                roles::draw_list(&self.answers, &pick.hits, &pick.list, &self.marks, canvas, list);
                true
            }
            Some(Over::Unsaved | Over::Changed { .. }) => false,
        }
    }

    /// What a question asks, for the last line.
    pub fn question(&self) -> Option<String> {
        let shown = self.me.sheet.shown();
        match &self.over {
            Some(Over::Unsaved) => Some(format!("{shown} is not saved: s save and leave  q leave  esc stay")),
            Some(Over::Changed { .. }) => {
                Some(format!("{shown} has changed on disk: o overwrite  l load it instead  esc neither"))
            }
            _ => None,
        }
    }
}

/// The names of keys where only ASCII is shown.
pub fn in_ascii(keys: &str) -> String {
    let named = [("↑↓", "up/down"), ("←", "left"), ("→", "right")];
    named.iter().fold(keys.to_owned(), |keys, (sign, name)| keys.replace(sign, name))
}

/// The keys as lines of a width, what they do beside them.
fn help(width: u16, unicode: bool) -> Vec<String> {
    const KEYS: usize = 18;
    let mut lines = Vec::new();
    for (keys, what) in HELP {
        let keys = if unicode { (*keys).to_owned() } else { in_ascii(keys) };
        if what.is_empty() {
            lines.push(labelled(Label::Heading, &keys));
            continue;
        }
        let options = textwrap::Options::new(usize::from(width).max(KEYS + 10));
        let indent = " ".repeat(KEYS);
        let first = format!("  {keys:16}");
        let wrapped = textwrap::wrap(what, options.initial_indent(&indent).subsequent_indent(&indent));
        for (at, line) in wrapped.iter().enumerate() {
            let left = if at == 0 { labelled(Label::Name, &first) } else { indent.clone() };
            lines.push(format!("{left}{}", line.get(KEYS..).unwrap_or("")));
        }
    }
    lines
}

/// Every key, by screen.
pub const HELP: &[(&str, &str)] = &[
    ("everywhere", ""),
    ("↑↓ Home End", "choose; PgUp and PgDn by a screen; the letters h j k l G too where no text is typed"),
    ("esc", "back; where text is typed, first the text goes"),
    ("F1 ?", "these keys; ? only where no text is typed"),
    ("q ctrl-c", "leave; ctrl-c also where text is typed"),
    ("ctrl-z", "stop; fg goes on; not where a pipe waits for a choice"),
    ("y Y", "copy the id, or the line, to the clipboard (OSC 52)"),
    ("r", "read the catalog again"),
    ("roles", ""),
    ("letters", "any title, name, tool, family or competency, in any language that roles have names in"),
    ("enter", "the whole page; where stdout is a pipe, the choice"),
    ("→", "walk: what leads here, and where it leads"),
    ("tab", "mark for comparing"),
    ("ctrl-o", "compare what is marked"),
    ("ctrl-p", "pay"),
    ("ctrl-e", "what you master yourself"),
    ("ctrl-y ctrl-r", "copy the id; read the catalog again"),
    ("ctrl-u ctrl-w", "take back all, or the last word"),
    ("page", ""),
    ("↑↓ space", "scroll"),
    ("→ p tab", "walk, pay, mark"),
    ("walk", ""),
    ("←", "look at what leads here; from there, go back to the one chosen"),
    ("→", "look at what it leads to; from there, go on to the one chosen"),
    ("enter w", "the page of the role chosen; who states the move"),
    ("t", "a target: the best ladder there is marked, and its steps are told"),
    ("tab c p", "mark, compare, pay"),
    ("compare", ""),
    ("tab", "competencies, tools, pay"),
    ("d", "differences only"),
    ("← →", "choose a role"),
    ("x a", "take the role out, add one"),
    ("pay", ""),
    ("tab", "regions, states, parts by seniority"),
    ("s", "sort by median, where all figures share one unit"),
    ("w", "where the figure comes from"),
    ("me", ""),
    ("← → 0 to 4", "your level; x says nothing of it"),
    ("tab", "competencies, tools"),
    ("g a", "a goal; all competencies, without one"),
    ("u s", "undo, save"),
    ("enter", "the page of the role nearest to you"),
];
