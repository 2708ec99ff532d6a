//! From the bytes of a terminal to keys. Ctrl-C is itself wherever it stands: no sequence that began and never ends
//! swallows it.

use std::time::Duration;

use crate::browse::keys::Key;

/// Bytes on their way to keys.
#[derive(Debug, Default)]
pub struct Bytes {
    /// What may yet become a key.
    held: Vec<u8>,
    /// What is being pasted.
    pasted: Option<Vec<u8>>,
}

/// What bytes are.
enum Read {
    More,
    Key(Key),
    Nothing,
    /// From here on text is pasted.
    Paste,
}

const ESC: u8 = 0x1b;
const CTRL_C: u8 = 3;
const PASTE_ENDS: &[u8] = b"\x1b[201~";
/// How much of what is pasted is kept: no line takes as much.
const KEPT: usize = 1 << 12;

impl Bytes {
    /// Takes a byte; returns the key that it completes.
    pub fn push(&mut self, byte: u8) -> Option<Key> {
        if byte == CTRL_C {
            *self = Self::default();
            return Some(Key::Ctrl('c'));
        }
        if self.pasted.is_some() {
            return self.paste(byte);
        }
        if byte == ESC {
            // What had begun before ends here.
            let before = self.close();
            self.held.push(ESC);
            return before;
        }
        self.held.push(byte);
        let read = read(&self.held);
        if !matches!(read, Read::More) {
            self.held.clear();
        }
        match read {
            Read::Key(key) => return Some(key),
            Read::Paste => self.pasted = Some(Vec::new()),
            Read::More | Read::Nothing => {}
        }
        None
    }

    fn paste(&mut self, byte: u8) -> Option<Key> {
        let pasted = self.pasted.as_mut()?;
        pasted.push(byte);
        if let Some(text) = pasted.strip_suffix(PASTE_ENDS) {
            let text = String::from_utf8_lossy(text).into_owned();
            self.pasted = None;
            return Some(Key::Text(text));
        }
        if pasted.len() > 2 * KEPT {
            pasted.drain(KEPT..pasted.len() - PASTE_ENDS.len());
        }
        None
    }

    /// How long the rest of what has begun may take; none where nothing has.
    pub fn patience(&self) -> Option<Duration> {
        match self.held.as_slice() {
            [] => None,
            [ESC] => Some(Duration::from_millis(10)),
            _ => Some(Duration::from_millis(500)),
        }
    }

    /// Nothing follows: a beginning alone is Esc, anything longer no key.
    pub fn close(&mut self) -> Option<Key> {
        let held = std::mem::take(&mut self.held);
        (held == [ESC]).then_some(Key::Esc)
    }
}

fn of(key: Option<Key>) -> Read {
    key.map_or(Read::Nothing, Read::Key)
}

fn read(held: &[u8]) -> Read {
    match held {
        [ESC] | [ESC, b'O'] => Read::More,
        [ESC, b'[', rest @ ..] => sequence(rest),
        [ESC, b'O', b'M'] => Read::Key(Key::Enter),
        [ESC, b'O', end] => of(named(*end)),
        // With Alt a letter is none.
        [ESC, rest @ ..] => match read(rest) {
            Read::Key(Key::Char(_)) => Read::Nothing,
            read => read,
        },
        [byte @ (0..0x20 | 0x7f), ..] => Read::Key(controlled(*byte)),
        text => character(text),
    }
}

/// What stands behind `ESC [`.
fn sequence(rest: &[u8]) -> Read {
    const LONGEST: usize = 40;
    match rest {
        // The Linux console's F1 has one more bracket.
        [] | [b'['] => Read::More,
        [b'[', end] => of((*end == b'A').then_some(Key::Help)),
        [b'M', old @ ..] if old.len() < 3 => Read::More,
        [b'M', button, _, row] => of(mouse(plain(*button), plain(*row))),
        [numbers @ .., end @ 0x40..=0x7e] => ended(numbers, *end),
        [.., 0x20..=0x3f] if rest.len() < LONGEST => Read::More,
        _ => Read::Nothing,
    }
}

/// A number as old mice say it.
fn plain(byte: u8) -> u32 {
    u32::from(byte.saturating_sub(32))
}

