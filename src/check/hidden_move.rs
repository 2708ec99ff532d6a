//! What a role's file says of other roles is shown, or else it is a mistake.

use crate::catalog::Catalog;
use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::load::RoleFile;
use crate::catalog::read::schema::{Word, place};
use crate::check::{Rule, Subject};

pub static RULE: Rule = Rule {
    name: "hidden-move",
    what: "no move and no ladder leads to a role that is hidden",
    why: "nobody would see it: what the file says of it is lost",
    mend: "take it out, or take `hidden: true` out of the other's file",
    look: Some(look),
};

fn look(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let Some(catalog) = subject.catalog else { return Vec::new() };
    subject.layer.roles.iter().flat_map(|file| in_role(&catalog, file)).collect()
}

fn in_role(catalog: &Catalog<'_>, file: &RoleFile) -> Vec<Diagnostic> {
    // What leads to a role that another stands for leads to that one.
    let is_replaced = |id: &str| catalog.stand_ins().any(|(_, old)| old == id);
    let is_hidden = |id: &str| catalog.find_id(id).is_some_and(|role| catalog.head(role).hidden) && !is_replaced(id);
    if is_hidden(&file.id) {
        return Vec::new();
    }
    let moves = file.role.prerequisites.iter().chain(&file.role.lateral).flatten();
    let ladder = file.role.ladder.iter().flat_map(|step| std::iter::once(&step.of).chain(&step.joins));
    let fault = |what: &str, word: &Word| {
        let message = format!("`{}` is hidden: {what} `{}` leads there unseen", word.value, file.id);
        Diagnostic::at(&file.file, place(word), RULE.name, message).help(RULE.mend)
    };
    let moves = moves.filter(|word| is_hidden(&word.value)).map(|word| fault("a move of", word));
    let ladder = ladder.filter(|word| is_hidden(&word.value)).map(|word| fault("the ladder of", word));
    moves.chain(ladder).collect()
}
