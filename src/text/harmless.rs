//! Characters that a terminal would obey instead of showing.

/// Characters that would change what a terminal shows without being seen.
pub fn is_invisible(c: char) -> bool {
    // Joiners belong to the spelling of some scripts and to emoji: they stay.
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{E0000}'..='\u{E01EF}')
        || matches!(c, '\u{80}'..='\u{9f}')
}

/// What stands in the place of a character that is not shown.
pub const REPLACEMENT: char = '\u{fffd}';

/// Characters that a terminal would obey instead of showing.
pub fn is_obeyed(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t') || is_invisible(c)
}
