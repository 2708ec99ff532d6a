//! Grades by number: `II` and `2` are one, and `SDE2` is `SDE 2`.

use crate::text::fold;

/// What a person's grade is written as, the lowest first.
const ROMAN: [&str; 6] = ["i", "ii", "iii", "iv", "v", "vi"];

/// The title with its last word, a grade, in the other numerals.
pub fn other(title: &str) -> Option<String> {
    let (before, last) = title.trim().rsplit_once(char::is_whitespace)?;
    let grade = match last.parse::<usize>() {
        Ok(number) => (*ROMAN.get(number.checked_sub(1)?)?).to_owned(),
        Err(_) => (ROMAN.iter().position(|roman| last.eq_ignore_ascii_case(roman))? + 1).to_string(),
    };
    Some(format!("{before} {grade}"))
}

/// The words of a name, folded, with every grade as a number: `SDE II`, `SDE 2` and `SDE2` have the same.
pub fn words(name: &str) -> Vec<String> {
    let number = |word: String| match ROMAN.iter().position(|roman| *roman == word) {
        Some(at) => (at + 1).to_string(),
        None => word,
    };
    fold::words(apart(name).as_deref().unwrap_or(name)).into_iter().map(number).collect()
}

/// The title with the grades apart that stand right behind a word: `SDE2`.
pub fn apart(title: &str) -> Option<String> {
    let parted = |word: &str| {
        let (before, digit) = word.split_at_checked(word.len().checked_sub(1)?)?;
        let is_grade = digit.parse::<usize>().is_ok_and(|grade| (1..=ROMAN.len()).contains(&grade));
        // `K8s` and `web3` are words: a short name of a trade has two to four letters.
        let is_short = (2..=4).contains(&before.len()) && before.bytes().all(|byte| byte.is_ascii_alphabetic());
        let is_word = ["web", "ic", "mp"].iter().any(|word| before.eq_ignore_ascii_case(word));
        (is_grade && is_short && !is_word).then(|| format!("{before} {digit}"))
    };
    let mut is_parted = false;
    let words = title.split_whitespace().map(|word| match parted(word) {
        Some(parted) => {
            is_parted = true;
            parted
        }
        None => word.to_owned(),
    });
    let words = words.collect::<Vec<_>>().join(" ");
    is_parted.then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_are_read_in_both_numerals() {
        assert_eq!(other("Software Engineer 2").as_deref(), Some("Software Engineer ii"));
        assert_eq!(other("Software Engineer III").as_deref(), Some("Software Engineer 3"));
        assert_eq!([other("Software Engineer 9"), other("Java"), other("2")], [None, None, None]);
    }

    #[test]
    fn names_with_the_same_grade_have_the_same_words() {
        assert_eq!([words("SDE II"), words("sde-2"), words("SDE2")], [["sde", "2"], ["sde", "2"], ["sde", "2"]]);
        assert_eq!(words("L4"), ["l4"]);
    }

    #[test]
    fn a_grade_behind_a_short_name_stands_apart() {
        assert_eq!(apart("SDE2").as_deref(), Some("SDE 2"));
        assert_eq!(apart("Senior SWE3").as_deref(), Some("Senior SWE 3"));
        assert_eq!(apart("SDE1 - Acme").as_deref(), Some("SDE 1 - Acme"));
        assert_eq!([apart("L5"), apart("Engineer2"), apart("SDE0"), apart("é")], [None, None, None, None]);
    }
}
