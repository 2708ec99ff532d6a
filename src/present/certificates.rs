//! Certificates, and the roles that they count for.

use crate::present::document::{Block, Column, Listing, Table};
use crate::present::figures::{count, role_name};
use crate::present::label::Label;
use crate::present::records::{Audience, Record, Records};
use crate::present::text::{labelled, row};
use crate::text::hint::{Ask, hint};
use crate::view::{CertificateEntry, CertificatePage, Certificates, CountsFor, RequiredBy};

pub fn document(list: &Certificates<'_>) -> Vec<Block> {
    let row = |it: &CertificateEntry<'_>| {
        row![
            labelled(Label::Id, it.certificate.id),
            labelled(Label::Name, it.certificate.title),
            it.short,
            it.issuer,
            it.roles.to_string(),
        ]
    };
    let columns = vec![
        Column::left("id"),
        Column::text("title").cut(),
        Column::left("name"),
        Column::left("issuer"),
        Column::right("roles"),
    ];
    let rows = list.certificates.iter().map(row).collect();
    vec![
        Block::Listing(Listing {
            table: Table { columns, rows, titled: true },
            group: 3,
            cut: 1,
            least: 2,
            readable: <Listing>::WHOLE,
        }),
        Block::Gap,
        Block::Hint(hint![
            "None is required: each is one of several that count. For which roles: ",
            Ask::of("certificates").word("ID"),
        ]),
    ]
}

pub fn records<'v>(list: &'v Certificates<'_>, audience: Audience) -> Records<'v> {
    let records = list.certificates.iter().map(|it| entry(audience.record(""), it)).collect();
    Records { fields: &["id", "short", "title", "issuer", "aliases", "roles"], records }
}

fn entry<'v>(record: Record<'v>, it: &'v CertificateEntry<'_>) -> Record<'v> {
    record
        .text("id", it.certificate.id)
        .text("short", it.short)
        .text("title", it.certificate.title)
        .text("issuer", it.issuer)
        .exact("aliases", it.aliases.join(", "))
        .said(count(it.roles, "role"))
        .exact("roles", it.roles)
}

pub fn page_document(page: &CertificatePage<'_>) -> Vec<Block> {
    let it = &page.certificate;
    let mut blocks = vec![
        Block::title(labelled(Label::Title, it.certificate.title), it.certificate.id),
        Block::line(labelled(Label::Aside, &format!("{} · {}", it.short, it.issuer))),
    ];
    if !page.required_by.is_empty() {
        blocks.push(Block::heading("Asked for", "by the catalog that is named, in words of its own"));
        let row = |it: &RequiredBy<'_>| row![role_name(Label::Name, &it.role), labelled(Label::Aside, it.catalog)];
        let columns = vec![Column::left("role"), Column::left("catalog")];
        let rows = page.required_by.iter().map(row).collect();
        blocks.push(Block::Table(Table { columns, rows, titled: true }));
    }
    blocks.push(Block::heading("Counts for", "as one of several, for the employer's own staff; never required"));
    let row = |it: &CountsFor<'_>| {
        let of = format!("“{}”, {}, {}", it.work_role, it.quality, it.source.short);
        row![role_name(Label::Name, &it.role), it.proficiencies.join(", "), labelled(Label::Aside, &of)]
    };
    if page.counts_for.is_empty() {
        blocks.push(Block::paragraph("No role."));
        return blocks;
    }
    let columns = vec![Column::text("role").cut(), Column::text("level"), Column::prose("by the work role")];
    let rows = page.counts_for.iter().map(row).collect();
    blocks.push(Block::Table(Table { columns, rows, titled: true }));
    blocks
}

pub fn page_records<'v>(page: &'v CertificatePage<'_>, audience: Audience) -> Records<'v> {
    let mut records = vec![entry(audience.record("certificate"), &page.certificate)];
    records.extend(page.counts_for.iter().map(|it| {
        audience
            .record("role")
            .text("role", it.role.id)
            .text("title", it.role.title)
            .text("level", it.proficiencies.join(", "))
            .text("work_role", it.work_role)
            .text("match", it.quality)
            .text("source", it.source.id)
    }));
    records.extend(page.required_by.iter().map(|it| {
        let record = audience.record("required-by").text("role", it.role.id).text("title", it.role.title);
        record.text("catalog", it.catalog)
    }));
    const FIELDS: &[&str] = &[
        "kind",
        "id",
        "short",
        "title",
        "issuer",
        "aliases",
        "roles",
        "role",
        "level",
        "work_role",
        "match",
        "source",
        "catalog",
    ];
    Records { fields: FIELDS, records }
}
