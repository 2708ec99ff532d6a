//! Characters that a terminal would obey instead of showing, and how they are named.

/// Characters that would change what a terminal shows without being seen.
pub fn is_invisible(c: char) -> bool {
    // Joiners belong to the spelling of some scripts and to emoji: they stay.
    matches!(
        c,
        '\u{80}'..='\u{9f}'
            | '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e01ef}'
    )
}

/// What stands in the place of a character that is not shown.
pub const REPLACEMENT: char = '\u{fffd}';

/// Characters that a terminal would obey instead of showing.
pub fn is_obeyed(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t') || is_invisible(c)
}

/// Replaces what a terminal would obey instead of showing.
pub fn harmless(text: String) -> String {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n' | b'\t')) || !text.contains(is_obeyed) {
        return text;
    }
    text.chars().map(|c| if is_obeyed(c) { REPLACEMENT } else { c }).collect()
}

/// A word of a file as messages show it: what is not seen is named, and quotes stay as they are.
pub fn shown(word: &str) -> String {
    let mut shown = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            '\'' | '"' => shown.push(c),
            c if is_invisible(c) => shown.extend(c.escape_unicode()),
            c => shown.extend(c.escape_debug()),
        }
    }
    shown
}

/// A name of a file as messages show it: bytes that are no text are named, as in `\xff`.
pub fn shown_bytes(name: &[u8]) -> String {
    let mut shown = String::with_capacity(name.len());
    for chunk in name.utf8_chunks() {
        shown.push_str(chunk.valid());
        shown.extend(chunk.invalid().iter().map(|byte| format!("\\x{byte:02x}")));
    }
    shown
}

/// Tells whether a spreadsheet would take a text for a formula. Negative numbers are none.
pub fn is_formula(text: &str) -> bool {
    let is_number = text.starts_with('-') && text.parse::<f64>().is_ok();
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) && !is_number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_replaced() {
        let text = "a\u{1b}[31mb\u{202e}c\u{7}d\te\nf\u{200d}g".to_owned();
        assert_eq!(harmless(text), "a\u{fffd}[31mb\u{fffd}c\u{fffd}d\te\nf\u{200d}g");
    }

    #[test]
    fn what_is_not_seen_is_named() {
        assert_eq!(shown("78'000 \"é\"\u{202e}\u{7}"), "78'000 \"é\"\\u{202e}\\u{7}");
        assert_eq!(shown_bytes(b"\xff.y\xc3\xa9\xe2\x82"), "\\xff.yé\\xe2\\x82");
    }

    #[test]
    fn separators_of_lines_are_obeyed_and_joiners_are_not() {
        assert!("\u{2028}\u{2029}\u{ad}\u{85}\u{9b}\u{202e}\u{2066}\u{feff}\u{7f}\u{61c}".chars().all(is_obeyed));
        assert!(!"a\n\t\u{200c}\u{200d}\u{a0}é".contains(is_obeyed));
    }
}
