//! Any keys in any order, on screens of any size: nothing panics, and what is drawn stays inside.

use std::ffi::OsString;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::browse::answers::Answers;
use crate::browse::data::over::Over;
use crate::browse::keys::Key;
use crate::browse::paint::Canvas;
use crate::browse::sheet::Sheet;
use crate::browse::state::{Carried, Effect, State};
use crate::present::choice::Choice;
use crate::present::document::Glyphs;
use crate::present::palette::Palette;
use crate::present::theme::Theme;
use crate::render::Style;
use crate::request::{Cli, Global};
use crate::store::catalogs;

fn global() -> Global {
    let miniature = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/miniature");
    let words = ["roles", "list", "--no-builtin", "--no-cache", "--catalog", miniature].map(OsString::from);
    Cli::read(words).expect("it is a command line").global
}

fn style(unicode: bool) -> Style {
    Style {
        format: crate::request::Format::Page,
        width: 80,
        palette: Palette::new(Theme::Unknown, ""),
        unicode,
        plain: false,
        fields: Vec::new(),
        header: true,
        spreadsheet: false,
        choice: Choice::default(),
    }
}

/// Numbers that look like chance, and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    fn key(&mut self) -> Key {
        const LETTERS: &[char] = &[
            'a', 'c', 'd', 'e', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'w', 'x',
            'y', 'Y', 'G', '0', '2', '4', '9', ' ', '?', '/', '\u{8f6f}', '\u{5e9}', 'e', '\u{301}', '\u{202e}',
            '\u{7}',
        ];
        match self.below(34) {
            0..=9 => Key::Char(LETTERS[self.below(LETTERS.len() as u64) as usize]),
            10 => Key::Text("sre\n\u{1b}[31m".to_owned()),
            11 => Key::Ctrl(['c', 'e', 'o', 'p', 'r', 'u', 'w', 'y', 'z'][self.below(9) as usize]),
            12 => Key::Size(self.below(120) as u16, self.below(60) as u16),
            13..=15 => Key::Up,
            16..=18 => Key::Down,
            19..=20 => Key::Left,
            21..=22 => Key::Right,
            23 => Key::Home,
            24 => Key::End,
            25 => Key::PageUp,
            26 => Key::PageDown,
            27 => Key::Tab,
            28 => Key::BackTab,
            29 => Key::Enter,
            30 => Key::Esc,
            31 => Key::Backspace,
            32 => Key::Help,
            _ => Key::Click(self.below(60) as u16),
        }
    }
}

fn drawn(state: &State<'_>, unicode: bool) -> Buffer {
    let (width, height) = state.size;
    let mut cells = Buffer::empty(Rect { x: 0, y: 0, width, height });
    state.draw(&mut Canvas {
        cells: &mut cells,
        palette: &Palette::new(Theme::Unknown, ""),
        glyphs: Glyphs { unicode, heard: false },
    });
    cells
}

/// Many with `ROLES_ALL`, which CI sets.
fn count() -> u32 {
    if std::env::var_os("ROLES_ALL").is_some() { 100_000 } else { 1_000 }
}

#[test]
fn any_keys_leave_a_screen_that_can_be_drawn() {
    let source = catalogs::source(&global()).expect("the catalog can be read");
    let mut chance = Chance(7);
    let mut is_unicode = false;
    let start = |carried, unicode| {
        let answers = Answers::new(source.catalog(), style(unicode), None);
        State::new(answers, false, (80, 24), carried)
    };
    let mut state = start(Carried::new(String::new(), None, Sheet::default()), true);
    for _ in 0..count() {
        match state.press(chance.key()) {
            Effect::Leave(_) => {
                is_unicode = !is_unicode;
                state = start(Carried::new(String::new(), Some("sre".to_owned()), Sheet::default()), is_unicode);
            }
            Effect::Reread => {
                let typed = state.roles.typed.clone();
                state = start(state.carried(), is_unicode);
                assert_eq!(state.roles.typed, typed);
            }
            Effect::Save { .. } => {
                state.me.sheet.saved();
                assert!(!state.me.sheet.is_changed());
            }
            _ => {}
        }
        if chance.below(3) == 0 {
            state.me.settle(&state.answers);
        }
        let cells = drawn(&state, is_unicode);
        let is_obeyed = |text: &str| text.chars().any(char::is_control);
        assert!(!cells.content.iter().any(|cell| is_obeyed(cell.symbol())));
    }
}

