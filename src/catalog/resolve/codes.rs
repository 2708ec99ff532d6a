//! Where the outside codes of a role lead, in the tables of evidence.

use crate::catalog::model::evidence::Usage;
use crate::catalog::model::{Match, Occupation, Scheme};
use crate::catalog::read::diagnostic::{Diagnostic, FileOf};
use crate::catalog::read::schema;
use crate::catalog::read::schema::{Word, place};
use crate::catalog::resolve::draft::{Draft, ESCO, GDAD, ONET};
use crate::catalog::resolve::faults::Faults;
use crate::catalog::resolve::standards;
use crate::catalog::resolve::written::{MergedRole, Stated};
use crate::catalog::score::matches::Link;
use crate::text::harmless::shown;
use crate::text::hint::{Ask, Hint, hint};
use crate::text::suggest;

/// A role's codes, as positions in the evidence tables.
#[derive(Default)]
pub struct Codes<'a> {
    /// The role's own O*NET occupations, by code.
    pub onet: Vec<&'a str>,
    /// The occupations whose technologies count: the role's own, and the nearest where those list none.
    pub equipped: Vec<&'a str>,
    /// The records of frameworks.
    pub links: Vec<Link>,
    pub usage: Vec<usize>,
    pub occupations: Vec<Occupation<'a>>,
}

/// A framework that a field of its own names.
struct Field {
    source: &'static str,
    scheme: Scheme,
    /// What one of its records is called: `O*NET occupation`.
    what: &'static str,
    quality: Option<Match>,
}

const OWN: Field = Field { source: ONET, scheme: Scheme::Onet, what: "O*NET occupation", quality: None };
const NEAREST: Field =
    Field { source: ONET, scheme: Scheme::Nearest, what: "O*NET occupation", quality: Some(Match::Proxy) };
const OF_ESCO: Field = Field { source: ESCO, scheme: Scheme::Esco, what: "ESCO occupation", quality: None };

impl<'a> Codes<'a> {
    /// Follows the codes, and notes those that lead nowhere.
    pub fn follow(draft: &Draft<'a>, written: &MergedRole<'a>, faults: &mut Faults) -> Self {
        let mut codes = Self { usage: usage(draft, written, faults), ..Self::default() };
        if let Some(said) = written.occupations {
            codes.follow_field(draft, said.file, &OWN, &said.value.onet, faults);
            let is_rated = |link: &Link| !draft.evidence.records[link.record as usize].cells.is_empty();
            // A nearest occupation stands in only where O*NET rates none of the role's own.
            let is_near = !codes.links.iter().any(is_rated);
            codes.onet = codes.occupations.iter().map(|occupation| occupation.code).collect();
            let (links, occupations) = (codes.links.len(), codes.occupations.len());
            codes.follow_field(draft, said.file, &NEAREST, &said.value.nearest, faults);
            if !is_near {
                codes.links.truncate(links);
                codes.occupations.truncate(occupations);
            }
            codes.equipped = codes.occupations.iter().map(|occupation| occupation.code).collect();
            if codes.onet.iter().any(|code| draft.technologies(code).next().is_some()) {
                codes.equipped.truncate(codes.onet.len());
            }
            codes.follow_field(draft, said.file, &OF_ESCO, &said.value.esco, faults);
            codes.follow_gdad(draft, said, faults);
            codes.follow_ladders(draft, said, faults);
            codes.follow_frameworks(draft, said, faults);
            for code in &said.value.isco {
                faults.keep(standards::isco(said.file, code));
            }
            for code in &said.value.nice {
                faults.keep(standards::nice(said.file, code));
            }
            codes.plain(Scheme::Isco, &said.value.isco);
            codes.plain(Scheme::Nice, &said.value.nice);
        }
        codes
    }

    fn follow_field(
        &mut self,
        draft: &Draft<'a>,
        file: FileOf<'_>,
        field: &Field,
        codes: &'a [Word],
        faults: &mut Faults,
    ) {
        let Field { source, scheme, what, quality } = *field;
        for code in codes {
            let found = draft.framework(source).and_then(|at| draft.record(at, &code.value));
            let unknown = || unknown(draft, file, code, what, codes_of(draft, source));
            let found = found.ok_or_else(|| retired(file, code).unwrap_or_else(unknown));
            let Some(record) = faults.keep(found) else { continue };
            let title = draft.evidence.records[record as usize].title;
            let title = if title == &*code.value { "" } else { title };
            self.links.push(Link { record, quality });
            self.occupations.push(Occupation { scheme, source, code: &code.value, title });
        }
    }

