//! Names and words without case, accents and punctuation, so that what people type is found.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Returns the name as a key: letters and digits only, in lower case, without accents.
///
/// `Chief-Technology Officer` and `chieftechnologyofficer` fold to the same key.
pub fn key(name: &str) -> String {
    let letters = letters(name);
    let mut key = String::with_capacity(letters.len());
    key.extend(letters.chars().filter(|c| c.is_alphanumeric()));
    key
}

/// Returns the words of a text, folded. `+` and `#` belong to words, as in `c++` and `c#`.
pub fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_word(text, |word| words.push(word.to_owned()));
    words
}

/// Visits the words of a text, folded.
pub fn each_word(text: &str, visit: impl FnMut(&str)) {
    if text.is_ascii() {
        // Byte by byte: a large catalog has a hundred million.
        return parted(&lower(text), visit);
    }
    let letters = letters(text);
    let words = letters.split(|c: char| !is_word(c)).map(|word| word.trim_start_matches(['+', '#']));
    words.filter(|word| !word.is_empty()).for_each(visit);
}

/// Visits the words of a text in lower case in which every byte is a character.
fn parted(letters: &str, mut visit: impl FnMut(&str)) {
    let bytes = letters.as_bytes();
    let is_letter = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let is_sign = |byte: &u8| *byte == b'+' || *byte == b'#';
    let mut at = 0;
    // Signs in front of a word are none of it.
    while let Some(gap) = bytes[at..].iter().position(is_letter) {
        let word = bytes[at + gap..].iter().take_while(|byte| is_letter(byte) || is_sign(byte)).count();
        visit(&letters[at + gap..at + gap + word]);
        at += gap + word;
    }
}

/// Tells whether a character belongs to a word rather than between words.
pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '+' || c == '#'
}

/// Returns the text in lower case and without accents; punctuation stays.
pub fn letters(text: &str) -> String {
    if text.is_ascii() {
        // Most of what is typed, and of what stands in prose, takes this way.
        return lower(text);
    }
    let mut folded = String::with_capacity(text.len());
    text.nfkd().filter(|c| !is_combining_mark(*c)).for_each(|c| push_folded(c, &mut folded));
    folded
}

/// Returns ASCII in lower case. `to_ascii_lowercase` is compiled here, for size; this is compiled in
/// the standard library, and takes sixteen letters at once.
fn lower(ascii: &str) -> String {
    ascii.to_lowercase()
}

/// Letters that Unicode does not take apart, though readers do.
fn push_folded(c: char, folded: &mut String) {
    match c {
        // The quick way, which most letters take.
        '\0'..='\x7f' => folded.push(c.to_ascii_lowercase()),
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