/// Whether Ctrl-C leads out, with a key for the question whether to lose what is not saved.
fn leads_out(state: &mut State<'_>, answer: Key) -> bool {
    match state.press(Key::Ctrl('c')) {
        Effect::Leave(None) => true,
        Effect::None => matches!(state.over, Some(Over::Unsaved)) && state.press(answer) == Effect::Leave(None),
        _ => false,
    }
}

/// Whatever is shown, asked or typed: Ctrl-C and `q` end it, and so does Ctrl-C twice, with no role for a pipe.
#[test]
fn ctrl_c_ends_in_every_state() {
    const ROUND: u32 = 30;
    let source = catalogs::source(&global()).expect("the catalog can be read");
    let mut chance = Chance(13);
    let start = |is_choosing, carried| {
        State::new(Answers::new(source.catalog(), style(true), None), is_choosing, (80, 24), carried)
    };
    let mut asked = 0;
    for round in 0..count() / ROUND {
        let is_choosing = round % 2 == 0;
        let mut state = start(is_choosing, Carried::new(String::new(), Some("sre".to_owned()), Sheet::default()));
        if chance.below(2) == 0 {
            state.press(Key::Ctrl('e'));
        }
        for _ in 0..chance.below(u64::from(ROUND)) {
            match state.press(chance.key()) {
                Effect::Leave(_) => break,
                Effect::Reread => state = start(is_choosing, state.carried()),
                // Somebody else has written the file meanwhile, or it cannot be written.
                Effect::Save { then_leave, .. } if chance.below(2) == 0 => {
                    state.over = Some(Over::Changed { then_leave });
                }
                Effect::Save { .. } => state.said = Some("cannot write".to_owned()),
                _ => {}
            }
        }
        asked += u32::from(state.over.is_some());
        let answer = if chance.below(2) == 0 { Key::Char('q') } else { Key::Ctrl('c') };
        assert!(leads_out(&mut state, answer), "{:?} over {:?}", state.over, state.screen());
    }
    assert!(asked > count() / ROUND / 8, "{asked} had something over them");
}

/// What is undone as often as it was done is as it was.
#[test]
fn undo_leads_back_to_the_very_bytes() {
    let source = catalogs::source(&global()).expect("the catalog can be read");
    let text = "# mine\ncompetencies:\n  Quality: working # why\n\ntools:\n  git: expert\n";
    let sheet = Sheet::new("me.yaml".into(), Some(text.to_owned()));
    let answers = Answers::new(source.catalog(), style(true), None);
    let mut state = State::new(answers, false, (80, 24), Carried::new(String::new(), None, sheet));
    state.press(Key::Ctrl('e'));
    let mut chance = Chance(11);
    for _ in 0..100 {
        let moves = [Key::Left, Key::Right, Key::Up, Key::Down, Key::Char('x'), Key::Char('4'), Key::Tab];
        state.press(moves[chance.below(7) as usize].clone());
    }
    assert!(state.me.sheet.is_changed());
    for _ in 0..100 {
        state.press(Key::Char('u'));
    }
    assert_eq!(state.me.sheet.text, text);
}

/// Undoing takes back goals too, in their place among the levels.
#[test]
fn undo_leads_back_to_the_goal() {
    let source = catalogs::source(&global()).expect("the catalog can be read");
    let sheet = Sheet::new("me.yaml".into(), Some("competencies:\n  quality: working\n".to_owned()));
    let answers = Answers::new(source.catalog(), style(true), None);
    let mut state = State::new(answers, false, (80, 24), Carried::new(String::new(), Some("sre".to_owned()), sheet));
    let goal = |state: &State<'_>| state.me.goal.map(|at| state.answers.id(at).to_owned());
    state.press(Key::Ctrl('e'));
    state.press(Key::Char('3'));
    let with_level = state.me.sheet.text.clone();
    state.press(Key::Char('a'));
    assert_eq!(goal(&state), None);
    state.press(Key::Char('g'));
    state.press(Key::Text("cto".to_owned()));
    state.press(Key::Enter);
    assert_eq!(goal(&state).as_deref(), Some("cto"));
    state.press(Key::Char('u'));
    assert_eq!(goal(&state), None);
    state.press(Key::Char('u'));
    assert_eq!((goal(&state).as_deref(), &state.me.sheet.text), (Some("sre"), &with_level));
    state.press(Key::Char('u'));
    assert_ne!(state.me.sheet.text, with_level);
    state.press(Key::Char('u'));
    assert_eq!(state.said.as_deref(), Some("nothing to undo"));
}
