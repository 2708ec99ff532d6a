//! Reads the words of a command line as names of roles, with quotes and without.
//!
//! A word that holds a blank was quoted: it is one name. Words without quotes are exact names one after
//! the other, or one title of all words, or several titles; no word that may be the name of another role,
//! or of a region or a competency, is set aside.

use crate::catalog::Catalog;
use crate::catalog::titles::words::canonical;
use crate::query::absent;
use crate::query::grades;
use crate::query::lookup::{self, Found};
use crate::text::fold;
use crate::titles::{Aside, How, Titles};
use crate::view::error::{Error, ticked};

/// A command that is given names of roles.
#[derive(Debug, Clone, Copy)]
pub struct Asker {
    pub command: &'static str,
    takes: Takes,
    /// Whether it has `--region`.
    pub by_region: bool,
}

/// How many roles a command takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Takes {
    One,
    /// One or more: words are one title before they are several.
    Several,
    /// Two as a rule: words are several titles before they are one.
    Sides,
}

pub const SHOW: Asker = Asker { command: "show", takes: Takes::Several, by_region: true };
pub const SALARY: Asker = Asker { command: "salary", takes: Takes::Several, by_region: true };
pub const PROFILE: Asker = Asker { command: "profile", takes: Takes::Several, by_region: false };
pub const COMPARE: Asker = Asker { command: "compare", takes: Takes::Sides, by_region: true };
pub const PATH: Asker = Asker { command: "path", takes: Takes::Sides, by_region: true };
pub const WHY: Asker = Asker::one("why");

impl Asker {
    /// A command that takes one role.
    pub const fn one(command: &'static str) -> Self {
        Self { command, takes: Takes::One, by_region: false }
    }

    /// Whether a place behind a role is asked for, and no second role.
    pub fn asks_a_place(self) -> bool {
        self.by_region && self.takes != Takes::Sides
    }

    /// Whether words are several titles before they are one.
    pub fn takes_sides(self) -> bool {
        self.takes == Takes::Sides
    }

    /// Words that stand between two names.
    fn joints(self) -> &'static [&'static [&'static str]] {
        match self.takes {
            Takes::Sides => &[&["vs", "vs.", "versus"], &["from", "to"], &["and"], &["or"]],
            Takes::One | Takes::Several => &[&["vs", "vs.", "versus"], &["and"], &["or"]],
        }
    }
}

/// Finds the one role that words mean.
///
/// # Errors
/// Where they mean none, or several.
pub fn only<'a>(catalog: &Catalog<'a>, words: &[String], asker: Asker) -> Result<Found<'a>, Error> {
    let mut found = several(catalog, words, asker)?;
    match (found.pop(), found.first()) {
        (Some(only), None) => Ok(only),
        (_, first) => {
            let id = first.map_or("", |first| catalog.id(first.role));
            Err(Error::failed(format!("{} names more than one role", ticked(&words.join(" "))))
                .hint(format!("this command takes one role: `{id}`")))
        }
    }
}

/// Finds the roles that words mean.
///
/// # Errors
/// Where a name means none, or several; where a word would be set aside that means something.
pub fn several<'a>(catalog: &Catalog<'a>, words: &[String], asker: Asker) -> Result<Vec<Found<'a>>, Error> {
    nothing_empty(catalog, words)?;
    let reader = Reader { titles: Titles::new(*catalog), asker };
    if let Some(roles) = reader.exact_names(words) {
        return Ok(roles);
    }
    let mut found = Vec::new();
    for part in words.chunk_by(|one, other| !is_quoted(one) && !is_quoted(other)) {
        match part {
            [name] if is_quoted(name) => found.push(lookup::one_of(&reader.titles, name)?),
            run => found.extend(reader.run(run)?),
        }
    }
    match found.is_empty() && !words.is_empty() {
        true => Err(reader.titles_miss(&words.join(" "))),
        false => Ok(found),
    }
}

