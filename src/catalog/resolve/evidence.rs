//! What frameworks, surveys and ladders say, laid over what the catalogs beneath have of them: an entry
//! replaces the one of its code or label.

use std::collections::HashMap;
use std::hash::Hash;

use crate::catalog::model::evidence::{
    Esco, Gdad, GdadSkill, Ladder, Move, MoveKind, Onet, OnetRating, Technology, Titles, Usage,
};
use crate::catalog::model::{Back, Hundredths, Observed, Proficiency, SourceIx, Statement};
use crate::catalog::read::diagnostic::{Diagnostic, FileOf};
use crate::catalog::read::load::Layer;
use crate::catalog::read::schema;
use crate::catalog::read::schema::{Decimal, GdadSkillLevel, Spanned, place};
use crate::catalog::resolve::draft::Draft;
use crate::catalog::resolve::entry::names;
use crate::catalog::resolve::pay::hundredths;
use crate::catalog::resolve::standards;
use crate::catalog::resolve::table::Faults;

impl<'a> Draft<'a> {
    pub(super) fn lay_evidence(&mut self, layer: &'a Layer, catalog: u8, faults: &mut Faults) {
        layer.pay.iter().for_each(|file| self.lay_pay(file, catalog, faults));
        self.lay_onet(layer, catalog, faults);
        self.lay_frameworks(layer, catalog, faults);
        self.lay_ladders_and_usage(layer, catalog, faults);
        self.lay_moves(layer, catalog, faults);
        self.lay_titles(layer, catalog, faults);
    }

    fn lay_onet(&mut self, layer: &'a Layer, catalog: u8, faults: &mut Faults) {
        for written in &layer.onet_ratings {
            let occupations = written.value.occupations.iter();
            let records = occupations.map(|occupation| onet_record(written.of(catalog), occupation, faults)).collect();
            lay(
                &mut self.evidence.onet,
                records,
                |onet| onet.code,
                |onet, beneath| {
                    onet.technologies = beneath.technologies;
                    if onet.ratings.is_empty() {
                        onet.ratings = beneath.ratings;
                    }
                },
            );
        }
        for written in &layer.onet_technologies {
            for occupation in &written.value.occupations {
                faults.keep(self.equip(written.of(catalog), occupation));
            }
        }
    }

    fn equip(&mut self, file: FileOf<'_>, occupation: &'a schema::EquippedOccupation) -> Result<(), Diagnostic> {
        let code = &occupation.code.value;
        let onet = self.evidence.onet.iter_mut().find(|onet| onet.code == &**code).ok_or_else(|| {
            let message = format!("no occupation is rated under `{code}`");
            Diagnostic::at(file, place(&occupation.code), "unknown-occupation", message)
                .help("every occupation has its entry in evidence/onet/ratings.yaml")
        })?;
        let technologies = occupation.technologies.iter();
        onet.technologies = technologies
            .map(|technology| Technology {
                name: &technology.name.value,
                hot: technology.hot,
                in_demand: technology.in_demand,
            })
            .collect();
        Ok(())
    }

    fn lay_frameworks(&mut self, layer: &'a Layer, catalog: u8, faults: &mut Faults) {
        for written in &layer.gdad {
            let records = written.value.role_levels.iter().map(gdad_record).collect();
            lay(&mut self.evidence.gdad, records, |gdad| (gdad.role, gdad.level), |_, _| ());
        }
        for written in &layer.esco {
            for occupation in &written.value.occupations {
                faults.keep(standards::isco(written.of(catalog), &occupation.isco));
            }
            let records = written.value.occupations.iter().map(esco_record).collect();
            lay(&mut self.evidence.esco, records, |esco| esco.label, |_, _| ());
        }
    }

    fn lay_ladders_and_usage(&mut self, layer: &'a Layer, catalog: u8, faults: &mut Faults) {
        for written in &layer.ladders {
            let (file, ladder) = (written.of(catalog), &written.value);
            let Some(source) = faults.keep(self.source(file, &ladder.source)) else { continue };
            let name = ladder.source.value.as_ref();
            let positions = ladder.positions.iter();
            let records = positions.map(|position| ladder_record(file, source, name, position, faults)).collect();
            lay(&mut self.evidence.ladders, records, |ladder| (ladder.source, ladder.position), |_, _| ());
        }
        for written in &layer.usage {
            let (file, usage) = (written.of(catalog), &written.value);
            let Some(source) = faults.keep(self.source(file, &usage.source)) else { continue };
            let records = usage.labels.iter().map(|label| usage_record(file, source, label, faults)).collect();
            lay(&mut self.evidence.usage, records, |usage| (usage.source, usage.label), |_, _| ());
        }
    }

    fn lay_moves(&mut self, layer: &'a Layer, catalog: u8, faults: &mut Faults) {
        for written in &layer.moves {
            let file = written.of(catalog);
            let Some(source) = faults.keep(self.source(file, &written.value.source)) else { continue };
            for stated in &written.value.moves {
                let ends = [&stated.from, &stated.to].map(|end| faults.keep(self.role(file, end)));
                if ends[0].is_some() && ends[0] == ends[1] {
                    let message = format!("`{}` cannot lead to itself", stated.to.value);
                    let fault = Diagnostic::at(file, place(&stated.to), "crooked-move", message);
                    faults.0.push(fault.help("compare the move with its source"));
                } else if ends.iter().all(Option::is_some) {
                    self.evidence.moves.push(move_record(source, stated));
                }
            }
        }
    }

