//! What a listing shows of a role, from its files.

use crate::catalog::model::{Elsewhere, Head, Level};
use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::schema::{Spanned, Whole, place};
use crate::catalog::resolve::codes::Codes;
use crate::catalog::resolve::draft::Draft;
use crate::catalog::resolve::faults::Faults;
use crate::catalog::resolve::vocabulary::address;
use crate::catalog::resolve::written::{MergedRole, Stated};
use crate::text::harmless::shown;
use crate::text::hint::{Ask, Hint, hint};
use crate::text::suggest;

pub fn head<'a>(
    draft: &Draft<'a>,
    written: &MergedRole<'a>,
    codes: &Codes<'a>,
    faults: &mut Faults,
) -> Option<Head<'a>> {
    let title = faults.keep(required(written, written.title, "title"));
    let family = faults.keep(family(draft, written));
    let track = faults
        .keep(required(written, written.track, "track").and_then(|said| draft.tracks.look_up(said.file, said.value)));
    let level = faults.keep(required(written, written.level, "level").and_then(|said| level(draft, said)));
    let elsewhere = elsewhere(written, codes, faults);
    Some(Head {
        id: written.id,
        title: title?.value.value.trim(),
        family: family?.into(),
        track: track?.into(),
        level: level?,
        hidden: written.hidden,
        origins: written.origins(),
        elsewhere,
    })
}

/// The page that the file states, or that of the first O*NET occupation.
fn elsewhere<'a>(written: &MergedRole<'a>, codes: &Codes<'a>, faults: &mut Faults) -> Elsewhere<'a> {
    let stated = written.url.and_then(|said| faults.keep(address(said.file, said.value)));
    let first = codes.onet.first().copied();
    stated.map(Elsewhere::Stated).or(first.map(Elsewhere::Onet)).unwrap_or_default()
}

/// Returns a field that every role has.
pub fn required<'a, T>(
    written: &MergedRole<'a>,
    field: Option<Stated<'a, T>>,
    name: &str,
) -> Result<Stated<'a, T>, Diagnostic> {
    field.ok_or_else(|| {
        let message = format!("the role `{}` has no {name}", written.id);
        let new = hint![Ask::of("new").word("ID"), " writes one with each field explained"];
        let help = Hint::from(format!("add `{name}:` to the file")).or(new);
        Diagnostic::of_file(written.file, "missing-field", message).help(help)
    })
}

/// The family is stated, or it is the folder that the file lies in.
fn family(draft: &Draft<'_>, written: &MergedRole<'_>) -> Result<usize, Diagnostic> {
    if let Some(said) = written.family {
        return draft.families.look_up(said.file, said.value);
    }
    draft.families.find(written.folder).ok_or_else(|| {
        let ids = draft.families.records.iter().map(|family| family.id);
        let nearest = suggest::did_you_mean(&suggest::nearest(written.folder, ids, 3));
        let message = match written.folder {
            "" => format!("the role `{}` has no family", written.id),
            folder => format!("no family is called `{}`, and the file states none", shown(folder)),
        };
        let help = nearest.unwrap_or_else(|| "put the file into a family's folder, or add `family:`".to_owned());
        Diagnostic::of_file(written.file, "unknown-family", message).help(help)
    })
}

fn level(draft: &Draft<'_>, said: Stated<'_, Spanned<Whole<u8>>>) -> Result<u8, Diagnostic> {
    let rank = said.value.value.0;
    draft.levels.get(&rank).map(|level| level.rank).ok_or_else(|| {
        Diagnostic::at(said.file, place(said.value), "unknown-level", format!("no level has the rank {rank}"))
            .help(levels_there_are(draft))
    })
}

/// Says which ranks the catalog has, and what they are called.
fn levels_there_are(draft: &Draft<'_>) -> Hint {
    let called = |level: &Level<'_>| {
        let name = level.names.last().map_or(String::new(), |name| format!(" ({})", shown(name.name)));
        format!("{}{name}", level.rank)
    };
    let (lowest, highest) = (draft.levels.values().next(), draft.levels.values().next_back());
    match (lowest, highest) {
        (Some(lowest), Some(highest)) if lowest.rank < highest.rank => {
            let run = format!("levels run from {} to {}", called(lowest), called(highest));
            Hint::from(run).or(hint![Ask::of("levels"), " lists them"])
        }
        (Some(only), _) => format!("the only level is {}", called(only)).into(),
        _ => "a new level is an entry of vocabulary/levels.yaml".into(),
    }
}
