//! Figures and names in the words of pages and lines.

use std::borrow::Cow;

use crate::catalog::model::Proficiency;
use crate::present::document::Glyphs;
use crate::present::label::Label;
use crate::present::text::{Text, labelled, linked};
use crate::view::{Amount, Edge, Entry, Observation, OwnLevel, RoleName, Support};

/// Returns an amount with thousands parted: `111,374`, and `38.50` where it has a fraction.
pub fn amount(amount: Amount) -> String {
    let hundredths = amount.0.0;
    let whole = thousands(hundredths / 100);
    match hundredths % 100 {
        0 => whole,
        rest => format!("{whole}.{rest:02}"),
    }
}

/// Returns an amount as a program reads it: `111374`, `38.5`.
pub fn exact_amount(amount: Amount) -> String {
    match amount.0.0 % 100 {
        0 => (amount.0.0 / 100).to_string(),
        _ => amount.0.value().to_string(),
    }
}

pub fn optional_amount(value: Option<Amount>) -> String {
    value.map(amount).unwrap_or_default()
}

pub fn optional_exact(value: Option<Amount>) -> String {
    value.map(exact_amount).unwrap_or_default()
}

/// Returns a number with thousands parted.
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut parted = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            parted.push(',');
        }
        parted.push(digit);
    }
    parted
}

/// Returns a published label as a reader wants it: “Developer, full-stack”, 6 to 10 years of coding. What a source
/// cuts a label by stands in the label itself, in the signs of its table.
pub fn worded(label: &str) -> String {
    let label = label.strip_prefix("GROUP: ").unwrap_or(label);
    match label.split_once(" | ") {
        Some((whole, part)) => format!("“{whole}”, {}", part.split_once('=').map_or(part, |(_, word)| word)),
        None => format!("“{label}”"),
    }
}

/// Returns `1 role`, `2 roles`.
pub fn count(number: usize, what: &str) -> String {
    match number {
        1 => format!("1 {what}"),
        _ => format!("{number} {what}s"),
    }
}

/// "from L4; Acme ladder", where a move on leaves a role by one of its grades.
pub fn leaving(edge: &Edge<'_>, stated: String) -> String {
    match edge.from_grade {
        Some(grade) => format!("from {}; {stated}", grade.id),
        None => stated,
    }
}

/// Returns what a move rests on: `GitLab handbook, Dropbox career framework`, `feeds: Cyber pathways`,
/// `observed: 30 there, fewer than 5 back, pay +3 %, South Carolina payrolls`, the catalog whose own word it is,
/// or `editorial`.
pub fn stated_by(support: &Support<'_>) -> String {
    if support.editorial {
        return "editorial".to_owned();
    }
    if let Some(catalog) = support.stated_by {
        return catalog.to_owned();
    }
    let names: Vec<&str> = support.sources.iter().map(|source| source.short).collect();
    let stated = format!("{}{}", if support.feeds { "feeds: " } else { "" }, names.join(", "));
    let observed = support.observed.iter().map(observation);
    Some(stated).filter(|stated| !stated.is_empty()).into_iter().chain(observed).collect::<Vec<_>>().join("; ")
}

fn observation(seen: &Observation<'_>) -> String {
    let back = match (seen.back, seen.back_fewer_than) {
        (Some(back), _) => format!(", {back} back"),
        (None, Some(bound)) => format!(", fewer than {bound} back"),
        (None, None) => String::new(),
    };
    let pay = match seen.pay_change {
        Some(0) => ", pay unchanged".to_owned(),
        Some(change) => format!(", pay {change:+}%"),
        None => String::new(),
    };
    format!("observed: {} there{back}{pay}, {}", seen.n, seen.source.short)
}

/// Returns the ids of the sources that state or observed a move, for programs.
pub fn source_ids(support: &Support<'_>) -> String {
    let observed = support.observed.iter().map(|observed| observed.source.id);
    support.sources.iter().map(|source| source.id).chain(observed).collect::<Vec<_>>().join(" ")
}

/// Returns what a listing says of a level: `principal`, or the track where the two are one word.
pub fn short_level<'a>(role: &RoleName<'a>) -> &'a str {
    if role.level.is_empty() { role.track } else { role.level }
}

/// Returns `principal, individual contributor`, or the track alone where the two are one word.
pub fn level(role: &RoleName<'_>) -> String {
    match role.level == role.track || role.level.is_empty() {
        true => role.track.replace('-', " "),
        false => format!("{}, {}", role.level, role.track.replace('-', " ")),
    }
}

/// Returns a role's title, which leads to the page that tells more of it.
pub fn role_name(label: Label, role: &RoleName<'_>) -> Text {
    linked(label, &graded_title(role), role.elsewhere.url().as_deref())
}

/// Returns a role's title; of a grade that is meant its own, with its id: `Payments Engineer II (L4)`.
pub fn graded_title<'a>(role: &RoleName<'a>) -> Cow<'a, str> {
    match role.grade {
        Some(grade) => Cow::Owned(format!("{} ({})", grade.title, grade.id)),
        None => Cow::Borrowed(role.title),
    }
}

