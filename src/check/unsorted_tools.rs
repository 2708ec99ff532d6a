//! The tools of the vocabulary are sorted, so that one is found, or seen to be missing.

use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::schema::place;
use crate::check::{Rule, Subject};

pub static RULE: Rule = Rule {
    name: "unsorted-tools",
    what: "vocabulary/tools.yaml is sorted by id",
    why: "in a sorted list, what is missing is seen to be missing",
    mend: "move the entry to its place",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let pairs = subject.layer.tools.windows(2).filter_map(|pair| {
        let (before, tool) = (&pair[0].value.id, &pair[1].value.id);
        let is_unsorted = pair[0].file == pair[1].file && before.value > tool.value;
        let message = format!("`{}` stands after `{}`", tool.value, before.value);
        is_unsorted.then(|| Diagnostic::at(&pair[1].file, place(tool), RULE.name, message).help(RULE.mend))
    });
    pairs.collect()
}
