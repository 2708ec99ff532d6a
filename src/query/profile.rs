//! A self-assessment as people write it, and what it claims.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::Deserialize;

use crate::catalog::Catalog;
use crate::catalog::model::{CompetencyIx, Proficiency, RoleIx, ToolIx};
use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::files::SourceFile;
use crate::catalog::read::load;
use crate::catalog::read::schema::{Spanned, place};
use crate::query::{lookup, tool_groups};
use crate::text::suggest;
use crate::view::error::{Error, Fault};
use crate::view::{Entry, Look, Template, TemplateCompetency, TemplateTools, View};

/// What a person claims to master.
#[derive(Debug, Default, Clone)]
pub struct Claims {
    /// The role that the person holds, where the profile says.
    pub role: Option<RoleIx>,
    pub competencies: BTreeMap<CompetencyIx, Proficiency>,
    pub tools: BTreeMap<ToolIx, Proficiency>,
}

/// A profile as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    role: Option<Spanned<String>>,
    competencies: Option<BTreeMap<String, Spanned<String>>>,
    tools: Option<BTreeMap<String, Spanned<String>>>,
}

/// The word for a level that is not claimed at all.
const NONE: &str = "none";

/// Reads what a profile claims.
///
/// # Errors
/// Every fault at once: a misspelt competency or tool, an unknown level, a duplicate key.
pub fn claims(catalog: &Catalog<'_>, file: &SourceFile) -> Result<Claims, Error> {
    let invalid = |faults: Vec<Diagnostic>| {
        let text: Rc<str> = file.text.as_str().into();
        let faults = faults.into_iter().map(|diagnostic| Fault { diagnostic, text: Some(text.clone()) });
        Error::failed(format!("the profile `{}` is not valid", file.path)).faults(faults.collect())
    };
    let written: Written = load::yaml(&file.path, &file.text, load::BY_HAND).map_err(|fault| invalid(vec![fault]))?;
    let mut reading =
        Reading { catalog, file, faults: Vec::new(), claims: Claims::default(), sparing: suggest::Sparing::default() };
    reading.role(written.role.as_ref());
    reading.competencies(&written.competencies.unwrap_or_default());
    reading.tools(&written.tools.unwrap_or_default());
    match reading.faults.is_empty() {
        true => Ok(reading.claims),
        false => Err(invalid(reading.faults)),
    }
}

struct Reading<'r, 'a> {
    catalog: &'r Catalog<'a>,
    file: &'r SourceFile,
    faults: Vec<Diagnostic>,
    claims: Claims,
    sparing: suggest::Sparing,
}

impl Reading<'_, '_> {
    fn role(&mut self, role: Option<&Spanned<String>>) {
        let Some(role) = role else { return };
        match lookup::one(self.catalog, &role.value) {
            Ok(found) => self.claims.role = Some(found.role),
            Err(error) => {
                let fault = Diagnostic::at(&self.file.path, place(role), "unknown-role", error.message);
                self.faults.push(Diagnostic { help: error.hints.into_iter().next(), ..fault });
            }
        }
    }

    fn competencies(&mut self, written: &BTreeMap<String, Spanned<String>>) {
        let ids: Vec<&str> = self.catalog.competencies().map(|competency| competency.id).collect();
        for (id, level) in written {
            let found = ids.iter().position(|known| known == id);
            self.known(found.is_some(), id, level, &ids, ("unknown-competency", "competency"));
            if let (Some(at), Some(level)) = (found, self.level(level)) {
                self.claims.competencies.insert(at.into(), level);
            }
        }
    }

    fn tools(&mut self, written: &BTreeMap<String, Spanned<String>>) {
        let ids: Vec<&str> = self.catalog.tools().map(|tool| tool.id).collect();
        for (id, level) in written {
            let found = ids.iter().position(|known| known == id);
            self.known(found.is_some(), id, level, &ids, ("unknown-tool", "tool"));
            if let (Some(at), Some(level)) = (found, self.level(level)) {
                self.claims.tools.insert(at.into(), level);
            }
        }
    }

    /// Notes a key that nothing is called by; it stands on the line of its value.
    fn known(
        &mut self,
        is_known: bool,
        id: &str,
        level: &Spanned<String>,
        ids: &[&str],
        (rule, what): (&'static str, &str),
    ) {
        if is_known {
            return;
        }
        let mut at = place(level);
        let line = self.file.text.lines().nth((at.line as usize).saturating_sub(1)).unwrap_or("");
        if let Some(column) = line.find(id) {
            at.column = line[..column].chars().count() as u32 + 1;
            at.width = id.chars().count() as u32;
        }
        let fault = Diagnostic::at(&self.file.path, at, rule, format!("no {what} is called `{}`", id.escape_debug()));
        let help = suggest::did_you_mean(&self.sparing.nearest(&self.file.path, id, ids.iter().copied()));
        self.faults.push(Diagnostic { help, ..fault });
    }

    fn level(&mut self, word: &Spanned<String>) -> Option<Proficiency> {
        let level = Proficiency::ALL.into_iter().find(|level| level.name() == word.value);
        if level.is_none() && word.value != NONE {
            let message = format!("no level is called `{}`", word.value.escape_debug());
            let words = [NONE].into_iter().chain(Proficiency::ALL.map(Proficiency::name));
            let nearest = suggest::did_you_mean(&suggest::nearest(&word.value, words, 1));
            let help =
                nearest.unwrap_or_else(|| "levels are none, awareness, working, practitioner and expert".to_owned());
            self.faults.push(Diagnostic::at(&self.file.path, place(word), "unknown-level", message).help(help));
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
    View::Profile(Template { competencies: competencies.collect(), tools: groups.collect() })
}

/// Returns what each level of a competency looks like.
pub fn looks<'a>(competency: &crate::catalog::model::Competency<'a>) -> Vec<Look<'a>> {
    let look = |(level, looks): (Proficiency, &'a str)| Look { proficiency: level.name(), looks };
    Proficiency::ALL.into_iter().zip(competency.looks).map(look).collect()
}
