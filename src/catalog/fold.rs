//! Names and words without case, accents and punctuation, so that what people type is found.

use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Returns the name as a key: letters and digits only, in lower case, without accents.
///
/// `Chief-Technology Officer` and `chieftechnologyofficer` fold to the same key.
pub fn key(name: &str) -> String {
    letters(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Returns the words of a text, folded. `+` and `#` belong to words, as in `c++` and `c#`.
pub fn words(text: &str) -> Vec<String> {
    letters(text)
        .split(|c: char| !is_word(c))
        .map(|word| word.trim_start_matches(['+', '#']))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Tells whether a character belongs to a word rather than between words.
pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '+' || c == '#'
}

/// Returns the text in lower case and without accents; punctuation stays.
pub fn letters(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        // Most of what is typed, and all of what stands in prose, takes this way.
        return Cow::Owned(text.to_ascii_lowercase());
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)) {
        push_folded(c, &mut folded);
    }
    Cow::Owned(folded)
}

/// Letters that Unicode does not take apart, though readers do.
fn push_folded(c: char, folded: &mut String) {
    match c {
        'ß' | 'ẞ' => folded.push_str("ss"),
        'æ' | 'Æ' => folded.push_str("ae"),
        'œ' | 'Œ' => folded.push_str("oe"),
        'ø' | 'Ø' => folded.push('o'),
        'ł' | 'Ł' => folded.push('l'),
        'đ' | 'Đ' | 'ð' | 'Ð' => folded.push('d'),
        'þ' | 'Þ' => folded.push_str("th"),
        'ı' => folded.push('i'),
        _ => folded.extend(c.to_lowercase().filter(|c| !is_combining_mark(*c))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_ignore_case_accents_and_punctuation() {
        assert_eq!(key("Chief-Technology Officer"), "chieftechnologyofficer");
        assert_eq!(key("Önceki Yazılımcı"), "oncekiyazilimci");
        assert_eq!(key("Geschäftsführer (Straße)"), "geschaftsfuhrerstrasse");
        assert_eq!(key("软件工程师"), "软件工程师");
        assert_eq!(key("İstanbul"), "istanbul");
        assert_eq!(key("--"), "");
    }

    #[test]
    fn words_keep_the_signs_of_languages() {
        assert_eq!(words("C++, C# and on-call"), ["c++", "c#", "and", "on", "call"]);
        assert_eq!(words("#hashtag ++"), ["hashtag"]);
    }
}