    fn lay_titles(&mut self, layer: &'a Layer, catalog: u8, faults: &mut Faults) {
        for written in &layer.titles {
            let file = written.of(catalog);
            let Some(source) = faults.keep(self.source(file, &written.value.source)) else { continue };
            for titles in &written.value.titles {
                let Some(role) = faults.keep(self.role(file, &titles.role)) else { continue };
                let (language, names) = (titles.lang.as_str(), names(file, "names", &titles.names, faults));
                self.sourced.extend(titles.names.iter().map(|name| ((role, name.value.trim()), (file, place(name)))));
                self.add_titles(Titles { role, language, source, names });
            }
        }
    }
}

/// Lays records over a table, each in the place of the one with its key, of which it may take something.
fn lay<T, K: Eq + Hash>(table: &mut Vec<T>, records: Vec<T>, key: impl Fn(&T) -> K, take: impl Fn(&mut T, T)) {
    let mut known: HashMap<K, usize> = table.iter().enumerate().map(|(at, record)| (key(record), at)).collect();
    for record in records {
        let next = table.len();
        let at = *known.entry(key(&record)).or_insert(next);
        if at == next {
            table.push(record);
            continue;
        }
        let beneath = std::mem::replace(&mut table[at], record);
        take(&mut table[at], beneath);
    }
}

fn onet_record<'a>(file: FileOf<'_>, written: &'a schema::RatedOccupation, faults: &mut Faults) -> Onet<'a> {
    let mut ratings = Vec::new();
    for rating in written.ratings.iter().flatten() {
        let importance = faults.keep(rated(file, &rating.importance, 100..=500));
        let level = rating.level.as_ref().and_then(|level| faults.keep(rated(file, level, 0..=700)));
        let element = &rating.element.value;
        ratings.extend(importance.map(|importance| OnetRating { element, importance, level }));
    }
    Onet { code: &written.code.value, title: &written.title, ratings, technologies: Vec::new() }
}

/// Returns a rating that lies on its scale, in hundredths.
fn rated(
    file: FileOf<'_>,
    rating: &Spanned<Decimal>,
    scale: std::ops::RangeInclusive<u64>,
) -> Result<Hundredths, Diagnostic> {
    let hundredths = hundredths(file, rating, "crooked-rating")?;
    match u16::try_from(hundredths) {
        Ok(rating) if scale.contains(&hundredths) => Ok(Hundredths(rating)),
        _ => Err(off_scale(file, rating, scale.start() / 100, scale.end() / 100)),
    }
}

fn off_scale<T>(file: FileOf<'_>, number: &Spanned<T>, first: u64, last: u64) -> Diagnostic {
    let message = format!("the number does not lie on its scale, from {first} to {last}");
    Diagnostic::at(file, place(number), "crooked-rating", message).help("compare it with its source")
}

fn gdad_record(written: &schema::GdadRoleLevel) -> Gdad<'_> {
    let skills = written.skills.iter();
    let skills = skills.map(|skill| GdadSkill { name: &skill.skill.value, level: gdad_level(skill.level) });
    Gdad { role: &written.role.value, level: &written.level, skills: skills.collect() }
}

fn gdad_level(level: GdadSkillLevel) -> Option<Proficiency> {
    match level {
        GdadSkillLevel::Listed => None,
        GdadSkillLevel::Awareness => Some(Proficiency::Awareness),
        GdadSkillLevel::Working => Some(Proficiency::Working),
        GdadSkillLevel::Practitioner => Some(Proficiency::Practitioner),
        GdadSkillLevel::Expert => Some(Proficiency::Expert),
    }
}

fn esco_record(written: &schema::EscoOccupation) -> Esco<'_> {
    Esco {
        label: &written.label.value,
        isco: &written.isco.value,
        essential: texts(&written.essential),
        optional: texts(&written.optional),
    }
}

fn ladder_record<'a>(
    file: FileOf<'_>,
    source: SourceIx,
    name: &'a str,
    written: &'a schema::ScoredPosition,
    faults: &mut Faults,
) -> Ladder<'a> {
    let mut scores = Vec::with_capacity(written.scores.len());
    for score in &written.scores {
        match score.score.value.0 {
            1..=5 => scores.push((score.axis.value.as_ref(), score.score.value.0)),
            _ => faults.0.push(off_scale(file, &score.score, 1, 5)),
        }
    }
    Ladder { source, name, position: &written.position.value, scores }
}

fn usage_record<'a>(
    file: FileOf<'_>,
    source: SourceIx,
    written: &'a schema::UsageShares,
    faults: &mut Faults,
) -> Usage<'a> {
    let mut shares = Vec::with_capacity(written.shares.len());
    for share in &written.shares {
        match share.share.value.0 {
            0.0..=1.0 => shares.push((share.tool.value.as_ref(), share.share.value.0)),
            _ => faults.0.push(off_scale(file, &share.share, 0, 1)),
        }
    }
    Usage { source, label: &written.label.value, respondents: written.n.0, shares }
}

fn move_record(source: SourceIx, written: &schema::Move) -> Move<'_> {
    let reference = written.reference.as_deref().unwrap_or("");
    let kind = match written.kind {
        schema::MoveKind::Promotion => MoveKind::Promotion,
        schema::MoveKind::Lateral => MoveKind::Lateral,
        schema::MoveKind::Related => MoveKind::Related,
        schema::MoveKind::Observed => MoveKind::Observed,
    };
    let back = match (written.back, written.back_fewer_than) {
        (Some(back), _) => Back::Counted(back.0),
        (None, Some(bound)) => Back::FewerThan(bound.0),
        (None, None) => Back::Unknown,
    };
    let pay_change = written.pay_change.map(|change| change.0);
    let observed = written.n.map(|n| Observed { n: n.0, back, pay_change });
    let statement = Statement { source, stated: &written.stated, reference, feeds: written.feeds, observed };
    Move { from: &written.from.value, to: &written.to.value, kind, statement }
}

fn texts(written: &[String]) -> Vec<&str> {
    written.iter().map(String::as_str).collect()
}
