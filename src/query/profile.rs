//! A self-assessment as people write it, and what it claims.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

use crate::catalog::Catalog;
use crate::catalog::model::{CompetencyIx, Proficiency, RoleIx, ToolIx};
use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::files::SourceFile;
use crate::catalog::read::schema::{Spanned, place};
use crate::catalog::read::yaml;
use crate::query::lookup::Found;
use crate::query::pick::{Choice, Kind, Pick};
use crate::query::{claimed::Claimed, lookup, pick, tool_groups};
use crate::text::harmless::shown;
use crate::text::naming::{Named, Naming};
use crate::text::suggest;
use crate::view::error::{Error, Fault, ticked};
use crate::view::{Entry, Look, Template, TemplateCompetency, TemplateTools, View};

/// What a person claims to master.
#[derive(Debug, Default, Clone)]
pub struct Claims {
    /// The role that the person holds, where the profile says.
    pub role: Option<RoleIx>,
    pub competencies: Claimed<CompetencyIx>,
    pub tools: Claimed<ToolIx>,
    /// What is said to be mastered not at all. It counts like what is not said.
    pub no_competencies: BTreeSet<CompetencyIx>,
    pub no_tools: BTreeSet<ToolIx>,
}

impl Claims {
    /// The word for the level claimed of a competency; none where nothing is said.
    pub fn said(&self, of: CompetencyIx) -> Option<&'static str> {
        let none = || self.no_competencies.contains(&of).then_some(NONE);
        self.competencies.get(&of).map(|level| level.name()).or_else(none)
    }

    /// The same of a tool.
    pub fn said_of_tool(&self, of: ToolIx) -> Option<&'static str> {
        let none = || self.no_tools.contains(&of).then_some(NONE);
        self.tools.get(&of).map(|level| level.name()).or_else(none)
    }
}

/// Levels claimed, by the position of what they are claimed of; and what is said to be mastered not at all.
type Levels = (BTreeMap<usize, Proficiency>, Vec<usize>);

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

/// A profile as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenProfile {
    role: Option<Spanned<String>>,
    competencies: Option<Lines>,
    tools: Option<Lines>,
}

/// Names, each with the level behind it; none where it is left blank.
#[derive(Debug, Default)]
struct Lines(Vec<(Spanned<String>, Option<Spanned<String>>)>);

impl<'de> Deserialize<'de> for Lines {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Each;
        impl<'de> Visitor<'de> for Each {
            type Value = Lines;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Lines, A::Error> {
                let mut lines = Lines::default();
                while let Some(line) = map.next_entry()? {
                    lines.0.push(line);
                }
                Ok(lines)
            }
        }
        from.deserialize_map(Each)
    }
}

/// The word for a level that is not claimed at all.
const NONE: &str = "none";

/// Reads what a profile claims.
///
/// # Errors
/// Every fault at once: an unknown level, a duplicate key. Names that nothing is called by are none.
pub fn read<'a>(catalog: &Catalog<'a>, file: &SourceFile) -> Result<Assessment<'a>, Error> {
    let invalid = |faults: Vec<Diagnostic>| invalid(&file.path, Some(&file.text), faults);
    let written: WrittenProfile =
        yaml::parse(&file.path, &file.text, yaml::BY_HAND).map_err(|fault| invalid(vec![as_lines(fault)]))?;
    let mut reading = Reading::new(catalog, &file.path);
    let held = reading.role(written.role.as_ref());
    reading.competencies(&written.competencies.unwrap_or_default());
    reading.tools(&written.tools.unwrap_or_default());
    let Reading { faults, mut unknown, notes, claims, nones, .. } = reading;
    unknown.sort();
    let is_all_none = nones > 0 && claims.competencies.is_empty() && claims.tools.is_empty();
    let assessment = Assessment { claims, held, unknown, notes, is_all_none };
    match faults.is_empty() {
        true => Ok(assessment),
        false => Err(invalid(faults).warnings(assessment.warnings())),
    }
}

fn is_none(level: &Spanned<String>) -> bool {
    level.value.eq_ignore_ascii_case(NONE)
}

