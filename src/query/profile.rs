//! What a self-assessment claims.

use std::collections::BTreeMap;

use crate::catalog::Catalog;
use crate::catalog::model::{CompetencyIx, ToolIx};
use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::files::SourceFile;
use crate::catalog::read::schema::{Spanned, place};
use crate::query::claims::{Claims, NONE, NOT_APPLICABLE, OursOn};
use crate::query::counterparts::Counterparts;
use crate::query::lookup::Found;
use crate::query::pick::{Choice, Kind, Pick};
use crate::query::scales::{Claim, Words};
use crate::query::written_profile::{Lines, WrittenProfile, invalid, unknown_field};
use crate::query::{graded, grades, lookup, pick, written_profile};
use crate::text::harmless::shown;
use crate::text::hint::{Ask, Hint, hint};
use crate::text::naming::{Named, Naming};
use crate::text::sorting::Arrange;
use crate::text::suggest;
use crate::view::error::{Error, ticked};

/// Levels claimed, by the position of what they are claimed of; what is said to be mastered not at
/// all, and what has no bearing.
#[derive(Default)]
struct Levels {
    claimed: BTreeMap<usize, Claim>,
    nones: Vec<usize>,
    aside: Vec<usize>,
}

/// A profile, read.
#[derive(Debug)]
pub struct Assessment<'a> {
    pub claims: Claims,
    /// How the role was found that the person holds.
    pub held: Option<Found<'a>>,
    /// The names that nothing is called by: they are left out.
    pub unknown: Vec<Diagnostic>,
    /// What names were read as that are neither an id nor a name as it is written.
    pub notes: Vec<String>,
    /// Whether levels are stated, and each of them is `none`.
    is_all_none: bool,
}

/// Reads what a profile claims.
///
/// # Errors
/// Every fault at once: an unknown level, a duplicate key. Names that nothing is called by are none.
pub fn read<'a>(catalog: &Catalog<'a>, file: &SourceFile) -> Result<Assessment<'a>, Error> {
    let written = written_profile::parse(file)?;
    let mut reading = Reading::new(catalog, &file.path);
    reading.unknown.extend(written.others.iter().map(|field| unknown_field(&file.path, field)));
    let held = reading.role(written.role.as_ref());
    let held = reading.grade(held, &written);
    reading.competencies(&written.competencies.unwrap_or_default());
    reading.tools(&written.tools.unwrap_or_default());
    let Reading { faults, mut unknown, mut notes, mut claims, nones, .. } = reading;
    unknown.arrange();
    let is_all_none = nones > 0 && !claims.has_levels();
    notes.extend(carried(catalog, &mut claims));
    let assessment = Assessment { claims, held, unknown, notes, is_all_none };
    match faults.is_empty() {
        true => Ok(assessment),
        false => Err(invalid(&file.path, Some(&file.text), faults).warnings(assessment.warnings())),
    }
}

/// Carries levels to what corresponds to what is claimed, and says what that is.
fn carried(catalog: &Catalog<'_>, claims: &mut Claims) -> Option<String> {
    let ids: Vec<&str> =
        Counterparts::new(catalog).carry(claims).into_iter().map(|at| catalog.competency_name(at).id).collect();
    (!ids.is_empty()).then(|| format!("by what corresponds to them, these count too: {}", ids.join(", ")))
}

fn is_none(level: &Spanned<String>) -> bool {
    level.value.eq_ignore_ascii_case(NONE)
}

fn is_not_applicable(level: &Spanned<String>) -> bool {
    level.value.eq_ignore_ascii_case(NOT_APPLICABLE)
}

impl Assessment<'_> {
    /// Tells each name that was left out, on one line.
    pub fn warnings(&self) -> Vec<Hint> {
        const SHOWN: usize = 20;
        let mut warnings: Vec<Hint> = self.unknown.iter().take(SHOWN).map(left_out).collect();
        if let more @ 1.. = self.unknown.len().saturating_sub(SHOWN) {
            warnings.push(format!("{more} more names of the profile are left out").into());
        }
        warnings
    }

    /// Returns the claims of a profile that says something.
    ///
    /// # Errors
    /// Where it says nothing, with what was left out.
    pub fn measurable(&self, path: &str) -> Result<&Claims, Error> {
        let claims = &self.claims;
        if claims.has_levels() {
            return Ok(claims);
        }
        let what = match self.is_all_none {
            true => "says nothing but `none`, which counts as not said",
            _ if !claims.aside.is_empty() || !claims.tools_aside.is_empty() => "says nothing but `n/a`",
            false => "says nothing yet",
        };
        let message = format!("the profile {} {what}: there is nothing to measure", ticked(path));
        let error = Error::nothing(message).warnings(self.warnings());
        Err(error.hint("put a level behind a name: awareness, working, practitioner or expert"))
    }
}

