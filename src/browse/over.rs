//! What lies over a screen: the keys, a role to be found, a question.

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use crate::browse::answers::{Answers, At};
use crate::browse::find::Find;
use crate::browse::help::help;
use crate::browse::keys::Key;
use crate::browse::paint::Canvas;
use crate::browse::screens::{roles, seen};
use crate::browse::scroll::Scroll;
use crate::browse::state::{Effect, Screen, State};
use crate::present::document::Glyphs;
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
    Find(Find),
    /// Leaving would lose what is not saved.
    Unsaved,
    /// The file has changed since it was read.
    Changed {
        then_leave: bool,
    },
}

impl Pick {
    /// All roles, with one of them chosen.
    pub fn new(answers: &Answers<'_>, purpose: Purpose, first: Option<At>) -> Self {
        let hits = answers.sift("");
        let at = first.and_then(|first| hits.iter().position(|at| *at == first)).unwrap_or(0);
        Self { purpose, typed: String::new(), hits, list: Scroll::at(at) }
    }

    fn what(&self) -> &'static str {
        match self.purpose {
            Purpose::Target => "the role that the way is to lead to",
            Purpose::Goal => "the role to be measured against",
            Purpose::Comparison => "a role to compare",
        }
    }
}

/// The line that is typed into; what it takes, where nothing is typed yet and there is room.
pub fn typed_line(typed: &str, room: u16, glyphs: Glyphs) -> String {
    const WHAT: &str = " type a title or a tool";
    let line = format!("> {typed}{}", glyphs.pick("▏", "_"));
    match typed.is_empty() && line.width() + WHAT.width() < usize::from(room) {
        true => format!("{line}{}", labelled(Label::Aside, WHAT)),
        false => line,
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
                let lines = help(self.screen(), self.size.0, self.answers.style.unicode).len();
                if scroll.press_text(&key, lines, height) {
                    self.over = Some(Over::Help(scroll));
                } else if key == Key::Char('q') {
                    return self.leave();
                }
                Effect::None
            }
            Some(Over::Pick(pick)) => self.press_pick(pick, key),
            Some(Over::Find(find)) => self.press_find(find, key),
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
            Purpose::Target => self.aim(Some(at)),
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
                canvas.put(area.x, area.y, area.width, &labelled(Label::Title, "Keys and marks"));
                let lines = help(self.screen(), area.width, canvas.glyphs.unicode);
                let height = usize::from(area.height.saturating_sub(2));
                let first = scroll.at.min(lines.len().saturating_sub(height));
                let seen = seen(&(first..(first + height).min(lines.len())), lines.len());
                canvas.put_right(area, area.y, &seen);
                for (line, y) in lines.iter().skip(first).take(height).zip(area.y + 1..) {
                    canvas.put(area.x, y, area.width, line);
                }
                true
            }
            Some(Over::Pick(pick)) => {
                canvas.put(area.x, area.y, area.width, &typed_line(&pick.typed, area.width, canvas.glyphs));
                canvas.put(area.x, area.y + 1, area.width, &labelled(Label::Aside, pick.what()));
                let list = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..area };
                roles::draw_list(&self.answers, &pick.hits, &pick.list, &self.marks, canvas, list);
                if pick.hits.is_empty() {
                    let none = "no role has this: ctrl-u clears it";
                    canvas.put(list.x + 2, list.y, list.width.saturating_sub(2), &labelled(Label::Aside, none));
                }
                true
            }
            Some(Over::Find(_) | Over::Unsaved | Over::Changed { .. }) => false,
        }
    }

    /// What a question asks, for the last line.
    pub fn question(&self, glyphs: Glyphs) -> Option<String> {
        let shown = self.me.sheet.shown();
        match &self.over {
            Some(Over::Find(find)) => Some(self.told_of_find(find, glyphs)),
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
    let named = [("↑↓", "up/down"), ("←", "left"), ("→", "right"), ("↓", "down")];
    named.iter().fold(keys.to_owned(), |keys, (sign, name)| keys.replace(sign, name))
}