    fn follow_gdad(&mut self, draft: &Draft<'a>, said: Stated<'a, schema::Occupations>, faults: &mut Faults) {
        let Some(schema::GdadLevel { role, level }) = &said.value.gdad else { return };
        let found = draft.framework(GDAD).and_then(|at| draft.record(at, &format!("{} / {}", role.value, level.value)));
        let found = found.ok_or_else(|| {
            let known = || codes_of(draft, GDAD).filter_map(|code| code.split_once(" / "));
            match known().any(|(known, _)| known == &*role.value) {
                true => {
                    let levels = known().filter(|(known, _)| *known == &*role.value).map(|(_, level)| level);
                    unknown(draft, said.file, level, "level of that GDaD role", levels)
                }
                false => unknown(draft, said.file, role, "GDaD role", known().map(|(role, _)| role)),
            }
        });
        self.links.extend(faults.keep(found).map(|record| Link { record, quality: None }));
        let (code, title) = (role.value.as_ref(), level.value.as_ref());
        self.occupations.push(Occupation { scheme: Scheme::Gdad, source: GDAD, code, title });
    }

    fn follow_ladders(&mut self, draft: &Draft<'a>, said: Stated<'a, schema::Occupations>, faults: &mut Faults) {
        for schema::LadderPosition { source, position } in &said.value.ladders {
            let what = "position of that ladder";
            let Some(record) = faults.keep(sourced(draft, said.file, source, position, what)) else { continue };
            let (code, title) = (source.value.as_ref(), position.value.as_ref());
            self.links.push(Link { record, quality: None });
            self.occupations.push(Occupation { scheme: Scheme::Ladder, source: code, code, title });
        }
    }

    fn follow_frameworks(&mut self, draft: &Draft<'a>, said: Stated<'a, schema::Occupations>, faults: &mut Faults) {
        for schema::MappedRecord { source, record: code, quality } in &said.value.frameworks {
            let what = "record of that framework";
            let Some(record) = faults.keep(sourced(draft, said.file, source, code, what)) else { continue };
            self.links.push(Link { record, quality: Some(*quality) });
            let title = draft.evidence.records[record as usize].title;
            let title = if title == &*code.value { "" } else { title };
            let (source, code) = (source.value.as_ref(), code.value.as_ref());
            self.occupations.push(Occupation { scheme: Scheme::Framework, source, code, title });
        }
    }

    /// Codes that no evidence table of ours is keyed by.
    fn plain(&mut self, scheme: Scheme, codes: &'a [Word]) {
        let occupation = |code: &'a Word| Occupation { scheme, source: "", code: &code.value, title: "" };
        self.occupations.extend(codes.iter().map(occupation));
    }
}

/// Finds the record of a source that a role's file names.
fn sourced(draft: &Draft<'_>, file: FileOf<'_>, source: &Word, code: &Word, what: &str) -> Result<u32, Diagnostic> {
    draft.source(file, source)?;
    let found = draft.framework(&source.value).and_then(|at| draft.record(at, &code.value));
    found.ok_or_else(|| unknown(draft, file, code, what, codes_of(draft, &source.value)))
}

/// The codes that a framework has.
fn codes_of<'d, 'a>(draft: &'d Draft<'a>, source: &str) -> impl Iterator<Item = &'a str> + use<'d, 'a> {
    let at = draft.framework(source);
    draft.evidence.records.iter().filter(move |record| Some(record.framework) == at).map(|record| record.code)
}

/// Says that the evidence has no such entry, with the nearest of those that it has.
fn unknown<'n>(
    draft: &Draft<'_>,
    file: FileOf<'_>,
    word: &Word,
    what: &str,
    candidates: impl Iterator<Item = &'n str>,
) -> Diagnostic {
    let nearest = draft.sparing.nearest(file.path, &word.value, candidates);
    let message = format!("the evidence has no {what} `{}`", shown(&word.value));
    let help = suggest::did_you_mean(&nearest);
    let like = || hint![Ask::of("why").word("ROLE"), " shows those of a role that is like it"];
    let to_the_letter = || Hint::from("write it to the letter of the source's own table").or(like());
    Diagnostic::at(file, place(word), "unknown-occupation", message).help(help.map_or_else(to_the_letter, Hint::from))
}

/// Says what O*NET has in the place of a code that it gave up.
fn retired(file: FileOf<'_>, code: &Word) -> Option<Diagnostic> {
    let successors = standards::successors(&code.value);
    (!successors.is_empty()).then(|| {
        let message = format!("O*NET has given up the code `{}`", code.value);
        Diagnostic::at(file, place(code), "unknown-occupation", message)
            .help(format!("it has {} in its place", suggest::one_of(&successors)))
    })
}

/// Survey labels that stand for the role, in the order of its file.
fn usage(draft: &Draft<'_>, written: &MergedRole<'_>, faults: &mut Faults) -> Vec<usize> {
    let Some(said) = written.usage else { return Vec::new() };
    let table = &draft.evidence.usage;
    let find = |wanted: &schema::UsageLabel| {
        let source = draft.source(said.file, &wanted.source)?;
        let is_of = |usage: &&Usage<'_>| usage.source == source;
        let at = table.iter().position(|usage| is_of(&usage) && usage.label == &*wanted.label.value);
        at.ok_or_else(|| {
            let labels = table.iter().filter(is_of).map(|usage| usage.label);
            unknown(draft, said.file, &wanted.label, "survey label", labels)
        })
    };
    said.value.iter().filter_map(|wanted| faults.keep(find(wanted))).collect()
}