fn left_out(fault: &Diagnostic) -> Hint {
    let Diagnostic { file, line, column, message, help, .. } = fault;
    let said = Hint::from(format!("{file}:{line}:{column}: {message}: left out"));
    match help {
        Some(help) => said.then(" (").then(help.clone()).then(")"),
        None => said,
    }
}

struct Reading<'r, 'a> {
    catalog: &'r Catalog<'a>,
    path: &'r str,
    faults: Vec<Diagnostic>,
    unknown: Vec<Diagnostic>,
    notes: Vec<String>,
    claims: Claims,
    nones: usize,
    sparing: suggest::SuggestionBudget,
    words: Words<'a>,
}

impl<'r, 'a> Reading<'r, 'a> {
    fn new(catalog: &'r Catalog<'a>, path: &'r str) -> Self {
        Self {
            catalog,
            path,
            faults: Vec::new(),
            unknown: Vec::new(),
            notes: Vec::new(),
            claims: Claims { ours_on: OursOn::new(&catalog.about().scales), ..Claims::default() },
            nones: 0,
            sparing: suggest::SuggestionBudget::default(),
            words: Words::new(catalog),
        }
    }

    fn role(&mut self, role: Option<&Spanned<String>>) -> Option<Found<'a>> {
        let role = role?;
        match lookup::one(self.catalog, &role.value) {
            Ok(found) => {
                self.claims.role = Some(found.role);
                Some(found)
            }
            Err(error) => {
                let help = suggest::did_you_mean(&lookup::suggested(self.catalog, &role.value)).map(Hint::from);
                let fault = Diagnostic::at(self.path, place(role), "unknown-role", error.message);
                self.unknown.push(Diagnostic { help, ..fault });
                None
            }
        }
    }

    /// The role held, at the grade that the profile says; a grade that one role alone has says the role.
    fn grade(&mut self, held: Option<Found<'a>>, written: &WrittenProfile) -> Option<Found<'a>> {
        let Some(grade) = written.grade.as_ref().filter(|grade| !grade.value.trim().is_empty()) else { return held };
        let fault = |message: String| Diagnostic::at(self.path, place(grade), "unknown-word", message);
        match held {
            Some(found) => match graded::position(self.catalog, found.role, &grade.value) {
                Ok(at) if found.grade.is_some_and(|said| said != at) => {
                    self.faults.push(self.two_grades(&found, at, fault));
                    Some(found)
                }
                Ok(at) => Some(Found { grade: Some(at), ..found }),
                Err(error) => {
                    let has_none = self.catalog.grades(found.role).is_empty();
                    let none = || Hint::from("it has no grades: leave the line out");
                    let help = if has_none { Some(none()) } else { error.hints.into_iter().next() };
                    let fault = Diagnostic { help, ..fault(error.message) };
                    self.unknown.push(fault);
                    Some(found)
                }
            },
            // What is wrong with the role is told already.
            None if written.role.is_some() => None,
            None if grades::called(self.catalog, &grade.value).is_empty() => {
                let message = format!("no role has the grade `{}`", shown(&grade.value));
                self.unknown.push(fault(message).help("`role:` says of which role it is"));
                None
            }
            None => self.role(Some(grade)),
        }
    }

    /// Says that the role is named by one grade, and the line says another.
    fn two_grades(&self, found: &Found<'a>, at: usize, fault: impl Fn(String) -> Diagnostic) -> Diagnostic {
        let (id, grades) = (self.catalog.id(found.role), self.catalog.grades(found.role));
        let said = found.grade.map_or("", |said| grades[said].id);
        let message =
            format!("`role` says grade `{}` of `{id}`, and `grade` says `{}`", shown(said), shown(grades[at].id));
        fault(message).help(format!("take the line out, or write `role: {id}`"))
    }

    fn competencies(&mut self, lines: &Lines) {
        let known: Vec<(&str, Vec<&str>)> =
            self.catalog.competency_heads().map(|it| (it.id, names(it.title, it.aliases))).collect();
        let Levels { claimed, nones, aside } = self.levels(lines, &known, &pick::COMPETENCY);
        self.claims.no_competencies = nones.into_iter().map(CompetencyIx::from).collect();
        self.claims.aside = aside.into_iter().map(CompetencyIx::from).collect();
        self.claims.stands = claimed.iter().filter_map(|(at, claim)| Some(((*at).into(), claim.stand?))).collect();
        self.claims.competencies =
            claimed.into_iter().filter_map(|(at, claim)| Some((at.into(), claim.ours?))).collect();
    }

    fn tools(&mut self, lines: &Lines) {
        // To know every tool by name takes longer than the rest of a profile that says none.
        if lines.0.is_empty() {
            return;
        }
        let known: Vec<(&str, Vec<&str>)> =
            self.catalog.tools().map(|tool| (tool.id, names(tool.title, tool.aliases))).collect();
        let Levels { claimed, nones, aside } = self.levels(lines, &known, &pick::TOOL);
        self.claims.no_tools = nones.into_iter().map(ToolIx::from).collect();
        self.claims.tools_aside = aside.into_iter().map(ToolIx::from).collect();
        self.claims.tools = claimed.into_iter().filter_map(|(at, claim)| Some((at.into(), claim.ours?))).collect();
    }

    fn levels(&mut self, Lines(lines): &Lines, known: &[(&'a str, Vec<&'a str>)], kind: &Kind) -> Levels {
        let begins = pick::begins(self.catalog, kind);
        let naming = Naming::new(known.iter().map(|(id, names)| (*id, names.iter().copied()))).over(begins);
        let mut seen: BTreeMap<usize, &str> = BTreeMap::new();
        let mut levels = Levels::default();
        for (name, level) in lines {
            let is_none = level.as_ref().is_some_and(is_none);
            let is_aside = level.as_ref().is_some_and(is_not_applicable);
            let at = self.named(name, &naming, known, kind);
            let of = at.filter(|_| kind.what != pick::TOOL.what).map(CompetencyIx::from);
            let level = level.as_ref().and_then(|level| self.level(level, of));
            let Some(at) = at else { continue };
            if let Some(first) = seen.insert(at, &name.value) {
                self.faults.push(self.again(name, first));
            }
            levels.claimed.extend(level.map(|level| (at, level)));
            levels.nones.extend(is_none.then_some(at));
            levels.aside.extend(is_aside.then_some(at));
        }
        levels
    }

    /// Finds what a name means, as an option of the command line does; what it does not find is left out.
    fn named(
        &mut self,
        name: &Spanned<String>,
        naming: &Naming<'_>,
        known: &[(&'a str, Vec<&'a str>)],
        kind: &Kind,
    ) -> Option<usize> {
        let word = &name.value;
        if let Named::One(at) = naming.find(word) {
            let (id, names) = &known[at];
            let is_typed = |name: &&str| name.eq_ignore_ascii_case(word.trim());
            if !std::iter::once(id).chain(names).any(is_typed) {
                self.notes.push(pick::read_as(word, id, names[0]));
            }
            return Some(at);
        }
        match self.picked(word, known, kind) {
            Ok(Some(pick)) => return Some(pick.told(word, &mut self.notes)),
            Ok(None) => self.unknown.push(self.unknown_name(name, known, kind)),
            Err(Error { message, hints, .. }) => {
                let fault = Diagnostic::at(self.path, place(name), kind.unknown, message);
                self.unknown.push(Diagnostic { help: hints.into_iter().next(), ..fault });
            }
        }
        None
    }

    /// Finds what a word is a part of the name of. A look at every name is dear: of a file that has only
    /// unknown names, the first are looked at.
    fn picked(
        &self,
        word: &str,
        known: &[(&'a str, Vec<&'a str>)],
        kind: &Kind,
    ) -> Result<Option<Pick<'a, usize>>, Error> {
        const LOOKED_AT: usize = 20;
        if self.unknown.len() >= LOOKED_AT {
            return Ok(None);
        }
        let names = |(id, names): &(&'a str, Vec<&'a str>)| std::iter::once(*id).chain(names.iter().copied()).collect();
        let choices: Vec<Choice<'a>> =
            known.iter().enumerate().map(|(at, known)| Choice { at, layer: 0, names: names(known) }).collect();
        let choices = pick::laid(self.catalog, kind, choices);
        pick::pick_read(word, &choices, kind, pick::Reading::Part)
    }

    /// Says that nothing is called by a name.
    fn unknown_name(&self, name: &Spanned<String>, known: &[(&str, Vec<&str>)], kind: &Kind) -> Diagnostic {
        let word = shown(&name.value);
        let names = known.iter().flat_map(|(id, names)| std::iter::once(*id).chain(names.iter().copied()));
        let nearest = self.sparing.nearest(self.path, &name.value, names);
        let of = |name: &str| known.iter().find(|(id, names)| *id == name || names.contains(&name)).map(|(id, _)| *id);
        let mut ids: Vec<&str> = Vec::new();
        nearest.into_iter().filter_map(of).for_each(|id| {
            if !ids.contains(&id) {
                ids.push(id)
            }
        });
        let message = format!("no {} is called `{word}`", kind.what);
        let fault = Diagnostic::at(self.path, place(name), kind.unknown, message);
        let elsewhere = || self.elsewhere(&name.value, kind);
        let listed = || hint![Ask::of(kind.listing), " lists them"];
        fault.help(elsewhere().or_else(|| suggest::did_you_mean(&ids)).map_or_else(listed, Hint::from))
    }

    /// Says that a name stands under the wrong one of the two lists.
    fn elsewhere(&self, name: &str, kind: &Kind) -> Option<String> {
        let is_named = |id: &str, names: &[&str]| {
            id.eq_ignore_ascii_case(name) || names.iter().any(|known| known.eq_ignore_ascii_case(name))
        };
        let (what, id) = match kind.what == pick::TOOL.what {
            true => {
                let found =
                    self.catalog.competency_heads().find(|it| is_named(it.id, &names(it.title, it.aliases.clone())));
                ("competencies", found.map(|it| it.id))
            }
            false => {
                let found = self.catalog.tools().find(|it| is_named(it.id, &names(it.title, it.aliases.clone())));
                ("tools", found.map(|it| it.id))
            }
        };
        Some(format!("`{}` stands under `{what}:`", id?))
    }

    fn again(&self, name: &Spanned<String>, first: &str) -> Diagnostic {
        let message = format!("`{}` names the same as `{}`", shown(&name.value), shown(first));
        Diagnostic::at(self.path, place(name), "duplicate-key", message).help("take one of the two out")
    }

    fn level(&mut self, word: &Spanned<String>, of: Option<CompetencyIx>) -> Option<Claim> {
        let level = self.words.read(of, &word.value);
        let is_none = is_none(word);
        self.nones += usize::from(is_none);
        if level.is_none() && !is_none && !is_not_applicable(word) && !word.value.trim().is_empty() {
            let message = format!("no level is called `{}`", shown(&word.value));
            let known = self.words.known(of);
            let words = [NONE, NOT_APPLICABLE].into_iter().chain(known.iter().copied());
            // `--ask` numbers the levels.
            let numbered =
                word.value.trim().parse::<usize>().ok().and_then(|at| words.clone().nth(at + usize::from(at > 0)));
            let near = numbered.map_or_else(|| suggest::nearest(&word.value, words, 1), |level| vec![level]);
            let nearest = suggest::did_you_mean(&near);
            let all = || match known.split_last() {
                Some((last, others)) => format!("levels are none, {} and {last}, and n/a", others.join(", ")),
                None => "levels are none and n/a".to_owned(),
            };
            let help = nearest.unwrap_or_else(all);
            self.faults.push(Diagnostic::at(self.path, place(word), "unknown-level", message).help(help));
        }
        level
    }
}

/// All that people call something by beside its id.
fn names<'a>(title: &'a str, aliases: Vec<&'a str>) -> Vec<&'a str> {
    [vec![title], aliases].concat()
}
