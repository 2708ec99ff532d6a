//! What frameworks, surveys and ladders say, laid over what the catalogs beneath have of them: an entry
//! replaces the one of its code or label.

use std::collections::HashMap;
use std::fmt::Display;
use std::hash::Hash;

use crate::catalog::model::evidence::{Equipped, Move, MoveKind, Technology, Titles, Usage};
use crate::catalog::model::{Back, Observed, SourceIx, Statement};
use crate::catalog::read::diagnostic::{Diagnostic, FileOf};
use crate::catalog::read::load::Layer;
use crate::catalog::read::schema;
use crate::catalog::read::schema::{Spanned, place};
use crate::catalog::resolve::draft::{Draft, ONET};
use crate::catalog::resolve::entry::names;
use crate::catalog::resolve::faults::Faults;
use crate::catalog::resolve::standards::language;
use crate::text::harmless::shown;

impl<'a> Draft<'a> {
    pub(super) fn lay_evidence(&mut self, layer: &'a Layer, catalog: u8, faults: &mut Faults) {
        layer.pay.iter().for_each(|file| self.lay_pay(file, catalog, faults));
        layer.preparation.iter().for_each(|file| self.lay_preparation(file, catalog, faults));
        layer.frameworks.iter().for_each(|file| self.lay_framework(file, catalog, faults));
        self.lay_elements(layer, catalog, faults);
        self.lay_readings(layer, catalog, faults);
        layer.scoring.iter().for_each(|file| self.lay_scoring(file, catalog, faults));
        self.lay_technologies(layer, catalog, faults);
        self.lay_usage(layer, catalog, faults);
        self.lay_moves(layer, catalog, faults);
        self.lay_titles(layer, catalog, faults);
    }

    fn lay_technologies(&mut self, layer: &'a Layer, catalog: u8, faults: &mut Faults) {
        for written in &layer.onet_technologies {
            faults.keep(self.source(written.of(catalog), &written.value.source));
            let equip = |occupation| self.equipped(written.of(catalog), occupation);
            let records = written.value.occupations.iter().filter_map(|it| faults.keep(equip(it))).collect();
            lay(&mut self.evidence.technologies, records, |equipped| equipped.code, |_, _| ());
        }
    }

    fn equipped(&self, file: FileOf<'_>, written: &'a schema::EquippedOccupation) -> Result<Equipped<'a>, Diagnostic> {
        let code = &written.code.value;
        if self.framework(ONET).and_then(|onet| self.record(onet, code)).is_none() {
            let message = format!("O*NET has no occupation `{}` here", shown(code));
            return Err(Diagnostic::at(file, place(&written.code), "unknown-occupation", message)
                .help("every occupation has its record in evidence/frameworks/onet.yaml"));
        }
        let technologies = written.technologies.iter();
        let technologies = technologies.map(|technology| Technology {
            name: &technology.name.value,
            hot: technology.hot,
            in_demand: technology.in_demand,
        });
        Ok(Equipped { code, technologies: technologies.collect() })
    }

    fn lay_usage(&mut self, layer: &'a Layer, catalog: u8, faults: &mut Faults) {
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
                let names = names(file, "names", &titles.names, faults);
                let Some(language) = faults.keep(language(file, &titles.lang)) else { continue };
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

/// Says that a number does not lie between the ends of its scale.
pub fn off_scale<T>(file: FileOf<'_>, number: &Spanned<T>, first: impl Display, last: impl Display) -> Diagnostic {
    let message = format!("the number does not lie on its scale, from {first} to {last}");
    Diagnostic::at(file, place(number), "crooked-rating", message).help("compare it with its source")
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
