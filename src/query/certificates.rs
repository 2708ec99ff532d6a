//! `roles certificates`: which certificates sources name, and the roles that they count for.

use std::collections::{HashMap, HashSet};

use crate::catalog::Catalog;
use crate::catalog::model::preparation::{Certificate, PROFICIENCIES};
use crate::catalog::model::{CertificateIx, Head, RoleIx};
use crate::query::namer::Namer;
use crate::query::pick::Reading;
use crate::query::{Answer, pick, preparation, required};
use crate::request;
use crate::text::hint::{Ask, hint};
use crate::view::error::{Error, ticked};
use crate::view::{CertificateEntry, CertificatePage, Certificates, CountsFor, Entry, RequiredBy, View};

/// Lists certificates; or shows one, and what it counts for.
///
/// # Errors
/// When the certificate is unknown or ambiguous.
pub fn answer<'a>(catalog: Catalog<'a>, args: &request::CertificateId) -> Result<Answer<'a>, Error> {
    let namer = Namer::new(catalog);
    if args.id.is_empty() {
        let counts = counts(&catalog);
        let entry = |(at, it)| entry(it, counts.get(&CertificateIx::from(at)).copied().unwrap_or(0));
        let certificates = catalog.certificates().enumerate().map(entry).collect();
        return Ok(View::Certificates(Certificates { certificates }).into());
    }
    let (word, mut notes) = (args.id.join(" "), Vec::new());
    let found = pick::certificate(&catalog, &word).map_err(|error| one_of(&catalog, &args.id, error));
    let at = found?.told(&word, &mut notes);
    let counts_for = counts_for(&namer, at);
    let required_by = required_by(&namer, &required::names(&catalog.certificate(at)));
    let certificate = entry(catalog.certificate(at), counts_for.len());
    Ok(Answer::noted(View::Certificate(CertificatePage { certificate, counts_for, required_by }), notes))
}

/// Says that one certificate is asked for, where several words are one each; else what was said.
fn one_of(catalog: &Catalog<'_>, words: &[String], error: Error) -> Error {
    let read = |word: &String| pick::certificate_read(catalog, word, Reading::Whole).ok().flatten();
    let found: Vec<_> = words.iter().filter_map(read).collect();
    let one = |id: &str| Ask::of("certificates").word(id);
    match found.as_slice() {
        [first, second, ..] => {
            Error::failed(format!("one certificate is asked for, and {} are several", ticked(&words.join(" "))))
                .hint(hint![one(first.id), ", then ", one(second.id)])
        }
        [only] if words.len() > 1 => {
            Error { hints: Vec::new(), ..error }.hint(hint!["one is asked for: ", one(only.id)])
        }
        _ => error,
    }
}

/// The roles for which a company asks for a certificate.
fn required_by<'a>(namer: &Namer<'a>, names: &[&str]) -> Vec<RequiredBy<'a>> {
    let origin = |role| namer.catalog.prose(role).requires.map_or("", |it| namer.origin(it.origin));
    let roles = required::roles(&namer.catalog, names).into_iter();
    roles.map(|role| RequiredBy { role: namer.role(role), catalog: origin(role) }).collect()
}

fn entry(it: Certificate<'_>, roles: usize) -> CertificateEntry<'_> {
    let Certificate { id, title, short, issuer, aliases } = it;
    CertificateEntry { certificate: Entry { id, title }, short, issuer, aliases, roles }
}

/// For how many roles each certificate counts. A role is read once for all of them.
fn counts(catalog: &Catalog<'_>) -> HashMap<CertificateIx, usize> {
    let mut counts = HashMap::new();
    for (role, _) in catalog.heads() {
        let profile = catalog.profile(role);
        let lists = preparation::links(catalog, &profile).filter_map(|(_, record)| record.certificates);
        let named: HashSet<CertificateIx> = lists.flat_map(|it| it.certificates).flatten().collect();
        named.into_iter().for_each(|certificate| *counts.entry(certificate).or_default() += 1);
    }
    counts
}

/// The roles that a certificate counts for, each by the first of its work roles that names it.
fn counts_for<'a>(namer: &Namer<'a>, certificate: CertificateIx) -> Vec<CountsFor<'a>> {
    let roles = namer.catalog.heads();
    roles.filter_map(|(role, head)| counting(namer, role, &head, certificate)).collect()
}

/// How a certificate counts for a role: by the first of its work roles that names it.
pub fn counting<'a>(
    namer: &Namer<'a>,
    role: RoleIx,
    head: &Head<'a>,
    certificate: CertificateIx,
) -> Option<CountsFor<'a>> {
    let catalog = namer.catalog;
    preparation::links(&catalog, &catalog.profile(role)).find_map(|(link, record)| {
        let lists = &record.certificates.as_ref()?.certificates;
        let named = PROFICIENCIES.iter().zip(lists).filter(|(_, list)| list.contains(&certificate));
        let proficiencies: Vec<&str> = named.map(|(name, _)| *name).collect();
        (!proficiencies.is_empty()).then(|| CountsFor {
            role: namer.head(head),
            proficiencies,
            work_role: record.title,
            quality: link.quality.name(),
            source: namer.source(record.source),
        })
    })
}
