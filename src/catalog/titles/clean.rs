//! What adverts write into a title beside the title: the letters of genders, codes, years, places.

use unicode_normalization::UnicodeNormalization;

/// Longer titles are cut: nobody's title is so long.
pub const LONGEST: usize = 300;

/// A part of a title, and whether it stood in brackets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    pub text: String,
    pub is_inner: bool,
}

/// The part of a title that is read, and the rest: a word is not cut, unless it is as long.
pub fn read(title: &str) -> (&str, &str) {
    let Some((end, _)) = title.char_indices().nth(LONGEST) else { return (title, "") };
    let end = title[..end].rfind(char::is_whitespace).unwrap_or(end);
    title.split_at(end)
}

/// Takes out what says nothing of the work: letters and endings of genders, hashtags, codes, years.
pub fn clean(title: &str) -> String {
    let title = read(title).0;
    // What is said in letters alone, as most names are, has nothing to take out.
    if title.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b' ') {
        return title.to_owned();
    }
    let title: Vec<char> = title.nfkc().take(LONGEST).collect();
    let mut kept = String::with_capacity(title.len());
    let mut at = 0;
    while at < title.len() {
        let skipped = noise_at(&title, at);
        if skipped == 0 {
            kept.push(title[at]);
            at += 1;
        } else {
            kept.push(' ');
            at += skipped;
        }
    }
    kept
}

/// Returns how many characters from here on are noise.
fn noise_at(title: &[char], at: usize) -> usize {
    let before = at.checked_sub(1).map(|before| title[before]);
    if before.is_some_and(char::is_alphabetic) {
        let is_word = at >= 3 && title[at - 3..at].iter().all(|c| c.is_alphabetic());
        return if is_word { gender_ending(&title[at..]) } else { 0 };
    }
    if before.is_some_and(char::is_alphanumeric) {
        return 0;
    }
    [genders, hashtag, company, span, number]
        .iter()
        .map(|noise| noise(&title[at..]))
        .find(|count| *count > 0)
        .unwrap_or(0)
}

/// `:in`, `*in`, `/-in`, `(a)`, `/trice`: the other gender's ending, behind a word.
fn gender_ending(rest: &[char]) -> usize {
    const ENDINGS: [&str; 19] = [
        "innen", "trice", "euse", "rice", "ice", "eira", "ora", "ra", "in", "ka", "ne", "en", "wo", "a", "e", "o", "r",
        "es", "as",
    ];
    let Some(first) = rest.first().filter(|c| ":*_/·(-.".contains(**c)) else { return 0 };
    let hyphen = usize::from(rest.get(1) == Some(&'-') && *first != '-');
    let letters: String =
        rest[1 + hyphen..].iter().take_while(|c| c.is_alphanumeric()).flat_map(|c| c.to_lowercase()).collect();
    let is_ending = ENDINGS.contains(&letters.as_str());
    let is_short = matches!(letters.as_str(), "e" | "euse" | "ne" | "trice");
    let end = 1 + hyphen + letters.chars().count();
    match first {
        '(' if is_ending && rest.get(end) == Some(&')') => end + 1,
        '-' | '.' if is_short => end,
        ':' | '*' | '_' | '/' | '·' if is_ending => end,
        _ => 0,
    }
}

/// `m/w/d`, `H/F`, `f | m | x`: single letters, parted by strokes.
fn genders(rest: &[char]) -> usize {
    let is_letter = |at: usize| {
        rest.get(at).is_some_and(|c| "mwfdhxknji".contains(c.to_ascii_lowercase()))
            && !rest.get(at + 1).is_some_and(|c| c.is_alphanumeric())
    };
    let mut end = 0;
    let mut count = 0;
    let mut at = 0;
    while is_letter(at) {
        count += 1;
        end = at + 1;
        let spaces = |from: usize| rest[from.min(rest.len())..].iter().take_while(|c| **c == ' ').count();
        let stroke = end + spaces(end);
        if !rest.get(stroke).is_some_and(|c| "/|*-–".contains(*c)) {
            break;
        }
        at = stroke + 1 + spaces(stroke + 1);
    }
    if count > 1 { end } else { 0 }
}

fn hashtag(rest: &[char]) -> usize {
    let is_tag = rest.first() == Some(&'#') && rest.get(1).is_some_and(|c| c.is_alphanumeric());
    if is_tag { 1 + rest[1..].iter().take_while(|c| c.is_alphanumeric()).count() } else { 0 }
}

/// `@ company`: all that follows.
fn company(rest: &[char]) -> usize {
    if rest.starts_with(&['@', ' ']) { rest.len() } else { 0 }
}

