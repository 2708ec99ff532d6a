//! Grades by number: `II` and `2` are one, and `SDE2` is `SDE 2`.

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

/// The title with the grade apart that stands right behind its last word: `SDE2`.
pub fn apart(title: &str) -> Option<String> {
    let (before, digit) = title.trim().split_at_checked(title.trim().len().checked_sub(1)?)?;
    let is_grade = digit.parse::<usize>().is_ok_and(|grade| (1..=ROMAN.len()).contains(&grade));
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    // `K8s` and `web3` are words: a short name of a trade has two to four letters.
    let is_short = (2..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    (is_grade && is_short).then(|| format!("{before} {digit}"))
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
    fn a_grade_behind_a_short_name_stands_apart() {
        assert_eq!(apart("SDE2").as_deref(), Some("SDE 2"));
        assert_eq!(apart("Senior SWE3").as_deref(), Some("Senior SWE 3"));
        assert_eq!([apart("L5"), apart("Engineer2"), apart("SDE0"), apart("é")], [None, None, None, None]);
    }
}