fn ended(numbers: &[u8], end: u8) -> Read {
    let (is_new_mouse, numbers) = match numbers {
        [b'<', rest @ ..] => (true, rest),
        all => (false, all),
    };
    let text = str::from_utf8(numbers).unwrap_or_default();
    let number = |part: &str| part.split(':').next().and_then(|it| it.parse().ok()).unwrap_or(0);
    let numbers: Vec<u32> = text.split(';').map(number).collect();
    match (end, numbers.as_slice()) {
        (b'M', [button, _, row]) => of(mouse(if is_new_mouse { *button } else { button.saturating_sub(32) }, *row)),
        (b'~', [200, ..]) => Read::Paste,
        (b'~', [27, held, code]) => of(coded(*code, *held)),
        (b'~', [number, ..]) => of(numbered(*number)),
        (b'u', [code, rest @ ..]) => of(coded(*code, rest.first().copied().unwrap_or(1))),
        _ => of(named(end)),
    }
}

fn named(end: u8) -> Option<Key> {
    Some(match end {
        b'A' => Key::Up,
        b'B' => Key::Down,
        b'C' => Key::Right,
        b'D' => Key::Left,
        b'H' => Key::Home,
        b'F' => Key::End,
        b'Z' => Key::BackTab,
        b'P' => Key::Help,
        _ => return None,
    })
}

fn numbered(number: u32) -> Option<Key> {
    Some(match number {
        1 | 7 => Key::Home,
        4 | 8 => Key::End,
        3 => Key::Backspace,
        5 => Key::PageUp,
        6 => Key::PageDown,
        11 => Key::Help,
        _ => return None,
    })
}

/// A key by the code of its character, with what is held: Shift 1, Alt 2, Ctrl 4, and one more.
fn coded(code: u32, held: u32) -> Option<Key> {
    let held = held.saturating_sub(1);
    let (is_shift, is_alt, is_ctrl) = (held & 1 != 0, held & 2 != 0, held & 4 != 0);
    match code {
        9 if is_shift => Some(Key::BackTab),
        27 => Some(Key::Esc),
        8 | 9 | 13 | 127 => Some(controlled(code as u8)),
        _ => {
            let is_sign = |c: &char| !c.is_control() && !('\u{e000}'..='\u{f8ff}').contains(c);
            let sign = char::from_u32(code).filter(is_sign)?;
            match (is_ctrl, is_alt) {
                (true, _) => Some(Key::of_ctrl(sign)),
                (false, true) => None,
                (false, false) => Some(Key::Char(sign)),
            }
        }
    }
}

fn mouse(button: u32, row: u32) -> Option<Key> {
    /// Shift, Alt and Ctrl.
    const HELD: u32 = 4 | 8 | 16;
    match button & !HELD {
        0 => Some(Key::Click(u16::try_from(row.checked_sub(1)?).ok()?)),
        64 => Some(Key::Up),
        65 => Some(Key::Down),
        _ => None,
    }
}

fn controlled(byte: u8) -> Key {
    match byte {
        b'\t' => Key::Tab,
        b'\n' | b'\r' => Key::Enter,
        0x7f => Key::Backspace,
        1..=26 => Key::of_ctrl(char::from(byte - 1 + b'a')),
        28..=31 => Key::Ctrl(char::from(byte - 28 + b'4')),
        _ => Key::Ctrl(' '),
    }
}

