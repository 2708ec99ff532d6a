//! What lies over a screen: the keys, a role to be found, a question.

use ratatui::layout::Rect;

use crate::browse::answers::At;
use crate::browse::data::over::{Over, Pick, Purpose};
use crate::browse::help::help;
use crate::browse::keys::{Key, typed_into};
use crate::browse::paint::Canvas;
use crate::browse::screens::{roles, seen, typed_line};
use crate::browse::scroll::Scroll;
use crate::browse::state::{Effect, Screen, State};
use crate::present::document::Glyphs;
use crate::present::label::Label;
use crate::present::text::labelled;

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
            Some(over @ (Over::Unsaved | Over::Changed { .. })) => match answered(&over, &key) {
                Some(Effect::Leave(_)) => Effect::Leave(self.choice.take()),
                Some(Effect::None) if matches!(over, Over::Unsaved) => {
                    self.choice = None;
                    Effect::None
                }
                Some(effect) => effect,
                None => {
                    self.over = Some(over);
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
                canvas.put(area.x, area.y, area.width, labelled(Label::Title, "Keys and marks"));
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
                canvas.put(area.x, area.y, area.width, typed_line(&pick.typed, area.width, canvas.glyphs));
                canvas.put(area.x, area.y + 1, area.width, labelled(Label::Aside, pick.what()));
                let list = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..area };
                roles::draw_list(&self.answers, &pick.hits, &pick.list, &self.marks, canvas, list);
                if pick.hits.is_empty() {
                    let none = "no role has this: ctrl-u clears it";
                    canvas.put(list.x + 2, list.y, list.width.saturating_sub(2), labelled(Label::Aside, none));
                }
                true
            }
            Some(Over::Find(_) | Over::Unsaved | Over::Changed { .. }) => false,
        }
    }

    /// What a question asks, for the last line.
    pub fn question(&self, glyphs: Glyphs) -> Option<String> {
        match &self.over {
            Some(Over::Find(find)) => Some(self.told_of_find(find, glyphs)),
            over => question(over.as_ref()?, &self.me.sheet.shown()),
        }
    }
}

/// What a key answers to that question: nothing is done where one stays; none where it is no answer.
pub fn answered(over: &Over, key: &Key) -> Option<Effect> {
    match (over, key) {
        (Over::Unsaved, Key::Char('s')) => Some(Effect::Save { anyway: false, then_leave: true }),
        (Over::Unsaved, Key::Char('q')) => Some(Effect::Leave(None)),
        (Over::Changed { then_leave }, Key::Char('o')) => Some(Effect::Save { anyway: true, then_leave: *then_leave }),
        (Over::Changed { .. }, Key::Char('l')) => Some(Effect::Load),
        (_, Key::Esc | Key::Char('n')) => Some(Effect::None),
        _ => None,
    }
}

/// What is asked of a self-assessment that would be lost, by the name of its file.
pub fn question(over: &Over, file: &str) -> Option<String> {
    match over {
        Over::Unsaved => Some(format!("{file} is not saved: s save and leave  q leave  esc stay")),
        Over::Changed { .. } => {
            Some(format!("{file} has changed on disk: o overwrite  l load it instead  esc neither"))
        }
        _ => None,
    }
}
