//! What companies ask for in words of their own, beside the certificates that sources name.

use crate::catalog::Catalog;
use crate::catalog::model::RoleIx;
use crate::catalog::model::preparation::Certificate;
use crate::text::fold;

/// The names by which a company may ask for a certificate.
pub fn names<'a>(certificate: &Certificate<'a>) -> Vec<&'a str> {
    let Certificate { id, title, short, aliases, .. } = certificate;
    [*id, *title, *short].into_iter().chain(aliases.iter().copied()).collect()
}

/// Returns the roles whose file asks for a certificate by one of its names, alone or among other words.
pub fn roles(catalog: &Catalog<'_>, names: &[&str]) -> Vec<RoleIx> {
    let asks = |role: &RoleIx| {
        let requires = catalog.prose(*role).requires;
        requires.iter().flat_map(|it| &it.certificates).any(|said| names.iter().any(|name| is_named(name, said)))
    };
    catalog.heads().map(|(role, _)| role).filter(asks).collect()
}

/// Tells whether words of a company name a certificate: `CISSP, or near it`.
fn is_named(name: &str, said: &str) -> bool {
    let words = fold::words(name);
    !words.is_empty() && fold::words(said).windows(words.len()).any(|run| run == words)
}

#[cfg(test)]
mod tests {
    use super::is_named;

    #[test]
    fn a_certificate_is_named_by_whole_words_with_their_signs() {
        assert!(is_named("CISSP", "CISSP, or near it"));
        assert!(is_named("Security+", "CompTIA Security+ within a year"));
        assert!(!is_named("Security+", "a security course"));
        assert!(!is_named("CISA", "CISAnything"));
    }
}