fn character(text: &[u8]) -> Read {
    let len = match text {
        [0..=0x7f, ..] => 1,
        [0xc2..=0xdf, ..] => 2,
        [0xe0..=0xef, ..] => 3,
        [0xf0..=0xf4, ..] => 4,
        _ => return Read::Nothing,
    };
    let is_whole = text.len() >= len || !text[1..].iter().all(|byte| (0x80..=0xbf).contains(byte));
    match str::from_utf8(text) {
        Ok(text) => of(text.chars().next().map(Key::Char)),
        Err(_) if is_whole => Read::Nothing,
        Err(_) => Read::More,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The keys of bytes of which nothing follows.
    fn keys(bytes: &[u8]) -> Vec<Key> {
        let mut read = Bytes::default();
        let mut keys: Vec<Key> = bytes.iter().filter_map(|byte| read.push(*byte)).collect();
        keys.extend(read.close());
        keys
    }

    #[test]
    fn bytes_are_keys() {
        let ctrl = Key::Ctrl;
        for (bytes, key) in [
            ("a", Key::Char('a')),
            ("軟", Key::Char('軟')),
            ("\u{301}", Key::Char('\u{301}')),
            ("\u{1b}", Key::Esc),
            ("\r", Key::Enter),
            ("\t", Key::Tab),
            ("\u{7f}", Key::Backspace),
            ("\u{8}", Key::Backspace),
            ("\u{5}", ctrl('e')),
            ("\u{1a}", ctrl('z')),
            ("\u{1b}[A", Key::Up),
            ("\u{1b}OB", Key::Down),
            ("\u{1b}[1;5C", Key::Right),
            ("\u{1b}[Z", Key::BackTab),
            ("\u{1b}[H", Key::Home),
            ("\u{1b}[4~", Key::End),
            ("\u{1b}[5~", Key::PageUp),
            ("\u{1b}[6;2~", Key::PageDown),
            ("\u{1b}[3~", Key::Backspace),
            ("\u{1b}OP", Key::Help),
            ("\u{1b}[11~", Key::Help),
            ("\u{1b}[[A", Key::Help),
            ("\u{1b}[99;5u", ctrl('c')),
            ("\u{1b}[27;5;101~", ctrl('e')),
            ("\u{1b}[97u", Key::Char('a')),
            ("\u{1b}[9;2u", Key::BackTab),
            ("\u{1b}[<0;5;4M", Key::Click(3)),
            ("\u{1b}[<65;5;4M", Key::Down),
            ("\u{1b}[32;5;4M", Key::Click(3)),
            ("\u{1b}[M !!", Key::Click(0)),
            ("\u{1b}[200~a\nb\u{1b}[201~", Key::Text("a\nb".to_owned())),
        ] {
            assert_eq!(keys(bytes.as_bytes()), [key], "{bytes:?}");
        }
        // With Alt, released, moved, told by the terminal, cut off, or no text at all.
        for bytes in ["\u{1b}x", "\u{1b}軟", "\u{1b}[<0;5;4m", "\u{1b}[<35;5;4M", "\u{1b}[3;4R", "\u{1b}[", "\u{1b}[5"]
        {
            assert_eq!(keys(bytes.as_bytes()), [], "{bytes:?}");
        }
        assert_eq!(keys(b"\xff\xc3(\x80"), []);
        assert_eq!(keys(b"\x1b\x1b[Aq"), [Key::Esc, Key::Up, Key::Char('q')]);
    }

    #[test]
    fn what_has_begun_is_waited_for() {
        let mut read = Bytes::default();
        assert_eq!(read.patience(), None);
        assert_eq!(read.push(ESC), None);
        let alone = read.patience().expect("it may be Esc");
        assert_eq!(read.push(b'['), None);
        assert!(read.patience().expect("a key has begun") > alone);
        assert_eq!((read.push(b'A'), read.patience()), (Some(Key::Up), None));
    }

    /// Whatever came before, whole or not, Ctrl-C is a key, and so is what follows it.
    #[test]
    fn nothing_swallows_ctrl_c() {
        let mut chance = 5_u64;
        let mut below = |limit: usize| {
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (chance >> 33) as usize % limit
        };
        const PIECES: &[&[u8]] =
            &[b"\x1b", b"[", b"O", b"M", b"<", b"200~", b"1;", b"\xe8", b"\xbd", b"q", b"\x1b[201~"];
        for _ in 0..20_000 {
            let mut read = Bytes::default();
            for _ in 0..below(12) {
                PIECES[below(PIECES.len())].iter().for_each(|byte| _ = read.push(*byte));
            }
            assert_eq!((read.push(CTRL_C), read.push(b'q')), (Some(Key::Ctrl('c')), Some(Key::Char('q'))));
        }
    }

    #[test]
    fn a_paste_that_does_not_end_is_not_kept() {
        let mut read = Bytes::default();
        b"\x1b[200~".iter().for_each(|byte| _ = read.push(*byte));
        for _ in 0..100_000 {
            assert_eq!(read.push(b'x'), None);
        }
        assert!(read.pasted.as_ref().is_some_and(|pasted| pasted.len() <= 2 * KEPT));
        let text = PASTE_ENDS.iter().filter_map(|byte| read.push(*byte)).next();
        assert!(matches!(text, Some(Key::Text(text)) if text.starts_with("xxx") && text.len() >= KEPT));
    }
}