/// Returns a role's id, and before it the grade that is meant, so that it stays where a heading is cut:
/// `L4 payments-engineer`.
pub fn graded_id<'a>(role: &RoleName<'a>) -> Cow<'a, str> {
    match role.grade {
        Some(grade) => Cow::Owned(format!("{} {}", grade.id, role.id)),
        None => Cow::Borrowed(role.id),
    }
}

/// Returns the titles of entries, parted by commas.
pub fn titles(entries: &[Entry<'_>]) -> String {
    entries.iter().map(|entry| entry.title).collect::<Vec<_>>().join(", ")
}

/// Returns the ids of entries, parted by spaces.
pub fn ids(entries: &[Entry<'_>]) -> String {
    entries.iter().map(|entry| entry.id).collect::<Vec<_>>().join(" ")
}

/// Returns a bar for a number from 0 to 100, under its label.
pub fn bar(glyphs: Glyphs, number: u8) -> Text {
    labelled(Label::Bar, &glyphs.bar(number, BAR))
}

/// Returns a level as marks, as many as the scale has steps; none where nobody says.
pub fn level_marks(level: Option<u8>, glyphs: Glyphs) -> String {
    let reached = |level: u8| match level {
        0 => 0,
        level => Proficiency::of_level(level) as usize + 1,
    };
    level.map_or(String::new(), |level| glyphs.marks(reached(level), Proficiency::ALL.len()))
}

/// Returns a level as marks on the scale that it stands on: a company's own, or ours.
pub fn marks_of(level: Option<u8>, own: Option<&OwnLevel<'_>>, glyphs: Glyphs) -> String {
    match own {
        Some(own) => glyphs.marks(own.step.into(), own.steps.into()),
        None => level_marks(level, glyphs),
    }
}

/// Returns a level as a word: a company's own, or ours.
pub fn level_word<'v>(proficiency: Option<&'v str>, own: Option<&OwnLevel<'v>>) -> &'v str {
    own.map(|own| own.word).or(proficiency).unwrap_or("not rated")
}

/// Returns a level as [`level_word`] does; of a company's own the place on its scale too, and what it stands for:
/// `strong (4 of 5, practitioner)`.
pub fn level_in_full(proficiency: Option<&str>, own: Option<&OwnLevel<'_>>) -> String {
    match own {
        Some(OwnLevel { word, step, steps, .. }) => {
            let ours = proficiency.map_or(String::new(), |ours| format!(", {ours}"));
            format!("{word} ({step} of {steps}{ours})")
        }
        None => level_word(proficiency, None).to_owned(),
    }
}

/// Returns two levels as marks: `●●○○ → ●●●○`; one where they are the same, or where only one is known.
pub fn level_change(from: Option<u8>, to: Option<u8>, glyphs: Glyphs) -> String {
    let [from, to] = [from, to].map(|level| level.map(|level| level_marks(Some(level), glyphs)));
    marks_change(from, to, Proficiency::ALL.len(), glyphs)
}

/// Returns two levels that are marks already; where the first is not known, as wide as a scale has steps.
pub fn marks_change(from: Option<String>, to: Option<String>, steps: usize, glyphs: Glyphs) -> String {
    match (from, to) {
        (from, to) if from == to => to.unwrap_or_default(),
        (Some(from), None) => from,
        (from, Some(to)) => {
            let from = from.unwrap_or_else(|| format!("{:<steps$}", glyphs.none()));
            format!("{from} {} {to}", glyphs.pick("→", "->"))
        }
        (None, None) => String::new(),
    }
}

/// Returns a number with its sign: `+15`, `-2,300`, `0`.
pub fn signed(number: i32) -> String {
    let sign = match number {
        0 => "",
        ..0 => "-",
        _ => "+",
    };
    format!("{sign}{}", thousands(number.unsigned_abs().into()))
}

/// How many cells a bar of 100 has.
const BAR: usize = 20;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::model::Money;

    #[test]
    fn labels_are_worded() {
        assert_eq!(worded("Category SE | title=Tech Lead"), "“Category SE”, Tech Lead");
        assert_eq!(worded("Software Engineer | senior level"), "“Software Engineer”, senior level");
        assert_eq!(worded("GROUP: Head of Data/AI/ML"), "“Head of Data/AI/ML”");
        assert_eq!(worded("IT Manager I / II"), "“IT Manager I / II”");
    }

    #[test]
    fn amounts_are_shown_as_published() {
        assert_eq!(amount(Amount(Money(11_137_400))), "111,374");
        assert_eq!(amount(Amount(Money(3_850))), "38.50");
        assert_eq!(exact_amount(Amount(Money(3_850))), "38.5");
        assert_eq!(thousands(0), "0");
        assert_eq!(thousands(1_000_000), "1,000,000");
    }
}