/// Years of experience: `5-8`, `3+`, `10 years`, and not a grade.
fn span(rest: &[char]) -> usize {
    let digits = |from: usize| rest[from.min(rest.len())..].iter().take_while(|c| c.is_ascii_digit()).count();
    let spaces = |from: usize| rest[from.min(rest.len())..].iter().take_while(|c| **c == ' ').count();
    let first = digits(0);
    if !(1..=2).contains(&first) {
        return 0;
    }
    let dash = first + spaces(first);
    let behind = dash + 1 + spaces(dash + 1);
    let second = digits(behind);
    let is_span = rest.get(dash).is_some_and(|c| "-–—".contains(*c)) && (1..=2).contains(&second);
    let mut end = if is_span { behind + second } else { first };
    let is_plus = rest.get(end) == Some(&'+');
    end += usize::from(is_plus);
    let unit = end + spaces(end);
    let word: String = rest[unit.min(rest.len())..].iter().take_while(|c| c.is_alphabetic()).collect();
    let is_unit = ["year", "years", "yrs", "yr", "yoe", "lpa"].contains(&word.to_lowercase().as_str());
    match (is_unit, is_span || is_plus) {
        (true, _) => unit + word.chars().count(),
        (false, true) if !rest.get(end).is_some_and(|c| c.is_alphanumeric()) => end,
        _ => 0,
    }
}

/// Years, and numbers that are no grade: `2026`, `075`, `IRC238564`.
fn number(rest: &[char]) -> usize {
    let word = rest.iter().take_while(|c| c.is_alphanumeric()).count();
    let digits = rest[..word].iter().filter(|c| c.is_ascii_digit()).count();
    let is_year = word == 4 && digits == 4 && rest[0] == '2' && rest[1] == '0';
    let is_code = (digits == word && word >= 3 && rest[0] == '0') || digits >= 5;
    if is_year || is_code { word } else { 0 }
}

/// Parts a title: what stood outside brackets first, cut at commas, bars and dashes.
pub fn segments(title: &str) -> Vec<Segment> {
    let (mut outer, mut inner) = (String::new(), String::new());
    let mut depth = 0_u32;
    for c in title.chars() {
        match c {
            '(' | '[' | '{' | '【' | '（' => {
                depth += 1;
                outer.push(' ');
                inner.push('|');
            }
            ')' | ']' | '}' | '】' | '）' => {
                // Where only the letters of genders stood, the title ends as at a comma.
                if inner.trim_end().ends_with('|') {
                    outer.push('|');
                }
                depth = depth.saturating_sub(1);
            }
            _ if depth > 0 => inner.push(c),
            _ => outer.push(c),
        }
    }
    // What an unclosed bracket holds is a part too.
    let parts = |text: &str, is_inner| -> Vec<Segment> {
        cut(text).into_iter().map(|text| Segment { text, is_inner }).collect()
    };
    [parts(&outer, false), parts(&inner, true)].concat()
}

fn cut(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let is_space = |at: Option<usize>| at.is_none_or(|at| chars.get(at).is_none_or(|c| c.is_whitespace()));
    let mut parts = vec![String::new()];
    for (at, c) in chars.iter().enumerate() {
        let is_dash = "-–—―".contains(*c) && (is_space(at.checked_sub(1)) || is_space(Some(at + 1)));
        if is_dash || "|,;:•、，；：！!?".contains(*c) {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(*c);
        }
    }
    parts.retain(|part| part.chars().any(char::is_alphanumeric));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn genders_codes_and_years_are_taken_out() {
        let words = |title: &str| clean(title).split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(words("Entwickler (m/w/d)"), "Entwickler ( )");
        assert_eq!(words("Entwickler:in"), "Entwickler");
        assert_eq!(words("Desarrollador/a Backend"), "Desarrollador Backend");
        assert_eq!(words("Ingénieur-e Software H/F"), "Ingénieur Software");
        assert_eq!(words("Engineer F - M - D"), "Engineer");
        assert_eq!(words("Java Developer #MNS 2026 -075"), "Java Developer -");
        assert_eq!(words("Analyst 5-8 LPA, 3+ years, 10 yrs"), "Analyst , ,");
        assert_eq!(words("Analyst 2 - 4, Engineer 3, S/4HANA"), "Analyst , Engineer 3, S/4HANA");
        assert_eq!(words("C++ / C# at R&D, UI/UX 2"), "C++ / C# at R&D, UI/UX 2");
    }

    #[test]
    fn brackets_commas_and_dashes_part_a_title() {
        let parts =
            |title: &str| segments(title).into_iter().map(|part| part.text.trim().to_owned()).collect::<Vec<_>>();
        assert_eq!(parts("Software Engineer II, Backend (Credit)"), ["Software Engineer II", "Backend", "Credit"]);
        assert_eq!(parts("(Senior) Full-Stack Engineer - Platform"), ["Full-Stack Engineer", "Platform", "Senior"]);
        assert_eq!(parts("Engineer (open"), ["Engineer", "open"]);
        assert!(parts("").is_empty());
    }
}