/// Says how a profile lists things: a role's file lists them otherwise.
fn as_lines(fault: Diagnostic) -> Diagnostic {
    let of = |field: &str| fault.rule == "wrong-type" && fault.message.contains(&format!("`{field}` takes fields"));
    // A list of fields is what a role's file has: "fields, not fields" says nothing.
    let listed = |what: &str, fault: Diagnostic| match fault.message.ends_with("not fields") {
        true => Diagnostic { message: format!("`{what}` takes names with levels behind them, not a list"), ..fault },
        false => fault,
    };
    match () {
        () if of("tools") => {
            listed("tools", fault).help("in a profile, a tool a line, with its level behind it: `git: working`")
        }
        () if of("competencies") => listed("competencies", fault)
            .help("in a profile, a competency a line, with its level behind it: `coaching: working`"),
        () => fault,
    }
}

/// Says that a profile is not valid, and where.
pub fn invalid(path: &str, text: Option<&str>, faults: Vec<Diagnostic>) -> Error {
    let text: Option<Rc<str>> = text.map(Rc::from);
    let of_a_profile = |fault: Diagnostic| match fault.rule {
        "file-too-long" => {
            fault.help("a profile is what one person claims: `roles profile > me.yaml` writes an empty one")
        }
        _ => fault,
    };
    let faults = faults.into_iter().map(of_a_profile);
    let faults = faults.map(|diagnostic| Fault { diagnostic, text: text.clone() });
    Error::failed(format!("the profile {} is not valid", ticked(path))).faults(faults.collect())
}

impl Assessment<'_> {
    /// Tells each name that was left out, on one line.
    pub fn warnings(&self) -> Vec<String> {
        const SHOWN: usize = 20;
        let mut warnings: Vec<String> = self.unknown.iter().take(SHOWN).map(left_out).collect();
        if let more @ 1.. = self.unknown.len().saturating_sub(SHOWN) {
            warnings.push(format!("{more} more names of the profile are left out"));
        }
        warnings
    }

    /// Returns the claims of a profile that says something.
    ///
    /// # Errors
    /// Where it says nothing, with what was left out.
    pub fn measurable(&self, path: &str) -> Result<&Claims, Error> {
        let claims = &self.claims;
        if !claims.competencies.is_empty() || !claims.tools.is_empty() {
            return Ok(claims);
        }
        let what = match self.is_all_none {
            true => "says nothing but `none`, which counts as not said",
            false => "says nothing yet",
        };
        let message = format!("the profile {} {what}: there is nothing to measure", ticked(path));
        let error = Error::nothing(message).warnings(self.warnings());
        Err(error.hint("put a level behind a name: awareness, working, practitioner or expert"))
    }
}

fn left_out(fault: &Diagnostic) -> String {
    let Diagnostic { file, line, column, message, help, .. } = fault;
    let help = help.as_ref().map_or(String::new(), |help| format!(" ({help})"));
    format!("{file}:{line}:{column}: {message}: left out{help}")
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
}

