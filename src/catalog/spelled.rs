//! Whether a name is written as it was typed, where nothing but exact names counts: in any case, with blanks, hyphens
//! or nothing between its words, and with no sign more or less.

use crate::catalog::Catalog;
use crate::catalog::model::RoleIx;
use crate::text::fold;

/// Whether one of a role's names is spelled so. What stands for a role that is hidden has its names too, of which
/// nothing but letters is kept.
pub fn is_spelled(catalog: &Catalog<'_>, role: RoleIx, is_replaced: bool, typed: &str) -> bool {
    let written = spelling(typed);
    let is_it = |name: &str| spelling(name) == written;
    let (head, prose) = (catalog.head(role), catalog.prose(role));
    let has_signs = written.chars().any(|c| !c.is_alphanumeric());
    let own = [head.id, head.title].into_iter().chain(prose.aliases.iter().map(|alias| alias.name));
    !has_signs && is_replaced
        || own.chain(prose.replaces.iter().copied()).any(is_it)
        || catalog.abroad(role).translations().iter().flat_map(|it| it.names.iter()).any(|name| is_it(name))
}

/// A name without what may stand between its words.
pub fn spelling(name: &str) -> String {
    let is_between = |c: char| c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}');
    fold::letters(name).chars().filter(|c| !is_between(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::spelling;

    #[test]
    fn a_name_is_spelled_in_any_case_and_with_anything_between_its_words() {
        assert_eq!(spelling("Chief-Technology Officer"), spelling("chieftechnologyofficer"));
        assert_ne!(spelling("cto#"), spelling("cto"));
        assert_eq!(spelling("Önceki Yazılımcı"), "oncekiyazilimci");
    }
}
