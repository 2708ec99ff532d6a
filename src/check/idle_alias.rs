//! An alias says what no other name says.

use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::load::{In, Layer};
use crate::catalog::read::schema::{Word, place};
use crate::check::{Rule, Subject};
use crate::text::fold;
use crate::text::harmless::shown;

pub static RULE: Rule = Rule {
    name: "idle-alias",
    what: "an alias differs from the title and from other aliases by more than capitals; a role's by letters and digits",
    why: "names are compared without them: it finds nothing more, and stands on the page twice",
    mend: "take one of the two out",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let Layer { roles, tools, competencies, certificates, regions, levels, .. } = subject.layer;
    let roles = roles.iter().flat_map(|it| idle(&it.file, &it.role.title, &it.role.aliases, folded));
    let tools = tools.iter().flat_map(|In { file, value }| idle(file, &value.title, &value.aliases, typed));
    let regions = regions.iter().flat_map(|In { file, value }| idle(file, &value.name, &value.aliases, typed));
    let competencies = competencies.iter();
    let competencies = competencies.flat_map(|In { file, value }| idle(file, &value.title, &value.aliases, typed));
    let certificates = certificates.iter();
    let certificates = certificates.flat_map(|In { file, value }| idle(file, &value.title, &value.aliases, typed));
    let names = levels.iter().flat_map(|level| level.value.names.iter().map(move |name| (&level.file, name)));
    let levels = names.flat_map(|(file, name)| idle(file, &name.name, &name.aliases, typed));
    roles.chain(tools).chain(competencies).chain(certificates).chain(regions).chain(levels).collect()
}

/// Returns a fault for each alias that is the title, or an earlier alias, in other letters. One that stands
/// there twice to the letter is told while files are read.
fn idle(file: &str, title: &Option<Word>, aliases: &Option<Vec<Word>>, typed: fn(&Word) -> String) -> Vec<Diagnostic> {
    let mut seen: Vec<(String, &Word)> = title.iter().map(|word| (typed(word), word)).collect();
    let mut faults = Vec::new();
    for alias in aliases.iter().flatten() {
        let key = typed(alias);
        if key.is_empty() {
            continue;
        }
        let Some((_, first)) = seen.iter().find(|(other, _)| *other == key) else {
            seen.push((key, alias));
            continue;
        };
        let is_title = title.as_ref().is_some_and(|title| std::ptr::eq(title, *first));
        let message = match is_title {
            true => format!("the alias `{}` is the title", shown(&alias.value)),
            false if first.value == alias.value => continue,
            false => format!("the alias `{}` is `{}` in other letters", shown(&alias.value), shown(&first.value)),
        };
        faults.push(Diagnostic::at(file, place(alias), RULE.name, message).help("take it out"));
    }
    faults
}

/// A role is found by its letters and digits alone.
fn folded(word: &Word) -> String {
    fold::key(&word.value)
}

/// `c`, `c++` and `c#` are three.
fn typed(word: &Word) -> String {
    word.value.trim().to_lowercase()
}