impl<'r, 'a> Reading<'r, 'a> {
    fn new(catalog: &'r Catalog<'a>, path: &'r str) -> Self {
        Self {
            catalog,
            path,
            faults: Vec::new(),
            unknown: Vec::new(),
            notes: Vec::new(),
            claims: Claims::default(),
            nones: 0,
            sparing: suggest::SuggestionBudget::default(),
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
                let help = suggest::did_you_mean(&lookup::suggested(self.catalog, &role.value));
                let fault = Diagnostic::at(self.path, place(role), "unknown-role", error.message);
                self.unknown.push(Diagnostic { help, ..fault });
                None
            }
        }
    }

    fn competencies(&mut self, lines: &Lines) {
        let known: Vec<(&str, Vec<&str>)> =
            self.catalog.competencies().map(|it| (it.id, names(it.title, it.aliases))).collect();
        let (levels, nones) = self.levels(lines, &known, &pick::COMPETENCY);
        self.claims.no_competencies = nones.into_iter().map(CompetencyIx::from).collect();
        self.claims.competencies = levels.into_iter().map(|(at, level)| (at.into(), level)).collect();
    }

    fn tools(&mut self, lines: &Lines) {
        let known: Vec<(&str, Vec<&str>)> =
            self.catalog.tools().map(|tool| (tool.id, names(tool.title, tool.aliases))).collect();
        let (levels, nones) = self.levels(lines, &known, &pick::TOOL);
        self.claims.no_tools = nones.into_iter().map(ToolIx::from).collect();
        self.claims.tools = levels.into_iter().map(|(at, level)| (at.into(), level)).collect();
    }

    fn levels(&mut self, Lines(lines): &Lines, known: &[(&'a str, Vec<&'a str>)], kind: &Kind) -> Levels {
        let naming = Naming::new(known.iter().map(|(id, names)| (*id, names.iter().copied())));
        let mut seen: BTreeMap<usize, &str> = BTreeMap::new();
        let (mut levels, mut nones) = (BTreeMap::new(), Vec::new());
        for (name, level) in lines {
            let is_none = level.as_ref().is_some_and(is_none);
            let level = level.as_ref().and_then(|level| self.level(level));
            let Some(at) = self.named(name, &naming, known, kind) else { continue };
            if let Some(first) = seen.insert(at, &name.value) {
                self.faults.push(self.again(name, first));
            }
            levels.extend(level.map(|level| (at, level)));
            nones.extend(is_none.then_some(at));
        }
        (levels, nones)
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
            known.iter().enumerate().map(|(at, known)| Choice { at, names: names(known) }).collect();
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
        let listed = || format!("`{}` lists them", kind.listing);
        fault.help(elsewhere().or_else(|| suggest::did_you_mean(&ids)).unwrap_or_else(listed))
    }

    /// Says that a name stands under the wrong one of the two lists.
    fn elsewhere(&self, name: &str, kind: &Kind) -> Option<String> {
        let is_named = |id: &str, names: &[&str]| {
            id.eq_ignore_ascii_case(name) || names.iter().any(|known| known.eq_ignore_ascii_case(name))
        };
        let (what, id) = match kind.what == pick::TOOL.what {
            true => {
                let found =
                    self.catalog.competencies().find(|it| is_named(it.id, &names(it.title, it.aliases.clone())));
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

    fn level(&mut self, word: &Spanned<String>) -> Option<Proficiency> {
        let level = Proficiency::ALL.into_iter().find(|level| level.name().eq_ignore_ascii_case(&word.value));
        let is_none = is_none(word);
        self.nones += usize::from(is_none);
        if level.is_none() && !is_none && !word.value.trim().is_empty() {
            let message = format!("no level is called `{}`", shown(&word.value));
            let words = [NONE].into_iter().chain(Proficiency::ALL.map(Proficiency::name));
            let nearest = suggest::did_you_mean(&suggest::nearest(&word.value, words, 1));
            let help =
                nearest.unwrap_or_else(|| "levels are none, awareness, working, practitioner and expert".to_owned());
            self.faults.push(Diagnostic::at(self.path, place(word), "unknown-level", message).help(help));
        }
        level
    }
}

/// `roles profile`: an empty self-assessment, valid as it is printed.
pub fn template<'a>(catalog: Catalog<'a>) -> View<'a> {
    let competencies = catalog.competencies().map(|competency| TemplateCompetency {
        competency: Entry { id: competency.id, title: competency.title },
        definition: competency.definition,
        levels: looks(&competency),
    });
    let groups = tool_groups(&catalog).into_iter().map(|(group, tools)| TemplateTools { group, tools });
    let ids = || catalog.heads().map(|(_, head)| head.id);
    let role = ids().find(|id| *id == "senior-software-engineer").or_else(|| ids().next());
    View::Profile(Template { role, competencies: competencies.collect(), tools: groups.collect() })
}

/// Returns what each level of a competency looks like.
pub fn looks<'a>(competency: &crate::catalog::model::Competency<'a>) -> Vec<Look<'a>> {
    let look = |(level, looks): (Proficiency, &'a str)| Look { proficiency: level.name(), looks };
    Proficiency::ALL.into_iter().zip(competency.looks).map(look).collect()
}

/// All that people call something by beside its id.
fn names<'a>(title: &'a str, aliases: Vec<&'a str>) -> Vec<&'a str> {
    [vec![title], aliases].concat()
}
