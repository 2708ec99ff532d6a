//! From the seniority that a title names to the rung of a ladder.

use crate::catalog::model::{Ladder, RoleIx};
use crate::catalog::titles::words;
use crate::titles::grammar::Seniority;
use crate::titles::known::Titles;

/// What became of the seniority that a title names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// None was named.
    Unnamed,
    /// The name that was found says it.
    InName { word: String },
    /// The role is that rung, or is called so.
    Found { word: String },
    /// The catalog has no such rung: the nearest is shown.
    Missing { word: String },
}

/// The rank of who is neither junior nor senior.
const MIDDLE: u8 = 3;

/// What the rung of a rank is called, where a numeral names it.
fn grades(rank: u8) -> &'static [&'static str] {
    match rank {
        2 => &["junior", "associate"],
        4 => &["senior"],
        5 => &["staff", "lead"],
        6 => &["principal"],
        _ => &[],
    }
}

/// The word that the lead of a ladder of engineers is called by.
const TECH_LEAD: &str = "techlead";

/// Returns the rung of a role's ladder that a title's seniority names, or the nearest.
pub fn rung(titles: &Titles<'_>, role: RoleIx, seniority: Option<&Seniority>) -> (RoleIx, Step) {
    let Some(seniority) = seniority else { return (role, Step::Unnamed) };
    let word = seniority.word.clone();
    let Some(ladder) = titles.catalog.ladder(role) else {
        let is_so = titles.role(role).rank == seniority.rank;
        return (role, if is_so { Step::Found { word } } else { Step::Missing { word } });
    };
    if seniority.word == "lead"
        && let Some(lead) = tech_lead(titles, &ladder)
    {
        return (lead, Step::Found { word });
    }
    let called =
        |word: &str| ladder.rungs.iter().find(|rung| rung.is_own && is_called(titles, rung.role, rung.step, word));
    let grades = if seniority.is_numeral { grades(seniority.rank) } else { &[] };
    let named = called(&seniority.word).or_else(|| grades.iter().find_map(|word| called(word)));
    let base = titles.shown_base(&ladder);
    // `II` is who is neither junior nor senior: the base, unless that is where all begin.
    if named.is_none() && seniority.is_numeral && seniority.rank == MIDDLE && titles.role(base).rank >= MIDDLE {
        return (base, Step::Found { word });
    }
    let ranked = ladder.rungs.iter().find(|rung| rung.rank == seniority.rank);
    if let Some(rung) = named.or(ranked) {
        return (rung.role, Step::Found { word });
    }
    (nearest(titles, &ladder, seniority.rank), Step::Missing { word })
}

/// Whether a rung is called by the word: `senior` finds the senior product manager, whatever the rank.
fn is_called(titles: &Titles<'_>, role: RoleIx, step: Option<&str>, word: &str) -> bool {
    let has = |text: &str| words::canonical(titles, text).first().is_some_and(|first| first == word);
    step.is_some_and(has) || has(titles.catalog.head(role).title)
}

/// On the ladder of software engineers, and those that join it, a lead is the tech lead.
fn tech_lead(titles: &Titles<'_>, ladder: &Ladder<'_>) -> Option<RoleIx> {
    let software = titles.exact(&["software", "engineer"]).first().map(|role| titles.base(*role))?;
    let joins = |rung: &crate::catalog::model::Rung<'_>| titles.base(rung.role) == software;
    let is_of_software = titles.shown_base(ladder) == software || ladder.rungs.iter().any(joins);
    is_of_software.then(|| titles.exact(&[TECH_LEAD]).first().copied()).flatten()
}

/// Above the base the highest rung that is not above the wish; the base, where there is none.
fn nearest(titles: &Titles<'_>, ladder: &Ladder<'_>, rank: u8) -> RoleIx {
    let base = titles.shown_base(ladder);
    let lowest = titles.role(base).rank;
    let below = ladder.rungs.iter().filter(|rung| rung.rank > lowest && rung.rank < rank && rung.is_own);
    below.max_by_key(|rung| rung.rank).map_or(base, |rung| rung.role)
}
