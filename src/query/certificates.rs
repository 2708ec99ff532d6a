//! `roles certificates`: which certificates sources name, and the roles that they count for.

use crate::app::cli;
use crate::catalog::Catalog;
use crate::catalog::model::CertificateIx;
use crate::catalog::model::preparation::{Certificate, PROFICIENCIES};
use crate::query::namer::Namer;
use crate::query::{Answer, pick, preparation};
use crate::view::error::Error;
use crate::view::{CertificateEntry, CertificatePage, Certificates, CountsFor, Entry, View};

/// Lists certificates; or shows one, and what it counts for.
///
/// # Errors
/// When the certificate is unknown or ambiguous.
pub fn answer<'a>(catalog: Catalog<'a>, args: &cli::CertificateId) -> Result<Answer<'a>, Error> {
    let namer = Namer::new(catalog);
    if args.id.is_empty() {
        let certificates = catalog.certificates().enumerate();
        let entry = |(at, it): (usize, Certificate<'a>)| entry(it, counts_for(&namer, at.into()).len());
        return Ok(View::Certificates(Certificates { certificates: certificates.map(entry).collect() }).into());
    }
    let (word, mut notes) = (args.id.join(" "), Vec::new());
    let at = pick::certificate(&catalog, &word)?.told(&word, &mut notes);
    let counts_for = counts_for(&namer, at);
    let certificate = entry(catalog.certificate(at), counts_for.len());
    Ok(Answer::noted(View::Certificate(CertificatePage { certificate, counts_for }), notes))
}

fn entry(it: Certificate<'_>, roles: usize) -> CertificateEntry<'_> {
    let Certificate { id, title, short, issuer, aliases } = it;
    CertificateEntry { certificate: Entry { id, title }, short, issuer, aliases, roles }
}

/// The roles that a certificate counts for, each by the first of its work roles that names it.
fn counts_for<'a>(namer: &Namer<'a>, certificate: CertificateIx) -> Vec<CountsFor<'a>> {
    let catalog = namer.catalog;
    let mut roles = Vec::new();
    for (role, head) in catalog.heads() {
        let found = preparation::links(&catalog, &catalog.profile(role)).find_map(|(link, record)| {
            let lists = &record.certificates.as_ref()?.certificates;
            let named = PROFICIENCIES.iter().zip(lists).filter(|(_, list)| list.contains(&certificate));
            let proficiencies: Vec<&str> = named.map(|(name, _)| *name).collect();
            (!proficiencies.is_empty()).then_some((link, record, proficiencies))
        });
        roles.extend(found.map(|(link, record, proficiencies)| CountsFor {
            role: namer.head(&head),
            proficiencies,
            work_role: record.title,
            quality: link.quality.name(),
            source: namer.source(record.source),
        }));
    }
    roles
}
