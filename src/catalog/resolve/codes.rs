//! Where the outside codes of a role lead, in the tables of evidence.

use crate::catalog::model::evidence::{Gdad, Ladder, Usage};
use crate::catalog::model::{Mapping, Occupation, Scheme};
use crate::catalog::read::diagnostic::{Diagnostic, FileOf};
use crate::catalog::read::schema;
use crate::catalog::read::schema::{Word, place};
use crate::catalog::resolve::draft::Draft;
use crate::catalog::resolve::standards;
use crate::catalog::resolve::table::Faults;
use crate::catalog::resolve::written::{Said, Written};
use crate::catalog::score::weigh;
use crate::text::harmless::shown;
use crate::text::suggest;

/// A role's codes, as positions in the evidence tables.
#[derive(Default)]
pub struct Codes<'a> {
    pub onet: Vec<usize>,
    /// The occupations whose ratings count: the role's own, or the nearest rated ones.
    rated: Vec<usize>,
    esco: Vec<usize>,
    gdad: Option<usize>,
    ladders: Vec<usize>,
    pub usage: Vec<usize>,
    /// Whether the ratings are those of a nearest occupation.
    pub is_near: bool,
    pub occupations: Vec<Occupation<'a>>,
}

impl<'a> Codes<'a> {
    /// Follows the codes, and notes those that lead nowhere.
    pub fn follow(draft: &Draft<'a>, written: &Written<'a>, faults: &mut Faults) -> Self {
        let mut codes = Self { usage: usage(draft, written, faults), ..Self::default() };
        if let Some(said) = written.occupations {
            codes.onet = codes.follow_onet(draft, said.file, Scheme::Onet, &said.value.onet, faults);
            let nearest = codes.follow_onet(draft, said.file, Scheme::Nearest, &said.value.nearest, faults);
            let is_rated = |at: &usize| !draft.evidence.onet[*at].ratings.is_empty();
            codes.is_near = !codes.onet.iter().any(is_rated) && !nearest.is_empty();
            codes.rated = if codes.is_near { nearest } else { codes.onet.clone() };
            let is_near = codes.is_near;
            codes.occupations.retain(|occupation| is_near || occupation.scheme != Scheme::Nearest);
            codes.follow_esco(draft, said, faults);
            codes.follow_gdad(draft, said, faults);
            codes.follow_ladders(draft, said, faults);
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

    fn follow_onet(
        &mut self,
        draft: &Draft<'a>,
        file: FileOf<'_>,
        scheme: Scheme,
        codes: &'a [Word],
        faults: &mut Faults,
    ) -> Vec<usize> {
        let table = &draft.evidence.onet;
        let mut followed = Vec::with_capacity(codes.len());
        for code in codes {
            let at = table.iter().position(|onet| onet.code == &*code.value);
            let unknown = || unknown(draft, file, code, "O*NET occupation", table.iter().map(|onet| onet.code));
            let Some(at) = faults.keep(at.ok_or_else(|| retired(file, code).unwrap_or_else(unknown))) else { continue };
            followed.push(at);
            self.occupations.push(Occupation { scheme, code: &code.value, title: table[at].title });
        }
        followed
    }

    fn follow_esco(&mut self, draft: &Draft<'a>, said: Said<'a, schema::Occupations>, faults: &mut Faults) {
        let table = &draft.evidence.esco;
        for label in &said.value.esco {
            let at = table.iter().position(|esco| esco.label == &*label.value);
            let labels = || table.iter().map(|esco| esco.label);
            let at = at.ok_or_else(|| unknown(draft, said.file, label, "ESCO occupation", labels()));
            let Some(at) = faults.keep(at) else { continue };
            self.esco.push(at);
            self.occupations.push(Occupation { scheme: Scheme::Esco, code: table[at].isco, title: table[at].label });
        }
    }

    fn follow_gdad(&mut self, draft: &Draft<'a>, said: Said<'a, schema::Occupations>, faults: &mut Faults) {
        let Some(schema::GdadLevel { role, level }) = &said.value.gdad else { return };
        let table = &draft.evidence.gdad;
        let is_role = |gdad: &&Gdad<'_>| gdad.role == &*role.value;
        let at = table.iter().position(|gdad| is_role(&gdad) && gdad.level == &*level.value);
        self.gdad = faults.keep(at.ok_or_else(|| match table.iter().any(|gdad| is_role(&gdad)) {
            true => {
                let levels = table.iter().filter(is_role).map(|gdad| gdad.level);
                unknown(draft, said.file, level, "level of that GDaD role", levels)
            }
            false => unknown(draft, said.file, role, "GDaD role", table.iter().map(|gdad| gdad.role)),
        }));
        self.occupations.push(Occupation { scheme: Scheme::Gdad, code: &role.value, title: &level.value });
    }

    fn follow_ladders(&mut self, draft: &Draft<'a>, said: Said<'a, schema::Occupations>, faults: &mut Faults) {
        for schema::LadderPosition { source: name, position } in &said.value.ladders {
            let Some(source) = faults.keep(draft.source(said.file, name)) else { continue };
            let is_of = |ladder: &&Ladder<'_>| ladder.source == source;
            let table = &draft.evidence.ladders;
            let at = table.iter().position(|ladder| is_of(&ladder) && ladder.position == &*position.value);
            self.ladders.extend(faults.keep(at.ok_or_else(|| {
                let positions = table.iter().filter(is_of).map(|ladder| ladder.position);
                unknown(draft, said.file, position, "position of that ladder", positions)
            })));
            let (code, title) = (name.value.as_ref(), position.value.as_ref());
            self.occupations.push(Occupation { scheme: Scheme::Ladder, code, title });
        }
    }

    /// Codes that no evidence table of ours is keyed by.
    fn plain(&mut self, scheme: Scheme, codes: &'a [Word]) {
        self.occupations.extend(codes.iter().map(|code| Occupation { scheme, code: &code.value, title: "" }));
    }

    pub fn mapping(&self) -> Mapping {
        let narrow = |at: &usize| u32::try_from(*at).expect("a table has fewer than 2^32 records");
        Mapping {
            onet: self.rated.iter().map(narrow).collect(),
            gdad: self.gdad.as_ref().map(narrow),
            esco: self.esco.iter().map(narrow).collect(),
            ladders: self.ladders.iter().map(narrow).collect(),
        }
    }

    pub fn weights<'e>(&self, draft: &'e Draft<'a>) -> weigh::Evidence<'e, 'a> {
        let tables = &draft.evidence;
        weigh::Evidence::new(
            self.rated.iter().map(|at| &tables.onet[*at]).collect(),
            self.gdad.map(|at| &tables.gdad[at]),
            &self.esco.iter().map(|at| &tables.esco[*at]).collect::<Vec<_>>(),
            self.ladders.iter().map(|at| &tables.ladders[*at]).collect(),
        )
    }
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
    Diagnostic::at(file, place(word), "unknown-occupation", message).help(
        help.unwrap_or_else(|| "codes and labels are those of the files under evidence/, to the letter".to_owned()),
    )
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
fn usage(draft: &Draft<'_>, written: &Written<'_>, faults: &mut Faults) -> Vec<usize> {
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
