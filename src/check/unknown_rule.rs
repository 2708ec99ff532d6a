//! The rules that a catalog says it is not held to are rules.

use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::schema::place;
use crate::check::{Rule, Subject, skippable};
use crate::text::harmless::shown;
use crate::text::hint::{Ask, Hint, hint};
use crate::text::suggest;

pub static RULE: Rule = Rule {
    name: "unknown-rule",
    what: "what `rules: {skip: …}` of catalog.yaml names is a rule, or a group of them",
    why: "a mistyped one would skip nothing",
    mend: "use a name that `roles check --list-rules` lists, or `house`, `editorial` or `warning`",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let names = skippable();
    let words =
        subject.layer.about.iter().flat_map(|about| about.value.rules.skip.iter().map(move |word| (about, word)));
    let unknown = words.filter(|(_, word)| !names.contains(&&*word.value)).map(|(about, word)| {
        let message = format!("no rule is called `{}`", shown(&word.value));
        let nearest = suggest::nearest(&word.value, names.iter().copied(), 3);
        let help = suggest::did_you_mean(&nearest)
            .map_or_else(|| hint![Ask::of("check").word("--list-rules"), " lists them"], Hint::from);
        Diagnostic::at(&about.file, place(word), RULE.name, message).help(help)
    });
    unknown.collect()
}