/// Refuses a word that says nothing: a variable that a script has not set.
fn nothing_empty(catalog: &Catalog<'_>, words: &[String]) -> Result<(), Error> {
    match words.iter().find(|word| word.trim().is_empty()) {
        Some(word) => Err(absent::nameless(word, "role").hint(absent::all_roles(catalog))),
        None => Ok(()),
    }
}

/// Finds the role that the first words mean, and how many of them name it; what follows is something
/// that `is_thing` knows.
///
/// # Errors
/// As [`several`].
pub fn first<'a>(
    catalog: &Catalog<'a>,
    words: &[String],
    is_thing: impl Fn(&str) -> bool,
) -> Result<(Found<'a>, usize), Error> {
    nothing_empty(catalog, words)?;
    let reader = Reader { titles: Titles::new(*catalog), asker: WHY };
    let run = words.iter().take_while(|word| !is_quoted(word)).count();
    if run == 0 {
        return lookup::one_of(&reader.titles, &words[0]).map(|found| (found, 1));
    }
    let is_apart = |used: usize| used < words.len() && is_thing(&words[used..].join(" "));
    // Who types an id does not begin a longer name: `engineering-manager security`.
    let is_id = |found: &Found<'_>| words[0].contains('-') && catalog.id(found.role) == words[0];
    if let Some(found) = lookup::exact(catalog, &words[0]).filter(is_id).filter(|_| is_apart(1)) {
        return Ok((found, 1));
    }
    for used in (1..=run.min(LONGEST_NAME)).rev() {
        if let Some(found) = lookup::exact(catalog, &words[..used].join(" ")) {
            return Ok((found, used));
        }
    }
    for used in (1..=run).rev().filter(|used| *used == words.len() || is_apart(*used)) {
        if let Some(found) = reader.title(&words[..used]) {
            return Ok((found, used));
        }
    }
    match (1..=run).find(|used| is_apart(*used)) {
        Some(used) => only(catalog, &words[..used], WHY).map(|found| (found, used)),
        None => only(catalog, &words[..run], WHY).map(|found| (found, run)),
    }
}

/// Tells whether an argument was quoted: no other holds a blank.
pub fn is_quoted(word: &str) -> bool {
    word.trim().contains(char::is_whitespace)
}

/// No name has more words than this.
pub const LONGEST_NAME: usize = 12;
/// More words than this are not parted into titles.
const MOST_PARTED: usize = 40;

/// What a word means that is no role; with the id.
pub enum Meaning {
    Region(String),
    /// A part of a page.
    Section(String),
    Competency(String),
    Tool(String),
}

/// Reads words for a command.
pub struct Reader<'a> {
    pub titles: Titles<'a>,
    pub asker: Asker,
}

