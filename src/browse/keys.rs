//! Keys as the screens know them, whatever the terminal sends.

#[cfg(not(unix))]
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};

/// What was pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    Char(char),
    Ctrl(char),
    Text(String),
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    Tab,
    BackTab,
    Enter,
    Esc,
    Backspace,
    Help,
    /// Of the mouse: a row of the screen.
    Click(u16),
    Size(u16, u16),
}

#[cfg(not(unix))]
impl Key {
    /// Reads an event; none where it means nothing here.
    pub fn of(event: Event) -> Option<Self> {
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => Self::of_key(key),
            Event::Paste(text) => Some(Self::Text(text)),
            Event::Resize(columns, rows) => Some(Self::Size(columns, rows)),
            Event::Mouse(mouse) => match mouse.kind {
                MouseEventKind::ScrollUp => Some(Self::Up),
                MouseEventKind::ScrollDown => Some(Self::Down),
                MouseEventKind::Down(MouseButton::Left) => Some(Self::Click(mouse.row)),
                _ => None,
            },
            _ => None,
        }
    }

    fn of_key(KeyEvent { code, modifiers, .. }: KeyEvent) -> Option<Self> {
        let is_ctrl = modifiers.contains(KeyModifiers::CONTROL);
        Some(match code {
            KeyCode::Char(c) if is_ctrl => Self::of_ctrl(c),
            KeyCode::Char(_) if modifiers.contains(KeyModifiers::ALT) => return None,
            KeyCode::Char(c) => Self::Char(c),
            KeyCode::Up => Self::Up,
            KeyCode::Down => Self::Down,
            KeyCode::Left => Self::Left,
            KeyCode::Right => Self::Right,
            KeyCode::Home => Self::Home,
            KeyCode::End => Self::End,
            KeyCode::PageUp => Self::PageUp,
            KeyCode::PageDown => Self::PageDown,
            KeyCode::Tab => Self::Tab,
            KeyCode::BackTab => Self::BackTab,
            KeyCode::Enter => Self::Enter,
            KeyCode::Esc => Self::Esc,
            KeyCode::Backspace | KeyCode::Delete => Self::Backspace,
            KeyCode::F(1) => Self::Help,
            _ => return None,
        })
    }
}

impl Key {
    /// A letter with Ctrl.
    pub fn of_ctrl(letter: char) -> Self {
        match letter.to_ascii_lowercase() {
            // What some terminals send for it.
            'h' => Self::Backspace,
            letter => Self::Ctrl(letter),
        }
    }

    /// The same key where no text is typed: the letters of vi move.
    pub fn folded(self) -> Self {
        match self {
            Self::Char('h') => Self::Left,
            Self::Char('j') => Self::Down,
            Self::Char('k') => Self::Up,
            Self::Char('l') => Self::Right,
            Self::Char('G') => Self::End,
            Self::Char('?') => Self::Help,
            key => key,
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

/// The names of keys where only ASCII is shown.
pub fn in_ascii(keys: &str) -> String {
    let named = [("↑↓", "up/down"), ("←", "left"), ("→", "right"), ("↓", "down")];
    named.iter().fold(keys.to_owned(), |keys, (sign, name)| keys.replace(sign, name))
}