impl<'a> Reader<'a> {
    /// Reads words without quotes.
    fn run(&self, words: &[String]) -> Result<Vec<Found<'a>>, Error> {
        let parts = self.parts(words);
        if let [only] = parts.as_slice()
            && only == words
        {
            return self.plain(words);
        }
        if self.asker.takes != Takes::Sides
            && let Some(found) = self.title(words)
        {
            return Ok(vec![found]);
        }
        let each: Result<Vec<_>, _> = parts.iter().map(|part| self.plain(part)).collect();
        match each {
            Ok(found) => Ok(found.concat()),
            Err(error) if self.asker.takes == Takes::Sides => Err(error),
            Err(error) => match lookup::one_of(&self.titles, &words.join(" ")) {
                Ok(found) if self.is_harmless(words, &found) => Ok(vec![found]),
                Err(whole) if !parts.iter().any(|part| self.exact_names(part).is_some()) => Err(whole),
                _ => Err(error),
            },
        }
    }

    /// Parts words at commas, and at words that stand between names.
    fn parts(&self, words: &[String]) -> Vec<Vec<String>> {
        let mut parts = vec![Vec::new()];
        for word in words {
            for (at, piece) in word.split(',').enumerate() {
                if at > 0 {
                    parts.push(Vec::new());
                }
                parts.last_mut().expect("there is a first").extend((!piece.is_empty()).then(|| piece.to_owned()));
            }
        }
        for joint in self.asker.joints() {
            parts = parts.into_iter().flat_map(|part| self.parted(part, joint)).collect();
        }
        parts.retain(|part| !part.is_empty());
        parts
    }

    /// Parts words at others, unless all of them are a name.
    fn parted(&self, words: Vec<String>, joints: &[&str]) -> Vec<Vec<String>> {
        if self.exact_names(&words).is_some() {
            return vec![words];
        }
        let is_joint = |word: &String| joints.iter().any(|joint| word.eq_ignore_ascii_case(joint));
        words.split(is_joint).map(<[String]>::to_vec).collect()
    }

    /// Reads words between which nothing stands.
    fn plain(&self, words: &[String]) -> Result<Vec<Found<'a>>, Error> {
        if let Some(found) = self.exact_names(words) {
            return Ok(found);
        }
        if self.asker.takes != Takes::Sides
            && let Some(found) = self.title(words)
        {
            return Ok(vec![found]);
        }
        if let Some(grades) = self.grades(words) {
            return grades;
        }
        if let Some(found) = self.several_titles(words).or_else(|| self.titles_beside_names(words)) {
            return Ok(found);
        }
        match lookup::one_of(&self.titles, &words.join(" ")) {
            Ok(found) if words.len() == 1 || self.is_harmless(words, &found) => Ok(vec![found]),
            together => Err(self.fault(words, together)),
        }
    }

    /// The roles of grades, where each word is the id of one: `compare L1 L2`.
    fn grades(&self, words: &[String]) -> Option<Result<Vec<Found<'a>>, Error>> {
        let is_grade = |word: &String| !grades::called(&self.titles.catalog, word).is_empty();
        let are_grades = words.len() > 1 && words.iter().all(is_grade);
        are_grades.then(|| words.iter().map(|word| lookup::one_of(&self.titles, word)).collect())
    }

    /// The role that words are a title of, with nothing set aside.
    fn title(&self, words: &[String]) -> Option<Found<'a>> {
        let found = lookup::one_of(&self.titles, &words.join(" ")).ok()?;
        (found.asides.iter().all(|aside| aside.is_joined) && found.how != How::FirstOfTwo).then_some(found)
    }

    /// Parts words into exact names, as few as there are.
    fn exact_names(&self, words: &[String]) -> Option<Vec<Found<'a>>> {
        let exact = |name: &str| lookup::exact(&self.titles.catalog, name);
        let each: Option<Vec<Found<'a>>> = words.iter().map(|word| exact(word)).collect();
        each.or_else(|| {
            parted(words, |part| {
                if part.len() > 1 && part.iter().any(|word| is_quoted(word)) {
                    None
                } else {
                    Some((exact(&part.join(" "))?, 0))
                }
            })
        })
    }

    /// Parts words into exact names and titles, so that the most words are exact names.
    fn several_titles(&self, words: &[String]) -> Option<Vec<Found<'a>>> {
        if words.len() > MOST_PARTED || self.titles.catalog.wants_exact_names() {
            return None;
        }
        let found = parted(words, |part| {
            let exact = || lookup::exact(&self.titles.catalog, &part.join(" ")).map(|found| (found, 0));
            let is_all = part.len() == words.len();
            exact().or_else(|| Some((self.title_apart(part).filter(|_| !is_all)?, part.len())))
        });
        found.filter(|found| found.len() > 1)
    }

    /// Exact names, and what stands before, between and behind them: each a title. A command that is asked
    /// for a place reads no place as a title: `show cto qa`.
    fn titles_beside_names(&self, words: &[String]) -> Option<Vec<Found<'a>>> {
        if self.asker.takes != Takes::Sides || self.titles.catalog.wants_exact_names() {
            return None;
        }
        let parts = self.by_names(words);
        let has_name = parts.iter().any(|(_, role)| role.is_some());
        let found = |(part, _): &(&[String], _)| self.exact_names(part).or_else(|| Some(vec![self.title(part)?]));
        let found: Option<Vec<_>> = parts.iter().map(found).collect();
        found.filter(|_| has_name).map(|found| found.concat())
    }

    /// The role that words are a title of, where it ends as titles do: in what the person does.
    fn title_apart(&self, words: &[String]) -> Option<Found<'a>> {
        let title = words.join(" ");
        let title = self.titles.put_right(&title).unwrap_or(title);
        let canonical = canonical(&self.titles, &title);
        let is_function = |word: &String| self.titles.known(word).class.is_some();
        let is_title = canonical.len() > 1 && canonical.last().is_some_and(is_function);
        self.title(words).filter(|found| is_title || found.how == How::Beginning)
    }

    /// Whether nothing that was set aside means something: no other role, region or competency.
    fn is_harmless(&self, words: &[String], found: &Found<'a>) -> bool {
        let means =
            |aside: &Aside| self.meaning(&aside.text).is_some_and(|meaning| !matches!(meaning, Meaning::Tool(_)));
        found.how != How::FirstOfTwo
            && found.asides.iter().all(|aside| aside.is_joined || aside.is_harmless && !means(aside))
            && !self.names_another(words, found)
            && !self.has_two_ranks(words)
            && !self.is_name_and_more(words, found)
    }

    /// Whether words are the role's whole name and, behind it, what was set aside: a command that asks for
    /// a place is told of a place then.
    fn is_name_and_more(&self, words: &[String], found: &Found<'a>) -> bool {
        let is_name = |count: usize| lookup::whole(&self.titles.catalog, &words[..count].join(" ")) == Some(found.role);
        self.asker.asks_a_place() && !found.asides.is_empty() && (1..words.len().min(LONGEST_NAME)).any(is_name)
    }

    /// Whether words say two ranks, each before what somebody does: these are two titles.
    fn has_two_ranks(&self, words: &[String]) -> bool {
        let known = words.iter().map(|word| self.titles.known(&fold::key(word)));
        let telling: Vec<_> = known.filter(|word| word.rank > 0 || word.class.is_some() || !word.is_known()).collect();
        let mut runs = telling.chunk_by(|one, other| (one.rank > 0) == (other.rank > 0)).filter(|run| run[0].rank > 0);
        runs.next().is_some_and(|first| runs.any(|later| later[0].rank != first[0].rank))
    }

    /// Whether words of which some were set aside are the exact name of a role of another ladder.
    fn names_another(&self, words: &[String], found: &Found<'a>) -> bool {
        let base = self.titles.base(found.role);
        let is_aside =
            |word: &String| found.asides.iter().any(|aside| aside.text.split_whitespace().any(|it| it == word));
        let is_other = |part: &[String]| {
            part.iter().any(is_aside)
                && lookup::whole(&self.titles.catalog, &part.join(" "))
                    .is_some_and(|role| self.titles.base(role) != base)
        };
        (1..words.len().min(LONGEST_NAME)).any(|count| words.windows(count).any(is_other))
    }
}

/// Parts words so that each part is found, at the least cost, in the fewest parts.
fn parted<F: Clone>(words: &[String], find: impl Fn(&[String]) -> Option<(F, usize)>) -> Option<Vec<F>> {
    let mut best: Vec<Option<(usize, Vec<F>)>> = vec![None; words.len() + 1];
    best[0] = Some((0, Vec::new()));
    for end in 1..=words.len() {
        for start in end.saturating_sub(LONGEST_NAME)..end {
            let Some((spent, before)) = best[start].clone() else { continue };
            let Some((found, cost)) = find(&words[start..end]) else { continue };
            let rank = (spent + cost, before.len() + 1);
            if best[end].as_ref().is_none_or(|(spent, parts)| rank < (*spent, parts.len())) {
                best[end] = Some((rank.0, before.into_iter().chain([found]).collect()));
            }
        }
    }
    best.pop().flatten().map(|(_, parts)| parts)
}
